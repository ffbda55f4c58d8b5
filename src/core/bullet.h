/*
 * bullet.h
 *		Bullet graphs: a figure beside its goal, after Stephen Few's specification.
 */
#ifndef TNPLAN_CORE_BULLET_H
#define TNPLAN_CORE_BULLET_H

#include "core/picture.h"

typedef struct Bullet
{
	double		actual;			/* NaN where there is none */
	const Goal *goal;			/* NULL where there is none */
	double		expected;		/* share of the way that is due by now; may be NaN */
	PaceCuts	cuts;
	bool		adds_up;		/* a total, whose limits are shared out */
} Bullet;

#define BULLET_WIDTH 360
#define BULLET_HEIGHT 62

extern Verdict bullet_verdict(const Bullet *bullet);
extern void bullet_draw(Svg *svg, const PictureFrame *frame, const Bullet *bullet);

#endif							/* TNPLAN_CORE_BULLET_H */
