/*
 * period_phrase.c
 *		Periods and dates as people write them, in Vietnamese and English.
 *
 *		Quý III/2022, quý 3 năm 2022, Q3 2022, third quarter of 2022
 *		6 tháng đầu năm 2023, 9 tháng năm 2022, first 6 months of 2023, 3 quý đầu năm 2023
 *		6 tháng cuối năm 2023, nửa cuối năm 2023, second half of 2023
 *		tháng 6/2023, tháng sáu năm 2023, T6/2023, June 2023, Jun-23
 *		năm 2023, cả năm 2023, full year 2023, CY2023
 *		giai đoạn 2021 - 2025, nhiệm kỳ 2020-2025, từ 2021 đến 2025
 *		tuần 5/2023, week 5 of 2023
 *		ngày 31/12/2020, 8 tháng 6 năm 2023, 8 June 2023, 2023/06/08
 *		từ 01/07/2022 đến 30/06/2023, 1 July 2022 - 30 June 2023, tháng 7/2022 - tháng 6/2023
 *		year ended 31 March 2023, six months to June 2023, năm tài chính kết thúc ngày 31/03/2023
 *
 * with a calendar, of which these are years or parts of them,
 *
 *		FY2023, FY2023-Q1, năm tài chính 2023, quý I năm tài chính 2023, fiscal year 2021 - 2023
 *		6 tháng đầu năm tài chính 2023, tháng 1 năm tài chính 2023, 9M FY2023, FY23, FY2022/23
 *		NTC 2023, 2022/23, Q1 2022/23
 *
 * and what plan_period itself reads.  Years have four digits: of two, nobody knows which.  Two
 * alone are those of a year behind FY, and behind the name of a month and a dash, as spreadsheets
 * write it: from 1970 to 2069.
 */
#include "core/period_phrase.h"

#include <string.h>

#include "core/period_words.h"
#include "core/text.h"

#define COUNT(array) ((int) (sizeof(array) / sizeof((array)[0])))

static const char *const month_names[] = {
	"january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december",
	"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
	"jan .", "feb .", "mar .", "apr .", "may", "jun .", "jul .", "aug .", "sept .", "oct .",
	"nov .", "dec .",
	"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec",
};

/* The year that a part of it is said to be of. */
static bool
take_year(const Phrase *phrase, int *i, int32_t *year)
{
	int			at = *i;

	(void) (phrase_skip_sign(phrase, &at, '/') || phrase_skip_sign(phrase, &at, '-') ||
			phrase_skip_sign(phrase, &at, ',') || phrase_skip(phrase, &at, "of") ||
			phrase_skip(phrase, &at, "của"));
	if (!period_take_bare_year(phrase, &at, year))
		return false;
	*i = at;
	return true;
}

static PlanError
months_of_year(int32_t year, int32_t first, int32_t end, Period *period)
{
	int64_t		start = gregorian_year_start(year);

	return period_from_months(start + first, start + end, period);
}

/*
 * Each reader takes a phrase from its first token on and says whether it is of its form: then all
 * of it must have been taken.
 */

/* "quý III/2022", "Q3 2022", "third quarter of 2022" */
static bool
read_quarter(const Phrase *phrase, int *i, Period *period)
{
	int32_t		quarter;
	int32_t		year;

	return period_take_quarter(phrase, i, &quarter) && take_year(phrase, i, &year) &&
		months_of_year(year, (quarter - 1) * 3, quarter * 3, period) == PLAN_OK;
}

/* "6 tháng đầu năm 2023", "9 tháng 2022", "lũy kế 5 tháng 2023", "9M 2022" */
static bool
read_months(const Phrase *phrase, int *i, Period *period)
{
	int32_t		first;
	int32_t		last;
	int32_t		year;

	return period_take_months(phrase, i, &first, &last) && take_year(phrase, i, &year) &&
		months_of_year(year, first - 1, last, period) == PLAN_OK;
}

