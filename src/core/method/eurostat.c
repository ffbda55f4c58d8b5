/*
 * eurostat.c
 *		Growth against the growth that the target requires.
 *
 * For baseline b, current value x, target T, their years t_b, t_x, t_T, d = 1 if higher is
 * better, -1 if lower is, and s = -1 if all values are negative, else 1:
 *
 *		growth(u, v)	(v / u)^(1 / (t_v - t_u)) - 1
 *		growth			d s growth(b, x), positive in the wanted direction
 *		pace			growth / |growth(b, T)|
 *
 * Score of a pace R: 5 from 1.3 and once the target is met, else 7.1429 R - 4.2857 from 0.6,
 * 4.1667 R - 2.5 from -0.6, else -5.  The slopes are rounded as in the data that Statistics
 * Canada publishes.  Score of growth without a target: linear through (-2 %, -5), (0, -2.5),
 * (0.5 % C, 0), (1.5 % C, 2.5), (2 % C, 5).  C is 1 without a natural limit L; with one, of
 * absolute values, 1 - (b / L)^4.44 up to L, 1 - ((2 L - b) / L)^4.44 up to 2 L, else 1.
 *
 * A target equal to the baseline requires no growth: there is no pace to it.  Statistics
 * Canada's program scores a value that no longer meets it with -5, deterioration.
 *
 * Editions: "statcan", Statistics Canada 2026; "eurostat", Eurostat's SDG monitoring report;
 * "eustat", EUSTAT's port of it.
 *
 * Sources: Eurostat, "Sustainable development in the European Union", introduction
 * (https://ec.europa.eu/eurostat/statistics-explained/index.php?title=SDG_-_Introduction);
 * Statistics Canada's progress measure as it stands in Open SDG
 * (github open-sdg/open-sdg, docs/progress-methodology.md), published scores of 2026; for
 * EUSTAT's cuts, its port of Eurostat's method.
 */
#include "core/method/eurostat.h"

#include <stddef.h>

#include "core/cut.h"
#include "core/growth.h"

#define TARGET_ACHIEVED "target_achieved"

static const Word edition_words[] = {
	{"statcan", EDITION_STATCAN},
	{"eurostat", EDITION_EUROSTAT},
	{"eustat", EDITION_EUSTAT}
};

const WordTable eurostat_edition_words =
WORD_TABLE("edition", edition_words, "Valid values are statcan, eurostat and eustat.");

/* The lower cut of each class, best first; the last class has no cut. */
typedef struct Cut
{
	double		from;
	bool		inclusive;
	const char *label;
} Cut;

#define LAST_CUT -HUGE_VAL, true

/* Of the pace to a target. */
static const Cut statcan_target_cuts[] = {
	{0.95, true, "substantial_progress"},
	{0.60, true, "moderate_progress"},
	{0.0, true, "limited_progress"},
	{LAST_CUT, "deterioration"}
};
static const Cut eurostat_target_cuts[] = {
	{0.95, true, "significant_progress"},
	{0.60, true, "moderate_progress"},
	{0.0, true, "insufficient_progress"},
	{LAST_CUT, "movement_away"}
};

/* Of growth a year, without a target. */
static const Cut statcan_growth_cuts[] = {
	{0.015, true, "substantial_progress"},
	{0.005, true, "moderate_progress"},
	{0.0, true, "limited_progress"},
	{LAST_CUT, "deterioration"}
};
static const Cut eurostat_growth_cuts[] = {
	{0.01, true, "significant_progress"},
	{0.0, true, "moderate_progress"},
	{-0.01, true, "moderate_movement_away"},
	{LAST_CUT, "significant_movement_away"}
};
static const Cut eustat_growth_cuts[] = {
	{0.01, false, "significant_progress"},
	{0.001, false, "moderate_progress"},
	{-0.001, true, "no_movement"},
	{-0.01, true, "moderate_movement_away"},
	{LAST_CUT, "significant_movement_away"}
};

/* The factor applies to positive cuts. */
static const char *
class_by_cuts(const Cut *cut, double value, double factor)
{
	for (;; cut++)
	{
		double		from = cut->from > 0.0 ? cut->from * factor : cut->from;

		if (cut->inclusive ? reaches_cut(value, from, 1.0) : passes_cut(value, from, 1.0))
			return cut->label;
	}
}

/* Zero has no growth: a small value replaces it.  What stays at zero has not grown. */
static Progress
without_zeros(const Progress *progress, double zero)
{
	Progress	p = *progress;

	if (p.baseline == 0.0)
	{
		p.baseline = zero;
		if (p.current == 0.0)
			p.current = zero;
	}
	if (p.target == 0.0)
		p.target = zero;
	return p;
}

static PlanError
growth_without_zeros(const Progress *p, double *growth)
{
	PlanError	error;

	if (!progress_has_two_points(p))
		return PLAN_UNDEFINED;
	error = growth_rate(p->baseline, p->current, p->current_year - p->baseline_year, growth);
	if (error == PLAN_OK)
		*growth *= p->baseline < 0.0 ? -p->sign : p->sign;
	return error;
}

PlanError
eurostat_growth(const Progress *progress, double zero, double *growth)
{
	Progress	p = without_zeros(progress, zero);

	return growth_without_zeros(&p, growth);
}

