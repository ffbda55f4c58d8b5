/*
 * decimal.h
 *		Numeric values without their text.
 */
#ifndef TNPLAN_DECIMAL_H
#define TNPLAN_DECIMAL_H

#include "fmgr.h"

/* Integers up to this are exact in float8. */
#define MAX_EXACT_INTEGER (UINT64CONST(1) << 53)

/* Digits of the texts that are written as numeric, with sign and point. */
#define MAX_DECIMAL_LENGTH 128

/* Room for a numeric of so many digits: its two headers, and four digits in two bytes. */
typedef union NumericSpace
{
	char		bytes[8 + MAX_DECIMAL_LENGTH / 2 + 8];
	int32		alignment;
} NumericSpace;

extern Size numeric_write_integer(NumericSpace *space, int64 value);
extern Size numeric_write_decimal(NumericSpace *space, const char *digits);
extern double numeric_datum_to_double(Datum numeric);

#endif							/* TNPLAN_DECIMAL_H */
