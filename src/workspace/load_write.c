/*
 * load_write.c
 *		Writing figures into a workspace.
 *
 * All figures are written by one statement each for those that are new and those that change, in a
 * subtransaction.  Where that fails because of rows, these are found (load_search.c) and are wrong,
 * and the others are written.
 */
#include "workspace/load.h"

#include <math.h>

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/resowner.h"
#include "utils/rls.h"

/*
 * Figures as a relation that statements read.
 */

/* Its columns. */
enum
{
	COLUMN_ID,
	COLUMN_INDICATOR,
	COLUMN_PLACE,
	COLUMN_BASIS,
	COLUMN_PERIOD,
	COLUMN_FIRST_DAY,
	COLUMN_LAST_DAY,
	COLUMN_YEAR,
	COLUMN_VALUE,
	COLUMN_BOUND,
	COLUMN_VINTAGE,
	COLUMN_GOAL,
	COLUMN_RANK,
	COLUMN_TOTAL,
	COLUMN_KNOWN_ON,
	COLUMN_SOURCE,
	COLUMN_NOTE,
	COLUMN_NODE,
	COLUMN_NAME,
	COLUMN_REACHED,
	COLUMN_STORED,
	NUM_COLUMNS
};

static const struct
{
	const char *name;
	Oid			type;
}			columns[NUM_COLUMNS] = {
	[COLUMN_ID] = {"id", INT8OID},
	[COLUMN_INDICATOR] = {"indicator", TEXTOID},
	[COLUMN_PLACE] = {"place", TEXTOID},
	[COLUMN_BASIS] = {"basis", TEXTOID},
	[COLUMN_PERIOD] = {"period", TEXTOID},
	[COLUMN_FIRST_DAY] = {"first_day", DATEOID},
	[COLUMN_LAST_DAY] = {"last_day", DATEOID},
	[COLUMN_YEAR] = {"year", INT4OID},
	[COLUMN_VALUE] = {"value", FLOAT8OID},
	[COLUMN_BOUND] = {"bound", TEXTOID},
	[COLUMN_VINTAGE] = {"vintage", TEXTOID},
	[COLUMN_GOAL] = {"goal", TEXTOID},
	[COLUMN_RANK] = {"rank", INT4OID},
	[COLUMN_TOTAL] = {"total", INT4OID},
	[COLUMN_KNOWN_ON] = {"known_on", DATEOID},
	[COLUMN_SOURCE] = {"source", TEXTOID},
	[COLUMN_NOTE] = {"note", TEXTOID},
	[COLUMN_NODE] = {"node", TEXTOID},
	[COLUMN_NAME] = {"name", TEXTOID},
	[COLUMN_REACHED] = {"reached", TEXTOID},
	[COLUMN_STORED] = {"stored", INT8OID},
};

/* What the statements call it. */
static char figures_name[] = "loaded_figure";

static void
begin_relation(FigureRelation *relation)
{
	memset(relation, 0, sizeof(*relation));
	relation->store = tuplestore_begin_heap(false, false, work_mem);
	relation->desc = CreateTemplateTupleDesc(NUM_COLUMNS);
	for (int i = 0; i < NUM_COLUMNS; i++)
		TupleDescInitEntry(relation->desc, (AttrNumber) (i + 1), columns[i].name, columns[i].type,
						   -1, 0);
	TupleDescFinalize(relation->desc);
}

static Datum
short_text(const char *text)
{
	return CStringGetTextDatum(text);
}

static void
put_actual(const Figure *figure, Datum *values, bool *nulls)
{
	values[COLUMN_VALUE] = Float8GetDatum(figure->value);
	values[COLUMN_BOUND] = short_text(amount_bound_sign(figure->bound));
	values[COLUMN_VINTAGE] = short_text(vintage_name(figure->vintage));
	nulls[COLUMN_BASIS] = nulls[COLUMN_GOAL] = true;
}

static void
put_target(const Loader *loader, const Figure *figure, Datum *values, bool *nulls)
{
	values[COLUMN_BASIS] = short_text(loader->bases.code[figure->basis]);
	values[COLUMN_GOAL] = short_text(figure_text(loader, figure));
	nulls[COLUMN_VALUE] = nulls[COLUMN_BOUND] = nulls[COLUMN_VINTAGE] = true;
}

