/*
 * grant.c
 *		Rights on a workspace: readers, reporters of some places, and planners.
 *
 * A right is made of privileges and of policies that PostgreSQL keeps: members of a role have it,
 * it follows a role that is renamed, and goes with DROP OWNED.  Policies name places by their
 * ids, since codes change: no right is one to write ids.  The first reporter switches row-level
 * security on: from then on roles without a right see no rows of places.
 */
#include "workspace/workspace.h"

#include "access/relation.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "rewrite/rowsecurity.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/rls.h"

/* A role that is given or loses a right. */
typedef struct Grant
{
	Workspace	workspace;
	const char *role;			/* quoted */
	Oid			role_id;
} Grant;

/* Tables whose rows belong to places, and are seen by those who may see these. */
static const char *const tables_of_places[] = {
	"target", "actual", "official_verdict", "closed_verdict", "milestone", NULL
};

/* Tables that planners read, but do not write. */
static const char *const tables_of_owners[] = {
	"setting", "status_label", "closing", "closed_verdict", "change_log", NULL
};

/* Tables of which triggers of the owner make use, and nobody else. */
static const char *const tables_of_triggers[] = {"renamed", "tree", NULL};

static bool
is_among(const char *name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(name, *names) == 0)
			return true;
	return false;
}

/* Policies on them are made and dropped. */
static void
lock_tables_of_places(const Workspace *workspace)
{
	List	   *tables = NIL;

	for (const char *const *table = tables_of_places; *table != NULL; table++)
		if (OidIsValid(workspace_table(workspace, *table)))
			tables = lappend_oid(tables, workspace_table(workspace, *table));
	lock_relations(tables);
}

/* Who owns a workspace decides who may use it, and needs no right. */
static void
begin_grant(Grant *grant, FunctionCallInfo fcinfo)
{
	char	   *name;
	Oid			owner;

	find_workspace(&grant->workspace, fcinfo, 0);
	owner = workspace_owner(&grant->workspace);
	if (!has_privs_of_role(GetUserId(), owner))
		aclcheck_error(ACLCHECK_NOT_OWNER, OBJECT_SCHEMA, grant->workspace.name);
	name = identifier_argument(fcinfo, 1, "role");
	grant->role_id = get_role_oid(name, false);
	grant->role = pstrdup(quote_identifier(name));
	if (grant->role_id == owner)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("role \"%s\" owns workspace \"%s\", and has all rights", name,
						grant->workspace.name)));
	lock_workspace(&grant->workspace);
	lock_tables_of_places(&grant->workspace);
	act_as_owner(&grant->workspace);
}

/* Policies of this role and no other, under the names that rights have. */
static void
drop_policies(const Grant *grant, const char *table)
{
	SPITupleTable *found;
	uint64		policies;

	policies = run_plain_statement(psprintf("SELECT quote_ident(polname) FROM pg_policy "
									  "WHERE polrelid = %u AND polroles = '{%u}' "
									  "AND polname ~ '^(reader|reporter|planner) [0-9]+$'",
									  workspace_table(&grant->workspace, table), grant->role_id));
	found = SPI_tuptable;
	for (uint64 i = 0; i < policies; i++)
		(void) run_plain_statement(psprintf("DROP POLICY %s ON %s.%s",
									  SPI_getvalue(found->vals[i], found->tupdesc, 1),
									  grant->workspace.schema, table));
}

/*
 * Revokes all privileges on an object.  Where the role has passed some on, this is an error whose
 * hint is to use an option that the procedures do not have.
 */
static void
revoke_all(const Grant *grant, const char *object)
{
	MemoryContext context = CurrentMemoryContext;
	char	   *revoke = psprintf("REVOKE ALL ON %s FROM %s", object, grant->role);

	PG_TRY();
	{
		(void) run_plain_statement(revoke);
	}
	PG_CATCH();
	{
		ErrorData  *error;

		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		FlushErrorState();
		if (error->sqlerrcode == ERRCODE_DEPENDENT_OBJECTS_STILL_EXIST)
			error->hint = psprintf("Run %s CASCADE first, which takes from others what the role "
								   "has passed on.", revoke);
		ReThrowError(error);
	}
	PG_END_TRY();
}

