/*
 * textbar.h
 *		Pictures of characters: a bar of a share, and a line of columns.
 */
#ifndef TNPLAN_CORE_TEXTBAR_H
#define TNPLAN_CORE_TEXTBAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TEXTBAR_MAX_WIDTH 200
#define TEXTBAR_MAX_VALUES 10000

/* No character has more bytes. */
#define TEXTBAR_BYTES 3

/* Room for a bar of the greatest width and its percentage, without a NUL. */
#define TEXTBAR_SIZE (TEXTBAR_MAX_WIDTH * TEXTBAR_BYTES + 16)

extern size_t bar_write(char *out, double share, int width, bool ascii);
extern void spark_range(const double *values, uint32_t count, double *low, double *high);
extern size_t spark_write(char *out, const double *values, uint32_t count, double low, double high,
						  bool ascii);

#endif							/* TNPLAN_CORE_TEXTBAR_H */
