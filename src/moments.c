/*
 * moments.c
 *		plan_moments: means and measures of disparity as sums that merge.
 *
 * How rows get into one is the business of moments_agg.c.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"

#include "aggstate.h"
#include "core/text.h"
#include "json.h"
#include "moments.h"
#include "wire.h"

void
report_moments_overflow(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("plan_moments out of range"),
			 errdetail("Sums are kept within 2^191 of zero, about 3.1e57, and counts within 2^63."),
			 errhint("Choose another unit.")));
}

void
report_mixed_measures(const Moments *state, Measure measure, double parameter)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("measures \"%s\" and \"%s\" cannot be merged",
					shown_measure(state->measure, state->parameter),
					shown_measure(measure, parameter)),
			 errhint("Group by the measure.")));
}

PLAN_TEXT_IO(plan_moments, Moments, moments_read, moments_write, MOMENTS_TEXT_SIZE)

/* The measure, two float8, five counts and the sums. */
#define MOMENTS_WIRE_SIZE \
	(WIRE_VERSION_SIZE + 1 + (7 + NUM_SUMS * MOMENTS_LIMBS) * sizeof(int64))

PG_FUNCTION_INFO_V1(plan_moments_recv);
Datum
plan_moments_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	Moments    *state = palloc(sizeof(Moments));

	check_binary_message(buf, MOMENTS_VERSION, MOMENTS_WIRE_SIZE, "plan_moments");
	moments_init(state, MEASURE_POWER_MEAN);
	state->measure = pq_getmsgbyte(buf);
	state->parameter = pq_getmsgfloat8(buf);
	state->min_coverage = pq_getmsgfloat8(buf);
	state->rows = pq_getmsgint64(buf);
	state->missing = pq_getmsgint64(buf);
	state->covering = pq_getmsgint64(buf);
	state->zeros = pq_getmsgint64(buf);
	state->negatives = pq_getmsgint64(buf);
	for (int i = 0; i < NUM_SUMS; i++)
		receive_limbs(buf, state->sum[i], MOMENTS_LIMBS);
	if (!moments_is_valid(state))
		report_binary_error("plan_moments");
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_moments_send);
Datum
plan_moments_send(PG_FUNCTION_ARGS)
{
	const Moments *state = PG_GETARG_PLAN_MOMENTS_P(0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, state->version);
	pq_sendbyte(&buf, state->measure);
	pq_sendfloat8(&buf, state->parameter);
	pq_sendfloat8(&buf, state->min_coverage);
	pq_sendint64(&buf, state->rows);
	pq_sendint64(&buf, state->missing);
	pq_sendint64(&buf, state->covering);
	pq_sendint64(&buf, state->zeros);
	pq_sendint64(&buf, state->negatives);
	for (int i = 0; i < NUM_SUMS; i++)
		send_limbs(&buf, state->sum[i], MOMENTS_LIMBS);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static int
compare_moments(FunctionCallInfo fcinfo)
{
	return moments_compare(PG_GETARG_PLAN_MOMENTS_P(0), PG_GETARG_PLAN_MOMENTS_P(1));
}

static uint64
hash_moments(FunctionCallInfo fcinfo, uint64 seed)
{
	return hash_bytes_extended((const unsigned char *) PG_GETARG_PLAN_MOMENTS_P(0), sizeof(Moments),
							   seed);
}

PLAN_COMPARISONS(plan_moments, compare_moments)
PLAN_HASHES(plan_moments, hash_moments)

/*
 * Merging.
 */

static Moments *
moments_to_change(FunctionCallInfo fcinfo)
{
	return state_to_change(fcinfo, PG_GETARG_PLAN_MOMENTS_P(0), sizeof(Moments));
}

static Datum
merged(PlanError error, Moments *state)
{
	if (error == PLAN_MIXED_KINDS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("states of different measures, parameters or coverage cannot be merged"),
				 errhint("Group by the measure.")));
	if (error == PLAN_UNDEFINED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("minimum and maximum values cannot be subtracted")));
	if (error != PLAN_OK)
		report_moments_overflow();
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_moments_merge);
Datum
plan_moments_merge(PG_FUNCTION_ARGS)
{
	const Moments *other = PG_GETARG_PLAN_MOMENTS_P(1);
	Moments    *state = moments_to_change(fcinfo);

	return merged(moments_add(state, other), state);
}

/* In a moving frame NULL has it computed anew where a state cannot be subtracted. */
PG_FUNCTION_INFO_V1(plan_moments_subtract);
Datum
plan_moments_subtract(PG_FUNCTION_ARGS)
{
	const Moments *other = PG_GETARG_PLAN_MOMENTS_P(1);
	Moments    *state;

	if (!moments_is_invertible(other) && is_in_aggregate(fcinfo))
		PG_RETURN_NULL();
	state = moments_to_change(fcinfo);
	return merged(moments_subtract(state, other), state);
}

PG_FUNCTION_INFO_V1(plan_moments_negate);
Datum
plan_moments_negate(PG_FUNCTION_ARGS)
{
	const Moments *other = PG_GETARG_PLAN_MOMENTS_P(0);
	Moments    *state = palloc(sizeof(Moments));

	moments_init(state, other->measure);
	return merged(moments_subtract(state, other), state);
}

