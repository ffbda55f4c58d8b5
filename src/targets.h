/*
 * targets.h
 *		plan_targets as it is stored: the stated targets of nodes by period.
 */
#ifndef TNPLAN_TARGETS_H
#define TNPLAN_TARGETS_H

#include "goal.h"
#include "key_dictionary.h"
#include "period.h"
#include "type.h"

#define TARGETS_VERSION 1

/* A stated target. */
typedef struct NodeTarget
{
	int64		node;			/* a number, or the place of a key in the dictionary */
	int64		period;			/* as period_pack() has it */
	Goal		goal;
} NodeTarget;

/*
 * plan_targets: entries by node, then by period, none twice; behind them, where nodes are texts or
 * uuids, the dictionary of these, each of which has an entry.
 */
typedef struct PlanTargets
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* TARGETS_VERSION, in the second byte the KeyKind of the nodes */
	int32		entries;
	int32		keys;			/* in the dictionary; 0 where nodes are numbers */
	NodeTarget entry[FLEXIBLE_ARRAY_MEMBER];
} PlanTargets;

/* Entries as they come, not in order yet; nodes are numbers of keys. */
typedef struct TargetsState
{
	uint64		entries;
	uint64		capacity;
	NodeTarget *entry;
	KeyTable	keys;
} TargetsState;

#define PG_GETARG_PLAN_TARGETS_P(n) plan_targets_from_datum(PG_GETARG_DATUM(n))

/* targets.c */
extern const PlanTargets *plan_targets_from_datum(Datum datum);
extern KeyDictionary targets_keys(const PlanTargets *targets);
extern bool targets_are_sound(const PlanTargets *targets);

/* targets_state.c */
extern void init_targets_state(TargetsState *state, MemoryContext context, KeyKind kind);
extern void add_target(TargetsState *state, int64 node, int64 period, const Goal *goal);
extern void add_targets(TargetsState *state, const PlanTargets *targets);
extern void add_targets_state(TargetsState *state, const TargetsState *other);
extern PlanTargets *targets_from_state(const TargetsState *state, struct Node *escontext);

static inline size_t
targets_size(int64 entries)
{
	return offsetof(PlanTargets, entry) + entries * sizeof(NodeTarget);
}

/* The kind of the nodes, none if there are no entries. */
static inline KeyKind
targets_kind(const PlanTargets *targets)
{
	return (KeyKind) (targets->format >> 8);
}

#endif							/* TNPLAN_TARGETS_H */
