/*
 * method.c
 *		What the wrappers of the named methods share.
 *
 * Errors of all methods: 22003, a value that is not finite, or a result out of range; 22023, a
 * goal that the method does not define, years before the baseline year, cuts and thresholds in
 * the wrong order, and unrecognized words.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/float.h"

#include "goal.h"
#include "method/method.h"
#include "names.h"

static const char *
goal_text(const Goal *goal)
{
	char	   *text = palloc(GOAL_TEXT_SIZE);

	goal_write(text, goal);
	return text;
}

/* A goal that is not a range or band. */
MethodGoal
single_goal_argument(FunctionCallInfo fcinfo, int n)
{
	const Goal *goal = PG_GETARG_PLAN_GOAL_P(n);

	if (goal_low(goal) != goal_high(goal))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("goal \"%s\" must have a single target", goal_text(goal)),
				 errdetail("The method does not define ranges and bands.")));
	return (MethodGoal) {
		goal_low(goal), goal->has_baseline ? goal->baseline : NAN, (GoalDirection) goal->direction
	};
}

/* A goal whose direction is higher or lower. */
MethodGoal
directed_goal_argument(FunctionCallInfo fcinfo, int n)
{
	MethodGoal	goal = single_goal_argument(fcinfo, n);

	if (goal.direction == GOAL_WITHIN)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("direction of goal \"%s\" must be higher or lower, not within",
						goal_text(PG_GETARG_PLAN_GOAL_P(n)))));
	return goal;
}

static void
check_years(const char *name, double year, double baseline_year)
{
	if (year < baseline_year)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s year %s must not be before baseline year %s", name,
						float8out_internal(year), float8out_internal(baseline_year))));
}

/* (current, current_year, goal, baseline_year, target_year); false without a goal. */
bool
progress_arguments(FunctionCallInfo fcinfo, Progress *progress)
{
	MethodGoal	goal;

	if (PG_ARGISNULL(2))
		return false;
	goal = directed_goal_argument(fcinfo, 2);
	progress->current = actual_argument(fcinfo, 0, "current value");
	progress->current_year = figure_argument(fcinfo, 1, "current year");
	progress->baseline = goal.baseline;
	progress->baseline_year = figure_argument(fcinfo, 3, "baseline year");
	progress->target = goal.target;
	progress->target_year = figure_argument(fcinfo, 4, "target year");
	progress->sign = direction_sign(goal.direction);
	check_years("current", progress->current_year, progress->baseline_year);
	check_years("target", progress->target_year, progress->baseline_year);
	return true;
}

/* (current, current_year, baseline, baseline_year, direction); false without a direction. */
bool
growth_arguments(FunctionCallInfo fcinfo, Progress *progress)
{
	progress->sign = direction_sign_argument(fcinfo, 4);
	if (isnan(progress->sign))
		return false;
	progress->current = actual_argument(fcinfo, 0, "current value");
	progress->current_year = figure_argument(fcinfo, 1, "current year");
	progress->baseline = actual_argument(fcinfo, 2, "baseline");
	progress->baseline_year = figure_argument(fcinfo, 3, "baseline year");
	progress->target = progress->target_year = NAN;
	check_years("current", progress->current_year, progress->baseline_year);
	return true;
}

/* The values of an array, NaN for NULL and NaN. */
double *
values_argument(FunctionCallInfo fcinfo, int n, const char *name, uint32 *count)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(n);
	Datum	   *elements;
	bool	   *nulls;
	int			length;
	double	   *values;

	if (ARR_NDIM(array) > 1)
		report_dimension_error(name);
	deconstruct_array(array, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE,
					  &elements, &nulls, &length);
	values = palloc(((size_t) length + 1) * sizeof(double));
	for (int i = 0; i < length; i++)
	{
		values[i] = nulls[i] ? NAN : DatumGetFloat8(elements[i]);
		if (isinf(values[i]))
			report_figure_error(name, values[i]);
	}
	*count = length;
	return values;
}
