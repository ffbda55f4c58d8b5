/*
 * agreement.c
 *		How far two rankings of the same things agree.
 *
 * Kendall's tau in O(n log n): W. R. Knight, "A computer method for calculating Kendall's
 * tau with ungrouped data", JASA 61 (1966).  tau-b and tau-c for ties: M. G. Kendall,
 * "Rank correlation methods" (1970), and A. Stuart, Biometrika 40 (1953).  Weighted tau:
 * S. Vigna, "A weighted correlation index for rankings with ties", WWW 2015.  Spearman's
 * rho is Pearson's correlation of average ranks.  Footrule on average ranks: R. Fagin et
 * al., "Comparing partial rankings", SIAM J. Discrete Math. 20 (2006).
 */
#include "core/agreement.h"

#include <math.h>

/* A weight of 1; the smallest, of the last of AGREEMENT_MAX_PAIRS places, keeps 27 bits. */
#define WEIGHT_ONE (UINT64_C(1) << 58)

/* Runs up to this length are sorted by insertion before they are merged. */
#define FIRST_RUN 8

/* n over 2 */
static inline int64_t
pairs_of(int64_t n)
{
	return n * (n - 1) / 2;
}

static inline double
clamp_to_one(double x)
{
	return x > 1.0 ? 1.0 : x < -1.0 ? -1.0 : x;
}

/*
 * Ranking.
 */

/* Behind the last of those that tie with the first. */
static inline uint32_t
end_of_ties(const KeyedValue *pairs, uint32_t first, uint32_t count)
{
	uint32_t	end = first + 1;

	while (end < count && pairs[end].key == pairs[first].key)
		end++;
	return end;
}

/* Twice the mean of the ranks first + 1 ... end. */
static inline uint32_t
doubled_rank(uint32_t first, uint32_t end)
{
	return first + 1 + end;
}

/* From (y, x) by y to (x, rank of y). */
static void
rank_second(KeyedValue *pairs, RankedPairs *ranked, InterruptCheck check)
{
	for (uint32_t first = 0, end; first < ranked->count; first = end)
	{
		end = end_of_ties(pairs, first, ranked->count);
		for (uint32_t i = first; i < end; i++)
		{
			check_at_times(i, check);
			pairs[i].key = pairs[i].value;
			pairs[i].value = doubled_rank(first, end);
		}
		ranked->tied_y += pairs_of(end - first);
		ranked->distinct_y++;
	}
}

/* From (x, rank of y) by x, then by y. */
static void
rank_first(const KeyedValue *pairs, RankedPairs *ranked, InterruptCheck check)
{
	uint32_t	same = 0;		/* pairs before this one that equal it */

	for (uint32_t first = 0, end; first < ranked->count; first = end)
	{
		end = end_of_ties(pairs, first, ranked->count);
		for (uint32_t i = first; i < end; i++)
		{
			check_at_times(i, check);
			ranked->pair[i].x = doubled_rank(first, end);
			ranked->pair[i].y = (uint32_t) pairs[i].value;
			same = i > first && pairs[i].value == pairs[i - 1].value ? same + 1 : 0;
			ranked->tied_both += same;
		}
		ranked->tied_x += pairs_of(end - first);
		ranked->distinct_x++;
	}
}

/* Rank pairs of scores, none of them NaN, into ranked->pair, which the caller provides. */
void
agreement_rank(const ScorePair *scores, uint32_t count, void *scratch, InterruptCheck check,
			   RankedPairs *ranked)
{
	KeyedValue *work = scratch;
	KeyedValue *sorted;

	*ranked = (RankedPairs) {.count = count,.pair = ranked->pair};
	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, check);
		work[i] = (KeyedValue) {sortable_double(scores[i].y), sortable_double(scores[i].x)};
	}
	sorted = pairsort(work, work + count, count, check);
	rank_second(sorted, ranked, check);
	sorted = pairsort(sorted, sorted == work ? work + count : work, count, check);
	rank_first(sorted, ranked, check);
}

/*
 * Kendall's tau.
 */

/* Sort a short run, counting exchanges. */
static int64_t
insert_and_count(uint32_t *run, uint32_t length)
{
	int64_t		exchanges = 0;

	for (uint32_t i = 1; i < length; i++)
	{
		uint32_t	moved = run[i];
		uint32_t	place = i;

		for (; place > 0 && run[place - 1] > moved; place--)
			run[place] = run[place - 1];
		run[place] = moved;
		exchanges += i - place;
	}
	return exchanges;
}

