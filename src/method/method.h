/*
 * method.h
 *		What the wrappers of the named methods share: reading figures and answering.
 */
#ifndef TNPLAN_METHOD_H
#define TNPLAN_METHOD_H

#include <math.h>

#include "utils/array.h"
#include "utils/builtins.h"

#include "core/method/course.h"
#include "direction.h"
#include "type.h"

/* method.c */
extern double *figures_argument(FunctionCallInfo fcinfo, int n, const char *name, uint32 *count);
extern int	option_argument(FunctionCallInfo fcinfo, int n, const char *what,
							const char *const *names, int count);
extern bool course_arguments(FunctionCallInfo fcinfo, double target_year, Course *course);

/* A number that a rule goes by; NaN in a kernel says that it is missing. */
static inline double
figure_argument(FunctionCallInfo fcinfo, int n, const char *name)
{
	if (PG_ARGISNULL(n))
		return NAN;
	if (unlikely(!isfinite(PG_GETARG_FLOAT8(n))))
		report_figure_error(name, PG_GETARG_FLOAT8(n));
	return PG_GETARG_FLOAT8(n);
}

/* A figure that was observed or predicted: NaN is none too. */
static inline double
actual_argument(FunctionCallInfo fcinfo, int n, const char *name)
{
	if (PG_ARGISNULL(n) || isnan(PG_GETARG_FLOAT8(n)))
		return NAN;
	return figure_argument(fcinfo, n, name);
}

/* Whether there is a direction. */
static inline bool
direction_argument(FunctionCallInfo fcinfo, int n, GoalDirection *direction)
{
	if (PG_ARGISNULL(n))
		return false;
	*direction = PG_GETARG_DIRECTION(n);
	return true;
}

/* 1 or -1, for methods that know no band; NaN when there is none. */
static inline double
direction_sign_argument(FunctionCallInfo fcinfo, int n)
{
	GoalDirection direction;

	if (!direction_argument(fcinfo, n, &direction))
		return NAN;
	if (direction == GOAL_WITHIN)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("direction must be higher or lower, not within")));
	return direction == GOAL_HIGHER ? 1.0 : -1.0;
}

/* NULL where a figure does not exist. */
static inline Datum
figure_datum(FunctionCallInfo fcinfo, PlanError error, double value, const char *name)
{
	if (error == PLAN_UNDEFINED)
		PG_RETURN_NULL();
	if (error != PLAN_OK)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s out of range", name)));
	PG_RETURN_FLOAT8(value + 0.0);	/* -0 becomes 0 */
}

static inline Datum
label_datum(FunctionCallInfo fcinfo, PlanError error, const char *label, const char *name)
{
	if (error == PLAN_OK)
		PG_RETURN_TEXT_P(cstring_to_text(label));
	return figure_datum(fcinfo, error, 0.0, name);
}

#endif							/* TNPLAN_METHOD_H */
