/*
 * sample.c
 *		Samples as the internal state of aggregates.
 */
#include "postgres.h"

#include "sample.h"

/* A new state takes this, and grows by doubling: most groups have few values. */
#define FIRST_SIZE 128

StaticAssertDecl(offsetof(Sample, element) == 16, "a sample of fourteen values takes a whole chunk");

static inline size_t
size_for(uint32 width, uint64 count)
{
	return offsetof(Sample, element) + count * width * sizeof(double);
}

static void
check_count(uint64 count)
{
	if (count > SAMPLE_MAX_COUNT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many values to keep"),
				 errdetail("At most %d values can be kept.", SAMPLE_MAX_COUNT)));
}

/* The largest number of elements that the next doubling has room for. */
static uint32
capacity_for(uint32 width, uint64 count)
{
	size_t		size = FIRST_SIZE;

	check_count(count);
	while (size < size_for(width, count))
		size *= 2;
	return Min((size - offsetof(Sample, element)) / (width * sizeof(double)), SAMPLE_MAX_COUNT);
}

Sample *
new_sample(MemoryContext context, uint32 width, uint64 count)
{
	uint32		capacity = capacity_for(width, count);
	Sample	   *sample = MemoryContextAllocHuge(context, size_for(width, capacity));

	memset(sample, 0, offsetof(Sample, element));
	sample->width = width;
	sample->capacity = capacity;
	return sample;
}

Sample *
grow_sample(Sample *sample, uint64 count)
{
	uint32		capacity = capacity_for(sample->width, count);

	sample = repalloc_huge(sample, size_for(sample->width, capacity));
	sample->capacity = capacity;
	return sample;
}

Sample *
append_sample(Sample *sample, const Sample *other)
{
	uint64		count = (uint64) sample->count + other->count;

	if (count > sample->capacity)
		sample = grow_sample(sample, count);
	memcpy(sample->element + (size_t) sample->count * sample->width, other->element,
		   (size_t) other->count * sample->width * sizeof(double));
	sample->count = count;
	return sample;
}

/* In place: that is no change to a state, of which the order means nothing. */
void
sort_sample(Sample *sample)
{
	size_t		size = sample_scratch_size(sample);
	void	   *scratch = size > 0 ? allocate_huge(size) : NULL;

	sample_sort(sample, scratch, check_for_interrupts);
	if (scratch != NULL)
		pfree(scratch);
}

PG_FUNCTION_INFO_V1(plan_sample_combine);
Datum
plan_sample_combine(PG_FUNCTION_ARGS)
{
	const Sample *other;
	Sample	   *sample;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	other = (const Sample *) PG_GETARG_POINTER(1);
	sample = sample_argument(fcinfo, other->width);
	PG_RETURN_POINTER(append_sample(sample, other));
}

PG_FUNCTION_INFO_V1(plan_sample_serialize);
Datum
plan_sample_serialize(PG_FUNCTION_ARGS)
{
	const Sample *sample = (const Sample *) PG_GETARG_POINTER(0);
	size_t		size = size_for(sample->width, sample->count);
	bytea	   *bytes = new_partial_state(size, "values");

	memcpy(VARDATA(bytes), sample, size);
	PG_RETURN_BYTEA_P(bytes);
}

PG_FUNCTION_INFO_V1(plan_sample_deserialize);
Datum
plan_sample_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	size_t		size = VARSIZE_ANY_EXHDR(bytes);
	Sample	   *sample = MemoryContextAllocHuge(CurrentMemoryContext, size);

	memcpy(sample, VARDATA_ANY(bytes), size);
	sample->capacity = sample->count;
	PG_RETURN_POINTER(sample);
}

/* NULL where there is none; an error where it is too large to be told. */
Datum
figure_datum(FunctionCallInfo fcinfo, PlanError error, double figure)
{
	if (error == PLAN_UNDEFINED)
		PG_RETURN_NULL();
	if (error != PLAN_OK || !isfinite(figure))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("the result is too large for type double precision")));
	PG_RETURN_FLOAT8(figure);
}

/* The body of a final function. */
Datum
measure_datum(FunctionCallInfo fcinfo, SampleMeasure measure)
{
	Sample	   *sample = (Sample *) PG_GETARG_POINTER(0);
	double		figure = 0.0;
	PlanError	error;

	if (sample->count == 0)
		PG_RETURN_NULL();
	sort_sample(sample);
	error = measure(sample, &figure);
	return figure_datum(fcinfo, error, figure);
}
