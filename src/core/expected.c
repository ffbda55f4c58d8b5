/*
 * expected.c
 *		The value expected by a day, on the way from a start to an end.
 *
 * NaN means undefined.
 */
#include "core/expected.h"

#include <math.h>
#include <string.h>

#include "core/score.h"

static const Word words[] = {
	{"linear", PATH_LINEAR},
	{"compound", PATH_COMPOUND},
	{"stepped", PATH_STEPPED},
};

const WordTable path_words = WORD_TABLE("path", words,
										"Valid values are linear, compound and stepped.");

/*
 * The part of a target that is due when a number of days has passed.  The product is taken
 * first, unless it overflows, so that even results are exact; both ends are exact.
 */
double
expected_part(double target, int64_t passed, int64_t days)
{
	double		product = target * passed;

	if (passed == 0)
		return 0.0;
	/* Adding 0 turns -0 into 0. */
	if (passed == days)
		return target + 0.0;
	return (isinf(product) ? target * ((double) passed / days) : product / days) + 0.0;
}

/*
 * The logarithm of the ratio of two values; 0 if they are equal, NaN if the signs differ or one
 * of them is 0.
 */
static double
log_ratio(double from, double to)
{
	double		ratio = to / from;

	if (from == to)
		return 0.0;
	if (from == 0.0 || to == 0.0 || (from < 0.0) != (to < 0.0))
		return NAN;
	/* Near 1 the difference is exact, and has the digits that the ratio loses. */
	if (ratio > 0.5 && ratio < 2.0)
		return log1p((to - from) / from);
	return isnormal(ratio) ? log(ratio) : log(fabs(to)) - log(fabs(from));
}

/* The largest exponent for which exp() and its reciprocal are normal numbers. */
#define MAX_EXPONENT 700.0

/* From the nearer end, so that no power overflows while the value does not. */
static double
compound_between(double from, double to, int32_t passed, int32_t days)
{
	bool		is_first_half = passed <= days - passed;
	double		value = is_first_half ? from : to;
	double		exponent = log_ratio(from, to) * (is_first_half ? passed : passed - days) / days;

	if (fabs(exponent) > MAX_EXPONENT)
		return value * exp(exponent / 2) * exp(exponent / 2);
	return value * exp(exponent);
}

/* The value between two others when a number of days has passed. */
double
expected_between(ExpectedPath path, double from, double to, int32_t passed, int32_t days)
{
	double		way = to - from;

	/* Both ends are exact. */
	if (passed == 0 || passed == days)
		return (passed == 0 ? from : to) + 0.0;
	if (path == PATH_STEPPED)
		return from + 0.0;
	if (path == PATH_COMPOUND)
		return compound_between(from, to, passed, days);
	if (!isfinite(way))
		return from - expected_part(from, passed, days) + expected_part(to, passed, days);
	return from + expected_part(way, passed, days) + 0.0;
}

/* The number of days passed; for stepped, of those in complete years. */
static int32_t
days_passed(Period period, int32_t as_of, ExpectedPath path)
{
	int32_t		passed = period_days_until(period, as_of);

	if (path != PATH_STEPPED || passed == 0 || passed == period_days(period))
		return passed;
	return (int32_t) (gregorian_add_years(period.first,
										  gregorian_whole_years(period.first, as_of + 1)) -
					  period.first);
}

/* The value on the way from a start, at the beginning of the period, to an end. */
static double
expected_on_way(double from, double to, Period period, int32_t as_of, ExpectedPath path)
{
	int32_t		passed = days_passed(period, as_of, path);

	/* No rate leads from zero, or through it, on any day. */
	if (path == PATH_COMPOUND && isnan(log_ratio(from, to)))
		return NAN;
	return expected_between(path == PATH_COMPOUND ? PATH_COMPOUND : PATH_LINEAR,
							from, to, passed, period_days(period));
}

/* The way of a goal: from its baseline, or from zero if it has none, to its nearest bound. */
typedef struct Way
{
	double		from;
	double		to;
	bool		holds;			/* the bound is expected on every day */
} Way;

static Way
way_of(const Goal *goal)
{
	double		from = goal->has_baseline ? goal->baseline : 0.0;
	Bound		bound = goal_bound(goal, from);
	Way			way = {from, bound.target, !score_builds_up(&bound)};

	return way;
}

double
expected_value(const Goal *goal, Period period, int32_t as_of, ExpectedPath path)
{
	Way			way = way_of(goal);

	return way.holds ? way.to : expected_on_way(way.from, way.to, period, as_of, path);
}

/* The share of the way that is due. */
double
expected_share(const Goal *goal, Period period, int32_t as_of, ExpectedPath path)
{
	Way			way = way_of(goal);
	double		linear = (double) days_passed(period, as_of, path) / period_days(period);
	double		growth;

	if (way.holds)
		return 1.0;
	if (path != PATH_COMPOUND)
		return linear;
	growth = log_ratio(way.from, way.to);
	if (isnan(growth) || growth == 0.0)
		return growth + linear;
	/* (r^t - 1) / (r - 1); if r overflows, that is r^(t - 1). */
	if (growth > MAX_EXPONENT)
		return linear == 0.0 ? 0.0 : exp(growth * (linear - 1.0));
	return expm1(growth * linear) / expm1(growth);
}

/*
 * The change per year that brings the actual to its goal in a number of days: an amount, or a
 * share of the value; 0 if the goal is met.
 */
double
expected_required_rate(double actual, const Goal *goal, int32_t days, ExpectedPath path)
{
	Bound		bound = goal_bound(goal, actual);
	double		years = days / GREGORIAN_DAYS_PER_YEAR;

	if (score_is_met(&bound))
		return 0.0;
	if (days <= 0)
		return NAN;
	if (path != PATH_COMPOUND)
		return isfinite(bound.target - actual)
			? (bound.target - actual) / years : bound.target / years - actual / years;
	return expm1(log_ratio(actual, bound.target) / years);
}
