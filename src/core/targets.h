/*
 * targets.h
 *		The target of any period, from those that are stated.
 *
 * Periods are spans of months, numbered without gaps under whatever calendar the caller keeps.
 */
#ifndef TNPLAN_CORE_TARGETS_H
#define TNPLAN_CORE_TARGETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"
#include "core/goal.h"

/* How the target of a period and those of its parts belong together. */
typedef enum TargetRule
{
	TARGET_SUM,					/* parts add up: flows */
	TARGET_RUNNING,				/* built up from 0 each year: of years the last part, then a sum */
	TARGET_LAST,				/* the target of the last part, which holds: stocks */
	TARGET_FIRST,
	TARGET_MEAN,				/* by months */
	TARGET_LARGEST,
	TARGET_SMALLEST
} TargetRule;

typedef enum TargetSource
{
	SOURCE_NONE,
	SOURCE_STATED,
	SOURCE_FINER,
	SOURCE_COARSER
} TargetSource;

typedef struct MonthSpan
{
	int32_t		first;
	int32_t		end;			/* the month after the last */
} MonthSpan;

typedef struct StatedTarget
{
	MonthSpan	span;
	Goal		goal;
} StatedTarget;

/*
 * What each month weighs where a target is spread, from month `first` on.  What is not above 0,
 * such as NaN, counts as 0, as does a month beyond them; where all the months to spread over weigh
 * 0, and where there are no weights, they weigh the same.
 */
typedef struct MonthWeights
{
	const double *weight;		/* may be NULL */
	int32_t		first;
	int32_t		count;
} MonthWeights;

/* The targets of one node: by first month, of these the longest first, no span twice. */
typedef struct TargetList
{
	const StatedTarget *stated;
	int32_t		count;
	TargetRule	rule;
	MonthWeights weights;
} TargetList;

extern int	month_span_compare(MonthSpan a, MonthSpan b);
extern bool targets_are_valid(const StatedTarget *stated, int32_t count);
extern bool targets_run_over_years(const TargetList *list, MonthSpan span);
extern PlanError targets_goal(const TargetList *list, MonthSpan span, Goal *goal,
							  TargetSource *source);

#endif							/* TNPLAN_CORE_TARGETS_H */
