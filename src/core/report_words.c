/*
 * report_words.c
 *		The words of a report in its languages.
 */
#include "core/report.h"

#include <string.h>

static const char *const words[NUM_REPORT_WORDS][NUM_LANGUAGES] = {
	[REPORT_ONE_MINUTE] = {"Trong một phút", "In one minute"},
	[REPORT_AS_KNOWN] = {"Theo số liệu biết đến", "As known on"},
	[REPORT_READ_ON] = {"Xem ngày", "Read on"},
	[REPORT_IS_CLOSED] = {"đã chốt theo số liệu biết đến", "is closed as known on"},
	[REPORT_CLOSED] = {"đã chốt", "closed"},
	[REPORT_CLOSED_BY] = {"bởi", "by"},
	[REPORT_WOULD_DIFFER] =
		{"mục tiêu ở đây sẽ khác theo số liệu biết sau đó.",
		 "targets here would differ by what is known since."},
	[REPORT_NONE_DIFFERS] =
		{"Số liệu biết sau đó không làm khác mục tiêu nào.",
		 "None of its targets here would differ by what is known since."},
	[REPORT_TERM] = {"kỳ kế hoạch", "term"},
	[REPORT_BASIS] = {"cấp giao:", "plan basis:"},
	[REPORT_OTHER_BASES] = {"không gồm", "without"},
	[REPORT_PLACES_OF] = {"Chỉ gồm những nơi mà", "Only of the places that"},
	[REPORT_MAY_READ] = {"được xem", "may read"},
	[REPORT_TERM_PASSED] = {"Thời gian của kỳ đã qua", "Time of the term that has passed"},
	[REPORT_YEAR_PASSED] = {"Thời gian của năm đã qua", "Time of the year that has passed"},
	[REPORT_SCORE] = {"Điểm của kế hoạch", "Score of the plan"},
	[REPORT_SCORE_OF_SOME] = {"Điểm của những nơi này", "Score of these places"},
	[REPORT_TARGETS] = {"mục tiêu", "targets"},
	[REPORT_NO_TARGETS] =
		{"Không có mục tiêu nào của kỳ này hay của một phần kỳ này.",
		 "There are no targets of this period, nor of parts of it."},
	[REPORT_JUDGED] = {"mục tiêu đánh giá được", "targets that could be judged are"},
	[REPORT_ON_PACE] = {"đúng tiến độ trở lên", "on track or better"},
	[REPORT_IN_ALL] = {"tổng số mục tiêu:", "targets in all:"},
	[REPORT_ATTENTION] = {"Cần chú ý", "Needs attention"},
	[REPORT_NO_ATTENTION] =
		{"Không có mục tiêu nào chậm tiến độ.", "No target is behind its pace."},
	[REPORT_CHANGES] = {"Thay đổi so với ngày", "Changes since"},
	[REPORT_NO_CHANGES] = {"Không có thay đổi.", "Nothing has changed."},
	[REPORT_TREE] = {"Kế hoạch", "The plan"},
	[REPORT_INDICATOR] = {"Chỉ tiêu", "Indicator"},
	[REPORT_PROGRESS] = {"Tiến độ", "Progress"},
	[REPORT_ACTUAL] = {"Thực hiện", "Actual"},
	[REPORT_TARGET] = {"Mục tiêu", "Target"},
	[REPORT_STATUS] = {"Đánh giá", "Verdict"},
	[REPORT_SERIES] = {"Các năm", "Years"},
	[REPORT_DUE_BY] = {"đến", "due by"},
	[REPORT_DUE] = {" cần", ":"},
	[REPORT_BY] = {"đến", "by"},
	[REPORT_BY_NOW] = {"nay", "now"},
	[REPORT_OF_CEILING] = {"mức trần", "of the ceiling"},
	[REPORT_AT_MOST] = {" tối đa", " at most"},
	[REPORT_FROM_BASELINE] = {"từ", "from"},
	[REPORT_BEFORE] = {"Trước", "Before"},
	[REPORT_NOW] = {"Nay", "Now"},
	[REPORT_GONE] =
		{"không còn là mục tiêu: đã rút hoặc được thay",
		 "a target no more: withdrawn or replaced"},
	[REPORT_STANDINGS] = {"Xếp hạng", "Standings"},
	[REPORT_MILESTONES] = {"Mốc", "Milestones"},
	[REPORT_MILESTONE] = {"mốc", "milestone"},
	[REPORT_YEAR_AHEAD] = {"năm trước hạn", "year ahead"},
	[REPORT_YEARS_AHEAD] = {"năm trước hạn", "years ahead"},
	[REPORT_YEAR_LATE] = {"năm sau hạn", "year late"},
	[REPORT_YEARS_LATE] = {"năm sau hạn", "years late"},
	[REPORT_REACHED] = {"đạt", "reached"},
	[REPORT_DUE_ON] = {"hạn", "due"},
	[REPORT_NO_FIGURE] = {"Chưa có số liệu", "Without a figure"},
	[REPORT_OFFICIAL] =
		{"Tỷ lệ đã công bố khác với tỷ lệ tính lại",
		 "Published shares that differ from those computed"},
	[REPORT_OFFICIAL_SHARE] = {"Công bố", "Published"},
	[REPORT_COMPUTED_SHARE] = {"Tính lại", "Computed"},
	[REPORT_NOTES] = {"Cách đọc", "How to read this page"},
	[REPORT_NOTE_BULLET] = {
		"Thanh màu là số thực hiện, vạch đứng là mục tiêu, tam giác là mức cần đạt đến ngày "
		"cuối của số liệu.",
	"The bar is the actual, the line across is the target, the triangle is what was due by the "
	"last day of the figure."},
	[REPORT_NOTE_CEILING] = {
		"Mức trần của số cộng dồn trong kỳ chia theo thời gian: trong phần đã qua là đúng tiến độ, "
		"quá phần đó là có nguy cơ, quá cả mức trần là không đạt.",
	"A ceiling on what adds up is shared out over its period: within its share is on track, beyond "
	"it at risk, beyond the whole of it missed."},
	[REPORT_NOTE_SERIES] = {
		"Đường là số của các năm; nét đứt và vùng mờ là xu thế đến hết kỳ và sai số chuẩn của nó.",
	"The line has the figures of the years; the broken line and the shade are the trend to the end "
	"of the term and its standard error."},
	[REPORT_NOTE_BOUND] = {
		"Dấu >, ≥, <, ≤ trước số thực hiện: chỉ biết số đó lớn hơn hoặc nhỏ hơn; ≈ là khoảng.",
	"With >, ≥, < or ≤ before an actual, only a bound of it is known; ≈ is about."},
	[REPORT_NOTE_VINTAGE] = {
		"Ước tính và sơ bộ là số sẽ còn được sửa.",
	"Estimates and preliminary figures will be revised."},
	[REPORT_NOTE_STATUS] = {
		"Mỗi đánh giá có màu và dấu riêng:", "Each verdict has a colour and a sign:"},
	[REPORT_TO_DATE] = {"đến", "to"},
	[REPORT_NEXT_RANK] = {"→", "→"},
	[REPORT_OF] = {"trên", "of"},
	[REPORT_IN_TIME] = {"đúng hạn", "in time"},
	[REPORT_LATE] = {"đạt muộn", "reached late"},
	[REPORT_OVERDUE] = {"quá hạn", "overdue"},
	[REPORT_NOT_DUE] = {"chưa đến hạn", "not due yet"},
};

