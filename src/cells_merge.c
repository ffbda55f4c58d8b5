/*
 * cells_merge.c
 *		Cubes as maps: merging them, taking them apart, and the states of their aggregates.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/expandeddatum.h"

#include "aggstate.h"
#include "cells.h"
#include "core/cellbatch.h"
#include "hashkey.h"

CellMemory
cells_memory(MemoryContext context)
{
	return (CellMemory) {allocate_aligned, release_aligned, context, check_for_interrupts};
}

static void
check_merged(const CellsType *type, PlanError error)
{
	if (error == PLAN_TOO_LARGE)
		report_too_many_cells(type);
	if (error != PLAN_OK)
		report_overflow(type->name);
}

/* Bring the kinds of nodes and the calendars together; a cube without cells goes with any. */
static void
merge_kinds(const CellsType *type, KeyKind *kind, CalendarRule *rule, KeyKind other,
			const CalendarRule *other_rule)
{
	KeyKind		before = *kind;

	if (!merge_key_kinds(kind, other))
		report_unlike_keys(before, other, type->name);
	if (other == KEYS_NONE)
		return;
	if (before == KEYS_NONE)
		*rule = *other_rule;
	if (memcmp(rule, other_rule, sizeof(CalendarRule)) != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cannot merge a %s of one calendar with one of another", type->name),
				 errhint("Make both under the same calendar.")));
}

/* Numbers are their own nodes, so that cells may be asked for ahead. */
static void
prefetch_merged(const CellsType *type, const CellMap *map, const PlanCells *cells, int32 i)
{
	const StoredCell *ahead;

	if (i + CELL_PREFETCH_DISTANCE >= cells->cells)
		return;
	ahead = cells_cell(type, cells, i + CELL_PREFETCH_DISTANCE);
	cellmap_prefetch_cell(map, ahead->node, ahead->month);
}

static pg_noinline void
report_merge_error(const CellsType *type, const CellsState *state, int64 node, int32 month,
				   const void *packed, PlanError error)
{
	if (error == PLAN_MIXED_KINDS)
	{
		Key			key = numbered_key(&state->keys, node);

		type->report_unlike(shown_node(keys_kind(&state->keys), &key),
							cellmap_cell(state->map, node, month), packed);
	}
	check_merged(type, error);
}

/* Merge a packed cell, which has the number of its node in the state. */
static inline void
merge_packed(const CellsType *type, CellsState *state, int64 node, int32 month,
			 const void *packed)
{
	PlanError	error = cellmap_merge_packed(state->map, node, month, packed);

	if (unlikely(error != PLAN_OK))
		report_merge_error(type, state, node, month, packed, error);
}

static void
merge_cell(const CellsType *type, CellsState *state, int64 node, const PlanCells *cells,
		   const StoredCell *cell)
{
	CellValue	value;

	if (cell->overflow == 0)
	{
		merge_packed(type, state, node, cell->month, cell + 1);
		return;
	}
	cells_value(type, cells, cell, &value);
	check_merged(type, cellmap_merge(state->map, node, cell->month, &value, type->cell->add));
}

static void
merge_cube(const CellsType *type, CellsState *state, const PlanCells *cells)
{
	KeyDictionary from = cells_keys(type, cells);
	int64		last = -1;
	int64		node = 0;

	merge_kinds(type, &state->keys.type.kind, &state->rule, from.kind, &cells->rule);
	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);

		CHECK_FOR_INTERRUPTS();
		if (from.kind == KEYS_NUMBER)
		{
			node = cell->node;
			prefetch_merged(type, state->map, cells, i);
		}
		else if (cell->node != last)
		{
			Key			key = key_of_place(&from, cell->node);

			node = number_of_key(&state->keys, &key);
			last = cell->node;
		}
		merge_cell(type, state, node, cells, cell);
	}
}

static void
merge_state(const CellsType *type, CellsState *state, const CellsState *other)
{
	const CellMap *map = other->map;
	int64	   *numbers;
	CellSlot   *slots;

	merge_kinds(type, &state->keys.type.kind, &state->rule, keys_kind(&other->keys), &other->rule);
	numbers = add_keys(&state->keys, &other->keys);
	slots = cellmap_sorted_slots(map, NULL);
	for (uint32 i = 0; i < map->cells; i++)
	{
		int64		node = numbers != NULL ? numbers[slots[i].node] : slots[i].node;
		void	   *cell = cellmap_numbered(map, slots[i].cell - 1);
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		if (*cell_overflow(cell) == NULL)
		{
			merge_packed(type, state, node, slots[i].month, cell);
			continue;
		}
		if (cellmap_unpack(map, cell, &value) != PLAN_OK)
			report_overflow(type->name);
		check_merged(type, cellmap_merge(state->map, node, slots[i].month, &value,
										 type->cell->add));
	}
	map->memory.release(map->memory.context, slots);
	if (numbers != NULL)
		pfree(numbers);
}