static void
put_standing(const Figure *figure, Datum *values, bool *nulls)
{
	values[COLUMN_RANK] = Int32GetDatum(figure->rank);
	values[COLUMN_TOTAL] = Int32GetDatum(figure->total);
	nulls[COLUMN_TOTAL] = figure->total == 0;
	values[COLUMN_VALUE] = Float8GetDatum(figure->value);
	nulls[COLUMN_VALUE] = isnan(figure->value);
	nulls[COLUMN_BASIS] = nulls[COLUMN_GOAL] = nulls[COLUMN_BOUND] = nulls[COLUMN_VINTAGE] = true;
}

/* A text, or NULL. */
static void
put_text(int column, const text *text, Datum *values, bool *nulls)
{
	values[column] = PointerGetDatum(text);
	nulls[column] = text == NULL;
}

/* The place and the period of a figure, which of a milestone may not be known yet. */
static void
put_place_and_period(const Loader *loader, const Figure *figure, Datum *values, bool *nulls)
{
	static const int columns_of_period[] = {
		COLUMN_PERIOD, COLUMN_FIRST_DAY, COLUMN_LAST_DAY, COLUMN_YEAR
	};
	const PeriodInfo *period;

	nulls[COLUMN_PLACE] = figure->place == NOT_FOUND;
	if (figure->place != NOT_FOUND)
		values[COLUMN_PLACE] = short_text(loader->places.code[figure->place]);
	for (int i = 0; i < lengthof(columns_of_period); i++)
		nulls[columns_of_period[i]] = figure->period == NOT_FOUND;
	if (figure->period == NOT_FOUND)
		return;
	period = &loader->period[figure->period];
	values[COLUMN_PERIOD] = period->text;
	values[COLUMN_FIRST_DAY] = DateADTGetDatum(period->period.first);
	values[COLUMN_LAST_DAY] = DateADTGetDatum(period->period.end - 1);
	values[COLUMN_YEAR] = Int32GetDatum(period->year);
}

static void
put_milestone(const Loader *loader, const Figure *figure, Datum *values, bool *nulls)
{
	put_text(COLUMN_NAME, figure->source, values, nulls);
	nulls[COLUMN_SOURCE] = true;
	nulls[COLUMN_NODE] = figure->basis == NOT_FOUND;
	if (figure->basis != NOT_FOUND)
		values[COLUMN_NODE] = short_text(loader->nodes.code[figure->basis]);
	nulls[COLUMN_REACHED] = figure->reached == NOT_FOUND;
	if (figure->reached != NOT_FOUND)
		values[COLUMN_REACHED] = loader->period[figure->reached].text;
	nulls[COLUMN_VALUE] = nulls[COLUMN_BOUND] = nulls[COLUMN_VINTAGE] = true;
	nulls[COLUMN_BASIS] = nulls[COLUMN_GOAL] = true;
}

static void
put_figure(const Loader *loader, FigureRelation *relation, int64 i)
{
	const Figure *figure = &loader->figure[i];
	Datum		values[NUM_COLUMNS] = {0};
	bool		nulls[NUM_COLUMNS] = {false};

	values[COLUMN_ID] = Int64GetDatum(i);
	values[COLUMN_INDICATOR] = short_text(things_of(loader)->code[figure->indicator]);
	put_place_and_period(loader, figure, values, nulls);
	values[COLUMN_KNOWN_ON] = DateADTGetDatum(figure->known_on);
	put_text(COLUMN_SOURCE, figure->source, values, nulls);
	put_text(COLUMN_NOTE, figure->note, values, nulls);
	values[COLUMN_STORED] = Int64GetDatum(figure->stored);
	nulls[COLUMN_RANK] = nulls[COLUMN_TOTAL] = loader->kind != LOAD_STANDINGS;
	nulls[COLUMN_NODE] = nulls[COLUMN_NAME] = nulls[COLUMN_REACHED] = true;
	if (loader->kind == LOAD_ACTUALS)
		put_actual(figure, values, nulls);
	else if (loader->kind == LOAD_TARGETS)
		put_target(loader, figure, values, nulls);
	else if (loader->kind == LOAD_MILESTONES)
		put_milestone(loader, figure, values, nulls);
	else
		put_standing(figure, values, nulls);
	tuplestore_putvalues(relation->store, relation->desc, values, nulls);
	relation->rows++;
}

