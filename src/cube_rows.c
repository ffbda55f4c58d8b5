/*
 * cube_rows.c
 *		A plan_cube merged up the calendar and up the plan tree, as rows.
 *
 * A node's own cells are merged into the periods asked for.  From the leaves up, each node
 * hands its rows to its parent, so that the last node is done first.  Scorecards add exactly,
 * and the order in which that is done does not show.
 *
 * There can be many times more rows than cells.  They are not kept in memory: without a tree a
 * node's rows are returned a few years at a time; with one, those of leaves are made anew when they
 * are returned, and those of other nodes wait for the nodes before on a stack that spills to disk,
 * as do those that ancestors have been handed so far: memory holds the rows of few nodes.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "cube_rollup.h"
#include "spill.h"

static const RollupFunction cube_rows = {
	.name = "plan_cube_rows",
	.type = &cube_cells,
	.grains = &row_grain_words,
	.calendar_hint =
		"Group scorecards by plan_period_of(at, 'month', calendar), and merge them with "
		"plan_rollup."
};

/*
 * Returning rows.
 */

typedef struct ScorecardSink
{
	RollupSink	all;
	/* Of rows with a parent, and without, by grain; and the node that each is of. */
	RowTemplate template[2][NUM_ROW_GRAINS];
	int64		template_of[2][NUM_ROW_GRAINS];
	MemoryContext context;
} ScorecardSink;

/* A row that its template does not fit. */
static void
return_other_row(RowSink *rows, Datum *values, bool *nulls, const RollupRow *row)
{
	PlanScorecard *card = packed_scorecard(&row->card.wide, NULL);

	values[ROLLUP_COLUMNS] = PointerGetDatum(card);
	tuplestore_putvalues(rows->store, rows->desc, values, nulls);
	pfree(card);
}

/* The template of the rows of a node and grain, formed from the first of them. */
static void
form_row_template(ScorecardSink *sink, RowTemplate *template, Datum *values, bool *nulls)
{
	PlanScorecard card = {.format = SCORECARD_VERSION};
	MemoryContext old = MemoryContextSwitchTo(sink->context);

	SET_VARSIZE(&card, SCORECARD_SIZE);
	values[ROLLUP_COLUMNS] = PointerGetDatum(&card);
	form_template(template, sink->all.rows.desc, values, nulls);
	MemoryContextSwitchTo(old);
}

/* Nodes that are passed by reference have templates of their own, since their sizes differ. */
static void
return_rollup_row(ScorecardSink *sink, int64 id, const TreeNode *node, const RollupRow *row)
{
	RollupSink *all = &sink->all;
	bool		nulls[ROLLUP_COLUMNS + 1] = {false};
	Datum		values[ROLLUP_COLUMNS + 1];
	RowTemplate *template;
	int64	   *template_of;

	set_rollup_columns(all, id, node, row->period, row->grain, values, nulls);
	if (unlikely(row->is_wide))
	{
		return_other_row(&all->rows, values, nulls, row);
		return;
	}
	template = &sink->template[nulls[1]][row->grain];
	template_of = &sink->template_of[nulls[1]][row->grain];
	if (!(all->type.kind == KEYS_NUMBER ? *template_of != 0 : *template_of == all->nodes))
		form_row_template(sink, template, values, nulls);
	*template_of = all->nodes;
	write_rollup_columns(all, template, values, nulls);
	memcpy(template->place[ROLLUP_COLUMNS] + offsetof(PlanScorecard, packed), &row->card.packed,
		   sizeof(PackedScorecard));
	tuplestore_puttupleslot(all->rows.store, template->slot);
}

/* Cells of a node that are taken at once, or a few more, up to the end of a year. */
#define CELLS_AT_ONCE 1000

static int32
end_of_years(const Rollup *rollup, int32 begin, int32 end)
{
	const PlanCubeCell *cell = cube_of(rollup)->cell;
	int32		year;

	if (end - begin <= CELLS_AT_ONCE)
		return end;
	begin += CELLS_AT_ONCE;
	year = year_of_month(rollup, cell[begin - 1].key.month);
	while (begin < end && year_of_month(rollup, cell[begin].key.month) == year)
		begin++;
	return begin;
}

