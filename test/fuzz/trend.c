/*
 * Trends: any bits are a state that every reader survives; text reads back unchanged;
 * adding and subtracting undo each other; packed or whole, by plain integers or by wide
 * numbers, a row adds the same.
 */
#include "core/trend.h"

#include "core/calendar.h"
#include "fuzz.h"

static void
check_figures(const Trend *trend)
{
	TrendLine	line;
	Goal		goal;
	int32_t		day;
	double		figure;

	CHECK(goal_make(&goal, GOAL_WITHIN, -3.5, 1e10, false, 0.0) == PLAN_OK);
	if (!trend_fit(trend, &line))
		return;
	CHECK(isfinite(trend_slope_per_year(&line)));
	if (trend_growth_per_year(&line, &figure) == PLAN_OK)
		CHECK(figure >= -1.0);
	if (trend_r2(&line, &figure) == PLAN_OK)
		CHECK(figure >= 0.0 && figure <= 1.0);
	trend_projected(&line, CALENDAR_FIRST_DAY, &figure);
	if (trend_projected(&line, CALENDAR_END_DAY - 1, &figure) == PLAN_OK)
		CHECK(isfinite(figure));
	for (int direction = GOAL_HIGHER; direction <= GOAL_WITHIN; direction++)
	{
		goal.direction = direction;
		if (trend_reached_on(&line, &goal, &day) == PLAN_OK)
		{
			CHECK(day > CALENDAR_FIRST_DAY && day < CALENDAR_END_DAY);
			CHECK(trend_reached_within(&line, &goal, day, day));
		}
		else
			CHECK(trend_reached_within(&line, &goal, 0, 8000) ==
				  trend_reached_within(&line, &goal, 8000, 8000));
	}
}

/* The figures of a packed trend are those of the whole. */
static void
check_packed_figures(const Trend *trend, const PackedTrend *packed)
{
	TrendLine	line,
				whole;
	Goal		goal;
	int32_t		day = 0,
				whole_day = 0;
	double		figure = 0.0,
				whole_figure = 0.0;

	CHECK(goal_make(&goal, GOAL_WITHIN, 70.5, 71.0, false, 0.0) == PLAN_OK);
	CHECK(trend_fit_packed(packed, (TrendKind) trend->kind, &line) == trend_fit(trend, &whole));
	if (!trend_fit(trend, &whole))
		return;
	CHECK(trend_slope_per_year(&line) == trend_slope_per_year(&whole));
	CHECK(trend_r2(&line, &figure) == trend_r2(&whole, &whole_figure) && figure == whole_figure);
	CHECK(trend_projected(&line, 9000, &figure) == trend_projected(&whole, 9000, &whole_figure) &&
		  figure == whole_figure);
	CHECK(trend_reached_on(&line, &goal, &day) == trend_reached_on(&whole, &goal, &whole_day) &&
		  day == whole_day);
}

static void
check_readers(const Trend *trend)
{
	char		text[TREND_TEXT_SIZE];
	Trend		again;
	PackedTrend packed;

	CHECK(trend_write(text, trend) < TREND_TEXT_SIZE);
	CHECK(trend_read(text, &again) == PLAN_OK);
	CHECK(trend_compare(trend, &again) == 0);
	CHECK(memcmp(trend, &again, sizeof(again)) == 0);
	if (trend_pack(&packed, trend))
	{
		memset(&again, 0, sizeof(again));
		again.kind = trend->kind;
		CHECK(trend_add_packed(&again, &packed) == PLAN_OK);
		CHECK(memcmp(trend, &again, sizeof(again)) == 0);
		check_packed_figures(trend, &packed);
	}
	check_figures(trend);
}

static void
check_group(const Trend *a, const Trend *b)
{
	Trend		sum = *a;

	if (trend_add(&sum, b) == PLAN_OK)
	{
		check_readers(&sum);
		CHECK(trend_subtract(&sum, b) == PLAN_OK);
		CHECK(trend_compare(&sum, a) == 0);
	}
}

/* A row taken up by a packed trend is what it is for a whole one. */
static void
check_row(const PackedTrend *before, int by, int32_t day, double y)
{
	PackedTrend packed = *before;
	Trend		expected;
	Trend		trend;

	memset(&expected, 0, sizeof(expected));
	memset(&trend, 0, sizeof(trend));
	CHECK(trend_add_packed(&expected, before) == PLAN_OK);
	if (packed_trend_add(&packed, by, day, y))
	{
		CHECK(trend_add_row(&expected, by, day, y, 1.0) == PLAN_OK);
		CHECK(trend_add_packed(&trend, &packed) == PLAN_OK);
		CHECK(memcmp(&expected, &trend, sizeof(trend)) == 0);
		CHECK(packed_trend_add(&packed, -by, day, y));
	}
	CHECK(memcmp(&packed, before, sizeof(packed)) == 0);
}

static WideNumber
units_of(double x)
{
	FixedSum	sum = {{0, 0, 0}};

	CHECK(fixedsum_add_any_double(&sum, x));
	return wide_number(sum.limb, 3);
}

