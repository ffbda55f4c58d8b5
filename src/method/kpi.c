/*
 * kpi.c
 *		Key performance indicators as cubes and scorecard products judge them.
 */
#include "postgres.h"

#include "utils/float.h"

#include "core/method/kpi.h"
#include "method/method.h"

/* (actual, goal); the baseline makes no difference in this file. */
PG_FUNCTION_INFO_V1(plan_infor_score);
Datum
plan_infor_score(PG_FUNCTION_ARGS)
{
	double		actual = actual_argument(fcinfo, 0, "actual");
	MethodGoal	goal = directed_goal_argument(fcinfo, 1);
	double		score = 0.0;
	PlanError	error = kpi_infor_score(actual, goal.target, direction_sign(goal.direction),
										&score);

	return figure_datum(fcinfo, error, score, "score");
}

/* (actual, goal) */
PG_FUNCTION_INFO_V1(plan_stratec_score);
Datum
plan_stratec_score(PG_FUNCTION_ARGS)
{
	double		actual = actual_argument(fcinfo, 0, "actual");
	MethodGoal	goal = single_goal_argument(fcinfo, 1);
	double		score = 0.0;
	PlanError	error = kpi_stratec_score(actual, goal.target, goal.direction, &score);

	return figure_datum(fcinfo, error, score, "score");
}

/* (actual, goal, good, acceptable) */
PG_FUNCTION_INFO_V1(plan_kpi_status);
Datum
plan_kpi_status(PG_FUNCTION_ARGS)
{
	double		actual = actual_argument(fcinfo, 0, "actual");
	MethodGoal	goal = directed_goal_argument(fcinfo, 1);
	double		good = figure_argument(fcinfo, 2, "cut");
	double		acceptable = figure_argument(fcinfo, 3, "cut");
	int			status = 0;
	PlanError	error = kpi_status(actual, goal.target, direction_sign(goal.direction), good,
								   acceptable, &status);

	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cuts must descend: %s, %s",
						float8out_internal(good), float8out_internal(acceptable)),
				 errhint("The cut of a good KPI comes first.")));
	return integer_datum(fcinfo, error, status, "status");
}

/* (current, earlier, direction, rise, fall); without a cut of a fall there are two trends. */
PG_FUNCTION_INFO_V1(plan_kpi_trend);
Datum
plan_kpi_trend(PG_FUNCTION_ARGS)
{
	double		current = actual_argument(fcinfo, 0, "current value");
	double		earlier = actual_argument(fcinfo, 1, "earlier value");
	double		rise = figure_argument(fcinfo, 3, "cut");
	double		fall = figure_argument(fcinfo, 4, "cut");
	int			trend = 0;
	PlanError	error = kpi_trend(current, earlier, direction_sign_argument(fcinfo, 2), rise, fall,
								  &trend);

	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cuts must descend: %s, %s",
						float8out_internal(rise), float8out_internal(fall)),
				 errhint("A fall is a smaller growth than a rise, such as -0.02.")));
	return integer_datum(fcinfo, error, trend, "trend");
}

/* (actual, worst_low, best_low, best_high, worst_high) */
PG_FUNCTION_INFO_V1(plan_kpi_band_status);
Datum
plan_kpi_band_status(PG_FUNCTION_ARGS)
{
	double		actual = actual_argument(fcinfo, 0, "actual");
	double		worst_low = figure_argument(fcinfo, 1, "threshold");
	double		best_low = figure_argument(fcinfo, 2, "threshold");
	double		best_high = figure_argument(fcinfo, 3, "threshold");
	double		worst_high = figure_argument(fcinfo, 4, "threshold");
	int			status = 0;
	PlanError	error = kpi_band_status(actual, worst_low, best_low, best_high, worst_high,
										&status);

	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("thresholds must ascend: %s, %s, %s, %s",
						float8out_internal(worst_low), float8out_internal(best_low),
						float8out_internal(best_high), float8out_internal(worst_high))));
	return integer_datum(fcinfo, error, status, "status");
}

/* (performance, on_track, off_track) */
PG_FUNCTION_INFO_V1(plan_kpi_rag);
Datum
plan_kpi_rag(PG_FUNCTION_ARGS)
{
	double		performance = actual_argument(fcinfo, 0, "performance");
	double		on_track = figure_argument(fcinfo, 1, "on-track share");
	double		off_track = figure_argument(fcinfo, 2, "off-track share");
	const char *colour = NULL;
	PlanError	error = kpi_rag(performance, on_track, off_track, &colour);

	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("off-track share %s must not be above on-track share %s",
						float8out_internal(off_track), float8out_internal(on_track))));
	return label_datum(fcinfo, error, colour, "performance");
}
