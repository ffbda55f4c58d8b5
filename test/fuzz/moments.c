/*
 * Moments: any bits are a state that every reader survives; text reads back unchanged;
 * adding and subtracting undo each other, rows as well as states.
 */
#include "core/moments.h"

#include "fuzz.h"

static void
check_readers(const Moments *moments)
{
	char		text[MOMENTS_TEXT_SIZE];
	Moments		again;
	double		figure;

	CHECK(moments_write(text, moments) < MOMENTS_TEXT_SIZE);
	CHECK(moments_read(text, &again) == PLAN_OK);
	CHECK(memcmp(moments, &again, sizeof(again)) == 0);
	CHECK(moments_compare(moments, &again) == 0);
	if (moments_figure(moments, &figure) == PLAN_OK)
		CHECK(isfinite(figure));
}

static void
check_group(const Moments *a, const Moments *b)
{
	Moments		sum = *a;
	Moments		other = *b;

	if (moments_add(&sum, b) != PLAN_OK)
		return;
	CHECK(moments_is_valid(&sum));
	check_readers(&sum);
	CHECK(moments_add(&other, a) == PLAN_OK && memcmp(&sum, &other, sizeof(sum)) == 0);
	if (moments_is_invertible(b) && moments_is_invertible(&sum))
	{
		CHECK(moments_subtract(&sum, b) == PLAN_OK);
		CHECK(memcmp(&sum, a, sizeof(sum)) == 0);
	}
}

/* A row of figures as the aggregates let them in, added and taken away. */
static void
check_row(const Moments *before, double parameter, double x, double second)
{
	Moments		moments = *before;

	if (!isfinite(x) || !isfinite(second) || !moments_can_hold(x) || !moments_can_hold(second) ||
		!measure_takes(moments.measure, parameter))
		return;
	x += 0.0;
	second += 0.0;
	if (moments.measure != MEASURE_BETA)
		second = measure_is_weighted(moments.measure) ? fabs(second) : 1.0;
	if (moments_set_parameter(&moments, parameter + 0.0) != PLAN_OK ||
		moments_add_row(&moments, 1, x, second) != PLAN_OK)
		return;
	CHECK(moments_is_valid(&moments));
	check_readers(&moments);
	if (moments_is_invertible(&moments))
	{
		CHECK(moments_add_row(&moments, -1, x, second) == PLAN_OK);
		CHECK(memcmp(&moments, before, sizeof(moments)) == 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	Moments		states[2];
	double		figures[3];

	if (moments_read(text, &states[0]) == PLAN_OK)
		check_readers(&states[0]);
	free(text);
	if (size < sizeof(figures))
		return 0;
	memcpy(figures, data, sizeof(figures));
	for (int i = 0; i < NUM_MEASURES; i++)
	{
		moments_init(&states[0], (Measure) i);
		check_row(&states[0], measure_parameter((Measure) i) == NULL ? 0.0 : figures[0], figures[1],
				  figures[2]);
	}
	if (size < sizeof(states))
		return 0;
	memcpy(states, data, sizeof(states));
	for (int i = 0; i < 2; i++)
	{
		states[i].version = MOMENTS_VERSION;
		states[i].measure = states[0].measure % NUM_MEASURES;
		memset(states[i].reserved, 0, sizeof(states[i].reserved));
		if (!measure_takes(states[i].measure, states[0].parameter))
			states[0].parameter = measure_parameter(states[i].measure) == NULL ? 0.0 : 1.0;
		states[i].parameter = states[0].parameter + 0.0;
		if (!(states[i].min_coverage >= 0.0 && states[i].min_coverage <= 1.0) || states[i].covering == 0)
			states[i].min_coverage = 0.0;
		states[i].min_coverage += 0.0;
		if (!moments_is_valid(&states[i]))
			return 0;
		check_readers(&states[i]);
		check_row(&states[i], states[i].parameter, figures[1], figures[2]);
	}
	check_group(&states[0], &states[1]);
	return 0;
}
