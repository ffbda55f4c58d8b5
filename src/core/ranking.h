/*
 * ranking.h
 *		Ranking scores period by period, keeping standings that others published, and numbering
 *		those who are ranked.
 */
#ifndef TNPLAN_CORE_RANKING_H
#define TNPLAN_CORE_RANKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"
#include "core/pairsort.h"

/*
 * A score in some period, or a standing that was published.  The entity is an id, or the number of
 * a name.
 */
typedef struct ScoredRow
{
	int64_t		entity;
	union
	{
		double		score;
		int64_t		published;	/* published_pack() */
	};
} ScoredRow;

/* A rank and the other edge of its band, which may be the same, in the order of both. */
static inline int64_t
published_pack(int32_t rank, int32_t last)
{
	return (int64_t) ((uint64_t) (uint32_t) rank << 32 | (uint32_t) last);
}

static inline int32_t
published_rank(int64_t packed)
{
	return (int32_t) (packed >> 32);
}

static inline int32_t
published_last(int64_t packed)
{
	return (int32_t) packed;
}

/* The number of the entity of a row, and the rank of its score, from 1. */
typedef struct RankedRow
{
	uint32_t	number;
	int32_t		rank;
} RankedRow;

#define PUBLISHED 2

typedef struct ScoredPeriod
{
	int64_t		key;			/* whatever tells periods apart */
	int32_t		sign;			/* scores are to be kept times this; 0 where there is only an order;
								 * PUBLISHED where rows are standings */
	int32_t		field;			/* of those that were published; 0 where it is not known */
	uint64_t	count;
	uint64_t	capacity;
	ScoredRow  *row;
} ScoredPeriod;

/* The places of a period: the number of an entity each, and whether it is level with the last. */
#define LEVEL_WITH_LAST (UINT32_C(1) << 31)

static inline uint32_t
entity_of_place(uint32_t place)
{
	return place & ~LEVEL_WITH_LAST;
}

static inline bool
is_level_with_last(uint32_t place)
{
	return (place & LEVEL_WITH_LAST) != 0;
}

/* Digits that scores may be rounded to. */
#define MAX_SCORE_DIGITS 15

extern double round_score(double score, int digits);
extern void rank_scores(const ScoredRow *rows, RankedRow *ranked, uint32_t count, uint64_t *words,
						uint64_t *scratch, uint32_t *places, InterruptCheck check);

extern uint32_t unite_published(ScoredRow *rows, uint32_t count, KeyedValue *pairs,
								InterruptCheck check);
extern void place_published(const ScoredRow *rows, RankedRow *ranked, uint32_t count,
							KeyedValue *pairs, uint32_t *places, InterruptCheck check);

extern uint64_t number_sorted_ids(const KeyedValue *sorted, uint64_t rows, uint32_t *numbers,
								  InterruptCheck check);

#endif							/* TNPLAN_CORE_RANKING_H */
