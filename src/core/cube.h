/*
 * cube.h
 *		A map from (node, month) to scorecards, built row by row.
 */
#ifndef TNPLAN_CORE_CUBE_H
#define TNPLAN_CORE_CUBE_H

#include "core/cellmap.h"
#include "core/scorecard.h"

typedef struct CubeCell
{
	PackedScorecard packed;
	void	   *overflow;		/* NULL, or a Scorecard */
} CubeCell;

extern const CellType cube_cell_type;

extern PlanError cube_cell_add_slowly(CellMap *map, CubeCell *cell, JudgedRow row, int steps);

/*
 * A figure that is missing stops the steps.  The slow path takes a copy, so that a row stays in
 * registers.
 */
static inline __attribute__((always_inline)) PlanError
cube_cell_add(CellMap *map, CubeCell *cell, const JudgedRow *row)
{
	int			steps = packed_judged_row(&cell->packed, 1, row);

	if (__builtin_expect(steps == JUDGED_ROW_STEPS, 1))
		return PLAN_OK;
	return cube_cell_add_slowly(map, cell, *row, steps);
}

#define CELLBATCH_PREFIX cube
#define CELLBATCH_MAP CubeMap
#define CELLBATCH_ROW JudgedRow
#define CELLBATCH_ADD cube_cell_add
#define CELLBATCH_DECLARE
#include "core/cellbatch.h"

#endif							/* TNPLAN_CORE_CUBE_H */
