/*
 * earned.c
 *		Early and late: years ahead, earned value and earned schedule.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "common/hashfn.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/float.h"
#include "utils/fmgrprotos.h"

#include "aggstate.h"
#include "argument.h"
#include "core/earned.h"
#include "json.h"
#include "period.h"
#include "wire.h"

StaticAssertDecl(sizeof(Earned) == 144, "INTERNALLENGTH of plan_earned");

#define PG_GETARG_PLAN_EARNED_P(n) plan_earned_from_datum(PG_GETARG_DATUM(n))

static Earned *
plan_earned_from_datum(Datum datum)
{
	Earned	   *state = (Earned *) DatumGetPointer(datum);

	if (unlikely(state->version != EARNED_VERSION))
		report_format_version("plan_earned", state->version);
	return state;
}

PLAN_TEXT_IO(plan_earned, Earned, earned_read, earned_write, EARNED_TEXT_SIZE)

/* Every combination is a state: what was subtracted may have left all of them below zero. */
#define EARNED_WIRE_SIZE \
	(WIRE_VERSION_SIZE + (1 + EARNED_SUMS) * sizeof(int64) + EARNED_SUMS * WIRE_SUM_SIZE)

PG_FUNCTION_INFO_V1(plan_earned_recv);
Datum
plan_earned_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	Earned	   *state = palloc(sizeof(Earned));

	check_binary_message(buf, EARNED_VERSION, EARNED_WIRE_SIZE, "plan_earned");
	earned_init(state);
	state->count = pq_getmsgint64(buf);
	for (int i = 0; i < EARNED_SUMS; i++)
		receive_sum(buf, &state->sum[i]);
	for (int i = 0; i < EARNED_SUMS; i++)
		state->missing[i] = pq_getmsgint64(buf);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_earned_send);
Datum
plan_earned_send(PG_FUNCTION_ARGS)
{
	const Earned *state = PG_GETARG_PLAN_EARNED_P(0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, state->version);
	pq_sendint64(&buf, state->count);
	for (int i = 0; i < EARNED_SUMS; i++)
		send_sum(&buf, &state->sum[i]);
	for (int i = 0; i < EARNED_SUMS; i++)
		pq_sendint64(&buf, state->missing[i]);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static int
compare_earned(FunctionCallInfo fcinfo)
{
	return earned_compare(PG_GETARG_PLAN_EARNED_P(0), PG_GETARG_PLAN_EARNED_P(1));
}

static uint64
hash_earned(FunctionCallInfo fcinfo, uint64 seed)
{
	return hash_bytes_extended((const unsigned char *) PG_GETARG_PLAN_EARNED_P(0), sizeof(Earned),
							   seed);
}

PLAN_COMPARISONS(plan_earned, compare_earned)
PLAN_HASHES(plan_earned, hash_earned)

/*
 * Merging, and the aggregate over tasks.
 */

static Earned *
new_earned(void)
{
	Earned	   *state = palloc(sizeof(Earned));

	earned_init(state);
	return state;
}

static Earned *
earned_to_change(FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(0))
		return new_earned();
	prefetch_state(PG_GETARG_POINTER(0), sizeof(Earned));
	return state_to_change(fcinfo, PG_GETARG_PLAN_EARNED_P(0), sizeof(Earned));
}

