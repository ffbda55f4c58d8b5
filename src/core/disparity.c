/*
 * disparity.c
 *		How unequal places are, of what needs all values at once.
 *
 * Gini: C. Gini, "Variabilità e mutabilità" (1912), by the area between neighbours.  E. M.
 * Hoover, Quarterly J. Economics 50 (1936).  J. G. Palma, Development and Change 42 (2011).
 * Theil's indices between and within groups: H. Theil, "Economics and information theory"
 * (1967), A. F. Shorrocks, Econometrica 52 (1984).
 *
 * No formula takes the difference of two numbers that are nearly the same: what is almost
 * equal has its small measure to as many digits as what is not.
 */
#include "core/disparity.h"

#include <math.h>

/* Deviations below this are summed as a series. */
#define SMALL_DEVIATION 0.02

/*
 * Of values without weights all but Theil's indices are ratios of whole numbers of units, which
 * are computed exactly and rounded once: wherever the values stand, the bits are the same.
 */

/* The differences of any two values over their sum: each is compared with so many others. */
static PlanError
gini_of_sums(const SortedValues *sorted, uint64_t others, double *result)
{
	ExactSum	sum,
				differences;

	sorted->totals(sorted, &sum, &differences);
	if (exact_sign(&sum) <= 0)
		return PLAN_UNDEFINED;
	exact_times(&sum, others);
	*result = exact_ratio(&differences, &sum);
	return PLAN_OK;
}

PlanError
gini_of_sorted(const SortedValues *sorted, double *result)
{
	return gini_of_sums(sorted, sorted->count, result);
}

/* Without the bias of few values: 1 where one has all, however few they are. */
PlanError
gini_corrected_of_sorted(const SortedValues *sorted, double *result)
{
	if (sorted->count < 2)
		return PLAN_UNDEFINED;
	return gini_of_sums(sorted, sorted->count - 1, result);
}

/* Whether a value lies above the mean. */
static bool
is_above_mean(const SortedValues *sorted, uint32_t i, const ExactSum *sum)
{
	ExactSum	value;

	exact_from_double(&value, sorted->value(sorted, i), sorted->unit);
	exact_times(&value, sorted->count);
	return wide_compare(value.limb, sum->limb, sum->limbs) > 0;
}

