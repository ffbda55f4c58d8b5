/*
 * exact.c
 *		Exact sums of any float8, and the ratio of two of them, rounded once.
 */
#include "core/exact.h"

#include "core/bits.h"

/* For ranks of 2^31 numbers, or their number and one more factor, with a sign. */
#define BITS_FOR_COUNTS 68

#define MANTISSA_BITS 53

/* Of numbers between these two, neither of which is zero. */
ExactUnit
exact_unit(double least_magnitude, double greatest_magnitude)
{
	int			least = exact_exponent(least_magnitude);
	int			bits = exact_exponent(greatest_magnitude) - least + MANTISSA_BITS + BITS_FOR_COUNTS;

	return (ExactUnit) {least, (bits + 63) / 64};
}

void
exact_zero(ExactSum *sum, ExactUnit unit)
{
	sum->limbs = unit.limbs;
	memset(sum->limb, 0, unit.limbs * sizeof(uint64_t));
}

/* Add +-magnitude * 2^shift units. */
static inline void
add_shifted(ExactSum *sum, DoubleLimb magnitude, int shift, uint64_t sign)
{
	uint64_t	limb[2] = {(uint64_t) magnitude, (uint64_t) (magnitude >> 64)};

	(void) wide_add_scaled(sum->limb, sum->limbs, limb, 2, shift, sign);
}

void
exact_from_double(ExactSum *sum, double x, ExactUnit unit)
{
	FloatParts	parts = split_double(x);

	exact_zero(sum, unit);
	if (parts.mantissa != 0)
		add_shifted(sum, parts.mantissa, parts.exponent - unit.exponent, parts.sign);
}

/*
 * In sorted numbers those of one sign and exponent stand together.  Of such a run the mantissas
 * are summed as they are, alone and by rank, and brought to the unit once.
 */
typedef struct Run
{
	uint32_t	end;
	DoubleLimb	sum;
	DoubleLimb	ranked;
} Run;

static inline __attribute__((always_inline)) Run
next_run(const double *sorted, uint32_t begin, uint32_t count, bool ranks)
{
	uint64_t	head = double_to_bits(sorted[begin]) >> 52;
	uint64_t	hidden = head & FLOAT_EXPONENT_MASK ? FLOAT_HIDDEN_BIT : 0;
	Run			run = {end_of_stretch(begin, count), 0, 0};

	for (uint32_t i = begin; i < run.end; i++)
	{
		uint64_t	bits = double_to_bits(sorted[i]);
		uint64_t	mantissa = (bits & (FLOAT_HIDDEN_BIT - 1)) | hidden;

		if (bits >> 52 != head)
		{
			run.end = i;
			break;
		}
		run.sum += mantissa;
		if (ranks)
			run.ranked += (DoubleLimb) mantissa * i;
	}
	return run;
}

static inline __attribute__((always_inline)) void
add_runs(ExactSum *sum, ExactSum *ranked, const double *sorted, uint32_t count, ExactUnit unit,
		 InterruptCheck check)
{
	for (uint32_t begin = 0; begin < count;)
	{
		FloatParts	parts = split_double(sorted[begin]);
		Run			run = next_run(sorted, begin, count, ranked != NULL);

		check();
		if (run.sum != 0)
		{
			add_shifted(sum, run.sum, parts.exponent - unit.exponent, parts.sign);
			if (ranked != NULL)
				add_shifted(ranked, run.ranked, parts.exponent - unit.exponent, parts.sign);
		}
		begin = run.end;
	}
}

void
exact_add_values(ExactSum *sum, const double *sorted, uint32_t count, ExactUnit unit,
				 InterruptCheck check)
{
	add_runs(sum, NULL, sorted, count, unit, check);
}

/* Besides, of each number as many times as there are others before it. */
void
exact_add_ranked(ExactSum *sum, ExactSum *ranked, const double *sorted, uint32_t count,
				 ExactUnit unit, InterruptCheck check)
{
	add_runs(sum, ranked, sorted, count, unit, check);
}

/* What leaves at the top is a sign alone. */
void
exact_times(ExactSum *sum, uint64_t factor)
{
	uint64_t	carry = 0;

	for (int i = 0; i < sum->limbs; i++)
	{
		DoubleLimb	product = (DoubleLimb) sum->limb[i] * factor + carry;

		sum->limb[i] = (uint64_t) product;
		carry = (uint64_t) (product >> 64);
	}
}

/* The first is not negative, the second above zero. */
double
exact_ratio(const ExactSum *numerator, const ExactSum *denominator)
{
	return wide_limb_ratio(numerator->limb, numerator->limbs, denominator->limb,
						   denominator->limbs, 0);
}
