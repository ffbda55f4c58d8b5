/*
 * cells_io.c
 *		Cubes as text, on the wire, and as jsonb.
 *
 * The text form is one part for each cell, as in
 *
 *		101 2022-03: met=2 weight_scored=2 ...; 101 2022-04: no_data=1 unscored=1 ...
 *
 * without the month where a cube has none, or "empty".
 */
#include "postgres.h"

#include "libpq/pqformat.h"
#include "miscadmin.h"

#include "cells.h"
#include "core/text.h"

/* Cubes that come from a client, cell by cell: keys must ascend. */
typedef struct CellsReader
{
	CellsBuilder builder;
	bool		has_last;
	int64		last_node;
	int32		last_month;
} CellsReader;

static bool
is_key_next(CellsReader *reader, int64 node, int32 month)
{
	bool		ascends = !reader->has_last ||
		compare_cell_keys(reader->last_node, reader->last_month, node, month) < 0;

	reader->has_last = true;
	reader->last_node = node;
	reader->last_month = month;
	return ascends && (!reader->builder.type->by_month ||
					   (month >= CELLS_FIRST_MONTH && month <= CELLS_LAST_MONTH));
}

/* Month of a cell, between its node and a colon; 0 where there is none. */
static PlanError
read_month(const CellsType *type, const char *text, int32 *month)
{
	Period		period;

	*month = 0;
	if (!type->by_month)
	{
		text_skip_spaces(&text);
		return *text == '\0' ? PLAN_OK : PLAN_SYNTAX;
	}
	if (*text != ' ' || period_from_text(text, &period) != PLAN_OK ||
		period_grain(period, 1) != GRAIN_MONTH)
		return PLAN_SYNTAX;
	*month = calendar_month(period.first);
	return PLAN_OK;
}

/*
 * One part of the text: "node month: value".  It is cut into strings; "next" is what follows it,
 * NULL behind the last.
 */
static PlanError
read_cell(CellsReader *reader, char *part, char **next)
{
	const CellsType *type = reader->builder.type;
	const char *cursor = part;
	char	   *colon;
	int64_t		node;
	int32		month;
	CellValue	value;
	PlanError	error;

	*next = strchr(part, ';');
	if (*next != NULL)
		*(*next)++ = '\0';
	text_skip_spaces(&cursor);
	if ((error = text_read_int64(&cursor, &node)) != PLAN_OK)
		return error;
	colon = strchr(cursor, ':');
	if (colon == NULL)
		return PLAN_SYNTAX;
	*colon = '\0';
	error = read_month(type, cursor, &month);
	if (error == PLAN_OK && !is_key_next(reader, node, month))
		error = PLAN_SYNTAX;
	if (error == PLAN_OK)
		error = type->read(colon + 1, &value);
	if (error == PLAN_OK)
		append_cell(&reader->builder, node, month, &value);
	return error;
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

Datum
cells_in(FunctionCallInfo fcinfo, const CellsType *type)
{
	const char *text = PG_GETARG_CSTRING(0);
	CellsReader reader = {0};
	char	   *copy;
	char	   *part;
	char	   *next;

	begin_cells(&reader.builder, type, 0);
	if (is_empty_text(text))
		PG_RETURN_POINTER(end_cells(&reader.builder));
	copy = pstrdup(text);
	for (part = copy; part != NULL; part = next)
	{
		PlanError	error;

		CHECK_FOR_INTERRUPTS();
		error = read_cell(&reader, part, &next);
		if (error != PLAN_OK)
		{
			size_t		begin = part - copy;
			size_t		length = next != NULL ? next - part - 1 : strlen(text + begin);

			report_text_error(error, type->piece.name, pnstrdup(text + begin, length),
							  fcinfo->context);
			PG_RETURN_NULL();
		}
	}
	pfree(copy);
	PG_RETURN_POINTER(end_cells(&reader.builder));
}

Datum
cells_out(FunctionCallInfo fcinfo, const CellsType *type)
{
	const PlanCells *cells = PG_GETARG_PLAN_CELLS_P(0, type);
	char	   *text = palloc(type->text_size);
	StringInfoData buf;

	initStringInfo(&buf);
	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		cells_value(type, cells, cell, &value);
		appendStringInfo(&buf, "%s" INT64_FORMAT, i > 0 ? "; " : "", cell->node);
		if (type->by_month)
		{
			period_write(text, month_period(cell->month));
			appendStringInfo(&buf, " %s", text);
		}
		type->write(text, &value);
		appendStringInfo(&buf, ": %s", text);
	}
	if (cells->cells == 0)
		appendStringInfoString(&buf, "empty");
	PG_RETURN_CSTRING(buf.data);
}

