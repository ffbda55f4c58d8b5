/*
 * scorecard.h
 *		The mergeable summary of many scored items.
 *
 * All of it counts or sums exactly, so scorecards form a commutative group:
 * they add in any order, and what was added can be taken away again.
 */
#ifndef TNPLAN_CORE_SCORECARD_H
#define TNPLAN_CORE_SCORECARD_H

#include "fixedsum.h"
#include "score.h"

#define SCORECARD_VERSION 1

/* What nearly every row changes stands first, on as few cache lines as it needs. */
typedef struct Scorecard
{
	FixedSum	weight_scored;
	FixedSum	weighted_score;
	FixedSum	actual;
	FixedSum	target;
	int64_t		count[NUM_VERDICTS];	/* rows by verdict */
	int64_t		unscored;		/* rows without a score */
	int64_t		without_actual;
	int64_t		without_target;
	FixedSum	weight_unscored;
} Scorecard;

#define SCORECARD_COUNTS (NUM_VERDICTS + 3)
#define SCORECARD_SUMS 5

/* Room for any scorecard as text: its keys, its counts, its sums. */
#define SCORECARD_TEXT_SIZE (SCORECARD_COUNTS * 40 + SCORECARD_SUMS * (FIXEDSUM_TEXT_SIZE + 24))

extern const char *const scorecard_verdict_names[NUM_VERDICTS];

extern PlanError scorecard_add(Scorecard *card, const Scorecard *other);
extern PlanError scorecard_subtract(Scorecard *card, const Scorecard *other);
extern int	scorecard_compare(const Scorecard *a, const Scorecard *b);
extern PlanError scorecard_read(const char *text, Scorecard *card);
extern size_t scorecard_write(char *out, const Scorecard *card);

/* The figures read from a scorecard; PLAN_UNDEFINED where there is none. */
extern PlanError scorecard_rows(const Scorecard *card, int64_t *rows);
extern PlanError scorecard_scored_rows(const Scorecard *card, int64_t *rows);
extern PlanError scorecard_weight(const Scorecard *card, FixedSum *weight);
extern PlanError scorecard_total_actual(const Scorecard *card, double *total);
extern PlanError scorecard_total_target(const Scorecard *card, double *total);
extern PlanError scorecard_score(const Scorecard *card, double *score);
extern PlanError scorecard_coverage(const Scorecard *card, double *coverage);
extern PlanError scorecard_met_share(const Scorecard *card, double *share);
extern PlanError scorecard_delivery(const Scorecard *card, double *delivery);
extern Verdict scorecard_verdict(const Scorecard *card, double expected);

/* One row counted in (by = 1) or out (by = -1) under a verdict. */
static inline PlanError
scorecard_count(Scorecard *card, int by, Verdict verdict, bool scored)
{
	if (__builtin_add_overflow(card->count[verdict], by, &card->count[verdict]))
		return PLAN_OUT_OF_RANGE;
	if (!scored && __builtin_add_overflow(card->unscored, by, &card->unscored))
		return PLAN_OUT_OF_RANGE;
	return PLAN_OK;
}

/* A row that has a score; also rows scored by a rule of the user's own. */
static inline __attribute__((always_inline)) PlanError
scorecard_row(Scorecard *card, int by, double score, Verdict verdict, double weight)
{
	double		signed_weight = by * weight;

	if (!(weight >= 0.0))
		return PLAN_BAD_WEIGHT;
	if (!fixedsum_add_double(&card->weight_scored, signed_weight) ||
		!fixedsum_add_product(&card->weighted_score, score, signed_weight))
		return PLAN_OUT_OF_RANGE;
	return scorecard_count(card, by, verdict, true);
}

/* A row that has none: planned, but nothing to judge it by. */
static inline PlanError
scorecard_unscored_row(Scorecard *card, int by, Verdict verdict, double weight)
{
	if (!(weight >= 0.0))
		return PLAN_BAD_WEIGHT;
	if (!fixedsum_add_double(&card->weight_unscored, by * weight))
		return PLAN_OUT_OF_RANGE;
	return scorecard_count(card, by, verdict, false);
}

/* The figures of a row that cannot be judged; NaN stands for one that is missing. */
static inline PlanError
scorecard_lone_figures(Scorecard *card, int by, double actual, double target)
{
	if (isnan(actual)
		? __builtin_add_overflow(card->without_actual, by, &card->without_actual)
		: !fixedsum_add_double(&card->actual, by * actual))
		return PLAN_OUT_OF_RANGE;
	if (isnan(target)
		? __builtin_add_overflow(card->without_target, by, &card->without_target)
		: !fixedsum_add_double(&card->target, by * target))
		return PLAN_OUT_OF_RANGE;
	return PLAN_OK;
}

/*
 * A row with an actual and a bound to hold it against, scored here with the cap
 * of 1; "target" is what it adds to the sum of targets.  A NaN in "expected" says
 * that nobody knows the pace: then only what is met is judged.
 */
static inline __attribute__((always_inline)) PlanError
scorecard_judged_row(Scorecard *card, int by, const Bound *bound, double actual,
					 double target, double weight, double expected)
{
	double		achievement = score_achievement(bound, actual);
	Verdict		verdict = score_verdict(bound, actual, achievement, expected, &default_cuts);

	if (isnan(expected) && verdict > VERDICT_MET)
		verdict = VERDICT_NONE;
	if (!fixedsum_add_double(&card->actual, by * actual) ||
		!fixedsum_add_double(&card->target, by * target))
		return PLAN_OUT_OF_RANGE;
	return scorecard_row(card, by, score_clamp(achievement, 1.0), verdict, weight);
}

#endif							/* TNPLAN_CORE_SCORECARD_H */
