/*
 * ranking_moves.c
 *		Who moved most between two periods of a ranking, and how its top changed.
 */
#include "postgres.h"

#include "lib/binaryheap.h"

#include "aggstate.h"
#include "ranking_rows.h"

typedef struct Mover
{
	int64		number;
	int32		before;
	int32		after;
} Mover;

/* Who moved most: either way, up, or down. */
typedef enum MoveDirection
{
	MOVED,
	ROSE,
	FELL
} MoveDirection;

static inline int64
size_of_move(const Mover *mover, MoveDirection direction)
{
	int64		gained = (int64) mover->before - mover->after;

	if (direction == MOVED)
		return llabs(gained);
	return direction == ROSE ? gained : -gained;
}

/* Largest moves first, then the better rank now, then the entity. */
static inline int
compare_moves(const Mover *a, const Mover *b, MoveDirection direction)
{
	int64		x = size_of_move(a, direction);
	int64		y = size_of_move(b, direction);

	if (x != y)
		return x > y ? -1 : 1;
	if (a->after != b->after)
		return a->after < b->after ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

/* The largest moves first. */
static int
compare_movers(const void *a, const void *b, void *direction)
{
	CHECK_FOR_INTERRUPTS();
	return compare_moves(a, b, *(MoveDirection *) direction);
}

/* The same for a heap, which has the least of those kept on top. */
static int
compare_kept_moves(Datum a, Datum b, void *direction)
{
	return compare_moves((Mover *) DatumGetPointer(a), (Mover *) DatumGetPointer(b),
						 *(MoveDirection *) direction);
}

/* Those that moved most, in their order; how many. */
static int64
largest_moves(const PlanRanking *ranking, int32 earlier, int32 later, int64 most,
			  MoveDirection direction, Mover *kept)
{
	binaryheap *heap = binaryheap_allocate(most, compare_kept_moves, &direction);
	int64		used = 0;

	for (int64 i = 0; i < ranking->entities && most > 0; i++)
	{
		RankedEntity entity = numbered_entity(ranking, i);
		const RankCell *before = cell_of_period(&entity, ranking->periods, earlier);
		const RankCell *after = cell_of_period(&entity, ranking->periods, later);
		Mover		mover;
		Mover	   *least;

		CHECK_FOR_INTERRUPTS();
		if (before == NULL || after == NULL)
			continue;
		mover = (Mover) {i, before->rank, after->rank};
		if (size_of_move(&mover, direction) <= 0)
			continue;
		if (used < most)
		{
			kept[used] = mover;
			binaryheap_add_unordered(heap, PointerGetDatum(&kept[used++]));
			if (used == most)
				binaryheap_build(heap);
			continue;
		}
		least = (Mover *) DatumGetPointer(binaryheap_first(heap));
		if (compare_moves(&mover, least, direction) < 0)
		{
			*least = mover;
			binaryheap_replace_first(heap, PointerGetDatum(least));
		}
	}
	binaryheap_free(heap);
	qsort_arg(kept, used, sizeof(Mover), compare_movers, &direction);
	return used;
}

/* (ranking, earlier, later, n [, key]) */
static Datum
return_movers(FunctionCallInfo fcinfo, MoveDirection direction)
{
	EntityRows	rows;
	const PlanRanking *ranking = begin_ranking_rows(fcinfo, &rows, 4);
	const RankingPeriod *periods;
	int32		earlier,
				later;
	int64		most,
				count;
	Mover	   *moves;

	if (ranking == NULL)
		PG_RETURN_NULL();
	periods = ranking_periods(ranking);
	earlier = period_argument(fcinfo, 1, ranking);
	later = period_argument(fcinfo, 2, ranking);
	most = Min(PG_GETARG_INT64(3), ranking->entities);
	if (most < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("number of movers must not be negative: " INT64_FORMAT, most)));
	moves = allocate_huge(most * sizeof(Mover));
	count = largest_moves(ranking, earlier, later, most, direction, moves);
	for (int64 i = 0; i < count; i++)
	{
		RankedEntity entity = numbered_entity(ranking, moves[i].number);
		Standing	before = {moves[i].before, periods[earlier].field};
		Standing	after = {moves[i].after, periods[later].field};
		bool		nulls[5] = {false};
		Datum		values[5] = {entity_datum(&rows, ranking->kind, &entity.key),
			standing_datum(before), standing_datum(after),
		Int32GetDatum(before.rank - after.rank)};

		CHECK_FOR_INTERRUPTS();
		values[4] = percentile_delta(before, after, &nulls[4]);
		return_row(&rows.sink, values, nulls);
		free_entity_datum(&rows, values[0]);
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(plan_movers);
Datum
plan_movers(PG_FUNCTION_ARGS)
{
	return return_movers(fcinfo, MOVED);
}

PG_FUNCTION_INFO_V1(plan_risers);
Datum
plan_risers(PG_FUNCTION_ARGS)
{
	return return_movers(fcinfo, ROSE);
}

PG_FUNCTION_INFO_V1(plan_fallers);
Datum
plan_fallers(PG_FUNCTION_ARGS)
{
	return return_movers(fcinfo, FELL);
}

/*
 * Turnover.
 */

/* Who was among the first k of a period and of the one before. */
typedef struct Turnover
{
	int64		before;
	int64		after;
	int64		both;
} Turnover;

/* (ranking, k) */
PG_FUNCTION_INFO_V1(plan_rank_turnover);
Datum
plan_rank_turnover(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	const RankingPeriod *periods = ranking_periods(ranking);
	int32		k = PG_GETARG_INT32(1);
	RowSink		rows;
	Turnover   *turnover = palloc0((ranking->periods + 1) * sizeof(Turnover));

	begin_rows(fcinfo, &rows);
	if (k < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("number of first places must be positive, not %d", k)));
	for (int64 i = 0; i < ranking->entities; i++)
	{
		RankedEntity entity = numbered_entity(ranking, i);

		CHECK_FOR_INTERRUPTS();
		for (int64 c = 0; c < entity.count; c++)
		{
			const RankCell *cell = &entity.cells[c];

			if (cell->rank > k)
				continue;
			turnover[cell->period].after++;
			turnover[cell->period + 1].before++;
			if (c > 0 && cell[-1].period == cell->period - 1 && cell[-1].rank <= k)
				turnover[cell->period].both++;
		}
	}
	for (int32 p = 1; p < ranking->periods; p++)
	{
		const Turnover *t = &turnover[p];

		return_row(&rows,
				   (Datum[]) {Int64GetDatum(periods[p - 1].period), Int64GetDatum(periods[p].period),
					   Int64GetDatum(t->both), Int64GetDatum(t->after - t->both),
					   Int64GetDatum(t->before - t->both),
					   Float8GetDatum((double) (t->after - t->both) / t->after)},
				   (bool[6]) {false});
	}
	PG_RETURN_NULL();
}
