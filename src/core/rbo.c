/*
 * rbo.c
 *		Rank-biased overlap of two rankings that need not have the same items.
 *
 * Measure and bounds: W. Webber, A. Moffat and J. Zobel, "A similarity measure for
 * indefinite rankings", ACM TOIS 28 (2010).  Variants for ties, and rankings of unequal
 * length: M. Corsi and J. Urbano, "The treatment of ties in rank-biased overlap",
 * SIGIR 2024.
 *
 * At each depth d the agreement A(d) is the overlap of what both rankings have down to
 * there as a share of d, and RBO is (1 - p) * sum of p^(d - 1) * A(d).  A tie group is
 * entered at its top rank and complete at its bottom rank; between them each of its items
 * counts by an equal share.  So the overlap needs only be known as a few counts of items,
 * by how far each ranking has taken them.
 */
#include "core/rbo.h"

#include <math.h>
#include <stdbool.h>

/* How far a ranking has taken an item. */
enum
{
	ABSENT,						/* it never will */
	BELOW,
	ENTERED,
	COMPLETE,
	NUM_STAGES
};

/* Below this the rest of a series is lost in rounding. */
#define NEGLIGIBLE_POWER 1e-18

/* One ranking, and the tie group at the depth that has been reached. */
typedef struct RboList
{
	uint32_t   *item;			/* by rank */
	uint32_t   *bottom;			/* rank of the last that ties, counted from 1 */
	uint8_t    *stage;			/* by item */
	uint32_t	length;
	uint32_t	group_top;
	uint32_t	group_bottom;	/* 0 before the first; no depth is below it after the last */
} RboList;

typedef struct RboState
{
	RboList		s;				/* the shorter one */
	RboList		l;
	uint32_t	items[NUM_STAGES][NUM_STAGES];	/* by stage in s, in l */
	RboTies		ties;
	RboEstimate estimate;
	double		agreement_at_s; /* where the shorter one ended */
} RboState;

/*
 * The series, as the sum of p^(d - 1) * (A(d) - A(d - 1)): what does not change adds
 * nothing, so that two equal rankings have exactly 1.
 */
typedef struct RboSeries
{
	double		p;
	double		power;			/* p^(depth), the depths added so far */
	double		agreement;		/* the last one */
	double		sum;
} RboSeries;

static inline void
change_agreement(RboSeries *series, double agreement)
{
	series->sum += series->power * (agreement - series->agreement);
	series->agreement = agreement;
}

static inline void
add_depth(RboSeries *series, double agreement)
{
	change_agreement(series, agreement);
	series->power *= series->p;
}

static uint32_t
sort_items(const RboItem *items, uint32_t count, bool by_b, KeyedValue *work, InterruptCheck check,
		   KeyedValue **sorted)
{
	uint32_t	length = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		double		rank = by_b ? items[i].b : items[i].a;

		check_at_times(i, check);
		if (!isnan(rank))
			work[length++] = (KeyedValue) {sortable_double(rank), i};
	}
	*sorted = pairsort(work, work + count, length, check);
	return length;
}

/* Bring a ranking in order. */
static RboList
make_list(const RboItem *items, uint32_t count, bool by_b, KeyedValue *work, uint32_t *room,
		  uint8_t *stage, InterruptCheck check)
{
	RboList		list = {.item = room,.bottom = room + count,.stage = stage};
	KeyedValue *sorted;
	uint32_t	bottom = 0;

	list.length = bottom = sort_items(items, count, by_b, work, check, &sorted);
	memset(stage, ABSENT, count);
	for (uint32_t i = list.length; i-- > 0;)
	{
		check_at_times(i, check);
		if (i + 1 < list.length && sorted[i].key != sorted[i + 1].key)
			bottom = i + 1;
		list.bottom[i] = bottom;
		list.item[i] = (uint32_t) sorted[i].value;
		stage[list.item[i]] = BELOW;
	}
	return list;
}

static void
move_group(RboState *state, RboList *list, uint8_t stage, InterruptCheck check)
{
	for (uint32_t i = list->group_top; i <= list->group_bottom; i++)
	{
		uint32_t	item = list->item[i - 1];

		check_at_times(i, check);
		state->items[state->s.stage[item]][state->l.stage[item]]--;
		list->stage[item] = stage;
		state->items[state->s.stage[item]][state->l.stage[item]]++;
	}
}

/* Go on to a depth one below the last. */
static void
descend(RboState *state, RboList *list, uint32_t depth, InterruptCheck check)
{
	if (depth <= list->group_bottom)
		return;
	if (list->group_bottom > 0)
		move_group(state, list, COMPLETE, check);
	if (depth > list->length)
	{
		list->group_top = depth;
		list->group_bottom = UINT32_MAX;
		return;
	}
	list->group_top = depth;
	list->group_bottom = list->bottom[depth - 1];
	move_group(state, list, ENTERED, check);
}

/* By how much each item of the tie group counts. */
static inline double
group_share(const RboState *state, const RboList *list, uint32_t depth)
{
	if (state->ties == RBO_TIES_ARE_EQUAL || depth > list->length)
		return 1.0;
	return (double) (depth - list->group_top + 1) /
		(double) (list->group_bottom - list->group_top + 1);
}

/* By how much a ranking counts in all, for each variant in its own measure. */
static inline double
extent(const RboState *state, const RboList *list, uint32_t depth, double share)
{
	/* Below its end a ranking goes on without ties. */
	if (state->ties == RBO_TIES_ARE_UNKNOWN || depth > list->length)
		return depth;
	if (state->ties == RBO_TIES_ARE_EQUAL)
		return list->group_bottom;
	return (double) (list->group_top - 1) +
		share * share * (double) (list->group_bottom - list->group_top + 1);
}

