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

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "aggstate.h"
#include "calendar.h"
#include "cube_rollup.h"
#include "rows.h"
#include "spill.h"
#include "tree.h"
#include "word.h"

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

/* Rows of children that are merged as soon as they have grown to so many. */
#define MIN_ROWS_TO_MERGE 1024

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
				 errmsg("no term is given for the grain \"%s\"",
						word_name(&row_grain_words, ROW_TERM))));
}

/* Cubes have calendar months, of which years begin with any. */
static int
first_month_of_calendar(const CalendarRule *rule)
{
	if (!calendar_has_gregorian_months(rule))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("cells of a plan_cube are calendar months"),
				 errdetail("Months of this calendar begin on other days than the first."),
				 errhint("Group scorecards by plan_period_of(at, 'month', calendar), and merge them with plan_rollup.")));
	return rule->month + 1;
}

/* (cube, grains, term, tree, calendar) */
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
	rollup->first_month = first_month_of_calendar(calendar_rule_argument(fcinfo, 4));
	remember_no_months(rollup);
	rollup->last_month = PG_INT32_MIN;
	for (int32 i = 0; rollup->grains[ROW_YEAR_TO_DATE] && i < rollup->cube->head.cells; i++)
	{
		int32		month = rollup->cube->cell[i].key.month;

		if (is_in_term(rollup, month_period(month)))
			rollup->last_month = Max(rollup->last_month, month);
	}
}

/*
 * Returning rows.
 */

typedef struct RollupSink
{
	RowSink		rows;
	/* Of rows with a parent, and without, by grain; and the node that each is of. */
	RowTemplate template[2][NUM_ROW_GRAINS];
	int64		template_of[2][NUM_ROW_GRAINS];
	Datum		grain_names[NUM_ROW_GRAINS];
	KeyType		type;			/* of node and parent */
	KeyDictionary keys;			/* of the nodes: those of the tree, if there is one */
	MemoryContext context;
	MemoryContext node_scratch; /* of the node at hand */
	int64		nodes;			/* so far */
	int64		id;				/* of the node at hand */
	Datum		node;
	Datum		parent;
} RollupSink;

static void
begin_rollup(FunctionCallInfo fcinfo, int key, RollupSink *sink)
{
	memset(sink, 0, sizeof(*sink));
	begin_rows(fcinfo, &sink->rows);
	sink->type = returned_key_type(fcinfo, key, sink->rows.desc);
	for (int i = 0; i < NUM_ROW_GRAINS; i++)
		sink->grain_names[i] = CStringGetTextDatum(word_name(&row_grain_words, i));
	sink->context = CurrentMemoryContext;
	sink->node_scratch = AllocSetContextCreate(CurrentMemoryContext, "node of plan_cube_rows",
											   ALLOCSET_SMALL_SIZES);
}

/* About how many rows come from cells alone, if nodes have cells in most months. */
static uint64
expected_rows(const Rollup *rollup)
{
	static const int months[NUM_ROW_GRAINS] = {12, 12, 1, 6, 3, 1};
	uint64		rows = 0;

	for (int grain = 0; grain < NUM_ROW_GRAINS; grain++)
		if (rollup->grains[grain])
			rows += rollup->cube->head.cells / months[grain];
	return rows;
}

/* The nodes that rows are returned of. */
static void
set_keys(RollupSink *sink, const Rollup *rollup, const PlanTree *tree)
{
	KeyDictionary keys = cells_keys(&cube_cells, &rollup->cube->head);

	check_key_type(keys.kind, &sink->type, "nodes", "plan_cube");
	sink->keys = tree != NULL ? tree_keys(tree) : keys;
	if (keys.kind != KEYS_NONE && sink->keys.kind != KEYS_NONE && sink->keys.kind != keys.kind)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("nodes of the plan_tree are %s, those of the plan_cube %s",
						key_kind_name(sink->keys.kind), key_kind_name(keys.kind))));
}

