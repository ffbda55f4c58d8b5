/*
 * figure_rows.c
 *		A plan_figure_cube merged up the calendar and up the plan tree, as rows.
 *
 * Without a tree each node's rows are returned at once.  Up a tree the last node is done first:
 * rows wait on a stack that spills to disk.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"

#include "argument.h"
#include "figure_rollup.h"
#include "figure_rows.h"
#include "spill.h"

static const Word words_of_grains[] = {
	{"term", ROW_TERM},
	{"year", ROW_YEAR},
	{"year_to_date", ROW_YEAR_TO_DATE},
	{"rolling_year", ROW_ROLLING_YEAR},
	{"half", ROW_HALF},
	{"quarter", ROW_QUARTER},
	{"month", ROW_MONTH},
};

const WordTable figure_grain_words = WORD_TABLE("grain", words_of_grains,
												"Valid values are term, year, year_to_date, "
												"rolling_year, half, quarter and month.");

static const RollupFunction figure_rows_function = {
	.name = "plan_figure_rows",
	.type = &figure_cells,
	.grains = &figure_grain_words
};

/* Set up the periods of a cube, in which months have been read from it. */
void
begin_cube_periods(FigurePeriods *periods, const Rollup *rollup)
{
	memset(periods, 0, sizeof(*periods));
	periods->rule = rollup->rule;
	periods->has_term = rollup->has_term;
	periods->term = rollup->term_months;
	memcpy(periods->grains, rollup->grains, sizeof(periods->grains));
}

/* The span of the months of a cube, and the last of them with a figure; empty without cells. */
MonthSpan
months_of_cube(const Rollup *rollup, int32 *last_month)
{
	MonthSpan	span = {PG_INT32_MAX, PG_INT32_MIN};

	*last_month = PG_INT32_MIN;
	for (int32 i = 0; i < rollup->cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(&figure_cells, rollup->cells, i);
		int32		month = cell->month + rollup->shift;

		span.first = Min(span.first, month);
		span.end = Max(span.end, month + 1);
		if (cell_figure(cell)->count > 0)
			*last_month = Max(*last_month, month);
	}
	return span;
}

/* Cells are looked at one by one: what is known is known of their months. */
void
mark_cells(FigurePeriods *periods, const Rollup *rollup)
{
	for (int32 i = 0; i < rollup->cells->cells; i++)
		mark_month(periods, cells_cell(&figure_cells, rollup->cells, i)->month + rollup->shift);
}

/*
 * Returning rows.
 */

/* What a row says of figures, of a node at a place of the tree. */
typedef struct FigureRow
{
	int32		place;
	int32		period;
	FigureColumns columns;
} FigureRow;

FigureColumns
figure_columns(const FigureFinder *finder, const FigureList *list, const FigureSum *sum)
{
	FigureColumns columns = {.kind = sum->now.kind};

	if (sum->now.is_unlike)
		columns.kind = (FigureKind) {0, 0};
	columns.has_figure = joined_figure(&sum->now, &columns.figure);
	columns.has_prior = joined_figure(&sum->prior, &columns.prior);
	columns.has_day = sum->months > 0;
	columns.last_day = sum->last_day;
	columns.coverage = coverage_of_sum(finder, list, sum);
	return columns;
}

typedef struct FigureSink
{
	RollupSink	rollup;
	const FigurePeriods *periods;
	FigureKindNames kinds;
	SpillStack	stack;
} FigureSink;

/* A kind as a text, made once. */
Datum
figure_kind_datum(FigureKindNames *names, FigureKind kind)
{
	Datum	   *name = &names->name[kind.kind][kind.across];
	char		text[FIGURE_KIND_SIZE];

	if (*name == 0)
	{
		MemoryContext old = MemoryContextSwitchTo(names->context);

		figure_kind_write(text, kind);
		*name = CStringGetTextDatum(text);
		MemoryContextSwitchTo(old);
	}
	return *name;
}

/* By how much a figure is above the one before, and that in percent; NULL from 0 or across it. */
static void
set_change(const FigureColumns *columns, Datum *values, bool *nulls)
{
	double		change = columns->figure - columns->prior;
	double		percent = 100.0 * (change / fabs(columns->prior));

	nulls[0] = !columns->has_figure || !columns->has_prior || !isfinite(change);
	nulls[1] = nulls[0] || columns->prior == 0.0 || !isfinite(percent) ||
		(columns->figure != 0.0 && signbit(columns->figure) != signbit(columns->prior));
	values[0] = Float8GetDatum(change + 0.0);
	values[1] = Float8GetDatum(percent + 0.0);
}

