/*
 * escap.c
 *		UN ESCAP's indices of progress, and aggregates that extrapolate a series.
 *
 * The aggregates share one internal state, the figures as they come; a final function puts
 * them in the order of their years, so that no result depends on the order of the rows.
 */
#include "postgres.h"

#include "utils/float.h"

#include "aggstate.h"
#include "core/method/escap.h"
#include "core/pairsort.h"
#include "method/method.h"

#define MAX_FIGURES INT32_MAX

/* Where no denominator is given, figures are percentages. */
#define DEFAULT_DENOMINATOR 100.0

/* (value, baseline, target, direction) */
typedef struct EscapQuestion
{
	double		value;
	double		baseline;
	double		target;
	GoalDirection direction;
} EscapQuestion;

/* What is given is checked all the same; false without a direction. */
static bool
read_question(FunctionCallInfo fcinfo, EscapQuestion *q)
{
	q->value = actual_argument(fcinfo, 0, "value");
	q->baseline = actual_argument(fcinfo, 1, "baseline");
	q->target = figure_argument(fcinfo, 2, "target");
	return read_direction_argument(fcinfo, 3, &q->direction);
}

PG_FUNCTION_INFO_V1(plan_escap_index);
Datum
plan_escap_index(PG_FUNCTION_ARGS)
{
	EscapQuestion q;
	double		index = 0.0;
	PlanError	error;

	if (!read_question(fcinfo, &q))
		PG_RETURN_NULL();
	error = escap_index(q.value, q.baseline, q.target, q.direction, &index);
	return figure_datum(fcinfo, error, index, "index");
}

PG_FUNCTION_INFO_V1(plan_escap_gap);
Datum
plan_escap_gap(PG_FUNCTION_ARGS)
{
	EscapQuestion q;
	double		gap = 0.0;
	PlanError	error;

	if (!read_question(fcinfo, &q))
		PG_RETURN_NULL();
	error = escap_gap(q.value, q.baseline, q.target, q.direction, &gap);
	return figure_datum(fcinfo, error, gap, "gap");
}

static Datum
class_of_figures(FunctionCallInfo fcinfo, EscapClass class_of)
{
	EscapQuestion q;
	const char *label;

	if (!read_question(fcinfo, &q))
		PG_RETURN_NULL();
	label = escap_class(q.value, q.baseline, q.target, q.direction, class_of);
	return label_datum(fcinfo, label != NULL ? PLAN_OK : PLAN_OUT_OF_RANGE, label, "index");
}

PG_FUNCTION_INFO_V1(plan_escap_current_class_of_values);
Datum
plan_escap_current_class_of_values(PG_FUNCTION_ARGS)
{
	return class_of_figures(fcinfo, escap_current_class);
}

PG_FUNCTION_INFO_V1(plan_escap_anticipated_class_of_values);
Datum
plan_escap_anticipated_class_of_values(PG_FUNCTION_ARGS)
{
	return class_of_figures(fcinfo, escap_anticipated_class);
}

static Datum
class_of_index(FunctionCallInfo fcinfo, EscapClass class_of)
{
	double		index = actual_argument(fcinfo, 0, "index");

	if (isnan(index))
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(class_of(index, ESCAP_SCALE)));
}

PG_FUNCTION_INFO_V1(plan_escap_current_class);
Datum
plan_escap_current_class(PG_FUNCTION_ARGS)
{
	return class_of_index(fcinfo, escap_current_class);
}

PG_FUNCTION_INFO_V1(plan_escap_anticipated_class);
Datum
plan_escap_anticipated_class(PG_FUNCTION_ARGS)
{
	return class_of_index(fcinfo, escap_anticipated_class);
}

PG_FUNCTION_INFO_V1(plan_escap_gap_class);
Datum
plan_escap_gap_class(PG_FUNCTION_ARGS)
{
	double		gap = actual_argument(fcinfo, 0, "gap");

	if (isnan(gap))
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(escap_gap_class(gap)));
}

/*
 * Extrapolation.
 */

