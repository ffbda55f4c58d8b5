/*
 * eurostat.c
 *		Eurostat's and Statistics Canada's measure of progress.
 */
#include "postgres.h"

#include "core/method/eurostat.h"
#include "method/method.h"
#include "word.h"

/* Nothing replaces zero if it is NULL. */
static double
zero_argument(FunctionCallInfo fcinfo, int n)
{
	return PG_ARGISNULL(n) ? 0.0 : figure_argument(fcinfo, n, "replacement of zero");
}

/* (current, current_year, goal, baseline_year, target_year, zero) */
PG_FUNCTION_INFO_V1(plan_eurostat_pace);
Datum
plan_eurostat_pace(PG_FUNCTION_ARGS)
{
	Progress	progress;
	double		pace = 0.0;
	PlanError	error;

	if (!progress_arguments(fcinfo, &progress))
		PG_RETURN_NULL();
	error = eurostat_pace(&progress, zero_argument(fcinfo, 5), &pace);
	return figure_datum(fcinfo, error, pace, "pace");
}

/* The same arguments; 22003 where the pace would be. */
PG_FUNCTION_INFO_V1(plan_eurostat_reason);
Datum
plan_eurostat_reason(PG_FUNCTION_ARGS)
{
	Progress	progress = {.target = NAN};
	bool		has_goal = progress_arguments(fcinfo, &progress);
	double		zero = zero_argument(fcinfo, 5);
	double		pace;
	PlanError	error = has_goal ? eurostat_pace(&progress, zero, &pace) : PLAN_UNDEFINED;

	return label_datum(fcinfo, error == PLAN_UNDEFINED ? PLAN_OK : error,
					   has_goal ? eurostat_reason(&progress, zero) : "no_target", "pace");
}

/* (current, current_year, baseline, baseline_year, direction, zero) */
PG_FUNCTION_INFO_V1(plan_eurostat_growth);
Datum
plan_eurostat_growth(PG_FUNCTION_ARGS)
{
	Progress	progress;
	double		growth = 0.0;
	PlanError	error;

	if (!growth_arguments(fcinfo, &progress))
		PG_RETURN_NULL();
	error = eurostat_growth(&progress, zero_argument(fcinfo, 5), &growth);
	return figure_datum(fcinfo, error, growth, "growth");
}

/* (pace, achieved) */
PG_FUNCTION_INFO_V1(plan_eurostat_score);
Datum
plan_eurostat_score(PG_FUNCTION_ARGS)
{
	double		score = 0.0;
	PlanError	error = eurostat_score(actual_argument(fcinfo, 0, "pace"),
									   flag_argument(fcinfo, 1), &score);

	return figure_datum(fcinfo, error, score, "score");
}

/* (pace, achieved, edition) */
PG_FUNCTION_INFO_V1(plan_eurostat_class);
Datum
plan_eurostat_class(PG_FUNCTION_ARGS)
{
	double		pace = actual_argument(fcinfo, 0, "pace");
	const char *label = NULL;
	PlanError	error;

	if (PG_ARGISNULL(2))
		PG_RETURN_NULL();
	error = eurostat_class(pace, flag_argument(fcinfo, 1),
						   word_argument(fcinfo, 2, &eurostat_edition_words), &label);
	return label_datum(fcinfo, error, label, "pace");
}

/* (growth, baseline, natural_limit) */
PG_FUNCTION_INFO_V1(plan_eurostat_growth_score);
Datum
plan_eurostat_growth_score(PG_FUNCTION_ARGS)
{
	double		growth = actual_argument(fcinfo, 0, "growth");
	double		baseline = actual_argument(fcinfo, 1, "baseline");
	double		natural_limit = figure_argument(fcinfo, 2, "natural limit");

	if (isnan(growth))
		PG_RETURN_NULL();
	return figure_datum(fcinfo, PLAN_OK, eurostat_growth_score(growth, baseline, natural_limit),
					   "score");
}

/* (growth, baseline, natural_limit, edition); only Statistics Canada has natural limits. */
PG_FUNCTION_INFO_V1(plan_eurostat_growth_class);
Datum
plan_eurostat_growth_class(PG_FUNCTION_ARGS)
{
	double		growth = actual_argument(fcinfo, 0, "growth");
	double		baseline = actual_argument(fcinfo, 1, "baseline");
	double		natural_limit = figure_argument(fcinfo, 2, "natural limit");
	EurostatEdition edition;

	if (PG_ARGISNULL(3))
		PG_RETURN_NULL();
	edition = word_argument(fcinfo, 3, &eurostat_edition_words);
	if (edition != EDITION_STATCAN && !isnan(natural_limit))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("edition \"%s\" does not take a natural limit",
						word_name(&eurostat_edition_words, edition))));
	if (isnan(growth))
		PG_RETURN_NULL();
	return label_datum(fcinfo, PLAN_OK,
					   eurostat_growth_class(growth, baseline, natural_limit, edition), "growth");
}

/* (score, all_achieved) */
PG_FUNCTION_INFO_V1(plan_eurostat_score_class);
Datum
plan_eurostat_score_class(PG_FUNCTION_ARGS)
{
	double		score = actual_argument(fcinfo, 0, "score");

	if (isnan(score))
		PG_RETURN_NULL();
	return label_datum(fcinfo, PLAN_OK, eurostat_score_class(score, flag_argument(fcinfo, 1)),
					   "score");
}

/* (value, centre, not_below) */
PG_FUNCTION_INFO_V1(plan_eurostat_reflected);
Datum
plan_eurostat_reflected(PG_FUNCTION_ARGS)
{
	double		value = actual_argument(fcinfo, 0, "value");
	double		centre = figure_argument(fcinfo, 1, "centre");
	double		not_below = figure_argument(fcinfo, 2, "limit");
	double		reflected = eurostat_reflected(value, centre);

	if (isnan(reflected) || value < not_below)
		PG_RETURN_NULL();
	return figure_datum(fcinfo, isfinite(reflected) ? PLAN_OK : PLAN_OUT_OF_RANGE, reflected,
					   "result");
}

PG_FUNCTION_INFO_V1(plan_eurostat_parity);
Datum
plan_eurostat_parity(PG_FUNCTION_ARGS)
{
	double		result = 0.0;
	PlanError	error = eurostat_parity(actual_argument(fcinfo, 0, "ratio"), &result);

	return figure_datum(fcinfo, error, result, "parity");
}
