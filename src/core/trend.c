/*
 * trend.c
 *		Merging, reading and writing trends.
 */
#include "core/trend.h"

#include <stdio.h>

const char *const trend_kind_names[NUM_TREND_KINDS] = {"linear", "growth", "logit"};

const TrendSum trend_sums[TREND_SUMS] = {
	{"w", offsetof(Trend, w), 3},
	{"wx", offsetof(Trend, wx), 3},
	{"wxx", offsetof(Trend, wxx), 3},
	{"wy", offsetof(Trend, wy), 4},
	{"wxy", offsetof(Trend, wxy), 4},
	{"wyy", offsetof(Trend, wyy), 5}
};

/* How a trend of no rows is written. */
#define EMPTY_TEXT "empty"

/* Whether nothing has been added to it, on balance. */
static bool
trend_is_empty(const Trend *trend)
{
	if (trend->count != 0)
		return false;
	for (int i = 0; i < TREND_SUMS; i++)
		if (wide_sign(trend_sum_value(trend, i), trend_sums[i].limbs) != 0)
			return false;
	return true;
}

/* Whether kind and ceiling are those of a trend that can have come about. */
bool
trend_is_valid(const Trend *trend)
{
	if (trend->kind < 0 || trend->kind >= NUM_TREND_KINDS)
		return false;
	if (trend->kind != TREND_LOGIT || trend_is_empty(trend))
		return double_to_bits(trend->ceiling) == 0;
	return isfinite(trend->ceiling) && trend->ceiling > 0.0;
}

/* The upper limbs of a sum as one of fewer bits; false when something is lost. */
static bool
pack_sum(const uint64_t *sum, int limbs, int zeros, uint64_t *packed, int packed_limbs)
{
	uint64_t	extension = (uint64_t) ((int64_t) sum[zeros + packed_limbs - 1] >> 63);

	for (int i = 0; i < zeros; i++)
		if (sum[i] != 0)
			return false;
	for (int i = zeros + packed_limbs; i < limbs; i++)
		if (sum[i] != extension)
			return false;
	memcpy(packed, sum + zeros, packed_limbs * sizeof(uint64_t));
	return true;
}

static void
unpack_sum(uint64_t *sum, int limbs, int zeros, const uint64_t *packed, int packed_limbs)
{
	int			sign = (int64_t) packed[packed_limbs - 1] < 0 ? 0xff : 0;

	memset(sum, 0, zeros * sizeof(uint64_t));
	memcpy(sum + zeros, packed, packed_limbs * sizeof(uint64_t));
	memset(sum + zeros + packed_limbs, sign, (limbs - zeros - packed_limbs) * sizeof(uint64_t));
}

/* False when something does not fit. */
bool
trend_pack(PackedTrend *packed, const Trend *trend)
{
	uint64_t	count = (uint64_t) trend->count;
	uint64_t	w,
				x,
				xx;

	if (!pack_sum(trend->w, 3, 1, &w, 1) || w != count ||
		!pack_sum(trend->wx, 3, 1, &x, 1) ||
		!pack_sum(trend->wxx, 3, 1, &xx, 1) ||
		!pack_sum(trend->wy, 4, 1, packed->y, 2) ||
		!pack_sum(trend->wxy, 4, 1, packed->xy, 2) ||
		!pack_sum(trend->wyy, 5, 1, packed->yy, 4))
		return false;
	packed->ceiling = trend->ceiling;
	packed->count = trend->count;
	packed->x = (int64_t) x;
	packed->xx = (int64_t) xx;
	return true;
}

/* The whole trend that a packed one stands for. */
void
trend_of_packed(Trend *trend, const PackedTrend *packed, TrendKind kind)
{
	uint64_t	count = (uint64_t) packed->count;
	uint64_t	x = (uint64_t) packed->x;
	uint64_t	xx = (uint64_t) packed->xx;

	trend->kind = kind;
	trend->ceiling = packed->ceiling;
	trend->count = packed->count;
	unpack_sum(trend->w, 3, 1, &count, 1);
	unpack_sum(trend->wx, 3, 1, &x, 1);
	unpack_sum(trend->wxx, 3, 1, &xx, 1);
	unpack_sum(trend->wy, 4, 1, packed->y, 2);
	unpack_sum(trend->wxy, 4, 1, packed->xy, 2);
	unpack_sum(trend->wyy, 5, 1, packed->yy, 4);
}

