/*
 * targets_io.c
 *		Targets as text, on the wire, and as jsonb.
 *
 * The text form is one part for each target, as in
 *
 *		101 2024: >= 1200; 101 2024-Q1: >= 250; 102 2024: <= 10 from 44
 *
 * or "empty".
 */
#include "postgres.h"

#include "libpq/pqformat.h"
#include "miscadmin.h"

#include "core/text.h"
#include "json.h"
#include "key_json.h"
#include "targets.h"

/*
 * One part of a text, "node period: goal", is cut into strings; "next" is what follows it, NULL
 * behind the last.  Quoted nodes may hold semicolons and colons.  False after a soft error.
 */
static bool
read_target(TargetsState *state, char *part, char **next, struct Node *escontext)
{
	const char *cursor = part;
	char	   *behind;
	char	   *colon;
	int64		node;
	Period		period;
	Goal		goal;
	PlanError	error;

	text_skip_spaces(&cursor);
	part += cursor - part;
	error = read_key(&cursor, &state->keys, &node);
	behind = part + (error == PLAN_OK ? cursor - part : 0);
	*next = strchr(behind, ';');
	if (*next != NULL)
		*(*next)++ = '\0';
	colon = strchr(behind, ':');
	if (error == PLAN_OK && (colon == NULL || !text_is_space(*behind)))
		error = PLAN_SYNTAX;
	if (error != PLAN_OK)
	{
		report_text_error(error, "plan_targets", part, escontext);
		return false;
	}
	*colon = '\0';
	text_skip_spaces(&cursor);
	if ((error = period_from_text(cursor, &period)) != PLAN_OK)
	{
		report_period_text(error, cursor, escontext);
		return false;
	}
	cursor = colon + 1;
	text_skip_spaces(&cursor);
	if ((error = goal_read(cursor, &goal)) != PLAN_OK)
	{
		report_goal_text(error, cursor, escontext);
		return false;
	}
	add_target(state, node, period_pack(period), &goal);
	return true;
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

/* Targets in whatever order, under the rules of the aggregate. */
PG_FUNCTION_INFO_V1(plan_targets_in);
Datum
plan_targets_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	TargetsState state;
	PlanTargets *targets;
	char	   *next = is_empty_text(text) ? NULL : pstrdup(text);

	init_targets_state(&state, CurrentMemoryContext, KEYS_NONE);
	while (next != NULL)
	{
		CHECK_FOR_INTERRUPTS();
		if (!read_target(&state, next, &next, fcinfo->context))
			PG_RETURN_NULL();
	}
	targets = targets_from_state(&state, fcinfo->context);
	if (targets == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(targets);
}

PG_FUNCTION_INFO_V1(plan_targets_out);
Datum
plan_targets_out(PG_FUNCTION_ARGS)
{
	const PlanTargets *targets = PG_GETARG_PLAN_TARGETS_P(0);
	KeyDictionary keys = targets_keys(targets);
	StringInfoData buf;

	initStringInfo(&buf);
	for (int32 i = 0; i < targets->entries; i++)
	{
		const NodeTarget *entry = &targets->entry[i];
		Key			key = key_of_place(&keys, entry->node);
		char		period[PERIOD_TEXT_SIZE];
		char		goal[GOAL_TEXT_SIZE];

		CHECK_FOR_INTERRUPTS();
		if (i > 0)
			appendStringInfoString(&buf, "; ");
		append_key(&buf, keys.kind, &key);
		period_write(period, period_unpack(entry->period));
		goal_write(goal, &entry->goal);
		appendStringInfo(&buf, " %s: %s", period, goal);
	}
	if (targets->entries == 0)
		appendStringInfoString(&buf, "empty");
	PG_RETURN_CSTRING(buf.data);
}

/*
 * On the wire: the kind of the nodes, and how many texts or uuids there are, and these; the number
 * of entries, then of each its node, as a number or a place among those, the first day of its
 * period and the day after the last, and its goal.
 */

#define ENTRY_WIRE_SIZE (sizeof(int64) + 2 * sizeof(int32) + GOAL_WIRE_SIZE)

static void
receive_target(StringInfo buf, TargetsState *state)
{
	int64		node = pq_getmsgint64(buf);
	Period		period;
	Goal		goal;

	period.first = (int32) pq_getmsgint(buf, 4);
	period.end = (int32) pq_getmsgint(buf, 4);
	if (!period_is_valid(period) ||
		(keys_are_numbered(&state->keys) && (node < 0 || node >= state->keys.count)))
		report_binary_error("plan_targets");
	goal = receive_goal(buf, "plan_targets");
	add_target(state, node, period_pack(period), &goal);
}

/* Entries in whatever order, under the rules of the aggregate; every key has one. */
PG_FUNCTION_INFO_V1(plan_targets_recv);
Datum
plan_targets_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	TargetsState state;
	PlanTargets *targets;
	int			kind;
	uint32		entries;

	check_binary_version(buf, TARGETS_VERSION, "plan_targets");
	kind = pq_getmsgbyte(buf);
	if (kind > KEYS_LAST)
		report_binary_error("plan_targets");
	init_targets_state(&state, CurrentMemoryContext, kind);
	receive_numbered_keys(buf, &state.keys, "plan_targets");
	entries = pq_getmsgint(buf, 4);
	if (entries > (buf->len - buf->cursor) / ENTRY_WIRE_SIZE ||
		(kind == KEYS_NONE) != (entries == 0))
		report_binary_error("plan_targets");
	for (uint32 i = 0; i < entries; i++)
	{
		CHECK_FOR_INTERRUPTS();
		receive_target(buf, &state);
	}
	targets = targets_from_state(&state, NULL);
	if (!targets_are_sound(targets))
		report_binary_error("plan_targets");
	PG_RETURN_POINTER(targets);
}

