/*
 * trend_line.c
 *		The figures of the fitted line.
 *
 * Figures are ratios of whole numbers made of the exact sums, and rounded once.  Where those have
 * up to 127 bits, as those of most rows have, they are computed by plain integers, otherwise
 * as wide numbers: figures are the same.
 */
#include "core/trend.h"

#include "core/bits.h"
#include "core/gregorian.h"
#include "core/cut.h"

/*
 * Plain integers.
 */

static inline FixedWide
magnitude_of(FixedTerm x)
{
	return x < 0 ? 0 - (FixedWide) x : (FixedWide) x;
}

static inline int
bit_length(FixedTerm x)
{
	FixedWide	magnitude = magnitude_of(x);
	uint64_t	high = (uint64_t) (magnitude >> 64);
	uint64_t	low = (uint64_t) magnitude;

	return high != 0 ? 128 - __builtin_clzll(high) : low != 0 ? 64 - __builtin_clzll(low) : 0;
}

/* False where the product may not be less than 2^126, so that two of them can be added. */
static inline bool
short_product(FixedTerm a, FixedTerm b, FixedTerm *product)
{
	if (bit_length(a) + bit_length(b) > 126)
		return false;
	*product = (FixedTerm) ((FixedWide) a * (FixedWide) b);
	return true;
}

/* a * b - c * d */
static inline bool
short_cross_difference(FixedTerm a, FixedTerm b, FixedTerm c, FixedTerm d, FixedTerm *difference)
{
	FixedTerm	ab,
				cd;

	if (!short_product(a, b, &ab) || !short_product(c, d, &cd))
		return false;
	*difference = ab - cd;
	return true;
}

/* a * b, of magnitudes, as four limbs. */
static void
long_product(FixedWide a, FixedWide b, uint64_t *limb)
{
	FixedWide	low = (FixedWide) (uint64_t) a * (uint64_t) b;
	FixedWide	one = (FixedWide) (uint64_t) (a >> 64) * (uint64_t) b;
	FixedWide	other = (FixedWide) (uint64_t) a * (uint64_t) (b >> 64);
	FixedWide	high = (FixedWide) (uint64_t) (a >> 64) * (uint64_t) (b >> 64);

	/* None of these comes to 2^128. */
	one += (uint64_t) (low >> 64);
	other += (uint64_t) one;
	high += (uint64_t) (one >> 64);
	high += (uint64_t) (other >> 64);
	limb[0] = (uint64_t) low;
	limb[1] = (uint64_t) other;
	limb[2] = (uint64_t) high;
	limb[3] = (uint64_t) (high >> 64);
}

/* numerator / denominator * 2^scale, rounded once: such powers leave normal numbers normal. */
static double
short_ratio(FixedTerm numerator, FixedTerm denominator, int scale)
{
	return fixedterm_ratio(numerator, denominator) *
		double_from_bits((uint64_t) (FLOAT_EXPONENT_BIAS + scale) << 52);
}

/* The upper 126 bits of four limbs, which stand for so much times 2^exponent, and what is less. */
static FixedTerm
upper_bits(const uint64_t *limb, int *exponent)
{
	int			length = wide_bit_length(limb, 4);
	int			shift = length > 126 ? length - 126 : 0;
	const uint64_t *place = limb + shift / 64;
	int			bits = shift % 64;
	uint64_t	above = shift >= 64 * 2 ? 0 : place[2];

	*exponent = shift;
	return (FixedTerm) ((FixedWide) (place[1] >> bits | (above << 1) << (63 - bits)) << 64 |
						(place[0] >> bits | (place[1] << 1) << (63 - bits)));
}

/* The ratio of two numbers of four limbs, of which mostly the upper bits tell how it rounds. */
static double
long_ratio(const uint64_t *numerator, const uint64_t *denominator)
{
	int			up,
				down;
	FixedTerm	above = upper_bits(numerator, &up);
	FixedTerm	below = upper_bits(denominator, &down);
	double		least,
				most;

	if (above == 0 || below == 0)
		return wide_limb_ratio(numerator, 4, denominator, 4, 0);
	least = short_ratio(above, below + (down > 0), up - down);
	most = short_ratio(above + (up > 0), below, up - down);
	return least == most ? least : wide_limb_ratio(numerator, 4, denominator, 4, 0);
}

/*
 * The line of sums.
 */

static bool
has_line(const TrendLine *line)
{
	if (line->is_short)
		return line->brief.base > 0 && line->brief.w > 0;
	return wide_number_sign(&line->wide.base) > 0 && wide_number_sign(&line->wide.w) > 0;
}