/*
 * So many steps of a merge never run beyond the end of either run; after some, it is time to
 * ask whether to go on.
 */
static inline ptrdiff_t
safe_steps(ptrdiff_t left, ptrdiff_t right)
{
	ptrdiff_t	steps = left < right ? left : right;

	return steps < ELEMENTS_BETWEEN_CHECKS ? steps : ELEMENTS_BETWEEN_CHECKS;
}

/* Merge two runs, counting how many of the left each of the right overtakes. */
static int64_t
merge_and_count(const uint32_t *left, const uint32_t *middle, const uint32_t *end, uint32_t *to,
				InterruptCheck check)
{
	const uint32_t *right = middle;
	int64_t		exchanges = 0;
	ptrdiff_t	unchecked = 0;

	while (left < middle && right < end)
	{
		ptrdiff_t	steps = safe_steps(middle - left, end - right);

		/* Without branches, which no processor could foretell. */
		for (ptrdiff_t i = 0; i < steps; i++)
		{
			uint32_t	l = *left;
			uint32_t	r = *right;
			bool		overtakes = r < l;

			*to++ = overtakes ? r : l;
			exchanges += (middle - left) & -(int64_t) overtakes;
			right += overtakes;
			left += !overtakes;
		}
		unchecked += steps;
		if (unchecked >= ELEMENTS_BETWEEN_CHECKS)
		{
			check();
			unchecked = 0;
		}
	}
	memcpy(to, left, (size_t) (middle - left) * sizeof(*to));
	memcpy(to + (middle - left), right, (size_t) (end - right) * sizeof(*to));
	return exchanges;
}

static inline uint32_t
smaller(uint64_t a, uint64_t b)
{
	return (uint32_t) (a < b ? a : b);
}

/*
 * Pairs of pairs in which x and y stand in opposite orders: the exchanges it takes to sort
 * by y what is sorted by x, ties in x being in the order of y.
 */
int64_t
agreement_discordant(const RankedPairs *ranked, void *scratch, InterruptCheck check)
{
	uint32_t	count = ranked->count;
	uint32_t   *from = scratch;
	uint32_t   *to = from + count;
	int64_t		exchanges = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, check);
		from[i] = ranked->pair[i].y;
	}
	for (uint64_t first = 0; first < count; first += FIRST_RUN)
	{
		check_at_times((uint32_t) first, check);
		exchanges += insert_and_count(from + first, smaller(count - first, FIRST_RUN));
	}
	for (uint64_t run = FIRST_RUN; run < count; run *= 2)
	{
		uint32_t   *swap = from;

		for (uint64_t first = 0; first < count; first += 2 * run)
		{
			check_at_times((uint32_t) first, check);
			exchanges += merge_and_count(from + first, from + smaller(first + run, count),
										 from + smaller(first + 2 * run, count), to + first, check);
		}
		from = to;
		to = swap;
	}
	return exchanges;
}

static int64_t
concordant_less_discordant(const RankedPairs *ranked, int64_t discordant)
{
	return pairs_of(ranked->count) - ranked->tied_x - ranked->tied_y + ranked->tied_both -
		2 * discordant;
}

/* Where one of them is all tied there is no tau. */
PlanError
kendall_tau_b(const RankedPairs *ranked, int64_t discordant, double *tau)
{
	int64_t		untied_x = pairs_of(ranked->count) - ranked->tied_x;
	int64_t		untied_y = pairs_of(ranked->count) - ranked->tied_y;

	if (untied_x == 0 || untied_y == 0)
		return PLAN_UNDEFINED;
	*tau = clamp_to_one((double) concordant_less_discordant(ranked, discordant) /
						sqrt((double) untied_x * (double) untied_y));
	return PLAN_OK;
}

PlanError
kendall_tau_c(const RankedPairs *ranked, int64_t discordant, double *tau)
{
	WideInt		classes = ranked->distinct_x < ranked->distinct_y
		? ranked->distinct_x : ranked->distinct_y;
	WideInt		difference = concordant_less_discordant(ranked, discordant);

	if (classes < 2)
		return PLAN_UNDEFINED;
	*tau = (double) (2 * difference * classes) /
		(double) ((WideInt) ranked->count * ranked->count * (classes - 1));
	return PLAN_OK;
}

/*
 * Weighted tau: an exchange near the top weighs more.  The place of rank r, the highest
 * score being of rank 0, weighs 1 / (r + 1).  Weights are whole numbers of 1 / WEIGHT_ONE,
 * so that nothing is lost when the weights of ties are taken away.
 */

