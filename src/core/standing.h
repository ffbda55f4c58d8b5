/*
 * standing.h
 *		A rank with the size of its field, as in 8th of 63; or a rank or band alone, as printed.
 */
#ifndef TNPLAN_CORE_STANDING_H
#define TNPLAN_CORE_STANDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"

/* Of the binary format. */
#define STANDING_VERSION 1

/*
 * The field is 0 where it is not known.  A band, as in 101-150 or 1001+, has no field: nobody can
 * tell what share of it is behind.
 */
typedef struct Standing
{
	int32_t		rank;			/* from 1, the best; the better edge of a band */
	int32_t		field;			/* how many were ranked */
	int32_t		last;			/* the other edge of a band, or NO_LAST_RANK; 0 of a rank */
} Standing;

/* The worse edge of a band that is open, as in 1001+. */
#define NO_LAST_RANK INT32_MAX

/* Room for any standing as text, with its NUL; printed ones may be bands of a field too. */
#define STANDING_TEXT_SIZE 40

/* Where a rank has no field, this stands before it or the other edge of its band. */
#define STANDING_WITHOUT_FIELD (UINT32_C(1) << 31)

/*
 * A standing in one word, whose order as a signed integer is that of standings: the
 * better rank first, and of equal ranks that in the larger field, then that without a field,
 * then bands, the narrower ones first.
 */
static inline int64_t
standing_pack(Standing standing)
{
	uint32_t	low = (uint32_t) INT32_MAX - (uint32_t) standing.field;

	if (standing.field == 0)
		low = STANDING_WITHOUT_FIELD |
			(uint32_t) (standing.last != 0 ? standing.last : standing.rank);
	return (int64_t) ((uint64_t) (uint32_t) standing.rank << 32 | low);
}

static inline Standing
standing_unpack(int64_t packed)
{
	int32_t		rank = (int32_t) (packed >> 32);
	uint32_t	low = (uint32_t) packed;
	int32_t		last = (int32_t) (low & ~STANDING_WITHOUT_FIELD);

	if (low & STANDING_WITHOUT_FIELD)
		return (Standing) {rank, 0, last != rank ? last : 0};
	return (Standing) {rank, (int32_t) ((uint32_t) INT32_MAX - low), 0};
}

static inline bool
standing_is_valid(Standing standing)
{
	if (standing.last != 0 && (standing.last <= standing.rank || standing.field != 0))
		return false;
	return standing.rank >= 1 && (standing.field == 0 || standing.rank <= standing.field);
}

static inline bool
standing_is_band(Standing standing)
{
	return standing.last != 0;
}

/* The rank that is at least reached. */
static inline int32_t
standing_worst(Standing standing)
{
	return standing.last != 0 ? standing.last : standing.rank;
}

/*
 * Places gained: of bands, as many as are sure.  Undefined where bands overlap, of which nobody
 * can tell who is ahead.
 */
static inline PlanError
standing_gain(Standing before, Standing after, int32_t *gain)
{
	*gain = before.rank - after.rank;
	if ((before.last | after.last) == 0)
		return PLAN_OK;
	if (before.rank > standing_worst(after))
		*gain = before.rank - standing_worst(after);
	else if (after.rank > standing_worst(before))
		*gain = standing_worst(before) - after.rank;
	else
		return PLAN_UNDEFINED;
	return PLAN_OK;
}

/*
 * How far the percentile rose, as one fraction of whole numbers: rounded once, where the
 * sizes of the fields multiply to less than 2^53.  Undefined where there are no others, or none
 * that are known.
 */
static inline PlanError
standing_percentile_gain(Standing before, Standing after, double *gain)
{
	int64_t		others_before = (int64_t) before.field - 1;
	int64_t		others_after = (int64_t) after.field - 1;

	if (others_before <= 0 || others_after <= 0)
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
extern PlanError standing_read_printed(const char **cursor, Standing *standing);
extern size_t standing_write(char *out, Standing standing);

#endif							/* TNPLAN_CORE_STANDING_H */
