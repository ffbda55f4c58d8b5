/*
 * create.c
 *		Making and dropping workspaces.
 */
#include "workspace/workspace.h"

#include "access/htup_details.h"
#include "access/transam.h"
#include "catalog/namespace.h"
#include "catalog/pg_authid.h"
#include "catalog/pg_class.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_proc.h"
#include "commands/dbcommands.h"
#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "nodes/makefuncs.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/catcache.h"
#include "utils/fmgrprotos.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

static Oid
owner_of_schema(Oid schema)
{
	HeapTuple	tuple = SearchSysCache1(NAMESPACEOID, ObjectIdGetDatum(schema));
	Oid			owner;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for schema %u", schema);
	owner = ((Form_pg_namespace) GETSTRUCT(tuple))->nspowner;
	ReleaseSysCache(tuple);
	return owner;
}

/* Who goes on as another role has its rights anyway. */
static void
check_acts_as(Oid owner, const Workspace *workspace)
{
	if (!has_privs_of_role(GetUserId(), owner))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("workspace \"%s\" belongs to role \"%s\"", workspace->name,
						GetUserNameFromId(owner, false)),
				 errhint("Its tables are in a schema of yours, but are not yours.")));
}

static void
check_owner_of_schema(const Workspace *workspace, Oid schema)
{
	if (!has_privs_of_role(GetUserId(), owner_of_schema(schema)))
		aclcheck_error(ACLCHECK_NOT_OWNER, OBJECT_SCHEMA, workspace->name);
}

/* What has the name of a table or view of workspaces, and is of none, is not to be touched. */
static void
check_names_are_free(const Workspace *workspace, Oid schema)
{
	for (const WorkspaceObject *object = workspace_objects(); object->name != NULL; object++)
		if ((object->is_table || object->is_view) &&
			OidIsValid(get_relname_relid(object->name, schema)))
			ereport(ERROR,
					(errcode(ERRCODE_DUPLICATE_TABLE),
					 errmsg("schema \"%s\" is not a workspace, and has a relation \"%s\" already",
							workspace->name, object->name),
					 errhint("Choose a schema that has none of the tables and views of a "
							 "workspace.")));
}

/* Who may make the schema or has it: nobody else is kept waiting by the lock on its name. */
static void
lock_schema(const Workspace *workspace)
{
	Oid			schema = get_namespace_oid(workspace->name, true);

	if (OidIsValid(schema))
		check_owner_of_schema(workspace, schema);
	else if (!DatumGetBool(DirectFunctionCall2(has_database_privilege_id,
											   ObjectIdGetDatum(MyDatabaseId),
											   CStringGetTextDatum("CREATE"))))
		aclcheck_error(ACLCHECK_NO_PRIV, OBJECT_DATABASE, get_database_name(MyDatabaseId));
	/* What initdb has made is not dumped. */
	if (OidIsValid(schema) && schema < FirstNormalObjectId && schema != PG_PUBLIC_NAMESPACE)
		ereport(ERROR,
				(errcode(ERRCODE_RESERVED_NAME),
				 errmsg("schema \"%s\" belongs to PostgreSQL", workspace->name),
				 errhint("Choose the name of a new schema, or of one of your own.")));
	lock_workspace(workspace);
}

/*
 * A schema that is there already is taken if it belongs to the caller; what is made belongs to
 * the owner of the schema, or of the workspace that is there.
 */
static void
create_schema(Workspace *workspace)
{
	Oid			schema = get_namespace_oid(workspace->name, true);
	Oid			owner;

	if (!OidIsValid(schema))
	{
		(void) run_plain_statement(psprintf("CREATE SCHEMA %s", workspace->schema));
		return;
	}
	check_owner_of_schema(workspace, schema);
	owner = owner_of_schema(schema);
	if (is_workspace(schema))
	{
		owner = workspace_owner(workspace);
		check_acts_as(owner, workspace);
	}
	else
		check_names_are_free(workspace, schema);
	if (owner != ROLE_PG_DATABASE_OWNER)
		act_as(workspace, owner);
	if (is_workspace(schema))
		check_version(workspace);
}

