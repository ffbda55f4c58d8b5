/*
 * trend_cube.c
 *		A map from nodes to trends, built row by row.
 */
#include "core/trend_cube.h"

_Static_assert(sizeof(TrendCubeCell) == CELL_SIZE, "a cell is two cache lines");
_Static_assert(sizeof(Trend) <= CELL_MAX_WHOLE, "room for a trend");

static bool
pack(void *packed, const void *trend)
{
	return trend_pack(packed, trend);
}

static PlanError
add_packed(void *trend, const void *packed)
{
	return trend_add_packed(trend, packed);
}

static PlanError
add(void *trend, const void *other)
{
	return trend_add(trend, other);
}

static PlanError
subtract(void *trend, const void *other)
{
	return trend_subtract(trend, other);
}

static int
compare(const void *trend, const void *other)
{
	return trend_compare(trend, other);
}

const CellType trend_cube_cell_type = {
	sizeof(PackedTrend), sizeof(Trend), pack, NULL, add_packed, add, subtract, compare
};

#define CELLBATCH_PREFIX trend_cube
#define CELLBATCH_MAP TrendCubeMap
#define CELLBATCH_ROW TrendCubeRow
#define CELLBATCH_ADD trend_cube_cell_add
#define CELLBATCH_DEFINE
#include "core/cellbatch.h"
