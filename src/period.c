/*
 * period.c
 *		plan_period: a span of days with a calendar name.
 */
#include "postgres.h"

#include "access/stratnum.h"
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "common/string.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rangetypes.h"
#include "utils/sortsupport.h"
#include "utils/tuplestore.h"
#include "utils/typcache.h"

#include "calendar.h"
#include "period.h"
#include "wire.h"
#include "word.h"

/* Longer text is not converted: no period is that long. */
#define MAX_CONVERTED_LENGTH 4096

void
report_no_such_period(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("plan_period out of range"),
			 errdetail("Periods lie between 4714-11-24 BC and 5874897-12-31.")));
}

static Datum
period_datum(PlanError error, Period period)
{
	if (unlikely(error != PLAN_OK))
		report_no_such_period();
	PG_RETURN_PLAN_PERIOD(period);
}

void
report_infinite_date(DateADT day)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("date must be finite, not %s",
					DATE_IS_NOBEGIN(day) ? "-infinity" : "infinity")));
}

/* A date up to which days are counted; it may be infinite. */
static int32
as_of_argument(FunctionCallInfo fcinfo, int n)
{
	return PG_GETARG_DATEADT(n);
}

Grain
grain_from_text_datum(Datum datum)
{
	text	   *value = DatumGetTextPP(datum);
	int			grain;
	Period		period;

	if (likely(word_find(&grain_words, VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), &grain)))
		return (Grain) grain;
	if (period_from_text(text_to_cstring(value), &period) == PLAN_OK)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unrecognized grain: \"%s\"", text_to_cstring(value)),
				 errhint("Cast a period to plan_period.")));
	return (Grain) word_from_datum(datum, &grain_words);	/* which is an error */
}

/*
 * Input and output.
 */

/*
 * The kernel recognizes the en dash by its bytes in UTF-8.  Text that cannot be converted is
 * passed as it is.
 */
const char *
text_as_utf8(const char *text)
{
	int			encoding = GetDatabaseEncoding();
	int			length = strlen(text);
	char	   *converted;
	Oid			conversion;

	if (encoding == PG_UTF8 || encoding == PG_SQL_ASCII || length > MAX_CONVERTED_LENGTH ||
		pg_is_ascii(text))
		return text;
	conversion = FindDefaultConversionProc(encoding, PG_UTF8);
	if (!OidIsValid(conversion))
		return text;
	converted = palloc((Size) length * MAX_CONVERSION_GROWTH + 1);
	if (pg_do_encoding_conversion_buf(conversion, encoding, PG_UTF8, (unsigned char *) text, length,
									  (unsigned char *) converted,
									  length * MAX_CONVERSION_GROWTH + 1, true) < length)
		return text;
	return converted;
}

/*
 * A text as the kernels read it.  Where it cannot be in UTF-8, its bytes could be taken for letters
 * that are others: it reads as the empty text, which is nothing.
 */
const char *
readable_text(const char *text)
{
	const char *utf8 = text_as_utf8(text);
	int			encoding = GetDatabaseEncoding();

	return utf8 == text && encoding != PG_UTF8 && encoding != PG_SQL_ASCII &&
		!pg_is_ascii(text) ? "" : utf8;
}

PlanError
period_from_text(const char *text, Period *period)
{
	return period_read(text_as_utf8(text), period);
}