static const char set_version[] =
	"UPDATE workspace.setting SET version = '" TNPLAN_VERSION "' "
	"WHERE version IS DISTINCT FROM '" TNPLAN_VERSION "'";

static void
check_own(const Workspace *workspace, const char *name, Oid owner)
{
	if (owner != GetUserId())
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("\"%s\" in schema \"%s\" belongs to role \"%s\"",
						name, workspace->name, GetUserNameFromId(owner, false)),
				 errhint("A workspace has one owner: SET ROLE %s, or name another schema.",
						 quote_identifier(GetUserNameFromId(owner, false)))));
}

static void
check_own_relation(const Workspace *workspace, char *name)
{
	/* Locked, so that nobody puts another in its place. */
	Oid			relation = RangeVarGetRelid(makeRangeVar(workspace->name, name, -1),
											AccessShareLock, false);
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relation));

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for relation %u", relation);
	check_own(workspace, name, ((Form_pg_class) GETSTRUCT(tuple))->relowner);
	ReleaseSysCache(tuple);
}

static void
check_own_function(const Workspace *workspace, const char *name)
{
	Oid			schema = get_namespace_oid(workspace->name, false);
	CatCList   *list = SearchSysCacheList1(PROCNAMEARGSNSP, CStringGetDatum(name));

	for (int i = 0; i < list->n_members; i++)
	{
		Form_pg_proc function = (Form_pg_proc) GETSTRUCT(&list->members[i]->tuple);

		if (function->pronamespace == schema)
			check_own(workspace, name, function->proowner);
	}
	ReleaseSysCacheList(list);
}

/*
 * Runs a statement.  What it has made, or found, belongs to whom the workspace will: triggers,
 * defaults and bodies of another role's would be run with its rights.
 */
static void
run_statement(Workspace *workspace, const char *statement, bool can_convert)
{
	WorkspaceObject object;
	bool		is_object = read_object(statement, &object);
	const char *converted = converted_statement(statement, can_convert);

	if (is_object && object.is_view)
		create_view(workspace, object.name, converted);
	else if (is_object)
		(void) run_workspace_statement(workspace, converted);
	else
		run_on_rows(workspace, converted);
	if (is_object && (object.is_table || object.is_view))
		check_own_relation(workspace, unconstify(char *, object.name));
	else if (is_object)
		check_own_function(workspace, object.name);
}

static void
run_script(Workspace *workspace, const char *const *statements)
{
	bool		can_convert = can_convert_script(statements);
	ErrorContextCallback callback = {error_context_stack, say_versions, installed_version()};

	error_context_stack = &callback;
	for (; *statements != NULL; statements++)
	{
		CHECK_FOR_INTERRUPTS();
		run_statement(workspace, *statements, can_convert);
	}
	restore_privileges(workspace);
	error_context_stack = callback.previous;
}

/* Whether others have left rows.  Views are not asked: they would run what their owner chose. */
static bool
has_rows(const Workspace *workspace, const char *table)
{
	return get_rel_relkind(workspace_table(workspace, table)) == RELKIND_RELATION &&
		run_on_committed(psprintf("SELECT FROM %s.%s LIMIT 1", workspace->schema, table),
						 0, NULL, NULL, NULL) > 0;
}

/*
 * Analyze the tables that never were.  The planner takes one for ten pages long, and autovacuum
 * leaves small ones alone: views over some of them would look costly enough for JIT, which takes
 * seconds.
 */
static void
analyze_tables(const Workspace *workspace)
{
	for (const WorkspaceObject *object = workspace_objects(); object->name != NULL; object++)
	{
		HeapTuple	tuple;
		bool		is_new;

		if (!object->is_table)
			continue;
		tuple = SearchSysCache1(RELOID,
								ObjectIdGetDatum(workspace_table(workspace, object->name)));
		is_new = HeapTupleIsValid(tuple) &&
			((Form_pg_class) GETSTRUCT(tuple))->relkind == RELKIND_RELATION &&
			((Form_pg_class) GETSTRUCT(tuple))->reltuples < 0;
		if (HeapTupleIsValid(tuple))
			ReleaseSysCache(tuple);
		if (is_new)
			(void) run_plain_statement(psprintf("ANALYZE %s.%s", workspace->schema, object->name));
	}
}

