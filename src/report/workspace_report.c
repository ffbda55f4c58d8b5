/*
 * workspace_report.c
 *		The report of a workspace.
 */
#include "report/workspace_report.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "argument.h"
#include "goal.h"
#include "period.h"
#include "report/workspace_queries.h"
#include "word.h"

ReportResult
ask_workspace(const WorkspaceReport *asked, const char *query, int arguments, Oid *types,
			  Datum *values, const char *nulls)
{
	return report_query(workspace_statement(&asked->workspace, query), arguments, types, values,
						nulls);
}

static void
read_settings(WorkspaceReport *asked, FunctionCallInfo fcinfo)
{
	Oid			types[] = {TEXTOID, TEXTOID};
	Datum		values[] = {PG_GETARG_DATUM(1), PG_GETARG_DATUM(3)};
	char		nulls[] = {PG_ARGISNULL(1) ? 'n' : ' ', PG_ARGISNULL(3) ? 'n' : ' ', '\0'};
	ReportResult result;
	Report	   *report = &asked->report;
	Datum		last;
	bool		is_null;

	if (!PG_ARGISNULL(3))
		(void) word_argument(fcinfo, 3, &language_words);
	/* What often fails, first: an error shows the query. */
	(void) ask_workspace(asked, "SELECT FROM workspace.setting", 0, NULL, NULL, NULL);
	(void) ask_workspace(asked,
						 "SELECT " REPORT_PERIOD("$1", "calendar::tnplan.plan_calendar")
						 " FROM workspace.setting",
						 1, types, values, nulls);
	result = ask_workspace(asked, settings_query, 2, types, values, nulls);
	if (result.rows != 1 || SPI_getvalue(result.table->vals[0], result.table->tupdesc, 4) == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA_FOUND),
				 errmsg("workspace \"%s\" has no settings", asked->workspace.name)));
	report->title = result_needed_text(&result, 0, 1);
	if (*report->title == '\0')
		report->title = text_as_utf8(asked->workspace.name);
	asked->language = result_needed_text(&result, 0, 2);
	report->language = strcmp(asked->language, "en") == 0 ? LANGUAGE_ENGLISH : LANGUAGE_VIETNAMESE;
	report->as_of = result_needed_text(&result, 0, 3);
	report->term = result_needed_text(&result, 0, 4);
	report->year = result_text(&result, 0, 5);
	report->term_elapsed = result_number(&result, 0, 6);
	report->year_elapsed = result_number(&result, 0, 7);
	report->today = result_number(&result, 0, 8);
	asked->first_day = result_datum(&result, 0, 9, DATEOID, &is_null);
	asked->last_day = result_datum(&result, 0, 10, DATEOID, &is_null);
	asked->day = result_datum(&result, 0, 11, DATEOID, &is_null);
	asked->years = result_integer(&result, 0, 14, 0) - result_integer(&result, 0, 13, 0) + 1;
	last = result_datum(&result, 0, 12, DATEOID, &is_null);
	read_since(asked, fcinfo, is_null ? NULL : report_iso_date(last));
}

static Datum
language_datum(const WorkspaceReport *asked)
{
	return CStringGetTextDatum(asked->language);
}

static Datum
basis_datum(const WorkspaceReport *asked, char *null)
{
	*null = asked->basis == NULL ? 'n' : ' ';
	return asked->basis == NULL ? (Datum) 0 : CStringGetTextDatum(asked->basis);
}

static void
read_bases(WorkspaceReport *asked, FunctionCallInfo fcinfo)
{
	Oid			types[] = {DATEOID, DATEOID, TEXTOID, TEXTOID};
	Datum		values[] =
		{asked->first_day, asked->last_day, language_datum(asked), PG_GETARG_DATUM(5)};
	char		nulls[] = {' ', ' ', ' ', PG_ARGISNULL(5) ? 'n' : ' ', '\0'};
	ReportResult result = ask_workspace(asked, bases_query, 4, types, values, nulls);

	if (result.rows == 0 && !PG_ARGISNULL(5))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("workspace \"%s\" has no basis \"%s\"", asked->workspace.name,
						text_to_cstring(PG_GETARG_TEXT_PP(5))),
				 errhint("Bases are named by their codes in table \"basis\".")));
	if (result.rows == 0)
		return;
	asked->basis = SPI_getvalue(result.table->vals[0], result.table->tupdesc, 1);
	asked->report.basis = result_text(&result, 0, 2);
	asked->report.other_bases = result_text(&result, 0, 3);
}

