/*
 * fixedsum.h
 *		Exact sums of float8 values.
 *
 * A sum is a 192-bit two's-complement integer that counts units of 2^-64.
 * Integers form a group under addition, so a sum does not depend on the order
 * of its terms, partial sums merge, and taking a term away leaves exactly what
 * was there before.  Each term is rounded once, by itself, to a multiple of
 * 2^-64 (half to even), and must lie within 2^127 of zero, exclusive; the sum must
 * stay within [-2^127, 2^127).
 */
#ifndef TNPLAN_CORE_FIXEDSUM_H
#define TNPLAN_CORE_FIXEDSUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/error.h"

#define FIXEDSUM_VERSION 1

typedef struct FixedSum
{
	uint64_t	limb[3];		/* least significant first */
} FixedSum;

/* Room for any sum as decimal text: sign, 39 digits, point, 20 digits, NUL. */
#define FIXEDSUM_TEXT_SIZE 64

#ifndef __SIZEOF_INT128__
#error "tnplan needs a 64-bit platform whose compiler has 128-bit integers"
#endif
__extension__ typedef unsigned __int128 FixedWide;

/* What one value adds, in units of 2^-64, where 128 bits hold it. */
__extension__ typedef __int128 FixedTerm;


/* Parts of the IEEE 754 binary64 format. */
#define FIXEDSUM_EXPONENT_MASK 0x7ff
#define FIXEDSUM_HIDDEN_BIT ((uint64_t) 1 << 52)

/* Biased exponent of a value whose last mantissa bit is worth 2^-64. */
#define FIXEDSUM_UNIT_EXPONENT (1075 - 64)

/*
 * Adding fails, and leaves the sum alone, when a term is not finite or the sum
 * would leave its range.
 */
extern bool fixedsum_add_any_double(FixedSum *sum, double x);
extern bool fixedsum_add_any_product(FixedSum *sum, double x, double y);
extern bool fixedsum_any_term(double x, FixedTerm *term);
extern bool fixedsum_any_product_term(double x, double y, FixedTerm *term);
extern bool fixedsum_subtract(FixedSum *sum, const FixedSum *other);
extern bool fixedsum_negate(FixedSum *sum);

extern int	fixedsum_sign(const FixedSum *sum);
extern int	fixedsum_compare(const FixedSum *a, const FixedSum *b);
extern double fixedsum_any_to_double(const FixedSum *sum);
extern double fixedsum_any_ratio(const FixedSum *numerator, const FixedSum *denominator);
extern double fixedterm_to_double(FixedTerm term);
extern double fixedterm_ratio(FixedTerm numerator, FixedTerm denominator);

extern size_t fixedsum_write(char *out, const FixedSum *sum);
extern PlanError fixedsum_read(const char **cursor, FixedSum *sum);

/*
 * Add a number given as its low 128 bits and its high limb.  The high limb of the
 * sum seldom changes, since a carry into it makes up for the sign of a negative
 * number: so what changes it may take its time.
 */
static inline bool
fixedsum_add_wide(FixedSum *sum, FixedWide term, uint64_t high)
{
	FixedWide	low = term + (((FixedWide) sum->limb[1] << 64) | sum->limb[0]);
	uint64_t	change = high + (low < term);

	if (change != 0)
	{
		uint64_t	old_high = sum->limb[2];
		uint64_t	new_high = old_high + change;

		/* Overflow: both operands have one sign, and the result the other. */
		if ((int64_t) ((old_high ^ new_high) & (high ^ new_high)) < 0)
			return false;
		sum->limb[2] = new_high;
	}
	sum->limb[0] = (uint64_t) low;
	sum->limb[1] = (uint64_t) (low >> 64);
	return true;
}

/* The number of two limbs, or its negative when sign is all ones. */
static inline FixedTerm
fixedsum_make_term(uint64_t high, uint64_t low, uint64_t sign)
{
	return (FixedTerm) ((((FixedWide) (high ^ sign) << 64) | (low ^ sign)) + (sign & 1));
}

static inline bool
fixedsum_add(FixedSum *sum, const FixedSum *other)
{
	return fixedsum_add_wide(sum, ((FixedWide) other->limb[1] << 64) | other->limb[0],
							 other->limb[2]);
}

static inline bool
fixedsum_is_zero(const FixedSum *sum)
{
	return (sum->limb[0] | sum->limb[1] | sum->limb[2]) == 0;
}

/* Whether 128 bits hold a sum, as they hold nearly all. */
static inline bool
fixedsum_is_term(const FixedSum *sum)
{
	return sum->limb[2] == (uint64_t) ((int64_t) sum->limb[1] >> 63);
}

static inline FixedTerm
fixedsum_as_term(const FixedSum *sum)
{
	return (FixedTerm) ((FixedWide) sum->limb[1] << 64 | sum->limb[0]);
}

static inline FixedSum
fixedsum_from_term(FixedTerm term)
{
	FixedSum	sum = {{(uint64_t) term, (uint64_t) (term >> 64), (uint64_t) (term >> 127)}};

	return sum;
}

