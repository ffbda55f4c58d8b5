/*
 * expected.h
 *		The value expected by a day, on the way from a start to an end.
 */
#ifndef TNPLAN_CORE_EXPECTED_H
#define TNPLAN_CORE_EXPECTED_H

#include "core/goal.h"
#include "core/period.h"

/* How the value moves. */
typedef enum ExpectedPath
{
	PATH_LINEAR,				/* by the same amount each day */
	PATH_COMPOUND,				/* by the same share each day */
	PATH_STEPPED				/* only when a year or a milestone is complete */
} ExpectedPath;

extern const WordTable path_words;

extern double expected_part(double target, int64_t passed, int64_t days);
extern double expected_between(ExpectedPath path, double from, double to, int32_t passed,
							   int32_t days);
extern double expected_value(const Goal *goal, Period period, int32_t as_of, ExpectedPath path);
extern double expected_share(const Goal *goal, Period period, int32_t as_of, ExpectedPath path);
extern double expected_required_rate(double actual, const Goal *goal, int32_t days,
									 ExpectedPath path);

#endif							/* TNPLAN_CORE_EXPECTED_H */
