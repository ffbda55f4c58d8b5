/*
 * direction.c
 *		plan_direction: the type of arguments that say which way is better.
 *
 * It is stored as 1, -1 or, for a band, 0, by value.  Text and numbers of every type
 * cast to it implicitly, so that columns of any kind do, and a literal is read once,
 * when the query is planned.
 */
#include "postgres.h"

#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/float.h"

#include "decimal.h"
#include "direction.h"
#include "type.h"

/* The value that a word stands for, or a soft error where the caller asked for one. */
static Datum
direction_from_word(const char *text, size_t length, struct Node *escontext)
{
	int			direction;

	if (!word_find(&direction_words, text, length, &direction))
		ereturn(escontext, (Datum) 0,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("unrecognized direction: \"%s\"", shown_text(text, length)),
				 errhint("%s", direction_words.hint)));
	return DirectionGetDatum(direction);
}

pg_noreturn static void
report_direction(const char *shown)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unrecognized direction: %s", shown),
			 errhint("%s", direction_words.hint)));
}

static Datum
direction_datum(double number)
{
	GoalDirection direction;

	if (!direction_of_sign(number, &direction))
		report_direction(float8out_internal(number));
	return DirectionGetDatum(direction);
}

/* An integer that stands for a direction is stored as it is. */
static inline Datum
direction_of_integer(int64 number)
{
	if (unlikely(number < -1 || number > 1))
		report_direction(psprintf(INT64_FORMAT, number));
	return Int16GetDatum((int16) number);
}

PG_FUNCTION_INFO_V1(plan_direction_in);
Datum
plan_direction_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);

	return direction_from_word(text, strlen(text), fcinfo->context);
}

PG_FUNCTION_INFO_V1(plan_direction_out);
Datum
plan_direction_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(pstrdup(word_name(&direction_words, PG_GETARG_DIRECTION(0))));
}

PG_FUNCTION_INFO_V1(plan_direction_recv);
Datum
plan_direction_recv(PG_FUNCTION_ARGS)
{
	int16		sign = (int16) pq_getmsgint((StringInfo) PG_GETARG_POINTER(0), sizeof(int16));

	return direction_of_integer(sign);
}

PG_FUNCTION_INFO_V1(plan_direction_send);
Datum
plan_direction_send(PG_FUNCTION_ARGS)
{
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendint16(&buf, PG_GETARG_INT16(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

PG_FUNCTION_INFO_V1(plan_direction_from_text);
Datum
plan_direction_from_text(PG_FUNCTION_ARGS)
{
	text	   *value = PG_GETARG_TEXT_PP(0);
	Datum		result = direction_from_word(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), NULL);

	PG_FREE_IF_COPY(value, 0);
	return result;
}

PG_FUNCTION_INFO_V1(plan_direction_from_int2);
Datum
plan_direction_from_int2(PG_FUNCTION_ARGS)
{
	return direction_of_integer(PG_GETARG_INT16(0));
}

PG_FUNCTION_INFO_V1(plan_direction_from_int4);
Datum
plan_direction_from_int4(PG_FUNCTION_ARGS)
{
	return direction_of_integer(PG_GETARG_INT32(0));
}

PG_FUNCTION_INFO_V1(plan_direction_from_int8);
Datum
plan_direction_from_int8(PG_FUNCTION_ARGS)
{
	return direction_of_integer(PG_GETARG_INT64(0));
}

PG_FUNCTION_INFO_V1(plan_direction_from_float4);
Datum
plan_direction_from_float4(PG_FUNCTION_ARGS)
{
	return direction_datum(PG_GETARG_FLOAT4(0));
}

PG_FUNCTION_INFO_V1(plan_direction_from_float8);
Datum
plan_direction_from_float8(PG_FUNCTION_ARGS)
{
	return direction_datum(PG_GETARG_FLOAT8(0));
}

PG_FUNCTION_INFO_V1(plan_direction_from_numeric);
Datum
plan_direction_from_numeric(PG_FUNCTION_ARGS)
{
	return direction_datum(numeric_datum_to_double(PG_GETARG_DATUM(0)));
}

static int
compare_arguments(FunctionCallInfo fcinfo)
{
	return PG_GETARG_INT16(0) - PG_GETARG_INT16(1);
}

PLAN_COMPARISONS(plan_direction, compare_arguments)

static uint64
hash_argument(FunctionCallInfo fcinfo, uint64 seed)
{
	return hash_word(PG_GETARG_INT16(0), seed);
}

PLAN_HASHES(plan_direction, hash_argument)
