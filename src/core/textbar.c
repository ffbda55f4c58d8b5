/*
 * textbar.c
 *		Pictures of characters: a bar of a share, and a line of columns.
 *
 * In UTF-8 they are made of the block elements of Unicode, which stand in eighths of a character;
 * in ASCII a bar is made of #, and the height of a column is a digit from 1 to 8.
 */
#include "core/textbar.h"

#include <math.h>
#include <string.h>

#include "core/grouped.h"

#define EIGHTHS 8

/* A percentage beyond this is written as more than it. */
#define MAX_PERCENT 99999

/* So many digits that the percentages of one column of a table stand below each other. */
#define PERCENT_WIDTH 3

static char *
put_block(char *out, uint8_t last_byte)
{
	out[0] = '\xe2';
	out[1] = '\x96';
	out[2] = (char) last_byte;
	return out + TEXTBAR_BYTES;
}

/* So many eighths of a character, from the left: U+2588 is full, U+258F one eighth. */
static char *
put_left_eighths(char *out, int eighths)
{
	return put_block(out, (uint8_t) (0x90 - eighths));
}

/* The same from below: U+2581 is one eighth, U+2588 is full. */
static char *
put_lower_eighths(char *out, int eighths)
{
	return put_block(out, (uint8_t) (0x80 + eighths));
}

/* Rounded in decimals, without marks between groups of digits. */
static char *
put_percent(char *out, double share)
{
	char		text[GROUPED_TEXT_SIZE];
	double		bounded = fmin(fmax(share, -MAX_PERCENT / 100.0), MAX_PERCENT / 100.0);
	size_t		digits = 0;

	(void) grouped_write(text, bounded, -2, 0, ',');
	for (const char *p = text; *p != '\0'; p++)
		if (*p != '.')
			text[digits++] = *p;
	if (bounded != share)
		*out++ = share > 0.0 ? '>' : '<';
	for (size_t i = digits; i < PERCENT_WIDTH; i++)
		*out++ = ' ';
	memcpy(out, text, digits);
	memcpy(out + digits, " %", 2);
	return out + digits + 2;
}

/*
 * Write a bar of so many characters and the percentage behind it.  The bar is empty from 0 down and
 * full from 1 on, and neither in between.  Returns the length.
 */
size_t
bar_write(char *out, double share, int width, bool ascii)
{
	int			steps = ascii ? 1 : EIGHTHS;
	int			all = width * steps;
	int			filled = (int) floor(fmin(fmax(share, 0.0), 1.0) * all + 0.5);
	char	   *p = out;
	int			used;

	if (share > 0.0 && filled == 0)
		filled = 1;
	if (share < 1.0 && filled == all)
		filled = all - 1;
	for (int i = 0; i < filled / steps; i++)
		if (ascii)
			*p++ = '#';
		else
			p = put_left_eighths(p, EIGHTHS);
	if (filled % steps > 0)
		p = put_left_eighths(p, filled % steps);
	used = (filled + steps - 1) / steps;
	memset(p, ' ', (size_t) (width - used) + 1);
	p = put_percent(p + (width - used) + 1, share);
	return (size_t) (p - out);
}

/* The least and the greatest value that is there; NaN where none is. */
void
spark_range(const double *values, uint32_t count, double *low, double *high)
{
	*low = *high = NAN;
	for (uint32_t i = 0; i < count; i++)
	{
		*low = fmin(*low, values[i]);
		*high = fmax(*high, values[i]);
	}
}

/*
 * From 1 to 8; of a range of one value, in the middle.  Where low is above high, all are beyond
 * one of them.
 */
static int
column_height(double value, double low, double high)
{
	double		share = isfinite(high - low) ? (value - low) / (high - low)
		: (value / 2 - low / 2) / (high / 2 - low / 2);

	if (low == high)
		return EIGHTHS / 2;
	if (low > high)
		return value <= high ? 1 : EIGHTHS;
	return 1 + (int) fmin(fmax(floor(share * EIGHTHS), 0.0), EIGHTHS - 1.0);
}

/* Write a column for each value, and a space where it is missing.  Returns the length. */
size_t
spark_write(char *out, const double *values, uint32_t count, double low, double high, bool ascii)
{
	char	   *p = out;

	for (uint32_t i = 0; i < count; i++)
	{
		if (isnan(values[i]))
			*p++ = ' ';
		else if (ascii)
			*p++ = (char) ('0' + column_height(values[i], low, high));
		else
			p = put_lower_eighths(p, column_height(values[i], low, high));
	}
	return (size_t) (p - out);
}
