/*
 * ranking.c
 *		plan_ranking: who stood where in each period.
 *
 * The text form has the entities of each period from the best down, as in
 *
 *		2015: 17 > 42 = 43; 2016: 42 > 17
 *		2015: "Hà Nội" > "Thái Nguyên" = "Đà Nẵng"
 *
 * or "empty"; numbers and uuids as they are, texts between quotes.  A ranking knows who is
 * ahead of whom and who is level, and no scores.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"

#include "core/text.h"
#include "json.h"
#include "period.h"
#include "pieces.h"
#include "ranking_state.h"

static void
check_ranking(const struct varlena *value)
{
	check_ranking_head((const PlanRanking *) value, VARSIZE(value));
}

static struct varlena *
merge_ranking_values(const struct varlena *const *values, uint64 count)
{
	return (struct varlena *) merge_rankings((const PlanRanking *const *) values, count);
}

static const PieceType ranking_pieces = {"plan_ranking", RANKING_VERSION, check_ranking,
merge_ranking_values};

const PlanRanking *
plan_ranking_from_datum(Datum datum)
{
	return (const PlanRanking *) whole_from_datum(&ranking_pieces, datum);
}

/* See that a ranking that is not in pieces is sound, as far as its size tells. */
void
check_ranking_head(const PlanRanking *head, size_t size)
{
	size_t		fixed;

	if (size < sizeof(PlanRanking) || head->format != RANKING_VERSION)
		report_format_version("plan_ranking", size < sizeof(PlanRanking) ? 0 : head->format & 0xff);
	if (head->periods < 0 || head->entities < 0 || head->cells < 0 ||
		head->periods > size || head->entities > size || head->cells > size)
		report_binary_error("plan_ranking");
	fixed = ranking_keys_offset(head);
	if (size < fixed || !key_dictionary_fits(head->kind, head->entities, size - fixed))
		report_binary_error("plan_ranking");
}

/* (ranking, ranking): the operator +, and the transition and combine function of plan_rollup. */
PG_FUNCTION_INFO_V1(plan_ranking_merge);
Datum
plan_ranking_merge(PG_FUNCTION_ARGS)
{
	return merge_in_pieces(fcinfo, &ranking_pieces);
}

/* (ranking): the final function of plan_rollup. */
PG_FUNCTION_INFO_V1(plan_ranking_whole);
Datum
plan_ranking_whole(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(PG_GETARG_PLAN_RANKING_P(0));
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
	order.level = allocate_huge_zero(CurrentMemoryContext, ranking->cells * sizeof(int32) + 1);
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

PG_FUNCTION_INFO_V1(plan_ranking_out);
Datum
plan_ranking_out(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	KeyDictionary keys = ranking_keys(ranking);
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
			Key			key = stored_key(&keys, order.entity[i]);

			CHECK_FOR_INTERRUPTS();
			if (i > order.first[p])
				appendStringInfoString(&buf, order.level[i] == 0 ? " = " : " > ");
			append_key(&buf, keys.kind, &key);
		}
	}
	if (ranking->periods == 0)
		appendStringInfoString(&buf, "empty");
	PG_RETURN_CSTRING(buf.data);
}

