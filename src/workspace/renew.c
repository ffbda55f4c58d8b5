/*
 * renew.c
 *		Workspaces that another version of the extension has made, and views that get other columns.
 *
 * Views are replaced in place, so that what others have made of them stays and goes on.  One whose
 * columns go or change cannot be: it is dropped with those of the workspace that read it, which
 * statements to come make again, and those who could read them still can.
 */
#include "workspace/workspace.h"

#include "access/xact.h"
#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/resowner.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The number at the beginning of a text, which goes on behind it and a dot. */
static long
next_number(const char **text)
{
	char	   *end = unconstify(char *, *text);
	long		number = is_digit(**text) ? strtol(*text, &end, 10) : 0;

	*text = end + (*end == '.' && is_digit(end[1]));
	return number;
}

/* Order of versions: what comes behind the numbers, such as dev, is before the version itself. */
static int
compare_versions(const char *a, const char *b)
{
	while (is_digit(*a) || is_digit(*b))
	{
		long		number_a = next_number(&a);
		long		number_b = next_number(&b);

		if (number_a != number_b)
			return number_a < number_b ? -1 : 1;
	}
	if ((*a == '\0') != (*b == '\0'))
		return *a == '\0' ? 1 : -1;
	return strcmp(a, b);
}

static char *
first_text(const char *query)
{
	if (run_plain_statement(query) == 0)
		return NULL;
	return SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
}

/* What a later version has made has columns that this one knows nothing of. */
void
check_version(const Workspace *workspace)
{
	char	   *version = first_text(psprintf("SELECT version FROM %s.setting", workspace->schema));

	if (version != NULL && compare_versions(version, TNPLAN_VERSION) > 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("workspace \"%s\" was made by tnplan %s, which is later than %s",
						workspace->name, version, TNPLAN_VERSION),
				 errhint("It needs that version of the extension, or a later one.")));
}

/*
 * The version of the extension in this database, which may not have been updated to that of the
 * library.
 */
char *
installed_version(void)
{
	return first_text("SELECT extversion FROM pg_extension WHERE extname = 'tnplan'");
}

/* Said of errors while it is not: what a workspace needs may come with the update. */
void
say_versions(void *installed)
{
	if (installed != NULL && strcmp(installed, TNPLAN_VERSION) != 0)
		errcontext("making a workspace of tnplan %s; ALTER EXTENSION tnplan UPDATE has not been "
				   "run in this database, which has %s",
				   TNPLAN_VERSION, (char *) installed);
}

/* Views that read this one, directly or by way of others, and itself. */
#define READERS \
	"WITH RECURSIVE reader (oid) AS (\n" \
	"	SELECT %u::oid\n" \
	"	UNION\n" \
	"	SELECT r.ev_class FROM reader AS v\n" \
	"	JOIN pg_depend AS d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = v.oid\n" \
	"	JOIN pg_rewrite AS r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid\n" \
	"), own (oid, name, owner, acl) AS (\n" \
	"	SELECT c.oid, quote_ident(c.relname), c.relowner, c.relacl\n" \
	"	FROM reader JOIN pg_class AS c USING (oid)\n" \
	"	WHERE c.relnamespace = %u AND c.relkind = 'v' AND c.relname = ANY ('%s')\n" \
	")\n"

/*
 * What would go with the views, or keep them: views and functions that read them, whatever has the
 * type of their rows, and triggers, rules and defaults that somebody has given them.
 */
static const char readers_of_others[] =
	READERS "SELECT DISTINCT pg_describe_object(CASE WHEN r.rulename = '_RETURN' THEN "
			"'pg_class'::regclass ELSE d.classid END, CASE WHEN r.rulename = '_RETURN' THEN "
			"r.ev_class ELSE d.objid END, CASE d.classid WHEN 'pg_class'::regclass THEN "
			"d.objsubid ELSE 0 END)\n"
	"FROM (SELECT 'pg_class'::regclass, oid FROM own UNION ALL\n"
	"	SELECT 'pg_type'::regclass, unnest(ARRAY[t.oid, t.typarray])\n"
	"	FROM own JOIN pg_type AS t ON t.typrelid = own.oid) AS o (class, oid)\n"
	"JOIN pg_depend AS d ON d.refclassid = o.class AND d.refobjid = o.oid "
	"AND d.deptype IN ('n', 'a')\n"
	"LEFT JOIN pg_rewrite AS r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid\n"
	"WHERE r.rulename IS DISTINCT FROM '_RETURN' OR r.ev_class NOT IN (SELECT oid FROM own) "
	"ORDER BY 1";

