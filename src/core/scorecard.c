/*
 * scorecard.c
 *		Merging, reading and writing scorecards.
 */
#include "core/scorecard.h"

const char *const scorecard_verdict_names[NUM_VERDICTS] = {
	"exceeded", "met", "on_track", "at_risk", "off_track", "regressing", "no_data", "unjudged"
};

static const char *const sum_names[SCORECARD_SUMS] = {
	"weight_scored", "weight_unscored", "weighted_score", "actual", "target",
	"untargeted_actual", "weight_uncovered"
};

/* The text form of an empty scorecard, the identity. */
#define EMPTY_TEXT "empty"

/* The fields by number, for loops over them. */

static int64_t *
count_field(Scorecard *card, int i)
{
	switch (i - NUM_VERDICTS)
	{
		case 0:
			return &card->unscored;
		case 1:
			return &card->without_actual;
		case 2:
			return &card->without_target;
		case 3:
			return &card->untargeted;
		default:
			return &card->count[i];
	}
}

static const char *
count_name(int i)
{
	static const char *const others[SCORECARD_COUNTS - NUM_VERDICTS] = {
		"unscored", "without_actual", "without_target", "untargeted"
	};

	return i < NUM_VERDICTS ? scorecard_verdict_names[i] : others[i - NUM_VERDICTS];
}

static FixedSum *
sum_field(Scorecard *card, int i)
{
	switch (i)
	{
		case SUM_WEIGHT_SCORED:
			return &card->weight_scored;
		case SUM_WEIGHT_UNSCORED:
			return &card->weight_unscored;
		case SUM_WEIGHTED_SCORE:
			return &card->weighted_score;
		case SUM_ACTUAL:
			return &card->actual;
		case SUM_TARGET:
			return &card->target;
		case SUM_UNTARGETED_ACTUAL:
			return &card->untargeted_actual;
		default:
			return &card->weight_uncovered;
	}
}

static int64_t
count_value(const Scorecard *card, int i)
{
	return *count_field((Scorecard *) card, i);
}

static const FixedSum *
sum_value(const Scorecard *card, int i)
{
	return sum_field((Scorecard *) card, i);
}

/* False on overflow. */
bool
scorecard_pack(PackedScorecard *packed, const Scorecard *card)
{
	if (card->untargeted != 0)
		return false;
	for (int i = PACKED_SUMS; i < SCORECARD_SUMS; i++)
		if (!fixedsum_is_zero(sum_value(card, i)))
			return false;
	for (int i = 0; i < PACKED_SUMS; i++)
	{
		const FixedSum *sum = sum_value(card, i);

		if (sum->limb[2] != (uint64_t) ((int64_t) sum->limb[1] >> 63))
			return false;
		packed->sum[i][0] = sum->limb[0];
		packed->sum[i][1] = sum->limb[1];
	}
	for (int i = 0; i < NUM_VERDICTS; i++)
	{
		packed->count[i] = (int32_t) card->count[i];
		if (packed->count[i] != card->count[i])
			return false;
	}
	packed->unscored = (int32_t) card->unscored;
	packed->without_actual = (int16_t) card->without_actual;
	packed->without_target = (int16_t) card->without_target;
	return packed->unscored == card->unscored &&
		packed->without_actual == card->without_actual &&
		packed->without_target == card->without_target;
}

/* Add a packed sum. */
static inline bool
add_packed_sum(FixedSum *sum, const uint64_t packed[2])
{
	return fixedsum_add_wide(sum, ((FixedWide) packed[1] << 64) | packed[0],
							 (uint64_t) ((int64_t) packed[1] >> 63));
}

static inline bool
add_count(int64_t *count, int64_t other)
{
	return !__builtin_add_overflow(*count, other, count);
}

/*
 * Add a packed scorecard.  This function and scorecard_add() name the fields one by one: rows
 * of cubes spend most of their time here, and loops over fields take twice as long.
 */
