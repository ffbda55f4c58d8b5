/*
 * heatmap.c
 *		Verdicts by branch and period: a cell of the colour of each, with its sign.
 */
#include "core/heatmap.h"

#include <math.h>

#include "core/text.h"

#define LABEL_SIZE 11.0
#define LABEL_GAP 12.0
#define CELL 20.0
#define GAP 2.0

/* A cell is as wide as its label up to so much; labels that are wider stand upright. */
#define MOST_CELL 64.0

/* Of the names of branches. */
#define MOST_LABEL 220.0
#define MOST_UPRIGHT 110.0

#define LEGEND_LINE 20.0

typedef struct HeatmapLayout
{
	const PictureFrame *frame;
	const Heatmap *heatmap;
	double		left;			/* of the cells */
	double		top;
	double		cell_width;
	double		width;
	double		height;
	bool		is_upright;
	bool		has[NUM_LOOKS];
} HeatmapLayout;

static double
widest_name(const char *const *names, uint32_t count)
{
	double		widest = 0.0;

	for (uint32_t i = 0; i < count; i++)
		if (names[i] != NULL)
			widest = fmax(widest, svg_text_width(names[i], LABEL_SIZE));
	return widest;
}

/*
 * An entry of the legend, on the next line where this one is full; svg is NULL to find its
 * place alone.
 */
static void
add_legend(Svg *svg, const HeatmapLayout *layout, Verdict verdict, double *x, double *y)
{
	const char *word = verdict_looks[verdict].word[layout->frame->language];
	double		width = 20.0 + svg_text_width(word, LABEL_SIZE);

	if (*x > PICTURE_MARGIN && *x + width > layout->width - PICTURE_MARGIN)
	{
		*x = PICTURE_MARGIN;
		*y += LEGEND_LINE;
	}
	if (svg != NULL)
	{
		picture_badge(svg, verdict, *x + 7, *y, 7);
		svg_label(svg, (SvgLabel) {.x = *x + 20,.y = *y + 4,.size = LABEL_SIZE,
				  .room = layout->width - *x - 20}, word);
	}
	*x += width + 14.0;
}

/* The verdicts that occur; returns where the legend ends. */
static double
draw_legend(Svg *svg, const HeatmapLayout *layout, double y)
{
	double		x = PICTURE_MARGIN;

	for (int verdict = 0; verdict < NUM_LOOKS; verdict++)
		if (layout->has[verdict])
			add_legend(svg, layout, (Verdict) verdict, &x, &y);
	return y;
}

static void
lay_out(HeatmapLayout *layout)
{
	const Heatmap *heatmap = layout->heatmap;
	double		wanted = layout->frame->width;
	double		names = fmin(widest_name(heatmap->row_names, heatmap->rows), MOST_LABEL);
	double		head = widest_name(heatmap->column_names, heatmap->columns);
	double		columns = fmax(heatmap->columns, 1.0);

	if (wanted > 0.0)
		names = fmin(names, fmax(wanted * 0.4, 40.0));
	layout->left = PICTURE_MARGIN + names + (heatmap->rows > 0 ? 8.0 : 0.0);
	layout->cell_width = head + LABEL_GAP <= MOST_CELL ? fmax(head + LABEL_GAP, CELL) : CELL;
	if (wanted == 0.0 && columns * layout->cell_width > 800.0)
		layout->cell_width = CELL;
	if (wanted > 0.0)
		layout->cell_width = fmin(fmax((wanted - layout->left - PICTURE_MARGIN) / columns, CELL),
								  MOST_CELL);
	layout->is_upright = head + LABEL_GAP / 2 > layout->cell_width;
	layout->top = (layout->frame->title != NULL ? 24.0 : 4.0) +
		(heatmap->columns == 0 ? 0.0 : layout->is_upright ? fmin(head, MOST_UPRIGHT) + 6.0 : 16.0);
	layout->width = fmax(layout->left + columns * layout->cell_width + PICTURE_MARGIN,
						 fmax(wanted, 160.0));
	for (uint32_t i = 0; i < heatmap->rows * heatmap->columns; i++)
		if (heatmap->verdict[i] < NUM_LOOKS)
			layout->has[heatmap->verdict[i]] = true;
	layout->height = draw_legend(NULL, layout, layout->top + heatmap->rows * CELL + 18.0) + 14.0;
}

static void
draw_names(Svg *svg, const HeatmapLayout *layout)
{
	const Heatmap *heatmap = layout->heatmap;

	for (uint32_t i = 0; i < heatmap->rows; i++)
		svg_label(svg, (SvgLabel) {.x = layout->left - 8,.y = layout->top + i * CELL + CELL / 2 + 4,
				  .size = LABEL_SIZE,.room = layout->left - 8 - PICTURE_MARGIN + 1,
				  .anchor = ANCHOR_END}, heatmap->row_names[i]);
	for (uint32_t i = 0; i < heatmap->columns; i++)
	{
		double		x = layout->left + (i + 0.5) * layout->cell_width - GAP / 2;

		if (layout->is_upright)
		{
			svg_put(svg, "<g transform=\"translate(%n %n) rotate(-90)\">", x + 4, layout->top - 4);
			svg_label(svg, (SvgLabel) {.size = LABEL_SIZE,.room = MOST_UPRIGHT,
					  .attributes = FAINT}, heatmap->column_names[i]);
			svg_put(svg, "</g>");
		}
		else
			svg_label(svg, (SvgLabel) {.x = x,.y = layout->top - 5,.size = LABEL_SIZE,
					  .room = layout->cell_width + 1,.anchor = ANCHOR_MIDDLE,
					  .attributes = FAINT}, heatmap->column_names[i]);
	}
}

