/*
 * period.c
 *		Making and writing periods.
 */
#include "core/period.h"

#include <string.h>

#include "core/text.h"

#define DAYS_IN_WEEK 7

PlanError
period_from_days(int64_t first, int64_t end, Period *period)
{
	if (first >= end)
		return PLAN_REVERSED;
	if (first < GREGORIAN_FIRST_DAY || end > GREGORIAN_END_DAY)
		return PLAN_BAD_DATE;
	period->first = (int32_t) first;
	period->end = (int32_t) end;
	return PLAN_OK;
}

/* Whether months are within the calendar, so that their days can be numbered. */
static bool
are_countable_months(int64_t first, int64_t end)
{
	return first >= gregorian_year_start(GREGORIAN_FIRST_YEAR) &&
		end <= gregorian_year_start(GREGORIAN_LAST_YEAR + 1);
}

/* From a month up to, but not including, another. */
PlanError
period_from_months(int64_t first, int64_t end, Period *period)
{
	if (!are_countable_months(first, end))
		return PLAN_BAD_DATE;
	return period_from_days(gregorian_month_start((int32_t) first),
							gregorian_month_start((int32_t) end), period);
}

/* The ISO 8601 year and number of the week of a Monday: those of its Thursday. */
void
period_iso_week(int32_t monday, int32_t *year, int32_t *week)
{
	int32_t		thursday = monday + 3;

	*year = gregorian_year_of(gregorian_month(thursday));
	*week =
		(int32_t) (thursday - gregorian_month_start(gregorian_year_start(*year))) / DAYS_IN_WEEK +
			1;
}

/* The Monday of the first week of a year, which contains 4 January. */
static int64_t
first_monday(int32_t year)
{
	int64_t		fourth = gregorian_month_start(gregorian_year_start(year)) + 3;

	return fourth - gregorian_weekday(fourth);
}

int32_t
period_weeks_in_year(int32_t year)
{
	return (int32_t) (first_monday(year + 1) - first_monday(year)) / DAYS_IN_WEEK;
}

PlanError
period_from_week(int32_t year, int32_t week, Period *period)
{
	int64_t		monday;

	if (week < 1 || week > period_weeks_in_year(year))
		return PLAN_BAD_DATE;
	monday = first_monday(year) + (int64_t) (week - 1) * DAYS_IN_WEEK;
	return period_from_days(monday, monday + DAYS_IN_WEEK, period);
}

/*
 * Writing.
 */

static int32_t
years_written(int32_t year)
{
	return year > 0 ? year : 1 - year;
}

/* A year of at least four digits. */
static char *
write_year_number(char *out, int32_t year)
{
	int32_t		number = years_written(year);

	return number < 10000 ? text_write_padded(out, (uint32_t) number, 4)
		: out + text_write_int64(out, number);
}

/* The era behind a name, and a NUL; returns the length of the whole. */
static size_t
end_name(char *out, char *end, int32_t year)
{
	const char *era = year > 0 ? "" : " BC";

	strcpy(end, era);
	return (size_t) (end - out) + strlen(era);
}

static size_t
write_unit(char *out, int32_t year, char unit, int width, int32_t number)
{
	char	   *p = write_year_number(out, year);

	*p++ = '-';
	*p++ = unit;
	return end_name(out, text_write_padded(p, (uint32_t) number, width), year);
}

static size_t
write_year(char *out, int32_t month)
{
	int32_t		year = gregorian_year_of(month);

	return end_name(out, write_year_number(out, year), year);
}

/* A month, or one of its days. */
static size_t
write_date(char *out, GregorianDate date, bool with_day)
{
	int32_t		year = gregorian_year_of(date.month);
	char	   *p = write_year_number(out, year);

	*p++ = '-';
	p = text_write_padded(p, (uint32_t) gregorian_month_of_year(date.month), 2);
	if (with_day)
	{
		*p++ = '-';
		p = text_write_padded(p, (uint32_t) date.day, 2);
	}
	return end_name(out, p, year);
}

static size_t
write_month(char *out, int32_t month)
{
	return write_date(out, (GregorianDate) {month, 1}, false);
}

static size_t
write_day(char *out, int32_t day)
{
	return write_date(out, gregorian_date(day), true);
}

static size_t
write_separator(char *out, const char *separator)
{
	size_t		length = strlen(separator);

	memcpy(out, separator, length);
	return length;
}

/* Whether a period consists of whole months. */
bool
period_has_whole_months(Period period)
{
	return gregorian_date(period.first).day == 1 && gregorian_date(period.end).day == 1;
}

