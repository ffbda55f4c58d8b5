/*
 * rbo.c
 *		Rank-biased overlap: of two arrays, and as aggregates over ranked rows.
 */
#include "postgres.h"

#include <math.h>

#include "utils/builtins.h"
#include "utils/float.h"

#include "aggstate.h"
#include "argument.h"
#include "core/rbo.h"
#include "keys.h"
#include "names.h"
#include "type.h"
#include "word.h"

#define ITEM 1

/* A row: the item's ranks, and where its bytes end, which begin at the end of the last. */
typedef struct RboRow
{
	RboItem		ranks;
	uint64		end;
} RboRow;

/* What an aggregate has seen; the part that a worker sends ahead of rows and items. */
typedef struct RboHead
{
	double		p;
	int32		ties;
	int32		kind;			/* a KeyKind: what the items are */
	uint64		rows;
	uint64		bytes;
} RboHead;

typedef struct RboState
{
	MemoryContext context;
	RboHead		head;
	KeyType		type;			/* of the item argument; only where rows are added */
	uint64		row_capacity;
	RboRow	   *row;
	uint64		byte_capacity;
	char	   *items;			/* texts, uuids, or numbers as they stand in memory */
} RboState;

/*
 * Arguments.
 */

static double
checked_persistence(double p)
{
	if (unlikely(!(p > 0.0 && p < 1.0)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("p must lie between 0 and 1, exclusive, not %s", float8out_internal(p))));
	return p;
}

static const Word words_of_ties[] = {
	{"w", RBO_TIES_ARE_EQUAL},
	{"a", RBO_TIES_ARE_UNKNOWN},
	{"b", RBO_TIES_ARE_CORRECTED},
};

static const WordTable tie_words = WORD_TABLE("treatment of ties", words_of_ties,
											  "Valid values are w where ties are equal, a where "
											  "their order is unknown and b for a corrected for "
											  "the ties.");

static Datum
evaluate(FunctionCallInfo fcinfo, const RboItem *items, uint32 count, double p, RboTies ties,
		 RboEstimate estimate)
{
	void	   *scratch = allocate_huge(rbo_scratch_size(count));
	double		result;
	PlanError	error =
		rbo(items, count, p, ties, estimate, scratch, check_for_interrupts, &result);

	pfree(scratch);
	if (error != PLAN_OK)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(result);
}

/*
 * Two arrays, the first item being the top.
 */

pg_noreturn static void
report_item_twice(const PlanName *name, const char *ranking)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("item \"%s\" is in the %s ranking twice", SHOWN_NAME(name), ranking)));
}

/* The items of both arrays at the first place of each; in_a is the length of the first array. */
static RboItem *
items_of_arrays(const PlanName *names, uint32 count, uint32 in_a)
{
	uint32	   *first = first_of_same_name(names, count);
	RboItem    *items = allocate_huge((size_t) count * sizeof(RboItem));

	for (uint32 i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		items[i] = (RboItem) {NAN, NAN};
		if (i < in_a)
		{
			if (first[i] != i)
				report_item_twice(&names[i], "first");
			items[i].a = i;
		}
		else
		{
			if (!isnan(items[first[i]].b))
				report_item_twice(&names[i], "second");
			items[first[i]].b = i;
		}
	}
	pfree(first);
	return items;
}

/* (a, b, p): arrays have no ties. */
static Datum
rbo_of_arrays(FunctionCallInfo fcinfo, double p, RboEstimate estimate)
{
	uint32		count = 0;
	uint32		in_a;
	PlanName   *names;

	checked_persistence(p);
	check_names_collation(fcinfo, "items");
	names = append_names(NULL, &count, PG_GETARG_ARRAYTYPE_P(0), "items");
	in_a = count;
	names = append_names(names, &count, PG_GETARG_ARRAYTYPE_P(1), "items");
	return evaluate(fcinfo, items_of_arrays(names, count, in_a), count, p, RBO_TIES_ARE_EQUAL,
					estimate);
}

