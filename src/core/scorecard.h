/*
 * scorecard.h
 *		The mergeable summary of scored rows.
 *
 * All fields are counts or exact sums, so scorecards form a commutative group:
 * they can be added in any order and subtracted again.
 */
#ifndef TNPLAN_CORE_SCORECARD_H
#define TNPLAN_CORE_SCORECARD_H

#include "core/fixedsum.h"
#include "core/score.h"

#define SCORECARD_VERSION 1

/* Stored in this layout: the order of the fields is fixed. */
typedef struct Scorecard
{
	int64_t		count[NUM_VERDICTS];	/* rows by verdict */
	int64_t		unscored;		/* rows without a score */
	int64_t		without_actual;
	int64_t		without_target;
	int64_t		untargeted;		/* with an actual, without a target */
	FixedSum	untargeted_actual;	/* part of actual: the sum of those */
	FixedSum	weight_scored;
	FixedSum	weight_unscored;
	FixedSum	weighted_score;
	FixedSum	actual;
	FixedSum	target;
	FixedSum	weight_uncovered;	/* part of weight_scored that lacks data below */
} Scorecard;

#define SCORECARD_COUNTS (NUM_VERDICTS + 4)
#define SCORECARD_SUMS 7
#define PACKED_SUMS 5			/* the first of them */

/*
 * A stored scorecard in little more than half the space, because with many groups memory
 * dominates the cost.  Sums and counts that do not fit here are kept in a wide scorecard
 * next to the packed one; the two are added.  The order of the fields is fixed.
 */
typedef struct PackedScorecard
{
	uint64_t	sum[PACKED_SUMS][2];
	int32_t		count[NUM_VERDICTS];
	int32_t		unscored;
	int16_t		without_actual;
	int16_t		without_target;
} PackedScorecard;

/* Numbers of the sums. */
enum
{
	SUM_WEIGHT_SCORED,
	SUM_WEIGHT_UNSCORED,
	SUM_WEIGHTED_SCORE,
	SUM_ACTUAL,
	SUM_TARGET,
	SUM_UNTARGETED_ACTUAL,		/* not in packed ones */
	SUM_WEIGHT_UNCOVERED
};

/* The figures of a summary, in the order of its columns. */
typedef enum ScorecardFigure
{
	FIGURE_WEIGHT,
	FIGURE_COVERAGE,
	FIGURE_SCORE,
	FIGURE_MET_SHARE,
	FIGURE_ACTUAL,
	FIGURE_TARGET,
	FIGURE_ATTAINMENT,
	NUM_FIGURES
} ScorecardFigure;

typedef struct ScorecardSummary
{
	int64_t		rows;
	int64_t		scored_rows;
	int64_t		count[NUM_VERDICTS];
	double		figure[NUM_FIGURES];	/* NaN if undefined */
} ScorecardSummary;

/* Room for any scorecard as text: its keys, its counts, its sums. */
#define SCORECARD_TEXT_SIZE (SCORECARD_COUNTS * 40 + SCORECARD_SUMS * (FIXEDSUM_TEXT_SIZE + 24))

extern const char *const scorecard_verdict_names[NUM_VERDICTS];

extern bool scorecard_pack(PackedScorecard *packed, const Scorecard *card);
extern PlanError scorecard_add_packed(Scorecard *card, const PackedScorecard *packed);
extern bool packed_add(PackedScorecard *packed, const PackedScorecard *other);
extern PlanError scorecard_add(Scorecard *card, const Scorecard *other);
extern PlanError scorecard_subtract(Scorecard *card, const Scorecard *other);
extern PlanError scorecard_weigh(Scorecard *card, double weight);
extern int	scorecard_compare(const Scorecard *a, const Scorecard *b);
extern PlanError scorecard_read(const char *text, Scorecard *card);
extern size_t scorecard_write(char *out, const Scorecard *card);

/* The values read from a scorecard; PLAN_UNDEFINED if there is none. */
extern PlanError scorecard_rows(const Scorecard *card, int64_t *rows);
extern PlanError scorecard_scored_rows(const Scorecard *card, int64_t *rows);
extern PlanError scorecard_total_weight(const Scorecard *card, double *total);
extern PlanError scorecard_total_actual(const Scorecard *card, double *total);
extern PlanError scorecard_total_target(const Scorecard *card, double *total);
extern PlanError scorecard_score(const Scorecard *card, double *score);
extern PlanError scorecard_coverage(const Scorecard *card, double *coverage);
extern PlanError scorecard_met_share(const Scorecard *card, double *share);
extern PlanError scorecard_attainment(const Scorecard *card, double *attainment);
extern PlanError scorecard_summary(const Scorecard *card, ScorecardSummary *summary);
extern Verdict scorecard_verdict(const Scorecard *card, double expected, const PaceCuts *cuts);

