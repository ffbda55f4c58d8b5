/*
 * create.c
 *		Making live rollups.
 */
#include "live/live.h"

#include "catalog/dependency.h"
#include "catalog/namespace.h"
#include "catalog/objectaccess.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "commands/defrem.h"
#include "commands/trigger.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "miscadmin.h"
#include "optimizer/optimizer.h"
#include "parser/parsetree.h"
#include "storage/lmgr.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/regproc.h"
#include "utils/plancache.h"
#include "utils/rel.h"
#include "utils/rls.h"
#include "utils/ruleutils.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"
#include "utils/varlena.h"

#include "calendar.h"
#include "core/period.h"
#include "json.h"
#include "rows.h"
#include "type.h"
#include "word.h"

/* What is asked for, as texts. */
typedef struct RollupRequest
{
	char	   *schema;			/* not quoted */
	char	   *name;
	Oid			source;
	char	   *source_name;
	int			by;
	char	  **by_expression;
	char	   *period;
	const char *grain;			/* or NULL: the period is one already */
	char	   *calendar;		/* a literal, or NULL for the standard one */
	bool		in_years_of_weeks;
	LiveMode	mode;
	int			measures;
	char	  **measure_name;
	char	  **measure;
	char	   *extension;		/* its schema, quoted */
	Oid			extension_schema;
} RollupRequest;

static const Word mode_of_words[] = {{"upsert", MODE_UPSERT}, {"append", MODE_APPEND}};

static const WordTable mode_words = WORD_TABLE("mode", mode_of_words,
											   "Valid values are upsert and append.");

const char *
live_mode_name(LiveMode mode)
{
	return word_name(&mode_words, mode);
}

void
run_statement(const char *statement)
{
	int			result = SPI_execute(statement, false, 0);

	if (result < 0)
		elog(ERROR, "cannot execute \"%s\": %s", statement, SPI_result_code_string(result));
}

/*
 * The names of a rollup.
 */

static char *
companion_name(const char *name, const char *what)
{
	char	   *companion = psprintf("%s_%s", name, what);

	if (strlen(companion) >= NAMEDATALEN)
		ereport(ERROR,
				(errcode(ERRCODE_NAME_TOO_LONG),
				 errmsg("rollup name \"%s\" is too long", name),
				 errdetail("The view \"%s\" stands beside it, and names have at most %d bytes.",
						   companion, NAMEDATALEN - 1)));
	return companion;
}

static char *
object_name(const RollupRequest *request, const char *name)
{
	return quote_qualified_identifier(request->schema, name);
}

static void
read_name(RollupRequest *request, text *name)
{
	RangeVar   *table = makeRangeVarFromNameList(textToQualifiedNameList(name));

	request->schema = get_namespace_name(RangeVarGetCreationNamespace(table));
	request->name = table->relname;
	(void) companion_name(request->name, "recomputed");
}

/*
 * The expressions.
 */

static void
read_by(RollupRequest *request, ArrayType *array)
{
	Datum	   *values;
	bool	   *nulls;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &request->by);
	request->by_expression = palloc(request->by * sizeof(char *));
	for (int i = 0; i < request->by; i++)
	{
		if (nulls[i])
			report_null_element_error("by");
		request->by_expression[i] = TextDatumGetCString(values[i]);
	}
}

#define MEASURES_HINT \
	"Write them as in '{\"card\": \"plan_scorecard_agg(actual, target, ''higher'')\"}'."

