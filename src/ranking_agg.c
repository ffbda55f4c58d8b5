/*
 * ranking_agg.c
 *		plan_ranking_agg and plan_published_ranking_agg: the aggregates that make rankings.
 *
 * The state grows with the rows, so it is internal; what leaves the query is a ranking.
 */
#include "postgres.h"

#include <math.h>

#include "utils/builtins.h"

#include "core/standing.h"
#include "direction.h"
#include "period.h"
#include "ranking_state.h"

/* Arguments of a row: state, entity, period, score, direction, and digits to round to. */
#define ENTITY 1
#define PERIOD 2
#define SCORE 3
#define DIRECTION 4
#define DIGITS 5

static RankingState *
first_state(FunctionCallInfo fcinfo, KeyKind kind, GoalDirection direction, int32 digits)
{
	RankingState *state = new_ranking_state(aggregate_context(fcinfo), kind);

	state->direction = direction;
	state->sign = digits == STANDINGS_AS_PRINTED ? PUBLISHED : direction == GOAL_LOWER ? -1 : 1;
	state->digits = digits;
	return state;
}

pg_noreturn static void
report_mixed_directions(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("direction must be the same in all rows of a ranking")));
}

pg_noreturn static void
report_mixed_digits(int32 one, int32 other)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("digits must be the same in all rows of a ranking, not %d and %d",
					Min(one, other), Max(one, other)),
			 errhint("Round the scores themselves where their digits differ.")));
}

/* The state there is, whose scores all have one direction and are rounded to the same digits. */
static inline RankingState *
state_argument(FunctionCallInfo fcinfo, GoalDirection direction, int32 digits)
{
	RankingState *state = (RankingState *) PG_GETARG_POINTER(0);

	if (unlikely(state->direction != direction))
		report_mixed_directions();
	if (unlikely(state->digits != digits))
		report_mixed_digits(state->digits, digits);
	return state;
}

static inline GoalDirection
direction_argument(FunctionCallInfo fcinfo)
{
	GoalDirection direction;

	if (PG_NARGS() <= DIRECTION)
		return GOAL_HIGHER;
	if (unlikely(PG_ARGISNULL(DIRECTION)))
		report_null_error("direction");
	direction = PG_GETARG_DIRECTION(DIRECTION);
	if (unlikely(direction == GOAL_WITHIN))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("direction must be higher or lower, not within")));
	return direction;
}

static inline int32
digits_argument(FunctionCallInfo fcinfo)
{
	int32		digits;

	if (PG_NARGS() <= DIGITS)
		return SCORES_AS_THEY_ARE;
	if (unlikely(PG_ARGISNULL(DIGITS)))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("digits must not be null"),
				 errhint("Leave the argument out where scores are not to be rounded.")));
	digits = PG_GETARG_INT32(DIGITS);
	if (unlikely(digits < -MAX_SCORE_DIGITS || digits > MAX_SCORE_DIGITS))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("scores cannot be rounded to %d digits", digits),
				 errhint("Digits go from -%d to %d.", MAX_SCORE_DIGITS, MAX_SCORE_DIGITS)));
	return digits;
}

/* What a finite score counts as: the more the better. */
static inline double
score_to_rank(double score, GoalDirection direction, int32 digits)
{
	if (unlikely(isinf(score)))
		report_figure_error("score", score);
	if (digits != SCORES_AS_THEY_ARE)
		score = round_score(score, digits);
	return direction == GOAL_HIGHER ? score : -score;
}

pg_noreturn static void
report_no_place(FunctionCallInfo fcinfo)
{
	ereport(ERROR,
			(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
			 errmsg("%s must not be null", PG_ARGISNULL(ENTITY) ? "entity" : "period"),
			 errdetail("A score or standing belongs to an entity and a period."),
			 errhint("Leave such rows out with FILTER or WHERE.")));
}

