/*
 * Words for directions, grains, kinds and paths: what is read is written as the same word, in
 * small letters, and what has another length is none.  Classes of any figure have a name.
 */
#include "core/method/escap.h"
#include "core/method/eurostat.h"
#include "core/expected.h"
#include "core/goal.h"
#include "core/period.h"
#include "core/period_value.h"

#include <math.h>

#include "fuzz.h"

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

static void
check_words(const char *text, size_t length)
{
	int			direction;
	PeriodValueKind kind;
	ExpectedPath path;
	Grain		grain;
	int			edition;

	if (word_find(&eurostat_edition_words, text, length, &edition))
		CHECK(word_name(&eurostat_edition_words, edition) != NULL);
	if (word_find(&direction_words, text, length, &direction))
		CHECK(direction >= GOAL_HIGHER && direction <= GOAL_WITHIN && word_name(&direction_words, direction) != NULL);
	if (grain_from_text(text, length, &grain))
		CHECK(is_word(text, length, grain_name(grain)));
	if (period_value_kind_from_text(text, length, &kind))
		CHECK(is_word(text, length, period_value_kind_name(kind)));
	if (expected_path_from_text(text, length, &path))
		CHECK(path <= PATH_STEPPED && (length == strlen("linear") || length == strlen("compound") ||
									   length == strlen("stepped")));
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
	CHECK(eurostat_reflected(x, 1.0) >= 1.0 && (x < 1.0 || fabs(x) > 1e15 || fabs(eurostat_reflected(x, 1.0) - x) <= 4e-16 * x));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const words[] = {
		"higher", "lower", "within", "day", "week", "month", "quarter", "half", "year", "term", "span",
		"flow", "stock", "cumulative", "average", "peak", "running", "linear", "compound", "stepped"
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
