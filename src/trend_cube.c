/*
 * trend_cube.c
 *		plan_trend_cube: trends by node in one value, and the aggregates that build it.
 *
 * The state of plan_trend_cube_agg grows with the data, so it is internal: a map in the memory of
 * the aggregate.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "aggstate.h"
#include "argument.h"
#include "cells.h"
#include "core/trend_cube.h"
#include "hashkey.h"
#include "period.h"
#include "rows.h"
#include "trend.h"

static const CellsType trend_cells;

/*
 * The type.
 */

static PlanError
read_trend(const char *text, void *trend)
{
	PlanError	error = trend_read(text, trend);

	return error == PLAN_OK && ((Trend *) trend)->kind != TREND_LINEAR ? PLAN_SYNTAX : error;
}

static size_t
write_trend(char *out, const void *trend)
{
	return trend_write(out, trend);
}

static void
receive_cell(StringInfo buf, void *trend)
{
	*(Trend *) trend = receive_trend(buf, "plan_trend_cube");
	if (((Trend *) trend)->kind != TREND_LINEAR)
		report_binary_error("plan_trend_cube");
}

static void
send_cell(StringInfo buf, const void *trend)
{
	send_trend(buf, trend);
}

static void
add_trend_json(JsonWriter *writer, const void *trend)
{
	json_add_trend(writer, trend);
}

typedef struct TrendCubeState
{
	CellsState	cells;
	TrendCubeMap map;
} TrendCubeState;

static CellsState *
new_state(MemoryContext context)
{
	TrendCubeState *state = MemoryContextAllocZero(context, sizeof(TrendCubeState));

	trend_cube_init(&state->map, trend_cells.cell, cells_memory(context), process_hash_key(),
					cells_max(&trend_cells));
	state->cells.map = &state->map.cells;
	return &state->cells;
}

pg_noreturn static void
report_trend_cube_error(PlanError error, const TrendCubeMap *map)
{
	if (error == PLAN_TOO_LARGE)
		report_too_many_cells(&trend_cells);
	report_trend_row_error(error, map->failed_row.value, map->failed_row.weight, "plan_trend_cube");
}

static void
flush_rows(CellsState *state)
{
	TrendCubeMap *map = &((TrendCubeState *) state)->map;
	PlanError	error = trend_cube_flush(map);

	if (error != PLAN_OK)
		report_trend_cube_error(error, map);
}

static const CellsType trend_cells = {
	.name = "plan_trend_cube",
	.cell = &trend_cube_cell_type,
	.by_month = false,
	.text_size = TREND_TEXT_SIZE,
	.wire_size = TREND_WIRE_SIZE,
	.read = read_trend,
	.write = write_trend,
	.receive = receive_cell,
	.send = send_cell,
	.add_json = add_trend_json,
	.new_state = new_state,
	.flush = flush_rows
};

PLAN_CELLS(plan_trend_cube, &trend_cells)
PLAN_CELLS_SUBTRACT(plan_trend_cube, &trend_cells)

/*
 * Reading.
 */

/* (cube, node): NULL where it has no rows. */
PG_FUNCTION_INFO_V1(plan_trend_cube_at);
Datum
plan_trend_cube_at(PG_FUNCTION_ARGS)
{
	SlicedCells cells;
	const StoredCell *cell;
	int64		node;
	int32		i;
	Trend		trend;

	open_cells(&cells, &trend_cells, PG_GETARG_DATUM(0));
	if (!find_node_argument(fcinfo, 1, &cells, &node))
		PG_RETURN_NULL();
	i = first_cell_from(&cells, node, 0);
	if (i == cells.head.cells)
		PG_RETURN_NULL();
	cell = peek_at_cell(&cells, i);
	if (cell->node != node)
		PG_RETURN_NULL();
	memset(&trend, 0, sizeof(trend));
	add_peeked_cell(&cells, cell, &trend);
	PG_RETURN_POINTER(packed_trend(&trend));
}

/* The trend of a cell that nothing overflows, in its stored form. */
static void
set_to_cell(PlanTrend *state, const StoredCell *cell)
{
	PackedTrend packed;
	unsigned	unit;

	memcpy(&packed, cell + 1, sizeof(packed));
	if (trend_shorten(&state->brief, &unit, &packed))
	{
		SET_VARSIZE(state, TREND_SHORT_SIZE);
		state->format = TREND_FORMAT(TREND_LINEAR, unit);
		return;
	}
	SET_VARSIZE(state, TREND_PACKED_SIZE);
	state->format = TREND_FORMAT(TREND_LINEAR, 0);
	state->packed = packed;
}

