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

static LongSum
times_power_of_ten(LongSum x, int power)
{
	while (power != 0)
	{
		int			step = power > MAX_EXACT_POWER ? MAX_EXACT_POWER
			: power < -MAX_EXACT_POWER ? -MAX_EXACT_POWER : power;
		LongSum		ten_to_step = {1.0, 0.0};

		for (int i = 0; i < abs(step); i++)
			ten_to_step.sum *= 10.0;
		x = step > 0 ? longsum_product(x, ten_to_step) : longsum_ratio(&x, &ten_to_step);
		power -= step;
	}
	return x;
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
	snprintf(printed, sizeof(printed), "%.*e", KEPT_DIGITS - 1, x);
	if (strtod(printed, NULL) != x)
		return (LongSum) {x, 0.0};
	exponent = strchr(printed, 'e');
	for (const char *p = printed; p < exponent; p++)
		if (*p >= '0' && *p <= '9')
			digits = digits * 10 + (*p - '0');
	decimal = times_power_of_ten((LongSum) {(double) digits, 0.0},
								 atoi(exponent + 1) - (KEPT_DIGITS - 1));
	if (x < 0.0)
		decimal = (LongSum) {-decimal.sum, -decimal.rest};
	return decimal;
}
