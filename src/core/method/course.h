/*
 * course.h
 *		An indicator between a baseline and a target.
 */
#ifndef TNPLAN_CORE_COURSE_H
#define TNPLAN_CORE_COURSE_H

#include <math.h>
#include <stdbool.h>

#include "core/cut.h"
#include "core/error.h"

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

#endif							/* TNPLAN_CORE_COURSE_H */
