/*
 * scorecard.c
 *		plan_scorecard: the mergeable summary of scored rows.
 *
 * How rows get into one is the business of scorecard_agg.c.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "common/hashfn.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/float.h"

#include "aggstate.h"
#include "json.h"
#include "scorecard.h"
#include "status.h"
#include "wire.h"

PlanScorecard *
plan_scorecard_detoast(Datum datum)
{
	PlanScorecard *state = (PlanScorecard *) PG_DETOAST_DATUM(datum);

	if (VARSIZE(state) != SCORECARD_SIZE && VARSIZE(state) != SCORECARD_WIDE_SIZE)
		report_binary_error("plan_scorecard");
	if (state->format != SCORECARD_VERSION)
		report_format_version("plan_scorecard", (int) state->format);
	return state;
}

/* The sum of the packed part and the wide part, if there is one. */
Scorecard
unpacked_scorecard(Datum datum)
{
	const PlanScorecard *state = plan_scorecard_from_datum(datum);
	Scorecard	card;

	if (VARSIZE(state) == SCORECARD_WIDE_SIZE)
		card = state->wide[0];
	else
		memset(&card, 0, sizeof(card));
	if (scorecard_add_packed(&card, &state->packed) != PLAN_OK)
		report_overflow("plan_scorecard");
	return card;
}

/* Pack a scorecard, into the memory of another one if that is given and large enough. */
PlanScorecard *
packed_scorecard(const Scorecard *card, PlanScorecard *reuse)
{
	PackedScorecard packed;
	bool		fits = scorecard_pack(&packed, card);
	size_t		size = fits ? SCORECARD_SIZE : SCORECARD_WIDE_SIZE;
	PlanScorecard *state = reuse != NULL && VARSIZE(reuse) >= size ? reuse : palloc(size);

	SET_VARSIZE(state, size);
	state->format = SCORECARD_VERSION;
	if (fits)
		state->packed = packed;
	else
	{
		memset(&state->packed, 0, sizeof(state->packed));
		state->wide[0] = *card;
	}
	return state;
}

/*
 * The form in which equal scorecards have equal bytes.  Transition functions leave rows in
 * both parts, and a wide part that is no longer needed; final functions return this form.
 */
PlanScorecard *
canonical_scorecard(PlanScorecard *state)
{
	Scorecard	card;

	if (VARSIZE(state) == SCORECARD_SIZE)
		return state;
	card = unpacked_scorecard(PointerGetDatum(state));
	return packed_scorecard(&card, NULL);
}

static Scorecard
scorecard_argument(FunctionCallInfo fcinfo, int n)
{
	return unpacked_scorecard(PG_GETARG_DATUM(n));
}

PG_FUNCTION_INFO_V1(plan_scorecard_in);
Datum
plan_scorecard_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	Scorecard	card;
	PlanError	error = scorecard_read(text, &card);

	if (error != PLAN_OK)
	{
		report_text_error(error, "plan_scorecard", text, fcinfo->context);
		PG_RETURN_NULL();
	}
	PG_RETURN_POINTER(packed_scorecard(&card, NULL));
}

PG_FUNCTION_INFO_V1(plan_scorecard_out);
Datum
plan_scorecard_out(PG_FUNCTION_ARGS)
{
	Scorecard	card = scorecard_argument(fcinfo, 0);
	char	   *text = palloc(SCORECARD_TEXT_SIZE);

	scorecard_write(text, &card);
	PG_RETURN_CSTRING(text);
}

/*
 * Fields in the order of the text form.  Every combination is valid: after subtraction, counts
 * and sums may be negative, and readers check divisors.
 */
void
send_scorecard(StringInfo buf, const Scorecard *card)
{
	for (int i = 0; i < NUM_VERDICTS; i++)
		pq_sendint64(buf, card->count[i]);
	pq_sendint64(buf, card->unscored);
	pq_sendint64(buf, card->without_actual);
	pq_sendint64(buf, card->without_target);
	pq_sendint64(buf, card->untargeted);
	send_sum(buf, &card->weight_scored);
	send_sum(buf, &card->weight_unscored);
	send_sum(buf, &card->weighted_score);
	send_sum(buf, &card->actual);
	send_sum(buf, &card->target);
	send_sum(buf, &card->untargeted_actual);
	send_sum(buf, &card->weight_uncovered);
}

