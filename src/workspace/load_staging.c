/*
 * load_staging.c
 *		Reading the staging table: what its columns are, and the figures of its rows.
 */
#include "workspace/load.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"

#include "core/text.h"
#include "period.h"
#include "type.h"

/* Rows are fetched so many at a time, fewer if they are wide. */
#define ROWS_AT_ONCE 1000
#define CELLS_AT_ONCE 20000

#define ALL_UNKNOWN "*"

/*
 * Columns.
 */

static bool
is_ignored(const Loader *loader, const char *name)
{
	Datum	   *names;
	bool	   *nulls;
	int			count;

	deconstruct_array(loader->options.ignore, TEXTOID, -1, false, TYPALIGN_INT, &names, &nulls,
					  &count);
	for (int i = 0; i < count; i++)
		if (!nulls[i] && strcmp(TextDatumGetCString(names[i]), name) == 0)
			return true;
	return false;
}

/* Whether this loader has no use for a column that another one loads. */
static bool
is_for_others(const Loader *loader, Heading heading)
{
	switch (heading)
	{
		case HEADING_VINTAGE:
		case HEADING_BOUND:
		case HEADING_SOURCE:
			return loader->kind == LOAD_TARGETS ||
				(loader->kind == LOAD_STANDINGS && heading != HEADING_SOURCE);
		case HEADING_TARGET:
		case HEADING_BASIS:
		case HEADING_REASON:
			return loader->kind != LOAD_TARGETS;
		case HEADING_VALUE:
		case HEADING_UNIT:
		case HEADING_NOTE:
			return loader->kind == LOAD_STANDINGS;
		default:
			return heading == HEADING_LINE;
	}
}

/* What the columns are that this loader reads. */
static Heading
heading_of_values(const Loader *loader)
{
	return loader->kind == LOAD_TARGETS ? HEADING_TARGET
		: loader->kind == LOAD_STANDINGS ? HEADING_RANK : HEADING_VALUE;
}

static void
set_heading(Loader *loader, Heading heading, int column)
{
	int			other = loader->column_of[heading];

	if (other != NOT_FOUND)
		ereport(ERROR,
				(errcode(ERRCODE_AMBIGUOUS_COLUMN),
				 errmsg("columns \"%s\" and \"%s\" of \"%s\" mean the same",
						loader->column[other].name, loader->column[column].name,
						loader->staging_name),
				 errhint("Leave one of them out with ignore => ARRAY[%s].",
						 quote_literal_cstr(loader->column[column].name))));
	loader->column_of[heading] = column;
}

/* Whether a heading is known to standings alone: a total of figures is something else. */
static bool
is_of_ranks(const Loader *loader, Heading heading)
{
	return loader->kind != LOAD_STANDINGS &&
		(heading == HEADING_RANKING || heading == HEADING_RANK || heading == HEADING_TOTAL ||
		 heading == HEADING_SCORE);
}

/* The text before the last parentheses, which end it, and what is in them; NULL without any. */
static char *
split_parentheses(const char *text, char **inside)
{
	const char *open = strrchr(text, '(');
	size_t		length = strlen(text);
	char	   *before;

	while (length > 0 && text[length - 1] == ' ')
		length--;
	if (open == NULL || open == text || length < 2 || text[length - 1] != ')' ||
		open + 1 >= text + length - 1)
		return NULL;
	*inside = pnstrdup(open + 1, text + length - 1 - (open + 1));
	before = pnstrdup(text, open - text);
	for (length = open - text; length > 0 && before[length - 1] == ' ';)
		before[--length] = '\0';
	return length == 0 ? NULL : before;
}

/* The period that a column is named by, alone or beside words that say what its figures are. */
static bool
find_period_of_column(Loader *loader, StagingColumn *column, const char *name, Heading *heading)
{
	const char *reason;
	const char *period;
	PeriodHeading found;

	*heading = heading_of_values(loader);
	column->period = read_period(loader, name, strlen(name), &reason);
	if (column->period != NOT_FOUND || !heading_find_period(readable_text(name), &found))
		return column->period != NOT_FOUND;
	if (is_of_ranks(loader, found.heading))
		return false;
	column->says_kind = true;
	column->vintage = found.vintage;
	*heading = found.heading;
	period = server_text(found.period);
	column->period = read_period(loader, period, strlen(period), &reason);
	return column->period != NOT_FOUND;
}