static void
take_rights(const Grant *grant)
{
	const char *schema = grant->workspace.schema;

	for (const char *const *table = tables_of_places; *table != NULL; table++)
		drop_policies(grant, *table);
	for (const WorkspaceObject *object = workspace_objects(); object->name != NULL; object++)
		if (object->is_table || object->is_view)
			revoke_all(grant, psprintf("%s.%s", schema, object->name));
	revoke_all(grant, psprintf("SCHEMA %s", schema));
}

/* What the workspace has none of yet is the number of the new policies. */
static char *
new_policy(const Grant *grant, const char *right)
{
	(void) run_plain_statement(psprintf(
		"SELECT quote_ident('%s ' || 1 + coalesce(max(split_part(polname, ' ', 2)::int8), 0))\n"
		"FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid\n"
		"WHERE c.relnamespace = %u AND polname ~ '^(reader|reporter|planner) [0-9]{1,9}$'",
		right, workspace_schema(&grant->workspace)));
	return SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
}

/* The code of a place that is the same but for case, or NULL. */
static char *
code_in_other_case(const Grant *grant, const char *code)
{
	Oid			types[] = {TEXTOID};
	Datum		values[] = {CStringGetTextDatum(code)};
	char	   *query;

	query = psprintf("SELECT code FROM %s.place WHERE lower(code COLLATE \"default\") = "
					 "lower($1 COLLATE \"default\") ORDER BY code", grant->workspace.schema);
	if (SPI_execute_with_args(query, 1, types, values, NULL, false, 1) != SPI_OK_SELECT)
		elog(ERROR, "cannot read places");
	return SPI_processed == 0 ? NULL :
		SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
}

/* The ids of places, as an array of SQL. */
static char *
ids_of_places(const Grant *grant, ArrayType *places)
{
	Oid			types[] = {TEXTARRAYOID};
	Datum		values[] = {PointerGetDatum(places)};
	char	   *query;

	query = psprintf("SELECT v.code, p.id, quote_literal(array_agg(p.id) OVER ()::text) "
					 "FROM unnest($1) AS v (code) LEFT JOIN %s.place AS p ON p.code = v.code "
					 "ORDER BY p.id IS NOT NULL", grant->workspace.schema);
	if (SPI_execute_with_args(query, 1, types, values, NULL, false, 1) != SPI_OK_SELECT)
		elog(ERROR, "cannot read places");
	if (SPI_processed == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a reporter must have places")));
	if (SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 2) == NULL)
	{
		char	   *code = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
		char	   *other = code == NULL ? NULL : code_in_other_case(grant, code);

		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("workspace \"%s\" has no place \"%s\"", grant->workspace.name,
						code ? code : "NULL"),
				 other == NULL ? errhint("Places are named by their codes in table \"place\".") :
				 errhint("Places are named by their codes in table \"place\", which has \"%s\".",
						 other)));
	}
	return SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 3);
}

/* Rows of places that a role may read and write, as far as it has the privileges. */
static void
create_policies(const Grant *grant, const char *right, const char *ids)
{
	const char *schema = grant->workspace.schema;
	char	   *policy = new_policy(grant, right);
	char	   *condition = "true";

	if (ids != NULL)
		condition = psprintf("place = ANY (ARRAY(SELECT code FROM %s.place WHERE id = ANY (%s)))",
							 schema, ids);
	for (const char *const *table = tables_of_places; *table != NULL; table++)
	{
		const char *or_none = ids != NULL && strcmp(*table, "milestone") == 0 ?
			"place IS NULL OR " : "";

		(void) run_plain_statement(psprintf("CREATE POLICY %s ON %s.%s TO %s USING (%s%s)", policy,
											schema,
									  *table, grant->role, or_none, condition));
		if (ids != NULL)
			(void) run_plain_statement(psprintf("ALTER TABLE %s.%s ENABLE ROW LEVEL SECURITY",
												schema,
										  *table));
	}
}

static void
grant_on(const Grant *grant, const char *privileges, const char *relation)
{
	(void) run_plain_statement(psprintf("GRANT %s ON %s.%s TO %s", privileges,
										grant->workspace.schema,
								  relation, grant->role));
}

