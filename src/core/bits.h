/*
 * bits.h
 *		The bits of a float8, and keys that sort as the numbers do.
 */
#ifndef TNPLAN_CORE_BITS_H
#define TNPLAN_CORE_BITS_H

#include <stdint.h>
#include <string.h>

#define FLOAT_SIGN_BIT ((uint64_t) 1 << 63)

static inline uint64_t
double_to_bits(double x)
{
	uint64_t	bits;

	memcpy(&bits, &x, sizeof(bits));
	return bits;
}

static inline double
double_from_bits(uint64_t bits)
{
	double		x;

	memcpy(&x, &bits, sizeof(x));
	return x;
}

/* A key whose order as an unsigned number is that of the double: -0 equals 0, no NaN. */
static inline uint64_t
sortable_double(double x)
{
	uint64_t	bits = double_to_bits(x + 0.0);

	return bits & FLOAT_SIGN_BIT ? ~bits : bits | FLOAT_SIGN_BIT;
}

/* The double whose sortable_double() this is. */
static inline double
double_of_key(uint64_t key)
{
	return double_from_bits(key & FLOAT_SIGN_BIT ? key ^ FLOAT_SIGN_BIT : ~key);
}

#endif							/* TNPLAN_CORE_BITS_H */
