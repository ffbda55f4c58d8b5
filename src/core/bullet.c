/*
 * bullet.c
 *		Bullet graphs: a figure beside its goal.
 *
 * After Stephen Few, "Bullet Graph Design Specification" (2013): a bar for the figure, a line
 * across it for the target, and ranges behind it in shades of one hue, the darkest for the worst.
 * Where the scale does not begin at zero the length of a bar says nothing, and a disc stands in its
 * place.
 */
#include "core/bullet.h"
#include "core/total.h"

#include <math.h>

/* Behind the bar, from the worst to the best. */
static const double shades[] = {0.26, 0.16, 0.09, 0.04};

#define NUM_SHADES 4

/* A figure that is farther beyond the goal than this many times the scale is cut off at its end. */
#define MOST_BEYOND 0.6
#define MOST_BEYOND_NEAR 3.0

/* Room beyond the goal, as a share of the scale. */
#define HEADROOM 0.08

/* Values that are nearer together than this share of the largest are shown without zero. */
#define NEAR_TOGETHER 0.25

#define MARGIN PICTURE_MARGIN

/* Of the width, beside a title; the unit is cut. */
#define MOST_FIGURE 0.5

/* Lower pictures have no scale, and still lower ones no words. */
#define LEAST_WITH_SCALE 56.0
#define LEAST_WITH_WORDS 40.0
#define LABEL_SIZE 10.5

typedef struct BulletLayout
{
	const PictureFrame *frame;
	const Bullet *bullet;
	Axis		axis;
	Verdict		verdict;
	double		top;			/* of the ranges */
	double		bottom;
} BulletLayout;

/* As plan_status() says it; none where the goal or what is due is not known. */
Verdict
bullet_verdict(const Bullet *bullet)
{
	Bound		bound;
	double		expected;

	if (isnan(bullet->actual))
		return VERDICT_NO_DATA;
	if (bullet->goal == NULL)
		return VERDICT_NONE;
	if (bullet->adds_up)
		return total_verdict(bullet->goal, bullet->actual, bullet->expected, &bullet->cuts);
	bound = goal_bound(bullet->goal, bullet->actual);
	expected = score_expected(&bound, bullet->expected);
	if (isnan(expected) && !score_is_met(&bound))
		return VERDICT_NONE;
	return score_verdict(&bound, score_achievement(&bound), expected, &bullet->cuts);
}

/* One edge of a goal: met from the target on, to the side of the sign. */
typedef struct GoalEdge
{
	double		sign;
	double		target;
	double		baseline;
	bool		has_way;
	bool		builds_up;
	bool		is_shared;		/* a limit of a total that still grows */
} GoalEdge;

/* Whether the figure is a total whose period is not over, as far as is known. */
static bool
runs(const Bullet *bullet)
{
	return bullet->adds_up && !(bullet->expected == 1.0);
}

static GoalEdge
goal_edge(const Bullet *bullet, int sign)
{
	const Goal *goal = bullet->goal;
	bool		is_floor = goal->direction == GOAL_HIGHER;
	GoalEdge	edge = {.sign = sign,.target = goal->bound[sign > 0 ? 0 : 1],
						.baseline = goal->baseline};

	edge.has_way = goal->has_baseline && sign * edge.target > sign * edge.baseline;
	edge.builds_up = goal->has_baseline ? edge.has_way : is_floor && edge.target > 0.0;
	if (runs(bullet))
	{
		edge.has_way = false;
		edge.builds_up = true;
		edge.is_shared = total_is_limit(sign, edge.target);
	}
	return edge;
}

/* The value at which so much of the way is done: the way back from plan_achievement(). */
static double
value_of_share(const GoalEdge *edge, double share)
{
	double		bounded = fmin(fmax(share, -1.0), 1.0);

	if (edge->is_shared)
		return edge->target * bounded;
	if (edge->has_way)
		return edge->baseline * (1.0 - bounded) + edge->target * bounded;
	return edge->target + edge->sign * fabs(edge->target) * (bounded - 1.0);
}

