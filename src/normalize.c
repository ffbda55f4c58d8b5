/*
 * normalize.c
 *		Figures of unlike units on a common scale, by what is known of all of them.
 */
#include "postgres.h"

#include "utils/float.h"

#include "core/normalize.h"
#include "sample.h"

/* (value, min, max, low, high); n_minmax in COINr */
PG_FUNCTION_INFO_V1(plan_min_max);
Datum
plan_min_max(PG_FUNCTION_ARGS)
{
	double		min = finite_argument(fcinfo, 1, "min");
	double		max = finite_argument(fcinfo, 2, "max");
	double		low = finite_argument(fcinfo, 3, "low");
	double		high = finite_argument(fcinfo, 4, "high");
	double		result;
	PlanError	error = min_max(finite_argument(fcinfo, 0, "value"), min, max, low, high, &result);

	return figure_datum(fcinfo, error, result, "result");
}

/* (value, mean, sd, to_mean, to_sd); n_zscore in COINr, with the deviation of a sample */
PG_FUNCTION_INFO_V1(plan_z_score);
Datum
plan_z_score(PG_FUNCTION_ARGS)
{
	double		value = finite_argument(fcinfo, 0, "value");
	double		mean = finite_argument(fcinfo, 1, "mean");
	double		sd = finite_argument(fcinfo, 2, "standard deviation");
	double		to_mean = finite_argument(fcinfo, 3, "mean");
	double		to_sd = finite_argument(fcinfo, 4, "standard deviation");
	double		result;
	PlanError	error;

	if (unlikely(sd < 0.0 || to_sd < 0.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("standard deviation must not be negative: %s",
						float8out_internal(Min(sd, to_sd)))));
	error = z_score(value, mean, sd, to_mean, to_sd, &result);
	return figure_datum(fcinfo, error, result, "result");
}

/*
 * (value, worst, target, cap); n_dist2targ in COINr, whose worst is the least value of the sample,
 * or the greatest where less is better.  An infinite cap is none.
 */
PG_FUNCTION_INFO_V1(plan_distance_to_target);
Datum
plan_distance_to_target(PG_FUNCTION_ARGS)
{
	double		worst = finite_argument(fcinfo, 1, "worst");
	double		target = finite_argument(fcinfo, 2, "target");
	double		cap = PG_GETARG_FLOAT8(3);
	double		share = 0.0;
	PlanError	error = share_of_way(finite_argument(fcinfo, 0, "value"), worst, target, &share);

	if (isnan(cap) || cap == -INFINITY)
		report_figure_error("cap", cap);
	return figure_datum(fcinfo, error, Min(share, cap), "result");
}
