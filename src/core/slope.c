/*
 * slope.c
 *		Slopes of ranks: where each entity stood in each period, the best at the top.
 */
#include "core/slope.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LABEL_SIZE 11.0
#define LABEL_LINE 13.0
#define HEAD_SIZE 10.5
#define LEAST_HEIGHT 200.0

/* Ranks at every place, and at the first, where so few lines leave room for them. */
#define MOST_WITH_RANKS 2
#define MOST_WITH_FIRST_RANKS 12

/* The foot of a rank below its place. */
#define RANK_BELOW 17.0

/* Left of the lines, with room for a rank. */
#define FIRST_X 28.0

/* Lines of others stand back. */
static const LineLook other_look = {"currentColor", 1.25, 0.5, NULL};
static const LineLook one_of_many_look = {"currentColor", 1.0, 0.3, NULL};

typedef struct SlopeLayout
{
	const PictureFrame *frame;
	const Slope *slope;
	Axis		axis;			/* of ranks */
	double		first_x;
	double		step_x;
	double		last_x;
} SlopeLayout;

static bool
is_ranked(const SlopeEntity *entity, uint32_t period)
{
	return entity->standing[period].rank > 0;
}

/* The middle of a band; its better edge where the other is open. */
static double
rank_of(Standing standing)
{
	if (standing.last == 0 || standing.last == NO_LAST_RANK)
		return standing.rank;
	return standing.rank / 2.0 + standing.last / 2.0;
}

/* The largest field that a standing of the period tells; 0 for none. */
static int32_t
field_of(const Slope *slope, uint32_t period)
{
	int32_t		field = 0;

	for (uint32_t i = 0; i < slope->entities; i++)
		if (slope->entity[i].standing[period].field > field)
			field = slope->entity[i].standing[period].field;
	return field;
}

/* The worst rank of all; the fields go further where they are not twice as far. */
static Axis
rank_axis(const Slope *slope, double begin, double end)
{
	double		worst = 1.0;
	double		field = 0.0;

	for (uint32_t period = 0; period < slope->periods; period++)
	{
		for (uint32_t i = 0; i < slope->entities; i++)
			worst = fmax(worst, rank_of(slope->entity[i].standing[period]));
		field = fmax(field, field_of(slope, period));
	}
	if (field > worst && field <= 2.0 * worst)
		worst = field;
	return (Axis) {1.0, fmax(worst, 2.0), begin, end, 0.0};
}

double
slope_height(const Slope *slope, bool has_title)
{
	return fmax(LEAST_HEIGHT, slope->entities * LABEL_LINE + 44.0 + (has_title ? 20.0 : 0.0));
}

/* The entity that stands out; the only one does too. */
static bool
stands_out(const Slope *slope, const SlopeEntity *entity)
{
	if (slope->highlight == NULL || *slope->highlight == '\0')
		return slope->entities == 1;
	return entity->name != NULL && strcmp(entity->name, slope->highlight) == 0;
}

/* One that stands out among others, or each in a colour of its own while there are as many. */
static LineLook
line_look(const Slope *slope, const SlopeEntity *entity)
{
	bool		has_highlight = slope->highlight != NULL && *slope->highlight != '\0';

	if (stands_out(slope, entity))
		return (LineLook) {ACTUAL_COLOUR, 2.5, 1.0, NULL};
	if (!has_highlight && slope->entities <= NUM_LINE_COLOURS)
		return (LineLook) {line_colours[entity - slope->entity], 2.0, 1.0, NULL};
	return slope->entities <= MOST_WITH_FIRST_RANKS ? other_look : one_of_many_look;
}

static double
x_of(const SlopeLayout *layout, uint32_t period)
{
	return layout->first_x + period * layout->step_x;
}

static double
y_of(const SlopeLayout *layout, const SlopeEntity *entity, uint32_t period)
{
	return axis_at(&layout->axis, rank_of(entity->standing[period]));
}

