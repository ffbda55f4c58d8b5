/*
 * picture_grid.h
 *		Rows of three arrays as a table of names by periods.
 */
#ifndef TNPLAN_PICTURE_GRID_H
#define TNPLAN_PICTURE_GRID_H

#include "picture.h"

#define GRID_EMPTY PG_UINT32_MAX

typedef struct PictureGrid
{
	uint32		elements;
	uint32		rows;			/* by name, in the order in which they come first */
	uint32		columns;		/* by period, the earliest first */
	const char **row_names;		/* NULL is one without a name */
	const char **column_names;
	uint32	   *cell;			/* which element is there, row by row, or GRID_EMPTY */
} PictureGrid;

extern PictureGrid grid_arguments(FunctionCallInfo fcinfo, const char *what, int most_rows,
								  int most_columns);
extern Datum *grid_elements(FunctionCallInfo fcinfo, PictureGrid *grid, const char *what, int size);

#endif							/* TNPLAN_PICTURE_GRID_H */
