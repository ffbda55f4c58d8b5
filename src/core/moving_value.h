/*
 * moving_value.h
 *		The value of a period over rows that come and go, the oldest first.
 *
 * Flows and averages are sums, from which rows are subtracted.  Of other kinds those rows are kept
 * that may yet be the last, or the highest, when older ones have gone: each is beaten by those
 * before it.
 */
#ifndef TNPLAN_CORE_MOVING_VALUE_H
#define TNPLAN_CORE_MOVING_VALUE_H

#include "core/period_value.h"

typedef struct MovingFigure
{
	uint64_t	row;
	int64_t		period;
	double		value;
	uint64_t	twin_end;		/* behind the last row before of the same day, or 0 */
	bool		is_ambiguous;	/* by itself */
} MovingFigure;

typedef struct MovingValue
{
	PeriodValue total;			/* without the figure that counts */
	uint64_t	first_row;
	uint64_t	end_row;
	MovingFigure *figure;		/* a ring */
	uint64_t	capacity;		/* a power of two, or zero */
	uint64_t	first;
	uint64_t	figures;
} MovingValue;

extern PlanError moving_value_add(MovingValue *moving, const PeriodValue *other);
extern PlanError moving_value_remove(MovingValue *moving, const PeriodValue *other);
extern PeriodValue moving_value_now(const MovingValue *moving);
extern void moving_value_copy_figures(const MovingValue *moving, MovingFigure *to);

static inline bool
moving_value_has_rows(const MovingValue *moving)
{
	return moving->end_row > moving->first_row;
}

/* Before a row is added. */
static inline bool
moving_value_needs_room(const MovingValue *moving)
{
	return moving->figures == moving->capacity;
}

#endif							/* TNPLAN_CORE_MOVING_VALUE_H */
