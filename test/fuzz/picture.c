/*
 * Pictures: whatever the figures and texts, what is drawn keeps to its size and its form.
 */
#include "core/textbar.h"

#include <math.h>
#include <stdbool.h>

#include "fuzz.h"

#define MAX_VALUES 200

static double
take_double(const uint8_t **data, const uint8_t *end)
{
	double		value = 0.0;
	size_t		size = (size_t) (end - *data) < sizeof(value) ? (size_t) (end - *data) : sizeof(value);

	memcpy(&value, *data, size);
	*data += size;
	return isinf(value) ? NAN : value;
}

/* Characters of a text that is valid UTF-8 made of ASCII and block elements. */
static size_t
count_characters(const char *text, size_t length, bool ascii)
{
	size_t		count = 0;

	for (size_t i = 0; i < length; i++)
	{
		uint8_t		byte = (uint8_t) text[i];

		CHECK((byte >= 0x20 && byte < 0x7f) || (!ascii && byte >= 0x80 && byte != 0xff));
		count += (byte & 0xc0) != 0x80;
	}
	return count;
}

static void
check_text_forms(const uint8_t *data, const uint8_t *end, bool ascii)
{
	char		out[TEXTBAR_SIZE + MAX_VALUES * TEXTBAR_BYTES];
	double		values[MAX_VALUES];
	double		low,
				high;
	uint32_t	count = 0;
	int			width = 1 + (end > data ? *data : 0) % TEXTBAR_MAX_WIDTH;
	size_t		length;

	while (data < end && count < MAX_VALUES)
		values[count++] = take_double(&data, end);
	for (uint32_t i = 0; i < count; i++)
	{
		if (isnan(values[i]))
			continue;
		length = bar_write(out, values[i], width, ascii);
		CHECK(length <= TEXTBAR_SIZE);
		CHECK(count_characters(out, length, ascii) >= (size_t) width + 6);
	}
	spark_range(values, count, &low, &high);
	length = spark_write(out, values, count, low, high, ascii);
	CHECK(count_characters(out, length, ascii) == count);
	length = spark_write(out, values, count, count > 0 ? values[0] : low, high, ascii);
	CHECK(count_characters(out, length, ascii) == count);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0)
		return 0;
	check_text_forms(data + 1, data + size, data[0] & 1);
	return 0;
}
