/*
 * trend_cube.c
 *		plan_trend_cube: trends by node in one value, and the aggregates that build it.
 *
 * Its text form is one part for each node, as in
 *
 *		101: n=3 w=3 wx=...; 102: n=1 w=1 ...
 *
 * or "empty".  The state of the aggregates grows with the data, so it is internal: a map in
 * the memory of the aggregate.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "funcapi.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "aggstate.h"
#include "argument.h"
#include "core/trend_cube.h"
#include "hashkey.h"
#include "period.h"
#include "trend.h"

#define TREND_CUBE_VERSION 1

typedef struct PlanTrendCell
{
	int64		node;
	int64		rest;			/* 0, or which of the rests the packed part adds to, from 1 */
	PackedTrend packed;
} PlanTrendCell;

/* plan_trend_cube: its cells by node, each node once; behind them the rests. */
typedef struct PlanTrendCube
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* TREND_CUBE_VERSION */
	int32		cells;
	int32		rests;
	PlanTrendCell cell[FLEXIBLE_ARRAY_MEMBER];
} PlanTrendCube;

/* More cells than this are more than one value may hold. */
#define MAX_CELLS ((MaxAllocSize - sizeof(PlanTrendCube)) / sizeof(PlanTrendCell))

#define PG_GETARG_TREND_CUBE_P(n) trend_cube_from_datum(PG_GETARG_DATUM(n))

pg_noreturn static void
report_too_many_nodes(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("plan_trend_cube has too many nodes"),
			 errdetail("A cube holds one trend for each node, at most %zu of them.", (size_t) MAX_CELLS),
			 errhint("Make several cubes, each of fewer nodes.")));
}

static size_t
cube_size(int64 cells, int64 rests)
{
	return sizeof(PlanTrendCube) + cells * sizeof(PlanTrendCell) + rests * sizeof(Trend);
}

static Trend *
cube_rests(const PlanTrendCube *cube)
{
	return (Trend *) (cube->cell + cube->cells);
}

/* A cube whose cells are still to be set. */
static PlanTrendCube *
new_trend_cube(int64 cells, int64 rests)
{
	size_t		size = cube_size(cells, rests);
	PlanTrendCube *cube;

	if (cells > MAX_CELLS || !AllocSizeIsValid(size))
		report_too_many_nodes();
	cube = palloc(size);
	SET_VARSIZE(cube, size);
	cube->format = TREND_CUBE_VERSION;
	cube->cells = cells;
	cube->rests = rests;
	return cube;
}

static const PlanTrendCube *
trend_cube_from_datum(Datum datum)
{
	const PlanTrendCube *cube = (const PlanTrendCube *) PG_DETOAST_DATUM(datum);

	if (VARSIZE(cube) < sizeof(PlanTrendCube) || cube->format != TREND_CUBE_VERSION)
		report_format_version("plan_trend_cube", VARSIZE(cube) < sizeof(PlanTrendCube) ? 0 : cube->format);
	if (cube->cells < 0 || cube->rests < 0 || VARSIZE(cube) != cube_size(cube->cells, cube->rests))
		report_binary_error("plan_trend_cube");
	return cube;
}

static Trend
cell_trend(const PlanTrendCube *cube, const PlanTrendCell *cell)
{
	Trend		trend;

	if (cell->rest > 0 && cell->rest <= cube->rests)
		trend = cube_rests(cube)[cell->rest - 1];
	else
		memset(&trend, 0, sizeof(trend));
	if (trend.kind != TREND_LINEAR || trend_unpack(&trend, &cell->packed) != PLAN_OK)
		report_overflow("plan_trend_cube");
	return trend;
}

/*
 * Set a cell of a new cube.  Until all are set, "rests" counts those in use: there must be
 * room for as many as it will take.
 */
static void
set_cell(PlanTrendCube *cube, PlanTrendCell *cell, int64 node, const Trend *trend)
{
	cell->node = node;
	cell->rest = 0;
	if (!trend_pack(&cell->packed, trend))
	{
		memset(&cell->packed, 0, sizeof(cell->packed));
		cube_rests(cube)[cube->rests++] = *trend;
		cell->rest = cube->rests;
	}
}

