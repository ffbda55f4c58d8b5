/*
 * scorecard.c
 *		plan_scorecard: the mergeable summary of many scored items.
 *
 * How rows get into one is the business of scorecard_agg.c.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"

#include "tnplan.h"

static PlanScorecard *
new_scorecard(void)
{
	PlanScorecard *state = palloc0(sizeof(PlanScorecard));

	SET_VARSIZE(state, sizeof(PlanScorecard));
	state->format = SCORECARD_VERSION;
	return state;
}

PlanScorecard *
plan_scorecard_detoast(Datum datum)
{
	PlanScorecard *state = (PlanScorecard *) PG_DETOAST_DATUM(datum);

	if (VARSIZE(state) != sizeof(PlanScorecard))
		report_binary_error("plan_scorecard");
	if (state->format != SCORECARD_VERSION)
		report_format_version("plan_scorecard", (int) state->format);
	return state;
}

PG_FUNCTION_INFO_V1(plan_scorecard_in);
Datum
plan_scorecard_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	PlanScorecard *state = new_scorecard();
	PlanError	error = scorecard_read(text, &state->card);

	if (error != PLAN_OK)
	{
		report_text_error(error, "plan_scorecard", text, fcinfo->context);
		PG_RETURN_NULL();
	}
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_scorecard_out);
Datum
plan_scorecard_out(PG_FUNCTION_ARGS)
{
	char	   *text = palloc(SCORECARD_TEXT_SIZE);

	scorecard_write(text, &PG_GETARG_PLAN_SCORECARD_P(0)->card);
	PG_RETURN_CSTRING(text);
}

/* On the wire a scorecard is its 64-bit words in their order. */
typedef uint64 ScorecardWords[sizeof(Scorecard) / sizeof(uint64)];

StaticAssertDecl(sizeof(ScorecardWords) == sizeof(Scorecard), "a scorecard is 64-bit words");

