/*
 * eurostat.h
 *		Growth against the growth that the target asks for.
 */
#ifndef TNPLAN_CORE_EUROSTAT_H
#define TNPLAN_CORE_EUROSTAT_H

#include "core/method/course.h"
#include "core/word.h"

/* Whose cuts and words. */
typedef enum EurostatEdition
{
	EDITION_STATCAN,
	EDITION_EUROSTAT,
	EDITION_EUSTAT
} EurostatEdition;

extern const WordTable eurostat_edition_words;

/* "zero" stands for a baseline or a target of 0; if it is 0 too, they have no growth. */
extern PlanError eurostat_pace(const Course *course, double zero, double *pace);
extern const char *eurostat_reason(const Course *course, double zero);
extern PlanError eurostat_score(const Course *course, double natural_limit, double zero,
								double *score);
extern PlanError eurostat_class(const Course *course, double natural_limit, double zero,
								EurostatEdition edition, const char **label);
extern double eurostat_pace_score(double pace, bool has_target);
extern const char *eurostat_pace_class(double pace, bool has_target, EurostatEdition edition);
extern const char *eurostat_score_class(double score, bool all_achieved);
extern double eurostat_reflected(double value, double centre);
extern PlanError eurostat_parity(double ratio, double *result);

#endif							/* TNPLAN_CORE_EUROSTAT_H */
