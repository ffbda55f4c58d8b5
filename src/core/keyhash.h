/*
 * keyhash.h
 *		Hashes of numbers and names by a secret key, for tables that anyone may fill.
 *
 * What is hashed, mixed with the key, is multiplied, and the halves of the product folded into
 * one word: nobody foresees it who does not know the key.
 */
#ifndef TNPLAN_CORE_KEYHASH_H
#define TNPLAN_CORE_KEYHASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct HashKey
{
	uint64_t	first;
	uint64_t	second;			/* some of its upper bits are set, so that no number cancels it */
} HashKey;

static inline uint64_t
hash_fold(uint64_t x, uint64_t y)
{
	unsigned __int128 product = (unsigned __int128) x * y;

	return (uint64_t) product ^ (uint64_t) (product >> 64);
}

/* The second multiplication brings every bit to bear on the upper ones, which pick a slot. */
static inline uint64_t
hash_numbers(const HashKey *key, uint64_t number, uint32_t other)
{
	return hash_fold(number ^ key->first, other ^ key->second) * UINT64_C(0xd6e8feb86659fd93);
}

/* Up to seven bytes as a word, which differs where bytes of one length do. */
static inline uint64_t
hash_short_word(const char *bytes, size_t length)
{
	uint32_t	first,
				last;

	if (length >= 4)
	{
		memcpy(&first, bytes, 4);
		memcpy(&last, bytes + length - 4, 4);
		return (uint64_t) first << 32 | last;
	}
	if (length == 0)
		return 0;
	return (uint64_t) (uint8_t) bytes[0] << 16 | (uint64_t) (uint8_t) bytes[length / 2] << 8 |
		(uint8_t) bytes[length - 1];
}

/* Folding once leaves some order in the lower bits, which the upper ones have not. */
static inline uint64_t
hash_last_word(const HashKey *key, uint64_t word, size_t length)
{
	uint64_t	hash = hash_fold(word, key->second ^ length);

	return hash ^ hash >> 32;
}

/*
 * Eight bytes at a time; the last eight may overlap those before.  The length goes in by the
 * other factor, so that bytes cannot make up for it.
 */
static inline uint64_t
hash_name(const HashKey *key, const char *bytes, size_t length)
{
	uint64_t	hash = key->first;
	const char *last;
	uint64_t	word;

	if (length < 8)
		return hash_last_word(key, hash_short_word(bytes, length) ^ hash, length);
	last = bytes + length - 8;
	for (; bytes < last; bytes += 8)
	{
		memcpy(&word, bytes, 8);
		hash = hash_fold(word ^ hash, key->second);
	}
	memcpy(&word, last, 8);
	return hash_last_word(key, word ^ hash, length);
}

#endif							/* TNPLAN_CORE_KEYHASH_H */
