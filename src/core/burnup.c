/*
 * burnup.c
 *		A line of figures to date against their pace and target.
 */
#include "core/series.h"
#include "core/total.h"

#include <math.h>

#define LABEL_SIZE 11.0
#define LEGEND_LINE 17.0

/* Of a line in the legend, with the space behind it. */
#define SAMPLE_WIDTH 22.0

static const LineLook actual_look = {ACTUAL_COLOUR, 2.5, 1.0, NULL};
static const LineLook pace_look = {"currentColor", 1.5, 0.7, "4 4"};
static const LineLook target_look = {"currentColor", 2.0, 1.0, NULL};

typedef struct BurnupLayout
{
	const PictureFrame *frame;
	const Burnup *burnup;
	uint32_t	places;
	double		base;			/* of an even pace; NaN without a goal */
	double		target;
	double		top;
	double		bottom;
	double		left;
	double		right;
	SeriesPlace place;
	Verdict		verdict;
} BurnupLayout;

static double
pace_at(const BurnupLayout *layout, uint32_t i)
{
	double		share = (i + 1.0) / layout->places;

	if (layout->burnup->pace.count > 0)
		return i < layout->burnup->pace.count ? layout->burnup->pace.value[i] : NAN;
	return layout->base * (1.0 - share) + layout->target * share;
}

/* The share of the goal of a total that is due: what the pace is of it, or of 0 the way so far. */
static double
total_share(const BurnupLayout *layout, uint32_t at)
{
	double		share = layout->target != 0.0 ? pace_at(layout, at) / layout->target
		: (at + 1.0) / layout->places;

	return score_clamp(share, 1.0);
}

/* Of the last figure, by what its pace is of the way; none without a goal or a pace. */
static Verdict
last_verdict(const BurnupLayout *layout)
{
	const Goal *goal = layout->burnup->goal;
	uint32_t	at;
	double		actual = series_last(&layout->burnup->actual, &at);
	Bound		bound,
				pace;
	double		expected;

	if (isnan(actual))
		return VERDICT_NO_DATA;
	if (goal == NULL)
		return VERDICT_NONE;
	if (layout->burnup->adds_up)
		return total_verdict(goal, actual, isnan(pace_at(layout, at)) ? NAN
							 : total_share(layout, at), &default_cuts);
	bound = goal_bound(goal, actual);
	if (!isnan(pace_at(layout, at)))
	{
		pace = goal_bound(goal, pace_at(layout, at));
		expected = score_expected(&bound, score_clamp(score_achievement(&pace), 1.0));
		return score_verdict(&bound, score_achievement(&bound), expected, &default_cuts);
	}
	return score_is_met(&bound) ? VERDICT_MET : VERDICT_NONE;
}

static Axis
burnup_axis(const BurnupLayout *layout)
{
	double		low = 0.0;
	double		high = 0.0;
	int			marks = (int) fmin(fmax((layout->bottom - layout->top) / 40.0, 1.0), 6.0);

	series_range(&layout->burnup->actual, &low, &high);
	series_range(&layout->burnup->pace, &low, &high);
	if (layout->burnup->goal != NULL)
	{
		extend_range(&low, &high, goal_low(layout->burnup->goal));
		extend_range(&low, &high, goal_high(layout->burnup->goal));
		extend_range(&low, &high, layout->base);
	}
	return axis_make(low, high, layout->bottom, layout->top, marks);
}

/* Lines across the picture, with their values at the left. */
static void
draw_grid(Svg *svg, const BurnupLayout *layout)
{
	PictureFrame bare = *layout->frame;
	const Axis *axis = &layout->place.axis;
	int			marks = axis_marks(axis);

	bare.unit = NULL;
	for (int i = 0; i < marks; i++)
	{
		char		text[PICTURE_AMOUNT_SIZE];
		double		y = axis_at(axis, axis_mark(axis, i));

		svg_put(svg, "<path d=\"M%n %nH%n\" stroke=\"currentColor\" stroke-opacity=\"%s\"/>",
				layout->left, y,
				layout->right, axis_mark(axis, i) == 0.0 ? "0.6" : "0.15");
		picture_amount(text, axis_mark(axis, i), &bare);
		svg_label(svg, (SvgLabel) {.x = layout->left - 6,.y = y + 4,.size = LABEL_SIZE,
				  .room = layout->left - 6,.anchor = ANCHOR_END,.attributes = FAINT}, text);
	}
}

