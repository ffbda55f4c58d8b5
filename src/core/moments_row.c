/*
 * moments_row.c
 *		Adding rows to means and measures of disparity, and subtracting them.
 *
 * Each term of a sum is rounded once to a multiple of 2^-192, half to even.
 */
#include "core/moments.h"

#include <math.h>
#include <string.h>

#include "core/wide.h"

__extension__ typedef unsigned __int128 DoubleLimb;

#define LIMBS MOMENTS_LIMBS

/* The exponent, as it is stored, of a float8 whose last bit is the last of a sum. */
#define UNIT_EXPONENT (1075 - 64 * MOMENTS_FRACTION)

/* What values and weights lie between, unless they are zero. */
#define LEAST_EXPONENT (FLOAT_EXPONENT_BIAS - 64)
#define END_EXPONENT (FLOAT_EXPONENT_BIAS + 96)

/*
 * Sums.
 */

static inline uint64_t
sign_of_step(int sign)
{
	return sign < 0 ? ~(uint64_t) 0 : 0;
}

static bool
add_double(uint64_t *sum, int sign, double x)
{
	FloatParts	parts = split_double(x);

	if (parts.exponent == FLOAT_EXPONENT_MASK)
		return false;
	return wide_add_scaled(sum, LIMBS, &parts.mantissa, 1, parts.exponent - UNIT_EXPONENT,
						   parts.sign ^ sign_of_step(sign));
}

static bool
add_full_product(uint64_t *sum, int sign, double x, double y)
{
	FloatParts	a = split_double(x);
	FloatParts	b = split_double(y);
	DoubleLimb	product = (DoubleLimb) a.mantissa * b.mantissa;
	uint64_t	magnitude[2] = {(uint64_t) product, (uint64_t) (product >> 64)};

	if (a.exponent == FLOAT_EXPONENT_MASK || b.exponent == FLOAT_EXPONENT_MASK)
		return false;
	return wide_add_scaled(sum, LIMBS, magnitude, 2, a.exponent + b.exponent - 1075 - UNIT_EXPONENT,
					  a.sign ^ b.sign ^ sign_of_step(sign));
}

/* x y; x is a weight, usually 1. */
static inline bool
add_product(uint64_t *sum, int sign, double x, double y)
{
	return x == 1.0 ? add_double(sum, sign, y) : add_full_product(sum, sign, x, y);
}

/* x y z, exactly. */
static inline bool
add_triple_product(uint64_t *sum, int sign, double x, double y, double z)
{
	FloatParts	a = split_double(x);
	FloatParts	b = split_double(y);
	FloatParts	c = split_double(z);
	DoubleLimb	product = (DoubleLimb) b.mantissa * c.mantissa;
	DoubleLimb	low = (DoubleLimb) (uint64_t) product * a.mantissa;
	DoubleLimb	high =
		(DoubleLimb) (uint64_t) (product >> 64) * a.mantissa + (uint64_t) (low >> 64);
	uint64_t	magnitude[3] = {(uint64_t) low, (uint64_t) high, (uint64_t) (high >> 64)};

	if (a.exponent == FLOAT_EXPONENT_MASK || b.exponent == FLOAT_EXPONENT_MASK ||
		c.exponent == FLOAT_EXPONENT_MASK)
		return false;
	return wide_add_scaled(sum, LIMBS, magnitude, 3,
					  a.exponent + b.exponent + c.exponent - 2 * 1075 - UNIT_EXPONENT,
					  a.sign ^ b.sign ^ c.sign ^ sign_of_step(sign));
}

static inline bool
add_weighted_log(uint64_t *sum, int sign, double weight, double x)
{
	LongSum		logarithm = long_log(x);

	return add_product(sum, sign, weight, logarithm.sum) &&
		add_product(sum, sign, weight, logarithm.rest);
}

/*
 * Rows.
 */

bool
moments_can_hold(double x)
{
	FloatParts	parts = split_double(x);

	return x == 0.0 || (parts.exponent >= LEAST_EXPONENT && parts.exponent < END_EXPONENT);
}

/* The first row says what it is, and the others have to say the same. */
PlanError
moments_set_parameter(Moments *moments, double parameter)
{
	if (moments->parameter == parameter)
		return PLAN_OK;
	if (!moments_is_empty(moments))
		return PLAN_MIXED_KINDS;
	moments->parameter = parameter;
	return PLAN_OK;
}

/* A row that asks for coverage; 0 once more where none is left that does. */
PlanError
moments_cover(Moments *moments, int sign, double min_coverage)
{
	if (moments->covering != 0 && moments->min_coverage != min_coverage)
		return PLAN_MIXED_KINDS;
	if (__builtin_add_overflow(moments->covering, sign, &moments->covering))
		return PLAN_OUT_OF_RANGE;
	moments->min_coverage = moments->covering != 0 ? min_coverage + 0.0 : 0.0;
	return PLAN_OK;
}

