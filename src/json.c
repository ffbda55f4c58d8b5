/*
 * json.c
 *		States as jsonb.
 */
#include "postgres.h"

#include "common/shortest_dec.h"
#include "miscadmin.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"
#include "utils/numeric.h"

#include <math.h>

#include "compat.h"
#include "json.h"

/*
 * Objects.
 */

void
json_begin_object(JsonWriter *writer)
{
	pushJsonbValue(&writer->state, WJB_BEGIN_OBJECT, NULL);
}

void
json_end_object(JsonWriter *writer)
{
	writer->object = pushJsonbValue(&writer->state, WJB_END_OBJECT, NULL);
}

void
json_key(JsonWriter *writer, const char *key)
{
	JsonbValue	value = {.type = jbvString};

	value.val.string.val = unconstify(char *, key);
	value.val.string.len = strlen(key);
	pushJsonbValue(&writer->state, WJB_KEY, &value);
}

static void
push_value(JsonWriter *writer, const char *key, JsonbValue *value)
{
	json_key(writer, key);
	pushJsonbValue(&writer->state, WJB_VALUE, value);
}

static void
add_numeric(JsonWriter *writer, const char *key, Numeric number)
{
	JsonbValue	value = {.type = jbvNumeric};

	value.val.numeric = number;
	push_value(writer, key, &value);
}

void
json_add_null(JsonWriter *writer, const char *key)
{
	JsonbValue	value = {.type = jbvNull};

	push_value(writer, key, &value);
}

void
json_add_integer(JsonWriter *writer, const char *key, int64 value)
{
	add_numeric(writer, key, int64_to_numeric(value));
}

/* A figure, or null where there is none. */
void
json_add_optional(JsonWriter *writer, const char *key, bool exists, double value)
{
	if (exists)
		json_add_figure(writer, key, value);
	else
		json_add_null(writer, key);
}

/* A number by its digits. */
void
json_add_decimal(JsonWriter *writer, const char *key, const char *digits)
{
	add_numeric(writer, key,
				DatumGetNumeric(DirectFunctionCall3(numeric_in, CStringGetDatum(digits),
													ObjectIdGetDatum(InvalidOid),
													Int32GetDatum(-1))));
}

/* The shortest digits that read back unchanged, which float8out() writes by default. */
void
json_add_figure(JsonWriter *writer, const char *key, double value)
{
	char		digits[DOUBLE_SHORTEST_DECIMAL_LEN];

	if (!isfinite(value))
		elog(ERROR, "figure \"%s\" is not finite", key);
	double_to_shortest_decimal_buf(value, digits);
	json_add_decimal(writer, key, digits);
}

void
json_add_sum(JsonWriter *writer, const char *key, const FixedSum *sum)
{
	char		digits[FIXEDSUM_TEXT_SIZE];

	fixedsum_write(digits, sum);
	json_add_decimal(writer, key, digits);
}

void
json_add_string(JsonWriter *writer, const char *key, const char *bytes, int length)
{
	JsonbValue	value = {.type = jbvString};

	value.val.string.val = unconstify(char *, bytes);
	value.val.string.len = length;
	push_value(writer, key, &value);
}

Datum
json_datum(const JsonWriter *writer)
{
	return JsonbPGetDatum(JsonbValueToJsonb(writer->object));
}

/* How many bytes an object takes as an element of an array that it stands alone in. */
Size
json_size(const JsonWriter *writer)
{
	return VARSIZE(JsonbValueToJsonb(writer->object)) - VARHDRSZ;
}

/*
 * Arrays.
 */

pg_noreturn static void
report_large_array(const JsonArray *array)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("%s is too large for jsonb", array->type),
			 errdetail("The elements of a jsonb array take at most %d bytes.", JENTRY_OFFLENMASK),
			 errhint("Read it as rows.")));
}

/* An array of so many elements of at least so many bytes each. */
void
json_begin_array(JsonArray *array, const char *type, int64 elements, Size least_element)
{
	memset(array, 0, sizeof(*array));
	array->type = type;
	if (elements > JENTRY_OFFLENMASK / INTALIGN(least_element))
		report_large_array(array);
	array->elements = elements;
	array->data = VARHDRSZ + sizeof(uint32) + elements * sizeof(JEntry);
	array->used = array->data;
	array->capacity = array->data + elements * INTALIGN(least_element);
	array->bytes = palloc(array->capacity);
	array->element = AllocSetContextCreate(CurrentMemoryContext, "element of jsonb",
										   ALLOCSET_DEFAULT_SIZES);
}

/* Begin the next element, in memory of its own. */
void
json_begin_element(JsonArray *array, JsonWriter *writer)
{
	array->caller = MemoryContextSwitchTo(array->element);
	memset(writer, 0, sizeof(*writer));
	json_begin_object(writer);
}

static void
append_bytes(JsonArray *array, const void *bytes, Size size)
{
	Size		aligned = INTALIGN(array->used);
	Size		end = aligned + size;

	if (end - array->data > JENTRY_OFFLENMASK)
		report_large_array(array);
	if (end > array->capacity)
	{
		array->capacity = Min(Max(end, array->capacity * 2), array->data + JENTRY_OFFLENMASK);
		array->bytes = repalloc(array->bytes, array->capacity);
	}
	memset(array->bytes + array->used, 0, aligned - array->used);
	memcpy(array->bytes + aligned, bytes, size);
	array->used = end;
}

/*
 * An element ends.  As jsonb has it, its entry tells its length, with what aligns it; now
 * and then where it ends instead.
 */
void
json_end_element(JsonArray *array, JsonWriter *writer)
{
	Size		begin = array->used;
	Jsonb	   *element;
	uint32		number = array->written++;
	JEntry	   *entry;

	CHECK_FOR_INTERRUPTS();
	Assert(number < array->elements);
	json_end_object(writer);
	element = JsonbValueToJsonb(writer->object);
	MemoryContextSwitchTo(array->caller);
	append_bytes(array, &element->root, VARSIZE(element) - VARHDRSZ);
	MemoryContextReset(array->element);
	entry = &((Jsonb *) array->bytes)->root.children[number];
	*entry = JENTRY_ISCONTAINER |
		(number % JB_OFFSET_STRIDE == 0 ? JENTRY_HAS_OFF | (array->used - array->data)
		 : array->used - begin);
}

Datum
json_end_array(JsonArray *array)
{
	Jsonb	   *jsonb = (Jsonb *) array->bytes;

	Assert(array->written == array->elements);
	SET_VARSIZE(jsonb, array->used);
	jsonb->root.header = JB_FARRAY | array->elements;
	MemoryContextDelete(array->element);
	return JsonbPGetDatum(jsonb);
}