/* The same of a packed one. */
extern PlanError packed_rows(const PackedScorecard *card, int64_t *rows);
extern PlanError packed_scored_rows(const PackedScorecard *card, int64_t *rows);
extern PlanError packed_total_weight(const PackedScorecard *card, double *total);
extern PlanError packed_total_actual(const PackedScorecard *card, double *total);
extern PlanError packed_total_target(const PackedScorecard *card, double *total);
extern PlanError packed_score(const PackedScorecard *card, double *score);
extern PlanError packed_coverage(const PackedScorecard *card, double *coverage);
extern PlanError packed_met_share(const PackedScorecard *card, double *share);
extern PlanError packed_attainment(const PackedScorecard *card, double *attainment);
extern PlanError packed_summary(const PackedScorecard *card, ScorecardSummary *summary);
extern Verdict packed_verdict(const PackedScorecard *card, double expected,
							  const PaceCuts *cuts);

/* Add (sign = 1) or subtract (sign = -1) one row with a verdict. */
static inline PlanError
scorecard_count(Scorecard *card, int sign, Verdict verdict, bool scored)
{
	if (__builtin_add_overflow(card->count[verdict], sign, &card->count[verdict]))
		return PLAN_OUT_OF_RANGE;
	if (!scored && __builtin_add_overflow(card->unscored, sign, &card->unscored))
		return PLAN_OUT_OF_RANGE;
	return PLAN_OK;
}

/* A row with a score; also rows scored by the user's own rule. */
static inline PlanError
scorecard_row(Scorecard *card, int sign, double score, Verdict verdict, double weight)
{
	double		signed_weight = sign * weight;

	if (!(weight >= 0.0))
		return PLAN_BAD_WEIGHT;
	if (!fixedsum_add_double(&card->weight_scored, signed_weight) ||
		!fixedsum_add_product(&card->weighted_score, score, signed_weight))
		return PLAN_OUT_OF_RANGE;
	return scorecard_count(card, sign, verdict, true);
}

/* A row without a score: planned, but without data. */
static inline PlanError
scorecard_unscored_row(Scorecard *card, int sign, Verdict verdict, double weight)
{
	if (!(weight >= 0.0))
		return PLAN_BAD_WEIGHT;
	if (!fixedsum_add_double(&card->weight_unscored, sign * weight))
		return PLAN_OUT_OF_RANGE;
	return scorecard_count(card, sign, verdict, false);
}

/* An actual without a target does not count in attainment. */
static inline PlanError
scorecard_untargeted_actual(Scorecard *card, int sign, double actual)
{
	int64_t		rows;

	if (__builtin_add_overflow(card->untargeted, sign, &rows) ||
		!fixedsum_add_double(&card->untargeted_actual, sign * actual))
		return PLAN_OUT_OF_RANGE;
	card->untargeted = rows;
	return PLAN_OK;
}

/* The values of a row that cannot be judged; NaN means missing. */
static inline PlanError
scorecard_lone_figures(Scorecard *card, int sign, double actual, double target)
{
	if (isnan(actual)
		? __builtin_add_overflow(card->without_actual, sign, &card->without_actual)
		: !fixedsum_add_double(&card->actual, sign * actual))
		return PLAN_OUT_OF_RANGE;
	if (isnan(target)
		? __builtin_add_overflow(card->without_target, sign, &card->without_target)
		: !fixedsum_add_double(&card->target, sign * target))
		return PLAN_OUT_OF_RANGE;
	return isnan(target) && !isnan(actual)
		? scorecard_untargeted_actual(card, sign, actual) : PLAN_OK;
}

/*
 * A row with its score, clamped to [0, cap] if it has an actual and a goal.  NaN means missing:
 * the actual, the target, or the score.
 */
typedef struct JudgedRow
{
	double		actual;
	double		target;
	double		weight;
	double		score;
	Verdict		verdict;
} JudgedRow;

