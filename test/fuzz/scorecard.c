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

	CHECK(scorecard_write(text, card) < SCORECARD_TEXT_SIZE);
	CHECK(scorecard_read(text, &again) == PLAN_OK);
	CHECK(memcmp(card, &again, sizeof(again)) == 0);
	CHECK(scorecard_compare(card, &again) == 0);

	scorecard_rows(card, &rows);
	scorecard_scored_rows(card, &rows);
	scorecard_weight(card, &weight);
	scorecard_coverage(card, &figure);
	scorecard_met_share(card, &figure);
	scorecard_delivery(card, &figure);
	CHECK(scorecard_score(card, &figure) != PLAN_OK || !isnan(figure));
	CHECK(scorecard_verdict(card, 0.5) <= VERDICT_NO_DATA);
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
