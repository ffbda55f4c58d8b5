/*
 * ranking_state.c
 *		Scores as they come, and the ranking that they make.
 *
 * Scores are kept by period, since each is ranked on its own.  The state may grow beyond
 * 1 GB; the ranking, which is one value, may not.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "mb/pg_wchar.h"

#include "ranking.h"

#define FIRST_SLOT_BITS 4

/* A field must fit a standing. */
#define MAX_FIELD PG_INT32_MAX

RankingState *
new_ranking_state(MemoryContext context, bool named, bool by_year)
{
	RankingState *state = MemoryContextAllocZero(context, sizeof(RankingState));
	Size		size = sizeof(uint32) << FIRST_SLOT_BITS;

	state->context = context;
	state->named = named;
	state->by_year = by_year;
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
			*ranking_state_period_slot(state, state->period[i].key) = i + 1;
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
	uint32		mask = ((uint32) 1 << state->name_slot_bits) - 1;
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
	mask = ((uint32) 1 << state->name_slot_bits) - 1;
	for (uint32 i = 0; i < state->names; i++)
	{
		uint32		place = state->name[i].hash & mask;

		while (state->name_slots[place] != 0)
			place = (place + 1) & mask;
		state->name_slots[place] = i + 1;
	}
}

/* The number of a name, a new one if need be. */
int64
ranking_state_name(RankingState *state, const char *bytes, size_t length)
{
	uint32		hash = hash_bytes((const unsigned char *) bytes, length);
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
 * Numbering entities in their order.
 */

/* The entities of all rows, numbered. */
typedef struct EntityNumbers
{
	uint64		rows;
	uint64		entities;
	uint64		name_bytes;
	int64		first;			/* the id, or number of a name, that the table begins with */
	uint32	   *table;			/* numbers by id, or NULL */
	uint32	   *by_row;			/* else numbers by row, those of each period behind each other */
} EntityNumbers;

static uint64
count_rows(const RankingState *state)
{
	uint64		rows = 0;

	for (uint32 p = 0; p < state->periods; p++)
		rows += state->period[p].count;
	return rows;
}

static void
find_range_of_ids(const RankingState *state, int64 *first, int64 *last)
{
	*first = PG_INT64_MAX;
	*last = PG_INT64_MIN;
	for (uint32 p = 0; p < state->periods; p++)
	{
		const ScoredPeriod *period = &state->period[p];

		CHECK_FOR_INTERRUPTS();
		for (uint64 i = 0; i < period->count; i++)
		{
			*first = Min(*first, period->row[i].entity);
			*last = Max(*last, period->row[i].entity);
		}
	}
}

static void
number_ids_by_sorting(const RankingState *state, EntityNumbers *numbers)
{
	KeyedValue *pairs;
	uint64		row = 0;

	if (numbers->rows > PG_UINT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many scores to rank")));
	pairs = allocate_huge(2 * numbers->rows * sizeof(KeyedValue));
	for (uint32 p = 0; p < state->periods; p++)
		for (uint64 i = 0; i < state->period[p].count; i++, row++)
			pairs[row] = (KeyedValue) {(uint64) state->period[p].row[i].entity ^
			(uint64) PG_INT64_MIN, row};
	numbers->by_row = allocate_huge(numbers->rows * sizeof(uint32));
	numbers->entities = number_sorted_ids(pairsort(pairs, pairs + numbers->rows, numbers->rows,
												   check_for_interrupts),
										  numbers->rows, numbers->by_row, check_for_interrupts);
	pfree(pairs);
}

static void
number_ids(const RankingState *state, EntityNumbers *numbers)
{
	int64		last;
	uint64		span;

	find_range_of_ids(state, &numbers->first, &last);
	span = (uint64) last - (uint64) numbers->first;
	if (!ids_are_close(span, numbers->rows))
	{
		number_ids_by_sorting(state, numbers);
		return;
	}
	numbers->table = allocate_huge((span + 1) * sizeof(uint32));
	numbers->entities = number_close_ids(state->period, state->periods, numbers->first, span,
										 numbers->table, check_for_interrupts);
}

static int
compare_names(const void *a, const void *b, void *arg)
{
	const RankingState *state = arg;
	const ScoredName *x = &state->name[*(const uint32 *) a];
	const ScoredName *y = &state->name[*(const uint32 *) b];
	int			order = memcmp(state->bytes + x->begin, state->bytes + y->begin,
							   Min(x->length, y->length));

	return order != 0 ? order : (x->length > y->length) - (x->length < y->length);
}

/* Names are ordered by their bytes, as in the collation "C". */
static uint32 *
names_in_order(const RankingState *state)
{
	uint32	   *ordered = allocate_huge((Size) state->names * sizeof(uint32));

	for (uint32 i = 0; i < state->names; i++)
		ordered[i] = i;
	CHECK_FOR_INTERRUPTS();
	qsort_arg(ordered, state->names, sizeof(uint32), compare_names, (void *) state);
	return ordered;
}

static void
number_names(const RankingState *state, EntityNumbers *numbers)
{
	uint32	   *ordered = names_in_order(state);

	numbers->first = 0;
	numbers->entities = state->names;
	numbers->name_bytes = state->bytes_used;
	numbers->table = allocate_huge((Size) state->names * sizeof(uint32));
	for (uint32 i = 0; i < state->names; i++)
		numbers->table[ordered[i]] = i;
	pfree(ordered);
}

static inline uint32
number_of_row(const EntityNumbers *numbers, const ScoredPeriod *period, uint64 row,
			  uint64 rows_before)
{
	if (numbers->table != NULL)
		return numbers->table[(uint64) period->row[row].entity - (uint64) numbers->first];
	return numbers->by_row[rows_before + row];
}

/*
 * Making the ranking.
 */

/* The period of a key, as it is stored. */
static int64
packed_period(const RankingState *state, int64 key)
{
	return state->by_year ? packed_year(key) : key;
}

typedef struct PeriodPlace
{
	int64		packed;
	uint32		number;			/* in the state */
	uint64		rows_before;	/* in the state */
} PeriodPlace;

static int
compare_periods(const void *a, const void *b)
{
	int64		x = ((const PeriodPlace *) a)->packed;
	int64		y = ((const PeriodPlace *) b)->packed;

	return (x > y) - (x < y);
}

static PeriodPlace *
periods_in_order(const RankingState *state)
{
	PeriodPlace *places = allocate_huge((Size) (state->periods + 1) * sizeof(PeriodPlace));
	uint64		rows = 0;

	for (uint32 p = 0; p < state->periods; p++)
	{
		places[p] = (PeriodPlace) {packed_period(state, state->period[p].key), p, rows};
		rows += state->period[p].count;
	}
	qsort(places, state->periods, sizeof(PeriodPlace), compare_periods);
	return places;
}

static PlanRanking *
new_ranking(const RankingState *state, const EntityNumbers *numbers)
{
	PlanRanking head = {
		.format = RANKING_VERSION,
		.named = state->named,
		.periods = state->periods,
		.entities = numbers->entities,
		.cells = numbers->rows,
	};
	size_t		size = ranking_names_offset(&head) + numbers->name_bytes;
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
	return ranking;
}

/* Ids in the order of their numbers. */
static void
set_ids(const RankingState *state, const EntityNumbers *numbers, int64 *keys)
{
	uint64		rows_before = 0;

	for (uint32 p = 0; p < state->periods; p++)
	{
		const ScoredPeriod *period = &state->period[p];

		CHECK_FOR_INTERRUPTS();
		for (uint64 i = 0; i < period->count; i++)
			keys[number_of_row(numbers, period, i, rows_before)] = period->row[i].entity;
		rows_before += period->count;
	}
	keys[numbers->entities] = 0;
}

/* Names in their order, and where each begins. */
static void
set_names(const RankingState *state, const EntityNumbers *numbers, int64 *keys, char *bytes)
{
	int64		begin = 0;

	for (uint32 i = 0; i < state->names; i++)
		keys[numbers->table[i] + 1] = state->name[i].length;
	keys[0] = 0;
	for (uint32 i = 1; i <= state->names; i++)
		keys[i] += keys[i - 1];
	for (uint32 i = 0; i < state->names; i++)
	{
		begin = keys[numbers->table[i]];
		memcpy(bytes + begin, state->bytes + state->name[i].begin, state->name[i].length);
	}
}

/* Where the cells of each entity begin. */
static void
set_starts(const RankingState *state, const EntityNumbers *numbers, int64 *starts)
{
	uint64		rows_before = 0;

	memset(starts, 0, (numbers->entities + 1) * sizeof(int64));
	for (uint32 p = 0; p < state->periods; p++)
	{
		const ScoredPeriod *period = &state->period[p];

		CHECK_FOR_INTERRUPTS();
		for (uint64 i = 0; i < period->count; i++)
			starts[number_of_row(numbers, period, i, rows_before) + 1]++;
		rows_before += period->count;
	}
	for (uint64 i = 1; i <= numbers->entities; i++)
		starts[i] += starts[i - 1];
}

static void
report_duplicate(const RankingState *state, const PlanRanking *ranking, int64 number, int64 packed,
				 struct Node *escontext)
{
	const int64 *keys = ranking_keys(ranking);
	PlanName	name = {ranking_names(ranking) + keys[number], keys[number + 1] - keys[number]};
	char		period[PERIOD_TEXT_SIZE];

	period_write(period, period_unpack(packed));
	if (state->named)
		errsave(escontext,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%.*s\" has more than one score in period %s", SHOWN_NAME(&name), period)));
	else
		errsave(escontext,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("entity " INT64_FORMAT " has more than one score in period %s",
						keys[number], period)));
}

