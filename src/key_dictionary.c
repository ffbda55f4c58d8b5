/*
 * key_dictionary.c
 *		The keys of a stored value, in their order and each once.
 */
#include "postgres.h"

#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "key_dictionary.h"
#include "key_pair.h"
#include "type.h"

/* The size of the dictionary of texts or uuids that are numbered in a table. */
size_t
key_dictionary_size(const KeyTable *table)
{
	return key_dictionary_fixed_size(keys_kind(table), table->count) +
		(keys_have_lengths(keys_kind(table)) ? table->bytes_used : 0);
}

/* Write them in an order that order_keys() made. */
void
write_key_dictionary(const KeyTable *table, const uint32 *order, char *to)
{
	bool		texts = keys_have_lengths(keys_kind(table));
	uint32	   *begin = (uint32 *) to;
	char	   *bytes = to + (texts ? key_dictionary_fixed_size(KEYS_TEXT, table->count) : 0);
	uint32		used = 0;

	for (uint32 i = 0; i < table->count; i++)
	{
		Key			key = numbered_key(table, order[i]);

		if (texts)
			begin[i] = used;
		memcpy(bytes + used, key.bytes, key.length);
		used += key.length;
	}
	if (texts)
		begin[table->count] = used;
}

/* Whether a dictionary may have this size, as far as that tells. */
bool
key_dictionary_fits(KeyKind kind, int64 count, size_t size)
{
	size_t		fixed;

	if ((kind > KEYS_LAST && !key_kind_is_pair(kind)) || count < 0 || count > MaxAllocSize ||
		(kind == KEYS_NONE && count > 0))
		return false;
	fixed = key_dictionary_fixed_size(kind, count);
	return keys_have_lengths(kind) ? size >= fixed : size == fixed;
}

/* Whether all keys of a whole dictionary of that size are within it. */
bool
key_dictionary_is_readable(const KeyDictionary *keys, size_t size)
{
	const uint32 *begin = (const uint32 *) keys->whole;

	if (!key_dictionary_fits(keys->kind, keys->count, size))
		return false;
	if (!keys_have_lengths(keys->kind))
		return true;
	for (int64 i = 0; i < keys->count; i++)
		if (begin[i] > begin[i + 1])
			return false;
	return begin[keys->count] <= size - key_dictionary_fixed_size(KEYS_TEXT, keys->count);
}

/* Whether a whole dictionary is what write_key_dictionary() would make. */
bool
key_dictionary_is_valid(const KeyDictionary *keys, size_t size)
{
	if (!key_dictionary_is_readable(keys, size))
		return false;
	if (keys_have_lengths(keys->kind))
	{
		const uint32 *begin = (const uint32 *) keys->whole;

		if (begin[0] != 0 ||
			begin[keys->count] != size - key_dictionary_fixed_size(KEYS_TEXT, keys->count))
			return false;
	}
	for (int64 i = 1; i < keys->count; i++)
	{
		Key			one = stored_key(keys, i - 1);
		Key			next = stored_key(keys, i);

		CHECK_FOR_INTERRUPTS();
		if (compare_keys(keys->kind, &one, &next) >= 0)
			return false;
	}
	return true;
}

/* The key at a place, whether the dictionary is there as a whole or in parts. */
Key
fetch_stored_key(const KeyDictionary *keys, int64 place)
{
	Key			key = {.number = place};

	if (keys->whole != NULL)
		return stored_key(keys, place);
	if (keys->kind == KEYS_NUMBER)
		key.number = *(const int64 *) keys->part(keys->source, place * sizeof(int64),
												 sizeof(int64));
	else if (keys->kind == KEYS_UUID)
	{
		key.bytes = keys->part(keys->source, place * UUID_LEN, UUID_LEN);
		key.length = UUID_LEN;
	}
	else
	{
		const uint32 *begin = keys->part(keys->source, place * sizeof(uint32), 2 * sizeof(uint32));

		if (begin[0] > begin[1] || begin[1] > MaxAllocSize)
			report_binary_error(keys->type);
		key.length = begin[1] - begin[0];
		key.bytes = keys->part(keys->source, key_dictionary_fixed_size(KEYS_TEXT, keys->count) +
							   begin[0], key.length);
	}
	return key;
}

/* The place of a key of the kind that is stored, or -1. */
int64
find_stored_key(const KeyDictionary *keys, const Key *sought)
{
	int64		low = 0,
				high = keys->count;

	while (low < high)
	{
		int64		middle = low + (high - low) / 2;
		Key			key = fetch_stored_key(keys, middle);
		int			order = compare_keys(keys->kind, sought, &key);

		if (order == 0)
			return middle;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return -1;
}

/*
 * What a value has for the key that an argument is: the number, or its place in the dictionary.
 * False if the value cannot have it; what the keys are is for error messages.
 */
bool
find_key_argument(FunctionCallInfo fcinfo, int n, const KeyDictionary *keys, const char *what,
				  int64 *place)
{
	KeyType		sought = key_argument_type(fcinfo, n, what);
	Key			key = key_from_datum(&sought, PG_GETARG_DATUM(n));

	check_sought_key(keys->kind, &sought, what, keys->type);
	if (keys->kind <= KEYS_NUMBER)
		*place = key.number;
	else
		*place = find_stored_key(keys, &key);
	return keys->kind == KEYS_NUMBER || (keys->kind != KEYS_NONE && *place >= 0);
}

/*
 * On the wire: the kind of the keys, and where they are not numbers, how many there are, and
 * these.
 */

void
send_key_dictionary(StringInfo buf, const KeyDictionary *keys)
{
	pq_sendbyte(buf, keys->kind);
	if (keys->kind <= KEYS_NUMBER)
		return;
	pq_sendint32(buf, keys->count);
	for (int64 i = 0; i < keys->count; i++)
	{
		Key			key = stored_key(keys, i);

		CHECK_FOR_INTERRUPTS();
		if (keys_are_pairs(keys->kind))
			send_key_pair(buf, keys->kind, &key);
		else
			send_key(buf, keys->kind, &key);
	}
}

/* Keys behind their kind, which the table has already: each once, in whatever order. */
void
receive_numbered_keys(StringInfo buf, KeyTable *table, const char *type)
{
	StringInfoData pair;
	uint32		count;

	if (!keys_are_numbered(table))
		return;
	initStringInfo(&pair);
	count = pq_getmsgint(buf, 4);
	for (uint32 i = 0; i < count; i++)
	{
		Key			key = keys_are_pairs(keys_kind(table))
			? receive_key_pair(buf, keys_kind(table), &pair, type)
			: receive_key(buf, keys_kind(table), type);

		CHECK_FOR_INTERRUPTS();
		if (number_of_key(table, &key) != i)
			report_binary_error(type);
	}
	pfree(pair.data);
}
