/*
 * ranking.c
 *		plan_ranking: who stood where in each period.
 *
 * The text form has the entities of each period from the best down, as in
 *
 *		2015: 17 > 42 = 43; 2016: 42 > 17
 *		2015: "Hà Nội" (61.5) > "Thái Nguyên" = "Đà Nẵng" (59)
 *
 * or "empty"; numbers and uuids as they are, texts between quotes.  Behind those that are level
 * stands their score, in all or none of a period.  Published standings are written as
 * ranking_published.c has them.
 */
#include "postgres.h"

#include <math.h>

#include "common/hashfn.h"
#include "common/shortest_dec.h"
#include "libpq/pqformat.h"

#include "core/text.h"
#include "json.h"
#include "period.h"
#include "pieces.h"
#include "ranking_published.h"

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
	if (size < sizeof(PlanRanking) || head->format != RANKING_VERSION)
		report_format_version("plan_ranking", size < sizeof(PlanRanking) ? 0 : head->format & 0xff);
	/* Each of them is small: no product and no sum below is too large. */
	if (head->periods < 0 || head->entities < 0 || head->cells < 0 || head->keys_size < 0 ||
		head->periods > size || head->entities > size || head->cells > size ||
		head->keys_size > size || (head->is_tiled && ranking_slots(head) > size) ||
		(head->periods == 0 && head->entities > 0))
		report_binary_error("plan_ranking");
	if (ranking_size(head) != size ||
		head->kind > KEYS_LAST || !key_dictionary_fits(head->kind, head->entities, head->keys_size))
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
 * Text.
 */

static void
append_score(StringInfo buf, double score)
{
	char		text[DOUBLE_SHORTEST_DECIMAL_LEN];

	double_to_shortest_decimal_buf(score, text);
	appendStringInfo(buf, " (%s)", text);
}

static void
append_period(StringInfo buf, RankingReader *reader, int32 p)
{
	int64		field = field_of_period(reader, p);
	const uint32 *places = read_places(reader, p, 0, field);
	char		text[PERIOD_TEXT_SIZE];

	period_write(text, period_unpack(reader->periods[p].period));
	appendStringInfo(buf, "%s%s: ", p > 0 ? "; " : "", text);
	if (is_published(&reader->periods[p]))
	{
		append_published_period(buf, reader, p);
		return;
	}
	for (int64 i = 0; i < field; i++)
	{
		int64		entity = entity_of_place(places[i]);
		Key			key = stored_key(&reader->keys, entity);

		CHECK_FOR_INTERRUPTS();
		if (i > 0)
			appendStringInfoString(buf, is_level_with_last(places[i]) ? " = " : " > ");
		append_key(buf, reader->keys.kind, &key);
		if (reader->periods[p].scores != 0 &&
			(i + 1 == field || !is_level_with_last(places[i + 1])))
			append_score(buf, read_score(reader, p, entity));
	}
}

PG_FUNCTION_INFO_V1(plan_ranking_out);
Datum
plan_ranking_out(PG_FUNCTION_ARGS)
{
	RankingReader reader;
	StringInfoData buf;

	use_ranking(&reader, PG_GETARG_PLAN_RANKING_P(0));
	initStringInfo(&buf);
	for (int32 p = 0; p < reader.head.periods; p++)
		append_period(&buf, &reader, p);
	if (reader.head.periods == 0)
		appendStringInfoString(&buf, "empty");
	PG_RETURN_CSTRING(buf.data);
}

/* The scores of a period that is read from the best level down. */
typedef struct LevelScores
{
	int64		levels;
	bool		has_scores;
	int			sign;			/* 1 where better levels have higher scores, or -1 */
	double		last;
} LevelScores;

/* The score of a further level, or NaN; false where it does not go with those before. */
static bool
add_level(LevelScores *scores, double score)
{
	int			sign = score < scores->last ? 1 : -1;

	if (scores->levels == 0)
		scores->has_scores = !isnan(score);
	else if (scores->has_scores != !isnan(score))
		return false;
	else if (scores->has_scores &&
			 (score == scores->last || (scores->levels > 1 && sign != scores->sign)))
		return false;
	scores->sign = scores->levels == 0 ? 1 : sign;
	scores->last = score;
	scores->levels++;
	return true;
}

/* All levels of a period are there: the more a score is now, the better. */
static void
end_levels(const LevelScores *scores, ScoredPeriod *period)
{
	if (!scores->has_scores)
		return;
	period->sign = scores->sign;
	for (uint64 i = 0; i < period->count; i++)
		period->row[i].score *= scores->sign;
}

