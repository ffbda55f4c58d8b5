/*
 * renew.c
 *		Groups of live rollups as a whole: computed anew, and compacted.
 */
#include "live/live.h"

#include "access/htup_details.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/acl.h"
#include "utils/lsyscache.h"

void
check_owner_of(Oid relation)
{
	if (!has_privs_of_role(GetUserId(), relation_owner(relation)))
		aclcheck_error(ACLCHECK_NOT_OWNER,
					   get_rel_relkind(relation) == RELKIND_VIEW ? OBJECT_VIEW : OBJECT_TABLE,
					   get_rel_name(relation));
}

/* plan_refresh_rollup(rollup) returns bigint: computed anew; the number of its groups. */
PG_FUNCTION_INFO_V1(plan_refresh_rollup);
Datum
plan_refresh_rollup(PG_FUNCTION_ARGS)
{
	LiveRollup *rollup = live_rollup_argument(fcinfo, 0);
	LiveIdentity identity;
	Oid			view;
	List	   *on;
	List	   *tables;
	ListCell   *lc;
	uint64		groups;

	check_owner_of(rollup->table);
	check_isolation();
	tables = tables_of_source(rollup->source, ShareRowExclusiveLock);
	/* What it was before the locks were taken may have changed. */
	rollup = live_rollup_argument(fcinfo, 0);
	(void) live_triggers(rollup->table, &view, &on);
	identity = become_owner(rollup->owner);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	/* Partitions that have come since. */
	foreach(lc, tables)
		if (!list_member_oid(on, lfirst_oid(lc)))
			create_live_triggers(rollup, lfirst_oid(lc));
	/* Against compactions. */
	LockRelationOid(rollup->table, ShareRowExclusiveLock);
	run_statement(psprintf("DELETE FROM %s", rollup->table_name));
	run_statement(fill_statement(rollup));
	groups = SPI_processed;
	SPI_finish();
	become_caller(identity);
	PG_RETURN_INT64((int64) groups);
}

/* A statement on groups: an array of their places. */
static void
change_places(const char *statement, Datum places)
{
	Oid			types[] = {TIDARRAYOID};

	if (SPI_execute_with_args(statement, 1, types, &places, NULL, false, 0) < 0)
		elog(ERROR, "cannot execute \"%s\"", statement);
}

/*
 * Groups that have fewer rows than none: rows were taken away that the rollup never had, or that
 * statements further out have still to add.  Then the next compaction will tell.
 */
static void
put_back(const LiveRollup *rollup, Datum places)
{
	if (!is_being_written(rollup->source))
		report_out_of_step(rollup);
	change_places(unfold_statement(rollup), places);
}

static int64
compact(const LiveRollup *rollup)
{
	Datum		values[3];
	bool		nulls[3];

	run_statement(compact_statement(rollup));
	heap_deform_tuple(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, values, nulls);
	if (!nulls[1])
		change_places(psprintf("DELETE FROM ONLY %s WHERE ctid = ANY ($1)", rollup->table_name),
					  values[1]);
	if (!nulls[2])
		put_back(rollup, values[2]);
	return DatumGetInt64(values[0]);
}

/*
 * plan_compact_rollup(rollup) returns bigint: how many deltas it has folded into groups; 0 in mode
 * upsert.  Compactions wait for each other, and for no writer or reader.
 */
PG_FUNCTION_INFO_V1(plan_compact_rollup);
Datum
plan_compact_rollup(PG_FUNCTION_ARGS)
{
	LiveRollup *rollup = live_rollup_argument(fcinfo, 0);
	LiveIdentity identity;
	int64		deltas;

	check_owner_of(rollup->table);
	if (!OidIsValid(rollup->deltas))
		PG_RETURN_INT64(0);
	LockRelationOid(rollup->deltas, ShareUpdateExclusiveLock);
	/* Against what computes it anew; as it is now, it stays. */
	LockRelationOid(rollup->table, RowExclusiveLock);
	rollup = live_rollup_argument(fcinfo, 0);
	check_owner_of(rollup->table);
	identity = become_owner(rollup->owner);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	deltas = compact(rollup);
	SPI_finish();
	become_caller(identity);
	PG_RETURN_INT64(deltas);
}
