/*
 * heading.c
 *		What the columns of a table of figures are, by the words at their head.
 */
#include "core/heading.h"

#include <string.h>

#include "core/phrase.h"
#include "core/text.h"

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
	{"kpi name", HEADING_INDICATOR}, {"kpi code", HEADING_INDICATOR},
	{"tên kpi", HEADING_INDICATOR}, {"mã kpi", HEADING_INDICATOR},

	{"đơn vị", HEADING_UNIT_OR_PLACE}, {"tên đơn vị", HEADING_PLACE}, {"mã đơn vị", HEADING_PLACE},
	{"địa phương", HEADING_PLACE}, {"tên địa phương", HEADING_PLACE},
	{"mã địa phương", HEADING_PLACE}, {"địa bàn", HEADING_PLACE}, {"tỉnh", HEADING_PLACE},
	{"tỉnh thành", HEADING_PLACE}, {"tỉnh thành phố", HEADING_PLACE}, {"huyện", HEADING_PLACE},
	{"huyện thành phố", HEADING_PLACE}, {"xã", HEADING_PLACE}, {"xã phường", HEADING_PLACE},
	{"phòng ban", HEADING_PLACE}, {"tên phòng ban", HEADING_PLACE},
	{"mã phòng ban", HEADING_PLACE}, {"sở ngành", HEADING_PLACE},
	{"sở ban ngành", HEADING_PLACE}, {"cơ quan", HEADING_PLACE}, {"tên cơ quan", HEADING_PLACE},
	{"mã cơ quan", HEADING_PLACE}, {"cơ quan chủ trì", HEADING_PLACE},
	{"đơn vị chủ trì", HEADING_PLACE}, {"lead agency", HEADING_PLACE},
	{"department", HEADING_PLACE}, {"department name", HEADING_PLACE},
	{"department code", HEADING_PLACE},
	{"place", HEADING_PLACE}, {"place name", HEADING_PLACE}, {"place code", HEADING_PLACE},
	{"province", HEADING_PLACE}, {"district", HEADING_PLACE}, {"commune", HEADING_PLACE},
	{"phường", HEADING_PLACE}, {"tên phường", HEADING_PLACE}, {"phường xã", HEADING_PLACE},
	{"tên xã", HEADING_PLACE}, {"tên xã phường", HEADING_PLACE}, {"tên phường xã", HEADING_PLACE},
	{"xã phường thị trấn", HEADING_PLACE}, {"phường xã thị trấn", HEADING_PLACE},
	{"xã phường đặc khu", HEADING_PLACE}, {"phường xã đặc khu", HEADING_PLACE},
	{"đơn vị hành chính", HEADING_PLACE}, {"tên đơn vị hành chính", HEADING_PLACE},
	{"quận", HEADING_PLACE}, {"quận huyện", HEADING_PLACE}, {"tên huyện", HEADING_PLACE},
	{"tên tỉnh", HEADING_PLACE}, {"ward", HEADING_PLACE}, {"city", HEADING_PLACE},
	{"region", HEADING_PLACE}, {"site", HEADING_PLACE}, {"branch", HEADING_PLACE},
	{"store", HEADING_PLACE}, {"chi nhánh", HEADING_PLACE}, {"cửa hàng", HEADING_PLACE},

	{"kỳ", HEADING_PERIOD}, {"kỳ báo cáo", HEADING_PERIOD}, {"thời kỳ", HEADING_PERIOD},
	{"thời gian", HEADING_PERIOD}, {"giai đoạn", HEADING_PERIOD}, {"period", HEADING_PERIOD},
	{"time period", HEADING_PERIOD}, {"reporting period", HEADING_PERIOD},

	{"năm", HEADING_YEAR}, {"year", HEADING_YEAR},
	{"năm tài chính", HEADING_FISCAL_YEAR}, {"năm tài khóa", HEADING_FISCAL_YEAR},
	{"năm ngân sách", HEADING_FISCAL_YEAR}, {"niên độ", HEADING_FISCAL_YEAR},
	{"fiscal year", HEADING_FISCAL_YEAR}, {"financial year", HEADING_FISCAL_YEAR},
	{"fy", HEADING_FISCAL_YEAR},

	{"quý", HEADING_QUARTER}, {"quarter", HEADING_QUARTER},
	{"tháng", HEADING_MONTH}, {"month", HEADING_MONTH},

	{"giá trị", HEADING_VALUE}, {"thực hiện", HEADING_VALUE}, {"giá trị thực hiện", HEADING_VALUE},
	{"thực tế", HEADING_VALUE}, {"kết quả", HEADING_VALUE}, {"kết quả thực hiện", HEADING_VALUE},
	{"số liệu", HEADING_VALUE}, {"value", HEADING_VALUE}, {"actual", HEADING_VALUE},
	{"actual value", HEADING_VALUE}, {"result", HEADING_VALUE}, {"figure", HEADING_VALUE},

	{"kế hoạch", HEADING_TARGET}, {"mục tiêu", HEADING_TARGET}, {"kế hoạch giao", HEADING_TARGET},
	{"chỉ tiêu kế hoạch", HEADING_TARGET}, {"target", HEADING_TARGET}, {"goal", HEADING_TARGET},
	{"plan", HEADING_TARGET}, {"planned", HEADING_TARGET}, {"target value", HEADING_TARGET},
	{"kế hoạch điều chỉnh", HEADING_TARGET}, {"revised target", HEADING_TARGET},
	{"revised plan", HEADING_TARGET},

	{"giá trị gốc", HEADING_BASELINE}, {"mức gốc", HEADING_BASELINE},
	{"số gốc", HEADING_BASELINE}, {"giá trị ban đầu", HEADING_BASELINE},
	{"baseline", HEADING_BASELINE}, {"baseline value", HEADING_BASELINE},

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

	{"bảng xếp hạng", HEADING_RANKING}, {"tên bảng xếp hạng", HEADING_RANKING},
	{"mã bảng xếp hạng", HEADING_RANKING}, {"chỉ số", HEADING_RANKING},
	{"tên chỉ số", HEADING_RANKING}, {"mã chỉ số", HEADING_RANKING},
	{"bộ chỉ số", HEADING_RANKING}, {"ranking", HEADING_RANKING},
	{"ranking name", HEADING_RANKING}, {"ranking code", HEADING_RANKING},
	{"index", HEADING_RANKING}, {"index name", HEADING_RANKING},

	{"hạng", HEADING_RANK}, {"thứ hạng", HEADING_RANK}, {"xếp hạng", HEADING_RANK},
	{"vị trí", HEADING_RANK}, {"vị thứ", HEADING_RANK}, {"xếp thứ", HEADING_RANK},
	{"rank", HEADING_RANK}, {"standing", HEADING_RANK}, {"position", HEADING_RANK},

	{"tổng số", HEADING_TOTAL}, {"tổng số tỉnh", HEADING_TOTAL},
	{"tổng số tỉnh thành phố", HEADING_TOTAL}, {"tổng số đơn vị", HEADING_TOTAL},
	{"tổng số địa phương", HEADING_TOTAL}, {"số tỉnh thành phố", HEADING_TOTAL},
	{"số đơn vị", HEADING_TOTAL}, {"total", HEADING_TOTAL}, {"out of", HEADING_TOTAL},
	{"number ranked", HEADING_TOTAL},

	{"điểm", HEADING_SCORE}, {"điểm số", HEADING_SCORE}, {"tổng điểm", HEADING_SCORE},
	{"score", HEADING_SCORE}, {"points", HEADING_SCORE},

	{"mã", HEADING_CODE}, {"mã số", HEADING_CODE}, {"mã mốc", HEADING_CODE},
	{"mã nhiệm vụ", HEADING_CODE}, {"mã công việc", HEADING_CODE}, {"code", HEADING_CODE},
	{"milestone code", HEADING_CODE}, {"task code", HEADING_CODE},

	{"tên", HEADING_NAME}, {"tên mốc", HEADING_NAME}, {"mốc", HEADING_NAME},
	{"nội dung", HEADING_INDICATOR_OR_NAME}, {"nội dung công việc", HEADING_NAME},
	{"nội dung nhiệm vụ", HEADING_NAME}, {"công việc", HEADING_NAME},
	{"tên công việc", HEADING_NAME}, {"nhiệm vụ", HEADING_NAME}, {"tên nhiệm vụ", HEADING_NAME},
	{"name", HEADING_NAME}, {"milestone", HEADING_NAME}, {"milestone name", HEADING_NAME},
	{"task", HEADING_NAME}, {"task name", HEADING_NAME},

	{"chương trình", HEADING_NODE}, {"tên chương trình", HEADING_NODE},
	{"mã chương trình", HEADING_NODE}, {"đề án", HEADING_NODE}, {"tên đề án", HEADING_NODE},
	{"mã đề án", HEADING_NODE}, {"node", HEADING_NODE}, {"node name", HEADING_NODE},
	{"node code", HEADING_NODE}, {"programme", HEADING_NODE}, {"programme name", HEADING_NODE},
	{"programme code", HEADING_NODE}, {"program", HEADING_NODE}, {"scheme", HEADING_NODE},

	{"hạn", HEADING_DUE}, {"thời hạn", HEADING_DUE}, {"thời hạn hoàn thành", HEADING_DUE},
	{"hạn hoàn thành", HEADING_DUE}, {"ngày đến hạn", HEADING_DUE}, {"due", HEADING_DUE},
	{"due date", HEADING_DUE}, {"due on", HEADING_DUE}, {"due by", HEADING_DUE},
	{"deadline", HEADING_DUE},

	{"hoàn thành", HEADING_REACHED}, {"đã hoàn thành", HEADING_REACHED},
	{"ngày hoàn thành", HEADING_REACHED}, {"hoàn thành thực tế", HEADING_REACHED},
	{"ngày hoàn thành thực tế", HEADING_REACHED}, {"ngày đạt", HEADING_REACHED},
	{"reached", HEADING_REACHED}, {"reached on", HEADING_REACHED},
	{"reached date", HEADING_REACHED}, {"date reached", HEADING_REACHED},
	{"completed", HEADING_REACHED}, {"completed on", HEADING_REACHED},
	{"completion date", HEADING_REACHED}, {"date completed", HEADING_REACHED},
};

