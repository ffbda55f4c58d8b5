/*
 * calendar.h
 *		plan_calendar as it is stored.
 */
#ifndef TNPLAN_CALENDAR_H
#define TNPLAN_CALENDAR_H

#include "core/calendar.h"
#include "type.h"

typedef struct PlanCalendar
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint16		version;		/* CALENDAR_VERSION */
	uint16		weekend;		/* as in Calendar */
	CalendarRule rule;
	int32		spans;
	int32		reserved;		/* always zero */
	CalendarSpan span[FLEXIBLE_ARRAY_MEMBER];
} PlanCalendar;

/* calendar.c */
extern const CalendarRule *calendar_rule_from_datum(Datum datum);
extern Calendar calendar_from_datum(Datum datum);

/* Where years, months and weeks begin, of an argument that is not NULL. */
#define calendar_rule_argument(fcinfo, n) calendar_rule_from_datum(PG_GETARG_DATUM(n))

/* The same, and which days are worked. */
#define calendar_argument(fcinfo, n) calendar_from_datum(PG_GETARG_DATUM(n))

#endif							/* TNPLAN_CALENDAR_H */
