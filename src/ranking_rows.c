/*
 * ranking_rows.c
 *		What a ranking tells: who stood where, who moved, and how far its periods agree.
 */
#include "postgres.h"

#include <math.h>

#include "access/detoast.h"
#include "lib/binaryheap.h"
#include "utils/builtins.h"

#include "core/agreement.h"
#include "period.h"
#include "ranking.h"
#include "rows.h"
#include "word.h"

/*
 * Reading a part of a ranking.  One that is stored out of line and uncompressed, as they
 * are by default, is not fetched whole for the sake of one entity.
 */
typedef struct RankingReader
{
	Datum		datum;
	const PlanRanking *whole;	/* or NULL */
	PlanRanking head;
	const RankingPeriod *periods;
} RankingReader;

static bool
can_be_sliced(Datum datum)
{
	struct varlena *attr = (struct varlena *) DatumGetPointer(datum);
	struct varatt_external pointer;

	if (!VARATT_IS_EXTERNAL_ONDISK(attr))
		return false;
	VARATT_EXTERNAL_GET_POINTER(pointer, attr);
	return !VARATT_EXTERNAL_IS_COMPRESSED(pointer);
}

/* Some bytes of the ranking, from an offset that counts its header too. */
static const void *
ranking_part(const RankingReader *reader, size_t offset, size_t size)
{
	struct varlena *slice;
	void	   *part;

	if (reader->whole != NULL)
		return (const char *) reader->whole + offset;
	slice = PG_DETOAST_DATUM_SLICE(reader->datum, offset - VARHDRSZ, size);
	if (VARSIZE(slice) - VARHDRSZ < size)
		report_binary_error("plan_ranking");
	/* Copied, to be aligned. */
	part = palloc(size + 1);
	memcpy(part, VARDATA(slice), size);
	pfree(slice);
	return part;
}

static void
open_ranking(RankingReader *reader, Datum datum)
{
	reader->datum = datum;
	if (can_be_sliced(datum))
	{
		size_t		size = toast_raw_datum_size(datum);

		reader->whole = NULL;
		if (size >= sizeof(PlanRanking))
			memcpy((char *) &reader->head + VARHDRSZ,
				   ranking_part(reader, VARHDRSZ, sizeof(PlanRanking) - VARHDRSZ),
				   sizeof(PlanRanking) - VARHDRSZ);
		check_ranking_head(&reader->head, size);
	}
	else
	{
		reader->whole = plan_ranking_from_datum(datum);
		reader->head = *reader->whole;
	}
	reader->periods = ranking_part(reader, sizeof(PlanRanking),
								   reader->head.periods * sizeof(RankingPeriod));
}

/* An entity with its cells. */
typedef struct RankedEntity
{
	int64		id;				/* unless it has a name */
	PlanName	name;
	const RankCell *cells;
	int64		count;
} RankedEntity;

static int
compare_names(const PlanName *a, const PlanName *b)
{
	int			order = memcmp(a->bytes, b->bytes, Min(a->length, b->length));

	return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

static PlanName
read_name(const RankingReader *reader, int64 number)
{
	const int64 *begin = ranking_part(reader, ranking_keys_offset(&reader->head) +
									  number * sizeof(int64), 2 * sizeof(int64));
	int64		length = begin[1] - begin[0];

	if (begin[0] < 0 || length < 0 || length > MaxAllocSize)
		report_binary_error(ranking_type_name(true));
	return (PlanName) {ranking_part(reader, ranking_names_offset(&reader->head) + begin[0], length),
		length};
}

/* How the entity sought compares with the one of a number. */
static int
compare_with_entity(const RankingReader *reader, const RankedEntity *sought, int64 number)
{
	PlanName	name;
	int64		id;

	if (!reader->head.named)
	{
		id = *(const int64 *) ranking_part(reader, ranking_keys_offset(&reader->head) +
										   number * sizeof(int64), sizeof(int64));
		return (sought->id > id) - (sought->id < id);
	}
	name = read_name(reader, number);
	return compare_names(&sought->name, &name);
}

/* Find the cells of an entity; false where it was never ranked. */
static bool
find_entity(const RankingReader *reader, RankedEntity *sought)
{
	int64		low = 0,
				high = reader->head.entities;

	while (low < high)
	{
		int64		middle = low + (high - low) / 2;
		int			order = compare_with_entity(reader, sought, middle);
		const uint32 *starts;

		if (order < 0)
			high = middle;
		else if (order > 0)
			low = middle + 1;
		else
		{
			starts = ranking_part(reader, ranking_starts_offset(&reader->head) +
								  middle * sizeof(uint32), 2 * sizeof(uint32));
			sought->count = (int64) starts[1] - starts[0];
			if (sought->count < 0 || sought->count > reader->head.periods)
				report_binary_error(ranking_type_name(reader->head.named));
			sought->cells = ranking_part(reader, ranking_cells_offset(&reader->head) +
										 starts[0] * sizeof(RankCell),
										 sought->count * sizeof(RankCell));
			return true;
		}
	}
	return false;
}

/* The entity that an argument names, in a ranking of the kind that goes with its type. */
static bool
find_entity_argument(FunctionCallInfo fcinfo, int n, const RankingReader *reader,
					 RankedEntity *entity)
{
	if (reader->head.named)
	{
		text	   *name = PG_GETARG_TEXT_PP(n);

		check_names_collation(fcinfo, "ranked names");
		entity->name = (PlanName) {VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name)};
	}
	else
		entity->id = PG_GETARG_INT64(n);
	return find_entity(reader, entity);
}

