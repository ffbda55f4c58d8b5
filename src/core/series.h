/*
 * series.h
 *		Pictures of values in their order: sparklines, and lines against their pace.
 */
#ifndef TNPLAN_CORE_SERIES_H
#define TNPLAN_CORE_SERIES_H

#include "core/picture.h"

#define SERIES_MAX_VALUES 1000000
#define SERIES_MAX_LABELS 10000

/* NaN is a gap. */
typedef struct Series
{
	const double *value;
	uint32_t	count;
} Series;

typedef struct Sparkline
{
	Series		values;
	const Goal *goal;			/* NULL where there is none */
	Series		projected;		/* behind the values */
	Series		lower;			/* of what the projected ones may be; empty, or as many as these */
	Series		upper;
} Sparkline;

#define SPARKLINE_WIDTH 160
#define SPARKLINE_HEIGHT 36

typedef struct Burnup
{
	Series		actual;
	const Goal *goal;			/* NULL where there is none */
	Series		pace;			/* empty for an even one to the target */
	const char *const *labels;	/* of the places on the way, as many as there are; NULL for none */
	uint32_t	label_count;
	bool		adds_up;		/* figures are totals, whose limits are shared out */
} Burnup;

#define BURNUP_WIDTH 420
#define BURNUP_HEIGHT 220

extern void sparkline_draw(Svg *svg, const PictureFrame *frame, const Sparkline *sparkline);
extern void burnup_draw(Svg *svg, const PictureFrame *frame, const Burnup *burnup);

/* Where the values of a series stand. */
typedef struct SeriesPlace
{
	double		first_x;
	double		step_x;
	Axis		axis;
} SeriesPlace;

extern void series_line(Svg *svg, const Series *series, const SeriesPlace *place,
						const LineLook *look);
extern void series_range(const Series *series, double *low, double *high);
extern double series_last(const Series *series, uint32_t *at);

#endif							/* TNPLAN_CORE_SERIES_H */
