/*
 * trend.c
 *		plan_trend: the mergeable straight-line fit of values over time.
 *
 * How rows get into one is the business of trend_agg.c.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "utils/builtins.h"
#include "utils/float.h"
#include "utils/fmgrprotos.h"

#include "aggstate.h"
#include "argument.h"
#include "goal.h"
#include "period.h"
#include "trend.h"
#include "wire.h"

PlanTrend *
plan_trend_detoast(Datum datum)
{
	PlanTrend  *state = (PlanTrend *) PG_DETOAST_DATUM(datum);

	if (VARSIZE(state) != TREND_SHORT_SIZE && VARSIZE(state) != TREND_PACKED_SIZE &&
		VARSIZE(state) != TREND_WHOLE_SIZE && VARSIZE(state) != TREND_SPLIT_SIZE)
		report_binary_error("plan_trend");
	if (!is_trend_format(state->format))
		report_format_version("plan_trend", (int) state->format);
	return state;
}

void
report_trend_error(PlanError error, const char *type)
{
	if (error == PLAN_MIXED_KINDS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("trends of different kinds or ceilings cannot be merged")));
	report_overflow(type);
}

/* A row could not be counted: say which of its figures is to blame. */
void
report_trend_row_error(PlanError error, double value, double weight, const char *type)
{
	if (error == PLAN_BAD_WEIGHT)
		report_weight_error(weight);
	if (error == PLAN_SMALL_WEIGHT)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("weight is too small: %s", float8out_internal(weight)),
				 errdetail("A weight is 0 or at least 2^-24, about 6e-8, so that exact sums keep "
						   "its digits."),
				 errhint("Multiply all weights by one number: only their ratios matter.")));
	if (!isfinite(weight))
		report_figure_error("weight", weight);
	if (!isfinite(value))
		report_figure_error("value", value);
	if (error == PLAN_MIXED_KINDS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rows of one trend have different ceilings"),
				 errhint("Group them by the ceiling.")));
	if (error != PLAN_OUT_OF_RANGE)
		report_trend_error(error, type);
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("%s out of range", type),
			 errdetail("A row of value %s and weight %s takes a sum beyond 2^127, about 1.7e38, or "
					   "the count beyond 2^63.",
					   float8out_internal(value), float8out_internal(weight)),
			 errhint("Choose another unit of the values, or smaller weights: only their ratios "
					 "matter.")));
}

PlanTrend *
new_trend(TrendKind kind, size_t size)
{
	PlanTrend  *state = palloc0(size);

	SET_VARSIZE(state, size);
	state->format = TREND_FORMAT(kind, 0);
	return state;
}

/* The whole trend that a stored one stands for. */
void
unpack_trend(Trend *trend, const PlanTrend *state)
{
	TrendKind	kind = TREND_FORMAT_KIND(state->format);
	PlanError	error = PLAN_OK;

	if (is_short_trend(state))
		trend_of_short(trend, &state->brief, TREND_FORMAT_UNIT(state->format), kind);
	else if (is_whole_trend(state))
		*trend = state->whole;
	else
		trend_of_packed(trend, &state->packed, kind);
	trend->kind = kind;
	/* The ceiling of rows that are gone goes with them, as it does in trend_add(). */
	if (trend->ceiling != 0.0 && trend->count == 0)
	{
		Trend		rows = *trend;

		memset(trend, 0, sizeof(*trend));
		trend->kind = kind;
		error = trend_add(trend, &rows);
	}
	if (error == PLAN_OK && is_split_trend(state))
		error = trend_add(trend, &state->rest);
	if (error != PLAN_OK)
		report_trend_error(error, "plan_trend");
}

Trend
unpacked_trend(Datum datum)
{
	Trend		trend;

	unpack_trend(&trend, plan_trend_from_datum(datum));
	return trend;
}

static PlanTrend *
short_trend(const ShortTrend *brief, TrendKind kind, unsigned unit)
{
	PlanTrend  *state = palloc(TREND_SHORT_SIZE);

	SET_VARSIZE(state, TREND_SHORT_SIZE);
	state->format = TREND_FORMAT(kind, unit);
	state->brief = *brief;
	return state;
}

