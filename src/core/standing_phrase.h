/*
 * standing_phrase.h
 *		Standings as people write them, in Vietnamese and English.
 */
#ifndef TNPLAN_CORE_STANDING_PHRASE_H
#define TNPLAN_CORE_STANDING_PHRASE_H

#include "core/standing.h"

extern PlanError standing_phrase_read(const char *text, Standing *standing);

#endif							/* TNPLAN_CORE_STANDING_PHRASE_H */
