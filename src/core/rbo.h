/*
 * rbo.h
 *		Rank-biased overlap of two rankings that need not have the same items.
 */
#ifndef TNPLAN_CORE_RBO_H
#define TNPLAN_CORE_RBO_H

#include "core/error.h"
#include "core/pairsort.h"

/* Positions in two rankings together must fit 32 bits. */
#define RBO_MAX_ITEMS INT32_MAX

/* What a tie means: the variants w, a and b. */
typedef enum RboTies
{
	RBO_TIES_ARE_EQUAL,			/* w: the same rank */
	RBO_TIES_ARE_UNKNOWN,		/* a: an order that nobody knows: the mean over all */
	RBO_TIES_ARE_CORRECTED		/* b: the same, less the information that ties lose */
} RboTies;

/* What is assumed below the last rank. */
typedef enum RboEstimate
{
	RBO_EXTRAPOLATED,			/* agreement goes on as it was */
	RBO_MIN,					/* there is none */
	RBO_MAX						/* it is complete */
} RboEstimate;

/* An item's ranks, the smallest being the top; NaN where a ranking does not have it. */
typedef struct RboItem
{
	double		a;
	double		b;
} RboItem;

/* Room that rbo() needs beside the items. */
static inline size_t
rbo_scratch_size(uint32_t count)
{
	return (size_t) count * (2 * sizeof(KeyedValue) + 4 * sizeof(uint32_t) + 2);
}

extern PlanError rbo(const RboItem *items, uint32_t count, double p, RboTies ties,
					 RboEstimate estimate, void *scratch, InterruptCheck check, double *result);

#endif							/* TNPLAN_CORE_RBO_H */
