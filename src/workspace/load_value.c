/*
 * load_value.c
 *		Reading cells: figures in the unit of their indicator, goals, periods and dates.
 */
#include "workspace/load.h"

#include <math.h>

#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "core/period_phrase.h"
#include "core/phrase.h"
#include "core/text.h"
#include "goal.h"
#include "period.h"
#include "type.h"
#include "word.h"

/* What stands in a cell without a figure: signs as they are, and phrases. */
static const char *const no_figure_signs[] = {
	"-", "- -", "--", "..", "...", "…", "–", "—", "−", ":", "n/a"
};
static const char *const no_figure_phrases[] = {
	"na", "null", "no data", "chưa có", "chưa có số liệu", "không có số liệu", "chưa hoàn thành",
	"không có", "chưa báo cáo", "chưa có báo cáo", "không báo cáo", "not yet", "not reported",
	"not available",
};

const char *
vintage_name(Vintage vintage)
{
	static const char *const names[] = {"estimate", "preliminary", "official"};

	return names[vintage];
}

bool
vintage_of_text(const char *text, Vintage *vintage)
{
	return vintage_find(readable_text(text), vintage);
}

/* Whether a cell is empty, or says that it has no figure. */
bool
is_no_figure(const char *text)
{
	Phrase		phrase;
	size_t		length;

	text_skip_spaces(&text);
	length = strlen(text);
	while (length > 0 && text_is_space(text[length - 1]))
		length--;
	if (length == 0)
		return true;
	if (text_is_digit(*text) || length > 64)
		return false;
	text = readable_text(pnstrdup(text, length));
	for (int i = 0; i < lengthof(no_figure_signs); i++)
		if (pg_strcasecmp(text, no_figure_signs[i]) == 0)
			return true;
	if (phrase_read(&phrase, text) != PLAN_OK || phrase.tokens == 0)
		return false;
	for (int i = 0; i < lengthof(no_figure_phrases); i++)
		if (phrase_match(&phrase, 0, no_figure_phrases[i]) == phrase.tokens)
			return true;
	return false;
}

/* A text that a kernel has written, in the encoding of the database. */
const char *
server_text(const char *utf8)
{
	return pg_any_to_server(utf8, (int) strlen(utf8),
							GetDatabaseEncoding() == PG_SQL_ASCII ? PG_SQL_ASCII : PG_UTF8);
}

/* Words of a reason, without their marks where the encoding of the database lacks them. */
const char *
words_of_reason(const char *words)
{
	const char *const all[] = {words, NULL};

	return converted_statement(words, can_convert_script(all));
}

/* Whether a text names a part of a year by its number: Q5, M13. */
static bool
has_numbered_part(const char *text)
{
	for (const char *p = text; (p = strpbrk(p, "QqHhMmWw")) != NULL; p++)
		if (text_is_digit(p[1]))
			return true;
	return false;
}

const char *
reason_unreadable(PlanError error, const char *what, const char *text)
{
	const char *shown = shown_text(text, strlen(text));

	switch (error)
	{
		case PLAN_OUT_OF_RANGE:
			return psprintf("%s is out of range: \"%s\"", what, shown);
		case PLAN_BAD_DATE:
			if (strcmp(what, "period") == 0 && has_numbered_part(text))
				return psprintf("there is no such period: \"%s\"; a year has quarters Q1 to Q4, "
								"halves H1 and H2, months 1 to 12 and weeks 1 to 52 or 53", shown);
			return psprintf("there is no such day: \"%s\"", shown);
		case PLAN_REVERSED:
			return psprintf("lower end is above the upper end: \"%s\"", shown);
		case PLAN_AMBIGUOUS:
			return psprintf("%s can be read in two ways, as the month of the calendar or by its "
							"number in the fiscal year: \"%s\"; write T1/2027 or FY2027-M01",
							what, shown);
		default:
			return psprintf("could not read a %s: \"%s\"", what, shown);
	}
}

/*
 * Periods and dates.
 */

