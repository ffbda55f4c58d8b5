/*
 * workspace_report.h
 *		What the parts of the report of a workspace share.
 */
#ifndef TNPLAN_WORKSPACE_REPORT_H
#define TNPLAN_WORKSPACE_REPORT_H

#include "report/report.h"

#include "utils/array.h"
#include "utils/date.h"

#include "workspace/workspace.h"

/* A report while its parts are read. */
typedef struct WorkspaceReport
{
	Workspace	workspace;
	Report		report;
	const char *language;		/* a word */
	Datum		first_day;
	Datum		last_day;
	Datum		day;
	int			years;			/* of the calendar, that the term touches */
	const char *basis;			/* a code, or NULL where no basis has targets */
	ArrayType  *node_codes;
	ReportResult rows;
	const char *as_of;			/* in ISO */
	DateADT		as_of_day;
	const char *before;			/* the day of the report before, in ISO; NULL for none */
} WorkspaceReport;

/* workspace_report.c */
extern ReportResult ask_workspace(const WorkspaceReport *asked, const char *query, int arguments,
								  Oid *types, Datum *values, const char *nulls);
extern ReportResult ask_rows(const WorkspaceReport *asked);
extern void read_report_row(ReportRow *row, const ReportResult *result, uint64 i);

/* workspace_changes.c */
extern void read_as_of(const char *day);
extern void read_since(WorkspaceReport *asked, FunctionCallInfo fcinfo, const char *last);
extern void read_changes(WorkspaceReport *asked);

#endif							/* TNPLAN_WORKSPACE_REPORT_H */
