/*
 * load_period.c
 *		Periods of which a file says the year and its part apart: 2026 and "T11", "Quý III" or 11.
 */
#include "workspace/load.h"

#include "utils/builtins.h"

#include "core/period.h"
#include "core/text.h"
#include "period.h"
#include "type.h"

/* A year whose parts show whether a name is one. */
#define ANY_YEAR "2000"

/* A number without the zeros that spreadsheets write behind its mark: 2026.0; else the text. */
static const char *
without_zeros(const char *text)
{
	size_t		digits;
	size_t		zeros;
	const char *rest;

	text_skip_spaces(&text);
	digits = strspn(text, "0123456789");
	if (digits == 0 || (text[digits] != '.' && text[digits] != ','))
		return text;
	zeros = strspn(text + digits + 1, "0");
	rest = text + digits + 1 + zeros;
	text_skip_spaces(&rest);
	return zeros > 0 && *rest == '\0' ? pnstrdup(text, digits) : text;
}

/* The unit of a heading that has one, and the days of the shortest, in weeks or months. */
static Grain
grain_of_heading(Heading heading, int *least_days)
{
	*least_days = heading == HEADING_MONTH ? 28 : heading == HEADING_QUARTER ? 89 : 364;
	return heading == HEADING_MONTH ? GRAIN_MONTH : heading == HEADING_QUARTER ? GRAIN_QUARTER :
		GRAIN_YEAR;
}

/* The unit that a day begins or ends: of 11/01/2026 nobody knows whether it is November. */
static int32
read_unit_of_day(Loader *loader, Grain grain, int32 period, const char **reason)
{
	Period		day = loader->period[period].period;
	char		written[PERIOD_TEXT_SIZE];
	Period		whole;

	if (period_of_day(day.first, grain, &standard_rule, &whole) == PLAN_OK &&
		(whole.first == day.first || whole.end == day.end))
		return read_period(loader, written, period_write(written, whole), reason);
	*reason = psprintf("day %s is neither the first nor the last of a %s",
					   TextDatumGetCString(loader->period[period].text), grain_name(grain));
	return NOT_FOUND;
}

/*
 * The period that one under such a heading stands for: of a day the unit of the heading.  Another
 * one that is shorter than this unit may be meant otherwise, such as 03/2026 among quarters.
 */
static int32
read_under_heading(Loader *loader, Heading heading, int32 period, const char **reason)
{
	int32		days = period_days(loader->period[period].period);
	int			least_days;
	Grain		grain;

	if (heading == HEADING_PERIOD)
		return period;
	grain = grain_of_heading(heading, &least_days);
	if (days == 1)
		return read_unit_of_day(loader, grain, period, reason);
	if (days >= least_days)
		return period;
	*reason = psprintf("period %s is shorter than a %s; periods of any length stand under \"%s\"",
					   TextDatumGetCString(loader->period[period].text), grain_name(grain),
					   words_of_reason("Kỳ"));
	return NOT_FOUND;
}

/*
 * The year of a cell, which its first or last day may say; one of a column of fiscal years is
 * fiscal where only its number is given.
 */
static const char *
year_text(Loader *loader, const char *year)
{
	const char *reason;
	int32		period;

	year = without_zeros(year);
	if (loader->has_fiscal_years)
		return text_is_digit(*year) ? psprintf("FY%s", year) : year;
	period = read_period(loader, year, strlen(year), &reason);
	if (period != NOT_FOUND)
		period = read_under_heading(loader, HEADING_YEAR, period, &reason);
	return period == NOT_FOUND ? year : TextDatumGetCString(loader->period[period].text);
}

static bool
is_within_period(const Loader *loader, int32 period, int32 outer)
{
	Period		inner = loader->period[period].period;

	return inner.first >= loader->period[outer].period.first &&
		inner.end <= loader->period[outer].period.end;
}

