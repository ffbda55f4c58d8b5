/*
 * row.h
 *		A row of figures, read from the arguments of a transition function.
 *
 * Where the arguments stand, counted from the actual:
 *
 *		FORM_GOAL	(actual, goal, weight, expected)
 *		FORM_NAME	(actual, target, direction, weight, baseline, expected)
 *		FORM_SIGN, FORM_SHORT_SIGN	the same
 *
 * What stands behind the goal may be left out from the end.  All of it is specialized by
 * the compiler for each form and place.
 */
#ifndef TNPLAN_ROW_H
#define TNPLAN_ROW_H

#include <math.h>

#include "tnplan.h"

typedef enum NumberForm
{
	FLOAT8_NUMBERS,
	NUMERIC_NUMBERS,			/* but for the expected share */
	ALL_NUMERIC_NUMBERS
} NumberForm;

static inline bool
has_argument(FunctionCallInfo fcinfo, int n)
{
	return n < PG_NARGS() && !PG_ARGISNULL(n);
}

static inline double
number_argument(FunctionCallInfo fcinfo, int n, NumberForm numbers)
{
	if (numbers != FLOAT8_NUMBERS)
		return numeric_datum_to_double(PG_GETARG_DATUM(n));
	return PG_GETARG_FLOAT8(n);
}

/* 1 when the form has no weights; an unknown weight weighs nothing. */
static inline double
weight_argument(FunctionCallInfo fcinfo, int n, NumberForm numbers)
{
	if (n >= PG_NARGS())
		return 1.0;
	return PG_ARGISNULL(n) ? 0.0 : number_argument(fcinfo, n, numbers);
}

/* 1 when the form has no pace; NaN when it is unknown. */
static inline double
expected_argument(FunctionCallInfo fcinfo, int n, NumberForm numbers)
{
	double		expected;

	if (n >= PG_NARGS())
		return 1.0;
	if (PG_ARGISNULL(n))
		return NAN;
	expected = number_argument(fcinfo, n,
							   numbers == ALL_NUMERIC_NUMBERS ? numbers : FLOAT8_NUMBERS);
	if (unlikely(!(expected >= 0.0 && expected <= 1.0)))
		report_expected_error(expected);
	return expected;
}

/* Whether there is a baseline, which is checked even where nothing is held against it. */
static inline bool
baseline_argument(FunctionCallInfo fcinfo, int n, NumberForm numbers, double *baseline)
{
	if (!has_argument(fcinfo, n))
		return false;
	*baseline = number_argument(fcinfo, n, numbers);
	if (unlikely(!isfinite(*baseline)))
		report_figure_error("baseline", *baseline);
	return true;
}

/* 1 or -1; a direction by number that is neither is an error. */
static inline double
sign_argument(FunctionCallInfo fcinfo, int n, GoalForm form)
{
	int64		sign = form == FORM_SIGN ? PG_GETARG_INT64(n) : PG_GETARG_INT16(n);

	if (unlikely(sign != 1 && sign != -1))
		direction_from_sign(sign);
	return sign;
}

/*
 * The bound of a row given as plain numbers.  What else goal_make() would check is
 * checked when the figures are added.
 */
static inline Bound
plain_bound(FunctionCallInfo fcinfo, int first, GoalForm form, NumberForm numbers, double actual,
			double target)
{
	Bound		bound = {.target = target,.beyond = target};

	if (form == FORM_NAME)
	{
		GoalDirection direction = direction_from_text_datum(PG_GETARG_DATUM(first + 2));

		bound.sign = direction == GOAL_HIGHER ||
			(direction == GOAL_WITHIN && actual < target) ? 1.0 : -1.0;
		bound.is_floor = direction == GOAL_HIGHER;
	}
	else
	{
		bound.sign = sign_argument(fcinfo, first + 2, form);
		bound.is_floor = bound.sign > 0.0;
	}
	bound.has_baseline = baseline_argument(fcinfo, first + 4, numbers, &bound.baseline);
	score_settle(&bound, actual);
	return bound;
}

/* The target of a row, which is checked even where nothing is held against it. */
static inline double
target_argument(FunctionCallInfo fcinfo, int n, GoalForm form, NumberForm numbers)
{
	double		target;

	if (form == FORM_GOAL)
		return goal_target(PG_GETARG_PLAN_GOAL_P(n));
	target = number_argument(fcinfo, n, numbers);
	if (unlikely(isnan(target)))
		report_figure_error("target", target);
	return target;
}

/* A row with an actual and a goal, of which only the actual has been looked at. */
static pg_attribute_always_inline JudgedRow
judge_row(FunctionCallInfo fcinfo, int first, GoalForm form, NumberForm numbers, double actual)
{
	double		target = target_argument(fcinfo, first + 1, form, numbers);
	double		weight = weight_argument(fcinfo, first + (form == FORM_GOAL ? 2 : 3), numbers);
	double		expected = expected_argument(fcinfo, first + (form == FORM_GOAL ? 3 : 5), numbers);
	Bound		bound = form == FORM_GOAL
		? goal_bound(PG_GETARG_PLAN_GOAL_P(first + 1), actual)
		: plain_bound(fcinfo, first, form, numbers, actual, target);

	/* Most rows come without a pace: a path of their own spares them its branches. */
	if (likely(expected == 1.0))
		return scorecard_judge(&bound, actual, target, weight, 1.0);
	return scorecard_judge(&bound, actual, target, weight, expected);
}

/* Whether a row, of which the actual has been read, has all that a verdict needs. */
static pg_attribute_always_inline bool
can_be_judged(FunctionCallInfo fcinfo, int first, GoalForm form, double actual)
{
	return !isnan(actual) && !PG_ARGISNULL(first + 1) &&
		(form == FORM_GOAL || !PG_ARGISNULL(first + 2));
}

/*
 * A row that cannot be judged still adds what figures it has.  Bad arguments are
 * errors in it too, rather than only once its actual arrives.
 */
static inline JudgedRow
unjudged_row(FunctionCallInfo fcinfo, int first, GoalForm form, NumberForm numbers, double actual)
{
	JudgedRow	row = {actual, NAN, 0.0, NAN, VERDICT_NO_DATA};
	double		baseline;

	if (!PG_ARGISNULL(first + 1))
		row.target = target_argument(fcinfo, first + 1, form, numbers);
	row.weight = weight_argument(fcinfo, first + (form == FORM_GOAL ? 2 : 3), numbers);
	expected_argument(fcinfo, first + (form == FORM_GOAL ? 3 : 5), numbers);
	if (form != FORM_GOAL)
	{
		if (form == FORM_NAME && !PG_ARGISNULL(first + 2))
			direction_from_text_datum(PG_GETARG_DATUM(first + 2));
		else if (!PG_ARGISNULL(first + 2))
			sign_argument(fcinfo, first + 2, form);
		baseline_argument(fcinfo, first + 4, numbers, &baseline);
	}
	return row;
}

/* A row scored by a rule of the user's own: (score, status, weight). */
static inline JudgedRow
scored_row(FunctionCallInfo fcinfo, int first)
{
	JudgedRow	row = {NAN, NAN, 0.0, NAN, VERDICT_NONE};

	if (!PG_ARGISNULL(first))
		row.score = PG_GETARG_FLOAT8(first);
	if (!PG_ARGISNULL(first + 1))
		row.verdict = status_verdict(PG_GETARG_OID(first + 1));
	else if (isnan(row.score))
		row.verdict = VERDICT_NO_DATA;
	row.weight = weight_argument(fcinfo, first + 2, FLOAT8_NUMBERS);
	return row;
}

#endif							/* TNPLAN_ROW_H */