/* What is needed for the weight of all exchanges within a set of places. */
typedef struct PlaceWeights
{
	uint32_t	places;
	uint64_t	sum;			/* below 2^63: the harmonic numbers grow slowly */
	WideInt		sum_of_squares;
} PlaceWeights;

static inline void
add_place(PlaceWeights *set, uint64_t weight)
{
	set->places++;
	set->sum += weight;
	set->sum_of_squares += (WideInt) weight * weight;
}

static inline WideInt
exchanges_within(const PlaceWeights *set, ExchangeWeight form)
{
	if (set->places < 2)
		return 0;
	if (form == WEIGHT_SUM)
		return (WideInt) set->sum * (set->places - 1);
	return ((WideInt) set->sum * set->sum - set->sum_of_squares) / 2;
}

/* Take the weight of the exchanges within a set, and empty it. */
static inline WideInt
close_set(PlaceWeights *set, ExchangeWeight form)
{
	WideInt		weight = exchanges_within(set, form);

	*set = (PlaceWeights) {0};
	return weight;
}

/* The weight of exchanges of all kinds, when pairs are ranked by one of their scores first. */
typedef struct ExchangeWeights
{
	WideInt		all;
	WideInt		tied_first;
	WideInt		tied_second;
	WideInt		tied_both;
	WideInt		discordant;
} ExchangeWeights;

/* From (first, second), sorted by both, to (second, weight of the place). */
static void
weigh_places(KeyedValue *pairs, uint32_t count, ExchangeWeight form, InterruptCheck check,
			 ExchangeWeights *weights)
{
	PlaceWeights all = {0},
				same_first = {0},
				same_both = {0};
	KeyedValue	last = {0};

	for (uint32_t i = 0; i < count; i++)
	{
		KeyedValue	pair = pairs[i];
		uint64_t	weight = WEIGHT_ONE / (count - i);

		check_at_times(i, check);
		if (pair.key != last.key)
			weights->tied_first += close_set(&same_first, form);
		if (pair.key != last.key || pair.value != last.value)
			weights->tied_both += close_set(&same_both, form);
		add_place(&all, weight);
		add_place(&same_first, weight);
		add_place(&same_both, weight);
		last = pair;
		pairs[i] = (KeyedValue) {pair.value, weight};
	}
	weights->tied_first += close_set(&same_first, form);
	weights->tied_both += close_set(&same_both, form);
	weights->all = close_set(&all, form);
}

/* The weight of the exchanges among equals, which stand together. */
static WideInt
weigh_ties(const KeyedValue *ranks, uint32_t count, ExchangeWeight form, InterruptCheck check)
{
	PlaceWeights same = {0};
	WideInt		tied = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, check);
		if (i > 0 && ranks[i].key != ranks[i - 1].key)
			tied += close_set(&same, form);
		add_place(&same, ranks[i].value);
	}
	return tied + close_set(&same, form);
}

/* Merge two runs, weighing the exchanges. */
static WideInt
merge_and_weigh(const KeyedValue *left, const KeyedValue *middle, const KeyedValue *end,
				KeyedValue *to, ExchangeWeight form, InterruptCheck check)
{
	const KeyedValue *right = middle;
	uint64_t	left_sum = 0;
	uint32_t	steps = 0;
	WideInt		exchanged = 0;

	for (const KeyedValue *l = left; l < middle; l++)
	{
		check_at_times(++steps, check);
		left_sum += l->value;
	}
	while (left < middle && right < end)
	{
		check_at_times(++steps, check);
		if (right->key < left->key)
		{
			exchanged += form == WEIGHT_PRODUCT ? (WideInt) right->value * left_sum
				: (WideInt) right->value * (middle - left) + left_sum;
			*to++ = *right++;
		}
		else
		{
			left_sum -= left->value;
			*to++ = *left++;
		}
	}
	memcpy(to, left, (size_t) (middle - left) * sizeof(*to));
	memcpy(to + (middle - left), right, (size_t) (end - right) * sizeof(*to));
	return exchanged;
}

/* The weight of the exchanges it takes to sort.  The sorted array is returned. */
static KeyedValue *
weigh_sorting(KeyedValue *from, KeyedValue *to, uint32_t count, ExchangeWeight form,
			  InterruptCheck check, WideInt *exchanged)
{
	for (uint64_t run = 1; run < count; run *= 2)
	{
		KeyedValue *swap = from;

		for (uint64_t first = 0; first < count; first += 2 * run)
		{
			check_at_times((uint32_t) first, check);
			*exchanged += merge_and_weigh(from + first, from + smaller(first + run, count),
										  from + smaller(first + 2 * run, count), to + first, form,
										  check);
		}
		from = to;
		to = swap;
	}
	return from;
}

