/*
 * cube_rollup.c
 *		The cells of a node merged into the periods that are asked for.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "cube_rollup.h"
#include "memory.h"

/*
 * Rows.
 */

RollupRow *
new_row(RowList *list)
{
	if (list->count == list->capacity)
	{
		list->capacity = Max(8, list->capacity * 2);
		list->row = list->row == NULL
			? palloc(list->capacity * sizeof(RollupRow))
			: reallocate_huge(list->row, list->count * sizeof(RollupRow),
							  list->capacity * sizeof(RollupRow));
	}
	return &list->row[list->count++];
}

/* Most rows are packed, and use less than half of their room. */
void
copy_row(RollupRow *to, const RollupRow *from)
{
	if (unlikely(from->is_wide))
		*to = *from;
	else
		memcpy(to, from, offsetof(RollupRow, card) + sizeof(PackedScorecard));
}

void
widen_row(RollupRow *row)
{
	Scorecard	wide;

	if (row->is_wide)
		return;
	memset(&wide, 0, sizeof(wide));
	if (scorecard_add_packed(&wide, &row->card.packed) != PLAN_OK)
		report_overflow("plan_cube");
	row->card.wide = wide;
	row->is_wide = true;
}

/* Pack a row if it fits. */
void
pack_row(RollupRow *row)
{
	PackedScorecard packed;

	if (row->is_wide && scorecard_pack(&packed, &row->card.wide))
	{
		row->card.packed = packed;
		row->is_wide = false;
	}
}

void
merge_row(RollupRow *sum, const RollupRow *row)
{
	PlanError	error;

	if (likely(!sum->is_wide && !row->is_wide &&
			   packed_add(&sum->card.packed, &row->card.packed)))
		return;
	widen_row(sum);
	error = row->is_wide ? scorecard_add(&sum->card.wide, &row->card.wide)
		: scorecard_add_packed(&sum->card.wide, &row->card.packed);
	if (error != PLAN_OK)
		report_overflow("plan_cube");
}

/* By period, then by grain. */
static inline int
compare_rows(const RollupRow *a, const RollupRow *b)
{
	if (a->period != b->period)
		return a->period < b->period ? -1 : 1;
	return (int) a->grain - (int) b->grain;
}

/*
 * Bringing rows into order: those of a node are a few runs, rising or, those of years to date,
 * falling.  Runs are merged two by two.
 */

/* The end of the run of rows that begins; one that falls is turned round. */
static int
end_of_run(RollupRow **rows, int begin, int count)
{
	int			end = begin + 1;

	if (end == count)
		return end;
	if (compare_rows(rows[begin], rows[end]) <= 0)
	{
		while (end < count && compare_rows(rows[end - 1], rows[end]) <= 0)
			end++;
		return end;
	}
	while (end < count && compare_rows(rows[end - 1], rows[end]) > 0)
		end++;
	for (int i = begin, j = end - 1; i < j; i++, j--)
	{
		RollupRow  *row = rows[i];

		rows[i] = rows[j];
		rows[j] = row;
	}
	return end;
}

/* Merge two runs, the second of which begins where the first ends. */
static void
merge_runs(RollupRow **to, RollupRow **rows, int begin, int middle, int end)
{
	int			i = begin;
	int			j = middle;

	for (int k = begin; k < end; k++)
		to[k] = j == end || (i < middle && compare_rows(rows[i], rows[j]) <= 0)
			? rows[i++] : rows[j++];
}

/* Sort rows with the help of as many again; the result is in one of the two. */
static RollupRow **
sorted_rows(RollupRow **rows, RollupRow **other, int count)
{
	int		   *starts = allocate_huge(((Size) count + 1) * sizeof(int));
	int			runs = 0;

	starts[0] = 0;
	while (starts[runs] < count)
	{
		int			end = end_of_run(rows, starts[runs], count);

		starts[++runs] = end;
	}
	while (runs > 1)
	{
		RollupRow **swapped = rows;
		int			merged = 0;

		CHECK_FOR_INTERRUPTS();
		for (int run = 0; run < runs; run += 2)
		{
			int			end = starts[Min(run + 2, runs)];

			merge_runs(other, rows, starts[run], starts[run + 1], end);
			starts[++merged] = end;
		}
		runs = merged;
		rows = other;
		other = swapped;
	}
	pfree(starts);
	return rows;
}

/* Add a row behind those in order, to the last if it is of its period and grain. */
static void
append_ordered(RowList *list, const RollupRow *row)
{
	if (list->count > 0 && compare_rows(&list->row[list->count - 1], row) == 0)
		merge_row(&list->row[list->count - 1], row);
	else
		copy_row(new_row(list), row);
}

/* Bring a list into order, those rows merged that are of one period and grain. */
void
put_in_order(RowList *list)
{
	RowList		ordered = {NULL, 0, list->count, 0};
	RollupRow **rows;
	RollupRow **sorted;

	if (list->ordered == list->count)
		return;
	rows = allocate_huge((Size) list->count * 2 * sizeof(RollupRow *));
	for (int i = 0; i < list->count; i++)
		rows[i] = &list->row[i];
	sorted = sorted_rows(rows, rows + list->count, list->count);
	ordered.row = allocate_huge(list->count * sizeof(RollupRow));
	for (int i = 0; i < list->count; i++)
		append_ordered(&ordered, sorted[i]);
	ordered.ordered = ordered.count;
	pfree(rows);
	pfree(list->row);
	*list = ordered;
}

