/*
 * wide.c
 *		Integers of many 64-bit limbs.
 */
#include "core/wide.h"

#include <math.h>
#include <string.h>

#include "core/text.h"

/* Limbs before the binary point of a sum. */
#define WHOLE_LIMBS(limbs) ((limbs) > 5 ? 3 : 2)
#define MAX_WHOLE_LIMBS WHOLE_LIMBS(WIDE_MAX_LIMBS)

/* Chunks of digits before the point of the largest sum. */
#define MAX_WHOLE_CHUNKS 4

/* Digits after the point, for each limb there, that tell two neighbouring sums apart. */
#define FRACTION_DIGITS(limbs) ((size_t) (limbs) * 19 + 1)

/* Digits after the point that are worth more than a remainder. */
#define MAX_READ_DIGITS(limbs) ((limbs) * 80)

/*
 * Two's complement.
 */

static uint64_t
add_limbs(uint64_t *sum, const uint64_t *term, int limbs, uint64_t carry)
{
	for (int i = 0; i < limbs; i++)
	{
		DoubleLimb	s = (DoubleLimb) sum[i] + term[i] + carry;

		sum[i] = (uint64_t) s;
		carry = (uint64_t) (s >> 64);
	}
	return carry;
}

static uint64_t
subtract_limbs(uint64_t *sum, const uint64_t *term, int limbs)
{
	uint64_t	borrow = 0;

	for (int i = 0; i < limbs; i++)
	{
		DoubleLimb	difference = (DoubleLimb) sum[i] - term[i] - borrow;

		sum[i] = (uint64_t) difference;
		borrow = (uint64_t) (difference >> 64) & 1;
	}
	return borrow;
}

bool
wide_add(uint64_t *sum, const uint64_t *term, int limbs)
{
	uint64_t	a = sum[limbs - 1];
	uint64_t	b = term[limbs - 1];

	add_limbs(sum, term, limbs, 0);
	/* Overflow: both operands have one sign, and the result the other. */
	return (int64_t) ((a ^ sum[limbs - 1]) & (b ^ sum[limbs - 1])) >= 0;
}

bool
wide_subtract(uint64_t *sum, const uint64_t *term, int limbs)
{
	uint64_t	a = sum[limbs - 1];
	uint64_t	b = term[limbs - 1];

	subtract_limbs(sum, term, limbs);
	return (int64_t) ((a ^ b) & (a ^ sum[limbs - 1])) >= 0;
}

/* -1, 0 or 1. */
int
wide_sign(const uint64_t *sum, int limbs)
{
	if ((int64_t) sum[limbs - 1] < 0)
		return -1;
	for (int i = 0; i < limbs; i++)
		if (sum[i] != 0)
			return 1;
	return 0;
}

int
wide_compare(const uint64_t *a, const uint64_t *b, int limbs)
{
	if (a[limbs - 1] != b[limbs - 1])
		return (int64_t) a[limbs - 1] < (int64_t) b[limbs - 1] ? -1 : 1;
	for (int i = limbs - 2; i >= 0; i--)
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	return 0;
}

static void
negate_limbs(uint64_t *limb, int limbs)
{
	uint64_t	carry = 1;

	for (int i = 0; i < limbs; i++)
	{
		limb[i] = ~limb[i] + carry;
		carry &= limb[i] == 0;
	}
}

/* Divide by 2^shift, half to even. */
void
wide_shift_right_rounding(uint64_t *limb, int limbs, int shift)
{
	int			from = shift >> 6;
	int			bits = shift & 63;
	bool		half = false;
	bool		below = false;
	bool		carry;

	for (int i = 0; i < limbs && 64 * i < shift; i++)
	{
		int			dropped = shift - 64 * i;
		uint64_t	part = dropped < 64 ? limb[i] << (64 - dropped) : limb[i];

		/* The first bit below those that stay. */
		if (dropped <= 64)
		{
			half = part >> 63;
			part <<= 1;
		}
		below |= part != 0;
	}
	for (int i = 0; i < limbs; i++)
	{
		uint64_t	low = from + i < limbs ? limb[from + i] : 0;
		uint64_t	high = from + i + 1 < limbs ? limb[from + i + 1] : 0;

		limb[i] = bits == 0 ? low : low >> bits | high << (64 - bits);
	}
	carry = half && (below || (limb[0] & 1));
	for (int i = 0; i < limbs && carry; i++)
		carry = ++limb[i] == 0;
}

