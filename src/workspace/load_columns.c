/*
 * load_columns.c
 *		What the columns of the staging table are, by their names.
 */
#include "workspace/load.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"

#include "core/phrase.h"
#include "period.h"
#include "type.h"

#define ALL_UNKNOWN "*"

/* A file has no more units than this. */
#define MAX_UNITS 1000

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

/* Note a column that is not known and left out; the names of the first ones are told. */
static void
leave_out(Loader *loader, const char *name)
{
	if (loader->left_out == NULL)
		loader->left_out = makeStringInfo();
	if (loader->columns_left_out++ < MAX_LEFT_OUT)
		appendStringInfo(loader->left_out, "%s\"%s\"", loader->left_out->len == 0 ? "" : ", ",
						 shown_text(name, strlen(name)));
}

/* What to do with a column that is not known; of days it is to say which ones they are. */
static int
hint_to_rename(const Loader *loader, const char *name)
{
	static const char *const days[] = {"ngày", "day", "date"};
	Phrase		phrase;
	bool		is_of_days = false;

	if (phrase_read(&phrase, readable_text(name)) == PLAN_OK)
		for (int i = 0; i < lengthof(days); i++)
			is_of_days |= phrase.tokens > 0 && phrase_match(&phrase, 0, days[i]) == phrase.tokens;
	if (!is_of_days)
		return errhint("Rename it, or leave it out with ignore => ARRAY[%s].",
					   quote_literal_cstr(name));
	return errhint("Rename it: days of publication stand under \"%s\", %s under \"%s\".",
				   words_of_reason("Ngày công bố"),
				   loader->kind == LOAD_MILESTONES ? "days when milestones are due" : "periods",
				   words_of_reason(loader->kind == LOAD_MILESTONES ? "Thời hạn" : "Kỳ"));
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
	column->kind.vintage = NO_VINTAGE;
	get_type_category_preferred(base, &category, &is_preferred);
	column->is_number = category == TYPCATEGORY_NUMERIC && base != CASHOID;
	column->is_text = base == TEXTOID || base == VARCHAROID;
	getTypeOutputInfo(attribute->atttypid, &output, &is_varlena);
	fmgr_info_cxt(output, &column->output, loader->context);
	if (is_ignored(loader, column->name))
		return;
	loader->columns++;
	if (place_last_column(loader))
		return;
	if (is_ignored(loader, ALL_UNKNOWN))
		leave_out(loader, column->name);
	else
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg(loader->kind == LOAD_MILESTONES ?
						"column \"%s\" of \"%s\" is no known heading" :
						"column \"%s\" of \"%s\" is neither a known heading nor a period",
						column->name, loader->staging_name),
				 hint_to_rename(loader, column->name)));
}

/*
 * What "Đơn vị" is, by what stands below it: a unit of measure where all can be one, some surely
 * are one, and none is a place.  Notes where only some could be.
 */
static Heading
unit_or_place_of_cells(Loader *loader, const SPITupleTable *cells)
{
	int64		units = 0;
	int64		sure_units = 0;
	int64		places = 0;

	for (uint64 i = 0; i < cells->numvals; i++)
	{
		const char *cell = SPI_getvalue(cells->vals[i], cells->tupdesc, 1);
		bool		is_sure;

		CHECK_FOR_INTERRUPTS();
		places += is_name(&loader->places, cell);
		units += could_be_unit(loader, cell, &is_sure);
		sure_units += is_sure;
	}
	if (places == 0 && sure_units > 0 && units == cells->numvals)
		return HEADING_UNIT;
	loader->could_be_units = sure_units > 0 || (places == 0 && units > 0);
	return HEADING_PLACE;
}

/* Find what "Đơn vị" is; beside a column of units it has places. */
static void
choose_unit_or_place(Loader *loader)
{
	int			column = loader->column_of[HEADING_UNIT_OR_PLACE];
	Heading		heading = HEADING_PLACE;
	const char *statement;

	if (column == NOT_FOUND)
		return;
	statement = psprintf("SELECT DISTINCT cell COLLATE pg_catalog.\"C\" FROM "
						 "(SELECT %s::pg_catalog.text FROM %s) AS s (cell) "
						 "WHERE pg_catalog.btrim(cell) OPERATOR(pg_catalog.<>) ''",
						 quote_identifier(loader->column[column].name), loader->staging);
	if ((loader->kind == LOAD_ACTUALS || loader->kind == LOAD_TARGETS) &&
		loader->column_of[HEADING_UNIT] == NOT_FOUND)
	{
		if (SPI_execute(statement, false, MAX_UNITS) != SPI_OK_SELECT)
			elog(ERROR, "SPI_execute failed");
		heading = unit_or_place_of_cells(loader, SPI_tuptable);
		SPI_freetuptable(SPI_tuptable);
	}
	set_heading(loader, heading, column);
}

