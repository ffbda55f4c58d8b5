/*
 * trend_short.c
 *		Short trends: from and to packed ones, and merged.
 */
#include "core/trend.h"

/* A number times 2^shift into a sum whose first limb stands for less than 2^-64. */
static void
place_term(uint64_t *sum, int limbs, FixedTerm term, unsigned shift)
{
	uint64_t	low = (uint64_t) term;
	int64_t		high = (int64_t) (term >> 64);
	unsigned	bits = shift % 64;
	int			at = 1 + (int) (shift / 64);

	for (int i = 0; i < at; i++)
		sum[i] = 0;
	for (int i = at; i < limbs; i++)
	{
		if (i == at)
			sum[i] = low << bits;
		else if (i == at + 1)
			sum[i] = (uint64_t) high << bits | (low >> 1) >> (63 - bits);
		else if (i == at + 2)
			sum[i] = (uint64_t) ((high >> 1) >> (63 - bits));
		else
			sum[i] = (uint64_t) (high >> 63);
	}
}

/* The whole trend that a short one stands for; it always has room. */
void
trend_of_short(Trend *trend, const ShortTrend *brief, unsigned unit, TrendKind kind)
{
	trend->kind = kind;
	trend->ceiling = 0.0;
	trend->count = brief->count;
	place_term(trend->w, 3, brief->count, 0);
	place_term(trend->wx, 3, brief->x, 0);
	place_term(trend->wxx, 3, brief->xx, 0);
	place_term(trend->wy, 4, brief->y, unit);
	place_term(trend->wxy, 4, packed_trend_term(brief->xy), unit);
	place_term(trend->wyy, 5, packed_trend_term(brief->yy), 2 * unit);
}

/* Zeros at the end; a large number for zero. */
static unsigned
trailing_zeros(uint64_t low, uint64_t high)
{
	return low != 0 ? (unsigned) __builtin_ctzll(low)
		: high != 0 ? 64 + (unsigned) __builtin_ctzll(high) : 128;
}

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* A term times 2^shift, up to 127; false when it does not fit. */
static bool
shift_left(FixedTerm *term, unsigned shift)
{
	FixedTerm	shifted = (FixedTerm) ((FixedWide) *term << shift);
	bool		fits = shifted >> shift == *term;

	*term = shifted;
	return fits;
}

/*
 * Give a short trend the largest unit that it can have, so that equal ones have equal bytes; zero,
 * if all values are.  False where the packed trend that it stands for has no room.
 */
bool
short_trend_settle(ShortTrend *brief, unsigned *unit)
{
	FixedTerm	xy = packed_trend_term(brief->xy);
	FixedTerm	yy = packed_trend_term(brief->yy);
	unsigned	zeros = least(least(trailing_zeros((uint64_t) brief->y, 0),
									trailing_zeros(brief->xy[0], brief->xy[1])),
							  trailing_zeros(brief->yy[0], brief->yy[1]) / 2);

	if (brief->y == 0 && xy == 0 && yy == 0)
	{
		*unit = 0;
		return true;
	}
	zeros = least(zeros, MAX_SHORT_TREND_UNIT - *unit);
	*unit += zeros;
	brief->y >>= zeros;
	packed_trend_set(brief->xy, xy >> zeros);
	packed_trend_set(brief->yy, yy >> (2 * zeros));
	xy >>= zeros;
	return shift_left(&xy, *unit);
}

/* The short form of a packed trend; false when there is none. */
bool
trend_shorten(ShortTrend *brief, unsigned *unit, const PackedTrend *packed)
{
	FixedTerm	y = packed_trend_term(packed->y);
	FixedTerm	xy = packed_trend_term(packed->xy);
	uint64_t	extension = (uint64_t) ((int64_t) packed->yy[3] >> 63);
	unsigned	zeros = trailing_zeros(packed->yy[0], packed->yy[1]);
	uint64_t	yy[4];
	unsigned	limb,
				bits;

	if (zeros == 128)
		zeros += trailing_zeros(packed->yy[2], packed->yy[3]);
	zeros = least(least(zeros / 2, MAX_SHORT_TREND_UNIT),
				  least(trailing_zeros(packed->y[0], packed->y[1]),
						trailing_zeros(packed->xy[0], packed->xy[1])));
	limb = 2 * zeros / 64;
	bits = 2 * zeros % 64;
	for (unsigned i = 0; i < 4; i++)
	{
		uint64_t	low = limb + i < 4 ? packed->yy[limb + i] : extension;
		uint64_t	high = limb + i + 1 < 4 ? packed->yy[limb + i + 1] : extension;

		yy[i] = low >> bits | (high << 1) << (63 - bits);
	}
	brief->count = (int32_t) packed->count;
	brief->x = (int32_t) packed->x;
	brief->xx = packed->xx;
	brief->y = (int64_t) (y >> zeros);
	packed_trend_set(brief->xy, xy >> zeros);
	memcpy(brief->yy, yy, sizeof(brief->yy));
	*unit = (y == 0 && xy == 0 && (yy[0] | yy[1]) == 0) ? 0 : zeros;
	return packed->ceiling == 0.0 && brief->count == packed->count && brief->x == packed->x &&
		brief->y == y >> zeros && yy[2] == (uint64_t) ((int64_t) yy[1] >> 63) && yy[3] == yy[2];
}

