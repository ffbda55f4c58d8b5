/*
 * period_plan.c
 *		Planner support of periods: "date <@ plan_period" as a range condition, which can
 *		use an index on the date, and row estimates; the same for timestamps.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/stratnum.h"
#include "catalog/pg_class.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "parser/parse_coerce.h"
#include "parser/parsetree.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"

#include "calendar.h"
#include "period.h"

/* For an unknown period: what PostgreSQL assumes for "x > a AND x < b". */
#define DEFAULT_PERIOD_SEL DEFAULT_RANGE_INEQ_SEL

/* Periods of a join that are sampled. */
#define MAX_SAMPLED_PERIODS 100

/* Types of points, and the range type that a period becomes for each. */
static const struct
{
	Oid			type;
	Oid			range;
}			point_types[] = {
	{DATEOID, DATERANGEOID},
	{TIMESTAMPOID, TSRANGEOID},
	{TIMESTAMPTZOID, TSTZRANGEOID}
};

/* The range over a type of points, or InvalidOid for any other type. */
static Oid
range_of_points(Oid type)
{
	for (int i = 0; i < lengthof(point_types); i++)
		if (point_types[i].type == type)
			return point_types[i].range;
	return InvalidOid;
}

static bool
is_point(Node *node)
{
	return OidIsValid(range_of_points(exprType(node)));
}

/* The operator of that strategy on two dates or two timestamps. */
static Oid
point_operator(Oid type, int strategy)
{
	TypeCacheEntry *entry = lookup_type_cache(type, TYPECACHE_BTREE_OPFAMILY);

	return get_opfamily_member(entry->btree_opf, type, type, strategy);
}

static Expr *
point_clause(Node *point, int strategy, Expr *bound)
{
	return make_opclause(point_operator(exprType(point), strategy), BOOLOID, false,
						 (Expr *) copyObject(point), bound, InvalidOid, InvalidOid);
}

static Expr *
date_const(int32 day)
{
	return (Expr *) makeConst(DATEOID, -1, InvalidOid, sizeof(DateADT), DateADTGetDatum(day),
							  false, true);
}

static Expr *
timestamp_const(Oid type, Timestamp at)
{
	return (Expr *) makeConst(type, -1, InvalidOid, sizeof(Timestamp), TimestampGetDatum(at),
							  false, FLOAT8PASSBYVAL);
}

/*
 * The conditions of a known period: from its first day to its last, or from midnight to
 * midnight.  With time zone they depend on the session, and serve estimates only.
 */
static List *
points_of_known_period(Node *point, Period period)
{
	Oid			type = exprType(point);
	TimestampSpan span;

	if (type == DATEOID)
		return list_make2(point_clause(point, BTGreaterEqualStrategyNumber,
									   date_const(period.first)),
						  point_clause(point, BTLessEqualStrategyNumber,
									   date_const(period.end - 1)));
	span = type == TIMESTAMPOID ? timestamps_of_period(period) : timestamptzs_of_period(period);
	return list_make2(point_clause(point, BTGreaterEqualStrategyNumber,
								   timestamp_const(type, span.first)),
					  point_clause(point, BTLessStrategyNumber, timestamp_const(type, span.end)));
}

/* A bound of a period that is known at execution: lower() or upper() of it as a range. */
static Expr *
bound_of_range(Node *period, Oid point_type, Oid cast, Oid bound)
{
	FuncExpr   *range = makeFuncExpr(cast, range_of_points(point_type),
									 list_make1(copyObject(period)), InvalidOid, InvalidOid,
									 COERCE_EXPLICIT_CAST);

	return (Expr *) makeFuncExpr(bound, point_type, list_make1(range), InvalidOid, InvalidOid,
								 COERCE_EXPLICIT_CALL);
}

/* The bound, or another value if it is NULL. */
static Expr *
bound_or(Expr *bound, Expr *otherwise)
{
	CoalesceExpr *coalesce = makeNode(CoalesceExpr);

	coalesce->coalescetype = exprType((Node *) bound);
	coalesce->args = list_make2(bound, otherwise);
	coalesce->location = -1;
	return (Expr *) coalesce;
}

/*
 * The cast is looked up by its types, since functions of extensions have no fixed OID.
 *
 * An empty range has no bounds: a day that a time zone skipped, or one after the last
 * timestamp.  An index condition may then be NULL, but a condition in general must be false.
 */
