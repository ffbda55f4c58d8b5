/*
 * statements.c
 *		The statements that keep a live rollup.
 *
 * They run under a search_path of pg_catalog alone: what is built in needs no schema, everything
 * else has one.  Columns of the rollup are called c1, c2 ... within.
 */
#include "live/live.h"

#include "access/relation.h"
#include "nodes/makefuncs.h"
#include "parser/parsetree.h"
#include "utils/builtins.h"
#include "utils/rel.h"
#include "utils/ruleutils.h"

/* Names of columns from a place on, each behind a prefix. */
static void
append_columns(StringInfo buf, const LiveRollup *rollup, int first, const char *prefix)
{
	for (int i = first; i < rollup->columns; i++)
		appendStringInfo(buf, "%s%s%s", i > first ? ", " : "", prefix, rollup->column[i].name);
}

static void
append_keys(StringInfo buf, const LiveRollup *rollup, const char *prefix)
{
	for (int i = 0; i < rollup->keys; i++)
		appendStringInfo(buf, "%s%s%s", i > 0 ? ", " : "", prefix, rollup->column[i].name);
}

/* c1, c2 ... */
static void
append_aliases(StringInfo buf, int first, int end, const char *prefix)
{
	for (int i = first; i < end; i++)
		appendStringInfo(buf, "%s%sc%d", i > first ? ", " : "", prefix, i + 1);
}

/* The names of the columns of a table as they are now; of columns that were dropped, none. */
static List *
column_names(Oid table)
{
	Relation	relation = relation_open(table, AccessShareLock);
	TupleDesc	desc = RelationGetDescr(relation);
	List	   *names = NIL;

	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(desc, i);

		names = lappend(names, makeString(attribute->attisdropped ? pstrdup("")
										  : pstrdup(NameStr(attribute->attname))));
	}
	relation_close(relation, AccessShareLock);
	return names;
}

/*
 * The query of the view over a transition table: as a table expression of that name would be
 * printed, which is as it will be read.
 */
static char *
query_over(const LiveRollup *rollup, const char *rows)
{
	Query	   *query = live_query(rollup->view);
	RangeTblRef *ref = linitial_node(RangeTblRef, query->jointree->fromlist);
	RangeTblEntry *source = rt_fetch(ref->rtindex, query->rtable);

	source->rtekind = RTE_CTE;
	source->ctename = pstrdup(rows);
	source->alias = NULL;
	source->eref = makeAlias(rows, column_names(rollup->source));
	return pg_get_querydef(query, false);
}

/* Groups of the rows of one transition table, by the aliases. */
static void
append_groups(StringInfo buf, const LiveRollup *rollup, const char *rows)
{
	appendStringInfo(buf, "(%s) AS d (", query_over(rollup, rows));
	append_aliases(buf, 0, rollup->columns, "");
	appendStringInfoChar(buf, ')');
}

/* What a column of a measure gains: the new less the old. */
static void
append_change(StringInfo buf, const LiveRollup *rollup, int i)
{
	const LiveColumn *column = &rollup->column[i];

	if (!column->is_state)
	{
		appendStringInfo(buf, "sum(sign * c%d)::bigint", i + 1);
		return;
	}
	appendStringInfo(buf, "COALESCE(%s.plan_rollup(c%d) FILTER (WHERE sign > 0), 'empty'::%s) "
					 "OPERATOR(%s.-) COALESCE(%s.plan_rollup(c%d) FILTER (WHERE sign < 0), "
					 "'empty'::%s)",
					 rollup->schema, i + 1, column->type, rollup->schema, rollup->schema, i + 1,
					 column->type);
}