/* A line from the first place to the last of the field in each period, below its name. */
static void
draw_periods(Svg *svg, const SlopeLayout *layout)
{
	const Slope *slope = layout->slope;
	double		head = layout->frame->title != NULL ? 32.0 : 12.0;
	double		room = layout->step_x > 0.0 ? layout->step_x - 4.0 : layout->frame->width;
	double		widest = 0.0;
	uint32_t	stride = 1;

	for (uint32_t i = 0; i < slope->periods; i++)
		widest = fmax(widest, svg_text_width(slope->period_names[i], HEAD_SIZE));
	widest = fmin(widest, layout->frame->width / 3);
	if (room > 0.0 && slope->periods > 1)
		stride = (uint32_t) ceil(fmin((widest + 4.0) / (room + 4.0), slope->periods));
	for (uint32_t i = 0; i < slope->periods; i++)
	{
		double		x = x_of(layout, i);
		int32_t		field = field_of(slope, i);
		char		text[64] = "";

		svg_put(svg, "<path d=\"M%n %nV%n\" stroke=\"currentColor\" stroke-opacity=\"0.2\"/>", x,
				layout->axis.begin,
				field > 0 ? axis_at(&layout->axis, field) : layout->axis.end);
		if ((slope->periods - 1 - i) % stride != 0)
			continue;
		svg_label(svg,
				  (SvgLabel) {.x = fmin(fmax(x, widest / 2 + 1),
										layout->frame->width - widest / 2 - 1),
				  .y = head,.size = HEAD_SIZE,.room = widest + 1,.anchor = ANCHOR_MIDDLE,
				  .attributes = FAINT}, slope->period_names[i]);
		if (field > 0)
		{
			text[0] = '/';
			text[1 + text_write_int64(text + 1, field)] = '\0';
		}
		svg_label(svg, (SvgLabel) {.x = x,.y = layout->frame->height - 4,.size = HEAD_SIZE - 0.5,
				  .room = stride * (room + 4.0),.anchor = ANCHOR_MIDDLE,.attributes = FAINT}, text);
	}
}

static void
draw_line(Svg *svg, const SlopeLayout *layout, const SlopeEntity *entity)
{
	LineLook	look = line_look(layout->slope, entity);
	bool		is_down = false;

	svg_put(svg, "<path");
	picture_stroke(svg, &look);
	svg_put(svg, " d=\"");
	for (uint32_t i = 0; i < layout->slope->periods; i++)
	{
		if (is_ranked(entity, i))
			svg_put(svg, is_down ? "L%n %n" : "M%n %n", x_of(layout, i), y_of(layout, entity, i));
		is_down = is_ranked(entity, i);
	}
	svg_put(svg, "\"/><path");
	look.width = look.opacity < 1.0 ? 4.0 : 7.0;
	picture_stroke(svg, &look);
	svg_put(svg, " d=\"");
	for (uint32_t i = 0; i < layout->slope->periods; i++)
		if (is_ranked(entity, i))
			svg_put(svg, "M%n %nh0", x_of(layout, i), y_of(layout, entity, i));
	svg_put(svg, "\"/>");
}

/* The rank as it is drawn: 8, or 101-150. */
static void
write_rank(char *out, Standing standing)
{
	standing.field = 0;
	(void) standing_write(out, standing);
}

/*
 * How far below a place the places beside it are, together: the line leaves room on the other
 * side.
 */
static double
bend_at(const SlopeLayout *layout, const SlopeEntity *entity, uint32_t period)
{
	double		y = y_of(layout, entity, period);
	double		bend = 0.0;

	if (period > 0 && is_ranked(entity, period - 1))
		bend += y_of(layout, entity, period - 1) - y;
	if (period + 1 < layout->slope->periods && is_ranked(entity, period + 1))
		bend += y_of(layout, entity, period + 1) - y;
	return bend;
}

/* Whether the ranks at the places of an entity are written. */
static bool
has_ranks(const Slope *slope, const SlopeEntity *entity)
{
	return slope->entities <= MOST_WITH_RANKS ||
		(slope->entities <= MOST_WITH_FIRST_RANKS && stands_out(slope, entity));
}

/* Where there are labels, the first and the last rank stand beside them. */
static bool
has_rank(const Slope *slope, const SlopeEntity *entity, uint32_t period)
{
	return is_ranked(entity, period) &&
		(slope->entities == 1 || (period > 0 && period < slope->periods - 1));
}

static bool
rank_is_above(const SlopeLayout *layout, const SlopeEntity *entity, uint32_t period)
{
	return bend_at(layout, entity, period) >= 0.0 &&
		y_of(layout, entity, period) - 8.0 >= layout->axis.begin - 12.0;
}

/* Whether a rank would be written where the field of its period is. */
static bool
ranks_reach_fields(const SlopeLayout *layout)
{
	const Slope *slope = layout->slope;

	for (uint32_t n = 0; n < slope->entities; n++)
		for (uint32_t i = 0; i < slope->periods; i++)
		{
			const SlopeEntity *entity = &slope->entity[n];

			if (has_ranks(slope, entity) && has_rank(slope, entity, i) &&
				y_of(layout, entity, i) + RANK_BELOW > layout->axis.end + 9.0 &&
				!rank_is_above(layout, entity, i) && field_of(slope, i) > 0)
				return true;
		}
	return false;
}

