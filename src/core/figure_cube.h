/*
 * figure_cube.h
 *		A map from series and months to figures, built value by value: that of cellmap.h.
 */
#ifndef TNPLAN_CORE_FIGURE_CUBE_H
#define TNPLAN_CORE_FIGURE_CUBE_H

#include "core/cellmap.h"
#include "core/figure.h"

/* A figure fits always, and needs no overflow. */
typedef struct FigureCell
{
	Figure		figure;
	uint64_t	unused[10];
	void	   *overflow;		/* NULL */
} FigureCell;

extern const CellType figure_cell_type;

static inline __attribute__((always_inline)) PlanError
figure_cell_add(CellMap *map, FigureCell *cell, const DatedValue *value)
{
	(void) map;
	return figure_add(&cell->figure, value);
}

#define CELLBATCH_PREFIX figure_cube
#define CELLBATCH_MAP FigureCubeMap
#define CELLBATCH_ROW DatedValue
#define CELLBATCH_ADD figure_cell_add
#define CELLBATCH_DECLARE
#include "core/cellbatch.h"

#endif							/* TNPLAN_CORE_FIGURE_CUBE_H */
