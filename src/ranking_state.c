/*
 * ranking_state.c
 *		Scores as they come, and the ranking that they make.
 *
 * Scores are kept by period, since each is ranked on its own.  The state may grow beyond
 * 1 GB; the ranking, which is one value, may not.
 */
#include "postgres.h"

#include "period.h"
#include "ranking.h"

#define FIRST_SLOT_BITS 2

/* A field must fit a standing. */
#define MAX_FIELD PG_INT32_MAX

RankingState *
new_ranking_state(MemoryContext context, bool named)
{
	RankingState *state = MemoryContextAllocZero(context, sizeof(RankingState));
	Size		size = sizeof(uint32) << FIRST_SLOT_BITS;

	state->context = context;
	state->key = *process_hash_key();
	state->named = named;
	state->period_slot_bits = state->name_slot_bits = FIRST_SLOT_BITS;
	state->period_slots = MemoryContextAllocZero(context, size);
	if (named)
		state->name_slots = MemoryContextAllocZero(context, size);
	return state;
}

/* Slots for twice as many, all empty. */
static uint32 *
larger_slots(MemoryContext context, uint32 *slots, uint32 *bits)
{
	(*bits)++;
	pfree(slots);
	return MemoryContextAllocExtended(context, sizeof(uint32) << *bits,
									  MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
}

static bool
slots_are_full(uint32 used, uint32 bits)
{
	return used >= (uint32) 1 << (bits - 1);
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
	if (slots_are_full(state->periods, state->period_slot_bits))
	{
		state->period_slots = larger_slots(state->context, state->period_slots,
										   &state->period_slot_bits);
		for (uint32 i = 0; i + 1 < state->periods; i++)
		{
			CHECK_FOR_INTERRUPTS();
			*ranking_state_period_slot(state, state->period[i].key) = i + 1;
		}
	}
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
 * Names.
 */

/* The slot that has a name, or the empty one where it belongs. */
static uint32 *
name_slot(const RankingState *state, const char *bytes, size_t length, uint32 hash)
{
	uint32		mask = slot_mask(state->name_slot_bits);
	uint32		place = hash & mask;

	for (; state->name_slots[place] != 0; place = (place + 1) & mask)
	{
		const ScoredName *name = &state->name[state->name_slots[place] - 1];

		if (name->hash == hash && name->length == length &&
			memcmp(state->bytes + name->begin, bytes, length) == 0)
			break;
	}
	return &state->name_slots[place];
}

static void
rehash_names(RankingState *state)
{
	uint32		mask;

	state->name_slots = larger_slots(state->context, state->name_slots, &state->name_slot_bits);
	mask = slot_mask(state->name_slot_bits);
	for (uint32 i = 0; i < state->names; i++)
	{
		uint32		place = state->name[i].hash & mask;

		CHECK_FOR_INTERRUPTS();
		while (state->name_slots[place] != 0)
			place = (place + 1) & mask;
		state->name_slots[place] = i + 1;
	}
}

/* The number of a name, a new one if need be. */
int64
ranking_state_name(RankingState *state, const char *bytes, size_t length)
{
	uint32		hash = hash_name(&state->key, bytes, length);
	uint32	   *slot = name_slot(state, bytes, length, hash);

	if (*slot != 0)
		return *slot - 1;
	if (state->names >= MAX_FIELD)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many names to rank"),
				 errdetail("At most %d names can be ranked.", MAX_FIELD)));
	state->name = reserve_elements(state->context, state->name, &state->name_capacity,
								   (uint64) state->names + 1, sizeof(ScoredName));
	state->bytes = reserve_elements(state->context, state->bytes, &state->bytes_capacity,
									state->bytes_used + length + 1, 1);
	memcpy(state->bytes + state->bytes_used, bytes, length);
	state->name[state->names++] = (ScoredName) {state->bytes_used, length, hash};
	state->bytes_used += length;
	if (slots_are_full(state->names, state->name_slot_bits))
		rehash_names(state);
	else
		*slot = state->names;
	return state->names - 1;
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
	uint32	   *names;			/* in their order */
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

static int
compare_names(const void *a, const void *b, void *arg)
{
	const RankingState *state = arg;
	const ScoredName *x = &state->name[*(const uint32 *) a];
	const ScoredName *y = &state->name[*(const uint32 *) b];
	int			order = memcmp(state->bytes + x->begin, state->bytes + y->begin,
							   Min(x->length, y->length));

	CHECK_FOR_INTERRUPTS();
	return order != 0 ? order : (x->length > y->length) - (x->length < y->length);
}

/* Names are ordered by their bytes, as in the collation "C". */
static uint32 *
names_in_order(const RankingState *state)
{
	uint32	   *ordered = allocate_huge((Size) state->names * sizeof(uint32) + 1);

	for (uint32 i = 0; i < state->names; i++)
		ordered[i] = i;
	qsort_arg(ordered, state->names, sizeof(uint32), compare_names, (void *) state);
	return ordered;
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
	if (state->named)
		build->names = names_in_order(state);
	build->words = allocate_huge(most * sizeof(uint64) + 1);
	build->more_words = allocate_huge(most * sizeof(uint64) + 1);
	build->ranks = allocate_huge(most * sizeof(int32) + 1);
}

static void
end_build(RankingBuild *build)
{
	pfree(build->places);
	if (build->names != NULL)
		pfree(build->names);
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
	char		period[PERIOD_TEXT_SIZE];

	period_write(period, period_unpack(packed));
	if (build->state->named)
	{
		const ScoredName *scored = &build->state->name[entity];
		PlanName	name = {build->state->bytes + scored->begin, scored->length};

		errsave(build->escontext,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" has more than one score in period %s", SHOWN_NAME(&name), period)));
	}
	else
		errsave(build->escontext,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("entity " INT64_FORMAT " has more than one score in period %s", entity,
						period)));
}

