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
 * plan_trend: varlena with plain storage, so that it is always aligned.  Its size tells which of
 * these it holds: a short or a packed trend, a whole one, or, while an aggregate gathers
 * rows, a packed one and behind it what does not fit there.
 */
typedef struct PlanTrend
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* TREND_FORMAT */
	union
	{
		ShortTrend	brief;
		Trend		whole;
		struct
		{
			PackedTrend packed;
			Trend		rest;
		};
	};
} PlanTrend;

#define TREND_SHORT_SIZE (offsetof(PlanTrend, brief) + sizeof(ShortTrend))
#define TREND_PACKED_SIZE (offsetof(PlanTrend, packed) + sizeof(PackedTrend))
#define TREND_WHOLE_SIZE (offsetof(PlanTrend, whole) + sizeof(Trend))
#define TREND_SPLIT_SIZE (offsetof(PlanTrend, rest) + sizeof(Trend))

/* The version; in the second byte the kind, in the third the unit of a short trend. */
#define TREND_FORMAT(kind, unit) (TREND_VERSION | (uint32) (kind) << 8 | (uint32) (unit) << 16)
#define TREND_FORMAT_KIND(format) ((TrendKind) ((format) >> 8 & 0xff))
#define TREND_FORMAT_UNIT(format) ((unsigned) ((format) >> 16))

StaticAssertDecl(TREND_SHORT_SIZE == 64, "a short trend fits a chunk of 64 bytes");
StaticAssertDecl(TREND_PACKED_SIZE == 104, "a packed trend fits a chunk of 128 bytes");

/* What send_trend() sends: the kind is a byte there, and all else as wide as in a Trend. */
#define TREND_WIRE_SIZE (sizeof(Trend) - sizeof(int64) + 1)

StaticAssertDecl(sizeof(Trend) == 25 * sizeof(int64), "no field of a stored trend is padded");

extern PlanTrend *plan_trend_detoast(Datum datum);
extern PlanTrend *new_trend(TrendKind kind, size_t size);
extern void unpack_trend(Trend *trend, const PlanTrend *state);
extern Trend unpacked_trend(Datum datum);
extern PlanTrend *packed_trend(const Trend *trend);
extern PlanTrend *changed_trend(const Trend *trend, PlanTrend *state, bool split);
extern PlanTrend *lengthened_trend(const PlanTrend *state);
extern PlanTrend *canonical_trend(PlanTrend *state);
extern Trend receive_trend(StringInfo buf, const char *type);
extern void send_trend(StringInfo buf, const Trend *trend);
extern void json_add_trend(JsonWriter *writer, const Trend *trend);
pg_noreturn extern void report_trend_error(PlanError error, const char *type);
pg_noreturn extern void report_trend_row_error(PlanError error, double value, double weight,
											   const char *type);

/* Of what is not toasted. */
static inline bool
is_short_trend(const PlanTrend *state)
{
	return state->vl_len_ == VARLENA_HEADER(TREND_SHORT_SIZE);
}

static inline bool
is_whole_trend(const PlanTrend *state)
{
	return state->vl_len_ == VARLENA_HEADER(TREND_WHOLE_SIZE);
}

static inline bool
is_split_trend(const PlanTrend *state)
{
	return state->vl_len_ == VARLENA_HEADER(TREND_SPLIT_SIZE);
}

static inline bool
is_trend_format(uint32 format)
{
	return (format & 0xff) == TREND_VERSION && TREND_FORMAT_KIND(format) < NUM_TREND_KINDS &&
		TREND_FORMAT_UNIT(format) <= MAX_SHORT_TREND_UNIT;
}

/* Detoasted where need be, which plain storage makes rare, and checked. */
static inline PlanTrend *
plan_trend_from_datum(Datum datum)
{
	PlanTrend  *state = (PlanTrend *) DatumGetPointer(datum);

	/* These headers tell that it is not toasted either. */
	if (unlikely((!is_short_trend(state) && state->vl_len_ != VARLENA_HEADER(TREND_PACKED_SIZE) &&
				  !is_whole_trend(state) && !is_split_trend(state)) ||
				 !is_trend_format(state->format)))
		return plan_trend_detoast(datum);
	return state;
}

#endif							/* TNPLAN_TREND_H */
