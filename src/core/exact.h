/*
 * exact.h
 *		Exact sums of any float8, and the ratio of two of them, rounded once.
 *
 * A sum is a two's-complement integer of so many limbs that nothing is lost: it counts units, of
 * which the last bit of the smallest of the numbers is one.
 */
#ifndef TNPLAN_CORE_EXACT_H
#define TNPLAN_CORE_EXACT_H

#include "core/interrupt.h"
#include "core/wide.h"

/*
 * From the last bit of the smallest float8 to the first of the largest 2098 bits; 62 more for
 * ranks of 2^31 numbers, 32 for one more factor, and the sign.
 */
#define EXACT_MAX_LIMBS 36

typedef struct ExactSum
{
	int			limbs;
	uint64_t	limb[EXACT_MAX_LIMBS];
} ExactSum;

/* The exponent, as float8 store it, of the numbers whose last bit is one unit. */
typedef struct ExactUnit
{
	int			exponent;
	int			limbs;
} ExactUnit;

extern ExactUnit exact_unit(double least_magnitude, double greatest_magnitude);
extern void exact_zero(ExactSum *sum, ExactUnit unit);
extern void exact_from_double(ExactSum *sum, double x, ExactUnit unit);
extern void exact_add_values(ExactSum *sum, const double *sorted, uint32_t count, ExactUnit unit,
							 InterruptCheck check);
extern void exact_add_ranked(ExactSum *sum, ExactSum *ranked, const double *sorted, uint32_t count,
							 ExactUnit unit, InterruptCheck check);
extern void exact_times(ExactSum *sum, uint64_t factor);
extern double exact_ratio(const ExactSum *numerator, const ExactSum *denominator);

/* Of sums of one number of limbs, without overflow. */
static inline void
exact_add(ExactSum *sum, const ExactSum *other)
{
	(void) wide_add(sum->limb, other->limb, sum->limbs);
}

static inline void
exact_subtract(ExactSum *sum, const ExactSum *other)
{
	(void) wide_subtract(sum->limb, other->limb, sum->limbs);
}

static inline int
exact_sign(const ExactSum *sum)
{
	return wide_sign(sum->limb, sum->limbs);
}

/* The exponent as it is stored, of subnormal numbers that of the least normal one. */
static inline int
exact_exponent(double x)
{
	return split_double(x).exponent;
}

#endif							/* TNPLAN_CORE_EXACT_H */
