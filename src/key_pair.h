/*
 * key_pair.h
 *		Keys that are a node and an entity of it.
 *
 * As bytes a pair is its node, then nothing or a byte of 1 and the entity: a number as 8 bytes,
 * most significant first, with its sign turned over; a text as it is, that of a node ended by a
 * NUL; a uuid as its 16 bytes.  So pairs are ordered by their bytes, the pair without an entity
 * first.
 */
#ifndef TNPLAN_KEY_PAIR_H
#define TNPLAN_KEY_PAIR_H

#include "json.h"
#include "key_table.h"

typedef struct KeyPair
{
	Key			node;
	Key			entity;
	bool		has_entity;
	uint32		node_length;	/* how many bytes the node has of those of the pair */
} KeyPair;

extern void append_node_bytes(StringInfo buf, KeyKind kind, const Key *node);
extern void append_entity_bytes(StringInfo buf, KeyKind kind, const Key *entity);
extern bool split_key_pair(KeyKind kind, const Key *key, KeyPair *pair);
extern KeyPair key_pair(KeyKind kind, const Key *key, const char *type);
extern bool key_starts_with(const Key *key, const char *bytes, uint32 length);

extern void append_key_pair(StringInfo buf, KeyKind kind, const Key *key);
extern PlanError read_key_pair(const char **cursor, KeyTable *table, int64 *number);
extern void send_key_pair(StringInfo buf, KeyKind kind, const Key *key);
extern Key	receive_key_pair(StringInfo buf, KeyKind kind, StringInfo pair, const char *type);
extern void json_add_key_pair(JsonWriter *writer, KeyKind kind, const Key *key);

#endif							/* TNPLAN_KEY_PAIR_H */
