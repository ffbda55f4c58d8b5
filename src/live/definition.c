/*
 * definition.c
 *		What a live rollup consists of, as the catalogs have it.
 */
#include "live/live.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "catalog/indexing.h"
#include "catalog/namespace.h"
#include "catalog/pg_depend.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_operator.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "nodes/nodeFuncs.h"
#include "optimizer/optimizer.h"
#include "parser/parse_func.h"
#include "parser/parse_oper.h"
#include "parser/parsetree.h"
#include "rewrite/rewriteHandler.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/regproc.h"
#include "utils/rel.h"
#include "utils/syscache.h"
#include "utils/typcache.h"

/* The schema that the extension is in: that of any function of it. */
Oid
live_schema(Oid function)
{
	return get_func_namespace(function);
}

/* Of a relation, quoted; it may have been dropped by now. */
char *
qualified_name(Oid relation)
{
	char	   *name = get_rel_name(relation);
	char	   *schema = get_namespace_name(get_rel_namespace(relation));

	if (name == NULL || schema == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relation)));
	return quote_qualified_identifier(schema, name);
}

Oid
relation_owner(Oid relation)
{
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relation));
	Oid			owner;

	if (!HeapTupleIsValid(tuple))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relation)));
	owner = ((Form_pg_class) GETSTRUCT(tuple))->relowner;
	ReleaseSysCache(tuple);
	return owner;
}

/*
 * The query of a rollup: groups of one table, so that it can be asked of the rows that a statement
 * has changed as well.
 */

pg_noreturn static void
report_live_query(const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
			 errmsg("a rollup cannot be kept up to date for this query"),
			 errdetail("%s", detail)));
}

/* The one table of the query; views have their own entries too, in versions up to 15. */
static RangeTblEntry *
source_of_query(const Query *query, Oid source)
{
	RangeTblRef *ref;
	RangeTblEntry *entry;

	if (list_length(query->jointree->fromlist) != 1 ||
		!IsA(linitial(query->jointree->fromlist), RangeTblRef))
		report_live_query("It must read one table, and nothing else.");
	ref = linitial_node(RangeTblRef, query->jointree->fromlist);
	entry = rt_fetch(ref->rtindex, query->rtable);
	if (entry->rtekind != RTE_RELATION || (OidIsValid(source) && entry->relid != source))
		report_live_query("It must read the source, and nothing else.");
	return entry;
}

/* Rows are known by their columns: not by their place, and not as a whole. */
static bool
has_odd_column(Node *node, void *context)
{
	if (node == NULL)
		return false;
	if (IsA(node, Var) && ((Var *) node)->varattno <= 0)
		return true;
	return expression_tree_walker(node, has_odd_column, context);
}

static bool
is_empty_state(Node *node)
{
	Const	   *constant = (Const *) node;
	Oid			output;
	bool		is_varlena;

	if (!IsA(node, Const) || constant->constisnull)
		return false;
	getTypeOutputInfo(constant->consttype, &output, &is_varlena);
	return strcmp(OidOutputFunctionCall(output, constant->constvalue), "empty") == 0;
}

/*
 * The aggregate of a measure, from within the COALESCE that a view puts around states.  Any other
 * default would be added with each statement.
 */
static const Aggref *
measure_aggregate(const TargetEntry *entry)
{
	Node	   *node = (Node *) entry->expr;
	List	   *args = IsA(node, CoalesceExpr) ? ((CoalesceExpr *) node)->args : NIL;

	if (list_length(args) == 2 && is_empty_state(lsecond(args)))
		node = linitial(args);
	if (!IsA(node, Aggref))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("measure \"%s\" is not an aggregate", entry->resname),
				 errhint("Name an aggregate with its arguments, such as plan_scorecard_agg(actual, "
						 "target, 'higher').")));
	return (Aggref *) node;
}

/* A type of the extension. */
Oid
type_named(Oid schema, const char *name)
{
	return GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum(name),
						   ObjectIdGetDatum(schema));
}

/* Whether the extension has an aggregate that merges values of a type. */
static bool
is_state_type(Oid schema, Oid type)
{
	List	   *name =
		list_make2(makeString(get_namespace_name(schema)), makeString("plan_rollup"));

	return OidIsValid(LookupFuncName(name, 1, &type, true));
}

