/*
 * period.c
 *		Making, writing and moving periods.
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
static void
iso_week(int32_t monday, int32_t *year, int32_t *week)
{
	int32_t		thursday = monday + 3;

	*year = gregorian_year_of(gregorian_month(thursday));
	*week = (int32_t) (thursday - gregorian_month_start(gregorian_year_start(*year))) / DAYS_IN_WEEK + 1;
}

/* The Monday of the first week of a year, which contains 4 January. */
static int64_t
first_monday(int32_t year)
{
	int64_t		fourth = gregorian_month_start(gregorian_year_start(year)) + 3;

	return fourth - gregorian_weekday(fourth);
}

static int32_t
weeks_in_year(int32_t year)
{
	return (int32_t) (first_monday(year + 1) - first_monday(year)) / DAYS_IN_WEEK;
}

PlanError
period_from_week(int32_t year, int32_t week, Period *period)
{
	int64_t		monday;

	if (week < 1 || week > weeks_in_year(year))
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
 * The length of a period in months, or 0 if it must be counted in days.  A period of months
 * ends before the day of the month on which it began, up to the 28th, since later days are not
 * in every month.
 */
static int32_t
length_in_months(Period period)
{
	GregorianDate first = gregorian_date(period.first);
	GregorianDate end = gregorian_date(period.end);

	return first.day == end.day && first.day <= 28 ? end.month - first.month : 0;
}

/* The grain of a period in a calendar whose years begin with first_month. */
Grain
period_grain(Period period, int first_month)
{
	int32_t		days = period_days(period);
	int32_t		month,				/* since the beginning of some year */
				months;

	if (days == 1)
		return GRAIN_DAY;
	if (days == DAYS_IN_WEEK && gregorian_weekday(period.first) == 0)
		return GRAIN_WEEK;
	if (!period_has_whole_months(period))
		return GRAIN_SPAN;
	month = gregorian_month(period.first) - (first_month - 1);
	months = length_in_months(period);
	for (Grain grain = GRAIN_MONTH; grain <= GRAIN_YEAR; grain++)
		if (months == grain_months(grain))
			return gregorian_month_modulo(month, months) == 0 ? grain : GRAIN_SPAN;
	return months % 12 == 0 && gregorian_month_modulo(month, 12) == 0 ? GRAIN_TERM : GRAIN_SPAN;
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
	Grain		grain = period_grain(period, 1);
	int32_t		month = gregorian_month(period.first);
	int32_t		year,
				week;

	switch (grain)
	{
		case GRAIN_DAY:
			return write_day(out, period.first);
		case GRAIN_WEEK:
			iso_week(period.first, &year, &week);
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
										 "Valid values are year, half, quarter, month, week and day.");

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

/*
 * The unit of the calendar that contains a day; years begin with first_month.  It may extend
 * beyond the calendar.
 */
static Period
unit_of_day(int32_t day, Grain grain, int first_month)
{
	Period		unit = {day, day + 1};

	if (grain == GRAIN_WEEK)
	{
		unit.first = day - gregorian_weekday(day);
		unit.end = unit.first + DAYS_IN_WEEK;
	}
	else if (grain >= GRAIN_MONTH)
		(void) period_of_months(day, grain_months(grain), first_month, &unit);
	return unit;
}

PlanError
period_of_day(int32_t day, Grain grain, int first_month, Period *period)
{
	*period = unit_of_day(day, grain, first_month);
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
period_take_unit(Period *rest, Grain grain, int first_month)
{
	Period		unit = unit_of_day(rest->first, grain, first_month);

	unit.first = rest->first;
	if (unit.end > rest->end)
		unit.end = rest->end;
	rest->first = unit.end;
	return unit;
}

/*
 * Moving.
 */

/* The day some months later, or the last day of a shorter month. */
static int64_t
add_months(int32_t day, int64_t months)
{
	GregorianDate date = gregorian_date(day);
	int32_t		month = (int32_t) (date.month + months);
	int32_t		length = gregorian_month_length(month);

	return gregorian_month_start(month) + (date.day < length ? date.day : length) - 1;
}

/* Both ends moved by months. */
static PlanError
move_months(Period period, int64_t months, Period *result)
{
	int64_t		start = gregorian_month(period.first) + months;
	int64_t		length = length_in_months(period);

	if (!are_countable_months(start, start + length))
		return PLAN_BAD_DATE;
	return period_from_days(add_months(period.first, months),
							add_months(period.first, months + length), result);
}

/* Move a period by a multiple of its length: a month by months, a week by weeks. */
PlanError
period_shift(Period period, int32_t by, Period *result)
{
	int64_t		months = length_in_months(period);
	int64_t		days = (int64_t) by * period_days(period);

	if (months > 0)
		return move_months(period, by * months, result);
	return period_from_days(period.first + days, period.end + days, result);
}

/* The week of the same number, or the last week of a shorter year. */
static PlanError
week_of_prior_year(Period period, Period *result)
{
	int32_t		year,
				week,
				weeks;

	iso_week(period.first, &year, &week);
	weeks = weeks_in_year(year - 1);
	return period_from_week(year - 1, week < weeks ? week : weeks, result);
}

/* The same period of the year before. */
PlanError
period_prior_year(Period period, Period *result)
{
	if (gregorian_year_of(gregorian_month(period.first)) <= GREGORIAN_FIRST_YEAR)
		return PLAN_BAD_DATE;
	if (length_in_months(period) > 0)
		return move_months(period, -12, result);
	if (period_grain(period, 1) == GRAIN_WEEK)
		return week_of_prior_year(period, result);
	return period_from_days(add_months(period.first, -12),
							add_months(period.end - 1, -12) + 1, result);
}

/* The unit of a grain that contains all of a period; undefined if there is none. */
PlanError
period_parent(Period period, Grain grain, int first_month, Period *parent)
{
	if (period_of_day(period.first, grain, first_month, parent) != PLAN_OK ||
		!period_contains(*parent, period))
		return PLAN_UNDEFINED;
	return PLAN_OK;
}

/*
 * A period, the month, quarter, half and year that contain it, and the term: each longer than
 * the one before, and all within the term.  Returns their number.
 */
int
period_ancestors(Period period, const Period *term, int first_month, Period *ancestors,
				 Grain *grains)
{
	int			count = 0;

	if (term != NULL && !period_contains(*term, period))
		return 0;
	ancestors[count] = period;
	grains[count++] = period_grain(period, first_month);
	for (Grain grain = GRAIN_MONTH; grain <= GRAIN_YEAR; grain++)
	{
		Period		parent;

		if (period_parent(period, grain, first_month, &parent) == PLAN_OK &&
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
period_count_subperiods(Period period, Grain grain, int first_month)
{
	int32_t		last = period.end - 1;
	int32_t		months,
				first_unit,
				last_unit;

	if (grain == GRAIN_DAY)
		return period_days(period);
	if (grain == GRAIN_WEEK)
		return (((int64_t) last - gregorian_weekday(last)) -
				((int64_t) period.first - gregorian_weekday(period.first))) / DAYS_IN_WEEK + 1;
	months = grain_months(grain);
	first_unit = gregorian_month(period.first) - (first_month - 1) + GREGORIAN_BASE_MONTHS;
	last_unit = gregorian_month(last) - (first_month - 1) + GREGORIAN_BASE_MONTHS;
	return last_unit / months - first_unit / months + 1;
}

/*
 * The end in the earlier period that corresponds to an end in this one: the same months and
 * days from the start if both start on the same day of a month, else the same number of days.
 * A shorter month ends early.
 */
static int64_t
corresponding_end(Period period, Period earlier, int32_t end)
{
	int32_t		start_day = gregorian_date(period.first).day;
	GregorianDate date = gregorian_date(end);
	int64_t		months,
				day,
				next;

	if (start_day != gregorian_date(earlier.first).day || start_day > 28)
		return (int64_t) earlier.first + (end - period.first);
	months = date.month - gregorian_month(period.first) - (date.day < start_day);
	day = add_months(earlier.first, months) + (end - add_months(period.first, months));
	next = add_months(earlier.first, months + 1);
	return day < next ? day : next;
}

/*
 * The part of an earlier period that corresponds to the part of this one that has passed by
 * the end of a day: undefined before the period begins, and all of it after it ends.
 */
PlanError
period_same_part(Period period, Period earlier, int32_t as_of, Period *part)
{
	int64_t		end;

	if (as_of < period.first)
		return PLAN_UNDEFINED;
	*part = earlier;
	if (as_of >= period.end - 1)
		return PLAN_OK;
	end = corresponding_end(period, earlier, as_of + 1);
	if (end < earlier.end)
		part->end = (int32_t) end;
	return PLAN_OK;
}

/* Number of Mondays to Fridays from a fixed Monday up to, but not including, a day. */
static int64_t
weekdays_before(int32_t day)
{
	int64_t		days = (int64_t) day + GREGORIAN_BASE_DAYS + 2;
	int64_t		rest = days % DAYS_IN_WEEK;

	return days / DAYS_IN_WEEK * 5 + (rest < 5 ? rest : 5);
}

int32_t
period_weekdays(Period period)
{
	return (int32_t) (weekdays_before(period.end) - weekdays_before(period.first));
}

/* The fiscal year of a day: the astronomical year in which it ends or begins. */
int32_t
period_fiscal_year(int32_t day, int first_month, bool named_by_end)
{
	int32_t		start = gregorian_month(day) - (first_month - 1);

	return gregorian_year_of(start) + (named_by_end && first_month > 1);
}

/* "FY2023", or "FY2023-" and the half or quarter. */
static size_t
write_fiscal_unit(char *out, Period period, Grain grain, int first_month, bool named_by_end)
{
	int			in_year = gregorian_month_modulo(gregorian_month(period.first) - (first_month - 1), 12);
	int32_t		year = period_fiscal_year(period.first, first_month, named_by_end);
	char	   *p = out + write_separator(out, "FY");

	p = write_year_number(p, year);
	if (grain == GRAIN_HALF || grain == GRAIN_QUARTER)
	{
		p += write_separator(p, grain == GRAIN_HALF ? "-H" : "-Q");
		p = text_write_padded(p, (uint32_t) (in_year / grain_months(grain) + 1), 1);
	}
	return end_name(out, p, year);
}

/* The name of a period in a fiscal calendar, or its own name if it has none there. */
size_t
period_write_fiscal(char *out, Period period, int first_month, bool named_by_end)
{
	Grain		grain = period_grain(period, first_month);
	Period		last = period;
	size_t		length;

	if (grain < GRAIN_QUARTER || grain == GRAIN_SPAN)
		return period_write(out, period);
	length = write_fiscal_unit(out, period, grain, first_month, named_by_end);
	if (grain == GRAIN_TERM)
	{
		last.first = last.end - 1;
		length += write_separator(out + length, "-");
		length += write_fiscal_unit(out + length, last, grain, first_month, named_by_end);
	}
	out[length] = '\0';
	return length;
}