/* "nửa đầu năm 2023", "first half of 2023", "H1 2023" */
static bool
read_half(const Phrase *phrase, int *i, Period *period)
{
	int32_t		year;
	int32_t		half;

	return period_take_half(phrase, i, &half) && take_year(phrase, i, &year) &&
		months_of_year(year, half * 6 - 6, half * 6, period) == PLAN_OK;
}

/* "T6", "T.6", "Th6": up to the number. */
static bool
skip_month_letters(const Phrase *phrase, int *i)
{
	int			at = *i;

	if (!phrase_skip(phrase, &at, "t") && !phrase_skip(phrase, &at, "th"))
		return false;
	if (phrase_is_joined(phrase, at))
		(void) phrase_skip_sign(phrase, &at, '.');
	if (!phrase_is_joined(phrase, at))
		return false;
	*i = at;
	return true;
}

/* A month by its number or name, without its year. */
static bool
take_month(const Phrase *phrase, int *i, int32_t *month)
{
	bool		is_word = phrase_skip(phrase, i, "tháng");

	if (is_word && period_take_month_word(phrase, i, month))
		return true;
	if (is_word || skip_month_letters(phrase, i))
		return phrase_take_integer(phrase, i, 2, month) && *month >= 1 && *month <= 12;
	*month = period_take_word_of(phrase, i, month_names, COUNT(month_names), 12);
	return *month > 0;
}

/* "6.2023", which is a number too. */
static bool
take_dotted_month(const Phrase *phrase, int *i, int32_t *month, int32_t *year)
{
	const PhraseToken *token = &phrase->token[*i];
	const char *p = phrase->folded + token->begin;
	int			digits = (int) token->length - 5;

	if (*i >= phrase->tokens || token->kind != TOKEN_NUMBER || digits < 1 || digits > 2 ||
		p[digits] != '.')
		return false;
	*month = *year = 0;
	for (int k = 0; k < token->length; k++)
	{
		int32_t    *number = k < digits ? month : year;

		if (k == digits)
			continue;
		if (!text_is_digit(p[k]))
			return false;
		*number = *number * 10 + (p[k] - '0');
	}
	(*i)++;
	return *year >= 1000;
}

/* "6/2023", "6-2023", "6.2023", "tháng 6.2023": no day or month has four digits. */
static bool
read_short_month(const Phrase *phrase, int *i, Period *period)
{
	int32_t		month;
	int32_t		year;
	int			at = *i;

	if ((phrase_skip(phrase, &at, "tháng") || skip_month_letters(phrase, &at)) &&
		take_dotted_month(phrase, &at, &month, &year))
		*i = at;
	else if (!take_dotted_month(phrase, i, &month, &year) &&
		(!phrase_take_integer(phrase, i, 2, &month) ||
		 (!phrase_is_sign(phrase, *i, '/') && !phrase_is_sign(phrase, *i, '-')) ||
		 !take_year(phrase, i, &year)))
		return false;
	return month >= 1 && month <= 12 && months_of_year(year, month - 1, month, period) == PLAN_OK;
}

/* "Jun-23" */
static bool
read_month_of_sheet(const Phrase *phrase, int *i, Period *period)
{
	int32_t		month = period_take_word_of(phrase, i, month_names, COUNT(month_names), 12);
	int32_t		year;

	return month > 0 && phrase_is_joined(phrase, *i) && phrase_skip_sign(phrase, i, '-') &&
		phrase_is_joined(phrase, *i) && period_take_short_year(phrase, i, &year) &&
		months_of_year(year, month - 1, month, period) == PLAN_OK;
}

/* "tháng 6/2023", "June 2023"; and "từ tháng 1 đến tháng 6 năm 2023" */
static bool
read_month(const Phrase *phrase, int *i, Period *period)
{
	int32_t		month;
	int32_t		last;
	int32_t		year;
	bool		is_from = phrase_skip(phrase, i, "từ") || phrase_skip(phrase, i, "from");
	int			at;

	if (!take_month(phrase, i, &month))
		return false;
	at = *i;
	if ((phrase_skip(phrase, &at, "đến") || phrase_skip(phrase, &at, "to") ||
		 phrase_skip_sign(phrase, &at, '-')) && take_month(phrase, &at, &last))
		*i = at;
	else if (is_from)
		return false;
	else
		last = month;
	return month <= last && take_year(phrase, i, &year) &&
		months_of_year(year, month - 1, last, period) == PLAN_OK;
}

