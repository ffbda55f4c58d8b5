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

/* Moves a key that insertion may take, and those that are expected to be worth a byte less. */
#define MAX_MOVES 8
#define EXPECTED_MOVES 2

/* Keys that tell how many bytes are enough. */
#define SAMPLED_KEYS 1024

/* Pairs of sorted keys that agree without their last bits. */
static uint32_t
count_alike(const uint64_t *sorted, uint32_t count, uint64_t least, int shift)
{
	uint32_t	pairs = 0;
	uint32_t	run = 0;

	for (uint32_t i = 1; i < count; i++)
	{
		run = (sorted[i] - least) >> shift == (sorted[i - 1] - least) >> shift ? run + 1 : 0;
		pairs += run;
	}
	return pairs;
}

/*
 * How many bytes tell most keys apart: with n keys, of which two agree in these bytes but not in
 * the others with probability p, insertion moves a key n * p / 4 times.
 */
static int
first_bytes(const uint64_t *keys, uint32_t count, uint64_t least, int bits, InterruptCheck check)
{
	uint64_t	sample[2 * SAMPLED_KEYS];
	uint64_t   *sorted;
	uint32_t	sampled = count / 32 < SAMPLED_KEYS ? count / 32 + 1 : SAMPLED_KEYS;
	uint32_t	equal;
	double		moves;
	int			bytes = 1;

	for (uint32_t i = 0; i < sampled; i++)
		sample[i] = keys[(uint64_t) count * i / sampled];
	sorted = radix_sort_bytes(sample, sample + SAMPLED_KEYS, sampled, least, 0, RADIX_KEY_BYTES,
							  check);
	equal = count_alike(sorted, sampled, least, 0);
	do
	{
		bytes++;
		if (bits <= 8 * bytes)
			break;
		moves = (double) count * (count_alike(sorted, sampled, least, bits - 8 * bytes) - equal) /
			(2.0 * sampled * sampled);
	} while (moves > EXPECTED_MOVES);
	return bytes;
}

/* Returns the one of the two arrays in which the keys stand sorted. */
static uint64_t *
sort_keys(uint64_t *keys, uint64_t *scratch, uint32_t count, uint64_t least, uint64_t greatest,
		  InterruptCheck check)
{
	int			bits = 64 - __builtin_clzll(greatest - least);
	int			bytes = first_bytes(keys, count, least, bits, check);
	uint64_t   *sorted;

	if (bits <= 8 * bytes)
		return radix_sort_bytes(keys, scratch, count, least, 0, bytes, check);
	sorted = radix_sort_bytes(keys, scratch, count, least, bits - 8 * bytes, bytes, check);
	if (insertion_sort(sorted, count, (uint64_t) MAX_MOVES * count, check))
		return sorted;
	return radix_sort_bytes(sorted, sorted == keys ? scratch : keys, count, least, 0,
							RADIX_KEY_BYTES, check);
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
