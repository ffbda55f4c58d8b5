/*
 * disparity.c
 *		How unequal places are, and whether they grow alike.
 *
 * Gini: C. Gini, "Variabilità e mutabilità" (1912), by the area between neighbours.  Theil's
 * indices and generalized entropy: H. Theil, "Economics and information theory" (1967),
 * A. F. Shorrocks, Econometrica 48 (1980) and 52 (1984).  A. B. Atkinson, "On the measurement
 * of inequality", J. Economic Theory 2 (1970).  E. M. Hoover, Quarterly J. Economics 50 (1936).
 * J. G. Palma, Development and Change 42 (2011).  Convergence: R. J. Barro and X.
 * Sala-i-Martin, J. Political Economy 100 (1992).
 *
 * No formula takes the difference of two numbers that are nearly the same: what is almost
 * equal has its small measure to as many digits as what is not.
 */
#include "disparity.h"

#include <math.h>

/* Deviations below this, times what alpha makes of them, are summed as a series. */
#define SMALL_DEVIATION 0.05

/*
 * Gini, by half the mean difference of two values: each gap between neighbours separates
 * the weight below from the weight above it.
 */
PlanError
gini(const Sample *sample, double *result)
{
	SampleTotals totals = sample_totals(sample);
	LongSum		below = {0.0, 0.0};
	LongSum		differences = {0.0, 0.0};

	if (totals.mean.sum <= 0.0)
		return PLAN_UNDEFINED;
	for (uint32_t i = 1; i < sample->count; i++)
	{
		double		gap = sample_value(sample, i) * totals.scale -
			sample_value(sample, i - 1) * totals.scale;
		double		above;

		longsum_add(&below, sample_weight(sample, i - 1) * totals.weight_scale);
		above = (totals.weight.sum - below.sum) + (totals.weight.rest - below.rest);
		longsum_add(&differences, longsum_value(&below) * above * gap);
	}
	*result = longsum_value(&differences) / totals.weight.sum / totals.weight.sum / totals.mean.sum;
	return PLAN_OK;
}

/* Without the bias of few values: 1 where one has all, however few they are. */
PlanError
gini_corrected(const Sample *sample, double *result)
{
	if (sample->count < 2 || gini(sample, result) != PLAN_OK)
		return PLAN_UNDEFINED;
	*result *= (double) sample->count / (sample->count - 1);
	return PLAN_OK;
}

/*
 * (r^alpha - 1 - alpha d) / (alpha (alpha - 1)) for r = 1 + d, where d is small, by the
 * binomial series.
 */
static double
entropy_series(double d, double alpha)
{
	double		term = 0.5;
	double		sum = term;

	for (int k = 2; fabs(term) > 1e-18; k++)
	{
		term *= (alpha - k) / (k + 1) * d;
		sum += term;
	}
	return sum * d * d;
}

/*
 * What a value adds to generalized entropy.  The sum of all d is zero, so that alpha d
 * takes nothing away from the sum, but makes every term at least zero.  For alpha near 0 or
 * 1 the factor that vanishes is divided out, which gives Theil's L and T at these.
 */
static double
entropy_term(double value, double d, double alpha, const SampleTotals *totals)
{
	double		r = d > -0.5 ? 1.0 + d : value * totals->scale / totals->mean.sum;
	double		log_r;

	if (fabs(d) * (fabs(alpha) + 2.0) < SMALL_DEVIATION)
		return entropy_series(d, alpha);
	/* A ratio too small to hold has powers that count only where alpha is small. */
	if (value == 0.0 || (r == 0.0 && alpha >= 0.5))
		return 1.0 / alpha;
	if (value < 0.0)
		return (pow(r, alpha) - 1.0 - alpha * d) / (alpha * (alpha - 1.0));
	log_r = d > -0.5 ? log1p(d)
		: isnormal(r) ? log(r) : log(value) + log(totals->scale) - log(totals->mean.sum);
	if (fabs(alpha) < fabs(alpha - 1.0))
		return ((alpha == 0.0 ? log_r : expm1(alpha * log_r) / alpha) - d) / (alpha - 1.0);
	alpha -= 1.0;
	return (r * (alpha == 0.0 ? log_r : expm1(alpha * log_r) / alpha) - d) / (alpha + 1.0);
}

/* Whether values as low as that have one; below zero only even powers are convex. */
static bool
has_entropy(double least, double alpha)
{
	if (least < 0.0)
		return alpha >= 2.0 && fmod(alpha, 2.0) == 0.0;
	return least > 0.0 || alpha > 0.0;
}

