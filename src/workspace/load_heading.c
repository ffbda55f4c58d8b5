/*
 * load_heading.c
 *		What a column of the staging table has, by its name.
 */
#include "workspace/load.h"

#include "utils/builtins.h"

#include "core/text.h"
#include "period.h"
#include "type.h"

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
		case HEADING_BASELINE:
		case HEADING_BASIS:
			return loader->kind != LOAD_TARGETS;
		case HEADING_REASON:
			return loader->kind != LOAD_TARGETS && loader->kind != LOAD_MILESTONES;
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

/* Note which column has what a heading says, of which there is one. */
void
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

/*
 * Whether a heading is not known to this loader: a total of figures is something else than one of
 * standings, and milestones have no figures.
 */
static bool
is_of_other_tables(const Loader *loader, Heading heading)
{
	switch (heading)
	{
		case HEADING_RANKING:
		case HEADING_RANK:
		case HEADING_TOTAL:
		case HEADING_SCORE:
			return loader->kind != LOAD_STANDINGS;
		case HEADING_CODE:
		case HEADING_NAME:
		case HEADING_NODE:
		case HEADING_DUE:
		case HEADING_REACHED:
			return loader->kind != LOAD_MILESTONES;
		case HEADING_LINE:
		case HEADING_PLACE:
		case HEADING_UNIT_OR_PLACE:
		case HEADING_KNOWN_ON:
		case HEADING_NOTE:
		case HEADING_REASON:
			return false;
		default:
			return loader->kind == LOAD_MILESTONES;
	}
}

/*
 * The text before the last parentheses or brackets, which end it, and what is in them; NULL without
 * any.
 */
char *
split_parentheses(const char *text, char **inside)
{
	size_t		length = strlen(text);
	const char *open;
	char	   *before;

	while (length > 0 && text[length - 1] == ' ')
		length--;
	if (length < 2 || (text[length - 1] != ')' && text[length - 1] != ']'))
		return NULL;
	open = strrchr(text, text[length - 1] == ')' ? '(' : '[');
	if (open == NULL || open == text ||
		open + 1 >= text + length - 1)
		return NULL;
	*inside = pnstrdup(open + 1, text + length - 1 - (open + 1));
	before = pnstrdup(text, open - text);
	for (length = open - text; length > 0 && before[length - 1] == ' ';)
		before[--length] = '\0';
	return length == 0 ? NULL : before;
}

/*
 * Whether a column may have what a heading says, and has not said something else.  Targets too may
 * be preliminary or official.
 */
static bool
may_have(const StagingColumn *column, Heading heading)
{
	return !column->says_kind || column->kind.heading == heading ||
		(heading == HEADING_TARGET && column->kind.is_vintage &&
		 column->kind.vintage != VINTAGE_ESTIMATE);
}

/* Take what a column says that its figures are; false where it has said something else. */
static bool
take_kind(StagingColumn *column, ColumnKind kind)
{
	if (!may_have(column, kind.heading))
		return false;
	column->kind.is_vintage = kind.is_vintage && !(column->says_kind && !column->kind.is_vintage);
	column->says_kind = true;
	column->kind.heading = kind.heading;
	if (kind.vintage != NO_VINTAGE)
		column->kind.vintage = kind.vintage;
	return true;
}

/* Take the period that a name says, or the part of a year that other columns say. */
static bool
take_period(Loader *loader, StagingColumn *column, const char *name)
{
	const char *reason;

	column->period = read_period(loader, name, strlen(name), &reason);
	if (column->period == NOT_FOUND && is_part_of_year(loader, name))
		column->part = pstrdup(name);
	return column->period != NOT_FOUND || column->part != NULL;
}

/* The period of a name, alone or beside words that say what the figures of its column are. */
static bool
find_period_of_name(Loader *loader, StagingColumn *column, const char *name)
{
	PeriodHeading found;

	if (take_period(loader, column, name))
		return true;
	return heading_find_period(readable_text(name), &found) &&
		take_period(loader, column, server_text(found.period)) && take_kind(column, found.kind);
}

/* A name with another sign for each underscore. */
static const char *
without_underscores(const char *name, char sign)
{
	char	   *result = pstrdup(name);

	for (char *p = result; *p != '\0'; p++)
		if (*p == '_')
			*p = sign;
	return result;
}

/*
 * Whether the last number of a name is one that importers put behind the second column of a name,
 * as in 2025_2: a month behind an underscore has two digits.
 */
static bool
has_number_of_copy(const char *name)
{
	const char *last = name + strlen(name);

	while (last > name && !text_is_digit(*last))
		last--;
	return last - name >= 2 && last[-1] == '_' && text_is_digit(last[-2]);
}

/*
 * The period that a column is named by.  An underscore stands for a space, as in th_9_thang_2025,
 * or for the sign of a period, as in 2025_11.
 */
static bool
find_period_of_column(Loader *loader, StagingColumn *column, const char *name)
{
	if (has_number_of_copy(name))
		return false;
	return find_period_of_name(loader, column, without_underscores(name, ' ')) ||
		(strchr(name, '_') != NULL &&
		 find_period_of_name(loader, column, without_underscores(name, '-')));
}

/* Whether a heading is of columns of figures. */
static bool
is_of_figures(Heading heading)
{
	return heading == HEADING_VALUE || heading == HEADING_TARGET || heading == HEADING_RANK;
}

