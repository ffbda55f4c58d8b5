/*
 * moments_agg.c
 *		The transition functions of the aggregates over plan_moments.
 *
 * All have one body, specialized by the compiler for where the arguments stand.
 */
#include "postgres.h"

#include "nodes/nodes.h"
#include "utils/float.h"

#include "aggstate.h"
#include "argument.h"
#include "moments.h"

/* Where the arguments of an aggregate stand; 0: it takes none. */
typedef struct Form
{
	Measure		measure;
	double		parameter;		/* where that is no argument */
	int			value;
	int			second;			/* the weight, for beta the later value */
	int			parameter_at;
	int			coverage;
} Form;

pg_noreturn static void
report_mixed(const char *name, double one, double other)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s must be the same in all rows of a group, not %s and %s", name,
					float8out_internal(one), float8out_internal(other))));
}

static pg_noinline void
cover_row(Moments *state, int sign, double coverage)
{
	PlanError	error;

	if (!(coverage >= 0.0 && coverage <= 1.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("min_coverage must be between 0 and 1, not %s",
						float8out_internal(coverage))));
	error = moments_cover(state, sign, coverage);
	if (error == PLAN_MIXED_KINDS)
		report_mixed("min_coverage", state->min_coverage, coverage);
	if (error != PLAN_OK)
		report_moments_overflow();
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

/* A value that counts in a mean of that power has to have one. */
static inline void
check_power(double value, double power)
{
	if (unlikely(!(value > 0.0)) && power != 1.0 && !isinf(power) &&
		(value < 0.0 || power <= 0.0))
		report_no_mean(value, power);
}

static inline void
check_size(const char *name, double x)
{
	if (unlikely(!moments_can_hold(x)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s is out of range: %s", name, float8out_internal(x)),
				 errdetail("Exact sums hold 0 and absolute values from 2^-64 to 2^96, about "
						   "5.4e-20 to 7.9e28."),
				 errhint("Choose another unit.")));
}

/* What a row changes lies before it. */
#define ROW_SIZE 129

static inline Moments *
state_of_measure(FunctionCallInfo fcinfo, Measure measure, double parameter)
{
	Moments    *state;

	if (unlikely(PG_ARGISNULL(0)))
	{
		state = palloc(sizeof(Moments));
		moments_init(state, measure);
		return state;
	}
	prefetch_state(PG_GETARG_POINTER(0), ROW_SIZE);
	state = PG_GETARG_PLAN_MOMENTS_P(0);
	if (unlikely(state->measure != measure))
		report_mixed_measures(state, measure, parameter);
	return state_to_change(fcinfo, state, sizeof(Moments));
}

static inline bool
is_null(FunctionCallInfo fcinfo, int n)
{
	return n > 0 && PG_ARGISNULL(n);
}

/* Arguments of the aggregates themselves are not mixed; those of plan_measure may be. */
pg_noreturn static pg_noinline void
report_mixed_parameters(const Moments *state, const Form *form, double parameter)
{
	if (form->parameter_at == 0)
		report_mixed_measures(state, form->measure, parameter);
	report_mixed(measure_parameter(form->measure), state->parameter, parameter);
}

static pg_attribute_always_inline Datum
accumulate(FunctionCallInfo fcinfo, int sign, Form form)
{
	Moments    *state = state_of_measure(fcinfo, form.measure, form.parameter);
	bool		is_pair = form.measure == MEASURE_BETA;
	double		parameter = form.parameter;
	double		second = 1.0;
	double		value;
	PlanError	error;

	/* Least and greatest values are computed anew when one of them goes. */
	if (sign < 0 && !moments_is_invertible(state))
		PG_RETURN_NULL();
	if (is_null(fcinfo, form.parameter_at) ||
		(is_pair && (PG_ARGISNULL(form.value) || PG_ARGISNULL(form.second))))
		PG_RETURN_POINTER(state);
	if (form.parameter_at > 0)
		parameter = checked_measure_parameter(form.measure, PG_GETARG_FLOAT8(form.parameter_at));
	if (is_pair)
		second = finite_argument(fcinfo, form.second, "value");
	else if (form.second > 0)
		second = checked_weight_argument(fcinfo, form.second);
	if (unlikely(moments_set_parameter(state, parameter) != PLAN_OK))
		report_mixed_parameters(state, &form, parameter);
	/* A state without rows learns only now that it keeps ends. */
	if (sign < 0 && !moments_is_invertible(state))
		PG_RETURN_NULL();
	if (form.coverage > 0 && !PG_ARGISNULL(form.coverage))
		cover_row(state, sign, PG_GETARG_FLOAT8(form.coverage));
	if (PG_ARGISNULL(form.value))
		error = moments_add_missing(state, sign);
	else
	{
		value = finite_argument(fcinfo, form.value, "value");
		if (form.measure == MEASURE_POWER_MEAN && second > 0.0)
			check_power(value, parameter);
		check_size("value", value);
		if (form.second > 0)
			check_size(is_pair ? "value" : "weight", second);
		error = moments_add_row(state, sign, value, second);
	}
	if (unlikely(error != PLAN_OK))
		report_moments_overflow();
	PG_RETURN_POINTER(state);
}

/*
 * (state, value [, weight [, minimum coverage]]): a measure that has no parameter, or whose
 * name says it.  The compiler makes a body of each number of arguments: one for all of them
 * takes 5 % longer.
 */
static pg_attribute_always_inline Datum
accumulate_plain(FunctionCallInfo fcinfo, int sign, Measure measure, double parameter)
{
	if (PG_NARGS() == 2)
		return accumulate(fcinfo, sign, (Form) {measure, parameter, 1, 0, 0, 0});
	if (PG_NARGS() == 3)
		return accumulate(fcinfo, sign, (Form) {measure, parameter, 1, 2, 0, 0});
	return accumulate(fcinfo, sign, (Form) {measure, parameter, 1, 2, 0, 3});
}

/* (state, value, parameter [, weight [, minimum coverage]]) */
static pg_attribute_always_inline Datum
accumulate_for(FunctionCallInfo fcinfo, int sign, Measure measure)
{
	if (PG_NARGS() == 3)
		return accumulate(fcinfo, sign, (Form) {measure, 0.0, 1, 0, 2, 0});
	if (PG_NARGS() == 4)
		return accumulate(fcinfo, sign, (Form) {measure, 0.0, 1, 3, 2, 0});
	return accumulate(fcinfo, sign, (Form) {measure, 0.0, 1, 3, 2, 4});
}

/* (state, value, later value, parameter) */
static pg_attribute_always_inline Datum
accumulate_pair(FunctionCallInfo fcinfo, int sign, Measure measure)
{
	return accumulate(fcinfo, sign, (Form) {measure, 0.0, 1, 2, 3, 0});
}

#define PLAN_TRANSITIONS(name, accumulate, ...) \
PG_FUNCTION_INFO_V1(plan_##name##_add); \
Datum \
plan_##name##_add(PG_FUNCTION_ARGS) \
{ \
	return accumulate(fcinfo, 1, __VA_ARGS__); \
} \
PG_FUNCTION_INFO_V1(plan_##name##_remove); \
Datum \
plan_##name##_remove(PG_FUNCTION_ARGS) \
{ \
	return accumulate(fcinfo, -1, __VA_ARGS__); \
}

PLAN_TRANSITIONS(arithmetic_mean, accumulate_plain, MEASURE_POWER_MEAN, 1.0)
PLAN_TRANSITIONS(geometric_mean, accumulate_plain, MEASURE_POWER_MEAN, 0.0)
PLAN_TRANSITIONS(harmonic_mean, accumulate_plain, MEASURE_POWER_MEAN, -1.0)
PLAN_TRANSITIONS(power_mean, accumulate_for, MEASURE_POWER_MEAN)
PLAN_TRANSITIONS(theil_t, accumulate_plain, MEASURE_ENTROPY, 1.0)
PLAN_TRANSITIONS(theil_l, accumulate_plain, MEASURE_ENTROPY, 0.0)
PLAN_TRANSITIONS(generalized_entropy, accumulate_for, MEASURE_ENTROPY)
PLAN_TRANSITIONS(atkinson, accumulate_for, MEASURE_ATKINSON)
PLAN_TRANSITIONS(cv, accumulate_plain, MEASURE_CV, 0.0)
PLAN_TRANSITIONS(sigma, accumulate_plain, MEASURE_SIGMA, 0.0)
PLAN_TRANSITIONS(beta_convergence, accumulate_pair, MEASURE_BETA)
PLAN_TRANSITIONS(max_min_ratio, accumulate_plain, MEASURE_MAX_MIN, 0.0)

/*
 * (state, measure, value [, weight or later value [, minimum coverage]])
 */

pg_noreturn static pg_noinline void
report_argument(const Form *form, const char *fault)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("measure \"%s\" %s", shown_measure(form->measure, form->parameter), fault)));
}