void
report_period_text(PlanError error, const char *text, struct Node *escontext)
{
	text = shown_text(text, strlen(text));
	if (error == PLAN_REVERSED)
		errsave(escontext,
				(errcode(ERRCODE_INVALID_DATETIME_FORMAT),
				 errmsg("period ends before it begins: \"%s\"", text)));
	else if (error == PLAN_BAD_DATE)
		errsave(escontext,
				(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW),
				 errmsg("date/time field value out of range: \"%s\"", text)));
	else if (*text == '[' || *text == '(')
		errsave(escontext,
				(errcode(ERRCODE_INVALID_DATETIME_FORMAT),
				 errmsg("invalid input syntax for type %s: \"%s\"", "plan_period", text),
				 errhint("Cast a range to daterange.")));
	else if (pg_strncasecmp(text, "FY", 2) == 0)
		errsave(escontext,
				(errcode(ERRCODE_INVALID_DATETIME_FORMAT),
				 errmsg("invalid input syntax for type %s: \"%s\"", "plan_period", text),
				 errhint("plan_fiscal_period(name, calendar) reads the names of fiscal periods.")));
	else
		errsave(escontext,
				(errcode(ERRCODE_INVALID_DATETIME_FORMAT),
				 errmsg("invalid input syntax for type %s: \"%s\"", "plan_period", text),
				 errhint("Periods are written 2020-2025, 2022, 2022-H1, 2022-Q3, 2022-09, "
						 "2022-W07, 2022-09-15 or 2020-10..2025-09.")));
}

PG_FUNCTION_INFO_V1(plan_period_in);
Datum
plan_period_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	Period		period;
	PlanError	error = period_from_text(text, &period);

	if (error != PLAN_OK)
	{
		report_period_text(error, text, fcinfo->context);
		PG_RETURN_NULL();
	}
	PG_RETURN_PLAN_PERIOD(period);
}

/* A period as a query has it in text. */
Period
period_from_text_datum(Datum datum)
{
	char	   *written = TextDatumGetCString(datum);

	return DatumGetPlanPeriod(DirectFunctionCall1(plan_period_in, CStringGetDatum(written)));
}

PG_FUNCTION_INFO_V1(plan_period_out);
Datum
plan_period_out(PG_FUNCTION_ARGS)
{
	char	   *text = palloc(PERIOD_TEXT_SIZE);

	period_write(text, PG_GETARG_PLAN_PERIOD(0));
	PG_RETURN_CSTRING(text);
}

#define PERIOD_WIRE_SIZE (WIRE_VERSION_SIZE + 2 * sizeof(int32))

PG_FUNCTION_INFO_V1(plan_period_recv);
Datum
plan_period_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	Period		period;

	check_binary_message(buf, PERIOD_VERSION, PERIOD_WIRE_SIZE, "plan_period");
	period.first = (int32) pq_getmsgint(buf, 4);
	period.end = (int32) pq_getmsgint(buf, 4);
	if (!period_is_valid(period))
		report_binary_error("plan_period");
	PG_RETURN_PLAN_PERIOD(period);
}

