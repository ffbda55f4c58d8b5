/*
 * The named methods: whatever the values, missing ones among them, a result that exists is
 * finite and within its range, a class is one of its words, and a target met is the best.
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

#define MAX_INPUT_SIZE 12

#define NUM_VALUES 9

/* Mostly small decimals, which meet cuts; now and then what is hard. */
static double
value_from(uint8_t byte)
{
	static const double unusual[] =
		{NAN, NAN, 0.0, 5e-324, -1e-300, 1e-12, 1e12, 1e300, -1e308, 1.7e308};

	return byte < 246 ? (byte - 100) / 8.0 : unusual[byte - 246];
}

/* Whether a result that exists is finite and in its range; by address, since the call sets it. */
static bool
is_within(PlanError error, const double *value, double low, double high)
{
	return error != PLAN_OK || (*value >= low && *value <= high && isfinite(*value));
}

static void
check_escap(const double *f, GoalDirection direction)
{
	double		index,
				gap;
	PlanError	error = escap_index(f[0], f[1], f[2], direction, &index);

	CHECK(is_within(error, &index, -HUGE_VAL, 10.0));
	CHECK(is_within(escap_gap(f[0], f[1], f[2], direction, &gap), &gap, 0.0, HUGE_VAL));
	CHECK((escap_reason(f[0], f[1], f[2], direction) != NULL) == (error == PLAN_UNDEFINED));
	if (error != PLAN_OK)
		return;
	CHECK(escap_current_class(index) != NULL && escap_anticipated_class(index) != NULL &&
		  escap_gap_class(gap) != NULL);
	/* A result that is put on a cut moves by 1e-6 at most, the gap by ten times that. */
	if (gap < 1e300)
		CHECK(fabs(gap - (100.0 - 10.0 * index)) <= 2.1e-5 + 1e-9 * gap);
}

static void
check_series(const double *f)
{
	YearValue	series[NUM_VALUES];
	double		denominator = 100.0;
	double		result;
	uint32_t	count = 0;

	for (int i = 0; i < NUM_VALUES; i++)
		if (f[i] >= 0.0 && f[i] <= denominator)
			series[count++] = (YearValue) {2000.0 + i + fmod(f[i], 1.0), f[i]};
	for (double year = 1990.0; year < 2060.0; year += 23.0)
	{
		CHECK(is_within(escap_logit(series, count, year, denominator, &result), &result, 0.0,
						denominator));
		CHECK(is_within(escap_logit_slope(series, count, year, denominator, &result), &result, 0.0,
						denominator));
		CHECK(is_within(escap_weighted_logit(series, count, year, denominator, &result), &result,
						0.0, denominator));
		CHECK(is_within(escap_geometric(series, count, year, denominator, &result), &result, 0.0,
						HUGE_VAL));
	}
}

static void
check_eurostat(const Progress *progress, double limit, double zero)
{
	double		pace = NAN,
				growth = NAN,
				score,
				parity;
	PlanError	error = eurostat_pace(progress, zero, &pace);
	bool		achieved = progress_meets_target(progress, progress->current);
	const char *label = NULL;

	CHECK(is_within(error, &pace, -HUGE_VAL, HUGE_VAL));
	CHECK((eurostat_reason(progress, zero) != NULL) == (error == PLAN_UNDEFINED));
	if (error != PLAN_OK)
		pace = NAN;
	CHECK(is_within(eurostat_score(pace, achieved, &score), &score, -5.0, 5.0));
	if (eurostat_growth(progress, zero, &growth) != PLAN_OK)
		growth = NAN;
	CHECK(isnan(growth) || isfinite(growth));
	CHECK(isnan(pace) || !isnan(growth));
	for (int edition = EDITION_STATCAN; edition <= EDITION_EUSTAT; edition++)
	{
		error = eurostat_class(pace, achieved, (EurostatEdition) edition, &label);
		CHECK(error == PLAN_OK ? label != NULL : isnan(pace) && !achieved);
		if (isnan(growth))
			continue;
		CHECK(eurostat_growth_class(growth, progress->baseline, limit,
									(EurostatEdition) edition) != NULL);
	}
	if (!isnan(growth))
		CHECK(fabs(eurostat_growth_score(growth, progress->baseline, limit)) <= 5.0);
	CHECK(is_within(eurostat_parity(progress->current, &parity), &parity, 1.0, HUGE_VAL));
}

