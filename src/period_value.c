/*
 * period_value.c
 *		plan_period_value: the value of one indicator over a period.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "utils/builtins.h"

#include "aggstate.h"
#include "argument.h"
#include "core/moving_value.h"
#include "json.h"
#include "period.h"
#include "wire.h"
#include "word.h"

StaticAssertDecl(sizeof(PeriodValue) == 56, "INTERNALLENGTH of plan_period_value");

#define PG_GETARG_PLAN_PERIOD_VALUE_P(n) plan_period_value_from_datum(PG_GETARG_DATUM(n))

static PeriodValue *
plan_period_value_from_datum(Datum datum)
{
	PeriodValue *state = (PeriodValue *) DatumGetPointer(datum);

	if (unlikely(state->version != PERIOD_VALUE_VERSION || state->kind >= NUM_VALUE_KINDS))
		report_format_version("plan_period_value", state->version);
	return state;
}

static PlanError
read_period_value(const char *text, PeriodValue *state)
{
	return period_value_read(text_as_utf8(text), state);
}

PLAN_TEXT_IO(plan_period_value, PeriodValue, read_period_value, period_value_write,
			 PERIOD_VALUE_TEXT_SIZE)

/*
 * The kind, whether it is ambiguous, the count, the period as two days, which are 0 where there is
 * none, value and sum.
 */
#define PERIOD_VALUE_WIRE_SIZE \
	(WIRE_VERSION_SIZE + 2 + sizeof(int64) + 2 * sizeof(int32) + sizeof(float8) + WIRE_SUM_SIZE)

PG_FUNCTION_INFO_V1(plan_period_value_recv);
Datum
plan_period_value_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	PeriodValue *state = palloc(sizeof(PeriodValue));
	Period		period;

	check_binary_message(buf, PERIOD_VALUE_VERSION, PERIOD_VALUE_WIRE_SIZE, "plan_period_value");
	period_value_init(state, VALUE_FLOW);
	state->kind = pq_getmsgbyte(buf);
	state->is_ambiguous = pq_getmsgbyte(buf);
	state->count = pq_getmsgint64(buf);
	period.first = (int32) pq_getmsgint(buf, sizeof(int32));
	period.end = (int32) pq_getmsgint(buf, sizeof(int32));
	if (period.first != 0 || period.end != 0)
		state->period = period_pack(period);
	state->value = pq_getmsgfloat8(buf);
	receive_sum(buf, &state->sum);
	if (!period_value_is_valid(state))
		report_binary_error("plan_period_value");
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_period_value_send);
Datum
plan_period_value_send(PG_FUNCTION_ARGS)
{
	const PeriodValue *state = PG_GETARG_PLAN_PERIOD_VALUE_P(0);
	Period		period = {0, 0};
	StringInfoData buf;

	if (state->period != 0)
		period = period_unpack(state->period);

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, state->version);
	pq_sendbyte(&buf, state->kind);
	pq_sendbyte(&buf, state->is_ambiguous);
	pq_sendint64(&buf, state->count);
	pq_sendint32(&buf, period.first);
	pq_sendint32(&buf, period.end);
	pq_sendfloat8(&buf, state->value);
	send_sum(&buf, &state->sum);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static int
compare_period_values(FunctionCallInfo fcinfo)
{
	return period_value_compare(PG_GETARG_PLAN_PERIOD_VALUE_P(0), PG_GETARG_PLAN_PERIOD_VALUE_P(1));
}

static uint64
hash_period_value(FunctionCallInfo fcinfo, uint64 seed)
{
	return hash_bytes_extended((const unsigned char *) PG_GETARG_PLAN_PERIOD_VALUE_P(0),
							   sizeof(PeriodValue), seed);
}

PLAN_COMPARISONS(plan_period_value, compare_period_values)
PLAN_HASHES(plan_period_value, hash_period_value)

/*
 * Aggregates.
 */

static PeriodValue *
period_value_to_change(FunctionCallInfo fcinfo, PeriodValueKind kind)
{
	PeriodValue *state;

	if (!PG_ARGISNULL(0))
		return state_to_change(fcinfo, PG_GETARG_PLAN_PERIOD_VALUE_P(0), sizeof(PeriodValue));
	state = palloc(sizeof(PeriodValue));
	period_value_init(state, kind);
	return state;
}

pg_noreturn static void
report_mixed_kinds(PeriodValueKind kind, PeriodValueKind other)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("values of kind \"%s\" and \"%s\" cannot be merged",
					period_value_kind_name(kind), period_value_kind_name(other)),
			 errhint("Group by the kind.")));
}

pg_noreturn static void
report_figure(double value)
{
	if (isinf(value))
		report_figure_error("value", value);
	report_overflow("plan_period_value");
}

static Datum
add_period_figure(PeriodValue *state, int64 period, double value)
{
	PlanError	error = period_value_add(state, period, value);

	if (error != PLAN_OK)
		report_figure(value);
	PG_RETURN_POINTER(state);
}