/*
 * Cubes that come from a client, cell by cell: nodes must ascend.
 */
typedef struct CubeReader
{
	PlanTrendCube *cube;		/* with room for all cells */
	int32		cells;			/* those that are set */
} CubeReader;

static void
begin_cube(CubeReader *reader, int64 cells)
{
	reader->cube = new_trend_cube(cells, 0);
	reader->cells = 0;
}

static bool
is_node_next(const CubeReader *reader, int64 node)
{
	return reader->cells < reader->cube->cells &&
		(reader->cells == 0 || reader->cube->cell[reader->cells - 1].node < node);
}

static void
add_cell(CubeReader *reader, int64 node, const Trend *trend)
{
	PackedTrend unused;

	/* Few cells have a rest, if any: room is made for one at a time. */
	if (!trend_pack(&unused, trend))
	{
		size_t		size = cube_size(reader->cube->cells, (int64) reader->cube->rests + 1);

		if (!AllocSizeIsValid(size))
			report_too_many_nodes();
		reader->cube = repalloc(reader->cube, size);
		SET_VARSIZE(reader->cube, size);
	}
	set_cell(reader->cube, &reader->cube->cell[reader->cells], node, trend);
	reader->cells++;
}

/* The shortest part of a text that can be read, with its separator. */
#define MIN_PART_LENGTH strlen("0:n=1;")

/* One part of the text: "node: trend".  It is cut into strings. */
static PlanError
read_cell(CubeReader *reader, char *part)
{
	const char *cursor = part;
	char	   *colon = strchr(part, ':');
	int64_t		node;
	Trend		trend;
	PlanError	error;

	if (colon == NULL)
		return PLAN_SYNTAX;
	*colon = '\0';
	text_skip_spaces(&cursor);
	if ((error = text_read_int64(&cursor, &node)) != PLAN_OK)
		return error;
	text_skip_spaces(&cursor);
	if (*cursor != '\0' || !is_node_next(reader, node))
		return PLAN_SYNTAX;
	if ((error = trend_read(colon + 1, &trend)) != PLAN_OK)
		return error;
	if (trend.kind != TREND_LINEAR)
		return PLAN_SYNTAX;
	add_cell(reader, node, &trend);
	return PLAN_OK;
}

static int64
count_char(const char *text, char c)
{
	int64		count = 0;

	for (; *text != '\0'; text++)
		count += *text == c;
	return count;
}

static bool
is_empty_text(const char *text)
{
	text_skip_spaces(&text);
	if (!text_skip_word(&text, "empty"))
		return false;
	text_skip_spaces(&text);
	return *text == '\0';
}

PG_FUNCTION_INFO_V1(plan_trend_cube_in);
Datum
plan_trend_cube_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	CubeReader	reader;
	char	   *part;
	char	   *next;

	if (is_empty_text(text))
		PG_RETURN_POINTER(new_trend_cube(0, 0));
	part = pstrdup(text);
	/* Of more parts than that, one is too short to be read. */
	begin_cube(&reader, Min(count_char(text, ';'), strlen(text) / MIN_PART_LENGTH) + 1);
	for (; part != NULL; part = next)
	{
		char	   *shown;
		PlanError	error;

		CHECK_FOR_INTERRUPTS();
		next = strchr(part, ';');
		if (next != NULL)
			*next++ = '\0';
		shown = shown_text(part, strlen(part));
		error = read_cell(&reader, part);
		if (error != PLAN_OK)
		{
			report_text_error(error, "plan_trend_cube", shown, fcinfo->context);
			PG_RETURN_NULL();
		}
		pfree(shown);
	}
	PG_RETURN_POINTER(reader.cube);
}

