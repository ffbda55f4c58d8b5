/*
 * calendar.c
 *		plan_calendar: how a house cuts time.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"

#include "calendar.h"
#include "memory.h"
#include "period.h"

StaticAssertDecl(sizeof(CalendarRule) == 8, "stored in plan_calendar and plan_figure_cube");
StaticAssertDecl(offsetof(PlanCalendar, span) == 24, "stored as it is");
StaticAssertDecl(sizeof(CalendarSpan) == 12, "stored as it is");

#define PG_GETARG_PLAN_CALENDAR_P(n) plan_calendar_from_datum(PG_GETARG_DATUM(n))

/*
 * The type.
 */

/* Its head is checked: the rule can be used. */
static const PlanCalendar *
plan_calendar_from_datum(Datum datum)
{
	const PlanCalendar *calendar = (const PlanCalendar *) PG_DETOAST_DATUM(datum);

	if (unlikely(VARSIZE(calendar) < offsetof(PlanCalendar, span) ||
				 calendar->version != CALENDAR_VERSION))
		report_format_version("plan_calendar", VARSIZE(calendar) < offsetof(PlanCalendar, span) ? 0
							  : calendar->version);
	if (unlikely(calendar->spans < 0 || calendar->spans > CALENDAR_MAX_SPANS ||
				 VARSIZE(calendar) != offsetof(PlanCalendar, span) +
				 calendar->spans * sizeof(CalendarSpan) ||
				 !calendar_rule_is_valid(&calendar->rule)))
		report_binary_error("plan_calendar");
	return calendar;
}

static Calendar
calendar_of(const PlanCalendar *stored)
{
	return (Calendar) {stored->rule, stored->weekend, stored->spans, stored->span};
}

/* Of a calendar that is compressed or stored elsewhere only the head is fetched. */
const CalendarRule *
calendar_rule_from_datum(Datum datum)
{
	const PlanCalendar *head;

	if (!VARATT_IS_EXTENDED(DatumGetPointer(datum)))
		return &plan_calendar_from_datum(datum)->rule;
	head = (const PlanCalendar *) PG_DETOAST_DATUM_SLICE(datum, 0,
														 offsetof(PlanCalendar, span) - VARHDRSZ);
	if (VARSIZE(head) != offsetof(PlanCalendar, span) || head->version != CALENDAR_VERSION)
		report_format_version("plan_calendar", 0);
	if (!calendar_rule_is_valid(&head->rule))
		report_binary_error("plan_calendar");
	return &head->rule;
}

Calendar
calendar_from_datum(Datum datum)
{
	Calendar	calendar = calendar_of(plan_calendar_from_datum(datum));

	if (!calendar_is_valid(&calendar))
		report_binary_error("plan_calendar");
	return calendar;
}

/* Room for so many spans. */
static PlanCalendar *
new_calendar(int64 spans)
{
	PlanCalendar *calendar = palloc0(offsetof(PlanCalendar, span) + spans * sizeof(CalendarSpan));

	calendar->version = CALENDAR_VERSION;
	return calendar;
}

/* With its spans, which are there already. */
static PlanCalendar *
finish_calendar(PlanCalendar *stored, const Calendar *calendar)
{
	stored->rule = calendar->rule;
	stored->weekend = calendar->weekend;
	stored->spans = calendar->spans;
	SET_VARSIZE(stored, offsetof(PlanCalendar, span) + calendar->spans * sizeof(CalendarSpan));
	return stored;
}

static char *
shown_day(int32 day)
{
	char	   *text = palloc(PERIOD_TEXT_SIZE);

	period_write(text, (Period) {day, day + 1});
	return text;
}

static void
report_day_of_two_kinds(int32 day, struct Node *escontext)
{
	errsave(escontext,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("calendar states day %s as two of a holiday, a working day and a half day",
					shown_day(day))));
}

