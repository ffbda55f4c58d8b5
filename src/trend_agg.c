/*
 * trend_agg.c
 *		The transition functions of the aggregates over plan_trend.
 *
 * All share one body, specialized by the compiler: by kind, with and without weights, for rows
 * added or, in a moving window, subtracted.
 */
#include "postgres.h"

#include "utils/float.h"

#include "aggstate.h"
#include "argument.h"
#include "core/growth.h"
#include "period.h"
#include "trend.h"

/* Arguments of a row: state, at, value, then the ceiling of a logit, then a weight. */
#define AT 1
#define VALUE 2
#define CEILING 3

/* A row, its value also as it is fitted. */
typedef struct TrendRow
{
	int32		day;
	double		value;
	double		y;
	double		ceiling;
	double		weight;
} TrendRow;

/* A state for a first row, which it has room for if that is an ordinary one. */
static PlanTrend *
new_state(TrendKind kind, const TrendRow *row)
{
	PlanTrend  *state;

	if (row->weight != 1.0)
	{
		state = new_trend(kind, TREND_WHOLE_SIZE);
		state->whole.kind = kind;
		state->whole.ceiling = row->ceiling;
		return state;
	}
	if (kind == TREND_LOGIT)
		return new_trend(kind, TREND_PACKED_SIZE);
	state = new_trend(kind, TREND_SHORT_SIZE);
	state->format = TREND_FORMAT(kind, short_trend_unit(row->y));
	return state;
}

/* The state of the aggregate, which is NULL before the first row. */
static inline PlanTrend *
trend_to_change(FunctionCallInfo fcinfo, TrendKind kind, bool weighted)
{
	PlanTrend  *state;

	if (PG_ARGISNULL(0))
		return NULL;
	/* What a larger form has behind these may not be there, which does no harm. */
	prefetch_state(PG_GETARG_POINTER(0), weighted ? TREND_WHOLE_SIZE : TREND_SHORT_SIZE);
	state = plan_trend_from_datum(PG_GETARG_DATUM(0));
	if (unlikely(TREND_FORMAT_KIND(state->format) != kind))
		report_trend_error(PLAN_MIXED_KINDS, "plan_trend");
	return state;
}

static void
add_observation(Trend *trend, int sign, const TrendRow *row)
{
	Trend		added;
	PlanError	error;

	memset(&added, 0, sizeof(added));
	added.kind = trend->kind;
	added.ceiling = row->ceiling;
	error = trend_add_row(&added, sign, row->day, row->y, row->weight);
	if (error == PLAN_OK)
		error = trend_add(trend, &added);
	if (error != PLAN_OK)
		report_trend_row_error(error, row->value, row->weight, "plan_trend");
}

/* An ordinary row, into a short or packed state; false when it takes the slow path. */
static pg_attribute_always_inline bool
add_ordinary_row(PlanTrend *state, int sign, TrendKind kind, const TrendRow *row)
{
	if (row->weight != 1.0)
		return false;
	if (kind != TREND_LOGIT && likely(is_short_trend(state)))
		return short_trend_add(&state->brief, TREND_FORMAT_UNIT(state->format), sign, row->day,
							   row->y);
	return !is_short_trend(state) && !is_whole_trend(state) &&
		(kind != TREND_LOGIT || state->packed.ceiling == row->ceiling) &&
		packed_trend_add(&state->packed, sign, row->day, row->y);
}

/* Whether a short trend has had no values but zero, so that its unit is still open. */
static bool
has_no_unit(const PlanTrend *state)
{
	const ShortTrend *brief = &state->brief;

	return (brief->y | brief->xy[0] | brief->xy[1] | brief->yy[0] | brief->yy[1]) == 0;
}

/* A row of weight 1 that a short state has no room for: with another unit, or as a packed state. */
static PlanTrend *
lengthen_for_row(PlanTrend *state, int sign, TrendKind kind, const TrendRow *row)
{
	PlanTrend  *packed;

	if (has_no_unit(state))
	{
		state->format = TREND_FORMAT(kind, short_trend_unit(row->y));
		if (short_trend_add(&state->brief, TREND_FORMAT_UNIT(state->format), sign, row->day,
							row->y))
			return state;
	}
	packed = lengthened_trend(state);
	return packed != NULL && packed_trend_add(&packed->packed, sign, row->day, row->y) ? packed :
		NULL;
}

/*
 * The slow path of what is out of the ordinary, or wrong: into the part that holds any row,
 * where there is one for this ceiling.
 */
static pg_noinline Datum
add_any_row(PlanTrend *state, int sign, TrendKind kind, const TrendRow *row)
{
	Trend	   *any = is_whole_trend(state) ? &state->whole
		: is_split_trend(state) ? &state->rest : NULL;
	PlanTrend  *packed;
	Trend		trend;

	if (any != NULL && any->ceiling == row->ceiling)
	{
		PlanError	error = trend_add_row(any, sign, row->day, row->y, row->weight);

		if (error != PLAN_OK)
			report_trend_row_error(error, row->value, row->weight, "plan_trend");
		PG_RETURN_POINTER(state);
	}
	if (is_short_trend(state) && row->weight == 1.0 && kind != TREND_LOGIT)
	{
		packed = lengthen_for_row(state, sign, kind, row);
		if (packed != NULL)
			PG_RETURN_POINTER(packed);
	}
	unpack_trend(&trend, state);
	add_observation(&trend, sign, row);
	PG_RETURN_POINTER(changed_trend(&trend, state, row->weight == 1.0));
}