PG_FUNCTION_INFO_V1(plan_trend_cube_out);
Datum
plan_trend_cube_out(PG_FUNCTION_ARGS)
{
	const PlanTrendCube *cube = PG_GETARG_TREND_CUBE_P(0);
	StringInfoData buf;
	char		text[TREND_TEXT_SIZE];

	initStringInfo(&buf);
	for (int32 i = 0; i < cube->cells; i++)
	{
		Trend		trend = cell_trend(cube, &cube->cell[i]);

		CHECK_FOR_INTERRUPTS();
		trend_write(text, &trend);
		appendStringInfo(&buf, "%s" INT64_FORMAT ": %s", i > 0 ? "; " : "", cube->cell[i].node, text);
	}
	if (cube->cells == 0)
		appendStringInfoString(&buf, "empty");
	PG_RETURN_CSTRING(buf.data);
}

/* On the wire: the number of cells, then node and trend of each. */
#define CELL_WIRE_SIZE (sizeof(int64) + TREND_WIRE_SIZE)

PG_FUNCTION_INFO_V1(plan_trend_cube_recv);
Datum
plan_trend_cube_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CubeReader	reader;
	uint32		cells;

	check_binary_version(buf, TREND_CUBE_VERSION, "plan_trend_cube");
	cells = pq_getmsgint(buf, 4);
	if (cells > (buf->len - buf->cursor) / CELL_WIRE_SIZE)
		report_binary_error("plan_trend_cube");
	begin_cube(&reader, cells);
	for (uint32 i = 0; i < cells; i++)
	{
		int64		node = pq_getmsgint64(buf);
		Trend		trend = receive_trend(buf, "plan_trend_cube");

		CHECK_FOR_INTERRUPTS();
		if (!is_node_next(&reader, node) || trend.kind != TREND_LINEAR)
			report_binary_error("plan_trend_cube");
		add_cell(&reader, node, &trend);
	}
	PG_RETURN_POINTER(reader.cube);
}

