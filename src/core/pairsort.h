/*
 * pairsort.h
 *		Stable sorting of keys that carry a value, in linear time.
 */
#ifndef TNPLAN_CORE_PAIRSORT_H
#define TNPLAN_CORE_PAIRSORT_H

#include <stdint.h>

#include "core/bits.h"
#include "core/interrupt.h"

typedef struct KeyedValue
{
	uint64_t	key;
	uint64_t	value;
} KeyedValue;

/* Sort by key.  The result stands in one of the two arrays, the one that is returned. */
extern KeyedValue *pairsort(KeyedValue *pairs, KeyedValue *scratch, uint32_t count,
							InterruptCheck check);

#endif							/* TNPLAN_CORE_PAIRSORT_H */
