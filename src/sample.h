/*
 * sample.h
 *		Samples as the internal state of aggregates.
 *
 * A state is one piece of memory, which moves when it grows: transition functions return
 * where it is.
 */
#ifndef TNPLAN_SAMPLE_H
#define TNPLAN_SAMPLE_H

#include <math.h>

#include "core/sample.h"
#include "growing.h"
#include "tnplan.h"

/* Computes a figure from a sample that is sorted and not empty. */
typedef PlanError (*SampleMeasure) (const Sample *sample, double *result);

extern Sample *new_sample(MemoryContext context, uint32 width, uint64 count);
extern Sample *grow_sample(Sample *sample, uint64 count);
extern Sample *append_sample(Sample *sample, const Sample *other);
extern void sort_sample(Sample *sample);
extern void set_sample_parameter(Sample *sample, int n, const char *name, double value);
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

/* A figure that is not missing; -0 is 0, lest a result show which of the two came first. */
static inline double
finite_argument(FunctionCallInfo fcinfo, int n, const char *name)
{
	double		value = PG_GETARG_FLOAT8(n);

	if (unlikely(!isfinite(value)))
		report_figure_error(name, value);
	return value + 0.0;
}

/* An unknown weight weighs nothing. */
static inline double
checked_weight_argument(FunctionCallInfo fcinfo, int n)
{
	double		weight = PG_ARGISNULL(n) ? 0.0 : PG_GETARG_FLOAT8(n);

	if (unlikely(!(weight >= 0.0)))
		report_weight_error(weight);
	if (unlikely(isinf(weight)))
		report_figure_error("weight", weight);
	return weight;
}

#endif							/* TNPLAN_SAMPLE_H */
