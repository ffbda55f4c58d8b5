/*
 * json.h
 *		States as jsonb.
 *
 * Objects are written in the form in which jsonb is stored, with their numbers.  Casts to jsonb
 * are immutable, so numbers and dates are written without looking at any setting.
 */
#ifndef TNPLAN_JSON_H
#define TNPLAN_JSON_H

#include "utils/jsonb.h"

#include "core/fixedsum.h"
#include "decimal.h"

/* More than any state has. */
#define JSON_MAX_PAIRS 32

typedef struct JsonPair
{
	const char *key;
	const char *value;			/* as it is stored */
	uint32		key_length;
	uint32		length;
	uint32		type;			/* as its entry has it */
} JsonPair;

/* An object that is being made. */
typedef struct JsonWriter
{
	int			pairs;
	JsonPair	pair[JSON_MAX_PAIRS];	/* by length of the key, then by its bytes */
	NumericSpace number[JSON_MAX_PAIRS];	/* numbers in the order of calls */
} JsonWriter;

/* Texts are not copied: they must stay until the object has ended. */
extern JsonPair *json_new_pair(JsonWriter *writer, const char *key, Size key_length);
extern void json_set_integer(JsonWriter *writer, JsonPair *pair, int64 value);
extern void json_set_figure(JsonWriter *writer, JsonPair *pair, double value);
extern void json_set_sum(JsonWriter *writer, JsonPair *pair, const FixedSum *sum);
extern void json_set_decimal(JsonWriter *writer, JsonPair *pair, const char *digits);
extern Size json_size(const JsonWriter *writer);
extern Datum json_datum(const JsonWriter *writer);

static inline void
json_begin_object(JsonWriter *writer)
{
	writer->pairs = 0;
}

/* Keys that are added in the order of jsonb need no sorting; those of literals no counting. */
static inline void
json_add_null(JsonWriter *writer, const char *key)
{
	JsonPair   *pair = json_new_pair(writer, key, strlen(key));

	pair->type = JENTRY_ISNULL;
	pair->value = "";
	pair->length = 0;
}

static inline void
json_add_true(JsonWriter *writer, const char *key)
{
	JsonPair   *pair = json_new_pair(writer, key, strlen(key));

	pair->type = JENTRY_ISBOOL_TRUE;
	pair->value = "";
	pair->length = 0;
}

static inline void
json_add_string(JsonWriter *writer, const char *key, const char *bytes, int length)
{
	JsonPair   *pair = json_new_pair(writer, key, strlen(key));

	pair->type = JENTRY_ISSTRING;
	pair->value = bytes;
	pair->length = length;
}

static inline void
json_add_integer(JsonWriter *writer, const char *key, int64 value)
{
	json_set_integer(writer, json_new_pair(writer, key, strlen(key)), value);
}

static inline void
json_add_figure(JsonWriter *writer, const char *key, double value)
{
	json_set_figure(writer, json_new_pair(writer, key, strlen(key)), value);
}

/* A figure, or null where there is none. */
static inline void
json_add_optional(JsonWriter *writer, const char *key, bool exists, double value)
{
	if (exists)
		json_add_figure(writer, key, value);
	else
		json_add_null(writer, key);
}

static inline void
json_add_sum(JsonWriter *writer, const char *key, const FixedSum *sum)
{
	json_set_sum(writer, json_new_pair(writer, key, strlen(key)), sum);
}

/* A number by its digits. */
static inline void
json_add_decimal(JsonWriter *writer, const char *key, const char *digits)
{
	json_set_decimal(writer, json_new_pair(writer, key, strlen(key)), digits);
}

/*
 * An array of objects, which is written as it is stored, one after another: it takes
 * little more memory than what it becomes.
 */
typedef struct JsonArray
{
	const char *type;			/* of the state, for error messages */
	uint32		elements;		/* how many it will have */
	uint32		written;
	Size		least_element;	/* bytes that none of them takes less than */
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
extern void json_end_element(JsonArray *array, const JsonWriter *writer);
extern Datum json_end_array(JsonArray *array);

#endif							/* TNPLAN_JSON_H */
