/*
 * Reports: whatever the figures and texts, a page is whole, ASCII where it has to be, and its tags
 * are those of reports, each of them closed.
 */
#include "core/report.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 1536

#define MOST 6
#define TEXT_SIZE 24

/* The input, from which everything is taken; at its end there are zeros. */
typedef struct Input
{
	const uint8_t *data;
	const uint8_t *end;
} Input;

static void
take(Input *input, void *bytes, size_t size)
{
	size_t		left = (size_t) (input->end - input->data);

	memset(bytes, 0, size);
	memcpy(bytes, input->data, left < size ? left : size);
	input->data += left < size ? left : size;
}

static int
take_below(Input *input, int limit)
{
	uint8_t		byte;

	take(input, &byte, 1);
	return byte % limit;
}

static double
take_number(Input *input)
{
	double		value;

	take(input, &value, sizeof(value));
	return isfinite(value) ? value : NAN;
}

static double
take_share(Input *input)
{
	return take_below(input, 3) == 0 ? NAN : take_below(input, 101) / 100.0;
}

/* Freed with the others. */
static char *texts[200];
static int	text_count;

static const char *
take_text(Input *input)
{
	char	   *text = malloc(TEXT_SIZE);

	take(input, text, TEXT_SIZE);
	text[TEXT_SIZE - 1] = '\0';
	/* Of what people wrote, nothing looks like a number that is none. */
	for (char *p = text; *p != '\0'; p++)
		*p = *p == 'n' ? 'm' : *p;
	CHECK(text_count < 200);
	return texts[text_count++] = text;
}

static const char *
take_text_or_null(Input *input)
{
	return take_below(input, 4) == 0 ? NULL : take_text(input);
}

static void
take_row(Input *input, ReportRow *row, int nodes)
{
	static const char *const bounds[] = {"=", "~", ">", ">=", "<", "<=", NULL};
	static const char *const vintages[] = {"official", "estimate", NULL};
	double		low = take_number(input);
	double		high = take_number(input);

	row->node = take_below(input, nodes);
	row->name = take_text(input);
	row->where = take_text_or_null(input);
	row->unit = take_text_or_null(input);
	row->bound = bounds[take_below(input, 7)];
	row->vintage = vintages[take_below(input, 3)];
	row->as_of = take_text_or_null(input);
	row->has_goal = !isnan(low) && !isnan(high) &&
		goal_make(&row->goal, (GoalDirection) take_below(input, 3), low,
				  take_below(input, 2) ? low : high,
				  take_below(input, 2), high) == PLAN_OK;
	row->actual = take_number(input);
	row->expected = take_share(input);
	row->adds_up = take_number(input) > 0.0;
	row->achievement = take_number(input);
	row->status = take_below(input, NUM_REPORT_STATUSES);
	row->is_closed = take_below(input, 2);
	row->series_count = take_below(input, MOST + 1);
	row->series = malloc(sizeof(double) * MOST);
	for (int i = 0; i < row->series_count; i++)
		row->series[i] = take_below(input, 4) == 0 ? NAN : take_number(input);
}

static int
compare_rows(const void *a, const void *b)
{
	return ((const ReportRow *) a)->node - ((const ReportRow *) b)->node;
}

/* Tags that open and close in turn; what has no end is known. */
static void
check_tags(const char *page)
{
	static const char *const single[] = {"meta", "br", "path", "circle", "use", "!DOCTYPE"};
	const char *open[300];
	int			depth = 0;

	for (const char *p = page; (p = strchr(p, '<')) != NULL; p++)
	{
		const char *name = p + 1 + (p[1] == '/');
		size_t		length = 0;
		bool		is_single = false;

		CHECK(strncmp(p, "<script", 7) != 0 && strncmp(p, "<!--", 4) != 0);
		while (isalnum((unsigned char) name[length]) || name[length] == '!')
			length++;
		CHECK(length > 0 && length < 10);
		for (size_t i = 0; i < sizeof(single) / sizeof(single[0]); i++)
			is_single |= strlen(single[i]) == length && strncmp(single[i], name, length) == 0;
		if (is_single)
			continue;
		if (p[1] != '/')
		{
			CHECK(depth < 300);
			open[depth++] = name;
		}
		else
			CHECK(depth > 0 && strncmp(open[--depth], name, length) == 0);
	}
	CHECK(depth == 0);
}

static void *
grow(void *memory, size_t size)
{
	return realloc(memory, size);
}

