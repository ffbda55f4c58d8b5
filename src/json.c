/*
 * json.c
 *		States as jsonb.
 */
#include "postgres.h"

#include "common/shortest_dec.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include <math.h>

#include "compat.h"
#include "core/wide.h"
#include "json.h"
#include "memory.h"

StaticAssertDecl(WIDE_TEXT_SIZE <= MAX_DECIMAL_LENGTH && FIXEDSUM_TEXT_SIZE <= MAX_DECIMAL_LENGTH,
				 "any sum fits a number");

/*
 * Objects.
 */

/* As jsonb sorts keys. */
static inline bool
is_before(const char *key, Size length, const JsonPair *pair)
{
	if (length != pair->key_length)
		return length < pair->key_length;
	return memcmp(key, pair->key, length) < 0;
}

/* A pair with this key in its place; its value is to be set. */
JsonPair *
json_new_pair(JsonWriter *writer, const char *key, Size key_length)
{
	JsonPair   *pair = &writer->pair[writer->pairs];

	if (unlikely(writer->pairs == JSON_MAX_PAIRS))
		elog(ERROR, "too many keys in one object");
	writer->pairs++;
	for (; pair > writer->pair && is_before(key, key_length, pair - 1); pair--)
		*pair = pair[-1];
	pair->key = key;
	pair->key_length = key_length;
	return pair;
}

/* The number of the latest pair has been written. */
static inline void
set_numeric(JsonWriter *writer, JsonPair *pair, Size length)
{
	pair->type = JENTRY_ISNUMERIC;
	pair->value = writer->number[writer->pairs - 1].bytes;
	pair->length = length;
}

static inline NumericSpace *
number_space(JsonWriter *writer)
{
	return &writer->number[writer->pairs - 1];
}

void
json_set_integer(JsonWriter *writer, JsonPair *pair, int64 value)
{
	set_numeric(writer, pair, numeric_write_integer(number_space(writer), value));
}

void
json_set_decimal(JsonWriter *writer, JsonPair *pair, const char *digits)
{
	set_numeric(writer, pair, numeric_write_decimal(number_space(writer), digits));
}

/* The shortest digits that read back unchanged, which float8out() writes by default. */
void
json_set_figure(JsonWriter *writer, JsonPair *pair, double value)
{
	char		digits[DOUBLE_SHORTEST_DECIMAL_LEN];

	if (unlikely(!isfinite(value)))
		elog(ERROR, "figure \"%s\" is not finite", pair->key);
	if (fabs(value) < MAX_EXACT_INTEGER && value == (int64) value)
		json_set_integer(writer, pair, (int64) value);
	else
	{
		double_to_shortest_decimal_buf(value, digits);
		json_set_decimal(writer, pair, digits);
	}
}

void
json_set_sum(JsonWriter *writer, JsonPair *pair, const FixedSum *sum)
{
	char		digits[FIXEDSUM_TEXT_SIZE];

	/* Whole numbers of 64 bits. */
	if (sum->limb[0] == 0 && sum->limb[2] == (uint64) ((int64) sum->limb[1] >> 63))
		json_set_integer(writer, pair, (int64) sum->limb[1]);
	else
	{
		fixedsum_write(digits, sum);
		json_set_decimal(writer, pair, digits);
	}
}

/* How many bytes write_object() writes. */
Size
json_size(const JsonWriter *writer)
{
	Size		size = 0;

	for (int i = 0; i < writer->pairs; i++)
		size += writer->pair[i].key_length;
	for (int i = 0; i < writer->pairs; i++)
	{
		if (writer->pair[i].type == JENTRY_ISNUMERIC)
			size = INTALIGN(size);
		size += writer->pair[i].length;
	}
	return sizeof(uint32) + writer->pairs * 2 * sizeof(JEntry) + size;
}

/* Of an element: its length, with what aligns it; now and then where it ends instead. */
static inline JEntry
entry_of(uint32 type, int number, Size length, Size end)
{
	return type | (number % JB_OFFSET_STRIDE == 0 ? JENTRY_HAS_OFF | end : length);
}

