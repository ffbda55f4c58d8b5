/*
 * period_words.c
 *		The parts of years that people write, in Vietnamese and English, and years.
 */
#include "core/period_words.h"

#define COUNT(array) ((int) (sizeof(array) / sizeof((array)[0])))

static const char *const roman_numbers[] = {"i", "ii", "iii", "iv"};

static const char *const roman_quarters[] = {"qi", "qii", "qiii", "qiv"};

static const char *const month_words[] = {
	"một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
};

static const char *const number_words[] = {
	"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
	"twelve",
	"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một",
	"mười hai",
};

static const char *const ordinals[] = {"first", "second", "third", "fourth"};

static const char *const vietnamese_ordinals[] = {
	"nhất", "hai", "ba", "tư",
	"một", "hai", "ba", "bốn",
};

/* A year of four digits, after words that may stand before it. */
bool
period_take_bare_year(const Phrase *phrase, int *i, int32_t *year)
{
	static const char *const words[] = {
		"năm", "the year", "year", "the calendar year", "calendar year", "cy",
	};
	int			at = *i;

	(void) PHRASE_SKIP_ANY(phrase, &at, words);
	if (at >= phrase->tokens || phrase->token[at].length != 4 ||
		!phrase_take_integer(phrase, &at, 4, year) || *year < 1000)
		return false;
	*i = at;
	return true;
}

/* The year of two digits. */
bool
period_take_short_year(const Phrase *phrase, int *i, int32_t *year)
{
	if (*i >= phrase->tokens || phrase->token[*i].length != 2 ||
		!phrase_take_integer(phrase, i, 2, year))
		return false;
	*year += *year < 70 ? 2000 : 1900;
	return true;
}

/* The place of a word in a list, from 1; 0 where it is none. */
int
period_take_word_of(const Phrase *phrase, int *i, const char *const *list, int count, int modulo)
{
	int			place = phrase_skip_any(phrase, i, list, count);

	return place < 0 ? 0 : place % modulo + 1;
}

/* A number of months in digits or words. */
bool
period_take_count(const Phrase *phrase, int *i, int32_t *count)
{
	if (phrase_take_integer(phrase, i, 2, count))
		return *count >= 1;
	*count = period_take_word_of(phrase, i, number_words, COUNT(number_words), 12);
	return *count > 0;
}

/*
 * A month by the word for its number.  Before a year "năm" is the year, and not the fifth month.
 */
bool
period_take_month_word(const Phrase *phrase, int *i, int32_t *month)
{
	int			at = *i;

	*month = period_take_word_of(phrase, &at, month_words, COUNT(month_words), 12);
	if (*month == 0 || (*month == 5 && phrase->token[at].kind == TOKEN_NUMBER))
		return false;
	*i = at;
	return true;
}

/* The number behind "quý" or "Q": "III", "3", "thứ ba", "đầu". */
static int32_t
take_number_of_quarter(const Phrase *phrase, int *i)
{
	int32_t		number;

	(void) phrase_skip(phrase, i, "thứ");
	if (phrase_take_integer(phrase, i, 1, &number))
		return number;
	number = period_take_word_of(phrase, i, roman_numbers, COUNT(roman_numbers), 4);
	if (number == 0)
		number = period_take_word_of(phrase, i, vietnamese_ordinals,
									 COUNT(vietnamese_ordinals), 4);
	if (number == 0)
		number = phrase_skip(phrase, i, "đầu") ? 1 : phrase_skip(phrase, i, "cuối") ? 4 : 0;
	return number;
}

/* "3Q", "3rd quarter", "third quarter" */
static int32_t
take_numbered_quarter(const Phrase *phrase, int *i)
{
	int32_t		number;

	(void) phrase_skip(phrase, i, "the");
	if (phrase_take_integer(phrase, i, 1, &number))
	{
		if (phrase_is_joined(phrase, *i) && phrase_skip(phrase, i, "q"))
			return number;
		if (!phrase_skip(phrase, i, "st") && !phrase_skip(phrase, i, "nd") &&
			!phrase_skip(phrase, i, "rd") && !phrase_skip(phrase, i, "th"))
			return 0;
	}
	else
		number = period_take_word_of(phrase, i, ordinals, COUNT(ordinals), 4);
	return phrase_skip(phrase, i, "quarter") ? number : 0;
}

