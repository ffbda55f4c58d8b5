/*
 * load.c
 *		Loading tables of texts, as files have them, into a workspace.
 */
#include "workspace/load.h"

#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/queryenvironment.h"
#include "utils/timestamp.h"

#include "core/word.h"
#include "type.h"
#include "word.h"

/* Arguments, which the loaders have in the same places. */
enum
{
	ARGUMENT_WORKSPACE,
	ARGUMENT_STAGING,
	ARGUMENT_PLACE,
	ARGUMENT_PERIOD,
	ARGUMENT_KNOWN_ON,
	ARGUMENT_VINTAGE,			/* or the basis of targets, the ranking of standings, a node */
	ARGUMENT_SOURCE,			/* or the note of targets and milestones */
	ARGUMENT_DECIMAL_MARK,		/* but of milestones, which have no numbers */
	ARGUMENT_IGNORE,
	ARGUMENT_REPLACE,
	ARGUMENT_STRICT,
	ARGUMENT_CHECK_ONLY
};

static const Word decimal_mark_words[] = {{",", ','}, {".", '.'}};

static const WordTable decimal_marks = WORD_TABLE("decimal mark", decimal_mark_words,
												  "Use a comma or a dot.");

/*
 * Wrong rows.
 */

enum
{
	REASON_ROW,
	REASON_COLUMN_NUMBER,
	REASON_COLUMN,
	REASON_VALUE,
	REASON_REASON,
	NUM_REASON_COLUMNS
};

static char reasons_name[] = "wrong_cell";

static void
begin_reasons(Loader *loader)
{
	loader->reasons = tuplestore_begin_heap(false, false, work_mem);
	loader->reasons_desc = CreateTemplateTupleDesc(NUM_REASON_COLUMNS);
	TupleDescInitEntry(loader->reasons_desc, REASON_ROW + 1, "row_number", INT8OID, -1, 0);
	TupleDescInitEntry(loader->reasons_desc, REASON_COLUMN_NUMBER + 1, "column_number", INT4OID, -1,
					   0);
	TupleDescInitEntry(loader->reasons_desc, REASON_COLUMN + 1, "column_name", TEXTOID, -1, 0);
	TupleDescInitEntry(loader->reasons_desc, REASON_VALUE + 1, "value", TEXTOID, -1, 0);
	TupleDescInitEntry(loader->reasons_desc, REASON_REASON + 1, "reason", TEXTOID, -1, 0);
	TupleDescFinalize(loader->reasons_desc);
}

bool
row_is_wrong(const Loader *loader, int64 row)
{
	return row / 8 < loader->wrong_room && (loader->wrong[row / 8] >> (row % 8) & 1) != 0;
}

static void
set_row_wrong(Loader *loader, int64 row)
{
	int64		room = row / 8 + 1;

	if (row_is_wrong(loader, row))
		return;
	if (room > loader->wrong_room)
	{
		room = Max(2 * room, 1024);
		loader->wrong = loader->wrong == NULL ?
			MemoryContextAllocHuge(loader->context, room) : repalloc_huge(loader->wrong, room);
		memset(loader->wrong + loader->wrong_room, 0, room - loader->wrong_room);
		loader->wrong_room = room;
	}
	loader->wrong[row / 8] |= (uint8) (1 << (row % 8));
	loader->wrong_rows++;
}

/* Say why a cell is wrong; value and column may be missing. */
void
add_reason(Loader *loader, int64 row, int column, const char *value, const char *reason)
{
	Datum		values[NUM_REASON_COLUMNS] = {0};
	bool		nulls[NUM_REASON_COLUMNS] = {false};

	set_row_wrong(loader, row);
	values[REASON_ROW] = Int64GetDatum(row);
	values[REASON_COLUMN_NUMBER] = Int32GetDatum(column);
	nulls[REASON_COLUMN] = column == NOT_FOUND;
	if (column != NOT_FOUND)
		values[REASON_COLUMN] = CStringGetTextDatum(loader->column[column].name);
	nulls[REASON_VALUE] = value == NULL;
	if (value != NULL)
		values[REASON_VALUE] = CStringGetTextDatum(value);
	values[REASON_REASON] = CStringGetTextDatum(reason);
	tuplestore_putvalues(loader->reasons, loader->reasons_desc, values, nulls);
}