/*
 * Words beside a period that say what the figures of a column are, beside those that are headings
 * of such columns, and those of vintages.
 */
static const struct
{
	const char *words;
	Heading		heading;
	Vintage		vintage;
}			kinds[] = {
	{"th", HEADING_VALUE, NO_VINTAGE}, {"actuals", HEADING_VALUE, NO_VINTAGE},
	/* Alone they say no vintage, as in a column of vintages. */
	{"thực hiện", HEADING_VALUE, NO_VINTAGE}, {"actual", HEADING_VALUE, NO_VINTAGE},
	{"ước th", HEADING_VALUE, VINTAGE_ESTIMATE}, {"ưth", HEADING_VALUE, VINTAGE_ESTIMATE},
	{"ư th", HEADING_VALUE, VINTAGE_ESTIMATE},

	{"kh", HEADING_TARGET, NO_VINTAGE}, {"chỉ tiêu", HEADING_TARGET, NO_VINTAGE},
	{"targets", HEADING_TARGET, NO_VINTAGE}, {"kh điều chỉnh", HEADING_TARGET, NO_VINTAGE},
	{"kh đc", HEADING_TARGET, NO_VINTAGE}, {"khđc", HEADING_TARGET, NO_VINTAGE},
};

static const struct
{
	const char *words;
	Vintage		vintage;
}			vintages[] = {
	{"ước", VINTAGE_ESTIMATE}, {"ước tính", VINTAGE_ESTIMATE}, {"ước thực hiện", VINTAGE_ESTIMATE},
	{"ước đạt", VINTAGE_ESTIMATE}, {"estimate", VINTAGE_ESTIMATE}, {"estimated", VINTAGE_ESTIMATE},
	{"est", VINTAGE_ESTIMATE},
	{"sơ bộ", VINTAGE_PRELIMINARY}, {"preliminary", VINTAGE_PRELIMINARY},
	{"prelim", VINTAGE_PRELIMINARY}, {"provisional", VINTAGE_PRELIMINARY},
	{"chính thức", VINTAGE_OFFICIAL}, {"thực hiện", VINTAGE_OFFICIAL}, {"th", VINTAGE_OFFICIAL},
	{"official", VINTAGE_OFFICIAL},
	{"final", VINTAGE_OFFICIAL}, {"actual", VINTAGE_OFFICIAL},
	{"số ước", VINTAGE_ESTIMATE}, {"số liệu ước", VINTAGE_ESTIMATE},
	{"số sơ bộ", VINTAGE_PRELIMINARY}, {"số liệu sơ bộ", VINTAGE_PRELIMINARY},
	{"số chính thức", VINTAGE_OFFICIAL}, {"số liệu chính thức", VINTAGE_OFFICIAL},
};

