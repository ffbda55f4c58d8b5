/*
 * calendar_text.c
 *		Calendars as texts.
 *
 * Clauses, of which each may stand once, in any order and letter case, separated by semicolons:
 *
 *		year from 6 April
 *		4-5-4 weeks to the Saturday nearest 31 January
 *		4-4-5 weeks to the last Saturday of January
 *		named by start
 *		week from Sunday
 *		weekend Friday, Saturday
 *		holidays 2024-01-01, 2024-02-08..2024-02-14
 *		working days 2024-02-04, 2024-02-18
 *		half days Saturday, 2024-12-24
 *
 * Days are periods: a month or a year is all of its days.  "standard" is the calendar without any.
 */
#include "core/calendar.h"

#include <string.h>

#include "core/period.h"
#include "core/text.h"
#include "core/word.h"

static const Word words_of_months[] = {
	{"January", 0}, {"February", 1}, {"March", 2}, {"April", 3}, {"May", 4}, {"June", 5},
	{"July", 6}, {"August", 7}, {"September", 8}, {"October", 9}, {"November", 10},
	{"December", 11},
};

static const Word words_of_weekdays[] = {
	{"Monday", 0}, {"Tuesday", 1}, {"Wednesday", 2}, {"Thursday", 3}, {"Friday", 4},
	{"Saturday", 5}, {"Sunday", 6},
};

static const char *const pattern_names[] = {"4-4-5", "4-5-4", "5-4-4"};
static const char *const day_clauses[] = {"holidays", "working days", "half days"};

/* Clauses that have been read. */
typedef enum Clause
{
	CLAUSE_YEAR = 1,
	CLAUSE_NAMED = 2,
	CLAUSE_WEEK = 4,
	CLAUSE_WEEKEND = 8,
	CLAUSE_DAYS = 16			/* shifted by the kind of the days */
} Clause;

typedef struct CalendarReader
{
	const char *cursor;
	Calendar   *calendar;
	CalendarSpan *span;
	uint32_t	seen;
	uint8_t		rest[7];		/* halves that are not worked, by weekday */
	uint32_t	halved;			/* weekdays that are half days */
} CalendarReader;

/*
 * Reading.
 */

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A word in any letter case, as a whole, and spaces before it. */
static bool
skip_word(CalendarReader *reader, const char *word)
{
	const char *cursor = reader->cursor;

	text_skip_spaces(&cursor);
	for (; *word != '\0'; word++, cursor++)
	{
		/* An en dash is read as a hyphen. */
		if (*word == '-' && strncmp(cursor, "\xe2\x80\x93", 3) == 0)
			cursor += 2;
		else if (text_upper_case(*cursor) != text_upper_case(*word))
			return false;
	}
	if (is_letter(word[-1]) && is_letter(*cursor))
		return false;
	reader->cursor = cursor;
	return true;
}

static bool
skip_words(CalendarReader *reader, const char *first, const char *second)
{
	const char *cursor = reader->cursor;

	if (skip_word(reader, first) && skip_word(reader, second))
		return true;
	reader->cursor = cursor;
	return false;
}

static bool
read_name(CalendarReader *reader, const Word *words, int count, int *value)
{
	for (int i = 0; i < count; i++)
		if (skip_word(reader, words[i].name))
		{
			*value = words[i].value;
			return true;
		}
	return false;
}

static bool
read_weekday(CalendarReader *reader, int *weekday)
{
	return read_name(reader, words_of_weekdays, 7, weekday);
}

/* "6 April", "April 6", or "April", of which the day is 1. */
static bool
read_day_of_month(CalendarReader *reader, int *month, int *day)
{
	bool		has_month = read_name(reader, words_of_months, 12, month);
	const char *cursor;
	int			number = 0,
				digits = 0;

	text_skip_spaces(&reader->cursor);
	for (cursor = reader->cursor; text_is_digit(*cursor) && digits < 3; cursor++, digits++)
		number = number * 10 + (*cursor - '0');
	if (digits > 0)
		reader->cursor = cursor;
	*day = digits > 0 ? number : 1;
	if (!has_month && (digits == 0 || !read_name(reader, words_of_months, 12, month)))
		return false;
	/* 32 is no day of any month. */
	*day = *day < 1 || *day > 31 ? 32 : *day;
	return digits < 3;
}

