/*
 * performance_goal.c
 *		The targets of a node, and how its figures stand against them.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "aggstate.h"
#include "memory.h"
#include "performance.h"

/*
 * Nodes.
 */

pg_noreturn static void
report_no_target_node(const KeyDictionary *keys, int64 node)
{
	Key			key = key_of_place(keys, node);

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("node %s of the targets is not in the tree", shown_key(keys->kind, &key))));
}

/* The id in the tree of a node of the targets, or -1 where its key is not there. */
static int64
id_of_target(const KeyDictionary *target_keys, const KeyDictionary *keys, int64 node, bool *found)
{
	Key			key = key_of_place(target_keys, node);
	int64		id = key.number;

	*found = true;
	if (keys->kind > KEYS_NUMBER)
	{
		id = find_stored_key(keys, &key);
		*found = id >= 0;
	}
	return id;
}

/* The first target of each node of the tree, which must know them all. */
void
find_targets(Performance *performance)
{
	const PlanTree *tree = performance->rollup.tree;
	const PlanTargets *targets = performance->targets;
	KeyDictionary target_keys = targets_keys(targets);
	KeyDictionary keys = tree_keys(tree);
	KeyedValue *places = allocate_huge(((Size) tree->nodes + 1) * 2 * sizeof(KeyedValue));
	const KeyedValue *sorted = tree_places_by_id(tree->node, tree->nodes, places,
												 check_for_interrupts);
	int32		place = 0;

	performance->first_target = allocate_huge(((Size) tree->nodes + 1) * sizeof(int32));
	memset(performance->first_target, -1, tree->nodes * sizeof(int32));
	for (int32 i = 0; i < targets->entries; i++)
	{
		int64		node = targets->entry[i].node;
		bool		found;
		int64		id;

		CHECK_FOR_INTERRUPTS();
		if (i > 0 && targets->entry[i - 1].node == node)
			continue;
		id = id_of_target(&target_keys, &keys, node, &found);
		while (place < tree->nodes && tree_place_id(&sorted[place]) < id)
			place++;
		if (!found || place >= tree->nodes || tree_place_id(&sorted[place]) != id)
			report_no_target_node(&target_keys, node);
		performance->first_target[sorted[place].value] = i;
	}
	pfree(places);
}

/* Each month of a target has a row. */
#define MAX_TARGET_MONTHS (10000 * 12)

/* The months that a target is for. */
static MonthSpan
span_of_target(const Performance *performance, int32 i)
{
	Period		period = period_unpack(performance->targets->entry[i].period);
	MonthSpan	span;

	months_of_period(&performance->periods.rule, period, &span.first, &span.end);
	if (span.end - span.first > MAX_TARGET_MONTHS)
	{
		char		text[PERIOD_TEXT_SIZE];

		period_write(text, period);
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("period %s of a target is too long", text),
				 errdetail("Targets are compared over at most 10000 years.")));
	}
	return span;
}

/* From the first to the last month of all targets; empty without them. */
MonthSpan
months_of_targets(const Performance *performance)
{
	MonthSpan	all = {PG_INT32_MAX, PG_INT32_MIN};

	for (int32 i = 0; i < performance->targets->entries; i++)
	{
		MonthSpan	span = span_of_target(performance, i);

		CHECK_FOR_INTERRUPTS();
		all.first = Min(all.first, span.first);
		all.end = Max(all.end, span.end);
	}
	return all;
}

/* The months that must be there for a target: its own, and all from the year on that it weighs. */
static MonthSpan
needed_months(const Performance *performance, MonthSpan span)
{
	if (performance->by == BY_LAST_YEAR)
		span.first = 12 * calendar_floor(span.first, 12);
	return span;
}

/* Periods that targets are for have rows. */
void
mark_targets(Performance *performance)
{
	for (int32 i = 0; i < performance->targets->entries; i++)
	{
		CHECK_FOR_INTERRUPTS();
		mark_months(&performance->periods,
					needed_months(performance, span_of_target(performance, i)));
	}
}