PG_FUNCTION_INFO_V1(plan_period_send);
Datum
plan_period_send(PG_FUNCTION_ARGS)
{
	Period		period = PG_GETARG_PLAN_PERIOD(0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, PERIOD_VERSION);
	pq_sendint32(&buf, period.first);
	pq_sendint32(&buf, period.end);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/*
 * Comparison.  Periods compare as the words that they are stored in.
 */

static int
compare_period_arguments(FunctionCallInfo fcinfo)
{
	int64		a = PG_GETARG_INT64(0);
	int64		b = PG_GETARG_INT64(1);

	return (a > b) - (a < b);
}

static uint64
hash_period(FunctionCallInfo fcinfo, uint64 seed)
{
	return hash_word(PG_GETARG_INT64(0), seed);
}

PLAN_COMPARISONS(plan_period, compare_period_arguments)
PLAN_EXTREMES(plan_period, compare_period_arguments)
PLAN_HASHES(plan_period, hash_period)

PG_FUNCTION_INFO_V1(plan_period_sortsupport);
Datum
plan_period_sortsupport(PG_FUNCTION_ARGS)
{
	SortSupport ssup = (SortSupport) PG_GETARG_POINTER(0);

	ssup->comparator = ssup_datum_signed_cmp;
	PG_RETURN_VOID();
}

/*
 * Containment, overlap, adjacency.
 */

PG_FUNCTION_INFO_V1(plan_period_contains_date);
Datum
plan_period_contains_date(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(period_has_day(PG_GETARG_PLAN_PERIOD(0), PG_GETARG_DATEADT(1)));
}

PG_FUNCTION_INFO_V1(plan_date_in_period);
Datum
plan_date_in_period(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(period_has_day(PG_GETARG_PLAN_PERIOD(1), PG_GETARG_DATEADT(0)));
}

PG_FUNCTION_INFO_V1(plan_period_contains);
Datum
plan_period_contains(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(period_contains(PG_GETARG_PLAN_PERIOD(0), PG_GETARG_PLAN_PERIOD(1)));
}

PG_FUNCTION_INFO_V1(plan_period_within);
Datum
plan_period_within(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(period_contains(PG_GETARG_PLAN_PERIOD(1), PG_GETARG_PLAN_PERIOD(0)));
}

PG_FUNCTION_INFO_V1(plan_period_overlaps);
Datum
plan_period_overlaps(PG_FUNCTION_ARGS)
{
	Period		a = PG_GETARG_PLAN_PERIOD(0);
	Period		b = PG_GETARG_PLAN_PERIOD(1);

	PG_RETURN_BOOL(a.first < b.end && b.first < a.end);
}

PG_FUNCTION_INFO_V1(plan_period_adjacent);
Datum
plan_period_adjacent(PG_FUNCTION_ARGS)
{
	Period		a = PG_GETARG_PLAN_PERIOD(0);
	Period		b = PG_GETARG_PLAN_PERIOD(1);

	PG_RETURN_BOOL(a.end == b.first || b.end == a.first);
}

/*
 * Making periods.
 */

PG_FUNCTION_INFO_V1(plan_period_make);
Datum
plan_period_make(PG_FUNCTION_ARGS)
{
	int64		first = day_checked(PG_GETARG_DATEADT(0));
	int64		last = day_checked(PG_GETARG_DATEADT(1));
	Period		period;

	if (first > last)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("last day %s must not be before first day %s",
						DatumGetCString(DirectFunctionCall1(date_out, PG_GETARG_DATUM(1))),
						DatumGetCString(DirectFunctionCall1(date_out, PG_GETARG_DATUM(0))))));
	return period_datum(period_from_days(first, last + 1, &period), period);
}

/*
 * Years 1969 to 2096, which are 32 times four years whose last one is a leap year, take no
 * calendar: the year of a day is a division, and the months begin as the table says.
 */
#define KEPT_FROM (-11322)		/* 1969-01-01 */
#define DAYS_IN_4_YEARS 1461
#define KEPT_DAYS (32 * DAYS_IN_4_YEARS)

#define STARTS_IN_YEAR(day, leap) \
	(day), (day) + 31, (day) + 59 + (leap), (day) + 90 + (leap), (day) + 120 + (leap), \
	(day) + 151 + (leap), (day) + 181 + (leap), (day) + 212 + (leap), (day) + 243 + (leap), \
	(day) + 273 + (leap), (day) + 304 + (leap), (day) + 334 + (leap)
#define STARTS_IN_4_YEARS(n) \
	STARTS_IN_YEAR((n) * DAYS_IN_4_YEARS, 0), STARTS_IN_YEAR((n) * DAYS_IN_4_YEARS + 365, 0), \
	STARTS_IN_YEAR((n) * DAYS_IN_4_YEARS + 730, 0), STARTS_IN_YEAR((n) * DAYS_IN_4_YEARS + 1095, 1)
#define STARTS_IN_16_YEARS(n) \
	STARTS_IN_4_YEARS(n), STARTS_IN_4_YEARS((n) + 1), STARTS_IN_4_YEARS((n) + 2), \
	STARTS_IN_4_YEARS((n) + 3)

static const uint16 month_starts[] = {
	STARTS_IN_16_YEARS(0), STARTS_IN_16_YEARS(4), STARTS_IN_16_YEARS(8), STARTS_IN_16_YEARS(12),
	STARTS_IN_16_YEARS(16), STARTS_IN_16_YEARS(20), STARTS_IN_16_YEARS(24), STARTS_IN_16_YEARS(28),
	KEPT_DAYS
};

static pg_noinline Datum
work_out_unit(int32 day, int32 months)
{
	Period		period;

	if (!period_of_months(day_checked(day), months, &period))
		report_no_such_period();
	PG_RETURN_PLAN_PERIOD(period);
}

