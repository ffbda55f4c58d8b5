/*
 * cells_merge.c
 *		Cubes as maps: merging them, taking them apart, and the states of their aggregates.
 */
#include "postgres.h"

#include "miscadmin.h"

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
		report_overflow(type->piece.name);
}

/* Bring the kinds of nodes together. */
static void
merge_kinds(const CellsType *type, KeyTable *keys, KeyKind other)
{
	KeyKind		kind = keys_kind(keys);

	if (!merge_key_kinds(&keys->type.kind, other))
		report_unlike_keys(kind, other, type->piece.name);
}

static void
merge_cube(const CellsType *type, CellMap *map, KeyTable *keys, const PlanCells *cells,
		   CellOperation operation)
{
	KeyDictionary from = cells_keys(type, cells);
	int64		last = -1;
	int64		node = 0;

	merge_kinds(type, keys, from.kind);
	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		if (from.kind == KEYS_NUMBER)
			node = cell->node;
		else if (cell->node != last)
		{
			Key			key = key_of_place(&from, cell->node);

			node = number_of_key(keys, &key);
			last = cell->node;
		}
		if (cell->overflow == 0 && operation == type->cell->add)
		{
			check_merged(type, cellmap_merge_packed(map, node, cell->month, cell + 1));
			continue;
		}
		cells_value(type, cells, cell, &value);
		check_merged(type, cellmap_merge(map, node, cell->month, &value, operation));
	}
}

static void
merge_state(const CellsType *type, CellsState *state, const CellsState *other)
{
	const CellMap *map = other->map;
	int64	   *numbers;

	merge_kinds(type, &state->keys, keys_kind(&other->keys));
	numbers = add_keys(&state->keys, &other->keys);
	for (size_t i = 0; i < (size_t) 1 << map->slot_bits; i++)
	{
		const CellSlot *slot = &map->slots[i];
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		if (slot->cell == 0)
			continue;
		if (cellmap_unpack(map, cellmap_numbered(map, slot->cell - 1), &value) != PLAN_OK)
			report_overflow(type->piece.name);
		check_merged(type, cellmap_merge(state->map,
										 numbers != NULL ? numbers[slot->node] : slot->node,
										 slot->month, &value, type->cell->add));
	}
	if (numbers != NULL)
		pfree(numbers);
}

static void
append_map_cell(CellsBuilder *builder, const CellMap *map, const CellSlot *slot, const Key *key)
{
	void	   *cell = cellmap_numbered(map, slot->cell - 1);
	CellValue	value;

	if (*cell_overflow(cell) == NULL)
	{
		if (!cell_bytes_are_zero(cell, builder->type->cell->packed_size))
			append_packed_cell(builder, key, slot->month, cell);
		return;
	}
	if (cellmap_unpack(map, cell, &value) != PLAN_OK)
		report_overflow(builder->type->piece.name);
	append_cell(builder, key, slot->month, &value);
}

/* The place in the order of each number. */
static uint32 *
places_of(const uint32 *order, uint32 count)
{
	uint32	   *places = allocate_huge((Size) count * sizeof(uint32) + 1);

	for (uint32 i = 0; i < count; i++)
		places[order[i]] = i;
	return places;
}

/* The cells of a map as a cube. */
static PlanCells *
cube_from_map(const CellsType *type, const CellMap *map, const KeyTable *keys)
{
	bool		numbered = keys_are_numbered(keys);
	uint32	   *order = numbered ? order_keys(keys) : NULL;
	uint32	   *places = numbered ? places_of(order, keys->count) : NULL;
	CellSlot   *slots = cellmap_sorted_slots(map, places);
	CellsBuilder builder;

	begin_cells(&builder, type, keys_kind(keys), map->cells);
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
	KeyTable	keys;
	MemoryContext context;
} MergeMap;

static void
begin_merge(const CellsType *type, MergeMap *merge)
{
	merge->context = AllocSetContextCreate(CurrentMemoryContext, "cubes to merge",
										   ALLOCSET_DEFAULT_SIZES);
	init_keys(&merge->keys, merge->context, KEYS_NONE);
	cellmap_init(&merge->map, type->cell, cells_memory(merge->context), process_hash_key(),
				 cells_max(type));
}

static PlanCells *
end_merge(const CellsType *type, MergeMap *merge)
{
	PlanCells  *cells = cube_from_map(type, &merge->map, &merge->keys);

	MemoryContextDelete(merge->context);
	return cells;
}

struct varlena *
merge_cells(const CellsType *type, const struct varlena *const *values, uint64 count)
{
	MergeMap	merge;

	begin_merge(type, &merge);
	for (uint64 i = 0; i < count; i++)
		merge_cube(type, &merge.map, &merge.keys, (const PlanCells *) values[i], type->cell->add);
	return (struct varlena *) end_merge(type, &merge);
}

/* The operator -. */
Datum
cells_subtract(FunctionCallInfo fcinfo, const CellsType *type)
{
	MergeMap	merge;

	begin_merge(type, &merge);
	merge_cube(type, &merge.map, &merge.keys, PG_GETARG_PLAN_CELLS_P(0, type), type->cell->add);
	merge_cube(type, &merge.map, &merge.keys, PG_GETARG_PLAN_CELLS_P(1, type), type->cell->subtract);
	PG_RETURN_POINTER(end_merge(type, &merge));
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
	PG_RETURN_POINTER(cube_from_map(type, state->map, &state->keys));
}

/* Copied, since bytes in a tuple need not be aligned. */
Datum
cells_deserialize(FunctionCallInfo fcinfo, const CellsType *type)
{
	bytea	   *bytes = PG_GETARG_BYTEA_P(0);
	CellsState *state = palloc0(sizeof(CellsState));
	void	   *copy = palloc(VARSIZE(bytes));

	memcpy(copy, bytes, VARSIZE(bytes));
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
		merge_cube(type, state->map, &state->keys, other->received, type->cell->add);
	else
	{
		type->flush(other);
		merge_state(type, state, other);
	}
	PG_RETURN_POINTER(state);
}
