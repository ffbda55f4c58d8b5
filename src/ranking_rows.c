/*
 * ranking_rows.c
 *		Returning rows about the entities of rankings.
 */
#include "postgres.h"

#include "period.h"
#include "ranking_rows.h"

/* The entity that an argument is; false where it was never ranked. */
bool
find_entity_argument(FunctionCallInfo fcinfo, int n, RankingReader *reader,
					 bool with_scores, RankedEntity *entity)
{
	KeyType		type = key_argument_type(fcinfo, n, "ranked entities");
	Key			key;
	int64		number;

	check_sought_key(reader->keys.kind, &type, "entities", "plan_ranking");
	key = key_from_datum(&type, PG_GETARG_DATUM(n));
	number = find_stored_key(&reader->keys, &key);
	if (number < 0)
		return false;
	*entity = read_entity(reader, number, with_scores);
	entity->key = key;
	return true;
}

int32
period_argument(FunctionCallInfo fcinfo, int n, RankingReader *reader)
{
	int64		packed = PG_GETARG_INT64(n);
	int32		number = number_of_period(reader->periods, reader->head.periods, packed);
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

/* A number of rows; no more than there can be. */
int64
count_argument(FunctionCallInfo fcinfo, int n, const char *what, int64 most)
{
	int64		count = PG_GETARG_INT64(n);

	if (count < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("number of %s must not be negative: " INT64_FORMAT, what, count)));
	return Min(count, most);
}

void
begin_entity_rows(FunctionCallInfo fcinfo, EntityRows *rows)
{
	begin_rows(fcinfo, &rows->sink);
	rows->type = key_column_type(TupleDescAttr(rows->sink.desc, 0)->atttypid);
}

/* The ranking whose entities are returned, all in the type of the column. */
void
open_ranking_of_rows(FunctionCallInfo fcinfo, const EntityRows *rows, RankingReader *reader)
{
	open_ranking(reader, PG_GETARG_DATUM(0));
	check_key_type(reader->keys.kind, &rows->type, "entities", "plan_ranking", NULL);
}

/* A key that is there for its type alone. */
void
check_key_is_null(FunctionCallInfo fcinfo, int n)
{
	if (n < PG_NARGS() && !PG_ARGISNULL(n))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("key must be null"),
				 errdetail("Its type is the type of the column \"entity\"."),
				 errhint("plan_rank_path() returns the history of one entity.")));
}

/*
 * Begin to return rows about the ranking that is the first argument; false, and no rows, where
 * an argument is NULL other than the key.
 */
bool
begin_ranking_rows(FunctionCallInfo fcinfo, EntityRows *rows, RankingReader *reader, int key)
{
	begin_entity_rows(fcinfo, rows);
	check_key_is_null(fcinfo, key);
	for (int i = 0; i < PG_NARGS(); i++)
		if (i != key && PG_ARGISNULL(i))
			return false;
	open_ranking_of_rows(fcinfo, rows, reader);
	return true;
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