/* Finds what the last column has, by its name or a part of it; figures alone have a unit. */
static bool
place_column(Loader *loader, const char *name, bool has_unit)
{
	StagingColumn *column = &loader->column[loader->columns - 1];
	Heading		heading = heading_find(readable_text(name));

	if (heading != HEADING_UNKNOWN && !is_of_ranks(loader, heading))
	{
		if (has_unit && heading != HEADING_VALUE && heading != HEADING_TARGET)
			return false;
		if (!is_for_others(loader, heading))
			set_heading(loader, heading, loader->columns - 1);
		return true;
	}
	if (!find_period_of_column(loader, column, name, &heading))
		return false;
	if (heading == heading_of_values(loader))
		loader->period_column[loader->period_columns++] = loader->columns - 1;
	return true;
}

/* The same of "2023 (tỷ đồng)" and "2023 (ước)". */
static bool
place_column_with_unit(Loader *loader)
{
	StagingColumn *column = &loader->column[loader->columns - 1];
	char	   *unit;
	char	   *name = split_parentheses(column->name, &unit);
	Vintage		vintage;

	if (name == NULL || loader->kind == LOAD_STANDINGS || !place_column(loader, name, true))
		return false;
	if (vintage_of_text(unit, &vintage))
		column->vintage = vintage;
	else
		column->unit = unit;
	return true;
}

static void
add_column(Loader *loader, TupleDesc desc, int number)
{
	StagingColumn *column = &loader->column[loader->columns];
	Form_pg_attribute attribute = TupleDescAttr(desc, number - 1);
	Oid			base = getBaseType(attribute->atttypid);
	Oid			output;
	bool		is_varlena;
	bool		is_preferred;
	char		category;

	column->name = pstrdup(NameStr(attribute->attname));
	column->number = number;
	column->period = NOT_FOUND;
	column->vintage = NO_VINTAGE;
	get_type_category_preferred(base, &category, &is_preferred);
	column->is_number = category == TYPCATEGORY_NUMERIC && base != CASHOID;
	column->is_text = base == TEXTOID || base == VARCHAROID;
	getTypeOutputInfo(attribute->atttypid, &output, &is_varlena);
	fmgr_info_cxt(output, &column->output, loader->context);
	if (is_ignored(loader, column->name))
		return;
	loader->columns++;
	if (!place_column(loader, column->name, false) && !place_column_with_unit(loader) &&
		!is_ignored(loader, ALL_UNKNOWN))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of \"%s\" is neither a known heading nor a period",
						column->name,
						loader->staging_name),
				 errhint("Rename it, or leave it out with ignore => ARRAY[%s].",
						 quote_literal_cstr(column->name))));
}

static void
report_missing(const Loader *loader, const char *what, const char *hint)
{
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_COLUMN),
			 errmsg("\"%s\" has no column of %s", loader->staging_name, what),
			 errhint("%s", hint)));
}

/* Figures stand in a column of their own, or in those of their periods. */
static void
report_two_shapes(const Loader *loader, int column)
{
	const char *name = loader->column[column].name;
	const char *period = loader->column[loader->period_column[0]].name;

	ereport(ERROR,
			(errcode(ERRCODE_AMBIGUOUS_COLUMN),
			 errmsg("\"%s\" has column \"%s\" beside columns that are periods, such as \"%s\"",
					loader->staging_name, name, period),
			 errhint("Leave one of them out with ignore => ARRAY[%s].", quote_literal_cstr(name))));
}

/* A file of targets may call them values, and one of standings may call its rankings indicators. */
static void
choose_value_column(Loader *loader)
{
	if (loader->kind == LOAD_TARGETS && loader->column_of[HEADING_TARGET] != NOT_FOUND)
		loader->column_of[HEADING_VALUE] = loader->column_of[HEADING_TARGET];
	if (loader->kind == LOAD_TARGETS && loader->column_of[HEADING_REASON] != NOT_FOUND)
		loader->column_of[HEADING_NOTE] = loader->column_of[HEADING_REASON];
	if (loader->kind == LOAD_STANDINGS)
		loader->column_of[HEADING_VALUE] = loader->column_of[HEADING_RANK];
	if (loader->kind == LOAD_STANDINGS && loader->column_of[HEADING_RANKING] != NOT_FOUND)
		loader->column_of[HEADING_INDICATOR] = loader->column_of[HEADING_RANKING];
}

