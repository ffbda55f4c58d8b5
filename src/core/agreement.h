/*
 * agreement.h
 *		How far two rankings of the same things agree.
 *
 * All measures are taken on average ranks (ties share the mean of their places), which
 * are kept doubled, as whole numbers.  Everything is counted in integers, and becomes a
 * double at the end: so a figure depends neither on the order of the pairs nor on the
 * machine.
 */
#ifndef TNPLAN_CORE_AGREEMENT_H
#define TNPLAN_CORE_AGREEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"
#include "core/pairsort.h"

#ifndef __SIZEOF_INT128__
#error "tnplan needs a 64-bit platform whose compiler has 128-bit integers"
#endif
__extension__ typedef __int128 WideInt;

/* Twice a rank must fit 32 bits. */
#define AGREEMENT_MAX_PAIRS INT32_MAX

typedef struct ScorePair
{
	double		x;
	double		y;
} ScorePair;

/* Twice the average ranks of a pair, the lowest score being first: 2 to 2 * count. */
typedef struct RankedPair
{
	uint32_t	x;
	uint32_t	y;
} RankedPair;

/* Pairs by x, then by y. */
typedef struct RankedPairs
{
	uint32_t	count;
	uint32_t	distinct_x;
	uint32_t	distinct_y;
	int64_t		tied_x;			/* pairs of pairs that tie in x, in y, in both */
	int64_t		tied_y;
	int64_t		tied_both;
	RankedPair *pair;
} RankedPairs;

/* How the weights of two places become the weight of their exchange. */
typedef enum ExchangeWeight
{
	WEIGHT_SUM,
	WEIGHT_PRODUCT
} ExchangeWeight;

/* Room for sorting so many pairs. */
static inline size_t
agreement_scratch_size(uint32_t count)
{
	return (size_t) count * 2 * sizeof(KeyedValue);
}

extern void agreement_rank(const ScorePair *scores, uint32_t count, void *scratch,
						   InterruptCheck check, RankedPairs *ranked);
extern int64_t agreement_discordant(const RankedPairs *ranked, void *scratch, InterruptCheck check);

extern PlanError kendall_tau_b(const RankedPairs *ranked, int64_t discordant, double *tau);
extern PlanError kendall_tau_c(const RankedPairs *ranked, int64_t discordant, double *tau);
extern PlanError weighted_tau(const RankedPairs *ranked, ExchangeWeight form, void *scratch,
							  InterruptCheck check, double *tau);
extern PlanError spearman_rho(const RankedPairs *ranked, InterruptCheck check, double *rho);
extern double footrule(const RankedPairs *ranked, InterruptCheck check);
extern PlanError footrule_normalized(const RankedPairs *ranked, InterruptCheck check,
									 double *result);
extern double largest_shift(const RankedPairs *ranked, InterruptCheck check);

#endif							/* TNPLAN_CORE_AGREEMENT_H */