PG_FUNCTION_INFO_V1(plan_scorecard_recv);
Datum
plan_scorecard_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	PlanScorecard *state = new_scorecard();
	ScorecardWords words;

	check_binary_version(buf, SCORECARD_VERSION, "plan_scorecard");
	for (int i = 0; i < lengthof(words); i++)
		words[i] = (uint64) pq_getmsgint64(buf);
	memcpy(&state->card, words, sizeof(words));
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_scorecard_send);
Datum
plan_scorecard_send(PG_FUNCTION_ARGS)
{
	const PlanScorecard *state = PG_GETARG_PLAN_SCORECARD_P(0);
	ScorecardWords words;
	StringInfoData buf;

	memcpy(words, &state->card, sizeof(words));
	pq_begintypsend(&buf);
	pq_sendbyte(&buf, SCORECARD_VERSION);
	for (int i = 0; i < lengthof(words); i++)
		pq_sendint64(&buf, words[i]);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

#define GETARG_CARD(n) (&PG_GETARG_PLAN_SCORECARD_P(n)->card)

PLAN_COMPARISONS(plan_scorecard, GETARG_CARD, scorecard_compare)
PLAN_HASHES(plan_scorecard, GETARG_CARD, , sizeof(Scorecard))

/* The first argument to change in place in an aggregate, else a copy of it. */
static PlanScorecard *
scorecard_to_change(FunctionCallInfo fcinfo)
{
	PlanScorecard *state = PG_GETARG_PLAN_SCORECARD_P(0);
	PlanScorecard *copy;

	if (AggCheckCallContext(fcinfo, NULL))
		return state;
	copy = palloc(sizeof(PlanScorecard));
	memcpy(copy, state, sizeof(PlanScorecard));
	return copy;
}

PG_FUNCTION_INFO_V1(plan_scorecard_merge);
Datum
plan_scorecard_merge(PG_FUNCTION_ARGS)
{
	PlanScorecard *state = scorecard_to_change(fcinfo);

	if (scorecard_add(&state->card, GETARG_CARD(1)) != PLAN_OK)
		report_overflow("plan_scorecard");
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_scorecard_subtract);
Datum
plan_scorecard_subtract(PG_FUNCTION_ARGS)
{
	PlanScorecard *state = scorecard_to_change(fcinfo);

	if (scorecard_subtract(&state->card, GETARG_CARD(1)) != PLAN_OK)
		report_overflow("plan_scorecard");
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_scorecard_negate);
Datum
plan_scorecard_negate(PG_FUNCTION_ARGS)
{
	PlanScorecard *state = new_scorecard();

	if (scorecard_subtract(&state->card, GETARG_CARD(0)) != PLAN_OK)
		report_overflow("plan_scorecard");
	PG_RETURN_POINTER(state);
}

/* Whether there is a figure; an error when it cannot be told. */
static bool
is_defined(PlanError error)
{
	if (error != PLAN_OK && error != PLAN_UNDEFINED)
		report_overflow("plan_scorecard");
	return error == PLAN_OK;
}

PG_FUNCTION_INFO_V1(plan_scorecard_score);
Datum
plan_scorecard_score(PG_FUNCTION_ARGS)
{
	double		score;

	if (!is_defined(scorecard_score(GETARG_CARD(0), &score)))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(score);
}

PG_FUNCTION_INFO_V1(plan_scorecard_score_covered);
Datum
plan_scorecard_score_covered(PG_FUNCTION_ARGS)
{
	const Scorecard *card = GETARG_CARD(0);
	double		min_coverage = PG_GETARG_FLOAT8(1);
	double		score,
				coverage;

	if (!(min_coverage >= 0.0 && min_coverage <= 1.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("min_coverage must be between 0 and 1, not %g", min_coverage)));
	if (!is_defined(scorecard_score(card, &score)) ||
		!is_defined(scorecard_coverage(card, &coverage)) ||
		coverage < min_coverage)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(score);
}

PG_FUNCTION_INFO_V1(plan_scorecard_coverage);
Datum
plan_scorecard_coverage(PG_FUNCTION_ARGS)
{
	double		coverage;

	if (!is_defined(scorecard_coverage(GETARG_CARD(0), &coverage)))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(coverage);
}

PG_FUNCTION_INFO_V1(plan_scorecard_met_share);
Datum
plan_scorecard_met_share(PG_FUNCTION_ARGS)
{
	double		share;

	if (!is_defined(scorecard_met_share(GETARG_CARD(0), &share)))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(share);
}

PG_FUNCTION_INFO_V1(plan_scorecard_delivery);
Datum
plan_scorecard_delivery(PG_FUNCTION_ARGS)
{
	double		delivery;

	if (!is_defined(scorecard_delivery(GETARG_CARD(0), &delivery)))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(delivery);
}

PG_FUNCTION_INFO_V1(plan_scorecard_count);
Datum
plan_scorecard_count(PG_FUNCTION_ARGS)
{
	int64		rows;

	if (scorecard_rows(GETARG_CARD(0), &rows) != PLAN_OK)
		report_overflow("plan_scorecard");
	PG_RETURN_INT64(rows);
}

PG_FUNCTION_INFO_V1(plan_scorecard_count_status);
Datum
plan_scorecard_count_status(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(GETARG_CARD(0)->count[status_verdict(PG_GETARG_OID(1))]);
}

PG_FUNCTION_INFO_V1(plan_scorecard_count_scored);
Datum
plan_scorecard_count_scored(PG_FUNCTION_ARGS)
{
	int64		rows;

	if (scorecard_scored_rows(GETARG_CARD(0), &rows) != PLAN_OK)
		report_overflow("plan_scorecard");
	PG_RETURN_INT64(rows);
}

PG_FUNCTION_INFO_V1(plan_scorecard_total_actual);
Datum
plan_scorecard_total_actual(PG_FUNCTION_ARGS)
{
	double		total;

	if (!is_defined(scorecard_total_actual(GETARG_CARD(0), &total)))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(total);
}

PG_FUNCTION_INFO_V1(plan_scorecard_total_target);
Datum
plan_scorecard_total_target(PG_FUNCTION_ARGS)
{
	double		total;

	if (!is_defined(scorecard_total_target(GETARG_CARD(0), &total)))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(total);
}

PG_FUNCTION_INFO_V1(plan_scorecard_count_unjudged);
Datum
plan_scorecard_count_unjudged(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(GETARG_CARD(0)->count[VERDICT_NONE]);
}

PG_FUNCTION_INFO_V1(plan_scorecard_total_weight);
Datum
plan_scorecard_total_weight(PG_FUNCTION_ARGS)
{
	FixedSum	weight;

	if (scorecard_weight(GETARG_CARD(0), &weight) != PLAN_OK)
		report_overflow("plan_scorecard");
	PG_RETURN_FLOAT8(fixedsum_to_double(&weight));
}

PG_FUNCTION_INFO_V1(plan_scorecard_status);
Datum
plan_scorecard_status(PG_FUNCTION_ARGS)
{
	double		expected = PG_GETARG_FLOAT8(1);

	if (!(expected >= 0.0 && expected <= 1.0))
		report_expected_error(expected);
	return status_datum(fcinfo, scorecard_verdict(GETARG_CARD(0), expected));
}

static void
append_sum(StringInfo buf, const char *name, const FixedSum *sum)
{
	char		text[FIXEDSUM_TEXT_SIZE];

	fixedsum_write(text, sum);
	appendStringInfo(buf, ", \"%s\": %s", name, text);
}

/* A figure that may not exist, as the shortest text that reads back unchanged. */
static void
append_figure(StringInfo buf, const char *name, PlanError error, double value)
{
	char		text[TEXT_DOUBLE_SIZE] = "null";

	if (is_defined(error))
		text_write_double(text, value);
	appendStringInfo(buf, ", \"%s\": %s", name, text);
}

/* All that is held, exactly, and the figures read from it. */
PG_FUNCTION_INFO_V1(plan_scorecard_to_jsonb);
Datum
plan_scorecard_to_jsonb(PG_FUNCTION_ARGS)
{
	const Scorecard *card = GETARG_CARD(0);
	StringInfoData buf;
	double		value = 0.0;
	PlanError	error;

	initStringInfo(&buf);
	appendStringInfo(&buf, "{\"unscored\": " INT64_FORMAT ", \"without_actual\": " INT64_FORMAT
					 ", \"without_target\": " INT64_FORMAT, (int64) card->unscored,
					 (int64) card->without_actual, (int64) card->without_target);
	for (int i = 0; i < NUM_VERDICTS; i++)
		appendStringInfo(&buf, ", \"%s\": " INT64_FORMAT, scorecard_verdict_names[i],
						 (int64) card->count[i]);
	append_sum(&buf, "weight_scored", &card->weight_scored);
	append_sum(&buf, "weight_unscored", &card->weight_unscored);
	append_sum(&buf, "weighted_score", &card->weighted_score);
	append_sum(&buf, "total_actual", &card->actual);
	append_sum(&buf, "total_target", &card->target);
	error = scorecard_score(card, &value);
	append_figure(&buf, "score", error, value);
	error = scorecard_coverage(card, &value);
	append_figure(&buf, "coverage", error, value);
	error = scorecard_met_share(card, &value);
	append_figure(&buf, "met_share", error, value);
	error = scorecard_delivery(card, &value);
	append_figure(&buf, "delivery", error, value);
	appendStringInfoChar(&buf, '}');
	PG_RETURN_DATUM(DirectFunctionCall1(jsonb_in, CStringGetDatum(buf.data)));
}
