/*
 * grouped.c
 *		Decimal numbers with marks between groups of three digits.
 */
#include "core/grouped.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "core/text.h"

/* The digits of a number, and how many of them stand before the decimal mark, which may be < 0. */
typedef struct Decimal
{
	char		digit[TEXT_DOUBLE_SIZE];
	int			count;
	int			before;
} Decimal;

/* The shortest decimals that are the number, which is not negative, divided by a power of ten. */
static void
decimal_of(double value, int scale, Decimal *decimal)
{
	char		text[TEXT_DOUBLE_SIZE];
	const char *p = text;
	int64_t		exponent = 0;

	memset(decimal, 0, sizeof(*decimal));
	decimal->before = -1;
	(void) text_write_double(text, value);
	for (; *p != '\0' && *p != 'e'; p++)
		if (text_is_digit(*p))
			decimal->digit[decimal->count++] = *p;
		else
			decimal->before = decimal->count;
	if (decimal->before < 0)
		decimal->before = decimal->count;
	if (*p == 'e')
	{
		p += 1 + (p[1] == '+');
		(void) text_read_int64(&p, &exponent);
	}
	decimal->before += (int) exponent - scale;
}

/* Round half away from zero to so many digits behind the mark. */
static void
round_decimal(Decimal *decimal, int digits)
{
	int			kept = decimal->before + digits;
	bool		is_up;

	if (kept >= decimal->count)
		return;
	is_up = kept >= 0 && decimal->digit[kept] >= '5';
	decimal->count = kept > 0 ? kept : 0;
	for (int i = decimal->count - 1; is_up && i >= 0; i--)
	{
		is_up = decimal->digit[i] == '9';
		decimal->digit[i] = is_up ? '0' : (char) (decimal->digit[i] + 1);
	}
	if (!is_up)
		return;
	/* All were nines. */
	memset(decimal->digit + 1, '0', (size_t) decimal->count);
	decimal->digit[0] = '1';
	decimal->count++;
	decimal->before++;
}

static char
digit_at(const Decimal *decimal, int i)
{
	return i >= 0 && i < decimal->count ? decimal->digit[i] : '0';
}

/*
 * Write a finite number divided by a power of ten, rounded to at most GROUPED_MAX_DIGITS digits
 * behind the decimal mark, of which zeros at the end are left out.  Returns the length.
 */
size_t
grouped_write(char *out, double value, int scale, int digits, char decimal_mark)
{
	char		group_mark = decimal_mark == ',' ? '.' : ',';
	char	   *p = out;
	Decimal		decimal;
	int			first;

	decimal_of(fabs(value), scale, &decimal);
	round_decimal(&decimal, digits);
	while (decimal.count > 0 && decimal.digit[decimal.count - 1] == '0')
		decimal.count--;
	for (first = 0;
		 first < decimal.count && first < decimal.before - 1 && decimal.digit[first] == '0';)
		first++;
	if (value < 0.0 && decimal.count > 0)
		*p++ = '-';
	if (decimal.count == 0 || decimal.before <= 0)
		*p++ = '0';
	else
		for (int i = first; i < decimal.before; i++)
		{
			if (i > first && (decimal.before - i) % 3 == 0)
				*p++ = group_mark;
			*p++ = digit_at(&decimal, i);
		}
	if (decimal.count > decimal.before && decimal.count > 0)
	{
		*p++ = decimal_mark;
		for (int i = decimal.before; i < decimal.count; i++)
			*p++ = digit_at(&decimal, i);
	}
	*p = '\0';
	return (size_t) (p - out);
}
