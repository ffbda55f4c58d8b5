/*
 * ranking_rows.c
 *		Reading rankings, whole or in part, and returning rows about their entities.
 */
#include "postgres.h"

#include "utils/builtins.h"

#include "period.h"
#include "pieces.h"
#include "ranking_rows.h"

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

void
open_ranking(RankingReader *reader, Datum datum)
{
	const PlanRanking *whole = NULL;

	memset(reader, 0, sizeof(*reader));
	if (!open_in_parts(reader, datum))
	{
		whole = DatumGetPlanRankingP(datum);
		set_whole(&reader->value, whole);
		reader->head = *whole;
	}
	reader->periods = sliced_part(&reader->value, sizeof(PlanRanking),
								  reader->head.periods * sizeof(RankingPeriod));
	reader->keys = ranking_keys(whole != NULL ? whole : &reader->head);
	if (whole == NULL)
	{
		reader->keys.whole = NULL;
		reader->keys.part = ranking_key_part;
		reader->keys.source = reader;
	}
}

/* The entity that an argument is; false where it was never ranked. */
bool
find_entity_argument(FunctionCallInfo fcinfo, int n, RankingReader *reader,
					 RankedEntity *entity)
{
	KeyType		type = key_argument_type(fcinfo, n, "ranked entities");
	const uint32 *starts;
	int64		number;

	check_sought_key(reader->keys.kind, &type, "entities", "plan_ranking");
	entity->key = key_from_datum(&type, PG_GETARG_DATUM(n));
	number = find_stored_key(&reader->keys, &entity->key);
	if (number < 0)
		return false;
	starts = sliced_peek(&reader->value,
						 ranking_starts_offset(&reader->head) + number * sizeof(uint32),
						 2 * sizeof(uint32));
	entity->count = (int64) starts[1] - starts[0];
	if (entity->count < 0 || entity->count > reader->head.periods)
		report_binary_error("plan_ranking");
	entity->cells = sliced_part(&reader->value, ranking_cells_offset(&reader->head) +
								starts[0] * sizeof(RankCell), entity->count * sizeof(RankCell));
	return true;
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

int32
period_argument(FunctionCallInfo fcinfo, int n, const PlanRanking *ranking)
{
	int64		packed = PG_GETARG_INT64(n);
	int32		number = number_of_period(ranking_periods(ranking), ranking->periods, packed);
	char		text[PERIOD_TEXT_SIZE];

	if (number >= 0)
		return number;
	period_write(text, period_unpack(packed));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("period %s is not in the ranking", text),
			 errhint("plan_ranking_periods() lists the periods of a ranking.")));
	return -1;					/* not reached */
}

/*
 * Rows.
 */

void
begin_entity_rows(FunctionCallInfo fcinfo, EntityRows *rows)
{
	begin_rows(fcinfo, &rows->sink);
	rows->type = key_column_type(TupleDescAttr(rows->sink.desc, 0)->atttypid);
}

/* The ranking whose entities are returned, all in the type of the column. */
const PlanRanking *
ranking_of_rows(FunctionCallInfo fcinfo, const EntityRows *rows)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);

	check_key_type(ranking->kind, &rows->type, "entities", "plan_ranking");
	return ranking;
}

static void
check_key_is_null(FunctionCallInfo fcinfo, int n)
{
	if (!PG_ARGISNULL(n))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("key must be null"),
				 errdetail("Its type is the type of the column \"entity\"."),
				 errhint("plan_rank_path() returns the history of one entity.")));
}

/*
 * Begin to return rows about the ranking that is the first argument; NULL, and no rows,
 * where an argument is NULL.  The key, if the function has one, must be: it is there for
 * its type alone.
 */
const PlanRanking *
begin_ranking_rows(FunctionCallInfo fcinfo, EntityRows *rows, int key)
{
	begin_entity_rows(fcinfo, rows);
	for (int i = 0; i < PG_NARGS(); i++)
		if (i == key)
			check_key_is_null(fcinfo, key);
		else if (PG_ARGISNULL(i))
			return NULL;
	return ranking_of_rows(fcinfo, rows);
}

Datum
entity_datum(const EntityRows *rows, KeyKind kind, const Key *key)
{
	return key_datum(kind, key, &rows->type);
}

void
free_entity_datum(const EntityRows *rows, Datum datum)
{
	if (rows->type.kind != KEYS_NUMBER)
		pfree(DatumGetPointer(datum));
}