/* Names and aggregates, in the order in which they are written. */
static void
read_measures(RollupRequest *request, Datum measures)
{
	Oid			types[] = {JSONOID};
	char	   *kind = TextDatumGetCString(DirectFunctionCall1(json_typeof, measures));

	if (strcmp(kind, "object") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("measures must be a JSON object of names and aggregates, not of type %s",
						kind),
				 errhint(MEASURES_HINT)));
	if (SPI_execute_with_args("SELECT * FROM pg_catalog.json_each_text($1)", 1, types, &measures,
							  NULL, true, 0) < 0)
		elog(ERROR, "cannot read measures");
	if (SPI_processed == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there are no measures"),
				 errhint(MEASURES_HINT)));
	request->measures = (int) SPI_processed;
	request->measure_name = palloc(request->measures * sizeof(char *));
	request->measure = palloc(request->measures * sizeof(char *));
	for (int i = 0; i < request->measures; i++)
	{
		HeapTuple	measure = SPI_tuptable->vals[i];

		request->measure_name[i] = SPI_getvalue(measure, SPI_tuptable->tupdesc, 1);
		request->measure[i] = SPI_getvalue(measure, SPI_tuptable->tupdesc, 2);
		if (request->measure[i] == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("measure \"%s\" must not be null", request->measure_name[i])));
	}
}

/* The type of an expression over the source. */
static Oid
expression_type(const RollupRequest *request, const char *expression)
{
	SPIPlanPtr	plan =
		SPI_prepare(psprintf("SELECT %s\n FROM %s", expression, request->source_name),
								   0, NULL);
	CachedPlanSource *source;
	Oid			type;

	if (plan == NULL || list_length(SPI_plan_get_plan_sources(plan)) != 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is not one expression", expression)));
	source = linitial(SPI_plan_get_plan_sources(plan));
	if (source->resultDesc == NULL || source->resultDesc->natts != 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is not one expression", expression)));
	type = TupleDescAttr(source->resultDesc, 0)->atttypid;
	SPI_freeplan(plan);
	return type;
}

/* The period of a row: that of its date, or the one that contains its period. */
static char *
period_expression(const RollupRequest *request)
{
	Oid			type = expression_type(request, request->period);
	const char *grain = request->grain;
	const char *calendar = request->calendar == NULL ? "" : psprintf(", %s", request->calendar);
	bool		is_period = type == type_named(request->extension_schema, "plan_period");

	if (grain == NULL)
	{
		if (!is_period)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("period \"%s\" of type %s needs a grain", request->period,
							format_type_be(type)),
					 errhint("%s", grain_words.hint)));
		return request->period;
	}
	if (is_period)
		return psprintf("%s.plan_parent((%s\n), '%s'%s)", request->extension, request->period,
						grain,
						calendar);
	return psprintf("%s.plan_period_of((%s\n)::pg_catalog.date, '%s'%s)", request->extension,
					request->period, grain, calendar);
}

static void
append_query(StringInfo buf, const RollupRequest *request, Oid *types)
{
	int			keys = request->by + 1;

	appendStringInfoString(buf, "SELECT ");
	for (int i = 0; i < request->by; i++)
		appendStringInfo(buf, "%s\n, ", request->by_expression[i]);
	appendStringInfo(buf, "%s\n AS period, pg_catalog.count(*) AS " FACT_ROWS,
					 period_expression(request));
	for (int i = 0; i < request->measures; i++)
	{
		const char *name = quote_identifier(request->measure_name[i]);

		if (types != NULL && has_empty_state(request->extension_schema, types[i]))
			appendStringInfo(buf, ", COALESCE((%s\n), 'empty'::%s) AS %s", request->measure[i],
							 format_type_extended(types[i], -1, FORMAT_TYPE_FORCE_QUALIFY), name);
		else
			appendStringInfo(buf, ", %s\n AS %s", request->measure[i], name);
	}
	appendStringInfo(buf, " FROM %s GROUP BY ", request->source_name);
	for (int i = 1; i <= keys; i++)
		appendStringInfo(buf, "%s%d", i > 1 ? ", " : "", i);
}