/* The cells of a verdict, and their signs in one path. */
static void
draw_cells(Svg *svg, const HeatmapLayout *layout, uint8_t verdict)
{
	const Heatmap *heatmap = layout->heatmap;
	uint32_t	cells = heatmap->rows * heatmap->columns;
	const char *word = verdict_looks[verdict].word[layout->frame->language];
	double		width = layout->cell_width - GAP;

	svg_put(svg, "<g fill=\"%s\">", verdict_looks[verdict].colour);
	for (uint32_t i = 0; i < cells; i++)
	{
		const char *row = heatmap->row_names[i / heatmap->columns];

		if (heatmap->verdict[i] == verdict)
			svg_put(svg,
					"<rect x=\"%n\" y=\"%n\" width=\"%n\" height=\"%n\" rx=\"2\">"
					"<title>%t%s%t: %t</title></rect>",
					layout->left + i % heatmap->columns * layout->cell_width,
					layout->top + i / heatmap->columns * CELL,
					width, CELL - GAP, row != NULL ? row : "", row != NULL ? ", " : "",
					heatmap->column_names[i % heatmap->columns], word);
	}
	svg_put(svg,
			"</g><path fill=\"none\" stroke=\"#fff\" stroke-width=\"1.8\" stroke-linecap=\"round\""
			" stroke-linejoin=\"round\" pointer-events=\"none\" d=\"");
	for (uint32_t i = 0; i < cells; i++)
		if (heatmap->verdict[i] == verdict)
			svg_put(svg, "M%n %n%s",
					layout->left + i % heatmap->columns * layout->cell_width + width / 2,
					layout->top + i / heatmap->columns * CELL + (CELL - GAP) / 2,
					verdict_looks[verdict].sign);
	svg_put(svg, "\"/>");
}

/* The outline of cells that there are no rows for. */
static void
draw_empty_cells(Svg *svg, const HeatmapLayout *layout)
{
	const Heatmap *heatmap = layout->heatmap;

	svg_put(svg, "<path fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.25\" d=\"");
	for (uint32_t i = 0; i < heatmap->rows * heatmap->columns; i++)
		if (heatmap->verdict[i] >= NUM_LOOKS)
			svg_put(svg, "M%n %nh%nv%nh%nz",
					layout->left + i % heatmap->columns * layout->cell_width + 0.5,
					layout->top + i / heatmap->columns * CELL + 0.5, layout->cell_width - GAP - 1.0,
					CELL - GAP - 1.0,
					GAP + 1.0 - layout->cell_width);
	svg_put(svg, "\"/>");
}

/* "12 met, 3 off track" */
static void
describe(const HeatmapLayout *layout, PictureText *said)
{
	const Heatmap *heatmap = layout->heatmap;
	uint32_t	counts[NUM_LOOKS + 1] = {0};

	for (uint32_t i = 0; i < heatmap->rows * heatmap->columns; i++)
		counts[heatmap->verdict[i] < NUM_LOOKS ? heatmap->verdict[i] : HEATMAP_EMPTY]++;
	for (int verdict = 0; verdict < NUM_LOOKS; verdict++)
	{
		char		number[24];

		if (counts[verdict] == 0)
			continue;
		picture_say(said, said->length > 0 ? ", " : "");
		number[text_write_int64(number, counts[verdict])] = '\0';
		picture_say(said, number);
		picture_say(said, " ");
		picture_say(said, verdict_looks[verdict].word[layout->frame->language]);
	}
	if (said->length == 0)
		picture_say(said, verdict_looks[VERDICT_NO_DATA].word[layout->frame->language]);
}

void
heatmap_draw(Svg *svg, const PictureFrame *frame, const Heatmap *heatmap)
{
	HeatmapLayout layout = {.frame = frame,.heatmap = heatmap};
	PictureFrame whole = *frame;
	PictureText said = {0};

	lay_out(&layout);
	whole.width = layout.width;
	whole.height = layout.height;
	describe(&layout, &said);
	picture_begin(svg, &whole, &said);
	picture_title(svg, frame, whole.width - 2 * PICTURE_MARGIN);
	draw_names(svg, &layout);
	draw_empty_cells(svg, &layout);
	for (int verdict = 0; verdict < NUM_LOOKS; verdict++)
		if (layout.has[verdict])
			draw_cells(svg, &layout, (uint8_t) verdict);
	if (heatmap->rows == 0 || heatmap->columns == 0)
		picture_no_data(svg, frame, layout.width / 2, layout.height - 10);
	(void) draw_legend(svg, &layout, layout.top + heatmap->rows * CELL + 18.0);
	svg_end(svg);
}