/* Room for ranking the largest period. */
typedef struct RankScratch
{
	uint64	   *words;
	uint64	   *more_words;
	int32	   *ranks;
} RankScratch;

static void
allocate_rank_scratch(const RankingState *state, RankScratch *scratch)
{
	uint64		most = 0;

	for (uint32 p = 0; p < state->periods; p++)
		most = Max(most, state->period[p].count);
	scratch->words = allocate_huge(most * sizeof(uint64) + 1);
	scratch->more_words = allocate_huge(most * sizeof(uint64) + 1);
	scratch->ranks = allocate_huge(most * sizeof(int32) + 1);
}

/*
 * Rank one period and add a cell to each of its entities.  "next" is where the next cell
 * of each entity goes.
 */
static bool
set_cells_of_period(const RankingState *state, const EntityNumbers *numbers, PlanRanking *ranking,
					const PeriodPlace *place, int32 number, RankScratch *scratch, int64 *next,
					struct Node *escontext)
{
	const ScoredPeriod *period = &state->period[place->number];
	const int64 *starts = ranking_starts(ranking);
	RankCell   *cells = ranking_cells(ranking);

	rank_scores(period->row, period->count, scratch->words, scratch->more_words, scratch->ranks,
				check_for_interrupts);
	for (uint64 i = 0; i < period->count; i++)
	{
		uint32		entity = number_of_row(numbers, period, i, place->rows_before);
		int64		cell = next[entity]++;

		if (unlikely(cell > starts[entity] && cells[cell - 1].period == number))
		{
			report_duplicate(state, ranking, entity, place->packed, escontext);
			return false;
		}
		cells[cell] = (RankCell) {number, scratch->ranks[i]};
	}
	return true;
}

