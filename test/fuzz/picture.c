/*
 * Pictures: whatever the figures and texts, what is drawn keeps to its size and its form.
 */
#include "core/bullet.h"
#include "core/heatmap.h"
#include "core/series.h"
#include "core/slope.h"
#include "core/textbar.h"

#include <math.h>
#include <stdbool.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 800

#define MAX_VALUES 200

static double
take_double(const uint8_t **data, const uint8_t *end)
{
	double		value = 0.0;
	size_t		size = (size_t) (end - *data) < sizeof(value) ? (size_t) (end - *data) :
		sizeof(value);

	memcpy(&value, *data, size);
	*data += size;
	return isinf(value) ? NAN : value;
}

/* Characters of a text that is valid UTF-8 made of ASCII and block elements. */
static size_t
count_characters(const char *text, size_t length, bool ascii)
{
	size_t		count = 0;

	for (size_t i = 0; i < length; i++)
	{
		uint8_t		byte = (uint8_t) text[i];

		CHECK((byte >= 0x20 && byte < 0x7f) || (!ascii && byte >= 0x80 && byte != 0xff));
		count += (byte & 0xc0) != 0x80;
	}
	return count;
}

static void
check_text_forms(const uint8_t *data, const uint8_t *end, bool ascii)
{
	char		out[TEXTBAR_SIZE + MAX_VALUES * TEXTBAR_BYTES];
	double		values[MAX_VALUES] = {0};
	double		low,
				high;
	uint32_t	count = 0;
	int			width = 1 + (end > data ? *data : 0) % TEXTBAR_MAX_WIDTH;
	size_t		length;

	while (data < end && count < MAX_VALUES)
		values[count++] = take_double(&data, end);
	for (uint32_t i = 0; i < count; i++)
	{
		if (isnan(values[i]))
			continue;
		length = bar_write(out, values[i], width, ascii);
		CHECK(length <= TEXTBAR_SIZE);
		CHECK(count_characters(out, length, ascii) >= (size_t) width + 6);
	}
	spark_range(values, count, &low, &high);
	length = spark_write(out, values, count, low, high, ascii);
	CHECK(count_characters(out, length, ascii) == count);
	length = spark_write(out, values, count, count > 0 ? values[0] : low, high, ascii);
	CHECK(count_characters(out, length, ascii) == count);
}

/*
 * SVG.
 */

static void *
grow(void *memory, size_t size)
{
	void	   *result = realloc(memory, size);

	CHECK(result != NULL);
	return result;
}

/* Whether the entity at p is one of those that are written; moves to its end. */
static void
check_entity(const char **p)
{
	static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strncmp(*p, names[i], strlen(names[i])) == 0)
		{
			*p += strlen(names[i]) - 1;
			return;
		}
	CHECK((*p)[1] == '#' && (*p)[2] >= '1' && (*p)[2] <= '9');
	*p += strcspn(*p, ";");
	CHECK(**p == ';');
}

/* Elements nest, attributes are quoted, and texts are in UTF-8 without control characters. */
static void
check_svg(Svg *svg)
{
	static const char *const wrong[] =
		{" x=\"n", " x=\"i", " y=\"n", " y=\"i", " width=\"-", " height=\"-", " r=\"-"};
	const char *text;
	int			depth = 0;
	bool		is_quoted = false;
	bool		is_tag = false;

	svg_put(svg, "%s", "x");
	svg->data[svg->length - 1] = '\0';
	text = svg->data;
	CHECK(strlen(text) == svg->length - 1);
	for (const char *p = text; *p != '\0'; p++)
	{
		CHECK((uint8_t) *p >= 0x20 && (uint8_t) *p != 0x7f && (!svg->ascii || (uint8_t) *p < 0x80));
		if (*p == '&')
			check_entity(&p);
		else if (is_tag && *p == '"')
			is_quoted = !is_quoted;
		else if (*p == '<')
		{
			CHECK(!is_tag && (depth > 0 || p == text));
			is_tag = true;
			depth += p[1] == '/' ? -1 : 1;
		}
		else if (*p == '>')
		{
			CHECK(is_tag && !is_quoted);
			is_tag = false;
			if (p[-1] == '/')
				depth--;
		}
	}
	CHECK(depth == 0 && !is_tag);
	for (const char *p = text; *p != '\0';)
		CHECK(svg_next_character(&p) != 0xfffd);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		CHECK(strstr(text, wrong[i]) == NULL);
	free(svg->data);
	*svg = (Svg) {NULL, 0, 0, grow, svg->ascii};
}

