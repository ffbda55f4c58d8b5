/*
 * decimal.c
 *		Reading numeric values as float8 without going through text.
 *
 * The cast from numeric to float8 prints the number and parses it again, which costs
 * several times as much as the aggregate.  The stored format below has been the same
 * since PostgreSQL 9.1, and pg_upgrade depends on it.
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

#define BASE 10000
#define DIGITS_PER_PLACE 4

/* Integers below 2^53 and powers of ten up to 10^22 are exact in float8. */
#define MAX_EXACT_INTEGER (UINT64CONST(1) << 53)
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
