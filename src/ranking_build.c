/*
 * ranking_build.c
 *		The ranking that scores make.
 *
 * Entities are numbered in their order.  Then each period is ranked on its own, or keeps the ranks
 * that were published, and its ranks, scores and places go to where they are stored.
 */
#include "postgres.h"

#include <math.h>

#include "core/standing.h"
#include "period.h"
#include "ranking_state.h"

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
	uint64		most;			/* of a period */
	bool		has_scores;
	const ScoredPeriod *period; /* those of the state, published ones without what they repeat */
	PeriodPlace *places;		/* periods in their order */

	/* The numbers of entities in their order: either of each row, ... */
	uint32	   *of_row;
	/* ... or by their ids less the first, or what the table of keys numbers them ... */
	uint32	   *of_id;
	int64		first;
	/* ... or, where both are NULL, ids less the first are the numbers. */
	uint64		entities;
	uint32	   *keys;			/* numbers of the table in the order of their keys, or NULL */

	/* Room for the largest period. */
	uint64	   *words;
	uint64	   *more_words;
	RankedRow  *ranked;			/* its rows */
} RankingBuild;

static int
compare_periods(const void *a, const void *b)
{
	int64		x = ((const PeriodPlace *) a)->packed;
	int64		y = ((const PeriodPlace *) b)->packed;

	return (x > y) - (x < y);
}

/*
 * Standings that others published.
 */

static char *
shown_entity(const RankingBuild *build, int64 entity)
{
	Key			key = numbered_key(&build->state->keys, entity);

	return shown_key(keys_kind(&build->state->keys), &key);
}

static char *
shown_published(int64 published)
{
	char	   *text = palloc(STANDING_TEXT_SIZE);
	int32		rank = published_rank(published);
	int32		last = published_last(published);

	standing_write(text, (Standing) {rank, 0, last != rank ? last : 0});
	return text;
}

static void
report_unlike_standings(const RankingBuild *build, int64 packed, const ScoredRow *rows)
{
	char		period[PERIOD_TEXT_SIZE];

	period_write(period, period_unpack(packed));
	errsave(build->escontext,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("entity %s has the standings %s and %s in period %s",
					shown_entity(build, rows[0].entity), shown_published(rows[0].published),
					shown_published(rows[1].published), period)));
}

static void
report_beyond_field(const RankingBuild *build, const ScoredPeriod *period, const ScoredRow *row)
{
	char		text[PERIOD_TEXT_SIZE];

	period_write(text, period_unpack(period->key));
	errsave(build->escontext,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("entity %s has the standing %s in period %s, in a field of %d",
					shown_entity(build, row->entity), shown_published(row->published), text,
					period->field)));
}

static inline bool
is_beyond_field(int64 published, int32 field)
{
	return field != 0 &&
		(published_rank(published) > field ||
		 (published_last(published) > field && published_last(published) != NO_LAST_RANK));
}

/* Unite rows that say the same of an entity; false after a soft error about others. */
static bool
unite_period(const RankingBuild *build, ScoredPeriod *period)
{
	ScoredRow  *rows = allocate_huge(period->count * sizeof(ScoredRow) + 1);
	KeyedValue *pairs = allocate_huge(2 * period->count * sizeof(KeyedValue) + 1);

	copy_huge(rows, period->row, period->count * sizeof(ScoredRow));
	period->row = rows;
	period->count = unite_published(rows, period->count, pairs, check_for_interrupts);
	pfree(pairs);
	for (uint64 i = 0; i < period->count; i++)
	{
		check_at_times(i, check_for_interrupts);
		if (i > 0 && rows[i].entity == rows[i - 1].entity)
		{
			report_unlike_standings(build, period->key, &rows[i - 1]);
			return false;
		}
		if (is_beyond_field(rows[i].published, period->field))
		{
			report_beyond_field(build, period, &rows[i]);
			return false;
		}
	}
	return true;
}