/*
 * Decimal text.
 */

/*
 * Digits are read and written so many at a time; with one more a digit of 64 bits has room for
 * them.
 */
#define CHUNK_DIGITS 18

static const uint64_t power_of_ten[CHUNK_DIGITS + 1] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
	10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000,
	1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000
};

/* Divide a number, above which a remainder stands; what remains then is returned. */
static uint64_t
divide_limbs(uint64_t *limb, int limbs, uint64_t divisor, uint64_t remainder)
{
	for (int i = limbs - 1; i >= 0; i--)
	{
		DoubleLimb	dividend = (DoubleLimb) remainder << 64 | limb[i];

		limb[i] = (uint64_t) (dividend / divisor);
		remainder = (uint64_t) dividend - limb[i] * divisor;
	}
	return remainder;
}

static bool
is_zero(const uint64_t *limb, int limbs)
{
	for (int i = 0; i < limbs; i++)
		if (limb[i] != 0)
			return false;
	return true;
}

/* Write so many digits, zeros first. */
static void
write_digits(char *out, uint64_t value, size_t digits)
{
	for (; digits > 0; value /= 10)
		out[--digits] = (char) ('0' + value % 10);
}

/* Write the whole part, most significant digit first. */
static size_t
write_whole(char *out, uint64_t *whole, int limbs)
{
	uint64_t	chunk[MAX_WHOLE_CHUNKS];
	int			chunks = 0;
	size_t		count;

	do
		chunk[chunks++] = divide_limbs(whole, limbs, power_of_ten[CHUNK_DIGITS], 0);
	while (!is_zero(whole, limbs));
	for (count = 1; count < CHUNK_DIGITS && chunk[chunks - 1] >= power_of_ten[count];)
		count++;
	write_digits(out, chunk[--chunks], count);
	for (; chunks > 0; count += CHUNK_DIGITS)
		write_digits(out + count, chunk[--chunks], CHUNK_DIGITS);
	return count;
}

/* Multiply and add; what leaves at the top is returned. */
static uint64_t
times_plus(uint64_t *limb, int limbs, uint64_t factor, uint64_t carry)
{
	for (int i = 0; i < limbs; i++)
	{
		DoubleLimb	product = (DoubleLimb) limb[i] * factor + carry;

		limb[i] = (uint64_t) product;
		carry = (uint64_t) (product >> 64);
	}
	return carry;
}

static bool
is_below(const uint64_t *a, const uint64_t *b, int limbs)
{
	for (int i = limbs - 1; i >= 0; i--)
		if (a[i] != b[i])
			return a[i] < b[i];
	return false;
}

/* Whether a fraction is nearer to a whole number than "reach". */
static bool
is_within(const uint64_t *fraction, const uint64_t *reach, int limbs)
{
	uint64_t	to_next[WIDE_MAX_LIMBS];

	memcpy(to_next, fraction, limbs * sizeof(uint64_t));
	negate_limbs(to_next, limbs);
	return is_below(fraction, reach, limbs) || is_below(to_next, reach, limbs);
}

/*
 * Write so many digits of a fraction, unless fewer suffice.  Where some suffice, more do as
 * well: so only the last of them is looked at.
 */
static bool
write_chunk(char *out, uint64_t *fraction, uint64_t *reach, int limbs, size_t digits)
{
	uint64_t	rest[WIDE_MAX_LIMBS];
	uint64_t	last_reach[WIDE_MAX_LIMBS];
	uint64_t	chunk;

	memcpy(rest, fraction, limbs * sizeof(uint64_t));
	memcpy(last_reach, reach, limbs * sizeof(uint64_t));
	chunk = times_plus(rest, limbs, power_of_ten[digits], 0);
	if (times_plus(last_reach, limbs, power_of_ten[digits - 1], 0) != 0 ||
		is_within(rest, last_reach, limbs))
		return false;
	write_digits(out, chunk, digits);
	memcpy(fraction, rest, limbs * sizeof(uint64_t));
	times_plus(reach, limbs, power_of_ten[digits], 0);
	return true;
}

