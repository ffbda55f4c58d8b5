/*
 * cube.h
 *		plan_cube as it is stored, and what its wrappers share.
 */
#ifndef TNPLAN_CUBE_H
#define TNPLAN_CUBE_H

#include "cells.h"
#include "core/cube.h"
#include "scorecard.h"

typedef struct PlanCubeCell
{
	StoredCell	key;
	PackedScorecard packed;
} PlanCubeCell;

/* plan_cube: scorecards by node and month. */
typedef struct PlanCube
{
	PlanCells	head;
	PlanCubeCell cell[FLEXIBLE_ARRAY_MEMBER];
} PlanCube;

#define PG_GETARG_PLAN_CUBE_P(n) ((const PlanCube *) PG_GETARG_PLAN_CELLS_P(n, &cube_cells))

extern const CellsType cube_cells;

/* The scorecard of a cell, by its number. */
static inline Scorecard
cube_card(const PlanCube *cube, int32 i)
{
	Scorecard	card;

	cells_value(&cube_cells, &cube->head, &cube->cell[i].key, &card);
	return card;
}

#endif							/* TNPLAN_CUBE_H */