/* Rows of both transition tables, the old with the sign -1. */
static void
append_both(StringInfo buf, const LiveRollup *rollup, const char *new_table, const char *old_table)
{
	appendStringInfoString(buf, "(");
	if (new_table != NULL)
	{
		appendStringInfoString(buf, "SELECT 1::bigint, d.* FROM ");
		append_groups(buf, rollup, new_table);
	}
	if (old_table != NULL)
	{
		appendStringInfo(buf, "%sSELECT -1::bigint, d.* FROM ",
						 new_table != NULL ? " UNION ALL " : "");
		append_groups(buf, rollup, old_table);
	}
	appendStringInfoString(buf, ") AS b (sign, ");
	append_aliases(buf, 0, rollup->columns, "");
	appendStringInfoChar(buf, ')');
}

/* The condition that a measure is not that of no rows. */
static void
append_not_empty(StringInfo buf, const LiveRollup *rollup)
{
	for (int i = rollup->keys; i < rollup->columns; i++)
	{
		const LiveColumn *column = &rollup->column[i];

		if (i > rollup->keys)
			appendStringInfoString(buf, " OR");
		if (column->is_state)
			appendStringInfo(buf, " c%d OPERATOR(%s.<>) 'empty'::%s", i + 1, rollup->schema,
							 column->type);
		else
			appendStringInfo(buf, " c%d <> 0", i + 1);
	}
}

/* Groups that change, with what they gain; those that a statement leaves as they are do not. */
static void
append_changes(StringInfo buf, const LiveRollup *rollup, const char *new_table,
			   const char *old_table)
{
	appendStringInfoString(buf, "(SELECT ");
	append_aliases(buf, 0, rollup->keys, "");
	for (int i = rollup->keys; i < rollup->columns; i++)
	{
		appendStringInfoString(buf, ", ");
		append_change(buf, rollup, i);
	}
	appendStringInfoString(buf, " FROM ");
	append_both(buf, rollup, new_table, old_table);
	appendStringInfoString(buf, " GROUP BY ");
	append_aliases(buf, 0, rollup->keys, "");
	appendStringInfoString(buf, ") AS d (");
	append_aliases(buf, 0, rollup->columns, "");
	appendStringInfoString(buf, ") WHERE");
	append_not_empty(buf, rollup);
}

static void
append_insert(StringInfo buf, const LiveRollup *rollup, const char *table_name)
{
	appendStringInfo(buf, "INSERT INTO %s AS r (", table_name);
	append_columns(buf, rollup, 0, "");
	appendStringInfoString(buf, ") ");
}

/* Groups are locked in the order of their keys, so that writers cannot wait for each other. */
static void
append_order(StringInfo buf, const LiveRollup *rollup)
{
	appendStringInfoString(buf, " ORDER BY ");
	append_aliases(buf, 0, rollup->keys, "");
	appendStringInfoString(buf, " ON CONFLICT (");
	append_keys(buf, rollup, "");
	appendStringInfoString(buf, ") DO UPDATE SET ");
}

/* Whether a group r has nothing in it. */
static void
append_is_empty(StringInfo buf, const LiveRollup *rollup)
{
	for (int i = rollup->keys; i < rollup->columns; i++)
	{
		const LiveColumn *column = &rollup->column[i];

		if (i > rollup->keys)
			appendStringInfoString(buf, " AND ");
		if (!column->can_subtract)
			appendStringInfo(buf, "r.%s IS NULL", column->name);
		else if (column->is_state)
			appendStringInfo(buf, "NOT r.%s OPERATOR(%s.<>) 'empty'::%s", column->name,
							 rollup->schema, column->type);
		else
			appendStringInfo(buf, "r.%s = 0", column->name);
	}
}

/* How a group takes in what it gains, which the statement would have inserted. */
static void
append_additions(StringInfo buf, const LiveRollup *rollup)
{
	for (int i = rollup->keys; i < rollup->columns; i++)
	{
		const LiveColumn *column = &rollup->column[i];

		appendStringInfo(buf, "%s%s = ", i > rollup->keys ? ", " : "", column->name);
		if (column->can_subtract)
			appendStringInfo(buf, "r.%s OPERATOR(%s.+) excluded.%s", column->name,
							 column->is_state ? rollup->schema : "pg_catalog", column->name);
		else
			appendStringInfo(buf, "COALESCE(r.%s OPERATOR(%s.+) excluded.%s, r.%s, excluded.%s)",
							 column->name, rollup->schema, column->name, column->name,
							 column->name);
	}
}