static inline Datum
kept_unit(int32 first, int32 end)
{
	PG_RETURN_PLAN_PERIOD(((Period) {KEPT_FROM + first, KEPT_FROM + end}));
}

/* Half a year or less: by the mean length of months, the unit, or the one before it. */
static pg_attribute_always_inline Datum
unit_of_date(int32 day, uint32 months)
{
	uint32		place = (uint32) day - (uint32) KEPT_FROM;
	const uint16 *start;

	if (unlikely(place >= KEPT_DAYS))
		return work_out_unit(day, months);
	start = &month_starts[((uint64) place * (137790 / months) >> 22) * months];
	start += place >= start[months] ? months : 0;
	return kept_unit(start[0], start[months]);
}

/* Division by 1461 as gregorian_date() does it. */
PG_FUNCTION_INFO_V1(plan_year);
Datum
plan_year(PG_FUNCTION_ARGS)
{
	int32		day = PG_GETARG_DATEADT(0);
	uint32		place = (uint32) day - (uint32) KEPT_FROM;
	uint32		year;

	if (unlikely(place >= KEPT_DAYS))
		return work_out_unit(day, 12);
	year = (uint32) ((uint64) (4 * place + 3) * 2939745 >> 32);
	return kept_unit(year * DAYS_IN_4_YEARS / 4, (year + 1) * DAYS_IN_4_YEARS / 4);
}

#define PLAN_UNIT_OF_MONTHS(unit, months) \
PG_FUNCTION_INFO_V1(plan_##unit); \
Datum \
plan_##unit(PG_FUNCTION_ARGS) \
{ \
	return unit_of_date(PG_GETARG_DATEADT(0), months); \
}

PLAN_UNIT_OF_MONTHS(half, 6)
PLAN_UNIT_OF_MONTHS(quarter, 3)
PLAN_UNIT_OF_MONTHS(month, 1)

PG_FUNCTION_INFO_V1(plan_week);
Datum
plan_week(PG_FUNCTION_ARGS)
{
	Period		period;

	return period_datum(period_of_day(day_checked(PG_GETARG_DATEADT(0)), GRAIN_WEEK, &standard_rule,
									  &period), period);
}

PG_FUNCTION_INFO_V1(plan_day);
Datum
plan_day(PG_FUNCTION_ARGS)
{
	Period		period;

	return period_datum(period_of_day(day_checked(PG_GETARG_DATEADT(0)), GRAIN_DAY, &standard_rule,
									  &period), period);
}

PG_FUNCTION_INFO_V1(plan_period_of);
Datum
plan_period_of(PG_FUNCTION_ARGS)
{
	int32		day = day_checked(PG_GETARG_DATEADT(0));
	Grain		grain = grain_from_text_datum(PG_GETARG_DATUM(1));
	const CalendarRule *rule = calendar_rule_argument(fcinfo, 2);
	Period		period;

	return period_datum(period_of_day(day, grain, rule, &period), period);
}

/* (at, calendar) */
PG_FUNCTION_INFO_V1(plan_year_to_date);
Datum
plan_year_to_date(PG_FUNCTION_ARGS)
{
	int32		day = day_checked(PG_GETARG_DATEADT(0));
	const CalendarRule *rule = calendar_rule_argument(fcinfo, 1);
	Period		year;

	/* The year may end beyond the calendar, but not begin before it. */
	(void) period_of_day(day, GRAIN_YEAR, rule, &year);
	return period_datum(period_from_days(year.first, (int64) day + 1, &year), year);
}

PG_FUNCTION_INFO_V1(plan_period_to_daterange);
Datum
plan_period_to_daterange(PG_FUNCTION_ARGS)
{
	Period		period = PG_GETARG_PLAN_PERIOD(0);
	RangeBound	lower = {.val = DateADTGetDatum(period.first), .inclusive = true, .lower = true};
	RangeBound	upper = {.val = DateADTGetDatum(period.end)};

	/* No date follows the last one of the calendar, but infinity does. */
	if (period.end == GREGORIAN_END_DAY)
		upper.val = DateADTGetDatum(DATEVAL_NOEND);
	PG_RETURN_RANGE_P(make_range(lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO),
								 &lower, &upper, false NO_ESCONTEXT));
}