/*
 * Finds what the last column has, by its name or the part of it before parentheses, which say
 * something of figures alone.
 */
static bool
place_column(Loader *loader, const char *name, bool has_parentheses)
{
	StagingColumn *column = &loader->column[loader->columns - 1];
	Heading		heading = heading_find(readable_text(name));

	if (heading == HEADING_INDICATOR_OR_NAME)
		heading = loader->kind == LOAD_MILESTONES ? HEADING_NAME : HEADING_INDICATOR;
	if (heading != HEADING_UNKNOWN && !is_of_other_tables(loader, heading))
	{
		if (has_parentheses && !is_of_figures(heading))
			return false;
		if (!may_have(column, heading))
			return false;
		loader->has_fiscal_years |= heading == HEADING_FISCAL_YEAR;
		if (heading == HEADING_FISCAL_YEAR)
			heading = HEADING_YEAR;
		if (!is_for_others(loader, heading))
			set_heading(loader, heading, loader->columns - 1);
		return true;
	}
	if (loader->kind == LOAD_MILESTONES || !find_period_of_column(loader, column, name))
		return false;
	heading = column->says_kind ? column->kind.heading : heading_of_values(loader);
	/* Of a period alone nobody knows whether it was its plan that was revised. */
	if (is_of_other_tables(loader, heading) || (column->is_revised && !column->says_kind))
		return false;
	if (heading == heading_of_values(loader))
		loader->period_column[loader->period_columns++] = loader->columns - 1;
	return true;
}

/* Take words that say what figures are, or that they were revised; false for other words. */
static bool
take_words(StagingColumn *column, const char *words, bool *fits)
{
	ColumnKind	kind;

	words = readable_text(words);
	if (heading_find_kind(words, &kind))
	{
		*fits &= take_kind(column, kind);
		return true;
	}
	if (!heading_is_revision(words))
		return false;
	column->is_revised = true;
	return true;
}

/*
 * Take what parentheses say that figures are, such as "thực hiện", "ước, tỷ đồng" or "điều chỉnh";
 * false where the column has said something else.  Returns the rest, which is their unit, or NULL.
 */
static char *
take_words_inside(StagingColumn *column, char *inside, bool *fits)
{
	char	   *comma = strchr(inside, ',');

	*fits = true;
	if (take_words(column, inside, fits))
		return NULL;
	if (comma != NULL && take_words(column, pnstrdup(inside, comma - inside), fits))
		return take_words(column, comma + 1, fits) ? NULL : comma + 1;
	comma = strrchr(inside, ',');
	if (comma != NULL && take_words(column, comma + 1, fits))
		return pnstrdup(inside, comma - inside);
	return inside;
}

/* A unit without the words before it that say that it is one: "ĐVT: tỷ đồng". */
static const char *
without_word_of_unit(const char *text)
{
	const char *colon = strchr(text, ':');
	Heading		heading = colon == NULL ? HEADING_UNKNOWN :
		heading_find(readable_text(pnstrdup(text, colon - text)));

	if (heading == HEADING_UNIT || heading == HEADING_UNIT_OR_PLACE)
		text = colon + 1;
	return text + strspn(text, " ");
}

/* Take what stands in parentheses behind the name of a column; false for what says nothing. */
static bool
take_parentheses(const Loader *loader, StagingColumn *column, char *inside)
{
	bool		fits;

	inside = take_words_inside(column, inside, &fits);
	if (!fits || inside == NULL)
		return fits;
	if (loader->kind == LOAD_STANDINGS)
		return column->total == 0 && read_total_of_heading(inside, &column->total);
	if (column->unit != NULL)
		return false;
	column->unit = without_word_of_unit(inside);
	return true;
}

/* The same of "2023 (tỷ đồng)", "2023 (ước)", "2023 (TH) (tỷ đồng)" and "Rank 2022 (of 118)". */
static bool
place_column_with_parentheses(Loader *loader)
{
	StagingColumn *column = &loader->column[loader->columns - 1];
	char	   *inside;
	const char *name = column->name;

	while ((name = split_parentheses(name, &inside)) != NULL)
	{
		if (!take_parentheses(loader, column, inside))
			return false;
		if (place_column(loader, name, true))
			return true;
	}
	return false;
}

/* The same of "2023 tỷ đồng", with a word of scale and a currency: other words may be no unit. */
static bool
place_column_with_money(Loader *loader)
{
	StagingColumn *column = &loader->column[loader->columns - 1];
	const char *name = column->name;

	for (const char *space = strchr(name, ' '); space != NULL; space = strchr(space + 1, ' '))
	{
		const char *unit = space + strspn(space, " ");

		if (space == name || text_is_digit(*unit) || !is_scaled_money(unit))
			continue;
		column->unit = unit;
		return place_column(loader, pnstrdup(name, space - name), true);
	}
	return false;
}

/* Find what the last column has, by its name; false for a name that is not known. */
bool
place_last_column(Loader *loader)
{
	const StagingColumn *column = &loader->column[loader->columns - 1];

	return place_column(loader, column->name, false) || place_column_with_parentheses(loader) ||
		(column->unit == NULL && !column->says_kind && !column->is_revised &&
		 place_column_with_money(loader));
}
