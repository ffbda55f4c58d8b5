/*
 * score.h
 *		Comparing an actual with a goal.
 *
 * Everything here is inline, because it runs once per row in the aggregates.  Where
 * rows differ it calculates with conditions instead of branches, since no processor
 * can predict which rows meet their goals.  Callers pass finite values only.
 */
#ifndef TNPLAN_CORE_SCORE_H
#define TNPLAN_CORE_SCORE_H

#include <math.h>
#include <stdbool.h>

#include "core/bits.h"
#include "core/cut.h"
#include "core/difference.h"
#include "core/goal.h"

/*
 * The verdicts, best first, in the order of the SQL enum plan_status.  The last
 * one means that there is a value, but no verdict on it.
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

/* The lowest pace of each verdict. */
typedef struct PaceCuts
{
	double		on_track;
	double		at_risk;
	double		off_track;		/* below lies regressing */
} PaceCuts;

/* Eurostat's cuts. */
static const PaceCuts default_cuts = {0.95, 0.60, 0.0};

/* A goal reduced to the bound that matters for one actual. */
typedef struct Bound
{
	double		sign;			/* 1 to be reached from below, -1 from above */
	double		target;			/* met from here on */
	double		beyond;			/* exceeded past here */
	bool		is_floor;		/* reached from below only, unlike a band */
	bool		has_baseline;
	double		baseline;

	/* Set by score_settle(). */
	bool		has_way;		/* the baseline had not met the goal */
	double		slack;			/* tolerance around the target */
	double		actual;			/* the target itself if within the slack */
} Bound;

/* Whole numbers that are exact in float8, such as amounts of money. */
static inline bool
score_is_whole(double x)
{
	return fabs(x) <= 9007199254740992.0 && x == rint(x);
}

/*
 * Compare an actual with a bound.  An actual that equals its target in decimals is replaced by
 * the target, so that later results are exact.  The scale of the slack is the target, or the
 * larger edge of a band; a baseline adds its own, since the last digits of a difference are
 * those of the larger value.  Whole numbers are exact and have no slack.
 */
static inline __attribute__((always_inline)) void
score_settle(Bound *bound, double actual, double scale)
{
	double		slack = CUT_SLACK * scale;
	double		baseline_slack = bound->has_baseline ? CUT_SLACK * fabs(bound->baseline) : 0.0;

	if (__builtin_expect(slack + baseline_slack >= 0.5, 0) && score_is_whole(actual) &&
		score_is_whole(bound->target) && (!bound->has_baseline || score_is_whole(bound->baseline)))
		slack = baseline_slack = 0.0;
	bound->has_way = bound->has_baseline &&
		bound->sign * bound->target > bound->sign * bound->baseline + (slack + baseline_slack);
	if (bound->has_way)
		slack += baseline_slack;
	bound->slack = slack;
	bound->actual = fabs(actual - bound->target) <= slack ? bound->target : actual;
}

/* Outside a band the bound is the nearer edge; inside, the actual itself. */
static inline __attribute__((always_inline)) Bound
goal_bound(const Goal *goal, double actual)
{
	Bound		bound = {.sign = 1.0,.target = actual,.beyond = actual,
		.is_floor = goal->direction == GOAL_HIGHER,
		.has_baseline = goal->has_baseline,.baseline = goal->baseline};

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
	score_settle(&bound, actual, goal->direction != GOAL_WITHIN ? fabs(bound.target)
				 : fmax(fabs(goal_low(goal)), fabs(goal_high(goal))));
	/* For a single bound, the side of the actual is known by now. */
	if (bound.beyond != bound.target && !(bound.slack == 0.0 && bound.target != 0.0))
		bound.beyond += bound.sign * fmax(bound.slack, CUT_SLACK * fabs(bound.beyond));
	return bound;
}

static inline bool
score_is_met(const Bound *bound)
{
	return bound->sign * bound->actual >= bound->sign * bound->target;
}

/*
 * 1 + sign * (actual - target) / |target|, in the form that rounds least: actual / target if
 * target and direction have the same sign, else (2 * target - actual) / target.  A target of
 * zero has no scale: the result is 1 if met, else 0.
 */
