/*
 * direction.h
 *		Whether more of something is better, or less, or what lies in a band.
 */
#ifndef TNPLAN_CORE_DIRECTION_H
#define TNPLAN_CORE_DIRECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/word.h"

/*
 * The first two number the bound from which a goal is met, which the scoring
 * uses; past the other bound it is exceeded.
 */
typedef enum GoalDirection
{
	GOAL_HIGHER = 0,			/* at least: met from low, exceeded above high */
	GOAL_LOWER = 1,				/* at most: met from high, exceeded below low */
	GOAL_WITHIN = 2				/* met from low to high */
} GoalDirection;

extern const WordTable direction_words;

/* The number that stands for a direction: 1, -1, or 0 for a band. */
static inline int16_t
direction_sign(GoalDirection direction)
{
	return (int16_t) (direction == GOAL_WITHIN ? 0 : 1 - 2 * (int) direction);
}

/* False where the number stands for none. */
static inline bool
direction_of_sign(double sign, GoalDirection *direction)
{
	*direction = sign == 0.0 ? GOAL_WITHIN : sign > 0.0 ? GOAL_HIGHER : GOAL_LOWER;
	return sign == 1.0 || sign == -1.0 || sign == 0.0;
}

#endif							/* TNPLAN_CORE_DIRECTION_H */
