/*
 * ranking_published.c
 *		Periods of rankings whose standings were published, as text and on the wire.
 *
 * In the text form each standing begins with a number sign, and the first has the field of all:
 *
 *		2015: #1/500 "Harvard", #2 "Stanford" = "Berkeley", #101-150 "Heidelberg", #401+ "Hanoi"
 */
#include "postgres.h"

#include "core/text.h"
#include "ranking_published.h"

/*
 * Text.
 */

static void
append_standing(StringInfo buf, Standing standing, int32 field)
{
	char		text[STANDING_TEXT_SIZE];

	/* A band has a field here too: it is that of the period. */
	standing.field = field;
	standing_write(text, standing);
	appendStringInfo(buf, "#%s ", text);
}

/* The places of a period, behind its colon. */
void
append_published_period(StringInfo buf, RankingReader *reader, int32 p)
{
	const RankingPeriod *period = &reader->periods[p];
	int64		count = field_of_period(reader, p);
	const uint32 *places = read_places(reader, p, 0, count);

	for (int64 i = 0; i < count; i++)
	{
		int64		entity = entity_of_place(places[i]);
		Key			key = stored_key(&reader->keys, entity);

		CHECK_FOR_INTERRUPTS();
		if (is_level_with_last(places[i]))
			appendStringInfoString(buf, " = ");
		else
		{
			appendStringInfoString(buf, i > 0 ? ", " : "");
			append_standing(buf, read_standing(reader, p, entity),
							i == 0 ? field_of_standings(period) : 0);
		}
		append_key(buf, reader->keys.kind, &key);
	}
}

/* A standing up to the next space: behind it a number may be negative. */
static PlanError
read_standing_word(const char **cursor, Standing *standing)
{
	char		word[STANDING_TEXT_SIZE];
	const char *read = word;
	size_t		length = 0;
	PlanError	error;

	if (!text_skip_word(cursor, "#"))
		return PLAN_SYNTAX;
	while ((*cursor)[length] != '\0' && !text_is_space((*cursor)[length]))
		if (++length >= sizeof(word))
			return PLAN_SYNTAX;
	memcpy(word, *cursor, length);
	word[length] = '\0';
	*cursor += length;
	if ((error = standing_read_printed(&read, standing)) != PLAN_OK)
		return error == PLAN_REVERSED ? PLAN_SYNTAX : error;
	if (standing->field > MAX_PUBLISHED_FIELD)
		return PLAN_OUT_OF_RANGE;
	return *read == '\0' ? PLAN_OK : PLAN_SYNTAX;
}

/* Entities that were published as level, behind their standing. */
static PlanError
read_published_level(const char **cursor, RankingState *state, ScoredPeriod *period)
{
	Standing	standing;
	PlanError	error;

	text_skip_spaces(cursor);
	if ((error = read_standing_word(cursor, &standing)) != PLAN_OK)
		return error;
	if (!join_field(period, standing.field))
		return PLAN_SYNTAX;
	do
	{
		int64		entity;

		CHECK_FOR_INTERRUPTS();
		text_skip_spaces(cursor);
		if ((error = read_key(cursor, &state->keys, &entity)) != PLAN_OK)
			return error;
		ranking_state_add_published(state, period, entity,
									published_pack(standing.rank, standing_worst(standing)));
		text_skip_spaces(cursor);
	} while (text_skip_word(cursor, "="));
	return PLAN_OK;
}

/* The standings of one period, in any order. */
PlanError
read_published_period(const char **cursor, RankingState *state, int64 key)
{
	ScoredPeriod *period;
	PlanError	error;

	state->sign = PUBLISHED;
	period = ranking_state_period(state, key);
	state->sign = 0;
	do
	{
		if ((error = read_published_level(cursor, state, period)) != PLAN_OK)
			return error;
	} while (text_skip_word(cursor, ","));
	return PLAN_OK;
}

/*
 * On the wire, behind how many places there are and what tells that they were published:
 *
 *		int32		the size of the field, or 0
 *		of each place
 *			int32	the number of its entity from 0
 *			int32	the rank, or the better edge of a band
 *			int32	the same, the worse edge, or NO_LAST_RANK
 */

#define PUBLISHED_WIRE_SIZE (3 * sizeof(int32))

void
send_published_period(StringInfo buf, RankingReader *reader, int32 p)
{
	int64		count = field_of_period(reader, p);
	const uint32 *places = read_places(reader, p, 0, count);

	pq_sendint32(buf, field_of_standings(&reader->periods[p]));
	for (int64 i = 0; i < count; i++)
	{
		int64		entity = entity_of_place(places[i]);
		Standing	standing = read_standing(reader, p, entity);

		CHECK_FOR_INTERRUPTS();
		pq_sendint32(buf, entity);
		pq_sendint32(buf, standing.rank);
		pq_sendint32(buf, standing_worst(standing));
	}
}

void
receive_published_period(StringInfo buf, RankingState *state, int64 key, uint32 places,
						 const Key *entities, int64 count)
{
	ScoredPeriod *period;
	int32		field = (int32) pq_getmsgint(buf, 4);

	if (field < 0 || field > MAX_PUBLISHED_FIELD ||
		places > (buf->len - buf->cursor) / PUBLISHED_WIRE_SIZE)
		report_binary_error("plan_ranking");
	state->sign = PUBLISHED;
	period = ranking_state_period(state, key);
	state->sign = 0;
	period->field = field;
	for (uint32 i = 0; i < places; i++)
	{
		uint32		entity = pq_getmsgint(buf, 4);
		int32		rank = (int32) pq_getmsgint(buf, 4);
		int32		last = (int32) pq_getmsgint(buf, 4);

		CHECK_FOR_INTERRUPTS();
		if (entity >= count || rank < 1 || last < rank)
			report_binary_error("plan_ranking");
		ranking_state_add_published(state, period, number_of_key(&state->keys, &entities[entity]),
									published_pack(rank, last));
	}
}
