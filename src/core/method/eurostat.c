/*
 * eurostat.c
 *		Growth against the growth that the target asks for.
 *
 * For baseline b, current figure x, target T, years t_b, t_x, t_T, d = 1 where higher is
 * better and -1 where lower is, and s = -1 where all figures are negative, else 1:
 *
 *		growth(u, v)	(v / u)^(1 / (t_v - t_u)) - 1
 *		pace			d s growth(b, x) / |growth(b, T)|; without a target d s growth(b, x)
 *
 * Score of a pace R with a target: 5 from 1.3 on and once the target is met, else
 * 7.1429 R - 4.2857 from 0.6, 4.1667 R - 2.5 from -0.6, else -5.  The slopes are rounded as
 * in the figures that Statistics Canada publishes.  Without a target it is linear through
 * (-2 %, -5), (0, -2.5), (0.5 % C, 0), (1.5 % C, 2.5), (2 % C, 5), C being 1 without a
 * natural limit L and else, of absolute values, 1 - (b / L)^4.44 up to L,
 * 1 - ((2 L - b) / L)^4.44 up to 2 L, and 1 beyond.
 *
 * Sources: Eurostat, "Sustainable development in the European Union", introduction
 * (https://ec.europa.eu/eurostat/statistics-explained/index.php?title=SDG_-_Introduction);
 * Statistics Canada's progress measure as it stands in Open SDG
 * (github open-sdg/open-sdg, docs/progress-methodology.md), published scores of 2026; for
 * EUSTAT's cuts, its port of Eurostat's method.
 */
#include "core/method/eurostat.h"

#include <stddef.h>

#include "core/cut.h"
#include "core/growth.h"

#define TARGET_ACHIEVED "target_achieved"
#define NOT_AVAILABLE "not_available"

static const Word words[] = {
	{"statcan", EDITION_STATCAN},
	{"eurostat", EDITION_EUROSTAT},
	{"eustat", EDITION_EUSTAT},
};

const WordTable eurostat_edition_words = WORD_TABLE("edition", words,
													"Valid values are statcan, eurostat and eustat.");

/* From where on each class holds, best first; the last class has what is left. */
typedef struct Cut
{
	double		from;
	bool		inclusive;
	const char *label;
} Cut;

#define LAST_CUT -HUGE_VAL, true

/* Of the pace to a target. */
static const Cut statcan_target_cuts[] = {
	{0.95, true, "substantial_progress"},
	{0.60, true, "moderate_progress"},
	{0.0, true, "limited_progress"},
	{LAST_CUT, "deterioration"}
};
static const Cut eurostat_target_cuts[] = {
	{0.95, true, "significant_progress"},
	{0.60, true, "moderate_progress"},
	{0.0, true, "insufficient_progress"},
	{LAST_CUT, "movement_away"}
};

/* Of growth a year, where there is no target. */
static const Cut statcan_growth_cuts[] = {
	{0.015, true, "substantial_progress"},
	{0.005, true, "moderate_progress"},
	{0.0, true, "limited_progress"},
	{LAST_CUT, "deterioration"}
};
static const Cut eurostat_growth_cuts[] = {
	{0.01, true, "significant_progress"},
	{0.0, true, "moderate_progress"},
	{-0.01, true, "moderate_movement_away"},
	{LAST_CUT, "significant_movement_away"}
};
static const Cut eustat_growth_cuts[] = {
	{0.01, false, "significant_progress"},
	{0.001, false, "moderate_progress"},
	{-0.001, true, "no_movement"},
	{-0.01, true, "moderate_movement_away"},
	{LAST_CUT, "significant_movement_away"}
};

/* Positive cuts are shortened by a factor. */
static const char *
class_by_cuts(const Cut *cut, double value, double factor)
{
	for (;; cut++)
	{
		double		from = cut->from > 0.0 ? cut->from * factor : cut->from;

		if (cut->inclusive ? reaches_cut(value, from, 1.0) : passes_cut(value, from, 1.0))
			return cut->label;
	}
}

/* Zero has no growth: something small stands in its place.  What stays at zero has not grown. */
static Course
without_zeros(const Course *course, double zero)
{
	Course		c = *course;

	if (c.baseline == 0.0)
	{
		c.baseline = zero;
		if (c.current == 0.0)
			c.current = zero;
	}
	if (c.target == 0.0)
		c.target = zero;
	return c;
}

static double
sign_of_growth(const Course *c)
{
	return c->baseline < 0.0 ? -c->sign : c->sign;
}