PG_FUNCTION_INFO_V1(plan_trend_cube_send);
Datum
plan_trend_cube_send(PG_FUNCTION_ARGS)
{
	const PlanTrendCube *cube = PG_GETARG_TREND_CUBE_P(0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, TREND_CUBE_VERSION);
	pq_sendint32(&buf, cube->cells);
	for (int32 i = 0; i < cube->cells; i++)
	{
		Trend		trend = cell_trend(cube, &cube->cell[i]);

		CHECK_FOR_INTERRUPTS();
		pq_sendint64(&buf, cube->cell[i].node);
		send_trend(&buf, &trend);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* By the first cell that differs, then by the number of cells. */
static int
compare_cells(const PlanTrendCube *a, const PlanTrendCube *b)
{
	for (int32 i = 0; i < a->cells && i < b->cells; i++)
	{
		Trend		trend,
					other;
		int			order;

		CHECK_FOR_INTERRUPTS();
		if (a->cell[i].node != b->cell[i].node)
			return a->cell[i].node < b->cell[i].node ? -1 : 1;
		trend = cell_trend(a, &a->cell[i]);
		other = cell_trend(b, &b->cell[i]);
		order = trend_compare(&trend, &other);
		if (order != 0)
			return order;
	}
	return (a->cells > b->cells) - (a->cells < b->cells);
}

static int
compare_trend_cubes(FunctionCallInfo fcinfo)
{
	const PlanTrendCube *a = PG_GETARG_TREND_CUBE_P(0);
	const PlanTrendCube *b = PG_GETARG_TREND_CUBE_P(1);
	int			order = compare_cells(a, b);

	free_argument_copy(fcinfo, 0, a);
	free_argument_copy(fcinfo, 1, b);
	return order;
}

static uint64
hash_trend_cube(FunctionCallInfo fcinfo, uint64 seed)
{
	const PlanTrendCube *cube = PG_GETARG_TREND_CUBE_P(0);
	uint64		hash = hash_bytes_uint32_extended(cube->cells, seed);

	for (int32 i = 0; i < cube->cells; i++)
	{
		Trend		trend = cell_trend(cube, &cube->cell[i]);
		int64		node = cube->cell[i].node;

		CHECK_FOR_INTERRUPTS();
		hash = hash_combine64(hash, hash_bytes_extended((unsigned char *) &node, sizeof(node), seed));
		hash = hash_combine64(hash, hash_bytes_extended((unsigned char *) &trend, sizeof(trend), seed));
	}
	free_argument_copy(fcinfo, 0, cube);
	return hash;
}

PLAN_COMPARISONS(plan_trend_cube, compare_trend_cubes)
PLAN_HASHES(plan_trend_cube, hash_trend_cube)

PG_FUNCTION_INFO_V1(plan_trend_cube_nodes);
Datum
plan_trend_cube_nodes(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_TREND_CUBE_P(0)->cells);
}

/* (cube, node): NULL where it has no rows. */
PG_FUNCTION_INFO_V1(plan_trend_cube_at);
Datum
plan_trend_cube_at(PG_FUNCTION_ARGS)
{
	const PlanTrendCube *cube = PG_GETARG_TREND_CUBE_P(0);
	int64		node = PG_GETARG_INT64(1);
	int32		low = 0,
				high = cube->cells;
	Trend		trend;

	while (low < high)
	{
		int32		middle = low + (high - low) / 2;

		if (cube->cell[middle].node < node)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == cube->cells || cube->cell[low].node != node)
		PG_RETURN_NULL();
	trend = cell_trend(cube, &cube->cell[low]);
	PG_RETURN_POINTER(packed_trend(&trend, NULL));
}

/* (cube): one row a node. */
PG_FUNCTION_INFO_V1(plan_trend_cube_rows);
Datum
plan_trend_cube_rows(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const PlanTrendCube *cube;

	InitMaterializedSRF(fcinfo, 0);
	cube = PG_GETARG_TREND_CUBE_P(0);
	for (int32 i = 0; i < cube->cells; i++)
	{
		Trend		trend = cell_trend(cube, &cube->cell[i]);
		PlanTrend  *state = packed_trend(&trend, NULL);
		Datum		values[2] = {Int64GetDatum(cube->cell[i].node), PointerGetDatum(state)};
		bool		nulls[2] = {false, false};

		CHECK_FOR_INTERRUPTS();
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		pfree(state);
	}
	PG_RETURN_NULL();
}

/* The object of a node. */
static void
add_cell_json(JsonWriter *writer, int64 node, const Trend *trend)
{
	json_add_integer(writer, "node", node);
	json_key(writer, "trend");
	json_begin_object(writer);
	json_add_trend(writer, trend);
	json_end_object(writer);
}

/* No node takes fewer bytes than one whose trend is empty. */
static Size
least_cell_json(void)
{
	Trend		empty;
	JsonWriter	writer = {NULL};

	memset(&empty, 0, sizeof(empty));
	json_begin_object(&writer);
	add_cell_json(&writer, 0, &empty);
	json_end_object(&writer);
	return json_size(&writer);
}

/* The nodes by number. */
PG_FUNCTION_INFO_V1(plan_trend_cube_to_jsonb);
Datum
plan_trend_cube_to_jsonb(PG_FUNCTION_ARGS)
{
	const PlanTrendCube *cube = PG_GETARG_TREND_CUBE_P(0);
	JsonArray	array;

	json_begin_array(&array, "plan_trend_cube", cube->cells, least_cell_json());
	for (int32 i = 0; i < cube->cells; i++)
	{
		Trend		trend = cell_trend(cube, &cube->cell[i]);
		JsonWriter	writer;

		json_begin_element(&array, &writer);
		add_cell_json(&writer, cube->cell[i].node, &trend);
		json_end_element(&array, &writer);
	}
	PG_RETURN_DATUM(json_end_array(&array));
}

/*
 * Aggregates.
 */

/* Arguments of a row: state, node, at, value, weight. */
#define NODE 1
#define AT 2
#define VALUE 3
#define WEIGHT 4

typedef struct CubeState
{
	TrendCubeMap cube;
	const PlanTrendCube *received;	/* from a worker: then there is no map */
} CubeState;

static pg_noinline CubeState *
first_state(FunctionCallInfo fcinfo)
{
	MemoryContext context = aggregate_context(fcinfo);
	CubeState  *state = MemoryContextAllocZero(context, sizeof(CubeState));

	trend_cube_init(&state->cube,
					(CubeMemory) {allocate_aligned, release_aligned, context, check_for_interrupts},
					process_hash_key(), MAX_CELLS);
	return state;
}

static inline CubeState *
state_argument(FunctionCallInfo fcinfo)
{
	return PG_ARGISNULL(0) ? first_state(fcinfo) : (CubeState *) PG_GETARG_POINTER(0);
}

pg_noreturn static void
report_cube_error(PlanError error, const TrendCubeMap *cube)
{
	if (error == PLAN_TOO_LARGE)
		report_too_many_nodes();
	report_trend_row_error(error, cube->culprit.value, cube->culprit.weight, "plan_trend_cube");
}

/* A row that is missing its date, value or weight tells nothing; without a node it is wrong. */
static pg_attribute_always_inline Datum
accumulate_row(FunctionCallInfo fcinfo, bool weighted)
{
	CubeState  *state = state_argument(fcinfo);
	double		value = unchecked_argument(fcinfo, VALUE);
	double		weight = weighted ? unchecked_argument(fcinfo, WEIGHT) : 1.0;
	int32		day = PG_ARGISNULL(AT) ? 0 : day_checked(PG_GETARG_DATEADT(AT));
	PlanError	error;

	if (unlikely(PG_ARGISNULL(NODE)))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("node must not be null"),
				 errdetail("A row belongs to a node."),
				 errhint("Leave such rows out with FILTER or WHERE.")));
	if (weighted && weight < 0.0)
		report_weight_error(weight);
	if (unlikely(PG_ARGISNULL(AT) || isnan(value) || isnan(weight)))
		PG_RETURN_POINTER(state);
	error = trend_cube_add(&state->cube, PG_GETARG_INT64(NODE), day, value, weight);
	if (unlikely(error != PLAN_OK))
		report_cube_error(error, &state->cube);
	PG_RETURN_POINTER(state);
}