static void
report_missing(const Loader *loader, const char *what, const char *hint)
{
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_COLUMN),
			 errmsg("\"%s\" has no column of %s", loader->staging_name, what),
			 errhint("%s", hint)));
}

static void
report_no_places(const Loader *loader)
{
	int			units = loader->column_of[HEADING_UNIT_OR_PLACE];

	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_COLUMN),
			 errmsg("\"%s\" has no column of places", loader->staging_name),
			 units == NOT_FOUND ? 0 : errdetail("Column \"%s\" has units of measure.",
												loader->column[units].name),
			 errhint("Name it \"place\", or give the place of all rows: place => 'CODE'.")));
}

/* Figures stand in a column of their own, or in those of their periods. */
static void
report_two_shapes(const Loader *loader, int column, int period_column)
{
	const char *name = loader->column[column].name;
	const char *period = loader->column[period_column].name;

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
	if (loader->column_of[HEADING_REASON] != NOT_FOUND)
		loader->column_of[HEADING_NOTE] = loader->column_of[HEADING_REASON];
	if (loader->kind == LOAD_STANDINGS)
		loader->column_of[HEADING_VALUE] = loader->column_of[HEADING_RANK];
	if (loader->kind == LOAD_STANDINGS && loader->column_of[HEADING_RANKING] != NOT_FOUND)
		loader->column_of[HEADING_INDICATOR] = loader->column_of[HEADING_RANKING];
}

/* The first column of a period that says what its figures are, or the first that does not. */
static const StagingColumn *
first_column(const Loader *loader, bool says_kind)
{
	for (int i = 0; i < loader->period_columns; i++)
		if (loader->column[loader->period_column[i]].says_kind == says_kind)
			return &loader->column[loader->period_column[i]];
	return NULL;
}

static void
report_unstated_ranks(const Loader *loader, const StagingColumn *stated,
					  const StagingColumn *unstated)
{
	ereport(ERROR,
			(errcode(ERRCODE_AMBIGUOUS_COLUMN),
			 errmsg("column \"%s\" of \"%s\" does not say whether it has ranks, as \"%s\" does",
					unstated->name, loader->staging_name, stated->name),
			 errhint("Rename it, or leave it out with ignore => ARRAY[%s].",
					 quote_literal_cstr(unstated->name))));
}

/*
 * Beside "kế hoạch 2023" a period alone is of figures, which targets leave out.  Of one beside
 * "hạng 2023" nobody knows whether it has ranks.
 */
static void
choose_period_columns(Loader *loader)
{
	const StagingColumn *stated = first_column(loader, true);
	const StagingColumn *unstated = first_column(loader, false);
	int			kept = 0;

	loader->stated_column = loader->unstated_column = NULL;
	if (loader->kind == LOAD_ACTUALS || stated == NULL || unstated == NULL)
		return;
	if (loader->kind == LOAD_STANDINGS)
		report_unstated_ranks(loader, stated, unstated);
	for (int i = 0; i < loader->period_columns; i++)
		if (loader->column[loader->period_column[i]].says_kind)
			loader->period_column[kept++] = loader->period_column[i];
	loader->period_columns = kept;
	loader->stated_column = stated->name;
	loader->unstated_column = unstated->name;
}

/* What the first column that was left to figures is, of targets. */
const char *
remark_of_columns(const Loader *loader)
{
	return loader->unstated_column == NULL ? NULL :
		psprintf("column \"%s\" is read as one of figures, since \"%s\" says that it has targets",
				 loader->unstated_column, loader->stated_column);
}

/* The first column of periods, or of parts of years where only these count; NOT_FOUND for none. */
static int
column_of_periods(const Loader *loader, bool with_years)
{
	static const Heading headings[] = {
		HEADING_PERIOD, HEADING_QUARTER, HEADING_MONTH, HEADING_YEAR
	};

	for (int i = 0; i < lengthof(headings) - (with_years ? 0 : 1); i++)
		if (loader->column_of[headings[i]] != NOT_FOUND)
			return loader->column_of[headings[i]];
	return NOT_FOUND;
}

static void
report_no_year(const Loader *loader, const StagingColumn *column, const char *reason)
{
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_COLUMN),
			 errmsg("column \"%s\" of \"%s\" is a part of a year, but nothing says of which one",
					column->name, loader->staging_name),
			 reason == NULL ? 0 : errdetail("With period => %s, %s.",
											quote_literal_cstr(loader->options.period), reason),
			 errhint("Give the year of all rows, period => '2026', or name a column \"year\".")));
}