/* The periods of the state as they are ranked; false after a soft error. */
static bool
unite_periods(RankingBuild *build)
{
	const RankingState *state = build->state;
	ScoredPeriod *periods = NULL;

	build->period = state->period;
	for (uint32 p = 0; p < state->periods; p++)
	{
		if (state->period[p].sign != PUBLISHED)
			continue;
		if (periods == NULL)
		{
			periods = allocate_huge((Size) state->periods * sizeof(ScoredPeriod));
			memcpy(periods, state->period, (Size) state->periods * sizeof(ScoredPeriod));
			build->period = periods;
		}
		if (!unite_period(build, &periods[p]))
			return false;
	}
	return true;
}

/* False after a soft error. */
static bool
begin_build(RankingBuild *build, const RankingState *state, struct Node *escontext)
{
	memset(build, 0, sizeof(*build));
	build->state = state;
	build->escontext = escontext;
	if (!unite_periods(build))
		return false;
	build->places = allocate_huge((Size) state->periods * sizeof(PeriodPlace) + 1);
	for (uint32 p = 0; p < state->periods; p++)
	{
		const ScoredPeriod *scores = &build->period[p];

		build->places[p] = (PeriodPlace) {scores->key, scores, build->rows};
		build->rows += scores->count;
		build->most = Max(build->most, scores->count);
		build->has_scores = build->has_scores || scores->sign != 0;
	}
	qsort(build->places, state->periods, sizeof(PeriodPlace), compare_periods);
	return true;
}

static void
free_array(void *array)
{
	if (array != NULL)
		pfree(array);
}

static void
end_build(RankingBuild *build)
{
	if (build->period != build->state->period)
	{
		for (uint32 p = 0; p < build->state->periods; p++)
			if (build->period[p].sign == PUBLISHED)
				pfree(build->period[p].row);
		pfree(unconstify(ScoredPeriod *, build->period));
	}
	free_array(build->places);
	free_array(build->of_row);
	free_array(build->of_id);
	free_array(build->keys);
	free_array(build->words);
	free_array(build->more_words);
	free_array(build->ranked);
}

/*
 * Numbering the entities.
 */

/* Those that the table of keys has. */
static void
number_keys(RankingBuild *build)
{
	const KeyTable *keys = &build->state->keys;

	build->keys = order_keys(keys);
	build->entities = keys->count;
	build->of_id = allocate_huge((Size) keys->count * sizeof(uint32) + 1);
	for (uint32 i = 0; i < keys->count; i++)
		build->of_id[build->keys[i]] = i;
}

/* How many ids from the first to the last there may be for each score, to be marked in an array. */
#define MAX_SPARSITY 4

/* The range of ids; false where it is too large for an array. */
static bool
find_range(RankingBuild *build, uint64 *span)
{
	const RankingState *state = build->state;
	int64		first = PG_INT64_MAX,
				last = PG_INT64_MIN;

	for (uint32 p = 0; p < state->periods; p++)
	{
		const ScoredPeriod *period = &build->period[p];

		CHECK_FOR_INTERRUPTS();
		for (uint64 i = 0; i < period->count; i++)
		{
			first = Min(first, period->row[i].entity);
			last = Max(last, period->row[i].entity);
		}
	}
	build->first = first;
	*span = (uint64) last - (uint64) first + 1;
	return (uint64) last - (uint64) first < build->rows * MAX_SPARSITY;
}

/* Number ids that are close to each other. */
static void
number_close_ids(RankingBuild *build, uint64 span)
{
	const RankingState *state = build->state;

	/* A period that has as many rows has all of them, if none twice, which would be an error. */
	if (span == build->most)
	{
		build->entities = span;
		return;
	}
	build->of_id = allocate_huge_zero(CurrentMemoryContext, span * sizeof(uint32));
	for (uint32 p = 0; p < state->periods; p++)
	{
		CHECK_FOR_INTERRUPTS();
		for (uint64 i = 0; i < build->period[p].count; i++)
		{
			check_at_times(i, check_for_interrupts);
			build->of_id[(uint64) build->period[p].row[i].entity - (uint64) build->first] = 1;
		}
	}
	for (uint64 i = 0; i < span; i++)
	{
		uint32		is_there = build->of_id[i];

		build->of_id[i] = build->entities;
		build->entities += is_there;
	}
}

