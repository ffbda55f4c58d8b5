/*
 * targets_state.c
 *		Targets on their way: entries as they come, and the value that they make.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "aggstate.h"
#include "core/interrupt.h"
#include "targets.h"

#define MAX_ENTRIES ((MaxAllocSize - offsetof(PlanTargets, entry)) / sizeof(NodeTarget))

/* With fewer entries than this what is there twice is left until the end. */
#define MIN_ENTRIES_TO_UNITE 1024

void
init_targets_state(TargetsState *state, MemoryContext context, KeyKind kind)
{
	state->entries = 0;
	state->capacity = 0;
	state->entry = NULL;
	init_keys(&state->keys, context, kind);
}

/* By goal too, so that of unlike goals the same two are named in whatever order they come. */
static int
compare_entries(const void *a, const void *b)
{
	const NodeTarget *x = a;
	const NodeTarget *y = b;

	CHECK_FOR_INTERRUPTS();
	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	if (x->period != y->period)
		return x->period < y->period ? -1 : 1;
	return goal_compare(&x->goal, &y->goal);
}

/* Put entries in order, and those that say the same into one; returns how many are left. */
static uint64
unite_entries(NodeTarget *entry, uint64 entries)
{
	uint64		united = 0;

	qsort(entry, entries, sizeof(NodeTarget), compare_entries);
	for (uint64 i = 0; i < entries; i++)
	{
		check_at_times(i, check_for_interrupts);
		if (united == 0 || memcmp(&entry[united - 1], &entry[i], sizeof(NodeTarget)) != 0)
			entry[united++] = entry[i];
	}
	return united;
}

/*
 * Add a stated target.  Facts that are joined with their targets state each many times: before the
 * state grows, those that say the same become one.
 */
void
add_target(TargetsState *state, int64 node, int64 period, const Goal *goal)
{
	if (state->entries == state->capacity)
	{
		if (state->entries >= MIN_ENTRIES_TO_UNITE)
			state->entries = unite_entries(state->entry, state->entries);
		/* Unless half of the room is free again, which is worth the next time. */
		if (state->entries >= state->capacity / 2)
			state->entry = reserve_elements(state->keys.context, state->entry, &state->capacity,
											state->capacity + 1, sizeof(NodeTarget));
	}
	state->entry[state->entries++] = (NodeTarget) {node, period, *goal};
}

/* Bring the kinds of nodes together. */
static void
merge_kinds(TargetsState *state, KeyKind other)
{
	KeyKind		kind = keys_kind(&state->keys);

	if (!merge_key_kinds(&state->keys.type.kind, other))
		report_unlike_keys(kind, other, "plan_targets");
}

/* Add all targets of a value. */
void
add_targets(TargetsState *state, const PlanTargets *targets)
{
	KeyDictionary from = targets_keys(targets);
	int64		last = -1;
	int64		node = 0;

	merge_kinds(state, from.kind);
	for (int32 i = 0; i < targets->entries; i++)
	{
		const NodeTarget *entry = &targets->entry[i];

		CHECK_FOR_INTERRUPTS();
		if (from.kind == KEYS_NUMBER)
			node = entry->node;
		else if (entry->node != last)
		{
			Key			key = key_of_place(&from, entry->node);

			node = number_of_key(&state->keys, &key);
			last = entry->node;
		}
		add_target(state, node, entry->period, &entry->goal);
	}
}

/* Add all targets of another state. */
void
add_targets_state(TargetsState *state, const TargetsState *other)
{
	int64	   *numbers;

	merge_kinds(state, keys_kind(&other->keys));
	numbers = add_keys(&state->keys, &other->keys);
	for (uint64 i = 0; i < other->entries; i++)
	{
		const NodeTarget *entry = &other->entry[i];

		CHECK_FOR_INTERRUPTS();
		add_target(state, numbers != NULL ? numbers[entry->node] : entry->node, entry->period,
				   &entry->goal);
	}
	if (numbers != NULL)
		pfree(numbers);
}