/* A figure with its day. */
typedef struct DatedFigure
{
	PeriodValueKind kind;
	int64		period;
	double		value;
} DatedFigure;

/*
 * (state, kind, at, value): a row with a NULL or NaN is skipped, after its other arguments were
 * checked, so that errors do not depend on which argument is missing.  False for such a row.
 */
static bool
read_dated_figure(FunctionCallInfo fcinfo, DatedFigure *figure)
{
	int32		day = 0;

	*figure = (DatedFigure) {VALUE_FLOW, 0, unchecked_argument(fcinfo, 3)};
	if (!PG_ARGISNULL(1))
		figure->kind = word_argument(fcinfo, 1, &value_kind_words);
	if (!PG_ARGISNULL(2))
		day = day_checked(PG_GETARG_DATEADT(2));
	figure->period = period_pack((Period) {day, day + 1});
	return !PG_ARGISNULL(1) && !PG_ARGISNULL(2) && !isnan(figure->value);
}

static Datum
accumulate_figure(FunctionCallInfo fcinfo)
{
	DatedFigure figure;
	PeriodValue *state;

	if (!read_dated_figure(fcinfo, &figure))
		return unchanged_state(fcinfo);
	state = period_value_to_change(fcinfo, figure.kind);
	if (state->kind != figure.kind)
		report_mixed_kinds(state->kind, figure.kind);
	return add_period_figure(state, figure.period, figure.value);
}

PG_FUNCTION_INFO_V1(plan_period_value_add);
Datum
plan_period_value_add(PG_FUNCTION_ARGS)
{
	return accumulate_figure(fcinfo);
}

/* What else merging and subtracting may come to. */
static void
check_merged(PlanError error, const PeriodValue *state, const PeriodValue *other)
{
	if (error == PLAN_MIXED_KINDS)
		report_mixed_kinds(state->kind, other->kind);
	if (error == PLAN_UNDEFINED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("values of kind \"%s\" cannot be subtracted",
						period_value_kind_name(state->kind)),
				 errdetail("Only a flow and an average are sums.")));
	if (error != PLAN_OK)
		report_overflow("plan_period_value");
}

static Datum
merged_values(PlanError error, PeriodValue *state, const PeriodValue *other)
{
	check_merged(error, state, other);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_period_value_merge);
Datum
plan_period_value_merge(PG_FUNCTION_ARGS)
{
	const PeriodValue *other = PG_GETARG_PLAN_PERIOD_VALUE_P(1);
	PeriodValue *state = period_value_to_change(fcinfo, VALUE_FLOW);

	return merged_values(period_value_merge(state, other), state, other);
}

PG_FUNCTION_INFO_V1(plan_period_value_subtract);
Datum
plan_period_value_subtract(PG_FUNCTION_ARGS)
{
	const PeriodValue *other = PG_GETARG_PLAN_PERIOD_VALUE_P(1);
	PeriodValue *state = period_value_to_change(fcinfo, VALUE_FLOW);

	return merged_values(period_value_subtract(state, other), state, other);
}

PG_FUNCTION_INFO_V1(plan_period_value_negate);
Datum
plan_period_value_negate(PG_FUNCTION_ARGS)
{
	const PeriodValue *other = PG_GETARG_PLAN_PERIOD_VALUE_P(0);
	PeriodValue *state = palloc(sizeof(PeriodValue));

	period_value_init(state, other->kind);
	return merged_values(period_value_subtract(state, other), state, other);
}

/*
 * Moving frames of windows, whose rows go as they came.
 */

static MovingValue *
moving_argument(FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(0))
		return MemoryContextAllocZero(aggregate_context(fcinfo), sizeof(MovingValue));
	return (MovingValue *) PG_GETARG_POINTER(0);
}

static void
make_room(MovingValue *moving)
{
	uint64		capacity = Max(8, moving->capacity * 2);
	MovingFigure *figure = MemoryContextAllocHuge(GetMemoryChunkContext(moving),
												  capacity * sizeof(MovingFigure));

	moving_value_copy_figures(moving, figure);
	if (moving->figure != NULL)
		pfree(moving->figure);
	moving->figure = figure;
	moving->capacity = capacity;
	moving->first = 0;
}

static Datum
add_moving(MovingValue *moving, const PeriodValue *other)
{
	if (moving_value_needs_room(moving))
		make_room(moving);
	check_merged(moving_value_add(moving, other), &moving->total, other);
	PG_RETURN_POINTER(moving);
}

static Datum
remove_moving(MovingValue *moving, const PeriodValue *other)
{
	check_merged(moving_value_remove(moving, other), &moving->total, other);
	PG_RETURN_POINTER(moving);
}

