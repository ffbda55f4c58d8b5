/*
 * fiscal_phrase.c
 *		Fiscal years and their parts as people write them, by a calendar.
 */
#include <stdio.h>
#include <string.h>

#include "core/period_words.h"
#include "core/text.h"

/*
 * The second of the two calendar years in which a fiscal year lies: "/2024", "/24", "-24".  False
 * for one that is not the next.
 */
static bool
take_second_year(const Phrase *phrase, int *i, int32_t first)
{
	int			at = *i;
	bool		is_slash = phrase_skip_sign(phrase, &at, '/');
	int32_t		second;

	if ((!is_slash && !phrase_skip_sign(phrase, &at, '-')) ||
		!phrase_take_integer(phrase, &at, is_slash ? 4 : 2, &second) ||
		(phrase->token[at - 1].length == 2 ? second != (first + 1) % 100 : second != first + 1))
		return false;
	*i = at;
	return true;
}

/*
 * "2022/23", "2022/2023", which no month is: "2011/12" could be December.  Where years are those of
 * the calendar that everybody has, it is none of them.
 */
static bool
take_split_year(const Phrase *phrase, const CalendarRule *rule, int *i, int32_t *year)
{
	int			at = *i;
	int			second;

	if (!period_take_bare_year(phrase, &at, year) || !phrase_is_sign(phrase, at, '/') ||
		(rule != NULL && !calendar_year_is_split(rule)))
		return false;
	second = at + 1;
	if (!take_second_year(phrase, &at, *year) ||
		(phrase->token[second].length == 2 && *year % 100 < 12))
		return false;
	*year += rule == NULL || !rule->named_by_start;
	*i = at;
	return true;
}

/* "năm tài chính 2023", "NTC 2023", "fiscal year 2023", "FY 2023", "FY23", "FY2022/23" */
static bool
take_fiscal_year(const Phrase *phrase, const CalendarRule *rule, int *i, int32_t *year)
{
	static const char *const words[] = {
		"fy", "năm tài chính", "cả năm tài chính", "ntc", "năm tc", "năm tài khóa", "năm tài khoá",
		"năm ngân sách", "niên độ", "niên độ tài chính", "niên độ kế toán", "the fiscal year",
		"fiscal year", "the financial year", "financial year", "budget year", "fiscal",
	};
	int			word = PHRASE_SKIP_ANY(phrase, i, words);

	if (word < 0)
		return take_split_year(phrase, rule, i, year);
	if ((word != 0 || !period_take_short_year(phrase, i, year)) &&
		(!phrase_take_integer(phrase, i, 4, year) || *year < 1000))
		return false;
	if (take_second_year(phrase, i, *year))
	{
		if (rule != NULL && !calendar_year_is_split(rule))
			return false;
		*year += rule == NULL || !rule->named_by_start;
	}
	return true;
}

/* A part of a fiscal year, by its number. */
typedef struct FiscalPart
{
	char		unit;			/* Q, H, M or W; NUL for the year */
	int32_t		first;
	int32_t		last;
	bool		is_month_name;	/* "tháng 1" is January too */
} FiscalPart;

static void
take_month_number(const Phrase *phrase, int *i, FiscalPart *part)
{
	if (phrase_take_integer(phrase, i, 2, &part->first))
		part->unit = 'M';
}

/* Before the year: "quý I", "first half of", "6 tháng đầu", "tháng 1", "Q1-", "1H". */
static void
take_part_before(const Phrase *phrase, int *i, FiscalPart *part)
{
	int			at = 0;

	*part = (FiscalPart) {'\0', 0, 0, false};
	if (period_take_quarter(phrase, &at, &part->first))
		part->unit = 'Q';
	else if (period_take_half(phrase, (at = 0, &at), &part->first))
		part->unit = 'H';
	else if (period_take_months(phrase, (at = 0, &at), &part->first, &part->last))
		part->unit = 'M';
	else if (phrase_skip(phrase, (at = 0, &at), "tháng thứ") || phrase_skip(phrase, &at, "month"))
		take_month_number(phrase, &at, part);
	else if (phrase_skip(phrase, &at, "tháng") ||
			 (phrase_skip(phrase, &at, "t") && phrase_is_joined(phrase, at)))
	{
		take_month_number(phrase, &at, part);
		part->is_month_name = true;
	}
	if (part->unit == '\0')
		return;
	if (part->last == 0)
		part->last = part->first;
	*i = at;
	(void) (phrase_skip_sign(phrase, i, '/') || phrase_skip_sign(phrase, i, '-') ||
			phrase_skip_sign(phrase, i, ',') || phrase_skip(phrase, i, "of") ||
			phrase_skip(phrase, i, "của"));
}

