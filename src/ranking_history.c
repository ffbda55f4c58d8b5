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
												"Use competition, dense or max; plan_ranks() has "
												"fractional ranks.");

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
numbered_standing(const RankingPeriod *periods, const TieNumbers *ties, const RankCell *cell)
{
	if (ties->first == NULL)
		return standing_of_cell(&periods[cell->period], cell);
	return (Standing) {ties->rank[ties->first[cell->period] + cell->rank - 1],
		ties->field[cell->period], 0};
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
	Standing	previous = {0, 0, 0};

	for (int64 i = 0; i < entity->count; i++)
	{
		const RankCell *cell = &entity->cells[i];
		Standing	standing = numbered_standing(periods, ties, cell);
		bool		is_first = i == 0;
		bool		no_score = isnan(cell->score) || is_published(&periods[cell->period]);
		int32		gain = 0;
		bool		no_gain = is_first || standing_gain(previous, standing, &gain) != PLAN_OK;
		bool		is_last = i + 1 == entity->count;
		Datum		values[9] = {id,
			Int64GetDatum(periods[cell->period].period),
			Float8GetDatum(cell->score),
			standing_datum(standing),
			standing_datum(previous),
			Int32GetDatum(gain),
			BoolGetDatum(is_first || cell[-1].period != cell->period - 1),
		BoolGetDatum(is_last || cell[1].period != cell->period + 1)};
		bool		nulls[9] = {false, false, no_score, false, is_first, no_gain,
		cell->period == 0, cell->period == reader->head.periods - 1, is_first};

		if (!is_first)
			values[8] = percentile_delta(previous, standing, &nulls[8]);
		return_row(&rows->sink, values, nulls);
		previous = standing;
	}
	free_entity_datum(rows, id);
}

pg_noreturn static void
report_published_ties(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("ties of published standings cannot be numbered anew"),
			 errhint("Leave the argument out: ranks are then as they were published.")));
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
	if (method != TIES_COMPETITION && reader.has_published)
		report_published_ties();
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
	PG_RETURN_DATUM(standing_datum(standing_of_cell(&reader.periods[period], cell)));
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
	{
		int32		field = field_of_standings(&reader.periods[p]);

		return_row(&rows,
				   (Datum[]) {Int64GetDatum(reader.periods[p].period), Int32GetDatum(field),
					   Int32GetDatum(reader.periods[p].field),
					   BoolGetDatum(is_published(&reader.periods[p]))},
				   (bool[4]) {false, field == 0});
	}
	PG_RETURN_NULL();
}

/*
 * Volatility.
 */

/* The best and the worst rank; 0 where a band may go beyond it. */
static void
find_extremes(RankingReader *reader, const RankedEntity *entity, int32 *best, int32 *worst)
{
	int32		best_edge = PG_INT32_MAX,
				worst_edge = 0;

	*best = PG_INT32_MAX;
	*worst = 0;
	for (int64 i = 0; i < entity->count; i++)
	{
		const RankCell *cell = &entity->cells[i];
		Standing	standing = standing_of_cell(&reader->periods[cell->period], cell);

		best_edge = Min(best_edge, standing.rank);
		worst_edge = Max(worst_edge, standing_worst(standing));
		if (standing_is_band(standing))
			continue;
		*best = Min(*best, standing.rank);
		*worst = Max(*worst, standing.rank);
	}
	if (*best != best_edge)
		*best = 0;
	if (*worst != worst_edge)
		*worst = 0;
}

static bool
has_band(RankingReader *reader, const RankedEntity *entity)
{
	if (!reader->has_published)
		return false;
	for (int64 i = 0; i < entity->count; i++)
	{
		const RankCell *cell = &entity->cells[i];

		if (standing_is_band(standing_of_cell(&reader->periods[cell->period], cell)))
			return true;
	}
	return false;
}

/* An entity that was in a band: how far it moved is not known. */
static void
return_banded_volatility(EntityRows *rows, RankingReader *reader, const RankedEntity *entity)
{
	Datum		id = entity_datum(rows, reader->keys.kind, &entity->key);
	int32		best,
				worst;

	find_extremes(reader, entity, &best, &worst);
	return_row(&rows->sink,
			   (Datum[]) {id, Int32GetDatum(entity->count), (Datum) 0, (Datum) 0,
				   Int32GetDatum(best), Int32GetDatum(worst)},
			   (bool[6]) {false, false, true, true, best == 0, worst == 0});
	free_entity_datum(rows, id);
}

static void
return_volatility(EntityRows *rows, RankingReader *reader, const RankedEntity *entity)
{
	int64		n = entity->count;
	int32		best = PG_INT32_MAX,
				worst = 0;
	int64		shifts = 0;
	WideInt		sum = 0,
				squares = 0;
	Datum		id;

	if (has_band(reader, entity))
	{
		return_banded_volatility(rows, reader, entity);
		return;
	}
	id = entity_datum(rows, reader->keys.kind, &entity->key);
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
			return_volatility(&rows, &reader, &entity);
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
		return_volatility(&rows, &reader, &entity);
	}
	PG_RETURN_NULL();
}