/* Words that say that figures or targets were revised, once or for the n-th time. */
static const char *const revisions[] = {
	"điều chỉnh", "sau điều chỉnh", "đã điều chỉnh", "đc", "đ c", "revised", "adjusted",
};

/* Leave out the signs between and around the words of a heading. */
static void
leave_out_signs(Phrase *phrase)
{
	int			tokens = 0;

	for (int i = 0; i < phrase->tokens; i++)
		if (strchr("_-.,:;/|*()[]\"'", phrase->token[i].kind) == NULL)
			phrase->token[tokens++] = phrase->token[i];
	phrase->token[tokens] = phrase->token[phrase->tokens];
	phrase->tokens = tokens;
}

/* Read the words of a heading, in UTF-8; false where there are none. */
static bool
read_words(const char *text, Phrase *phrase)
{
	if (strlen(text) > HEADING_MAX_LENGTH || phrase_read(phrase, text) != PLAN_OK)
		return false;
	leave_out_signs(phrase);
	return phrase->tokens > 0;
}

/* What a heading says. */
Heading
heading_find(const char *text)
{
	Phrase		phrase;

	if (!read_words(text, &phrase))
		return HEADING_UNKNOWN;
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
		if (phrase_match(&phrase, 0, headings[i].words) == phrase.tokens)
			return headings[i].heading;
	return HEADING_UNKNOWN;
}

