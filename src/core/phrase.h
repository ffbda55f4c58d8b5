/*
 * phrase.h
 *		Texts that people write, as words, numbers and signs, whatever their letter case.
 *
 * Vietnamese is written with diacritics, in composed or decomposed Unicode, or without any: "ty" is
 * read as "tỷ", but "văn" (a document) is not "vạn" (ten thousand).
 */
#ifndef TNPLAN_CORE_PHRASE_H
#define TNPLAN_CORE_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"

/* What is longer is no figure, period or goal. */
#define PHRASE_MAX_LENGTH 1024
#define PHRASE_MAX_TOKENS 200

/* Kinds of tokens; a sign is its own kind. */
#define TOKEN_NUMBER '0'
#define TOKEN_WORD 'a'
#define PHRASE_AT_LEAST 'G'
#define PHRASE_AT_MOST 'L'
#define PHRASE_EURO 'E'
#define PHRASE_DONG 'D'
#define PHRASE_POUND 'S'
#define PHRASE_PER_MILLE 'M'
#define PHRASE_RANGE 'R'
#define PHRASE_POWER 'P'		/* superscripts and subscripts */

/* Room for a phrase as a name, with its NUL. */
#define PHRASE_NAME_SIZE (4 * PHRASE_MAX_LENGTH + 1)

typedef struct PhraseToken
{
	char		kind;
	uint16_t	begin;			/* in the folded text */
	uint16_t	length;
} PhraseToken;

typedef struct Phrase
{
	const char *text;
	int			tokens;
	PhraseToken token[PHRASE_MAX_TOKENS + 1];	/* the last one is none */
	char		folded[PHRASE_MAX_LENGTH];
	uint16_t	marks[PHRASE_MAX_LENGTH];	/* of each letter */
	uint16_t	origin[PHRASE_MAX_LENGTH + 1];	/* of each letter in the text */
} Phrase;

extern PlanError phrase_read(Phrase *phrase, const char *text);
extern size_t phrase_copy(const Phrase *phrase, int begin, int end, char *out);
extern size_t phrase_name(const Phrase *phrase, bool with_marks, char *out);
extern int	phrase_match(const Phrase *phrase, int i, const char *words);
extern bool phrase_skip(const Phrase *phrase, int *i, const char *words);
extern int	phrase_skip_any(const Phrase *phrase, int *i, const char *const *list, int count);
extern bool phrase_is_sign(const Phrase *phrase, int i, char sign);
extern bool phrase_skip_sign(const Phrase *phrase, int *i, char sign);
extern bool phrase_is_joined(const Phrase *phrase, int i);
extern bool phrase_take_integer(const Phrase *phrase, int *i, int max_digits, int32_t *number);

#define PHRASE_SKIP_ANY(phrase, i, list) \
	phrase_skip_any(phrase, i, list, (int) (sizeof(list) / sizeof((list)[0])))

#endif							/* TNPLAN_CORE_PHRASE_H */