/* A quarter by its number, without its year. */
bool
period_take_quarter(const Phrase *phrase, int *i, int32_t *quarter)
{
	int			at = *i;
	int32_t		number = period_take_word_of(phrase, &at, roman_quarters, COUNT(roman_quarters), 4);

	if (number == 0 && phrase_skip(phrase, &at, "q"))
	{
		(void) phrase_skip_sign(phrase, &at, '.');
		number = take_number_of_quarter(phrase, &at);
	}
	else if (number == 0 &&
			 (phrase_skip(phrase, &at, "quý") || phrase_skip(phrase, &at, "quarter")))
		number = take_number_of_quarter(phrase, &at);
	else if (number == 0)
		number = take_numbered_quarter(phrase, &at);
	if (number == 0)
		return false;
	*i = at;
	*quarter = number;
	return number >= 1 && number <= 4;
}

/* "3 quý đầu", "first three quarters": which ones they are must be said. */
static bool
skip_quarters(const Phrase *phrase, int *i, bool is_said)
{
	int			at = *i;

	if (phrase_skip(phrase, &at, "quý"))
		is_said = phrase_match(phrase, at, "đầu") > 0 || phrase_match(phrase, at, "cuối") > 0;
	else if (!phrase_skip(phrase, &at, "quarters"))
		return false;
	if (is_said)
		*i = at;
	return is_said;
}

/* How many months, from the first of the year or up to the last; false for "tháng 6". */
bool
period_take_months(const Phrase *phrase, int *i, int32_t *first, int32_t *last)
{
	int32_t		count;
	bool		is_last = false;
	bool		is_first;
	int			at = *i;

	(void) (phrase_skip(phrase, &at, "lũy kế") || phrase_skip(phrase, &at, "trong") ||
			phrase_skip(phrase, &at, "the"));
	is_first = phrase_skip(phrase, &at, "first");
	if (!is_first)
		is_last = phrase_skip(phrase, &at, "last");
	if (!period_take_count(phrase, &at, &count))
		return false;
	if (phrase_is_joined(phrase, at) &&
		(phrase_skip(phrase, &at, "m") || phrase_skip(phrase, &at, "t")))
		;						/* "9M", "6T" */
	else if (skip_quarters(phrase, &at, is_first || is_last))
		count *= 3;
	else if (!phrase_skip(phrase, &at, "tháng") && !phrase_skip(phrase, &at, "months") &&
			 !phrase_skip(phrase, &at, "month"))
		return false;
	if (phrase_skip(phrase, &at, "cuối"))
		is_last = true;
	else
		(void) phrase_skip(phrase, &at, "đầu");
	*i = at;
	*first = is_last ? 13 - count : 1;
	*last = is_last ? 12 : count;
	return count <= 12;
}

/* The number of a half behind its letter or before it: "H1", "1H". */
static bool
take_number_of_half(const Phrase *phrase, int *i, int32_t *half)
{
	if (phrase_skip(phrase, i, "h"))
		return phrase_take_integer(phrase, i, 1, half);
	return phrase_take_integer(phrase, i, 1, half) && phrase_is_joined(phrase, *i) &&
		phrase_skip(phrase, i, "h");
}

/* A half by its number, without its year. */
bool
period_take_half(const Phrase *phrase, int *i, int32_t *half)
{
	int			at = *i;

	(void) phrase_skip(phrase, &at, "the");
	if (phrase_skip(phrase, &at, "nửa đầu") || phrase_skip(phrase, &at, "nửa năm đầu") ||
		phrase_skip(phrase, &at, "first half"))
		*half = 1;
	else if (phrase_skip(phrase, &at, "nửa cuối") || phrase_skip(phrase, &at, "nửa năm cuối") ||
			 phrase_skip(phrase, &at, "second half"))
		*half = 2;
	else if (!take_number_of_half(phrase, &at, half))
		return false;
	*i = at;
	return *half >= 1 && *half <= 2;
}
