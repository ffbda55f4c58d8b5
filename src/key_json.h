/*
 * key_json.h
 *		Keys in jsonb.
 */
#ifndef TNPLAN_KEY_JSON_H
#define TNPLAN_KEY_JSON_H

#include "json.h"
#include "keys.h"

/* Numbers as such, texts and uuids as strings. */
static inline void
json_add_key(JsonWriter *writer, const char *name, KeyKind kind, const Key *key)
{
	if (kind == KEYS_TEXT)
		json_add_string(writer, name, key->bytes, key->length);
	else if (kind == KEYS_UUID)
	{
		const char *text = shown_key(kind, key);

		json_add_string(writer, name, text, strlen(text));
	}
	else
		json_add_integer(writer, name, key->number);
}

#endif							/* TNPLAN_KEY_JSON_H */
