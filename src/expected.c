/*
 * expected.c
 *		The value expected by a day, and the rate required from there.
 */
#include "postgres.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/array.h"

#include "argument.h"
#include "core/expected.h"
#include "goal.h"
#include "period.h"
#include "word.h"

/* (goal, period, as_of, path) */
PG_FUNCTION_INFO_V1(plan_expected);
Datum
plan_expected(PG_FUNCTION_ARGS)
{
	ExpectedPath path = word_argument(fcinfo, 3, &path_words);
	double		value = expected_value(PG_GETARG_PLAN_GOAL_P(0), PG_GETARG_PLAN_PERIOD(1),
									   PG_GETARG_DATEADT(2), path);

	return value_datum(fcinfo, value, "expected value");
}

/* (goal, period, as_of, path) */
PG_FUNCTION_INFO_V1(plan_expected_share);
Datum
plan_expected_share(PG_FUNCTION_ARGS)
{
	ExpectedPath path = word_argument(fcinfo, 3, &path_words);
	double		share = expected_share(PG_GETARG_PLAN_GOAL_P(0), PG_GETARG_PLAN_PERIOD(1),
									   PG_GETARG_DATEADT(2), path);

	return value_datum(fcinfo, share, "expected share");
}

/* (actual, goal, period, as_of, path) */
PG_FUNCTION_INFO_V1(plan_required_rate);
Datum
plan_required_rate(PG_FUNCTION_ARGS)
{
	double		actual = actual_argument(fcinfo, 0, "actual");
	Period		period = PG_GETARG_PLAN_PERIOD(2);
	int32		as_of = day_checked(PG_GETARG_DATEADT(3));
	ExpectedPath path = word_argument(fcinfo, 4, &path_words);
	double		rate;

	if (isnan(actual))
		PG_RETURN_NULL();
	if (path == PATH_STEPPED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("path must be linear or compound, not stepped")));
	rate = expected_required_rate(actual, PG_GETARG_PLAN_GOAL_P(1),
								  (int32) ((int64) period.end - 1 - as_of), path);
	return value_datum(fcinfo, rate, "required rate");
}

/*
 * Milestones: values by ascending days.
 */
typedef struct Milestones
{
	int			count;
	const DateADT *days;
	const double *values;
} Milestones;

static int
array_length(ArrayType *array, const char *name)
{
	if (ARR_HASNULL(array) && array_contains_nulls(array))
		report_null_element_error(name);
	if (ARR_NDIM(array) > 1)
		report_dimension_error(name);
	return ARR_NDIM(array) == 0 ? 0 : ARR_DIMS(array)[0];
}

/* (dates, amounts, ...) */
static Milestones
milestone_arguments(FunctionCallInfo fcinfo)
{
	ArrayType  *dates = PG_GETARG_ARRAYTYPE_P(0);
	ArrayType  *amounts = PG_GETARG_ARRAYTYPE_P(1);
	Milestones	milestones = {array_length(dates, "dates"),
		(const DateADT *) ARR_DATA_PTR(dates),
	(const double *) ARR_DATA_PTR(amounts)};

	if (array_length(amounts, "amounts") != milestones.count)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("number of amounts (%d) does not match number of dates (%d)",
						array_length(amounts, "amounts"), milestones.count)));
	for (int i = 0; i < milestones.count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		day_checked(milestones.days[i]);
		if (!isfinite(milestones.values[i]))
			report_figure_error("amount", milestones.values[i]);
		if (i > 0 && milestones.days[i] <= milestones.days[i - 1])
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("dates must be in ascending order"),
					 errdetail("Date number %d is not after the one before it.", i + 1)));
	}
	return milestones;
}

/* The value on the path at a day; NaN before the first milestone. */
static double
milestone_value(const Milestones *milestones, int32 day, ExpectedPath path)
{
	int			low = 0,
				high = milestones->count;

	/* Find the first milestone after the day. */
	while (low < high)
	{
		int			middle = low + (high - low) / 2;

		if (milestones->days[middle] <= day)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return NAN;
	if (low == milestones->count)
		return milestones->values[low - 1] + 0.0;
	return expected_between(path, milestones->values[low - 1], milestones->values[low],
							day - milestones->days[low - 1],
							milestones->days[low] - milestones->days[low - 1]);
}

/* (dates, amounts, as_of, path) */
PG_FUNCTION_INFO_V1(plan_milestone_expected);
Datum
plan_milestone_expected(PG_FUNCTION_ARGS)
{
	Milestones	milestones = milestone_arguments(fcinfo);
	ExpectedPath path = word_argument(fcinfo, 3, &path_words);

	return value_datum(fcinfo, milestone_value(&milestones, PG_GETARG_DATEADT(2), path),
					   "expected value");
}

/* (dates, amounts, as_of, path) */
PG_FUNCTION_INFO_V1(plan_milestone_share);
Datum
plan_milestone_share(PG_FUNCTION_ARGS)
{
	Milestones	milestones = milestone_arguments(fcinfo);
	ExpectedPath path = word_argument(fcinfo, 3, &path_words);
	double		value = milestone_value(&milestones, PG_GETARG_DATEADT(2), path);
	double		first,
				last,
				share;

	if (isnan(value))
		PG_RETURN_NULL();
	first = milestones.values[0];
	last = milestones.values[milestones.count - 1];
	if (first == last)
		PG_RETURN_NULL();
	/* Halve the values, so that no difference overflows. */
	share = (value / 2 - first / 2) / (last / 2 - first / 2);
	return value_datum(fcinfo, share > 0.0 ? Min(share, 1.0) : 0.0, "expected share");
}
