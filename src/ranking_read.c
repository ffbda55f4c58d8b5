/*
 * ranking_read.c
 *		Reading rankings, whole or in part.
 */
#include "postgres.h"

#include <math.h>

#include "aggstate.h"
#include "pieces.h"
#include "ranking_read.h"

/* Some bytes of the ranking, from an offset that counts its header too. */
static inline const void *
ranking_part(RankingReader *reader, size_t offset, size_t size)
{
	return sliced_part(&reader->value, offset, size);
}

static const void *
ranking_key_part(void *reader, size_t offset, size_t size)
{
	RankingReader *ranking = reader;

	return sliced_peek(&ranking->value, ranking_keys_offset(&ranking->head) + offset, size);
}

/* Read the head alone; false where it is not that of a whole ranking. */
static bool
open_in_parts(RankingReader *reader, Datum datum)
{
	reader->whole = NULL;
	if (!begin_slices(&reader->value, datum, "plan_ranking"))
		return false;
	memcpy((char *) &reader->head + VARHDRSZ,
		   sliced_peek(&reader->value, VARHDRSZ, sizeof(PlanRanking) - VARHDRSZ),
		   sizeof(PlanRanking) - VARHDRSZ);
	if (reader->head.format & FORMAT_IN_PIECES)
		return false;
	check_ranking_head(&reader->head, reader->value.size);
	return true;
}

/* The periods, whose places must be as many as there are cells. */
static void
read_periods(RankingReader *reader)
{
	const PlanRanking *head = &reader->head;
	int64	   *first = allocate_huge((Size) (head->periods + 1) * sizeof(int64));

	reader->periods = ranking_part(reader, sizeof(PlanRanking),
								   head->periods * sizeof(RankingPeriod));
	first[0] = 0;
	reader->has_published = false;
	for (int32 p = 0; p < head->periods; p++)
	{
		if (reader->periods[p].field < 1 || reader->periods[p].field > head->entities)
			report_binary_error("plan_ranking");
		if (is_published(&reader->periods[p]))
		{
			if (!head->has_scores)
				report_binary_error("plan_ranking");
			reader->has_published = true;
		}
		first[p + 1] = first[p] + reader->periods[p].field;
	}
	if (first[head->periods] != head->cells)
		report_binary_error("plan_ranking");
	reader->first = first;
}

static void
read_keys(RankingReader *reader)
{
	reader->keys = ranking_keys(reader->whole != NULL ? reader->whole : &reader->head);
	if (reader->whole != NULL)
	{
		if (!key_dictionary_is_readable(&reader->keys, reader->head.keys_size))
			report_binary_error("plan_ranking");
		return;
	}
	reader->keys.whole = NULL;
	reader->keys.part = ranking_key_part;
	reader->keys.source = reader;
}

/* Read a ranking that is there as a whole. */
void
use_ranking(RankingReader *reader, const PlanRanking *ranking)
{
	memset(&reader->value, 0, sizeof(reader->value));
	reader->value.type = "plan_ranking";
	set_whole(&reader->value, ranking);
	reader->whole = ranking;
	reader->head = *ranking;
	read_periods(reader);
	read_keys(reader);
}

/* Read a ranking in parts, if it can be. */
void
open_ranking(RankingReader *reader, Datum datum)
{
	if (!open_in_parts(reader, datum))
	{
		use_ranking(reader, DatumGetPlanRankingP(datum));
		return;
	}
	read_periods(reader);
	read_keys(reader);
}

/* Fetch what was to be read in parts, up to one. */
void
fetch_ranking_up_to(RankingReader *reader, RankingPart part)
{
	size_t		end = ranking_size(&reader->head);
	struct varlena *slice;

	if (reader->whole != NULL)
		return;
	/* Edges of bands are there. */
	if (part == RANKING_RANKS && reader->has_published)
		part = RANKING_SCORES;
	if (part == RANKING_RANKS)
		end = ranking_scores_offset(&reader->head);
	else if (part == RANKING_SCORES)
		end = ranking_places_offset(&reader->head);
	slice = detoast_huge_up_to(reader->value.datum, end);
	if (VARSIZE(slice) < end)
		report_binary_error("plan_ranking");
	reader->whole = (const PlanRanking *) slice;
	set_whole(&reader->value, slice);
	read_keys(reader);
}

void
open_ranking_up_to(RankingReader *reader, Datum datum, RankingPart part)
{
	open_ranking(reader, datum);
	fetch_ranking_up_to(reader, part);
}

/*
 * Entities.
 */

static inline bool
is_rank(RankingReader *reader, int32 period, int32 rank)
{
	return rank >= 1 && (rank <= reader->periods[period].field ||
						 is_published(&reader->periods[period]));
}

