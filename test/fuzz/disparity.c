/*
 * Values with and without weights: sorted as they should be, every measure against its
 * definition over all pairs, and within its bounds whatever the values.
 */
#include "core/disparity.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 194

/* More than insertion sorts. */
#define MAX_VALUES 96

static void
never(void)
{
}

static void
sort(Sample *sample)
{
	size_t		size = sample_scratch_size(sample);
	void	   *scratch = malloc(size > 0 ? size : 1);

	sample_sort(sample, scratch);
	free(scratch);
	CHECK(sample_is_sorted(sample));
	for (uint32_t i = 1; i < sample->count; i++)
	{
		CHECK(sample_value(sample, i - 1) <= sample_value(sample, i));
		CHECK(sample_value(sample, i - 1) < sample_value(sample, i) ||
			  sample_weight(sample, i - 1) <= sample_weight(sample, i));
	}
}

/* What cannot change when numbers change places. */
static uint64_t
checksum(const Sample *sample)
{
	uint64_t	sum = 0;

	for (uint32_t i = 0; i < sample->count; i++)
		sum += sortable_double(sample_value(sample, i)) * 31 *
			(sortable_double(sample_weight(sample, i)) | 1);
	return sum;
}

static bool
is_near(double a, double b)
{
	return fabs(a - b) <= 1e-11 * fmax(1.0, fmax(fabs(a), fabs(b)));
}

/* Theil's L, or T, by its definition. */
static double
theil_by_definition(const Sample *sample, double mean, double weight, double alpha)
{
	double		sum = 0.0;

	for (uint32_t i = 0; i < sample->count; i++)
	{
		double		r = sample_value(sample, i) / mean;

		if (r > 0.0)
			sum += sample_weight(sample, i) * (alpha == 1.0 ? r * log(r) : -log(r));
	}
	return sum / weight;
}

/* What lies between two groups and within them is the whole. */
static void
check_groups(const Sample *sample, double alpha)
{
	double		elements[2][2 * MAX_VALUES],
				of_means[4],
				sum = 0.0,
				whole,
				result;
	Sample		groups[2];
	Sample		means = {2, 2, never, of_means};
	SampleTotals all;

	if (sample->count < 2 || theil(sample, alpha, &whole) != PLAN_OK)
		return;
	for (uint32_t g = 0; g < 2; g++)
	{
		groups[g] = (Sample) {2, 0, never, elements[g]};
		for (uint32_t i = g; i < sample->count; i += 2)
		{
			elements[g][2 * groups[g].count] = sample_value(sample, i);
			elements[g][2 * groups[g].count++ + 1] = sample_weight(sample, i);
		}
		all = sample_totals(&groups[g]);
		of_means[2 * g] = sample_unscaled(all.mean.sum, all.scale);
		of_means[2 * g + 1] = sample_unscaled(all.weight.sum, all.weight_scale);
	}
	all = sample_totals(sample);
	for (uint32_t g = 0; g < 2; g++)
	{
		double		share = share_of_group(&all, of_means[2 * g], of_means[2 * g + 1], alpha);

		if (share > 0.0 && theil(&groups[g], alpha, &result) == PLAN_OK)
			sum += share * result;
	}
	sort(&means);
	CHECK(theil(&means, alpha, &result) == PLAN_OK && is_near(whole, sum + result));
}

/* Of values and weights of moderate size. */
static void
check_definitions(const Sample *sample)
{
	double		least = sample_value(sample, 0);
	double		weight = 0.0,
				sum = 0.0,
				differences = 0.0,
				shortfall = 0.0,
				result;

	for (uint32_t i = 0; i < sample->count; i++)
	{
		weight += sample_weight(sample, i);
		sum += sample_weight(sample, i) * sample_value(sample, i);
		for (uint32_t j = 0; j < sample->count; j++)
			differences += sample_weight(sample, i) * sample_weight(sample, j) *
				fabs(sample_value(sample, i) - sample_value(sample, j));
	}
	CHECK((gini(sample, &result) == PLAN_OK) == (sum > 0.0));
	if (sum <= 0.0)
		return;
	CHECK(is_near(result, differences / (2.0 * weight * sum)));
	for (uint32_t i = 0; i < sample->count; i++)
		shortfall += sample_weight(sample,
								   i) * fabs(sample_value(sample, i) / (sum / weight) - 1.0);
	CHECK(hoover(sample, &result) == PLAN_OK && is_near(result, shortfall / weight / 2.0));
	for (double alpha = 0.0; alpha <= 1.0; alpha++)
	{
		PlanError	error = theil(sample, alpha, &result);

		CHECK((error == PLAN_OK) == (least > 0.0 || (least == 0.0 && alpha == 1.0)));
		if (error == PLAN_OK)
		{
			CHECK(is_near(result, theil_by_definition(sample, sum / weight, weight, alpha)));
			check_groups(sample, alpha);
		}
	}
}

/* Of any values. */
static void
check_bounds(const Sample *sample)
{
	double		least = sample_value(sample, 0);
	double		greatest = sample_value(sample, sample->count - 1);
	double		result;

	if (gini(sample, &result) == PLAN_OK && least >= 0.0)
		CHECK(result >= 0.0 && result < 1.0 + 1e-12);
	if (hoover(sample, &result) == PLAN_OK && least >= 0.0)
		CHECK(result >= 0.0 && result < 1.0 + 1e-12);
	for (double alpha = 0.0; alpha <= 1.0; alpha++)
		if (theil(sample, alpha, &result) == PLAN_OK)
			CHECK(result >= 0.0);
	palma(sample, &result);
	if (least == greatest && least > 0.0)
	{
		CHECK(gini(sample, &result) == PLAN_OK && result == 0.0);
		CHECK(hoover(sample, &result) == PLAN_OK && result == 0.0);
		CHECK(theil(sample, 1.0, &result) == PLAN_OK && result == 0.0);
		CHECK(palma(sample, &result) == PLAN_OK && fabs(result - 0.25) < 1e-15);
	}
}

static double
value_from(uint8_t byte, bool *is_moderate)
{
	static const double unusual[] = {1e308, -1e308, 5e-324, 1e-300, 1e12, 1e-12, 1.7e308, 0.1};

	if (byte < 248)
		return (byte < 200 ? byte : 200 - byte) / 4.0;
	*is_moderate = false;
	return unusual[byte - 248];
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static Sample *sample;
	bool		is_moderate = true;
	uint64_t	before;

	if (sample == NULL)
	{
		sample = malloc(sizeof(Sample));
		sample->element = malloc(2 * MAX_VALUES * sizeof(double));
	}
	if (size < 4)
		return 0;
	sample->check = never;
	sample->width = 1 + data[0] % 2;
	sample->count = (uint32_t) (size / 2 - 1 < MAX_VALUES ? size / 2 - 1 : MAX_VALUES);
	for (uint32_t i = 0; i < sample->count; i++)
	{
		sample->element[i * sample->width] = value_from(data[2 + 2 * i], &is_moderate);
		if (sample->width == 2)
			sample->element[2 * i + 1] = 0.25 + data[3 + 2 * i];
	}
	before = checksum(sample);
	sort(sample);
	CHECK(checksum(sample) == before);
	if (is_moderate)
		check_definitions(sample);
	check_bounds(sample);
	return 0;
}