/*
 * Write an object where a word may stand.  First come the entries of keys
 * and values, then the keys, then the values.
 */
static void
write_object(char *out, const JsonWriter *writer)
{
	int			pairs = writer->pairs;
	JsonbContainer *container = (JsonbContainer *) out;
	JEntry	   *entry = container->children;
	char	   *data = (char *) (entry + 2 * pairs);
	char	   *p = data;

	container->header = JB_FOBJECT | pairs;
	for (int i = 0; i < pairs; i++)
	{
		const JsonPair *pair = &writer->pair[i];

		memcpy(p, pair->key, pair->key_length);
		p += pair->key_length;
		entry[i] = entry_of(JENTRY_ISSTRING, i, pair->key_length, p - data);
	}
	for (int i = 0; i < pairs; i++)
	{
		const JsonPair *pair = &writer->pair[i];
		char	   *begin = p;

		if (pair->type == JENTRY_ISNUMERIC)
			while ((p - data) % sizeof(uint32) != 0)
				*p++ = 0;
		memcpy(p, pair->value, pair->length);
		p += pair->length;
		entry[pairs + i] = entry_of(pair->type, pairs + i, p - begin, p - data);
	}
}

Datum
json_datum(const JsonWriter *writer)
{
	Size		size = VARHDRSZ + json_size(writer);
	Jsonb	   *jsonb = palloc(size);

	SET_VARSIZE(jsonb, size);
	write_object((char *) &jsonb->root, writer);
	return JsonbPGetDatum(jsonb);
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
	array->least_element = INTALIGN(least_element);
	if (elements > JENTRY_OFFLENMASK / array->least_element)
		report_large_array(array);
	array->elements = elements;
	array->data = VARHDRSZ + sizeof(uint32) + elements * sizeof(JEntry);
	array->used = array->data;
	array->capacity = array->data + elements * array->least_element;
	array->bytes = allocate_huge(array->capacity);
	array->element = AllocSetContextCreate(CurrentMemoryContext, "element of jsonb",
										   ALLOCSET_DEFAULT_SIZES);
}

/* Begin the next element, in memory of its own. */
void
json_begin_element(JsonArray *array, JsonWriter *writer)
{
	array->caller = MemoryContextSwitchTo(array->element);
	json_begin_object(writer);
}

/*
 * More room, up to "end" at least: what all will take if the others are like those so far, and a
 * little more.  Memory is asked for anew, since what moves is touched before it can be advised.
 */
static void
enlarge_array(JsonArray *array, Size end)
{
	double		expected = (double) (end - array->data) / array->written * array->elements;
	Size		capacity = array->data + (Size) (expected * 1.125);
	char	   *bytes;

	array->capacity = Min(Max(capacity, end), array->data + JENTRY_OFFLENMASK);
	bytes = allocate_huge(array->capacity);
	copy_huge(bytes, array->bytes, array->used);
	pfree(array->bytes);
	array->bytes = bytes;
}

/* Room for so many bytes more, where a word may stand. */
static char *
next_element(JsonArray *array, Size size)
{
	Size		aligned = INTALIGN(array->used);
	Size		end = aligned + size;
	Size		still = array->elements - array->written;

	/* What follows needs room too: that not all fit shows as soon as it can. */
	if (end - array->data + still * array->least_element > JENTRY_OFFLENMASK)
		report_large_array(array);
	if (end > array->capacity)
		enlarge_array(array, end);
	memset(array->bytes + array->used, 0, aligned - array->used);
	array->used = end;
	return array->bytes + aligned;
}

void
json_end_element(JsonArray *array, const JsonWriter *writer)
{
	Size		begin = array->used;
	uint32		number = array->written++;

	CHECK_FOR_INTERRUPTS();
	Assert(number < array->elements);
	MemoryContextSwitchTo(array->caller);
	write_object(next_element(array, json_size(writer)), writer);
	MemoryContextReset(array->element);
	((Jsonb *) array->bytes)->root.children[number] =
		entry_of(JENTRY_ISCONTAINER, number, array->used - begin, array->used - array->data);
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
