/*
 * sdsn.h
 *		Scores, colours and arrows of the SDG Index.
 */
#ifndef TNPLAN_CORE_SDSN_H
#define TNPLAN_CORE_SDSN_H

#include <stdbool.h>
#include <stdint.h>

#include "core/error.h"

/* Missing values are NaN. */
extern PlanError sdsn_score(double value, double lower_bound, double optimum, bool clamped,
							double *score);
extern PlanError sdsn_colour(double value, double red, double green, const char **colour);
extern PlanError sdsn_trend(double score, double year, double baseline_score,
							double baseline_year, double green_score, double target_year,
							const char **arrow);
extern PlanError sdsn_level(double value, double lower_bound, double red, double green,
							double optimum, double *level);
extern PlanError sdsn_dashboard(const double *levels, uint32_t count, const char **colour);

/* "instead", of the same length or NULL, replaces missing scores. */
extern PlanError sdsn_mean(const double *scores, const double *instead, uint32_t count,
						   double *mean);

#endif							/* TNPLAN_CORE_SDSN_H */
