/*
 * sample.c
 *		Values that are kept until all of them are known, with or without weights.
 */
#include "core/sample.h"

#include <assert.h>
#include <math.h>

#include "core/keysort.h"

/* Up to here insertion costs less than counting bytes, and needs no other memory. */
#define MAX_INSERTION 40

static_assert(sizeof(KeyedValue) == 2 * sizeof(double), "keys stand in the place of numbers");

/* Whether the first of two elements has to stand behind the second: by value, then by weight. */
static inline bool
is_behind(const double *a, const double *b, uint32_t width)
{
	return a[0] > b[0] || (width == 2 && a[0] == b[0] && a[1] > b[1]);
}

bool
sample_is_sorted(const Sample *sample)
{
	const double *element = sample->element;

	for (uint32_t i = 1; i < sample->count; i++, element += sample->width)
	{
		check_at_times(i, sample->check);
		if (is_behind(element, element + sample->width, sample->width))
			return false;
	}
	return true;
}

static void
sort_by_insertion(Sample *sample)
{
	uint32_t	width = sample->width;

	for (uint32_t i = 1; i < sample->count; i++)
	{
		double	   *place = sample->element + (size_t) i * width;
		double		moved[2] = {place[0], width == 2 ? place[1] : 0.0};

		for (; place > sample->element && is_behind(place - width, moved, width); place -= width)
			memcpy(place, place - width, width * sizeof(double));
		memcpy(place, moved, width * sizeof(double));
	}
}

/*
 * By weight first, since the sort by value keeps the order of equal ones.  Keys stand where the
 * numbers stood that they are of, so that sorting takes no other memory than the scratch.
 */
static void
sort_pairs(Sample *sample, KeyedValue *scratch)
{
	uint32_t	count = sample->count;
	KeyedValue *pairs = (KeyedValue *) sample->element;
	KeyedValue *sorted;

	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, sample->check);
		pairs[i] = (KeyedValue) {sortable_double(sample_weight(sample, i)),
			sortable_double(sample_value(sample, i))};
	}
	sorted = pairsort(pairs, scratch, count, sample->check);
	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, sample->check);
		sorted[i] = (KeyedValue) {sorted[i].value, sorted[i].key};
	}
	sorted = pairsort(sorted, sorted == pairs ? scratch : pairs, count, sample->check);
	for (uint32_t i = 0; i < count; i++)
	{
		KeyedValue	pair = sorted[i];

		check_at_times(i, sample->check);
		sample->element[2 * (size_t) i] = double_of_key(pair.key);
		sample->element[2 * (size_t) i + 1] = double_of_key(pair.value);
	}
}

/* What sample_sort() needs beside the sample: nothing where there is little to sort. */
size_t
sample_scratch_size(const Sample *sample)
{
	return sample->count <= MAX_INSERTION ? 0 :
		(size_t) sample->count * sample->width * sizeof(double);
}

/* Sort by value, then by weight. */
void
sample_sort(Sample *sample, void *scratch)
{
	if (sample->count <= MAX_INSERTION)
		sort_by_insertion(sample);
	else if (sample->width == 1)
		sort_doubles(sample->element, scratch, sample->count, sample->check);
	else
		sort_pairs(sample, scratch);
}

/* The power of two that takes a number to [1/2, 1), or near it; 1 for zero. */
static double
scale_of(double largest)
{
	int			exponent;

	if (largest == 0.0)
		return 1.0;
	frexp(largest, &exponent);
	return ldexp(1.0, exponent < -1000 ? 1000 : -exponent);
}

/* The power of two by which the values are scaled to below 2, of a sample that is sorted. */
double
sample_scale(const Sample *sample)
{
	return scale_of(fmax(fabs(sample_value(sample, 0)),
						 fabs(sample_value(sample, sample->count - 1))));
}

/* What x was before it was scaled. */
double
sample_unscaled(double x, double scale)
{
	return x / scale;
}

static double
largest_weight(const Sample *sample)
{
	double		largest = 0.0;

	for (uint32_t i = 0; i < sample->count; i++)
	{
		check_at_times(i, sample->check);
		largest = fmax(largest, sample_weight(sample, i));
	}
	return largest;
}

static SampleTotals
totals_of_values(const Sample *sample, SampleTotals totals)
{
	LongSum		sum = {0.0, 0.0};

	for (uint32_t i = 0; i < sample->count; i++)
	{
		check_at_times(i, sample->check);
		longsum_add(&sum, sample->element[i] * totals.scale);
	}
	sum = longsum_normalized(sum);
	totals.weight = (LongSum) {sample->count, 0.0};
	totals.mean = longsum_ratio(&sum, &totals.weight);
	return totals;
}

static SampleTotals
totals_of_pairs(const Sample *sample, SampleTotals totals)
{
	LongSum		sum = {0.0, 0.0};

	for (uint32_t i = 0; i < sample->count; i++)
	{
		double		x = sample_value(sample, i) * totals.scale;
		double		weight = sample_weight(sample, i) * totals.weight_scale;
		double		product = x * weight;

		check_at_times(i, sample->check);
		longsum_add(&totals.weight, weight);
		longsum_add(&sum, product);
		sum.rest += fma(x, weight, -product);
	}
	sum = longsum_normalized(sum);
	totals.weight = longsum_normalized(totals.weight);
	totals.mean = longsum_ratio(&sum, &totals.weight);
	return totals;
}

/* Of a sample that is sorted and not empty.  Equal values have that very value as mean. */
SampleTotals
sample_totals(const Sample *sample)
{
	double		least = sample_value(sample, 0);
	double		greatest = sample_value(sample, sample->count - 1);
	SampleTotals totals = {sample_scale(sample), 1.0, {0.0, 0.0}, {0.0, 0.0}};

	if (sample->width == 1)
		totals = totals_of_values(sample, totals);
	else
	{
		totals.weight_scale = scale_of(largest_weight(sample));
		totals = totals_of_pairs(sample, totals);
	}
	if (least == greatest)
		totals.mean = (LongSum) {least * totals.scale, 0.0};
	return totals;
}