static void
check_un_progress(const Progress *progress, bool percent)
{
	double		value;
	int			level = 0;

	CHECK(is_within(un_progress_expected(progress, percent, &value), &value,
					percent ? 0.0 : -HUGE_VAL,
					percent ? 100.0 : HUGE_VAL));
	CHECK(is_within(un_progress_ratio(progress, percent, &value), &value, -HUGE_VAL, HUGE_VAL));
	if (un_progress_level(progress, percent, &level) == PLAN_OK)
		CHECK(un_progress_class(level) != NULL &&
			  (level == 3 || !progress_meets_target(progress, progress->current)));
	if (un_progress_growth_level(progress, &level) == PLAN_OK)
		CHECK(un_progress_class(level) != NULL);
	CHECK(un_progress_class(0) == NULL && un_progress_class(4) == NULL);
}

static void
check_sdsn(const double *f, uint32_t count)
{
	const char *label = NULL;
	double		value;

	CHECK(is_within(sdsn_score(f[0], f[1], f[2], true, &value), &value, 0.0, 100.0));
	if (sdsn_colour(f[0], f[1], f[2], &label) == PLAN_OK)
		CHECK(label != NULL);
	CHECK(is_within(sdsn_level(f[0], f[1], f[2], f[3], f[4], &value), &value, 0.0, 3.0));
	if (sdsn_dashboard(f, count, &label) == PLAN_OK)
		CHECK(label != NULL);
	if (sdsn_trend(f[0], f[1], f[2], f[3], f[4], f[5], &label) == PLAN_OK)
		CHECK(label != NULL);
	if (sdsn_mean(f, f + 1, count, &value) == PLAN_OK)
		CHECK(isfinite(value));
}

static void
check_others(const double *f, GoalDirection direction, double sign, uint32_t count)
{
	CohesionCuts cuts = {0.85, 0.75, 0.65};
	const char *label = NULL;
	double		value;
	int			verdict = 0;

	CHECK(is_within(hdi(f[0], f[1], f[2], f[3], &value), &value, 0.0, 1.0));
	CHECK(is_within(oecd_distance(f[0], f[1], fabs(f[2]), sign, &value), &value, 0.0, HUGE_VAL));
	CHECK(is_within(kpi_infor_score(f[0], f[1], sign, &value), &value, -HUGE_VAL, HUGE_VAL));
	CHECK(is_within(kpi_stratec_score(f[0], f[1], direction, &value), &value, -HUGE_VAL, HUGE_VAL));
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
	double		f[NUM_VALUES];
	Progress	progress;
	GoalDirection direction;
	double		sign;

	if (size < NUM_VALUES + 3)
		return 0;
	for (int i = 0; i < NUM_VALUES; i++)
		f[i] = value_from(data[i]);
	direction = (GoalDirection) (data[NUM_VALUES] % 3);
	sign = data[NUM_VALUES] % 2 == 0 ? 1.0 : -1.0;
	progress =
		(Progress) {f[0], 2015.0 + data[NUM_VALUES + 1] % 8 / 2.0, f[1], 2015.0, f[2],
					2015.0 + data[NUM_VALUES + 2] % 20, sign};
	check_escap(f, direction);
	check_series(f);
	check_eurostat(&progress, f[3], f[4]);
	check_un_progress(&progress, data[NUM_VALUES + 1] % 2 == 0);
	check_sdsn(f, data[NUM_VALUES + 2] % (NUM_VALUES - 1));
	check_others(f, direction, sign, data[NUM_VALUES + 2] % NUM_VALUES);
	return 0;
}
