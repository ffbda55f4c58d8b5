/*
 * Pairs of scores: every measure against its definition over all pairs of pairs, whatever
 * the order they come in.  The same pairs as ranks of items: overlap by its definition.
 */
#include "core/agreement.h"
#include "core/rbo.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 98

/* More than pairsort inserts and the first runs of a merge. */
#define MAX_PAIRS 48

/* Their overlap takes the fourth power of this. */
#define MAX_ITEMS 12

typedef struct Sample
{
	uint32_t	count;
	ScorePair	pair[MAX_PAIRS];
} Sample;

static void
never(void)
{
}

static void *
allocate(size_t size)
{
	return malloc(size > 0 ? size : 1);
}

static int
sign_of(double a, double b)
{
	return (a > b) - (a < b);
}

/* Twice the average rank of a pair's x, or y. */
static uint32_t
doubled_rank_of(const Sample *s, uint32_t i, bool y)
{
	uint32_t	doubled = 1;

	for (uint32_t j = 0; j < s->count; j++)
	{
		int			sign = y ? sign_of(s->pair[i].y, s->pair[j].y) :
			sign_of(s->pair[i].x, s->pair[j].x);

		doubled += sign > 0 ? 2 : sign == 0 ? 1 : 0;
	}
	return doubled;
}

/* Place from the top by x, then by y (or the other way round); equals in any order. */
static uint32_t
place_of(const Sample *s, uint32_t i, bool by_y)
{
	uint32_t	place = 1;

	for (uint32_t j = 0; j < s->count; j++)
	{
		int			x = sign_of(s->pair[j].x, s->pair[i].x);
		int			y = sign_of(s->pair[j].y, s->pair[i].y);
		int			first = by_y ? y : x;
		int			second = by_y ? x : y;

		place += first > 0 || (first == 0 && (second > 0 || (second == 0 && j < i)));
	}
	return place;
}

static double
weighted_by_definition(const Sample *s, ExchangeWeight form, bool by_y)
{
	double		weight[MAX_PAIRS];
	double		xy = 0.0,
				xx = 0.0,
				yy = 0.0;

	for (uint32_t i = 0; i < s->count; i++)
		weight[i] = 1.0 / place_of(s, i, by_y);
	for (uint32_t i = 0; i < s->count; i++)
		for (uint32_t j = 0; j < i; j++)
		{
			double		w = form == WEIGHT_SUM ? weight[i] + weight[j] : weight[i] * weight[j];
			int			x = sign_of(s->pair[i].x, s->pair[j].x);
			int			y = sign_of(s->pair[i].y, s->pair[j].y);

			xy += w * x * y;
			xx += w * x * x;
			yy += w * y * y;
		}
	return xy / sqrt(xx * yy);
}

static void
check_counts(const Sample *s, const RankedPairs *ranked, int64_t discordant)
{
	int64_t		tied_x = 0,
				tied_y = 0,
				tied_both = 0,
				opposite = 0;

	for (uint32_t i = 0; i < s->count; i++)
		for (uint32_t j = 0; j < i; j++)
		{
			int			x = sign_of(s->pair[i].x, s->pair[j].x);
			int			y = sign_of(s->pair[i].y, s->pair[j].y);

			tied_x += x == 0;
			tied_y += y == 0;
			tied_both += x == 0 && y == 0;
			opposite += x * y < 0;
		}
	CHECK(tied_x == ranked->tied_x && tied_y == ranked->tied_y);
	CHECK(tied_both == ranked->tied_both && opposite == discordant);
}

/* Ranks, as sums that do not depend on the order. */
static void
check_ranks(const Sample *s, const RankedPairs *ranked)
{
	double		sum = 0.0,
				largest = 0.0;
	uint64_t	ours = 0,
				theirs = 0;

	for (uint32_t i = 0; i < s->count; i++)
	{
		uint64_t	x = doubled_rank_of(s, i, false);
		uint64_t	y = doubled_rank_of(s, i, true);
		double		shift = fabs((double) x - (double) y) / 2;

		sum += shift;
		largest = shift > largest ? shift : largest;
		theirs += x * x * 1000003 + x * y;
		ours += (uint64_t) ranked->pair[i].x * ranked->pair[i].x * 1000003 +
			(uint64_t) ranked->pair[i].x * ranked->pair[i].y;
	}
	CHECK(ours == theirs);
	CHECK(footrule(ranked, never) == sum && largest_shift(ranked, never) == largest);
}

static void
check_measures(const Sample *s, const RankedPairs *ranked, int64_t discordant, void *scratch)
{
	double		tau_b,
				tau_c,
				rho,
				weighted,
				share;
	bool		exists = ranked->distinct_x > 1 && ranked->distinct_y > 1;

	CHECK((kendall_tau_b(ranked, discordant, &tau_b) == PLAN_OK) == exists);
	CHECK((kendall_tau_c(ranked, discordant, &tau_c) == PLAN_OK) == exists);
	CHECK((spearman_rho(ranked, never, &rho) == PLAN_OK) == exists);
	CHECK((footrule_normalized(ranked, never, &share) == PLAN_OK) == (s->count > 1));
	CHECK(s->count < 2 || (share >= 0.0 && share <= 1.0));
	for (int form = WEIGHT_SUM; form <= WEIGHT_PRODUCT; form++)
	{
		CHECK((weighted_tau(ranked, form, scratch, never, &weighted) == PLAN_OK) == exists);
		if (exists)
			CHECK(fabs(weighted - (weighted_by_definition(s, form, false) +
								   weighted_by_definition(s, form, true)) / 2) < 1e-11);
	}
	if (!exists)
		return;
	CHECK(fabs(tau_b) <= 1.0 && fabs(tau_c) <= 1.0 && fabs(rho) <= 1.0);
	CHECK((tau_b == 1.0) == (discordant == 0 && ranked->tied_x == ranked->tied_both &&
							 ranked->tied_y == ranked->tied_both));
}

