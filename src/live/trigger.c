/*
 * trigger.c
 *		What a statement changes in the source of a live rollup, changed in the rollup.
 *
 * The rows that a statement has inserted, updated and deleted are grouped once, and what each group
 * gains is added to its states, group by group in the order of their keys.  States are added and
 * subtracted exactly: any history leaves what computing the rollup anew would give.
 *
 * A measure without an inverse, such as the last value of a period, is recomputed from the source
 * for the groups from which rows were taken.  The groups are locked before the source is read, and
 * writers of other rows lock the same groups after they have written: the one who comes second sees
 * what the first has done.
 */
#include "live/live.h"

#include "catalog/pg_inherits.h"
#include "catalog/pg_type.h"
#include "executor/executor.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/syscache.h"

typedef enum LivePlan
{
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
	bool		is_followed;	/* the table belongs to the source */
	MemoryContext context;		/* of the rollup */
	LiveRollup *rollup;
	SPIPlanPtr	plan[NUM_PLANS];
} LiveTrigger;

static HTAB *live_triggers_known = NULL;

/* Triggers at work: what one changes may fire another. */
static int	depth = 0;

static void
forget_triggers(Oid relation)
{
	HASH_SEQ_STATUS status;
	LiveTrigger *live;

	hash_seq_init(&status, live_triggers_known);
	while ((live = hash_seq_search(&status)) != NULL)
	{
		if (live->rollup == NULL || !OidIsValid(relation) || relation == live->rollup->table ||
			relation == live->rollup->view || relation == live->rollup->source)
			live->is_valid = false;
	}
}

static void
forget_triggers_of_relation(Datum arg, Oid relation)
{
	forget_triggers(relation);
}

/* Names of types, functions, operators, schemas and roles stand in the statements. */
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
}

/* Whether a table is the source, or one of its partitions: not one that was detached since. */
static bool
is_of_source(const LiveRollup *rollup, Oid table)
{
	return rollup->source == table ||
		list_member_oid(find_all_inheritors(rollup->source, NoLock, NULL), table);
}

/*
 * Forget what was known of a trigger.  While another is at work it may be the same one, further
 * out, which needs its plans: then they stay, unused.
 */