static void
append_map_cell(CellsBuilder *builder, const CellMap *map, const CellSlot *slot, const Key *key)
{
	void	   *cell = cellmap_numbered(map, slot->cell - 1);
	CellValue	value;

	if (likely(*cell_overflow(cell) == NULL))
	{
		if (!cell_bytes_are_zero(cell, builder->type->cell->packed_size))
			append_packed_cell(builder, key, slot->month, cell);
		return;
	}
	if (cellmap_unpack(map, cell, &value) != PLAN_OK)
		report_overflow(builder->type->name);
	append_cell(builder, key, slot->month, &value);
}

/* The cells of a state as a cube. */
static PlanCells *
cube_from_state(const CellsType *type, const CellsState *state)
{
	const CellMap *map = state->map;
	const KeyTable *keys = &state->keys;
	bool		numbered = keys_are_numbered(keys);
	uint32	   *order = numbered ? order_keys(keys) : NULL;
	uint32	   *places = numbered ? places_of_keys(order, keys->count) : NULL;
	CellSlot   *slots = cellmap_sorted_slots(map, places);
	CellsBuilder builder;

	begin_cells(&builder, type, keys_kind(keys), &state->rule, map->cells,
				numbered ? key_dictionary_size(keys) : 0);
	for (uint32 i = 0; i < map->cells; i++)
	{
		Key			key = {.number = slots[i].node};

		CHECK_FOR_INTERRUPTS();
		if (i + CELL_PREFETCH_DISTANCE < map->cells)
			cell_prefetch(cellmap_numbered(map, slots[i + CELL_PREFETCH_DISTANCE].cell - 1));
		if (numbered)
			key = numbered_key(keys, order[slots[i].node]);
		append_map_cell(&builder, map, &slots[i], &key);
	}
	release_aligned(NULL, slots);
	if (numbered)
	{
		pfree(order);
		pfree(places);
	}
	return end_cells(&builder);
}

/*
 * Merging values.
 */

typedef struct MergeMap
{
	CellMap		map;
	CellsState	state;			/* has that map */
} MergeMap;

static void
begin_merge(const CellsType *type, MergeMap *merge, MemoryContext context)
{
	memset(&merge->state, 0, sizeof(merge->state));
	init_keys(&merge->state.keys, context, KEYS_NONE);
	merge->state.map = &merge->map;
	cellmap_init(&merge->map, type->cell, cells_memory(context), process_hash_key(),
				 cells_max(type));
}

/*
 * A large state of plan_rollup: to SQL a cube, in memory an expanded object with a map, which the
 * executor neither copies nor looks into.  Wherever it is stored, sent or read it becomes a cube.
 */
typedef struct ExpandedCells
{
	ExpandedObjectHeader header;
	const CellsType *type;
	MergeMap	merge;
	MemoryContext flat_context; /* of the cube that the map makes */
	PlanCells  *flat;			/* NULL unless that has been made */
} ExpandedCells;

static Size
expanded_size(ExpandedObjectHeader *header)
{
	ExpandedCells *expanded = (ExpandedCells *) header;

	if (expanded->flat == NULL)
	{
		MemoryContext old;

		if (expanded->flat_context == NULL)
			expanded->flat_context = AllocSetContextCreate(header->eoh_context, "cube to store",
														   ALLOCSET_DEFAULT_SIZES);
		old = MemoryContextSwitchTo(expanded->flat_context);
		expanded->flat = cube_from_state(expanded->type, &expanded->merge.state);
		MemoryContextSwitchTo(old);
	}
	return VARSIZE(expanded->flat);
}

static void
forget_flat(ExpandedCells *expanded)
{
	if (expanded->flat == NULL)
		return;
	MemoryContextReset(expanded->flat_context);
	expanded->flat = NULL;
}

static void
flatten_expanded(ExpandedObjectHeader *header, void *to, Size size)
{
	ExpandedCells *expanded = (ExpandedCells *) header;

	if (expanded_size(header) != size)
		elog(ERROR, "%s changed while it was stored", expanded->type->name);
	copy_huge(to, expanded->flat, size);
	forget_flat(expanded);
}

static const ExpandedObjectMethods expanded_methods = {expanded_size, flatten_expanded};

/* The expanded object that a value is, or NULL. */
static ExpandedCells *
expanded_from_datum(const CellsType *type, Datum datum)
{
	ExpandedCells *expanded;

	if (!VARATT_IS_EXTERNAL_EXPANDED(DatumGetPointer(datum)))
		return NULL;
	expanded = (ExpandedCells *) DatumGetEOHP(datum);
	if (expanded->header.eoh_methods != &expanded_methods || expanded->type != type)
		return NULL;
	return expanded;
}

