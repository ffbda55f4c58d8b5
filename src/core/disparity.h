/*
 * disparity.h
 *		How unequal places are, and whether they grow alike.
 *
 * All take a sample that is sorted and not empty, with weights that are above zero.  What
 * does not exist is PLAN_UNDEFINED.
 */
#ifndef TNPLAN_CORE_DISPARITY_H
#define TNPLAN_CORE_DISPARITY_H

#include "sample.h"

extern PlanError gini(const Sample *sample, double *result);
extern PlanError gini_corrected(const Sample *sample, double *result);
extern PlanError generalized_entropy(const Sample *sample, double alpha, double *result);
extern PlanError atkinson(const Sample *sample, double epsilon, double *result);
extern PlanError hoover(const Sample *sample, double *result);
extern PlanError coefficient_of_variation(const Sample *sample, double *result);
extern PlanError coefficient_of_variation_sample(const Sample *sample, double *result);
extern PlanError palma(const Sample *sample, double *result);
extern PlanError max_min_ratio(const Sample *sample, double *result);
extern PlanError sigma_of_logs(const Sample *sample, double *result);
extern PlanError variation_of_logs(const Sample *sample, double *result);

/* Pairs of an earlier and a later value. */
extern PlanError beta_convergence(const Sample *pairs, double years, double *beta);

/* What a group of this mean and weight counts for in generalized entropy within groups. */
extern double share_of_group(const SampleTotals *all, double mean, double weight, double alpha);

#endif							/* TNPLAN_CORE_DISPARITY_H */
