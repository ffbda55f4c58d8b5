/*
 * load_workspace.c
 *		What a workspace knows, against which figures are checked.
 */
#include "workspace/load.h"

#include <math.h>

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "calendar.h"
#include "core/direction.h"
#include "core/word.h"
#include "period.h"

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

/* What the names of an indicator say of its figures, if one says it and the other no other. */
static AmountChange
change_of_names(const char *name, const char *name_en)
{
	AmountChange change = amount_change_of_name(readable_text(name));
	AmountChange other = name_en == NULL ? AMOUNT_NO_CHANGE :
		amount_change_of_name(readable_text(name_en));

	if (change == AMOUNT_NO_CHANGE)
		return other;
	return other == AMOUNT_NO_CHANGE || other == change ? change : AMOUNT_NO_CHANGE;
}

static CountingDay
counting_day_of_kind(const char *kind)
{
	return strcmp(kind, "stock") == 0 || strcmp(kind, "cumulative") == 0 ? COUNTS_ON_LAST_DAY :
		strcmp(kind, "first") == 0 ? COUNTS_ON_FIRST_DAY : COUNTS_ON_ALL_DAYS;
}

static void
read_indicators(Loader *loader)
{
	SPITupleTable *rows = select_rows(loader,
									  "SELECT code, coalesce(name, code), name_en, coalesce(unit, "
									  "''), currency, scale::float8, coalesce(direction, ''), "
									  "unit_en, coalesce(kind::text, ''), "
									  "coalesce(frequency::text, '')"
									  " FROM workspace.indicator WHERE code IS NOT NULL"
									  " ORDER BY code");

	read_names(loader, &loader->indicators, "indicator", rows);
	loader->indicator = palloc_extended((rows->numvals + 1) * sizeof(Indicator), MCXT_ALLOC_HUGE);
	for (uint64 i = 0; i < rows->numvals; i++)
	{
		Indicator  *indicator = &loader->indicator[i];
		const char *direction = row_text(rows, i, 7);
		const char *frequency = row_text(rows, i, 10);
		int			value = GOAL_HIGHER;
		int			grain = GRAIN_DAY;
		bool		is_null;

		indicator->unit = row_text(rows, i, 4);
		indicator->unit_en = row_text(rows, i, 8);
		indicator->currency = row_text(rows, i, 5);
		indicator->scale = DatumGetFloat8(SPI_getbinval(rows->vals[i], rows->tupdesc, 6, &is_null));
		(void) word_find(&direction_words, direction, strlen(direction), &value);
		indicator->direction = value;
		(void) word_find(&grain_words, frequency, strlen(frequency), &grain);
		indicator->frequency = grain;
		indicator->kind = row_text(rows, i, 9);
		indicator->is_to_date = strcmp(indicator->kind, "cumulative") == 0;
		indicator->counting_day = counting_day_of_kind(indicator->kind);
		indicator->change = change_of_names(row_text(rows, i, 2), row_text(rows, i, 3));
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
									  "valid_from::date, valid_until::date, kind::text"
									  " FROM workspace.place WHERE code IS NOT NULL ORDER BY code");

	read_names(loader, &loader->places, "place", rows);
	loader->place_time = palloc_extended((rows->numvals + 1) * sizeof(PlaceTime), MCXT_ALLOC_HUGE);
	for (uint64 i = 0; i < rows->numvals; i++)
	{
		loader->place_time[i].from = row_day(rows, i, 4, DATEVAL_NOBEGIN);
		loader->place_time[i].until = row_day(rows, i, 5, DATEVAL_NOEND);
		set_kind(&loader->places, (int) i, row_text(rows, i, 6));
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

/* The language of the workspace; NULL where the caller may not read it. */
static const char *
read_language(const Loader *loader)
{
	SPITupleTable *rows;

	if (!may_use_columns(workspace_table(&loader->workspace, "setting"), "language", ACL_SELECT))
		return NULL;
	rows = select_rows(loader, "SELECT language FROM workspace.setting");
	return rows->numvals > 0 ? row_text(rows, 0, 1) : NULL;
}

/* The decimal mark of numbers that do not say it themselves, where nobody has said it. */
static void
read_usual_mark(Loader *loader)
{
	const char *language;

	if (!loader->options.settles_mark)
		return;
	language = read_language(loader);
	loader->usual_mark = language != NULL && strcmp(language, "en") == 0 ? '.' : ',';
	loader->options.decimal_mark = loader->usual_mark;
}

/* Read the names of a table, which is called as they are. */
static void
read_list(Loader *loader, NameTable *names, const char *table)
{
	read_names(loader, names, table,
			   select_rows(loader,
						   psprintf("SELECT code, coalesce(name, code), name_en "
									"FROM workspace.%s WHERE code IS NOT NULL ORDER BY code",
									table)));
}

/* Read what figures are checked against. */
void
read_workspace(Loader *loader)
{
	MemoryContext before = MemoryContextSwitchTo(loader->context);

	if (loader->kind == LOAD_STANDINGS)
		read_list(loader, &loader->rankings, "ranking");
	else if (loader->kind == LOAD_MILESTONES)
		read_list(loader, &loader->nodes, "node");
	else
		read_indicators(loader);
	read_places(loader);
	read_list(loader, &loader->bases, "basis");
	loader->closings = select_rows(loader, loader->kind == LOAD_TARGETS
								   ? "SELECT period, first_day::date, last_day::date "
									 "FROM workspace.closing"
								   : "SELECT NULL, NULL::date, NULL::date WHERE false");
	read_usual_mark(loader);
	MemoryContextSwitchTo(before);
}

/*
 * Figures that are there already; the last column says whether the file gives them another source,
 * note or reason.
 */

static const char find_actuals[] =
	"SELECT f.id, a.id::int8, a.value::float8, coalesce(a.bound, '='),"
	" coalesce(a.vintage, ''),"
	" f.source IS NOT NULL AND f.source IS DISTINCT FROM a.source::text"
	" OR f.note IS NOT NULL AND f.note IS DISTINCT FROM a.note::text"
	" FROM loaded_figure AS f JOIN workspace.actual AS a"
	" ON a.year = f.year AND a.indicator = f.indicator AND a.place = f.place"
	" AND a.first_day = f.first_day AND a.last_day = f.last_day AND a.known_on = f.known_on";

/* Of targets the one before counts too, whose baseline stays where the file says nothing of it. */
static const char find_targets[] =
	"SELECT f.id, t.id::int8, t.goal::text, t.known_on = f.known_on,"
	" f.note IS NOT NULL AND f.note IS DISTINCT FROM t.reason::text"
	" FROM loaded_figure AS f CROSS JOIN LATERAL (SELECT * FROM workspace.target AS t"
	" WHERE t.year = f.year AND t.indicator = f.indicator AND t.place = f.place"
	" AND t.basis = f.basis AND t.first_day = f.first_day AND t.last_day = f.last_day"
	" AND t.known_on <= f.known_on ORDER BY t.known_on DESC LIMIT 1) AS t";

static const char find_standings[] =
	"SELECT f.id, s.id::int8, s.rank::int4, s.total::int4, s.score::float8,"
	" f.source IS NOT NULL AND f.source IS DISTINCT FROM s.source::text"
	" FROM loaded_figure AS f JOIN workspace.standing AS s"
	" ON s.ranking = f.indicator AND s.place = f.place"
	" AND s.first_day = f.first_day AND s.last_day = f.last_day AND s.known_on = f.known_on";

/* Of milestones the row before counts too, of which stays what the file has no column for. */
static const char find_milestones[] =
	"SELECT f.id, m.id::int8, coalesce(m.node, ''), m.known_on = f.known_on, m.place, m.name,"
	" m.due, m.reached, f.note IS NOT NULL AND f.note IS DISTINCT FROM m.reason"
	" FROM loaded_figure AS f CROSS JOIN LATERAL"
	" (SELECT * FROM workspace.milestone AS m WHERE m.code = f.indicator"
	" AND m.known_on <= f.known_on ORDER BY m.known_on DESC LIMIT 1) AS m";

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
stored_value(Loader *loader, HeapTuple tuple, TupleDesc desc, Figure *stored)
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
	if (loader->kind == LOAD_MILESTONES)
	{
		take_stored_milestone(loader, tuple, desc, stored);
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

void
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

/* Whether a rank that is to replace another is beyond the total that stays: then it is wrong. */
static bool
is_beyond_stored_total(Loader *loader, Figure *figure, HeapTuple tuple, TupleDesc desc)
{
	bool		is_null;
	int32		total = DatumGetInt32(SPI_getbinval(tuple, desc, 4, &is_null));

	if (is_null || figure->rank <= total)
		return false;
	refuse_figure(loader, figure,
				  psprintf("rank is beyond the number of places that is there, which is %d",
						   total));
	return true;
}

/*
 * Take over the baseline of the target that is there, where the file has no column of them; says
 * whether that target is of an earlier day.
 */
static bool
take_stored_baseline(Loader *loader, HeapTuple tuple, TupleDesc desc, Figure *figure,
					 const Figure *stored)
{
	bool		is_null;

	if (stored != NULL && loader->column_of[HEADING_BASELINE] == NOT_FOUND &&
		stored->goal.has_baseline && !figure->goal.has_baseline)
		(void) set_baseline(&figure->goal, stored->goal.baseline);
	return !DatumGetBool(SPI_getbinval(tuple, desc, 4, &is_null));
}

/*
 * What becomes of a figure that is there already: where the file gives it another source, note or
 * reason, that is replaced if it is asked for, but in closed periods.
 */
static FigureState
state_of_stored(const Loader *loader, const Figure *figure, HeapTuple tuple, TupleDesc desc)
{
	bool		is_null;

	if (!DatumGetBool(SPI_getbinval(tuple, desc, desc->natts, &is_null)))
		return FIGURE_STORED;
	if (loader->kind == LOAD_TARGETS && loader->period[figure->period].closed != NULL)
		return FIGURE_CLOSED;
	return loader->options.replace ? FIGURE_CHANGES : FIGURE_KEPT;
}

static void
compare_figure(Loader *loader, HeapTuple tuple, TupleDesc desc)
{
	bool		is_null;
	Figure	   *figure = &loader->figure[DatumGetInt64(SPI_getbinval(tuple, desc, 1, &is_null))];
	Figure		stored = *figure;
	bool		has_value = stored_value(loader, tuple, desc, &stored);

	if (loader->kind == LOAD_TARGETS &&
		take_stored_baseline(loader, tuple, desc, figure, has_value ? &stored : NULL))
	{
		/* A goal of a closed period that is stated again changes nothing. */
		if (loader->period[figure->period].closed != NULL && has_value &&
			is_same_value(loader, figure, &stored))
			figure->state = state_of_stored(loader, figure, tuple, desc);
		return;
	}
	if (loader->kind == LOAD_MILESTONES)
	{
		complete_milestone(loader, figure, &stored);
		if (!DatumGetBool(SPI_getbinval(tuple, desc, 4, &is_null)))
			return;
	}
	figure->stored = DatumGetInt64(SPI_getbinval(tuple, desc, 2, &is_null));
	if (loader->kind == LOAD_STANDINGS && figure->total == 0 &&
		is_beyond_stored_total(loader, figure, tuple, desc))
		return;
	if (has_value && is_same_value(loader, figure, &stored))
		figure->state = state_of_stored(loader, figure, tuple, desc);
	else if (loader->options.replace)
		figure->state = FIGURE_CHANGES;
	else
		refuse_change(loader, figure, has_value ? &stored : NULL);
}

static void
compare_stored(Loader *loader)
{
	static const char *const statements[] = {
		[LOAD_ACTUALS] = find_actuals, [LOAD_TARGETS] = find_targets,
		[LOAD_STANDINGS] = find_standings, [LOAD_MILESTONES] = find_milestones,
	};
	char	   *statement = workspace_statement(&loader->workspace, statements[loader->kind]);
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
 * Loads that take over what is there wait for each other until their transactions end: each sees
 * what the one before has written, or fails where its snapshot is older.  They change a row of
 * table "tree", which only the owner may: nobody else waits.
 */
static void
wait_for_loads(const Loader *loader)
{
	Oid			user;
	int			security;

	if ((loader->kind != LOAD_TARGETS && loader->kind != LOAD_MILESTONES) ||
		loader->options.check_only ||
		(!may_write(loader, FIGURE_NEW) && !may_write(loader, FIGURE_CHANGES)))
		return;
	GetUserIdAndSecContext(&user, &security);
	SetUserIdAndSecContext(workspace_owner(&loader->workspace),
						   security | SECURITY_LOCAL_USERID_CHANGE |
						   SECURITY_RESTRICTED_OPERATION);
	(void) run_workspace_statement(&loader->workspace,
								   psprintf("INSERT INTO workspace.tree VALUES ('%s') "
											"ON CONFLICT (name) DO UPDATE SET name = excluded.name",
											name_of_table(loader)));
	SetUserIdAndSecContext(user, security);
}

/*
 * Find the figures that are there already, those of closed periods, and those that the caller may
 * not write.
 */
void
compare_with_workspace(Loader *loader)
{
	FigureRelation relation;
	FigureList	list;

	if (loader->figures == 0)
		return;
	wait_for_loads(loader);
	list = figures_of_state(loader, FIGURE_NEW);
	offer_figures(loader, &list, &relation);
	compare_stored(loader);
	withdraw_figures(&relation);
	free_list(&list);
	if (loader->kind == LOAD_MILESTONES)
		refuse_incomplete_milestones(loader);
	else
		refuse_closed(loader);
	refuse_figures_of_others(loader);
}