/* Add what is packed to a trend, whose kind it has. */
PlanError
trend_add_packed(Trend *trend, const PackedTrend *packed)
{
	Trend		whole;

	trend_of_packed(&whole, packed, (TrendKind) trend->kind);
	return trend_add(trend, &whole);
}

/* A float8 rounded to a multiple of 2^-64, as that many units. */
bool
trend_units_of(double x, WideNumber *units)
{
	FixedSum	sum = {{0, 0, 0}};

	if (!fixedsum_add_any_double(&sum, x))
		return false;
	*units = wide_number(sum.limb, 3);
	return true;
}

static bool
add_number(uint64_t *sum, int limbs, const WideNumber *number)
{
	uint64_t	term[WIDE_MAX_LIMBS];

	return wide_store(number, term, limbs) && wide_add(sum, term, limbs);
}

/* The figures of any row, by wide numbers. */
static PlanError
add_any_figures(Trend *trend, int sign, int32_t day, double y, double weight)
{
	WideNumber	x = wide_from_int(day);
	WideNumber	w,
				wx,
				wxx,
				value,
				wy,
				wxy,
				wyy;

	if (!trend_units_of(sign * weight, &w) || !trend_units_of(y, &value))
		return PLAN_OUT_OF_RANGE;
	wx = wide_product(&w, &x);
	wxx = wide_product(&wx, &x);
	wy = wide_product(&w, &value);
	wxy = wide_product(&wy, &x);
	wyy = wide_product(&wy, &value);
	if (!add_number(trend->w, 3, &w) ||
		!add_number(trend->wx, 3, &wx) ||
		!add_number(trend->wxx, 3, &wxx) ||
		!add_number(trend->wy, 4, &wy) ||
		!add_number(trend->wxy, 4, &wxy) ||
		!add_number(trend->wyy, 5, &wyy))
		return PLAN_OUT_OF_RANGE;
	return PLAN_OK;
}

/* A figure of ordinary size, rounded to a multiple of 2^-64: mantissa * 2^shift of them. */
typedef struct ShortUnits
{
	uint64_t	mantissa;
	unsigned	shift;
	uint64_t	sign;			/* all ones for a figure below 0 */
} ShortUnits;

/* Within these limits the terms of a row fit its sums, with their signs. */
#define MAX_SHORT_SHIFT 64
#define MAX_SHORT_SHIFTS 160
#define MAX_SHORT_DAYS (1 << 21)

/* False where a figure is not of such a size. */
static inline bool
short_units_of(double x, ShortUnits *units)
{
	uint64_t	bits = double_to_bits(x);

	units->mantissa = (bits & (FIXEDSUM_HIDDEN_BIT - 1)) | FIXEDSUM_HIDDEN_BIT;
	units->shift = fixedsum_shift(x);
	units->sign = 0 - (bits >> 63);
	if (__builtin_expect(units->shift <= MAX_SHORT_SHIFT, 1))
		return true;
	/* Below 2^-12 the last digits are rounded off, half to even. */
	units->mantissa = fabs(x) < 1.0 ? (uint64_t) rint(fabs(x) * 0x1p64) : 0;
	units->shift = 0;
	return fabs(x) < 1.0;
}

/* Add a number of three limbs times 2^shift to a sum, or its negative. */
static inline __attribute__((always_inline)) bool
add_term(uint64_t *sum, int limbs, FixedWide lower, uint64_t upper, unsigned shift, uint64_t sign)
{
	uint64_t	term[WIDE_MAX_LIMBS] = {0};
	uint64_t   *place = term + shift / 64;
	unsigned	bits = shift % 64;
	uint64_t	middle = (uint64_t) (lower >> 64);
	uint64_t	old = sum[limbs - 1];
	uint64_t	carry = sign & 1;

	place[0] = (uint64_t) lower << bits;
	place[1] = middle << bits | ((uint64_t) lower >> 1) >> (63 - bits);
	place[2] = upper << bits | (middle >> 1) >> (63 - bits);
	place[3] = (upper >> 1) >> (63 - bits);
	for (int i = 0; i < limbs; i++)
	{
		FixedWide	s = (FixedWide) sum[i] + (term[i] ^ sign) + carry;

		sum[i] = (uint64_t) s;
		carry = (uint64_t) (s >> 64);
	}
	/* Overflow: both have one sign, and the result the other. */
	return (int64_t) ((old ^ sum[limbs - 1]) & (sign ^ sum[limbs - 1])) >= 0;
}

