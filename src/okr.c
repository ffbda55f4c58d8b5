/*
 * okr.c
 *		Grades of objectives and key results.
 */
#include "postgres.h"

#include "core/okr.h"
#include "method.h"

static const char *const regimes[] = {OKR_REGIMES};

PG_FUNCTION_INFO_V1(plan_okr_colour);
Datum
plan_okr_colour(PG_FUNCTION_ARGS)
{
	double		grade = actual_argument(fcinfo, 0, "grade");
	OkrRegime	regime = option_argument(fcinfo, 1, "regime", regimes, lengthof(regimes));

	if (isnan(grade))
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(okr_colour(grade, regime)));
}