#define NUM_KINDS (sizeof(kinds) / sizeof(kinds[0]))
#define NUM_HEADING_WORDS (sizeof(headings) / sizeof(headings[0]))
#define NUM_VINTAGES (sizeof(vintages) / sizeof(vintages[0]))

/* Words that say what figures are, by their number; NULL for a heading of other columns. */
static const char *
words_of_kind(size_t i, ColumnKind *kind)
{
	*kind = (ColumnKind) {HEADING_VALUE, NO_VINTAGE, false};
	if (i < NUM_KINDS)
	{
		*kind = (ColumnKind) {kinds[i].heading, kinds[i].vintage, false};
		return kinds[i].words;
	}
	i -= NUM_KINDS;
	if (i < NUM_HEADING_WORDS)
	{
		kind->heading = headings[i].heading;
		return kind->heading == HEADING_VALUE || kind->heading == HEADING_TARGET ||
			kind->heading == HEADING_RANK ? headings[i].words : NULL;
	}
	kind->is_vintage = true;
	kind->vintage = vintages[i - NUM_HEADING_WORDS].vintage;
	return vintages[i - NUM_HEADING_WORDS].words;
}

/* What words say that figures are, such as those in parentheses behind a period. */
bool
heading_find_kind(const char *text, ColumnKind *kind)
{
	Phrase		phrase;

	if (!read_words(text, &phrase))
		return false;
	for (size_t i = 0; i < NUM_KINDS + NUM_HEADING_WORDS + NUM_VINTAGES; i++)
	{
		const char *known = words_of_kind(i, kind);

		if (known != NULL && phrase_match(&phrase, 0, known) == phrase.tokens)
			return true;
	}
	return false;
}

/* Skip words that say that figures were revised: "điều chỉnh lần 2". */
static bool
skip_revision(const Phrase *phrase, int *i)
{
	int			behind = *i;
	int32_t		times;

	if (PHRASE_SKIP_ANY(phrase, &behind, revisions) < 0)
		return false;
	if (phrase_skip(phrase, &behind, "lần") && !phrase_take_integer(phrase, &behind, 2, &times))
		return false;
	*i = behind;
	return true;
}

/* The end of words of a kind and of those that say that it was revised: "kế hoạch điều chỉnh". */
static int
end_of_revision(const Phrase *phrase, int end)
{
	for (int i = 1; i <= end; i++)
	{
		int			behind = i;

		if (skip_revision(phrase, &behind) && behind > end)
			return behind;
	}
	return end;
}

/* Whether the rest of a phrase says that figures were revised. */
static bool
is_revision(const Phrase *phrase, int i)
{
	return skip_revision(phrase, &i) && i == phrase->tokens;
}

/* Whether a text says that figures or targets were revised, and nothing else. */
bool
heading_is_revision(const char *text)
{
	Phrase		phrase;

	return read_words(text, &phrase) && is_revision(&phrase, 0);
}

