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
	size_t		length = strlen(word);

	if (strncmp(*cursor, word, length) != 0)
		return false;
	*cursor += length;
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

/* Print with as few of 15 to 17 significant digits as read back unchanged. */
size_t
text_write_double(char *out, double value)
{
	int			length = (int) write_short_number(out, value);

	if (length > 0)
		return (size_t) length;
	for (int digits = 15; digits <= 17; digits++)
	{
		length = snprintf(out, TEXT_DOUBLE_SIZE, "%.*g", digits, value);
		if (strtod(out, NULL) == value)
			break;
	}
	return (size_t) length;
}
