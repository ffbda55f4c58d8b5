/*
 * ranking.c
 *		plan_ranking and plan_named_ranking: who stood where in each period.
 *
 * The text form has those of each period from the best down, as in
 *
 *		2015: 17 > 42 = 43; 2016: 42 > 17
 *		2015: "Hà Nội" > "Thái Nguyên" = "Đà Nẵng"
 *
 * the second with names; or "empty".  Who is ahead of whom, and who is level, is all
 * that a ranking knows.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

#include "core/text.h"
#include "json.h"
#include "period.h"
#include "ranking.h"

const char *
ranking_type_name(bool named)
{
	return named ? "plan_named_ranking" : "plan_ranking";
}

const PlanRanking *
plan_ranking_from_datum(Datum datum)
{
	const PlanRanking *ranking = (const PlanRanking *) PG_DETOAST_DATUM(datum);

	check_ranking_head(ranking, VARSIZE(ranking));
	return ranking;
}

/* See that a ranking is what it should be, as far as its size tells. */
void
check_ranking_head(const PlanRanking *head, size_t size)
{
	size_t		fixed;

	if (size < sizeof(PlanRanking) || head->format != RANKING_VERSION)
		report_format_version("plan_ranking", size < sizeof(PlanRanking) ? 0 : head->format);
	if (head->periods < 0 || head->entities < 0 || head->cells < 0 ||
		head->periods > size || head->entities > size || head->cells > size)
		report_binary_error(ranking_type_name(head->named));
	fixed = ranking_names_offset(head);
	if (head->named ? size < fixed : size != fixed)
		report_binary_error(ranking_type_name(head->named));
}

/*
 * Periods from the best down.
 */

/* Where the places of each period begin, and of a further one. */
int64 *
first_places(const PlanRanking *ranking)
{
	int64	   *first = allocate_huge((Size) (ranking->periods + 1) * sizeof(int64));

	first[0] = 0;
	for (int32 p = 0; p < ranking->periods; p++)
		first[p + 1] = first[p] + ranking_periods(ranking)[p].field;
	return first;
}

