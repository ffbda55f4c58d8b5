/*
 * targets.c
 *		The target of any period, from those that are stated.
 *
 * A stated target is taken as it is.  Else stated targets that cover the period without gap, of
 * those that begin together the longest, give its own by the rule, and else it is a part of the
 * nearest period around it that has one.
 *
 * Parts of a sum are never what earlier parts were rounded to: each is its share, by weights, of
 * what the stated parts leave of the whole.  So the parts of a period add up to it, as far as
 * float8 holds them, whatever the grain.  A whole that its stated parts exceed leaves less than
 * nothing to the others.  Where stated spans overlap and neither lies in the other, the nearest
 * around a period counts, and parts add up within that.
 */
#include "core/targets.h"

#include <math.h>

#include "core/fixedsum.h"

/* The numbers of a goal: two bounds and a baseline. */
#define GOAL_NUMBERS 3

#define MONTHS_OF_YEAR 12

/* A goal in the making, whose bounds may yet be in the wrong order. */
typedef struct Numbers
{
	double		number[GOAL_NUMBERS];
	uint8_t		direction;
	bool		has_baseline;
} Numbers;

/* By first month, of these the longest first. */
int
month_span_compare(MonthSpan a, MonthSpan b)
{
	if (a.first != b.first)
		return a.first < b.first ? -1 : 1;
	return (a.end < b.end) - (a.end > b.end);
}

bool
targets_are_valid(const StatedTarget *stated, int32_t count)
{
	for (int32_t i = 0; i < count; i++)
	{
		if (stated[i].span.first >= stated[i].span.end ||
			(i > 0 && month_span_compare(stated[i - 1].span, stated[i].span) >= 0))
			return false;
	}
	return true;
}

static bool
span_contains(MonthSpan outer, MonthSpan inner)
{
	return inner.first >= outer.first && inner.end <= outer.end;
}

static Numbers
numbers_of(const Goal *goal)
{
	return (Numbers) {{goal->bound[0], goal->bound[1], goal->baseline}, goal->direction,
		goal->has_baseline};
}

/* PLAN_UNDEFINED where the lower bound would lie above the upper: there is no such goal. */
static PlanError
goal_of_numbers(const Numbers *numbers, Goal *goal)
{
	PlanError	error = goal_make(goal, (GoalDirection) numbers->direction, numbers->number[0],
								  numbers->number[1], numbers->has_baseline, numbers->number[2]);

	return error == PLAN_REVERSED ? PLAN_UNDEFINED : error;
}

static int64_t
year_of_month(int64_t month)
{
	int64_t		rest = month % MONTHS_OF_YEAR;

	return month - (rest < 0 ? rest + MONTHS_OF_YEAR : rest);
}

static bool
is_whole_years(MonthSpan span)
{
	return year_of_month(span.first) == span.first && year_of_month(span.end) == span.end;
}

/* Whether a span is one of several years that each build up from 0: these add up. */
bool
targets_run_over_years(const TargetList *list, MonthSpan span)
{
	return list->rule == TARGET_RUNNING && is_whole_years(span) &&
		(int64_t) span.end - span.first > MONTHS_OF_YEAR;
}

