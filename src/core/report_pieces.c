/*
 * report_pieces.c
 *		Figures, verdicts and small pictures of a report.
 */
#include "core/report.h"

#include <math.h>
#include <string.h>

#define BULLET_WIDE 160.0
#define SERIES_WIDE 90.0
#define SERIES_HIGH 22.0

/* An actual that is farther beyond its target than this is cut off there. */
#define MOST_BEYOND 1.5

/* Values that a trend needs. */
#define LEAST_TREND 3

/* Whether all that it has is of closed periods. */
bool
report_is_closed(const Report *report)
{
	for (int i = 0; i < report->rows; i++)
		if (!report->row[i].is_closed)
			return false;
	return report->rows > 0;
}

/* Small print behind a name, if there is any. */
void
report_where(Svg *page, const char *before, const char *where)
{
	if (where != NULL && *where != '\0')
		svg_put(page, "%s<small>%t</small>", before, where);
}

void
report_amount(Svg *page, const Report *report, double value, const char *unit)
{
	PictureFrame frame = {.language = report->language};
	char		amount[PICTURE_AMOUNT_SIZE];

	if (isnan(value))
	{
		svg_put(page, "&#8211;");
		return;
	}
	picture_amount(amount, value, &frame);
	svg_put(page, "%t", amount);
	if (unit != NULL && *unit != '\0')
		svg_put(page, strcmp(unit, "%") == 0 ? "%s%t" : "%s<small>%t</small>", " ", unit);
}

/* In whole percents; beyond what such have, nothing. */
void
report_percent(Svg *page, double share)
{
	double		percent = rint(100.0 * share);

	if (isnan(percent) || fabs(percent) > 1e6)
		svg_put(page, "&#8211;");
	else
		svg_put(page, "%n&#160;%%", percent);
}

/* The sign of a verdict beside a word for it. */
void
report_status_said(Svg *page, int status, const char *word)
{
	svg_put(page,
			"<span class=st><svg class=k aria-hidden=true><use href=\"#s%d\"/></svg>%t</span>",
			status, word);
}

void
report_status(Svg *page, const Report *report, int status)
{
	report_status_said(page, status, report_status_word(report, status));
}

void
report_goal(Svg *page, const Report *report, const Goal *goal)
{
	static const char *const signs[] = {"&#8805; ", "&#8804; ", ""};
	bool		is_band = goal_low(goal) != goal_high(goal);

	svg_put(page, "%s", goal->direction == GOAL_WITHIN && !is_band ? "= " : signs[goal->direction]);
	report_amount(page, report, goal_low(goal), NULL);
	if (is_band)
	{
		svg_put(page, "&#8211;");
		report_amount(page, report, goal_high(goal), NULL);
	}
}

/* Whether the row is of a total that still grows, held against its share of the goal. */
static bool
runs(const ReportRow *row)
{
	return row->has_goal && row->adds_up && row->expected < 1.0;
}

/* Whether that goal is a ceiling. */
static bool
runs_to_ceiling(const ReportRow *row)
{
	return runs(row) && row->goal.direction == GOAL_LOWER && goal_target(&row->goal) >= 0.0;
}

/*
 * Whether what is told is how much of a ceiling is used, in the middle of a period and at its end:
 * 116 % of it is more than there may be, where an achievement of 84 % would read as within it.
 */
static bool
uses_ceiling(const ReportRow *row)
{
	return row->has_goal && row->goal.direction == GOAL_LOWER && goal_target(&row->goal) > 0.0 &&
		(row->adds_up || !row->goal.has_baseline);
}

/*
 * What was due by now, in the unit of the indicator: by the lower edge of the goal or the upper
 * one, which differ for a band of a total.  NaN where that is the target itself.
 */
static double
due_value(const ReportRow *row, int edge)
{
	double		target = goal_target(&row->goal);
	double		baseline = row->goal.has_baseline ? row->goal.baseline : 0.0;

	if (runs(row) && row->goal.direction == GOAL_WITHIN)
		return row->goal.bound[edge] * row->expected;
	if (runs(row))
		return target * row->expected;
	if (!(row->expected < 1.0) || (!row->goal.has_baseline &&
								   (row->goal.direction != GOAL_HIGHER || !(target > 0.0))))
		return NAN;
	return baseline * (1.0 - row->expected) + target * row->expected;
}

/*
 * How far behind its pace a row is: below 1, and least for the one that is farthest; NaN for one
 * that is not behind.
 */
double
report_pace(const ReportRow *row)
{
	double		most;

	if (row->status < VERDICT_AT_RISK || row->status > VERDICT_REGRESSING ||
		isnan(row->achievement))
		return NAN;
	most = runs(row) && row->goal.direction == GOAL_WITHIN ? due_value(row, 1)
		: runs_to_ceiling(row) ? due_value(row, 0) : NAN;
	if (row->actual > most)
		return most > 0.0 ? most / row->actual : 0.0;
	if (runs(row) && row->goal.direction == GOAL_WITHIN && goal_low(&row->goal) > 0.0)
		return row->actual / due_value(row, 0);
	return row->expected > 0.0 ? row->achievement / row->expected : row->achievement;
}

