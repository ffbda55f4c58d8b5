/*
 * argument.h
 *		Numbers and directions as arguments, and figures as results.
 *
 * In a kernel NaN says that a number is missing.
 */
#ifndef TNPLAN_ARGUMENT_H
#define TNPLAN_ARGUMENT_H

#include <math.h>

#include "direction.h"
#include "type.h"

static inline bool
has_argument(FunctionCallInfo fcinfo, int n)
{
	return n < PG_NARGS() && !PG_ARGISNULL(n);
}

/* A number that is not NULL.  -0 becomes 0, so that results do not depend on the order of rows. */
static inline double
finite_argument(FunctionCallInfo fcinfo, int n, const char *name)
{
	double		value = PG_GETARG_FLOAT8(n);

	if (unlikely(!isfinite(value)))
		report_figure_error(name, value);
	return value + 0.0;
}

/* A number that a rule goes by: NaN for NULL, but NaN itself is an error. */
static inline double
figure_argument(FunctionCallInfo fcinfo, int n, const char *name)
{
	if (PG_ARGISNULL(n))
		return NAN;
	if (unlikely(!isfinite(PG_GETARG_FLOAT8(n))))
		report_figure_error(name, PG_GETARG_FLOAT8(n));
	return PG_GETARG_FLOAT8(n);
}

/* A number that was observed or predicted: NaN for NULL and NaN. */
static inline double
actual_argument(FunctionCallInfo fcinfo, int n, const char *name)
{
	if (PG_ARGISNULL(n) || isnan(PG_GETARG_FLOAT8(n)))
		return NAN;
	return figure_argument(fcinfo, n, name);
}

/* NaN for NULL; what else it may not be is checked where it is used. */
static inline double
unchecked_argument(FunctionCallInfo fcinfo, int n)
{
	return PG_ARGISNULL(n) ? NAN : PG_GETARG_FLOAT8(n);
}

/* 1 where it is left out, 0 for NULL; not checked either. */
static inline double
weight_argument(FunctionCallInfo fcinfo, int n)
{
	if (n >= PG_NARGS())
		return 1.0;
	return PG_ARGISNULL(n) ? 0.0 : PG_GETARG_FLOAT8(n);
}

/* 0 for NULL. */
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

/* What bounds a score; 1 where it is left out or NULL.  -0 becomes 0. */
static inline double
cap_argument(FunctionCallInfo fcinfo, int n)
{
	double		cap = has_argument(fcinfo, n) ? PG_GETARG_FLOAT8(n) + 0.0 : 1.0;

	if (unlikely(!(cap >= 0.0)))
		report_cap_error(cap);
	return cap;
}

/* False for NULL. */
static inline bool
read_direction_argument(FunctionCallInfo fcinfo, int n, GoalDirection *direction)
{
	if (PG_ARGISNULL(n))
		return false;
	*direction = PG_GETARG_DIRECTION(n);
	return true;
}

/* 1 or -1, where a band makes no sense; NaN for NULL. */
static inline double
direction_sign_argument(FunctionCallInfo fcinfo, int n)
{
	GoalDirection direction;

	if (!read_direction_argument(fcinfo, n, &direction))
		return NAN;
	if (direction == GOAL_WITHIN)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("direction must be higher or lower, not within")));
	return direction == GOAL_HIGHER ? 1.0 : -1.0;
}

/* What a kernel computed: NULL where it does not exist. */
static inline Datum
figure_datum(FunctionCallInfo fcinfo, PlanError error, double value, const char *name)
{
	if (error == PLAN_UNDEFINED)
		PG_RETURN_NULL();
	if (error != PLAN_OK || !isfinite(value))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s out of range", name)));
	PG_RETURN_FLOAT8(value + 0.0);	/* -0 becomes 0 */
}

/* The same of a value that is NaN where it does not exist. */
static inline Datum
value_datum(FunctionCallInfo fcinfo, double value, const char *name)
{
	return figure_datum(fcinfo, isnan(value) ? PLAN_UNDEFINED : PLAN_OK, value, name);
}

#endif							/* TNPLAN_ARGUMENT_H */