/* An entity of a whole ranking, by number. */
static inline RankedEntity
numbered_entity(const PlanRanking *ranking, int64 number)
{
	const int64 *keys = ranking_keys(ranking);
	const uint32 *starts = ranking_starts(ranking);
	RankedEntity entity = {.cells = ranking_cells(ranking) + starts[number],
	.count = starts[number + 1] - starts[number]};

	if (ranking->named)
		entity.name = (PlanName) {ranking_names(ranking) + keys[number],
			keys[number + 1] - keys[number]};
	else
		entity.id = keys[number];
	return entity;
}

/* The cell of a period, or NULL. */
static inline const RankCell *
cell_of_period(const RankedEntity *entity, int32 periods, int32 period)
{
	int64		low = 0,
				high = entity->count;

	/* Most entities are in every period. */
	if (entity->count == periods)
		return &entity->cells[period];
	while (low < high)
	{
		int64		middle = low + (high - low) / 2;

		if (entity->cells[middle].period < period)
			low = middle + 1;
		else
			high = middle;
	}
	return low < entity->count && entity->cells[low].period == period ? &entity->cells[low] : NULL;
}

/* A period by its number, or -1. */
static int32
number_of_period(const RankingPeriod *periods, int32 count, int64 packed)
{
	int32		low = 0,
				high = count;

	while (low < high)
	{
		int32		middle = low + (high - low) / 2;

		if (periods[middle].period < packed)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && periods[low].period == packed ? low : -1;
}

static int32
period_argument(FunctionCallInfo fcinfo, int n, const PlanRanking *ranking)
{
	int64		packed = PG_GETARG_INT64(n);
	int32		number = number_of_period(ranking_periods(ranking), ranking->periods, packed);
	char		text[PERIOD_TEXT_SIZE];

	if (number >= 0)
		return number;
	period_write(text, period_unpack(packed));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("period %s is not in the ranking", text),
			 errhint("plan_ranking_periods() lists the periods of a ranking.")));
	return -1;					/* not reached */
}

/*
 * Returning rows.
 */

static inline Datum
entity_datum(bool named, const RankedEntity *entity)
{
	if (!named)
		return Int64GetDatum(entity->id);
	return PointerGetDatum(cstring_to_text_with_len(entity->name.bytes, entity->name.length));
}

static inline void
free_entity_datum(bool named, Datum datum)
{
	if (named)
		pfree(DatumGetPointer(datum));
}

static inline Datum
standing_datum(Standing standing)
{
	return Int64GetDatum(standing_pack(standing));
}

/* The change of the percentile; NULL where a field of one has none. */
static inline Datum
percentile_delta(Standing before, Standing after, bool *is_null)
{
	double		gain = 0.0;

	*is_null = standing_percentile_gain(before, after, &gain) != PLAN_OK;
	return Float8GetDatum(gain);
}

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

static const Word words_of_methods[] = {
	{"competition", TIES_COMPETITION},
	{"dense", TIES_DENSE},
	{"max", TIES_MAX},
};

static const WordTable tie_method_words = WORD_TABLE("tie method", words_of_methods,
													 "Valid values are competition, dense and max; plan_ranks() has fractional ranks.");

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
return_history(RowSink *rows, bool named, const RankingPeriod *periods, int32 count,
			   const TieNumbers *ties, const RankedEntity *entity)
{
	Datum		id = entity_datum(named, entity);
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
		return_row(rows, values, nulls);
		previous = standing;
	}
	free_entity_datum(named, id);
}

/* (ranking [, ties]) */
PG_FUNCTION_INFO_V1(plan_rank_history);
Datum
plan_rank_history(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	TieNumbers	ties = number_ties(ranking, PG_NARGS() > 1 ? word_argument(fcinfo, 1, &tie_method_words)
								   : TIES_COMPETITION);
	RowSink		rows;

	begin_rows(fcinfo, &rows);
	for (int64 i = 0; i < ranking->entities; i++)
	{
		RankedEntity entity = numbered_entity(ranking, i);

		CHECK_FOR_INTERRUPTS();
		return_history(&rows, ranking->named, ranking_periods(ranking), ranking->periods, &ties,
					   &entity);
	}
	PG_RETURN_NULL();
}

