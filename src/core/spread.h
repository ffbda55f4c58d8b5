/*
 * spread.h
 *		A target in parts that add up to it.
 */
#ifndef TNPLAN_CORE_SPREAD_H
#define TNPLAN_CORE_SPREAD_H

#include "core/error.h"
#include "core/pairsort.h"

/* Digits after the point to which parts are rounded, or before it if negative. */
#define SPREAD_MAX_DIGITS 15

/* As precise as the target itself. */
#define SPREAD_ALL_DIGITS INT32_MAX

extern PlanError spread_target(double target, int32_t digits, const double *weights,
							   uint32_t count, double *parts, KeyedValue *scratch,
							   InterruptCheck check);

#endif							/* TNPLAN_CORE_SPREAD_H */