/* The first that does not come before a span. */
static int32_t
find_stated(const TargetList *list, MonthSpan span)
{
	int32_t		low = 0;
	int32_t		high = list->count;

	while (low < high)
	{
		int32_t		middle = low + (high - low) / 2;

		if (month_span_compare(list->stated[middle].span, span) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The shortest around a span, of equally long ones the latest; NULL if there is none. */
static const StatedTarget *
find_around(const TargetList *list, MonthSpan span, int64_t at_least)
{
	const StatedTarget *nearest = NULL;
	int64_t		length = INT64_MAX;

	/* What is around a span comes before it. */
	for (int32_t i = find_stated(list, span) - 1; i >= 0; i--)
	{
		const StatedTarget *stated = &list->stated[i];
		int64_t		months = (int64_t) stated->span.end - stated->span.first;

		if (stated->span.end >= span.end && months < length && months >= at_least)
		{
			nearest = stated;
			length = months;
		}
	}
	return nearest;
}

/*
 * The next part of a span: the stated one that begins first at or after a month, and of these the
 * longest, within the span but not the whole of it.  NULL after the last.  Of years that build up
 * from 0 only whole ones add up.
 */
static const StatedTarget *
next_part(const TargetList *list, MonthSpan span, int32_t *place, int32_t from)
{
	bool		in_years = targets_run_over_years(list, span);

	for (; *place < list->count && list->stated[*place].span.first < span.end; ++*place)
	{
		const StatedTarget *part = &list->stated[*place];

		if (in_years && !is_whole_years(part->span))
			continue;
		if (part->span.first >= from && span_contains(span, part->span) &&
			month_span_compare(span, part->span) != 0)
		{
			++*place;
			return part;
		}
	}
	return NULL;
}

/* Whether stated parts cover a span without gap. */
static bool
is_covered(const TargetList *list, MonthSpan span)
{
	int32_t		place = find_stated(list, span);
	int32_t		from = span.first;
	const StatedTarget *part;

	while (from < span.end && (part = next_part(list, span, &place, from)) != NULL)
	{
		if (part->span.first != from)
			return false;
		from = part->span.end;
	}
	return from == span.end;
}

/* Goals of two directions have nothing in common; a baseline is lost if one of them has none. */
static bool
take_form(Numbers *numbers, const Goal *goal)
{
	numbers->has_baseline = numbers->has_baseline && goal->has_baseline;
	return numbers->direction == goal->direction;
}

static double
combine(TargetRule rule, double a, double b)
{
	switch (rule)
	{
		case TARGET_LARGEST:
			return fmax(a, b);
		case TARGET_SMALLEST:
			return fmin(a, b);
		case TARGET_FIRST:
			return a;
		default:
			return b;
	}
}

/* Add the numbers of a goal as often as times says. */
static bool
add_numbers(FixedSum *sums, const Goal *goal, double times)
{
	Numbers		numbers = numbers_of(goal);
	bool		fits = true;

	for (int i = 0; i < GOAL_NUMBERS; i++)
		fits = fits && fixedsum_add_any_product(&sums[i], numbers.number[i], times);
	return fits;
}

/* The goal of a span from the stated parts that cover it. */
static PlanError
goal_from_finer(const TargetList *list, MonthSpan span, Numbers *numbers)
{
	FixedSum	sums[GOAL_NUMBERS] = {{{0}}};
	FixedSum	divisor = {{0}};
	int32_t		place = find_stated(list, span);
	const StatedTarget *part = next_part(list, span, &place, span.first);
	bool		is_mean = list->rule == TARGET_MEAN;
	bool		is_sum = list->rule == TARGET_SUM || targets_run_over_years(list, span);

	*numbers = numbers_of(&part->goal);
	for (; part != NULL; part = next_part(list, span, &place, part->span.end))
	{
		Numbers		one = numbers_of(&part->goal);

		if (!take_form(numbers, &part->goal))
			return PLAN_UNDEFINED;
		if (!add_numbers(sums, &part->goal,
						 is_mean ? (double) part->span.end - part->span.first : 1))
			return PLAN_OUT_OF_RANGE;
		for (int i = 0; i < GOAL_NUMBERS; i++)
			numbers->number[i] = combine(list->rule, numbers->number[i], one.number[i]);
	}
	if (!is_sum && !is_mean)
		return PLAN_OK;
	(void) fixedsum_add_any_double(&divisor, is_mean ? (double) span.end - span.first : 1);
	for (int i = 0; i < GOAL_NUMBERS; i++)
		numbers->number[i] = fixedsum_any_ratio(&sums[i], &divisor);
	return PLAN_OK;
}

/* What a gap between stated parts weighs, and how many months it has. */
typedef struct Share
{
	FixedSum	weight;
	int64_t		months;
} Share;

static bool
share_add(Share *share, const MonthWeights *weights, int64_t first, int64_t end)
{
	int64_t		from = first > weights->first ? first : weights->first;
	int64_t		weights_end = (int64_t) weights->first + weights->count;

	if (first >= end)
		return true;
	share->months += end - first;
	if (weights->weight == NULL)
		return true;
	for (int64_t i = from; i < end && i < weights_end; i++)
	{
		double		weight = weights->weight[i - weights->first];

		if (weight > 0 && !fixedsum_add_any_double(&share->weight, weight))
			return false;
	}
	return true;
}

/* A part of a whole as a fraction of two sums. */
static PlanError
share_of(double whole, const Share *part, const Share *all, double *result)
{
	bool		is_equal = fixedsum_is_zero(&all->weight);
	double		weight = is_equal ? (double) part->months : fixedsum_to_double(&part->weight);
	FixedSum	product = {{0}};
	FixedSum	divisor = {{0}};

	if (is_equal ? !fixedsum_add_any_double(&divisor, (double) all->months)
		: !fixedsum_add(&divisor, &all->weight))
		return PLAN_OUT_OF_RANGE;
	/* All of it is all of it, however its weights are rounded. */
	if (part->months == all->months)
	{
		*result = whole;
		return PLAN_OK;
	}
	if (!fixedsum_add_any_product(&product, whole, weight))
		return PLAN_OUT_OF_RANGE;
	*result = fixedsum_any_ratio(&product, &divisor);
	return PLAN_OK;
}

/* Empty where its first is not before its end. */
static MonthSpan
span_overlap(MonthSpan a, MonthSpan b)
{
	return (MonthSpan) {a.first > b.first ? a.first : b.first, a.end < b.end ? a.end : b.end};
}

/* A stated target of which a part is wanted. */
typedef struct Wanted
{
	const StatedTarget *whole;
	MonthSpan	span;
} Wanted;

/*
 * Stated parts that reach over an edge of what is wanted are wanted in part themselves: at most
 * one over each edge.
 */
#define MAX_WANTED 3

/* What stated parts leave of a whole, and which share of that is wanted. */
typedef struct Rest
{
	FixedSum	sums[GOAL_NUMBERS];
	Share		wanted;
	Share		all;
} Rest;

/* The months between two stated parts. */
static bool
add_gap(Rest *rest, const MonthWeights *weights, MonthSpan gap, MonthSpan wanted)
{
	MonthSpan	overlap = span_overlap(gap, wanted);

	return share_add(&rest->all, weights, gap.first, gap.end) &&
		share_add(&rest->wanted, weights, overlap.first, overlap.end);
}

/* Add the wanted share of the rest. */
static PlanError
add_share(const Rest *rest, FixedSum *sums)
{
	for (int i = 0; rest->wanted.months > 0 && i < GOAL_NUMBERS; i++)
	{
		double		share;
		PlanError	error = share_of(fixedsum_to_double(&rest->sums[i]), &rest->wanted, &rest->all,
									 &share);

		if (error != PLAN_OK)
			return error;
		if (!fixedsum_add_any_double(&sums[i], share))
			return PLAN_OUT_OF_RANGE;
	}
	return PLAN_OK;
}

/*
 * Add what is wanted of one stated target: the stated parts within it, and the share of what all
 * stated parts leave over.  Those that reach over an edge go to the list of what is wanted.
 */
static PlanError
add_part(const TargetList *list, Wanted wanted, Numbers *numbers, FixedSum *sums,
		 Wanted *more, int *count)
{
	Rest		rest = {{{{0}}}, {{{0}}, 0}, {{{0}}, 0}};
	MonthSpan	whole = wanted.whole->span;
	int32_t		place = find_stated(list, whole);
	MonthSpan	gap = {whole.first, whole.end};
	const StatedTarget *part;

	if (!take_form(numbers, &wanted.whole->goal))
		return PLAN_UNDEFINED;
	if (!add_numbers(rest.sums, &wanted.whole->goal, 1))
		return PLAN_OUT_OF_RANGE;
	while ((part = next_part(list, whole, &place, gap.first)) != NULL)
	{
		MonthSpan	overlap = span_overlap(part->span, wanted.span);
		bool		is_within = span_contains(wanted.span, part->span);

		if (!take_form(numbers, &part->goal))
			return PLAN_UNDEFINED;
		gap.end = part->span.first;
		if (!add_gap(&rest, &list->weights, gap, wanted.span) ||
			!add_numbers(rest.sums, &part->goal, -1) ||
			(is_within && !add_numbers(sums, &part->goal, 1)))
			return PLAN_OUT_OF_RANGE;
		if (overlap.first < overlap.end && !is_within)
			more[(*count)++] = (Wanted) {part, overlap};
		gap.first = part->span.end;
	}
	gap.end = whole.end;
	if (!add_gap(&rest, &list->weights, gap, wanted.span))
		return PLAN_OUT_OF_RANGE;
	return add_share(&rest, sums);
}

/* The goal of a part of what adds up. */
static PlanError
goal_of_part(const TargetList *list, const StatedTarget *around, MonthSpan span, Numbers *numbers)
{
	FixedSum	sums[GOAL_NUMBERS] = {{{0}}};
	Wanted		wanted[MAX_WANTED] = {{around, span}};
	int			count = 1;

	*numbers = numbers_of(&around->goal);
	while (count > 0)
	{
		PlanError	error;

		count--;
		error = add_part(list, wanted[count], numbers, sums, wanted, &count);
		if (error != PLAN_OK)
			return error;
	}
	for (int i = 0; i < GOAL_NUMBERS; i++)
		numbers->number[i] = fixedsum_to_double(&sums[i]);
	return PLAN_OK;
}

/* A point of the line on which a target builds up: a goal, or the beginning without one. */
typedef struct Knot
{
	int64_t		month;			/* at whose beginning it is due */
	const Goal *goal;
} Knot;

/*
 * The points next to the end of a span, of all targets stated from a beginning to the end of the
 * whole.  Of those that end together, the one that begins first counts.
 */
static void
find_knots(const TargetList *list, const StatedTarget *around, MonthSpan span, Knot *before,
		   Knot *after)
{
	int64_t		begin = before->month;

	for (int32_t i = 0; i < list->count && list->stated[i].span.first < around->span.end; i++)
	{
		const StatedTarget *stated = &list->stated[i];

		if (stated->span.first < begin || stated->span.end > around->span.end)
			continue;
		if (stated->span.end <= span.end && stated->span.end > before->month)
			*before = (Knot) {stated->span.end, &stated->goal};
		if (stated->span.end >= span.end && stated->span.end < after->month)
			*after = (Knot) {stated->span.end, &stated->goal};
	}
}

/* What is due by the end of a span, on the line from a beginning to the end of the whole. */
static PlanError
goal_on_line(const TargetList *list, int64_t begin, const StatedTarget *around, MonthSpan span,
			 Numbers *numbers)
{
	Knot		before = {begin, NULL};
	Knot		after = {around->span.end, &around->goal};
	Share		part = {{{0}}, 0};
	Share		all = {{{0}}, 0};

	find_knots(list, around, span, &before, &after);
	*numbers = numbers_of(after.goal);
	if (after.month == span.end)
		return PLAN_OK;
	if (before.goal != NULL && !take_form(numbers, before.goal))
		return PLAN_UNDEFINED;
	if (!share_add(&part, &list->weights, before.month, span.end) ||
		!share_add(&all, &list->weights, before.month, after.month))
		return PLAN_OUT_OF_RANGE;
	/* A baseline is where the line comes from, and stays there. */
	for (int i = 0; i < GOAL_NUMBERS - 1; i++)
	{
		double		from = before.goal != NULL ? before.goal->bound[i] : around->goal.baseline;
		double		done;
		PlanError	error = share_of(numbers->number[i] - from, &part, &all, &done);

		if (error != PLAN_OK)
			return error;
		numbers->number[i] = from + done;
	}
	return PLAN_OK;
}

/* The stated part of a year that ends with it, which is to date and so one of the year; or NULL. */
static const StatedTarget *
find_end_of_year(const TargetList *list, MonthSpan year)
{
	for (int32_t i = find_stated(list, year); i < list->count; i++)
	{
		const StatedTarget *stated = &list->stated[i];

		if (stated->span.first >= year.end)
			break;
		if (stated->span.end == year.end)
			return stated;
	}
	return NULL;
}

/* Where the target is one of several years, a year has its part of it, and builds up to that. */
static PlanError
goal_of_year(const TargetList *list, const StatedTarget *around, MonthSpan span, Numbers *numbers)
{
	int64_t		first = year_of_month((int64_t) span.end - 1);
	StatedTarget year = {.span = {(int32_t) first, (int32_t) (first + MONTHS_OF_YEAR)}};
	const StatedTarget *stated;
	TargetSource source;
	PlanError	error;

	if (month_span_compare(span, year.span) == 0 &&
		(stated = find_end_of_year(list, year.span)) != NULL)
	{
		*numbers = numbers_of(&stated->goal);
		return PLAN_OK;
	}
	if (targets_run_over_years(list, span) || month_span_compare(span, year.span) == 0)
		return goal_of_part(list, around, span, numbers);
	error = targets_goal(list, year.span, &year.goal, &source);
	if (error != PLAN_OK || source == SOURCE_NONE)
		return error != PLAN_OK ? error : PLAN_UNDEFINED;
	return goal_on_line(list, first, &year, span, numbers);
}

/* Whether all of the year in which a span ends lies in another one. */
static bool
has_year_of(MonthSpan outer, MonthSpan span)
{
	int64_t		first = year_of_month((int64_t) span.end - 1);

	return outer.first <= first && outer.end >= first + MONTHS_OF_YEAR;
}

/*
 * Where the line to a target begins: with the nearest stated period of a year or more, or else
 * with the year itself.
 */
static PlanError
goal_of_running(const TargetList *list, const StatedTarget *around, MonthSpan span,
				Numbers *numbers)
{
	const StatedTarget *year = find_around(list, span, MONTHS_OF_YEAR);

	if (year != NULL && targets_run_over_years(list, year->span) && has_year_of(year->span, span))
		return goal_of_year(list, year, span, numbers);
	if (year != NULL && !targets_run_over_years(list, year->span))
		return goal_on_line(list, year->span.first, year, span, numbers);
	return goal_on_line(list, year_of_month(around->span.first), around, span, numbers);
}

static PlanError
goal_from_coarser(const TargetList *list, const StatedTarget *around, MonthSpan span,
				  Numbers *numbers)
{
	if (list->rule == TARGET_SUM)
		return goal_of_part(list, around, span, numbers);
	if (targets_run_over_years(list, around->span) && has_year_of(around->span, span))
		return goal_of_year(list, around, span, numbers);
	if (list->rule == TARGET_RUNNING)
		return goal_of_running(list, around, span, numbers);
	if (list->rule == TARGET_LAST && around->goal.has_baseline)
		return goal_on_line(list, around->span.first, around, span, numbers);
	*numbers = numbers_of(&around->goal);
	return PLAN_OK;
}

/* The goal of years that each have one, such as from their quarters, and add up. */
static PlanError
goal_of_years(const TargetList *list, MonthSpan span, Numbers *numbers)
{
	FixedSum	sums[GOAL_NUMBERS] = {{{0}}};

	for (int64_t first = span.first; first < span.end; first += MONTHS_OF_YEAR)
	{
		MonthSpan	year = {(int32_t) first, (int32_t) (first + MONTHS_OF_YEAR)};
		TargetSource source;
		Goal		goal;
		PlanError	error = targets_goal(list, year, &goal, &source);

		if (error != PLAN_OK)
			return error;
		if (source == SOURCE_NONE)
			return PLAN_UNDEFINED;
		if (first == span.first)
			*numbers = numbers_of(&goal);
		if (!take_form(numbers, &goal))
			return PLAN_UNDEFINED;
		if (!add_numbers(sums, &goal, 1))
			return PLAN_OUT_OF_RANGE;
	}
	for (int i = 0; i < GOAL_NUMBERS; i++)
		numbers->number[i] = fixedsum_to_double(&sums[i]);
	return PLAN_OK;
}

/*
 * The goal of a span, and where it comes from.  Without one the source says so; PLAN_OUT_OF_RANGE
 * where a number does not fit.
 */
PlanError
targets_goal(const TargetList *list, MonthSpan span, Goal *goal, TargetSource *source)
{
	int32_t		place = find_stated(list, span);
	const StatedTarget *around;
	Numbers		numbers;
	PlanError	error;

	*source = SOURCE_NONE;
	if (place < list->count && month_span_compare(list->stated[place].span, span) == 0)
	{
		*goal = list->stated[place].goal;
		*source = SOURCE_STATED;
		return PLAN_OK;
	}
	if (is_covered(list, span))
	{
		*source = SOURCE_FINER;
		error = goal_from_finer(list, span, &numbers);
	}
	else if ((around = find_around(list, span, 1)) != NULL)
	{
		*source = SOURCE_COARSER;
		error = goal_from_coarser(list, around, span, &numbers);
	}
	else if (targets_run_over_years(list, span))
	{
		*source = SOURCE_FINER;
		error = goal_of_years(list, span, &numbers);
	}
	else
		return PLAN_OK;
	if (error == PLAN_OK)
		error = goal_of_numbers(&numbers, goal);
	if (error == PLAN_UNDEFINED)
	{
		*source = SOURCE_NONE;
		return PLAN_OK;
	}
	return error;
}
