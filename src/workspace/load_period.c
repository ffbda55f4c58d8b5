/*
 * load_period.c
 *		Periods of which a file says the year and its part apart: 2026 and "T11", "Quý III" or 11.
 */
#include "workspace/load.h"

#include "core/text.h"
#include "period.h"
#include "type.h"

/* A year whose parts show whether a name is one. */
#define ANY_YEAR "2000"

/* The year of a cell; one of a column of fiscal years is fiscal where only its number is given. */
const char *
year_text(const Loader *loader, const char *year)
{
	text_skip_spaces(&year);
	return loader->has_fiscal_years && text_is_digit(*year) ? psprintf("FY%s", year) : year;
}

bool
is_within_period(const Loader *loader, int32 period, int32 outer)
{
	Period		inner = loader->period[period].period;

	return inner.first >= loader->period[outer].period.first &&
		inner.end <= loader->period[outer].period.end;
}

/* Read a part of a year as it stands before the year. */
static int32
read_before_year(Loader *loader, const char *letter, const char *part, const char *year,
				 const char **reason)
{
	const char *text = psprintf("%s%s %s", letter, part, year);

	return read_period(loader, text, strlen(text), reason);
}

/* Read a year; several are none. */
static int32
read_one_year(Loader *loader, const char *year)
{
	const char *other_reason;
	int32		period = read_period(loader, year, strlen(year), &other_reason);

	return period != NOT_FOUND && period_days(loader->period[period].period) <= 366 ? period :
		NOT_FOUND;
}

/*
 * Read a part of a year: of a column of quarters or months also its number alone, "3" or "III".
 * "Năm" among months is May, or the year.
 */
int32
read_part_of_year(Loader *loader, Heading heading, const char *part, const char *year,
				  const char **reason)
{
	const char *letter = heading == HEADING_MONTH ? "T" : heading == HEADING_QUARTER ? "Q" : "";
	const char *other_reason;
	int32		period;

	text_skip_spaces(&part);
	period = read_before_year(loader, letter, part, year, reason);
	if (period != NOT_FOUND ||
		(heading == HEADING_MONTH && heading_find(readable_text(part)) == HEADING_YEAR))
		return period;
	if (heading_is_whole_year(readable_text(part)))
		return read_one_year(loader, year);
	if (*letter == '\0')
		return NOT_FOUND;
	period = read_before_year(loader, "", part, year, &other_reason);
	if (!text_is_digit(*part))
		*reason = other_reason;
	return period;
}

/* Whether the name of a column is a part of a year, or the whole of one, without saying which. */
bool
is_part_of_year(Loader *loader, const char *name)
{
	const char *reason;
	int32		part;

	if (text_is_digit(*name) && name[strspn(name, "0123456789 ")] == '\0')
		return false;
	part = read_part_of_year(loader, HEADING_PERIOD, name, ANY_YEAR, &reason);
	return part != NOT_FOUND &&
		(period_days(loader->period[part].period) < 366 ||
		 heading_is_whole_year(readable_text(name)));
}
