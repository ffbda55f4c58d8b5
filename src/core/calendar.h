/*
 * calendar.h
 *		How a house cuts time: fiscal years, weeks, working days.
 *
 * A CalendarRule says where years, months and weeks begin; a Calendar also which days are worked.
 *
 * Under a rule, months are numbered without gaps so that 12 of them from a multiple of 12 are a
 * year, 6 a half and 3 a quarter.  Month 0 is the first of the year that begins in 2000 or, where
 * years may begin at the end of the year before, nearest to the beginning of 2000.  The rule of all
 * zeros is the standard one: calendar years and months, and weeks from Monday.
 */
#ifndef TNPLAN_CORE_CALENDAR_H
#define TNPLAN_CORE_CALENDAR_H

#include "core/gregorian.h"

typedef enum CalendarYear
{
	YEAR_FROM_DAY = 0,			/* from a day of a month; months begin on that day too */
	YEAR_TO_LAST_WEEKDAY = 1,	/* 52 or 53 weeks, to the last such weekday of a month */
	YEAR_TO_NEAREST_WEEKDAY = 2 /* the same, to the one nearest to a day of a month */
} CalendarYear;

/* How many weeks the months of each quarter have; a 53rd week belongs to the last month. */
typedef enum WeekPattern
{
	WEEKS_4_4_5 = 0,
	WEEKS_4_5_4 = 1,
	WEEKS_5_4_4 = 2
} WeekPattern;

/* 8 bytes, stored as they are: never renumber. */
typedef struct CalendarRule
{
	uint8_t		year;			/* a CalendarYear */
	uint8_t		month;			/* in which years begin or, of weeks, end: 0 for January */
	uint8_t		day;			/* of that month, from 0, up to 27 where years begin on it */
	uint8_t		weekday;		/* with which weeks begin: 0 for Monday */
	uint8_t		pattern;		/* a WeekPattern; 0 where years are not of weeks */
	uint8_t		named_by_start; /* 1 if a year has the number of the one in which it begins */
	uint8_t		reserved[2];	/* always zero */
} CalendarRule;

static const CalendarRule standard_rule = {0};

#endif							/* TNPLAN_CORE_CALENDAR_H */