static void
read_labels(WorkspaceReport *asked)
{
	Oid			types[] = {TEXTOID};
	Datum		values[] = {language_datum(asked)};
	ReportResult result = ask_workspace(asked, labels_query, 1, types, values, NULL);

	for (uint64 i = 0; i < result.rows; i++)
	{
		const char *status = result_needed_text(&result, i, 1);
		int			place = report_status_of(status);

		if (place != REPORT_UNDECIDED || strcmp(status, "undecided") == 0)
			asked->report.status_word[place] = result_text(&result, i, 2);
	}
}

/* A column of texts or numbers as an array. */
static ArrayType *
column_array(const ReportResult *result, int column, Oid type)
{
	Datum	   *element = palloc(sizeof(Datum) * Max(result->rows, 1));
	bool	   *is_null = palloc(sizeof(bool) * Max(result->rows, 1));
	int			dimension = (int) result->rows;
	int			lower = 1;
	int16		size;
	bool		by_value;
	char		align;

	get_typlenbyvalalign(type, &size, &by_value, &align);
	for (uint64 i = 0; i < result->rows; i++)
		element[i] = result_datum(result, i, column, type, &is_null[i]);
	return construct_md_array(element, is_null, 1, &dimension, &lower, type, size, by_value, align);
}

static void
read_nodes(WorkspaceReport *asked)
{
	Oid			types[] = {TEXTOID};
	Datum		values[] = {language_datum(asked)};
	ReportResult result = ask_workspace(asked, nodes_query, 1, types, values, NULL);
	ReportNode *node = palloc0(sizeof(ReportNode) * Max(result.rows, 1));

	for (uint64 i = 0; i < result.rows; i++)
	{
		node[i].name = result_needed_text(&result, i, 2);
		node[i].kind = result_text(&result, i, 3);
		node[i].parent = result_integer(&result, i, 4, -1);
		node[i].score = NAN;
	}
	asked->node_codes = column_array(&result, 1, TEXTOID);
	asked->report.nodes = (int) result.rows;
	asked->report.node = node;
}

ReportResult
ask_rows(const WorkspaceReport *asked)
{
	Oid			types[] = {DATEOID, DATEOID, DATEOID, TEXTOID, TEXTARRAYOID, TEXTOID};
	char		nulls[] = "      ";
	Datum		values[] = {asked->first_day, asked->last_day, asked->day, language_datum(asked),
	PointerGetDatum(asked->node_codes), basis_datum(asked, &nulls[5])};

	return ask_workspace(asked, rows_query, 6, types, values, nulls);
}

void
read_report_row(ReportRow *row, const ReportResult *result, uint64 i)
{
	bool		is_null;
	Datum		goal = SPI_getbinval(result->table->vals[i], result->table->tupdesc, 8, &is_null);

	row->node = result_integer(result, i, 1, 0);
	row->name = result_needed_text(result, i, 2);
	row->where = result_text(result, i, 3);
	row->unit = result_text(result, i, 4);
	row->bound = result_text(result, i, 5);
	row->vintage = result_text(result, i, 6);
	row->as_of = result_text(result, i, 7);
	row->has_goal = !is_null;
	if (!is_null)
		row->goal = *plan_goal_from_datum(goal);
	row->actual = result_number(result, i, 9);
	row->expected = result_number(result, i, 10);
	row->achievement = result_number(result, i, 11);
	row->status = report_status_of(result_text(result, i, 12));
	row->adds_up = result_boolean(result, i, 19);
	(void) result_datum(result, i, 20, DATEOID, &is_null);
	row->is_closed = !is_null;
}

static void
count_row(WorkspaceReport *asked, const ReportRow *row)
{
	ReportNode *nodes = (ReportNode *) asked->report.node;

	for (int n = row->node, steps = 0; n >= 0 && steps <= asked->report.nodes; steps++)
	{
		nodes[n].count[row->status]++;
		n = nodes[n].parent;
	}
}

static void
read_rows(WorkspaceReport *asked)
{
	ReportRow  *row;

	asked->rows = ask_rows(asked);
	row = palloc0(sizeof(ReportRow) * Max(asked->rows.rows, 1));
	for (uint64 i = 0; i < asked->rows.rows; i++)
	{
		read_report_row(&row[i], &asked->rows, i);
		count_row(asked, &row[i]);
	}
	asked->report.rows = (int) asked->rows.rows;
	asked->report.row = row;
}

