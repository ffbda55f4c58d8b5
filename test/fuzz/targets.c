/*
 * Targets stated at any grains of two years: those of all periods are what a calculation month by
 * month gives, to the last digit, and parts add up to their whole under any weights.
 */
#include "core/targets.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 97

/* The term, its years, halves, quarters and months, in the order of targets. */
#define NUM_UNITS 39
#define NUM_MONTHS 24

/* Up to 24 months share a target of so many units without a remainder. */
#define UNIT 5354228880.0

static const int grains[] = {24, 12, 6, 3, 1};

#define NUM_GRAINS 5

typedef struct Unit
{
	MonthSpan	span;
	int			grain;
	bool		is_stated;
	double		value;
} Unit;

static Unit units[NUM_UNITS];
static int	num_units;

static void
add_units(int32_t first, int grain, const uint8_t *bytes)
{
	uint8_t		byte = bytes[num_units];

	units[num_units++] = (Unit) {{first, first + grains[grain]}, grain, byte % 3 == 1,
		UNIT * (byte / 3)};
	if (grain + 1 == NUM_GRAINS)
		return;
	for (int32_t i = first; i < first + grains[grain]; i += grains[grain + 1])
		add_units(i, grain + 1, bytes);
}

static bool
lies_in(const Unit *inner, const Unit *outer)
{
	return inner != outer && inner->span.first >= outer->span.first &&
		inner->span.end <= outer->span.end;
}

/* The smallest stated unit around each, itself aside; NULL if there is none. */
static const Unit *around[NUM_UNITS];

static void
find_units_around(void)
{
	for (int i = 0; i < NUM_UNITS; i++)
	{
		around[i] = NULL;
		for (int j = 0; j < NUM_UNITS; j++)
			if (units[j].is_stated && lies_in(&units[i], &units[j]) &&
				(around[i] == NULL || units[j].grain > around[i]->grain))
				around[i] = &units[j];
	}
}

static const Unit *
stated_around(const Unit *unit)
{
	return around[unit - units];
}

/* What an unstated month gets: an equal share of what its stated unit leaves over. */
static double
month_value(const Unit *month)
{
	const Unit *whole = stated_around(month);
	double		rest = whole->value;
	int			months = 0;

	for (int i = 0; i < NUM_UNITS; i++)
	{
		if (!lies_in(&units[i], whole))
			continue;
		if (stated_around(&units[i]) != whole)
			continue;
		if (units[i].is_stated)
			rest -= units[i].value;
		else
			months += units[i].grain == NUM_GRAINS - 1;
	}
	return rest / months;
}

static bool
has_value(const Unit *unit)
{
	bool		all = unit->grain < NUM_GRAINS - 1;

	if (unit->is_stated || stated_around(unit) != NULL)
		return true;
	for (int i = 0; i < NUM_UNITS; i++)
		if (lies_in(&units[i], unit) && units[i].grain == unit->grain + 1)
			all = all && has_value(&units[i]);
	return all;
}

static double
sum_value(const Unit *unit)
{
	double		sum = 0;

	if (unit->is_stated)
		return unit->value;
	if (unit->grain == NUM_GRAINS - 1)
		return month_value(unit);
	for (int i = 0; i < NUM_UNITS; i++)
		if (lies_in(&units[i], unit) && units[i].grain == unit->grain + 1)
			sum += sum_value(&units[i]);
	return sum;
}

static bool
target_of(const TargetList *list, const Unit *unit, double *value, TargetSource *source)
{
	Goal		goal;

	CHECK(targets_goal(list, unit->span, &goal, source) == PLAN_OK);
	if (*source == SOURCE_NONE)
		return false;
	CHECK(goal.bound[0] == goal.bound[1]);
	*value = goal_target(&goal);
	return true;
}

/* All units under equal weights. */
static void
check_sums(const TargetList *list)
{
	for (int i = 0; i < NUM_UNITS; i++)
	{
		double		value;
		TargetSource source;
		bool		found = target_of(list, &units[i], &value, &source);

		CHECK(found == has_value(&units[i]));
		if (found)
			CHECK(value == sum_value(&units[i]));
		CHECK((source == SOURCE_STATED) == units[i].is_stated);
	}
}

