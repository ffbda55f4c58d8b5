/*
 * decimal.c
 *		Numeric values without their text: read as float8, and written.
 *
 * The cast from numeric to float8 prints the number and parses it again, which costs
 * several times as much as the aggregate; numeric_in() takes five times as long as what
 * is written here.  The stored format below has been the same since PostgreSQL 9.1, and
 * pg_upgrade depends on it.
 */
#include "postgres.h"

#include <math.h>

#include "utils/builtins.h"

#include "decimal.h"
#include "type.h"

/* The first two bytes distinguish short, long and special values. */
#define SIGN_MASK			0xC000
#define SIGN_NEGATIVE		0x4000
#define SIGN_SHORT			0x8000
#define SIGN_SPECIAL		0xC000

#define SPECIAL_MASK		0xF000
#define SPECIAL_NAN			0xC000
#define SPECIAL_PLUS_INF	0xD000

#define SHORT_NEGATIVE		0x2000
#define SHORT_WEIGHT_SIGN	0x0040
#define SHORT_WEIGHT_MASK	0x003F
#define SHORT_SCALE_SHIFT	7
#define SHORT_MAX_SCALE		0x003F
#define SHORT_MAX_WEIGHT	0x003F
#define SHORT_MIN_WEIGHT	(-0x0040)

#define BASE 10000
#define DIGITS_PER_PLACE 4

/* Powers of ten up to this are exact in float8. */
#define MAX_EXACT_POWER 22

static const double powers_of_ten[MAX_EXACT_POWER + 1] = {
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22
};

static inline uint16
read_uint16(const char *p)
{
	uint16		result;

	memcpy(&result, p, sizeof(result));
	return result;
}

/* The cast to float8; an error quotes only the beginning of the number. */
static pg_noinline double
cast_to_double(Datum numeric)
{
	double		result = DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow, numeric));
	const char *text;

	if (result != 0.0 && !isinf(result))
		return result;
	text = DatumGetCString(DirectFunctionCall1(numeric_out, numeric));
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("\"%s\" is out of range for type %s", shown_text(text, strlen(text)),
					"double precision")));
}

/*
 * The float8 nearest to a numeric.  If digits and power of ten are both exact in float8, one
 * multiplication or division rounds once, as the cast does; other numbers are cast.
 */
double
numeric_datum_to_double(Datum numeric)
{
	struct varlena *value = PG_DETOAST_DATUM_PACKED(numeric);
	const char *p = VARDATA_ANY(value);
	const char *end = p + VARSIZE_ANY_EXHDR(value);
	uint16		header = read_uint16(p);
	bool		negative;
	int			weight;
	uint64		digits = 0;
	double		result;

	p += sizeof(uint16);
	if ((header & SIGN_MASK) == SIGN_SPECIAL)
	{
		if ((header & SPECIAL_MASK) == SPECIAL_NAN)
			return NAN;
		return (header & SPECIAL_MASK) == SPECIAL_PLUS_INF ? HUGE_VAL : -HUGE_VAL;
	}
	if ((header & SIGN_MASK) == SIGN_SHORT)
	{
		negative = (header & SHORT_NEGATIVE) != 0;
		weight = header & SHORT_WEIGHT_MASK;
		if (header & SHORT_WEIGHT_SIGN)
			weight -= SHORT_WEIGHT_MASK + 1;
	}
	else
	{
		negative = (header & SIGN_MASK) == SIGN_NEGATIVE;
		weight = (int16) read_uint16(p);
		p += sizeof(uint16);
	}

	/* After this loop weight is that of the place behind the last digit. */
	for (; p < end; p += sizeof(uint16), weight--)
	{
		/* One place more still fits 64 bits; whether it is exact is asked below. */
		if (digits > MAX_EXACT_INTEGER / BASE)
			return cast_to_double(numeric);
		digits = digits * BASE + read_uint16(p);
	}
	if (digits == 0)
		return 0.0;
	weight = (weight + 1) * DIGITS_PER_PLACE;
	if (digits > MAX_EXACT_INTEGER || abs(weight) > MAX_EXACT_POWER)
		return cast_to_double(numeric);
	result = weight >= 0
		? (double) digits * powers_of_ten[weight]
		: (double) digits / powers_of_ten[-weight];
	return negative ? -result : result;
}

/*
 * Writing.
 */

/*
 * Places of four digits, the most significant first, without zeros at either end, become a
 * numeric as numeric_in() makes it; returns its length.  The scale counts the decimals shown.
 */
