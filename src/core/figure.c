/*
 * figure.c
 *		The figure of one series by its kind, and the figures of several taken together.
 *
 * The text forms, of which the rule across is left out where it is the usual one of the kind:
 *
 *		flow n=3 to=2023-06-30 sum=35.5
 *		stock across mean n=2 to=2023-06-30 value=172
 *		first n=3 at=2023-01-01 to=2023-06-30 value=160
 *		stock n=2 to=2023-06-30 value=120 ambiguous
 *		flow empty
 */
#include "core/figure.h"

#include <stdio.h>

#include "core/text.h"

#define EMPTY_TEXT "empty"
#define AMBIGUOUS_TEXT "ambiguous"
#define ACROSS_TEXT "across"

_Static_assert(sizeof(Figure) == 40, "stored as it is");

static const Word across_words[] = {
	{"sum", ACROSS_SUM},
	{"mean", ACROSS_MEAN},
	{"max", ACROSS_MAX},
	{"min", ACROSS_MIN},
	{"none", ACROSS_NONE},
};

const WordTable across_rule_words = WORD_TABLE("rule across", across_words,
												 "Valid rules are sum, mean, max, min and none.");

/* What is usual for a kind. */
static AcrossRule
usual_across(PeriodValueKind kind)
{
	switch (kind)
	{
		case VALUE_AVERAGE:
			return ACROSS_MEAN;
		case VALUE_PEAK:
			return ACROSS_MAX;
		case VALUE_LEAST:
			return ACROSS_MIN;
		default:
			return ACROSS_SUM;
	}
}

/* The next word of a text of some length, without spaces around it. */
static size_t
next_word(const char **text, const char *end, const char **word)
{
	while (*text < end && **text == ' ')
		(*text)++;
	*word = *text;
	while (*text < end && **text != ' ')
		(*text)++;
	return (size_t) (*text - *word);
}

/* "stock", or "stock across mean". */
PlanError
figure_kind_read(const char *text, size_t length, FigureKind *kind)
{
	const char *end = text + length;
	const char *word;
	size_t		size = next_word(&text, end, &word);
	int			found;

	if (!word_find(&value_kind_words, word, size, &found))
		return PLAN_SYNTAX;
	*kind = (FigureKind) {(uint8_t) (found + 1), (uint8_t) usual_across((PeriodValueKind) found)};
	size = next_word(&text, end, &word);
	if (size == 0)
		return PLAN_OK;
	if (size != strlen(ACROSS_TEXT) || !text_skip_word(&word, ACROSS_TEXT))
		return PLAN_SYNTAX;
	size = next_word(&text, end, &word);
	if (!word_find(&across_rule_words, word, size, &found) || next_word(&text, end, &word) != 0)
		return PLAN_SYNTAX;
	kind->across = (uint8_t) found;
	return PLAN_OK;
}

const char *
figure_across_name(FigureKind kind)
{
	return word_name(&across_rule_words, kind.across);
}

size_t
figure_kind_write(char *out, FigureKind kind)
{
	PeriodValueKind value_kind = figure_value_kind(kind);

	if (kind.across == usual_across(value_kind))
		return (size_t) sprintf(out, "%s", period_value_kind_name(value_kind));
	return (size_t) sprintf(out, "%s " ACROSS_TEXT " %s", period_value_kind_name(value_kind),
							figure_across_name(kind));
}

/* The day that decides which value counts, of kinds that have one. */
int32_t
figure_deciding_day(const Figure *figure)
{
	return figure->kind.kind == VALUE_FIRST + 1 ? figure->is.one.day : figure->last_day;
}

/* Of two values of one day the higher is kept, in whatever order they come, and marked. */
static void
keep_value(Figure *figure, const Figure *other)
{
	PeriodValueKind kind = figure_value_kind(figure->kind);
	int			order = figure->count == 0 ? -1 :
		period_value_order(kind, figure_deciding_day(figure), figure->is.one.value,
						   figure_deciding_day(other), other->is.one.value);

	if (order < 0)
		figure->is_ambiguous = other->is_ambiguous;
	else if (order == 0 && period_value_has_day(kind))
		figure->is_ambiguous = 1;
	if (order < 0 || (order == 0 && other->is.one.value > figure->is.one.value))
		figure->is = other->is;
}

/* Merge what is known of one series in two spans of time; nothing changes on an error. */
PlanError
figure_merge(Figure *figure, const Figure *other)
{
	int64_t		count;

	if (other->kind.kind == 0)
		return PLAN_OK;
	if (figure->kind.kind == 0)
	{
		*figure = *other;
		return PLAN_OK;
	}
	if (!figure_kinds_are_equal(figure->kind, other->kind))
		return PLAN_MIXED_KINDS;
	if (other->count == 0)
		return PLAN_OK;
	if (__builtin_add_overflow(figure->count, other->count, &count))
		return PLAN_OUT_OF_RANGE;
	if (!figure_kind_has_sum(figure->kind))
		keep_value(figure, other);
	else if (!fixedsum_add(&figure->is.sum, &other->is.sum))
		return PLAN_OUT_OF_RANGE;
	if (figure->count == 0 || figure->last_day < other->last_day)
		figure->last_day = other->last_day;
	figure->count = count;
	return PLAN_OK;
}

