/*
 * Figures: what can be read is valid and reads back; merging is commutative and associative to the
 * bit, and adding value by value gives what merging parts gives, and a plain array tells.
 */
#include "core/figure.h"

#include "fuzz.h"

#define MAX_INPUT_SIZE 132

#define MAX_VALUES 64

static void
check_round_trip(const Figure *figure)
{
	char		text[FIGURE_TEXT_SIZE];
	Figure		again;

	/* There is no text of nothing. */
	if (figure->kind.kind == 0)
		return;
	CHECK(figure_is_valid(figure));
	CHECK(figure_write(text, figure) < FIGURE_TEXT_SIZE);
	CHECK(figure_read(text, &again) == PLAN_OK);
	CHECK(memcmp(figure, &again, sizeof(again)) == 0);
	CHECK(figure_compare(figure, &again) == 0);
}

static void
check_merge(const Figure *a, const Figure *b, const Figure *c)
{
	Figure		forward = *a;
	Figure		backward = *b;
	Figure		right;
	PlanError	error = figure_merge(&forward, b);

	CHECK(figure_merge(&backward, a) == error);
	CHECK((figure_compare(a, b) == 0) == (memcmp(a, b, sizeof(*a)) == 0));
	CHECK((figure_compare(a, b) < 0) == (figure_compare(b, a) > 0));
	if (error != PLAN_OK)
	{
		CHECK(memcmp(&forward, a, sizeof(forward)) == 0);
		return;
	}
	CHECK(memcmp(&forward, &backward, sizeof(forward)) == 0);
	check_round_trip(&forward);
	right = *b;
	if (figure_merge(&right, c) != PLAN_OK || figure_merge(&forward, c) != PLAN_OK)
		return;
	backward = *a;
	if (figure_merge(&backward, &right) == PLAN_OK)
		CHECK(memcmp(&forward, &backward, sizeof(forward)) == 0);
}

/* Bytes that a client sends as a figure are valid, or are refused. */
static void
check_bytes(const uint8_t *data, size_t size)
{
	Figure		figure;

	memset(&figure, 0, sizeof(figure));
	memcpy(&figure, data, size < sizeof(figure) ? size : sizeof(figure));
	if (figure_is_valid(&figure))
	{
		double		value;

		check_round_trip(&figure);
		(void) figure_value(&figure, &value);
		check_merge(&figure, &figure, &figure);
	}
}

static DatedValue
value_from(const uint8_t *data, FigureKind kind)
{
	DatedValue	value = {data[1] == 0 ? NAN : (data[1] - 128) / 4.0, data[0] / 3, kind};

	return value;
}

/* The figure of some values by its definition: NAN where there is none, or where two would do. */
static double
plain_figure(const DatedValue *values, size_t count, PeriodValueKind kind)
{
	double		figure = NAN;
	double		sum = 0.0;
	int32_t		day = 0;
	int			counted = 0;
	bool		ambiguous = false;

	for (size_t i = 0; i < count; i++)
	{
		double		value = values[i].value;
		bool		takes = counted == 0;

		if (isnan(value))
			continue;
		sum += value;
		if (period_value_has_day(kind))
		{
			bool		before = kind == VALUE_FIRST ? values[i].day < day : values[i].day > day;

			ambiguous = counted > 0 && (before ? false : ambiguous || values[i].day == day);
			takes = takes || before;
		}
		else
			takes = takes || (kind == VALUE_PEAK ? value > figure : value < figure);
		if (takes)
		{
			figure = value;
			day = values[i].day;
		}
		counted++;
	}
	if (counted == 0 || ambiguous)
		return NAN;
	return kind == VALUE_FLOW ? sum : kind == VALUE_AVERAGE ? sum / counted : figure;
}

