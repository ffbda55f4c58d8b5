/*
 * keysort.c
 *		Sorting of numbers in linear time.
 *
 * Keys, whose order as unsigned integers is that of the numbers, stand in the place of the
 * numbers while they are sorted.  A radix sort from the least significant byte, but only of
 * the first bytes in which keys differ, as many as tell most of so many keys apart: insertion
 * puts the others right.  Where these are too many all bytes are sorted.
 */
#include "core/keysort.h"

#include <stdbool.h>

#define KEY_BYTES 8
#define MAX_FIRST_BYTES 4

/* Moves a key that insertion may take. */
#define MAX_MOVES 8

/* n keys that are spread evenly over b bits have about n / 2^(b + 1) moves each to make. */
static int
first_bytes(uint32_t count)
{
	int			bytes = 2;

	while (bytes < MAX_FIRST_BYTES && count >> (8 * bytes - 2) > 0)
		bytes++;
	return bytes;
}

/*
 * Bytes are taken of what a key has beyond the least one: keys that differ little may yet
 * differ in their first bits, as those of 1.99 and 2.01 do.
 */
static inline unsigned
key_byte(uint64_t key, uint64_t least, int shift)
{
	return ((key - least) >> shift) & 0xff;
}

static void
sort_by_byte(const uint64_t *from, uint64_t *to, uint32_t count, uint64_t least, int shift,
			 uint32_t *counts, InterruptCheck check)
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
			to[counts[key_byte(from[i], least, shift)]++] = from[i];
	}
}

/* Bytes in which all keys agree cost no pass. */
static inline uint64_t *
sort_by_bytes(uint64_t *keys, uint64_t *scratch, uint32_t count, uint64_t least, int shift,
			  int bytes, InterruptCheck check)
{
	uint32_t	counts[KEY_BYTES][256];

	memset(counts, 0, bytes * sizeof(counts[0]));
	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, check);
		for (int byte = 0; byte < bytes; byte++)
			counts[byte][key_byte(keys[i], least, shift + 8 * byte)]++;
	}
	for (int byte = 0; byte < bytes; byte++)
	{
		uint64_t   *swap = scratch;

		if (counts[byte][key_byte(keys[0], least, shift + 8 * byte)] == count)
			continue;
		sort_by_byte(keys, scratch, count, least, shift + 8 * byte, counts[byte], check);
		scratch = keys;
		keys = swap;
	}
	return keys;
}

/* False, with the keys in some other order, when it takes too many moves. */
static bool
insertion_sort(uint64_t *keys, uint32_t count, InterruptCheck check)
{
	uint64_t	moves = 0;

	for (uint32_t i = 1; i < count; i++)
	{
		uint64_t	moved = keys[i];
		uint32_t	place = i;

		check_at_times(i, check);
		for (; place > 0 && keys[place - 1] > moved; place--)
			keys[place] = keys[place - 1];
		keys[place] = moved;
		moves += i - place;
		if (moves > (uint64_t) MAX_MOVES * count)
			return false;
	}
	return true;
}

/* Returns the one of the two arrays in which the keys stand sorted. */
static uint64_t *
sort_keys(uint64_t *keys, uint64_t *scratch, uint32_t count, uint64_t least, uint64_t greatest,
		  InterruptCheck check)
{
	int			bytes = first_bytes(count);
	int			bits = 64 - __builtin_clzll(greatest - least);
	uint64_t   *sorted;

	if (bits <= 8 * bytes)
		return sort_by_bytes(keys, scratch, count, least, 0, bytes, check);
	sorted = sort_by_bytes(keys, scratch, count, least, bits - 8 * bytes, bytes, check);
	if (insertion_sort(sorted, count, check))
		return sorted;
	return sort_by_bytes(sorted, sorted == keys ? scratch : keys, count, least, 0, KEY_BYTES, check);
}

void
sort_doubles(double *x, uint64_t *scratch, uint32_t count, InterruptCheck check)
{
	uint64_t   *keys = (uint64_t *) x;
	uint64_t	least = UINT64_MAX;
	uint64_t	greatest = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		uint64_t	key = sortable_double(x[i]);

		check_at_times(i, check);
		keys[i] = key;
		least = key < least ? key : least;
		greatest = key > greatest ? key : greatest;
	}
	if (least < greatest)
		keys = sort_keys(keys, scratch, count, least, greatest, check);
	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, check);
		x[i] = double_of_key(keys[i]);
	}
}