static PlanError
pace_without_zeros(const Progress *p, double *pace)
{
	double		required;
	PlanError	error = growth_without_zeros(p, pace);

	if (error != PLAN_OK)
		return error;
	if (isnan(p->target) || p->target == 0.0)
		return PLAN_UNDEFINED;
	error = growth_rate(p->baseline, p->target, p->target_year - p->baseline_year, &required);
	if (error != PLAN_OK)
		return error;
	if (progress_target_is_baseline(p))
		return PLAN_UNDEFINED;
	*pace /= fabs(required);
	return isfinite(*pace) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

PlanError
eurostat_pace(const Progress *progress, double zero, double *pace)
{
	Progress	p = without_zeros(progress, zero);

	return pace_without_zeros(&p, pace);
}

/* Why there is no pace; NULL if there is one. */
const char *
eurostat_reason(const Progress *progress, double zero)
{
	Progress	p = without_zeros(progress, zero);
	double		pace;
	PlanError	error = pace_without_zeros(&p, &pace);

	if (error != PLAN_UNDEFINED)
		return NULL;
	if (isnan(p.target))
		return "no_target";
	if (isnan(p.current))
		return "no_data";
	if (!progress_has_two_points(&p))
		return "one_observation";
	if (p.baseline == 0.0)
		return "zero_baseline";
	if (p.target == 0.0)
		return "zero_target";
	if (progress_target_is_baseline(progress))
		return "target_is_baseline";
	/* The replacement of zero may be the other of the two. */
	if (progress_target_is_baseline(&p))
		return progress->baseline == 0.0 ? "zero_baseline" : "zero_target";
	if (growth_rate(p.baseline, p.current, 1.0, &pace) == PLAN_UNDEFINED ||
		growth_rate(p.baseline, p.target, 1.0, &pace) == PLAN_UNDEFINED)
		return "mixed_signs";
	return "no_target_year";
}

/* C, the factor of positive cuts for a baseline near the natural limit. */
static double
limit_factor(double baseline, double limit)
{
	baseline = fabs(baseline);
	limit = fabs(limit);
	if (isnan(baseline) || isnan(limit) || baseline >= 2.0 * limit)
		return 1.0;
	if (baseline <= limit)
		return 1.0 - pow(baseline / limit, 4.44);
	return 1.0 - pow((2.0 * limit - baseline) / limit, 4.44);
}

static double
between(double x, double x0, double y0, double x1, double y1)
{
	return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
}

static double
score_of_growth(double growth, double factor)
{
	if (growth >= 0.02 * factor)
		return 5.0;
	if (growth <= -0.02)
		return -5.0;
	if (growth <= 0.0)
		return between(growth, -0.02, -5.0, 0.0, -2.5);
	if (growth <= 0.005 * factor)
		return between(growth, 0.0, -2.5, 0.005 * factor, 0.0);
	if (growth <= 0.015 * factor)
		return between(growth, 0.005 * factor, 0.0, 0.015 * factor, 2.5);
	return between(growth, 0.015 * factor, 2.5, 0.02 * factor, 5.0);
}

/* A target that is met scores 5 whatever the pace.  The rounded slopes overshoot both ends. */
PlanError
eurostat_score(double pace, bool achieved, double *score)
{
	*score = 5.0;
	if (achieved)
		return PLAN_OK;
	if (isnan(pace))
		return PLAN_UNDEFINED;
	if (pace >= 0.6)
		*score = fmin(7.1429 * pace - 4.2857, 5.0);
	else
		*score = fmax(4.1667 * pace - 2.5, -5.0);
	return PLAN_OK;
}

PlanError
eurostat_class(double pace, bool achieved, EurostatEdition edition, const char **label)
{
	*label = TARGET_ACHIEVED;
	if (achieved)
		return PLAN_OK;
	if (isnan(pace))
		return PLAN_UNDEFINED;
	*label = class_by_cuts(edition == EDITION_STATCAN ? statcan_target_cuts : eurostat_target_cuts,
						   pace, 1.0);
	return PLAN_OK;
}

double
eurostat_growth_score(double growth, double baseline, double natural_limit)
{
	return score_of_growth(growth, limit_factor(baseline, natural_limit));
}

const char *
eurostat_growth_class(double growth, double baseline, double natural_limit, EurostatEdition edition)
{
	static const Cut *const cuts[] = {
		statcan_growth_cuts, eurostat_growth_cuts, eustat_growth_cuts
	};

	return class_by_cuts(cuts[edition], growth, limit_factor(baseline, natural_limit));
}

/* Of an indicator whose score is the mean of several series. */
const char *
eurostat_score_class(double score, bool all_achieved)
{
	static const Cut cuts[] = {
		{2.5, true, "substantial_progress"},
		{0.0, true, "moderate_progress"},
		{-2.5, true, "limited_progress"},
		{LAST_CUT, "deterioration"}
	};

	return all_achieved ? TARGET_ACHIEVED : class_by_cuts(cuts, score, 1.0);
}

/* Turn a value that should be at a centre into one that should fall to it: c + |y - c|. */
double
eurostat_reflected(double value, double centre)
{
	return centre + fabs(value - centre);
}

/* Turn a ratio that should be 1 into one that should fall to 1; 0.97 to 1.03 counts as 1. */
PlanError
eurostat_parity(double ratio, double *result)
{
	if (!(ratio > 0.0))
		return PLAN_UNDEFINED;
	if (reaches_cut(ratio, 0.97, 1.0) && !passes_cut(ratio, 1.03, 1.0))
		*result = 1.0;
	else
		*result = fmax(ratio, 1.0 / ratio);
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}
