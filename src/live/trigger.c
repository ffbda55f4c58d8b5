/*
 * trigger.c
 *		What a statement changes in the source of a live rollup, changed in the rollup.
 *
 * The rows that a statement has inserted, updated and deleted are grouped once, and what each
 * group gains is added to its states, group by group in the order of their keys.  States are added
 * and subtracted exactly: any history leaves what computing the rollup anew would give.
 *
 * A measure without an inverse, such as the last value of a period, is recomputed from the source
 * for the groups from which rows were taken.  The groups are locked before the source is read, and
 * writers of other rows lock the same groups after they have written: the one who comes second
 * sees what the first has done.
 *
 * Triggers of one statement can fire when another has already written: one with several actions
 * has a trigger for each, and triggers of rows run statements of their own.  What is recomputed
 * then holds rows whose trigger is still to come, and what is taken away can come before it was
 * added.
 *
 * In mode append, what each group gains becomes a row of its own, and no other row is touched: see
 * append.c.
 */
#include "live/live.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/executor.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"

typedef enum LivePlan
{
	PLAN_ADD,
	PLAN_MERGE,
	PLAN_LOCK,
	PLAN_RECOMPUTE,
	PLAN_REPLACE,
	PLAN_DROP_GROUPS
} LivePlan;

#define NUM_PLANS (PLAN_DROP_GROUPS + 1)

/* What is known of a trigger, until something that it depends on changes. */
typedef struct LiveTrigger
{
	Oid			trigger;		/* the hash key */
	bool		is_valid;
	int			calls;			/* that are at work with it: what one changes may fire another */
	MemoryContext context;		/* of the rollup */
	LiveRollup *rollup;
	Oid			on;				/* the table that fires it */
	LiveAppend *append;			/* in the context, or NULL */
	SPIPlanPtr	plan[NUM_PLANS];
} LiveTrigger;

static HTAB *live_triggers_known = NULL;

/*
 * When the statements of clients began in which groups have been recomputed, and in which groups
 * were left with less than nothing: these may hold what is still to be added, or lack it.
 */
static TimestampTz recomputed_in = 0;
static TimestampTz left_over_in = 0;

static void
forget_triggers(Oid relation)
{
	HASH_SEQ_STATUS status;
	LiveTrigger *live;

	hash_seq_init(&status, live_triggers_known);
	while ((live = hash_seq_search(&status)) != NULL)
	{
		if (live->rollup == NULL || !OidIsValid(relation) || relation == live->rollup->table ||
			relation == live->rollup->view || relation == live->rollup->deltas ||
			relation == live->rollup->source || relation == live->on)
			live->is_valid = false;
	}
}

static void
forget_triggers_of_relation(Datum arg, Oid relation)
{
	forget_triggers(relation);
}

/*
 * Names of types, functions, operators and schemas stand in the statements, and roles may call
 * functions or not.
 */
static void
forget_all_triggers(Datum arg, int cache, uint32 hash)
{
	forget_triggers(InvalidOid);
}

static void
remember_triggers(void)
{
	HASHCTL		control = {.keysize = sizeof(Oid),.entrysize = sizeof(LiveTrigger)};

	live_triggers_known = hash_create("triggers of live rollups", 16, &control,
									  HASH_ELEM | HASH_BLOBS);
	CacheRegisterRelcacheCallback(forget_triggers_of_relation, (Datum) 0);
	CacheRegisterSyscacheCallback(PROCOID, forget_all_triggers, (Datum) 0);
	CacheRegisterSyscacheCallback(TYPEOID, forget_all_triggers, (Datum) 0);
	CacheRegisterSyscacheCallback(OPEROID, forget_all_triggers, (Datum) 0);
	CacheRegisterSyscacheCallback(NAMESPACEOID, forget_all_triggers, (Datum) 0);
	CacheRegisterSyscacheCallback(AUTHOID, forget_all_triggers, (Datum) 0);
	CacheRegisterSyscacheCallback(AUTHMEMROLEMEM, forget_all_triggers, (Datum) 0);
}