static const char *
closed_period(const Loader *loader, Period period)
{
	for (uint64 i = 0; i < loader->closings->numvals; i++)
	{
		HeapTuple	tuple = loader->closings->vals[i];
		TupleDesc	desc = loader->closings->tupdesc;
		bool		is_null;

		if (DatumGetDateADT(SPI_getbinval(tuple, desc, 2, &is_null)) <= period.first &&
			DatumGetDateADT(SPI_getbinval(tuple, desc, 3, &is_null)) >= period.end - 1)
			return SPI_getvalue(tuple, desc, 1);
	}
	return NULL;
}

static int32
add_period(Loader *loader, Period period)
{
	char		text[PERIOD_TEXT_SIZE];
	PeriodInfo *info;
	MemoryContext before = MemoryContextSwitchTo(loader->context);

	if ((loader->periods & (loader->periods - 1)) == 0)
		loader->period = loader->periods == 0 ? palloc(sizeof(PeriodInfo)) :
			repalloc_huge(loader->period, 2 * loader->periods * sizeof(PeriodInfo));
	info = &loader->period[loader->periods];
	(void) period_write(text, period);
	info->period = period;
	info->text = CStringGetTextDatum(text);
	info->grain = GRAIN_DAY;
	info->whole = NOT_FOUND;
	info->closed = closed_period(loader, period);
	info->year = gregorian_year_of(gregorian_month(period.end - 1));
	MemoryContextSwitchTo(before);
	return loader->periods++;
}

/* A day without the midnight behind it, as timestamps and spreadsheets write it. */
static const char *
without_midnight(const char *text)
{
	const char *time = strstr(text, "00:00:00");
	const char *rest;

	if (time == NULL || time == text || (time[-1] != ' ' && time[-1] != 'T'))
		return text;
	rest = time + strlen("00:00:00");
	if (*rest == '.')
		rest += 1 + strspn(rest + 1, "0");
	/* A time zone. */
	rest += *rest == 'Z' ? 1 : strchr("+-", *rest) == NULL ? 0 : strspn(rest, "+-:0123456789");
	text_skip_spaces(&rest);
	return *rest == '\0' ? pnstrdup(text, time - 1 - text) : text;
}

/* A period as people write it, by the calendar of the workspace where it needs one. */
static PlanError
read_period_text(Loader *loader, const char *text, Period *period)
{
	PlanError	error = period_phrase_read(text, NULL, period);

	if (error == PLAN_NO_CALENDAR)
		error = period_phrase_read(text, workspace_calendar(loader), period);
	return error;
}

/*
 * The place of a period among those of the loader; NOT_FOUND, and the reason, if it cannot be read.
 */
int32
read_period(Loader *loader, const char *text, size_t length, const char **reason)
{
	bool		found;
	MemoEntry  *entry = memo_entry(loader->period_texts, text, length, loader->context, &found);
	Period		period;
	PlanError	error;

	if (!found)
	{
		char	   *copy = pnstrdup(text, length);

		error = read_period_text(loader, readable_text(without_midnight(copy)), &period);
		if (error == PLAN_OK && !in_years_of_workspace(period))
			error = PLAN_OUT_OF_RANGE;
		if (error == PLAN_OK)
			entry->number = add_period(loader, period);
		else
			entry->reason = MemoryContextStrdup(loader->context,
												reason_unreadable(error, "period", copy));
	}
	*reason = entry->reason;
	return entry->number;
}

bool
read_date(Loader *loader, const char *text, size_t length, DateADT *day, const char **reason)
{
	bool		found;
	MemoEntry  *entry = memo_entry(loader->date_texts, text, length, loader->context, &found);
	PlanError	error;

	if (!found)
	{
		char	   *copy = pnstrdup(text, length);

		error = date_phrase_read(readable_text(without_midnight(copy)), &entry->number);
		if (error != PLAN_OK)
			entry->reason = MemoryContextStrdup(loader->context,
												reason_unreadable(error, "date", copy));
		else if (entry->number > loader->today)
			entry->reason = MemoryContextStrdup(loader->context,
												psprintf("day is in the future: \"%s\"",
														 shown_text(copy, length)));
	}
	*day = entry->number;
	*reason = entry->reason;
	return entry->reason == NULL;
}

/*
 * Figures.
 */

