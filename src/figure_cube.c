/*
 * figure_cube.c
 *		plan_figure_cube: figures by series and month in one value, and the aggregates that build
 *		it.
 *
 * A series is a node, or a node and an entity.  Months are those of a calendar, whose rule the cube
 * keeps.  The state of plan_figure_cube_agg grows with the data, so it is internal: a map in the
 * memory of the aggregate.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "aggstate.h"
#include "argument.h"
#include "calendar.h"
#include "core/figure_cube.h"
#include "figure_cube.h"
#include "hashkey.h"
#include "wire.h"

/*
 * The type.
 */

static PlanError
read_cell(const char *text, void *figure)
{
	return figure_read(text, figure);
}

static size_t
write_cell(char *out, const void *figure)
{
	return figure_write(out, figure);
}

/* The kind, the rule across, whether it is ambiguous, two days, the count, the value, the sum. */
#define FIGURE_WIRE_SIZE (3 + 2 * sizeof(int32) + sizeof(int64) + sizeof(float8) + WIRE_SUM_SIZE)

static void
send_cell(StringInfo buf, const void *cell)
{
	const Figure *figure = cell;
	bool		has_sum = figure_kind_has_sum(figure->kind);
	FixedSum	no_sum = {{0}};

	pq_sendbyte(buf, figure->kind.kind);
	pq_sendbyte(buf, figure->kind.across);
	pq_sendbyte(buf, figure->is_ambiguous);
	pq_sendint32(buf, figure->last_day);
	pq_sendint32(buf, has_sum ? 0 : figure->is.one.day);
	pq_sendint64(buf, figure->count);
	pq_sendfloat8(buf, has_sum ? 0.0 : figure->is.one.value);
	send_sum(buf, has_sum ? &figure->is.sum : &no_sum);
}

static void
receive_cell(StringInfo buf, void *cell)
{
	Figure	   *figure = cell;
	int32		day;
	double		value;
	FixedSum	sum;
	bool		is_valid;

	memset(figure, 0, sizeof(*figure));
	figure->kind.kind = pq_getmsgbyte(buf);
	figure->kind.across = pq_getmsgbyte(buf);
	figure->is_ambiguous = pq_getmsgbyte(buf);
	figure->last_day = (int32) pq_getmsgint(buf, sizeof(int32));
	day = (int32) pq_getmsgint(buf, sizeof(int32));
	figure->count = pq_getmsgint64(buf);
	value = pq_getmsgfloat8(buf);
	receive_sum(buf, &sum);
	if (figure_kind_has_sum(figure->kind))
	{
		figure->is.sum = sum;
		is_valid = day == 0 && value == 0.0;
	}
	else
	{
		figure->is.one.value = value;
		figure->is.one.day = day;
		is_valid = fixedsum_is_zero(&sum);
	}
	if (!is_valid || !figure_is_valid(figure))
		report_binary_error("plan_figure_cube");
}

static void
add_cell_json(JsonWriter *writer, const void *cell)
{
	const Figure *figure = cell;
	bool		has_kind = figure->kind.kind != 0;
	const char *kind = has_kind ? period_value_kind_name(figure_value_kind(figure->kind)) : "";
	const char *across = has_kind ? figure_across_name(figure->kind) : "";
	double		value = 0.0;
	bool		exists = figure_value(figure, &value) == PLAN_OK;

	json_add_string(writer, "kind", kind, strlen(kind));
	json_add_string(writer, "across", across, strlen(across));
	json_add_integer(writer, "count", figure->count);
	json_add_optional(writer, "figure", exists, value);
	if (figure->is_ambiguous)
		json_add_true(writer, "ambiguous");
}

static bool
is_valid_cell(const void *cell)
{
	return figure_is_valid(cell);
}

static bool
is_of_days(const void *cell, int32 first, int32 end)
{
	const Figure *figure = cell;

	return figure->count == 0 ||
		(figure->last_day >= first && figure->last_day < end &&
		 figure_deciding_day(figure) >= first);
}

static bool
are_alike(const void *cell, const void *other)
{
	return figure_kinds_are_equal(((const Figure *) cell)->kind, ((const Figure *) other)->kind);
}

pg_noreturn static void
report_unlike_kinds(const char *node, FigureKind kind, FigureKind other)
{
	char		text[FIGURE_KIND_SIZE];
	char		other_text[FIGURE_KIND_SIZE];
	bool		swapped = kind.kind > other.kind ||
		(kind.kind == other.kind && kind.across > other.across);

	figure_kind_write(text, swapped ? other : kind);
	figure_kind_write(other_text, swapped ? kind : other);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("node %s has values of the kinds \"%s\" and \"%s\"", node, text, other_text),
			 errhint("Give all values of a node the same kind.")));
}

