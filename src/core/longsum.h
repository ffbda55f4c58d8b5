/*
 * longsum.h
 *		Numbers of two float8: a sum and what its roundings have lost.
 */
#ifndef TNPLAN_CORE_LONGSUM_H
#define TNPLAN_CORE_LONGSUM_H

#include <math.h>

typedef struct LongSum
{
	double		sum;
	double		rest;
} LongSum;

/* Knuth's sum of two numbers, exact with its error term. */
static inline void
longsum_add(LongSum *total, double x)
{
	double		sum = total->sum + x;
	double		added = sum - total->sum;

	total->rest += (total->sum - (sum - added)) + (x - added);
	total->sum = sum;
}

static inline double
longsum_value(const LongSum *total)
{
	return total->sum + total->rest;
}

/* x less a sum, without rounding the sum first. */
static inline double
longsum_from(double x, const LongSum *total)
{
	return (x - total->sum) - total->rest;
}

static inline LongSum
longsum_normalized(LongSum total)
{
	double		sum = longsum_value(&total);

	return (LongSum) {sum, (total.sum - sum) + total.rest};
}

/* a / b with what is left over. */
static inline LongSum
longsum_ratio(const LongSum *a, const LongSum *b)
{
	double		ratio = a->sum / b->sum;
	double		left = fma(-ratio, b->sum, a->sum) + (a->rest - ratio * b->rest);

	return longsum_normalized((LongSum) {ratio, left / b->sum});
}

/* a - b with what is left over; where it is out of range, nothing is. */
static inline LongSum
longsum_difference(LongSum a, LongSum b)
{
	longsum_add(&a, -b.sum);
	a.rest -= b.rest;
	return isfinite(a.sum) ? longsum_normalized(a) : (LongSum) {a.sum, 0.0};
}

static inline LongSum
longsum_product(LongSum a, LongSum b)
{
	double		product = a.sum * b.sum;
	double		left = fma(a.sum, b.sum, -product) + (a.sum * b.rest + a.rest * b.sum);

	return isfinite(product) ? longsum_normalized((LongSum) {product, left})
		: (LongSum) {product, 0.0};
}

/* The decimal number that x prints as, if 15 digits do; otherwise x. */
extern LongSum longsum_of_decimal(double x);

#endif							/* TNPLAN_CORE_LONGSUM_H */