/* A number as a numeric type writes it. */
static PlanError
read_plain_number(const char *text, Amount *amount)
{
	PlanError	error;

	memset(amount, 0, offsetof(Amount, unit) + 1);
	text_skip_spaces(&text);
	error = text_read_double(&text, &amount->value);
	text_skip_spaces(&text);
	if (error == PLAN_OK && (*text != '\0' || !isfinite(amount->value)))
		error = PLAN_SYNTAX;
	amount->value += 0.0;
	amount->upper = amount->value;
	return error;
}

static PlanError
read_amount(Loader *loader, const char *text, bool is_number, Amount *amount)
{
	PlanError	error;

	if (is_number)
		return read_plain_number(text, amount);
	error = amount_read(readable_text(text), loader->options.decimal_mark, amount);
	if (error == PLAN_OK)
		note_marks(loader, text, amount);
	if (error == PLAN_OK && loader->refuses_either &&
		(amount->marks & AMOUNT_MARK_IS_EITHER) != 0)
		error = PLAN_AMBIGUOUS;
	return error;
}

static const char *
reason_against_amount(const Loader *loader, PlanError error, const char *what, const char *text)
{
	return error == PLAN_AMBIGUOUS ? reason_either(loader, text) :
		reason_unreadable(error, what, text);
}

/*
 * A rise or a fall is a figure of an indicator that is one, negative where the other is meant; of a
 * level nobody knows what it came to.  Returns the reason why it cannot be a figure.
 */
static const char *
take_change(Loader *loader, int32 indicator, const char *text, Amount *amount)
{
	AmountChange change = loader->indicator[indicator].change;

	if (amount->change == AMOUNT_NO_CHANGE)
		return NULL;
	if (change == AMOUNT_NO_CHANGE)
		return psprintf("a rise or a fall is no figure of indicator \"%s\", which is not named as "
						"one: \"%s\"; write the level, or of changes the number with its sign",
						loader->indicators.code[indicator], shown_text(text, strlen(text)));
	/* A fall is negative as it is read. */
	if (change == AMOUNT_FALL)
		amount_negate(amount);
	note_change(loader, indicator, text, amount);
	return NULL;
}

/* Whether the workspace takes a number. */
static bool
is_in_range(double number)
{
	return number == 0 || (fabs(number) > NUMBER_LEAST && fabs(number) < NUMBER_LIMIT);
}

static bool
read_bound(const char *text, AmountBound *bound)
{
	Amount		amount;
	const char *cursor = text;

	text_skip_spaces(&cursor);
	*bound = AMOUNT_EXACT;
	if (cursor[0] == '=' && cursor[1] == '\0')
		return true;
	if (amount_read(psprintf("%s 1", readable_text(text)), ',', &amount) != PLAN_OK &&
		amount_read(psprintf("1 %s", readable_text(text)), ',', &amount) != PLAN_OK)
		return false;
	*bound = amount.bound;
	return !amount.is_band && amount.unit[0] == '\0' && amount.value == 1 && *bound != AMOUNT_EXACT;
}

/* Take the vintage that stands in parentheses behind a figure: "1.300 (ước)"; returns the rest. */
static const char *
take_vintage(Figure *figure, const char *text)
{
	Vintage		vintage;
	char	   *inside;
	char	   *before = strpbrk(text, "([") == NULL ? NULL : split_parentheses(text, &inside);

	if (before == NULL || !vintage_of_text(inside, &vintage))
		return text;
	figure->vintage = (uint8) vintage;
	return before;
}

/* Read the figure of a cell; returns the reason why it cannot be one. */
const char *
read_actual(Loader *loader, Figure *figure, FigureCell *cell)
{
	const char *text = take_vintage(figure, cell->text);
	Amount		amount;
	AmountBound stated;
	const char *reason;
	PlanError	error = read_amount(loader, text, cell->is_number, &amount);

	if (error != PLAN_OK)
		return reason_against_amount(loader, error, "figure", text);
	if (amount.is_band)
		return psprintf("a band is no figure: \"%s\"", shown_text(text, strlen(text)));
	if ((reason = take_change(loader, figure->indicator, text, &amount)) != NULL ||
		(reason = bring_into_unit(loader, figure->indicator, cell, &amount)) != NULL)
		return reason;
	if (cell->bound != NULL)
	{
		if (!read_bound(cell->bound, &stated))
		{
			cell->at = HEADING_BOUND;
			return reason_unreadable(PLAN_SYNTAX, "bound", cell->bound);
		}
		if (amount.bound != AMOUNT_EXACT && amount.bound != stated)
			return psprintf("bound is \"%s\", but the figure says another: \"%s\"",
							shown_text(cell->bound, strlen(cell->bound)),
							shown_text(text, strlen(text)));
		amount.bound = stated;
	}
	if (!is_in_range(amount.value))
		return reason_unreadable(PLAN_OUT_OF_RANGE, "figure", text);
	figure->value = amount.value;
	figure->bound = (uint8) amount.bound;
	return NULL;
}

