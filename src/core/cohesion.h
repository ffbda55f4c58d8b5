/*
 * cohesion.h
 *		When a priority of EU cohesion policy has achieved its milestones.
 */
#ifndef TNPLAN_CORE_COHESION_H
#define TNPLAN_CORE_COHESION_H

#include <stdint.h>

#include "error.h"

typedef struct CohesionCuts
{
	double		achieved;		/* every indicator reaches this share of its milestone */
	double		tolerated;		/* but for one of at least three, which reaches this */
	double		failed;			/* below: one of two at most, or two, is a serious failure */
} CohesionCuts;

extern PlanError cohesion_class(const double *ratios, uint32_t count, const CohesionCuts *cuts,
								const char **label);

#endif							/* TNPLAN_CORE_COHESION_H */
