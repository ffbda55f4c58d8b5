/*
 * goal.h
 *		plan_goal as it is stored, and how goals are made of arguments.
 */
#ifndef TNPLAN_GOAL_H
#define TNPLAN_GOAL_H

#include "core/goal.h"
#include "type.h"

StaticAssertDecl(sizeof(Goal) == 32, "INTERNALLENGTH of plan_goal");

#define PG_GETARG_PLAN_GOAL_P(n) plan_goal_from_datum(PG_GETARG_DATUM(n))

extern Goal goal_checked(GoalDirection direction, double low, double high,
						 bool has_baseline, double baseline);
extern void report_goal_text(PlanError error, const char *text, struct Node *escontext);
extern void send_goal(StringInfo buf, const Goal *goal);
extern Goal receive_goal(StringInfo buf, const char *type);

/* Bytes of a goal on the wire, without a version. */
#define GOAL_WIRE_SIZE (2 + 3 * sizeof(float8))

static inline const Goal *
plan_goal_from_datum(Datum datum)
{
	const Goal *goal = (const Goal *) DatumGetPointer(datum);

	if (unlikely(goal->version != GOAL_VERSION || goal->direction > GOAL_WITHIN))
		report_format_version("plan_goal", goal->version);
	return goal;
}

#endif							/* TNPLAN_GOAL_H */
