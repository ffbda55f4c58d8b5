/*
 * series.c
 *		Lines through values in their order, and sparklines.
 */
#include "core/series.h"

#include <math.h>

/* Values that are nearer together than this are drawn as the least and the greatest of them. */
#define LEAST_STEP 0.5

#define MARGIN 4.0
#define LABEL_SIZE 12.0

static const LineLook value_look = {ACTUAL_COLOUR, 1.75, 1.0, NULL};
static const LineLook projected_look = {ACTUAL_COLOUR, 1.5, 1.0, "2 3"};
static const LineLook bound_look = {"currentColor", 1.0, 0.6, "0.1 2.5"};

typedef struct Pen
{
	Svg		   *svg;
	const Series *series;
	const SeriesPlace *place;
	bool		is_down;
} Pen;

static void
draw_to(Pen *pen, uint32_t i)
{
	svg_put(pen->svg, pen->is_down ? "L%n %n" : "M%n %n",
			pen->place->first_x + i * pen->place->step_x,
			axis_at(&pen->place->axis, pen->series->value[i]));
	pen->is_down = true;
}

/* The least and the greatest of so many values, in their order, or a gap where all are missing. */
static void
draw_stretch(Pen *pen, uint32_t begin, uint32_t end)
{
	const double *value = pen->series->value;
	uint32_t	least = end;
	uint32_t	greatest = end;

	for (uint32_t i = begin; i < end; i++)
	{
		if (isnan(value[i]))
			continue;
		if (least == end || value[i] < value[least])
			least = i;
		if (greatest == end || value[i] > value[greatest])
			greatest = i;
	}
	if (least == end)
	{
		pen->is_down = false;
		return;
	}
	draw_to(pen, least < greatest ? least : greatest);
	if (least != greatest)
		draw_to(pen, least < greatest ? greatest : least);
}

/* Whether there is no value beside this one, so that no line leads to it. */
static bool
is_alone(const Series *series, uint32_t i)
{
	return !isnan(series->value[i]) && (i == 0 || isnan(series->value[i - 1])) &&
		(i + 1 == series->count || isnan(series->value[i + 1]));
}

/*
 * A line through the values, which begins anew behind each gap; a value between two gaps is a
 * dot.
 */
void
series_line(Svg *svg, const Series *series, const SeriesPlace *place, const LineLook *look)
{
	Pen			pen = {svg, series, place, false};
	uint32_t	stretch = place->step_x > 0.0 && place->step_x < LEAST_STEP
		? (uint32_t) ceil(fmin(LEAST_STEP / place->step_x, SERIES_MAX_VALUES)) : 1;

	if (series->count == 0)
		return;
	svg_put(svg, "<path");
	picture_stroke(svg, look);
	svg_put(svg, " d=\"");
	for (uint32_t i = 0; i < series->count; i += stretch)
		draw_stretch(&pen, i, series->count - i > stretch ? i + stretch : series->count);
	svg_put(svg, "\"/>");
	for (uint32_t i = 0; stretch == 1 && i < series->count; i++)
		if (is_alone(series, i))
			svg_put(svg, "<circle cx=\"%n\" cy=\"%n\" r=\"%n\" fill=\"%s\"/>",
					place->first_x + i * place->step_x,
					axis_at(&place->axis, series->value[i]), look->width * 1.1, look->colour);
}

void
series_range(const Series *series, double *low, double *high)
{
	for (uint32_t i = 0; i < series->count; i++)
		extend_range(low, high, series->value[i]);
}

/* The last value that is there and its place; NaN where none is. */
double
series_last(const Series *series, uint32_t *at)
{
	for (*at = series->count; *at > 0; (*at)--)
		if (!isnan(series->value[*at - 1]))
			return series->value[--(*at)];
	return NAN;
}

/* The area between what the projected values may be at least and at most. */
static void
draw_band(Svg *svg, const Sparkline *sparkline, const SeriesPlace *place)
{
	uint32_t	count = sparkline->lower.count;
	bool		is_first = true;

	if (count == 0 || sparkline->upper.count != count)
		return;
	svg_put(svg, "<path fill=\"%s\" fill-opacity=\"0.25\" d=\"", ACTUAL_COLOUR);
	for (uint32_t i = 0; i < 2 * count; i++)
	{
		uint32_t	at = i < count ? i : 2 * count - 1 - i;
		double		value = i < count ? sparkline->upper.value[at] : sparkline->lower.value[at];

		if (isnan(value))
			continue;
		svg_put(svg, "%s%n %n", is_first ? "M" : "L", place->first_x + at * place->step_x,
				axis_at(&place->axis, value));
		is_first = false;
	}
	svg_put(svg, is_first ? "M0 0\"/>" : "z\"/>");
}