/* See that a node has a sum for each period of a grain that a span touches. */
static void
add_periods_of_span(const FigurePeriods *periods, RowGrain grain, MonthSpan span,
					FigureFinder *finder, FigureList *list)
{
	int32		last = NO_NUMBER;

	for (int32 month = span.first; month < span.end; month++)
	{
		int32		number = number_of_period(periods, grain, month);

		CHECK_FOR_INTERRUPTS();
		if (number != NO_NUMBER && number != last)
			(void) find_sum(finder, list, number);
		last = number;
	}
}

/* Read the targets of the node at a place, and see that the periods they are for have sums. */
void
begin_node_targets(Performance *performance, FigureFinder *finder, int32 place, FigureList *list)
{
	const PlanTargets *targets = performance->targets;
	int32		begin = performance->first_target[place];
	int32		end = begin;

	performance->list.count = 0;
	if (begin < 0)
		return;
	while (end < targets->entries && targets->entry[end].node == targets->entry[begin].node)
		end++;
	if (performance->stated == NULL)
		performance->stated = allocate_huge(targets->entries * sizeof(StatedTarget));
	for (int32 i = begin; i < end; i++)
	{
		StatedTarget *stated = &performance->stated[i - begin];

		stated->span = span_of_target(performance, i);
		stated->goal = targets->entry[i].goal;
		for (int grain = 0; grain < NUM_ROW_GRAINS; grain++)
			if (performance->periods.grains[grain])
				add_periods_of_span(&performance->periods, (RowGrain) grain,
									needed_months(performance, stated->span), finder, list);
	}
	performance->list.stated = performance->stated;
	performance->list.count = end - begin;
}

/*
 * Weights of months.
 */

static MonthSpan
one_month(int32 month)
{
	return (MonthSpan) {month, month + 1};
}

/* Those that are the same for all nodes. */
void
set_month_weights(Performance *performance)
{
	const FigurePeriods *periods = &performance->periods;
	MonthSpan	span = performance->weighed;

	if (performance->by == BY_EQUAL || span.first >= span.end)
		return;
	performance->weight = allocate_huge_zero(CurrentMemoryContext,
											 (Size) (span.end - span.first) * sizeof(double));
	if (performance->by == BY_LAST_YEAR)
		return;
	for (int32 month = span.first; month < span.end; month++)
	{
		int64		first = calendar_month_start(&periods->rule, month);
		int64		end = calendar_month_start(&periods->rule, month + 1);

		CHECK_FOR_INTERRUPTS();
		performance->weight[month - span.first] = performance->by == BY_DAYS ? end - first
			: calendar_working_halves(&performance->calendar, first, end);
	}
}

static bool
adds_up_to_year(FigureKind kind)
{
	return kind.kind != 0 && (figure_value_kind(kind) == VALUE_FLOW ||
							  figure_value_kind(kind) == VALUE_CUMULATIVE);
}

static Extreme
extreme_of_kind(FigureKind kind)
{
	if (kind.kind == 0)
		return EXTREME_NONE;
	return figure_value_kind(kind) == VALUE_PEAK ? EXTREME_HIGHEST :
		figure_value_kind(kind) == VALUE_LEAST ? EXTREME_LOWEST : EXTREME_NONE;
}

/* What the months added in the year before; of a cumulative figure, what it grew by. */
static void
weigh_by_last_year(Performance *performance, FigureKind kind, const FigureList *list)
{
	const FigurePeriods *periods = &performance->periods;
	bool		is_cumulative = figure_value_kind(kind) == VALUE_CUMULATIVE;
	int32		year = PG_INT32_MIN;
	double		until = 0.0;

	for (int32 i = 0; i < list->count; i++)
	{
		const FigurePeriod *period = &periods->period[list->sum[i].period];
		double	   *weight;
		double		figure;

		if (period->grain != ROW_MONTH ||
			!span_has_month(performance->weighed, period->span.first))
			continue;
		weight = &performance->weight[period->span.first - performance->weighed.first];
		if (calendar_floor(period->span.first, 12) != year)
			until = 0.0;
		year = calendar_floor(period->span.first, 12);
		*weight = 0.0;
		if (!joined_figure(&list->sum[i].prior, &figure))
			continue;
		*weight = Max(figure - until, 0.0);
		if (is_cumulative)
			until = figure;
	}
}

