/*
 * row.h
 *		A row of figures, read from the arguments of a transition function.
 *
 * Where the arguments stand, counted from the actual:
 *
 *		FORM_GOAL	(actual, goal, weight, expected)
 *		FORM_CUTS	(actual, goal, weight, expected, cuts, cap)
 *		FORM_PLAIN	(actual, target, direction, weight)
 *
 * What stands behind the goal may be left out from the end, but for the cuts of FORM_CUTS, which
 * has a form of its own because to ask for cuts would cost the other rows.  All of it is
 * specialized by the compiler for each form and place.
 */
#ifndef TNPLAN_ROW_H
#define TNPLAN_ROW_H

#include "argument.h"
#include "core/scorecard.h"
#include "goal.h"
#include "status.h"

/* row.c */
pg_noreturn extern void report_row_error(PlanError error, const JudgedRow *row, const char *type);

/* How a row is given its goal. */
typedef enum GoalForm
{
	FORM_GOAL,					/* as a plan_goal */
	FORM_CUTS,					/* the same, and judged by cuts of the user's own */
	FORM_PLAIN					/* as a target and a direction */
} GoalForm;

/* Where the weight stands. */
static inline int
weight_place(int first, GoalForm form)
{
	return first + (form == FORM_PLAIN ? 3 : 2);
}

/* 1 when the form has no pace; NaN when it is unknown. */
static inline double
expected_argument(FunctionCallInfo fcinfo, int first, GoalForm form)
{
	int			n = first + 3;
	double		expected;

	if (form == FORM_PLAIN || n >= PG_NARGS())
		return 1.0;
	if (PG_ARGISNULL(n))
		return NAN;
	expected = PG_GETARG_FLOAT8(n);
	if (unlikely(!(expected >= 0.0 && expected <= 1.0)))
		report_expected_error(expected);
	return expected;
}

/*
 * The bound of a row given as plain numbers.  What else goal_make() would check is
 * checked when the figures are added.
 */
static inline Bound
plain_bound(GoalDirection direction, double actual, double target)
{
	Bound		bound = {.target = target,.beyond = target,.is_floor = direction == GOAL_HIGHER};
	int			falls = (direction == GOAL_LOWER) |
		((direction == GOAL_WITHIN) & (actual >= target));

	bound.sign = double_from_bits(double_to_bits(1.0) | (uint64) falls << 63);
	score_settle(&bound, actual, fabs(target));
	return bound;
}

/* The target of a row, which is checked even where nothing is held against it. */
static inline double
target_argument(FunctionCallInfo fcinfo, int n, GoalForm form)
{
	double		target;

	if (form != FORM_PLAIN)
		return goal_target(PG_GETARG_PLAN_GOAL_P(n));
	target = PG_GETARG_FLOAT8(n);
	if (unlikely(isnan(target)))
		report_figure_error("target", target);
	return target;
}

/* A row with an actual, which the caller has checked, and a goal. */
static pg_attribute_always_inline JudgedRow
judge_row(FunctionCallInfo fcinfo, int first, GoalForm form, double actual)
{
	double		target = target_argument(fcinfo, first + 1, form);
	double		weight = weight_argument(fcinfo, weight_place(first, form));
	double		expected = expected_argument(fcinfo, first, form);
	Bound		bound = form != FORM_PLAIN
		? goal_bound(PG_GETARG_PLAN_GOAL_P(first + 1), actual)
		: plain_bound(PG_GETARG_DIRECTION(first + 2), actual, target);

	if (form == FORM_CUTS)
	{
		PaceCuts	cuts = cuts_argument(fcinfo, first + 4);

		return scorecard_judge(&bound, actual, target, weight, expected, &cuts,
							   cap_argument(fcinfo, first + 5));
	}
	/* Most rows come without a pace: a path of their own spares them its branches. */
	if (likely(expected == 1.0))
		return scorecard_judge(&bound, actual, target, weight, 1.0, &default_cuts, 1.0);
	return scorecard_judge(&bound, actual, target, weight, expected, &default_cuts, 1.0);
}

/* Whether a row has an actual and a goal. */
static pg_attribute_always_inline bool
can_be_judged(FunctionCallInfo fcinfo, int first, GoalForm form, double actual)
{
	return !isnan(actual) && !PG_ARGISNULL(first + 1) &&
		(form != FORM_PLAIN || !PG_ARGISNULL(first + 2));
}

/*
 * A row that cannot be judged still adds what figures it has.  Bad arguments are
 * errors in it too, rather than only once its actual arrives.
 */
static inline JudgedRow
unjudged_row(FunctionCallInfo fcinfo, int first, GoalForm form, double actual)
{
	JudgedRow	row = {actual, NAN, 0.0, NAN, VERDICT_NO_DATA};

	if (!PG_ARGISNULL(first + 1))
		row.target = target_argument(fcinfo, first + 1, form);
	row.weight = weight_argument(fcinfo, weight_place(first, form));
	expected_argument(fcinfo, first, form);
	if (form == FORM_CUTS)
	{
		cuts_argument(fcinfo, first + 4);
		cap_argument(fcinfo, first + 5);
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
	row.weight = weight_argument(fcinfo, first + 2);
	return row;
}

#endif							/* TNPLAN_ROW_H */
