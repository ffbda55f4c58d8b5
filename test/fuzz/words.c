/*
 * Words for directions, grains, kinds, paths, editions and regimes: what is read is a word of the
 * table, and every word of it is read.  Classes of any figure have a name.
 */
#include "core/method/escap.h"
#include "core/method/eurostat.h"
#include "core/expected.h"
#include "core/goal.h"
#include "core/period.h"
#include "core/period_value.h"
#include "core/method/single.h"
#include "core/text.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 32

/* Whether a text is that word, in letters of any case. */
static int
is_word(const char *text, size_t length, const char *word)
{
	if (strlen(word) != length)
		return 0;
	for (size_t i = 0; i < length; i++)
		if ((text[i] >= 'A' && text[i] <= 'Z' ? text[i] - 'A' + 'a' : text[i]) != word[i])
			return 0;
	return 1;
}

/* What a text stands for is what a word of the table stands for, and none of them is missed. */
static void
check_table(const WordTable *table, const char *text, size_t length)
{
	int			found = 0,
				value = 0;
	int			is_read = word_find(table, text, length, &value);

	while (length > 0 && text_is_space(*text))
		text++, length--;
	while (length > 0 && text_is_space(text[length - 1]))
		length--;
	for (int i = 0; i < table->count; i++)
		if (is_word(text, length, table->words[i].name))
		{
			CHECK(is_read && value == table->words[i].value);
			found = 1;
		}
	CHECK(found == is_read && (!is_read || word_name(table, value) != NULL));
}

static void
check_words(const char *text, size_t length)
{
	const WordTable *const tables[] = {
		&direction_words, &grain_words, &value_kind_words, &path_words, &eurostat_edition_words,
			&okr_regime_words
	};

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		check_table(tables[i], text, length);
}

static void
check_classes(double x)
{
	GoalDirection direction;
	double		score;
	const char *label = NULL;

	CHECK(direction_of_sign(x, &direction) == (x == 1.0 || x == -1.0 || x == 0.0));
	CHECK(isnan(x) || !direction_of_sign(x, &direction) || direction_sign(direction) == (int) x);
	if (isnan(x))
		return;
	CHECK(escap_current_class(x) != NULL && escap_anticipated_class(x) != NULL);
	CHECK(eurostat_score(x, false, &score) == PLAN_OK && fabs(score) <= 5.0);
	CHECK(fabs(eurostat_growth_score(x, NAN, NAN)) <= 5.0);
	CHECK(eurostat_score_class(x, false) != NULL);
	CHECK(eurostat_class(x, false, EDITION_EUSTAT, &label) == PLAN_OK && label != NULL);
	CHECK(eurostat_reflected(x, 1.0) >= 1.0 &&
		  (x < 1.0 || fabs(x) > 1e15 || fabs(eurostat_reflected(x, 1.0) - x) <= 4e-16 * x));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const words[] = {
		"higher", "lower", "within", "day", "week", "month", "quarter", "half", "year", "term",
			"span",
		"flow", "stock", "cumulative", "average", "peak", "least", "linear", "compound", "stepped",
		"statcan", "eurostat", "eustat", "aspirational", "committed"
	};
	char		text[16] = {0};
	double		x;

	check_words((const char *) data, size);
	if (size == 0)
		return 0;
	/* A word with another letter or length, or letters of another case. */
	strcpy(text, words[data[0] % (sizeof(words) / sizeof(words[0]))]);
	if (size > 2)
		text[data[1] % strlen(text)] ^= data[2] % 2 == 0 ? 0x20 : (char) data[2];
	check_words(text, strlen(text) - (size > 3 && data[3] % 8 == 0 && text[0] != '\0'));
	if (size >= sizeof(x))
	{
		memcpy(&x, data, sizeof(x));
		check_classes(x);
		check_classes(((int8_t) data[0]) / 4.0);
	}
	return 0;
}