static List *
points_of_unknown_period(Node *point, Node *period, bool may_be_null)
{
	Oid			type = exprType(point);
	Oid			cast;
	Expr	   *first;
	Expr	   *end;

	if (find_coercion_pathway(range_of_points(type), exprType(period), COERCION_EXPLICIT,
							  &cast) != COERCION_PATH_FUNC)
		return NIL;
	first = bound_of_range(period, type, cast, F_LOWER_ANYRANGE);
	end = bound_of_range(period, type, cast, F_UPPER_ANYRANGE);
	if (!may_be_null)
	{
		first = bound_or(first, timestamp_const(type, DT_NOEND));
		end = bound_or(end, timestamp_const(type, DT_NOBEGIN));
	}
	return list_make2(point_clause(point, BTGreaterEqualStrategyNumber, first),
					  point_clause(point, BTLessStrategyNumber, end));
}

/* The instants of a period depend on the session's time zone, known at execution. */
static List *
points_of_period(Node *point, Node *period, bool may_be_null)
{
	if (IsA(period, Const) && ((Const *) period)->constisnull)
		return NIL;
	if (IsA(period, Const) && exprType(point) != TIMESTAMPTZOID)
		return points_of_known_period(point, DatumGetPlanPeriod(((Const *) period)->constvalue));
	return points_of_unknown_period(point, period, may_be_null);
}

/*
 * Whether an index supports comparisons of such points: btree does, and so do some GiST and
 * BRIN operator classes.
 */
static bool
index_compares_points(Oid type, Oid opfamily)
{
	return op_in_opfamily(point_operator(type, BTGreaterEqualStrategyNumber), opfamily) &&
		op_in_opfamily(point_operator(type, BTLessEqualStrategyNumber), opfamily) &&
		op_in_opfamily(point_operator(type, BTLessStrategyNumber), opfamily);
}

/* The index condition of "point <@ period", exactly equivalent to it. */
static List *
period_index_condition(SupportRequestIndexCondition *request)
{
	List	   *args = is_opclause(request->node) ? ((OpExpr *) request->node)->args
		: ((FuncExpr *) request->node)->args;
	Node	   *point = list_nth(args, request->indexarg);
	Node	   *period = list_nth(args, 1 - request->indexarg);

	if (!is_point(point) || !index_compares_points(exprType(point), request->opfamily) ||
		!is_pseudo_constant_for_index(request->root, period, request->index))
		return NIL;
	request->lossy = false;
	return points_of_period(point, period, true);
}

/* A column, also of a domain over its type, which costs nothing to read twice. */
static bool
is_column(Node *node)
{
	return IsA(node, Var) || (IsA(node, RelabelType) && IsA(((RelabelType *) node)->arg, Var));
}

/* Whether a column belongs to a partitioned table. */
static bool
is_of_partitioned_table(PlannerInfo *root, Node *column)
{
	Var		   *var = IsA(column, Var) ? (Var *) column : (Var *) ((RelabelType *) column)->arg;

	return root != NULL && var->varlevelsup == 0 && !IS_SPECIAL_VARNO(var->varno) &&
		rt_fetch(var->varno, root->parse->rtable)->relkind == RELKIND_PARTITIONED_TABLE;
}

/*
 * Replace the containment of a column in a known period by two comparisons, for which the
 * planner uses indexes, statistics and partitions.  Bounds with time zone are calculated for
 * each row at execution, which pays off only for partitioned tables.
 */
static Node *
simplified_containment(SupportRequestSimplify *request)
{
	Node	   *a = linitial(request->fcall->args);
	Node	   *b = lsecond(request->fcall->args);
	Node	   *point = is_point(a) ? a : b;
	Node	   *period = point == a ? b : a;
	List	   *clauses;

	if (!is_column(point) || !IsA(period, Const))
		return NULL;
	if (exprType(point) == TIMESTAMPTZOID && !is_of_partitioned_table(request->root, point))
		return NULL;
	clauses = points_of_period(point, period, false);
	return clauses != NIL ? (Node *) make_andclause(clauses) : NULL;
}

/* Support function of plan_date_in_period() and its variants. */
PG_FUNCTION_INFO_V1(plan_date_in_period_support);
Datum
plan_date_in_period_support(PG_FUNCTION_ARGS)
{
	Node	   *request = (Node *) PG_GETARG_POINTER(0);

	if (IsA(request, SupportRequestIndexCondition))
		PG_RETURN_POINTER(period_index_condition((SupportRequestIndexCondition *) request));
	if (IsA(request, SupportRequestSimplify))
		PG_RETURN_POINTER(simplified_containment((SupportRequestSimplify *) request));
	PG_RETURN_POINTER(NULL);
}

