/*
 * report_tree.c
 *		The plan tree of a report, and tables of its targets.
 */
#include "core/report.h"

#include <math.h>
#include <string.h>

/* Rows of a plan that is shown as a whole; of a larger one branches are opened. */
#define MOST_OPEN 40

const char *
report_bound(const char *bound)
{
	static const char *const signs[][2] = {
		{"~", "&#8776; "}, {">", "&gt; "}, {">=", "&#8805; "}, {"<", "&lt; "}, {"<=", "&#8804; "}
	};

	for (int i = 0; bound != NULL && i < 5; i++)
		if (strcmp(signs[i][0], bound) == 0)
			return signs[i][1];
	return "";
}

static void
write_actual(Svg *page, const Report *report, const ReportRow *row)
{
	const char *vintage = report_vintage(report, row->vintage);

	if (!isnan(row->actual))
		svg_put(page, "%s", report_bound(row->bound));
	report_amount(page, report, row->actual, row->unit);
	if (isnan(row->actual))
		return;
	if (row->as_of != NULL)
		svg_put(page, "<br><small>%t %t</small>", report_word(report, REPORT_TO_DATE), row->as_of);
	if (vintage != NULL)
		svg_put(page, "%s<small>%t</small>", row->as_of != NULL ? ", " : "<br>", vintage);
}

static void
write_verdict(Svg *page, const Report *report, const ReportRow *row)
{
	report_status(page, report, row->status);
	report_progress(page, report, row);
}

static void
write_row(Svg *page, const Report *report, const ReportRow *row, bool with_series)
{
	svg_put(page, "<tr role=row><th scope=row role=rowheader>%t", row->name);
	report_where(page, "<br>", row->where);
	if (row->is_closed && !report_is_closed(report))
		report_where(page, "<br>", report_word(report, REPORT_CLOSED));
	svg_put(page, "</th><td role=cell class=pb>");
	report_bullet(page, report, row);
	svg_put(page, "</td><td role=cell class=n>");
	write_actual(page, report, row);
	svg_put(page, "</td><td role=cell class=n>");
	if (row->has_goal)
	{
		svg_put(page, "<span class=m>%t </span>", report_word(report, REPORT_TARGET));
		report_goal(page, report, &row->goal);
	}
	svg_put(page, "</td><td role=cell>");
	write_verdict(page, report, row);
	if (with_series)
	{
		svg_put(page, "</td><td role=cell>");
		report_series(page, report, row);
	}
	svg_put(page, "</td></tr>\n");
}

/* Whether any of the rows has values to draw a line through. */
static bool
have_series(const Report *report, int from, int to)
{
	for (int i = from; i < to; i++)
	{
		int			values = 0;

		for (int n = 0; n < report->row[i].series_count; n++)
			values += !isnan(report->row[i].series[n]);
		if (values > 1)
			return true;
	}
	return false;
}

/* Rows from one place up to another. */
void
report_table(Svg *page, const Report *report, int from, int to)
{
	bool		with_series = have_series(report, from, to);
	static const ReportWord headings[] = {
		REPORT_INDICATOR, REPORT_PROGRESS, REPORT_ACTUAL, REPORT_TARGET, REPORT_STATUS,
			REPORT_SERIES
	};

	svg_put(page, "<table role=table class=rows><thead role=rowgroup><tr role=row>");
	for (int i = 0; i < (with_series ? 6 : 5); i++)
		svg_put(page, "<th scope=col role=columnheader>%t</th>", report_word(report, headings[i]));
	svg_put(page, "</tr></thead><tbody role=rowgroup>\n");
	for (int i = from; i < to; i++)
		write_row(page, report, &report->row[i], with_series);
	svg_put(page, "</tbody></table>\n");
}

/* "48 %, 6 targets" and a sign for each verdict that occurs. */
static void
write_counts(Svg *page, const Report *report, const ReportNode *node)
{
	svg_put(page, "<span class=cs>");
	for (int status = 0; status < NUM_REPORT_STATUSES; status++)
		if (node->count[status] > 0)
			svg_put(page,
					"<span title=\"%t\"><svg class=k role=img aria-label=\"%t\">"
					"<use href=\"#s%d\"/></svg>%d</span>",
					report_status_word(report, status), report_status_word(report, status), status,
					node->count[status]);
	svg_put(page, "</span>");
	if (!isnan(node->score))
	{
		svg_put(page, "<b class=sc>");
		report_percent(page, node->score);
		svg_put(page, "</b>");
	}
}

static bool
has_rows(const ReportNode *node)
{
	for (int status = 0; status < NUM_REPORT_STATUSES; status++)
		if (node->count[status] > 0)
			return true;
	return false;
}

static int
depth_of(const Report *report, int node)
{
	int			depth = 0;

	while (report->node[node].parent >= 0 && depth < report->nodes)
	{
		node = report->node[node].parent;
		depth++;
	}
	return depth;
}

/* A branch with its own targets and all branches below it; returns the row behind its own. */
static int
begin_node(Svg *page, const Report *report, int n, int depth, int row)
{
	const ReportNode *node = &report->node[n];
	const char *kind = report_kind(report, node->kind);
	int			level = depth < 3 ? depth + 3 : 6;
	int			end = row;

	while (end < report->rows && report->row[end].node == n)
		end++;
	svg_put(page, "<details%s><summary><h%d>%t",
			depth == 0 || report->rows <= MOST_OPEN ? " open" : "", level,
			node->name);
	if (kind != NULL)
		svg_put(page, " <small>%t</small>", kind);
	svg_put(page, "</h%d> ", level);
	write_counts(page, report, node);
	svg_put(page, "</summary><div class=in>\n");
	if (end > row)
		report_table(page, report, row, end);
	return end;
}

/* Nodes stand in the order of a walk, so that those that are open are the branches above. */
void
report_tree(Svg *page, const Report *report)
{
	int			row = 0;
	int			open = 0;

	svg_put(page, "<section><h2>%t</h2>\n", report_word(report, REPORT_TREE));
	for (int n = 0; n < report->nodes; n++)
	{
		int			depth = depth_of(report, n);

		if (!has_rows(&report->node[n]))
			continue;
		for (; open > depth; open--)
			svg_put(page, "</div></details>\n");
		row = begin_node(page, report, n, depth, row);
		open++;
	}
	for (; open > 0; open--)
		svg_put(page, "</div></details>\n");
	svg_put(page, "</section>\n");
}