/* How much of an item a ranking has taken at a depth. */
static double
contribution(const RboItem *items, uint32_t count, uint32_t i, bool b, uint32_t depth, RboTies ties)
{
	double		rank = b ? items[i].b : items[i].a;
	uint32_t	above = 0,
				tied = 0;

	if (isnan(rank))
		return 0.0;
	for (uint32_t j = 0; j < count; j++)
	{
		double		other = b ? items[j].b : items[j].a;

		above += other < rank;
		tied += other == rank;
	}
	if (depth <= above)
		return 0.0;
	if (ties == RBO_TIES_ARE_EQUAL || depth >= above + tied)
		return 1.0;
	return (double) (depth - above) / tied;
}

/* The part of the series down to the end of the shorter ranking: a lower bound. */
static double
series_by_definition(const RboItem *items, uint32_t count, uint32_t depths, double p, RboTies ties)
{
	double		sum = 0.0,
				power = 1.0 - p;

	for (uint32_t d = 1; d <= depths; d++, power *= p)
	{
		double		both = 0.0,
					a_sum = 0.0,
					b_sum = 0.0,
					a_square = 0.0,
					b_square = 0.0;

		for (uint32_t i = 0; i < count; i++)
		{
			double		a = contribution(items, count, i, false, d, ties);
			double		b = contribution(items, count, i, true, d, ties);

			both += a * b;
			a_sum += a;
			b_sum += b;
			a_square += a * a;
			b_square += b * b;
		}
		sum += power * (ties == RBO_TIES_ARE_EQUAL ? 2 * both / (a_sum + b_sum)
						: ties == RBO_TIES_ARE_UNKNOWN ? both / d :
						both / sqrt(a_square * b_square));
	}
	return sum;
}

static void
check_overlap(const RboItem *items, uint32_t count, double p)
{
	void	   *scratch = allocate(rbo_scratch_size(count));
	uint32_t	in_a = 0,
				in_b = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		in_a += !isnan(items[i].a);
		in_b += !isnan(items[i].b);
	}
	for (int ties = RBO_TIES_ARE_EQUAL; ties <= RBO_TIES_ARE_CORRECTED; ties++)
	{
		uint32_t	shorter = in_a < in_b ? in_a : in_b;
		double		value[3];
		double		series;

		for (int estimate = RBO_EXTRAPOLATED; estimate <= RBO_MAX; estimate++)
			CHECK((rbo(items, count, p, ties, estimate, scratch, never,
					   &value[estimate]) == PLAN_OK) ==
				  (shorter > 0));
		if (shorter == 0)
			continue;
		CHECK(value[RBO_MIN] <= value[RBO_EXTRAPOLATED] + 1e-12);
		CHECK(value[RBO_EXTRAPOLATED] <= value[RBO_MAX] + 1e-12);
		CHECK(value[RBO_MIN] >= 0.0 && value[RBO_MAX] <= 1.0);
		series = series_by_definition(items, count, shorter, p, ties);
		CHECK(series <= value[RBO_MIN] + 1e-11);
		CHECK(value[RBO_MAX] <= series + pow(p, shorter) + 1e-11);
	}
	free(scratch);
}

static void
check_sample(const Sample *s, double p)
{
	void	   *scratch = allocate(agreement_scratch_size(s->count));
	RankedPairs ranked = {.pair = allocate(s->count * sizeof(RankedPair))};
	RboItem    *items = allocate(s->count * sizeof(RboItem));
	uint32_t	few = s->count < MAX_ITEMS ? s->count : MAX_ITEMS;
	int64_t		discordant;

	agreement_rank(s->pair, s->count, scratch, never, &ranked);
	discordant = agreement_discordant(&ranked, scratch, never);
	check_counts(s, &ranked, discordant);
	check_ranks(s, &ranked);
	check_measures(s, &ranked, discordant, scratch);

	/* Large ones are in one of the rankings only. */
	for (uint32_t i = 0; i < few; i++)
		items[i] = (RboItem) {s->pair[i].x > 1000.0 ? NAN : s->pair[i].x,
			s->pair[i].y > 1000.0 ? NAN : s->pair[i].y};
	check_overlap(items, few, p);
	free(items);
	free(ranked.pair);
	free(scratch);
}

/* A byte as a score: mostly small numbers, which tie often. */
static double
score_from(uint8_t byte)
{
	static const double unusual[] = {HUGE_VAL, -HUGE_VAL, -0.0, 1e308, -1e308, 5e-324, 0.1, 1e9};

	return byte >= 248 ? unusual[byte - 248] : byte >= 240 ? 2000.0 + byte : (byte - 120) / 8.0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static Sample sample;
	uint32_t	coarse;

	if (size < 2)
		return 0;
	coarse = 1 + data[1] % 64;
	sample.count = (uint32_t) ((size - 2) / 2 < MAX_PAIRS ? (size - 2) / 2 : MAX_PAIRS);
	for (uint32_t i = 0; i < sample.count; i++)
	{
		uint8_t		x = data[2 + 2 * i];
		uint8_t		y = data[3 + 2 * i];

		sample.pair[i].x = score_from(x >= 240 ? x : x / coarse * coarse);
		sample.pair[i].y = score_from(y);
	}
	check_sample(&sample, (data[0] + 0.5) / 256);
	return 0;
}