/* The score behind a level, if there is one: NaN. */
static PlanError
read_level_score(const char **cursor, double *score)
{
	PlanError	error;

	*score = NAN;
	text_skip_spaces(cursor);
	if (!text_skip_word(cursor, "("))
		return PLAN_OK;
	text_skip_spaces(cursor);
	if ((error = text_read_double(cursor, score)) != PLAN_OK)
		return error;
	text_skip_spaces(cursor);
	if (!text_skip_word(cursor, ")"))
		return PLAN_SYNTAX;
	text_skip_spaces(cursor);
	return PLAN_OK;
}

/* Entities that are level, and their score. */
static PlanError
read_level(const char **cursor, RankingState *state, int64 key, LevelScores *scores)
{
	ScoredPeriod *period = ranking_state_period(state, key);
	uint64		first = period->count;
	double		score;
	PlanError	error;

	do
	{
		int64		entity;

		CHECK_FOR_INTERRUPTS();
		text_skip_spaces(cursor);
		if ((error = read_key(cursor, &state->keys, &entity)) != PLAN_OK)
			return error;
		ranking_state_add(state, key, entity, -(double) scores->levels);
		text_skip_spaces(cursor);
	} while (text_skip_word(cursor, "="));
	if ((error = read_level_score(cursor, &score)) != PLAN_OK)
		return error;
	if (!add_level(scores, score))
		return PLAN_SYNTAX;
	for (uint64 i = first; i < period->count && !isnan(score); i++)
		period->row[i].score = score;
	return PLAN_OK;
}

