/*
 * single.h
 *		Methods of one function each: OECD, EU cohesion policy, OKR.
 */
#ifndef TNPLAN_CORE_SINGLE_H
#define TNPLAN_CORE_SINGLE_H

#include <stdint.h>

#include "core/error.h"
#include "core/word.h"

/* Missing values are NaN; sign is 1 if higher is better, -1 if lower is. */
extern PlanError oecd_distance(double value, double target, double deviation, double sign,
							   double *distance);

typedef struct CohesionCuts
{
	double		achieved;		/* every indicator reaches this share of its milestone */
	double		tolerated;		/* one of three or more may reach only this */
	double		failed;			/* below: serious failure of one, or two of three or more */
} CohesionCuts;

extern PlanError cohesion_class(const double *ratios, uint32_t count, const CohesionCuts *cuts,
								const char **label);

/* Whether a grade of 1 is hoped for or promised. */
typedef enum OkrRegime
{
	OKR_ASPIRATIONAL,
	OKR_COMMITTED
} OkrRegime;

extern const WordTable okr_regime_words;

extern const char *okr_colour(double grade, OkrRegime regime);

#endif							/* TNPLAN_CORE_SINGLE_H */
