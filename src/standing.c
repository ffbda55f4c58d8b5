/*
 * standing.c
 *		plan_standing: a rank with the size of its field, or a rank or band as printed.
 */
#include "postgres.h"

#include "utils/sortsupport.h"

#include "core/standing.h"
#include "type.h"
#include "wire.h"

/* 8 bytes by value. */
#define PG_GETARG_STANDING(n) standing_unpack(PG_GETARG_INT64(n))
#define PG_RETURN_STANDING(standing) PG_RETURN_INT64(standing_pack(standing))

PG_FUNCTION_INFO_V1(plan_standing_in);
Datum
plan_standing_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	Standing	standing;
	PlanError	error = standing_read(text, &standing);

	if (error != PLAN_OK)
	{
		report_text_error(error, "plan_standing", text, fcinfo->context);
		PG_RETURN_NULL();
	}
	PG_RETURN_STANDING(standing);
}

PG_FUNCTION_INFO_V1(plan_standing_out);
Datum
plan_standing_out(PG_FUNCTION_ARGS)
{
	char	   *text = palloc(STANDING_TEXT_SIZE);

	standing_write(text, PG_GETARG_STANDING(0));
	PG_RETURN_CSTRING(text);
}

#define STANDING_WIRE_SIZE (WIRE_VERSION_SIZE + 3 * sizeof(int32))

PG_FUNCTION_INFO_V1(plan_standing_recv);
Datum
plan_standing_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	Standing	standing;

	check_binary_message(buf, STANDING_VERSION, STANDING_WIRE_SIZE, "plan_standing");
	standing.rank = (int32) pq_getmsgint(buf, 4);
	standing.field = (int32) pq_getmsgint(buf, 4);
	standing.last = (int32) pq_getmsgint(buf, 4);
	if (!standing_is_valid(standing))
		report_binary_error("plan_standing");
	PG_RETURN_STANDING(standing);
}

PG_FUNCTION_INFO_V1(plan_standing_send);
Datum
plan_standing_send(PG_FUNCTION_ARGS)
{
	Standing	standing = PG_GETARG_STANDING(0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, STANDING_VERSION);
	pq_sendint32(&buf, standing.rank);
	pq_sendint32(&buf, standing.field);
	pq_sendint32(&buf, standing.last);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* The word that a standing is stored in has the order of standings. */
static int
compare_standings(FunctionCallInfo fcinfo)
{
	int64		a = PG_GETARG_INT64(0);
	int64		b = PG_GETARG_INT64(1);

	return (a > b) - (a < b);
}

static uint64
hash_standing(FunctionCallInfo fcinfo, uint64 seed)
{
	return hash_word(PG_GETARG_INT64(0), seed);
}

PLAN_COMPARISONS(plan_standing, compare_standings)
PLAN_EXTREMES(plan_standing, compare_standings)
PLAN_HASHES(plan_standing, hash_standing)

PG_FUNCTION_INFO_V1(plan_standing_sortsupport);
Datum
plan_standing_sortsupport(PG_FUNCTION_ARGS)
{
	SortSupport ssup = (SortSupport) PG_GETARG_POINTER(0);

	ssup->comparator = ssup_datum_signed_cmp;
	PG_RETURN_VOID();
}

/* (rank, field) */
PG_FUNCTION_INFO_V1(plan_standing_make);
Datum
plan_standing_make(PG_FUNCTION_ARGS)
{
	int64		rank = PG_GETARG_INT64(0);
	int64		field = PG_GETARG_INT64(1);

	if (rank < 1 || rank > field || field > PG_INT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there is no rank " INT64_FORMAT " in a field of " INT64_FORMAT, rank,
						field),
				 errhint("Ranks go from 1 to the size of the field, which is below 2^31.")));
	PG_RETURN_STANDING(((Standing) {rank, field, 0}));
}

/* NULL of a band. */
PG_FUNCTION_INFO_V1(plan_standing_rank);
Datum
plan_standing_rank(PG_FUNCTION_ARGS)
{
	Standing	standing = PG_GETARG_STANDING(0);

	if (standing_is_band(standing))
		PG_RETURN_NULL();
	PG_RETURN_INT32(standing.rank);
}

/* The better edge of a band, or the rank. */
PG_FUNCTION_INFO_V1(plan_standing_best);
Datum
plan_standing_best(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(PG_GETARG_STANDING(0).rank);
}

/* The worse edge of a band, or the rank; NULL where the band is open. */
PG_FUNCTION_INFO_V1(plan_standing_worst);
Datum
plan_standing_worst(PG_FUNCTION_ARGS)
{
	Standing	standing = PG_GETARG_STANDING(0);

	if (standing.last == NO_LAST_RANK)
		PG_RETURN_NULL();
	PG_RETURN_INT32(standing_worst(standing));
}

/* NULL where it is not known. */
PG_FUNCTION_INFO_V1(plan_standing_field);
Datum
plan_standing_field(PG_FUNCTION_ARGS)
{
	Standing	standing = PG_GETARG_STANDING(0);

	if (standing.field == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT32(standing.field);
}

/* Places gained from the first to the second: ranks fall as standings rise. */
PG_FUNCTION_INFO_V1(plan_standing_gain);
Datum
plan_standing_gain(PG_FUNCTION_ARGS)
{
	int32		gain;

	if (standing_gain(PG_GETARG_STANDING(0), PG_GETARG_STANDING(1), &gain) != PLAN_OK)
		PG_RETURN_NULL();
	PG_RETURN_INT32(gain);
}

PG_FUNCTION_INFO_V1(plan_standing_percentile);
Datum
plan_standing_percentile(PG_FUNCTION_ARGS)
{
	double		percentile;

	if (standing_percentile(PG_GETARG_STANDING(0), &percentile) != PLAN_OK)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(percentile);
}

/* (earlier, later) */
PG_FUNCTION_INFO_V1(plan_standing_percentile_gain);
Datum
plan_standing_percentile_gain(PG_FUNCTION_ARGS)
{
	double		gain;

	if (standing_percentile_gain(PG_GETARG_STANDING(0), PG_GETARG_STANDING(1), &gain) != PLAN_OK)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(gain);
}
