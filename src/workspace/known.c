/*
 * known.c
 *		The day as of which a workspace is read.
 */
#include "workspace/workspace.h"

#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/guc.h"
#include "utils/timestamp.h"

/*
 * plan_known_on() returns date: the day that the setting tnplan.known_on names, or the current
 * one if it is not set or empty.  22007 for a text that is no date, 22008 for an infinite one.
 */
PG_FUNCTION_INFO_V1(plan_known_on);
Datum
plan_known_on(PG_FUNCTION_ARGS)
{
	const char *setting = GetConfigOption("tnplan.known_on", true, false);
	DateADT		day;

	if (setting == NULL || *setting == '\0')
		PG_RETURN_DATEADT(GetSQLCurrentDate());
	day = DatumGetDateADT(DirectFunctionCall1(date_in, CStringGetDatum(setting)));
	if (DATE_NOT_FINITE(day))
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW),
				 errmsg("setting tnplan.known_on must be a finite date, not \"%s\"", setting)));
	PG_RETURN_DATEADT(day);
}