static PlanError
begin_clause(CalendarReader *reader, uint32_t clause)
{
	if (reader->seen & clause)
		return PLAN_SYNTAX;
	reader->seen |= clause;
	return PLAN_OK;
}

/* "year from" has been read. */
static PlanError
read_year(CalendarReader *reader)
{
	CalendarRule *rule = &reader->calendar->rule;
	int			month,
				day;

	if (!read_day_of_month(reader, &month, &day))
		return PLAN_SYNTAX;
	rule->month = (uint8_t) month;
	rule->day = (uint8_t) (day - 1);
	return calendar_rule_is_valid(rule) ? begin_clause(reader, CLAUSE_YEAR) : PLAN_BAD_DATE;
}

/*
 * "4-4-5" has been read: "weeks to the last Saturday of January", "... to the Saturday nearest 31
 * January".
 */
static PlanError
read_weeks(CalendarReader *reader, int pattern)
{
	CalendarRule *rule = &reader->calendar->rule;
	int			last,
				month,
				day = 1;

	rule->pattern = (uint8_t) pattern;
	if (!skip_words(reader, "weeks", "to"))
		return PLAN_SYNTAX;
	(void) skip_word(reader, "the");
	rule->year = skip_word(reader, "last") ? YEAR_TO_LAST_WEEKDAY : YEAR_TO_NEAREST_WEEKDAY;
	if (!read_weekday(reader, &last))
		return PLAN_SYNTAX;
	if (rule->year == YEAR_TO_LAST_WEEKDAY)
	{
		if (!skip_word(reader, "of") || !read_name(reader, words_of_months, 12, &month))
			return PLAN_SYNTAX;
	}
	else
	{
		if (!skip_word(reader, "nearest"))
			return PLAN_SYNTAX;
		(void) skip_word(reader, "to");
		if (!read_day_of_month(reader, &month, &day))
			return PLAN_SYNTAX;
	}
	rule->month = (uint8_t) month;
	rule->day = (uint8_t) (day - 1);
	rule->weekday = (uint8_t) ((last + 1) % 7);
	/* Weeks begin where years do. */
	return calendar_rule_is_valid(rule) ? begin_clause(reader, CLAUSE_YEAR | CLAUSE_WEEK)
		: PLAN_BAD_DATE;
}

static PlanError
read_week(CalendarReader *reader)
{
	int			weekday;

	if (!read_weekday(reader, &weekday))
		return PLAN_SYNTAX;
	if (reader->seen & CLAUSE_WEEK)
		return PLAN_SYNTAX;
	reader->calendar->rule.weekday = (uint8_t) weekday;
	return begin_clause(reader, CLAUSE_WEEK);
}

static PlanError
read_weekend(CalendarReader *reader)
{
	int			weekday;

	for (int i = 0; i < 7; i++)
		reader->rest[i] = 0;
	if (!skip_word(reader, "none"))
		do
		{
			if (!read_weekday(reader, &weekday) || reader->rest[weekday] != 0)
				return PLAN_SYNTAX;
			reader->rest[weekday] = 2;
		} while (skip_word(reader, ","));
	return begin_clause(reader, CLAUSE_WEEKEND);
}

/* Up to a comma, a semicolon or the end: a period, whose days are of the kind. */
static PlanError
read_days(CalendarReader *reader, DayKind kind)
{
	char		text[2 * PERIOD_TEXT_SIZE];
	size_t		length;
	Period		period;
	CalendarSpan *span = &reader->span[reader->calendar->spans];
	PlanError	error;

	text_skip_spaces(&reader->cursor);
	length = strcspn(reader->cursor, ",;");
	if (length >= sizeof(text))
		return PLAN_SYNTAX;
	memcpy(text, reader->cursor, length);
	text[length] = '\0';
	reader->cursor += length;
	if ((error = period_read(text, &period)) != PLAN_OK)
		return error == PLAN_BAD_DATE ? error : PLAN_SYNTAX;
	*span = (CalendarSpan) {period.first, period.end, kind};
	reader->calendar->spans++;
	return PLAN_OK;
}