Scorecard
receive_scorecard(StringInfo buf)
{
	Scorecard	card;

	for (int i = 0; i < NUM_VERDICTS; i++)
		card.count[i] = pq_getmsgint64(buf);
	card.unscored = pq_getmsgint64(buf);
	card.without_actual = pq_getmsgint64(buf);
	card.without_target = pq_getmsgint64(buf);
	card.untargeted = pq_getmsgint64(buf);
	receive_sum(buf, &card.weight_scored);
	receive_sum(buf, &card.weight_unscored);
	receive_sum(buf, &card.weighted_score);
	receive_sum(buf, &card.actual);
	receive_sum(buf, &card.target);
	receive_sum(buf, &card.untargeted_actual);
	receive_sum(buf, &card.weight_uncovered);
	return card;
}

#define SCORECARD_WIRE_SIZE \
	(WIRE_VERSION_SIZE + SCORECARD_COUNTS * sizeof(int64) + SCORECARD_SUMS * WIRE_SUM_SIZE)

PG_FUNCTION_INFO_V1(plan_scorecard_recv);
Datum
plan_scorecard_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	Scorecard	card;

	check_binary_message(buf, SCORECARD_VERSION, SCORECARD_WIRE_SIZE, "plan_scorecard");
	card = receive_scorecard(buf);
	PG_RETURN_POINTER(packed_scorecard(&card, NULL));
}

