/*
 * picture.c
 *		Pictures of characters, and the arguments that all pictures share.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/float.h"

#include "core/textbar.h"
#include "picture.h"

/* Elements of an array that has one dimension and not too many of them. */
uint32
picture_count(ArrayType *array, const char *name, int most)
{
	int			count = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));

	if (ARR_NDIM(array) > 1)
		report_dimension_error(name);
	if (count > most)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("array of %s must have at most %d elements, not %d", name, most, count)));
	return count;
}

/* NULL and NaN are missing; infinities are errors. */
PictureValues
picture_values(ArrayType *array, const char *name, int most)
{
	PictureValues values = {NULL, picture_count(array, name, most)};
	Datum	   *elements;
	bool	   *nulls;
	int			count;

	deconstruct_array(array, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &elements,
					  &nulls, &count);
	values.value = palloc(Max(count, 1) * sizeof(double));
	for (int i = 0; i < count; i++)
	{
		values.value[i] = nulls[i] ? NAN : DatumGetFloat8(elements[i]);
		if (isinf(values.value[i]))
			report_figure_error("value", values.value[i]);
	}
	return values;
}

/* Other encodings lack the block elements. */
static bool
is_ascii_only(void)
{
	return GetDatabaseEncoding() != PG_UTF8;
}

/*
 * plan_bar(share float8, width integer DEFAULT 10) returns text: a bar of so many characters, in
 * eighths of them, and the percentage.  Where the database is not in UTF-8 it is of whole #. NULL
 * for NULL or NaN. 22003 for an infinite share, 22023 for a width that is not 1 to 200.
 */
PG_FUNCTION_INFO_V1(plan_bar);
Datum
plan_bar(PG_FUNCTION_ARGS)
{
	char		out[TEXTBAR_SIZE];
	double		share = actual_argument(fcinfo, 0, "share");
	int32		width = PG_GETARG_INT32(1);

	if (width < 1 || width > TEXTBAR_MAX_WIDTH)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("width must be between 1 and %d, not %d", TEXTBAR_MAX_WIDTH, width)));
	if (isnan(share))
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text_with_len(out, bar_write(out, share, width, is_ascii_only())));
}

/* An end of the scale; that of the values where it is NULL. */
static double
scale_end(FunctionCallInfo fcinfo, int n, const char *name, double otherwise)
{
	double		end = figure_argument(fcinfo, n, name);

	return isnan(end) ? otherwise : end;
}

/*
 * plan_spark(values float8[], low float8 DEFAULT NULL, high float8 DEFAULT NULL) returns text: a
 * column of eight heights for each value, from the lowest value to the highest or from low to high,
 * and a space for NULL and NaN.  Where the database is not in UTF-8, heights are digits from 1 to
 * 8. NULL for NULL values.  22003 for infinities, 22023 unless low is below high, 54000 for more
 * than 10000 values.
 */
PG_FUNCTION_INFO_V1(plan_spark);
Datum
plan_spark(PG_FUNCTION_ARGS)
{
	PictureValues values;
	double		low,
				high;
	char	   *out;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	values = picture_values(PG_GETARG_ARRAYTYPE_P(0), "values", TEXTBAR_MAX_VALUES);
	spark_range(values.value, values.count, &low, &high);
	low = scale_end(fcinfo, 1, "low", low);
	high = scale_end(fcinfo, 2, "high", high);
	if (!PG_ARGISNULL(1) && !PG_ARGISNULL(2) && low >= high)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("low must be below high: %s, %s", float8out_internal(low),
						float8out_internal(high))));
	out = palloc(values.count * TEXTBAR_BYTES + 1);
	PG_RETURN_TEXT_P(cstring_to_text_with_len(out, spark_write(out, values.value, values.count, low,
															   high,
															   is_ascii_only())));
}