/* The stored form of a trend: the shortest that it fits.  Equal trends have equal bytes. */
PlanTrend *
packed_trend(const Trend *trend)
{
	PackedTrend packed;
	ShortTrend	brief;
	PlanTrend  *state;
	unsigned	unit;

	if (!trend_pack(&packed, trend))
	{
		state = new_trend(trend->kind, TREND_WHOLE_SIZE);
		state->whole = *trend;
		return state;
	}
	if (trend_shorten(&brief, &unit, &packed))
		return short_trend(&brief, trend->kind, unit);
	state = new_trend(trend->kind, TREND_PACKED_SIZE);
	state->packed = packed;
	return state;
}

/*
 * The state of an aggregate that has become this trend: in its place where its varlena header
 * tells that the size suffices.  A split one has room for more ordinary rows.
 */
PlanTrend *
changed_trend(const Trend *trend, PlanTrend *state, bool split)
{
	PackedTrend packed;
	bool		fits = trend_pack(&packed, trend);
	size_t		size = fits ? TREND_PACKED_SIZE : split ? TREND_SPLIT_SIZE : TREND_WHOLE_SIZE;

	if (VARSIZE(state) < size)
		state = palloc(size);
	SET_VARSIZE(state, size);
	state->format = TREND_FORMAT(trend->kind, 0);
	if (!fits && !split)
		state->whole = *trend;
	else if (!fits)
		state->rest = *trend;
	if (!fits && split)
		memset(&state->packed, 0, sizeof(state->packed));
	else if (fits)
		state->packed = packed;
	return state;
}

/* A short trend as a packed one; NULL when it has no room there. */
PlanTrend *
lengthened_trend(const PlanTrend *state)
{
	PlanTrend  *packed = new_trend(TREND_FORMAT_KIND(state->format), TREND_PACKED_SIZE);

	return trend_lengthen(&packed->packed, &state->brief, TREND_FORMAT_UNIT(state->format))
		? packed : NULL;
}

/*
 * The form in which equal trends have equal bytes.  Transitions leave rows in two parts, units
 * that are smaller than need be, and the ceiling of rows that are gone: states take this form
 * when they leave the aggregate.
 */
PlanTrend *
canonical_trend(PlanTrend *state)
{
	TrendKind	kind = TREND_FORMAT_KIND(state->format);
	ShortTrend	brief;
	Trend		trend;
	unsigned	unit = TREND_FORMAT_UNIT(state->format);

	if (is_short_trend(state))
	{
		brief = state->brief;
		if (short_trend_settle(&brief, &unit))
			return unit == TREND_FORMAT_UNIT(state->format) ? state :
				short_trend(&brief, kind, unit);
	}
	else if (!is_whole_trend(state) && !is_split_trend(state) &&
			 (state->packed.count != 0 || state->packed.ceiling == 0.0))
		return trend_shorten(&brief, &unit, &state->packed) ? short_trend(&brief, kind, unit) :
			state;
	unpack_trend(&trend, state);
	return packed_trend(&trend);
}

static Trend
trend_argument(FunctionCallInfo fcinfo, int n)
{
	return unpacked_trend(PG_GETARG_DATUM(n));
}

PG_FUNCTION_INFO_V1(plan_trend_in);
Datum
plan_trend_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	Trend		trend;
	PlanError	error = trend_read(text, &trend);

	if (error != PLAN_OK)
	{
		report_text_error(error, "plan_trend", text, fcinfo->context);
		PG_RETURN_NULL();
	}
	PG_RETURN_POINTER(packed_trend(&trend));
}

PG_FUNCTION_INFO_V1(plan_trend_out);
Datum
plan_trend_out(PG_FUNCTION_ARGS)
{
	Trend		trend = trend_argument(fcinfo, 0);
	char	   *text = palloc(TREND_TEXT_SIZE);

	trend_write(text, &trend);
	PG_RETURN_CSTRING(text);
}

