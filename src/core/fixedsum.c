/*
 * fixedsum.c
 *		Exact sums of float8 values: what is not on the hot path.
 */
#include "core/fixedsum.h"

#include <math.h>

#include "core/wide.h"

static void
shift_left(FixedSum *magnitude, int shift)
{
	for (; shift >= 64; shift -= 64)
	{
		magnitude->limb[2] = magnitude->limb[1];
		magnitude->limb[1] = magnitude->limb[0];
		magnitude->limb[0] = 0;
	}
	if (shift > 0)
	{
		magnitude->limb[2] = magnitude->limb[2] << shift | magnitude->limb[1] >> (64 - shift);
		magnitude->limb[1] = magnitude->limb[1] << shift | magnitude->limb[0] >> (64 - shift);
		magnitude->limb[0] <<= shift;
	}
}

/*
 * Add +-magnitude * 2^shift units, where magnitude is below 2^127; a sum that has no room for
 * them stays as it is.  Small fractions, which are rounded, are what comes here most.
 */
static bool
add_scaled_term(FixedSum *sum, FixedWide magnitude, int shift, uint64_t sign)
{
	uint64_t	limb[2] = {(uint64_t) magnitude, (uint64_t) (magnitude >> 64)};
	FixedSum	result = *sum;

	if (shift < 0)
	{
		magnitude = shift_right_rounding(magnitude, -shift);
		return fixedsum_add_term(sum, (FixedTerm) (sign ? 0 - magnitude : magnitude));
	}
	if (!wide_add_scaled(result.limb, 3, limb, 2, shift, sign))
		return false;
	*sum = result;
	return true;
}

bool
fixedsum_add_any_double(FixedSum *sum, double x)
{
	FloatParts	parts = split_double(x);

	if (parts.exponent == FLOAT_EXPONENT_MASK)
		return false;
	return add_scaled_term(sum, parts.mantissa, parts.exponent - FIXEDSUM_UNIT_EXPONENT, parts.sign);
}

bool
fixedsum_add_any_product(FixedSum *sum, double x, double y)
{
	FloatParts	a = split_double(x);
	FloatParts	b = split_double(y);

	if (a.exponent == FLOAT_EXPONENT_MASK || b.exponent == FLOAT_EXPONENT_MASK)
		return false;
	return add_scaled_term(sum, (FixedWide) a.mantissa * b.mantissa,
						   a.exponent + b.exponent - 1075 - FIXEDSUM_UNIT_EXPONENT, a.sign ^ b.sign);
}

/* Not an addition of the negative: the least number has none. */
bool
fixedsum_subtract(FixedSum *sum, const FixedSum *other)
{
	FixedSum	result = *sum;
	unsigned	borrow = 0;

	for (int i = 0; i < 3; i++)
	{
		FixedWide	difference = (FixedWide) sum->limb[i] - other->limb[i] - borrow;

		result.limb[i] = (uint64_t) difference;
		borrow = (unsigned) (difference >> 64) & 1;
	}
	if ((int64_t) ((sum->limb[2] ^ other->limb[2]) & (sum->limb[2] ^ result.limb[2])) < 0)
		return false;
	*sum = result;
	return true;
}

bool
fixedsum_negate(FixedSum *sum)
{
	FixedSum	result = {{0, 0, 0}};

	if (!fixedsum_subtract(&result, sum))
		return false;
	*sum = result;
	return true;
}

/* -1, 0 or 1. */
int
fixedsum_sign(const FixedSum *sum)
{
	if ((int64_t) sum->limb[2] < 0)
		return -1;
	return (sum->limb[0] | sum->limb[1] | sum->limb[2]) != 0;
}

int
fixedsum_compare(const FixedSum *a, const FixedSum *b)
{
	if (a->limb[2] != b->limb[2])
		return (int64_t) a->limb[2] < (int64_t) b->limb[2] ? -1 : 1;
	for (int i = 1; i >= 0; i--)
		if (a->limb[i] != b->limb[i])
			return a->limb[i] < b->limb[i] ? -1 : 1;
	return 0;
}

/* The absolute value as an unsigned number, which always has room for it. */
static FixedSum
magnitude_of(const FixedSum *sum)
{
	FixedSum	result = *sum;
	uint64_t	carry = 1;

	if ((int64_t) sum->limb[2] >= 0)
		return result;
	for (int i = 0; i < 3; i++)
	{
		result.limb[i] = ~result.limb[i] + carry;
		carry &= result.limb[i] == 0;
	}
	return result;
}

/*
 * The nearest float8, half to even.  The top 64 bits, with whatever lies below
 * them or'ed into the last, round as the whole number would.
 */
double
fixedsum_to_double(const FixedSum *sum)
{
	FixedSum	magnitude = magnitude_of(sum);
	int			sign = fixedsum_sign(sum);
	int			shift;
	uint64_t	top;

	if (sign == 0)
		return 0.0;
	shift = 192 - wide_bit_length(magnitude.limb, 3);
	shift_left(&magnitude, shift);
	top = magnitude.limb[2] | ((magnitude.limb[1] | magnitude.limb[0]) != 0);
	return sign * ldexp((double) top, 64 - shift);
}

/* numerator / denominator, rounded once, half to even; NaN when the denominator is zero. */
double
fixedsum_ratio(const FixedSum *numerator, const FixedSum *denominator)
{
	WideNumber	above = wide_number(numerator->limb, 3);
	WideNumber	below = wide_number(denominator->limb, 3);

	return wide_ratio(&above, &below, 0);
}

/* Write as decimal text that reads back unchanged; returns its length. */
size_t
fixedsum_write(char *out, const FixedSum *sum)
{
	return wide_write(out, sum->limb, 3);
}

PlanError
fixedsum_read(const char **cursor, FixedSum *sum)
{
	return wide_read(cursor, sum->limb, 3);
}
