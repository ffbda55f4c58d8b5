/*
 * ranking_agg.c
 *		The aggregates that make rankings.
 *
 * The state grows with the rows, so it is internal; what leaves the query is a ranking.
 */
#include "postgres.h"

#include <math.h>

#include "direction.h"
#include "period.h"
#include "ranking.h"

/* Arguments of a row: state, entity, period, score, direction, and digits to round to. */
#define ENTITY 1
#define PERIOD 2
#define SCORE 3
#define DIRECTION 4
#define DIGITS 5

static pg_noinline RankingState *
first_state(FunctionCallInfo fcinfo, bool named, GoalDirection direction, int32 digits)
{
	RankingState *state = new_ranking_state(aggregate_context(fcinfo), named);

	state->direction = direction;
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

/* The state, whose scores all have one direction and are rounded to the same digits. */
static inline RankingState *
state_argument(FunctionCallInfo fcinfo, bool named, GoalDirection direction, int32 digits)
{
	RankingState *state;

	if (unlikely(PG_ARGISNULL(0)))
		return first_state(fcinfo, named, direction, digits);
	state = (RankingState *) PG_GETARG_POINTER(0);
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
			 errdetail("A score belongs to an entity and a period."),
			 errhint("Leave such rows out with FILTER or WHERE.")));
}

static pg_attribute_always_inline Datum
add_row(FunctionCallInfo fcinfo, bool named)
{
	RankingState *state;
	GoalDirection direction;
	double		score;
	int32		digits;
	int64		entity;

	if (unlikely(PG_ARGISNULL(ENTITY) || PG_ARGISNULL(PERIOD)))
		report_no_place(fcinfo);
	direction = direction_argument(fcinfo);
	digits = digits_argument(fcinfo);
	if (unlikely(PG_ARGISNULL(SCORE) || isnan(PG_GETARG_FLOAT8(SCORE))))
		return unchanged_state(fcinfo);
	score = score_to_rank(PG_GETARG_FLOAT8(SCORE), direction, digits);
	if (named && PG_ARGISNULL(0))
		check_names_collation(fcinfo, "ranked names");
	state = state_argument(fcinfo, named, direction, digits);
	if (named)
	{
		text	   *name = PG_GETARG_TEXT_PP(ENTITY);

		entity = ranking_state_name(state, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	}
	else
		entity = PG_GETARG_INT64(ENTITY);
	ranking_state_add(state, PG_GETARG_INT64(PERIOD), entity, score);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_ranking_add);
Datum
plan_ranking_add(PG_FUNCTION_ARGS)
{
	return add_row(fcinfo, false);
}

PG_FUNCTION_INFO_V1(plan_named_ranking_add);
Datum
plan_named_ranking_add(PG_FUNCTION_ARGS)
{
	return add_row(fcinfo, true);
}

PG_FUNCTION_INFO_V1(plan_ranking_final);
Datum
plan_ranking_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(ranking_from_state((RankingState *) PG_GETARG_POINTER(0), NULL));
}

/*
 * Merging.
 */

/* Rankings know who is ahead, but not by how much: two of one period cannot be merged. */
static void
check_period_is_new(const RankingState *state, int64 key)
{
	char		text[PERIOD_TEXT_SIZE];

	if (!state->of_rankings || *ranking_state_period_slot(state, key) == 0)
		return;
	period_write(text, period_unpack(key));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("period %s is in more than one of the rankings", text),
			 errhint("Rank all scores of a period in one ranking, with plan_ranking_agg.")));
}

/* (state, ranking): the transition of plan_rollup. */
PG_FUNCTION_INFO_V1(plan_ranking_add_ranking);
Datum
plan_ranking_add_ranking(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking;
	RankingState *state;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	ranking = PG_GETARG_PLAN_RANKING_P(1);
	state = state_argument(fcinfo, ranking->named, GOAL_HIGHER, SCORES_AS_THEY_ARE);
	state->of_rankings = true;
	for (int32 p = 0; p < ranking->periods; p++)
		check_period_is_new(state, ranking_periods(ranking)[p].period);
	for (int64 i = 0; i < ranking->entities; i++)
	{
		int64		entity = ranking_keys(ranking)[i];

		CHECK_FOR_INTERRUPTS();
		if (ranking->named)
			entity = ranking_state_name(state, ranking_names(ranking) + entity,
										ranking_keys(ranking)[i + 1] - entity);
		for (uint32 c = ranking_starts(ranking)[i]; c < ranking_starts(ranking)[i + 1]; c++)
		{
			const RankCell *cell = &ranking_cells(ranking)[c];

			ranking_state_add(state, ranking_periods(ranking)[cell->period].period, entity,
							  -(double) cell->rank);
		}
	}
	PG_RETURN_POINTER(state);
}

