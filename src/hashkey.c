/*
 * hashkey.c
 *		The secret key by which this process hashes what clients send.
 */
#include "postgres.h"

#include "hashkey.h"

/*
 * Random, so that clients cannot choose numbers or names that share a slot.  What comes out of the
 * tables must not depend on it.
 */
const HashKey *
process_hash_key(void)
{
	static HashKey key = {0, 0};

	if (unlikely(key.first == 0))
	{
		HashKey		random;

		if (!pg_strong_random(&random, sizeof(random)))
			ereport(ERROR,
					(errcode(ERRCODE_INTERNAL_ERROR),
					 errmsg("could not generate random values")));
		key.first = random.first | 1;
		key.second = random.second | UINT64CONST(1) << 63;
	}
	return &key;
}
