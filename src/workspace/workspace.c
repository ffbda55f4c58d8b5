/*
 * workspace.c
 *		Finding workspaces, and running statements in them.
 */
#include "workspace/workspace.h"

#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_constraint.h"
#include "catalog/pg_namespace.h"
#include "common/hashfn.h"
#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"
#include "utils/varlena.h"

#include "argument.h"
#include "calendar.h"
#include "core/gregorian.h"

/* The constraint by which a schema is known as a workspace, whatever else it has. */
#define MARKER "version is that of tnplan"

/* Of locks on names of workspaces: what no lock on a schema has. */
#define LOCK_OF_WORKSPACE 0x746e

/* How often all tables and views are tried for before they are waited for one by one. */
#define ROUNDS_OF_LOCKING 100

/* The name of a schema or role as an argument: an identifier, as in SQL. */
char *
identifier_argument(FunctionCallInfo fcinfo, int n, const char *what)
{
	char	   *name = text_to_cstring(PG_GETARG_TEXT_PP(n));
	List	   *names;

	if (!SplitIdentifierString(pstrdup(name), '.', &names) || list_length(names) != 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_NAME),
				 errmsg("invalid name of a %s: \"%s\"", what, name),
				 errhint("It is written in double quotes if it is no plain identifier.")));
	return pstrdup(linitial(names));
}

/*
 * Names of types and functions in a statement are those of PostgreSQL and of the extension,
 * whatever the search_path of the caller has.
 */
void
begin_workspace(Workspace *workspace, FunctionCallInfo fcinfo, int n)
{
	Oid			extension = get_func_namespace(fcinfo->flinfo->fn_oid);

	workspace->name = identifier_argument(fcinfo, n, "workspace");
	workspace->schema = pstrdup(quote_identifier(workspace->name));
	workspace->extension = pstrdup(quote_identifier(get_namespace_name(extension)));
	workspace->grants = NIL;
	workspace->writes = NIL;
	workspace->new_views = NIL;
	workspace->guc_level = NewGUCNestLevel();
	GetUserIdAndSecContext(&workspace->user, &workspace->security);
	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
	(void) set_config_option("tnplan.workspace", workspace->name, PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
	(void) set_config_option("client_min_messages", "warning", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
}

/*
 * Who creates the same workspace or grants rights on it waits until this transaction ends, and then
 * finds what is there.  The lock is none that a statement of SQL takes; those who take it have
 * shown that they may do what it is for.
 */
void
lock_workspace(const Workspace *workspace)
{
	uint32		key = DatumGetUInt32(hash_any((const unsigned char *) workspace->name,
											  strlen(workspace->name)));

	LockDatabaseObject(NamespaceRelationId, key, LOCK_OF_WORKSPACE, AccessExclusiveLock);
}

/* Its tables and views, those that read others before them, as who reads them locks them. */
List *
relations_of_workspace(const Workspace *workspace)
{
	Oid			schema = get_namespace_oid(workspace->name, false);
	List	   *relations = NIL;

	for (const WorkspaceObject *object = workspace_objects(); object->name != NULL; object++)
	{
		Oid			relation = object->is_table || object->is_view ?
			get_relname_relid(object->name, schema) : InvalidOid;

		if (OidIsValid(relation))
			relations = lcons_oid(relation, relations);
	}
	return relations;
}

static bool
try_lock_relations(const List *relations)
{
	for (int i = 0; i < list_length(relations); i++)
		if (!ConditionalLockRelationOid(list_nth_oid(relations, i), AccessExclusiveLock))
		{
			while (--i >= 0)
				UnlockRelationOid(list_nth_oid(relations, i), AccessExclusiveLock);
			return false;
		}
	return true;
}

/* Waits for the end of the transactions that have locked one of them, and locks none. */
static void
wait_for_lockers(const List *relations)
{
	List	   *tags = NIL;
	ListCell   *cell;

	foreach(cell, relations)
	{
		LOCKTAG    *tag = palloc(sizeof(LOCKTAG));

		SET_LOCKTAG_RELATION(*tag, MyDatabaseId, lfirst_oid(cell));
		tags = lappend(tags, tag);
	}
	WaitForLockersMultiple(tags, AccessExclusiveLock, false);
	list_free_deep(tags);
}

/*
 * Locks tables and views against everybody else.  Whoever uses one of them may need any other
 * next: while this one waits, it holds none of them.  If others come first again and again, it
 * waits for one after the other.
 */
void
lock_relations(const List *relations)
{
	ListCell   *cell;

	for (int i = 0; i < ROUNDS_OF_LOCKING; i++)
	{
		if (try_lock_relations(relations))
			return;
		wait_for_lockers(relations);
	}
	foreach(cell, relations)
		LockRelationOid(lfirst_oid(cell), AccessExclusiveLock);
}

/*
 * By a constraint of table "setting": it stays when the extension is dropped, and is dumped and
 * restored with the table.
 */
bool
is_workspace(Oid schema)
{
	Oid			setting = get_relname_relid("setting", schema);

	return OidIsValid(setting) && get_rel_relkind(setting) == RELKIND_RELATION &&
		OidIsValid(get_relation_constraint_oid(setting, MARKER, true));
}

void
check_is_workspace(const Workspace *workspace)
{
	if (!is_workspace(get_namespace_oid(workspace->name, false)))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("schema \"%s\" is not a workspace", workspace->name),
				 errhint("CALL plan_create_workspace(%s) makes one.",
						 quote_literal_cstr(workspace->schema))));
}

