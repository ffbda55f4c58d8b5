/*
 * number.c
 *		plan_number: the type of arguments that are values.
 *
 * It is a float8.  Every numeric type casts to it implicitly, by functions of this
 * extension where PostgreSQL's are slow or inexact: numeric without going through text, and
 * real by its printed decimals, so that 0.7::real is 0.7.
 */
#include "postgres.h"

#include <math.h>

#include "common/shortest_dec.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/float.h"

#include "core/text.h"
#include "decimal.h"
#include "type.h"

/* Reads the same text as float8, but quotes only its beginning in an error. */
PG_FUNCTION_INFO_V1(plan_number_in);
Datum
plan_number_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	const char *cursor;
	char	   *end;
	double		number;

	errno = 0;
	number = strtod(text, &end);
	cursor = end;
	text_skip_spaces(&cursor);
	if (end == text || *cursor != '\0')
	{
		report_text_error(PLAN_SYNTAX, "plan_number", text, fcinfo->context);
		PG_RETURN_NULL();
	}
	if (errno == ERANGE && (number == 0.0 || isinf(number)))
	{
		report_text_error(PLAN_OUT_OF_RANGE, "plan_number", text, fcinfo->context);
		PG_RETURN_NULL();
	}
	PG_RETURN_FLOAT8(number);
}

PG_FUNCTION_INFO_V1(plan_number_out);
Datum
plan_number_out(PG_FUNCTION_ARGS)
{
	double		number = PG_GETARG_FLOAT8(0);
	char	   *text = palloc(TEXT_DOUBLE_SIZE);

	/* Shortest exact form, whatever extra_float_digits is. */
	if (!isfinite(number))
		PG_RETURN_CSTRING(float8out_internal(number));
	text_write_double(text, number);
	PG_RETURN_CSTRING(text);
}

PG_FUNCTION_INFO_V1(plan_number_recv);
Datum
plan_number_recv(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(pq_getmsgfloat8((StringInfo) PG_GETARG_POINTER(0)));
}

PG_FUNCTION_INFO_V1(plan_number_send);
Datum
plan_number_send(PG_FUNCTION_ARGS)
{
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendfloat8(&buf, PG_GETARG_FLOAT8(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

PG_FUNCTION_INFO_V1(plan_number_from_int2);
Datum
plan_number_from_int2(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8((double) PG_GETARG_INT16(0));
}

PG_FUNCTION_INFO_V1(plan_number_from_int4);
Datum
plan_number_from_int4(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8((double) PG_GETARG_INT32(0));
}

PG_FUNCTION_INFO_V1(plan_number_from_int8);
Datum
plan_number_from_int8(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8((double) PG_GETARG_INT64(0));
}

PG_FUNCTION_INFO_V1(plan_number_from_float4);
Datum
plan_number_from_float4(PG_FUNCTION_ARGS)
{
	float4		number = PG_GETARG_FLOAT4(0);
	char		text[FLOAT_SHORTEST_DECIMAL_LEN];

	/* Small integers print as they are. */
	if (!isfinite(number) || (fabsf(number) < 1e6f && number == rintf(number)))
		PG_RETURN_FLOAT8((double) number);
	float_to_shortest_decimal_buf(number, text);
	PG_RETURN_FLOAT8(strtod(text, NULL));
}

PG_FUNCTION_INFO_V1(plan_number_from_numeric);
Datum
plan_number_from_numeric(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(numeric_datum_to_double(PG_GETARG_DATUM(0)));
}
