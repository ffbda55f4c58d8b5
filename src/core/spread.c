/*
 * spread.c
 *		A target in parts that add up to it.
 *
 * A target is a whole number of units: of a power of ten, or of its own last bit.  Each part gets
 * the whole units of its quota, and the units that are left go to the largest remainders
 * (Hamilton's method), of equal ones to the earlier.  All of it is done in integers.
 */
#include "core/spread.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

/* Room for a target's units times a weight. */
__extension__ typedef unsigned __int128 Quota;

/* Weights have at most so many bits together, so that a quota fits 128. */
#define WEIGHT_BITS 62

/* Units, and what one of them is. */
typedef struct Units
{
	int64_t		count;			/* of the target's absolute value */
	int32_t		digits;			/* units are of 10^-digits */
	int			exponent;		/* or, with all digits, of 2^exponent */
} Units;

static double
power_of_ten(int32_t digits)
{
	double		power = 1;

	for (int32_t i = 0; i < digits; i++)
		power *= 10;
	return power;
}

static double
value_of_units(const Units *units, int64_t count)
{
	if (units->digits == SPREAD_ALL_DIGITS)
		return ldexp((double) count, units->exponent);
	return units->digits >= 0 ? (double) count / power_of_ten(units->digits)
		: (double) count * power_of_ten(-units->digits);
}

/* PLAN_OUT_OF_RANGE if the target is not a whole number of units, or of too many. */
static PlanError
units_of_target(double target, int32_t digits, Units *units)
{
	double		scaled;

	units->digits = digits;
	units->exponent = 0;
	if (digits == SPREAD_ALL_DIGITS)
	{
		scaled = ldexp(frexp(target, &units->exponent), DBL_MANT_DIG);
		units->exponent -= DBL_MANT_DIG;
		/* Below the smallest number there are no units. */
		if (units->exponent < DBL_MIN_EXP - DBL_MANT_DIG)
		{
			scaled = ldexp(scaled, units->exponent - (DBL_MIN_EXP - DBL_MANT_DIG));
			units->exponent = DBL_MIN_EXP - DBL_MANT_DIG;
		}
	}
	else
		scaled = rint(digits >= 0 ? target * power_of_ten(digits) : target / power_of_ten(-digits));
	if (!(scaled <= 0x1p53))
		return PLAN_OUT_OF_RANGE;
	units->count = (int64_t) scaled;
	return value_of_units(units, units->count) == target ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/* How far weights are shifted to be integers: not at all if they are, and few enough. */
static PlanError
shift_of_weights(const double *weights, uint32_t count, int *shift)
{
	double		largest = 0;
	double		total = 0;
	bool		whole = true;
	int			exponent;
	int			bits = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		if (!(weights[i] >= 0) || isinf(weights[i]))
			return PLAN_BAD_WEIGHT;
		largest = fmax(largest, weights[i]);
		total += weights[i];
		whole = whole && weights[i] == rint(weights[i]);
	}
	if (largest == 0)
		return PLAN_UNDEFINED;
	*shift = 0;
	if (whole && total < 0x1p62)
		return PLAN_OK;
	(void) frexp(largest, &exponent);
	while (bits < 32 && (uint64_t) 1 << bits < count)
		bits++;
	*shift = WEIGHT_BITS - 1 - bits - exponent;
	return PLAN_OK;
}

static uint64_t
weight_as_integer(double weight, int shift)
{
	return (uint64_t) rint(ldexp(weight, shift));
}

/*
 * Spread a finite target over parts by their weights.  Scratch has room for twice as many pairs
 * as there are parts.  PLAN_UNDEFINED where all weights are 0; PLAN_OUT_OF_RANGE where the target
 * has more digits than that.
 */
PlanError
spread_target(double target, int32_t digits, const double *weights, uint32_t count,
			  double *parts, KeyedValue *scratch, InterruptCheck check)
{
	Units		units;
	uint64_t	total = 0;
	int64_t		left;
	int			shift;
	PlanError	error = units_of_target(fabs(target), digits, &units);
	KeyedValue *by_remainder;

	if (error == PLAN_OK)
		error = shift_of_weights(weights, count, &shift);
	if (error != PLAN_OK)
		return error;
	for (uint32_t i = 0; i < count; i++)
		total += weight_as_integer(weights[i], shift);
	left = units.count;
	for (uint32_t i = 0; i < count; i++)
	{
		Quota		quota = (Quota) units.count * weight_as_integer(weights[i], shift);
		int64_t		whole = (int64_t) (quota / total);

		left -= whole;
		parts[i] = (double) whole;
		/* The largest remainder first, and the sort is stable. */
		scratch[i] = (KeyedValue) {UINT64_MAX - (uint64_t) (quota % total), i};
	}
	by_remainder = pairsort(scratch, scratch + count, count, check);
	for (int64_t i = 0; i < left; i++)
		parts[by_remainder[i].value] += 1;
	for (uint32_t i = 0; i < count; i++)
		parts[i] = copysign(value_of_units(&units, (int64_t) parts[i]), target) + 0.0;
	return PLAN_OK;
}
