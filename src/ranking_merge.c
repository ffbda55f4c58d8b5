/*
 * ranking_merge.c
 *		Rankings of different periods put together, and taken apart.
 *
 * A ranking knows who is ahead, but not by how much: two that share a period cannot be
 * merged.
 */
#include "postgres.h"

#include "period.h"
#include "ranking_state.h"

static void
check_period_is_new(const RankingState *state, int64 packed)
{
	char		text[PERIOD_TEXT_SIZE];

	if (*ranking_state_period_slot(state, packed) == 0)
		return;
	period_write(text, period_unpack(packed));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("period %s is in more than one of the rankings", text),
			 errhint("Rank all scores of a period in one ranking, with plan_ranking_agg.")));
}

/* The numbers in the state of the periods of a ranking, which are new; -1 of those left out. */
static int64 *
add_periods(RankingState *state, const PlanRanking *ranking, const bool *left_out)
{
	int64	   *numbers = allocate_huge((Size) (ranking->periods + 1) * sizeof(int64));

	for (int32 p = 0; p < ranking->periods; p++)
	{
		const RankingPeriod *period = &ranking_periods(ranking)[p];

		CHECK_FOR_INTERRUPTS();
		numbers[p] = -1;
		if (left_out != NULL && left_out[p])
			continue;
		check_period_is_new(state, period->period);
		numbers[p] = state->periods;
		ranking_state_grow(state, ranking_state_new_period(state, period->period), period->field);
	}
	return numbers;
}

/* Add a ranking, without those of its periods that are left out if any are. */
static void
add_ranking(RankingState *state, const PlanRanking *ranking, const bool *left_out)
{
	KeyDictionary keys = ranking_keys(ranking);
	const uint32 *starts = ranking_starts(ranking);
	int64	   *numbers = add_periods(state, ranking, left_out);

	for (int64 i = 0; i < ranking->entities; i++)
	{
		Key			key = stored_key(&keys, i);
		int64		entity = -1;

		CHECK_FOR_INTERRUPTS();
		if (!keys_are_numbered(&state->keys))
			entity = key.number;
		for (uint32 c = starts[i]; c < starts[i + 1]; c++)
		{
			const RankCell *cell = &ranking_cells(ranking)[c];
			ScoredPeriod *period;

			if (numbers[cell->period] < 0)
				continue;
			/* A key is numbered once it has a place. */
			if (entity < 0)
				entity = number_of_key(&state->keys, &key);
			period = &state->period[numbers[cell->period]];
			period->row[period->count++] = (ScoredRow) {entity, -(double) cell->rank};
		}
	}
	pfree(numbers);
}

PlanRanking *
merge_rankings(const PlanRanking *const *rankings, uint64 count)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "plan_ranking merge",
												  ALLOCSET_DEFAULT_SIZES);
	RankingState *state = new_ranking_state(context, KEYS_NONE);
	PlanRanking *merged;

	for (uint64 i = 0; i < count; i++)
	{
		if (!merge_key_kinds(&state->keys.type.kind, (KeyKind) rankings[i]->kind))
			report_unlike_keys(state->keys.type.kind, (KeyKind) rankings[i]->kind, "plan_ranking");
		add_ranking(state, rankings[i], NULL);
	}
	merged = ranking_from_state(state, NULL);
	MemoryContextDelete(context);
	return merged;
}

/*
 * Taking apart.
 */

pg_noreturn static void
report_no_part(int64 packed, bool is_there)
{
	char		text[PERIOD_TEXT_SIZE];

	period_write(text, period_unpack(packed));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg(is_there ? "period %s has other ranks in the ranking to subtract"
					: "period %s is not in the ranking to subtract from", text),
			 errhint("A ranking can be subtracted from one that it was merged into.")));
}

/* The number in the whole of each period of the part. */
static int32 *
numbers_of_part(const PlanRanking *whole, const PlanRanking *part)
{
	int32	   *numbers = allocate_huge((Size) (part->periods + 1) * sizeof(int32));
	int32		w = 0;

	for (int32 p = 0; p < part->periods; p++)
	{
		const RankingPeriod *sought = &ranking_periods(part)[p];

		while (w < whole->periods && ranking_periods(whole)[w].period < sought->period)
			w++;
		if (w == whole->periods || ranking_periods(whole)[w].period != sought->period)
			report_no_part(sought->period, false);
		if (ranking_periods(whole)[w].field != sought->field)
			report_no_part(sought->period, true);
		numbers[p] = w;
	}
	return numbers;
}

/*
 * See that an entity has the ranks of the part in the whole too: "at" is its number there.
 * Where all of them have and fields are as large, the periods are the same.
 */
static void
check_ranks_of_part(const PlanRanking *whole, int64 at, const PlanRanking *part, int64 entity,
					const int32 *numbers)
{
	uint32		w = ranking_starts(whole)[at];
	uint32		end = ranking_starts(whole)[at + 1];

	for (uint32 c = ranking_starts(part)[entity]; c < ranking_starts(part)[entity + 1]; c++)
	{
		const RankCell *cell = &ranking_cells(part)[c];

		while (w < end && ranking_cells(whole)[w].period < numbers[cell->period])
			w++;
		if (w == end || ranking_cells(whole)[w].period != numbers[cell->period] ||
			ranking_cells(whole)[w].rank != cell->rank)
			report_no_part(ranking_periods(part)[cell->period].period, true);
	}
}

static void
check_part(const PlanRanking *whole, const PlanRanking *part, const int32 *numbers)
{
	KeyDictionary keys = ranking_keys(whole);
	KeyDictionary sought = ranking_keys(part);
	int64		at = 0;

	for (int64 i = 0; i < part->entities; i++)
	{
		Key			key = stored_key(&sought, i);
		int			order = 1;

		CHECK_FOR_INTERRUPTS();
		for (; at < whole->entities; at++)
		{
			Key			other = stored_key(&keys, at);

			if ((order = compare_keys(keys.kind, &key, &other)) <= 0)
				break;
		}
		if (order != 0)
		{
			const RankCell *cell = &ranking_cells(part)[ranking_starts(part)[i]];

			report_no_part(ranking_periods(part)[cell->period].period, true);
		}
		check_ranks_of_part(whole, at, part, i, numbers);
	}
}

/* (whole, part): the operator -. */
PG_FUNCTION_INFO_V1(plan_ranking_subtract);
Datum
plan_ranking_subtract(PG_FUNCTION_ARGS)
{
	const PlanRanking *whole = PG_GETARG_PLAN_RANKING_P(0);
	const PlanRanking *part = PG_GETARG_PLAN_RANKING_P(1);
	KeyKind		kind = (KeyKind) whole->kind;
	RankingState *state = new_ranking_state(CurrentMemoryContext, kind);
	bool	   *left_out = palloc0(whole->periods + 1);
	int32	   *numbers;

	if (!merge_key_kinds(&kind, (KeyKind) part->kind))
		report_unlike_keys(kind, (KeyKind) part->kind, "plan_ranking");
	numbers = numbers_of_part(whole, part);
	check_part(whole, part, numbers);
	for (int32 p = 0; p < part->periods; p++)
		left_out[numbers[p]] = true;
	add_ranking(state, whole, left_out);
	PG_RETURN_POINTER(ranking_from_state(state, NULL));
}