/*
 * Write the fewest digits that tell this fraction from its neighbours, one unit away.
 * "reach" is half that distance at the scale of the current digit: once what remains is
 * nearer than that to either side, the digits suffice (Steele and White 1990,
 * fixed-precision free-format).
 */
static size_t
write_fraction(char *out, uint64_t *fraction, int limbs)
{
	uint64_t	reach[WIDE_MAX_LIMBS] = {5};
	size_t		count = 0;

	for (size_t chunk = CHUNK_DIGITS; chunk > 1;)
	{
		if (count + chunk < FRACTION_DIGITS(limbs) &&
			write_chunk(out + count, fraction, reach, limbs, chunk))
			count += chunk;
		else
			chunk /= 2;
	}
	for (;;)
	{
		char		digit = (char) ('0' + (int) times_plus(fraction, limbs, 10, 0));

		if (count + 1 == FRACTION_DIGITS(limbs) || is_within(fraction, reach, limbs))
		{
			out[count++] = (char) (digit + (int) (fraction[limbs - 1] >> 63));
			return count;
		}
		out[count++] = digit;
		times_plus(reach, limbs, 10, 0);
	}
}

/* Write as decimal text that reads back unchanged; returns its length. */
size_t
wide_write(char *out, const uint64_t *sum, int limbs)
{
	uint64_t	magnitude[WIDE_MAX_LIMBS];
	int			fraction = limbs - WHOLE_LIMBS(limbs);
	char	   *p = out;

	memcpy(magnitude, sum, limbs * sizeof(uint64_t));
	if (wide_sign(sum, limbs) < 0)
	{
		*p++ = '-';
		negate_limbs(magnitude, limbs);
	}
	p += write_whole(p, magnitude + fraction, limbs - fraction);
	if (!is_zero(magnitude, fraction))
	{
		*p++ = '.';
		p += write_fraction(p, magnitude, fraction);
	}
	*p = '\0';
	return (size_t) (p - out);
}

static uint64_t
read_digits(const char *first, const char *end)
{
	uint64_t	value = 0;

	for (; first < end; first++)
		value = value * 10 + (uint64_t) (*first - '0');
	return value;
}

/* Read the digits before the point; false when they are too many. */
static bool
read_whole(const char *first, const char *end, uint64_t *whole, int limbs)
{
	uint64_t	carry = 0;

	for (size_t digits; first < end; first += digits)
	{
		digits = end - first < CHUNK_DIGITS ? (size_t) (end - first) : CHUNK_DIGITS;
		carry |= times_plus(whole, limbs, power_of_ten[digits], read_digits(first, first + digits));
	}
	return carry == 0;
}

/*
 * Read the digits after the point, rounded half to even; true when that carries into the
 * whole part.  From the last digits to the first: each step divides by a power of ten, and since
 * the floor of nested divisions is that of the whole, nothing but "is anything left?" need be
 * remembered.  One limb more than the result has tells how to round.
 */
static bool
read_fraction(const char *first, const char *end, uint64_t *fraction, int limbs)
{
	uint64_t	value[WIDE_MAX_LIMBS + 1] = {0};
	uint64_t	nothing[WIDE_MAX_LIMBS] = {0};
	bool		rest = false,
				up;

	/* Of digits this far behind the point, only whether they are zero matters. */
	for (; end - first > MAX_READ_DIGITS(limbs); end--)
		rest |= end[-1] != '0';
	for (size_t digits; first < end; end -= digits)
	{
		digits = (size_t) (end - first - 1) % CHUNK_DIGITS + 1;
		rest |= divide_limbs(value, limbs + 1, power_of_ten[digits],
							 read_digits(end - digits, end)) != 0;
	}
	memcpy(fraction, value + 1, limbs * sizeof(uint64_t));
	up = value[0] >> 63 && (value[0] << 1 != 0 || rest || (fraction[0] & 1));
	return add_limbs(fraction, nothing, limbs, up) != 0;
}

static const char *
skip_digits(const char *p)
{
	while (text_is_digit(*p))
		p++;
	return p;
}

