/*
 * period_fiscal.c
 *		The names that periods have in a fiscal calendar, written and read.
 *
 *		FY2025			a year
 *		FY2021-FY2025	years
 *		FY2025-M01..FY2025-M09	from the first to the last of two
 *		FY2025-H1, FY2025-Q2
 *		FY2025-M03		a month, by its number in the year
 *		FY2025-W07		a week, by its number in a year of weeks
 *
 * Everything else has the name that it has without a calendar.  Those are read too.
 */
#include "core/period.h"

#include <string.h>

#include "core/text.h"

#define DAYS_IN_WEEK 7

/*
 * Writing.
 */

/* "FY2025", without a NUL. */
static char *
write_year(char *out, int32_t year)
{
	int32_t		number = year > 0 ? year : 1 - year;

	*out++ = 'F';
	*out++ = 'Y';
	return number < 10000 ? text_write_padded(out, (uint32_t) number, 4)
		: out + text_write_int64(out, number);
}

/* The era behind a name, and a NUL; returns the length of the whole. */
static size_t
end_name(char *out, char *end, int32_t year)
{
	strcpy(end, year > 0 ? "" : " BC");
	return (size_t) (end - out) + strlen(end);
}

static size_t
write_unit(char *out, int32_t year, char unit, int width, int32_t number)
{
	char	   *p = write_year(out, year);

	if (unit != '\0')
	{
		*p++ = '-';
		*p++ = unit;
		p = text_write_padded(p, (uint32_t) number, width);
	}
	return end_name(out, p, year);
}

/* The week of a year of weeks. */
static size_t
write_week(char *out, Period period, const CalendarRule *rule)
{
	int32_t		month = calendar_month(rule, period.first);
	int64_t		start = calendar_month_start(rule, 12 * calendar_floor(month, 12));

	return write_unit(out, calendar_year_name(rule, month), 'W', 2,
					  (int32_t) (period.first - start) / DAYS_IN_WEEK + 1);
}

/* The name of a period in a fiscal calendar, or its own name if it has none there. */
size_t
period_write_fiscal(char *out, Period period, const CalendarRule *rule)
{
	static const char units[] = {'\0', '\0', 'M', 'Q', 'H', '\0', '\0', '\0'};
	Grain		grain = period_grain(period, rule);
	int32_t		month = calendar_month(rule, period.first);
	int32_t		year = calendar_year_name(rule, month);
	size_t		length;

	if (grain == GRAIN_WEEK && calendar_has_years_of_weeks(rule))
		return write_week(out, period, rule);
	if (grain < GRAIN_MONTH || grain == GRAIN_SPAN ||
		(grain == GRAIN_MONTH && calendar_has_gregorian_months(rule)))
		return period_write(out, period);
	if (grain < GRAIN_YEAR)
		return write_unit(out, year, units[grain], grain == GRAIN_MONTH ? 2 : 1,
						  (month - 12 * calendar_floor(month, 12)) / grain_months(grain) + 1);
	length = write_unit(out, year, '\0', 0, 0);
	if (grain == GRAIN_TERM)
	{
		out[length++] = '-';
		length += write_unit(out + length,
							 calendar_year_name(rule, calendar_month(rule, period.end - 1)),
							 '\0', 0, 0);
	}
	return length;
}

/* The name of a period for those who use a calendar: a fiscal one only where its years are. */
size_t
period_write_by_calendar(char *out, Period period, const CalendarRule *rule)
{
	return calendar_has_gregorian_months(rule) && rule->month == 0 ? period_write(out, period) :
		period_write_fiscal(out, period, rule);
}

/*
 * Reading.
 */

/* "FY" and the digits of a year, or the era of years before 1. */
static bool
read_year(const char **cursor, int32_t *year)
{
	const char *p = *cursor;
	int			digits = 0;
	int32_t		number = 0;

	if (text_upper_case(p[0]) != 'F' || text_upper_case(p[1]) != 'Y')
		return false;
	for (p += 2; text_is_digit(*p) && digits < 8; p++, digits++)
		number = number * 10 + (*p - '0');
	if (digits < 4 || digits > 7 || number == 0)
		return false;
	*year = number;
	*cursor = p;
	return true;
}

static void
read_era(const char **cursor, int32_t *year)
{
	const char *p = *cursor;

	text_skip_spaces(&p);
	if (text_upper_case(p[0]) != 'B' || text_upper_case(p[1]) != 'C')
		return;
	*year = 1 - *year;
	*cursor = p + 2;
}