/* Parse the query as the caller would, check it, and tell the types of the measures. */
static Oid *
check_request(const RollupRequest *request)
{
	StringInfoData buf;
	SPIPlanPtr	plan;
	CachedPlanSource *source;
	Oid		   *types = palloc(request->measures * sizeof(Oid));
	int			keys = request->by + 1;

	initStringInfo(&buf);
	append_query(&buf, request, NULL);
	plan = SPI_prepare(buf.data, 0, NULL);
	source = plan == NULL ? NULL : linitial(SPI_plan_get_plan_sources(plan));
	if (source == NULL || list_length(SPI_plan_get_plan_sources(plan)) != 1 ||
		source->resultDesc == NULL ||
		source->resultDesc->natts != keys + 1 + request->measures)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there must be one expression for each key and measure")));
	check_live_query(linitial_node(Query, source->query_list), request->source, keys,
					 request->extension_schema);
	for (int i = 0; i < request->measures; i++)
		types[i] = TupleDescAttr(source->resultDesc, keys + 1 + i)->atttypid;
	SPI_freeplan(plan);
	return types;
}

/* Rows that are taken away leave deltas that are negative. */
static void
check_can_append(const RollupRequest *request, const Oid *types)
{
	if (request->mode != MODE_APPEND)
		return;
	for (int i = 0; i < request->measures; i++)
		if (types[i] != INT8OID && !has_empty_state(request->extension_schema, types[i]))
			ereport(ERROR,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("measure \"%s\" cannot be kept in mode append",
							request->measure_name[i]),
					 errdetail("Rows that are removed cannot be taken out of values of type %s: "
							   "these are recomputed, while other writers wait.",
							   format_type_be(types[i])),
					 errhint("Keep it in a rollup of its own, with mode => 'upsert'.")));
}

/*
 * Making the objects.
 */

static void
create_view(const RollupRequest *request, const Oid *types)
{
	char	   *name = object_name(request, companion_name(request->name, "recomputed"));
	StringInfoData buf;

	initStringInfo(&buf);
	appendStringInfo(&buf, "CREATE VIEW %s AS ", name);
	append_query(&buf, request, (Oid *) types);
	run_statement(buf.data);
	run_statement(psprintf("COMMENT ON VIEW %s IS %s", name,
				 quote_literal_cstr(psprintf("what the rollup %s is computed from",
											 object_name(request, request->name)))));
}

/* Whether a key is a column that has no NULLs. */
static bool
key_is_not_null(const Query *query, int key)
{
	const TargetEntry *entry = list_nth_node(TargetEntry, live_targets(query), key);
	RangeTblRef *ref = linitial_node(RangeTblRef, query->jointree->fromlist);
	RangeTblEntry *source = rt_fetch(ref->rtindex, query->rtable);
	Node	   *node = (Node *) entry->expr;
	HeapTuple	tuple;
	bool		not_null;

	if (!IsA(node, Var) || ((Var *) node)->varattno <= 0)
		return false;
	tuple = SearchSysCache2(ATTNUM, ObjectIdGetDatum(source->relid),
							Int16GetDatum(((Var *) node)->varattno));
	if (!HeapTupleIsValid(tuple))
		return false;
	not_null = ((Form_pg_attribute) GETSTRUCT(tuple))->attnotnull;
	ReleaseSysCache(tuple);
	return not_null;
}