/* The share of dates that lie in a period. */
static double
share_of_period(PlannerInfo *root, Node *point, int varRelid, Period period)
{
	return clauselist_selectivity(root, points_of_known_period(point, period), varRelid, JOIN_INNER,
								  NULL);
}

/* The mean share of dates that lie in the periods of one slot of statistics, sampled. */
static bool
mean_share_of_slot(PlannerInfo *root, Node *point, VariableStatData *periods, int kind,
				   double *mean,
				   double *frequency)
{
	AttStatsSlot slot;
	double		sum = 0.0,
				weight = 0.0;
	int			step;

	if (!get_attstatsslot(&slot, periods->statsTuple, kind, InvalidOid,
						  ATTSTATSSLOT_VALUES |
						  (kind == STATISTIC_KIND_MCV ? ATTSTATSSLOT_NUMBERS : 0)))
		return false;
	step = slot.nvalues / MAX_SAMPLED_PERIODS + 1;
	*frequency = 0.0;
	for (int i = 0; i < slot.nnumbers; i++)
		*frequency += slot.numbers[i];
	for (int i = 0; i < slot.nvalues; i += step)
	{
		double		w = slot.nnumbers > i ? slot.numbers[i] : 1.0;

		sum += w * share_of_period(root, point, 0, DatumGetPlanPeriod(slot.values[i]));
		weight += w;
	}
	*mean = weight > 0.0 ? sum / weight : 0.0;
	free_attstatsslot(&slot);
	return weight > 0.0;
}

/* The share of pairs whose date lies in the period, from a sample of the periods. */
static double
mean_share_of_periods(PlannerInfo *root, Node *point, VariableStatData *periods, Oid function)
{
	double		common = 0.0,
				common_frequency = 0.0,
				other = 0.0,
				unused,
				nulls;
	bool		has_common,
				has_other;

	if (!HeapTupleIsValid(periods->statsTuple) || !statistic_proc_security_check(periods, function))
		return DEFAULT_PERIOD_SEL;
	has_common =
		mean_share_of_slot(root, point, periods, STATISTIC_KIND_MCV, &common, &common_frequency);
	has_other = mean_share_of_slot(root, point, periods, STATISTIC_KIND_HISTOGRAM, &other, &unused);
	if (!has_common && !has_other)
		return DEFAULT_PERIOD_SEL;
	nulls = ((Form_pg_statistic) GETSTRUCT(periods->statsTuple))->stanullfrac;
	return common * common_frequency + other * (1.0 - common_frequency - nulls);
}

/* The share of dates that lie in a period, known or from the column of a join. */
static double
share_of_any_period(PlannerInfo *root, Node *point, int varRelid, Node *period, Oid function)
{
	VariableStatData periods;
	double		share;

	if (IsA(period, Const))
		return ((Const *) period)->constisnull ? 0.0
			: share_of_period(root, point, varRelid,
							  DatumGetPlanPeriod(((Const *) period)->constvalue));
	examine_variable(root, period, 0, &periods);
	share = mean_share_of_periods(root, point, &periods, function);
	ReleaseVariableStats(periods);
	return share;
}

/* Restriction selectivity, with the date on either side. */
PG_FUNCTION_INFO_V1(plan_date_in_period_sel);
Datum
plan_date_in_period_sel(PG_FUNCTION_ARGS)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	Oid			operator = PG_GETARG_OID(1);
	List	   *args = (List *) PG_GETARG_POINTER(2);
	int			varRelid = PG_GETARG_INT32(3);
	VariableStatData variable;
	Node	   *other;
	bool		on_left;
	double		share = DEFAULT_PERIOD_SEL;

	if (!get_restriction_variable(root, args, varRelid, &variable, &other, &on_left))
		PG_RETURN_FLOAT8(share);
	if (is_point(other))
		share = generic_restriction_selectivity(root, operator, InvalidOid, args, varRelid, share);
	else
		share = share_of_any_period(root, variable.var, varRelid, other, get_opcode(operator));
	ReleaseVariableStats(variable);
	PG_RETURN_FLOAT8(share);
}

