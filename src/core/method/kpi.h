/*
 * kpi.h
 *		Key performance indicators as cubes and scorecard products judge them.
 */
#ifndef TNPLAN_CORE_KPI_H
#define TNPLAN_CORE_KPI_H

#include "core/error.h"
#include "core/goal.h"

/* Missing values are NaN; sign is 1 if higher is better, -1 if lower is. */
extern PlanError kpi_infor_score(double actual, double target, double sign, double *score);
extern PlanError kpi_stratec_score(double actual, double target, GoalDirection direction,
								   double *score);
extern PlanError kpi_status(double actual, double target, double sign, double good,
							double acceptable, int *status);
extern PlanError kpi_band_status(double actual, double worst_low, double best_low,
								 double best_high, double worst_high, int *status);

/* Without a cut of a fall, whatever does not rise falls. */
extern PlanError kpi_trend(double current, double earlier, double sign, double rise, double fall,
						   int *trend);
extern PlanError kpi_rag(double performance, double on_track, double off_track,
						 const char **colour);

#endif							/* TNPLAN_CORE_KPI_H */
