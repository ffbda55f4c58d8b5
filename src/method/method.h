/*
 * method.h
 *		What the wrappers of the named methods share: reading arguments and answering.
 */
#ifndef TNPLAN_METHOD_H
#define TNPLAN_METHOD_H

#include "utils/builtins.h"

#include "argument.h"
#include "core/method/progress.h"

/* A goal with a single target, as the named methods know it. */
typedef struct MethodGoal
{
	double		target;
	double		baseline;		/* NaN if the goal has none */
	GoalDirection direction;
} MethodGoal;

/* method.c */
extern MethodGoal single_goal_argument(FunctionCallInfo fcinfo, int n);
extern MethodGoal directed_goal_argument(FunctionCallInfo fcinfo, int n);
extern bool progress_arguments(FunctionCallInfo fcinfo, Progress *progress);
extern bool growth_arguments(FunctionCallInfo fcinfo, Progress *progress);
extern double *values_argument(FunctionCallInfo fcinfo, int n, const char *name, uint32 *count);

/* A flag that is false unless stated. */
static inline bool
flag_argument(FunctionCallInfo fcinfo, int n)
{
	return !PG_ARGISNULL(n) && PG_GETARG_BOOL(n);
}

static inline Datum
integer_datum(FunctionCallInfo fcinfo, PlanError error, int value, const char *name)
{
	if (error == PLAN_OK)
		PG_RETURN_INT32(value);
	return figure_datum(fcinfo, error, 0.0, name);
}

/* A class, NULL if there is none. */
static inline Datum
label_datum(FunctionCallInfo fcinfo, PlanError error, const char *label, const char *name)
{
	if (error != PLAN_OK)
		return figure_datum(fcinfo, error, 0.0, name);
	if (label == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(label));
}

#endif							/* TNPLAN_METHOD_H */
