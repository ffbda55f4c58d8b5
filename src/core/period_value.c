/*
 * period_value.c
 *		The value of one indicator over a period, from values dated within it.
 *
 * The text forms:
 *
 *		flow n=3 sum=35.5
 *		stock n=2 at=2023-06-30 value=172
 *		cumulative n=2 at=2023-06-30 value=39.7
 *		average n=3 sum=23.67
 *		peak n=3 value=12
 *		least n=3 value=-2
 *		first n=3 at=2023-01-01 value=160
 *		stock n=3 at=2023-06-30 value=120 ambiguous
 *		flow empty
 */
#include "core/period_value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/text.h"

#define EMPTY_TEXT "empty"
#define AMBIGUOUS_TEXT "ambiguous"

static const Word words[] = {
	{"flow", VALUE_FLOW},
	{"stock", VALUE_STOCK},
	{"cumulative", VALUE_CUMULATIVE},
	{"average", VALUE_AVERAGE},
	{"peak", VALUE_PEAK},
	{"least", VALUE_LEAST},
	{"first", VALUE_FIRST},
	{"sum", VALUE_FLOW},
	{"last", VALUE_STOCK},
	{"closing", VALUE_STOCK},
	{"mean", VALUE_AVERAGE},
	{"max", VALUE_PEAK},
	{"min", VALUE_LEAST},
	{"opening", VALUE_FIRST},
};

const WordTable value_kind_words = WORD_TABLE("kind of value", words,
											  "Valid values are flow, stock, cumulative, average, "
											  "peak, least and first.");

const char *
period_value_kind_name(PeriodValueKind kind)
{
	return word_name(&value_kind_words, kind);
}

static bool
has_sum(const PeriodValue *state)
{
	return state->kind == VALUE_FLOW || state->kind == VALUE_AVERAGE;
}

/* Flows and averages can be subtracted; other kinds do not keep earlier values. */
bool
period_value_is_group(const PeriodValue *state)
{
	return state->kind == VALUE_FLOW || state->kind == VALUE_AVERAGE;
}

/* Whether one day decides. */
bool
period_value_has_day(PeriodValueKind kind)
{
	return kind == VALUE_STOCK || kind == VALUE_CUMULATIVE || kind == VALUE_FIRST;
}

static bool
has_day(const PeriodValue *state)
{
	return period_value_has_day((PeriodValueKind) state->kind);
}

void
period_value_init(PeriodValue *state, PeriodValueKind kind)
{
	memset(state, 0, sizeof(*state));
	state->version = PERIOD_VALUE_VERSION;
	state->kind = (uint8_t) kind;
}

/* The identity of its kind. */
static bool
is_empty(const PeriodValue *state)
{
	return state->count == 0 && state->period == 0 && fixedsum_sign(&state->sum) == 0;
}

bool
period_value_is_invertible(const PeriodValue *state)
{
	return period_value_is_group(state) || is_empty(state);
}

/*
 * How two figures of a kind that keeps one of them compare: positive if the first is the one to
 * keep, and 0 if neither is, since both are of the day that decides, or equal.
 */
int
period_value_order(PeriodValueKind kind, int64_t period, double value, int64_t other_period,
				   double other_value)
{
	switch (kind)
	{
		case VALUE_PEAK:
			return (value > other_value) - (value < other_value);
		case VALUE_LEAST:
			return (value < other_value) - (value > other_value);
		case VALUE_FIRST:
			return (period < other_period) - (period > other_period);
		default:
			return (period > other_period) - (period < other_period);
	}
}

/* Of two figures of one day the higher is kept, in whatever order they come, and marked. */
static void
keep_figure(PeriodValue *state, const PeriodValue *other)
{
	int			order = state->count == 0 ? -1 :
		period_value_order((PeriodValueKind) state->kind, state->period, state->value,
						   other->period, other->value);

	if (order < 0 || (order == 0 && other->value > state->value))
	{
		state->period = other->period;
		state->value = other->value;
	}
	if (order < 0)
		state->is_ambiguous = other->is_ambiguous;
	else if (order == 0 && has_day(state))
		state->is_ambiguous = 1;
}

