/*
 * single.c
 *		Methods of one function each: OECD, EU cohesion policy, OKR.
 */
#include "postgres.h"

#include "utils/float.h"

#include "core/method/single.h"
#include "method/method.h"
#include "word.h"

/* (value, goal, deviation); the deviation may be NULL once the goal is met. */
PG_FUNCTION_INFO_V1(plan_oecd_distance);
Datum
plan_oecd_distance(PG_FUNCTION_ARGS)
{
	double		value = actual_argument(fcinfo, 0, "value");
	double		deviation = figure_argument(fcinfo, 2, "standard deviation");
	double		distance = 0.0;
	MethodGoal	goal;
	PlanError	error;

	if (PG_ARGISNULL(1))
		PG_RETURN_NULL();
	goal = directed_goal_argument(fcinfo, 1);
	error = oecd_distance(value, goal.target, deviation, direction_sign(goal.direction),
						  &distance);
	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("standard deviation must not be negative: %s",
						float8out_internal(deviation))));
	return figure_datum(fcinfo, error, distance, "distance");
}

/* (ratios, achieved, tolerated, failed) */
PG_FUNCTION_INFO_V1(plan_cohesion_class);
Datum
plan_cohesion_class(PG_FUNCTION_ARGS)
{
	CohesionCuts cuts;
	uint32		count;
	double	   *ratios = values_argument(fcinfo, 0, "ratios", &count);
	const char *label = NULL;
	PlanError	error;

	cuts.achieved = figure_argument(fcinfo, 1, "cut");
	cuts.tolerated = figure_argument(fcinfo, 2, "cut");
	cuts.failed = figure_argument(fcinfo, 3, "cut");
	if (cuts.achieved < cuts.tolerated || cuts.tolerated < cuts.failed)
		report_cuts_error(cuts.achieved, cuts.tolerated, cuts.failed);
	error = cohesion_class(ratios, count, &cuts, &label);
	return label_datum(fcinfo, error, label, "ratio");
}

/* (grade, regime) */
PG_FUNCTION_INFO_V1(plan_okr_colour);
Datum
plan_okr_colour(PG_FUNCTION_ARGS)
{
	double		grade = actual_argument(fcinfo, 0, "grade");
	OkrRegime	regime = word_argument(fcinfo, 1, &okr_regime_words);

	if (isnan(grade))
		PG_RETURN_NULL();
	return label_datum(fcinfo, PLAN_OK, okr_colour(grade, regime), "grade");
}
