/*
 * scorecard_figure.c
 *		The figures of a scorecard: numbers of rows, sums, shares and ratios.
 *
 * Each is compiled twice, for whole scorecards and for packed ones, which are read where they
 * lie: to unpack one takes longer than to read all its figures.
 */
#include "core/scorecard.h"

#define INLINE static inline __attribute__((always_inline))

/* A scorecard in one of the two forms; which of them, the compiler knows. */
typedef struct Card
{
	bool		is_packed;
	const PackedScorecard *packed;
	const Scorecard *whole;
} Card;

INLINE int64_t
count_of(Card card, int verdict)
{
	return card.is_packed ? card.packed->count[verdict] : card.whole->count[verdict];
}

INLINE int64_t
unscored_rows(Card card)
{
	return card.is_packed ? card.packed->unscored : card.whole->unscored;
}

INLINE int64_t
rows_without_actual(Card card)
{
	return card.is_packed ? card.packed->without_actual : card.whole->without_actual;
}

INLINE int64_t
rows_without_target(Card card)
{
	return card.is_packed ? card.packed->without_target : card.whole->without_target;
}

INLINE int64_t
untargeted_rows(Card card)
{
	return card.is_packed ? 0 : card.whole->untargeted;
}

INLINE FixedSum
sum_of(Card card, int i)
{
	const FixedSum nothing = {{0, 0, 0}};

	if (card.is_packed)
		return i < PACKED_SUMS ? fixedsum_from_term(packed_sum(card.packed, i)) : nothing;
	switch (i)
	{
		case SUM_WEIGHT_SCORED:
			return card.whole->weight_scored;
		case SUM_WEIGHT_UNSCORED:
			return card.whole->weight_unscored;
		case SUM_WEIGHTED_SCORE:
			return card.whole->weighted_score;
		case SUM_ACTUAL:
			return card.whole->actual;
		case SUM_TARGET:
			return card.whole->target;
		case SUM_UNTARGETED_ACTUAL:
			return card.whole->untargeted_actual;
		default:
			return card.whole->weight_uncovered;
	}
}

/* All ones if negative. */
INLINE int64_t
sum_sign(Card card, int i)
{
	return (int64_t) sum_of(card, i).limb[2];
}

INLINE PlanError
count_rows(Card card, int64_t *rows)
{
	*rows = 0;
	for (int i = 0; i < NUM_VERDICTS && card.is_packed; i++)
		*rows += count_of(card, i);
	for (int i = 0; i < NUM_VERDICTS && !card.is_packed; i++)
		if (__builtin_add_overflow(*rows, count_of(card, i), rows))
			return PLAN_OUT_OF_RANGE;
	return PLAN_OK;
}

INLINE PlanError
count_scored_rows(Card card, int64_t *rows)
{
	if (count_rows(card, rows) != PLAN_OK ||
		__builtin_sub_overflow(*rows, unscored_rows(card), rows))
		return PLAN_OUT_OF_RANGE;
	return PLAN_OK;
}

/* Whether counts and weights are possible for a number of rows. */
INLINE bool
can_be_of_rows(Card card, int64_t rows)
{
	FixedSum	uncovered = sum_of(card, SUM_WEIGHT_UNCOVERED);
	FixedSum	scored = sum_of(card, SUM_WEIGHT_SCORED);
	int64_t		any = unscored_rows(card) | rows_without_actual(card) | rows_without_target(card) |
		untargeted_rows(card) | sum_sign(card, SUM_WEIGHT_SCORED) |
		sum_sign(card, SUM_WEIGHT_UNSCORED) | sum_sign(card, SUM_WEIGHT_UNCOVERED);

	for (int i = 0; i < NUM_VERDICTS; i++)
		any |= count_of(card, i);
	/* Negative if any of them is. */
	return any >= 0 &&
		unscored_rows(card) <= rows &&
		rows_without_actual(card) <= rows &&
		rows_without_target(card) <= rows &&
		untargeted_rows(card) <= rows_without_target(card) &&
		untargeted_rows(card) <= rows - rows_without_actual(card) &&
		(card.is_packed || fixedsum_compare(&uncovered, &scored) <= 0);
}

/* Whether a sum is not zero although there are no rows. */
INLINE bool
is_left_over(Card card, int i, int64_t rows)
{
	FixedSum	sum = sum_of(card, i);

	return rows == 0 && !fixedsum_is_zero(&sum);
}

/*
 * False for a scorecard from which more was subtracted than was added: it has no ratios.
 * Sums show this only if they have no rows, since scores and values may be negative.
 */