static void
check_measure(const TargetEntry *entry, Oid schema)
{
	const Aggref *aggregate = measure_aggregate(entry);

	if (aggregate->aggdistinct != NIL || aggregate->aggorder != NIL)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("measure \"%s\" has DISTINCT or ORDER BY", entry->resname),
				 errdetail("States of it could not be merged.")));
	if (strncmp(get_func_name(aggregate->aggfnoid), "count", 6) == 0 &&
		get_func_namespace(aggregate->aggfnoid) == PG_CATALOG_NAMESPACE)
		return;
	if (aggregate->aggtype == type_named(schema, "plan_ranking"))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("measure \"%s\" ranks all rows of a period at once", entry->resname),
				 errdetail("Rankings of some of them cannot be merged."),
				 errhint("Keep scores in the rollup, and rank them when they are read.")));
	if (!is_state_type(schema, aggregate->aggtype))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("measure \"%s\" of type %s cannot be merged", entry->resname,
						format_type_be(aggregate->aggtype)),
				 errhint("Measures are count, and aggregates whose results plan_rollup merges, "
						 "such as plan_scorecard_agg, plan_trend_agg and plan_fixedsum_agg.")));
}

/* The columns of the query, over those of its table: PostgreSQL 18 has grouped ones apart. */
List *
live_targets(const Query *query)
{
#if PG_VERSION_NUM >= 180000
	if (query->hasGroupRTE)
	{
		Query	   *copy = copyObject((Query *) query);

		return (List *) flatten_group_exprs(NULL, copy, (Node *) copy->targetList);
	}
#endif
	return query->targetList;
}

/* Transition tables have no values in columns that are computed when they are read. */
static bool
reads_virtual_column(Node *node, void *context)
{
#if PG_VERSION_NUM >= 180000
	if (node == NULL)
		return false;
	if (IsA(node, Var) && get_attgenerated(*(Oid *) context, ((Var *) node)->varattno) ==
		ATTRIBUTE_GENERATED_VIRTUAL)
		return true;
	return expression_tree_walker(node, reads_virtual_column, context);
#else
	return false;
#endif
}

static bool
is_mutable_function(Oid function, void *context)
{
	if (func_volatile(function) == PROVOLATILE_IMMUTABLE)
		return false;
	*(Oid *) context = function;
	return true;
}

/* The function that keeps an expression from being immutable; others have no name. */
static bool
find_mutable_function(Node *node, void *context)
{
	if (node == NULL)
		return false;
	return check_functions_in_node(node, is_mutable_function, context) ||
		expression_tree_walker(node, find_mutable_function, context);
}

static void
check_immutable(List *targets, int keys)
{
	ListCell   *lc;

	foreach(lc, targets)
	{
		TargetEntry *entry = lfirst_node(TargetEntry, lc);
		const char *what = entry->resno < keys ? "key" : entry->resno == keys ? "expression" :
			"measure";
		Oid			function = InvalidOid;

		if (!contain_mutable_functions((Node *) entry->expr))
			continue;
		(void) find_mutable_function((Node *) entry->expr, &function);
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_OBJECT_DEFINITION),
				 OidIsValid(function) ?
				 errmsg("function %s in %s \"%s\" must be marked IMMUTABLE",
						format_procedure(function), what, entry->resname) :
				 errmsg("%s \"%s\" depends on when it is computed", what, entry->resname),
				 errdetail("Its figures would depend on when, and under which settings, rows are "
						   "written."),
				 errhint("For a timestamptz, state the time zone: (at AT TIME ZONE "
						 "'Asia/Bangkok')::date.")));
	}
}

/* What a query must be like; keys come first, then the count of rows, then the measures. */
void
check_live_query(const Query *query, Oid source, int keys, Oid schema)
{
	List	   *targets = live_targets(query);
	ListCell   *lc;

	(void) source_of_query(query, source);
	if (query->commandType != CMD_SELECT || query->jointree->quals != NULL ||
		query->hasSubLinks || query->hasWindowFuncs || query->hasTargetSRFs ||
		query->havingQual != NULL || query->setOperations != NULL || query->cteList != NIL ||
		query->groupingSets != NIL || query->distinctClause != NIL || query->sortClause != NIL ||
		query->limitCount != NULL || query->limitOffset != NULL || query->rowMarks != NIL)
		report_live_query("Keys, the period and measures must be expressions over the columns of "
						  "the source.");
	if (list_length(query->groupClause) != keys)
		report_live_query("There must be one expression for each key and measure.");
	check_immutable(targets, keys);
	if (expression_tree_walker((Node *) targets, has_odd_column, NULL))
		report_live_query("System columns and whole rows cannot be used.");
	if (reads_virtual_column((Node *) targets, &source))
		report_live_query("Virtual generated columns cannot be used: write their expressions "
						  "instead.");
	foreach(lc, targets)
	{
		const TargetEntry *entry = lfirst_node(TargetEntry, lc);

		if (entry->resno > keys && !entry->resjunk)
			check_measure(entry, schema);
	}
}