/* Number ids that are far from each other: they are sorted. */
static void
number_far_ids(RankingBuild *build)
{
	const RankingState *state = build->state;
	KeyedValue *pairs;
	uint64		row = 0;

	if (build->rows > PG_UINT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many scores to rank")));
	pairs = allocate_huge(2 * build->rows * sizeof(KeyedValue) + 1);
	for (uint32 p = 0; p < state->periods; p++)
		for (uint64 i = 0; i < build->period[p].count; i++, row++)
		{
			check_at_times(i, check_for_interrupts);
			pairs[row] = (KeyedValue) {(uint64) build->period[p].row[i].entity ^
			(uint64) PG_INT64_MIN, row};
		}
	build->of_row = allocate_huge(build->rows * sizeof(uint32) + 1);
	build->entities = number_sorted_ids(pairsort(pairs, pairs + build->rows, build->rows,
												 check_for_interrupts),
										build->rows, build->of_row, check_for_interrupts);
	pfree(pairs);
}

static void
number_entities(RankingBuild *build)
{
	uint64		span;

	if (keys_are_numbered(&build->state->keys))
		number_keys(build);
	else if (build->rows > 0 && find_range(build, &span))
		number_close_ids(build, span);
	else
		number_far_ids(build);
}

/* The numbers of the entities of a period, by row. */
static const RankedRow *
numbers_of_period(const RankingBuild *build, const PeriodPlace *place)
{
	const ScoredRow *row = place->scores->row;
	uint64		first = (uint64) build->first;

	for (uint64 i = 0; i < place->scores->count; i++)
	{
		uint64		id = (uint64) row[i].entity - first;

		build->ranked[i].number = build->of_row != NULL ? build->of_row[place->rows_before + i]
			: build->of_id != NULL ? build->of_id[id] : id;
	}
	return build->ranked;
}

/*
 * The ranking, whose ranks are still to be set.
 */

pg_noreturn static void
report_too_large(size_t size)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("plan_ranking is too large"),
			 errdetail("It would take %zu bytes, and one value must be less than 1 GB.", size),
			 errhint("Make several rankings, each of fewer periods.")));
}

/* Write the ids of a ranking of numbers. */
static void
write_ids(const RankingBuild *build, PlanRanking *ranking)
{
	int64	   *ids = (int64 *) ((char *) ranking + ranking_keys_offset(ranking));

	if (build->of_row == NULL && build->of_id == NULL)
	{
		for (uint64 i = 0; i < build->entities; i++)
			ids[i] = build->first + i;
		return;
	}
	for (uint32 p = 0; p < build->state->periods; p++)
	{
		const PeriodPlace *place = &build->places[p];
		const RankedRow *rows = numbers_of_period(build, place);

		CHECK_FOR_INTERRUPTS();
		for (uint64 i = 0; i < place->scores->count; i++)
		{
			check_at_times(i, check_for_interrupts);
			ids[rows[i].number] = place->scores->row[i].entity;
		}
	}
}

/* Where the cells of each entity begin; there they will have been set one by one. */
static void
set_starts(const RankingBuild *build, PlanRanking *ranking)
{
	uint32	   *starts = ranking_starts(ranking);

	clear_huge(starts, (ranking->entities + 2) / 2 * 2 * sizeof(uint32));
	for (int32 p = 0; p < ranking->periods; p++)
	{
		const PeriodPlace *place = &build->places[p];
		const RankedRow *rows = numbers_of_period(build, place);

		CHECK_FOR_INTERRUPTS();
		for (uint64 i = 0; i < place->scores->count; i++)
		{
			check_at_times(i, check_for_interrupts);
			starts[rows[i].number + 1]++;
		}
	}
	for (int64 i = 1; i <= ranking->entities; i++)
		starts[i] += starts[i - 1];
}

