/*
 * heatmap.h
 *		Verdicts by branch and period.
 */
#ifndef TNPLAN_CORE_HEATMAP_H
#define TNPLAN_CORE_HEATMAP_H

#include "core/picture.h"

#define HEATMAP_MAX_ROWS 1000
#define HEATMAP_MAX_COLUMNS 1000
#define HEATMAP_MAX_CELLS 50000

/* In the place of a verdict where there is no cell. */
#define HEATMAP_EMPTY NUM_LOOKS

typedef struct Heatmap
{
	uint32_t	rows;
	uint32_t	columns;
	const char *const *row_names;
	const char *const *column_names;
	const uint8_t *verdict;		/* row by row: a look, or HEATMAP_EMPTY */
} Heatmap;

/* The frame has the width to draw in, or 0 for as much as is needed; the height follows. */
extern void heatmap_draw(Svg *svg, const PictureFrame *frame, const Heatmap *heatmap);

#endif							/* TNPLAN_CORE_HEATMAP_H */