/* A copy of the query that a view has. */
Query *
live_query(Oid view)
{
	Relation	relation = relation_open(view, AccessShareLock);
	Query	   *query;

	if (relation->rd_rel->relkind != RELKIND_VIEW)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("\"%s\" is not a view", RelationGetRelationName(relation))));
	query = copyObject(get_view_query(relation));
	relation_close(relation, AccessShareLock);
	return query;
}

/* The table that a view reads, if it reads one alone. */
Oid
source_of_view(Oid view)
{
	Query	   *query = live_query(view);
	RangeTblEntry *entry;

	if (list_length(query->jointree->fromlist) != 1 ||
		!IsA(linitial(query->jointree->fromlist), RangeTblRef))
		return InvalidOid;
	entry = rt_fetch(linitial_node(RangeTblRef, query->jointree->fromlist)->rtindex, query->rtable);
	return entry->rtekind == RTE_RELATION ? entry->relid : InvalidOid;
}

/*
 * Columns.
 */

/* An operator of a type with itself, or NULL. */
static bool
has_operator(Oid schema, const char *name, Oid type)
{
	List	   *names = list_make2(makeString(get_namespace_name(schema)),
								   makeString(pstrdup(name)));

	return OidIsValid(OpernameGetOprid(names, type, type));
}

/*
 * Whether a type has an empty state, which nothing has been added to or all has been taken out of
 * again.  Values of a period, such as its last or its highest, cannot be taken out of each other,
 * nor can moments of some measures.
 */
bool
has_empty_state(Oid schema, Oid type)
{
	return is_state_type(schema, type) && has_operator(schema, "-", type) &&
		type != type_named(schema, "plan_period_value") &&
		type != type_named(schema, "plan_moments");
}

static char *
qualified_operator(Oid operator)
{
	HeapTuple	tuple = SearchSysCache1(OPEROID, ObjectIdGetDatum(operator));
	Form_pg_operator form;
	char	   *name;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for operator %u", operator);
	form = (Form_pg_operator) GETSTRUCT(tuple);
	name = psprintf("OPERATOR(%s.%s)", quote_identifier(get_namespace_name(form->oprnamespace)),
					NameStr(form->oprname));
	ReleaseSysCache(tuple);
	return name;
}

static void
describe_column(LiveRollup *rollup, int i, Form_pg_attribute attribute, Oid schema)
{
	LiveColumn *column = &rollup->column[i];
	Oid			type = attribute->atttypid;

	column->plain_name = pstrdup(NameStr(attribute->attname));
	column->name = pstrdup(quote_identifier(column->plain_name));
	column->type = format_type_extended(type, attribute->atttypmod,
										FORMAT_TYPE_TYPEMOD_GIVEN | FORMAT_TYPE_FORCE_QUALIFY);
	column->not_null = attribute->attnotnull;
	if (i < rollup->keys)
	{
		column->equals = qualified_operator(lookup_type_cache(type, TYPECACHE_EQ_OPR)->eq_opr);
		return;
	}
	column->is_state = is_state_type(schema, type);
	column->can_subtract = !column->is_state || has_empty_state(schema, type);
	rollup->can_subtract = rollup->can_subtract && column->can_subtract;
}

void
report_not_a_rollup(Oid table)
{
	ereport(ERROR,
			(errcode(ERRCODE_WRONG_OBJECT_TYPE),
			 errmsg("\"%s\" is not a rollup", get_rel_name(table)),
			 errhint("plan_rollups() lists them.")));
}

typedef struct NamedTables
{
	int			count;
	Oid			table[2];
} NamedTables;

static bool
collect_tables(Node *node, void *context)
{
	NamedTables *tables = context;

	if (node == NULL)
		return false;
	if (IsA(node, Const) && ((Const *) node)->consttype == REGCLASSOID &&
		!((Const *) node)->constisnull && tables->count < 2)
		tables->table[tables->count++] = DatumGetObjectId(((Const *) node)->constvalue);
	return expression_tree_walker(node, collect_tables, context);
}

