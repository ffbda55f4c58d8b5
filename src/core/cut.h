/*
 * cut.h
 *		Holding a computed figure against a target or the cut of a class.
 *
 * Figures are decimals as people write them, and what is computed from them may be off in its
 * last places: 101.5 / 100 - 1 is a little less than 0.015.  What is as near to a cut as that
 * lies on it, and belongs to the class that owns equality, whatever the unit of the figures.
 */
#ifndef TNPLAN_CORE_CUT_H
#define TNPLAN_CORE_CUT_H

#include <stdbool.h>

/*
 * Of a scale, such as 10 for an index to 10.  Half a unit in the twelfth digit: far above what
 * sums of thousands of figures are off, while figures of twelve digits that differ stay apart.
 */
#define CUT_SLACK 5e-13

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

/* value = cut */
static inline bool
is_on_cut(double value, double cut, double scale)
{
	return reaches_cut(value, cut, scale) && !passes_cut(value, cut, scale);
}

/* value >= cut where more is better (sign 1), value <= cut where less is (sign -1) */
static inline bool
is_as_good(double value, double cut, double sign, double scale)
{
	return reaches_cut(sign * value, sign * cut, scale);
}

#endif							/* TNPLAN_CORE_CUT_H */
