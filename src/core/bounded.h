/*
 * bounded.h
 *		Holding a figure of which only a bound is known, such as "more than 3,600", against a goal.
 *
 * The figure may be anything from the bound on.  There is a verdict where all of these values get
 * one of the same side: on pace or better, or behind it.
 */
#ifndef TNPLAN_CORE_BOUNDED_H
#define TNPLAN_CORE_BOUNDED_H

#include "core/score.h"

typedef enum FigureBound
{
	FIGURE_EXACT,				/* also about */
	FIGURE_ABOVE,
	FIGURE_AT_LEAST,
	FIGURE_BELOW,
	FIGURE_AT_MOST
} FigureBound;

static inline bool
bounded_is_open(FigureBound kind)
{
	return kind == FIGURE_ABOVE || kind == FIGURE_BELOW;
}

/* Whether the values go up from the bound. */
static inline bool
bounded_goes_up(FigureBound kind)
{
	return kind == FIGURE_ABOVE || kind == FIGURE_AT_LEAST;
}

/* Whether the values end, infinitely far away, on the side that is met. */
static inline bool
bounded_ends_met(const Goal *goal, FigureBound kind)
{
	return goal->direction != GOAL_WITHIN &&
		bounded_goes_up(kind) == (goal->direction == GOAL_HIGHER);
}

/* Whether a band can still lie among the values; actual is their bound. */
static inline bool
bounded_may_enter(const Goal *goal, FigureBound kind, const Bound *bound)
{
	if (goal->direction != GOAL_WITHIN)
		return false;
	return bounded_goes_up(kind) ? bound->actual < goal_high(goal) : bound->actual > goal_low(goal);
}

/*
 * Whether all values are on one side, when the bound itself is on the side is_good.  An open bound
 * on the edge of what is met, from which the values go away, is outside.
 */
static inline bool
bounded_is_decided(const Goal *goal, FigureBound kind, const Bound *bound, bool is_good)
{
	return kind == FIGURE_EXACT ||
		(is_good == bounded_ends_met(goal, kind) && !bounded_may_enter(goal, kind, bound));
}

/* Whether the values begin right behind the edge of what is met, and go away from it. */
static inline bool
bounded_leaves(const Goal *goal, FigureBound kind, const Bound *bound)
{
	double		edge;

	if (!bounded_is_open(kind) || bounded_ends_met(goal, kind))
		return false;
	if (goal->direction == GOAL_WITHIN)
		edge = bounded_goes_up(kind) ? goal_high(goal) : goal_low(goal);
	else
		edge = bound->target;
	return bound->actual == edge;
}

#endif							/* TNPLAN_CORE_BOUNDED_H */