static Datum
node_datum(const RollupSink *sink, int64 id)
{
	Key			key = key_of_place(&sink->keys, id);

	return key_datum(sink->keys.kind, &key, &sink->type);
}

/* The node of the rows that follow; without a tree it is a root. */
static void
set_node(RollupSink *sink, int64 id, const TreeNode *node)
{
	MemoryContext old;

	if (sink->nodes > 0 && sink->id == id)
		return;
	MemoryContextReset(sink->node_scratch);
	old = MemoryContextSwitchTo(sink->node_scratch);
	sink->node = node_datum(sink, id);
	sink->parent = node != NULL && node->parent_place >= 0 ? node_datum(sink, node->parent) : 0;
	sink->id = id;
	sink->nodes++;
	MemoryContextSwitchTo(old);
}

/* A row that its template does not fit. */
static void
return_other_row(RollupSink *sink, Datum *values, bool *nulls, const RollupRow *row)
{
	PlanScorecard *card = packed_scorecard(&row->card.wide, NULL);

	values[5] = PointerGetDatum(card);
	tuplestore_putvalues(sink->rows.store, sink->rows.desc, values, nulls);
	pfree(card);
}

/* The template of the rows of a node and grain, formed from the first of them. */
static void
form_row_template(RollupSink *sink, RowTemplate *template, Datum *values, bool *nulls)
{
	PlanScorecard card = {.format = SCORECARD_VERSION};
	MemoryContext old = MemoryContextSwitchTo(sink->context);

	SET_VARSIZE(&card, SCORECARD_SIZE);
	values[5] = PointerGetDatum(&card);
	form_template(template, sink->rows.desc, values, nulls);
	MemoryContextSwitchTo(old);
}