/* Ranks at the places of an entity. */
static void
draw_ranks(Svg *svg, const SlopeLayout *layout, const SlopeEntity *entity)
{
	for (uint32_t i = 0; i < layout->slope->periods; i++)
	{
		char		text[STANDING_TEXT_SIZE];
		double		y = y_of(layout, entity, i);

		if (!has_rank(layout->slope, entity, i))
			continue;
		y += rank_is_above(layout, entity, i) ? -8.0 : RANK_BELOW;
		write_rank(text, entity->standing[i]);
		svg_label(svg, (SvgLabel) {.x = x_of(layout, i),.y = y,.size = LABEL_SIZE + 1,.room = 80.0,
				  .anchor = ANCHOR_MIDDLE,.is_bold = true}, text);
	}
}

/* The first ranks, left of the lines, but where one is too near to another that was written. */
static void
draw_first_ranks(Svg *svg, const SlopeLayout *layout)
{
	const Slope *slope = layout->slope;

	for (uint32_t i = 0; i < slope->entities; i++)
	{
		const SlopeEntity *entity = &slope->entity[i];
		char		text[STANDING_TEXT_SIZE];
		bool		is_near = false;

		if (!is_ranked(entity, 0) || (slope->entities > MOST_WITH_FIRST_RANKS &&
									  !stands_out(slope, entity)))
			continue;
		for (uint32_t j = 0; j < i && slope->entities <= MOST_WITH_FIRST_RANKS; j++)
			is_near = is_near ||
				(is_ranked(&slope->entity[j], 0) &&
				 fabs(y_of(layout, &slope->entity[j], 0) - y_of(layout, entity, 0)) < LABEL_SIZE);
		write_rank(text, entity->standing[0]);
		if (!is_near)
			svg_label(svg, (SvgLabel) {.x = layout->first_x - 7,.y = y_of(layout, entity, 0) + 4,
					  .size = LABEL_SIZE,.room = layout->first_x - 7,.anchor = ANCHOR_END,
					  .is_bold = stands_out(slope, entity)}, text);
	}
}

/* Where the last period of an entity is; periods, where it was never ranked. */
static uint32_t
last_period(const Slope *slope, const SlopeEntity *entity)
{
	for (uint32_t i = slope->periods; i > 0; i--)
		if (is_ranked(entity, i - 1))
			return i - 1;
	return slope->periods;
}

static int
compare_label_y(const void *a, const void *b)
{
	const SlopeEntity *left = *(SlopeEntity *const *) a;
	const SlopeEntity *right = *(SlopeEntity *const *) b;

	if (left->label_y != right->label_y)
		return left->label_y < right->label_y ? -1 : 1;
	return left < right ? -1 : left > right;
}

/*
 * Labels of those that are ranked at the end, moved so that none covers another; returns how
 * many there are.
 */
static uint32_t
place_labels(const SlopeLayout *layout)
{
	const Slope *slope = layout->slope;
	double		bottom = layout->axis.end + LABEL_LINE / 2;
	uint32_t	count = 0;

	for (uint32_t i = 0; i < slope->entities; i++)
	{
		SlopeEntity *entity = &slope->entity[i];

		if (last_period(slope, entity) != slope->periods - 1)
			continue;
		entity->label_y = y_of(layout, entity, slope->periods - 1);
		slope->order[count++] = entity;
	}
	qsort(slope->order, count, sizeof(SlopeEntity *), compare_label_y);
	for (uint32_t i = 1; i < count; i++)
		slope->order[i]->label_y = fmax(slope->order[i]->label_y,
										slope->order[i - 1]->label_y + LABEL_LINE);
	for (uint32_t i = count; i > 0; i--)
	{
		slope->order[i - 1]->label_y = fmin(slope->order[i - 1]->label_y, bottom);
		bottom = slope->order[i - 1]->label_y - LABEL_LINE;
	}
	return count;
}

/* "8 An Giang" */
static void
write_label(PictureText *text, const SlopeEntity *entity, Standing standing)
{
	char		rank[STANDING_TEXT_SIZE];

	text->length = 0;
	write_rank(rank, standing);
	picture_say(text, rank);
	picture_say(text, "  ");
	picture_say(text, entity->name != NULL ? entity->name : "");
}