PlanError
wide_read(const char **cursor, uint64_t *sum, int limbs)
{
	const char *p = *cursor;
	bool		negative = *p == '-';
	int			fraction = limbs - WHOLE_LIMBS(limbs);
	uint64_t	one[MAX_WHOLE_LIMBS] = {1};
	const char *first;
	bool		fits;

	memset(sum, 0, limbs * sizeof(uint64_t));
	if (*p == '-' || *p == '+')
		p++;
	if (!text_is_digit(*p))
		return PLAN_SYNTAX;
	first = p;
	p = skip_digits(p);
	fits = read_whole(first, p, sum + fraction, limbs - fraction);
	if (*p == '.' && text_is_digit(p[1]))
	{
		first = ++p;
		p = skip_digits(p);
		if (read_fraction(first, p, sum, fraction))
			fits &= add_limbs(sum + fraction, one, limbs - fraction, 0) == 0;
	}
	if (!fits)
		return PLAN_OUT_OF_RANGE;
	if (negative)
		negate_limbs(sum, limbs);
	if (wide_sign(sum, limbs) != 0 && (wide_sign(sum, limbs) < 0) != negative)
		return PLAN_OUT_OF_RANGE;
	*cursor = p;
	return PLAN_OK;
}

/*
 * Sign and magnitude.
 */

static void
trim(WideNumber *number)
{
	while (number->limbs > 0 && number->limb[number->limbs - 1] == 0)
		number->limbs--;
	if (number->limbs == 0)
		number->negative = false;
}

WideNumber
wide_number(const uint64_t *sum, int limbs)
{
	WideNumber	number;

	number.negative = (int64_t) sum[limbs - 1] < 0;
	number.limbs = limbs;
	memcpy(number.limb, sum, limbs * sizeof(uint64_t));
	if (number.negative)
		negate_limbs(number.limb, limbs);
	trim(&number);
	return number;
}

WideNumber
wide_from_int(int64_t value)
{
	uint64_t	limb = (uint64_t) value;

	return wide_number(&limb, 1);
}

/* As a sum again; false when it does not fit. */
bool
wide_store(const WideNumber *number, uint64_t *sum, int limbs)
{
	if (number->limbs > limbs)
		return false;
	memset(sum, 0, limbs * sizeof(uint64_t));
	memcpy(sum, number->limb, number->limbs * sizeof(uint64_t));
	if (number->negative)
		negate_limbs(sum, limbs);
	return wide_sign(sum, limbs) == wide_number_sign(number);
}

static bool
magnitude_is_less(const WideNumber *a, const WideNumber *b)
{
	if (a->limbs != b->limbs)
		return a->limbs < b->limbs;
	return is_below(a->limb, b->limb, a->limbs);
}

WideNumber
wide_sum(const WideNumber *a, const WideNumber *b)
{
	const WideNumber *more = magnitude_is_less(a, b) ? b : a;
	const WideNumber *less = more == a ? b : a;
	WideNumber	result = *more;
	uint64_t	term[WIDE_NUMBER_LIMBS] = {0};

	memcpy(term, less->limb, less->limbs * sizeof(uint64_t));
	if (a->negative != b->negative)
		subtract_limbs(result.limb, term, more->limbs);
	else if (add_limbs(result.limb, term, more->limbs, 0) != 0)
		result.limb[result.limbs++] = 1;
	trim(&result);
	return result;
}

WideNumber
wide_difference(const WideNumber *a, const WideNumber *b)
{
	WideNumber	negated = *b;

	negated.negative = b->limbs > 0 && !b->negative;
	return wide_sum(a, &negated);
}

WideNumber
wide_product(const WideNumber *a, const WideNumber *b)
{
	WideNumber	result;

	result.negative = a->negative != b->negative;
	result.limbs = a->limbs + b->limbs;
	memset(result.limb, 0, result.limbs * sizeof(uint64_t));
	for (int i = 0; i < a->limbs; i++)
	{
		uint64_t	carry = 0;

		/* As those after the point of a sum of whole numbers. */
		if (a->limb[i] == 0)
			continue;
		for (int j = 0; j < b->limbs; j++)
		{
			DoubleLimb	product = (DoubleLimb) a->limb[i] * b->limb[j] + result.limb[i + j] + carry;

			result.limb[i + j] = (uint64_t) product;
			carry = (uint64_t) (product >> 64);
		}
		result.limb[i + b->limbs] = carry;
	}
	trim(&result);
	return result;
}