/* Read a part of a year as it stands before the year, behind a word that says what it is. */
static int32
read_before_year(Loader *loader, const char *word, const char *part, const char *year,
				 const char **reason)
{
	const char *text = psprintf("%s%s %s", word, part, year);

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
	/* Words, not letters: T before H1 would be Th1, which is January. */
	const char *word = heading == HEADING_MONTH ? words_of_reason("tháng ") :
		heading == HEADING_QUARTER ? words_of_reason("quý ") : "";
	const char *other_reason;
	int32		period;

	text_skip_spaces(&part);
	period = read_before_year(loader, word, part, year, reason);
	if (period != NOT_FOUND ||
		(heading == HEADING_MONTH && heading_find(readable_text(part)) == HEADING_YEAR))
		return period;
	if (heading_is_whole_year(readable_text(part)))
		return read_one_year(loader, year);
	if (*word == '\0')
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

/* The year of a row: of its own column, or that of all rows; NULL for none. */
static const char *
year_of_row(const StagingRow *row)
{
	const char *year = heading_text(row, HEADING_YEAR);

	return year != NULL ? year_text(row->loader, year) : row->loader->options.period;
}

/*
 * Read a period that says its year itself.  Under a heading of quarters 1/2026 and II/2026 are
 * those, but not beside fiscal years: of these the first quarter is another one.
 */
static int32
read_dated_period(Loader *loader, Heading heading, const char *cell, const char **reason)
{
	const char *quarter;
	int32		period = NOT_FOUND;

	if (heading == HEADING_QUARTER && !loader->has_fiscal_years &&
		(text_is_digit(*cell) || strchr("IViv", *cell) != NULL))
	{
		quarter = psprintf("%s%s", words_of_reason("quý "), cell);
		period = read_period(loader, quarter, strlen(quarter), reason);
	}
	return period != NOT_FOUND ? period : read_period(loader, cell, strlen(cell), reason);
}

/*
 * The same under its heading, and in the year of its row if there is one; a whole year is no
 * quarter or month.
 */
static int32
read_whole_period(StagingRow *row, Heading heading, const char *cell, const char **reason)
{
	Loader	   *loader = row->loader;
	const char *year = heading_text(row, HEADING_YEAR) == NULL ? NULL : year_of_row(row);
	const char *other_reason;
	int32		whole;
	int32		period = read_dated_period(loader, heading, cell,
										   year == NULL ? reason : &other_reason);

	if (period != NOT_FOUND)
		period = read_under_heading(loader, heading, period, reason);
	if (year == NULL || period == NOT_FOUND)
		return period;
	whole = read_period(loader, year, strlen(year), &other_reason);
	if (whole != NOT_FOUND)
		whole = read_under_heading(loader, HEADING_YEAR, whole, reason);
	if (whole == NOT_FOUND ||
		(heading != HEADING_PERIOD && is_within_period(loader, whole, period)))
		return NOT_FOUND;
	if (is_within_period(loader, period, whole))
		return period;
	*reason = psprintf("period \"%s\" is not in the year of its row, which is %s",
					   shown_text(cell, strlen(cell)), shown_text(year, strlen(year)));
	return NOT_FOUND;
}

/* Read the cell of a period, which may be a part of the year of the row. */
static int32
read_period_cell(StagingRow *row, Heading heading, const char *cell)
{
	Loader	   *loader = row->loader;
	const char *year = year_of_row(row);
	const char *text = without_zeros(cell);
	const char *reason = NULL;
	int32		period = NOT_FOUND;

	if (year != NULL)
		period = read_part_of_year(loader, heading, text, year, &reason);
	if (period != NOT_FOUND)
		period = read_under_heading(loader, heading, period, &reason);
	else
		period = read_whole_period(row, heading, text, &reason);
	if (period == NOT_FOUND)
		refuse_cell(row, loader->column_of[heading], cell, reason);
	return period;
}

/* Columns of periods and of parts of years, each in the one before. */
static const Heading period_headings[] = {HEADING_PERIOD, HEADING_QUARTER, HEADING_MONTH};

/* Read what these columns say: the last that is given.  False where a cell is wrong. */
static bool
read_parts_of_row(StagingRow *row, int32 *period)
{
	Loader	   *loader = row->loader;

	*period = NOT_FOUND;
	for (int i = 0; i < lengthof(period_headings); i++)
	{
		const char *cell = heading_text(row, period_headings[i]);
		int32		outer = *period;

		if (cell == NULL)
			continue;
		*period = read_period_cell(row, period_headings[i], cell);
		if (*period == NOT_FOUND)
			return false;
		if (outer != NOT_FOUND && !is_within_period(loader, *period, outer))
		{
			refuse_cell(row, loader->column_of[period_headings[i]], cell,
						psprintf("period %s is not in %s, which its row says too",
								 TextDatumGetCString(loader->period[*period].text),
								 TextDatumGetCString(loader->period[outer].text)));
			return false;
		}
	}
	return true;
}

/* The last of the columns that say the period of a row, or NOT_FOUND. */
static int
last_period_column(const Loader *loader)
{
	int			column = loader->column_of[HEADING_YEAR];

	for (int i = 0; i < lengthof(period_headings); i++)
		if (loader->column_of[period_headings[i]] != NOT_FOUND)
			column = loader->column_of[period_headings[i]];
	return column;
}

/* The period of a row that says no part of a year: its year, or the period of all rows. */
static int32
read_year_of_row(StagingRow *row)
{
	Loader	   *loader = row->loader;
	const char *cell = heading_text(row, HEADING_YEAR);
	const char *year = year_of_row(row);
	int			column = last_period_column(loader);
	const char *reason = NULL;
	int32		period = loader->default_period;

	if (cell != NULL && column != loader->column_of[HEADING_YEAR])
	{
		period = NOT_FOUND;
		reason = psprintf("part of the year is not given; \"%s\" or \"full year\" is all of it",
						  words_of_reason("cả năm"));
		cell = NULL;
	}
	else if (cell != NULL)
	{
		period = read_period(loader, year, strlen(year), &reason);
		if (period != NOT_FOUND)
			period = read_under_heading(loader, HEADING_YEAR, period, &reason);
	}
	else if (period == NOT_FOUND)
		reason = "period is not given";
	if (period == NOT_FOUND)
		refuse_cell(row, column, cell, reason);
	return period;
}

/* The period of a grain that a day begins or ends, by the calendar of the workspace. */
static int32
find_period_around(Loader *loader, Period day, Grain grain)
{
	char		written[PERIOD_TEXT_SIZE];
	const char *reason;
	Period		whole;

	if (period_of_day(day.first, grain, workspace_calendar(loader), &whole) != PLAN_OK ||
		(whole.first != day.first && whole.end != day.end))
		return NOT_FOUND;
	return read_period(loader, written, period_write(written, whole), &reason);
}

/* The same, which most rows of a day ask for again. */
static int32
period_around_day(Loader *loader, int32 day, Grain grain)
{
	int32		whole;

	if (loader->period[day].grain == grain)
		return loader->period[day].whole;
	whole = find_period_around(loader, loader->period[day].period, grain);
	loader->period[day].grain = grain;
	return loader->period[day].whole = whole;
}

/* Why a day is no period of the figures of an indicator. */
static const char *
reason_against_day(Loader *loader, const Figure *common, int32 period)
{
	Period		day = loader->period[period].period;
	char		written[PERIOD_TEXT_SIZE];
	Period		month;

	(void) period_of_day(day.first, GRAIN_MONTH, &standard_rule, &month);
	(void) period_write(written, month);
	return psprintf("day %s neither begins nor ends a %s, the frequency of indicator \"%s\"; "
					"write the period of the %s, such as %s",
					TextDatumGetCString(loader->period[period].text),
					grain_name(loader->indicator[common->indicator].frequency),
					loader->indicators.code[common->indicator], noun_of_figure(loader), written);
}

/* Whether a day, which begins or ends a period, is the one on which figures of a kind count. */
static bool
counts_on_day(CountingDay counting_day, Period whole, Period day)
{
	return counting_day == COUNTS_ON_ALL_DAYS ||
		(counting_day == COUNTS_ON_LAST_DAY ? whole.end == day.end : whole.first == day.first);
}

/*
 * Why a day at one end of a period cannot be meant for it: figures of the kind count at the other
 * end, which is the day beside this one for the period before or after.
 */
static const char *
reason_against_end(Loader *loader, const Figure *common, int32 period, int32 whole)
{
	const Indicator *indicator = &loader->indicator[common->indicator];
	bool		is_last = indicator->counting_day == COUNTS_ON_LAST_DAY;
	Period		day = loader->period[period].period;
	Period		meant = loader->period[whole].period;
	Period		other = meant;
	char		earlier[PERIOD_TEXT_SIZE];
	char		later[PERIOD_TEXT_SIZE];

	(void) period_of_day(is_last ? day.first - 1 : day.end, indicator->frequency,
						 workspace_calendar(loader), &other);
	(void) period_write(earlier, is_last ? other : meant);
	(void) period_write(later, is_last ? meant : other);
	return psprintf("day %s is the %s of a %s, but a %s of indicator \"%s\", of kind %s, counts on "
					"the %s; write the period that is meant, %s or %s",
					TextDatumGetCString(loader->period[period].text), is_last ? "first" : "last",
					grain_name(indicator->frequency), noun_of_figure(loader),
					loader->indicators.code[common->indicator], indicator->kind,
					is_last ? "last" : "first", earlier, later);
}

/*
 * What a day stands for, where nothing else says it: the period of the frequency of its indicator
 * that it begins or ends, since no indicator has figures of single days.  The text has the day; the
 * column, which may be missing, and its cell are to blame for another one.
 */
static int32
period_of_frequency(StagingRow *row, int column, const char *cell, const char *text, int32 period)
{
	Loader	   *loader = row->loader;
	int32		indicator = row->common.indicator;
	int32		whole;
	Grain		grain;

	if ((loader->kind != LOAD_ACTUALS && loader->kind != LOAD_TARGETS) ||
		period == NOT_FOUND || indicator == NOT_FOUND ||
		period_days(loader->period[period].period) > 1)
		return period;
	grain = loader->indicator[indicator].frequency;
	if (grain == GRAIN_DAY)
		return period;
	whole = period_around_day(loader, period, grain);
	if (whole == NOT_FOUND)
		refuse_cell(row, column, cell, reason_against_day(loader, &row->common, period));
	else if (!counts_on_day(loader->indicator[indicator].counting_day,
							loader->period[whole].period, loader->period[period].period))
	{
		refuse_cell(row, column, cell, reason_against_end(loader, &row->common, period, whole));
		return NOT_FOUND;
	}
	else if (loader->day_of_row.text == NULL)
		loader->day_of_row =
			(ReadDay) {.text = text, .indicator = indicator, .period = whole};
	return whole;
}

/* The period that a row says beside its figure, or that of all rows; NOT_FOUND for a wrong one. */
int32
period_of_row(StagingRow *row)
{
	Loader	   *loader = row->loader;
	const char *cell = heading_text(row, HEADING_PERIOD);
	const char *text = cell == NULL ? loader->options.period : cell;
	int			column = cell == NULL ? NOT_FOUND : loader->column_of[HEADING_PERIOD];
	int32		period;

	if (!read_parts_of_row(row, &period))
		return NOT_FOUND;
	if (period == NOT_FOUND)
		period = read_year_of_row(row);
	return period_of_frequency(row, column, text, text, period);
}

/* The period of a column with such a cell, which may be a part of the year of the row. */
int32
period_of_column(StagingRow *row, int column, const char *cell)
{
	Loader	   *loader = row->loader;
	const char *part = loader->column[column].part;
	const char *year = year_of_row(row);
	const char *reason = "year is not given";
	int32		period = loader->column[column].period;

	if (row->is_year_refused)
		return period;
	if (part == NULL || loader->column_of[HEADING_YEAR] == NOT_FOUND)
		return period_of_frequency(row, column, cell, loader->column[column].name, period);
	if (year != NULL)
		period = read_part_of_year(loader, HEADING_PERIOD, part, year, &reason);
	if (period == NOT_FOUND)
	{
		row->is_year_refused = true;
		refuse_cell(row, loader->column_of[HEADING_YEAR], heading_text(row, HEADING_YEAR), reason);
	}
	return period;
}

/* What is said of a day is said of one whose row has no wrong cell. */
void
end_row_day(Loader *loader, bool is_taken)
{
	ReadDay    *day = &loader->day_of_row;

	if (is_taken && loader->day_loaded.text == NULL && day->text != NULL)
	{
		loader->day_loaded = *day;
		loader->day_loaded.text = MemoryContextStrdup(loader->context, day->text);
	}
	day->text = NULL;
}

/* The period that the first day was read as, which nothing else has said. */
const char *
remark_of_day(const Loader *loader)
{
	const ReadDay *day = &loader->day_loaded;

	return day->text == NULL ? NULL :
		psprintf("\"%s\" is read as %s, by the frequency of indicator \"%s\"",
				 shown_text(day->text, strlen(day->text)),
				 TextDatumGetCString(loader->period[day->period].text),
				 loader->indicators.code[day->indicator]);
}
