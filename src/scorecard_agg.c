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
	PlanScorecard *state = MemoryContextAllocZero(context, SCORECARD_SIZE);

	SET_VARSIZE(state, SCORECARD_SIZE);
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
	__builtin_prefetch(state, 1);
	__builtin_prefetch(state + offsetof(PlanScorecard, packed.count), 1);
}

/* The state to change: the aggregate's own, a new one, or a copy of the caller's. */
static inline PlanScorecard *
state_to_change(FunctionCallInfo fcinfo)
{
	/* AggCheckCallContext() would say the same, at the price of a call a row. */
	bool		in_aggregate = fcinfo->context != NULL &&
		(IsA(fcinfo->context, AggState) || IsA(fcinfo->context, WindowAggState));
	PlanScorecard *old;
	Scorecard	card;
	MemoryContext context;

	if (PG_ARGISNULL(0))
		return new_state(AggCheckCallContext(fcinfo, &context) ? context : CurrentMemoryContext);
	prefetch_state(PG_GETARG_POINTER(0));
	old = plan_scorecard_from_datum(PG_GETARG_DATUM(0));
	if (likely(in_aggregate))
		return old;
	card = unpacked_scorecard(PG_GETARG_DATUM(0));
	return packed_scorecard(&card, NULL);
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
report_row_error(PlanError error, double actual, double target, double weight)
{
	if (error == PLAN_BAD_WEIGHT)
		report_weight_error(weight);
	if (!isfinite(weight))
		report_figure_error("weight", weight);
	if (isinf(actual))
		report_figure_error("actual", actual);
	if (isinf(target))
		report_figure_error("target", target);
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

/* The target of a row, which is checked even where nothing is held against it. */
static inline double
target_argument(FunctionCallInfo fcinfo, GoalForm form, NumberForm numbers)
{
	double		target;

	if (form == FORM_GOAL)
		return goal_target(PG_GETARG_PLAN_GOAL_P(2));
	target = number_argument(fcinfo, 2, numbers);
	if (unlikely(isnan(target)))
		report_figure_error("target", target);
	return target;
}

/* What does not fit a packed state, or is wrong, goes the long way. */
static pg_noinline Datum
add_unscored_row(PlanScorecard *state, int by, double actual, double target, double weight)
{
	Scorecard	card = unpacked_scorecard(PointerGetDatum(state));
	PlanError	error = scorecard_lone_figures(&card, by, actual, target);

	if (error == PLAN_OK)
		error = scorecard_unscored_row(&card, by, VERDICT_NO_DATA, weight);
	if (error != PLAN_OK)
		report_row_error(error, actual, target, weight);
	PG_RETURN_POINTER(packed_scorecard(&card, state));
}

/*
 * A row that cannot be judged still adds what figures it has.  Bad arguments are
 * errors in it too, rather than only once its actual arrives.
 */
static pg_noinline Datum
count_unjudged_row(FunctionCallInfo fcinfo, PlanScorecard *state, int by, GoalForm form,
				   NumberForm numbers, double actual)
{
	double		target = PG_ARGISNULL(2) ? NAN : target_argument(fcinfo, form, numbers);
	double		weight = weight_argument(fcinfo, form == FORM_GOAL ? 3 : 4, numbers);
	double		baseline;

	expected_argument(fcinfo, form == FORM_GOAL ? 4 : 6, numbers);
	if (form != FORM_GOAL)
	{
		if (form == FORM_NAME && !PG_ARGISNULL(3))
			direction_from_text_datum(PG_GETARG_DATUM(3));
		else if (!PG_ARGISNULL(3))
			sign_argument(fcinfo, form);
		baseline_argument(fcinfo, numbers, &baseline);
	}
	if (isnan(actual) && packed_missing_row(&state->packed, by, target, weight))
		PG_RETURN_POINTER(state);
	return add_unscored_row(state, by, actual, target, weight);
}

/* A row with an actual and a goal, of which only the actual has been looked at. */
static pg_attribute_always_inline JudgedRow
judge_row(FunctionCallInfo fcinfo, GoalForm form, NumberForm numbers, double actual)
{
	double		target = target_argument(fcinfo, form, numbers);
	double		weight = weight_argument(fcinfo, form == FORM_GOAL ? 3 : 4, numbers);
	double		expected = expected_argument(fcinfo, form == FORM_GOAL ? 4 : 6, numbers);
	Bound		bound = form == FORM_GOAL
		? goal_bound(PG_GETARG_PLAN_GOAL_P(2), actual)
		: plain_bound(fcinfo, form, numbers, actual, target);

	/* Most rows come without a pace: a path of their own spares them its branches. */
	if (likely(expected == 1.0))
		return scorecard_judge(&bound, actual, target, weight, 1.0);
	return scorecard_judge(&bound, actual, target, weight, expected);
}

/*
 * A row that the packed state took only so many steps of.  Its arguments are read again:
 * to keep them at hand would cost every other row.
 */
static pg_noinline Datum
add_judged_row(FunctionCallInfo fcinfo, PlanScorecard *state, int by, GoalForm form,
			   NumberForm numbers, double actual, int steps)
{
	JudgedRow	row = judge_row(fcinfo, form, numbers, actual);
	Scorecard	card;
	PlanError	error;

	packed_undo_judged_row(&state->packed, by, &row, steps);
	card = unpacked_scorecard(PointerGetDatum(state));
	error = scorecard_judged_row(&card, by, &row);
	if (error != PLAN_OK)
		report_row_error(error, actual, row.target, row.weight);
	PG_RETURN_POINTER(packed_scorecard(&card, state));
}

static pg_attribute_always_inline Datum
accumulate_row(FunctionCallInfo fcinfo, int by, GoalForm form, NumberForm numbers)
{
	PlanScorecard *state = state_to_change(fcinfo);
	double		actual = PG_ARGISNULL(1) ? NAN : number_argument(fcinfo, 1, numbers);
	JudgedRow	row;
	int			steps;

	if (unlikely(isnan(actual) || PG_ARGISNULL(2) || (form != FORM_GOAL && PG_ARGISNULL(3))))
		return count_unjudged_row(fcinfo, state, by, form, numbers, actual);
	row = judge_row(fcinfo, form, numbers, actual);
	steps = packed_judged_row(&state->packed, by, &row);
	if (unlikely(steps < JUDGED_ROW_STEPS))
		return add_judged_row(fcinfo, state, by, form, numbers, actual, steps);
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
	Scorecard	card = unpacked_scorecard(PointerGetDatum(state));
	double		score = PG_ARGISNULL(1) ? NAN : PG_GETARG_FLOAT8(1);
	double		weight = weight_argument(fcinfo, 3, FLOAT8_NUMBERS);
	Verdict		verdict;
	PlanError	error;

	if (!PG_ARGISNULL(2))
		verdict = status_verdict(PG_GETARG_OID(2));
	else
		verdict = isnan(score) ? VERDICT_NO_DATA : VERDICT_NONE;

	if (isnan(score))
		error = scorecard_unscored_row(&card, by, verdict, weight);
	else
		error = scorecard_row(&card, by, score, verdict, weight);
	if (error == PLAN_OK)
		error = scorecard_lone_figures(&card, by, NAN, NAN);
	if (error != PLAN_OK)
	{
		if (isinf(score))
			report_figure_error("score", score);
		report_row_error(error, 0.0, 0.0, weight);
	}
	PG_RETURN_POINTER(packed_scorecard(&card, state));
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