PlanError
generalized_entropy(const Sample *sample, double alpha, double *result)
{
	SampleTotals totals = sample_totals(sample);
	LongSum		sum = {0.0, 0.0};

	if (totals.mean.sum <= 0.0 || !has_entropy(sample_value(sample, 0), alpha))
		return PLAN_UNDEFINED;
	for (uint32_t i = 0; i < sample->count; i++)
	{
		double		d = sample_deviation(sample, &totals, i);

		longsum_add(&sum, sample_weight(sample, i) * totals.weight_scale *
					entropy_term(sample_value(sample, i), d, alpha, &totals));
	}
	*result = longsum_value(&sum) / totals.weight.sum;
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/* ln of the mean of (x / mean)^alpha, alpha < 0, where these powers overflow. */
static double
log_of_mean_power(const Sample *sample, double alpha)
{
	SampleTotals totals = sample_totals(sample);
	double		least = sample_value(sample, 0);
	LongSum		sum = {0.0, 0.0};

	for (uint32_t i = 0; i < sample->count; i++)
		longsum_add(&sum, sample_weight(sample, i) * totals.weight_scale *
					pow(sample_value(sample, i) / least, alpha));
	return alpha * (log(least) + log(totals.scale) - log(totals.mean.sum)) +
		log(longsum_value(&sum) / totals.weight.sum);
}

/* By generalized entropy: for alpha = 1 - epsilon the mean of powers is 1 + alpha (alpha - 1) GE. */
PlanError
atkinson(const Sample *sample, double epsilon, double *result)
{
	double		alpha = 1.0 - epsilon;
	double		log_of_power;
	double		entropy;
	PlanError	error;

	if (sample_value(sample, 0) < 0.0 || sample_value(sample, sample->count - 1) == 0.0)
		return PLAN_UNDEFINED;
	*result = 1.0;
	if (sample_value(sample, 0) == 0.0 && alpha <= 0.0)
		return PLAN_OK;
	error = generalized_entropy(sample, alpha, &entropy);
	if (error == PLAN_UNDEFINED)
		return error;
	if (alpha == 0.0)
	{
		*result = -expm1(-entropy);
		return PLAN_OK;
	}
	log_of_power = error == PLAN_OK
		? log1p(alpha * (alpha - 1.0) * entropy) : log_of_mean_power(sample, alpha);
	*result = -expm1(log_of_power / alpha);
	return PLAN_OK;
}

PlanError
hoover(const Sample *sample, double *result)
{
	SampleTotals totals = sample_totals(sample);
	LongSum		sum = {0.0, 0.0};

	if (totals.mean.sum <= 0.0)
		return PLAN_UNDEFINED;
	for (uint32_t i = 0; i < sample->count; i++)
		longsum_add(&sum, sample_weight(sample, i) * totals.weight_scale *
					fabs(sample_deviation(sample, &totals, i)));
	*result = longsum_value(&sum) / totals.weight.sum / 2.0;
	return PLAN_OK;
}

/* The sum of squares of deviations from the mean, in means, by weight. */
static double
squared_deviations(const Sample *sample, const SampleTotals *totals)
{
	LongSum		sum = {0.0, 0.0};

	for (uint32_t i = 0; i < sample->count; i++)
	{
		double		d = sample_deviation(sample, totals, i);

		longsum_add(&sum, sample_weight(sample, i) * totals->weight_scale * d * d);
	}
	return longsum_value(&sum);
}

/* Zero has none. */
static double
with_sign_of(double mean, double deviation)
{
	return deviation == 0.0 ? 0.0 : copysign(deviation, mean);
}

PlanError
coefficient_of_variation(const Sample *sample, double *result)
{
	SampleTotals totals = sample_totals(sample);

	if (totals.mean.sum == 0.0)
		return PLAN_UNDEFINED;
	*result = with_sign_of(totals.mean.sum,
						   sqrt(squared_deviations(sample, &totals) / totals.weight.sum));
	return PLAN_OK;
}

PlanError
coefficient_of_variation_sample(const Sample *sample, double *result)
{
	SampleTotals totals = sample_totals(sample);

	if (totals.mean.sum == 0.0 || sample->count < 2)
		return PLAN_UNDEFINED;
	*result = with_sign_of(totals.mean.sum,
						   sqrt(squared_deviations(sample, &totals) / (sample->count - 1)));
	return PLAN_OK;
}

/* The sum of the values that make up a part of the weight, from one end on. */
static double
sum_of_part(const Sample *sample, const SampleTotals *totals, double part, bool from_top)
{
	LongSum		left = {part, 0.0};
	LongSum		sum = {0.0, 0.0};

	for (uint32_t i = 0; i < sample->count && longsum_value(&left) > 0.0; i++)
	{
		uint32_t	at = from_top ? sample->count - 1 - i : i;
		double		weight = fmin(sample_weight(sample, at) * totals->weight_scale,
								  longsum_value(&left));

		longsum_add(&sum, weight * (sample_value(sample, at) * totals->scale));
		longsum_add(&left, -weight);
	}
	return longsum_value(&sum);
}

/* A value on the edge of a part belongs to it by the share of its weight that is needed. */
PlanError
palma(const Sample *sample, double *result)
{
	SampleTotals totals = sample_totals(sample);
	double		top = sum_of_part(sample, &totals, totals.weight.sum / 10.0, true);
	double		bottom = sum_of_part(sample, &totals, totals.weight.sum * 4.0 / 10.0, false);

	if (bottom <= 0.0)
		return PLAN_UNDEFINED;
	*result = top / bottom;
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

PlanError
max_min_ratio(const Sample *sample, double *result)
{
	double		least = sample_value(sample, 0);

	if (least <= 0.0)
		return PLAN_UNDEFINED;
	*result = sample_value(sample, sample->count - 1) / least;
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/* Mean and standard deviation of the logarithms. */
static PlanError
describe_logs(const Sample *sample, double *mean, double *deviation)
{
	uint32_t	count = sample->count;
	LongSum		sum = {0.0, 0.0};
	LongSum		squares = {0.0, 0.0};

	if (sample_value(sample, 0) <= 0.0)
		return PLAN_UNDEFINED;
	for (uint32_t i = 0; i < count; i++)
		longsum_add(&sum, log(sample_value(sample, i)));
	*mean = longsum_value(&sum) / count;
	for (uint32_t i = 0; i < count; i++)
	{
		double		difference = log(sample_value(sample, i)) - *mean;

		longsum_add(&squares, difference * difference);
	}
	*deviation = sample_value(sample, 0) == sample_value(sample, count - 1)
		? 0.0 : sqrt(longsum_value(&squares) / count);
	return PLAN_OK;
}

PlanError
sigma_of_logs(const Sample *sample, double *result)
{
	double		mean;

	return describe_logs(sample, &mean, result);
}

PlanError
variation_of_logs(const Sample *sample, double *result)
{
	double		mean;
	double		deviation;

	if (describe_logs(sample, &mean, &deviation) != PLAN_OK || mean == 0.0)
		return PLAN_UNDEFINED;
	*result = with_sign_of(mean, deviation / fabs(mean));
	return PLAN_OK;
}

/* A ratio may overflow where the logarithms do not. */
static double
log_growth(double before, double after)
{
	double		ratio = after / before;

	return isnormal(ratio) ? log(ratio) : log(after) - log(before);
}

static bool
are_positive(const Sample *pairs)
{
	for (uint32_t i = 0; i < pairs->count; i++)
		if (sample_value(pairs, i) <= 0.0 || sample_weight(pairs, i) <= 0.0)
			return false;
	return true;
}

/* The slope of yearly growth of logarithms on the logarithm at first, by least squares. */
PlanError
beta_convergence(const Sample *pairs, double years, double *beta)
{
	uint32_t	count = pairs->count;
	LongSum		level = {0.0, 0.0};
	LongSum		growth = {0.0, 0.0};
	LongSum		squares = {0.0, 0.0};
	LongSum		products = {0.0, 0.0};

	/* Sorted, so that the first and the last are the same only where all are. */
	if (!are_positive(pairs) || sample_value(pairs, 0) == sample_value(pairs, count - 1))
		return PLAN_UNDEFINED;
	for (uint32_t i = 0; i < count; i++)
	{
		longsum_add(&level, log(sample_value(pairs, i)));
		longsum_add(&growth, log_growth(sample_value(pairs, i), sample_weight(pairs, i)));
	}
	for (uint32_t i = 0; i < count; i++)
	{
		double		x = log(sample_value(pairs, i)) - longsum_value(&level) / count;
		double		y = log_growth(sample_value(pairs, i), sample_weight(pairs, i)) -
			longsum_value(&growth) / count;

		longsum_add(&squares, x * x);
		longsum_add(&products, x * y);
	}
	if (longsum_value(&squares) == 0.0)
		return PLAN_UNDEFINED;
	*beta = longsum_value(&products) / longsum_value(&squares) / years;
	return isfinite(*beta) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

double
share_of_group(const SampleTotals *all, double mean, double weight, double alpha)
{
	return weight * all->weight_scale / all->weight.sum *
		pow(mean * all->scale / all->mean.sum, alpha);
}
