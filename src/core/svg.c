/*
 * svg.c
 *		Text of SVG in a buffer that grows.
 */
#include "core/svg.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "core/text.h"

#define FIRST_CAPACITY 4096

/* What is drawn lies within; numbers beyond are the end that they are beyond. */
#define MAX_COORDINATE 1e6

#define REPLACEMENT 0xfffd
#define ELLIPSIS "\xe2\x80\xa6"

static void
put_bytes(Svg *svg, const char *bytes, size_t length)
{
	if (svg->capacity - svg->length < length)
	{
		size_t		capacity = svg->capacity < FIRST_CAPACITY ? FIRST_CAPACITY : svg->capacity * 2;

		while (capacity - svg->length < length)
			capacity *= 2;
		svg->data = svg->grow(svg->data, capacity);
		svg->capacity = capacity;
	}
	memcpy(svg->data + svg->length, bytes, length);
	svg->length += length;
}

/* With at most two decimals, and NaN as 0. */
static void
put_number(Svg *svg, double value)
{
	char		text[32];
	double		bounded = isnan(value) ? 0.0 : fmin(fmax(value, -MAX_COORDINATE), MAX_COORDINATE);
	int64_t		hundredths = (int64_t) floor(fabs(bounded) * 100.0 + 0.5);
	char	   *p = text;

	if (bounded < 0.0 && hundredths > 0)
		*p++ = '-';
	p += text_write_int64(p, hundredths / 100);
	if (hundredths % 100 != 0)
	{
		*p++ = '.';
		p = text_write_padded(p, (uint32_t) (hundredths % 100), 2);
		if (p[-1] == '0')
			p--;
	}
	put_bytes(svg, text, (size_t) (p - text));
}

static void
put_integer(Svg *svg, int64_t value)
{
	char		text[24];

	put_bytes(svg, text, text_write_int64(text, value));
}

/* Bytes behind the first of a character that begins so; -1 for none. */
static int
bytes_behind(uint8_t first)
{
	if (first < 0x80)
		return 0;
	if (first >= 0xc2 && first < 0xe0)
		return 1;
	if (first >= 0xe0 && first < 0xf0)
		return 2;
	return first >= 0xf0 && first < 0xf5 ? 3 : -1;
}

/*
 * The character at the cursor, which goes behind it; 0 at the end of the text.  A byte that is of
 * no character is U+FFFD.
 */
uint32_t
svg_next_character(const char **cursor)
{
	static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
	uint8_t		first = (uint8_t) **cursor;
	int			behind = bytes_behind(first);
	uint32_t	character = behind <= 0 ? first : first & (0x3fu >> behind);

	if (first == 0)
		return 0;
	for (int i = 1; i <= behind; i++)
	{
		uint8_t		byte = (uint8_t) (*cursor)[i];

		if ((byte & 0xc0) != 0x80)
		{
			behind = -1;
			break;
		}
		character = character << 6 | (byte & 0x3f);
	}
	if (behind < 0 || character < least[behind] || character > 0x10ffff ||
		(character >= 0xd800 && character < 0xe000))
	{
		(*cursor)++;
		return REPLACEMENT;
	}
	*cursor += behind + 1;
	return character;
}

