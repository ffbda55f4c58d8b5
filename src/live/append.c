/*
 * append.c
 *		Mode append: what a statement has changed becomes rows of the deltas.
 *
 * Setting up a plan costs a statement of one row more than all else that is done for it.  The
 * groups of a statement are therefore computed by a plan that stays set up from one statement to
 * the next: it reads transition tables alone, so that it holds no relation, lock or snapshot.  Its
 * rows are stored without another plan, page by page, where the deltas are as they were made.
 */
#include "live/live.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/pg_aggregate.h"
#include "catalog/pg_language.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "executor/executor.h"
#include "miscadmin.h"
#include "nodes/nodeFuncs.h"
#include "tcop/tcopprot.h"
#include "utils/acl.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/queryenvironment.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"

/* Rows that are stored at once, and how large they may be together. */
#define MAX_ROWS 64
#define MAX_SIZE (64 * 1024)

/* A plan that has grown larger, as by the hash table of many groups, is not kept. */
#define MAX_KEPT (2 * 1024 * 1024)

struct LiveAppend
{
	MemoryContext context;
	bool		is_set_up;
	bool		is_usable;		/* else statements have to do it */
	bool		only_c;			/* its functions are built in, or in C */
	bool		is_busy;		/* or an error has left it in the middle */
	EState	   *estate;
	PlanState  *plan;
	int			scans;
	NamedTuplestoreScanState *scan[2];
	bool		scans_old[2];
	AttrNumber *column;			/* of the deltas, by column of the plan */
};

/* Rows on their way. */
typedef struct AppendedRows
{
	MemoryContext memory;		/* that is short-lived */
	Relation	deltas;
	CommandId	command;
	int			count;
	Size		size;
	int			slots;
	TupleTableSlot *slot[MAX_ROWS];
} AppendedRows;

/*
 * Whether rows can be stored as they are: nothing else is to be done with them, and all columns
 * are those of the plan.
 */
static bool
are_plain(Relation deltas)
{
	TupleDesc	desc = RelationGetDescr(deltas);
	TupleConstr *constraints = desc->constr;

	return deltas->rd_rel->relkind == RELKIND_RELATION && !deltas->rd_rel->relispartition &&
		!deltas->rd_rel->relhasindex && !deltas->rd_rel->relhasrules &&
		!deltas->rd_rel->relrowsecurity && deltas->trigdesc == NULL &&
		(constraints == NULL ||
		 (constraints->num_check == 0 && constraints->num_defval == 0 &&
		  constraints->missing == NULL)) &&
		pg_class_aclcheck(RelationGetRelid(deltas), GetUserId(), ACL_INSERT) == ACLCHECK_OK;
}

/* Where the columns of a plan go; false if one is of another type. */
static bool
map_columns(LiveAppend *append, const LiveRollup *rollup, TupleDesc deltas, TupleDesc plan)
{
	int			live_columns = 0;

	append->column = palloc(rollup->columns * sizeof(AttrNumber));
	for (int i = 0; i < deltas->natts; i++)
		live_columns += !TupleDescAttr(deltas, i)->attisdropped;
	if (plan->natts != rollup->columns || live_columns != rollup->columns)
		return false;
	for (int i = 0; i < rollup->columns; i++)
	{
		AttrNumber	column = get_attnum(rollup->deltas, rollup->column[i].plain_name);
		Form_pg_attribute from = TupleDescAttr(plan, i);
		Form_pg_attribute to;

		if (column <= 0)
			return false;
		to = TupleDescAttr(deltas, column - 1);
		if (from->atttypid != to->atttypid ||
			(to->atttypmod >= 0 && from->atttypmod != to->atttypmod))
			return false;
		append->column[i] = column;
	}
	return true;
}

/* A transition table, of columns that are no longer those of a relation. */
static void
register_store(QueryEnvironment *environment, const char *name, TupleDesc desc,
			   Tuplestorestate *store)
{
	EphemeralNamedRelation enr = palloc0(sizeof(EphemeralNamedRelationData));

	enr->md.name = pstrdup(name);
	enr->md.reliddesc = InvalidOid;
	enr->md.tupdesc = desc;
	enr->md.enrtype = ENR_NAMED_TUPLESTORE;
	/* So that groups are hashed, in a table that statements of few rows go through in no time. */
	enr->md.enrtuples = 50;
	enr->reldata = store;
	register_ENR(environment, enr);
}

