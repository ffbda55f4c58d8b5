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
#include "key_json.h"

/* Cubes that come from a client, cell by cell: keys must ascend. */
typedef struct CellsReader
{
	CellsBuilder builder;
	KeyTable	keys;			/* of all nodes read, also of empty cells */
	bool		has_last;
	int64		last_node;		/* its number in the table */
	int32		last_month;
} CellsReader;

static void
begin_reading(CellsReader *reader, const CellsType *type, KeyKind kind)
{
	memset(reader, 0, sizeof(*reader));
	begin_cells(&reader->builder, type, kind, 0, 0);
	init_keys(&reader->keys, CurrentMemoryContext, kind);
}

static bool
is_key_next(CellsReader *reader, int64 node, int32 month)
{
	bool		ascends = true;

	if (reader->has_last)
	{
		Key			last = numbered_key(&reader->keys, reader->last_node);
		Key			key = numbered_key(&reader->keys, node);
		int			order = compare_keys(keys_kind(&reader->keys), &last, &key);

		ascends = order < 0 || (order == 0 && reader->last_month < month);
	}
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
		period_grain(period, &standard_rule) != GRAIN_MONTH)
		return PLAN_SYNTAX;
	*month = gregorian_month(period.first);
	return PLAN_OK;
}

/* The next cell of the reader, whose key has been found to be the next. */
static void
add_cell(CellsReader *reader, const void *value)
{
	Key			key = numbered_key(&reader->keys, reader->last_node);

	/* The kind is known once the first node has been read. */
	reader->builder.keys.type.kind = keys_kind(&reader->keys);
	append_cell(&reader->builder, &key, reader->last_month, value);
}

/*
 * One part of the text: "node month: value".  It is cut into strings; "next" is what follows it,
 * NULL behind the last.  Quoted nodes may hold semicolons and colons.
 */
static PlanError
read_cell(CellsReader *reader, char *part, char **next)
{
	const CellsType *type = reader->builder.type;
	const char *cursor = part;
	char	   *colon;
	int64		node;
	int32		month;
	CellValue	value;
	PlanError	error;

	text_skip_spaces(&cursor);
	error = read_key(&cursor, &reader->keys, &node);
	if (error == PLAN_OK)
		part += cursor - part;
	*next = strchr(part, ';');
	if (*next != NULL)
		*(*next)++ = '\0';
	if (error != PLAN_OK)
		return error;
	colon = strchr(part, ':');
	if (colon == NULL)
		return PLAN_SYNTAX;
	*colon = '\0';
	error = read_month(type, cursor, &month);
	if (error == PLAN_OK && !is_key_next(reader, node, month))
		error = PLAN_SYNTAX;
	if (error == PLAN_OK)
		error = type->read(colon + 1, &value);
	if (error == PLAN_OK)
		add_cell(reader, &value);
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
	CellsReader reader;
	char	   *copy;
	char	   *part;
	char	   *next;

	begin_reading(&reader, type, KEYS_NONE);
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

			report_text_error(error, type->name, pnstrdup(text + begin, length),
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
	KeyDictionary keys = cells_keys(type, cells);
	char	   *text = palloc(type->text_size);
	StringInfoData buf;

	initStringInfo(&buf);
	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);
		Key			key = key_of_place(&keys, cell->node);
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		cells_value(type, cells, cell, &value);
		if (i > 0)
			appendStringInfoString(&buf, "; ");
		append_key(&buf, keys.kind, &key);
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
 * On the wire: the kind of the nodes, and how many texts or uuids there are, and these; the number
 * of cells, then of each its node, as a number or a place among those, its month where there are
 * months, and what it holds.
 */

static size_t
cell_wire_size(const CellsType *type)
{
	return sizeof(int64) + (type->by_month ? sizeof(int32) : 0) + type->wire_size;
}

/* Nodes that are texts or uuids, each once; their order shows in the cells. */
static void
receive_nodes(StringInfo buf, CellsReader *reader)
{
	KeyTable   *keys = &reader->keys;
	uint32		count;

	if (!keys_are_numbered(keys))
		return;
	count = pq_getmsgint(buf, 4);
	for (uint32 i = 0; i < count; i++)
	{
		Key			key = receive_key(buf, keys_kind(keys), reader->builder.type->name);

		CHECK_FOR_INTERRUPTS();
		if (number_of_key(keys, &key) != i)
			report_binary_error(reader->builder.type->name);
	}
}

static void
send_nodes(StringInfo buf, const KeyDictionary *keys)
{
	pq_sendbyte(buf, keys->kind);
	if (keys->kind <= KEYS_NUMBER)
		return;
	pq_sendint32(buf, keys->count);
	for (int64 i = 0; i < keys->count; i++)
	{
		Key			key = stored_key(keys, i);

		CHECK_FOR_INTERRUPTS();
		send_key(buf, keys->kind, &key);
	}
}

Datum
cells_recv(FunctionCallInfo fcinfo, const CellsType *type)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CellsReader reader;
	uint32		cells;
	int			kind;

	check_binary_version(buf, CELLS_VERSION, type->name);
	kind = pq_getmsgbyte(buf);
	if (kind > KEYS_LAST)
		report_binary_error(type->name);
	begin_reading(&reader, type, kind);
	receive_nodes(buf, &reader);
	cells = pq_getmsgint(buf, 4);
	if (cells > (buf->len - buf->cursor) / cell_wire_size(type) || (kind == KEYS_NONE && cells > 0))
		report_binary_error(type->name);
	for (uint32 i = 0; i < cells; i++)
	{
		int64		node = pq_getmsgint64(buf);
		int32		month = type->by_month ? (int32) pq_getmsgint(buf, 4) : 0;
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		type->receive(buf, &value);
		if ((keys_are_numbered(&reader.keys) && (node < 0 || node >= reader.keys.count)) ||
			!is_key_next(&reader, node, month))
			report_binary_error(type->name);
		add_cell(&reader, &value);
	}
	PG_RETURN_POINTER(end_cells(&reader.builder));
}

