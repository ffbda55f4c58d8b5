/* Standing text: what can be read is valid and reads back; order is that of the word. */
#include "core/standing.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	Standing	standing;

	if (standing_read(text, &standing) == PLAN_OK)
	{
		char		written[STANDING_TEXT_SIZE];
		Standing	again = standing_unpack(standing_pack(standing));
		double		percentile;

		CHECK(standing_is_valid(standing));
		CHECK(again.rank == standing.rank && again.field == standing.field);
		CHECK(standing_write(written, standing) < STANDING_TEXT_SIZE);
		CHECK(standing_read(written, &again) == PLAN_OK);
		CHECK(again.rank == standing.rank && again.field == standing.field);
		CHECK((standing_percentile(standing, &percentile) == PLAN_OK) == (standing.field > 1));
		if (standing.field > 1)
			CHECK(percentile >= 0.0 && percentile <= 1.0);
		if (standing.rank > 1)
		{
			again.rank--;
			CHECK(standing_pack(again) < standing_pack(standing));
		}
		if (standing.field < INT32_MAX)
		{
			again = standing;
			again.field++;
			CHECK(standing_pack(again) < standing_pack(standing));
		}
	}
	free(text);
	return 0;
}
