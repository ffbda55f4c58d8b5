/*
 * un_progress.h
 *		The levels of the United Nations' SDG progress chart.
 */
#ifndef TNPLAN_CORE_UN_PROGRESS_H
#define TNPLAN_CORE_UN_PROGRESS_H

#include "core/method/progress.h"

/* Percentages are limited to 0 ... 100, and meet a target of 0 or 100 within 1 point. */
extern PlanError un_progress_expected(const Progress *progress, bool percent, double *expected);
extern PlanError un_progress_ratio(const Progress *progress, bool percent, double *ratio);
extern PlanError un_progress_level(const Progress *progress, bool percent, int *level);

/* Without a target. */
extern PlanError un_progress_growth_level(const Progress *progress, int *level);

extern const char *un_progress_class(int level);

#endif							/* TNPLAN_CORE_UN_PROGRESS_H */