/* Add the scores of a period; "names" has the numbers here of the names there. */
static void
merge_period(RankingState *state, const ScoredPeriod *other, const int64 *names)
{
	ScoredPeriod *period;

	CHECK_FOR_INTERRUPTS();
	check_period_is_new(state, other->key);
	period = ranking_state_period(state, other->key);
	if (period->count + other->count > period->capacity)
		ranking_state_grow(state, period, other->count);
	memcpy(period->row + period->count, other->row, other->count * sizeof(ScoredRow));
	if (names != NULL)
		for (uint64 i = period->count; i < period->count + other->count; i++)
			period->row[i].entity = names[period->row[i].entity];
	period->count += other->count;
}

/* Not strict: the state of another node lives elsewhere, and must be copied. */
PG_FUNCTION_INFO_V1(plan_ranking_combine);
Datum
plan_ranking_combine(PG_FUNCTION_ARGS)
{
	const RankingState *other;
	RankingState *state;
	int64	   *names = NULL;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	other = (const RankingState *) PG_GETARG_POINTER(1);
	state = state_argument(fcinfo, other->named, other->direction, other->digits);
	state->of_rankings = other->of_rankings;
	if (other->named)
	{
		names = allocate_huge((Size) other->names * sizeof(int64) + 1);
		for (uint32 i = 0; i < other->names; i++)
		{
			CHECK_FOR_INTERRUPTS();
			names[i] = ranking_state_name(state, other->bytes + other->name[i].begin,
										  other->name[i].length);
		}
	}
	for (uint32 p = 0; p < other->periods; p++)
		merge_period(state, &other->period[p], names);
	if (names != NULL)
		pfree(names);
	PG_RETURN_POINTER(state);
}

/*
 * What a worker sends: this, its periods with their numbers of rows, the lengths of the
 * names, the rows, and the bytes of the names.
 */
typedef struct SentHead
{
	int64		flags[4];		/* named, of_rankings, direction, digits */
	uint64		periods;
	uint64		names;
	uint64		bytes;
} SentHead;

typedef struct SentPeriod
{
	int64		key;
	uint64		rows;
} SentPeriod;

static inline void
send_bytes(char **to, const void *from, size_t size)
{
	if (size > 0)
		memcpy(*to, from, size);
	*to += size;
}

static inline void
receive_bytes(void *to, const char **from, size_t size)
{
	if (size > 0)
		memcpy(to, *from, size);
	*from += size;
}

PG_FUNCTION_INFO_V1(plan_ranking_serialize);
Datum
plan_ranking_serialize(PG_FUNCTION_ARGS)
{
	const RankingState *state = (const RankingState *) PG_GETARG_POINTER(0);
	SentHead	head = {{state->named, state->of_rankings, state->direction, state->digits}, state->periods,
	state->names, state->bytes_used};
	uint64		size = sizeof(head) + head.periods * sizeof(SentPeriod) +
		head.names * sizeof(uint32) + head.bytes;
	bytea	   *bytes;
	char	   *to;

	for (uint32 p = 0; p < state->periods; p++)
		size += state->period[p].count * sizeof(ScoredRow);
	bytes = new_partial_state(size, "scores");
	to = VARDATA(bytes);
	send_bytes(&to, &head, sizeof(head));
	for (uint32 p = 0; p < state->periods; p++)
	{
		SentPeriod	period = {state->period[p].key, state->period[p].count};

		send_bytes(&to, &period, sizeof(period));
	}
	for (uint32 i = 0; i < state->names; i++)
		send_bytes(&to, &state->name[i].length, sizeof(uint32));
	for (uint32 p = 0; p < state->periods; p++)
		send_bytes(&to, state->period[p].row, state->period[p].count * sizeof(ScoredRow));
	send_bytes(&to, state->bytes, state->bytes_used);
	PG_RETURN_BYTEA_P(bytes);
}

static void
receive_names(RankingState *state, uint64 names, const char *lengths, const char *bytes)
{
	for (uint64 i = 0; i < names; i++)
	{
		uint32		length;

		receive_bytes(&length, &lengths, sizeof(length));
		ranking_state_name(state, bytes, length);
		bytes += length;
	}
}

PG_FUNCTION_INFO_V1(plan_ranking_deserialize);
Datum
plan_ranking_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	const char *from = VARDATA_ANY(bytes);
	const char *rows;
	SentHead	head;
	RankingState *state;

	receive_bytes(&head, &from, sizeof(head));
	state = new_ranking_state(CurrentMemoryContext, head.flags[0]);
	state->of_rankings = head.flags[1];
	state->direction = head.flags[2];
	state->digits = head.flags[3];
	rows = from + head.periods * sizeof(SentPeriod) + head.names * sizeof(uint32);
	for (uint64 p = 0; p < head.periods; p++)
	{
		SentPeriod	sent;
		ScoredPeriod *period;

		receive_bytes(&sent, &from, sizeof(sent));
		period = ranking_state_new_period(state, sent.key);
		ranking_state_grow(state, period, sent.rows);
		receive_bytes(period->row, &rows, sent.rows * sizeof(ScoredRow));
		period->count = sent.rows;
	}
	receive_names(state, head.names, from, rows);
	PG_RETURN_POINTER(state);
}
