/*
 * change_name.c
 *		Whether what a name is of rises and falls: "Tốc độ tăng GRDP", "Yearly fall of poverty".
 *
 * In Vietnamese a name begins with what it is of; in English that stands before "of" or "in", or
 * at the end.
 */
#include "core/amount.h"

#include "core/phrase.h"

/* How names of rises begin, whose figures are negative where something falls. */
static const char *const rises[] = {
	"tốc độ tăng", "tỷ lệ tăng", "tỉ lệ tăng", "tỷ suất tăng", "mức tăng", "tốc độ gia tăng",
	"tỷ lệ gia tăng", "tỉ lệ gia tăng", "mức gia tăng", "tăng trưởng", "!tăng", "rate of growth",
	"rate of increase", "rate of change", "change in", "change of", "percentage change",
	"percent change", "annual change", "yearly change",
};

static const char *const falls[] = {
	"tốc độ giảm", "tỷ lệ giảm", "tỉ lệ giảm", "tỷ suất giảm", "mức giảm", "!giảm",
	"rate of decrease", "rate of decline", "rate of reduction",
};

/* What begins as a rise and is none: high blood pressure. */
static const char *const no_rises[] = {
	"tăng huyết áp", "tỷ lệ tăng huyết áp", "tỉ lệ tăng huyết áp",
};

/* What names in English are of. */
static const char *const rise_words[] = {"growth", "increase", "rise"};
static const char *const fall_words[] = {"fall", "decrease", "decline", "reduction"};
static const char *const rates[] = {"rate", "rates"};
static const char *const prepositions[] = {
	"of", "in", "on", "by", "from", "per", "for", "at", "to", "with", "without", "among", "since",
};

#define IS_ANY(phrase, i, list) (PHRASE_SKIP_ANY(phrase, &(int) {i}, list) >= 0)

/* The last word of what an English name is of, before a preposition or a sign; "rate" left out. */
static int
last_of_subject(const Phrase *phrase, int begin)
{
	int			end = begin + 1;

	while (end < phrase->tokens && phrase->token[end].kind == TOKEN_WORD &&
		   !IS_ANY(phrase, end, prepositions))
		end++;
	return end - 1 > begin && IS_ANY(phrase, end - 1, rates) ? end - 2 : end - 1;
}

/* Whether a name says a rise anywhere, as "Mức giảm (tăng)" does. */
static bool
says_rise(const Phrase *phrase)
{
	for (int i = 0; i < phrase->tokens; i++)
		if (phrase_match(phrase, i, "tăng") > 0 || IS_ANY(phrase, i, rise_words))
			return true;
	return false;
}

/*
 * Whether the figures of a name are rises, negative where something falls, or falls, negative where
 * it rises.  Neither where the name says neither, or does not say which.
 */
AmountChange
amount_change_of_name(const char *name)
{
	Phrase		phrase;
	int			begin = 0;
	int			last;

	if (phrase_read(&phrase, name) != PLAN_OK)
		return AMOUNT_NO_CHANGE;
	while (begin < phrase.tokens && phrase.token[begin].kind != TOKEN_WORD)
		begin++;
	if (begin == phrase.tokens || IS_ANY(&phrase, begin, no_rises))
		return AMOUNT_NO_CHANGE;
	last = last_of_subject(&phrase, begin);
	if (IS_ANY(&phrase, begin, rises) || IS_ANY(&phrase, last, rise_words))
		return AMOUNT_RISE;
	if (IS_ANY(&phrase, begin, falls) || IS_ANY(&phrase, last, fall_words))
		return says_rise(&phrase) ? AMOUNT_NO_CHANGE : AMOUNT_FALL;
	return AMOUNT_NO_CHANGE;
}
