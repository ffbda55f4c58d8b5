/*
 * ranking_rows.h
 *		Reading rankings, whole or in part, and returning rows about their entities.
 */
#ifndef TNPLAN_RANKING_ROWS_H
#define TNPLAN_RANKING_ROWS_H

#include "core/standing.h"
#include "ranking.h"
#include "rows.h"
#include "sliced.h"

/* Reading a part of a ranking, which is not fetched whole for the sake of one entity. */
typedef struct RankingReader
{
	SlicedValue value;
	PlanRanking head;
	const RankingPeriod *periods;
	KeyDictionary keys;
} RankingReader;

/* An entity with its cells. */
typedef struct RankedEntity
{
	Key			key;
	const RankCell *cells;
	int64		count;
} RankedEntity;

/* Rows whose first column is an entity. */
typedef struct EntityRows
{
	RowSink		sink;
	KeyType		type;			/* of the column */
} EntityRows;

extern void open_ranking(RankingReader *reader, Datum datum);
extern bool find_entity_argument(FunctionCallInfo fcinfo, int n, RankingReader *reader,
								 RankedEntity *entity);
extern int32 number_of_period(const RankingPeriod *periods, int32 count, int64 packed);
extern int32 period_argument(FunctionCallInfo fcinfo, int n, const PlanRanking *ranking);

extern void begin_entity_rows(FunctionCallInfo fcinfo, EntityRows *rows);
extern const PlanRanking *ranking_of_rows(FunctionCallInfo fcinfo, const EntityRows *rows);
extern const PlanRanking *begin_ranking_rows(FunctionCallInfo fcinfo, EntityRows *rows, int key);
extern Datum entity_datum(const EntityRows *rows, KeyKind kind, const Key *key);
extern void free_entity_datum(const EntityRows *rows, Datum datum);

/* An entity of a whole ranking, by number. */
static inline RankedEntity
numbered_entity(const PlanRanking *ranking, int64 number)
{
	KeyDictionary keys = ranking_keys(ranking);
	const uint32 *starts = ranking_starts(ranking);

	return (RankedEntity) {stored_key(&keys, number), ranking_cells(ranking) + starts[number],
		starts[number + 1] - starts[number]};
}

/* The cell of a period, or NULL. */
static inline const RankCell *
cell_of_period(const RankedEntity *entity, int32 periods, int32 period)
{
	int64		low = 0,
				high = entity->count;

	/* Most entities are in every period. */
	if (entity->count == periods)
		return &entity->cells[period];
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

static inline Datum
standing_datum(Standing standing)
{
	return Int64GetDatum(standing_pack(standing));
}

/* The change of the percentile; NULL where a field of one has none. */
static inline Datum
percentile_delta(Standing before, Standing after, bool *is_null)
{
	double		gain = 0.0;

	*is_null = standing_percentile_gain(before, after, &gain) != PLAN_OK;
	return Float8GetDatum(gain);
}

#endif							/* TNPLAN_RANKING_ROWS_H */
