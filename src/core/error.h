/*
 * error.h
 *		What a kernel can find wrong with what it was given.
 *
 * Kernels never raise errors: they return one of these, and the SQL-callable
 * wrapper turns it into an SQLSTATE with the offending value in the message.
 */
#ifndef TNPLAN_CORE_ERROR_H
#define TNPLAN_CORE_ERROR_H

typedef enum PlanError
{
	PLAN_OK = 0,
	PLAN_UNDEFINED,				/* the figure does not exist: NULL in SQL */
	PLAN_SYNTAX,				/* the text cannot be read */
	PLAN_NO_DIRECTION,			/* a lone number: at least, at most, exactly? */
	PLAN_STRICT_BOUND,			/* ">" or "<", which no goal has */
	PLAN_OUT_OF_RANGE,			/* a number is not finite or does not fit */
	PLAN_REVERSED,				/* the lower bound lies above the upper */
	PLAN_BAD_WEIGHT,			/* a weight is negative or not a number */
	PLAN_SMALL_WEIGHT,			/* a weight that exact sums would round too much */
	PLAN_BAD_PARAMETER,			/* a parameter that the measure does not take */
	PLAN_BAD_DATE,				/* no such day, or beyond the calendar */
	PLAN_NO_CALENDAR,			/* a fiscal year, of which nothing says when it begins */
	PLAN_TOO_LARGE,				/* more cells than can be kept */
	PLAN_DUPLICATE,				/* a node that is there already */
	PLAN_ORPHAN,				/* a node whose parent is not there */
	PLAN_CYCLE,					/* a node that is its own ancestor */
	PLAN_TOO_DEEP,				/* a node deeper than a tree may be */
	PLAN_MIXED_KINDS,			/* figures of two kinds in one state */
	PLAN_MIXED_PERIODS,			/* figures to date of two periods that overlap */
	PLAN_AMBIGUOUS				/* two figures of which only one can count */
} PlanError;

#endif							/* TNPLAN_CORE_ERROR_H */
