/*
 * Normalizing: a result is finite and near the formula in long double, with its wider
 * exponents; an error is beyond the greatest number.
 */
#include "core/normalize.h"

#include <float.h>
#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 40

/* Finite figures of any size: -0 and the ends of the type among them. */
static int
read_figures(const uint8_t *data, size_t size, double *f, int count)
{
	if (size < count * sizeof(double))
		return 0;
	memcpy(f, data, count * sizeof(double));
	for (int i = 0; i < count; i++)
		if (!isfinite(f[i]))
			return 0;
	return 1;
}

/* Whether a figure is the formula's, of which the terms are at most so large. */
static void
check_result(PlanError error, double result, long double expected, long double terms)
{
	long double error_allowed = terms * 4e-15L + DBL_MIN;

	if (!isfinite(expected) || LDBL_MAX_EXP <= DBL_MAX_EXP)
		return;
	if (error == PLAN_OK)
		CHECK(isfinite(result) && fabsl(result - expected) <= error_allowed);
	else
		CHECK(error == PLAN_OUT_OF_RANGE && fabsl(expected) + error_allowed > DBL_MAX);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	double		f[5];
	double		result;
	long double share;
	PlanError	error;

	if (!read_figures(data, size, f, 5))
		return 0;
	error = share_of_way(f[0], f[1], f[2], &result);
	CHECK((error == PLAN_UNDEFINED) == (f[1] == f[2]));
	if (error == PLAN_OK)
	{
		share = ((long double) f[0] - f[1]) / ((long double) f[2] - f[1]);
		check_result(isfinite(result) ? PLAN_OK : PLAN_OUT_OF_RANGE, result, share, fabsl(share));
		error = min_max(f[0], f[1], f[2], f[3], f[4], &result);
		check_result(error, result, f[3] + share * ((long double) f[4] - f[3]),
					 fabsl((long double) f[3]) + fabsl(share * ((long double) f[4] - f[3])));
		CHECK(min_max(f[2], f[1], f[2], f[3], f[4], &result) == PLAN_OK && result == f[4]);
		CHECK(min_max(f[1], f[1], f[2], f[3], f[4], &result) == PLAN_OK && result == f[3]);
	}
	error = z_score(f[0], f[1], fabs(f[2]), f[3], fabs(f[4]), &result);
	CHECK((error == PLAN_UNDEFINED) == (f[2] == 0.0));
	if (error != PLAN_UNDEFINED)
	{
		share = ((long double) f[0] - f[1]) / fabsl((long double) f[2]) * fabsl((long double) f[4]);
		check_result(error, result, f[3] + share, fabsl((long double) f[3]) + fabsl(share));
	}
	return 0;
}
