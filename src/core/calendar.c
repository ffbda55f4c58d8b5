/*
 * calendar.c
 *		Fiscal years and months, weeks and working days.
 *
 * Years of 52 or 53 weeks: they end on the last such weekday of a month, or on the one nearest to a
 * day, as those of the National Retail Federation, which end on the Saturday nearest to 31 January.
 */
#include "core/calendar.h"

#include <stdlib.h>

#define DAYS_IN_WEEK 7
#define WEEKS_IN_QUARTER 13

/* The weeks of a quarter that have passed when its second and third months begin. */
static const int32_t weeks_before[][3] = {{0, 4, 8}, {0, 4, 9}, {0, 5, 9}};

bool
calendar_rule_is_valid(const CalendarRule *rule)
{
	if (rule->year > YEAR_TO_NEAREST_WEEKDAY || rule->month > 11 || rule->weekday > 6 ||
		rule->pattern > WEEKS_5_4_4 || rule->named_by_start > 1 || rule->reserved[0] != 0 ||
		rule->reserved[1] != 0)
		return false;
	switch (rule->year)
	{
		case YEAR_FROM_DAY:
			return rule->day <= 27 && rule->pattern == 0;
		case YEAR_TO_LAST_WEEKDAY:
			return rule->day == 0;
		default:
			/* In a year that is not a leap year. */
			return rule->day < gregorian_month_length(gregorian_year_start(2001) + rule->month);
	}
}

/*
 * Years of weeks.
 */

/* The day after the last of the year that ends in, or about the end of, a Gregorian year. */
static int64_t
end_of_weeks(const CalendarRule *rule, int32_t year)
{
	int32_t		month = gregorian_year_start(year) + rule->month;
	int64_t		latest;			/* that the last day may be */

	if (rule->year == YEAR_TO_LAST_WEEKDAY)
		latest = gregorian_month_start(month + 1) - 1;
	else
		latest = gregorian_month_start(month) + rule->day + 3;
	/* Weeks begin with the weekday: the day after the last is one. */
	latest++;
	return latest - (gregorian_weekday(latest) - rule->weekday + DAYS_IN_WEEK) % DAYS_IN_WEEK;
}

/* Whether years of weeks have the number of the Gregorian year that they begin about. */
static bool
begins_about_january(const CalendarRule *rule)
{
	return rule->month == 11 && (rule->year == YEAR_TO_LAST_WEEKDAY || rule->day == 30);
}

/* The Gregorian year in which the year of a number, from 0 for that of month 0, ends. */
static int32_t
ending_year(const CalendarRule *rule, int32_t number)
{
	return 2000 + number + !begins_about_january(rule);
}

static int32_t
number_of_ending_year(const CalendarRule *rule, int32_t year)
{
	return year - 2000 - !begins_about_january(rule);
}

/* The Gregorian year in which the year of weeks of a day ends, and the first day of it. */
static int32_t
find_year_of_weeks(const CalendarRule *rule, int32_t day, int64_t *start)
{
	/* The end that is most likely the last before the day. */
	int32_t		before = gregorian_year_of(gregorian_month(day)) - (rule->month >= 6);

	*start = end_of_weeks(rule, before);
	while (day < *start)
		*start = end_of_weeks(rule, --before);
	while (day - *start >= 52 * DAYS_IN_WEEK)
	{
		int64_t		end = end_of_weeks(rule, before + 1);

		if (day < end)
			break;
		*start = end;
		before++;
	}
	return before + 1;
}

/* The first week of a month, counted from the beginning of its year. */
static int32_t
first_week_of_month(const CalendarRule *rule, int32_t in_year)
{
	return in_year / 3 * WEEKS_IN_QUARTER + weeks_before[rule->pattern][in_year % 3];
}

/* The month in its year of a day, so many days behind the first; the last has the 53rd week. */
static int32_t
month_in_year_of_weeks(const CalendarRule *rule, int32_t days)
{
	int32_t		week = days / DAYS_IN_WEEK;
	int32_t		quarter = week / WEEKS_IN_QUARTER < 3 ? week / WEEKS_IN_QUARTER : 3;
	int32_t		in_quarter = week - quarter * WEEKS_IN_QUARTER;
	const int32_t *before = weeks_before[rule->pattern];

	return 3 * quarter + (in_quarter >= before[1]) + (in_quarter >= before[2]);
}