#define PLAN_RBO_OF_ARRAYS(name, estimate) \
PG_FUNCTION_INFO_V1(plan_##name); \
Datum \
plan_##name(PG_FUNCTION_ARGS) \
{ \
	return rbo_of_arrays(fcinfo, PG_GETARG_FLOAT8(2), estimate); \
}

PLAN_RBO_OF_ARRAYS(rbo, RBO_EXTRAPOLATED)
PLAN_RBO_OF_ARRAYS(rbo_min, RBO_MIN)
PLAN_RBO_OF_ARRAYS(rbo_max, RBO_MAX)

/*
 * Aggregates over rows (item, rank_a, rank_b, p [, ties]).
 */

static RboState *
new_rbo_state(MemoryContext context, double p, int32 ties, KeyKind kind)
{
	RboState   *state = MemoryContextAllocZero(context, sizeof(RboState));

	state->context = context;
	state->head.p = p;
	state->head.ties = ties;
	state->head.kind = kind;
	return state;
}

/* Make room for rows and for the bytes of their items. */
static void
reserve_rows(RboState *state, uint64 rows, uint64 bytes)
{
	if (state->head.rows + rows > RBO_MAX_ITEMS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many items to rank"),
				 errdetail("At most %d items can be ranked.", RBO_MAX_ITEMS)));
	state->row = reserve_elements(state->context, state->row, &state->row_capacity,
								  state->head.rows + rows, sizeof(RboRow));
	state->items = reserve_elements(state->context, state->items, &state->byte_capacity,
									state->head.bytes + bytes + 1, 1);
}

static void
check_same_parameters(const RboState *state, double p, int32 ties)
{
	if (unlikely(state->head.p != p || state->head.ties != ties))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be the same in all rows",
						state->head.p != p ? "p" : "the treatment of ties")));
}

static RboState *
rbo_state_of_first_row(FunctionCallInfo fcinfo, double p, int32 ties)
{
	KeyType		type = key_argument_type(fcinfo, ITEM, "items");
	RboState   *state = new_rbo_state(aggregate_context(fcinfo), p, ties, type.kind);

	state->type = type;
	return state;
}

static void
add_item_bytes(RboState *state, RboItem ranks, const char *item, uint64 length)
{
	reserve_rows(state, 1, length);
	memcpy(state->items + state->head.bytes, item, length);
	state->head.bytes += length;
	state->row[state->head.rows++] = (RboRow) {ranks, state->head.bytes};
}

static void
add_item(RboState *state, RboItem ranks, const Key *item)
{
	if (state->head.kind == KEYS_NUMBER)
		add_item_bytes(state, ranks, (const char *) &item->number, sizeof(int64));
	else
		add_item_bytes(state, ranks, item->bytes, item->length);
}

/* (state, item, rank_a, rank_b, p [, ties]) */
PG_FUNCTION_INFO_V1(plan_rbo_add);
Datum
plan_rbo_add(PG_FUNCTION_ARGS)
{
	int32		ties = RBO_TIES_ARE_EQUAL;
	RboItem		ranks;
	double		p;
	RboState   *state;
	Key			item;

	if (PG_ARGISNULL(ITEM))
		report_null_error("item");
	if (PG_ARGISNULL(4) || (PG_NARGS() > 5 && PG_ARGISNULL(5)))
		return unchanged_state(fcinfo);
	p = checked_persistence(PG_GETARG_FLOAT8(4));
	if (PG_NARGS() > 5)
		ties = word_argument(fcinfo, 5, &tie_words);
	ranks.a = unchecked_argument(fcinfo, 2);
	ranks.b = unchecked_argument(fcinfo, 3);
	if (isnan(ranks.a) && isnan(ranks.b))
		return unchanged_state(fcinfo);
	state = PG_ARGISNULL(0) ? rbo_state_of_first_row(fcinfo, p, ties)
		: (RboState *) PG_GETARG_POINTER(0);
	check_same_parameters(state, p, ties);
	item = key_from_datum(&state->type, PG_GETARG_DATUM(ITEM));
	add_item(state, ranks, &item);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_rbo_combine);