/* What is asked for, of nodes that have no rows but those of their cells. */
typedef struct OwnRollup
{
	const Rollup *all;
	Rollup		term;			/* for the term alone */
	Rollup		within_term;	/* for all but the term */
	RowList		list;			/* is used again and again */
} OwnRollup;

/* The same request for some of the grains. */
static Rollup
part_of_rollup(const Rollup *rollup, RowGrain first, RowGrain last)
{
	Rollup		part = *rollup;

	for (int grain = 0; grain < NUM_ROW_GRAINS; grain++)
		part.grains[grain] = grain >= first && grain <= last && rollup->grains[grain];
	remember_no_months(&part);
	return part;
}

static OwnRollup
own_rollup(const Rollup *rollup)
{
	return (OwnRollup) {.all = rollup,
		.term = part_of_rollup(rollup, ROW_TERM, ROW_TERM),
		.within_term = part_of_rollup(rollup, ROW_TERM + 1, ROW_MONTH)};
}

/* The rows that some cells of a node make. */
static void
return_rows_of_cells(const Rollup *rollup, ScorecardSink *sink, const TreeNode *node, int64 id,
					 int32 begin, int32 end, RowList *list)
{
	list->count = list->ordered = 0;
	add_own_rows(rollup, begin, end, list);
	put_in_order(list);
	for (int i = 0; i < list->count; i++)
		return_rollup_row(sink, id, node, &list->row[i]);
}

/*
 * The rows of a node, which has an id and, in a tree, a place, from the cells within the term.  The
 * term begins before all other periods; they all lie within years.
 */
static void
return_own_rows(OwnRollup *own, ScorecardSink *sink, const TreeNode *node, int64 id, int32 begin,
				int32 end)
{
	cut_to_term(own->all, &begin, &end);
	if (end - begin <= CELLS_AT_ONCE)
	{
		return_rows_of_cells(own->all, sink, node, id, begin, end, &own->list);
		return;
	}
	if (own->all->grains[ROW_TERM])
		return_rows_of_cells(&own->term, sink, node, id, begin, end, &own->list);
	for (int32 years_end; begin < end; begin = years_end)
	{
		years_end = end_of_years(own->all, begin, end);
		return_rows_of_cells(&own->within_term, sink, node, id, begin, years_end, &own->list);
	}
}

static void
return_flat_rows(const Rollup *rollup, ScorecardSink *sink)
{
	const PlanCube *cube = cube_of(rollup);
	OwnRollup	own = own_rollup(rollup);
	int32		next;

	for (int32 begin = 0; begin < cube->head.cells; begin = next)
	{
		next = end_of_node(rollup, begin);
		return_own_rows(&own, sink, NULL, cube->cell[begin].key.node, begin, next);
	}
}

/*
 * Up the tree.
 */

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
		copy_row(&row->row, &list->row[i]);
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
			copy_row(spill_push(&ancestors->stack), &list->row[j]);
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
		/* They have been merged, and are in order: there is room for as many again. */
		list->count = list->ordered = ancestors->aside[i];
		list->capacity = list->count * 2;
		list->row = allocate_huge(list->capacity * sizeof(RollupRow));
		for (int j = list->count - 1; j >= 0; j--)
			copy_row(&list->row[j], spill_pop(&ancestors->stack));
	}
	return &ancestors->list[level];
}

/* The rows of a node's cells, if it has any. */
static void
add_rows_of_node(const Rollup *rollup, int32 first_cell, RowList *list)
{
	int32		end;

	if (first_cell < 0)
		return;
	end = end_of_node(rollup, first_cell);
	cut_to_term(rollup, &first_cell, &end);
	add_own_rows(rollup, first_cell, end, list);
}

