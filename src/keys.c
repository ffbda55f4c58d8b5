/*
 * keys.c
 *		Keys of any sort: their types, and each as a datum, as text and on the wire.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/uuid.h"

#include "core/text.h"
#include "keys.h"
#include "names.h"
#include "type.h"

/*
 * Types.
 */

static const KeyType key_types[] = {
	{INT8OID, false, NULL, -1, KEYS_NUMBER, KEY_INT8},
	{INT4OID, false, NULL, -1, KEYS_NUMBER, KEY_INT4},
	{INT2OID, false, NULL, -1, KEYS_NUMBER, KEY_INT2},
	{TEXTOID, false, NULL, -1, KEYS_TEXT, KEY_VARLENA},
	{VARCHAROID, false, NULL, -1, KEYS_TEXT, KEY_VARLENA},
	{BPCHAROID, false, NULL, -1, KEYS_TEXT, KEY_BPCHAR},
	{NAMEOID, false, NULL, -1, KEYS_TEXT, KEY_NAME},
	{UUIDOID, false, NULL, -1, KEYS_UUID, KEY_UUID},
};

KeyType
key_type(Oid type)
{
	Oid			base = getBaseType(type);

	for (int i = 0; i < lengthof(key_types); i++)
		if (key_types[i].type == base)
			return (KeyType) {type, type != base, NULL, -1, key_types[i].kind, key_types[i].form};
	ereport(ERROR,
			(errcode(ERRCODE_DATATYPE_MISMATCH),
			 errmsg("type %s cannot be used as a key", format_type_be(type)),
			 errdetail("Keys are of type bigint, text or uuid."),
			 errhint("Cast it to text.")));
	return key_types[0];		/* not reached */
}

/*
 * The type of a column of keys.  The constraints of a domain are looked up once, not for each key,
 * and live as long as this: keys may be made in memory that is reset between them.
 */
KeyType
key_column_type(Oid type)
{
	KeyType		column = key_type(type);

	if (column.is_domain)
	{
		column.constraints = palloc0(sizeof(void *));
		getBaseTypeAndTypmod(type, &column.typmod);
	}
	return column;
}

/*
 * The type of keys that a function returns in the first column of its rows.  It is that of an
 * argument, which is there for its type alone: it must be NULL.  Without it, keys are bigint.
 */
KeyType
returned_key_type(FunctionCallInfo fcinfo, int n, TupleDesc desc)
{
	if (n < PG_NARGS() && !PG_ARGISNULL(n))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("key must be null"),
				 errdetail("Its type is the type of the column \"%s\".",
						   NameStr(TupleDescAttr(desc, 0)->attname))));
	return key_column_type(TupleDescAttr(desc, 0)->atttypid);
}

KeyKind
key_kind(Oid type)
{
	return key_type(type).kind;
}

/*
 * The type of an argument; what its keys are is for error messages.  Looking it up takes
 * a while: do it once, not for each row.
 */
KeyType
key_argument_type(FunctionCallInfo fcinfo, int n, const char *what)
{
	Oid			argument = fcinfo->flinfo == NULL ? InvalidOid
		: get_fn_expr_argtype(fcinfo->flinfo, n);
	KeyType		type;

	if (!OidIsValid(argument))
		elog(ERROR, "could not determine the type of argument %d", n + 1);
	type = key_type(argument);
	if (type.kind == KEYS_TEXT)
		check_names_collation(fcinfo, what);
	return type;
}

/* Named by the widest type. */
const char *
key_kind_name(KeyKind kind)
{
	static const char *const names[] = {"none", "bigint", "text", "uuid"};

	if (!keys_are_pairs(kind))
		return names[kind];
	if (kind_of_entities(kind) == KEYS_NONE)
		return psprintf("%s with entities", names[kind_of_nodes(kind)]);
	return psprintf("%s with entities of %s", names[kind_of_nodes(kind)],
					names[kind_of_entities(kind)]);
}

