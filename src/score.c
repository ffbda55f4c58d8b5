/*
 * score.c
 *		Comparing one actual with one goal.
 *
 * Each function takes an actual and a goal, then its options.
 */
#include "postgres.h"

#include <math.h>

#include "argument.h"
#include "core/extreme.h"
#include "goal.h"
#include "status.h"
#include "word.h"

/* The first argument after the goal. */
#define OPTION 2

/* What is known of the actual. */
#define BOUNDED_BY 2

/* Compare the actual with its goal; false if one of them is missing. */
static bool
bound_argument(FunctionCallInfo fcinfo, Bound *bound)
{
	double		actual = actual_argument(fcinfo, 0, "actual");

	if (isnan(actual) || PG_ARGISNULL(1))
		return false;
	*bound = goal_bound(PG_GETARG_PLAN_GOAL_P(1), actual);
	return true;
}

/* The share that is due, NaN for NULL; 22023 outside 0 to 1, whatever the row holds. */
static double
expected_argument(FunctionCallInfo fcinfo, int n)
{
	double		expected;

	if (PG_ARGISNULL(n))
		return NAN;
	expected = PG_GETARG_FLOAT8(n);
	if (!(expected >= 0.0 && expected <= 1.0))
		report_expected_error(expected);
	return expected;
}

static bool
flag_argument(FunctionCallInfo fcinfo, int n)
{
	return !PG_ARGISNULL(n) && PG_GETARG_BOOL(n);
}

/*
 * The achievement, of which expected is argument n and adds_up the next one; NaN where it is not
 * known.
 */
static double
achievement_argument(FunctionCallInfo fcinfo, int n)
{
	double		expected = expected_argument(fcinfo, n);
	Bound		bound;

	if (!bound_argument(fcinfo, &bound))
		return NAN;
	if (flag_argument(fcinfo, n + 1))
		return total_achievement(PG_GETARG_PLAN_GOAL_P(1), actual_argument(fcinfo, 0, "actual"),
								 expected);
	return score_achievement(&bound);
}

/*
 * plan_achievement(actual, goal [, expected [, adds_up]]) returns float8: the share achieved, 1 if
 * the goal is met exactly; NULL for a missing or NaN actual and a missing goal.  Of what adds up
 * over its period a limit is shared out (core/total.h), and expected is the share that is due: NULL
 * where it matters and is NULL.  22023 for expected outside 0 to 1.
 */
PG_FUNCTION_INFO_V1(plan_achievement);
Datum
plan_achievement(PG_FUNCTION_ARGS)
{
	double		achievement = achievement_argument(fcinfo, OPTION);

	if (isnan(achievement))
		PG_RETURN_NULL();
	return figure_datum(fcinfo, PLAN_OK, achievement, "achievement");
}

/*
 * plan_score(actual, goal [, cap [, expected [, adds_up]]]) returns float8: plan_achievement() of
 * the same arguments, clamped to [0, cap]; NULL for a NULL cap.  22023 for a cap below 0.
 */
PG_FUNCTION_INFO_V1(plan_score);
Datum
plan_score(PG_FUNCTION_ARGS)
{
	double		achievement = achievement_argument(fcinfo, OPTION + 1);

	if (isnan(achievement) || PG_ARGISNULL(OPTION))
		PG_RETURN_NULL();
	return figure_datum(fcinfo, PLAN_OK, score_clamp(achievement, cap_argument(fcinfo, OPTION)),
						"score");
}

static const Word words_of_extremes[] = {{"peak", EXTREME_HIGHEST}, {"least", EXTREME_LOWEST}};

static const WordTable extreme_words = WORD_TABLE("extreme", words_of_extremes,
												  "Valid values are peak and least.");

/* How a verdict is found. */
typedef struct VerdictOptions
{
	double		expected;		/* NaN if it is not known */
	PaceCuts	cuts;
	bool		adds_up;
	Extreme		extreme;
} VerdictOptions;

/*
 * expected is argument n, cuts, adds_up and extreme the next ones.  Bad options are errors whatever
 * the row holds.
 */