static PlanError
merge_figures(PeriodValue *state, const PeriodValue *other)
{
	int64_t		count;

	if (__builtin_add_overflow(state->count, other->count, &count))
		return PLAN_OUT_OF_RANGE;
	if (has_sum(state))
	{
		if (!fixedsum_add(&state->sum, &other->sum))
			return PLAN_OUT_OF_RANGE;
	}
	else if (other->count > 0)
		keep_figure(state, other);
	state->count = count;
	return PLAN_OK;
}

PlanError
period_value_merge(PeriodValue *state, const PeriodValue *other)
{
	if (state->kind != other->kind)
		return PLAN_MIXED_KINDS;
	if (is_empty(other))
		return PLAN_OK;
	if (is_empty(state))
		*state = *other;
	else
		return merge_figures(state, other);
	return PLAN_OK;
}

/* PLAN_UNDEFINED for kinds that keep the last or the highest value. */
PlanError
period_value_subtract(PeriodValue *state, const PeriodValue *other)
{
	if (state->kind != other->kind)
		return PLAN_MIXED_KINDS;
	if (is_empty(other))
		return PLAN_OK;
	if (!period_value_is_group(state))
		return PLAN_UNDEFINED;
	if (__builtin_sub_overflow(state->count, other->count, &state->count) ||
		!fixedsum_subtract(&state->sum, &other->sum))
		return PLAN_OUT_OF_RANGE;
	return PLAN_OK;
}

/* Add a figure, whose period is its day.  NaN adds none. */
PlanError
period_value_add(PeriodValue *state, int64_t period, double value)
{
	PeriodValue figure;

	if (isinf(value))
		return PLAN_OUT_OF_RANGE;
	if (isnan(value))
		return PLAN_OK;
	period_value_init(&figure, (PeriodValueKind) state->kind);
	if (has_day(&figure))
		figure.period = period;
	figure.count = 1;
	if (!has_sum(&figure))
		figure.value = value + 0.0; /* adding 0 turns -0 into 0 */
	else if (!fixedsum_add_double(&figure.sum, value))
		return PLAN_OUT_OF_RANGE;
	return period_value_merge(state, &figure);
}

/* Undefined where there was no figure, ambiguous where the day that decides has several. */
PlanError
period_value_figure(const PeriodValue *state, double *figure)
{
	FixedSum	count = {{0, (uint64_t) state->count, 0}};

	if (state->count <= 0)
		return PLAN_UNDEFINED;
	if (state->is_ambiguous)
		return PLAN_AMBIGUOUS;
	if (state->kind == VALUE_AVERAGE)
		*figure = fixedsum_ratio(&state->sum, &count);
	else if (has_sum(state))
		*figure = fixedsum_to_double(&state->sum);
	else
		*figure = state->value;
	return PLAN_OK;
}

/* Of one that may come from anywhere. */
bool
period_value_is_valid(const PeriodValue *state)
{
	static const uint8_t zeros[sizeof(state->reserved)] = {0};
	Period		period = period_unpack(state->period);

	if (state->version != PERIOD_VALUE_VERSION || state->kind >= NUM_VALUE_KINDS ||
		memcmp(state->reserved, zeros, sizeof(zeros)) != 0 || state->is_ambiguous > 1 ||
		(state->is_ambiguous && (!has_day(state) || state->count < 2)))
		return false;
	if (is_empty(state) && state->value == 0.0 && !signbit(state->value))
		return true;
	/* Differences may have any count. */
	if (!period_value_is_group(state) && state->count < 1)
		return false;
	if (has_day(state) ? !period_is_valid(period) : state->period != 0)
		return false;
	if (has_day(state) && period_days(period) != 1)
		return false;
	if (has_sum(state))
		return state->value == 0.0 && !signbit(state->value);
	return isfinite(state->value) && !(state->value == 0.0 && signbit(state->value)) &&
		fixedsum_sign(&state->sum) == 0;
}

