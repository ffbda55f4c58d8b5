/*
 * performance.c
 *		plan_performance: figures against the targets of their periods, up the calendar and the
 *		tree.
 *
 * Nodes are done from the last one of the tree on.  Each has its figures from its series and its
 * children (figure_rollup.h), its goals from its own targets, and a scorecard of its verdicts and
 * of those below (cube_rollup.h); its rows wait on a stack that spills to disk.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"

#include "argument.h"
#include "calendar.h"
#include "performance.h"
#include "scorecard.h"
#include "status.h"

static const Word words_of_spreads[] = {
	{"equal", BY_EQUAL},
	{"days", BY_DAYS},
	{"working_days", BY_WORKING_DAYS},
	{"last_year", BY_LAST_YEAR},
};

static const WordTable spread_by_words = WORD_TABLE("rule to spread by", words_of_spreads,
													"Use equal, days, working_days or last_year.");

static const RollupFunction performance_function = {
	.name = "plan_performance",
	.type = &figure_cells,
	.grains = &figure_grain_words
};

/* Where the scorecard of a row is. */
typedef enum CardPlace
{
	CARD_NONE,
	CARD_OF_ROW,				/* that of its own verdict, of a node without children */
	CARD_STACKED
} CardPlace;

/* A row that waits. */
typedef struct PerformanceRow
{
	int32		place;
	int32		period;
	FigureColumns figures;
	Judgement	judgement;
	bool		is_there;		/* in what is known of figures */
	CardPlace	card;
} PerformanceRow;

typedef struct PerformanceSink
{
	RollupSink	all;
	FigureKindNames kinds;
	Datum		source_names[SOURCE_COARSER + 1];
	Oid			labels[NUM_STATUSES];
} PerformanceSink;

/* What is at hand while nodes are done. */
typedef struct PerformanceWalk
{
	Performance *performance;
	RowList    *cards;			/* by level */
	SpillStack	stack;
	SpillStack	stacked_cards;	/* of the rows that say so, in the same order */
} PerformanceWalk;

/*
 * A node.
 */

static void
add_node_targets(void *context, FigureFinder *finder, int32 place, FigureList *list)
{
	begin_node_targets(((PerformanceWalk *) context)->performance, finder, place, list);
}

static int64
packed_period(const Performance *performance, int32 number)
{
	const FigurePeriods *periods = &performance->periods;

	return period_pack(days_of_months(&periods->rule, periods->period[number].span));
}

/* Whether rows of a period were asked for, and not only needed. */
static bool
is_asked_for(const Performance *performance, int32 number)
{
	const FigurePeriod *period = &performance->periods.period[number];
	const Rollup *rollup = &performance->rollup;

	return rollup->grains[period->grain] &&
		(!rollup->has_term || (period->span.first >= rollup->term_months.first &&
							   period->span.end <= rollup->term_months.end));
}

/* Add the verdict of a row to the scorecards of its node. */
static void
add_verdict(const Performance *performance, const PerformanceRow *row, int *place, RowList *cards)
{
	RollupRow	card = {.is_wide = true};

	memset(&card.card.wide, 0, sizeof(card.card.wide));
	count_verdict(performance, &row->judgement, &row->figures, &card.card.wide);
	card.period = packed_period(performance, row->period);
	card.grain = performance->periods.period[row->period].grain;
	pack_row(&card);
	add_ordered_row(cards, place, &card);
}

/* The row of a sum, and its verdict in the scorecards of the node, unless these are NULL. */
static void
judge_sum(PerformanceWalk *walk, FigureFinder *finder, const FigureList *list,
		  const FigureSum *sum, PerformanceRow *row, int *card_place, RowList *cards)
{
	const Performance *performance = walk->performance;
	FigureKind	kind = kind_of_node(list);

	row->period = sum->period;
	row->is_there = sum->is_there;
	row->figures = figure_columns(finder, list, sum);
	if (row->figures.kind.kind == 0 && !sum->now.is_unlike)
		row->figures.kind = kind;
	row->judgement = judge_period(performance, kind, sum->period, &row->figures);
	if (cards != NULL && row->judgement.verdict != VERDICT_NONE)
		add_verdict(performance, row, card_place, cards);
}

