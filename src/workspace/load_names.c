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
	FORM_BARE,					/* of a place, without its kind */
	FORM_BARE_PLAIN,
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
	entry->shared = NULL;
	return entry;
}

void
create_names(NameTable *names, const char *what, int count, MemoryContext context)
{
	names->what = what;
	names->count = count;
	names->kinds = NULL;
	names->code = MemoryContextAllocHuge(context, (count + 1) * sizeof(char *));
	names->name = MemoryContextAllocHuge(context, (count + 1) * sizeof(char *));
	names->keys = create_memo(context);
	names->read = create_memo(context);
	names->shared_names = 0;
	names->comparisons = MAX_COMPARISONS;
	names->context = context;
}

static bool
is_of_places(const NameTable *names)
{
	return strcmp(names->what, "place") == 0;
}

/* Whether a plain word is spelled with y or i, as in "tỷ" and "tỉ": a consonant and that letter. */
static bool
is_spelled_twice(const char *word, size_t length)
{
	return (length == 2 && strchr("hklmst", word[0]) != NULL && word[1] == 'y') ||
		(length == 3 && memcmp(word, "quy", 3) == 0);
}

/* Write plain words with i that are spelled with y too. */
static void
spell_alike(char *words)
{
	for (char *word = words; *word != '\0';)
	{
		size_t		length = strcspn(word, " ");

		if (is_spelled_twice(word, length))
			word[length - 1] = 'i';
		word += length + (word[length] == ' ');
	}
}

/* Write the words of a phrase as a key. */
static size_t
write_words(NameForm form, const Phrase *phrase, char *key)
{
	bool		with_marks = form != FORM_PLAIN && form != FORM_BARE_PLAIN;
	size_t		length = phrase_name(phrase, with_marks, key + 1);

	key[0] = (char) ('0' + form);
	if (!with_marks)
		spell_alike(key + 1);
	return length == 0 ? 0 : length + 1;
}

/* Write a form of a text as a key; 0 for a text that has none. */
static size_t
write_form(NameForm form, const char *text, char *key)
{
	Phrase		phrase;
	size_t		length;

	if (form != FORM_CODE)
		return phrase_read(&phrase, readable_text(text)) == PLAN_OK ?
			write_words(form, &phrase, key) : 0;
	length = strlen(text);
	if (length == 0 || length >= PHRASE_NAME_SIZE)
		return 0;
	key[0] = (char) ('0' + form);
	memcpy(key + 1, text, length);
	return length + 1;
}

static SharedName *
create_shared_name(NameTable *names)
{
	SharedName *shared = MemoryContextAlloc(names->context, sizeof(SharedName));

	shared->number = names->shared_names++;
	shared->count = 0;
	shared->room = 2;
	shared->thing = MemoryContextAlloc(names->context, shared->room * sizeof(int32));
	return shared;
}

/* Add one of the things that have a name; a thing that has it twice comes twice in a row. */
static void
add_shared(SharedName *shared, int32 i)
{
	if (shared->count > 0 && shared->thing[shared->count - 1] == i)
		return;
	if (shared->count == shared->room)
	{
		shared->room *= 2;
		shared->thing = repalloc_huge(shared->thing, shared->room * sizeof(int32));
	}
	shared->thing[shared->count++] = i;
}

static void
add_key(NameTable *names, int i, const char *key, size_t length)
{
	MemoEntry  *entry;
	bool		found;

	if (length == 0)
		return;
	entry = memo_entry(names->keys, key, length, names->context, &found);
	if (!found)
		entry->number = i;
	else if (entry->number >= 0 && entry->number != i)
	{
		entry->shared = create_shared_name(names);
		add_shared(entry->shared, entry->number);
		entry->number = AMBIGUOUS;
	}
	if (entry->number == AMBIGUOUS)
		add_shared(entry->shared, i);
}

/* Whether a phrase has a letter with marks. */
static bool
has_marks(const Phrase *phrase)
{
	const PhraseToken *end = &phrase->token[phrase->tokens];

	for (int i = 0; i < end->begin; i++)
		if (phrase->marks[i] != 0)
			return true;
	return false;
}

/* Kinds of places, of which a word may mean several. */
enum
{
	KIND_PROVINCE = 1 << 0,
	KIND_CITY = 1 << 1,
	KIND_DISTRICT = 1 << 2,
	KIND_TOWN = 1 << 3,
	KIND_TOWNSHIP = 1 << 4,
	KIND_WARD = 1 << 5,
	KIND_COMMUNE = 1 << 6,
	KIND_ZONE = 1 << 7,
	ALL_KINDS = 0xFF
};

typedef struct KindWord
{
	const char *words;
	uint8		kinds;
} KindWord;