/* The nearest float8, half to even. */
static inline double
fixedsum_to_double(const FixedSum *sum)
{
	return __builtin_expect(fixedsum_is_term(sum), 1)
		? fixedterm_to_double(fixedsum_as_term(sum)) : fixedsum_any_to_double(sum);
}

/* numerator / denominator, rounded once, half to even; NaN when the denominator is zero. */
static inline double
fixedsum_ratio(const FixedSum *numerator, const FixedSum *denominator)
{
	return __builtin_expect(fixedsum_is_term(numerator) && fixedsum_is_term(denominator), 1)
		? fixedterm_ratio(fixedsum_as_term(numerator), fixedsum_as_term(denominator))
		: fixedsum_any_ratio(numerator, denominator);
}

/* Where the last bit of the mantissa stands, in bits above 2^-64; large when below. */
static inline unsigned
fixedsum_shift(double x)
{
	uint64_t	bits;

	memcpy(&bits, &x, sizeof(bits));
	return (unsigned) ((bits >> 52) & FIXEDSUM_EXPONENT_MASK) - FIXEDSUM_UNIT_EXPONENT;
}

/*
 * Whether x needs no rounding and has room in a term: zero, and 2^-12 <= |x| < 2^52,
 * which is nearly all that a plan has.
 */
static inline bool
fixedsum_has_term(double x)
{
	return fixedsum_shift(x) < 64 || x == 0.0;
}

/* What such a value adds. */
static inline FixedTerm
fixedsum_term(double x)
{
	unsigned	shift = fixedsum_shift(x);
	uint64_t	bits,
				mantissa;

	if (shift >= 64)
		return 0;
	memcpy(&bits, &x, sizeof(bits));
	mantissa = (bits & (FIXEDSUM_HIDDEN_BIT - 1)) | FIXEDSUM_HIDDEN_BIT;
	return fixedsum_make_term((mantissa >> 1) >> (63 - shift), mantissa << shift,
							  0 - (bits >> 63));
}

/*
 * What x * y adds, rounded once to a multiple of 2^-64.  Where both are normal numbers
 * and the 106 bits of their product reach 1 to 63 bits below that unit, as a score
 * times a weight does, this needs no branch: adding just under one half, and one more
 * to what is odd, before the shift rounds half to even.  False for others, but for
 * products that are nothing.
 */
static inline bool
fixedsum_product_term(double x, double y, FixedTerm *term)
{
	uint64_t	x_bits,
				y_bits;
	unsigned	x_exponent,
				y_exponent,
				shift;
	FixedWide	product;

	memcpy(&x_bits, &x, sizeof(x_bits));
	memcpy(&y_bits, &y, sizeof(y_bits));
	x_exponent = (unsigned) (x_bits >> 52) & FIXEDSUM_EXPONENT_MASK;
	y_exponent = (unsigned) (y_bits >> 52) & FIXEDSUM_EXPONENT_MASK;
	shift = FIXEDSUM_UNIT_EXPONENT + 1075 - x_exponent - y_exponent;
	/* Exponents that are all zeros or all ones are not those of normal numbers. */
	if (shift - 1 >= 63 ||
		x_exponent - 1 >= FIXEDSUM_EXPONENT_MASK - 1 ||
		y_exponent - 1 >= FIXEDSUM_EXPONENT_MASK - 1)
	{
		*term = 0;
		return x * y == 0.0;
	}

	product = (FixedWide) ((x_bits & (FIXEDSUM_HIDDEN_BIT - 1)) | FIXEDSUM_HIDDEN_BIT) *
		((y_bits & (FIXEDSUM_HIDDEN_BIT - 1)) | FIXEDSUM_HIDDEN_BIT);
	product += ((uint64_t) 1 << (shift - 1)) - 1 + (((uint64_t) product >> shift) & 1);
	*term = fixedsum_make_term((uint64_t) (product >> 64) >> shift,
							   ((uint64_t) product >> shift) |
							   ((uint64_t) (product >> 64) << 1) << (63 - shift),
							   0 - ((x_bits ^ y_bits) >> 63));
	return true;
}

static inline bool
fixedsum_add_term(FixedSum *sum, FixedTerm term)
{
	return fixedsum_add_wide(sum, (FixedWide) term, (uint64_t) (term >> 127));
}

static inline bool
fixedsum_add_double(FixedSum *sum, double x)
{
	return fixedsum_has_term(x)
		? fixedsum_add_term(sum, fixedsum_term(x)) : fixedsum_add_any_double(sum, x);
}

static inline bool
fixedsum_add_product(FixedSum *sum, double x, double y)
{
	FixedTerm	term;

	return fixedsum_product_term(x, y, &term)
		? fixedsum_add_term(sum, term) : fixedsum_add_any_product(sum, x, y);
}

#endif							/* TNPLAN_CORE_FIXEDSUM_H */