/* Who the page is of, where that one does not read all places. */
static void
read_places(WorkspaceReport *asked)
{
	Oid			types[] = {TEXTARRAYOID, TEXTOID};
	Datum		values[] =
		{PointerGetDatum(column_array(&asked->rows, 14, TEXTOID)), language_datum(asked)};
	ReportResult result;

	if (reads_all_places(workspace_table(&asked->workspace, "target")))
		return;
	asked->report.reader = text_as_utf8(GetUserNameFromId(GetUserId(), false));
	result = ask_workspace(asked, places_query, 2, types, values, NULL);
	asked->report.places = result_text(&result, 0, 1);
}

/* A node by its code. */
typedef struct NodeCode
{
	const char *code;
	int			node;
} NodeCode;

static int
compare_codes(const void *a, const void *b)
{
	return strcmp(((const NodeCode *) a)->code, ((const NodeCode *) b)->code);
}

static NodeCode *
sorted_codes(const WorkspaceReport *asked)
{
	NodeCode   *sorted = palloc(sizeof(NodeCode) * Max(asked->report.nodes, 1));
	Datum	   *element;
	bool	   *is_null;
	int			count;

	deconstruct_array(asked->node_codes, TEXTOID, -1, false, TYPALIGN_INT, &element, &is_null,
					  &count);
	for (int i = 0; i < count; i++)
		sorted[i] = (NodeCode) {is_null[i] ? "" : TextDatumGetCString(element[i]), i};
	qsort(sorted, count, sizeof(NodeCode), compare_codes);
	return sorted;
}

static void
read_scores(WorkspaceReport *asked)
{
	Oid			types[] = {TEXTARRAYOID, FLOAT8ARRAYOID, TEXTARRAYOID, FLOAT8ARRAYOID};
	Datum		values[] = {
		PointerGetDatum(column_array(&asked->rows, 17, TEXTOID)),
		PointerGetDatum(column_array(&asked->rows, 15, FLOAT8OID)),
		PointerGetDatum(column_array(&asked->rows, 12, TEXTOID)),
		PointerGetDatum(column_array(&asked->rows, 16, FLOAT8OID))
	};
	ReportResult result = ask_workspace(asked, scores_query, 4, types, values, NULL);
	NodeCode   *sorted = sorted_codes(asked);

	asked->report.score = NAN;
	for (uint64 i = 0; i < result.rows; i++)
	{
		NodeCode	key = {.code = SPI_getvalue(result.table->vals[i], result.table->tupdesc, 1)};
		NodeCode   *found;

		CHECK_FOR_INTERRUPTS();
		if (key.code == NULL)
			continue;
		if (*key.code == '\0')
		{
			asked->report.score = result_number(&result, i, 2);
			continue;
		}
		found = bsearch(&key, sorted, asked->report.nodes, sizeof(NodeCode), compare_codes);
		if (found != NULL)
			((ReportNode *) asked->report.node)[found->node].score = result_number(&result, i, 2);
	}
}

static void
read_series(WorkspaceReport *asked)
{
	int			skipped = Max(asked->years - REPORT_MAX_SERIES, 0);
	int			count = Max(asked->years - skipped, 1);
	Oid			types[] = {TEXTARRAYOID, TEXTARRAYOID, DATEOID, DATEOID, INT4OID};
	Datum		values[] =
		{PointerGetDatum(column_array(&asked->rows, 13, TEXTOID)),
		 PointerGetDatum(column_array(&asked->rows, 14, TEXTOID)),
	asked->first_day, asked->last_day, Int32GetDatum(skipped)};
	ReportResult result = ask_workspace(asked, series_query, 5, types, values, NULL);
	ReportRow  *row = (ReportRow *) asked->report.row;

	for (int i = 0; i < asked->report.rows; i++)
	{
		row[i].series_count = count;
		row[i].series = palloc(sizeof(double) * count);
		for (int n = 0; n < count; n++)
			row[i].series[n] = NAN;
	}
	for (uint64 i = 0; i < result.rows; i++)
	{
		int			r = result_integer(&result, i, 1, -1);
		int			year = result_integer(&result, i, 2, -1);

		if (r >= 0 && r < asked->report.rows && year >= 0 && year < count)
			row[r].series[year] = result_number(&result, i, 3);
	}
}