/* The scorecard of a row, or NULL; those of a node are in the order of its periods. */
static const RollupRow *
find_card(const Performance *performance, const RowList *cards, int *place,
		  const PerformanceRow *row)
{
	RowGrain	grain = performance->periods.period[row->period].grain;
	int64		period = packed_period(performance, row->period);

	while (*place >= 0 &&
		   (cards->row[*place].period > period ||
			(cards->row[*place].period == period && cards->row[*place].grain > grain)))
		(*place)--;
	return *place >= 0 && cards->row[*place].period == period &&
		cards->row[*place].grain == grain ? &cards->row[*place] : NULL;
}

/* Put the rows of a node that have something to say on the stack, the last one first. */
static void
stack_rows(PerformanceWalk *walk, PerformanceRow *rows, int32 count, int32 place,
		   const RowList *cards)
{
	bool		is_last = is_leaf(walk->performance->rollup.tree, place);
	int			last_card = cards->count - 1;

	for (int32 i = count - 1; i >= 0; i--)
	{
		PerformanceRow *row = &rows[i];
		const RollupRow *card = NULL;

		if (is_last)
			row->card = row->judgement.verdict != VERDICT_NONE ? CARD_OF_ROW : CARD_NONE;
		else if ((card = find_card(walk->performance, cards, &last_card, row)) != NULL)
		{
			row->card = CARD_STACKED;
			copy_row(spill_push(&walk->stacked_cards), card);
		}
		else
			row->card = CARD_NONE;
		if (!row->is_there && row->judgement.source == SOURCE_NONE && row->card == CARD_NONE)
			continue;
		row->place = place;
		memcpy(spill_push(&walk->stack), row, sizeof(*row));
	}
}

/* Scorecards for which memory is kept until the next node of a level. */
#define MAX_CARDS_KEPT 256

static void
finish_node(void *context, FigureFinder *finder, int32 place, FigureList *list)
{
	PerformanceWalk *walk = context;
	Performance *performance = walk->performance;
	const PlanTree *tree = performance->rollup.tree;
	const TreeNode *node = &tree->node[place];
	RowList    *cards = &walk->cards[node->level];
	bool		has_cards = node->parent_place >= 0 || !is_leaf(tree, place);
	PerformanceRow *rows = allocate_huge(((Size) list->count + 1) * sizeof(PerformanceRow));
	int32		count = 0;
	int			card_place = 0;

	put_in_order(cards);
	weigh_node_months(performance, kind_of_node(list), list);
	for (int32 i = 0; i < list->count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (is_asked_for(performance, list->sum[i].period))
			judge_sum(walk, finder, list, &list->sum[i], &rows[count++], &card_place,
					  has_cards ? cards : NULL);
	}
	put_in_order(cards);
	stack_rows(walk, rows, count, place, cards);
	if (node->parent_place >= 0)
		hand_up_rows(tree, node, cards, &walk->cards[node->level - 1]);
	cards->count = cards->ordered = 0;
	if (place == node->parent_place + 1 && cards->capacity > MAX_CARDS_KEPT)
	{
		pfree(cards->row);
		*cards = (RowList) {0};
	}
	pfree(rows);
}

/*
 * Returning rows.
 */

#define PERFORMANCE_COLUMNS (ROLLUP_COLUMNS + 12)

static void
set_number(Datum *value, bool *null, double number)
{
	*null = isnan(number);
	*value = Float8GetDatum(number + 0.0);
}

