/*
 * rank.c
 *		Window functions on ranks within periods: who moved since the last one.
 *
 * The window is ordered by the period, and within it by the score, which is an argument
 * too: a window function does not see what its window is ordered by, and would rank a
 * missing score.  Ranks are competition ranks (1224).  One pass does it: a table of the
 * entities remembers each one's rank in the last period in which it was ranked, and takes
 * memory by the number of entities and periods, not of rows.
 */
#include "postgres.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "nodes/nodeFuncs.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/fmgroids.h"
#include "utils/float.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/typcache.h"
#include "windowapi.h"

#include "hashkey.h"
#include "type.h"

/* Arguments: entity, period and score, or the last two alone. */
#define ENTITY 0
#define PERIOD (PG_NARGS() - 2)
#define SCORE (PG_NARGS() - 1)

/* How to copy, hash and compare values of one type. */
typedef struct ValueType
{
	FmgrInfo	hash;
	FmgrInfo	equal;
	Oid			oid;
	Oid			collation;
	int16		length;
	bool		by_value;
	bool		is_int64;		/* equal when they are the same word */
	bool		takes_seed;		/* the hash function does */
} ValueType;

typedef struct RankedValue
{
	Datum		value;
	uint32		hash;
	char		status;
	int32		period;			/* the last one it was ranked in, by number from 1 */
	int64		rank;			/* there; 0 where there was none */
} RankedValue;

#define SH_PREFIX ranked
#define SH_ELEMENT_TYPE RankedValue
#define SH_KEY_TYPE Datum
#define SH_KEY value
#define SH_HASH_KEY(tb, key) hash_value(tb->private_data, key)
#define SH_EQUAL(tb, a, b) equal_values(tb->private_data, a, b)
#define SH_STORE_HASH
#define SH_GET_HASH(tb, entry) (entry)->hash
#define SH_SCOPE static inline
#define SH_DECLARE
#define SH_DEFINE

/* The hash functions of 64-bit integers fold them to 32 bits before any seed comes in. */
static inline uint32
hash_value(ValueType *type, Datum value)
{
	const HashKey *key = process_hash_key();

	if (type->is_int64)
		return hash_numbers(key, (uint64) DatumGetInt64(value), 0) >> 32;
	if (type->takes_seed)
		return murmurhash32((uint32) DatumGetUInt64(FunctionCall2Coll(&type->hash, type->collation,
																	  value,
																	  UInt64GetDatum(key->first))));
	return murmurhash32(DatumGetUInt32(FunctionCall1Coll(&type->hash, type->collation, value)));
}

static inline bool
equal_values(ValueType *type, Datum a, Datum b)
{
	return DatumGetBool(FunctionCall2Coll(&type->equal, type->collation, a, b));
}

#include "lib/simplehash.h"

/* What is known of the rows of a partition so far. */
typedef struct RankScan
{
	MemoryContext context;		/* of the partition; NULL before its first row */
	ValueType	period_type;
	ValueType	entity_type;
	ranked_hash *periods;
	ranked_hash *entities;
	bool		has_period;		/* some row had one */
	Datum		period;			/* of the last row that had one */
	bool		ties;			/* all rows since that one are its peers */
	int32		period_number;	/* of those with a score, from 1; 0 before the first */
	int64		ranked;			/* rows with a score in the period */
	double		score;			/* of the last one, and its rank */
	int64		rank;
	int			direction;		/* 1 where scores rise, -1 where they fall, 0 so far unknown */
	int64		previous_rank;	/* of the entity of this row; 0 where there was none */
} RankScan;

/* The collation of an argument by itself: the call has but one for all of them. */
static Oid
argument_collation(FunctionCallInfo fcinfo, int n)
{
	const WindowFunc *call = castNode(WindowFunc, fcinfo->flinfo->fn_expr);

	return exprCollation(list_nth(call->args, n));
}

