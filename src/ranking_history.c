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
number_ties(const PlanRanking *ranking, TieMethod method)
{
	TieNumbers	numbers = {NULL};
	RankOrder	order;

	if (method == TIES_COMPETITION)
		return numbers;
	order = ranking_order(ranking);
	numbers.first = order.first;
	numbers.rank = allocate_huge(ranking->cells * sizeof(int32) + 1);
	numbers.field = allocate_huge(ranking->periods * sizeof(int32) + 1);
	for (int32 p = 0; p < ranking->periods; p++)
	{
		int32		dense = 0;

		CHECK_FOR_INTERRUPTS();
		for (int64 i = order.first[p]; i < order.first[p + 1]; i++)
		{
			dense += order.level[i] > 0;
			numbers.rank[i] = method == TIES_DENSE ? dense
				: i - order.first[p] + order.level[i];
		}
		numbers.field[p] = method == TIES_DENSE ? dense : order.first[p + 1] - order.first[p];
	}
	pfree(order.entity);
	pfree(order.level);
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
return_history(EntityRows *rows, KeyKind kind, const RankingPeriod *periods, int32 count,
			   const TieNumbers *ties, const RankedEntity *entity)
{
	Datum		id = entity_datum(rows, kind, &entity->key);
	Standing	previous = {0, 0};

	for (int64 i = 0; i < entity->count; i++)
	{
		const RankCell *cell = &entity->cells[i];
		Standing	standing = standing_of_cell(periods, ties, cell);
		bool		is_first = i == 0;
		bool		is_last = i + 1 == entity->count;
		Datum		values[8] = {id,
			Int64GetDatum(periods[cell->period].period),
			standing_datum(standing),
			standing_datum(previous),
			Int32GetDatum(previous.rank - standing.rank),
			BoolGetDatum(is_first || cell[-1].period != cell->period - 1),
		BoolGetDatum(is_last || cell[1].period != cell->period + 1)};
		bool		nulls[8] = {false, false, false, is_first, is_first, cell->period == 0,
		cell->period == count - 1, is_first};

		if (!is_first)
			values[7] = percentile_delta(previous, standing, &nulls[7]);
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
	const PlanRanking *ranking = begin_ranking_rows(fcinfo, &rows, 1);
	TieNumbers	ties;

	if (ranking == NULL)
		PG_RETURN_NULL();
	ties = number_ties(ranking, PG_NARGS() > 2 ? word_argument(fcinfo, 2, &tie_methods)
					   : TIES_COMPETITION);
	expect_rows(fcinfo, &rows.sink, ranking->cells);
	for (int64 i = 0; i < ranking->entities; i++)
	{
		RankedEntity entity = numbered_entity(ranking, i);

		CHECK_FOR_INTERRUPTS();
		return_history(&rows, ranking->kind, ranking_periods(ranking), ranking->periods, &ties,
					   &entity);
	}
	PG_RETURN_NULL();
}

/* (ranking, entity) */
PG_FUNCTION_INFO_V1(plan_rank_path);
Datum
plan_rank_path(PG_FUNCTION_ARGS)
{
	TieNumbers	ties = {NULL};
	EntityRows	rows;
	RankingReader reader;
	RankedEntity entity;

	begin_entity_rows(fcinfo, &rows);
	open_ranking(&reader, PG_GETARG_DATUM(0));
	if (find_entity_argument(fcinfo, 1, &reader, &entity))
		return_history(&rows, reader.keys.kind, reader.periods, reader.head.periods, &ties,
					   &entity);
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
	if (!find_entity_argument(fcinfo, 1, &reader, &entity) || period < 0)
		PG_RETURN_NULL();
	cell = cell_of_period(&entity, reader.head.periods, period);
	if (cell == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(standing_datum((Standing) {cell->rank, reader.periods[period].field}));
}

/* (ranking [, key]): every way to number ties, from the best down in each period. */
PG_FUNCTION_INFO_V1(plan_ranks);
Datum
plan_ranks(PG_FUNCTION_ARGS)
{
	EntityRows	rows;
	const PlanRanking *ranking = begin_ranking_rows(fcinfo, &rows, 1);
	KeyDictionary keys;
	RankOrder	order;

	if (ranking == NULL)
		PG_RETURN_NULL();
	keys = ranking_keys(ranking);
	order = ranking_order(ranking);
	expect_rows(fcinfo, &rows.sink, ranking->cells);
	for (int32 p = 0; p < ranking->periods; p++)
	{
		int32		field = order.first[p + 1] - order.first[p];
		int32		dense = 0,
					level = 0,
					rank = 0;

		for (int64 i = order.first[p]; i < order.first[p + 1]; i++)
		{
			Key			key = stored_key(&keys, order.entity[i]);
			Datum		id = entity_datum(&rows, keys.kind, &key);

			CHECK_FOR_INTERRUPTS();
			if (order.level[i] > 0)
			{
				dense++;
				level = order.level[i];
				rank = i - order.first[p] + 1;
			}
			return_row(&rows.sink,
					   (Datum[]) {id, Int64GetDatum(ranking_periods(ranking)[p].period),
						   Int32GetDatum(field), Int32GetDatum(rank), Int32GetDatum(dense),
						   Float8GetDatum(rank + (level - 1) / 2.0),
						   Int32GetDatum(rank + (level - 1))},
					   (bool[7]) {false});
			free_entity_datum(&rows, id);
		}
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(plan_ranking_periods);
Datum
plan_ranking_periods(PG_FUNCTION_ARGS)
{
	RowSink		rows;
	RankingReader reader;

	begin_rows(fcinfo, &rows);
	open_ranking(&reader, PG_GETARG_DATUM(0));
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
	const PlanRanking *ranking;

	begin_entity_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_NARGS() > 1 && !PG_ARGISNULL(1))
	{
		open_ranking(&reader, PG_GETARG_DATUM(0));
		if (find_entity_argument(fcinfo, 1, &reader, &entity))
			return_volatility(&rows, reader.keys.kind, &entity);
		PG_RETURN_NULL();
	}
	ranking = ranking_of_rows(fcinfo, &rows);
	for (int64 i = 0; i < ranking->entities; i++)
	{
		CHECK_FOR_INTERRUPTS();
		entity = numbered_entity(ranking, i);
		return_volatility(&rows, ranking->kind, &entity);
	}
	PG_RETURN_NULL();
}
