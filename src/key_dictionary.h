/*
 * key_dictionary.h
 *		The keys of a stored value, in their order and each once.
 *
 * The dictionary is a part of the value, which keeps its kind and how many keys it has.  It
 * begins at a multiple of 8 bytes, and has
 *
 *		numbers		an int64 each
 *		texts		a uint32 each, where it begins among the bytes, and one where the last
 *					ends; then the bytes
 *		uuids		16 bytes each
 *		pairs		as texts
 *
 * Values of which keys are numbers may do without, and write numbers where they need them.
 */
#ifndef TNPLAN_KEY_DICTIONARY_H
#define TNPLAN_KEY_DICTIONARY_H

#include "utils/uuid.h"

#include "key_table.h"
#include "type.h"

/*
 * Some bytes of the dictionary, from an offset; aligned like the offset.  The call after the next
 * may take them away.
 */
typedef const void *(*KeyPart) (void *source, size_t offset, size_t size);

typedef struct KeyDictionary
{
	KeyKind		kind;
	int64		count;
	const char *whole;			/* or NULL, where parts are fetched one by one */
	KeyPart		part;			/* which this does */
	void	   *source;
	const char *type;			/* of the value, for error messages */
} KeyDictionary;

extern size_t key_dictionary_size(const KeyTable *table);
extern void write_key_dictionary(const KeyTable *table, const uint32 *order, char *to);
extern bool key_dictionary_fits(KeyKind kind, int64 count, size_t size);
extern bool key_dictionary_is_readable(const KeyDictionary *keys, size_t size);
extern bool key_dictionary_is_valid(const KeyDictionary *keys, size_t size);
extern Key	fetch_stored_key(const KeyDictionary *keys, int64 place);
extern int64 find_stored_key(const KeyDictionary *keys, const Key *key);
extern bool find_key_argument(FunctionCallInfo fcinfo, int n, const KeyDictionary *keys,
							  const char *what, int64 *place);

extern void send_key_dictionary(StringInfo buf, const KeyDictionary *keys);
extern void receive_numbered_keys(StringInfo buf, KeyTable *table, const char *type);

/* What it takes before the bytes of texts. */
static inline size_t
key_dictionary_fixed_size(KeyKind kind, int64 count)
{
	if (keys_have_lengths(kind))
		return (count + 1) * sizeof(uint32);
	switch (kind)
	{
		case KEYS_NUMBER:
			return count * sizeof(int64);
		case KEYS_UUID:
			return count * UUID_LEN;
		default:
			return 0;
	}
}

/* The key at a place, of a dictionary that has been checked and is there as a whole. */
static inline Key
stored_key(const KeyDictionary *keys, int64 place)
{
	if (keys->kind == KEYS_NUMBER)
		return (Key) {.number = ((const int64 *) keys->whole)[place]};
	if (keys_have_lengths(keys->kind))
	{
		const uint32 *begin = (const uint32 *) keys->whole;

		return (Key) {place, keys->whole + (keys->count + 1) * sizeof(uint32) + begin[place],
			begin[place + 1] - begin[place]};
	}
	return (Key) {place, keys->whole + place * UUID_LEN, UUID_LEN};
}

/* The key that a cell or node has by its number: that number, or the key at that place. */
static inline Key
key_of_place(const KeyDictionary *keys, int64 place)
{
	if (keys->kind <= KEYS_NUMBER)
		return (Key) {.number = place};
	if (unlikely(place < 0 || place >= keys->count))
		report_binary_error(keys->type);
	return stored_key(keys, place);
}

#endif							/* TNPLAN_KEY_DICTIONARY_H */
