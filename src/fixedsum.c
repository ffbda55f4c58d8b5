/*
 * fixedsum.c
 *		plan_fixedsum: an exact sum with the number of values in it.
 */
#include "postgres.h"

#include <math.h>

#include "common/hashfn.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"

#include "aggstate.h"
#include "core/text.h"
#include "fixedsum.h"
#include "json.h"
#include "wire.h"

/* Sum, separator, count, NUL. */
#define TEXT_SIZE (FIXEDSUM_TEXT_SIZE + 32)
#define COUNT_PREFIX "n="

/* A sum of nothing. */
#define EMPTY_TEXT "empty"

static PlanFixedSum *
new_fixedsum(void)
{
	PlanFixedSum *state = palloc0(sizeof(PlanFixedSum));

	state->version = FIXEDSUM_VERSION;
	return state;
}

/* Read "sum n=count" or "empty". */
static PlanError
read_fixedsum(const char *text, PlanFixedSum *state)
{
	PlanError	error;

	memset(state, 0, sizeof(*state));
	state->version = FIXEDSUM_VERSION;
	text_skip_spaces(&text);
	if (!text_skip_word(&text, EMPTY_TEXT))
	{
		error = fixedsum_read(&text, &state->sum);
		if (error != PLAN_OK)
			return error;
		text_skip_spaces(&text);
		if (!text_skip_word(&text, COUNT_PREFIX))
			return PLAN_SYNTAX;
		error = text_read_int64(&text, &state->count);
		if (error != PLAN_OK)
			return error;
	}
	text_skip_spaces(&text);
	return *text == '\0' ? PLAN_OK : PLAN_SYNTAX;
}

static void
write_fixedsum(char *text, const PlanFixedSum *state)
{
	if (state->count == 0 && fixedsum_is_zero(&state->sum))
		strcpy(text, EMPTY_TEXT);
	else
	{
		size_t		length = fixedsum_write(text, &state->sum);

		snprintf(text + length, TEXT_SIZE - length, " " COUNT_PREFIX INT64_FORMAT, state->count);
	}
}

PLAN_TEXT_IO(plan_fixedsum, PlanFixedSum, read_fixedsum, write_fixedsum, TEXT_SIZE)

/* Every count goes with every sum: both are below zero where more was subtracted. */
#define FIXEDSUM_WIRE_SIZE (WIRE_VERSION_SIZE + sizeof(int64) + WIRE_SUM_SIZE)

PG_FUNCTION_INFO_V1(plan_fixedsum_recv);
Datum
plan_fixedsum_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	PlanFixedSum *state = new_fixedsum();

	check_binary_message(buf, FIXEDSUM_VERSION, FIXEDSUM_WIRE_SIZE, "plan_fixedsum");
	state->count = pq_getmsgint64(buf);
	receive_sum(buf, &state->sum);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_fixedsum_send);