void
send_trend(StringInfo buf, const Trend *trend)
{
	pq_sendbyte(buf, trend->kind);
	pq_sendfloat8(buf, trend->ceiling);
	pq_sendint64(buf, trend->count);
	send_limbs(buf, trend->w, lengthof(trend->w));
	send_limbs(buf, trend->wx, lengthof(trend->wx));
	send_limbs(buf, trend->wxx, lengthof(trend->wxx));
	send_limbs(buf, trend->wy, lengthof(trend->wy));
	send_limbs(buf, trend->wxy, lengthof(trend->wxy));
	send_limbs(buf, trend->wyy, lengthof(trend->wyy));
}

Trend
receive_trend(StringInfo buf, const char *type)
{
	Trend		trend;

	trend.kind = pq_getmsgbyte(buf);
	trend.ceiling = pq_getmsgfloat8(buf);
	trend.count = pq_getmsgint64(buf);
	receive_limbs(buf, trend.w, lengthof(trend.w));
	receive_limbs(buf, trend.wx, lengthof(trend.wx));
	receive_limbs(buf, trend.wxx, lengthof(trend.wxx));
	receive_limbs(buf, trend.wy, lengthof(trend.wy));
	receive_limbs(buf, trend.wxy, lengthof(trend.wxy));
	receive_limbs(buf, trend.wyy, lengthof(trend.wyy));
	if (!trend_is_valid(&trend))
		report_binary_error(type);
	return trend;
}

PG_FUNCTION_INFO_V1(plan_trend_recv);
Datum
plan_trend_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	Trend		trend;

	check_binary_message(buf, TREND_VERSION, WIRE_VERSION_SIZE + TREND_WIRE_SIZE, "plan_trend");
	trend = receive_trend(buf, "plan_trend");
	PG_RETURN_POINTER(packed_trend(&trend));
}

