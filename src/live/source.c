/*
 * source.c
 *		What a live rollup can be of: tables all of whose changes its triggers see, and expressions
 *		that mean the same wherever they are read.
 */
#include "live/live.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/indexing.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "nodes/nodeFuncs.h"
#include "storage/bufmgr.h"
#include "storage/lmgr.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/plancache.h"
#include "utils/rel.h"
#include "utils/ruleutils.h"

pg_noreturn static void
report_in_use(Relation relation)
{
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_IN_USE),
			 errmsg("cannot compute a rollup of \"%s\" because it is being used by active queries "
					"in this session",
					RelationGetRelationName(relation))));
}

/*
 * What a statement further out has written is in the table, and its triggers have yet to fire: it
 * would be counted twice.
 */
static void
check_not_in_use(Oid table)
{
	Relation	relation = table_open(table, NoLock);

	if (relation->rd_refcnt != 1)
		report_in_use(relation);
	table_close(relation, NoLock);
}

/*
 * How many references this session has to a table that it has written, beside the one of this
 * function: statements that are at work have some.
 */
static int
references_of_writers(Oid table)
{
	Relation	relation = RelationIdGetRelation(table);
	int			references;

	if (relation == NULL)
		return 0;
	references = CheckRelationLockedByMe(relation, RowExclusiveLock, true) ?
		relation->rd_refcnt - 1 : 0;
	RelationClose(relation);
	return references;
}

/* Whether statements of this session are at work on the source, whose rows are still to count. */
bool
is_being_written(Oid source)
{
	List	   *tables = find_all_inheritors(source, NoLock, NULL);
	ListCell   *lc;

	foreach(lc, tables)
		if (references_of_writers(lfirst_oid(lc)) > 0)
			return true;
	return false;
}

/*
 * TRUNCATE has made sure of the tables that it empties.  What is left of the source is computed
 * anew: rows that a statement further out has written there would be counted twice.
 */
void
check_rest_of_source(Oid source, Oid truncated)
{
	List	   *tables;
	ListCell   *lc;

	/* Who empties a partition has no lock on what it is a partition of. */
	LockRelationOid(source, AccessShareLock);
	tables = find_all_inheritors(source, AccessShareLock, NULL);
	foreach(lc, tables)
	{
		Relation	relation = table_open(lfirst_oid(lc), NoLock);

		if (lfirst_oid(lc) != truncated && relation->rd_rel->relkind == RELKIND_RELATION &&
			references_of_writers(lfirst_oid(lc)) > 1 && RelationGetNumberOfBlocks(relation) > 0)
			report_in_use(relation);
		table_close(relation, NoLock);
	}
}

/*
 * The tables that the source is made of, itself first: writes to partitions are seen too.  They are
 * locked against writers.
 */
List *
tables_of_source(Oid source, LOCKMODE lock)
{
	List	   *tables;
	ListCell   *lc;

	LockRelationOid(source, lock);
	tables = find_all_inheritors(source, lock, NULL);
	foreach(lc, tables)
	{
		char		kind = get_rel_relkind(lfirst_oid(lc));

		if (kind != RELKIND_RELATION && kind != RELKIND_PARTITIONED_TABLE)
			ereport(ERROR,
					(errcode(ERRCODE_WRONG_OBJECT_TYPE),
					 errmsg("\"%s\" is not a table", get_rel_name(lfirst_oid(lc))),
					 errdetail("Changes of other relations cannot be followed.")));
		check_not_in_use(lfirst_oid(lc));
	}
	return tables;
}

