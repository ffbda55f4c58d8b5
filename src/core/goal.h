/*
 * goal.h
 *		What counts as done: a direction, one or two bounds, and optionally a
 *		baseline from which progress is measured.
 */
#ifndef TNPLAN_CORE_GOAL_H
#define TNPLAN_CORE_GOAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/direction.h"
#include "core/error.h"
#include "core/text.h"

#define GOAL_VERSION 1

/*
 * This is also the stored form, 32 bytes.  Without a baseline the field is zero,
 * and -0 is stored as 0, so that equal goals are equal bytes.
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
extern PlanError goal_read(const char *text, Goal *goal);
extern size_t goal_write(char *out, const Goal *goal);
extern bool goal_is_valid(const Goal *goal);
extern int	goal_compare(const Goal *a, const Goal *b);

/* The single target of a goal. */
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