/* Forget what was known of a trigger, unless a call further out needs it: then it stays, unused. */
static void
clear_trigger(LiveTrigger *live)
{
	for (int i = 0; i < NUM_PLANS; i++)
	{
		if (live->plan[i] != NULL && live->calls == 0)
			SPI_freeplan(live->plan[i]);
		live->plan[i] = NULL;
	}
	if (live->context != NULL && live->calls == 0)
		MemoryContextDelete(live->context);
	live->context = NULL;
	live->rollup = NULL;
	live->append = NULL;
}

/* Of triggers that may have been dropped, and of others that have changed, nothing stays. */
static void
clear_invalid_triggers(void)
{
	HASH_SEQ_STATUS status;
	LiveTrigger *live;

	hash_seq_init(&status, live_triggers_known);
	while ((live = hash_seq_search(&status)) != NULL)
		if (!live->is_valid && live->calls == 0)
		{
			clear_trigger(live);
			(void) hash_search(live_triggers_known, &live->trigger, HASH_REMOVE, NULL);
		}
}

static LiveTrigger *
known_trigger(FunctionCallInfo fcinfo, const TriggerData *data)
{
	LiveTrigger *live;
	MemoryContext old;
	Oid			table,
				view;
	bool		found;

	if (live_triggers_known == NULL)
		remember_triggers();
	live = hash_search(live_triggers_known, &data->tg_trigger->tgoid, HASH_FIND, NULL);
	if (live != NULL && live->is_valid && live->rollup != NULL)
		return live;
	clear_invalid_triggers();
	live = hash_search(live_triggers_known, &data->tg_trigger->tgoid, HASH_ENTER, &found);
	if (!found)
	{
		live->calls = 0;
		live->context = NULL;
		live->rollup = NULL;
		live->append = NULL;
		memset(live->plan, 0, sizeof(live->plan));
	}
	clear_trigger(live);
	live->is_valid = false;
	if (data->tg_trigger->tgqual == NULL ||
		!live_tables_of_condition(data->tg_trigger->tgqual, &table, &view))
		ereport(ERROR,
				(errcode(ERRCODE_TRIGGERED_ACTION_EXCEPTION),
				 errmsg("trigger \"%s\" names no rollup", data->tg_trigger->tgname),
				 errhint("plan_create_rollup makes such triggers.")));
	live->context = AllocSetContextCreate(CacheMemoryContext, "live rollup",
										  ALLOCSET_SMALL_SIZES);
	old = MemoryContextSwitchTo(live->context);
	live->on = RelationGetRelid(data->tg_relation);
	/* What changes from here on makes it invalid again. */
	live->is_valid = true;
	live->rollup = live_rollup(table, view, live_schema(fcinfo->flinfo->fn_oid));
	MemoryContextSwitchTo(old);
	return live;
}

/*
 * What is known of a trigger, as it will be to the end of the transaction: the rollup is locked
 * first, since its columns and its owner may be changed.  NULL for a table that has left the
 * source.
 */
static LiveTrigger *
locked_trigger(FunctionCallInfo fcinfo, const TriggerData *data)
{
	/* Writers of other partitions may be at work where one is truncated. */
	LOCKMODE	lock = TRIGGER_FIRED_BY_TRUNCATE(data->tg_event) ? ShareRowExclusiveLock :
		RowExclusiveLock;

	for (;;)
	{
		LiveTrigger *live = known_trigger(fcinfo, data);

		if (!is_of_source(live->rollup->source, RelationGetRelid(data->tg_relation)))
			return NULL;
		LockRelationOid(live->rollup->table, lock);
		LockRelationOid(live->rollup->view, AccessShareLock);
		if (OidIsValid(live->rollup->deltas))
			LockRelationOid(live->rollup->deltas, RowExclusiveLock);
		if (live->is_valid)
			return live;
	}
}

