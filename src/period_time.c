/*
 * period_time.c
 *		Periods as spans of timestamps: from the midnight that begins the first day up to
 *		the one that ends the last, for those with time zone by that of the session.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "pgtime.h"
#include "utils/rangetypes.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"

#include "period.h"

/* The first day after the last timestamp. */
#define TIMESTAMP_END_DAY (TIMESTAMP_END_JULIAN - POSTGRES_EPOCH_JDATE)

/* The last span that was calculated, with its time zone. */
typedef struct SpanCache
{
	int64		period;
	const pg_tz *zone;
	TimestampSpan span;
} SpanCache;

static Timestamp
midnight(int32 day)
{
	return day >= TIMESTAMP_END_DAY ? DT_NOEND : day * USECS_PER_DAY;
}

TimestampSpan
timestamps_of_period(Period period)
{
	return (TimestampSpan) {midnight(period.first), midnight(period.end)};
}

/*
 * The instant at which a day begins in a time zone, in seconds since 1970.  If clocks are set
 * back to midnight, the first of the two midnights counts; if they are set forward past it, the
 * day begins with the change.
 */
static pg_time_t
first_instant(int32 day, const pg_tz *zone)
{
	pg_time_t	local = ((pg_time_t) day + POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE) * SECS_PER_DAY;
	pg_time_t	probe = local - SECS_PER_DAY;
	pg_time_t	boundary = 0;
	long		before = 0,
				after = 0;
	int			isdst;
	int			found =
		pg_next_dst_boundary(&probe, &before, &isdst, &boundary, &after, &isdst, zone);

	if (found <= 0 || local - before < boundary || (local - before == boundary && after >= before))
		return local - before;
	return Max(boundary, local - after);
}

static TimestampTz
start_of_day(int32 day)
{
	TimestampTz start;

	if (day >= TIMESTAMP_END_DAY)
		return DT_NOEND;
	start = time_t_to_timestamptz(first_instant(day, session_timezone));
	if (start < MIN_TIMESTAMP)
		return MIN_TIMESTAMP;
	return start < END_TIMESTAMP ? start : DT_NOEND;
}

TimestampSpan
timestamptzs_of_period(Period period)
{
	return (TimestampSpan) {start_of_day(period.first), start_of_day(period.end)};
}

/* The same, cached from one row to the next. */
static TimestampSpan
kept_timestamptzs(FunctionCallInfo fcinfo, int64 period)
{
	SpanCache  *cache = fcinfo->flinfo->fn_extra;

	if (cache == NULL)
		cache = fcinfo->flinfo->fn_extra =
			MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(SpanCache));
	/* No period is stored as the word 0. */
	if (cache->period != period || cache->zone != session_timezone)
	{
		cache->span = timestamptzs_of_period(period_unpack(period));
		cache->period = period;
		cache->zone = session_timezone;
	}
	return cache->span;
}

static Datum
is_within(Timestamp at, TimestampSpan span)
{
	PG_RETURN_BOOL(at >= span.first && at < span.end);
}

PG_FUNCTION_INFO_V1(plan_timestamp_in_period);
Datum
plan_timestamp_in_period(PG_FUNCTION_ARGS)
{
	return is_within(PG_GETARG_TIMESTAMP(0), timestamps_of_period(PG_GETARG_PLAN_PERIOD(1)));
}

PG_FUNCTION_INFO_V1(plan_period_contains_timestamp);
Datum
plan_period_contains_timestamp(PG_FUNCTION_ARGS)
{
	return is_within(PG_GETARG_TIMESTAMP(1), timestamps_of_period(PG_GETARG_PLAN_PERIOD(0)));
}

PG_FUNCTION_INFO_V1(plan_timestamptz_in_period);
Datum
plan_timestamptz_in_period(PG_FUNCTION_ARGS)
{
	return is_within(PG_GETARG_TIMESTAMPTZ(0), kept_timestamptzs(fcinfo, PG_GETARG_INT64(1)));
}

PG_FUNCTION_INFO_V1(plan_period_contains_timestamptz);
Datum
plan_period_contains_timestamptz(PG_FUNCTION_ARGS)
{
	return is_within(PG_GETARG_TIMESTAMPTZ(1), kept_timestamptzs(fcinfo, PG_GETARG_INT64(0)));
}

static Datum
range_datum(Oid range, TimestampSpan span)
{
	RangeBound	lower = {.val = TimestampGetDatum(span.first), .inclusive = true, .lower = true};
	RangeBound	upper = {.val = TimestampGetDatum(span.end)};

	PG_RETURN_RANGE_P(make_range(lookup_type_cache(range, TYPECACHE_RANGE_INFO), &lower, &upper,
								 false NO_ESCONTEXT));
}

PG_FUNCTION_INFO_V1(plan_period_to_tsrange);
Datum
plan_period_to_tsrange(PG_FUNCTION_ARGS)
{
	return range_datum(TSRANGEOID, timestamps_of_period(PG_GETARG_PLAN_PERIOD(0)));
}

PG_FUNCTION_INFO_V1(plan_period_to_tstzrange);
Datum
plan_period_to_tstzrange(PG_FUNCTION_ARGS)
{
	return range_datum(TSTZRANGEOID, kept_timestamptzs(fcinfo, PG_GETARG_INT64(0)));
}
