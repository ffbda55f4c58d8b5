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

#include "core/error.h"

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

/* Two's complement; false when the result does not fit. */
extern bool wide_add(uint64_t *sum, const uint64_t *term, int limbs);
extern bool wide_subtract(uint64_t *sum, const uint64_t *term, int limbs);
extern int	wide_sign(const uint64_t *sum, int limbs);
extern int	wide_compare(const uint64_t *a, const uint64_t *b, int limbs);

/* Decimal text; two limbs stand before the point, of six three. */
extern size_t wide_write(char *out, const uint64_t *sum, int limbs);
extern PlanError wide_read(const char **cursor, uint64_t *sum, int limbs);

extern WideNumber wide_number(const uint64_t *sum, int limbs);
extern WideNumber wide_from_int(int64_t value);
extern bool wide_store(const WideNumber *number, uint64_t *sum, int limbs);
extern WideNumber wide_sum(const WideNumber *a, const WideNumber *b);
extern WideNumber wide_difference(const WideNumber *a, const WideNumber *b);
extern WideNumber wide_product(const WideNumber *a, const WideNumber *b);
extern double wide_ratio(const WideNumber *numerator, const WideNumber *denominator, int scale);

/* Of a magnitude. */
static inline int
wide_bit_length(const uint64_t *limb, int limbs)
{
	while (limbs > 0 && limb[limbs - 1] == 0)
		limbs--;
	return limbs == 0 ? 0 : 64 * limbs - __builtin_clzll(limb[limbs - 1]);
}

static inline int
wide_number_sign(const WideNumber *number)
{
	return number->limbs == 0 ? 0 : number->negative ? -1 : 1;
}

#endif							/* TNPLAN_CORE_WIDE_H */
