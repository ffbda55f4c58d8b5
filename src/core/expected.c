/*
 * expected.c
 *		The value expected by a day, on the way from a start to an end.
 *
 * NaN stands for what is not defined.
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
 * The part of a target that is due when so many days have passed.  Multiplied first, so
 * that what comes out even is even, but for what then overflows; exact at both ends.
 */
double
expected_part(double target, int32_t passed, int32_t days)
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
 * How many times as large, as a logarithm; NaN where the signs differ or one has none.  What
 * stays as it is grows by nothing, zero too.
 */
static double
log_ratio(double from, double to)
{
	double		ratio = to / from;

	if (from == to)
		return 0.0;
	if (from == 0.0 || to == 0.0 || (from < 0.0) != (to < 0.0))
		return NAN;
	/* Near 1 the difference, which is exact, has the digits that the ratio loses. */
	if (ratio > 0.5 && ratio < 2.0)
		return log1p((to - from) / from);
	return isnormal(ratio) ? log(ratio) : log(fabs(to)) - log(fabs(from));
}

/* The largest exponent of which exp() and its reciprocal are ordinary numbers. */
#define MAX_EXPONENT 700.0

/* From the nearer end, so that no power goes beyond all bounds that the value stays within. */
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

/* Between two values, so many days on the way. */
double
expected_between(ExpectedPath path, double from, double to, int32_t passed, int32_t days)
{
	double		way = to - from;

	/* Exact at both ends. */
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

/* What counts as passed: all days, or those of the years that are complete. */
static int32_t
days_passed(Period period, int32_t as_of, ExpectedPath path)
{
	int32_t		passed = period_days_until(period, as_of);

	if (path != PATH_STEPPED || passed == 0 || passed == period_days(period))
		return passed;
	return (int32_t) (calendar_add_years(period.first, calendar_whole_years(period.first, as_of + 1)) -
					  period.first);
}

/* On the way from a start, as the period begins, to an end. */
static double
expected_on_way(double from, double to, Period period, int32_t as_of, ExpectedPath path)
{
	int32_t		passed = days_passed(period, as_of, path);

	/* Where something has to grow from nothing no rate does, on any day. */
	if (path == PATH_COMPOUND && isnan(log_ratio(from, to)))
		return NAN;
	return expected_between(path == PATH_COMPOUND ? PATH_COMPOUND : PATH_LINEAR,
							from, to, passed, period_days(period));
}

/* The way of a goal: from its baseline, or from zero where it has none, to its nearest bound. */
typedef struct Way
{
	double		from;
	double		to;
	bool		holds;			/* there is no way: the bound is expected on every day */
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

/* The share of the way that should be done. */
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
	/* (r^t - 1) / (r - 1), of which an r beyond all bounds leaves r^(t - 1). */
	if (growth > MAX_EXPONENT)
		return linear == 0.0 ? 0.0 : exp(growth * (linear - 1.0));
	return expm1(growth * linear) / expm1(growth);
}

/*
 * The change a year that brings the actual to its goal in so many days: an amount, or a
 * share of it.  Nothing is required of what is met.
 */
double
expected_required_rate(double actual, const Goal *goal, int32_t days, ExpectedPath path)
{
	Bound		bound = goal_bound(goal, actual);
	double		years = days / CALENDAR_DAYS_PER_YEAR;

	if (score_is_met(&bound))
		return 0.0;
	if (days <= 0)
		return NAN;
	if (path != PATH_COMPOUND)
		return isfinite(bound.target - actual)
			? (bound.target - actual) / years : bound.target / years - actual / years;
	return expm1(log_ratio(actual, bound.target) / years);
}
