/*
 * performance.h
 *		The figure of a node over a period against the target of that period.
 */
#ifndef TNPLAN_PERFORMANCE_H
#define TNPLAN_PERFORMANCE_H

#include "core/calendar.h"
#include "core/extreme.h"
#include "core/targets.h"
#include "cube_rollup.h"
#include "figure_rows.h"
#include "spill.h"
#include "targets.h"

/* By what a target is spread over the months that it is for. */
typedef enum SpreadBy
{
	BY_EQUAL,
	BY_DAYS,
	BY_WORKING_DAYS,
	BY_LAST_YEAR				/* as the figures of the year before */
} SpreadBy;

/* What is asked for. */
typedef struct Performance
{
	Rollup		rollup;			/* of the figures, with a tree */
	const PlanTargets *targets;
	int32	   *first_target;	/* of each node of the tree, or -1 */
	FigurePeriods periods;
	SpreadBy	by;
	Calendar	calendar;		/* for working days */
	int32		as_of;
	PaceCuts	cuts;
	MonthSpan	weighed;		/* from the year of the first target to the end of the last */
	double	   *weight;			/* of its months; NULL if all are alike */
	TargetList	list;			/* of the node at hand */
	StatedTarget *stated;		/* room for it */
} Performance;

/* How a figure stands against its goal. */
typedef struct Judgement
{
	Goal		goal;
	TargetSource source;		/* SOURCE_NONE: there is no goal */
	Verdict		verdict;		/* VERDICT_NONE before the period has begun */
	bool		adds_up;		/* the figures of a year add up to it: limits are shared out */
	Extreme		extreme;
	bool		is_over;		/* the period, by the day of the comparison */
	/* share of the goal that is due; NaN before, and of unknown kinds */
	double		expected;
	double		achievement;	/* NaN without a figure */
	double		variance;		/* the same */
} Judgement;

/* performance_goal.c */
extern void find_targets(Performance *performance);
extern MonthSpan months_of_targets(const Performance *performance);
extern void mark_targets(Performance *performance);
extern void set_month_weights(Performance *performance);
extern void begin_node_targets(Performance *performance, FigureFinder *finder, int32 place,
							   FigureList *list);
extern void weigh_node_months(Performance *performance, FigureKind kind, const FigureList *list);
extern FigureKind kind_of_node(const FigureList *list);
extern Judgement judge_period(const Performance *performance, FigureKind kind, int32 period,
							  const FigureColumns *figures);
extern void count_verdict(const Performance *performance, const Judgement *judgement,
						  const FigureColumns *figures, Scorecard *card);
extern const char *target_source_name(TargetSource source);

#endif							/* TNPLAN_PERFORMANCE_H */
