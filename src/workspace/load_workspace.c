/*
 * load_workspace.c
 *		What a workspace knows, against which figures are checked, and writing them into it.
 */
#include "workspace/load.h"

#include <math.h>

#include "access/htup_details.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/queryenvironment.h"
#include "utils/resowner.h"
#include "utils/rls.h"

#include "calendar.h"
#include "core/direction.h"
#include "core/word.h"

/* Rows are fetched so many at a time. */
#define ROWS_AT_ONCE 1000

/*
 * Reading.
 */

static SPITupleTable *
select_rows(const Loader *loader, const char *statement)
{
	(void) run_workspace_statement(&loader->workspace, statement);
	return SPI_tuptable;
}

/* A text of a row, NULL for NULL. */
static char *
row_text(const SPITupleTable *rows, uint64 i, int column)
{
	return SPI_getvalue(rows->vals[i], rows->tupdesc, column);
}

static void
read_names(Loader *loader, NameTable *names, const char *what, const SPITupleTable *rows)
{
	create_names(names, what, (int) rows->numvals, loader->context);
	for (uint64 i = 0; i < rows->numvals; i++)
	{
		CHECK_FOR_INTERRUPTS();
		add_name(names, (int) i, row_text(rows, i, 1), row_text(rows, i, 2), row_text(rows, i, 3));
	}
}

static void
read_indicators(Loader *loader)
{
	SPITupleTable *rows = select_rows(loader,
									  "SELECT code, coalesce(name, code), name_en, coalesce(unit, "
									  "''), currency, scale::float8, coalesce(direction, ''), "
									  "unit_en"
									  " FROM workspace.indicator WHERE code IS NOT NULL"
									  " ORDER BY code");

	read_names(loader, &loader->indicators, "indicator", rows);
	loader->indicator = palloc_extended((rows->numvals + 1) * sizeof(Indicator), MCXT_ALLOC_HUGE);
	for (uint64 i = 0; i < rows->numvals; i++)
	{
		Indicator  *indicator = &loader->indicator[i];
		const char *direction = row_text(rows, i, 7);
		int			value = GOAL_HIGHER;
		bool		is_null;

		indicator->unit = row_text(rows, i, 4);
		indicator->unit_en = row_text(rows, i, 8);
		indicator->currency = row_text(rows, i, 5);
		indicator->scale = DatumGetFloat8(SPI_getbinval(rows->vals[i], rows->tupdesc, 6, &is_null));
		(void) word_find(&direction_words, direction, strlen(direction), &value);
		indicator->direction = value;
		prepare_indicator(indicator);
	}
}

static DateADT
row_day(const SPITupleTable *rows, uint64 i, int column, DateADT otherwise)
{
	bool		is_null;
	Datum		day = SPI_getbinval(rows->vals[i], rows->tupdesc, column, &is_null);

	return is_null ? otherwise : DatumGetDateADT(day);
}

static void
read_places(Loader *loader)
{
	SPITupleTable *rows = select_rows(loader,
									  "SELECT code, coalesce(name, code), name_en, "
									  "valid_from::date, valid_until::date"
									  " FROM workspace.place WHERE code IS NOT NULL ORDER BY code");

	read_names(loader, &loader->places, "place", rows);
	loader->place_time = palloc_extended((rows->numvals + 1) * sizeof(PlaceTime), MCXT_ALLOC_HUGE);
	for (uint64 i = 0; i < rows->numvals; i++)
	{
		loader->place_time[i].from = row_day(rows, i, 4, DATEVAL_NOBEGIN);
		loader->place_time[i].until = row_day(rows, i, 5, DATEVAL_NOEND);
	}
}

/* The calendar of the workspace, which is read when a period is one of it. */
const CalendarRule *
workspace_calendar(Loader *loader)
{
	SPITupleTable *fetched = SPI_tuptable;

	if (!loader->has_calendar)
	{
		loader->calendar = workspace_rule(&loader->workspace);
		loader->has_calendar = true;
		SPI_tuptable = fetched;
	}
	return &loader->calendar;
}

