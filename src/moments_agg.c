/*
 * moments_agg.c
 *		The transition functions of the aggregates over plan_moments.
 *
 * All have one body, specialized by the compiler for where the arguments stand.
 */
#include "postgres.h"

#include "nodes/nodes.h"
#include "utils/float.h"

#include "argument.h"
#include "moments.h"

/* Where the arguments of an aggregate stand; 0: it takes none. */
typedef struct Form
{
	Measure		measure;
	double		parameter;		/* where that is no argument */
	int			value;
	int			weight;			/* for beta the later value */
	int			parameter_at;
	int			coverage;
} Form;

void
report_moments_overflow(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("plan_moments out of range"),
			 errdetail("Sums are kept within 2^191 of zero, about 3.1e57, and counts within 2^63."),
			 errhint("Choose another unit.")));
}

static const char *
hint_of_parameter(Measure measure)
{
	switch (measure)
	{
		case MEASURE_ENTROPY:
			return "Alpha is 0 for Theil's L and 1 for Theil's T.";
		case MEASURE_ATKINSON:
			return "Epsilon is how much inequality is disliked, such as 0.5 or 1.";
		default:
			return "Years are the time between the two values.";
	}
}

double
checked_measure_parameter(Measure measure, double parameter)
{
	if (unlikely(!measure_takes(measure, parameter)))
	{
		if (measure == MEASURE_POWER_MEAN)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("power must not be NaN")));
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s is out of range: %s", measure_parameter(measure),
						float8out_internal(parameter)),
				 errhint("%s", hint_of_parameter(measure))));
	}
	return parameter + 0.0;
}

pg_noreturn static void
report_mixed(const char *name, double one, double other)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s must be the same in all rows of a group, not %s and %s", name,
					float8out_internal(one), float8out_internal(other))));
}

static pg_noinline void
cover_row(Moments *state, int by, double coverage)
{
	PlanError	error;

	if (!(coverage >= 0.0 && coverage <= 1.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("minimum coverage must be between 0 and 1, not %s",
						float8out_internal(coverage))));
	error = moments_cover(state, by, coverage);
	if (error == PLAN_MIXED_KINDS)
		report_mixed("minimum coverage", state->min_coverage, coverage);
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
				 errdetail("Exact sums take 0, and sizes from 2^-64 to 2^96, about 5.4e-20 to 7.9e28."),
				 errhint("Choose another unit.")));
}

/*
 * With many groups a state is cold when its next row comes: ask for all that a row changes
 * at once, before the first is waited for.
 */
static inline void
prefetch_state(const char *state)
{
	__builtin_prefetch(state, 1);
	__builtin_prefetch(state + 64, 1);
	__builtin_prefetch(state + 128, 1);
}

/* The state to change: the aggregate's own, a new one, or a copy of the caller's. */
static inline Moments *
state_to_change(FunctionCallInfo fcinfo, Measure measure)
{
	/* AggCheckCallContext() would say the same, at the price of a call a row. */
	bool		in_aggregate = fcinfo->context != NULL &&
		(IsA(fcinfo->context, AggState) || IsA(fcinfo->context, WindowAggState));
	Moments    *state;

	if (likely(!PG_ARGISNULL(0)))
	{
		prefetch_state(PG_GETARG_POINTER(0));
		state = PG_GETARG_MOMENTS_P(0);
		if (unlikely(state->measure != measure))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("measures \"%s\" and \"%s\" cannot be taken together",
							measure_names[state->measure], measure_names[measure])));
		if (likely(in_aggregate))
			return state;
	}
	/* Not in the aggregate's memory: the executor copies a first state there. */
	state = palloc(sizeof(Moments));
	if (PG_ARGISNULL(0))
		moments_init(state, measure);
	else
		*state = *PG_GETARG_MOMENTS_P(0);
	return state;
}

static inline bool
is_null(FunctionCallInfo fcinfo, int n)
{
	return n > 0 && PG_ARGISNULL(n);
}

