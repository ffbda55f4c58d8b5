/*
 * escap.c
 *		UN ESCAP's current status index and anticipated progress index.
 *
 * For baseline b, target T and d = 1 if higher is better, -1 if lower is:
 *
 *		index(x)	10 if d (x - T) >= 0, else 10 d (x - b) / |T - b|
 *		parity		10 - 10 |T - x| / |T - b|
 *		gap(x)		100 - 10 index(x): 100 |T - x| / |T - b| from a baseline that had not met
 *					the target
 *
 * The current status is the index of the current value, the anticipated progress the index of
 * the value predicted for the target year.  Classes of the index are cut at 9 and 0, those of
 * the gap at 10 and 100.  A value on a cut gets the worse class of the index, and the better
 * class of the gap.  A target that equals the baseline leaves no scale: the index is undefined
 * for a value that does not meet it.
 *
 * Edition: ESCAP, Asia-Pacific SDG Gateway, "Progress assessment methodology", 2026
 * (https://data.unescap.org/resource-guides/progress-assessment-methodology); ESCAP working
 * papers SD/WP/04 and 05 (2017) on weighted extrapolation; classes, parity and the mean of
 * logit slopes as UNICEF's regional office ran them in 2025 (github spalmas/SDG-MENARO).
 */
#include "core/method/escap.h"

#include <math.h>

#include "core/cut.h"
#include "core/growth.h"

/* An index ends at 10, and the slack of its cuts has that scale. */
#define ESCAP_SCALE 10.0

static bool
is_met(double value, double target, GoalDirection direction)
{
	if (direction == GOAL_WITHIN)
		return is_on_cut(value, target, fabs(target));
	return is_as_good(value, target, direction == GOAL_HIGHER ? 1.0 : -1.0, fabs(target));
}

