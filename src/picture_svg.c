/*
 * picture_svg.c
 *		Pictures as SVG.
 *
 * Each function takes its figures, then unit, title, description, language, width and height.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "core/bullet.h"
#include "core/heatmap.h"
#include "core/series.h"
#include "core/slope.h"
#include "goal.h"
#include "period.h"
#include "picture.h"
#include "picture_grid.h"
#include "status.h"
#include "word.h"

#define MIN_SIDE 24
#define MAX_SIDE 4000

/* Texts are cut at SVG_MAX_TEXT characters: more of a long one would be converted for nothing. */
#define MAX_TEXT_CHARACTERS (SVG_MAX_TEXT + 1)

/*
 * A text in UTF-8.  The bytes of one that cannot be converted are no characters for the kernels,
 * which write something in their place.
 */
const char *
drawn_text(const char *bytes, int length)
{
	/* No character has less than one byte. */
	if (length > MAX_TEXT_CHARACTERS)
		length = pg_mbcharcliplen(bytes, length, MAX_TEXT_CHARACTERS);
	return text_as_utf8(pnstrdup(bytes, length));
}

static const char *
drawn_text_datum(Datum datum)
{
	text	   *value = DatumGetTextPP(datum);

	return drawn_text(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));
}

/* An empty text is none. */
static const char *
text_option(FunctionCallInfo fcinfo, int n)
{
	const char *text = PG_ARGISNULL(n) ? "" : drawn_text_datum(PG_GETARG_DATUM(n));

	return *text != '\0' ? text : NULL;
}

static double
side_option(FunctionCallInfo fcinfo, int n, const char *name, int32 otherwise)
{
	int32		side = PG_ARGISNULL(n) ? otherwise : PG_GETARG_INT32(n);

	if (side < MIN_SIDE || side > MAX_SIDE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be between %d and %d, not %d", name, MIN_SIDE, MAX_SIDE, side)));
	return side;
}

/* Title, description and language. */
static PictureFrame
words_arguments(FunctionCallInfo fcinfo, int title)
{
	PictureFrame frame = {0};

	frame.title = text_option(fcinfo, title);
	frame.description = text_option(fcinfo, title + 1);
	frame.language = PG_ARGISNULL(title + 2) ? LANGUAGE_VIETNAMESE
	: word_argument(fcinfo, title + 2, &language_words);
	return frame;
}

/* The unit, words, width and height. */
static PictureFrame
frame_arguments(FunctionCallInfo fcinfo, int unit, int32 width, int32 height)
{
	PictureFrame frame = words_arguments(fcinfo, unit + 1);

	frame.unit = text_option(fcinfo, unit);
	frame.width = side_option(fcinfo, unit + 4, "width", width);
	frame.height = side_option(fcinfo, unit + 5, "height", height);
	return frame;
}

static void *
grow_text(void *memory, size_t size)
{
	return memory == NULL ? palloc(size) : repalloc(memory, size);
}

/* In other encodings than UTF-8 characters that are not in ASCII are written as references. */
static Svg
begin_text(void)
{
	Svg			svg = {NULL, 0, 0, grow_text,.ascii = GetDatabaseEncoding() != PG_UTF8};

	return svg;
}

static Datum
svg_datum(const Svg *svg)
{
	PG_RETURN_TEXT_P(cstring_to_text_with_len(svg->data, svg->length));
}

static Series
series_argument(FunctionCallInfo fcinfo, int n, const char *name)
{
	Series		series = {NULL, 0};

	if (!PG_ARGISNULL(n))
	{
		PictureValues values = picture_values(PG_GETARG_ARRAYTYPE_P(n), name, SERIES_MAX_VALUES);

		series.value = values.value;
		series.count = values.count;
	}
	return series;
}

static const Goal *
goal_argument(FunctionCallInfo fcinfo, int n)
{
	return PG_ARGISNULL(n) ? NULL : PG_GETARG_PLAN_GOAL_P(n);
}

/*
 * plan_bullet_svg(actual, goal, expected DEFAULT 1, cuts DEFAULT NULL, adds_up DEFAULT false,
 * options) returns text: a bullet graph, in which the verdict is that of plan_status() of the same
 * arguments.  A NULL or NaN
 * actual is no data; a NULL goal, or a NULL expected where it counts, no verdict.  22003 for an
 * infinite actual, 22023 for bad options.  Never NULL.
 */
PG_FUNCTION_INFO_V1(plan_bullet_svg);
Datum
plan_bullet_svg(PG_FUNCTION_ARGS)
{
	Bullet		bullet;
	PictureFrame frame;
	Svg			svg = begin_text();

	bullet.actual = actual_argument(fcinfo, 0, "actual");
	bullet.goal = goal_argument(fcinfo, 1);
	bullet.expected = unchecked_argument(fcinfo, 2);
	if (!PG_ARGISNULL(2) && !(bullet.expected >= 0.0 && bullet.expected <= 1.0))
		report_expected_error(bullet.expected);
	bullet.cuts = cuts_argument(fcinfo, 3);
	bullet.adds_up = !PG_ARGISNULL(4) && PG_GETARG_BOOL(4);
	frame = frame_arguments(fcinfo, 5, BULLET_WIDTH, BULLET_HEIGHT);
	bullet_draw(&svg, &frame, &bullet);
	return svg_datum(&svg);
}

/*
 * plan_sparkline_svg(values, goal, projected, lower, upper, options) returns text: a line through
 * the values, with gaps for NULL and NaN, and a broken one through the projected values in the band
 * between lower and upper.  22003 for infinities, 22023 for bad options and for bounds that are not
 * as many as the projected values, 54000 for more than a million values.  Never NULL.
 */
PG_FUNCTION_INFO_V1(plan_sparkline_svg);
Datum
plan_sparkline_svg(PG_FUNCTION_ARGS)
{
	Sparkline	sparkline;
	PictureFrame frame;
	Svg			svg = begin_text();

	sparkline.values = series_argument(fcinfo, 0, "values");
	sparkline.goal = goal_argument(fcinfo, 1);
	sparkline.projected = series_argument(fcinfo, 2, "projected values");
	sparkline.lower = series_argument(fcinfo, 3, "lower bounds");
	sparkline.upper = series_argument(fcinfo, 4, "upper bounds");
	if (sparkline.lower.count != sparkline.upper.count ||
		(sparkline.lower.count != 0 && sparkline.lower.count != sparkline.projected.count))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%u projected values must have as many lower and upper bounds, not %u and "
						"%u",
						sparkline.projected.count, sparkline.lower.count, sparkline.upper.count)));
	frame = frame_arguments(fcinfo, 5, SPARKLINE_WIDTH, SPARKLINE_HEIGHT);
	sparkline_draw(&svg, &frame, &sparkline);
	return svg_datum(&svg);
}