static PlanError
pace_without_zeros(const Course *c, double *pace)
{
	double		growth,
				required;
	PlanError	error;

	if (!course_has_two_points(c))
		return PLAN_UNDEFINED;
	error = growth_rate(c->baseline, c->current, c->current_year - c->baseline_year, &growth);
	if (error != PLAN_OK)
		return error;
	*pace = sign_of_growth(c) * growth;
	if (isnan(c->target))
		return PLAN_OK;
	if (c->target == 0.0)
		return PLAN_UNDEFINED;
	error = growth_rate(c->baseline, c->target, c->target_year - c->baseline_year, &required);
	if (error != PLAN_OK)
		return error;
	if (course_target_is_baseline(c))
		return PLAN_UNDEFINED;
	*pace /= fabs(required);
	return isfinite(*pace) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

PlanError
eurostat_pace(const Course *course, double zero, double *pace)
{
	Course		c = without_zeros(course, zero);

	return pace_without_zeros(&c, pace);
}

/* Why there is no pace; NULL where there is one. */
const char *
eurostat_reason(const Course *course, double zero)
{
	Course		c = without_zeros(course, zero);
	double		pace;
	PlanError	error = pace_without_zeros(&c, &pace);

	if (error != PLAN_UNDEFINED)
		return NULL;
	if (isnan(c.current))
		return "no_data";
	if (!course_has_two_points(&c))
		return "one_observation";
	if (c.baseline == 0.0)
		return "zero_baseline";
	if (c.target == 0.0)
		return "zero_target";
	if (course_target_is_baseline(course))
		return "target_is_baseline";
	/* What stands for zero may be the other of the two. */
	if (course_target_is_baseline(&c))
		return course->baseline == 0.0 ? "zero_baseline" : "zero_target";
	if (growth_rate(c.baseline, c.current, 1.0, &pace) == PLAN_UNDEFINED ||
		growth_rate(c.baseline, c.target, 1.0, &pace) == PLAN_UNDEFINED)
		return "mixed_signs";
	return "no_target_year";
}

/*
 * The pace as it is judged.  Where the target is the baseline no growth is asked for, and
 * what does not hold it deteriorates.
 */
static PlanError
judged_pace(const Course *course, const Course *c, double *pace)
{
	if (course_has_two_points(course) && course_target_is_baseline(course))
	{
		*pace = -HUGE_VAL;
		return PLAN_OK;
	}
	return pace_without_zeros(c, pace);
}

/* C: how much of a positive cut is left for what begins near its natural limit. */
static double
limit_factor(double baseline, double limit)
{
	baseline = fabs(baseline);
	limit = fabs(limit);
	if (isnan(limit) || baseline >= 2.0 * limit)
		return 1.0;
	if (baseline <= limit)
		return 1.0 - pow(baseline / limit, 4.44);
	return 1.0 - pow((2.0 * limit - baseline) / limit, 4.44);
}

static double
between(double x, double x0, double y0, double x1, double y1)
{
	return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
}

static double
score_of_growth(double growth, double factor)
{
	if (growth >= 0.02 * factor)
		return 5.0;
	if (growth <= -0.02)
		return -5.0;
	if (growth <= 0.0)
		return between(growth, -0.02, -5.0, 0.0, -2.5);
	if (growth <= 0.005 * factor)
		return between(growth, 0.0, -2.5, 0.005 * factor, 0.0);
	if (growth <= 0.015 * factor)
		return between(growth, 0.005 * factor, 0.0, 0.015 * factor, 2.5);
	return between(growth, 0.015 * factor, 2.5, 0.02 * factor, 5.0);
}

/* The rounded slopes overshoot both ends a little. */
static double
score_of_pace(double pace)
{
	if (pace >= 0.6)
		return fmin(7.1429 * pace - 4.2857, 5.0);
	return fmax(4.1667 * pace - 2.5, -5.0);
}

PlanError
eurostat_score(const Course *course, double natural_limit, double zero, double *score)
{
	Course		c = without_zeros(course, zero);
	double		pace;
	PlanError	error;

	*score = 5.0;
	if (course_has_two_points(course) && course_is_met(course))
		return PLAN_OK;
	error = judged_pace(course, &c, &pace);
	if (error != PLAN_OK)
		return error;
	*score = isnan(c.target)
		? score_of_growth(pace, limit_factor(c.baseline, natural_limit))
		: score_of_pace(pace);
	return PLAN_OK;
}

/* Of a pace that others have computed. */
double
eurostat_pace_score(double pace, bool has_target)
{
	return has_target ? score_of_pace(pace) : score_of_growth(pace, 1.0);
}

const char *
eurostat_pace_class(double pace, bool has_target, EurostatEdition edition)
{
	static const Cut *const growth_cuts[] = {
		statcan_growth_cuts, eurostat_growth_cuts, eustat_growth_cuts
	};

	if (!has_target)
		return class_by_cuts(growth_cuts[edition], pace, 1.0);
	return class_by_cuts(edition == EDITION_STATCAN ? statcan_target_cuts : eurostat_target_cuts,
						 pace, 1.0);
}

PlanError
eurostat_class(const Course *course, double natural_limit, double zero, EurostatEdition edition,
			   const char **label)
{
	Course		c = without_zeros(course, zero);
	double		pace;
	PlanError	error;

	*label = TARGET_ACHIEVED;
	if (course_has_two_points(course) && course_is_met(course))
		return PLAN_OK;
	error = judged_pace(course, &c, &pace);
	*label = NOT_AVAILABLE;
	if (error != PLAN_OK)
		return error == PLAN_UNDEFINED ? PLAN_OK : error;
	if (isnan(c.target) && edition == EDITION_STATCAN)
		*label = class_by_cuts(statcan_growth_cuts, pace,
							   limit_factor(c.baseline, natural_limit));
	else
		*label = eurostat_pace_class(pace, !isnan(c.target), edition);
	return PLAN_OK;
}

/* Of an indicator whose score is the mean of several series. */
const char *
eurostat_score_class(double score, bool all_achieved)
{
	static const Cut cuts[] = {
		{2.5, true, "substantial_progress"},
		{0.0, true, "moderate_progress"},
		{-2.5, true, "limited_progress"},
		{LAST_CUT, "deterioration"}
	};

	return all_achieved ? TARGET_ACHIEVED : class_by_cuts(cuts, score, 1.0);
}

/* A figure that should be at a centre, as one that should fall to it: c + |y - c|. */
double
eurostat_reflected(double value, double centre)
{
	return centre + fabs(value - centre);
}

/* A ratio whose target is 1, as one that has to fall to 1: max(y, 1 / y), 0.97 to 1.03 being 1. */
PlanError
eurostat_parity(double ratio, double *result)
{
	if (!(ratio > 0.0))
		return PLAN_UNDEFINED;
	if (reaches_cut(ratio, 0.97, 1.0) && !passes_cut(ratio, 1.03, 1.0))
		*result = 1.0;
	else
		*result = fmax(ratio, 1.0 / ratio);
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}
