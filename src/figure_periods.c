/*
 * figure_periods.c
 *		The periods that figures are asked for, numbered in the order of rows.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "cells.h"
#include "figure_periods.h"
#include "memory.h"

#define MONTHS_IN_YEAR 12

static inline int32
years_of(const FigurePeriods *periods)
{
	return periods->months / MONTHS_IN_YEAR;
}

/* The first month of a year, by its place. */
static inline int32
first_month_of(const FigurePeriods *periods, int32 year)
{
	return periods->first_month + MONTHS_IN_YEAR * year;
}

int32
months_of_row_grain(RowGrain grain)
{
	switch (grain)
	{
		case ROW_YEAR:
			return 12;
		case ROW_HALF:
			return 6;
		case ROW_QUARTER:
			return 3;
		case ROW_MONTH:
			return 1;
		default:
			return 0;
	}
}

Period
days_of_months(const CalendarRule *rule, MonthSpan span)
{
	Period		period = {(int32) calendar_month_start(rule, span.first),
	(int32) calendar_month_start(rule, span.end)};

	return period;
}

/*
 * Begin with the months between two; rule, grains, term and last month are set.  What is known of
 * them is marked next.
 */
void
begin_figure_periods(FigurePeriods *periods, int32 least_month, int32 greatest_month)
{
	/* A year behind the last, in which what precedes it is the year before. */
	int32		end = MONTHS_IN_YEAR * (calendar_floor(greatest_month, MONTHS_IN_YEAR) + 2);

	periods->first_month = MONTHS_IN_YEAR * calendar_floor(least_month, MONTHS_IN_YEAR);
	periods->months = end - periods->first_month;
	periods->known = allocate_huge_zero(CurrentMemoryContext, years_of(periods) * sizeof(uint16));
}

/* Something is known of the months of a span, as far as they lie between the two. */
void
mark_months(FigurePeriods *periods, MonthSpan span)
{
	int32		end = Min(span.end, periods->first_month + periods->months);

	for (int32 month = Max(span.first, periods->first_month); month < end; month++)
	{
		CHECK_FOR_INTERRUPTS();
		mark_month(periods, month);
	}
}

static bool
is_in_term_of(const FigurePeriods *periods, MonthSpan span)
{
	return !periods->has_term ||
		(span.first >= periods->term.first && span.end <= periods->term.end);
}

/* Whether the calendar has all days of a span. */
static bool
is_span_in_calendar(const FigurePeriods *periods, MonthSpan span)
{
	return is_month_in_calendar(&periods->rule, span.first) &&
		is_month_in_calendar(&periods->rule, span.end - 1);
}

/*
 * What a period is compared with: the term before a term, or the same months of the year before,
 * of a period that is not over as many as have passed.
 */
static void
set_prior(const FigurePeriods *periods, FigurePeriod *period)
{
	int32		by = period->grain == ROW_TERM ? period->span.end - period->span.first
		: MONTHS_IN_YEAR;

	period->is_cut = !periods->has_whole_priors && period->span.end - 1 > periods->last_month;
	period->prior.first = period->span.first - by;
	/* Where nothing has passed yet, or there are no figures at all, this is empty. */
	period->prior.end = (period->is_cut ? Max(periods->last_month, period->span.first - 1) + 1
						 : period->span.end) - by;
}

/* Add a period, unless it was the last one added of its grain. */
static void
add_period(FigurePeriods *periods, int32 *capacity, RowGrain grain, MonthSpan span)
{
	FigurePeriod *period;

	if (!is_in_term_of(periods, span) || !is_span_in_calendar(periods, span))
		return;
	if (periods->count > 0)
	{
		period = &periods->period[periods->count - 1];
		if (period->grain == grain && month_span_compare(period->span, span) == 0)
			return;
	}
	if (periods->count == *capacity)
	{
		*capacity = Max(64, *capacity * 2);
		periods->period = periods->period == NULL
			? allocate_huge(*capacity * sizeof(FigurePeriod))
			: reallocate_huge(periods->period, periods->count * sizeof(FigurePeriod),
							  *capacity * sizeof(FigurePeriod));
	}
	period = &periods->period[periods->count++];
	*period = (FigurePeriod) {.span = span,.grain = grain};
	set_prior(periods, period);
}

static MonthSpan
unit_of_month(int32 month, int32 months)
{
	int32		first = months * calendar_floor(month, months);

	return (MonthSpan) {first, first + months};
}

/* The periods that end with a month: the year until it, or the twelve months until it. */
static MonthSpan
span_to_month(RowGrain grain, int32 month)
{
	return (MonthSpan) {grain == ROW_YEAR_TO_DATE ? unit_of_month(month, MONTHS_IN_YEAR).first
		: month + 1 - MONTHS_IN_YEAR, month + 1};
}

