/*
 * pairsort.c
 *		Stable sorting of keys that carry a value, in linear time.
 *
 * A radix sort from the least significant byte.  Bytes in which all keys agree cost no
 * pass: whole numbers, as ranks are, leave most bytes of a double zero.
 */
#include "core/pairsort.h"

#define KEY_BYTES 8

/* Up to here insertion costs less than counting bytes. */
#define MAX_INSERTION 40

static inline unsigned
key_byte(uint64_t key, int byte)
{
	return (key >> (8 * byte)) & 0xff;
}

static void
insertion_sort(KeyedValue *pairs, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++)
	{
		KeyedValue	moved = pairs[i];
		uint32_t	place = i;

		for (; place > 0 && pairs[place - 1].key > moved.key; place--)
			pairs[place] = pairs[place - 1];
		pairs[place] = moved;
	}
}

static void
sort_by_byte(const KeyedValue *from, KeyedValue *to, uint32_t count, int byte, uint32_t *counts,
			 InterruptCheck check)
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
			to[counts[key_byte(from[i].key, byte)]++] = from[i];
	}
}

KeyedValue *
pairsort(KeyedValue *pairs, KeyedValue *scratch, uint32_t count, InterruptCheck check)
{
	uint32_t	counts[KEY_BYTES][256] = {{0}};

	if (count <= MAX_INSERTION)
	{
		insertion_sort(pairs, count);
		return pairs;
	}
	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, check);
		for (int byte = 0; byte < KEY_BYTES; byte++)
			counts[byte][key_byte(pairs[i].key, byte)]++;
	}
	for (int byte = 0; byte < KEY_BYTES; byte++)
	{
		KeyedValue *swap = scratch;

		if (counts[byte][key_byte(pairs[0].key, byte)] == count)
			continue;
		sort_by_byte(pairs, scratch, count, byte, counts[byte], check);
		scratch = pairs;
		pairs = swap;
	}
	return pairs;
}