/* "; due by 30 September 2026: ", or by now where no day is known. */
static void
write_due(Svg *page, const Report *report, const ReportRow *row, bool is_ceiling)
{
	svg_put(page, "; %t %t%t ", report_word(report, is_ceiling ? REPORT_BY : REPORT_DUE_BY),
			row->as_of != NULL ? row->as_of : report_word(report, REPORT_BY_NOW),
			report_word(report, is_ceiling ? REPORT_AT_MOST : REPORT_DUE));
}

/*
 * In small print: how much of the target is achieved, or of a ceiling used, and how much was due by
 * the last day of the figure; of a band both in its unit, as two edges have no one share.
 */
void
report_progress(Svg *page, const Report *report, const ReportRow *row)
{
	bool		is_ceiling = uses_ceiling(row);
	double		used = is_ceiling ? row->actual / goal_target(&row->goal) : NAN;

	if (isnan(row->achievement))
		return;
	svg_put(page, "<br><small>");
	if (runs(row) && row->goal.direction == GOAL_WITHIN)
	{
		report_amount(page, report, row->actual, row->unit);
		write_due(page, report, row, false);
		report_amount(page, report, due_value(row, 0), NULL);
		svg_put(page, "&#8211;");
		report_amount(page, report, due_value(row, 1), row->unit);
		svg_put(page, "</small>");
		return;
	}
	/* What is a little beyond a ceiling is not 100 % of it. */
	if (used > 1.0 && row->status > VERDICT_MET)
		used = ceil(100.0 * used) / 100.0;
	report_percent(page, is_ceiling ? used : row->achievement);
	if (is_ceiling)
		svg_put(page, " %t", report_word(report, REPORT_OF_CEILING));
	if (row->expected < 1.0)
	{
		write_due(page, report, row, is_ceiling);
		report_percent(page, row->expected);
	}
	svg_put(page, "</small>");
}

static void
mark(Svg *page, const Axis *axis, double value, const char *class, double top, double bottom)
{
	if (isnan(value))
		return;
	svg_put(page, "<path class=%s d=\"M%n %nV%n\"/>", class, axis_at(axis, value), top, bottom);
}

/* A triangle at what was due. */
static void
mark_due(Svg *page, const Axis *axis, double due)
{
	if (!isnan(due))
		svg_put(page, "<path d=\"M%n 12l-3.5 5h7z\"/>",
				fmin(fmax(axis_at(axis, due), 3.5), BULLET_WIDE - 3.5));
}

/* The bar of a figure beside its target, without words: these stand beside it. */
void
report_bullet(Svg *page, const Report *report, const ReportRow *row)
{
	Axis		axis = {0.0, 1.0, 0.0, BULLET_WIDE, 0.0};
	double		low = 0.0;
	double		high = 0.0;
	double		shown = row->actual;

	(void) report;
	if (row->has_goal)
	{
		extend_range(&low, &high, goal_low(&row->goal));
		extend_range(&low, &high, goal_high(&row->goal));
		if (row->goal.has_baseline)
			extend_range(&low, &high, row->goal.baseline);
		if (high > low)
			shown = fmax(fmin(shown, low + (high - low) * MOST_BEYOND),
						 high - (high - low) * MOST_BEYOND);
	}
	extend_range(&low, &high, isnan(row->actual) ? NAN : shown);
	if (high > low)
		axis = (Axis) {low, low + (high - low) * 1.04, 0.0, BULLET_WIDE, 0.0};
	svg_put(page,
			"<svg class=b viewBox=\"0 0 160 18\" aria-hidden=true>"
			"<path class=t d=\"M0 5h160v6H0z\"/>");
	if (!isnan(row->actual))
	{
		double		from = axis_at(&axis, fmin(fmax(0.0, low), high));
		double		to = axis_at(&axis, shown);

		svg_put(page, "<path class=c%d d=\"M%n 5H%nv6H%nz\"/>", row->status,
				fmin(from, to), fmax(fmax(from, to), fmin(from, to) + 1.0), fmin(from, to));
	}
	if (row->has_goal)
	{
		mark(page, &axis, goal_low(&row->goal), "g", 1.0, 15.0);
		if (goal_low(&row->goal) != goal_high(&row->goal))
			mark(page, &axis, goal_high(&row->goal), "g", 1.0, 15.0);
		if (row->goal.has_baseline)
			mark(page, &axis, row->goal.baseline, "o", 5.0, 11.0);
		mark_due(page, &axis, due_value(row, 0));
		if (due_value(row, 1) != due_value(row, 0))
			mark_due(page, &axis, due_value(row, 1));
	}
	svg_put(page, "</svg>");
}

/* A straight line through the values of a series, by their places. */
typedef struct Fit
{
	int			count;
	double		slope;
	double		mean_at;
	double		mean;
	double		spread;			/* of the places */
	double		error;			/* standard deviation around the line */
} Fit;