/* "tuần 5/2023", "week 5 of 2023", "W5/2023" */
static bool
read_week(const Phrase *phrase, int *i, Period *period)
{
	int32_t		week;
	int32_t		year;

	if (!phrase_skip(phrase, i, "tuần") && !phrase_skip(phrase, i, "week") &&
		!(phrase_skip(phrase, i, "w") && phrase_is_joined(phrase, *i)))
		return false;
	(void) phrase_skip(phrase, i, "thứ");
	return phrase_take_integer(phrase, i, 2, &week) && take_year(phrase, i, &year) &&
		period_from_week(year, week, period) == PLAN_OK;
}

/* "năm 2023", "giai đoạn 2021 - 2025", "từ năm 2021 đến năm 2025" */
static bool
read_years(const Phrase *phrase, int *i, Period *period)
{
	static const char *const words[] = {
		"cả năm", "trong", "giai đoạn", "nhiệm kỳ", "thời kỳ", "full year", "term", "period",
		"the period", "the term", "plan",
	};
	bool		is_from = phrase_skip(phrase, i, "từ") || phrase_skip(phrase, i, "from");
	int32_t		first;
	int32_t		last;

	(void) PHRASE_SKIP_ANY(phrase, i, words);
	if (!period_take_bare_year(phrase, i, &first))
		return false;
	last = first;
	if (phrase_skip_sign(phrase, i, '-') || phrase_skip(phrase, i, "đến") ||
		phrase_skip(phrase, i, "to"))
	{
		if (!period_take_bare_year(phrase, i, &last))
			return false;
	}
	else if (is_from)
		return false;
	return first <= last && months_of_year(first, 0, (last - first + 1) * 12, period) == PLAN_OK;
}

/*
 * Dates.
 */

/* "31/12/2020", "31-12-2020", "31.12.2020": the day before the month. */
static bool
take_short_date(const Phrase *phrase, int *i, int32_t date[3])
{
	const PhraseToken *token = &phrase->token[*i];
	char		mark;

	if (*i < phrase->tokens && token->kind == TOKEN_NUMBER && token->length >= 8)
	{
		const char *p = phrase->folded + token->begin;
		const char *end = p + token->length;
		int			part = 0;

		memset(date, 0, 3 * sizeof(int32_t));
		for (; p < end && part < 3; p++)
		{
			if (*p == '.')
				part++;
			else if (!text_is_digit(*p) || date[part] > 999)
				return false;
			else
				date[part] = date[part] * 10 + (*p - '0');
		}
		(*i)++;
		return part == 2 && date[2] >= 1000;
	}
	if (!phrase_take_integer(phrase, i, 2, &date[0]))
		return false;
	mark = phrase_is_sign(phrase, *i, '/') ? '/' : '-';
	return phrase_skip_sign(phrase, i, mark) && phrase_take_integer(phrase, i, 2, &date[1]) &&
		phrase_skip_sign(phrase, i, mark) && phrase_take_integer(phrase, i, 4, &date[2]) &&
		date[2] >= 1000;
}

/* "2022-07-01", "2022/07/01": the year first, and then the month. */
static bool
take_plain_date(const Phrase *phrase, int *i, int32_t date[3])
{
	char		mark;

	if (!phrase_take_integer(phrase, i, 4, &date[2]) || date[2] < 1000)
		return false;
	mark = phrase_is_sign(phrase, *i, '/') ? '/' : '-';
	return phrase_skip_sign(phrase, i, mark) && phrase_take_integer(phrase, i, 2, &date[1]) &&
		phrase_skip_sign(phrase, i, mark) && phrase_take_integer(phrase, i, 2, &date[0]);
}

