/*
 * longsum.c
 *		Decimal numbers as two float8.
 */
#include "core/longsum.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Digits that every float8 keeps, and room for them with sign, point and exponent. */
#define KEPT_DIGITS 15
#define PRINTED_SIZE 32

/* Powers of ten up to this one are exact. */
#define MAX_EXACT_POWER 22

static const double exact_power[MAX_EXACT_POWER + 1] = {
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
	1e17, 1e18, 1e19, 1e20, 1e21, 1e22
};

/* Numbers whose 15 digits are a whole number divided by an exact power. */
#define MIN_SHORT 1e-7
#define MAX_SHORT 1e15

static LongSum
times_power_of_ten(LongSum x, int power)
{
	while (power != 0)
	{
		int			step = power > MAX_EXACT_POWER ? MAX_EXACT_POWER
			: power < -MAX_EXACT_POWER ? -MAX_EXACT_POWER : power;
		LongSum		ten_to_step = {exact_power[abs(step)], 0.0};

		x = step > 0 ? longsum_product(x, ten_to_step) : longsum_ratio(&x, &ten_to_step);
		power -= step;
	}
	return x;
}

/*
 * The decimal of x from MIN_SHORT to MAX_SHORT, if 15 digits do; otherwise x.  x times a power is
 * less than 0.07 away from what it is exactly, and that less than 0.12 from the 15 digits that read
 * as x, if there are such: so they are what it rounds to, and dividing them, exact as both are, is
 * reading them.
 */
static LongSum
short_decimal(double x)
{
	LongSum		digits = {0.0, 0.0};
	LongSum		unit = {0.0, 0.0};
	int			exponent,
				power;

	frexp(x, &exponent);
	/* At most one too large. */
	power = KEPT_DIGITS - 1 - (int) floor((exponent - 1) * 0.30102999566398120);
	if (x * exact_power[power] >= MAX_SHORT)
		power--;
	digits.sum = rint(x * exact_power[power]);
	unit.sum = exact_power[power];
	return digits.sum / unit.sum == x ? longsum_ratio(&digits, &unit) : (LongSum) {x, 0.0};
}

static LongSum
negative(LongSum x)
{
	return (LongSum) {-x.sum, 0.0 - x.rest};
}

/*
 * What a person wrote as 0.1 is not 0.1 as a float8.  Taken as the decimal that it stands for, a
 * figure computed from it rounds to what decimal arithmetic gives.
 */
LongSum
longsum_of_decimal(double x)
{
	char		printed[PRINTED_SIZE];
	char	   *exponent;
	long long	digits = 0;
	LongSum		decimal;

	/* Whole numbers are exact, and subnormal ones have too few digits. */
	if (!isnormal(x) || fabs(x) < 1e-280 || x == nearbyint(x))
		return (LongSum) {x, 0.0};
	if (fabs(x) > MIN_SHORT && fabs(x) < MAX_SHORT)
		return x < 0.0 ? negative(short_decimal(-x)) : short_decimal(x);
	snprintf(printed, sizeof(printed), "%.*e", KEPT_DIGITS - 1, x);
	if (strtod(printed, NULL) != x)
		return (LongSum) {x, 0.0};
	exponent = strchr(printed, 'e');
	for (const char *p = printed; p < exponent; p++)
		if (*p >= '0' && *p <= '9')
			digits = digits * 10 + (*p - '0');
	decimal = times_power_of_ten((LongSum) {(double) digits, 0.0},
								 atoi(exponent + 1) - (KEPT_DIGITS - 1));
	return x < 0.0 ? negative(decimal) : decimal;
}