Datum
plan_fixedsum_send(PG_FUNCTION_ARGS)
{
	const PlanFixedSum *state = PG_GETARG_PLAN_FIXEDSUM_P(0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, state->version);
	pq_sendint64(&buf, (uint64) state->count);
	send_sum(&buf, &state->sum);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* By sum, then by count. */
static int
compare_fixedsums(FunctionCallInfo fcinfo)
{
	const PlanFixedSum *a = PG_GETARG_PLAN_FIXEDSUM_P(0);
	const PlanFixedSum *b = PG_GETARG_PLAN_FIXEDSUM_P(1);
	int			order = fixedsum_compare(&a->sum, &b->sum);

	return order != 0 ? order : (a->count > b->count) - (a->count < b->count);
}

static uint64
hash_fixedsum(FunctionCallInfo fcinfo, uint64 seed)
{
	return hash_bytes_extended((const unsigned char *) PG_GETARG_PLAN_FIXEDSUM_P(0),
							   sizeof(PlanFixedSum), seed);
}

PLAN_COMPARISONS(plan_fixedsum, compare_fixedsums)
PLAN_HASHES(plan_fixedsum, hash_fixedsum)

static PlanFixedSum *
fixedsum_to_change(FunctionCallInfo fcinfo)
{
	return state_to_change(fcinfo, PG_GETARG_PLAN_FIXEDSUM_P(0), sizeof(PlanFixedSum));
}

/*
 * Add (sign = 1) or subtract (sign = -1) one value.  NULL and NaN are no values, but
 * they too make a state: a moving aggregate may never have none.
 */
static Datum
accumulate_value(FunctionCallInfo fcinfo, int sign)
{
	PlanFixedSum *state = PG_ARGISNULL(0) ? new_fixedsum() : fixedsum_to_change(fcinfo);
	double		value;

	if (PG_ARGISNULL(1) || isnan(value = PG_GETARG_FLOAT8(1)))
		PG_RETURN_POINTER(state);
	if (!fixedsum_add_double(&state->sum, sign * value) ||
		__builtin_add_overflow(state->count, sign, &state->count))
	{
		if (!isfinite(value))
			report_figure_error("value", value);
		report_overflow("plan_fixedsum");
	}
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_fixedsum_add);
Datum
plan_fixedsum_add(PG_FUNCTION_ARGS)
{
	return accumulate_value(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(plan_fixedsum_remove);
Datum
plan_fixedsum_remove(PG_FUNCTION_ARGS)
{
	return accumulate_value(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(plan_fixedsum_merge);
Datum
plan_fixedsum_merge(PG_FUNCTION_ARGS)
{
	PlanFixedSum *state = fixedsum_to_change(fcinfo);
	const PlanFixedSum *other = PG_GETARG_PLAN_FIXEDSUM_P(1);

	if (!fixedsum_add(&state->sum, &other->sum) ||
		__builtin_add_overflow(state->count, other->count, &state->count))
		report_overflow("plan_fixedsum");
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_fixedsum_subtract);
Datum
plan_fixedsum_subtract(PG_FUNCTION_ARGS)
{
	PlanFixedSum *state = fixedsum_to_change(fcinfo);
	const PlanFixedSum *other = PG_GETARG_PLAN_FIXEDSUM_P(1);

	if (!fixedsum_subtract(&state->sum, &other->sum) ||
		__builtin_sub_overflow(state->count, other->count, &state->count))
		report_overflow("plan_fixedsum");
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_fixedsum_negate);
Datum
plan_fixedsum_negate(PG_FUNCTION_ARGS)
{
	const PlanFixedSum *other = PG_GETARG_PLAN_FIXEDSUM_P(0);
	PlanFixedSum *state = new_fixedsum();

	state->sum = other->sum;
	if (!fixedsum_negate(&state->sum) ||
		__builtin_sub_overflow(0, other->count, &state->count))
		report_overflow("plan_fixedsum");
	PG_RETURN_POINTER(state);
}

/* The sum as the nearest float8; NULL when it is a sum of nothing. */
PG_FUNCTION_INFO_V1(plan_fixedsum_total);
Datum
plan_fixedsum_total(PG_FUNCTION_ARGS)
{
	const PlanFixedSum *state = PG_GETARG_PLAN_FIXEDSUM_P(0);

	if (state->count == 0 && fixedsum_sign(&state->sum) == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(fixedsum_to_double(&state->sum));
}

PG_FUNCTION_INFO_V1(plan_fixedsum_count);
Datum
plan_fixedsum_count(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_PLAN_FIXEDSUM_P(0)->count);
}

PG_FUNCTION_INFO_V1(plan_fixedsum_to_numeric);
Datum
plan_fixedsum_to_numeric(PG_FUNCTION_ARGS)
{
	char		text[FIXEDSUM_TEXT_SIZE];

	fixedsum_write(text, &PG_GETARG_PLAN_FIXEDSUM_P(0)->sum);
	PG_RETURN_DATUM(DirectFunctionCall3(numeric_in, CStringGetDatum(text),
										ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1)));
}

PG_FUNCTION_INFO_V1(plan_fixedsum_to_jsonb);
Datum
plan_fixedsum_to_jsonb(PG_FUNCTION_ARGS)
{
	const PlanFixedSum *state = PG_GETARG_PLAN_FIXEDSUM_P(0);
	JsonWriter	writer;

	json_begin_object(&writer);
	json_add_integer(&writer, "count", state->count);
	json_add_sum(&writer, "sum", &state->sum);
	PG_RETURN_DATUM(json_datum(&writer));
}
