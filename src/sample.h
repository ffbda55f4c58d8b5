/*
 * sample.h
 *		Samples as the internal state of aggregates.
 *
 * A state is one piece of memory, which moves when it grows: transition functions return
 * where it is.
 */
#ifndef TNPLAN_SAMPLE_H
#define TNPLAN_SAMPLE_H

#include "argument.h"
#include "core/sample.h"
#include "growing.h"

/* Computes a figure from a sample that is sorted and not empty. */
typedef PlanError (*SampleMeasure) (const Sample *sample, double *result);

extern Sample *new_sample(MemoryContext context, uint32 width, uint64 count);
extern Sample *grow_sample(Sample *sample, uint64 count);
extern Sample *append_sample(Sample *sample, const Sample *other);
extern void sort_sample(Sample *sample);
extern Datum figure_datum(FunctionCallInfo fcinfo, PlanError error, double figure);
extern Datum measure_datum(FunctionCallInfo fcinfo, SampleMeasure measure);

/* The state of the aggregate, a new one before its first row. */
static inline Sample *
sample_argument(FunctionCallInfo fcinfo, uint32 width)
{
	if (unlikely(PG_ARGISNULL(0)))
		return new_sample(aggregate_context(fcinfo), width, 0);
	return (Sample *) PG_GETARG_POINTER(0);
}

static inline Sample *
add_value(Sample *sample, double value)
{
	if (unlikely(sample->count == sample->capacity))
		sample = grow_sample(sample, (uint64) sample->count + 1);
	sample->element[sample->count++] = value;
	return sample;
}

/* The second is the weight of the first, or whatever belongs to it. */
static inline Sample *
add_pair(Sample *sample, double value, double second)
{
	if (unlikely(sample->count == sample->capacity))
		sample = grow_sample(sample, (uint64) sample->count + 1);
	sample->element[2 * (size_t) sample->count] = value;
	sample->element[2 * (size_t) sample->count + 1] = second;
	sample->count++;
	return sample;
}

#endif							/* TNPLAN_SAMPLE_H */
