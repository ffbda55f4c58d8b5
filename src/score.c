/*
 * score.c
 *		Comparing one actual with one goal.
 *
 * Each function takes an actual and a goal, then its options.
 */
#include "postgres.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/float.h"

#include "argument.h"
#include "goal.h"
#include "status.h"

/* The first argument after the goal. */
#define OPTION 2

/* Compare the actual with its goal; false if one of them is missing. */
static bool
bound_argument(FunctionCallInfo fcinfo, Bound *bound)
{
	double		actual = actual_argument(fcinfo, 0, "actual");

	if (isnan(actual) || PG_ARGISNULL(1))
		return false;
	*bound = goal_bound(PG_GETARG_PLAN_GOAL_P(1), actual);
	return true;
}

PG_FUNCTION_INFO_V1(plan_achievement);
Datum
plan_achievement(PG_FUNCTION_ARGS)
{
	Bound		bound;

	if (!bound_argument(fcinfo, &bound))
		PG_RETURN_NULL();
	return figure_datum(fcinfo, PLAN_OK, score_achievement(&bound), "achievement");
}

PG_FUNCTION_INFO_V1(plan_score);
Datum
plan_score(PG_FUNCTION_ARGS)
{
	Bound		bound;
	double		cap;

	if (!bound_argument(fcinfo, &bound) || PG_ARGISNULL(OPTION))
		PG_RETURN_NULL();
	cap = PG_GETARG_FLOAT8(OPTION) + 0.0;	/* -0 becomes 0 */
	if (!(cap >= 0.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cap must be a number of at least 0, not %s",
						float8out_internal(cap))));
	return figure_datum(fcinfo, PLAN_OK, score_clamp(score_achievement(&bound), cap), "score");
}

/* Read {on_track, at_risk [, off_track]}, which must descend. */
static PaceCuts
cuts_argument(ArrayType *array)
{
	PaceCuts	cuts = default_cuts;
	int			count = ARR_NDIM(array) == 1 ? ARR_DIMS(array)[0] : 0;
	const double *values = (const double *) ARR_DATA_PTR(array);

	if (count < 2 || count > 3 || ARR_HASNULL(array) || ARR_ELEMTYPE(array) != FLOAT8OID)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cuts must be an array of two or three numbers"),
				 errhint("Cuts are the lowest paces of on_track, at_risk and, optionally, off_track.")));
	cuts.on_track = values[0];
	cuts.at_risk = values[1];
	if (count == 3)
		cuts.off_track = values[2];
	/* Worded so that NaN fails too. */
	if (!(cuts.on_track >= cuts.at_risk && cuts.at_risk >= cuts.off_track))
		report_cuts_error(cuts.on_track, cuts.at_risk, cuts.off_track);
	return cuts;
}

PG_FUNCTION_INFO_V1(plan_status);
Datum
plan_status(PG_FUNCTION_ARGS)
{
	Bound		bound;
	bool		known = bound_argument(fcinfo, &bound);
	double		expected = NAN;
	PaceCuts	cuts = default_cuts;

	/* Bad options are errors whatever the row holds. */
	if (!PG_ARGISNULL(OPTION))
	{
		expected = PG_GETARG_FLOAT8(OPTION);
		if (!(expected >= 0.0 && expected <= 1.0))
			report_expected_error(expected);
	}
	if (!PG_ARGISNULL(OPTION + 1))
		cuts = cuts_argument(PG_GETARG_ARRAYTYPE_P(OPTION + 1));

	if (!known)
		return status_datum(fcinfo, VERDICT_NO_DATA);
	expected = score_expected(&bound, expected);
	if (isnan(expected) && !score_is_met(&bound))
		PG_RETURN_NULL();
	return status_datum(fcinfo,
						score_verdict(&bound, score_achievement(&bound),
									  expected, &cuts));
}

PG_FUNCTION_INFO_V1(plan_gap);
Datum
plan_gap(PG_FUNCTION_ARGS)
{
	Bound		bound;

	if (!bound_argument(fcinfo, &bound))
		PG_RETURN_NULL();
	return figure_datum(fcinfo, PLAN_OK, score_gap(&bound), "gap");
}

/*
 * plan_variance(actual, goal) returns float8: actual less target in the unit of the indicator, positive where
 * that is favourable; 0 within a band, and minus the distance outside.  NULL or NaN actual: NULL.  22003
 * where the difference does not fit.
 */
PG_FUNCTION_INFO_V1(plan_variance);
Datum
plan_variance(PG_FUNCTION_ARGS)
{
	Bound		bound;

	if (!bound_argument(fcinfo, &bound))
		PG_RETURN_NULL();
	return figure_datum(fcinfo, PLAN_OK, score_variance(&bound), "variance");
}

PG_FUNCTION_INFO_V1(plan_is_met);
Datum
plan_is_met(PG_FUNCTION_ARGS)
{
	Bound		bound;

	if (!bound_argument(fcinfo, &bound))
		PG_RETURN_NULL();
	PG_RETURN_BOOL(score_is_met(&bound));
}