/* Of periods alone beside "kế hoạch 2023" nobody knows whether they are targets. */
static void
check_kinds(const Loader *loader)
{
	const StagingColumn *stated = NULL;
	const StagingColumn *unstated = NULL;

	for (int i = 0; i < loader->period_columns; i++)
	{
		const StagingColumn *column = &loader->column[loader->period_column[i]];

		if (column->says_kind)
			stated = column;
		else
			unstated = column;
	}
	if (loader->kind != LOAD_ACTUALS && stated != NULL && unstated != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_AMBIGUOUS_COLUMN),
				 errmsg("column \"%s\" of \"%s\" does not say whether it has %s, as \"%s\" does",
						unstated->name, loader->staging_name,
						loader->kind == LOAD_TARGETS ? "targets" : "ranks", stated->name),
				 errhint("Rename it, or leave it out with ignore => ARRAY[%s].",
						 quote_literal_cstr(unstated->name))));
}

static void
check_columns(Loader *loader)
{
	int			value = loader->column_of[HEADING_VALUE];

	if (loader->kind == LOAD_STANDINGS && loader->column_of[HEADING_INDICATOR] == NOT_FOUND &&
		loader->default_ranking == NOT_FOUND)
		report_missing(loader, "rankings",
					   "Name it \"ranking\", or give the ranking of all rows: ranking => 'CODE'.");
	if (loader->kind != LOAD_STANDINGS && loader->column_of[HEADING_INDICATOR] == NOT_FOUND)
		report_missing(loader, "indicators", "Name it \"indicator\".");
	if (loader->column_of[HEADING_PLACE] == NOT_FOUND && loader->default_place == NOT_FOUND)
		report_missing(loader, "places",
					   "Name it \"place\", or give the place of all rows: place => 'CODE'.");
	if (loader->period_columns == 0 && value == NOT_FOUND)
		report_missing(loader,
					   loader->kind == LOAD_TARGETS ? "targets" : loader->kind == LOAD_STANDINGS ?
					   "ranks" : "values",
					   loader->kind == LOAD_STANDINGS ?
					   "Name it \"rank\", or columns by the periods whose ranks they have."
					   : "Name it \"value\", or columns by the periods whose figures they have.");
	if (loader->period_columns > 0 && value != NOT_FOUND)
		report_two_shapes(loader, value);
	/* A score is that of one period. */
	if (loader->period_columns > 0 && loader->column_of[HEADING_SCORE] != NOT_FOUND)
		report_two_shapes(loader, loader->column_of[HEADING_SCORE]);
	if (loader->period_columns > 0 && loader->column_of[HEADING_PERIOD] != NOT_FOUND)
		report_two_shapes(loader, loader->column_of[HEADING_PERIOD]);
	if (loader->period_columns == 0 && loader->column_of[HEADING_PERIOD] == NOT_FOUND &&
		loader->default_period == NOT_FOUND)
		report_missing(loader, "periods",
					   "Name it \"period\", or give the period of all rows: period => '2023'.");
}

static void
find_columns(Loader *loader, TupleDesc desc)
{
	MemoryContext before = MemoryContextSwitchTo(loader->context);

	loader->column = palloc0((desc->natts + 1) * sizeof(StagingColumn));
	loader->period_column = palloc((desc->natts + 1) * sizeof(int));
	for (int i = 0; i < NUM_HEADINGS; i++)
		loader->column_of[i] = NOT_FOUND;
	for (int i = 1; i <= desc->natts; i++)
		if (!TupleDescAttr(desc, i - 1)->attisdropped)
			add_column(loader, desc, i);
	choose_value_column(loader);
	check_columns(loader);
	check_kinds(loader);
	MemoryContextSwitchTo(before);
}