/* Under any weights, parts of what is not stated itself add up to it. */
static void
check_parts(const TargetList *list)
{
	for (int i = 0; i < NUM_UNITS; i++)
	{
		double		value,
					part,
					sum = 0;
		TargetSource source;

		if (units[i].grain == NUM_GRAINS - 1 || !target_of(list, &units[i], &value, &source))
			continue;
		for (int j = 0; j < NUM_UNITS; j++)
		{
			if (!lies_in(&units[j], &units[i]) || units[j].grain != units[i].grain + 1)
				continue;
			CHECK(target_of(list, &units[j], &part, &source));
			sum += part;
		}
		/* A whole whose parts are all stated may differ from them. */
		if (!units[i].is_stated)
			CHECK(fabs(sum - value) <= 1e-12 * UNIT * 100);
	}
}

/*
 * What builds up is due by the end of a period of one year as it is by the end of its last month.
 */
static void
check_running(const TargetList *list)
{
	for (int i = 0; i < NUM_UNITS; i++)
	{
		double		value,
					last;
		TargetSource source;

		if (!target_of(list, &units[i], &value, &source) || source != SOURCE_COARSER ||
			targets_run_over_years(list, units[i].span))
			continue;
		for (int j = 0; j < NUM_UNITS; j++)
			if (units[j].grain == NUM_GRAINS - 1 && units[j].span.end == units[i].span.end &&
				target_of(list, &units[j], &last, &source) && source == SOURCE_COARSER)
				CHECK(value == last);
	}
}

/* The other rules: what stated parts give lies between them, and a coarser one holds. */
static void
check_rule(const TargetList *list)
{
	for (int i = 0; i < NUM_UNITS; i++)
	{
		double		value,
					low = INFINITY,
					high = -INFINITY;
		TargetSource source;

		if (!target_of(list, &units[i], &value, &source))
			continue;
		for (int j = 0; j < NUM_UNITS; j++)
		{
			if (!units[j].is_stated || !lies_in(&units[j], &units[i]))
				continue;
			low = fmin(low, units[j].value);
			high = fmax(high, units[j].value);
		}
		if (source == SOURCE_FINER)
			CHECK(value >= low && value <= high);
		if (source == SOURCE_COARSER)
			CHECK(value == stated_around(&units[i])->value);
	}
}

/* The target that follows from coarser ones. */
static double
example(TargetRule rule, const StatedTarget *stated, int32_t count, const MonthWeights *weights,
		MonthSpan span)
{
	TargetList	list = {stated, count, rule, *weights};
	TargetSource source;
	Goal		goal;

	CHECK(targets_goal(&list, span, &goal, &source) == PLAN_OK);
	CHECK(source == SOURCE_COARSER);
	return goal_target(&goal);
}

static StatedTarget
stated_target(int32_t first, int32_t end, double value, bool has_baseline, double baseline)
{
	StatedTarget stated;

	stated.span = (MonthSpan) {first, end};
	CHECK(goal_make(&stated.goal, GOAL_HIGHER, value, value, has_baseline, baseline) == PLAN_OK);
	return stated;
}

