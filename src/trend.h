/*
 * trend.h
 *		plan_trend as it is stored, and what its wrappers share.
 */
#ifndef TNPLAN_TREND_H
#define TNPLAN_TREND_H

#include "core/trend.h"
#include "json.h"
#include "type.h"

/*
 * plan_trend: varlena with plain storage, so that it is always aligned.  What does not fit
 * the packed part stands in the wide part behind it, and adds to it.
 */
typedef struct PlanTrend
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* TREND_FORMAT */
	PackedTrend packed;
	Trend		wide[FLEXIBLE_ARRAY_MEMBER];	/* none or one */
} PlanTrend;

#define TREND_SIZE sizeof(PlanTrend)
#define TREND_WIDE_SIZE (sizeof(PlanTrend) + sizeof(Trend))

/* The version, and in the second byte the kind. */
#define TREND_FORMAT(kind) (TREND_VERSION | (uint32) (kind) << 8)
#define TREND_FORMAT_KIND(format) ((TrendKind) ((format) >> 8))

StaticAssertDecl(TREND_SIZE == 104, "a trend fits a chunk of 128 bytes");

/* What send_trend() sends: the kind is a byte there, and all else as wide as in a Trend. */
#define TREND_WIRE_SIZE (sizeof(Trend) - sizeof(int64) + 1)

StaticAssertDecl(sizeof(Trend) == 25 * sizeof(int64), "no field of a stored trend is padded");

extern PlanTrend *plan_trend_detoast(Datum datum);
extern Trend unpacked_trend(Datum datum);
extern PlanTrend *packed_trend(const Trend *trend, PlanTrend *reuse);
extern PlanTrend *canonical_trend(PlanTrend *state);
extern Trend receive_trend(StringInfo buf, const char *type);
extern void send_trend(StringInfo buf, const Trend *trend);
extern void json_add_trend(JsonWriter *writer, const Trend *trend);
pg_noreturn extern void report_trend_error(PlanError error, const char *type);
pg_noreturn extern void report_trend_row_error(PlanError error, double value, double weight,
											   const char *type);

/* Detoasted where need be, which plain storage makes rare, and checked. */
static inline PlanTrend *
plan_trend_from_datum(Datum datum)
{
	PlanTrend  *state = (PlanTrend *) DatumGetPointer(datum);

	/* These headers tell that it is not toasted either. */
	if (unlikely((state->vl_len_ != VARLENA_HEADER(TREND_SIZE) &&
				  state->vl_len_ != VARLENA_HEADER(TREND_WIDE_SIZE)) ||
				 (state->format & 0xff) != TREND_VERSION ||
				 TREND_FORMAT_KIND(state->format) >= NUM_TREND_KINDS))
		return plan_trend_detoast(datum);
	return state;
}

#endif							/* TNPLAN_TREND_H */