/* Of each group: its place, how many rows it has, and whether nothing is in it. */
static void
append_returning(StringInfo buf, const LiveRollup *rollup)
{
	appendStringInfo(buf, " RETURNING r.ctid, r.%s, ", rollup->column[rollup->keys].name);
	append_is_empty(buf, rollup);
}

/* What a statement has changed, by group.  A table is NULL where the statement has none. */
char *
changes_statement(const LiveRollup *rollup, const char *new_table, const char *old_table)
{
	StringInfoData buf;

	initStringInfo(&buf);
	appendStringInfoString(&buf, "SELECT ");
	append_aliases(&buf, 0, rollup->columns, "");
	appendStringInfoString(&buf, " FROM ");
	if (old_table == NULL)
		append_groups(&buf, rollup, new_table);
	else
		append_changes(&buf, rollup, new_table, old_table);
	return buf.data;
}

/*
 * Add what a statement has changed; returns, if so asked, the place and the number of rows of each
 * group, and whether it has nothing in it.  In mode append it becomes rows of their own.
 */
char *
merge_statement(const LiveRollup *rollup, const char *new_table, const char *old_table,
				bool returning)
{
	StringInfoData buf;

	initStringInfo(&buf);
	append_insert(&buf, rollup, rollup->deltas_name != NULL ? rollup->deltas_name :
				  rollup->table_name);
	appendStringInfoString(&buf, changes_statement(rollup, new_table, old_table));
	if (rollup->deltas_name != NULL)
		return buf.data;
	append_order(&buf, rollup);
	append_additions(&buf, rollup);
	if (returning)
		append_returning(&buf, rollup);
	return buf.data;
}

/* Lock the groups that a statement has changed, made where they are missing; returns them. */
char *
lock_statement(const LiveRollup *rollup, const char *new_table, const char *old_table)
{
	const char *rows = rollup->column[rollup->keys].name;
	StringInfoData buf;

	initStringInfo(&buf);
	append_insert(&buf, rollup, rollup->table_name);
	appendStringInfoString(&buf, "SELECT DISTINCT ");
	append_aliases(&buf, 0, rollup->keys, "");
	for (int i = rollup->keys; i < rollup->columns; i++)
	{
		if (!rollup->column[i].can_subtract)
			appendStringInfo(&buf, ", NULL::%s", rollup->column[i].type);
		else if (rollup->column[i].is_state)
			appendStringInfo(&buf, ", 'empty'::%s", rollup->column[i].type);
		else
			appendStringInfoString(&buf, ", 0::bigint");
	}
	appendStringInfoString(&buf, " FROM ");
	append_both(&buf, rollup, new_table, old_table);
	append_order(&buf, rollup);
	appendStringInfo(&buf, "%s = r.%s RETURNING r.ctid, ", rows, rows);
	append_keys(&buf, rollup, "r.");
	return buf.data;
}

/* A key is that of a group; keys that may be NULL are equal if both are. */
static void
append_key_condition(StringInfo buf, const LiveRollup *rollup, int i, int parameter)
{
	const LiveColumn *column = &rollup->column[i];

	if (column->not_null)
		appendStringInfo(buf, "c%d %s $%d", i + 1, column->equals, parameter);
	else
		appendStringInfo(buf, "(c%d %s $%d OR c%d IS NULL AND $%d IS NULL)", i + 1, column->equals,
						 parameter, i + 1, parameter);
}

