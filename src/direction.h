/*
 * direction.h
 *		plan_direction: stored as 1, -1 or, for a band, 0, by value.
 */
#ifndef TNPLAN_DIRECTION_H
#define TNPLAN_DIRECTION_H

#include "fmgr.h"

#include "core/direction.h"

#define DirectionGetDatum(direction) Int16GetDatum(direction_sign((GoalDirection) (direction)))

/* The casts and input functions let no other value in. */
static inline GoalDirection
DatumGetDirection(Datum datum)
{
	int16		sign = DatumGetInt16(datum);

	/* Without a branch: in a column no processor can predict it. */
	return (GoalDirection) ((sign <= 0) + (sign == 0));
}

#define PG_GETARG_DIRECTION(n) DatumGetDirection(PG_GETARG_DATUM(n))

#endif							/* TNPLAN_DIRECTION_H */
