/*
 * summary_plan.c
 *		Planner support of plan_summary(): where only columns are taken from a summary, each is
 *		read by the function for this figure alone.
 *
 * "(plan_summary(card)).*" calls plan_summary() for every column.  As a row constructor, of
 * which PostgreSQL takes a column at once, it calls nothing else but what reads that column.
 * A summary that is used as a whole stays what it is, which is faster.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_language.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/pathnodes.h"
#include "nodes/supportnodes.h"
#include "nodes/value.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "compat.h"
#include "status.h"

/* What reads each column: the number of rows with a verdict takes its label too. */
#define NO_LABEL NUM_STATUSES

static const struct
{
	const char *function;
	Verdict		label;
}			readers[] = {
	{"plan_count", NO_LABEL},
	{"plan_scored_count", NO_LABEL},
	{"plan_count", VERDICT_EXCEEDED},
	{"plan_count", VERDICT_MET},
	{"plan_count", VERDICT_ON_TRACK},
	{"plan_count", VERDICT_AT_RISK},
	{"plan_count", VERDICT_OFF_TRACK},
	{"plan_count", VERDICT_REGRESSING},
	{"plan_count", VERDICT_NO_DATA},
	{"plan_unjudged_count", NO_LABEL},
	{"plan_total_weight", NO_LABEL},
	{"plan_coverage", NO_LABEL},
	{"plan_score", NO_LABEL},
	{"plan_met_share", NO_LABEL},
	{"plan_total_actual", NO_LABEL},
	{"plan_total_target", NO_LABEL},
	{"plan_attainment", NO_LABEL}
};

/*
 * Which uses of a call a query has.
 */

typedef struct Uses
{
	const FuncExpr *call;
	bool		of_columns;
} Uses;

/* True once the call is used as a whole. */
static bool
find_uses(Node *node, void *context)
{
	Uses	   *uses = context;

	/* Subqueries are planned by themselves. */
	if (node == NULL || IsA(node, Query))
		return false;
	if (IsA(node, FieldSelect) && equal(((FieldSelect *) node)->arg, uses->call))
	{
		uses->of_columns = true;
		return false;
	}
	return equal(node, uses->call) || expression_tree_walker(node, find_uses, context);
}

/*
 * Expressions of indexes and constraints come without a query that would tell.  A whole summary
 * may not become a row constructor: that of NULL is NULL, not a row of nulls.
 */
static bool
is_used_by_column(const SupportRequestSimplify *request)
{
	Uses		uses = {request->fcall, false};

	if (request->root == NULL)
		return false;
	return !query_tree_walker(request->root->parse, find_uses, &uses, QTW_IGNORE_RC_SUBQUERIES) &&
		uses.of_columns;
}

/* The function in C of that name in the schema of plan_summary(), or InvalidOid. */
static Oid
find_reader(Oid schema, const char *name, List *args, Oid *result_type)
{
	Oid			types[2];
	int			count = 0;
	Oid			function = InvalidOid;
	HeapTuple	tuple;
	ListCell   *lc;

	foreach(lc, args)
		types[count++] = exprType(lfirst(lc));
	tuple = SearchSysCache3(PROCNAMEARGSNSP, CStringGetDatum(name),
							PointerGetDatum(buildoidvector(types, count)),
							ObjectIdGetDatum(schema));
	if (HeapTupleIsValid(tuple))
	{
		Form_pg_proc form = (Form_pg_proc) GETSTRUCT(tuple);

		if (form->prolang == ClanguageId)
			function = form->oid;
		*result_type = form->prorettype;
		ReleaseSysCache(tuple);
	}
	return function;
}

/* The label of a verdict as a constant, or NULL. */
static Node *
label_constant(Oid schema, Verdict verdict)
{
	Oid			type =
		GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum("plan_status"),
									   ObjectIdGetDatum(schema));
	Oid			label = OidIsValid(type) ? status_label(type, verdict) : InvalidOid;

	if (!OidIsValid(label))
		return NULL;
	return (Node *) makeConst(type, -1, InvalidOid, sizeof(Oid), ObjectIdGetDatum(label), false,
							  true);
}

/* The call that reads a column, or NULL. */
static Node *
column_call(Oid schema, int column, Node *card)
{
	List	   *args = list_make1(copyObject(card));
	Oid			result_type;
	Oid			function;

	if (readers[column].label != NO_LABEL)
	{
		Node	   *label = label_constant(schema, readers[column].label);

		if (label == NULL)
			return NULL;
		args = lappend(args, label);
	}
	function = find_reader(schema, readers[column].function, args, &result_type);
	if (!OidIsValid(function))
		return NULL;
	return (Node *) makeFuncExpr(function, result_type, args, InvalidOid, InvalidOid,
								 COERCE_EXPLICIT_CALL);
}

static Node *
summary_as_row(const FuncExpr *call)
{
	TupleDesc	desc = get_expr_result_tupdesc((Node *) call, true);
	Oid			schema = get_func_namespace(call->funcid);
	RowExpr    *row = makeNode(RowExpr);

	if (desc == NULL || desc->natts != lengthof(readers) || list_length(call->args) != 1)
		return NULL;
	for (int i = 0; i < desc->natts; i++)
	{
		Node	   *column = column_call(schema, i, linitial(call->args));

		if (column == NULL || exprType(column) != TupleDescAttr(desc, i)->atttypid)
			return NULL;
		row->args = lappend(row->args, column);
		row->colnames = lappend(row->colnames,
								makeString(pstrdup(NameStr(TupleDescAttr(desc, i)->attname))));
	}
	row->row_typeid = RECORDOID;
	row->row_format = COERCE_EXPLICIT_CALL;
	row->location = -1;
	return (Node *) row;
}

PG_FUNCTION_INFO_V1(plan_summary_support);
Datum
plan_summary_support(PG_FUNCTION_ARGS)
{
	Node	   *node = (Node *) PG_GETARG_POINTER(0);

	if (IsA(node, SupportRequestSimplify) && is_used_by_column((SupportRequestSimplify *) node))
		PG_RETURN_POINTER(summary_as_row(((SupportRequestSimplify *) node)->fcall));
	PG_RETURN_POINTER(NULL);
}