/* A ranking whose entities and cells are still to be set. */
static PlanRanking *
new_ranking(const RankingBuild *build, uint64 entities)
{
	const RankingState *state = build->state;
	PlanRanking head = {
		.format = RANKING_VERSION,
		.named = state->named,
		.periods = state->periods,
		.entities = entities,
		.cells = build->rows,
	};
	size_t		size = ranking_names_offset(&head) + (state->named ? state->bytes_used : 0);
	PlanRanking *ranking;

	if (!AllocSizeIsValid(size))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("%s is too large", ranking_type_name(state->named)),
				 errdetail("It would take %zu bytes, and one value must be less than 1 GB.", size),
				 errhint("Make several rankings, each of fewer periods.")));
	ranking = palloc(size);
	*ranking = head;
	SET_VARSIZE(ranking, size);
	for (int32 p = 0; p < ranking->periods; p++)
		ranking_periods(ranking)[p] = (RankingPeriod) {build->places[p].packed,
		build->places[p].scores->count};
	return ranking;
}

/* Names in their order, and where each begins. */
static void
set_names(const RankingBuild *build, PlanRanking *ranking)
{
	int64	   *keys = ranking_keys(ranking);
	int64		begin = 0;

	for (uint32 i = 0; i < build->state->names; i++)
	{
		const ScoredName *name = &build->state->name[build->names[i]];

		keys[i] = begin;
		memcpy(ranking_names(ranking) + begin, build->state->bytes + name->begin, name->length);
		begin += name->length;
	}
	keys[build->state->names] = begin;
}

/*
 * Where entities are close to each other and in most periods: through a matrix of all
 * ranks, by period and then by entity.
 */

typedef struct RankMatrix
{
	int64		first;			/* the id, or number of a name, that rows begin with */
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

	matrix->rank = MemoryContextAllocExtended(CurrentMemoryContext, size,
											  MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
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
	ranking = new_ranking(build, build->state->named ? build->state->names
						  : count_entities(matrix, periods));
	for (uint64 i = 0; i < matrix->span; i++)
	{
		uint64		place = build->state->named ? build->names[i] - matrix->first : i;
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
		if (!build->state->named)
			ranking_keys(ranking)[entities] = matrix->first + i;
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
number_names(const RankingBuild *build, uint64 *entities)
{
	const RankingState *state = build->state;
	uint32	   *places = allocate_huge((Size) state->names * sizeof(uint32) + 1);
	uint32	   *numbers = allocate_huge(build->rows * sizeof(uint32) + 1);
	uint64		row = 0;

	for (uint32 i = 0; i < state->names; i++)
		places[build->names[i]] = i;
	for (uint32 p = 0; p < state->periods; p++)
		for (uint64 i = 0; i < state->period[p].count; i++, row++)
			numbers[row] = places[state->period[p].row[i].entity];
	*entities = state->names;
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
			if (!ranking->named)
				ranking_keys(ranking)[number] = place->scores->row[i].entity;
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
	uint32	   *numbers = build->state->named ? number_names(build, &entities)
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
	if (ranking != NULL && state->named)
		set_names(&build, ranking);
	else if (ranking != NULL)
		ranking_keys(ranking)[ranking->entities] = 0;
	end_build(&build);
	return ranking;
}
