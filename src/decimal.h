/*
 * decimal.h
 *		Decimal numbers as float8.
 */
#ifndef TNPLAN_DECIMAL_H
#define TNPLAN_DECIMAL_H

#include "fmgr.h"

extern double numeric_datum_to_double(Datum numeric);

#endif							/* TNPLAN_DECIMAL_H */
