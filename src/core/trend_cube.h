/*
 * trend_cube.h
 *		A map from nodes to trends, built row by row.
 *
 * It is the map of cube.h, in which all rows of a node have one month, and keeps rows back
 * as that does.
 */
#ifndef TNPLAN_CORE_TREND_CUBE_H
#define TNPLAN_CORE_TREND_CUBE_H

#include "core/cube.h"

/* A row that waits for its cell. */
typedef struct TrendCubeRow
{
	double		value;
	double		weight;
	union
	{
		uint64_t	hash;
		CubeCell   *cell;		/* once it has been found */
	};
	int64_t		node;
	int32_t		day;
} TrendCubeRow;

typedef struct TrendCubeMap
{
	CubeMap		map;
	uint32_t	waiting;		/* rows in the batch */
	TrendCubeRow *batch;		/* NULL while cells are few */
	TrendCubeRow culprit;		/* after an error */
} TrendCubeMap;

extern void trend_cube_init(TrendCubeMap *cube, CubeMemory memory, const HashKey *key,
							uint32_t max_cells);
extern PlanError trend_cube_add_directly(TrendCubeMap *cube, const TrendCubeRow *row);
extern PlanError trend_cube_flush(TrendCubeMap *cube);
extern PlanError trend_cube_merge(TrendCubeMap *cube, int64_t node, const Trend *trend);
extern PlanError trend_cube_cell_unpack(const CubeCell *cell, Trend *trend);

/*
 * Add a row.  A row that cannot be added may be found only when a later one is: it is left
 * in "culprit".
 */
static inline PlanError
trend_cube_add(TrendCubeMap *cube, int64_t node, int32_t day, double value, double weight)
{
	TrendCubeRow row;

	row.value = value;
	row.weight = weight;
	row.hash = cube_hash(&cube->map, node, 0);
	row.node = node;
	row.day = day;
	if (cube->batch == NULL)
		return trend_cube_add_directly(cube, &row);
	/* Keep the row back, and ask for its slot. */
	cube->batch[cube->waiting++] = row;
	__builtin_prefetch(cube_home_slot(&cube->map, row.hash));
	return cube->waiting == CUBE_BATCH_SIZE ? trend_cube_flush(cube) : PLAN_OK;
}

#endif							/* TNPLAN_CORE_TREND_CUBE_H */
