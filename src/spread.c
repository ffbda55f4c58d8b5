/*
 * spread.c
 *		The target of a period in parts, one for each period within it.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/float.h"

#include "aggstate.h"
#include "argument.h"
#include "calendar.h"
#include "core/spread.h"
#include "period.h"
#include "rows.h"
#include "word.h"

/* More parts than this are a mistake: days of several thousand years. */
#define MAX_PARTS 1000000

typedef enum SpreadRule
{
	SPREAD_EQUAL,
	SPREAD_DAYS,
	SPREAD_WORKING_DAYS
} SpreadRule;

static const Word spread_rule_words[] = {
	{"equal", SPREAD_EQUAL},
	{"days", SPREAD_DAYS},
	{"working_days", SPREAD_WORKING_DAYS},
};

static const WordTable spread_rules = WORD_TABLE("rule to spread by", spread_rule_words,
												 "Use equal, days or working_days, or give "
												 "weights.");

/* The parts of a period, with their weights. */
typedef struct Spread
{
	uint32		count;
	Period	   *period;
	double	   *weight;
} Spread;

static Spread
parts_of_period(Period period, Grain grain, const CalendarRule *rule)
{
	int64		count = period_count_subperiods(period, grain, rule);
	Spread		spread;

	if (count > MAX_PARTS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a target can be spread over at most %d periods, not " INT64_FORMAT,
						MAX_PARTS, count)));
	spread.count = count;
	spread.period = palloc(count * sizeof(Period));
	spread.weight = palloc(count * sizeof(double));
	for (uint32 i = 0; i < spread.count; i++)
		spread.period[i] = period_take_unit(&period, grain, rule);
	return spread;
}

static void
weigh_by_rule(Spread *spread, SpreadRule rule, const Calendar *calendar)
{
	for (uint32 i = 0; i < spread->count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		spread->weight[i] = rule == SPREAD_EQUAL ? 1
			: rule == SPREAD_DAYS ? period_days(spread->period[i])
			: calendar_working_halves(calendar, spread->period[i].first, spread->period[i].end);
	}
}

static void
weigh_by_array(Spread *spread, ArrayType *weights)
{
	int			elements = ArrayGetNItems(ARR_NDIM(weights), ARR_DIMS(weights));

	if (array_contains_nulls(weights))
		report_null_element_error("weights");
	if (elements != spread->count)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there are %d weights for %u periods", elements, spread->count),
				 errhint("Give one weight for each period.")));
	memcpy(spread->weight, ARR_DATA_PTR(weights), elements * sizeof(double));
	for (int i = 0; i < elements; i++)
		if (!(spread->weight[i] >= 0.0))
			report_weight_error(spread->weight[i]);
		else if (isinf(spread->weight[i]))
			report_figure_error("weight", spread->weight[i]);
}

/* (target, period, grain, by, weights, digits, calendar) */
static Spread
spread_arguments(FunctionCallInfo fcinfo)
{
	Calendar	calendar = calendar_argument(fcinfo, 6);
	Spread		spread = parts_of_period(PG_GETARG_PLAN_PERIOD(1),
										 grain_from_text_datum(PG_GETARG_DATUM(2)),
										 &calendar.rule);
	SpreadRule	rule = PG_ARGISNULL(3) ? SPREAD_EQUAL : word_argument(fcinfo, 3, &spread_rules);

	if (!PG_ARGISNULL(3) && !PG_ARGISNULL(4))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a target is spread by a rule or by weights, not by both")));
	if (!PG_ARGISNULL(4))
		weigh_by_array(&spread, PG_GETARG_ARRAYTYPE_P(4));
	else
		weigh_by_rule(&spread, rule, &calendar);
	return spread;
}

static int32
digits_argument(FunctionCallInfo fcinfo, int n)
{
	int32		digits;

	if (PG_ARGISNULL(n))
		return SPREAD_ALL_DIGITS;
	digits = PG_GETARG_INT32(n);
	if (digits < -SPREAD_MAX_DIGITS || digits > SPREAD_MAX_DIGITS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("number of digits must be between %d and %d, not %d",
						-SPREAD_MAX_DIGITS, SPREAD_MAX_DIGITS, digits)));
	return digits;
}

static void
check_spread(PlanError error, double target, int32 digits)
{
	if (error == PLAN_UNDEFINED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("no period within has a weight"),
				 errdetail("All weights, or numbers of working days, are zero.")));
	if (error != PLAN_OK)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("target %s cannot be the sum of parts with %d digits",
						float8out_internal(target), digits),
				 errdetail("Each part is a multiple of 1e%d, and all are at most 2^53 of them.",
						   -digits),
				 errhint("Round the target to as many digits, or leave digits out.")));
}

PG_FUNCTION_INFO_V1(plan_spread);
Datum
plan_spread(PG_FUNCTION_ARGS)
{
	RowSink		rows;
	Spread		spread;
	double		target;
	int32		digits;
	double	   *parts;
	KeyedValue *scratch;

	begin_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(6))
		PG_RETURN_NULL();
	target = finite_argument(fcinfo, 0, "target");
	spread = spread_arguments(fcinfo);
	digits = digits_argument(fcinfo, 5);
	parts = palloc(spread.count * sizeof(double));
	scratch = palloc(spread.count * 2 * sizeof(KeyedValue));
	check_spread(spread_target(target, digits, spread.weight, spread.count, parts, scratch,
							   check_for_interrupts), target, digits);
	for (uint32 i = 0; i < spread.count; i++)
		return_row(&rows,
				   (Datum[]) {PlanPeriodGetDatum(spread.period[i]), Float8GetDatum(parts[i])},
				   (bool[2]) {false});
	PG_RETURN_NULL();
}
