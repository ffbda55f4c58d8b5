/*
 * names.h
 *		Texts as bytes, and which of them are the same.
 */
#ifndef TNPLAN_NAMES_H
#define TNPLAN_NAMES_H

#include "fmgr.h"
#include "utils/array.h"

/* What an error message repeats of a name. */
#define SHOWN_NAME(name) shown_text((name)->bytes, (name)->length)

typedef struct PlanName
{
	const char *bytes;
	int			length;
} PlanName;

extern void check_names_collation(FunctionCallInfo fcinfo, const char *what);
extern PlanName *append_names(PlanName *names, uint32 *count, ArrayType *array, const char *what);
extern uint32 *first_of_same_name(const PlanName *names, uint32 count);

#endif							/* TNPLAN_NAMES_H */