/* Read what figures are checked against. */
void
read_workspace(Loader *loader)
{
	MemoryContext before = MemoryContextSwitchTo(loader->context);

	if (loader->kind == LOAD_STANDINGS)
		read_names(loader, &loader->rankings, "ranking",
				   select_rows(loader,
							   "SELECT code, coalesce(name, code), name_en FROM workspace.ranking "
							   "WHERE code IS NOT NULL ORDER BY code"));
	else
		read_indicators(loader);
	read_places(loader);
	read_names(loader, &loader->bases, "basis",
			   select_rows(loader,
						   "SELECT code, coalesce(name, code), name_en FROM workspace.basis "
						   "WHERE code IS NOT NULL ORDER BY code"));
	loader->closings = select_rows(loader, loader->kind == LOAD_TARGETS
								   ? "SELECT period, first_day::date, last_day::date "
									 "FROM workspace.closing"
								   : "SELECT NULL, NULL::date, NULL::date WHERE false");
	MemoryContextSwitchTo(before);
}

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
	[COLUMN_STORED] = {"stored", INT8OID},
};

/* What the statements call it. */
static char figures_name[] = "loaded_figure";

typedef struct FigureRelation
{
	EphemeralNamedRelationData enr;
	Tuplestorestate *store;
	TupleDesc	desc;
	int64		rows;
} FigureRelation;

