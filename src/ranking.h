/*
 * ranking.h
 *		plan_ranking and plan_named_ranking as they are stored, and how they are made.
 */
#ifndef TNPLAN_RANKING_H
#define TNPLAN_RANKING_H

#include "aggstate.h"
#include "core/ranking.h"
#include "core/standing.h"
#include "hashkey.h"
#include "names.h"
#include "type.h"

#define RANKING_VERSION 1

typedef struct RankingPeriod
{
	int64		period;			/* packed */
	int64		field;			/* how many were ranked */
} RankingPeriod;

/*
 * plan_ranking and plan_named_ranking.  Behind the head stand the periods in their order;
 * the entities in theirs, by id or by where their names begin, and what a further one
 * would have; where the cells of each begin, and of a further one; the cells of each
 * entity by period; and the names.
 */
typedef struct PlanRanking
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* RANKING_VERSION */
	int32		named;			/* whether entities are names: 1 or 0 */
	int32		periods;
	int64		entities;
	int64		cells;
} PlanRanking;

#define PG_GETARG_PLAN_RANKING_P(n) plan_ranking_from_datum(PG_GETARG_DATUM(n))

/* Where the parts begin. */
static inline size_t
ranking_keys_offset(const PlanRanking *ranking)
{
	return sizeof(PlanRanking) + ranking->periods * sizeof(RankingPeriod);
}

static inline size_t
ranking_starts_offset(const PlanRanking *ranking)
{
	return ranking_keys_offset(ranking) + (ranking->entities + 1) * sizeof(int64);
}

static inline size_t
ranking_cells_offset(const PlanRanking *ranking)
{
	return ranking_starts_offset(ranking) + (ranking->entities + 1) * sizeof(uint32);
}

static inline size_t
ranking_names_offset(const PlanRanking *ranking)
{
	return ranking_cells_offset(ranking) + ranking->cells * sizeof(RankCell);
}

static inline RankingPeriod *
ranking_periods(const PlanRanking *ranking)
{
	return (RankingPeriod *) ((char *) ranking + sizeof(PlanRanking));
}

static inline int64 *
ranking_keys(const PlanRanking *ranking)
{
	return (int64 *) ((char *) ranking + ranking_keys_offset(ranking));
}

static inline uint32 *
ranking_starts(const PlanRanking *ranking)
{
	return (uint32 *) ((char *) ranking + ranking_starts_offset(ranking));
}

static inline RankCell *
ranking_cells(const PlanRanking *ranking)
{
	return (RankCell *) ((char *) ranking + ranking_cells_offset(ranking));
}

static inline char *
ranking_names(const PlanRanking *ranking)
{
	return (char *) ranking + ranking_names_offset(ranking);
}

/* The places of each period from the best down. */
typedef struct RankOrder
{
	int64	   *first;			/* place of each period, and where the last ends */
	int64	   *entity;			/* by place */
	int32	   *level;			/* by place: how many share it; 0 where the one before does */
} RankOrder;

/* ranking.c */
extern const PlanRanking *plan_ranking_from_datum(Datum datum);
extern void check_ranking_head(const PlanRanking *head, size_t size);
extern int64 *first_places(const PlanRanking *ranking);
extern RankOrder ranking_order(const PlanRanking *ranking);
extern const char *ranking_type_name(bool named);

/*
 * Scores on their way to a ranking, by period.  Names are numbered as they come.
 */
typedef struct ScoredName
{
	uint64		begin;			/* among the bytes */
	uint32		length;
	uint32		hash;
} ScoredName;

#define SCORES_AS_THEY_ARE PG_INT32_MAX

typedef struct RankingState
{
	MemoryContext context;
	HashKey		key;
	bool		named;
	bool		of_rankings;	/* made of whole rankings, which share no period */
	int32		direction;		/* a GoalDirection: which scores are best */
	int32		digits;			/* to which scores were rounded; SCORES_AS_THEY_ARE */
	uint32		periods;
	uint32		period_slot_bits;
	ScoredPeriod *period;
	uint32	   *period_slots;	/* numbers from 1; 0 in an empty slot */
	uint64		period_capacity;

	uint32		names;
	uint32		name_slot_bits;
	ScoredName *name;
	uint32	   *name_slots;
	uint64		name_capacity;
	char	   *bytes;
	uint64		bytes_used;
	uint64		bytes_capacity;
} RankingState;

/* ranking_state.c */
extern RankingState *new_ranking_state(MemoryContext context, bool named);
extern ScoredPeriod *ranking_state_new_period(RankingState *state, int64 key);
extern int64 ranking_state_name(RankingState *state, const char *bytes, size_t length);
extern void ranking_state_grow(RankingState *state, ScoredPeriod *period, uint64 more);
extern PlanRanking *ranking_from_state(const RankingState *state, struct Node *escontext);

/* There are two to the power of so many slots, up to 32. */
static inline uint32
slot_mask(uint32 bits)
{
	return PG_UINT32_MAX >> (32 - bits);
}

/* The slot that has the key of a period, or the empty one where it belongs. */
static inline uint32 *
ranking_state_period_slot(const RankingState *state, int64 key)
{
	uint32		mask = slot_mask(state->period_slot_bits);
	uint32		place = hash_numbers(&state->key, (uint64) key, 0) >> (64 - state->period_slot_bits);

	while (state->period_slots[place] != 0 &&
		   state->period[state->period_slots[place] - 1].key != key)
		place = (place + 1) & mask;
	return &state->period_slots[place];
}

static inline ScoredPeriod *
ranking_state_period(RankingState *state, int64 key)
{
	uint32		number = *ranking_state_period_slot(state, key);

	return likely(number != 0) ? &state->period[number - 1] : ranking_state_new_period(state, key);
}

static inline void
ranking_state_add(RankingState *state, int64 key, int64 entity, double score)
{
	ScoredPeriod *period = ranking_state_period(state, key);

	if (unlikely(period->count == period->capacity))
		ranking_state_grow(state, period, 1);
	period->row[period->count++] = (ScoredRow) {entity, score};
}

#endif							/* TNPLAN_RANKING_H */