/* Find the periods of columns that are parts of the year of all rows. */
static void
find_parts_of_year(Loader *loader)
{
	const char *reason = NULL;

	for (int i = 0; i < loader->period_columns; i++)
	{
		StagingColumn *column = &loader->column[loader->period_column[i]];

		if (column->part != NULL && loader->options.period != NULL)
			column->period = read_part_of_year(loader, HEADING_PERIOD, column->part,
											   loader->options.period, &reason);
		if (column->part != NULL && column->period == NOT_FOUND)
			report_no_year(loader, column, reason);
	}
}

/* Columns that are periods have no others beside them, but that of the years that they are in. */
static void
check_period_columns(Loader *loader)
{
	int			year = loader->column_of[HEADING_YEAR];
	int			other = column_of_periods(loader, false);

	if (loader->period_columns > 0 && other != NOT_FOUND)
		report_two_shapes(loader, other, loader->period_column[0]);
	for (int i = 0; i < loader->period_columns && year != NOT_FOUND; i++)
		if (loader->column[loader->period_column[i]].part == NULL)
			report_two_shapes(loader, year, loader->period_column[i]);
	if (year == NOT_FOUND)
		find_parts_of_year(loader);
}

static void
check_columns(Loader *loader)
{
	int			value = loader->column_of[HEADING_VALUE];

	if (loader->kind == LOAD_MILESTONES)
	{
		if (loader->column_of[HEADING_CODE] == NOT_FOUND)
			report_missing(loader, "codes", "Name it \"code\".");
		return;
	}
	if (loader->kind == LOAD_STANDINGS && loader->column_of[HEADING_INDICATOR] == NOT_FOUND &&
		loader->default_ranking == NOT_FOUND)
		report_missing(loader, "rankings",
					   "Name it \"ranking\", or give the ranking of all rows: ranking => 'CODE'.");
	if (loader->kind != LOAD_STANDINGS && loader->column_of[HEADING_INDICATOR] == NOT_FOUND)
		report_missing(loader, "indicators",
					   psprintf("Name it \"indicator\", or add one with the indicator of all rows: "
								"ALTER TABLE %s ADD COLUMN indicator text DEFAULT 'CODE'.",
								quote_identifier(loader->staging_name)));
	if (loader->column_of[HEADING_PLACE] == NOT_FOUND && loader->default_place == NOT_FOUND &&
		loader->default_shared_place == NULL)
		report_no_places(loader);
	if (loader->period_columns == 0 && value == NOT_FOUND)
		report_missing(loader,
					   loader->kind == LOAD_TARGETS ? "targets" : loader->kind == LOAD_STANDINGS ?
					   "ranks" : "values",
					   loader->kind == LOAD_STANDINGS ?
					   "Name it \"rank\", or columns by the periods whose ranks they have."
					   : "Name it \"value\", or columns by the periods whose figures they have.");
	if (loader->period_columns > 0 && value != NOT_FOUND)
		report_two_shapes(loader, value, loader->period_column[0]);
	/* A score is that of one period. */
	if (loader->period_columns > 0 && loader->column_of[HEADING_SCORE] != NOT_FOUND)
		report_two_shapes(loader, loader->column_of[HEADING_SCORE], loader->period_column[0]);
	check_period_columns(loader);
	if (loader->period_columns == 0 && column_of_periods(loader, true) == NOT_FOUND &&
		loader->default_period == NOT_FOUND)
		report_missing(loader, "periods",
					   "Name it \"period\", or give the period of all rows: period => '2023'.");
}

void
find_columns(Loader *loader, TupleDesc desc)
{
	MemoryContext before = MemoryContextSwitchTo(loader->context);

	loader->column = palloc0((desc->natts + 1) * sizeof(StagingColumn));
	loader->period_column = palloc((desc->natts + 1) * sizeof(int));
	loader->could_be_units = false;
	loader->left_out = NULL;
	loader->columns_left_out = 0;
	for (int i = 0; i < NUM_HEADINGS; i++)
		loader->column_of[i] = NOT_FOUND;
	for (int i = 1; i <= desc->natts; i++)
		if (!TupleDescAttr(desc, i - 1)->attisdropped)
			add_column(loader, desc, i);
	choose_unit_or_place(loader);
	choose_value_column(loader);
	choose_period_columns(loader);
	check_columns(loader);
	MemoryContextSwitchTo(before);
}