PG_FUNCTION_INFO_V1(plan_scorecard_send);
Datum
plan_scorecard_send(PG_FUNCTION_ARGS)
{
	Scorecard	card = scorecard_argument(fcinfo, 0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, SCORECARD_VERSION);
	send_scorecard(&buf, &card);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static int
compare_scorecards(FunctionCallInfo fcinfo)
{
	Scorecard	a = scorecard_argument(fcinfo, 0);
	Scorecard	b = scorecard_argument(fcinfo, 1);

	return scorecard_compare(&a, &b);
}

static uint64
hash_scorecard(FunctionCallInfo fcinfo, uint64 seed)
{
	Scorecard	card = scorecard_argument(fcinfo, 0);

	return hash_bytes_extended((const unsigned char *) &card, sizeof(card), seed);
}

PLAN_COMPARISONS(plan_scorecard, compare_scorecards)
PLAN_HASHES(plan_scorecard, hash_scorecard)

/* The result of an operator; in an aggregate it overwrites the state. */
static Datum
scorecard_result(FunctionCallInfo fcinfo, PlanError error, const Scorecard *card)
{
	PlanScorecard *reuse = NULL;

	if (error != PLAN_OK)
		report_overflow("plan_scorecard");
	if (is_in_aggregate(fcinfo))
		reuse = plan_scorecard_from_datum(PG_GETARG_DATUM(0));
	PG_RETURN_POINTER(packed_scorecard(card, reuse));
}

/*
 * In an aggregate, a packed scorecard is added to a packed one where it lies; what does not fit
 * takes the way of all others.
 */
PG_FUNCTION_INFO_V1(plan_scorecard_merge);
Datum
plan_scorecard_merge(PG_FUNCTION_ARGS)
{
	PlanScorecard *state = plan_scorecard_from_datum(PG_GETARG_DATUM(0));
	const PlanScorecard *term = plan_scorecard_from_datum(PG_GETARG_DATUM(1));
	Scorecard	card,
				other;

	if (is_in_aggregate(fcinfo) && VARSIZE(state) == SCORECARD_SIZE &&
		VARSIZE(term) == SCORECARD_SIZE && packed_add(&state->packed, &term->packed))
		PG_RETURN_POINTER(state);
	card = unpacked_scorecard(PointerGetDatum(state));
	other = unpacked_scorecard(PointerGetDatum(term));
	return scorecard_result(fcinfo, scorecard_add(&card, &other), &card);
}

PG_FUNCTION_INFO_V1(plan_scorecard_subtract);
Datum
plan_scorecard_subtract(PG_FUNCTION_ARGS)
{
	Scorecard	card = scorecard_argument(fcinfo, 0);
	Scorecard	other = scorecard_argument(fcinfo, 1);

	return scorecard_result(fcinfo, scorecard_subtract(&card, &other), &card);
}

PG_FUNCTION_INFO_V1(plan_scorecard_negate);
Datum
plan_scorecard_negate(PG_FUNCTION_ARGS)
{
	Scorecard	other = scorecard_argument(fcinfo, 0);
	Scorecard	card;

	memset(&card, 0, sizeof(card));
	if (scorecard_subtract(&card, &other) != PLAN_OK)
		report_overflow("plan_scorecard");
	PG_RETURN_POINTER(packed_scorecard(&card, NULL));
}

/* Whether the value is defined; reports any other error. */
static bool
is_defined(PlanError error)
{
	if (error != PLAN_OK && error != PLAN_UNDEFINED)
		report_overflow("plan_scorecard");
	return error == PLAN_OK;
}

/*
 * Pages are filled from their end: the rows that a scan reads next lie before this one, and it
 * is memory that reading waits for.
 */
static inline void
prefetch_next_rows(const PlanScorecard *state)
{
	for (int i = 1; i <= 6; i++)
		__builtin_prefetch((const char *) state - i * 64);
}

/*
 * One value read from a scorecard: where there is no wide part, it is read where it lies.  The
 * compiler specializes this for each figure.
 */
#define READ_SCORECARD(datum, figure, value) \
	read_figure(datum, value, packed_##figure, scorecard_##figure)

static pg_attribute_always_inline bool
read_figure(Datum datum, double *value,
			PlanError (*packed) (const PackedScorecard *, double *),
			PlanError (*whole) (const Scorecard *, double *))
{
	const PlanScorecard *state = plan_scorecard_from_datum(datum);
	Scorecard	card;

	prefetch_next_rows(state);
	if (likely(VARSIZE(state) == SCORECARD_SIZE))
		return is_defined(packed(&state->packed, value));
	card = unpacked_scorecard(PointerGetDatum(state));
	return is_defined(whole(&card, value));
}

#define SCORECARD_FIGURE(figure) \
PG_FUNCTION_INFO_V1(plan_scorecard_##figure); \
Datum \
plan_scorecard_##figure(PG_FUNCTION_ARGS) \
{ \
	double		value; \
\
	if (!READ_SCORECARD(PG_GETARG_DATUM(0), figure, &value)) \
		PG_RETURN_NULL(); \
	PG_RETURN_FLOAT8(value); \
}

SCORECARD_FIGURE(score)
SCORECARD_FIGURE(coverage)
SCORECARD_FIGURE(met_share)
SCORECARD_FIGURE(attainment)
SCORECARD_FIGURE(total_actual)
SCORECARD_FIGURE(total_target)
SCORECARD_FIGURE(total_weight)

PG_FUNCTION_INFO_V1(plan_scorecard_score_covered);
Datum
plan_scorecard_score_covered(PG_FUNCTION_ARGS)
{
	double		min_coverage = PG_GETARG_FLOAT8(1);
	double		score,
				coverage;

	if (!(min_coverage >= 0.0 && min_coverage <= 1.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("min_coverage must be between 0 and 1, not %s",
						float8out_internal(min_coverage))));
	if (!READ_SCORECARD(PG_GETARG_DATUM(0), score, &score) ||
		!READ_SCORECARD(PG_GETARG_DATUM(0), coverage, &coverage) ||
		!reaches_cut(coverage, min_coverage, 1.0))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(score);
}

/* A number of rows. */
static pg_attribute_always_inline Datum
rows_of(FunctionCallInfo fcinfo,
		PlanError (*packed) (const PackedScorecard *, int64_t *),
		PlanError (*whole) (const Scorecard *, int64_t *))
{
	const PlanScorecard *state = plan_scorecard_from_datum(PG_GETARG_DATUM(0));
	Scorecard	card;
	PlanError	error;
	int64_t		rows;

	if (likely(VARSIZE(state) == SCORECARD_SIZE))
		error = packed(&state->packed, &rows);
	else
	{
		card = unpacked_scorecard(PointerGetDatum(state));
		error = whole(&card, &rows);
	}
	if (error != PLAN_OK)
		report_overflow("plan_scorecard");
	PG_RETURN_INT64(rows);
}

PG_FUNCTION_INFO_V1(plan_scorecard_count);
Datum
plan_scorecard_count(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, packed_rows, scorecard_rows);
}

PG_FUNCTION_INFO_V1(plan_scorecard_count_scored);
Datum
plan_scorecard_count_scored(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, packed_scored_rows, scorecard_scored_rows);
}

/* Rows with a verdict. */
static int64
rows_judged(Datum datum, Verdict verdict)
{
	const PlanScorecard *state = plan_scorecard_from_datum(datum);

	return likely(VARSIZE(state) == SCORECARD_SIZE) ? state->packed.count[verdict]
		: unpacked_scorecard(PointerGetDatum(state)).count[verdict];
}

PG_FUNCTION_INFO_V1(plan_scorecard_count_status);
Datum
plan_scorecard_count_status(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(rows_judged(PG_GETARG_DATUM(0), status_argument(fcinfo, 1)));
}

PG_FUNCTION_INFO_V1(plan_scorecard_count_unjudged);
Datum
plan_scorecard_count_unjudged(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(rows_judged(PG_GETARG_DATUM(0), VERDICT_NONE));
}

/*
 * plan_summary: everything as one row.
 */

#define SUMMARY_COLUMNS (2 + NUM_VERDICTS + NUM_FIGURES)

/*
 * The row type, looked up once per call site, and a row of it without nulls, once there was one:
 * all columns have eight bytes, so that others differ from it in their values alone.
 */
typedef struct SummaryRows
{
	TupleDesc	desc;
	HeapTupleHeader model;
} SummaryRows;

static SummaryRows *
summary_rows(FunctionCallInfo fcinfo)
{
	SummaryRows *rows = fcinfo->flinfo->fn_extra;
	MemoryContext old;

	if (likely(rows != NULL))
		return rows;
	old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	rows = palloc0(sizeof(SummaryRows));
	if (get_call_result_type(fcinfo, NULL, &rows->desc) != TYPEFUNC_COMPOSITE ||
		rows->desc->natts != SUMMARY_COLUMNS)
		elog(ERROR, "return type must be a row of %d columns", (int) SUMMARY_COLUMNS);
	BlessTupleDesc(rows->desc);
	fcinfo->flinfo->fn_extra = rows;
	MemoryContextSwitchTo(old);
	return rows;
}

static Datum
form_row(FunctionCallInfo fcinfo, SummaryRows *rows, Datum *values, bool *nulls, bool any_null)
{
	HeapTuple	tuple = heap_form_tuple(rows->desc, values, nulls);

	if (!any_null && USE_FLOAT8_BYVAL)
	{
		rows->model = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, tuple->t_len);
		memcpy(rows->model, tuple->t_data, tuple->t_len);
	}
	return HeapTupleGetDatum(tuple);
}