/*
 * Reading.
 */

static Datum
moments_datum(FunctionCallInfo fcinfo, const Moments *state)
{
	double		figure;
	PlanError	error = moments_figure(state, &figure);

	if (error == PLAN_UNDEFINED)
		PG_RETURN_NULL();
	if (error != PLAN_OK)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s is out of range", shown_measure(state->measure, state->parameter)),
				 errdetail("The sum of powers must be at least 2^-128, about 3e-39, a variance "
						   "larger than the rounding of its sums, and the result within the range "
						   "of double precision."),
				 errhint("Choose another unit.")));
	PG_RETURN_FLOAT8(figure);
}

PG_FUNCTION_INFO_V1(plan_moments_value);
Datum
plan_moments_value(PG_FUNCTION_ARGS)
{
	return moments_datum(fcinfo, PG_GETARG_PLAN_MOMENTS_P(0));
}

/* The figure of another measure that is computed from the same sums. */
static Datum
figure_as(FunctionCallInfo fcinfo, Measure summed, Measure measure)
{
	Moments		state = *PG_GETARG_PLAN_MOMENTS_P(0);

	if (state.measure != summed)
		report_mixed_measures(&state, summed, 0.0);
	state.measure = measure;
	return moments_datum(fcinfo, &state);
}

PG_FUNCTION_INFO_V1(plan_cv_sample_final);
Datum
plan_cv_sample_final(PG_FUNCTION_ARGS)
{
	return figure_as(fcinfo, MEASURE_CV, MEASURE_CV_SAMPLE);
}

PG_FUNCTION_INFO_V1(plan_sigma_cv_final);
Datum
plan_sigma_cv_final(PG_FUNCTION_ARGS)
{
	return figure_as(fcinfo, MEASURE_SIGMA, MEASURE_SIGMA_CV);
}

/* False where the state is empty, so that it does not know its parameter. */
static bool
measure_of(const Moments *state, PlanMeasure *measure)
{
	Moments		empty;

	*measure = measure_make(state->measure, state->parameter);
	moments_init(&empty, state->measure);
	return measure_parameter(state->measure) == NULL || memcmp(state, &empty, sizeof(empty)) != 0;
}

PG_FUNCTION_INFO_V1(plan_moments_measure);
Datum
plan_moments_measure(PG_FUNCTION_ARGS)
{
	PlanMeasure measure;

	if (!measure_of(PG_GETARG_PLAN_MOMENTS_P(0), &measure))
		PG_RETURN_NULL();
	return plan_measure_datum(&measure);
}

PG_FUNCTION_INFO_V1(plan_moments_count);
Datum
plan_moments_count(PG_FUNCTION_ARGS)
{
	const Moments *state = PG_GETARG_PLAN_MOMENTS_P(0);
	int64		count;

	if (__builtin_sub_overflow(state->rows, state->missing, &count))
		report_moments_overflow();
	PG_RETURN_INT64(count);
}

/* Of the rows, counted without weights, those that have a value. */
PG_FUNCTION_INFO_V1(plan_moments_coverage);
Datum
plan_moments_coverage(PG_FUNCTION_ARGS)
{
	const Moments *state = PG_GETARG_PLAN_MOMENTS_P(0);

	if (state->rows == 0 || moments_is_overdrawn(state))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(((double) state->rows - (double) state->missing) / state->rows);
}

/* JSON has no numbers for infinities. */
static void
add_parameter(JsonWriter *writer, const char *key, double parameter)
{
	const char *infinity = parameter < 0 ? "-Infinity" : "Infinity";

	if (isinf(parameter))
		json_add_string(writer, key, infinity, strlen(infinity));
	else
		json_add_figure(writer, key, parameter);
}

static void
add_measure(JsonWriter *writer, const Moments *state)
{
	PlanMeasure measure;
	bool		is_known = measure_of(state, &measure);
	const MeasureEntry *entry = is_known ? measure_entry(&measure) :
		&measure_entries[state->measure];

	json_add_string(writer, "measure", entry->name, strlen(entry->name));
	if (entry->kind == PARAMETER_NONE)
		return;
	if (is_known)
		add_parameter(writer, entry->parameter_name, measure.parameter);
	else
		json_add_null(writer, entry->parameter_name);
}

/* Measure, counts and value, which is null if it is undefined. */
PG_FUNCTION_INFO_V1(plan_moments_to_jsonb);
Datum
plan_moments_to_jsonb(PG_FUNCTION_ARGS)
{
	const Moments *state = PG_GETARG_PLAN_MOMENTS_P(0);
	JsonWriter	writer;
	double		figure = 0.0;
	bool		exists = moments_figure(state, &figure) == PLAN_OK;

	json_begin_object(&writer);
	add_measure(&writer, state);
	json_add_integer(&writer, "rows", state->rows);
	json_add_integer(&writer, "missing", state->missing);
	json_add_optional(&writer, "value", exists, figure);
	PG_RETURN_DATUM(json_datum(&writer));
}