/* A plan, prepared once. */
static SPIPlanPtr
prepared(LiveTrigger *live, LivePlan which, const char *statement, int nargs, Oid *types)
{
	if (live->plan[which] == NULL)
	{
		SPIPlanPtr	plan = SPI_prepare(statement, nargs, types);

		if (plan == NULL || SPI_keepplan(plan) != 0)
			elog(ERROR, "cannot prepare \"%s\": %s", statement, SPI_result_code_string(SPI_result));
		live->plan[which] = plan;
	}
	return live->plan[which];
}

static void
execute(SPIPlanPtr plan, Datum *values, const char *nulls)
{
	int			result = SPI_execute_plan(plan, values, nulls, false, 0);

	if (result < 0)
		elog(ERROR, "cannot change a rollup: %s", SPI_result_code_string(result));
}

/*
 * Taking groups away.
 */

void
report_out_of_step(const LiveRollup *rollup)
{
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("rollup %s lacks rows that are now removed from %s", rollup->table_name,
					rollup->source_name),
			 errdetail("The source has changed without its triggers, as when they were disabled or "
					   "a partition was attached."),
			 errhint("Recompute it with plan_refresh_rollup.")));
}

static void
drop_groups(LiveTrigger *live, ArrayType *places)
{
	Oid			types[] = {TIDARRAYOID};
	Datum		values[] = {PointerGetDatum(places)};
	SPIPlanPtr	plan = prepared(live, PLAN_DROP_GROUPS,
								psprintf("DELETE FROM %s WHERE ctid = ANY ($1)",
										 live->rollup->table_name), 1, types);

	execute(plan, values, NULL);
}

/* Whether this call is that of a statement within another trigger. */
static bool
is_nested(void)
{
	return DatumGetInt32(DirectFunctionCall1(pg_trigger_depth, (Datum) 0)) > 1;
}

/*
 * Of the groups that were returned as place, number of rows, and whether nothing is in them, drop
 * those without rows.  A statement further out may still add rows that were taken away already:
 * a trigger fired the one of this call, or a function that is called for each row.
 */
static void
drop_empty_groups(LiveTrigger *live)
{
	SPITupleTable *groups = SPI_tuptable;
	Datum	   *places = palloc(groups->numvals * sizeof(Datum));
	bool		nested = is_nested();
	int			count = 0;

	for (uint64 i = 0; i < groups->numvals; i++)
	{
		HeapTuple	group = groups->vals[i];
		bool		is_null;
		int64		rows = DatumGetInt64(SPI_getbinval(group, groups->tupdesc, 2, &is_null));
		bool		is_empty = DatumGetBool(SPI_getbinval(group, groups->tupdesc, 3, &is_null));

		if (rows > 0)
			continue;
		if (!is_empty && (nested || rows == 0))
			left_over_in = GetCurrentStatementStartTimestamp();
		else if (rows < 0)
			report_out_of_step(live->rollup);
		else
			places[count++] = SPI_getbinval(group, groups->tupdesc, 1, &is_null);
	}
	if (count > 0)
		drop_groups(live, construct_array(places, count, TIDOID, sizeof(ItemPointerData), false,
										  TYPALIGN_SHORT));
}

/*
 * What is recomputed.
 */

static void
recompute_group(LiveTrigger *live, HeapTuple group, TupleDesc desc)
{
	const LiveRollup *rollup = live->rollup;
	int			keys = rollup->keys;
	int			measures = rollup->columns - keys;
	Datum	   *values = palloc((rollup->columns + 1) * sizeof(Datum));
	Oid		   *types = palloc((rollup->columns + 1) * sizeof(Oid));
	char	   *nulls = palloc0(rollup->columns + 1);
	Datum		place;
	bool		is_null;

	place = SPI_getbinval(group, desc, 1, &is_null);
	for (int i = 0; i < keys; i++)
	{
		values[i] = SPI_getbinval(group, desc, i + 2, &is_null);
		nulls[i] = is_null ? 'n' : ' ';
		types[i] = SPI_gettypeid(desc, i + 2);
	}
	execute(prepared(live, PLAN_RECOMPUTE, recompute_statement(rollup), keys, types), values,
			nulls);
	if (SPI_processed == 0)
	{
		drop_groups(live, construct_array(&place, 1, TIDOID, sizeof(ItemPointerData), false,
										  TYPALIGN_SHORT));
		return;
	}
	values[0] = place;
	types[0] = TIDOID;
	for (int i = 0; i < measures; i++)
	{
		values[i + 1] =
			SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, i + 1, &is_null);
		nulls[i + 1] = is_null ? 'n' : ' ';
		types[i + 1] = SPI_gettypeid(SPI_tuptable->tupdesc, i + 1);
	}
	nulls[0] = ' ';
	execute(prepared(live, PLAN_REPLACE, replace_statement(rollup), measures + 1, types), values,
			nulls);
}

