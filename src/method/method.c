/*
 * method.c
 *		What the wrappers of the named methods share.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/float.h"

#include "method/method.h"
#include "names.h"

/* The figures of an array, NaN where it has NULL or NaN. */
double *
figures_argument(FunctionCallInfo fcinfo, int n, const char *name, uint32 *count)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(n);
	Datum	   *elements;
	bool	   *nulls;
	int			length;
	double	   *figures;

	if (ARR_NDIM(array) > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("array of %s must be one-dimensional", name)));
	deconstruct_array(array, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE,
					  &elements, &nulls, &length);
	figures = palloc(((size_t) length + 1) * sizeof(double));
	for (int i = 0; i < length; i++)
	{
		figures[i] = nulls[i] ? NAN : DatumGetFloat8(elements[i]);
		if (isinf(figures[i]))
			report_figure_error(name, figures[i]);
	}
	*count = length;
	return figures;
}

/*
 * (current, current_year, baseline, baseline_year, target, target_year, direction); false
 * without a direction.  Years may be missing, but not run backwards; target_year, unless that
 * is NaN, stands for the last.
 */
bool
course_arguments(FunctionCallInfo fcinfo, double target_year, Course *course)
{
	course->current = actual_argument(fcinfo, 0, "current value");
	course->current_year = figure_argument(fcinfo, 1, "current year");
	course->baseline = actual_argument(fcinfo, 2, "baseline");
	course->baseline_year = figure_argument(fcinfo, 3, "baseline year");
	course->target = figure_argument(fcinfo, 4, "target");
	course->target_year = figure_argument(fcinfo, 5, "target year");
	if (isnan(course->target_year))
		course->target_year = target_year;
	course->sign = direction_sign_argument(fcinfo, 6);
	if (course->current_year < course->baseline_year)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("current year %s must not be before baseline year %s",
						float8out_internal(course->current_year),
						float8out_internal(course->baseline_year))));
	if (!isnan(course->target) && course->target_year < course->baseline_year)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("target year %s must not be before baseline year %s",
						float8out_internal(course->target_year),
						float8out_internal(course->baseline_year)),
				 !PG_ARGISNULL(5) ? 0 :
				 errhint("Where no target year is given it is %s.", float8out_internal(target_year))));
	return !isnan(course->sign);
}
