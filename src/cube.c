/*
 * cube.c
 *		plan_cube: scorecards by node and month in one value.
 *
 * Its text form is one part for each cell, as in
 *
 *		101 2022-03: met=2 weight_scored=2 ...; 101 2022-04: no_data=1 unscored=1 ...
 *
 * or "empty".
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "cube.h"
#include "json.h"

void
report_too_many_cells(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("plan_cube has too many cells"),
			 errdetail("A cube holds one cell for each node and month, at most %zu of them.",
					   (size_t) CUBE_MAX_CELLS),
			 errhint("Make several cubes, each of fewer nodes or months.")));
}

/* A cube keeps months, and cannot tell a part of one. */
void
check_whole_months(Period period)
{
	char		text[PERIOD_TEXT_SIZE];

	if (period_has_whole_months(period))
		return;
	period_write(text, period);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("a plan_cube keeps months, of which %s is not made", text),
			 errhint("Use a period that begins and ends with a month.")));
}

static size_t
cube_size(int64 cells, int64 rests)
{
	return sizeof(PlanCube) + cells * sizeof(PlanCubeCell) + rests * sizeof(Scorecard);
}

/* A cube whose cells are still to be set. */
PlanCube *
new_plan_cube(int64 cells, int64 rests)
{
	size_t		size = cube_size(cells, rests);
	PlanCube   *cube;

	if (cells > CUBE_MAX_CELLS || !AllocSizeIsValid(size))
		report_too_many_cells();
	cube = palloc(size);
	SET_VARSIZE(cube, size);
	cube->format = CUBE_VERSION;
	cube->cells = cells;
	cube->rests = rests;
	return cube;
}

const PlanCube *
plan_cube_from_datum(Datum datum)
{
	const PlanCube *cube = (const PlanCube *) PG_DETOAST_DATUM(datum);

	if (VARSIZE(cube) < sizeof(PlanCube) || cube->format != CUBE_VERSION)
		report_format_version("plan_cube", VARSIZE(cube) < sizeof(PlanCube) ? 0 : cube->format);
	if (cube->cells < 0 || cube->rests < 0 || VARSIZE(cube) != cube_size(cube->cells, cube->rests))
		report_binary_error("plan_cube");
	return cube;
}

Scorecard
cube_cell_card(const PlanCube *cube, const PlanCubeCell *cell)
{
	Scorecard	card;

	if (cell->rest > 0 && cell->rest <= cube->rests)
		card = cube_rests(cube)[cell->rest - 1];
	else
		memset(&card, 0, sizeof(card));
	if (scorecard_unpack(&card, &cell->packed) != PLAN_OK)
		report_overflow("plan_cube");
	return card;
}

/*
 * Set a cell of a new cube.  Until all are set, "rests" counts those in use: there must be
 * room for as many as it will take.
 */
void
cube_set_cell(PlanCube *cube, PlanCubeCell *cell, int64 node, int32 month, const Scorecard *card)
{
	cell->node = node;
	cell->month = month;
	cell->rest = 0;
	if (!scorecard_pack(&cell->packed, card))
	{
		memset(&cell->packed, 0, sizeof(cell->packed));
		cube_rests(cube)[cube->rests++] = *card;
		cell->rest = cube->rests;
	}
}

static int
compare_keys(int64 node, int32 month, int64 other_node, int32 other_month)
{
	if (node != other_node)
		return node < other_node ? -1 : 1;
	return (month > other_month) - (month < other_month);
}

