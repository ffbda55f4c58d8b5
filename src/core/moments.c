/*
 * moments.c
 *		Means and measures of disparity as sums that merge: states as a whole.
 */
#include "core/moments.h"

#include <math.h>
#include <string.h>

#include "core/text.h"
#include "core/wide.h"

#define LIMBS MOMENTS_LIMBS

/* The power that is taken of the values, of a measure that takes one. */
double
moments_power(const Moments *moments)
{
	return moments->measure == MEASURE_ATKINSON ? 1.0 - moments->parameter : moments->parameter;
}

PowerForm
power_form(double power)
{
	if (isinf(power))
		return FORM_END;
	if (fabs(power) < 0.5)
		return FORM_LOG;
	return fabs(power - 1.0) < 0.5 ? FORM_X_LOG : FORM_POWER;
}

static inline bool
keeps_ends(const Moments *moments)
{
	return moments->measure == MEASURE_MAX_MIN ||
		(moments->measure == MEASURE_POWER_MEAN && isinf(moments->parameter));
}

bool
moments_is_invertible(const Moments *moments)
{
	return !keeps_ends(moments);
}

void
moments_init(Moments *moments, Measure measure)
{
	memset(moments, 0, sizeof(*moments));
	moments->version = MOMENTS_VERSION;
	moments->measure = (uint8_t) measure;
}

bool
moments_is_empty(const Moments *moments)
{
	uint64_t	any = moments->rows | moments->missing | moments->covering | moments->zeros |
		moments->negatives;

	for (int i = 0; i < NUM_SUMS; i++)
		for (int j = 0; j < LIMBS; j++)
			any |= moments->sum[i][j];
	return any == 0;
}

static bool
is_plus_zero(double x)
{
	return x == 0.0 && !signbit(x);
}

/* What counts of 64 bits add up to. */
typedef __int128 WideCount;

/* A whole number as a sum. */
static void
set_count(uint64_t *sum, WideCount count)
{
	for (int i = 0; i < LIMBS; i++)
		sum[i] = i < MOMENTS_FRACTION ? 0 : count < 0 ? ~(uint64_t) 0 : 0;
	sum[MOMENTS_FRACTION] = (uint64_t) count;
	sum[MOMENTS_FRACTION + 1] = (uint64_t) (count >> 64);
}

static bool
is_count(const uint64_t *sum, WideCount count)
{
	uint64_t	expected[LIMBS];

	set_count(expected, count);
	return memcmp(sum, expected, sizeof(expected)) == 0;
}

/* Whether a sum is of a size that values have; who writes 0.1 need not write all of its digits. */
static bool
is_value(const uint64_t *sum)
{
	WideNumber	number = wide_number(sum, LIMBS);
	int			bits = wide_bit_length(number.limb, number.limbs);

	return bits == 0 || (bits > 64 * MOMENTS_FRACTION - 64 && bits <= 64 * MOMENTS_FRACTION + 96);
}

/*
 * Whether minimum and maximum agree with the number of values, zeros and negatives.  Such states
 * cannot be subtracted, so all counts are those of rows.
 */
static bool
has_valid_ends(const Moments *moments, WideCount values)
{
	int			weight = wide_sign(moments->sum[SUM_W], LIMBS);
	int			least = wide_sign(moments->sum[SUM_X], LIMBS);
	int			greatest = wide_sign(moments->sum[SUM_F], LIMBS);
	int			spread = wide_compare(moments->sum[SUM_X], moments->sum[SUM_F], LIMBS);
	int64_t		zeros = moments->zeros;
	int64_t		negatives = moments->negatives;

	if (moments->missing < 0 || values < 0 || moments->covering < 0 ||
		moments->covering > moments->rows || zeros < 0 || negatives < 0 ||
		zeros > values - negatives)
		return false;
	/* Without weight there are no ends. */
	if (weight <= 0)
		return weight == 0 && least == 0 && greatest == 0 && zeros == 0 && negatives == 0;
	if (values == 0 || spread > 0 || (spread < 0 && values < 2) ||
		!is_value(moments->sum[SUM_X]) || !is_value(moments->sum[SUM_F]))
		return false;
	return (negatives > 0) == (least < 0) && (greatest > 0 ? zeros + negatives < values : true) &&
		(greatest < 0 || greatest > 0 || zeros > 0) && (least != 0 || zeros > 0) &&
		(zeros == 0 || (least <= 0 && greatest >= 0));
}

