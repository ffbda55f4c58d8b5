/*
 * period_phrase.h
 *		Periods and dates as people write them, in Vietnamese and English.
 */
#ifndef TNPLAN_CORE_PERIOD_PHRASE_H
#define TNPLAN_CORE_PERIOD_PHRASE_H

#include "core/period.h"

extern PlanError period_phrase_read(const char *text, const CalendarRule *rule, Period *period);
extern PlanError date_phrase_read(const char *text, int32_t *day);

#endif							/* TNPLAN_CORE_PERIOD_PHRASE_H */
