/*
 * svg.h
 *		Text of SVG in a buffer that grows.
 *
 * Texts of users are in UTF-8 and may hold anything: they are escaped, without control characters,
 * and cut.  Numbers have two decimals and are never infinite or NaN.
 */
#ifndef TNPLAN_CORE_SVG_H
#define TNPLAN_CORE_SVG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Characters of a text that is not drawn, as a title; the rest is cut. */
#define SVG_MAX_TEXT 500

typedef struct Svg
{
	char	   *data;
	size_t		length;
	size_t		capacity;
	void	   *(*grow) (void *memory, size_t size);	/* does not return without memory */
	bool		ascii;			/* other characters are written as references */
} Svg;

typedef enum SvgAnchor
{
	ANCHOR_START,
	ANCHOR_MIDDLE,
	ANCHOR_END
} SvgAnchor;

/* Bold letters are as wide as others of this size. */
#define BOLD_SIZE(size) ((size) * 1.13)

/* A line of text, cut where it would be wider than its room; NULL draws nothing. */
typedef struct SvgLabel
{
	double		x;
	double		y;				/* of the base line */
	double		size;
	double		room;
	SvgAnchor	anchor;
	bool		is_bold;
	const char *attributes;		/* others, which begin with a space; may be NULL */
} SvgLabel;

/*
 * Append a format in which %n is a number, a double, %d an int, %s a text of the extension, %t a
 * text of the user, and %% a percent sign.
 */
extern void svg_put(Svg *svg, const char *format,...);

extern void svg_label(Svg *svg, SvgLabel label, const char *text);
extern double svg_text_width(const char *text, double size);
extern uint32_t svg_next_character(const char **cursor);
extern void svg_begin(Svg *svg, double width, double height, const char *title,
					  const char *description);
extern void svg_end(Svg *svg);

#endif							/* TNPLAN_CORE_SVG_H */