/* One group from the source: its parameters are the keys. */
char *
recompute_statement(const LiveRollup *rollup)
{
	StringInfoData buf;

	initStringInfo(&buf);
	appendStringInfoString(&buf, "SELECT ");
	append_aliases(&buf, rollup->keys, rollup->columns, "");
	appendStringInfo(&buf, " FROM %s AS v (", rollup->view_name);
	append_aliases(&buf, 0, rollup->columns, "");
	appendStringInfoString(&buf, ") WHERE ");
	for (int i = 0; i < rollup->keys; i++)
	{
		if (i > 0)
			appendStringInfoString(&buf, " AND ");
		append_key_condition(&buf, rollup, i, i + 1);
	}
	return buf.data;
}

/* Put a group that was recomputed in its place: $1, and behind it what has been computed. */
char *
replace_statement(const LiveRollup *rollup)
{
	StringInfoData buf;

	initStringInfo(&buf);
	appendStringInfo(&buf, "UPDATE %s SET ", rollup->table_name);
	for (int i = rollup->keys; i < rollup->columns; i++)
		appendStringInfo(&buf, "%s%s = $%d", i > rollup->keys ? ", " : "", rollup->column[i].name,
						 i - rollup->keys + 2);
	appendStringInfoString(&buf, " WHERE ctid = $1");
	return buf.data;
}

/* All groups from the source. */
char *
fill_statement(const LiveRollup *rollup)
{
	StringInfoData buf;

	initStringInfo(&buf);
	append_insert(&buf, rollup, rollup->table_name);
	appendStringInfo(&buf, "SELECT * FROM %s AS v (", rollup->view_name);
	append_aliases(&buf, 0, rollup->columns, "");
	appendStringInfoString(&buf, ") ORDER BY ");
	append_aliases(&buf, 0, rollup->keys, "");
	return buf.data;
}

/* What rows of the table and deltas come to, by group. */
static void
append_sums(StringInfo buf, const LiveRollup *rollup)
{
	append_aliases(buf, 0, rollup->keys, "");
	for (int i = rollup->keys; i < rollup->columns; i++)
	{
		if (rollup->column[i].is_state)
			appendStringInfo(buf, ", %s.plan_rollup(c%d)", rollup->schema, i + 1);
		else
			appendStringInfo(buf, ", sum(c%d)::bigint", i + 1);
	}
}

/*
 * Fold all deltas into the groups of the table; returns how many they were, the places of groups
 * that are empty, and of those that have fewer rows than none.  It is one statement, of one
 * snapshot: who reads sees the rows before or after.
 */
char *
compact_statement(const LiveRollup *rollup)
{
	StringInfoData buf;

	initStringInfo(&buf);
	appendStringInfoString(&buf, "WITH taken (");
	append_aliases(&buf, 0, rollup->columns, "");
	appendStringInfo(&buf, ") AS (DELETE FROM ONLY %s AS d RETURNING ", rollup->deltas_name);
	append_columns(&buf, rollup, 0, "d.");
	appendStringInfoString(&buf, "), merged (place, rows, is_empty) AS (");
	append_insert(&buf, rollup, rollup->table_name);
	appendStringInfoString(&buf, "SELECT ");
	append_sums(&buf, rollup);
	appendStringInfoString(&buf, " FROM taken GROUP BY ");
	append_aliases(&buf, 0, rollup->keys, "");
	append_order(&buf, rollup);
	append_additions(&buf, rollup);
	append_returning(&buf, rollup);
	appendStringInfoString(&buf, ") SELECT (SELECT count(*) FROM taken), "
						   "array_agg(place) FILTER (WHERE is_empty), "
						   "array_agg(place) FILTER (WHERE rows < 0) FROM merged");
	return buf.data;
}

