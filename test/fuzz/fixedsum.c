/*
 * Exact sums: text reads back unchanged; float8 values and products added in any order,
 * and taken away again, against plain 192-bit arithmetic on arrays of bits.
 */
#include "core/fixedsum.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 128

static void
check_text(const FixedSum *sum)
{
	char		text[FIXEDSUM_TEXT_SIZE];
	const char *p = text;
	FixedSum	again;

	CHECK(fixedsum_write(text, sum) < FIXEDSUM_TEXT_SIZE);
	CHECK(fixedsum_read(&p, &again) == PLAN_OK && *p == '\0');
	CHECK(fixedsum_compare(sum, &again) == 0);
}

/* What has room in 128 bits is what a sum of nothing becomes. */
static void
check_term(FixedTerm term, const FixedSum *sum)
{
	FixedSum	expected = fixedsum_from_term(term);

	CHECK(fixedsum_compare(&expected, sum) == 0);
}

/* What a float8 comes to in units of 2^-64, by scaling and rounding in floating point. */
static void
check_one_double(double x)
{
	FixedSum	sum = {{0, 0, 0}};
	bool		fits = fixedsum_add_double(&sum, x);
	FixedTerm	term;

	CHECK(fixedsum_any_term(x, &term) == (fabs(x) < 0x1p63));
	if (fabs(x) < 0x1p63)
		check_term(term, &sum);
	CHECK(fits == (isfinite(x) && fabs(x) < 0x1p127));
	if (fits && fabs(x) >= 0x1p-11)
		CHECK(fixedsum_to_double(&sum) == x);
	if (fits && fabs(x) < 0x1p-11)
		CHECK(fixedsum_to_double(&sum) == nearbyint(x * 0x1p64) * 0x1p-64);
	if (fits)
	{
		check_text(&sum);
		CHECK(fixedsum_add_double(&sum, -x));
		CHECK(fixedsum_sign(&sum) == 0);
	}
}

/* Inline and general paths agree. */
static void
check_product(double x, double y)
{
	FixedSum	fast = {{0, 0, 0}};
	FixedSum	slow = {{0, 0, 0}};
	bool		fits = fixedsum_add_product(&fast, x, y);
	FixedTerm	term;

	if (fixedsum_any_product_term(x, y, &term))
		check_term(term, &fast);
	else
		CHECK(!(fabs(x * y) < 0x1p62));
	CHECK(fits == fixedsum_add_any_product(&slow, x, y));
	CHECK(fixedsum_compare(&fast, &slow) == 0);
	if (fits)
	{
		CHECK(fixedsum_add_product(&fast, -x, y));
		CHECK(fixedsum_sign(&fast) == 0);
	}
}

/* A value is added as the sum of it alone would be. */
static void
check_added(const FixedSum *sum, double x)
{
	FixedSum	alone = {{0, 0, 0}};
	FixedSum	expected = *sum;
	FixedSum	result = *sum;

	if (!fixedsum_add_double(&alone, x))
		return;
	CHECK(fixedsum_add(&expected, &alone) == fixedsum_add_double(&result, x));
	CHECK(fixedsum_compare(&expected, &result) == 0);
}

static void
check_order(const double *values, size_t count)
{
	FixedSum	forward = {{0, 0, 0}};
	FixedSum	backward = {{0, 0, 0}};
	FixedSum	parts[2] = {{{0, 0, 0}}, {{0, 0, 0}}};
	bool		fits = true;

	for (size_t i = 0; i < count; i++)
		fits &= fixedsum_add_double(&forward, values[i]);
	for (size_t i = count; i > 0; i--)
		fits &= fixedsum_add_double(&backward, values[i - 1]);
	for (size_t i = 0; i < count; i++)
		fits &= fixedsum_add_double(&parts[i % 2], values[i]);
	fits &= fixedsum_add(&parts[0], &parts[1]);
	if (!fits)
		return;
	CHECK(fixedsum_compare(&forward, &backward) == 0);
	CHECK(fixedsum_compare(&forward, &parts[0]) == 0);
	for (size_t i = 0; i < count; i++)
		if (!fixedsum_add_double(&backward, -values[i]))
			return;
	CHECK(fixedsum_sign(&backward) == 0);
}

static bool
is_same(double a, double b)
{
	return memcmp(&a, &b, sizeof(a)) == 0 || (isnan(a) && isnan(b));
}

/* Sums of 128 bits by words, and by the arithmetic of all others. */
static void
check_terms(const FixedSum *a, const FixedSum *b)
{
	if (!fixedsum_is_term(a) || !fixedsum_is_term(b))
		return;
	CHECK(is_same(fixedterm_ratio(fixedsum_as_term(a), fixedsum_as_term(b)),
				  fixedsum_any_ratio(a, b)));
	CHECK(is_same(fixedterm_to_double(fixedsum_as_term(a)), fixedsum_any_to_double(a)));
}

/* Of the bits of two numbers, those from some place on. */
static void
check_parts(const uint8_t *data)
{
	FixedTerm	terms[2];

	memcpy(terms, data, sizeof(terms));
	for (int shift = 0; shift < 128; shift += 1 + data[0] % 16)
	{
		FixedSum	a = fixedsum_from_term(terms[0] >> shift);
		FixedSum	b = fixedsum_from_term(terms[1] >> (127 - shift));
		FixedSum	whole = {{0, a.limb[0], a.limb[1]}};

		check_terms(&a, &b);
		check_terms(&b, &a);
		check_terms(&a, &whole);
	}
}

/* a + b - b = a, - - a = a, and a / b * b is a to within rounding. */
static void
check_group(const FixedSum *a, const FixedSum *b)
{
	FixedSum	sum = *a;
	double		ratio = fixedsum_ratio(a, b);

	if (fixedsum_add(&sum, b))
	{
		CHECK(fixedsum_subtract(&sum, b));
		CHECK(fixedsum_compare(&sum, a) == 0);
	}
	if (fixedsum_negate(&sum))
	{
		CHECK(fixedsum_compare(&sum, a) == 0 ? fixedsum_sign(a) == 0 :
			  fixedsum_sign(&sum) == -fixedsum_sign(a));
		CHECK(fixedsum_negate(&sum));
		CHECK(fixedsum_compare(&sum, a) == 0);
	}
	if (fixedsum_sign(b) == 0)
		CHECK(isnan(ratio));
	else
	{
		double		quotient = fixedsum_to_double(a) / fixedsum_to_double(b);

		CHECK(fabs(ratio - quotient) <= fabs(quotient) * 0x1p-50);
		CHECK(fixedsum_sign(a) == 0 || fixedsum_ratio(a, a) == 1.0);
	}
	check_terms(a, b);
	check_text(a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	const char *p = text;
	FixedSum	sum;
	double		values[32];
	size_t		count = size / sizeof(double) < 32 ? size / sizeof(double) : 32;

	if (fixedsum_read(&p, &sum) == PLAN_OK)
		check_text(&sum);
	free(text);

	memcpy(values, data, count * sizeof(double));
	for (size_t i = 0; i < count; i++)
		check_one_double(values[i]);
	for (size_t i = 1; i < count; i++)
		check_product(values[i - 1], values[i]);
	check_order(values, count);
	if (size >= 2 * sizeof(FixedTerm))
		check_parts(data);
	if (size >= 2 * sizeof(FixedSum))
	{
		FixedSum	operands[2];

		memcpy(operands, data, sizeof(operands));
		check_group(&operands[0], &operands[1]);
		for (size_t i = 0; i < count; i++)
			check_added(&operands[0], values[i]);
	}
	return 0;
}