static Size
write_numeric(NumericSpace *space, bool negative, int weight, int scale, const uint16 *places,
			  int count)
{
	char	   *p = space->bytes + VARHDRSZ;
	uint16		header;

	if (likely(scale <= SHORT_MAX_SCALE &&
			   weight >= SHORT_MIN_WEIGHT && weight <= SHORT_MAX_WEIGHT))
		header = SIGN_SHORT | (negative ? SHORT_NEGATIVE : 0) | scale << SHORT_SCALE_SHIFT |
			(weight < 0 ? SHORT_WEIGHT_SIGN : 0) | (weight & SHORT_WEIGHT_MASK);
	else
		header = (negative ? SIGN_NEGATIVE : 0) | scale;
	memcpy(p, &header, sizeof(header));
	p += sizeof(header);
	if ((header & SIGN_SHORT) == 0)
	{
		int16		long_weight = weight;

		memcpy(p, &long_weight, sizeof(long_weight));
		p += sizeof(long_weight);
	}
	memcpy(p, places, count * sizeof(uint16));
	p += count * sizeof(uint16);
	SET_VARSIZE(space->bytes, p - space->bytes);
	return p - space->bytes;
}

Size
numeric_write_integer(NumericSpace *space, int64 value)
{
	uint64		rest = value < 0 ? -(uint64) value : (uint64) value;
	uint16		places[5];
	int			first = lengthof(places),
				end;

	for (; rest > 0; rest /= BASE)
		places[--first] = rest % BASE;
	for (end = lengthof(places); end > first && places[end - 1] == 0;)
		end--;
	return write_numeric(space, value < 0, Max((int) lengthof(places) - 1 - first, 0), 0,
						 places + first, end - first);
}

/* Digits that have been read, with zeros before and behind them that make up whole places. */
typedef struct Digits
{
	int			count;
	int			point;			/* how many of them stand before the point */
	char		digit[DIGITS_PER_PLACE + MAX_DECIMAL_LENGTH + DIGITS_PER_PLACE];
} Digits;

/* Read "-12.50e-7"; returns how many decimals it shows. */
static int
read_digits(const char *text, Digits *digits)
{
	char	   *first = digits->digit + DIGITS_PER_PLACE;
	char	   *p = first;
	int			decimals;

	memset(digits->digit, '0', DIGITS_PER_PLACE);
	while (*text >= '0' && *text <= '9')
		*p++ = *text++;
	digits->point = p - first;
	if (*text == '.')
		for (text++; *text >= '0' && *text <= '9';)
			*p++ = *text++;
	digits->count = p - first;
	decimals = digits->count - digits->point;
	memset(p, '0', DIGITS_PER_PLACE);
	if (*text == 'e')
	{
		int			exponent = atoi(text + 1);

		digits->point += exponent;
		decimals = Max(decimals - exponent, 0);
	}
	return decimals;
}

/* A number of no more than MAX_DECIMAL_LENGTH characters, as kernels write them. */
Size
numeric_write_decimal(NumericSpace *space, const char *text)
{
	bool		negative = *text == '-';
	Digits		digits;
	int			scale = read_digits(text + negative, &digits);
	uint16		places[MAX_DECIMAL_LENGTH / DIGITS_PER_PLACE + 2];
	int			count = 0,
				weight,
				before;
	const char *p;

	Assert(strlen(text) <= MAX_DECIMAL_LENGTH);
	/* Places are counted from the point: how many zeros make up the first one? */
	weight = digits.point > 0 ? (digits.point - 1) / DIGITS_PER_PLACE
		: -(-digits.point / DIGITS_PER_PLACE) - 1;
	before = (weight + 1) * DIGITS_PER_PLACE - digits.point;
	p = digits.digit + DIGITS_PER_PLACE - before;
	for (const char *end = digits.digit + DIGITS_PER_PLACE + digits.count; p < end;
		 p += DIGITS_PER_PLACE)
	{
		uint16		place = (p[0] - '0') * 1000 + (p[1] - '0') * 100 +
			(p[2] - '0') * 10 + (p[3] - '0');

		if (count > 0 || place != 0)
			places[count++] = place;
		else
			weight--;
	}
	while (count > 0 && places[count - 1] == 0)
		count--;
	if (count == 0)
		return write_numeric(space, false, 0, scale, places, 0);
	return write_numeric(space, negative, weight, scale, places, count);
}