static VerdictOptions
verdict_options(FunctionCallInfo fcinfo, int n)
{
	VerdictOptions options = {.expected = expected_argument(fcinfo, n)};

	options.cuts = cuts_argument(fcinfo, n + 1);
	options.adds_up = flag_argument(fcinfo, n + 2);
	if (!PG_ARGISNULL(n + 3))
		options.extreme = (Extreme) word_argument(fcinfo, n + 3, &extreme_words);
	if (options.adds_up && options.extreme != EXTREME_NONE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a figure that adds up is not an extreme"),
				 errhint("Leave out adds_up or extreme.")));
	return options;
}

/*
 * The verdict on a figure that does not add up; VERDICT_NONE if it depends on a pace that is
 * unknown.
 */
static Verdict
pace_verdict(const Bound *bound, const VerdictOptions *options)
{
	double		expected = score_expected(bound, options->expected);

	if (isnan(expected) && !score_is_met(bound))
		return VERDICT_NONE;
	return score_verdict(bound, score_achievement(bound), expected, &options->cuts);
}

/*
 * The verdict on the highest value of a period or on the lowest: the period is over when all is
 * due.  Only from a baseline on less can be.
 */
static Verdict
extreme_option_verdict(const Goal *goal, double actual, FigureBound kind,
					   const VerdictOptions *options)
{
	double		due = goal->has_baseline ? options->expected : 1.0;
	Verdict		verdict = extreme_bounded_verdict(goal, actual, kind, options->extreme,
												  options->expected >= 1.0, due, &options->cuts);

	if (isnan(options->expected) &&
		verdict != extreme_bounded_verdict(goal, actual, kind, options->extreme, true, due,
										   &options->cuts))
		return VERDICT_NONE;
	return verdict;
}

/*
 * plan_status(actual, goal [, expected [, cuts [, adds_up [, extreme]]]]) returns plan_status:
 * no_data without an actual or a goal; NULL if expected matters and is NULL.  Of what adds up over
 * its period a limit is shared out (core/total.h), and of an extreme it holds to the end
 * (core/extreme.h); a NULL adds_up is false, a NULL extreme none.  22023 for expected outside 0 to
 * 1, for cuts that do not descend, for another word and for an extreme that adds up.
 */
PG_FUNCTION_INFO_V1(plan_status);
Datum
plan_status(PG_FUNCTION_ARGS)
{
	Bound		bound;
	bool		known = bound_argument(fcinfo, &bound);
	VerdictOptions options = verdict_options(fcinfo, OPTION);
	Verdict		verdict = VERDICT_NO_DATA;

	if (known && options.adds_up)
		verdict = total_verdict(PG_GETARG_PLAN_GOAL_P(1), actual_argument(fcinfo, 0, "actual"),
								options.expected, &options.cuts);
	else if (known && options.extreme != EXTREME_NONE)
		verdict = extreme_option_verdict(PG_GETARG_PLAN_GOAL_P(1),
										 actual_argument(fcinfo, 0, "actual"), FIGURE_EXACT,
										 &options);
	else if (known)
		verdict = pace_verdict(&bound, &options);
	if (verdict == VERDICT_NONE)
		PG_RETURN_NULL();
	return status_datum(fcinfo, verdict);
}

static const Word words_of_bounds[] = {
	{"=", FIGURE_EXACT}, {"~", FIGURE_EXACT}, {">", FIGURE_ABOVE}, {">=", FIGURE_AT_LEAST},
	{"<", FIGURE_BELOW}, {"<=", FIGURE_AT_MOST}
};

static const WordTable bound_words = WORD_TABLE("bound", words_of_bounds,
												"Valid values are =, ~, >, >=, < and <=.");

/* What a bound of NULL says is not known: false. */
static bool
figure_bound_argument(FunctionCallInfo fcinfo, FigureBound *kind)
{
	if (PG_ARGISNULL(BOUNDED_BY))
		return false;
	*kind = (FigureBound) word_argument(fcinfo, BOUNDED_BY, &bound_words);
	return true;
}