/* Nodes that are passed by reference have templates of their own, since their sizes differ. */
static void
return_rollup_row(RollupSink *sink, int64 id, const TreeNode *node, const RollupRow *row)
{
	bool		nulls[6] = {false, node == NULL || node->parent_place < 0};
	RowTemplate *template = &sink->template[nulls[1]][row->grain];
	int64	   *template_of = &sink->template_of[nulls[1]][row->grain];
	Datum		values[6];
	bool		fits;

	set_node(sink, id, node);
	values[0] = sink->node;
	values[1] = sink->parent;
	values[2] = Int32GetDatum(node != NULL ? node->level : 1);
	values[3] = Int64GetDatum(row->period);
	values[4] = sink->grain_names[row->grain];
	if (unlikely(row->is_wide))
	{
		return_other_row(sink, values, nulls, row);
		return;
	}
	fits = sink->type.kind == KEYS_NUMBER ? *template_of != 0 : *template_of == sink->nodes;
	if (!fits)
		form_row_template(sink, template, values, nulls);
	*template_of = sink->nodes;
	for (int i = sink->type.kind == KEYS_NUMBER ? 0 : 2; i < 4; i++)
		if (!nulls[i])
			store_att_byval(template->place[i], values[i],
							TupleDescAttr(sink->rows.desc, i)->attlen);
	memcpy(template->place[5] + offsetof(PlanScorecard, packed), &row->card.packed,
		   sizeof(PackedScorecard));
	tuplestore_puttupleslot(sink->rows.store, template->slot);
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
return_rows_of_cells(const Rollup *rollup, RollupSink *sink, const TreeNode *node, int64 id,
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
return_own_rows(OwnRollup *own, RollupSink *sink, const TreeNode *node, int64 id, int32 begin,
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
return_flat_rows(const Rollup *rollup, RollupSink *sink)
{
	OwnRollup	own = own_rollup(rollup);
	int32		next;

	for (int32 begin = 0; begin < rollup->cube->head.cells; begin = next)
	{
		next = end_of_node(rollup->cube, begin);
		return_own_rows(&own, sink, NULL, rollup->cube->cell[begin].key.node, begin, next);
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
weigh_as_child(RollupRow *row, double weight)
{
	widen_row(row);
	if (scorecard_weigh(&row->card.wide, weight) != PLAN_OK)
		report_overflow("plan_cube");
	pack_row(row);
}

/* The id in the tree of a node of the cube, which must be there. */
static int64
id_in_tree(const KeyDictionary *cube_keys, const KeyDictionary *keys, int64 node)
{
	Key			key = key_of_place(cube_keys, node);

	if (keys->kind > KEYS_NUMBER)
		return find_stored_key(keys, &key);
	return key.number;
}

pg_noreturn static void
report_no_node(const KeyDictionary *cube_keys, int64 node)
{
	Key			key = key_of_place(cube_keys, node);

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("node %s of the cube is not in the tree", shown_key(cube_keys->kind, &key))));
}

/* The first cell of each node of the tree, -1 where it has none; it must know them all. */
static int32 *
first_cells(const PlanCube *cube, const PlanTree *tree)
{
	KeyDictionary cube_keys = cells_keys(&cube_cells, &cube->head);
	KeyDictionary keys = tree_keys(tree);
	KeyedValue *places = allocate_huge(((Size) tree->nodes + 1) * 2 * sizeof(KeyedValue));
	const KeyedValue *sorted = tree_places_by_id(tree->node, tree->nodes, places,
												 check_for_interrupts);
	int32	   *cells = allocate_huge(((Size) tree->nodes + 1) * sizeof(int32));
	int32		place = 0;

	memset(cells, -1, tree->nodes * sizeof(int32));
	for (int32 begin = 0; begin < cube->head.cells; begin = end_of_node(cube, begin))
	{
		int64		id = id_in_tree(&cube_keys, &keys, cube->cell[begin].key.node);

		CHECK_FOR_INTERRUPTS();
		while (place < tree->nodes && tree_place_id(&sorted[place]) < id)
			place++;
		if (place >= tree->nodes || tree_place_id(&sorted[place]) != id)
			report_no_node(&cube_keys, cube->cell[begin].key.node);
		cells[sorted[place].value] = begin;
	}
	pfree(places);
	return cells;
}

/*
 * Add a child's rows to those of its parent.  Most children have the same rows.  Where they differ,
 * many children make few different rows: these are merged each time that there are twice as many as
 * the time before.
 */
static void
hand_up(const PlanTree *tree, const TreeNode *node, const RowList *child, RowList *parent)
{
	int			place = 0;

	for (int i = 0; i < child->count; i++)
	{
		RollupRow	row;

		if (parent->count == parent->capacity && parent->count > MIN_ROWS_TO_MERGE)
		{
			put_in_order(parent);
			parent->capacity = parent->count * 2;
			parent->row = reallocate_huge(parent->row, parent->count * sizeof(RollupRow),
										  parent->capacity * sizeof(RollupRow));
			place = 0;
		}
		if (!tree->weighted)
		{
			add_ordered_row(parent, &place, &child->row[i]);
			continue;
		}
		copy_row(&row, &child->row[i]);
		weigh_as_child(&row, node->weight);
		add_ordered_row(parent, &place, &row);
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

static bool
is_leaf(const PlanTree *tree, int32 place)
{
	return place == tree->nodes - 1 || tree->node[place + 1].parent_place != place;
}

/* The rows of a node's cells, if it has any. */
static void
add_rows_of_node(const Rollup *rollup, int32 first_cell, RowList *list)
{
	int32		end;

	if (first_cell < 0)
		return;
	end = end_of_node(rollup->cube, first_cell);
	cut_to_term(rollup, &first_cell, &end);
	add_own_rows(rollup, first_cell, end, list);
}

/* The rows of a leaf are made twice, here to be handed up, and once more when they are returned. */
static void
finish_leaf(const Rollup *rollup, const PlanTree *tree, int32 place, int32 first_cell,
			Ancestors *ancestors, RowList *list)
{
	const TreeNode *node = &tree->node[place];

	if (node->parent_place < 0)
		return;
	list->count = list->ordered = 0;
	add_rows_of_node(rollup, first_cell, list);
	put_in_order(list);
	hand_up(tree, node, list, list_of_level(ancestors, node->level - 1));
}

/* The node at a place is complete: its rows are what it has been handed, and its own. */
static void
finish_node(const Rollup *rollup, const PlanTree *tree, int32 place, int32 first_cell,
			Ancestors *ancestors, SpillStack *stack)
{
	const TreeNode *node = &tree->node[place];
	RowList    *list = list_of_level(ancestors, node->level);

	add_rows_of_node(rollup, first_cell, list);
	if (list->row == NULL)
		return;
	put_in_order(list);
	stack_rows(stack, place, list);
	if (node->parent_place >= 0)
		hand_up(tree, node, list, list_of_level(ancestors, node->level - 1));
	pfree(list->row);
	memset(list, 0, sizeof(*list));
}

/* Nodes from the first on: the rows of those with children are on the stack. */
static void
return_rows_in_order(const Rollup *rollup, const PlanTree *tree, const int32 *cells,
					 SpillStack *stack, RollupSink *sink)
{
	OwnRollup	own = own_rollup(rollup);
	const StackedRow *row = spill_pop(stack);

	for (int32 place = 0; place < tree->nodes; place++)
	{
		const TreeNode *node = &tree->node[place];

		CHECK_FOR_INTERRUPTS();
		if (is_leaf(tree, place) && cells[place] >= 0)
			return_own_rows(&own, sink, node, node->id, cells[place],
							end_of_node(rollup->cube, cells[place]));
		for (; row != NULL && row->place == place; row = spill_pop(stack))
			return_rollup_row(sink, node->id, node, &row->row);
	}
}

static void
return_tree_rows(const Rollup *rollup, const PlanTree *tree, RollupSink *sink)
{
	Ancestors  *ancestors = new_ancestors();
	int32	   *cells = first_cells(rollup->cube, tree);
	RowList		of_leaf = {NULL, 0, 0, 0};
	SpillStack	stack;

	spill_begin(&stack, sizeof(StackedRow));
	for (int32 place = tree->nodes - 1; place >= 0; place--)
	{
		CHECK_FOR_INTERRUPTS();
		if (is_leaf(tree, place))
			finish_leaf(rollup, tree, place, cells[place], ancestors, &of_leaf);
		else
			finish_node(rollup, tree, place, cells[place], ancestors, &stack);
		if (place > 0 && tree->node[place - 1].level > tree->node[place].level)
			set_aside(ancestors, tree->node[place].level - 1);
	}
	spill_end(&ancestors->stack);
	return_rows_in_order(rollup, tree, cells, &stack, sink);
	spill_end(&stack);
}

/* The key is the argument of that number, the last, or there is none. */
static Datum
return_rollup(FunctionCallInfo fcinfo, int key)
{
	const PlanTree *tree = PG_ARGISNULL(3) ? NULL : PG_GETARG_PLAN_TREE_P(3);
	Rollup		rollup;
	RollupSink	sink;

	begin_rollup(fcinfo, key, &sink);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(4))
		PG_RETURN_NULL();
	read_rollup(fcinfo, &rollup);
	set_keys(&sink, &rollup, tree);
	expect_rows(fcinfo, &sink.rows, expected_rows(&rollup));
	if (tree == NULL)
		return_flat_rows(&rollup, &sink);
	else
		return_tree_rows(&rollup, tree, &sink);
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
	NullableDatum key = fcinfo->args[0];
	int			last = PG_NARGS() - 1;

	memmove(fcinfo->args, fcinfo->args + 1, last * sizeof(NullableDatum));
	fcinfo->args[last] = key;
	return return_rollup(fcinfo, last);
}