/* What the measure does not take has to be NULL, or a weight of 1. */
static pg_attribute_always_inline Form
measure_form(FunctionCallInfo fcinfo)
{
	const PlanMeasure *measure;
	const MeasureEntry *entry;
	Form		form;

	if (unlikely(PG_ARGISNULL(1)))
		report_null_error("measure");
	measure = PG_GETARG_PLAN_MEASURE_P(1);
	entry = &measure_entries[measure->measure];
	form = (Form) {measure->measure, measure->parameter, 2, 0, 0, 0};
	if (entry->second != SECOND_NONE)
		form.second = PG_NARGS() > 3 ? 3 : 0;
	else if (PG_NARGS() > 3 && !PG_ARGISNULL(3) && PG_GETARG_FLOAT8(3) != 1.0)
		report_argument(&form, "takes no weights");
	if (entry->second == SECOND_LATER && form.second == 0)
		report_argument(&form, "needs the later value as third argument");
	if (entry->takes_coverage)
		form.coverage = PG_NARGS() > 4 ? 4 : 0;
	else if (PG_NARGS() > 4 && !PG_ARGISNULL(4))
		report_argument(&form, "does not take min_coverage");
	return form;
}

PG_FUNCTION_INFO_V1(plan_moments_add);
Datum
plan_moments_add(PG_FUNCTION_ARGS)
{
	return accumulate(fcinfo, 1, measure_form(fcinfo));
}

PG_FUNCTION_INFO_V1(plan_moments_remove);
Datum
plan_moments_remove(PG_FUNCTION_ARGS)
{
	return accumulate(fcinfo, -1, measure_form(fcinfo));
}
