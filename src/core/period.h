/*
 * period.h
 *		Spans of days with calendar names.
 */
#ifndef TNPLAN_CORE_PERIOD_H
#define TNPLAN_CORE_PERIOD_H

#include <stddef.h>

#include "core/calendar.h"
#include "core/error.h"
#include "core/word.h"

/* Of the binary format. */
#define PERIOD_VERSION 1

typedef struct Period
{
	int32_t		first;			/* first day */
	int32_t		end;			/* day after the last */
} Period;

/* From the finest; the last two are not units of the calendar. */
typedef enum Grain
{
	GRAIN_DAY,
	GRAIN_WEEK,
	GRAIN_MONTH,
	GRAIN_QUARTER,
	GRAIN_HALF,
	GRAIN_YEAR,
	GRAIN_TERM,					/* whole years, two or more */
	GRAIN_SPAN					/* anything else */
} Grain;

/* Room for any period as text, with its NUL. */
#define PERIOD_TEXT_SIZE 48

/*
 * A period as one word.  Words compare as signed integers in the order of periods: by first
 * day, then the longer first.
 */
static inline int64_t
period_pack(Period period)
{
	return (int64_t) ((uint64_t) (uint32_t) period.first << 32 |
					  ((uint32_t) INT32_MAX - (uint32_t) period.end));
}

static inline Period
period_unpack(int64_t packed)
{
	Period		period;

	period.first = (int32_t) (packed >> 32);
	period.end = (int32_t) ((uint32_t) INT32_MAX - (uint32_t) packed);
	return period;
}

static inline bool
period_is_valid(Period period)
{
	return period.first >= GREGORIAN_FIRST_DAY && period.first < period.end &&
		period.end <= GREGORIAN_END_DAY;
}

static inline bool
period_has_day(Period period, int32_t day)
{
	return day >= period.first && day < period.end;
}

static inline bool
period_contains(Period outer, Period inner)
{
	return inner.first >= outer.first && inner.end <= outer.end;
}

static inline int32_t
period_days(Period period)
{
	return (int32_t) ((int64_t) period.end - period.first);
}

/* Number of days of a period up to and including a day. */
static inline int32_t
period_days_until(Period period, int32_t day)
{
	if (day < period.first)
		return 0;
	return (int32_t) ((day < period.end ? (int64_t) day + 1 : period.end) - period.first);
}

/* Whether a year could be a month without its dash, as 202209: it is not read or written. */
static inline bool
period_year_is_ambiguous(int32_t year)
{
	return year >= 100000 && year <= 999999 && year % 100 >= 1 && year % 100 <= 12;
}

extern PlanError period_from_days(int64_t first, int64_t end, Period *period);
extern PlanError period_from_months(int64_t first, int64_t end, Period *period);
extern PlanError period_from_week(int32_t year, int32_t week, Period *period);
extern void period_iso_week(int32_t monday, int32_t *year, int32_t *week);
extern int32_t period_weeks_in_year(int32_t year);
extern PlanError period_read(const char *text, Period *period);
extern bool period_skip_dash(const char **cursor);
extern size_t period_write(char *out, Period period);
extern size_t period_write_fiscal(char *out, Period period, const CalendarRule *rule);
extern size_t period_write_by_calendar(char *out, Period period, const CalendarRule *rule);
extern PlanError period_read_fiscal(const char *text, const CalendarRule *rule, Period *period);

extern const WordTable grain_words;
extern const char *grain_name(Grain grain);
extern int32_t grain_months(Grain grain);

extern PlanError period_of_day(int32_t day, Grain grain, const CalendarRule *rule, Period *period);
extern PlanError period_of_year(int64_t number, Period *period);
extern PlanError period_from_rule_months(const CalendarRule *rule, int64_t first, int64_t end,
										 Period *period);
extern Grain period_grain(Period period, const CalendarRule *rule);
extern bool period_has_whole_months(Period period);
extern bool period_rule_months(Period period, const CalendarRule *rule, int32_t *first,
							   int32_t *end);
extern PlanError period_shift(Period period, int32_t by, const CalendarRule *rule, Period *result);
extern PlanError period_shift_by(Period period, int32_t by, Grain unit, const CalendarRule *rule,
								 Period *result);
extern PlanError period_prior_year(Period period, const CalendarRule *rule, Period *result);
extern PlanError period_parent(Period period, Grain grain, const CalendarRule *rule,
							   Period *parent);
extern int	period_ancestors(Period period, const Period *term, const CalendarRule *rule,
							 Period *ancestors, Grain *grains);
extern Period period_take_unit(Period *rest, Grain grain, const CalendarRule *rule);
extern int64_t period_count_subperiods(Period period, Grain grain, const CalendarRule *rule);
extern PlanError period_same_part(Period period, Period earlier, int32_t as_of,
								  const CalendarRule *rule, Period *part);

/* A period itself, its month, quarter, half and year, and the term. */
#define MAX_ANCESTORS 6

/*
 * The unit of a number of months of the standard calendar that contains a day.  False if it
 * extends beyond the calendar, by less than a year, so that its days still fit.
 */
static inline bool
period_of_months(int32_t day, int32_t months, Period *period)
{
	int32_t		month = gregorian_month(day);
	int32_t		start = month - gregorian_month_modulo(month, months);
	int64_t		first = gregorian_month_start(start);
	int64_t		end = gregorian_month_start(start + months);

	period->first = (int32_t) first;
	period->end = (int32_t) end;
	return first >= GREGORIAN_FIRST_DAY && end <= GREGORIAN_END_DAY;
}

#endif							/* TNPLAN_CORE_PERIOD_H */