static void
check_page(const Report *report, bool ascii)
{
	Svg			page = {.grow = grow,.ascii = ascii};
	char	   *text;

	report_write(&page, report);
	text = copy_as_text((const uint8_t *) page.data, page.length);
	CHECK(strlen(text) == page.length);
	for (size_t i = 0; i < page.length; i++)
		CHECK((unsigned char) text[i] >= 0x20 || text[i] == '\n');
	for (size_t i = 0; ascii && i < page.length; i++)
		CHECK((unsigned char) text[i] < 0x7f);
	CHECK(strstr(text, "nan") == NULL && strstr(text, "inf") == NULL);
	check_tags(text);
	free(text);
	free(page.data);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Input		input = {data, data + size};
	ReportNode	node[MOST] = {{0}};
	ReportRow	row[MOST] = {{0}};
	ReportChange change[MOST] = {{0}};
	ReportClosing closing[2] = {{0}};
	ReportStanding standing[2] = {{0}};
	ReportMilestone milestone[MOST] = {{0}};
	ReportMilestoneChange milestone_change[MOST] = {{0}};
	ReportVerdict verdict[MOST] = {{0}};
	const char *period[2][MOST];
	int			rank[2][MOST];
	int			total[2][MOST];
	Report		report = {
		.node = node,.row = row,.change = change,.closing = closing,.standing = standing,
		.milestone = milestone,.milestone_change = milestone_change,.verdict = verdict
	};

	text_count = 0;
	report.language = (Language) take_below(&input, NUM_LANGUAGES);
	report.title = take_text(&input);
	report.as_of = take_text_or_null(&input);
	report.term = take_text_or_null(&input);
	report.before = take_text_or_null(&input);
	report.year = take_text_or_null(&input);
	report.term_elapsed = take_share(&input);
	report.year_elapsed = take_number(&input);
	report.today = take_number(&input);
	report.score = take_number(&input);
	report.nodes = 1 + take_below(&input, MOST);
	for (int i = 0; i < NUM_REPORT_STATUSES; i++)
		report.status_word[i] = take_text_or_null(&input);
	for (int i = 0; i < report.nodes; i++)
	{
		node[i].name = take_text(&input);
		node[i].kind = take_text_or_null(&input);
		/* Parents are those that are open in the walk. */
		node[i].parent = i == 0 ? -1 : i - 1;
		for (int up = take_below(&input, MOST); up > 0 && node[i].parent > 0; up--)
			node[i].parent = node[node[i].parent].parent;
		node[i].score = take_share(&input);
	}
	report.rows = take_below(&input, MOST + 1);
	for (int i = 0; i < report.rows; i++)
		take_row(&input, &row[i], report.nodes);
	qsort(row, (size_t) report.rows, sizeof(ReportRow), compare_rows);
	for (int i = 0; i < report.rows; i++)
		for (int n = row[i].node; n >= 0; n = node[n].parent)
			node[n].count[row[i].status]++;
	report.changes = take_below(&input, MOST + 1);
	for (int i = 0; i < report.changes; i++)
		change[i] =
			(ReportChange) {take_text(&input), take_text_or_null(&input), take_text_or_null(&input),
							">", NULL,
			take_number(&input), take_number(&input),
				take_below(&input, NUM_REPORT_STATUSES + 1) - 1,
					take_below(&input, NUM_REPORT_STATUSES),
					i < report.rows && row[i].has_goal ? &row[i].goal : NULL,
					i + 1 < report.rows && row[i + 1].has_goal ? &row[i + 1].goal : NULL,
					take_below(&input, 4) == 0};
	report.closings = take_below(&input, 3);
	for (int i = 0; i < report.closings; i++)
		closing[i] = (ReportClosing) {take_text(&input), take_text(&input), take_text(&input),
									  take_text_or_null(&input), take_below(&input, MOST),
			take_below(&input, MOST)};
	report.standings = take_below(&input, 3);
	for (int i = 0; i < report.standings; i++)
	{
		standing[i] =
			(ReportStanding) {take_text(&input), take_text(&input), 1 + take_below(&input, MOST),
							  period[i], rank[i], total[i]};
		for (int n = 0; n < standing[i].count; n++)
		{
			period[i][n] = take_text(&input);
			take(&input, &rank[i][n], sizeof(int));
			take(&input, &total[i][n], sizeof(int));
			rank[i][n] = rank[i][n] < 0 ? 0 : rank[i][n];
			total[i][n] = total[i][n] < 0 ? 0 : total[i][n];
		}
	}
	report.milestones = take_below(&input, MOST + 1);
	for (int i = 0; i < report.milestones; i++)
		milestone[i] =
			(ReportMilestone) {take_text(&input), take_text(&input), take_text_or_null(&input),
							   take_number(&input), take_number(&input),
			take_number(&input), take_below(&input, NUM_REPORT_STATUSES)};
	report.milestone_changes = take_below(&input, report.milestones + 1);
	for (int i = 0; i < report.milestone_changes; i++)
		milestone_change[i] = (ReportMilestoneChange) {i > 0 ? &milestone[i - 1] : NULL,
			&milestone[i]};
	report.verdicts = take_below(&input, MOST + 1);
	for (int i = 0; i < report.verdicts; i++)
		verdict[i] =
			(ReportVerdict) {take_text(&input), take_text_or_null(&input), take_number(&input),
							 take_number(&input), take_text_or_null(&input),
			take_below(&input, NUM_REPORT_STATUSES)};
	report.reader = take_text_or_null(&input);
	report.places = take_text_or_null(&input);

	check_page(&report, size % 2 == 0);
	for (int i = 0; i < report.rows; i++)
		free(row[i].series);
	for (int i = 0; i < text_count; i++)
		free(texts[i]);
	return 0;
}
