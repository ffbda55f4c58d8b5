/*
 * growth.h
 *		An indicator between a baseline and a target, and its compound growth.
 */
#ifndef TNPLAN_CORE_GROWTH_H
#define TNPLAN_CORE_GROWTH_H

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "cut.h"
#include "error.h"

/* Two figures and what is aimed at; NaN where one is missing.  Years may be fractional. */
typedef struct Course
{
	double		current;
	double		current_year;
	double		baseline;
	double		baseline_year;
	double		target;
	double		target_year;
	double		sign;			/* 1 for higher is better, -1 for lower */
} Course;

/* Whether there are figures of two different years. */
static inline bool
course_has_two_points(const Course *c)
{
	return !isnan(c->current) && !isnan(c->baseline) && c->current_year > c->baseline_year;
}

/* Whether a figure has come to the target; false too where one of them is missing. */
static inline bool
course_reaches_target(const Course *c, double value)
{
	return is_as_good(value, c->target, c->sign, fabs(c->target));
}

static inline bool
course_is_met(const Course *c)
{
	return course_reaches_target(c, c->current);
}

/* Whether the target is where the course began; false too where one of them is missing. */
static inline bool
course_target_is_baseline(const Course *c)
{
	return is_on_cut(c->baseline, c->target, fabs(c->target));
}

/*
 * The compound annual growth rate, (to / from)^(1 / years) - 1: none from zero, and none
 * between a positive and a negative figure.  No years, or unknown ones, have none either.
 */
static inline PlanError
growth_rate(double from, double to, double years, double *rate)
{
	if (!(years > 0.0) || from == 0.0 || !(to == 0.0 || (from > 0.0) == (to > 0.0)))
		return PLAN_UNDEFINED;
	*rate = pow(to / from, 1.0 / years) - 1.0;
	return isfinite(*rate) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/*
 * ln(value / (ceiling - value)), for values between 0 and the ceiling.  The quotient of a value
 * that is tiny beside the ceiling loses digits or comes to 0: its logarithm is a difference.
 */
static inline double
logit(double value, double ceiling)
{
	double		odds = value / (ceiling - value);

	if (odds < DBL_MIN)
		return log(value) - log(ceiling - value);
	return log(odds);
}

#endif							/* TNPLAN_CORE_GROWTH_H */
