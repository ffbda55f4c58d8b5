/*
 * key_table.c
 *		The keys of an aggregate's state, texts and uuids numbered as they come.
 */
#include "postgres.h"

#include "utils/uuid.h"

#include "aggstate.h"
#include "core/text.h"
#include "hashkey.h"
#include "key_table.h"

#define FIRST_SLOT_BITS 2
#define MAX_KEYS PG_INT32_MAX

/* A table without keys, of a kind that is known or KEYS_NONE. */
void
init_keys(KeyTable *table, MemoryContext context, KeyKind kind)
{
	memset(table, 0, sizeof(*table));
	table->context = context;
	table->hash_key = *process_hash_key();
	table->type.kind = kind;
}

/* A table for the keys of an argument; what they are is for error messages. */
void
begin_keys(KeyTable *table, MemoryContext context, FunctionCallInfo fcinfo, int n, const char *what)
{
	KeyType		type = key_argument_type(fcinfo, n, what);

	init_keys(table, context, type.kind);
	table->type = type;
}

/* There are two to the power of so many slots, up to 32. */
static inline uint32
slot_mask(const KeyTable *table)
{
	return PG_UINT32_MAX >> (32 - table->slot_bits);
}

/* The slot that has some bytes, or the empty one where they belong. */
static inline uint32 *
key_slot(const KeyTable *table, const char *bytes, size_t length, uint32 hash)
{
	uint32		mask = slot_mask(table);
	uint32		place = hash & mask;

	for (; table->slots[place] != 0; place = (place + 1) & mask)
	{
		const NumberedKey *key = &table->key[table->slots[place] - 1];

		if (key->hash == hash && key->length == length &&
			memcmp(table->bytes + key->begin, bytes, length) == 0)
			break;
	}
	return &table->slots[place];
}

/* The first slots, or twice as many as there were. */
static void
make_slots(KeyTable *table)
{
	uint32		mask;

	table->slot_bits = table->slots == NULL ? FIRST_SLOT_BITS : table->slot_bits + 1;
	if (table->slots != NULL)
		pfree(table->slots);
	table->slots = allocate_huge_zero(table->context, sizeof(uint32) << table->slot_bits);
	mask = slot_mask(table);
	for (uint32 i = 0; i < table->count; i++)
	{
		uint32		place = table->key[i].hash & mask;

		CHECK_FOR_INTERRUPTS();
		while (table->slots[place] != 0)
			place = (place + 1) & mask;
		table->slots[place] = i + 1;
	}
}

static int64
add_bytes(KeyTable *table, const char *bytes, size_t length, uint32 hash, uint32 *slot)
{
	if (table->count >= MAX_KEYS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many keys"),
				 errdetail("There can be at most %d different keys.", MAX_KEYS)));
	table->key = reserve_elements(table->context, table->key, &table->capacity,
								  (uint64) table->count + 1, sizeof(NumberedKey));
	table->bytes = reserve_elements(table->context, table->bytes, &table->bytes_capacity,
									table->bytes_used + length + 1, 1);
	memcpy(table->bytes + table->bytes_used, bytes, length);
	table->key[table->count++] = (NumberedKey) {table->bytes_used, length, hash};
	table->bytes_used += length;
	*slot = table->count;
	/* At most half of the slots are in use. */
	if (table->count >= (uint32) 1 << (table->slot_bits - 1))
		make_slots(table);
	return table->count - 1;
}

/* The number of a text or uuid, a new one if need be. */
int64
number_of_bytes(KeyTable *table, const char *bytes, size_t length)
{
	uint32		hash = hash_name(&table->hash_key, bytes, length);
	uint32	   *slot;

	if (unlikely(table->slots == NULL))
		make_slots(table);
	slot = key_slot(table, bytes, length, hash);
	return likely(*slot != 0) ? *slot - 1 : add_bytes(table, bytes, length, hash, slot);
}

/* The number of a key that is there already; numbers always are. */
bool
find_key(const KeyTable *table, const Key *key, int64 *number)
{
	*number = key->number;
	if (!keys_are_numbered(table))
		return true;
	if (table->slots == NULL)
		return false;
	*number = (int64) *key_slot(table, key->bytes, key->length,
								hash_name(&table->hash_key, key->bytes, key->length)) - 1;
	return *number >= 0;
}

/*
 * Add the keys of another table of the same kind.  Returns the numbers here of the
 * numbers there; NULL where keys are numbers, which stay as they are.
 */
int64 *
add_keys(KeyTable *table, const KeyTable *other)
{
	int64	   *numbers;

	if (!keys_are_numbered(other))
		return NULL;
	numbers = allocate_huge((Size) other->count * sizeof(int64) + 1);
	for (uint32 i = 0; i < other->count; i++)
	{
		Key			key = numbered_key(other, i);

		CHECK_FOR_INTERRUPTS();
		numbers[i] = number_of_bytes(table, key.bytes, key.length);
	}
	return numbers;
}