/* In a context of its own, as the executor demands. */
static ExpandedCells *
new_expanded(const CellsType *type, MemoryContext parent)
{
	MemoryContext context = AllocSetContextCreate(parent, "cubes to merge",
												  ALLOCSET_START_SMALL_SIZES);
	ExpandedCells *expanded = MemoryContextAllocZero(context, sizeof(ExpandedCells));

	EOH_init_header(&expanded->header, &expanded_methods, context);
	expanded->type = type;
	begin_merge(type, &expanded->merge, context);
	return expanded;
}

static void
add_to_expanded(ExpandedCells *expanded, const PlanCells *cells)
{
	merge_cube(expanded->type, &expanded->merge.state, cells);
}

/* A cell of the first list. */
static void
append_listed_cell(CellsBuilder *builder, const PlanCells *cells, const StoredCell *cell,
				   const Key *key)
{
	CellValue	value;

	if (cell->overflow == 0)
	{
		append_packed_cell(builder, key, cell->month, cell + 1);
		return;
	}
	cells_value(builder->type, cells, cell, &value);
	append_cell(builder, key, cell->month, &value);
}

/* A cell of the second list alone, added to nothing or taken from it. */
static void
append_other_cell(CellsBuilder *builder, const PlanCells *cells, const StoredCell *cell,
				  const Key *key, CellOperation operation)
{
	CellValue	sum = {{0}};
	CellValue	value;

	if (operation == builder->type->cell->add)
	{
		append_listed_cell(builder, cells, cell, key);
		return;
	}
	cells_value(builder->type, cells, cell, &value);
	check_merged(builder->type, operation(&sum, &value));
	append_cell(builder, key, cell->month, &sum);
}

/* The sum of two packed cells; false where they are to be unpacked. */
static bool
append_packed_sum(CellsBuilder *builder, const StoredCell *x, const StoredCell *y, const Key *key)
{
	const CellType *type = builder->type->cell;
	CellValue	sum;

	if (type->merge == NULL || x->overflow != 0 || y->overflow != 0)
		return false;
	memcpy(&sum, x + 1, type->packed_size);
	if (!type->merge(&sum, y + 1))
		return false;
	if (!cell_bytes_are_zero(&sum, type->packed_size))
		append_packed_cell(builder, key, x->month, &sum);
	return true;
}

static void
append_listed_sum(CellsBuilder *builder, const PlanCells *a, const StoredCell *x,
				  const PlanCells *b, const StoredCell *y, const Key *key, CellOperation operation)
{
	CellValue	sum;
	CellValue	value;
	PlanError	error;

	if (operation == builder->type->cell->add && append_packed_sum(builder, x, y, key))
		return;
	cells_value(builder->type, a, x, &sum);
	cells_value(builder->type, b, y, &value);
	error = operation(&sum, &value);
	if (unlikely(error == PLAN_MIXED_KINDS))
		builder->type->report_unlike(shown_node(keys_kind(&builder->keys), key), x + 1, y + 1);
	check_merged(builder->type, error);
	append_cell(builder, key, x->month, &sum);
}

/* What stands behind the cells and what overflows. */
static size_t
room_of_keys(const CellsType *type, const PlanCells *cells)
{
	return VARSIZE(cells) - sizeof(PlanCells) - cells->cells * stored_cell_size(type) -
		cells->overflows * type->cell->whole_size;
}

static void
begin_merged_lists(CellsBuilder *builder, const CellsType *type, KeyKind kind,
				   const CalendarRule *rule, const PlanCells *a, const PlanCells *b)
{
	int64		cells = (int64) a->cells + b->cells;

	/* Cells of one key become one. */
	begin_cells(builder, type, kind, rule, Min(cells, cells_max(type)),
				room_of_keys(type, a) + room_of_keys(type, b));
}

/* Two cubes as the lists in order that they are, the second added or subtracted. */
static PlanCells *
merge_lists(const CellsType *type, const PlanCells *a, const PlanCells *b, CellOperation operation)
{
	KeyDictionary a_keys = cells_keys(type, a);
	KeyDictionary b_keys = cells_keys(type, b);
	KeyKind		kind = a_keys.kind;
	CalendarRule rule = a->rule;
	CellsBuilder builder;
	int32		i = 0;
	int32		j = 0;

	merge_kinds(type, &kind, &rule, b_keys.kind, &b->rule);
	begin_merged_lists(&builder, type, kind, &rule, a, b);
	while (i < a->cells || j < b->cells)
	{
		const StoredCell *x = i < a->cells ? cells_cell(type, a, i) : NULL;
		const StoredCell *y = j < b->cells ? cells_cell(type, b, j) : NULL;
		Key			x_key = {0};
		Key			y_key = {0};
		int			order = x == NULL ? 1 : -1;

		CHECK_FOR_INTERRUPTS();
		if (x != NULL)
			x_key = key_of_place(&a_keys, x->node);
		if (y != NULL)
			y_key = key_of_place(&b_keys, y->node);
		if (x != NULL && y != NULL)
		{
			order = compare_keys(kind, &x_key, &y_key);
			if (order == 0)
				order = (x->month > y->month) - (x->month < y->month);
		}
		if (order < 0)
			append_listed_cell(&builder, a, x, &x_key);
		else if (order > 0)
			append_other_cell(&builder, b, y, &y_key, operation);
		else
			append_listed_sum(&builder, a, x, b, y, &x_key, operation);
		i += order <= 0;
		j += order >= 0;
	}
	return end_cells(&builder);
}

