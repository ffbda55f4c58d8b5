/*
 * goal.h
 *		What counts as done: a direction, one or two bounds, and perhaps the
 *		baseline from which progress is measured.
 */
#ifndef TNPLAN_CORE_GOAL_H
#define TNPLAN_CORE_GOAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "error.h"
#include "text.h"

#define GOAL_VERSION 1

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

/*
 * This is also the stored form, 32 bytes.  A goal without a baseline keeps zero
 * there, and no bound is -0, so that equal goals are equal bytes.
 */
typedef struct Goal
{
	uint8_t		version;
	uint8_t		direction;		/* a GoalDirection */
	uint8_t		has_baseline;	/* 0 or 1 */
	uint8_t		reserved[5];	/* always zero */
	double		bound[2];		/* low and high; equal when there is only one */
	double		baseline;
} Goal;

static inline double
goal_low(const Goal *goal)
{
	return goal->bound[0];
}

static inline double
goal_high(const Goal *goal)
{
	return goal->bound[1];
}

/* Room for any goal as text: an operator, three numbers, the words between. */
#define GOAL_TEXT_SIZE (3 * TEXT_DOUBLE_SIZE + 16)

extern PlanError goal_make(Goal *goal, GoalDirection direction, double low, double high,
						   bool has_baseline, double baseline);
extern PlanError goal_direction_from_text(const char *text, size_t length,
										  GoalDirection *direction);
extern PlanError goal_direction_from_sign(int64_t sign, GoalDirection *direction);
extern const char *goal_direction_name(GoalDirection direction);
extern PlanError goal_read(const char *text, Goal *goal);
extern size_t goal_write(char *out, const Goal *goal);
extern int	goal_compare(const Goal *a, const Goal *b);

/* The one figure to name when a goal stands for a single target. */
static inline double
goal_target(const Goal *goal)
{
	if (goal->direction == GOAL_WITHIN && goal_low(goal) != goal_high(goal))
		return goal_low(goal) / 2 + goal_high(goal) / 2;
	if (goal->direction == GOAL_WITHIN)
		return goal_low(goal);
	return goal->bound[goal->direction];
}

#endif							/* TNPLAN_CORE_GOAL_H */
