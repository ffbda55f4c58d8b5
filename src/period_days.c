/*
 * period_days.c
 *		Days of a period and days passed, of all days or of working days.
 */
#include "postgres.h"

#include "argument.h"
#include "calendar.h"
#include "core/expected.h"
#include "period.h"

/*
 * plan_working_days(period, calendar) returns float8: Mondays to Fridays, or what the calendar
 * says; a half day is half a day.
 */
PG_FUNCTION_INFO_V1(plan_working_days);
Datum
plan_working_days(PG_FUNCTION_ARGS)
{
	Period		period = PG_GETARG_PLAN_PERIOD(0);
	Calendar	calendar = calendar_argument(fcinfo, 1);

	PG_RETURN_FLOAT8(calendar_working_halves(&calendar, period.first, period.end) / 2.0);
}

/*
 * Count the days passed and all days, or halves of working days where there is a calendar, for the
 * arguments (period, as_of, calendar) from n on; false if the period has no working days.  An
 * infinite as_of is before or after all of them.
 */
static bool
count_days(FunctionCallInfo fcinfo, int n, int64 *passed, int64 *days)
{
	Period		period = PG_GETARG_PLAN_PERIOD(n);
	int64		until = period_days_until(period, PG_GETARG_DATEADT(n + 1));
	Calendar	calendar;

	if (PG_ARGISNULL(n + 2))
	{
		*passed = until;
		*days = period_days(period);
		return true;
	}
	calendar = calendar_argument(fcinfo, n + 2);
	*days = calendar_working_halves(&calendar, period.first, period.end);
	*passed = calendar_working_halves(&calendar, period.first, period.first + until);
	return *days > 0;
}

/* (period, as_of, calendar) */
PG_FUNCTION_INFO_V1(plan_elapsed);
Datum
plan_elapsed(PG_FUNCTION_ARGS)
{
	int64		passed,
				days;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || !count_days(fcinfo, 0, &passed, &days))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8((double) passed / (double) days);
}

/* (target, period, as_of, calendar) */
PG_FUNCTION_INFO_V1(plan_to_date);
Datum
plan_to_date(PG_FUNCTION_ARGS)
{
	double		target;
	int64		passed,
				days;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	target = finite_argument(fcinfo, 0, "target");
	if (!count_days(fcinfo, 1, &passed, &days))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(expected_part(target, passed, days));
}