/* Power means refuse values that have none, and of their sums keep those that they need. */
static bool
is_power_mean(const Moments *moments, WideCount values)
{
	double		p = moments->parameter;

	if (!isinf(p) && p != 1.0 && moments->negatives != 0)
		return false;
	if (!isinf(p) && p <= 0.0 && moments->zeros != 0)
		return false;
	if (isinf(p))
		return has_valid_ends(moments, values);
	return p == 0.0 ? is_count(moments->sum[SUM_X], 0) : p != 1.0 ||
		is_count(moments->sum[SUM_F], 0);
}

/*
 * Whether rows, or a difference of states, can have these counts and sums: sums that the measure
 * does not use are zero, and counts that depend on each other agree.
 */
static bool
is_of_rows(const Moments *moments)
{
	WideCount	values = (WideCount) moments->rows - moments->missing;
	WideCount	positive = values - moments->zeros - moments->negatives;

	if (moments->measure != MEASURE_BETA && !is_count(moments->sum[SUM_XF], 0))
		return false;
	if (moments->measure != MEASURE_POWER_MEAN && moments->covering != 0)
		return false;
	switch ((Measure) moments->measure)
	{
		case MEASURE_POWER_MEAN:
			return is_power_mean(moments, values);
		case MEASURE_CV_SAMPLE:
			return is_count(moments->sum[SUM_W], values);
		case MEASURE_SIGMA:
		case MEASURE_SIGMA_CV:
			return is_count(moments->sum[SUM_W], positive);
		case MEASURE_BETA:
			return moments->missing == 0;
		case MEASURE_MAX_MIN:
			return is_count(moments->sum[SUM_W], values) && has_valid_ends(moments, values);
		default:
			return true;
	}
}

/* Whether these bits are a state, of those that are equal the only one. */
bool
moments_is_valid(const Moments *moments)
{
	double		parameter = moments->parameter;
	double		coverage = moments->min_coverage;

	if (moments->version != MOMENTS_VERSION || moments->measure >= NUM_MEASURES)
		return false;
	for (size_t i = 0; i < sizeof(moments->reserved); i++)
		if (moments->reserved[i] != 0)
			return false;
	if (moments_is_empty(moments))
		return is_plus_zero(parameter) && is_plus_zero(coverage);
	if (!measure_takes(moments->measure, parameter) || (parameter == 0.0 && signbit(parameter)))
		return false;
	if (!is_of_rows(moments))
		return false;
	if (moments->covering == 0)
		return is_plus_zero(coverage);
	return coverage > 0.0 ? coverage <= 1.0 : is_plus_zero(coverage);
}

/* Whether more was subtracted than was there. */
bool
moments_is_overdrawn(const Moments *moments)
{
	return moments->rows < 0 || moments->missing < 0 || moments->missing > moments->rows ||
		moments->covering < 0 || moments->covering > moments->rows ||
		moments->zeros < 0 || moments->negatives < 0 ||
		moments->negatives > moments->rows - moments->missing - moments->zeros;
}

/*
 * Merging.
 */

static PlanError
merge_terms(Moments *moments, const Moments *other, int sign)
{
	if (moments->measure != other->measure)
		return PLAN_MIXED_KINDS;
	if (!moments_is_empty(other) && moments_set_parameter(moments, other->parameter) != PLAN_OK)
		return PLAN_MIXED_KINDS;
	if (sign < 0 && keeps_ends(other) && !moments_is_empty(other))
		return PLAN_UNDEFINED;
	if (other->covering == 0)
		return PLAN_OK;
	if (moments->covering != 0 && moments->min_coverage != other->min_coverage)
		return PLAN_MIXED_KINDS;
	moments->min_coverage = other->min_coverage;
	return PLAN_OK;
}