/* The table, of the columns of the view, which it names: see view_of_rollup(). */
static void
create_table(const RollupRequest *request, Oid view, char persistence)
{
	Relation	relation = relation_open(view, AccessShareLock);
	TupleDesc	desc = RelationGetDescr(relation);
	Query	   *query = live_query(view);
	int			keys = request->by + 1;
	bool		all_not_null = true;
	StringInfoData buf;

	initStringInfo(&buf);
	appendStringInfo(&buf, "CREATE %sTABLE %s (",
					 persistence == RELPERSISTENCE_UNLOGGED ? "UNLOGGED " : "",
					 object_name(request, request->name));
	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(desc, i);
		bool		not_null = i < keys ? key_is_not_null(query, i) :
			attribute->atttypid == INT8OID ||
			has_empty_state(request->extension_schema, attribute->atttypid);

		all_not_null = all_not_null && (not_null || i >= keys);
		appendStringInfo(&buf, "%s%s %s", i > 0 ? ", " : "",
						 quote_identifier(NameStr(attribute->attname)),
						 format_type_extended(attribute->atttypid, attribute->atttypmod,
											  FORMAT_TYPE_TYPEMOD_GIVEN |
											  FORMAT_TYPE_FORCE_QUALIFY));
		if (OidIsValid(attribute->attcollation))
			appendStringInfo(&buf, " COLLATE %s",
							 generate_collation_name(attribute->attcollation));
		if (not_null)
			appendStringInfoString(&buf, " NOT NULL");
	}
	appendStringInfoString(&buf,
						   all_not_null ? ", PRIMARY KEY (" : ", UNIQUE NULLS NOT DISTINCT (");
	for (int i = 0; i < keys; i++)
		appendStringInfo(&buf, "%s%s", i > 0 ? ", " : "",
						 quote_identifier(NameStr(TupleDescAttr(desc, i)->attname)));
	/* A page has room for another version of each row, so that indexes need not change. */
	appendStringInfo(&buf, "), CHECK (%s::pg_catalog.regclass IS NOT NULL) NO INHERIT) "
					 "WITH (fillfactor = 50)", quote_literal_cstr(qualified_name(view)));
	relation_close(relation, AccessShareLock);
	run_statement(buf.data);
}

/* What writers append to: it has no index, since it is emptied before it is large. */
static void
create_deltas(const RollupRequest *request, char persistence)
{
	char	   *table = object_name(request, request->name);
	char	   *deltas = object_name(request, companion_name(request->name, "deltas"));

	if (request->mode != MODE_APPEND)
		return;
	run_statement(psprintf("CREATE %sTABLE %s () INHERITS (%s)",
						   persistence == RELPERSISTENCE_UNLOGGED ? "UNLOGGED " : "", deltas,
						   table));
	run_statement(psprintf("COMMENT ON TABLE %s IS %s", deltas,
			 quote_literal_cstr(psprintf("what writers have added to the rollup %s since it was "
										 "compacted",
										 table))));
}

/* A name that no trigger of a table has, and none of those that inherit it. */
static char *
trigger_name(const LiveRollup *rollup, Oid table, const char *what)
{
	List	   *tables = find_all_inheritors(table, NoLock, NULL);

	for (int i = 0;; i++)
	{
		char	   *name = makeObjectName(get_rel_name(rollup->table),
										  i == 0 ? NULL : psprintf("%d", i), what);
		bool		is_free = true;
		ListCell   *lc;

		foreach(lc, tables)
			is_free = is_free && !OidIsValid(get_trigger_oid(lfirst_oid(lc), name, true));
		if (is_free)
			return name;
	}
}

static void
create_trigger(const LiveRollup *rollup, Oid table, const char *event, const char *transition,
			   bool for_rows)
{
	char	   *name = trigger_name(rollup, table, for_rows ? psprintf("%s_row", event) : event);
	char	   *table_name = qualified_name(table);
	char	   *deltas = rollup->deltas_name == NULL ? "" :
		psprintf(" AND %s::pg_catalog.regclass IS NOT NULL",
				 quote_literal_cstr(rollup->deltas_name));

	/* The tables are constants of a type that follows renames; IS NOT NULL takes the least time. */
	run_statement(psprintf("CREATE TRIGGER %s AFTER %s ON %s %s FOR EACH %s "
						   "WHEN (%s::pg_catalog.regclass IS NOT NULL "
						   "AND %s::pg_catalog.regclass IS NOT NULL%s) "
						   "EXECUTE FUNCTION %s._plan_rollup_changed()",
						   quote_identifier(name), event, table_name, transition,
						   for_rows ? "ROW" : "STATEMENT", quote_literal_cstr(rollup->table_name),
						   quote_literal_cstr(rollup->view_name), deltas, rollup->schema));
	if (for_rows || strcmp(event, "truncate") == 0)
		run_statement(psprintf("ALTER TABLE %s ENABLE %s TRIGGER %s", table_name,
							   for_rows ? "REPLICA" : "ALWAYS", quote_identifier(name)));
}