#define COMPARE(x, y) \
	do { \
		if ((x) != (y)) \
			return (x) < (y) ? -1 : 1; \
	} while (0)

int
period_value_compare(const PeriodValue *a, const PeriodValue *b)
{
	COMPARE(a->kind, b->kind);
	COMPARE(a->period, b->period);
	COMPARE(a->value, b->value);
	COMPARE(fixedsum_compare(&a->sum, &b->sum), 0);
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

/* A period that ends before the next space. */
static PlanError
read_packed_period(const char **cursor, int64_t *packed)
{
	char		text[PERIOD_TEXT_SIZE];
	const char *end = strchr(*cursor, '=');
	Period		period;
	PlanError	error;
	size_t		length;

	/* The name of the next key stands before its equals sign. */
	while (end != NULL && end > *cursor && *end != ' ')
		end--;
	if (end == NULL || (length = (size_t) (end - *cursor)) >= sizeof(text))
		return PLAN_SYNTAX;
	memcpy(text, *cursor, length);
	text[length] = '\0';
	if ((error = period_read(text, &period)) != PLAN_OK)
		return error == PLAN_BAD_DATE ? PLAN_OUT_OF_RANGE : PLAN_SYNTAX;
	*packed = period_pack(period);
	*cursor = end;
	return PLAN_OK;
}

static PlanError
read_kind(const char **cursor, PeriodValue *state)
{
	for (int i = 0; i < NUM_VALUE_KINDS; i++)
		if (text_skip_word(cursor, period_value_kind_name(i)))
		{
			period_value_init(state, (PeriodValueKind) i);
			return PLAN_OK;
		}
	return PLAN_SYNTAX;
}

PlanError
period_value_read(const char *text, PeriodValue *state)
{
	PlanError	error;

	text_skip_spaces(&text);
	if ((error = read_kind(&text, state)) != PLAN_OK)
		return error;
	text_skip_spaces(&text);
	if (text_skip_word(&text, EMPTY_TEXT))
	{
		text_skip_spaces(&text);
		return *text == '\0' ? PLAN_OK : PLAN_SYNTAX;
	}
	if (!skip_key(&text, "n"))
		return PLAN_SYNTAX;
	if ((error = text_read_int64(&text, &state->count)) != PLAN_OK)
		return error;
	if (has_day(state))
	{
		if (!skip_key(&text, "at"))
			return PLAN_SYNTAX;
		if ((error = read_packed_period(&text, &state->period)) != PLAN_OK)
			return error;
	}
	if (!skip_key(&text, has_sum(state) ? "sum" : "value"))
		return PLAN_SYNTAX;
	error = has_sum(state) ? fixedsum_read(&text, &state->sum) :
		text_read_double(&text, &state->value);
	if (error != PLAN_OK)
		return error;
	text_skip_spaces(&text);
	if (has_day(state) && text_skip_word(&text, AMBIGUOUS_TEXT))
		state->is_ambiguous = 1;
	text_skip_spaces(&text);
	return *text == '\0' && period_value_is_valid(state) ? PLAN_OK : PLAN_SYNTAX;
}

size_t
period_value_write(char *out, const PeriodValue *state)
{
	const char *kind = period_value_kind_name(state->kind);
	char	   *p = out + strlen(kind);

	memcpy(out, kind, strlen(kind));
	*p++ = ' ';
	if (is_empty(state))
		return (size_t) (p - out) + (size_t) sprintf(p, EMPTY_TEXT);
	p += text_write_name(p, "n");
	p += text_write_int64(p, state->count);
	*p++ = ' ';
	if (has_day(state))
	{
		p += text_write_name(p, "at");
		p += period_write(p, period_unpack(state->period));
		*p++ = ' ';
	}
	p += text_write_name(p, has_sum(state) ? "sum" : "value");
	p += has_sum(state) ? fixedsum_write(p, &state->sum) : text_write_double(p, state->value);
	*p = '\0';
	if (state->is_ambiguous)
		p += sprintf(p, " " AMBIGUOUS_TEXT);
	return (size_t) (p - out);
}