/* Two unlike goals of one node and period. */
static void
report_unlike_goals(const KeyTable *keys, const uint32 *order, const NodeTarget *entry,
					struct Node *escontext)
{
	Key			key = numbered_key(keys, order != NULL ? order[entry->node] : entry->node);
	char		period[PERIOD_TEXT_SIZE];
	char		goal[GOAL_TEXT_SIZE];
	char		other[GOAL_TEXT_SIZE];

	period_write(period, period_unpack(entry->period));
	goal_write(goal, &entry[0].goal);
	goal_write(other, &entry[1].goal);
	errsave(escontext,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("node %s has the goals %s and %s in period %s",
					shown_key(keys_kind(keys), &key), goal, other, period),
			 errhint("Keep one revision of each, such as the latest, by DISTINCT ON (node, "
					 "period).")));
}

/* Whether no node has two goals in a period; else the error has been reported, if softly. */
static bool
check_goals(const KeyTable *keys, const uint32 *order, const NodeTarget *entry, uint64 entries,
			struct Node *escontext)
{
	for (uint64 i = 1; i < entries; i++)
	{
		check_at_times(i, check_for_interrupts);
		if (entry[i - 1].node == entry[i].node && entry[i - 1].period == entry[i].period)
		{
			report_unlike_goals(keys, order, &entry[i - 1], escontext);
			return false;
		}
	}
	return true;
}

/* The entries of a state in order, by the places of their nodes; NULL after a soft error. */
static NodeTarget *
ordered_entries(const TargetsState *state, const uint32 *order, uint64 *entries,
				struct Node *escontext)
{
	Size		size = state->entries * sizeof(NodeTarget);
	NodeTarget *entry = allocate_huge(size + 1);

	copy_huge(entry, state->entry, size);
	if (order != NULL)
	{
		uint32	   *places = places_of_keys(order, state->keys.count);

		for (uint64 i = 0; i < state->entries; i++)
		{
			check_at_times(i, check_for_interrupts);
			entry[i].node = places[entry[i].node];
		}
		pfree(places);
	}
	*entries = unite_entries(entry, state->entries);
	return check_goals(&state->keys, order, entry, *entries, escontext) ? entry : NULL;
}

static void
check_size(uint64 entries, size_t size)
{
	if (entries > MAX_ENTRIES || !AllocSizeIsValid(size))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("plan_targets has too many entries"),
				 errdetail("A value holds at most %zu of them, one for each node and period, and "
						   "fewer where nodes are texts or uuids.",
						   (size_t) MAX_ENTRIES),
				 errhint("Make several values, each of fewer nodes.")));
}

/*
 * The targets of a state, which stays as it is; NULL after a soft error.  Every key of the state
 * has an entry.
 */
PlanTargets *
targets_from_state(const TargetsState *state, struct Node *escontext)
{
	bool		numbered = keys_are_numbered(&state->keys) && state->entries > 0;
	uint32	   *order = numbered ? order_keys(&state->keys) : NULL;
	uint64		entries;
	NodeTarget *entry = ordered_entries(state, order, &entries, escontext);
	size_t		size = targets_size(entries) + (numbered ? key_dictionary_size(&state->keys) : 0);
	PlanTargets *targets;

	if (entry == NULL)
		return NULL;
	check_size(entries, size);
	targets = allocate_huge(size);
	SET_VARSIZE(targets, size);
	targets->format = TARGETS_VERSION |
		(uint32) (entries > 0 ? keys_kind(&state->keys) : KEYS_NONE) << 8;
	targets->entries = entries;
	targets->keys = numbered ? state->keys.count : 0;
	copy_huge(targets->entry, entry, entries * sizeof(NodeTarget));
	if (numbered)
	{
		write_key_dictionary(&state->keys, order, (char *) targets + targets_size(entries));
		pfree(order);
	}
	pfree(entry);
	return targets;
}