/* The first cell at or behind a key: the number of cells where there is none. */
int32
cube_first_cell_from(const PlanCube *cube, int64 node, int32 month)
{
	int32		low = 0,
				high = cube->cells;

	while (low < high)
	{
		int32		middle = low + (high - low) / 2;

		if (compare_keys(cube->cell[middle].node, cube->cell[middle].month, node, month) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Cubes that come from a client, cell by cell: keys must ascend.
 */
typedef struct CubeReader
{
	PlanCube   *cube;			/* with room for all cells */
	int32		cells;			/* those that are set */
} CubeReader;

static void
begin_cube(CubeReader *reader, int64 cells)
{
	reader->cube = new_plan_cube(cells, 0);
	reader->cells = 0;
}

static bool
is_key_next(const CubeReader *reader, int64 node, int32 month)
{
	const PlanCubeCell *next = &reader->cube->cell[reader->cells];

	return reader->cells < reader->cube->cells &&
		month >= CUBE_FIRST_MONTH && month <= CUBE_LAST_MONTH &&
		(reader->cells == 0 || compare_keys(next[-1].node, next[-1].month, node, month) < 0);
}

static void
add_cell(CubeReader *reader, int64 node, int32 month, const Scorecard *card)
{
	PackedScorecard unused;

	/* Few cells have a rest, if any: room is made for one at a time. */
	if (!scorecard_pack(&unused, card))
	{
		size_t		size = cube_size(reader->cube->cells, (int64) reader->cube->rests + 1);

		if (!AllocSizeIsValid(size))
			report_too_many_cells();
		reader->cube = repalloc(reader->cube, size);
		SET_VARSIZE(reader->cube, size);
	}
	cube_set_cell(reader->cube, &reader->cube->cell[reader->cells], node, month, card);
	reader->cells++;
}

/* The shortest part of a text that can be read, with its separator. */
#define MIN_PART_LENGTH strlen("0 2000-1:empty;")

/* One part of the text: "node month: scorecard".  It is cut into strings. */
static PlanError
read_cell(CubeReader *reader, char *part)
{
	const char *cursor = part;
	char	   *colon = strchr(part, ':');
	int64_t		node;
	Period		period;
	int32		month;
	Scorecard	card;
	PlanError	error;

	if (colon == NULL)
		return PLAN_SYNTAX;
	*colon = '\0';
	text_skip_spaces(&cursor);
	if ((error = text_read_int64(&cursor, &node)) != PLAN_OK)
		return error;
	if (*cursor != ' ' || period_from_text(cursor, &period) != PLAN_OK ||
		period_grain(period, 1) != GRAIN_MONTH)
		return PLAN_SYNTAX;
	month = calendar_month(period.first);
	if (!is_key_next(reader, node, month))
		return PLAN_SYNTAX;
	if ((error = scorecard_read(colon + 1, &card)) != PLAN_OK)
		return error;
	add_cell(reader, node, month, &card);
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

PG_FUNCTION_INFO_V1(plan_cube_in);
Datum
plan_cube_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	CubeReader	reader;
	char	   *part;
	char	   *next;

	if (is_empty_text(text))
		PG_RETURN_POINTER(new_plan_cube(0, 0));
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
			report_text_error(error, "plan_cube", shown, fcinfo->context);
			PG_RETURN_NULL();
		}
		pfree(shown);
	}
	PG_RETURN_POINTER(reader.cube);
}

PG_FUNCTION_INFO_V1(plan_cube_out);
Datum
plan_cube_out(PG_FUNCTION_ARGS)
{
	const PlanCube *cube = PG_GETARG_PLAN_CUBE_P(0);
	StringInfoData buf;
	char		month[PERIOD_TEXT_SIZE];
	char		text[SCORECARD_TEXT_SIZE];

	initStringInfo(&buf);
	for (int32 i = 0; i < cube->cells; i++)
	{
		Scorecard	card = cube_cell_card(cube, &cube->cell[i]);

		CHECK_FOR_INTERRUPTS();
		period_write(month, month_period(cube->cell[i].month));
		scorecard_write(text, &card);
		appendStringInfo(&buf, "%s" INT64_FORMAT " %s: %s", i > 0 ? "; " : "",
						 cube->cell[i].node, month, text);
	}
	if (cube->cells == 0)
		appendStringInfoString(&buf, "empty");
	PG_RETURN_CSTRING(buf.data);
}

/* On the wire: the number of cells, then node, month and scorecard of each. */
#define CELL_WIRE_SIZE (sizeof(int64) + sizeof(int32) + sizeof(Scorecard))

PG_FUNCTION_INFO_V1(plan_cube_recv);
Datum
plan_cube_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CubeReader	reader;
	uint32		cells;

	check_binary_version(buf, CUBE_VERSION, "plan_cube");
	cells = pq_getmsgint(buf, 4);
	if (cells > (buf->len - buf->cursor) / CELL_WIRE_SIZE)
		report_binary_error("plan_cube");
	begin_cube(&reader, cells);
	for (uint32 i = 0; i < cells; i++)
	{
		int64		node = pq_getmsgint64(buf);
		int32		month = (int32) pq_getmsgint(buf, 4);
		Scorecard	card = receive_scorecard(buf);

		if (!is_key_next(&reader, node, month))
			report_binary_error("plan_cube");
		add_cell(&reader, node, month, &card);
	}
	PG_RETURN_POINTER(reader.cube);
}

