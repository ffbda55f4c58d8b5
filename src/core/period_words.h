/*
 * period_words.h
 *		The parts of years that people write, in Vietnamese and English, and years.
 *
 * Each takes what a phrase goes on with, and returns false where that is something else.
 */
#ifndef TNPLAN_CORE_PERIOD_WORDS_H
#define TNPLAN_CORE_PERIOD_WORDS_H

#include "core/calendar.h"
#include "core/period.h"
#include "core/phrase.h"

extern bool period_take_bare_year(const Phrase *phrase, int *i, int32_t *year);
extern bool period_take_short_year(const Phrase *phrase, int *i, int32_t *year);
extern bool period_take_count(const Phrase *phrase, int *i, int32_t *count);
extern bool period_take_month_word(const Phrase *phrase, int *i, int32_t *month);
extern bool period_take_quarter(const Phrase *phrase, int *i, int32_t *quarter);
extern bool period_take_half(const Phrase *phrase, int *i, int32_t *half);
extern bool period_take_months(const Phrase *phrase, int *i, int32_t *first, int32_t *last);
extern int	period_take_word_of(const Phrase *phrase, int *i, const char *const *list, int count,
								int modulo);

/* fiscal_phrase.c */
extern PlanError fiscal_phrase_read(const Phrase *phrase, const CalendarRule *rule,
									Period *period);

#endif							/* TNPLAN_CORE_PERIOD_WORDS_H */
