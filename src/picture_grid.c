/*
 * picture_grid.c
 *		Rows of three arrays as a table of names by periods.
 */
#include "postgres.h"

#include "catalog/pg_type.h"

#include "core/heatmap.h"
#include "names.h"
#include "period.h"
#include "picture_grid.h"

/* Arguments. */
#define NAMES 0
#define PERIODS 1
#define VALUES 2

/* Each name and period may stand in each cell once. */
#define MAX_ELEMENTS HEATMAP_MAX_CELLS

/* Which row and column an element is in. */
typedef struct GridPlaces
{
	uint32	   *row;
	uint32	   *column;
} GridPlaces;

static void
check_as_many(uint32 count, const char *what, uint32 others)
{
	if (count != others)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("array of %s must have as many elements as that of periods, %u, not %u",
						what, others,
						count)));
}

static void
check_at_most(uint32 count, const char *what, uint32 most)
{
	if (count > most)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a picture has at most %u %s, not %u", most, what, count)));
}

/* The elements of an array that has one of so many bytes for each row. */
static Datum *
elements_of_array(ArrayType *array, const char *what, int size, bool **nulls, uint32 *count)
{
	Datum	   *elements;
	int			length;

	*count = picture_count(array, what, MAX_ELEMENTS);
	deconstruct_array(array, ARR_ELEMTYPE(array), size, size == sizeof(int64) ? FLOAT8PASSBYVAL
					  : size > 0,
					  size == sizeof(int64) ? TYPALIGN_DOUBLE : TYPALIGN_INT, &elements, nulls,
					  &length);
	return elements;
}

static int
compare_periods(const void *a, const void *b)
{
	int64		left = *(const int64 *) a;
	int64		right = *(const int64 *) b;

	return left < right ? -1 : left > right;
}

/* The periods in order, each once. */
static int64 *
distinct_periods(const Datum *elements, uint32 count, uint32 *distinct)
{
	int64	   *periods = palloc(Max(count, 1) * sizeof(int64));

	for (uint32 i = 0; i < count; i++)
		periods[i] = DatumGetInt64(elements[i]);
	qsort(periods, count, sizeof(int64), compare_periods);
	*distinct = 0;
	for (uint32 i = 0; i < count; i++)
		if (i == 0 || periods[i] != periods[i - 1])
			periods[(*distinct)++] = periods[i];
	return periods;
}

static void
place_columns(FunctionCallInfo fcinfo, PictureGrid *grid, GridPlaces *places, int most)
{
	bool	   *nulls;
	Datum	   *elements = elements_of_array(PG_GETARG_ARRAYTYPE_P(PERIODS), "periods",
											 sizeof(int64), &nulls,
											 &grid->elements);
	int64	   *periods;

	for (uint32 i = 0; i < grid->elements; i++)
		if (nulls[i])
			report_null_element_error("periods");
	periods = distinct_periods(elements, grid->elements, &grid->columns);
	check_at_most(grid->columns, "periods", most);
	grid->column_names = palloc(Max(grid->columns, 1) * sizeof(char *));
	for (uint32 i = 0; i < grid->columns; i++)
	{
		char	   *name = palloc(PERIOD_TEXT_SIZE);

		(void) period_write(name, period_unpack(periods[i]));
		grid->column_names[i] = name;
	}
	places->column = palloc(Max(grid->elements, 1) * sizeof(uint32));
	for (uint32 i = 0; i < grid->elements; i++)
	{
		int64		period = DatumGetInt64(elements[i]);

		places->column[i] = (int64 *) bsearch(&period, periods, grid->columns, sizeof(int64),
											  compare_periods) - periods;
	}
}

/* Returns the names of the elements, or NULL. */
static const PlanName *
place_rows(FunctionCallInfo fcinfo, PictureGrid *grid, GridPlaces *places, const char *what,
		   int most)
{
	uint32		count = 0;
	PlanName   *names;
	uint32	   *first;

	places->row = palloc0(Max(grid->elements, 1) * sizeof(uint32));
	grid->row_names = palloc0((grid->elements + 1) * sizeof(char *));
	if (PG_ARGISNULL(NAMES))
	{
		grid->rows = grid->elements > 0 ? 1 : 0;
		return NULL;
	}
	(void) picture_count(PG_GETARG_ARRAYTYPE_P(NAMES), what, MAX_ELEMENTS);
	names = append_names(NULL, &count, PG_GETARG_ARRAYTYPE_P(NAMES), what);
	check_as_many(count, what, grid->elements);
	first = first_of_same_name(names, count);
	for (uint32 i = 0; i < count; i++)
	{
		if (first[i] != i)
		{
			places->row[i] = places->row[first[i]];
			continue;
		}
		places->row[i] = grid->rows++;
		check_at_most(grid->rows, what, most);
		grid->row_names[places->row[i]] = drawn_text(names[i].bytes, names[i].length);
	}
	return names;
}

pg_noreturn static void
report_second_element(const PlanName *names, uint32 i, const char *period)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 names == NULL ? errmsg("period %s stands more than once", period)
			 : errmsg("\"%s\" stands more than once in period %s", SHOWN_NAME(&names[i]), period)));
}

/* Put each element in its cell, which must be free. */
static void
fill_cells(PictureGrid *grid, const GridPlaces *places, const PlanName *names)
{
	uint32		cells = grid->rows * grid->columns;

	check_at_most(cells, "cells", HEATMAP_MAX_CELLS);
	grid->cell = palloc(Max(cells, 1) * sizeof(uint32));
	for (uint32 i = 0; i < cells; i++)
		grid->cell[i] = GRID_EMPTY;
	for (uint32 i = 0; i < grid->elements; i++)
	{
		uint32	   *cell = &grid->cell[places->row[i] * grid->columns + places->column[i]];

		if (*cell != GRID_EMPTY)
			report_second_element(names, i, grid->column_names[places->column[i]]);
		*cell = i;
	}
}

/* From arrays of names, which may be NULL, and of periods, which have an element for each row. */
PictureGrid
grid_arguments(FunctionCallInfo fcinfo, const char *what, int most_rows, int most_columns)
{
	PictureGrid grid = {0};
	GridPlaces	places = {0};

	check_names_collation(fcinfo, what);
	if (PG_ARGISNULL(PERIODS))
		return grid;
	place_columns(fcinfo, &grid, &places, most_columns);
	fill_cells(&grid, &places, place_rows(fcinfo, &grid, &places, what, most_rows));
	return grid;
}

/* The third array; cells of those that are NULL become empty. */
Datum *
grid_elements(FunctionCallInfo fcinfo, PictureGrid *grid, const char *what, int size)
{
	uint32		cells = grid->rows * grid->columns;
	uint32		count = 0;
	Datum	   *elements = NULL;
	bool	   *nulls = NULL;

	if (!PG_ARGISNULL(VALUES))
	{
		elements = elements_of_array(PG_GETARG_ARRAYTYPE_P(VALUES), what, size, &nulls, &count);
		check_as_many(count, what, grid->elements);
	}
	for (uint32 i = 0; i < cells; i++)
		if (grid->cell[i] != GRID_EMPTY && (nulls == NULL || nulls[grid->cell[i]]))
			grid->cell[i] = GRID_EMPTY;
	return elements;
}