/* The first row tells of what type the entities are. */
static pg_noinline RankingState *
state_of_first_row(FunctionCallInfo fcinfo, GoalDirection direction, int32 digits)
{
	RankingState *state = first_state(fcinfo, KEYS_NONE, direction, digits);

	begin_keys(&state->keys, state->context, fcinfo, ENTITY, "ranked entities");
	return state;
}

PG_FUNCTION_INFO_V1(plan_ranking_add);
Datum
plan_ranking_add(PG_FUNCTION_ARGS)
{
	RankingState *state;
	GoalDirection direction;
	double		score;
	int32		digits;

	if (unlikely(PG_ARGISNULL(ENTITY) || PG_ARGISNULL(PERIOD)))
		report_no_place(fcinfo);
	direction = direction_argument(fcinfo);
	digits = digits_argument(fcinfo);
	if (unlikely(PG_ARGISNULL(SCORE) || isnan(PG_GETARG_FLOAT8(SCORE))))
		return unchanged_state(fcinfo);
	score = score_to_rank(PG_GETARG_FLOAT8(SCORE), direction, digits);
	state = unlikely(PG_ARGISNULL(0)) ? state_of_first_row(fcinfo, direction, digits)
		: state_argument(fcinfo, direction, digits);
	ranking_state_add(state, PG_GETARG_INT64(PERIOD), key_argument(fcinfo, ENTITY, &state->keys),
					  score);
	PG_RETURN_POINTER(state);
}

/* A standing as it is printed. */
static Standing
printed_standing(const text *printed)
{
	char	   *text = text_to_cstring(printed);
	const char *cursor = text;
	Standing	standing;
	PlanError	error = standing_read_printed(&cursor, &standing);

	if (error == PLAN_OK && *cursor != '\0')
		error = PLAN_SYNTAX;
	if (error == PLAN_OK && standing.field > MAX_PUBLISHED_FIELD)
		error = PLAN_OUT_OF_RANGE;
	if (error == PLAN_OUT_OF_RANGE)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("standing \"%s\" is out of range", shown_text(text, strlen(text)))));
	if (error != PLAN_OK)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid standing: \"%s\"", shown_text(text, strlen(text))),
				 errhint("Write 8, 8/63, =12, 101-150 or 1001+.")));
	pfree(text);
	return standing;
}

/* (state, entity, period, standing): the standing as others printed it. */
PG_FUNCTION_INFO_V1(plan_published_ranking_add);
Datum
plan_published_ranking_add(PG_FUNCTION_ARGS)
{
	RankingState *state;
	ScoredPeriod *period;
	Standing	standing;

	if (PG_ARGISNULL(ENTITY) || PG_ARGISNULL(PERIOD))
		report_no_place(fcinfo);
	if (PG_ARGISNULL(SCORE))
		return unchanged_state(fcinfo);
	standing = printed_standing(PG_GETARG_TEXT_PP(SCORE));
	state = PG_ARGISNULL(0) ? state_of_first_row(fcinfo, GOAL_HIGHER, STANDINGS_AS_PRINTED)
		: state_argument(fcinfo, GOAL_HIGHER, STANDINGS_AS_PRINTED);
	period = ranking_state_period(state, PG_GETARG_INT64(PERIOD));
	if (!join_field(period, standing.field))
		report_unlike_fields(period->key, period->field, standing.field);
	ranking_state_add_published(state, period, key_argument(fcinfo, ENTITY, &state->keys),
								published_pack(standing.rank, standing_worst(standing)));
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_ranking_final);
Datum
plan_ranking_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(ranking_from_state((RankingState *) PG_GETARG_POINTER(0), NULL));
}

/*
 * Partial states.
 */

/* Add the scores of a period; "numbers" has the numbers here of the keys there. */
static void
merge_period(RankingState *state, const ScoredPeriod *other, const int64 *numbers)
{
	ScoredPeriod *period;

	CHECK_FOR_INTERRUPTS();
	period = ranking_state_period(state, other->key);
	if (period->count + other->count > period->capacity)
		ranking_state_grow(state, period, other->count);
	memcpy(period->row + period->count, other->row, other->count * sizeof(ScoredRow));
	if (numbers != NULL)
		for (uint64 i = period->count; i < period->count + other->count; i++)
			period->row[i].entity = numbers[period->row[i].entity];
	period->count += other->count;
	if (unlikely(!join_field(period, other->field)))
		report_unlike_fields(period->key, period->field, other->field);
}

