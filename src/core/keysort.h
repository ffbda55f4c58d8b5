/*
 * keysort.h
 *		Sorting of numbers in linear time.
 */
#ifndef TNPLAN_CORE_KEYSORT_H
#define TNPLAN_CORE_KEYSORT_H

#include "core/pairsort.h"

/* The double whose sortable_double() this is. */
static inline double
double_of_key(uint64_t key)
{
	uint64_t	bits = key >> 63 ? key ^ (UINT64_C(1) << 63) : ~key;
	double		x;

	memcpy(&x, &bits, sizeof(x));
	return x;
}

/* Sort in place; scratch has room for as many keys. */
extern void sort_doubles(double *x, uint64_t *scratch, uint32_t count, InterruptCheck check);

#endif							/* TNPLAN_CORE_KEYSORT_H */