/* Before names; the mark is of words that have diacritics where their name has some. */
static const KindWord kinds_before[] = {
	{"!tỉnh", KIND_PROVINCE}, {"!thành phố", KIND_CITY}, {"!quận", KIND_DISTRICT},
	{"!huyện", KIND_DISTRICT}, {"!thị xã", KIND_TOWN}, {"!thị trấn", KIND_TOWNSHIP},
	{"!phường", KIND_WARD}, {"!xã", KIND_COMMUNE}, {"!đặc khu", KIND_ZONE},
	{"tp", KIND_CITY}, {"tx", KIND_TOWN}, {"tt", KIND_TOWNSHIP},
};

/* Before names and a dot. */
static const KindWord kind_letters[] = {
	{"p", KIND_WARD}, {"x", KIND_COMMUNE}, {"q", KIND_DISTRICT}, {"h", KIND_DISTRICT},
	{"t", KIND_PROVINCE},
};

/* Behind names. */
static const KindWord kinds_behind[] = {
	{"province", KIND_PROVINCE}, {"city", KIND_CITY}, {"district", KIND_DISTRICT},
	{"town", KIND_TOWN | KIND_TOWNSHIP}, {"township", KIND_TOWNSHIP}, {"ward", KIND_WARD},
	{"commune", KIND_COMMUNE},
};

/* Match words of a kind at the beginning of a phrase; the number of tokens, 0 for none. */
static int
match_kind(const Phrase *phrase, const KindWord *word, bool is_marked, uint8 *kinds)
{
	*kinds = word->kinds;
	return phrase_match(phrase, 0, word->words + (*word->words == '!' && !is_marked));
}

/*
 * The number of tokens that say the kind of a place, before its name, and the kinds that they may
 * mean.  A name with marks has them in its kind too: "Xa Mát" is no commune.
 */
static int
tokens_of_kind(const Phrase *phrase, uint8 *kinds)
{
	bool		is_marked = has_marks(phrase);
	int			tokens = 0;

	for (int i = 0; i < lengthof(kinds_before) && tokens == 0; i++)
		tokens = match_kind(phrase, &kinds_before[i], is_marked, kinds);
	for (int i = 0; i < lengthof(kind_letters) && tokens == 0; i++)
		if (phrase_is_sign(phrase, 1, '.'))
			tokens = match_kind(phrase, &kind_letters[i], is_marked, kinds);
	return tokens;
}

/* Whether a name ends with the kind of a place in English. */
static bool
ends_with_kind(const Phrase *phrase, uint8 *kinds)
{
	for (int i = 0; i < lengthof(kinds_behind); i++)
	{
		*kinds = kinds_behind[i].kinds;
		if (phrase->tokens > 1 &&
			phrase_match(phrase, phrase->tokens - 1, kinds_behind[i].words) > 0)
			return true;
	}
	return false;
}

/* The kinds that the kind of a place may mean: all where it has none, none for another word. */
static uint8
kinds_of_word(const char *word)
{
	Phrase		phrase;
	uint8		kinds;

	if (word == NULL || *word == '\0')
		return ALL_KINDS;
	if (phrase_read(&phrase, readable_text(word)) != PLAN_OK || phrase.tokens == 0)
		return 0;
	for (int i = 0; i < lengthof(kinds_before); i++)
		if (match_kind(&phrase, &kinds_before[i], false, &kinds) == phrase.tokens)
			return kinds;
	for (int i = 0; i < lengthof(kinds_behind); i++)
		if (match_kind(&phrase, &kinds_behind[i], false, &kinds) == phrase.tokens)
			return kinds;
	return 0;
}

/* Note the kind of a place, which a text that names it may say. */
void
set_kind(NameTable *names, int i, const char *kind)
{
	if (names->kinds == NULL)
		names->kinds = MemoryContextAllocHuge(names->context, names->count);
	names->kinds[i] = kinds_of_word(kind);
}

/*
 * Leave the kind of a place out of its name: "Sông Công" of "Thành phố Sông Công".  False where
 * that leaves no name: numbers, as of "Phường 1", are none.
 */
static bool
leave_out_kind(Phrase *phrase, uint8 *kinds)
{
	int			begin = tokens_of_kind(phrase, kinds);
	bool		has_word = false;

	if (begin == 0 && !ends_with_kind(phrase, kinds))
		return false;
	if (begin == 0)
		phrase->tokens--;
	phrase->tokens -= begin;
	memmove(phrase->token, phrase->token + begin, phrase->tokens * sizeof(PhraseToken));
	for (int k = 0; k < phrase->tokens; k++)
		has_word |= phrase->token[k].kind == TOKEN_WORD;
	return has_word;
}