/* False when the packed form has no room. */
bool
trend_lengthen(PackedTrend *packed, const ShortTrend *brief, unsigned unit)
{
	FixedTerm	xy = packed_trend_term(brief->xy);
	uint64_t	yy[5];

	place_term(yy, 5, packed_trend_term(brief->yy), 2 * unit);
	memcpy(packed->yy, yy + 1, sizeof(packed->yy));
	packed->ceiling = 0.0;
	packed->count = brief->count;
	packed->x = brief->x;
	packed->xx = brief->xx;
	packed_trend_set(packed->y, (FixedTerm) ((FixedWide) brief->y << unit));
	if (!shift_left(&xy, unit))
		return false;
	packed_trend_set(packed->xy, xy);
	return true;
}

/* The sums of two, or their difference; false, with nothing changed, when one does not fit. */
static bool
merge_terms(FixedTerm a, int sign, FixedTerm b, FixedTerm *result)
{
	return !(sign > 0 ? __builtin_add_overflow(a, b, result) :
			 __builtin_sub_overflow(a, b, result));
}

static bool
merge_ints(int64_t a, int sign, int64_t b, int64_t *result)
{
	return !(sign > 0 ? __builtin_add_overflow(a, b, result) :
			 __builtin_sub_overflow(a, b, result));
}

/* Add another short trend (sign = 1), or take it away (sign = -1). */
bool
short_trend_merge(ShortTrend *brief, unsigned *unit, int sign, const ShortTrend *other,
				  unsigned other_unit)
{
	unsigned	least_unit = least(*unit, other_unit);
	unsigned	up = *unit - least_unit;
	unsigned	other_up = other_unit - least_unit;
	FixedTerm	y = brief->y;
	FixedTerm	xy = packed_trend_term(brief->xy);
	FixedTerm	yy = packed_trend_term(brief->yy);
	FixedTerm	other_y = other->y;
	FixedTerm	other_xy = packed_trend_term(other->xy);
	FixedTerm	other_yy = packed_trend_term(other->yy);
	int64_t		count,
				x,
				xx;

	if (!shift_left(&y, up) || !shift_left(&xy, up) || !shift_left(&yy, 2 * up) ||
		!shift_left(&other_y, other_up) || !shift_left(&other_xy, other_up) ||
		!shift_left(&other_yy, 2 * other_up) ||
		!merge_ints(brief->count, sign, other->count, &count) || count != (int32_t) count ||
		!merge_ints(brief->x, sign, other->x, &x) || x != (int32_t) x ||
		!merge_ints(brief->xx, sign, other->xx, &xx) ||
		!merge_terms(y, sign, other_y, &y) || y != (int64_t) y ||
		!merge_terms(xy, sign, other_xy, &xy) || !merge_terms(yy, sign, other_yy, &yy))
		return false;
	brief->count = (int32_t) count;
	brief->x = (int32_t) x;
	brief->xx = xx;
	brief->y = (int64_t) y;
	packed_trend_set(brief->xy, xy);
	packed_trend_set(brief->yy, yy);
	*unit = least_unit;
	return true;
}

/* The same of packed trends of one ceiling. */
bool
packed_trend_merge(PackedTrend *packed, int sign, const PackedTrend *other)
{
	PackedTrend result = *packed;
	FixedTerm	y,
				xy;

	if (!merge_ints(packed->count, sign, other->count, &result.count) ||
		!merge_ints(packed->x, sign, other->x, &result.x) ||
		!merge_ints(packed->xx, sign, other->xx, &result.xx) ||
		!merge_terms(packed_trend_term(packed->y), sign, packed_trend_term(other->y), &y) ||
		!merge_terms(packed_trend_term(packed->xy), sign, packed_trend_term(other->xy), &xy) ||
		!(sign > 0 ? wide_add(result.yy, other->yy, 4) : wide_subtract(result.yy, other->yy, 4)))
		return false;
	packed_trend_set(result.y, y);
	packed_trend_set(result.xy, xy);
	*packed = result;
	return true;
}