/* The cells of an entity of a tile that begins there, as its scores do if they are wanted. */
static inline int64
cells_of_tile(RankingReader *reader, const int32 *tile, const double *scores, int64 width,
			  int64 in_tile, RankCell *cells)
{
	int64		count = 0;

	for (int32 p = 0; p < reader->head.periods; p++)
	{
		int64		slot = p * width + in_tile;

		if (tile[slot] == 0)
			continue;
		if (unlikely(!is_rank(reader, p, tile[slot])))
			report_binary_error("plan_ranking");
		cells[count++] = (RankCell) {p, tile[slot], scores != NULL ? scores[slot] : NAN};
	}
	return count;
}

/* See that an entity has as many cells as there may be, and where there are any. */
static inline void
check_starts(RankingReader *reader, const uint32 *starts)
{
	if (unlikely(starts[0] > starts[1] || starts[1] > reader->head.cells ||
				 starts[1] - starts[0] > reader->head.periods))
		report_binary_error("plan_ranking");
}

/* The cells that are listed. */
static inline void
cells_of_list(RankingReader *reader, const ListedRank *listed, const double *scores,
			  int64 count, RankCell *cells)
{
	for (int64 i = 0; i < count; i++)
	{
		if (unlikely(listed[i].period < (i > 0 ? listed[i - 1].period + 1 : 0) ||
					 listed[i].period >= reader->head.periods ||
					 !is_rank(reader, listed[i].period, listed[i].rank)))
			report_binary_error("plan_ranking");
		cells[i] = (RankCell) {listed[i].period, listed[i].rank, scores != NULL ? scores[i] : NAN};
	}
}

/* Some of the scores, from a slot; NULL where there are none, or they are not wanted. */
static const double *
scores_part(RankingReader *reader, int64 slot, int64 count, bool wanted)
{
	if ((!wanted && !reader->has_published) || !reader->head.has_scores)
		return NULL;
	return ranking_part(reader, ranking_scores_offset(&reader->head) + slot * sizeof(double),
						count * sizeof(double));
}

static RankCell *
new_cells(RankingReader *reader)
{
	return allocate_huge((Size) reader->head.periods * sizeof(RankCell) + 1);
}

/* One entity of a ranking that may be read in parts. */
RankedEntity
read_entity(RankingReader *reader, int64 number, bool with_scores)
{
	const PlanRanking *head = &reader->head;
	RankCell   *cells = new_cells(reader);
	RankedEntity entity = {.cells = cells};

	if (head->is_tiled)
	{
		int64		first = first_of_tile(head, number);
		int64		width = width_of_tile(head, first);
		int64		slot = first * head->periods;
		int64		count = width * head->periods;
		const int32 *tile = ranking_part(reader, ranking_ranks_offset(head) + slot * sizeof(int32),
										 count * sizeof(int32));

		entity.count = cells_of_tile(reader, tile, scores_part(reader, slot, count, with_scores),
									 width, number - first, cells);
	}
	else
	{
		const uint32 *starts = sliced_peek(&reader->value, ranking_ranks_offset(head) +
										   number * sizeof(uint32), 2 * sizeof(uint32));

		check_starts(reader, starts);
		entity.count = starts[1] - starts[0];
		cells_of_list(reader, ranking_part(reader, ranking_listed_offset(head) +
										   starts[0] * sizeof(ListedRank),
										   entity.count * sizeof(ListedRank)),
					  scores_part(reader, starts[0], entity.count, with_scores),
					  entity.count, cells);
	}
	return entity;
}

void
begin_entity_scan(EntityScan *scan, RankingReader *reader, bool with_scores)
{
	*scan = (EntityScan) {reader,
		(with_scores || reader->has_published) && reader->head.has_scores, new_cells(reader)};
}

/* An entity of a ranking of which the ranks, and the scores if need be, have been fetched. */
RankedEntity
scan_entity(EntityScan *scan, int64 number)
{
	RankingReader *reader = scan->reader;
	const PlanRanking *whole = reader->whole;
	const double *scores = scan->has_scores ? ranking_scores(whole) : NULL;
	RankedEntity entity = {.key = stored_key(&reader->keys, number),.cells = scan->cells};

	if (whole->is_tiled)
	{
		int64		first = first_of_tile(whole, number);
		int64		slot = first * whole->periods;

		entity.count = cells_of_tile(reader, ranking_tiles(whole) + slot,
									 scores != NULL ? scores + slot : NULL,
									 width_of_tile(whole, first), number - first, scan->cells);
	}
	else
	{
		const uint32 *starts = ranking_starts(whole) + number;

		check_starts(reader, starts);
		entity.count = starts[1] - starts[0];
		cells_of_list(reader, ranking_listed(whole) + starts[0],
					  scores != NULL ? scores + starts[0] : NULL, entity.count, scan->cells);
	}
	return entity;
}

/* The cell that is listed at a place, until the call after the next. */
static inline const ListedRank *
listed_at(RankingReader *reader, int64 place)
{
	return sliced_peek(&reader->value,
					   ranking_listed_offset(&reader->head) + place * sizeof(ListedRank),
					   sizeof(ListedRank));
}