pg_noreturn static void
report_no_logarithm(double value, TrendKind kind, double ceiling)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_ARGUMENT_FOR_LOG),
			 errmsg("cannot take the %s of %s", kind == TREND_GROWTH ? "logarithm" : "logit",
					float8out_internal(value)),
			 kind == TREND_GROWTH ? errdetail("Values must be above 0.")
			 : errdetail("Values must be above 0 and below the ceiling, %s.",
						 float8out_internal(ceiling)),
			 errhint("Leave such rows out with FILTER or WHERE, or fit a straight line with "
					 "plan_trend_agg.")));
}

/* A positive, finite number. */
static double
ceiling_argument(FunctionCallInfo fcinfo)
{
	double		ceiling = unchecked_argument(fcinfo, CEILING);

	if (isnan(ceiling))
		return ceiling;
	if (isinf(ceiling))
		report_figure_error("ceiling", ceiling);
	if (ceiling <= 0.0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("ceiling must be above 0, not %s", float8out_internal(ceiling))));
	return ceiling;
}

/* What is fitted: the logarithm of the value, or of its odds. */
static double
transformed_value(TrendKind kind, double value, double ceiling)
{
	if (isinf(value))
		report_figure_error("value", value);
	if (value <= 0.0 || (kind == TREND_LOGIT && value >= ceiling))
		report_no_logarithm(value, kind, ceiling);
	return kind == TREND_GROWTH ? log(value) : logit(value, ceiling);
}

/*
 * False for a row without a date, value, ceiling or weight, which is skipped.  Bad
 * arguments are errors in it too, rather than only once the other arguments arrive.
 */
static pg_attribute_always_inline bool
read_row(FunctionCallInfo fcinfo, TrendKind kind, bool weighted, TrendRow *row)
{
	row->value = row->y = unchecked_argument(fcinfo, VALUE);
	row->ceiling = kind == TREND_LOGIT ? ceiling_argument(fcinfo) : 0.0;
	row->weight = !weighted ? 1.0
		: unchecked_argument(fcinfo, kind == TREND_LOGIT ? CEILING + 1 : CEILING);
	row->day = PG_ARGISNULL(AT) ? 0 : day_checked(PG_GETARG_DATEADT(AT));
	if (weighted && row->weight < 0.0)
		report_weight_error(row->weight);
	if (unlikely(PG_ARGISNULL(AT) || isnan(row->value) || isnan(row->ceiling) ||
				 isnan(row->weight)))
		return false;
	if (kind != TREND_LINEAR)
		row->y = transformed_value(kind, row->value, row->ceiling);
	return true;
}

/* Called by hand, a transition leaves its argument alone and returns what an aggregate would. */
static pg_noinline Datum
observed_copy(FunctionCallInfo fcinfo, int sign, TrendKind kind, bool weighted)
{
	Trend		trend;
	TrendRow	row;

	memset(&trend, 0, sizeof(trend));
	trend.kind = kind;
	if (!PG_ARGISNULL(0))
		trend = unpacked_trend(PG_GETARG_DATUM(0));
	if (trend.kind != kind)
		report_trend_error(PLAN_MIXED_KINDS, "plan_trend");
	if (read_row(fcinfo, kind, weighted, &row))
		add_observation(&trend, sign, &row);
	PG_RETURN_POINTER(packed_trend(&trend));
}

static pg_attribute_always_inline Datum
accumulate_observation(FunctionCallInfo fcinfo, int sign, TrendKind kind, bool weighted)
{
	PlanTrend  *state;
	TrendRow	row;

	if (unlikely(!is_in_aggregate(fcinfo)))
		return observed_copy(fcinfo, sign, kind, weighted);
	state = trend_to_change(fcinfo, kind, weighted);
	if (unlikely(!read_row(fcinfo, kind, weighted, &row)))
		PG_RETURN_POINTER(state != NULL ? state : new_trend(kind, TREND_SHORT_SIZE));
	if (state == NULL)
		state = new_state(kind, &row);
	if (likely(add_ordinary_row(state, sign, kind, &row)))
		PG_RETURN_POINTER(state);
	return add_any_row(state, sign, kind, &row);
}

/* (state, at, value [, ceiling] [, weight]) */
#define PLAN_TRANSITION(name, sign, kind, arguments) \
PG_FUNCTION_INFO_V1(plan_##name); \
Datum \
plan_##name(PG_FUNCTION_ARGS) \
{ \
	if (PG_NARGS() == (arguments)) \
		return accumulate_observation(fcinfo, sign, kind, false); \
	return accumulate_observation(fcinfo, sign, kind, true); \
}

PLAN_TRANSITION(trend_add, 1, TREND_LINEAR, 3)
PLAN_TRANSITION(trend_remove, -1, TREND_LINEAR, 3)
PLAN_TRANSITION(growth_trend_add, 1, TREND_GROWTH, 3)
PLAN_TRANSITION(growth_trend_remove, -1, TREND_GROWTH, 3)
PLAN_TRANSITION(logit_trend_add, 1, TREND_LOGIT, 4)
PLAN_TRANSITION(logit_trend_remove, -1, TREND_LOGIT, 4)

/* What leaves an aggregate; the state itself stays as it is, for others and for more rows. */
PG_FUNCTION_INFO_V1(plan_trend_final);
Datum
plan_trend_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(canonical_trend(plan_trend_from_datum(PG_GETARG_DATUM(0))));
}
