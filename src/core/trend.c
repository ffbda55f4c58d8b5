/*
 * trend.c
 *		Merging, reading and writing trends, and the figures of the fitted line.
 *
 * Figures are ratios of whole numbers made of the exact sums, and rounded once.
 */
#include "core/trend.h"

#include <stdio.h>

#include "core/calendar.h"
#include "core/cut.h"

const char *const trend_kind_names[NUM_TREND_KINDS] = {"linear", "growth", "logit"};

const TrendSum trend_sums[TREND_SUMS] = {
	{"w", offsetof(Trend, w), 3},
	{"wx", offsetof(Trend, wx), 3},
	{"wxx", offsetof(Trend, wxx), 3},
	{"wy", offsetof(Trend, wy), 4},
	{"wxy", offsetof(Trend, wxy), 4},
	{"wyy", offsetof(Trend, wyy), 5}
};

/* How a trend of no rows is written. */
#define EMPTY_TEXT "empty"

/* Whether nothing has been added to it, on balance. */
static bool
trend_is_empty(const Trend *trend)
{
	if (trend->count != 0)
		return false;
	for (int i = 0; i < TREND_SUMS; i++)
		if (wide_sign(trend_sum_value(trend, i), trend_sums[i].limbs) != 0)
			return false;
	return true;
}

/* Whether kind and ceiling are those of a trend that can have come about. */
bool
trend_is_valid(const Trend *trend)
{
	if (trend->kind < 0 || trend->kind >= NUM_TREND_KINDS)
		return false;
	if (trend->kind != TREND_LOGIT || trend_is_empty(trend))
		return double_to_bits(trend->ceiling) == 0;
	return isfinite(trend->ceiling) && trend->ceiling > 0.0;
}

/* The upper limbs of a sum as one of fewer bits; false when something is lost. */
static bool
pack_sum(const uint64_t *sum, int limbs, int zeros, uint64_t *packed, int packed_limbs)
{
	uint64_t	extension = (uint64_t) ((int64_t) sum[zeros + packed_limbs - 1] >> 63);

	for (int i = 0; i < zeros; i++)
		if (sum[i] != 0)
			return false;
	for (int i = zeros + packed_limbs; i < limbs; i++)
		if (sum[i] != extension)
			return false;
	memcpy(packed, sum + zeros, packed_limbs * sizeof(uint64_t));
	return true;
}

static void
unpack_sum(uint64_t *sum, int limbs, int zeros, const uint64_t *packed, int packed_limbs)
{
	int			sign = (int64_t) packed[packed_limbs - 1] < 0 ? 0xff : 0;

	memset(sum, 0, zeros * sizeof(uint64_t));
	memcpy(sum + zeros, packed, packed_limbs * sizeof(uint64_t));
	memset(sum + zeros + packed_limbs, sign, (limbs - zeros - packed_limbs) * sizeof(uint64_t));
}

/* False when something does not fit. */
bool
trend_pack(PackedTrend *packed, const Trend *trend)
{
	uint64_t	count = (uint64_t) trend->count;
	uint64_t	w,
				x,
				xx;

	if (!pack_sum(trend->w, 3, 1, &w, 1) || w != count ||
		!pack_sum(trend->wx, 3, 1, &x, 1) ||
		!pack_sum(trend->wxx, 3, 1, &xx, 1) ||
		!pack_sum(trend->wy, 4, 1, packed->y, 2) ||
		!pack_sum(trend->wxy, 4, 1, packed->xy, 2) ||
		!pack_sum(trend->wyy, 5, 1, packed->yy, 4))
		return false;
	packed->ceiling = trend->ceiling;
	packed->count = trend->count;
	packed->x = (int64_t) x;
	packed->xx = (int64_t) xx;
	return true;
}

/* Add what is packed to a trend, whose kind it has. */
PlanError
trend_add_packed(Trend *trend, const PackedTrend *packed)
{
	Trend		whole;
	uint64_t	count = (uint64_t) packed->count;
	uint64_t	x = (uint64_t) packed->x;
	uint64_t	xx = (uint64_t) packed->xx;

	whole.kind = trend->kind;
	whole.ceiling = packed->ceiling;
	whole.count = packed->count;
	unpack_sum(whole.w, 3, 1, &count, 1);
	unpack_sum(whole.wx, 3, 1, &x, 1);
	unpack_sum(whole.wxx, 3, 1, &xx, 1);
	unpack_sum(whole.wy, 4, 1, packed->y, 2);
	unpack_sum(whole.wxy, 4, 1, packed->xy, 2);
	unpack_sum(whole.wyy, 5, 1, packed->yy, 4);
	return trend_add(trend, &whole);
}

