/*
 * Numbers of two float8: a decimal rounds to the float8 that it was read from, and what is
 * computed from two of them has some 100 bits.
 */
#include "core/longsum.h"

#include <float.h>

#include <stdbool.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 17

/* Sizes of which no product or quotient leaves the type, nor what is left over. */
static bool
is_moderate(double x)
{
	return isfinite(x) && fabs(x) > 1e-60 && fabs(x) < 1e60;
}

/* Whether a * b is c: the products of the parts, exact but for the last, cancel. */
static void
check_product(LongSum a, LongSum b, LongSum c)
{
	double		high = a.sum * b.sum;
	double		left =
		(high - c.sum) + (fma(a.sum, b.sum, -high) + a.sum * b.rest + a.rest * b.sum - c.rest);

	CHECK(fabs(left) <= fabs(high) * 0x1p-98);
}

/* 15 digits that read as x, if there are any, are what is nearest to it with its rest. */
static void
check_decimal(double x, LongSum decimal)
{
	char		printed[32];
	double		unit;

	snprintf(printed, sizeof(printed), "%.14e", x);
	if (strtod(printed, NULL) != x)
	{
		CHECK(decimal.sum == x && decimal.rest == 0.0);
		return;
	}
	unit = pow(10.0, 14 - atoi(strchr(printed, 'e') + 1));
	/* What the digits miss of a whole number of units. */
	CHECK(fabs(remainder(x * unit, 1.0) + fma(x, unit,
											  -(x * unit)) + decimal.rest * unit) < 0x1p-50);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	double		f[2];
	LongSum		a,
				b,
				difference;

	if (size < sizeof(f) + 1)
		return 0;
	memcpy(f, data, sizeof(f));
	/* Few digits, as people write. */
	if (data[sizeof(f)] % 2 == 0)
		for (int i = 0; i < 2; i++)
			f[i] =
				(double) (int32_t) (fabs(f[i]) < 2e6 ? f[i] * 1000.0 : 7.0) /
					(1 + data[sizeof(f)] % 7 * 142.0);
	a = longsum_of_decimal(f[0]);
	b = longsum_of_decimal(f[1]);
	CHECK(isnan(f[0]) ? isnan(a.sum) : longsum_value(&a) == f[0]);
	if (fabs(f[0]) > 1e-7 && fabs(f[0]) < 1e14)
		check_decimal(f[0], a);
	if (!is_moderate(f[0]) || !is_moderate(f[1]))
		return 0;
	CHECK(fabs(a.rest) <= fabs(f[0]) * 0x1p-53);
	check_product(a, b, longsum_product(a, b));
	check_product(b, longsum_ratio(&a, &b), a);
	difference = longsum_difference(a, b);
	CHECK(fabs((a.sum - b.sum) - difference.sum) <= (fabs(f[0]) + fabs(f[1])) * DBL_EPSILON);
	difference = longsum_difference(difference, a);
	CHECK(fabs(difference.sum + b.sum) <= (fabs(f[0]) + fabs(f[1])) * DBL_EPSILON);
	CHECK(fabs((difference.sum + b.sum) + (difference.rest + b.rest)) <= (fabs(f[0]) + fabs(f[1])) *
		  0x1p-98);
	return 0;
}
