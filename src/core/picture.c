/*
 * picture.c
 *		What pictures share: the palette, signs, words, amounts and axes.
 */
#include "core/picture.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/*
 * The palette was found by search: each colour differs from white and from #121212 by a contrast of
 * 3 and more, and any two of them by 20 and more (CIE76) for usual vision and for those who see
 * without one of the three kinds of cones (Machado, Oliveira and Fernandes 2009).  The regression
 * test calculates both.
 */
const VerdictLook verdict_looks[NUM_LOOKS] = {
	[VERDICT_EXCEEDED] = {"#564dd9", "m-3.5 0l3.5-3.5 3.5 3.5m-7 4l3.5-3.5 3.5 3.5",
	{"vượt mục tiêu", "exceeded"}},
	[VERDICT_MET] = {"#13804b", "m-3.8 .4l2.6 2.8 5-6", {"đạt", "met"}},
	[VERDICT_ON_TRACK] = {"#029be8", "m-4 0h8m-3.3-3.3l3.3 3.3-3.3 3.3",
						  {"đúng tiến độ", "on track"}},
	[VERDICT_AT_RISK] = {"#c98503", "m0-4v4.6m0 3.2v.2", {"có nguy cơ", "at risk"}},
	[VERDICT_OFF_TRACK] = {"#ba2a02", "m-3-3l6 6m0-6l-6 6", {"chậm tiến độ", "off track"}},
	[VERDICT_REGRESSING] = {"#b32a96", "m0-4v8m-3.3-3.3l3.3 3.3 3.3-3.3",
							{"thụt lùi", "regressing"}},
	[VERDICT_NO_DATA] = {"#939393", "m-3.5 0h7", {"chưa có số liệu", "no data"}},
	[VERDICT_NONE] = {"#939393", "m-2.8 0a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0",
	{"chưa đánh giá", "not judged"}},
	[LOOK_NOT_STARTED] = {"#939393", "m-3.2 0v.2m3.2-.2v.2m3.2-.2v.2",
						  {"chưa bắt đầu", "not started"}},
};

const char *const line_colours[NUM_LINE_COLOURS] = {
	ACTUAL_COLOUR, "#c98503", "#13804b", "#b32a96", "#ba2a02", "#564dd9"
};

static const char *const picture_words[NUM_PICTURE_WORDS][NUM_LANGUAGES] = {
	[WORD_ACTUAL] = {"thực hiện", "actual"},
	[WORD_TARGET] = {"mục tiêu", "target"},
	[WORD_EXPECTED] = {"đến nay cần đạt", "expected by now"},
	[WORD_AT_MOST] = {"đến nay tối đa", "at most by now"},
	[WORD_BASELINE] = {"gốc", "baseline"},
	[WORD_PACE] = {"tiến độ kế hoạch", "planned pace"},
	[WORD_PROJECTED] = {"dự báo", "projected"},
	[WORD_LOWEST] = {"thấp nhất", "lowest"},
	[WORD_HIGHEST] = {"cao nhất", "highest"},
	[WORD_LAST] = {"mới nhất", "latest"},
};

/* Characters of a unit; what is longer is cut. */
#define MAX_UNIT 24

/* Other numbers are written with an exponent. */
#define LEAST_PLAIN 1e-6
#define MOST_PLAIN 1e17

const char *
picture_word(const PictureFrame *frame, PictureWord word)
{
	return picture_words[word][frame->language];
}

/* A number that would have too many digits. */
static size_t
write_with_exponent(char *out, double value, Language language)
{
	size_t		length = (size_t) snprintf(out, TEXT_DOUBLE_SIZE, "%.2e", value);
	char	   *point = strchr(out, '.');

	if (point != NULL)
		*point = decimal_mark_of(language);
	return length;
}

/* Two digits behind the mark, and of a number below 1 two that count. */
static size_t
write_number(char *out, double value, Language language)
{
	double		magnitude = fabs(value);
	int			digits = 2;

	if (magnitude != 0.0 && (magnitude < LEAST_PLAIN || magnitude >= MOST_PLAIN))
		return write_with_exponent(out, value, language);
	if (magnitude > 0.0 && magnitude < 1.0)
		digits = 1 - (int) floor(log10(magnitude));
	return amount_write(out, value, digits > 2 ? digits : 2, language, false);
}