/*
 * plan_create_workspace(schema [, sample]): makes the tables and views of a workspace in a
 * schema, owned by the caller or by the owner of the schema; with a sample, if it has no plan
 * yet, also a plan to look at.  What is there already stays, and what has been dropped with the
 * extension comes back; views are made as this version has them.  42501 for a schema of another
 * role, and for a table, view or function of another role in its place; 42P07 for one with other
 * relations of these names; 42701 for a column of somebody in place of one
 * that went with the extension; 42939 for a schema of PostgreSQL's own; 55000 for one that a later
 * version has made; 2BP01 where others depend on a view whose columns change; class 22 or 23
 * where a row is wrong that was written while the extension was not there.
 */
PG_FUNCTION_INFO_V1(plan_create_workspace);
Datum
plan_create_workspace(PG_FUNCTION_ARGS)
{
	Workspace	workspace;
	bool		is_complete;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be NULL", PG_ARGISNULL(0) ? "schema" : "sample")));
	begin_workspace(&workspace, fcinfo, 0);
	lock_schema(&workspace);
	create_schema(&workspace);
	lock_relations(relations_of_workspace(&workspace));
	check_derived_columns(&workspace);
	note_rights(&workspace);
	read_in_order();
	is_complete = get_attnum(workspace_table(&workspace, "target"), "goal_direction") !=
		InvalidAttrNumber;
	run_script(&workspace, workspace_statements);
	if (!is_complete)
		check_restored_rows(&workspace);
	(void) run_workspace_statement(&workspace, set_version);
	renew_rights(&workspace);
	if (PG_GETARG_BOOL(1) && !has_rows(&workspace, "node") && !has_rows(&workspace, "indicator") &&
		!has_rows(&workspace, "place"))
		run_script(&workspace, sample_statements);
	analyze_tables(&workspace);
	end_workspace(&workspace);
	PG_RETURN_VOID();
}

static void
check_is_empty(const Workspace *workspace)
{
	for (const char *const *table = workspace_relations; *table != NULL; table++)
		if (has_rows(workspace, *table))
			ereport(ERROR,
					(errcode(ERRCODE_OBJECT_IN_USE),
					 errmsg("workspace \"%s\" has rows in table \"%s\"", workspace->name, *table),
					 errhint("CALL plan_drop_workspace(%s, force => true) drops it with all rows.",
							 quote_literal_cstr(workspace->schema))));
}

/* What is in the schema, or elsewhere made of what is in it, and is not of the workspace. */
static const char other_objects[] =
	"SELECT pg_describe_object(d.classid, d.objid, 0)\n"
	"FROM pg_depend AS d\n"
	"WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = %u\n"
	"	AND NOT (d.classid = 'pg_class'::regclass AND EXISTS (\n"
	"		SELECT FROM pg_class WHERE oid = d.objid AND relname = ANY ('%s')))\n"
	"	AND NOT (d.classid = 'pg_proc'::regclass AND EXISTS (\n"
	"		SELECT FROM pg_proc WHERE oid = d.objid AND proname = ANY ('%s')))\n"
	"	AND NOT EXISTS (SELECT FROM pg_depend AS o WHERE o.classid = d.classid "
	"AND o.objid = d.objid\n"
	"		AND o.refclassid = 'pg_class'::regclass AND o.deptype IN ('a', 'i'))\n"
	"UNION\n"
	"SELECT pg_describe_object('pg_class'::regclass, r.ev_class, 0)\n"
	"FROM pg_class AS c\n"
	"JOIN pg_depend AS d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid\n"
	"JOIN pg_rewrite AS r ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid\n"
	"JOIN pg_class AS v ON v.oid = r.ev_class\n"
	"WHERE c.relnamespace = %u AND v.relnamespace <> c.relnamespace\n"
	"UNION\n"
	"SELECT pg_describe_object('pg_constraint'::regclass, k.oid, 0)\n"
	"FROM pg_class AS c JOIN pg_constraint AS k ON k.confrelid = c.oid\n"
	"WHERE c.relnamespace = %u AND k.connamespace <> c.relnamespace\n"
	"ORDER BY 1";