/* Weighted tau of (first, second) sorted by both, with the places that order gives. */
static double
tau_by_first(KeyedValue *pairs, KeyedValue *scratch, uint32_t count, ExchangeWeight form,
			 InterruptCheck check)
{
	ExchangeWeights weight = {0};
	WideInt		untied_first,
				untied_second,
				difference;

	weigh_places(pairs, count, form, check, &weight);
	pairs = weigh_sorting(pairs, scratch, count, form, check, &weight.discordant);
	weight.tied_second = weigh_ties(pairs, count, form, check);
	untied_first = weight.all - weight.tied_first;
	untied_second = weight.all - weight.tied_second;
	difference = untied_first - weight.tied_second + weight.tied_both - 2 * weight.discordant;
	return (double) difference / sqrt((double) untied_first * (double) untied_second);
}

/* The mean of both ways to break ties in rank: by x and then y, by y and then x. */
PlanError
weighted_tau(const RankedPairs *ranked, ExchangeWeight form, void *scratch, InterruptCheck check,
			 double *tau)
{
	uint32_t	count = ranked->count;
	KeyedValue *pairs = scratch;
	KeyedValue *other = pairs + count;
	KeyedValue *sorted;
	double		by_x;

	if (ranked->distinct_x < 2 || ranked->distinct_y < 2)
		return PLAN_UNDEFINED;
	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, check);
		pairs[i] = (KeyedValue) {ranked->pair[i].x, ranked->pair[i].y};
	}
	by_x = tau_by_first(pairs, other, count, form, check);

	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, check);
		pairs[i] = (KeyedValue) {ranked->pair[i].y, ranked->pair[i].x};
	}
	sorted = pairsort(pairs, other, count, check);
	*tau = clamp_to_one((by_x + tau_by_first(sorted, sorted == pairs ? other : pairs, count, form,
											 check)) / 2);
	return PLAN_OK;
}

/*
 * What is taken on the ranks themselves.
 */

/* Pearson's correlation.  The mean of the doubled ranks is count + 1, ties or none. */
PlanError
spearman_rho(const RankedPairs *ranked, InterruptCheck check, double *rho)
{
	int64_t		mean = (int64_t) ranked->count + 1;
	WideInt		xx = 0,
				yy = 0,
				xy = 0;

	if (ranked->distinct_x < 2 || ranked->distinct_y < 2)
		return PLAN_UNDEFINED;
	for (uint32_t i = 0; i < ranked->count; i++)
	{
		int64_t		x = ranked->pair[i].x - mean;
		int64_t		y = ranked->pair[i].y - mean;

		check_at_times(i, check);
		xx += x * x;
		yy += y * y;
		xy += x * y;
	}
	*rho = clamp_to_one((double) xy / sqrt((double) xx * (double) yy));
	return PLAN_OK;
}

static inline uint32_t
doubled_shift(const RankedPair *pair)
{
	return pair->x > pair->y ? pair->x - pair->y : pair->y - pair->x;
}

static uint64_t
doubled_footrule(const RankedPairs *ranked, InterruptCheck check)
{
	uint64_t	sum = 0;

	for (uint32_t begin = 0, end; begin < ranked->count; begin = end)
	{
		check();
		end = end_of_stretch(begin, ranked->count);
		for (uint32_t i = begin; i < end; i++)
			sum += doubled_shift(&ranked->pair[i]);
	}
	return sum;
}

/* The sum of all shifts in rank. */
double
footrule(const RankedPairs *ranked, InterruptCheck check)
{
	return (double) doubled_footrule(ranked, check) / 2;
}

/* As a share of the largest footrule there can be, that of a reversed ranking. */
PlanError
footrule_normalized(const RankedPairs *ranked, InterruptCheck check, double *result)
{
	uint64_t	largest = (uint64_t) ranked->count * ranked->count / 2;

	if (largest == 0)
		return PLAN_UNDEFINED;
	*result = (double) doubled_footrule(ranked, check) / (double) (2 * largest);
	return PLAN_OK;
}

double
largest_shift(const RankedPairs *ranked, InterruptCheck check)
{
	uint32_t	largest = 0;

	for (uint32_t i = 0; i < ranked->count; i++)
	{
		check_at_times(i, check);
		if (doubled_shift(&ranked->pair[i]) > largest)
			largest = doubled_shift(&ranked->pair[i]);
	}
	return (double) largest / 2;
}
