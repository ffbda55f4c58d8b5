/*
 * standing.c
 *		Reading and writing standings: "8/63", "8", "101-150", "1001+"; with spaces in between.
 */
#include "core/standing.h"

#include "core/text.h"

/* The share of the others that are behind, from 0 to 1; undefined where none are known. */
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

/* What stands between the edges of a band: a hyphen, or an en dash in UTF-8. */
static bool
skip_dash(const char **cursor)
{
	return text_skip_word(cursor, "-") || text_skip_word(cursor, "\xe2\x80\x93");
}

/* The other edge of a band, if there is one. */
static PlanError
read_band(const char **cursor, Standing *standing)
{
	PlanError	error;

	if (text_skip_word(cursor, "+"))
	{
		/* The largest number tells open bands. */
		if (standing->rank == NO_LAST_RANK)
			return PLAN_OUT_OF_RANGE;
		standing->last = NO_LAST_RANK;
	}
	else if (skip_dash(cursor))
	{
		if ((error = read_place(cursor, &standing->last)) != PLAN_OK)
			return error;
		if (standing->last == NO_LAST_RANK)
			return PLAN_OUT_OF_RANGE;
		if (standing->last < standing->rank)
			return PLAN_REVERSED;
		if (standing->last == standing->rank)
			standing->last = 0;
	}
	text_skip_spaces(cursor);
	return PLAN_OK;
}

/*
 * A standing as it is printed: "8", "8/63", "101-150", "1001+", and "=12" or "12=" of those that
 * are level.  A band may have a field too.
 */
PlanError
standing_read_printed(const char **cursor, Standing *standing)
{
	PlanError	error;
	bool		is_level;

	*standing = (Standing) {0};
	text_skip_spaces(cursor);
	is_level = text_skip_word(cursor, "=");
	if ((error = read_place(cursor, &standing->rank)) != PLAN_OK)
		return error;
	if (standing->rank < 1)
		return PLAN_SYNTAX;
	if (!is_level && text_skip_word(cursor, "="))
		text_skip_spaces(cursor);
	if ((error = read_band(cursor, standing)) != PLAN_OK)
		return error;
	if (text_skip_word(cursor, "/"))
	{
		if ((error = read_place(cursor, &standing->field)) != PLAN_OK)
			return error;
		if (standing->rank > standing->field ||
			(standing->last > standing->field && standing->last != NO_LAST_RANK))
			return PLAN_SYNTAX;
	}
	return PLAN_OK;
}

PlanError
standing_read(const char *text, Standing *standing)
{
	PlanError	error = standing_read_printed(&text, standing);

	if (error != PLAN_OK)
		return error == PLAN_REVERSED ? PLAN_SYNTAX : error;
	return *text == '\0' && standing_is_valid(*standing) ? PLAN_OK : PLAN_SYNTAX;
}

size_t
standing_write(char *out, Standing standing)
{
	char	   *p = out;

	p += text_write_int64(p, standing.rank);
	if (standing.last == NO_LAST_RANK)
		*p++ = '+';
	else if (standing.last != 0)
	{
		*p++ = '-';
		p += text_write_int64(p, standing.last);
	}
	if (standing.field != 0)
	{
		*p++ = '/';
		p += text_write_int64(p, standing.field);
	}
	*p = '\0';
	return (size_t) (p - out);
}