/* Values of some kind, added in both directions and in three parts. */
static void
check_values(const uint8_t *data, size_t size)
{
	FigureKind	kind =
		{(uint8_t) (1 + data[0] % (VALUE_FIRST + 1)), (uint8_t) (ACROSS_SUM + data[1] % 5)};
	size_t		count = (size - 2) / 2 < MAX_VALUES ? (size - 2) / 2 : MAX_VALUES;
	DatedValue	values[MAX_VALUES];
	Figure		all,
				reversed,
				part[3];
	double		value,
				plain;
	PlanError	error;

	memset(&all, 0, sizeof(all));
	reversed = part[0] = part[1] = part[2] = all;
	for (size_t i = 0; i < count; i++)
		values[i] = value_from(data + 2 + 2 * i, kind);
	for (size_t i = 0; i < count; i++)
	{
		CHECK(figure_add(&all, &values[i]) == PLAN_OK);
		CHECK(figure_add(&reversed, &values[count - 1 - i]) == PLAN_OK);
		CHECK(figure_add(&part[data[0] * i % 3], &values[i]) == PLAN_OK);
	}
	CHECK(memcmp(&all, &reversed, sizeof(all)) == 0);
	check_merge(&part[0], &part[1], &part[2]);
	CHECK(figure_merge(&part[1], &part[2]) == PLAN_OK &&
		  figure_merge(&part[0], &part[1]) == PLAN_OK);
	CHECK(memcmp(&all, &part[0], sizeof(all)) == 0);
	check_round_trip(&all);
	plain = plain_figure(values, count, figure_value_kind(kind));
	error = figure_value(&all, &value);
	CHECK((error == PLAN_OK) == !isnan(plain));
	CHECK(error != PLAN_OK || value == plain);
}

/* Figures of several, against the same in doubles, which hold these exactly. */
static void
check_parts(const uint8_t *data, size_t size)
{
	AcrossRule	rule = ACROSS_SUM + data[0] % 5;
	FigureParts parts;
	double		sum = 0.0,
				weight = 0.0,
				high = -INFINITY,
				low = INFINITY,
				value = NAN;
	size_t		count = (size - 1) / 2;
	PlanError	error;

	memset(&parts, 0, sizeof(parts));
	for (size_t i = 0; i < count; i++)
	{
		double		part = (data[1 + 2 * i] - 128) / 4.0;
		double		w = data[2 + 2 * i] % 4 / 2.0;

		figure_parts_add(&parts, rule, part, w);
		sum += rule == ACROSS_MEAN ? part * w : part;
		weight += w;
		high = fmax(high, part);
		low = fmin(low, part);
	}
	error = figure_parts_value(&parts, rule, &value);
	if (count == 0 || (rule == ACROSS_NONE && count > 1) || (rule == ACROSS_MEAN && weight == 0.0))
		CHECK(error == PLAN_UNDEFINED);
	else
		CHECK(error == PLAN_OK &&
			  value == (count == 1 || rule == ACROSS_MAX ? high : rule == ACROSS_MIN ? low
						: rule == ACROSS_MEAN ? sum / weight : sum));
}

/* A kind, of no more than its length. */
static void
check_kind(const uint8_t *data, size_t size)
{
	char	   *exact = malloc(size + 1);
	char		text[FIGURE_KIND_SIZE];
	FigureKind	kind,
				again;

	memcpy(exact, data, size);
	exact = realloc(exact, size > 0 ? size : 1);
	if (figure_kind_read(exact, size, &kind) == PLAN_OK)
	{
		size_t		length = figure_kind_write(text, kind);

		CHECK(length < FIGURE_KIND_SIZE);
		CHECK(figure_kind_read(text, length, &again) == PLAN_OK);
		CHECK(figure_kinds_are_equal(kind, again));
	}
	free(exact);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	char	   *next = text;
	Figure		figures[3];
	int			count = 0;

	while (next != NULL && count < 3)
	{
		char	   *line = next;

		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		if (figure_read(line, &figures[count]) == PLAN_OK)
			check_round_trip(&figures[count++]);
	}
	if (count > 0)
		check_merge(&figures[0], &figures[count / 2], &figures[count - 1]);
	free(text);
	check_kind(data, size);
	check_bytes(data, size);
	if (size > 2)
	{
		check_values(data, size);
		check_parts(data, size);
	}
	return 0;
}