PlanError
scorecard_add_packed(Scorecard *card, const PackedScorecard *packed)
{
	bool		added = true;

	for (int i = 0; i < NUM_VERDICTS; i++)
		added &= add_count(&card->count[i], packed->count[i]);
	added &= add_count(&card->unscored, packed->unscored);
	added &= add_count(&card->without_actual, packed->without_actual);
	added &= add_count(&card->without_target, packed->without_target);
	added &= add_packed_sum(&card->weight_scored, packed->sum[SUM_WEIGHT_SCORED]);
	added &= add_packed_sum(&card->weight_unscored, packed->sum[SUM_WEIGHT_UNSCORED]);
	added &= add_packed_sum(&card->weighted_score, packed->sum[SUM_WEIGHTED_SCORE]);
	added &= add_packed_sum(&card->actual, packed->sum[SUM_ACTUAL]);
	added &= add_packed_sum(&card->target, packed->sum[SUM_TARGET]);
	return added ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

static bool
add_packed_term(PackedScorecard *packed, int i, FixedTerm term)
{
	FixedTerm	sum;

	if (__builtin_add_overflow(packed_sum(packed, i), term, &sum))
		return false;
	packed->sum[i][0] = (uint64_t) sum;
	packed->sum[i][1] = (uint64_t) (sum >> 64);
	return true;
}

bool
packed_add_any_double(PackedScorecard *packed, Scorecard *wide, int i, double x)
{
	FixedTerm	term;

	return (fixedsum_any_term(x, &term) && add_packed_term(packed, i, term)) ||
		(wide != NULL && fixedsum_add_any_double(sum_field(wide, i), x));
}

static inline bool
add_figure(PackedScorecard *packed, Scorecard *wide, int i, double x)
{
	return packed_add_double(packed, i, x) || packed_add_any_double(packed, wide, i, x);
}

static inline bool
add_score(PackedScorecard *packed, Scorecard *wide, double score, double weight)
{
	FixedTerm	term;

	return packed_add_product(packed, SUM_WEIGHTED_SCORE, score, weight) ||
		(fixedsum_any_product_term(score, weight, &term) &&
		 add_packed_term(packed, SUM_WEIGHTED_SCORE, term)) ||
		(wide != NULL && fixedsum_add_any_product(&wide->weighted_score, score, weight));
}

/* Undo the first steps. */
static void
undo_steps(PackedScorecard *packed, Scorecard *wide, int sign, const JudgedRow *row, int steps)
{
	if (steps > 3)
		add_score(packed, wide, row->score, -sign * row->weight);
	if (steps > 2)
		add_figure(packed, wide, SUM_WEIGHT_SCORED, -sign * row->weight);
	if (steps > 1)
		add_figure(packed, wide, SUM_TARGET, -sign * row->target);
	if (steps > 0)
		add_figure(packed, wide, SUM_ACTUAL, -sign * row->actual);
}

/* After some steps take the others; false, with all of them undone, if not all can be taken. */
bool
packed_finish_row(PackedScorecard *packed, Scorecard *wide, int sign, const JudgedRow *row,
				  int steps)
{
	int32_t		count;

	if (!(row->weight >= 0.0))
		return false;
	/* A step that cannot be taken is the last; those before it are counted. */
	if (steps == 0)
		steps += add_figure(packed, wide, SUM_ACTUAL, sign * row->actual);
	if (steps == 1)
		steps += add_figure(packed, wide, SUM_TARGET, sign * row->target);
	if (steps == 2)
		steps += add_figure(packed, wide, SUM_WEIGHT_SCORED, sign * row->weight);
	if (steps == 3)
		steps += add_score(packed, wide, row->score, sign * row->weight);
	if (steps == 4 && !__builtin_add_overflow(packed->count[row->verdict], sign, &count))
	{
		packed->count[row->verdict] = count;
		return true;
	}
	undo_steps(packed, wide, sign, row, steps);
	return false;
}

/* False, with nothing changed, if the result does not fit. */
bool
packed_add(PackedScorecard *packed, const PackedScorecard *other)
{
	PackedScorecard result;
	bool		overflow = false;

	for (int i = 0; i < PACKED_SUMS; i++)
	{
		FixedTerm	sum;

		overflow |= __builtin_add_overflow(packed_sum(packed, i), packed_sum(other, i), &sum);
		result.sum[i][0] = (uint64_t) sum;
		result.sum[i][1] = (uint64_t) (sum >> 64);
	}
	for (int i = 0; i < NUM_VERDICTS; i++)
		overflow |= __builtin_add_overflow(packed->count[i], other->count[i], &result.count[i]);
	overflow |= __builtin_add_overflow(packed->unscored, other->unscored, &result.unscored);
	overflow |= __builtin_add_overflow(packed->without_actual, other->without_actual,
									   &result.without_actual);
	overflow |= __builtin_add_overflow(packed->without_target, other->without_target,
									   &result.without_target);
	if (!overflow)
		*packed = result;
	return !overflow;
}

PlanError
scorecard_add(Scorecard *card, const Scorecard *other)
{
	bool		added = true;

	for (int i = 0; i < NUM_VERDICTS; i++)
		added &= add_count(&card->count[i], other->count[i]);
	added &= add_count(&card->unscored, other->unscored);
	added &= add_count(&card->without_actual, other->without_actual);
	added &= add_count(&card->without_target, other->without_target);
	added &= add_count(&card->untargeted, other->untargeted);
	added &= fixedsum_add(&card->weight_scored, &other->weight_scored);
	added &= fixedsum_add(&card->weight_unscored, &other->weight_unscored);
	added &= fixedsum_add(&card->weighted_score, &other->weighted_score);
	added &= fixedsum_add(&card->actual, &other->actual);
	added &= fixedsum_add(&card->target, &other->target);
	added &= fixedsum_add(&card->untargeted_actual, &other->untargeted_actual);
	added &= fixedsum_add(&card->weight_uncovered, &other->weight_uncovered);
	return added ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

PlanError
scorecard_subtract(Scorecard *card, const Scorecard *other)
{
	for (int i = 0; i < SCORECARD_COUNTS; i++)
		if (__builtin_sub_overflow(count_value(card, i), count_value(other, i),
								   count_field(card, i)))
			return PLAN_OUT_OF_RANGE;
	for (int i = 0; i < SCORECARD_SUMS; i++)
		if (!fixedsum_subtract(sum_field(card, i), sum_value(other, i)))
			return PLAN_OUT_OF_RANGE;
	return PLAN_OK;
}

/* A total order over all fields, for sorting and for equality. */
int
scorecard_compare(const Scorecard *a, const Scorecard *b)
{
	for (int i = 0; i < SCORECARD_COUNTS; i++)
		if (count_value(a, i) != count_value(b, i))
			return count_value(a, i) < count_value(b, i) ? -1 : 1;
	for (int i = 0; i < SCORECARD_SUMS; i++)
	{
		int			result = fixedsum_compare(sum_value(a, i), sum_value(b, i));

		if (result != 0)
			return result;
	}
	return 0;
}

/* Read "name=" of a field, from number *i on, and store its number in *i. */
static PlanError
read_field_name(const char **cursor, int *i)
{
	for (; *i < SCORECARD_COUNTS + SCORECARD_SUMS; ++*i)
	{
		const char *name = *i < SCORECARD_COUNTS ? count_name(*i) :
			sum_names[*i - SCORECARD_COUNTS];
		const char *p = *cursor;

		if (text_skip_word(&p, name) && *p == '=')
		{
			*cursor = p + 1;
			return PLAN_OK;
		}
	}
	return PLAN_SYNTAX;
}

/* Read "name=value name=value ...", the fields in their order, zeros left out. */
PlanError
scorecard_read(const char *text, Scorecard *card)
{
	memset(card, 0, sizeof(*card));
	text_skip_spaces(&text);
	if (text_skip_word(&text, EMPTY_TEXT))
	{
		text_skip_spaces(&text);
		return *text == '\0' ? PLAN_OK : PLAN_SYNTAX;
	}
	if (*text == '\0')
		return PLAN_SYNTAX;
	for (int i = 0; *text != '\0'; i++)
	{
		PlanError	error = read_field_name(&text, &i);

		if (error != PLAN_OK)
			return error;
		error = i < SCORECARD_COUNTS
			? text_read_int64(&text, count_field(card, i))
			: fixedsum_read(&text, sum_field(card, i - SCORECARD_COUNTS));
		if (error != PLAN_OK)
			return error;
		if (!text_skip_separator(&text))
			return PLAN_SYNTAX;
	}
	return PLAN_OK;
}

size_t
scorecard_write(char *out, const Scorecard *card)
{
	char	   *p = out;

	for (int i = 0; i < SCORECARD_COUNTS; i++)
		if (count_value(card, i) != 0)
		{
			p += text_write_name(p, count_name(i));
			p += text_write_int64(p, count_value(card, i));
			*p++ = ' ';
		}
	for (int i = 0; i < SCORECARD_SUMS; i++)
		if (!fixedsum_is_zero(sum_value(card, i)))
		{
			p += text_write_name(p, sum_names[i]);
			p += fixedsum_write(p, sum_value(card, i));
			*p++ = ' ';
		}
	if (p == out)
	{
		memcpy(out, EMPTY_TEXT, sizeof(EMPTY_TEXT));
		p += sizeof(EMPTY_TEXT);
	}
	*--p = '\0';
	return (size_t) (p - out);
}

/*
 * Turn a scorecard into its contribution to a weighted parent: its rows and sums, but a single
 * score with the given weight, covered in part according to its coverage.
 */
PlanError
scorecard_weigh(Scorecard *card, double weight)
{
	FixedSum	nothing = {{0, 0, 0}};
	double		score = 0.0;
	double		coverage = 0.0;
	PlanError	score_error = scorecard_score(card, &score);
	PlanError	error = scorecard_coverage(card, &coverage);
	bool		added;

	if (error == PLAN_OUT_OF_RANGE)
		return error;
	card->weight_scored = card->weight_unscored = card->weighted_score = nothing;
	card->weight_uncovered = nothing;
	if (score_error == PLAN_OK)
		added = fixedsum_add_double(&card->weight_scored, weight) &&
			fixedsum_add_product(&card->weighted_score, score, weight) &&
			fixedsum_add_double(&card->weight_uncovered, weight) &&
			fixedsum_add_product(&card->weight_uncovered, coverage, -weight);
	else
		added = fixedsum_add_double(&card->weight_unscored, weight);
	return added ? PLAN_OK : PLAN_OUT_OF_RANGE;
}