/*
 * Read the score behind a rank, which has no unit but points; returns the reason why it cannot be
 * one.
 */
const char *
read_score_cell(Loader *loader, const char *text, bool is_number, double *score)
{
	Amount		amount;
	PlanError	error = read_amount(loader, text, is_number, &amount);

	if (error == PLAN_OK && (amount.is_band || amount.has_scale || amount.bound != AMOUNT_EXACT ||
							 amount.change != AMOUNT_NO_CHANGE))
		error = PLAN_SYNTAX;
	if (error != PLAN_OK)
		return reason_against_amount(loader, error, "score", text);
	if (!is_in_range(amount.value))
		return reason_unreadable(PLAN_OUT_OF_RANGE, "score", text);
	*score = amount.value;
	return NULL;
}

/*
 * Goals.
 */

/* Whether a text has a dot with three digits behind it, which could separate thousands. */
static bool
could_have_thousands(const char *text)
{
	for (const char *dot = strchr(text, '.'); dot != NULL; dot = strchr(dot + 1, '.'))
		if (dot[1] != '.' && strspn(dot + 1, "0123456789") == 3)
			return true;
	return false;
}

/* What plan_goal reads, such as ">= 6.6..6.8" and "<= 10 from 44", in the unit of the indicator. */
static const char *
read_notation(Loader *loader, Figure *figure, const char *text)
{
	PlanError	error = goal_read(text, &figure->goal);

	if (error == PLAN_OK && loader->options.decimal_mark != '.' && could_have_thousands(text))
		error = PLAN_SYNTAX;
	return error == PLAN_OK ? NULL : reason_unreadable(error, "goal", text);
}

static const char *
goal_of_amount(Loader *loader, Figure *figure, FigureCell *cell, Amount *amount)
{
	const Indicator *indicator = &loader->indicator[figure->indicator];
	const char *reason;
	PlanError	error;

	if ((reason = take_change(loader, figure->indicator, cell->text, amount)) != NULL ||
		(reason = bring_into_unit(loader, figure->indicator, cell, amount)) != NULL)
		return reason;
	error = amount_goal(amount, amount->bound == AMOUNT_EXACT || amount->bound == AMOUNT_ABOUT,
						indicator->direction, &figure->goal);
	return error == PLAN_OK ? NULL : reason_unreadable(error, "goal", cell->text);
}

/* Whether a text that is no goal is a day, with or without a sign before it. */
static bool
is_day(const char *text)
{
	int32_t		day;

	text += strspn(text, " <>=~");
	return date_phrase_read(readable_text(text), &day) == PLAN_OK;
}

/* Read the goal of a cell, without what stands beside it. */
static const char *
read_goal_cell(Loader *loader, Figure *figure, FigureCell *cell)
{
	const char *text = cell->text;
	Amount		amount;
	PlanError	error = read_amount(loader, text, cell->is_number, &amount);
	const char *reason;

	if (error == PLAN_OK)
		return goal_of_amount(loader, figure, cell, &amount);
	if (error != PLAN_SYNTAX || cell->is_number)
		return reason_against_amount(loader, error, "goal", text);
	reason = read_notation(loader, figure, text);
	if (reason != NULL && is_day(text))
		return psprintf("a goal is a number: \"%s\"; what is to be done by a day is a milestone, "
						"of which table \"milestone\" has the day it is due",
						shown_text(text, strlen(text)));
	return reason;
}

bool
set_baseline(Goal *goal, double baseline)
{
	return goal_make(goal, (GoalDirection) goal->direction, goal_low(goal), goal_high(goal), true,
					 baseline) == PLAN_OK;
}

