/*
 * total.h
 *		Comparing a total that still grows, such as the spending of a year by the end of June, with
 *		the goal of its whole period.
 *
 * A floor above zero is reached on the way, as in score.h.  A ceiling from zero up, and a floor
 * from zero down, is a limit: the total has its share of it by the days that have passed, and has
 * broken it once it is beyond, whatever comes.  Within a limit nothing is met before the period is
 * over.
 *
 * A baseline is the figure of a whole period, such as the year before, and counts when this one is
 * over.  Until then a total is measured from zero.
 */
#ifndef TNPLAN_CORE_TOTAL_H
#define TNPLAN_CORE_TOTAL_H

#include "core/bounded.h"

/* Whether the goal has an edge that is met to the side of the sign. */
static inline bool
total_has_edge(const Goal *goal, int sign)
{
	return goal->direction == GOAL_WITHIN ||
		goal->direction == (sign > 0 ? GOAL_HIGHER : GOAL_LOWER);
}

/* That edge, from which on the goal is met. */
static inline double
total_edge(const Goal *goal, int sign)
{
	return goal->direction == GOAL_WITHIN ? goal->bound[sign > 0 ? 0 : 1]
		: goal->bound[goal->direction];
}

static inline bool
total_is_limit(double sign, double edge)
{
	return sign * edge <= 0.0;
}

/* Whether one of its edges is a limit. */
static inline bool
total_has_limit(const Goal *goal)
{
	for (int sign = 1; sign >= -1; sign -= 2)
		if (total_has_edge(goal, sign) && total_is_limit(sign, total_edge(goal, sign)))
			return true;
	return false;
}

/* The worst verdict by the limits of the goal, none of which is broken. */
static inline Verdict
total_within_limits(const Goal *goal, double actual, double expected)
{
	double		slack = CUT_SLACK * fmax(fabs(goal_low(goal)), fabs(goal_high(goal)));
	Verdict		worst = VERDICT_EXCEEDED;

	for (int sign = 1; sign >= -1; sign -= 2)
	{
		double		edge = total_edge(goal, sign);

		if (!total_has_edge(goal, sign) || !total_is_limit(sign, edge))
			continue;
		if (isnan(expected))
			return VERDICT_NONE;
		if (sign * (expected * edge - actual) > slack)
			return VERDICT_AT_RISK;
		worst = VERDICT_ON_TRACK;
	}
	return worst;
}

/* The goal without its baseline. */
static inline Goal
total_from_zero(const Goal *goal)
{
	Goal		bare = *goal;

	bare.has_baseline = 0;
	bare.baseline = 0.0;
	return bare;
}

/*
 * Progress by one edge of a goal that has no baseline, before the end.  Of a limit it is 1 within
 * the share that is due; beyond, what the total is over it is taken off as a share of the limit.
 * So the end of the period has what score_achievement() says.
 */
static inline double
total_edge_achievement(const Goal *goal, int sign, double actual, double expected)
{
	double		edge = total_edge(goal, sign);
	double		scale = fmax(fabs(goal_low(goal)), fabs(goal_high(goal)));
	double		over;
	Bound		bound = {.sign = sign,.target = edge,.beyond = edge};

	score_settle(&bound, actual, goal->direction == GOAL_WITHIN ? scale : fabs(edge));
	if (!total_is_limit(sign, edge))
		return goal->direction == GOAL_WITHIN && score_is_met(&bound)
			? 1.0 : score_against_target(&bound);
	over = sign * (expected * edge - bound.actual);
	if (over <= bound.slack)
		return 1.0;
	if (edge == 0.0)
		return 0.0;
	return isfinite(over) ? 1.0 - over / fabs(edge)
		: 1.0 - sign * (expected * (edge / fabs(edge)) - bound.actual / fabs(edge));
}

/*
 * The achievement of a total when the share `expected` of its goal is due: that of score.h at the
 * end, and before it the worse of what the edges of the goal say.  NaN where it depends on a share
 * that is not known.
 */
static inline double
total_achievement(const Goal *goal, double actual, double expected)
{
	Goal		bare = total_from_zero(goal);
	double		worst = INFINITY;

	if (expected == 1.0)
	{
		Bound		bound = goal_bound(goal, actual);

		return score_achievement(&bound);
	}
	if (isnan(expected) && (goal->has_baseline || total_has_limit(goal)))
		return NAN;
	for (int sign = 1; sign >= -1; sign -= 2)
		if (total_has_edge(goal, sign))
			worst = fmin(worst, total_edge_achievement(&bare, sign, actual, expected));
	return worst;
}

/*
 * The verdict on a total when the share `expected` of its goal is due: 1 at the end of the period,
 * NaN where that is not known.  VERDICT_NONE where the verdict depends on it.
 */
static inline Verdict
total_verdict(const Goal *goal, double actual, double expected, const PaceCuts *cuts)
{
	Goal		bare = total_from_zero(goal);
	Bound		bound = goal_bound(expected == 1.0 ? goal : &bare, actual);
	bool		is_met = score_is_met(&bound);
	Verdict		verdict;
	Verdict		limited;

	if (!is_met && total_is_limit(bound.sign, bound.target))
	{
		bound = goal_bound(goal, actual);
		verdict = score_verdict(&bound, score_achievement(&bound), 1.0, cuts);
		return verdict < VERDICT_OFF_TRACK ? VERDICT_OFF_TRACK : verdict;
	}
	verdict = score_verdict(&bound, score_achievement(&bound), expected, cuts);
	if (expected == 1.0)
		return verdict;
	if (isnan(expected) && !is_met)
		return VERDICT_NONE;
	limited = total_within_limits(goal, actual, expected);
	return limited > verdict ? limited : verdict;
}

/* A value behind an open bound, as near as makes a difference. */
static inline double
total_behind(const Goal *goal, double actual, FigureBound kind)
{
	double		scale = fmax(fabs(actual), fmax(fabs(goal_low(goal)), fabs(goal_high(goal))));
	double		step =
		fmax(4.0 * CUT_SLACK * scale, nextafter(fabs(actual), INFINITY) - fabs(actual));

	if (!bounded_is_open(kind))
		return actual;
	return bounded_goes_up(kind) ? actual + step : actual - step;
}

/*
 * The same of a total of which a bound is known: there is one where every value from there on is on
 * pace, or none is.
 */
static inline Verdict
total_bounded_verdict(const Goal *goal, double actual, FigureBound kind, double expected,
					  const PaceCuts *cuts)
{
	double		due = isnan(expected) ? 1.0 : expected;
	double		nearest = total_behind(goal, actual, kind);
	Verdict		verdict = total_verdict(goal, nearest, expected, cuts);
	bool		is_good = verdict <= VERDICT_ON_TRACK;

	if (kind == FIGURE_EXACT || verdict == VERDICT_NONE)
		return verdict;
	if (is_good != bounded_ends_met(goal, kind))
		return VERDICT_NONE;
	/* Behind a band, and on the way to it. */
	if (goal->direction == GOAL_WITHIN &&
		(bounded_goes_up(kind) ? nearest < due * goal_high(goal) : nearest > due * goal_low(goal)))
		return VERDICT_NONE;
	return verdict;
}

#endif							/* TNPLAN_CORE_TOTAL_H */