static void
clear_trigger(LiveTrigger *live)
{
	for (int i = 0; i < NUM_PLANS; i++)
	{
		if (live->plan[i] != NULL && depth == 0)
			SPI_freeplan(live->plan[i]);
		live->plan[i] = NULL;
	}
	if (live->context != NULL && depth == 0)
		MemoryContextDelete(live->context);
	live->context = NULL;
	live->rollup = NULL;
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
	live = hash_search(live_triggers_known, &data->tg_trigger->tgoid, HASH_ENTER, &found);
	if (!found)
	{
		live->context = NULL;
		live->rollup = NULL;
		memset(live->plan, 0, sizeof(live->plan));
	}
	else if (live->is_valid && live->rollup != NULL)
		return live;
	clear_trigger(live);
	if (data->tg_trigger->tgqual == NULL ||
		!live_tables_of_condition(data->tg_trigger->tgqual, &table, &view))
		ereport(ERROR,
				(errcode(ERRCODE_TRIGGERED_ACTION_EXCEPTION),
				 errmsg("trigger \"%s\" names no rollup", data->tg_trigger->tgname),
				 errhint("plan_create_rollup makes such triggers.")));
	live->context = AllocSetContextCreate(CacheMemoryContext, "live rollup",
										  ALLOCSET_SMALL_SIZES);
	old = MemoryContextSwitchTo(live->context);
	/* What changes from here on makes it invalid again. */
	live->is_valid = true;
	live->rollup = live_rollup(table, view, live_schema(fcinfo->flinfo->fn_oid));
	live->is_followed = is_of_source(live->rollup, RelationGetRelid(data->tg_relation));
	MemoryContextSwitchTo(old);
	return live;
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

pg_noreturn static void
report_out_of_step(const LiveRollup *rollup)
{
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("rollup %s lacks rows that are now removed from %s", rollup->table_name,
					rollup->source_name),
			 errdetail("The source has changed without its triggers, as when they were disabled or a partition was attached."),
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

/* Of the groups that were returned as place and number of rows, drop those without. */
static void
drop_empty_groups(LiveTrigger *live)
{
	SPITupleTable *groups = SPI_tuptable;
	Datum	   *places = palloc(groups->numvals * sizeof(Datum));
	int			count = 0;

	for (uint64 i = 0; i < groups->numvals; i++)
	{
		bool		is_null;
		int64		rows = DatumGetInt64(SPI_getbinval(groups->vals[i], groups->tupdesc, 2, &is_null));

		if (rows < 0)
			report_out_of_step(live->rollup);
		if (rows == 0)
			places[count++] = SPI_getbinval(groups->vals[i], groups->tupdesc, 1, &is_null);
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
	execute(prepared(live, PLAN_RECOMPUTE, recompute_statement(rollup), keys, types), values, nulls);
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
		values[i + 1] = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, i + 1, &is_null);
		nulls[i + 1] = is_null ? 'n' : ' ';
		types[i + 1] = SPI_gettypeid(SPI_tuptable->tupdesc, i + 1);
	}
	nulls[0] = ' ';
	execute(prepared(live, PLAN_REPLACE, replace_statement(rollup), measures + 1, types), values, nulls);
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

static void
change_groups(LiveTrigger *live, const char *new_table, const char *old_table)
{
	const LiveRollup *rollup = live->rollup;

	if (old_table == NULL || rollup->can_subtract)
	{
		SPIPlanPtr	plan = live->plan[PLAN_MERGE];

		if (plan == NULL)
			plan = prepared(live, PLAN_MERGE, merge_statement(rollup, new_table, old_table), 0, NULL);
		execute(plan, NULL, NULL);
		if (old_table != NULL)
			drop_empty_groups(live);
		return;
	}
	execute(prepared(live, PLAN_LOCK, lock_statement(rollup, new_table, old_table), 0, NULL), NULL, NULL);
	recompute_groups(live);
}

/* All rows of the source are gone, or, where one partition was truncated, some. */
static void
change_all_groups(const LiveRollup *rollup, const TriggerData *data)
{
	if (SPI_execute(psprintf("DELETE FROM %s", rollup->table_name), false, 0) < 0)
		elog(ERROR, "cannot empty a rollup");
	if (rollup->source != RelationGetRelid(data->tg_relation) &&
		SPI_execute(fill_statement(rollup), false, 0) < 0)
		elog(ERROR, "cannot fill a rollup");
}

/*
 * A row that is replicated: apply workers fire no triggers of statements.  It is made a transition
 * table of one row, under the names that the triggers of statements use.
 */
static void
register_row(const TriggerData *data, const char *name, HeapTuple row)
{
	EphemeralNamedRelation enr = palloc0(sizeof(EphemeralNamedRelationData));
	Tuplestorestate *store = tuplestore_begin_heap(false, false, work_mem);

	tuplestore_puttuple(store, row);
	enr->md.name = pstrdup(name);
	enr->md.reliddesc = RelationGetRelid(data->tg_relation);
	enr->md.tupdesc = NULL;
	enr->md.enrtype = ENR_NAMED_TUPLESTORE;
	enr->md.enrtuples = 1;
	enr->reldata = store;
	if (SPI_register_relation(enr) != SPI_OK_REL_REGISTER)
		elog(ERROR, "cannot register a row");
}

static void
register_rows(TriggerData *data, const char **new_table, const char **old_table)
{
	if (TRIGGER_FIRED_FOR_STATEMENT(data->tg_event))
	{
		*new_table = data->tg_trigger->tgnewtable;
		*old_table = data->tg_trigger->tgoldtable;
		if (SPI_register_trigger_data(data) != SPI_OK_TD_REGISTER)
			elog(ERROR, "cannot register transition tables");
		return;
	}
	if (!TRIGGER_FIRED_BY_INSERT(data->tg_event))
		register_row(data, *old_table = "old_rows", data->tg_trigtuple);
	if (!TRIGGER_FIRED_BY_DELETE(data->tg_event))
		register_row(data, *new_table = "new_rows",
					 TRIGGER_FIRED_BY_UPDATE(data->tg_event) ? data->tg_newtuple : data->tg_trigtuple);
}

/* As the owner. */
static void
follow_change(LiveTrigger *live, TriggerData *data)
{
	const char *new_table = NULL;
	const char *old_table = NULL;

	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	if (TRIGGER_FIRED_BY_TRUNCATE(data->tg_event))
		change_all_groups(live->rollup, data);
	else
	{
		register_rows(data, &new_table, &old_table);
		change_groups(live, new_table, old_table);
	}
	SPI_finish();
}

/*
 * _plan_rollup_changed() returns trigger: after a statement, or after a replicated row.
 */
PG_FUNCTION_INFO_V1(plan_rollup_changed);
Datum
plan_rollup_changed(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	LiveIdentity identity;
	LiveTrigger *live;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_AFTER(data->tg_event))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("the triggers of a rollup fire after a statement or a row")));
	live = known_trigger(fcinfo, data);
	if (!live->is_followed)
		return PointerGetDatum(NULL);
	identity = become_owner(live->rollup->owner);
	depth++;
	PG_TRY();
	{
		follow_change(live, data);
	}
	PG_FINALLY();
	{
		depth--;
	}
	PG_END_TRY();
	become_caller(identity);
	return PointerGetDatum(NULL);
}