static PlanError
read_day_clause(CalendarReader *reader, DayKind kind)
{
	PlanError	error;
	int			weekday;

	do
	{
		if (kind == DAY_HALF && read_weekday(reader, &weekday))
		{
			if (reader->halved & 1 << weekday)
				return PLAN_SYNTAX;
			reader->halved |= 1 << weekday;
		}
		else if ((error = read_days(reader, kind)) != PLAN_OK)
			return error;
	} while (skip_word(reader, ","));
	return begin_clause(reader, CLAUSE_DAYS << kind);
}

static PlanError
read_clause(CalendarReader *reader)
{
	if (skip_words(reader, "year", "from"))
		return read_year(reader);
	for (int pattern = 0; pattern < 3; pattern++)
		if (skip_word(reader, pattern_names[pattern]))
			return read_weeks(reader, pattern);
	if (skip_words(reader, "named", "by"))
	{
		reader->calendar->rule.named_by_start = skip_word(reader, "start");
		return reader->calendar->rule.named_by_start || skip_word(reader, "end")
			? begin_clause(reader, CLAUSE_NAMED) : PLAN_SYNTAX;
	}
	if (skip_words(reader, "week", "from"))
		return read_week(reader);
	if (skip_word(reader, "weekend"))
		return read_weekend(reader);
	for (int kind = 0; kind < NUM_DAY_KINDS; kind++)
		if (skip_word(reader, day_clauses[kind]))
			return read_day_clause(reader, kind);
	return PLAN_SYNTAX;
}

/* Weekdays off and half off as they are stored: a weekday cannot be stated as both. */
static PlanError
settle_weekend(CalendarReader *reader)
{
	uint32_t	rest = 0;

	for (int weekday = 0; weekday < 7; weekday++)
	{
		if (reader->halved & 1 << weekday)
		{
			if (reader->seen & CLAUSE_WEEKEND && reader->rest[weekday] != 0)
				return PLAN_SYNTAX;
			reader->rest[weekday] = 1;
		}
		rest |= (uint32_t) reader->rest[weekday] << 2 * weekday;
	}
	reader->calendar->weekend = (uint16_t) (rest ^ USUAL_WEEKEND);
	return PLAN_OK;
}

/* No more spans than this are read from a text. */
int64_t
calendar_count_spans(const char *text)
{
	int64_t		spans = 1;

	for (; *text != '\0'; text++)
		spans += *text == ',' || *text == ';';
	return spans;
}

/*
 * Read a calendar.  The spans have room for as many as calendar_count_spans() says.  Of
 * PLAN_DUPLICATE the day is told that is stated as two things.
 */
PlanError
calendar_read(const char *text, Calendar *calendar, CalendarSpan *span, int32_t *failed)
{
	CalendarReader reader = {.cursor = text,.calendar = calendar,.span = span,
	.rest = {0, 0, 0, 0, 0, 2, 2}};
	PlanError	error;

	memset(calendar, 0, sizeof(*calendar));
	calendar->span = span;
	if (!skip_word(&reader, "standard"))
		do
		{
			if ((error = read_clause(&reader)) != PLAN_OK)
				return error;
		} while (skip_word(&reader, ";"));
	text_skip_spaces(&reader.cursor);
	if (*reader.cursor != '\0')
		return PLAN_SYNTAX;
	if (calendar->spans > CALENDAR_MAX_SPANS)
		return PLAN_TOO_LARGE;
	if ((error = settle_weekend(&reader)) != PLAN_OK)
		return error;
	return calendar_order_spans(span, &calendar->spans, failed);
}

/*
 * Writing.
 */

