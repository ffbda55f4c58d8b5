/*
 * mean.c
 *		Aggregates for power means, with weights and a minimum of coverage.
 */
#include "postgres.h"

#include "utils/float.h"

#include "core/mean.h"
#include "sample.h"

/* Where a sample keeps them. */
#define POWER 0
#define MIN_COVERAGE 1

static void
set_power(Sample *sample, double power)
{
	if (unlikely(isnan(power)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("power must not be NaN")));
	set_sample_parameter(sample, POWER, "power", power);
}

static void
set_min_coverage(Sample *sample, double coverage)
{
	if (unlikely(!(coverage >= 0.0 && coverage <= 1.0)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("minimum coverage must be between 0 and 1, not %s",
						float8out_internal(coverage))));
	set_sample_parameter(sample, MIN_COVERAGE, "minimum coverage", coverage);
}

/* (state, value [, weight]): what weighs nothing is counted, but not kept. */
static inline Sample *
add_row(FunctionCallInfo fcinfo, bool has_weight)
{
	Sample	   *sample = sample_argument(fcinfo, has_weight ? 2 : 1);
	double		weight = has_weight ? checked_weight_argument(fcinfo, 2) : 1.0;
	double		value;

	sample->rows++;
	if (PG_ARGISNULL(1))
	{
		sample->missing++;
		return sample;
	}
	value = finite_argument(fcinfo, 1, "value");
	if (!has_weight)
		return add_value(sample, value);
	return weight > 0.0 ? add_pair(sample, value, weight) : sample;
}

PG_FUNCTION_INFO_V1(plan_mean_add);
Datum
plan_mean_add(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(add_row(fcinfo, false));
}

/* (state, value, weight [, minimum coverage]) */
PG_FUNCTION_INFO_V1(plan_mean_add_weighted);
Datum
plan_mean_add_weighted(PG_FUNCTION_ARGS)
{
	Sample	   *sample = add_row(fcinfo, true);

	if (PG_NARGS() > 3 && !PG_ARGISNULL(3))
		set_min_coverage(sample, PG_GETARG_FLOAT8(3));
	PG_RETURN_POINTER(sample);
}

/* (state, value, weight, power [, minimum coverage]) */
PG_FUNCTION_INFO_V1(plan_power_mean_add);
Datum
plan_power_mean_add(PG_FUNCTION_ARGS)
{
	Sample	   *sample;

	if (PG_ARGISNULL(3))
		return unchanged_state(fcinfo);
	sample = add_row(fcinfo, true);
	set_power(sample, PG_GETARG_FLOAT8(3));
	if (PG_NARGS() > 4 && !PG_ARGISNULL(4))
		set_min_coverage(sample, PG_GETARG_FLOAT8(4));
	PG_RETURN_POINTER(sample);
}

pg_noreturn static void
report_no_mean(double value, double power)
{
	ereport(ERROR,
			(errcode(power == 0.0 ? ERRCODE_INVALID_ARGUMENT_FOR_LOG
					 : ERRCODE_INVALID_ARGUMENT_FOR_POWER_FUNCTION),
			 errmsg("%s mean needs values %s 0, not %s",
					power == 0.0 ? "geometric" : power == -1.0 ? "harmonic" : "power",
					power > 0.0 ? "of at least" : "above", float8out_internal(value)),
			 errhint("Normalize them to a range such as 1 to 100 first.")));
}

/* NaN, for none, compares as false. */
static inline bool
is_covered(const Sample *sample)
{
	return !((double) (sample->rows - sample->missing) / sample->rows <
			 sample->parameter[MIN_COVERAGE]);
}

static Datum
mean_datum(FunctionCallInfo fcinfo, double power)
{
	Sample	   *sample = (Sample *) PG_GETARG_POINTER(0);

	if (sample->count == 0 || !is_covered(sample))
		PG_RETURN_NULL();
	sort_sample(sample);
	if (!power_mean_exists(sample_value(sample, 0), power))
		report_no_mean(sample_value(sample, 0), power);
	PG_RETURN_FLOAT8(power_mean(sample, power));
}

PG_FUNCTION_INFO_V1(plan_arithmetic_mean_final);
Datum
plan_arithmetic_mean_final(PG_FUNCTION_ARGS)
{
	return mean_datum(fcinfo, 1.0);
}

PG_FUNCTION_INFO_V1(plan_geometric_mean_final);
Datum
plan_geometric_mean_final(PG_FUNCTION_ARGS)
{
	return mean_datum(fcinfo, 0.0);
}

PG_FUNCTION_INFO_V1(plan_harmonic_mean_final);
Datum
plan_harmonic_mean_final(PG_FUNCTION_ARGS)
{
	return mean_datum(fcinfo, -1.0);
}

PG_FUNCTION_INFO_V1(plan_power_mean_final);
Datum
plan_power_mean_final(PG_FUNCTION_ARGS)
{
	return mean_datum(fcinfo, ((const Sample *) PG_GETARG_POINTER(0))->parameter[POWER]);
}
