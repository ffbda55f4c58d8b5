/*
 * rollup.c
 *		What is the same in all functions that return the cells of a cube as rows by node, period
 *		and grain.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "aggstate.h"
#include "calendar.h"
#include "rollup.h"

static const Word words_of_grains[] = {
	{"term", ROW_TERM},
	{"year", ROW_YEAR},
	{"year_to_date", ROW_YEAR_TO_DATE},
	{"half", ROW_HALF},
	{"quarter", ROW_QUARTER},
	{"month", ROW_MONTH},
};

const WordTable row_grain_words = WORD_TABLE("grain", words_of_grains,
											 "Valid values are term, year, year_to_date, half, "
											 "quarter and month.");

/* How many months the periods of a grain have; 0 where they do not divide years. */
static const int32 months_of_grain[NUM_ROW_GRAINS] = {
	[ROW_YEAR] = 12,
	[ROW_HALF] = 6,
	[ROW_QUARTER] = 3,
	[ROW_MONTH] = 1,
};

/*
 * Arguments.
 */

/* Those of the function NAME, from those of NAME_as; the key is the argument of that number. */
int
move_key_behind(FunctionCallInfo fcinfo)
{
	NullableDatum key = fcinfo->args[0];
	int			last = PG_NARGS() - 1;

	memmove(fcinfo->args, fcinfo->args + 1, last * sizeof(NullableDatum));
	fcinfo->args[last] = key;
	return last;
}

/* Those that divide years, and the term if it is given. */
static void
take_usual_grains(Rollup *rollup)
{
	const WordTable *table = rollup->function->grains;

	for (int i = 0; i < table->count; i++)
	{
		int			grain = table->words[i].value;

		rollup->grains[grain] = grain == ROW_TERM ? rollup->has_term : months_of_grain[grain] > 0;
	}
}

static void
read_grains(FunctionCallInfo fcinfo, int n, Rollup *rollup)
{
	const WordTable *table = rollup->function->grains;
	Datum	   *names;
	bool	   *nulls;
	int			count;

	if (PG_ARGISNULL(n))
	{
		take_usual_grains(rollup);
		return;
	}
	deconstruct_array(PG_GETARG_ARRAYTYPE_P(n), TEXTOID, -1, false, TYPALIGN_INT, &names, &nulls,
					  &count);
	for (int i = 0; i < count; i++)
	{
		if (nulls[i])
			report_null_element_error("grains");
		rollup->grains[word_from_datum(names[i], table)] = true;
	}
	if (rollup->grains[ROW_TERM] && !rollup->has_term)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("no term is given for the grain \"%s\"", word_name(table, ROW_TERM))));
}

/* Cubes have calendar months, of which years begin with any. */
static int
first_month_of_calendar(const CalendarRule *rule, const RollupFunction *function)
{
	if (!calendar_has_gregorian_months(rule))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("cells of a %s are calendar months", function->type->name),
				 errdetail("Months of this calendar begin on other days than the first."),
				 errhint("%s", function->calendar_hint)));
	return rule->month + 1;
}

/* The calendar of the cube, or another one of the same months. */
static void
read_own_calendar(FunctionCallInfo fcinfo, int n, Rollup *rollup)
{
	const PlanCells *cells = rollup->cells;
	const CalendarRule *asked;

	rollup->rule = cells->rule;
	rollup->shift = 0;
	if (PG_ARGISNULL(n))
		return;
	asked = calendar_rule_argument(fcinfo, n);
	if (cells->cells > 0 && !calendar_rules_agree(&cells->rule, asked, &rollup->shift))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("months of the calendar are not those of the %s",
						rollup->function->type->name),
				 errhint("Make the cube under this calendar.")));
	rollup->rule = *asked;
}

static void
find_last_month(Rollup *rollup)
{
	const CellsType *type = rollup->function->type;

	rollup->last_month = PG_INT32_MIN;
	for (int32 i = 0; rollup->grains[ROW_YEAR_TO_DATE] && i < rollup->cells->cells; i++)
	{
		int32		month = cells_cell(type, rollup->cells, i)->month;

		if (is_in_term(rollup, month_period(month)))
			rollup->last_month = Max(rollup->last_month, month);
	}
}