PG_FUNCTION_INFO_V1(plan_period_from_daterange);
Datum
plan_period_from_daterange(PG_FUNCTION_ARGS)
{
	RangeType  *range = PG_GETARG_RANGE_P(0);
	RangeBound	lower,
				upper;
	bool		empty;
	Period		period;

	range_deserialize(lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO), range,
					  &lower, &upper, &empty);
	if (empty || lower.infinite || upper.infinite ||
		DATE_NOT_FINITE(DatumGetDateADT(lower.val)) || DATE_NOT_FINITE(DatumGetDateADT(upper.val)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cannot cast %s range to plan_period",
						empty ? "an empty" : "an unbounded")));
	return period_datum(period_from_days(DatumGetDateADT(lower.val), DatumGetDateADT(upper.val),
										 &period), period);
}

/*
 * Moving.
 */

/* (period, by, unit, calendar): by its own length where there is no unit. */
PG_FUNCTION_INFO_V1(plan_shift);
Datum
plan_shift(PG_FUNCTION_ARGS)
{
	const CalendarRule *rule;
	Period		period;
	int32		by;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(3))
		PG_RETURN_NULL();
	period = PG_GETARG_PLAN_PERIOD(0);
	by = PG_GETARG_INT32(1);
	rule = calendar_rule_argument(fcinfo, 3);
	if (PG_ARGISNULL(2))
		return period_datum(period_shift(period, by, rule, &period), period);
	return period_datum(period_shift_by(period, by, grain_from_text_datum(PG_GETARG_DATUM(2)), rule,
										&period), period);
}

PG_FUNCTION_INFO_V1(plan_prior_year);
Datum
plan_prior_year(PG_FUNCTION_ARGS)
{
	Period		period;

	return period_datum(period_prior_year(PG_GETARG_PLAN_PERIOD(0),
										  calendar_rule_argument(fcinfo, 1),
										  &period), period);
}

/* (period, earlier, as_of, calendar) */
PG_FUNCTION_INFO_V1(plan_same_part);
Datum
plan_same_part(PG_FUNCTION_ARGS)
{
	Period		part;

	if (period_same_part(PG_GETARG_PLAN_PERIOD(0), PG_GETARG_PLAN_PERIOD(1),
						 as_of_argument(fcinfo, 2), calendar_rule_argument(fcinfo, 3),
						 &part) != PLAN_OK)
		PG_RETURN_NULL();
	PG_RETURN_PLAN_PERIOD(part);
}

/* (period, as_of) */
PG_FUNCTION_INFO_V1(plan_to_date_period);
Datum
plan_to_date_period(PG_FUNCTION_ARGS)
{
	Period		period = PG_GETARG_PLAN_PERIOD(0);
	int32		days = period_days_until(period, as_of_argument(fcinfo, 1));

	if (days == 0)
		PG_RETURN_NULL();
	period.end = period.first + days;
	PG_RETURN_PLAN_PERIOD(period);
}

/* (period, grain, calendar) */
PG_FUNCTION_INFO_V1(plan_parent);
Datum
plan_parent(PG_FUNCTION_ARGS)
{
	Grain		grain = grain_from_text_datum(PG_GETARG_DATUM(1));
	Period		parent;

	if (period_parent(PG_GETARG_PLAN_PERIOD(0), grain, calendar_rule_argument(fcinfo, 2),
					  &parent) != PLAN_OK)
		PG_RETURN_NULL();
	PG_RETURN_PLAN_PERIOD(parent);
}

/* Ancestors by the arguments (period, term, calendar); the term may be NULL. */
static int
find_ancestors(FunctionCallInfo fcinfo, Period *ancestors, Grain *grains)
{
	Period		term = {0, 0};

	if (PG_ARGISNULL(0) || PG_ARGISNULL(2))
		return -1;
	if (!PG_ARGISNULL(1))
		term = PG_GETARG_PLAN_PERIOD(1);
	return period_ancestors(PG_GETARG_PLAN_PERIOD(0), PG_ARGISNULL(1) ? NULL : &term,
							calendar_rule_argument(fcinfo, 2), ancestors, grains);
}

