/*
 * ranking_history.c
 *		What a ranking tells of its entities: their standings, ranks and volatility.
 */
#include "postgres.h"

#include <math.h>

#include "aggstate.h"
#include "core/agreement.h"
#include "ranking_rows.h"
#include "word.h"

/*
 * Numbering of ties other than that of the cells.
 */
typedef struct TieNumbers
{
	const int64 *first;			/* place of each period; NULL where ranks stay as they are */
	int32	   *rank;			/* by place */
	int32	   *field;			/* by period */
} TieNumbers;

typedef enum TieMethod
{
	TIES_COMPETITION,
	TIES_DENSE,
	TIES_MAX
} TieMethod;

static const Word tie_method_words[] = {
	{"competition", TIES_COMPETITION},
	{"dense", TIES_DENSE},
	{"max", TIES_MAX},
};

static const WordTable tie_methods = WORD_TABLE("tie method", tie_method_words,
												"Use competition, dense or max; plan_ranks() has fractional ranks.");

/* A field of dense ranks has as many places as there are different ranks. */
static TieNumbers
number_ties(RankingReader *reader, TieMethod method)
{
	TieNumbers	numbers = {.first = NULL};

	if (method == TIES_COMPETITION)
		return numbers;
	numbers.first = reader->first;
	/* Places that no rank begins, in a value that is not sound, have the rank 0. */
	numbers.rank = allocate_huge_zero(CurrentMemoryContext,
									  reader->head.cells * sizeof(int32) + 1);
	numbers.field = allocate_huge(reader->head.periods * sizeof(int32) + 1);
	for (int32 p = 0; p < reader->head.periods; p++)
	{
		int64		field = field_of_period(reader, p);
		const uint32 *places = read_places(reader, p, 0, field);
		int32	   *rank = numbers.rank + numbers.first[p];
		int32		dense = 0;
		int64		level = 0;

		CHECK_FOR_INTERRUPTS();
		for (int64 i = 0; i < field; i++)
		{
			if (!is_level_with_last(places[i]))
			{
				dense++;
				level = i;
			}
			/* Where a level begins there will be the last of its places. */
			rank[level] = method == TIES_DENSE ? dense : i + 1;
		}
		numbers.field[p] = method == TIES_DENSE ? dense : field;
	}
	return numbers;
}

static inline Standing
standing_of_cell(const RankingPeriod *periods, const TieNumbers *ties, const RankCell *cell)
{
	if (ties->first == NULL)
		return (Standing) {cell->rank, periods[cell->period].field};
	return (Standing) {ties->rank[ties->first[cell->period] + cell->rank - 1],
		ties->field[cell->period]};
}

/*
 * History.
 */

static void
return_history(EntityRows *rows, RankingReader *reader, const TieNumbers *ties,
			   const RankedEntity *entity)
{
	const RankingPeriod *periods = reader->periods;
	Datum		id = entity_datum(rows, reader->keys.kind, &entity->key);
	Standing	previous = {0, 0};

	for (int64 i = 0; i < entity->count; i++)
	{
		const RankCell *cell = &entity->cells[i];
		Standing	standing = standing_of_cell(periods, ties, cell);
		bool		is_first = i == 0;
		bool		is_last = i + 1 == entity->count;
		Datum		values[9] = {id,
			Int64GetDatum(periods[cell->period].period),
			Float8GetDatum(cell->score),
			standing_datum(standing),
			standing_datum(previous),
			Int32GetDatum(previous.rank - standing.rank),
			BoolGetDatum(is_first || cell[-1].period != cell->period - 1),
		BoolGetDatum(is_last || cell[1].period != cell->period + 1)};
		bool		nulls[9] = {false, false, isnan(cell->score), false, is_first, is_first,
		cell->period == 0, cell->period == reader->head.periods - 1, is_first};

		if (!is_first)
			values[8] = percentile_delta(previous, standing, &nulls[8]);
		return_row(&rows->sink, values, nulls);
		previous = standing;
	}
	free_entity_datum(rows, id);
}

/* (ranking [, key, ties]) */
PG_FUNCTION_INFO_V1(plan_rank_history);
Datum
plan_rank_history(PG_FUNCTION_ARGS)
{
	EntityRows	rows;
	RankingReader reader;
	TieMethod	method;
	TieNumbers	ties;
	EntityScan	scan;

	if (!begin_ranking_rows(fcinfo, &rows, &reader, 1))
		PG_RETURN_NULL();
	method = PG_NARGS() > 2 ? word_argument(fcinfo, 2, &tie_methods) : TIES_COMPETITION;
	fetch_ranking_up_to(&reader, method == TIES_COMPETITION ? RANKING_SCORES : RANKING_PLACES);
	ties = number_ties(&reader, method);
	expect_rows(fcinfo, &rows.sink, reader.head.cells);
	begin_entity_scan(&scan, &reader, true);
	for (int64 i = 0; i < reader.head.entities; i++)
	{
		RankedEntity entity = scan_entity(&scan, i);

		CHECK_FOR_INTERRUPTS();
		return_history(&rows, &reader, &ties, &entity);
	}
	PG_RETURN_NULL();
}