/*
 * The months of a rule that a period consists of, from one up to, but not including, another.
 */
bool
period_rule_months(Period period, const CalendarRule *rule, int32_t *first, int32_t *end)
{
	*first = calendar_month(rule, period.first);
	if (calendar_month_start(rule, *first) != period.first)
		return false;
	*end = calendar_month(rule, period.end - 1) + 1;
	return calendar_month_start(rule, *end) == period.end;
}

/* The grain of so many months from a month on. */
static Grain
grain_of_months(int32_t first, int32_t months)
{
	for (Grain grain = GRAIN_MONTH; grain <= GRAIN_YEAR; grain++)
		if (months == grain_months(grain))
			return first % months == 0 ? grain : GRAIN_SPAN;
	return months % 12 == 0 && first % 12 == 0 ? GRAIN_TERM : GRAIN_SPAN;
}

/* The grain of a period under a rule. */
Grain
period_grain(Period period, const CalendarRule *rule)
{
	int32_t		days = period_days(period);
	int32_t		first,
				end;

	if (days == 1)
		return GRAIN_DAY;
	if (days == DAYS_IN_WEEK && calendar_week_start(rule, period.first) == period.first)
		return GRAIN_WEEK;
	return period_rule_months(period, rule, &first, &end) ? grain_of_months(first, end - first)
		: GRAIN_SPAN;
}

static size_t
write_span(char *out, Period period)
{
	char	   *p = out;
	bool		whole_months = period_has_whole_months(period);
	int32_t		last = period.end - 1;

	p += whole_months ? write_month(p, gregorian_month(period.first)) : write_day(p, period.first);
	p += write_separator(p, "..");
	p += whole_months ? write_month(p, gregorian_month(last)) : write_day(p, last);
	return (size_t) (p - out);
}

static size_t
write_term(char *out, Period period)
{
	char	   *p = out;
	int32_t		first = gregorian_month(period.first);

	p += write_year(p, first);
	p += write_separator(p, gregorian_year_of(first) > 0 ? "-" : "..");
	p += write_year(p, gregorian_month(period.end) - 1);
	return (size_t) (p - out);
}

/* Write the name, at most PERIOD_TEXT_SIZE bytes with its NUL; returns its length. */
size_t
period_write(char *out, Period period)
{
	Grain		grain = period_grain(period, &standard_rule);
	int32_t		month = gregorian_month(period.first);
	int32_t		year,
				week;

	switch (grain)
	{
		case GRAIN_DAY:
			return write_day(out, period.first);
		case GRAIN_WEEK:
			period_iso_week(period.first, &year, &week);
			return write_unit(out, year, 'W', 2, week);
		case GRAIN_MONTH:
			return write_month(out, month);
		case GRAIN_QUARTER:
		case GRAIN_HALF:
			return write_unit(out, gregorian_year_of(month), grain == GRAIN_HALF ? 'H' : 'Q', 1,
							  gregorian_month_modulo(month, 12) / grain_months(grain) + 1);
		case GRAIN_YEAR:
		case GRAIN_TERM:
			if (period_year_is_ambiguous(gregorian_year_of(month)) ||
				period_year_is_ambiguous(gregorian_year_of(gregorian_month(period.end) - 1)))
				break;
			return grain == GRAIN_YEAR ? write_year(out, month) : write_term(out, period);
		case GRAIN_SPAN:
			break;
	}
	return write_span(out, period);
}

/*
 * Grains.
 */

/* Units of the calendar only. */
static const Word words_of_grains[] = {
	{"year", GRAIN_YEAR},
	{"half", GRAIN_HALF},
	{"quarter", GRAIN_QUARTER},
	{"month", GRAIN_MONTH},
	{"week", GRAIN_WEEK},
	{"day", GRAIN_DAY},
};

const WordTable grain_words = WORD_TABLE("grain", words_of_grains,
										 "Valid values are year, half, quarter, month, week and "
										 "day.");

const char *
grain_name(Grain grain)
{
	if (grain == GRAIN_TERM || grain == GRAIN_SPAN)
		return grain == GRAIN_TERM ? "term" : "span";
	return word_name(&grain_words, grain);
}

/* Number of months of a grain, month or longer. */
int32_t
grain_months(Grain grain)
{
	static const int32_t months[] = {0, 0, 1, 3, 6, 12};

	return months[grain];
}