/* (cube, grains, term, tree, calendar) */
static void
read_rollup(FunctionCallInfo fcinfo, const RollupFunction *function, Rollup *rollup)
{
	memset(rollup, 0, sizeof(*rollup));
	rollup->function = function;
	rollup->tree = PG_ARGISNULL(3) ? NULL : PG_GETARG_PLAN_TREE_P(3);
	rollup->cells = PG_GETARG_PLAN_CELLS_P(0, function->type);
	if (function->type->has_calendar)
		read_own_calendar(fcinfo, 4, rollup);
	else
		rollup->first_month = first_month_of_calendar(calendar_rule_argument(fcinfo, 4), function);
	rollup->has_term = !PG_ARGISNULL(2);
	if (rollup->has_term)
	{
		rollup->term = PG_GETARG_PLAN_PERIOD(2);
		months_of_period(&rollup->rule, rollup->term, &rollup->term_months.first,
						 &rollup->term_months.end);
	}
	read_grains(fcinfo, 1, rollup);
	if (!function->type->has_calendar)
	{
		remember_no_months(rollup);
		find_last_month(rollup);
	}
}

/*
 * Returning rows.
 */

static void
begin_sink(FunctionCallInfo fcinfo, const RollupFunction *function, int key, RollupSink *sink)
{
	const WordTable *grains = function->grains;

	memset(sink, 0, sizeof(*sink));
	begin_rows(fcinfo, &sink->rows);
	sink->type = returned_key_type(fcinfo, key, sink->rows.desc);
	for (int i = 0; i < grains->count; i++)
		sink->grain_names[grains->words[i].value] = CStringGetTextDatum(grains->words[i].name);
	sink->node_scratch = AllocSetContextCreate(CurrentMemoryContext, "node of a rollup",
											   ALLOCSET_SMALL_SIZES);
}

/* The nodes that rows are returned of. */
static void
set_keys(RollupSink *sink, const Rollup *rollup)
{
	const RollupFunction *function = rollup->function;
	KeyDictionary keys = cells_keys(function->type, rollup->cells);

	KeyKind		kind = kind_of_nodes(keys.kind);

	check_key_type(kind, &sink->type, "nodes", function->type->name, function->name);
	sink->keys = rollup->tree != NULL ? tree_keys(rollup->tree) : keys;
	if (kind != KEYS_NONE && sink->keys.kind != KEYS_NONE &&
		kind_of_nodes(sink->keys.kind) != kind)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("nodes of the plan_tree are %s, those of the %s %s",
						key_kind_name(sink->keys.kind), function->type->name,
						key_kind_name(kind))));
}

/* About how many rows come from cells alone, if nodes have cells in most months. */
static uint64
expected_rows(const Rollup *rollup)
{
	uint64		rows = 0;

	for (int grain = 0; grain < NUM_ROW_GRAINS; grain++)
	{
		int32		months = grain == ROW_TERM ? 12 : Max(months_of_grain[grain], 1);

		if (rollup->grains[grain])
			rows += rollup->cells->cells / months;
	}
	return rows;
}

/*
 * Read the arguments and begin to return rows; false, and no rows, where the cube or the calendar
 * is NULL.  The key is the argument of that number, the last, or there is none.
 */
bool
begin_rollup(FunctionCallInfo fcinfo, const RollupFunction *function, int key, Rollup *rollup,
			 RollupSink *sink)
{
	begin_sink(fcinfo, function, key, sink);
	if (PG_ARGISNULL(0) || (PG_ARGISNULL(4) && !function->type->has_calendar))
		return false;
	read_rollup(fcinfo, function, rollup);
	set_keys(sink, rollup);
	expect_rows(fcinfo, &sink->rows, expected_rows(rollup));
	return true;
}

static Datum
node_datum(const RollupSink *sink, int64 id)
{
	Key			key = key_of_place(&sink->keys, id);

	if (keys_are_pairs(sink->keys.kind))
		key = key_pair(sink->keys.kind, &key, sink->keys.type).node;
	return key_datum(kind_of_nodes(sink->keys.kind), &key, &sink->type);
}

/* The node of the rows that follow. */
void
begin_node(RollupSink *sink, int64 id, const TreeNode *node)
{
	MemoryContext old;

	MemoryContextReset(sink->node_scratch);
	old = MemoryContextSwitchTo(sink->node_scratch);
	sink->node = node_datum(sink, id);
	sink->parent = node != NULL && node->parent_place >= 0 ? node_datum(sink, node->parent) : 0;
	sink->id = id;
	sink->nodes++;
	MemoryContextSwitchTo(old);
}

/*
 * Periods.
 */

void
remember_no_months(Rollup *rollup)
{
	rollup->months = palloc0(REMEMBERED_MONTHS * sizeof(MonthPeriods));
	for (int i = 0; i < REMEMBERED_MONTHS; i++)
		rollup->months[i].month = PG_INT32_MIN;
}

