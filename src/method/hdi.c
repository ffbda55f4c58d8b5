/*
 * hdi.c
 *		UNDP's human development index; 2201E for an income that is not positive.
 */
#include "postgres.h"

#include "utils/float.h"

#include "core/method/hdi.h"
#include "method/method.h"

static Datum
index_datum(FunctionCallInfo fcinfo, PlanError error, double index, double gni_per_capita)
{
	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_ARGUMENT_FOR_LOG),
				 errmsg("income per capita must be positive, not %s",
						float8out_internal(gni_per_capita))));
	return figure_datum(fcinfo, error, index, "index");
}

PG_FUNCTION_INFO_V1(plan_hdi);
Datum
plan_hdi(PG_FUNCTION_ARGS)
{
	double		life_expectancy = actual_argument(fcinfo, 0, "life expectancy");
	double		expected_schooling = actual_argument(fcinfo, 1, "expected schooling");
	double		mean_schooling = actual_argument(fcinfo, 2, "mean schooling");
	double		gni_per_capita = actual_argument(fcinfo, 3, "income per capita");
	double		index = 0.0;
	PlanError	error;

	error = hdi(life_expectancy, expected_schooling, mean_schooling, gni_per_capita, &index);
	return index_datum(fcinfo, error, index, gni_per_capita);
}

PG_FUNCTION_INFO_V1(plan_hdi_health);
Datum
plan_hdi_health(PG_FUNCTION_ARGS)
{
	double		index = 0.0;
	PlanError	error = hdi_health(actual_argument(fcinfo, 0, "life expectancy"), &index);

	return index_datum(fcinfo, error, index, 0.0);
}

PG_FUNCTION_INFO_V1(plan_hdi_education);
Datum
plan_hdi_education(PG_FUNCTION_ARGS)
{
	double		index = 0.0;
	PlanError	error = hdi_education(actual_argument(fcinfo, 0, "expected schooling"),
									  actual_argument(fcinfo, 1, "mean schooling"), &index);

	return index_datum(fcinfo, error, index, 0.0);
}

PG_FUNCTION_INFO_V1(plan_hdi_income);
Datum
plan_hdi_income(PG_FUNCTION_ARGS)
{
	double		gni_per_capita = actual_argument(fcinfo, 0, "income per capita");
	double		index = 0.0;
	PlanError	error = hdi_income(gni_per_capita, &index);

	return index_datum(fcinfo, error, index, gni_per_capita);
}
