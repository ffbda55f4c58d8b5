/*
 * escap.h
 *		UN ESCAP's current status index and anticipated progress index.
 */
#ifndef TNPLAN_CORE_ESCAP_H
#define TNPLAN_CORE_ESCAP_H

#include <stdint.h>

#include "core/error.h"
#include "core/goal.h"

/* A figure and its year. */
typedef struct YearValue
{
	double		year;
	double		value;
} YearValue;

/* Missing figures are NaN.  GOAL_WITHIN stands for parity. */
extern PlanError escap_index(double value, double baseline, double target,
							 GoalDirection direction, double *index);
extern PlanError escap_gap(double value, double baseline, double target,
						   GoalDirection direction, double *gap);

/* An index ends at 10; what is computed from figures may have a larger scale. */
#define ESCAP_SCALE 10.0

typedef const char *(*EscapClass) (double index, double scale);

extern const char *escap_current_class(double index, double scale);
extern const char *escap_anticipated_class(double index, double scale);
extern const char *escap_gap_class(double gap);
extern const char *escap_class(double value, double baseline, double target,
							   GoalDirection direction, EscapClass class_of);

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
