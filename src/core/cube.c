/*
 * cube.c
 *		A map from (node, month) to scorecards, built row by row.
 */
#include "core/cube.h"

_Static_assert(sizeof(CubeCell) == CELL_SIZE, "a cell is two cache lines");
_Static_assert(sizeof(Scorecard) <= CELL_MAX_WHOLE, "room for a scorecard");
_Static_assert(sizeof(struct cube_waiting_row) == 64, "a row that waits takes one cache line");

static bool
pack(void *packed, const void *card)
{
	return scorecard_pack(packed, card);
}

static bool
merge(void *packed, const void *other)
{
	return packed_add(packed, other);
}

static PlanError
add_packed(void *card, const void *packed)
{
	return scorecard_add_packed(card, packed);
}

static PlanError
add(void *card, const void *other)
{
	return scorecard_add(card, other);
}

static PlanError
subtract(void *card, const void *other)
{
	return scorecard_subtract(card, other);
}

static int
compare(const void *card, const void *other)
{
	return scorecard_compare(card, other);
}

const CellType cube_cell_type = {
	sizeof(PackedScorecard), sizeof(Scorecard), pack, merge, add_packed, add, subtract, compare
};

/*
 * A row that is out of the ordinary, of which the packed part took some steps.  What does not fit
 * goes into the overflow where there is one.
 */
PlanError
cube_cell_add_slowly(CellMap *map, CubeCell *cell, JudgedRow row, int steps)
{
	Scorecard	card;
	PlanError	error;

	if (isnan(row.actual) && isnan(row.score) && row.verdict == VERDICT_NO_DATA &&
		packed_missing_row(&cell->packed, 1, row.target, row.weight))
		return PLAN_OK;
	if (packed_finish_row(&cell->packed, cell->overflow, 1, &row, steps))
		return PLAN_OK;
	if (cell->overflow != NULL)
		return packed_untargeted_row(&cell->packed, cell->overflow, 1, &row) ? PLAN_OK
			: scorecard_any_row(cell->overflow, 1, &row);
	error = cellmap_unpack(map, cell, &card);
	if (error == PLAN_OK)
		error = scorecard_any_row(&card, 1, &row);
	if (error == PLAN_OK)
		cellmap_pack(map, cell, &card);
	return error;
}

#define CELLBATCH_PREFIX cube
#define CELLBATCH_MAP CubeMap
#define CELLBATCH_ROW JudgedRow
#define CELLBATCH_ADD cube_cell_add
#define CELLBATCH_DEFINE
#include "core/cellbatch.h"
