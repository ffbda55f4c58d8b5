/*
 * figure_rollup.h
 *		The figures of nodes over periods, from the cells of series, and up the tree.
 */
#ifndef TNPLAN_FIGURE_ROLLUP_H
#define TNPLAN_FIGURE_ROLLUP_H

#include "figure_cube.h"
#include "figure_periods.h"

/* Figures of series or children that are put together. */
typedef struct JoinedFigure
{
	FigureKind	kind;			/* none before there is a part */
	bool		is_unlike;		/* parts are of two kinds, and have no figure together */
	FigureParts parts;
} JoinedFigure;

/* What is known of a node over a period. */
typedef struct FigureSum
{
	int32		period;			/* its number */
	bool		is_there;		/* series have cells in the period itself */
	int32		last_day;		/* where there are months with figures */
	int64		months;			/* with figures, of all series */
	JoinedFigure now;
	JoinedFigure prior;			/* of what the period is compared with */
} FigureSum;

/* Those of one node, each of another period. */
typedef struct FigureList
{
	FigureSum  *sum;
	int32		count;
	int32		capacity;
	int64		series;			/* how many there are, with figures or without */
	FigureKind	kind;			/* of all of them, also where they lie beyond the term */
	bool		is_unlike;		/* they are of two kinds */
} FigureList;

/* The sums of one list are found by their period. */
typedef struct FigureFinder
{
	const FigurePeriods *periods;
	const PlanCells *cube;
	KeyDictionary keys;			/* of the cube */
	int32		shift;			/* from months of the cube to those of the periods */
	int32	   *place;			/* of the sum of each period, or NO_NUMBER */
	FigureList *list;			/* whose places these are, or NULL */
} FigureFinder;

extern void begin_finder(FigureFinder *finder, const FigurePeriods *periods, const PlanCells *cube,
						 int32 shift);
extern FigureSum *find_sum(FigureFinder *finder, FigureList *list, int32 period);
extern void forget_list(FigureFinder *finder);
extern void empty_list(FigureList *list);
extern void add_figures_of_node(FigureFinder *finder, int32 begin, int32 end, FigureList *list);
extern void order_sums(FigureFinder *finder, FigureList *list);
extern bool joined_figure(const JoinedFigure *joined, double *figure);
extern double coverage_of_sum(const FigureFinder *finder, const FigureList *list,
							  const FigureSum *sum);
extern void hand_up_figures(FigureFinder *finder, const FigureList *child, double weight,
							FigureList *parent);

/* What is done with each node of a tree, the last one first. */
typedef struct FigureVisitor
{
	/* May add sums to those of its own series and children, which are there.  May be NULL. */
	void		(*add) (void *context, FigureFinder *finder, int32 place, FigureList *list);
	/* The node is complete, its sums in order; its list is gone when this returns. */
	void		(*done) (void *context, FigureFinder *finder, int32 place, FigureList *list);
	void	   *context;
} FigureVisitor;

extern void roll_up_figures(FigureFinder *finder, const Rollup *rollup,
							const FigureVisitor *visitor);

#endif							/* TNPLAN_FIGURE_ROLLUP_H */