static void
report_unlike(const char *node, const void *cell, const void *other)
{
	report_unlike_kinds(node, ((const Figure *) cell)->kind, ((const Figure *) other)->kind);
}

pg_noreturn void
report_ambiguous_figure(const char *node, const Figure *figure)
{
	char		day[PERIOD_TEXT_SIZE];
	int32		deciding = figure_deciding_day(figure);

	period_write(day, (Period) {deciding, deciding + 1});
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("node %s has more than one value of kind \"%s\" on %s", node,
					period_value_kind_name(figure_value_kind(figure->kind)), day),
			 errdetail("Only one of them could be the figure of the period."),
			 errhint("Give plan_figure_cube_agg the entity that each value is of, or add up the "
					 "values of each day first.")));
}

typedef struct FigureCubeState
{
	CellsState	cells;
	FigureCubeMap map;
	KeyType		node_type;
	KeyType		entity_type;	/* where there are entities */
	bool		has_entities;
	StringInfoData pair;
	FigureKind	kind;			/* of the row before, and how it was written */
	int			kind_length;
	char		kind_text[2 * FIGURE_KIND_SIZE];
} FigureCubeState;

static CellsState *
new_state(MemoryContext context)
{
	FigureCubeState *state = MemoryContextAllocZero(context, sizeof(FigureCubeState));

	figure_cube_init(&state->map, &figure_cell_type, cells_memory(context), process_hash_key(),
					 cells_max(&figure_cells));
	state->cells.map = &state->map.cells;
	return &state->cells;
}

pg_noreturn static void
report_row(PlanError error, const FigureCubeState *state)
{
	const FigureCubeMap *map = &state->map;

	if (error == PLAN_TOO_LARGE)
		report_too_many_cells(&figure_cells);
	if (error == PLAN_MIXED_KINDS)
	{
		const KeyTable *keys = &state->cells.keys;
		Key			key = numbered_key(keys, map->failed_node);
		FigureCell *cell = cellmap_cell((CellMap *) &map->cells, map->failed_node,
										map->failed_month);

		report_unlike_kinds(shown_node(keys_kind(keys), &key), cell->figure.kind,
							map->failed_row.kind);
	}
	if (isinf(map->failed_row.value))
		report_figure_error("value", map->failed_row.value);
	report_overflow("plan_figure_cube");
}

static void
flush_rows(CellsState *cells)
{
	FigureCubeState *state = (FigureCubeState *) cells;
	PlanError	error = figure_cube_flush(&state->map);

	if (error != PLAN_OK)
		report_row(error, state);
}

const CellsType figure_cells = {
	.name = "plan_figure_cube",
	.cell = &figure_cell_type,
	.by_month = true,
	.has_calendar = true,
	.has_entities = true,
	.text_size = FIGURE_TEXT_SIZE,
	.wire_size = FIGURE_WIRE_SIZE,
	.read = read_cell,
	.write = write_cell,
	.receive = receive_cell,
	.send = send_cell,
	.add_json = add_cell_json,
	.is_valid = is_valid_cell,
	.is_of_days = is_of_days,
	.are_alike = are_alike,
	.report_unlike = report_unlike,
	.new_state = new_state,
	.flush = flush_rows
};

PLAN_CELLS(plan_figure_cube, &figure_cells)

/*
 * Reading.
 */

/* The cells of a node in a cube that is read in parts: of all its entities. */
typedef struct NodeCells
{
	SlicedCells cube;
	Key			node;
	StringInfoData bytes;		/* with which all its pairs begin */
	int64		first;			/* the first place of these, or its number */
	int64		count;			/* of places from there */
} NodeCells;

