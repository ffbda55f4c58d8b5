/*
 * Values with and without weights: sorted as they should be, every measure against its
 * definition over all pairs, and within its bounds whatever the values.
 */
#include "core/disparity.h"
#include "core/mean.h"

#include <math.h>

#include "fuzz.h"

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

	sample_sort(sample, scratch, never);
	free(scratch);
	for (uint32_t i = 1; i < sample->count; i++)
		CHECK(sample_value(sample, i - 1) <= sample_value(sample, i));
	for (uint32_t i = 1; i < sample->count && sample->width == 2; i++)
		CHECK(sample_value(sample, i - 1) < sample_value(sample, i) ||
			  sample_weight(sample, i - 1) <= sample_weight(sample, i));
}

static bool
is_near(double a, double b)
{
	return fabs(a - b) <= 1e-11 * fmax(1.0, fmax(fabs(a), fabs(b)));
}

/* Of values and weights of moderate size. */
static void
check_definitions(const Sample *sample)
{
	double		weight = 0.0,
				sum = 0.0,
				differences = 0.0,
				t = 0.0,
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
	{
		double		r = sample_value(sample, i) / (sum / weight);

		t += r > 0.0 ? sample_weight(sample, i) * r * log(r) / weight : 0.0;
		shortfall += sample_weight(sample, i) * fabs(r - 1.0) / weight / 2.0;
	}
	CHECK(hoover(sample, &result) == PLAN_OK && is_near(result, shortfall));
	if (sample_value(sample, 0) >= 0.0)
		CHECK(generalized_entropy(sample, 1.0, &result) == PLAN_OK && is_near(result, t));
	CHECK(is_near(power_mean(sample, 1.0), sum / weight));
}

/* Of any values. */
static void
check_bounds(const Sample *sample, double parameter)
{
	double		least = sample_value(sample, 0);
	double		greatest = sample_value(sample, sample->count - 1);
	double		result,
				other;

	if (least >= 0.0 && gini(sample, &result) == PLAN_OK)
		CHECK(result >= 0.0 && result < 1.0 + 1e-12);
	if (least >= 0.0 && atkinson(sample, fabs(parameter), &result) == PLAN_OK)
		CHECK(result >= 0.0 && result <= 1.0 + 1e-12);
	if (generalized_entropy(sample, parameter, &result) == PLAN_OK)
		CHECK(result >= 0.0);
	if (least == greatest && least > 0.0)
	{
		CHECK(gini(sample, &result) == PLAN_OK && result == 0.0);
		CHECK(hoover(sample, &result) == PLAN_OK && result == 0.0);
		CHECK(coefficient_of_variation(sample, &result) == PLAN_OK && result == 0.0);
		CHECK(generalized_entropy(sample, parameter, &result) == PLAN_OK && result == 0.0);
		CHECK(atkinson(sample, fabs(parameter), &result) == PLAN_OK && result == 0.0);
		CHECK(palma(sample, &result) == PLAN_OK && fabs(result - 0.25) < 1e-15);
	}
	palma(sample, &result);
	sigma_of_logs(sample, &result);
	beta_convergence(sample, 1.0 + fabs(parameter), &result);
	if (!power_mean_exists(least, parameter) || !power_mean_exists(least, parameter + 1.0))
		return;
	result = power_mean(sample, parameter);
	other = power_mean(sample, parameter + 1.0);
	CHECK(result >= least && other <= greatest);
	CHECK(result <= other || result - other < 1e-12 * greatest + 5e-324);
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
	double		parameter;

	if (sample == NULL)
		sample = malloc(sizeof(Sample) + 2 * MAX_VALUES * sizeof(double));
	if (size < 4)
		return 0;
	sample->width = 1 + data[0] % 2;
	sample->count = (uint32_t) (size / 2 - 1 < MAX_VALUES ? size / 2 - 1 : MAX_VALUES);
	parameter = (data[1] - 128) / 16.0;
	for (uint32_t i = 0; i < sample->count; i++)
	{
		sample->element[i * sample->width] = value_from(data[2 + 2 * i], &is_moderate);
		if (sample->width == 2)
			sample->element[2 * i + 1] = 0.25 + data[3 + 2 * i];
	}
	sort(sample);
	if (is_moderate)
		check_definitions(sample);
	check_bounds(sample, parameter);
	return 0;
}
