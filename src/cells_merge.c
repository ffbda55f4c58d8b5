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
merge_value(const CellsType *type, CellMap *map, int64 node, int32 month, const void *value,
			CellOperation operation)
{
	PlanError	error = cellmap_merge(map, node, month, value, operation);

	if (error == PLAN_TOO_LARGE)
		report_too_many_cells(type);
	if (error != PLAN_OK)
		report_overflow(type->piece.name);
}

static void
merge_cube(const CellsType *type, CellMap *map, const PlanCells *cells, CellOperation operation)
{
	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		cells_value(type, cells, cell, &value);
		merge_value(type, map, cell->node, cell->month, &value, operation);
	}
}

static void
merge_map(const CellsType *type, CellMap *map, const CellMap *other)
{
	for (size_t i = 0; i < (size_t) 1 << other->slot_bits; i++)
	{
		const CellSlot *slot = &other->slots[i];
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		if (slot->cell == 0)
			continue;
		if (cellmap_unpack(other, cellmap_numbered(other, slot->cell - 1), &value) != PLAN_OK)
			report_overflow(type->piece.name);
		merge_value(type, map, slot->node, slot->month, &value, type->cell->add);
	}
}

static void
append_map_cell(CellsBuilder *builder, const CellMap *map, const CellSlot *slot)
{
	void	   *cell = cellmap_numbered(map, slot->cell - 1);
	CellValue	value;

	if (*cell_overflow(cell) == NULL)
	{
		if (!cell_bytes_are_zero(cell, builder->type->cell->packed_size))
			append_packed_cell(builder, slot->node, slot->month, cell);
		return;
	}
	if (cellmap_unpack(map, cell, &value) != PLAN_OK)
		report_overflow(builder->type->piece.name);
	append_cell(builder, slot->node, slot->month, &value);
}

/* The cells of a map as a cube. */
static PlanCells *
cube_from_map(const CellsType *type, const CellMap *map)
{
	CellSlot   *slots = cellmap_sorted_slots(map);
	CellsBuilder builder;

	begin_cells(&builder, type, map->cells);
	for (uint32 i = 0; i < map->cells; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (i + CELL_PREFETCH_DISTANCE < map->cells)
			cell_prefetch(cellmap_numbered(map, slots[i + CELL_PREFETCH_DISTANCE].cell - 1));
		append_map_cell(&builder, map, &slots[i]);
	}
	release_aligned(NULL, slots);
	return end_cells(&builder);
}

/*
 * Merging values.
 */

typedef struct MergeMap
{
	CellMap		map;
	MemoryContext context;
} MergeMap;

static void
begin_merge(const CellsType *type, MergeMap *merge)
{
	merge->context = AllocSetContextCreate(CurrentMemoryContext, "cubes to merge",
										   ALLOCSET_DEFAULT_SIZES);
	cellmap_init(&merge->map, type->cell, cells_memory(merge->context), process_hash_key(),
				 cells_max(type));
}

static PlanCells *
end_merge(const CellsType *type, MergeMap *merge)
{
	PlanCells  *cells = cube_from_map(type, &merge->map);

	MemoryContextDelete(merge->context);
	return cells;
}

struct varlena *
merge_cells(const CellsType *type, const struct varlena *const *values, uint64 count)
{
	MergeMap	merge;

	begin_merge(type, &merge);
	for (uint64 i = 0; i < count; i++)
		merge_cube(type, &merge.map, (const PlanCells *) values[i], type->cell->add);
	return (struct varlena *) end_merge(type, &merge);
}

/* The operator -. */
Datum
cells_subtract(FunctionCallInfo fcinfo, const CellsType *type)
{
	MergeMap	merge;

	begin_merge(type, &merge);
	merge_cube(type, &merge.map, PG_GETARG_PLAN_CELLS_P(0, type), type->cell->add);
	merge_cube(type, &merge.map, PG_GETARG_PLAN_CELLS_P(1, type), type->cell->subtract);
	PG_RETURN_POINTER(end_merge(type, &merge));
}

/*
 * States of aggregates.
 */

CellsState *
first_cells_state(FunctionCallInfo fcinfo, const CellsType *type)
{
	return type->new_state(aggregate_context(fcinfo));
}

/* The cube of a state; serialized, it is that cube as bytes. */
Datum
cells_final(FunctionCallInfo fcinfo, const CellsType *type)
{
	CellsState *state = (CellsState *) PG_GETARG_POINTER(0);

	type->flush(state);
	PG_RETURN_POINTER(cube_from_map(type, state->map));
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
	state = cells_state_argument(fcinfo, type);
	other = (CellsState *) PG_GETARG_POINTER(1);
	type->flush(state);
	if (other->received != NULL)
		merge_cube(type, state->map, other->received, type->cell->add);
	else
	{
		type->flush(other);
		merge_map(type, state->map, other->map);
	}
	PG_RETURN_POINTER(state);
}