/* A float8 rounded to a multiple of 2^-64, as that many units. */
static bool
units_of(double x, WideNumber *units)
{
	FixedSum	sum = {{0, 0, 0}};

	if (!fixedsum_add_any_double(&sum, x))
		return false;
	*units = wide_number(sum.limb, 3);
	return true;
}

static bool
add_number(uint64_t *sum, int limbs, const WideNumber *number)
{
	uint64_t	term[WIDE_MAX_LIMBS];

	return wide_store(number, term, limbs) && wide_add(sum, term, limbs);
}

/* The figures of any row, by wide numbers. */
static PlanError
add_any_figures(Trend *trend, int sign, int32_t day, double y, double weight)
{
	WideNumber	x = wide_from_int(day);
	WideNumber	w,
				wx,
				wxx,
				value,
				wy,
				wxy,
				wyy;

	if (!units_of(sign * weight, &w) || !units_of(y, &value))
		return PLAN_OUT_OF_RANGE;
	wx = wide_product(&w, &x);
	wxx = wide_product(&wx, &x);
	wy = wide_product(&w, &value);
	wxy = wide_product(&wy, &x);
	wyy = wide_product(&wy, &value);
	if (!add_number(trend->w, 3, &w) ||
		!add_number(trend->wx, 3, &wx) ||
		!add_number(trend->wxx, 3, &wxx) ||
		!add_number(trend->wy, 4, &wy) ||
		!add_number(trend->wxy, 4, &wxy) ||
		!add_number(trend->wyy, 5, &wyy))
		return PLAN_OUT_OF_RANGE;
	return PLAN_OK;
}

/* A figure of ordinary size, rounded to a multiple of 2^-64: mantissa * 2^shift of them. */
typedef struct ShortUnits
{
	uint64_t	mantissa;
	unsigned	shift;
	uint64_t	sign;			/* all ones for a figure below 0 */
} ShortUnits;

/* Within these limits the terms of a row fit its sums, with their signs. */
#define MAX_SHORT_SHIFT 64
#define MAX_SHORT_SHIFTS 160
#define MAX_SHORT_DAYS (1 << 21)

/* False where a figure is not of such a size. */
static inline bool
short_units_of(double x, ShortUnits *units)
{
	uint64_t	bits = double_to_bits(x);

	units->mantissa = (bits & (FIXEDSUM_HIDDEN_BIT - 1)) | FIXEDSUM_HIDDEN_BIT;
	units->shift = fixedsum_shift(x);
	units->sign = 0 - (bits >> 63);
	if (__builtin_expect(units->shift <= MAX_SHORT_SHIFT, 1))
		return true;
	/* Below 2^-12 the last digits are rounded off, half to even. */
	units->mantissa = fabs(x) < 1.0 ? (uint64_t) rint(fabs(x) * 0x1p64) : 0;
	units->shift = 0;
	return fabs(x) < 1.0;
}

/* Add a number of three limbs times 2^shift to a sum, or its negative. */
static inline __attribute__((always_inline)) bool
add_term(uint64_t *sum, int limbs, FixedWide lower, uint64_t upper, unsigned shift, uint64_t sign)
{
	uint64_t	term[WIDE_MAX_LIMBS] = {0};
	uint64_t   *place = term + shift / 64;
	unsigned	bits = shift % 64;
	uint64_t	middle = (uint64_t) (lower >> 64);
	uint64_t	old = sum[limbs - 1];
	uint64_t	carry = sign & 1;

	place[0] = (uint64_t) lower << bits;
	place[1] = middle << bits | ((uint64_t) lower >> 1) >> (63 - bits);
	place[2] = upper << bits | (middle >> 1) >> (63 - bits);
	place[3] = (upper >> 1) >> (63 - bits);
	for (int i = 0; i < limbs; i++)
	{
		FixedWide	s = (FixedWide) sum[i] + (term[i] ^ sign) + carry;

		sum[i] = (uint64_t) s;
		carry = (uint64_t) (s >> 64);
	}
	/* Overflow: both have one sign, and the result the other. */
	return (int64_t) ((old ^ sum[limbs - 1]) & (sign ^ sum[limbs - 1])) >= 0;
}

/*
 * The same for figures of ordinary size, by plain integers: products of up to 95 bits with
 * the weight alone, of 106, 127 and 159 bits with the value.
 */
