/*
 * Scorecard states: any bits are a state that every reader survives; text reads back
 * unchanged; adding and subtracting undo each other.
 */
#include "core/scorecard.h"

#include "fuzz.h"

#define MAX_INPUT_SIZE 528

/* All figures, one by one; NaN where there is none. */
#define FIGURES_OF(form, card, figures, rows, error) \
	do { \
		double	   *figure = figures; \
		for (int i = 0; i < NUM_FIGURES; i++) \
			figures[i] = NAN; \
		rows[0] = rows[1] = 0; \
		error[0] = form##_rows(card, &rows[0]); \
		error[1] = form##_scored_rows(card, &rows[1]); \
		error[2] = form##_total_weight(card, &figure[FIGURE_WEIGHT]); \
		error[3] = form##_coverage(card, &figure[FIGURE_COVERAGE]); \
		error[4] = form##_score(card, &figure[FIGURE_SCORE]); \
		error[5] = form##_met_share(card, &figure[FIGURE_MET_SHARE]); \
		error[6] = form##_total_actual(card, &figure[FIGURE_ACTUAL]); \
		error[7] = form##_total_target(card, &figure[FIGURE_TARGET]); \
		error[8] = form##_attainment(card, &figure[FIGURE_ATTAINMENT]); \
		for (int i = 0; i < NUM_FIGURES; i++) \
			if (error[2 + i] != PLAN_OK) \
				figures[i] = NAN; \
	} while (0)

#define ALL_FIGURES (2 + NUM_FIGURES)

static void
check_same_figures(const double *a, const double *b)
{
	for (int i = 0; i < NUM_FIGURES; i++)
		CHECK(isnan(a[i]) ? isnan(b[i]) : memcmp(&a[i], &b[i], sizeof(a[i])) == 0);
}

/* A summary has the figures that are read one by one. */
static void
check_summary(const ScorecardSummary *summary, PlanError error, const double *figures,
			  const int64_t *rows, const PlanError *errors)
{
	bool		overflows = false;

	for (int i = 0; i < ALL_FIGURES; i++)
		overflows |= errors[i] == PLAN_OUT_OF_RANGE;
	CHECK((error == PLAN_OUT_OF_RANGE) == overflows && (error == PLAN_OK) == !overflows);
	if (error != PLAN_OK)
		return;
	CHECK(summary->rows == rows[0] && summary->scored_rows == rows[1]);
	check_same_figures(summary->figure, figures);
}

/* Packed or whole, a scorecard has the same figures. */
static void
check_figures(const Scorecard *card)
{
	PackedScorecard packed;
	double		figures[NUM_FIGURES];
	double		packed_figures[NUM_FIGURES];
	int64_t		rows[2],
				packed_rows_of[2];
	PlanError	errors[ALL_FIGURES],
				packed_errors[ALL_FIGURES];
	ScorecardSummary summary;

	FIGURES_OF(scorecard, card, figures, rows, errors);
	check_summary(&summary, scorecard_summary(card, &summary), figures, rows, errors);
	if (!scorecard_pack(&packed, card))
		return;
	FIGURES_OF(packed, &packed, packed_figures, packed_rows_of, packed_errors);
	CHECK(memcmp(errors, packed_errors, sizeof(errors)) == 0);
	CHECK(memcmp(rows, packed_rows_of, sizeof(rows)) == 0);
	check_same_figures(figures, packed_figures);
	check_summary(&summary, packed_summary(&packed, &summary), figures, rows, errors);
	CHECK(scorecard_verdict(card, 0.5, &default_cuts) == packed_verdict(&packed, 0.5,
																		&default_cuts));
}

static void
check_readers(const Scorecard *card)
{
	char		text[SCORECARD_TEXT_SIZE];
	Scorecard	again;
	int64_t		rows;
	double		figure;
	Verdict		verdict;
	Scorecard	weighed;

	CHECK(scorecard_write(text, card) < SCORECARD_TEXT_SIZE);
	CHECK(scorecard_read(text, &again) == PLAN_OK);
	CHECK(memcmp(card, &again, sizeof(again)) == 0);
	CHECK(scorecard_compare(card, &again) == 0);

	scorecard_rows(card, &rows);
	scorecard_scored_rows(card, &rows);
	scorecard_total_weight(card, &figure);
	scorecard_coverage(card, &figure);
	scorecard_met_share(card, &figure);
	scorecard_attainment(card, &figure);
	CHECK(scorecard_score(card, &figure) != PLAN_OK || !isnan(figure));
	verdict = scorecard_verdict(card, 0.5, &default_cuts);
	CHECK(verdict <= VERDICT_NO_DATA ? scorecard_rows(card, &rows) == PLAN_OK :
		  verdict == VERDICT_NONE);
	CHECK(scorecard_score(card, &figure) != PLAN_OK || verdict < VERDICT_NO_DATA);
	CHECK(scorecard_coverage(card, &figure) != PLAN_OK || (figure >= 0.0 && figure <= 1.0));
	CHECK(scorecard_met_share(card, &figure) != PLAN_OK || (figure >= 0.0 && figure <= 1.0));

	check_figures(card);
	weighed = *card;
	if (scorecard_weigh(&weighed, 3.0) == PLAN_OK && scorecard_score(card, &figure) == PLAN_OK)
		CHECK(scorecard_score(&weighed, &figure) == PLAN_OK);
}

