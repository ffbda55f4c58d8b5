/*
 * period_days.c
 *		Days of a period and days passed, of all days or of working days.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/array.h"

#include "argument.h"
#include "core/expected.h"
#include "period.h"

static int
compare_days(const void *a, const void *b)
{
	int32		x = *(const int32 *) a;
	int32		y = *(const int32 *) b;

	CHECK_FOR_INTERRUPTS();
	return (x > y) - (x < y);
}

/* Number of distinct holidays that are Mondays to Fridays of a period. */
static int32
count_holidays(Period period, ArrayType *array)
{
	int32	   *days;
	int			count = 0,
				different = 0;
	int			elements = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	const DateADT *element = (const DateADT *) ARR_DATA_PTR(array);

	if (array_contains_nulls(array))
		report_null_element_error("holidays");
	if (elements == 0)
		return 0;
	days = palloc(elements * sizeof(int32));
	for (int i = 0; i < elements; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (period_has_day(period, element[i]) && gregorian_weekday(element[i]) < 5)
			days[count++] = element[i];
	}
	qsort(days, count, sizeof(int32), compare_days);
	for (int i = 0; i < count; i++)
		different += i == 0 || days[i] != days[i - 1];
	pfree(days);
	return different;
}

/* Number of days of a period, or of working days if holidays are given. */
int32
counted_days(Period period, ArrayType *holidays)
{
	if (period_days(period) == 0)
		return 0;
	if (holidays == NULL)
		return period_days(period);
	return period_weekdays(period) - count_holidays(period, holidays);
}

/* (period, holidays) */
PG_FUNCTION_INFO_V1(plan_working_days);
Datum
plan_working_days(PG_FUNCTION_ARGS)
{
	Period		period;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	period = PG_GETARG_PLAN_PERIOD(0);
	if (PG_ARGISNULL(1))
		PG_RETURN_INT32(period_weekdays(period));
	PG_RETURN_INT32(counted_days(period, PG_GETARG_ARRAYTYPE_P(1)));
}

/*
 * Count the days passed and all days, for the arguments (period, as_of, holidays) from n on;
 * false if the period has no working days.  An infinite as_of is before or after all of them.
 */
static bool
count_days(FunctionCallInfo fcinfo, int n, int32 *passed, int32 *days)
{
	Period		period = PG_GETARG_PLAN_PERIOD(n);
	Period		until = period;
	ArrayType  *holidays = PG_ARGISNULL(n + 2) ? NULL : PG_GETARG_ARRAYTYPE_P(n + 2);

	*days = counted_days(period, holidays);
	if (*days == 0)
		return false;
	until.end = period.first + period_days_until(period, PG_GETARG_DATEADT(n + 1));
	*passed = counted_days(until, holidays);
	return true;
}

/* (period, as_of, holidays) */
PG_FUNCTION_INFO_V1(plan_elapsed);
Datum
plan_elapsed(PG_FUNCTION_ARGS)
{
	int32		passed,
				days;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || !count_days(fcinfo, 0, &passed, &days))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8((double) passed / days);
}

/* (target, period, as_of, holidays) */
PG_FUNCTION_INFO_V1(plan_to_date);
Datum
plan_to_date(PG_FUNCTION_ARGS)
{
	double		target;
	int32		passed,
				days;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	target = finite_argument(fcinfo, 0, "target");
	if (!count_days(fcinfo, 1, &passed, &days))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(expected_part(target, passed, days));
}