static void
report_too_many_spans(struct Node *escontext)
{
	errsave(escontext,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("a plan_calendar can have at most %d exceptional days or spans of them",
					CALENDAR_MAX_SPANS)));
}

PG_FUNCTION_INFO_V1(plan_calendar_in);
Datum
plan_calendar_in(PG_FUNCTION_ARGS)
{
	const char *written = PG_GETARG_CSTRING(0);
	const char *text = text_as_utf8(written);
	int64		spans = calendar_count_spans(text);
	PlanCalendar *stored;
	Calendar	calendar;
	int32		day;
	PlanError	error;

	/* Clauses and weekdays are counted too. */
	if (spans > 2 * CALENDAR_MAX_SPANS)
	{
		report_too_many_spans(fcinfo->context);
		PG_RETURN_NULL();
	}
	stored = new_calendar(spans);
	error = calendar_read(text, &calendar, stored->span, &day);
	if (error == PLAN_DUPLICATE)
		report_day_of_two_kinds(day, fcinfo->context);
	else if (error == PLAN_TOO_LARGE)
		report_too_many_spans(fcinfo->context);
	else if (error == PLAN_BAD_DATE)
		errsave(fcinfo->context,
				(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW),
				 errmsg("calendar has a day that does not exist, or with which years cannot begin: "
						"\"%s\"",
						shown_text(written, strlen(written))),
				 errdetail("Where years begin on a day of a month, that is the 1st to the 28th.")));
	else if (error != PLAN_OK)
		errsave(fcinfo->context,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type %s: \"%s\"", "plan_calendar",
						shown_text(written, strlen(written))),
				 errhint("Write clauses such as 'year from 6 April; week from Sunday; weekend "
						 "Friday, Saturday; holidays 2024-01-01, 2024-02-08..2024-02-14'.")));
	if (error != PLAN_OK)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(finish_calendar(stored, &calendar));
}

PG_FUNCTION_INFO_V1(plan_calendar_out);
Datum
plan_calendar_out(PG_FUNCTION_ARGS)
{
	Calendar	calendar = calendar_argument(fcinfo, 0);
	char	   *text = palloc(calendar_text_size(&calendar));

	calendar_write(text, &calendar);
	PG_RETURN_CSTRING(text);
}

#define SPAN_WIRE_SIZE (2 * sizeof(int32) + 1)

PG_FUNCTION_INFO_V1(plan_calendar_recv);
Datum
plan_calendar_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	PlanCalendar *stored;
	Calendar	calendar;
	uint32		spans;

	check_binary_version(buf, CALENDAR_VERSION, "plan_calendar");
	memset(&calendar, 0, sizeof(calendar));
	calendar.rule.year = pq_getmsgbyte(buf);
	calendar.rule.month = pq_getmsgbyte(buf);
	calendar.rule.day = pq_getmsgbyte(buf);
	calendar.rule.weekday = pq_getmsgbyte(buf);
	calendar.rule.pattern = pq_getmsgbyte(buf);
	calendar.rule.named_by_start = pq_getmsgbyte(buf);
	calendar.weekend = pq_getmsgint(buf, 2);
	spans = pq_getmsgint(buf, 4);
	if (spans > CALENDAR_MAX_SPANS || spans > (buf->len - buf->cursor) / SPAN_WIRE_SIZE)
		report_binary_error("plan_calendar");
	stored = new_calendar(spans);
	for (uint32 i = 0; i < spans; i++)
	{
		stored->span[i].first = (int32) pq_getmsgint(buf, 4);
		stored->span[i].end = (int32) pq_getmsgint(buf, 4);
		stored->span[i].kind = pq_getmsgbyte(buf);
	}
	calendar.spans = spans;
	calendar.span = stored->span;
	if (!calendar_is_valid(&calendar))
		report_binary_error("plan_calendar");
	PG_RETURN_POINTER(finish_calendar(stored, &calendar));
}

