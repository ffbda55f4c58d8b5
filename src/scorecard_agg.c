/*
 * scorecard_agg.c
 *		The transition functions of the aggregates over plan_scorecard.
 *
 * All forms share one body, specialized by the compiler: float8 or numeric, rows
 * added or, in a moving window, taken away, and the goal as
 *
 *		FORM_GOAL	(state, actual, goal, weight, expected)
 *		FORM_NAME	(state, actual, target, direction, weight, baseline, expected)
 *		FORM_SIGN, FORM_SHORT_SIGN	the same
 *
 * where what stands behind the goal may be left out from the end.
 */
#include "postgres.h"

#include <math.h>

#include "nodes/nodes.h"

#include "tnplan.h"

typedef enum NumberForm
{
	FLOAT8_NUMBERS,
	NUMERIC_NUMBERS,			/* but for the expected share */
	ALL_NUMERIC_NUMBERS
} NumberForm;

static PlanScorecard *
new_state(MemoryContext context)
{
	PlanScorecard *state = MemoryContextAllocZero(context, sizeof(PlanScorecard));

	SET_VARSIZE(state, sizeof(PlanScorecard));
	state->format = SCORECARD_VERSION;
	return state;
}

/*
 * With many groups a state is cold when its next row comes: ask for the cache lines
 * that a row changes at once, before the first is waited for.
 */
static inline void
prefetch_state(const char *state)
{
	size_t		last = offsetof(PlanScorecard, card.count[VERDICT_REGRESSING]) - 1;

	__builtin_prefetch(state, 1);
	__builtin_prefetch(state + 64, 1);
	__builtin_prefetch(state + last, 1);
}

/* The state to change: the aggregate's own, a new one, or a copy of the caller's. */
static inline PlanScorecard *
state_to_change(FunctionCallInfo fcinfo)
{
	/* AggCheckCallContext() would say the same, at the price of a call a row. */
	bool		in_aggregate = fcinfo->context != NULL &&
		(IsA(fcinfo->context, AggState) || IsA(fcinfo->context, WindowAggState));
	PlanScorecard *old;
	PlanScorecard *copy;
	MemoryContext context;

	if (PG_ARGISNULL(0))
		return new_state(AggCheckCallContext(fcinfo, &context) ? context : CurrentMemoryContext);
	prefetch_state(PG_GETARG_POINTER(0));
	old = PG_GETARG_PLAN_SCORECARD_P(0);
	if (in_aggregate)
		return old;
	copy = new_state(CurrentMemoryContext);
	copy->card = old->card;
	return copy;
}

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

/* The row could not be counted: say which of its figures is to blame. */
pg_noreturn static void
report_row_error(PlanError error, double actual, double weight)
{
	if (error == PLAN_BAD_WEIGHT)
		report_weight_error(weight);
	if (!isfinite(weight))
		report_figure_error("weight", weight);
	if (isinf(actual))
		report_figure_error("actual", actual);
	report_overflow("plan_scorecard");
}

/* Whether there is a baseline, which is checked even where nothing is held against it. */
static inline bool
baseline_argument(FunctionCallInfo fcinfo, NumberForm numbers, double *baseline)
{
	if (!has_argument(fcinfo, 5))
		return false;
	*baseline = number_argument(fcinfo, 5, numbers);
	if (unlikely(!isfinite(*baseline)))
		report_figure_error("baseline", *baseline);
	return true;
}

/* 1 or -1; a direction by number that is neither is an error. */
static inline double
sign_argument(FunctionCallInfo fcinfo, GoalForm form)
{
	int64		sign = form == FORM_SIGN ? PG_GETARG_INT64(3) : PG_GETARG_INT16(3);

	if (unlikely(sign != 1 && sign != -1))
		direction_from_sign(sign);
	return sign;
}

/*
 * The bound of a row given as plain numbers.  What else goal_make() would check is
 * checked when the figures are added.
 */
static inline Bound
plain_bound(FunctionCallInfo fcinfo, GoalForm form, NumberForm numbers, double actual,
			double target)
{
	Bound		bound = {1.0, target, target, false, 0.0};

	if (form == FORM_NAME)
	{
		GoalDirection direction = direction_from_text_datum(PG_GETARG_DATUM(3));

		bound.sign = direction == GOAL_HIGHER ||
			(direction == GOAL_WITHIN && actual < target) ? 1.0 : -1.0;
		if (direction == GOAL_WITHIN)
			bound.beyond = bound.sign * HUGE_VAL;
	}
	else
		bound.sign = sign_argument(fcinfo, form);
	bound.has_baseline = baseline_argument(fcinfo, numbers, &bound.baseline);
	return bound;
}

/*
 * A row that cannot be judged still adds what figures it has.  Bad arguments are
 * errors in it too, rather than only once its actual arrives.
 */
static pg_noinline PlanError
count_unjudged_row(FunctionCallInfo fcinfo, Scorecard *card, int by, GoalForm form,
				   NumberForm numbers, double actual, double weight)
{
	double		target = NAN;
	double		baseline;
	PlanError	error;

	if (form == FORM_GOAL)
		target = PG_ARGISNULL(2) ? NAN : goal_target(PG_GETARG_PLAN_GOAL_P(2));
	else
	{
		if (!PG_ARGISNULL(2))
		{
			target = number_argument(fcinfo, 2, numbers);
			if (!isfinite(target))
				report_figure_error("target", target);
		}
		if (!PG_ARGISNULL(3))
		{
			if (form == FORM_NAME)
				direction_from_text_datum(PG_GETARG_DATUM(3));
			else
				sign_argument(fcinfo, form);
		}
		baseline_argument(fcinfo, numbers, &baseline);
	}
	error = scorecard_lone_figures(card, by, actual, target);
	return error == PLAN_OK
		? scorecard_unscored_row(card, by, VERDICT_NO_DATA, weight) : error;
}