/* (ranking, entity) */
PG_FUNCTION_INFO_V1(plan_rank_path);
Datum
plan_rank_path(PG_FUNCTION_ARGS)
{
	TieNumbers	ties = {.first = NULL};
	EntityRows	rows;
	RankingReader reader;
	RankedEntity entity;

	begin_entity_rows(fcinfo, &rows);
	open_ranking(&reader, PG_GETARG_DATUM(0));
	if (find_entity_argument(fcinfo, 1, &reader, true, &entity))
		return_history(&rows, &reader, &ties, &entity);
	PG_RETURN_NULL();
}

/* (ranking, entity, period) */
PG_FUNCTION_INFO_V1(plan_standing_of);
Datum
plan_standing_of(PG_FUNCTION_ARGS)
{
	RankingReader reader;
	RankedEntity entity;
	const RankCell *cell;
	int32		period;

	open_ranking(&reader, PG_GETARG_DATUM(0));
	period = number_of_period(reader.periods, reader.head.periods, PG_GETARG_INT64(2));
	if (!find_entity_argument(fcinfo, 1, &reader, false, &entity) || period < 0)
		PG_RETURN_NULL();
	cell = cell_of_period(&entity, period);
	if (cell == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(standing_datum((Standing) {cell->rank, field_of_period(&reader, period)}));
}

PG_FUNCTION_INFO_V1(plan_ranking_periods);
Datum
plan_ranking_periods(PG_FUNCTION_ARGS)
{
	RankingReader reader;
	RowSink		rows;

	open_ranking(&reader, PG_GETARG_DATUM(0));
	begin_rows(fcinfo, &rows);
	for (int32 p = 0; p < reader.head.periods; p++)
		return_row(&rows,
				   (Datum[]) {Int64GetDatum(reader.periods[p].period),
					   Int32GetDatum(reader.periods[p].field)},
				   (bool[2]) {false});
	PG_RETURN_NULL();
}

/*
 * Volatility.
 */

static void
return_volatility(EntityRows *rows, KeyKind kind, const RankedEntity *entity)
{
	int64		n = entity->count;
	int32		best = PG_INT32_MAX,
				worst = 0;
	int64		shifts = 0;
	WideInt		sum = 0,
				squares = 0;
	Datum		id = entity_datum(rows, kind, &entity->key);

	for (int64 i = 0; i < n; i++)
	{
		int64		rank = entity->cells[i].rank;

		best = Min(best, rank);
		worst = Max(worst, rank);
		sum += rank;
		squares += rank * rank;
		if (i > 0)
			shifts += llabs(rank - entity->cells[i - 1].rank);
	}
	return_row(&rows->sink,
			   (Datum[]) {id, Int32GetDatum(n),
				   n > 1 ? Float8GetDatum((double) shifts / (n - 1)) : (Datum) 0,
				   n > 1 ? Float8GetDatum(sqrt((double) (n * squares - sum * sum) /
											   ((double) n * (n - 1)))) : (Datum) 0,
				   Int32GetDatum(best), Int32GetDatum(worst)},
			   (bool[6]) {false, false, n < 2, n < 2});
	free_entity_datum(rows, id);
}

/* (ranking [, key]): of one entity, or of all where the key is NULL. */
PG_FUNCTION_INFO_V1(plan_rank_volatility);
Datum
plan_rank_volatility(PG_FUNCTION_ARGS)
{
	EntityRows	rows;
	RankingReader reader;
	RankedEntity entity;
	EntityScan	scan;

	begin_entity_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_NARGS() > 1 && !PG_ARGISNULL(1))
	{
		open_ranking(&reader, PG_GETARG_DATUM(0));
		if (find_entity_argument(fcinfo, 1, &reader, false, &entity))
			return_volatility(&rows, reader.keys.kind, &entity);
		PG_RETURN_NULL();
	}
	open_ranking_of_rows(fcinfo, &rows, &reader);
	fetch_ranking_up_to(&reader, RANKING_RANKS);
	expect_rows(fcinfo, &rows.sink, reader.head.entities);
	begin_entity_scan(&scan, &reader, false);
	for (int64 i = 0; i < reader.head.entities; i++)
	{
		CHECK_FOR_INTERRUPTS();
		entity = scan_entity(&scan, i);
		return_volatility(&rows, reader.keys.kind, &entity);
	}
	PG_RETURN_NULL();
}