/* One or two digits. */
static bool
read_number(const char **cursor, int32_t *number)
{
	const char *p = *cursor;

	if (!text_is_digit(*p))
		return false;
	*number = *p++ - '0';
	if (text_is_digit(*p))
		*number = *number * 10 + (*p++ - '0');
	*cursor = p;
	return true;
}

static PlanError
period_of_week(const CalendarRule *rule, int32_t first_month, int32_t week, Period *period)
{
	int64_t		start =
		calendar_month_start(rule, first_month) + (int64_t) (week - 1) * DAYS_IN_WEEK;

	if (!calendar_has_years_of_weeks(rule))
		return PLAN_SYNTAX;
	if (week < 1 || start >= calendar_month_start(rule, first_month + 12))
		return PLAN_BAD_DATE;
	return period_from_days(start, start + DAYS_IN_WEEK, period);
}

/* What stands behind the year. */
typedef struct FiscalUnit
{
	char		letter;			/* NUL for a year */
	int32_t		number;
} FiscalUnit;

static PlanError
period_of_unit(const CalendarRule *rule, int32_t year, FiscalUnit unit, Period *period)
{
	int32_t		first,
				months;

	/* The first fiscal year may begin before the first calendar year. */
	if (year < GREGORIAN_FIRST_YEAR - 1 || year > GREGORIAN_LAST_YEAR + 1)
		return PLAN_BAD_DATE;
	first = calendar_year_named(rule, year);
	switch (unit.letter)
	{
		case '\0':
			return period_from_rule_months(rule, first, first + 12, period);
		case 'W':
			return period_of_week(rule, first, unit.number, period);
		case 'H':
			months = 6;
			break;
		case 'Q':
			months = 3;
			break;
		case 'M':
			months = 1;
			break;
		default:
			return PLAN_SYNTAX;
	}
	if (unit.number < 1 || unit.number > 12 / months)
		return PLAN_BAD_DATE;
	first += (unit.number - 1) * months;
	return period_from_rule_months(rule, first, first + months, period);
}

/* A name that begins with "FY". */
static PlanError
read_fiscal_name(const char *text, const CalendarRule *rule, Period *period)
{
	int32_t		year,
				last;
	FiscalUnit	unit = {'\0', 0};
	Period		end;
	PlanError	error;

	if (!read_year(&text, &year))
		return PLAN_SYNTAX;
	read_era(&text, &year);
	if (period_skip_dash(&text))
	{
		if (*text == '\0')
			return PLAN_SYNTAX;
		if (read_year(&text, &last))
		{
			read_era(&text, &last);
			text_skip_spaces(&text);
			if (*text != '\0')
				return PLAN_SYNTAX;
			if ((error = period_of_unit(rule, year, unit, period)) != PLAN_OK ||
				(error = period_of_unit(rule, last, unit, &end)) != PLAN_OK)
				return error;
			return period_from_days(period->first, end.end, period);
		}
	}
	if (*text != '\0')
	{
		unit.letter = text_upper_case(*text++);
		if (!read_number(&text, &unit.number))
			return PLAN_SYNTAX;
		/* The era stands behind the whole name. */
		if (year > 0)
			read_era(&text, &year);
		text_skip_spaces(&text);
		if (*text != '\0')
			return PLAN_SYNTAX;
	}
	return period_of_unit(rule, year, unit, period);
}

/* Two names, and what lies between them. */
static PlanError
read_fiscal_span(const char *text, const char *dots, const CalendarRule *rule, Period *period)
{
	char		first[PERIOD_TEXT_SIZE];
	size_t		length = (size_t) (dots - text);
	Period		last;
	PlanError	error;

	while (length > 0 && text_is_space(text[length - 1]))
		length--;
	if (length >= sizeof(first))
		return PLAN_SYNTAX;
	memcpy(first, text, length);
	first[length] = '\0';
	dots += 2;
	text_skip_spaces(&dots);
	if ((error = read_fiscal_name(first, rule, period)) != PLAN_OK ||
		(error = read_fiscal_name(dots, rule, &last)) != PLAN_OK)
		return error;
	return period_from_days(period->first, last.end, period);
}

PlanError
period_read_fiscal(const char *text, const CalendarRule *rule, Period *period)
{
	const char *dots;

	text_skip_spaces(&text);
	if (text_upper_case(text[0]) != 'F')
		return period_read(text, period);
	dots = strstr(text, "..");
	return dots != NULL ? read_fiscal_span(text, dots, rule, period)
		: read_fiscal_name(text, rule, period);
}
