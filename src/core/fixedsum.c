/*
 * fixedsum.c
 *		Exact sums of float8 values: what is not on the hot path.
 */
#include "core/fixedsum.h"

#include <math.h>

#include "core/bits.h"
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

/* Add +-mantissa * 2^shift to the upper limbs: the lower one has no part in it. */
static bool
add_large_term(FixedSum *sum, FixedWide mantissa, int shift, bool negative)
{
	FixedTerm	upper = (FixedTerm) ((FixedWide) sum->limb[2] << 64 | sum->limb[1]);
	FixedTerm	term;

	if (shift > 127 - 53)
		return false;
	term = (FixedTerm) (mantissa << shift);
	if (__builtin_add_overflow(upper, negative ? -term : term, &upper))
		return false;
	sum->limb[1] = (uint64_t) upper;
	sum->limb[2] = (uint64_t) (upper >> 64);
	return true;
}

bool
fixedsum_add_any_double(FixedSum *sum, double x)
{
	FloatParts	parts = split_double(x);
	int			shift = parts.exponent - FIXEDSUM_UNIT_EXPONENT;

	if (parts.exponent == FLOAT_EXPONENT_MASK)
		return false;
	return shift < 64 ? add_scaled_term(sum, parts.mantissa, shift, parts.sign)
		: add_large_term(sum, parts.mantissa, shift - 64, parts.sign != 0);
}

bool
fixedsum_add_any_product(FixedSum *sum, double x, double y)
{
	FloatParts	a = split_double(x);
	FloatParts	b = split_double(y);

	if (a.exponent == FLOAT_EXPONENT_MASK || b.exponent == FLOAT_EXPONENT_MASK)
		return false;
	return add_scaled_term(sum, (FixedWide) a.mantissa * b.mantissa,
						   a.exponent + b.exponent - 1075 - FIXEDSUM_UNIT_EXPONENT,
						   a.sign ^ b.sign);
}

/* mantissa / 2^shift, half to even: adding just under one half, and one more to what is odd. */
static inline uint64_t
round_mantissa(uint64_t mantissa, int shift)
{
	if (shift > 63)
		return 0;
	return (mantissa + ((uint64_t) 1 << (shift - 1)) - 1 + ((mantissa >> shift) & 1)) >> shift;
}

/* What any value adds, rounded once; false where 128 bits do not hold it. */
bool
fixedsum_any_term(double x, FixedTerm *term)
{
	FloatParts	parts = split_double(x);
	int			shift = parts.exponent - FIXEDSUM_UNIT_EXPONENT;

	if (shift > 127 - 53)
		return false;
	if (shift < 0)
		*term = fixedsum_make_term(0, round_mantissa(parts.mantissa, -shift), parts.sign);
	else
	{
		FixedWide	magnitude = (FixedWide) parts.mantissa << shift;

		*term = fixedsum_make_term((uint64_t) (magnitude >> 64), (uint64_t) magnitude, parts.sign);
	}
	return true;
}

/* The same of a product. */
bool
fixedsum_any_product_term(double x, double y, FixedTerm *term)
{
	FloatParts	a = split_double(x);
	FloatParts	b = split_double(y);
	int			shift = a.exponent + b.exponent - 1075 - FIXEDSUM_UNIT_EXPONENT;
	FixedWide	magnitude = (FixedWide) a.mantissa * b.mantissa;

	if (a.exponent == FLOAT_EXPONENT_MASK || b.exponent == FLOAT_EXPONENT_MASK || shift > 127 - 106)
		return false;
	magnitude = shift < 0 ? shift_right_rounding(magnitude, -shift) : magnitude << shift;
	*term = (FixedTerm) (a.sign != b.sign ? 0 - magnitude : magnitude);
	return true;
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

/* The top 64 bits, with whatever lies below them or'ed into the last, round as the whole would. */
double
fixedsum_any_to_double(const FixedSum *sum)
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

double
fixedsum_any_ratio(const FixedSum *numerator, const FixedSum *denominator)
{
	WideNumber	above = wide_number(numerator->limb, 3);
	WideNumber	below = wide_number(denominator->limb, 3);

	return wide_ratio(&above, &below, 0);
}

/* Sums of 128 bits. */

static inline FixedWide
term_magnitude(FixedTerm term)
{
	FixedWide	sign = (FixedWide) (term >> 127);

	return ((FixedWide) term ^ sign) - sign;
}

/* Move a number that is not zero up until its first bit is set; returns by how many bits. */
static inline int
normalize(FixedWide *number)
{
	uint64_t	high = (uint64_t) (*number >> 64);
	uint64_t	low = (uint64_t) *number;
	int			shift;

	if (__builtin_expect(high == 0, 0))
	{
		shift = __builtin_clzll(low);
		*number = (FixedWide) (low << shift) << 64;
		return shift + 64;
	}
	shift = __builtin_clzll(high);
	*number = (FixedWide) (high << shift | (low >> 1) >> (63 - shift)) << 64 | low << shift;
	return shift;
}

/*
 * +-top * 2^exponent, rounded once, of a number from 2^62 on; "more" says that bits are missing
 * below it.  The exponents of sums are those of normal numbers.
 */
static inline double
scaled_double(uint64_t top, bool more, int exponent, bool negative)
{
	uint64_t	scale =
		(uint64_t) (FLOAT_EXPONENT_BIAS + 1 + exponent) << 52 | (uint64_t) negative << 63;
	int64_t		half = (int64_t) (top >> 1 | (top & 1) | more);

	return (double) half * double_from_bits(scale);
}

double
fixedterm_to_double(FixedTerm term)
{
	FixedWide	magnitude = term_magnitude(term);
	int			shift;

	if (term == 0)
		return 0.0;
	shift = normalize(&magnitude);
	return scaled_double((uint64_t) (magnitude >> 64), (uint64_t) magnitude != 0, -shift, term < 0);
}

/*
 * As wide_ratio(), by one division of machine words: divisors, which are sums of weights, seldom
 * have more than 64 bits that are not zero.
 */
double
fixedterm_ratio(FixedTerm numerator, FixedTerm denominator)
{
	FixedWide	above = term_magnitude(numerator);
	FixedWide	below = term_magnitude(denominator);
	FixedWide	rest,
				excess;
	uint64_t	divisor,
				digit;
	int			exponent;
	bool		exact;

	if (below == 0)
		return NAN;
	if (above == 0)
		return 0.0;
	exponent = normalize(&below) - normalize(&above) - 63;
	divisor = (uint64_t) (below >> 64);
	/* Half the numerator is less than the denominator, and at least a quarter of it. */
	above >>= 1;
	/* What the upper limb says is at most two too large (Knuth, volume 2, 4.3.1, theorem B). */
	digit = (uint64_t) (above / divisor);
	rest = (above - (FixedWide) digit * divisor) << 64;
	excess = (FixedWide) digit * (uint64_t) below;
	exact = excess == rest;
	if (excess > rest)
	{
		FixedWide	missing = excess - rest;

		for (digit--; missing > below; digit--)
			missing -= below;
		exact = missing == below;
	}
	return scaled_double(digit, !exact, exponent, (numerator < 0) != (denominator < 0));
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