/*
 * Up to so many cells a state stays a cube.  For each new group hash aggregation adds up the
 * contexts of all, so that many small groups must not have one each.
 */
#define MAX_LISTED_CELLS 32

/* (state, value): the transition and combine function of plan_rollup, and the operator +. */
Datum
cells_merge(FunctionCallInfo fcinfo, const CellsType *type)
{
	ExpandedCells *state;
	const PlanCells *cells = PG_GETARG_PLAN_CELLS_P(1, type);

	if (!is_in_aggregate(fcinfo))
		PG_RETURN_POINTER(merge_lists(type, PG_GETARG_PLAN_CELLS_P(0, type), cells,
									  type->cell->add));
	state = expanded_from_datum(type, PG_GETARG_DATUM(0));
	if (state == NULL || !VARATT_IS_EXTERNAL_EXPANDED_RW(PG_GETARG_POINTER(0)))
	{
		const PlanCells *before = PG_GETARG_PLAN_CELLS_P(0, type);

		if ((int64) before->cells + cells->cells <= MAX_LISTED_CELLS)
			PG_RETURN_POINTER(merge_lists(type, before, cells, type->cell->add));
		state = new_expanded(type, aggregate_context(fcinfo));
		add_to_expanded(state, before);
	}
	forget_flat(state);
	add_to_expanded(state, cells);
	PG_RETURN_DATUM(EOHPGetRWDatum(&state->header));
}

/* The operator -. */
Datum
cells_subtract(FunctionCallInfo fcinfo, const CellsType *type)
{
	PG_RETURN_POINTER(merge_lists(type, PG_GETARG_PLAN_CELLS_P(0, type),
								  PG_GETARG_PLAN_CELLS_P(1, type), type->cell->subtract));
}

/* The final function of plan_rollup: the cube of its state. */
Datum
cells_whole(FunctionCallInfo fcinfo, const CellsType *type)
{
	const ExpandedCells *expanded = expanded_from_datum(type, PG_GETARG_DATUM(0));

	if (expanded == NULL)
		PG_RETURN_POINTER(PG_GETARG_PLAN_CELLS_P(0, type));
	PG_RETURN_POINTER(cube_from_state(type, &expanded->merge.state));
}

/*
 * States of aggregates.
 */

CellsState *
first_cells_state(FunctionCallInfo fcinfo, const CellsType *type, int node)
{
	MemoryContext context = aggregate_context(fcinfo);
	CellsState *state = type->new_state(context);

	if (node >= 0)
		begin_keys(&state->keys, context, fcinfo, node, "nodes");
	else
		init_keys(&state->keys, context, KEYS_NONE);
	return state;
}

/* The cube of a state; serialized, it is that cube as bytes. */
Datum
cells_final(FunctionCallInfo fcinfo, const CellsType *type)
{
	CellsState *state = (CellsState *) PG_GETARG_POINTER(0);

	type->flush(state);
	PG_RETURN_POINTER(cube_from_state(type, state));
}

/* Copied, since bytes in a tuple need not be aligned. */
Datum
cells_deserialize(FunctionCallInfo fcinfo, const CellsType *type)
{
	bytea	   *bytes = PG_GETARG_BYTEA_P(0);
	CellsState *state = palloc0(sizeof(CellsState));
	void	   *copy = allocate_huge(VARSIZE(bytes));

	copy_huge(copy, bytes, VARSIZE(bytes));
	state->received = cells_from_datum(type, PointerGetDatum(copy));
	PG_RETURN_POINTER(state);
}

/* Not strict: the state of another node lives elsewhere, and must be copied. */
Datum
cells_combine(FunctionCallInfo fcinfo, const CellsType *type)
{
	CellsState *state;
	CellsState *other;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	state = cells_state_argument(fcinfo, type, -1);
	other = (CellsState *) PG_GETARG_POINTER(1);
	type->flush(state);
	if (other->received != NULL)
		merge_cube(type, state, other->received);
	else
	{
		type->flush(other);
		merge_state(type, state, other);
	}
	PG_RETURN_POINTER(state);
}
