/*
 * radix.h
 *		A radix sort and an insertion sort, for elements of any type.
 *
 * Included where RADIX_ELEMENT is the type and RADIX_KEY(element) an unsigned number of 64
 * bits.  Sorting goes from the least significant byte up, so that it is stable.
 */
#include <stdbool.h>

#include "core/pairsort.h"

#define RADIX_KEY_BYTES 8

/*
 * Bytes are taken of what a key has beyond the least one: keys that differ little may yet
 * differ in their first bits, as those of 1.99 and 2.01 do.
 */
static inline unsigned
radix_byte(uint64_t key, uint64_t least, int shift)
{
	return ((key - least) >> shift) & 0xff;
}

/* A function of its own, which takes 5 % less time than when it is inlined. */
static __attribute__((unused, noinline)) void
radix_pass(const RADIX_ELEMENT *from, RADIX_ELEMENT *to, uint32_t count, uint64_t least,
		   int shift, uint32_t *counts, InterruptCheck check)
{
	uint32_t	start = 0;

	for (int i = 0; i < 256; i++)
	{
		uint32_t	here = counts[i];

		counts[i] = start;
		start += here;
	}
	for (uint32_t begin = 0, end; begin < count; begin = end)
	{
		check();
		end = end_of_stretch(begin, count);
		for (uint32_t i = begin; i < end; i++)
			to[counts[radix_byte(RADIX_KEY(from[i]), least, shift)]++] = from[i];
	}
}

/*
 * Sort by so many bytes of the keys.  Returns the one of the two arrays in which the elements
 * then stand.  Bytes in which all keys agree cost no pass.
 */
static inline RADIX_ELEMENT *
radix_sort_bytes(RADIX_ELEMENT *elements, RADIX_ELEMENT *scratch, uint32_t count, uint64_t least,
				 int shift, int bytes, InterruptCheck check)
{
	uint32_t	counts[RADIX_KEY_BYTES][256];

	memset(counts, 0, bytes * sizeof(counts[0]));
	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, check);
		for (int byte = 0; byte < bytes; byte++)
			counts[byte][radix_byte(RADIX_KEY(elements[i]), least, shift + 8 * byte)]++;
	}
	for (int byte = 0; byte < bytes; byte++)
	{
		RADIX_ELEMENT *swap = scratch;

		if (counts[byte][radix_byte(RADIX_KEY(elements[0]), least, shift + 8 * byte)] == count)
			continue;
		radix_pass(elements, scratch, count, least, shift + 8 * byte, counts[byte], check);
		scratch = elements;
		elements = swap;
	}
	return elements;
}

/* False, with the elements in some other order, when it takes more moves. */
static inline bool
insertion_sort(RADIX_ELEMENT *elements, uint32_t count, uint64_t max_moves, InterruptCheck check)
{
	uint64_t	moves = 0;

	for (uint32_t i = 1; i < count; i++)
	{
		RADIX_ELEMENT moved = elements[i];
		uint32_t	place = i;

		check_at_times(i, check);
		for (; place > 0 && RADIX_KEY(elements[place - 1]) > RADIX_KEY(moved); place--)
			elements[place] = elements[place - 1];
		elements[place] = moved;
		moves += i - place;
		if (moves > max_moves)
			return false;
	}
	return true;
}
