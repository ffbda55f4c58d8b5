/*
 * scorecard_agg.c
 *		The transition functions of the aggregates over plan_scorecard.
 *
 * The compiler specializes accumulate_row() for goals, cuts and plain columns, and for rows that
 * are added or, in a moving window, subtracted.  The state is the first argument, the actual
 * the second.
 */
#include "postgres.h"

#include "aggstate.h"
#include "row.h"
#include "scorecard.h"

/* The first argument of a row. */
#define FIGURES 1

static PlanScorecard *
new_scorecard(void)
{
	PlanScorecard *state = palloc0(SCORECARD_SIZE);

	SET_VARSIZE(state, SCORECARD_SIZE);
	state->format = SCORECARD_VERSION;
	return state;
}

/* The state of the aggregate, or a new one. */
static inline PlanScorecard *
scorecard_to_change(FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(0))
		return new_scorecard();
	prefetch_state(PG_GETARG_POINTER(0), offsetof(PlanScorecard, packed.count) + 1);
	return plan_scorecard_from_datum(PG_GETARG_DATUM(0));
}

/* Outside an aggregate a transition function returns a new state and leaves its argument alone. */
static Datum
changed_copy(FunctionCallInfo fcinfo, int sign, const JudgedRow *row)
{
	Scorecard	card;
	PlanError	error;

	if (PG_ARGISNULL(0))
		memset(&card, 0, sizeof(card));
	else
		card = unpacked_scorecard(PG_GETARG_DATUM(0));
	error = scorecard_any_row(&card, sign, row);
	if (error != PLAN_OK)
		report_row_error(error, row, "plan_scorecard");
	PG_RETURN_POINTER(packed_scorecard(&card, NULL));
}

static pg_noinline Datum
accumulate_by_hand(FunctionCallInfo fcinfo, int sign, GoalForm form)
{
	double		actual = unchecked_argument(fcinfo, FIGURES);
	JudgedRow	row = can_be_judged(fcinfo, FIGURES, form, actual)
		? judge_row(fcinfo, FIGURES, form, actual)
		: unjudged_row(fcinfo, FIGURES, form, actual);

	return changed_copy(fcinfo, sign, &row);
}

/* The slow path, for rows that do not fit the packed part or are invalid. */
static pg_noinline Datum
add_any_row(PlanScorecard *state, int sign, const JudgedRow *row)
{
	bool		is_wide = VARSIZE(state) == SCORECARD_WIDE_SIZE;
	Scorecard	card;
	PlanError	error;

	if (is_wide)
		error = packed_untargeted_row(&state->packed, state->wide, sign, row) ? PLAN_OK
			: scorecard_any_row(&state->wide[0], sign, row);
	else
	{
		card = unpacked_scorecard(PointerGetDatum(state));
		error = scorecard_any_row(&card, sign, row);
	}
	if (error != PLAN_OK)
		report_row_error(error, row, "plan_scorecard");
	PG_RETURN_POINTER(is_wide ? state : packed_scorecard(&card, state));
}

static pg_noinline Datum
count_unjudged_row(FunctionCallInfo fcinfo, PlanScorecard *state, int sign, GoalForm form,
				   double actual)
{
	JudgedRow	row = unjudged_row(fcinfo, FIGURES, form, actual);

	if (isnan(actual) && packed_missing_row(&state->packed, sign, row.target, row.weight))
		PG_RETURN_POINTER(state);
	return add_any_row(state, sign, &row);
}

/* A row that the packed part took some steps of; a copy, so that others stay in registers. */
static pg_noinline Datum
add_judged_row(PlanScorecard *state, int sign, JudgedRow row, int steps)
{
	if (packed_finish_row(&state->packed, wide_part(state), sign, &row, steps))
		PG_RETURN_POINTER(state);
	return add_any_row(state, sign, &row);
}

static pg_attribute_always_inline Datum
accumulate_row(FunctionCallInfo fcinfo, int sign, GoalForm form)
{
	PlanScorecard *state;
	double		actual;
	JudgedRow	row;
	int			steps;

	if (unlikely(!is_in_aggregate(fcinfo)))
		return accumulate_by_hand(fcinfo, sign, form);
	state = scorecard_to_change(fcinfo);
	actual = unchecked_argument(fcinfo, FIGURES);
	if (unlikely(!can_be_judged(fcinfo, FIGURES, form, actual)))
		return count_unjudged_row(fcinfo, state, sign, form, actual);
	row = judge_row(fcinfo, FIGURES, form, actual);
	steps = packed_judged_row(&state->packed, sign, &row);
	if (unlikely(steps < JUDGED_ROW_STEPS))
		return add_judged_row(state, sign, row, steps);
	PG_RETURN_POINTER(state);
}

#define PLAN_TRANSITIONS(suffix, form) \
PG_FUNCTION_INFO_V1(plan_scorecard_add_##suffix); \
Datum \
plan_scorecard_add_##suffix(PG_FUNCTION_ARGS) \
{ \
	return accumulate_row(fcinfo, 1, form); \
} \
PG_FUNCTION_INFO_V1(plan_scorecard_remove_##suffix); \
Datum \
plan_scorecard_remove_##suffix(PG_FUNCTION_ARGS) \
{ \
	return accumulate_row(fcinfo, -1, form); \
}

PLAN_TRANSITIONS(goal, FORM_GOAL)
PLAN_TRANSITIONS(cuts, FORM_CUTS)
PLAN_TRANSITIONS(plain, FORM_PLAIN)

/* (state, score, status, weight) */
static Datum
accumulate_scored(FunctionCallInfo fcinfo, int sign)
{
	JudgedRow	row = scored_row(fcinfo, FIGURES);

	if (!is_in_aggregate(fcinfo))
		return changed_copy(fcinfo, sign, &row);
	return add_any_row(scorecard_to_change(fcinfo), sign, &row);
}

PG_FUNCTION_INFO_V1(plan_scorecard_add_scored);
Datum
plan_scorecard_add_scored(PG_FUNCTION_ARGS)
{
	return accumulate_scored(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(plan_scorecard_remove_scored);
Datum
plan_scorecard_remove_scored(PG_FUNCTION_ARGS)
{
	return accumulate_scored(fcinfo, -1);
}

/* Returns a copy: the state is used again by other aggregates and by more rows. */
PG_FUNCTION_INFO_V1(plan_scorecard_final);
Datum
plan_scorecard_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(canonical_scorecard(plan_scorecard_from_datum(PG_GETARG_DATUM(0))));
}