/*
 * What should have been reached by now, or not been passed, by one edge of the goal; NaN where that
 * is the target, or not known.
 */
static double
expected_value(const Bullet *bullet, int sign)
{
	GoalEdge	edge;

	if (bullet->goal == NULL || !total_has_edge(bullet->goal, sign))
		return NAN;
	edge = goal_edge(bullet, sign);
	return edge.builds_up && bullet->expected < 1.0
		? value_of_share(&edge, bullet->expected) : NAN;
}

/* Of a ceiling that is shared out it is the most that there may be. */
static PictureWord
expected_word(const Bullet *bullet, int sign)
{
	return sign < 0 && goal_edge(bullet, sign).is_shared ? WORD_AT_MOST : WORD_EXPECTED;
}

/* The ends of the goal and its baseline; of the figure, where these say nothing of a scale. */
static void
goal_range(const Bullet *bullet, double *low, double *high)
{
	if (bullet->goal != NULL)
	{
		extend_range(low, high, goal_low(bullet->goal));
		extend_range(low, high, goal_high(bullet->goal));
		if (bullet->goal->has_baseline)
			extend_range(low, high, bullet->goal->baseline);
	}
	if (isnan(*low) || (*low == 0.0 && *high == 0.0))
		extend_range(low, high, bullet->actual);
}

/*
 * Whether all ends are so far from zero, and so near to each other, that nothing is seen from
 * zero.
 */
static bool
is_far_from_zero(double low, double high)
{
	return (low > 0.0 || high < 0.0) && low < high &&
		high - low <= NEAR_TOGETHER * fmax(fabs(low), fabs(high));
}

/* The scale: that of the goal with zero, unless all of it is far from there, and of the figure. */
static Axis
bullet_axis(const Bullet *bullet, double begin, double end, int marks)
{
	double		low = NAN;
	double		high = NAN;
	bool		is_far;
	double		span;

	goal_range(bullet, &low, &high);
	is_far = !runs(bullet) && is_far_from_zero(low, high);
	if (!is_far && !isnan(low))
		extend_range(&low, &high, 0.0);
	span = high / 2 - low / 2;
	if (bullet->actual > high)
		high = fmin(bullet->actual, high + span * 2 * (is_far ? MOST_BEYOND_NEAR : MOST_BEYOND));
	if (bullet->actual < low)
		low = fmax(bullet->actual, low - span * 2 * (is_far ? MOST_BEYOND_NEAR : MOST_BEYOND));
	/* Infinite where the goal is near the end of all numbers. */
	if (low != 0.0 && isfinite(low - span * 2 * HEADROOM))
		low -= span * 2 * HEADROOM;
	if (high != 0.0 && isfinite(high + span * 2 * HEADROOM))
		high += span * 2 * HEADROOM;
	return axis_between(low, high, begin, end, marks);
}

static void
draw_range(Svg *svg, const BulletLayout *layout, double from, double to, int shade)
{
	double		left = axis_at(&layout->axis, fmin(from, to));
	double		right = axis_at(&layout->axis, fmax(from, to));

	if (right > left)
		svg_put(svg, "<rect x=\"%n\" y=\"%n\" width=\"%n\" height=\"%n\" fill-opacity=\"%n\"/>",
				left,
				layout->top, right - left, layout->bottom - layout->top, shades[shade]);
}

/* Where what is met begins, or ends what is within a limit by now. */
static double
met_edge(const Bullet *bullet, int sign)
{
	GoalEdge	edge = goal_edge(bullet, sign);

	return edge.is_shared && !isnan(bullet->expected)
		? value_of_share(&edge, bullet->expected) : edge.target;
}

