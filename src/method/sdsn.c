/*
 * sdsn.c
 *		Scores, colours and arrows of the SDG Index.
 *
 * Equal bounds or thresholds, levels whose bounds are not in order, and arrays of different
 * lengths or more than one dimension are errors: 22023.
 */
#include "postgres.h"

#include "utils/float.h"

#include "core/cut.h"
#include "core/method/sdsn.h"
#include "method/method.h"

pg_noreturn static void
report_equal_bounds(const char *a, const char *b)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s and %s must differ", a, b)));
}

PG_FUNCTION_INFO_V1(plan_sdsn_score);
Datum
plan_sdsn_score(PG_FUNCTION_ARGS)
{
	double		value = actual_argument(fcinfo, 0, "value");
	double		lower_bound = figure_argument(fcinfo, 1, "lower bound");
	double		optimum = figure_argument(fcinfo, 2, "optimum");
	double		score = 0.0;
	PlanError	error = sdsn_score(value, lower_bound, optimum, PG_GETARG_BOOL(3), &score);

	if (error == PLAN_REVERSED)
		report_equal_bounds("lower bound", "optimum");
	return figure_datum(fcinfo, error, score, "score");
}

/* (value, red, green) */
PG_FUNCTION_INFO_V1(plan_sdsn_colour);
Datum
plan_sdsn_colour(PG_FUNCTION_ARGS)
{
	double		value = actual_argument(fcinfo, 0, "value");
	double		red = figure_argument(fcinfo, 1, "red threshold");
	double		green = figure_argument(fcinfo, 2, "green threshold");
	const char *colour = NULL;
	PlanError	error = sdsn_colour(value, red, green, &colour);

	if (error == PLAN_REVERSED)
		report_equal_bounds("red", "green threshold");
	return label_datum(fcinfo, error, colour, "value");
}

/* (score, year, baseline_score, baseline_year, green_score, target_year) */
PG_FUNCTION_INFO_V1(plan_sdsn_trend);
Datum
plan_sdsn_trend(PG_FUNCTION_ARGS)
{
	double		score = actual_argument(fcinfo, 0, "score");
	double		year = figure_argument(fcinfo, 1, "year");
	double		baseline_score = actual_argument(fcinfo, 2, "baseline score");
	double		baseline_year = figure_argument(fcinfo, 3, "baseline year");
	double		green_score = figure_argument(fcinfo, 4, "score of the green threshold");
	double		target_year = figure_argument(fcinfo, 5, "target year");
	const char *arrow = NULL;
	PlanError	error;

	error = sdsn_trend(score, year, baseline_score, baseline_year, green_score, target_year,
					   &arrow);
	return label_datum(fcinfo, error, arrow, "trend");
}

PG_FUNCTION_INFO_V1(plan_sdsn_level);
Datum
plan_sdsn_level(PG_FUNCTION_ARGS)
{
	double		value = actual_argument(fcinfo, 0, "value");
	double		lower_bound = figure_argument(fcinfo, 1, "lower bound");
	double		red = figure_argument(fcinfo, 2, "red threshold");
	double		green = figure_argument(fcinfo, 3, "green threshold");
	double		optimum = figure_argument(fcinfo, 4, "optimum");
	double		level = 0.0;
	PlanError	error = sdsn_level(value, lower_bound, red, green, optimum, &level);

	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("bounds and thresholds must be in order: %s, %s, %s, %s",
						float8out_internal(lower_bound), float8out_internal(red),
						float8out_internal(green), float8out_internal(optimum)),
				 errdetail("The order is lower bound, red threshold, green threshold, optimum.")));
	return figure_datum(fcinfo, error, level, "level");
}

PG_FUNCTION_INFO_V1(plan_sdsn_dashboard);
Datum
plan_sdsn_dashboard(PG_FUNCTION_ARGS)
{
	uint32		count;
	double	   *levels = values_argument(fcinfo, 0, "levels", &count);
	const char *colour = NULL;
	PlanError	error;

	error = sdsn_dashboard(levels, count, &colour);
	return label_datum(fcinfo, error, colour, "level");
}

PG_FUNCTION_INFO_V1(plan_sdsn_goal_score);
Datum
plan_sdsn_goal_score(PG_FUNCTION_ARGS)
{
	uint32		count;
	double	   *scores = values_argument(fcinfo, 0, "scores", &count);
	double		mean = 0.0;
	PlanError	error;

	error = sdsn_mean(scores, NULL, count, &mean);
	return figure_datum(fcinfo, error, mean, "sum of scores");
}

/*
 * (goal_scores, region_scores, missing_share, max_missing): no index if more than max_missing
 * of the indicators are missing, or an unknown share of them.
 */
PG_FUNCTION_INFO_V1(plan_sdsn_index);
Datum
plan_sdsn_index(PG_FUNCTION_ARGS)
{
	uint32		count,
				region_count;
	double	   *goals;
	double	   *region = NULL;
	double		missing_share = actual_argument(fcinfo, 2, "missing share");
	double		max_missing = figure_argument(fcinfo, 3, "greatest missing share");
	double		mean = 0.0;
	PlanError	error;

	if (PG_ARGISNULL(0) || !reaches_cut(max_missing, missing_share, 1.0))
		PG_RETURN_NULL();
	goals = values_argument(fcinfo, 0, "goal scores", &count);
	if (!PG_ARGISNULL(1))
	{
		region = values_argument(fcinfo, 1, "region scores", &region_count);
		if (region_count != count)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("arrays of goal and region scores have different lengths: %u and %u",
							count, region_count)));
	}
	error = sdsn_mean(goals, region, count, &mean);
	return figure_datum(fcinfo, error, mean, "sum of scores");
}
