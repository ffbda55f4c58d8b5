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

/* One row of the result: a node's scorecard over one period, packed while it fits. */
typedef struct RollupRow
{
	int64		period;			/* packed */
	RowGrain	grain;
	bool		is_wide;
	union
	{
		PackedScorecard packed;
		Scorecard	wide;
	}			card;
} RollupRow;

/* The first rows may be known to be in order, each of another period or grain. */
typedef struct RowList
{
	RollupRow  *row;
	int			count;
	int			capacity;
	int			ordered;		/* how many */
} RowList;

/* The periods of a month that are asked for, packed. */
typedef struct MonthPeriods
{
	int32		month;
	int64		period[NUM_ROW_GRAINS]; /* NO_PERIOD where there is none */
} MonthPeriods;

/* No valid period: it would end before it begins. */
#define NO_PERIOD PG_INT64_MAX

/* Nodes have the same months, whose periods are remembered. */
#define REMEMBERED_MONTHS 64

/* What is asked for. */
typedef struct Rollup
{
	const PlanCube *cube;
	bool		grains[NUM_ROW_GRAINS];
	bool		has_term;
	Period		term;
	int			first_month;
	int32		last_month;		/* of all cells within the term */
	MonthPeriods *months;		/* REMEMBERED_MONTHS, each at its month modulo their number */
} Rollup;

extern RollupRow *new_row(RowList *list);
extern void copy_row(RollupRow *to, const RollupRow *from);
extern void merge_row(RollupRow *sum, const RollupRow *row);
extern void widen_row(RollupRow *row);
extern void pack_row(RollupRow *row);
extern void remember_no_months(Rollup *rollup);
extern int32 year_of_cell(const Rollup *rollup, int32 i);
extern void put_in_order(RowList *list);
extern void add_ordered_row(RowList *list, int *place, const RollupRow *row);
extern void add_own_rows(const Rollup *rollup, int32 begin, int32 end, RowList *list);
extern void cut_to_term(const Rollup *rollup, int32 *begin, int32 *end);
extern int32 end_of_node(const PlanCube *cube, int32 begin);

static inline bool
is_in_term(const Rollup *rollup, Period period)
{
	return !rollup->has_term || period_contains(rollup->term, period);
}

#endif							/* TNPLAN_CUBE_ROLLUP_H */