/* Texts in the order of an array, NULL where one is. */
static const char *const *
texts_of_array(ArrayType *array, const char *name, uint32 *count)
{
	Datum	   *elements;
	bool	   *nulls;
	int			length;
	const char **texts;

	*count = picture_count(array, name, SERIES_MAX_LABELS);
	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &elements, &nulls, &length);
	texts = palloc(Max(length, 1) * sizeof(char *));
	for (int i = 0; i < length; i++)
		texts[i] = nulls[i] ? NULL : drawn_text_datum(elements[i]);
	return texts;
}

/*
 * plan_burnup_svg(actual, goal, pace, labels, adds_up DEFAULT false, options) returns text: a line
 * through figures to date against their pace, and a line at the target.  Without a pace it is even,
 * from the baseline or zero to the target.  Of totals limits are shared out, as plan_status() has
 * it.  NULL and NaN are gaps.  22003 for infinities, 22023 for bad options, 54000
 * for more than a million values or 10000 labels.  Never NULL.
 */
PG_FUNCTION_INFO_V1(plan_burnup_svg);
Datum
plan_burnup_svg(PG_FUNCTION_ARGS)
{
	Burnup		burnup = {0};
	PictureFrame frame;
	Svg			svg = begin_text();

	burnup.actual = series_argument(fcinfo, 0, "actual values");
	burnup.goal = goal_argument(fcinfo, 1);
	burnup.pace = series_argument(fcinfo, 2, "pace");
	if (!PG_ARGISNULL(3))
		burnup.labels = texts_of_array(PG_GETARG_ARRAYTYPE_P(3), "labels", &burnup.label_count);
	burnup.adds_up = !PG_ARGISNULL(4) && PG_GETARG_BOOL(4);
	frame = frame_arguments(fcinfo, 5, BURNUP_WIDTH, BURNUP_HEIGHT);
	burnup_draw(&svg, &frame, &burnup);
	return svg_datum(&svg);
}

/* The height that the entities need, where none is given. */
static void
set_slope_size(FunctionCallInfo fcinfo, int n, PictureFrame *frame, const Slope *slope)
{
	int32		height = (int32) slope_height(slope, frame->title != NULL);

	frame->width = side_option(fcinfo, n, "width", SLOPE_WIDTH);
	frame->height = side_option(fcinfo, n + 1, "height", height);
}

