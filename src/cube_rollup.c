/*
 * cube_rollup.c
 *		The cells of a node merged into the periods that are asked for.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "cube_rollup.h"
#include "memory.h"

RollupRow *
new_row(RowList *list)
{
	if (list->count == list->capacity)
	{
		list->capacity = Max(8, list->capacity * 2);
		list->row = list->row == NULL
			? palloc(list->capacity * sizeof(RollupRow))
			: reallocate_huge(list->row, list->capacity * sizeof(RollupRow));
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
int32
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
	sorted.row = allocate_huge(count * sizeof(RollupRow));
	for (int i = 0; i < count; i++)
		add_to_period(&sorted, rows[i]->grain, period_unpack(rows[i]->period), &rows[i]->card);
	return sorted;
}

/* The rows of a list in their order. */
RowList
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
void
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
void
cut_to_term(const Rollup *rollup, int32 *begin, int32 *end)
{
	const PlanCubeCell *cell = rollup->cube->cell;

	while (*begin < *end && !is_in_term(rollup, month_period(cell[*begin].key.month)))
		(*begin)++;
	while (*begin < *end && !is_in_term(rollup, month_period(cell[*end - 1].key.month)))
		(*end)--;
}

/* The end of the cells of the node that has the first one. */
int32
end_of_node(const PlanCube *cube, int32 begin)
{
	int32		end = begin + 1;

	while (end < cube->head.cells && cube->cell[end].key.node == cube->cell[begin].key.node)
		end++;
	return end;
}