/* "8 tháng 6 năm 2023", "8 June 2023", "8th of June, 2023", "June 8, 2023" */
static bool
take_long_date(const Phrase *phrase, int *i, int32_t date[3])
{
	int32_t		month = period_take_word_of(phrase, i, month_names, COUNT(month_names), 12);

	if (!phrase_take_integer(phrase, i, 2, &date[0]))
		return false;
	(void) (phrase_skip(phrase, i, "st") || phrase_skip(phrase, i, "nd") ||
			phrase_skip(phrase, i, "rd") || phrase_skip(phrase, i, "th"));
	(void) phrase_skip(phrase, i, "of");
	if (month == 0 && !take_month(phrase, i, &month))
		return false;
	date[1] = month;
	return take_year(phrase, i, &date[2]);
}

/* A date of the calendar, of whose three numbers the year is last. */
static PlanError
day_of_date(const int32_t date[3], int32_t *day)
{
	int64_t		month = (int64_t) gregorian_year_start(date[2]) + date[1] - 1;

	if (date[1] < 1 || date[1] > 12 || date[0] < 1 ||
		date[0] > gregorian_month_start((int32_t) month + 1) -
		gregorian_month_start((int32_t) month))
		return PLAN_BAD_DATE;
	*day = (int32_t) gregorian_month_start((int32_t) month) + date[0] - 1;
	return PLAN_OK;
}

static PlanError
read_date(const Phrase *phrase, int32_t *day)
{
	int32_t		date[3];
	int			begin = 0;
	int			i;

	(void) (phrase_skip(phrase, &begin, "ngày") || phrase_skip(phrase, &begin, "on") ||
			phrase_skip(phrase, &begin, "the"));
	i = begin;
	if (take_short_date(phrase, &i, date) && i == phrase->tokens)
		return day_of_date(date, day);
	i = begin;
	if (take_plain_date(phrase, &i, date) && i == phrase->tokens)
		return day_of_date(date, day);
	i = begin;
	if (take_long_date(phrase, &i, date) && i == phrase->tokens)
		return day_of_date(date, day);
	return PLAN_SYNTAX;
}

/*
 * Spans.
 */

/* A month with its year: "tháng 7/2022", "7/2022", "July 2022". */
static bool
take_month_of_year(const Phrase *phrase, int *i, Period *period)
{
	int			at = *i;

	if (!read_short_month(phrase, &at, period))
	{
		int32_t		month;
		int32_t		year;

		at = *i;
		if (!take_month(phrase, &at, &month) || !take_year(phrase, &at, &year) ||
			months_of_year(year, month - 1, month, period) != PLAN_OK)
			return false;
	}
	*i = at;
	return true;
}

/* The day or month with which a span begins or ends. */
static PlanError
take_end(const Phrase *phrase, int *i, Period *period)
{
	static bool (*const readers[]) (const Phrase *, int *, int32_t[3]) = {
		take_short_date, take_long_date, take_plain_date
	};
	int32_t		date[3];
	int32_t		day;

	(void) phrase_skip(phrase, i, "ngày");
	for (int k = 0; k < COUNT(readers); k++)
	{
		int			at = *i;
		PlanError	error;

		if (at >= phrase->tokens || !readers[k] (phrase, &at, date))
			continue;
		*i = at;
		error = day_of_date(date, &day);
		return error == PLAN_OK ? period_from_days(day, (int64_t) day + 1, period) : error;
	}
	return take_month_of_year(phrase, i, period) ? PLAN_OK : PLAN_SYNTAX;
}

/* "01/07/2022 - 30/06/2023", "từ tháng 7/2022 đến tháng 6/2023" */
static PlanError
read_span(const Phrase *phrase, Period *period)
{
	Period		first;
	Period		last;
	PlanError	error;
	int			i = 0;

	(void) (phrase_skip(phrase, &i, "từ") || phrase_skip(phrase, &i, "from"));
	error = take_end(phrase, &i, &first);
	if (error == PLAN_SYNTAX ||
		!(phrase_skip_sign(phrase, &i, '-') || phrase_skip(phrase, &i, "đến") ||
		  phrase_skip(phrase, &i, "to") || phrase_skip(phrase, &i, "until")))
		return PLAN_SYNTAX;
	if (error == PLAN_OK)
		error = take_end(phrase, &i, &last);
	if (error != PLAN_OK)
		return error;
	if (i != phrase->tokens || last.first < first.first)
		return PLAN_SYNTAX;
	return period_from_days(first.first, last.end, period);
}