static void
register_figures(FigureRelation *relation)
{
	relation->enr.md.name = figures_name;
	relation->enr.md.tupdesc = relation->desc;
	relation->enr.md.enrtype = ENR_NAMED_TUPLESTORE;
	relation->enr.md.enrtuples = (double) relation->rows;
	relation->enr.reldata = relation->store;
	if (SPI_register_relation(&relation->enr) != SPI_OK_REL_REGISTER)
		elog(ERROR, "SPI_register_relation failed");
}

static void
make_relation(const Loader *loader, const FigureList *list, FigureRelation *relation)
{
	MemoryContext before = MemoryContextSwitchTo(loader->context);

	begin_relation(relation);
	MemoryContextSwitchTo(loader->row_context);
	for (int64 i = 0; i < list->count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		put_figure(loader, relation, list->figure[i]);
		if (i % 256 == 0)
			MemoryContextReset(loader->row_context);
	}
	MemoryContextSwitchTo(before);
}

/* Make figures a relation that the next statements see. */
void
offer_figures(const Loader *loader, const FigureList *list, FigureRelation *relation)
{
	make_relation(loader, list, relation);
	register_figures(relation);
}

void
withdraw_figures(FigureRelation *relation)
{
	(void) SPI_unregister_relation(figures_name);
	tuplestore_end(relation->store);
}

/* The order of two codes, either of which may be missing. */
static int
compare_codes(const NameTable *names, int32 a, int32 b)
{
	if (a == b)
		return 0;
	if (a == NOT_FOUND || b == NOT_FOUND)
		return a == NOT_FOUND ? -1 : 1;
	return strcmp(names->code[a], names->code[b]);
}

static int
compare_periods(const Loader *loader, int32 a, int32 b)
{
	const Period *left;
	const Period *right;

	if (a == b)
		return 0;
	if (a == NOT_FOUND || b == NOT_FOUND)
		return a == NOT_FOUND ? -1 : 1;
	left = &loader->period[a].period;
	right = &loader->period[b].period;
	if (left->first != right->first)
		return left->first < right->first ? -1 : 1;
	return (left->end > right->end) - (left->end < right->end);
}

/* By what is unique of a figure, whatever the order of the file. */
static int
compare_figures(const void *left, const void *right, void *arg)
{
	const Loader *loader = arg;
	const Figure *a = &loader->figure[*(const int64 *) left];
	const Figure *b = &loader->figure[*(const int64 *) right];
	int			order = compare_codes(things_of(loader), a->indicator, b->indicator);

	if (order == 0)
		order = compare_codes(&loader->places, a->place, b->place);
	if (order == 0)
		order = compare_periods(loader, a->period, b->period);
	if (order == 0)
		order = (a->known_on > b->known_on) - (a->known_on < b->known_on);
	return order != 0 ? order : (a->row > b->row) - (a->row < b->row);
}

/* The figures of a state that stand in right rows. */
FigureList
figures_of_state(const Loader *loader, FigureState state)
{
	FigureList	list = {MemoryContextAllocHuge(loader->context,
											   (loader->figures + 1) * sizeof(int64)), 0, state};

	for (int64 i = 0; i < loader->figures; i++)
		if (loader->figure[i].state == state && !row_is_wrong(loader, loader->figure[i].row))
			list.figure[list.count++] = i;
	return list;
}

/*
 * Those that are written, in an order that all loads share: two that write the same figures wait
 * for each other, and do not deadlock.
 */
static FigureList
figures_to_write(const Loader *loader, FigureState state)
{
	FigureList	list = figures_of_state(loader, state);

	qsort_arg(list.figure, list.count, sizeof(int64), compare_figures,
			  unconstify(Loader *, loader));
	return list;
}