/* A row with an actual and a goal. */
static pg_attribute_always_inline PlanError
count_judged_row(FunctionCallInfo fcinfo, Scorecard *card, int by, GoalForm form,
				 NumberForm numbers, double actual, double weight, double expected)
{
	double		target = form == FORM_GOAL
		? goal_target(PG_GETARG_PLAN_GOAL_P(2)) : number_argument(fcinfo, 2, numbers);
	Bound		bound = form == FORM_GOAL
		? goal_bound(PG_GETARG_PLAN_GOAL_P(2), actual)
		: plain_bound(fcinfo, form, numbers, actual, target);
	PlanError	error;

	/* Most rows come without a pace: a path of their own spares them its branches. */
	if (likely(expected == 1.0))
		error = scorecard_judged_row(card, by, &bound, actual, target, weight, 1.0);
	else
		error = scorecard_judged_row(card, by, &bound, actual, target, weight, expected);
	if (unlikely(error != PLAN_OK) && !isfinite(target))
		report_figure_error("target", target);
	return error;
}

static pg_attribute_always_inline Datum
accumulate_row(FunctionCallInfo fcinfo, int by, GoalForm form, NumberForm numbers)
{
	PlanScorecard *state = state_to_change(fcinfo);
	double		actual = PG_ARGISNULL(1) ? NAN : number_argument(fcinfo, 1, numbers);
	double		weight = weight_argument(fcinfo, form == FORM_GOAL ? 3 : 4, numbers);
	double		expected = expected_argument(fcinfo, form == FORM_GOAL ? 4 : 6, numbers);
	bool		has_goal = !PG_ARGISNULL(2) && (form == FORM_GOAL || !PG_ARGISNULL(3));
	PlanError	error = likely(has_goal && !isnan(actual))
		? count_judged_row(fcinfo, &state->card, by, form, numbers, actual, weight, expected)
		: count_unjudged_row(fcinfo, &state->card, by, form, numbers, actual, weight);

	if (unlikely(error != PLAN_OK))
		report_row_error(error, actual, weight);
	PG_RETURN_POINTER(state);
}

#define PLAN_TRANSITIONS(suffix, form, numbers) \
PG_FUNCTION_INFO_V1(plan_scorecard_add_##suffix); \
Datum \
plan_scorecard_add_##suffix(PG_FUNCTION_ARGS) \
{ \
	return accumulate_row(fcinfo, 1, form, numbers); \
} \
PG_FUNCTION_INFO_V1(plan_scorecard_remove_##suffix); \
Datum \
plan_scorecard_remove_##suffix(PG_FUNCTION_ARGS) \
{ \
	return accumulate_row(fcinfo, -1, form, numbers); \
}

PLAN_TRANSITIONS(goal, FORM_GOAL, FLOAT8_NUMBERS)
PLAN_TRANSITIONS(name, FORM_NAME, FLOAT8_NUMBERS)
PLAN_TRANSITIONS(sign, FORM_SIGN, FLOAT8_NUMBERS)
PLAN_TRANSITIONS(short_sign, FORM_SHORT_SIGN, FLOAT8_NUMBERS)
PLAN_TRANSITIONS(goal_numeric, FORM_GOAL, NUMERIC_NUMBERS)
PLAN_TRANSITIONS(goal_all_numeric, FORM_GOAL, ALL_NUMERIC_NUMBERS)
PLAN_TRANSITIONS(name_numeric, FORM_NAME, NUMERIC_NUMBERS)
PLAN_TRANSITIONS(sign_numeric, FORM_SIGN, NUMERIC_NUMBERS)
PLAN_TRANSITIONS(short_sign_numeric, FORM_SHORT_SIGN, NUMERIC_NUMBERS)

/* (state, score, status, weight): rows scored by a rule of the user's own. */
static Datum
accumulate_scored_row(FunctionCallInfo fcinfo, int by)
{
	PlanScorecard *state = state_to_change(fcinfo);
	double		score = PG_ARGISNULL(1) ? NAN : PG_GETARG_FLOAT8(1);
	double		weight = weight_argument(fcinfo, 3, FLOAT8_NUMBERS);
	Verdict		verdict;
	PlanError	error;

	if (!PG_ARGISNULL(2))
		verdict = status_verdict(PG_GETARG_OID(2));
	else
		verdict = isnan(score) ? VERDICT_NO_DATA : VERDICT_NONE;

	if (isnan(score))
		error = scorecard_unscored_row(&state->card, by, verdict, weight);
	else
		error = scorecard_row(&state->card, by, score, verdict, weight);
	if (error == PLAN_OK)
		error = scorecard_lone_figures(&state->card, by, NAN, NAN);
	if (error != PLAN_OK)
	{
		if (isinf(score))
			report_figure_error("score", score);
		report_row_error(error, 0.0, weight);
	}
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_scorecard_add_scored);
Datum
plan_scorecard_add_scored(PG_FUNCTION_ARGS)
{
	return accumulate_scored_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(plan_scorecard_remove_scored);
Datum
plan_scorecard_remove_scored(PG_FUNCTION_ARGS)
{
	return accumulate_scored_row(fcinfo, -1);
}
