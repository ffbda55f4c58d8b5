/*
 * Numbers as text: what is written is what printf() writes with the fewest digits that read back,
 * and what is read is what strtod() reads.
 */
#include "core/text.h"

#include <math.h>
#include <stdio.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 160

static void
check_written(double value)
{
	char		written[TEXT_DOUBLE_SIZE];
	char		printed[TEXT_DOUBLE_SIZE];
	const char *cursor = written;
	double		again;

	for (int digits = 15; digits <= 17; digits++)
	{
		snprintf(printed, sizeof(printed), "%.*g", digits, value);
		if (strtod(printed, NULL) == value)
			break;
	}
	CHECK(text_write_double(written, value) == strlen(printed));
	CHECK(strcmp(written, printed) == 0);
	/* What is below the normal numbers reads as out of range. */
	if (value == 0.0 || isnormal(value))
		CHECK(text_read_double(&cursor, &again) == PLAN_OK && again == value && *cursor == '\0');
}

static void
check_read(const char *text)
{
	const char *end = text;
	char	   *number;
	double		value;

	if (text_read_double(&end, &value) != PLAN_OK)
		return;
	number = copy_as_text((const uint8_t *) text, (size_t) (end - text));
	CHECK(value == strtod(number, NULL));
	free(number);
	CHECK(value != 0.0 || !signbit(value));
	check_written(value);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const double scales[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7};
	char	   *text = copy_as_text(data, size);
	double		value;
	int64_t		digits;

	check_read(text);
	free(text);
	if (size < sizeof(value) + 1)
		return 0;
	memcpy(&value, data, sizeof(value));
	if (isfinite(value))
		check_written(value);
	memcpy(&digits, data, sizeof(digits));
	check_written((double) (digits >> (data[8] >> 3) % 64) / scales[data[8] & 7]);
	return 0;
}
