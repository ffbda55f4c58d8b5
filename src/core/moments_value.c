/*
 * moments_value.c
 *		The figures that are computed from sums.
 *
 * Power means, and with them Theil's indices, generalized entropy and Atkinson's index, take
 * the sums as two float8 each, and lose nothing to the size of the values.  Variances and
 * slopes are computed from the sums in whole numbers and rounded once.
 *
 * Theil's indices and generalized entropy: H. Theil, "Economics and information theory"
 * (1967), A. F. Shorrocks, Econometrica 48 (1980) and 52 (1984).  A. B. Atkinson, "On the
 * measurement of inequality", J. Economic Theory 2 (1970).  Convergence: R. J. Barro and X.
 * Sala-i-Martin, J. Political Economy 100 (1992).
 */
#include "core/moments.h"

#include <math.h>
#include <string.h>

#include "core/cut.h"
#include "core/wide.h"

#define LIMBS MOMENTS_LIMBS

/* A smaller sum of powers has lost too many of its digits. */
#define LEAST_SUM 0x1p-128

/* A variance has eight digits if it is this many times the error of rounding. */
#define LEAST_EXCESS 0x1p26
#define EXCESS_BITS 26

/* More than an aggregate counts. */
#define MAX_ROWS 0x1p60
#define MAX_ROW_BITS 60

/* A sum as two float8, which hold 106 bits of it. */
static LongSum
long_sum(const Moments *moments, MomentsSum which)
{
	WideNumber	number = wide_number(moments->sum[which], LIMBS);
	int			n = number.limbs;
	uint64_t	high,
				low,
				middle;
	int			shift,
				exponent;
	LongSum		sum;

	if (n == 0)
		return (LongSum) {0.0, 0.0};
	high = number.limb[n - 1];
	middle = n > 1 ? number.limb[n - 2] : 0;
	low = n > 2 ? number.limb[n - 3] : 0;
	shift = __builtin_clzll(high);
	if (shift > 0)
	{
		high = high << shift | middle >> (64 - shift);
		middle = middle << shift | low >> (64 - shift);
	}
	exponent = 64 * (n - MOMENTS_FRACTION) - shift;
	sum.sum = ldexp((double) (high >> 11), exponent - 53);
	sum.rest = ldexp((double) ((high & 0x7ff) << 53 | middle >> 11), exponent - 53 - 64);
	if (number.negative)
		sum = (LongSum) {-sum.sum, -sum.rest};
	return longsum_normalized(sum);
}

static LongSum
long_ratio(const Moments *moments, MomentsSum numerator, MomentsSum denominator)
{
	LongSum		a = long_sum(moments, numerator);
	LongSum		b = long_sum(moments, denominator);

	return longsum_ratio(&a, &b);
}

static bool
is_positive(const Moments *moments, MomentsSum which)
{
	return wide_sign(moments->sum[which], LIMBS) > 0;
}

/* ln(1 + p t) / p, which for p = 0 is t. */
static double
log1p_over(double p, double t)
{
	return fabs(p * t) < 1e-17 ? t : log1p(p * t) / p;
}

static double
end_value(const Moments *moments, MomentsSum which)
{
	LongSum		sum = long_sum(moments, which);

	return longsum_value(&sum);
}

/*
 * Power means.
 */

/* In float8, since what a client sends may be beyond any count. */
static double
count_of_values(const Moments *moments)
{
	return (double) moments->rows - (double) moments->missing;
}

static bool
is_covered(const Moments *moments)
{
	return !passes_cut(moments->min_coverage, count_of_values(moments) / moments->rows, 1.0);
}

/* What no row of an aggregate makes, but what a client may send. */
static bool
has_power_mean(const Moments *moments, double p)
{
	if (p == 1.0 || isinf(p))
		return true;
	return moments->negatives == 0 && (p > 0.0 || moments->zeros == 0);
}

static PlanError
mean_of_powers(const Moments *moments, double *mean)
{
	LongSum		ratio = long_ratio(moments, SUM_F, SUM_W);

	*mean = longsum_value(&ratio);
	return end_value(moments, SUM_F) < LEAST_SUM ? PLAN_OUT_OF_RANGE : PLAN_OK;
}

/* The p-th root of a power, put right once where that can be told. */
static double
root_of_power(double power, double p)
{
	double		root = pow(power, 1.0 / p);
	double		again = pow(root, p);

	return isnormal(again) ? root + root * ((power - again) / again / p) : root;
}

/* e^t, put right once by its logarithm. */
static double
exp_of_long(const LongSum *t)
{
	double		x = exp(t->sum);
	LongSum		logarithm;

	if (!isnormal(x))
		return x;
	logarithm = long_log(x);
	return x + x * ((t->sum - logarithm.sum) + (t->rest - logarithm.rest));
}

