/*
 * manage.c
 *		What is done with live rollups as a whole.
 */
#include "live/live.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/dependency.h"
#include "catalog/indexing.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_depend.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_rewrite.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "parser/parse_func.h"
#include "storage/lmgr.h"
#include "utils/fmgroids.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/rls.h"
#include "utils/syscache.h"

#include "rows.h"

static Oid
view_of_rule(Oid rule)
{
	Relation	rules = table_open(RewriteRelationId, AccessShareLock);
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	tuple;
	Oid			view = InvalidOid;

	ScanKeyInit(&key, Anum_pg_rewrite_oid, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(rule));
	scan = systable_beginscan(rules, RewriteOidIndexId, true, NULL, 1, &key);
	if (HeapTupleIsValid(tuple = systable_getnext(scan)))
		view = ((Form_pg_rewrite) GETSTRUCT(tuple))->ev_class;
	systable_endscan(scan);
	table_close(rules, AccessShareLock);
	return view;
}

/*
 * Whether a view is the one of plain columns that came with a table: there may be other views of
 * such names on it, which are those of other roles.
 */
static bool
is_figures_view(Oid table, Oid view)
{
	const char *name = get_rel_name(view);
	size_t		length = name == NULL ? 0 : strlen(name);

	if (length <= strlen("_figures") ||
		strcmp(name + length - strlen("_figures"), "_figures") != 0 ||
		get_attnum(view, "grain") == InvalidAttrNumber ||
		get_attnum(view, "first_day") == InvalidAttrNumber ||
		get_attnum(view, "last_day") == InvalidAttrNumber)
		return false;
	/* The table may have been given away without it. */
	return relation_owner(view) == relation_owner(table) ||
		(has_privs_of_role(GetUserId(), relation_owner(view)) &&
		 strcmp(name, psprintf("%s_figures", get_rel_name(table))) == 0);
}

/* The view of plain columns, if it is still there. */
static Oid
figures_view(Oid table)
{
	List	   *rules = dependents_of_table(table, RewriteRelationId);
	ListCell   *lc;

	foreach(lc, rules)
	{
		Oid			view = view_of_rule(lfirst_oid(lc));

		if (is_figures_view(table, view))
			return view;
	}
	return InvalidOid;
}

/* Writers lock the source before the rollup. */
static void
lock_sources(Oid view, List *on)
{
	Oid			source = source_of_view(view);
	ListCell   *lc;

	if (list_member_oid(on, source))
		LockRelationOid(source, AccessExclusiveLock);
	foreach(lc, on)
		LockRelationOid(lfirst_oid(lc), AccessExclusiveLock);
}

/* A relation of a rollup, dropped as its owner would: event triggers see that. */
static void
drop_relation(Oid relation)
{
	run_statement(psprintf("DROP %s %s",
						   get_rel_relkind(relation) == RELKIND_VIEW ? "VIEW" : "TABLE",
						   qualified_name(relation)));
}

/*
 * A trigger; those of partitions go with that of the whole.  The source may have been given to
 * another role: that of the rollup takes its triggers away all the same.
 */
static void
drop_trigger(Oid trigger)
{
	Relation	triggers = table_open(TriggerRelationId, AccessShareLock);
	ObjectAddress address = {TriggerRelationId, trigger, 0};
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	tuple;

	ScanKeyInit(&key, Anum_pg_trigger_oid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(trigger));
	scan = systable_beginscan(triggers, TriggerOidIndexId, true, NULL, 1, &key);
	tuple = systable_getnext(scan);
	if (HeapTupleIsValid(tuple) && !OidIsValid(((Form_pg_trigger) GETSTRUCT(tuple))->tgparentid))
	{
		Oid			table = ((Form_pg_trigger) GETSTRUCT(tuple))->tgrelid;
		char	   *name = pstrdup(NameStr(((Form_pg_trigger) GETSTRUCT(tuple))->tgname));

		if (has_privs_of_role(GetUserId(), relation_owner(table)))
			run_statement(psprintf("DROP TRIGGER %s ON %s", quote_identifier(name),
								   qualified_name(table)));
		else
			performDeletion(&address, DROP_RESTRICT, 0);
	}
	systable_endscan(scan);
	table_close(triggers, AccessShareLock);
}