static int
compare_numbered(const void *a, const void *b, void *table)
{
	Key			x = numbered_key(table, *(const uint32 *) a);
	Key			y = numbered_key(table, *(const uint32 *) b);

	CHECK_FOR_INTERRUPTS();
	return compare_keys(KEYS_TEXT, &x, &y);
}

/* The numbers of texts or uuids in the order of their keys. */
uint32 *
order_keys(const KeyTable *table)
{
	uint32	   *ordered = allocate_huge((Size) table->count * sizeof(uint32) + 1);

	for (uint32 i = 0; i < table->count; i++)
		ordered[i] = i;
	qsort_arg(ordered, table->count, sizeof(uint32), compare_numbered, (void *) table);
	return ordered;
}

/* The place of each number in such an order. */
uint32 *
places_of_keys(const uint32 *order, uint32 count)
{
	uint32	   *places = allocate_huge((Size) count * sizeof(uint32) + 1);

	for (uint32 i = 0; i < count; i++)
		places[order[i]] = i;
	return places;
}

/*
 * Text, as append_key() writes it.
 */

#define UUID_TEXT_LENGTH 36

static int
hex_digit(char c)
{
	if (text_is_digit(c))
		return c - '0';
	c = text_upper_case(c);
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The standard form; false where the text does not go on with one. */
static bool
read_uuid(const char **cursor, char *bytes)
{
	const char *p = *cursor;

	for (int i = 0; i < UUID_LEN; i++)
	{
		int			high,
					low;

		if ((i == 4 || i == 6 || i == 8 || i == 10) && *p++ != '-')
			return false;
		if ((high = hex_digit(p[0])) < 0 || (low = hex_digit(p[1])) < 0)
			return false;
		bytes[i] = (char) (high << 4 | low);
		p += 2;
	}
	*cursor = p;
	return true;
}

static PlanError
read_quoted(const char **cursor, KeyTable *table, int64 *number)
{
	StringInfoData text;

	initStringInfo(&text);
	for ((*cursor)++;; (*cursor)++)
	{
		if (**cursor == '\0')
			return PLAN_SYNTAX;
		if (**cursor == '"' && *++(*cursor) != '"')
			break;
		appendStringInfoChar(&text, **cursor);
	}
	*number = number_of_bytes(table, text.data, text.len);
	pfree(text.data);
	return PLAN_OK;
}

/*
 * Read a key and give its number.  The first one tells the kind of all.
 */
PlanError
read_key(const char **cursor, KeyTable *table, int64 *number)
{
	KeyKind		kind = KEYS_NUMBER;
	char		uuid[UUID_LEN];
	int64_t		read = 0;
	PlanError	error = PLAN_OK;

	if (**cursor == '"')
		kind = KEYS_TEXT;
	else if (read_uuid(cursor, uuid))
		kind = KEYS_UUID;
	if (!merge_key_kinds(&table->type.kind, kind))
		return PLAN_SYNTAX;
	if (kind == KEYS_TEXT)
		return read_quoted(cursor, table, number);
	if (kind == KEYS_UUID)
		*number = number_of_bytes(table, uuid, UUID_LEN);
	else
	{
		error = text_read_int64(cursor, &read);
		*number = read;
	}
	return error;
}

/*
 * What a worker sends of its table: its kind, how many keys and bytes there are, the
 * lengths of the keys, and the bytes.  None of it is aligned.
 */

typedef struct SentKeys
{
	int64		kind;
	uint64		count;
	uint64		bytes;
} SentKeys;

uint64
sent_keys_size(const KeyTable *table)
{
	return sizeof(SentKeys) + (uint64) table->count * sizeof(uint32) + table->bytes_used;
}

/* Returns where it ends. */
char *
write_sent_keys(const KeyTable *table, char *to)
{
	SentKeys	sent = {table->type.kind, table->count, table->bytes_used};

	memcpy(to, &sent, sizeof(sent));
	to += sizeof(sent);
	for (uint32 i = 0; i < table->count; i++, to += sizeof(uint32))
		memcpy(to, &table->key[i].length, sizeof(uint32));
	copy_huge(to, table->bytes, sent.bytes);
	return to + sent.bytes;
}

const char *
read_sent_keys(KeyTable *table, MemoryContext context, const char *from)
{
	SentKeys	sent;
	const char *bytes;

	memcpy(&sent, from, sizeof(sent));
	from += sizeof(sent);
	bytes = from + sent.count * sizeof(uint32);
	init_keys(table, context, sent.kind);
	for (uint64 i = 0; i < sent.count; i++, from += sizeof(uint32))
	{
		uint32		length;

		CHECK_FOR_INTERRUPTS();
		memcpy(&length, from, sizeof(length));
		number_of_bytes(table, bytes, length);
		bytes += length;
	}
	return bytes;
}
