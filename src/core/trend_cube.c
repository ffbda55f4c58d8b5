/*
 * trend_cube.c
 *		A map from nodes to trends, built row by row.
 */
#include "core/trend_cube.h"

void
trend_cube_init(TrendCubeMap *cube, CubeMemory memory, const HashKey *key, uint32_t max_cells)
{
	memset(cube, 0, sizeof(*cube));
	cube_init(&cube->map, memory, key, max_cells);
}

/* All that a cell holds. */
PlanError
trend_cube_cell_unpack(const CubeCell *cell, Trend *trend)
{
	if (cell->trend_rest != NULL)
		*trend = *cell->trend_rest;
	else
		memset(trend, 0, sizeof(*trend));
	return trend_unpack(trend, &cell->trend);
}

/* What is out of the ordinary goes into the rest, which stays. */
static Trend *
rest_of_cell(TrendCubeMap *cube, CubeCell *cell)
{
	if (cell->trend_rest == NULL)
	{
		cell->trend_rest = cube->map.memory.allocate(cube->map.memory.context, sizeof(Trend));
		memset(cell->trend_rest, 0, sizeof(Trend));
	}
	return cell->trend_rest;
}

static inline PlanError
add_to_cell(TrendCubeMap *cube, CubeCell *cell, const TrendCubeRow *row)
{
	if (row->weight == 1.0 && packed_trend_add(&cell->trend, 1, row->day, row->value))
		return PLAN_OK;
	return trend_add_row(rest_of_cell(cube, cell), 1, row->day, row->value, row->weight);
}

/* Add a row while cells are few; once there are more, rows are kept back. */
PlanError
trend_cube_add_directly(TrendCubeMap *cube, const TrendCubeRow *row)
{
	CubeCell   *cell = cube_cell(&cube->map, row->hash, row->node, 0);
	PlanError	error = cell != NULL ? add_to_cell(cube, cell, row) : PLAN_TOO_LARGE;

	if (error != PLAN_OK)
		cube->culprit = *row;
	else if (cube->map.cells > CUBE_CACHED_CELLS)
		cube->batch = cube->map.memory.allocate(cube->map.memory.context,
												CUBE_BATCH_SIZE * sizeof(TrendCubeRow));
	return error;
}

/* Find the cell of a row that has been kept back, and ask for it. */
static bool
find_kept_cell(TrendCubeMap *cube, TrendCubeRow *kept)
{
	kept->cell = cube_cell(&cube->map, kept->hash, kept->node, 0);
	if (kept->cell == NULL)
		return false;
	cube_prefetch_cell(kept->cell);
	return true;
}

/* Add the rows that have been kept back. */
PlanError
trend_cube_flush(TrendCubeMap *cube)
{
	uint32_t	rows = cube->waiting;

	cube->waiting = 0;
	for (uint32_t i = 0; i < rows + CUBE_PREFETCH_DISTANCE; i++)
	{
		if (i < rows && !find_kept_cell(cube, &cube->batch[i]))
			return PLAN_TOO_LARGE;
		if (i >= CUBE_PREFETCH_DISTANCE)
		{
			const TrendCubeRow *kept = &cube->batch[i - CUBE_PREFETCH_DISTANCE];
			PlanError	error = add_to_cell(cube, kept->cell, kept);

			if (error != PLAN_OK)
			{
				cube->culprit = *kept;
				return error;
			}
		}
	}
	return PLAN_OK;
}

PlanError
trend_cube_merge(TrendCubeMap *cube, int64_t node, const Trend *trend)
{
	CubeCell   *cell = cube_cell(&cube->map, cube_hash(&cube->map, node, 0), node, 0);
	PackedTrend packed;
	Trend		sum;
	PlanError	error;

	if (cell == NULL)
		return PLAN_TOO_LARGE;
	error = trend_cube_cell_unpack(cell, &sum);
	if (error == PLAN_OK)
		error = trend_add(&sum, trend);
	if (error != PLAN_OK)
		return error;
	if (trend_pack(&packed, &sum))
	{
		cell->trend = packed;
		if (cell->trend_rest != NULL)
			memset(cell->trend_rest, 0, sizeof(Trend));
		return PLAN_OK;
	}
	*rest_of_cell(cube, cell) = sum;
	memset(&cell->trend, 0, sizeof(cell->trend));
	return PLAN_OK;
}
