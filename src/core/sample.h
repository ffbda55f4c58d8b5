/*
 * sample.h
 *		Values that are kept until all of them are known, with or without weights.
 *
 * What is computed from a sample takes its values sorted, and sums them with an error term:
 * so the results depend neither on the order in which the values came nor on the unit.
 */
#ifndef TNPLAN_CORE_SAMPLE_H
#define TNPLAN_CORE_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"
#include "core/longsum.h"
#include "core/pairsort.h"

#define SAMPLE_MAX_COUNT INT32_MAX

typedef struct Sample
{
	uint32_t	width;			/* 1: values; 2: values, each with its weight */
	uint32_t	count;
	InterruptCheck check;		/* for long loops over it */
	double	   *element;
} Sample;

/*
 * Sums over a sorted sample.  Values and weights are scaled by powers of two, which is
 * exact, to below 2: so no sum of them overflows, however large they are.
 */
typedef struct SampleTotals
{
	double		scale;
	double		weight_scale;
	LongSum		weight;
	LongSum		mean;
} SampleTotals;

extern bool sample_is_sorted(const Sample *sample);
extern size_t sample_scratch_size(const Sample *sample);
extern void sample_sort(Sample *sample, void *scratch);
extern double sample_scale(const Sample *sample);
extern SampleTotals sample_totals(const Sample *sample);
extern double sample_unscaled(double x, double scale);

static inline double
sample_value(const Sample *sample, uint32_t i)
{
	return sample->element[(size_t) i * sample->width];
}

static inline double
sample_weight(const Sample *sample, uint32_t i)
{
	return sample->width == 1 ? 1.0 : sample->element[2 * (size_t) i + 1];
}

/* How far a value lies from the mean, as a share of the mean. */
static inline double
sample_deviation(const Sample *sample, const SampleTotals *totals, uint32_t i)
{
	return longsum_from(sample_value(sample, i) * totals->scale, &totals->mean) / totals->mean.sum;
}

#endif							/* TNPLAN_CORE_SAMPLE_H */
