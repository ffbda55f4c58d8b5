/*
 * picture.h
 *		What pictures share: the palette, signs, words, amounts and axes.
 */
#ifndef TNPLAN_CORE_PICTURE_H
#define TNPLAN_CORE_PICTURE_H

#include "core/amount_text.h"
#include "core/score.h"
#include "core/svg.h"

/*
 * How a verdict looks.  The sign says the same as the colour, for those who do not tell colours
 * apart and on paper.
 */
typedef struct VerdictLook
{
	const char *colour;
	const char *sign;			/* a path from its middle, 4 to each side */
	const char *word[NUM_LANGUAGES];
} VerdictLook;

/* Behind the verdicts: that of what has not begun. */
#define LOOK_NOT_STARTED NUM_VERDICTS
#define NUM_LOOKS (NUM_VERDICTS + 1)

extern const VerdictLook verdict_looks[NUM_LOOKS];

/* Of lines that are no verdicts. */
#define ACTUAL_COLOUR "#1a80bb"
#define NUM_LINE_COLOURS 6
extern const char *const line_colours[NUM_LINE_COLOURS];

/* How a line is drawn; without dashes it is whole. */
typedef struct LineLook
{
	const char *colour;
	double		width;
	double		opacity;
	const char *dashes;
} LineLook;

/* Text and lines that stand back, as a share of the colour of text. */
#define FAINT " fill-opacity=\"0.7\""
#define FAINT_LINE " stroke=\"currentColor\" stroke-opacity=\"0.6\""

/* From the sides of a picture to what is in it. */
#define PICTURE_MARGIN 4.0

/* What a picture is asked for.  Texts may be NULL. */
typedef struct PictureFrame
{
	double		width;
	double		height;
	const char *title;
	const char *description;	/* in the place of the one that is made of the figures */
	const char *unit;
	Language	language;
} PictureFrame;

typedef enum PictureWord
{
	WORD_ACTUAL,
	WORD_TARGET,
	WORD_EXPECTED,
	WORD_AT_MOST,
	WORD_BASELINE,
	WORD_PACE,
	WORD_PROJECTED,
	WORD_LOWEST,
	WORD_HIGHEST,
	WORD_LAST,
	NUM_PICTURE_WORDS
} PictureWord;

/* Room for an amount with its unit, with its NUL. */
#define PICTURE_AMOUNT_SIZE (AMOUNT_TEXT_SIZE + 128)

/* Room for what is said of the figures of one picture, with its NUL. */
#define PICTURE_TEXT_SIZE (6 * (PICTURE_AMOUNT_SIZE + 64))

/* A text that is made piece by piece. */
typedef struct PictureText
{
	size_t		length;
	char		text[PICTURE_TEXT_SIZE];
} PictureText;

/* A scale from one end of a picture to the other. */
typedef struct Axis
{
	double		low;			/* of the values */
	double		high;
	double		begin;			/* where the lowest one stands */
	double		end;
	double		step;			/* between marks; 0 for none */
} Axis;

extern const char *picture_word(const PictureFrame *frame, PictureWord word);
extern void picture_amount(char *out, double value, const PictureFrame *frame);
extern void picture_say(PictureText *said, const char *text);
extern void picture_say_amount(PictureText *said, const PictureFrame *frame, PictureWord word,
							   double value);
extern void picture_say_goal(PictureText *said, const PictureFrame *frame, const Goal *goal);
extern void picture_begin(Svg *svg, const PictureFrame *frame, const PictureText *said);
extern void picture_title(Svg *svg, const PictureFrame *frame, double room);
extern void picture_badge(Svg *svg, Verdict verdict, double x, double y, double radius);
extern void picture_no_data(Svg *svg, const PictureFrame *frame, double x, double y);
extern void picture_stroke(Svg *svg, const LineLook *look);

extern Axis axis_between(double low, double high, double begin, double end, int marks);
extern Axis axis_make(double low, double high, double begin, double end, int marks);
extern double axis_at(const Axis *axis, double value);
extern bool axis_has(const Axis *axis, double value);
extern int	axis_marks(const Axis *axis);
extern double axis_mark(const Axis *axis, int i);
extern void extend_range(double *low, double *high, double value);

#endif							/* TNPLAN_CORE_PICTURE_H */
