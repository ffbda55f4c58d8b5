/*
 * create.c
 *		Making and dropping workspaces.
 */
#include "workspace/workspace.h"

#include "catalog/namespace.h"
#include "catalog/pg_namespace.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
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

static void
check_owner_of_schema(const Workspace *workspace, Oid schema)
{
	if (!has_privs_of_role(GetUserId(), owner_of_schema(schema)))
		aclcheck_error(ACLCHECK_NOT_OWNER, OBJECT_SCHEMA, workspace->name);
}

/* A schema that is there already is taken if it belongs to the caller. */
static void
create_schema(const Workspace *workspace)
{
	Oid			schema = get_namespace_oid(workspace->name, true);

	if (OidIsValid(schema))
		check_owner_of_schema(workspace, schema);
	else
		(void) run_workspace_statement(workspace,
									   psprintf("CREATE SCHEMA %s", workspace->schema));
}

static void
run_script(const Workspace *workspace, const char *const *statements)
{
	for (; *statements != NULL; statements++)
	{
		CHECK_FOR_INTERRUPTS();
		(void) run_workspace_statement(workspace, *statements);
	}
}

/*
 * plan_create_workspace(schema [, sample]): makes the tables and views of a workspace in a schema, owned by
 * the caller; with a sample, if it has no indicators yet, also a plan to look at.  What is there already
 * stays, and views are made as this version has them.  42501 for a schema of another role.
 */
PG_FUNCTION_INFO_V1(plan_create_workspace);
Datum
plan_create_workspace(PG_FUNCTION_ARGS)
{
	Workspace	workspace;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be NULL", PG_ARGISNULL(0) ? "schema" : "sample")));
	begin_workspace(&workspace, fcinfo, 0);
	create_schema(&workspace);
	run_script(&workspace, workspace_statements);
	if (PG_GETARG_BOOL(1))
		run_script(&workspace, sample_statements);
	end_workspace(&workspace);
	PG_RETURN_VOID();
}

static bool
has_rows(const Workspace *workspace, const char *table)
{
	char	   *statement = psprintf("SELECT FROM %s.%s LIMIT 1", workspace->schema, table);

	return run_workspace_statement(workspace, statement) > 0;
}

static void
check_is_empty(const Workspace *workspace, Oid schema)
{
	for (const char *const *table = workspace_relations; *table != NULL; table++)
		if (OidIsValid(get_relname_relid(*table, schema)) && has_rows(workspace, *table))
			ereport(ERROR,
					(errcode(ERRCODE_OBJECT_IN_USE),
					 errmsg("workspace \"%s\" has rows in table \"%s\"", workspace->name, *table),
					 errhint("CALL plan_drop_workspace(%s, force => true) drops it with all rows.",
							 quote_literal_cstr(workspace->schema))));
}

/*
 * plan_drop_workspace(schema [, force]): drops a workspace with its schema and all that is in it.  55006 if
 * its tables have rows, unless it is forced.
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
	find_workspace(&workspace, fcinfo, 0);
	schema = get_namespace_oid(workspace.name, false);
	check_owner_of_schema(&workspace, schema);
	if (!PG_GETARG_BOOL(1))
		check_is_empty(&workspace, schema);
	(void) run_workspace_statement(&workspace,
								   psprintf("DROP SCHEMA %s CASCADE", workspace.schema));
	end_workspace(&workspace);
	PG_RETURN_VOID();
}