/* Read the baseline of its own column, which stands in the unit of the target. */
static const char *
read_baseline(Loader *loader, Figure *figure, FigureCell *cell)
{
	FigureCell	own = {
		.text = cell->baseline, .unit = cell->unit,
		.is_number = loader->column[loader->column_of[HEADING_BASELINE]].is_number
	};
	double		stated = figure->goal.baseline;
	Amount		amount;
	const char *reason;
	PlanError	error = read_amount(loader, own.text, own.is_number, &amount);

	cell->at = HEADING_BASELINE;
	if (error == PLAN_OK && (amount.is_band || amount.bound != AMOUNT_EXACT))
		error = PLAN_SYNTAX;
	if (error != PLAN_OK)
		return reason_against_amount(loader, error, "baseline", own.text);
	if ((reason = take_change(loader, figure->indicator, own.text, &amount)) != NULL ||
		(reason = bring_into_unit(loader, figure->indicator, &own, &amount)) != NULL)
		return reason;
	if (figure->goal.has_baseline && stated != amount.value)
		return psprintf("baseline is another than the goal says: \"%s\"",
						shown_text(cell->text, strlen(cell->text)));
	return set_baseline(&figure->goal, amount.value) ? NULL :
		reason_unreadable(PLAN_OUT_OF_RANGE, "baseline", own.text);
}

/* Whether the workspace takes the numbers of a goal. */
static bool
is_goal_in_range(const Goal *goal)
{
	return is_in_range(goal_low(goal)) && is_in_range(goal_high(goal)) &&
		is_in_range(goal->baseline);
}

/* Read the goal of a cell; returns the reason why it cannot be one. */
const char *
read_target(Loader *loader, Figure *figure, FigureCell *cell)
{
	const Indicator *indicator = &loader->indicator[figure->indicator];
	const char *reason = read_goal_cell(loader, figure, cell);

	if (reason == NULL && figure->goal.direction != indicator->direction)
		reason =
			psprintf("goal says another direction than indicator \"%s\", whose direction is %s: "
					 "\"%s\"",
					 loader->indicators.code[figure->indicator],
					 word_name(&direction_words, indicator->direction),
					 shown_text(cell->text, strlen(cell->text)));
	if (reason == NULL && cell->baseline != NULL)
		reason = read_baseline(loader, figure, cell);
	if (reason == NULL && !is_goal_in_range(&figure->goal))
		reason = reason_unreadable(PLAN_OUT_OF_RANGE, "goal", cell->text);
	return reason;
}

/*
 * What is shown and compared.
 */

const char *
figure_text(const Loader *loader, const Figure *figure)
{
	char	   *text = palloc(GOAL_TEXT_SIZE);
	const char *sign = amount_bound_sign(figure->bound);

	if (loader->kind == LOAD_MILESTONES)
		return milestone_text(loader, figure);
	if (loader->kind == LOAD_STANDINGS)
		return standing_text(figure);
	if (loader->kind == LOAD_TARGETS)
		(void) goal_write(text, &figure->goal);
	else
	{
		size_t		length = figure->bound == AMOUNT_EXACT ? 0 : sprintf(text, "%s ", sign);

		length += text_write_double(text + length, figure->value);
		text[length] = '\0';
	}
	return text;
}

/* What is said of another figure than one: its vintage too, where that is another. */
const char *
other_text(const Loader *loader, const Figure *figure, const Figure *other)
{
	const char *text = figure_text(loader, other);

	if (loader->kind != LOAD_ACTUALS || figure->vintage == other->vintage)
		return text;
	return psprintf("%s (%s)", text, vintage_name(other->vintage));
}

bool
is_same_value(const Loader *loader, const Figure *a, const Figure *b)
{
	if (loader->kind == LOAD_TARGETS)
		return goal_compare(&a->goal, &b->goal) == 0;
	if (loader->kind == LOAD_MILESTONES)
		return is_same_milestone(loader, a, b);
	if (loader->kind == LOAD_STANDINGS)
		return is_same_standing(a, b);
	return a->value == b->value && a->bound == b->bound && a->vintage == b->vintage;
}
