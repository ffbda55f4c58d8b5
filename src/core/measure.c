/*
 * measure.c
 *		A mean or a measure of disparity, with its parameter.
 *
 * The text form is a name, with the parameter behind it where the measure has one:
 *
 *		theil_t
 *		atkinson 0.5
 *		power_mean -Infinity
 */
#include "core/measure.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/text.h"

const MeasureEntry measure_entries[NUM_MEASURE_ENTRIES] = {
	{"power_mean", MEASURE_POWER_MEAN, 0.0, PARAMETER_ANY, "power", SECOND_WEIGHT, true},
	{"generalized_entropy", MEASURE_ENTROPY, 0.0, PARAMETER_FINITE, "alpha", SECOND_WEIGHT, false},
	{"atkinson", MEASURE_ATKINSON, 0.0, PARAMETER_NOT_NEGATIVE, "epsilon", SECOND_WEIGHT, false},
	{"cv", MEASURE_CV, 0.0, PARAMETER_NONE, NULL, SECOND_WEIGHT, false},
	{"cv_sample", MEASURE_CV_SAMPLE, 0.0, PARAMETER_NONE, NULL, SECOND_NONE, false},
	{"sigma", MEASURE_SIGMA, 0.0, PARAMETER_NONE, NULL, SECOND_NONE, false},
	{"sigma_cv", MEASURE_SIGMA_CV, 0.0, PARAMETER_NONE, NULL, SECOND_NONE, false},
	{"beta_convergence", MEASURE_BETA, 0.0, PARAMETER_POSITIVE, "years", SECOND_LATER, false},
	{"max_min_ratio", MEASURE_MAX_MIN, 0.0, PARAMETER_NONE, NULL, SECOND_NONE, false},
	{"arithmetic_mean", MEASURE_POWER_MEAN, 1.0, PARAMETER_NONE, NULL, SECOND_WEIGHT, true},
	{"geometric_mean", MEASURE_POWER_MEAN, 0.0, PARAMETER_NONE, NULL, SECOND_WEIGHT, true},
	{"harmonic_mean", MEASURE_POWER_MEAN, -1.0, PARAMETER_NONE, NULL, SECOND_WEIGHT, true},
	{"theil_t", MEASURE_ENTROPY, 1.0, PARAMETER_NONE, NULL, SECOND_WEIGHT, false},
	{"theil_l", MEASURE_ENTROPY, 0.0, PARAMETER_NONE, NULL, SECOND_WEIGHT, false}
};

bool
measure_takes(Measure measure, double parameter)
{
	switch (measure_entries[measure].kind)
	{
		case PARAMETER_ANY:
			return !isnan(parameter);
		case PARAMETER_FINITE:
			return isfinite(parameter);
		case PARAMETER_NOT_NEGATIVE:
			return isfinite(parameter) && parameter >= 0.0;
		case PARAMETER_POSITIVE:
			return isfinite(parameter) && parameter > 0.0;
		default:
			return parameter == 0.0;
	}
}

PlanMeasure
measure_make(Measure measure, double parameter)
{
	/* -0 becomes 0 */
	return (PlanMeasure) {MEASURE_VERSION, (uint8_t) measure, {0}, parameter + 0.0};
}

/* Whether these bits are a measure, of those that are equal the only one. */
bool
measure_is_valid(const PlanMeasure *measure)
{
	if (measure->version != MEASURE_VERSION || measure->measure >= NUM_MEASURES)
		return false;
	for (size_t i = 0; i < sizeof(measure->reserved); i++)
		if (measure->reserved[i] != 0)
			return false;
	return measure_takes(measure->measure, measure->parameter) &&
		!(measure->parameter == 0.0 && signbit(measure->parameter));
}

/* The name that it is written by: one of its own, or the general one with the parameter. */
const MeasureEntry *
measure_entry(const PlanMeasure *measure)
{
	for (int i = NUM_MEASURES; i < NUM_MEASURE_ENTRIES; i++)
		if (measure_entries[i].measure == measure->measure &&
			measure_entries[i].parameter == measure->parameter)
			return &measure_entries[i];
	return &measure_entries[measure->measure];
}

/* A total order, for sorting and for equality. */
int
measure_compare(const PlanMeasure *a, const PlanMeasure *b)
{
	if (a->measure != b->measure)
		return a->measure < b->measure ? -1 : 1;
	return a->parameter < b->parameter ? -1 : a->parameter > b->parameter;
}

/*
 * Text.
 */

/* Skip the word, which has small letters, if the text goes on with it in any case. */
static bool
skip_any_case(const char **cursor, const char *word)
{
	const char *p = *cursor;

	for (; *word != '\0'; word++, p++)
		if (*p != *word && !(*word >= 'a' && *word <= 'z' && *p == *word - 'a' + 'A'))
			return false;
	*cursor = p;
	return true;
}

/* Behind a name or a number stands a space or the end. */
static bool
at_separator(const char *p)
{
	const char *end = p;

	text_skip_spaces(&end);
	return end != p || *p == '\0';
}

static const MeasureEntry *
read_entry(const char **cursor)
{
	for (int i = 0; i < NUM_MEASURE_ENTRIES; i++)
	{
		const char *p = *cursor;

		if (skip_any_case(&p, measure_entries[i].name) && at_separator(p))
		{
			*cursor = p;
			return &measure_entries[i];
		}
	}
	return NULL;
}

static bool
skip_infinity(const char **cursor)
{
	return skip_any_case(cursor, "infinity") || skip_any_case(cursor, "inf");
}

static PlanError
read_parameter(const char **cursor, double *parameter)
{
	const char *p = *cursor;
	bool		negative = *p == '-';

	if (negative || *p == '+')
		p++;
	if (!skip_infinity(&p))
		return text_read_double(cursor, parameter);
	*parameter = negative ? -INFINITY : INFINITY;
	*cursor = p;
	return PLAN_OK;
}

/* Where it fails, the entry says how far it came: NULL without a name that is known. */
PlanError
measure_read(const char *text, PlanMeasure *measure, const MeasureEntry **entry)
{
	PlanError	error = PLAN_OK;
	double		parameter;

	text_skip_spaces(&text);
	*entry = read_entry(&text);
	if (*entry == NULL)
		return PLAN_SYNTAX;
	text_skip_spaces(&text);
	parameter = (*entry)->parameter;
	if ((*entry)->kind != PARAMETER_NONE)
		error = read_parameter(&text, &parameter);
	if (error != PLAN_OK)
		return error;
	text_skip_spaces(&text);
	if (*text != '\0')
		return PLAN_SYNTAX;
	*measure = measure_make((*entry)->measure, parameter);
	return measure_takes((*entry)->measure, parameter) ? PLAN_OK : PLAN_BAD_PARAMETER;
}

/* Returns the length. */
size_t
measure_write(char *out, const PlanMeasure *measure)
{
	const MeasureEntry *entry = measure_entry(measure);
	size_t		length = (size_t) sprintf(out, "%s", entry->name);

	if (entry->kind == PARAMETER_NONE)
		return length;
	out[length++] = ' ';
	if (isinf(measure->parameter))
		return length + (size_t) sprintf(out + length, "%sInfinity",
										 measure->parameter < 0.0 ? "-" : "");
	return length + text_write_double(out + length, measure->parameter);
}
