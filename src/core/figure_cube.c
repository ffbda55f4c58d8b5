/*
 * figure_cube.c
 *		A map from series and months to figures, built value by value.
 */
#include "core/figure_cube.h"

_Static_assert(sizeof(FigureCell) == CELL_SIZE, "a cell is two cache lines");

static bool
pack(void *packed, const void *figure)
{
	memcpy(packed, figure, sizeof(Figure));
	return true;
}

static PlanError
add(void *figure, const void *other)
{
	Figure		sum;
	Figure		copy;
	PlanError	error;

	memcpy(&sum, figure, sizeof(sum));
	memcpy(&copy, other, sizeof(copy));
	error = figure_merge(&sum, &copy);
	if (error == PLAN_OK)
		memcpy(figure, &sum, sizeof(sum));
	return error;
}

static bool
merge(void *figure, const void *other)
{
	return add(figure, other) == PLAN_OK;
}

static int
compare(const void *figure, const void *other)
{
	return figure_compare(figure, other);
}

/* Nothing is subtracted: last values and days do not tell what was before. */
const CellType figure_cell_type = {
	sizeof(Figure), sizeof(Figure), pack, merge, add, add, NULL, compare
};

#define CELLBATCH_PREFIX figure_cube
#define CELLBATCH_MAP FigureCubeMap
#define CELLBATCH_ROW DatedValue
#define CELLBATCH_ADD figure_cell_add
#define CELLBATCH_DEFINE
#include "core/cellbatch.h"
