/*
 * Period text: what can be read is written in a form that reads back as the same period,
 * and every way to move, divide or measure it keeps to its rules.
 */
#include "core/period.h"

#include "fuzz.h"

#define MAX_INPUT_SIZE 160

/* What is taken from the input beside the text. */
typedef struct Choice
{
	int32_t		by;
	int32_t		first;			/* another period, if these make one */
	int32_t		length;
	int32_t		as_of;
	CalendarRule rule;
	uint8_t		grain;
} Choice;

#define MAX_PARTS 1000

static bool
is_same(Period a, Period b)
{
	return a.first == b.first && a.end == b.end;
}

static void
check_text(Period period, const CalendarRule *rule)
{
	char		written[PERIOD_TEXT_SIZE];
	Period		again;
	size_t		length = period_write(written, period);

	CHECK(length < PERIOD_TEXT_SIZE && written[length] == '\0' && strlen(written) == length);
	CHECK(period_read(written, &again) == PLAN_OK);
	CHECK(is_same(period, again));
	length = period_write_fiscal(written, period, rule);
	CHECK(length < PERIOD_TEXT_SIZE && written[length] == '\0' && strlen(written) == length);
	CHECK(period_read_fiscal(written, rule, &again) == PLAN_OK);
	CHECK(is_same(period, again));
}

/* A year by number is the year that fiscal years from January have. */
static void
check_year(int32_t number)
{
	Period		year;

	if (period_of_year(number, &year) != PLAN_OK)
	{
		CHECK(number == 0 || number < -4713 || number > GREGORIAN_LAST_YEAR);
		return;
	}
	CHECK(period_is_valid(year) && period_grain(year, &standard_rule) == GRAIN_YEAR);
	CHECK(gregorian_year_number(calendar_year_name(&standard_rule,
												   calendar_month(&standard_rule,
																  year.first))) == number);
	CHECK(gregorian_year_of_number(number) == gregorian_year_of(gregorian_month(year.end - 1)));
}

/* The order of the packed words is by first day, then the longer first. */
static void
check_order(Period a, Period b)
{
	int64_t		x = period_pack(a);
	int64_t		y = period_pack(b);

	CHECK(is_same(period_unpack(x), a));
	CHECK((x == y) == is_same(a, b));
	CHECK((x < y) == (a.first < b.first || (a.first == b.first && a.end > b.end)));
}

static void
check_moves(Period period, int32_t by, const CalendarRule *rule)
{
	Period		moved,
				back;
	int32_t		first,
				end;

	CHECK(period_shift(period, 0, rule, &moved) == PLAN_OK && is_same(moved, period));
	if (period_shift(period, 1, rule, &moved) == PLAN_OK)
		CHECK(moved.first == period.end);
	if (period_shift(period, by, rule, &moved) == PLAN_OK)
	{
		CHECK(period_is_valid(moved));
		if (period_rule_months(period, rule, &first, &end) && by != INT32_MIN)
			CHECK(period_shift(moved, -by, rule, &back) == PLAN_OK && is_same(back, period));
	}
	if (period_shift_by(period, by, GRAIN_WEEK, rule, &moved) == PLAN_OK && by != INT32_MIN)
		CHECK(period_shift_by(moved, -by, GRAIN_WEEK, rule, &back) == PLAN_OK &&
			  is_same(back, period));
	if (period_shift_by(period, by, GRAIN_MONTH, rule, &moved) == PLAN_OK)
		CHECK(period_is_valid(moved));
	if (period_prior_year(period, rule, &moved) == PLAN_OK)
	{
		CHECK(period_is_valid(moved));
		CHECK(period.first - moved.first >= 357 && period.first - moved.first <= 378);
	}
}

static void
check_parts(Period period, Grain grain, const CalendarRule *rule)
{
	Period		rest = period;
	int64_t		parts = 0;

	while (rest.first < rest.end && parts < MAX_PARTS)
	{
		Period		before = rest;
		Period		part = period_take_unit(&rest, grain, rule);
		Period		parent;

		CHECK(period_is_valid(part) && part.first == before.first && rest.first == part.end);
		CHECK(part.end <= period.end && rest.end == period.end);
		if (period_of_day(part.first, grain, rule, &parent) == PLAN_OK)
		{
			CHECK(period_contains(parent, part));
			CHECK(period_grain(parent, rule) == grain);
			CHECK(part.end == (parent.end < period.end ? parent.end : period.end));
		}
		parts++;
	}
	if (rest.first == rest.end)
		CHECK(parts == period_count_subperiods(period, grain, rule));
	else
		CHECK(parts < period_count_subperiods(period, grain, rule));
}

