/*
 * standing.h
 *		A rank with the size of its field, as in 8th of 63.
 */
#ifndef TNPLAN_CORE_STANDING_H
#define TNPLAN_CORE_STANDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "error.h"

typedef struct Standing
{
	int32_t		rank;			/* from 1, the best */
	int32_t		field;			/* how many were ranked */
} Standing;

/* Room for any standing as text, with its NUL. */
#define STANDING_TEXT_SIZE 24

/*
 * A standing in one word, whose order as a signed integer is that of standings: the
 * better rank first, and of equal ranks that in the larger field.
 */
static inline int64_t
standing_pack(Standing standing)
{
	return (int64_t) ((uint64_t) (uint32_t) standing.rank << 32 |
					  ((uint32_t) INT32_MAX - (uint32_t) standing.field));
}

static inline Standing
standing_unpack(int64_t packed)
{
	Standing	standing = {(int32_t) (packed >> 32),
	(int32_t) ((uint32_t) INT32_MAX - (uint32_t) packed)};

	return standing;
}

static inline bool
standing_is_valid(Standing standing)
{
	return standing.rank >= 1 && standing.rank <= standing.field;
}

extern PlanError standing_percentile(Standing standing, double *percentile);
extern PlanError standing_read(const char *text, Standing *standing);
extern size_t standing_write(char *out, Standing standing);

#endif							/* TNPLAN_CORE_STANDING_H */
