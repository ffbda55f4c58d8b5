/*
 * targets.c
 *		plan_targets: the stated targets of nodes by period.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "miscadmin.h"

#include "memory.h"
#include "rows.h"
#include "sliced.h"
#include "targets.h"

StaticAssertDecl(sizeof(NodeTarget) == 48, "entries are stored without padding");
StaticAssertDecl(offsetof(PlanTargets, entry) == 16, "entries begin at a multiple of 8 bytes");

/*
 * Checking.
 */

/*
 * See that the head of a value of some size is sound, as far as that tells, and return where the
 * dictionary is, or would be.
 */
static size_t
check_targets_head(const PlanTargets *head, size_t size)
{
	bool		is_short = size < sizeof(PlanTargets);
	KeyKind		kind;
	size_t		end;

	if (is_short || (head->format & 0xff) != TARGETS_VERSION)
		report_format_version("plan_targets", is_short ? 0 : (int) (head->format & 0xff));
	if (head->format >> 8 > KEYS_LAST || head->entries < 0 || head->keys < 0)
		report_binary_error("plan_targets");
	kind = targets_kind(head);
	end = targets_size(head->entries);
	if ((kind == KEYS_NONE) != (head->entries == 0) ||
		(kind > KEYS_NUMBER) != (head->keys > 0) ||
		(kind > KEYS_NUMBER ? size < end || !key_dictionary_fits(kind, head->keys, size - end)
		 : size != end))
		report_binary_error("plan_targets");
	return end;
}

/* The nodes of targets whose head is sound. */
KeyDictionary
targets_keys(const PlanTargets *targets)
{
	KeyDictionary keys = {.kind = targets_kind(targets), .type = "plan_targets"};

	if (keys.kind > KEYS_NUMBER)
	{
		keys.count = targets->keys;
		keys.whole = (const char *) targets + targets_size(targets->entries);
	}
	return keys;
}

static bool
entry_is_valid(const NodeTarget *entry)
{
	return period_is_valid(period_unpack(entry->period)) && goal_is_valid(&entry->goal);
}

/* Whether an entry may come after another, or be the first if that is NULL. */
static bool
entry_may_follow(const NodeTarget *last, const NodeTarget *entry, bool has_places)
{
	if (last == NULL)
		return !has_places || entry->node == 0;
	if (last->node == entry->node)
		return last->period < entry->period;
	return has_places ? entry->node == last->node + 1 : entry->node > last->node;
}

/* Whether targets with a sound head are as they would be made; equal ones have equal bytes. */
bool
targets_are_sound(const PlanTargets *targets)
{
	KeyDictionary keys = targets_keys(targets);
	bool		has_places = keys.kind > KEYS_NUMBER;

	for (int32 i = 0; i < targets->entries; i++)
	{
		const NodeTarget *entry = &targets->entry[i];

		CHECK_FOR_INTERRUPTS();
		if (!entry_is_valid(entry) ||
			!entry_may_follow(i > 0 ? entry - 1 : NULL, entry, has_places))
			return false;
	}
	if (!has_places)
		return true;
	return targets->entry[targets->entries - 1].node == keys.count - 1 &&
		key_dictionary_is_valid(&keys, VARSIZE(targets) - targets_size(targets->entries));
}

const PlanTargets *
plan_targets_from_datum(Datum datum)
{
	const PlanTargets *targets = (const PlanTargets *) detoast_huge(datum);

	(void) check_targets_head(targets, VARSIZE(targets));
	if (!targets_are_sound(targets))
		report_binary_error("plan_targets");
	return targets;
}

/*
 * Comparison.
 */

/* By the first entry that differs, in its node, period or goal. */
static int
compare_entries(const KeyDictionary *a_keys, const NodeTarget *a, const KeyDictionary *b_keys,
				const NodeTarget *b)
{
	Key			key = key_of_place(a_keys, a->node);
	Key			other = key_of_place(b_keys, b->node);
	int			order = compare_keys(a_keys->kind, &key, &other);

	if (order == 0)
		order = (a->period > b->period) - (a->period < b->period);
	return order != 0 ? order : goal_compare(&a->goal, &b->goal);
}

/* By the kind of the nodes, by the first entry that differs, then by the number of entries. */
static int
compare_all(const PlanTargets *a, const PlanTargets *b)
{
	KeyDictionary a_keys = targets_keys(a);
	KeyDictionary b_keys = targets_keys(b);

	if (a_keys.kind != b_keys.kind)
		return a_keys.kind < b_keys.kind ? -1 : 1;
	for (int32 i = 0; i < a->entries && i < b->entries; i++)
	{
		int			order = compare_entries(&a_keys, &a->entry[i], &b_keys, &b->entry[i]);

		CHECK_FOR_INTERRUPTS();
		if (order != 0)
			return order;
	}
	return (a->entries > b->entries) - (a->entries < b->entries);
}