static double
widest_mark(const BurnupLayout *layout)
{
	PictureFrame bare = *layout->frame;
	Axis		axis = burnup_axis(layout);
	int			marks = axis_marks(&axis);
	double		widest = 0.0;

	bare.unit = NULL;
	for (int i = 0; i < marks; i++)
	{
		char		text[PICTURE_AMOUNT_SIZE];

		picture_amount(text, axis_mark(&axis, i), &bare);
		widest = fmax(widest, svg_text_width(text, LABEL_SIZE));
	}
	return widest;
}

/* As many as there is room for, the last one among them. */
static void
draw_labels(Svg *svg, const BurnupLayout *layout)
{
	const Burnup *burnup = layout->burnup;
	uint32_t	count = burnup->label_count < layout->places ? burnup->label_count : layout->places;
	double		widest = 0.0;
	uint32_t	stride = 1;

	for (uint32_t i = 0; i < count; i++)
		if (burnup->labels[i] != NULL)
			widest = fmax(widest, svg_text_width(burnup->labels[i], LABEL_SIZE));
	widest = fmin(widest, (layout->right - layout->left) / 2);
	if (layout->place.step_x > 0.0)
		stride = (uint32_t) fmax(ceil((widest + 8.0) / layout->place.step_x), 1.0);
	for (uint32_t i = 0; i < count; i++)
	{
		double		x = layout->place.first_x + i * layout->place.step_x;

		if ((count - 1 - i) % stride == 0)
			svg_label(svg, (SvgLabel) {.x = fmin(x, layout->frame->width - widest / 2 - 1),
					  .y = layout->bottom + 15,.size = LABEL_SIZE,.room = widest + 1,
					  .anchor = ANCHOR_MIDDLE,.attributes = FAINT}, burnup->labels[i]);
	}
}

static void
draw_pace(Svg *svg, const BurnupLayout *layout)
{
	const Axis *axis = &layout->place.axis;

	if (layout->burnup->pace.count > 0)
		series_line(svg, &layout->burnup->pace, &layout->place, &pace_look);
	else if (layout->burnup->goal != NULL)
	{
		bool		is_way = layout->places > 1;

		svg_put(svg, "<path");
		picture_stroke(svg, &pace_look);
		svg_put(svg, " d=\"M%n %nL%n %n\"/>", is_way ? layout->place.first_x : layout->left,
				axis_at(axis, is_way ? pace_at(layout, 0) : layout->base), layout->right - 8,
				axis_at(axis, layout->target));
	}
}

static void
draw_targets(Svg *svg, const BurnupLayout *layout)
{
	const Goal *goal = layout->burnup->goal;

	for (int i = 0; i < (goal_low(goal) != goal_high(goal) ? 2 : 1); i++)
	{
		svg_put(svg, "<path");
		picture_stroke(svg, &target_look);
		svg_put(svg, " d=\"M%n %nH%n\"/>", layout->left, axis_at(&layout->place.axis,
																 goal->bound[i]),
				layout->right);
	}
}

/*
 * An entry of the legend, on the next line where this one is full; svg is NULL to find its
 * place alone.
 */
static void
add_legend(Svg *svg, const BurnupLayout *layout, double *x, double *y, const LineLook *look,
		   const char *text)
{
	double		width = svg_text_width(text, LABEL_SIZE) + SAMPLE_WIDTH;

	if (*x > PICTURE_MARGIN && *x + width > layout->frame->width - 2)
	{
		*x = PICTURE_MARGIN;
		*y += LEGEND_LINE;
	}
	if (svg != NULL)
	{
		svg_put(svg, "<path");
		picture_stroke(svg, look);
		svg_put(svg, " d=\"M%n %nh14\"/>", *x + 1, *y - 4);
		svg_label(svg, (SvgLabel) {.x = *x + SAMPLE_WIDTH,.y = *y,.size = LABEL_SIZE,
				  .room = layout->frame->width - *x - SAMPLE_WIDTH}, text);
	}
	*x += width + 14.0;
}

