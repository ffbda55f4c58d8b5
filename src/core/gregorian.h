/*
 * gregorian.h
 *		The proleptic Gregorian calendar, in days and months that are plain numbers.
 *
 * Days count from 2000-01-01, as PostgreSQL's dates do, and months from January 2000.
 * Years are astronomical: 0 is 1 BC.  The days taken are those of PostgreSQL's finite
 * dates, and the day after the last of them.
 *
 * From days to years and months: Neri and Schneider, "Euclidean affine functions and
 * their application to calendar algorithms", Software: Practice and Experience 53 (2023).
 * It needs multiplications only, which is what makes grouping by a period cheap.
 */
#ifndef TNPLAN_CORE_GREGORIAN_H
#define TNPLAN_CORE_GREGORIAN_H

#include <stdbool.h>
#include <stdint.h>

#define GREGORIAN_FIRST_DAY (-2451545)	/* 4714-11-24 BC */
#define GREGORIAN_END_DAY 2145031949 /* the day after 5874897-12-31 */
#define GREGORIAN_FIRST_YEAR (-4713)
#define GREGORIAN_LAST_YEAR 5874897

/* Counted from March of a year well before the first day. */
#define GREGORIAN_BASE_YEAR (-6000)
#define GREGORIAN_BASE_MONTHS ((2000 - GREGORIAN_BASE_YEAR) * 12)
#define GREGORIAN_DAYS_IN_400_YEARS 146097
#define GREGORIAN_BASE_DAYS (20 * GREGORIAN_DAYS_IN_400_YEARS - 60)

/* The mean year: 365.2425 days. */
#define GREGORIAN_DAYS_PER_YEAR (GREGORIAN_DAYS_IN_400_YEARS / 400.0)

typedef struct GregorianDate
{
	int32_t		month;			/* since January 2000 */
	int32_t		day;			/* of the month, from 1 */
} GregorianDate;

static inline GregorianDate
gregorian_date(int32_t day)
{
	uint64_t	quarters = 4 * (uint64_t) ((int64_t) day + GREGORIAN_BASE_DAYS) + 3;
	uint32_t	century = (uint32_t) (quarters / GREGORIAN_DAYS_IN_400_YEARS);
	uint32_t	in_century = (uint32_t) (quarters % GREGORIAN_DAYS_IN_400_YEARS) | 3;
	uint64_t	years = (uint64_t) 2939745 * in_century;
	uint32_t	year = 100 * century + (uint32_t) (years >> 32);
	uint32_t	day_of_year = (uint32_t) years / 2939745 / 4;	/* from 1 March */
	uint32_t	months = 2141 * day_of_year + 197913;
	GregorianDate date;

	/* January and February come out as months 13 and 14 of the year before. */
	date.month = (int32_t) (year * 12 + (months >> 16)) - 1 - GREGORIAN_BASE_MONTHS;
	date.day = (int32_t) ((months & 0xffff) / 2141) + 1;
	return date;
}

static inline int32_t
gregorian_month(int32_t day)
{
	return gregorian_date(day).month;
}

/* The first day of a month. */
static inline int64_t
gregorian_month_start(int32_t month)
{
	uint32_t	from_march = (uint32_t) (month + GREGORIAN_BASE_MONTHS - 2);
	uint32_t	year = from_march / 12;
	uint32_t	in_year = from_march % 12;

	return (int64_t) year * 365 + year / 4 - year / 100 + year / 400 +
		(153 * in_year + 2) / 5 - GREGORIAN_BASE_DAYS;
}

/* The nonnegative remainder of months by a divisor of 12. */
static inline int32_t
gregorian_month_modulo(int32_t month, int32_t divisor)
{
	return (int32_t) ((uint32_t) (month + GREGORIAN_BASE_MONTHS) % (uint32_t) divisor);
}

/* The astronomical year of a month, and the month in it, from 1. */
static inline int32_t
gregorian_year_of(int32_t month)
{
	return (int32_t) ((uint32_t) (month + GREGORIAN_BASE_MONTHS) / 12) + GREGORIAN_BASE_YEAR;
}

static inline int32_t
gregorian_month_of_year(int32_t month)
{
	return gregorian_month_modulo(month, 12) + 1;
}

/* The first month of an astronomical year. */
static inline int32_t
gregorian_year_start(int32_t year)
{
	return (year - 2000) * 12;
}

static inline int32_t
gregorian_month_length(int32_t month)
{
	return (int32_t) (gregorian_month_start(month + 1) - gregorian_month_start(month));
}

/* The number of an astronomical year in extract(year) and make_date(): -1 is 1 BC. */
static inline int32_t
gregorian_year_number(int32_t year)
{
	return year > 0 ? year : year - 1;
}

static inline int32_t
gregorian_year_of_number(int32_t number)
{
	return number > 0 ? number : number + 1;
}

/* The day of the week, from 0 for Monday. */
static inline int32_t
gregorian_weekday(int64_t day)
{
	return (int32_t) ((day + GREGORIAN_BASE_DAYS + 2) % 7);
}

/* The same day some years later; 29 February becomes the 28th if it must. */
static inline int64_t
gregorian_add_years(int32_t day, int32_t years)
{
	GregorianDate date = gregorian_date(day);
	int64_t		first = gregorian_month_start(date.month + 12 * years);
	int64_t		end = gregorian_month_start(date.month + 12 * years + 1);
	int64_t		same = first + date.day - 1;

	return same < end ? same : end - 1;
}

/* Number of whole years from a day to a later one. */
static inline int32_t
gregorian_whole_years(int32_t from, int32_t to)
{
	int32_t		years = (gregorian_month(to) - gregorian_month(from)) / 12;

	return gregorian_add_years(from, years) > to ? years - 1 : years;
}

#endif							/* TNPLAN_CORE_GREGORIAN_H */
