/*
 * cube_rows.c
 *		A plan_cube merged up the calendar and up the plan tree, as rows.
 *
 * A node's own cells are merged into the periods asked for.  From the leaves up, each node
 * hands its rows to its parent, so that the last node is done first.  Scorecards add exactly,
 * and the order in which that is done does not show.
 *
 * There can be many times more rows than cells.  They are not kept in memory: without a tree
 * a node's rows are returned a few years at a time; with one, they wait for those of the nodes before
 * on a stack that spills to disk, as do those that its ancestors have been handed so far: memory
 * holds the rows of few nodes.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "aggstate.h"
#include "cube.h"
#include "spill.h"
#include "tree.h"
#include "word.h"

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

static const Word words_of_grains[] = {
	{"term", ROW_TERM},
	{"year", ROW_YEAR},
	{"year_to_date", ROW_YEAR_TO_DATE},
	{"half", ROW_HALF},
	{"quarter", ROW_QUARTER},
	{"month", ROW_MONTH},
};

static const WordTable row_grain_words = WORD_TABLE("grain", words_of_grains,
													"Valid values are term, year, year_to_date, half, quarter and month.");

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

/* Rows of children that are merged as soon as they have grown to so many. */
#define MIN_ROWS_TO_MERGE 1024

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

/*
 * Arguments.
 */

/* The grains asked for; all but year_to_date where none are named. */
static void
read_grains(FunctionCallInfo fcinfo, int n, Rollup *rollup)
{
	Datum	   *names;
	bool	   *nulls;
	int			count;

	if (PG_ARGISNULL(n))
	{
		for (int i = 0; i < NUM_ROW_GRAINS; i++)
			rollup->grains[i] = i != ROW_YEAR_TO_DATE && (i != ROW_TERM || rollup->has_term);
		return;
	}
	deconstruct_array(PG_GETARG_ARRAYTYPE_P(n), TEXTOID, -1, false, TYPALIGN_INT, &names, &nulls,
					  &count);
	for (int i = 0; i < count; i++)
	{
		if (nulls[i])
			report_null_element_error("grains");
		rollup->grains[word_from_datum(names[i], &row_grain_words)] = true;
	}
	if (rollup->grains[ROW_TERM] && !rollup->has_term)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("no term is given for the grain \"%s\"", word_name(&row_grain_words, ROW_TERM))));
}

static bool
is_in_term(const Rollup *rollup, Period period)
{
	return !rollup->has_term || period_contains(rollup->term, period);
}

/* (cube, grains, term, tree, first_month) */
static void
read_rollup(FunctionCallInfo fcinfo, Rollup *rollup)
{
	memset(rollup, 0, sizeof(*rollup));
	rollup->cube = PG_GETARG_PLAN_CUBE_P(0);
	rollup->has_term = !PG_ARGISNULL(2);
	if (rollup->has_term)
	{
		rollup->term = PG_GETARG_PLAN_PERIOD(2);
		check_whole_months(rollup->term);
	}
	read_grains(fcinfo, 1, rollup);
	rollup->first_month = first_month_argument(fcinfo, 4);
	rollup->last_month = PG_INT32_MIN;
	for (int32 i = 0; i < rollup->cube->head.cells; i++)
	{
		int32		month = rollup->cube->cell[i].key.month;

		if (is_in_term(rollup, month_period(month)))
			rollup->last_month = Max(rollup->last_month, month);
	}
}

/*
 * Up the calendar.
 */

static RollupRow *
new_row(RowList *list)
{
	if (list->count == list->capacity)
	{
		list->capacity = Max(8, list->capacity * 2);
		list->row = list->row == NULL
			? palloc(list->capacity * sizeof(RollupRow))
			: repalloc_huge(list->row, list->capacity * sizeof(RollupRow));
	}
	return &list->row[list->count++];
}

static void
merge_card(Scorecard *sum, const Scorecard *card)
{
	if (scorecard_add(sum, card) != PLAN_OK)
		report_overflow("plan_cube");
}

/* Add to the last row, which the months of a period reach one after another, or to a new one. */
static void
add_to_period(RowList *list, RowGrain grain, Period period, const Scorecard *card)
{
	int64		packed = period_pack(period);
	RollupRow  *row = list->count > 0 ? &list->row[list->count - 1] : NULL;

	if (row != NULL && row->grain == grain && row->period == packed)
	{
		merge_card(&row->card, card);
		return;
	}
	row = new_row(list);
	row->period = packed;
	row->grain = grain;
	row->card = *card;
}

