/*
 * cut.h
 *		Holding a computed figure against the cut of a class.
 *
 * Figures are decimals as people write them, and what is computed from them may be off in its
 * last places: 101.5 / 100 - 1 is a little less than 0.015.  What is as near to a cut as that
 * lies on it, and belongs to the class that owns equality, whatever the unit of the figures.
 */
#ifndef TNPLAN_CORE_CUT_H
#define TNPLAN_CORE_CUT_H

#include <stdbool.h>

/* Of a scale, such as 10 for an index to 10: far above any rounding, far below any figure. */
#define CUT_SLACK 1e-12

/* value >= cut */
static inline bool
reaches_cut(double value, double cut, double scale)
{
	return value >= cut - CUT_SLACK * scale;
}

/* value > cut */
static inline bool
passes_cut(double value, double cut, double scale)
{
	return value > cut + CUT_SLACK * scale;
}

#endif							/* TNPLAN_CORE_CUT_H */