static void
recompute_groups(LiveTrigger *live)
{
	SPITupleTable *groups = SPI_tuptable;

	for (uint64 i = 0; i < groups->numvals; i++)
	{
		CHECK_FOR_INTERRUPTS();
		recompute_group(live, groups->vals[i], groups->tupdesc);
	}
}

/*
 * Statements.
 */

/*
 * Once groups have been recomputed, what the same statement of a client changes later is recomputed
 * too: it may have been in the source before.
 */
static void
change_groups(LiveTrigger *live, const char *new_table, const char *old_table)
{
	const LiveRollup *rollup = live->rollup;
	TimestampTz now = GetCurrentStatementStartTimestamp();
	bool		only_adds = OidIsValid(rollup->deltas) ||
		(old_table == NULL && left_over_in != now);
	LivePlan	which = only_adds ? PLAN_ADD : PLAN_MERGE;
	SPIPlanPtr	plan = live->plan[which];

	if (!rollup->can_subtract && (old_table != NULL || recomputed_in == now))
	{
		recomputed_in = now;
		execute(prepared(live, PLAN_LOCK, lock_statement(rollup, new_table, old_table), 0, NULL),
				NULL, NULL);
		recompute_groups(live);
		return;
	}
	if (plan == NULL)
		plan = prepared(live, which, merge_statement(rollup, new_table, old_table, !only_adds),
						0, NULL);
	execute(plan, NULL, NULL);
	if (!only_adds)
		drop_empty_groups(live);
}

static void
execute_as_of(const char *statement, Snapshot snapshot)
{
	SPIPlanPtr	plan = SPI_prepare(statement, 0, NULL);
	int			result;

	if (plan == NULL)
		elog(ERROR, "cannot prepare \"%s\": %s", statement, SPI_result_code_string(SPI_result));
	result = SPI_execute_snapshot(plan, NULL, NULL, snapshot, InvalidSnapshot, false, true, 0);
	if (result < 0)
		elog(ERROR, "cannot compute a rollup: %s", SPI_result_code_string(result));
}

/*
 * Rows are gone whoever has written them, and however old the snapshot of the transaction is.
 *  What is left of the source, where a part of it was truncated, is what others have committed.
 */
static void
change_all_groups(const LiveRollup *rollup)
{
	Snapshot	snapshot = RegisterSnapshot(GetLatestSnapshot());

	execute_as_of(psprintf("DELETE FROM %s", rollup->table_name), snapshot);
	execute_as_of(fill_statement(rollup), snapshot);
	UnregisterSnapshot(snapshot);
}

/* A row that is replicated: apply workers fire no triggers of statements. */
static Tuplestorestate *
store_of_row(HeapTuple row)
{
	Tuplestorestate *store = tuplestore_begin_heap(false, false, work_mem);

	tuplestore_puttuple(store, row);
	return store;
}

/* What has changed, under the names that the triggers of statements use. */
static LiveRows
rows_of_call(const TriggerData *data)
{
	LiveRows	rows = {0};

	if (TRIGGER_FIRED_FOR_STATEMENT(data->tg_event))
	{
		rows.new_table = data->tg_trigger->tgnewtable;
		rows.old_table = data->tg_trigger->tgoldtable;
		rows.new_rows = data->tg_newtable;
		rows.old_rows = data->tg_oldtable;
		if (rows.new_table == NULL && rows.old_table == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
					 errmsg("trigger \"%s\" has no transition tables", data->tg_trigger->tgname)));
		return rows;
	}
	if (!TRIGGER_FIRED_BY_INSERT(data->tg_event))
	{
		rows.old_table = "old_rows";
		rows.old_rows = store_of_row(data->tg_trigtuple);
	}
	if (!TRIGGER_FIRED_BY_DELETE(data->tg_event))
	{
		rows.new_table = "new_rows";
		rows.new_rows = store_of_row(TRIGGER_FIRED_BY_UPDATE(data->tg_event) ? data->tg_newtuple
									 : data->tg_trigtuple);
	}
	return rows;
}

