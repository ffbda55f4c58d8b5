/*
 * Scores and digits: ranks against their definition, whatever halves of the scores agree;
 * numbers of ids against their order; rounding against what printing makes of it.
 */
#include "core/ranking.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 640

/* More than insertion takes. */
#define MAX_ROWS 200

static void
never(void)
{
}

static void
check_ranks(const ScoredRow *rows, uint32_t count)
{
	uint64_t	words[MAX_ROWS],
				scratch[MAX_ROWS];
	RankedRow	ranked[MAX_ROWS];
	uint32_t	places[MAX_ROWS];

	/* Numbers in an order of their own, each once: 211 is a prime above all of them. */
	for (uint32_t i = 0; i < count; i++)
		ranked[i].number = (i + 1) * 97 % 211;
	rank_scores(rows, ranked, count, words, scratch, places, never);
	for (uint32_t i = 0; i < count; i++)
	{
		int32_t		rank = 1;
		uint32_t	place = 0;

		for (uint32_t j = 0; j < count; j++)
		{
			rank += rows[j].score > rows[i].score;
			place += rows[j].score > rows[i].score ||
				(rows[j].score == rows[i].score && ranked[j].number < ranked[i].number);
		}
		CHECK(ranked[i].rank == rank);
		CHECK(entity_of_place(places[place]) == ranked[i].number);
		CHECK(is_level_with_last(places[place]) == ((int32_t) place >= rank));
	}
}

/* Standings that were published: one row of those that say the same, and places in their order. */
static void
check_published(const ScoredRow *given, uint32_t count)
{
	KeyedValue	pairs[2 * MAX_ROWS];
	ScoredRow	rows[MAX_ROWS];
	RankedRow	ranked[MAX_ROWS];
	uint32_t	places[MAX_ROWS];
	uint32_t	left;

	for (uint32_t i = 0; i < count; i++)
	{
		int32_t		rank = (int32_t) (given[i].entity & 7) + 1;

		rows[i] = (ScoredRow) {.entity = given[i].entity >> 3,
			.published = published_pack(rank, rank + (int32_t) (count & 1) * (int32_t) (i & 3))};
	}
	left = unite_published(rows, count, pairs, never);
	for (uint32_t i = 0; i < left; i++)
	{
		CHECK(i == 0 || rows[i - 1].entity < rows[i].entity ||
			  (rows[i - 1].entity == rows[i].entity &&
			   rows[i - 1].published < rows[i].published));
		ranked[i].number = (i + 1) * 97 % 211;
	}
	for (uint32_t i = 0; i < count; i++)
	{
		bool		found = false;
		int32_t		rank = (int32_t) (given[i].entity & 7) + 1;

		for (uint32_t j = 0; j < left; j++)
			found = found || (rows[j].entity == given[i].entity >> 3 &&
							  published_rank(rows[j].published) == rank);
		CHECK(found);
	}
	place_published(rows, ranked, left, pairs, places, never);
	for (uint32_t i = 0; i < left; i++)
	{
		uint32_t	place = 0;
		bool		is_level = false;

		for (uint32_t j = 0; j < left; j++)
		{
			bool		is_same = rows[j].published == rows[i].published;

			place += rows[j].published < rows[i].published ||
				(is_same && ranked[j].number < ranked[i].number);
			is_level = is_level || (is_same && ranked[j].number < ranked[i].number);
		}
		CHECK(ranked[i].rank == published_rank(rows[i].published));
		CHECK(entity_of_place(places[place]) == ranked[i].number);
		CHECK(is_level_with_last(places[place]) == is_level);
	}
}

/* How many different ids are less. */
static uint32_t
number_by_definition(const ScoredRow *rows, const bool *is_first, uint32_t count, uint32_t i)
{
	uint32_t	number = 0;

	for (uint32_t j = 0; j < count; j++)
		number += is_first[j] && rows[j].entity < rows[i].entity;
	return number;
}

/* Whether no row before has its id. */
static void
find_first_rows(const ScoredRow *rows, uint32_t count, bool *is_first)
{
	for (uint32_t i = 0; i < count; i++)
	{
		is_first[i] = true;
		for (uint32_t j = 0; j < i; j++)
			is_first[i] = is_first[i] && rows[j].entity != rows[i].entity;
	}
}

static void
check_numbers(ScoredRow *rows, uint32_t count)
{
	KeyedValue	pairs[2 * MAX_ROWS];
	uint32_t	numbers[MAX_ROWS];
	bool		is_first[MAX_ROWS];

	find_first_rows(rows, count, is_first);
	for (uint32_t i = 0; i < count; i++)
		pairs[i] = (KeyedValue) {(uint64_t) rows[i].entity ^ UINT64_C(1) << 63, i};
	number_sorted_ids(pairsort(pairs, pairs + count, count, never), count, numbers, never);
	for (uint32_t i = 0; i < count; i++)
		CHECK(numbers[i] == number_by_definition(rows, is_first, count, i));
}

/* Within half a unit of the last digit kept, but for the 16th and 17th digit of the score. */
static void
check_rounding(double score, int digits)
{
	double		rounded = round_score(score, digits);

	CHECK(isfinite(rounded) || fabs(score) > 1.7e308);
	CHECK(fabs(rounded - score) <= 0.5 * pow(10.0, -digits) * (1 + 1e-9) + 1e-14 * fabs(score));
	CHECK(round_score(-score, digits) == -rounded);
	CHECK(round_score(rounded, digits) == rounded || fabs(score) * pow(10.0, digits) > 1e14);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ScoredRow	rows[MAX_ROWS] = {{0}};
	uint32_t	count = 0;
	uint64_t	bits = 0;

	for (; count < MAX_ROWS && size >= 4; data += 4, size -= 4, count++)
	{
		int			byte = data[0] & 7;

		/* Scores and ids that differ from the one before in a byte or two. */
		bits ^= (uint64_t) data[1] << (8 * byte) ^ (uint64_t) data[2] << (8 * (data[0] >> 3 & 7));
		memcpy(&rows[count].score, &bits, sizeof(bits));
		if (!isfinite(rows[count].score))
			rows[count].score = data[1];
		rows[count].entity = data[0] & 64 ? (int64_t) bits : data[3] - 128;
		check_rounding(rows[count].score, data[3] % (2 * MAX_SCORE_DIGITS + 1) - MAX_SCORE_DIGITS);
	}
	check_ranks(rows, count);
	check_published(rows, count);
	check_numbers(rows, count);
	return 0;
}