PG_FUNCTION_INFO_V1(plan_ancestors);
Datum
plan_ancestors(PG_FUNCTION_ARGS)
{
	Period		ancestors[MAX_ANCESTORS];
	Grain		grains[MAX_ANCESTORS];
	Datum		elements[MAX_ANCESTORS];
	int			count = find_ancestors(fcinfo, ancestors, grains);
	Oid			type;

	if (count < 0)
		PG_RETURN_NULL();
	for (int i = 0; i < count; i++)
		elements[i] = PlanPeriodGetDatum(ancestors[i]);
	type = get_element_type(get_func_rettype(fcinfo->flinfo->fn_oid));
	PG_RETURN_ARRAYTYPE_P(construct_array(elements, count, type, sizeof(int64), true,
										  TYPALIGN_DOUBLE));
}

PG_FUNCTION_INFO_V1(plan_ancestor_rows);
Datum
plan_ancestor_rows(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Period		ancestors[MAX_ANCESTORS];
	Grain		grains[MAX_ANCESTORS];
	int			count = find_ancestors(fcinfo, ancestors, grains);

	InitMaterializedSRF(fcinfo, 0);
	for (int i = 0; i < count; i++)
	{
		Datum		values[2] = {PlanPeriodGetDatum(ancestors[i]),
		CStringGetTextDatum(grain_name(grains[i]))};
		bool		nulls[2] = {false, false};

		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	PG_RETURN_NULL();
}

/* The rest of the period, to be returned in units of a grain. */
typedef struct SubperiodScan
{
	Period		rest;
	Grain		grain;
	CalendarRule rule;
} SubperiodScan;

static SubperiodScan *
begin_subperiods(FunctionCallInfo fcinfo)
{
	FuncCallContext *funcctx = SRF_FIRSTCALL_INIT();
	SubperiodScan *scan = MemoryContextAlloc(funcctx->multi_call_memory_ctx, sizeof(SubperiodScan));

	scan->rest = PG_GETARG_PLAN_PERIOD(0);
	scan->grain = grain_from_text_datum(PG_GETARG_DATUM(1));
	scan->rule = *calendar_rule_argument(fcinfo, 2);
	funcctx->user_fctx = scan;
	return scan;
}

/* (period, grain, calendar) */
PG_FUNCTION_INFO_V1(plan_subperiods);
Datum
plan_subperiods(PG_FUNCTION_ARGS)
{
	FuncCallContext *funcctx;
	SubperiodScan *scan;

	if (SRF_IS_FIRSTCALL())
		begin_subperiods(fcinfo);
	funcctx = SRF_PERCALL_SETUP();
	scan = funcctx->user_fctx;
	if (scan->rest.first >= scan->rest.end)
		SRF_RETURN_DONE(funcctx);
	SRF_RETURN_NEXT(funcctx, PlanPeriodGetDatum(period_take_unit(&scan->rest, scan->grain,
																 &scan->rule)));
}

/*
 * Reading periods.
 */

PG_FUNCTION_INFO_V1(plan_grain);
Datum
plan_grain(PG_FUNCTION_ARGS)
{
	Grain		grain = period_grain(PG_GETARG_PLAN_PERIOD(0), calendar_rule_argument(fcinfo, 1));

	PG_RETURN_TEXT_P(cstring_to_text(grain_name(grain)));
}

PG_FUNCTION_INFO_V1(plan_days);
Datum
plan_days(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(period_days(PG_GETARG_PLAN_PERIOD(0)));
}

PG_FUNCTION_INFO_V1(plan_first_day);
Datum
plan_first_day(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATEADT(PG_GETARG_PLAN_PERIOD(0).first);
}

PG_FUNCTION_INFO_V1(plan_last_day);
Datum
plan_last_day(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATEADT(PG_GETARG_PLAN_PERIOD(0).end - 1);
}