/* a * b - c * d */
WideNumber
wide_cross_difference(const WideNumber *a, const WideNumber *b, const WideNumber *c,
					  const WideNumber *d)
{
	WideNumber	ab = wide_product(a, b);
	WideNumber	cd = wide_product(c, d);

	return wide_difference(&ab, &cd);
}

/*
 * Put a magnitude, whose last limb is not zero, at the top of so many limbs; returns by how many
 * bits it moved.
 */
static int
normalize(const uint64_t *magnitude, int count, uint64_t *limb, int limbs)
{
	int			by = limbs - count;
	int			shift = __builtin_clzll(magnitude[count - 1]);

	memset(limb, 0, by * sizeof(uint64_t));
	memcpy(limb + by, magnitude, count * sizeof(uint64_t));
	if (shift > 0)
		for (int i = limbs - 1; i >= by; i--)
			limb[i] = limb[i] << shift | (i > by ? limb[i - 1] >> (64 - shift) : 0);
	return by * 64 + shift;
}

/* Take a multiple away from a number of one limb more; returns the borrow. */
static uint64_t
subtract_multiple(uint64_t *from, const uint64_t *term, int limbs, uint64_t factor)
{
	uint64_t	carry = 0;
	uint64_t	borrow = 0;

	for (int i = 0; i <= limbs; i++)
	{
		DoubleLimb	product = (DoubleLimb) factor * (i < limbs ? term[i] : 0) + carry;
		DoubleLimb	difference = (DoubleLimb) from[i] - (uint64_t) product - borrow;

		from[i] = (uint64_t) difference;
		borrow = (uint64_t) (difference >> 64) & 1;
		carry = (uint64_t) (product >> 64);
	}
	return borrow;
}

/*
 * numerator / denominator * 2^scale, of magnitudes, rounded once.  One digit of base 2^64 has
 * more bits than a float8: with the last of them telling whether anything is left, it rounds
 * as the quotient would.
 */
double
wide_limb_ratio(const uint64_t *numerator, int numerator_limbs, const uint64_t *denominator,
				int denominator_limbs, int scale)
{
	uint64_t	remainder_limb[WIDE_MAX_RATIO_LIMBS + 1];
	uint64_t	divisor_limb[WIDE_MAX_RATIO_LIMBS];
	uint64_t   *remainder = remainder_limb;
	uint64_t   *divisor = divisor_limb;
	uint64_t	digit,
				missing;
	int			limbs;

	while (numerator_limbs > 0 && numerator[numerator_limbs - 1] == 0)
		numerator_limbs--;
	while (denominator_limbs > 0 && denominator[denominator_limbs - 1] == 0)
		denominator_limbs--;
	if (denominator_limbs == 0)
		return NAN;
	if (numerator_limbs == 0)
		return 0.0;
	limbs = numerator_limbs > denominator_limbs ? numerator_limbs : denominator_limbs;
	scale -= normalize(numerator, numerator_limbs, remainder + 1, limbs);
	scale += normalize(denominator, denominator_limbs, divisor, limbs);
	/* Skip limbs that are zero in both, as in sums of whole days. */
	for (; limbs > 1 && remainder[1] == 0 && *divisor == 0; limbs--)
		remainder++, divisor++;
	/* Half the numerator is less than the denominator, and at least a quarter of it. */
	remainder[0] = 0;
	for (int i = 0; i < limbs; i++)
	{
		remainder[i] |= remainder[i + 1] << 63;
		remainder[i + 1] >>= 1;
	}
	/* What the upper limbs say is at most two too large (Knuth, volume 2, 4.3.1, theorem B). */
	digit =
		(uint64_t) (((DoubleLimb) remainder[limbs] << 64 | remainder[limbs - 1]) /
					divisor[limbs - 1]);
	missing = subtract_multiple(remainder, divisor, limbs, digit);
	while (missing != 0)
	{
		digit--;
		missing -= add_limbs(remainder, divisor, limbs, 0);
	}
	return ldexp((double) (digit | !is_zero(remainder, limbs)), scale - 63);
}

/* The same of numbers with signs; NaN where the denominator is zero. */
double
wide_ratio(const WideNumber *numerator, const WideNumber *denominator, int scale)
{
	double		ratio = wide_limb_ratio(numerator->limb, numerator->limbs, denominator->limb,
										denominator->limbs, scale);

	return ratio != 0.0 && numerator->negative != denominator->negative ? -ratio : ratio;
}