/*
 * The weights of the months of a node whose list is complete.  Those of the year before say
 * nothing of what does not add up; the months of its targets are all in the list.
 */
void
weigh_node_months(Performance *performance, FigureKind kind, const FigureList *list)
{
	MonthSpan	span = performance->weighed;
	bool		by_last_year = performance->by == BY_LAST_YEAR;

	performance->list.weights = (MonthWeights) {0};
	if (performance->weight == NULL || (by_last_year && !adds_up_to_year(kind)))
		return;
	performance->list.weights = (MonthWeights) {performance->weight, span.first,
	span.end - span.first};
	if (by_last_year && performance->list.count > 0)
		weigh_by_last_year(performance, kind, list);
}

/* What a span weighs until a day, the month of the day by its days. */
static double
weight_until(const Performance *performance, MonthSpan span, int32 day)
{
	const MonthWeights *weights = &performance->list.weights;
	double		sum = 0.0;

	for (int32 month = span.first; month < span.end; month++)
	{
		Period		days = days_of_months(&performance->periods.rule, one_month(month));
		uint32		place = (uint32) month - (uint32) weights->first;

		if (place < (uint32) weights->count)
			sum += weights->weight[place] * period_days_until(days, day) / period_days(days);
	}
	return sum;
}

/* The share of a span that has passed: of its days, its working days, or of what they weigh. */
static double
elapsed_share(const Performance *performance, MonthSpan span, bool is_weighed)
{
	Period		days = days_of_months(&performance->periods.rule, span);
	double		whole = 0.0;
	double		passed = 0.0;

	if (performance->as_of >= days.end - 1)
		return 1.0;
	if (performance->as_of < days.first)
		return 0.0;
	if (performance->by == BY_WORKING_DAYS)
	{
		whole = calendar_working_halves(&performance->calendar, days.first, days.end);
		passed = calendar_working_halves(&performance->calendar, days.first,
										 (int64) performance->as_of + 1);
	}
	else if (performance->by == BY_LAST_YEAR && is_weighed)
	{
		whole = weight_until(performance, span, days.end - 1);
		passed = weight_until(performance, span, performance->as_of);
	}
	if (!(whole > 0.0))
	{
		whole = period_days(days);
		passed = period_days_until(days, performance->as_of);
	}
	return passed / whole;
}

/*
 * Goals.
 */

static TargetRule
rule_of_kind(FigureKind kind)
{
	switch (figure_value_kind(kind))
	{
		case VALUE_FLOW:
			return TARGET_SUM;
		case VALUE_CUMULATIVE:
			return TARGET_RUNNING;
		case VALUE_AVERAGE:
			return TARGET_MEAN;
		case VALUE_PEAK:
			return TARGET_LARGEST;
		case VALUE_LEAST:
			return TARGET_SMALLEST;
		case VALUE_FIRST:
			return TARGET_FIRST;
		default:
			return TARGET_LAST;
	}
}

/* The kind of a node's figures, whatever the period; none where parts are unlike, or unknown. */
FigureKind
kind_of_node(const FigureList *list)
{
	return list->is_unlike ? (FigureKind) {0, 0} : list->kind;
}

/* The goal of a period; of an unknown kind only where it is stated. */
static void
set_goal(const Performance *performance, FigureKind kind, MonthSpan span, Judgement *judgement)
{
	TargetList	list = performance->list;

	judgement->source = SOURCE_NONE;
	if (list.count == 0)
		return;
	if (kind.kind != 0)
		list.rule = rule_of_kind(kind);
	if (targets_goal(&list, span, &judgement->goal, &judgement->source) != PLAN_OK)
		report_overflow("plan_targets");
	if (kind.kind == 0 && judgement->source != SOURCE_STATED)
		judgement->source = SOURCE_NONE;
}

/* Where the shortest stated target around a span begins; the span itself where there is none. */
static int32
begin_of_line(const TargetList *list, MonthSpan span)
{
	int32		begin = span.first;
	int32		months = PG_INT32_MAX;

	for (int32 i = 0; i < list->count; i++)
	{
		MonthSpan	around = list->stated[i].span;

		if (around.first <= span.first && around.end >= span.end &&
			around.end - around.first < months)
		{
			begin = around.first;
			months = around.end - around.first;
		}
	}
	return begin;
}

