/*
 * ranking.c
 *		Ranking scores period by period, and numbering those who are ranked.
 *
 * Sorting is what ranking costs.  Here a score travels as one word, the upper half of its
 * sortable form and the number of its row, through a radix sort of three passes; the lower
 * half is looked at only where the upper ones are equal.
 */
#include "core/ranking.h"

#define RADIX_ELEMENT uint64_t
#define RADIX_KEY(word) (word)
#include "core/radix.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define DIGIT_BITS 11
#define DIGIT_VALUES (1 << DIGIT_BITS)
#define NUM_DIGITS 3

/* Up to here insertion costs less than counting digits. */
#define MAX_INSERTION 128

/*
 * Rounding.
 */

/*
 * Digits of the decimal number are what people round, not those of the double: this is
 * round(score::numeric, digits), which takes 15 significant digits and halves away from
 * zero.
 */
static double
round_decimal(double score, int digits)
{
	char		text[40];
	int64_t		mantissa;
	int64_t		unit = 1;
	int			exponent;
	int			drop;

	/* 15 digits, a point behind the first, as a whole number times a power of ten. */
	snprintf(text, sizeof(text), "%.14e", fabs(score));
	exponent = atoi(text + 17) - 14;
	text[1] = text[0];
	text[16] = '\0';
	mantissa = strtoll(text + 1, NULL, 10);
	drop = -digits - exponent;
	if (drop > 15)
		return 0.0;
	if (drop > 0)
	{
		for (int i = 0; i < drop; i++)
			unit *= 10;
		mantissa = (mantissa + unit / 2) / unit;
		exponent = -digits;
	}
	snprintf(text, sizeof(text), "%llde%d", (long long) mantissa, exponent);
	return copysign(strtod(text, NULL), score) + 0.0;
}

/* Beyond this, or so close to a half, a multiplication may round to the other side. */
#define MAX_EASILY_ROUNDED 1e12
#define UNSURE_HALF 1e-2

/* The score rounded to digits behind the point, or before it where they are negative. */
double
round_score(double score, int digits)
{
	static const double powers[] = {
		1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
	};
	double		power = powers[abs(digits)];
	double		units = digits < 0 ? fabs(score) / power : fabs(score) * power;
	double		whole = floor(units);
	double		fraction = units - whole;

	if (!(units < MAX_EASILY_ROUNDED) || fabs(fraction - 0.5) < UNSURE_HALF)
		return round_decimal(score, digits);
	if (fraction > 0.5)
		whole += 1.0;
	/* One operation on two whole numbers is the nearest double to the decimal. */
	return copysign(digits < 0 ? whole * power : whole / power, score) + 0.0;
}

/*
 * Ranking.
 */

/* The best score has the least key. */
static inline uint64_t
key_of_row(const ScoredRow *row)
{
	return ~sortable_double(row->score);
}

static inline uint32_t
row_of_word(uint64_t word)
{
	return (uint32_t) word;
}

static inline uint32_t
digit_of_word(uint64_t word, int digit)
{
	return (uint32_t) (word >> (32 + DIGIT_BITS * digit)) & (DIGIT_VALUES - 1);
}

static void
radix_sort(uint64_t *words, uint64_t *scratch, uint32_t count, InterruptCheck check)
{
	uint32_t	counts[NUM_DIGITS][DIGIT_VALUES] = {{0}};
	uint64_t   *from = words;
	uint64_t   *to = scratch;

	for (uint32_t i = 0; i < count; i++)
		for (int digit = 0; digit < NUM_DIGITS; digit++)
			counts[digit][digit_of_word(words[i], digit)]++;
	for (int digit = 0; digit < NUM_DIGITS; digit++)
	{
		uint32_t	start = 0;
		uint64_t   *swap = to;

		/* A digit in which all agree costs no pass. */
		if (counts[digit][digit_of_word(from[0], digit)] == count)
			continue;
		check();
		for (int value = 0; value < DIGIT_VALUES; value++)
		{
			uint32_t	here = counts[digit][value];

			counts[digit][value] = start;
			start += here;
		}
		for (uint32_t i = 0; i < count; i++)
			to[counts[digit][digit_of_word(from[i], digit)]++] = from[i];
		to = from;
		from = swap;
	}
	if (from != words)
		memcpy(words, from, (size_t) count * sizeof(uint64_t));
}

/*
 * Sort words, whose lower halves ascend where the upper ones are equal.  The result stands
 * in the first array.  The insertion stands apart from the other, which clears its counts
 * before it looks at anything.
 */
static void
sort_words(uint64_t *words, uint64_t *scratch, uint32_t count, InterruptCheck check)
{
	if (count <= MAX_INSERTION)
		insertion_sort(words, count, UINT64_MAX, check);
	else
		radix_sort(words, scratch, count, check);
}

/* Sort words that agree in the upper half of their keys by the lower one. */
static void
sort_by_lower_half(const ScoredRow *rows, uint64_t *words, uint64_t *scratch, uint32_t count,
				   InterruptCheck check)
{
	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t	row = row_of_word(words[i]);

		words[i] = key_of_row(&rows[row]) << 32 | row;
	}
	sort_words(words, scratch, count, check);
}

