/*
 * heading.c
 *		What the columns of a table of figures are, by the words at their head.
 */
#include "core/heading.h"

#include <string.h>

#include "core/phrase.h"
#include "core/text.h"

/* What is longer is no heading. */
#define MAX_HEADING_LENGTH 255

/* In Vietnamese, where the words are read without diacritics too, and in English. */
static const struct
{
	const char *words;
	Heading		heading;
}			headings[] = {
	{"stt", HEADING_LINE}, {"tt", HEADING_LINE}, {"số thứ tự", HEADING_LINE}, {"no", HEADING_LINE},
	{"row", HEADING_LINE}, {"row number", HEADING_LINE}, {"line", HEADING_LINE},

	{"chỉ tiêu", HEADING_INDICATOR}, {"tên chỉ tiêu", HEADING_INDICATOR},
	{"mã chỉ tiêu", HEADING_INDICATOR}, {"mã số chỉ tiêu", HEADING_INDICATOR},
	{"indicator", HEADING_INDICATOR}, {"indicator name", HEADING_INDICATOR},
	{"indicator code", HEADING_INDICATOR}, {"kpi", HEADING_INDICATOR},

	{"đơn vị", HEADING_PLACE}, {"tên đơn vị", HEADING_PLACE}, {"mã đơn vị", HEADING_PLACE},
	{"địa phương", HEADING_PLACE}, {"tên địa phương", HEADING_PLACE},
	{"mã địa phương", HEADING_PLACE}, {"địa bàn", HEADING_PLACE}, {"tỉnh", HEADING_PLACE},
	{"tỉnh thành", HEADING_PLACE}, {"tỉnh thành phố", HEADING_PLACE}, {"huyện", HEADING_PLACE},
	{"huyện thành phố", HEADING_PLACE}, {"xã", HEADING_PLACE}, {"xã phường", HEADING_PLACE},
	{"place", HEADING_PLACE}, {"place name", HEADING_PLACE}, {"place code", HEADING_PLACE},
	{"province", HEADING_PLACE}, {"district", HEADING_PLACE}, {"commune", HEADING_PLACE},

	{"kỳ", HEADING_PERIOD}, {"kỳ báo cáo", HEADING_PERIOD}, {"thời kỳ", HEADING_PERIOD},
	{"thời gian", HEADING_PERIOD}, {"giai đoạn", HEADING_PERIOD}, {"năm", HEADING_PERIOD},
	{"quý", HEADING_PERIOD}, {"tháng", HEADING_PERIOD}, {"period", HEADING_PERIOD},
	{"time period", HEADING_PERIOD}, {"reporting period", HEADING_PERIOD}, {"year", HEADING_PERIOD},
	{"quarter", HEADING_PERIOD}, {"month", HEADING_PERIOD},

	{"giá trị", HEADING_VALUE}, {"thực hiện", HEADING_VALUE}, {"giá trị thực hiện", HEADING_VALUE},
	{"thực tế", HEADING_VALUE}, {"kết quả", HEADING_VALUE}, {"kết quả thực hiện", HEADING_VALUE},
	{"số liệu", HEADING_VALUE}, {"value", HEADING_VALUE}, {"actual", HEADING_VALUE},
	{"actual value", HEADING_VALUE}, {"result", HEADING_VALUE}, {"figure", HEADING_VALUE},

	{"kế hoạch", HEADING_TARGET}, {"mục tiêu", HEADING_TARGET}, {"kế hoạch giao", HEADING_TARGET},
	{"chỉ tiêu kế hoạch", HEADING_TARGET}, {"target", HEADING_TARGET}, {"goal", HEADING_TARGET},
	{"plan", HEADING_TARGET}, {"planned", HEADING_TARGET}, {"target value", HEADING_TARGET},

	{"cận", HEADING_BOUND}, {"dấu", HEADING_BOUND}, {"bound", HEADING_BOUND},

	{"đơn vị tính", HEADING_UNIT}, {"đvt", HEADING_UNIT}, {"unit", HEADING_UNIT},
	{"unit of measure", HEADING_UNIT},

	{"loại số liệu", HEADING_VINTAGE}, {"loại số", HEADING_VINTAGE},
	{"tính chất số liệu", HEADING_VINTAGE}, {"vintage", HEADING_VINTAGE},

	{"cấp giao", HEADING_BASIS}, {"cấp giao kế hoạch", HEADING_BASIS}, {"basis", HEADING_BASIS},

	{"ngày công bố", HEADING_KNOWN_ON}, {"ngày báo cáo", HEADING_KNOWN_ON},
	{"ngày ban hành", HEADING_KNOWN_ON}, {"known on", HEADING_KNOWN_ON},
	{"published on", HEADING_KNOWN_ON}, {"publication date", HEADING_KNOWN_ON},
	{"report date", HEADING_KNOWN_ON}, {"as of", HEADING_KNOWN_ON},

	{"nguồn", HEADING_SOURCE}, {"nguồn số liệu", HEADING_SOURCE}, {"source", HEADING_SOURCE},

	{"ghi chú", HEADING_NOTE}, {"note", HEADING_NOTE}, {"notes", HEADING_NOTE},
	{"remark", HEADING_NOTE}, {"remarks", HEADING_NOTE}, {"comment", HEADING_NOTE},

	{"lý do", HEADING_REASON}, {"lí do", HEADING_REASON}, {"reason", HEADING_REASON},
};

/* A heading without the signs between and around its words. */
static void
copy_words(const char *text, char *words)
{
	size_t		length = strlen(text);

	for (size_t i = 0; i <= length; i++)
		words[i] = text[i] != '\0' && strchr("_-.,:;/|*()[]\"'", text[i]) != NULL ? ' ' : text[i];
}

/* What a heading says, in UTF-8. */
Heading
heading_find(const char *text)
{
	Phrase		phrase;
	char		words[MAX_HEADING_LENGTH + 1];

	if (strlen(text) > MAX_HEADING_LENGTH)
		return HEADING_UNKNOWN;
	copy_words(text, words);
	if (phrase_read(&phrase, words) != PLAN_OK || phrase.tokens == 0)
		return HEADING_UNKNOWN;
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
		if (phrase_match(&phrase, 0, headings[i].words) == phrase.tokens)
			return headings[i].heading;
	return HEADING_UNKNOWN;
}