/* Whether keys of two kinds may stand in one value; none go with any. */
bool
merge_key_kinds(KeyKind *kind, KeyKind other)
{
	if (keys_are_pairs(*kind) && keys_are_pairs(other))
	{
		KeyKind		entities = kind_of_entities(*kind);

		if (kind_of_nodes(*kind) != kind_of_nodes(other) ||
			!merge_key_kinds(&entities, kind_of_entities(other)))
			return false;
		*kind = kind_of_pairs(kind_of_nodes(other), entities);
		return true;
	}
	if (*kind == KEYS_NONE)
		*kind = other;
	return other == KEYS_NONE || *kind == other;
}

void
report_unlike_keys(KeyKind one, KeyKind other, const char *type)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATATYPE_MISMATCH),
			 errmsg("cannot merge a %s of %s with one of %s", type, key_kind_name(Min(one, other)),
					key_kind_name(Max(one, other)))));
}

/*
 * See that keys can be returned as the type that was asked for: "entities of the plan_ranking".  A
 * function is named if its twin, NAME_as, is given the type.
 */
void
check_key_type(KeyKind stored, const KeyType *asked, const char *keys, const char *type,
			   const char *function)
{
	if (stored != KEYS_NONE && stored != asked->kind)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("%s of the %s are %s, not %s", keys, type, key_kind_name(stored),
						format_type_be(asked->type)),
				 function != NULL
				 ? errhint("Call %s_as() with NULL::%s as its first argument.", function,
						   key_kind_name(stored))
				 : errhint("Pass NULL::%s as the key, after all arguments before it.",
						   key_kind_name(stored))));
}

/* The same for a key that is looked up. */
void
check_sought_key(KeyKind stored, const KeyType *sought, const char *keys, const char *type)
{
	if (stored != KEYS_NONE && stored != sought->kind)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("%s of the %s are %s, not %s", keys, type, key_kind_name(stored),
						format_type_be(sought->type)),
				 errhint("Cast the key to %s.", key_kind_name(stored))));
}

/*
 * Values.
 */

/* The key of a datum that is no number. */
Key
key_of_bytes(const KeyType *type, Datum datum)
{
	Key			key = {0};

	switch (type->form)
	{
		case KEY_NAME:
			key.bytes = NameStr(*DatumGetName(datum));
			key.length = strlen(key.bytes);
			break;
		case KEY_UUID:
			key.bytes = (const char *) DatumGetUUIDP(datum)->data;
			key.length = UUID_LEN;
			break;
		default:
			{
				struct varlena *value = PG_DETOAST_DATUM_PACKED(datum);

				key.bytes = VARDATA_ANY(value);
				key.length = VARSIZE_ANY_EXHDR(value);
				if (type->form == KEY_BPCHAR)
					key.length = bpchartruelen((char *) key.bytes, key.length);
			}
	}
	return key;
}

pg_noreturn static void
report_number_range(int64 number, Oid type)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("key " INT64_FORMAT " is out of range for type %s", number,
					format_type_be(type))));
}

/* Cut short, keys might be the same. */
static Datum
name_datum(const Key *key)
{
	Name		name;

	if (unlikely(key->length >= NAMEDATALEN))
		ereport(ERROR,
				(errcode(ERRCODE_STRING_DATA_RIGHT_TRUNCATION),
				 errmsg("key %s is too long for type name", shown_key(KEYS_TEXT, key))));
	name = palloc0(NAMEDATALEN);
	memcpy(NameStr(*name), key->bytes, key->length);
	return NameGetDatum(name);
}

static Datum
base_datum(const Key *key, const KeyType *type)
{
	switch (type->form)
	{
		case KEY_INT8:
			return Int64GetDatum(key->number);
		case KEY_INT4:
			if (unlikely(key->number != (int32) key->number))
				report_number_range(key->number, type->type);
			return Int32GetDatum((int32) key->number);
		case KEY_INT2:
			if (unlikely(key->number != (int16) key->number))
				report_number_range(key->number, type->type);
			return Int16GetDatum((int16) key->number);
		case KEY_NAME:
			return name_datum(key);
		case KEY_UUID:
			return PointerGetDatum(memcpy(palloc(UUID_LEN), key->bytes, UUID_LEN));
		default:
			return PointerGetDatum(cstring_to_text_with_len(key->bytes, key->length));
	}
}

