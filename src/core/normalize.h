/*
 * normalize.h
 *		Figures of unlike units on a common scale.
 */
#ifndef TNPLAN_CORE_NORMALIZE_H
#define TNPLAN_CORE_NORMALIZE_H

#include "core/error.h"

/* Where a value lies on the way from one end (0) to the other (1); infinite if too far. */
extern PlanError share_of_way(double value, double from, double to, double *share);

/* The same with ends at low and high. */
extern PlanError min_max(double value, double min, double max, double low, double high,
						 double *result);

/* A value on a scale with another mean and standard deviation, none of them below 0. */
extern PlanError z_score(double value, double mean, double sd, double to_mean, double to_sd,
						 double *result);

#endif							/* TNPLAN_CORE_NORMALIZE_H */