static pg_attribute_always_inline Datum
accumulate(FunctionCallInfo fcinfo, int by, Form form)
{
	Moments    *state = state_to_change(fcinfo, form.measure);
	bool		is_pair = form.measure == MEASURE_BETA;
	double		parameter = form.parameter;
	double		weight = 1.0;
	double		value;
	PlanError	error;

	/* Least and greatest values are computed anew when one of them goes. */
	if (by < 0 && !moments_is_invertible(state))
		PG_RETURN_NULL();
	if (is_null(fcinfo, form.parameter_at) ||
		(is_pair && (PG_ARGISNULL(form.value) || PG_ARGISNULL(form.weight))))
		PG_RETURN_POINTER(state);
	if (form.parameter_at > 0)
		parameter = checked_measure_parameter(form.measure, PG_GETARG_FLOAT8(form.parameter_at));
	if (is_pair)
		weight = finite_argument(fcinfo, form.weight, "value");
	else if (form.weight > 0)
		weight = checked_weight_argument(fcinfo, form.weight);
	if (unlikely(moments_set_parameter(state, parameter) != PLAN_OK))
		report_mixed(measure_parameter(form.measure), state->parameter, parameter);
	if (form.coverage > 0 && !PG_ARGISNULL(form.coverage))
		cover_row(state, by, PG_GETARG_FLOAT8(form.coverage));
	if (PG_ARGISNULL(form.value))
		error = moments_add_missing(state, by);
	else
	{
		value = finite_argument(fcinfo, form.value, "value");
		if (form.measure == MEASURE_POWER_MEAN && weight > 0.0)
			check_power(value, parameter);
		check_size("value", value);
		if (form.weight > 0)
			check_size(is_pair ? "value" : "weight", weight);
		error = moments_add_row(state, by, value, weight);
	}
	if (unlikely(error != PLAN_OK))
		report_moments_overflow();
	PG_RETURN_POINTER(state);
}

#define PLAN_TRANSITIONS(name, ...) \
PG_FUNCTION_INFO_V1(plan_##name##_add); \
Datum \
plan_##name##_add(PG_FUNCTION_ARGS) \
{ \
	return accumulate(fcinfo, 1, (Form) {__VA_ARGS__}); \
} \
PG_FUNCTION_INFO_V1(plan_##name##_remove); \
Datum \
plan_##name##_remove(PG_FUNCTION_ARGS) \
{ \
	return accumulate(fcinfo, -1, (Form) {__VA_ARGS__}); \
}

/* measure, parameter, where value, weight, parameter and coverage stand */
PLAN_TRANSITIONS(arithmetic_mean, MEASURE_POWER_MEAN, 1.0, 1, 0, 0, 0)
PLAN_TRANSITIONS(arithmetic_mean_weighted, MEASURE_POWER_MEAN, 1.0, 1, 2, 0, 0)
PLAN_TRANSITIONS(arithmetic_mean_covered, MEASURE_POWER_MEAN, 1.0, 1, 2, 0, 3)
PLAN_TRANSITIONS(geometric_mean, MEASURE_POWER_MEAN, 0.0, 1, 0, 0, 0)
PLAN_TRANSITIONS(geometric_mean_weighted, MEASURE_POWER_MEAN, 0.0, 1, 2, 0, 0)
PLAN_TRANSITIONS(geometric_mean_covered, MEASURE_POWER_MEAN, 0.0, 1, 2, 0, 3)
PLAN_TRANSITIONS(harmonic_mean, MEASURE_POWER_MEAN, -1.0, 1, 0, 0, 0)
PLAN_TRANSITIONS(harmonic_mean_weighted, MEASURE_POWER_MEAN, -1.0, 1, 2, 0, 0)
PLAN_TRANSITIONS(harmonic_mean_covered, MEASURE_POWER_MEAN, -1.0, 1, 2, 0, 3)
PLAN_TRANSITIONS(power_mean, MEASURE_POWER_MEAN, 0.0, 1, 2, 3, 0)
PLAN_TRANSITIONS(power_mean_covered, MEASURE_POWER_MEAN, 0.0, 1, 2, 3, 4)
PLAN_TRANSITIONS(theil_t, MEASURE_ENTROPY, 1.0, 1, 0, 0, 0)
PLAN_TRANSITIONS(theil_t_weighted, MEASURE_ENTROPY, 1.0, 1, 2, 0, 0)
PLAN_TRANSITIONS(theil_l, MEASURE_ENTROPY, 0.0, 1, 0, 0, 0)
PLAN_TRANSITIONS(theil_l_weighted, MEASURE_ENTROPY, 0.0, 1, 2, 0, 0)
PLAN_TRANSITIONS(generalized_entropy, MEASURE_ENTROPY, 0.0, 1, 0, 2, 0)
PLAN_TRANSITIONS(generalized_entropy_weighted, MEASURE_ENTROPY, 0.0, 1, 2, 3, 0)
PLAN_TRANSITIONS(atkinson, MEASURE_ATKINSON, 0.0, 1, 0, 2, 0)
PLAN_TRANSITIONS(atkinson_weighted, MEASURE_ATKINSON, 0.0, 1, 2, 3, 0)
PLAN_TRANSITIONS(cv, MEASURE_CV, 0.0, 1, 0, 0, 0)
PLAN_TRANSITIONS(cv_weighted, MEASURE_CV, 0.0, 1, 2, 0, 0)
PLAN_TRANSITIONS(cv_sample, MEASURE_CV_SAMPLE, 0.0, 1, 0, 0, 0)
PLAN_TRANSITIONS(sigma, MEASURE_SIGMA, 0.0, 1, 0, 0, 0)
PLAN_TRANSITIONS(sigma_cv, MEASURE_SIGMA_CV, 0.0, 1, 0, 0, 0)
PLAN_TRANSITIONS(beta_convergence, MEASURE_BETA, 0.0, 1, 2, 3, 0)
PLAN_TRANSITIONS(max_min_ratio, MEASURE_MAX_MIN, 0.0, 1, 0, 0, 0)

/*
 * (state, measure, value [, weight [, parameter [, minimum coverage]]]): measures by name.
 */

typedef struct NamedMeasure
{
	const char *name;
	Measure		measure;
	double		parameter;		/* NaN: an argument */
} NamedMeasure;

static const NamedMeasure named_measures[] = {
	{"arithmetic_mean", MEASURE_POWER_MEAN, 1.0},
	{"geometric_mean", MEASURE_POWER_MEAN, 0.0},
	{"harmonic_mean", MEASURE_POWER_MEAN, -1.0},
	{"power_mean", MEASURE_POWER_MEAN, NAN},
	{"theil_t", MEASURE_ENTROPY, 1.0},
	{"theil_l", MEASURE_ENTROPY, 0.0},
	{"generalized_entropy", MEASURE_ENTROPY, NAN},
	{"atkinson", MEASURE_ATKINSON, NAN},
	{"cv", MEASURE_CV, 0.0},
	{"cv_sample", MEASURE_CV_SAMPLE, 0.0},
	{"sigma", MEASURE_SIGMA, 0.0},
	{"sigma_cv", MEASURE_SIGMA_CV, 0.0},
	{"beta_convergence", MEASURE_BETA, NAN},
	{"max_min_ratio", MEASURE_MAX_MIN, 0.0}
};

static const NamedMeasure *
measure_from_text_datum(Datum datum)
{
	text	   *value = DatumGetTextPP(datum);
	const char *name = VARDATA_ANY(value);
	int			length = VARSIZE_ANY_EXHDR(value);

	for (int i = 0; i < lengthof(named_measures); i++)
		if (strlen(named_measures[i].name) == length &&
			memcmp(named_measures[i].name, name, length) == 0)
			return &named_measures[i];
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown measure \"%s\"", shown_text(name, length)),
			 errhint("Measures are named as their aggregates, such as theil_t. Those that keep all values, as gini does, have no such state.")));
}

