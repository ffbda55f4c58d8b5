/*
 * cells_io.c
 *		Cubes as text, on the wire, and as jsonb.
 *
 * The text form is one part for each cell, as in
 *
 *		101 2022-03: met=2 weight_scored=2 ...; 101 2022-04: no_data=1 unscored=1 ...
 *
 * without the month where a cube has none, or "empty".  Nodes with entities are pairs as 101/5, and
 * a calendar other than the standard one stands before all cells, in brackets.
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
begin_reading(CellsReader *reader, const CellsType *type, KeyKind kind, const CalendarRule *rule)
{
	memset(reader, 0, sizeof(*reader));
	begin_cells(&reader->builder, type, kind, rule, 0, 0);
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
					   is_month_in_calendar(&reader->builder.rule, month));
}

/* A month under a rule as text: by its fiscal name where it is no month of the calendar. */
static void
write_month(char *text, const CalendarRule *rule, int32 month)
{
	Period		period = {(int32) calendar_month_start(rule, month),
	(int32) calendar_month_start(rule, month + 1)};

	if (calendar_has_gregorian_months(rule))
		period_write(text, period);
	else
		period_write_fiscal(text, period, rule);
}

/* Month of a cell, between its node and a colon; 0 where there is none. */
static PlanError
read_month(const CellsType *type, const CalendarRule *rule, const char *text, int32 *month)
{
	Period		period;
	int32		end;

	*month = 0;
	if (!type->by_month)
	{
		text_skip_spaces(&text);
		return *text == '\0' ? PLAN_OK : PLAN_SYNTAX;
	}
	if (*text != ' ')
		return PLAN_SYNTAX;
	text_skip_spaces(&text);
	if ((calendar_has_gregorian_months(rule) ? period_from_text(text, &period)
		 : period_read_fiscal(text, rule, &period)) != PLAN_OK ||
		!period_rule_months(period, rule, month, &end) || end != *month + 1)
		return PLAN_SYNTAX;
	return PLAN_OK;
}

/* The next cell of the reader, whose key has been found to be the next; false if it cannot be. */
static bool
add_cell(CellsReader *reader, const void *value)
{
	const CellsType *type = reader->builder.type;
	const CalendarRule *rule = &reader->builder.rule;
	int32		month = reader->last_month;
	Key			key = numbered_key(&reader->keys, reader->last_node);

	if (type->is_of_days != NULL &&
		!type->is_of_days(value, calendar_month_start(rule, month),
						  calendar_month_start(rule, month + 1)))
		return false;
	/* The kind is known once the first node has been read. */
	reader->builder.keys.type.kind = keys_kind(&reader->keys);
	append_cell(&reader->builder, &key, month, value);
	return true;
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
	error = type->has_entities ? read_key_pair(&cursor, &reader->keys, &node)
		: read_key(&cursor, &reader->keys, &node);
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
	error = read_month(type, &reader->builder.rule, cursor, &month);
	if (error == PLAN_OK && !is_key_next(reader, node, month))
		error = PLAN_SYNTAX;
	if (error == PLAN_OK)
		error = type->read(colon + 1, &value);
	if (error == PLAN_OK && !add_cell(reader, &value))
		error = PLAN_SYNTAX;
	return reader->builder.has_unlike ? PLAN_MIXED_KINDS : error;
}

