/*
 * un_progress.c
 *		The levels of the United Nations' SDG progress chart.
 *
 * For baseline b, current figure x, target T, years t_b, t_x, t_T, and d = 1 where higher is
 * better, -1 where lower is:
 *
 *		growth		g = (x / b)^(1 / (t_x - t_b)) - 1
 *		expected	e = x (1 + g)^(t_T - t_x)
 *		ratio		R = (e - b) / (T - b)
 *		level		3 once the target is met and for R >= 0.95, 2 for R >= 0.10, else 1;
 *					without a target 3 for d g >= 2 %, 2 for d g >= 0.5 %, else 1; what moves the
 *					other way is at level 1 even where that has no rate, as from zero
 *
 * Source: UNSD, "Progress Chart 2023: technical note"
 * (https://unstats.un.org/sdgs/files/report/2023/Progress_Chart_Technical_Note_2023.pdf), as
 * EUSTAT transcribes it.
 */
#include "core/method/un_progress.h"

#include "core/cut.h"
#include "core/growth.h"

static PlanError
growth_of(const Course *c, double *growth)
{
	if (!course_has_two_points(c))
		return PLAN_UNDEFINED;
	return growth_rate(c->baseline, c->current, c->current_year - c->baseline_year, growth);
}

PlanError
un_progress_expected(const Course *c, bool percent, double *expected)
{
	double		growth;
	PlanError	error = growth_of(c, &growth);

	if (error != PLAN_OK)
		return error;
	if (isnan(c->target_year))
		return PLAN_UNDEFINED;
	/* What has come to zero stays there. */
	*expected = c->current == 0.0 ? 0.0 :
		c->current * pow(1.0 + growth, c->target_year - c->current_year);
	if (!isnan(*expected) && percent)
		*expected = fmin(fmax(*expected, 0.0), 100.0);
	return isfinite(*expected) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/* None where the baseline has met the target: from there no way leads to it. */
PlanError
un_progress_ratio(const Course *c, bool percent, double *ratio)
{
	double		expected;
	PlanError	error = un_progress_expected(c, percent, &expected);

	if (error != PLAN_OK)
		return error;
	if (isnan(c->target) || course_reaches_target(c, c->baseline))
		return PLAN_UNDEFINED;
	*ratio = (expected - c->baseline) / (c->target - c->baseline);
	return isfinite(*ratio) && isfinite(c->target - c->baseline) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

static bool
is_met_or_at_limit(const Course *c, bool percent)
{
	bool		has_limit = percent && (c->target == 0.0 || c->target == 100.0);

	return course_is_met(c) ||
		(has_limit && !passes_cut(fabs(c->current - c->target), 1.0, 100.0));
}

static bool
has_gone_back(const Course *c)
{
	return passes_cut(c->sign * c->baseline, c->sign * c->current, fabs(c->baseline));
}

PlanError
un_progress_level(const Course *c, bool percent, int *level)
{
	double		value = 0.0;
	double		scale = 1.0;
	bool		has_target = !isnan(c->target);
	PlanError	error;

	*level = 3;
	if (is_met_or_at_limit(c, percent))
		return PLAN_OK;
	*level = 1;
	if (course_has_two_points(c) && (course_reaches_target(c, c->baseline) || has_gone_back(c)))
		return PLAN_OK;			/* it has been there already, or went the other way */
	if (has_target)
	{
		error = un_progress_ratio(c, percent, &value);
		scale = fmax(fabs(c->target), fabs(c->baseline)) / fabs(c->target - c->baseline);
	}
	else
	{
		error = growth_of(c, &value);
		value *= c->baseline < 0.0 ? -c->sign : c->sign;
	}
	if (error != PLAN_OK)
		return error;
	if (isnan(value))
		return PLAN_UNDEFINED;
	if (reaches_cut(value, has_target ? 0.95 : 0.02, scale))
		*level = 3;
	else if (reaches_cut(value, has_target ? 0.10 : 0.005, scale))
		*level = 2;
	return PLAN_OK;
}

const char *
un_progress_class(int level)
{
	return level == 3 ? "met_or_on_track" :
		level == 2 ? "fair_progress" : "stagnation_or_regression";
}
