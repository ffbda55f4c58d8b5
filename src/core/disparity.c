/*
 * disparity.c
 *		How unequal places are, of what needs all values at once.
 *
 * Gini: C. Gini, "Variabilità e mutabilità" (1912), by the area between neighbours.  E. M.
 * Hoover, Quarterly J. Economics 50 (1936).  J. G. Palma, Development and Change 42 (2011).
 * Theil's indices between and within groups: H. Theil, "Economics and information theory"
 * (1967), A. F. Shorrocks, Econometrica 52 (1984).
 *
 * No formula takes the difference of two numbers that are nearly the same: what is almost
 * equal has its small measure to as many digits as what is not.
 */
#include "core/disparity.h"

#include <math.h>

/* Deviations below this are summed as a series. */
#define SMALL_DEVIATION 0.02

/*
 * Gini, by half the mean difference of two values: each gap between neighbours separates the
 * weight below from the weight above it.  Each value is compared with so many others: with all,
 * or with all but itself.
 */
static PlanError
gini_of_values(const Sample *sample, double others, double *result)
{
	double		scale = sample_scale(sample);
	double		previous = sample->element[0] * scale;
	double		count = sample->count;
	LongSumPair sums = {{previous, 0.0}, {0.0, 0.0}};
	SumPair		totals;

	for (uint32_t i = 1; i < sample->count; i++)
	{
		double		x = sample->element[i] * scale;

		check_at_times(i, sample->check);
		longsum_pair_add(&sums, (SumPair) {x, i * (count - i) * (x - previous)});
		previous = x;
	}
	totals = sums.sum + sums.rest;
	if (totals[0] <= 0.0)
		return PLAN_UNDEFINED;
	*result = totals[1] / others / totals[0];
	return PLAN_OK;
}

static PlanError
gini_of_pairs(const Sample *sample, double *result)
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

		check_at_times(i, sample->check);
		longsum_add(&below, sample_weight(sample, i - 1) * totals.weight_scale);
		above = (totals.weight.sum - below.sum) + (totals.weight.rest - below.rest);
		longsum_add(&differences, longsum_value(&below) * above * gap);
	}
	*result = longsum_value(&differences) / totals.weight.sum / totals.weight.sum / totals.mean.sum;
	return PLAN_OK;
}

PlanError
gini(const Sample *sample, double *result)
{
	if (sample->width == 1)
		return gini_of_values(sample, sample->count, result);
	return gini_of_pairs(sample, result);
}

/* Without the bias of few values: 1 where one has all, however few they are.  Without weights. */
PlanError
gini_corrected(const Sample *sample, double *result)
{
	if (sample->count < 2)
		return PLAN_UNDEFINED;
	return gini_of_values(sample, sample->count - 1.0, result);
}

/* What entropy_term() gives for a small d, by the binomial series. */
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
 * What a value of 1 + d means adds to Theil's L (alpha = 0) or T (1).  The sum of all d is
 * zero, so that d takes nothing away from the sum, but makes every term at least zero.
 */
static double
entropy_term(double value, double d, double alpha, const SampleTotals *totals)
{
	double		r = d > -0.5 ? 1.0 + d : value * totals->scale / totals->mean.sum;
	double		log_r;

	if (fabs(d) < SMALL_DEVIATION)
		return entropy_series(d, alpha);
	/* A ratio too small to hold counts for nothing but the mean. */
	if (r == 0.0 && alpha == 1.0)
		return 1.0;
	log_r = d > -0.5 ? log1p(d)
		: isnormal(r) ? log(r) : log(value) + log(totals->scale) - log(totals->mean.sum);
	return alpha == 0.0 ? d - log_r : r * log_r - d;
}

PlanError
theil(const Sample *sample, double alpha, double *result)
{
	SampleTotals totals = sample_totals(sample);
	double		least = sample_value(sample, 0);
	LongSum		sum = {0.0, 0.0};

	if (totals.mean.sum <= 0.0 || least < 0.0 || (least == 0.0 && alpha == 0.0))
		return PLAN_UNDEFINED;
	for (uint32_t i = 0; i < sample->count; i++)
	{
		double		d = sample_deviation(sample, &totals, i);

		check_at_times(i, sample->check);
		longsum_add(&sum, sample_weight(sample, i) * totals.weight_scale *
					entropy_term(sample_value(sample, i), d, alpha, &totals));
	}
	*result = longsum_value(&sum) / totals.weight.sum;
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
	{
		check_at_times(i, sample->check);
		longsum_add(&sum, sample_weight(sample, i) * totals.weight_scale *
					fabs(sample_deviation(sample, &totals, i)));
	}
	*result = longsum_value(&sum) / totals.weight.sum / 2.0;
	return PLAN_OK;
}

/* What is left of some tenths of a weight, not below zero: in tenths, and rounded once. */
static double
tenths_left(const LongSum *weight, int tenths, const LongSum *taken)
{
	double		part = tenths * weight->sum;
	double		part_rest = fma(tenths, weight->sum, -part) + tenths * weight->rest;
	double		used = 10.0 * taken->sum;
	double		used_rest = fma(10.0, taken->sum, -used) + 10.0 * taken->rest;

	return fmax((part - used) + (part_rest - used_rest), 0.0);
}

/*
 * The sum of the values that make up some tenths of the weight, from one end on.  A value on
 * the edge belongs to them by the share of its weight that is needed.
 */
static double
sum_of_tenths(const Sample *sample, const SampleTotals *totals, int tenths, bool from_top)
{
	LongSum		taken = {0.0, 0.0};
	LongSum		sum = {0.0, 0.0};
	double		left = tenths_left(&totals->weight, tenths, &taken);

	for (uint32_t i = 0; i < sample->count && left > 0.0; i++)
	{
		uint32_t	at = from_top ? sample->count - 1 - i : i;
		double		weight = sample_weight(sample, at) * totals->weight_scale;
		double		left_before = left;

		check_at_times(i, sample->check);
		longsum_add(&taken, weight);
		left = tenths_left(&totals->weight, tenths, &taken);
		if (left == 0.0)
			weight = fmin(weight, left_before / 10.0);
		longsum_add(&sum, weight * (sample_value(sample, at) * totals->scale));
	}
	return longsum_value(&sum);
}

PlanError
palma(const Sample *sample, double *result)
{
	SampleTotals totals = sample_totals(sample);
	double		top = sum_of_tenths(sample, &totals, 1, true);
	double		bottom = sum_of_tenths(sample, &totals, 4, false);

	if (bottom <= 0.0)
		return PLAN_UNDEFINED;
	*result = top / bottom;
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

double
share_of_group(const SampleTotals *all, double mean, double weight, double alpha)
{
	return weight * all->weight_scale / all->weight.sum *
		pow(mean * all->scale / all->mean.sum, alpha);
}