/* The columns of a table but "id", or NULL if it has none of that name. */
static char *
columns_but_id(const Workspace *workspace, const char *table)
{
	if (run_plain_statement(psprintf(
			"SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) "
			"FILTER (WHERE attname <> 'id')\n"
			"FROM pg_attribute WHERE attrelid = %u AND attnum > 0 AND NOT attisdropped\n"
			"HAVING bool_or(attname = 'id')", workspace_table(workspace, table))) == 0)
		return NULL;
	return SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
}

/* Who writes rows does not write their ids, by which policies and the log know them. */
static char *
writes_of_rows(const Grant *grant, const char *table)
{
	char	   *columns = columns_but_id(&grant->workspace, table);

	if (columns == NULL)
		return "INSERT, UPDATE, DELETE";
	return psprintf("INSERT (%s), UPDATE (%s), DELETE", columns, columns);
}

static bool
is_written_by_planners(const WorkspaceObject *object)
{
	return object->is_table && !is_among(object->name, tables_of_owners) &&
		!is_among(object->name, tables_of_triggers);
}

static void
give_privileges(const Grant *grant, bool is_reporter, bool is_planner)
{
	(void) run_plain_statement(psprintf("GRANT USAGE ON SCHEMA %s TO %s", grant->workspace.schema,
								  grant->role));
	for (const WorkspaceObject *object = workspace_objects(); object->name != NULL; object++)
	{
		if ((!object->is_table && !object->is_view) ||
			is_among(object->name, tables_of_triggers))
			continue;
		if (is_planner || strcmp(object->name, "change_log") != 0)
			grant_on(grant, "SELECT", object->name);
		if (is_planner && is_written_by_planners(object))
			grant_on(grant, writes_of_rows(grant, object->name), object->name);
	}
	if (is_planner)
		grant_on(grant, "INSERT, DELETE", "closing");
	if (is_reporter)
		grant_on(grant, writes_of_rows(grant, "actual"), "actual");
}

static void
check_right(const char *right, bool is_reporter, bool has_places)
{
	if (!is_reporter && strcmp(right, "reader") != 0 && strcmp(right, "planner") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unknown right: \"%s\"", right),
				 errhint("Rights are reader, reporter and planner; members of the role that owns "
						 "the workspace have all.")));
	if (is_reporter && !has_places)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a reporter must have places"),
				 errhint("For all places the right is planner.")));
	if (!is_reporter && has_places)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a %s has all places", right),
				 errhint("Of some places one is a reporter.")));
}

static void
check_arguments(FunctionCallInfo fcinfo, const char *const *names)
{
	for (int n = 0; names[n] != NULL; n++)
		if (PG_ARGISNULL(n))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("%s must not be NULL", names[n])));
}

/*
 * plan_grant_workspace(workspace, role, right [, places]): gives a role a right on a workspace,
 * in place of the one that it has: reader, reporter of some places, or planner.  22004 for NULL,
 * 22023 for an unknown right or place and for the owner, 42501 for a caller who does not own the
 * workspace, 2BP01 where the role has passed on privileges.
 */
PG_FUNCTION_INFO_V1(plan_grant_workspace);
Datum
plan_grant_workspace(PG_FUNCTION_ARGS)
{
	static const char *const names[] = {"workspace", "role", "right", NULL};
	Grant		grant;
	char	   *right;
	bool		is_reporter;

	check_arguments(fcinfo, names);
	right = text_to_cstring(PG_GETARG_TEXT_PP(2));
	is_reporter = strcmp(right, "reporter") == 0;
	check_right(right, is_reporter, !PG_ARGISNULL(3));
	begin_grant(&grant, fcinfo);
	take_rights(&grant);
	give_privileges(&grant, is_reporter, strcmp(right, "planner") == 0);
	create_policies(&grant, right,
					is_reporter ? ids_of_places(&grant, PG_GETARG_ARRAYTYPE_P(3)) : NULL);
	end_workspace(&grant.workspace);
	PG_RETURN_VOID();
}

/*
 * plan_revoke_workspace(workspace, role): takes from a role what plan_grant_workspace() gave, and
 * any other privilege on tables and views of the workspace that the owner has granted.  22004,
 * 22023, 42501 and 2BP01 as there.
 */