/* A key of a domain over varchar or char: what is too long is an error, and a char is padded. */
static Datum
datum_of_length(Datum datum, const KeyType *type)
{
	PGFunction	coerce = type->form == KEY_BPCHAR ? bpchar : varchar;

	return DirectFunctionCall3(coerce, datum, Int32GetDatum(type->typmod), BoolGetDatum(false));
}

/* What is kept of the domain lives as long as the type of the column, whatever is allocated in. */
static void
check_domain(Datum datum, const KeyType *type)
{
	if (type->constraints == NULL)
		domain_check(datum, false, type->type, NULL, NULL);
	else
		domain_check(datum, false, type->type, type->constraints,
					 GetMemoryChunkContext(type->constraints));
}

/*
 * A key as a datum of a type of its kind; what is passed by reference is allocated.  A domain is
 * held to its length and its constraints, while results of functions that are varchar or char
 * have no length.
 */
Datum
key_datum(KeyKind kind, const Key *key, const KeyType *type)
{
	Datum		datum = base_datum(key, type);

	Assert(kind == type->kind);
	if (unlikely(type->typmod >= 0))
		datum = datum_of_length(datum, type);
	if (unlikely(type->is_domain))
		check_domain(datum, type);
	return datum;
}

/* The order in which keys of a kind are stored. */
int
compare_keys(KeyKind kind, const Key *a, const Key *b)
{
	int			order;

	if (kind == KEYS_NUMBER)
		return (a->number > b->number) - (a->number < b->number);
	order = memcmp(a->bytes, b->bytes, Min(a->length, b->length));
	return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

/*
 * Text: numbers and uuids as they are, texts between quotes, which stand doubled within.
 */

static void
append_uuid(StringInfo buf, const unsigned char *bytes)
{
	for (int i = 0; i < UUID_LEN; i++)
		appendStringInfo(buf, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", bytes[i]);
}

static void
append_quoted(StringInfo buf, const char *bytes, uint32 length)
{
	appendStringInfoChar(buf, '"');
	for (uint32 i = 0; i < length; i++)
	{
		if (bytes[i] == '"')
			appendStringInfoChar(buf, '"');
		appendStringInfoChar(buf, bytes[i]);
	}
	appendStringInfoChar(buf, '"');
}

void
append_key(StringInfo buf, KeyKind kind, const Key *key)
{
	if (kind == KEYS_NUMBER)
		appendStringInfo(buf, INT64_FORMAT, key->number);
	else if (kind == KEYS_UUID)
		append_uuid(buf, (const unsigned char *) key->bytes);
	else
		append_quoted(buf, key->bytes, key->length);
}

/* A key as error messages repeat it, cut short where it is long. */
char *
shown_key(KeyKind kind, const Key *key)
{
	StringInfoData buf;

	initStringInfo(&buf);
	if (kind == KEYS_TEXT)
		appendStringInfo(&buf, "\"%s\"", shown_text(key->bytes, key->length));
	else
		append_key(&buf, kind, key);
	return buf.data;
}

/*
 * On the wire: a number as an int8, a text with its length, a uuid as its bytes.
 */

void
send_key(StringInfo buf, KeyKind kind, const Key *key)
{
	if (kind == KEYS_NUMBER)
		pq_sendint64(buf, key->number);
	else if (kind == KEYS_UUID)
		pq_sendbytes(buf, key->bytes, UUID_LEN);
	else
		pq_sendcountedtext(buf, key->bytes, key->length COUNT_EXCLUDES_ITSELF);
}

/* A received key; its bytes are in the message, or allocated where they were converted. */
Key
receive_key(StringInfo buf, KeyKind kind, const char *type)
{
	Key			key = {0};

	if (kind == KEYS_NUMBER)
		key.number = pq_getmsgint64(buf);
	else if (kind == KEYS_UUID)
	{
		key.bytes = pq_getmsgbytes(buf, UUID_LEN);
		key.length = UUID_LEN;
	}
	else
	{
		int			wire_length = pq_getmsgint(buf, 4);
		int			length;

		if (kind != KEYS_TEXT)
			report_binary_error(type);
		key.bytes = pq_getmsgtext(buf, wire_length, &length);
		key.length = length;
	}
	return key;
}