/* The values that are projected, joined to the last one that is there. */
static void
draw_projected(Svg *svg, const Sparkline *sparkline, const SeriesPlace *values)
{
	SeriesPlace place = *values;
	uint32_t	at;
	double		last = series_last(&sparkline->values, &at);

	place.first_x += sparkline->values.count * place.step_x;
	draw_band(svg, sparkline, &place);
	if (!isnan(last) && !isnan(sparkline->projected.value[0]))
	{
		svg_put(svg, "<path");
		picture_stroke(svg, &projected_look);
		svg_put(svg, " d=\"M%n %nL%n %n\"/>", values->first_x + at * place.step_x,
				axis_at(&place.axis, last),
				place.first_x, axis_at(&place.axis, sparkline->projected.value[0]));
	}
	series_line(svg, &sparkline->projected, &place, &projected_look);
}

static void
draw_bound(Svg *svg, double y, double width)
{
	svg_put(svg, "<path");
	picture_stroke(svg, &bound_look);
	svg_put(svg, " d=\"M1 %nH%n\"/>", y, width - 1);
}

static void
draw_goal(Svg *svg, const Goal *goal, const SeriesPlace *place, double width)
{
	double		low = axis_at(&place->axis, goal_low(goal));
	double		high = axis_at(&place->axis, goal_high(goal));

	if (low != high)
		svg_put(svg, "<rect x=\"0\" y=\"%n\" width=\"%n\" height=\"%n\" fill-opacity=\"0.1\"/>",
				high, width,
				low - high);
	draw_bound(svg, low, width);
	if (low != high)
		draw_bound(svg, high, width);
}

static void
describe(const PictureFrame *frame, const Sparkline *sparkline, PictureText *said)
{
	double		low = NAN;
	double		high = NAN;
	uint32_t	at;

	series_range(&sparkline->values, &low, &high);
	picture_say_amount(said, frame, WORD_LAST, series_last(&sparkline->values, &at));
	picture_say_amount(said, frame, WORD_LOWEST, low);
	picture_say_amount(said, frame, WORD_HIGHEST, high);
	if (sparkline->goal != NULL)
		picture_say_goal(said, frame, sparkline->goal);
	picture_say_amount(said, frame, WORD_PROJECTED, series_last(&sparkline->projected, &at));
	if (isnan(low))
	{
		picture_say(said, said->length > 0 ? "; " : "");
		picture_say(said, verdict_looks[VERDICT_NO_DATA].word[frame->language]);
	}
}

static Axis
sparkline_axis(const Sparkline *sparkline, double height)
{
	Axis		axis = {NAN, NAN, height - MARGIN, MARGIN, 0.0};

	series_range(&sparkline->values, &axis.low, &axis.high);
	series_range(&sparkline->projected, &axis.low, &axis.high);
	series_range(&sparkline->lower, &axis.low, &axis.high);
	series_range(&sparkline->upper, &axis.low, &axis.high);
	if (sparkline->goal != NULL)
	{
		extend_range(&axis.low, &axis.high, goal_low(sparkline->goal));
		extend_range(&axis.low, &axis.high, goal_high(sparkline->goal));
	}
	/* What is all alike stands in the middle. */
	if (!(axis.low < axis.high))
		axis.begin = axis.end = height / 2;
	return axis;
}

/* The last value behind the line; returns the room that it takes. */
static double
draw_last(Svg *svg, const PictureFrame *frame, double last)
{
	char		text[PICTURE_AMOUNT_SIZE];
	const char *word = verdict_looks[VERDICT_NO_DATA].word[frame->language];
	double		width;

	if (!isnan(last))
		picture_amount(text, last, frame);
	width = fmin(svg_text_width(isnan(last) ? word : text, LABEL_SIZE), frame->width * 0.6);
	svg_label(svg, (SvgLabel) {.x = frame->width - 1,.y = frame->height / 2 + 4,.size = LABEL_SIZE,
			  .room = width + 1,.anchor = ANCHOR_END}, isnan(last) ? word : text);
	return width;
}

void
sparkline_draw(Svg *svg, const PictureFrame *frame, const Sparkline *sparkline)
{
	uint32_t	points = sparkline->values.count + sparkline->projected.count;
	uint32_t	at;
	double		last = series_last(&sparkline->values, &at);
	SeriesPlace place = {MARGIN, 0.0, sparkline_axis(sparkline, frame->height)};
	PictureText said = {0};
	double		width;

	describe(frame, sparkline, &said);
	picture_begin(svg, frame, &said);
	width = frame->width - draw_last(svg, frame, last) - 8.0;
	if (points > 1)
		place.step_x = (width - 2 * MARGIN) / (points - 1);
	else
		place.first_x = width / 2;
	if (sparkline->goal != NULL)
		draw_goal(svg, sparkline->goal, &place, width);
	if (sparkline->projected.count > 0)
		draw_projected(svg, sparkline, &place);
	series_line(svg, &sparkline->values, &place, &value_look);
	if (!isnan(last))
		svg_put(svg, "<circle cx=\"%n\" cy=\"%n\" r=\"2.75\" fill=\"%s\"/>",
				place.first_x + at * place.step_x,
				axis_at(&place.axis, last), ACTUAL_COLOUR);
	svg_end(svg);
}