PG_FUNCTION_INFO_V1(plan_revoke_workspace);
Datum
plan_revoke_workspace(PG_FUNCTION_ARGS)
{
	static const char *const names[] = {"workspace", "role", NULL};
	Grant		grant;

	check_arguments(fcinfo, names);
	begin_grant(&grant, fcinfo);
	take_rights(&grant);
	end_workspace(&grant.workspace);
	PG_RETURN_VOID();
}

/* Default privileges and grants on all tables are for these too, on which nobody has rights. */
static void
take_rights_on_tables_of_triggers(const Workspace *workspace)
{
	for (const char *const *table = tables_of_triggers; *table != NULL; table++)
	{
		SPITupleTable *found;
		uint64		roles;

		roles = run_plain_statement(psprintf(
			"SELECT DISTINCT CASE x.grantee WHEN 0 THEN 'PUBLIC' "
			"ELSE x.grantee::regrole::text END\n"
			"FROM pg_class AS c, aclexplode(c.relacl) AS x\n"
			"WHERE c.oid = %u AND x.grantee <> c.relowner",
			workspace_table(workspace, *table)));
		found = SPI_tuptable;
		for (uint64 i = 0; i < roles; i++)
			(void) run_plain_statement(psprintf("REVOKE ALL ON %s.%s FROM %s CASCADE",
												workspace->schema, *table,
												SPI_getvalue(found->vals[i], found->tupdesc, 1)));
	}
}

/* Privileges to write a table, and reporters and planners who may have them from its owner. */
#define WRITES_OF_ROLES \
	"SELECT v.privilege, r.oid::regrole\n" \
	"FROM pg_policy AS p JOIN pg_roles AS r ON p.polroles = ARRAY[r.oid]\n" \
	"CROSS JOIN pg_class AS c CROSS JOIN (VALUES ('INSERT'), ('UPDATE')) AS v (privilege)\n" \
	"WHERE p.polrelid = %u AND p.polname ~ '^(reporter|planner) [0-9]+$' AND c.oid = %u\n"

#define GIVEN_BY_OWNER \
	"x.grantee = r.oid AND x.privilege_type = v.privilege AND x.grantor = c.relowner"

/* They have the table.  A privilege that they may have given to others is not taken from these. */
static const char writes_of_tables[] =
	WRITES_OF_ROLES
	"	AND EXISTS (SELECT FROM aclexplode(c.relacl) AS x\n"
	"		WHERE " GIVEN_BY_OWNER " AND NOT x.is_grantable)\n"
	"	AND NOT EXISTS (SELECT FROM pg_attribute AS a, aclexplode(a.attacl) AS x\n"
	"		WHERE a.attrelid = c.oid AND " GIVEN_BY_OWNER " AND x.is_grantable)";

/* They have all its columns but "id". */
static const char writes_of_columns[] =
	WRITES_OF_ROLES
	"	AND NOT EXISTS (SELECT FROM pg_attribute AS a\n"
	"		WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
	"AND a.attname <> 'id'\n"
	"			AND NOT EXISTS (SELECT FROM aclexplode(a.attacl) AS x "
	"WHERE " GIVEN_BY_OWNER "))";

/* Each is a list of privilege, table and role. */
static List *
writes_of_roles(const Workspace *workspace, const char *query)
{
	List	   *writes = NIL;

	for (const WorkspaceObject *object = workspace_objects(); object->name != NULL; object++)
	{
		uint64		found = 0;

		if (is_written_by_planners(object) &&
			OidIsValid(workspace_table(workspace, object->name)))
			found = run_plain_statement(psprintf(query, workspace_table(workspace, "actual"),
												 workspace_table(workspace, object->name)));
		for (uint64 i = 0; i < found; i++)
			writes = lappend(writes,
							 list_make3(SPI_getvalue(SPI_tuptable->vals[i],
													 SPI_tuptable->tupdesc, 1),
										unconstify(char *, object->name),
										SPI_getvalue(SPI_tuptable->vals[i],
													 SPI_tuptable->tupdesc, 2)));
	}
	return writes;
}

/* What is asked before a workspace is renewed: who gets what it then has more. */
void
note_rights(Workspace *workspace)
{
	workspace->writes = writes_of_roles(workspace, writes_of_columns);
	for (const WorkspaceObject *object = workspace_objects(); object->name != NULL; object++)
		if (object->is_view && !OidIsValid(workspace_table(workspace, object->name)))
			workspace->new_views = lappend(workspace->new_views,
										   unconstify(char *, object->name));
}