/*
 * Arguments.
 */

static const char *
text_option(FunctionCallInfo fcinfo, int n)
{
	return PG_ARGISNULL(n) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(n));
}

/* The place of an argument of a loader. */
static int
place_of(LoadKind kind, int argument)
{
	return kind == LOAD_MILESTONES && argument > ARGUMENT_DECIMAL_MARK ? argument - 1 : argument;
}

static void
check_not_null(FunctionCallInfo fcinfo, LoadKind kind)
{
	static const struct
	{
		int			n;
		const char *name;
	}			needed[] = {
		{ARGUMENT_WORKSPACE, "workspace"}, {ARGUMENT_STAGING, "staging"},
		{ARGUMENT_REPLACE, "replace"}, {ARGUMENT_STRICT, "strict"},
		{ARGUMENT_CHECK_ONLY, "check_only"},
	};

	for (int i = 0; i < lengthof(needed); i++)
		if (PG_ARGISNULL(place_of(kind, needed[i].n)))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("%s must not be NULL", needed[i].name)));
}

static void
report_option(const char *name, const char *reason)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("invalid value of %s: %s", name, reason)));
}

static void
check_known_on(DateADT known_on, DateADT today)
{
	const char *reason = DATE_NOT_FINITE(known_on) ? "infinite" : "in the future";
	const char *day;

	if (known_on <= today && !DATE_NOT_FINITE(known_on))
		return;
	day = DatumGetCString(DirectFunctionCall1(date_out, DateADTGetDatum(known_on)));
	report_option("known_on", psprintf("\"%s\" is %s", day, reason));
}

static void
read_options(FunctionCallInfo fcinfo, Loader *loader)
{
	LoadOptions *options = &loader->options;
	const char *word = text_option(fcinfo, ARGUMENT_VINTAGE);
	int			ignore = place_of(loader->kind, ARGUMENT_IGNORE);

	options->place = text_option(fcinfo, ARGUMENT_PLACE);
	options->period = text_option(fcinfo, ARGUMENT_PERIOD);
	options->known_on = PG_ARGISNULL(ARGUMENT_KNOWN_ON) ? loader->today :
		PG_GETARG_DATEADT(ARGUMENT_KNOWN_ON);
	check_known_on(options->known_on, loader->today);
	if (loader->kind == LOAD_TARGETS)
		options->basis = word;
	else if (loader->kind == LOAD_STANDINGS)
		options->ranking = word;
	else if (loader->kind == LOAD_MILESTONES)
		options->node = word;
	else
		options->vintage = word;
	options->source = PG_ARGISNULL(ARGUMENT_SOURCE) ? NULL : PG_GETARG_TEXT_PP(ARGUMENT_SOURCE);
	options->settles_mark =
		loader->kind != LOAD_MILESTONES && PG_ARGISNULL(ARGUMENT_DECIMAL_MARK);
	if (loader->kind != LOAD_MILESTONES && !options->settles_mark)
		options->decimal_mark =
			(char) word_argument(fcinfo, ARGUMENT_DECIMAL_MARK, &decimal_marks);
	options->ignore = PG_ARGISNULL(ignore) ? construct_empty_array(TEXTOID) :
		PG_GETARG_ARRAYTYPE_P(ignore);
	options->replace = PG_GETARG_BOOL(place_of(loader->kind, ARGUMENT_REPLACE));
	options->strict = PG_GETARG_BOOL(place_of(loader->kind, ARGUMENT_STRICT));
	options->check_only = PG_GETARG_BOOL(place_of(loader->kind, ARGUMENT_CHECK_ONLY));
}

