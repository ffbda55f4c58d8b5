/*
 * moments_text.c
 *		The text form of means and measures of disparity as sums.
 *
 * It names the measure and what is not zero:
 *
 *		power_mean parameter=0 rows=3 missing=1 w=2 f=1.0986122886681098
 *		cv empty
 */
#include "core/moments.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/text.h"
#include "core/wide.h"

#define LIMBS MOMENTS_LIMBS

#define EMPTY_TEXT "empty"

static const char *const sum_names[NUM_SUMS] = {"w", "x", "f", "xf"};

static PlanError
read_measure(const char **cursor, Moments *moments)
{
	for (int i = 0; i < NUM_MEASURES; i++)
	{
		const char *p = *cursor;

		if (text_skip_word(&p, measure_name((Measure) i)) && *p == ' ')
		{
			moments_init(moments, (Measure) i);
			text_skip_spaces(&p);
			*cursor = p;
			return PLAN_OK;
		}
	}
	return PLAN_SYNTAX;
}

static PlanError
read_named_number(const char **cursor, const char *name, double *number)
{
	PlanError	error;

	if (!text_skip_name(cursor, name))
		return PLAN_OK;
	/* Of those that are not finite a power may be. */
	*number = INFINITY;
	if (text_skip_word(cursor, "-Infinity"))
		*number = -INFINITY;
	else if (!text_skip_word(cursor, "Infinity") &&
			 (error = text_read_double(cursor, number)) != PLAN_OK)
		return error;
	*number += 0.0;
	return text_skip_separator(cursor) ? PLAN_OK : PLAN_SYNTAX;
}

static PlanError
read_count(const char **cursor, const char *name, int64_t *count)
{
	PlanError	error;

	if (!text_skip_name(cursor, name))
		return PLAN_OK;
	error = text_read_int64(cursor, count);
	if (error != PLAN_OK)
		return error;
	return text_skip_separator(cursor) ? PLAN_OK : PLAN_SYNTAX;
}

static PlanError
read_sum(const char **cursor, const char *name, uint64_t *sum)
{
	PlanError	error;

	if (!text_skip_name(cursor, name))
		return PLAN_OK;
	error = wide_read(cursor, sum, LIMBS);
	if (error != PLAN_OK)
		return error;
	return text_skip_separator(cursor) ? PLAN_OK : PLAN_SYNTAX;
}

PlanError
moments_read(const char *text, Moments *moments)
{
	PlanError	error;

	text_skip_spaces(&text);
	error = read_measure(&text, moments);
	if (error != PLAN_OK)
		return error;
	if (text_skip_word(&text, EMPTY_TEXT))
	{
		text_skip_spaces(&text);
		return *text == '\0' ? PLAN_OK : PLAN_SYNTAX;
	}
	if ((error = read_named_number(&text, "parameter", &moments->parameter)) != PLAN_OK ||
		(error = read_named_number(&text, "min_coverage", &moments->min_coverage)) != PLAN_OK ||
		(error = read_count(&text, "rows", &moments->rows)) != PLAN_OK ||
		(error = read_count(&text, "missing", &moments->missing)) != PLAN_OK ||
		(error = read_count(&text, "covering", &moments->covering)) != PLAN_OK ||
		(error = read_count(&text, "zeros", &moments->zeros)) != PLAN_OK ||
		(error = read_count(&text, "negatives", &moments->negatives)) != PLAN_OK)
		return error;
	for (int i = 0; i < NUM_SUMS; i++)
		if ((error = read_sum(&text, sum_names[i], moments->sum[i])) != PLAN_OK)
			return error;
	return *text == '\0' && moments_is_valid(moments) ? PLAN_OK : PLAN_SYNTAX;
}

static char *
write_name(char *p, const char *name)
{
	*p++ = ' ';
	return p + text_write_name(p, name);
}

static char *
write_named_number(char *p, const char *name, double number)
{
	p = write_name(p, name);
	if (isinf(number))
		return p + sprintf(p, "%sInfinity", number < 0.0 ? "-" : "");
	return p + text_write_double(p, number);
}

static char *
write_named_count(char *p, const char *name, int64_t count)
{
	if (count == 0)
		return p;
	p = write_name(p, name);
	return p + text_write_int64(p, count);
}

/* Returns the length. */
size_t
moments_write(char *out, const Moments *moments)
{
	const char *name = measure_name(moments->measure);
	char	   *p = out + strlen(name);

	memcpy(out, name, strlen(name));
	if (moments_is_empty(moments))
		return (size_t) (p - out) + (size_t) sprintf(p, " " EMPTY_TEXT);
	if (measure_parameter(moments->measure) != NULL)
		p = write_named_number(p, "parameter", moments->parameter);
	if (moments->covering != 0)
		p = write_named_number(p, "min_coverage", moments->min_coverage);
	p = write_named_count(p, "rows", moments->rows);
	p = write_named_count(p, "missing", moments->missing);
	p = write_named_count(p, "covering", moments->covering);
	p = write_named_count(p, "zeros", moments->zeros);
	p = write_named_count(p, "negatives", moments->negatives);
	for (int i = 0; i < NUM_SUMS; i++)
		if (wide_sign(moments->sum[i], LIMBS) != 0)
		{
			p = write_name(p, sum_names[i]);
			p += wide_write(p, moments->sum[i], LIMBS);
		}
	*p = '\0';
	return (size_t) (p - out);
}