/* Whether the rest of a phrase says that figures were reached, as a vintage or not. */
static bool
says_reached(const Phrase *phrase, int i)
{
	for (size_t k = 0; k < NUM_KINDS; k++)
		if (phrase_match(phrase, i, kinds[k].words) == phrase->tokens - i)
			return true;
	return false;
}

/*
 * Take the vintage that the rest of a phrase says; of targets only that they are preliminary or
 * official, which says nothing of them.
 */
static bool
take_vintage(const Phrase *phrase, int i, ColumnKind *kind)
{
	for (size_t k = 0; k < NUM_VINTAGES; k++)
	{
		if (phrase_match(phrase, i, vintages[k].words) != phrase->tokens - i)
			continue;
		if (kind->heading == HEADING_TARGET)
			return vintages[k].vintage != VINTAGE_ESTIMATE && !says_reached(phrase, i);
		if (kind->heading != HEADING_VALUE || kind->vintage != NO_VINTAGE)
			return false;
		kind->vintage = vintages[k].vintage;
		return true;
	}
	return false;
}

/* The end of a period, before words behind it that say how sure its figures are, or revised. */
static int
end_of_period(const Phrase *phrase, int begin, ColumnKind *kind)
{
	for (int i = begin + 1; i < phrase->tokens; i++)
		if (is_revision(phrase, i) || take_vintage(phrase, i, kind))
			return i;
	return phrase->tokens;
}

/* The number of tokens of the longest words of a kind at the beginning; 0 for none. */
static int
find_kind_before(const Phrase *phrase, ColumnKind *kind)
{
	int			most = 0;

	for (size_t i = 0; i < NUM_KINDS + NUM_HEADING_WORDS + NUM_VINTAGES; i++)
	{
		ColumnKind	found;
		const char *words = words_of_kind(i, &found);
		int			tokens = words == NULL ? 0 : phrase_match(phrase, 0, words);

		if (tokens <= most || tokens >= phrase->tokens)
			continue;
		most = tokens;
		*kind = found;
	}
	return most;
}

/* The first token of the longest words of a kind at the end; 0 for none. */
static int
find_kind_behind(const Phrase *phrase, ColumnKind *kind)
{
	for (int i = 1; i < phrase->tokens; i++)
		for (size_t k = 0; k < NUM_KINDS + NUM_HEADING_WORDS + NUM_VINTAGES; k++)
		{
			const char *words = words_of_kind(k, kind);

			if (words != NULL && phrase_match(phrase, i, words) == phrase->tokens - i)
				return i;
		}
	return 0;
}

/*
 * Find the longest words that say what the figures are, before a period, or else behind it; false
 * for none.
 */
bool
heading_find_period(const char *text, PeriodHeading *result)
{
	Phrase		phrase;
	int			begin;
	int			end;

	if (!read_words(text, &phrase))
		return false;
	begin = find_kind_before(&phrase, &result->kind);
	if (begin > 0 && (begin = end_of_revision(&phrase, begin)) == phrase.tokens)
		return false;
	end = begin > 0 ? end_of_period(&phrase, begin, &result->kind) :
		find_kind_behind(&phrase, &result->kind);
	if (end == 0)
		return false;
	/* The signs within the period stay. */
	(void) phrase_copy(&phrase, begin, end, result->period);
	return true;
}

/* Whether words say the whole of a year, among its parts. */
bool
heading_is_whole_year(const char *text)
{
	static const char *const whole[] = {"năm", "cả năm", "year", "full year"};
	Phrase		phrase;

	if (!read_words(text, &phrase))
		return false;
	for (size_t i = 0; i < sizeof(whole) / sizeof(whole[0]); i++)
		if (phrase_match(&phrase, 0, whole[i]) == phrase.tokens)
			return true;
	return false;
}

bool
vintage_find(const char *text, Vintage *vintage)
{
	Phrase		phrase;

	if (!read_words(text, &phrase))
		return false;
	for (size_t i = 0; i < sizeof(vintages) / sizeof(vintages[0]); i++)
		if (phrase_match(&phrase, 0, vintages[i].words) == phrase.tokens)
		{
			*vintage = vintages[i].vintage;
			return true;
		}
	for (size_t i = 0; i < NUM_KINDS; i++)
		if (kinds[i].vintage != NO_VINTAGE &&
			phrase_match(&phrase, 0, kinds[i].words) == phrase.tokens)
		{
			*vintage = kinds[i].vintage;
			return true;
		}
	return false;
}