/*
 * Rows.
 */

/* A row of the staging table, while it is read. */
typedef struct StagingRow
{
	Loader	   *loader;
	HeapTuple	tuple;
	TupleDesc	desc;
	Figure		common;			/* what its figures have in common */
	bool		is_checked;		/* that has been read */
	const char *unit;
	const char *bound;
	bool		is_wrong;
} StagingRow;

/* A cell as text; NULL for an empty one. */
static const char *
cell_text(const StagingRow *row, int column)
{
	StagingColumn *c;
	const char *cell;
	const char *start;
	Datum		value;
	bool		is_null;

	if (column == NOT_FOUND)
		return NULL;
	c = &row->loader->column[column];
	value = SPI_getbinval(row->tuple, row->desc, c->number, &is_null);
	if (is_null)
		return NULL;
	cell = c->is_text ? TextDatumGetCString(value) : OutputFunctionCall(&c->output, value);
	start = cell;
	text_skip_spaces(&start);
	return *start == '\0' ? NULL : cell;
}

static const char *
heading_text(const StagingRow *row, Heading heading)
{
	return cell_text(row, row->loader->column_of[heading]);
}

static void
refuse_cell(StagingRow *row, int column, const char *value, const char *reason)
{
	add_reason(row->loader, row->common.row, column, value, reason);
	row->is_wrong = true;
}

static int32
find_named(StagingRow *row, NameTable *names, Heading heading, int32 otherwise)
{
	const char *text = heading_text(row, heading);
	const char *reason;
	int32		found;

	if (text == NULL && otherwise == NOT_FOUND)
		refuse_cell(row, row->loader->column_of[heading], NULL,
					psprintf("%s is not given", names->what));
	if (text == NULL)
		return otherwise;
	found = find_name(names, text, strlen(text), &reason);
	if (found == NOT_FOUND)
		refuse_cell(row, row->loader->column_of[heading], text, reason);
	return found;
}

/* An indicator by its name, behind which its unit may stand in parentheses. */
static int32
find_indicator(StagingRow *row)
{
	NameTable  *names = (NameTable *) things_of(row->loader);
	const char *text = heading_text(row, HEADING_INDICATOR);
	const char *reason;
	char	   *unit;
	char	   *name = text == NULL || row->loader->kind == LOAD_STANDINGS ? NULL :
		split_parentheses(text, &unit);
	int32		found;

	if (name != NULL && find_name(names, text, strlen(text), &reason) == NOT_FOUND)
	{
		found = find_name(names, name, strlen(name), &reason);
		if (found != NOT_FOUND && unit_fits(row->loader, found, unit))
		{
			row->unit = unit;
			return found;
		}
	}
	return find_named(row, names, HEADING_INDICATOR, row->loader->default_ranking);
}

static void
read_known_on(StagingRow *row)
{
	const char *text = heading_text(row, HEADING_KNOWN_ON);
	const char *reason;
	DateADT		day;

	if (text == NULL)
		return;
	if (read_date(row->loader, text, strlen(text), &day, &reason))
		row->common.known_on = day;
	else
		refuse_cell(row, row->loader->column_of[HEADING_KNOWN_ON], text, reason);
}

static void
read_vintage(StagingRow *row)
{
	const char *text = heading_text(row, HEADING_VINTAGE);
	Vintage		vintage;

	if (text == NULL)
		return;
	if (vintage_of_text(text, &vintage))
		row->common.vintage = (uint8) vintage;
	else
		refuse_cell(row, row->loader->column_of[HEADING_VINTAGE], text,
					psprintf("vintage is none of estimate, preliminary and official: \"%s\"",
							 shown_text(text, strlen(text))));
}

/* A text that is kept with a figure; what all rows have in common otherwise. */
static const text *
kept_text(const StagingRow *row, Heading heading, const text *otherwise)
{
	const char *cell = heading_text(row, heading);
	MemoryContext before;
	struct varlena *kept;

	if (cell == NULL)
		return otherwise;
	before = MemoryContextSwitchTo(row->loader->context);
	kept = cstring_to_text(cell);
	MemoryContextSwitchTo(before);
	return kept;
}

