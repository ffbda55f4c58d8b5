/*
 * tnplan.h
 *		The stored types, how to get at them, and what the wrappers share.
 */
#ifndef TNPLAN_H
#define TNPLAN_H

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "utils/date.h"

#include "compat.h"
#include "core/fixedsum.h"
#include "core/goal.h"
#include "core/period.h"
#include "core/score.h"
#include "core/scorecard.h"

/* plan_fixedsum: fixed length, by reference. */
typedef struct PlanFixedSum
{
	uint8		version;
	uint8		reserved[7];	/* always zero */
	int64		count;			/* values added, less those taken away */
	FixedSum	sum;
} PlanFixedSum;

/*
 * plan_scorecard: varlena with plain storage, so that it is always aligned.  What does
 * not fit the packed part stands behind it, and adds to it.
 */
typedef struct PlanScorecard
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* SCORECARD_VERSION; room for flags, zero so far */
	PackedScorecard packed;
	Scorecard	rest[FLEXIBLE_ARRAY_MEMBER];	/* none or one */
} PlanScorecard;

#define SCORECARD_SIZE sizeof(PlanScorecard)
#define SCORECARD_SIZE_WITH_REST (sizeof(PlanScorecard) + sizeof(Scorecard))

/* A varlena header for that size as it stands in memory. */
#ifdef WORDS_BIGENDIAN
#define VARLENA_HEADER(size) ((uint32) (size))
#else
#define VARLENA_HEADER(size) ((uint32) (size) << 2)
#endif

StaticAssertDecl(sizeof(PlanFixedSum) == 40, "INTERNALLENGTH of plan_fixedsum");
StaticAssertDecl(sizeof(Goal) == 32, "INTERNALLENGTH of plan_goal");
StaticAssertDecl(SCORECARD_SIZE == 128, "a scorecard takes a whole chunk and no more");
StaticAssertDecl(sizeof(Scorecard) == 264, "no field of a stored scorecard is padded");

/* plan_period: 8 bytes by value. */
#define PlanPeriodGetDatum(period) Int64GetDatum(period_pack(period))
#define DatumGetPlanPeriod(datum) period_unpack(DatumGetInt64(datum))
#define PG_GETARG_PLAN_PERIOD(n) DatumGetPlanPeriod(PG_GETARG_DATUM(n))
#define PG_RETURN_PLAN_PERIOD(period) return PlanPeriodGetDatum(period)

#define PG_GETARG_PLAN_FIXEDSUM_P(n) plan_fixedsum_from_datum(PG_GETARG_DATUM(n))
#define PG_GETARG_PLAN_GOAL_P(n) plan_goal_from_datum(PG_GETARG_DATUM(n))

/* report.c */
extern char *shown_text(const char *text, size_t length);
pg_noreturn extern void report_format_version(const char *type, int version);
extern void report_text_error(PlanError error, const char *type, const char *text,
							  struct Node *escontext);
pg_noreturn extern void report_figure_error(const char *name, double value);
pg_noreturn extern void report_weight_error(double weight);
pg_noreturn extern void report_expected_error(double expected);
pg_noreturn extern void report_overflow(const char *type);
pg_noreturn extern void report_binary_error(const char *type);
pg_noreturn extern void report_row_error(PlanError error, const JudgedRow *row, const char *type);

/* decimal.c */
extern double numeric_datum_to_double(Datum numeric);

/* status.c */
extern Datum status_datum(FunctionCallInfo fcinfo, Verdict verdict);
extern Verdict status_verdict(Oid label);

/* period.c */
extern const char *text_as_utf8(const char *text);
extern PlanError period_from_text(const char *text, Period *period);
pg_noreturn extern void report_infinite_date(DateADT day);
pg_noreturn extern void report_no_such_period(void);
extern Period period_from_text_datum(Datum datum);
extern Grain grain_from_text_datum(Datum datum);
extern int	first_month_argument(FunctionCallInfo fcinfo, int n);

/* goal.c */
extern Goal goal_checked(GoalDirection direction, double low, double high,
						 bool has_baseline, double baseline);

/* A day of the calendar, which infinity is not. */
static inline int32
day_checked(DateADT day)
{
	if (unlikely(DATE_NOT_FINITE(day)))
		report_infinite_date(day);
	return day;
}

/* Binary formats begin with a version byte. */
static inline void
check_binary_version(StringInfo buf, int version, const char *type)
{
	int			found = (uint8) buf->data[buf->cursor < buf->len ? buf->cursor : 0];

	if (buf->cursor >= buf->len)
		report_binary_error(type);
	buf->cursor++;
	if (found != version)
		report_format_version(type, found);
}

static inline PlanFixedSum *
plan_fixedsum_from_datum(Datum datum)
{
	PlanFixedSum *state = (PlanFixedSum *) DatumGetPointer(datum);

	if (unlikely(state->version != FIXEDSUM_VERSION))
		report_format_version("plan_fixedsum", state->version);
	return state;
}

