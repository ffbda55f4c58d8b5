/*
 * figure_rows.h
 *		What rows say of the figure of a node over a period.
 */
#ifndef TNPLAN_FIGURE_ROWS_H
#define TNPLAN_FIGURE_ROWS_H

#include "figure_rollup.h"

typedef struct FigureColumns
{
	FigureKind	kind;
	bool		has_figure;
	bool		has_prior;
	bool		has_day;
	int32		last_day;
	double		figure;
	double		prior;
	double		coverage;
} FigureColumns;

/* Kinds as texts. */
typedef struct FigureKindNames
{
	MemoryContext context;
	Datum		name[VALUE_FIRST + 2][ACROSS_NONE + 1];
} FigureKindNames;

extern const WordTable figure_grain_words;

extern void begin_cube_periods(FigurePeriods *periods, const Rollup *rollup);
extern MonthSpan months_of_cube(const Rollup *rollup, int32 *last_month);
extern void mark_cells(FigurePeriods *periods, const Rollup *rollup);
extern FigureColumns figure_columns(const FigureFinder *finder, const FigureList *list,
									const FigureSum *sum);
extern Datum figure_kind_datum(FigureKindNames *names, FigureKind kind);

#endif							/* TNPLAN_FIGURE_ROWS_H */