PG_FUNCTION_INFO_V1(plan_calendar_send);
Datum
plan_calendar_send(PG_FUNCTION_ARGS)
{
	Calendar	calendar = calendar_argument(fcinfo, 0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, CALENDAR_VERSION);
	pq_sendbyte(&buf, calendar.rule.year);
	pq_sendbyte(&buf, calendar.rule.month);
	pq_sendbyte(&buf, calendar.rule.day);
	pq_sendbyte(&buf, calendar.rule.weekday);
	pq_sendbyte(&buf, calendar.rule.pattern);
	pq_sendbyte(&buf, calendar.rule.named_by_start);
	pq_sendint16(&buf, calendar.weekend);
	pq_sendint32(&buf, calendar.spans);
	for (int32 i = 0; i < calendar.spans; i++)
	{
		pq_sendint32(&buf, calendar.span[i].first);
		pq_sendint32(&buf, calendar.span[i].end);
		pq_sendbyte(&buf, calendar.span[i].kind);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* By the rule, then by weekends, then by the first exceptional span that differs. */
static int
compare_calendars(FunctionCallInfo fcinfo)
{
	const PlanCalendar *a = PG_GETARG_PLAN_CALENDAR_P(0);
	const PlanCalendar *b = PG_GETARG_PLAN_CALENDAR_P(1);
	int			order = memcmp(&a->rule, &b->rule, sizeof(CalendarRule));

	if (order == 0)
		order = (a->weekend > b->weekend) - (a->weekend < b->weekend);
	for (int32 i = 0; order == 0 && i < a->spans && i < b->spans; i++)
	{
		const CalendarSpan *x = &a->span[i];
		const CalendarSpan *y = &b->span[i];

		order = (x->first > y->first) - (x->first < y->first);
		if (order == 0)
			order = (x->end > y->end) - (x->end < y->end);
		if (order == 0)
			order = (x->kind > y->kind) - (x->kind < y->kind);
	}
	if (order == 0)
		order = (a->spans > b->spans) - (a->spans < b->spans);
	free_argument_copy(fcinfo, 0, a);
	free_argument_copy(fcinfo, 1, b);
	return (order > 0) - (order < 0);
}

static uint64
hash_calendar(FunctionCallInfo fcinfo, uint64 seed)
{
	const PlanCalendar *calendar = PG_GETARG_PLAN_CALENDAR_P(0);
	uint64		hash = hash_bytes_extended((const unsigned char *) calendar + sizeof(uint32),
										   VARSIZE(calendar) - sizeof(uint32), seed);

	free_argument_copy(fcinfo, 0, calendar);
	return hash;
}

PLAN_COMPARISONS(plan_calendar, compare_calendars)
PLAN_HASHES(plan_calendar, hash_calendar)

/*
 * Making one from tables.
 */

static int
days_of_argument(FunctionCallInfo fcinfo, int n)
{
	ArrayType  *array;

	if (PG_ARGISNULL(n))
		return 0;
	array = PG_GETARG_ARRAYTYPE_P(n);
	if (array_contains_nulls(array))
		report_null_element_error(n == 1 ? "holidays" : n == 2 ? "working_days" : "half_days");
	return ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
}

static int
compare_days(const void *a, const void *b)
{
	DateADT		x = *(const DateADT *) a;
	DateADT		y = *(const DateADT *) b;

	CHECK_FOR_INTERRUPTS();
	return (x > y) - (x < y);
}

/*
 * Add days of a kind as spans.  There may be tens of millions of them: they are put in order here,
 * where that can be interrupted, and days that follow each other become one span.
 */
static void
add_days(FunctionCallInfo fcinfo, int n, DayKind kind, PlanCalendar *stored, int32 *spans)
{
	int			count = days_of_argument(fcinfo, n);
	DateADT    *day;
	CalendarSpan *span = &stored->span[*spans];
	int32		added = 0;

	if (count == 0)
		return;
	day = allocate_huge(count * sizeof(DateADT));
	copy_huge(day, ARR_DATA_PTR(PG_GETARG_ARRAYTYPE_P(n)), count * sizeof(DateADT));
	for (int i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		(void) day_checked(day[i]);
	}
	qsort(day, count, sizeof(DateADT), compare_days);
	for (int i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (added > 0 && day[i] <= span[added - 1].end)
			span[added - 1].end = day[i] + 1;
		else
			span[added++] = (CalendarSpan) {day[i], day[i] + 1, kind};
	}
	pfree(day);
	/* Spans of the base can fill one gap each. */
	if (added > 2 * CALENDAR_MAX_SPANS)
		report_too_many_spans(NULL);
	*spans += added;
}

/*
 * plan_calendar(base, holidays date[], working_days date[], half_days date[]) returns plan_calendar
 *
 * The calendar with these days besides its own, in any order and repeated; NULL adds none, and is
 * the result without a base.  A day of two kinds is an error (22023).
 */
PG_FUNCTION_INFO_V1(plan_calendar_with_days);
Datum
plan_calendar_with_days(PG_FUNCTION_ARGS)
{
	Calendar	calendar;
	PlanCalendar *stored;
	int64		days = 0;
	int32		day;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	calendar = calendar_argument(fcinfo, 0);
	for (int i = 0; i < NUM_DAY_KINDS; i++)
		days += days_of_argument(fcinfo, i + 1);
	if (days > MaxAllocSize / (2 * sizeof(CalendarSpan)))
		report_too_many_spans(NULL);
	stored = new_calendar(calendar.spans + days);
	if (calendar.spans > 0)
		memcpy(stored->span, calendar.span, calendar.spans * sizeof(CalendarSpan));
	for (int i = 0; i < NUM_DAY_KINDS; i++)
		add_days(fcinfo, i + 1, i, stored, &calendar.spans);
	if (calendar_order_spans(stored->span, &calendar.spans, &day) != PLAN_OK)
		report_day_of_two_kinds(day, NULL);
	if (calendar.spans > CALENDAR_MAX_SPANS)
		report_too_many_spans(NULL);
	PG_RETURN_POINTER(finish_calendar(stored, &calendar));
}

/*
 * As jsonb.
 */

static void
append_spans(StringInfo out, const Calendar *calendar, DayKind kind, const char *name)
{
	const char *separator = "";

	appendStringInfo(out, ", \"%s\": [", name);
	for (int32 i = 0; i < calendar->spans; i++)
	{
		char		days[PERIOD_TEXT_SIZE];

		CHECK_FOR_INTERRUPTS();
		if (calendar->span[i].kind != (int32) kind)
			continue;
		period_write(days, (Period) {calendar->span[i].first, calendar->span[i].end});
		appendStringInfo(out, "%s\"%s\"", separator, days);
		separator = ", ";
	}
	appendStringInfoChar(out, ']');
}

/* The clauses without exceptional days, and these as periods. */
PG_FUNCTION_INFO_V1(plan_calendar_to_jsonb);
Datum
plan_calendar_to_jsonb(PG_FUNCTION_ARGS)
{
	Calendar	calendar = calendar_argument(fcinfo, 0);
	Calendar	rule = calendar;
	char	   *text;
	StringInfoData out;

	rule.spans = 0;
	text = palloc(calendar_text_size(&rule));
	calendar_write(text, &rule);
	initStringInfo(&out);
	appendStringInfo(&out, "{\"rule\": \"%s\"", text);
	append_spans(&out, &calendar, DAY_HOLIDAY, "holidays");
	append_spans(&out, &calendar, DAY_WORKING, "working_days");
	append_spans(&out, &calendar, DAY_HALF, "half_days");
	appendStringInfoChar(&out, '}');
	PG_RETURN_DATUM(DirectFunctionCall1(jsonb_in, CStringGetDatum(out.data)));
}