pg_noreturn static void
report_argument(const char *measure, const char *fault)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("measure \"%s\" %s", measure, fault)));
}

/* What the measure takes has to be there, and what it does not take is NULL or 1. */
static Form
named_form(FunctionCallInfo fcinfo)
{
	const NamedMeasure *named;
	Form		form;

	if (PG_ARGISNULL(1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("measure must not be null")));
	named = measure_from_text_datum(PG_GETARG_DATUM(1));
	form = (Form) {named->measure, named->parameter, 2, 0, 0, 0};
	if (measure_is_weighted(named->measure) || named->measure == MEASURE_BETA)
		form.weight = PG_NARGS() > 3 ? 3 : 0;
	else if (PG_NARGS() > 3 && !PG_ARGISNULL(3) && PG_GETARG_FLOAT8(3) != 1.0)
		report_argument(named->name, "has no weights");
	if (isnan(named->parameter))
	{
		if (PG_NARGS() <= 4)
			report_argument(named->name, "needs its parameter as fourth argument");
		form.parameter_at = 4;
	}
	else if (PG_NARGS() > 4 && !PG_ARGISNULL(4))
		report_argument(named->name, "has no parameter");
	if (named->measure == MEASURE_POWER_MEAN)
		form.coverage = PG_NARGS() > 5 ? 5 : 0;
	else if (PG_NARGS() > 5 && !PG_ARGISNULL(5))
		report_argument(named->name, "has no minimum of coverage");
	return form;
}

PG_FUNCTION_INFO_V1(plan_moments_add);
Datum
plan_moments_add(PG_FUNCTION_ARGS)
{
	return accumulate(fcinfo, 1, named_form(fcinfo));
}

PG_FUNCTION_INFO_V1(plan_moments_remove);
Datum
plan_moments_remove(PG_FUNCTION_ARGS)
{
	return accumulate(fcinfo, -1, named_form(fcinfo));
}