/* A value of one figure. */
static PeriodValue
value_of_figure(const DatedFigure *figure)
{
	PeriodValue value;
	PlanError	error;

	period_value_init(&value, figure->kind);
	error = period_value_add(&value, figure->period, figure->value);
	if (error != PLAN_OK)
		report_figure(figure->value);
	return value;
}

/* (state, kind, at, value) */
PG_FUNCTION_INFO_V1(plan_period_value_moving_add);
Datum
plan_period_value_moving_add(PG_FUNCTION_ARGS)
{
	MovingValue *moving = moving_argument(fcinfo);
	DatedFigure figure;
	PeriodValue value;

	if (!read_dated_figure(fcinfo, &figure))
		PG_RETURN_POINTER(moving);
	value = value_of_figure(&figure);
	return add_moving(moving, &value);
}

PG_FUNCTION_INFO_V1(plan_period_value_moving_remove);
Datum
plan_period_value_moving_remove(PG_FUNCTION_ARGS)
{
	MovingValue *moving = moving_argument(fcinfo);
	DatedFigure figure;
	PeriodValue value;

	if (!read_dated_figure(fcinfo, &figure))
		PG_RETURN_POINTER(moving);
	value = value_of_figure(&figure);
	return remove_moving(moving, &value);
}

/* (state, value) */
PG_FUNCTION_INFO_V1(plan_period_value_moving_merge);
Datum
plan_period_value_moving_merge(PG_FUNCTION_ARGS)
{
	MovingValue *moving = moving_argument(fcinfo);

	if (PG_ARGISNULL(1))
		PG_RETURN_POINTER(moving);
	return add_moving(moving, PG_GETARG_PLAN_PERIOD_VALUE_P(1));
}

PG_FUNCTION_INFO_V1(plan_period_value_moving_subtract);
Datum
plan_period_value_moving_subtract(PG_FUNCTION_ARGS)
{
	MovingValue *moving = moving_argument(fcinfo);

	if (PG_ARGISNULL(1))
		PG_RETURN_POINTER(moving);
	return remove_moving(moving, PG_GETARG_PLAN_PERIOD_VALUE_P(1));
}

PG_FUNCTION_INFO_V1(plan_period_value_moving_final);
Datum
plan_period_value_moving_final(PG_FUNCTION_ARGS)
{
	const MovingValue *moving = (const MovingValue *) PG_GETARG_POINTER(0);
	PeriodValue *now;

	if (!moving_value_has_rows(moving))
		PG_RETURN_NULL();
	now = palloc(sizeof(PeriodValue));
	*now = moving_value_now(moving);
	PG_RETURN_POINTER(now);
}

/*
 * Reading.
 */

pg_noreturn static void
report_ambiguous(const PeriodValue *state)
{
	char		day[PERIOD_TEXT_SIZE];

	period_write(day, period_unpack(state->period));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("there is more than one value of kind \"%s\" on %s",
					period_value_kind_name(state->kind), day),
			 errdetail("Only one of them could be the value of the period."),
			 errhint("Take one entity at a time, and add up the values of entities; or add up the "
					 "values of each day first.")));
}

PG_FUNCTION_INFO_V1(plan_period_value_figure);
Datum
plan_period_value_figure(PG_FUNCTION_ARGS)
{
	const PeriodValue *state = PG_GETARG_PLAN_PERIOD_VALUE_P(0);
	double		figure;
	PlanError	error = period_value_figure(state, &figure);

	if (error == PLAN_AMBIGUOUS)
		report_ambiguous(state);
	if (error != PLAN_OK)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(figure);
}

PG_FUNCTION_INFO_V1(plan_period_value_kind);
Datum
plan_period_value_kind(PG_FUNCTION_ARGS)
{
	const PeriodValue *value = PG_GETARG_PLAN_PERIOD_VALUE_P(0);

	PG_RETURN_TEXT_P(cstring_to_text(period_value_kind_name(value->kind)));
}

PG_FUNCTION_INFO_V1(plan_period_value_count);
Datum
plan_period_value_count(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_PLAN_PERIOD_VALUE_P(0)->count);
}

/* Its kind, how many figures are in it, and the figure, null where there is none. */
PG_FUNCTION_INFO_V1(plan_period_value_to_jsonb);
Datum
plan_period_value_to_jsonb(PG_FUNCTION_ARGS)
{
	const PeriodValue *state = PG_GETARG_PLAN_PERIOD_VALUE_P(0);
	const char *kind = period_value_kind_name(state->kind);
	JsonWriter	writer;
	double		figure = 0.0;
	bool		exists = period_value_figure(state, &figure) == PLAN_OK;

	json_begin_object(&writer);
	json_add_string(&writer, "kind", kind, strlen(kind));
	json_add_integer(&writer, "count", state->count);
	json_add_optional(&writer, "value", exists, figure);
	if (state->is_ambiguous)
		json_add_true(&writer, "ambiguous");
	PG_RETURN_DATUM(json_datum(&writer));
}
