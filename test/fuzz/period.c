/*
 * Period text: what can be read is written in a form that reads back as the same period,
 * and every way to move, divide or measure it keeps to its rules.
 */
#include "core/period.h"

#include "fuzz.h"

/* What is taken from the input beside the text. */
typedef struct Choice
{
	int32_t		by;
	int32_t		first;			/* another period, if these make one */
	int32_t		length;
	int32_t		as_of;
	uint8_t		first_month;
	uint8_t		grain;
} Choice;

#define MAX_PARTS 1000

static bool
is_same(Period a, Period b)
{
	return a.first == b.first && a.end == b.end;
}

static void
check_text(Period period, int first_month)
{
	char		written[PERIOD_TEXT_SIZE];
	Period		again;
	size_t		length = period_write(written, period);

	CHECK(length < PERIOD_TEXT_SIZE && written[length] == '\0' && strlen(written) == length);
	CHECK(period_read(written, &again) == PLAN_OK);
	CHECK(is_same(period, again));
	for (int by_end = 0; by_end <= 1; by_end++)
	{
		length = period_write_fiscal(written, period, first_month, by_end);
		CHECK(length < PERIOD_TEXT_SIZE && strlen(written) == length);
	}
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
	CHECK(period_is_valid(year) && period_grain(year, 1) == GRAIN_YEAR);
	CHECK(gregorian_year_number(period_fiscal_year(year.first, 1, true)) == number);
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

static bool
has_months(Period period)
{
	GregorianDate first = gregorian_date(period.first);

	return first.day <= 28 && first.day == gregorian_date(period.end).day;
}

static void
check_moves(Period period, int32_t by)
{
	Period		moved,
				back;

	CHECK(period_shift(period, 0, &moved) == PLAN_OK && is_same(moved, period));
	if (period_shift(period, 1, &moved) == PLAN_OK)
		CHECK(moved.first == period.end);
	if (period_shift(period, by, &moved) == PLAN_OK)
	{
		CHECK(period_is_valid(moved));
		CHECK(has_months(moved) >= has_months(period));
		if (has_months(period) == has_months(moved) && by != INT32_MIN)
			CHECK(period_shift(moved, -by, &back) == PLAN_OK && is_same(back, period));
	}
	if (period_prior_year(period, &moved) == PLAN_OK)
	{
		CHECK(period_is_valid(moved));
		CHECK(period.first - moved.first >= 364 && period.first - moved.first <= 371);
		CHECK(abs(period_days(moved) - period_days(period)) <= 1);
	}
}

static void
check_parts(Period period, Grain grain, int first_month)
{
	Period		rest = period;
	int64_t		parts = 0;

	while (rest.first < rest.end && parts < MAX_PARTS)
	{
		Period		before = rest;
		Period		part = period_take_unit(&rest, grain, first_month);
		Period		parent;

		CHECK(period_is_valid(part) && part.first == before.first && rest.first == part.end);
		CHECK(part.end <= period.end && rest.end == period.end);
		if (period_of_day(part.first, grain, first_month, &parent) == PLAN_OK)
		{
			CHECK(period_contains(parent, part));
			CHECK(period_grain(parent, first_month) == grain);
			CHECK(part.end == (parent.end < period.end ? parent.end : period.end));
		}
		parts++;
	}
	if (rest.first == rest.end)
		CHECK(parts == period_count_subperiods(period, grain, first_month));
	else
		CHECK(parts < period_count_subperiods(period, grain, first_month));
}

static void
check_ancestors(Period period, const Period *term, int first_month)
{
	Period		ancestors[MAX_ANCESTORS];
	Grain		grains[MAX_ANCESTORS];
	int			count = period_ancestors(period, term, first_month, ancestors, grains);

	CHECK(count <= MAX_ANCESTORS);
	CHECK((count > 0) == (term == NULL || period_contains(*term, period)));
	for (int i = 0; i < count; i++)
	{
		CHECK(period_is_valid(ancestors[i]));
		CHECK(i == 0 ? is_same(ancestors[0], period)
			  : period_contains(ancestors[i], ancestors[i - 1]) && !is_same(ancestors[i], ancestors[i - 1]));
		if (term != NULL && i == count - 1)
			CHECK(grains[i] == GRAIN_TERM);
		else if (term != NULL && period_grain(ancestors[i], first_month) == GRAIN_TERM)
			CHECK(grains[i] == GRAIN_SPAN);
		else
			CHECK(grains[i] == period_grain(ancestors[i], first_month));
	}
	if (count > 0 && term != NULL)
		CHECK(is_same(ancestors[count - 1], *term));
}

static void
check_passed(Period period, Period earlier, int32_t as_of)
{
	int32_t		until = period_days_until(period, as_of);
	Period		part,
				sooner;

	CHECK(until >= 0 && until <= period_days(period));
	CHECK((until > 0) == (as_of >= period.first));
	if (period_same_part(period, earlier, as_of, &part) != PLAN_OK)
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
	if (as_of > period.first && period_same_part(period, earlier, as_of - 1, &sooner) == PLAN_OK)
		CHECK(sooner.end <= part.end);
}

static void
check_period(Period period, Period other, const Choice *choice)
{
	int			first_month = choice->first_month % 12 + 1;
	Grain		grain = (Grain) (choice->grain % GRAIN_TERM);
	Period		parent;
	int32_t		weekdays = period_weekdays(period);

	CHECK(period_is_valid(period) && period_is_valid(other));
	check_text(period, first_month);
	check_year(choice->by);
	check_year(choice->by % 6000);
	check_text(other, first_month);
	check_order(period, other);
	check_order(other, period);
	check_moves(period, choice->by);
	check_moves(other, choice->by % 100);
	check_parts(period, grain, first_month);
	check_ancestors(period, NULL, first_month);
	check_ancestors(period, &other, first_month);
	check_ancestors(other, &period, first_month);
	check_passed(period, other, choice->as_of);
	check_passed(period, other,
				 (int32_t) (period.first + (uint32_t) choice->as_of % (uint32_t) period_days(period)));
	check_passed(period, period, choice->as_of);
	if (period_parent(period, grain, first_month, &parent) == PLAN_OK)
		CHECK(period_is_valid(parent) && period_contains(parent, period));
	CHECK(weekdays >= 0 && weekdays <= period_days(period));
	CHECK(weekdays >= period_days(period) / 7 * 5);
	CHECK(period_fiscal_year(period.first, first_month, true) ==
		  period_fiscal_year(period.first, first_month, false) + (first_month > 1));
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
		memcpy(&choice, data + taken, size - taken < sizeof(choice) ? size - taken : sizeof(choice));
	read = period_read(text, &period) == PLAN_OK;
	made = period_from_days(choice.first, (int64_t) choice.first + choice.length, &other) == PLAN_OK;
	if (read || made)
		check_period(read ? period : other, made ? other : period, &choice);
	free(text);
	return 0;
}
