/*
 * keysort.c
 *		Sorting of plain keys in linear time.
 *
 * A radix sort from the least significant byte, but only of the first bytes in which keys
 * differ: what agrees in these is rare, and insertion puts it right.  Where it is not rare
 * all bytes are sorted.
 */
#include "keysort.h"

#include <stdbool.h>

#define KEY_BYTES 8
#define FIRST_BYTES 4

/* Moves a key that insertion may take. */
#define MAX_MOVES 8

static inline unsigned
key_byte(uint64_t key, int shift)
{
	return (key >> shift) & 0xff;
}

static void
sort_by_byte(const uint64_t *from, uint64_t *to, uint32_t count, int shift, uint32_t *counts)
{
	uint32_t	start = 0;

	for (int i = 0; i < 256; i++)
	{
		uint32_t	here = counts[i];

		counts[i] = start;
		start += here;
	}
	for (uint32_t i = 0; i < count; i++)
		to[counts[key_byte(from[i], shift)]++] = from[i];
}

/* Bytes in which all keys agree cost no pass. */
static inline uint64_t *
sort_by_bytes(uint64_t *keys, uint64_t *scratch, uint32_t count, int shift, int bytes,
			  InterruptCheck check)
{
	uint32_t	counts[KEY_BYTES][256] = {{0}};

	for (uint32_t i = 0; i < count; i++)
		for (int byte = 0; byte < bytes; byte++)
			counts[byte][key_byte(keys[i], shift + 8 * byte)]++;
	for (int byte = 0; byte < bytes; byte++)
	{
		uint64_t   *swap = scratch;

		if (counts[byte][key_byte(keys[0], shift + 8 * byte)] == count)
			continue;
		check();
		sort_by_byte(keys, scratch, count, shift + 8 * byte, counts[byte]);
		scratch = keys;
		keys = swap;
	}
	return keys;
}

/* False, with the keys in some other order, when it takes too many moves. */
static bool
insertion_sort(uint64_t *keys, uint32_t count)
{
	uint64_t	moves = 0;

	for (uint32_t i = 1; i < count; i++)
	{
		uint64_t	moved = keys[i];
		uint32_t	place = i;

		for (; place > 0 && keys[place - 1] > moved; place--)
			keys[place] = keys[place - 1];
		keys[place] = moved;
		moves += i - place;
		if (moves > (uint64_t) MAX_MOVES * count)
			return false;
	}
	return true;
}

uint64_t *
keysort(uint64_t *keys, uint64_t *scratch, uint32_t count, InterruptCheck check)
{
	uint64_t	different = 0;
	uint64_t   *sorted;
	int			bits;

	for (uint32_t i = 1; i < count; i++)
		different |= keys[i] ^ keys[0];
	if (different == 0)
		return keys;
	bits = 64 - __builtin_clzll(different);
	if (bits <= 8 * FIRST_BYTES)
		return sort_by_bytes(keys, scratch, count, 0, FIRST_BYTES, check);
	sorted = sort_by_bytes(keys, scratch, count, bits - 8 * FIRST_BYTES, FIRST_BYTES, check);
	if (insertion_sort(sorted, count))
		return sorted;
	return sort_by_bytes(sorted, sorted == keys ? scratch : keys, count, 0, KEY_BYTES, check);
}
