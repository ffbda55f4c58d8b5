/*
 * escap.c
 *		UN ESCAP's indices of progress, and aggregates that extrapolate a series.
 *
 * The aggregates share one internal state, the values in the order of the rows.  The final
 * functions sort them by year, so that no result depends on the order of the rows.
 *
 * Errors: 2201E, a value outside 0 and the denominator; 22004, a NULL year to predict or
 * denominator; 22023, one that differs between rows, a denominator that is not positive, two
 * values of one year, and a year to predict that the weights do not allow; 54000, too many values.
 */
#include "postgres.h"

#include "utils/float.h"

#include "aggstate.h"
#include "core/method/escap.h"
#include "core/pairsort.h"
#include "method/method.h"

#define MAX_VALUES INT32_MAX

/* Values are percentages unless a denominator is given. */
#define DEFAULT_DENOMINATOR 100.0

/* (value, goal) */
PG_FUNCTION_INFO_V1(plan_escap_index);
Datum
plan_escap_index(PG_FUNCTION_ARGS)
{
	double		value = actual_argument(fcinfo, 0, "value");
	MethodGoal	goal = single_goal_argument(fcinfo, 1);
	double		index = 0.0;
	PlanError	error = escap_index(value, goal.baseline, goal.target, goal.direction, &index);

	return figure_datum(fcinfo, error, index, "index");
}

/* (value, goal) */
PG_FUNCTION_INFO_V1(plan_escap_gap);
Datum
plan_escap_gap(PG_FUNCTION_ARGS)
{
	double		value = actual_argument(fcinfo, 0, "value");
	MethodGoal	goal = single_goal_argument(fcinfo, 1);
	double		gap = 0.0;
	PlanError	error = escap_gap(value, goal.baseline, goal.target, goal.direction, &gap);

	return figure_datum(fcinfo, error, gap, "gap");
}

/* (value, goal), both of which may be NULL */
PG_FUNCTION_INFO_V1(plan_escap_reason);
Datum
plan_escap_reason(PG_FUNCTION_ARGS)
{
	double		value = actual_argument(fcinfo, 0, "value");
	MethodGoal	goal = {NAN, NAN, GOAL_WITHIN};

	if (!PG_ARGISNULL(1))
		goal = single_goal_argument(fcinfo, 1);
	return label_datum(fcinfo, PLAN_OK,
					   escap_reason(value, goal.baseline, goal.target, goal.direction), "index");
}

static Datum
class_of(FunctionCallInfo fcinfo, const char *name, const char *(*label) (double))
{
	double		result = actual_argument(fcinfo, 0, name);

	return label_datum(fcinfo, PLAN_OK, isnan(result) ? NULL : label(result), name);
}

PG_FUNCTION_INFO_V1(plan_escap_current_class);
Datum
plan_escap_current_class(PG_FUNCTION_ARGS)
{
	return class_of(fcinfo, "index", escap_current_class);
}

PG_FUNCTION_INFO_V1(plan_escap_anticipated_class);
Datum
plan_escap_anticipated_class(PG_FUNCTION_ARGS)
{
	return class_of(fcinfo, "index", escap_anticipated_class);
}

PG_FUNCTION_INFO_V1(plan_escap_gap_class);
Datum
plan_escap_gap_class(PG_FUNCTION_ARGS)
{
	return class_of(fcinfo, "gap", escap_gap_class);
}

/*
 * Extrapolation.
 */

/* The part that a worker sends ahead of the values. */
typedef struct SeriesHead
{
	double		to_year;
	double		denominator;
	uint64		count;
} SeriesHead;

typedef struct SeriesState
{
	MemoryContext context;
	SeriesHead	head;
	uint64		capacity;
	YearValue  *values;
} SeriesState;

static SeriesState *
new_series(MemoryContext context, double to_year, double denominator)
{
	SeriesState *state = MemoryContextAllocZero(context, sizeof(SeriesState));

	state->context = context;
	state->head.to_year = to_year;
	state->head.denominator = denominator;
	return state;
}

static void
reserve_values(SeriesState *state, uint64 more)
{
	if (unlikely(state->head.count + more > MAX_VALUES))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many values to extrapolate"),
				 errdetail("The limit is %d values.", MAX_VALUES)));
	state->values = reserve_elements(state->context, state->values, &state->capacity,
									 state->head.count + more, sizeof(YearValue));
}

static void
check_same_series(const SeriesState *state, double to_year, double denominator)
{
	if (unlikely(state->head.to_year != to_year || state->head.denominator != denominator))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be the same in all rows",
						state->head.to_year != to_year ? "year to predict" : "denominator")));
}

static double
required_argument(FunctionCallInfo fcinfo, int n, const char *name)
{
	if (PG_ARGISNULL(n))
		report_null_error(name);
	return figure_argument(fcinfo, n, name);
}

