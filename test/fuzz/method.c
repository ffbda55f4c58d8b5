/*
 * The named methods: whatever the figures, missing ones among them, a figure that exists is
 * finite and within its range, a class is one of its words, and what is met is the best.
 */
#include "core/method/escap.h"
#include "core/method/eurostat.h"
#include "core/method/hdi.h"
#include "core/method/kpi.h"
#include "core/method/sdsn.h"
#include "core/method/single.h"
#include "core/method/un_progress.h"

#include <math.h>

#include "fuzz.h"

#define NUM_FIGURES 9

/* Mostly small decimals, which meet cuts; now and then what is hard. */
static double
figure_from(uint8_t byte)
{
	static const double unusual[] = {NAN, NAN, 0.0, 5e-324, -1e-300, 1e-12, 1e12, 1e300, -1e308, 1.7e308};

	return byte < 246 ? (byte - 100) / 8.0 : unusual[byte - 246];
}

/* Whether a figure is what it should be if it exists; by address, since it may be made beside. */
static bool
is_within(PlanError error, const double *figure, double low, double high)
{
	return error != PLAN_OK || (*figure >= low && *figure <= high && isfinite(*figure));
}

static void
check_escap(const double *f, GoalDirection direction)
{
	double		index,
				gap;
	PlanError	error = escap_index(f[0], f[1], f[2], direction, &index);
	const char *label = escap_class(f[0], f[1], f[2], direction, escap_current_class);

	CHECK(is_within(error, &index, -HUGE_VAL, 10.0));
	CHECK(is_within(escap_gap(f[0], f[1], f[2], direction, &gap), &gap, 0.0, HUGE_VAL));
	CHECK((label == NULL) == (error == PLAN_OUT_OF_RANGE));
	/* Of a short way the last places of the figures come to more. */
	if (error == PLAN_OK && fmax(fabs(f[1]), fabs(f[2])) < 1e3 * fabs(f[1] - f[2]))
		CHECK(strcmp(label, escap_current_class(index, ESCAP_SCALE)) == 0);
	if (error == PLAN_OK && gap < 1e300)
		CHECK(fabs(gap - (100.0 - 10.0 * index)) <= 1e-9 * fmax(gap, 1.0));
	CHECK(escap_gap_class(gap) != NULL);
}

static void
check_series(const double *f)
{
	YearValue	series[NUM_FIGURES];
	double		denominator = 100.0;
	double		result;
	uint32_t	count = 0;

	for (int i = 0; i < NUM_FIGURES; i++)
		if (f[i] >= 0.0 && f[i] <= denominator)
			series[count++] = (YearValue) {2000.0 + i + fmod(f[i], 1.0), f[i]};
	for (double year = 1990.0; year < 2060.0; year += 23.0)
	{
		CHECK(is_within(escap_logit(series, count, year, denominator, &result), &result, 0.0, denominator));
		CHECK(is_within(escap_logit_slope(series, count, year, denominator, &result), &result, 0.0, denominator));
		CHECK(is_within(escap_weighted_logit(series, count, year, denominator, &result), &result, 0.0, denominator));
		CHECK(is_within(escap_geometric(series, count, year, denominator, &result), &result, 0.0, HUGE_VAL));
	}
}

static void
check_eurostat(const Course *course, double limit, double zero)
{
	double		pace,
				score,
				parity;
	PlanError	error = eurostat_pace(course, zero, &pace);

	CHECK(is_within(error, &pace, -HUGE_VAL, HUGE_VAL));
	CHECK((eurostat_reason(course, zero) != NULL) == (error == PLAN_UNDEFINED));
	CHECK(is_within(eurostat_score(course, limit, zero, &score), &score, -5.0, 5.0));
	for (int edition = EDITION_STATCAN; edition <= EDITION_EUSTAT; edition++)
	{
		const char *label = NULL;

		if (eurostat_class(course, limit, zero, (EurostatEdition) edition, &label) != PLAN_OK)
			continue;
		CHECK(label != NULL);
		if (course_has_two_points(course) && course_is_met(course))
			CHECK(strcmp(label, "target_achieved") == 0 && score == 5.0);
		if (error == PLAN_OK)
			CHECK(eurostat_pace_class(pace, !isnan(course->target), (EurostatEdition) edition) != NULL);
	}
	CHECK(is_within(eurostat_parity(course->current, &parity), &parity, 1.0, HUGE_VAL));
}

