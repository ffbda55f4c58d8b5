/*
 * cohesion.c
 *		When a priority of EU cohesion policy has achieved its milestones.
 *
 * Achieved: every indicator of the priority at 85 % of its milestone; of three or more, one
 * may be between 75 and 85 %.  Serious failure: of one or two indicators one below 65 %, of
 * more than two, two of them.
 *
 * Source: Regulation (EU) 1303/2013, annex II, and Implementing Regulation (EU) 215/2014,
 * article 6.
 */
#include "cohesion.h"

#include <math.h>

#include "cut.h"

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