/* What was calculated by hand. */
static void
check_examples(void)
{
	static const double days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	MonthWeights equal = {NULL, 0, 0};
	MonthWeights by_days = {days, 0, 12};
	StatedTarget year = stated_target(0, 12, 1200, false, 0);
	StatedTarget line[] = {year, stated_target(2, 3, 600, false, 0)};
	StatedTarget quarters[] = {stated_target(0, 3, 300, false, 0),
	stated_target(3, 6, 600, false, 0)};
	StatedTarget earlier = stated_target(-9, -6, 300, false, 0);
	StatedTarget stock = stated_target(0, 12, 220, true, 100);
	StatedTarget years[] = {stated_target(-12, 24, 1200, false, 0),
	stated_target(-12, 0, 200, false, 0)};

	/* January of 1,200 a year. */
	CHECK(example(TARGET_SUM, &year, 1, &equal, (MonthSpan) {0, 1}) == 100);
	CHECK(example(TARGET_SUM, &year, 1, &by_days, (MonthSpan) {0, 1}) == 37200.0 / 366);
	/* Half of the year is due by the end of March: by June a third of the other half. */
	CHECK(example(TARGET_RUNNING, line, 2, &equal, (MonthSpan) {3, 6}) == 800);
	CHECK(example(TARGET_RUNNING, line, 2, &equal, (MonthSpan) {0, 1}) == 200);
	/* Without a target of the year, what is due still builds up over the year. */
	CHECK(example(TARGET_RUNNING, quarters, 2, &equal, (MonthSpan) {4, 5}) == 500);
	CHECK(example(TARGET_RUNNING, &earlier, 1, &equal, (MonthSpan) {-8, -7}) == 250);
	/* Of 1,200 in three years the first has 200: the others 500 each, which build up again. */
	CHECK(example(TARGET_RUNNING, years, 2, &equal, (MonthSpan) {0, 12}) == 500);
	CHECK(example(TARGET_RUNNING, years, 2, &equal, (MonthSpan) {14, 15}) == 125);
	CHECK(example(TARGET_RUNNING, years, 2, &equal, (MonthSpan) {0, 24}) == 1000);
	/* A stock on its way from a baseline. */
	CHECK(example(TARGET_LAST, &stock, 1, &equal, (MonthSpan) {5, 6}) == 160);
	CHECK(example(TARGET_LARGEST, &stock, 1, &equal, (MonthSpan) {5, 6}) == 220);
}

/* Spans and goals of any bytes are refused or read, whatever their rule. */
static void
check_any(const uint8_t *data, size_t size, TargetRule rule)
{
	StatedTarget stated[8];
	int32_t		count = 0;
	Goal		goal;
	TargetSource source;
	TargetList	list = {stated, 0, rule, {NULL, 0, 0}};
	int32_t		step = size > 0 ? 1 + data[0] % 3 : 1;

	memset(stated, 0, sizeof(stated));
	for (; count < 8 && size >= 12; count++, data += 12, size -= 12)
	{
		double		value;

		stated[count].span = (MonthSpan) {(int8_t) data[0] / 8, (int8_t) data[1] / 4};
		memcpy(&value, data + 4, sizeof(value));
		if (goal_make(&stated[count].goal, (GoalDirection) (data[2] % 3), value, value,
					  data[3] % 2, -value) != PLAN_OK)
			return;
	}
	if (!targets_are_valid(stated, count))
		return;
	list.count = count;
	for (int32_t first = -20; first < 35; first += step)
		for (int32_t end = first + 1; end < 35; end += 1 + (end - first) / 3)
			(void) targets_goal(&list, (MonthSpan) {first, end}, &goal, &source);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	StatedTarget stated[NUM_UNITS];
	double		weights[NUM_MONTHS];
	TargetList	list = {stated, 0, TARGET_SUM, {NULL, 0, 0}};

	static bool has_examples = false;

	if (!has_examples)
		check_examples();
	has_examples = true;
	if (size > 0)
		check_any(data + 1, size - 1, (TargetRule) (data[0] % 7));
	if (size < NUM_UNITS + NUM_MONTHS)
		return 0;
	num_units = 0;
	add_units(0, 0, data);
	CHECK(num_units == NUM_UNITS);
	find_units_around();
	for (int i = 0; i < NUM_UNITS; i++)
	{
		if (!units[i].is_stated)
			continue;
		stated[list.count].span = units[i].span;
		CHECK(goal_make(&stated[list.count++].goal, GOAL_WITHIN, units[i].value, units[i].value,
						false, 0) == PLAN_OK);
	}
	CHECK(targets_are_valid(stated, list.count));
	check_sums(&list);
	for (int rule = TARGET_LAST; rule <= TARGET_SMALLEST; rule++)
	{
		list.rule = (TargetRule) rule;
		check_rule(&list);
	}
	for (int i = 0; i < NUM_MONTHS; i++)
		weights[i] = data[NUM_UNITS + i] / 7.0 - 3;
	list.weights = (MonthWeights) {weights, 0, NUM_MONTHS};
	list.rule = TARGET_SUM;
	check_parts(&list);
	list.rule = TARGET_RUNNING;
	check_running(&list);
	return 0;
}
