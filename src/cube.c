/*
 * cube.c
 *		plan_cube: scorecards by node and month in one value, and the aggregates that build it.
 *
 * The state of plan_cube_agg grows with the data, so it is internal: a map in the memory of the
 * aggregate.  What leaves the backend or the query is a plan_cube.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "aggstate.h"
#include "cube.h"
#include "hashkey.h"
#include "row.h"

/*
 * The type.
 */

static PlanError
read_card(const char *text, void *card)
{
	return scorecard_read(text, card);
}

static size_t
write_card(char *out, const void *card)
{
	return scorecard_write(out, card);
}

static void
receive_card(StringInfo buf, void *card)
{
	*(Scorecard *) card = receive_scorecard(buf);
}

static void
send_card(StringInfo buf, const void *card)
{
	send_scorecard(buf, card);
}

static void
add_card_json(JsonWriter *writer, const void *card)
{
	json_add_cell_scorecard(writer, card);
}

typedef struct CubeState
{
	CellsState	cells;
	CubeMap		map;
} CubeState;

static CellsState *
new_state(MemoryContext context)
{
	CubeState  *state = MemoryContextAllocZero(context, sizeof(CubeState));

	cube_init(&state->map, cube_cells.cell, cells_memory(context), process_hash_key(),
			  cells_max(&cube_cells));
	state->cells.map = &state->map.cells;
	return &state->cells;
}

pg_noreturn static void
report_cube_error(PlanError error, const CubeMap *map)
{
	if (error == PLAN_TOO_LARGE)
		report_too_many_cells(&cube_cells);
	report_row_error(error, &map->failed_row, "plan_cube");
}

static void
flush_rows(CellsState *state)
{
	CubeMap    *map = &((CubeState *) state)->map;
	PlanError	error = cube_flush(map);

	if (error != PLAN_OK)
		report_cube_error(error, map);
}

const CellsType cube_cells = {
	.name = "plan_cube",
	.cell = &cube_cell_type,
	.by_month = true,
	.text_size = SCORECARD_TEXT_SIZE,
	.wire_size = sizeof(Scorecard),
	.read = read_card,
	.write = write_card,
	.receive = receive_card,
	.send = send_card,
	.add_json = add_card_json,
	.new_state = new_state,
	.flush = flush_rows
};

StaticAssertDecl(sizeof(PlanCubeCell) == sizeof(StoredCell) + sizeof(PackedScorecard),
				 "a stored cell has no padding");
StaticAssertDecl(SCORECARD_TEXT_SIZE >= PERIOD_TEXT_SIZE, "room for a month");

PLAN_CELLS(plan_cube, &cube_cells)
PLAN_CELLS_SUBTRACT(plan_cube, &cube_cells)

/*
 * Reading.
 */

/* (cube, node, period): one node over the months of a period; NULL where there is no cell. */
PG_FUNCTION_INFO_V1(plan_cube_at);
Datum
plan_cube_at(PG_FUNCTION_ARGS)
{
	SlicedCells cube;
	int64		node;
	Period		period = PG_GETARG_PLAN_PERIOD(2);
	int32		first,
				end;
	bool		found = false;
	Scorecard	sum;

	open_cells(&cube, &cube_cells, PG_GETARG_DATUM(0));
	months_of_period(&standard_rule, period, &first, &end);
	if (!find_node_argument(fcinfo, 1, &cube, &node))
		PG_RETURN_NULL();
	memset(&sum, 0, sizeof(sum));
	for (int32 i = first_cell_from(&cube, node, first); i < cube.head.cells; i++)
	{
		const StoredCell *cell = peek_at_cell(&cube, i);

		CHECK_FOR_INTERRUPTS();
		if (cell->node != node || cell->month >= end)
			break;
		add_peeked_cell(&cube, cell, &sum);
		found = true;
	}
	if (!found)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(packed_scorecard(&sum, NULL));
}

/*
 * Rows of plan_cube_agg.
 */

/* Arguments of a row: state, node, at, and then its figures. */
#define NODE 1
#define AT 2
#define FIGURES 3

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
	int32		month = gregorian_month(day);

	if (unlikely(month < CELLS_FIRST_MONTH))
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
				 errmsg("date out of range for plan_cube")));
	return month;
}

static pg_attribute_always_inline Datum
add_row(FunctionCallInfo fcinfo, CubeState *state, const JudgedRow *row)
{
	int64		node = key_argument(fcinfo, NODE, &state->cells.keys);
	PlanError	error = cube_add(&state->map, node, month_argument(fcinfo), row);

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
	CubeState  *state = (CubeState *) cells_state_argument(fcinfo, &cube_cells, NODE);
	double		actual = PG_ARGISNULL(FIGURES) ? NAN : PG_GETARG_FLOAT8(FIGURES);
	JudgedRow	row;

	if (unlikely(PG_ARGISNULL(NODE) || PG_ARGISNULL(AT)))
		report_no_cell(fcinfo);
	if (unlikely(!can_be_judged(fcinfo, FIGURES, form, actual)))
		return add_unjudged_row(fcinfo, state, form, actual);
	row = judge_row(fcinfo, FIGURES, form, actual);
	return add_row(fcinfo, state, &row);
}

PG_FUNCTION_INFO_V1(plan_cube_add_goal);
Datum
plan_cube_add_goal(PG_FUNCTION_ARGS)
{
	return accumulate_row(fcinfo, FORM_GOAL);
}

PG_FUNCTION_INFO_V1(plan_cube_add_cuts);
Datum
plan_cube_add_cuts(PG_FUNCTION_ARGS)
{
	return accumulate_row(fcinfo, FORM_CUTS);
}

PG_FUNCTION_INFO_V1(plan_cube_add_plain);
Datum
plan_cube_add_plain(PG_FUNCTION_ARGS)
{
	return accumulate_row(fcinfo, FORM_PLAIN);
}

/* (state, node, at, score, status [, weight]) */
PG_FUNCTION_INFO_V1(plan_cube_add_scored);
Datum
plan_cube_add_scored(PG_FUNCTION_ARGS)
{
	CubeState  *state = (CubeState *) cells_state_argument(fcinfo, &cube_cells, NODE);
	JudgedRow	row;

	if (PG_ARGISNULL(NODE) || PG_ARGISNULL(AT))
		report_no_cell(fcinfo);
	row = scored_row(fcinfo, FIGURES);
	return add_row(fcinfo, state, &row);
}
