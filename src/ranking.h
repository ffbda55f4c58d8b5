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
	int64		field;			/* how many were ranked */
} RankingPeriod;

/*
 * plan_ranking: a varlena of variable length.  After the head come
 *
 *		the periods, ascending
 *		the cells of the first entity by period, those of the second, ...
 *		where the cells of each entity begin, and where the last ones end, as uint32;
 *			0 behind them if that is an odd number of words
 *		the entities, a dictionary of keys (key_dictionary.h)
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
} PlanRanking;

#define DatumGetPlanRankingP(datum) plan_ranking_from_datum(datum)
#define PG_GETARG_PLAN_RANKING_P(n) DatumGetPlanRankingP(PG_GETARG_DATUM(n))

/* Where the parts begin. */
static inline size_t
ranking_cells_offset(const PlanRanking *ranking)
{
	return sizeof(PlanRanking) + ranking->periods * sizeof(RankingPeriod);
}

static inline size_t
ranking_starts_offset(const PlanRanking *ranking)
{
	return ranking_cells_offset(ranking) + ranking->cells * sizeof(RankCell);
}

static inline size_t
ranking_keys_offset(const PlanRanking *ranking)
{
	return ranking_starts_offset(ranking) + (ranking->entities + 2) / 2 * 2 * sizeof(uint32);
}

static inline RankingPeriod *
ranking_periods(const PlanRanking *ranking)
{
	return (RankingPeriod *) ((char *) ranking + sizeof(PlanRanking));
}

static inline RankCell *
ranking_cells(const PlanRanking *ranking)
{
	return (RankCell *) ((char *) ranking + ranking_cells_offset(ranking));
}

static inline uint32 *
ranking_starts(const PlanRanking *ranking)
{
	return (uint32 *) ((char *) ranking + ranking_starts_offset(ranking));
}

/* The entities of a whole ranking. */
static inline KeyDictionary
ranking_keys(const PlanRanking *ranking)
{
	return (KeyDictionary) {.kind = (KeyKind) ranking->kind,.count = ranking->entities,
		.whole = (const char *) ranking + ranking_keys_offset(ranking),.type = "plan_ranking"};
}

/* The places of each period from the best down. */
typedef struct RankOrder
{
	int64	   *first;			/* place of each period, and where the last ends */
	int64	   *entity;			/* by place */
	int32	   *level;			/* by place: how many share it; 0 where the one before does */
} RankOrder;

/* ranking.c */
extern const PlanRanking *plan_ranking_from_datum(Datum datum);
extern void check_ranking_head(const PlanRanking *head, size_t size);
extern int64 *first_places(const PlanRanking *ranking);
extern RankOrder ranking_order(const PlanRanking *ranking);

/* ranking_merge.c */
extern PlanRanking *merge_rankings(const PlanRanking *const *rankings, uint64 count);

#endif							/* TNPLAN_RANKING_H */