static PlanRanking *
new_ranking(const RankingBuild *build)
{
	const RankingState *state = build->state;
	PlanRanking head = {
		.format = RANKING_VERSION,
		.kind = build->rows > 0 ? keys_kind(&state->keys) : KEYS_NONE,
		.periods = state->periods,
		.entities = build->entities,
		.cells = build->rows,
		.is_tiled = is_worth_tiles(build->entities, state->periods, build->rows),
		.has_scores = build->has_scores,
	};
	PlanRanking *ranking;
	size_t		size;

	head.keys_size = head.kind > KEYS_NUMBER ? key_dictionary_size(&state->keys)
		: key_dictionary_fixed_size(head.kind, build->entities);
	size = ranking_size(&head);
	if (!AllocSizeIsValid(size))
		report_too_large(size);
	ranking = allocate_huge(size);
	*ranking = head;
	SET_VARSIZE(ranking, size);
	/* Ranks that are not there, and bytes between parts. */
	if (head.is_tiled)
		clear_huge(ranking_tiles(ranking),
				   ranking_keys_offset(&head) - ranking_ranks_offset(&head));
	else
		set_starts(build, ranking);
	memset((char *) ranking + ranking_keys_offset(&head) + head.keys_size, 0,
		   ranking_scores_offset(&head) - ranking_keys_offset(&head) - head.keys_size);
	if (head.has_scores && head.cells < ranking_slots(&head))
		for (int64 i = 0; i < ranking_slots(&head); i++)
			ranking_scores(ranking)[i] = NAN;
	if (head.kind > KEYS_NUMBER)
		write_key_dictionary(&state->keys, build->keys,
							 (char *) ranking + ranking_keys_offset(ranking));
	else
		write_ids(build, ranking);
	return ranking;
}

/*
 * Ranking.
 */

static void
report_duplicate(const RankingBuild *build, int64 entity, int64 packed)
{
	char		period[PERIOD_TEXT_SIZE];

	period_write(period, period_unpack(packed));
	errsave(build->escontext,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("entity %s has more than one score in period %s",
					shown_entity(build, entity), period)));
}

/* The score of a row as it is kept: never -0, so that equal rankings are equal bytes. */
static inline double
kept_score(const ScoredPeriod *scores, uint64 row)
{
	if (unlikely(scores->sign == PUBLISHED))
		return published_last(scores->row[row].published);
	return scores->sign == 0 ? NAN : scores->sign * scores->row[row].score + 0.0;
}

/* Set the ranks of a period where they are in tiles. */
static bool
set_tiles(const RankingBuild *build, const RankedRow *rows, int32 p, PlanRanking *ranking)
{
	const PeriodPlace *place = &build->places[p];
	int64		width = ranking_tile_width(ranking->periods);
	int64		whole = first_of_tile(ranking, ranking->entities);
	int64		rest = ranking->entities - whole;
	int32	   *tiles = ranking_tiles(ranking);
	double	   *scores = ranking_scores(ranking);

	for (uint64 i = 0; i < place->scores->count; i++)
	{
		int64		in_tile = rows[i].number & (width - 1);
		int64		first = rows[i].number - in_tile;
		int64		slot = first * ranking->periods + p * (first < whole ? width : rest) + in_tile;

		check_at_times(i, check_for_interrupts);
		if (unlikely(tiles[slot] != 0))
		{
			report_duplicate(build, place->scores->row[i].entity, place->packed);
			return false;
		}
		tiles[slot] = rows[i].rank;
		if (ranking->has_scores)
			scores[slot] = kept_score(place->scores, i);
	}
	return true;
}