static void
check_has_no_others(const Workspace *workspace, Oid schema)
{
	char	   *names = names_of_objects();
	uint64		others;

	others = run_plain_statement(psprintf(other_objects, schema, names, names, schema, schema));
	if (others > 0)
		ereport(ERROR,
				(errcode(ERRCODE_DEPENDENT_OBJECTS_STILL_EXIST),
				 errmsg_plural("%llu object is not of workspace \"%s\", and would be dropped with "
							   "it",
							   "%llu objects are not of workspace \"%s\", and would be dropped "
							   "with it",
							   others, (unsigned long long) others, workspace->name),
				 errdetail("The first is %s.", SPI_getvalue(SPI_tuptable->vals[0],
														   SPI_tuptable->tupdesc, 1)),
				 strcmp(workspace->name, "public") == 0 ? errhint("Drop or move them.") :
				 errhint("Drop or move them, or use DROP SCHEMA %s CASCADE.", workspace->schema)));
}

static void
drop_all(const char *what, const StringInfoData *names)
{
	if (names->len > 0)
		(void) run_plain_statement(psprintf("DROP %s IF EXISTS %s", what, names->data));
}

/*
 * One kind after the other, so that nothing but what belongs to a workspace goes with it: what
 * depends on it in any other way, PostgreSQL reports.
 */
static void
drop_objects(const Workspace *workspace)
{
	StringInfoData views,
				tables,
				functions;

	initStringInfo(&views);
	initStringInfo(&tables);
	initStringInfo(&functions);
	for (const WorkspaceObject *object = workspace_objects(); object->name != NULL; object++)
	{
		char		kind = get_rel_relkind(workspace_table(workspace, object->name));
		StringInfo	names = kind == RELKIND_VIEW ? &views : kind == RELKIND_RELATION ? &tables :
			object->is_table || object->is_view ? NULL : &functions;

		if (names != NULL)
			appendStringInfo(names, "%s%s.%s", names->len > 0 ? ", " : "", workspace->schema,
							 object->name);
	}
	drop_all("VIEW", &views);
	drop_all("TABLE", &tables);
	drop_all("FUNCTION", &functions);
	(void) run_plain_statement(psprintf("DROP SCHEMA %s", workspace->schema));
}

/*
 * plan_drop_workspace(schema [, force]): drops a workspace with its schema.  55006 if its tables
 * have rows, unless it is forced; 2BP01 if other objects would go with it.
 */
PG_FUNCTION_INFO_V1(plan_drop_workspace);
Datum
plan_drop_workspace(PG_FUNCTION_ARGS)
{
	Workspace	workspace;
	Oid			schema;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be NULL", PG_ARGISNULL(0) ? "schema" : "force")));
	begin_workspace(&workspace, fcinfo, 0);
	check_is_workspace(&workspace);
	schema = workspace_schema(&workspace);
	check_owner_of_schema(&workspace, schema);
	lock_workspace(&workspace);
	/* Another session may have dropped it in the meantime. */
	AcceptInvalidationMessages();
	check_is_workspace(&workspace);
	schema = workspace_schema(&workspace);
	check_owner_of_schema(&workspace, schema);
	check_has_no_others(&workspace, schema);
	refuse_policies();
	if (!PG_GETARG_BOOL(1))
		check_is_empty(&workspace);
	lock_relations(relations_of_workspace(&workspace));
	/* Others may have committed rows until then. */
	if (!PG_GETARG_BOOL(1))
		check_is_empty(&workspace);
	drop_objects(&workspace);
	end_workspace(&workspace);
	PG_RETURN_VOID();
}