/* Tables outside of the source that have parts of it as partitions or children. */
List *
parents_of_source(const List *tables)
{
	Relation	inherits = table_open(InheritsRelationId, AccessShareLock);
	List	   *parents = NIL;
	ListCell   *lc;

	foreach(lc, tables)
	{
		ScanKeyData key;
		SysScanDesc scan;
		HeapTuple	tuple;

		ScanKeyInit(&key, Anum_pg_inherits_inhrelid, BTEqualStrategyNumber, F_OIDEQ,
					ObjectIdGetDatum(lfirst_oid(lc)));
		scan = systable_beginscan(inherits, InheritsRelidSeqnoIndexId, true, NULL, 1, &key);
		while (HeapTupleIsValid(tuple = systable_getnext(scan)))
		{
			Oid			parent = ((Form_pg_inherits) GETSTRUCT(tuple))->inhparent;

			if (!list_member_oid(tables, parent))
				parents = list_append_unique_oid(parents, parent);
		}
		systable_endscan(scan);
	}
	table_close(inherits, AccessShareLock);
	return parents;
}

/*
 * Whether the source is logged: its rollup is the same, so that a crash empties both or neither.
 * Temporary tables can lose their rows at each commit without a statement.
 */
char
persistence_of_source(const List *tables)
{
	char		persistence = '\0';
	ListCell   *lc;

	foreach(lc, tables)
	{
		Oid			table = lfirst_oid(lc);
		char		its = get_rel_persistence(table);

		if (its == RELPERSISTENCE_TEMP)
			ereport(ERROR,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("table \"%s\" is temporary", get_rel_name(table)),
					 errdetail("Temporary tables can lose their rows without a statement that "
							   "removes them.")));
		/* Partitioned tables have no rows of their own. */
		if (get_rel_relkind(table) == RELKIND_PARTITIONED_TABLE)
			continue;
		if (persistence != '\0' && persistence != its)
			ereport(ERROR,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("table \"%s\" has logged parts and unlogged ones",
							get_rel_name(linitial_oid(tables))),
					 errdetail("A crash would empty some of them.")));
		persistence = its;
	}
	return persistence == '\0' ? RELPERSISTENCE_PERMANENT : persistence;
}

/* Whether a table is the source or a part of it, now: it may have been detached. */
bool
is_of_source(Oid source, Oid table)
{
	return source == table ||
		typeInheritsFrom(get_rel_type_id(table), get_rel_type_id(source));
}

/* The operators of expressions, in the order in which they stand. */
static bool
collect_operators(Node *node, void *context)
{
	List	  **operators = context;

	if (node == NULL)
		return false;
	if (IsA(node, OpExpr) || IsA(node, DistinctExpr) || IsA(node, NullIfExpr))
		*operators = lappend_oid(*operators, ((OpExpr *) node)->opno);
	else if (IsA(node, ScalarArrayOpExpr))
		*operators = lappend_oid(*operators, ((ScalarArrayOpExpr *) node)->opno);
	else if (IsA(node, RowCompareExpr))
		*operators = list_concat(*operators, ((RowCompareExpr *) node)->opnos);
	return expression_tree_walker(node, collect_operators, context);
}

static List *
operators_of(const Query *query)
{
	List	   *operators = NIL;

	(void) expression_tree_walker((Node *) live_targets(query), collect_operators, &operators);
	return operators;
}

/*
 * The query is written into statements that find built-in operators without their schema, and
 * others with it.  CASE x WHEN, NULLIF and IS DISTINCT FROM name no operator: with types such as
 * citext they would be read as that of another type.
 */
void
check_built_in_names(Oid view)
{
	Query	   *query = live_query(view);
	List	   *operators = operators_of(query);
	SPIPlanPtr	plan = SPI_prepare(pg_get_querydef(query, false), 0, NULL);
	CachedPlanSource *source;

	if (plan == NULL || list_length(SPI_plan_get_plan_sources(plan)) != 1)
		elog(ERROR, "cannot read the query of a rollup");
	source = linitial(SPI_plan_get_plan_sources(plan));
	if (!equal(operators, operators_of(linitial_node(Query, source->query_list))))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("an expression of the rollup depends on the search_path"),
				 errdetail("CASE with an operand, NULLIF and IS DISTINCT "
						   "FROM compare values of a type that is not built in."),
				 errhint("Compare with the operator itself, as in CASE "
						 "WHEN code = 'a' THEN ... END.")));
	SPI_freeplan(plan);
}
