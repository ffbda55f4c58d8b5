/*
 * cells.c
 *		Cubes: values by node and month, or by node alone, in one value.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "miscadmin.h"

#include "cells.h"

void
report_too_many_cells(const CellsType *type)
{
	if (type->by_month)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("%s has too many cells", type->piece.name),
				 errdetail("A cube holds one cell for each node and month, at most %u of them.",
						   cells_max(type)),
				 errhint("Make several cubes, each of fewer nodes or months.")));
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("%s has too many nodes", type->piece.name),
			 errdetail("A cube holds one cell for each node, at most %u of them.", cells_max(type)),
			 errhint("Make several cubes, each of fewer nodes.")));
}

static size_t
cells_size(const CellsType *type, int64 cells, int64 overflows)
{
	return sizeof(PlanCells) + cells * stored_cell_size(type) + overflows * type->cell->whole_size;
}

void
check_cells(const CellsType *type, const struct varlena *value)
{
	const PlanCells *cells = (const PlanCells *) value;
	bool		is_short = VARSIZE(cells) < sizeof(PlanCells);

	if (is_short || cells->format != CELLS_VERSION)
		report_format_version(type->piece.name, is_short ? 0 : (int) (cells->format & 0xff));
	if (cells->cells < 0 || cells->overflows < 0 ||
		VARSIZE(cells) != cells_size(type, cells->cells, cells->overflows))
		report_binary_error(type->piece.name);
}

const PlanCells *
cells_from_datum(const CellsType *type, Datum datum)
{
	return (const PlanCells *) whole_from_datum(&type->piece, datum);
}

static char *
overflow_of_cell(const CellsType *type, const PlanCells *cells, int32 overflow)
{
	return (char *) cells_cell(type, cells, cells->cells) + (size_t) (overflow - 1) * type->cell->whole_size;
}

/* What a cell holds. */
void
cells_value(const CellsType *type, const PlanCells *cells, const StoredCell *cell, void *whole)
{
	if (cell->overflow > 0 && cell->overflow <= cells->overflows)
		memcpy(whole, overflow_of_cell(type, cells, cell->overflow), type->cell->whole_size);
	else
		memset(whole, 0, type->cell->whole_size);
	if (type->cell->add_packed(whole, cell + 1) != PLAN_OK)
		report_overflow(type->piece.name);
}

/* Begin a cube of so many cells, or more or fewer. */
void
begin_cells(CellsBuilder *builder, const CellsType *type, int64 cells)
{
	builder->type = type;
	builder->cells = 0;
	initStringInfo(&builder->value);
	initStringInfo(&builder->overflows);
	if (cells > cells_max(type))
		report_too_many_cells(type);
	enlargeStringInfo(&builder->value, cells_size(type, cells, 0));
	builder->value.len = sizeof(PlanCells);
}

/* The next cell, whose packed part is still to be set. */
static StoredCell *
next_cell(CellsBuilder *builder, int64 node, int32 month)
{
	size_t		size = stored_cell_size(builder->type);
	StoredCell *cell;

	if (builder->cells >= cells_max(builder->type))
		report_too_many_cells(builder->type);
	enlargeStringInfo(&builder->value, size);
	cell = (StoredCell *) (builder->value.data + builder->value.len);
	builder->value.len += size;
	builder->cells++;
	cell->node = node;
	cell->month = month;
	cell->overflow = 0;
	return cell;
}

void
append_packed_cell(CellsBuilder *builder, int64 node, int32 month, const void *packed)
{
	memcpy(next_cell(builder, node, month) + 1, packed, builder->type->cell->packed_size);
}

/* Empty cells are left out. */
void
append_cell(CellsBuilder *builder, int64 node, int32 month, const void *whole)
{
	const CellType *type = builder->type->cell;
	StoredCell *cell;

	if (cell_bytes_are_zero(whole, type->whole_size))
		return;
	cell = next_cell(builder, node, month);
	if (!type->pack(cell + 1, whole))
	{
		memset(cell + 1, 0, type->packed_size);
		appendBinaryStringInfo(&builder->overflows, whole, type->whole_size);
		cell->overflow = builder->overflows.len / type->whole_size;
	}
}

/* The cube of the cells that have been appended. */
PlanCells *
end_cells(CellsBuilder *builder)
{
	size_t		size = (size_t) builder->value.len + builder->overflows.len;
	PlanCells  *cells;

	if (!AllocSizeIsValid(size + 1))
		report_too_many_cells(builder->type);
	appendBinaryStringInfo(&builder->value, builder->overflows.data, builder->overflows.len);
	cells = (PlanCells *) builder->value.data;
	SET_VARSIZE(cells, size);
	cells->format = CELLS_VERSION;
	cells->cells = builder->cells;
	cells->overflows = builder->overflows.len / builder->type->cell->whole_size;
	pfree(builder->overflows.data);
	return cells;
}

int
compare_cell_keys(int64 node, int32 month, int64 other_node, int32 other_month)
{
	if (node != other_node)
		return node < other_node ? -1 : 1;
	return (month > other_month) - (month < other_month);
}

/* The first cell at or behind a key: the number of cells where there is none. */
int32
cells_first_from(const CellsType *type, const PlanCells *cells, int64 node, int32 month)
{
	int32		low = 0,
				high = cells->cells;

	while (low < high)
	{
		int32		middle = low + (high - low) / 2;
		const StoredCell *cell = cells_cell(type, cells, middle);

		if (compare_cell_keys(cell->node, cell->month, node, month) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* By the first cell that differs, then by the number of cells. */
static int
compare_all(const CellsType *type, const PlanCells *a, const PlanCells *b)
{
	for (int32 i = 0; i < a->cells && i < b->cells; i++)
	{
		const StoredCell *x = cells_cell(type, a, i);
		const StoredCell *y = cells_cell(type, b, i);
		int			order = compare_cell_keys(x->node, x->month, y->node, y->month);
		CellValue	value,
					other;

		CHECK_FOR_INTERRUPTS();
		if (order == 0)
		{
			cells_value(type, a, x, &value);
			cells_value(type, b, y, &other);
			order = type->cell->compare(&value, &other);
		}
		if (order != 0)
			return order;
	}
	return (a->cells > b->cells) - (a->cells < b->cells);
}

int
compare_cells(FunctionCallInfo fcinfo, const CellsType *type)
{
	const PlanCells *a = PG_GETARG_PLAN_CELLS_P(0, type);
	const PlanCells *b = PG_GETARG_PLAN_CELLS_P(1, type);
	int			order = compare_all(type, a, b);

	free_argument_copy(fcinfo, 0, a);
	free_argument_copy(fcinfo, 1, b);
	return order;
}

uint64
hash_cells(FunctionCallInfo fcinfo, uint64 seed, const CellsType *type)
{
	const PlanCells *cells = PG_GETARG_PLAN_CELLS_P(0, type);
	uint64		hash = hash_bytes_uint32_extended(cells->cells, seed);

	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);
		int64		key[2] = {cell->node, cell->month};
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		cells_value(type, cells, cell, &value);
		hash = hash_combine64(hash, hash_bytes_extended((unsigned char *) key, sizeof(key), seed));
		hash = hash_combine64(hash, hash_bytes_extended((unsigned char *) &value,
														type->cell->whole_size, seed));
	}
	free_argument_copy(fcinfo, 0, cells);
	return hash;
}