static inline double
overlap(const RboState *state, double share_s, double share_l)
{
	/* Summed so that it is the same whichever of two equally long ones is called shorter. */
	return (double) state->items[COMPLETE][COMPLETE] +
		share_s * share_l * (double) state->items[ENTERED][ENTERED] +
		(share_s * (double) state->items[ENTERED][COMPLETE] +
		 share_l * (double) state->items[COMPLETE][ENTERED]);
}

/*
 * What the unseen items of the shorter ranking add to the overlap: they can only be among
 * those that so far only the longer one has.
 */
static double
unseen_overlap(const RboState *state, uint32_t depth, double share_l)
{
	double		unseen = (double) (depth - state->s.length);
	double		complete = (double) state->items[ABSENT][COMPLETE];
	double		entered = (double) state->items[ABSENT][ENTERED];

	if (state->estimate == RBO_MIN)
		return 0.0;
	if (state->estimate == RBO_MAX)
		return unseen <= complete ? unseen : complete + share_l * (unseen - complete);
	return unseen * state->agreement_at_s * ((complete + share_l * entered) / (complete + entered));
}

/* Agreement at a depth down to the end of the longer ranking. */
static double
agreement_at(const RboState *state, uint32_t depth)
{
	double		share_s = group_share(state, &state->s, depth);
	double		share_l = group_share(state, &state->l, depth);
	double		extent_s = extent(state, &state->s, depth, share_s);
	double		extent_l = extent(state, &state->l, depth, share_l);
	double		both = overlap(state, share_s, share_l);

	if (depth > state->s.length)
		both += unseen_overlap(state, depth, share_l);
	if (state->ties == RBO_TIES_ARE_EQUAL)
		return 2 * both / (extent_s + extent_l);
	if (state->ties == RBO_TIES_ARE_UNKNOWN)
		return both / depth;
	return both / sqrt(extent_s * extent_l);
}

/*
 * The least there can be below depth l, where the overlap stays x: the sum of p^d / d over
 * all d > l, which is what the first l terms leave of -ln(1 - p).
 */
static double
least_tail(const RboSeries *series, uint32_t l, double x, InterruptCheck check)
{
	double		rest = -log1p(-series->p);
	double		power = 1.0;

	/* There the difference would be rounding alone. */
	if (series->power < NEGLIGIBLE_POWER)
		return 0.0;
	for (uint32_t d = 1; d <= l; d++)
	{
		check_at_times(d, check);
		power *= series->p;
		rest -= power / d;
	}
	return rest > 0.0 ? x * rest * (1.0 - series->p) / series->p : 0.0;
}

/* Below both: every item seen in one only turns up in the other, and then all is common. */
static void
add_greatest_tail(RboSeries *series, const RboState *state, uint32_t x, InterruptCheck check)
{
	uint32_t	seen = state->s.length + state->l.length - x;

	for (uint32_t d = state->l.length + 1; d <= seen && series->power >= NEGLIGIBLE_POWER; d++)
	{
		check_at_times(d, check);
		add_depth(series, (double) (2 * (uint64_t) d - seen) / d);
	}
}

/* Add what lies below the end of both; there the overlap x is a count of items. */
static double
series_with_tail(RboSeries *series, const RboState *state, InterruptCheck check)
{
	uint32_t	l = state->l.length;
	uint32_t	x = state->items[COMPLETE][COMPLETE] + state->items[ENTERED][COMPLETE] +
		state->items[COMPLETE][ENTERED] + state->items[ENTERED][ENTERED];
	double		tail = 0.0;

	switch (state->estimate)
	{
		case RBO_EXTRAPOLATED:
			change_agreement(series,
							 ((double) x + (double) (l - state->s.length) * state->agreement_at_s) /
							 l);
			break;
		case RBO_MIN:
			change_agreement(series, 0.0);
			tail = least_tail(series, l, x, check);
			break;
		case RBO_MAX:
			add_greatest_tail(series, state, x, check);
			break;
	}
	return series->sum + tail;
}

/* p in (0, 1).  Where one of the rankings is empty there is nothing to compare. */
PlanError
rbo(const RboItem *items, uint32_t count, double p, RboTies ties, RboEstimate estimate,
	void *scratch, InterruptCheck check, double *result)
{
	KeyedValue *work = scratch;
	uint32_t   *room = (uint32_t *) (work + 2 * (size_t) count);
	uint8_t    *stages = (uint8_t *) (room + 4 * (size_t) count);
	RboState	state = {.ties = ties,.estimate = estimate};
	RboSeries	series = {.p = p,.power = 1.0};
	double		value;

	state.s = make_list(items, count, false, work, room, stages, check);
	state.l = make_list(items, count, true, work, room + 2 * (size_t) count, stages + count, check);
	if (state.s.length > state.l.length)
	{
		RboList		longer = state.s;

		state.s = state.l;
		state.l = longer;
	}
	if (state.s.length == 0)
		return PLAN_UNDEFINED;
	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, check);
		state.items[state.s.stage[i]][state.l.stage[i]]++;
	}

	for (uint32_t depth = 1; depth <= state.l.length; depth++)
	{
		double		agreement;

		check_at_times(depth, check);
		descend(&state, &state.s, depth, check);
		descend(&state, &state.l, depth, check);
		agreement = agreement_at(&state, depth);
		if (depth == state.s.length)
			state.agreement_at_s = agreement;
		add_depth(&series, agreement);
	}
	value = series_with_tail(&series, &state, check);
	*result = value < 0.0 ? 0.0 : value > 1.0 ? 1.0 : value;
	return PLAN_OK;
}