#define PLAN_TRANSITION(suffix, weighted) \
PG_FUNCTION_INFO_V1(plan_trend_cube_add_##suffix); \
Datum \
plan_trend_cube_add_##suffix(PG_FUNCTION_ARGS) \
{ \
	return accumulate_row(fcinfo, weighted); \
}

PLAN_TRANSITION(float8, false)
PLAN_TRANSITION(float8_weighted, true)

/* Bring the map up to date with all rows. */
static void
flush_rows(CubeState *state)
{
	PlanError	error = trend_cube_flush(&state->cube);

	if (error != PLAN_OK)
		report_cube_error(error, &state->cube);
}

static void
merge_trend(CubeState *state, int64 node, const Trend *trend)
{
	PlanError	error = trend_cube_merge(&state->cube, node, trend);

	if (error == PLAN_TOO_LARGE)
		report_too_many_nodes();
	if (error != PLAN_OK)
		report_overflow("plan_trend_cube");
}

static void
merge_cube(CubeState *state, const PlanTrendCube *cube)
{
	flush_rows(state);
	for (int32 i = 0; i < cube->cells; i++)
	{
		Trend		trend = cell_trend(cube, &cube->cell[i]);

		CHECK_FOR_INTERRUPTS();
		merge_trend(state, cube->cell[i].node, &trend);
	}
}

/* (state, cube): the transition of plan_rollup. */
PG_FUNCTION_INFO_V1(plan_trend_cube_add_cube);
Datum
plan_trend_cube_add_cube(PG_FUNCTION_ARGS)
{
	CubeState  *state;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	state = state_argument(fcinfo);
	merge_cube(state, PG_GETARG_TREND_CUBE_P(1));
	PG_RETURN_POINTER(state);
}

/* The trend of a cell, which is out of range where its parts together are. */
static Trend
map_cell_trend(const CubeCell *cell)
{
	Trend		trend;

	if (trend_cube_cell_unpack(cell, &trend) != PLAN_OK)
		report_overflow("plan_trend_cube");
	return trend;
}

/* The cells of a map as a cube. */
static PlanTrendCube *
cube_from_map(CubeState *state)
{
	CubeMap    *map = &state->cube.map;
	CubeSlot   *slots;
	PlanTrendCube *cube;
	int32		rests = 0;

	flush_rows(state);
	slots = cube_sorted_slots(map, check_for_interrupts);
	for (uint32 i = 0; i < map->cells; i++)
	{
		CHECK_FOR_INTERRUPTS();
		rests += cube_numbered_cell(map, i)->trend_rest != NULL;
	}
	cube = new_trend_cube(map->cells, rests);
	cube->rests = 0;
	for (uint32 i = 0; i < map->cells; i++)
	{
		const CubeCell *cell = cube_numbered_cell(map, slots[i].cell - 1);

		CHECK_FOR_INTERRUPTS();
		if (i + CUBE_PREFETCH_DISTANCE < map->cells)
			cube_prefetch_cell(cube_numbered_cell(map, slots[i + CUBE_PREFETCH_DISTANCE].cell - 1));
		if (cell->trend_rest == NULL)
			cube->cell[i] = (PlanTrendCell) {slots[i].node, 0, cell->trend};
		else
		{
			Trend		trend = map_cell_trend(cell);

			set_cell(cube, &cube->cell[i], slots[i].node, &trend);
		}
	}
	/* Some cells had a rest and need it no longer. */
	SET_VARSIZE(cube, VARSIZE(cube) - (rests - cube->rests) * sizeof(Trend));
	release_aligned(NULL, slots);
	return cube;
}

PG_FUNCTION_INFO_V1(plan_trend_cube_final);
Datum
plan_trend_cube_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(cube_from_map((CubeState *) PG_GETARG_POINTER(0)));
}