/* Packed or whole, the sum of two scorecards is the same; it is left alone if it does not fit. */
static void
check_packed_sum(const PackedScorecard *a, const PackedScorecard *b)
{
	PackedScorecard sum = *a;
	PackedScorecard expected;
	Scorecard	whole;
	bool		fits = packed_add(&sum, b);

	memset(&whole, 0, sizeof(whole));
	CHECK(scorecard_add_packed(&whole, a) == PLAN_OK);
	CHECK(scorecard_add_packed(&whole, b) == PLAN_OK);
	CHECK(fits == scorecard_pack(&expected, &whole));
	CHECK(memcmp(&sum, fits ? &expected : a, sizeof(sum)) == 0);
	check_figures(&whole);
}

/* Packed or whole, a scorecard is the same, and so is what a row makes of it. */
static void
check_packed(const Scorecard *card, const JudgedRow *row, int by)
{
	PackedScorecard packed;
	PackedScorecard before;
	Scorecard	expected = *card;
	Scorecard	again;
	PlanError	error;
	int			steps;

	if (!scorecard_pack(&packed, card))
		return;
	before = packed;
	memset(&again, 0, sizeof(again));
	CHECK(scorecard_add_packed(&again, &packed) == PLAN_OK);
	CHECK(memcmp(card, &again, sizeof(again)) == 0);

	error = scorecard_judged_row(&expected, by, row);
	steps = packed_judged_row(&packed, by, row);
	if (steps == JUDGED_ROW_STEPS || packed_finish_row(&packed, NULL, by, row, steps))
	{
		CHECK(error == PLAN_OK);
		memset(&again, 0, sizeof(again));
		CHECK(scorecard_add_packed(&again, &packed) == PLAN_OK);
		CHECK(memcmp(&expected, &again, sizeof(again)) == 0);
	}
	else
		CHECK(memcmp(&packed, &before, sizeof(packed)) == 0);
}

/* The same beside a wide part, which takes what does not fit. */
static void
check_both_parts(const PackedScorecard *before, const Scorecard *wide_before, const JudgedRow *row,
				 int by)
{
	PackedScorecard packed = *before;
	Scorecard	wide = *wide_before;
	Scorecard	expected = wide;
	int			steps;

	if (scorecard_add_packed(&expected, &packed) != PLAN_OK)
		return;
	steps = packed_judged_row(&packed, by, row);
	if (steps == JUDGED_ROW_STEPS || packed_finish_row(&packed, &wide, by, row, steps))
		/* The parts may have room for what their sum has none for. */
		if (scorecard_judged_row(&expected, by, row) != PLAN_OK)
			return;
	CHECK(scorecard_add_packed(&wide, &packed) == PLAN_OK);
	CHECK(memcmp(&expected, &wide, sizeof(wide)) == 0);
}

/* A row of any figures, scored as a rule of the user's own might. */
static JudgedRow
make_row(const uint8_t *data)
{
	double		figures[4];
	JudgedRow	row;

	memcpy(figures, data, sizeof(figures));
	row.actual = figures[0];
	row.target = figures[1];
	row.weight = figures[2];
	row.score = isfinite(figures[3]) ? score_clamp(figures[3], 1.0) : 1.0;
	row.verdict = (Verdict) (data[31] % NUM_VERDICTS);
	return row;
}

static void
check_group(const Scorecard *a, const Scorecard *b)
{
	Scorecard	sum = *a;

	if (scorecard_add(&sum, b) == PLAN_OK)
	{
		check_readers(&sum);
		CHECK(scorecard_subtract(&sum, b) == PLAN_OK);
		CHECK(scorecard_compare(&sum, a) == 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	Scorecard	cards[2];

	if (scorecard_read(text, &cards[0]) == PLAN_OK)
		check_readers(&cards[0]);
	free(text);
	if (size >= 4 * sizeof(double))
	{
		JudgedRow	row = make_row(data);
		Scorecard	card;
		PackedScorecard packed;

		memset(&card, 0, sizeof(card));
		check_packed(&card, &row, 1);
		memset(&packed, 0, sizeof(packed));
		check_both_parts(&packed, &card, &row, 1);
		if (size >= sizeof(packed) + 4 * sizeof(double))
		{
			memcpy(&packed, data + 4 * sizeof(double), sizeof(packed));
			check_both_parts(&packed, &card, &row, 1);
			CHECK(scorecard_add_packed(&card, &packed) == PLAN_OK);
			check_both_parts(&packed, &card, &row, -1);
			check_packed(&card, &row, 1);
			check_packed(&card, &row, -1);
			check_figures(&card);
			check_packed_sum(&packed, &packed);
		}
	}
	if (size >= 2 * sizeof(PackedScorecard))
	{
		PackedScorecard packed[2];

		memcpy(packed, data, sizeof(packed));
		check_packed_sum(&packed[0], &packed[1]);
		/* With counts that rows may have. */
		for (int i = 0; i < NUM_VERDICTS; i++)
			packed[0].count[i] &= 0xff;
		packed[0].unscored &= 0x7f;
		packed[0].without_actual &= 0x7f;
		packed[0].without_target &= 0x7f;
		for (int i = 0; i < PACKED_SUMS; i++)
			packed[0].sum[i][1] &= 0x7fffffff;
		memset(packed[1].sum, 0, sizeof(packed[1].sum));
		check_packed_sum(&packed[0], &packed[1]);
		memset(&packed[1], 0, sizeof(packed[1]));
		check_packed_sum(&packed[0], &packed[1]);
	}
	if (size >= sizeof(cards))
	{
		memcpy(cards, data, sizeof(cards));
		check_readers(&cards[0]);
		check_group(&cards[0], &cards[1]);
	}
	else if (size >= sizeof(Scorecard))
	{
		memcpy(cards, data, sizeof(Scorecard));
		check_readers(&cards[0]);
		check_group(&cards[0], &cards[0]);
	}
	return 0;
}
