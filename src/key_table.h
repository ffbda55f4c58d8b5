/*
 * key_table.h
 *		The keys of an aggregate's state, texts and uuids numbered as they come.
 *
 * The table is part of a state: begin_keys() in the first row, key_argument() in every
 * row.  It may grow beyond 1 GB.
 *
 *		if (first row)
 *			begin_keys(&state->keys, context, fcinfo, NODE, "nodes");
 *		number = key_argument(fcinfo, NODE, &state->keys);
 *
 * To merge another state, add_keys() gives the numbers here of the numbers there.  To store
 * the keys, order_keys() sorts them, and key_dictionary.h has their form.
 */
#ifndef TNPLAN_KEY_TABLE_H
#define TNPLAN_KEY_TABLE_H

#include "core/keyhash.h"
#include "keys.h"

typedef struct NumberedKey
{
	uint64		begin;			/* among the bytes */
	uint32		length;
	uint32		hash;
} NumberedKey;

typedef struct KeyTable
{
	MemoryContext context;
	HashKey		hash_key;
	KeyType		type;			/* of the arguments; only its kind where there are none */
	uint32		count;			/* of texts or uuids, which are numbered from 0 */
	uint32		slot_bits;
	NumberedKey *key;
	uint32	   *slots;			/* numbers from 1; 0 in an empty slot */
	uint64		capacity;
	char	   *bytes;
	uint64		bytes_used;
	uint64		bytes_capacity;
} KeyTable;

extern void init_keys(KeyTable *table, MemoryContext context, KeyKind kind);
extern void begin_keys(KeyTable *table, MemoryContext context, FunctionCallInfo fcinfo, int n,
					   const char *what);
extern int64 number_of_bytes(KeyTable *table, const char *bytes, size_t length);
extern bool find_key(const KeyTable *table, const Key *key, int64 *number);
extern int64 *add_keys(KeyTable *table, const KeyTable *other);
extern uint32 *order_keys(const KeyTable *table);
extern uint32 *places_of_keys(const uint32 *order, uint32 count);
extern PlanError read_key(const char **cursor, KeyTable *table, int64 *number);

extern uint64 sent_keys_size(const KeyTable *table);
extern char *write_sent_keys(const KeyTable *table, char *to);
extern const char *read_sent_keys(KeyTable *table, MemoryContext context, const char *from);

static inline KeyKind
keys_kind(const KeyTable *table)
{
	return table->type.kind;
}

/* Whether keys are numbered in the table, rather than being numbers. */
static inline bool
keys_are_numbered(const KeyTable *table)
{
	return table->type.kind > KEYS_NUMBER;
}

/* The key of a number. */
static inline Key
numbered_key(const KeyTable *table, int64 number)
{
	if (!keys_are_numbered(table))
		return (Key) {.number = number};
	return (Key) {number, table->bytes + table->key[number].begin, table->key[number].length};
}

/* The number of a key, a new one if need be. */
static inline int64
number_of_key(KeyTable *table, const Key *key)
{
	return keys_are_numbered(table) ? number_of_bytes(table, key->bytes, key->length) : key->number;
}

/* The number of the key that an argument is, which must not be NULL. */
static inline int64
key_argument(FunctionCallInfo fcinfo, int n, KeyTable *table)
{
	Key			key;

	if (likely(table->type.form == KEY_INT8))
		return PG_GETARG_INT64(n);
	key = key_from_datum(&table->type, PG_GETARG_DATUM(n));
	return number_of_key(table, &key);
}

#endif							/* TNPLAN_KEY_TABLE_H */