static int32
find_option(NameTable *names, const char *name, const char *text)
{
	const char *reason;
	int32		found;

	if (text == NULL)
		return NOT_FOUND;
	found = find_name(names, text, strlen(text), &reason);
	if (found == NOT_FOUND)
		report_option(name, reason);
	return found;
}

/* What the options stand for in this workspace. */
static void
find_options(Loader *loader)
{
	const LoadOptions *options = &loader->options;
	const char *reason;

	loader->default_shared_place = shared_place_option(loader);
	loader->default_place = loader->default_shared_place != NULL ? NOT_FOUND :
		find_option(&loader->places, "place", options->place);
	loader->default_basis = find_option(&loader->bases, "basis", options->basis);
	loader->default_ranking = find_option(&loader->rankings, "ranking", options->ranking);
	loader->default_node = find_option(&loader->nodes, "node", options->node);
	loader->default_period = NOT_FOUND;
	if (options->period != NULL)
		loader->default_period =
			read_period(loader, options->period, strlen(options->period), &reason);
	if (options->period != NULL && loader->default_period == NOT_FOUND)
		report_option(loader->kind == LOAD_MILESTONES ? "due" : "period", reason);
	if (loader->kind == LOAD_MILESTONES && loader->default_period != NOT_FOUND &&
		loader->period[loader->default_period].year < FIRST_YEAR_OF_MILESTONES)
		report_option("due", psprintf("milestones are of %d or later", FIRST_YEAR_OF_MILESTONES));
	loader->default_vintage = VINTAGE_OFFICIAL;
	if (options->vintage != NULL && !vintage_of_text(options->vintage, &loader->default_vintage))
		report_option("vintage", psprintf("\"%s\" is none of estimate, preliminary and official",
										  shown_text(options->vintage, strlen(options->vintage))));
}

static void
find_staging(Loader *loader, Oid staging)
{
	char		kind = get_rel_relkind(staging);

	if (kind == '\0')
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", staging)));
	loader->staging_name = get_rel_name(staging);
	if (strchr("rpvmf", kind) == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("\"%s\" is not a table or a view", loader->staging_name)));
	loader->staging = quote_qualified_identifier(get_namespace_name(get_rel_namespace(staging)),
												 loader->staging_name);
}

/* Dates are written in one way, and tables are read from their beginning to their end. */
static void
set_settings(void)
{
	static const char *const settings[][2] = {
		{"datestyle", "ISO, YMD"}, {"intervalstyle", "postgres"}, {"extra_float_digits", "1"},
		{"synchronize_seqscans", "off"}, {"enable_indexonlyscan", "off"},
	};

	for (int i = 0; i < lengthof(settings); i++)
		(void) set_config_option(settings[i][0], settings[i][1], PGC_USERSET, PGC_S_SESSION,
								 GUC_ACTION_SAVE, true, 0, false);
}

/*
 * Results.
 */

static void
count_figures(Loader *loader, int64 *fresh)
{
	*fresh = 0;
	for (int64 i = 0; i < loader->figures; i++)
	{
		if (row_is_wrong(loader, loader->figure[i].row))
			continue;
		*fresh += loader->figure[i].state == FIGURE_NEW;
		loader->kept += loader->figure[i].state == FIGURE_KEPT;
		loader->closed += loader->figure[i].state == FIGURE_CLOSED;
		loader->stored += loader->figure[i].state == FIGURE_STORED;
		loader->changed += loader->figure[i].state == FIGURE_CHANGES;
	}
	loader->stored += loader->kept + loader->closed;
}

static const char *
plural(int64 count, const char *one, const char *many)
{
	return psprintf("%lld %s", (long long) count, count == 1 ? one : many);
}

/* Say how many figures are there already, and which words of them stay as they were. */
static void
append_stored(const Loader *loader, StringInfo text)
{
	const char *words = loader->kind == LOAD_ACTUALS ? "source or note" :
		loader->kind == LOAD_STANDINGS ? "source" : "reason";

	if (loader->stored > 0)
		appendStringInfo(text, ", %lld there already", (long long) loader->stored);
	if (loader->kept > 0)
		appendStringInfo(text, ", %lld of them with another %s, which replace => true replaces",
						 (long long) loader->kept, words);
	if (loader->closed > 0)
		appendStringInfo(text, ", %lld of them with another %s, which stays in a closed period",
						 (long long) loader->closed, words);
}