/* As the labels of a workspace are, which are used where it has some. */
static const char *const status_words[NUM_REPORT_STATUSES][NUM_LANGUAGES] = {
	[VERDICT_EXCEEDED] = {"Vượt mục tiêu", "Exceeded"},
	[VERDICT_MET] = {"Đạt mục tiêu", "Met"},
	[VERDICT_ON_TRACK] = {"Đúng tiến độ", "On track"},
	[VERDICT_AT_RISK] = {"Có nguy cơ", "At risk"},
	[VERDICT_OFF_TRACK] = {"Chậm tiến độ", "Off track"},
	[VERDICT_REGRESSING] = {"Thụt lùi", "Regressing"},
	[REPORT_UNDECIDED] = {"Chưa rõ", "Undecided"},
	[VERDICT_NO_DATA] = {"Chưa có số liệu", "No data"},
	[REPORT_NOT_STARTED] = {"Chưa bắt đầu", "Not started"},
};

static const char *const vintages[][1 + NUM_LANGUAGES] = {
	{"estimate", "ước tính", "estimate"},
	{"preliminary", "sơ bộ", "preliminary"}
};

static const char *const kinds[][1 + NUM_LANGUAGES] = {
	{"resolution", "nghị quyết", "resolution"},
	{"orientation", "định hướng", "orientation"},
	{"programme", "chương trình", "programme"},
	{"scheme", "đề án", "scheme"},
	{"plan", "kế hoạch", "plan"}
};

const char *
report_word(const Report *report, ReportWord word)
{
	return words[word][report->language];
}

const char *
report_status_word(const Report *report, int status)
{
	if (report->status_word[status] != NULL)
		return report->status_word[status];
	return status_words[status][report->language];
}

static const char *
translated(const char *const (*table)[1 + NUM_LANGUAGES], int count, const char *word,
		   Language language)
{
	for (int i = 0; i < count; i++)
		if (strcmp(table[i][0], word) == 0)
			return table[i][1 + language];
	return NULL;
}

/* NULL for one of which there is nothing to say. */
const char *
report_vintage(const Report *report, const char *vintage)
{
	return vintage == NULL ? NULL : translated(vintages, 2, vintage, report->language);
}

/* The word itself where it is one of the user's. */
const char *
report_kind(const Report *report, const char *kind)
{
	const char *word = kind == NULL ? NULL : translated(kinds, 5, kind, report->language);

	return word != NULL ? word : kind;
}
