/*
 * pairsort.c
 *		Stable sorting of keys that carry a value, in linear time.
 *
 * A radix sort from the least significant byte.  Bytes in which all keys agree cost no
 * pass: whole numbers, as ranks are, leave most bytes of a double zero.
 */
#include "core/pairsort.h"

#define RADIX_ELEMENT KeyedValue
#define RADIX_KEY(pair) ((pair).key)
#include "core/radix.h"

/* Up to here insertion costs less than counting bytes. */
#define MAX_INSERTION 40

KeyedValue *
pairsort(KeyedValue *pairs, KeyedValue *scratch, uint32_t count, InterruptCheck check)
{
	if (count > MAX_INSERTION)
		return radix_sort_bytes(pairs, scratch, count, 0, 0, RADIX_KEY_BYTES, check);
	insertion_sort(pairs, count, UINT64_MAX, check);
	return pairs;
}