/*
 * The power, given t = (power - 1) / p.  Subtracting the -1 / p that was summed with it loses no
 * digits, even if t hardly differs from it.
 */
static double
power_of_scaled(const LongSum *t, double p)
{
	return p * ((t->sum - -1.0 / p) + t->rest);
}

/* By (x^p - 1) / p */
static double
mean_of_log_form(const Moments *moments, double p)
{
	LongSum		t = long_ratio(moments, SUM_F, SUM_W);

	if (p == 0.0)
		return exp_of_long(&t);
	if (fabs(log1p(p * longsum_value(&t))) <= NEAR_ONE)
		return exp(log1p_over(p, longsum_value(&t)));
	/* If all values are zeros, each has added -1 / p, and the power is 0. */
	if (p < 0.0 || longsum_value(&t) > -1.0 / p)
		return root_of_power(power_of_scaled(&t, p), p);
	return 0.0;
}

/*
 * Equal values have their own value as the mean, whatever the power: what differs from the
 * arithmetic mean by no more than powers and roots are rounded is the arithmetic mean.
 */
static double
mean_or_value(double mean, double arithmetic)
{
	double		rounding = 0x1p-50 * (1.0 + fabs(log(arithmetic)));

	return fabs(mean - arithmetic) <= rounding * arithmetic ? arithmetic : mean;
}

static PlanError
power_mean(const Moments *moments, double *mean)
{
	double		p = moments->parameter;
	PowerForm	form = power_form(p);
	LongSum		t;
	double		arithmetic;
	PlanError	error = PLAN_OK;

	if (!is_positive(moments, SUM_W) || !is_covered(moments) || !has_power_mean(moments, p))
		return PLAN_UNDEFINED;
	t = long_ratio(moments, SUM_X, SUM_W);
	arithmetic = longsum_value(&t);
	/* But for the geometric mean values are summed, and are all 0 or come to more. */
	if (arithmetic <= 0.0 && moments->zeros == 0 && p != 0.0 && p != 1.0 && form != FORM_END)
		return PLAN_UNDEFINED;
	if (form == FORM_END)
		*mean = end_value(moments, p < 0.0 ? SUM_X : SUM_F);
	else if (p == 0.0)
		*mean = mean_of_log_form(moments, p);
	else if (p == 1.0 || arithmetic == 0.0)
		*mean = arithmetic;
	else if (p == -1.0)
	{
		t = long_ratio(moments, SUM_W, SUM_F);
		error = mean_of_powers(moments, mean);
		*mean = longsum_value(&t);
	}
	else if (form == FORM_LOG)
		*mean = mean_or_value(mean_of_log_form(moments, p), arithmetic);
	else if (form == FORM_X_LOG)
	{
		t = long_ratio(moments, SUM_F, SUM_X);
		*mean =
			mean_or_value(root_of_power(arithmetic * power_of_scaled(&t, p - 1.0), p), arithmetic);
	}
	else
	{
		error = mean_of_powers(moments, mean);
		*mean = mean_or_value(root_of_power(*mean, p), arithmetic);
	}
	return error;
}

/*
 * Disparity.
 */

/* Below zero only even powers are convex. */
static bool
has_entropy(const Moments *moments, double p)
{
	if (!is_positive(moments, SUM_W) || !is_positive(moments, SUM_X))
		return false;
	if (moments->negatives != 0 && !(p >= 2.0 && fmod(p, 2.0) == 0.0))
		return false;
	return moments->zeros == 0 || p > 0.0;
}

/* Equal values have no disparity: what is no more than sums of powers are rounded is none. */
static double
excess_or_none(double excess, double size)
{
	return fabs(excess) <= 0x1p-50 * size ? 0.0 : excess;
}

/*
 * By how much the mean of the powers exceeds the power of the mean m, as a share of that:
 * mean(x^p) / m^p = 1 + factor * excess.  Where the powers are nearly 1, or nearly x, the
 * factor is what vanishes, and the excess goes over to Theil's L and T.
 */
