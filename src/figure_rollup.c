/*
 * figure_rollup.c
 *		The figures of nodes over periods, from the cells of series, and up the tree.
 *
 * The months of one series make its figures by its kind; those of the series of a node, and of
 * its children, are put together by the rule across.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "figure_rollup.h"
#include "memory.h"

void
begin_finder(FigureFinder *finder, const FigurePeriods *periods, const PlanCells *cube, int32 shift)
{
	finder->periods = periods;
	finder->cube = cube;
	finder->keys = cells_keys(&figure_cells, cube);
	finder->shift = shift;
	finder->list = NULL;
	finder->place = allocate_huge(((Size) periods->count + 1) * sizeof(int32));
	memset(finder->place, 0xff, periods->count * sizeof(int32));
}

/* The places of a list, which may be changed without the finder after this. */
void
forget_list(FigureFinder *finder)
{
	FigureList *list = finder->list;

	for (int32 i = 0; list != NULL && i < list->count; i++)
		finder->place[list->sum[i].period] = NO_NUMBER;
	finder->list = NULL;
}

/* Begin with another node, in the memory of the last one. */
void
empty_list(FigureList *list)
{
	list->count = 0;
	list->series = 0;
	list->kind = (FigureKind) {0, 0};
	list->is_unlike = false;
}

static void
use_list(FigureFinder *finder, FigureList *list)
{
	if (finder->list == list)
		return;
	forget_list(finder);
	finder->list = list;
	for (int32 i = 0; i < list->count; i++)
		finder->place[list->sum[i].period] = i;
}

/* The sum of a period in a list, a new one if need be; it stays where it is until the next one. */
FigureSum *
find_sum(FigureFinder *finder, FigureList *list, int32 period)
{
	FigureSum  *sum;

	use_list(finder, list);
	if (likely(finder->place[period] != NO_NUMBER))
		return &list->sum[finder->place[period]];
	if (list->count == list->capacity)
	{
		list->capacity = Max(16, list->capacity * 2);
		list->sum = list->sum == NULL ? palloc(list->capacity * sizeof(FigureSum))
			: reallocate_huge(list->sum, list->count * sizeof(FigureSum),
							  list->capacity * sizeof(FigureSum));
	}
	finder->place[period] = list->count;
	sum = &list->sum[list->count++];
	memset(sum, 0, sizeof(*sum));
	sum->period = period;
	return sum;
}

/*
 * Series.
 */

/* The cells of one series. */
typedef struct Series
{
	FigureFinder *finder;
	FigureList *list;
	int32		begin;
	int32		end;
} Series;

static inline const StoredCell *
series_cell(const Series *series, int32 i)
{
	return cells_cell(&figure_cells, series->finder->cube, i);
}

/* Its month under the calendar of the periods. */
static inline int32
month_of_cell(const Series *series, int32 i)
{
	return series_cell(series, i)->month + series->finder->shift;
}

/* Months of a series that are put together. */
typedef struct SeriesFigure
{
	Figure		figure;
	int32		months;			/* with figures */
	FixedSum	earlier;		/* the last figures of earlier years, of what each counts anew */
	int32		earlier_day;	/* of the last of them, if has_earlier */
	bool		has_earlier;
} SeriesFigure;

static inline void
merge_month(const Series *series, SeriesFigure *sum, int32 i)
{
	const Figure *figure = cell_figure(series_cell(series, i));

	if (unlikely(figure_merge(&sum->figure, figure) != PLAN_OK))
		report_overflow("plan_figure_cube");
	sum->months += figure->count > 0;
}

static void
add_part(JoinedFigure *joined, double value, double weight)
{
	figure_parts_add(&joined->parts, (AcrossRule) joined->kind.across, value, weight);
}

/* The kind of what goes into a sum or a list. */
static inline void
join_kind(FigureKind *kind, bool *is_unlike, FigureKind part)
{
	if (kind->kind == 0)
		*kind = part;
	else if (part.kind != 0 && !figure_kinds_are_equal(*kind, part))
		*is_unlike = true;
}

/* The value of a figure; false where there is none. */
static bool
value_of_figure(const Series *series, const Figure *figure, double *value)
{
	PlanError	error = figure_value(figure, value);

	if (unlikely(error == PLAN_AMBIGUOUS))
	{
		Key			key = key_of_place(&series->finder->keys,
									   series_cell(series, series->begin)->node);

		report_ambiguous_figure(shown_node(series->finder->keys.kind, &key), figure);
	}
	return error == PLAN_OK;
}

