/*
 * scorecard.h
 *		plan_scorecard as it is stored, and what its wrappers share.
 */
#ifndef TNPLAN_SCORECARD_H
#define TNPLAN_SCORECARD_H

#include "core/scorecard.h"
#include "json.h"
#include "type.h"

/*
 * plan_scorecard: varlena with plain storage, so that it is always aligned.  What does
 * not fit the packed part stands in the wide part behind it, and adds to it.
 */
typedef struct PlanScorecard
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* SCORECARD_VERSION; room for flags, zero so far */
	PackedScorecard packed;
	Scorecard	wide[FLEXIBLE_ARRAY_MEMBER];	/* none or one */
} PlanScorecard;

#define SCORECARD_SIZE sizeof(PlanScorecard)
#define SCORECARD_WIDE_SIZE (sizeof(PlanScorecard) + sizeof(Scorecard))

StaticAssertDecl(SCORECARD_SIZE == 128, "a scorecard takes a whole chunk and no more");
StaticAssertDecl(sizeof(Scorecard) == 264, "no field of a stored scorecard is padded");

extern PlanScorecard *plan_scorecard_detoast(Datum datum);
extern Scorecard unpacked_scorecard(Datum datum);
extern Scorecard receive_scorecard(StringInfo buf);
extern void send_scorecard(StringInfo buf, const Scorecard *card);
extern PlanScorecard *packed_scorecard(const Scorecard *card, PlanScorecard *reuse);
extern PlanScorecard *canonical_scorecard(PlanScorecard *state);
extern void json_add_scorecard(JsonWriter *writer, const Scorecard *card);
extern void json_add_cell_scorecard(JsonWriter *writer, const Scorecard *card);

/* Detoasted where need be, which plain storage makes rare, and checked. */
static inline PlanScorecard *
plan_scorecard_from_datum(Datum datum)
{
	PlanScorecard *state = (PlanScorecard *) DatumGetPointer(datum);

	/* These headers tell that it is not toasted either. */
	if (unlikely((state->vl_len_ != VARLENA_HEADER(SCORECARD_SIZE) &&
				  state->vl_len_ != VARLENA_HEADER(SCORECARD_WIDE_SIZE)) ||
				 state->format != SCORECARD_VERSION))
		return plan_scorecard_detoast(datum);
	return state;
}

/* Its wide part, or NULL. */
static inline Scorecard *
wide_part(PlanScorecard *state)
{
	return state->vl_len_ == VARLENA_HEADER(SCORECARD_WIDE_SIZE) ? state->wide : NULL;
}

#endif							/* TNPLAN_SCORECARD_H */
