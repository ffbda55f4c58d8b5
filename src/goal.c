/*
 * goal.c
 *		plan_goal: what counts as done.
 */
#include "postgres.h"

#include <math.h>

#include "common/hashfn.h"
#include "utils/builtins.h"
#include "utils/float.h"

#include "direction.h"
#include "goal.h"
#include "wire.h"

/* Make a goal of arguments, or report the one that is invalid. */
Goal
goal_checked(GoalDirection direction, double low, double high, bool has_baseline, double baseline)
{
	Goal		goal;

	if (goal_make(&goal, direction, low, high, has_baseline, baseline) != PLAN_OK)
	{
		if (!isfinite(low) || !isfinite(high))
			report_figure_error("target", isfinite(low) ? high : low);
		if (has_baseline && !isfinite(baseline))
			report_figure_error("baseline", baseline);
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("lower bound %s must not be above upper bound %s",
						float8out_internal(low), float8out_internal(high))));
	}
	return goal;
}

static Datum
goal_datum(const Goal *goal)
{
	Goal	   *result = palloc(sizeof(Goal));

	*result = *goal;
	return PointerGetDatum(result);
}

/* Say what is wrong with the text of a goal, softly where the caller asks. */
void
report_goal_text(PlanError error, const char *text, struct Node *escontext)
{
	const char *shown = shown_text(text, strlen(text));

	if (error == PLAN_REVERSED)
		errsave(escontext,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("lower bound must not be above upper bound in plan_goal \"%s\"", shown)));
	else if (error == PLAN_NO_DIRECTION)
		errsave(escontext,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type plan_goal: \"%s\"", shown),
				 errdetail("A single number does not say its direction."),
				 errhint("Write >= for at least, <= for at most, or = for exactly.")));
	else if (error == PLAN_STRICT_BOUND)
		errsave(escontext,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type plan_goal: \"%s\"", shown),
				 errhint("Bounds are inclusive: write >= or <=.")));
	else if (error == PLAN_SYNTAX)
		errsave(escontext,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type plan_goal: \"%s\"", shown),
				 errhint("Goals are written >= 95, <= 10 from 44, 8..12, >= 6.6..6.8 or = 63.")));
	else
		report_text_error(error, "plan_goal", text, escontext);
}

PG_FUNCTION_INFO_V1(plan_goal_in);
Datum
plan_goal_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	Goal		goal;
	PlanError	error = goal_read(text, &goal);

	if (error == PLAN_OK)
		return goal_datum(&goal);
	report_goal_text(error, text, fcinfo->context);
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(plan_goal_out);
Datum
plan_goal_out(PG_FUNCTION_ARGS)
{
	char	   *text = palloc(GOAL_TEXT_SIZE);

	goal_write(text, PG_GETARG_PLAN_GOAL_P(0));
	PG_RETURN_CSTRING(text);
}

/* The fields behind the version, of a goal or of what has goals in it. */
void
send_goal(StringInfo buf, const Goal *goal)
{
	pq_sendbyte(buf, goal->direction);
	pq_sendbyte(buf, goal->has_baseline);
	pq_sendfloat8(buf, goal_low(goal));
	pq_sendfloat8(buf, goal_high(goal));
	pq_sendfloat8(buf, goal->baseline);
}

Goal
receive_goal(StringInfo buf, const char *type)
{
	int			direction,
				has_baseline;
	double		low,
				high,
				baseline;

	direction = pq_getmsgbyte(buf);
	has_baseline = pq_getmsgbyte(buf);
	low = pq_getmsgfloat8(buf);
	high = pq_getmsgfloat8(buf);
	baseline = pq_getmsgfloat8(buf);
	if (direction > GOAL_WITHIN || has_baseline > 1 || (!has_baseline && baseline != 0.0))
		report_binary_error(type);
	return goal_checked(direction, low, high, has_baseline, baseline);
}

PG_FUNCTION_INFO_V1(plan_goal_recv);
Datum
plan_goal_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	Goal		goal;

	check_binary_message(buf, GOAL_VERSION, WIRE_VERSION_SIZE + GOAL_WIRE_SIZE, "plan_goal");
	goal = receive_goal(buf, "plan_goal");
	return goal_datum(&goal);
}

PG_FUNCTION_INFO_V1(plan_goal_send);
Datum
plan_goal_send(PG_FUNCTION_ARGS)
{
	const Goal *goal = PG_GETARG_PLAN_GOAL_P(0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, GOAL_VERSION);
	send_goal(&buf, goal);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static int
compare_goals(FunctionCallInfo fcinfo)
{
	return goal_compare(PG_GETARG_PLAN_GOAL_P(0), PG_GETARG_PLAN_GOAL_P(1));
}

static uint64
hash_goal(FunctionCallInfo fcinfo, uint64 seed)
{
	return hash_bytes_extended((const unsigned char *) PG_GETARG_PLAN_GOAL_P(0),
							   sizeof(Goal), seed);
}

PLAN_COMPARISONS(plan_goal, compare_goals)
PLAN_EXTREMES(plan_goal, compare_goals)
PLAN_HASHES(plan_goal, hash_goal)

/*
 * The constructors take one bound or two, the direction and the baseline.  Only the baseline
 * may be NULL.
 */
static Datum
make_goal(FunctionCallInfo fcinfo, GoalDirection direction, double low, double high)
{
	int			last = PG_NARGS() - 1;
	bool		has_baseline = !PG_ARGISNULL(last);
	Goal		goal = goal_checked(direction, low, high, has_baseline,
									has_baseline ? PG_GETARG_FLOAT8(last) : 0.0);

	return goal_datum(&goal);
}

/* (target, direction, baseline) */
PG_FUNCTION_INFO_V1(plan_goal);
Datum
plan_goal(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	return make_goal(fcinfo, PG_GETARG_DIRECTION(1), PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(0));
}

/* (lower, upper, direction, baseline) */
PG_FUNCTION_INFO_V1(plan_goal_range);
Datum
plan_goal_range(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	return make_goal(fcinfo, PG_GETARG_DIRECTION(2), PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1));
}

PG_FUNCTION_INFO_V1(plan_direction);
Datum
plan_direction(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(word_name(&direction_words,
											   PG_GETARG_PLAN_GOAL_P(0)->direction)));
}

PG_FUNCTION_INFO_V1(plan_target);
Datum
plan_target(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(goal_target(PG_GETARG_PLAN_GOAL_P(0)));
}

PG_FUNCTION_INFO_V1(plan_lower);
Datum
plan_lower(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(goal_low(PG_GETARG_PLAN_GOAL_P(0)));
}

PG_FUNCTION_INFO_V1(plan_upper);
Datum
plan_upper(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(goal_high(PG_GETARG_PLAN_GOAL_P(0)));
}

PG_FUNCTION_INFO_V1(plan_baseline);
Datum
plan_baseline(PG_FUNCTION_ARGS)
{
	const Goal *goal = PG_GETARG_PLAN_GOAL_P(0);

	if (!goal->has_baseline)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(goal->baseline);
}