/* Whether a part of a span has a target of its own. */
static bool
has_stated_part(const TargetList *list, MonthSpan span)
{
	for (int32 i = 0; i < list->count; i++)
	{
		MonthSpan	part = list->stated[i].span;

		if (part.first < span.end && part.end > span.first &&
			(part.first > span.first || part.end < span.end))
			return true;
	}
	return false;
}

/* The target of a span; false where there is none. */
static bool
target_of_span(const TargetList *list, MonthSpan span, double *target)
{
	TargetSource source;
	Goal		goal;

	if (targets_goal(list, span, &goal, &source) != PLAN_OK)
		report_overflow("plan_targets");
	if (source != SOURCE_NONE)
		*target = goal_target(&goal);
	return source != SOURCE_NONE;
}

/* Spans of more months than this are not looked through month by month. */
#define MAX_MONTHS_TO_ADD 600

/* The same of years that each build up from 0; false where one of them has no target. */
static bool
target_of_years(const TargetList *list, MonthSpan span, double *target)
{
	double		part;

	*target = 0.0;
	for (int64 first = span.first; first < span.end;)
	{
		int64		end = Min(12 * ((int64) calendar_floor((int32) first, 12) + 1), span.end);

		CHECK_FOR_INTERRUPTS();
		if (!target_of_span(list, (MonthSpan) {(int32) first, (int32) end}, &part))
			return false;
		*target += part;
		first = end;
	}
	return true;
}

/*
 * The target of the months of a span before one; false where there is none.  Of what adds up the
 * months have targets where no goal is stated around them all.
 */
static bool
target_before(const TargetList *list, MonthSpan span, int32 month, double *target)
{
	double		part;
	bool		in_years = targets_run_over_years(list, span);

	*target = 0.0;
	span.end = Min(month, span.end);
	if (in_years)
		return target_of_years(list, span, target);
	if (span.end <= span.first || target_of_span(list, span, target))
		return true;
	if (list->rule != TARGET_SUM || span.end - span.first > MAX_MONTHS_TO_ADD)
		return false;
	for (int32 m = span.first; m < span.end; m++)
	{
		CHECK_FOR_INTERRUPTS();
		if (!target_of_span(list, one_month(m), &part))
			return false;
		*target += part;
	}
	return true;
}

/*
 * What the targets of the months of a span come to, whatever is stated for the whole; false where
 * they do not tell.
 */
static bool
target_of_parts(const TargetList *list, MonthSpan span, double *target)
{
	double		before = 0.0;

	if (targets_run_over_years(list, span))
		return target_of_years(list, span, target);
	if (!target_of_span(list, one_month(span.end - 1), target))
		return false;
	/* What runs leads to the target of the whole, whatever its last part says. */
	if (list->rule == TARGET_RUNNING)
		return true;
	if (!target_before(list, span, span.end - 1, &before))
		return false;
	*target += before;
	return true;
}

/*
 * The share of a goal that targets of its parts make due, of what builds up: those of the months
 * that have passed, and of the month at hand the share of its days, of what all of them come to. 
 * All of it is due at the end, also where the parts come to more or less than the whole.  NaN where
 * they do not tell.
 */
static double
due_by_parts(const Performance *performance, TargetRule rule, MonthSpan span)
{
	TargetList	list = performance->list;
	int32		month = calendar_month(&performance->periods.rule, performance->as_of);
	Period		days = days_of_months(&performance->periods.rule, one_month(month));
	double		passed = (double) period_days_until(days, performance->as_of) / period_days(days);
	double		before,
				after,
				whole,
				share;

	list.rule = rule;
	if (!target_before(&list, span, month, &before) ||
		!target_of_parts(&list, span, &whole))
		return NAN;
	after = whole;
	if (month + 1 < span.end && !target_before(&list, span, month + 1, &after))
		return NAN;
	share = (before + passed * (after - before)) / whole;
	return share >= 0.0 && share <= 1.0 ? share : NAN;
}