/* From the worst end to one edge of the goal; the cuts are shares of what is due. */
static void
draw_ranges_to_edge(Svg *svg, const BulletLayout *layout, int sign)
{
	const Bullet *bullet = layout->bullet;
	GoalEdge	edge = goal_edge(bullet, sign);
	double		due = edge.builds_up ? bullet->expected : 1.0;
	double		worst = sign > 0 ? layout->axis.low : layout->axis.high;
	double		at_risk = value_of_share(&edge, bullet->cuts.at_risk * due);
	double		on_track = value_of_share(&edge, bullet->cuts.on_track * due);
	double		end = edge.target;

	if (bullet->adds_up && total_is_limit(sign, edge.target))
	{
		draw_range(svg, layout, worst, edge.target, 0);
		if (edge.is_shared && !isnan(due))
			draw_range(svg, layout, edge.target, value_of_share(&edge, due), 1);
		return;
	}
	if (isnan(due))
	{
		draw_range(svg, layout, worst, edge.target, 2);
		return;
	}
	draw_range(svg, layout, worst, at_risk, 0);
	draw_range(svg, layout, at_risk, on_track, 1);
	/* The ceiling of a band may have less that is due than its floor has in all. */
	if (runs(bullet) && bullet->goal->direction == GOAL_WITHIN)
		end = sign > 0 ? fmin(end, met_edge(bullet, -1)) : fmax(end, met_edge(bullet, 1));
	if (sign * (end - on_track) > 0.0)
		draw_range(svg, layout, on_track, end, 2);
}

static void
draw_ranges(Svg *svg, const BulletLayout *layout)
{
	const Goal *goal = layout->bullet->goal;
	double		met_from = layout->axis.low;
	double		met_to = layout->axis.high;

	if (goal == NULL)
	{
		draw_range(svg, layout, met_from, met_to, 2);
		return;
	}
	if (total_has_edge(goal, 1))
	{
		draw_ranges_to_edge(svg, layout, 1);
		met_from = met_edge(layout->bullet, 1);
	}
	if (total_has_edge(goal, -1))
	{
		draw_ranges_to_edge(svg, layout, -1);
		met_to = met_edge(layout->bullet, -1);
	}
	/* Within the limits of a total that grows nothing is met yet. */
	if (met_from < met_to)
		draw_range(svg, layout, met_from, met_to,
				   runs(layout->bullet) && total_has_limit(goal) ? 2 : NUM_SHADES - 1);
}

/* Where bars begin; NaN where nothing is a beginning. */
static double
bar_origin(const BulletLayout *layout)
{
	const Goal *goal = layout->bullet->goal;

	if (axis_has(&layout->axis, 0.0))
		return 0.0;
	return goal != NULL && goal->has_baseline ? goal->baseline : NAN;
}

/* Of the arrow in the place of the end of a bar. */
#define ARROW_LENGTH 10.0

/* An arrow at the end that the figure is beyond. */
static void
draw_cut_off(Svg *svg, const BulletLayout *layout, double middle, double height)
{
	bool		is_above = layout->bullet->actual > layout->axis.high;
	double		length = is_above ? ARROW_LENGTH : -ARROW_LENGTH;
	double		x = (is_above ? layout->axis.end : layout->axis.begin) - length;

	svg_put(svg, "<path d=\"M%n %nl%n %n %n %nz\" fill=\"%s\"/>", x, middle - height, length,
			height, -length,
			height, verdict_looks[layout->verdict].colour);
}

static void
draw_bar(Svg *svg, const BulletLayout *layout)
{
	double		height = (layout->bottom - layout->top) * 0.42;
	double		middle = (layout->top + layout->bottom) / 2;
	double		at = axis_at(&layout->axis, layout->bullet->actual);
	double		origin = bar_origin(layout);
	double		from = axis_at(&layout->axis, origin);
	const char *colour = verdict_looks[layout->verdict].colour;

	if (isnan(layout->bullet->actual))
		return;
	if (layout->bullet->actual > layout->axis.high)
		at -= ARROW_LENGTH;
	if (layout->bullet->actual < layout->axis.low)
		at += ARROW_LENGTH;
	if (isnan(origin))
		svg_put(svg, "<circle cx=\"%n\" cy=\"%n\" r=\"%n\" fill=\"%s\" stroke=\"currentColor\"/>",
				at, middle,
				height / 2, colour);
	else
		svg_put(svg, "<rect x=\"%n\" y=\"%n\" width=\"%n\" height=\"%n\" fill=\"%s\"/>",
				fmin(from, at),
				middle - height / 2, fmax(fabs(at - from), 1.0), height, colour);
	if (!axis_has(&layout->axis, layout->bullet->actual))
		draw_cut_off(svg, layout, middle, height);
}