/* (state, pv, ev, ac, bac): a figure that is missing is counted as such. */
static Datum
accumulate_task(FunctionCallInfo fcinfo, int sign)
{
	Earned	   *state = earned_to_change(fcinfo);

	if (__builtin_add_overflow(state->count, sign, &state->count))
		report_overflow("plan_earned");
	for (int i = 0; i < EARNED_SUMS; i++)
	{
		double		value = actual_argument(fcinfo, i + 1, earned_sum_names[i]);

		if (isnan(value)
			? __builtin_add_overflow(state->missing[i], sign, &state->missing[i])
			: !fixedsum_add_double(&state->sum[i], sign * value))
			report_overflow("plan_earned");
	}
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_earned_add);
Datum
plan_earned_add(PG_FUNCTION_ARGS)
{
	return accumulate_task(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(plan_earned_remove);
Datum
plan_earned_remove(PG_FUNCTION_ARGS)
{
	return accumulate_task(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(plan_earned_merge);
Datum
plan_earned_merge(PG_FUNCTION_ARGS)
{
	Earned	   *state = earned_to_change(fcinfo);

	if (earned_add(state, PG_GETARG_PLAN_EARNED_P(1)) != PLAN_OK)
		report_overflow("plan_earned");
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_earned_subtract);
Datum
plan_earned_subtract(PG_FUNCTION_ARGS)
{
	Earned	   *state = earned_to_change(fcinfo);

	if (earned_subtract(state, PG_GETARG_PLAN_EARNED_P(1)) != PLAN_OK)
		report_overflow("plan_earned");
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_earned_negate);
Datum
plan_earned_negate(PG_FUNCTION_ARGS)
{
	Earned	   *state = new_earned();

	if (earned_subtract(state, PG_GETARG_PLAN_EARNED_P(0)) != PLAN_OK)
		report_overflow("plan_earned");
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_earned_count);
Datum
plan_earned_count(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_PLAN_EARNED_P(0)->count);
}

PG_FUNCTION_INFO_V1(plan_earned_to_jsonb);
Datum
plan_earned_to_jsonb(PG_FUNCTION_ARGS)
{
	const Earned *state = PG_GETARG_PLAN_EARNED_P(0);
	JsonWriter	writer;

	static const char *const missing[EARNED_SUMS] = {"no_pv", "no_ev", "no_ac", "no_bac"};

	json_begin_object(&writer);
	json_add_integer(&writer, "count", state->count);
	for (int i = 0; i < EARNED_SUMS; i++)
	{
		json_add_sum(&writer, earned_sum_names[i], &state->sum[i]);
		json_add_integer(&writer, missing[i], state->missing[i]);
	}
	PG_RETURN_DATUM(json_datum(&writer));
}

/*
 * Figures.
 */

/* Report the first planned value that is not valid. */
pg_noreturn static void
report_planned_error(const double *planned, int period)
{
	char	   *value = float8out_internal(planned[period]);

	if (!isfinite(planned[period]))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("planned values must be finite"),
				 errdetail("The value of period %d is %s.", period + 1, value),
				 errhint("Leave out periods that are not planned yet.")));
	if (planned[period] < 0.0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("planned values must not be negative"),
				 errdetail("The value of period %d is %s.", period + 1, value),
				 errhint("They are cumulative: the value planned by the end of each period.")));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("planned values must not decrease"),
			 errdetail("The value of period %d is %s, that of the period before it is %s.",
					   period + 1, value, float8out_internal(planned[period - 1])),
			 errhint("They are cumulative: the value planned by the end of each period.")));
}

/* The cumulative planned values of periods; they live as long as the argument does. */
static int
planned_argument(FunctionCallInfo fcinfo, int n, const double **planned)
{
	ArrayType  *array;
	int			periods,
				fault;

	if (PG_ARGISNULL(n))
		return 0;
	array = PG_GETARG_ARRAYTYPE_P(n);
	if (ARR_NDIM(array) > 1)
		report_dimension_error("planned values");
	if (array_contains_nulls(array))
		report_null_element_error("planned values");
	periods = ARR_NDIM(array) == 0 ? 0 : ARR_DIMS(array)[0];
	*planned = (const double *) ARR_DATA_PTR(array);
	fault = earned_plan_find_fault(*planned, periods);
	if (fault >= 0)
		report_planned_error(*planned, fault);
	return periods;
}

/* (planned, ev) */
PG_FUNCTION_INFO_V1(plan_earned_schedule);
Datum
plan_earned_schedule(PG_FUNCTION_ARGS)
{
	const double *planned = NULL;
	int			periods = planned_argument(fcinfo, 0, &planned);
	double		schedule = earned_schedule(planned, periods, actual_argument(fcinfo, 1, "ev"));

	return value_datum(fcinfo, schedule, "earned schedule");
}

/* The four figures, from argument n on. */
static void
read_figures(FunctionCallInfo fcinfo, int n, EarnedInput *input)
{
	input->pv = actual_argument(fcinfo, n, "pv");
	input->ev = actual_argument(fcinfo, n + 1, "ev");
	input->ac = actual_argument(fcinfo, n + 2, "ac");
	input->bac = actual_argument(fcinfo, n + 3, "bac");
}

/* The same of all tasks. */
static void
read_totals(FunctionCallInfo fcinfo, int n, EarnedInput *input)
{
	double		totals[EARNED_SUMS];

	earned_totals(PG_GETARG_PLAN_EARNED_P(n), totals);
	input->pv = totals[EARNED_PLANNED];
	input->ev = totals[EARNED_EARNED];
	input->ac = totals[EARNED_COST];
	input->bac = totals[EARNED_BUDGET];
}

