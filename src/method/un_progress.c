/*
 * un_progress.c
 *		The levels of the United Nations' SDG progress chart.
 */
#include "postgres.h"

#include "core/method/un_progress.h"
#include "method/method.h"

/* (current, current_year, baseline, baseline_year, at_year, percent) */
PG_FUNCTION_INFO_V1(plan_un_progress_expected);
Datum
plan_un_progress_expected(PG_FUNCTION_ARGS)
{
	Progress	progress = {.target = NAN, .sign = 1.0};
	double		expected = 0.0;
	PlanError	error;

	progress.current = actual_argument(fcinfo, 0, "current value");
	progress.current_year = figure_argument(fcinfo, 1, "current year");
	progress.baseline = actual_argument(fcinfo, 2, "baseline");
	progress.baseline_year = figure_argument(fcinfo, 3, "baseline year");
	progress.target_year = figure_argument(fcinfo, 4, "year");
	error = un_progress_expected(&progress, flag_argument(fcinfo, 5), &expected);
	return figure_datum(fcinfo, error, expected, "expected value");
}

/* (current, current_year, goal, baseline_year, target_year, percent) */
PG_FUNCTION_INFO_V1(plan_un_progress_ratio);
Datum
plan_un_progress_ratio(PG_FUNCTION_ARGS)
{
	Progress	progress;
	double		ratio = 0.0;
	PlanError	error;

	if (!progress_arguments(fcinfo, &progress))
		PG_RETURN_NULL();
	error = un_progress_ratio(&progress, flag_argument(fcinfo, 5), &ratio);
	return figure_datum(fcinfo, error, ratio, "ratio");
}

/* The same arguments. */
PG_FUNCTION_INFO_V1(plan_un_progress_level);
Datum
plan_un_progress_level(PG_FUNCTION_ARGS)
{
	Progress	progress;
	int			level = 0;
	PlanError	error;

	if (!progress_arguments(fcinfo, &progress))
		PG_RETURN_NULL();
	error = un_progress_level(&progress, flag_argument(fcinfo, 5), &level);
	return integer_datum(fcinfo, error, level, "ratio");
}

/* (current, current_year, baseline, baseline_year, direction) */
PG_FUNCTION_INFO_V1(plan_un_progress_growth_level);
Datum
plan_un_progress_growth_level(PG_FUNCTION_ARGS)
{
	Progress	progress;
	int			level = 0;
	PlanError	error;

	if (!growth_arguments(fcinfo, &progress))
		PG_RETURN_NULL();
	error = un_progress_growth_level(&progress, &level);
	return integer_datum(fcinfo, error, level, "growth");
}

PG_FUNCTION_INFO_V1(plan_un_progress_class);
Datum
plan_un_progress_class(PG_FUNCTION_ARGS)
{
	int			level = PG_GETARG_INT32(0);
	const char *label = un_progress_class(level);

	if (label == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("level must be between 1 and 3, not %d", level)));
	return label_datum(fcinfo, PLAN_OK, label, "level");
}