static inline double
score_against_target(const Bound *bound)
{
	uint64_t	mirrored = 0 - (double_to_bits(bound->sign * bound->target) >> 63);
	double		reached = double_from_bits(double_to_bits(2.0 * bound->target) & mirrored) +
		double_from_bits(double_to_bits(bound->actual) ^ (FLOAT_SIGN_BIT & mirrored));

	if (bound->target == 0.0)
		return score_is_met(bound) ? 1.0 : 0.0;
	if (!isfinite(reached))
		return 2.0 - bound->actual / bound->target;
	return reached / bound->target;
}

/* (actual - baseline) / (target - baseline), on halves if a difference overflows. */
static inline double
score_from_baseline(const Bound *bound)
{
	double		done = bound->actual - bound->baseline;
	double		way = bound->target - bound->baseline;

	if (!isfinite(done) || !isfinite(way))
	{
		done = bound->actual / 2 - bound->baseline / 2;
		way = bound->target / 2 - bound->baseline / 2;
	}
	return done / way;
}

/* Progress to the bound: 1 if reached, 0 if none; infinite on overflow. */
static inline double
score_achievement(const Bound *bound)
{
	return bound->has_way ? score_from_baseline(bound) : score_against_target(bound);
}

/* The slack as an achievement: it grows as the way gets shorter. */
static inline double
score_achievement_slack(const Bound *bound)
{
	return bound->has_way && bound->slack > 0.0
		? bound->slack / fabs(bound->target - bound->baseline) : CUT_SLACK;
}

/*
 * Whether the goal builds up: from a baseline that had not met it, or from zero to a floor
 * above zero.  Other goals are expected to hold on every day.
 */
static inline bool
score_builds_up(const Bound *bound)
{
	return bound->has_baseline ? bound->has_way : bound->is_floor && bound->target > 0.0;
}

/* The expected share for this goal: 1 if it does not build up. */
static inline double
score_expected(const Bound *bound, double expected)
{
	return score_builds_up(bound) ? expected : 1.0;
}

/* Clamp to [0, cap].  Nonnegative floats compare as their bits do. */
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
 * The verdict on a goal that is not met, by the share of progress due by now: one step down
 * for each cut that the pace misses by more than the slack.
 */
static inline Verdict
score_pace_verdict(double achievement, double slack, double expected, bool can_regress,
				   const PaceCuts *cuts)
{
	double		reached = achievement + slack;
	double		pace = expected == 1.0 ? reached : reached / expected;

	if (expected == 0.0)		/* the term has just begun */
		return can_regress && reached < 0.0 ? VERDICT_REGRESSING : VERDICT_ON_TRACK;
	return (Verdict) (VERDICT_ON_TRACK + !(pace >= cuts->on_track) + !(pace >= cuts->at_risk) +
					  (can_regress & (pace < cuts->off_track)));
}

/* Met and exceeded come first, whatever the pace; expected is from score_expected(). */
static inline Verdict
score_verdict(const Bound *bound, double achievement, double expected, const PaceCuts *cuts)
{
	int			exceeded = bound->sign * bound->actual > bound->sign * bound->beyond;
	int			pace = score_pace_verdict(achievement, score_achievement_slack(bound), expected,
										  bound->has_baseline, cuts);
	int			is_met = score_is_met(bound);

	/* is_met ? VERDICT_MET - exceeded : pace */
	return (Verdict) (pace + ((VERDICT_MET - exceeded - pace) & -is_met));
}

/* The difference still missing; 0 if met. */
static inline double
score_gap(const Bound *bound)
{
	double		gap = bound->sign * decimal_difference(bound->target, bound->actual);

	return gap > 0.0 ? gap : 0.0;
}

/*
 * The same with its sign: how far beyond the target, or short of it, in the favourable direction.
 */
static inline double
score_variance(const Bound *bound)
{
	return bound->sign * decimal_difference(bound->actual, bound->target) + 0.0;
}

#endif							/* TNPLAN_CORE_SCORE_H */
