/*
 * json.h
 *		States as jsonb.
 *
 * Casts to jsonb are immutable, so numbers and dates are written without looking at any
 * setting.
 */
#ifndef TNPLAN_JSON_H
#define TNPLAN_JSON_H

#include "utils/jsonb.h"

#include "core/fixedsum.h"

/* An object that is being made; objects may lie within it. */
typedef struct JsonWriter
{
	JsonbParseState *state;
	JsonbValue *object;			/* once it has ended */
} JsonWriter;

/* Texts are not copied: they must stay until the object has ended. */
extern void json_begin_object(JsonWriter *writer);
extern void json_end_object(JsonWriter *writer);
extern void json_key(JsonWriter *writer, const char *key);
extern void json_add_null(JsonWriter *writer, const char *key);
extern void json_add_integer(JsonWriter *writer, const char *key, int64 value);
extern void json_add_figure(JsonWriter *writer, const char *key, double value);
extern void json_add_optional(JsonWriter *writer, const char *key, bool exists, double value);
extern void json_add_decimal(JsonWriter *writer, const char *key, const char *digits);
extern void json_add_sum(JsonWriter *writer, const char *key, const FixedSum *sum);
extern void json_add_string(JsonWriter *writer, const char *key, const char *bytes, int length);
extern Size json_size(const JsonWriter *writer);
extern Datum json_datum(const JsonWriter *writer);

/*
 * An array of objects, which is written as it is stored, one after another: it takes
 * little more memory than what it becomes.
 */
typedef struct JsonArray
{
	const char *type;			/* of the state, for error messages */
	uint32		elements;		/* how many it will have */
	uint32		written;
	char	   *bytes;			/* of the jsonb */
	Size		used;
	Size		capacity;
	Size		data;			/* where the elements begin */
	MemoryContext caller;
	MemoryContext element;		/* reset behind each */
} JsonArray;

extern void json_begin_array(JsonArray *array, const char *type, int64 elements,
							 Size least_element);
extern void json_begin_element(JsonArray *array, JsonWriter *writer);
extern void json_end_element(JsonArray *array, JsonWriter *writer);
extern Datum json_end_array(JsonArray *array);

#endif							/* TNPLAN_JSON_H */