/* False where a product has no room. */
static inline bool
complete_line(ShortLine *line, FixedTerm wxx, FixedTerm wxy)
{
	return short_cross_difference(line->w, wxx, line->wx, line->wx, &line->base) &&
		short_cross_difference(line->w, wxy, line->wx, line->wy, &line->slope);
}

/* Zeros at the end of a sum; a large number for zero. */
static int
trailing_zeros(const uint64_t *sum, int limbs)
{
	for (int i = 0; i < limbs; i++)
		if (sum[i] != 0)
			return 64 * i + __builtin_ctzll(sum[i]);
	return 64 * WIDE_MAX_LIMBS;
}

/* A sum divided by a power of two that divides it; false where 127 bits do not hold it. */
static bool
short_sum(const uint64_t *sum, int limbs, int shift, FixedTerm *result)
{
	uint64_t	part[3],
				sign;
	int			bits = shift % 64;

	for (int i = 0; i < 3; i++)
	{
		uint64_t	extension = (uint64_t) ((int64_t) sum[limbs - 1] >> 63);
		int			at = shift / 64 + i;
		uint64_t	low = at < limbs ? sum[at] : extension;
		uint64_t	high = at + 1 < limbs ? sum[at + 1] : extension;

		part[i] = low >> bits | (high << 1) << (63 - bits);
	}
	/* What lies above is the sign, also in the limbs of which part[2] holds a few bits or none. */
	sign = (uint64_t) ((int64_t) part[1] >> 63);
	for (int at = shift / 64 + 3; at < limbs; at++)
		if (sum[at] != sign)
			return false;
	*result = (FixedTerm) ((FixedWide) part[1] << 64 | part[0]);
	return part[2] == sign;
}

/* The largest power of two that is taken out of values. */
#define MAX_COMMON_SHIFT 128

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/*
 * The line by plain integers, without the powers of two that all weights, and all values, have in
 * common; false where they have no room.
 */
static bool
fit_shortly(const Trend *trend, ShortLine *line)
{
	int			wy = least(trailing_zeros(trend->wy, 4), trailing_zeros(trend->wxy, 4));
	int			wyy = trailing_zeros(trend->wyy, 5);
	int			w = least(trailing_zeros(trend->w, 3),
						  least(trailing_zeros(trend->wx, 3), trailing_zeros(trend->wxx, 3)));
	int			y;
	FixedTerm	wxx,
				wxy;

	w = least(w, least(wy, wyy));
	y = least(least(wy - w, (wyy - w) / 2), MAX_COMMON_SHIFT);
	line->scale = y - 64;
	return short_sum(trend->w, 3, w, &line->w) && short_sum(trend->wx, 3, w, &line->wx) &&
		short_sum(trend->wxx, 3, w, &wxx) && short_sum(trend->wy, 4, w + y, &line->wy) &&
		short_sum(trend->wxy, 4, w + y, &wxy) &&
		short_sum(trend->wyy, 5, w + 2 * y, &line->wyy) && complete_line(line, wxx, wxy);
}

/* The line by wide numbers, which have room for any. */
static void
fit_any(const Trend *trend, WideLine *line)
{
	WideNumber	wxx = wide_number(trend->wxx, 3);
	WideNumber	wxy = wide_number(trend->wxy, 4);

	line->w = wide_number(trend->w, 3);
	line->wx = wide_number(trend->wx, 3);
	line->wy = wide_number(trend->wy, 4);
	line->wyy = wide_number(trend->wyy, 5);
	line->base = wide_cross_difference(&line->w, &wxx, &line->wx, &line->wx);
	line->slope = wide_cross_difference(&line->w, &wxy, &line->wx, &line->wy);
}

bool
trend_fit_widely(const Trend *trend, TrendLine *line)
{
	line->kind = (TrendKind) trend->kind;
	line->ceiling = trend->ceiling;
	line->is_short = false;
	fit_any(trend, &line->wide);
	return trend->count > 1 && has_line(line);
}

/* False where there is no line: fewer than two days, or more subtracted than was there. */
bool
trend_fit(const Trend *trend, TrendLine *line)
{
	line->kind = (TrendKind) trend->kind;
	line->ceiling = trend->ceiling;
	line->is_short = fit_shortly(trend, &line->brief);
	if (!line->is_short)
		return trend_fit_widely(trend, line);
	return trend->count > 1 && has_line(line);
}

