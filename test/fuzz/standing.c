/* Standing text: what can be read is valid and reads back; order is that of the word. */
#include "core/standing.h"

#include "fuzz.h"

#define MAX_INPUT_SIZE 64

static bool
is_same(Standing a, Standing b)
{
	return a.rank == b.rank && a.field == b.field && a.last == b.last;
}

/* Every rank of one band against every rank of the other: the gain is the least of them all. */
static void
check_gain(Standing a, Standing b)
{
	int32_t		gain,
				loss;
	PlanError	error = standing_gain(a, b, &gain);

	CHECK(standing_gain(b, a, &loss) == error);
	if (error != PLAN_OK)
	{
		CHECK(a.rank <= standing_worst(b) && b.rank <= standing_worst(a));
		CHECK(standing_is_band(a) || standing_is_band(b));
		return;
	}
	CHECK(loss == -gain);
	if (gain > 0)
		CHECK(a.rank - gain == standing_worst(b));
	else if (gain < 0)
		CHECK(standing_worst(a) - gain == b.rank);
	else
		CHECK(a.rank == b.rank && !standing_is_band(a) && !standing_is_band(b));
}

/*
 * The better rank first, of equal ones that in the larger field, then that alone, then the narrower
 * band.
 */
static void
check_order(Standing a, Standing b)
{
	int64_t		x = standing_pack(a);
	int64_t		y = standing_pack(b);

	CHECK((x == y) == is_same(a, b));
	if (a.rank != b.rank)
		CHECK((x < y) == (a.rank < b.rank));
	else if (standing_is_band(a) || standing_is_band(b))
		CHECK((x < y) == (a.last < b.last));
	else
		CHECK((x < y) == (a.field > b.field));
}

/* What is read as printed may be a band with a field: written, it reads back. */
static void
check_printed(const char *text)
{
	const char *cursor = text;
	char		written[STANDING_TEXT_SIZE];
	Standing	standing,
				again;

	if (standing_read_printed(&cursor, &standing) != PLAN_OK)
		return;
	CHECK(standing.rank >= 1 && standing_worst(standing) >= standing.rank);
	CHECK(standing.field == 0 || standing.rank <= standing.field);
	CHECK(standing_write(written, standing) < STANDING_TEXT_SIZE);
	cursor = written;
	CHECK(standing_read_printed(&cursor, &again) == PLAN_OK && *cursor == '\0');
	CHECK(is_same(again, standing));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	char	   *second = strchr(text, '\n');
	Standing	standing,
				other;

	if (second != NULL)
		*second++ = '\0';
	check_printed(text);
	if (standing_read(text, &standing) == PLAN_OK)
	{
		char		written[STANDING_TEXT_SIZE];
		Standing	again = standing_unpack(standing_pack(standing));
		double		percentile;

		CHECK(standing_is_valid(standing));
		CHECK(is_same(again, standing));
		CHECK(standing_write(written, standing) < STANDING_TEXT_SIZE);
		CHECK(standing_read(written, &again) == PLAN_OK);
		CHECK(is_same(again, standing));
		CHECK((standing_percentile(standing, &percentile) == PLAN_OK) == (standing.field > 1));
		if (standing.field > 1)
			CHECK(percentile >= 0.0 && percentile <= 1.0);
		if (standing.rank > 1)
		{
			again.rank--;
			CHECK(standing_pack(again) < standing_pack(standing));
		}
		check_gain(standing, again);
		if (second != NULL && standing_read(second, &other) == PLAN_OK)
		{
			check_gain(standing, other);
			check_order(standing, other);
		}
		if (standing.field > 0 && standing.field < INT32_MAX)
		{
			again = standing;
			again.field++;
			CHECK(standing_pack(again) < standing_pack(standing));
		}
	}
	free(text);
	return 0;
}
