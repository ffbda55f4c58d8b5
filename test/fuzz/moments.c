/*
 * Moments: any bits that are a state are one that every reader survives; text reads back
 * unchanged; states of rows, and those that pass for such, form a commutative group, but for
 * greatest and least values, which cannot be taken away.
 */
#include "core/moments.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 768

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

/* Whether the aggregates take a value with some weight: power means refuse what has no power. */
static int
is_taken(const Moments *moments, double parameter, double x, double weight)
{
	if (moments->measure != MEASURE_POWER_MEAN || weight == 0.0 || isinf(parameter) ||
		parameter == 1.0)
		return 1;
	return x > 0.0 || (x == 0.0 && parameter > 0.0);
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

/* In both orders, where both can be computed: a sum may be too large on one way alone. */
static void
check_associativity(const Moments *a, const Moments *b, const Moments *c)
{
	Moments		left = *a;
	Moments		right = *b;
	Moments		sum = *a;

	if (moments_add(&left, b) != PLAN_OK || moments_add(&left, c) != PLAN_OK ||
		moments_add(&right, c) != PLAN_OK || moments_add(&sum, &right) != PLAN_OK)
		return;
	CHECK(memcmp(&left, &sum, sizeof(sum)) == 0);
}

/* A value or weight of a usual size from a byte: zeros and equal ones among them. */
static double
small_figure(uint8_t byte)
{
	return byte % 8 == 0 ? 0.0 :
		(byte % 8 - (byte & 64 ? 4 : 0)) * ldexp(1.0, byte / 16 % 4 * 7 - 10);
}

/* Three states of some rows each: a byte for a state and what it asks for, two for a row. */
static void
check_states_of_rows(const uint8_t *data, size_t size)
{
	static const double parameters[] =
		{-HUGE_VAL, -2.0, -1.0, -0.3, 0.0, 0.3, 0.5, 1.0, 1.2, 2.0, 30.0, HUGE_VAL};
	Measure		measure = (Measure) (data[0] % NUM_MEASURES);
	double		parameter = measure_parameter(measure) == NULL ? 0.0 : parameters[data[1] % 12];
	Moments		states[3];

	if (!measure_takes(measure, parameter))
		parameter = 1.0;
	for (int i = 0; i < 3; i++)
		moments_init(&states[i], measure);
	for (size_t at = 2; at + 2 < size; at += 3)
	{
		Moments    *state = &states[data[at] % 3];
		double		x = small_figure(data[at + 1]);
		double		second = small_figure(data[at + 2]);

		if (measure != MEASURE_BETA)
			second = measure_is_weighted(measure) ? fabs(second) : 1.0;
		if (!is_taken(state, parameter, x, second))
			x = 1.0;
		CHECK(moments_set_parameter(state, parameter) == PLAN_OK);
		if (measure == MEASURE_POWER_MEAN && data[at] & 64)
			CHECK(moments_cover(state, 1, 0.5) == PLAN_OK);
		if (measure != MEASURE_BETA && data[at] & 128)
			CHECK(moments_add_missing(state, 1) == PLAN_OK);
		else if (moments_add_row(state, 1, x, second) != PLAN_OK)
			return;
		CHECK(moments_is_valid(state));
	}
	for (int i = 0; i < 3; i++)
	{
		check_readers(&states[i]);
		check_group(&states[i], &states[(i + 1) % 3]);
	}
	check_associativity(&states[0], &states[1], &states[2]);
	check_associativity(&states[2], &states[0], &states[1]);
}

/* What the sums of a state that rows make have in common: W counts, and what is not summed is 0. */
static void
make_plausible(Moments *state)
{
	int64_t		count = state->rows - state->missing;
	bool		keeps_count = state->measure == MEASURE_CV_SAMPLE ||
		state->measure == MEASURE_SIGMA ||
		state->measure == MEASURE_SIGMA_CV || state->measure == MEASURE_MAX_MIN;

	if (state->measure != MEASURE_BETA)
		memset(state->sum[SUM_XF], 0, sizeof(state->sum[SUM_XF]));
	else
		state->missing = 0;
	if (state->measure != MEASURE_POWER_MEAN)
		state->covering = 0;
	else if (state->parameter == 0.0 || state->parameter == 1.0)
		memset(state->sum[state->parameter == 0.0 ? SUM_X : SUM_F], 0, sizeof(state->sum[0]));
	if (!moments_is_invertible(state))
	{
		/* Small counts, and ends that are whole numbers. */
		state->rows &= 0xff;
		state->missing = state->zeros = state->negatives = 0;
		state->covering &= state->measure == MEASURE_POWER_MEAN ? state->rows : 0;
		for (int i = 0; i < MOMENTS_LIMBS; i++)
			if (i != MOMENTS_FRACTION)
				state->sum[SUM_W][i] = state->sum[SUM_X][i] = state->sum[SUM_F][i] = 0;
		state->sum[SUM_X][MOMENTS_FRACTION] &= 0xff;
		state->sum[SUM_F][MOMENTS_FRACTION] &= 0xffff;
		count = state->rows;
	}
	if (state->measure == MEASURE_SIGMA || state->measure == MEASURE_SIGMA_CV)
		count -= state->zeros + state->negatives;
	for (int i = 0; keeps_count && i < MOMENTS_LIMBS; i++)
		state->sum[SUM_W][i] = i < MOMENTS_FRACTION ? 0 : i == MOMENTS_FRACTION ? (uint64_t) count :
			count < 0 ? ~(uint64_t) 0 : 0;
}

/*
 * Whether a sum is close to its end.  A row adds its terms one by one: of two of unlike sign, the
 * first alone may not fit where both do.  No rows come that far.
 */
static bool
is_near_end(const Moments *state)
{
	for (int i = 0; i < NUM_SUMS; i++)
	{
		int64_t		high = (int64_t) state->sum[i][MOMENTS_LIMBS - 1];

		if (high >= INT64_MAX / 2 || high <= INT64_MIN / 2)
			return true;
	}
	return false;
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
	if (!is_taken(&moments, parameter, x, second) ||
		moments_set_parameter(&moments, parameter + 0.0) != PLAN_OK ||
		moments_add_row(&moments, 1, x, second) != PLAN_OK)
		return;
	CHECK(moments_is_valid(&moments));
	check_readers(&moments);
	if (moments_is_invertible(&moments) && !is_near_end(before))
	{
		CHECK(moments_add_row(&moments, -1, x, second) == PLAN_OK);
		CHECK(memcmp(&moments, before, sizeof(moments)) == 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	Moments		states[3];
	double		figures[3];

	if (moments_read(text, &states[0]) == PLAN_OK)
		check_readers(&states[0]);
	free(text);
	if (size >= 2)
		check_states_of_rows(data, size);
	if (size < sizeof(figures))
		return 0;
	memcpy(figures, data, sizeof(figures));
	for (int i = data[0] % 4; i < NUM_MEASURES; i += 4)
	{
		moments_init(&states[0], (Measure) i);
		check_row(&states[0], measure_parameter((Measure) i) == NULL ? 0.0 : figures[0], figures[1],
				  figures[2]);
	}
	if (size < sizeof(states))
		return 0;
	memcpy(states, data, sizeof(states));
	for (int i = 0; i < 3; i++)
	{
		/* Counts that can be added up without reaching their ends. */
		states[i].rows >>= 8;
		states[i].missing >>= 8;
		states[i].zeros >>= 8;
		states[i].negatives >>= 8;
		states[i].version = MOMENTS_VERSION;
		states[i].measure = states[0].measure % NUM_MEASURES;
		memset(states[i].reserved, 0, sizeof(states[i].reserved));
		if (!measure_takes(states[i].measure, states[0].parameter))
			states[0].parameter = measure_parameter(states[i].measure) == NULL ? 0.0 : 1.0;
		states[i].parameter = states[0].parameter + 0.0;
		if (data[sizeof(states) - 1] % 2 == 0)
			make_plausible(&states[i]);
		if (!(states[i].min_coverage >= 0.0 && states[i].min_coverage <= 1.0) ||
			states[i].covering == 0)
			states[i].min_coverage = 0.0;
		states[i].min_coverage += 0.0;
		if (!moments_is_valid(&states[i]))
			return 0;
		check_readers(&states[i]);
		check_row(&states[i], states[i].parameter, figures[1], figures[2]);
	}
	check_group(&states[0], &states[1]);
	check_group(&states[1], &states[2]);
	check_associativity(&states[0], &states[1], &states[2]);
	return 0;
}
