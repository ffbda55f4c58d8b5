/*
 * report_lists.c
 *		What a report lists behind the plan: changes, standings, milestones, gaps and notes.
 */
#include "core/report.h"

#include <math.h>

/* A time line, and what is left free at its ends. */
#define TIME_WIDE 240.0
#define TIME_MARGIN 8.0

/* A cell of what is told of a change: the figure, the goal where that is another, the verdict. */
static void
change_cell(Svg *page, const Report *report, const ReportChange *change, bool is_after)
{
	double		value = is_after ? change->after : change->before;
	const Goal *goal = is_after ? change->goal_after : change->goal_before;
	int			status = is_after ? change->status_after : change->status_before;

	svg_put(page, "<td role=cell>");
	if (is_after && change->is_gone)
	{
		svg_put(page, "%t</td>", report_word(report, REPORT_GONE));
		return;
	}
	if (!isnan(value))
		svg_put(page, "%s",
				report_bound(is_after ? change->bound_after : change->bound_before));
	report_amount(page, report, value, change->unit);
	if (goal != NULL)
	{
		svg_put(page, "<br>%t: ", report_word(report, REPORT_TARGET));
		report_goal(page, report, goal);
		if (goal->has_baseline)
		{
			svg_put(page, " %t ", report_word(report, REPORT_FROM_BASELINE));
			report_amount(page, report, goal->baseline, NULL);
		}
	}
	if (status >= 0)
	{
		svg_put(page, "<br>");
		report_status(page, report, status);
	}
	svg_put(page, "</td>");
}

static ReportWord
years_word(double years_ahead)
{
	if (years_ahead > 0.0)
		return years_ahead == 1.0 ? REPORT_YEAR_AHEAD : REPORT_YEARS_AHEAD;
	return years_ahead == -1.0 ? REPORT_YEAR_LATE : REPORT_YEARS_LATE;
}

/* A milestone is reached in time or late, overdue, or not due yet. */
static ReportWord
milestone_word(const ReportMilestone *milestone)
{
	if (milestone->reached != NULL)
		return milestone->status == VERDICT_MET ? REPORT_IN_TIME : REPORT_LATE;
	return milestone->status == REPORT_NOT_STARTED ? REPORT_NOT_DUE : REPORT_OVERDUE;
}

/* What is told of a milestone: its verdict, when it is due, when it was reached. */
static void
milestone_said(Svg *page, const Report *report, const ReportMilestone *milestone)
{
	report_status_said(page, milestone->status, report_word(report, milestone_word(milestone)));
	svg_put(page, "<br>%t %t", report_word(report, REPORT_DUE_ON), milestone->due);
	if (milestone->reached != NULL)
		svg_put(page, "; %t %t", report_word(report, REPORT_REACHED), milestone->reached);
	if (milestone->reached != NULL && milestone->years_ahead != 0.0)
		svg_put(page, "; <b>%n</b> %t", fabs(milestone->years_ahead),
				report_word(report, years_word(milestone->years_ahead)));
}

static void
milestone_change(Svg *page, const Report *report, const ReportMilestoneChange *change)
{
	svg_put(page, "<tr role=row><th scope=row role=rowheader>%t", change->after->name);
	report_where(page, "<br>", report_word(report, REPORT_MILESTONE));
	svg_put(page, "</th><td role=cell>");
	if (change->before != NULL)
		milestone_said(page, report, change->before);
	else
		svg_put(page, "&#8211;");
	svg_put(page, "</td><td role=cell>");
	milestone_said(page, report, change->after);
	svg_put(page, "</td></tr>\n");
}

void
report_changes(Svg *page, const Report *report)
{
	if (report->before == NULL)
		return;
	svg_put(page, "<section><h2>%t %t</h2>\n", report_word(report, REPORT_CHANGES), report->before);
	if (report->changes == 0 && report->milestone_changes == 0)
	{
		svg_put(page, "<p>%t</p></section>\n", report_word(report, REPORT_NO_CHANGES));
		return;
	}
	svg_put(page,
			"<table role=table class=pl><thead role=rowgroup><tr role=row>"
			"<th scope=col role=columnheader>%t</th>"
			"<th scope=col role=columnheader>%t</th><th scope=col role=columnheader>%t</th></tr>"
			"</thead><tbody role=rowgroup>\n",
			report_word(report, REPORT_INDICATOR), report_word(report, REPORT_BEFORE),
			report_word(report, REPORT_NOW));
	for (int i = 0; i < report->changes; i++)
	{
		const ReportChange *change = &report->change[i];

		svg_put(page, "<tr role=row><th scope=row role=rowheader>%t", change->name);
		report_where(page, "<br>", change->where);
		svg_put(page, "</th>");
		change_cell(page, report, change, false);
		change_cell(page, report, change, true);
		svg_put(page, "</tr>\n");
	}
	for (int i = 0; i < report->milestone_changes; i++)
		milestone_change(page, report, &report->milestone_change[i]);
	svg_put(page, "</tbody></table></section>\n");
}

