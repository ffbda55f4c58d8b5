/*
 * consensus.h
 *		One ranking from the scores of several criteria.
 */
#ifndef TNPLAN_CORE_CONSENSUS_H
#define TNPLAN_CORE_CONSENSUS_H

#include "core/error.h"
#include "core/fixedsum.h"
#include "core/pairsort.h"

typedef struct CriterionScore
{
	uint32_t	entity;			/* counted from 0 */
	uint32_t	criterion;
	double		score;			/* more is better; NaN where there is none */
} CriterionScore;

static inline size_t
consensus_scratch_size(uint32_t count)
{
	return (size_t) count * 2 * sizeof(KeyedValue);
}

extern PlanError borda_points(const CriterionScore *scores, uint32_t count, const double *weights,
							  void *scratch, InterruptCheck check, FixedSum *points);
extern PlanError copeland_points(const double *scores, uint32_t entities, uint32_t criteria,
								 const double *weights, InterruptCheck check, int32_t *points);

#endif							/* TNPLAN_CORE_CONSENSUS_H */
