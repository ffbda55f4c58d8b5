/*
 * Measures: what can be read is written in a form that reads back as the same bytes, in any
 * case and with spaces around; bits that are valid are written and read back unchanged.
 */
#include "core/measure.h"

#include <ctype.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 64

static void
check_measure(const PlanMeasure *measure)
{
	char		text[MEASURE_TEXT_SIZE];
	char		changed[MEASURE_TEXT_SIZE + 2];
	PlanMeasure again;
	const MeasureEntry *entry;
	size_t		length = measure_write(text, measure);

	CHECK(length == strlen(text) && length < MEASURE_TEXT_SIZE);
	CHECK(measure_read(text, &again, &entry) == PLAN_OK);
	CHECK(entry == measure_entry(measure) && entry->measure == measure->measure);
	CHECK(memcmp(measure, &again, sizeof(again)) == 0);
	CHECK(measure_compare(measure, &again) == 0);
	snprintf(changed, sizeof(changed), "\t%s ", text);
	for (char *p = changed; *p != '\0'; p++)
		*p = (char) toupper((unsigned char) *p);
	CHECK(measure_read(changed, &again, &entry) == PLAN_OK);
	CHECK(memcmp(measure, &again, sizeof(again)) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	PlanMeasure measures[2];
	const MeasureEntry *entry;
	PlanError	error = measure_read(text, &measures[0], &entry);

	free(text);
	CHECK(error == PLAN_OK || error == PLAN_SYNTAX || error == PLAN_OUT_OF_RANGE ||
		  error == PLAN_BAD_PARAMETER);
	CHECK(error == PLAN_SYNTAX || entry != NULL);
	if (error == PLAN_OK)
	{
		CHECK(measure_is_valid(&measures[0]));
		check_measure(&measures[0]);
	}
	if (size < sizeof(measures))
		return 0;
	memcpy(measures, data, sizeof(measures));
	for (int i = 0; i < 2; i++)
	{
		measures[i] = measure_make(measures[i].measure % NUM_MEASURES, measures[i].parameter);
		if (!measure_is_valid(&measures[i]))
			return 0;
		check_measure(&measures[i]);
	}
	CHECK(measure_compare(&measures[0], &measures[1]) == -measure_compare(&measures[1],
																		  &measures[0]));
	CHECK((measure_compare(&measures[0], &measures[1]) == 0) ==
		  (memcmp(&measures[0], &measures[1], sizeof(PlanMeasure)) == 0));
	return 0;
}