/* The same of months that are put together, with what earlier years came to. */
static bool
value_of_months(const Series *series, const SeriesFigure *months, double *value)
{
	FixedSum	sum = months->earlier;

	if (!months->has_earlier)
		return value_of_figure(series, &months->figure, value);
	if (value_of_figure(series, &months->figure, value) &&
		!fixedsum_add_any_double(&sum, *value))
		report_overflow("plan_figure_cube");
	*value = fixedsum_any_to_double(&sum);
	return true;
}

/* The last day of which a figure is known, where there is one. */
static int32
last_day_of_months(const SeriesFigure *months)
{
	return months->figure.count > 0 ? months->figure.last_day : months->earlier_day;
}

/* What a period is told by months of a series that lie within it. */
static void
tell_period(const Series *series, int32 period, const SeriesFigure *months)
{
	FigureSum  *sum = find_sum(series->finder, series->list, period);
	double		value;

	sum->is_there = true;
	join_kind(&sum->now.kind, &sum->now.is_unlike, months->figure.kind);
	if (months->months > 0 &&
		(sum->months == 0 || sum->last_day < last_day_of_months(months)))
		sum->last_day = last_day_of_months(months);
	sum->months += months->months;
	if (value_of_months(series, months, &value))
		add_part(&sum->now, value, 1.0);
}

/* What a period is told by the months before that it is compared with. */
static void
tell_next(const Series *series, int32 period, const SeriesFigure *months)
{
	double		value;

	if (months->months > 0 && value_of_months(series, months, &value))
	{
		FigureSum  *sum = find_sum(series->finder, series->list, period);

		join_kind(&sum->prior.kind, &sum->prior.is_unlike, months->figure.kind);
		add_part(&sum->prior, value, 1.0);
	}
}

