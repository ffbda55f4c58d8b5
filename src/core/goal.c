/*
 * goal.c
 *		Making, reading and writing goals.
 *
 * The text forms, with spaces anywhere between the parts:
 *
 *		>= 95			at least 95
 *		>= 6.6..6.8		met from 6.6, exceeded above 6.8
 *		<= 10 from 44	at most 10, progress measured from 44
 *		8..12			between 8 and 12, both included
 *		= 63			exactly 63
 */
#include "core/goal.h"

#include <math.h>
#include <string.h>

PlanError
goal_make(Goal *goal, GoalDirection direction, double low, double high,
		  bool has_baseline, double baseline)
{
	if (!isfinite(low) || !isfinite(high) || (has_baseline && !isfinite(baseline)))
		return PLAN_OUT_OF_RANGE;
	if (low > high)
		return PLAN_REVERSED;
	memset(goal, 0, sizeof(*goal));
	goal->version = GOAL_VERSION;
	goal->direction = (uint8_t) direction;
	goal->has_baseline = has_baseline;
	goal->bound[0] = low + 0.0; /* adding 0 turns -0 into 0 */
	goal->bound[1] = high + 0.0;
	goal->baseline = has_baseline ? baseline + 0.0 : 0.0;
	return PLAN_OK;
}

/* Whether some bytes are what goal_make() makes. */
bool
goal_is_valid(const Goal *goal)
{
	Goal		made;

	return goal->direction <= GOAL_WITHIN && goal->has_baseline <= 1 &&
		goal_make(&made, (GoalDirection) goal->direction, goal_low(goal), goal_high(goal),
				  goal->has_baseline, goal->baseline) == PLAN_OK &&
		memcmp(&made, goal, sizeof(made)) == 0;
}

/* The operators before the numbers of a goal. */
typedef enum Relation
{
	AT_LEAST,
	AT_MOST,
	EXACTLY,
	UNSTATED
} Relation;

static PlanError
read_relation(const char **cursor, Relation *relation)
{
	if (text_skip_word(cursor, ">="))
		*relation = AT_LEAST;
	else if (text_skip_word(cursor, "<="))
		*relation = AT_MOST;
	else if (text_skip_word(cursor, "="))
		*relation = EXACTLY;
	else if (**cursor == '>' || **cursor == '<')
		return PLAN_STRICT_BOUND;
	else
		*relation = UNSTATED;
	text_skip_spaces(cursor);
	return PLAN_OK;
}

/* Read "low" or "low..high"; tells whether it was the latter. */
static PlanError
read_bounds(const char **cursor, double *low, double *high, bool *is_band)
{
	PlanError	error = text_read_double(cursor, low);

	if (error != PLAN_OK)
		return error;
	*high = *low;
	text_skip_spaces(cursor);
	*is_band = text_skip_word(cursor, "..");
	if (!*is_band)
		return PLAN_OK;
	if (**cursor == '.')		/* "8...12" is ambiguous */
		return PLAN_SYNTAX;
	text_skip_spaces(cursor);
	error = text_read_double(cursor, high);
	text_skip_spaces(cursor);
	return error;
}

static PlanError
direction_of(Relation relation, bool is_band, GoalDirection *direction)
{
	switch (relation)
	{
		case AT_LEAST:
			*direction = GOAL_HIGHER;
			return PLAN_OK;
		case AT_MOST:
			*direction = GOAL_LOWER;
			return PLAN_OK;
		case EXACTLY:
			*direction = GOAL_WITHIN;
			return is_band ? PLAN_SYNTAX : PLAN_OK;
		case UNSTATED:
			*direction = GOAL_WITHIN;
			return is_band ? PLAN_OK : PLAN_NO_DIRECTION;
	}
	return PLAN_SYNTAX;
}

PlanError
goal_read(const char *text, Goal *goal)
{
	Relation	relation;
	GoalDirection direction;
	double		low,
				high,
				baseline = 0.0;
	bool		is_band,
				has_baseline;
	PlanError	error;

	text_skip_spaces(&text);
	if ((error = read_relation(&text, &relation)) != PLAN_OK ||
		(error = read_bounds(&text, &low, &high, &is_band)) != PLAN_OK)
		return error;
	has_baseline = text_skip_word(&text, "from");
	if (has_baseline)
	{
		text_skip_spaces(&text);
		if ((error = text_read_double(&text, &baseline)) != PLAN_OK)
			return error;
		text_skip_spaces(&text);
	}
	if (*text != '\0')
		return PLAN_SYNTAX;
	if ((error = direction_of(relation, is_band, &direction)) != PLAN_OK)
		return error;
	return goal_make(goal, direction, low, high, has_baseline, baseline);
}

static size_t
write_word(char *out, const char *word)
{
	size_t		length = strlen(word);

	memcpy(out, word, length);
	return length;
}

size_t
goal_write(char *out, const Goal *goal)
{
	static const char *const relations[] = {">= ", "<= ", "= "};
	char	   *p = out;
	bool		is_band = goal_low(goal) != goal_high(goal);

	if (!(is_band && goal->direction == GOAL_WITHIN))
		p += write_word(p, relations[goal->direction]);
	p += text_write_double(p, goal_low(goal));
	if (is_band)
	{
		p += write_word(p, "..");
		p += text_write_double(p, goal_high(goal));
	}
	if (goal->has_baseline)
	{
		p += write_word(p, " from ");
		p += text_write_double(p, goal->baseline);
	}
	*p = '\0';
	return (size_t) (p - out);
}

static int
compare_doubles(double a, double b)
{
	return (a > b) - (a < b);
}

/* By direction, then by bounds, then goals without a baseline first. */
int
goal_compare(const Goal *a, const Goal *b)
{
	int			result = (int) a->direction - (int) b->direction;

	if (result == 0)
		result = compare_doubles(goal_low(a), goal_low(b));
	if (result == 0)
		result = compare_doubles(goal_high(a), goal_high(b));
	if (result == 0)
		result = (int) a->has_baseline - (int) b->has_baseline;
	if (result == 0)
		result = compare_doubles(a->baseline, b->baseline);
	return result;
}
