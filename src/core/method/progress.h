/*
 * progress.h
 *		Progress: values of two years, and the target with its year.
 */
#ifndef TNPLAN_CORE_PROGRESS_H
#define TNPLAN_CORE_PROGRESS_H

#include <math.h>
#include <stdbool.h>

#include "core/cut.h"
#include "core/error.h"

/* NaN where a value is missing.  Years may be fractional. */
typedef struct Progress
{
	double		current;
	double		current_year;
	double		baseline;
	double		baseline_year;
	double		target;
	double		target_year;
	double		sign;			/* 1 if higher is better, -1 if lower is */
} Progress;

/* Whether there are values of two years, in order. */
static inline bool
progress_has_two_points(const Progress *p)
{
	return !isnan(p->current) && !isnan(p->baseline) && p->current_year > p->baseline_year;
}

/* Whether a value meets the target; false if one of them is missing. */
static inline bool
progress_meets_target(const Progress *p, double value)
{
	return is_as_good(value, p->target, p->sign, fabs(p->target));
}

/* Whether the target equals the baseline; false if one of them is missing. */
static inline bool
progress_target_is_baseline(const Progress *p)
{
	return is_on_cut(p->baseline, p->target, fabs(p->target));
}

#endif							/* TNPLAN_CORE_PROGRESS_H */
