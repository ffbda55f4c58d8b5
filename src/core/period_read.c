/*
 * period_read.c
 *		Reading periods.
 *
 * The text forms, in any letter case, with spaces around dashes and dots:
 *
 *		2020-2025		whole years
 *		2022			a year
 *		2022-H1			a half
 *		2022-Q3			a quarter
 *		2022-09			a month
 *		2022-W07		a week by ISO 8601
 *		2022-09-15		a day
 *		2020-10..2025-09	from the first day of one to the last of another
 *
 * Years have four digits at least; those before 1 are written as "0044 BC".  One of six
 * digits that could be a month without its dash, as 202209, is no name.
 */
#include "period.h"

#include "text.h"

/* A hyphen or an en dash, with spaces around it. */
static bool
skip_dash(const char **cursor)
{
	text_skip_spaces(cursor);
	if (!text_skip_word(cursor, "-") && !text_skip_word(cursor, "\xe2\x80\x93"))
		return false;
	text_skip_spaces(cursor);
	return true;
}

static int
count_digits(const char *text)
{
	int			digits = 0;

	while (text_is_digit(text[digits]))
		digits++;
	return digits;
}

/* A number of so many digits. */
static bool
read_number(const char **cursor, int min_digits, int max_digits, int32_t *number)
{
	int			digits = count_digits(*cursor);

	if (digits < min_digits || digits > max_digits)
		return false;
	*number = 0;
	for (; digits > 0; digits--)
		*number = *number * 10 + (*(*cursor)++ - '0');
	return true;
}

/* What stands behind the year of a name. */
typedef struct PeriodName
{
	char		unit;			/* Y, H, Q, W, M or D */
	int32_t		year;
	int32_t		number;			/* of the half, quarter, week or month */
	int32_t		day;
} PeriodName;

/* Half, quarter or week by number. */
static PlanError
read_numbered_unit(const char **cursor, PeriodName *name)
{
	name->unit = text_upper_case(*(*cursor)++);
	return read_number(cursor, 1, name->unit == 'W' ? 2 : 1, &name->number)
		? PLAN_OK : PLAN_SYNTAX;
}

static PlanError
read_unit(const char **cursor, PeriodName *name)
{
	const char *p = *cursor;
	bool		dash = skip_dash(&p);
	char		letter = text_upper_case(*p);

	name->unit = 'Y';
	if (letter == 'H' || letter == 'Q' || letter == 'W')
	{
		*cursor = p;
		return read_numbered_unit(cursor, name);
	}
	/* Four digits or more are the year in which a span of years ends. */
	if (!dash || count_digits(p) >= 4)
		return PLAN_OK;
	*cursor = p;
	name->unit = 'M';
	if (!read_number(cursor, 1, 2, &name->number))
		return PLAN_SYNTAX;
	p = *cursor;
	if (!skip_dash(&p))
		return PLAN_OK;
	*cursor = p;
	name->unit = 'D';
	return read_number(cursor, 1, 2, &name->day) ? PLAN_OK : PLAN_SYNTAX;
}

/* "BC" behind a name says that its year counts back from 1. */
static void
read_era(const char **cursor, PeriodName *name)
{
	const char *p = *cursor;

	text_skip_spaces(&p);
	if (text_upper_case(p[0]) == 'B' && text_upper_case(p[1]) == 'C')
	{
		name->year = 1 - name->year;
		*cursor = p + 2;
	}
}

static PlanError
period_from_name(const PeriodName *name, Period *period)
{
	int32_t		start = calendar_year_start(name->year);
	int32_t		months,
				units;
	int64_t		day;

	if (name->unit == 'W')
		return period_from_week(name->year, name->number, period);
	if (name->unit == 'Y')
		return period_from_months(start, start + 12, period);
	months = name->unit == 'H' ? 6 : name->unit == 'Q' ? 3 : 1;
	units = 12 / months;
	if (name->number < 1 || name->number > units)
		return PLAN_BAD_DATE;
	start += (name->number - 1) * months;
	if (name->unit != 'D')
		return period_from_months(start, start + months, period);
	if (name->day < 1 || name->day > calendar_month_length(start))
		return PLAN_BAD_DATE;
	day = calendar_month_start(start) + name->day - 1;
	return period_from_days(day, day + 1, period);
}

/* One name; tells whether it is that of a year. */
static PlanError
read_name(const char **cursor, Period *period, bool *is_year)
{
	PeriodName	name;
	PlanError	error;
	int			digits = count_digits(*cursor);

	/* Leading zeros are for years of less than four digits only. */
	if ((digits > 4 && **cursor == '0') || !read_number(cursor, 4, 7, &name.year))
		return PLAN_SYNTAX;
	if (name.year == 0 || name.year > CALENDAR_LAST_YEAR)
		return PLAN_BAD_DATE;
	if ((error = read_unit(cursor, &name)) != PLAN_OK)
		return error;
	read_era(cursor, &name);
	if (name.year < CALENDAR_FIRST_YEAR)
		return PLAN_BAD_DATE;
	*is_year = name.unit == 'Y';
	if (*is_year && period_year_is_ambiguous(name.year))
		return PLAN_SYNTAX;
	return period_from_name(&name, period);
}

PlanError
period_read(const char *text, Period *period)
{
	Period		last;
	bool		is_year,
				ends_in_year;
	bool		is_span;
	PlanError	error;

	text_skip_spaces(&text);
	if ((error = read_name(&text, period, &is_year)) != PLAN_OK)
		return error;
	text_skip_spaces(&text);
	if (*text == '\0')
		return PLAN_OK;
	is_span = text_skip_word(&text, "..");
	if (!is_span && !(is_year && skip_dash(&text)))
		return PLAN_SYNTAX;
	text_skip_spaces(&text);
	if ((error = read_name(&text, &last, &ends_in_year)) != PLAN_OK)
		return error;
	if (!is_span && !ends_in_year)
		return PLAN_SYNTAX;
	text_skip_spaces(&text);
	if (*text != '\0')
		return PLAN_SYNTAX;
	return period_from_days(period->first, last.end, period);
}