/* Add the words of a phrase, as a form and without diacritics. */
static void
add_words(NameTable *names, int i, NameForm form, const Phrase *phrase)
{
	char		key[PHRASE_NAME_SIZE + 1];

	add_key(names, i, key, write_words(form, phrase, key));
	form = form == FORM_BARE ? FORM_BARE_PLAIN : FORM_PLAIN;
	add_key(names, i, key, write_words(form, phrase, key));
}

/* Add a name, or the words of a code; of a place also what it is called without its kind. */
static void
add_text(NameTable *names, int i, NameForm form, const char *text)
{
	Phrase		phrase;
	uint8		kinds;

	if (text == NULL || phrase_read(&phrase, readable_text(text)) != PLAN_OK)
		return;
	add_words(names, i, form, &phrase);
	if (form == FORM_NAME && is_of_places(names) && leave_out_kind(&phrase, &kinds))
		add_words(names, i, FORM_BARE, &phrase);
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
		{"P", "Phuong"}, {"X", "Xa"}, {"TT", "Thi tran"}, {"TX", "Thi xa"}, {"Q", "Quan"},
		{"H", "Huyen"}, {"TP", "Thanh pho"}, {"T", "Tinh"},
	};

	for (int i = 0; i < lengthof(kinds); i++)
	{
		size_t		length = strlen(kinds[i].abbreviation);

		if (pg_strncasecmp(text, kinds[i].abbreviation, length) == 0 &&
			(text[length] == '.' || (length > 1 && text[length] == ' ')))
			return psprintf("%s %s", kinds[i].kind, text + length + 1);
	}
	return NULL;
}

