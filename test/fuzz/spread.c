/*
 * Targets in parts: whatever the target, the digits and the weights, the parts add up.
 */
#include "core/spread.h"

#include <math.h>
#include <string.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 137

#define MAX_PARTS 16

static void
never(void)
{
}

/* Exact where all numbers are whole multiples of one power of two, as without digits. */
static double
sum_of(const double *parts, uint32_t count)
{
	double		sum = 0;

	for (uint32_t i = 0; i < count; i++)
		sum += parts[i];
	return sum;
}

static void
check_parts(double target, int32_t digits, const double *weights, uint32_t count,
			const double *parts)
{
	double		unit = digits >= 0 && digits <= 15 ? pow(10, -digits) : 0;
	double		total = 0,
				largest = 0;

	if (digits == SPREAD_ALL_DIGITS)
		CHECK(sum_of(parts, count) == target);
	else
		CHECK(fabs(sum_of(parts, count) - target) <= fabs(target) * 1e-14);
	for (uint32_t i = 0; i < count; i++)
		largest = fmax(largest, weights[i]);
	for (uint32_t i = 0; i < count; i++)
		total += weights[i] / largest;
	for (uint32_t i = 0; i < count; i++)
	{
		double		quota = target * (weights[i] / largest / total);

		CHECK(parts[i] == 0 || signbit(parts[i]) == signbit(target));
		if (digits == SPREAD_ALL_DIGITS || digits >= 0)
			CHECK(fabs(parts[i] - quota) <= unit * (1 + 1e-9) + fabs(target) * 1e-14 + 1e-323);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	double		weights[MAX_PARTS],
				parts[MAX_PARTS],
				target;
	KeyedValue	scratch[2 * MAX_PARTS];
	uint32_t	count;
	int32_t		digits;

	if (size < sizeof(target) + 1 + sizeof(double))
		return 0;
	memcpy(&target, data, sizeof(target));
	digits = data[sizeof(target)] % 32 == 31 ? SPREAD_ALL_DIGITS : data[sizeof(target)] % 31 - 15;
	data += sizeof(target) + 1;
	size -= sizeof(target) + 1;
	count = size / sizeof(double) < MAX_PARTS ? size / sizeof(double) : MAX_PARTS;
	memcpy(weights, data, count * sizeof(double));
	if (!isfinite(target))
		return 0;
	if (digits != SPREAD_ALL_DIGITS && fabs(target) < 1e15)
		target = digits >= 0 ? rint(target * 10) / 10 : rint(target);
	if (spread_target(target, digits, weights, count, parts, scratch, never) == PLAN_OK)
		check_parts(target, digits, weights, count, parts);
	return 0;
}
