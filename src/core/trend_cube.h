/*
 * trend_cube.h
 *		A map from nodes to trends, built row by row: that of cellmap.h, with one month.
 */
#ifndef TNPLAN_CORE_TREND_CUBE_H
#define TNPLAN_CORE_TREND_CUBE_H

#include "core/cellmap.h"
#include "core/trend.h"

typedef struct TrendCubeCell
{
	PackedTrend packed;
	uint64_t	unused[3];
	void	   *overflow;		/* NULL, or a Trend */
} TrendCubeCell;

typedef struct TrendCubeRow
{
	double		value;
	double		weight;
	int32_t		day;
} TrendCubeRow;

extern const CellType trend_cube_cell_type;

/* What is out of the ordinary goes into the overflow, which stays. */
static inline __attribute__((always_inline)) PlanError
trend_cube_cell_add(CellMap *map, TrendCubeCell *cell, const TrendCubeRow *row)
{
	if (row->weight == 1.0 && packed_trend_add(&cell->packed, 1, row->day, row->value))
		return PLAN_OK;
	return trend_add_row(cellmap_overflow(map, cell), 1, row->day, row->value, row->weight);
}

#define CELLBATCH_PREFIX trend_cube
#define CELLBATCH_MAP TrendCubeMap
#define CELLBATCH_ROW TrendCubeRow
#define CELLBATCH_ADD trend_cube_cell_add
#define CELLBATCH_DECLARE
#include "core/cellbatch.h"

#endif							/* TNPLAN_CORE_TREND_CUBE_H */