PG_FUNCTION_INFO_V1(plan_trend_send);
Datum
plan_trend_send(PG_FUNCTION_ARGS)
{
	Trend		trend = trend_argument(fcinfo, 0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, TREND_VERSION);
	send_trend(&buf, &trend);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static int
compare_trends(FunctionCallInfo fcinfo)
{
	Trend		a = trend_argument(fcinfo, 0);
	Trend		b = trend_argument(fcinfo, 1);

	return trend_compare(&a, &b);
}

static uint64
hash_trend(FunctionCallInfo fcinfo, uint64 seed)
{
	Trend		trend = trend_argument(fcinfo, 0);

	return hash_bytes_extended((const unsigned char *) &trend, sizeof(trend), seed);
}

PLAN_COMPARISONS(plan_trend, compare_trends)
PLAN_HASHES(plan_trend, hash_trend)

/* Add another trend (sign = 1), or take it away (sign = -1); false if that takes another form. */
static bool
merge_in_place(PlanTrend *state, int sign, const PlanTrend *other)
{
	TrendKind	kind = TREND_FORMAT_KIND(state->format);
	unsigned	unit = TREND_FORMAT_UNIT(state->format);
	unsigned	other_unit = TREND_FORMAT_UNIT(other->format);
	PackedTrend packed;

	if (kind != TREND_FORMAT_KIND(other->format) || is_whole_trend(state) ||
		is_whole_trend(other) ||
		is_split_trend(other))
		return false;
	if (is_short_trend(state))
	{
		if (!is_short_trend(other) ||
			!short_trend_merge(&state->brief, &unit, sign, &other->brief, other_unit))
			return false;
		state->format = TREND_FORMAT(kind, unit);
		return true;
	}
	if (!is_short_trend(other))
		packed = other->packed;
	else if (!trend_lengthen(&packed, &other->brief, other_unit))
		return false;
	return (packed.ceiling == 0.0 || packed.ceiling == state->packed.ceiling) &&
		packed_trend_merge(&state->packed, sign, &packed);
}

/* The state of an aggregate, merged with another trend. */
static PlanTrend *
merged_trend(PlanTrend *state, int sign, const PlanTrend *other)
{
	Trend		trend,
				more;
	PlanError	error;

	if (merge_in_place(state, sign, other))
		return state;
	if (is_short_trend(state))
	{
		PlanTrend  *packed = lengthened_trend(state);

		if (packed != NULL && merge_in_place(packed, sign, other))
			return packed;
	}
	unpack_trend(&more, other);
	if (is_whole_trend(state))
		error = sign > 0 ? trend_add(&state->whole, &more) : trend_subtract(&state->whole, &more);
	else
	{
		unpack_trend(&trend, state);
		error = sign > 0 ? trend_add(&trend, &more) : trend_subtract(&trend, &more);
	}
	if (error != PLAN_OK)
		report_trend_error(error, "plan_trend");
	return is_whole_trend(state) ? state : changed_trend(&trend, state, false);
}

/* Operators leave their arguments alone, and return what an aggregate does in the end. */
static Datum
merge_trends(FunctionCallInfo fcinfo, int sign)
{
	PlanTrend  *state = plan_trend_from_datum(PG_GETARG_DATUM(0));
	const PlanTrend *other = plan_trend_from_datum(PG_GETARG_DATUM(1));

	if (is_in_aggregate(fcinfo))
		PG_RETURN_POINTER(merged_trend(state, sign, other));
	state = memcpy(palloc(VARSIZE(state)), state, VARSIZE(state));
	PG_RETURN_POINTER(canonical_trend(merged_trend(state, sign, other)));
}

PG_FUNCTION_INFO_V1(plan_trend_merge);
Datum
plan_trend_merge(PG_FUNCTION_ARGS)
{
	return merge_trends(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(plan_trend_subtract);
Datum
plan_trend_subtract(PG_FUNCTION_ARGS)
{
	return merge_trends(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(plan_trend_negate);
Datum
plan_trend_negate(PG_FUNCTION_ARGS)
{
	Trend		other = trend_argument(fcinfo, 0);
	Trend		trend;

	memset(&trend, 0, sizeof(trend));
	trend.kind = other.kind;
	if (trend_subtract(&trend, &other) != PLAN_OK)
		report_overflow("plan_trend");
	PG_RETURN_POINTER(packed_trend(&trend));
}

/*
 * Figures.
 */

PG_FUNCTION_INFO_V1(plan_trend_count);
Datum
plan_trend_count(PG_FUNCTION_ARGS)
{
	const PlanTrend *state = plan_trend_from_datum(PG_GETARG_DATUM(0));

	if (is_short_trend(state))
		PG_RETURN_INT64(state->brief.count);
	PG_RETURN_INT64(trend_argument(fcinfo, 0).count);
}

/* The line of the first argument; false where there is none. */
static bool
line_argument(FunctionCallInfo fcinfo, TrendLine *line)
{
	const PlanTrend *state = plan_trend_from_datum(PG_GETARG_DATUM(0));
	Trend		trend;

	if (is_short_trend(state))
		return trend_fit_short(&state->brief, TREND_FORMAT_UNIT(state->format),
							   TREND_FORMAT_KIND(state->format), line);
	unpack_trend(&trend, state);
	return trend_fit(&trend, line);
}

PG_FUNCTION_INFO_V1(plan_slope_per_year);
Datum
plan_slope_per_year(PG_FUNCTION_ARGS)
{
	TrendLine	line;

	if (!line_argument(fcinfo, &line))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(trend_slope_per_year(&line));
}

PG_FUNCTION_INFO_V1(plan_growth_per_year);
Datum
plan_growth_per_year(PG_FUNCTION_ARGS)
{
	double		growth = 0.0;
	TrendLine	line;
	PlanError	error;

	if (!line_argument(fcinfo, &line))
		PG_RETURN_NULL();
	error = trend_growth_per_year(&line, &growth);
	return figure_datum(fcinfo, error, growth, "growth");
}

PG_FUNCTION_INFO_V1(plan_r2);
Datum
plan_r2(PG_FUNCTION_ARGS)
{
	double		r2 = 0.0;
	TrendLine	line;
	PlanError	error;

	if (!line_argument(fcinfo, &line))
		PG_RETURN_NULL();
	error = trend_r2(&line, &r2);
	return figure_datum(fcinfo, error, r2, "share");
}

PG_FUNCTION_INFO_V1(plan_intercept);
Datum
plan_intercept(PG_FUNCTION_ARGS)
{
	double		intercept = 0.0;
	TrendLine	line;
	PlanError	error;

	if (!line_argument(fcinfo, &line))
		PG_RETURN_NULL();
	error = trend_intercept(&line, &intercept);
	return figure_datum(fcinfo, error, intercept, "intercept");
}

/* (trend, date) */
PG_FUNCTION_INFO_V1(plan_projected);
Datum
plan_projected(PG_FUNCTION_ARGS)
{
	int32		day = day_checked(PG_GETARG_DATEADT(1));
	double		value = 0.0;
	TrendLine	line;
	PlanError	error;

	if (!line_argument(fcinfo, &line))
		PG_RETURN_NULL();
	error = trend_projected(&line, day, &value);
	return figure_datum(fcinfo, error, value, "projected value");
}

/* (trend, goal) */
PG_FUNCTION_INFO_V1(plan_projected_day);
Datum
plan_projected_day(PG_FUNCTION_ARGS)
{
	TrendLine	line;
	int32		day;

	if (!line_argument(fcinfo, &line) ||
		trend_projected_day(&line, PG_GETARG_PLAN_GOAL_P(1), &day) != PLAN_OK)
		PG_RETURN_NULL();
	PG_RETURN_DATEADT(day);
}

/* (trend, goal, term) */
PG_FUNCTION_INFO_V1(plan_projected_within);
Datum
plan_projected_within(PG_FUNCTION_ARGS)
{
	Period		term = PG_GETARG_PLAN_PERIOD(2);
	TrendLine	line;

	if (!line_argument(fcinfo, &line))
		PG_RETURN_NULL();
	PG_RETURN_BOOL(trend_projected_within(&line, PG_GETARG_PLAN_GOAL_P(1), term.first,
										  term.end - 1));
}

/* Days from the day of argument n to the second argument, the day to predict. */
static double
days_left(FunctionCallInfo fcinfo, int n)
{
	int32		day = day_checked(PG_GETARG_DATEADT(n));
	int32		predicted = day_checked(PG_GETARG_DATEADT(1));

	if (day >= predicted)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("prediction date must be after the last observation")));
	return (double) predicted - day;
}

/*
 * (at, predicted, first).  ESCAP's weights (SD/WP/04/March 2017) begin with 1 for the first
 * observation; only their ratios matter, so that years left do as well.
 */
PG_FUNCTION_INFO_V1(plan_time_weight);
Datum
plan_time_weight(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(2))
		PG_RETURN_FLOAT8(GREGORIAN_DAYS_PER_YEAR / days_left(fcinfo, 0));
	PG_RETURN_FLOAT8(days_left(fcinfo, 2) / days_left(fcinfo, 0));
}

/* All that is held, exactly, and the figures read from it. */
void
json_add_trend(JsonWriter *writer, const Trend *trend)
{
	const char *kind = trend_kind_names[trend->kind];
	char		text[WIDE_TEXT_SIZE];
	double		r2 = 0.0;
	TrendLine	line;
	bool		has_line = trend_fit(trend, &line);
	bool		has_r2 = has_line && trend_r2(&line, &r2) == PLAN_OK;

	json_add_string(writer, "kind", kind, strlen(kind));
	json_add_integer(writer, "count", trend->count);
	if (trend->kind == TREND_LOGIT)
		json_add_optional(writer, "ceiling", trend->ceiling > 0, trend->ceiling);
	for (int i = 0; i < TREND_SUMS; i++)
	{
		wide_write(text, trend_sum_value(trend, i), trend_sums[i].limbs);
		json_add_decimal(writer, trend_sums[i].name, text);
	}
	json_add_optional(writer, "slope_per_year", has_line,
					  has_line ? trend_slope_per_year(&line) : 0.0);
	json_add_optional(writer, "r2", has_r2, r2);
}

PG_FUNCTION_INFO_V1(plan_trend_to_jsonb);
Datum
plan_trend_to_jsonb(PG_FUNCTION_ARGS)
{
	Trend		trend = trend_argument(fcinfo, 0);
	JsonWriter	writer;

	json_begin_object(&writer);
	json_add_trend(&writer, &trend);
	PG_RETURN_DATUM(json_datum(&writer));
}
