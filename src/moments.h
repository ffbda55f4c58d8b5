/*
 * moments.h
 *		plan_moments: what its type and its aggregates share.
 */
#ifndef TNPLAN_MOMENTS_H
#define TNPLAN_MOMENTS_H

#include "core/moments.h"
#include "measure.h"
#include "type.h"

StaticAssertDecl(sizeof(Moments) == 256, "INTERNALLENGTH of plan_moments, and a whole chunk");

#define PG_GETARG_PLAN_MOMENTS_P(n) plan_moments_from_datum(PG_GETARG_DATUM(n))

static inline Moments *
plan_moments_from_datum(Datum datum)
{
	Moments    *state = (Moments *) DatumGetPointer(datum);

	if (unlikely(state->version != MOMENTS_VERSION || state->measure >= NUM_MEASURES))
		report_format_version("plan_moments", state->version);
	return state;
}

/* moments.c */
pg_noreturn extern void report_moments_overflow(void);
pg_noreturn extern void report_mixed_measures(const Moments *state, Measure measure,
											  double parameter);

#endif							/* TNPLAN_MOMENTS_H */