/* The first place of a pair that does not stand before some bytes, or before all that begin so. */
static int64
place_of_bytes(const KeyDictionary *keys, const StringInfoData *bytes, bool behind)
{
	int64		low = 0,
				high = keys->count;

	while (low < high)
	{
		int64		middle = low + (high - low) / 2;
		Key			key = fetch_stored_key(keys, middle);
		int			order = memcmp(key.bytes, bytes->data, Min(key.length, (uint32) bytes->len));

		if (order == 0 && key.length < (uint32) bytes->len)
			order = -1;
		if (order < 0 || (order == 0 && behind))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Find the node that an argument is; false if there is none. */
static bool
find_node_cells(FunctionCallInfo fcinfo, int n, NodeCells *cells)
{
	KeyDictionary *keys = &cells->cube.keys;
	KeyType		sought = key_argument_type(fcinfo, n, "nodes");

	cells->node = key_from_datum(&sought, PG_GETARG_DATUM(n));
	check_sought_key(kind_of_nodes(keys->kind), &sought, "nodes", "plan_figure_cube");
	if (!keys_are_pairs(keys->kind))
	{
		cells->first = keys->kind == KEYS_NUMBER ? cells->node.number
			: keys->kind == KEYS_NONE ? -1 : find_stored_key(keys, &cells->node);
		cells->count = 1;
		return keys->kind == KEYS_NUMBER || cells->first >= 0;
	}
	initStringInfo(&cells->bytes);
	append_node_bytes(&cells->bytes, kind_of_nodes(keys->kind), &cells->node);
	cells->first = place_of_bytes(keys, &cells->bytes, false);
	cells->count = place_of_bytes(keys, &cells->bytes, true) - cells->first;
	return cells->count > 0;
}

/* The figure of one series in a span of months; its kind tells whether there were cells. */
static Figure
figure_of_series(SlicedCells *cube, int64 series, int32 first, int32 end)
{
	Figure		sum;

	memset(&sum, 0, sizeof(sum));
	for (int32 i = first_cell_from(cube, series, first); i < cube->head.cells; i++)
	{
		const StoredCell *cell = peek_at_cell(cube, i);

		CHECK_FOR_INTERRUPTS();
		if (cell->node != series || cell->month >= end)
			break;
		if (!figure_is_valid(cell_figure(cell)))
			report_binary_error("plan_figure_cube");
		add_peeked_cell(cube, cell, &sum);
	}
	return sum;
}

/*
 * (cube, node, period): the figure of a node over the months of a period, of all its entities;
 * NULL where there is none.
 */
PG_FUNCTION_INFO_V1(plan_figure_at);
Datum
plan_figure_at(PG_FUNCTION_ARGS)
{
	NodeCells	cells;
	FigureParts parts;
	AcrossRule	rule = ACROSS_NONE;
	int32		first,
				end;
	double		value;
	PlanError	error;

	open_cells(&cells.cube, &figure_cells, PG_GETARG_DATUM(0));
	months_of_period(&cells.cube.head.rule, PG_GETARG_PLAN_PERIOD(2), &first, &end);
	if (!find_node_cells(fcinfo, 1, &cells))
		PG_RETURN_NULL();
	memset(&parts, 0, sizeof(parts));
	for (int64 i = 0; i < cells.count; i++)
	{
		Figure		figure = figure_of_series(&cells.cube, cells.first + i, first, end);

		error = figure_value(&figure, &value);
		CHECK_FOR_INTERRUPTS();
		if (error == PLAN_AMBIGUOUS)
			report_ambiguous_figure(shown_key(kind_of_nodes(cells.cube.keys.kind), &cells.node),
									&figure);
		if (error != PLAN_OK)
			continue;
		rule = (AcrossRule) figure.kind.across;
		figure_parts_add(&parts, rule, value, 1.0);
	}
	error = figure_parts_value(&parts, rule, &value);
	if (error == PLAN_OUT_OF_RANGE)
		report_overflow("plan_figure_cube");
	if (error != PLAN_OK)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(value);
}

/*
 * Rows of plan_figure_cube_agg.
 */

/* Arguments of a row: state, node, at, kind, value, entity, calendar. */
#define NODE 1
#define AT 2
#define KIND 3
#define VALUE 4
#define ENTITY 5
#define CALENDAR 6

pg_noreturn static void
report_missing(FunctionCallInfo fcinfo)
{
	ereport(ERROR,
			(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
			 errmsg("%s must not be null", PG_ARGISNULL(NODE) ? "node"
					: PG_ARGISNULL(AT) ? "date" : PG_ARGISNULL(KIND) ? "kind" : "calendar"),
			 errdetail("A row belongs to a node and a month, and its value is of a kind."),
			 errhint("Leave such rows out with FILTER or WHERE.")));
}

/* An entity that is NULL without a type is of none. */
static void
begin_entities(FunctionCallInfo fcinfo, FigureCubeState *state)
{
	KeyTable   *keys = &state->cells.keys;
	bool		has_type = get_fn_expr_argtype(fcinfo->flinfo, ENTITY) != UNKNOWNOID;

	state->has_entities = true;
	if (has_type || !PG_ARGISNULL(ENTITY))
		state->entity_type = key_argument_type(fcinfo, ENTITY, "entities");
	keys->type.kind = kind_of_pairs(state->node_type.kind, state->entity_type.kind);
	initStringInfo(&state->pair);
}

static pg_noinline FigureCubeState *
first_state(FunctionCallInfo fcinfo)
{
	FigureCubeState *state = (FigureCubeState *) first_cells_state(fcinfo, &figure_cells, NODE);
	MemoryContext old = MemoryContextSwitchTo(aggregate_context(fcinfo));

	state->node_type = state->cells.keys.type;
	if (PG_NARGS() > ENTITY)
		begin_entities(fcinfo, state);
	if (PG_NARGS() > CALENDAR)
		state->cells.rule = *calendar_rule_argument(fcinfo, CALENDAR);
	MemoryContextSwitchTo(old);
	return state;
}

static pg_noinline void
report_unlike_calendars(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("a plan_figure_cube has one calendar"),
			 errhint("Group by the calendar.")));
}