static int32_t
month_of_weeks(const CalendarRule *rule, int32_t day)
{
	int64_t		start;
	int32_t		year = find_year_of_weeks(rule, day, &start);

	return 12 * number_of_ending_year(rule, year) +
		month_in_year_of_weeks(rule, (int32_t) (day - start));
}

/* The unit of a number of months, in years of weeks, that contains a day. */
static void
unit_of_weeks(const CalendarRule *rule, int32_t day, int32_t months, int64_t *first, int64_t *end)
{
	int64_t		start;
	int32_t		year = find_year_of_weeks(rule, day, &start);
	int32_t		in_year = month_in_year_of_weeks(rule, (int32_t) (day - start));

	in_year -= in_year % months;
	*first = start + first_week_of_month(rule, in_year) * DAYS_IN_WEEK;
	*end = in_year + months == 12 ? end_of_weeks(rule, year)
		: start + first_week_of_month(rule, in_year + months) * DAYS_IN_WEEK;
}

static int64_t
start_of_weeks(const CalendarRule *rule, int32_t month)
{
	int32_t		number = calendar_floor(month, 12);
	int32_t		in_year = month - 12 * number;

	return end_of_weeks(rule, ending_year(rule, number) - 1) +
		first_week_of_month(rule, in_year) * DAYS_IN_WEEK;
}

/*
 * Months and weeks.
 */

/* The number of the month that contains a day. */
int32_t
calendar_month(const CalendarRule *rule, int32_t day)
{
	GregorianDate date;

	if (calendar_has_years_of_weeks(rule))
		return month_of_weeks(rule, day);
	date = gregorian_date(day);
	return date.month - (date.day <= rule->day) - rule->month;
}

/* The first day of a month by its number. */
int64_t
calendar_month_start(const CalendarRule *rule, int32_t month)
{
	if (calendar_has_years_of_weeks(rule))
		return start_of_weeks(rule, month);
	return gregorian_month_start(month + rule->month) + rule->day;
}

/* The first day, and the day after the last, of the unit of a divisor of 12 months. */
void
calendar_unit(const CalendarRule *rule, int32_t day, int32_t months, int64_t *first, int64_t *end)
{
	int32_t		start;

	if (calendar_has_years_of_weeks(rule))
	{
		unit_of_weeks(rule, day, months, first, end);
		return;
	}
	start = months * calendar_floor(calendar_month(rule, day), months);
	*first = calendar_month_start(rule, start);
	*end = calendar_month_start(rule, start + months);
}

int64_t
calendar_week_start(const CalendarRule *rule, int32_t day)
{
	return (int64_t) day -
		(gregorian_weekday(day) - rule->weekday + DAYS_IN_WEEK) % DAYS_IN_WEEK;
}

/*
 * Whether months are the same days under two rules: then a month has the number under the first and
 * that plus the shift under the second.
 */
bool
calendar_rules_agree(const CalendarRule *from, const CalendarRule *to, int32_t *shift)
{
	if (from->year != to->year || from->day != to->day)
		return false;
	*shift = 0;
	if (from->year == YEAR_FROM_DAY)
	{
		*shift = from->month - to->month;
		return true;
	}
	return from->month == to->month && from->weekday == to->weekday &&
		from->pattern == to->pattern;
}

/* Whether fiscal years lie in two calendar years each. */
bool
calendar_year_is_split(const CalendarRule *rule)
{
	return rule->year == YEAR_FROM_DAY ? rule->month != 0 || rule->day != 0
		: !begins_about_january(rule);
}

/* The astronomical year that names the fiscal year of a month. */
int32_t
calendar_year_name(const CalendarRule *rule, int32_t month)
{
	int32_t		number = calendar_floor(month, 12);

	return 2000 + number + (calendar_year_is_split(rule) && !rule->named_by_start);
}

/* The first month of the fiscal year of a name. */
int32_t
calendar_year_named(const CalendarRule *rule, int32_t name)
{
	return 12 * (name - calendar_year_name(rule, 0));
}