static Datum
copy_row(HeapTupleHeader model, const Datum *values)
{
	HeapTupleHeader row = palloc(HeapTupleHeaderGetDatumLength(model));

	memcpy(row, model, model->t_hoff);
	memcpy((char *) row + model->t_hoff, values, SUMMARY_COLUMNS * sizeof(Datum));
	return HeapTupleHeaderGetDatum(row);
}

static ScorecardSummary
summarize(Datum datum)
{
	const PlanScorecard *state = plan_scorecard_from_datum(datum);
	ScorecardSummary summary;
	Scorecard	card;
	PlanError	error;

	prefetch_next_rows(state);
	if (likely(VARSIZE(state) == SCORECARD_SIZE))
		error = packed_summary(&state->packed, &summary);
	else
	{
		card = unpacked_scorecard(PointerGetDatum(state));
		error = scorecard_summary(&card, &summary);
	}
	if (error != PLAN_OK)
		report_overflow("plan_scorecard");
	return summary;
}

PG_FUNCTION_INFO_V1(plan_summary);
Datum
plan_summary(PG_FUNCTION_ARGS)
{
	SummaryRows *rows = summary_rows(fcinfo);
	ScorecardSummary summary = summarize(PG_GETARG_DATUM(0));
	Datum		values[SUMMARY_COLUMNS];
	bool		nulls[SUMMARY_COLUMNS] = {false};
	bool		any_null = false;
	int			column = 0;

	values[column++] = Int64GetDatum(summary.rows);
	values[column++] = Int64GetDatum(summary.scored_rows);
	for (int i = 0; i < NUM_VERDICTS; i++)
		values[column++] = Int64GetDatum(summary.count[i]);
	for (int i = 0; i < NUM_FIGURES; i++)
	{
		any_null |= nulls[column] = isnan(summary.figure[i]);
		values[column++] = Float8GetDatum(summary.figure[i]);
	}
	if (unlikely(any_null || rows->model == NULL))
		return form_row(fcinfo, rows, values, nulls, any_null);
	return copy_row(rows->model, values);
}

/*
 * plan_scorecard_status(scorecard, expected [, cuts]) returns plan_status: the mean score compared
 * with 1 and with the share of progress due, by cuts as in plan_status(), of which NULL stands for
 * the usual ones.  NULL expected: NULL.  22023 for a share outside 0 to 1 and for cuts that do not
 * descend.
 */
PG_FUNCTION_INFO_V1(plan_scorecard_status);
Datum
plan_scorecard_status(PG_FUNCTION_ARGS)
{
	const PlanScorecard *state;
	double		expected;
	PaceCuts	cuts = cuts_argument(fcinfo, 2);
	Verdict		verdict;
	Scorecard	card;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	state = plan_scorecard_from_datum(PG_GETARG_DATUM(0));
	expected = PG_GETARG_FLOAT8(1);
	if (!(expected >= 0.0 && expected <= 1.0))
		report_expected_error(expected);
	if (likely(VARSIZE(state) == SCORECARD_SIZE))
		verdict = packed_verdict(&state->packed, expected, &cuts);
	else
	{
		card = unpacked_scorecard(PointerGetDatum(state));
		verdict = scorecard_verdict(&card, expected, &cuts);
	}
	if (verdict == VERDICT_NONE)
		PG_RETURN_NULL();
	return status_datum(fcinfo, verdict);
}