/* A calendar in brackets, if the text begins with one; NULL where it is wrong. */
static char *
read_calendar(char *text, CalendarRule *rule)
{
	Calendar	calendar;
	CalendarSpan *spans;
	int32		failed;
	char	   *end;
	PlanError	error;

	while (*text == ' ')
		text++;
	if (*text != '[')
		return text;
	end = strchr(text, ']');
	if (end == NULL)
		return NULL;
	*end = '\0';
	spans = palloc((calendar_count_spans(text + 1) + 1) * sizeof(CalendarSpan));
	error = calendar_read(text + 1, &calendar, spans, &failed);
	pfree(spans);
	/* A cube keeps no days. */
	if (error != PLAN_OK || calendar.weekend != 0 || calendar.spans > 0)
		return NULL;
	*rule = calendar.rule;
	return end + 1;
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

	begin_reading(&reader, type, KEYS_NONE, &standard_rule);
	if (is_empty_text(text))
		PG_RETURN_POINTER(end_cells(&reader.builder));
	copy = part = pstrdup(text);
	if (type->has_calendar)
		part = read_calendar(copy, &reader.builder.rule);
	if (part == NULL)
		return input_result(fcinfo, PLAN_SYNTAX, type->name, NULL);
	reader.builder.is_soft = true;
	for (; part != NULL; part = next)
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

static void
append_calendar(StringInfo buf, const CalendarRule *rule)
{
	Calendar	calendar = {.rule = *rule};
	char	   *text = palloc(calendar_text_size(&calendar));

	calendar_write(text, &calendar);
	appendStringInfo(buf, "[%s] ", text);
	pfree(text);
}

Datum
cells_out(FunctionCallInfo fcinfo, const CellsType *type)
{
	const PlanCells *cells = PG_GETARG_PLAN_CELLS_P(0, type);
	KeyDictionary keys = cells_keys(type, cells);
	char	   *text = palloc(type->text_size);
	StringInfoData buf;

	initStringInfo(&buf);
	if (memcmp(&cells->rule, &standard_rule, sizeof(CalendarRule)) != 0)
		append_calendar(&buf, &cells->rule);
	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);
		Key			key = key_of_place(&keys, cell->node);
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		cells_value(type, cells, cell, &value);
		if (i > 0)
			appendStringInfoString(&buf, "; ");
		if (keys_are_pairs(keys.kind))
			append_key_pair(&buf, keys.kind, &key);
		else
			append_key(&buf, keys.kind, &key);
		if (type->by_month)
		{
			write_month(text, &cells->rule, cell->month);
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
 * On the wire: the calendar, as the 8 bytes of its rule, where a cube has one; the kind of the
 * nodes, and how many there are that are no numbers, and these; the number
 * of cells, then of each its node, as a number or a place among those, its month where there are
 * months, and what it holds.
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
	CellsReader reader;
	uint32		cells;
	int			kind;
	CalendarRule rule = standard_rule;

	check_binary_version(buf, CELLS_VERSION, type->name);
	if (type->has_calendar)
		pq_copymsgbytes(buf, (char *) &rule, sizeof(rule));
	kind = pq_getmsgbyte(buf);
	if (!calendar_rule_is_valid(&rule) ||
		(kind > KEYS_LAST && !(type->has_entities && key_kind_is_pair(kind))))
		report_binary_error(type->name);
	begin_reading(&reader, type, kind, &rule);
	receive_numbered_keys(buf, &reader.keys, type->name);
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
			!is_key_next(&reader, node, month) || !add_cell(&reader, &value))
			report_binary_error(type->name);
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
	if (type->has_calendar)
		pq_sendbytes(&buf, (const char *) &cells->rule, sizeof(cells->rule));
	send_key_dictionary(&buf, &keys);
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
	if (keys_are_pairs(kind))
		json_add_key_pair(writer, kind, node);
	else
		json_add_key(writer, "node", kind, node);
	if (type->by_month)
		json_add_string(writer, "month", month, strlen(month));
	type->add_json(writer, value);
}

static uint32
least_pair_length(KeyKind kind)
{
	if (!keys_are_pairs(kind))
		return 0;
	return kind_of_nodes(kind) == KEYS_TEXT ? 1
		: kind_of_nodes(kind) == KEYS_UUID ? UUID_LEN : sizeof(int64);
}

/* No cell takes fewer bytes than one that holds nothing. */
static Size
least_cell_json(const CellsType *type, KeyKind kind)
{
	/* The least pair is of an empty text or of the number 0, whose sign bit is turned over. */
	char		no_bytes[UUID_LEN + 1] = {kind_of_nodes(kind) == KEYS_NUMBER ? (char) 0x80 : 0};
	Key			least = {0, no_bytes, least_pair_length(kind)};
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
			write_month(month, &cells->rule, cell->month);
		json_begin_element(&array, &writer);
		add_cell_json(&writer, type, keys.kind, &key, month, &value);
		json_end_element(&array, &writer);
	}
	PG_RETURN_DATUM(json_end_array(&array));
}
