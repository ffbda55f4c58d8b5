/*
 * ranking.h
 *		Ranking scores period by period, and numbering those who are ranked.
 */
#ifndef TNPLAN_CORE_RANKING_H
#define TNPLAN_CORE_RANKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"
#include "core/pairsort.h"

/* A score in some period.  The entity is an id, or the number of a name. */
typedef struct ScoredRow
{
	int64_t		entity;
	double		score;
} ScoredRow;

typedef struct ScoredPeriod
{
	int64_t		key;			/* whatever tells periods apart */
	uint64_t	count;
	uint64_t	capacity;
	ScoredRow  *row;
} ScoredPeriod;

/* The place of an entity in one period. */
typedef struct RankCell
{
	int32_t		period;			/* by number from 0 */
	int32_t		rank;			/* from 1, the best; equal scores share the best rank (1224) */
} RankCell;

/* Digits that scores may be rounded to. */
#define MAX_SCORE_DIGITS 15

extern double round_score(double score, int digits);
extern void rank_scores(const ScoredRow *rows, uint32_t count, uint64_t *words, uint64_t *scratch,
						int32_t *ranks, InterruptCheck check);

extern uint64_t number_sorted_ids(const KeyedValue *sorted, uint64_t rows, uint32_t *numbers,
								  InterruptCheck check);

#endif							/* TNPLAN_CORE_RANKING_H */
