/*
 * ranking_read.h
 *		Reading rankings, whole or in part.
 */
#ifndef TNPLAN_RANKING_READ_H
#define TNPLAN_RANKING_READ_H

#include "core/standing.h"
#include "ranking.h"
#include "sliced.h"

/* A ranking is not fetched whole for the sake of one entity or one period. */
typedef struct RankingReader
{
	SlicedValue value;
	const PlanRanking *whole;	/* as much of it as was asked for; NULL where parts are fetched */
	PlanRanking head;
	const RankingPeriod *periods;
	const int64 *first;			/* among the places, of each period; and where the last ends */
	KeyDictionary keys;
	bool		has_published;		/* standings of some period are as they were published */
} RankingReader;

/* How much of a ranking to fetch. */
typedef enum RankingPart
{
	RANKING_RANKS,				/* and keys */
	RANKING_SCORES,
	RANKING_PLACES				/* all */
} RankingPart;

/* An entity with its cells. */
typedef struct RankedEntity
{
	Key			key;
	const RankCell *cells;
	int64		count;
} RankedEntity;

/* All entities, one after another. */
typedef struct EntityScan
{
	RankingReader *reader;
	bool		has_scores;		/* and they are wanted */
	RankCell   *cells;			/* of the last entity */
} EntityScan;

extern void open_ranking(RankingReader *reader, Datum datum);
extern void open_ranking_up_to(RankingReader *reader, Datum datum, RankingPart part);
extern void fetch_ranking_up_to(RankingReader *reader, RankingPart part);
extern void use_ranking(RankingReader *reader, const PlanRanking *ranking);

extern RankedEntity read_entity(RankingReader *reader, int64 number, bool with_scores);
extern const uint32 *read_places(RankingReader *reader, int32 period, int64 from,
								 int64 count);
extern int32 *read_ranks(RankingReader *reader, int32 period);
extern int32 *read_worst_ranks(RankingReader *reader, int32 period, const int32 *ranks);
extern Standing read_standing(RankingReader *reader, int32 period, int64 number);
extern double read_score(RankingReader *reader, int32 period, int64 entity);

extern void begin_entity_scan(EntityScan *scan, RankingReader *reader, bool with_scores);
extern RankedEntity scan_entity(EntityScan *scan, int64 number);

extern int32 number_of_period(const RankingPeriod *periods, int32 count, int64 packed);

/* The cell of a period, or NULL. */
static inline const RankCell *
cell_of_period(const RankedEntity *entity, int32 period)
{
	int64		low = 0,
				high = entity->count;

	while (low < high)
	{
		int64		middle = low + (high - low) / 2;

		if (entity->cells[middle].period < period)
			low = middle + 1;
		else
			high = middle;
	}
	return low < entity->count && entity->cells[low].period == period ? &entity->cells[low] : NULL;
}

/* The standing that was published. */
static inline Standing
published_standing(const RankingPeriod *period, const RankCell *cell)
{
	int32		field = field_of_standings(period);
	int32		last;

	/* Not a number fails too. */
	if (unlikely(!(cell->score >= cell->rank && cell->score <= NO_LAST_RANK)))
		report_binary_error("plan_ranking");
	last = (int32) cell->score;
	if (unlikely(last != cell->score || (field != 0 && cell->rank > field)))
		report_binary_error("plan_ranking");
	if (last != cell->rank)
		return (Standing) {cell->rank, 0, last};
	return (Standing) {cell->rank, field, 0};
}

static inline Standing
standing_of_cell(const RankingPeriod *period, const RankCell *cell)
{
	if (unlikely(is_published(period)))
		return published_standing(period, cell);
	return (Standing) {cell->rank, period->field, 0};
}

/* As the rows of a state have it. */
static inline int64
published_of_cell(const RankCell *cell)
{
	if (unlikely(!(cell->score >= cell->rank && cell->score <= NO_LAST_RANK)))
		report_binary_error("plan_ranking");
	return published_pack(cell->rank, (int32) cell->score);
}

/* How many places a period has. */
static inline int64
field_of_period(RankingReader *reader, int32 period)
{
	return reader->periods[period].field;
}

#endif							/* TNPLAN_RANKING_READ_H */
