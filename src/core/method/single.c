/*
 * single.c
 *		Methods of one function each: OECD, EU cohesion policy, OKR.
 */
#include "core/method/single.h"

#include <math.h>

#include "core/cut.h"

/*
 * The OECD's distance to a target: max(0, d (T - x) / sd), in standard deviations of the peers.
 *
 * Edition: OECD, "Measuring Distance to the SDG Targets", annex A
 * (https://read.oecd.org/10.1787/74218eb7-en).
 */
PlanError
oecd_distance(double value, double target, double deviation, double sign, double *distance)
{
	if (deviation < 0.0)
		return PLAN_REVERSED;
	if (isnan(value) || isnan(target) || isnan(sign))
		return PLAN_UNDEFINED;
	*distance = 0.0;
	if (is_as_good(value, target, sign, fabs(target)))
		return PLAN_OK;
	if (isnan(deviation) || deviation == 0.0)
		return PLAN_UNDEFINED;
	*distance = fabs(target - value) / deviation;
	return isfinite(*distance) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/*
 * The class of a priority of EU cohesion policy.
 *
 * Achieved: every indicator of the priority reaches 85 % of its milestone; of three or more,
 * one may be between 75 and 85 %.  Serious failure: of one or two indicators one is below 65 %,
 * of three or more, two are.
 *
 * Edition: Regulation (EU) 1303/2013, annex II, and Implementing Regulation (EU) 215/2014,
 * article 6.
 */
PlanError
cohesion_class(const double *ratios, uint32_t count, const CohesionCuts *cuts, const char **label)
{
	uint32_t	short_of = 0,
				intolerable = 0,
				failed = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		if (isnan(ratios[i]))
			return PLAN_UNDEFINED;
		short_of += !reaches_cut(ratios[i], cuts->achieved, 1.0);
		intolerable += !reaches_cut(ratios[i], cuts->tolerated, 1.0);
		failed += !reaches_cut(ratios[i], cuts->failed, 1.0);
	}
	if (count == 0)
		return PLAN_UNDEFINED;
	if (intolerable == 0 && short_of <= (count >= 3))
		*label = "achieved";
	else if (failed >= (count >= 3 ? 2 : 1))
		*label = "serious_failure";
	else
		*label = "not_achieved";
	return PLAN_OK;
}

static const Word regime_words[] = {
	{"aspirational", OKR_ASPIRATIONAL},
	{"committed", OKR_COMMITTED},
};

const WordTable okr_regime_words = WORD_TABLE("regime", regime_words,
											  "Valid values are aspirational and committed.");

/*
 * The colour of the grade of an objective or key result, a share from 0 to 1.
 *
 * Aspirational: green from 0.7, yellow from 0.4, else red.  Committed: green at 1, else red.
 * The published classes are 0.7 to 1, 0.4 to 0.6 and 0 to 0.3; a grade between two of them
 * gets the lower one.
 *
 * Edition: https://www.whatmatters.com/faqs/dear-andy-how-to-grade-committed-okrs
 */
const char *
okr_colour(double grade, OkrRegime regime)
{
	if (regime == OKR_COMMITTED)
		return reaches_cut(grade, 1.0, 1.0) ? "green" : "red";
	return reaches_cut(grade, 0.7, 1.0) ? "green" :
		reaches_cut(grade, 0.4, 1.0) ? "yellow" : "red";
}
