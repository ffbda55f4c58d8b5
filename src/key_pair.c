/*
 * key_pair.c
 *		Keys that are a node and an entity of it.
 */
#include "postgres.h"

#include "libpq/pqformat.h"
#include "port/pg_bswap.h"
#include "utils/uuid.h"

#include "key_json.h"
#include "key_pair.h"
#include "type.h"

#define ENTITY_FOLLOWS 1
#define SIGN_BIT (UINT64CONST(1) << 63)

static void
append_bytes(StringInfo buf, KeyKind kind, const Key *key)
{
	if (kind == KEYS_NUMBER)
	{
		uint64		bytes = pg_hton64((uint64) key->number ^ SIGN_BIT);

		appendBinaryStringInfo(buf, (const char *) &bytes, sizeof(bytes));
	}
	else
		appendBinaryStringInfo(buf, key->bytes, key->length);
}

/* The beginning of all pairs of a node. */
void
append_node_bytes(StringInfo buf, KeyKind kind, const Key *node)
{
	append_bytes(buf, kind, node);
	if (kind == KEYS_TEXT)
		appendStringInfoChar(buf, '\0');
}

void
append_entity_bytes(StringInfo buf, KeyKind kind, const Key *entity)
{
	appendStringInfoChar(buf, ENTITY_FOLLOWS);
	append_bytes(buf, kind, entity);
}

/* The key in some bytes, all of them. */
static Key
key_of_part(KeyKind kind, const char *bytes, uint32 length)
{
	uint64		number;

	if (kind != KEYS_NUMBER)
		return (Key) {0, bytes, length};
	memcpy(&number, bytes, sizeof(number));
	return (Key) {.number = (int64) (pg_ntoh64(number) ^ SIGN_BIT)};
}

/* The parts of a pair; false where its bytes are none. */
bool
split_key_pair(KeyKind kind, const Key *key, KeyPair *pair)
{
	KeyKind		node = kind_of_nodes(kind);
	KeyKind		entity = kind_of_entities(kind);
	uint32		length = node == KEYS_NUMBER ? sizeof(int64) : UUID_LEN;
	uint32		rest;

	if (node == KEYS_TEXT)
		length = strnlen(key->bytes, key->length);
	pair->node_length = length + (node == KEYS_TEXT);
	if (pair->node_length > key->length)
		return false;
	pair->node = key_of_part(node, key->bytes, length);
	rest = key->length - pair->node_length;
	pair->has_entity = rest > 0;
	if (rest == 0)
		return true;
	rest--;
	if (key->bytes[pair->node_length] != ENTITY_FOLLOWS || entity == KEYS_NONE ||
		(entity == KEYS_NUMBER && rest != sizeof(int64)) ||
		(entity == KEYS_UUID && rest != UUID_LEN) ||
		(entity == KEYS_TEXT && strnlen(key->bytes + pair->node_length + 1, rest) < rest))
		return false;
	pair->entity = key_of_part(entity, key->bytes + pair->node_length + 1, rest);
	return true;
}

/* The parts of a pair in a value of a type. */
KeyPair
key_pair(KeyKind kind, const Key *key, const char *type)
{
	KeyPair		pair;

	if (!split_key_pair(kind, key, &pair))
		report_binary_error(type);
	return pair;
}

bool
key_starts_with(const Key *key, const char *bytes, uint32 length)
{
	return key->length >= length && memcmp(key->bytes, bytes, length) == 0;
}

/*
 * Text: "101/5", and "101/" without an entity.
 */

void
append_key_pair(StringInfo buf, KeyKind kind, const Key *key)
{
	KeyPair		pair = key_pair(kind, key, "pair of keys");

	append_key(buf, kind_of_nodes(kind), &pair.node);
	appendStringInfoChar(buf, '/');
	if (pair.has_entity)
		append_key(buf, kind_of_entities(kind), &pair.entity);
}

static void
free_keys(KeyTable *keys)
{
	if (keys->slots == NULL)
		return;
	pfree(keys->slots);
	pfree(keys->key);
	pfree(keys->bytes);
}

/* Read a pair, or a node where there are no entities; the first one tells which all are. */
PlanError
read_key_pair(const char **cursor, KeyTable *table, int64 *number)
{
	KeyTable	parts;
	KeyKind		node_kind;
	int64		part;
	Key			key;
	StringInfoData bytes;
	PlanError	error;

	if (keys_kind(table) != KEYS_NONE && !keys_are_pairs(keys_kind(table)))
		return read_key(cursor, table, number);
	init_keys(&parts, CurrentMemoryContext, KEYS_NONE);
	if ((error = read_key(cursor, &parts, &part)) != PLAN_OK)
		return error;
	node_kind = keys_kind(&parts);
	key = numbered_key(&parts, part);
	if (**cursor != '/')
	{
		if (!merge_key_kinds(&table->type.kind, node_kind))
			return PLAN_SYNTAX;
		*number = number_of_key(table, &key);
		free_keys(&parts);
		return PLAN_OK;
	}
	initStringInfo(&bytes);
	append_node_bytes(&bytes, node_kind, &key);
	(*cursor)++;
	free_keys(&parts);
	init_keys(&parts, CurrentMemoryContext, KEYS_NONE);
	if (**cursor != ' ' && **cursor != '\0')
	{
		if ((error = read_key(cursor, &parts, &part)) != PLAN_OK)
			return error;
		key = numbered_key(&parts, part);
		append_entity_bytes(&bytes, keys_kind(&parts), &key);
	}
	if (!merge_key_kinds(&table->type.kind, kind_of_pairs(node_kind, keys_kind(&parts))))
		return PLAN_SYNTAX;
	*number = number_of_bytes(table, bytes.data, bytes.len);
	free_keys(&parts);
	pfree(bytes.data);
	return PLAN_OK;
}

/*
 * On the wire: the node, a byte that says whether there is an entity, and that.
 */

void
send_key_pair(StringInfo buf, KeyKind kind, const Key *key)
{
	KeyPair		pair = key_pair(kind, key, "pair of keys");

	send_key(buf, kind_of_nodes(kind), &pair.node);
	pq_sendbyte(buf, pair.has_entity);
	if (pair.has_entity)
		send_key(buf, kind_of_entities(kind), &pair.entity);
}

/* A received pair, whose bytes are put into a buffer. */
Key
receive_key_pair(StringInfo buf, KeyKind kind, StringInfo pair, const char *type)
{
	Key			key = receive_key(buf, kind_of_nodes(kind), type);
	int			has_entity;

	resetStringInfo(pair);
	append_node_bytes(pair, kind_of_nodes(kind), &key);
	has_entity = pq_getmsgbyte(buf);
	if (has_entity > 1)
		report_binary_error(type);
	if (has_entity)
	{
		key = receive_key(buf, kind_of_entities(kind), type);
		append_entity_bytes(pair, kind_of_entities(kind), &key);
	}
	return (Key) {0, pair->data, pair->len};
}

void
json_add_key_pair(JsonWriter *writer, KeyKind kind, const Key *key)
{
	KeyPair		pair = key_pair(kind, key, "pair of keys");

	json_add_key(writer, "node", kind_of_nodes(kind), &pair.node);
	if (pair.has_entity)
		json_add_key(writer, "entity", kind_of_entities(kind), &pair.entity);
}