static void
read_standings(WorkspaceReport *asked)
{
	Oid			types[] = {DATEOID, TEXTOID};
	Datum		values[] = {asked->first_day, language_datum(asked)};
	ReportResult result = ask_workspace(asked, standings_query, 2, types, values, NULL);
	ReportStanding *standing = palloc0(sizeof(ReportStanding) * Max(result.rows, 1));
	const char **period = palloc(sizeof(char *) * Max(result.rows, 1));
	int		   *rank = palloc(sizeof(int) * Max(result.rows, 1));
	int		   *total = palloc(sizeof(int) * Max(result.rows, 1));
	const char *key = NULL;
	int			n = -1;

	for (uint64 i = 0; i < result.rows; i++)
	{
		const char *next = result_needed_text(&result, i, 1);

		if (key == NULL || strcmp(key, next) != 0)
		{
			n++;
			standing[n].name = result_needed_text(&result, i, 2);
			standing[n].place = result_needed_text(&result, i, 3);
			standing[n].period = period + i;
			standing[n].rank = rank + i;
			standing[n].total = total + i;
		}
		key = next;
		standing[n].period[standing[n].count] = result_needed_text(&result, i, 4);
		standing[n].rank[standing[n].count] = result_integer(&result, i, 5, 0);
		standing[n].total[standing[n].count++] = result_integer(&result, i, 6, 0);
	}
	asked->report.standings = n + 1;
	asked->report.standing = standing;
}

/* A milestone by its code. */
typedef struct KnownMilestone
{
	const char *code;
	bool		is_in_term;
	ReportMilestone said;
} KnownMilestone;

static KnownMilestone *
ask_milestones(const WorkspaceReport *asked, int *count)
{
	Oid			types[] = {DATEOID, DATEOID, TEXTOID};
	Datum		values[] = {asked->first_day, asked->last_day, language_datum(asked)};
	ReportResult result = ask_workspace(asked, milestones_query, 3, types, values, NULL);
	KnownMilestone *milestone = palloc0(sizeof(KnownMilestone) * Max(result.rows, 1));

	for (uint64 i = 0; i < result.rows; i++)
		milestone[i] = (KnownMilestone) {
			result_needed_text(&result, i, 8), result_boolean(&result, i, 9),
			{result_needed_text(&result, i, 1), result_needed_text(&result, i, 2),
				result_text(&result, i, 3), result_number(&result, i, 4),
				result_number(&result, i, 5), result_number(&result, i, 6),
			report_status_of(result_text(&result, i, 7))}
		};
	*count = (int) result.rows;
	return milestone;
}

static int
compare_milestones(const void *a, const void *b)
{
	return strcmp(((const KnownMilestone *) a)->code, ((const KnownMilestone *) b)->code);
}

static bool
is_other_day(const char *before, const char *after)
{
	return before == NULL || after == NULL ? before != after : strcmp(before, after) != 0;
}

static bool
milestone_differs(const ReportMilestone *before, const ReportMilestone *after)
{
	return before->status != after->status || is_other_day(before->due, after->due) ||
		is_other_day(before->reached, after->reached);
}

/* What of milestones differs from the report before; the setting goes back. */
static void
read_milestone_changes(WorkspaceReport *asked, const KnownMilestone *now, int count)
{
	ReportMilestoneChange *change = palloc0(sizeof(ReportMilestoneChange) * Max(count, 1));
	KnownMilestone *before;
	int			count_before;

	read_as_of(asked->before);
	before = ask_milestones(asked, &count_before);
	read_as_of(asked->as_of);
	qsort(before, count_before, sizeof(KnownMilestone), compare_milestones);
	for (int i = 0; i < count; i++)
	{
		const KnownMilestone *found = bsearch(&now[i], before, count_before,
											  sizeof(KnownMilestone), compare_milestones);

		if (!(now[i].is_in_term || (found != NULL && found->is_in_term)) ||
			(found != NULL && !milestone_differs(&found->said, &now[i].said)))
			continue;
		change[asked->report.milestone_changes++] =
			(ReportMilestoneChange) {found != NULL ? &found->said : NULL, &now[i].said};
	}
	asked->report.milestone_change = change;
}

static void
read_milestones(WorkspaceReport *asked)
{
	int			count;
	KnownMilestone *now = ask_milestones(asked, &count);
	ReportMilestone *milestone = palloc0(sizeof(ReportMilestone) * Max(count, 1));

	for (int i = 0; i < count; i++)
		if (now[i].is_in_term)
			milestone[asked->report.milestones++] = now[i].said;
	asked->report.milestone = milestone;
	if (asked->before != NULL)
		read_milestone_changes(asked, now, count);
}