/* Add the ranks of a period where they are listed; "next" has where that of an entity goes. */
static bool
list_ranks(const RankingBuild *build, const RankedRow *rows, int32 p, PlanRanking *ranking,
		   uint32 *next)
{
	const PeriodPlace *place = &build->places[p];
	const uint32 *starts = ranking_starts(ranking);
	ListedRank *listed = ranking_listed(ranking);
	double	   *scores = ranking_scores(ranking);

	for (uint64 i = 0; i < place->scores->count; i++)
	{
		uint32		cell = next[rows[i].number]++;

		check_at_times(i, check_for_interrupts);
		if (unlikely(cell > starts[rows[i].number] && listed[cell - 1].period == p))
		{
			report_duplicate(build, place->scores->row[i].entity, place->packed);
			return false;
		}
		listed[cell] = (ListedRank) {p, rows[i].rank};
		if (ranking->has_scores)
			scores[cell] = kept_score(place->scores, i);
	}
	return true;
}

/* Whether better ranks have lower scores: where all are level, nobody can tell. */
static bool
has_worse_scores(const RankedRow *rows, const ScoredPeriod *scores)
{
	for (uint64 i = 0; i < scores->count; i++)
		if (rows[i].rank > 1)
			return true;
	return false;
}

/* What the period says of its scores. */
static int32
kept_scores(const RankedRow *rows, const ScoredPeriod *scores)
{
	if (scores->sign == PUBLISHED)
		return scores_of_published(scores->field);
	return scores->sign < 0 && !has_worse_scores(rows, scores) ? 1 : scores->sign;
}

static void
place_standings(const RankingBuild *build, const ScoredPeriod *scores, uint32 *places)
{
	KeyedValue *pairs = allocate_huge(2 * scores->count * sizeof(KeyedValue) + 1);

	place_published(scores->row, build->ranked, scores->count, pairs, places,
					check_for_interrupts);
	pfree(pairs);
}

static bool
set_period(const RankingBuild *build, int32 p, uint64 places, PlanRanking *ranking, uint32 *next)
{
	const PeriodPlace *place = &build->places[p];
	const ScoredPeriod *scores = place->scores;
	const RankedRow *rows = numbers_of_period(build, place);

	CHECK_FOR_INTERRUPTS();
	if (scores->sign == PUBLISHED)
		place_standings(build, scores, ranking_places(ranking) + places);
	else
		rank_scores(scores->row, build->ranked, scores->count, build->words, build->more_words,
					ranking_places(ranking) + places, check_for_interrupts);
	ranking_periods(ranking)[p] = (RankingPeriod) {place->packed, scores->count,
	kept_scores(rows, scores)};
	return next == NULL ? set_tiles(build, rows, p, ranking)
		: list_ranks(build, rows, p, ranking, next);
}

/* The ranking of what there is so far; NULL after a soft error.  The state stays as it is. */
PlanRanking *
ranking_from_state(const RankingState *state, struct Node *escontext)
{
	RankingBuild build;
	PlanRanking *ranking;
	uint32	   *next = NULL;
	uint64		places = 0;
	bool		done = true;

	if (!begin_build(&build, state, escontext))
		return NULL;
	build.ranked = allocate_huge(build.most * sizeof(RankedRow) + 1);
	number_entities(&build);
	ranking = new_ranking(&build);
	if (!ranking->is_tiled)
	{
		next = allocate_huge((build.entities + 1) * sizeof(uint32));
		memcpy(next, ranking_starts(ranking), (build.entities + 1) * sizeof(uint32));
	}
	build.words = allocate_huge(build.most * sizeof(uint64) + 1);
	build.more_words = allocate_huge(build.most * sizeof(uint64) + 1);
	for (int32 p = 0; p < ranking->periods && done; p++)
	{
		done = set_period(&build, p, places, ranking, next);
		places += build.places[p].scores->count;
	}
	free_array(next);
	end_build(&build);
	return done ? ranking : NULL;
}