/* Where the cell of an entity in a period is listed, or -1. */
static int64
find_listed(RankingReader *reader, int32 period, int64 number)
{
	const uint32 *starts = sliced_peek(&reader->value, ranking_ranks_offset(&reader->head) +
									   number * sizeof(uint32), 2 * sizeof(uint32));
	int64		low = starts[0],
				high = starts[1];
	int64		end = high;

	check_starts(reader, starts);
	while (low < high)
	{
		int64		middle = low + (high - low) / 2;

		if (listed_at(reader, middle)->period < period)
			low = middle + 1;
		else
			high = middle;
	}
	return low < end && listed_at(reader, low)->period == period ? low : -1;
}

/* Where the rank and the score of an entity in a period are, or -1 where it is not listed. */
static inline int64
find_slot(RankingReader *reader, int32 period, int64 number)
{
	const PlanRanking *head = &reader->head;
	int64		first = first_of_tile(head, number);

	if (!head->is_tiled)
		return find_listed(reader, period, number);
	return first * head->periods + period * width_of_tile(head, first) + number - first;
}

static inline double
score_at(RankingReader *reader, int64 slot)
{
	return *(const double *) sliced_peek(&reader->value, ranking_scores_offset(&reader->head) +
										 slot * sizeof(double), sizeof(double));
}

static inline int32
rank_at(RankingReader *reader, int64 slot)
{
	if (!reader->head.is_tiled)
		return listed_at(reader, slot)->rank;
	return *(const int32 *) sliced_peek(&reader->value, ranking_ranks_offset(&reader->head) +
										slot * sizeof(int32), sizeof(int32));
}

/* The published standing of an entity that is known to have a place. */
Standing
read_standing(RankingReader *reader, int32 period, int64 number)
{
	int64		slot = find_slot(reader, period, number);
	RankCell	cell = {.period = period};

	if (slot < 0)
		report_binary_error("plan_ranking");
	cell.rank = rank_at(reader, slot);
	cell.score = score_at(reader, slot);
	if (cell.rank < 1)
		report_binary_error("plan_ranking");
	return standing_of_cell(&reader->periods[period], &cell);
}

/*
 * The score of an entity that is known to have a place; NaN where there is none.  It takes no
 * memory: there is a call for each place.
 */
double
read_score(RankingReader *reader, int32 period, int64 number)
{
	const PlanRanking *head = &reader->head;
	int64		slot;
	double		score;

	if (reader->periods[period].scores == 0 || is_published(&reader->periods[period]) ||
		!head->has_scores || (slot = find_slot(reader, period, number)) < 0)
		return NAN;
	score = score_at(reader, slot);
	if (unlikely(isinf(score)))
		report_binary_error("plan_ranking");
	return score;
}

/*
 * Periods.
 */

/* Some places of a period, from the best down; the first is not level with one before. */
const uint32 *
read_places(RankingReader *reader, int32 period, int64 from, int64 count)
{
	const uint32 *places = ranking_part(reader, ranking_places_offset(&reader->head) +
										(reader->first[period] + from) * sizeof(uint32),
										count * sizeof(uint32));

	for (int64 i = 0; i < count; i++)
		if (unlikely(entity_of_place(places[i]) >= reader->head.entities))
			report_binary_error("plan_ranking");
	return places;
}

/* The ranks, or better edges of bands, of a period by entity; 0 of those that have none. */
int32 *
read_ranks(RankingReader *reader, int32 period)
{
	int64		field = field_of_period(reader, period);
	const uint32 *places;
	int32	   *ranks = allocate_huge_zero(CurrentMemoryContext,
										   reader->head.entities * sizeof(int32) + 1);
	int32		rank = 1;

	if (is_published(&reader->periods[period]))
		fetch_ranking_up_to(reader, RANKING_PLACES);
	places = read_places(reader, period, 0, field);
	if (is_published(&reader->periods[period]))
	{
		for (int64 i = 0; i < field; i++)
		{
			int64		entity = entity_of_place(places[i]);

			CHECK_FOR_INTERRUPTS();
			ranks[entity] = read_standing(reader, period, entity).rank;
		}
		return ranks;
	}
	for (int64 i = 0; i < field; i++)
	{
		if (!is_level_with_last(places[i]))
			rank = i + 1;
		ranks[entity_of_place(places[i])] = rank;
	}
	return ranks;
}

/* The worse edges of bands by entity; the ranks where there are none. */
int32 *
read_worst_ranks(RankingReader *reader, int32 period, const int32 *ranks)
{
	Size		size = reader->head.entities * sizeof(int32);
	int32	   *worst = allocate_huge(size + 1);

	memcpy(worst, ranks, size);
	if (!is_published(&reader->periods[period]))
		return worst;
	for (int64 i = 0; i < reader->head.entities; i++)
		if (ranks[i] != 0)
			worst[i] = standing_worst(read_standing(reader, period, i));
	return worst;
}

/* A period by its number, or -1. */
int32
number_of_period(const RankingPeriod *periods, int32 count, int64 packed)
{
	int32		low = 0,
				high = count;

	while (low < high)
	{
		int32		middle = low + (high - low) / 2;

		if (periods[middle].period < packed)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && periods[low].period == packed ? low : -1;
}