Datum
plan_rbo_combine(PG_FUNCTION_ARGS)
{
	const RboState *other;
	RboState   *state;
	uint64		start = 0;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	other = (const RboState *) PG_GETARG_POINTER(1);
	state = PG_ARGISNULL(0)
		? new_rbo_state(aggregate_context(fcinfo), other->head.p, other->head.ties,
						other->head.kind)
		: (RboState *) PG_GETARG_POINTER(0);
	check_same_parameters(state, other->head.p, other->head.ties);
	for (uint32 i = 0; i < other->head.rows; i++)
	{
		const RboRow *row = &other->row[i];

		CHECK_FOR_INTERRUPTS();
		add_item_bytes(state, row->ranks, other->items + start, row->end - start);
		start = row->end;
	}
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_rbo_serialize);
Datum
plan_rbo_serialize(PG_FUNCTION_ARGS)
{
	const RboState *state = (const RboState *) PG_GETARG_POINTER(0);
	size_t		row_bytes = state->head.rows * sizeof(RboRow);
	bytea	   *bytes = new_partial_state(sizeof(RboHead) + row_bytes + state->head.bytes, "items");
	char	   *to = VARDATA(bytes);

	memcpy(to, &state->head, sizeof(RboHead));
	copy_huge(to + sizeof(RboHead), state->row, row_bytes);
	copy_huge(to + sizeof(RboHead) + row_bytes, state->items, state->head.bytes);
	PG_RETURN_BYTEA_P(bytes);
}

PG_FUNCTION_INFO_V1(plan_rbo_deserialize);
Datum
plan_rbo_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	const char *from = VARDATA_ANY(bytes);
	RboState   *state;
	RboHead		head;

	memcpy(&head, from, sizeof(RboHead));
	state = new_rbo_state(CurrentMemoryContext, head.p, head.ties, head.kind);
	reserve_rows(state, head.rows, head.bytes);
	state->head = head;
	copy_huge(state->row, from + sizeof(RboHead), head.rows * sizeof(RboRow));
	copy_huge(state->items, from + sizeof(RboHead) + head.rows * sizeof(RboRow), head.bytes);
	PG_RETURN_POINTER(state);
}

pg_noreturn static void
report_item_in_two_rows(const RboState *state, const PlanName *item)
{
	Key			key = {.bytes = item->bytes,.length = item->length};

	if (state->head.kind == KEYS_NUMBER)
		memcpy(&key.number, item->bytes, sizeof(int64));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("item %s is in more than one row", shown_key(state->head.kind, &key)),
			 errhint("A row has both ranks of an item, NULL where a ranking does not have it.")));
}

/* Every row must be an item of its own. */
static void
check_distinct(const RboState *state)
{
	uint32		count = state->head.rows;
	PlanName   *items = allocate_huge(count * sizeof(PlanName));
	uint32	   *first;
	uint64		start = 0;

	for (uint32 i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		items[i] = (PlanName) {state->items + start, (int) (state->row[i].end - start)};
		start = state->row[i].end;
	}
	first = first_of_same_name(items, count);
	for (uint32 i = 0; i < count; i++)
		if (first[i] != i)
			report_item_in_two_rows(state, &items[i]);
	pfree(items);
	pfree(first);
}

static Datum
rbo_of_rows(FunctionCallInfo fcinfo, RboEstimate estimate)
{
	const RboState *state = (const RboState *) PG_GETARG_POINTER(0);
	RboItem    *items = allocate_huge(state->head.rows * sizeof(RboItem));

	check_distinct(state);
	for (uint32 i = 0; i < state->head.rows; i++)
		items[i] = state->row[i].ranks;
	return evaluate(fcinfo, items, state->head.rows, state->head.p, state->head.ties, estimate);
}

PG_FUNCTION_INFO_V1(plan_rbo_final);
Datum
plan_rbo_final(PG_FUNCTION_ARGS)
{
	return rbo_of_rows(fcinfo, RBO_EXTRAPOLATED);
}

PG_FUNCTION_INFO_V1(plan_rbo_min_final);
Datum
plan_rbo_min_final(PG_FUNCTION_ARGS)
{
	return rbo_of_rows(fcinfo, RBO_MIN);
}

PG_FUNCTION_INFO_V1(plan_rbo_max_final);
Datum
plan_rbo_max_final(PG_FUNCTION_ARGS)
{
	return rbo_of_rows(fcinfo, RBO_MAX);
}
