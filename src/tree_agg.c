/*
 * tree_agg.c
 *		plan_tree_agg: the aggregate that makes trees.
 */
#include "postgres.h"

#include <math.h>

#include "miscadmin.h"

#include "aggstate.h"
#include "tree.h"

/*
 * The state to add to, in the memory of the aggregate: the caller switches there.  A first one
 * has ids of the type of an argument, or of any kind if that is negative.
 */
static TreeState *
tree_state(FunctionCallInfo fcinfo, bool weighted, int id)
{
	TreeState  *state;

	if (!PG_ARGISNULL(0))
		return (TreeState *) PG_GETARG_POINTER(0);
	state = palloc(sizeof(TreeState));
	init_tree_state(state, weighted, KEYS_NONE);
	if (id >= 0)
		begin_keys(&state->keys, CurrentMemoryContext, fcinfo, id, "nodes");
	return state;
}

/* (state, id, parent [, weight]) */
#define ID 1
#define PARENT 2
#define WEIGHT 3

static double
node_weight_argument(FunctionCallInfo fcinfo)
{
	double		weight = 1.0;

	if (PG_NARGS() > WEIGHT)
		weight = PG_ARGISNULL(WEIGHT) ? 0.0 : PG_GETARG_FLOAT8(WEIGHT);
	if (isnan(weight) || isinf(weight))
		report_figure_error("weight", weight);
	if (weight < 0.0)
		report_weight_error(weight);
	return weight;
}

PG_FUNCTION_INFO_V1(plan_tree_add);
Datum
plan_tree_add(PG_FUNCTION_ARGS)
{
	double		weight = node_weight_argument(fcinfo);
	bool		is_root = PG_ARGISNULL(PARENT);
	MemoryContext old;
	TreeState  *state;
	int64		id;

	if (PG_ARGISNULL(ID))
		report_null_error("node");
	old = MemoryContextSwitchTo(aggregate_context(fcinfo));
	state = tree_state(fcinfo, PG_NARGS() > WEIGHT, ID);
	id = key_argument(fcinfo, ID, &state->keys);
	add_tree_node(state, id, is_root,
				  is_root ? 0 : key_argument(fcinfo, PARENT, &state->keys), weight);
	MemoryContextSwitchTo(old);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_tree_final);
Datum
plan_tree_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(tree_from_state((TreeState *) PG_GETARG_POINTER(0), NULL));
}

/* What a worker sends: whether the tree is weighted, its keys, and its nodes. */
PG_FUNCTION_INFO_V1(plan_tree_serialize);
Datum
plan_tree_serialize(PG_FUNCTION_ARGS)
{
	const TreeState *state = (const TreeState *) PG_GETARG_POINTER(0);
	size_t		nodes_size = state->nodes * sizeof(TreeNode);
	uint64		size = 1 + sent_keys_size(&state->keys) + nodes_size;
	bytea	   *bytes = new_partial_state(size, "nodes");
	char	   *to = VARDATA(bytes);

	*to = state->weighted;
	to = write_sent_keys(&state->keys, to + 1);
	copy_huge(to, state->node, nodes_size);
	PG_RETURN_BYTEA_P(bytes);
}

PG_FUNCTION_INFO_V1(plan_tree_deserialize);
Datum
plan_tree_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	TreeState  *state = palloc(sizeof(TreeState));
	const char *from = read_sent_keys(&state->keys, CurrentMemoryContext, VARDATA_ANY(bytes) + 1);
	size_t		size = VARDATA_ANY(bytes) + VARSIZE_ANY_EXHDR(bytes) - from;

	state->weighted = *VARDATA_ANY(bytes);
	state->nodes = state->capacity = size / sizeof(TreeNode);
	state->node = palloc(size);
	copy_huge(state->node, from, size);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_tree_combine);
Datum
plan_tree_combine(PG_FUNCTION_ARGS)
{
	const TreeState *other;
	TreeState  *state;
	MemoryContext old;
	int64	   *numbers;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	other = (const TreeState *) PG_GETARG_POINTER(1);
	old = MemoryContextSwitchTo(aggregate_context(fcinfo));
	state = tree_state(fcinfo, other->weighted, -1);
	merge_key_kinds(&state->keys.type.kind, keys_kind(&other->keys));
	numbers = add_keys(&state->keys, &other->keys);
	for (int32 i = 0; i < other->nodes; i++)
	{
		const TreeNode *node = &other->node[i];
		bool		is_root = node->parent_place < 0;

		CHECK_FOR_INTERRUPTS();
		if (numbers == NULL)
			add_tree_node(state, node->id, is_root, node->parent, node->weight);
		else
			add_tree_node(state, numbers[node->id], is_root, is_root ? 0 : numbers[node->parent],
					 node->weight);
	}
	if (numbers != NULL)
		pfree(numbers);
	MemoryContextSwitchTo(old);
	PG_RETURN_POINTER(state);
}