static void
read_verdicts(WorkspaceReport *asked)
{
	Oid			types[] = {DATEOID, DATEOID, TEXTOID, TEXTOID};
	char		nulls[] = "    ";
	Datum		values[] =
		{asked->first_day, asked->last_day, language_datum(asked), basis_datum(asked, &nulls[3])};
	ReportResult result = ask_workspace(asked, verdicts_query, 4, types, values, nulls);
	ReportVerdict *verdict = palloc0(sizeof(ReportVerdict) * Max(result.rows, 1));

	for (uint64 i = 0; i < result.rows; i++)
	{
		verdict[i].name = result_needed_text(&result, i, 1);
		verdict[i].where = result_text(&result, i, 2);
		verdict[i].official = result_number(&result, i, 3);
		verdict[i].computed = result_number(&result, i, 4);
		verdict[i].said = result_text(&result, i, 5);
		verdict[i].status = report_status_of(result_text(&result, i, 6));
	}
	asked->report.verdicts = (int) result.rows;
	asked->report.verdict = verdict;
}

/* The closed periods that rows belong to. */
static void
read_closings(WorkspaceReport *asked)
{
	Oid			types[] =
		{TEXTARRAYOID, TEXTARRAYOID, DATEARRAYOID, DATEARRAYOID, TEXTOID, TEXTOID};
	char		nulls[] = "      ";
	Datum		values[] = {
		PointerGetDatum(column_array(&asked->rows, 13, TEXTOID)),
		PointerGetDatum(column_array(&asked->rows, 14, TEXTOID)),
		PointerGetDatum(column_array(&asked->rows, 20, DATEOID)),
		PointerGetDatum(column_array(&asked->rows, 21, DATEOID)),
		basis_datum(asked, &nulls[4]), language_datum(asked)
	};
	ReportResult result;
	ReportClosing *closing;
	bool		any = false;

	for (int i = 0; i < asked->report.rows; i++)
		any = any || asked->report.row[i].is_closed;
	if (!any)
		return;
	result = ask_workspace(asked, closings_query, 6, types, values, nulls);
	closing = palloc0(sizeof(ReportClosing) * Max(result.rows, 1));
	for (uint64 i = 0; i < result.rows; i++)
		closing[i] = (ReportClosing) {
			result_needed_text(&result, i, 1), result_needed_text(&result, i, 2),
			result_needed_text(&result, i, 3), result_text(&result, i, 4),
			result_integer(&result, i, 5, 0), result_integer(&result, i, 6, 0)
		};
	asked->report.closings = (int) result.rows;
	asked->report.closing = closing;
}

/*
 * plan_report(workspace [, term [, as_of [, language [, since [, basis]]]]]) returns text: a page
 * of HTML, complete in itself. term is that of the settings unless it is given, as_of the day of
 * plan_known_on(), language that of the settings, since the last day but one on which anything
 * became known, basis the first that has targets.  It reads what the caller may read, for a
 * superuser as the owner.  22023 for an unknown language or basis, and for a day since that is
 * later than as_of, 22P02 for a term that cannot be read, 42804 for views that return other types.
 */
PG_FUNCTION_INFO_V1(plan_report);
Datum
plan_report(PG_FUNCTION_ARGS)
{
	WorkspaceReport asked = {0};
	MemoryContext context = CurrentMemoryContext;
	Datum		day;
	Datum		result;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	find_workspace(&asked.workspace, fcinfo, 0);
	leave_superuser(&asked.workspace);
	day = PG_ARGISNULL(2) ? DirectFunctionCall1(plan_known_on, (Datum) 0) : PG_GETARG_DATUM(2);
	asked.as_of = report_iso_date(day);
	asked.as_of_day = DatumGetDateADT(day);
	read_as_of(asked.as_of);
	read_settings(&asked, fcinfo);
	read_bases(&asked, fcinfo);
	read_labels(&asked);
	read_nodes(&asked);
	read_rows(&asked);
	read_places(&asked);
	read_closings(&asked);
	read_scores(&asked);
	read_series(&asked);
	read_changes(&asked);
	read_standings(&asked);
	read_milestones(&asked);
	read_verdicts(&asked);
	result = report_datum(&asked.report, context);
	end_workspace(&asked.workspace);
	PG_RETURN_DATUM(result);
}