PlanError
figure_add_any(Figure *figure, const DatedValue *value)
{
	Figure		other;

	memset(&other, 0, sizeof(other));
	other.kind = value->kind;
	if (isinf(value->value))
		return PLAN_OUT_OF_RANGE;
	if (!isnan(value->value))
	{
		other.count = 1;
		other.last_day = value->day;
		if (figure_kind_has_sum(value->kind))
		{
			if (!fixedsum_add_double(&other.is.sum, value->value))
				return PLAN_OUT_OF_RANGE;
		}
		else
		{
			other.is.one.value = value->value + 0.0;	/* adding 0 turns -0 into 0 */
			if (value->kind.kind == VALUE_FIRST + 1)
				other.is.one.day = value->day;
		}
	}
	return figure_merge(figure, &other);
}

/* Undefined where there is no value, ambiguous where the day that decides has several. */
PlanError
figure_value(const Figure *figure, double *value)
{
	FixedSum	count = {{0, (uint64_t) figure->count, 0}};

	if (figure->count <= 0)
		return PLAN_UNDEFINED;
	if (figure->is_ambiguous)
		return PLAN_AMBIGUOUS;
	if (figure->kind.kind == VALUE_FLOW + 1)
		*value = fixedsum_to_double(&figure->is.sum);
	else if (figure->kind.kind == VALUE_AVERAGE + 1)
		*value = fixedsum_ratio(&figure->is.sum, &count);
	else
		*value = figure->is.one.value;
	return PLAN_OK;
}

static bool
is_day(int32_t day)
{
	return day >= GREGORIAN_FIRST_DAY && day < GREGORIAN_END_DAY;
}

/* Of one that may come from anywhere; nothing at all is not valid. */
bool
figure_is_valid(const Figure *figure)
{
	bool		is_first = figure->kind.kind == VALUE_FIRST + 1;
	double		value = figure->is.one.value;

	if (figure->kind.kind < 1 || figure->kind.kind > VALUE_FIRST + 1 ||
		figure->kind.across < ACROSS_SUM || figure->kind.across > ACROSS_NONE ||
		figure->is_ambiguous > 1 || figure->reserved != 0 || figure->count < 0)
		return false;
	if (figure->count == 0)
		return figure->is_ambiguous == 0 && figure->last_day == 0 &&
			fixedsum_is_zero(&figure->is.sum);
	if (!is_day(figure->last_day))
		return false;
	if (figure_kind_has_sum(figure->kind))
		return !figure->is_ambiguous;
	if (!isfinite(value) || (value == 0.0 && signbit(value)) || figure->is.one.zero[0] != 0 ||
		figure->is.one.zero[1] != 0 || figure->is.one.zero[2] != 0)
		return false;
	if (is_first ? !is_day(figure->is.one.day) || figure->is.one.day > figure->last_day
		: figure->is.one.day != 0)
		return false;
	return !figure->is_ambiguous ||
		(figure->count > 1 && period_value_has_day(figure_value_kind(figure->kind)));
}

#define COMPARE(x, y) \
	do { \
		if ((x) != (y)) \
			return (x) < (y) ? -1 : 1; \
	} while (0)

int
figure_compare(const Figure *a, const Figure *b)
{
	COMPARE(a->kind.kind, b->kind.kind);
	COMPARE(a->kind.across, b->kind.across);
	if (figure_kind_has_sum(a->kind))
		COMPARE(fixedsum_compare(&a->is.sum, &b->is.sum), 0);
	else
	{
		COMPARE(a->is.one.value, b->is.one.value);
		COMPARE(a->is.one.day, b->is.one.day);
	}
	COMPARE(a->last_day, b->last_day);
	COMPARE(a->count, b->count);
	COMPARE(a->is_ambiguous, b->is_ambiguous);
	return 0;
}

/* Skip a space and "key=". */
static bool
skip_key(const char **cursor, const char *key)
{
	text_skip_spaces(cursor);
	return text_skip_word(cursor, key) && text_skip_word(cursor, "=");
}

/* A day that ends before the next space. */
static PlanError
read_day(const char **cursor, int32_t *day)
{
	char		text[PERIOD_TEXT_SIZE];
	/* Days before our era end with a word of their own, and a key has no space before its "=". */
	const char *end = strchr(*cursor, '=');
	size_t		length;
	Period		period;

	while (end != NULL && end > *cursor && *end != ' ')
		end--;
	if (end == NULL || (length = (size_t) (end - *cursor)) >= sizeof(text))
		return PLAN_SYNTAX;
	memcpy(text, *cursor, length);
	text[length] = '\0';
	if (period_read(text, &period) != PLAN_OK || period_days(period) != 1)
		return PLAN_SYNTAX;
	*day = period.first;
	*cursor = end;
	return PLAN_OK;
}

