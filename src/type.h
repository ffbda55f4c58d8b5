/*
 * type.h
 *		What the types share: functions made by macros, binary formats, and errors.
 */
#ifndef TNPLAN_TYPE_H
#define TNPLAN_TYPE_H

#include "fmgr.h"
#include "lib/stringinfo.h"

#include "compat.h"
#include "core/error.h"

/* A varlena header for that size as it stands in memory. */
#ifdef WORDS_BIGENDIAN
#define VARLENA_HEADER(size) ((uint32) (size))
#else
#define VARLENA_HEADER(size) ((uint32) (size) << 2)
#endif

/* report.c */
extern char *shown_text(const char *text, size_t length);
pg_noreturn extern void report_format_version(const char *type, int version);
extern void report_text_error(PlanError error, const char *type, const char *text,
							  struct Node *escontext);
extern Datum input_result(FunctionCallInfo fcinfo, PlanError error, const char *type, void *state);
pg_noreturn extern void report_figure_error(const char *name, double value);
pg_noreturn extern void report_weight_error(double weight);
pg_noreturn extern void report_expected_error(double expected);
pg_noreturn extern void report_cap_error(double cap);
pg_noreturn extern void report_null_error(const char *name);
pg_noreturn extern void report_dimension_error(const char *name);
pg_noreturn extern void report_null_element_error(const char *name);
pg_noreturn extern void report_cuts_error(double first, double second, double third);
pg_noreturn extern void report_overflow(const char *type);
pg_noreturn extern void report_binary_error(const char *type);

/* Binary formats begin with a version byte. */
static inline void
check_binary_version(StringInfo buf, int version, const char *type)
{
	int			found = (uint8) buf->data[buf->cursor < buf->len ? buf->cursor : 0];

	if (buf->cursor >= buf->len)
		report_binary_error(type);
	buf->cursor++;
	if (found != version)
		report_format_version(type, found);
}

/*
 * Release what detoasting an argument made, if anything.  Sorts and index builds compare
 * and hash without resetting their memory in between.
 */
static inline void
free_argument_copy(FunctionCallInfo fcinfo, int n, const void *value)
{
	if (value != DatumGetPointer(PG_GETARG_DATUM(n)))
		pfree((void *) value);
}

/* The hash of a value of 64 bits; each of them changes about half the bits of the hash. */
static inline uint64
hash_word(int64 value, uint64 seed)
{
	uint64		word = (uint64) value + seed * UINT64CONST(0x9e3779b97f4a7c15);

	for (int round = 0; round < 2; round++)
	{
		word ^= word >> 32;
		word *= UINT64CONST(0xd6e8feb86659fd93);
	}
	return word ^ (word >> 32);
}

/*
 * The input and output functions of a type of fixed length, from functions that read and
 * write its text form of so many bytes at most.
 */
#define PLAN_TEXT_IO(name, Type, read, write, size) \
PG_FUNCTION_INFO_V1(name##_in); \
Datum \
name##_in(PG_FUNCTION_ARGS) \
{ \
	Type	   *state = palloc(sizeof(Type)); \
\
	return input_result(fcinfo, read(PG_GETARG_CSTRING(0), state), #name, state); \
} \
PG_FUNCTION_INFO_V1(name##_out); \
Datum \
name##_out(PG_FUNCTION_ARGS) \
{ \
	char	   *text = palloc(size); \
\
	write(text, name##_from_datum(PG_GETARG_DATUM(0))); \
	PG_RETURN_CSTRING(text); \
}

/*
 * The six comparison functions and the btree support function of a type, from one
 * function that compares the two arguments of a call.
 */
#define PLAN_COMPARISON(name, compare, suffix, result) \
PG_FUNCTION_INFO_V1(name##_##suffix); \
Datum \
name##_##suffix(PG_FUNCTION_ARGS) \
{ \
	int			order = compare(fcinfo); \
\
	result; \
}

#define PLAN_COMPARISONS(name, compare) \
	PLAN_COMPARISON(name, compare, lt, PG_RETURN_BOOL(order < 0)) \
	PLAN_COMPARISON(name, compare, le, PG_RETURN_BOOL(order <= 0)) \
	PLAN_COMPARISON(name, compare, eq, PG_RETURN_BOOL(order == 0)) \
	PLAN_COMPARISON(name, compare, ne, PG_RETURN_BOOL(order != 0)) \
	PLAN_COMPARISON(name, compare, ge, PG_RETURN_BOOL(order >= 0)) \
	PLAN_COMPARISON(name, compare, gt, PG_RETURN_BOOL(order > 0)) \
	PLAN_COMPARISON(name, compare, cmp, PG_RETURN_INT32(order))

/* The lesser and the greater of two values: transitions of min() and max(). */
#define PLAN_EXTREME(name, compare, suffix, sign) \
PG_FUNCTION_INFO_V1(name##_##suffix); \
Datum \
name##_##suffix(PG_FUNCTION_ARGS) \
{ \
	PG_RETURN_DATUM(PG_GETARG_DATUM(compare(fcinfo) sign 0 ? 0 : 1)); \
}

#define PLAN_EXTREMES(name, compare) \
	PLAN_EXTREME(name, compare, smaller, <=) \
	PLAN_EXTREME(name, compare, larger, >=)

/*
 * The hash functions of a type in which equal values are equal bytes, from a function
 * that hashes the first argument of a call with a seed; seed 0 hashes as without.
 */
#define PLAN_HASHES(name, hash) \
PG_FUNCTION_INFO_V1(name##_hash); \
Datum \
name##_hash(PG_FUNCTION_ARGS) \
{ \
	PG_RETURN_INT32((int32) hash(fcinfo, 0)); \
} \
PG_FUNCTION_INFO_V1(name##_hash_extended); \
Datum \
name##_hash_extended(PG_FUNCTION_ARGS) \
{ \
	PG_RETURN_UINT64(hash(fcinfo, (uint64) PG_GETARG_INT64(1))); \
}

#endif							/* TNPLAN_TYPE_H */
