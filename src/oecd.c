/*
 * oecd.c
 *		The OECD's distance to a target.
 */
#include "postgres.h"

#include "utils/float.h"

#include "core/oecd.h"
#include "method.h"

/* (value, target, deviation, direction), of which the deviation may be NULL. */
PG_FUNCTION_INFO_V1(plan_oecd_distance);
Datum
plan_oecd_distance(PG_FUNCTION_ARGS)
{
	double		value = actual_argument(fcinfo, 0, "value");
	double		target = figure_argument(fcinfo, 1, "target");
	double		deviation = figure_argument(fcinfo, 2, "standard deviation");
	double		sign = direction_sign_argument(fcinfo, 3);
	double		distance = 0.0;
	PlanError	error = oecd_distance(value, target, deviation, sign, &distance);

	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("standard deviation must not be negative: %s",
						float8out_internal(deviation))));
	return figure_datum(fcinfo, error, distance, "distance");
}

