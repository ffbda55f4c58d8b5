/*
 * score.h
 *		Holding an actual against a goal.
 *
 * Everything here is inline, because it runs once a row inside the aggregates,
 * and computes with conditions rather than branch on them where rows differ:
 * which of them meet their goals is what no processor can predict.  The figures
 * must be finite; who calls sees to that.
 */
#ifndef TNPLAN_CORE_SCORE_H
#define TNPLAN_CORE_SCORE_H

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "goal.h"

/*
 * The verdicts, best first, in the order of the SQL enum plan_status.  The last
 * stands for "no verdict": there is a figure, but nobody could or did judge it.
 */
typedef enum Verdict
{
	VERDICT_EXCEEDED,
	VERDICT_MET,
	VERDICT_ON_TRACK,
	VERDICT_AT_RISK,
	VERDICT_OFF_TRACK,
	VERDICT_REGRESSING,
	VERDICT_NO_DATA,
	VERDICT_NONE
} Verdict;

#define NUM_STATUSES 7
#define NUM_VERDICTS 8

/* Where the share of the expected pace ends that still earns each verdict. */
typedef struct PaceCuts
{
	double		on_track;
	double		at_risk;
	double		off_track;		/* below lies regressing */
} PaceCuts;

/* Eurostat's cuts. */
static const PaceCuts default_cuts = {0.95, 0.60, 0.0};

/* What a goal comes to for one actual: a single bound to reach. */
typedef struct Bound
{
	double		sign;			/* 1 to be reached from below, -1 from above */
	double		target;			/* met from here on */
	double		beyond;			/* exceeded past here */
	bool		has_baseline;
	double		baseline;
} Bound;

#define SIGN_BIT ((uint64_t) 1 << 63)

static inline uint64_t
double_to_bits(double x)
{
	uint64_t	bits;

	memcpy(&bits, &x, sizeof(bits));
	return bits;
}

static inline double
double_from_bits(uint64_t bits)
{
	double		x;

	memcpy(&x, &bits, sizeof(x));
	return x;
}

/* Outside a band it is the nearer edge; inside, the actual is all one wants. */
static inline Bound
goal_bound(const Goal *goal, double actual)
{
	Bound		bound = {1.0, actual, actual, goal->has_baseline, goal->baseline};

	if (goal->direction != GOAL_WITHIN)
	{
		bound.sign = 1.0 - 2.0 * goal->direction;
		bound.target = goal->bound[goal->direction];
		bound.beyond = goal->bound[1 - goal->direction];
	}
	else if (actual < goal_low(goal))
		bound.target = bound.beyond = goal_low(goal);
	else if (actual > goal_high(goal))
	{
		bound.sign = -1.0;
		bound.target = bound.beyond = goal_high(goal);
	}
	return bound;
}

static inline bool
score_is_met(const Bound *bound, double actual)
{
	return bound->sign * actual >= bound->sign * bound->target;
}

/*
 * 1 + sign * (actual - target) / |target|, in the form that rounds least: actual
 * over target where target and direction have one sign, else its mirror image at
 * the target, 2 * target - actual, over it.  A target of zero has no scale of its
 * own: met or not.
 */
static inline double
score_against_target(const Bound *bound, double actual)
{
	uint64_t	mirrored = 0 - (double_to_bits(bound->sign * bound->target) >> 63);
	double		reached = double_from_bits(double_to_bits(2.0 * bound->target) & mirrored) +
		double_from_bits(double_to_bits(actual) ^ (SIGN_BIT & mirrored));

	if (bound->target == 0.0)
		return score_is_met(bound, actual) ? 1.0 : 0.0;
	if (!isfinite(reached))
		return 2.0 - actual / bound->target;
	return reached / bound->target;
}

/* (actual - baseline) / (target - baseline), halved where a difference overflows. */
static inline double
score_from_baseline(const Bound *bound, double actual)
{
	double		done = actual - bound->baseline;
	double		way = bound->target - bound->baseline;

	if (!isfinite(done) || !isfinite(way))
	{
		done = actual / 2 - bound->baseline / 2;
		way = bound->target / 2 - bound->baseline / 2;
	}
	return done / way;
}

/*
 * Progress to the bound: 1 reached, 0 none; infinite where float8 has no room.
 * A baseline that had met the goal already gives no way to measure.
 */
static inline double
score_achievement(const Bound *bound, double actual)
{
	if (bound->has_baseline && bound->sign * bound->target > bound->sign * bound->baseline)
		return score_from_baseline(bound, actual);
	return score_against_target(bound, actual);
}

/* Clamp to [0, cap].  Floats that are not negative order as their bits do. */
static inline double
score_clamp(double achievement, double cap)
{
	int64_t		bits = (int64_t) double_to_bits(achievement);
	int64_t		cap_bits = (int64_t) double_to_bits(cap);
	int64_t		below_cap;

	bits &= ~(bits >> 63);
	below_cap = bits - cap_bits;
	return double_from_bits((uint64_t) (cap_bits + (below_cap & (below_cap >> 63))));
}

/*
 * The verdict on what is not met yet, from the share of the way expected by now:
 * one step down for each cut that the pace falls short of.
 */
static inline Verdict
score_pace_verdict(double achievement, double expected, bool can_regress,
				   const PaceCuts *cuts)
{
	double		pace = expected == 1.0 ? achievement : achievement / expected;

	if (expected == 0.0)		/* the term has just begun */
		return can_regress && achievement < 0.0 ? VERDICT_REGRESSING : VERDICT_ON_TRACK;
	return (Verdict) (VERDICT_ON_TRACK + !(pace >= cuts->on_track) + !(pace >= cuts->at_risk) +
					  (can_regress & (pace < cuts->off_track)));
}

/* Met and exceeded come first, whatever the pace. */
static inline Verdict
score_verdict(const Bound *bound, double actual, double achievement, double expected,
			  const PaceCuts *cuts)
{
	int			exceeded = bound->sign * actual > bound->sign * bound->beyond;
	int			pace = score_pace_verdict(achievement, expected, bound->has_baseline, cuts);
	int			is_met = score_is_met(bound, actual);

	/* is_met ? VERDICT_MET - exceeded : pace */
	return (Verdict) (pace + ((VERDICT_MET - exceeded - pace) & -is_met));
}

/* What is still missing to the bound; 0 once met. */
static inline double
score_gap(const Bound *bound, double actual)
{
	double		gap = bound->sign * (bound->target - actual);

	return gap > 0.0 ? gap : 0.0;
}

#endif							/* TNPLAN_CORE_SCORE_H */
