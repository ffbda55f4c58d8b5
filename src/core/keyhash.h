/*
 * keyhash.h
 *		Hashes of numbers by a secret key, for tables that anyone may fill.
 *
 * The numbers, mixed with the key, are multiplied, and the halves of the product folded into
 * one word: nobody foresees it who does not know the key.  A second multiplication brings
 * every bit to bear on the upper ones, which pick a slot.
 */
#ifndef TNPLAN_CORE_KEYHASH_H
#define TNPLAN_CORE_KEYHASH_H

#include <stdint.h>

typedef struct HashKey
{
	uint64_t	first;
	uint64_t	second;			/* some of its upper bits are set, so that no number cancels it */
} HashKey;

static inline uint64_t
hash_numbers(const HashKey *key, uint64_t number, uint32_t other)
{
	unsigned __int128 product = (unsigned __int128) (number ^ key->first) * (other ^ key->second);

	return ((uint64_t) product ^ (uint64_t) (product >> 64)) * UINT64_C(0xd6e8feb86659fd93);
}

#endif							/* TNPLAN_CORE_KEYHASH_H */
