/*
 * Trends: any bits are a state that every reader survives; text reads back unchanged;
 * adding and subtracting undo each other; packed or whole, by plain integers or by wide
 * numbers, a row adds the same.
 */
#include "core/trend.h"

#include "core/gregorian.h"
#include "fuzz.h"

#define MAX_INPUT_SIZE 420

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
	trend_projected(&line, GREGORIAN_FIRST_DAY, &figure);
	if (trend_projected(&line, GREGORIAN_END_DAY - 1, &figure) == PLAN_OK)
		CHECK(isfinite(figure));
	for (int direction = GOAL_HIGHER; direction <= GOAL_WITHIN; direction++)
	{
		goal.direction = direction;
		if (trend_projected_day(&line, &goal, &day) == PLAN_OK)
		{
			CHECK(day > GREGORIAN_FIRST_DAY && day < GREGORIAN_END_DAY);
			CHECK(trend_projected_within(&line, &goal, day, day));
		}
		else
			CHECK(trend_projected_within(&line, &goal, 0, 8000) ==
				  trend_projected_within(&line, &goal, 8000, 8000));
	}
}

/* The figures of a line by plain integers are those by wide numbers. */
static void
check_line(const TrendLine *line, const TrendLine *wide)
{
	double		figure = 0.0,
				wide_figure = 0.0;
	int32_t		day = 0,
				wide_day = 0;
	Goal		goal;

	CHECK(goal_make(&goal, GOAL_WITHIN, 70.5, 71.0, false, 0.0) == PLAN_OK);
	CHECK(trend_slope_per_year(line) == trend_slope_per_year(wide));
	CHECK(trend_r2(line, &figure) == trend_r2(wide, &wide_figure) && figure == wide_figure);
	figure = wide_figure = 0.0;
	CHECK(trend_intercept(line, &figure) == trend_intercept(wide, &wide_figure) &&
		  figure == wide_figure);
	figure = wide_figure = 0.0;
	CHECK(trend_projected(line, 9000, &figure) == trend_projected(wide, 9000, &wide_figure) &&
		  figure == wide_figure);
	CHECK(trend_projected_day(line, &goal, &day) == trend_projected_day(wide, &goal, &wide_day) &&
		  day == wide_day);
}

static void
check_lines(const Trend *trend)
{
	TrendLine	line,
				wide;
	bool		has_line = trend_fit_widely(trend, &wide);

	CHECK(trend_fit(trend, &line) == has_line);
	if (has_line)
		check_line(&line, &wide);
}

/* A packed trend of this short one; and the other way round. */
static void
check_short(const ShortTrend *brief, unsigned unit, TrendKind kind)
{
	PackedTrend packed;
	ShortTrend	settled = *brief,
				shortened;
	unsigned	settled_unit = unit,
				shortened_unit = 0;
	Trend		trend,
				whole;
	TrendLine	line,
				wide;
	bool		has_line;

	trend_of_short(&trend, brief, unit, kind);
	has_line = trend_fit_widely(&trend, &wide);
	CHECK(trend_fit_short(brief, unit, kind, &line) == has_line);
	if (has_line)
		check_line(&line, &wide);
	CHECK(trend_pack(&packed, &trend) == short_trend_settle(&settled, &settled_unit));
	if (!trend_pack(&packed, &trend))
		return;
	CHECK(trend_shorten(&shortened, &shortened_unit, &packed));
	CHECK(shortened_unit == settled_unit && memcmp(&settled, &shortened, sizeof(settled)) == 0);
	trend_of_short(&whole, &settled, settled_unit, kind);
	CHECK(memcmp(&trend, &whole, sizeof(trend)) == 0);
	CHECK(trend_lengthen(&packed, brief, unit));
	trend_of_packed(&whole, &packed, kind);
	CHECK(memcmp(&trend, &whole, sizeof(trend)) == 0);
}