/* Groups become deltas again: their places are $1. */
char *
unfold_statement(const LiveRollup *rollup)
{
	StringInfoData buf;

	initStringInfo(&buf);
	appendStringInfoString(&buf, "WITH taken (");
	append_aliases(&buf, 0, rollup->columns, "");
	appendStringInfo(&buf, ") AS (DELETE FROM ONLY %s AS r WHERE ctid = ANY ($1) RETURNING ",
					 rollup->table_name);
	append_columns(&buf, rollup, 0, "r.");
	appendStringInfoString(&buf, ") ");
	append_insert(&buf, rollup, rollup->deltas_name);
	appendStringInfoString(&buf, "SELECT ");
	append_aliases(&buf, 0, rollup->columns, "");
	appendStringInfoString(&buf, " FROM taken");
	return buf.data;
}

/* The rows of the table, as the view computes them. */
static void
append_stored(StringInfo buf, const LiveRollup *rollup)
{
	if (rollup->deltas_name == NULL)
	{
		appendStringInfoString(buf, "SELECT true, ");
		append_columns(buf, rollup, 0, "t.");
		appendStringInfo(buf, " FROM %s AS t", rollup->table_name);
		return;
	}
	appendStringInfoString(buf, "SELECT true, m.* FROM (SELECT ");
	append_sums(buf, rollup);
	appendStringInfoString(buf, " FROM (SELECT ");
	append_columns(buf, rollup, 0, "");
	appendStringInfo(buf, " FROM %s) AS t (", rollup->table_name);
	append_aliases(buf, 0, rollup->columns, "");
	appendStringInfoString(buf, ") GROUP BY ");
	append_aliases(buf, 0, rollup->keys, "");
	appendStringInfoString(buf, ") AS m (");
	append_aliases(buf, 0, rollup->columns, "");
	appendStringInfoString(buf, ") WHERE");
	append_not_empty(buf, rollup);
}

/* Differences of table and view, as texts: these are lossless. */
char *
check_statement(const LiveRollup *rollup)
{
	StringInfoData buf;

	initStringInfo(&buf);
	appendStringInfoString(&buf, "SELECT ROW(");
	append_aliases(&buf, 0, rollup->keys, "");
	appendStringInfoString(&buf, ")::text, x.name, x.stored, x.recomputed FROM (SELECT ");
	append_aliases(&buf, 0, rollup->keys, "");
	for (int i = rollup->keys; i < rollup->columns; i++)
		appendStringInfo(&buf, ", (array_agg(c%d::text) FILTER (WHERE stored))[1] AS s%d, "
						 "(array_agg(c%d::text) FILTER (WHERE NOT stored))[1] AS r%d",
						 i + 1, i + 1, i + 1, i + 1);
	appendStringInfoString(&buf, " FROM (");
	append_stored(&buf, rollup);
	appendStringInfo(&buf, " UNION ALL SELECT false, v.* FROM %s AS v) AS u (stored, ",
					 rollup->view_name);
	append_aliases(&buf, 0, rollup->columns, "");
	appendStringInfoString(&buf, ") GROUP BY ");
	append_aliases(&buf, 0, rollup->keys, "");
	appendStringInfoString(&buf, ") AS g, LATERAL (VALUES ");
	for (int i = rollup->keys; i < rollup->columns; i++)
		appendStringInfo(&buf, "%s(%s, s%d, r%d)", i > rollup->keys ? ", " : "",
						 quote_literal_cstr(rollup->column[i].name), i + 1, i + 1);
	appendStringInfoString(&buf, ") AS x (name, stored, recomputed) "
						   "WHERE x.stored IS DISTINCT FROM x.recomputed ORDER BY 1, 2");
	return buf.data;
}

/* What a person reads of a state: columns named after the measure and the figure. */
static const struct
{
	const char *type;
	const char *figure;
	const char *function;
}			figures_of_states[] = {
	{"plan_scorecard", "score", "plan_score"},
	{"plan_scorecard", "coverage", "plan_coverage"},
	{"plan_scorecard", "attainment", "plan_attainment"},
	{"plan_trend", "slope_per_year", "plan_slope_per_year"},
	{"plan_fixedsum", "value", "plan_value"},
	{"plan_moments", "value", "plan_value"},
};