/*
 * plan_drop_rollup(rollup): its table, views and triggers; nothing that depends on them.  That its
 * parts do not fit together is no reason to keep them.
 */
PG_FUNCTION_INFO_V1(plan_drop_rollup);
Datum
plan_drop_rollup(PG_FUNCTION_ARGS)
{
	Oid			table = PG_GETARG_OID(0);
	Oid			view;
	List	   *on;
	Oid			deltas;
	Oid			figures;
	ListCell   *lc;

	(void) qualified_name(table);
	if (live_triggers(table, &view, &on) == NIL)
		report_not_a_rollup(table);
	check_owner_of(table);
	check_owner_of(view);
	lock_sources(view, on);
	deltas = deltas_of_rollup(table);
	figures = figures_view(table);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	foreach(lc, live_triggers(table, &view, &on))
		drop_trigger(lfirst_oid(lc));
	if (OidIsValid(figures))
		drop_relation(figures);
	if (OidIsValid(deltas))
		drop_relation(deltas);
	drop_relation(table);
	drop_relation(view);
	SPI_finish();
	PG_RETURN_VOID();
}

/* plan_check_rollup(rollup): rows (group, measure, stored, recomputed) of what differs. */
PG_FUNCTION_INFO_V1(plan_check_rollup);
Datum
plan_check_rollup(PG_FUNCTION_ARGS)
{
	LiveRollup *rollup = live_rollup_argument(fcinfo, 0);
	LiveIdentity identity;
	RowSink		rows;

	if (pg_class_aclcheck(rollup->table, GetUserId(), ACL_SELECT) != ACLCHECK_OK)
		aclcheck_error(ACLCHECK_NO_PRIV, OBJECT_TABLE, get_rel_name(rollup->table));
	/* The owner of the rollup may see what policies hide from the caller. */
	if (check_enable_rls(rollup->table, GetUserId(), true) == RLS_ENABLED)
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("row-level security of \"%s\" can hide rows from role \"%s\"",
						get_rel_name(rollup->table), GetUserNameFromId(GetUserId(), false))));
	begin_rows(fcinfo, &rows);
	identity = become_owner(rollup->owner);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	if (SPI_execute(check_statement(rollup), true, 0) < 0)
		elog(ERROR, "cannot check a rollup");
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		Datum		values[4];
		bool		nulls[4];

		heap_deform_tuple(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, values, nulls);
		tuplestore_putvalues(rows.store, rows.desc, values, nulls);
	}
	SPI_finish();
	become_caller(identity);
	PG_RETURN_NULL();
}

/*
 * Listing.
 */

/* The tables of all rollups, by the triggers that keep them. */
static List *
all_rollups(Oid function)
{
	Relation	triggers = table_open(TriggerRelationId, AccessShareLock);
	SysScanDesc scan = systable_beginscan(triggers, InvalidOid, false, NULL, 0, NULL);
	HeapTuple	tuple;
	List	   *tables = NIL;

	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		Form_pg_trigger form = (Form_pg_trigger) GETSTRUCT(tuple);
		bool		is_null;
		Datum		condition = heap_getattr(tuple, Anum_pg_trigger_tgqual,
											 RelationGetDescr(triggers), &is_null);
		Oid			table,
					view;

		if (form->tgfoid == function && !is_null &&
			live_tables_of_condition(TextDatumGetCString(condition), &table, &view) &&
			view_of_rollup(table) == view)
			tables = list_append_unique_oid(tables, table);
	}
	systable_endscan(scan);
	table_close(triggers, AccessShareLock);
	return tables;
}