static void
begin_relation(FigureRelation *relation)
{
	memset(relation, 0, sizeof(*relation));
	relation->store = tuplestore_begin_heap(false, false, work_mem);
	relation->desc = CreateTemplateTupleDesc(NUM_COLUMNS);
	for (int i = 0; i < NUM_COLUMNS; i++)
		TupleDescInitEntry(relation->desc, (AttrNumber) (i + 1), columns[i].name, columns[i].type,
						   -1, 0);
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

static void
put_figure(const Loader *loader, FigureRelation *relation, int64 i)
{
	const Figure *figure = &loader->figure[i];
	const PeriodInfo *period = &loader->period[figure->period];
	Datum		values[NUM_COLUMNS] = {0};
	bool		nulls[NUM_COLUMNS] = {false};

	values[COLUMN_ID] = Int64GetDatum(i);
	values[COLUMN_INDICATOR] = short_text(things_of(loader)->code[figure->indicator]);
	values[COLUMN_PLACE] = short_text(loader->places.code[figure->place]);
	values[COLUMN_PERIOD] = period->text;
	values[COLUMN_FIRST_DAY] = DateADTGetDatum(period->period.first);
	values[COLUMN_LAST_DAY] = DateADTGetDatum(period->period.end - 1);
	values[COLUMN_YEAR] = Int32GetDatum(period->year);
	values[COLUMN_KNOWN_ON] = DateADTGetDatum(figure->known_on);
	values[COLUMN_SOURCE] = PointerGetDatum(figure->source);
	nulls[COLUMN_SOURCE] = figure->source == NULL;
	values[COLUMN_NOTE] = PointerGetDatum(figure->note);
	nulls[COLUMN_NOTE] = figure->note == NULL;
	values[COLUMN_STORED] = Int64GetDatum(figure->stored);
	nulls[COLUMN_RANK] = nulls[COLUMN_TOTAL] = loader->kind != LOAD_STANDINGS;
	if (loader->kind == LOAD_ACTUALS)
		put_actual(figure, values, nulls);
	else if (loader->kind == LOAD_TARGETS)
		put_target(loader, figure, values, nulls);
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

/* Make the figures of a state that stand in right rows a relation that the next statements see. */
static void
offer_figures(const Loader *loader, FigureState state, FigureRelation *relation)
{
	MemoryContext before = MemoryContextSwitchTo(loader->context);

	begin_relation(relation);
	MemoryContextSwitchTo(loader->row_context);
	for (int64 i = 0; i < loader->figures; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (loader->figure[i].state == state && !row_is_wrong(loader, loader->figure[i].row))
			put_figure(loader, relation, i);
		if (i % 256 == 0)
			MemoryContextReset(loader->row_context);
	}
	MemoryContextSwitchTo(before);
	register_figures(relation);
}

static void
withdraw_figures(FigureRelation *relation)
{
	(void) SPI_unregister_relation(figures_name);
	tuplestore_end(relation->store);
}

/*
 * Figures that are there already.
 */

static const char find_actuals[] =
	"SELECT f.id, a.id::int8, a.value::float8, coalesce(a.bound, '='), coalesce(a.vintage, '')"
	" FROM loaded_figure AS f JOIN workspace.actual AS a"
	" ON a.year = f.year AND a.indicator = f.indicator AND a.place = f.place"
	" AND a.first_day = f.first_day AND a.last_day = f.last_day AND a.known_on = f.known_on";

static const char find_targets[] =
	"SELECT f.id, t.id::int8, t.goal::text FROM loaded_figure AS f JOIN workspace.target AS t"
	" ON t.year = f.year AND t.indicator = f.indicator AND t.place = f.place AND t.basis = f.basis"
	" AND t.first_day = f.first_day AND t.last_day = f.last_day AND t.known_on = f.known_on";

static const char insert_actuals[] =
	"INSERT INTO workspace.actual (indicator, place, period, value, bound, vintage, known_on, "
	"source, note)"
	" SELECT indicator, place, period, value, bound, vintage, known_on, source, note"
	" FROM loaded_figure";

static const char insert_targets[] =
	"INSERT INTO workspace.target (indicator, place, basis, period, goal, known_on, reason)"
	" SELECT indicator, place, basis, period, goal, known_on, note FROM loaded_figure";

static const char update_actuals[] =
	"UPDATE workspace.actual AS a SET value = f.value, bound = f.bound, vintage = f.vintage,"
	" source = coalesce(f.source, a.source), note = coalesce(f.note, a.note)"
	" FROM loaded_figure AS f WHERE a.id = f.stored";

static const char update_targets[] =
	"UPDATE workspace.target AS t SET goal = f.goal, reason = coalesce(f.note, t.reason)"
	" FROM loaded_figure AS f WHERE t.id = f.stored";

static const char find_standings[] =
	"SELECT f.id, s.id::int8, s.rank::int4, s.total::int4, s.score::float8 FROM loaded_figure AS f "
	"JOIN workspace.standing AS s"
	" ON s.ranking = f.indicator AND s.place = f.place"
	" AND s.first_day = f.first_day AND s.last_day = f.last_day AND s.known_on = f.known_on";

static const char insert_standings[] =
	"INSERT INTO workspace.standing (ranking, place, period, rank, total, score, known_on, source)"
	" SELECT indicator, place, period, rank, total, value, known_on, source FROM loaded_figure";

static const char update_standings[] =
	"UPDATE workspace.standing AS s SET rank = f.rank, total = coalesce(f.total, s.total), "
	"score = coalesce(f.value, s.score),"
	" source = coalesce(f.source, s.source) FROM loaded_figure AS f WHERE s.id = f.stored";

static AmountBound
bound_of_sign(const char *sign)
{
	AmountBound bound = AMOUNT_EXACT;

	while (bound < AMOUNT_AT_MOST && strcmp(amount_bound_sign(bound), sign) != 0)
		bound++;
	return bound;
}

/* A standing as the workspace has it; what the file does not say is not compared. */
static void
take_stored_standing(HeapTuple tuple, TupleDesc desc, Figure *stored)
{
	bool		is_null;
	Datum		value = SPI_getbinval(tuple, desc, 3, &is_null);

	stored->rank = DatumGetInt32(value);
	value = SPI_getbinval(tuple, desc, 4, &is_null);
	if (stored->total != 0)
		stored->total = is_null ? 0 : DatumGetInt32(value);
	value = SPI_getbinval(tuple, desc, 5, &is_null);
	if (!isnan(stored->value))
		stored->value = is_null ? NAN : DatumGetFloat8(value);
}

/* The value of a figure as the workspace has it; false for none. */
static bool
stored_value(const Loader *loader, HeapTuple tuple, TupleDesc desc, Figure *stored)
{
	bool		is_null;
	Datum		value = SPI_getbinval(tuple, desc, 3, &is_null);
	Vintage		vintage = VINTAGE_OFFICIAL;

	if (is_null)
		return false;
	if (loader->kind == LOAD_STANDINGS)
	{
		take_stored_standing(tuple, desc, stored);
		return true;
	}
	if (loader->kind == LOAD_TARGETS)
		return goal_read(TextDatumGetCString(value), &stored->goal) == PLAN_OK;
	(void) vintage_of_text(SPI_getvalue(tuple, desc, 5), &vintage);
	stored->value = DatumGetFloat8(value);
	stored->bound = (uint8) bound_of_sign(SPI_getvalue(tuple, desc, 4));
	stored->vintage = (uint8) vintage;
	return true;
}

static void
refuse_figure(Loader *loader, Figure *figure, const char *reason)
{
	figure->state = FIGURE_WRONG;
	add_reason(loader, figure->row, figure->column, figure_text(loader, figure), reason);
}

static void
refuse_change(Loader *loader, Figure *figure, const Figure *stored)
{
	const char *is_there = stored == NULL ? "no value" : other_text(loader, figure, stored);

	refuse_figure(loader, figure,
				  psprintf("there is %s already, known on the same day; replace => true replaces "
						   "it",
						   is_there));
}

static void
compare_figure(Loader *loader, HeapTuple tuple, TupleDesc desc)
{
	bool		is_null;
	Figure	   *figure = &loader->figure[DatumGetInt64(SPI_getbinval(tuple, desc, 1, &is_null))];
	Figure		stored = *figure;
	bool		has_value = stored_value(loader, tuple, desc, &stored);

	figure->stored = DatumGetInt64(SPI_getbinval(tuple, desc, 2, &is_null));
	if (has_value && is_same_value(loader, figure, &stored))
		figure->state = FIGURE_STORED;
	else if (loader->options.replace)
		figure->state = FIGURE_CHANGES;
	else
		refuse_change(loader, figure, has_value ? &stored : NULL);
}

static void
compare_stored(Loader *loader)
{
	char	   *statement = workspace_statement(&loader->workspace,
												loader->kind == LOAD_ACTUALS ? find_actuals :
												loader->kind == LOAD_TARGETS ? find_targets :
												find_standings);
	SPIPlanPtr	plan = SPI_prepare(statement, 0, NULL);
	Portal		portal;

	if (plan == NULL)
		elog(ERROR, "SPI_prepare failed: %s", SPI_result_code_string(SPI_result));
	portal = SPI_cursor_open(NULL, plan, NULL, NULL, false);
	for (;;)
	{
		SPITupleTable *rows;
		MemoryContext before;

		SPI_cursor_fetch(portal, true, ROWS_AT_ONCE);
		rows = SPI_tuptable;
		if (SPI_processed == 0)
			break;
		before = MemoryContextSwitchTo(loader->row_context);
		for (uint64 i = 0; i < rows->numvals; i++)
		{
			CHECK_FOR_INTERRUPTS();
			compare_figure(loader, rows->vals[i], rows->tupdesc);
			MemoryContextReset(loader->row_context);
		}
		MemoryContextSwitchTo(before);
		SPI_freetuptable(rows);
	}
	SPI_cursor_close(portal);
	SPI_freeplan(plan);
}

static void
refuse_closed(Loader *loader)
{
	MemoryContext before = MemoryContextSwitchTo(loader->row_context);

	for (int64 i = 0; i < loader->figures; i++)
	{
		Figure	   *figure = &loader->figure[i];
		const char *closed = loader->period[figure->period].closed;

		if (closed == NULL || (figure->state != FIGURE_NEW && figure->state != FIGURE_CHANGES))
			continue;
		CHECK_FOR_INTERRUPTS();
		refuse_figure(loader, figure,
					  psprintf("period %s is closed: its targets cannot change", closed));
		MemoryContextReset(loader->row_context);
	}
	MemoryContextSwitchTo(before);
}

/*
 * Rights on rows.
 */

static const char *const inserts[] = {insert_actuals, insert_targets, insert_standings};

/*
 * Whether policies let the caller write a figure: it is written, and taken back.  What else is
 * wrong with it, such as that it is there already, comes after that.
 */
static bool
may_write(Loader *loader, int64 i)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner resources = CurrentResourceOwner;
	int volatile code = 0;
	FigureRelation relation;

	begin_relation(&relation);
	put_figure(loader, &relation, i);
	register_figures(&relation);
	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		(void) run_workspace_statement(&loader->workspace, inserts[loader->kind]);
	}
	PG_CATCH();
	{
		MemoryContextSwitchTo(context);
		code = CopyErrorData()->sqlerrcode;
		FlushErrorState();
	}
	PG_END_TRY();
	RollbackAndReleaseCurrentSubTransaction();
	MemoryContextSwitchTo(context);
	CurrentResourceOwner = resources;
	withdraw_figures(&relation);
	return code != ERRCODE_INSUFFICIENT_PRIVILEGE;
}