/* The kind, with its rule across. */
static PlanError
read_kind(const char **cursor, FigureKind *kind)
{
	const char *begin;
	const char *p;

	text_skip_spaces(cursor);
	begin = p = *cursor;
	while (*p != '\0' && *p != ' ')
		p++;
	*cursor = p;
	text_skip_spaces(cursor);
	if (text_skip_word(cursor, ACROSS_TEXT))
	{
		text_skip_spaces(cursor);
		while (**cursor != '\0' && **cursor != ' ')
			(*cursor)++;
		p = *cursor;
	}
	return figure_kind_read(begin, (size_t) (p - begin), kind);
}

/* The count and days. */
static PlanError
read_head(const char **cursor, Figure *figure)
{
	PlanError	error;

	if (!skip_key(cursor, "n"))
		return PLAN_SYNTAX;
	if ((error = text_read_int64(cursor, &figure->count)) != PLAN_OK)
		return error;
	if (figure->kind.kind == VALUE_FIRST + 1)
	{
		if (!skip_key(cursor, "at"))
			return PLAN_SYNTAX;
		if ((error = read_day(cursor, &figure->is.one.day)) != PLAN_OK)
			return error;
	}
	return skip_key(cursor, "to") ? read_day(cursor, &figure->last_day) : PLAN_SYNTAX;
}

PlanError
figure_read(const char *text, Figure *figure)
{
	PlanError	error;

	memset(figure, 0, sizeof(*figure));
	if ((error = read_kind(&text, &figure->kind)) != PLAN_OK)
		return error;
	text_skip_spaces(&text);
	if (!text_skip_word(&text, EMPTY_TEXT))
	{
		bool		has_sum = figure_kind_has_sum(figure->kind);

		if ((error = read_head(&text, figure)) != PLAN_OK)
			return error;
		if (!skip_key(&text, has_sum ? "sum" : "value"))
			return PLAN_SYNTAX;
		error = has_sum ? fixedsum_read(&text, &figure->is.sum)
			: text_read_double(&text, &figure->is.one.value);
		if (error != PLAN_OK)
			return error;
		text_skip_spaces(&text);
		if (text_skip_word(&text, AMBIGUOUS_TEXT))
			figure->is_ambiguous = 1;
		if (figure->count == 0)
			return PLAN_SYNTAX;
	}
	text_skip_spaces(&text);
	return *text == '\0' && figure_is_valid(figure) ? PLAN_OK : PLAN_SYNTAX;
}

static char *
write_day(char *p, const char *name, int32_t day)
{
	p += text_write_name(p, name);
	p += period_write(p, (Period) {day, day + 1});
	*p++ = ' ';
	return p;
}

size_t
figure_write(char *out, const Figure *figure)
{
	bool		has_sum = figure_kind_has_sum(figure->kind);
	char	   *p = out + figure_kind_write(out, figure->kind);

	*p++ = ' ';
	if (figure->count == 0)
		return (size_t) (p - out) + (size_t) sprintf(p, EMPTY_TEXT);
	p += text_write_name(p, "n");
	p += text_write_int64(p, figure->count);
	*p++ = ' ';
	if (figure->kind.kind == VALUE_FIRST + 1)
		p = write_day(p, "at", figure->is.one.day);
	p = write_day(p, "to", figure->last_day);
	p += text_write_name(p, has_sum ? "sum" : "value");
	p += has_sum ? fixedsum_write(p, &figure->is.sum)
		: text_write_double(p, figure->is.one.value);
	*p = '\0';
	if (figure->is_ambiguous)
		p += sprintf(p, " " AMBIGUOUS_TEXT);
	return (size_t) (p - out);
}

/*
 * Several figures.
 */

/* Add a figure, of a weight that counts in means alone.  A single one may be of any size. */
void
figure_parts_add(FigureParts *parts, AcrossRule rule, double value, double weight)
{
	if (rule == ACROSS_SUM && !fixedsum_add_double(&parts->sum, value))
		parts->is_too_large = true;
	if (rule == ACROSS_MEAN && !fixedsum_add_double(&parts->weight, weight))
		parts->is_too_large = true;
	if (rule == ACROSS_MEAN && !fixedsum_add_product(&parts->sum, value, weight))
		parts->is_too_large = true;
	if (parts->count == 0 || (rule == ACROSS_MIN ? value < parts->value : value > parts->value))
		parts->value = value;
	parts->count++;
}

/*
 * Undefined without parts, where no rule puts several together, and where none has a weight;
 * PLAN_OUT_OF_RANGE where their sum does not fit.
 */
PlanError
figure_parts_value(const FigureParts *parts, AcrossRule rule, double *value)
{
	if (parts->count == 0 || (rule == ACROSS_NONE && parts->count > 1))
		return PLAN_UNDEFINED;
	if (rule == ACROSS_MEAN && !parts->is_too_large && fixedsum_sign(&parts->weight) <= 0)
		return PLAN_UNDEFINED;
	*value = parts->value;
	if (parts->count == 1 || rule == ACROSS_MAX || rule == ACROSS_MIN)
		return PLAN_OK;
	if (parts->is_too_large)
		return PLAN_OUT_OF_RANGE;
	if (rule == ACROSS_SUM)
		*value = fixedsum_to_double(&parts->sum);
	else
		*value = fixedsum_ratio(&parts->sum, &parts->weight);
	return PLAN_OK;
}
