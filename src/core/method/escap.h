/*
 * escap.h
 *		UN ESCAP's current status index and anticipated progress index.
 */
#ifndef TNPLAN_CORE_ESCAP_H
#define TNPLAN_CORE_ESCAP_H

#include <stdint.h>

#include "core/error.h"
#include "core/goal.h"

/* A value and its year. */
typedef struct YearValue
{
	double		year;
	double		value;
} YearValue;

/* Missing values are NaN.  GOAL_WITHIN means parity. */
extern PlanError escap_index(double value, double baseline, double target,
							 GoalDirection direction, double *index);
extern PlanError escap_gap(double value, double baseline, double target,
						   GoalDirection direction, double *gap);
extern const char *escap_reason(double value, double baseline, double target,
								GoalDirection direction);

extern const char *escap_current_class(double index);
extern const char *escap_anticipated_class(double index);
extern const char *escap_gap_class(double gap);

/*
 * Extrapolations.  Years ascend and differ; values of the logit forms lie from 0 to the
 * denominator.
 */
extern PlanError escap_geometric(const YearValue *series, uint32_t count, double to_year,
								 double denominator, double *result);
extern PlanError escap_logit(const YearValue *series, uint32_t count, double to_year,
							 double denominator, double *result);
extern PlanError escap_logit_slope(const YearValue *series, uint32_t count, double to_year,
								   double denominator, double *result);
extern PlanError escap_weighted_logit(const YearValue *series, uint32_t count, double to_year,
									  double denominator, double *result);

#endif							/* TNPLAN_CORE_ESCAP_H */