static void
check_ancestors(Period period, const Period *term, const CalendarRule *rule)
{
	Period		ancestors[MAX_ANCESTORS];
	Grain		grains[MAX_ANCESTORS];
	int			count = period_ancestors(period, term, rule, ancestors, grains);

	CHECK(count <= MAX_ANCESTORS);
	CHECK((count > 0) == (term == NULL || period_contains(*term, period)));
	for (int i = 0; i < count; i++)
	{
		CHECK(period_is_valid(ancestors[i]));
		CHECK(i == 0 ? is_same(ancestors[0], period)
			  : period_contains(ancestors[i], ancestors[i - 1]) &&
			  !is_same(ancestors[i], ancestors[i - 1]));
		if (term != NULL && i == count - 1)
			CHECK(grains[i] == GRAIN_TERM);
		else if (term != NULL && period_grain(ancestors[i], rule) == GRAIN_TERM)
			CHECK(grains[i] == GRAIN_SPAN);
		else
			CHECK(grains[i] == period_grain(ancestors[i], rule));
	}
	if (count > 0 && term != NULL)
		CHECK(is_same(ancestors[count - 1], *term));
}

static void
check_passed(Period period, Period earlier, int32_t as_of, const CalendarRule *rule)
{
	int32_t		until = period_days_until(period, as_of);
	Period		part,
				sooner;

	CHECK(until >= 0 && until <= period_days(period));
	CHECK((until > 0) == (as_of >= period.first));
	if (period_same_part(period, earlier, as_of, rule, &part) != PLAN_OK)
	{
		CHECK(until == 0);
		return;
	}
	CHECK(until > 0 && period_is_valid(part));
	CHECK(part.first == earlier.first && part.end <= earlier.end);
	if (until == period_days(period))
		CHECK(is_same(part, earlier));
	else if (is_same(period, earlier))
		CHECK(period_days(part) == until);
	if (as_of > period.first &&
		period_same_part(period, earlier, as_of - 1, rule, &sooner) == PLAN_OK)
		CHECK(sooner.end <= part.end);
}

static void
check_period(Period period, Period other, const Choice *choice)
{
	const CalendarRule *rule = &choice->rule;
	Grain		grain = (Grain) (choice->grain % GRAIN_TERM);
	Period		parent;
	Calendar	calendar = {.rule = *rule};
	int64_t		weekdays = calendar_working_halves(&calendar, period.first, period.end) / 2;

	CHECK(period_is_valid(period) && period_is_valid(other));
	check_text(period, rule);
	check_year(choice->by);
	check_year(choice->by % 6000);
	check_text(other, rule);
	check_order(period, other);
	check_order(other, period);
	check_moves(period, choice->by, rule);
	check_moves(other, choice->by % 100, rule);
	check_parts(period, grain, rule);
	check_ancestors(period, NULL, rule);
	check_ancestors(period, &other, rule);
	check_ancestors(other, &period, rule);
	check_passed(period, other, choice->as_of, rule);
	check_passed(period, other,
				 (int32_t) (period.first +
							(uint32_t) choice->as_of % (uint32_t) period_days(period)), rule);
	check_passed(period, period, choice->as_of, rule);
	if (period_parent(period, grain, rule, &parent) == PLAN_OK)
		CHECK(period_is_valid(parent) && period_contains(parent, period));
	CHECK(weekdays >= 0 && weekdays <= period_days(period));
	CHECK(weekdays >= period_days(period) / 7 * 5);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	size_t		taken = strlen(text) + 1;
	Choice		choice = {0};
	Period		period,
				other;
	bool		read,
				made;

	/* The text comes first, so that the corpus may begin with texts alone. */
	if (size > taken)
		memcpy(&choice, data + taken,
			   size - taken < sizeof(choice) ? size - taken : sizeof(choice));
	if (!calendar_rule_is_valid(&choice.rule))
		choice.rule = standard_rule;
	read = period_read(text, &period) == PLAN_OK;
	made =
		period_from_days(choice.first, (int64_t) choice.first + choice.length, &other) == PLAN_OK;
	if (read || made)
		check_period(read ? period : other, made ? other : period, &choice);
	free(text);
	return 0;
}
