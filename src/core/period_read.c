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
 *		2022-S1, 2022-M09	a half and a month as SDMX writes them, 2022-A1 a year
 *		2022-D258		a day by its number in the year
 *		2020-10..2025-09	from the first day of one to the last of another
 *
 * The dash before a letter is optional.  Years have at least four digits; years before 1 are
 * written as "0044 BC".  Six digits that could be a month without its dash, as 202209, are
 * refused.
 */
#include "core/period.h"

#include "core/text.h"

/* A hyphen or an en dash, with spaces around it. */
bool
period_skip_dash(const char **cursor)
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

/* A number with a minimum and a maximum of digits. */
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

/* The parts of a name. */
typedef struct PeriodName
{
	Grain		grain;
	int32_t		year;
	int32_t		number;			/* of the unit in its year; of a date, its month */
	int32_t		day;			/* of a date, the day of its month */
	bool		is_date;
	bool		is_year;		/* written as a year and nothing else */
} PeriodName;

/*
 * Letters of units, with the number of digits after them: those of SDMX time periods (A, S, Q,
 * M, W, D) and H.  T is missing because it is four months in SDMX, a quarter in French and a
 * month in Vietnamese.
 */
static const struct
{
	char		letter;
	Grain		grain;
	int			min_digits;
	int			max_digits;
}			unit_letters[] = {
	{'A', GRAIN_YEAR, 1, 1},
	{'H', GRAIN_HALF, 1, 1},
	{'S', GRAIN_HALF, 1, 1},
	{'Q', GRAIN_QUARTER, 1, 1},
	{'M', GRAIN_MONTH, 1, 2},
	{'W', GRAIN_WEEK, 1, 2},
	{'D', GRAIN_DAY, 3, 3}
};

#define NUM_UNIT_LETTERS (sizeof(unit_letters) / sizeof(unit_letters[0]))

/* A month by number, or a date. */
static PlanError
read_month_or_date(const char **cursor, PeriodName *name)
{
	const char *p;

	name->grain = GRAIN_MONTH;
	if (!read_number(cursor, 1, 2, &name->number))
		return PLAN_SYNTAX;
	p = *cursor;
	if (!period_skip_dash(&p))
		return PLAN_OK;
	*cursor = p;
	name->grain = GRAIN_DAY;
	name->is_date = true;
	return read_number(cursor, 1, 2, &name->day) ? PLAN_OK : PLAN_SYNTAX;
}

static PlanError
read_unit(const char **cursor, PeriodName *name)
{
	const char *p = *cursor;
	bool		dash = period_skip_dash(&p);
	char		letter = text_upper_case(*p);

	for (size_t i = 0; letter >= 'A' && i < NUM_UNIT_LETTERS; i++)
		if (letter == unit_letters[i].letter)
		{
			*cursor = p + 1;
			name->grain = unit_letters[i].grain;
			return read_number(cursor, unit_letters[i].min_digits, unit_letters[i].max_digits,
							   &name->number) ? PLAN_OK : PLAN_SYNTAX;
		}
	/* Four digits or more are the last year of a span of years. */
	if (dash && count_digits(p) < 4)
	{
		*cursor = p;
		return read_month_or_date(cursor, name);
	}
	name->grain = GRAIN_YEAR;
	name->number = 1;
	name->is_year = true;
	return PLAN_OK;
}

/* "BC" after a name: its year counts back from 1. */
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

/* A day by its number from the first day of a month, within a number of months. */
static PlanError
period_from_day(int32_t month, int32_t months, int32_t number, Period *period)
{
	int64_t		first = gregorian_month_start(month);

	if (number < 1 || number > gregorian_month_start(month + months) - first)
		return PLAN_BAD_DATE;
	return period_from_days(first + number - 1, first + number, period);
}

static PlanError
period_from_name(const PeriodName *name, Period *period)
{
	int32_t		start = gregorian_year_start(name->year);
	int32_t		months = name->is_date ? 1 : grain_months(name->grain);

	if (name->grain == GRAIN_WEEK)
		return period_from_week(name->year, name->number, period);
	if (name->grain == GRAIN_DAY && !name->is_date)
		return period_from_day(start, 12, name->number, period);
	if (name->number < 1 || name->number > 12 / months)
		return PLAN_BAD_DATE;
	start += (name->number - 1) * months;
	if (name->is_date)
		return period_from_day(start, 1, name->day, period);
	return period_from_months(start, start + months, period);
}

/* Read one name; is_year tells whether it is a year. */
static PlanError
read_name(const char **cursor, Period *period, bool *is_year)
{
	PeriodName	name = {0};
	PlanError	error;
	int			digits = count_digits(*cursor);

	/* Leading zeros pad years to four digits, no further. */
	if ((digits > 4 && **cursor == '0') || !read_number(cursor, 4, 7, &name.year))
		return PLAN_SYNTAX;
	if (name.year == 0 || name.year > GREGORIAN_LAST_YEAR)
		return PLAN_BAD_DATE;
	if ((error = read_unit(cursor, &name)) != PLAN_OK)
		return error;
	read_era(cursor, &name);
	if (name.year < GREGORIAN_FIRST_YEAR)
		return PLAN_BAD_DATE;
	*is_year = name.is_year;
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
	if (!is_span && !(is_year && period_skip_dash(&text)))
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
