/*
 * figure_periods.h
 *		The periods that figures are asked for, numbered in the order of rows.
 *
 * A period is a span of months, which a calendar numbers without gaps (core/calendar.h).  There are
 * those alone that hold a month in which something is known of some node.
 */
#ifndef TNPLAN_FIGURE_PERIODS_H
#define TNPLAN_FIGURE_PERIODS_H

#include "calendar.h"
#include "core/targets.h"
#include "rollup.h"

#define NO_NUMBER (-1)

typedef struct FigurePeriod
{
	MonthSpan	span;
	MonthSpan	prior;			/* what it is compared with; empty where there is nothing */
	RowGrain	grain;
	bool		is_cut;			/* at the last month: `prior` is not as long */
} FigurePeriod;

typedef struct FigurePeriods
{
	CalendarRule rule;
	bool		grains[NUM_ROW_GRAINS];
	bool		has_term;
	MonthSpan	term;
	int32		last_month;		/* with a figure of any node; figures stop here */
	bool		has_whole_priors;	/* priors are not cut at the last month */
	/* Whole years, from the first month of one. */
	int32		first_month;
	int32		months;
	uint16	   *known;			/* of each year, a bit for each month in which something is known */
	/* Numbers by month, of years in which something is known and of those that follow. */
	int32	   *start;			/* of each year, where its months stand, or NO_NUMBER */
	int32	   *number[NUM_ROW_GRAINS]; /* of the period, or NO_NUMBER */
	int32		term_number;
	FigurePeriod *period;
	int32		count;
	int32	   *unusual;		/* the terms and cut periods, whose priors are found one by one */
	int32		unusual_count;
} FigurePeriods;

/* How many months the periods of a grain have; 0 where they do not divide years. */
extern int32 months_of_row_grain(RowGrain grain);

extern void begin_figure_periods(FigurePeriods *periods, int32 least_month, int32 greatest_month);
extern void mark_months(FigurePeriods *periods, MonthSpan span);
extern void number_periods(FigurePeriods *periods);
extern Period days_of_months(const CalendarRule *rule, MonthSpan span);

static inline bool
span_has_month(MonthSpan span, int32 month)
{
	return month >= span.first && month < span.end;
}

/* Something is known of a month, which lies between the least and the greatest. */
static inline void
mark_month(FigurePeriods *periods, int32 month)
{
	uint32		place = (uint32) (month - periods->first_month);

	periods->known[place / 12] |= (uint16) (1 << place % 12);
}

/* The number of the period of a grain that holds a month or, of those that run, ends with it. */
static inline int32
number_of_period(const FigurePeriods *periods, RowGrain grain, int32 month)
{
	uint32		place = (uint32) month - (uint32) periods->first_month;
	int32		start;

	if (grain == ROW_TERM)
		return span_has_month(periods->term, month) ? periods->term_number : NO_NUMBER;
	if (periods->number[grain] == NULL || place >= (uint32) periods->months)
		return NO_NUMBER;
	start = periods->start[place / 12];
	return start == NO_NUMBER ? NO_NUMBER : periods->number[grain][start + place % 12];
}

#endif							/* TNPLAN_FIGURE_PERIODS_H */