/*
 * NaN as "expected" means that the pace is unknown: then only rows that are met, or whose goal
 * has no pace, are judged.
 */
static inline __attribute__((always_inline)) JudgedRow
scorecard_judge(const Bound *bound, double actual, double target, double weight,
				double expected, const PaceCuts *cuts, double cap)
{
	double		achievement = score_achievement(bound);
	double		pace = expected == 1.0 ? 1.0 : score_expected(bound, expected);
	Verdict		verdict = score_verdict(bound, achievement, pace, cuts);
	JudgedRow	row = {actual, target, weight, score_clamp(achievement, cap), verdict};

	/* The order of the tests matters: the verdict cannot be predicted. */
	if (__builtin_expect(isnan(pace), 0))
		row.verdict = verdict > VERDICT_MET ? VERDICT_NONE : verdict;
	return row;
}

static inline PlanError
scorecard_judged_row(Scorecard *card, int sign, const JudgedRow *row)
{
	if (!fixedsum_add_double(&card->actual, sign * row->actual) ||
		!fixedsum_add_double(&card->target, sign * row->target))
		return PLAN_OUT_OF_RANGE;
	return scorecard_row(card, sign, row->score, row->verdict, row->weight);
}

/* A row of any kind. */
static inline PlanError
scorecard_any_row(Scorecard *card, int sign, const JudgedRow *row)
{
	PlanError	error;

	if (!isnan(row->actual) && !isnan(row->score))
		return scorecard_judged_row(card, sign, row);
	error = scorecard_lone_figures(card, sign, row->actual, row->target);
	if (error != PLAN_OK)
		return error;
	return isnan(row->score)
		? scorecard_unscored_row(card, sign, row->verdict, row->weight)
		: scorecard_row(card, sign, row->score, row->verdict, row->weight);
}

static inline FixedTerm
packed_sum(const PackedScorecard *packed, int i)
{
	return (FixedTerm) ((FixedWide) packed->sum[i][1] << 64 | packed->sum[i][0]);
}

/*
 * Add a number of two limbs, below 2^126, or take it away where sign is all ones: s - t is
 * ~(~s + t).  False, with nothing changed, on overflow.  By words, since compilers keep 128-bit
 * integers in memory between steps.
 */
static inline bool
packed_add_limbs(uint64_t *sum, uint64_t low, uint64_t high, uint64_t sign)
{
	uint64_t	old_high = sum[1] ^ sign;
	uint64_t	new_low = (sum[0] ^ sign) + low;
	uint64_t	new_high = old_high + high + (new_low < low);

	if (__builtin_expect((int64_t) (new_high & ~old_high) < 0, 0))
		return false;
	sum[0] = new_low ^ sign;
	sum[1] = new_high ^ sign;
	return true;
}

/* What fixedsum_term() gives; false for what has none. */
static inline bool
packed_add_double(PackedScorecard *packed, int i, double x)
{
	unsigned	shift = fixedsum_shift(x);
	uint64_t	bits = double_to_bits(x);
	uint64_t	mantissa = (bits & (FIXEDSUM_HIDDEN_BIT - 1)) | FIXEDSUM_HIDDEN_BIT;

	if (__builtin_expect(shift >= 64, 0))
		return x == 0.0;
	return packed_add_limbs(packed->sum[i], mantissa << shift, (mantissa >> 1) >> (shift ^ 63),
							(uint64_t) ((int64_t) bits >> 63));
}

/* What fixedsum_product_term() gives; false for what has none. */
static inline bool
packed_add_product(PackedScorecard *packed, int i, double x, double y)
{
	uint64_t	x_bits = double_to_bits(x);
	uint64_t	y_bits = double_to_bits(y);
	unsigned	x_exponent = (unsigned) (x_bits >> 52) & FIXEDSUM_EXPONENT_MASK;
	unsigned	y_exponent = (unsigned) (y_bits >> 52) & FIXEDSUM_EXPONENT_MASK;
	unsigned	shift = FIXEDSUM_UNIT_EXPONENT + 1075 - x_exponent - y_exponent;
	FixedWide	product;
	uint64_t	low,
				high,
				rounded;

	if (__builtin_expect(shift - 1 >= 63 ||
						 x_exponent - 1 >= FIXEDSUM_EXPONENT_MASK - 1 ||
						 y_exponent - 1 >= FIXEDSUM_EXPONENT_MASK - 1, 0))
		return x * y == 0.0;
	product = (FixedWide) ((x_bits & (FIXEDSUM_HIDDEN_BIT - 1)) | FIXEDSUM_HIDDEN_BIT) *
		((y_bits & (FIXEDSUM_HIDDEN_BIT - 1)) | FIXEDSUM_HIDDEN_BIT);
	low = (uint64_t) product;
	high = (uint64_t) (product >> 64);
	rounded = low + ((uint64_t) 1 << (shift - 1)) - 1 + ((low >> shift) & 1);
	high += rounded < low;
	return packed_add_limbs(packed->sum[i], rounded >> shift | (high << 1) << (shift ^ 63),
							high >> shift, (uint64_t) ((int64_t) (x_bits ^ y_bits) >> 63));
}

