/*
 * mean.c
 *		Power means: arithmetic, geometric, harmonic and all between and beyond.
 *
 * Powers are taken of the ratio to the greatest value, or to the least for negative powers:
 * so they are at most 1, and neither overflow nor vanish.
 */
#include "mean.h"

#include <math.h>

/* Powers nearer to zero than this are taken by their logarithms. */
#define SMALL_POWER (1.0 / 128)

bool
power_mean_exists(double least, double power)
{
	if (power == 1.0 || isinf(power))
		return true;
	return power > 0.0 ? least >= 0.0 : least > 0.0;
}

/* The logarithm of x / reference, where the ratio itself may overflow or vanish. */
static double
log_ratio(double x, double reference)
{
	double		ratio = x / reference;

	return isnormal(ratio) || x == 0.0 ? log(ratio) : log(x) - log(reference);
}

static double
power_of_ratio(double x, double reference, double power)
{
	double		ratio = x / reference;

	return isnormal(ratio) || x == 0.0 ? pow(ratio, power)
		: exp(power * (log(x) - log(reference)));
}

/* The part of the mean that depends on the power, as a multiple of the reference. */
static double
mean_of_ratios(const Sample *sample, const SampleTotals *totals, double reference, double power)
{
	LongSum		sum = {0.0, 0.0};
	bool		by_logarithm = fabs(power) < SMALL_POWER;
	double		mean;

	for (uint32_t i = 0; i < sample->count; i++)
	{
		double		x = sample_value(sample, i);
		double		term = power == 0.0 ? log_ratio(x, reference)
			: by_logarithm ? expm1(power * log_ratio(x, reference))
			: power_of_ratio(x, reference, power);

		longsum_add(&sum, sample_weight(sample, i) * totals->weight_scale * term);
	}
	mean = longsum_value(&sum) / totals->weight.sum;
	if (power == 0.0)
		return exp(mean);
	if (by_logarithm)
		return exp(log1p(mean) / power);
	return pow(mean, 1.0 / power);
}

double
power_mean(const Sample *sample, double power)
{
	SampleTotals totals = sample_totals(sample);
	double		least = sample_value(sample, 0);
	double		greatest = sample_value(sample, sample->count - 1);
	double		reference = power >= 0.0 ? greatest : least;
	double		mean;

	if (isinf(power) || least == greatest)
		return reference;
	if (power == 1.0)
		return sample_unscaled(totals.mean.sum, totals.scale);
	mean = reference * mean_of_ratios(sample, &totals, reference, power);
	/* Rounding takes no mean beyond what it is a mean of. */
	return fmax(least, fmin(greatest, mean));
}
