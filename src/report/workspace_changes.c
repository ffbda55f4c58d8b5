/*
 * workspace_changes.c
 *		What the report of a workspace has that the report before had not.
 */
#include "report/workspace_report.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/guc.h"

/* What views have from now on: what was known on a day, in ISO. */
void
read_as_of(const char *day)
{
	(void) set_config_option("tnplan.known_on", day, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE,
							 true, 0, false);
}

/* The day of the report before: the one that is asked for, or else the last one, NULL for none. */
void
read_since(WorkspaceReport *asked, FunctionCallInfo fcinfo, const char *last)
{
	asked->before = PG_ARGISNULL(4) ? last : report_iso_date(PG_GETARG_DATUM(4));
	if (!PG_ARGISNULL(4) && PG_GETARG_DATEADT(4) > asked->as_of_day)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("since must not be later than as_of: %s is after %s", asked->before,
						asked->as_of),
				 PG_ARGISNULL(2) ?
				 errhint("as_of is the day of plan_known_on() unless it is given.") : 0));
}

/* The day of the report before, in the language of this one. */
static const char *
written_date(const WorkspaceReport *asked)
{
	Oid			types[] = {TEXTOID, TEXTOID};
	Datum		values[] =
		{CStringGetTextDatum(asked->before), CStringGetTextDatum(asked->language)};
	ReportResult result =
		ask_workspace(asked,
					  "SELECT to_char($1::date, CASE $2 WHEN 'en' THEN 'FMDD FMMonth YYYY' "
					  "ELSE 'DD/MM/YYYY' END)",
					  2, types, values, NULL);

	return result_text(&result, 0, 1);
}

/* A row of the report before, by its key. */
typedef struct RowBefore
{
	const char *key;
	const char *name;
	const char *where;
	const char *unit;
	const char *bound;
	double		actual;
	int			status;
	const Goal *goal;			/* or NULL */
	bool		is_kept;
} RowBefore;

static const Goal *
copy_goal(const ReportRow *row)
{
	Goal	   *goal = palloc(sizeof(Goal));

	*goal = row->goal;
	return row->has_goal ? goal : NULL;
}

static int
compare_before(const void *a, const void *b)
{
	return strcmp(((const RowBefore *) a)->key, ((const RowBefore *) b)->key);
}

/* Whether the goal is another one, as where a baseline was given or taken away. */
static bool
has_other_goal(const RowBefore *before, const ReportRow *row)
{
	if (before == NULL || before->goal == NULL || !row->has_goal)
		return false;
	return goal_compare(before->goal, &row->goal) != 0;
}

static bool
differs(const RowBefore *before, const ReportRow *row)
{
	return before == NULL || before->status != row->status || has_other_goal(before, row) ||
		(isnan(before->actual) ? !isnan(row->actual) : !(before->actual == row->actual));
}

/* What the report of an earlier day had: it is read as of that day, and the setting goes back. */
void
read_changes(WorkspaceReport *asked)
{
	ReportResult result;
	RowBefore  *before;
	ReportChange *change;

	if (asked->before == NULL)
		return;
	read_as_of(asked->before);
	result = ask_rows(asked);
	read_as_of(asked->as_of);
	before = palloc(sizeof(RowBefore) * Max(result.rows, 1));
	change = palloc0(sizeof(ReportChange) * Max(asked->report.rows + result.rows, 1));
	for (uint64 i = 0; i < result.rows; i++)
	{
		ReportRow	row;

		read_report_row(&row, &result, i);
		before[i] = (RowBefore) {result_needed_text(&result, i, 18), row.name, row.where, row.unit,
								 row.bound, row.actual, row.status, copy_goal(&row), false};
	}
	qsort(before, result.rows, sizeof(RowBefore), compare_before);
	for (int i = 0; i < asked->report.rows; i++)
	{
		const ReportRow *row = &asked->report.row[i];
		RowBefore	key = {.key = result_needed_text(&asked->rows, i, 18)};
		RowBefore  *found = bsearch(&key, before, result.rows, sizeof(RowBefore), compare_before);

		if (found != NULL)
			found->is_kept = true;
		if (!differs(found, row))
			continue;
		change[asked->report.changes++] = (ReportChange) {
			row->name, row->where, row->unit, found != NULL ? found->bound : NULL, row->bound,
			found != NULL ? found->actual : NAN, row->actual,
			found != NULL ? found->status : -1, row->status,
			has_other_goal(found, row) ? found->goal : NULL,
			has_other_goal(found, row) ? &row->goal : NULL, false
		};
	}
	for (uint64 i = 0; i < result.rows; i++)
		if (!before[i].is_kept)
			change[asked->report.changes++] = (ReportChange) {
				before[i].name, before[i].where, before[i].unit, before[i].bound, NULL,
				before[i].actual, NAN, before[i].status, -1, before[i].goal, NULL, true
			};
	asked->report.before = written_date(asked);
	asked->report.change = change;
}