static QueryEnvironment *
environment_of(const LiveRows *rows, Relation source)
{
	QueryEnvironment *environment = create_queryEnv();
	TupleDesc	desc = CreateTupleDescCopy(RelationGetDescr(source));

	if (rows->new_table != NULL)
		register_store(environment, rows->new_table, desc, rows->new_rows);
	if (rows->old_table != NULL)
		register_store(environment, rows->old_table, desc, rows->old_rows);
	return environment;
}

/*
 * Whether a function is built in or in C, and calls none of those that users have defined for types
 * of elements and columns.
 */
static bool
is_plain_c(Oid function)
{
	HeapTuple	tuple = SearchSysCache1(PROCOID, ObjectIdGetDatum(function));
	Form_pg_proc form;
	bool		is_plain;

	if (!HeapTupleIsValid(tuple))
		return false;
	form = (Form_pg_proc) GETSTRUCT(tuple);
	is_plain = form->prolang == INTERNALlanguageId || form->prolang == ClanguageId;
	for (int i = 0; i < form->pronargs; i++)
		is_plain = is_plain && !IsPolymorphicType(form->proargtypes.values[i]) &&
			form->proargtypes.values[i] != RECORDOID;
	ReleaseSysCache(tuple);
	return is_plain;
}

static bool
is_other_function(Oid function, void *context)
{
	return !is_plain_c(function);
}

static bool
is_aggregate_of_others(Oid aggregate)
{
	HeapTuple	tuple = SearchSysCache1(AGGFNOID, ObjectIdGetDatum(aggregate));
	Form_pg_aggregate form;
	bool		of_others;

	if (!HeapTupleIsValid(tuple))
		return true;
	form = (Form_pg_aggregate) GETSTRUCT(tuple);
	of_others = !is_plain_c(form->aggtransfn) ||
		(OidIsValid(form->aggfinalfn) && !is_plain_c(form->aggfinalfn));
	ReleaseSysCache(tuple);
	return of_others;
}

static bool
groups_by_others(const Query *query)
{
	ListCell   *lc;

	foreach(lc, query->groupClause)
	{
		const SortGroupClause *clause = lfirst_node(SortGroupClause, lc);
		RegProcedure hash,
					same;

		if (!is_plain_c(get_opcode(clause->eqop)) ||
			!get_op_hash_functions(clause->eqop, &hash, &same) || !is_plain_c(hash))
			return true;
	}
	return false;
}

/* Whether anything in a query may call a function in another language, or what is not known. */
static bool
calls_others(Node *node, void *context)
{
	if (node == NULL)
		return false;
	if (IsA(node, Query))
		return groups_by_others((Query *) node) ||
			query_tree_walker((Query *) node, calls_others, context, 0);
	if (IsA(node, CoerceToDomain) || IsA(node, MinMaxExpr) || IsA(node, XmlExpr))
		return true;
	if (IsA(node, Aggref) && is_aggregate_of_others(((Aggref *) node)->aggfnoid))
		return true;
	return check_functions_in_node(node, is_other_function, context) ||
		expression_tree_walker(node, calls_others, context);
}