/* Not strict: the state of another node lives elsewhere, and must be copied. */
PG_FUNCTION_INFO_V1(plan_ranking_combine);
Datum
plan_ranking_combine(PG_FUNCTION_ARGS)
{
	const RankingState *other;
	RankingState *state;
	int64	   *numbers;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	other = (const RankingState *) PG_GETARG_POINTER(1);
	state = PG_ARGISNULL(0)
		? first_state(fcinfo, keys_kind(&other->keys), other->direction, other->digits)
		: state_argument(fcinfo, other->direction, other->digits);
	numbers = add_keys(&state->keys, &other->keys);
	for (uint32 p = 0; p < other->periods; p++)
		merge_period(state, &other->period[p], numbers);
	if (numbers != NULL)
		pfree(numbers);
	PG_RETURN_POINTER(state);
}

/* What a worker sends: this, its keys, its periods with their numbers of rows, and the rows. */
typedef struct SentHead
{
	int32		direction;
	int32		digits;
	int32		sign;
	uint32		periods;
} SentHead;

typedef struct SentPeriod
{
	int64		key;
	uint32		rows;
	int32		field;
} SentPeriod;

static inline void
send_bytes(char **to, const void *from, size_t size)
{
	copy_huge(*to, from, size);
	*to += size;
}

static inline void
receive_bytes(void *to, const char **from, size_t size)
{
	copy_huge(to, *from, size);
	*from += size;
}

PG_FUNCTION_INFO_V1(plan_ranking_serialize);
Datum
plan_ranking_serialize(PG_FUNCTION_ARGS)
{
	const RankingState *state = (const RankingState *) PG_GETARG_POINTER(0);
	SentHead	head = {state->direction, state->digits, state->sign, state->periods};
	uint64		size = sizeof(head) + sent_keys_size(&state->keys) +
		(uint64) head.periods * sizeof(SentPeriod);
	bytea	   *bytes;
	char	   *to;

	for (uint32 p = 0; p < state->periods; p++)
		size += state->period[p].count * sizeof(ScoredRow);
	bytes = new_partial_state(size, "scores");
	to = VARDATA(bytes);
	send_bytes(&to, &head, sizeof(head));
	to = write_sent_keys(&state->keys, to);
	for (uint32 p = 0; p < state->periods; p++)
	{
		SentPeriod	period = {state->period[p].key, state->period[p].count,
		state->period[p].field};

		send_bytes(&to, &period, sizeof(period));
		send_bytes(&to, state->period[p].row, period.rows * sizeof(ScoredRow));
	}
	PG_RETURN_BYTEA_P(bytes);
}

PG_FUNCTION_INFO_V1(plan_ranking_deserialize);
Datum
plan_ranking_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	const char *from = VARDATA_ANY(bytes);
	RankingState *state = new_ranking_state(CurrentMemoryContext, KEYS_NONE);
	SentHead	head;

	receive_bytes(&head, &from, sizeof(head));
	state->direction = head.direction;
	state->sign = head.sign;
	state->digits = head.digits;
	from = read_sent_keys(&state->keys, CurrentMemoryContext, from);
	for (uint32 p = 0; p < head.periods; p++)
	{
		SentPeriod	sent;
		ScoredPeriod *period;

		receive_bytes(&sent, &from, sizeof(sent));
		period = ranking_state_new_period(state, sent.key);
		ranking_state_grow(state, period, sent.rows);
		receive_bytes(period->row, &from, sent.rows * sizeof(ScoredRow));
		period->count = sent.rows;
		period->field = sent.field;
	}
	PG_RETURN_POINTER(state);
}