static void
init_value_type(ValueType *type, FunctionCallInfo fcinfo, int n, MemoryContext context)
{
	TypeCacheEntry *cached;

	type->oid = get_fn_expr_argtype(fcinfo->flinfo, n);
	cached = lookup_type_cache(type->oid, TYPECACHE_HASH_PROC | TYPECACHE_HASH_EXTENDED_PROC |
							   TYPECACHE_EQ_OPR_FINFO);
	if (!OidIsValid(cached->hash_proc) || !OidIsValid(cached->eq_opr_finfo.fn_oid))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_FUNCTION),
				 errmsg("could not identify a hash function for type %s",
						format_type_be(type->oid))));
	type->takes_seed = OidIsValid(cached->hash_extended_proc);
	fmgr_info_cxt(type->takes_seed ? cached->hash_extended_proc : cached->hash_proc, &type->hash,
				  context);
	fmgr_info_cxt(cached->eq_opr_finfo.fn_oid, &type->equal, context);
	type->is_int64 = type->equal.fn_oid == F_INT8EQ || type->equal.fn_oid == F_TIMESTAMP_EQ ||
		type->equal.fn_oid == F_TIMESTAMPTZ_EQ;
	type->collation = argument_collation(fcinfo, n);
	type->length = cached->typlen;
	type->by_value = cached->typbyval;
}

/* The scan of this partition.  Its memory goes with the partition. */
static RankScan *
scan_of_partition(FunctionCallInfo fcinfo, WindowObject window)
{
	RankScan   *scan = WinGetPartitionLocalMemory(window, sizeof(RankScan));
	int			period = PERIOD;

	if (scan->context != NULL)
		return scan;
	scan->context = GetMemoryChunkContext(scan);
	init_value_type(&scan->period_type, fcinfo, period, scan->context);
	scan->periods = ranked_create(scan->context, 16, &scan->period_type);
	if (period > ENTITY)
	{
		init_value_type(&scan->entity_type, fcinfo, ENTITY, scan->context);
		scan->entities = ranked_create(scan->context, 64, &scan->entity_type);
	}
	return scan;
}

static char *
value_as_text(const ValueType *type, Datum value)
{
	Oid			output;
	bool		is_varlena;
	const char *text;

	getTypeOutputInfo(type->oid, &output, &is_varlena);
	text = OidOutputFunctionCall(output, value);
	return shown_text(text, strlen(text));
}

/* The entry of a value that hashes so, with a copy of it when it is new. */
static RankedValue *
find_or_keep(RankScan *scan, ranked_hash *table, Datum value, uint32 hash, bool *found)
{
	ValueType  *type = table->private_data;
	RankedValue *entry = ranked_insert_hash(table, value, hash, found);
	MemoryContext old;

	if (*found)
		return entry;
	old = MemoryContextSwitchTo(scan->context);
	entry->value = datumCopy(value, type->by_value, type->length);
	MemoryContextSwitchTo(old);
	entry->period = 0;
	entry->rank = 0;
	return entry;
}

static int
hint_of_order(void)
{
	return errhint("The window must be ordered by the period first, and then by the score.");
}

static void
begin_period(RankScan *scan, Datum period)
{
	bool		found;
	RankedValue *entry = find_or_keep(scan, scan->periods, period,
									  hash_value(&scan->period_type, period), &found);

	if (found)
		ereport(ERROR,
				(errcode(ERRCODE_WINDOWING_ERROR),
				 errmsg("the rows of period %s do not stand together",
						value_as_text(&scan->period_type, period)),
				 hint_of_order()));
	if (scan->has_period && scan->ties)
		ereport(ERROR,
				(errcode(ERRCODE_WINDOWING_ERROR),
				 errmsg("the window does not order periods %s and %s",
						value_as_text(&scan->period_type, scan->period),
						value_as_text(&scan->period_type, period)),
				 hint_of_order()));
	scan->has_period = true;
	scan->period = entry->value;
	scan->ranked = 0;
}

/* Scores go one way within all periods: whether upwards, the window says. */
static void
change_score(RankScan *scan, double score)
{
	int			direction = score > scan->score ? 1 : -1;

	if (unlikely(scan->direction + direction == 0))
		ereport(ERROR,
				(errcode(ERRCODE_WINDOWING_ERROR),
				 errmsg("the window does not order the rows of period %s by the score",
						value_as_text(&scan->period_type, scan->period)),
				 errdetail("Score %s follows %s, and scores %s before.",
						   float8out_internal(score), float8out_internal(scan->score),
						   direction > 0 ? "fell" : "rose"),
				 hint_of_order()));
	scan->direction = direction;
	scan->score = score;
	scan->rank = scan->ranked + 1;
}