INLINE bool
has_ratios(Card card, int64_t rows)
{
	return can_be_of_rows(card, rows) &&
		!is_left_over(card, SUM_WEIGHT_SCORED, rows - unscored_rows(card)) &&
		!is_left_over(card, SUM_WEIGHTED_SCORE, rows - unscored_rows(card)) &&
		!is_left_over(card, SUM_WEIGHT_UNSCORED, rows) &&
		!is_left_over(card, SUM_ACTUAL, rows - rows_without_actual(card)) &&
		!is_left_over(card, SUM_TARGET, rows - rows_without_target(card)) &&
		!is_left_over(card, SUM_UNTARGETED_ACTUAL, untargeted_rows(card));
}

/* The number of rows; PLAN_UNDEFINED if they have no ratios. */
INLINE PlanError
check_rows(Card card, int64_t *rows)
{
	PlanError	error = count_rows(card, rows);

	if (error != PLAN_OK)
		return error;
	return has_ratios(card, *rows) ? PLAN_OK : PLAN_UNDEFINED;
}

INLINE PlanError
ratio_of(const FixedSum *numerator, const FixedSum *denominator, double *ratio)
{
	*ratio = fixedsum_ratio(numerator, denominator);
	return isnan(*ratio) ? PLAN_UNDEFINED : PLAN_OK;
}