/* Ranks by period: first at the top, last at the bottom, and the field that they are of. */
static void
draw_standing(Svg *page, const ReportStanding *standing)
{
	int			worst = 1;
	double		step;

	for (int i = 0; i < standing->count; i++)
	{
		worst = standing->rank[i] > worst ? standing->rank[i] : worst;
		worst = standing->total[i] > worst ? standing->total[i] : worst;
	}
	step = standing->count > 1 ? 220.0 / (standing->count - 1) : 0.0;
	svg_put(page,
			"<svg class=rk viewBox=\"0 0 260 96\" aria-hidden=true>"
			"<path class=ax d=\"M20 12H240M20 76H240\"/>"
			"<text x=14 y=16 text-anchor=end>1</text><text x=14 y=80 text-anchor=end>%d</text>"
			"<path class=l d=\"", worst);
	for (int i = 0, begun = 0; i < standing->count; i++)
	{
		if (standing->rank[i] > 0)
			svg_put(page, "%s%n %n", begun ? "L" : "M", 20.0 + step * i,
					worst > 1 ? 12.0 + 64.0 * (standing->rank[i] - 1) / (worst - 1) : 44.0);
		begun = standing->rank[i] > 0;
	}
	svg_put(page, "\"/>");
	for (int i = 0; i < standing->count; i++)
	{
		double		y = worst > 1 ? 12.0 + 64.0 * (standing->rank[i] - 1) / (worst - 1) : 44.0;

		if (standing->count <= 8 || i == 0 || i == standing->count - 1)
			svg_label(page, (SvgLabel) {.x = 20.0 + step * i,.y = 93,.size = 11,.room = 60,
					  .anchor = i == 0 ? ANCHOR_START : i == standing->count - 1 ? ANCHOR_END :
					  ANCHOR_MIDDLE},
					  standing->period[i]);
		if (standing->rank[i] > 0)
			svg_put(page, "<circle cx=%n cy=%n r=3.5 />", 20.0 + step * i, y);
	}
	svg_put(page, "</svg>");
}

void
report_standings(Svg *page, const Report *report)
{
	if (report->standings == 0)
		return;
	svg_put(page, "<section><h2>%t</h2><ul class=cards>\n", report_word(report, REPORT_STANDINGS));
	for (int i = 0; i < report->standings; i++)
	{
		const ReportStanding *standing = &report->standing[i];
		int			last = standing->count - 1;

		svg_put(page, "<li><h3>%t</h3><p>%t: <b>", standing->name, standing->place);
		for (int n = 0, begun = 0; n < standing->count; n++)
			if (standing->rank[n] > 0)
			{
				svg_put(page, "%s%d", begun ? " &#8594; " : "", standing->rank[n]);
				begun = 1;
			}
		svg_put(page, "</b>");
		if (last >= 0 && standing->total[last] > 0)
			svg_put(page, " %t %d", report_word(report, REPORT_OF), standing->total[last]);
		svg_put(page, " <small>(%t", standing->count > 0 ? standing->period[0] : "");
		if (last > 0)
			svg_put(page, "&#8211;%t", standing->period[last]);
		svg_put(page, ")</small></p>");
		if (standing->count > 1)
			draw_standing(page, standing);
		svg_put(page, "</li>\n");
	}
	svg_put(page, "</ul></section>\n");
}

/* Where a share of the term stands; at the end that it is beyond. */
static double
time_at(double share)
{
	return TIME_MARGIN + (TIME_WIDE - 2.0 * TIME_MARGIN) * fmin(fmax(share, 0.0), 1.0);
}