/* The same of a short trend. */
bool
trend_fit_short(const ShortTrend *trend, unsigned unit, TrendKind kind, TrendLine *line)
{
	Trend		whole;

	line->kind = kind;
	line->ceiling = 0.0;
	line->brief.w = trend->count;
	line->brief.wx = trend->x;
	line->brief.wy = trend->y;
	line->brief.wyy = packed_trend_term(trend->yy);
	line->brief.scale = (int) unit - 64;
	line->is_short = complete_line(&line->brief, trend->xx, packed_trend_term(trend->xy));
	if (line->is_short)
		return trend->count > 1 && has_line(line);
	trend_of_short(&whole, trend, unit, kind);
	return trend_fit(&whole, line);
}

/* term * 2^shift, up to 2 * MAX_COMMON_SHIFT. */
static WideNumber
wide_term(FixedTerm term, int shift)
{
	FixedWide	magnitude = magnitude_of(term);
	uint64_t	limb[2 * MAX_COMMON_SHIFT / 64 + 4] = {0};
	uint64_t   *place = limb + shift / 64;
	int			bits = shift % 64;
	WideNumber	number;

	place[0] = (uint64_t) magnitude << bits;
	place[1] = (uint64_t) (magnitude >> 1 >> (63 - bits));
	place[2] = ((uint64_t) (magnitude >> 64) >> 1) >> (63 - bits);
	number = wide_number(limb, 2 * MAX_COMMON_SHIFT / 64 + 4);
	number.negative = term < 0;
	return number;
}

/* The line as wide numbers, in room for one where it is a short one. */
static const WideLine *
widened_line(const TrendLine *line, WideLine *room)
{
	int			shift;

	if (!line->is_short)
		return &line->wide;
	shift = line->brief.scale + 64;
	room->w = wide_term(line->brief.w, 0);
	room->wx = wide_term(line->brief.wx, 0);
	room->wy = wide_term(line->brief.wy, shift);
	room->wyy = wide_term(line->brief.wyy, 2 * shift);
	room->base = wide_term(line->brief.base, 0);
	room->slope = wide_term(line->brief.slope, shift);
	return room;
}

static int
slope_sign(const TrendLine *line)
{
	if (line->is_short)
		return (line->brief.slope > 0) - (line->brief.slope < 0);
	return wide_number_sign(&line->wide.slope);
}

/*
 * Figures.
 */

static double
wide_slope_per_year(const WideLine *line)
{
	WideNumber	days = wide_from_int(GREGORIAN_DAYS_IN_400_YEARS);
	WideNumber	years = wide_from_int(400);
	WideNumber	slope = wide_product(&line->slope, &days);
	WideNumber	base = wide_product(&line->base, &years);

	return wide_ratio(&slope, &base, -64);
}

/* In units of what is fitted a year. */
double
trend_slope_per_year(const TrendLine *line)
{
	WideLine	room;
	FixedTerm	slope,
				base;

	if (line->is_short && short_product(line->brief.slope, GREGORIAN_DAYS_IN_400_YEARS, &slope) &&
		short_product(line->brief.base, 400, &base))
		return short_ratio(slope, base, line->brief.scale);
	return wide_slope_per_year(widened_line(line, &room));
}