static const Goal *
take_goal(const uint8_t **data, const uint8_t *end, Goal *goal)
{
	int			kind = *data < end ? *(*data)++ : 0;
	double		low = take_double(data, end);
	double		high = take_double(data, end);
	double		baseline = take_double(data, end);

	if (kind & 4)
		high = low;
	if (goal_make(goal, (GoalDirection) (kind % 3), low, high, (kind & 8) != 0,
				  baseline) != PLAN_OK)
		return NULL;
	return goal;
}

static Standing
take_standing(const uint8_t **data, const uint8_t *end)
{
	int			kind = *data < end ? *(*data)++ : 0;
	Standing	standing = {1 + kind % 64, 0, 0};

	if (kind & 64)
		standing.field = standing.rank + kind;
	else if (kind & 128)
		standing.last = kind % 2 ? NO_LAST_RANK : standing.rank + kind;
	if (kind == 0)
		standing.rank = 0;
	CHECK(kind == 0 || standing_is_valid(standing));
	return standing;
}

static void
draw_series(Svg *svg, const PictureFrame *frame, const Goal *goal, const double *values,
			uint32_t count, bool is_burnup, bool adds_up)
{
	const char *labels[MAX_VALUES];
	Sparkline	sparkline =
		{{values, count / 2}, goal, {values + count / 2, count / 4}, {values, count / 4},
		 {values + count / 4, count / 4}};
	Burnup		burnup =
		{{values, count / 2}, goal, {values + count / 2, count % 5}, labels, count,
		adds_up};

	for (uint32_t i = 0; i < count; i++)
		labels[i] = i % 3 ? frame->title : NULL;
	if (is_burnup)
		burnup_draw(svg, frame, &burnup);
	else
		sparkline_draw(svg, frame, &sparkline);
	check_svg(svg);
}

static void
draw_grids(Svg *svg, const PictureFrame *frame, const uint8_t *data, const uint8_t *end,
		   bool is_heatmap)
{
	const char *names[8];
	uint8_t		verdicts[64];
	Standing	standings[64];
	SlopeEntity entities[8];
	SlopeEntity *order[8];
	uint32_t	rows = data < end ? *data++ % 9 : 0;
	uint32_t	columns = data < end ? *data++ % 9 : 0;
	Slope		slope = {columns, rows, names, entities, order, frame->unit};
	Heatmap		heatmap = {rows, columns, names, names, verdicts};
	PictureFrame whole = *frame;

	for (int i = 0; i < 64; i++)
	{
		standings[i] = take_standing(&data, end);
		verdicts[i] = (uint8_t) (standings[i].rank % (NUM_VERDICTS + 1));
	}
	for (int i = 0; i < 8; i++)
		names[i] = i % 3 && frame->title != NULL ? frame->title : "2022";
	for (uint32_t i = 0; i < rows; i++)
		entities[i] = (SlopeEntity) {i % 2 ? names[i] : NULL, standings + i * columns, 0.0};
	if (frame->height > 1000.0)
		whole.width = 0.0;
	if (is_heatmap)
		heatmap_draw(svg, &whole, &heatmap);
	else
		slope_draw(svg, frame, &slope);
	check_svg(svg);
}

static void
check_picture(const uint8_t *data, const uint8_t *end, const char *text, int options, int form)
{
	Svg			svg = {NULL, 0, 0, grow, (options & 2) != 0};
	PictureFrame frame = {24 + options % 600, 24 + options * 7 % 2000, options & 4 ? text : NULL,
	options & 8 ? text : NULL, options & 16 ? text : NULL,
		options & 32 ? LANGUAGE_VIETNAMESE : LANGUAGE_ENGLISH};
	Goal		made;
	const Goal *goal = take_goal(&data, end, &made);
	double		values[MAX_VALUES] = {0};
	uint32_t	count = 0;
	const uint8_t *rest = data;
	Bullet		bullet;

	while (data < end && count < MAX_VALUES)
		values[count++] = take_double(&data, end);
	bullet = (Bullet) {count > 0 ? values[0] : NAN, goal, (options >> 6) % 5 / 4.0, default_cuts,
		options % 3 == 0};
	if (options % 11 == 0)
		bullet.expected = NAN;
	if (form == 0)
	{
		bullet_draw(&svg, &frame, &bullet);
		check_svg(&svg);
	}
	else if (form <= 2)
		draw_series(&svg, &frame, goal, values, count, form == 2, options % 3 == 0);
	else
		draw_grids(&svg, &frame, rest, end, form == 4);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text;

	if (size < 4)
		return 0;
	if (data[0] / 2 % 6 == 5)
	{
		check_text_forms(data + 1, data + size, data[0] & 1);
		return 0;
	}
	text = copy_as_text(data + size - size / 4, size / 4);
	check_picture(data + 3, data + size, text, data[1] | data[2] << 8, data[0] / 2 % 6);
	free(text);
	return 0;
}