PlanError
moments_add_missing(Moments *moments, int sign)
{
	if (__builtin_add_overflow(moments->rows, sign, &moments->rows) ||
		__builtin_add_overflow(moments->missing, sign, &moments->missing))
		return PLAN_OUT_OF_RANGE;
	moments_forget_parameter(moments);
	return PLAN_OK;
}

/* Only added: an end that goes does not tell what comes after it. */
static bool
add_ends(Moments *moments, double x, double weight)
{
	uint64_t	end[LIMBS] = {0};
	bool		first = wide_sign(moments->sum[SUM_W], LIMBS) == 0;

	if (!add_double(end, 1, x))
		return false;
	if (first || wide_compare(end, moments->sum[SUM_X], LIMBS) < 0)
		memcpy(moments->sum[SUM_X], end, sizeof(end));
	if (first || wide_compare(end, moments->sum[SUM_F], LIMBS) > 0)
		memcpy(moments->sum[SUM_F], end, sizeof(end));
	return add_double(moments->sum[SUM_W], 1, weight);
}

/* x y z; x is a weight, and usually x or y is 1. */
static inline bool
add_weighted(uint64_t *sum, int sign, double x, double y, double z)
{
	if (y == 1.0)
		return add_product(sum, sign, x, z);
	return x == 1.0 ? add_full_product(sum, sign, y, z) : add_triple_product(sum, sign, x, y, z);
}

/*
 * weight times (x^p - 1) / p.  Of a power near 1 the difference from 1 is summed, which keeps its
 * digits; for other powers -1 / p is a term of its own, so that it does not round the power.
 */
static bool
add_scaled_power(uint64_t *sum, int sign, double p, double x, double weight, double times)
{
	double		t = p * log(x);

	if (fabs(t) <= NEAR_ONE)
		return add_weighted(sum, sign, weight, times, expm1_over(p, log(x)));
	return add_weighted(sum, sign, weight, times, pow(x, p) / p) &&
		add_weighted(sum, sign, weight, times, -1.0 / p);
}

/* (x^p - 1) / p; the geometric mean needs no values beside it. */
static bool
add_log_form(Moments *moments, int sign, double p, double x, double weight)
{
	if ((moments->measure != MEASURE_POWER_MEAN || p != 0.0) &&
		!add_product(moments->sum[SUM_X], sign, weight, x))
		return false;
	if (x > 0.0)
		return p == 0.0 ? add_weighted_log(moments->sum[SUM_F], sign, weight, x)
			: add_scaled_power(moments->sum[SUM_F], sign, p, x, weight, 1.0);
	return x < 0.0 || p <= 0.0 || add_product(moments->sum[SUM_F], sign, weight, -1.0 / p);
}

/*
 * x (x^(p - 1) - 1) / (p - 1).  Weighted values are rounded first, so that both sums hold the
 * same ones; means are exact instead, so that the mean of one value is that value.
 */
static bool
add_x_log_form(Moments *moments, int sign, double p, double x, double weight)
{
	double		weighted = weight * x;

	if (moments->measure == MEASURE_POWER_MEAN)
		return add_product(moments->sum[SUM_X], sign, weight, x) &&
			(p == 1.0 || x <= 0.0 ||
			 add_scaled_power(moments->sum[SUM_F], sign, p - 1.0, x, weight, x));
	if (!add_double(moments->sum[SUM_X], sign, weighted))
		return false;
	if (x <= 0.0)
		return true;
	if (p == 1.0)
	{
		LongSum		logarithm = long_log(x);

		return add_full_product(moments->sum[SUM_F], sign, weighted, logarithm.sum) &&
			add_full_product(moments->sum[SUM_F], sign, weighted, logarithm.rest);
	}
	return add_scaled_power(moments->sum[SUM_F], sign, p - 1.0, x, weighted, 1.0);
}

/* 1 / x with what its rounding leaves. */
static bool
add_reciprocal(uint64_t *sum, int sign, double x, double weight)
{
	double		reciprocal = 1.0 / x;

	return add_product(sum, sign, weight, reciprocal) &&
		add_product(sum, sign, weight, fma(-reciprocal, x, 1.0) * reciprocal);
}

/* Below zero only even powers are summed: others have no measure. */
static bool
add_power_form(Moments *moments, int sign, double p, double x, double weight)
{
	if (!add_product(moments->sum[SUM_X], sign, weight, x))
		return false;
	if ((x < 0.0 && !(p >= 2.0 && fmod(p, 2.0) == 0.0)) || (x == 0.0 && p < 0.0))
		return true;
	if (p == -1.0)
		return add_reciprocal(moments->sum[SUM_F], sign, x, weight);
	return add_product(moments->sum[SUM_F], sign, weight, p == 2.0 ? x * x : pow(x, p));
}

