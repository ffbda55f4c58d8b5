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

#define RADIX_ELEMENT uint64_t
#define RADIX_KEY(key) (key)
#include "core/radix.h"

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

/* Returns the one of the two arrays in which the keys stand sorted. */
static uint64_t *
sort_keys(uint64_t *keys, uint64_t *scratch, uint32_t count, uint64_t least, uint64_t greatest,
		  InterruptCheck check)
{
	int			bytes = first_bytes(count);
	int			bits = 64 - __builtin_clzll(greatest - least);
	uint64_t   *sorted;

	if (bits <= 8 * bytes)
		return radix_sort_bytes(keys, scratch, count, least, 0, bytes, check);
	sorted = radix_sort_bytes(keys, scratch, count, least, bits - 8 * bytes, bytes, check);
	if (insertion_sort(sorted, count, (uint64_t) MAX_MOVES * count, check))
		return sorted;
	return radix_sort_bytes(sorted, sorted == keys ? scratch : keys, count, least, 0, RADIX_KEY_BYTES, check);
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
