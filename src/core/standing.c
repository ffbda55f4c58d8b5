/*
 * standing.c
 *		Reading and writing standings: "8/63", with spaces around the stroke.
 */
#include "core/standing.h"

#include "core/text.h"

/* The share of the others that are behind, from 0 to 1; undefined where there are no others. */
PlanError
standing_percentile(Standing standing, double *percentile)
{
	if (standing.field <= 1)
		return PLAN_UNDEFINED;
	*percentile = (double) (standing.field - standing.rank) / (standing.field - 1);
	return PLAN_OK;
}

/* A number from 1 that fits 32 bits. */
static PlanError
read_place(const char **cursor, int32_t *place)
{
	int64_t		number;
	PlanError	error;

	text_skip_spaces(cursor);
	if (!text_is_digit(**cursor))
		return PLAN_SYNTAX;
	if ((error = text_read_int64(cursor, &number)) != PLAN_OK)
		return error;
	text_skip_spaces(cursor);
	if (number > INT32_MAX)
		return PLAN_OUT_OF_RANGE;
	*place = (int32_t) number;
	return PLAN_OK;
}

PlanError
standing_read(const char *text, Standing *standing)
{
	PlanError	error;

	if ((error = read_place(&text, &standing->rank)) != PLAN_OK)
		return error;
	if (!text_skip_word(&text, "/"))
		return PLAN_SYNTAX;
	if ((error = read_place(&text, &standing->field)) != PLAN_OK)
		return error;
	return *text == '\0' && standing_is_valid(*standing) ? PLAN_OK : PLAN_SYNTAX;
}

size_t
standing_write(char *out, Standing standing)
{
	char	   *p = out;

	p += text_write_int64(p, standing.rank);
	*p++ = '/';
	p += text_write_int64(p, standing.field);
	*p = '\0';
	return (size_t) (p - out);
}