static void
draw_tooltip(Svg *svg, const BulletLayout *layout, PictureWord word, double value)
{
	char		amount[PICTURE_AMOUNT_SIZE];

	picture_amount(amount, value, layout->frame);
	svg_put(svg, "<title>%t %t</title>", picture_word(layout->frame, word), amount);
}

/* A line across the bar at each bound of the goal; the one that is met is thick. */
static void
draw_target(Svg *svg, const BulletLayout *layout)
{
	const Goal *goal = layout->bullet->goal;
	double		height = layout->bottom - layout->top;

	for (int i = 0; i < (goal_low(goal) != goal_high(goal) ? 2 : 1); i++)
	{
		bool		is_met = goal->direction == GOAL_WITHIN ||
			goal->bound[i] == goal->bound[goal->direction];
		double		width = is_met ? 3.0 : 1.5;

		svg_put(svg, "<rect x=\"%n\" y=\"%n\" width=\"%n\" height=\"%n\">",
				axis_at(&layout->axis, goal->bound[i]) - width / 2, layout->top + height * 0.1,
				width,
				height * 0.8);
		draw_tooltip(svg, layout, WORD_TARGET, goal->bound[i]);
		svg_put(svg, "</rect>");
	}
}

/* A triangle above the ranges for what is due, and a line of dots at the baseline. */
static void
draw_marks(Svg *svg, const BulletLayout *layout)
{
	const Goal *goal = layout->bullet->goal;

	for (int sign = 1; sign >= -1; sign -= 2)
	{
		double		expected = expected_value(layout->bullet, sign);

		if (isnan(expected))
			continue;
		svg_put(svg, "<path d=\"M%n %nl-4.5-6h9z\">", axis_at(&layout->axis, expected),
				layout->top);
		draw_tooltip(svg, layout, expected_word(layout->bullet, sign), expected);
		svg_put(svg, "</path>");
	}
	if (goal->has_baseline)
	{
		double		x = axis_at(&layout->axis, goal->baseline);

		svg_put(svg,
				"<path d=\"M%n %nV%n\" stroke=\"currentColor\" stroke-width=\"1.5\" "
				"stroke-dasharray=\"2 2\">",
				x, layout->top, layout->bottom);
		draw_tooltip(svg, layout, WORD_BASELINE, goal->baseline);
		svg_put(svg, "</path>");
	}
}

/* A label below the ranges, moved so that it stays in the picture. */
static void
draw_axis_label(Svg *svg, const BulletLayout *layout, double x, const char *text)
{
	double		half = svg_text_width(text, LABEL_SIZE) / 2;
	double		least = half + 1.0;
	double		most = layout->frame->width - half - 1.0;

	svg_label(svg, (SvgLabel) {.x = fmax(fmin(x, most), least),.y = layout->bottom + 13,
			  .size = LABEL_SIZE,.room = layout->frame->width,.anchor = ANCHOR_MIDDLE,
			  .attributes = FAINT}, text);
}

static void
draw_scale(Svg *svg, const BulletLayout *layout)
{
	PictureFrame bare = *layout->frame;
	char		text[PICTURE_AMOUNT_SIZE];
	int			marks = axis_marks(&layout->axis);

	bare.unit = NULL;
	for (int i = 0; i < marks; i++)
	{
		double		x = axis_at(&layout->axis, axis_mark(&layout->axis, i));

		svg_put(svg, "<path d=\"M%n %nv3\"" FAINT_LINE "/>", x, layout->bottom);
		picture_amount(text, axis_mark(&layout->axis, i), &bare);
		draw_axis_label(svg, layout, x, text);
	}
}