static bool
merge_counts(Moments *moments, const Moments *other)
{
	return !__builtin_add_overflow(moments->rows, other->rows, &moments->rows) &&
		!__builtin_add_overflow(moments->missing, other->missing, &moments->missing) &&
		!__builtin_add_overflow(moments->covering, other->covering, &moments->covering) &&
		!__builtin_add_overflow(moments->zeros, other->zeros, &moments->zeros) &&
		!__builtin_add_overflow(moments->negatives, other->negatives, &moments->negatives);
}

static bool
unmerge_counts(Moments *moments, const Moments *other)
{
	return !__builtin_sub_overflow(moments->rows, other->rows, &moments->rows) &&
		!__builtin_sub_overflow(moments->missing, other->missing, &moments->missing) &&
		!__builtin_sub_overflow(moments->covering, other->covering, &moments->covering) &&
		!__builtin_sub_overflow(moments->zeros, other->zeros, &moments->zeros) &&
		!__builtin_sub_overflow(moments->negatives, other->negatives, &moments->negatives);
}

static bool
merge_ends(Moments *moments, const Moments *other)
{
	bool		first = wide_sign(moments->sum[SUM_W], LIMBS) == 0;

	if (wide_sign(other->sum[SUM_W], LIMBS) == 0)
		return true;
	if (first || wide_compare(other->sum[SUM_X], moments->sum[SUM_X], LIMBS) < 0)
		memcpy(moments->sum[SUM_X], other->sum[SUM_X], sizeof(moments->sum[SUM_X]));
	if (first || wide_compare(other->sum[SUM_F], moments->sum[SUM_F], LIMBS) > 0)
		memcpy(moments->sum[SUM_F], other->sum[SUM_F], sizeof(moments->sum[SUM_F]));
	return wide_add(moments->sum[SUM_W], other->sum[SUM_W], LIMBS);
}

/* Without rows, forget what only rows have. */
static PlanError
settle_counts(Moments *moments)
{
	if (moments->covering == 0)
		moments->min_coverage = 0.0;
	moments_forget_parameter(moments);
	return PLAN_OK;
}

PlanError
moments_add(Moments *moments, const Moments *other)
{
	PlanError	error = merge_terms(moments, other, 1);

	if (error != PLAN_OK)
		return error;
	if (!merge_counts(moments, other))
		return PLAN_OUT_OF_RANGE;
	if (keeps_ends(moments))
		return merge_ends(moments, other) ? settle_counts(moments) : PLAN_OUT_OF_RANGE;
	for (int i = 0; i < NUM_SUMS; i++)
		if (!wide_add(moments->sum[i], other->sum[i], LIMBS))
			return PLAN_OUT_OF_RANGE;
	return settle_counts(moments);
}

/* PLAN_UNDEFINED for greatest and least values, which do not tell what comes after them. */
PlanError
moments_subtract(Moments *moments, const Moments *other)
{
	PlanError	error = merge_terms(moments, other, -1);

	if (error != PLAN_OK)
		return error;
	if (!unmerge_counts(moments, other))
		return PLAN_OUT_OF_RANGE;
	for (int i = 0; i < NUM_SUMS; i++)
		if (!wide_subtract(moments->sum[i], other->sum[i], LIMBS))
			return PLAN_OUT_OF_RANGE;
	return settle_counts(moments);
}

#define COMPARE_FIELD(field) \
	if (a->field != b->field) \
		return a->field < b->field ? -1 : 1

/* A total order over all fields, for sorting and for equality. */
int
moments_compare(const Moments *a, const Moments *b)
{
	COMPARE_FIELD(measure);
	COMPARE_FIELD(parameter);
	COMPARE_FIELD(min_coverage);
	COMPARE_FIELD(rows);
	COMPARE_FIELD(missing);
	COMPARE_FIELD(covering);
	COMPARE_FIELD(zeros);
	COMPARE_FIELD(negatives);
	for (int i = 0; i < NUM_SUMS; i++)
	{
		int			order = wide_compare(a->sum[i], b->sum[i], LIMBS);

		if (order != 0)
			return order;
	}
	return 0;
}
