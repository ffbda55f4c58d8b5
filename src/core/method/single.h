/*
 * single.h
 *		Methods of one function each: OECD, EU cohesion policy, OKR.
 */
#ifndef TNPLAN_CORE_SINGLE_H
#define TNPLAN_CORE_SINGLE_H

#include <stdint.h>

#include "core/error.h"
#include "core/word.h"

/* Missing figures are NaN; sign is 1 where higher is better, -1 where lower is. */
extern PlanError oecd_distance(double value, double target, double deviation, double sign,
							   double *distance);

typedef struct CohesionCuts
{
	double		achieved;		/* every indicator reaches this share of its milestone */
	double		tolerated;		/* but for one of at least three, which reaches this */
	double		failed;			/* below: one of two at most, or two, is a serious failure */
} CohesionCuts;

extern PlanError cohesion_class(const double *ratios, uint32_t count, const CohesionCuts *cuts,
								const char **label);

/* What is promised: a stretch, or all of it. */
typedef enum OkrRegime
{
	OKR_ASPIRATIONAL,
	OKR_COMMITTED
} OkrRegime;

extern const WordTable okr_regime_words;

extern const char *okr_colour(double grade, OkrRegime regime);

#endif							/* TNPLAN_CORE_SINGLE_H */