/*
 * Statements fire triggers of statements.  Rows that are replicated fire triggers of rows, and
 * those alone, which fire nowhere else; partitions inherit them.  TRUNCATE has triggers of
 * statements alone.
 */
void
create_live_triggers(const LiveRollup *rollup, Oid table)
{
	create_trigger(rollup, table, "insert", "REFERENCING NEW TABLE AS new_rows", false);
	create_trigger(rollup, table, "update",
				   "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows", false);
	create_trigger(rollup, table, "delete", "REFERENCING OLD TABLE AS old_rows", false);
	create_trigger(rollup, table, "truncate", "", false);
	if (get_rel_relispartition(table))
		return;
	create_trigger(rollup, table, "insert", "", true);
	create_trigger(rollup, table, "update", "", true);
	create_trigger(rollup, table, "delete", "", true);
}

/* A snapshot of the transaction can be older than rows that are in the source. */
void
check_isolation(void)
{
	if (IsolationUsesXactSnapshot())
		ereport(ERROR,
				(errcode(ERRCODE_ACTIVE_SQL_TRANSACTION),
				 errmsg("rollups are computed under READ COMMITTED alone"),
				 errdetail("The snapshot of this transaction can be older than rows that are in "
						   "the source.")));
}

/* Triggers are the business of the owner of a table, and all of its rows must be seen. */
static void
check_source(const RollupRequest *request)
{
	Oid			owner = relation_owner(request->source);

	if (!has_privs_of_role(GetUserId(), owner))
		aclcheck_error(ACLCHECK_NOT_OWNER, OBJECT_TABLE, get_rel_name(request->source));
	if (check_enable_rls(request->source, GetUserId(), true) == RLS_ENABLED)
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("row-level security of \"%s\" can hide rows from role \"%s\"",
						get_rel_name(request->source), GetUserNameFromId(GetUserId(), false)),
				 errhint("Let a role that bypasses row-level security create the rollup.")));
}

/* All rows are written by statements that name the source or a part of it. */
static void
check_tables(const RollupRequest *request, const List *tables)
{
	List	   *parents = parents_of_source(tables);

	if (parents != NIL)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("a rollup of %s cannot be kept up to date", request->source_name),
				 errdetail("Statements that name %s write its rows too.",
						   qualified_name(linitial_oid(parents))),
				 errhint("Make a rollup of the whole, with a key that tells the parts.")));
	(void) persistence_of_source(tables);
}

static Oid
relation_named(const RollupRequest *request, const char *name)
{
	return get_relname_relid(name, get_namespace_oid(request->schema, false));
}

/* What the rollup needs may not be there: the table, and what stands beside it. */
static void
check_names_are_free(const RollupRequest *request)
{
	const char *names[] = {
		request->name, companion_name(request->name, "recomputed"),
		companion_name(request->name, "figures"), companion_name(request->name, "deltas")
	};
	int			count = request->mode == MODE_APPEND ? 4 : 3;
	Oid			table = relation_named(request, request->name);

	if (OidIsValid(table) && get_rel_relkind(table) == RELKIND_RELATION &&
		OidIsValid(view_of_rollup(table)))
		ereport(ERROR,
				(errcode(ERRCODE_DUPLICATE_OBJECT),
				 errmsg("rollup \"%s\" already exists", request->name),
				 errhint("Drop it with plan_drop_rollup(), or choose another name.")));
	for (int i = 0; i < count; i++)
		if (OidIsValid(relation_named(request, names[i])))
			ereport(ERROR,
					(errcode(ERRCODE_DUPLICATE_TABLE),
					 errmsg("relation \"%s\" already exists", names[i]),
					 errdetail("A rollup \"%s\" would have a relation of that name.",
							   request->name),
					 errhint("Choose another name for the rollup.")));
}

pg_noreturn static void
report_null_argument(int n)
{
	static const char *const names[] = {"rollup", "source", "by", "period", "measures", "grain",
	"calendar", "mode"};

	ereport(ERROR,
			(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
			 errmsg("%s must not be null", names[n])));
}