/*
 * Working days.
 */

/* Halves of days that weekdays have, from a fixed Monday up to a day. */
static int64_t
weekday_halves_before(const Calendar *calendar, int64_t day)
{
	int64_t		days = day + GREGORIAN_BASE_DAYS + 2;
	int64_t		week = 0,
				rest = 0;

	for (int weekday = 0; weekday < DAYS_IN_WEEK; weekday++)
	{
		if (weekday == days % DAYS_IN_WEEK)
			rest = week;
		week += calendar_weekday_halves(calendar, weekday);
	}
	return days / DAYS_IN_WEEK * week + rest;
}

static int64_t
weekday_halves(const Calendar *calendar, int64_t first, int64_t end)
{
	return weekday_halves_before(calendar, end) - weekday_halves_before(calendar, first);
}

/* The first span that ends after a day. */
static int32_t
first_span_after(const Calendar *calendar, int64_t day)
{
	int32_t		low = 0,
				high = calendar->spans;

	while (low < high)
	{
		int32_t		middle = low + (high - low) / 2;

		if (calendar->span[middle].end > day)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* Halves of working days from a day up to, but not including, another. */
int64_t
calendar_working_halves(const Calendar *calendar, int64_t first, int64_t end)
{
	static const int halves[NUM_DAY_KINDS] = {0, 2, 1};
	int64_t		sum;

	if (first >= end)
		return 0;
	sum = weekday_halves(calendar, first, end);
	for (int32_t i = first_span_after(calendar, first);
		 i < calendar->spans && calendar->span[i].first < end; i++)
	{
		const CalendarSpan *span = &calendar->span[i];
		int64_t		from = span->first > first ? span->first : first;
		int64_t		to = span->end < end ? span->end : end;

		sum += halves[span->kind] * (to - from) - weekday_halves(calendar, from, to);
	}
	return sum;
}

/*
 * Exceptional days.
 */

static int
compare_spans(const void *a, const void *b)
{
	const CalendarSpan *x = a;
	const CalendarSpan *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return (x->end > y->end) - (x->end < y->end);
}

/*
 * Put spans in order, each day once; those of one kind that overlap or adjoin become one.  A day of
 * two kinds is PLAN_DUPLICATE, and told.
 */
PlanError
calendar_order_spans(CalendarSpan *span, int32_t *spans, int32_t *failed)
{
	int32_t		kept = 0;

	if (*spans == 0)
		return PLAN_OK;
	qsort(span, *spans, sizeof(*span), compare_spans);
	for (int32_t i = 1; i < *spans; i++)
	{
		CalendarSpan *last = &span[kept];

		if (span[i].first < last->end && span[i].kind != last->kind)
		{
			*failed = span[i].first;
			return PLAN_DUPLICATE;
		}
		if (span[i].first <= last->end && span[i].kind == last->kind)
		{
			if (span[i].end > last->end)
				last->end = span[i].end;
		}
		else
			span[++kept] = span[i];
	}
	*spans = kept + 1;
	return PLAN_OK;
}

/* What is stored may be anything. */
bool
calendar_is_valid(const Calendar *calendar)
{
	int64_t		end = INT64_MIN;
	int32_t		kind = -1;
	uint32_t	rest = calendar->weekend ^ USUAL_WEEKEND;

	if (!calendar_rule_is_valid(&calendar->rule) || calendar->spans < 0 ||
		calendar->spans > CALENDAR_MAX_SPANS || rest >> 14 != 0)
		return false;
	for (int weekday = 0; weekday < DAYS_IN_WEEK; weekday++)
		if ((rest >> 2 * weekday & 3) == 3)
			return false;
	for (int32_t i = 0; i < calendar->spans; i++)
	{
		const CalendarSpan *span = &calendar->span[i];

		if (span->first < GREGORIAN_FIRST_DAY || span->first >= span->end ||
			span->end > GREGORIAN_END_DAY || span->kind < 0 || span->kind >= NUM_DAY_KINDS ||
			span->first < end || (span->first == end && span->kind == kind))
			return false;
		end = span->end;
		kind = span->kind;
	}
	return true;
}
