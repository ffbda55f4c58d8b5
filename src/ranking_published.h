/*
 * ranking_published.h
 *		Periods of rankings whose standings were published, as text and on the wire.
 */
#ifndef TNPLAN_RANKING_PUBLISHED_H
#define TNPLAN_RANKING_PUBLISHED_H

#include "libpq/pqformat.h"

#include "ranking_read.h"
#include "ranking_state.h"

extern void append_published_period(StringInfo buf, RankingReader *reader, int32 p);
extern PlanError read_published_period(const char **cursor, RankingState *state, int64 key);
extern void send_published_period(StringInfo buf, RankingReader *reader, int32 p);
extern void receive_published_period(StringInfo buf, RankingState *state, int64 key,
									 uint32 places, const Key *entities, int64 count);

#endif							/* TNPLAN_RANKING_PUBLISHED_H */
