/*
 * rollup.h
 *		What is the same in all functions that return the cells of a cube as rows by node, period
 *		and grain.
 *
 * They take (cube, grains, term, tree, calendar), and what else they take behind these.  Their rows
 * begin with node, parent, level, period and grain.  Each has a twin, NAME_as, which is given the
 * type of its nodes as its first argument.
 */
#ifndef TNPLAN_ROLLUP_H
#define TNPLAN_ROLLUP_H

#include "cells.h"
#include "core/targets.h"
#include "rows.h"
#include "tree.h"
#include "word.h"

/* Of periods with the same days, the coarser grain stands first. */
typedef enum RowGrain
{
	ROW_TERM,
	ROW_YEAR,
	ROW_YEAR_TO_DATE,
	ROW_ROLLING_YEAR,
	ROW_HALF,
	ROW_QUARTER,
	ROW_MONTH
} RowGrain;

#define NUM_ROW_GRAINS (ROW_MONTH + 1)

/* One of these functions. */
typedef struct RollupFunction
{
	const char *name;			/* without _as */
	const CellsType *type;		/* of its cubes */
	const WordTable *grains;	/* that it takes */
	const char *calendar_hint;	/* where months of the calendar are not those of cells */
} RollupFunction;

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
	const RollupFunction *function;
	const PlanCells *cells;
	const PlanTree *tree;		/* or NULL */
	bool		grains[NUM_ROW_GRAINS];
	bool		has_term;
	Period		term;
	MonthSpan	term_months;	/* under the rule */
	/* Of cubes that keep a calendar: the one asked for, and the number there of month 0 here. */
	CalendarRule rule;
	int32		shift;
	int			first_month;	/* of years, from 1 */
	int32		last_month;		/* of all cells within the term */
	MonthPeriods *months;		/* REMEMBERED_MONTHS, each at its month modulo their number */
} Rollup;

/* Where its rows go. */
typedef struct RollupSink
{
	RowSink		rows;
	Datum		grain_names[NUM_ROW_GRAINS];
	KeyType		type;			/* of node and parent */
	KeyDictionary keys;			/* of the nodes: those of the tree, if there is one */
	MemoryContext node_scratch; /* of the node at hand */
	int64		nodes;			/* so far */
	int64		id;				/* of the node at hand */
	Datum		node;
	Datum		parent;
} RollupSink;

/* Columns that all rows begin with. */
#define ROLLUP_COLUMNS 5

extern const WordTable row_grain_words;

extern int	move_key_behind(FunctionCallInfo fcinfo);
extern bool begin_rollup(FunctionCallInfo fcinfo, const RollupFunction *function, int key,
						 Rollup *rollup, RollupSink *sink);
extern void begin_node(RollupSink *sink, int64 id, const TreeNode *node);

extern void remember_no_months(Rollup *rollup);
extern void find_periods(const Rollup *rollup, int32 month, MonthPeriods *periods);
extern void cut_to_term(const Rollup *rollup, int32 *begin, int32 *end);
extern int32 end_of_node(const Rollup *rollup, int32 begin);
extern int32 *first_cells(const Rollup *rollup);

static inline bool
is_in_term(const Rollup *rollup, Period period)
{
	return !rollup->has_term || period_contains(rollup->term, period);
}

/* In the calendar whose years begin with the first month. */
static inline int32
year_of_month(const Rollup *rollup, int32 month)
{
	return gregorian_year_of(month - (rollup->first_month - 1));
}

/* The first of so many months that years are divided into and that hold a month. */
static inline int32
start_of_months(const Rollup *rollup, int32 month, int32 months)
{
	return month - gregorian_month_modulo(month - (rollup->first_month - 1), months);
}

static inline const MonthPeriods *
periods_of_month(const Rollup *rollup, int32 month)
{
	MonthPeriods *periods = &rollup->months[(uint32) month % REMEMBERED_MONTHS];

	if (unlikely(periods->month != month))
		find_periods(rollup, month, periods);
	return periods;
}

/*
 * Set the columns that all rows begin with; no other than the parent is null.  The node has an id
 * and, in a tree, a place; without a tree it is a root.
 */
static inline void
set_rollup_columns(RollupSink *sink, int64 id, const TreeNode *node, int64 period, RowGrain grain,
				   Datum *values, bool *nulls)
{
	if (sink->nodes == 0 || sink->id != id)
		begin_node(sink, id, node);
	values[0] = sink->node;
	values[1] = sink->parent;
	values[2] = Int32GetDatum(node != NULL ? node->level : 1);
	values[3] = Int64GetDatum(period);
	values[4] = sink->grain_names[grain];
	nulls[1] = node == NULL || node->parent_place < 0;
}

/*
 * Write them over a template of the same grain and with the same nulls.  It is of the same node,
 * unless that is passed by value.
 */
static inline void
write_rollup_columns(const RollupSink *sink, const RowTemplate *template, const Datum *values,
					 const bool *nulls)
{
	for (int i = sink->type.kind == KEYS_NUMBER ? 0 : 2; i < 4; i++)
		if (!nulls[i])
			store_att_byval(template->place[i], values[i],
							TupleDescAttr(sink->rows.desc, i)->attlen);
}

#endif							/* TNPLAN_ROLLUP_H */
