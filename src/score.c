/*
 * score.c
 *		Comparing one actual with one goal.
 *
 * Each function takes an actual and a goal, then its options.
 */
#include "postgres.h"

#include <math.h>

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
	cap = cap_argument(fcinfo, OPTION);
	return figure_datum(fcinfo, PLAN_OK, score_clamp(score_achievement(&bound), cap), "score");
}

PG_FUNCTION_INFO_V1(plan_status);
Datum
plan_status(PG_FUNCTION_ARGS)
{
	Bound		bound;
	bool		known = bound_argument(fcinfo, &bound);
	double		expected = NAN;
	PaceCuts	cuts;

	/* Bad options are errors whatever the row holds. */
	if (!PG_ARGISNULL(OPTION))
	{
		expected = PG_GETARG_FLOAT8(OPTION);
		if (!(expected >= 0.0 && expected <= 1.0))
			report_expected_error(expected);
	}
	cuts = cuts_argument(fcinfo, OPTION + 1);

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