/* The arguments after them, planned and passed; without an estimate of the user's own. */
static void
read_schedule(FunctionCallInfo fcinfo, int n, EarnedInput *input)
{
	input->planned = NULL;
	input->periods = planned_argument(fcinfo, n, &input->planned);
	input->passed = actual_argument(fcinfo, n + 1, "passed");
	input->estimate = NAN;
}

StaticAssertDecl((int) NUM_TIME_ESTIMATES <= (int) NUM_EARNED_FIGURES, "room for either row");

/* The type of the row that is returned, looked up once per call site. */
static TupleDesc
row_type(FunctionCallInfo fcinfo, int count)
{
	TupleDesc	desc = fcinfo->flinfo->fn_extra;
	MemoryContext old;

	if (likely(desc != NULL))
		return desc;
	old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE || desc->natts != count)
		elog(ERROR, "return type must be a row of %d columns", count);
	fcinfo->flinfo->fn_extra = desc = BlessTupleDesc(CreateTupleDescCopy(desc));
	MemoryContextSwitchTo(old);
	return desc;
}

/* Figures as a row, NULL where one is not defined. */
static Datum
figures_row(FunctionCallInfo fcinfo, const double *figures, int count)
{
	TupleDesc	desc = row_type(fcinfo, count);
	Datum		values[NUM_EARNED_FIGURES];
	bool		nulls[lengthof(values)];

	for (int i = 0; i < count; i++)
	{
		if (isinf(figures[i]))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("%s out of range", NameStr(TupleDescAttr(desc, i)->attname))));
		nulls[i] = isnan(figures[i]);
		values[i] = Float8GetDatum(figures[i] + 0.0);	/* -0 becomes 0 */
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(desc, values, nulls)));
}

static Datum
value_row(FunctionCallInfo fcinfo, const EarnedInput *input)
{
	double		figures[NUM_EARNED_FIGURES];

	earned_figures(input, figures);
	return figures_row(fcinfo, figures, NUM_EARNED_FIGURES);
}

static Datum
estimates_row(FunctionCallInfo fcinfo, const EarnedInput *input)
{
	double		estimates[NUM_TIME_ESTIMATES];

	earned_time_estimates(input, estimates);
	return figures_row(fcinfo, estimates, NUM_TIME_ESTIMATES);
}

/* (pv, ev, ac, bac, planned, passed, estimate) */
PG_FUNCTION_INFO_V1(plan_earned_value);
Datum
plan_earned_value(PG_FUNCTION_ARGS)
{
	EarnedInput input;

	read_figures(fcinfo, 0, &input);
	read_schedule(fcinfo, 4, &input);
	input.estimate = actual_argument(fcinfo, 6, "estimate");
	return value_row(fcinfo, &input);
}

/* (earned, planned, passed, estimate) */
PG_FUNCTION_INFO_V1(plan_earned_value_of);
Datum
plan_earned_value_of(PG_FUNCTION_ARGS)
{
	EarnedInput input;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	read_totals(fcinfo, 0, &input);
	read_schedule(fcinfo, 1, &input);
	input.estimate = actual_argument(fcinfo, 3, "estimate");
	return value_row(fcinfo, &input);
}

/* (pv, ev, ac, bac, planned, passed) */
PG_FUNCTION_INFO_V1(plan_time_estimates);
Datum
plan_time_estimates(PG_FUNCTION_ARGS)
{
	EarnedInput input;

	read_figures(fcinfo, 0, &input);
	read_schedule(fcinfo, 4, &input);
	return estimates_row(fcinfo, &input);
}

/*
 * Years ahead.
 */

/* From a day to one that is not before it: anniversaries make whole years. */
static double
years_between(int32 from, int32 to)
{
	int32		years = gregorian_whole_years(from, to);
	int64		begin = gregorian_add_years(from, years);
	int64		end = gregorian_add_years(from, years + 1);

	return years + (double) (to - begin) / (double) (end - begin);
}

/* Above 0 when the first of two days is the later one. */
static double
years_ahead(int32 due, int32 reached)
{
	return due >= reached ? years_between(reached, due) : -years_between(due, reached);
}

/*
 * From end to end, which are the days behind the periods, so that a February is a whole year
 * ahead of the next.  Two days are taken as such.
 */
static double
periods_ahead(Period due, Period reached)
{
	if (period_days(due) == 1 && period_days(reached) == 1)
		return years_ahead(due.first, reached.first);
	return years_ahead(due.end, reached.end);
}

/* (due, reached) */
PG_FUNCTION_INFO_V1(plan_years_ahead);
Datum
plan_years_ahead(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(periods_ahead(PG_GETARG_PLAN_PERIOD(0), PG_GETARG_PLAN_PERIOD(1)));
}
