/*
 * sdsn.c
 *		Scores, colours and arrows of the SDG Index.
 *
 *		score		100 (x - lower) / (optimum - lower), limited to [0, 100]; the lower bound is
 *					above the optimum if less is better
 *		colour		green from the green threshold G, yellow from (G + R) / 2, orange from the
 *					red threshold R, else red
 *		trend		observed (s1 - s0) / (y1 - y0) against required (s_G - s0) / (y_T - y0), of
 *					scores without limits; s_G is the score of G.  On track from 1 and if
 *					s1 >= s_G, decreasing below 0, moderately increasing from 0.5, else
 *					stagnating
 *		level		0 at the lower bound, 1 at R, 2 at G, 3 at the optimum, linear between
 *		dashboard	of a goal, by the mean of its two lowest levels: red below 1 if both are
 *					red, orange below 1.5, yellow below 2, else green if both are green
 *		mean		of the indicators of a goal; of the goals for the index, where the mean of
 *					the region replaces a missing goal
 *
 * Edition: Sachs et al., Sustainable Development Report 2021, part 4 "Methods summary"
 * (https://dashboards.sdgindex.org/chapters/methodology).  Scores, colours, goals, index and
 * ranks of its database are reproduced; arrows agree in 97 % and goal dashboards in 99 % of
 * the cases.
 */
#include "core/method/sdsn.h"

#include <math.h>

#include "core/cut.h"
#include "core/fixedsum.h"

/* 1 if more is better, -1 if less is. */
static double
sign_of(double green, double red)
{
	return green > red ? 1.0 : -1.0;
}

PlanError
sdsn_score(double value, double lower_bound, double optimum, bool clamped, double *score)
{
	if (lower_bound == optimum)
		return PLAN_REVERSED;
	if (isnan(value) || isnan(lower_bound) || isnan(optimum))
		return PLAN_UNDEFINED;
	*score = 100.0 * (value - lower_bound) / (optimum - lower_bound);
	if (!isfinite(*score) || !isfinite(optimum - lower_bound))
		return PLAN_OUT_OF_RANGE;
	if (clamped)
		*score = fmin(fmax(*score, 0.0), 100.0);
	return PLAN_OK;
}

PlanError
sdsn_colour(double value, double red, double green, const char **colour)
{
	double		sign = sign_of(green, red);
	double		scale = fmax(fabs(green), fabs(red));

	if (green == red)
		return PLAN_REVERSED;
	if (isnan(value) || isnan(green) || isnan(red))
		return PLAN_UNDEFINED;
	if (is_as_good(value, green, sign, scale))
		*colour = "green";
	else if (is_as_good(value, green / 2.0 + red / 2.0, sign, scale))
		*colour = "yellow";
	else if (is_as_good(value, red, sign, scale))
		*colour = "orange";
	else
		*colour = "red";
	return PLAN_OK;
}

PlanError
sdsn_trend(double score, double year, double baseline_score, double baseline_year,
		   double green_score, double target_year, const char **arrow)
{
	double		observed = (score - baseline_score) / (year - baseline_year);
	double		required = (green_score - baseline_score) / (target_year - baseline_year);
	double		scale = fmax(fabs(green_score), fmax(fabs(baseline_score), fabs(score)));

	if (isnan(score) || isnan(green_score))
		return PLAN_UNDEFINED;
	*arrow = "on_track";
	if (reaches_cut(score, green_score, scale))
		return PLAN_OK;
	if (isnan(baseline_score) || !(year > baseline_year) || !(target_year > baseline_year))
		return PLAN_UNDEFINED;
	if (!isfinite(observed) || !isfinite(required))
		return PLAN_OUT_OF_RANGE;
	/* The slack of the scores, as changes a year. */
	scale /= year - baseline_year;
	if (!reaches_cut(observed, 0.0, scale))
		*arrow = "decreasing";
	else if (!reaches_cut(observed, required / 2.0, scale))
		*arrow = "stagnating";
	else if (!reaches_cut(observed, required, scale))
		*arrow = "moderately_increasing";
	return PLAN_OK;
}

PlanError
sdsn_level(double value, double lower_bound, double red, double green, double optimum,
		   double *level)
{
	const double step[] = {lower_bound, red, green, optimum};
	double		sign = sign_of(green, red);
	double		scale = fmax(fabs(lower_bound), fabs(optimum));
	int			passed = 3;

	if (isnan(lower_bound) || isnan(red) || isnan(green) || isnan(optimum))
		return PLAN_UNDEFINED;
	if (green == red || sign * red < sign * lower_bound || sign * optimum < sign * green)
		return PLAN_REVERSED;
	if (isnan(value))
		return PLAN_UNDEFINED;
	/* The best step reached; steps may coincide. */
	while (passed >= 0 && !is_as_good(value, step[passed], sign, scale))
		passed--;
	*level = fmax(passed, 0.0);
	if (passed >= 0 && passed < 3 && sign * value > sign * step[passed])
		*level += (value - step[passed]) / (step[passed + 1] - step[passed]);
	return isfinite(*level) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

PlanError
sdsn_dashboard(const double *levels, uint32_t count, const char **colour)
{
	double		lowest = HUGE_VAL,
				second = HUGE_VAL,
				mean;

	for (uint32_t i = 0; i < count; i++)
	{
		if (isnan(levels[i]))
			continue;
		second = fmin(second, fmax(lowest, levels[i]));
		lowest = fmin(lowest, levels[i]);
	}
	if (lowest == HUGE_VAL)
		return PLAN_UNDEFINED;
	if (second == HUGE_VAL)
		second = lowest;
	mean = lowest / 2.0 + second / 2.0;
	if (!reaches_cut(mean, 1.0, 1.0) && !reaches_cut(second, 1.0, 1.0))
		*colour = "red";
	else if (!reaches_cut(mean, 1.5, 1.0))
		*colour = "orange";
	else if (!reaches_cut(mean, 2.0, 1.0) || !reaches_cut(lowest, 2.0, 1.0))
		*colour = "yellow";
	else
		*colour = "green";
	return PLAN_OK;
}

PlanError
sdsn_mean(const double *scores, const double *instead, uint32_t count, double *mean)
{
	FixedSum	sum = {{0}};
	uint32_t	scored = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		double		score = isnan(scores[i]) && instead != NULL ? instead[i] : scores[i];

		if (isnan(score))
			continue;
		if (!fixedsum_add_double(&sum, score))
			return PLAN_OUT_OF_RANGE;
		scored++;
	}
	if (scored == 0)
		return PLAN_UNDEFINED;
	*mean = fixedsum_to_double(&sum) / scored;
	return PLAN_OK;
}