void
free_list(FigureList *list)
{
	pfree(list->figure);
}

/*
 * Statements.
 *
 * Their parameter excludes nothing: it is asked for at each figure that they read, which counts
 * these.  An error is mostly of the figure that was read last.
 */

/* What is written of figures that are new, and of those that change. */
#define NEW_ACTUAL \
	"indicator, place, period, value, bound, vintage, known_on, source, note"
#define NEW_TARGET "indicator, place, basis, period, goal, known_on, reason"
#define NEW_STANDING "ranking, place, period, rank, total, score, known_on, source"
#define NEW_MILESTONE "code, node, place, name, due, reached, known_on, reason"
#define CHANGED_ACTUAL "value, bound, vintage, source, note"
#define CHANGED_TARGET "goal, reason"
#define CHANGED_STANDING "rank, total, score, source"

typedef struct Writing
{
	const char *columns;
	const char *statement;
} Writing;

static const Writing inserts[] = {
	[LOAD_ACTUALS] = {NEW_ACTUAL, "INSERT INTO workspace.actual (" NEW_ACTUAL ")"
		" SELECT indicator, place, period, value, bound, vintage, known_on, source, note"
	" FROM loaded_figure WHERE id >= $1"},
	[LOAD_TARGETS] = {NEW_TARGET, "INSERT INTO workspace.target (" NEW_TARGET ")"
	" SELECT indicator, place, basis, period, goal, known_on, note FROM loaded_figure"
	" WHERE id >= $1"},
	[LOAD_STANDINGS] = {NEW_STANDING, "INSERT INTO workspace.standing (" NEW_STANDING ")"
	" SELECT indicator, place, period, rank, total, value, known_on, source FROM loaded_figure"
	" WHERE id >= $1"},
	[LOAD_MILESTONES] = {NEW_MILESTONE, "INSERT INTO workspace.milestone (" NEW_MILESTONE ")"
	" SELECT indicator, node, place, name, period, reached, known_on, note FROM loaded_figure"
	" WHERE id >= $1"},
};

/* Of milestones it is what the file says. */
static const Writing updates[] = {
	[LOAD_ACTUALS] = {CHANGED_ACTUAL, "UPDATE workspace.actual AS a SET (" CHANGED_ACTUAL ")"
		" = ROW (f.value, f.bound, f.vintage, coalesce(f.source, a.source),"
	" coalesce(f.note, a.note)) FROM loaded_figure AS f"
	" WHERE a.id = f.stored AND f.id >= $1"},
	[LOAD_TARGETS] = {CHANGED_TARGET, "UPDATE workspace.target AS t SET (" CHANGED_TARGET ")"
		" = ROW (f.goal, coalesce(f.note, t.reason))"
	" FROM loaded_figure AS f"
	" WHERE t.id = f.stored AND f.id >= $1"},
	[LOAD_STANDINGS] = {CHANGED_STANDING, "UPDATE workspace.standing AS s"
		" SET (" CHANGED_STANDING ") = ROW (f.rank, coalesce(f.total, s.total),"
		" coalesce(f.value, s.score), coalesce(f.source, s.source))"
	" FROM loaded_figure AS f WHERE s.id = f.stored AND f.id >= $1"},
};

static const char *const tables[] = {"actual", "target", "standing", "milestone"};
static const char *const nouns[] = {"figures", "targets", "standings", "milestones"};
static const char *const singulars[] = {"figure", "target", "standing", "milestone"};

const char *
name_of_table(const Loader *loader)
{
	return tables[loader->kind];
}

Oid
table_of_figures(const Loader *loader)
{
	return workspace_table(&loader->workspace, tables[loader->kind]);
}

const char *
noun_of_figures(const Loader *loader)
{
	return nouns[loader->kind];
}

const char *
noun_of_figure(const Loader *loader)
{
	return singulars[loader->kind];
}