static uint32_t
count_up_to_mean(const SortedValues *sorted, const ExactSum *sum)
{
	uint32_t	low = 0;
	uint32_t	high = sorted->count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (is_above_mean(sorted, middle, sum))
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* By what those above the mean have beyond it. */
PlanError
hoover_of_sorted(const SortedValues *sorted, double *result)
{
	ExactSum	sum,
				above,
				share;
	uint32_t	below;

	sorted->sum_of_first(sorted, sorted->count, &sum);
	if (exact_sign(&sum) <= 0)
		return PLAN_UNDEFINED;
	below = count_up_to_mean(sorted, &sum);
	sorted->sum_of_first(sorted, below, &share);
	above = sum;
	exact_subtract(&above, &share);
	exact_times(&above, sorted->count);
	share = sum;
	exact_times(&share, sorted->count - below);
	exact_subtract(&above, &share);
	exact_times(&sum, sorted->count);
	*result = exact_ratio(&above, &sum);
	return PLAN_OK;
}

/* Ten times the sum of the first values that make up some tenths of them. */
static void
ten_times_tenths(const SortedValues *sorted, uint32_t tenths, ExactSum *sum)
{
	uint64_t	tenfold = (uint64_t) sorted->count * tenths;
	ExactSum	part;

	sorted->sum_of_first(sorted, tenfold / 10, sum);
	exact_times(sum, 10);
	if (tenfold % 10 == 0)
		return;
	exact_from_double(&part, sorted->value(sorted, tenfold / 10), sorted->unit);
	exact_times(&part, tenfold % 10);
	exact_add(sum, &part);
}

/* The top tenth is what nine tenths leave. */
PlanError
palma_of_sorted(const SortedValues *sorted, double *result)
{
	ExactSum	bottom,
				most,
				top;

	ten_times_tenths(sorted, 4, &bottom);
	if (exact_sign(&bottom) <= 0)
		return PLAN_UNDEFINED;
	ten_times_tenths(sorted, 9, &most);
	ten_times_tenths(sorted, 10, &top);
	exact_subtract(&top, &most);
	*result = exact_ratio(&top, &bottom);
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

static double
value_of_sample(const SortedValues *sorted, uint32_t i)
{
	return ((const Sample *) sorted->values)->element[i];
}

static void
sum_of_first_in_sample(const SortedValues *sorted, uint32_t count, ExactSum *sum)
{
	const Sample *sample = sorted->values;

	exact_zero(sum, sorted->unit);
	exact_add_values(sum, sample->element, count, sorted->unit, sample->check);
}

/* Of n values the one of rank i is above i others and below n - 1 - i. */
static void
totals_of_sample(const SortedValues *sorted, ExactSum *sum, ExactSum *differences)
{
	const Sample *sample = sorted->values;
	ExactSum	all;

	exact_zero(sum, sorted->unit);
	exact_zero(differences, sorted->unit);
	exact_add_ranked(sum, differences, sample->element, sample->count, sorted->unit, sample->check);
	exact_times(differences, 2);
	all = *sum;
	exact_times(&all, sample->count - 1);
	exact_subtract(differences, &all);
}

/* How many values are below zero, or not above it. */
static uint32_t
count_below(const Sample *sample, bool or_zero)
{
	uint32_t	low = 0;
	uint32_t	high = sample->count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		double		x = sample->element[middle];

		if (x < 0.0 || (or_zero && x == 0.0))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Of those that are not zero; 0 where all are. */
static double
least_magnitude(const Sample *sample)
{
	uint32_t	below = count_below(sample, false);
	uint32_t	not_above = count_below(sample, true);
	double		negative = below > 0 ? -sample->element[below - 1] : INFINITY;
	double		positive = not_above < sample->count ? sample->element[not_above] : INFINITY;
	double		least = fmin(negative, positive);

	return isinf(least) ? 0.0 : least;
}

static SortedValues
sorted_values(const Sample *sample)
{
	double		greatest = fmax(fabs(sample->element[0]), fabs(sample->element[sample->count - 1]));

	return (SortedValues) {sample, sample->count, exact_unit(least_magnitude(sample), greatest),
		value_of_sample, sum_of_first_in_sample, totals_of_sample};
}

static PlanError
gini_of_pairs(const Sample *sample, double *result)
{
	SampleTotals totals = sample_totals(sample);
	LongSum		below = {0.0, 0.0};
	LongSum		differences = {0.0, 0.0};

	if (totals.mean.sum <= 0.0)
		return PLAN_UNDEFINED;
	for (uint32_t i = 1; i < sample->count; i++)
	{
		double		gap = sample_value(sample, i) * totals.scale -
			sample_value(sample, i - 1) * totals.scale;
		double		above;

		check_at_times(i, sample->check);
		longsum_add(&below, sample_weight(sample, i - 1) * totals.weight_scale);
		above = (totals.weight.sum - below.sum) + (totals.weight.rest - below.rest);
		longsum_add(&differences, longsum_value(&below) * above * gap);
	}
	*result = longsum_value(&differences) / totals.weight.sum / totals.weight.sum / totals.mean.sum;
	return PLAN_OK;
}

/* A measure that has a form for values and one for values with weights. */
#define MEASURE_OF_BOTH(name) \
PlanError \
name(const Sample *sample, double *result) \
{ \
	SortedValues sorted; \
\
	if (sample->width == 2) \
		return name##_of_pairs(sample, result); \
	sorted = sorted_values(sample); \
	return name##_of_sorted(&sorted, result); \
}

MEASURE_OF_BOTH(gini)

PlanError
gini_corrected(const Sample *sample, double *result)
{
	SortedValues sorted = sorted_values(sample);

	return gini_corrected_of_sorted(&sorted, result);
}

/* What entropy_term() gives for a small d, by the binomial series. */
static double
entropy_series(double d, double alpha)
{
	double		term = 0.5;
	double		sum = term;

	for (int k = 2; fabs(term) > 1e-18; k++)
	{
		term *= (alpha - k) / (k + 1) * d;
		sum += term;
	}
	return sum * d * d;
}

/*
 * What a value of 1 + d means adds to Theil's L (alpha = 0) or T (1).  The sum of all d is
 * zero, so that d takes nothing away from the sum, but makes every term at least zero.
 */
static double
entropy_term(double value, double d, double alpha, const SampleTotals *totals)
{
	double		r = d > -0.5 ? 1.0 + d : value * totals->scale / totals->mean.sum;
	double		log_r;

	if (fabs(d) < SMALL_DEVIATION)
		return entropy_series(d, alpha);
	/* A ratio too small to hold counts for nothing but the mean. */
	if (r == 0.0 && alpha == 1.0)
		return 1.0;
	log_r = d > -0.5 ? log1p(d)
		: isnormal(r) ? log(r) : log(value) + log(totals->scale) - log(totals->mean.sum);
	return alpha == 0.0 ? d - log_r : r * log_r - d;
}

PlanError
theil(const Sample *sample, double alpha, double *result)
{
	SampleTotals totals = sample_totals(sample);
	double		least = sample_value(sample, 0);
	LongSum		sum = {0.0, 0.0};

	if (totals.mean.sum <= 0.0 || least < 0.0 || (least == 0.0 && alpha == 0.0))
		return PLAN_UNDEFINED;
	for (uint32_t i = 0; i < sample->count; i++)
	{
		double		d = sample_deviation(sample, &totals, i);

		check_at_times(i, sample->check);
		longsum_add(&sum, sample_weight(sample, i) * totals.weight_scale *
					entropy_term(sample_value(sample, i), d, alpha, &totals));
	}
	*result = longsum_value(&sum) / totals.weight.sum;
	return PLAN_OK;
}

static PlanError
hoover_of_pairs(const Sample *sample, double *result)
{
	SampleTotals totals = sample_totals(sample);
	LongSum		sum = {0.0, 0.0};

	if (totals.mean.sum <= 0.0)
		return PLAN_UNDEFINED;
	for (uint32_t i = 0; i < sample->count; i++)
	{
		check_at_times(i, sample->check);
		longsum_add(&sum, sample_weight(sample, i) * totals.weight_scale *
					fabs(sample_deviation(sample, &totals, i)));
	}
	*result = longsum_value(&sum) / totals.weight.sum / 2.0;
	return PLAN_OK;
}

MEASURE_OF_BOTH(hoover)

/* What is left of some tenths of a weight, not below zero: in tenths, and rounded once. */
static double
tenths_left(const LongSum *weight, int tenths, const LongSum *taken)
{
	double		part = tenths * weight->sum;
	double		part_rest = fma(tenths, weight->sum, -part) + tenths * weight->rest;
	double		used = 10.0 * taken->sum;
	double		used_rest = fma(10.0, taken->sum, -used) + 10.0 * taken->rest;

	return fmax((part - used) + (part_rest - used_rest), 0.0);
}

/*
 * The sum of the values that make up some tenths of the weight, from one end on.  A value on
 * the edge belongs to them by the share of its weight that is needed.
 */
static double
sum_of_tenths(const Sample *sample, const SampleTotals *totals, int tenths, bool from_top)
{
	LongSum		taken = {0.0, 0.0};
	LongSum		sum = {0.0, 0.0};
	double		left = tenths_left(&totals->weight, tenths, &taken);

	for (uint32_t i = 0; i < sample->count && left > 0.0; i++)
	{
		uint32_t	at = from_top ? sample->count - 1 - i : i;
		double		weight = sample_weight(sample, at) * totals->weight_scale;
		double		left_before = left;

		check_at_times(i, sample->check);
		longsum_add(&taken, weight);
		left = tenths_left(&totals->weight, tenths, &taken);
		if (left == 0.0)
			weight = fmin(weight, left_before / 10.0);
		longsum_add(&sum, weight * (sample_value(sample, at) * totals->scale));
	}
	return longsum_value(&sum);
}

static PlanError
palma_of_pairs(const Sample *sample, double *result)
{
	SampleTotals totals = sample_totals(sample);
	double		top = sum_of_tenths(sample, &totals, 1, true);
	double		bottom = sum_of_tenths(sample, &totals, 4, false);

	if (bottom <= 0.0)
		return PLAN_UNDEFINED;
	*result = top / bottom;
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

MEASURE_OF_BOTH(palma)

double
share_of_group(const SampleTotals *all, double mean, double weight, double alpha)
{
	return weight * all->weight_scale / all->weight.sum *
		pow(mean * all->scale / all->mean.sum, alpha);
}
