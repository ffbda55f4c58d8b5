/*
 * difference.h
 *		The difference of two figures that are decimals.
 *
 * 0.3 - 0.1 is 0.19999999999999998 in float8, and its last digits are nothing that anybody has
 * entered.  As 3 - 1 tenths it is 0.2.
 */
#ifndef TNPLAN_CORE_DIFFERENCE_H
#define TNPLAN_CORE_DIFFERENCE_H

#include <math.h>

/* Powers of ten are exact up to this one, and so are whole numbers up to 2^53. */
#define DIFFERENCE_MAX_POWER 1e22
#define DIFFERENCE_MAX_UNITS 9007199254740992.0

/*
 * a - b in units of the last decimal of both, which is exact but for one rounding at the end.
 * Figures with more digits than that, such as 1/3, are subtracted as they are.
 */
static inline double
decimal_difference(double a, double b)
{
	double		larger = fmax(fabs(a), fabs(b));

	for (double power = 1.0; power <= DIFFERENCE_MAX_POWER &&
		 larger * power <= DIFFERENCE_MAX_UNITS; power *= 10.0)
	{
		double		units_a = rint(a * power);
		double		units_b = rint(b * power);

		if (units_a / power == a && units_b / power == b)
			return (units_a - units_b) / power;
	}
	return a - b;
}

#endif							/* TNPLAN_CORE_DIFFERENCE_H */
