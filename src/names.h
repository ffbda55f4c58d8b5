/*
 * names.h
 *		Texts as bytes, and which of them are the same.
 */
#ifndef TNPLAN_NAMES_H
#define TNPLAN_NAMES_H

#include "utils/array.h"

/* How much of a name an error message repeats, and how: for "%.*s". */
#define MAX_SHOWN_NAME 60
#define SHOWN_NAME(name) \
	pg_mbcliplen((name)->bytes, (name)->length, MAX_SHOWN_NAME), (name)->bytes

typedef struct PlanName
{
	const char *bytes;
	int			length;
} PlanName;

extern PlanName *append_names(PlanName *names, uint32 *count, ArrayType *array, const char *what);
extern uint32 *first_of_same_name(const PlanName *names, uint32 count);

#endif							/* TNPLAN_NAMES_H */
