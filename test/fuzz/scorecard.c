/*
 * Scorecard states: any bits are a state that every reader survives; text reads back
 * unchanged; adding and subtracting undo each other.
 */
#include "core/scorecard.h"

#include "fuzz.h"

static void
check_readers(const Scorecard *card)
{
	char		text[SCORECARD_TEXT_SIZE];
	Scorecard	again;
	int64_t		rows;
	double		figure;
	FixedSum	weight;
	Verdict		verdict;
	Scorecard	weighed;

	CHECK(scorecard_write(text, card) < SCORECARD_TEXT_SIZE);
	CHECK(scorecard_read(text, &again) == PLAN_OK);
	CHECK(memcmp(card, &again, sizeof(again)) == 0);
	CHECK(scorecard_compare(card, &again) == 0);

	scorecard_rows(card, &rows);
	scorecard_scored_rows(card, &rows);
	scorecard_weight(card, &weight);
	scorecard_coverage(card, &figure);
	scorecard_met_share(card, &figure);
	scorecard_attainment(card, &figure);
	CHECK(scorecard_score(card, &figure) != PLAN_OK || !isnan(figure));
	verdict = scorecard_verdict(card, 0.5);
	CHECK(verdict <= VERDICT_NO_DATA ? scorecard_rows(card, &rows) == PLAN_OK : verdict == VERDICT_NONE);
	CHECK(scorecard_score(card, &figure) != PLAN_OK || verdict < VERDICT_NO_DATA);
	CHECK(scorecard_coverage(card, &figure) != PLAN_OK || (figure >= 0.0 && figure <= 1.0));
	CHECK(scorecard_met_share(card, &figure) != PLAN_OK || (figure >= 0.0 && figure <= 1.0));

	weighed = *card;
	if (scorecard_weigh(&weighed, 3.0) == PLAN_OK && scorecard_score(card, &figure) == PLAN_OK)
		CHECK(scorecard_score(&weighed, &figure) == PLAN_OK);
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
	if (steps == JUDGED_ROW_STEPS)
	{
		CHECK(error == PLAN_OK);
		memset(&again, 0, sizeof(again));
		CHECK(scorecard_add_packed(&again, &packed) == PLAN_OK);
		CHECK(memcmp(&expected, &again, sizeof(again)) == 0);
	}
	else
	{
		packed_undo_judged_row(&packed, by, row, steps);
		CHECK(memcmp(&packed, &before, sizeof(packed)) == 0);
	}
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
		if (size >= sizeof(packed) + 4 * sizeof(double))
		{
			memcpy(&packed, data + 4 * sizeof(double), sizeof(packed));
			CHECK(scorecard_add_packed(&card, &packed) == PLAN_OK);
			check_packed(&card, &row, 1);
			check_packed(&card, &row, -1);
		}
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