static void
check_un_progress(const Course *course, bool percent)
{
	double		figure;
	int			level = 0;

	CHECK(is_within(un_progress_expected(course, percent, &figure), &figure, percent ? 0.0 : -HUGE_VAL,
					percent ? 100.0 : HUGE_VAL));
	CHECK(is_within(un_progress_ratio(course, percent, &figure), &figure, -HUGE_VAL, HUGE_VAL));
	if (un_progress_level(course, percent, &level) == PLAN_OK)
		CHECK(level >= 1 && level <= 3 && (level == 3 || !course_is_met(course)));
}

static void
check_sdsn(const double *f, uint32_t count)
{
	const char *label = NULL;
	double		figure;

	CHECK(is_within(sdsn_score(f[0], f[1], f[2], true, &figure), &figure, 0.0, 100.0));
	if (sdsn_colour(f[0], f[1], f[2], &label) == PLAN_OK)
		CHECK(label != NULL);
	CHECK(is_within(sdsn_level(f[0], f[1], f[2], f[3], f[4], &figure), &figure, 0.0, 3.0));
	if (sdsn_dashboard(f, count, &label) == PLAN_OK)
		CHECK(label != NULL);
	if (sdsn_trend(f[0], f[1], f[2], f[3], f[4], f[5], &label) == PLAN_OK)
		CHECK(label != NULL);
	if (sdsn_mean(f, f + 1, count, &figure) == PLAN_OK)
		CHECK(isfinite(figure));
}

static void
check_others(const double *f, GoalDirection direction, double sign, uint32_t count)
{
	CohesionCuts cuts = {0.85, 0.75, 0.65};
	const char *label = NULL;
	double		figure;
	int			verdict = 0;

	CHECK(is_within(hdi(f[0], f[1], f[2], f[3], &figure), &figure, 0.0, 1.0));
	CHECK(is_within(oecd_distance(f[0], f[1], fabs(f[2]), sign, &figure), &figure, 0.0, HUGE_VAL));
	CHECK(is_within(kpi_infor_score(f[0], f[1], sign, &figure), &figure, -HUGE_VAL, HUGE_VAL));
	CHECK(is_within(kpi_stratec_score(f[0], f[1], direction, &figure), &figure, -HUGE_VAL, HUGE_VAL));
	if (kpi_status(f[0], f[1], sign, 0.95, 0.85, &verdict) == PLAN_OK)
		CHECK(verdict >= -1 && verdict <= 1);
	if (kpi_trend(f[0], f[1], sign, 0.02, f[2], &verdict) == PLAN_OK)
		CHECK(verdict >= -1 && verdict <= 1);
	if (kpi_band_status(f[0], f[1], f[2], f[3], f[4], &verdict) == PLAN_OK)
		CHECK(verdict >= -1 && verdict <= 1);
	if (kpi_rag(f[0], f[1], f[2], &label) == PLAN_OK)
		CHECK(label != NULL);
	if (cohesion_class(f, count, &cuts, &label) == PLAN_OK)
		CHECK(label != NULL);
	CHECK(okr_colour(f[0], OKR_COMMITTED) != NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	double		f[NUM_FIGURES];
	Course		course;
	GoalDirection direction;
	double		sign;

	if (size < NUM_FIGURES + 3)
		return 0;
	for (int i = 0; i < NUM_FIGURES; i++)
		f[i] = figure_from(data[i]);
	direction = (GoalDirection) (data[NUM_FIGURES] % 3);
	sign = data[NUM_FIGURES] % 2 == 0 ? 1.0 : -1.0;
	course = (Course) {f[0], 2015.0 + data[NUM_FIGURES + 1] % 8 / 2.0, f[1], 2015.0, f[2], 2015.0 + data[NUM_FIGURES + 2] % 20, sign};
	check_escap(f, direction);
	check_series(f);
	check_eurostat(&course, f[3], f[4]);
	check_un_progress(&course, data[NUM_FIGURES + 1] % 2 == 0);
	check_sdsn(f, data[NUM_FIGURES + 2] % (NUM_FIGURES - 1));
	check_others(f, direction, sign, data[NUM_FIGURES + 2] % NUM_FIGURES);
	return 0;
}
