/*
 * wire.h
 *		What the binary formats of states have in common: doc/formats.md describes them.
 *
 * A message is a version byte, then the fields one by one, numbers in network byte order and
 * sums with their most significant limb first.  The order of fields in memory does not show.
 */
#ifndef TNPLAN_WIRE_H
#define TNPLAN_WIRE_H

#include "libpq/pqformat.h"

#include "core/fixedsum.h"
#include "type.h"

/* Bytes of the version and of a sum of three limbs. */
#define WIRE_VERSION_SIZE 1
#define WIRE_SUM_SIZE (3 * sizeof(int64))

/* The whole message of a type whose messages all have one size. */
static inline void
check_binary_message(StringInfo buf, int version, int size, const char *type)
{
	check_binary_version(buf, version, type);
	if (buf->len - buf->cursor != size - WIRE_VERSION_SIZE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid binary representation of type %s", type),
				 errdetail("The message has %d bytes instead of %d.",
						   buf->len - buf->cursor + WIRE_VERSION_SIZE, size)));
}

static inline void
send_limbs(StringInfo buf, const uint64 *limb, int limbs)
{
	while (limbs-- > 0)
		pq_sendint64(buf, limb[limbs]);
}

static inline void
receive_limbs(StringInfo buf, uint64 *limb, int limbs)
{
	while (limbs-- > 0)
		limb[limbs] = (uint64) pq_getmsgint64(buf);
}

static inline void
send_sum(StringInfo buf, const FixedSum *sum)
{
	send_limbs(buf, sum->limb, lengthof(sum->limb));
}

static inline void
receive_sum(StringInfo buf, FixedSum *sum)
{
	receive_limbs(buf, sum->limb, lengthof(sum->limb));
}

#endif							/* TNPLAN_WIRE_H */