/* What jsonb has of a scorecard: counts, sums, and the figures read from them. */
typedef struct CardField
{
	const char *key;
	uint8		key_length;
	uint16		offset;			/* of a count or a sum */
	bool		is_count;
	PlanError	(*figure) (const Scorecard *, double *);
} CardField;

#define CARD_COUNT(key, field) \
	{key, sizeof(key) - 1, .offset = offsetof(Scorecard, field), .is_count = true}
#define CARD_SUM(key, field) {key, sizeof(key) - 1, .offset = offsetof(Scorecard, field)}
#define CARD_FIGURE(key, function) {key, sizeof(key) - 1, .figure = function}

/* In the order in which jsonb has keys, which spares sorting them. */
static const CardField card_fields[] = {
	CARD_COUNT("met", count[VERDICT_MET]),
	CARD_FIGURE("score", scorecard_score),
	CARD_COUNT("at_risk", count[VERDICT_AT_RISK]),
	CARD_COUNT("no_data", count[VERDICT_NO_DATA]),
	CARD_FIGURE("coverage", scorecard_coverage),
	CARD_COUNT("exceeded", count[VERDICT_EXCEEDED]),
	CARD_COUNT("on_track", count[VERDICT_ON_TRACK]),
	CARD_COUNT("unjudged", count[VERDICT_NONE]),
	CARD_COUNT("unscored", unscored),
	CARD_FIGURE("met_share", scorecard_met_share),
	CARD_COUNT("off_track", count[VERDICT_OFF_TRACK]),
	CARD_FIGURE("attainment", scorecard_attainment),
	CARD_COUNT("regressing", count[VERDICT_REGRESSING]),
	CARD_COUNT("untargeted", untargeted),
	CARD_SUM("total_actual", actual),
	CARD_SUM("total_target", target),
	CARD_SUM("weight_scored", weight_scored),
	CARD_COUNT("without_actual", without_actual),
	CARD_COUNT("without_target", without_target),
	CARD_SUM("weighted_score", weighted_score),
	CARD_SUM("weight_unscored", weight_unscored),
	CARD_SUM("weight_uncovered", weight_uncovered),
	CARD_SUM("untargeted_actual", untargeted_actual),
};

/* A figure that is undefined is null, or left out. */
static void
add_card_figure(JsonWriter *writer, const CardField *field, const Scorecard *card, bool null)
{
	double		value = 0.0;
	bool		exists = is_defined(field->figure(card, &value));

	if (exists || null)
		json_add_optional(writer, field->key, exists, value);
}

static void
add_card_part(JsonWriter *writer, const CardField *field, const Scorecard *card, bool zero)
{
	const char *part = (const char *) card + field->offset;

	if (field->is_count)
	{
		if (zero || *(const int64 *) part != 0)
			json_set_integer(writer, json_new_pair(writer, field->key, field->key_length),
							 *(const int64 *) part);
	}
	else if (zero || !fixedsum_is_zero((const FixedSum *) part))
		json_set_sum(writer, json_new_pair(writer, field->key, field->key_length),
					 (const FixedSum *) part);
}

/* All fields, exactly, and the values read from them. */
void
json_add_scorecard(JsonWriter *writer, const Scorecard *card)
{
	for (int i = 0; i < lengthof(card_fields); i++)
		if (card_fields[i].figure != NULL)
			add_card_figure(writer, &card_fields[i], card, true);
		else
			add_card_part(writer, &card_fields[i], card, true);
}

/* One of many: the fields that are not zero, exactly, and the score. */
void
json_add_cell_scorecard(JsonWriter *writer, const Scorecard *card)
{
	for (int i = 0; i < lengthof(card_fields); i++)
		if (card_fields[i].figure == scorecard_score)
			add_card_figure(writer, &card_fields[i], card, false);
		else if (card_fields[i].figure == NULL)
			add_card_part(writer, &card_fields[i], card, false);
}

PG_FUNCTION_INFO_V1(plan_scorecard_to_jsonb);
Datum
plan_scorecard_to_jsonb(PG_FUNCTION_ARGS)
{
	Scorecard	card = scorecard_argument(fcinfo, 0);
	JsonWriter	writer;

	json_begin_object(&writer);
	json_add_scorecard(&writer, &card);
	PG_RETURN_DATUM(json_datum(&writer));
}