static const char own_readers[] = READERS "SELECT name FROM own";

static const char privileges_on_readers[] =
	READERS "SELECT format('GRANT %%s%%s ON %%s.%%s TO %%s%%s', x.privilege_type,\n"
	"	'(' || quote_ident(columns.name) || ')', %s, own.name,\n"
	"	CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END,\n"
	"	CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END), own.name, columns.name\n"
	"FROM own CROSS JOIN LATERAL (SELECT NULL::name, own.acl UNION ALL\n"
	"	SELECT attname, attacl FROM pg_attribute WHERE attrelid = own.oid AND attnum > 0)\n"
	"	AS columns (name, acl)\n"
	"CROSS JOIN aclexplode(columns.acl) AS x WHERE x.grantee <> own.owner";

static void
refuse_readers_of_others(const Workspace *workspace, const char *view, const char *names)
{
	Oid			schema = workspace_schema(workspace);
	char	   *other = first_text(psprintf(readers_of_others, workspace_table(workspace, view),
											schema, names));

	if (other != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_DEPENDENT_OBJECTS_STILL_EXIST),
				 errmsg("view \"%s\" of workspace \"%s\" gets other columns in tnplan %s, "
						"and others depend on it", view, workspace->name, TNPLAN_VERSION),
				 errdetail("The first is %s.", other),
				 errhint("Drop them, call plan_create_workspace() again, and make them anew.")));
}

static char *
found_text(uint64 row, int column)
{
	return SPI_getvalue(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column);
}

/* The statements that give back the privileges on the views that go are added to a list. */
static void
drop_view(Workspace *workspace, const char *view)
{
	Oid			schema = workspace_schema(workspace);
	Oid			relation = workspace_table(workspace, view);
	char	   *names = names_of_objects();
	StringInfoData list;
	uint64		rows;

	refuse_readers_of_others(workspace, view, names);
	rows = run_plain_statement(psprintf(privileges_on_readers, relation, schema, names,
										quote_literal_cstr(workspace->schema)));
	for (uint64 i = 0; i < rows; i++)
		workspace->grants = lappend(workspace->grants,
									list_make3(found_text(i, 1), found_text(i, 2),
											   found_text(i, 3)));
	rows = run_plain_statement(psprintf(own_readers, relation, schema, names));
	initStringInfo(&list);
	for (uint64 i = 0; i < rows; i++)
		appendStringInfo(&list, "%s%s.%s", i > 0 ? ", " : "", workspace->schema,
						 SPI_getvalue(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 1));
	(void) run_plain_statement(psprintf("DROP VIEW %s", list.data));
}

/* Makes a view, or what it has become in this version. */
void
create_view(Workspace *workspace, const char *view, const char *statement)
{
	if (OidIsValid(workspace_table(workspace, view)))
	{
		ErrorData  *error = try_workspace_statement(workspace, statement);

		if (error == NULL)
			return;
		/* But for columns that go or change, it is not the view that is in the way. */
		if (error->sqlerrcode != ERRCODE_INVALID_TABLE_DEFINITION)
			ReThrowError(error);
		FreeErrorData(error);
		drop_view(workspace, view);
	}
	(void) run_workspace_statement(workspace, statement);
}

/* When all views are there again.  A privilege on a column that is not goes with it. */
void
restore_privileges(const Workspace *workspace)
{
	ListCell   *cell;

	foreach(cell, workspace->grants)
	{
		List	   *grant = lfirst(cell);
		const char *view = lsecond(grant);
		const char *column = lthird(grant);

		if (column == NULL ||
			get_attnum(workspace_table(workspace, view), column) != InvalidAttrNumber)
			(void) run_plain_statement(linitial(grant));
		else
			ereport(WARNING,
					(errmsg("view \"%s\" of workspace \"%s\" has no column \"%s\" in tnplan %s: "
							"a privilege on it is gone", view, workspace->name, column,
							TNPLAN_VERSION)));
	}
}
