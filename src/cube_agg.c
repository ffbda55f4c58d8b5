/*
 * cube_agg.c
 *		The aggregates that build a plan_cube.
 *
 * The state grows with the data, so it is internal: a map in the memory of the
 * aggregate.  What leaves the backend or the query is a plan_cube.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "aggstate.h"
#include "cube.h"
#include "hashkey.h"
#include "row.h"

/* Arguments of a row: state, node, at, and then its figures. */
#define NODE 1
#define AT 2
#define FIGURES 3

typedef struct CubeState
{
	CubeMap		map;
	const PlanCube *received;	/* from a worker: then there is no map */
} CubeState;

static CubeState *
new_state(MemoryContext context)
{
	CubeState  *state = MemoryContextAllocZero(context, sizeof(CubeState));
	CubeMemory	memory = {allocate_aligned, release_aligned, context, check_for_interrupts};

	cube_init(&state->map, memory, process_hash_key(), CUBE_MAX_CELLS);
	return state;
}

static pg_noinline CubeState *
first_state(FunctionCallInfo fcinfo)
{
	MemoryContext context;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "aggregate function called in non-aggregate context");
	return new_state(context);
}

static inline CubeState *
state_argument(FunctionCallInfo fcinfo)
{
	return PG_ARGISNULL(0) ? first_state(fcinfo) : (CubeState *) PG_GETARG_POINTER(0);
}

pg_noreturn static void
report_cube_error(PlanError error, const CubeMap *map)
{
	if (error == PLAN_TOO_LARGE)
		report_too_many_cells();
	report_row_error(error, &map->culprit, "plan_cube");
}

pg_noreturn static void
report_no_cell(FunctionCallInfo fcinfo)
{
	ereport(ERROR,
			(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
			 errmsg("%s must not be null", PG_ARGISNULL(NODE) ? "node" : "date"),
			 errdetail("A row belongs to a node and a month."),
			 errhint("Leave such rows out with FILTER or WHERE.")));
}

/* The month of the row, in which the calendar must have all days. */
static inline int32
month_argument(FunctionCallInfo fcinfo)
{
	int32		day = day_checked(PG_GETARG_DATEADT(AT));
	int32		month = calendar_month(day);

	if (unlikely(month < CUBE_FIRST_MONTH))
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
				 errmsg("date out of range for plan_cube")));
	return month;
}

static pg_attribute_always_inline Datum
add_row(FunctionCallInfo fcinfo, CubeState *state, const JudgedRow *row)
{
	PlanError	error = cube_add(&state->map, PG_GETARG_INT64(NODE), month_argument(fcinfo), row);

	if (unlikely(error != PLAN_OK))
		report_cube_error(error, &state->map);
	PG_RETURN_POINTER(state);
}

static pg_noinline Datum
add_unjudged_row(FunctionCallInfo fcinfo, CubeState *state, GoalForm form,
				 double actual)
{
	JudgedRow	row = unjudged_row(fcinfo, FIGURES, form, actual);

	return add_row(fcinfo, state, &row);
}

static pg_attribute_always_inline Datum
accumulate_row(FunctionCallInfo fcinfo, GoalForm form)
{
	CubeState  *state = state_argument(fcinfo);
	double		actual = PG_ARGISNULL(FIGURES) ? NAN : PG_GETARG_FLOAT8(FIGURES);
	JudgedRow	row;

	if (unlikely(PG_ARGISNULL(NODE) || PG_ARGISNULL(AT)))
		report_no_cell(fcinfo);
	if (unlikely(!can_be_judged(fcinfo, FIGURES, form, actual)))
		return add_unjudged_row(fcinfo, state, form, actual);
	row = judge_row(fcinfo, FIGURES, form, actual);
	return add_row(fcinfo, state, &row);
}

#define PLAN_TRANSITION(suffix, form) \
PG_FUNCTION_INFO_V1(plan_cube_add_##suffix); \
Datum \
plan_cube_add_##suffix(PG_FUNCTION_ARGS) \
{ \
	return accumulate_row(fcinfo, form); \
}

PLAN_TRANSITION(goal, FORM_GOAL)
PLAN_TRANSITION(plain, FORM_PLAIN)

/* (state, node, at, score, status [, weight]) */
PG_FUNCTION_INFO_V1(plan_cube_add_scored);
Datum
plan_cube_add_scored(PG_FUNCTION_ARGS)
{
	CubeState  *state = state_argument(fcinfo);
	JudgedRow	row;

	if (PG_ARGISNULL(NODE) || PG_ARGISNULL(AT))
		report_no_cell(fcinfo);
	row = scored_row(fcinfo, FIGURES);
	return add_row(fcinfo, state, &row);
}

/* Bring the map up to date with all rows. */
static void
flush_rows(CubeState *state)
{
	PlanError	error = cube_flush(&state->map);

	if (error != PLAN_OK)
		report_cube_error(error, &state->map);
}

static void
merge_card(CubeState *state, int64 node, int32 month, const Scorecard *card)
{
	PlanError	error = cube_merge(&state->map, node, month, card);

	if (error == PLAN_TOO_LARGE)
		report_too_many_cells();
	if (error != PLAN_OK)
		report_overflow("plan_cube");
}

static void
merge_cube(CubeState *state, const PlanCube *cube)
{
	flush_rows(state);
	for (int32 i = 0; i < cube->cells; i++)
	{
		Scorecard	card = cube_cell_card(cube, &cube->cell[i]);

		CHECK_FOR_INTERRUPTS();
		merge_card(state, cube->cell[i].node, cube->cell[i].month, &card);
	}
}

/* (state, cube): the transition of plan_rollup. */
PG_FUNCTION_INFO_V1(plan_cube_add_cube);
Datum
plan_cube_add_cube(PG_FUNCTION_ARGS)
{
	CubeState  *state;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		return PG_GETARG_DATUM(0);
	}
	state = state_argument(fcinfo);
	merge_cube(state, PG_GETARG_PLAN_CUBE_P(1));
	PG_RETURN_POINTER(state);
}