/* The ranking of what there is so far; NULL after a soft error.  The state stays as it is. */
PlanRanking *
ranking_from_state(const RankingState *state, struct Node *escontext)
{
	EntityNumbers numbers = {.rows = count_rows(state)};
	PeriodPlace *places = periods_in_order(state);
	PlanRanking *ranking;
	RankScratch scratch;
	int64	   *next;
	bool		done = true;

	if (state->named)
		number_names(state, &numbers);
	else if (numbers.rows > 0)
		number_ids(state, &numbers);
	ranking = new_ranking(state, &numbers);
	if (state->named)
		set_names(state, &numbers, ranking_keys(ranking), ranking_names(ranking));
	else
		set_ids(state, &numbers, ranking_keys(ranking));
	set_starts(state, &numbers, ranking_starts(ranking));

	allocate_rank_scratch(state, &scratch);
	next = allocate_huge((numbers.entities + 1) * sizeof(int64));
	memcpy(next, ranking_starts(ranking), (numbers.entities + 1) * sizeof(int64));
	for (int32 p = 0; p < ranking->periods && done; p++)
	{
		ranking_periods(ranking)[p] = (RankingPeriod) {places[p].packed,
		state->period[places[p].number].count};
		done = set_cells_of_period(state, &numbers, ranking, &places[p], p, &scratch, next,
								   escontext);
	}
	pfree(next);
	pfree(scratch.words);
	pfree(scratch.more_words);
	pfree(scratch.ranks);
	pfree(places);
	if (numbers.table != NULL)
		pfree(numbers.table);
	if (numbers.by_row != NULL)
		pfree(numbers.by_row);
	return done ? ranking : NULL;
}