static void
return_figure_row(FigureSink *sink, int64 id, const TreeNode *node, int32 number,
				  const FigureColumns *columns)
{
	const FigurePeriod *period = &sink->periods->period[number];
	Datum		values[ROLLUP_COLUMNS + 7];
	bool		nulls[ROLLUP_COLUMNS + 7] = {false};
	Datum	   *value = values + ROLLUP_COLUMNS;
	bool	   *null = nulls + ROLLUP_COLUMNS;

	set_rollup_columns(&sink->rollup, id, node,
					   period_pack(days_of_months(&sink->periods->rule, period->span)),
					   period->grain, values, nulls);
	null[0] = columns->kind.kind == 0;
	value[0] = null[0] ? 0 : figure_kind_datum(&sink->kinds, columns->kind);
	null[1] = !columns->has_figure;
	value[1] = Float8GetDatum(columns->figure);
	value[2] = Float8GetDatum(columns->coverage);
	null[3] = !columns->has_day;
	value[3] = DateADTGetDatum(columns->last_day);
	null[4] = !columns->has_prior;
	value[4] = Float8GetDatum(columns->prior);
	set_change(columns, value + 5, null + 5);
	tuplestore_putvalues(sink->rollup.rows.store, sink->rollup.rows.desc, values, nulls);
}

static void
return_flat_rows(const Rollup *rollup, FigureFinder *finder, FigureSink *sink)
{
	FigureList	list = {0};
	int32		next;

	for (int32 begin = 0; begin < rollup->cells->cells; begin = next)
	{
		int64		node = cells_cell(&figure_cells, rollup->cells, begin)->node;

		CHECK_FOR_INTERRUPTS();
		next = end_of_node(rollup, begin);
		empty_list(&list);
		add_figures_of_node(finder, begin, next, &list);
		order_sums(finder, &list);
		for (int32 i = 0; i < list.count; i++)
			if (list.sum[i].is_there)
			{
				FigureColumns columns = figure_columns(finder, &list, &list.sum[i]);

				return_figure_row(sink, node, NULL, list.sum[i].period, &columns);
			}
	}
}

/* Put the rows of a node on the stack, the last one first. */
static void
stack_figures(void *context, FigureFinder *finder, int32 place, FigureList *list)
{
	FigureSink *sink = context;

	for (int32 i = list->count - 1; i >= 0; i--)
		if (list->sum[i].is_there)
		{
			FigureRow  *row = spill_push(&sink->stack);

			row->place = place;
			row->period = list->sum[i].period;
			row->columns = figure_columns(finder, list, &list->sum[i]);
		}
}

static void
return_tree_rows(const Rollup *rollup, FigureFinder *finder, FigureSink *sink)
{
	FigureVisitor visitor = {.done = stack_figures,.context = sink};
	const FigureRow *row;

	spill_begin(&sink->stack, sizeof(FigureRow));
	roll_up_figures(finder, rollup, &visitor);
	while ((row = spill_pop(&sink->stack)) != NULL)
	{
		const TreeNode *node = &rollup->tree->node[row->place];

		CHECK_FOR_INTERRUPTS();
		return_figure_row(sink, node->id, node, row->period, &row->columns);
	}
	spill_end(&sink->stack);
}

static Datum
return_figures(FunctionCallInfo fcinfo, int key)
{
	Rollup		rollup;
	FigureSink	sink = {.kinds.context = CurrentMemoryContext};
	FigurePeriods periods;
	FigureFinder finder;
	MonthSpan	span;

	if (!begin_rollup(fcinfo, &figure_rows_function, key, &rollup, &sink.rollup) ||
		rollup.cells->cells == 0)
		PG_RETURN_NULL();
	begin_cube_periods(&periods, &rollup);
	span = months_of_cube(&rollup, &periods.last_month);
	if (periods.last_month == PG_INT32_MIN)
		periods.last_month = span.end - 1;
	begin_figure_periods(&periods, span.first, span.end - 1);
	mark_cells(&periods, &rollup);
	number_periods(&periods);
	sink.periods = &periods;
	begin_finder(&finder, &periods, rollup.cells, rollup.shift);
	if (rollup.tree == NULL)
		return_flat_rows(&rollup, &finder, &sink);
	else
		return_tree_rows(&rollup, &finder, &sink);
	PG_RETURN_NULL();
}

/* (cube, grains, term, tree, calendar); the cube must be given. */
PG_FUNCTION_INFO_V1(plan_figure_rows);
Datum
plan_figure_rows(PG_FUNCTION_ARGS)
{
	return return_figures(fcinfo, PG_NARGS());
}

/* (key, cube, grains, term, tree, calendar) */
PG_FUNCTION_INFO_V1(plan_figure_rows_as);
Datum
plan_figure_rows_as(PG_FUNCTION_ARGS)
{
	return return_figures(fcinfo, move_key_behind(fcinfo));
}
