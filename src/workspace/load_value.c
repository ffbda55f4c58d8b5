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

/* Scales are compared with powers of ten up to this. */
#define MAX_EXPONENT 18

/* What stands in a cell without a figure; signs that no phrase has are compared as they are. */
static const char *const no_figures[] = {
	"-", "- -", "..", "...", "…", "–", "—", "−", ":", "n/a", "na", "null", "no data",
	"chưa có", "chưa có số liệu", "không có số liệu",
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
	bool		has_words;
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
	has_words = phrase_read(&phrase, text) == PLAN_OK && phrase.tokens > 0;
	for (int i = 0; i < lengthof(no_figures); i++)
		if (strcmp(text, no_figures[i]) == 0 ||
			(has_words && phrase_match(&phrase, 0, no_figures[i]) == phrase.tokens))
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

const char *
reason_unreadable(PlanError error, const char *what, const char *text)
{
	const char *shown = shown_text(text, strlen(text));

	switch (error)
	{
		case PLAN_OUT_OF_RANGE:
			return psprintf("%s is out of range: \"%s\"", what, shown);
		case PLAN_BAD_DATE:
			return psprintf("there is no such day: \"%s\"", shown);
		case PLAN_REVERSED:
			return psprintf("lower end is above the upper end: \"%s\"", shown);
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

/* What the tables take. */
#define FIRST_YEAR 1800
#define LAST_YEAR 2199

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
	info->closed = closed_period(loader, period);
	info->year = gregorian_year_of(gregorian_month(period.end - 1));
	MemoryContextSwitchTo(before);
	return loader->periods++;
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

		if ((error = read_period_text(loader, readable_text(copy), &period)) == PLAN_OK &&
			(gregorian_year_of(gregorian_month(period.first)) < FIRST_YEAR ||
			 gregorian_year_of(gregorian_month(period.end - 1)) > LAST_YEAR))
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

		if ((error = date_phrase_read(readable_text(copy), &entry->number)) != PLAN_OK)
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
 * Numbers and units.
 */

/* Multiply by a power of ten in decimals: 10580000000 by 10^-9 is 10.58. */
static PlanError
shift_decimal(double *value, int exponent)
{
	char		text[TEXT_DOUBLE_SIZE + 16];
	size_t		length = text_write_double(text, *value);
	const char *cursor = text;
	char	   *written = memchr(text, 'e', length);

	text[length] = '\0';
	if (written != NULL)
	{
		exponent += atoi(written + 1);
		length = written - text;
	}
	snprintf(text + length, sizeof(text) - length, "e%d", exponent);
	return text_read_double(&cursor, value);
}

/* The exponent of a power of ten. */
static bool
exponent_of(double scale, int *exponent)
{
	for (*exponent = -MAX_EXPONENT; *exponent <= MAX_EXPONENT; (*exponent)++)
	{
		double		power = 1.0;

		if (shift_decimal(&power, *exponent) == PLAN_OK && power == scale)
			return true;
	}
	return false;
}

/* Read a unit as that of one thing. */
static bool
read_unit(const char *unit, WrittenUnit *result)
{
	Amount		amount;

	if (amount_read(psprintf("1 %s", readable_text(unit)), ',', &amount) != PLAN_OK ||
		amount.is_band || amount.bound != AMOUNT_EXACT)
		return false;
	result->factor = amount.value;
	result->has_scale = amount.has_scale;
	result->unit = pstrdup(amount.unit);
	return true;
}

void
prepare_indicator(Indicator *indicator)
{
	WrittenUnit unit;

	indicator->has_exponent = exponent_of(indicator->scale, &indicator->exponent);
	indicator->base_unit = NULL;
	indicator->base_unit_en = NULL;
	indicator->unit_scale = 0;
	if (!read_unit(indicator->unit, &unit))
		return;
	indicator->base_unit = unit.unit;
	indicator->unit_scale = unit.has_scale ? unit.factor : 0;
	if (indicator->unit_en != NULL && read_unit(indicator->unit_en, &unit))
		indicator->base_unit_en = unit.unit;
}

static bool
is_same_unit(const char *a, const char *b)
{
	Phrase		phrase;
	char		key_a[PHRASE_NAME_SIZE];
	char		key_b[PHRASE_NAME_SIZE];

	if (a == NULL || b == NULL)
		return false;
	if (strcmp(a, b) == 0)
		return true;
	if (phrase_read(&phrase, a) != PLAN_OK || phrase_name(&phrase, true, key_a) == 0 ||
		phrase_read(&phrase, b) != PLAN_OK)
		return false;
	(void) phrase_name(&phrase, true, key_b);
	return strcmp(key_a, key_b) == 0;
}

bool
are_same_units(const char *a, const char *b)
{
	return is_same_unit(readable_text(a), readable_text(b));
}

/* In either language. */
static bool
is_unit_of(const char *unit, const Indicator *indicator)
{
	return is_same_unit(unit, readable_text(indicator->unit)) ||
		(indicator->unit_en != NULL && is_same_unit(unit, readable_text(indicator->unit_en)));
}

/* A currency, alone or by something: VND and VND/người. */
static bool
is_of_currency(const char *unit, const char *currency)
{
	size_t		length = currency == NULL ? 0 : strlen(currency);

	return length > 0 && strncmp(unit, currency, length) == 0 &&
		(unit[length] == '\0' || unit[length] == '/' || unit[length] == ' ');
}

/* Multiply an amount by the scale of a unit that stands in its own column. */
static const char *
apply_unit(Loader *loader, const Indicator *indicator, const char *unit, Amount *amount)
{
	bool		found;
	MemoEntry  *entry;
	WrittenUnit *written;
	int			exponent;

	if (amount->has_scale || amount->unit[0] != '\0' ||
		is_unit_of(readable_text(unit), indicator))
		return NULL;
	entry = memo_entry(loader->unit_texts, unit, strlen(unit), loader->context, &found);
	if (!found)
	{
		MemoryContext before = MemoryContextSwitchTo(loader->context);

		if ((loader->units & (loader->units - 1)) == 0)
			loader->unit = loader->units == 0 ? palloc(sizeof(WrittenUnit)) :
				repalloc_huge(loader->unit, 2 * loader->units * sizeof(WrittenUnit));
		if (read_unit(unit, &loader->unit[loader->units]))
			entry->number = loader->units++;
		else
			entry->reason = reason_unreadable(PLAN_SYNTAX, "unit", unit);
		MemoryContextSwitchTo(before);
	}
	if (entry->number == NOT_FOUND)
		return entry->reason;
	written = &loader->unit[entry->number];
	if (!exponent_of(written->factor, &exponent) ||
		shift_decimal(&amount->value, exponent) != PLAN_OK ||
		shift_decimal(&amount->upper, exponent) != PLAN_OK)
		return reason_unreadable(PLAN_OUT_OF_RANGE, "figure", unit);
	amount->has_scale = written->has_scale;
	strlcpy(amount->unit, written->unit, sizeof(amount->unit));
	return NULL;
}

static PlanError
divide_by_scale(const Indicator *indicator, double *value)
{
	if (indicator->has_exponent)
		return shift_decimal(value, -indicator->exponent);
	*value /= indicator->scale;
	return isfinite(*value) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/*
 * Bring an amount into the unit of its indicator.  A number alone is in that unit; one with a word
 * of scale, or with a unit that is not quite that of the indicator, says how much it is in all.
 */
static const char *
into_unit(const Loader *loader, int32 i, Amount *amount)
{
	const Indicator *indicator = &loader->indicator[i];
	const char *code = loader->indicators.code[i];
	bool		is_same = is_unit_of(amount->unit, indicator);

	if (!amount->has_scale && (amount->unit[0] == '\0' || is_same))
		return NULL;
	if (amount->unit[0] != '\0' && !is_same && !is_of_currency(amount->unit, indicator->currency) &&
		!is_same_unit(amount->unit, indicator->base_unit) &&
		!is_same_unit(amount->unit, indicator->base_unit_en))
		return psprintf("unit is \"%s\", but that of indicator \"%s\" is \"%s\"",
						shown_text(server_text(amount->unit), strlen(server_text(amount->unit))),
						code,
						indicator->unit);
	if (indicator->unit_scale != 0 && indicator->unit_scale != indicator->scale)
		return psprintf("scale of indicator \"%s\" is %g, but its unit is \"%s\": set it to %.15g "
						"in table \"indicator\", or write numbers alone",
						code, indicator->scale, indicator->unit, indicator->unit_scale);
	if (divide_by_scale(indicator, &amount->value) != PLAN_OK ||
		divide_by_scale(indicator, &amount->upper) != PLAN_OK)
		return "figure is out of range";
	return NULL;
}

/* Whether figures of an indicator can be in a unit. */
bool
unit_fits(Loader *loader, int32 indicator, const char *unit)
{
	Amount		amount = {0};

	amount.value = amount.upper = 1;
	return apply_unit(loader, &loader->indicator[indicator], unit, &amount) == NULL &&
		into_unit(loader, indicator, &amount) == NULL;
}

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
read_amount(const Loader *loader, const char *text, bool is_number, Amount *amount)
{
	if (is_number)
		return read_plain_number(text, amount);
	return amount_read(readable_text(text), loader->options.decimal_mark, amount);
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

/* Read the figure of a cell; returns the reason why it cannot be one. */
const char *
read_actual(Loader *loader, Figure *figure, const char *text, bool is_number, const char *unit,
			const char *bound)
{
	Amount		amount;
	AmountBound stated;
	const char *reason;
	PlanError	error = read_amount(loader, text, is_number, &amount);

	if (error != PLAN_OK)
		return reason_unreadable(error, "figure", text);
	if (amount.is_band)
		return psprintf("a band is no figure: \"%s\"", shown_text(text, strlen(text)));
	if (unit != NULL &&
		(reason = apply_unit(loader, &loader->indicator[figure->indicator], unit, &amount)) != NULL)
		return reason;
	if ((reason = into_unit(loader, figure->indicator, &amount)) != NULL)
		return reason;
	if (bound != NULL)
	{
		if (!read_bound(bound, &stated))
			return reason_unreadable(PLAN_SYNTAX, "bound", bound);
		if (amount.bound != AMOUNT_EXACT && amount.bound != stated)
			return psprintf("bound is \"%s\", but the figure says another: \"%s\"",
							shown_text(bound, strlen(bound)), shown_text(text, strlen(text)));
		amount.bound = stated;
	}
	figure->value = amount.value;
	figure->bound = (uint8) amount.bound;
	return NULL;
}

/*
 * Read the score behind a rank, which has no unit but points; returns the reason why it cannot be
 * one.
 */
const char *
read_score_cell(const Loader *loader, const char *text, bool is_number, double *score)
{
	Amount		amount;
	PlanError	error = read_amount(loader, text, is_number, &amount);

	if (error == PLAN_OK && (amount.is_band || amount.has_scale || amount.bound != AMOUNT_EXACT))
		error = PLAN_SYNTAX;
	if (error != PLAN_OK)
		return reason_unreadable(error, "score", text);
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
goal_of_amount(Loader *loader, Figure *figure, const char *text, const char *unit, Amount *amount)
{
	const Indicator *indicator = &loader->indicator[figure->indicator];
	const char *reason;
	PlanError	error;

	if (unit != NULL && (reason = apply_unit(loader, indicator, unit, amount)) != NULL)
		return reason;
	if ((reason = into_unit(loader, figure->indicator, amount)) != NULL)
		return reason;
	error = amount_goal(amount, amount->bound == AMOUNT_EXACT || amount->bound == AMOUNT_ABOUT,
						indicator->direction, &figure->goal);
	return error == PLAN_OK ? NULL : reason_unreadable(error, "goal", text);
}

/* Read the goal of a cell; returns the reason why it cannot be one. */
const char *
read_target(Loader *loader, Figure *figure, const char *text, bool is_number, const char *unit)
{
	const Indicator *indicator = &loader->indicator[figure->indicator];
	Amount		amount;
	PlanError	error = read_amount(loader, text, is_number, &amount);
	const char *reason;

	if (error == PLAN_OK)
		reason = goal_of_amount(loader, figure, text, unit, &amount);
	else if (error == PLAN_SYNTAX && !is_number)
		reason = read_notation(loader, figure, text);
	else
		reason = reason_unreadable(error, "goal", text);
	if (reason == NULL && figure->goal.direction != indicator->direction)
		reason =
			psprintf("goal says another direction than indicator \"%s\", whose direction is %s: "
					 "\"%s\"",
						  loader->indicators.code[figure->indicator],
						  word_name(&direction_words, indicator->direction),
						  shown_text(text, strlen(text)));
	return reason;
}

/*
 * Figures.
 */

const char *
figure_text(const Loader *loader, const Figure *figure)
{
	char	   *text = palloc(GOAL_TEXT_SIZE);
	const char *sign = amount_bound_sign(figure->bound);

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
	if (loader->kind == LOAD_STANDINGS)
		return is_same_standing(a, b);
	return a->value == b->value && a->bound == b->bound && a->vintage == b->vintage;
}