/* The period of a grain that holds a month; false where there is none within the term. */
static bool
period_of_grain(const Rollup *rollup, RowGrain grain, int32 month, Period *period)
{
	static const int32 months[] = {0, 12, 0, 6, 3, 1};

	if (grain == ROW_TERM)
		*period = rollup->term;
	else if (!period_of_months((int32) calendar_month_start(month), months[grain],
							   rollup->first_month, period))
		return false;
	return is_in_term(rollup, *period);
}

/*
 * Years to date run on where a node has no further figures, to the end of the year but
 * not beyond the last month in which any node has: so that they add up in every month.
 */
static void
run_year_on(const Rollup *rollup, RowList *list, int32 from, int32 before, const Scorecard *sum)
{
	int32		year_start = from - calendar_month_modulo(from - (rollup->first_month - 1), 12);
	int32		end = Min(Min(year_start + 12, before), rollup->last_month + 1);
	Period		period = {(int32) calendar_month_start(year_start), 0};

	if (calendar_month_start(year_start) < CALENDAR_FIRST_DAY)
		return;
	for (int32 month = from; month < end; month++)
	{
		period.end = (int32) calendar_month_start(month + 1);
		if (is_in_term(rollup, period))
			add_to_period(list, ROW_YEAR_TO_DATE, period, sum);
	}
}

/* In the calendar whose years begin with the first month. */
static int32
year_of_cell(const Rollup *rollup, int32 i)
{
	return calendar_year_of(rollup->cube->cell[i].key.month - (rollup->first_month - 1));
}

static void
add_years_to_date(const Rollup *rollup, RowList *list, int32 begin, int32 end)
{
	const PlanCubeCell *cell = rollup->cube->cell;
	int32		year = PG_INT32_MIN;
	Scorecard	sum;

	for (int32 i = begin; i < end; i++)
	{
		Scorecard	card = cube_card(rollup->cube, i);
		int32		of_year = year_of_cell(rollup, i);

		CHECK_FOR_INTERRUPTS();
		if (of_year == year)
			merge_card(&sum, &card);
		else
			sum = card;
		year = of_year;
		run_year_on(rollup, list, cell[i].key.month, i + 1 < end ? cell[i + 1].key.month : PG_INT32_MAX, &sum);
	}
}

static int
compare_rows(const void *a, const void *b)
{
	const RollupRow *x = *(RollupRow *const *) a;
	const RollupRow *y = *(RollupRow *const *) b;

	CHECK_FOR_INTERRUPTS();
	if (x->period != y->period)
		return x->period < y->period ? -1 : 1;
	return (int) x->grain - (int) y->grain;
}

/*
 * The rows of the given ones in their order, those of one period and grain merged.
 */
static RowList
sorted_rows(RollupRow **rows, int count)
{
	RowList		sorted = {NULL, 0, 0};

	if (count == 0)
		return sorted;
	qsort(rows, count, sizeof(RollupRow *), compare_rows);
	sorted.capacity = count;
	sorted.row = MemoryContextAllocHuge(CurrentMemoryContext, count * sizeof(RollupRow));
	for (int i = 0; i < count; i++)
		add_to_period(&sorted, rows[i]->grain, period_unpack(rows[i]->period), &rows[i]->card);
	return sorted;
}

/* The rows of a list in their order. */
static RowList
in_order(const RowList *list)
{
	RollupRow **rows = palloc_extended(Max(list->count, 1) * sizeof(RollupRow *), MCXT_ALLOC_HUGE);
	RowList		sorted;

	for (int i = 0; i < list->count; i++)
		rows[i] = &list->row[i];
	sorted = sorted_rows(rows, list->count);
	pfree(rows);
	return sorted;
}

/* Add the rows that a node's own cells make. */
static void
add_own_rows(const Rollup *rollup, int32 begin, int32 end, RowList *list)
{
	for (int grain = 0; grain < NUM_ROW_GRAINS; grain++)
	{
		if (!rollup->grains[grain] || grain == ROW_YEAR_TO_DATE)
			continue;
		for (int32 i = begin; i < end; i++)
		{
			Period		period;
			Scorecard	card;

			CHECK_FOR_INTERRUPTS();
			if (!period_of_grain(rollup, grain, rollup->cube->cell[i].key.month, &period))
				continue;
			card = cube_card(rollup->cube, i);
			add_to_period(list, grain, period, &card);
		}
	}
	if (rollup->grains[ROW_YEAR_TO_DATE])
		add_years_to_date(rollup, list, begin, end);
}

