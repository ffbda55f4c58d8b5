/*
 * method.h
 *		What the wrappers of the named methods share: reading figures and answering.
 */
#ifndef TNPLAN_METHOD_H
#define TNPLAN_METHOD_H

#include "utils/array.h"
#include "utils/builtins.h"

#include "argument.h"
#include "core/method/course.h"

/* method.c */
extern double *figures_argument(FunctionCallInfo fcinfo, int n, const char *name, uint32 *count);
extern bool course_arguments(FunctionCallInfo fcinfo, double target_year, Course *course);

static inline Datum
label_datum(FunctionCallInfo fcinfo, PlanError error, const char *label, const char *name)
{
	if (error == PLAN_OK)
		PG_RETURN_TEXT_P(cstring_to_text(label));
	return figure_datum(fcinfo, error, 0.0, name);
}

#endif							/* TNPLAN_METHOD_H */
