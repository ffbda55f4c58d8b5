/*
 * argument.h
 *		Figures and weights as arguments of transition functions.
 */
#ifndef TNPLAN_ARGUMENT_H
#define TNPLAN_ARGUMENT_H

#include <math.h>

#include "type.h"

/* A figure that is not missing; -0 is 0, lest a result show which of the two came first. */
static inline double
finite_argument(FunctionCallInfo fcinfo, int n, const char *name)
{
	double		value = PG_GETARG_FLOAT8(n);

	if (unlikely(!isfinite(value)))
		report_figure_error(name, value);
	return value + 0.0;
}

/* An unknown weight weighs nothing. */
static inline double
checked_weight_argument(FunctionCallInfo fcinfo, int n)
{
	double		weight = PG_ARGISNULL(n) ? 0.0 : PG_GETARG_FLOAT8(n);

	if (unlikely(!(weight >= 0.0)))
		report_weight_error(weight);
	if (unlikely(isinf(weight)))
		report_figure_error("weight", weight);
	return weight;
}

#endif							/* TNPLAN_ARGUMENT_H */
