/*
 * restore.c
 *		Rows and columns that a workspace has when it is made again.
 *
 * While the extension is not there, no column that follows from others checks what is written,
 * nor does any constraint or trigger that needs one.  Errors that they meet when they come back
 * say which row is wrong.
 */
#include "workspace/workspace.h"

#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/guc.h"

/* Whatever reads a table does so from its beginning, and comes to the same row first. */
void
read_in_order(void)
{
	(void) set_config_option("synchronize_seqscans", "off", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
	(void) set_config_option("max_parallel_workers_per_gather", "0", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
}

static bool
is_of_row(const ErrorData *error)
{
	return ERRCODE_TO_CATEGORY(error->sqlerrcode) == ERRCODE_DATA_EXCEPTION ||
		ERRCODE_TO_CATEGORY(error->sqlerrcode) == ERRCODE_INTEGRITY_CONSTRAINT_VIOLATION;
}

/* Puts an empty table in the place of one with rows, and does to it what failed. */
static const char make_empty_table[] =
	"ALTER TABLE workspace.%s RENAME TO \"rows to restore\";\n"
	"CREATE UNLOGGED TABLE workspace.%s (LIKE workspace.\"rows to restore\");\n"
	"CREATE SEQUENCE workspace.\"rows read\";\n"
	"%s";

/* Stops at the first wrong row.  What a sequence has counted is not taken back. */
static const char take_rows[] =
	"INSERT INTO workspace.%s SELECT * FROM workspace.\"rows to restore\" WHERE nextval(%s) > 0";

/* Of its columns, those by which people know it, and those that the columns to come follow from. */
static const char last_row[] =
	"SELECT 'Row of \"%s\": ' || string_agg(field.name || ' ' || field.value::text, ', ') || '.'\n"
	"FROM (SELECT * FROM workspace.\"rows to restore\"\n"
	"	OFFSET (SELECT last_value - 1 FROM workspace.\"rows read\") LIMIT 1) AS \"row read\"\n"
	"CROSS JOIN json_each(to_json(\"row read\")) AS field (name, value)\n"
	"WHERE field.value::text <> 'null' AND field.name = ANY (\n"
	"	'{id, code, ranking, indicator, kind, place, basis, period, target_period, due, reached,\n"
	"	term, calendar, goal, known_on}')";

/*
 * The first row for which the statement fails, in words, or NULL if it fails for none.  The tables
 * stay as they are then, until the error of the statement takes that back too.
 */
static char *
wrong_row(const Workspace *workspace, const char *table, const char *statement)
{
	char	   *sequence = psprintf("%s.\"rows read\"", workspace->schema);
	ErrorData  *error;
	char	   *row;

	error = try_workspace_statement(workspace,
									psprintf(make_empty_table, table, table, statement));
	if (error != NULL)
	{
		/* Where others have relations of these names, the first error is all that is known. */
		if (error->sqlerrcode == ERRCODE_DUPLICATE_TABLE)
			return NULL;
		ReThrowError(error);
	}
	error = try_workspace_statement(workspace, psprintf(take_rows, table,
														quote_literal_cstr(sequence)));
	if (error == NULL)
		return NULL;
	if (!is_of_row(error))
		ReThrowError(error);
	(void) run_workspace_statement(workspace, psprintf(last_row, table));
	row = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
	/* PostgreSQL lists all values of the row, or says which key is there already. */
	if (error->detail == NULL || error->sqlerrcode == ERRCODE_CHECK_VIOLATION ||
		error->sqlerrcode == ERRCODE_NOT_NULL_VIOLATION)
		return row;
	return psprintf("%s %s", error->detail, row);
}

/* The table that a statement gives columns, constraints or a unique index, or NULL. */
static char *
constrained_table(const char *statement)
{
	static const char in_workspace[] = "workspace.";
	const char *table = strstr(statement, in_workspace);

	if (table == NULL || (strncmp(statement, "ALTER TABLE ", 12) != 0 &&
						  strncmp(statement, "CREATE UNIQUE INDEX ", 20) != 0))
		return NULL;
	table += strlen(in_workspace);
	return pnstrdup(table, strcspn(table, " \n"));
}

/* Runs a statement that can fail for a row of a table: the error says for which. */
void
run_on_rows(const Workspace *workspace, const char *statement)
{
	static const char advice[] =
		"Correct or delete the row, and call plan_create_workspace() again.";
	char	   *table = constrained_table(statement);
	ErrorData  *error;
	char	   *row;

	if (table == NULL)
	{
		(void) run_workspace_statement(workspace, statement);
		return;
	}
	error = try_workspace_statement(workspace, statement);
	if (error == NULL)
		return;
	row = is_of_row(error) ? wrong_row(workspace, table, statement) : NULL;
	if (row != NULL)
	{
		error->detail = row;
		error->hint = error->hint == NULL ? pstrdup(advice) :
			psprintf("%s %s", error->hint, advice);
	}
	ReThrowError(error);
}

/*
 * Adds the columns that a statement gives a table, and that go with the extension, to the rows of
 * VALUES: the table, the column and their number.
 */
static void
add_derived_columns(const Workspace *workspace, const char *statement, StringInfo values,
					int *number)
{
	static const char words[] = "ADD COLUMN IF NOT EXISTS ";
	char	   *table = constrained_table(statement);
	Oid			relation = table == NULL ? InvalidOid : workspace_table(workspace, table);

	if (!OidIsValid(relation))
		return;
	while ((statement = strstr(statement, words)) != NULL)
	{
		char	   *column = pnstrdup(statement, strcspn(statement, "\n"));

		statement += strlen(words);
		if (strstr(column, "GENERATED ALWAYS AS") != NULL && strstr(column, "tnplan.") != NULL)
			appendStringInfo(values, "%s(%u, '%.*s', %d)", values->len > 0 ? ", " : "", relation,
							 (int) strcspn(statement, " "), statement, (*number)++);
	}
}

/* Columns of these names of whose expression nothing is of the extension. */
static const char columns_of_others[] =
	"SELECT r.relname, a.attname, quote_ident(a.attname)\n"
	"FROM (VALUES %s) AS v (relation, name, number) JOIN pg_class AS r ON r.oid = v.relation\n"
	"JOIN pg_attribute AS a ON a.attrelid = v.relation AND a.attname = v.name\n"
	"WHERE NOT EXISTS (SELECT FROM pg_attrdef AS f\n"
	"	JOIN pg_depend AS d ON d.classid = 'pg_attrdef'::regclass AND d.objid = f.oid\n"
	"	JOIN pg_depend AS m ON m.classid = d.refclassid AND m.objid = d.refobjid\n"
	"	JOIN pg_extension AS e ON m.refclassid = 'pg_extension'::regclass AND m.refobjid = e.oid\n"
	"	WHERE f.adrelid = v.relation AND f.adnum = a.attnum AND m.deptype = 'e'\n"
	"		AND e.extname = 'tnplan')\n"
	"ORDER BY v.number LIMIT 1";

/*
 * A column that somebody has added while the extension was not there, and that has the name of one
 * which went with it, is not to be taken for that one.
 */
void
check_derived_columns(const Workspace *workspace)
{
	StringInfoData values;
	int			number = 0;
	char	   *table;
	char	   *column;

	initStringInfo(&values);
	for (const char *const *statement = workspace_statements; *statement != NULL; statement++)
		add_derived_columns(workspace, *statement, &values, &number);
	if (number == 0 || run_plain_statement(psprintf(columns_of_others, values.data)) == 0)
		return;
	table = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
	column = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 2);
	ereport(ERROR,
			(errcode(ERRCODE_DUPLICATE_COLUMN),
			 errmsg("column \"%s\" of table \"%s\" in workspace \"%s\" already exists", column,
					table, workspace->name),
			 errdetail("A workspace has a column of this name that follows from others."),
			 errhint("Rename it with ALTER TABLE %s.%s RENAME COLUMN %s TO ..., and call "
					 "plan_create_workspace() again.", workspace->schema, table,
					 SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 3))));
}