static Fit
fit_series(const ReportRow *row)
{
	Fit			fit = {0};
	double		xy = 0.0;
	double		rest = 0.0;

	for (int i = 0; i < row->series_count; i++)
		if (!isnan(row->series[i]))
		{
			fit.count++;
			fit.mean_at += i;
			fit.mean += row->series[i];
		}
	fit.mean_at /= fit.count;
	fit.mean /= fit.count;
	for (int i = 0; i < row->series_count; i++)
		if (!isnan(row->series[i]))
		{
			fit.spread += (i - fit.mean_at) * (i - fit.mean_at);
			xy += (i - fit.mean_at) * (row->series[i] - fit.mean);
		}
	fit.slope = xy / fit.spread;
	for (int i = 0; i < row->series_count; i++)
		if (!isnan(row->series[i]))
		{
			double		off = row->series[i] - (fit.mean + fit.slope * (i - fit.mean_at));

			rest += off * off;
		}
	fit.error = fit.count > 2 ? sqrt(rest / (fit.count - 2)) : NAN;
	return fit;
}

static double
fitted(const Fit *fit, double at)
{
	return fit->mean + fit->slope * (at - fit->mean_at);
}

/* The standard error of a value that is read off the line. */
static double
error_at(const Fit *fit, double at)
{
	return fit->error *
		sqrt(1.0 + 1.0 / fit->count + (at - fit->mean_at) * (at - fit->mean_at) / fit->spread);
}

typedef struct SeriesPlot
{
	Axis		across;
	Axis		up;
} SeriesPlot;

static void
point(Svg *page, const SeriesPlot *plot, const char *command, double at, double value)
{
	svg_put(page, "%s%n %n", command, axis_at(&plot->across, at), axis_at(&plot->up, value));
}

static void
draw_values(Svg *page, const SeriesPlot *plot, const ReportRow *row)
{
	bool		goes_on = false;
	int			last = -1;

	svg_put(page, "<path class=l d=\"");
	for (int i = 0; i < row->series_count; i++)
	{
		if (!isnan(row->series[i]))
		{
			point(page, plot, goes_on ? "L" : "M", i, row->series[i]);
			last = i;
		}
		goes_on = !isnan(row->series[i]);
	}
	svg_put(page, "\"/>");
	for (int i = 0; i < row->series_count; i++)
		if (!isnan(row->series[i]) && (i == last || ((i == 0 || isnan(row->series[i - 1])) &&
													 (i + 1 == row->series_count ||
													  isnan(row->series[i + 1])))))
			svg_put(page, "<circle cx=\"%n\" cy=\"%n\" r=\"2\"/>", axis_at(&plot->across, i),
					axis_at(&plot->up, row->series[i]));
}

static void
draw_trend(Svg *page, const SeriesPlot *plot, const Fit *fit, int from, int to)
{
	svg_put(page, "<path class=u d=\"");
	point(page, plot, "M", from, fitted(fit, from) - error_at(fit, from));
	point(page, plot, "L", to, fitted(fit, to) - error_at(fit, to));
	point(page, plot, "L", to, fitted(fit, to) + error_at(fit, to));
	point(page, plot, "L", from, fitted(fit, from) + error_at(fit, from));
	svg_put(page, "z\"/><path class=p d=\"");
	point(page, plot, "M", from, fitted(fit, from));
	point(page, plot, "L", to, fitted(fit, to));
	svg_put(page, "\"/>");
}

/* The figures of the years, and where their trend leads in those that are missing at the end. */
void
report_series(Svg *page, const Report *report, const ReportRow *row)
{
	Fit			fit = fit_series(row);
	double		low = NAN;
	double		high = NAN;
	int			last = row->series_count - 1;
	bool		has_trend;

	while (last >= 0 && isnan(row->series[last]))
		last--;
	has_trend = fit.count >= LEAST_TREND && last + 1 < row->series_count && isfinite(fit.error) &&
		isfinite(fitted(&fit, row->series_count - 1));
	for (int i = 0; i < row->series_count; i++)
		extend_range(&low, &high, row->series[i]);
	if (has_trend)
		for (int i = 0; i < 2; i++)
		{
			double		at = i == 0 ? last : row->series_count - 1;

			extend_range(&low, &high, fitted(&fit, at) - error_at(&fit, at));
			extend_range(&low, &high, fitted(&fit, at) + error_at(&fit, at));
		}
	(void) report;
	if (fit.count < 2)
		return;
	if (!(high > low))
		low -= 1.0, high += 1.0;
	svg_put(page, "<svg class=y viewBox=\"0 0 90 22\" aria-hidden=true>");
	{
		SeriesPlot	plot = {
			{0.0, fmax(row->series_count - 1, 1), 3.0, SERIES_WIDE - 3.0, 0.0},
			{low, high, SERIES_HIGH - 3.0, 3.0, 0.0}
		};

		if (has_trend)
			draw_trend(page, &plot, &fit, last, row->series_count - 1);
		draw_values(page, &plot, row);
	}
	svg_put(page, "</svg>");
}
