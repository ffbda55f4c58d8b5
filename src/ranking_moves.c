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

/*
 * Put edges of bands in the place of ranks: those that face each other, so that their difference
 * is a move that is sure.  Who may not have moved has no rank any more.
 */
static void
take_facing_edges(RankingReader *reader, int32 earlier, int32 later, int32 *before, int32 *after)
{
	const int32 *worst_before = read_worst_ranks(reader, earlier, before);
	const int32 *worst_after = read_worst_ranks(reader, later, after);

	for (int64 i = 0; i < reader->head.entities; i++)
	{
		Standing	from = {before[i], 0, worst_before[i]};
		Standing	to = {after[i], 0, worst_after[i]};

		if (before[i] == 0 || after[i] == 0)
			continue;
		if (from.rank > to.last)
			after[i] = to.last;
		else if (to.rank > from.last)
			before[i] = from.last;
		else
			before[i] = after[i] = 0;
	}
}

/* Those that moved most, in their order; how many. */
static int64
largest_moves(RankingReader *reader, int32 earlier, int32 later, int64 most,
			  MoveDirection direction, Mover *kept)
{
	binaryheap *heap = binaryheap_allocate(most, compare_kept_moves, &direction);
	int32	   *before = read_ranks(reader, earlier);
	int32	   *after = read_ranks(reader, later);
	int64		used = 0;
	int64		least = 1;		/* a move that may be kept */

	if (is_published(&reader->periods[earlier]) || is_published(&reader->periods[later]))
		take_facing_edges(reader, earlier, later, before, after);
	for (int64 i = 0; i < reader->head.entities && most > 0; i++)
	{
		Mover		mover = {i, before[i], after[i]};
		Mover	   *top;

		if (mover.before == 0 || mover.after == 0 || size_of_move(&mover, direction) < least)
			continue;
		CHECK_FOR_INTERRUPTS();
		if (used < most)
		{
			kept[used] = mover;
			binaryheap_add_unordered(heap, PointerGetDatum(&kept[used++]));
			if (used < most)
				continue;
			binaryheap_build(heap);
			top = (Mover *) DatumGetPointer(binaryheap_first(heap));
		}
		else
		{
			top = (Mover *) DatumGetPointer(binaryheap_first(heap));
			if (compare_moves(&mover, top, direction) >= 0)
				continue;
			*top = mover;
			binaryheap_replace_first(heap, PointerGetDatum(top));
			top = (Mover *) DatumGetPointer(binaryheap_first(heap));
		}
		least = size_of_move(top, direction);
	}
	binaryheap_free(heap);
	qsort_arg(kept, used, sizeof(Mover), compare_movers, &direction);
	return used;
}

static Standing
standing_of_mover(RankingReader *reader, int32 period, int64 number, int32 rank)
{
	if (is_published(&reader->periods[period]))
		return read_standing(reader, period, number);
	return (Standing) {rank, field_of_period(reader, period), 0};
}

/* (ranking, earlier, later, n [, key]) */
static Datum
return_movers(FunctionCallInfo fcinfo, MoveDirection direction)
{
	EntityRows	rows;
	RankingReader reader;
	int32		earlier,
				later;
	int64		most,
				count;
	Mover	   *moves;

	if (!begin_ranking_rows(fcinfo, &rows, &reader, 4))
		PG_RETURN_NULL();
	earlier = period_argument(fcinfo, 1, &reader);
	later = period_argument(fcinfo, 2, &reader);
	most = count_argument(fcinfo, 3, "movers", reader.head.entities);
	moves = allocate_huge(most * sizeof(Mover) + 1);
	count = largest_moves(&reader, earlier, later, most, direction, moves);
	if (is_worth_all(&reader, count))
		fetch_ranking_up_to(&reader, RANKING_RANKS);
	for (int64 i = 0; i < count; i++)
	{
		Key			key = fetch_stored_key(&reader.keys, moves[i].number);
		Standing	before = standing_of_mover(&reader, earlier, moves[i].number, moves[i].before);
		Standing	after = standing_of_mover(&reader, later, moves[i].number, moves[i].after);
		bool		nulls[5] = {false};
		Datum		values[5] = {entity_datum(&rows, reader.keys.kind, &key),
			standing_datum(before), standing_datum(after),
		Int32GetDatum(moves[i].before - moves[i].after)};

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
	bool		unknown;		/* some band is partly among the first of the period */
} Turnover;

/* Whether all are known who were among the first k: a published list may leave some out. */
static bool
are_first_known(RankingReader *reader, const Turnover *turnover, int32 period, int32 k)
{
	const RankingPeriod *p = &reader->periods[period];

	return !turnover[period].unknown &&
		(field_of_standings(p) == p->field || turnover[period].after >= k);
}

/* (ranking, k) */
PG_FUNCTION_INFO_V1(plan_rank_turnover);
Datum
plan_rank_turnover(PG_FUNCTION_ARGS)
{
	int32		k = PG_GETARG_INT32(1);
	RankingReader reader;
	EntityScan	scan;
	RowSink		rows;
	Turnover   *turnover;

	begin_rows(fcinfo, &rows);
	if (k < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("number of first places must be positive, not %d", k)));
	open_ranking_up_to(&reader, PG_GETARG_DATUM(0), RANKING_RANKS);
	turnover = allocate_huge_zero(CurrentMemoryContext,
								  (Size) (reader.head.periods + 1) * sizeof(Turnover));
	begin_entity_scan(&scan, &reader, false);
	for (int64 i = 0; i < reader.head.entities; i++)
	{
		RankedEntity entity = scan_entity(&scan, i);

		CHECK_FOR_INTERRUPTS();
		for (int64 c = 0; c < entity.count; c++)
		{
			const RankCell *cell = &entity.cells[c];

			if (cell->rank > k)
				continue;
			if (unlikely(is_published(&reader.periods[cell->period])) &&
				standing_worst(standing_of_cell(&reader.periods[cell->period], cell)) > k)
			{
				turnover[cell->period].unknown = true;
				continue;
			}
			turnover[cell->period].after++;
			turnover[cell->period + 1].before++;
			if (c > 0 && cell[-1].period == cell->period - 1 && cell[-1].rank <= k)
				turnover[cell->period].both++;
		}
	}
	for (int32 p = 1; p < reader.head.periods; p++)
	{
		const Turnover *t = &turnover[p];
		bool		unknown = !are_first_known(&reader, turnover, p - 1, k) ||
			!are_first_known(&reader, turnover, p, k);

		return_row(&rows,
				   (Datum[]) {Int64GetDatum(reader.periods[p - 1].period),
					   Int64GetDatum(reader.periods[p].period), Int64GetDatum(t->both),
					   Int64GetDatum(t->after - t->both), Int64GetDatum(t->before - t->both),
					   Float8GetDatum((double) (t->after - t->both) / t->after)},
				   (bool[6]) {false, false, unknown, unknown, unknown, unknown || t->after == 0});
	}
	PG_RETURN_NULL();
}
