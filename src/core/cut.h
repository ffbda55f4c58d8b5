/*
 * cut.h
 *		Comparing a calculated value with a target or the cut of a class.
 *
 * Inputs are decimals, and results calculated from them may be off in the last digits:
 * 101.5 / 100 - 1 is a little less than 0.015.  A value that near to a cut is on it, and belongs
 * to the class that includes it, whatever the unit of the values.
 */
#ifndef TNPLAN_CORE_CUT_H
#define TNPLAN_CORE_CUT_H

#include <stdbool.h>

/*
 * As a share of a scale, such as 10 for an index up to 10: half a unit in the twelfth digit,
 * far above the error of sums of thousands of values, while different values of twelve digits
 * stay apart.
 */
#define CUT_SLACK 5e-13

/* Of an index or ratio: with a larger slack it would be on cuts that are not near. */
#define MAX_SLACK 1e-6

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