/* Room for the text with its NUL: clauses, and each span as two days. */
size_t
calendar_text_size(const Calendar *calendar)
{
	return 512 + (size_t) calendar->spans * (2 * PERIOD_TEXT_SIZE);
}

static char *
put(char *out, const char *text)
{
	size_t		length = strlen(text);

	memcpy(out, text, length);
	return out + length;
}

static char *
put_day_of_month(char *out, const CalendarRule *rule)
{
	out += text_write_int64(out, rule->day + 1);
	out = put(out, " ");
	return put(out, words_of_months[rule->month].name);
}

static char *
put_weekday(char *out, int weekday)
{
	return put(out, words_of_weekdays[weekday].name);
}

/* What divides years, if it is not the usual. */
static char *
put_year(char *out, const CalendarRule *rule)
{
	if (rule->year == YEAR_FROM_DAY)
	{
		if (rule->month == 0 && rule->day == 0)
			return out;
		out = put(out, "year from ");
		return put(put_day_of_month(out, rule), "; ");
	}
	out = put(put(out, pattern_names[rule->pattern]), " weeks to the ");
	if (rule->year == YEAR_TO_LAST_WEEKDAY)
		out = put(out, "last ");
	out = put_weekday(out, (rule->weekday + 6) % 7);
	if (rule->year == YEAR_TO_LAST_WEEKDAY)
		out = put(put(out, " of "), words_of_months[rule->month].name);
	else
		out = put_day_of_month(put(out, " nearest "), rule);
	return put(out, "; ");
}

/* Weekdays with so many halves of work, behind what is written before the first. */
static char *
put_weekdays(char *out, const Calendar *calendar, int halves, const char *before, bool *any)
{
	for (int weekday = 0; weekday < 7; weekday++)
		if (calendar_weekday_halves(calendar, weekday) == halves)
		{
			out = put_weekday(put(out, *any ? ", " : before), weekday);
			*any = true;
		}
	return out;
}

/* Saturday or Sunday as a half day is no part of the weekend, whether it is stated or not. */
static char *
put_weekend(char *out, const Calendar *calendar)
{
	bool		any = false;
	bool		is_usual = true;

	for (int weekday = 0; weekday < 7; weekday++)
	{
		int			halves = calendar_weekday_halves(calendar, weekday);

		is_usual = is_usual && (halves == 1 || halves == (weekday < 5 ? 2 : 0));
	}
	if (is_usual)
		return out;
	out = put_weekdays(out, calendar, 0, "weekend ", &any);
	return put(out, any ? "; " : "weekend none; ");
}

static char *
put_day_clause(char *out, const Calendar *calendar, DayKind kind)
{
	char		before[32];
	bool		any = false;

	strcpy(before, day_clauses[kind]);
	strcat(before, " ");
	if (kind == DAY_HALF)
		out = put_weekdays(out, calendar, 1, before, &any);
	for (int32_t i = 0; i < calendar->spans; i++)
		if (calendar->span[i].kind == (int32_t) kind)
		{
			Period		period = {calendar->span[i].first, calendar->span[i].end};

			out = put(out, any ? ", " : before);
			out += period_write(out, period);
			any = true;
		}
	return any ? put(out, "; ") : out;
}

/* Write the text, with its NUL; returns its length. */
size_t
calendar_write(char *out, const Calendar *calendar)
{
	const CalendarRule *rule = &calendar->rule;
	char	   *p = put_year(out, rule);

	if (rule->named_by_start)
		p = put(p, "named by start; ");
	if (rule->weekday != 0 && rule->year == YEAR_FROM_DAY)
		p = put_weekday(put(p, "week from "), rule->weekday);
	if (rule->weekday != 0 && rule->year == YEAR_FROM_DAY)
		p = put(p, "; ");
	p = put_weekend(p, calendar);
	for (int kind = 0; kind < NUM_DAY_KINDS; kind++)
		p = put_day_clause(p, calendar, kind);
	if (p == out)
		p = put(out, "standard; ");
	p[-2] = '\0';
	return (size_t) (p - 2 - out);
}