/* Periods that run on where nothing more is known, but not behind the last month. */
static void
add_running_periods(FigurePeriods *periods, int32 *capacity, RowGrain grain, int32 year,
					int32 *last_known)
{
	for (int i = 0; i < MONTHS_IN_YEAR; i++)
	{
		int32		month = first_month_of(periods, year) + i;
		MonthSpan	span = span_to_month(grain, month);

		if (periods->known[year] >> i & 1)
			*last_known = month;
		if (*last_known >= span.first && month <= periods->last_month)
			add_period(periods, capacity, grain, span);
	}
}

static void
add_units(FigurePeriods *periods, int32 *capacity, RowGrain grain, int32 year)
{
	int32		months = months_of_row_grain(grain);

	for (int i = 0; i < MONTHS_IN_YEAR; i++)
		if (periods->known[year] >> i & 1)
			add_period(periods, capacity, grain,
					   unit_of_month(first_month_of(periods, year) + i, months));
}

/* The term, if something is known in it. */
static void
add_term(FigurePeriods *periods, int32 *capacity, int32 year)
{
	for (int i = 0; i < MONTHS_IN_YEAR; i++)
		if (periods->known[year] >> i & 1 &&
			span_has_month(periods->term, first_month_of(periods, year) + i))
			add_period(periods, capacity, ROW_TERM, periods->term);
}

static void
add_periods_of_grain(FigurePeriods *periods, int32 *capacity, RowGrain grain)
{
	int32		last_known = PG_INT32_MIN;

	for (int32 year = 0; year < years_of(periods); year++)
	{
		CHECK_FOR_INTERRUPTS();
		if (periods->start[year] == NO_NUMBER)
			continue;
		if (grain == ROW_TERM)
			add_term(periods, capacity, year);
		else if (months_of_row_grain(grain) > 0)
			add_units(periods, capacity, grain, year);
		else
			add_running_periods(periods, capacity, grain, year, &last_known);
	}
}

/* By period, then by grain: in the order of rows. */
static int
compare_periods(const void *a, const void *b)
{
	const FigurePeriod *one = a;
	const FigurePeriod *other = b;
	int			order = month_span_compare(one->span, other->span);

	CHECK_FOR_INTERRUPTS();
	return order != 0 ? order : (int) one->grain - (int) other->grain;
}

/*
 * Make room for the numbers of periods by month.  Years of which nothing is known, and nothing of
 * the year before, have none: a cube may have a month at each end of the calendar.
 */
static void
make_numbers(FigurePeriods *periods)
{
	int32		months = 0;

	periods->start = allocate_huge(years_of(periods) * sizeof(int32));
	for (int32 year = 0; year < years_of(periods); year++)
	{
		bool		is_needed = periods->known[year] != 0 ||
			(year > 0 && periods->known[year - 1] != 0);

		CHECK_FOR_INTERRUPTS();
		periods->start[year] = is_needed ? months : NO_NUMBER;
		months += is_needed ? MONTHS_IN_YEAR : 0;
	}
	for (int grain = ROW_TERM + 1; grain < NUM_ROW_GRAINS; grain++)
	{
		if (!periods->grains[grain])
			continue;
		periods->number[grain] = allocate_huge(((Size) months + 1) * sizeof(int32));
		memset(periods->number[grain], 0xff, months * sizeof(int32));
	}
	periods->term_number = NO_NUMBER;
}

/* Let the months of a period know its number: those that it holds or, where it runs, its last. */
static void
set_number(FigurePeriods *periods, int32 number)
{
	const FigurePeriod *period = &periods->period[number];
	RowGrain	grain = period->grain;
	int32		first = months_of_row_grain(grain) > 0 ? period->span.first : period->span.end - 1;

	if (grain == ROW_TERM)
	{
		periods->term_number = number;
		return;
	}
	for (int32 month = first; month < period->span.end; month++)
	{
		int32		place = month - periods->first_month;

		periods->number[grain][periods->start[place / MONTHS_IN_YEAR] + place % MONTHS_IN_YEAR] =
			number;
	}
}

/* Number the periods of what has been marked. */
void
number_periods(FigurePeriods *periods)
{
	int32		capacity = 0;

	make_numbers(periods);
	for (int grain = 0; grain < NUM_ROW_GRAINS; grain++)
		if (periods->grains[grain])
			add_periods_of_grain(periods, &capacity, (RowGrain) grain);
	if (periods->count > 0)
		qsort(periods->period, periods->count, sizeof(FigurePeriod), compare_periods);
	periods->unusual = palloc(((Size) NUM_ROW_GRAINS * 2 + 1) * sizeof(int32));
	for (int32 i = 0; i < periods->count; i++)
	{
		const FigurePeriod *period = &periods->period[i];

		set_number(periods, i);
		if (period->prior.end > period->prior.first &&
			(period->is_cut || period->grain == ROW_TERM))
			periods->unusual[periods->unusual_count++] = i;
	}
}