Datum
cells_send(FunctionCallInfo fcinfo, const CellsType *type)
{
	const PlanCells *cells = PG_GETARG_PLAN_CELLS_P(0, type);
	KeyDictionary keys = cells_keys(type, cells);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, CELLS_VERSION);
	send_nodes(&buf, &keys);
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
add_cell_json(JsonWriter *writer, const CellsType *type, KeyKind kind, const Key *node,
			  const char *month, const void *value)
{
	json_add_key(writer, "node", kind, node);
	if (type->by_month)
		json_add_string(writer, "month", month, strlen(month));
	type->add_json(writer, value);
}

/* No cell takes fewer bytes than one that holds nothing. */
static Size
least_cell_json(const CellsType *type, KeyKind kind)
{
	char		no_bytes[UUID_LEN] = {0};
	Key			least = {0, no_bytes, 0};
	CellValue	empty;
	JsonWriter	writer;

	memset(&empty, 0, sizeof(empty));
	json_begin_object(&writer);
	add_cell_json(&writer, type, kind, &least, "", &empty);
	return json_size(&writer);
}

/* The cells by node and month. */
Datum
cells_to_jsonb(FunctionCallInfo fcinfo, const CellsType *type)
{
	const PlanCells *cells = PG_GETARG_PLAN_CELLS_P(0, type);
	KeyDictionary keys = cells_keys(type, cells);
	JsonArray	array;

	json_begin_array(&array, type->name, cells->cells, least_cell_json(type, keys.kind));
	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);
		Key			key = key_of_place(&keys, cell->node);
		char		month[PERIOD_TEXT_SIZE] = "";
		CellValue	value;
		JsonWriter	writer;

		cells_value(type, cells, cell, &value);
		if (type->by_month)
			period_write(month, month_period(cell->month));
		json_begin_element(&array, &writer);
		add_cell_json(&writer, type, keys.kind, &key, month, &value);
		json_end_element(&array, &writer);
	}
	PG_RETURN_DATUM(json_end_array(&array));
}