static void
check_has(const Workspace *workspace, const char *relation, const char *what)
{
	if (!OidIsValid(workspace_table(workspace, relation)))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("workspace \"%s\" has lost its %s", workspace->name, what),
				 errhint("CALL plan_create_workspace(%s) restores what was dropped.",
						 quote_literal_cstr(workspace->schema))));
}

/* The same of one that is there, and has what functions look up by name. */
void
find_workspace(Workspace *workspace, FunctionCallInfo fcinfo, int n)
{
	begin_workspace(workspace, fcinfo, n);
	check_is_workspace(workspace);
	check_has(workspace, "target", "table \"target\"");
	check_has(workspace, "closing", "table \"closing\"");
	check_has(workspace, "known_target", "views");
}

Oid
workspace_schema(const Workspace *workspace)
{
	return get_namespace_oid(workspace->name, false);
}

Oid
workspace_table(const Workspace *workspace, const char *table)
{
	return get_relname_relid(table, workspace_schema(workspace));
}

/* The owner of its settings, and so of all its tables. */
Oid
workspace_owner(const Workspace *workspace)
{
	HeapTuple	tuple = SearchSysCache1(RELOID,
										ObjectIdGetDatum(workspace_table(workspace, "setting")));
	Oid			owner;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for table \"setting\"");
	owner = ((Form_pg_class) GETSTRUCT(tuple))->relowner;
	ReleaseSysCache(tuple);
	return owner;
}

void
check_workspace_privilege(const Workspace *workspace, const char *table, AclMode privilege)
{
	AclResult	result =
		pg_class_aclcheck(workspace_table(workspace, table), GetUserId(), privilege);

	if (result != ACLCHECK_OK)
		aclcheck_error(result, OBJECT_TABLE, table);
}

/* Where policies would hide rows, PostgreSQL reports that. */
void
refuse_policies(void)
{
	(void) set_config_option("row_security", "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE,
							 true, 0, false);
}

/*
 * Go on as this role until the work ends, in operations that leave nothing behind in the session.
 * Where policies would hide rows from it, PostgreSQL reports that.
 */
void
act_as(Workspace *workspace, Oid owner)
{
	SetUserIdAndSecContext(owner,
						   workspace->security | SECURITY_LOCAL_USERID_CHANGE |
						   SECURITY_RESTRICTED_OPERATION);
	refuse_policies();
}

void
act_as_owner(Workspace *workspace)
{
	act_as(workspace, workspace_owner(workspace));
}

/*
 * What a superuser reads or writes in the workspace of another role runs that role's views,
 * triggers and defaults: they run as that role.
 */
void
leave_superuser(Workspace *workspace)
{
	if (superuser_arg(workspace->user) && workspace_owner(workspace) != workspace->user)
		act_as_owner(workspace);
}

/* Be the caller again, as for tables that are not of the workspace. */
void
act_as_caller(const Workspace *workspace)
{
	SetUserIdAndSecContext(workspace->user, workspace->security);
}

/* An error does the same by ending the transaction. */
void
end_workspace(Workspace *workspace)
{
	SPI_finish();
	SetUserIdAndSecContext(workspace->user, workspace->security);
	AtEOXact_GUC(true, workspace->guc_level);
}

static bool
is_letter_of_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
		c == '.' || IS_HIGHBIT_SET(c);
}