/* Entities by period and rank; ties by the order of entities. */
RankOrder
ranking_order(const PlanRanking *ranking)
{
	const uint32 *starts = ranking_starts(ranking);
	const RankCell *cells = ranking_cells(ranking);
	RankOrder	order;

	order.first = first_places(ranking);
	order.entity = allocate_huge(ranking->cells * sizeof(int64) + 1);
	order.level = MemoryContextAllocExtended(CurrentMemoryContext,
											 ranking->cells * sizeof(int32) + 1,
											 MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	for (int64 entity = 0; entity < ranking->entities; entity++)
	{
		CHECK_FOR_INTERRUPTS();
		for (uint32 i = starts[entity]; i < starts[entity + 1]; i++)
		{
			int64		place = order.first[cells[i].period] + cells[i].rank - 1;

			order.entity[place + order.level[place]++] = entity;
		}
	}
	return order;
}

/*
 * Text.
 */

static void
append_entity(StringInfo buf, const PlanRanking *ranking, int64 entity)
{
	const int64 *keys = ranking_keys(ranking);

	if (!ranking->named)
	{
		appendStringInfo(buf, INT64_FORMAT, keys[entity]);
		return;
	}
	appendStringInfoChar(buf, '"');
	for (int64 i = keys[entity]; i < keys[entity + 1]; i++)
	{
		char		c = ranking_names(ranking)[i];

		if (c == '"')
			appendStringInfoChar(buf, '"');
		appendStringInfoChar(buf, c);
	}
	appendStringInfoChar(buf, '"');
}

PG_FUNCTION_INFO_V1(plan_ranking_out);
Datum
plan_ranking_out(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	RankOrder	order = ranking_order(ranking);
	StringInfoData buf;
	char		text[PERIOD_TEXT_SIZE];

	initStringInfo(&buf);
	for (int32 p = 0; p < ranking->periods; p++)
	{
		period_write(text, period_unpack(ranking_periods(ranking)[p].period));
		appendStringInfo(&buf, "%s%s: ", p > 0 ? "; " : "", text);
		for (int64 i = order.first[p]; i < order.first[p + 1]; i++)
		{
			CHECK_FOR_INTERRUPTS();
			if (i > order.first[p])
				appendStringInfoString(&buf, order.level[i] == 0 ? " = " : " > ");
			append_entity(&buf, ranking, order.entity[i]);
		}
	}
	if (ranking->periods == 0)
		appendStringInfoString(&buf, "empty");
	PG_RETURN_CSTRING(buf.data);
}

/* A name between quotes, which stand doubled within it. */
static PlanError
read_name(const char **cursor, RankingState *state, StringInfo name, int64_t *entity)
{
	resetStringInfo(name);
	if (!text_skip_word(cursor, "\""))
		return PLAN_SYNTAX;
	for (;; (*cursor)++)
	{
		if (**cursor == '\0')
			return PLAN_SYNTAX;
		if (**cursor == '"' && *++(*cursor) != '"')
			break;
		appendStringInfoChar(name, **cursor);
	}
	*entity = ranking_state_name(state, name->data, name->len);
	return PLAN_OK;
}

/* Those of one period: from the best down, each ahead of the next or level with it. */
static PlanError
read_places(const char **cursor, RankingState *state, int64 key, StringInfo name)
{
	int64		place = 0;

	for (;;)
	{
		int64_t		entity;
		PlanError	error;

		CHECK_FOR_INTERRUPTS();
		text_skip_spaces(cursor);
		error = state->named ? read_name(cursor, state, name, &entity)
			: text_read_int64(cursor, &entity);
		if (error != PLAN_OK)
			return error;
		ranking_state_add(state, key, entity, -(double) place);
		text_skip_spaces(cursor);
		if (text_skip_word(cursor, ">"))
			place++;
		else if (!text_skip_word(cursor, "="))
			return PLAN_OK;
	}
}

/* A period and a colon. */
static PlanError
read_period(const char **cursor, int64 *key)
{
	const char *colon = strchr(*cursor, ':');
	char		text[2 * PERIOD_TEXT_SIZE];
	Period		period;
	PlanError	error;

	if (colon == NULL || colon - *cursor >= sizeof(text))
		return PLAN_SYNTAX;
	memcpy(text, *cursor, colon - *cursor);
	text[colon - *cursor] = '\0';
	if ((error = period_from_text(text, &period)) != PLAN_OK)
		return error;
	*key = period_pack(period);
	*cursor = colon + 1;
	return PLAN_OK;
}

static PlanError
read_ranking(const char *cursor, RankingState *state)
{
	StringInfoData name;
	int64		key;
	PlanError	error;

	text_skip_spaces(&cursor);
	if (text_skip_word(&cursor, "empty"))
	{
		text_skip_spaces(&cursor);
		return *cursor == '\0' ? PLAN_OK : PLAN_SYNTAX;
	}
	initStringInfo(&name);
	do
	{
		if ((error = read_period(&cursor, &key)) != PLAN_OK)
			return error;
		if (*ranking_state_period_slot(state, key) != 0)
			return PLAN_SYNTAX;
		if ((error = read_places(&cursor, state, key, &name)) != PLAN_OK)
			return error;
	} while (text_skip_word(&cursor, ";"));
	return *cursor == '\0' ? PLAN_OK : PLAN_SYNTAX;
}

static Datum
ranking_in(FunctionCallInfo fcinfo, bool named)
{
	const char *text = PG_GETARG_CSTRING(0);
	RankingState *state = new_ranking_state(CurrentMemoryContext, named);
	PlanError	error = read_ranking(text, state);
	PlanRanking *ranking;

	if (error != PLAN_OK)
	{
		report_text_error(error, ranking_type_name(named), text, fcinfo->context);
		PG_RETURN_NULL();
	}
	ranking = ranking_from_state(state, fcinfo->context);
	if (ranking == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(ranking);
}

PG_FUNCTION_INFO_V1(plan_ranking_in);
Datum
plan_ranking_in(PG_FUNCTION_ARGS)
{
	return ranking_in(fcinfo, false);
}

PG_FUNCTION_INFO_V1(plan_named_ranking_in);
Datum
plan_named_ranking_in(PG_FUNCTION_ARGS)
{
	return ranking_in(fcinfo, true);
}

/*
 * On the wire: how many periods and entities there are, the entities, and for each period
 * how many places, and for each place who has it and whether it is level with the one before.
 */

static void
send_entities(StringInfo buf, const PlanRanking *ranking)
{
	const int64 *keys = ranking_keys(ranking);

	for (int64 i = 0; i < ranking->entities; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (!ranking->named)
			pq_sendint64(buf, keys[i]);
		else
			pq_sendcountedtext(buf, ranking_names(ranking) + keys[i],
							   keys[i + 1] - keys[i] COUNT_EXCLUDES_ITSELF);
	}
}

PG_FUNCTION_INFO_V1(plan_ranking_send);
Datum
plan_ranking_send(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	RankOrder	order = ranking_order(ranking);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, RANKING_VERSION);
	pq_sendint32(&buf, ranking->periods);
	pq_sendint64(&buf, ranking->entities);
	send_entities(&buf, ranking);
	for (int32 p = 0; p < ranking->periods; p++)
	{
		pq_sendint64(&buf, ranking_periods(ranking)[p].period);
		pq_sendint32(&buf, ranking_periods(ranking)[p].field);
		for (int64 i = order.first[p]; i < order.first[p + 1]; i++)
		{
			CHECK_FOR_INTERRUPTS();
			pq_sendint32(&buf, order.entity[i]);
			pq_sendbyte(&buf, order.level[i] == 0);
		}
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

#define PLACE_WIRE_SIZE (sizeof(int32) + 1)

/* The entities that a client names: ids, or texts with their lengths. */
typedef struct ReceivedEntities
{
	int64		count;
	int64	   *id;
	PlanName   *name;
} ReceivedEntities;

static void
receive_entities(StringInfo buf, bool named, ReceivedEntities *entities)
{
	entities->count = pq_getmsgint64(buf);
	if (entities->count < 0 || entities->count > (buf->len - buf->cursor) / sizeof(int32))
		report_binary_error(ranking_type_name(named));
	entities->id = allocate_huge(entities->count * sizeof(int64) + 1);
	entities->name = allocate_huge(entities->count * sizeof(PlanName) + 1);
	for (int64 i = 0; i < entities->count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (named)
		{
			int			wire_length = pq_getmsgint(buf, 4);

			entities->name[i].bytes = pq_getmsgtext(buf, wire_length, &entities->name[i].length);
		}
		else
			entities->id[i] = pq_getmsgint64(buf);
	}
}

static void
receive_period(StringInfo buf, RankingState *state, const ReceivedEntities *entities)
{
	const char *type = ranking_type_name(state->named);
	int64		key = pq_getmsgint64(buf);
	uint32		field = pq_getmsgint(buf, 4);
	int64		place = 0;

	if (!period_is_valid(period_unpack(key)) || *ranking_state_period_slot(state, key) != 0 ||
		field == 0 || field > (buf->len - buf->cursor) / PLACE_WIRE_SIZE)
		report_binary_error(type);
	for (uint32 i = 0; i < field; i++)
	{
		uint32		entity = pq_getmsgint(buf, 4);
		int			level = pq_getmsgbyte(buf);

		CHECK_FOR_INTERRUPTS();
		if (entity >= entities->count || level > (i > 0))
			report_binary_error(type);
		if (!level)
			place++;
		ranking_state_add(state, key,
						  state->named ? ranking_state_name(state, entities->name[entity].bytes,
															entities->name[entity].length)
						  : entities->id[entity],
						  -(double) place);
	}
}

static Datum
ranking_recv(FunctionCallInfo fcinfo, bool named)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	RankingState *state = new_ranking_state(CurrentMemoryContext, named);
	ReceivedEntities entities;
	uint32		periods;

	check_binary_version(buf, RANKING_VERSION, ranking_type_name(named));
	periods = pq_getmsgint(buf, 4);
	receive_entities(buf, named, &entities);
	for (uint32 p = 0; p < periods; p++)
		receive_period(buf, state, &entities);
	PG_RETURN_POINTER(ranking_from_state(state, NULL));
}

PG_FUNCTION_INFO_V1(plan_ranking_recv);
Datum
plan_ranking_recv(PG_FUNCTION_ARGS)
{
	return ranking_recv(fcinfo, false);
}

PG_FUNCTION_INFO_V1(plan_named_ranking_recv);
Datum
plan_named_ranking_recv(PG_FUNCTION_ARGS)
{
	return ranking_recv(fcinfo, true);
}

/*
 * Equal rankings are equal bytes.  The order of unequal ones has no meaning.
 */

static int
compare_rankings(FunctionCallInfo fcinfo)
{
	const PlanRanking *a = PG_GETARG_PLAN_RANKING_P(0);
	const PlanRanking *b = PG_GETARG_PLAN_RANKING_P(1);
	size_t		size = Min(VARSIZE(a), VARSIZE(b)) - VARHDRSZ;
	int			order = memcmp(VARDATA(a), VARDATA(b), size);

	if (order == 0)
		order = (VARSIZE(a) > VARSIZE(b)) - (VARSIZE(a) < VARSIZE(b));
	free_argument_copy(fcinfo, 0, a);
	free_argument_copy(fcinfo, 1, b);
	return order;
}

static uint64
hash_ranking(FunctionCallInfo fcinfo, uint64 seed)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	uint64		hash = hash_bytes_extended((const unsigned char *) VARDATA(ranking),
										   VARSIZE(ranking) - VARHDRSZ, seed);

	free_argument_copy(fcinfo, 0, ranking);
	return hash;
}

PLAN_COMPARISONS(plan_ranking, compare_rankings)
PLAN_HASHES(plan_ranking, hash_ranking)

PG_FUNCTION_INFO_V1(plan_ranking_entities);
Datum
plan_ranking_entities(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_PLAN_RANKING_P(0)->entities);
}

