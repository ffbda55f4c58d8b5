/*
 * okr.h
 *		Grades of objectives and key results.
 */
#ifndef TNPLAN_CORE_OKR_H
#define TNPLAN_CORE_OKR_H

#include "error.h"

/* What is promised, in the order of the names: all of it, or a stretch. */
typedef enum OkrRegime
{
	OKR_ASPIRATIONAL,
	OKR_COMMITTED
} OkrRegime;

#define OKR_REGIMES "aspirational", "committed"

extern const char *okr_colour(double grade, OkrRegime regime);

#endif							/* TNPLAN_CORE_OKR_H */
