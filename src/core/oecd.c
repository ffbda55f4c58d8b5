/*
 * oecd.c
 *		The OECD's distance to a target.
 *
 * max(0, d (T - x) / sd): how many standard deviations of its peers a figure is short of the
 * target, and 0 once it is met.
 *
 * Source: OECD, "Measuring Distance to the SDG Targets", annex A
 * (https://read.oecd.org/10.1787/74218eb7-en).
 */
#include "oecd.h"

#include <math.h>

#include "cut.h"

PlanError
oecd_distance(double value, double target, double deviation, double sign, double *distance)
{
	if (deviation < 0.0)
		return PLAN_REVERSED;
	if (isnan(value) || isnan(target) || isnan(sign))
		return PLAN_UNDEFINED;
	*distance = 0.0;
	if (is_as_good(value, target, sign, fabs(target)))
		return PLAN_OK;
	if (isnan(deviation) || deviation == 0.0)
		return PLAN_UNDEFINED;
	*distance = fabs(target - value) / deviation;
	return isfinite(*distance) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}
