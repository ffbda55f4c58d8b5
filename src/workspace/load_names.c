/*
 * load_names.c
 *		Finding indicators and places by what people write: codes and names.
 */
#include "workspace/load.h"

#include "common/hashfn.h"
#include "common/string.h"
#include "miscadmin.h"
#include "utils/memutils.h"
#include "utils/varlena.h"

#include "core/phrase.h"
#include "period.h"
#include "type.h"

static inline bool
equal_keys(MemoKey a, MemoKey b)
{
	return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

#define SH_PREFIX memo
#define SH_ELEMENT_TYPE MemoEntry
#define SH_KEY_TYPE MemoKey
#define SH_KEY key
#define SH_HASH_KEY(tb, k) hash_bytes((const unsigned char *) (k).bytes, (int) (k).length)
#define SH_EQUAL(tb, a, b) equal_keys(a, b)
#define SH_STORE_HASH
#define SH_GET_HASH(tb, a) (a)->hash
#define SH_SCOPE extern
#define SH_DEFINE
#include "lib/simplehash.h"

/* Several things have this name. */
#define AMBIGUOUS (-2)

/* Names are compared with others to find the nearest so many times at most. */
#define MAX_COMPARISONS 2000000

/* A nearest name differs by so many letters at most, and is no longer than this. */
#define MAX_DIFFERENCES 3
#define MAX_NEAR_LENGTH 255

/* What is shorter is the beginning of too many names. */
#define MIN_BEGINNING 5

/* Forms of codes and names, each looked up before the next. */
typedef enum NameForm
{
	FORM_CODE,					/* as it is written */
	FORM_CODE_WORDS,			/* ignoring letter case and signs */
	FORM_NAME,
	FORM_PLAIN,					/* without diacritics */
	NUM_FORMS
} NameForm;

memo_hash *
create_memo(MemoryContext context)
{
	return memo_create(context, 64, NULL);
}

/* The entry of a text; a new one has a copy of it. */
MemoEntry *
memo_entry(memo_hash *memo, const char *bytes, size_t length, MemoryContext context, bool *found)
{
	MemoKey		key = {bytes, (uint32) length};
	MemoEntry  *entry = memo_insert(memo, key, found);

	if (*found)
		return entry;
	entry->key.bytes = memcpy(MemoryContextAllocHuge(context, Max(length, 1)), bytes, length);
	entry->number = NOT_FOUND;
	entry->reason = NULL;
	return entry;
}

void
create_names(NameTable *names, const char *what, int count, MemoryContext context)
{
	names->what = what;
	names->count = count;
	names->code = MemoryContextAllocHuge(context, (count + 1) * sizeof(char *));
	names->name = MemoryContextAllocHuge(context, (count + 1) * sizeof(char *));
	names->keys = create_memo(context);
	names->read = create_memo(context);
	names->comparisons = MAX_COMPARISONS;
	names->context = context;
}

/* Write a form of a text as a key; 0 for a text that has none. */
static size_t
write_form(NameForm form, const char *text, char *key)
{
	Phrase		phrase;
	size_t		length;

	key[0] = (char) ('0' + form);
	if (form == FORM_CODE)
	{
		length = strlen(text);
		if (length >= PHRASE_NAME_SIZE)
			return 0;
		memcpy(key + 1, text, length);
	}
	else
	{
		if (phrase_read(&phrase, readable_text(text)) != PLAN_OK)
			return 0;
		length = phrase_name(&phrase, form != FORM_PLAIN, key + 1);
	}
	return length == 0 ? 0 : length + 1;
}

static void
add_form(NameTable *names, int i, NameForm form, const char *text)
{
	char		key[PHRASE_NAME_SIZE + 1];
	size_t		length = text == NULL ? 0 : write_form(form, text, key);
	MemoEntry  *entry;
	bool		found;

	if (length == 0)
		return;
	entry = memo_entry(names->keys, key, length, names->context, &found);
	if (!found)
		entry->number = i;
	else if (entry->number != i && entry->number != AMBIGUOUS)
	{
		entry->reason = MemoryContextStrdup(names->context,
											psprintf("%s or %s", names->code[entry->number],
													 names->code[i]));
		entry->number = AMBIGUOUS;
	}
}

/* Add a thing, whose texts live as long as the table. */
void
add_name(NameTable *names, int i, const char *code, const char *name, const char *name_en)
{
	names->code[i] = code;
	names->name[i] = name;
	add_form(names, i, FORM_CODE, code);
	add_form(names, i, FORM_CODE_WORDS, code);
	add_form(names, i, FORM_NAME, name);
	add_form(names, i, FORM_NAME, name_en);
	add_form(names, i, FORM_PLAIN, code);
	add_form(names, i, FORM_PLAIN, name);
	add_form(names, i, FORM_PLAIN, name_en);
}

/* Whether a plain name begins with another one, or ends with its words. */
static bool
is_longer(const MemoEntry *entry, const char *plain, size_t length)
{
	const char *name = entry->key.bytes + 1;
	size_t		name_length = entry->key.length - 1;

	return name_length > length &&
		(memcmp(name, plain, length) == 0 ||
		 (name[name_length - length - 1] == ' ' &&
		  memcmp(name + name_length - length, plain, length) == 0));
}

/* The first thing whose name goes on before or after a plain name, or NOT_FOUND. */
static int
longer_name(NameTable *names, const char *plain, size_t length)
{
	memo_iterator iterator;
	MemoEntry  *entry;
	int			first = NOT_FOUND;

	if (length < MIN_BEGINNING)
		return NOT_FOUND;
	memo_start_iterate(names->keys, &iterator);
	names->comparisons -= names->count;
	while ((entry = memo_iterate(names->keys, &iterator)) != NULL)
		if (entry->key.bytes[0] == '0' + FORM_PLAIN && entry->number >= 0 &&
			is_longer(entry, plain, length) &&
			(first == NOT_FOUND || entry->number < first))
			first = entry->number;
	return first;
}

/* The thing whose code or name differs least from a plain name, or NOT_FOUND. */
static int
nearest_name(NameTable *names, const char *plain, size_t length)
{
	memo_iterator iterator;
	MemoEntry  *entry;
	int			nearest = NOT_FOUND;
	int			least = Min(MAX_DIFFERENCES, (int) length / 3) + 1;

	if (length > MAX_NEAR_LENGTH || !pg_is_ascii(plain))
		return NOT_FOUND;
	memo_start_iterate(names->keys, &iterator);
	while ((entry = memo_iterate(names->keys, &iterator)) != NULL)
	{
		int			key_length = (int) entry->key.length - 1;
		const char *key = entry->key.bytes + 1;
		int			distance;

		if (entry->key.bytes[0] != '0' + FORM_PLAIN || entry->number == AMBIGUOUS ||
			abs(key_length - (int) length) > least || key_length > MAX_NEAR_LENGTH)
			continue;
		CHECK_FOR_INTERRUPTS();
		if (names->comparisons-- <= 0)
			return NOT_FOUND;
		distance = varstr_levenshtein_less_equal(plain, (int) length, key, key_length, 1, 1, 1,
												 least, true);
		if (distance < least || (distance == least && entry->number < nearest))
		{
			least = distance;
			nearest = entry->number;
		}
	}
	return nearest;
}

static const char *
reason_not_found(NameTable *names, const char *text, const char *plain, size_t length)
{
	int			nearest = nearest_name(names, plain, length);
	const char *shown = shown_text(text, strlen(text));

	if (nearest == NOT_FOUND && names->comparisons > 0)
		nearest = longer_name(names, plain, length);
	if (nearest == NOT_FOUND)
		return psprintf("there is no %s \"%s\"", names->what, shown);
	return psprintf("there is no %s \"%s\"; the nearest is \"%s\", %s", names->what, shown,
					names->code[nearest], names->name[nearest]);
}

/* The entry of a text in the first form that is known; key is its last form otherwise. */
static MemoEntry *
find_form(NameTable *names, const char *text, char *key, size_t *length)
{
	for (int form = 0; form < NUM_FORMS; form++)
	{
		MemoKey		k = {key, 0};
		MemoEntry  *entry;

		*length = write_form(form, text, key);
		k.length = (uint32) *length;
		entry = *length == 0 ? NULL : memo_lookup(names->keys, k);
		if (entry != NULL)
			return entry;
	}
	return NULL;
}

/* The text with the kind of a place that it abbreviates written out, without marks, or NULL. */
static const char *
write_kind_out(const char *text)
{
	static const struct
	{
		const char *abbreviation;
		const char *kind;
	}			kinds[] = {
		{"P.", "Phuong"}, {"X.", "Xa"}, {"TT.", "Thi tran"}, {"TX.", "Thi xa"}, {"Q.", "Quan"},
		{"H.", "Huyen"}, {"TP.", "Thanh pho"}, {"T.", "Tinh"},
	};

	for (int i = 0; i < lengthof(kinds); i++)
	{
		size_t		length = strlen(kinds[i].abbreviation);

		if (pg_strncasecmp(text, kinds[i].abbreviation, length) == 0)
			return psprintf("%s %s", kinds[i].kind, text + length);
	}
	return NULL;
}

/* The same, but a place may abbreviate its kind. */
static MemoEntry *
find_entry(NameTable *names, const char *text, char *key, size_t *length)
{
	MemoEntry  *entry = find_form(names, text, key, length);
	const char *written_out = NULL;

	if (entry == NULL && strcmp(names->what, "place") == 0)
		written_out = write_kind_out(text);
	return written_out == NULL ? entry : find_form(names, written_out, key, length);
}

/* Whether a text names one thing, or several. */
bool
is_name(NameTable *names, const char *text)
{
	char		key[PHRASE_NAME_SIZE + 1];
	size_t		length;

	return find_entry(names, text, key, &length) != NULL;
}

static void
look_up(NameTable *names, const char *text, MemoEntry *result)
{
	char		key[PHRASE_NAME_SIZE + 1];
	size_t		length;
	MemoEntry  *entry = find_entry(names, text, key, &length);

	if (entry == NULL)
	{
		const char *plain = length == 0 ? "" : pnstrdup(key + 1, length - 1);

		result->reason = reason_not_found(names, text, plain, strlen(plain));
		return;
	}
	result->number = entry->number < 0 ? NOT_FOUND : entry->number;
	if (entry->number < 0)
		result->reason = psprintf("%s \"%s\" could be %s", names->what,
								  shown_text(text, strlen(text)), entry->reason);
}

/* The thing that a text names; NOT_FOUND, and the reason, where it names none or several. */
int32
find_name(NameTable *names, const char *text, size_t length, const char **reason)
{
	bool		found;
	MemoEntry  *entry = memo_entry(names->read, text, length, names->context, &found);

	if (!found)
	{
		look_up(names, pnstrdup(text, length), entry);
		if (entry->reason != NULL)
			entry->reason = MemoryContextStrdup(names->context, entry->reason);
	}
	*reason = entry->reason;
	return entry->number;
}
