/*
 * un_progress.c
 *		The levels of the United Nations' SDG progress chart.
 *
 * For baseline b, current value x, target T, their years t_b, t_x, t_T, and d = 1 if higher is
 * better, -1 if lower is:
 *
 *		growth		g = (x / b)^(1 / (t_x - t_b)) - 1
 *		expected	e = x (1 + g)^(t_T - t_x)
 *		ratio		R = (e - b) / (T - b)
 *		level		3 once the target is met and for R >= 0.95, 2 for R >= 0.10, else 1
 *		without a target	3 for d g >= 2 %, 2 for d g >= 0.5 %, else 1
 *
 * A value that has moved the wrong way is at level 1 even if that has no rate, as from zero.
 *
 * Edition: UNSD, "Progress Chart 2023: technical note"
 * (https://unstats.un.org/sdgs/files/report/2023/Progress_Chart_Technical_Note_2023.pdf), as
 * EUSTAT transcribes it.
 */
#include "core/method/un_progress.h"

#include <stddef.h>

#include "core/cut.h"
#include "core/growth.h"

static PlanError
growth_of(const Progress *p, double *growth)
{
	if (!progress_has_two_points(p))
		return PLAN_UNDEFINED;
	return growth_rate(p->baseline, p->current, p->current_year - p->baseline_year, growth);
}

PlanError
un_progress_expected(const Progress *p, bool percent, double *expected)
{
	double		growth;
	PlanError	error = growth_of(p, &growth);

	if (error != PLAN_OK)
		return error;
	if (isnan(p->target_year))
		return PLAN_UNDEFINED;
	/* A current value of zero stays zero. */
	*expected = p->current == 0.0 ? 0.0 :
		p->current * pow(1.0 + growth, p->target_year - p->current_year);
	if (!isnan(*expected) && percent)
		*expected = fmin(fmax(*expected, 0.0), 100.0);
	return isfinite(*expected) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/* Undefined if the baseline meets the target: no progress is required. */
PlanError
un_progress_ratio(const Progress *p, bool percent, double *ratio)
{
	double		expected;
	PlanError	error = un_progress_expected(p, percent, &expected);

	if (error != PLAN_OK)
		return error;
	if (isnan(p->target) || progress_meets_target(p, p->baseline))
		return PLAN_UNDEFINED;
	*ratio = (expected - p->baseline) / (p->target - p->baseline);
	return isfinite(*ratio) && isfinite(p->target - p->baseline) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

static bool
is_met_or_at_limit(const Progress *p, bool percent)
{
	bool		has_limit = percent && (p->target == 0.0 || p->target == 100.0);

	return progress_meets_target(p, p->current) ||
		(has_limit && !passes_cut(fabs(p->current - p->target), 1.0, 100.0));
}

static bool
has_moved_away(const Progress *p)
{
	return progress_has_two_points(p) &&
		passes_cut(p->sign * p->baseline, p->sign * p->current, fabs(p->baseline));
}

static int
level_of(double value, double fast, double fair, double scale)
{
	return reaches_cut(value, fast, scale) ? 3 : reaches_cut(value, fair, scale) ? 2 : 1;
}

/* The last digits of the values come to more of the ratio the nearer target and baseline are. */
static double
scale_of_ratio(const Progress *p)
{
	double		scale = fmax(fabs(p->target), fabs(p->baseline)) / fabs(p->target - p->baseline);

	return scale * CUT_SLACK <= MAX_SLACK ? scale : 1.0;
}

PlanError
un_progress_level(const Progress *p, bool percent, int *level)
{
	double		ratio;
	PlanError	error;

	*level = 3;
	if (is_met_or_at_limit(p, percent))
		return PLAN_OK;
	*level = 1;
	if (has_moved_away(p) ||
		(progress_has_two_points(p) && progress_meets_target(p, p->baseline)))
		return PLAN_OK;
	error = un_progress_ratio(p, percent, &ratio);
	if (error == PLAN_OK)
		*level = level_of(ratio, 0.95, 0.10, scale_of_ratio(p));
	return error;
}

PlanError
un_progress_growth_level(const Progress *p, int *level)
{
	double		growth;
	PlanError	error;

	*level = 1;
	if (has_moved_away(p))
		return PLAN_OK;
	error = growth_of(p, &growth);
	if (error == PLAN_OK)
		*level = level_of((p->baseline < 0.0 ? -p->sign : p->sign) * growth, 0.02, 0.005, 1.0);
	return error;
}

/* NULL if there is no such level. */
const char *
un_progress_class(int level)
{
	static const char *const labels[] = {
		"stagnation_or_regression", "fair_progress", "met_or_on_track"
	};

	return level >= 1 && level <= 3 ? labels[level - 1] : NULL;
}
