/*
 * fixedsum.h
 *		plan_fixedsum as it is stored.
 */
#ifndef TNPLAN_FIXEDSUM_H
#define TNPLAN_FIXEDSUM_H

#include "core/fixedsum.h"
#include "type.h"

/* plan_fixedsum: fixed length, by reference. */
typedef struct PlanFixedSum
{
	uint8		version;
	uint8		reserved[7];	/* always zero */
	int64		count;			/* values added, less those subtracted */
	FixedSum	sum;
} PlanFixedSum;

StaticAssertDecl(sizeof(PlanFixedSum) == 40, "INTERNALLENGTH of plan_fixedsum");

#define PG_GETARG_PLAN_FIXEDSUM_P(n) plan_fixedsum_from_datum(PG_GETARG_DATUM(n))

static inline PlanFixedSum *
plan_fixedsum_from_datum(Datum datum)
{
	PlanFixedSum *state = (PlanFixedSum *) DatumGetPointer(datum);

	if (unlikely(state->version != FIXEDSUM_VERSION))
		report_format_version("plan_fixedsum", state->version);
	return state;
}

#endif							/* TNPLAN_FIXEDSUM_H */
