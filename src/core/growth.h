/*
 * growth.h
 *		Compound growth, and logits.
 */
#ifndef TNPLAN_CORE_GROWTH_H
#define TNPLAN_CORE_GROWTH_H

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "core/error.h"

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
