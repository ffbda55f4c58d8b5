/*
 * load_unit.c
 *		Units of figures: what they say, and bringing figures into that of their indicator.
 */
#include "workspace/load.h"

#include <math.h>

#include "utils/builtins.h"
#include "utils/memutils.h"

#include "core/phrase.h"
#include "core/text.h"
#include "period.h"
#include "type.h"

static const char lower_letters[] = "abcdefghijklmnopqrstuvwxyz";

/* Scales are compared with powers of ten up to this. */
#define MAX_EXPONENT 18

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

/*
 * Read a unit that begins with a power of ten: "1000 tấn", "1.000 tấn", of which the mark separates
 * thousands.
 */
static bool
read_numbered_unit(const char *unit, Amount *amount)
{
	Amount		other;

	if (amount_read(unit, ',', amount) != PLAN_OK)
		return false;
	if (amount->marks == AMOUNT_MARK_IS_EITHER && amount_read(unit, '.', &other) == PLAN_OK &&
		other.value > amount->value)
		*amount = other;
	amount->has_scale = true;
	return amount->value >= 10 && exponent_of(amount->value, &amount->exponent) &&
		amount->unit[0] != '\0';
}

/* Read a unit as that of one thing. */
static bool
read_unit(const char *unit, WrittenUnit *result)
{
	Amount		amount;

	unit = readable_text(unit);
	text_skip_spaces(&unit);
	if (text_is_digit(*unit) ? !read_numbered_unit(unit, &amount) :
		amount_read(psprintf("1 %s", unit), ',', &amount) != PLAN_OK)
		return false;
	if (amount.is_band || amount.bound != AMOUNT_EXACT)
		return false;
	result->factor = amount.value;
	result->has_scale = amount.has_scale;
	result->exponent = amount.exponent;
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

/* Whether a word is another one in the plural, in English: schemes, cities, boxes. */
static bool
is_plural_of(const char *plural, size_t length, const char *word, size_t word_length)
{
	if (word_length < 3 || length <= word_length || strspn(word, lower_letters) < word_length ||
		strspn(plural, lower_letters) < length)
		return false;
	if (word[word_length - 1] == 'y' && length == word_length + 2 &&
		memcmp(plural + word_length - 1, "ies", 3) == 0)
		return memcmp(plural, word, word_length - 1) == 0;
	return memcmp(plural, word, word_length) == 0 &&
		((length == word_length + 1 && plural[word_length] == 's') ||
		 (length == word_length + 2 && memcmp(plural + word_length, "es", 2) == 0));
}

/* Whether two names have the same words, each in the singular or the plural. */
static bool
have_same_words(const char *a, const char *b)
{
	for (;;)
	{
		size_t		length_a = strcspn(a, " ");
		size_t		length_b = strcspn(b, " ");

		if ((length_a != length_b || memcmp(a, b, length_a) != 0) &&
			!is_plural_of(a, length_a, b, length_b) && !is_plural_of(b, length_b, a, length_a))
			return false;
		if (a[length_a] == '\0' || b[length_b] == '\0')
			return a[length_a] == b[length_b];
		a += length_a + 1;
		b += length_b + 1;
	}
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
	return have_same_words(key_a, key_b);
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

/* The letters of a currency, which a unit as it is read begins with; 0 where it is none. */
static size_t
currency_length(const char *unit)
{
	size_t		length = strspn(unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return length == 3 && (unit[3] == '\0' || unit[3] == '/' || unit[3] == ' ') ? 3 : 0;
}

/* Whether two units without their words of scale are the same, or of the same currency. */
static bool
are_same_base_units(const char *a, const char *b)
{
	return is_same_unit(a, b) ||
		(currency_length(a) > 0 && currency_length(b) > 0 && memcmp(a, b, currency_length(a)) == 0);
}

/*
 * Whether two units of a figure mean the same: they are the same words, both are that of the
 * indicator, in one language or the other, or they have the same scale and currency or unit.
 */
bool
are_same_units(const Loader *loader, int32 indicator, const char *a, const char *b)
{
	WrittenUnit first;
	WrittenUnit second;

	if (is_same_unit(readable_text(a), readable_text(b)))
		return true;
	if (indicator != NOT_FOUND && is_unit_of(readable_text(a), &loader->indicator[indicator]) &&
		is_unit_of(readable_text(b), &loader->indicator[indicator]))
		return true;
	if (!read_unit(a, &first) || !read_unit(b, &second) || first.factor != second.factor)
		return false;
	return are_same_base_units(first.unit, second.unit);
}

/* Read a unit that stands in its own column; the reason why it cannot be one, or NULL. */
static const char *
find_unit(Loader *loader, const char *unit, const WrittenUnit **written)
{
	bool		found;
	MemoEntry  *entry = memo_entry(loader->unit_texts, unit, strlen(unit), loader->context, &found);

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
	*written = &loader->unit[entry->number];
	return NULL;
}

/* Whether a unit without a word of scale is that of an indicator. */
static bool
is_base_unit_of(const char *unit, const Indicator *indicator)
{
	return is_unit_of(unit, indicator) || is_same_unit(unit, indicator->base_unit) ||
		is_same_unit(unit, indicator->base_unit_en);
}

/* Whether an amount that says its unit or scale says another than stands in its own column. */
static bool
contradicts_unit(Loader *loader, const Indicator *indicator, const char *unit,
				 const Amount *amount)
{
	const WrittenUnit *written;

	if (is_same_unit(amount->unit, readable_text(unit)) ||
		find_unit(loader, unit, &written) != NULL)
		return false;
	if (written->has_scale && written->exponent != amount->exponent)
		return true;
	return amount->unit[0] != '\0' && written->unit[0] != '\0' &&
		!are_same_base_units(amount->unit, written->unit) &&
		!(is_base_unit_of(amount->unit, indicator) && is_base_unit_of(written->unit, indicator));
}

/* Multiply an amount by the scale of a unit that stands in its own column. */
static const char *
apply_unit(Loader *loader, const Indicator *indicator, const char *unit, Amount *amount)
{
	const WrittenUnit *written;
	const char *reason;
	int			exponent;

	if (amount->has_scale || amount->unit[0] != '\0')
		return !contradicts_unit(loader, indicator, unit, amount) ? NULL :
			psprintf("unit of the cell is another than that of its row or column, which is \"%s\"",
					 shown_text(unit, strlen(unit)));
	if (is_unit_of(readable_text(unit), indicator))
		return NULL;
	if ((reason = find_unit(loader, unit, &written)) != NULL)
		return reason;
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
	if (amount->unit[0] != '\0' && !is_of_currency(amount->unit, indicator->currency) &&
		!is_base_unit_of(amount->unit, indicator))
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

/* Bring an amount into the unit of its indicator; returns the reason why that cannot be. */
const char *
bring_into_unit(Loader *loader, int32 indicator, FigureCell *cell, Amount *amount)
{
	bool		is_alone = !amount->has_scale && amount->unit[0] == '\0';
	const char *reason = NULL;

	if (cell->unit != NULL)
		reason = apply_unit(loader, &loader->indicator[indicator], cell->unit, amount);
	if (reason == NULL)
		reason = into_unit(loader, indicator, amount);
	if (reason != NULL && is_alone && cell->unit != NULL)
		cell->at = HEADING_UNIT;
	return reason;
}

/* Whether a unit has a name of its own, as it is read. */
static bool
is_known_unit(const char *unit)
{
	return strcmp(unit, "%") == 0 || strcmp(unit, "per mille") == 0 ||
		strcmp(unit, "percentage points") == 0 || currency_length(unit) > 0;
}

/* Whether a text is a unit of money with a word of scale: "tỷ đồng". */
bool
is_scaled_money(const char *text)
{
	WrittenUnit unit;

	return read_unit(text, &unit) && unit.has_scale && currency_length(unit.unit) > 0;
}

/*
 * Whether a text can be read as a unit, as most words can; and whether it surely is one, with a
 * word of scale or a name of its own, or that of an indicator.
 */
bool
could_be_unit(const Loader *loader, const char *text, bool *is_sure)
{
	WrittenUnit unit;

	*is_sure = false;
	if (!read_unit(text, &unit))
		return false;
	*is_sure = unit.has_scale || is_known_unit(unit.unit);
	for (int i = 0; i < loader->indicators.count && !*is_sure; i++)
		*is_sure = is_base_unit_of(unit.unit, &loader->indicator[i]);
	return true;
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
