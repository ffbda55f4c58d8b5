/*
 * word.h
 *		Words as arguments: the one reader of all of them.
 */
#ifndef TNPLAN_WORD_H
#define TNPLAN_WORD_H

#include "core/word.h"
#include "type.h"

/* What a text stands for that must be one of the words; it must not be NULL. */
extern int	word_from_datum(Datum datum, const WordTable *table);

#define word_argument(fcinfo, n, table) word_from_datum(PG_GETARG_DATUM(n), table)

#endif							/* TNPLAN_WORD_H */