static inline const Goal *
plan_goal_from_datum(Datum datum)
{
	const Goal *goal = (const Goal *) DatumGetPointer(datum);

	if (unlikely(goal->version != GOAL_VERSION || goal->direction > GOAL_WITHIN))
		report_format_version("plan_goal", goal->version);
	return goal;
}

/*
 * Release what detoasting an argument made, if anything.  Sorts and index builds compare
 * and hash without resetting their memory in between.
 */
static inline void
free_argument_copy(FunctionCallInfo fcinfo, int n, const void *value)
{
	if (value != DatumGetPointer(PG_GETARG_DATUM(n)))
		pfree((void *) value);
}

/* scorecard.c */
extern PlanScorecard *plan_scorecard_detoast(Datum datum);
extern Scorecard unpacked_scorecard(Datum datum);
extern Scorecard receive_scorecard(StringInfo buf);
extern void send_scorecard(StringInfo buf, const Scorecard *card);
extern PlanScorecard *packed_scorecard(const Scorecard *card, PlanScorecard *reuse);
extern PlanScorecard *canonical_scorecard(PlanScorecard *state);

/* Detoasted where need be, which plain storage makes rare, and checked. */
static inline PlanScorecard *
plan_scorecard_from_datum(Datum datum)
{
	PlanScorecard *state = (PlanScorecard *) DatumGetPointer(datum);

	/* These headers tell that it is not toasted either. */
	if (unlikely((state->vl_len_ != VARLENA_HEADER(SCORECARD_SIZE) &&
				  state->vl_len_ != VARLENA_HEADER(SCORECARD_SIZE_WITH_REST)) ||
				 state->format != SCORECARD_VERSION))
		return plan_scorecard_detoast(datum);
	return state;
}

/* The hash of a value that is one word, of which every bit has to be spread. */
static inline uint64
hash_word(int64 value, uint64 seed)
{
	uint64		word = (uint64) value + seed * UINT64CONST(0x9e3779b97f4a7c15);

	for (int round = 0; round < 2; round++)
	{
		word ^= word >> 32;
		word *= UINT64CONST(0xd6e8feb86659fd93);
	}
	return word ^ (word >> 32);
}

/*
 * The six comparison functions and the btree support function of a type, from one
 * function that compares the two arguments of a call.
 */
#define PLAN_COMPARISON(name, compare, suffix, result) \
PG_FUNCTION_INFO_V1(name##_##suffix); \
Datum \
name##_##suffix(PG_FUNCTION_ARGS) \
{ \
	int			order = compare(fcinfo); \
\
	result; \
}

#define PLAN_COMPARISONS(name, compare) \
	PLAN_COMPARISON(name, compare, lt, PG_RETURN_BOOL(order < 0)) \
	PLAN_COMPARISON(name, compare, le, PG_RETURN_BOOL(order <= 0)) \
	PLAN_COMPARISON(name, compare, eq, PG_RETURN_BOOL(order == 0)) \
	PLAN_COMPARISON(name, compare, ne, PG_RETURN_BOOL(order != 0)) \
	PLAN_COMPARISON(name, compare, ge, PG_RETURN_BOOL(order >= 0)) \
	PLAN_COMPARISON(name, compare, gt, PG_RETURN_BOOL(order > 0)) \
	PLAN_COMPARISON(name, compare, cmp, PG_RETURN_INT32(order))

/* The lesser and the greater of two values: transitions of min() and max(). */
#define PLAN_EXTREME(name, compare, suffix, sign) \
PG_FUNCTION_INFO_V1(name##_##suffix); \
Datum \
name##_##suffix(PG_FUNCTION_ARGS) \
{ \
	PG_RETURN_DATUM(PG_GETARG_DATUM(compare(fcinfo) sign 0 ? 0 : 1)); \
}

#define PLAN_EXTREMES(name, compare) \
	PLAN_EXTREME(name, compare, smaller, <=) \
	PLAN_EXTREME(name, compare, larger, >=)

/*
 * The hash functions of a type in which equal values are equal bytes, from a function
 * that hashes the first argument of a call with a seed; seed 0 hashes as without.
 */
#define PLAN_HASHES(name, hash) \
PG_FUNCTION_INFO_V1(name##_hash); \
Datum \
name##_hash(PG_FUNCTION_ARGS) \
{ \
	PG_RETURN_INT32((int32) hash(fcinfo, 0)); \
} \
PG_FUNCTION_INFO_V1(name##_hash_extended); \
Datum \
name##_hash_extended(PG_FUNCTION_ARGS) \
{ \
	PG_RETURN_UINT64(hash(fcinfo, (uint64) PG_GETARG_INT64(1))); \
}

#endif							/* TNPLAN_H */
