/*
 * cumulative.h
 *		A sum to date, which begins again with each period.
 */
#ifndef TNPLAN_CORE_CUMULATIVE_H
#define TNPLAN_CORE_CUMULATIVE_H

#include <math.h>
#include <string.h>

#include "core/fixedsum.h"
#include "core/period.h"

/* All zero before the first row. */
typedef struct Cumulative
{
	Period		period;			/* the latest so far */
	int64_t		count;			/* of figures in it */
	FixedSum	sum;
} Cumulative;

/*
 * Add a figure of a period.  NaN adds none, but begins its period.  Of two periods the later
 * one counts, whatever the order; PLAN_MIXED_PERIODS if they overlap.
 */
static inline PlanError
cumulative_add(Cumulative *state, Period period, double value)
{
	bool		is_begun = state->period.first < state->period.end;

	if (period.first != state->period.first || period.end != state->period.end)
	{
		if (is_begun && period.first < state->period.end && state->period.first < period.end)
			return PLAN_MIXED_PERIODS;
		if (is_begun && period.first < state->period.first)
			return PLAN_OK;
		memset(state, 0, sizeof(*state));
		state->period = period;
	}
	if (isnan(value))
		return PLAN_OK;
	if (isinf(value) || !fixedsum_add_double(&state->sum, value))
		return PLAN_OUT_OF_RANGE;
	state->count++;
	return PLAN_OK;
}

#endif							/* TNPLAN_CORE_CUMULATIVE_H */
