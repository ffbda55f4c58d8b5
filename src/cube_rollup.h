/*
 * cube_rollup.h
 *		The cells of a node merged into the periods that are asked for.
 */
#ifndef TNPLAN_CUBE_ROLLUP_H
#define TNPLAN_CUBE_ROLLUP_H

#include "cube.h"

/* Of periods with the same days, the coarser grain stands first. */
typedef enum RowGrain
{
	ROW_TERM,
	ROW_YEAR,
	ROW_YEAR_TO_DATE,
	ROW_HALF,
	ROW_QUARTER,
	ROW_MONTH
} RowGrain;

#define NUM_ROW_GRAINS (ROW_MONTH + 1)

/* One row of the result: a node's scorecard over one period. */
typedef struct RollupRow
{
	int64		period;			/* packed */
	RowGrain	grain;
	Scorecard	card;
} RollupRow;

typedef struct RowList
{
	RollupRow  *row;
	int			count;
	int			capacity;
} RowList;

/* What is asked for. */
typedef struct Rollup
{
	const PlanCube *cube;
	bool		grains[NUM_ROW_GRAINS];
	bool		has_term;
	Period		term;
	int			first_month;
	int32		last_month;		/* of all cells within the term */
} Rollup;

extern RollupRow *new_row(RowList *list);
extern int32 year_of_cell(const Rollup *rollup, int32 i);
extern RowList in_order(const RowList *list);
extern void add_own_rows(const Rollup *rollup, int32 begin, int32 end, RowList *list);
extern void cut_to_term(const Rollup *rollup, int32 *begin, int32 *end);
extern int32 end_of_node(const PlanCube *cube, int32 begin);

static inline bool
is_in_term(const Rollup *rollup, Period period)
{
	return !rollup->has_term || period_contains(rollup->term, period);
}

#endif							/* TNPLAN_CUBE_ROLLUP_H */