static void
write_milestone(Svg *page, const Report *report, const ReportMilestone *milestone)
{
	double		due = time_at(milestone->due_at);
	double		reached = time_at(milestone->reached_at);

	svg_put(page, "<li><h3>%t</h3><p>", milestone->name);
	milestone_said(page, report, milestone);
	svg_put(page,
			"</p><svg class=tl viewBox=\"0 0 240 20\" aria-hidden=true>"
			"<path class=ax d=\"M8 10H232\"/>");
	if (!isnan(report->today))
		svg_put(page, "<path class=o d=\"M%n 3V17\"/>", time_at(report->today));
	if (!isnan(milestone->reached_at) && !isnan(milestone->due_at))
		svg_put(page, "<path class=l d=\"M%n 10H%n\"/>", reached, due);
	if (!isnan(milestone->due_at))
		svg_put(page, "<circle class=h cx=%n cy=10 r=5 />", due);
	if (!isnan(milestone->reached_at))
		svg_put(page, "<circle class=c%d cx=%n cy=10 r=6 />", milestone->status, reached);
	svg_put(page, "</svg></li>\n");
}

void
report_milestones(Svg *page, const Report *report)
{
	if (report->milestones == 0)
		return;
	svg_put(page, "<section><h2>%t</h2><ul class=cards>\n", report_word(report, REPORT_MILESTONES));
	for (int i = 0; i < report->milestones; i++)
		write_milestone(page, report, &report->milestone[i]);
	svg_put(page, "</ul></section>\n");
}

void
report_no_figures(Svg *page, const Report *report)
{
	int			missing = 0;

	for (int i = 0; i < report->rows; i++)
		missing += report->row[i].status == VERDICT_NO_DATA;
	if (missing == 0)
		return;
	svg_put(page, "<section><details%t><summary><h2>%t <small>%d</small></h2></summary><ul>\n",
			missing <= 10 ? " open" : "", report_word(report, REPORT_NO_FIGURE), missing);
	for (int i = 0; i < report->rows; i++)
		if (report->row[i].status == VERDICT_NO_DATA)
		{
			svg_put(page, "<li>%t", report->row[i].name);
			report_where(page, " ", report->row[i].where);
			svg_put(page, "</li>\n");
		}
	svg_put(page, "</ul></details></section>\n");
}

void
report_verdicts(Svg *page, const Report *report)
{
	if (report->verdicts == 0)
		return;
	svg_put(page,
			"<section><h2>%t</h2>\n<table role=table class=pl><thead role=rowgroup><tr role=row>"
			"<th scope=col role=columnheader>%t</th>"
			"<th scope=col role=columnheader>%t</th><th scope=col role=columnheader>%t</th></tr>"
			"</thead><tbody role=rowgroup>\n",
			report_word(report, REPORT_OFFICIAL), report_word(report, REPORT_INDICATOR),
			report_word(report, REPORT_OFFICIAL_SHARE), report_word(report, REPORT_COMPUTED_SHARE));
	for (int i = 0; i < report->verdicts; i++)
	{
		const ReportVerdict *verdict = &report->verdict[i];

		svg_put(page, "<tr role=row><th scope=row role=rowheader>%t", verdict->name);
		report_where(page, "<br>", verdict->where);
		svg_put(page, "</th><td role=cell>");
		report_amount(page, report, verdict->official, "%");
		if (verdict->said != NULL)
			svg_put(page, "<br>%t", verdict->said);
		svg_put(page, "</td><td role=cell>");
		report_amount(page, report, verdict->computed, "%");
		svg_put(page, "<br>");
		report_status(page, report, verdict->status);
		svg_put(page, "</td></tr>\n");
	}
	svg_put(page, "</tbody></table></section>\n");
}

void
report_notes(Svg *page, const Report *report)
{
	static const ReportWord notes[] = {
		REPORT_NOTE_BULLET, REPORT_NOTE_CEILING, REPORT_NOTE_SERIES, REPORT_NOTE_BOUND,
			REPORT_NOTE_VINTAGE
	};

	svg_put(page, "<section><h2>%t</h2><ul>\n", report_word(report, REPORT_NOTES));
	for (int i = 0; i < (int) (sizeof(notes) / sizeof(notes[0])); i++)
		svg_put(page, "<li>%t</li>\n", report_word(report, notes[i]));
	svg_put(page, "<li>%t<span class=cs>", report_word(report, REPORT_NOTE_STATUS));
	for (int status = 0; status < NUM_REPORT_STATUSES; status++)
	{
		svg_put(page, " ");
		report_status(page, report, status);
	}
	svg_put(page, "</span></li></ul></section>\n");
}
