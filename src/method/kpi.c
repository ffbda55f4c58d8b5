/*
 * kpi.c
 *		Key performance indicators as cubes and scorecard products judge them.
 */
#include "postgres.h"

#include "utils/float.h"

#include "core/method/kpi.h"
#include "method/method.h"

static Datum
verdict_datum(FunctionCallInfo fcinfo, PlanError error, int verdict)
{
	if (error != PLAN_OK)
		return figure_datum(fcinfo, error, 0.0, "status");
	PG_RETURN_INT32(verdict);
}

/* (actual, target, direction) */
PG_FUNCTION_INFO_V1(plan_infor_score);
Datum
plan_infor_score(PG_FUNCTION_ARGS)
{
	double		actual = actual_argument(fcinfo, 0, "actual");
	double		target = figure_argument(fcinfo, 1, "target");
	double		sign = direction_sign_argument(fcinfo, 2);
	double		score = 0.0;
	PlanError	error;

	error = kpi_infor_score(actual, target, sign, &score);
	return figure_datum(fcinfo, error, score, "score");
}

/* (actual, target, direction), within being one too */
PG_FUNCTION_INFO_V1(plan_stratec_score);
Datum
plan_stratec_score(PG_FUNCTION_ARGS)
{
	double		actual = actual_argument(fcinfo, 0, "actual");
	double		target = figure_argument(fcinfo, 1, "target");
	GoalDirection direction;
	double		score = 0.0;
	PlanError	error;

	if (!read_direction_argument(fcinfo, 2, &direction))
		PG_RETURN_NULL();
	error = kpi_stratec_score(actual, target, direction, &score);
	return figure_datum(fcinfo, error, score, "score");
}

/* (actual, target, direction, good, acceptable) */
PG_FUNCTION_INFO_V1(plan_kpi_status);
Datum
plan_kpi_status(PG_FUNCTION_ARGS)
{
	double		actual = actual_argument(fcinfo, 0, "actual");
	double		target = figure_argument(fcinfo, 1, "target");
	double		sign = direction_sign_argument(fcinfo, 2);
	double		good = figure_argument(fcinfo, 3, "cut");
	double		acceptable = figure_argument(fcinfo, 4, "cut");
	int			status = 0;
	PlanError	error = kpi_status(actual, target, sign, good, acceptable, &status);

	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cuts must descend: %s, %s",
						float8out_internal(good), float8out_internal(acceptable)),
				 errhint("A good KPI has come further than one that is acceptable.")));
	return verdict_datum(fcinfo, error, status);
}

/* (current, earlier, direction, cut [, fall]) */
PG_FUNCTION_INFO_V1(plan_kpi_trend);
Datum
plan_kpi_trend(PG_FUNCTION_ARGS)
{
	double		current = actual_argument(fcinfo, 0, "current value");
	double		earlier = actual_argument(fcinfo, 1, "earlier value");
	double		sign = direction_sign_argument(fcinfo, 2);
	double		rise = figure_argument(fcinfo, 3, "cut");
	double		fall = PG_NARGS() > 4 ? figure_argument(fcinfo, 4, "cut") : NAN;
	int			trend = 0;
	PlanError	error = kpi_trend(current, earlier, sign, rise, fall, &trend);

	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cuts must descend: %s, %s",
						float8out_internal(rise), float8out_internal(fall)),
				 errhint("A fall is a smaller growth than a rise, such as -0.02.")));
	return verdict_datum(fcinfo, error, trend);
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
	return verdict_datum(fcinfo, error, status);
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