INLINE PlanError
sum_weights(Card card, FixedSum *weight)
{
	FixedSum	unscored = sum_of(card, SUM_WEIGHT_UNSCORED);

	*weight = sum_of(card, SUM_WEIGHT_SCORED);
	return fixedsum_add(weight, &unscored) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/*
 * Figures of a scorecard that has ratios.
 */

INLINE PlanError
score_of_rows(Card card, double *score)
{
	FixedSum	weighted = sum_of(card, SUM_WEIGHTED_SCORE);
	FixedSum	weight = sum_of(card, SUM_WEIGHT_SCORED);

	return ratio_of(&weighted, &weight, score);
}

INLINE PlanError
coverage_of_rows(Card card, double *coverage)
{
	FixedSum	covered = sum_of(card, SUM_WEIGHT_SCORED);
	FixedSum	uncovered = sum_of(card, SUM_WEIGHT_UNCOVERED);
	FixedSum	weight;

	if (sum_weights(card, &weight) != PLAN_OK ||
		(!card.is_packed && !fixedsum_subtract(&covered, &uncovered)))
		return PLAN_OUT_OF_RANGE;
	return ratio_of(&covered, &weight, coverage);
}

INLINE PlanError
met_share_of_rows(Card card, int64_t rows, double *share)
{
	int64_t		met = count_of(card, VERDICT_EXCEEDED) + count_of(card, VERDICT_MET);

	*share = (double) met / (double) rows;
	return rows == 0 ? PLAN_UNDEFINED : PLAN_OK;
}

INLINE PlanError
attainment_of_rows(Card card, int64_t rows, double *attainment)
{
	FixedSum	actual = sum_of(card, SUM_ACTUAL);
	FixedSum	untargeted = sum_of(card, SUM_UNTARGETED_ACTUAL);
	FixedSum	target = sum_of(card, SUM_TARGET);

	if (!card.is_packed && !fixedsum_subtract(&actual, &untargeted))
		return PLAN_OUT_OF_RANGE;
	return rows - rows_without_actual(card) == untargeted_rows(card)
		? PLAN_UNDEFINED : ratio_of(&actual, &target, attainment);
}

/*
 * Figures of any scorecard.
 */

/* Weighted mean of the scores. */
INLINE PlanError
read_score(Card card, double *score)
{
	int64_t		rows;
	PlanError	error = check_rows(card, &rows);

	return error == PLAN_OK ? score_of_rows(card, score) : error;
}

/* Share of the weight that has a score, minus the weight that lacks data below it. */
INLINE PlanError
read_coverage(Card card, double *coverage)
{
	int64_t		rows;
	PlanError	error = check_rows(card, &rows);

	return error == PLAN_OK ? coverage_of_rows(card, coverage) : error;
}

/* Share of all rows, including those without data, that are met or exceeded. */
INLINE PlanError
read_met_share(Card card, double *share)
{
	int64_t		rows;
	PlanError	error = check_rows(card, &rows);

	return error == PLAN_OK ? met_share_of_rows(card, rows, share) : error;
}

/* Sum of the actuals that have a target / sum of the targets, if there is one. */
INLINE PlanError
read_attainment(Card card, double *attainment)
{
	int64_t		rows;
	PlanError	error = check_rows(card, &rows);

	return error == PLAN_OK ? attainment_of_rows(card, rows, attainment) : error;
}

INLINE PlanError
read_total_weight(Card card, double *total)
{
	FixedSum	weight;

	if (sum_weights(card, &weight) != PLAN_OK)
		return PLAN_OUT_OF_RANGE;
	*total = fixedsum_to_double(&weight);
	return PLAN_OK;
}

/* A sum; undefined if there are no values. */
INLINE PlanError
total_of(Card card, int i, int64_t rows, int64_t without, double *total)
{
	FixedSum	sum = sum_of(card, i);

	*total = fixedsum_to_double(&sum);
	return rows == without ? PLAN_UNDEFINED : PLAN_OK;
}

INLINE PlanError
read_total_actual(Card card, double *total)
{
	int64_t		rows;
	PlanError	error = count_rows(card, &rows);

	return error == PLAN_OK
		? total_of(card, SUM_ACTUAL, rows, rows_without_actual(card), total) : error;
}

INLINE PlanError
read_total_target(Card card, double *total)
{
	int64_t		rows;
	PlanError	error = count_rows(card, &rows);

	return error == PLAN_OK
		? total_of(card, SUM_TARGET, rows, rows_without_target(card), total) : error;
}

/* In the order of ScorecardFigure. */
INLINE PlanError
read_summary(Card card, ScorecardSummary *summary)
{
	PlanError	error[NUM_FIGURES];
	double	   *figure = summary->figure;

	if (count_rows(card, &summary->rows) != PLAN_OK ||
		count_scored_rows(card, &summary->scored_rows) != PLAN_OK)
		return PLAN_OUT_OF_RANGE;
	for (int i = 0; i < NUM_VERDICTS; i++)
		summary->count[i] = count_of(card, i);
	for (int i = 0; i < NUM_FIGURES; i++)
		error[i] = PLAN_UNDEFINED;
	error[FIGURE_WEIGHT] = read_total_weight(card, &figure[FIGURE_WEIGHT]);
	error[FIGURE_ACTUAL] = total_of(card, SUM_ACTUAL, summary->rows, rows_without_actual(card),
									&figure[FIGURE_ACTUAL]);
	error[FIGURE_TARGET] = total_of(card, SUM_TARGET, summary->rows, rows_without_target(card),
									&figure[FIGURE_TARGET]);
	if (has_ratios(card, summary->rows))
	{
		error[FIGURE_COVERAGE] = coverage_of_rows(card, &figure[FIGURE_COVERAGE]);
		error[FIGURE_SCORE] = score_of_rows(card, &figure[FIGURE_SCORE]);
		error[FIGURE_MET_SHARE] = met_share_of_rows(card, summary->rows, &figure[FIGURE_MET_SHARE]);
		error[FIGURE_ATTAINMENT] =
			attainment_of_rows(card, summary->rows, &figure[FIGURE_ATTAINMENT]);
	}
	for (int i = 0; i < NUM_FIGURES; i++)
	{
		if (error[i] == PLAN_OUT_OF_RANGE)
			return error[i];
		if (error[i] != PLAN_OK)
			figure[i] = NAN;
	}
	return PLAN_OK;
}

/*
 * The verdict on the whole: its score compared with 1 and with the pace; none for a scorecard
 * without ratios.
 */
INLINE Verdict
read_verdict(Card card, double expected, const PaceCuts *cuts)
{
	double		score;
	int64_t		rows;

	if (check_rows(card, &rows) != PLAN_OK)
		return VERDICT_NONE;
	if (score_of_rows(card, &score) != PLAN_OK)
		return VERDICT_NO_DATA;
	if (reaches_cut(score, 1.0, 1.0))
		return passes_cut(score, 1.0, 1.0) ? VERDICT_EXCEEDED : VERDICT_MET;
	return score_pace_verdict(score, CUT_SLACK, expected, true, cuts);
}

/* Both forms of a figure. */
#define BOTH_FORMS(name, read, Value) \
PlanError \
scorecard_##name(const Scorecard *card, Value *value) \
{ \
	return read((Card) {false, NULL, card}, value); \
} \
PlanError \
packed_##name(const PackedScorecard *card, Value *value) \
{ \
	return read((Card) {true, card, NULL}, value); \
}

BOTH_FORMS(rows, count_rows, int64_t)
BOTH_FORMS(scored_rows, count_scored_rows, int64_t)
BOTH_FORMS(score, read_score, double)
BOTH_FORMS(coverage, read_coverage, double)
BOTH_FORMS(met_share, read_met_share, double)
BOTH_FORMS(attainment, read_attainment, double)
BOTH_FORMS(total_weight, read_total_weight, double)
BOTH_FORMS(total_actual, read_total_actual, double)
BOTH_FORMS(total_target, read_total_target, double)
BOTH_FORMS(summary, read_summary, ScorecardSummary)

Verdict
scorecard_verdict(const Scorecard *card, double expected, const PaceCuts *cuts)
{
	return read_verdict((Card) {false, NULL, card}, expected, cuts);
}

Verdict
packed_verdict(const PackedScorecard *card, double expected, const PaceCuts *cuts)
{
	return read_verdict((Card) {true, card, NULL}, expected, cuts);
}