/*
 * The same for figures of ordinary size, by plain integers: products of up to 95 bits with
 * the weight alone, of 106, 127 and 159 bits with the value.
 */
static bool
add_short_figures(Trend *trend, int32_t day, const ShortUnits *y, const ShortUnits *w)
{
	uint64_t	days = day < 0 ? (uint64_t) -(int64_t) day : (uint64_t) day;
	uint64_t	day_sign = 0 - (uint64_t) (day < 0);
	FixedWide	wx = (FixedWide) w->mantissa * days;
	FixedWide	wy = (FixedWide) w->mantissa * y->mantissa;
	FixedWide	wyy_lower = (FixedWide) (uint64_t) wy * y->mantissa;
	FixedWide	wyy_upper =
		(FixedWide) (uint64_t) (wy >> 64) * y->mantissa + (uint64_t) (wyy_lower >> 64);
	unsigned	shift = w->shift + y->shift;
	uint64_t	sign = w->sign ^ y->sign;

	return add_term(trend->w, 3, w->mantissa, 0, w->shift, w->sign) &&
		add_term(trend->wx, 3, wx, 0, w->shift, w->sign ^ day_sign) &&
		add_term(trend->wxx, 3, wx * days, 0, w->shift, w->sign) &&
		add_term(trend->wy, 4, wy, 0, shift, sign) &&
		add_term(trend->wxy, 4, wy * days, 0, shift, sign ^ day_sign) &&
		add_term(trend->wyy, 5, wyy_upper << 64 | (uint64_t) wyy_lower,
				 (uint64_t) (wyy_upper >> 64),
				 shift + y->shift, w->sign);
}

/* A row of any weight, added (sign = 1) or subtracted (sign = -1). */
PlanError
trend_add_row(Trend *trend, int sign, int32_t day, double y, double weight)
{
	ShortUnits	w,
				value;

	if (!(weight >= 0.0))
		return PLAN_BAD_WEIGHT;
	if (weight < TREND_MIN_WEIGHT && weight != 0.0)
		return PLAN_SMALL_WEIGHT;
	if (__builtin_add_overflow(trend->count, sign, &trend->count))
		return PLAN_OUT_OF_RANGE;
	if (day <= -MAX_SHORT_DAYS || day >= MAX_SHORT_DAYS ||
		!short_units_of(sign * weight, &w) || !short_units_of(y, &value) ||
		w.shift + 2 * value.shift > MAX_SHORT_SHIFTS)
		return add_any_figures(trend, sign, day, y, weight);
	return add_short_figures(trend, day, &value, &w) ? PLAN_OK : PLAN_OUT_OF_RANGE;
}

/* Of two trends of one kind, one that is empty has no ceiling. */
static PlanError
merge_ceilings(Trend *trend, const Trend *other)
{
	if (trend->kind != other->kind)
		return PLAN_MIXED_KINDS;
	if (trend->ceiling == 0.0)
		trend->ceiling = other->ceiling;
	return other->ceiling == 0.0 || trend->ceiling == other->ceiling ? PLAN_OK : PLAN_MIXED_KINDS;
}

PlanError
trend_add(Trend *trend, const Trend *other)
{
	PlanError	error = merge_ceilings(trend, other);

	if (error != PLAN_OK)
		return error;
	if (__builtin_add_overflow(trend->count, other->count, &trend->count))
		return PLAN_OUT_OF_RANGE;
	for (int i = 0; i < TREND_SUMS; i++)
		if (!wide_add(trend_sum(trend, i), trend_sum_value(other, i), trend_sums[i].limbs))
			return PLAN_OUT_OF_RANGE;
	if (trend->ceiling != 0.0 && trend_is_empty(trend))
		trend->ceiling = 0.0;
	return PLAN_OK;
}

