/*
 * ranking_places.c
 *		The places of a ranking from the best down, with every way to number ties.
 */
#include "postgres.h"

#include <math.h>

#include "aggstate.h"
#include "ranking_rows.h"

/* Arguments of plan_ranks. */
#define PERIOD 1
#define COUNT 2
#define KEY 3

/* Places that are level with the last of the first so many, which may be the whole field. */
#define PLACES_BEHIND 64

/*
 * The first so many places of a period, and those behind them that are level with the last: how
 * many these are together.
 */
static const uint32 *
read_first_places(RankingReader *reader, int32 period, int64 count, int64 *with_level)
{
	int64		field = field_of_period(reader, period);
	int64		more = PLACES_BEHIND;
	const uint32 *places;

	for (;; more *= 4)
	{
		int64		end = Min(count + more, field);

		places = read_places(reader, period, 0, end);
		*with_level = count;
		while (*with_level < end && is_level_with_last(places[*with_level]))
			++*with_level;
		if (*with_level < end || end == field)
			return places;
	}
}

static void
return_place(EntityRows *rows, RankingReader *reader, int32 period, int64 number,
			 int32 rank, int32 dense, int32 last)
{
	Key			key = fetch_stored_key(&reader->keys, number);
	Datum		id = entity_datum(rows, reader->keys.kind, &key);
	double		score = read_score(reader, period, number);

	return_row(&rows->sink,
			   (Datum[]) {id, Int64GetDatum(reader->periods[period].period), Float8GetDatum(score),
				   Int32GetDatum(reader->periods[period].field), Int32GetDatum(rank),
				   Int32GetDatum(dense), Float8GetDatum(rank + (last - rank) / 2.0),
				   Int32GetDatum(last)},
			   (bool[8]) {false, false, isnan(score)});
	free_entity_datum(rows, id);
}

/* A published place has the edges of its standing, and no other number. */
static void
return_published_place(EntityRows *rows, RankingReader *reader, int32 period, int64 number)
{
	const RankingPeriod *published = &reader->periods[period];
	Key			key = fetch_stored_key(&reader->keys, number);
	Datum		id = entity_datum(rows, reader->keys.kind, &key);
	Standing	standing = read_standing(reader, period, number);
	int32		field = field_of_standings(published);

	return_row(&rows->sink,
			   (Datum[]) {id, Int64GetDatum(published->period), (Datum) 0, Int32GetDatum(field),
				   Int32GetDatum(standing.rank), (Datum) 0, (Datum) 0,
				   Int32GetDatum(standing_worst(standing))},
			   (bool[8]) {false, false, true, field == 0, false, true, true,
				   standing.last == NO_LAST_RANK});
	free_entity_datum(rows, id);
}

static void
return_published_places(EntityRows *rows, RankingReader *reader, int32 period, int64 count)
{
	const uint32 *places = read_places(reader, period, 0, count);

	for (int64 i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		return_published_place(rows, reader, period, entity_of_place(places[i]));
	}
}

/* The first so many places of a period. */
static void
return_places(EntityRows *rows, RankingReader *reader, int32 period, int64 count)
{
	int64		with_level;
	const uint32 *places = read_first_places(reader, period, count, &with_level);
	int32		dense = 0;
	int64		end;

	for (int64 begin = 0; begin < count; begin = end)
	{
		end = begin + 1;
		while (end < with_level && is_level_with_last(places[end]))
			end++;
		dense++;
		for (int64 i = begin; i < Min(end, count); i++)
		{
			CHECK_FOR_INTERRUPTS();
			return_place(rows, reader, period, entity_of_place(places[i]), begin + 1, dense, end);
		}
	}
}

/* (ranking [, period [, n [, key]]]): all periods, or all places, where these are NULL. */
PG_FUNCTION_INFO_V1(plan_ranks);
Datum
plan_ranks(PG_FUNCTION_ARGS)
{
	EntityRows	rows;
	RankingReader reader;
	int32		first = 0,
				end;
	int64		most = PG_INT64_MAX;
	int64		count = 0;

	begin_entity_rows(fcinfo, &rows);
	check_key_is_null(fcinfo, KEY);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	open_ranking_of_rows(fcinfo, &rows, &reader);
	end = reader.head.periods;
	if (!PG_ARGISNULL(PERIOD))
	{
		first = period_argument(fcinfo, PERIOD, &reader);
		end = first + 1;
	}
	if (!PG_ARGISNULL(COUNT))
		most = count_argument(fcinfo, COUNT, "places", most);
	for (int32 p = first; p < end; p++)
		count += Min(most, field_of_period(&reader, p));
	if (is_worth_all(&reader, count))
		fetch_ranking_up_to(&reader, RANKING_PLACES);
	expect_rows(fcinfo, &rows.sink, count);
	for (int32 p = first; p < end; p++)
	{
		int64		places = Min(most, field_of_period(&reader, p));

		if (is_published(&reader.periods[p]))
			return_published_places(&rows, &reader, p, places);
		else
			return_places(&rows, &reader, p, places);
	}
	PG_RETURN_NULL();
}
