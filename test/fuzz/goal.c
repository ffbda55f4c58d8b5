/*
 * Goal text: what can be read is written in a form that reads back as the same goal, and
 * scores every actual within its rules.
 */
#include "core/goal.h"
#include "core/score.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 128

static void
check_score(const Goal *goal, double actual)
{
	Bound		bound = goal_bound(goal, actual);
	double		achievement = score_achievement(&bound);
	double		expected = score_expected(&bound, 0.5);
	Verdict		verdict = score_verdict(&bound, achievement, expected, &default_cuts);
	double		score = score_clamp(achievement, 1.0);

	CHECK(!isnan(achievement));
	CHECK(score >= 0.0 && score <= 1.0);
	CHECK(score_clamp(achievement, HUGE_VAL) == fmax(achievement, 0.0));
	CHECK(verdict <= VERDICT_REGRESSING);
	CHECK(expected == 0.5 || expected == 1.0);
	CHECK((verdict <= VERDICT_MET) == score_is_met(&bound));
	CHECK(score_is_met(&bound) ? achievement >= 1.0 && score_gap(&bound) == 0.0
		  : achievement <= 1.0 && score_gap(&bound) > 0.0);
	CHECK(verdict != VERDICT_REGRESSING || (goal->has_baseline && achievement < 0.0));
}

/*
 * What is off by the last place of a bound is on it: it meets the goal and exceeds nothing.
 * Whole numbers are exact.
 */
static void
check_last_place(const Goal *goal, double off)
{
	Bound		bound = goal_bound(goal, off);

	if (score_is_whole(off) && score_is_whole(goal_low(goal)))
		return;
	CHECK(score_is_met(&bound));
	CHECK(score_verdict(&bound, score_achievement(&bound), 0.5, &default_cuts) == VERDICT_MET);
}

/* Bytes that are valid are those of a goal that can be written. */
static void
check_bytes(const uint8_t *data, size_t size)
{
	char		written[GOAL_TEXT_SIZE];
	Goal		goal;
	Goal		again;

	if (size < sizeof(goal))
		return;
	memcpy(&goal, data, sizeof(goal));
	if (!goal_is_valid(&goal))
		return;
	CHECK(goal_write(written, &goal) < GOAL_TEXT_SIZE);
	CHECK(goal_read(written, &again) == PLAN_OK);
	CHECK(memcmp(&goal, &again, sizeof(goal)) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	double		actual = 0.0;
	char	   *text = copy_as_text(data, size);
	size_t		taken = strlen(text) + 1;
	Goal		goal;

	check_bytes(data, size);
	/* The text comes first, so that the corpus may begin with texts alone. */
	if (size > taken)
		memcpy(&actual, data + taken,
			   size - taken < sizeof(actual) ? size - taken : sizeof(actual));
	if (goal_read(text, &goal) == PLAN_OK)
	{
		char		written[GOAL_TEXT_SIZE];
		Goal		again;

		CHECK(goal_write(written, &goal) < GOAL_TEXT_SIZE);
		CHECK(goal_read(written, &again) == PLAN_OK);
		CHECK(memcmp(&goal, &again, sizeof(goal)) == 0);
		CHECK(goal_compare(&goal, &again) == 0);
		CHECK(goal_is_valid(&goal));
		CHECK(isfinite(goal_target(&goal)));
		if (isfinite(actual))
			check_score(&goal, actual);
		check_score(&goal, goal_low(&goal));
		check_score(&goal, goal_high(&goal));
		check_score(&goal, goal.baseline);
		if (goal_low(&goal) == goal_high(&goal) && isnormal(CUT_SLACK * goal_low(&goal)) &&
			fabs(goal_low(&goal)) < 1e308)
		{
			check_last_place(&goal, nextafter(goal_low(&goal), HUGE_VAL));
			check_last_place(&goal, nextafter(goal_low(&goal), -HUGE_VAL));
		}
	}
	free(text);
	return 0;
}