/*
 * The view that a table is computed from, which a constraint of it names.  Anyone can name two
 * relations in a trigger of a table of their own; only the owner of a table gives it constraints.
 */
Oid
view_of_rollup(Oid table)
{
	Relation	relation = try_relation_open(table, AccessShareLock);
	TupleConstr *constraints;
	Oid			view = InvalidOid;

	if (relation == NULL)
		return InvalidOid;
	constraints = RelationGetDescr(relation)->constr;
	for (int i = 0; constraints != NULL && i < constraints->num_check; i++)
	{
		NamedTables tables = {0};

		(void) collect_tables(stringToNode(constraints->check[i].ccbin), &tables);
		if (tables.count == 1 && get_rel_relkind(tables.table[0]) == RELKIND_VIEW)
			view = tables.table[0];
	}
	relation_close(relation, AccessShareLock);
	return view;
}

/*
 * What writers of a rollup append to: the child of its table.  Only the owner of a table gives it
 * children.
 */
Oid
deltas_of_rollup(Oid table)
{
	List	   *children = find_inheritance_children(table, NoLock);

	return children == NIL ? InvalidOid : linitial_oid(children);
}

/* The rights of the owner are used. */
static void
check_one_owner(const LiveRollup *rollup, Oid relation)
{
	if (relation_owner(relation) != rollup->owner)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("rollup \"%s\" and \"%s\" have different owners",
						get_rel_name(rollup->table), get_rel_name(relation)),
				 errhint("Use ALTER TABLE and ALTER VIEW to give both to one role.")));
}

/*
 * What a rollup consists of.  Its relations must have one owner, and its table and view the same
 * columns; those of deltas are inherited.
 */
LiveRollup *
live_rollup(Oid table_id, Oid view, Oid schema)
{
	LiveRollup *rollup = palloc0(sizeof(LiveRollup));
	Query	   *query = live_query(view);
	Relation	table = table_open(table_id, AccessShareLock);
	Relation	view_relation = relation_open(view, AccessShareLock);
	TupleDesc	desc = RelationGetDescr(table);

	rollup->table = table_id;
	rollup->view = view;
	rollup->owner = table->rd_rel->relowner;
	rollup->keys = list_length(query->groupClause);
	rollup->columns = RelationGetDescr(view_relation)->natts;
	check_one_owner(rollup, view);
	rollup->deltas = deltas_of_rollup(table_id);
	if (OidIsValid(rollup->deltas))
	{
		check_one_owner(rollup, rollup->deltas);
		rollup->deltas_name = qualified_name(rollup->deltas);
	}
	if (view_of_rollup(table_id) != view || desc->natts < rollup->columns ||
		rollup->keys < 1 || rollup->keys >= rollup->columns)
		report_not_a_rollup(table_id);
	rollup->source = source_of_query(query, InvalidOid)->relid;
	check_live_query(query, rollup->source, rollup->keys, schema);
	rollup->table_name = qualified_name(table_id);
	rollup->view_name = qualified_name(view);
	rollup->source_name = qualified_name(rollup->source);
	rollup->schema = pstrdup(quote_identifier(get_namespace_name(schema)));
	rollup->column = palloc0(rollup->columns * sizeof(LiveColumn));
	rollup->can_subtract = true;
	for (int i = 0; i < rollup->columns; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(desc, i);

		if (attribute->attisdropped ||
			attribute->atttypid != TupleDescAttr(RelationGetDescr(view_relation), i)->atttypid)
			report_not_a_rollup(table_id);
		describe_column(rollup, i, attribute, schema);
	}
	if (OidIsValid(rollup->deltas) && !rollup->can_subtract)
		report_not_a_rollup(table_id);
	relation_close(view_relation, AccessShareLock);
	table_close(table, AccessShareLock);
	return rollup;
}

/*
 * Triggers.
 */

/* The table and the view that a trigger with such a condition keeps; false if it names none. */
bool
live_tables_of_condition(const char *condition, Oid *table, Oid *view)
{
	NamedTables tables = {0};

	if (condition == NULL)
		return false;
	(void) collect_tables(stringToNode(condition), &tables);
	*table = tables.table[0];
	*view = tables.table[1];
	return tables.count == 2;
}

