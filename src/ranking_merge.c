/*
 * ranking_merge.c
 *		Rankings of different periods put together, and taken apart.
 *
 * Ranks depend on all scores of a period: two that share one cannot be merged.  Published standings
 * depend on nothing else: lists of one period are united.
 */
#include "postgres.h"

#include <math.h>

#include "period.h"
#include "ranking_read.h"
#include "ranking_state.h"

pg_noreturn static void
report_shared_period(int64 packed, bool is_mixed)
{
	char		text[PERIOD_TEXT_SIZE];

	period_write(text, period_unpack(packed));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("period %s is in more than one of the rankings", text),
			 is_mixed ? errdetail("Its standings were published in one, and follow from scores "
								  "in another.") : 0,
			 errhint("Rank all scores of a period in one ranking, with plan_ranking_agg.")));
}

/* The number in the state of a period, which is new unless both were published. */
static int64
number_of_merged_period(RankingState *state, const RankingPeriod *period)
{
	uint32		number = *ranking_state_period_slot(state, period->period);
	bool		published = is_published(period);
	ScoredPeriod *merged;

	if (number != 0 && !(published && state->period[number - 1].sign == PUBLISHED))
		report_shared_period(period->period,
							 published != (state->period[number - 1].sign == PUBLISHED));
	state->sign = published ? PUBLISHED : period->scores < 0 ? -1 : period->scores > 0;
	merged = number != 0 ? &state->period[number - 1]
		: ranking_state_new_period(state, period->period);
	if (published && !join_field(merged, field_of_standings(period)))
		report_unlike_fields(period->period, merged->field, field_of_standings(period));
	ranking_state_grow(state, merged, period->field);
	return number != 0 ? number - 1 : state->periods - 1;
}

/* The numbers in the state of the periods of a ranking; -1 of those left out. */
static int64 *
add_periods(RankingState *state, RankingReader *reader, const bool *left_out)
{
	int64	   *numbers = allocate_huge((Size) (reader->head.periods + 1) * sizeof(int64));

	for (int32 p = 0; p < reader->head.periods; p++)
	{
		const RankingPeriod *period = &reader->periods[p];

		CHECK_FOR_INTERRUPTS();
		numbers[p] = -1;
		if (left_out != NULL && left_out[p])
			continue;
		numbers[p] = number_of_merged_period(state, period);
	}
	return numbers;
}