/* The part that a worker sends ahead of the figures. */
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
	YearValue  *figure;
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
reserve_figures(SeriesState *state, uint64 more)
{
	if (unlikely(state->head.count + more > MAX_FIGURES))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many figures to extrapolate"),
				 errdetail("At most %d figures can be taken together.", MAX_FIGURES)));
	state->figure = reserve_elements(state->context, state->figure, &state->capacity,
									 state->head.count + more, sizeof(YearValue));
}

static void
check_same_series(const SeriesState *state, double to_year, double denominator)
{
	if (unlikely(state->head.to_year != to_year || state->head.denominator != denominator))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be the same in all rows",
						state->head.to_year != to_year ? "the year to predict" : "denominator")));
}

static double
option_figure(FunctionCallInfo fcinfo, int n, const char *name)
{
	if (PG_ARGISNULL(n))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be null", name)));
	return figure_argument(fcinfo, n, name);
}

/* (state, year, value, to_year [, denominator]): a figure of which one is missing is none. */
static Datum
add_figure(FunctionCallInfo fcinfo, bool is_share)
{
	double		year = actual_argument(fcinfo, 1, "year");
	double		value = actual_argument(fcinfo, 2, "value");
	double		to_year = option_figure(fcinfo, 3, "the year to predict");
	double		denominator = PG_NARGS() > 4 ? option_figure(fcinfo, 4, "denominator")
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
				 errmsg("value %s does not lie between 0 and the denominator %s",
						float8out_internal(value), float8out_internal(denominator))));
	if (PG_ARGISNULL(0))
		state = new_series(aggregate_context(fcinfo), to_year, denominator);
	else
		state = (SeriesState *) PG_GETARG_POINTER(0);
	check_same_series(state, to_year, denominator);
	reserve_figures(state, 1);
	state->figure[state->head.count++] = (YearValue) {year, value};
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_escap_add);
Datum
plan_escap_add(PG_FUNCTION_ARGS)
{
	return add_figure(fcinfo, false);
}

PG_FUNCTION_INFO_V1(plan_escap_add_share);
Datum
plan_escap_add_share(PG_FUNCTION_ARGS)
{
	return add_figure(fcinfo, true);
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
	reserve_figures(state, other->head.count);
	memcpy(state->figure + state->head.count, other->figure,
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
	bytea	   *bytes = new_partial_state(sizeof(SeriesHead) + size, "figures");

	memcpy(VARDATA(bytes), &state->head, sizeof(SeriesHead));
	memcpy(VARDATA(bytes) + sizeof(SeriesHead), state->figure, size);
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
	reserve_figures(state, head.count);
	memcpy(state->figure, VARDATA_ANY(bytes) + sizeof(SeriesHead),
		   head.count * sizeof(YearValue));
	state->head.count = head.count;
	PG_RETURN_POINTER(state);
}

/* A copy by year; a series has one figure a year. */
static YearValue *
sorted_figures(const SeriesState *state)
{
	uint32		count = state->head.count;
	KeyedValue *keys = allocate_huge((size_t) count * 2 * sizeof(KeyedValue));
	YearValue  *series = allocate_huge(count * sizeof(YearValue));
	const KeyedValue *sorted;

	for (uint32 i = 0; i < count; i++)
		keys[i] = (KeyedValue) {sortable_double(state->figure[i].year), i};
	sorted = pairsort(keys, keys + count, count, check_for_interrupts);
	for (uint32 i = 0; i < count; i++)
	{
		series[i] = state->figure[sorted[i].value];
		if (i > 0 && series[i].year == series[i - 1].year)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("there are two figures of the year %s",
							float8out_internal(series[i].year)),
					 errhint("Group the rows so that a series has one figure a year.")));
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
	YearValue  *series = sorted_figures(state);
	double		last_year = series[count - 1].year;
	double		result = 0.0;
	PlanError	error = method(series, count, state->head.to_year, state->head.denominator,
							   &result);

	pfree(series);
	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the year to predict, %s, must be after the last figure, of %s",
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
