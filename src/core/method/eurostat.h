/*
 * eurostat.h
 *		Growth against the growth that the target requires.
 */
#ifndef TNPLAN_CORE_EUROSTAT_H
#define TNPLAN_CORE_EUROSTAT_H

#include "core/method/progress.h"
#include "core/word.h"

/* Whose cuts and words. */
typedef enum EurostatEdition
{
	EDITION_STATCAN,
	EDITION_EUROSTAT,
	EDITION_EUSTAT
} EurostatEdition;

extern const WordTable eurostat_edition_words;

/* "zero" replaces a baseline or a target of 0; if it is 0 itself, they have no growth. */
extern PlanError eurostat_growth(const Progress *progress, double zero, double *growth);
extern PlanError eurostat_pace(const Progress *progress, double zero, double *pace);
extern const char *eurostat_reason(const Progress *progress, double zero);

/* Of the pace to a target, NaN if there is none. */
extern PlanError eurostat_score(double pace, bool achieved, double *score);
extern PlanError eurostat_class(double pace, bool achieved, EurostatEdition edition,
								const char **label);

/* Of growth without a target; baseline and limit may be NaN. */
extern double eurostat_growth_score(double growth, double baseline, double natural_limit);
extern const char *eurostat_growth_class(double growth, double baseline, double natural_limit,
										 EurostatEdition edition);

/* Of an indicator whose score is the mean of several series. */
extern const char *eurostat_score_class(double score, bool all_achieved);

extern double eurostat_reflected(double value, double centre);
extern PlanError eurostat_parity(double ratio, double *result);

#endif							/* TNPLAN_CORE_EUROSTAT_H */