static bool
add_to_power(Moments *moments, int sign, double x, double weight)
{
	double		p = moments_power(moments);
	PowerForm	form = power_form(p);

	if (form == FORM_END)
		return add_ends(moments, x, weight);
	if (!add_double(moments->sum[SUM_W], sign, weight))
		return false;
	if (form == FORM_X_LOG)
		return add_x_log_form(moments, sign, p, x, weight);
	return form == FORM_LOG ? add_log_form(moments, sign, p, x, weight)
		: add_power_form(moments, sign, p, x, weight);
}

static bool
add_to_squares(Moments *moments, int sign, double x, double weight)
{
	return add_double(moments->sum[SUM_W], sign, weight) &&
		add_product(moments->sum[SUM_X], sign, weight, x) &&
		add_triple_product(moments->sum[SUM_F], sign, weight, x, x);
}

static bool
add_long(uint64_t *sum, int sign, const LongSum *x)
{
	return add_double(sum, sign, x->sum) && add_double(sum, sign, x->rest);
}

/* All of it, so that the squares of equal values are those of their sum. */
static bool
add_long_product(uint64_t *sum, int sign, const LongSum *x, const LongSum *y)
{
	return add_full_product(sum, sign, x->sum, y->sum) &&
		add_full_product(sum, sign, x->sum, y->rest) &&
		add_full_product(sum, sign, x->rest, y->sum) &&
		add_full_product(sum, sign, x->rest, y->rest);
}

static bool
add_long_square(uint64_t *sum, int sign, const LongSum *x)
{
	return add_full_product(sum, sign, x->sum, x->sum) &&
		add_full_product(sum, sign, 2.0 * x->sum, x->rest) &&
		add_full_product(sum, sign, x->rest, x->rest);
}

static bool
add_to_log_squares(Moments *moments, int sign, double x)
{
	LongSum		level = longsum_normalized(long_log(x));

	return add_double(moments->sum[SUM_W], sign, 1.0) &&
		add_long(moments->sum[SUM_X], sign, &level) &&
		add_long_square(moments->sum[SUM_F], sign, &level);
}

static bool
add_to_growth(Moments *moments, int sign, double before, double after)
{
	LongSum		level = longsum_normalized(long_log(before));
	LongSum		growth = longsum_normalized(long_log(after));

	longsum_add(&growth, -level.sum);
	growth.rest -= level.rest;
	growth = longsum_normalized(growth);
	return add_long(moments->sum[SUM_W], sign, &growth) &&
		add_long(moments->sum[SUM_X], sign, &level) &&
		add_long_square(moments->sum[SUM_F], sign, &level) &&
		add_long_product(moments->sum[SUM_XF], sign, &level, &growth);
}

static bool
add_to_sums(Moments *moments, int sign, double x, double second)
{
	switch ((Measure) moments->measure)
	{
		case MEASURE_POWER_MEAN:
		case MEASURE_ENTROPY:
		case MEASURE_ATKINSON:
			return add_to_power(moments, sign, x, second);
		case MEASURE_CV:
		case MEASURE_CV_SAMPLE:
			return add_to_squares(moments, sign, x, second);
		case MEASURE_SIGMA:
		case MEASURE_SIGMA_CV:
			return x <= 0.0 || add_to_log_squares(moments, sign, x);
		case MEASURE_BETA:
			return x <= 0.0 || second <= 0.0 || add_to_growth(moments, sign, x, second);
		default:
			return add_ends(moments, x, 1.0);
	}
}

/*
 * A value with its weight, which is 1 where there are no weights and for beta the later
 * value; both can be held.  What weighs nothing is a row, and no more.
 */
PlanError
moments_add_row(Moments *moments, int sign, double x, double second)
{
	bool		is_pair = moments->measure == MEASURE_BETA;
	bool		counts = is_pair || second > 0.0;
	double		least = is_pair && second < x ? second : x;

	if (__builtin_add_overflow(moments->rows, sign, &moments->rows))
		return PLAN_OUT_OF_RANGE;
	if (counts)
	{
		if (least == 0.0 && __builtin_add_overflow(moments->zeros, sign, &moments->zeros))
			return PLAN_OUT_OF_RANGE;
		if (least < 0.0 && __builtin_add_overflow(moments->negatives, sign, &moments->negatives))
			return PLAN_OUT_OF_RANGE;
		if (!add_to_sums(moments, sign, x, second))
			return PLAN_OUT_OF_RANGE;
	}
	moments_forget_parameter(moments);
	return PLAN_OK;
}
