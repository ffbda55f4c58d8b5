/*
 * report.c
 *		The errors that several types raise, worded once.
 */
#include "postgres.h"

#include <math.h>

#include "mb/pg_wchar.h"
#include "utils/float.h"

#include "type.h"

/* How many characters of a text an error message repeats. */
#define MAX_SHOWN_CHARS 200

/* What an error message quotes of a text of so many bytes; "..." stands for the rest. */
char *
shown_text(const char *text, size_t length)
{
	int			shown;

	/* No character has less than one byte. */
	if (length <= MAX_SHOWN_CHARS)
		return pnstrdup(text, length);
	shown = pg_mbcharcliplen(text, (int) length, MAX_SHOWN_CHARS);
	return shown < length ? psprintf("%.*s...", shown, text) : pnstrdup(text, length);
}

void
report_format_version(const char *type, int version)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("%s value has unknown format version %d", type, version)));
}

void
report_binary_error(const char *type)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid binary representation of type %s", type)));
}

/* Types whose values people write. */
static int
hint_of_type(const char *type)
{
	if (strcmp(type, "plan_standing") == 0)
		return errhint("Standings are written as in 8/63, a rank among so many, 8, 101-150 and "
					   "1001+; a rank is from 1 to the number of those ranked.");
	return 0;
}

/* Say what is wrong with the text form of a type, softly where the caller asks. */
void
report_text_error(PlanError error, const char *type, const char *text, struct Node *escontext)
{
	text = shown_text(text, strlen(text));
	if (error == PLAN_OUT_OF_RANGE)
		errsave(escontext,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("value \"%s\" is out of range for type %s", text, type)));
	else
		errsave(escontext,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type %s: \"%s\"", type, text),
				 hint_of_type(type)));
}

/* What an input function returns: the state that was read, or NULL after a soft error. */
Datum
input_result(FunctionCallInfo fcinfo, PlanError error, const char *type, void *state)
{
	if (error == PLAN_OK)
		PG_RETURN_POINTER(state);
	report_text_error(error, type, PG_GETARG_CSTRING(0), fcinfo->context);
	PG_RETURN_NULL();
}

/* An infinite or NaN figure where a number is needed. */
void
report_figure_error(const char *name, double value)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("%s must be a finite number, not %s", name, float8out_internal(value))));
}

void
report_null_error(const char *name)
{
	ereport(ERROR,
			(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
			 errmsg("%s must not be null", name)));
}

void
report_dimension_error(const char *name)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("array of %s must be one-dimensional", name)));
}

void
report_null_element_error(const char *name)
{
	ereport(ERROR,
			(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
			 errmsg("array of %s must not contain nulls", name)));
}

void
report_cuts_error(double first, double second, double third)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("cuts must descend: %s, %s, %s", float8out_internal(first),
					float8out_internal(second), float8out_internal(third))));
}

void
report_weight_error(double weight)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("weight must not be negative: %s", float8out_internal(weight))));
}

void
report_expected_error(double expected)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("expected share must be between 0 and 1, not %s",
					float8out_internal(expected))));
}

void
report_cap_error(double cap)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("cap must be a number of at least 0, not %s", float8out_internal(cap))));
}

void
report_overflow(const char *type)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("%s out of range", type),
			 errdetail("Sums are kept within 2^127 of zero, about 1.7e38, "
					   "and counts within 2^63.")));
}
