/*
 * Expected values: between any two finite ends a path is defined unless it is compound and
 * they have not one sign, stays between them, and meets them; shares lie in [0, 1].
 */
#include "core/expected.h"

#include <math.h>

#include "core/score.h"
#include "fuzz.h"

#define MAX_INPUT_SIZE 29

/* Rounding may lead a little beyond an end. */
static void
check_within(double value, double from, double to)
{
	double		low = fmin(from, to),
				high = fmax(from, to);

	CHECK(value >= low - fabs(low) * 1e-12 - 1e-320 && value <= high + fabs(high) * 1e-12 + 1e-320);
}

static void
check_path(ExpectedPath path, double from, double to, int32_t passed, int32_t days)
{
	double		value = expected_between(path, from, to, passed, days);

	CHECK(expected_between(path, from, to, 0, days) == from);
	CHECK(expected_between(path, from, to, days, days) == to);
	CHECK(expected_between(path, from, from, passed, days) == from);
	if (isnan(value))
		CHECK(path == PATH_COMPOUND && from != to &&
			  !(from > 0.0 && to > 0.0) && !(from < 0.0 && to < 0.0));
	else if (fabs(from) < 1e307 && fabs(to) < 1e307)
		check_within(value, from, to);
	else
		CHECK(isfinite(value));
}

/* As it is on the way, or held where the baseline has met it. */
static void
check_goal(const Goal *goal, Period period, int32_t as_of, ExpectedPath path)
{
	double		value = expected_value(goal, period, as_of, path);
	double		share = expected_share(goal, period, as_of, path);
	double		rate = expected_required_rate(goal->baseline, goal, period_days(period), path);

	CHECK(isnan(value) == isnan(share));
	CHECK(isnan(share) || (share >= 0.0 && share <= 1.0));
	if (goal->has_baseline && rate == 0.0 && share == 1.0)
		CHECK(value == goal_bound(goal, goal->baseline).target);
	if (goal->has_baseline && path == PATH_LINEAR)
		CHECK(!isnan(rate));
}

/* Any bits make a period: within a million days about 2000, up to two hundred thousand long. */
static Period
period_from_bits(uint32_t first, uint32_t days)
{
	Period		period;

	period.first = (int32_t) (first % 1000000) - 500000;
	period.end = period.first + 1 + (int32_t) (days % 200000);
	return period;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	double		ends[2];
	uint32_t	bits[3];
	uint8_t		form;
	Period		period;
	int32_t		as_of;
	Goal		goal;

	if (size < sizeof(ends) + sizeof(bits) + 1)
		return 0;
	memcpy(ends, data, sizeof(ends));
	memcpy(bits, data + sizeof(ends), sizeof(bits));
	form = data[size - 1];
	/* Bits as they come, or figures as plans have them. */
	if (form & 1)
		for (int i = 0; i < 2; i++)
			ends[i] = (data[8 * i] - 64) / 4.0;
	if (!isfinite(ends[0]) || !isfinite(ends[1]))
		return 0;
	period = period_from_bits(bits[0], bits[1]);
	as_of = period.first - 2 + (int32_t) (bits[2] % ((uint32_t) period_days(period) + 4));
	for (int path = PATH_LINEAR; path <= PATH_STEPPED; path++)
	{
		check_path((ExpectedPath) path, ends[0], ends[1], period_days_until(period, as_of),
				   period_days(period));
		for (int direction = GOAL_HIGHER; direction <= GOAL_WITHIN; direction++)
			if (goal_make(&goal, (GoalDirection) direction, ends[1], ends[1], (form & 2) != 0,
						  ends[0]) == PLAN_OK)
				check_goal(&goal, period, as_of, (ExpectedPath) path);
	}
	return 0;
}
