/*
 * text.c
 *		Reading and writing numbers in the text forms of the types.
 *
 * Relies on LC_NUMERIC being "C", which PostgreSQL guarantees in its backends.
 */
#include "core/text.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Longest number worth reading: no float8 needs more than 770 digits. */
#define MAX_NUMBER_LENGTH 1023

void
text_skip_spaces(const char **cursor)
{
	while (text_is_space(**cursor))
		(*cursor)++;
}

/* Skip the word if the text goes on with it. */
bool
text_skip_word(const char **cursor, const char *word)
{
	const char *p = *cursor;

	while (*word != '\0')
		if (*p++ != *word++)
			return false;
	*cursor = p;
	return true;
}

/* Skip the spaces behind a field; false where it goes on without any. */
bool
text_skip_separator(const char **cursor)
{
	const char *end = *cursor;

	text_skip_spaces(cursor);
	return *cursor != end || **cursor == '\0';
}

/* Skip "name=" if it is there. */
bool
text_skip_name(const char **cursor, const char *name)
{
	const char *p = *cursor;

	if (!text_skip_word(&p, name) || *p != '=')
		return false;
	*cursor = p + 1;
	return true;
}

static const char *
skip_digits(const char *p)
{
	while (text_is_digit(*p))
		p++;
	return p;
}

/*
 * Where the decimal number at p ends, or NULL if there is none.  A point
 * belongs to it only when a digit follows, so that "8..12" reads as a band.
 */
static const char *
number_end(const char *p)
{
	const char *digits;
	bool		any;

	if (*p == '+' || *p == '-')
		p++;
	digits = p;
	p = skip_digits(p);
	any = p > digits;
	if (*p == '.' && text_is_digit(p[1]))
	{
		p = skip_digits(p + 1);
		any = true;
	}
	if (!any)
		return NULL;
	if (*p == 'e' || *p == 'E')
	{
		const char *exponent = p + 1;

		if (*exponent == '+' || *exponent == '-')
			exponent++;
		if (text_is_digit(*exponent))
			p = skip_digits(exponent);
	}
	return p;
}

/* Of powers of ten, those that float8 has exactly. */
static const double powers_of_ten[] = {
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22
};

/* Integers of so many digits are exact too. */
#define MAX_EXACT_DIGITS 15

/*
 * The value of a short number without exponent: one division of exact numbers rounds as
 * strtod() does.
 */
static bool
read_short_number(const char *p, const char *end, double *result)
{
	bool		negative = *p == '-';
	int64_t		digits = 0;
	const char *point = NULL;

	if (negative || *p == '+')
		p++;
	if (end - p > MAX_EXACT_DIGITS + 1)
		return false;
	for (; p < end; p++)
	{
		if (text_is_digit(*p))
			digits = digits * 10 + (*p - '0');
		else if (*p == '.')
			point = p + 1;
		else
			return false;
	}
	if (digits >= (int64_t) 1 << 53)
		return false;
	*result = (double) (negative ? -digits : digits);
	if (point != NULL)
		*result /= powers_of_ten[end - point];
	return true;
}

/* Read a finite decimal number; zero always comes out positive. */
PlanError
text_read_double(const char **cursor, double *result)
{
	char		number[MAX_NUMBER_LENGTH + 1];
	const char *end = number_end(*cursor);
	size_t		length;

	if (end == NULL)
		return PLAN_SYNTAX;
	length = (size_t) (end - *cursor);
	if (length > MAX_NUMBER_LENGTH)
		return PLAN_SYNTAX;
	if (read_short_number(*cursor, end, result))
	{
		*cursor = end;
		return PLAN_OK;
	}
	memcpy(number, *cursor, length);
	number[length] = '\0';

	errno = 0;
	*result = strtod(number, NULL);
	if (!isfinite(*result) || (*result == 0.0 && errno == ERANGE))
		return PLAN_OUT_OF_RANGE;
	*result += 0.0;				/* -0 becomes 0 */
	*cursor = end;
	return PLAN_OK;
}

PlanError
text_read_int64(const char **cursor, int64_t *result)
{
	const char *p = *cursor;
	bool		negative = *p == '-';
	uint64_t	limit = negative ? (uint64_t) 1 << 63 : INT64_MAX;
	uint64_t	value = 0;

	if (negative)
		p++;
	if (!text_is_digit(*p))
		return PLAN_SYNTAX;
	for (; text_is_digit(*p); p++)
	{
		uint64_t	digit = (uint64_t) (*p - '0');

		if (value > (limit - digit) / 10)
			return PLAN_OUT_OF_RANGE;
		value = value * 10 + digit;
	}
	/* Negate through unsigned arithmetic: INT64_MIN has no counterpart. */
	*result = (int64_t) (negative ? 0 - value : value);
	*cursor = p;
	return PLAN_OK;
}

/* Without a NUL. */
size_t
text_write_int64(char *out, int64_t value)
{
	char		digits[20];
	uint64_t	rest = value < 0 ? 0 - (uint64_t) value : (uint64_t) value;
	size_t		first = sizeof(digits);
	char	   *p = out;

	do
		digits[--first] = (char) ('0' + rest % 10);
	while ((rest /= 10) != 0);
	if (value < 0)
		*p++ = '-';
	memcpy(p, digits + first, sizeof(digits) - first);
	return (size_t) (p - out) + sizeof(digits) - first;
}

char *
text_write_padded(char *out, uint32_t value, int digits)
{
	for (int i = digits; --i >= 0; value /= 10)
		out[i] = (char) ('0' + value % 10);
	return out + digits;
}

/* Decimals of numbers that are written without printf(). */
#define FEW_DECIMALS 6
#define FEW_DECIMALS_SCALE 1000000