static void
draw_labels(Svg *svg, const SlopeLayout *layout)
{
	const Slope *slope = layout->slope;
	uint32_t	count = place_labels(layout);
	PictureText text;

	for (uint32_t i = 0; i < count; i++)
	{
		const SlopeEntity *entity = slope->order[i];
		double		y = y_of(layout, entity, slope->periods - 1);
		bool		is_bold = stands_out(slope, entity);

		write_label(&text, entity, entity->standing[slope->periods - 1]);
		if (fabs(entity->label_y - y) > 2.0)
			svg_put(svg,
					"<path d=\"M%n %nL%n %n\" stroke=\"currentColor\" stroke-opacity=\"0.3\" "
					"stroke-width=\"0.75\"/>",
					layout->last_x + 5, y, layout->last_x + 11, entity->label_y);
		svg_label(svg, (SvgLabel) {.x = layout->last_x + 13,.y = entity->label_y + 4,
				  .size = LABEL_SIZE,.room = layout->frame->width - layout->last_x - 14,
				  .is_bold = is_bold}, text.text);
	}
	/* Those that are not there at the end, beside their last place. */
	for (uint32_t i = 0; i < slope->entities; i++)
	{
		const SlopeEntity *entity = &slope->entity[i];
		uint32_t	last = last_period(slope, entity);

		if (last + 1 >= slope->periods)
			continue;
		write_label(&text, entity, entity->standing[last]);
		svg_label(svg, (SvgLabel) {.x = x_of(layout, last) + 7,.y = y_of(layout, entity, last) + 4,
				  .size = LABEL_SIZE,.room = layout->frame->width - x_of(layout, last) - 9,
				  .attributes = FAINT}, text.text);
	}
}

/* What each one went through; of many, as much as there is room for. */
static void
describe(const SlopeLayout *layout, PictureText *said)
{
	const Slope *slope = layout->slope;

	for (uint32_t i = 0; i < slope->entities && i < 20; i++)
	{
		const SlopeEntity *entity = &slope->entity[i];
		bool		is_first = true;

		if (i > 0)
			picture_say(said, "; ");
		if (entity->name != NULL)
			picture_say(said, entity->name);
		for (uint32_t period = 0; period < slope->periods && period < 20; period++)
		{
			char		rank[STANDING_TEXT_SIZE];

			if (!is_ranked(entity, period))
				continue;
			picture_say(said, is_first ? (entity->name != NULL ? ": " : "") : ", ");
			(void) standing_write(rank, entity->standing[period]);
			picture_say(said, rank);
			picture_say(said, " (");
			picture_say(said, slope->period_names[period]);
			picture_say(said, ")");
			is_first = false;
		}
	}
	if (said->length == 0)
		picture_say(said, verdict_looks[VERDICT_NO_DATA].word[layout->frame->language]);
}

/* The room for labels at the right, at most so much of the width. */
static double
label_room(const PictureFrame *frame, const Slope *slope)
{
	double		widest = 0.0;
	PictureText text;

	for (uint32_t i = 0; i < slope->entities && slope->entities > 1; i++)
	{
		write_label(&text, &slope->entity[i], slope->entity[i].standing[slope->periods - 1]);
		widest = fmax(widest, svg_text_width(text.text, stands_out(slope, &slope->entity[i])
											 ? BOLD_SIZE(LABEL_SIZE) : LABEL_SIZE));
	}
	return slope->entities > 1 ? fmin(widest + 16.0, frame->width * 0.45) : FIRST_X;
}

void
slope_draw(Svg *svg, const PictureFrame *frame, const Slope *slope)
{
	SlopeLayout layout = {.frame = frame,.slope = slope,.first_x = FIRST_X};
	PictureText said = {0};

	layout.axis = rank_axis(slope, frame->title != NULL ? 58.0 : 38.0, frame->height - 24.0);
	describe(&layout, &said);
	picture_begin(svg, frame, &said);
	picture_title(svg, frame, frame->width - 2 * PICTURE_MARGIN);
	if (slope->periods > 0)
	{
		layout.last_x = frame->width - label_room(frame, slope);
		if (slope->periods > 1)
			layout.step_x = (layout.last_x - layout.first_x) / (slope->periods - 1);
		else
			layout.last_x = layout.first_x;
		if (ranks_reach_fields(&layout))
			layout.axis.end -= 13.0;
		draw_periods(svg, &layout);
		/* What stands out is drawn over the others. */
		for (int out = 0; out <= 1; out++)
			for (uint32_t i = 0; i < slope->entities; i++)
				if (stands_out(slope, &slope->entity[i]) == (out == 1))
					draw_line(svg, &layout, &slope->entity[i]);
		for (uint32_t i = 0; i < slope->entities; i++)
			if (has_ranks(slope, &slope->entity[i]))
				draw_ranks(svg, &layout, &slope->entity[i]);
		if (slope->entities > 1)
		{
			draw_first_ranks(svg, &layout);
			draw_labels(svg, &layout);
		}
	}
	else
		picture_no_data(svg, frame, frame->width / 2, frame->height / 2);
	svg_end(svg);
}