/* Add a ranking, without those of its periods that are left out if any are. */
static void
add_ranking(RankingState *state, RankingReader *reader, const bool *left_out)
{
	int64	   *numbers = add_periods(state, reader, left_out);
	EntityScan	scan;

	begin_entity_scan(&scan, reader, true);
	for (int64 i = 0; i < reader->head.entities; i++)
	{
		RankedEntity ranked = scan_entity(&scan, i);
		int64		entity = -1;

		CHECK_FOR_INTERRUPTS();
		if (!keys_are_numbered(&state->keys))
			entity = ranked.key.number;
		for (int64 c = 0; c < ranked.count; c++)
		{
			const RankCell *cell = &ranked.cells[c];
			ScoredPeriod *period;

			if (numbers[cell->period] < 0)
				continue;
			/* A key is numbered once it has a place. */
			if (entity < 0)
				entity = number_of_key(&state->keys, &ranked.key);
			period = &state->period[numbers[cell->period]];
			if (unlikely(period->count == period->capacity ||
						 (period->sign != 0 && !isfinite(cell->score))))
				report_binary_error("plan_ranking");
			if (unlikely(period->sign == PUBLISHED))
				period->row[period->count] = (ScoredRow) {.entity = entity,
				.published = published_of_cell(cell)};
			else
				period->row[period->count] = (ScoredRow) {.entity = entity,
				.score = period->sign != 0 ? period->sign * cell->score : -(double) cell->rank};
			period->count++;
		}
	}
	pfree(numbers);
	pfree(scan.cells);
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
		RankingReader reader;

		if (!merge_key_kinds(&state->keys.type.kind, (KeyKind) rankings[i]->kind))
			report_unlike_keys(state->keys.type.kind, (KeyKind) rankings[i]->kind, "plan_ranking");
		use_ranking(&reader, rankings[i]);
		add_ranking(state, &reader, NULL);
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
numbers_of_part(RankingReader *whole, RankingReader *part)
{
	int32	   *numbers = allocate_huge((Size) (part->head.periods + 1) * sizeof(int32));
	int32		w = 0;

	for (int32 p = 0; p < part->head.periods; p++)
	{
		const RankingPeriod *sought = &part->periods[p];

		while (w < whole->head.periods && whole->periods[w].period < sought->period)
			w++;
		if (w == whole->head.periods || whole->periods[w].period != sought->period)
			report_no_part(sought->period, false);
		if (whole->periods[w].field != sought->field || whole->periods[w].scores != sought->scores)
			report_no_part(sought->period, true);
		numbers[p] = w;
	}
	return numbers;
}

/*
 * See that an entity has the ranks of the part in the whole too, and the scores.  Where all of
 * them have and fields are as large, the periods are the same.
 */
static void
check_ranks_of_part(const RankedEntity *whole, RankingReader *part,
					const RankedEntity *entity, const int32 *numbers)
{
	int64		w = 0;

	for (int64 c = 0; c < entity->count; c++)
	{
		const RankCell *cell = &entity->cells[c];
		const RankCell *other;

		while (w < whole->count && whole->cells[w].period < numbers[cell->period])
			w++;
		other = &whole->cells[w];
		if (w == whole->count || other->period != numbers[cell->period] ||
			other->rank != cell->rank ||
			(other->score != cell->score && !(isnan(other->score) && isnan(cell->score))))
			report_no_part(part->periods[cell->period].period, true);
	}
}

static void
check_part(RankingReader *whole, RankingReader *part, const int32 *numbers)
{
	EntityScan	scan,
				sought;
	int64		at = 0;

	begin_entity_scan(&scan, whole, true);
	begin_entity_scan(&sought, part, true);
	for (int64 i = 0; i < part->head.entities; i++)
	{
		RankedEntity entity = scan_entity(&sought, i);
		RankedEntity other;
		int			order = 1;

		CHECK_FOR_INTERRUPTS();
		for (; at < whole->head.entities; at++)
		{
			Key			key = stored_key(&whole->keys, at);

			if ((order = compare_keys(part->keys.kind, &entity.key, &key)) <= 0)
				break;
		}
		if (order != 0)
			report_no_part(part->periods[entity.count > 0 ? entity.cells->period : 0].period, true);
		other = scan_entity(&scan, at);
		check_ranks_of_part(&other, part, &entity, numbers);
	}
}

/* (whole, part): the operator -. */
PG_FUNCTION_INFO_V1(plan_ranking_subtract);
Datum
plan_ranking_subtract(PG_FUNCTION_ARGS)
{
	RankingReader whole,
				part;
	KeyKind		kind;
	RankingState *state;
	bool	   *left_out;
	int32	   *numbers;

	use_ranking(&whole, PG_GETARG_PLAN_RANKING_P(0));
	use_ranking(&part, PG_GETARG_PLAN_RANKING_P(1));
	kind = whole.keys.kind;
	state = new_ranking_state(CurrentMemoryContext, kind);
	left_out = palloc0(whole.head.periods + 1);
	if (!merge_key_kinds(&kind, part.keys.kind))
		report_unlike_keys(kind, part.keys.kind, "plan_ranking");
	numbers = numbers_of_part(&whole, &part);
	check_part(&whole, &part, numbers);
	for (int32 p = 0; p < part.head.periods; p++)
		left_out[numbers[p]] = true;
	add_ranking(state, &whole, left_out);
	PG_RETURN_POINTER(ranking_from_state(state, NULL));
}

/*
 * (whole, part): the inverse transition of plan_rollup.  What one list of published standings
 * says, another may say too: those of a frame are then merged anew.
 */
PG_FUNCTION_INFO_V1(plan_ranking_remove);
Datum
plan_ranking_remove(PG_FUNCTION_ARGS)
{
	RankingReader part;

	use_ranking(&part, PG_GETARG_PLAN_RANKING_P(1));
	if (part.has_published)
		PG_RETURN_NULL();
	return plan_ranking_subtract(fcinfo);
}