/* How many marks have room for their numbers. */
static int
count_marks(const PictureFrame *frame, const Bullet *bullet)
{
	PictureFrame bare = *frame;
	int			marks = 7;

	bare.unit = NULL;
	for (; marks > 1; marks--)
	{
		Axis		axis = bullet_axis(bullet, MARGIN, frame->width - MARGIN, marks);
		char		text[PICTURE_AMOUNT_SIZE];
		double		widest = 0.0;
		int			count = axis_marks(&axis);

		for (int i = 0; i < count && i < 20; i++)
		{
			picture_amount(text, axis_mark(&axis, i), &bare);
			widest = fmax(widest, svg_text_width(text, LABEL_SIZE));
		}
		if (count < 2 || (widest + 8.0) * (count - 1) <= frame->width - 2 * MARGIN)
			break;
	}
	return marks;
}

/*
 * The figure at the top right, or the word for why there is none, and the sign of the verdict;
 * returns their width.
 */
static double
draw_figure(Svg *svg, const BulletLayout *layout)
{
	const PictureFrame *frame = layout->frame;
	char		amount[PICTURE_AMOUNT_SIZE];
	const char *text = verdict_looks[layout->verdict].word[frame->language];
	double		width;

	if (!isnan(layout->bullet->actual))
	{
		picture_amount(amount, layout->bullet->actual, frame);
		text = amount;
	}
	width = fmin(svg_text_width(text, BOLD_SIZE(13)),
				 (frame->width - 2 * MARGIN - 20.0) * (frame->title != NULL ? MOST_FIGURE : 1.0));
	svg_label(svg, (SvgLabel) {.x = frame->width - MARGIN - 20,.y = 14,.size = 13,.room = width + 1,
			  .anchor = ANCHOR_END,.is_bold = true}, text);
	picture_badge(svg, layout->verdict, frame->width - MARGIN - 7, 9.5, 7);
	return width + 20;
}

static void
describe(const BulletLayout *layout, PictureText *said)
{
	const Bullet *bullet = layout->bullet;

	picture_say_amount(said, layout->frame, WORD_ACTUAL, bullet->actual);
	if (bullet->goal != NULL)
		picture_say_goal(said, layout->frame, bullet->goal);
	for (int sign = 1; bullet->goal != NULL && sign >= -1; sign -= 2)
		picture_say_amount(said, layout->frame, expected_word(bullet, sign),
						   expected_value(bullet, sign));
	picture_say(said, said->length > 0 ? ": " : "");
	picture_say(said, verdict_looks[layout->verdict].word[layout->frame->language]);
}

void
bullet_draw(Svg *svg, const PictureFrame *frame, const Bullet *bullet)
{
	BulletLayout layout = {.frame = frame,.bullet = bullet,.verdict = bullet_verdict(bullet)};
	PictureText said = {0};
	bool		has_words = frame->height >= LEAST_WITH_WORDS;
	bool		has_scale = frame->height >= LEAST_WITH_SCALE;

	layout.top = has_words ? 27 : 8;
	layout.bottom = frame->height - (has_scale ? 17 : 3);
	layout.axis = bullet_axis(bullet, MARGIN, frame->width - MARGIN, count_marks(frame, bullet));
	describe(&layout, &said);
	picture_begin(svg, frame, &said);
	if (has_words)
		picture_title(svg, frame, frame->width - 2 * MARGIN - draw_figure(svg, &layout) - 8);
	draw_ranges(svg, &layout);
	draw_bar(svg, &layout);
	if (bullet->goal != NULL)
	{
		draw_target(svg, &layout);
		draw_marks(svg, &layout);
	}
	if (has_scale)
		draw_scale(svg, &layout);
	svg_end(svg);
}