/* Whether a trigger keeps the table by the view; sets the table that it is on. */
static bool
is_live_trigger(Oid trigger, Oid table, Oid view, Oid *on)
{
	Relation	triggers = table_open(TriggerRelationId, AccessShareLock);
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	tuple;
	Oid			kept = InvalidOid;
	Oid			kept_by = InvalidOid;

	ScanKeyInit(&key, Anum_pg_trigger_oid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(trigger));
	scan = systable_beginscan(triggers, TriggerOidIndexId, true, NULL, 1, &key);
	if (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		bool		is_null;
		Datum		condition = heap_getattr(tuple, Anum_pg_trigger_tgqual,
											 RelationGetDescr(triggers), &is_null);

		*on = ((Form_pg_trigger) GETSTRUCT(tuple))->tgrelid;
		if (!is_null)
			(void) live_tables_of_condition(TextDatumGetCString(condition), &kept, &kept_by);
	}
	systable_endscan(scan);
	table_close(triggers, AccessShareLock);
	return kept == table && kept_by == view;
}

/* What depends on a table, of one catalog. */
List *
dependents_of_table(Oid table, Oid catalog)
{
	Relation	depend = table_open(DependRelationId, AccessShareLock);
	ScanKeyData key[2];
	SysScanDesc scan;
	HeapTuple	tuple;
	List	   *found = NIL;

	ScanKeyInit(&key[0], Anum_pg_depend_refclassid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(RelationRelationId));
	ScanKeyInit(&key[1], Anum_pg_depend_refobjid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(table));
	scan = systable_beginscan(depend, DependReferenceIndexId, true, NULL, 2, key);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		Form_pg_depend form = (Form_pg_depend) GETSTRUCT(tuple);

		if (form->classid == catalog)
			found = list_append_unique_oid(found, form->objid);
	}
	systable_endscan(scan);
	table_close(depend, AccessShareLock);
	return found;
}

/* The triggers that keep a table, its view, and the tables that they are on. */
List *
live_triggers(Oid table, Oid *view, List **on)
{
	List	   *candidates;
	List	   *found = NIL;
	ListCell   *lc;

	*on = NIL;
	*view = view_of_rollup(table);
	if (!OidIsValid(*view))
		return NIL;
	candidates = dependents_of_table(table, TriggerRelationId);
	foreach(lc, candidates)
	{
		Oid			trigger_table = InvalidOid;

		if (is_live_trigger(lfirst_oid(lc), table, *view, &trigger_table))
		{
			found = lappend_oid(found, lfirst_oid(lc));
			*on = list_append_unique_oid(*on, trigger_table);
		}
	}
	return found;
}

/* A rollup by the name of its table; triggers on its source are what makes it one. */
LiveRollup *
live_rollup_argument(FunctionCallInfo fcinfo, int n)
{
	Oid			table = PG_GETARG_OID(n);
	Oid			view;
	List	   *on;
	LiveRollup *rollup;

	(void) qualified_name(table);
	if (live_triggers(table, &view, &on) == NIL)
		report_not_a_rollup(table);
	rollup = live_rollup(table, view, live_schema(fcinfo->flinfo->fn_oid));
	if (!list_member_oid(on, rollup->source))
		report_not_a_rollup(table);
	return rollup;
}

/*
 * Rights.
 */

/* Find nothing but what PostgreSQL has built in and what is named with its schema. */
int
use_built_in_names(void)
{
	int			guc_level = NewGUCNestLevel();

	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
	return guc_level;
}

/*
 * Go on as the owner of a rollup, in operations that leave nothing behind in the session.
 * Functions written in C and built in ones depend on no setting: where there are no others, the
 * settings of the caller may stay.
 */
LiveIdentity
become_owner_in_c(Oid owner)
{
	LiveIdentity identity = {.guc_level = 0};

	GetUserIdAndSecContext(&identity.user, &identity.context);
	SetUserIdAndSecContext(owner, identity.context | SECURITY_LOCAL_USERID_CHANGE |
						   SECURITY_RESTRICTED_OPERATION);
	return identity;
}

/*
 * The same for statements and any function.  Where policies would hide rows from the owner,
 * PostgreSQL reports that.
 */
LiveIdentity
become_owner(Oid owner)
{
	LiveIdentity identity = become_owner_in_c(owner);

	identity.guc_level = use_built_in_names();
	(void) set_config_option("row_security", "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE,
							 true, 0, false);
	return identity;
}

/* An error does the same by ending the transaction. */
void
become_caller(LiveIdentity identity)
{
	if (identity.guc_level > 0)
		AtEOXact_GUC(false, identity.guc_level);
	SetUserIdAndSecContext(identity.user, identity.context);
}
