/*
 * Written figures, periods, dates and standings: whatever the bytes, what is read is within the
 * rules of its type, and letters with marks of their own are read as those without.
 */
#include "core/amount.h"
#include "core/gregorian.h"
#include "core/grouped.h"
#include "core/heading.h"
#include "core/period_phrase.h"
#include "core/standing_phrase.h"

#include <math.h>
#include <stdbool.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 160

/* The letters of Vietnamese, composed and decomposed. */
static const struct
{
	const char *composed;
	const char *decomposed;
}			letters[] = {
	{"à", "a\u0300"}, {"À", "A\u0300"}, {"á", "a\u0301"}, {"Á", "A\u0301"}, {"ả", "a\u0309"},
	{"Ả", "A\u0309"}, {"ã", "a\u0303"}, {"Ã", "A\u0303"}, {"ạ", "a\u0323"}, {"Ạ", "A\u0323"},
	{"ă", "a\u0306"}, {"Ă", "A\u0306"}, {"ằ", "a\u0306\u0300"}, {"Ằ", "A\u0306\u0300"},
	{"ắ", "a\u0306\u0301"}, {"Ắ", "A\u0306\u0301"}, {"ẳ", "a\u0306\u0309"},
	{"Ẳ", "A\u0306\u0309"}, {"ẵ", "a\u0306\u0303"}, {"Ẵ", "A\u0306\u0303"},
	{"ặ", "a\u0323\u0306"}, {"Ặ", "A\u0323\u0306"}, {"â", "a\u0302"}, {"Â", "A\u0302"},
	{"ầ", "a\u0302\u0300"}, {"Ầ", "A\u0302\u0300"}, {"ấ", "a\u0302\u0301"},
	{"Ấ", "A\u0302\u0301"}, {"ẩ", "a\u0302\u0309"}, {"Ẩ", "A\u0302\u0309"},
	{"ẫ", "a\u0302\u0303"}, {"Ẫ", "A\u0302\u0303"}, {"ậ", "a\u0323\u0302"},
	{"Ậ", "A\u0323\u0302"}, {"è", "e\u0300"}, {"È", "E\u0300"}, {"é", "e\u0301"},
	{"É", "E\u0301"}, {"ẻ", "e\u0309"}, {"Ẻ", "E\u0309"}, {"ẽ", "e\u0303"}, {"Ẽ", "E\u0303"},
	{"ẹ", "e\u0323"}, {"Ẹ", "E\u0323"}, {"ê", "e\u0302"}, {"Ê", "E\u0302"},
	{"ề", "e\u0302\u0300"}, {"Ề", "E\u0302\u0300"}, {"ế", "e\u0302\u0301"},
	{"Ế", "E\u0302\u0301"}, {"ể", "e\u0302\u0309"}, {"Ể", "E\u0302\u0309"},
	{"ễ", "e\u0302\u0303"}, {"Ễ", "E\u0302\u0303"}, {"ệ", "e\u0323\u0302"},
	{"Ệ", "E\u0323\u0302"}, {"ì", "i\u0300"}, {"Ì", "I\u0300"}, {"í", "i\u0301"},
	{"Í", "I\u0301"}, {"ỉ", "i\u0309"}, {"Ỉ", "I\u0309"}, {"ĩ", "i\u0303"}, {"Ĩ", "I\u0303"},
	{"ị", "i\u0323"}, {"Ị", "I\u0323"}, {"ò", "o\u0300"}, {"Ò", "O\u0300"}, {"ó", "o\u0301"},
	{"Ó", "O\u0301"}, {"ỏ", "o\u0309"}, {"Ỏ", "O\u0309"}, {"õ", "o\u0303"}, {"Õ", "O\u0303"},
	{"ọ", "o\u0323"}, {"Ọ", "O\u0323"}, {"ô", "o\u0302"}, {"Ô", "O\u0302"},
	{"ồ", "o\u0302\u0300"}, {"Ồ", "O\u0302\u0300"}, {"ố", "o\u0302\u0301"},
	{"Ố", "O\u0302\u0301"}, {"ổ", "o\u0302\u0309"}, {"Ổ", "O\u0302\u0309"},
	{"ỗ", "o\u0302\u0303"}, {"Ỗ", "O\u0302\u0303"}, {"ộ", "o\u0323\u0302"},
	{"Ộ", "O\u0323\u0302"}, {"ơ", "o\u031B"}, {"Ơ", "O\u031B"}, {"ờ", "o\u031B\u0300"},
	{"Ờ", "O\u031B\u0300"}, {"ớ", "o\u031B\u0301"}, {"Ớ", "O\u031B\u0301"},
	{"ở", "o\u031B\u0309"}, {"Ở", "O\u031B\u0309"}, {"ỡ", "o\u031B\u0303"},
	{"Ỡ", "O\u031B\u0303"}, {"ợ", "o\u031B\u0323"}, {"Ợ", "O\u031B\u0323"}, {"ù", "u\u0300"},
	{"Ù", "U\u0300"}, {"ú", "u\u0301"}, {"Ú", "U\u0301"}, {"ủ", "u\u0309"}, {"Ủ", "U\u0309"},
	{"ũ", "u\u0303"}, {"Ũ", "U\u0303"}, {"ụ", "u\u0323"}, {"Ụ", "U\u0323"}, {"ư", "u\u031B"},
	{"Ư", "U\u031B"}, {"ừ", "u\u031B\u0300"}, {"Ừ", "U\u031B\u0300"}, {"ứ", "u\u031B\u0301"},
	{"Ứ", "U\u031B\u0301"}, {"ử", "u\u031B\u0309"}, {"Ử", "U\u031B\u0309"},
	{"ữ", "u\u031B\u0303"}, {"Ữ", "U\u031B\u0303"}, {"ự", "u\u031B\u0323"},
	{"Ự", "U\u031B\u0323"}, {"ỳ", "y\u0300"}, {"Ỳ", "Y\u0300"}, {"ý", "y\u0301"},
	{"Ý", "Y\u0301"}, {"ỷ", "y\u0309"}, {"Ỷ", "Y\u0309"}, {"ỹ", "y\u0303"}, {"Ỹ", "Y\u0303"},
	{"ỵ", "y\u0323"}, {"Ỵ", "Y\u0323"},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* No letter grows to more than three times its bytes. */
static char *
decomposed(const char *text)
{
	char	   *result = malloc(strlen(text) * 3 + 1);
	char	   *out = result;

	while (*text != '\0')
	{
		size_t		i = (uint8_t) *text < 0x80 ? COUNT(letters) : 0;

		while (i < COUNT(letters) &&
			   strncmp(text, letters[i].composed, strlen(letters[i].composed)) != 0)
			i++;
		if (i == COUNT(letters))
		{
			*out++ = *text++;
			continue;
		}
		out += sprintf(out, "%s", letters[i].decomposed);
		text += strlen(letters[i].composed);
	}
	*out = '\0';
	return result;
}

/* Whether bytes occur in a text in this order. */
static bool
is_within(const char *bytes, const char *text)
{
	for (; *bytes != '\0'; bytes++)
	{
		if (*bytes == ' ')
			continue;
		while (*text != '\0' && *text != *bytes)
			text++;
		if (*text++ == '\0')
			return false;
	}
	return true;
}

/* A unit is written in the text, behind a name that the extension gives. */
static void
check_unit(const char *unit, const char *text)
{
	static const char *const names[] = {
		"", "%", "per mille", "percentage points", "VND", "USD", "EUR", "GBP", "JPY", "CNY",
	};

	CHECK(strlen(unit) < AMOUNT_UNIT_SIZE);
	for (size_t i = 0; i < COUNT(names); i++)
		if (strncmp(unit, names[i], strlen(names[i])) == 0 &&
			is_within(unit + strlen(names[i]), text))
			return;
	CHECK(false);
}

static void
check_goal(const Amount *amount)
{
	for (int direction = -1; direction <= GOAL_WITHIN; direction++)
	{
		char		written[GOAL_TEXT_SIZE];
		Goal		goal;
		Goal		again;

		if (amount_goal(amount, direction >= 0, (GoalDirection) direction, &goal) != PLAN_OK)
			continue;
		CHECK(direction < 0 || (int) goal.direction == direction);
		CHECK(goal_write(written, &goal) < GOAL_TEXT_SIZE);
		CHECK(goal_read(written, &again) == PLAN_OK);
		CHECK(memcmp(&goal, &again, sizeof(goal)) == 0);
	}
}

/* The negative of the negative of an amount is the amount. */
static void
check_negative(const Amount *amount)
{
	Amount		other = *amount;

	amount_negate(&other);
	CHECK(other.value <= other.upper && !(other.value == 0.0 && signbit(other.value)));
	amount_negate(&other);
	CHECK(other.value == amount->value && other.upper == amount->upper &&
		  other.bound == amount->bound);
}

static void
check_amount(const char *text, const char *other, char decimal_mark)
{
	Amount		amount;
	Amount		again;
	PlanError	error = amount_read(text, decimal_mark, &amount);

	if (other != NULL)
		CHECK(amount_read(other, decimal_mark, &again) == error);
	if (error != PLAN_OK)
		return;
	CHECK(isfinite(amount.value) && isfinite(amount.upper));
	CHECK(amount.is_band ? amount.value <= amount.upper : amount.value == amount.upper);
	CHECK(!(amount.value == 0.0 && signbit(amount.value)));
	CHECK(amount.bound <= AMOUNT_AT_MOST && amount_bound_sign(amount.bound)[0] != '\0');
	CHECK(amount.change != AMOUNT_FALL || amount.upper <= 0.0);
	check_unit(amount.unit, text);
	check_goal(&amount);
	check_negative(&amount);
	if (other != NULL)
	{
		CHECK(amount.value == again.value && amount.upper == again.upper);
		CHECK(amount.bound == again.bound && amount.is_band == again.is_band);
	}
}

static void
check_times(const char *text, const char *other)
{
	Period		period;
	Period		again;
	int32_t		day;
	int32_t		same;
	PlanError	error = period_phrase_read(text, NULL, &period);
	PlanError	date_error = date_phrase_read(text, &day);

	CHECK(error != PLAN_OK || period_is_valid(period));
	CHECK(date_error != PLAN_OK || (day >= GREGORIAN_FIRST_DAY && day < GREGORIAN_END_DAY));
	/* A calendar gives fiscal years a meaning, and changes nothing else. */
	if (error == PLAN_NO_CALENDAR)
		CHECK(period_phrase_read(text, &standard_rule, &again) != PLAN_OK ||
			  period_is_valid(again));
	else
		CHECK(period_phrase_read(text, &standard_rule, &again) == error &&
			  (error != PLAN_OK || (again.first == period.first && again.end == period.end)));
	/* Every day is a period. */
	CHECK(date_error != PLAN_OK ||
		  (error == PLAN_OK && period.first == day && period_days(period) == 1));
	if (other == NULL)
		return;
	CHECK(period_phrase_read(other, NULL, &again) == error &&
		  date_phrase_read(other, &same) == date_error);
	CHECK(error != PLAN_OK || (period.first == again.first && period.end == again.end));
	CHECK(date_error != PLAN_OK || day == same);
}

static void
check_standing(const char *text, const char *other)
{
	Standing	standing;
	Standing	again;
	char		written[STANDING_TEXT_SIZE];
	PlanError	error = standing_phrase_read(text, &standing);

	if (other != NULL)
		CHECK(standing_phrase_read(other, &again) == error);
	if (error != PLAN_OK)
		return;
	CHECK(standing_is_valid(standing));
	CHECK(other == NULL || standing_pack(standing) == standing_pack(again));
	CHECK(standing_write(written, standing) < STANDING_TEXT_SIZE);
	CHECK(standing_phrase_read(written, &again) == PLAN_OK);
	CHECK(standing_pack(standing) == standing_pack(again));
}

/* A number that is written with groups reads back, up to its rounding. */
static void
check_grouped(double value, int scale, int digits, char decimal_mark)
{
	char		written[GROUPED_TEXT_SIZE];
	double		scaled = value / pow(10.0, scale);
	double		rounding = 0.5 * pow(10.0, -digits);
	Amount		amount;

	CHECK(grouped_write(written, value, scale, digits, decimal_mark) == strlen(written));
	CHECK(strlen(written) < GROUPED_TEXT_SIZE - 32);
	if (fabs(scaled) > 1e40)
		return;
	CHECK(amount_read(written, decimal_mark, &amount) == PLAN_OK && amount.unit[0] == '\0');
	CHECK(fabs(amount.value - scaled) <= rounding * (1.0 + 1e-9) + fabs(scaled) * 1e-15);
}

/* Names and headings are the same in composed and decomposed Unicode. */
static void
check_names(const char *text, const char *other)
{
	static char name[PHRASE_NAME_SIZE];
	static char again[PHRASE_NAME_SIZE];
	Phrase		phrase;

	PeriodHeading heading;
	ColumnKind	kind;

	(void) heading_find(text);
	CHECK(other == NULL || amount_change_of_name(text) == amount_change_of_name(other));
	(void) heading_find_kind(text, &kind);
	(void) heading_is_revision(text);
	if (heading_find_period(text, &heading))
		CHECK(strlen(heading.period) <= HEADING_MAX_LENGTH &&
			  (heading.kind.heading == HEADING_VALUE || heading.kind.heading == HEADING_TARGET ||
			   heading.kind.heading == HEADING_RANK));
	for (int with_marks = 0; with_marks <= 1; with_marks++)
	{
		if (phrase_read(&phrase, text) != PLAN_OK)
			return;
		CHECK(phrase_name(&phrase, with_marks, name) == strlen(name) &&
			  strlen(name) < PHRASE_NAME_SIZE);
		if (other == NULL || phrase_read(&phrase, other) != PLAN_OK)
			continue;
		(void) phrase_name(&phrase, with_marks, again);
		CHECK(strcmp(name, again) == 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	double		value = 0.0;
	uint8_t		choice = size > 0 ? data[size - 1] : 0;
	char	   *text = copy_as_text(data, size);
	char	   *other = decomposed(text);
	bool		is_short = strlen(other) < PHRASE_MAX_LENGTH;

	check_amount(text, is_short ? other : NULL, ',');
	check_amount(text, is_short ? other : NULL, '.');
	check_times(text, is_short ? other : NULL);
	check_standing(text, is_short ? other : NULL);
	check_names(text, is_short ? other : NULL);
	if (size >= sizeof(value))
		memcpy(&value, data, sizeof(value));
	if (isfinite(value))
		check_grouped(value, choice % 4 * 3, choice / 4 % (GROUPED_MAX_DIGITS + 1),
					  choice & 128 ? ',' : '.');
	free(other);
	free(text);
	return 0;
}