static bool
add_short_figures(Trend *trend, int32_t day, const ShortUnits *y, const ShortUnits *w)
{
	uint64_t	days = day < 0 ? (uint64_t) -(int64_t) day : (uint64_t) day;
	uint64_t	day_sign = 0 - (uint64_t) (day < 0);
	FixedWide	wx = (FixedWide) w->mantissa * days;
	FixedWide	wy = (FixedWide) w->mantissa * y->mantissa;
	FixedWide	wyy_lower = (FixedWide) (uint64_t) wy * y->mantissa;
	FixedWide	wyy_upper = (FixedWide) (uint64_t) (wy >> 64) * y->mantissa + (uint64_t) (wyy_lower >> 64);
	unsigned	shift = w->shift + y->shift;
	uint64_t	sign = w->sign ^ y->sign;

	return add_term(trend->w, 3, w->mantissa, 0, w->shift, w->sign) &&
		add_term(trend->wx, 3, wx, 0, w->shift, w->sign ^ day_sign) &&
		add_term(trend->wxx, 3, wx * days, 0, w->shift, w->sign) &&
		add_term(trend->wy, 4, wy, 0, shift, sign) &&
		add_term(trend->wxy, 4, wy * days, 0, shift, sign ^ day_sign) &&
		add_term(trend->wyy, 5, wyy_upper << 64 | (uint64_t) wyy_lower, (uint64_t) (wyy_upper >> 64),
				 shift + y->shift, w->sign);
}

/* A row of any weight, added (sign = 1) or subtracted (sign = -1). */
PlanError
trend_add_row(Trend *trend, int sign, int32_t day, double y, double weight)
{
	ShortUnits	w,
				value;

	if (!(weight >= 0.0))
		return PLAN_BAD_WEIGHT;
	if (weight < TREND_MIN_WEIGHT && weight != 0.0)
		return PLAN_SMALL_WEIGHT;
	if (__builtin_add_overflow(trend->count, sign, &trend->count))
		return PLAN_OUT_OF_RANGE;
	if (day <= -MAX_SHORT_DAYS || day >= MAX_SHORT_DAYS ||
		!short_units_of(sign * weight, &w) || !short_units_of(y, &value) ||
		w.shift + 2 * value.shift > MAX_SHORT_SHIFTS)
		return add_any_figures(trend, sign, day, y, weight);
	return add_short_figures(trend, day, &value, &w) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/* Of two trends of one kind, one that is empty has no ceiling. */
static PlanError
merge_ceilings(Trend *trend, const Trend *other)
{
	if (trend->kind != other->kind)
		return PLAN_MIXED_KINDS;
	if (trend->ceiling == 0.0)
		trend->ceiling = other->ceiling;
	return other->ceiling == 0.0 || trend->ceiling == other->ceiling ? PLAN_OK : PLAN_MIXED_KINDS;
}

PlanError
trend_add(Trend *trend, const Trend *other)
{
	PlanError	error = merge_ceilings(trend, other);

	if (error != PLAN_OK)
		return error;
	if (__builtin_add_overflow(trend->count, other->count, &trend->count))
		return PLAN_OUT_OF_RANGE;
	for (int i = 0; i < TREND_SUMS; i++)
		if (!wide_add(trend_sum(trend, i), trend_sum_value(other, i), trend_sums[i].limbs))
			return PLAN_OUT_OF_RANGE;
	if (trend->ceiling != 0.0 && trend_is_empty(trend))
		trend->ceiling = 0.0;
	return PLAN_OK;
}

PlanError
trend_subtract(Trend *trend, const Trend *other)
{
	PlanError	error = merge_ceilings(trend, other);

	if (error != PLAN_OK)
		return error;
	if (__builtin_sub_overflow(trend->count, other->count, &trend->count))
		return PLAN_OUT_OF_RANGE;
	for (int i = 0; i < TREND_SUMS; i++)
		if (!wide_subtract(trend_sum(trend, i), trend_sum_value(other, i), trend_sums[i].limbs))
			return PLAN_OUT_OF_RANGE;
	if (trend->ceiling != 0.0 && trend_is_empty(trend))
		trend->ceiling = 0.0;
	return PLAN_OK;
}

/* A total order over all fields, for sorting and for equality. */
int
trend_compare(const Trend *a, const Trend *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->ceiling != b->ceiling)
		return a->ceiling < b->ceiling ? -1 : 1;
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	for (int i = 0; i < TREND_SUMS; i++)
	{
		int			order = wide_compare(trend_sum_value(a, i), trend_sum_value(b, i), trend_sums[i].limbs);

		if (order != 0)
			return order;
	}
	return 0;
}

