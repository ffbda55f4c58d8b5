/*
 * cube.h
 *		plan_cube as it is stored, and what its wrappers share.
 */
#ifndef TNPLAN_CUBE_H
#define TNPLAN_CUBE_H

#include "utils/memutils.h"

#include "core/cube.h"
#include "period.h"
#include "scorecard.h"

#define CUBE_VERSION 1

typedef struct PlanCubeCell
{
	int64		node;
	int32		month;			/* since January 2000 */
	int32		rest;			/* 0, or which of the rests the packed part adds to, from 1 */
	PackedScorecard packed;
} PlanCubeCell;

/* plan_cube: its cells by node and month, each key once; behind them the rests. */
typedef struct PlanCube
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* CUBE_VERSION */
	int32		cells;
	int32		rests;
	PlanCubeCell cell[FLEXIBLE_ARRAY_MEMBER];
} PlanCube;

/* More cells than this are more than one value may hold. */
#define CUBE_MAX_CELLS ((MaxAllocSize - sizeof(PlanCube)) / sizeof(PlanCubeCell))

/* Months that lie wholly within the calendar. */
#define CUBE_FIRST_MONTH (calendar_month(CALENDAR_FIRST_DAY) + 1)
#define CUBE_LAST_MONTH (calendar_month(CALENDAR_END_DAY) - 1)

#define PG_GETARG_PLAN_CUBE_P(n) plan_cube_from_datum(PG_GETARG_DATUM(n))

extern const PlanCube *plan_cube_from_datum(Datum datum);
extern PlanCube *new_plan_cube(int64 cells, int64 rests);
extern Scorecard cube_cell_card(const PlanCube *cube, const PlanCubeCell *cell);
extern int32 cube_first_cell_from(const PlanCube *cube, int64 node, int32 month);
extern void cube_set_cell(PlanCube *cube, PlanCubeCell *cell, int64 node, int32 month,
						  const Scorecard *card);
extern void check_whole_months(Period period);
pg_noreturn extern void report_too_many_cells(void);

static inline Scorecard *
cube_rests(const PlanCube *cube)
{
	return (Scorecard *) (cube->cell + cube->cells);
}

static inline Period
month_period(int32 month)
{
	Period		period = {(int32) calendar_month_start(month), (int32) calendar_month_start(month + 1)};

	return period;
}

#endif							/* TNPLAN_CUBE_H */
