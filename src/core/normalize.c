/*
 * normalize.c
 *		Figures of unlike units on a common scale.
 *
 * What fits comes out, even if a difference or a quotient on the way to it does not: then
 * the formula is taken again with the powers of two kept apart.
 */
#include "core/normalize.h"

#include <math.h>
#include <stdbool.h>

/* fraction * 2^exponent */
typedef struct Scaled
{
	double		fraction;
	int			exponent;
} Scaled;

/* a - b, which may be twice the greatest number. */
static Scaled
scaled_difference(double a, double b)
{
	Scaled		difference = {a - b, 0};
	int			exponent;

	if (isinf(difference.fraction))
		difference = (Scaled) {a / 2 - b / 2, 1};
	difference.fraction = frexp(difference.fraction, &exponent);
	difference.exponent += exponent;
	return difference;
}

/* base + (value - from) / way * range */
static double
mapped(double value, double from, Scaled way, Scaled range, double base)
{
	Scaled		done = scaled_difference(value, from);
	double		fraction = done.fraction / way.fraction * range.fraction;
	int			exponent = done.exponent - way.exponent + range.exponent;

	/* Quarters can be added up without reaching the greatest number, unless the sum is beyond. */
	return ldexp(base / 4 + ldexp(fraction, exponent - 2), 2);
}

/* Whether a quotient has lost nothing to the limits of its type. */
static inline bool
is_exact_enough(double quotient, double dividend)
{
	return isnormal(quotient) || dividend == 0.0;
}

PlanError
share_of_way(double value, double from, double to, double *share)
{
	double		done = value - from;

	if (from == to)
		return PLAN_UNDEFINED;
	*share = done / (to - from);
	if (!is_exact_enough(*share, done) || isinf(done))
		*share = mapped(value, from, scaled_difference(to, from), scaled_difference(1.0, 0.0), 0.0);
	return PLAN_OK;
}

PlanError
min_max(double value, double min, double max, double low, double high, double *result)
{
	double		done = value - min;
	double		share = done / (max - min);

	if (min == max)
		return PLAN_UNDEFINED;
	/* The last is reached exactly. */
	*result = share == 1.0 ? high : low + share * (high - low);
	if (!is_exact_enough(share, done) || isinf(done) || !isfinite(*result))
		*result = value == max ? high
			: mapped(value, min, scaled_difference(max, min), scaled_difference(high, low), low);
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

PlanError
z_score(double value, double mean, double sd, double to_mean, double to_sd, double *result)
{
	double		above = value - mean;
	double		deviations = above / sd;

	if (sd == 0.0)
		return PLAN_UNDEFINED;
	*result = to_mean + deviations * to_sd;
	if (!is_exact_enough(deviations, above) || isinf(above) || !isfinite(*result))
		*result = mapped(value, mean, scaled_difference(sd, 0.0), scaled_difference(to_sd, 0.0),
						 to_mean);
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}