/*
 * On the wire: the number of cells, then of each its node, its month where there are months, and
 * what it holds.
 */

static size_t
cell_wire_size(const CellsType *type)
{
	return sizeof(int64) + (type->by_month ? sizeof(int32) : 0) + type->wire_size;
}

Datum
cells_recv(FunctionCallInfo fcinfo, const CellsType *type)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CellsReader reader = {0};
	uint32		cells;

	check_binary_version(buf, CELLS_VERSION, type->piece.name);
	cells = pq_getmsgint(buf, 4);
	if (cells > (buf->len - buf->cursor) / cell_wire_size(type))
		report_binary_error(type->piece.name);
	begin_cells(&reader.builder, type, 0);
	for (uint32 i = 0; i < cells; i++)
	{
		int64		node = pq_getmsgint64(buf);
		int32		month = type->by_month ? (int32) pq_getmsgint(buf, 4) : 0;
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		type->receive(buf, &value);
		if (!is_key_next(&reader, node, month))
			report_binary_error(type->piece.name);
		append_cell(&reader.builder, node, month, &value);
	}
	PG_RETURN_POINTER(end_cells(&reader.builder));
}

Datum
cells_send(FunctionCallInfo fcinfo, const CellsType *type)
{
	const PlanCells *cells = PG_GETARG_PLAN_CELLS_P(0, type);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, CELLS_VERSION);
	pq_sendint32(&buf, cells->cells);
	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		cells_value(type, cells, cell, &value);
		pq_sendint64(&buf, cell->node);
		if (type->by_month)
			pq_sendint32(&buf, cell->month);
		type->send(&buf, &value);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* The object of a cell. */
static void
add_cell_json(JsonWriter *writer, const CellsType *type, int64 node, const char *month,
			  const void *value)
{
	json_add_integer(writer, "node", node);
	if (type->by_month)
		json_add_string(writer, "month", month, strlen(month));
	json_key(writer, type->json_key);
	json_begin_object(writer);
	type->add_json(writer, value);
	json_end_object(writer);
}

/* No cell takes fewer bytes than one that holds nothing. */
static Size
least_cell_json(const CellsType *type)
{
	CellValue	empty;
	JsonWriter	writer = {NULL};

	memset(&empty, 0, sizeof(empty));
	json_begin_object(&writer);
	add_cell_json(&writer, type, 0, "", &empty);
	json_end_object(&writer);
	return json_size(&writer);
}

/* The cells by node and month. */
Datum
cells_to_jsonb(FunctionCallInfo fcinfo, const CellsType *type)
{
	const PlanCells *cells = PG_GETARG_PLAN_CELLS_P(0, type);
	JsonArray	array;

	json_begin_array(&array, type->piece.name, cells->cells, least_cell_json(type));
	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);
		char		month[PERIOD_TEXT_SIZE] = "";
		CellValue	value;
		JsonWriter	writer;

		cells_value(type, cells, cell, &value);
		if (type->by_month)
			period_write(month, month_period(cell->month));
		json_begin_element(&array, &writer);
		add_cell_json(&writer, type, cell->node, month, &value);
		json_end_element(&array, &writer);
	}
	PG_RETURN_DATUM(json_end_array(&array));
}
