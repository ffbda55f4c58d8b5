/*
 * amount_text.h
 *		Writing amounts in words of scale, in Vietnamese and English.
 */
#ifndef TNPLAN_CORE_AMOUNT_TEXT_H
#define TNPLAN_CORE_AMOUNT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/grouped.h"
#include "core/word.h"

typedef enum Language
{
	LANGUAGE_VIETNAMESE,
	LANGUAGE_ENGLISH
} Language;

#define NUM_LANGUAGES 2

extern const WordTable language_words;

/* Room for any amount in words, with its NUL. */
#define AMOUNT_TEXT_SIZE (GROUPED_TEXT_SIZE + 16)

static inline char
decimal_mark_of(Language language)
{
	return language == LANGUAGE_ENGLISH ? '.' : ',';
}

extern size_t amount_write(char *out, double value, int digits, Language language, bool plain);

#endif							/* TNPLAN_CORE_AMOUNT_TEXT_H */