/* The legend, which says the figures too; returns where it ends. */
static double
draw_legend(Svg *svg, const BurnupLayout *layout, double y)
{
	PictureText said = {0};
	double		x = PICTURE_MARGIN;
	uint32_t	at;
	double		last = series_last(&layout->burnup->actual, &at);

	if (isnan(last))
		picture_say(&said, verdict_looks[VERDICT_NO_DATA].word[layout->frame->language]);
	picture_say_amount(&said, layout->frame, WORD_ACTUAL, last);
	add_legend(svg, layout, &x, &y, &actual_look, said.text);
	if (layout->burnup->pace.count > 0 || layout->burnup->goal != NULL)
		add_legend(svg, layout, &x, &y, &pace_look,
				   picture_word(layout->frame, WORD_PACE));
	said.length = 0;
	if (layout->burnup->goal != NULL)
	{
		Goal		goal = *layout->burnup->goal;

		goal.has_baseline = 0;
		picture_say_goal(&said, layout->frame, &goal);
		add_legend(svg, layout, &x, &y, &target_look, said.text);
	}
	return y;
}

static void
draw_last(Svg *svg, const BurnupLayout *layout)
{
	uint32_t	at;
	double		last = series_last(&layout->burnup->actual, &at);
	double		x = layout->place.first_x + at * layout->place.step_x;
	double		y = axis_at(&layout->place.axis, last);

	if (isnan(last))
		return;
	if (layout->verdict == VERDICT_NONE)
		svg_put(svg, "<circle cx=\"%n\" cy=\"%n\" r=\"4\" fill=\"%s\"/>", x, y, ACTUAL_COLOUR);
	else
		picture_badge(svg, layout->verdict, fmin(x, layout->frame->width - 8), y, 7);
}

static void
describe(const BurnupLayout *layout, PictureText *said)
{
	const Burnup *burnup = layout->burnup;
	uint32_t	at;
	double		last = series_last(&burnup->actual, &at);

	picture_say_amount(said, layout->frame, WORD_ACTUAL, last);
	if (!isnan(last))
		picture_say_amount(said, layout->frame, WORD_PACE, pace_at(layout, at));
	if (burnup->goal != NULL)
		picture_say_goal(said, layout->frame, burnup->goal);
	picture_say(said, said->length > 0 ? ": " : "");
	picture_say(said, verdict_looks[layout->verdict].word[layout->frame->language]);
}

static uint32_t
most(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

static void
lay_out(BurnupLayout *layout)
{
	const Burnup *burnup = layout->burnup;

	layout->places = most(most(burnup->actual.count, burnup->pace.count),
						  most(burnup->label_count, 1));
	layout->base = layout->target = NAN;
	if (burnup->goal != NULL)
	{
		layout->target = goal_target(burnup->goal);
		layout->base = burnup->goal->has_baseline && !burnup->adds_up
			? burnup->goal->baseline : 0.0;
	}
	layout->verdict = last_verdict(layout);
	layout->top = draw_legend(NULL, layout, layout->frame->title != NULL ? 32 : 13) + 14;
	layout->bottom = layout->frame->height - (burnup->label_count > 0 ? 22 : 8);
	layout->left = fmin(widest_mark(layout) + 8, layout->frame->width / 3);
	layout->right = layout->frame->width - 4;
	layout->place.first_x = layout->left + 10;
	if (layout->places > 1)
		layout->place.step_x = (layout->right - layout->left - 18) / (layout->places - 1);
	layout->place.axis = burnup_axis(layout);
}

void
burnup_draw(Svg *svg, const PictureFrame *frame, const Burnup *burnup)
{
	BurnupLayout layout = {.frame = frame,.burnup = burnup};
	PictureText said = {0};

	lay_out(&layout);
	describe(&layout, &said);
	picture_begin(svg, frame, &said);
	picture_title(svg, frame, frame->width - 2 * PICTURE_MARGIN);
	(void) draw_legend(svg, &layout, frame->title != NULL ? 32 : 13);
	draw_grid(svg, &layout);
	draw_labels(svg, &layout);
	draw_pace(svg, &layout);
	if (burnup->goal != NULL)
		draw_targets(svg, &layout);
	series_line(svg, &burnup->actual, &layout.place, &actual_look);
	draw_last(svg, &layout);
	svg_end(svg);
}