static void
register_rows(const TriggerData *data, const char *name, Tuplestorestate *store)
{
	EphemeralNamedRelation enr = palloc0(sizeof(EphemeralNamedRelationData));

	enr->md.name = pstrdup(name);
	enr->md.reliddesc = RelationGetRelid(data->tg_relation);
	enr->md.tupdesc = NULL;
	enr->md.enrtype = ENR_NAMED_TUPLESTORE;
	enr->md.enrtuples = tuplestore_tuple_count(store);
	enr->reldata = store;
	if (SPI_register_relation(enr) != SPI_OK_REL_REGISTER)
		elog(ERROR, "cannot register a transition table");
}

/* A call within another of the same trigger finds what is set up at work. */
static bool
follow_by_appending(LiveTrigger *live, const TriggerData *data, const LiveRows *rows)
{
	return OidIsValid(live->rollup->deltas) && live->calls == 1 &&
		append_rows(&live->append, live->context, live->rollup, rows, data->tg_relation);
}

static void
follow_by_statements(LiveTrigger *live, const TriggerData *data, const LiveRows *rows)
{
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	if (rows->new_table != NULL)
		register_rows(data, rows->new_table, rows->new_rows);
	if (rows->old_table != NULL)
		register_rows(data, rows->old_table, rows->old_rows);
	change_groups(live, rows->new_table, rows->old_table);
	SPI_finish();
}

static void
follow_truncate(const LiveRollup *rollup, Oid truncated)
{
	check_rest_of_source(rollup->source, truncated);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	change_all_groups(rollup);
	SPI_finish();
}

static void
follow_change(LiveTrigger *live, const TriggerData *data)
{
	LiveRows	rows;

	if (TRIGGER_FIRED_BY_TRUNCATE(data->tg_event))
	{
		follow_truncate(live->rollup, RelationGetRelid(data->tg_relation));
		return;
	}
	rows = rows_of_call(data);
	if (!follow_by_appending(live, data, &rows))
		follow_by_statements(live, data, &rows);
}

static void
follow_change_as_owner(LiveTrigger *live, const TriggerData *data)
{
	bool		only_c = live->calls == 0 && calls_only_c(live->append);
	LiveIdentity identity = only_c ? become_owner_in_c(live->rollup->owner) :
		become_owner(live->rollup->owner);

	live->calls++;
	PG_TRY();
	{
		follow_change(live, data);
	}
	PG_FINALLY();
	{
		live->calls--;
	}
	PG_END_TRY();
	become_caller(identity);
}

/*
 * Rows count where they are replicated, statements everywhere else: however triggers have been
 * enabled, nothing is counted twice.
 */
static bool
is_due(const TriggerData *data)
{
	bool		is_replica = SessionReplicationRole == SESSION_REPLICATION_ROLE_REPLICA;

	return TRIGGER_FIRED_BY_TRUNCATE(data->tg_event) ||
		TRIGGER_FIRED_FOR_STATEMENT(data->tg_event) != is_replica;
}

/*
 * _plan_rollup_changed() returns trigger: after a statement, or after a replicated row.
 */
PG_FUNCTION_INFO_V1(plan_rollup_changed);
Datum
plan_rollup_changed(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	LiveTrigger *live;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_AFTER(data->tg_event))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("the triggers of a rollup fire after a statement or a row")));
	live = is_due(data) ? locked_trigger(fcinfo, data) : NULL;
	if (live != NULL)
		follow_change_as_owner(live, data);
	return PointerGetDatum(NULL);
}
