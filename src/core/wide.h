/*
 * wide.h
 *		Integers of many 64-bit limbs, least significant first.
 *
 * Sums are kept as two's-complement numbers of a fixed number of limbs, the first of
 * which may stand behind the binary point.  What is computed from them is computed as
 * sign and magnitude, in a WideNumber, exactly until it is rounded once.
 */
#ifndef TNPLAN_CORE_WIDE_H
#define TNPLAN_CORE_WIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/error.h"

__extension__ typedef unsigned __int128 DoubleLimb;

/* Enough for the square of what two sums of five limbs come to. */
#define WIDE_NUMBER_LIMBS 18

typedef struct WideNumber
{
	bool		negative;
	int			limbs;			/* the last is not zero; none in zero */
	uint64_t	limb[WIDE_NUMBER_LIMBS];
} WideNumber;

/* Most limbs of a sum, and room for any as text: sign, digits, point, digits, NUL. */
#define WIDE_MAX_LIMBS 6
#define WIDE_TEXT_SIZE 128

/* Of magnitudes that are divided. */
#define WIDE_MAX_RATIO_LIMBS 36

/* Two's complement; false when the result does not fit. */
extern bool wide_add(uint64_t *sum, const uint64_t *term, int limbs);
extern bool wide_subtract(uint64_t *sum, const uint64_t *term, int limbs);
extern int	wide_sign(const uint64_t *sum, int limbs);
extern int	wide_compare(const uint64_t *a, const uint64_t *b, int limbs);

/* Divide by 2^shift, half to even. */
extern void wide_shift_right_rounding(uint64_t *limb, int limbs, int shift);

/* Decimal text; two limbs stand before the point, of six three. */
extern size_t wide_write(char *out, const uint64_t *sum, int limbs);
extern PlanError wide_read(const char **cursor, uint64_t *sum, int limbs);

extern WideNumber wide_number(const uint64_t *sum, int limbs);
extern WideNumber wide_from_int(int64_t value);
extern bool wide_store(const WideNumber *number, uint64_t *sum, int limbs);
extern WideNumber wide_sum(const WideNumber *a, const WideNumber *b);
extern WideNumber wide_difference(const WideNumber *a, const WideNumber *b);
extern WideNumber wide_product(const WideNumber *a, const WideNumber *b);
extern WideNumber wide_cross_difference(const WideNumber *a, const WideNumber *b,
										const WideNumber *c, const WideNumber *d);
extern double wide_limb_ratio(const uint64_t *numerator, int numerator_limbs,
							  const uint64_t *denominator, int denominator_limbs, int scale);
extern double wide_ratio(const WideNumber *numerator, const WideNumber *denominator, int scale);

/* Of a magnitude. */
static inline int
wide_bit_length(const uint64_t *limb, int limbs)
{
	while (limbs > 0 && limb[limbs - 1] == 0)
		limbs--;
	return limbs == 0 ? 0 : 64 * limbs - __builtin_clzll(limb[limbs - 1]);
}

/* Parts of the IEEE 754 binary64 format. */
#define FLOAT_EXPONENT_MASK 0x7ff
#define FLOAT_EXPONENT_BIAS 1023
#define FLOAT_HIDDEN_BIT ((uint64_t) 1 << 52)

/* +-mantissa * 2^(exponent - 1075), but for exponents that are all ones. */
typedef struct FloatParts
{
	uint64_t	mantissa;
	int			exponent;		/* as it is stored */
	uint64_t	sign;			/* all ones when negative */
} FloatParts;

static inline FloatParts
split_double(double x)
{
	uint64_t	bits;
	FloatParts	parts;

	memcpy(&bits, &x, sizeof(bits));
	parts.exponent = (int) (bits >> 52) & FLOAT_EXPONENT_MASK;
	parts.mantissa = bits & (FLOAT_HIDDEN_BIT - 1);
	parts.sign = 0 - (bits >> 63);
	if (parts.exponent == 0)
		parts.exponent = 1;		/* zero or subnormal: no hidden bit */
	else
		parts.mantissa |= FLOAT_HIDDEN_BIT;
	return parts;
}

/* value / 2^shift, half to even; shift is positive, and the value below 2^127. */
static inline DoubleLimb
shift_right_rounding(DoubleLimb value, int shift)
{
	DoubleLimb	result,
				dropped,
				half;

	if (shift > 127)
		return 0;				/* less than half */
	result = value >> shift;
	dropped = value & (((DoubleLimb) 1 << shift) - 1);
	half = (DoubleLimb) 1 << (shift - 1);
	return result + (dropped > half || (dropped == half && (result & 1)));
}

/* Add +-magnitude * 2^shift units; false when the term or the sum has no room. */
static inline __attribute__((always_inline)) bool
wide_add_scaled(uint64_t *sum, int sum_limbs, uint64_t *magnitude, int limbs, int shift,
				uint64_t sign)
{
	uint64_t	top = sum[sum_limbs - 1];
	uint64_t	carry = sign & 1;
	uint64_t	below = 0;
	int			at,
				bits;

	if (__builtin_expect(shift < 0, 0))
	{
		wide_shift_right_rounding(magnitude, limbs, -shift);
		shift = 0;
	}
	at = shift >> 6;
	bits = shift & 63;
	if (at + limbs >= sum_limbs && wide_bit_length(magnitude, limbs) + shift >= 64 * sum_limbs)
		return false;
	for (int i = 0; i <= limbs && at + i < sum_limbs; i++)
	{
		uint64_t	limb = i < limbs ? magnitude[i] : 0;
		DoubleLimb	s = (DoubleLimb) sum[at + i] +
			((limb << bits | (below >> 1) >> (63 - bits)) ^ sign) + carry;

		sum[at + i] = (uint64_t) s;
		carry = (uint64_t) (s >> 64);
		below = limb;
	}
	/* Above stands the sign, which a carry makes up for when it is negative. */
	for (int i = at + limbs + 1; i < sum_limbs && carry != (sign & 1); i++)
	{
		DoubleLimb	s = (DoubleLimb) sum[i] + sign + carry;

		sum[i] = (uint64_t) s;
		carry = (uint64_t) (s >> 64);
	}
	return (int64_t) ((top ^ sum[sum_limbs - 1]) & (sign ^ sum[sum_limbs - 1])) >= 0;
}

static inline int
wide_number_sign(const WideNumber *number)
{
	return number->limbs == 0 ? 0 : number->negative ? -1 : 1;
}

#endif							/* TNPLAN_CORE_WIDE_H */
