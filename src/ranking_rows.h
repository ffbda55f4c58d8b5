/*
 * ranking_rows.h
 *		Returning rows about the entities of rankings.
 */
#ifndef TNPLAN_RANKING_ROWS_H
#define TNPLAN_RANKING_ROWS_H

#include "ranking_read.h"
#include "rows.h"

/* Rows whose first column is an entity. */
typedef struct EntityRows
{
	RowSink		sink;
	KeyType		type;			/* of the column */
} EntityRows;

extern bool find_entity_argument(FunctionCallInfo fcinfo, int n, RankingReader *reader,
								 bool with_scores, RankedEntity *entity);
extern int32 period_argument(FunctionCallInfo fcinfo, int n, RankingReader *reader);
extern int64 count_argument(FunctionCallInfo fcinfo, int n, const char *what, int64 most);

extern void begin_entity_rows(FunctionCallInfo fcinfo, EntityRows *rows);
extern void open_ranking_of_rows(FunctionCallInfo fcinfo, const EntityRows *rows,
								 RankingReader *reader);
extern bool begin_ranking_rows(FunctionCallInfo fcinfo, EntityRows *rows, RankingReader *reader,
							   int key);
extern void check_key_is_null(FunctionCallInfo fcinfo, int n);
extern Datum entity_datum(const EntityRows *rows, KeyKind kind, const Key *key);
extern void free_entity_datum(const EntityRows *rows, Datum datum);

/* Whether so many entities are better looked up in all keys than one by one. */
static inline bool
is_worth_all(RankingReader *reader, int64 entities)
{
	return entities > reader->head.entities / 64;
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