PG_FUNCTION_INFO_V1(plan_cube_send);
Datum
plan_cube_send(PG_FUNCTION_ARGS)
{
	const PlanCube *cube = PG_GETARG_PLAN_CUBE_P(0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, CUBE_VERSION);
	pq_sendint32(&buf, cube->cells);
	for (int32 i = 0; i < cube->cells; i++)
	{
		Scorecard	card = cube_cell_card(cube, &cube->cell[i]);

		CHECK_FOR_INTERRUPTS();
		pq_sendint64(&buf, cube->cell[i].node);
		pq_sendint32(&buf, cube->cell[i].month);
		send_scorecard(&buf, &card);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* By the first cell that differs, then by the number of cells. */
static int
compare_cells(const PlanCube *a, const PlanCube *b)
{
	for (int32 i = 0; i < a->cells && i < b->cells; i++)
	{
		const PlanCubeCell *x = &a->cell[i];
		const PlanCubeCell *y = &b->cell[i];
		int			order = compare_keys(x->node, x->month, y->node, y->month);

		CHECK_FOR_INTERRUPTS();
		if (order == 0)
		{
			Scorecard	card = cube_cell_card(a, x);
			Scorecard	other = cube_cell_card(b, y);

			order = scorecard_compare(&card, &other);
		}
		if (order != 0)
			return order;
	}
	return (a->cells > b->cells) - (a->cells < b->cells);
}

static int
compare_cubes(FunctionCallInfo fcinfo)
{
	const PlanCube *a = PG_GETARG_PLAN_CUBE_P(0);
	const PlanCube *b = PG_GETARG_PLAN_CUBE_P(1);
	int			order = compare_cells(a, b);

	free_argument_copy(fcinfo, 0, a);
	free_argument_copy(fcinfo, 1, b);
	return order;
}

static uint64
hash_cube(FunctionCallInfo fcinfo, uint64 seed)
{
	const PlanCube *cube = PG_GETARG_PLAN_CUBE_P(0);
	uint64		hash = hash_bytes_uint32_extended(cube->cells, seed);

	for (int32 i = 0; i < cube->cells; i++)
	{
		Scorecard	card = cube_cell_card(cube, &cube->cell[i]);
		int64		key[2] = {cube->cell[i].node, cube->cell[i].month};

		CHECK_FOR_INTERRUPTS();
		hash = hash_combine64(hash, hash_bytes_extended((unsigned char *) key, sizeof(key), seed));
		hash = hash_combine64(hash, hash_bytes_extended((unsigned char *) &card, sizeof(card), seed));
	}
	free_argument_copy(fcinfo, 0, cube);
	return hash;
}

PLAN_COMPARISONS(plan_cube, compare_cubes)
PLAN_HASHES(plan_cube, hash_cube)

PG_FUNCTION_INFO_V1(plan_cube_cells);
Datum
plan_cube_cells(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_PLAN_CUBE_P(0)->cells);
}

/* (cube, node, period): one node over the months of a period; NULL where there is no cell. */
PG_FUNCTION_INFO_V1(plan_cube_at);
Datum
plan_cube_at(PG_FUNCTION_ARGS)
{
	const PlanCube *cube = PG_GETARG_PLAN_CUBE_P(0);
	int64		node = PG_GETARG_INT64(1);
	Period		period = PG_GETARG_PLAN_PERIOD(2);
	int32		end = calendar_month(period.end);
	bool		found = false;
	Scorecard	sum;

	check_whole_months(period);
	memset(&sum, 0, sizeof(sum));
	for (int32 i = cube_first_cell_from(cube, node, calendar_month(period.first));
		 i < cube->cells && cube->cell[i].node == node && cube->cell[i].month < end; i++)
	{
		Scorecard	card = cube_cell_card(cube, &cube->cell[i]);

		CHECK_FOR_INTERRUPTS();
		if (scorecard_add(&sum, &card) != PLAN_OK)
			report_overflow("plan_cube");
		found = true;
	}
	if (!found)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(packed_scorecard(&sum, NULL));
}

/* The object of a cell. */
static void
add_cell_json(JsonWriter *writer, int64 node, const char *month, const Scorecard *card)
{
	json_add_integer(writer, "node", node);
	json_add_string(writer, "month", month, strlen(month));
	json_key(writer, "scorecard");
	json_begin_object(writer);
	json_add_scorecard(writer, card);
	json_end_object(writer);
}

/* No cell takes fewer bytes than one that is empty. */
static Size
least_cell_json(void)
{
	Scorecard	empty;
	JsonWriter	writer = {NULL};

	memset(&empty, 0, sizeof(empty));
	json_begin_object(&writer);
	add_cell_json(&writer, 0, "", &empty);
	json_end_object(&writer);
	return json_size(&writer);
}

/* The cells by node and month. */
PG_FUNCTION_INFO_V1(plan_cube_to_jsonb);
Datum
plan_cube_to_jsonb(PG_FUNCTION_ARGS)
{
	const PlanCube *cube = PG_GETARG_PLAN_CUBE_P(0);
	JsonArray	array;

	json_begin_array(&array, "plan_cube", cube->cells, least_cell_json());
	for (int32 i = 0; i < cube->cells; i++)
	{
		const PlanCubeCell *cell = &cube->cell[i];
		Scorecard	card = cube_cell_card(cube, cell);
		char		month[PERIOD_TEXT_SIZE];
		JsonWriter	writer;

		period_write(month, month_period(cell->month));
		json_begin_element(&array, &writer);
		add_cell_json(&writer, cell->node, month, &card);
		json_end_element(&array, &writer);
	}
	PG_RETURN_DATUM(json_end_array(&array));
}