/* An achievement may be beyond what float8 holds. */
static void
set_judgement(PerformanceSink *sink, const Judgement *judgement, Datum *value, bool *null)
{
	bool		has_goal = judgement->source != SOURCE_NONE;

	null[0] = null[1] = null[2] = !has_goal;
	value[0] = Float8GetDatum(has_goal ? goal_target(&judgement->goal) : 0.0);
	value[1] = PointerGetDatum(&judgement->goal);
	value[2] = sink->source_names[judgement->source];
	set_number(&value[3], &null[3], judgement->expected);
	if (isinf(judgement->achievement) || isinf(judgement->variance))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("achievement out of range")));
	set_number(&value[4], &null[4], judgement->achievement);
	null[5] = judgement->verdict == VERDICT_NONE;
	value[5] = ObjectIdGetDatum(null[5] ? InvalidOid : sink->labels[judgement->verdict]);
	set_number(&value[6], &null[6], judgement->variance);
}

static PlanScorecard *
scorecard_of_row(const RollupRow *row)
{
	Scorecard	card;

	if (row->is_wide)
		return packed_scorecard(&row->card.wide, NULL);
	memset(&card, 0, sizeof(card));
	if (scorecard_add_packed(&card, &row->card.packed) != PLAN_OK)
		report_overflow("plan_scorecard");
	return packed_scorecard(&card, NULL);
}

/* That of the verdict of a row. */
static PlanScorecard *
scorecard_of_verdict(const Performance *performance, const PerformanceRow *row)
{
	Scorecard	card;

	memset(&card, 0, sizeof(card));
	count_verdict(performance, &row->judgement, &row->figures, &card);
	return packed_scorecard(&card, NULL);
}

static void
return_performance_row(PerformanceSink *sink, PerformanceWalk *walk, const PerformanceRow *row)
{
	const Performance *performance = walk->performance;
	const TreeNode *node = &performance->rollup.tree->node[row->place];
	RowSink    *rows = &sink->all.rows;
	Datum		values[PERFORMANCE_COLUMNS];
	bool		nulls[PERFORMANCE_COLUMNS] = {false};
	Datum	   *value = values + ROLLUP_COLUMNS;
	bool	   *null = nulls + ROLLUP_COLUMNS;

	set_rollup_columns(&sink->all, node->id, node, packed_period(performance, row->period),
					   performance->periods.period[row->period].grain, values, nulls);
	null[0] = row->figures.kind.kind == 0;
	value[0] = null[0] ? 0 : figure_kind_datum(&sink->kinds, row->figures.kind);
	null[1] = !row->figures.has_figure;
	value[1] = Float8GetDatum(row->figures.figure);
	value[2] = Float8GetDatum(row->figures.coverage);
	null[3] = !row->figures.has_day;
	value[3] = DateADTGetDatum(row->figures.last_day);
	set_judgement(sink, &row->judgement, value + 4, null + 4);
	null[11] = row->card == CARD_NONE;
	if (row->card == CARD_OF_ROW)
		value[11] = PointerGetDatum(scorecard_of_verdict(performance, row));
	else if (row->card == CARD_STACKED)
		value[11] = PointerGetDatum(scorecard_of_row(spill_pop(&walk->stacked_cards)));
	tuplestore_putvalues(rows->store, rows->desc, values, nulls);
	if (!null[11])
		pfree(DatumGetPointer(value[11]));
}

static void
begin_sink(PerformanceSink *sink)
{
	Oid			type = TupleDescAttr(sink->all.rows.desc, ROLLUP_COLUMNS + 9)->atttypid;

	sink->kinds.context = CurrentMemoryContext;
	for (int i = 0; i < NUM_STATUSES; i++)
		sink->labels[i] = status_label(type, i);
	for (int i = SOURCE_STATED; i <= SOURCE_COARSER; i++)
		sink->source_names[i] = CStringGetTextDatum(target_source_name(i));
}

static void
return_rows(Performance *performance, PerformanceSink *sink)
{
	PerformanceWalk walk = {.performance = performance};
	FigureVisitor visitor = {add_node_targets, finish_node, &walk};
	FigureFinder finder;
	const PerformanceRow *row;

	walk.cards = palloc0((TREE_MAX_DEPTH + 1) * sizeof(RowList));
	spill_begin(&walk.stack, sizeof(PerformanceRow));
	spill_begin(&walk.stacked_cards, sizeof(RollupRow));
	begin_finder(&finder, &performance->periods, performance->rollup.cells,
				 performance->rollup.shift);
	roll_up_figures(&finder, &performance->rollup, &visitor);
	while ((row = spill_pop(&walk.stack)) != NULL)
	{
		CHECK_FOR_INTERRUPTS();
		return_performance_row(sink, &walk, row);
	}
	spill_end(&walk.stack);
	spill_end(&walk.stacked_cards);
}