/* The first cell of a series from a month on. */
static int32
cell_from_month(const Series *series, int32 month)
{
	int32		low = series->begin;
	int32		high = series->end;

	while (low < high)
	{
		int32		middle = low + (high - low) / 2;

		if (month_of_cell(series, middle) < month)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* What is counted anew each year begins again, in a term: its last figure is kept. */
static void
end_year(const Series *series, SeriesFigure *sum)
{
	Figure		next = {.kind = sum->figure.kind};
	double		value;

	if (figure_value_kind(sum->figure.kind) != VALUE_CUMULATIVE ||
		!value_of_figure(series, &sum->figure, &value))
		return;
	if (!fixedsum_add_any_double(&sum->earlier, value))
		report_overflow("plan_figure_cube");
	sum->has_earlier = true;
	sum->earlier_day = sum->figure.last_day;
	sum->figure = next;
}

static SeriesFigure
figure_of_span(const Series *series, MonthSpan span, bool is_term)
{
	int32		begin = cell_from_month(series, span.first);
	SeriesFigure sum;

	memset(&sum, 0, sizeof(sum));
	for (int32 i = begin; i < series->end && month_of_cell(series, i) < span.end; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (is_term && i > begin && calendar_floor(month_of_cell(series, i - 1), 12) !=
			calendar_floor(month_of_cell(series, i), 12))
			end_year(series, &sum);
		merge_month(series, &sum, i);
	}
	return sum;
}

/* The next period, a year later, that is compared with one of a grain that holds a month. */
static int32
period_after_year(const FigurePeriods *periods, RowGrain grain, int32 month)
{
	int32		number = number_of_period(periods, grain, month + 12);

	return number == NO_NUMBER || periods->period[number].is_cut ? NO_NUMBER : number;
}

/* Periods that divide years. */
static void
add_units(const Series *series, RowGrain grain)
{
	const FigurePeriods *periods = series->finder->periods;
	int32		months = months_of_row_grain(grain);
	int32		next;

	for (int32 i = series->begin; i < series->end; i = next)
	{
		int32		month = month_of_cell(series, i);
		int32		end = months * (calendar_floor(month, months) + 1);
		int32		now = number_of_period(periods, grain, month);
		int32		later = period_after_year(periods, grain, month);
		SeriesFigure sum;

		CHECK_FOR_INTERRUPTS();
		memset(&sum, 0, sizeof(sum));
		for (next = i; next < series->end && month_of_cell(series, next) < end; next++)
			if (now != NO_NUMBER || later != NO_NUMBER)
				merge_month(series, &sum, next);
		if (now != NO_NUMBER)
			tell_period(series, now, &sum);
		if (later != NO_NUMBER)
			tell_next(series, later, &sum);
	}
}

/* A period that ends with a month, and the one that ends a year later. */
static void
tell_running(const Series *series, RowGrain grain, int32 month, const SeriesFigure *sum)
{
	const FigurePeriods *periods = series->finder->periods;
	int32		now = number_of_period(periods, grain, month);
	int32		later = period_after_year(periods, grain, month);

	if (now != NO_NUMBER)
		tell_period(series, now, sum);
	if (later != NO_NUMBER)
		tell_next(series, later, sum);
}

/* Years to date run on to the end of the year where there are no further figures. */
static void
add_years_to_date(const Series *series)
{
	for (int32 i = series->begin; i < series->end;)
	{
		int32		month = month_of_cell(series, i);
		int32		end = 12 * (calendar_floor(month, 12) + 1);
		SeriesFigure sum;

		CHECK_FOR_INTERRUPTS();
		memset(&sum, 0, sizeof(sum));
		for (; month < end; month++)
		{
			if (i < series->end && month_of_cell(series, i) == month)
				merge_month(series, &sum, i++);
			tell_running(series, ROW_YEAR_TO_DATE, month, &sum);
		}
	}
}

/* Twelve months run on until the last figure is a year old. */
static void
add_rolling_years(const Series *series)
{
	int32		first = series->begin;	/* cell of the twelve months */

	for (int32 i = series->begin; i < series->end; i++)
	{
		int32		month = month_of_cell(series, i);
		int32		end = i + 1 < series->end ? Min(month_of_cell(series, i + 1), month + 12)
			: month + 12;

		CHECK_FOR_INTERRUPTS();
		for (; month < end; month++)
		{
			SeriesFigure sum;

			while (month_of_cell(series, first) <= month - 12)
				first++;
			memset(&sum, 0, sizeof(sum));
			for (int32 j = first; j <= i; j++)
				merge_month(series, &sum, j);
			tell_running(series, ROW_ROLLING_YEAR, month, &sum);
		}
	}
}

/* The term, and periods whose priors are cut: these are few. */
static void
add_unusual(const Series *series)
{
	const FigurePeriods *periods = series->finder->periods;

	if (periods->grains[ROW_TERM])
	{
		SeriesFigure sum = figure_of_span(series, periods->term, true);

		if (periods->term_number != NO_NUMBER && sum.figure.kind.kind != 0)
			tell_period(series, periods->term_number, &sum);
	}
	for (int32 i = 0; i < periods->unusual_count; i++)
	{
		int32		number = periods->unusual[i];
		SeriesFigure sum = figure_of_span(series, periods->period[number].prior,
										  periods->period[number].grain == ROW_TERM);

		tell_next(series, number, &sum);
	}
}

static void
add_series(FigureFinder *finder, int32 begin, int32 end, FigureList *list)
{
	const bool *grains = finder->periods->grains;
	Series		series = {finder, list, begin, end};

	list->series++;
	join_kind(&list->kind, &list->is_unlike,
			  cell_figure(cells_cell(&figure_cells, finder->cube, begin))->kind);
	for (int grain = 0; grain < NUM_ROW_GRAINS; grain++)
		if (grains[grain] && months_of_row_grain(grain) > 0)
			add_units(&series, grain);
	if (grains[ROW_YEAR_TO_DATE])
		add_years_to_date(&series);
	if (grains[ROW_ROLLING_YEAR])
		add_rolling_years(&series);
	add_unusual(&series);
}

/* The figures of a node's own series, of which it has the cells from one to another. */
void
add_figures_of_node(FigureFinder *finder, int32 begin, int32 end, FigureList *list)
{
	while (begin < end)
	{
		int64		node = cells_cell(&figure_cells, finder->cube, begin)->node;
		int32		next = begin + 1;

		while (next < end && cells_cell(&figure_cells, finder->cube, next)->node == node)
			next++;
		add_series(finder, begin, next, list);
		begin = next;
	}
}

/*
 * Lists.
 */

static int
compare_sums(const void *a, const void *b)
{
	return ((const FigureSum *) a)->period - ((const FigureSum *) b)->period;
}

/* From the first to the last period of a list; empty without sums. */
static void
periods_of_list(const FigureList *list, int32 *first, int32 *end)
{
	*first = PG_INT32_MAX;
	*end = 0;
	for (int32 i = 0; i < list->count; i++)
	{
		*first = Min(*first, list->sum[i].period);
		*end = Max(*end, list->sum[i].period + 1);
	}
}

/* Most nodes have sums of most periods between their first and last: places are then in order. */
#define MAX_PERIODS_PER_SUM 4

void
order_sums(FigureFinder *finder, FigureList *list)
{
	FigureSum  *ordered;
	int32		first,
				end,
				count = 0;

	periods_of_list(list, &first, &end);
	if (list->count < 2 || (end - first) / MAX_PERIODS_PER_SUM > list->count)
	{
		if (finder->list == list)
			forget_list(finder);
		if (list->count > 1)
			qsort(list->sum, list->count, sizeof(FigureSum), compare_sums);
		return;
	}
	use_list(finder, list);
	ordered = allocate_huge(list->capacity * sizeof(FigureSum));
	for (int32 period = first; period < end; period++)
		if (finder->place[period] != NO_NUMBER)
			ordered[count++] = list->sum[finder->place[period]];
	forget_list(finder);
	pfree(list->sum);
	list->sum = ordered;
}

/* The figure of what has been put together; false where there is none. */
bool
joined_figure(const JoinedFigure *joined, double *figure)
{
	PlanError	error;

	if (joined->is_unlike)
		return false;
	error = figure_parts_value(&joined->parts, (AcrossRule) joined->kind.across, figure);
	if (error == PLAN_OUT_OF_RANGE)
		report_overflow("plan_figure_cube");
	return error == PLAN_OK;
}

/* Share of the months of all series that have figures. */
double
coverage_of_sum(const FigureFinder *finder, const FigureList *list, const FigureSum *sum)
{
	MonthSpan	span = finder->periods->period[sum->period].span;

	return (double) sum->months / ((double) list->series * (span.end - span.first));
}

/* What has been put together in a child is one part of its parent. */
static void
hand_up_joined(const JoinedFigure *child, double weight, JoinedFigure *parent)
{
	double		figure;

	if (child->kind.kind == 0)
		return;
	join_kind(&parent->kind, &parent->is_unlike, child->kind);
	parent->is_unlike = parent->is_unlike || child->is_unlike;
	if (joined_figure(child, &figure))
		add_part(parent, figure, weight);
	/* Several that have no figure together have none with others. */
	else if (child->parts.count > 1 && child->kind.across == ACROSS_NONE)
		parent->parts.count += 2;
}

/* Add the figures of a child, which are complete, to those of its parent. */
void
hand_up_figures(FigureFinder *finder, const FigureList *child, double weight, FigureList *parent)
{
	parent->series += child->series;
	join_kind(&parent->kind, &parent->is_unlike, child->kind);
	parent->is_unlike = parent->is_unlike || child->is_unlike;
	for (int32 i = 0; i < child->count; i++)
	{
		const FigureSum *from = &child->sum[i];
		FigureSum  *to = find_sum(finder, parent, from->period);

		CHECK_FOR_INTERRUPTS();
		to->is_there = to->is_there || from->is_there;
		if (from->months > 0 && (to->months == 0 || to->last_day < from->last_day))
			to->last_day = from->last_day;
		to->months += from->months;
		hand_up_joined(&from->now, weight, &to->now);
		hand_up_joined(&from->prior, weight, &to->prior);
	}
}

/*
 * Up the tree.
 */

/* Sums for which memory is kept until the next node of a level. */
#define MAX_SUMS_KEPT 256

/*
 * From the last node on, which is done first: each has the figures of its own series and of its
 * children when it is visited.  One list for each level suffices.
 */
void
roll_up_figures(FigureFinder *finder, const Rollup *rollup, const FigureVisitor *visitor)
{
	const PlanTree *tree = rollup->tree;
	int32	   *cells = first_cells(rollup);
	FigureList *lists = palloc0((TREE_MAX_DEPTH + 1) * sizeof(FigureList));
	FigureFinder parents;		/* keeps its list while siblings are handed up */

	begin_finder(&parents, finder->periods, finder->cube, finder->shift);
	for (int32 place = tree->nodes - 1; place >= 0; place--)
	{
		const TreeNode *node = &tree->node[place];
		FigureList *list = &lists[node->level];

		CHECK_FOR_INTERRUPTS();
		if (parents.list == list)
			forget_list(&parents);
		if (cells[place] >= 0)
			add_figures_of_node(finder, cells[place], end_of_node(rollup, cells[place]), list);
		else if (list->series == 0)
			list->series = 1;	/* a leaf of which nothing is known */
		if (visitor->add != NULL)
			visitor->add(visitor->context, finder, place, list);
		order_sums(finder, list);
		visitor->done(visitor->context, finder, place, list);
		if (node->parent_place >= 0)
			hand_up_figures(&parents, list, tree->weighted ? node->weight : 1.0,
							&lists[node->level - 1]);
		empty_list(list);
		/* Without further siblings a long list may be the only one of its level. */
		if (place == node->parent_place + 1 && list->capacity > MAX_SUMS_KEPT)
		{
			pfree(list->sum);
			list->sum = NULL;
			list->capacity = 0;
		}
	}
	pfree(cells);
	pfree(lists);
}
