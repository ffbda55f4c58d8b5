/*
 * un_progress.c
 *		The levels of the United Nations' SDG progress chart.
 *
 * Arguments: those of a course, then (percent).
 */
#include "postgres.h"

#include "core/method/un_progress.h"
#include "method/method.h"

/* The goals are for 2030 where nothing else is said. */
#define DEFAULT_TARGET_YEAR 2030.0

/* Figures are percentages only where that is said. */
static bool
percent_argument(FunctionCallInfo fcinfo, int n)
{
	return !PG_ARGISNULL(n) && PG_GETARG_BOOL(n);
}

PG_FUNCTION_INFO_V1(plan_un_progress_ratio);
Datum
plan_un_progress_ratio(PG_FUNCTION_ARGS)
{
	Course		course;
	double		ratio = 0.0;
	PlanError	error;

	if (!course_arguments(fcinfo, DEFAULT_TARGET_YEAR, &course))
		PG_RETURN_NULL();
	error = un_progress_ratio(&course, percent_argument(fcinfo, 7), &ratio);
	return figure_datum(fcinfo, error, ratio, "ratio");
}

PG_FUNCTION_INFO_V1(plan_un_progress_level);
Datum
plan_un_progress_level(PG_FUNCTION_ARGS)
{
	Course		course;
	int			level = 0;
	PlanError	error;

	if (!course_arguments(fcinfo, DEFAULT_TARGET_YEAR, &course))
		PG_RETURN_NULL();
	error = un_progress_level(&course, percent_argument(fcinfo, 7), &level);
	if (error != PLAN_OK)
		return figure_datum(fcinfo, error, 0.0, "ratio");
	PG_RETURN_INT32(level);
}

PG_FUNCTION_INFO_V1(plan_un_progress_class);
Datum
plan_un_progress_class(PG_FUNCTION_ARGS)
{
	Course		course;
	int			level = 0;
	PlanError	error;

	if (!course_arguments(fcinfo, DEFAULT_TARGET_YEAR, &course))
		PG_RETURN_NULL();
	error = un_progress_level(&course, percent_argument(fcinfo, 7), &level);
	return label_datum(fcinfo, error, un_progress_class(level), "ratio");
}

/* (current, current_year, baseline, baseline_year, at_year, percent) */
PG_FUNCTION_INFO_V1(plan_un_progress_expected);
Datum
plan_un_progress_expected(PG_FUNCTION_ARGS)
{
	Course		course = {.target = NAN, .sign = 1.0};
	double		expected = 0.0;
	PlanError	error;

	course.current = actual_argument(fcinfo, 0, "current value");
	course.current_year = figure_argument(fcinfo, 1, "current year");
	course.baseline = actual_argument(fcinfo, 2, "baseline");
	course.baseline_year = figure_argument(fcinfo, 3, "baseline year");
	course.target_year = figure_argument(fcinfo, 4, "year");
	error = un_progress_expected(&course, percent_argument(fcinfo, 5), &expected);
	return figure_datum(fcinfo, error, expected, "expected value");
}
