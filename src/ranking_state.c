/*
 * ranking_state.c
 *		Scores as they come, and the ranking that they make.
 *
 * Scores are kept by period, since each is ranked on its own.  The state may grow beyond
 * 1 GB; the ranking, which is one value, may not.
 */
#include "postgres.h"

#include "period.h"
#include "ranking_state.h"

#define FIRST_SLOT_BITS 2

/* A field must fit a standing. */
#define MAX_FIELD PG_INT32_MAX

RankingState *
new_ranking_state(MemoryContext context, KeyKind kind)
{
	RankingState *state = MemoryContextAllocZero(context, sizeof(RankingState));

	state->context = context;
	init_keys(&state->keys, context, kind);
	state->period_slot_bits = FIRST_SLOT_BITS;
	state->period_slots = MemoryContextAllocZero(context, sizeof(uint32) << FIRST_SLOT_BITS);
	return state;
}

/* Slots for twice as many periods; the last period has none yet. */
static void
double_period_slots(RankingState *state)
{
	state->period_slot_bits++;
	pfree(state->period_slots);
	state->period_slots = MemoryContextAllocExtended(state->context,
													 sizeof(uint32) << state->period_slot_bits,
													 MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	for (uint32 i = 0; i + 1 < state->periods; i++)
	{
		CHECK_FOR_INTERRUPTS();
		*ranking_state_period_slot(state, state->period[i].key) = i + 1;
	}
}

/* A period that is not there yet. */
ScoredPeriod *
ranking_state_new_period(RankingState *state, int64 key)
{
	ScoredPeriod *period;

	state->period = reserve_elements(state->context, state->period, &state->period_capacity,
									 (uint64) state->periods + 1, sizeof(ScoredPeriod));
	period = &state->period[state->periods++];
	*period = (ScoredPeriod) {.key = key};
	/* At most half of the slots are in use. */
	if (state->periods >= (uint32) 1 << (state->period_slot_bits - 1))
		double_period_slots(state);
	*ranking_state_period_slot(state, key) = state->periods;
	return period;
}

void
ranking_state_grow(RankingState *state, ScoredPeriod *period, uint64 more)
{
	if (period->count + more > MAX_FIELD)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many scores to rank in one period"),
				 errdetail("A field has at most %d places.", MAX_FIELD)));
	period->row = reserve_elements(state->context, period->row, &period->capacity,
								   period->count + more, sizeof(ScoredRow));
}

/*
 * Making the ranking.
 */

typedef struct PeriodPlace
{
	int64		packed;
	const ScoredPeriod *scores;
	uint64		rows_before;	/* in the state */
} PeriodPlace;

/* A ranking on its way. */
typedef struct RankingBuild
{
	const RankingState *state;
	struct Node *escontext;
	uint64		rows;
	PeriodPlace *places;		/* periods in their order */
	uint32	   *keys;			/* numbers of the table in the order of their keys, or NULL */
	uint64	   *words;			/* room for ranking the largest period */
	uint64	   *more_words;
	int32	   *ranks;			/* of its rows */
} RankingBuild;

static int
compare_periods(const void *a, const void *b)
{
	int64		x = ((const PeriodPlace *) a)->packed;
	int64		y = ((const PeriodPlace *) b)->packed;

	return (x > y) - (x < y);
}

static void
begin_build(RankingBuild *build, const RankingState *state, struct Node *escontext)
{
	uint64		most = 0;

	memset(build, 0, sizeof(*build));
	build->state = state;
	build->escontext = escontext;
	build->places = allocate_huge((Size) state->periods * sizeof(PeriodPlace) + 1);
	for (uint32 p = 0; p < state->periods; p++)
	{
		const ScoredPeriod *scores = &state->period[p];

		build->places[p] = (PeriodPlace) {scores->key, scores, build->rows};
		build->rows += scores->count;
		most = Max(most, scores->count);
	}
	qsort(build->places, state->periods, sizeof(PeriodPlace), compare_periods);
	if (keys_are_numbered(&state->keys))
		build->keys = order_keys(&state->keys);
	build->words = allocate_huge(most * sizeof(uint64) + 1);
	build->more_words = allocate_huge(most * sizeof(uint64) + 1);
	build->ranks = allocate_huge(most * sizeof(int32) + 1);
}

static void
end_build(RankingBuild *build)
{
	pfree(build->places);
	if (build->keys != NULL)
		pfree(build->keys);
	pfree(build->words);
	pfree(build->more_words);
	pfree(build->ranks);
}

static void
rank_period(const RankingBuild *build, const ScoredPeriod *scores)
{
	rank_scores(scores->row, scores->count, build->words, build->more_words, build->ranks,
				check_for_interrupts);
}

static void
report_duplicate(const RankingBuild *build, int64 entity, int64 packed)
{
	Key			key = numbered_key(&build->state->keys, entity);
	char		period[PERIOD_TEXT_SIZE];

	period_write(period, period_unpack(packed));
	errsave(build->escontext,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("entity %s has more than one score in period %s",
					shown_key(keys_kind(&build->state->keys), &key), period)));
}