/* The calendar as a literal; the standard one goes without saying. */
static void
read_calendar(RollupRequest *request, Datum calendar)
{
	const CalendarRule *rule = calendar_rule_from_datum(calendar);
	Oid			output;
	bool		is_varlena;

	if (memcmp(rule, &standard_rule, sizeof(standard_rule)) == 0)
		return;
	request->in_years_of_weeks = calendar_has_years_of_weeks(rule);
	getTypeOutputInfo(type_named(request->extension_schema, "plan_calendar"), &output, &is_varlena);
	request->calendar = psprintf("%s::%s.plan_calendar",
								 quote_literal_cstr(OidOutputFunctionCall(output, calendar)),
								 request->extension);
}

static void
read_options(RollupRequest *request, FunctionCallInfo fcinfo)
{
	if (!PG_ARGISNULL(5))
		request->grain = grain_name(word_argument(fcinfo, 5, &grain_words));
	for (int i = 6; i < 8; i++)
		if (PG_ARGISNULL(i))
			report_null_argument(i);
	read_calendar(request, PG_GETARG_DATUM(6));
	request->mode = word_argument(fcinfo, 7, &mode_words);
}

/* Whether periods make up longer ones: weeks cross the ends of months, others may anything. */
static bool
has_ancestors(const RollupRequest *request)
{
	return request->grain != NULL &&
		(strcmp(request->grain, "week") != 0 || request->in_years_of_weeks);
}

/*
 * plan_create_rollup(rollup, source, by, period, measures [, grain] [, calendar] [, mode]) returns
 * regclass: the table.  42710 where the rollup exists, 42P07 where another relation has one of its
 * names.
 */
PG_FUNCTION_INFO_V1(plan_create_rollup);
Datum
plan_create_rollup(PG_FUNCTION_ARGS)
{
	RollupRequest request = {0};
	Oid			table,
				view;
	Oid		   *types;
	List	   *tables;
	ListCell   *lc;
	LiveRollup *rollup;
	Oid			schema = live_schema(fcinfo->flinfo->fn_oid);
	int			guc_level;

	for (int i = 0; i < 5; i++)
		if (PG_ARGISNULL(i))
			report_null_argument(i);
	request.extension_schema = schema;
	request.extension = pstrdup(quote_identifier(get_namespace_name(schema)));
	read_name(&request, PG_GETARG_TEXT_PP(0));
	request.source = PG_GETARG_OID(1);
	request.source_name = qualified_name(request.source);
	read_by(&request, PG_GETARG_ARRAYTYPE_P(2));
	request.period = text_to_cstring(PG_GETARG_TEXT_PP(3));
	read_options(&request, fcinfo);
	check_isolation();
	check_source(&request);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	read_measures(&request, PG_GETARG_DATUM(4));
	tables = tables_of_source(request.source, ShareRowExclusiveLock);
	types = check_request(&request);
	check_can_append(&request, types);
	check_tables(&request, tables);
	check_names_are_free(&request);
	create_view(&request, types);
	guc_level = use_built_in_names();
	view = relation_named(&request, companion_name(request.name, "recomputed"));
	check_live_query(live_query(view), request.source, request.by + 1, schema);
	check_built_in_names(view);
	create_table(&request, view, persistence_of_source(tables));
	create_deltas(&request, persistence_of_source(tables));
	table = relation_named(&request, request.name);
	rollup = live_rollup(table, view, schema);
	foreach(lc, tables)
		create_live_triggers(rollup, lfirst_oid(lc));
	run_statement(fill_statement(rollup));
	run_statement(figures_statement(rollup,
									object_name(&request, companion_name(request.name, "figures")),
									has_ancestors(&request), request.calendar));
	run_statement(psprintf("COMMENT ON TABLE %s IS %s", rollup->table_name,
				 quote_literal_cstr(psprintf("rollup of %s, kept up to date by triggers",
											 rollup->source_name))));
	AtEOXact_GUC(false, guc_level);
	SPI_finish();
	PG_RETURN_OID(table);
}
