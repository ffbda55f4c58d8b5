/*
 * period_year.c
 *		Calendar and fiscal years by number.
 */
#include "postgres.h"

#include <math.h>

#include "utils/builtins.h"
#include "utils/float.h"
#include "utils/numeric.h"

#include "calendar.h"
#include "decimal.h"
#include "period.h"

pg_noreturn static void
report_no_such_year(const char *number)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("year out of range: %s", number),
			 strcmp(number, "0") == 0 ? errdetail("Before year 1 comes -1, which is 1 BC.")
			 : errdetail("Years lie between -4713 and 5874897.")));
}

static Datum
year_datum(int64 number)
{
	Period		period;

	if (period_of_year(number, &period) != PLAN_OK)
		report_no_such_year(psprintf(INT64_FORMAT, number));
	PG_RETURN_PLAN_PERIOD(period);
}

PG_FUNCTION_INFO_V1(plan_period_of_year);
Datum
plan_period_of_year(PG_FUNCTION_ARGS)
{
	return year_datum(PG_GETARG_INT32(0));
}

PG_FUNCTION_INFO_V1(plan_period_of_short_year);
Datum
plan_period_of_short_year(PG_FUNCTION_ARGS)
{
	return year_datum(PG_GETARG_INT16(0));
}

PG_FUNCTION_INFO_V1(plan_period_of_long_year);
Datum
plan_period_of_long_year(PG_FUNCTION_ARGS)
{
	return year_datum(PG_GETARG_INT64(0));
}

static char *
numeric_text(Datum number)
{
	const char *text = DatumGetCString(DirectFunctionCall1(numeric_out, number));

	return shown_text(text, strlen(text));
}

/* From a numeric, as extract(year) returns. */
PG_FUNCTION_INFO_V1(plan_period_of_numeric_year);
Datum
plan_period_of_numeric_year(PG_FUNCTION_ARGS)
{
	Datum		number = PG_GETARG_DATUM(0);
	double		year = numeric_datum_to_double(number);

	if (!isfinite(year) || fabs(year) > PG_INT32_MAX)
		report_no_such_year(numeric_text(number));
	if (year != trunc(year) ||
		!DatumGetBool(DirectFunctionCall2(numeric_eq, number,
										  NumericGetDatum(int64_to_numeric((int64) year)))))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("year must be a whole number, not %s", numeric_text(number))));
	return year_datum((int64) year);
}

/* From a plan_number. */
PG_FUNCTION_INFO_V1(plan_period_of_number);
Datum
plan_period_of_number(PG_FUNCTION_ARGS)
{
	double		year = PG_GETARG_FLOAT8(0);

	if (!isfinite(year) || fabs(year) > PG_INT32_MAX)
		report_no_such_year(float8out_internal(year));
	if (year != trunc(year))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("year must be a whole number, not %s", float8out_internal(year))));
	return year_datum((int64) year);
}

/*
 * Fiscal years.
 */

/* (at, calendar) */
PG_FUNCTION_INFO_V1(plan_fiscal_year);
Datum
plan_fiscal_year(PG_FUNCTION_ARGS)
{
	const CalendarRule *rule = calendar_rule_argument(fcinfo, 1);
	int32		month = calendar_month(rule, day_checked(PG_GETARG_DATEADT(0)));

	PG_RETURN_INT32(gregorian_year_number(calendar_year_name(rule, month)));
}

/* (period, calendar) */
PG_FUNCTION_INFO_V1(plan_fiscal_name);
Datum
plan_fiscal_name(PG_FUNCTION_ARGS)
{
	char		name[PERIOD_TEXT_SIZE];
	size_t		length = period_write_fiscal(name, PG_GETARG_PLAN_PERIOD(0),
											 calendar_rule_argument(fcinfo, 1));

	PG_RETURN_TEXT_P(cstring_to_text_with_len(name, length));
}

/*
 * plan_period_name(period, calendar) returns text: what people who use the calendar call a period.
 * A year from July is FY2024, one from January 2024.
 */
PG_FUNCTION_INFO_V1(plan_period_name);
Datum
plan_period_name(PG_FUNCTION_ARGS)
{
	char		name[PERIOD_TEXT_SIZE];
	size_t		length = period_write_by_calendar(name, PG_GETARG_PLAN_PERIOD(0),
												  calendar_rule_argument(fcinfo, 1));

	PG_RETURN_TEXT_P(cstring_to_text_with_len(name, length));
}

/*
 * plan_fiscal_period(name, calendar) returns plan_period: what plan_fiscal_name() writes, and other
 * names of periods.
 */
PG_FUNCTION_INFO_V1(plan_fiscal_period);
Datum
plan_fiscal_period(PG_FUNCTION_ARGS)
{
	const char *name = text_to_cstring(PG_GETARG_TEXT_PP(0));
	Period		period;
	PlanError	error = period_read_fiscal(text_as_utf8(name), calendar_rule_argument(fcinfo, 1),
										   &period);

	if (error == PLAN_SYNTAX)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_DATETIME_FORMAT),
				 errmsg("invalid name of a period: \"%s\"", shown_text(name, strlen(name))),
				 errhint("Fiscal periods are written FY2025, FY2025-H1, FY2025-Q2, FY2025-M03, "
						 "FY2021-FY2025 or, in years of weeks, FY2025-W07; others as a plan_period "
						 "is.")));
	if (error != PLAN_OK)
		report_period_text(error, name, NULL);
	PG_RETURN_PLAN_PERIOD(period);
}