/* The fields in their order, zeros left out. */
static PlanError
read_fields(const char **cursor, Trend *trend)
{
	PlanError	error = PLAN_OK;

	if (text_skip_name(cursor, "of"))
	{
		error = text_read_double(cursor, &trend->ceiling);
		if (error == PLAN_OK && (!text_skip_separator(cursor) || **cursor == '\0'))
			return PLAN_SYNTAX;
	}
	if (error == PLAN_OK && text_skip_name(cursor, "n"))
	{
		error = text_read_int64(cursor, &trend->count);
		if (error == PLAN_OK && !text_skip_separator(cursor))
			return PLAN_SYNTAX;
	}
	for (int i = 0; error == PLAN_OK && i < TREND_SUMS; i++)
		if (text_skip_name(cursor, trend_sums[i].name))
		{
			error = wide_read(cursor, trend_sum(trend, i), trend_sums[i].limbs);
			if (error == PLAN_OK && !text_skip_separator(cursor))
				return PLAN_SYNTAX;
		}
	return error;
}

/* Read "[kind] [of=ceiling] n=count w=sum ..." or "[kind] empty". */
PlanError
trend_read(const char *text, Trend *trend)
{
	PlanError	error;

	memset(trend, 0, sizeof(*trend));
	text_skip_spaces(&text);
	for (int kind = 0; kind < NUM_TREND_KINDS; kind++)
		if (text_skip_word(&text, trend_kind_names[kind]))
		{
			trend->kind = kind;
			if (!text_skip_separator(&text))
				return PLAN_SYNTAX;
			break;
		}
	if (text_skip_word(&text, EMPTY_TEXT))
	{
		text_skip_spaces(&text);
		return *text == '\0' ? PLAN_OK : PLAN_SYNTAX;
	}
	if (*text == '\0')
		return PLAN_SYNTAX;
	error = read_fields(&text, trend);
	if (error != PLAN_OK)
		return error;
	if (trend->kind == TREND_LOGIT && trend->ceiling > 0.0 && trend_is_empty(trend))
		trend->ceiling = 0.0;
	return *text == '\0' && trend_is_valid(trend) ? PLAN_OK : PLAN_SYNTAX;
}

size_t
trend_write(char *out, const Trend *trend)
{
	char	   *p = out;

	if (trend->kind != TREND_LINEAR)
		p += sprintf(p, "%s ", trend_kind_names[trend->kind]);
	if (trend_is_empty(trend))
		return (size_t) (p - out) + (size_t) sprintf(p, EMPTY_TEXT);
	if (trend->kind == TREND_LOGIT)
	{
		p += text_write_name(p, "of");
		p += text_write_double(p, trend->ceiling);
		*p++ = ' ';
	}
	if (trend->count != 0)
	{
		p += text_write_name(p, "n");
		p += text_write_int64(p, trend->count);
		*p++ = ' ';
	}
	for (int i = 0; i < TREND_SUMS; i++)
		if (wide_sign(trend_sum_value(trend, i), trend_sums[i].limbs) != 0)
		{
			p += text_write_name(p, trend_sums[i].name);
			p += wide_write(p, trend_sum_value(trend, i), trend_sums[i].limbs);
			*p++ = ' ';
		}
	*--p = '\0';
	return (size_t) (p - out);
}

/* False where there is no line: fewer than two days, or more subtracted than was there. */
bool
trend_fit(const Trend *trend, TrendLine *line)
{
	WideNumber	wxx = wide_number(trend->wxx, 3);
	WideNumber	wxy = wide_number(trend->wxy, 4);

	line->kind = (TrendKind) trend->kind;
	line->ceiling = trend->ceiling;
	line->w = wide_number(trend->w, 3);
	line->wx = wide_number(trend->wx, 3);
	line->wy = wide_number(trend->wy, 4);
	line->wyy = wide_number(trend->wyy, 5);
	line->base = wide_cross_difference(&line->w, &wxx, &line->wx, &line->wx);
	line->slope = wide_cross_difference(&line->w, &wxy, &line->wx, &line->wy);
	return trend->count > 1 && wide_number_sign(&line->base) > 0 && wide_number_sign(&line->w) > 0;
}

