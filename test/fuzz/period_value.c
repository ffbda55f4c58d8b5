/*
 * Figures of a period: what can be read is valid, reads back, and merges with others in
 * either order to the same; adding figure by figure gives what merging parts gives, and a
 * moving frame what its rows give alone.
 */
#include "core/moving_value.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 160

static void
check_round_trip(const PeriodValue *state)
{
	char		text[PERIOD_VALUE_TEXT_SIZE];
	PeriodValue again;

	CHECK(period_value_is_valid(state));
	CHECK(period_value_write(text, state) < PERIOD_VALUE_TEXT_SIZE);
	CHECK(period_value_read(text, &again) == PLAN_OK);
	CHECK(memcmp(state, &again, sizeof(again)) == 0);
	CHECK(period_value_compare(state, &again) == 0);
}

static void
check_merge(const PeriodValue *a, const PeriodValue *b)
{
	PeriodValue forward = *a;
	PeriodValue backward = *b;
	PlanError	error = period_value_merge(&forward, b);

	CHECK(period_value_merge(&backward, a) == error);
	if (error == PLAN_OK)
	{
		CHECK(memcmp(&forward, &backward, sizeof(forward)) == 0);
		check_round_trip(&forward);
		if (!period_value_is_invertible(b))
			CHECK(period_value_subtract(&forward, b) == PLAN_UNDEFINED);
		else if (period_value_subtract(&forward, b) == PLAN_OK)
			CHECK(memcmp(&forward, a, sizeof(forward)) == 0);
	}
}

/* Figures of some kind, split in two wherever, added in both directions. */
static void
check_figures(const uint8_t *data, size_t size)
{
	PeriodValueKind kind = data[0] % NUM_VALUE_KINDS;
	size_t		split = data[1];
	size_t		count = (size - 2) / 2;
	PeriodValue all,
				reversed,
				part[2];

	period_value_init(&all, kind);
	reversed = part[0] = part[1] = all;
	for (size_t i = 0; i < count; i++)
	{
		size_t		place[2] = {i, count - 1 - i};

		for (int way = 0; way < 2; way++)
		{
			const uint8_t *figure = data + 2 + 2 * place[way];
			int32_t		day = figure[0] * 40;
			Period		period = {day, day + 1};
			double		value = figure[1] == 0 ? NAN : (figure[1] - 128) / 4.0;

			CHECK(period_value_add(way == 0 ? &all : &reversed, period_pack(period),
								   value) == PLAN_OK);
			if (way == 0)
				CHECK(period_value_add(&part[i < split], period_pack(period), value) == PLAN_OK);
		}
	}
	CHECK(memcmp(&all, &reversed, sizeof(all)) == 0);
	check_round_trip(&all);
	check_merge(&part[0], &part[1]);
	CHECK(period_value_merge(&part[0], &part[1]) == PLAN_OK);
	CHECK(memcmp(&all, &part[0], sizeof(all)) == 0);
}

/* The figure of two bytes; some say nothing. */
static PeriodValue
value_from(const uint8_t *data, PeriodValueKind kind)
{
	int32_t		day = data[0];
	PeriodValue value;

	period_value_init(&value, kind);
	if (data[1] % 8 > 0)
		CHECK(period_value_add(&value, period_pack((Period) {day, day + 1}),
							   data[1] / 4.0) == PLAN_OK);
	return value;
}

/* A frame of up to so many rows. */
static void
check_moving(const uint8_t *data, size_t size)
{
	PeriodValueKind kind = data[0] % NUM_VALUE_KINDS;
	size_t		rows = 1 + data[1] % 16;
	size_t		count = (size - 2) / 2;
	MovingFigure ring[16];
	MovingValue moving = {.figure = ring, .capacity = 16};

	for (size_t i = 0; i < count; i++)
	{
		PeriodValue alone,
					value;

		if (i >= rows)
		{
			value = value_from(data + 2 + 2 * (i - rows), kind);
			CHECK(moving_value_remove(&moving, &value) == PLAN_OK);
		}
		CHECK(!moving_value_needs_room(&moving));
		value = value_from(data + 2 + 2 * i, kind);
		CHECK(moving_value_add(&moving, &value) == PLAN_OK);
		period_value_init(&alone, kind);
		for (size_t j = i < rows ? 0 : i + 1 - rows; j <= i; j++)
		{
			value = value_from(data + 2 + 2 * j, kind);
			CHECK(period_value_merge(&alone, &value) == PLAN_OK);
		}
		value = moving_value_now(&moving);
		CHECK(memcmp(&alone, &value, sizeof(alone)) == 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	char	   *second = strchr(text, '\n');
	PeriodValue a,
				b;

	if (second != NULL)
		*second++ = '\0';
	if (period_value_read(text, &a) == PLAN_OK)
	{
		check_round_trip(&a);
		check_merge(&a, &a);
		if (second != NULL && period_value_read(second, &b) == PLAN_OK)
			check_merge(&a, &b);
	}
	free(text);
	if (size > 4)
	{
		check_figures(data, size);
		check_moving(data, size);
	}
	return 0;
}