/*
 * plan_slope_svg(entities, periods, standings, highlight DEFAULT NULL, options) returns text: a
 * line through the ranks of each entity, from arrays that have an element for each row.  NULL
 * entities are one without a name, a NULL standing or a missing row a gap.  22023 for arrays of
 * unlike lengths, for two standings of an entity in a period and for bad options, 22004 for a NULL
 * entity or period among others, 54000 for more than 200 entities or periods.  Never NULL.
 */
PG_FUNCTION_INFO_V1(plan_slope_svg);
Datum
plan_slope_svg(PG_FUNCTION_ARGS)
{
	PictureGrid grid = grid_arguments(fcinfo, "entities", SLOPE_MAX_ENTITIES, SLOPE_MAX_PERIODS);
	Datum	   *elements = grid_elements(fcinfo, &grid, "standings", sizeof(int64));
	Standing   *standings = palloc0(Max(grid.rows * grid.columns, 1) * sizeof(Standing));
	Slope		slope = {.periods = grid.columns,.entities = grid.rows,
						 .period_names = grid.column_names};
	PictureFrame frame;
	Svg			svg = begin_text();

	slope.entity = palloc(Max(grid.rows, 1) * sizeof(SlopeEntity));
	slope.order = palloc(Max(grid.rows, 1) * sizeof(SlopeEntity *));
	for (uint32 i = 0; i < grid.rows * grid.columns; i++)
		if (grid.cell[i] != GRID_EMPTY)
			standings[i] = standing_unpack(DatumGetInt64(elements[grid.cell[i]]));
	for (uint32 i = 0; i < grid.rows; i++)
		slope.entity[i] = (SlopeEntity) {.name = grid.row_names[i],
										 .standing = standings + i * grid.columns};
	slope.highlight = text_option(fcinfo, 3);
	frame = words_arguments(fcinfo, 4);
	set_slope_size(fcinfo, 7, &frame, &slope);
	slope_draw(&svg, &frame, &slope);
	return svg_datum(&svg);
}

/* Those of plan_status, and those that a workspace has beside them. */
static const Word words_of_statuses[] = {
	{"exceeded", VERDICT_EXCEEDED}, {"met", VERDICT_MET}, {"on_track", VERDICT_ON_TRACK},
	{"at_risk", VERDICT_AT_RISK}, {"off_track", VERDICT_OFF_TRACK},
	{"regressing", VERDICT_REGRESSING}, {"no_data", VERDICT_NO_DATA}, {"undecided", VERDICT_NONE},
	{"not_started", LOOK_NOT_STARTED}
};

static const WordTable status_words = WORD_TABLE("status", words_of_statuses,
												 "Valid values are those of plan_status, undecided "
												 "and not_started.");

/* The looks of the cells. */
static uint8 *
looks_of_cells(const PictureGrid *grid, const Datum *elements)
{
	uint8	   *looks = palloc(Max(grid->rows * grid->columns, 1));

	for (uint32 i = 0; i < grid->rows * grid->columns; i++)
		looks[i] = grid->cell[i] == GRID_EMPTY ? HEATMAP_EMPTY
			: (uint8) word_from_datum(elements[grid->cell[i]], &status_words);
	return looks;
}

/*
 * plan_heatmap_svg(branches, periods, statuses, options) returns text: a cell for each row of three
 * arrays, below its period and beside its branch; branches stand in the order in which they come
 * first.  A status is a word of plan_status, undecided or not_started.  A NULL status or a missing
 * row has no cell.  22023 for another word, for arrays of unlike lengths, for two statuses of a
 * branch in a period and for bad options, 22004 for a NULL branch or period, 54000 for more than
 * 1000 branches or periods or 50000 cells.  Never NULL.
 */
PG_FUNCTION_INFO_V1(plan_heatmap_svg);
Datum
plan_heatmap_svg(PG_FUNCTION_ARGS)
{
	PictureGrid grid = grid_arguments(fcinfo, "branches", HEATMAP_MAX_ROWS, HEATMAP_MAX_COLUMNS);
	Datum	   *elements = grid_elements(fcinfo, &grid, "statuses", -1);
	Heatmap		heatmap = {grid.rows, grid.columns, grid.row_names, grid.column_names, NULL};
	PictureFrame frame;
	Svg			svg = begin_text();

	heatmap.verdict = looks_of_cells(&grid, elements);
	frame = words_arguments(fcinfo, 3);
	if (!PG_ARGISNULL(6))
		frame.width = side_option(fcinfo, 6, "width", 0);
	heatmap_draw(&svg, &frame, &heatmap);
	return svg_datum(&svg);
}
