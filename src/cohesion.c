/*
 * cohesion.c
 *		When a priority of EU cohesion policy has achieved its milestones.
 */
#include "postgres.h"

#include "utils/float.h"

#include "core/cohesion.h"
#include "method.h"

/* (ratios, achieved, tolerated, failed) */
PG_FUNCTION_INFO_V1(plan_cohesion_class);
Datum
plan_cohesion_class(PG_FUNCTION_ARGS)
{
	CohesionCuts cuts;
	uint32		count;
	double	   *ratios = figures_argument(fcinfo, 0, "ratios", &count);
	const char *label = NULL;
	PlanError	error;

	cuts.achieved = figure_argument(fcinfo, 1, "cut");
	cuts.tolerated = figure_argument(fcinfo, 2, "cut");
	cuts.failed = figure_argument(fcinfo, 3, "cut");
	if (cuts.achieved < cuts.tolerated || cuts.tolerated < cuts.failed)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cuts must descend: %s, %s, %s",
						float8out_internal(cuts.achieved), float8out_internal(cuts.tolerated),
						float8out_internal(cuts.failed))));
	error = cohesion_class(ratios, count, &cuts, &label);
	return label_datum(fcinfo, error, label, "ratio");
}