/* Add a thing, whose texts live as long as the table. */
void
add_name(NameTable *names, int i, const char *code, const char *name, const char *name_en)
{
	char		key[PHRASE_NAME_SIZE + 1];

	names->code[i] = code;
	names->name[i] = name;
	add_key(names, i, key, write_form(FORM_CODE, code, key));
	add_text(names, i, FORM_CODE_WORDS, code);
	add_text(names, i, FORM_NAME, name);
	add_text(names, i, FORM_NAME, name_en);
	if (name != NULL && is_of_places(names))
		add_text(names, i, FORM_NAME, write_kind_out(name));
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

/* Why a text names nothing, of which the name is what the nearest is like. */
static const char *
reason_not_found(NameTable *names, const char *text, const char *name)
{
	char		key[PHRASE_NAME_SIZE + 1];
	size_t		length = write_form(FORM_PLAIN, name, key);
	const char *plain = length == 0 ? "" : key + 1;
	const char *shown = shown_text(text, strlen(text));
	int			nearest;

	length = strlen(plain);
	nearest = nearest_name(names, plain, length);
	if (nearest == NOT_FOUND && names->comparisons > 0)
		nearest = longer_name(names, plain, length);
	if (nearest == NOT_FOUND)
		return psprintf("there is no %s \"%s\"", names->what, shown);
	return psprintf("there is no %s \"%s\"; the nearest is \"%s\", %s", names->what, shown,
					names->code[nearest], names->name[nearest]);
}

/* The entry of a text in the first of some forms that is known, or NULL. */
static MemoEntry *
find_form(NameTable *names, const char *text, NameForm last)
{
	char		key[PHRASE_NAME_SIZE + 1];

	for (int form = 0; form <= last; form++)
	{
		MemoKey		k = {key, (uint32) write_form(form, text, key)};
		MemoEntry  *entry = k.length == 0 ? NULL : memo_lookup(names->keys, k);

		if (entry != NULL)
			return entry;
	}
	return NULL;
}

/*
 * The name of the place of a people's committee, behind these words and with its kind: "UBND xã Lục
 * Nam".  NULL for other texts.
 */
static const char *
without_committee(const char *text)
{
	static const char *const committees[] = {"ubnd", "ủy ban nhân dân"};
	Phrase		phrase;
	int			begin = 0;
	uint8		kinds;
	char	   *rest;

	if (phrase_read(&phrase, readable_text(text)) != PLAN_OK ||
		PHRASE_SKIP_ANY(&phrase, &begin, committees) < 0)
		return NULL;
	rest = palloc(PHRASE_MAX_LENGTH + 1);
	(void) phrase_copy(&phrase, begin, phrase.tokens, rest);
	return phrase_read(&phrase, rest) == PLAN_OK && tokens_of_kind(&phrase, &kinds) > 0 ?
		server_text(rest) : NULL;
}

/*
 * The same of places, which may abbreviate their kind, and whose people's committee may stand for
 * them; the name has what was looked for last.
 */
static MemoEntry *
find_entry(NameTable *names, const char **name, NameForm last)
{
	MemoEntry  *entry = find_form(names, *name, last);
	const char *of_committee = NULL;
	const char *written_out = NULL;

	if (entry == NULL && is_of_places(names))
		of_committee = without_committee(*name);
	if (of_committee != NULL)
	{
		*name = of_committee;
		entry = find_form(names, of_committee, last);
	}
	if (entry == NULL && is_of_places(names))
		written_out = write_kind_out(*name);
	if (written_out == NULL)
		return entry;
	*name = written_out;
	return find_form(names, written_out, FORM_PLAIN);
}

/* Whether a text names one thing, or several; "ha" is a unit, and no commune that is "Xã Hà". */
bool
is_name(NameTable *names, const char *text)
{
	return find_entry(names, &text, FORM_BARE) != NULL;
}

/* The entry of a place that is stored without the kind that a text says, or NULL. */
static MemoEntry *
find_without_kind(NameTable *names, const char *text, uint8 *kinds)
{
	const char *of_committee = names->kinds == NULL ? NULL : without_committee(text);
	Phrase		phrase;

	if (of_committee != NULL)
		text = of_committee;
	if (names->kinds == NULL || phrase_read(&phrase, readable_text(text)) != PLAN_OK ||
		!leave_out_kind(&phrase, kinds))
		return NULL;
	for (int form = FORM_NAME; form <= FORM_PLAIN; form++)
	{
		char		key[PHRASE_NAME_SIZE + 1];
		MemoKey		k = {key, (uint32) write_words(form, &phrase, key)};
		MemoEntry  *entry = k.length == 0 ? NULL : memo_lookup(names->keys, k);

		if (entry != NULL)
			return entry;
	}
	return NULL;
}

/* What a text stands for that names one thing or several. */
static void
take_things(const NameTable *names, const char *text, SharedName *shared, MemoEntry *result)
{
	if (shared->count == 1)
	{
		result->number = shared->thing[0];
		return;
	}
	result->shared = shared;
	result->reason = psprintf("%s \"%s\" could be %s or %s", names->what,
							  shown_text(text, strlen(text)), names->code[shared->thing[0]],
							  names->code[shared->thing[1]]);
}

/* Those of the things of an entry that may be of some kinds. */
static SharedName *
things_of_kinds(NameTable *names, const MemoEntry *entry, uint8 kinds)
{
	SharedName *of_kinds = create_shared_name(names);
	int			count = entry->shared == NULL ? 1 : entry->shared->count;
	const int32 *thing = entry->shared == NULL ? &entry->number : entry->shared->thing;

	for (int i = 0; i < count; i++)
		if ((names->kinds[thing[i]] & kinds) != 0)
			add_shared(of_kinds, thing[i]);
	return of_kinds;
}

/*
 * Look up a place that is stored without the kind that a text says, and has no other one: "Tỉnh
 * Thái Nguyên" is the province "Thái Nguyên", and "Thành phố Thái Nguyên" is not.  Returns false
 * where no place is called so.
 */
static bool
look_up_without_kind(NameTable *names, const char *text, MemoEntry *result)
{
	uint8		kinds;
	MemoEntry  *entry = find_without_kind(names, text, &kinds);
	SharedName *of_kinds;
	int			other;

	if (entry == NULL)
		return false;
	of_kinds = things_of_kinds(names, entry, kinds);
	if (of_kinds->count > 0)
	{
		take_things(names, text, of_kinds, result);
		return true;
	}
	other = entry->shared == NULL ? entry->number : entry->shared->thing[0];
	result->reason = psprintf("there is no %s \"%s\"; \"%s\", %s, is of another kind", names->what,
							  shown_text(text, strlen(text)), names->code[other],
							  names->name[other]);
	return true;
}

static void
look_up(NameTable *names, const char *text, MemoEntry *result)
{
	NameForm	last = is_of_places(names) ? FORM_BARE_PLAIN : FORM_PLAIN;
	const char *name = text;
	MemoEntry  *entry = find_entry(names, &name, last);
	const char *unnumbered =
		entry == NULL ? without_line_number(text, !is_of_places(names)) : NULL;

	if (unnumbered != NULL)
	{
		name = unnumbered;
		entry = find_entry(names, &name, last);
	}
	if (entry != NULL && entry->shared != NULL)
		take_things(names, text, entry->shared, result);
	else if (entry != NULL)
		result->number = entry->number;
	else if (!look_up_without_kind(names, unnumbered != NULL ? unnumbered : text, result))
		result->reason = reason_not_found(names, text, name);
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

/* The things that a text which was looked up could name, where these are several; else NULL. */
const SharedName *
shared_name(const NameTable *names, const char *text, size_t length)
{
	MemoKey		key = {text, (uint32) length};
	const MemoEntry *entry = memo_lookup(names->read, key);

	return entry == NULL ? NULL : entry->shared;
}