#define NUM_FIGURES (sizeof(figures_of_states) / sizeof(figures_of_states[0]))

static void
append_figures(StringInfo buf, const LiveRollup *rollup, int i)
{
	const LiveColumn *column = &rollup->column[i];

	if (!column->is_state)
	{
		appendStringInfo(buf, ", sum(t.%s)::bigint AS %s", column->name, column->name);
		return;
	}
	/* One ambiguous value must not keep all others from being read. */
	if (strcmp(strrchr(column->type, '.') + 1, "plan_period_value") == 0)
	{
		appendStringInfo(buf, ", (%s.plan_rollup(t.%s)::jsonb ->> 'value')::float8 AS %s, "
						 "COALESCE((%s.plan_rollup(t.%s)::jsonb ->> 'ambiguous')::boolean, "
						 "false) AS %s",
						 rollup->schema, column->name,
						 quote_identifier(psprintf("%s_value", column->plain_name)),
						 rollup->schema, column->name,
						 quote_identifier(psprintf("%s_ambiguous", column->plain_name)));
		return;
	}
	for (size_t j = 0; j < NUM_FIGURES; j++)
		if (strcmp(strrchr(column->type, '.') + 1, figures_of_states[j].type) == 0)
			appendStringInfo(buf, ", %s.%s(%s.plan_rollup(t.%s)) AS %s", rollup->schema,
							 figures_of_states[j].function, rollup->schema, column->name,
							 quote_identifier(psprintf("%s_%s", column->plain_name,
													   figures_of_states[j].figure)));
}

/*
 * The view of plain columns: by period and, where periods of the rollup make up longer ones without
 * crossing their ends, by those too.  The calendar is a literal, or NULL for the standard one.
 */
char *
figures_statement(const LiveRollup *rollup, const char *name, bool with_ancestors,
				  const char *calendar)
{
	const char *period = rollup->column[rollup->keys - 1].name;
	StringInfoData buf;

	initStringInfo(&buf);
	appendStringInfo(&buf, "CREATE VIEW %s WITH (security_invoker = true) AS SELECT ", name);
	for (int i = 0; i < rollup->keys - 1; i++)
		appendStringInfo(&buf, "t.%s, ", rollup->column[i].name);
	appendStringInfo(&buf,
					 "a.ancestor::text AS %s, a.grain, %s.plan_first_day(a.ancestor) AS first_day, "
					 "%s.plan_last_day(a.ancestor) AS last_day", period, rollup->schema,
					 rollup->schema);
	if (calendar != NULL)
		appendStringInfo(&buf, ", %s.plan_fiscal_name(a.ancestor, %s) AS fiscal_name",
						 rollup->schema, calendar);
	for (int i = rollup->keys; i < rollup->columns; i++)
		append_figures(&buf, rollup, i);
	appendStringInfo(&buf, " FROM %s AS t CROSS JOIN LATERAL ", rollup->table_name);
	if (with_ancestors)
		appendStringInfo(&buf, "%s.plan_ancestor_rows(t.%s%s%s) AS a", rollup->schema, period,
						 calendar != NULL ? ", NULL, " : "", calendar != NULL ? calendar : "");
	else
		appendStringInfo(&buf, "(SELECT t.%s AS ancestor, %s.plan_grain(t.%s%s%s) AS grain) AS a",
						 period, rollup->schema, period, calendar != NULL ? ", " : "",
						 calendar != NULL ? calendar : "");
	appendStringInfoString(&buf, " GROUP BY ");
	for (int i = 0; i < rollup->keys - 1; i++)
		appendStringInfo(&buf, "t.%s, ", rollup->column[i].name);
	appendStringInfoString(&buf, "a.ancestor, a.grain");
	/* Of groups that have become empty, deltas are left. */
	if (rollup->deltas_name != NULL)
		appendStringInfo(&buf, " HAVING sum(t.%s) > 0", rollup->column[rollup->keys].name);
	return buf.data;
}
