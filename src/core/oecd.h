/*
 * oecd.h
 *		The OECD's distance to a target.
 */
#ifndef TNPLAN_CORE_OECD_H
#define TNPLAN_CORE_OECD_H

#include "error.h"

/* Missing figures are NaN; sign is 1 where higher is better, -1 where lower is. */
extern PlanError oecd_distance(double value, double target, double deviation, double sign,
							   double *distance);

#endif							/* TNPLAN_CORE_OECD_H */
