/*
 * sample.h
 *		Samples as the internal state of aggregates.
 *
 * While it grows a sample is in pieces, each a quarter of what was kept before it: nothing that
 * was kept moves again.  The newest values stand in the state itself, so that most rows touch
 * no other memory, which counts where many groups grow side by side.  In the frame of a window
 * values come and go: from the second figure on they are kept in order.
 */
#ifndef TNPLAN_SAMPLE_H
#define TNPLAN_SAMPLE_H

#include "aggstate.h"
#include "argument.h"
#include "core/disparity.h"
#include "core/ordered.h"

typedef struct SamplePiece
{
	struct SamplePiece *previous;
	uint64		size;
	double		number[];
} SamplePiece;

#define RECENT_NUMBERS 26

/* A value is one number, or two with its weight. */
typedef struct SampleState
{
	uint32		kept;			/* values in the pieces */
	uint8		width;			/* numbers of a value */
	bool		was_read;		/* a figure of it was computed */
	uint16		recent;			/* numbers that stand here */
	Ordered    *ordered;		/* then all values are there, and none here */
	SamplePiece *last;			/* those before it are full */
	double	   *next;			/* where there is room in the last, and for how many */
	uint64		room;
	double		number[RECENT_NUMBERS];
} SampleState;

/* Computes a figure from a sample that is sorted and not empty, or from values that are so. */
typedef PlanError (*SampleMeasure) (const Sample *sample, double *result);
typedef PlanError (*SortedMeasure) (const SortedValues *sorted, double *result);

extern SampleState *new_sample_state(MemoryContext context, uint32 width);
extern void keep_numbers(SampleState *state, const void *from, uint64 count);
extern void keep_recent(SampleState *state);
extern void insert_in_order(SampleState *state, double value, double second);
extern void append_sample(SampleState *state, const SampleState *other);
extern void copy_sample(const SampleState *state, void *to);
extern Sample sorted_sample(SampleState *state);
extern void remove_from_sample(SampleState *state, double value, double second);
extern Datum measure_datum(FunctionCallInfo fcinfo, SampleMeasure measure, SortedMeasure of_sorted);

/* The state of the aggregate, a new one before its first row. */
static inline SampleState *
sample_argument(FunctionCallInfo fcinfo, uint32 width)
{
	if (unlikely(PG_ARGISNULL(0)))
		return new_sample_state(aggregate_context(fcinfo), width);
	return (SampleState *) PG_GETARG_POINTER(0);
}

/* What a transition returns when a row adds nothing: of a moving frame there has to be a state. */
static inline Datum
unchanged_sample(FunctionCallInfo fcinfo, uint32 width)
{
	if (PG_ARGISNULL(0) && is_in_window(fcinfo))
		PG_RETURN_POINTER(sample_argument(fcinfo, width));
	return unchanged_state(fcinfo);
}

/* Number of values. */
static inline uint64
sample_state_count(const SampleState *state)
{
	if (state->ordered != NULL)
		return state->ordered->count;
	return (uint64) state->kept + state->recent / state->width;
}

/* Of all its numbers, in bytes. */
static inline size_t
sample_state_size(const SampleState *state)
{
	return sample_state_count(state) * state->width * sizeof(double);
}

static inline void
sample_add_value(SampleState *state, double value)
{
	if (unlikely(state->ordered != NULL))
	{
		insert_in_order(state, value, 1.0);
		return;
	}
	if (unlikely(state->recent == RECENT_NUMBERS))
		keep_recent(state);
	state->number[state->recent++] = value;
}

/* The second is the weight of the first, or whatever belongs to it. */
static inline void
sample_add_pair(SampleState *state, double value, double second)
{
	if (unlikely(state->ordered != NULL))
	{
		insert_in_order(state, value, second);
		return;
	}
	if (unlikely(state->recent == RECENT_NUMBERS))
		keep_recent(state);
	state->number[state->recent++] = value;
	state->number[state->recent++] = second;
}

#endif							/* TNPLAN_SAMPLE_H */
