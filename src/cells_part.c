/*
 * cells_part.c
 *		Reading a few cells of a cube, which is not fetched whole for their sake.
 *
 * What is read is checked; that the rest is in order is not.
 */
#include "postgres.h"

#include "cells.h"

static size_t
offset_of_cell(const CellsType *type, int64 i)
{
	return sizeof(PlanCells) + i * stored_cell_size(type);
}

static size_t
offset_of_keys(const SlicedCells *cells)
{
	return offset_of_cell(cells->type, cells->head.cells) +
		(size_t) cells->head.overflows * cells->type->cell->whole_size;
}

static const void *
cells_key_part(void *source, size_t offset, size_t size)
{
	SlicedCells *cells = source;

	return sliced_peek(&cells->value, offset_of_keys(cells) + sizeof(int64) + offset, size);
}

/* The nodes, of which there is no more than their number yet. */
static void
open_keys(SlicedCells *cells, size_t offset)
{
	KeyDictionary *keys = &cells->keys;

	keys->kind = cells_kind(&cells->head);
	keys->type = cells->type->name;
	keys->part = cells_key_part;
	keys->source = cells;
	if (keys->kind <= KEYS_NUMBER)
		return;
	keys->count = *(const int64 *) sliced_peek(&cells->value, offset, sizeof(int64));
	if (!key_dictionary_fits(keys->kind, keys->count,
							 cells->value.size - offset - sizeof(int64)))
		report_binary_error(cells->type->name);
}

/* The months that a period consists of under a rule: a cube knows no parts of them. */
void
months_of_period(const CalendarRule *rule, Period period, int32 *first, int32 *end)
{
	char		text[PERIOD_TEXT_SIZE];

	if (period_rule_months(period, rule, first, end))
		return;
	period_write(text, period);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("period %s does not consist of whole months", text),
			 memcmp(rule, &standard_rule, sizeof(CalendarRule)) == 0
			 ? errhint("Use a period that begins and ends with a month.")
			 : errhint("Use a period that begins and ends with a month of the calendar.")));
}

/* Begin to read cells; what has been opened must stay where it is. */
void
open_cells(SlicedCells *cells, const CellsType *type, Datum datum)
{
	memset(cells, 0, sizeof(*cells));
	cells->type = type;
	if (!begin_slices(&cells->value, datum, type->name))
		set_whole(&cells->value, PG_DETOAST_DATUM(datum));
	if (cells->value.size >= sizeof(PlanCells))
		memcpy((char *) &cells->head + VARHDRSZ,
			   sliced_peek(&cells->value, VARHDRSZ, sizeof(PlanCells) - VARHDRSZ),
			   sizeof(PlanCells) - VARHDRSZ);
	open_keys(cells, check_cells_head(type, &cells->head, cells->value.size));
}

/* What cells have as their node for the key that an argument is; false if none has it. */
bool
find_node_argument(FunctionCallInfo fcinfo, int n, SlicedCells *cells, int64 *node)
{
	return find_key_argument(fcinfo, n, &cells->keys, "nodes", node);
}

/* A cell by its number, from 0; looking at the one after the next may take it away. */
const StoredCell *
peek_at_cell(SlicedCells *cells, int32 i)
{
	return sliced_peek(&cells->value, offset_of_cell(cells->type, i),
					   stored_cell_size(cells->type));
}

/* The first cell at or behind a key: the number of cells where there is none. */
int32
first_cell_from(SlicedCells *cells, int64 node, int32 month)
{
	int32		low = 0,
				high = cells->head.cells;

	while (low < high)
	{
		int32		middle = low + (high - low) / 2;
		const StoredCell *cell = peek_at_cell(cells, middle);

		if (compare_cell_keys(cell->node, cell->month, node, month) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Add what a cell holds that has just been looked at. */
void
add_peeked_cell(SlicedCells *cells, const StoredCell *cell, void *sum)
{
	const CellsType *type = cells->type;
	size_t		size = type->cell->whole_size;

	if (type->cell->add_packed(sum, cell + 1) != PLAN_OK)
		report_overflow(type->name);
	if (cell->overflow > 0 && cell->overflow <= cells->head.overflows &&
		type->cell->add(sum, sliced_peek(&cells->value,
										 offset_of_cell(type, cells->head.cells) +
										 (size_t) (cell->overflow - 1) * size, size)) != PLAN_OK)
		report_overflow(type->name);
}

Datum
count_cells(FunctionCallInfo fcinfo, const CellsType *type)
{
	SlicedCells cells;

	open_cells(&cells, type, PG_GETARG_DATUM(0));
	PG_RETURN_INT64(cells.head.cells);
}
