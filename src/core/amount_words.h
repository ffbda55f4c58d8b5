/*
 * amount_words.h
 *		The words of amounts, in Vietnamese and English: bounds, scales and units.
 */
#ifndef TNPLAN_CORE_AMOUNT_WORDS_H
#define TNPLAN_CORE_AMOUNT_WORDS_H

#include "core/amount.h"
#include "core/phrase.h"

typedef struct AmountUnit
{
	const char *words;
	const char *name;
	bool		is_currency;
} AmountUnit;

typedef struct AmountScale
{
	bool		has_words;
	int			exponent;		/* of ten */
	const AmountUnit *currency; /* that the word of scale has too, or NULL */
} AmountScale;

extern bool amount_skip_bound(const Phrase *phrase, int *i, AmountBound *bound);
extern int	amount_end_without_words(const Phrase *phrase, AmountBound *bound);
extern AmountChange amount_skip_change(const Phrase *phrase, int *i);
extern const AmountUnit *amount_skip_unit(const Phrase *phrase, int *i);
extern const AmountUnit *amount_skip_currency(const Phrase *phrase, int *i);
extern bool amount_is_no_unit(const Phrase *phrase, int begin, int end);
extern PlanError amount_take_scale(const Phrase *phrase, int *i, bool has_currency,
								   AmountScale *result);

#endif							/* TNPLAN_CORE_AMOUNT_WORDS_H */
