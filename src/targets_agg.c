/*
 * targets_agg.c
 *		plan_targets_agg and plan_rollup: the aggregates that make and merge targets.
 *
 * Their state grows with the targets, so it is internal.
 */
#include "postgres.h"

#include "aggstate.h"
#include "targets.h"

/*
 * The state to add to.  A first one has nodes of the type of an argument, or of any kind if that is
 * negative.
 */
static TargetsState *
targets_state(FunctionCallInfo fcinfo, int node)
{
	MemoryContext context;
	TargetsState *state;

	if (likely(!PG_ARGISNULL(0)))
		return (TargetsState *) PG_GETARG_POINTER(0);
	context = aggregate_context(fcinfo);
	state = MemoryContextAlloc(context, sizeof(TargetsState));
	init_targets_state(state, context, KEYS_NONE);
	if (node >= 0)
		begin_keys(&state->keys, context, fcinfo, node, "nodes");
	return state;
}

/* Arguments of a row: state, node, period, goal. */
#define NODE 1
#define PERIOD 2
#define GOAL 3

/* A row that is missing its period or goal states nothing; without a node it is wrong. */
PG_FUNCTION_INFO_V1(plan_targets_add);
Datum
plan_targets_add(PG_FUNCTION_ARGS)
{
	TargetsState *state = targets_state(fcinfo, NODE);

	if (unlikely(PG_ARGISNULL(NODE)))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("node must not be null"),
				 errdetail("A target belongs to a node."),
				 errhint("Leave such rows out with FILTER or WHERE.")));
	if (PG_ARGISNULL(PERIOD) || PG_ARGISNULL(GOAL))
		PG_RETURN_POINTER(state);
	add_target(state, key_argument(fcinfo, NODE, &state->keys),
			   period_pack(PG_GETARG_PLAN_PERIOD(PERIOD)), PG_GETARG_PLAN_GOAL_P(GOAL));
	PG_RETURN_POINTER(state);
}

/* (state, targets): the transition of plan_rollup. */
PG_FUNCTION_INFO_V1(plan_targets_gather);
Datum
plan_targets_gather(PG_FUNCTION_ARGS)
{
	TargetsState *state;
	const PlanTargets *targets;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	state = targets_state(fcinfo, -1);
	targets = PG_GETARG_PLAN_TARGETS_P(1);
	add_targets(state, targets);
	free_argument_copy(fcinfo, 1, targets);
	PG_RETURN_POINTER(state);
}

/* The operator +. */
PG_FUNCTION_INFO_V1(plan_targets_merge);
Datum
plan_targets_merge(PG_FUNCTION_ARGS)
{
	TargetsState state;

	init_targets_state(&state, CurrentMemoryContext, KEYS_NONE);
	add_targets(&state, PG_GETARG_PLAN_TARGETS_P(0));
	add_targets(&state, PG_GETARG_PLAN_TARGETS_P(1));
	PG_RETURN_POINTER(targets_from_state(&state, NULL));
}

PG_FUNCTION_INFO_V1(plan_targets_final);
Datum
plan_targets_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(targets_from_state((TargetsState *) PG_GETARG_POINTER(0), NULL));
}

/* What a worker sends: its keys and its entries. */
PG_FUNCTION_INFO_V1(plan_targets_serialize);
Datum
plan_targets_serialize(PG_FUNCTION_ARGS)
{
	const TargetsState *state = (const TargetsState *) PG_GETARG_POINTER(0);
	size_t		size = state->entries * sizeof(NodeTarget);
	bytea	   *bytes = new_partial_state(sent_keys_size(&state->keys) + size, "targets");
	char	   *to = write_sent_keys(&state->keys, VARDATA(bytes));

	copy_huge(to, state->entry, size);
	PG_RETURN_BYTEA_P(bytes);
}

PG_FUNCTION_INFO_V1(plan_targets_deserialize);
Datum
plan_targets_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	TargetsState *state = palloc(sizeof(TargetsState));
	const char *from;
	size_t		size;

	init_targets_state(state, CurrentMemoryContext, KEYS_NONE);
	from = read_sent_keys(&state->keys, CurrentMemoryContext, VARDATA_ANY(bytes));
	size = VARDATA_ANY(bytes) + VARSIZE_ANY_EXHDR(bytes) - from;
	state->entries = state->capacity = size / sizeof(NodeTarget);
	state->entry = allocate_huge(size + 1);
	copy_huge(state->entry, from, size);
	PG_RETURN_POINTER(state);
}

/* Not strict: the state of another node lives elsewhere, and must be copied. */
PG_FUNCTION_INFO_V1(plan_targets_combine);
Datum
plan_targets_combine(PG_FUNCTION_ARGS)
{
	TargetsState *state;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	state = targets_state(fcinfo, -1);
	add_targets_state(state, (const TargetsState *) PG_GETARG_POINTER(1));
	PG_RETURN_POINTER(state);
}
