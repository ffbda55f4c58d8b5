/*
 * ranking_state.h
 *		Scores, or published standings, on their way to a ranking, by period.
 */
#ifndef TNPLAN_RANKING_STATE_H
#define TNPLAN_RANKING_STATE_H

#include "aggstate.h"
#include "key_table.h"
#include "ranking.h"

#define SCORES_AS_THEY_ARE PG_INT32_MAX
/* In the place of digits, where others did the ranking. */
#define STANDINGS_AS_PRINTED (PG_INT32_MAX - 1)

/*
 * The transition state of plan_ranking_agg, and what all other rankings are made from.
 * Entities are numbers of the table of keys.
 */
typedef struct RankingState
{
	MemoryContext context;
	KeyTable	keys;
	int32		direction;		/* a GoalDirection: which scores are best */
	int32		digits;			/* to which scores were rounded; SCORES_AS_THEY_ARE */
	int32		sign;			/* of periods to come: 1, -1, 0 or PUBLISHED */
	uint32		periods;
	uint32		last;			/* the number of the last period that was looked up */
	uint32		period_slot_bits;
	ScoredPeriod *period;
	uint32	   *period_slots;	/* numbers from 1; 0 in an empty slot */
	uint64		period_capacity;
} RankingState;

extern RankingState *new_ranking_state(MemoryContext context, KeyKind kind);
extern ScoredPeriod *ranking_state_new_period(RankingState *state, int64 key);
extern void ranking_state_grow(RankingState *state, ScoredPeriod *period, uint64 more);
pg_noreturn extern void report_unlike_fields(int64 packed, int32 one, int32 other);
extern PlanRanking *ranking_from_state(const RankingState *state, struct Node *escontext);

/* The slot that has the key of a period, or the empty one where it belongs. */
static inline uint32 *
ranking_state_period_slot(const RankingState *state, int64 key)
{
	uint32		mask = PG_UINT32_MAX >> (32 - state->period_slot_bits);
	uint32		place = hash_numbers(&state->keys.hash_key, (uint64) key, 0) >>
		(64 - state->period_slot_bits);

	while (state->period_slots[place] != 0 &&
		   state->period[state->period_slots[place] - 1].key != key)
		place = (place + 1) & mask;
	return &state->period_slots[place];
}

/* Scores that come period by period find theirs at once. */
static inline ScoredPeriod *
ranking_state_period(RankingState *state, int64 key)
{
	uint32		number;

	if (likely(state->last < state->periods && state->period[state->last].key == key))
		return &state->period[state->last];
	number = *ranking_state_period_slot(state, key);
	if (unlikely(number == 0))
		return ranking_state_new_period(state, key);
	state->last = number - 1;
	return &state->period[state->last];
}

static inline void
ranking_state_add(RankingState *state, int64 key, int64 entity, double score)
{
	ScoredPeriod *period = ranking_state_period(state, key);

	if (unlikely(period->count == period->capacity))
		ranking_state_grow(state, period, 1);
	period->row[period->count++] = (ScoredRow) {.entity = entity,.score = score};
}

static inline void
ranking_state_add_published(RankingState *state, ScoredPeriod *period, int64 entity,
							int64 published)
{
	if (unlikely(period->count == period->capacity))
		ranking_state_grow(state, period, 1);
	period->row[period->count++] = (ScoredRow) {.entity = entity,.published = published};
}

/* Take the field that goes with a standing, unless it is 0; false where there is another one. */
static inline bool
join_field(ScoredPeriod *period, int32 field)
{
	if (field != 0 && period->field != 0 && field != period->field)
		return false;
	if (field != 0)
		period->field = field;
	return true;
}

#endif							/* TNPLAN_RANKING_STATE_H */