/*
 * Arguments.
 */

/* (figures, grains, term, tree, calendar, targets, as_of, by, cuts) */
#define TREE 3
#define CALENDAR 4
#define TARGETS 5
#define AS_OF 6
#define BY 7
#define CUTS 8

/* From (figures, targets, grains, term, tree, calendar, ...). */
static void
move_targets_behind(FunctionCallInfo fcinfo)
{
	NullableDatum targets = fcinfo->args[1];

	memmove(fcinfo->args + 1, fcinfo->args + 2, (TARGETS - 1) * sizeof(NullableDatum));
	fcinfo->args[TARGETS] = targets;
}

/* Add a root, unless it is one; nodes that are numbers come in their order. */
static void
add_root(TreeState *state, const Key *key)
{
	uint32		before = state->keys.count;
	int64		id = number_of_key(&state->keys, key);
	bool		is_new = keys_are_numbered(&state->keys) ? state->keys.count > before
		: state->nodes == 0 || state->node[state->nodes - 1].id != id;

	if (is_new)
		add_tree_node(state, id, true, 0, 1.0);
}

/* The targets from one on as roots; of nodes that are numbers, those up to another node. */
static int32
add_target_roots(TreeState *state, const PlanTargets *targets, const KeyDictionary *keys, int32 i,
				 int64 last)
{
	for (; i < targets->entries; i++)
	{
		int64		node = targets->entry[i].node;
		Key			key = key_of_place(keys, node);

		CHECK_FOR_INTERRUPTS();
		if (keys->kind == KEYS_NUMBER && node > last)
			break;
		if (i == 0 || targets->entry[i - 1].node != node)
			add_root(state, &key);
	}
	return i;
}

/* Without a tree all nodes of figures and targets are roots. */
static const PlanTree *
tree_of_roots(const Performance *performance)
{
	const Rollup *rollup = &performance->rollup;
	const PlanTargets *targets = performance->targets;
	KeyDictionary keys = cells_keys(&figure_cells, rollup->cells);
	KeyDictionary target_keys = targets_keys(targets);
	KeyKind		kind = kind_of_nodes(keys.kind);
	TreeState	state;
	int32		target = 0;

	init_tree_state(&state, false, kind != KEYS_NONE ? kind : target_keys.kind);
	for (int32 begin = 0; begin < rollup->cells->cells; begin = end_of_node(rollup, begin))
	{
		Key			key =
			key_of_place(&keys, cells_cell(&figure_cells, rollup->cells, begin)->node);

		CHECK_FOR_INTERRUPTS();
		if (keys_are_pairs(keys.kind))
			key = key_pair(keys.kind, &key, keys.type).node;
		if (kind == KEYS_NUMBER)
			target = add_target_roots(&state, targets, &target_keys, target, key.number);
		add_root(&state, &key);
	}
	(void) add_target_roots(&state, targets, &target_keys, target, PG_INT64_MAX);
	return tree_from_state(&state, NULL);
}

/* The kinds of nodes go together. */
static void
check_kinds(const Performance *performance, const PerformanceSink *sink)
{
	KeyDictionary target_keys = targets_keys(performance->targets);
	KeyKind		kind = kind_of_nodes(cells_kind(performance->rollup.cells));

	check_key_type(target_keys.kind, &sink->all.type, "nodes", "plan_targets", "plan_performance");
	if (performance->rollup.tree != NULL)
	{
		KeyKind		tree_kind = tree_keys(performance->rollup.tree).kind;

		if (kind == KEYS_NONE || tree_kind == KEYS_NONE)
			kind = tree_kind;
	}
	if (kind != KEYS_NONE && target_keys.kind != KEYS_NONE && kind != target_keys.kind)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("nodes of the plan_targets are %s, those of the plan_figure_cube %s",
						key_kind_name(target_keys.kind), key_kind_name(kind))));
}

