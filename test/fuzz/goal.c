/*
 * Goal text: what can be read is written in a form that reads back as the same goal, and
 * scores every actual within its rules.
 */
#include "core/goal.h"
#include "core/score.h"

#include <math.h>

#include "fuzz.h"

static void
check_score(const Goal *goal, double actual)
{
	Bound		bound = goal_bound(goal, actual);
	double		achievement = score_achievement(&bound, actual);
	Verdict		verdict = score_verdict(&bound, actual, achievement, 0.5, &default_cuts);
	double		score = score_clamp(achievement, 1.0);

	CHECK(!isnan(achievement));
	CHECK(score >= 0.0 && score <= 1.0);
	CHECK(score_clamp(achievement, HUGE_VAL) == fmax(achievement, 0.0));
	CHECK(verdict <= VERDICT_REGRESSING);
	CHECK((verdict <= VERDICT_MET) == score_is_met(&bound, actual));
	CHECK(score_is_met(&bound, actual) ? achievement >= 1.0 && score_gap(&bound, actual) == 0.0
		  : achievement <= 1.0 && score_gap(&bound, actual) > 0.0);
	CHECK(verdict != VERDICT_REGRESSING || (goal->has_baseline && achievement < 0.0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	double		actual = 0.0;
	char	   *text;
	Goal		goal;

	if (size >= sizeof(actual))
	{
		memcpy(&actual, data, sizeof(actual));
		data += sizeof(actual);
		size -= sizeof(actual);
	}
	text = copy_as_text(data, size);
	if (goal_read(text, &goal) == PLAN_OK)
	{
		char		written[GOAL_TEXT_SIZE];
		Goal		again;

		CHECK(goal_write(written, &goal) < GOAL_TEXT_SIZE);
		CHECK(goal_read(written, &again) == PLAN_OK);
		CHECK(memcmp(&goal, &again, sizeof(goal)) == 0);
		CHECK(goal_compare(&goal, &again) == 0);
		CHECK(isfinite(goal_target(&goal)));
		if (isfinite(actual))
			check_score(&goal, actual);
		check_score(&goal, goal_low(&goal));
		check_score(&goal, goal_high(&goal));
		check_score(&goal, goal.baseline);
	}
	free(text);
	return 0;
}