/* The number of places and the score of a row of standings. */
static void
read_rank_columns(StagingRow *row)
{
	Loader	   *loader = row->loader;
	const char *total = heading_text(row, HEADING_TOTAL);
	const char *score = heading_text(row, HEADING_SCORE);
	int			column = loader->column_of[HEADING_SCORE];
	const char *reason;

	row->common.value = NAN;
	if (total != NULL && !is_no_figure(total) &&
		(reason = read_total_cell(total, &row->common.total)) != NULL)
		refuse_cell(row, loader->column_of[HEADING_TOTAL], total, reason);
	if (score != NULL && !is_no_figure(score) &&
		(reason = read_score_cell(loader, score, loader->column[column].is_number,
								  &row->common.value)) != NULL)
		refuse_cell(row, column, score, reason);
}

/* Read what the figures of a row have in common, when the first of them is found. */
static void
read_common(StagingRow *row)
{
	Loader	   *loader = row->loader;

	if (row->is_checked)
		return;
	row->is_checked = true;
	row->common.indicator = find_indicator(row);
	row->common.place = find_named(row, &loader->places, HEADING_PLACE, loader->default_place);
	row->common.basis = loader->kind == LOAD_TARGETS ?
		find_named(row, &loader->bases, HEADING_BASIS, loader->default_basis) : 0;
	read_known_on(row);
	read_vintage(row);
	if (heading_text(row, HEADING_UNIT) != NULL)
		row->unit = heading_text(row, HEADING_UNIT);
	row->bound = heading_text(row, HEADING_BOUND);
	if (loader->kind == LOAD_ACTUALS)
	{
		row->common.source = kept_text(row, HEADING_SOURCE, loader->options.source);
		row->common.note = kept_text(row, HEADING_NOTE, NULL);
	}
	else if (loader->kind == LOAD_TARGETS)
		row->common.note = kept_text(row, HEADING_NOTE, loader->options.source);
	else
	{
		row->common.source = kept_text(row, HEADING_SOURCE, loader->options.source);
		read_rank_columns(row);
	}
}

static const char *
day_text(DateADT day)
{
	return DatumGetCString(DirectFunctionCall1(date_out, DateADTGetDatum(day)));
}

/* Why a figure cannot be of its period, or NULL. */
static const char *
reason_against_period(const Loader *loader, const Figure *figure)
{
	const PeriodInfo *info = &loader->period[figure->period];
	const PlaceTime *time = &loader->place_time[figure->place];
	const char *place = loader->places.code[figure->place];
	const char *period = TextDatumGetCString(info->text);

	if (info->period.first > time->until)
		return psprintf("period %s is after %s, the last day of place \"%s\"", period,
						day_text(time->until), place);
	if (info->period.end <= time->from)
		return psprintf("period %s is before %s, the first day of place \"%s\"", period,
						day_text(time->from), place);
	if (loader->kind != LOAD_TARGETS && info->period.first > figure->known_on)
		return psprintf("period %s begins after %s, when its %s was known", period,
						day_text(figure->known_on),
						loader->kind == LOAD_ACTUALS ? "figure" : "standing");
	return NULL;
}

static Figure *
next_figure(Loader *loader)
{
	if (loader->figures == loader->figure_room)
	{
		loader->figure_room = Max(2 * loader->figure_room, 256);
		loader->figure = loader->figure == NULL ?
			MemoryContextAllocHuge(loader->context, loader->figure_room * sizeof(Figure)) :
			repalloc_huge(loader->figure, loader->figure_room * sizeof(Figure));
	}
	return &loader->figure[loader->figures];
}