/* Leave out the cells of a node that lie before or behind the term. */
static void
cut_to_term(const Rollup *rollup, int32 *begin, int32 *end)
{
	const PlanCubeCell *cell = rollup->cube->cell;

	while (*begin < *end && !is_in_term(rollup, month_period(cell[*begin].key.month)))
		(*begin)++;
	while (*begin < *end && !is_in_term(rollup, month_period(cell[*end - 1].key.month)))
		(*end)--;
}

/* The end of the cells of the node that has the first one. */
static int32
end_of_node(const PlanCube *cube, int32 begin)
{
	int32		end = begin + 1;

	while (end < cube->head.cells && cube->cell[end].key.node == cube->cell[begin].key.node)
		end++;
	return end;
}

/*
 * Returning rows.
 */

typedef struct RollupSink
{
	ReturnSetInfo *rsinfo;
	Datum		grain_names[NUM_ROW_GRAINS];
	MemoryContext scratch;		/* of the rows at hand */
} RollupSink;

static void
begin_rollup(FunctionCallInfo fcinfo, RollupSink *sink)
{
	InitMaterializedSRF(fcinfo, 0);
	sink->rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	for (int i = 0; i < NUM_ROW_GRAINS; i++)
		sink->grain_names[i] = CStringGetTextDatum(word_name(&row_grain_words, i));
	sink->scratch = AllocSetContextCreate(CurrentMemoryContext, "plan_cube_rows",
										  ALLOCSET_DEFAULT_SIZES);
}

/* A node's row; without a tree it is a root. */
static void
return_rollup_row(RollupSink *sink, int64 id, const TreeNode *node, const RollupRow *row)
{
	PlanScorecard *card = packed_scorecard(&row->card, NULL);
	Datum		values[6] = {Int64GetDatum(id),
		Int64GetDatum(node != NULL ? node->parent : 0),
		Int32GetDatum(node != NULL ? node->level : 1),
		Int64GetDatum(row->period),
		sink->grain_names[row->grain],
	PointerGetDatum(card)};
	bool		nulls[6] = {false, node == NULL || node->parent_place < 0};

	tuplestore_putvalues(sink->rsinfo->setResult, sink->rsinfo->setDesc, values, nulls);
	pfree(card);
}

/* Cells of a node that are taken at once, or a few more, up to the end of a year. */
#define CELLS_AT_ONCE 1000

static int32
end_of_years(const Rollup *rollup, int32 begin, int32 end)
{
	if (end - begin <= CELLS_AT_ONCE)
		return end;
	begin += CELLS_AT_ONCE;
	while (begin < end && year_of_cell(rollup, begin) == year_of_cell(rollup, begin - 1))
		begin++;
	return begin;
}

/* The rows that some cells of a node make. */
static void
return_own_rows(const Rollup *rollup, RollupSink *sink, int32 begin, int32 end)
{
	MemoryContext old = MemoryContextSwitchTo(sink->scratch);
	RowList		own = {NULL, 0, 0};
	RowList		list;

	add_own_rows(rollup, begin, end, &own);
	list = in_order(&own);
	for (int i = 0; i < list.count; i++)
		return_rollup_row(sink, rollup->cube->cell[begin].key.node, NULL, &list.row[i]);
	MemoryContextSwitchTo(old);
	MemoryContextReset(sink->scratch);
}

/* The term begins before all other periods; they all lie within years. */
static void
return_flat_rows(const Rollup *rollup, RollupSink *sink)
{
	Rollup		term = *rollup;
	Rollup		within_term = *rollup;
	int32		next;

	memset(term.grains, 0, sizeof(term.grains));
	term.grains[ROW_TERM] = rollup->grains[ROW_TERM];
	within_term.grains[ROW_TERM] = false;
	for (int32 begin = 0; begin < rollup->cube->head.cells; begin = next)
	{
		int32		end = next = end_of_node(rollup->cube, begin);

		cut_to_term(rollup, &begin, &end);
		if (begin < end && rollup->grains[ROW_TERM])
			return_own_rows(&term, sink, begin, end);
		for (int32 years_end; begin < end; begin = years_end)
		{
			years_end = end_of_years(rollup, begin, end);
			return_own_rows(&within_term, sink, begin, years_end);
		}
	}
}

