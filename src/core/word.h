/*
 * word.h
 *		Tables of the words that an argument may be, and the reader of them all.
 */
#ifndef TNPLAN_CORE_WORD_H
#define TNPLAN_CORE_WORD_H

#include <stdbool.h>
#include <stddef.h>

/* A word in lower case and what it stands for. */
typedef struct Word
{
	const char *name;
	int			value;
} Word;

/* A table; the first word of a value is the one that is written. */
typedef struct WordTable
{
	const char *what;			/* what the words name, for messages: "direction" */
	const Word *words;
	int			count;
	const char *hint;			/* the words to use, for messages */
} WordTable;

#define WORD_TABLE(what, words, hint) \
	{what, words, (int) (sizeof(words) / sizeof((words)[0])), hint}

extern bool word_find(const WordTable *table, const char *text, size_t length, int *value);
extern const char *word_name(const WordTable *table, int value);

#endif							/* TNPLAN_CORE_WORD_H */