PlanError
trend_subtract(Trend *trend, const Trend *other)
{
	PlanError	error = merge_ceilings(trend, other);

	if (error != PLAN_OK)
		return error;
	if (__builtin_sub_overflow(trend->count, other->count, &trend->count))
		return PLAN_OUT_OF_RANGE;
	for (int i = 0; i < TREND_SUMS; i++)
		if (!wide_subtract(trend_sum(trend, i), trend_sum_value(other, i), trend_sums[i].limbs))
			return PLAN_OUT_OF_RANGE;
	if (trend->ceiling != 0.0 && trend_is_empty(trend))
		trend->ceiling = 0.0;
	return PLAN_OK;
}

/* A total order over all fields, for sorting and for equality. */
int
trend_compare(const Trend *a, const Trend *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->ceiling != b->ceiling)
		return a->ceiling < b->ceiling ? -1 : 1;
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	for (int i = 0; i < TREND_SUMS; i++)
	{
		int			order =
			wide_compare(trend_sum_value(a, i), trend_sum_value(b, i), trend_sums[i].limbs);

		if (order != 0)
			return order;
	}
	return 0;
}

/* The fields in their order, zeros left out. */
static PlanError
read_fields(const char **cursor, Trend *trend)
{
	PlanError	error = PLAN_OK;

	if (text_skip_name(cursor, "of"))
	{
		error = text_read_double(cursor, &trend->ceiling);
		if (error == PLAN_OK && (!text_skip_separator(cursor) || **cursor == '\0'))
			return PLAN_SYNTAX;
	}
	if (error == PLAN_OK && text_skip_name(cursor, "n"))
	{
		error = text_read_int64(cursor, &trend->count);
		if (error == PLAN_OK && !text_skip_separator(cursor))
			return PLAN_SYNTAX;
	}
	for (int i = 0; error == PLAN_OK && i < TREND_SUMS; i++)
		if (text_skip_name(cursor, trend_sums[i].name))
		{
			error = wide_read(cursor, trend_sum(trend, i), trend_sums[i].limbs);
			if (error == PLAN_OK && !text_skip_separator(cursor))
				return PLAN_SYNTAX;
		}
	return error;
}

/* Read "[kind] [of=ceiling] n=count w=sum ..." or "[kind] empty". */
PlanError
trend_read(const char *text, Trend *trend)
{
	PlanError	error;

	memset(trend, 0, sizeof(*trend));
	text_skip_spaces(&text);
	for (int kind = 0; kind < NUM_TREND_KINDS; kind++)
		if (text_skip_word(&text, trend_kind_names[kind]))
		{
			trend->kind = kind;
			if (!text_skip_separator(&text))
				return PLAN_SYNTAX;
			break;
		}
	if (text_skip_word(&text, EMPTY_TEXT))
	{
		text_skip_spaces(&text);
		return *text == '\0' ? PLAN_OK : PLAN_SYNTAX;
	}
	if (*text == '\0')
		return PLAN_SYNTAX;
	error = read_fields(&text, trend);
	if (error != PLAN_OK)
		return error;
	if (trend->kind == TREND_LOGIT && trend->ceiling > 0.0 && trend_is_empty(trend))
		trend->ceiling = 0.0;
	return *text == '\0' && trend_is_valid(trend) ? PLAN_OK : PLAN_SYNTAX;
}

size_t
trend_write(char *out, const Trend *trend)
{
	char	   *p = out;

	if (trend->kind != TREND_LINEAR)
		p += sprintf(p, "%s ", trend_kind_names[trend->kind]);
	if (trend_is_empty(trend))
		return (size_t) (p - out) + (size_t) sprintf(p, EMPTY_TEXT);
	if (trend->kind == TREND_LOGIT)
	{
		p += text_write_name(p, "of");
		p += text_write_double(p, trend->ceiling);
		*p++ = ' ';
	}
	if (trend->count != 0)
	{
		p += text_write_name(p, "n");
		p += text_write_int64(p, trend->count);
		*p++ = ' ';
	}
	for (int i = 0; i < TREND_SUMS; i++)
		if (wide_sign(trend_sum_value(trend, i), trend_sums[i].limbs) != 0)
		{
			p += text_write_name(p, trend_sums[i].name);
			p += wide_write(p, trend_sum_value(trend, i), trend_sums[i].limbs);
			*p++ = ' ';
		}
	*--p = '\0';
	return (size_t) (p - out);
}
