/*
 * Values that come and go, in any order: they stand as sorting puts them, and every measure has
 * the bits that it has of the values sorted anew.
 */
#include "core/ordered.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 512

#define MAX_VALUES 512

/* Those that are there, in the order of a queue or of a stack. */
static double present[2 * MAX_VALUES];
static uint32_t count;

static void
never(void)
{
}

static void *
allocate(void *context, size_t size)
{
	(void) context;
	return malloc(size);
}

static void
release_all(Ordered *ordered)
{
	for (uint32_t i = 0; i < ordered->blocks; i++)
		free(ordered->block[i]);
	free(ordered->block);
	free(ordered->part);
}

static double
value_from(uint8_t byte, uint8_t second)
{
	static const double unusual[] = {1e308, -1e308, 5e-324, 1e-300, 1e25, 1e-12, 0.1, 0.0};

	if (byte >= 248)
		return unusual[byte - 248];
	return ldexp(byte - 100, second % 4 == 0 ? 0 : second / 8 - 16);
}

static Sample *
sorted_sample(uint32_t width)
{
	size_t		size = count * width * sizeof(double);
	Sample	   *sample = malloc(sizeof(Sample) + size);
	void	   *scratch;

	*sample = (Sample) {width, count, never, (double *) (sample + 1)};
	memcpy(sample->element, present, size);
	scratch = malloc(sample_scratch_size(sample) + 1);
	sample_sort(sample, scratch);
	free(scratch);
	return sample;
}

typedef struct Pair
{
	PlanError	(*of_sample) (const Sample *sample, double *result);
	PlanError	(*of_sorted) (const SortedValues *sorted, double *result);
} Pair;

static const Pair measures[] = {
	{gini, gini_of_sorted},
	{gini_corrected, gini_corrected_of_sorted},
	{hoover, hoover_of_sorted},
	{palma, palma_of_sorted},
};

static void
check_measures(Ordered *ordered, const Sample *sample)
{
	SortedValues sorted;

	if (!ordered_find_sums(ordered))
		return;
	sorted = ordered_values(ordered);
	for (int i = 0; i < 4; i++)
	{
		double		one = 0.0,
					other = 0.0;
		PlanError	error = measures[i].of_sample(sample, &one);

		CHECK(measures[i].of_sorted(&sorted, &other) == error);
		CHECK(memcmp(&one, &other, sizeof(one)) == 0);
	}
}

static void
check_all(Ordered *ordered)
{
	Sample	   *sample;
	double	   *copy;

	CHECK(ordered->count == count);
	if (count == 0)
		return;
	sample = sorted_sample(ordered->width);
	copy = malloc(count * ordered->width * sizeof(double));
	ordered_copy(ordered, copy);
	for (uint32_t i = 0; i < count * ordered->width; i++)
		CHECK(copy[i] == sample->element[i]);
	if (ordered->width == 1)
		check_measures(ordered, sample);
	free(copy);
	free(sample);
}

/* Take the oldest or the newest, which must be there. */
static void
remove_one(Ordered *ordered, bool oldest)
{
	uint32_t	width = ordered->width;
	double	   *element = present + (oldest ? 0 : (count - 1) * width);

	CHECK(ordered_remove(ordered, element[0], width == 2 ? element[1] : 1.0));
	count--;
	if (oldest)
		memmove(present, present + width, count * width * sizeof(double));
}

static void
insert_one(Ordered *ordered, double value, double weight)
{
	ordered_insert(ordered, value, weight);
	present[count * ordered->width] = value;
	if (ordered->width == 2)
		present[count * 2 + 1] = weight;
	count++;
}

/* The first values at once. */
static void
fill(Ordered *ordered, const uint8_t *data, uint32_t values)
{
	Sample	   *sample;

	for (count = 0; count < values; count++)
	{
		present[count * ordered->width] = value_from(data[count], data[count]);
		if (ordered->width == 2)
			present[count * 2 + 1] = 1 + data[count] % 3;
	}
	sample = sorted_sample(ordered->width);
	ordered_fill(ordered, sample->element, count);
	free(sample);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Ordered		ordered;
	size_t		at = 2;

	if (size < 2)
		return 0;
	ordered_init(&ordered, 1 + data[0] % 2, (OrderedMemory) {allocate, free, NULL, never});
	count = 0;
	if (size > 2u + data[1])
	{
		fill(&ordered, data + 2, data[1]);
		at += data[1];
		check_all(&ordered);
	}
	for (; at + 2 < size; at += 3)
	{
		if (count > 0 && (data[at] % 8 < 3 || count == MAX_VALUES))
			remove_one(&ordered, data[at] % 8 > 0);
		else
			insert_one(&ordered, value_from(data[at + 1], data[at + 2]), 1 + data[at + 2] % 3);
		if (data[at] % 64 == 5)
			check_all(&ordered);
	}
	check_all(&ordered);
	while (count > 0)
		remove_one(&ordered, count % 2 == 0);
	check_all(&ordered);
	release_all(&ordered);
	return 0;
}