/* The plan of a statement alone: what planning leaves behind would be many times as large. */
static PlannedStmt *
plan_of_statement(LiveAppend *append, const LiveRollup *rollup, const LiveRows *rows,
				  QueryEnvironment *environment)
{
	MemoryContext planning = AllocSetContextCreate(append->context, "planning",
												   ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(planning);
	const char *statement = changes_statement(rollup, rows->new_table, rows->old_table);
	List	   *parsed = pg_parse_query(statement);
	List	   *queries = pg_analyze_and_rewrite_fixedparams(linitial_node(RawStmt, parsed),
															 statement, NULL, 0, environment);
	Query	   *query = linitial_node(Query, queries);
	PlannedStmt *plan;

	append->only_c = !calls_others((Node *) query, NULL);
	plan = pg_plan_query(query, statement, 0, NULL NO_EXPLAIN);
	MemoryContextSwitchTo(old);
	plan = copyObject(plan);
	MemoryContextDelete(planning);
	return plan;
}

/*
 * Collect the scans of transition tables; true if there is anything that may keep more than memory
 * from one statement to the next.
 */
static bool
collect_scans(PlanState *node, void *context)
{
	LiveAppend *append = context;

	if (IsA(node, NamedTuplestoreScanState))
	{
		if (append->scans == 2)
			return true;
		append->scan[append->scans++] = (NamedTuplestoreScanState *) node;
	}
	else if (!IsA(node, AggState) && !IsA(node, SubqueryScanState) && !IsA(node, AppendState) &&
			 !IsA(node, ResultState))
		return true;
	return planstate_tree_walker(node, collect_scans, context);
}

/* Set up the plan; false if there is none that can stay. */
static bool
set_up_plan(LiveAppend *append, const LiveRollup *rollup, const LiveRows *rows, Relation source)
{
	QueryEnvironment *environment = environment_of(rows, source);
	PlannedStmt *statement = plan_of_statement(append, rollup, rows, environment);
	MemoryContext old;

	if (statement->subplans != NIL || statement->paramExecTypes != NIL)
		return false;
	append->estate = CreateExecutorState();
	append->estate->es_queryEnv = environment;
	append->estate->es_plannedstmt = statement;
	old = MemoryContextSwitchTo(append->estate->es_query_cxt);
	append->plan = ExecInitNode(statement->planTree, append->estate, 0);
	MemoryContextSwitchTo(old);
	if (collect_scans(append->plan, append))
		return false;
	for (int i = 0; i < append->scans; i++)
	{
		NamedTuplestoreScan *scan = (NamedTuplestoreScan *) append->scan[i]->ss.ps.plan;

		append->scans_old[i] = rows->old_table != NULL &&
			strcmp(scan->enrname, rows->old_table) == 0;
	}
	return true;
}

static void
set_up(LiveAppend *append, const LiveRollup *rollup, const LiveRows *rows, Relation source)
{
	MemoryContext old = MemoryContextSwitchTo(append->context);
	Relation	deltas = table_open(rollup->deltas, NoLock);

	append->is_usable = are_plain(deltas) &&
		set_up_plan(append, rollup, rows, source) &&
		map_columns(append, rollup, RelationGetDescr(deltas), ExecGetResultType(append->plan));
	append->is_set_up = true;
	table_close(deltas, NoLock);
	MemoryContextSwitchTo(old);
}

/*
 * A plan thinks that the same rows give the same groups; that a parameter has changed makes it
 * compute them anew.
 */
static bool
forget_rows(PlanState *node, void *context)
{
	if (node->chgParam == NULL)
		node->chgParam = bms_make_singleton(0);
	return planstate_tree_walker(node, forget_rows, context);
}

static void
set_rows(LiveAppend *append, const LiveRows *rows)
{
	for (int i = 0; i < append->scans; i++)
	{
		NamedTuplestoreScanState *scan = append->scan[i];

		scan->relation = append->scans_old[i] ? rows->old_rows : rows->new_rows;
		scan->readptr = tuplestore_alloc_read_pointer(scan->relation, EXEC_FLAG_REWIND);
	}
	append->estate->es_snapshot = GetActiveSnapshot();
	(void) forget_rows(append->plan, NULL);
}

/* Groups that did not fit into memory are in files, which end with the transaction. */
static bool
has_files(PlanState *node, void *context)
{
	return (IsA(node, AggState) && ((AggState *) node)->hash_ever_spilled) ||
		planstate_tree_walker(node, has_files, context);
}

/*
 * Storing.
 */

static void
store_rows(AppendedRows *rows)
{
	MemoryContext old = MemoryContextSwitchTo(rows->memory);

	if (rows->count == 1)
		table_tuple_insert(rows->deltas, rows->slot[0], rows->command, 0, NULL);
	else if (rows->count > 1)
		table_multi_insert(rows->deltas, rows->slot, rows->count, rows->command, 0, NULL);
	rows->count = 0;
	rows->size = 0;
	MemoryContextSwitchTo(old);
}

static void
report_null(Relation deltas, int column)
{
	ereport(ERROR,
			(errcode(ERRCODE_NOT_NULL_VIOLATION),
			 errmsg("null value in column \"%s\" of relation \"%s\" violates not-null constraint",
					NameStr(TupleDescAttr(RelationGetDescr(deltas), column)->attname),
					RelationGetRelationName(deltas))));
}

/* A row of the plan, in the columns of the deltas. */
static void
add_row(AppendedRows *rows, const LiveAppend *append, TupleTableSlot *from)
{
	TupleDesc	desc = RelationGetDescr(rows->deltas);
	TupleTableSlot *to;

	if (rows->count == rows->slots)
		rows->slot[rows->slots++] = table_slot_create(rows->deltas, NULL);
	to = rows->slot[rows->count++];
	ExecClearTuple(to);
	memset(to->tts_isnull, true, desc->natts * sizeof(bool));
	slot_getallattrs(from);
	for (int i = 0; i < from->tts_tupleDescriptor->natts; i++)
	{
		int			column = append->column[i] - 1;

		if (from->tts_isnull[i] && TupleDescAttr(desc, column)->attnotnull)
			report_null(rows->deltas, column);
		to->tts_values[column] = from->tts_values[i];
		to->tts_isnull[column] = from->tts_isnull[i];
	}
	ExecStoreVirtualTuple(to);
}

/* The values of a row belong to the plan, which goes on to the next. */
static void
keep_row(AppendedRows *rows)
{
	bool		must_free;
	HeapTuple	tuple = ExecFetchSlotHeapTuple(rows->slot[rows->count - 1], true, &must_free);

	rows->size += tuple->t_len;
	if (must_free)
		heap_freetuple(tuple);
	if (rows->count == MAX_ROWS || rows->size >= MAX_SIZE)
		store_rows(rows);
}

static void
store_groups(LiveAppend *append, AppendedRows *rows)
{
	for (;;)
	{
		TupleTableSlot *group = ExecProcNode(append->plan);

		if (TupIsNull(group))
			break;
		add_row(rows, append, group);
		keep_row(rows);
	}
	store_rows(rows);
}

static void
run_plan(LiveAppend *append, const LiveRollup *rollup, const LiveRows *changes)
{
	AppendedRows rows = {.memory = CurrentMemoryContext};
	MemoryContext old = MemoryContextSwitchTo(append->estate->es_query_cxt);

	set_rows(append, changes);
	rows.deltas = table_open(rollup->deltas, NoLock);
	rows.command = GetCurrentCommandId(true);
	store_groups(append, &rows);
	for (int i = 0; i < rows.slots; i++)
		ExecDropSingleTupleTableSlot(rows.slot[i]);
	table_close(rows.deltas, NoLock);
	MemoryContextSwitchTo(old);
	CommandCounterIncrement();
}

/* What is kept from one statement to the next; after an error it is in the middle of something. */
static LiveAppend *
kept_append(LiveAppend **kept, MemoryContext parent)
{
	MemoryContext context;

	if (*kept != NULL && !(*kept)->is_busy)
		return *kept;
	if (*kept != NULL)
		MemoryContextDelete((*kept)->context);
	*kept = NULL;
	context = AllocSetContextCreate(parent, "appending to a live rollup", ALLOCSET_DEFAULT_SIZES);
	*kept = MemoryContextAllocZero(context, sizeof(LiveAppend));
	(*kept)->context = context;
	return *kept;
}

static void
end_append(LiveAppend **kept)
{
	LiveAppend *append = *kept;

	*kept = NULL;
	ExecEndNode(append->plan);
	MemoryContextDelete(append->context);
}

/* Whether nothing will be called but functions in C; there is no need to set anything up. */
bool
calls_only_c(const LiveAppend *append)
{
	return append != NULL && append->is_set_up && append->is_usable && append->only_c &&
		!append->is_busy;
}

/*
 * Append what a statement has changed, as the owner of the rollup, which is locked with its deltas;
 * false if that has to be done by a statement.  What is set up stays in *kept, in the context.
 */
bool
append_rows(LiveAppend **kept, MemoryContext context, const LiveRollup *rollup,
			const LiveRows *rows, Relation source)
{
	LiveAppend *append = kept_append(kept, context);

	append->is_busy = true;
	if (!append->is_set_up)
		set_up(append, rollup, rows, source);
	if (append->is_usable)
	{
		run_plan(append, rollup, rows);
		if (has_files(append->plan, NULL) ||
			MemoryContextMemAllocated(append->context, true) > MAX_KEPT)
		{
			end_append(kept);
			return true;
		}
	}
	append->is_busy = false;
	return append->is_usable;
}