/* Whether a value that has not met the target has a place on the scale. */
static PlanError
check_scale(double value, double baseline, double target)
{
	if (isnan(value) || isnan(baseline) || isnan(target) ||
		is_on_cut(baseline, target, fabs(target)))
		return PLAN_UNDEFINED;
	return isfinite(target - baseline) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/*
 * Put a result that lies on a cut in decimals on it, for its class.  The last digits of the
 * values come to more of the result the nearer target and baseline are.
 */
static double
put_on_cut(double result, double cut, double scale, double baseline, double target)
{
	double		width = fabs(target - baseline);

	if (!(fabs(result - cut) <= MAX_SLACK))
		return result;
	scale *= fmax(fmax(fabs(target), fabs(baseline)), width) / width;
	return scale * CUT_SLACK <= MAX_SLACK && is_on_cut(result, cut, scale) ? cut : result;
}

PlanError
escap_index(double value, double baseline, double target, GoalDirection direction, double *index)
{
	double		ten = direction == GOAL_LOWER ? -10.0 : 10.0;
	PlanError	error;

	*index = 10.0;
	if (is_met(value, target, direction))
		return PLAN_OK;
	error = check_scale(value, baseline, target);
	if (error != PLAN_OK)
		return error;
	if (direction == GOAL_WITHIN)
		*index = 10.0 - 10.0 * fabs(target - value) / fabs(target - baseline);
	else
		*index = ten * (value - baseline) / fabs(target - baseline);
	*index = put_on_cut(*index, 9.0, ESCAP_SCALE, baseline, target);
	*index = put_on_cut(*index, 0.0, ESCAP_SCALE, baseline, target);
	return isfinite(*index) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

PlanError
escap_gap(double value, double baseline, double target, GoalDirection direction, double *gap)
{
	PlanError	error;

	*gap = 0.0;
	if (is_met(value, target, direction))
		return PLAN_OK;
	error = check_scale(value, baseline, target);
	if (error != PLAN_OK)
		return error;
	/* From a baseline beyond the target it is the way back to the baseline, and further. */
	if (direction != GOAL_WITHIN && is_met(baseline, target, direction))
		*gap = 100.0 + 100.0 * fabs(value - baseline) / fabs(target - baseline);
	else
		*gap = 100.0 * fabs(target - value) / fabs(target - baseline);
	*gap = put_on_cut(*gap, 10.0, 10.0 * ESCAP_SCALE, baseline, target);
	*gap = put_on_cut(*gap, 100.0, 10.0 * ESCAP_SCALE, baseline, target);
	return isfinite(*gap) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/* Why there is no index; NULL if there is one. */
const char *
escap_reason(double value, double baseline, double target, GoalDirection direction)
{
	if (isnan(target))
		return "no_target";
	if (isnan(value) && isnan(baseline))
		return "no_data";
	if (is_met(value, target, direction))
		return NULL;
	if (isnan(value) || isnan(baseline))
		return "insufficient_data";
	return is_on_cut(baseline, target, fabs(target)) ? "target_is_baseline" : NULL;
}

const char *
escap_current_class(double index)
{
	return passes_cut(index, 9.0, ESCAP_SCALE) ? "on_track" :
		passes_cut(index, 0.0, ESCAP_SCALE) ? "slow" : "regression";
}

const char *
escap_anticipated_class(double index)
{
	return passes_cut(index, 9.0, ESCAP_SCALE) ? "will_meet" :
		passes_cut(index, 0.0, ESCAP_SCALE) ? "accelerate" : "no_progress";
}

const char *
escap_gap_class(double gap)
{
	return !passes_cut(gap, 10.0, 10.0 * ESCAP_SCALE) ? "maintain" :
		!passes_cut(gap, 100.0, 10.0 * ESCAP_SCALE) ? "accelerate" : "reverse";
}

/*
 * Extrapolations to a year, from values by year.
 */

/* x_n (x_n / x_1)^(a / T), a years ahead of the last value, T years from first to last. */
PlanError
escap_geometric(const YearValue *series, uint32_t count, double to_year, double denominator,
				double *result)
{
	const YearValue *first = series;
	const YearValue *last = series + count - 1;

	(void) denominator;
	if (count < 2 || first->value == 0.0 ||
		!(last->value == 0.0 || (first->value > 0.0) == (last->value > 0.0)))
		return PLAN_UNDEFINED;
	/* A last value of zero stays zero, and says nothing about earlier years. */
	if (last->value == 0.0 && to_year < last->year)
		return PLAN_UNDEFINED;
	*result = last->value == 0.0 ? 0.0 :
		last->value * pow(last->value / first->value,
						  (to_year - last->year) / (last->year - first->year));
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

static double
inverse_logit(double log_odds, double denominator)
{
	return denominator / (1.0 + exp(-log_odds));
}

/* Shares of 0 and 1 have no finite logit. */
static bool
has_logits(const YearValue *series, uint32_t count, double denominator)
{
	for (uint32_t i = 0; i < count; i++)
		if (!isfinite(logit(series[i].value, denominator)))
			return false;
	return true;
}

/*
 * The straight line through the logits by least squares, at a year.  Weights, of the weighted
 * form, are (t* - t_1) / (t* - t_i); the numerator cancels.
 */
static PlanError
extrapolate_line(const YearValue *series, uint32_t count, double to_year, double denominator,
				 bool weighted, double *result)
{
	double		weights = 0.0,
				mean_year = 0.0,
				mean_logit = 0.0,
				products = 0.0,
				squares = 0.0;

	if (count < 2 || !has_logits(series, count, denominator))
		return PLAN_UNDEFINED;
	for (uint32_t i = 0; i < count; i++)
	{
		double		weight = weighted ? 1.0 / (to_year - series[i].year) : 1.0;

		weights += weight;
		mean_year += weight * (series[i].year - series[0].year);
		mean_logit += weight * logit(series[i].value, denominator);
	}
	mean_year = series[0].year + mean_year / weights;
	mean_logit /= weights;
	for (uint32_t i = 0; i < count; i++)
	{
		double		weight = weighted ? 1.0 / (to_year - series[i].year) : 1.0;
		double		years = series[i].year - mean_year;

		products += weight * years * (logit(series[i].value, denominator) - mean_logit);
		squares += weight * years * years;
	}
	*result = inverse_logit(mean_logit + products / squares * (to_year - mean_year), denominator);
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

PlanError
escap_logit(const YearValue *series, uint32_t count, double to_year, double denominator,
			double *result)
{
	return extrapolate_line(series, count, to_year, denominator, false, result);
}

/* Values after the year to predict have no weight. */
PlanError
escap_weighted_logit(const YearValue *series, uint32_t count, double to_year, double denominator,
					 double *result)
{
	if (count > 0 && !(to_year > series[count - 1].year))
		return PLAN_REVERSED;
	return extrapolate_line(series, count, to_year, denominator, true, result);
}

/*
 * From the last logit by the mean of the slopes between consecutive values.  A series that has
 * been at 0 or at the denominator keeps its last value.
 */
PlanError
escap_logit_slope(const YearValue *series, uint32_t count, double to_year, double denominator,
				  double *result)
{
	const YearValue *last = series + count - 1;
	double		slopes = 0.0;

	if (count < 2)
		return PLAN_UNDEFINED;
	*result = last->value;
	if (!has_logits(series, count, denominator))
		return PLAN_OK;
	for (uint32_t i = 1; i < count; i++)
		slopes += (logit(series[i].value, denominator) - logit(series[i - 1].value, denominator)) /
			(series[i].year - series[i - 1].year);
	if (slopes == 0.0)
		return PLAN_OK;
	*result = inverse_logit(logit(last->value, denominator) +
							slopes / (count - 1) * (to_year - last->year), denominator);
	return isfinite(*result) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}