static size_t
write_unit(char *out, const char *unit)
{
	const char *end = unit;
	size_t		length = 0;

	if (strcmp(unit, "%") != 0 && *unit != '\0')
		out[length++] = ' ';
	for (int i = 0; i < MAX_UNIT && svg_next_character(&end) != 0;)
		i++;
	memcpy(out + length, unit, (size_t) (end - unit));
	length += (size_t) (end - unit);
	if (*end != '\0')
	{
		memcpy(out + length, "\xe2\x80\xa6", 3);
		length += 3;
	}
	return length;
}

/* A finite number with the unit of the picture, in at most PICTURE_AMOUNT_SIZE bytes. */
void
picture_amount(char *out, double value, const PictureFrame *frame)
{
	size_t		length = write_number(out, value, frame->language);

	if (frame->unit != NULL)
		length += write_unit(out + length, frame->unit);
	out[length] = '\0';
}

/* Append what there is room for: more is not said. */
void
picture_say(PictureText *said, const char *text)
{
	size_t		length = strlen(text);

	if (said->length + length >= sizeof(said->text))
		return;
	memcpy(said->text + said->length, text, length + 1);
	said->length += length;
}

/* "; target 95 %"; nothing where the figure is missing. */
void
picture_say_amount(PictureText *said, const PictureFrame *frame, PictureWord word, double value)
{
	char		amount[PICTURE_AMOUNT_SIZE];

	if (isnan(value))
		return;
	if (said->length > 0)
		picture_say(said, "; ");
	picture_say(said, picture_word(frame, word));
	picture_say(said, " ");
	picture_amount(amount, value, frame);
	picture_say(said, amount);
}

/* "; target >= 95 %; baseline 44 %" */
void
picture_say_goal(PictureText *said, const PictureFrame *frame, const Goal *goal)
{
	static const char *const signs[] = {" \xe2\x89\xa5 ", " \xe2\x89\xa4 ", " "};
	char		amount[PICTURE_AMOUNT_SIZE];
	bool		is_band = goal_low(goal) != goal_high(goal);

	if (said->length > 0)
		picture_say(said, "; ");
	picture_say(said, picture_word(frame, WORD_TARGET));
	picture_say(said, signs[is_band ? GOAL_WITHIN : goal->direction]);
	picture_amount(amount, goal_low(goal), frame);
	picture_say(said, amount);
	if (is_band)
	{
		picture_say(said, " \xe2\x80\x93 ");
		picture_amount(amount, goal_high(goal), frame);
		picture_say(said, amount);
	}
	if (goal->has_baseline)
		picture_say_amount(said, frame, WORD_BASELINE, goal->baseline);
}

/* Begin a picture of which so much can be said where no other description is given. */
void
picture_begin(Svg *svg, const PictureFrame *frame, const PictureText *said)
{
	const char *description = frame->description != NULL ? frame->description : said->text;

	svg_begin(svg, frame->width, frame->height, frame->title != NULL ? frame->title : "",
			  description);
}

/* At the top left. */
void
picture_title(Svg *svg, const PictureFrame *frame, double room)
{
	svg_label(svg, (SvgLabel) {.x = PICTURE_MARGIN,.y = 14,.size = 13,.room = room,
			  .is_bold = true}, frame->title);
}

/* The sign of a verdict in a disc of its colour. */
void
picture_badge(Svg *svg, Verdict verdict, double x, double y, double radius)
{
	svg_put(svg, "<circle cx=\"%n\" cy=\"%n\" r=\"%n\" fill=\"%s\"/>"
			"<path d=\"M0 0%s\" transform=\"translate(%n %n) scale(%n)\" fill=\"none\" "
			"stroke=\"#fff\""
			" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
			x, y, radius, verdict_looks[verdict].colour, verdict_looks[verdict].sign, x, y,
			radius / 7.0);
}