/* (state, year, value, to_year [, denominator]): a row without year or value is skipped. */
static Datum
add_year_value(FunctionCallInfo fcinfo, bool is_share)
{
	double		year = actual_argument(fcinfo, 1, "year");
	double		value = actual_argument(fcinfo, 2, "value");
	double		to_year = required_argument(fcinfo, 3, "year to predict");
	double		denominator = PG_NARGS() > 4 ? required_argument(fcinfo, 4, "denominator")
		: DEFAULT_DENOMINATOR;
	SeriesState *state;

	if (!(denominator > 0.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("denominator must be positive, not %s", float8out_internal(denominator))));
	if (isnan(year) || isnan(value))
		return unchanged_state(fcinfo);
	if (is_share && !(value >= 0.0 && value <= denominator))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_ARGUMENT_FOR_LOG),
				 errmsg("value %s must be between 0 and the denominator %s",
						float8out_internal(value), float8out_internal(denominator))));
	if (PG_ARGISNULL(0))
		state = new_series(aggregate_context(fcinfo), to_year, denominator);
	else
		state = (SeriesState *) PG_GETARG_POINTER(0);
	check_same_series(state, to_year, denominator);
	reserve_values(state, 1);
	state->values[state->head.count++] = (YearValue) {year, value};
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_escap_add);
Datum
plan_escap_add(PG_FUNCTION_ARGS)
{
	return add_year_value(fcinfo, false);
}

PG_FUNCTION_INFO_V1(plan_escap_add_share);
Datum
plan_escap_add_share(PG_FUNCTION_ARGS)
{
	return add_year_value(fcinfo, true);
}

PG_FUNCTION_INFO_V1(plan_escap_combine);
Datum
plan_escap_combine(PG_FUNCTION_ARGS)
{
	const SeriesState *other;
	SeriesState *state;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	other = (const SeriesState *) PG_GETARG_POINTER(1);
	if (PG_ARGISNULL(0))
		state = new_series(aggregate_context(fcinfo), other->head.to_year,
						   other->head.denominator);
	else
		state = (SeriesState *) PG_GETARG_POINTER(0);
	check_same_series(state, other->head.to_year, other->head.denominator);
	reserve_values(state, other->head.count);
	memcpy(state->values + state->head.count, other->values,
		   other->head.count * sizeof(YearValue));
	state->head.count += other->head.count;
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_escap_serialize);
Datum
plan_escap_serialize(PG_FUNCTION_ARGS)
{
	const SeriesState *state = (const SeriesState *) PG_GETARG_POINTER(0);
	size_t		size = state->head.count * sizeof(YearValue);
	bytea	   *bytes = new_partial_state(sizeof(SeriesHead) + size, "values");

	memcpy(VARDATA(bytes), &state->head, sizeof(SeriesHead));
	memcpy(VARDATA(bytes) + sizeof(SeriesHead), state->values, size);
	PG_RETURN_BYTEA_P(bytes);
}

PG_FUNCTION_INFO_V1(plan_escap_deserialize);
Datum
plan_escap_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	SeriesHead	head;
	SeriesState *state;

	memcpy(&head, VARDATA_ANY(bytes), sizeof(SeriesHead));
	state = new_series(CurrentMemoryContext, head.to_year, head.denominator);
	reserve_values(state, head.count);
	memcpy(state->values, VARDATA_ANY(bytes) + sizeof(SeriesHead),
		   head.count * sizeof(YearValue));
	state->head.count = head.count;
	PG_RETURN_POINTER(state);
}

/* A copy sorted by year. */
static YearValue *
sorted_values(const SeriesState *state)
{
	uint32		count = state->head.count;
	KeyedValue *keys = allocate_huge((size_t) count * 2 * sizeof(KeyedValue));
	YearValue  *series = allocate_huge(count * sizeof(YearValue));
	const KeyedValue *sorted;

	for (uint32 i = 0; i < count; i++)
		keys[i] = (KeyedValue) {sortable_double(state->values[i].year), i};
	sorted = pairsort(keys, keys + count, count, check_for_interrupts);
	for (uint32 i = 0; i < count; i++)
	{
		series[i] = state->values[sorted[i].value];
		if (i > 0 && series[i].year == series[i - 1].year)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("duplicate year %s in series",
							float8out_internal(series[i].year)),
					 errhint("Group the rows so that a series has one value per year.")));
	}
	pfree(keys);
	return series;
}

typedef PlanError (*Extrapolation) (const YearValue *series, uint32 count, double to_year,
									double denominator, double *result);

static Datum
extrapolate(FunctionCallInfo fcinfo, Extrapolation method)
{
	const SeriesState *state = (const SeriesState *) PG_GETARG_POINTER(0);
	uint32		count = state->head.count;
	YearValue  *series = sorted_values(state);
	double		last_year = series[count - 1].year;
	double		result = 0.0;
	PlanError	error = method(series, count, state->head.to_year, state->head.denominator,
							   &result);

	pfree(series);
	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("year to predict %s must be after the last year %s",
						float8out_internal(state->head.to_year), float8out_internal(last_year))));
	return figure_datum(fcinfo, error, result, "predicted value");
}

PG_FUNCTION_INFO_V1(plan_escap_geometric_final);
Datum
plan_escap_geometric_final(PG_FUNCTION_ARGS)
{
	return extrapolate(fcinfo, escap_geometric);
}

PG_FUNCTION_INFO_V1(plan_escap_logit_final);
Datum
plan_escap_logit_final(PG_FUNCTION_ARGS)
{
	return extrapolate(fcinfo, escap_logit);
}

PG_FUNCTION_INFO_V1(plan_escap_logit_slope_final);
Datum
plan_escap_logit_slope_final(PG_FUNCTION_ARGS)
{
	return extrapolate(fcinfo, escap_logit_slope);
}

PG_FUNCTION_INFO_V1(plan_escap_weighted_logit_final);
Datum
plan_escap_weighted_logit_final(PG_FUNCTION_ARGS)
{
	return extrapolate(fcinfo, escap_weighted_logit);
}