/* Other characters that end a line. */
static bool
is_line_end(uint32_t c)
{
	return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/*
 * Control characters, of which XML allows few; those that turn the direction of what follows, in
 * texts of others too; and what is no character.
 */
static bool
is_dropped(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) ||
		(c >= 0x2066 && c <= 0x2069) || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

static bool
is_combining(uint32_t c)
{
	return (c >= 0x300 && c < 0x370) || (c >= 0x200b && c <= 0x200f) ||
		(c >= 0xfe00 && c <= 0xfe0f);
}

static void
put_character(Svg *svg, uint32_t c, const char *bytes, size_t length)
{
	if (is_line_end(c))
		put_bytes(svg, " ", 1);
	else if (is_dropped(c))
		return;
	else if (c == '&')
		put_bytes(svg, "&amp;", 5);
	else if (c == '<')
		put_bytes(svg, "&lt;", 4);
	else if (c == '>')
		put_bytes(svg, "&gt;", 4);
	else if (c == '"')
		put_bytes(svg, "&quot;", 6);
	else if (c == '\'')
		put_bytes(svg, "&#39;", 5);
	else if (c >= 0x80 && (svg->ascii || c == REPLACEMENT))
	{
		put_bytes(svg, "&#", 2);
		put_integer(svg, c);
		put_bytes(svg, ";", 1);
	}
	else
		put_bytes(svg, bytes, length);
}

/*
 * About how wide a character is in fonts without serifs, of which some are wide, as a share of
 * its size.
 */
static double
character_width(uint32_t c)
{
	if (is_combining(c) || (is_dropped(c) && !is_line_end(c)))
		return 0.0;
	if (c < 0x80)
	{
		if (strchr("ijlI|.,:;'!", (int) c) != NULL)
			return 0.31;
		if (c <= ' ' || strchr("frt()[]/-\"`", (int) c) != NULL)
			return 0.38;
		if (strchr("mwMW%@", (int) c) != NULL)
			return 0.92;
		return c >= 'A' && c <= 'Z' ? 0.7 : 0.6;
	}
	if ((c >= 0x1100 && c < 0x1160) || (c >= 0x2e80 && c < 0xd7a4) || (c >= 0xf900 && c < 0xfb00) ||
		(c >= 0xfe30 && c < 0xfe70) || (c >= 0xff00 && c < 0xff61) || c >= 0x1f000)
		return 1.05;
	return 0.62;
}

double
svg_text_width(const char *text, double size)
{
	double		width = 0.0;

	for (uint32_t c; (c = svg_next_character(&text)) != 0;)
		width += character_width(c);
	return width * size;
}

/*
 * Where to cut a text that may have so many characters and such a width; NULL where all of it fits.
 * A mark that stands on a letter stays with it.
 */
static const char *
find_cut(const char *text, int characters, double size, double room)
{
	double		width = 0.0;
	double		rest = room - character_width(0x2026) * size;
	const char *cut = rest >= 0.0 ? text : NULL;
	const char *p = text;

	for (int i = 0;; i++)
	{
		const char *begin = p;
		uint32_t	c = svg_next_character(&p);

		if (c == 0)
			return NULL;
		if (i < characters && width <= rest && !is_combining(c))
			cut = begin;
		width += character_width(c) * size;
		if (i >= characters || width > room)
			return cut != NULL ? cut : text;
	}
}

/* Up to where it is cut, or all of it. */
static void
put_text(Svg *svg, const char *text, const char *cut)
{
	const char *p = text;

	while (*p != '\0' && (cut == NULL || p < cut))
	{
		const char *begin = p;
		uint32_t	c = svg_next_character(&p);

		put_character(svg, c, begin, (size_t) (p - begin));
	}
	if (cut != NULL)
		put_character(svg, 0x2026, ELLIPSIS, strlen(ELLIPSIS));
}

void
svg_put(Svg *svg, const char *format,...)
{
	va_list		arguments;

	va_start(arguments, format);
	while (*format != '\0')
	{
		size_t		length = strcspn(format, "%");
		const char *text;

		put_bytes(svg, format, length);
		format += length;
		if (*format == '\0')
			break;
		switch (format[1])
		{
			case 'n':
				put_number(svg, va_arg(arguments, double));
				break;
			case 'd':
				put_integer(svg, va_arg(arguments, int));
				break;
			case '%':
				put_bytes(svg, "%", 1);
				break;
			case 's':
				text = va_arg(arguments, const char *);
				put_bytes(svg, text, strlen(text));
				break;
			default:
				text = va_arg(arguments, const char *);
				put_text(svg, text, find_cut(text, SVG_MAX_TEXT, 0.0, 1.0));
				break;
		}
		format += 2;
	}
	va_end(arguments);
}

void
svg_label(Svg *svg, SvgLabel label, const char *text)
{
	static const char *const anchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};

	if (text == NULL || *text == '\0')
		return;
	svg_put(svg, "<text x=\"%n\" y=\"%n\" font-size=\"%n\"%s%s%s>", label.x, label.y, label.size,
			anchors[label.anchor], label.is_bold ? " font-weight=\"600\"" : "",
			label.attributes != NULL ? label.attributes : "");
	put_text(svg, text, find_cut(text, SVG_MAX_TEXT, label.is_bold ? BOLD_SIZE(label.size)
								 : label.size,
									  label.room));
	svg_put(svg, "</text>");
}

/*
 * Begin a picture.  In a page, its text and lines have the colour of the text around it.  Alone or
 * in an image it is a document of its own, whose root the style is for: it follows the scheme of
 * the viewer, and touches no page that has the picture in it.  There are no ids, which other
 * pictures of a page could have too.
 */
void
svg_begin(Svg *svg, double width, double height, const char *title, const char *description)
{
	svg_put(svg,
			"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %n %n\" width=\"%n\" "
			"height=\"%n\""
			" role=\"img\" aria-label=\"%t%s%t\" fill=\"currentColor\""
			" font-family=\"system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif\""
			" style=\"max-width:100%%;height:auto\">",
			width, height, width, height, title, *title != '\0' && *description != '\0' ? ": " : "",
			description);
	if (*title != '\0')
		svg_put(svg, "<title>%t</title><desc>%t</desc>", title, description);
	else
		svg_put(svg, "<title>%t</title>", description);
	svg_put(svg, "<style>svg:root{color:#1f1f1f;color-scheme:light dark}"
			"@media(prefers-color-scheme:dark){svg:root{color:#ececec}}</style>");
}

void
svg_end(Svg *svg)
{
	svg_put(svg, "</svg>");
}