/* How many months the words for a period before its end are: "năm", "quarter", "six months". */
static bool
take_length(const Phrase *phrase, int *i, int32_t *months)
{
	static const char *const words[] = {
		"year", "half year", "half - year", "quarter", "năm",
		"fiscal year", "financial year", "fy", "năm tài chính", "niên độ",
	};
	static const int32_t lengths[] = {12, 6, 6, 3, 12, 12, 12, 12, 12, 12};
	int			word;

	(void) (phrase_skip(phrase, i, "for the") || phrase_skip(phrase, i, "the"));
	word = PHRASE_SKIP_ANY(phrase, i, words);
	if (word >= 0)
	{
		*months = lengths[word];
		return true;
	}
	return period_take_count(phrase, i, months) && *months <= 12 &&
		(phrase_skip(phrase, i, "months") || phrase_skip(phrase, i, "tháng"));
}

/* "year ended 31 March 2023", "six months to June 2023": whole months */
static PlanError
read_ended(const Phrase *phrase, Period *period)
{
	static const char *const words[] = {"ended", "ending", "to", "kết thúc"};
	int32_t		months;
	int64_t		end;
	Period		last;
	PlanError	error;
	int			i = 0;

	if (!take_length(phrase, &i, &months) || PHRASE_SKIP_ANY(phrase, &i, words) < 0)
		return PLAN_SYNTAX;
	(void) phrase_skip(phrase, &i, "on");
	error = take_end(phrase, &i, &last);
	if (error != PLAN_OK || i != phrase->tokens)
		return error == PLAN_OK ? PLAN_SYNTAX : error;
	end = (int64_t) gregorian_month(last.end - 1) + 1;
	if (gregorian_month_start((int32_t) end) != last.end)
		return PLAN_SYNTAX;
	return period_from_months(end - months, end, period);
}

/* What plan_period itself reads. */
static PlanError
read_plain(const Phrase *phrase, Period *period)
{
	char		text[PHRASE_MAX_LENGTH];

	if (phrase->tokens == 0)
		return PLAN_SYNTAX;
	(void) phrase_copy(phrase, 0, phrase->tokens, text);
	return period_read(text, period);
}

/* What plan_period itself reads counts if it is a day. */
PlanError
date_phrase_read(const char *text, int32_t *day)
{
	Phrase		phrase;
	Period		period;
	PlanError	error = phrase_read(&phrase, text);

	if (error != PLAN_OK)
		return error;
	error = read_date(&phrase, day);
	if (error != PLAN_SYNTAX)
		return error;
	error = read_plain(&phrase, &period);
	if (error == PLAN_OK && period_days(period) != 1)
		return PLAN_SYNTAX;
	*day = period.first;
	return error;
}

/* Without a calendar, fiscal years are an error. */
PlanError
period_phrase_read(const char *text, const CalendarRule *rule, Period *period)
{
	static bool (*const readers[]) (const Phrase *, int *, Period *) = {
		read_quarter, read_months, read_half, read_month, read_short_month, read_month_of_sheet,
		read_week, read_years
	};
	Phrase		phrase;
	int32_t		day;
	PlanError	error = phrase_read(&phrase, text);

	if (error != PLAN_OK)
		return error;
	for (int k = 0; k < COUNT(readers); k++)
	{
		int			i = 0;

		if (readers[k] (&phrase, &i, period) && i == phrase.tokens)
			return PLAN_OK;
	}
	error = read_date(&phrase, &day);
	if (error == PLAN_OK)
		return period_from_days(day, (int64_t) day + 1, period);
	if (error == PLAN_BAD_DATE)
		return error;
	error = read_span(&phrase, period);
	if (error == PLAN_SYNTAX)
		error = read_ended(&phrase, period);
	if (error == PLAN_SYNTAX)
		error = fiscal_phrase_read(&phrase, rule, period);
	return error == PLAN_SYNTAX ? read_plain(&phrase, period) : error;
}