static Writing
writing_of(const Loader *loader, FigureState state)
{
	StringInfoData columns;
	StringInfoData values;

	if (state == FIGURE_NEW)
		return inserts[loader->kind];
	if (loader->kind != LOAD_MILESTONES)
		return updates[loader->kind];
	initStringInfo(&columns);
	initStringInfo(&values);
	changes_of_milestones(loader, &columns, &values);
	return (Writing)
	{
		columns.data,
			psprintf("UPDATE workspace.milestone AS m SET (%s) = ROW (%s)"
					 " FROM loaded_figure AS f WHERE m.id = f.stored AND f.id >= $1",
					 columns.data, values.data)
	};
}

static ParamExternData *
count_row(ParamListInfo params, int number, bool speculative, ParamExternData *space)
{
	FigureStatement *statement = params->paramFetchArg;

	if (!speculative)
		statement->rows_read++;
	memset(space, 0, sizeof(*space));
	space->ptype = INT8OID;
	space->value = Int64GetDatum(0);
	return space;
}

/*
 * Prepare the statement that writes figures of a state, which are about so many.  One that changes
 * figures can say which ones it has taken.
 */
void
prepare_writing(const Loader *loader, FigureState state, int64 figures, bool returns,
				FigureStatement *statement)
{
	Oid			type = INT8OID;
	char	   *written = workspace_statement(&loader->workspace,
											  writing_of(loader, state).statement);
	FigureRelation relation;

	statement->returns = returns && state == FIGURE_CHANGES;
	if (statement->returns)
		written = psprintf("%s RETURNING f.id", written);
	begin_relation(&relation);
	relation.rows = figures;
	register_figures(&relation);
	statement->plan = SPI_prepare_cursor(written, 1, &type, CURSOR_OPT_GENERIC_PLAN);
	if (statement->plan == NULL)
		elog(ERROR, "cannot prepare \"%s\": %s", written, SPI_result_code_string(SPI_result));
	withdraw_figures(&relation);
	pfree(written);
	statement->params = makeParamList(1);
	statement->params->paramFetch = count_row;
	statement->params->paramFetchArg = statement;
	statement->rows_read = 0;
}

void
end_writing(FigureStatement *statement)
{
	SPI_freeplan(statement->plan);
	pfree(statement->params);
}

static void
mark_taken(const Loader *loader)
{
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		bool		is_null;
		Datum		id = SPI_getbinval(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 1, &is_null);

		loader->figure[DatumGetInt64(id)].is_taken = true;
	}
}

/* Write figures; false if the table has left some of them out without an error. */
static bool
write_relation(const Loader *loader, FigureStatement *statement, FigureRelation *relation)
{
	int			result;

	statement->rows_read = 0;
	if (relation->rows == 0)
		return true;
	register_figures(relation);
	result = SPI_execute_plan_with_paramlist(statement->plan, statement->params, false, 0);
	if (result < 0)
		elog(ERROR, "cannot write %s: %s", figures_name, SPI_result_code_string(result));
	(void) SPI_unregister_relation(figures_name);
	if (statement->returns)
	{
		if (SPI_processed < (uint64) relation->rows)
			mark_taken(loader);
		SPI_freetuptable(SPI_tuptable);
	}
	return SPI_processed == (uint64) relation->rows;
}

/*
 * Trying.
 */

/* Whether the caller has a right on columns of a table, which a comma and a space separate. */
bool
may_use_columns(Oid table, const char *columns, AclMode right)
{
	if (pg_class_aclcheck(table, GetUserId(), right) == ACLCHECK_OK)
		return true;
	for (;;)
	{
		size_t		length = strcspn(columns, ",");
		AttrNumber	column = get_attnum(table, pnstrdup(columns, length));

		if (column == InvalidAttrNumber ||
			pg_attribute_aclcheck(table, column, GetUserId(), right) != ACLCHECK_OK)
			return false;
		if (columns[length] == '\0')
			return true;
		columns += length + 2;
	}
}

/* Whether the caller has the right to write what is written. */
bool
may_write(const Loader *loader, FigureState state)
{
	return may_use_columns(table_of_figures(loader), writing_of(loader, state).columns,
						   state == FIGURE_NEW ? ACL_INSERT : ACL_UPDATE);
}

