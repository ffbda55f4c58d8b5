/*
 * extreme.h
 *		Comparing the highest value of a period, or its lowest, with the goal of the period.
 *
 * A highest value does not come back, as a total does not: a ceiling on it is a limit, which is
 * broken for good once the value is beyond, and which is not met before the period is over.  All
 * of it is due every day.  A floor is reached on the way.  A lowest value is the mirror of that.
 */
#ifndef TNPLAN_CORE_EXTREME_H
#define TNPLAN_CORE_EXTREME_H

#include "core/total.h"

/* The side of the goal that is met on the way; the other one is a limit. */
typedef enum Extreme
{
	EXTREME_NONE = 0,
	EXTREME_HIGHEST = 1,
	EXTREME_LOWEST = -1
} Extreme;

/* Whether the goal is nothing but a limit. */
static inline bool
extreme_is_limited(const Goal *goal, Extreme extreme)
{
	return extreme != EXTREME_NONE && goal->direction != GOAL_WITHIN &&
		total_has_edge(goal, -(int) extreme);
}

/* VERDICT_NONE where the verdict depends on a share that is not known, and is NaN. */
static inline Verdict
extreme_verdict(const Goal *goal, double actual, Extreme extreme, bool is_over, double expected,
				const PaceCuts *cuts)
{
	Bound		bound = goal_bound(goal, actual);
	bool		is_met = score_is_met(&bound);
	bool		has_limit = total_has_edge(goal, -(int) extreme);
	bool		is_broken = has_limit && !is_met && bound.sign == -(double) extreme;
	double		due = is_broken ? 1.0 : score_expected(&bound, expected);
	Verdict		verdict;

	if (isnan(due) && !is_met)
		return VERDICT_NONE;
	verdict = score_verdict(&bound, score_achievement(&bound), due, cuts);
	if (is_broken)
		return verdict < VERDICT_OFF_TRACK ? VERDICT_OFF_TRACK : verdict;
	return has_limit && is_met && !is_over ? VERDICT_ON_TRACK : verdict;
}

/* The same of a value of which a bound is known. */
static inline Verdict
extreme_bounded_verdict(const Goal *goal, double actual, FigureBound kind, Extreme extreme,
						bool is_over, double expected, const PaceCuts *cuts)
{
	double		nearest = total_behind(goal, actual, kind);
	Verdict		verdict = extreme_verdict(goal, nearest, extreme, is_over, expected, cuts);
	Bound		bound = goal_bound(goal, nearest);

	return bounded_is_decided(goal, kind, &bound, verdict <= VERDICT_ON_TRACK)
		? verdict : VERDICT_NONE;
}

#endif							/* TNPLAN_CORE_EXTREME_H */