/* The rows of a leaf are made twice, here to be handed up, and once more when they are returned. */
static void
finish_leaf(const Rollup *rollup, int32 place, int32 first_cell, Ancestors *ancestors,
			RowList *list)
{
	const TreeNode *node = &rollup->tree->node[place];

	if (node->parent_place < 0)
		return;
	list->count = list->ordered = 0;
	add_rows_of_node(rollup, first_cell, list);
	put_in_order(list);
	hand_up_rows(rollup->tree, node, list, list_of_level(ancestors, node->level - 1));
}

/* The node at a place is complete: its rows are what it has been handed, and its own. */
static void
finish_node(const Rollup *rollup, int32 place, int32 first_cell, Ancestors *ancestors,
			SpillStack *stack)
{
	const TreeNode *node = &rollup->tree->node[place];
	RowList    *list = list_of_level(ancestors, node->level);

	add_rows_of_node(rollup, first_cell, list);
	if (list->row == NULL)
		return;
	put_in_order(list);
	stack_rows(stack, place, list);
	if (node->parent_place >= 0)
		hand_up_rows(rollup->tree, node, list, list_of_level(ancestors, node->level - 1));
	pfree(list->row);
	memset(list, 0, sizeof(*list));
}

/* Nodes from the first on: the rows of those with children are on the stack. */
static void
return_rows_in_order(const Rollup *rollup, const int32 *cells, SpillStack *stack,
					 ScorecardSink *sink)
{
	const PlanTree *tree = rollup->tree;
	OwnRollup	own = own_rollup(rollup);
	const StackedRow *row = spill_pop(stack);

	for (int32 place = 0; place < tree->nodes; place++)
	{
		const TreeNode *node = &tree->node[place];

		CHECK_FOR_INTERRUPTS();
		if (is_leaf(tree, place) && cells[place] >= 0)
			return_own_rows(&own, sink, node, node->id, cells[place],
							end_of_node(rollup, cells[place]));
		for (; row != NULL && row->place == place; row = spill_pop(stack))
			return_rollup_row(sink, node->id, node, &row->row);
	}
}

static void
return_tree_rows(const Rollup *rollup, ScorecardSink *sink)
{
	const PlanTree *tree = rollup->tree;
	Ancestors  *ancestors = new_ancestors();
	int32	   *cells = first_cells(rollup);
	RowList		of_leaf = {NULL, 0, 0, 0};
	SpillStack	stack;

	spill_begin(&stack, sizeof(StackedRow));
	for (int32 place = tree->nodes - 1; place >= 0; place--)
	{
		CHECK_FOR_INTERRUPTS();
		if (is_leaf(tree, place))
			finish_leaf(rollup, place, cells[place], ancestors, &of_leaf);
		else
			finish_node(rollup, place, cells[place], ancestors, &stack);
		if (place > 0 && tree->node[place - 1].level > tree->node[place].level)
			set_aside(ancestors, tree->node[place].level - 1);
	}
	spill_end(&ancestors->stack);
	return_rows_in_order(rollup, cells, &stack, sink);
	spill_end(&stack);
}

/* The key is the argument of that number, the last, or there is none. */
static Datum
return_rollup(FunctionCallInfo fcinfo, int key)
{
	Rollup		rollup;
	ScorecardSink sink = {.context = CurrentMemoryContext};

	if (!begin_rollup(fcinfo, &cube_rows, key, &rollup, &sink.all))
		PG_RETURN_NULL();
	if (rollup.tree == NULL)
		return_flat_rows(&rollup, &sink);
	else
		return_tree_rows(&rollup, &sink);
	PG_RETURN_NULL();
}

/* (cube, grains, term, tree, calendar); the cube and the calendar must be given. */
PG_FUNCTION_INFO_V1(plan_cube_rows);
Datum
plan_cube_rows(PG_FUNCTION_ARGS)
{
	return return_rollup(fcinfo, PG_NARGS());
}

/* (key, cube, grains, term, tree, calendar) */
PG_FUNCTION_INFO_V1(plan_cube_rows_as);
Datum
plan_cube_rows_as(PG_FUNCTION_ARGS)
{
	return return_rollup(fcinfo, move_key_behind(fcinfo));
}