/* Where nodes are by value, trends of a size are written over the first of them. */
static void
return_trend_row(RowSink *rows, RowTemplate *template, Datum node, const PlanTrend *state)
{
	Datum		values[2] = {node, PointerGetDatum(state)};
	bool		nulls[2] = {false, false};
	Form_pg_attribute key = TupleDescAttr(rows->desc, 0);

	if (template == NULL || !key->attbyval)
	{
		tuplestore_putvalues(rows->store, rows->desc, values, nulls);
		return;
	}
	if (template->slot == NULL)
		form_template(template, rows->desc, values, nulls);
	else
	{
		store_att_byval(template->place[0], node, key->attlen);
		memcpy(template->place[1], state, VARSIZE(state));
	}
	tuplestore_puttupleslot(rows->store, template->slot);
}

/* (cube [, key]): one row a node. */
PG_FUNCTION_INFO_V1(plan_trend_cube_rows);
Datum
plan_trend_cube_rows(PG_FUNCTION_ARGS)
{
	RowSink		rows;
	/* Of packed trends, and of short ones. */
	RowTemplate template[2] = {{NULL, {NULL}}, {NULL, {NULL}}};
	const PlanCells *cells;
	KeyDictionary keys;
	KeyType		type;

	begin_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	cells = PG_GETARG_PLAN_CELLS_P(0, &trend_cells);
	keys = cells_keys(&trend_cells, cells);
	type = returned_key_type(fcinfo, 1, rows.desc);
	check_key_type(keys.kind, &type, "nodes", "plan_trend_cube", NULL);
	expect_rows(fcinfo, &rows, cells->cells);
	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(&trend_cells, cells, i);
		Key			key = key_of_place(&keys, cell->node);
		Datum		node = key_datum(keys.kind, &key, &type);

		CHECK_FOR_INTERRUPTS();
		if (likely(cell->overflow == 0))
		{
			PlanTrend	state;

			set_to_cell(&state, cell);
			return_trend_row(&rows, &template[is_short_trend(&state)], node, &state);
		}
		else
		{
			Trend		trend;
			PlanTrend  *state;

			cells_value(&trend_cells, cells, cell, &trend);
			state = packed_trend(&trend);
			return_trend_row(&rows, NULL, node, state);
			pfree(state);
		}
		if (keys.kind > KEYS_NUMBER)
			pfree(DatumGetPointer(node));
	}
	PG_RETURN_NULL();
}

/*
 * Rows of plan_trend_cube_agg.
 */

/* Arguments of a row: state, node, at, value, weight. */
#define NODE 1
#define AT 2
#define VALUE 3
#define WEIGHT 4

/* A row that is missing its date, value or weight is skipped; without a node it is wrong. */
static pg_attribute_always_inline Datum
accumulate_row(FunctionCallInfo fcinfo, bool weighted)
{
	TrendCubeState *state = (TrendCubeState *) cells_state_argument(fcinfo, &trend_cells, NODE);
	TrendCubeRow row;
	PlanError	error;

	row.value = unchecked_argument(fcinfo, VALUE);
	row.weight = weighted ? unchecked_argument(fcinfo, WEIGHT) : 1.0;
	row.day = PG_ARGISNULL(AT) ? 0 : day_checked(PG_GETARG_DATEADT(AT));
	if (unlikely(PG_ARGISNULL(NODE)))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("node must not be null"),
				 errdetail("A row belongs to a node."),
				 errhint("Leave such rows out with FILTER or WHERE.")));
	if (weighted && row.weight < 0.0)
		report_weight_error(row.weight);
	if (unlikely(PG_ARGISNULL(AT) || isnan(row.value) || isnan(row.weight)))
		PG_RETURN_POINTER(state);
	error = trend_cube_add(&state->map, key_argument(fcinfo, NODE, &state->cells.keys), 0, &row);
	if (unlikely(error != PLAN_OK))
		report_trend_cube_error(error, &state->map);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_trend_cube_add);
Datum
plan_trend_cube_add(PG_FUNCTION_ARGS)
{
	return accumulate_row(fcinfo, false);
}

PG_FUNCTION_INFO_V1(plan_trend_cube_add_weighted);
Datum
plan_trend_cube_add_weighted(PG_FUNCTION_ARGS)
{
	return accumulate_row(fcinfo, true);
}