static void
give_columns(const Workspace *workspace, const List *writes, bool in_place_of_table)
{
	ListCell   *cell;

	foreach(cell, writes)
	{
		List	   *write = lfirst(cell);
		const char *privilege = linitial(write);
		const char *table = lsecond(write);
		const char *role = lthird(write);
		char	   *columns = columns_but_id(workspace, table);

		if (columns == NULL)
			continue;
		if (in_place_of_table)
			(void) run_plain_statement(psprintf("REVOKE %s ON %s.%s FROM %s", privilege,
												workspace->schema, table, role));
		(void) run_plain_statement(psprintf("GRANT %s (%s) ON %s.%s TO %s", privilege, columns,
											workspace->schema, table, role));
	}
}

static void
give_new_views(const Workspace *workspace)
{
	SPITupleTable *found;
	uint64		readers;

	readers = run_plain_statement(psprintf(
		"SELECT DISTINCT CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END\n"
		"FROM pg_class AS c, aclexplode(c.relacl) AS x\n"
		"WHERE c.oid = %u AND x.privilege_type = 'SELECT' AND x.grantee <> c.relowner",
		workspace_table(workspace, "node")));
	found = SPI_tuptable;
	for (uint64 i = 0; i < readers; i++)
	{
		const char *role = SPI_getvalue(found->vals[i], found->tupdesc, 1);
		ListCell   *cell;

		foreach(cell, workspace->new_views)
			(void) run_plain_statement(psprintf("GRANT SELECT ON %s.%s TO %s", workspace->schema,
												(const char *) lfirst(cell), role));
	}
}

/*
 * Views that are new, or come back after the extension was dropped, are for all who read the
 * tables, and new columns for those who write all others.  What the owner has given or taken
 * otherwise stays so, but for ids: who writes a table gets its columns in place of it.
 */
void
renew_rights(const Workspace *workspace)
{
	take_rights_on_tables_of_triggers(workspace);
	give_columns(workspace, workspace->writes, false);
	give_columns(workspace, writes_of_roles(workspace, writes_of_tables), true);
	give_new_views(workspace);
}

/* Whether a policy is one for the reads of the caller. */
static bool
is_for_caller(const RowSecurityPolicy *policy)
{
	Oid		   *role = (Oid *) ARR_DATA_PTR(policy->roles);

	if (policy->polcmd != '*' && policy->polcmd != ACL_SELECT_CHR)
		return false;
	for (int i = 0; i < ARR_DIMS(policy->roles)[0]; i++)
		if (role[i] == ACL_ID_PUBLIC || has_privs_of_role(GetUserId(), role[i]))
			return true;
	return false;
}

/*
 * Whether the caller reads the rows of all places in a table, as far as the privileges go: those of
 * a reporter are some, unless another right of the same role, or of one that it is a member of, has
 * all.
 */
bool
reads_all_places(Oid table)
{
	Relation	relation;
	ListCell   *cell;
	bool		all = false;

	if (check_enable_rls(table, InvalidOid, true) != RLS_ENABLED)
		return true;
	relation = relation_open(table, AccessShareLock);
	foreach(cell, relation->rd_rsdesc == NULL ? NIL : relation->rd_rsdesc->policies)
	{
		const RowSecurityPolicy *policy = lfirst(cell);

		if (!is_for_caller(policy))
			continue;
		if (!policy->permissive)
		{
			all = false;
			break;
		}
		if (policy->qual != NULL && IsA(policy->qual, Const))
			all = all || DatumGetBool(((Const *) policy->qual)->constvalue);
	}
	relation_close(relation, AccessShareLock);
	return all;
}

/* _plan_reads_all(workspace): the same, for views, which know a workspace by the oid of a table. */
PG_FUNCTION_INFO_V1(plan_reads_all);
Datum
plan_reads_all(PG_FUNCTION_ARGS)
{
	Oid			schema = get_rel_namespace(PG_GETARG_OID(0));
	Oid			table = OidIsValid(schema) ? get_relname_relid("actual", schema) : InvalidOid;

	if (!OidIsValid(table))
		PG_RETURN_NULL();
	PG_RETURN_BOOL(reads_all_places(table));
}