/* The first row in order, from a place on, that is not before another; often it is the next. */
static int
place_from(const RowList *list, int place, const RollupRow *row)
{
	int			step = 1;
	int			end;

	while (place + step <= list->ordered && compare_rows(&list->row[place + step - 1], row) < 0)
	{
		place += step;
		step *= 2;
	}
	end = Min(place + step - 1, list->ordered);
	while (place < end)
	{
		int			middle = place + (end - place) / 2;

		if (compare_rows(&list->row[middle], row) < 0)
			place = middle + 1;
		else
			end = middle;
	}
	return place;
}

/*
 * Add the next row of another list that is in order: to the one of its period and grain, which is
 * sought from the place on, or at the end.
 */
void
add_ordered_row(RowList *list, int *place, const RollupRow *row)
{
	*place = place_from(list, *place, row);
	if (*place < list->ordered && compare_rows(&list->row[*place], row) == 0)
	{
		merge_row(&list->row[*place], row);
		return;
	}
	if (list->ordered == list->count && *place == list->ordered)
		*place = ++list->ordered;
	copy_row(new_row(list), row);
}

/*
 * The rows of a node.
 */

/* What a cell holds, as a row. */
static inline void
set_to_cell(RollupRow *row, const PlanCube *cube, int32 i)
{
	row->is_wide = cube->cell[i].key.overflow != 0;
	if (likely(!row->is_wide))
		row->card.packed = cube->cell[i].packed;
	else
		row->card.wide = cube_card(cube, i);
}

static inline void
merge_cell(RollupRow *sum, const PlanCube *cube, int32 i)
{
	RollupRow	row;

	if (likely(!sum->is_wide && cube->cell[i].key.overflow == 0 &&
			   packed_add(&sum->card.packed, &cube->cell[i].packed)))
		return;
	set_to_cell(&row, cube, i);
	merge_row(sum, &row);
}

/*
 * Years to date run on where a node has no further figures, to the end of the year but
 * not beyond the last month in which any node has: so that they add up in every month.
 */
static void
run_year_on(const Rollup *rollup, RowList *list, int32 from, int32 before, const RollupRow *sum)
{
	int32		year_start = start_of_months(rollup, from, 12);
	int32		end = Min(Min(year_start + 12, before), rollup->last_month + 1);
	Period		period = {(int32) gregorian_month_start(year_start), 0};

	if (gregorian_month_start(year_start) < GREGORIAN_FIRST_DAY)
		return;
	for (int32 month = from; month < end; month++)
	{
		period.end = (int32) gregorian_month_start(month + 1);
		if (is_in_term(rollup, period))
		{
			RollupRow  *row = new_row(list);

			copy_row(row, sum);
			row->period = period_pack(period);
			row->grain = ROW_YEAR_TO_DATE;
		}
	}
}

static void
add_years_to_date(const Rollup *rollup, RowList *list, int32 begin, int32 end)
{
	const PlanCube *cube = cube_of(rollup);
	const PlanCubeCell *cell = cube->cell;
	int32		year = PG_INT32_MIN;
	RollupRow	sum;

	for (int32 i = begin; i < end; i++)
	{
		int32		of_year = year_of_month(rollup, cell[i].key.month);

		CHECK_FOR_INTERRUPTS();
		if (of_year == year)
			merge_cell(&sum, cube, i);
		else
			set_to_cell(&sum, cube, i);
		year = of_year;
		run_year_on(rollup, list, cell[i].key.month,
					i + 1 < end ? cell[i + 1].key.month : PG_INT32_MAX, &sum);
	}
}

/*
 * The periods of a month, the coarser first, that do not hold the month before are behind all that
 * do: rows that are made from month to month are in order.
 */
static void
add_periods(const Rollup *rollup, RowList *list, int32 begin, int32 end)
{
	const PlanCube *cube = cube_of(rollup);
	int			last[NUM_ROW_GRAINS];	/* the last row of each grain, or -1 */

	memset(last, -1, sizeof(last));
	for (int32 i = begin; i < end; i++)
	{
		const MonthPeriods *periods = periods_of_month(rollup, cube->cell[i].key.month);

		CHECK_FOR_INTERRUPTS();
		for (int grain = 0; grain < NUM_ROW_GRAINS; grain++)
		{
			int64		period = periods->period[grain];
			RollupRow  *row;

			if (period == NO_PERIOD)
				continue;
			if (last[grain] >= 0 && list->row[last[grain]].period == period)
			{
				merge_cell(&list->row[last[grain]], cube, i);
				continue;
			}
			last[grain] = list->count;
			row = new_row(list);
			row->period = period;
			row->grain = grain;
			set_to_cell(row, cube, i);
		}
	}
}

/* Add the rows that a node's own cells make. */
void
add_own_rows(const Rollup *rollup, int32 begin, int32 end, RowList *list)
{
	bool		is_empty = list->count == 0;

	add_periods(rollup, list, begin, end);
	if (is_empty)
		list->ordered = list->count;
	if (rollup->grains[ROW_YEAR_TO_DATE])
		add_years_to_date(rollup, list, begin, end);
}

/*
 * Up the tree.
 */

/* Rows of children that are merged as soon as they have grown to so many. */
#define MIN_ROWS_TO_MERGE 1024

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

/*
 * Add a child's rows to those of its parent.  Most children have the same rows.  Where they differ,
 * many children make few different rows: these are merged each time that there are twice as many as
 * the time before.
 */
void
hand_up_rows(const PlanTree *tree, const TreeNode *node, const RowList *child, RowList *parent)
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