/* The verdict of pace_verdict() on a figure of which a bound is known. */
static Verdict
bounded_verdict(const Goal *goal, const Bound *bound, FigureBound kind,
				const VerdictOptions *options)
{
	Verdict		verdict = pace_verdict(bound, options);

	return bounded_is_decided(goal, kind, bound, verdict <= VERDICT_ON_TRACK)
		? verdict : VERDICT_NONE;
}

/*
 * plan_bounded_status(actual, goal, bound [, expected [, cuts [, adds_up [, extreme]]]]) returns
 * plan_status: the verdict on a figure of which a bound is known, as plan_parse_amount() reads it.
 * It is that of the bound itself where every value from there on is on pace, or none is; else NULL,
 * as without a bound.  Other NULLs and errors are those of plan_status(); 22023 for another word.
 */
PG_FUNCTION_INFO_V1(plan_bounded_status);
Datum
plan_bounded_status(PG_FUNCTION_ARGS)
{
	Bound		bound;
	FigureBound kind = FIGURE_EXACT;
	bool		has_bound = figure_bound_argument(fcinfo, &kind);
	bool		known = bound_argument(fcinfo, &bound);
	VerdictOptions options = verdict_options(fcinfo, BOUNDED_BY + 1);
	Verdict		verdict = VERDICT_NO_DATA;

	if (known && !has_bound)
		PG_RETURN_NULL();
	if (known && options.adds_up)
		verdict = total_bounded_verdict(PG_GETARG_PLAN_GOAL_P(1),
										actual_argument(fcinfo, 0, "actual"), kind,
										options.expected, &options.cuts);
	else if (known && options.extreme != EXTREME_NONE)
		verdict = extreme_option_verdict(PG_GETARG_PLAN_GOAL_P(1),
										 actual_argument(fcinfo, 0, "actual"), kind, &options);
	else if (known)
		verdict = bounded_verdict(PG_GETARG_PLAN_GOAL_P(1), &bound, kind, &options);
	if (verdict == VERDICT_NONE)
		PG_RETURN_NULL();
	return status_datum(fcinfo, verdict);
}

/*
 * plan_bounded_is_met(actual, goal, bound) returns boolean: whether the goal is met by a figure of
 * which a bound is known; NULL if it may be or may not be, and without an actual.  22023 for
 * another word.
 */
PG_FUNCTION_INFO_V1(plan_bounded_is_met);
Datum
plan_bounded_is_met(PG_FUNCTION_ARGS)
{
	Bound		bound;
	FigureBound kind = FIGURE_EXACT;
	const Goal *goal = PG_GETARG_PLAN_GOAL_P(1);
	bool		is_met;

	(void) figure_bound_argument(fcinfo, &kind);
	if (!bound_argument(fcinfo, &bound))
		PG_RETURN_NULL();
	is_met = score_is_met(&bound) && !bounded_leaves(goal, kind, &bound);
	if (!bounded_is_decided(goal, kind, &bound, is_met))
		PG_RETURN_NULL();
	PG_RETURN_BOOL(is_met);
}

PG_FUNCTION_INFO_V1(plan_gap);
Datum
plan_gap(PG_FUNCTION_ARGS)
{
	Bound		bound;

	if (!bound_argument(fcinfo, &bound))
		PG_RETURN_NULL();
	return figure_datum(fcinfo, PLAN_OK, score_gap(&bound), "gap");
}

/*
 * plan_variance(actual, goal) returns float8: actual less target in the unit of the indicator,
 * positive where that is favourable; 0 within a band, and minus the distance outside.  NULL or NaN
 * actual: NULL.  22003 where the difference does not fit.
 */
PG_FUNCTION_INFO_V1(plan_variance);
Datum
plan_variance(PG_FUNCTION_ARGS)
{
	Bound		bound;

	if (!bound_argument(fcinfo, &bound))
		PG_RETURN_NULL();
	return figure_datum(fcinfo, PLAN_OK, score_variance(&bound), "variance");
}

PG_FUNCTION_INFO_V1(plan_is_met);
Datum
plan_is_met(PG_FUNCTION_ARGS)
{
	Bound		bound;

	if (!bound_argument(fcinfo, &bound))
		PG_RETURN_NULL();
	PG_RETURN_BOOL(score_is_met(&bound));
}
