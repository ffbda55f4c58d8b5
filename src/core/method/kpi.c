/*
 * kpi.c
 *		Key performance indicators as cubes and scorecard products judge them.
 *
 * For actual A, target T, and d = 1 if higher is better, -1 if lower is:
 *
 *		infor		100 (1 + d (A - T) / |T|); |T| is 1 for T = 0
 *		stratec		higher: 100 A / T; for T = 0: 100 if A >= 0, else 0
 *					lower: 200 - 100 A / T for T > 0, 100 A / T for T < 0; for T = 0: 100 if
 *					A <= 0, else 0
 *					within: of these two the one that decreases away from T on the side of A;
 *					for T = 0: 100 if A = 0, else 0
 *		status		1 from 0.95, 0 from 0.85, else -1, of 1 + d (A - T) / |T|, which for d = 1
 *					and T > 0 is A / T; for T = 0: 1 if met, else -1
 *		trend		of the growth d (A - A') / |A'| since the earlier value A': 1 above the cut
 *					of a rise (0.02), else -1; with a cut of a fall, -1 below it, else 0
 *		rag			green from the on-track share, red below the off-track share, else amber
 *
 * Editions: SQL Server Analysis Services, KPI objects and the Adventure Works sample
 * (https://learn.microsoft.com/en-us/previous-versions/sql/sql-server-2012/ms181183(v=sql.110));
 * Infor CPM Strategy Management user guide 10.4; Stratec, "Calculos de desempenho" (Gestao
 * Estrategica 2.0); CAMMS, "Traffic lights".
 */
#include "core/method/kpi.h"

#include <math.h>

#include "core/cut.h"
#include "core/score.h"

PlanError
kpi_infor_score(double actual, double target, double sign, double *score)
{
	double		scale = target == 0.0 ? 1.0 : fabs(target);

	if (isnan(actual) || isnan(target) || isnan(sign))
		return PLAN_UNDEFINED;
	*score = 100.0 * (1.0 + sign * (actual - target) / scale);
	return isfinite(*score) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

PlanError
kpi_stratec_score(double actual, double target, GoalDirection direction, double *score)
{
	double		ratio = actual * 100.0 / target;
	bool		is_met = direction == GOAL_WITHIN ? actual == 0.0 :
		direction == GOAL_HIGHER ? actual >= 0.0 : actual <= 0.0;

	if (isnan(actual) || isnan(target))
		return PLAN_UNDEFINED;
	if (target == 0.0)
		*score = is_met ? 100.0 : 0.0;
	else if (direction == GOAL_HIGHER)
		*score = ratio;
	else if (direction == GOAL_LOWER)
		*score = target > 0.0 ? 200.0 - ratio : ratio;
	else
		*score = (actual <= target) == (target > 0.0) ? ratio : 200.0 - ratio;
	return isfinite(*score) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

static int
status_of(double value, double good, double acceptable)
{
	return reaches_cut(value, good, 1.0) ? 1 : reaches_cut(value, acceptable, 1.0) ? 0 : -1;
}

PlanError
kpi_status(double actual, double target, double sign, double good, double acceptable, int *status)
{
	Bound		bound = {.sign = sign,.target = target,.beyond = target};

	if (!isnan(good) && !isnan(acceptable) && good < acceptable)
		return PLAN_REVERSED;
	if (isnan(actual) || isnan(target) || isnan(sign) || isnan(good) || isnan(acceptable))
		return PLAN_UNDEFINED;
	score_settle(&bound, actual, fabs(bound.target));
	if (target == 0.0)
		*status = score_is_met(&bound) ? 1 : -1;
	else
		*status = status_of(score_against_target(&bound), good, acceptable);
	return PLAN_OK;
}

/* Ends are included. */
static bool
is_between(double actual, double low, double high, double scale)
{
	return reaches_cut(actual, low, scale) && !passes_cut(actual, high, scale);
}

/* Four thresholds with the best in the middle: 1 between the inner ones, 0 up to the outer. */
PlanError
kpi_band_status(double actual, double worst_low, double best_low, double best_high,
				double worst_high, int *status)
{
	double		scale = fmax(fabs(worst_low), fabs(worst_high));

	if (isnan(worst_low) || isnan(best_low) || isnan(best_high) || isnan(worst_high))
		return PLAN_UNDEFINED;
	if (!(worst_low <= best_low && best_low <= best_high && best_high <= worst_high))
		return PLAN_REVERSED;
	if (isnan(actual))
		return PLAN_UNDEFINED;
	if (is_between(actual, best_low, best_high, scale))
		*status = 1;
	else
		*status = is_between(actual, worst_low, worst_high, scale) ? 0 : -1;
	return PLAN_OK;
}

PlanError
kpi_trend(double current, double earlier, double sign, double rise, double fall, int *trend)
{
	double		growth = sign * (current - earlier) / fabs(earlier);

	if (fall > rise)
		return PLAN_REVERSED;
	if (isnan(current) || isnan(earlier) || isnan(sign) || isnan(rise) || earlier == 0.0)
		return PLAN_UNDEFINED;
	*trend = passes_cut(growth, rise, 1.0) ? 1 : reaches_cut(growth, fall, 1.0) ? 0 : -1;
	return PLAN_OK;
}

PlanError
kpi_rag(double performance, double on_track, double off_track, const char **colour)
{
	if (on_track < off_track)
		return PLAN_REVERSED;
	if (isnan(performance) || isnan(on_track) || isnan(off_track))
		return PLAN_UNDEFINED;
	*colour = reaches_cut(performance, on_track, fabs(on_track)) ? "green" :
		reaches_cut(performance, off_track, fabs(off_track)) ? "amber" : "red";
	return PLAN_OK;
}
