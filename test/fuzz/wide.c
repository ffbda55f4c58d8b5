/*
 * Ratios of wide numbers: the float8 that is nearest to the quotient, half to even, as exact
 * arithmetic has it.  Sums as text: the fewest digits that read back unchanged.
 */
#include "core/wide.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 64

#define LIMBS 4

/* number * 2^shift, which is not negative. */
static WideNumber
shifted(WideNumber number, int shift)
{
	uint64_t	power[LIMBS * 2 + 2] = {0};
	WideNumber	factor;

	CHECK(shift >= 0 && shift / 64 < LIMBS * 2 + 1);
	power[shift / 64] = (uint64_t) 1 << shift % 64;
	factor = wide_number(power, LIMBS * 2 + 2);
	return wide_product(&number, &factor);
}

/* -1, 0 or 1: how numerator compares with count / 4 * 2^exponent times the denominator. */
static int
compare_with(const WideNumber *numerator, const WideNumber *denominator, int64_t count,
			 int exponent)
{
	WideNumber	factor = wide_from_int(count);
	WideNumber	product = wide_product(denominator, &factor);
	WideNumber	left = shifted(*numerator, exponent < 0 ? 2 - exponent : 2);
	WideNumber	right = shifted(product, exponent < 0 ? 0 : exponent);
	WideNumber	difference = wide_difference(&left, &right);

	return wide_number_sign(&difference);
}

static void
check_ratio(WideNumber numerator, WideNumber denominator, int scale)
{
	double		ratio = wide_ratio(&numerator, &denominator, scale);
	bool		negative = numerator.negative != denominator.negative;
	int			exponent;
	int64_t		mantissa;
	int			above,
				below;

	if (wide_number_sign(&denominator) == 0)
	{
		CHECK(isnan(ratio));
		return;
	}
	CHECK((ratio == 0.0) == (wide_number_sign(&numerator) == 0));
	if (ratio == 0.0)
		return;
	CHECK(signbit(ratio) == negative);
	mantissa = (int64_t) ldexp(frexp(fabs(ratio), &exponent), 53);
	exponent -= 53 + scale;
	numerator.negative = denominator.negative = false;
	/* Half a step up, and half a step down, which is shorter at a power of two. */
	above = compare_with(&numerator, &denominator, 4 * mantissa + 2, exponent);
	below = compare_with(&numerator, &denominator,
						 4 * mantissa - (mantissa == (int64_t) 1 << 52 ? 1 : 2), exponent);
	CHECK(above < 0 || (above == 0 && mantissa % 2 == 0));
	CHECK(below > 0 || (below == 0 && mantissa % 2 == 0));
}

/* Ratios of the first limbs of one number by some of the last limbs of another. */
static void
check_ratios(const uint64_t *first, const uint64_t *last)
{
	for (int n = 1; n <= LIMBS; n++)
	{
		int			d = 1 + (int) (last[0] >> 2 * n & 3);
		WideNumber	numerator = wide_number(first, n);
		WideNumber	denominator = wide_number(last + LIMBS - d, d);
		WideNumber	product;

		check_ratio(numerator, denominator, 0);
		check_ratio(numerator, denominator, (int) (first[0] % 100) - 50);
		if (n + d > LIMBS)
			continue;
		/* A quotient that comes out even, one that nearly does, and one half way. */
		product = wide_product(&denominator, &numerator);
		check_ratio(product, denominator, 0);
		product = wide_sum(&product, &numerator);
		check_ratio(product, denominator, 0);
		numerator = wide_from_int((int64_t) (first[n - 1] >> 11 << 1 | (uint64_t) 1 << 53 | 1));
		product = wide_product(&denominator, &numerator);
		check_ratio(product, denominator, 0);
	}
}

static bool
reads_as(const char *text, const uint64_t *sum, int limbs)
{
	uint64_t	read[WIDE_MAX_LIMBS];
	const char *cursor = text;

	return wide_read(&cursor, read, limbs) == PLAN_OK && *cursor == '\0' &&
		wide_compare(read, sum, limbs) == 0;
}

/* One digit fewer, rounded to either side, is another number. */
static void
check_text(const uint64_t *sum, int limbs)
{
	char		text[WIDE_TEXT_SIZE];
	size_t		length = wide_write(text, sum, limbs);

	CHECK(length == strlen(text) && length < WIDE_TEXT_SIZE);
	CHECK(reads_as(text, sum, limbs));
	if (strchr(text, '.') == NULL)
		return;
	text[--length] = '\0';
	CHECK(!reads_as(text, sum, limbs));
	if (text[length - 1] == '.' || text[length - 1] == '9')
		return;
	text[length - 1]++;
	CHECK(!reads_as(text, sum, limbs));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint64_t	limbs[2][LIMBS];
	uint64_t	sums[2 * LIMBS];

	if (size < sizeof(limbs))
		return 0;
	memcpy(limbs, data, sizeof(limbs));
	memcpy(sums, data, sizeof(sums));
	for (int n = 3; n <= WIDE_MAX_LIMBS; n++)
	{
		check_text(sums, n);
		check_text(sums + 2 * LIMBS - n, n);
	}
	check_ratios(limbs[0], limbs[1]);
	/* A quotient that its upper limbs overstate most. */
	limbs[0][1] |= UINT64_MAX << 1;
	limbs[1][1] |= UINT64_MAX << 1;
	limbs[1][2] = (uint64_t) 1 << 63;
	limbs[0][2] = limbs[1][3] = 0;
	check_ratios(limbs[0], limbs[1]);
	return 0;
}