/*
 * Up the tree.
 */

/*
 * What a row counts for in a weighted parent: its items and their figures, but one
 * score, of the weight of the node, and the part of that weight that is covered.
 */
static void
weigh_as_child(Scorecard *card, double weight)
{
	if (scorecard_weigh(card, weight) != PLAN_OK)
		report_overflow("plan_cube");
}

/* The first cell of each node of the tree, -1 where it has none; it must know them all. */
static int32 *
first_cells(const PlanCube *cube, const PlanTree *tree)
{
	KeyedValue *places = allocate_huge(((Size) tree->nodes + 1) * 2 * sizeof(KeyedValue));
	const KeyedValue *sorted = tree_places_by_id(tree->node, tree->nodes, places,
												 check_for_interrupts);
	int32	   *cells = allocate_huge(((Size) tree->nodes + 1) * sizeof(int32));
	int32		place = 0;

	memset(cells, -1, tree->nodes * sizeof(int32));
	for (int32 begin = 0; begin < cube->head.cells; begin = end_of_node(cube, begin))
	{
		int64		id = cube->cell[begin].key.node;

		CHECK_FOR_INTERRUPTS();
		while (place < tree->nodes && tree_place_id(&sorted[place]) < id)
			place++;
		if (place >= tree->nodes || tree_place_id(&sorted[place]) != id)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("node " INT64_FORMAT " of the cube is not in the tree", id)));
		cells[sorted[place].value] = begin;
	}
	pfree(places);
	return cells;
}

/* Bring a list into order, in the place of what it was. */
static void
put_in_order(RowList *list)
{
	RowList		ordered = in_order(list);

	if (list->row != NULL)
		pfree(list->row);
	*list = ordered;
}

/*
 * Add a child's rows to those of its parent.  Many children make few different rows: they
 * are merged each time that there are twice as many as the time before.
 */
static void
hand_up(const PlanTree *tree, const TreeNode *node, const RowList *child, RowList *parent)
{
	for (int i = 0; i < child->count; i++)
	{
		RollupRow  *row;

		if (parent->count == parent->capacity && parent->count > MIN_ROWS_TO_MERGE)
		{
			put_in_order(parent);
			parent->row = repalloc_huge(parent->row, parent->count * 2 * sizeof(RollupRow));
			parent->capacity = parent->count * 2;
		}
		row = new_row(parent);
		*row = child->row[i];
		if (tree->weighted)
			weigh_as_child(&row->card, node->weight);
	}
}

/* A row that waits until the nodes before its own are done. */
typedef struct StackedRow
{
	int32		place;			/* of its node */
	RollupRow	row;
} StackedRow;

/* Put a node's rows on the stack, the last one first. */
static void
stack_rows(SpillStack *stack, int32 place, const RowList *list)
{
	for (int i = list->count - 1; i >= 0; i--)
	{
		StackedRow *row = spill_push(stack);

		row->place = place;
		row->row = list->row[i];
	}
}

/*
 * What nodes have been handed by their children.  Children stand behind their parents: from the
 * last node on, each has all of its rows.  Those that have been handed some and are not done yet
 * are ancestors of the one at hand, one on each level.  A deep tree has many of them: the rows
 * of upper levels, which are not asked for until the subtree at hand is done, are set aside.
 */
typedef struct Ancestors
{
	RowList		list[TREE_MAX_DEPTH + 1];	/* by level */
	int			aside[TREE_MAX_DEPTH + 1];	/* rows of a level on the stack */
	int32		levels_aside;	/* the upper ones, of which the stack has the lowest on top */
	SpillStack	stack;
	int64		most;			/* rows to keep in lists */
} Ancestors;

static Ancestors *
new_ancestors(void)
{
	Ancestors  *ancestors = palloc0(sizeof(Ancestors));

	spill_begin(&ancestors->stack, sizeof(RollupRow));
	ancestors->most = (int64) work_mem * 1024 / sizeof(RollupRow);
	return ancestors;
}

