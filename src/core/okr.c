/*
 * okr.c
 *		Grades of objectives and key results.
 *
 * A grade is a share from 0 to 1.  Aspirational: green from 0.7, yellow from 0.4, else red.
 * Committed: green at 1, else red, 0.8 being a failure.  In print the classes are 0.7 to 1,
 * 0.4 to 0.6 and 0 to 0.3; what lies between them belongs to the lower one.
 *
 * Source: https://www.whatmatters.com/faqs/dear-andy-how-to-grade-committed-okrs
 */
#include "okr.h"

#include "cut.h"

const char *
okr_colour(double grade, OkrRegime regime)
{
	if (regime == OKR_COMMITTED)
		return reaches_cut(grade, 1.0, 1.0) ? "green" : "red";
	return reaches_cut(grade, 0.7, 1.0) ? "green" :
		reaches_cut(grade, 0.4, 1.0) ? "yellow" : "red";
}
