/*
 * Calendar text: what can be read is valid, is written in a form that reads back as the same
 * calendar, and counts each day of any span as it counts it alone.
 */
#include "core/calendar.h"
#include "core/period.h"

#include "fuzz.h"

#define MAX_INPUT_SIZE 400

static void
check_days(const Calendar *calendar, int32_t first)
{
	int64_t		sum = 0;

	for (int32_t day = first; day < first + 40; day++)
	{
		int64_t		halves = calendar_working_halves(calendar, day, day + 1);

		CHECK(halves >= 0 && halves <= 2);
		sum += halves;
	}
	CHECK(sum == calendar_working_halves(calendar, first, first + 40));
}

static void
check_units(const CalendarRule *rule, int32_t day)
{
	int32_t		month = calendar_month(rule, day);

	CHECK(calendar_month_start(rule, month) <= day && day < calendar_month_start(rule, month + 1));
	CHECK(calendar_week_start(rule, day) <= day && day < calendar_week_start(rule, day) + 7);
	CHECK(calendar_year_named(rule, calendar_year_name(rule, month)) == 12 * calendar_floor(month,
																							12));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	CalendarSpan *span = malloc(calendar_count_spans(text) * sizeof(CalendarSpan));
	Calendar	calendar,
				again;
	int32_t		day = 0;

	if (calendar_read(text, &calendar, span, &day) == PLAN_OK)
	{
		char	   *written = malloc(calendar_text_size(&calendar));
		size_t		length = calendar_write(written, &calendar);
		CalendarSpan *read = malloc(calendar_count_spans(written) * sizeof(CalendarSpan));

		CHECK(calendar_is_valid(&calendar));
		CHECK(strlen(written) == length && length < calendar_text_size(&calendar));
		CHECK(calendar_read(written, &again, read, &day) == PLAN_OK);
		CHECK(memcmp(&again.rule, &calendar.rule, sizeof(CalendarRule)) == 0);
		CHECK(again.weekend == calendar.weekend && again.spans == calendar.spans);
		CHECK(memcmp(read, span, calendar.spans * sizeof(CalendarSpan)) == 0);
		check_days(&calendar,
				   calendar.spans > 0 && span[0].first < GREGORIAN_END_DAY - 100 ? span[0].first :
				   0);
		for (int32_t i = -40000; i < 40000; i += 397)
			check_units(&calendar.rule, i);
		free(read);
		free(written);
	}
	free(span);
	free(text);
	return 0;
}