/*
 * Before a subtree below the level: where lists take too much, the upper levels that have no more
 * rows than the lower ones are set aside, so that rows are not moved more often than made.
 */
static void
set_aside(Ancestors *ancestors, int32 level)
{
	int64		moved = 0;
	int64		kept = 0;

	for (int32 i = ancestors->levels_aside + 1; i <= level; i++)
		kept += ancestors->list[i].count;
	if (kept <= ancestors->most)
		return;
	for (int32 i = ancestors->levels_aside + 1; i < level; i++)
	{
		RowList    *list = &ancestors->list[i];

		moved += list->count;
		kept -= list->count;
		if (moved > kept)
			return;
		put_in_order(list);
		for (int j = 0; j < list->count; j++)
			*(RollupRow *) spill_push(&ancestors->stack) = list->row[j];
		ancestors->aside[i] = list->count;
		ancestors->levels_aside = i;
		if (list->row != NULL)
			pfree(list->row);
		memset(list, 0, sizeof(*list));
	}
}

/* The rows of a level, which may have been set aside. */
static RowList *
list_of_level(Ancestors *ancestors, int32 level)
{
	for (int32 i = ancestors->levels_aside; i >= level; i--)
	{
		RowList    *list = &ancestors->list[i];

		ancestors->levels_aside = i - 1;
		if (ancestors->aside[i] == 0)
			continue;
		/* They have been merged: there is room for as many again. */
		list->count = ancestors->aside[i];
		list->capacity = list->count * 2;
		list->row = MemoryContextAllocHuge(CurrentMemoryContext, list->capacity * sizeof(RollupRow));
		for (int j = 0; j < list->count; j++)
			list->row[j] = *(const RollupRow *) spill_pop(&ancestors->stack);
	}
	return &ancestors->list[level];
}

/* The node at a place is complete: its rows are what it has been handed, and its own. */
static void
finish_node(const Rollup *rollup, const PlanTree *tree, int32 place, int32 first_cell,
			Ancestors *ancestors, SpillStack *stack)
{
	const TreeNode *node = &tree->node[place];
	RowList    *list = list_of_level(ancestors, node->level);

	if (first_cell >= 0)
	{
		int32		end = end_of_node(rollup->cube, first_cell);

		cut_to_term(rollup, &first_cell, &end);
		add_own_rows(rollup, first_cell, end, list);
	}
	if (list->row == NULL)
		return;
	put_in_order(list);
	stack_rows(stack, place, list);
	if (node->parent_place >= 0)
		hand_up(tree, node, list, list_of_level(ancestors, node->level - 1));
	if (list->row != NULL)
		pfree(list->row);
	memset(list, 0, sizeof(*list));
}

static void
return_tree_rows(const Rollup *rollup, const PlanTree *tree, RollupSink *sink)
{
	Ancestors  *ancestors = new_ancestors();
	int32	   *cells = first_cells(rollup->cube, tree);
	const StackedRow *row;
	SpillStack	stack;

	spill_begin(&stack, sizeof(StackedRow));
	for (int32 place = tree->nodes - 1; place >= 0; place--)
	{
		CHECK_FOR_INTERRUPTS();
		finish_node(rollup, tree, place, cells[place], ancestors, &stack);
		if (place > 0 && tree->node[place - 1].level > tree->node[place].level)
			set_aside(ancestors, tree->node[place].level - 1);
	}
	spill_end(&ancestors->stack);
	while ((row = spill_pop(&stack)) != NULL)
	{
		CHECK_FOR_INTERRUPTS();
		return_rollup_row(sink, tree->node[row->place].id, &tree->node[row->place], &row->row);
	}
	spill_end(&stack);
}

/* (cube, grains, term, tree, first_month), of which only the cube and the month must be given. */
PG_FUNCTION_INFO_V1(plan_cube_rows);
Datum
plan_cube_rows(PG_FUNCTION_ARGS)
{
	Rollup		rollup;
	RollupSink		sink;

	begin_rollup(fcinfo, &sink);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(4))
		PG_RETURN_NULL();
	read_rollup(fcinfo, &rollup);
	if (PG_ARGISNULL(3))
		return_flat_rows(&rollup, &sink);
	else
		return_tree_rows(&rollup, PG_GETARG_PLAN_TREE_P(3), &sink);
	PG_RETURN_NULL();
}
