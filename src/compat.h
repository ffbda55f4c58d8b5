/*
 * compat.h
 *		What the oldest supported PostgreSQL lacks, supplied under its new name.
 */
#ifndef TNPLAN_COMPAT_H
#define TNPLAN_COMPAT_H

#include "fmgr.h"

#if PG_VERSION_NUM < 150000
#error "tnplan needs PostgreSQL 15 or later"
#endif

#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#include "varatt.h"
#define NO_ESCONTEXT , NULL		/* the last argument of make_range() */
#else
#define NO_ESCONTEXT
/* Before 16 the function itself is declared without the mark that makes it visible. */
#undef PG_FUNCTION_INFO_V1
#define PG_FUNCTION_INFO_V1(funcname) \
extern PGDLLEXPORT Datum funcname(PG_FUNCTION_ARGS); \
extern PGDLLEXPORT const Pg_finfo_record * CppConcat(pg_finfo_,funcname)(void); \
const Pg_finfo_record * \
CppConcat(pg_finfo_,funcname) (void) \
{ \
	static const Pg_finfo_record my_finfo = { 1 }; \
	return &my_finfo; \
} \
extern int no_such_variable
/* Before 16 an input function cannot fail softly: it raises the error. */
#define ereturn(context, dummy_value, ...) \
	do { \
		(void) (context); \
		ereport(ERROR, __VA_ARGS__); \
		return dummy_value; \
	} while (0)
#define errsave(context, ...) \
	do { \
		(void) (context); \
		ereport(ERROR, __VA_ARGS__); \
	} while (0)
#endif

/* Before 17 the last argument of pq_sendcountedtext() said what is now always so. */
#if PG_VERSION_NUM >= 170000
#define COUNT_EXCLUDES_ITSELF
#else
#define COUNT_EXCLUDES_ITSELF , false
#endif

#if PG_VERSION_NUM >= 190000
#define NO_EXPLAIN , NULL		/* the last argument of pg_plan_query() */
#else
#define NO_EXPLAIN
/* From 19 on a row type is laid out once it is complete. */
#define TupleDescFinalize(desc) ((void) (desc))
#endif

/* Before 18 this mark had another name, and stood behind the declaration. */
#ifndef pg_noreturn
#define pg_noreturn __attribute__((noreturn))
#endif

#endif							/* TNPLAN_COMPAT_H */