static void
return_summary(const Loader *loader, ReturnSetInfo *rsinfo, int64 fresh, bool is_written)
{
	const char *one = noun_of_figure(loader);
	const char *many = noun_of_figures(loader);
	const char *remark;
	StringInfoData text;
	Datum		values[4] = {0};
	bool		nulls[4] = {true, true, false, false};

	initStringInfo(&text);
	appendStringInfo(&text, "%s of %s %s", plural(fresh, one, many),
					 plural(loader->rows, "row", "rows"),
					 is_written ? "loaded" : loader->options.check_only ? "could be loaded" :
					 "not loaded");
	if (loader->changed > 0)
		appendStringInfo(&text, ", %s replaced", plural(loader->changed, one, many));
	append_stored(loader, &text);
	if (loader->wrong_rows > 0)
		appendStringInfo(&text, ", %s wrong", plural(loader->wrong_rows, "row", "rows"));
	if (loader->empty_rows > 0)
		appendStringInfo(&text, ", %s without %s", plural(loader->empty_rows, "row", "rows"), many);
	if (loader->columns_left_out > 0)
		appendStringInfo(&text, "; %s left out: %s%s",
						 loader->columns_left_out == 1 ? "column" : "columns",
						 loader->left_out->data,
						 loader->columns_left_out <= MAX_LEFT_OUT ? "" :
						 psprintf(" and %d more", loader->columns_left_out - MAX_LEFT_OUT));
	if ((remark = remark_of_columns(loader)) != NULL)
		appendStringInfo(&text, "; %s", remark);
	if ((remark = remark_of_mark(loader)) != NULL)
		appendStringInfo(&text, "; %s", remark);
	if ((remark = remark_of_change(loader)) != NULL)
		appendStringInfo(&text, "; %s", remark);
	if ((remark = remark_of_day(loader)) != NULL)
		appendStringInfo(&text, "; %s", remark);
	values[2] =
		CStringGetTextDatum(psprintf("%lld",
									 (long long) (is_written ? fresh + loader->changed : 0)));
	values[3] = CStringGetTextDatum(text.data);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

/* Return the wrong cells in the order of rows and columns. */
static void
return_reasons(Loader *loader, ReturnSetInfo *rsinfo)
{
	EphemeralNamedRelationData enr = {0};
	SPIPlanPtr	plan;
	Portal		portal;

	enr.md.name = reasons_name;
	enr.md.tupdesc = loader->reasons_desc;
	enr.md.enrtype = ENR_NAMED_TUPLESTORE;
	enr.md.enrtuples = (double) loader->wrong_rows;
	enr.reldata = loader->reasons;
	if (SPI_register_relation(&enr) != SPI_OK_REL_REGISTER)
		elog(ERROR, "SPI_register_relation failed");
	plan =
		SPI_prepare("SELECT row_number, column_name, value, reason FROM wrong_cell "
					"ORDER BY row_number, column_number",
					   0, NULL);
	if (plan == NULL)
		elog(ERROR, "SPI_prepare failed: %s", SPI_result_code_string(SPI_result));
	portal = SPI_cursor_open(NULL, plan, NULL, NULL, true);
	for (;;)
	{
		SPI_cursor_fetch(portal, true, 1000);
		if (SPI_processed == 0)
			break;
		for (uint64 i = 0; i < SPI_processed; i++)
			tuplestore_puttuple(rsinfo->setResult, SPI_tuptable->vals[i]);
		SPI_freetuptable(SPI_tuptable);
	}
	SPI_cursor_close(portal);
	SPI_freeplan(plan);
	(void) SPI_unregister_relation(reasons_name);
	tuplestore_end(loader->reasons);
}

static void
begin_loader(FunctionCallInfo fcinfo, LoadKind kind, Loader *loader)
{
	memset(loader, 0, sizeof(*loader));
	loader->kind = kind;
	loader->today = GetSQLCurrentDate();
	check_not_null(fcinfo, kind);
	read_options(fcinfo, loader);
	find_workspace(&loader->workspace, fcinfo, ARGUMENT_WORKSPACE);
	set_settings();
	loader->context =
		AllocSetContextCreate(CurrentMemoryContext, "plan load", ALLOCSET_DEFAULT_SIZES);
	loader->row_context = AllocSetContextCreate(CurrentMemoryContext, "plan load row",
												ALLOCSET_DEFAULT_SIZES);
	MemoryContextSwitchTo(loader->context);
	loader->period_texts = create_memo(loader->context);
	loader->date_texts = create_memo(loader->context);
	loader->unit_texts = create_memo(loader->context);
	loader->shared_places = create_memo(loader->context);
	begin_milestones(loader);
	begin_reasons(loader);
	find_staging(loader, PG_GETARG_OID(ARGUMENT_STAGING));
}

static Datum
load_figures(FunctionCallInfo fcinfo, LoadKind kind)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Loader		loader;
	int64		fresh;
	bool		writes;

	InitMaterializedSRF(fcinfo, 0);
	begin_loader(fcinfo, kind, &loader);
	leave_superuser(&loader.workspace);
	read_workspace(&loader);
	find_options(&loader);
	act_as_caller(&loader.workspace);
	read_staging(&loader);
	leave_superuser(&loader.workspace);
	find_duplicates(&loader);
	compare_with_workspace(&loader);
	writes = !loader.options.check_only && !(loader.options.strict && loader.wrong_rows > 0) &&
		write_figures(&loader);
	count_figures(&loader, &fresh);
	return_summary(&loader, rsinfo, fresh, writes);
	return_reasons(&loader, rsinfo);
	end_workspace(&loader.workspace);
	return (Datum) 0;
}

