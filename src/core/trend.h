/*
 * trend.h
 *		The mergeable straight-line fit of values over time.
 *
 * Weighted least squares from exact sums: weights and values are each rounded once to a
 * multiple of 2^-64, and what is summed up of them is exact, so trends form a commutative
 * group.  Days count from 2000-01-01.
 */
#ifndef TNPLAN_CORE_TREND_H
#define TNPLAN_CORE_TREND_H

#include <math.h>

#include "core/fixedsum.h"
#include "core/goal.h"
#include "core/score.h"
#include "core/wide.h"

#define TREND_VERSION 1

/* What is fitted: the value itself, its logarithm, or the logit of its share of a ceiling. */
typedef enum TrendKind
{
	TREND_LINEAR,
	TREND_GROWTH,
	TREND_LOGIT
} TrendKind;

#define NUM_TREND_KINDS 3

/*
 * Sums over the rows: w weight, x day, y what is fitted.  Stored as it is, so that fields keep
 * this order.
 */
typedef struct Trend
{
	int64_t		kind;			/* a TrendKind */
	double		ceiling;		/* of the logit; 0 in others, and while there are no rows */
	int64_t		count;
	uint64_t	w[3];			/* two limbs stand before the point */
	uint64_t	wx[3];
	uint64_t	wxx[3];
	uint64_t	wy[4];
	uint64_t	wxy[4];
	uint64_t	wyy[5];
} Trend;

#define TREND_SUMS 6

/*
 * The least weight above 0: rounded to a multiple of 2^-64 it is off by at most 2^-41 of
 * itself.
 */
#define TREND_MIN_WEIGHT 0x1p-24

/*
 * A trend as it is stored while no row has another weight than 1 and the sums are of
 * ordinary size.  One that does not fit here is kept whole beside a packed one, to which
 * it adds.  Fields keep this order.
 */
typedef struct PackedTrend
{
	double		ceiling;
	int64_t		count;
	int64_t		x;
	int64_t		xx;
	uint64_t	y[2];			/* one limb stands behind the point */
	uint64_t	xy[2];
	uint64_t	yy[4];			/* two do */
} PackedTrend;

/*
 * The same of few values of one size, in one cache line: y counts in units of 2^(unit - 64),
 * where the unit, up to MAX_SHORT_TREND_UNIT, is kept beside it.  There is no ceiling.  Fields
 * keep this order.
 */
typedef struct ShortTrend
{
	int32_t		count;
	int32_t		x;
	int64_t		xx;
	int64_t		y;
	uint64_t	xy[2];
	uint64_t	yy[2];
} ShortTrend;

#define MAX_SHORT_TREND_UNIT 63

/* Room for any trend as text. */
#define TREND_TEXT_SIZE (3 * TEXT_DOUBLE_SIZE + TREND_SUMS * (WIDE_TEXT_SIZE + 8))

extern const char *const trend_kind_names[NUM_TREND_KINDS];

typedef struct TrendSum
{
	const char *name;
	size_t		offset;
	int			limbs;
} TrendSum;

extern const TrendSum trend_sums[TREND_SUMS];

static inline uint64_t *
trend_sum(Trend *trend, int i)
{
	return (uint64_t *) ((char *) trend + trend_sums[i].offset);
}

static inline const uint64_t *
trend_sum_value(const Trend *trend, int i)
{
	return (const uint64_t *) ((const char *) trend + trend_sums[i].offset);
}

extern bool trend_is_valid(const Trend *trend);
extern bool trend_pack(PackedTrend *packed, const Trend *trend);
extern void trend_of_packed(Trend *trend, const PackedTrend *packed, TrendKind kind);
extern PlanError trend_add_packed(Trend *trend, const PackedTrend *packed);
extern bool trend_units_of(double x, WideNumber *units);
extern PlanError trend_add_row(Trend *trend, int sign, int32_t day, double y, double weight);
extern PlanError trend_add(Trend *trend, const Trend *other);
extern PlanError trend_subtract(Trend *trend, const Trend *other);
extern int	trend_compare(const Trend *a, const Trend *b);
extern PlanError trend_read(const char *text, Trend *trend);
extern size_t trend_write(char *out, const Trend *trend);

/*
 * The line: y = mean + (slope / base) * (x - mean of x).  Its parts are whole numbers, in units
 * of u, that of the weights, and of v, that of the values: since figures are ratios, u makes no
 * difference.
 */