/*
 * Write a number of up to 15 digits, six of them decimals: the only one of so few digits that
 * reads back unchanged.  0 for others.
 */
static size_t
write_short_number(char *out, double value)
{
	double		magnitude = fabs(value);
	double		scaled = magnitude * FEW_DECIMALS_SCALE;
	uint64_t	digits;
	char	   *p = out;

	if (!(magnitude >= 1e-4 && scaled < 1e15))
		return 0;
	digits = (uint64_t) (scaled + 0.5);
	if ((double) digits / FEW_DECIMALS_SCALE != magnitude)
		return 0;
	if (value < 0)
		*p++ = '-';
	p += text_write_int64(p, (int64_t) (digits / FEW_DECIMALS_SCALE));
	if (digits % FEW_DECIMALS_SCALE != 0)
	{
		*p++ = '.';
		p = text_write_padded(p, digits % FEW_DECIMALS_SCALE, FEW_DECIMALS);
		while (p[-1] == '0')
			p--;
	}
	*p = '\0';
	return (size_t) (p - out);
}

/*
 * Numbers of an ordinary size are printed from integers: as printf() does, in a fraction of its
 * time.
 */

__extension__ typedef unsigned __int128 Wide;

#define MIN_DIGITS 15
#define MAX_DIGITS 17

/* Those that are printed without an exponent, and whose multiples by powers of ten fit. */
#define LEAST_ORDINARY 1e-4
#define MOST_ORDINARY 1e14

/* A number times a power of ten, with 17 digits before the point: numerator / 2^shift. */
typedef struct Scaled
{
	Wide		numerator;
	int			shift;
	int			power;
	uint64_t	mantissa;
} Scaled;

static Wide
power_of_ten(int power)
{
	Wide		result = 1;

	while (power-- > 0)
		result *= 10;
	return result;
}

static Scaled
scale_number(double magnitude)
{
	int			exponent;
	uint64_t	mantissa = (uint64_t) ldexp(frexp(magnitude, &exponent), 53);
	Scaled		scaled = {0, 53 - exponent, MAX_DIGITS - 1, mantissa};

	/* Powers of ten of this size are exact; below 1 the first guess may be one too large. */
	for (double reach = 10.0; magnitude >= reach; reach *= 10.0)
		scaled.power--;
	for (; magnitude < 0.999; magnitude *= 10.0)
		scaled.power++;
	scaled.numerator = mantissa * power_of_ten(scaled.power);
	if (scaled.numerator >> scaled.shift < power_of_ten(MAX_DIGITS - 1))
	{
		scaled.numerator *= 10;
		scaled.power++;
	}
	return scaled;
}

/* In units of so many digits, half to even. */
static uint64_t
round_scaled(const Scaled *scaled, uint64_t unit)
{
	uint64_t	units = (uint64_t) (scaled->numerator >> scaled->shift) / unit;
	Wide		rest = scaled->numerator - ((Wide) (units * unit) << scaled->shift);
	Wide		whole = (Wide) unit << scaled->shift;

	return units + (2 * rest > whole || (2 * rest == whole && units % 2 == 1));
}

/* Whether digits are nearer to the number than to any other float8. */
static bool
reads_back(const Scaled *scaled, uint64_t digits)
{
	Wide		other = (Wide) digits << scaled->shift;
	bool		below = other < scaled->numerator;
	Wide		distance = below ? scaled->numerator - other : other - scaled->numerator;
	Wide		to_next = power_of_ten(scaled->power);

	/* Below a power of two float8 stand twice as close. */
	distance *= below && scaled->mantissa == (uint64_t) 1 << 52 ? 4 : 2;
	return distance < to_next || (distance == to_next && scaled->mantissa % 2 == 0);
}

/* So many of the digits, at least one, stand behind the point. */
static size_t
write_decimal(char *out, uint64_t digits, size_t behind)
{
	char		text[MAX_DIGITS + 4];
	char	   *p = out;
	size_t		length,
				whole;

	for (; behind > 0 && digits % 10 == 0; behind--)
		digits /= 10;
	length = text_write_int64(text, (int64_t) digits);
	whole = length > behind ? length - behind : 0;
	memcpy(p, text, whole);
	p += whole;
	if (whole == 0)
		*p++ = '0';
	if (behind > 0)
		*p++ = '.';
	for (size_t i = length; i < behind; i++)
		*p++ = '0';
	memcpy(p, text + whole, length - whole);
	return (size_t) (p - out) + length - whole;
}

static size_t
write_ordinary(char *out, double value)
{
	Scaled		scaled = scale_number(fabs(value));
	uint64_t	unit = 100;
	uint64_t	digits = round_scaled(&scaled, unit);
	size_t		behind = (size_t) scaled.power - (MAX_DIGITS - MIN_DIGITS);
	size_t		sign = value < 0.0;

	while (!reads_back(&scaled, digits * unit))
	{
		unit /= 10;
		behind++;
		digits = round_scaled(&scaled, unit);
	}
	if (sign > 0)
		*out = '-';
	return sign + write_decimal(out + sign, digits, behind);
}

/* Print with as few of 15 to 17 significant digits as read back unchanged. */
size_t
text_write_double(char *out, double value)
{
	size_t		length = write_short_number(out, value);

	if (length > 0)
		return length;
	if (fabs(value) >= LEAST_ORDINARY && fabs(value) < MOST_ORDINARY)
	{
		length = write_ordinary(out, value);
		out[length] = '\0';
		return length;
	}
	for (int digits = MIN_DIGITS; digits <= MAX_DIGITS; digits++)
	{
		length = (size_t) snprintf(out, TEXT_DOUBLE_SIZE, "%.*g", digits, value);
		if (strtod(out, NULL) == value)
			break;
	}
	return length;
}