/*
 * As jsonb.
 */

/* The object of a place. */
static void
add_place_json(JsonWriter *writer, const PlanRanking *ranking, int64 entity, const char *period,
			   int64 rank, int64 field)
{
	const int64 *keys = ranking_keys(ranking);

	if (ranking->named)
		json_add_string(writer, "entity", ranking_names(ranking) + keys[entity],
						keys[entity + 1] - keys[entity]);
	else
		json_add_integer(writer, "entity", keys[entity]);
	json_add_string(writer, "period", period, strlen(period));
	json_add_integer(writer, "rank", rank);
	json_add_integer(writer, "field", field);
}

/* No place takes fewer bytes than this one. */
static Size
least_place_json(bool named)
{
	JsonWriter	writer = {NULL};

	json_begin_object(&writer);
	if (named)
		json_add_string(&writer, "entity", "", 0);
	else
		json_add_integer(&writer, "entity", 0);
	json_add_string(&writer, "period", "", 0);
	json_add_integer(&writer, "rank", 0);
	json_add_integer(&writer, "field", 0);
	json_end_object(&writer);
	return json_size(&writer);
}

/* The places of each period from the best down. */
PG_FUNCTION_INFO_V1(plan_ranking_to_jsonb);
Datum
plan_ranking_to_jsonb(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	RankOrder	order = ranking_order(ranking);
	JsonArray	array;

	json_begin_array(&array, ranking_type_name(ranking->named), ranking->cells,
					 least_place_json(ranking->named));
	for (int32 p = 0; p < ranking->periods; p++)
	{
		const RankingPeriod *period = &ranking_periods(ranking)[p];
		char		text[PERIOD_TEXT_SIZE];
		int64		rank = 0;

		period_write(text, period_unpack(period->period));
		for (int64 i = order.first[p]; i < order.first[p + 1]; i++)
		{
			JsonWriter	writer;

			if (order.level[i] > 0)
				rank = i - order.first[p] + 1;
			json_begin_element(&array, &writer);
			add_place_json(&writer, ranking, order.entity[i], text, rank, period->field);
			json_end_element(&array, &writer);
		}
	}
	PG_RETURN_DATUM(json_end_array(&array));
}