/*
 * The same on a packed scorecard, for values of ordinary size.  Returns the number of steps
 * taken, fewer than JUDGED_ROW_STEPS if something does not fit or is invalid, such as a
 * negative weight.  Then packed_finish_row() takes the others.  To check first and change
 * afterwards would need no steps, but cost 4 to 7 % more.
 */
#define JUDGED_ROW_STEPS 5

static inline __attribute__((always_inline)) int
packed_judged_row(PackedScorecard *packed, int sign, const JudgedRow *row)
{
	int32_t		count;

	if (!(row->weight >= 0.0) || !packed_add_double(packed, SUM_ACTUAL, sign * row->actual))
		return 0;
	if (!packed_add_double(packed, SUM_TARGET, sign * row->target))
		return 1;
	if (!packed_add_double(packed, SUM_WEIGHT_SCORED, sign * row->weight))
		return 2;
	if (!packed_add_product(packed, SUM_WEIGHTED_SCORE, row->score, sign * row->weight))
		return 3;
	if (__builtin_add_overflow(packed->count[row->verdict], sign, &count))
		return 4;
	packed->count[row->verdict] = count;
	return JUDGED_ROW_STEPS;
}

/*
 * Values of any size.  What the packed part has no room for goes to the wide part, if there is
 * one: the two are added anyhow.
 */
extern bool packed_add_any_double(PackedScorecard *packed, Scorecard *wide, int i, double x);
extern bool packed_finish_row(PackedScorecard *packed, Scorecard *wide, int sign,
							  const JudgedRow *row, int steps);

/*
 * The same for a row that has a goal and no actual; false, with nothing changed, if it must
 * take the slow path.
 */
static inline bool
packed_missing_row(PackedScorecard *packed, int sign, double target, double weight)
{
	PackedScorecard changed = *packed;

	if (!(weight >= 0.0) ||
		!packed_add_any_double(&changed, NULL, SUM_TARGET, sign * target) ||
		!packed_add_any_double(&changed, NULL, SUM_WEIGHT_UNSCORED, sign * weight) ||
		__builtin_add_overflow(changed.count[VERDICT_NO_DATA], sign,
							   &changed.count[VERDICT_NO_DATA]) ||
		__builtin_add_overflow(changed.unscored, sign, &changed.unscored) ||
		__builtin_add_overflow(changed.without_actual, sign, &changed.without_actual))
		return false;
	*packed = changed;
	return true;
}

/*
 * The same for a row that has an actual and no target; the wide part takes the fields that the
 * packed part lacks.
 */
static inline bool
packed_untargeted_row(PackedScorecard *packed, Scorecard *wide, int sign, const JudgedRow *row)
{
	PackedScorecard changed = *packed;

	if (row->verdict != VERDICT_NO_DATA || !isnan(row->score) || isnan(row->actual) ||
		!isnan(row->target) || !(row->weight >= 0.0) ||
		!packed_add_any_double(&changed, NULL, SUM_ACTUAL, sign * row->actual) ||
		!packed_add_any_double(&changed, NULL, SUM_WEIGHT_UNSCORED, sign * row->weight) ||
		__builtin_add_overflow(changed.count[VERDICT_NO_DATA], sign,
							   &changed.count[VERDICT_NO_DATA]) ||
		__builtin_add_overflow(changed.unscored, sign, &changed.unscored) ||
		__builtin_add_overflow(changed.without_target, sign, &changed.without_target) ||
		scorecard_untargeted_actual(wide, sign, row->actual) != PLAN_OK)
		return false;
	*packed = changed;
	return true;
}

#endif							/* TNPLAN_CORE_SCORECARD_H */
