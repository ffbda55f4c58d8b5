/*
 * un_progress.h
 *		The levels of the United Nations' SDG progress chart.
 */
#ifndef TNPLAN_CORE_UN_PROGRESS_H
#define TNPLAN_CORE_UN_PROGRESS_H

#include "core/method/course.h"

/* Figures that are percentages have limits, and come close enough to them at 1 point. */
extern PlanError un_progress_expected(const Course *course, bool percent, double *expected);
extern PlanError un_progress_ratio(const Course *course, bool percent, double *ratio);
extern PlanError un_progress_level(const Course *course, bool percent, int *level);
extern const char *un_progress_class(int level);

#endif							/* TNPLAN_CORE_UN_PROGRESS_H */