typedef struct ShortLine
{
	FixedTerm	w;				/* u */
	FixedTerm	wx;				/* u */
	FixedTerm	wy;				/* u v */
	FixedTerm	wyy;			/* u v^2 */
	FixedTerm	base;			/* w * wxx - wx^2, in u^2 */
	FixedTerm	slope;			/* w * wxy - wx * wy, in u^2 v */
	int			scale;			/* v = 2^scale */
} ShortLine;

/* The same where it has no room there, with v = 2^-64. */
typedef struct WideLine
{
	WideNumber	w;
	WideNumber	wx;
	WideNumber	wy;
	WideNumber	wyy;
	WideNumber	base;
	WideNumber	slope;
} WideLine;

typedef struct TrendLine
{
	TrendKind	kind;
	double		ceiling;
	bool		is_short;		/* which of the two it is */
	ShortLine	brief;
	WideLine	wide;
} TrendLine;

extern bool trend_fit(const Trend *trend, TrendLine *line);
extern bool trend_fit_widely(const Trend *trend, TrendLine *line);
extern bool trend_fit_short(const ShortTrend *trend, unsigned unit, TrendKind kind,
							TrendLine *line);

/* Figures of the line; PLAN_UNDEFINED where there are none. */
extern double trend_slope_per_year(const TrendLine *line);
extern PlanError trend_growth_per_year(const TrendLine *line, double *growth);
extern PlanError trend_r2(const TrendLine *line, double *r2);
extern PlanError trend_intercept(const TrendLine *line, double *intercept);
extern PlanError trend_projected(const TrendLine *line, int32_t day, double *value);
extern PlanError trend_projected_day(const TrendLine *line, const Goal *goal, int32_t *day);
extern bool trend_projected_within(const TrendLine *line, const Goal *goal, int32_t first,
								   int32_t last);

/* Days, and sizes of values, for which a row fits a packed trend on the fast path. */
#define PACKED_TREND_DAYS 131072
#define PACKED_TREND_SHIFT 56

/* Two limbs as one number. */
static inline FixedTerm
packed_trend_term(const uint64_t *limb)
{
	return (FixedTerm) ((FixedWide) limb[1] << 64 | limb[0]);
}

static inline void
packed_trend_set(uint64_t *limb, FixedTerm value)
{
	limb[0] = (uint64_t) value;
	limb[1] = (uint64_t) ((FixedWide) value >> 64);
}

/*
 * Add the square of a mantissa, of 106 bits, shifted left by up to 2 * PACKED_TREND_SHIFT;
 * false when it does not fit.
 */
static inline bool
packed_trend_add_square(uint64_t *yy, int sign, uint64_t mantissa, unsigned shift)
{
	FixedWide	square = (FixedWide) mantissa * mantissa;
	unsigned	bits = shift & 63;
	FixedWide	low = square << bits;
	FixedWide	high = ((uint64_t) (square >> 64) >> 1) >> (63 - bits);
	FixedWide	old_low = (FixedWide) packed_trend_term(yy);
	FixedWide	new_low;
	FixedTerm	new_high;

	if (shift >= 64)
	{
		high = high << 64 | low >> 64;
		low <<= 64;
	}
	if (sign > 0)
	{
		new_low = old_low + low;
		if (__builtin_add_overflow(packed_trend_term(yy + 2),
								   (FixedTerm) (high + (new_low < low)), &new_high))
			return false;
	}
	else
	{
		new_low = old_low - low;
		if (__builtin_sub_overflow(packed_trend_term(yy + 2),
								   (FixedTerm) (high + (old_low < low)), &new_high))
			return false;
	}
	packed_trend_set(yy, (FixedTerm) new_low);
	packed_trend_set(yy + 2, new_high);
	return true;
}

/*
 * Add a row of weight 1 (sign = 1), or take it away (sign = -1).  False, with nothing changed,
 * when it is out of the ordinary: then it takes the slow path.
 */