static PlanError
excess_of_powers(const Moments *moments, double p, double *factor, double *excess)
{
	LongSum		mean = long_ratio(moments, SUM_X, SUM_W);
	LongSum		log_mean = long_log(mean.sum);
	LongSum		t;
	double		of_mean;
	PlanError	error;

	log_mean.rest += mean.rest / mean.sum;
	*factor = 1.0;
	if (power_form(p) == FORM_POWER)
	{
		error = mean_of_powers(moments, excess);
		*excess = excess_or_none(*excess / pow(mean.sum, p) - 1.0, 1.0 + fabs(p));
		return error;
	}
	*factor = power_form(p) == FORM_LOG ? p : p - 1.0;
	t = long_ratio(moments, SUM_F, power_form(p) == FORM_LOG ? SUM_W : SUM_X);
	if (*factor == 0.0)
	{
		*excess = (t.sum - log_mean.sum) + (t.rest - log_mean.rest);
		return PLAN_OK;
	}
	if (fabs(*factor * log_mean.sum) > NEAR_ONE)
	{
		of_mean = pow(mean.sum, *factor) * (1.0 + *factor * mean.rest / mean.sum);
		*excess = excess_or_none((power_of_scaled(&t, *factor) / of_mean - 1.0) / *factor,
								 1.0 / fabs(*factor));
		return PLAN_OK;
	}
	of_mean = expm1_over(*factor, longsum_value(&log_mean));
	*excess = excess_or_none((longsum_value(&t) - of_mean) / (1.0 + *factor * of_mean),
							 (1.0 + fabs(of_mean)) / (1.0 + *factor * of_mean));
	return PLAN_OK;
}

static PlanError
generalized_entropy(const Moments *moments, double *entropy)
{
	double		alpha = moments->parameter;
	double		factor,
				excess;
	PlanError	error;

	if (!has_entropy(moments, alpha))
		return PLAN_UNDEFINED;
	error = excess_of_powers(moments, alpha, &factor, &excess);
	switch (power_form(alpha))
	{
		case FORM_LOG:
			*entropy = excess / (alpha - 1.0);
			break;
		case FORM_X_LOG:
			*entropy = excess / alpha;
			break;
		default:
			*entropy = excess / alpha / (alpha - 1.0);
			break;
	}
	*entropy = fmax(*entropy, 0.0);
	return error;
}

static PlanError
atkinson(const Moments *moments, double *result)
{
	double		p = moments_power(moments);
	double		factor,
				excess;
	PlanError	error;

	if (!is_positive(moments, SUM_W) || !is_positive(moments, SUM_X) || moments->negatives != 0)
		return PLAN_UNDEFINED;
	*result = 1.0;
	if (moments->zeros != 0 && p <= 0.0)
		return PLAN_OK;
	error = excess_of_powers(moments, p, &factor, &excess);
	if (power_form(p) == FORM_LOG)
		*result = -expm1(log1p_over(p, excess));
	else
		*result = -expm1(log1p(factor * excess) / p);
	*result = fmax(*result, 0.0);
	return error;
}

/*
 * Variation.
 */

/*
 * By how many roundings w xx - x^2 exceeds zero: each row may put all three sums off by some
 * units.
 */
static double
excess_in_roundings(const WideNumber *difference, const WideNumber *w, const WideNumber *xx,
					WideNumber x, double rows)
{
	WideNumber	roundings = wide_sum(w, xx);
	WideNumber	count = wide_from_int((int64_t) (4.0 * rows));

	x.negative = false;
	roundings = wide_sum(&roundings, &x);
	roundings = wide_sum(&roundings, &x);
	roundings = wide_product(&count, &roundings);
	return wide_ratio(difference, &roundings, 0);
}

static int
bits_of(const WideNumber *number)
{
	return wide_bit_length(number->limb, number->limbs);
}

/* Whether it exceeds zero by so many of them that they need not be counted. */
static bool
has_digits(const WideNumber *difference, const WideNumber *w, const WideNumber *xx,
		   const WideNumber *x)
{
	int			bits = bits_of(w);

	bits = bits_of(xx) > bits ? bits_of(xx) : bits;
	bits = bits_of(x) > bits ? bits_of(x) : bits;
	/* Four such sums in all, times four and the rows. */
	return !difference->negative && bits_of(difference) > bits + 2 + 2 + MAX_ROW_BITS + EXCESS_BITS;
}

/*
 * The variance as a multiple of the square of a sum.  What may come from rounding alone is
 * none; what is hardly more has no digits to speak of.
 */