/* The entities of one period from the best down, each ahead of the next or level with it. */
static PlanError
read_places(const char **cursor, RankingState *state, int64 key)
{
	int64		place = 0;

	for (;;)
	{
		int64		entity;
		PlanError	error;

		CHECK_FOR_INTERRUPTS();
		text_skip_spaces(cursor);
		if ((error = read_key(cursor, &state->keys, &entity)) != PLAN_OK)
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
	int64		key;
	PlanError	error;

	text_skip_spaces(&cursor);
	if (text_skip_word(&cursor, "empty"))
	{
		text_skip_spaces(&cursor);
		return *cursor == '\0' ? PLAN_OK : PLAN_SYNTAX;
	}
	do
	{
		if ((error = read_period(&cursor, &key)) != PLAN_OK)
			return error;
		if (*ranking_state_period_slot(state, key) != 0)
			return PLAN_SYNTAX;
		if ((error = read_places(&cursor, state, key)) != PLAN_OK)
			return error;
	} while (text_skip_word(&cursor, ";"));
	return *cursor == '\0' ? PLAN_OK : PLAN_SYNTAX;
}

PG_FUNCTION_INFO_V1(plan_ranking_in);
Datum
plan_ranking_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	RankingState *state = new_ranking_state(CurrentMemoryContext, KEYS_NONE);
	PlanError	error = read_ranking(text, state);
	PlanRanking *ranking;

	if (error != PLAN_OK)
	{
		report_text_error(error, "plan_ranking", text, fcinfo->context);
		PG_RETURN_NULL();
	}
	ranking = ranking_from_state(state, fcinfo->context);
	if (ranking == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(ranking);
}

/*
 * On the wire, all numbers with the highest byte first:
 *
 *		int8		RANKING_VERSION
 *		int8		the kind of the entities, a KeyKind
 *		int32		how many periods
 *		int64		how many entities, and then each of them, as send_key() sends it
 *		of each period
 *			int32	its first day, counted from 2000-01-01
 *			int32	the day after its last
 *			int32	how many places, and then for each from the best down
 *				int32	the number of its entity from 0
 *				int8	1 where it is level with the place before, else 0
 */

#define PLACE_WIRE_SIZE (sizeof(int32) + 1)

PG_FUNCTION_INFO_V1(plan_ranking_send);
Datum
plan_ranking_send(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	KeyDictionary keys = ranking_keys(ranking);
	RankOrder	order = ranking_order(ranking);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, RANKING_VERSION);
	pq_sendbyte(&buf, ranking->kind);
	pq_sendint32(&buf, ranking->periods);
	pq_sendint64(&buf, ranking->entities);
	for (int64 i = 0; i < ranking->entities; i++)
	{
		Key			key = stored_key(&keys, i);

		CHECK_FOR_INTERRUPTS();
		send_key(&buf, keys.kind, &key);
	}
	for (int32 p = 0; p < ranking->periods; p++)
	{
		Period		period = period_unpack(ranking_periods(ranking)[p].period);

		pq_sendint32(&buf, period.first);
		pq_sendint32(&buf, period.end);
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

/* The entities that a client sent. */
typedef struct ReceivedEntities
{
	int64		count;
	Key		   *key;
} ReceivedEntities;

/* No key takes fewer than four bytes. */
static void
receive_entities(StringInfo buf, KeyKind kind, ReceivedEntities *entities)
{
	entities->count = pq_getmsgint64(buf);
	if (entities->count < 0 || entities->count > (buf->len - buf->cursor) / sizeof(int32))
		report_binary_error("plan_ranking");
	entities->key = allocate_huge(entities->count * sizeof(Key) + 1);
	for (int64 i = 0; i < entities->count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		entities->key[i] = receive_key(buf, kind, "plan_ranking");
	}
}

/* Keys are numbered as they get places: a client may send some that have none. */
static void
receive_period(StringInfo buf, RankingState *state, const ReceivedEntities *entities)
{
	Period		period;
	int64		packed;
	uint32		field;
	int64		place = 0;

	period.first = (int32) pq_getmsgint(buf, 4);
	period.end = (int32) pq_getmsgint(buf, 4);
	packed = period_pack(period);
	field = pq_getmsgint(buf, 4);
	if (!period_is_valid(period) ||
		*ranking_state_period_slot(state, packed) != 0 ||
		field == 0 || field > (buf->len - buf->cursor) / PLACE_WIRE_SIZE)
		report_binary_error("plan_ranking");
	for (uint32 i = 0; i < field; i++)
	{
		uint32		entity = pq_getmsgint(buf, 4);
		int			level = pq_getmsgbyte(buf);

		CHECK_FOR_INTERRUPTS();
		if (entity >= entities->count || level > (i > 0))
			report_binary_error("plan_ranking");
		if (!level)
			place++;
		ranking_state_add(state, packed, number_of_key(&state->keys, &entities->key[entity]),
						  -(double) place);
	}
}

PG_FUNCTION_INFO_V1(plan_ranking_recv);
Datum
plan_ranking_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	RankingState *state;
	ReceivedEntities entities;
	int			kind;
	uint32		periods;

	check_binary_version(buf, RANKING_VERSION, "plan_ranking");
	kind = pq_getmsgbyte(buf);
	if (kind > KEYS_LAST)
		report_binary_error("plan_ranking");
	state = new_ranking_state(CurrentMemoryContext, (KeyKind) kind);
	periods = pq_getmsgint(buf, 4);
	receive_entities(buf, (KeyKind) kind, &entities);
	for (uint32 p = 0; p < periods; p++)
		receive_period(buf, state, &entities);
	PG_RETURN_POINTER(ranking_from_state(state, NULL));
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
add_place_json(JsonWriter *writer, KeyKind kind, const Key *key, const char *period, int64 rank,
			   int64 field)
{
	if (kind == KEYS_NUMBER)
		json_add_integer(writer, "entity", key->number);
	else
		json_add_string(writer, "entity", key->bytes, key->length);
	json_add_string(writer, "period", period, strlen(period));
	json_add_integer(writer, "rank", rank);
	json_add_integer(writer, "field", field);
}

/* No place takes fewer bytes than this one. */
static Size
least_place_json(KeyKind kind)
{
	JsonWriter	writer;
	Key			key = {0, "", 0};

	json_begin_object(&writer);
	add_place_json(&writer, kind, &key, "", 0, 0);
	return json_size(&writer);
}

/* A key whose bytes are what JSON has of it. */
static Key
key_for_json(KeyKind kind, Key key)
{
	if (kind == KEYS_UUID)
	{
		key.bytes = shown_key(kind, &key);
		key.length = strlen(key.bytes);
	}
	return key;
}

/* The places of each period from the best down. */
PG_FUNCTION_INFO_V1(plan_ranking_to_jsonb);
Datum
plan_ranking_to_jsonb(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking = PG_GETARG_PLAN_RANKING_P(0);
	KeyDictionary keys = ranking_keys(ranking);
	RankOrder	order = ranking_order(ranking);
	JsonArray	array;

	json_begin_array(&array, "plan_ranking", ranking->cells, least_place_json(keys.kind));
	for (int32 p = 0; p < ranking->periods; p++)
	{
		const RankingPeriod *period = &ranking_periods(ranking)[p];
		char		text[PERIOD_TEXT_SIZE];
		int64		rank = 0;

		period_write(text, period_unpack(period->period));
		for (int64 i = order.first[p]; i < order.first[p + 1]; i++)
		{
			JsonWriter	writer;
			Key			key;

			if (order.level[i] > 0)
				rank = i - order.first[p] + 1;
			json_begin_element(&array, &writer);
			key = key_for_json(keys.kind, stored_key(&keys, order.entity[i]));
			add_place_json(&writer, keys.kind, &key, text, rank, period->field);
			json_end_element(&array, &writer);
		}
	}
	PG_RETURN_DATUM(json_end_array(&array));
}