/* Whether policies hold for such a caller. */
bool
has_policies(const Loader *loader, FigureState state)
{
	return check_enable_rls(table_of_figures(loader), InvalidOid, true) == RLS_ENABLED &&
		may_write(loader, state);
}

/*
 * Whether an error says that a row is wrong, or that it is not the caller's.  All others, such as a
 * cancelled statement, are those of the whole.
 */
static bool
is_of_rows(const Loader *loader, FigureState state, int code)
{
	switch (code)
	{
		case ERRCODE_INSUFFICIENT_PRIVILEGE:
			return has_policies(loader, state);
		case ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE:
		case ERRCODE_WITH_CHECK_OPTION_VIOLATION:
		case ERRCODE_RAISE_EXCEPTION:
		case ERRCODE_PROGRAM_LIMIT_EXCEEDED:	/* too long for an index */
			return true;
		default:
			return ERRCODE_TO_CATEGORY(code) == ERRCODE_DATA_EXCEPTION ||
				ERRCODE_TO_CATEGORY(code) == ERRCODE_INTEGRITY_CONSTRAINT_VIOLATION;
	}
}

/* The figures that are new, and those that change. */
#define MAX_LISTS 2

/*
 * Write lists of figures; false, and the error if there was one, if some of them are not taken.
 * They are kept if all are taken and they are to be kept.
 */
bool
try_lists(const Loader *loader, const FigureList *const *lists, FigureStatement *statements,
		  int count, bool keep, ErrorData **error)
{
	bool volatile is_taken = true;
	int volatile i = 0;
	FigureRelation relation[MAX_LISTS];
	Trial		trial;

	*error = NULL;
	for (int k = 0; k < count; k++)
		make_relation(loader, lists[k], &relation[k]);
	begin_trial(&trial);
	PG_TRY();
	{
		for (; is_taken && i < count; i++)
			is_taken = write_relation(loader, &statements[i], &relation[i]);
	}
	PG_CATCH();
	{
		MemoryContextSwitchTo(trial.context);
		*error = CopyErrorData();
		FlushErrorState();
		is_taken = false;
	}
	PG_END_TRY();
	end_trial(&trial, is_taken && keep);
	if (*error != NULL)
	{
		if (!is_of_rows(loader, lists[i]->state, (*error)->sqlerrcode))
			ReThrowError(*error);
		(void) SPI_unregister_relation(figures_name);
	}
	for (int k = 0; k < count; k++)
		tuplestore_end(relation[k].store);
	return is_taken;
}

/* Write new figures and those that change; false, and the error if there was one, if it cannot. */
static bool
write_lists(const Loader *loader, const FigureList *const *lists, ErrorData **error)
{
	FigureStatement statement[MAX_LISTS];
	bool		is_taken;

	for (int i = 0; i < MAX_LISTS; i++)
		prepare_writing(loader, lists[i]->state, lists[i]->count, false, &statement[i]);
	is_taken = try_lists(loader, lists, statement, MAX_LISTS, true, error);
	for (int i = 0; i < MAX_LISTS; i++)
		end_writing(&statement[i]);
	return is_taken;
}

/*
 * Write all figures that stand in right rows.  Rows that the tables do not take become wrong; false
 * if nothing is written for that.
 */
bool
write_figures(Loader *loader)
{
	for (;;)
	{
		FigureList	fresh = figures_to_write(loader, FIGURE_NEW);
		FigureList	changed = figures_to_write(loader, FIGURE_CHANGES);
		const FigureList *const lists[MAX_LISTS] = {&fresh, &changed};
		int64		wrong = loader->wrong_rows;
		ErrorData  *error;

		if (fresh.count + changed.count == 0 || write_lists(loader, lists, &error))
			return true;
		refuse_untaken_figures(loader, lists, MAX_LISTS, false);
		if (loader->wrong_rows == wrong)
		{
			/* Each is taken, but not all of them together. */
			if (error != NULL)
				ReThrowError(error);
			ereport(ERROR,
					(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
					 errmsg("table \"%s\" does not take all %s", tables[loader->kind],
							nouns[loader->kind])));
		}
		if (loader->options.strict)
			return false;
		free_list(&fresh);
		free_list(&changed);
	}
}