static inline __attribute__((always_inline)) bool
packed_trend_add(PackedTrend *packed, int sign, int32_t day, double y)
{
	unsigned	shift = fixedsum_shift(y);
	uint64_t	bits = double_to_bits(y);
	uint64_t	mantissa = (bits & (FIXEDSUM_HIDDEN_BIT - 1)) | FIXEDSUM_HIDDEN_BIT;
	int64_t		signed_mantissa;
	int64_t		count,
				x,
				xx;
	FixedTerm	sum,
				product;

	if (__builtin_expect((uint32_t) day + PACKED_TREND_DAYS >= 2 * PACKED_TREND_DAYS, 0))
		return false;
	if (__builtin_expect(shift > PACKED_TREND_SHIFT, 0))
	{
		if (y != 0.0)
			return false;
		shift = 0;
		mantissa = 0;
	}
	signed_mantissa = bits >> 63 ? -sign * (int64_t) mantissa : sign * (int64_t) mantissa;
	if (__builtin_add_overflow(packed->count, sign, &count) ||
		__builtin_add_overflow(packed->x, sign * (int64_t) day, &x) ||
		__builtin_add_overflow(packed->xx, sign * ((int64_t) day * day), &xx) ||
		__builtin_add_overflow(packed_trend_term(packed->y),
							   (FixedTerm) ((FixedWide) signed_mantissa << shift), &sum) ||
		__builtin_add_overflow(packed_trend_term(packed->xy),
							   (FixedTerm) ((FixedWide) ((FixedTerm) signed_mantissa *
														 day) << shift), &product) ||
		!packed_trend_add_square(packed->yy, sign, mantissa, 2 * shift))
		return false;
	packed->count = count;
	packed->x = x;
	packed->xx = xx;
	packed_trend_set(packed->y, sum);
	packed_trend_set(packed->xy, product);
	return true;
}

/*
 * Short trends.
 */

extern void trend_of_short(Trend *trend, const ShortTrend *brief, unsigned unit, TrendKind kind);
extern bool trend_shorten(ShortTrend *brief, unsigned *unit, const PackedTrend *packed);
extern bool trend_lengthen(PackedTrend *packed, const ShortTrend *brief, unsigned unit);
extern bool short_trend_settle(ShortTrend *brief, unsigned *unit);
extern bool short_trend_merge(ShortTrend *brief, unsigned *unit, int sign, const ShortTrend *other,
							  unsigned other_unit);
extern bool packed_trend_merge(PackedTrend *packed, int sign, const PackedTrend *other);

/* Values this many binary digits larger than the unit still have room. */
#define SHORT_TREND_ROOM 10

/* How many binary digits a unit leaves for values that are smaller than the first. */
#define SHORT_TREND_SLACK 4

/* A unit for values of such a size. */
static inline unsigned
short_trend_unit(double y)
{
	unsigned	shift = fixedsum_shift(y);

	if (shift < SHORT_TREND_SLACK || shift > PACKED_TREND_SHIFT)
		return 0;
	return shift - SHORT_TREND_SLACK;
}

/*
 * Add a row of weight 1 (sign = 1), or take it away (sign = -1).  False, with nothing changed,
 * when it has no room.
 */
static inline __attribute__((always_inline)) bool
short_trend_add(ShortTrend *brief, unsigned unit, int sign, int32_t day, double y)
{
	unsigned	shift = fixedsum_shift(y) - unit;
	uint64_t	bits = double_to_bits(y);
	uint64_t	mantissa = (bits & (FIXEDSUM_HIDDEN_BIT - 1)) | FIXEDSUM_HIDDEN_BIT;
	int64_t		value;
	ShortTrend	changed;
	FixedTerm	product,
				square;

	if (__builtin_expect((uint32_t) day + PACKED_TREND_DAYS >= 2 * PACKED_TREND_DAYS, 0))
		return false;
	if (__builtin_expect(shift > SHORT_TREND_ROOM, 0))
	{
		unsigned	down = 0 - shift;

		/* Zeros at the end, as in whole numbers, can be left out. */
		if (y == 0.0)
			mantissa = 0;
		else if (down > 52 || (mantissa & (((uint64_t) 1 << down) - 1)) != 0)
			return false;
		else
			mantissa >>= down;
		shift = 0;
	}
	mantissa <<= shift;
	value = bits >> 63 ? -sign * (int64_t) mantissa : sign * (int64_t) mantissa;
	square = (FixedTerm) ((FixedWide) mantissa * mantissa);
	if (__builtin_add_overflow(brief->count, sign, &changed.count) ||
		__builtin_add_overflow(brief->x, sign * day, &changed.x) ||
		__builtin_add_overflow(brief->xx, sign * ((int64_t) day * day), &changed.xx) ||
		__builtin_add_overflow(brief->y, value, &changed.y) ||
		__builtin_add_overflow(packed_trend_term(brief->xy), (FixedTerm) value * day, &product) ||
		__builtin_add_overflow(packed_trend_term(brief->yy), sign > 0 ? square : -square, &square))
		return false;
	packed_trend_set(changed.xy, product);
	packed_trend_set(changed.yy, square);
	*brief = changed;
	return true;
}

#endif							/* TNPLAN_CORE_TREND_H */