/* The kind, which is most often written like that of the row before. */
static inline FigureKind
kind_argument(FunctionCallInfo fcinfo, FigureCubeState *state)
{
	struct varlena *written = (struct varlena *) PG_DETOAST_DATUM_PACKED(PG_GETARG_DATUM(KIND));
	int			length = VARSIZE_ANY_EXHDR(written);

	if (likely(length == state->kind_length && length > 0 &&
			   memcmp(VARDATA_ANY(written), state->kind_text, length) == 0))
		return state->kind;
	if (figure_kind_read(VARDATA_ANY(written), length, &state->kind) != PLAN_OK)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid kind of value: \"%s\"", shown_text(VARDATA_ANY(written), length)),
				 errhint("%s Behind it \"across\" and sum, mean, max, min or none says how several "
						 "are put together.",
						 value_kind_words.hint)));
	state->kind_length = 0;
	if (length <= sizeof(state->kind_text))
	{
		memcpy(state->kind_text, VARDATA_ANY(written), length);
		state->kind_length = length;
	}
	return state->kind;
}

/* The number of the pair of node and entity. */
static pg_noinline int64
pair_argument(FunctionCallInfo fcinfo, FigureCubeState *state)
{
	StringInfo	pair = &state->pair;
	Key			key = key_from_datum(&state->node_type, PG_GETARG_DATUM(NODE));

	resetStringInfo(pair);
	append_node_bytes(pair, state->node_type.kind, &key);
	if (!PG_ARGISNULL(ENTITY))
	{
		key = key_from_datum(&state->entity_type, PG_GETARG_DATUM(ENTITY));
		append_entity_bytes(pair, state->entity_type.kind, &key);
	}
	return number_of_bytes(&state->cells.keys, pair->data, pair->len);
}

/* The month of a day, in which the calendar must have all days. */
static inline int32
month_of_day(const CalendarRule *rule, int32 day)
{
	int32		month = calendar_month(rule, day);

	if (unlikely(day < GREGORIAN_FIRST_DAY + 400 || day >= GREGORIAN_END_DAY - 400) &&
		!is_month_in_calendar(rule, month))
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
				 errmsg("date out of range for plan_figure_cube")));
	return month;
}

/* A row without a value makes a cell that has no figure. */
PG_FUNCTION_INFO_V1(plan_figure_cube_add);
Datum
plan_figure_cube_add(PG_FUNCTION_ARGS)
{
	FigureCubeState *state;
	CellsState *cells;
	DatedValue	value;
	int64		series;
	PlanError	error;

	if (unlikely(PG_ARGISNULL(NODE) || PG_ARGISNULL(AT) || PG_ARGISNULL(KIND) ||
				 (PG_NARGS() > CALENDAR && PG_ARGISNULL(CALENDAR))))
		report_missing(fcinfo);
	state = likely(!PG_ARGISNULL(0)) ? (FigureCubeState *) PG_GETARG_POINTER(0)
		: first_state(fcinfo);
	cells = &state->cells;
	if (PG_NARGS() > CALENDAR &&
		memcmp(calendar_rule_argument(fcinfo, CALENDAR), &cells->rule, sizeof(CalendarRule)) != 0)
		report_unlike_calendars();
	value.day = day_checked(PG_GETARG_DATEADT(AT));
	value.kind = kind_argument(fcinfo, state);
	value.value = unchecked_argument(fcinfo, VALUE);
	series = state->has_entities ? pair_argument(fcinfo, state)
		: key_argument(fcinfo, NODE, &cells->keys);
	error = figure_cube_add(&state->map, series, month_of_day(&cells->rule, value.day), &value);
	if (unlikely(error != PLAN_OK))
		report_row(error, state);
	PG_RETURN_POINTER(state);
}
