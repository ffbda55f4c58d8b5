/*
 * fixedsum.c
 *		Exact sums of float8 values: what is not on the hot path.
 */
#include "core/fixedsum.h"

#include <math.h>

#include "core/wide.h"

/* A finite float8 taken apart: value = +-mantissa * 2^(exponent - 1075). */
typedef struct Parts
{
	uint64_t	mantissa;
	int			exponent;
	bool		negative;
} Parts;

static bool
split_double(double x, Parts *parts)
{
	uint64_t	bits;

	memcpy(&bits, &x, sizeof(bits));
	parts->negative = bits >> 63;
	parts->exponent = (int) ((bits >> 52) & FIXEDSUM_EXPONENT_MASK);
	parts->mantissa = bits & (FIXEDSUM_HIDDEN_BIT - 1);
	if (parts->exponent == FIXEDSUM_EXPONENT_MASK)
		return false;
	if (parts->exponent == 0)
		parts->exponent = 1;	/* zero or subnormal: no hidden bit */
	else
		parts->mantissa |= FIXEDSUM_HIDDEN_BIT;
	return true;
}

static int
bit_length(FixedWide value)
{
	uint64_t	high = (uint64_t) (value >> 64);
	uint64_t	low = (uint64_t) value;

	if (high != 0)
		return 128 - __builtin_clzll(high);
	return low != 0 ? 64 - __builtin_clzll(low) : 0;
}

/* value / 2^shift, half to even; shift is positive. */
static FixedWide
shift_right_rounding(FixedWide value, int shift)
{
	FixedWide	result,
				dropped,
				half;

	if (shift > 127)
		return 0;				/* value is below 2^127: less than half */
	result = value >> shift;
	dropped = value & (((FixedWide) 1 << shift) - 1);
	half = (FixedWide) 1 << (shift - 1);
	if (dropped > half || (dropped == half && (result & 1)))
		result++;
	return result;
}

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

/* Add +-magnitude * 2^shift units, where magnitude is below 2^127. */
static bool
add_scaled(FixedSum *sum, FixedWide magnitude, int shift, bool negative)
{
	FixedSum	term;

	if (magnitude == 0)
		return true;
	if (shift < 0)
	{
		magnitude = shift_right_rounding(magnitude, -shift);
		shift = 0;
	}
	if (bit_length(magnitude) + shift > 191)
		return false;
	term = (FixedSum) {{(uint64_t) magnitude, (uint64_t) (magnitude >> 64), 0}};
	shift_left(&term, shift);
	return negative ? fixedsum_subtract(sum, &term) : fixedsum_add(sum, &term);
}

bool
fixedsum_add_any_double(FixedSum *sum, double x)
{
	Parts		parts;

	if (!split_double(x, &parts))
		return false;
	return add_scaled(sum, parts.mantissa, parts.exponent - FIXEDSUM_UNIT_EXPONENT,
					  parts.negative);
}

bool
fixedsum_add_any_product(FixedSum *sum, double x, double y)
{
	Parts		a,
				b;

	if (!split_double(x, &a) || !split_double(y, &b))
		return false;
	return add_scaled(sum, (FixedWide) a.mantissa * b.mantissa,
					  a.exponent + b.exponent - 1075 - FIXEDSUM_UNIT_EXPONENT,
					  a.negative != b.negative);
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

/* Shift a non-zero magnitude until its top bit is set; returns by how much. */
static int
normalize(FixedSum *magnitude)
{
	int			shift;

	if (magnitude->limb[2] != 0)
		shift = __builtin_clzll(magnitude->limb[2]);
	else
		shift = 192 - bit_length(((FixedWide) magnitude->limb[1] << 64) | magnitude->limb[0]);
	shift_left(magnitude, shift);
	return shift;
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
	shift = normalize(&magnitude);
	top = magnitude.limb[2] | ((magnitude.limb[1] | magnitude.limb[0]) != 0);
	return sign * ldexp((double) top, 64 - shift);
}

/* One step of long division: the next bit of the quotient. */
static unsigned
divide_step(FixedSum *remainder, const FixedSum *divisor, bool *carry)
{
	bool		fits = *carry;

	if (!fits)
	{
		int			i = 2;

		while (i > 0 && remainder->limb[i] == divisor->limb[i])
			i--;
		fits = remainder->limb[i] >= divisor->limb[i];
	}
	if (fits)
	{
		unsigned	borrow = 0;

		for (int i = 0; i < 3; i++)
		{
			FixedWide	difference = (FixedWide) remainder->limb[i] - divisor->limb[i] - borrow;

			remainder->limb[i] = (uint64_t) difference;
			borrow = (unsigned) (difference >> 64) & 1;
		}
	}
	*carry = remainder->limb[2] >> 63;
	shift_left(remainder, 1);
	return fits;
}

/*
 * numerator / denominator, rounded once, half to even; NaN when the denominator
 * is zero.  Long division to 60 bits, of which the last is or'ed with whatever
 * remains.
 */
double
fixedsum_ratio(const FixedSum *numerator, const FixedSum *denominator)
{
	FixedSum	remainder = magnitude_of(numerator);
	FixedSum	divisor = magnitude_of(denominator);
	int			sign = fixedsum_sign(numerator) * fixedsum_sign(denominator);
	int			scale;
	uint64_t	quotient = 0;
	bool		carry = false;

	if (fixedsum_sign(denominator) == 0)
		return NAN;
	if (sign == 0)
		return 0.0;
	scale = normalize(&divisor) - normalize(&remainder);
	for (int i = 0; i < 60; i++)
		quotient = quotient << 1 | divide_step(&remainder, &divisor, &carry);
	quotient |= carry || (remainder.limb[0] | remainder.limb[1] | remainder.limb[2]) != 0;
	return sign * ldexp((double) quotient, scale - 59);
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