pg_noreturn static void
report_too_large(size_t size)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("plan_ranking is too large"),
			 errdetail("It would take %zu bytes, and one value must be less than 1 GB.", size),
			 errhint("Make several rankings, each of fewer periods.")));
}

/* A ranking whose cells are still to be set, and its entities where they are numbers. */
static PlanRanking *
new_ranking(const RankingBuild *build, uint64 entities)
{
	const RankingState *state = build->state;
	PlanRanking head = {
		.format = RANKING_VERSION,
		.kind = build->rows > 0 ? keys_kind(&state->keys) : KEYS_NONE,
		.periods = state->periods,
		.entities = entities,
		.cells = build->rows,
	};
	size_t		size = ranking_keys_offset(&head) +
		(head.kind > KEYS_NUMBER ? key_dictionary_size(&state->keys)
		 : key_dictionary_fixed_size(head.kind, entities));
	PlanRanking *ranking;

	if (!AllocSizeIsValid(size))
		report_too_large(size);
	ranking = allocate_huge(size);
	*ranking = head;
	SET_VARSIZE(ranking, size);
	for (int32 p = 0; p < ranking->periods; p++)
		ranking_periods(ranking)[p] =
			(RankingPeriod) {build->places[p].packed, build->places[p].scores->count};
	/* The last word may be one too many. */
	ranking_starts(ranking)[(entities + 2) / 2 * 2 - 1] = 0;
	if (head.kind > KEYS_NUMBER)
		write_key_dictionary(&state->keys, build->keys,
							 (char *) ranking + ranking_keys_offset(ranking));
	return ranking;
}

/* The entities of a ranking of numbers. */
static inline int64 *
entity_numbers(const PlanRanking *ranking)
{
	return (int64 *) ((char *) ranking + ranking_keys_offset(ranking));
}

/*
 * Where entities are close to each other and in most periods: through a matrix of all
 * ranks, by period and then by entity.
 */

typedef struct RankMatrix
{
	int64		first;			/* the number of an entity that rows begin with */
	uint64		span;			/* how many there are in a row */
	int32	   *rank;			/* 0 where there is none */
} RankMatrix;

/* How many entries a matrix may have for each score. */
#define MAX_SPARSITY 4

/* The range of entities; false where a matrix of them would be mostly empty. */
static bool
find_range(const RankingState *state, uint64 rows, RankMatrix *matrix)
{
	int64		last = PG_INT64_MIN;

	matrix->first = PG_INT64_MAX;
	for (uint32 p = 0; p < state->periods; p++)
	{
		const ScoredPeriod *period = &state->period[p];

		CHECK_FOR_INTERRUPTS();
		for (uint64 i = 0; i < period->count; i++)
		{
			matrix->first = Min(matrix->first, period->row[i].entity);
			last = Max(last, period->row[i].entity);
		}
	}
	if (rows == 0 || (uint64) last - (uint64) matrix->first > rows * MAX_SPARSITY)
		return false;
	matrix->span = (uint64) last - (uint64) matrix->first + 1;
	return matrix->span * state->periods <= rows * MAX_SPARSITY;
}

static bool
fill_matrix(const RankingBuild *build, RankMatrix *matrix)
{
	Size		size = matrix->span * build->state->periods * sizeof(int32);

	matrix->rank = allocate_huge_zero(CurrentMemoryContext, size);
	for (uint32 p = 0; p < build->state->periods; p++)
	{
		const ScoredPeriod *scores = build->places[p].scores;
		int32	   *row = matrix->rank + p * matrix->span;

		rank_period(build, scores);
		for (uint64 i = 0; i < scores->count; i++)
		{
			int32	   *rank = &row[(uint64) scores->row[i].entity - (uint64) matrix->first];

			if (unlikely(*rank != 0))
			{
				report_duplicate(build, scores->row[i].entity, build->places[p].packed);
				return false;
			}
			*rank = build->ranks[i];
		}
	}
	return true;
}

static uint64
count_entities(const RankMatrix *matrix, uint32 periods)
{
	uint64		entities = 0;

	for (uint64 i = 0; i < matrix->span; i++)
	{
		uint32		p = 0;

		while (p < periods && matrix->rank[p * matrix->span + i] == 0)
			p++;
		entities += p < periods;
	}
	return entities;
}

static PlanRanking *
ranking_from_matrix(const RankingBuild *build, RankMatrix *matrix)
{
	uint32		periods = build->state->periods;
	uint64		entities = 0;
	uint32		cells = 0;
	PlanRanking *ranking;

	if (!fill_matrix(build, matrix))
		return NULL;
	ranking = new_ranking(build, build->keys != NULL ? build->state->keys.count
						  : count_entities(matrix, periods));
	for (uint64 i = 0; i < matrix->span; i++)
	{
		uint64		place = build->keys != NULL ? build->keys[i] - matrix->first : i;
		uint32		begin = cells;

		CHECK_FOR_INTERRUPTS();
		for (uint32 p = 0; p < periods; p++)
		{
			int32		rank = matrix->rank[p * matrix->span + place];

			if (rank != 0)
				ranking_cells(ranking)[cells++] = (RankCell) {p, rank};
		}
		if (cells == begin)
			continue;
		ranking_starts(ranking)[entities] = begin;
		if (build->keys == NULL)
			entity_numbers(ranking)[entities] = matrix->first + i;
		entities++;
	}
	ranking_starts(ranking)[entities] = cells;
	return ranking;
}