/* The period of a grain that holds a month; false where there is none within the term. */
static bool
period_of_grain(const Rollup *rollup, RowGrain grain, int32 month, Period *period)
{
	if (grain == ROW_TERM)
		*period = rollup->term;
	else
	{
		int32		months = months_of_grain[grain];
		int32		first;

		if (months == 0)
			return false;
		first = start_of_months(rollup, month, months);
		if (period_from_months(first, first + months, period) != PLAN_OK)
			return false;
	}
	return is_in_term(rollup, *period);
}

pg_noinline void
find_periods(const Rollup *rollup, int32 month, MonthPeriods *periods)
{
	for (int grain = 0; grain < NUM_ROW_GRAINS; grain++)
	{
		Period		period;

		periods->period[grain] = NO_PERIOD;
		if (rollup->grains[grain] && period_of_grain(rollup, grain, month, &period))
			periods->period[grain] = period_pack(period);
	}
	periods->month = month;
}

/* Whether a cell lies within the term. */
static bool
cell_is_in_term(const Rollup *rollup, int32 i)
{
	int32		month = cells_cell(rollup->function->type, rollup->cells, i)->month;

	return is_in_term(rollup, month_period(month));
}

/* Leave out the cells of a node that lie before or behind the term. */
void
cut_to_term(const Rollup *rollup, int32 *begin, int32 *end)
{
	if (!rollup->has_term)
		return;
	while (*begin < *end && !cell_is_in_term(rollup, *begin))
		(*begin)++;
	while (*begin < *end && !cell_is_in_term(rollup, *end - 1))
		(*end)--;
}

/*
 * Nodes.
 */

/* The end of the cells that are of one node, or of one pair of node and entity. */
static int32
end_of_key(const Rollup *rollup, int32 begin)
{
	const PlanCells *cells = rollup->cells;
	size_t		size = stored_cell_size(rollup->function->type);
	const StoredCell *first = cells_cell(rollup->function->type, cells, begin);
	const char *cell = (const char *) first + size;
	int32		end = begin + 1;

	for (; end < cells->cells && ((const StoredCell *) cell)->node == first->node; cell += size)
		end++;
	return end;
}

/* The end of the cells of the node that has the first one, of all its entities. */
int32
end_of_node(const Rollup *rollup, int32 begin)
{
	const CellsType *type = rollup->function->type;
	int32		end = end_of_key(rollup, begin);
	KeyDictionary keys;
	Key			node;

	if (!keys_are_pairs(cells_kind(rollup->cells)))
		return end;
	keys = cells_keys(type, rollup->cells);
	node = key_of_place(&keys, cells_cell(type, rollup->cells, begin)->node);
	while (end < rollup->cells->cells)
	{
		Key			key = key_of_place(&keys, cells_cell(type, rollup->cells, end)->node);

		CHECK_FOR_INTERRUPTS();
		if (!are_keys_of_one_node(keys.kind, &node, &key))
			break;
		end = end_of_key(rollup, end);
	}
	return end;
}

/* The id in the tree of a node of the cube, which must be there. */
static int64
id_in_tree(const KeyDictionary *cube_keys, const KeyDictionary *keys, int64 node)
{
	Key			key = key_of_place(cube_keys, node);

	if (keys_are_pairs(cube_keys->kind))
		key = key_pair(cube_keys->kind, &key, cube_keys->type).node;
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
			 errmsg("node %s of the cube is not in the tree", shown_node(cube_keys->kind, &key))));
}

/* The first cell of each node of the tree, -1 where it has none; it must know them all. */
int32 *
first_cells(const Rollup *rollup)
{
	const CellsType *type = rollup->function->type;
	const PlanTree *tree = rollup->tree;
	KeyDictionary cube_keys = cells_keys(type, rollup->cells);
	KeyDictionary keys = tree_keys(tree);
	KeyedValue *places = allocate_huge(((Size) tree->nodes + 1) * 2 * sizeof(KeyedValue));
	const KeyedValue *sorted = tree_places_by_id(tree->node, tree->nodes, places,
												 check_for_interrupts);
	int32	   *cells = allocate_huge(((Size) tree->nodes + 1) * sizeof(int32));
	int32		place = 0;

	memset(cells, -1, tree->nodes * sizeof(int32));
	for (int32 begin = 0; begin < rollup->cells->cells; begin = end_of_node(rollup, begin))
	{
		int64		node = cells_cell(type, rollup->cells, begin)->node;
		int64		id = id_in_tree(&cube_keys, &keys, node);

		CHECK_FOR_INTERRUPTS();
		while (place < tree->nodes && tree_place_id(&sorted[place]) < id)
			place++;
		if (place >= tree->nodes || tree_place_id(&sorted[place]) != id)
			report_no_node(&cube_keys, node);
		cells[sorted[place].value] = begin;
	}
	pfree(places);
	return cells;
}
