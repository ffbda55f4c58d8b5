/*
 * calendar.h
 *		How a house cuts time: fiscal years, weeks, working days.
 *
 * A CalendarRule says where years, months and weeks begin; a Calendar also which days are worked.
 *
 * Under a rule, months are numbered without gaps, so that 12 of them from a multiple of 12 are a
 * year, 6 a half and 3 a quarter.  Month 0 is the first of the year that begins in 2000 or, of
 * years that may begin at the end of the year before, about the beginning of 2000.  The rule of all
 * zeros is the standard one: calendar years and months, and weeks from Monday.
 */
#ifndef TNPLAN_CORE_CALENDAR_H
#define TNPLAN_CORE_CALENDAR_H

#include <stddef.h>

#include "core/error.h"
#include "core/gregorian.h"

#define CALENDAR_VERSION 1

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
	uint8_t		day;			/* of that month, from 0; up to 27 where years begin on it */
	uint8_t		weekday;		/* with which weeks begin: 0 for Monday */
	uint8_t		pattern;		/* a WeekPattern; 0 where years are not of weeks */
	uint8_t		named_by_start; /* 1 if a year has the number of the one in which it begins */
	uint8_t		reserved[2];	/* always zero */
} CalendarRule;

static const CalendarRule standard_rule = {0};

/* What an exceptional day is. */
typedef enum DayKind
{
	DAY_HOLIDAY = 0,
	DAY_WORKING = 1,
	DAY_HALF = 2
} DayKind;

#define NUM_DAY_KINDS (DAY_HALF + 1)

/* 12 bytes, stored as they are. */
typedef struct CalendarSpan
{
	int32_t		first;
	int32_t		end;			/* day after the last */
	int32_t		kind;			/* a DayKind */
} CalendarSpan;

/*
 * The work of a weekday is counted in halves of a day: two bits each, from Monday, of what it is
 * less than two.  The usual weekend is stored as zero.
 */
#define USUAL_WEEKEND (2 << 10 | 2 << 12)

typedef struct Calendar
{
	CalendarRule rule;
	uint16_t	weekend;		/* of the bits above, those that differ from the usual ones */
	int32_t		spans;
	const CalendarSpan *span;	/* ascending, without common days */
} Calendar;

/* A calendar has no more exceptional spans than this. */
#define CALENDAR_MAX_SPANS 100000

/* Whether months begin on the first, so that a month is one of the Gregorian calendar. */
static inline bool
calendar_has_gregorian_months(const CalendarRule *rule)
{
	return rule->year == YEAR_FROM_DAY && rule->day == 0;
}

static inline bool
calendar_has_years_of_weeks(const CalendarRule *rule)
{
	return rule->year != YEAR_FROM_DAY;
}

/* Whole divisions that round down. */
static inline int32_t
calendar_floor(int32_t number, int32_t divisor)
{
	return number / divisor - (number % divisor < 0);
}

/* Halves of a day that are worked on a weekday. */
static inline int
calendar_weekday_halves(const Calendar *calendar, int weekday)
{
	int			rest = (calendar->weekend ^ USUAL_WEEKEND) >> 2 * weekday & 3;

	return rest < 2 ? 2 - rest : 0;
}

extern bool calendar_rule_is_valid(const CalendarRule *rule);
extern bool calendar_is_valid(const Calendar *calendar);
extern int32_t calendar_month(const CalendarRule *rule, int32_t day);
extern int64_t calendar_month_start(const CalendarRule *rule, int32_t month);
extern void calendar_unit(const CalendarRule *rule, int32_t day, int32_t months, int64_t *first,
						  int64_t *end);
extern int64_t calendar_week_start(const CalendarRule *rule, int32_t day);
extern bool calendar_rules_agree(const CalendarRule *from, const CalendarRule *to, int32_t *shift);
extern int32_t calendar_year_name(const CalendarRule *rule, int32_t month);
extern bool calendar_year_is_split(const CalendarRule *rule);
extern int32_t calendar_year_named(const CalendarRule *rule, int32_t name);
extern int64_t calendar_working_halves(const Calendar *calendar, int64_t first, int64_t end);
extern PlanError calendar_order_spans(CalendarSpan *span, int32_t *spans, int32_t *failed);

/* calendar_text.c */
extern int64_t calendar_count_spans(const char *text);
extern PlanError calendar_read(const char *text, Calendar *calendar, CalendarSpan *span,
							   int32_t *failed);
extern size_t calendar_text_size(const Calendar *calendar);
extern size_t calendar_write(char *out, const Calendar *calendar);

#endif							/* TNPLAN_CORE_CALENDAR_H */