/*
 * Where policies hold for the caller, the rows of places that are not his are wrong, and no others.
 *  Who has no right on the table at all is told by the statement that writes.
 */
static void
refuse_places_of_others(Loader *loader)
{
	static const char *const tables[] = {"actual", "target", "standing"};
	static const char *const nouns[] = {"figures", "targets", "standings"};
	Oid			relation = workspace_table(&loader->workspace, tables[loader->kind]);
	MemoryContext before;
	enum
	{
		UNKNOWN, OWN, OF_OTHERS
	}		   *right;

	if (check_enable_rls(relation, InvalidOid, true) != RLS_ENABLED ||
		pg_class_aclcheck(relation, GetUserId(), ACL_INSERT) != ACLCHECK_OK)
		return;
	right = MemoryContextAllocZero(loader->context, (Size) loader->places.count * sizeof(*right));
	before = MemoryContextSwitchTo(loader->row_context);
	for (int64 i = 0; i < loader->figures; i++)
	{
		Figure	   *figure = &loader->figure[i];

		if ((figure->state != FIGURE_NEW && figure->state != FIGURE_CHANGES) ||
			row_is_wrong(loader, figure->row))
			continue;
		CHECK_FOR_INTERRUPTS();
		if (right[figure->place] == UNKNOWN)
			right[figure->place] = may_write(loader, i) ? OWN : OF_OTHERS;
		if (right[figure->place] == OF_OTHERS)
			refuse_figure(loader, figure,
						  psprintf("role \"%s\" may not write %s of place \"%s\"",
								   GetUserNameFromId(GetUserId(), false),
								   nouns[loader->kind],
								   loader->places.code[figure->place]));
		MemoryContextReset(loader->row_context);
	}
	MemoryContextSwitchTo(before);
}

/*
 * Find the figures that are there already, those of closed periods, and those that the caller may
 * not write.
 */
void
compare_with_workspace(Loader *loader)
{
	FigureRelation relation;

	if (loader->figures == 0)
		return;
	offer_figures(loader, FIGURE_NEW, &relation);
	compare_stored(loader);
	withdraw_figures(&relation);
	refuse_closed(loader);
	refuse_places_of_others(loader);
}

/*
 * Writing.
 */

static void
write_state(const Loader *loader, FigureState state, const char *statement)
{
	FigureRelation relation;

	offer_figures(loader, state, &relation);
	if (relation.rows > 0)
		(void) run_workspace_statement(&loader->workspace, statement);
	withdraw_figures(&relation);
}

void
write_figures(Loader *loader)
{
	static const char *const updates[] = {update_actuals, update_targets, update_standings};

	write_state(loader, FIGURE_NEW, inserts[loader->kind]);
	write_state(loader, FIGURE_CHANGES, updates[loader->kind]);
}