/* What a worker sends is the cube itself, as bytes. */
PG_FUNCTION_INFO_V1(plan_trend_cube_serialize);
Datum
plan_trend_cube_serialize(PG_FUNCTION_ARGS)
{
	PG_RETURN_BYTEA_P(cube_from_map((CubeState *) PG_GETARG_POINTER(0)));
}

/* Copied, since bytes in a tuple need not be aligned. */
PG_FUNCTION_INFO_V1(plan_trend_cube_deserialize);
Datum
plan_trend_cube_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_P(0);
	CubeState  *state = palloc0(sizeof(CubeState));
	void	   *copy = palloc(VARSIZE(bytes));

	memcpy(copy, bytes, VARSIZE(bytes));
	state->received = trend_cube_from_datum(PointerGetDatum(copy));
	PG_RETURN_POINTER(state);
}

static void
merge_map(CubeState *state, CubeState *other)
{
	flush_rows(state);
	flush_rows(other);
	for (size_t i = 0; i < (size_t) 1 << other->cube.map.slot_bits; i++)
	{
		const CubeSlot *slot = &other->cube.map.slots[i];
		Trend		trend;

		CHECK_FOR_INTERRUPTS();
		if (slot->cell == 0)
			continue;
		trend = map_cell_trend(cube_numbered_cell(&other->cube.map, slot->cell - 1));
		merge_trend(state, slot->node, &trend);
	}
}

/* Not strict: the state of another node lives elsewhere, and must be copied. */
PG_FUNCTION_INFO_V1(plan_trend_cube_combine);
Datum
plan_trend_cube_combine(PG_FUNCTION_ARGS)
{
	CubeState  *state;
	CubeState  *other;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	state = state_argument(fcinfo);
	other = (CubeState *) PG_GETARG_POINTER(1);
	if (other->received != NULL)
		merge_cube(state, other->received);
	else
		merge_map(state, other);
	PG_RETURN_POINTER(state);
}