/*
 * plan_load_actuals(workspace, staging [, place, period, known_on, vintage, source, decimal_mark,
 * ignore, replace, strict, check_only]): loads a table of texts, as a file has them, into the
 * figures of a workspace. Returns a row with the number of figures loaded and what became of the
 * others, and a row for each wrong cell with the reason; of a row with a wrong cell nothing is
 * loaded.  42703 for a column that is not known or missing, 42702 for two that mean the same, 22023
 * for options that name nothing.
 */
PG_FUNCTION_INFO_V1(plan_load_actuals);
Datum
plan_load_actuals(PG_FUNCTION_ARGS)
{
	return load_figures(fcinfo, LOAD_ACTUALS);
}

/*
 * plan_load_targets(workspace, staging [, place, period, known_on, basis, note, decimal_mark,
 * ignore, replace, strict, check_only]): the same for targets, whose values are goals or numbers of
 * the direction of their indicator.
 */
PG_FUNCTION_INFO_V1(plan_load_targets);
Datum
plan_load_targets(PG_FUNCTION_ARGS)
{
	return load_figures(fcinfo, LOAD_TARGETS);
}

/*
 * plan_load_standings(workspace, staging [, place, period, known_on, ranking, source, decimal_mark,
 * ignore, replace, strict, check_only]): the same for published standings: 8/63, or a rank beside
 * the number of places.
 */
PG_FUNCTION_INFO_V1(plan_load_standings);
Datum
plan_load_standings(PG_FUNCTION_ARGS)
{
	return load_figures(fcinfo, LOAD_STANDINGS);
}

/*
 * plan_load_milestones(workspace, staging [, place, due, known_on, node, note, ignore, replace,
 * strict, check_only]): the same for milestones, which are known by their codes.  What the file has
 * no column for stays as it was known last.
 */
PG_FUNCTION_INFO_V1(plan_load_milestones);
Datum
plan_load_milestones(PG_FUNCTION_ARGS)
{
	return load_figures(fcinfo, LOAD_MILESTONES);
}