/* Add up the shares of the periods in one slot of statistics, and extend their span. */
static void
add_shares_of_slot(PlannerInfo *root, Node *point, VariableStatData *periods, int kind, double *sum,
				   int *count, Period *span)
{
	AttStatsSlot slot;
	int			step;

	if (!get_attstatsslot(&slot, periods->statsTuple, kind, InvalidOid, ATTSTATSSLOT_VALUES))
		return;
	step = slot.nvalues / MAX_SAMPLED_PERIODS + 1;
	for (int i = 0; i < slot.nvalues; i += step)
	{
		Period		period = DatumGetPlanPeriod(slot.values[i]);

		*sum += share_of_period(root, point, 0, period);
		span->first = *count > 0 ? Min(span->first, period.first) : period.first;
		span->end = *count > 0 ? Max(span->end, period.end) : period.end;
		(*count)++;
	}
	free_attstatsslot(&slot);
}

/*
 * The share of dates that lie in any of the periods: the sum of their shares, but at most the
 * share of their span.
 */
static double
share_of_all_periods(PlannerInfo *root, Node *point, VariableStatData *periods, Oid function)
{
	double		sum = 0.0;
	int			count = 0;
	Period		span;
	bool		is_default;

	if (!HeapTupleIsValid(periods->statsTuple) || !statistic_proc_security_check(periods, function))
		return DEFAULT_PERIOD_SEL * get_variable_numdistinct(periods, &is_default);
	add_shares_of_slot(root, point, periods, STATISTIC_KIND_MCV, &sum, &count, &span);
	add_shares_of_slot(root, point, periods, STATISTIC_KIND_HISTOGRAM, &sum, &count, &span);
	if (count == 0)
		return DEFAULT_PERIOD_SEL;
	return Min(sum / count * get_variable_numdistinct(periods, &is_default),
			   share_of_period(root, point, 0, span));
}

PG_FUNCTION_INFO_V1(plan_date_in_period_joinsel);
Datum
plan_date_in_period_joinsel(PG_FUNCTION_ARGS)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	Oid			operator = PG_GETARG_OID(1);
	List	   *args = (List *) PG_GETARG_POINTER(2);
	SpecialJoinInfo *sjinfo = (SpecialJoinInfo *) PG_GETARG_POINTER(4);
	VariableStatData left,
				right,
			   *periods;
	Node	   *point;
	bool		reversed,
				point_on_left;
	double		share;

	get_join_variables(root, args, sjinfo, &left, &right, &reversed);
	point_on_left = is_point(linitial(args));
	point = point_on_left ? linitial(args) : lsecond(args);
	periods = point_on_left ? &right : &left;

	/* In a semijoin, rows with a match count, not matching pairs. */
	if (sjinfo->jointype != JOIN_SEMI && sjinfo->jointype != JOIN_ANTI)
		share = mean_share_of_periods(root, point, periods, get_opcode(operator));
	else if (point_on_left != reversed)
		share = share_of_all_periods(root, point, periods, get_opcode(operator));
	else
	{
		RelOptInfo *points = point_on_left ? left.rel : right.rel;

		share = mean_share_of_periods(root, point, periods, get_opcode(operator)) *
			(points != NULL ? points->rows : 1.0);
	}
	ReleaseVariableStats(left);
	ReleaseVariableStats(right);
	CLAMP_PROBABILITY(share);
	PG_RETURN_FLOAT8(share);
}

static bool
is_known(Node *node)
{
	return IsA(node, Const) && !((Const *) node)->constisnull;
}

/* The number of units in the period, if all arguments are known. */
static bool
estimate_subperiods(List *args, double *rows)
{
	ListCell   *lc;
	text	   *name;
	int			grain;

	if (list_length(args) != 3)
		return false;
	foreach(lc, args)
		if (!is_known(lfirst(lc)))
			return false;
	name = DatumGetTextPP(((Const *) lsecond(args))->constvalue);
	/* Leave errors to execution. */
	if (!word_find(&grain_words, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), &grain))
		return false;
	*rows = (double)
		period_count_subperiods(DatumGetPlanPeriod(((Const *) linitial(args))->constvalue),
								grain,
								calendar_rule_from_datum(((Const *) lthird(args))->constvalue));
	return true;
}

PG_FUNCTION_INFO_V1(plan_subperiods_support);
Datum
plan_subperiods_support(PG_FUNCTION_ARGS)
{
	Node	   *request = (Node *) PG_GETARG_POINTER(0);

	if (IsA(request, SupportRequestRows))
	{
		SupportRequestRows *rows = (SupportRequestRows *) request;

		if (is_funcclause(rows->node) &&
			estimate_subperiods(((FuncExpr *) rows->node)->args, &rows->rows))
			PG_RETURN_POINTER(request);
	}
	PG_RETURN_POINTER(NULL);
}
