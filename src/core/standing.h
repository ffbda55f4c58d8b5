/*
 * standing.h
 *		A rank with the size of its field, as in 8th of 63.
 */
#ifndef TNPLAN_CORE_STANDING_H
#define TNPLAN_CORE_STANDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"

/* Of the binary format. */
#define STANDING_VERSION 1

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

/*
 * How far the percentile rose, as one fraction of whole numbers: rounded once, where the
 * sizes of the fields multiply to less than 2^53.  Undefined where there are no others.
 */
static inline PlanError
standing_percentile_gain(Standing before, Standing after, double *gain)
{
	int64_t		others_before = (int64_t) before.field - 1;
	int64_t		others_after = (int64_t) after.field - 1;

	if (others_before == 0 || others_after == 0)
		return PLAN_UNDEFINED;
	if (others_before == others_after)
		*gain = (double) ((int64_t) before.rank - after.rank) / (double) others_after;
	else
		*gain = (double) ((after.field - after.rank) * others_before -
						  (before.field - before.rank) * others_after) /
			((double) others_before * (double) others_after);
	return PLAN_OK;
}

extern PlanError standing_percentile(Standing standing, double *percentile);
extern PlanError standing_read(const char *text, Standing *standing);
extern size_t standing_write(char *out, Standing standing);

#endif							/* TNPLAN_CORE_STANDING_H */