static int
compare_targets(FunctionCallInfo fcinfo)
{
	const PlanTargets *a = PG_GETARG_PLAN_TARGETS_P(0);
	const PlanTargets *b = PG_GETARG_PLAN_TARGETS_P(1);
	int			order = compare_all(a, b);

	free_argument_copy(fcinfo, 0, a);
	free_argument_copy(fcinfo, 1, b);
	return order;
}

static uint64
hash_targets(FunctionCallInfo fcinfo, uint64 seed)
{
	const PlanTargets *targets = PG_GETARG_PLAN_TARGETS_P(0);
	uint64		hash = hash_bytes_extended((const unsigned char *) &targets->entries,
										   VARSIZE(targets) - offsetof(PlanTargets, entries), seed);

	free_argument_copy(fcinfo, 0, targets);
	return hash;
}

PLAN_COMPARISONS(plan_targets, compare_targets)
PLAN_HASHES(plan_targets, hash_targets)

/*
 * Reading.
 */

/* Targets of which only some entries are read: see sliced.h. */
typedef struct SlicedTargets
{
	SlicedValue value;
	PlanTargets *head;			/* without entries */
	size_t		offset_of_keys;
	KeyDictionary keys;
} SlicedTargets;

static const void *
targets_key_part(void *source, size_t offset, size_t size)
{
	SlicedTargets *targets = source;

	return sliced_peek(&targets->value, targets->offset_of_keys + offset, size);
}

/* Begin to read entries; what has been opened must stay where it is. */
static void
open_targets(SlicedTargets *targets, Datum datum)
{
	memset(targets, 0, sizeof(*targets));
	targets->head = palloc0(sizeof(PlanTargets));
	if (!begin_slices(&targets->value, datum, "plan_targets"))
		set_whole(&targets->value, PG_DETOAST_DATUM(datum));
	if (targets->value.size >= sizeof(PlanTargets))
		memcpy((char *) targets->head + VARHDRSZ,
			   sliced_peek(&targets->value, VARHDRSZ, sizeof(PlanTargets) - VARHDRSZ),
			   sizeof(PlanTargets) - VARHDRSZ);
	targets->offset_of_keys = check_targets_head(targets->head, targets->value.size);
	targets->keys = (KeyDictionary) {.kind = targets_kind(targets->head),
		.count = targets->head->keys, .part = targets_key_part, .source = targets,
	.type = "plan_targets"};
}

/* An entry by its number, from 0; looking at the one after the next may take it away. */
static const NodeTarget *
peek_at_entry(SlicedTargets *targets, int32 i)
{
	return sliced_peek(&targets->value, targets_size(i), sizeof(NodeTarget));
}

/* The entry of a node and period, or NULL. */
static const NodeTarget *
find_entry(SlicedTargets *targets, int64 node, int64 period)
{
	int32		low = 0,
				high = targets->head->entries;

	while (low < high)
	{
		int32		middle = low + (high - low) / 2;
		const NodeTarget *entry = peek_at_entry(targets, middle);

		if (entry->node == node && entry->period == period)
			return entry;
		if (entry->node < node || (entry->node == node && entry->period < period))
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* (targets, node, period): the goal as it was stated; NULL if none was. */
PG_FUNCTION_INFO_V1(plan_target_at);
Datum
plan_target_at(PG_FUNCTION_ARGS)
{
	SlicedTargets targets;
	const NodeTarget *entry;
	int64		node;
	Goal	   *goal;

	open_targets(&targets, PG_GETARG_DATUM(0));
	if (!find_key_argument(fcinfo, 1, &targets.keys, "nodes", &node))
		PG_RETURN_NULL();
	entry = find_entry(&targets, node, period_pack(PG_GETARG_PLAN_PERIOD(2)));
	if (entry == NULL)
		PG_RETURN_NULL();
	if (!goal_is_valid(&entry->goal))
		report_binary_error("plan_targets");
	goal = palloc(sizeof(Goal));
	*goal = entry->goal;
	PG_RETURN_POINTER(goal);
}

/* (targets [, key]): one row a node and period, in order. */
PG_FUNCTION_INFO_V1(plan_targets_rows);
Datum
plan_targets_rows(PG_FUNCTION_ARGS)
{
	RowSink		rows;
	const PlanTargets *targets;
	KeyDictionary keys;
	KeyType		type;

	begin_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	targets = PG_GETARG_PLAN_TARGETS_P(0);
	keys = targets_keys(targets);
	type = returned_key_type(fcinfo, 1, rows.desc);
	check_key_type(keys.kind, &type, "nodes", "plan_targets", NULL);
	expect_rows(fcinfo, &rows, targets->entries);
	for (int32 i = 0; i < targets->entries; i++)
	{
		const NodeTarget *entry = &targets->entry[i];
		Key			key = key_of_place(&keys, entry->node);
		Datum		values[3] = {key_datum(keys.kind, &key, &type), Int64GetDatum(entry->period),
		PointerGetDatum(&entry->goal)};
		bool		nulls[3] = {false, false, false};

		CHECK_FOR_INTERRUPTS();
		return_row(&rows, values, nulls);
		if (keys.kind > KEYS_NUMBER)
			pfree(DatumGetPointer(values[0]));
	}
	PG_RETURN_NULL();
}
