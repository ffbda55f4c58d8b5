/*
 * cube_rollup.h
 *		The cells of a node merged into the periods that are asked for.
 */
#ifndef TNPLAN_CUBE_ROLLUP_H
#define TNPLAN_CUBE_ROLLUP_H

#include "cube.h"
#include "rollup.h"

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

extern RollupRow *new_row(RowList *list);
extern void copy_row(RollupRow *to, const RollupRow *from);
extern void merge_row(RollupRow *sum, const RollupRow *row);
extern void widen_row(RollupRow *row);
extern void pack_row(RollupRow *row);
extern void put_in_order(RowList *list);
extern void add_ordered_row(RowList *list, int *place, const RollupRow *row);
extern void hand_up_rows(const PlanTree *tree, const TreeNode *node, const RowList *child,
						 RowList *parent);
extern void add_own_rows(const Rollup *rollup, int32 begin, int32 end, RowList *list);

static inline const PlanCube *
cube_of(const Rollup *rollup)
{
	return (const PlanCube *) rollup->cells;
}

#endif							/* TNPLAN_CUBE_ROLLUP_H */