/* In the place of what there is nothing to draw of. */
void
picture_no_data(Svg *svg, const PictureFrame *frame, double x, double y)
{
	svg_label(svg, (SvgLabel) {.x = x,.y = y,.size = 12,.room = 2 * x,.anchor = ANCHOR_MIDDLE,
			  .attributes = FAINT}, verdict_looks[VERDICT_NO_DATA].word[frame->language]);
}

/* The attributes of a line that is not filled. */
void
picture_stroke(Svg *svg, const LineLook *look)
{
	svg_put(svg,
			" fill=\"none\" stroke=\"%s\" stroke-width=\"%n\" stroke-linecap=\"round\""
			" stroke-linejoin=\"round\"",
			look->colour, look->width);
	if (look->opacity < 1.0)
		svg_put(svg, " stroke-opacity=\"%n\"", look->opacity);
	if (look->dashes != NULL)
		svg_put(svg, " stroke-dasharray=\"%s\"", look->dashes);
}

/*
 * Axes.
 */

/* What lies so near to a mark, in steps, is on it. */
#define MARK_SLACK 1e-6

/* Widen a range, whose ends are NaN while it is empty, by a value, unless that is missing. */
void
extend_range(double *low, double *high, double value)
{
	*low = fmin(*low, value);
	*high = fmax(*high, value);
}

/* The least of 1, 2 and 5 times a power of ten that is not less; 0 where there is none. */
static double
round_step(double step)
{
	double		power = pow(10.0, floor(log10(step)));
	double		units = step / power;
	double		result = (units <= 1.0 ? 1.0 : units <= 2.0 ? 2.0 : units <= 5.0 ? 5.0
						  : 10.0) * power;

	return isfinite(result) && power > 0.0 ? result : 0.0;
}

/*
 * An axis of about so many marks over a range; an empty range, and one of no width, get one of
 * some.
 */
Axis
axis_between(double low, double high, double begin, double end, int marks)
{
	Axis		axis = {low, high, begin, end, 0.0};

	if (isnan(low))
		axis.low = 0.0, axis.high = 1.0;
	else if (low == high && low == 0.0)
		axis.high = 1.0;
	else if (low == high)
	{
		axis.low = low - fabs(low) / 2;
		axis.high = isfinite(high + fabs(high) / 2) ? high + fabs(high) / 2 : high;
	}
	axis.step = round_step(axis.high / marks - axis.low / marks);
	/* Marks that are not apart in the digits that a number has. */
	if (axis.step * 1e9 < fabs(axis.low) || axis.step * 1e9 < fabs(axis.high))
		axis.step = 0.0;
	return axis;
}

/* The same, widened to the marks around it. */
Axis
axis_make(double low, double high, double begin, double end, int marks)
{
	Axis		axis = axis_between(low, high, begin, end, marks);
	double		first = floor(axis.low / axis.step + MARK_SLACK) * axis.step;
	double		last = ceil(axis.high / axis.step - MARK_SLACK) * axis.step;

	if (axis.step == 0.0)
		return axis;
	if (isfinite(first) && isfinite(last))
		axis.low = first, axis.high = last;
	else
		axis.step = 0.0;
	return axis;
}

/* Where a value stands; at the end that it is beyond, or at the beginning where it is missing. */
double
axis_at(const Axis *axis, double value)
{
	double		span = axis->high - axis->low;
	double		share = isfinite(span) ? (value - axis->low) / span
		: (value / 2 - axis->low / 2) / (axis->high / 2 - axis->low / 2);

	share = isnan(share) ? 0.0 : fmin(fmax(share, 0.0), 1.0);
	return axis->begin + share * (axis->end - axis->begin);
}

bool
axis_has(const Axis *axis, double value)
{
	return value >= axis->low && value <= axis->high;
}

/* The first mark, in steps. */
static double
first_mark(const Axis *axis)
{
	return ceil(axis->low / axis->step - MARK_SLACK);
}

int
axis_marks(const Axis *axis)
{
	if (axis->step == 0.0)
		return 0;
	return (int) (floor(axis->high / axis->step + MARK_SLACK) - first_mark(axis)) + 1;
}

double
axis_mark(const Axis *axis, int i)
{
	return (first_mark(axis) + i) * axis->step + 0.0;
}
