/*
 * load_staging.c
 *		Reading the staging table: the figures of its rows.
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

/* The cell under a heading; NULL for an empty one, or where no column has it. */
const char *
heading_text(const StagingRow *row, Heading heading)
{
	return cell_text(row, row->loader->column_of[heading]);
}

/* Say why a cell is wrong, and its row with it. */
void
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
	end_cell_marks(loader, !row->is_wrong);
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
	row->common.place = find_place(row, true);
	row->common.basis = loader->kind == LOAD_TARGETS ?
		find_named(row, &loader->bases, HEADING_BASIS, loader->default_basis) : 0;
	read_known_on(row);
	read_vintage(row);
	if (heading_text(row, HEADING_UNIT) != NULL)
	{
		row->unit = heading_text(row, HEADING_UNIT);
		row->has_unit_cell = true;
	}
	row->bound = heading_text(row, HEADING_BOUND);
	if (loader->kind == LOAD_ACTUALS)
	{
		row->common.source = kept_text(row, HEADING_SOURCE, loader->options.source);
		row->common.note = kept_text(row, HEADING_NOTE, NULL);
	}
	else if (loader->kind == LOAD_TARGETS)
	{
		row->common.note = kept_text(row, HEADING_NOTE, loader->options.source);
		row->baseline = heading_text(row, HEADING_BASELINE);
		if (row->baseline != NULL && is_no_figure(row->baseline))
			row->baseline = NULL;
	}
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

/*
 * Why a span cannot be that of a figure to date, or NULL: it goes over the beginning of a year of
 * the workspace, and does not begin with one.
 */
static const char *
reason_against_span(Loader *loader, const PeriodInfo *info)
{
	Period		year,
				first_year;

	if (period_of_day(info->period.end - 1, GRAIN_YEAR, workspace_calendar(loader),
					  &year) != PLAN_OK ||
		period_of_day(info->period.first, GRAIN_YEAR, workspace_calendar(loader),
					  &first_year) != PLAN_OK ||
		info->period.first >= year.first || info->period.first == first_year.first)
		return NULL;
	return psprintf("a cumulative figure counts from %s, the beginning of its year, but period "
					"%s begins before", day_text(year.first), TextDatumGetCString(info->text));
}

/* Why a figure cannot be of its period, or NULL. */
static const char *
reason_against_period(Loader *loader, const Figure *figure)
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
	if (loader->kind == LOAD_ACTUALS && figure->indicator != NOT_FOUND &&
		loader->indicator[figure->indicator].is_to_date)
		return reason_against_span(loader, info);
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

/* The number of places that stands behind the heading of ranks. */
static void
take_total_of_column(StagingRow *row, int column, Figure *figure)
{
	int32		total = row->loader->column[column].total;

	if (figure->total > 0 && figure->total != total)
		refuse_cell(row, row->loader->column_of[HEADING_TOTAL],
					heading_text(row, HEADING_TOTAL),
					psprintf("total is %d, but column \"%s\" says another", figure->total,
							 row->loader->column[column].name));
	figure->total = total;
}

/* Say why a cell is no figure, in the column that is to blame; of a unit once. */
static void
refuse_figure_cell(StagingRow *row, int column, const FigureCell *cell, const char *reason)
{
	Heading		at = cell->at;

	if (at == HEADING_UNIT && !row->has_unit_cell)
		at = HEADING_UNKNOWN;
	if (at == HEADING_UNIT && row->is_unit_refused)
		return;
	row->is_unit_refused |= at == HEADING_UNIT;
	refuse_cell(row, at == HEADING_UNKNOWN ? column : row->loader->column_of[at],
				at == HEADING_UNKNOWN ? cell->text : heading_text(row, at), reason);
}

/* Read the cell of a figure whose indicator is known. */
static void
read_figure_cell(StagingRow *row, int column, FigureCell *cell, Figure *figure)
{
	Loader	   *loader = row->loader;
	const char *reason = loader->kind == LOAD_STANDINGS ? read_rank_cell(figure, cell->text) :
		loader->kind == LOAD_ACTUALS ? read_actual(loader, figure, cell) :
		read_target(loader, figure, cell);

	end_cell_marks(loader, reason == NULL);
	if (reason != NULL)
		refuse_figure_cell(row, column, cell, reason);
}

/* Add the figure of a cell, of a period or of none that could be read. */
static void
add_figure(StagingRow *row, int column, const char *text, int32 period)
{
	Loader	   *loader = row->loader;
	Figure	   *figure = next_figure(loader);
	const char *headed = loader->column[column].unit;
	FigureCell	cell = {
		.text = text, .is_number = loader->column[column].is_number,
		.unit = row->unit != NULL ? row->unit : headed,
		.bound = row->bound, .baseline = row->baseline, .at = HEADING_UNKNOWN
	};
	const char *reason;

	*figure = row->common;
	if (loader->column[column].kind.vintage != NO_VINTAGE)
		figure->vintage = (uint8) loader->column[column].kind.vintage;
	if (loader->column[column].total > 0)
		take_total_of_column(row, column, figure);
	figure->column = column;
	figure->period = period;
	if (row->shared_place != NULL)
		figure->place = place_of_period(row, column, text, period);
	if (cell.unit != headed && headed != NULL &&
		!are_same_units(loader, figure->indicator, cell.unit, headed))
		refuse_cell(row, column, text,
					psprintf("unit of the row is \"%s\", and that of the column is \"%s\"",
							 shown_text(cell.unit, strlen(cell.unit)), headed));
	if (figure->indicator != NOT_FOUND)
		read_figure_cell(row, column, &cell, figure);
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

	if (value == NULL || is_no_figure(value))
		return;
	read_common(row);
	add_figure(row, column, value, period_of_row(row));
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
		add_figure(row, column, value, period_of_column(row, column, value));
	}
}

