/*
 * score.c
 *		Holding one actual against one goal.
 *
 * Each function comes in three forms: (actual, goal, ...), and on plain numbers
 * (actual, target, direction, baseline, ...) with the direction by name or by
 * sign.  The wrappers differ only in how they read their arguments.
 */
#include "postgres.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/float.h"

#include "tnplan.h"

/* What was asked: an actual held against its bound, and where further arguments begin. */
typedef struct Question
{
	Bound		bound;
	int			next_arg;
} Question;

/* Read the goal; false when there is none.  What is given is checked all the same. */
static bool
read_goal(FunctionCallInfo fcinfo, GoalForm form, Goal *goal)
{
	GoalDirection direction = GOAL_HIGHER;
	bool		has_baseline;

	if (form == FORM_GOAL)
	{
		if (PG_ARGISNULL(1))
			return false;
		*goal = *PG_GETARG_PLAN_GOAL_P(1);
		return true;
	}
	if (!PG_ARGISNULL(2))
		direction = form == FORM_NAME
			? direction_from_text_datum(PG_GETARG_DATUM(2))
			: direction_from_sign(PG_GETARG_INT64(2));
	has_baseline = !PG_ARGISNULL(3);
	*goal = goal_checked(direction,
						 PG_ARGISNULL(1) ? 0.0 : PG_GETARG_FLOAT8(1),
						 PG_ARGISNULL(1) ? 0.0 : PG_GETARG_FLOAT8(1),
						 has_baseline, has_baseline ? PG_GETARG_FLOAT8(3) : 0.0);
	return !PG_ARGISNULL(1) && !PG_ARGISNULL(2);
}

/* Read the question; false when the actual or the goal is missing. */
static bool
read_question(FunctionCallInfo fcinfo, GoalForm form, Question *question)
{
	Goal		goal;
	bool		has_goal = read_goal(fcinfo, form, &goal);
	double		actual;

	question->next_arg = form == FORM_GOAL ? 2 : 4;
	if (PG_ARGISNULL(0) || isnan(actual = PG_GETARG_FLOAT8(0)))
		return false;
	if (isinf(actual))
		report_figure_error("actual", actual);
	if (has_goal)
		question->bound = goal_bound(&goal, actual);
	return has_goal;
}

static double
finite_achievement(const Question *question)
{
	double		achievement = score_achievement(&question->bound);

	if (!isfinite(achievement))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("achievement out of range")));
	return achievement + 0.0;	/* -0 becomes 0 */
}

static Datum
achievement(FunctionCallInfo fcinfo, GoalForm form)
{
	Question	question;

	if (!read_question(fcinfo, form, &question))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(finite_achievement(&question));
}

static Datum
score(FunctionCallInfo fcinfo, GoalForm form)
{
	Question	question;
	double		cap,
				result;

	if (!read_question(fcinfo, form, &question) || PG_ARGISNULL(question.next_arg))
		PG_RETURN_NULL();
	cap = PG_GETARG_FLOAT8(question.next_arg) + 0.0;	/* -0 becomes 0 */
	if (!(cap >= 0.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cap must be a number of at least 0, not %s",
						float8out_internal(cap))));
	result = score_clamp(score_achievement(&question.bound), cap);
	if (isinf(result))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("score out of range")));
	PG_RETURN_FLOAT8(result);
}

/* Read {on_track, at_risk [, off_track]}, which must descend. */
static PaceCuts
cuts_argument(ArrayType *array)
{
	PaceCuts	cuts = default_cuts;
	int			count = ARR_NDIM(array) == 1 ? ARR_DIMS(array)[0] : 0;
	const double *values = (const double *) ARR_DATA_PTR(array);

	if (count < 2 || count > 3 || ARR_HASNULL(array) || ARR_ELEMTYPE(array) != FLOAT8OID)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cuts must be an array of two or three numbers"),
				 errhint("They are the least shares of the expected pace for on_track, for at_risk and, 0 unless given, for off_track.")));
	cuts.on_track = values[0];
	cuts.at_risk = values[1];
	if (count == 3)
		cuts.off_track = values[2];
	/* Worded so that NaN fails too. */
	if (!(cuts.on_track >= cuts.at_risk && cuts.at_risk >= cuts.off_track))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cuts must descend: %s, %s, %s",
						float8out_internal(cuts.on_track), float8out_internal(cuts.at_risk),
						float8out_internal(cuts.off_track))));
	return cuts;
}

static Datum
status(FunctionCallInfo fcinfo, GoalForm form)
{
	Question	question;
	bool		known = read_question(fcinfo, form, &question);
	double		expected = NAN;
	PaceCuts	cuts = default_cuts;

	/* Bad options are errors whatever the row holds. */
	if (!PG_ARGISNULL(question.next_arg))
	{
		expected = PG_GETARG_FLOAT8(question.next_arg);
		if (!(expected >= 0.0 && expected <= 1.0))
			report_expected_error(expected);
	}
	if (!PG_ARGISNULL(question.next_arg + 1))
		cuts = cuts_argument(PG_GETARG_ARRAYTYPE_P(question.next_arg + 1));

	if (!known)
		return status_datum(fcinfo, VERDICT_NO_DATA);
	expected = score_expected(&question.bound, expected);
	if (isnan(expected) && !score_is_met(&question.bound))
		PG_RETURN_NULL();
	return status_datum(fcinfo,
						score_verdict(&question.bound, score_achievement(&question.bound),
									  expected, &cuts));
}

static Datum
gap(FunctionCallInfo fcinfo, GoalForm form)
{
	Question	question;
	double		result;

	if (!read_question(fcinfo, form, &question))
		PG_RETURN_NULL();
	result = score_gap(&question.bound);
	if (isinf(result))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("gap out of range")));
	PG_RETURN_FLOAT8(result);
}

static Datum
is_met(FunctionCallInfo fcinfo, GoalForm form)
{
	Question	question;

	if (!read_question(fcinfo, form, &question))
		PG_RETURN_NULL();
	PG_RETURN_BOOL(score_is_met(&question.bound));
}

#define PLAN_SCORE_FUNCTION(name, form_name, form) \
PG_FUNCTION_INFO_V1(plan_##name##_##form_name); \
Datum \
plan_##name##_##form_name(PG_FUNCTION_ARGS) \
{ \
	return name(fcinfo, form); \
}

#define PLAN_SCORE_FUNCTIONS(name) \
	PLAN_SCORE_FUNCTION(name, by_goal, FORM_GOAL) \
	PLAN_SCORE_FUNCTION(name, by_name, FORM_NAME) \
	PLAN_SCORE_FUNCTION(name, by_sign, FORM_SIGN)

PLAN_SCORE_FUNCTIONS(achievement)
PLAN_SCORE_FUNCTIONS(score)
PLAN_SCORE_FUNCTIONS(status)
PLAN_SCORE_FUNCTIONS(gap)
PLAN_SCORE_FUNCTIONS(is_met)