/* From a month of a rule up to, but not including, another. */
PlanError
period_from_rule_months(const CalendarRule *rule, int64_t first, int64_t end, Period *period)
{
	/* Within a year of the calendar, so that their days can be numbered. */
	if (first < gregorian_year_start(GREGORIAN_FIRST_YEAR - 1) ||
		end > gregorian_year_start(GREGORIAN_LAST_YEAR + 2))
		return PLAN_BAD_DATE;
	return period_from_days(calendar_month_start(rule, (int32_t) first),
							calendar_month_start(rule, (int32_t) end), period);
}

/* The unit of a rule that contains a day.  It may extend beyond the calendar. */
static Period
unit_of_day(int32_t day, Grain grain, const CalendarRule *rule)
{
	Period		unit = {day, day + 1};

	if (grain == GRAIN_WEEK)
	{
		unit.first = (int32_t) calendar_week_start(rule, day);
		unit.end = unit.first + DAYS_IN_WEEK;
	}
	else if (grain >= GRAIN_MONTH)
	{
		int32_t		months = grain_months(grain);
		int64_t		first,
					end;

		calendar_unit(rule, day, months, &first, &end);
		unit.first = (int32_t) first;
		unit.end = (int32_t) end;
	}
	return unit;
}

PlanError
period_of_day(int32_t day, Grain grain, const CalendarRule *rule, Period *period)
{
	*period = unit_of_day(day, grain, rule);
	return period_is_valid(*period) ? PLAN_OK : PLAN_BAD_DATE;
}

/* A calendar year by its number: -1 is 1 BC, and there is no year 0. */
PlanError
period_of_year(int64_t number, Period *period)
{
	int32_t		month;

	if (number == 0 || number < gregorian_year_number(GREGORIAN_FIRST_YEAR) ||
		number > GREGORIAN_LAST_YEAR)
		return PLAN_BAD_DATE;
	month = gregorian_year_start(gregorian_year_of_number((int32_t) number));
	return period_from_months(month, month + 12, period);
}

/* Take the first unit, or the part that is there, from a period. */
Period
period_take_unit(Period *rest, Grain grain, const CalendarRule *rule)
{
	Period		unit = unit_of_day(rest->first, grain, rule);

	unit.first = rest->first;
	if (unit.end > rest->end)
		unit.end = rest->end;
	rest->first = unit.end;
	return unit;
}

/* The unit of a grain that contains all of a period; undefined if there is none. */
PlanError
period_parent(Period period, Grain grain, const CalendarRule *rule, Period *parent)
{
	if (period_of_day(period.first, grain, rule, parent) != PLAN_OK ||
		!period_contains(*parent, period))
		return PLAN_UNDEFINED;
	return PLAN_OK;
}

/*
 * A period, the month, quarter, half and year that contain it, and the term: each longer than
 * the one before, and all within the term.  Returns their number.
 */
int
period_ancestors(Period period, const Period *term, const CalendarRule *rule, Period *ancestors,
				 Grain *grains)
{
	int			count = 0;

	if (term != NULL && !period_contains(*term, period))
		return 0;
	ancestors[count] = period;
	grains[count++] = period_grain(period, rule);
	for (Grain grain = GRAIN_MONTH; grain <= GRAIN_YEAR; grain++)
	{
		Period		parent;

		if (period_parent(period, grain, rule, &parent) == PLAN_OK &&
			period_days(parent) > period_days(ancestors[count - 1]) &&
			(term == NULL || period_contains(*term, parent)))
		{
			ancestors[count] = parent;
			grains[count++] = grain;
		}
	}
	if (term == NULL)
		return count;
	/* Only the given term has the grain of a term. */
	if (grains[0] == GRAIN_TERM)
		grains[0] = GRAIN_SPAN;
	if (period_days(*term) > period_days(ancestors[count - 1]))
		ancestors[count++] = *term;
	grains[count - 1] = GRAIN_TERM;
	return count;
}

/* Number of units of a grain that a period overlaps. */
int64_t
period_count_subperiods(Period period, Grain grain, const CalendarRule *rule)
{
	int32_t		last = period.end - 1;
	int32_t		months;

	if (grain == GRAIN_DAY)
		return period_days(period);
	if (grain == GRAIN_WEEK)
		return (calendar_week_start(rule, last) - calendar_week_start(rule, period.first)) /
			DAYS_IN_WEEK + 1;
	months = grain_months(grain);
	return (int64_t) calendar_floor(calendar_month(rule, last), months) -
		calendar_floor(calendar_month(rule, period.first), months) + 1;
}