/* Rows that triggers refuse, and could not while the columns were not there that say so. */
static const char rows_against_others[] =
	"SELECT format('goal \"%s\" of target %s has direction %s, but indicator \"%s\" has direction "
	"%s', t.goal, t.id, t.goal_direction, i.code, i.direction), t.id AS id, 1 AS number\n"
	"FROM workspace.target AS t JOIN workspace.indicator AS i ON i.code = t.indicator\n"
	"WHERE t.goal_direction <> i.direction AND NOT EXISTS (SELECT FROM workspace.closing AS k\n"
	"	WHERE k.first_day <= t.first_day AND k.last_day >= t.last_day)\n"
	"UNION ALL\n"
	"SELECT format('place \"%s\" of %s %s was not there in period %s', p.code, r.name, r.id, "
	"r.period), r.id, 2\n"
	"FROM (SELECT 'target' AS name, id, place, period, first_day, last_day FROM workspace.target\n"
	"	UNION ALL\n"
	"	SELECT 'figure', id, place, period, first_day, last_day FROM workspace.actual) AS r\n"
	"JOIN workspace.place AS p ON p.code = r.place\n"
	"WHERE p.valid_from > r.last_day OR p.valid_until < r.first_day\n"
	"ORDER BY number, id LIMIT 1";

void
check_restored_rows(const Workspace *workspace)
{
	if (run_workspace_statement(workspace, rows_against_others) > 0)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg_internal("%s", SPI_getvalue(SPI_tuptable->vals[0],
													SPI_tuptable->tupdesc, 1)),
				 errhint("Nothing refused it while the extension was not there: correct it, and "
						 "create the workspace again.")));
}
