/*
 * ranking.h
 *		plan_ranking as it is stored.
 */
#ifndef TNPLAN_RANKING_H
#define TNPLAN_RANKING_H

#include "core/ranking.h"
#include "key_dictionary.h"
#include "type.h"

#define RANKING_VERSION 1

typedef struct RankingPeriod
{
	int64		period;			/* packed */
	int32		field;			/* how many places there are */
	int32		scores;			/* 0 none; 1, or -1 where those of better ranks are lower; or
								 * what scores_of_published() makes of the field */
} RankingPeriod;

/* The field that publishers tell of is below this, so that both fit a number. */
#define MAX_PUBLISHED_FIELD (PG_INT32_MAX - 1)

static inline int32
scores_of_published(int32 field)
{
	return -2 - field;
}

static inline bool
is_published(const RankingPeriod *period)
{
	return period->scores <= -2;
}

/* How many were ranked; 0 where the publisher did not say. */
static inline int32
field_of_standings(const RankingPeriod *period)
{
	return is_published(period) ? -2 - period->scores : period->field;
}

/*
 * plan_ranking: a varlena of variable length.  After the head come
 *
 *		the periods, ascending
 *		the ranks, as described below
 *		the entities, a dictionary of keys (key_dictionary.h), to a multiple of 8 bytes
 *		the scores, a float8 for each of the ranks; none where no period has any
 *		the places of each period from the best down, a uint32 each: the number of the entity,
 *			and LEVEL_WITH_LAST; entities that are level by number
 *
 * so that one entity, one period, the first places of one, and all ranks without scores can each
 * be read by themselves, and whoever reads all entities does not read the places.
 *
 * Where most entities are in most periods, ranks are in tiles: those of so many entities in the
 * first period, those of the same in the second, ...; then the next so many entities.  A rank is
 * an int32 from 1, the best, where equal scores share the best rank (1224); 0 where there is none.
 *
 * Else they are listed: where the cells of each entity begin, and where the last ones end, as
 * uint32, to a multiple of 8 bytes; then the cells of the first entity by period, those of the
 * second, ...
 *
 * In a period whose standings were published, ranks are as they were printed: any numbers from 1,
 * as lists may be partial.  In the place of scores stand the other edges of bands, whole numbers
 * as float8: the rank itself where there is no band, and NO_LAST_RANK where the band is open.
 * Entities are level where both edges are the same.
 *
 * A value in pieces (pieces.h) has whole rankings one after another instead.
 */
typedef struct PlanRanking
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* RANKING_VERSION, with the flag of pieces.h */
	int32		kind;			/* a KeyKind; KEYS_NONE where there are no entities */
	int32		periods;
	int64		entities;
	int64		cells;
	int64		keys_size;
	int32		is_tiled;
	int32		has_scores;
} PlanRanking;

/* A rank that is listed. */
typedef struct ListedRank
{
	int32		period;			/* by number from 0 */
	int32		rank;
} ListedRank;

/* A place of an entity, as it is read from either form. */
typedef struct RankCell
{
	int32		period;			/* by number from 0 */
	int32		rank;
	double		score;			/* NaN where there is none; or the other edge of a band */
} RankCell;

#define DatumGetPlanRankingP(datum) plan_ranking_from_datum(datum)
#define PG_GETARG_PLAN_RANKING_P(n) DatumGetPlanRankingP(PG_GETARG_DATUM(n))

/* Tiles have at most so many entities, and so many ranks unless there are more periods. */
#define MAX_TILE_WIDTH 32
#define MAX_TILE_RANKS 2048

/* How many entities a tile has, but the last: a power of two. */
static inline int64
ranking_tile_width(int32 periods)
{
	int64		width = MAX_TILE_WIDTH;

	while (width > 1 && width * periods > MAX_TILE_RANKS)
		width /= 2;
	return width;
}

/* Whether so many ranks are worth tiles: no more than if they were listed. */
static inline bool
is_worth_tiles(int64 entities, int64 periods, int64 cells)
{
	return entities * periods <= 2 * cells;
}

/* The first of the tile that has an entity; tiles begin at a multiple of their width. */
static inline int64
first_of_tile(const PlanRanking *head, int64 entity)
{
	return entity & ~(ranking_tile_width(head->periods) - 1);
}

static inline int64
width_of_tile(const PlanRanking *head, int64 first)
{
	return Min(ranking_tile_width(head->periods), head->entities - first);
}

/* How many ranks there is room for. */
static inline int64
ranking_slots(const PlanRanking *head)
{
	return head->is_tiled ? head->entities * head->periods : head->cells;
}

/* Where the parts begin. */
static inline size_t
ranking_ranks_offset(const PlanRanking *head)
{
	return sizeof(PlanRanking) + head->periods * sizeof(RankingPeriod);
}

static inline size_t
ranking_listed_offset(const PlanRanking *head)
{
	return ranking_ranks_offset(head) + (head->entities + 2) / 2 * 2 * sizeof(uint32);
}

static inline size_t
ranking_keys_offset(const PlanRanking *head)
{
	if (head->is_tiled)
		return ranking_ranks_offset(head) + TYPEALIGN(8, ranking_slots(head) * sizeof(int32));
	return ranking_listed_offset(head) + head->cells * sizeof(ListedRank);
}

static inline size_t
ranking_scores_offset(const PlanRanking *head)
{
	return ranking_keys_offset(head) + TYPEALIGN(8, head->keys_size);
}

static inline size_t
ranking_places_offset(const PlanRanking *head)
{
	return ranking_scores_offset(head) +
		(head->has_scores ? ranking_slots(head) * sizeof(double) : 0);
}

static inline size_t
ranking_size(const PlanRanking *head)
{
	return ranking_places_offset(head) + head->cells * sizeof(uint32);
}

/* The parts of a whole ranking. */
static inline RankingPeriod *
ranking_periods(const PlanRanking *ranking)
{
	return (RankingPeriod *) ((char *) ranking + sizeof(PlanRanking));
}

static inline int32 *
ranking_tiles(const PlanRanking *ranking)
{
	return (int32 *) ((char *) ranking + ranking_ranks_offset(ranking));
}

static inline uint32 *
ranking_starts(const PlanRanking *ranking)
{
	return (uint32 *) ((char *) ranking + ranking_ranks_offset(ranking));
}

static inline ListedRank *
ranking_listed(const PlanRanking *ranking)
{
	return (ListedRank *) ((char *) ranking + ranking_listed_offset(ranking));
}

static inline double *
ranking_scores(const PlanRanking *ranking)
{
	return (double *) ((char *) ranking + ranking_scores_offset(ranking));
}

static inline uint32 *
ranking_places(const PlanRanking *ranking)
{
	return (uint32 *) ((char *) ranking + ranking_places_offset(ranking));
}

static inline KeyDictionary
ranking_keys(const PlanRanking *ranking)
{
	return (KeyDictionary) {.kind = (KeyKind) ranking->kind,.count = ranking->entities,
		.whole = (const char *) ranking + ranking_keys_offset(ranking),.type = "plan_ranking"};
}

/* ranking.c */
extern const PlanRanking *plan_ranking_from_datum(Datum datum);
extern void check_ranking_head(const PlanRanking *head, size_t size);

/* ranking_merge.c */
extern PlanRanking *merge_rankings(const PlanRanking *const *rankings, uint64 count);

#endif							/* TNPLAN_RANKING_H */