/* The periods of figures and targets; false where there are none. */
static bool
find_periods_of_both(Performance *performance)
{
	FigurePeriods *periods = &performance->periods;
	MonthSpan	span,
				targets;

	begin_cube_periods(periods, &performance->rollup);
	span = months_of_cube(&performance->rollup, &periods->last_month);
	targets = months_of_targets(performance);
	if (targets.first < targets.end)
		performance->weighed = (MonthSpan) {12 * calendar_floor(targets.first, 12), targets.end};
	span.first = Min(span.first, targets.first);
	span.end = Max(span.end, targets.end);
	if (span.first >= span.end)
		return false;
	if (performance->by == BY_LAST_YEAR)
	{
		/* The months of a target are needed whatever is asked for. */
		periods->grains[ROW_MONTH] = periods->has_whole_priors = true;
		periods->has_term = false;
	}
	begin_figure_periods(periods, span.first, span.end - 1);
	mark_cells(periods, &performance->rollup);
	mark_targets(performance);
	return true;
}

/* The day given, or the last one of the last month with figures: of none, the day before all. */
static int32
as_of_argument(FunctionCallInfo fcinfo, const Performance *performance)
{
	int32		last_month = performance->periods.last_month;

	if (!PG_ARGISNULL(AS_OF))
		return day_checked(PG_GETARG_DATEADT(AS_OF));
	if (last_month == PG_INT32_MIN)
		return PG_INT32_MIN;
	return calendar_month_start(&performance->periods.rule, last_month + 1) - 1;
}

static void
read_options(FunctionCallInfo fcinfo, Performance *performance)
{
	performance->by = PG_ARGISNULL(BY) ? BY_EQUAL : word_argument(fcinfo, BY, &spread_by_words);
	performance->cuts = cuts_argument(fcinfo, CUTS);
	performance->calendar = (Calendar) {.rule = performance->rollup.rule};
	if (!PG_ARGISNULL(CALENDAR))
		performance->calendar = calendar_argument(fcinfo, CALENDAR);
}

static Datum
return_performance(FunctionCallInfo fcinfo, int key)
{
	Performance performance;
	PerformanceSink sink;

	memset(&performance, 0, sizeof(performance));
	memset(&sink, 0, sizeof(sink));
	move_targets_behind(fcinfo);
	if (!begin_rollup(fcinfo, &performance_function, key, &performance.rollup, &sink.all) ||
		PG_ARGISNULL(TARGETS))
		PG_RETURN_NULL();
	performance.targets = PG_GETARG_PLAN_TARGETS_P(TARGETS);
	check_kinds(&performance, &sink);
	begin_sink(&sink);
	read_options(fcinfo, &performance);
	if (!find_periods_of_both(&performance))
		PG_RETURN_NULL();
	performance.as_of = as_of_argument(fcinfo, &performance);
	number_periods(&performance.periods);
	if (performance.rollup.tree == NULL)
		performance.rollup.tree = tree_of_roots(&performance);
	sink.all.keys = tree_keys(performance.rollup.tree);
	find_targets(&performance);
	set_month_weights(&performance);
	return_rows(&performance, &sink);
	PG_RETURN_NULL();
}

/*
 * (figures, targets, grains, term, tree, calendar, as_of, by, cuts); the first two must be given.
 */
PG_FUNCTION_INFO_V1(plan_performance);
Datum
plan_performance(PG_FUNCTION_ARGS)
{
	return return_performance(fcinfo, PG_NARGS());
}

/* (key, figures, targets, grains, term, tree, calendar, as_of, by, cuts) */
PG_FUNCTION_INFO_V1(plan_performance_as);
Datum
plan_performance_as(PG_FUNCTION_ARGS)
{
	return return_performance(fcinfo, move_key_behind(fcinfo));
}