/* The share of the goal of a period that is due by now; NaN of an unknown kind. */
static double
due_share(const Performance *performance, FigureKind kind, MonthSpan span, const Goal *goal)
{
	TargetRule	rule;
	double		share = NAN;

	if (kind.kind == 0)
		return NAN;
	rule = rule_of_kind(kind);
	/* What runs since the year began is due from there on. */
	if (rule == TARGET_RUNNING)
		span.first = Min(span.first, 12 * calendar_floor(span.end - 1, 12));
	else if (rule != TARGET_SUM && goal->has_baseline &&
			 !extreme_is_limited(goal, extreme_of_kind(kind)))
		span.first = begin_of_line(&performance->list, span);
	else if (rule != TARGET_SUM)
		return 1.0;
	if ((rule == TARGET_SUM || rule == TARGET_RUNNING) &&
		performance->as_of < days_of_months(&performance->periods.rule, span).end - 1 &&
		has_stated_part(&performance->list, span))
		share = due_by_parts(performance, rule, span);
	return isnan(share) ? elapsed_share(performance, span, rule == TARGET_SUM ||
										rule == TARGET_RUNNING) : share;
}

static Bound
bound_of_figure(const Judgement *judgement, const FigureColumns *figures)
{
	return goal_bound(&judgement->goal, figures->has_figure ? figures->figure : 0.0);
}

/* A figure and its goal as a row of a scorecard. */
static JudgedRow
judged_row(const Performance *performance, const Judgement *judgement,
		   const FigureColumns *figures, const Bound *bound)
{
	double		target = goal_target(&judgement->goal);

	JudgedRow	row = {NAN, target, 1.0, NAN, VERDICT_NO_DATA};

	if (!figures->has_figure)
		return row;
	row = scorecard_judge(bound, figures->figure, target, 1.0, judgement->expected,
						  &performance->cuts, 1.0);
	if (judgement->adds_up)
	{
		row.score = score_clamp(total_achievement(&judgement->goal, figures->figure,
												  judgement->expected), 1.0);
		row.verdict = total_verdict(&judgement->goal, figures->figure, judgement->expected,
									&performance->cuts);
	}
	else if (judgement->extreme != EXTREME_NONE)
		row.verdict = extreme_verdict(&judgement->goal, figures->figure, judgement->extreme,
									  judgement->is_over, judgement->expected,
									  &performance->cuts);
	return row;
}

/* Count a verdict in a scorecard. */
void
count_verdict(const Performance *performance, const Judgement *judgement,
			  const FigureColumns *figures, Scorecard *card)
{
	Bound		bound = bound_of_figure(judgement, figures);
	JudgedRow	row = judged_row(performance, judgement, figures, &bound);

	if (scorecard_any_row(card, 1, &row) != PLAN_OK)
		report_overflow("plan_scorecard");
}

/* How the figure of a period stands against its goal. */
Judgement
judge_period(const Performance *performance, FigureKind kind, int32 period,
			 const FigureColumns *figures)
{
	MonthSpan	span = performance->periods.period[period].span;
	Judgement	judgement = {.expected = NAN,.achievement = NAN,.variance = NAN,
	.verdict = VERDICT_NONE};
	Bound		bound;

	set_goal(performance, kind, span, &judgement);
	if (judgement.source == SOURCE_NONE ||
		performance->as_of < days_of_months(&performance->periods.rule, span).first)
		return judgement;
	bound = bound_of_figure(&judgement, figures);
	judgement.adds_up = adds_up_to_year(kind);
	judgement.extreme = extreme_of_kind(kind);
	judgement.is_over = performance->as_of >=
		days_of_months(&performance->periods.rule, span).end - 1;
	judgement.expected = due_share(performance, kind, span, &judgement.goal);
	if (!judgement.adds_up)
		judgement.expected = score_expected(&bound, judgement.expected);
	judgement.verdict = judged_row(performance, &judgement, figures, &bound).verdict;
	if (figures->has_figure)
	{
		judgement.achievement = judgement.adds_up
			? total_achievement(&judgement.goal, figures->figure, judgement.expected)
			: score_achievement(&bound);
		judgement.variance = score_variance(&bound);
	}
	return judgement;
}

const char *
target_source_name(TargetSource source)
{
	static const char *const names[] = {NULL, "stated", "finer", "coarser"};

	return names[source];
}
