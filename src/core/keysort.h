/*
 * keysort.h
 *		Sorting of plain keys in linear time.
 */
#ifndef TNPLAN_CORE_KEYSORT_H
#define TNPLAN_CORE_KEYSORT_H

#include "pairsort.h"

/* The double whose sortable_double() this is. */
static inline double
double_of_key(uint64_t key)
{
	uint64_t	bits = key >> 63 ? key ^ (UINT64_C(1) << 63) : ~key;
	double		x;

	memcpy(&x, &bits, sizeof(x));
	return x;
}

/* The result stands in one of the two arrays, the one that is returned. */
extern uint64_t *keysort(uint64_t *keys, uint64_t *scratch, uint32_t count, InterruptCheck check);

#endif							/* TNPLAN_CORE_KEYSORT_H */
