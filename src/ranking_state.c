/*
 * ranking_state.c
 *		Scores as they come, and the ranking that they make.
 *
 * Scores are kept by period, since each is ranked on its own.  The state may grow beyond
 * 1 GB; the ranking, which is one value, may not.
 */
#include "postgres.h"

#include "period.h"
#include "ranking_state.h"

#define FIRST_SLOT_BITS 2

/* A field must fit a standing. */
#define MAX_FIELD PG_INT32_MAX

RankingState *
new_ranking_state(MemoryContext context, KeyKind kind)
{
	RankingState *state = MemoryContextAllocZero(context, sizeof(RankingState));

	state->context = context;
	init_keys(&state->keys, context, kind);
	state->period_slot_bits = FIRST_SLOT_BITS;
	state->period_slots = MemoryContextAllocZero(context, sizeof(uint32) << FIRST_SLOT_BITS);
	return state;
}

/* Slots for twice as many periods; the last period has none yet. */
static void
double_period_slots(RankingState *state)
{
	state->period_slot_bits++;
	pfree(state->period_slots);
	state->period_slots = MemoryContextAllocExtended(state->context,
													 sizeof(uint32) << state->period_slot_bits,
													 MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	for (uint32 i = 0; i + 1 < state->periods; i++)
	{
		CHECK_FOR_INTERRUPTS();
		*ranking_state_period_slot(state, state->period[i].key) = i + 1;
	}
}

/* A period that is not there yet. */
ScoredPeriod *
ranking_state_new_period(RankingState *state, int64 key)
{
	ScoredPeriod *period;

	state->period = reserve_elements(state->context, state->period, &state->period_capacity,
									 (uint64) state->periods + 1, sizeof(ScoredPeriod));
	period = &state->period[state->periods++];
	*period = (ScoredPeriod) {.key = key,.sign = state->sign};
	/* At most half of the slots are in use. */
	if (state->periods >= (uint32) 1 << (state->period_slot_bits - 1))
		double_period_slots(state);
	*ranking_state_period_slot(state, key) = state->periods;
	return period;
}

/* Two sizes of the field of one period. */
void
report_unlike_fields(int64 packed, int32 one, int32 other)
{
	char		text[PERIOD_TEXT_SIZE];

	period_write(text, period_unpack(packed));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("standings of period %s are of fields of %d and of %d", text,
					Min(one, other), Max(one, other)),
			 errhint("A ranking has one field in each period.")));
}

void
ranking_state_grow(RankingState *state, ScoredPeriod *period, uint64 more)
{
	if (period->count + more > MAX_FIELD)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many scores to rank in one period"),
				 errdetail("A field has at most %d places.", MAX_FIELD)));
	period->row = reserve_elements(state->context, period->row, &period->capacity,
								   period->count + more, sizeof(ScoredRow));
}
