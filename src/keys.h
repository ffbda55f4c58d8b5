/*
 * keys.h
 *		Keys of any sort: the entities of a ranking, the nodes of a cube or a tree.
 *
 * A key is a number (smallint, integer, bigint), a text (text, varchar, char, name) or a
 * uuid, and a value has keys of one kind.  Everything that counts or sorts them works with
 * 64-bit numbers: a number is its own, and texts and uuids are numbered as they come
 * (key_table.h).  What is stored has them in their order (key_dictionary.h): numbers by
 * value, texts by their bytes as in the collation "C", uuids by their 16 bytes.
 *
 * A pair of a node and an entity is a key too, of bytes in the same order (key_pair.h).
 */
#ifndef TNPLAN_KEYS_H
#define TNPLAN_KEYS_H

#include "access/tupdesc.h"
#include "fmgr.h"
#include "lib/stringinfo.h"

#include "compat.h"
#include "core/error.h"

/* Stored in values and sent on the wire: never renumber. */
typedef enum KeyKind
{
	KEYS_NONE = 0,				/* no key has been seen: goes with any kind */
	KEYS_NUMBER = 1,
	KEYS_TEXT = 2,
	KEYS_UUID = 3
} KeyKind;

#define KEYS_LAST KEYS_UUID

/* Pairs: the kind of the node in two bits, and in two more that of the entities. */
#define KEYS_PAIR 16
#define KEYS_MAX_KIND (KEYS_PAIR + 15)

static inline bool
keys_are_pairs(KeyKind kind)
{
	return kind >= KEYS_PAIR;
}

static inline KeyKind
kind_of_pairs(KeyKind node, KeyKind entity)
{
	return (KeyKind) (KEYS_PAIR | node | entity << 2);
}

/* The kind of the nodes, and of the entities, of which there may be none. */
static inline KeyKind
kind_of_nodes(KeyKind kind)
{
	return keys_are_pairs(kind) ? (KeyKind) (kind & 3) : kind;
}

static inline KeyKind
kind_of_entities(KeyKind kind)
{
	return keys_are_pairs(kind) ? (KeyKind) (kind >> 2 & 3) : KEYS_NONE;
}

/* Of a number that may come from anywhere. */
static inline bool
key_kind_is_pair(int kind)
{
	return kind > KEYS_PAIR && kind <= KEYS_MAX_KIND && kind_of_nodes((KeyKind) kind) != KEYS_NONE;
}

/* Whether keys have lengths of their own. */
static inline bool
keys_have_lengths(KeyKind kind)
{
	return kind == KEYS_TEXT || keys_are_pairs(kind);
}

/* How a type holds a key. */
typedef enum KeyForm
{
	KEY_INT8,
	KEY_INT4,
	KEY_INT2,
	KEY_VARLENA,				/* text, varchar */
	KEY_BPCHAR,					/* blanks at its end do not count */
	KEY_NAME,
	KEY_UUID
} KeyForm;

typedef struct KeyType
{
	Oid			type;			/* of the argument or column */
	bool		is_domain;		/* over the type that the form is of */
	void	  **constraints;	/* what domain_check() keeps of the domain of a column */
	int32		typmod;			/* of that domain, or -1 */
	KeyKind		kind;
	KeyForm		form;
} KeyType;

/* One key: a number, or bytes that belong to something else. */
typedef struct Key
{
	int64		number;
	const char *bytes;
	uint32		length;
} Key;

extern KeyType key_type(Oid type);
extern KeyType key_column_type(Oid type);
extern KeyType key_argument_type(FunctionCallInfo fcinfo, int n, const char *what);
extern KeyType returned_key_type(FunctionCallInfo fcinfo, int n, TupleDesc desc);
extern KeyKind key_kind(Oid type);
extern const char *key_kind_name(KeyKind kind);
extern bool merge_key_kinds(KeyKind *kind, KeyKind other);
pg_noreturn extern void report_unlike_keys(KeyKind one, KeyKind other, const char *type);
extern void check_key_type(KeyKind stored, const KeyType *asked, const char *keys,
						   const char *type, const char *function);
extern void check_sought_key(KeyKind stored, const KeyType *sought, const char *keys,
							 const char *type);

extern Key	key_of_bytes(const KeyType *type, Datum datum);
extern Datum key_datum(KeyKind kind, const Key *key, const KeyType *type);
extern int	compare_keys(KeyKind kind, const Key *a, const Key *b);

extern void append_key(StringInfo buf, KeyKind kind, const Key *key);
extern char *shown_key(KeyKind kind, const Key *key);
extern void send_key(StringInfo buf, KeyKind kind, const Key *key);
extern Key	receive_key(StringInfo buf, KeyKind kind, const char *type);

/* The key that a datum of a type is. */
static inline Key
key_from_datum(const KeyType *type, Datum datum)
{
	switch (type->form)
	{
		case KEY_INT8:
			return (Key) {.number = DatumGetInt64(datum)};
		case KEY_INT4:
			return (Key) {.number = DatumGetInt32(datum)};
		case KEY_INT2:
			return (Key) {.number = DatumGetInt16(datum)};
		default:
			return key_of_bytes(type, datum);
	}
}

#endif							/* TNPLAN_KEYS_H */