static PlanError
relative_variance(const Moments *moments, MomentsSum to, double *variance)
{
	WideNumber	w = wide_number(moments->sum[SUM_W], LIMBS);
	WideNumber	x = wide_number(moments->sum[SUM_X], LIMBS);
	WideNumber	xx = wide_number(moments->sum[SUM_F], LIMBS);
	WideNumber	base = wide_product(&x, &x);
	WideNumber	difference = wide_product(&w, &xx);
	double		rows = count_of_values(moments);
	double		excess;

	difference = wide_difference(&difference, &base);
	if (to == SUM_W)
		base = wide_product(&w, &w);
	if (wide_number_sign(&w) <= 0 || wide_number_sign(&base) == 0 || wide_number_sign(&xx) < 0 ||
		!(rows >= 1.0 && rows < MAX_ROWS))
		return PLAN_UNDEFINED;
	if (has_digits(&difference, &w, &xx, &x))
	{
		*variance = wide_ratio(&difference, &base, 0);
		return PLAN_OK;
	}
	excess = excess_in_roundings(&difference, &w, &xx, x, rows);
	if (excess < -1.0)
		return PLAN_UNDEFINED;
	*variance = excess <= 1.0 ? 0.0 : wide_ratio(&difference, &base, 0);
	return excess <= 1.0 || excess >= LEAST_EXCESS ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/* Zero has no sign. */
static double
with_sign_of_mean(const Moments *moments, double deviation)
{
	return deviation != 0.0 && wide_sign(moments->sum[SUM_X], LIMBS) < 0 ? -deviation : deviation;
}

static PlanError
variation(const Moments *moments, double *result)
{
	double		variance = 0.0;
	PlanError	error = relative_variance(moments, SUM_X, &variance);

	*result = with_sign_of_mean(moments, sqrt(variance));
	return error;
}

static PlanError
variation_sample(const Moments *moments, double *result)
{
	double		n = count_of_values(moments);
	double		variance = 0.0;
	PlanError	error = n < 2.0 ? PLAN_UNDEFINED : relative_variance(moments, SUM_X, &variance);

	*result = with_sign_of_mean(moments, sqrt(variance * n / (n - 1.0)));
	return error;
}

static bool
are_positive(const Moments *moments)
{
	return moments->zeros == 0 && moments->negatives == 0;
}

static PlanError
deviation_of_logs(const Moments *moments, double *result)
{
	double		variance = 0.0;
	PlanError	error = are_positive(moments) ? relative_variance(moments, SUM_W, &variance)
		: PLAN_UNDEFINED;

	*result = sqrt(variance);
	return error;
}

static PlanError
variation_of_logs(const Moments *moments, double *result)
{
	return are_positive(moments) ? variation(moments, result) : PLAN_UNDEFINED;
}

/* The slope of yearly growth of logarithms on the logarithm at first, by least squares. */
static PlanError
beta_convergence(const Moments *moments, double *beta)
{
	uint64_t	rows[LIMBS] = {0};
	WideNumber	n,
				y = wide_number(moments->sum[SUM_W], LIMBS),
				x = wide_number(moments->sum[SUM_X], LIMBS),
				xx = wide_number(moments->sum[SUM_F], LIMBS),
				xy = wide_number(moments->sum[SUM_XF], LIMBS),
				base,
				slope;

	if (!are_positive(moments) || moments->rows <= 0)
		return PLAN_UNDEFINED;
	rows[MOMENTS_FRACTION] = (uint64_t) moments->rows;
	n = wide_number(rows, LIMBS);
	base = wide_cross_difference(&n, &xx, &x, &x);
	slope = wide_cross_difference(&n, &xy, &x, &y);
	if (wide_number_sign(&base) <= 0)
		return PLAN_UNDEFINED;
	*beta = wide_ratio(&slope, &base, 0) / moments->parameter;
	return PLAN_OK;
}

static PlanError
max_min_ratio(const Moments *moments, double *ratio)
{
	double		least = end_value(moments, SUM_X);

	if (!is_positive(moments, SUM_W) || least <= 0.0)
		return PLAN_UNDEFINED;
	*ratio = end_value(moments, SUM_F) / least;
	return PLAN_OK;
}

static PlanError
figure_of(const Moments *moments, double *figure)
{
	switch ((Measure) moments->measure)
	{
		case MEASURE_POWER_MEAN:
			return power_mean(moments, figure);
		case MEASURE_ENTROPY:
			return generalized_entropy(moments, figure);
		case MEASURE_ATKINSON:
			return atkinson(moments, figure);
		case MEASURE_CV:
			return variation(moments, figure);
		case MEASURE_CV_SAMPLE:
			return variation_sample(moments, figure);
		case MEASURE_SIGMA:
			return deviation_of_logs(moments, figure);
		case MEASURE_SIGMA_CV:
			return variation_of_logs(moments, figure);
		case MEASURE_BETA:
			return beta_convergence(moments, figure);
		default:
			return max_min_ratio(moments, figure);
	}
}

/* Sums that a client made up may be those of no values at all. */
PlanError
moments_figure(const Moments *moments, double *figure)
{
	PlanError	error;

	*figure = 0.0;
	if (moments_is_overdrawn(moments) || moments->rows == moments->missing)
		return PLAN_UNDEFINED;
	error = figure_of(moments, figure);
	if (error == PLAN_UNDEFINED || isnan(*figure))
		return PLAN_UNDEFINED;
	return isfinite(*figure) ? error : PLAN_OUT_OF_RANGE;
}