/* The cells of a map as a cube. */
static PlanCube *
cube_from_map(CubeState *state)
{
	CubeMap    *map = &state->map;
	CubeSlot   *slots;
	PlanCube   *cube;
	int32		rests = 0;

	flush_rows(state);
	slots = cube_sorted_slots(map, check_for_interrupts);
	for (uint32 i = 0; i < map->cells; i++)
	{
		CHECK_FOR_INTERRUPTS();
		rests += cube_numbered_cell(map, i)->rest != NULL;
	}
	cube = new_plan_cube(map->cells, rests);
	cube->rests = 0;
	for (uint32 i = 0; i < map->cells; i++)
	{
		const CubeCell *cell = cube_numbered_cell(map, slots[i].cell - 1);
		PlanCubeCell *place = &cube->cell[i];

		CHECK_FOR_INTERRUPTS();
		if (i + CUBE_PREFETCH_DISTANCE < map->cells)
			cube_prefetch_cell(cube_numbered_cell(map, slots[i + CUBE_PREFETCH_DISTANCE].cell - 1));
		if (cell->rest == NULL)
		{
			place->node = slots[i].node;
			place->month = slots[i].month;
			place->rest = 0;
			place->packed = cell->packed;
		}
		else
		{
			Scorecard	card;

			if (cube_cell_unpack(cell, &card) != PLAN_OK)
				report_overflow("plan_cube");
			cube_set_cell(cube, place, slots[i].node, slots[i].month, &card);
		}
	}
	/* Some cells had a rest and need it no longer. */
	SET_VARSIZE(cube, VARSIZE(cube) - (rests - cube->rests) * sizeof(Scorecard));
	release_aligned(NULL, slots);
	return cube;
}

PG_FUNCTION_INFO_V1(plan_cube_final);
Datum
plan_cube_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(cube_from_map((CubeState *) PG_GETARG_POINTER(0)));
}

/* What a worker sends is the cube itself, as bytes. */
PG_FUNCTION_INFO_V1(plan_cube_serialize);
Datum
plan_cube_serialize(PG_FUNCTION_ARGS)
{
	PG_RETURN_BYTEA_P(cube_from_map((CubeState *) PG_GETARG_POINTER(0)));
}

/* Copied, since bytes in a tuple need not be aligned. */
PG_FUNCTION_INFO_V1(plan_cube_deserialize);
Datum
plan_cube_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_P(0);
	CubeState  *state = palloc0(sizeof(CubeState));
	void	   *copy = palloc(VARSIZE(bytes));

	memcpy(copy, bytes, VARSIZE(bytes));
	state->received = plan_cube_from_datum(PointerGetDatum(copy));
	PG_RETURN_POINTER(state);
}

static void
merge_map(CubeState *state, CubeState *other)
{
	flush_rows(state);
	flush_rows(other);
	for (size_t i = 0; i < (size_t) 1 << other->map.slot_bits; i++)
	{
		const CubeSlot *slot = &other->map.slots[i];
		Scorecard	card;

		CHECK_FOR_INTERRUPTS();
		if (slot->cell == 0)
			continue;
		if (cube_cell_unpack(cube_numbered_cell(&other->map, slot->cell - 1), &card) != PLAN_OK)
			report_overflow("plan_cube");
		merge_card(state, slot->node, slot->month, &card);
	}
}

/* Not strict: the state of another node lives elsewhere, and must be copied. */
PG_FUNCTION_INFO_V1(plan_cube_combine);
Datum
plan_cube_combine(PG_FUNCTION_ARGS)
{
	CubeState  *state;
	CubeState  *other;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		return PG_GETARG_DATUM(0);
	}
	state = state_argument(fcinfo);
	other = (CubeState *) PG_GETARG_POINTER(1);
	if (other->received != NULL)
		merge_cube(state, other->received);
	else
		merge_map(state, other);
	PG_RETURN_POINTER(state);
}
