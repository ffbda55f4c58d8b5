/*
 * disparity.h
 *		How unequal places are, of what needs all values at once.
 *
 * All take a sample that is sorted and not empty, with weights that are above zero.  What
 * does not exist is PLAN_UNDEFINED.
 */
#ifndef TNPLAN_CORE_DISPARITY_H
#define TNPLAN_CORE_DISPARITY_H

#include "core/exact.h"
#include "core/sample.h"

extern PlanError gini(const Sample *sample, double *result);
extern PlanError gini_corrected(const Sample *sample, double *result);
extern PlanError hoover(const Sample *sample, double *result);
extern PlanError palma(const Sample *sample, double *result);

/*
 * Values without weights, wherever they stand: the sum of the first of them, and of all both the
 * sum and that of the differences of any two.
 */
typedef struct SortedValues
{
	const void *values;
	uint32_t	count;			/* not 0 */
	ExactUnit	unit;
	double		(*value) (const struct SortedValues *sorted, uint32_t i);
	void		(*sum_of_first) (const struct SortedValues *sorted, uint32_t count, ExactSum *sum);
	void		(*totals) (const struct SortedValues *sorted, ExactSum *sum, ExactSum *differences);
} SortedValues;

extern PlanError gini_of_sorted(const SortedValues *sorted, double *result);
extern PlanError gini_corrected_of_sorted(const SortedValues *sorted, double *result);
extern PlanError hoover_of_sorted(const SortedValues *sorted, double *result);
extern PlanError palma_of_sorted(const SortedValues *sorted, double *result);

/* L for alpha = 0, T for 1. */
extern PlanError theil(const Sample *sample, double alpha, double *result);

/* What a group of this mean and weight counts for in that within groups. */
extern double share_of_group(const SampleTotals *all, double mean, double weight, double alpha);

#endif							/* TNPLAN_CORE_DISPARITY_H */
