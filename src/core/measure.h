/*
 * measure.h
 *		A mean or a measure of disparity, with its parameter.
 *
 * One table says what each is called, which parameter it has and what a row gives besides
 * the value.  Several names may stand for one measure: geometric_mean is power_mean 0.
 */
#ifndef TNPLAN_CORE_MEASURE_H
#define TNPLAN_CORE_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"

#define MEASURE_VERSION 1

/* What sums are kept for.  Stored and sent: new ones go to the end. */
typedef enum Measure
{
	MEASURE_POWER_MEAN,
	MEASURE_ENTROPY,
	MEASURE_ATKINSON,
	MEASURE_CV,
	MEASURE_CV_SAMPLE,
	MEASURE_SIGMA,
	MEASURE_SIGMA_CV,
	MEASURE_BETA,
	MEASURE_MAX_MIN,
	NUM_MEASURES
} Measure;

/* Which parameters there are. */
typedef enum ParameterKind
{
	PARAMETER_NONE,
	PARAMETER_ANY,				/* infinity too */
	PARAMETER_FINITE,
	PARAMETER_NOT_NEGATIVE,		/* and finite */
	PARAMETER_POSITIVE			/* and finite */
} ParameterKind;

/* What a row has behind its value. */
typedef enum MeasureSecond
{
	SECOND_NONE,
	SECOND_WEIGHT,
	SECOND_LATER				/* the later value of the same place */
} MeasureSecond;

typedef struct MeasureEntry
{
	const char *name;
	Measure		measure;
	double		parameter;		/* unless it is written behind the name */
	ParameterKind kind;			/* of a parameter that is written */
	const char *parameter_name; /* NULL where none is */
	MeasureSecond second;
	bool		takes_coverage;
} MeasureEntry;

#define NUM_MEASURE_ENTRIES 14

/* The first of them are those of the measures themselves, in their order. */
extern const MeasureEntry measure_entries[NUM_MEASURE_ENTRIES];

/* Stored as it is, so that fields keep this order: equal measures are equal bytes. */
typedef struct PlanMeasure
{
	uint8_t		version;
	uint8_t		measure;
	uint8_t		reserved[6];	/* always zero */
	double		parameter;		/* 0 where there is none */
} PlanMeasure;

/* Room for any as text. */
#define MEASURE_TEXT_SIZE 64

static inline const char *
measure_name(Measure measure)
{
	return measure_entries[measure].name;
}

/* What the parameter of a measure is called; NULL where there is none. */
static inline const char *
measure_parameter(Measure measure)
{
	return measure_entries[measure].parameter_name;
}

static inline bool
measure_is_weighted(Measure measure)
{
	return measure_entries[measure].second == SECOND_WEIGHT;
}

extern bool measure_takes(Measure measure, double parameter);

extern PlanMeasure measure_make(Measure measure, double parameter);
extern bool measure_is_valid(const PlanMeasure *measure);
extern const MeasureEntry *measure_entry(const PlanMeasure *measure);
extern int	measure_compare(const PlanMeasure *a, const PlanMeasure *b);
extern PlanError measure_read(const char *text, PlanMeasure *measure, const MeasureEntry **entry);
extern size_t measure_write(char *out, const PlanMeasure *measure);

#endif							/* TNPLAN_CORE_MEASURE_H */