/*
 * Else: entities are numbered in their order, and the cells of each are counted first.
 */

/* The number of the entity of each row, those of each period behind each other. */
static uint32 *
number_ids(const RankingBuild *build, uint64 *entities)
{
	const RankingState *state = build->state;
	KeyedValue *pairs;
	uint32	   *numbers;
	uint64		row = 0;

	if (build->rows > PG_UINT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many scores to rank")));
	pairs = allocate_huge(2 * build->rows * sizeof(KeyedValue) + 1);
	for (uint32 p = 0; p < state->periods; p++)
		for (uint64 i = 0; i < state->period[p].count; i++, row++)
			pairs[row] = (KeyedValue) {(uint64) state->period[p].row[i].entity ^
			(uint64) PG_INT64_MIN, row};
	numbers = allocate_huge(build->rows * sizeof(uint32) + 1);
	*entities = number_sorted_ids(pairsort(pairs, pairs + build->rows, build->rows,
										   check_for_interrupts),
								  build->rows, numbers, check_for_interrupts);
	pfree(pairs);
	return numbers;
}

static uint32 *
number_keys(const RankingBuild *build, uint64 *entities)
{
	const RankingState *state = build->state;
	uint32	   *places = allocate_huge((Size) state->keys.count * sizeof(uint32) + 1);
	uint32	   *numbers = allocate_huge(build->rows * sizeof(uint32) + 1);
	uint64		row = 0;

	for (uint32 i = 0; i < state->keys.count; i++)
		places[build->keys[i]] = i;
	for (uint32 p = 0; p < state->periods; p++)
		for (uint64 i = 0; i < state->period[p].count; i++, row++)
			numbers[row] = places[state->period[p].row[i].entity];
	*entities = state->keys.count;
	pfree(places);
	return numbers;
}

/* Where the cells of each entity begin; and ids in the order of their numbers. */
static void
set_starts(const RankingBuild *build, const uint32 *numbers, PlanRanking *ranking)
{
	uint32	   *starts = ranking_starts(ranking);

	memset(starts, 0, (ranking->entities + 1) * sizeof(uint32));
	for (int32 p = 0; p < ranking->periods; p++)
	{
		const PeriodPlace *place = &build->places[p];

		CHECK_FOR_INTERRUPTS();
		for (uint64 i = 0; i < place->scores->count; i++)
		{
			uint32		number = numbers[place->rows_before + i];

			starts[number + 1]++;
			if (build->keys == NULL)
				entity_numbers(ranking)[number] = place->scores->row[i].entity;
		}
	}
	for (int64 i = 1; i <= ranking->entities; i++)
		starts[i] += starts[i - 1];
}

/* Rank one period and add a cell to each of its entities, where "next" says. */
static bool
set_cells(const RankingBuild *build, const uint32 *numbers, int32 p, PlanRanking *ranking,
		  uint32 *next)
{
	const PeriodPlace *place = &build->places[p];
	const uint32 *starts = ranking_starts(ranking);
	RankCell   *cells = ranking_cells(ranking);

	rank_period(build, place->scores);
	for (uint64 i = 0; i < place->scores->count; i++)
	{
		uint32		number = numbers[place->rows_before + i];
		uint32		cell = next[number]++;

		CHECK_FOR_INTERRUPTS();
		if (unlikely(cell > starts[number] && cells[cell - 1].period == p))
		{
			report_duplicate(build, place->scores->row[i].entity, place->packed);
			return false;
		}
		cells[cell] = (RankCell) {p, build->ranks[i]};
	}
	return true;
}

static PlanRanking *
ranking_by_sorting(const RankingBuild *build)
{
	uint64		entities;
	uint32	   *numbers = build->keys != NULL ? number_keys(build, &entities)
		: number_ids(build, &entities);
	PlanRanking *ranking = new_ranking(build, entities);
	uint32	   *next = allocate_huge((entities + 1) * sizeof(uint32));
	bool		done = true;

	set_starts(build, numbers, ranking);
	memcpy(next, ranking_starts(ranking), (entities + 1) * sizeof(uint32));
	for (int32 p = 0; p < ranking->periods && done; p++)
		done = set_cells(build, numbers, p, ranking, next);
	pfree(next);
	pfree(numbers);
	return done ? ranking : NULL;
}

/* The ranking of what there is so far; NULL after a soft error.  The state stays as it is. */
PlanRanking *
ranking_from_state(const RankingState *state, struct Node *escontext)
{
	RankMatrix	matrix = {0};
	RankingBuild build;
	PlanRanking *ranking;

	begin_build(&build, state, escontext);
	ranking = find_range(state, build.rows, &matrix) ? ranking_from_matrix(&build, &matrix)
		: ranking_by_sorting(&build);
	if (matrix.rank != NULL)
		pfree(matrix.rank);
	end_build(&build);
	return ranking;
}
