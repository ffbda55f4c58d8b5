/*
 * figure_cube.h
 *		plan_figure_cube as it is stored.
 */
#ifndef TNPLAN_FIGURE_CUBE_H
#define TNPLAN_FIGURE_CUBE_H

#include "cells.h"
#include "core/figure.h"

extern const CellsType figure_cells;

/* figure_cube.c */
pg_noreturn extern void report_ambiguous_figure(const char *node, const Figure *figure);

/* What a stored cell holds. */
static inline const Figure *
cell_figure(const StoredCell *cell)
{
	return (const Figure *) (cell + 1);
}

#endif							/* TNPLAN_FIGURE_CUBE_H */
