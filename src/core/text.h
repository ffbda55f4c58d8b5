/*
 * text.h
 *		Reading and writing numbers in the text forms of the types.
 *
 * All readers take a cursor into a NUL-terminated string and leave it behind
 * what they read; on failure the cursor is undefined.
 */
#ifndef TNPLAN_CORE_TEXT_H
#define TNPLAN_CORE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/error.h"

/* Room for any float8 as text_write_double() prints it, with its NUL. */
#define TEXT_DOUBLE_SIZE 32

extern void text_skip_spaces(const char **cursor);
extern bool text_skip_word(const char **cursor, const char *word);
extern bool text_skip_separator(const char **cursor);
extern bool text_skip_name(const char **cursor, const char *name);
extern PlanError text_read_double(const char **cursor, double *result);
extern PlanError text_read_int64(const char **cursor, int64_t *result);
extern size_t text_write_double(char *out, double value);
extern size_t text_write_int64(char *out, int64_t value);

/* So many digits, zeros first, without a NUL; returns what is behind them. */
extern char *text_write_padded(char *out, uint32_t value, int digits);

/* "name=", without a NUL. */
static inline size_t
text_write_name(char *out, const char *name)
{
	size_t		length = strlen(name);

	memcpy(out, name, length);
	out[length] = '=';
	return length + 1;
}

static inline bool
text_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool
text_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline char
text_upper_case(char c)
{
	return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
}

#endif							/* TNPLAN_CORE_TEXT_H */