/* The same of what is packed, with 1 as the unit of weights: the numbers stay short. */
bool
trend_fit_packed(const PackedTrend *packed, TrendKind kind, TrendLine *line)
{
	FixedTerm	base = (FixedTerm) packed->count * packed->xx - (FixedTerm) packed->x * packed->x;
	WideNumber	wxy = wide_number(packed->xy, 2);
	uint64_t	limbs[2];

	packed_trend_set(limbs, base);
	line->kind = kind;
	line->ceiling = packed->ceiling;
	line->w = wide_from_int(packed->count);
	line->wx = wide_from_int(packed->x);
	line->wy = wide_number(packed->y, 2);
	line->wyy = wide_number(packed->yy, 4);
	line->base = wide_number(limbs, 2);
	line->slope = wide_cross_difference(&line->w, &wxy, &line->wx, &line->wy);
	return base > 0 && packed->count > 1;
}

/* In units of what is fitted a year. */
double
trend_slope_per_year(const TrendLine *line)
{
	WideNumber	days = wide_from_int(CALENDAR_DAYS_IN_400_YEARS);
	WideNumber	years = wide_from_int(400);
	WideNumber	slope = wide_product(&line->slope, &days);
	WideNumber	base = wide_product(&line->base, &years);

	return wide_ratio(&slope, &base, -64);
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

/* What share of the variance the line explains; 1 where there is none to explain. */
PlanError
trend_r2(const TrendLine *line, double *r2)
{
	WideNumber	variance = wide_cross_difference(&line->w, &line->wyy, &line->wy, &line->wy);
	WideNumber	explained,
				all;

	if (wide_number_sign(&variance) < 0)
		return PLAN_UNDEFINED;
	*r2 = 1.0;
	if (wide_number_sign(&variance) == 0)
		return wide_number_sign(&line->slope) == 0 ? PLAN_OK : PLAN_UNDEFINED;
	explained = wide_product(&line->slope, &line->slope);
	all = wide_product(&line->base, &variance);
	*r2 = wide_ratio(&explained, &all, 0);
	/* No rows make more than 1, but sums that a client made up do. */
	return *r2 <= 1.0 ? PLAN_OK : PLAN_UNDEFINED;
}

/* Where the line is on a day: the value, its logarithm or its logit. */
static double
line_height(const TrendLine *line, int32_t day)
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

/* The scale for comparisons: a line through large values may fall to 0. */
static double
fitted_magnitude(const TrendLine *line, double value)
{
	if (line->kind != TREND_LINEAR)
		return fabs(value);
	return fmax(fabs(value), fabs(wide_ratio(&line->wy, &line->w, -64)));
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
 * fitted values are rounded.  NaN for a value that no line comes to.
 */
static double
crossing_day(const TrendLine *line, double value)
{
	WideNumber	target,
				scale = wide_product(&line->w, &line->base),
				mean = wide_product(&line->wy, &line->base),
				rise = wide_product(&line->slope, &line->wx),
				slope = wide_product(&line->slope, &line->w),
				way;

	if (beyond_reach(line, value) != 0 || !units_of(fitted_scale(line, value), &target))
		return NAN;
	/* (y * w * base - wy * base + slope * wx) / (slope * w) */
	target = wide_product(&target, &scale);
	way = wide_difference(&target, &mean);
	way = wide_sum(&way, &rise);
	return ceil(wide_ratio(&way, &slope, 0));
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
	if (day < CALENDAR_FIRST_DAY)
		return CALENDAR_FIRST_DAY;
	return day < CALENDAR_END_DAY ? (int64_t) day : CALENDAR_END_DAY - 1;
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
	int64_t		before = CALENDAR_FIRST_DAY - 1;
	int64_t		behind = CALENDAR_END_DAY;
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
	return behind > CALENDAR_FIRST_DAY && behind < CALENDAR_END_DAY ? PLAN_OK : PLAN_UNDEFINED;
}

/*
 * The day on which the line comes to meet the goal; none where it does not come to it, or
 * always met it.
 */
PlanError
trend_reached_on(const TrendLine *line, const Goal *goal, int32_t *day)
{
	int			direction = wide_number_sign(&line->slope);

	if (direction == 0 ||
		(goal->direction == GOAL_HIGHER && direction < 0) ||
		(goal->direction == GOAL_LOWER && direction > 0))
		return PLAN_UNDEFINED;
	return first_day_at(line, direction, direction > 0 ? goal_low(goal) : goal_high(goal), day);
}

/* Whether that day lies between two days, or the goal is met on the last of them. */
bool
trend_reached_within(const TrendLine *line, const Goal *goal, int32_t first, int32_t last)
{
	int32_t		day;

	return meets_goal(line, goal, last) ||
		(trend_reached_on(line, goal, &day) == PLAN_OK && day >= first && day <= last);
}