/* Where the words end that agree with the first in the upper half. */
static inline uint32_t
end_of_run(const uint64_t *words, uint32_t first, uint32_t count)
{
	uint32_t	end = first + 1;

	while (end < count && words[end] >> 32 == words[first] >> 32)
		end++;
	return end;
}

/* Sort words of equal scores by the numbers of their entities, if they are not so already. */
static void
sort_level(const RankedRow *ranked, uint64_t *words, uint64_t *scratch, uint32_t count,
		   InterruptCheck check)
{
	bool		is_sorted = true;

	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t	row = row_of_word(words[i]);

		words[i] = (uint64_t) ranked[row].number << 32 | row;
		is_sorted = is_sorted && (i == 0 || words[i - 1] < words[i]);
	}
	if (!is_sorted)
		sort_words(words, scratch, count, check);
}

/*
 * The competition rank (1224) of each row, whose number is there, the highest score first; and
 * the places in that order, those that are level by number.
 */
void
rank_scores(const ScoredRow *rows, RankedRow *ranked, uint32_t count, uint64_t *words,
			uint64_t *scratch, uint32_t *places, InterruptCheck check)
{
	uint32_t	end,
				level;

	for (uint32_t i = 0; i < count; i++)
		words[i] = (key_of_row(&rows[i]) >> 32) << 32 | i;
	sort_words(words, scratch, count, check);
	for (uint32_t first = 0; first < count; first = end)
	{
		end = end_of_run(words, first, count);
		if (first >> 16 != end >> 16)
			check();
		if (end - first > 1)
			sort_by_lower_half(rows, words + first, scratch, end - first, check);
		for (uint32_t begin = first; begin < end; begin = level)
		{
			level = end_of_run(words, begin, end);
			if (level - begin > 1)
				sort_level(ranked, words + begin, scratch, level - begin, check);
			for (uint32_t i = begin; i < level; i++)
			{
				RankedRow  *row = &ranked[row_of_word(words[i])];

				row->rank = (int32_t) begin + 1;
				places[i] = row->number | (i > begin ? LEVEL_WITH_LAST : 0);
			}
		}
	}
}

/*
 * Standings that were published.
 */

/*
 * Put rows in the order of their entities, with one of those that say the same twice: how many are
 * left.  Those that say different things of an entity stand beside each other.
 */
uint32_t
unite_published(ScoredRow *rows, uint32_t count, KeyedValue *pairs, InterruptCheck check)
{
	uint32_t	left = 0;
	KeyedValue *sorted;

	/* A stable sort by the entity behind one by the standing. */
	for (uint32_t i = 0; i < count; i++)
		pairs[i] = (KeyedValue) {(uint64_t) rows[i].published, (uint64_t) rows[i].entity};
	sorted = pairsort(pairs, pairs + count, count, check);
	for (uint32_t i = 0; i < count; i++)
		sorted[i] = (KeyedValue) {sorted[i].value ^ UINT64_C(1) << 63, sorted[i].key};
	sorted = pairsort(sorted, sorted == pairs ? pairs + count : pairs, count, check);
	for (uint32_t i = 0; i < count; i++)
	{
		ScoredRow	row = {.entity = (int64_t) (sorted[i].key ^ UINT64_C(1) << 63),
			.published = (int64_t) sorted[i].value};

		if (left > 0 && rows[left - 1].entity == row.entity &&
			rows[left - 1].published == row.published)
			continue;
		rows[left++] = row;
	}
	return left;
}

/* The ranks as they were published, and the places in that order, those level by number. */
void
place_published(const ScoredRow *rows, RankedRow *ranked, uint32_t count, KeyedValue *pairs,
				uint32_t *places, InterruptCheck check)
{
	KeyedValue *sorted;

	for (uint32_t i = 0; i < count; i++)
		pairs[i] = (KeyedValue) {ranked[i].number, i};
	sorted = pairsort(pairs, pairs + count, count, check);
	for (uint32_t i = 0; i < count; i++)
		sorted[i].key = (uint64_t) rows[sorted[i].value].published;
	sorted = pairsort(sorted, sorted == pairs ? pairs + count : pairs, count, check);
	for (uint32_t i = 0; i < count; i++)
	{
		RankedRow  *row = &ranked[sorted[i].value];

		row->rank = published_rank((int64_t) sorted[i].key);
		places[i] = row->number |
			(i > 0 && sorted[i].key == sorted[i - 1].key ? LEVEL_WITH_LAST : 0);
	}
}

/*
 * Numbering.
 */

/* Number sorted ids from 0, each of which has the number of its row. */
uint64_t
number_sorted_ids(const KeyedValue *sorted, uint64_t rows, uint32_t *numbers, InterruptCheck check)
{
	uint32_t	number = 0;

	check();
	for (uint64_t i = 0; i < rows; i++)
	{
		if (i > 0 && sorted[i].key != sorted[i - 1].key)
			number++;
		numbers[sorted[i].value] = number;
	}
	return rows > 0 ? (uint64_t) number + 1 : 0;
}