/* Add the figure of a cell, of a period or of none that could be read. */
static void
add_figure(StagingRow *row, int column, const char *text, int32 period)
{
	Loader	   *loader = row->loader;
	Figure	   *figure = next_figure(loader);
	bool		is_number = loader->column[column].is_number;
	const char *headed = loader->column[column].unit;
	const char *unit = row->unit != NULL ? row->unit : headed;
	const char *reason;

	*figure = row->common;
	if (loader->column[column].vintage != NO_VINTAGE)
		figure->vintage = (uint8) loader->column[column].vintage;
	figure->column = column;
	figure->period = period;
	if (unit != headed && headed != NULL && !are_same_units(unit, headed))
		refuse_cell(row, column, text,
					psprintf("unit of the row is \"%s\", and that of the column is \"%s\"",
												shown_text(unit, strlen(unit)), headed));
	if (figure->indicator != NOT_FOUND)
	{
		reason = loader->kind == LOAD_STANDINGS ? read_rank_cell(figure, text) :
			loader->kind == LOAD_ACTUALS ?
			read_actual(loader, figure, text, is_number, unit, row->bound) :
			read_target(loader, figure, text, is_number, unit);
		if (reason != NULL)
			refuse_cell(row, column, text, reason);
	}
	if (figure->place != NOT_FOUND && period != NOT_FOUND &&
		(reason = reason_against_period(loader, figure)) != NULL)
		refuse_cell(row, column, text, reason);
	loader->figures++;
}

/* A row of one figure, whose period stands beside it. */
static void
read_long_row(StagingRow *row)
{
	Loader	   *loader = row->loader;
	int			column = loader->column_of[HEADING_VALUE];
	const char *value = cell_text(row, column);
	const char *text;
	const char *reason;
	int32		period = loader->default_period;

	if (value == NULL || is_no_figure(value))
		return;
	read_common(row);
	text = heading_text(row, HEADING_PERIOD);
	if (text != NULL)
	{
		period = read_period(loader, text, strlen(text), &reason);
		if (period == NOT_FOUND)
			refuse_cell(row, loader->column_of[HEADING_PERIOD], text, reason);
	}
	else if (period == NOT_FOUND)
		refuse_cell(row, loader->column_of[HEADING_PERIOD], NULL, "period is not given");
	add_figure(row, column, value, period);
}

/* A row of figures of several periods. */
static void
read_wide_row(StagingRow *row)
{
	Loader	   *loader = row->loader;

	for (int i = 0; i < loader->period_columns; i++)
	{
		int			column = loader->period_column[i];
		const char *value = cell_text(row, column);

		if (value == NULL || is_no_figure(value))
			continue;
		read_common(row);
		add_figure(row, column, value, loader->column[column].period);
	}
}

/* Read a row; of a wrong one no figure is kept. */
static void
read_row(Loader *loader, HeapTuple tuple, TupleDesc desc)
{
	StagingRow	row = {.loader = loader, .tuple = tuple, .desc = desc};
	int64		before = loader->figures;

	row.common.row = ++loader->rows;
	row.common.known_on = loader->options.known_on;
	row.common.vintage = (uint8) loader->default_vintage;
	row.common.state = FIGURE_NEW;
	if (loader->period_columns > 0)
		read_wide_row(&row);
	else
		read_long_row(&row);
	if (row.is_wrong)
		loader->figures = before;
}

/* Read all rows, in the order in which they stand in a table. */
void
read_staging(Loader *loader)
{
	SPIPlanPtr	plan = SPI_prepare(psprintf("SELECT * FROM %s", loader->staging), 0, NULL);
	Portal		portal;
	long		at_once;

	if (plan == NULL)
		elog(ERROR, "SPI_prepare failed: %s", SPI_result_code_string(SPI_result));
	portal = SPI_cursor_open(NULL, plan, NULL, NULL, false);
	find_columns(loader, portal->tupDesc);
	at_once = Max(1, Min(ROWS_AT_ONCE, CELLS_AT_ONCE / Max(1, portal->tupDesc->natts)));
	for (;;)
	{
		SPITupleTable *rows;
		MemoryContext before;

		SPI_cursor_fetch(portal, true, at_once);
		rows = SPI_tuptable;
		if (SPI_processed == 0)
			break;
		before = MemoryContextSwitchTo(loader->row_context);
		for (uint64 i = 0; i < rows->numvals; i++)
		{
			CHECK_FOR_INTERRUPTS();
			read_row(loader, rows->vals[i], rows->tupdesc);
			MemoryContextReset(loader->row_context);
		}
		MemoryContextSwitchTo(before);
		SPI_freetuptable(rows);
	}
	SPI_cursor_close(portal);
	SPI_freeplan(plan);
}