PG_FUNCTION_INFO_V1(plan_targets_send);
Datum
plan_targets_send(PG_FUNCTION_ARGS)
{
	const PlanTargets *targets = PG_GETARG_PLAN_TARGETS_P(0);
	KeyDictionary keys = targets_keys(targets);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, TARGETS_VERSION);
	send_key_dictionary(&buf, &keys);
	pq_sendint32(&buf, targets->entries);
	for (int32 i = 0; i < targets->entries; i++)
	{
		const NodeTarget *entry = &targets->entry[i];
		Period		period = period_unpack(entry->period);

		CHECK_FOR_INTERRUPTS();
		pq_sendint64(&buf, entry->node);
		pq_sendint32(&buf, period.first);
		pq_sendint32(&buf, period.end);
		send_goal(&buf, &entry->goal);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* The object of an entry: its goal as text, and in parts by the names of their accessors. */
static void
add_target_json(JsonWriter *writer, KeyKind kind, const Key *node, const char *period,
				const char *text, const Goal *goal)
{
	const char *direction = word_name(&direction_words, goal->direction);

	json_add_key(writer, "node", kind, node);
	json_add_string(writer, "period", period, strlen(period));
	json_add_string(writer, "goal", text, strlen(text));
	json_add_string(writer, "direction", direction, strlen(direction));
	json_add_figure(writer, "target", goal_target(goal));
	json_add_figure(writer, "lower", goal_low(goal));
	json_add_figure(writer, "upper", goal_high(goal));
	json_add_optional(writer, "baseline", goal->has_baseline, goal->baseline);
}

/* No entry takes fewer bytes than one without texts whose goal is 0. */
static Size
least_target_json(KeyKind kind)
{
	char		no_bytes[UUID_LEN] = {0};
	Key			least = {0, no_bytes, 0};
	Goal		goal = {.version = GOAL_VERSION, .direction = GOAL_LOWER};
	JsonWriter	writer;

	json_begin_object(&writer);
	add_target_json(&writer, kind, &least, "", "", &goal);
	return json_size(&writer);
}

/* The targets by node and period. */
PG_FUNCTION_INFO_V1(plan_targets_to_jsonb);
Datum
plan_targets_to_jsonb(PG_FUNCTION_ARGS)
{
	const PlanTargets *targets = PG_GETARG_PLAN_TARGETS_P(0);
	KeyDictionary keys = targets_keys(targets);
	JsonArray	array;

	json_begin_array(&array, "plan_targets", targets->entries, least_target_json(keys.kind));
	for (int32 i = 0; i < targets->entries; i++)
	{
		const NodeTarget *entry = &targets->entry[i];
		Key			key = key_of_place(&keys, entry->node);
		char		period[PERIOD_TEXT_SIZE];
		char		goal[GOAL_TEXT_SIZE];
		JsonWriter	writer;

		period_write(period, period_unpack(entry->period));
		goal_write(goal, &entry->goal);
		json_begin_element(&array, &writer);
		add_target_json(&writer, keys.kind, &key, period, goal, &entry->goal);
		json_end_element(&array, &writer);
	}
	PG_RETURN_DATUM(json_end_array(&array));
}
