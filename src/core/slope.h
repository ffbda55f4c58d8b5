/*
 * slope.h
 *		Slopes of ranks: where each entity stood in each period, the best at the top.
 */
#ifndef TNPLAN_CORE_SLOPE_H
#define TNPLAN_CORE_SLOPE_H

#include "core/picture.h"
#include "core/standing.h"

#define SLOPE_MAX_ENTITIES 200
#define SLOPE_MAX_PERIODS 200

typedef struct SlopeEntity
{
	const char *name;			/* may be NULL */
	const Standing *standing;	/* one a period; a rank of 0 where there is none */
	double		label_y;		/* set while it is drawn */
} SlopeEntity;

typedef struct Slope
{
	uint32_t	periods;
	uint32_t	entities;
	const char *const *period_names;
	SlopeEntity *entity;
	SlopeEntity **order;		/* room for a pointer to each */
	const char *highlight;		/* the name of the entity that stands out; NULL for none */
} Slope;

#define SLOPE_WIDTH 360

extern double slope_height(const Slope *slope, bool has_title);
extern void slope_draw(Svg *svg, const PictureFrame *frame, const Slope *slope);

#endif							/* TNPLAN_CORE_SLOPE_H */
