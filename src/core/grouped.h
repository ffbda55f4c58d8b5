/*
 * grouped.h
 *		Decimal numbers with marks between groups of three digits.
 */
#ifndef TNPLAN_CORE_GROUPED_H
#define TNPLAN_CORE_GROUPED_H

#include <stddef.h>

/* Room for any number without a scale, with its NUL. */
#define GROUPED_TEXT_SIZE 512
#define GROUPED_MAX_DIGITS 10

extern size_t grouped_write(char *out, double value, int scale, int digits, char decimal_mark);

#endif							/* TNPLAN_CORE_GROUPED_H */
