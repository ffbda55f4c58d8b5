/*
 * hdi.h
 *		UNDP's human development index.
 */
#ifndef TNPLAN_CORE_HDI_H
#define TNPLAN_CORE_HDI_H

#include "core/error.h"

/* Missing values are NaN. */
extern PlanError hdi_health(double life_expectancy, double *index);
extern PlanError hdi_education(double expected_schooling, double mean_schooling, double *index);
extern PlanError hdi_income(double gni_per_capita, double *index);
extern PlanError hdi(double life_expectancy, double expected_schooling, double mean_schooling,
					 double gni_per_capita, double *index);

#endif							/* TNPLAN_CORE_HDI_H */