/* (ranking, entity) */
PG_FUNCTION_INFO_V1(plan_rank_path);
Datum
plan_rank_path(PG_FUNCTION_ARGS)
{
	RowSink		rows;
	TieNumbers	ties = {NULL};
	RankingReader reader;
	RankedEntity entity;

	begin_rows(fcinfo, &rows);
	open_ranking(&reader, PG_GETARG_DATUM(0));
	if (find_entity_argument(fcinfo, 1, &reader, &entity))
		return_history(&rows, reader.head.named, reader.periods, reader.head.periods, &ties, &entity);
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
	if (period < 0 || !find_entity_argument(fcinfo, 1, &reader, &entity))
		PG_RETURN_NULL();
	cell = cell_of_period(&entity, reader.head.periods, period);
	if (cell == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(standing_datum((Standing) {cell->rank, reader.periods[period].field}));
}

/* Every way to number ties, from the best down in each period. */
PG_FUNCTION_INFO_V1(plan_ranks);
Datum
plan_ranks(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	RankOrder	order = ranking_order(ranking);
	RowSink		rows;

	begin_rows(fcinfo, &rows);
	for (int32 p = 0; p < ranking->periods; p++)
	{
		int32		field = order.first[p + 1] - order.first[p];
		int32		dense = 0,
					level = 0,
					rank = 0;

		for (int64 i = order.first[p]; i < order.first[p + 1]; i++)
		{
			RankedEntity entity = numbered_entity(ranking, order.entity[i]);
			Datum		id = entity_datum(ranking->named, &entity);

			CHECK_FOR_INTERRUPTS();
			if (order.level[i] > 0)
			{
				dense++;
				level = order.level[i];
				rank = i - order.first[p] + 1;
			}
			return_row(&rows,
					   (Datum[]) {id, Int64GetDatum(ranking_periods(ranking)[p].period),
						   Int32GetDatum(field), Int32GetDatum(rank), Int32GetDatum(dense),
						   Float8GetDatum(rank + (level - 1) / 2.0),
						   Int32GetDatum(rank + (level - 1))},
					   (bool[7]) {false});
			free_entity_datum(ranking->named, id);
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
 * Movers.
 */

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

/* (ranking, earlier, later [, n]) */
static Datum
return_movers(FunctionCallInfo fcinfo, MoveDirection direction)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	const RankingPeriod *periods = ranking_periods(ranking);
	int32		earlier = period_argument(fcinfo, 1, ranking);
	int32		later = period_argument(fcinfo, 2, ranking);
	int64		most = Min(PG_GETARG_INT64(3), ranking->entities);
	int64		count;
	RowSink		rows;
	Mover	   *moves;

	begin_rows(fcinfo, &rows);
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
		Datum		values[5] = {entity_datum(ranking->named, &entity), standing_datum(before),
		standing_datum(after), Int32GetDatum(before.rank - after.rank)};

		CHECK_FOR_INTERRUPTS();
		values[4] = percentile_delta(before, after, &nulls[4]);
		return_row(&rows, values, nulls);
		free_entity_datum(ranking->named, values[0]);
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
 * Volatility.
 */

static void
return_volatility(RowSink *rows, bool named, const RankedEntity *entity)
{
	int64		n = entity->count;
	int32		best = PG_INT32_MAX,
				worst = 0;
	int64		shifts = 0;
	WideInt		sum = 0,
				squares = 0;
	Datum		id = entity_datum(named, entity);

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
	return_row(rows,
			   (Datum[]) {id, Int32GetDatum(n),
				   n > 1 ? Float8GetDatum((double) shifts / (n - 1)) : (Datum) 0,
				   n > 1 ? Float8GetDatum(sqrt((double) (n * squares - sum * sum) /
											   ((double) n * (n - 1)))) : (Datum) 0,
				   Int32GetDatum(best), Int32GetDatum(worst)},
			   (bool[6]) {false, false, n < 2, n < 2});
	free_entity_datum(named, id);
}

PG_FUNCTION_INFO_V1(plan_rank_volatility);
Datum
plan_rank_volatility(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	RowSink		rows;

	begin_rows(fcinfo, &rows);
	for (int64 i = 0; i < ranking->entities; i++)
	{
		RankedEntity entity = numbered_entity(ranking, i);

		CHECK_FOR_INTERRUPTS();
		return_volatility(&rows, ranking->named, &entity);
	}
	PG_RETURN_NULL();
}

/* (ranking, entity) */
PG_FUNCTION_INFO_V1(plan_rank_volatility_of);
Datum
plan_rank_volatility_of(PG_FUNCTION_ARGS)
{
	RowSink		rows;
	RankingReader reader;
	RankedEntity entity;

	begin_rows(fcinfo, &rows);
	open_ranking(&reader, PG_GETARG_DATUM(0));
	if (find_entity_argument(fcinfo, 1, &reader, &entity))
		return_volatility(&rows, reader.head.named, &entity);
	PG_RETURN_NULL();
}

/*
 * From period to period.
 */

/* How far two periods agree, by those that are in both, ranked anew among themselves. */
static void
return_agreement(RowSink *rows, int64 earlier, int64 later, const ScorePair *pairs, uint32 count)
{
	void	   *scratch = allocate_huge(agreement_scratch_size(count) + 1);
	RankedPairs ranked = {.pair = allocate_huge(count * sizeof(RankedPair) + 1)};
	Datum		values[8] = {Int64GetDatum(earlier), Int64GetDatum(later), Int64GetDatum(count)};
	bool		nulls[8] = {false};
	double		figure = 0.0;

	agreement_rank(pairs, count, scratch, check_for_interrupts, &ranked);
	nulls[3] = kendall_tau_b(&ranked, agreement_discordant(&ranked, scratch, check_for_interrupts),
							 &figure) != PLAN_OK;
	values[3] = Float8GetDatum(figure);
	nulls[4] = spearman_rho(&ranked, check_for_interrupts, &figure) != PLAN_OK;
	values[4] = Float8GetDatum(figure);
	nulls[5] = footrule_normalized(&ranked, check_for_interrupts, &figure) != PLAN_OK;
	values[5] = Float8GetDatum(figure);
	nulls[6] = nulls[7] = count == 0;
	values[6] = Float8GetDatum(count > 0 ? footrule(&ranked, check_for_interrupts) / count : 0.0);
	values[7] = Float8GetDatum(count > 0 ? largest_shift(&ranked, check_for_interrupts) : 0.0);
	return_row(rows, values, nulls);
	pfree(scratch);
	pfree(ranked.pair);
}

static inline ScorePair
pair_of_cells(const RankCell *before, const RankCell *after)
{
	return (ScorePair) {-(double) before->rank, -(double) after->rank};
}

/* (ranking, earlier, later) */
static void
return_agreement_of_two(FunctionCallInfo fcinfo, RowSink *rows, const PlanRanking *ranking)
{
	const RankingPeriod *periods = ranking_periods(ranking);
	int32		earlier = period_argument(fcinfo, 1, ranking);
	int32		later = period_argument(fcinfo, 2, ranking);
	ScorePair  *pairs = allocate_huge(Min(periods[earlier].field, periods[later].field) *
									  sizeof(ScorePair));
	uint32		count = 0;

	for (int64 i = 0; i < ranking->entities; i++)
	{
		RankedEntity entity = numbered_entity(ranking, i);
		const RankCell *before = cell_of_period(&entity, ranking->periods, earlier);
		const RankCell *after = cell_of_period(&entity, ranking->periods, later);

		CHECK_FOR_INTERRUPTS();
		if (before != NULL && after != NULL)
			pairs[count++] = pair_of_cells(before, after);
	}
	return_agreement(rows, periods[earlier].period, periods[later].period, pairs, count);
}

/*
 * (ranking): of each period with the one before.  One pass over the entities puts the
 * pairs of each period where its places would stand, which are no fewer.
 */
static void
return_agreement_of_all(RowSink *rows, const PlanRanking *ranking)
{
	const RankingPeriod *periods = ranking_periods(ranking);
	ScorePair  *pairs = allocate_huge(ranking->cells * sizeof(ScorePair));
	const int64 *first = first_places(ranking);
	uint32	   *counts = palloc0((Size) (ranking->periods + 1) * sizeof(uint32));

	for (int64 i = 0; i < ranking->entities; i++)
	{
		RankedEntity entity = numbered_entity(ranking, i);

		CHECK_FOR_INTERRUPTS();
		for (int64 c = 1; c < entity.count; c++)
		{
			const RankCell *cell = &entity.cells[c];

			if (cell[-1].period == cell->period - 1)
				pairs[first[cell->period] + counts[cell->period]++] = pair_of_cells(cell - 1, cell);
		}
	}
	for (int32 p = 1; p < ranking->periods; p++)
	{
		CHECK_FOR_INTERRUPTS();
		return_agreement(rows, periods[p - 1].period, periods[p].period, pairs + first[p],
						 counts[p]);
	}
}

PG_FUNCTION_INFO_V1(plan_rank_agreement);
Datum
plan_rank_agreement(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	RowSink		rows;

	begin_rows(fcinfo, &rows);
	if (PG_NARGS() > 1)
		return_agreement_of_two(fcinfo, &rows, ranking);
	else
		return_agreement_of_all(&rows, ranking);
	PG_RETURN_NULL();
}

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