/* The entities of one period from the best down, each ahead of the next or level with it. */
static PlanError
read_levels(const char **cursor, RankingState *state, int64 key)
{
	LevelScores scores = {0};
	PlanError	error;

	text_skip_spaces(cursor);
	if (**cursor == '#')
		return read_published_period(cursor, state, key);
	do
	{
		if ((error = read_level(cursor, state, key, &scores)) != PLAN_OK)
			return error;
	} while (text_skip_word(cursor, ">"));
	end_levels(&scores, ranking_state_period(state, key));
	return PLAN_OK;
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
		if ((error = read_levels(&cursor, state, key)) != PLAN_OK)
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
 *			int32	how many places
 *			int8	1 where they have scores, 2 where they were published, else 0
 *			of each place, unless they were published from the best down
 *				int32	the number of its entity from 0
 *				int8	1 where it is level with the place before, else 0
 *				float8	its score, unless it is level with the place before
 */

#define PLACE_WIRE_SIZE (sizeof(int32) + 1)
#define WIRE_PUBLISHED 2

static void
send_period(StringInfo buf, RankingReader *reader, int32 p)
{
	Period		period = period_unpack(reader->periods[p].period);
	int64		field = field_of_period(reader, p);
	bool		published = is_published(&reader->periods[p]);
	bool		has_scores = reader->periods[p].scores != 0;
	const uint32 *places = read_places(reader, p, 0, field);

	pq_sendint32(buf, period.first);
	pq_sendint32(buf, period.end);
	pq_sendint32(buf, field);
	pq_sendbyte(buf, published ? WIRE_PUBLISHED : has_scores);
	if (published)
	{
		send_published_period(buf, reader, p);
		return;
	}
	for (int64 i = 0; i < field; i++)
	{
		CHECK_FOR_INTERRUPTS();
		pq_sendint32(buf, entity_of_place(places[i]));
		pq_sendbyte(buf, is_level_with_last(places[i]));
		if (has_scores && !is_level_with_last(places[i]))
			pq_sendfloat8(buf, read_score(reader, p, entity_of_place(places[i])));
	}
}

PG_FUNCTION_INFO_V1(plan_ranking_send);
Datum
plan_ranking_send(PG_FUNCTION_ARGS)
{
	RankingReader reader;
	StringInfoData buf;

	use_ranking(&reader, PG_GETARG_PLAN_RANKING_P(0));
	pq_begintypsend(&buf);
	pq_sendbyte(&buf, RANKING_VERSION);
	pq_sendbyte(&buf, reader.head.kind);
	pq_sendint32(&buf, reader.head.periods);
	pq_sendint64(&buf, reader.head.entities);
	for (int64 i = 0; i < reader.head.entities; i++)
	{
		Key			key = stored_key(&reader.keys, i);

		CHECK_FOR_INTERRUPTS();
		send_key(&buf, reader.keys.kind, &key);
	}
	for (int32 p = 0; p < reader.head.periods; p++)
		send_period(&buf, &reader, p);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

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

/* The score of a level; NaN where there is none. */
static double
receive_score(StringInfo buf, int has_scores)
{
	double		score;

	if (!has_scores)
		return NAN;
	score = pq_getmsgfloat8(buf);
	if (!isfinite(score))
		report_binary_error("plan_ranking");
	return score + 0.0;
}

/* Keys are numbered as they get places: a client may send some that have none. */
static void
receive_period(StringInfo buf, RankingState *state, const ReceivedEntities *entities)
{
	LevelScores scores = {0};
	Period		period;
	int64		packed;
	uint32		field;
	int			has_scores;

	period.first = (int32) pq_getmsgint(buf, 4);
	period.end = (int32) pq_getmsgint(buf, 4);
	packed = period_pack(period);
	field = pq_getmsgint(buf, 4);
	has_scores = pq_getmsgbyte(buf);
	if (!period_is_valid(period) ||
		*ranking_state_period_slot(state, packed) != 0 || has_scores > WIRE_PUBLISHED ||
		field == 0 || field > (buf->len - buf->cursor) / PLACE_WIRE_SIZE)
		report_binary_error("plan_ranking");
	if (has_scores == WIRE_PUBLISHED)
	{
		receive_published_period(buf, state, packed, field, entities->key, entities->count);
		return;
	}
	for (uint32 i = 0; i < field; i++)
	{
		uint32		entity = pq_getmsgint(buf, 4);
		int			level = pq_getmsgbyte(buf);

		CHECK_FOR_INTERRUPTS();
		if (entity >= entities->count || level > (i > 0) ||
			(!level && !add_level(&scores, receive_score(buf, has_scores))))
			report_binary_error("plan_ranking");
		ranking_state_add(state, packed, number_of_key(&state->keys, &entities->key[entity]),
						  has_scores ? scores.last : -(double) scores.levels);
	}
	end_levels(&scores, ranking_state_period(state, packed));
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
	RankingReader reader;

	open_ranking(&reader, PG_GETARG_DATUM(0));
	PG_RETURN_INT64(reader.head.entities);
}

/*
 * As jsonb.
 */

/* The object of a place; that of a published one has a standing rather than a rank. */
static void
add_place_json(JsonWriter *writer, KeyKind kind, const Key *key, const char *period, double score,
			   const char *standing, int64 rank, int64 field)
{
	if (kind == KEYS_NUMBER)
		json_add_integer(writer, "entity", key->number);
	else
		json_add_string(writer, "entity", key->bytes, key->length);
	json_add_string(writer, "period", period, strlen(period));
	json_add_optional(writer, "score", !isnan(score), score);
	if (standing != NULL)
		json_add_string(writer, "standing", standing, strlen(standing));
	else
		json_add_integer(writer, "rank", rank);
	if (field != 0)
		json_add_integer(writer, "field", field);
	else
		json_add_null(writer, "field");
}

/* No place takes fewer bytes than this one. */
static Size
least_place_json(KeyKind kind)
{
	JsonWriter	writer;
	Key			key = {0, "", 0};

	json_begin_object(&writer);
	add_place_json(&writer, kind, &key, "", NAN, NULL, 0, 0);
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

/* A standing as it was published, without its field; NULL where it follows from scores. */
static const char *
printed_standing(RankingReader *reader, int32 p, int64 entity, char *text)
{
	Standing	standing;

	if (!is_published(&reader->periods[p]))
		return NULL;
	standing = read_standing(reader, p, entity);
	standing.field = 0;
	standing_write(text, standing);
	return text;
}

/* The places of each period from the best down. */
PG_FUNCTION_INFO_V1(plan_ranking_to_jsonb);
Datum
plan_ranking_to_jsonb(PG_FUNCTION_ARGS)
{
	RankingReader reader;
	JsonArray	array;

	use_ranking(&reader, PG_GETARG_PLAN_RANKING_P(0));
	json_begin_array(&array, "plan_ranking", reader.head.cells, least_place_json(reader.keys.kind));
	for (int32 p = 0; p < reader.head.periods; p++)
	{
		int64		field = field_of_period(&reader, p);
		const uint32 *places = read_places(&reader, p, 0, field);
		char		text[PERIOD_TEXT_SIZE];
		int64		rank = 1;

		period_write(text, period_unpack(reader.periods[p].period));
		for (int64 i = 0; i < field; i++)
		{
			int64		entity = entity_of_place(places[i]);
			char		standing[STANDING_TEXT_SIZE];
			JsonWriter	writer;
			Key			key;

			if (!is_level_with_last(places[i]))
				rank = i + 1;
			json_begin_element(&array, &writer);
			key = key_for_json(reader.keys.kind, stored_key(&reader.keys, entity));
			add_place_json(&writer, reader.keys.kind, &key, text,
						   read_score(&reader, p, entity),
						   printed_standing(&reader, p, entity, standing), rank,
						   field_of_standings(&reader.periods[p]));
			json_end_element(&array, &writer);
		}
	}
	PG_RETURN_DATUM(json_end_array(&array));
}