/* Behind the year: "-Q1", " H1", "M03". */
static void
take_part_behind(const Phrase *phrase, int *i, FiscalPart *part)
{
	static const char *const units[] = {"q", "h", "m", "w"};
	int			at = *i;
	int			unit;

	(void) phrase_skip_sign(phrase, &at, '-');
	unit = PHRASE_SKIP_ANY(phrase, &at, units);
	if (unit < 0 || !phrase_is_joined(phrase, at) ||
		!phrase_take_integer(phrase, &at, 2, &part->first))
		return;
	part->unit = "QHMW"[unit];
	part->last = part->first;
	*i = at;
}

/* The words between the first and the last year. */
static bool
skip_to_last_year(const Phrase *phrase, int *i)
{
	int			at = *i;

	if (phrase_skip_sign(phrase, &at, '.') && phrase_skip_sign(phrase, &at, '.'))
	{
		*i = at;
		return true;
	}
	return phrase_skip_sign(phrase, i, '-') || phrase_skip(phrase, i, "đến") ||
		phrase_skip(phrase, i, "to");
}

/* Several years; two in a row, "2022-2023", are those in which one fiscal year lies. */
static bool
write_last_year(const Phrase *phrase, const CalendarRule *rule, int *i, int32_t year, char *name)
{
	int32_t		last;
	int			at = *i;
	bool		is_bare = !take_fiscal_year(phrase, rule, &at, &last);

	if (is_bare && !period_take_bare_year(phrase, (at = *i, &at), &last))
		return false;
	*i = at;
	if (is_bare && last == year + 1 && rule != NULL && calendar_year_is_split(rule))
		snprintf(name, PERIOD_TEXT_SIZE, "FY%d", (int) (rule->named_by_start ? year : last));
	else
		snprintf(name, PERIOD_TEXT_SIZE, "FY%d-FY%d", (int) year, (int) last);
	return true;
}

/*
 * What stands in words for a name that fiscal periods have: of a year, of a part of one, or of
 * several years.
 */
static bool
read_fiscal_words(const Phrase *phrase, const CalendarRule *rule, char name[PERIOD_TEXT_SIZE],
				  bool *is_month_name)
{
	FiscalPart	part;
	int32_t		year;
	int			i = 0;

	take_part_before(phrase, &i, &part);
	*is_month_name = part.is_month_name;
	if (!take_fiscal_year(phrase, rule, &i, &year))
		return false;
	if (part.unit == '\0')
		take_part_behind(phrase, &i, &part);
	if (part.unit != '\0' && part.first == part.last)
		snprintf(name, PERIOD_TEXT_SIZE, "FY%d-%c%d", (int) year, part.unit, (int) part.first);
	else if (part.unit != '\0')
		snprintf(name, PERIOD_TEXT_SIZE, "FY%d-%c%d..FY%d-%c%d", (int) year, part.unit,
				 (int) part.first, (int) year, part.unit, (int) part.last);
	else if (!skip_to_last_year(phrase, &i))
		snprintf(name, PERIOD_TEXT_SIZE, "FY%d", (int) year);
	else if (!write_last_year(phrase, rule, &i, year, name))
		return false;
	return i == phrase->tokens;
}

/*
 * Without a calendar, what is read is PLAN_NO_CALENDAR.  "tháng 1" of a fiscal year that does not
 * begin in January is PLAN_AMBIGUOUS: its first month, or January.
 */
PlanError
fiscal_phrase_read(const Phrase *phrase, const CalendarRule *rule, Period *period)
{
	char		name[PERIOD_TEXT_SIZE];
	char		text[PHRASE_MAX_LENGTH];
	bool		is_month_name;
	bool		is_words = read_fiscal_words(phrase, rule, name, &is_month_name);
	PlanError	error;

	if (phrase->tokens == 0)
		return PLAN_SYNTAX;
	(void) phrase_copy(phrase, 0, phrase->tokens, text);
	if (!is_words && (text_upper_case(text[0]) != 'F' || text_upper_case(text[1]) != 'Y' ||
					  !text_is_digit(text[2])))
		return PLAN_SYNTAX;
	if (rule == NULL)
		return PLAN_NO_CALENDAR;
	error = period_read_fiscal(is_words ? name : text, rule, period);
	return error == PLAN_OK && is_words && is_month_name && calendar_year_is_split(rule) ?
		PLAN_AMBIGUOUS : error;
}
