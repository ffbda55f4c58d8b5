/*
 * eurostat.c
 *		Eurostat's and Statistics Canada's measure of progress.
 *
 * Arguments: those of a course, then (natural_limit, zero), and the edition for the class.
 */
#include "postgres.h"

#include "core/method/eurostat.h"
#include "method/method.h"
#include "word.h"

/* Nothing stands for zero when there is none. */
static double
zero_argument(FunctionCallInfo fcinfo, int n)
{
	return PG_ARGISNULL(n) ? 0.0 : figure_argument(fcinfo, n, "figure that stands for zero");
}

/* The natural limit makes no difference here; it is taken so that all take the same. */
PG_FUNCTION_INFO_V1(plan_eurostat_pace);
Datum
plan_eurostat_pace(PG_FUNCTION_ARGS)
{
	Course		course;
	bool		known = course_arguments(fcinfo, NAN, &course);
	double		zero = zero_argument(fcinfo, 8);
	double		pace = 0.0;
	PlanError	error;

	if (!known)
		PG_RETURN_NULL();
	error = eurostat_pace(&course, zero, &pace);
	return figure_datum(fcinfo, error, pace, "pace");
}

PG_FUNCTION_INFO_V1(plan_eurostat_reason);
Datum
plan_eurostat_reason(PG_FUNCTION_ARGS)
{
	Course		course;
	bool		known = course_arguments(fcinfo, NAN, &course);
	double		zero = zero_argument(fcinfo, 8);
	const char *reason = eurostat_reason(&course, zero);
	double		pace = 0.0;

	if (!known)
		PG_RETURN_NULL();
	/* No reason: there is a pace, or float8 has no room for it. */
	if (reason == NULL)
	{
		(void) figure_datum(fcinfo, eurostat_pace(&course, zero, &pace), pace, "pace");
		PG_RETURN_NULL();
	}
	PG_RETURN_TEXT_P(cstring_to_text(reason));
}

PG_FUNCTION_INFO_V1(plan_eurostat_score);
Datum
plan_eurostat_score(PG_FUNCTION_ARGS)
{
	Course		course;
	bool		known = course_arguments(fcinfo, NAN, &course);
	double		natural_limit = figure_argument(fcinfo, 7, "natural limit");
	double		zero = zero_argument(fcinfo, 8);
	double		score = 0.0;
	PlanError	error;

	if (!known)
		PG_RETURN_NULL();
	error = eurostat_score(&course, natural_limit, zero, &score);
	return figure_datum(fcinfo, error, score, "pace");
}

PG_FUNCTION_INFO_V1(plan_eurostat_class);
Datum
plan_eurostat_class(PG_FUNCTION_ARGS)
{
	Course		course;
	bool		known = course_arguments(fcinfo, NAN, &course);
	double		natural_limit = figure_argument(fcinfo, 7, "natural limit");
	double		zero = zero_argument(fcinfo, 8);
	EurostatEdition edition;
	const char *label = NULL;
	PlanError	error;

	if (PG_ARGISNULL(9))
		PG_RETURN_NULL();
	edition = word_argument(fcinfo, 9, &eurostat_edition_words);
	if (!known)
		PG_RETURN_NULL();
	error = eurostat_class(&course, natural_limit, zero, edition, &label);
	return label_datum(fcinfo, error, label, "pace");
}

/* (pace, has_target) */
PG_FUNCTION_INFO_V1(plan_eurostat_pace_score);
Datum
plan_eurostat_pace_score(PG_FUNCTION_ARGS)
{
	double		pace = actual_argument(fcinfo, 0, "pace");

	if (isnan(pace))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(eurostat_pace_score(pace, PG_GETARG_BOOL(1)));
}

/* (pace, has_target, edition) */
PG_FUNCTION_INFO_V1(plan_eurostat_pace_class);
Datum
plan_eurostat_pace_class(PG_FUNCTION_ARGS)
{
	double		pace = actual_argument(fcinfo, 0, "pace");
	EurostatEdition edition = word_argument(fcinfo, 2, &eurostat_edition_words);

	if (isnan(pace))
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(eurostat_pace_class(pace, PG_GETARG_BOOL(1), edition)));
}

PG_FUNCTION_INFO_V1(plan_eurostat_score_class);
Datum
plan_eurostat_score_class(PG_FUNCTION_ARGS)
{
	double		score = actual_argument(fcinfo, 0, "score");

	if (isnan(score))
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(eurostat_score_class(score, PG_GETARG_BOOL(1))));
}

/* (value, centre [, not_below]) */
PG_FUNCTION_INFO_V1(plan_eurostat_reflected);
Datum
plan_eurostat_reflected(PG_FUNCTION_ARGS)
{
	double		value = actual_argument(fcinfo, 0, "value");
	double		centre = figure_argument(fcinfo, 1, "centre");
	double		not_below = PG_NARGS() > 2 ? figure_argument(fcinfo, 2, "limit") : NAN;
	double		reflected = eurostat_reflected(value, centre);

	if (isnan(reflected) || value < not_below)
		PG_RETURN_NULL();
	return figure_datum(fcinfo, isfinite(reflected) ? PLAN_OK : PLAN_OUT_OF_RANGE, reflected,
						"distance");
}

PG_FUNCTION_INFO_V1(plan_eurostat_parity);
Datum
plan_eurostat_parity(PG_FUNCTION_ARGS)
{
	double		result = 0.0;
	PlanError	error = eurostat_parity(actual_argument(fcinfo, 0, "ratio"), &result);

	return figure_datum(fcinfo, error, result, "parity");
}