/* The period of the current row becomes that of the scan; false where it has none. */
static bool
move_to_period(FunctionCallInfo fcinfo, WindowObject window, RankScan *scan)
{
	int64		position = WinGetCurrentPosition(window);
	bool		is_null;
	Datum		period = WinGetFuncArgCurrent(window, PERIOD, &is_null);
	bool		is_same = !is_null && scan->has_period &&
		equal_values(&scan->period_type, period, scan->period);

	/* Peers matter between periods alone. */
	if (!is_same && scan->ties && !WinRowsArePeers(window, position - 1, position))
		scan->ties = false;
	/* The next row will be held against this one, and none against those before. */
	WinSetMarkPosition(window, position);
	if (is_null)
		return false;
	if (!is_same)
		begin_period(scan, period);
	scan->ties = true;
	return true;
}

/* Rank the current row within its period; false where it has none, or no score. */
static bool
rank_row(FunctionCallInfo fcinfo, WindowObject window, RankScan *scan)
{
	bool		is_null;
	Datum		value;
	double		score;

	if (!move_to_period(fcinfo, window, scan))
		return false;
	value = WinGetFuncArgCurrent(window, SCORE, &is_null);
	if (is_null || isnan(score = DatumGetFloat8(value)))
		return false;
	if (unlikely(isinf(score)))
		report_figure_error("score", score);
	if (scan->ranked == 0)
	{
		scan->period_number++;
		scan->score = score;
		scan->rank = 1;
	}
	else if (score != scan->score)
		change_score(scan, score);
	scan->ranked++;
	return true;
}

/* Move the entity of the current row to its rank; NULL where one is missing. */
static const RankScan *
move_entity(FunctionCallInfo fcinfo)
{
	WindowObject window = PG_WINDOW_OBJECT();
	RankScan   *scan = scan_of_partition(fcinfo, window);
	RankedValue *entry;
	Datum		entity;
	uint32		hash = 0;
	bool		is_null,
				found;

	entity = WinGetFuncArgCurrent(window, ENTITY, &is_null);
	if (!is_null)
	{
		hash = hash_value(&scan->entity_type, entity);
		/* Fetch the entry while the row is ranked: the table can be larger than the cache. */
		__builtin_prefetch(&scan->entities->data[hash & scan->entities->sizemask]);
	}
	if (!rank_row(fcinfo, window, scan) || is_null)
		return NULL;
	entry = find_or_keep(scan, scan->entities, entity, hash, &found);
	if (entry->period == scan->period_number)
		ereport(ERROR,
				(errcode(ERRCODE_WINDOWING_ERROR),
				 errmsg("%s stands more than once in period %s",
						value_as_text(&scan->entity_type, entity),
						value_as_text(&scan->period_type, scan->period)),
				 errhint("Use PARTITION BY for what else tells the rows apart.")));
	scan->previous_rank = entry->rank;
	entry->rank = scan->rank;
	entry->period = scan->period_number;
	return scan;
}

/* (period, score) */
PG_FUNCTION_INFO_V1(plan_period_rank);
Datum
plan_period_rank(PG_FUNCTION_ARGS)
{
	WindowObject window = PG_WINDOW_OBJECT();
	RankScan   *scan = scan_of_partition(fcinfo, window);

	if (!rank_row(fcinfo, window, scan))
		PG_RETURN_NULL();
	PG_RETURN_INT64(scan->rank);
}

/* (entity, period, score), as the others below */
PG_FUNCTION_INFO_V1(plan_rank_delta);
Datum
plan_rank_delta(PG_FUNCTION_ARGS)
{
	const RankScan *scan = move_entity(fcinfo);

	if (scan == NULL || scan->previous_rank == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT64(scan->previous_rank - scan->rank);
}

PG_FUNCTION_INFO_V1(plan_previous_rank);
Datum
plan_previous_rank(PG_FUNCTION_ARGS)
{
	const RankScan *scan = move_entity(fcinfo);

	if (scan == NULL || scan->previous_rank == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT64(scan->previous_rank);
}

/* In the first period it cannot be told who is new. */
PG_FUNCTION_INFO_V1(plan_is_new);
Datum
plan_is_new(PG_FUNCTION_ARGS)
{
	const RankScan *scan = move_entity(fcinfo);

	if (scan == NULL || scan->period_number == 1)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(scan->previous_rank == 0);
}