/* As of the last ANALYZE or VACUUM; NULL before, and if it has been dropped meanwhile. */
static Datum
estimated_rows(Oid table, bool *is_null)
{
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(table));
	double		rows = -1;

	if (HeapTupleIsValid(tuple))
	{
		rows = ((Form_pg_class) GETSTRUCT(tuple))->reltuples;
		ReleaseSysCache(tuple);
	}
	*is_null = rows < 0;
	return Int64GetDatum(*is_null ? 0 : (int64) rows);
}

/* Tables by which rows of a source are written, and that have no triggers. */
static Datum
untracked_tables(Oid source, const List *on, bool *is_null)
{
	List	   *tables = find_all_inheritors(source, AccessShareLock, NULL);
	List	   *untracked = list_difference_oid(tables, on);
	Datum	   *values;
	int			count = 0;
	ListCell   *lc;

	untracked = list_concat(untracked, parents_of_source(tables));
	values = palloc(list_length(untracked) * sizeof(Datum));
	foreach(lc, untracked)
		values[count++] = ObjectIdGetDatum(lfirst_oid(lc));
	*is_null = count == 0;
	return PointerGetDatum(construct_array(values, count, REGCLASSOID, sizeof(Oid), true,
										   TYPALIGN_INT));
}

/* NULL if it has been dropped meanwhile. */
static Datum
size_of_table(Oid table, bool *is_null)
{
	LOCAL_FCINFO(fcinfo, 1);
	Datum		size;

	InitFunctionCallInfoData(*fcinfo, NULL, 1, InvalidOid, NULL, NULL);
	fcinfo->args[0].value = ObjectIdGetDatum(table);
	fcinfo->args[0].isnull = false;
	size = pg_total_relation_size(fcinfo);
	*is_null = fcinfo->isnull;
	return size;
}

/* The mode, deltas that wait to be compacted as the statistics have it, and size with them. */
static void
describe_mode(Oid table, Datum *values, bool *nulls)
{
	Oid			deltas = deltas_of_rollup(table);
	bool		is_append = OidIsValid(deltas);

	values[2] = CStringGetTextDatum(live_mode_name(is_append ? MODE_APPEND : MODE_UPSERT));
	values[5] = size_of_table(table, &nulls[5]);
	nulls[4] = !is_append;
	if (is_append)
	{
		bool		is_null;
		Datum		size = size_of_table(deltas, &is_null);

		values[4] = DirectFunctionCall1(pg_stat_get_live_tuples, ObjectIdGetDatum(deltas));
		if (!is_null && !nulls[5])
			values[5] = Int64GetDatum(DatumGetInt64(values[5]) + DatumGetInt64(size));
	}
}

/*
 * plan_rollups(): rows (rollup, source, mode, groups, deltas, bytes, untracked), which the catalogs
 * show to all; groups is NULL before the first ANALYZE or VACUUM.
 */
PG_FUNCTION_INFO_V1(plan_rollups);
Datum
plan_rollups(PG_FUNCTION_ARGS)
{
	Oid			schema = live_schema(fcinfo->flinfo->fn_oid);
	List	   *name = list_make2(makeString(get_namespace_name(schema)),
								  makeString("_plan_rollup_changed"));
	List	   *tables = all_rollups(LookupFuncName(name, 0, NULL, false));
	RowSink		rows;
	ListCell   *lc;

	begin_rows(fcinfo, &rows);
	foreach(lc, tables)
	{
		Oid			table = lfirst_oid(lc);
		Oid			view;
		List	   *on;
		Oid			source;
		Datum		values[7];
		bool		nulls[7] = {false};

		/* Those that are out of order are listed too. */
		if (live_triggers(table, &view, &on) == NIL)
			continue;
		source = source_of_view(view);
		values[0] = ObjectIdGetDatum(table);
		values[1] = ObjectIdGetDatum(source);
		values[3] = estimated_rows(table, &nulls[3]);
		describe_mode(table, values, nulls);
		nulls[1] = !OidIsValid(source);
		if (nulls[1])
			nulls[6] = true;
		else
			values[6] = untracked_tables(source, on, &nulls[6]);
		tuplestore_putvalues(rows.store, rows.desc, values, nulls);
	}
	PG_RETURN_NULL();
}