/* The share by which the fitted value grows in a year. */
PlanError
trend_growth_per_year(const TrendLine *line, double *growth)
{
	if (line->kind != TREND_GROWTH)
		return PLAN_UNDEFINED;
	*growth = expm1(trend_slope_per_year(line));
	return isfinite(*growth) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

static PlanError
share_explained(int variance_sign, int slope_sign, double ratio, double *r2)
{
	if (variance_sign < 0)
		return PLAN_UNDEFINED;
	*r2 = variance_sign == 0 ? 1.0 : ratio;
	if (variance_sign == 0)
		return slope_sign == 0 ? PLAN_OK : PLAN_UNDEFINED;
	/* No rows make more than 1, but sums that a client made up do. */
	return *r2 <= 1.0 ? PLAN_OK : PLAN_UNDEFINED;
}

static PlanError
wide_r2(const WideLine *line, double *r2)
{
	WideNumber	variance = wide_cross_difference(&line->w, &line->wyy, &line->wy, &line->wy);
	WideNumber	explained = wide_product(&line->slope, &line->slope);
	WideNumber	all = wide_product(&line->base, &variance);

	return share_explained(wide_number_sign(&variance), wide_number_sign(&line->slope),
						   wide_ratio(&explained, &all, 0), r2);
}

/* What share of the variance the line explains; 1 where there is none to explain. */
PlanError
trend_r2(const TrendLine *line, double *r2)
{
	WideLine	room;
	FixedTerm	variance;
	uint64_t	explained[4],
				all[4];

	if (!line->is_short ||
		!short_cross_difference(line->brief.w, line->brief.wyy, line->brief.wy, line->brief.wy,
								&variance))
		return wide_r2(widened_line(line, &room), r2);
	long_product(magnitude_of(line->brief.slope), magnitude_of(line->brief.slope), explained);
	long_product(magnitude_of(line->brief.base), magnitude_of(variance), all);
	return share_explained((variance > 0) - (variance < 0), slope_sign(line),
						   long_ratio(explained, all), r2);
}

static double
wide_line_height(const WideLine *line, int32_t day)
{
	WideNumber	x = wide_from_int(day);
	WideNumber	wx = wide_product(&line->w, &x);
	WideNumber	from_mean = wide_difference(&wx, &line->wx);
	WideNumber	rise = wide_product(&line->slope, &from_mean);
	WideNumber	mean = wide_product(&line->wy, &line->base);
	WideNumber	height = wide_sum(&mean, &rise);
	WideNumber	scale = wide_product(&line->w, &line->base);

	return wide_ratio(&height, &scale, -64);
}

/* Where the line is on a day: the value, its logarithm or its logit. */
static double
line_height(const TrendLine *line, int32_t day)
{
	const ShortLine *brief = &line->brief;
	WideLine	room;
	FixedTerm	wx,
				fall,
				height,
				scale;

	if (line->is_short && short_product(brief->w, day, &wx) &&
		bit_length(brief->wx) <= 126 && short_product(brief->w, brief->base, &scale))
	{
		fall = brief->wx - wx;
		if (short_cross_difference(brief->wy, brief->base, brief->slope, fall, &height))
			return short_ratio(height, scale, brief->scale);
	}
	return wide_line_height(widened_line(line, &room), day);
}

/* The fitted value on a day; infinite if it is out of range. */
static double
fitted_value(const TrendLine *line, int32_t day)
{
	double		y = line_height(line, day);

	if (line->kind == TREND_GROWTH)
		return exp(y);
	if (line->kind == TREND_LOGIT)
		return line->ceiling / (1.0 + exp(-y));
	return y;
}

/* Where the line is on 2000-01-01, from which days are counted. */
PlanError
trend_intercept(const TrendLine *line, double *intercept)
{
	*intercept = line_height(line, 0);
	return isfinite(*intercept) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

PlanError
trend_projected(const TrendLine *line, int32_t day, double *value)
{
	*value = fitted_value(line, day);
	return isfinite(*value) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/*
 * On which side a value lies out of reach, at or beyond what growth or a logit only comes
 * near to: below (-1) or above (1); 0 for others.
 */
static int
beyond_reach(const TrendLine *line, double value)
{
	if (line->kind != TREND_LINEAR && value <= 0.0)
		return -1;
	return line->kind == TREND_LOGIT && value >= line->ceiling;
}

static double
mean_height(const TrendLine *line)
{
	if (line->is_short)
		return short_ratio(line->brief.wy, line->brief.w, line->brief.scale);
	return wide_ratio(&line->wide.wy, &line->wide.w, -64);
}

/* The scale for comparisons: a line through large values may fall to 0. */
static double
fitted_magnitude(const TrendLine *line, double value)
{
	if (line->kind != TREND_LINEAR)
		return fabs(value);
	return fmax(fabs(value), fabs(mean_height(line)));
}

/* Whether the fitted value meets the goal on a day.  Rounded, it may be out of reach. */
static bool
meets_goal(const TrendLine *line, const Goal *goal, int32_t day)
{
	double		value = fitted_value(line, day);
	double		low = goal_low(goal);
	double		high = goal_high(goal);
	bool		low_enough = !passes_cut(value, high, fitted_magnitude(line, high)) &&
		beyond_reach(line, high) >= 0;
	bool		high_enough = reaches_cut(value, low, fitted_magnitude(line, low)) &&
		beyond_reach(line, low) <= 0;

	return (goal->direction == GOAL_LOWER || high_enough) &&
		(goal->direction == GOAL_HIGHER || low_enough);
}

/* A value within reach on the scale of what is fitted. */
static double
fitted_scale(const TrendLine *line, double value)
{
	if (line->kind == TREND_LINEAR)
		return value;
	return log(line->kind == TREND_GROWTH ? value : value / (line->ceiling - value));
}

/*
 * About when the line comes to a value: the day that follows from the sums, while the
 * fitted values are rounded.
 *
 * (y * w * base - wy * base + slope * wx) / (slope * w), where y is a multiple of 2^-64
 */
static double
wide_crossing(const WideLine *line, const WideNumber *y)
{
	WideNumber	scale = wide_product(&line->w, &line->base),
				mean = wide_product(&line->wy, &line->base),
				rise = wide_product(&line->slope, &line->wx),
				slope = wide_product(&line->slope, &line->w),
				target = wide_product(y, &scale),
				way = wide_difference(&target, &mean);

	way = wide_sum(&way, &rise);
	return wide_ratio(&way, &slope, 0);
}

/* The same; false where there is no room. */
static bool
short_crossing(const ShortLine *line, double y, double *day)
{
	int			shift = line->scale + 64;
	FixedTerm	scale,
				target,
				way,
				slope;

	if (!fixedsum_has_term(y) || shift > 64 ||
		!short_product(line->w, line->base, &scale) ||
		!short_product(fixedsum_term(y), scale, &target) ||
		!short_cross_difference(line->slope, line->wx, line->wy, line->base, &way) ||
		!short_product(way, (FixedTerm) 1 << shift, &way) ||
		!short_product(line->slope, line->w, &slope) ||
		!short_product(slope, (FixedTerm) 1 << shift, &slope))
		return false;
	*day = fixedterm_ratio(target + way, slope);
	return true;
}

/* NaN for a value that no line comes to. */
static double
crossing_day(const TrendLine *line, double value)
{
	WideLine	room;
	WideNumber	units;
	double		y,
				day;

	if (beyond_reach(line, value) != 0)
		return NAN;
	y = fitted_scale(line, value);
	if (line->is_short && short_crossing(&line->brief, y, &day))
		return ceil(day);
	return trend_units_of(y, &units) ? ceil(wide_crossing(widened_line(line, &room), &units)) : NAN;
}

/* Whether a line that rises, or falls (direction -1), has come to a value by a day. */
static bool
has_come(const TrendLine *line, int direction, double value, double magnitude, int32_t day)
{
	return is_as_good(fitted_value(line, day), value, direction, magnitude);
}

/* The day of the calendar that is nearest to a day. */
static int64_t
nearest_day(double day)
{
	if (day < GREGORIAN_FIRST_DAY)
		return GREGORIAN_FIRST_DAY;
	return day < GREGORIAN_END_DAY ? (int64_t) day : GREGORIAN_END_DAY - 1;
}

/*
 * The first day on which it has.  The search begins where it should end, and seldom takes
 * more than two steps.
 */
static PlanError
first_day_at(const TrendLine *line, int direction, double value, int32_t *first)
{
	double		expected = crossing_day(line, value);
	double		magnitude = fitted_magnitude(line, value);
	int64_t		before = GREGORIAN_FIRST_DAY - 1;
	int64_t		behind = GREGORIAN_END_DAY;
	int64_t		day,
				step = 1;

	if (isnan(expected))
		return PLAN_UNDEFINED;
	for (day = nearest_day(expected); behind - before > 1; step *= 2)
	{
		bool		come = has_come(line, direction, value, magnitude, (int32_t) day);

		if (come)
			behind = day;
		else
			before = day;
		day += come ? -step : step;
		if (day <= before || day >= behind)
			day = before + (behind - before) / 2;
	}
	*first = (int32_t) behind;
	return behind > GREGORIAN_FIRST_DAY && behind < GREGORIAN_END_DAY ? PLAN_OK : PLAN_UNDEFINED;
}

/*
 * The day on which the line comes to meet the goal; none where it does not come to it, or
 * always met it.
 */
PlanError
trend_projected_day(const TrendLine *line, const Goal *goal, int32_t *day)
{
	int			direction = slope_sign(line);

	if (direction == 0 ||
		(goal->direction == GOAL_HIGHER && direction < 0) ||
		(goal->direction == GOAL_LOWER && direction > 0))
		return PLAN_UNDEFINED;
	return first_day_at(line, direction, direction > 0 ? goal_low(goal) : goal_high(goal), day);
}

/* Whether that day lies between two days, or the goal is met on the last of them. */
bool
trend_projected_within(const TrendLine *line, const Goal *goal, int32_t first, int32_t last)
{
	int32_t		day;

	return meets_goal(line, goal, last) ||
		(trend_projected_day(line, goal, &day) == PLAN_OK && day >= first && day <= last);
}