/* A row taken up by a short trend is what it is for a whole one. */
static void
check_short_row(const ShortTrend *before, unsigned unit, int by, int32_t day, double y)
{
	ShortTrend	brief = *before;
	Trend		expected,
				trend;

	if (short_trend_add(&brief, unit, by, day, y))
	{
		trend_of_short(&expected, before, unit, TREND_LINEAR);
		trend_of_short(&trend, &brief, unit, TREND_LINEAR);
		CHECK(trend_add_row(&expected, by, day, y, 1.0) == PLAN_OK);
		CHECK(memcmp(&expected, &trend, sizeof(trend)) == 0);
		CHECK(short_trend_add(&brief, unit, -by, day, y));
	}
	CHECK(memcmp(&brief, before, sizeof(brief)) == 0);
}

static void
check_short_merge(const ShortTrend *before, unsigned unit, int by, const ShortTrend *other,
				  unsigned other_unit)
{
	ShortTrend	brief = *before;
	PackedTrend packed,
				other_packed;
	unsigned	merged_unit = unit;
	Trend		expected,
				trend,
				more;
	PlanError	error;

	trend_of_short(&expected, before, unit, TREND_LINEAR);
	trend_of_short(&more, other, other_unit, TREND_LINEAR);
	error = by > 0 ? trend_add(&expected, &more) : trend_subtract(&expected, &more);
	if (short_trend_merge(&brief, &merged_unit, by, other, other_unit))
	{
		trend_of_short(&trend, &brief, merged_unit, TREND_LINEAR);
		CHECK(error == PLAN_OK && memcmp(&expected, &trend, sizeof(trend)) == 0);
	}
	if (trend_lengthen(&packed, before, unit) && trend_lengthen(&other_packed, other, other_unit) &&
		packed_trend_merge(&packed, by, &other_packed))
	{
		trend_of_packed(&trend, &packed, TREND_LINEAR);
		CHECK(error == PLAN_OK && memcmp(&expected, &trend, sizeof(trend)) == 0);
	}
}

/* Short trends of any bytes, and of such as come of rows. */
static void
check_shorts(const uint8_t *data, size_t size, int32_t day, const double *figures)
{
	ShortTrend	trends[2];
	unsigned	units[2] =
		{data[0] % (MAX_SHORT_TREND_UNIT + 1), data[1] % (MAX_SHORT_TREND_UNIT + 1)};

	memset(trends, 0, sizeof(trends));
	for (int i = 0; i < 2; i++)
	{
		check_short_row(&trends[0], units[i], 1, day % PACKED_TREND_DAYS, figures[i]);
		check_short_row(&trends[0], short_trend_unit(figures[i]), 1, day % 16384,
						trunc(figures[i]));
		for (int k = 0; k < 3; k++)
			short_trend_add(&trends[i], units[i], 1, day % 16384 + k * (data[k] - 100),
							data[i + k]);
		check_short(&trends[i], units[i], TREND_LINEAR);
	}
	check_short_merge(&trends[0], units[0], 1, &trends[1], units[1]);
	check_short_merge(&trends[0], units[0], -1, &trends[1], units[1]);
	if (size < sizeof(trends))
		return;
	memcpy(trends, data, sizeof(trends));
	for (int i = 0; i < 2; i++)
	{
		check_short(&trends[i], units[i], TREND_GROWTH);
		check_short_row(&trends[i], units[i], 1, day % PACKED_TREND_DAYS, figures[i]);
		check_short_row(&trends[i], units[i], -1, day % PACKED_TREND_DAYS, figures[1 - i]);
		check_short_merge(&trends[i], units[i], 1, &trends[1 - i], units[1 - i]);
		check_short_merge(&trends[i], units[i], -1, &trends[1 - i], units[1 - i]);
	}
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
	}
	check_lines(trend);
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
	if (size >= 2 * sizeof(double) + sizeof(int32_t) + 4)
	{
		PackedTrend packed;
		double		figures[2];
		int32_t		day;
		Trend		trend;

		memcpy(figures, data, sizeof(figures));
		memcpy(&day, data + sizeof(figures), sizeof(day));
		check_shorts(data + sizeof(figures) + sizeof(day), size - sizeof(figures) - sizeof(day),
					 day, figures);
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