/*
 * A statement for this workspace: its schemas in place of the names that stand for them, but for
 * literals.
 */
char *
workspace_statement(const Workspace *workspace, const char *statement)
{
	static const char in_workspace[] = "workspace.";
	static const char in_extension[] = "tnplan.";
	StringInfoData written;
	char		before = ' ';
	char		quote = '\0';

	initStringInfo(&written);
	while (*statement != '\0')
	{
		bool		is_start = quote == '\0' && !is_letter_of_name(before);

		before = *statement;
		if ((before == '\'' || before == '"') && (quote == '\0' || quote == before))
			quote = quote == '\0' ? before : '\0';
		if (is_start && strncmp(statement, in_workspace, strlen(in_workspace)) == 0)
		{
			appendStringInfo(&written, "%s.", workspace->schema);
			statement += strlen(in_workspace);
		}
		else if (is_start && strncmp(statement, in_extension, strlen(in_extension)) == 0)
		{
			appendStringInfo(&written, "%s.", workspace->extension);
			statement += strlen(in_extension);
		}
		else
			appendStringInfoChar(&written, *statement++);
	}
	return written.data;
}

/* Returns how many rows it has changed or found. */
uint64
run_plain_statement(const char *statement)
{
	int			result = SPI_execute(statement, false, 0);

	if (result < 0)
		elog(ERROR, "cannot execute \"%s\": %s", statement, SPI_result_code_string(result));
	return SPI_processed;
}

uint64
run_workspace_statement(const Workspace *workspace, const char *statement)
{
	char	   *written = workspace_statement(workspace, statement);
	uint64		rows = run_plain_statement(written);

	pfree(written);
	return rows;
}

/* The same on what is committed now, which the snapshot of a repeatable read does not show. */
uint64
run_on_committed(const char *statement, int arguments, Oid *types, Datum *values,
				 const char *nulls)
{
	SPIPlanPtr	plan = SPI_prepare(statement, arguments, types);
	Snapshot	snapshot = RegisterSnapshot(GetLatestSnapshot());
	int			result;

	if (plan == NULL)
		elog(ERROR, "cannot prepare \"%s\": %s", statement, SPI_result_code_string(SPI_result));
	result = SPI_execute_snapshot(plan, values, nulls, snapshot, InvalidSnapshot, false, true, 0);
	if (result < 0)
		elog(ERROR, "cannot execute \"%s\": %s", statement, SPI_result_code_string(result));
	UnregisterSnapshot(snapshot);
	return SPI_processed;
}

/* Begin or end what is taken back if it fails. */
void
begin_trial(Trial *trial)
{
	trial->context = CurrentMemoryContext;
	trial->resources = CurrentResourceOwner;
	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(trial->context);
}

void
end_trial(const Trial *trial, bool keep)
{
	if (keep)
		ReleaseCurrentSubTransaction();
	else
		RollbackAndReleaseCurrentSubTransaction();
	MemoryContextSwitchTo(trial->context);
	CurrentResourceOwner = trial->resources;
}

/* Runs a statement, or takes it back and returns the error. */
ErrorData *
try_workspace_statement(const Workspace *workspace, const char *statement)
{
	ErrorData  *volatile error = NULL;
	Trial		trial;

	begin_trial(&trial);
	PG_TRY();
	{
		(void) run_workspace_statement(workspace, statement);
	}
	PG_CATCH();
	{
		MemoryContextSwitchTo(trial.context);
		error = CopyErrorData();
		FlushErrorState();
	}
	PG_END_TRY();
	end_trial(&trial, error == NULL);
	return error;
}

/* Whether its tables take a period. */
bool
in_years_of_workspace(Period period)
{
	return gregorian_year_of(gregorian_month(period.first)) >= FIRST_YEAR &&
		gregorian_year_of(gregorian_month(period.end - 1)) <= LAST_YEAR;
}

/* The calendar of a workspace: of its own, or the standard one. */
CalendarRule
workspace_rule(const Workspace *workspace)
{
	CalendarRule rule = standard_rule;
	bool		is_null;
	Datum		calendar;

	if (run_workspace_statement(workspace,
								"SELECT calendar::tnplan.plan_calendar FROM workspace.setting") > 0)
	{
		calendar = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &is_null);
		if (!is_null)
			rule = *calendar_rule_from_datum(calendar);
	}
	SPI_freetuptable(SPI_tuptable);
	return rule;
}
