/*
 * hashkey.h
 *		The secret key by which this process hashes what clients send.
 */
#ifndef TNPLAN_HASHKEY_H
#define TNPLAN_HASHKEY_H

#include "core/keyhash.h"

extern const HashKey *process_hash_key(void);

/* The hash of a name. */
static inline uint64
hash_keyed_bytes(const char *bytes, size_t length)
{
	return hash_name(process_hash_key(), bytes, length);
}

#endif							/* TNPLAN_HASHKEY_H */