static bool
add_product(Trend *trend, int i, const WideNumber *a, const WideNumber *b)
{
	WideNumber	product = wide_product(a, b);
	uint64_t	term[WIDE_MAX_LIMBS];

	return wide_store(&product, term, trend_sums[i].limbs) &&
		wide_add(trend_sum(trend, i), term, trend_sums[i].limbs);
}

/* A row by its definition. */
static bool
add_by_definition(Trend *trend, int by, int32_t day, double y, double weight)
{
	WideNumber	w = units_of(by * weight);
	WideNumber	value = units_of(y);
	WideNumber	one = wide_from_int(1);
	WideNumber	x = wide_from_int(day);
	WideNumber	xx = wide_product(&x, &x);
	WideNumber	xy = wide_product(&x, &value);
	WideNumber	yy = wide_product(&value, &value);

	return !__builtin_add_overflow(trend->count, by, &trend->count) &&
		add_product(trend, 0, &w, &one) && add_product(trend, 1, &w, &x) &&
		add_product(trend, 2, &w, &xx) && add_product(trend, 3, &w, &value) &&
		add_product(trend, 4, &w, &xy) && add_product(trend, 5, &w, &yy);
}

static void
check_weighted_row(const Trend *before, int by, int32_t day, double y, double weight)
{
	Trend		trend = *before;
	Trend		expected = *before;
	bool		fits = add_by_definition(&expected, by, day, y, weight);

	CHECK((trend_add_row(&trend, by, day, y, weight) == PLAN_OK) == fits);
	if (fits)
		CHECK(memcmp(&trend, &expected, sizeof(trend)) == 0);
}

/* A float8 with its exponent brought between two others. */
static double
of_size(double x, int least, int greatest)
{
	uint64_t	bits = double_to_bits(x);
	uint64_t	exponent = 1023 + least + (bits >> 52 & 0x7ff) % (greatest - least + 1);

	return double_from_bits((bits & ~((uint64_t) 0x7ff << 52)) | exponent << 52);
}

static void
check_weighted_rows(const Trend *before, int32_t day, double y, double weight)
{
	double		value = of_size(y, -70, 60);
	double		ordinary = fabs(of_size(weight, -24, 60));

	for (int by = -1; by <= 1; by += 2)
	{
		check_weighted_row(before, by, day % (1 << 22), value, ordinary);
		check_weighted_row(before, by, day % 16384, value, ordinary);
		check_weighted_row(before, by, day, value, 1.0 + fmod(ordinary, 4.0));
		check_weighted_row(before, by, day, 0.0, ordinary);
		check_weighted_row(before, by, day, value, 0.0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	Trend		trends[2];

	if (trend_read(text, &trends[0]) == PLAN_OK)
		check_readers(&trends[0]);
	free(text);
	if (size >= 2 * sizeof(double) + sizeof(int32_t))
	{
		PackedTrend packed;
		double		figures[2];
		int32_t		day;
		Trend		trend;

		memcpy(figures, data, sizeof(figures));
		memcpy(&day, data + sizeof(figures), sizeof(day));
		memset(&packed, 0, sizeof(packed));
		check_row(&packed, 1, day, figures[0]);
		if (size >= sizeof(figures) + sizeof(day) + sizeof(packed))
		{
			memcpy(&packed, data + sizeof(figures) + sizeof(day), sizeof(packed));
			packed.ceiling = 0.0;
			check_row(&packed, 1, day % PACKED_TREND_DAYS, figures[0]);
			check_row(&packed, -1, day % PACKED_TREND_DAYS, figures[0]);
		}
		memset(&trend, 0, sizeof(trend));
		check_weighted_rows(&trend, day, figures[0], figures[1]);
		if (size >= sizeof(figures) + sizeof(day) + sizeof(trend))
		{
			memcpy(&trend, data + sizeof(figures) + sizeof(day), sizeof(trend));
			check_weighted_rows(&trend, day, figures[0], figures[1]);
			memset(&trend, 0, sizeof(trend));
		}
		if (trend_add_row(&trend, 1, day, figures[0], figures[1]) == PLAN_OK)
		{
			Trend		row = trend;

			check_readers(&trend);
			CHECK(trend_add_row(&trend, -1, day, figures[0], figures[1]) == PLAN_OK);
			CHECK(trend_subtract(&row, &row) == PLAN_OK && trend_compare(&trend, &row) == 0);
		}
	}
	if (size >= sizeof(trends))
	{
		memcpy(trends, data, sizeof(trends));
		if (trend_is_valid(&trends[0]))
			check_readers(&trends[0]);
		if (trend_is_valid(&trends[0]) && trend_is_valid(&trends[1]))
			check_group(&trends[0], &trends[1]);
		trends[0].kind = trends[1].kind = TREND_LINEAR;
		trends[0].ceiling = trends[1].ceiling = 0.0;
		check_readers(&trends[0]);
		check_group(&trends[0], &trends[1]);
	}
	return 0;
}