/* The period in which a milestone is due or was reached, or NOT_FOUND, of a wrong cell too. */
static int32
read_milestone_period(StagingRow *row, Heading heading, const char *text)
{
	Loader	   *loader = row->loader;
	const char *reason;
	int32		period = read_period(loader, text, strlen(text), &reason);

	if (period == NOT_FOUND)
		refuse_cell(row, loader->column_of[heading], text, reason);
	else if (loader->period[period].year < FIRST_YEAR_OF_MILESTONES)
		refuse_cell(row, loader->column_of[heading], text,
					psprintf("milestones are of %d or later: \"%s\"", FIRST_YEAR_OF_MILESTONES,
							 shown_text(text, strlen(text))));
	else
		return period;
	return NOT_FOUND;
}

static void
read_due(StagingRow *row)
{
	Loader	   *loader = row->loader;
	const char *text = heading_text(row, HEADING_DUE);

	row->common.period = loader->default_period;
	if (text != NULL && !is_no_figure(text))
		row->common.period = read_milestone_period(row, HEADING_DUE, text);
	else if (loader->column_of[HEADING_DUE] != NOT_FOUND && loader->default_period == NOT_FOUND)
		refuse_cell(row, loader->column_of[HEADING_DUE], text, "due day is not given");
}

static void
read_reached(StagingRow *row)
{
	Loader	   *loader = row->loader;
	const char *day = heading_text(row, HEADING_REACHED);
	int32		period;

	row->common.reached = NOT_FOUND;
	if (day == NULL || is_no_figure(day) || is_not_reached(day))
		return;
	period = read_milestone_period(row, HEADING_REACHED, day);
	row->common.reached = period;
	if (period != NOT_FOUND && loader->period[period].period.first > row->common.known_on)
		refuse_cell(row, loader->column_of[HEADING_REACHED], day,
					psprintf("period %s begins after %s, when its milestone was known",
							 TextDatumGetCString(loader->period[period].text),
							 day_text(row->common.known_on)));
}

/* The code of a milestone, without the spaces around it. */
static void
read_code(StagingRow *row)
{
	const char *text = heading_text(row, HEADING_CODE);
	size_t		length;

	if (text == NULL)
	{
		refuse_cell(row, row->loader->column_of[HEADING_CODE], NULL, "code is not given");
		return;
	}
	text_skip_spaces(&text);
	for (length = strlen(text); length > 0 && text_is_space(text[length - 1]);)
		length--;
	row->common.indicator = number_of_milestone(row->loader, pnstrdup(text, length));
}

/* What a column has, or the default of all rows, where it may be missing as a whole. */
static int32
find_named_of_column(StagingRow *row, NameTable *names, Heading heading, int32 otherwise)
{
	return row->loader->column_of[heading] == NOT_FOUND ? otherwise :
		find_named(row, names, heading, otherwise);
}

/* A row of a milestone; one without a code, a name and a day is empty. */
static void
read_milestone_row(StagingRow *row)
{
	Loader	   *loader = row->loader;

	if (heading_text(row, HEADING_CODE) == NULL && heading_text(row, HEADING_NAME) == NULL &&
		heading_text(row, HEADING_DUE) == NULL && heading_text(row, HEADING_REACHED) == NULL)
		return;
	read_code(row);
	row->common.basis = find_named_of_column(row, &loader->nodes, HEADING_NODE,
											 loader->default_node);
	row->common.place = find_place(row, false);
	read_known_on(row);
	read_due(row);
	row->common.place = place_of_milestone(row);
	read_reached(row);
	row->common.source = kept_text(row, HEADING_NAME, NULL);
	if (row->common.source == NULL && loader->column_of[HEADING_NAME] != NOT_FOUND)
		refuse_cell(row, loader->column_of[HEADING_NAME], NULL, "name is not given");
	row->common.note = kept_text(row, HEADING_NOTE, loader->options.source);
	row->common.column = loader->column_of[HEADING_CODE];
	*next_figure(loader) = row->common;
	loader->figures++;
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
	if (loader->kind == LOAD_MILESTONES)
		read_milestone_row(&row);
	else if (loader->period_columns > 0)
		read_wide_row(&row);
	else
		read_long_row(&row);
	if (row.is_wrong)
		loader->figures = before;
	else if (loader->figures == before)
		loader->empty_rows++;
	end_row_marks(loader, !row.is_wrong);
	end_row_day(loader, !row.is_wrong);
}

/* Read all rows, in the order in which they stand in a table. */
static void
read_rows(Loader *loader)
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

/* Forget what was read. */
static void
forget_rows(Loader *loader)
{
	loader->columns = loader->period_columns = 0;
	loader->figures = loader->rows = loader->empty_rows = loader->wrong_rows = 0;
	if (loader->wrong != NULL)
		memset(loader->wrong, 0, loader->wrong_room);
	loader->either_loaded = NULL;
	loader->change_loaded.text = NULL;
	loader->day_loaded.text = NULL;
	tuplestore_clear(loader->reasons);
}

/* Read the staging table, again if its numbers are to be read otherwise than they were. */
void
read_staging(Loader *loader)
{
	read_rows(loader);
	if (settle_mark(loader))
	{
		forget_rows(loader);
		read_rows(loader);
	}
}
