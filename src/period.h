/*
 * period.h
 *		plan_period as it is passed, and the timestamps that it is made of.
 */
#ifndef TNPLAN_PERIOD_H
#define TNPLAN_PERIOD_H

#include "utils/array.h"
#include "utils/date.h"

#include "core/period.h"
#include "type.h"

/* plan_period: 8 bytes by value. */
#define PlanPeriodGetDatum(period) Int64GetDatum(period_pack(period))
#define DatumGetPlanPeriod(datum) period_unpack(DatumGetInt64(datum))
#define PG_GETARG_PLAN_PERIOD(n) DatumGetPlanPeriod(PG_GETARG_DATUM(n))
#define PG_RETURN_PLAN_PERIOD(period) return PlanPeriodGetDatum(period)

/* period.c */
extern const char *text_as_utf8(const char *text);
extern const char *readable_text(const char *text);
extern PlanError period_from_text(const char *text, Period *period);
pg_noreturn extern void report_infinite_date(DateADT day);
pg_noreturn extern void report_no_such_period(void);
extern void report_period_text(PlanError error, const char *text, struct Node *escontext);
extern Period period_from_text_datum(Datum datum);
extern Grain grain_from_text_datum(Datum datum);

/* phrase.c */
extern bool period_needs_calendar(const char *text);
extern Period period_of_phrase(const char *text, const CalendarRule *rule);

/* From the first one to the one after the last. */
typedef struct TimestampSpan
{
	Timestamp	first;
	Timestamp	end;
} TimestampSpan;

/* period_time.c */
extern TimestampSpan timestamps_of_period(Period period);
extern TimestampSpan timestamptzs_of_period(Period period);

/* A day of the calendar, which infinity is not. */
static inline int32
day_checked(DateADT day)
{
	if (unlikely(DATE_NOT_FINITE(day)))
		report_infinite_date(day);
	return day;
}

#endif							/* TNPLAN_PERIOD_H */
