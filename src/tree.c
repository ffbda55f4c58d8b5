/*
 * tree.c
 *		plan_tree: who is whose parent, from an adjacency list.
 *
 * Its text form has the nodes in preorder, as in
 *
 *		1; 11 < 1; 111 < 11; 12 < 1
 *		1 * 1; 11 < 1 * 0.6; 12 < 1 * 0.4
 *
 * the second with weights among siblings; or "empty".
 */
#include "postgres.h"

#include <math.h>

#include "common/hashfn.h"
#include "funcapi.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "aggstate.h"
#include "core/text.h"
#include "json.h"
#include "tree.h"

#define MAX_NODES ((MaxAllocSize - sizeof(PlanTree)) / sizeof(TreeNode))

/* Nodes as they come, not in order yet. */
typedef struct TreeState
{
	int32		nodes;
	int32		capacity;
	bool		weighted;
	TreeNode   *node;
} TreeState;

static size_t
tree_size(int64 nodes)
{
	return sizeof(PlanTree) + nodes * sizeof(TreeNode);
}

const PlanTree *
plan_tree_from_datum(Datum datum)
{
	const PlanTree *tree = (const PlanTree *) PG_DETOAST_DATUM(datum);

	if (VARSIZE(tree) < sizeof(PlanTree) || tree->format != TREE_VERSION)
		report_format_version("plan_tree", VARSIZE(tree) < sizeof(PlanTree) ? 0 : tree->format);
	if (tree->nodes < 0 || VARSIZE(tree) != tree_size(tree->nodes))
		report_binary_error("plan_tree");
	return tree;
}

static void
init_state(TreeState *state, bool weighted)
{
	state->nodes = 0;
	state->capacity = 16;
	state->weighted = weighted;
	state->node = palloc(state->capacity * sizeof(TreeNode));
}

static void
add_node(TreeState *state, int64 id, bool is_root, int64 parent, double weight)
{
	TreeNode   *node;

	if (state->nodes >= MAX_NODES)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("plan_tree has too many nodes"),
				 errdetail("A tree holds at most %zu nodes.", (size_t) MAX_NODES)));
	if (state->nodes == state->capacity)
	{
		state->capacity = Min((int64) state->capacity * 2, MAX_NODES);
		state->node = repalloc(state->node, state->capacity * sizeof(TreeNode));
	}
	node = &state->node[state->nodes++];
	memset(node, 0, sizeof(*node));
	node->id = id;
	node->parent = is_root ? 0 : parent;
	node->parent_place = is_root ? -1 : 0;
	node->weight = weight + 0.0;	/* adding 0 turns -0 into 0 */
}

static void
report_tree_error(PlanError error, int64 node, struct Node *escontext)
{
	switch (error)
	{
		case PLAN_DUPLICATE:
			errsave(escontext,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("node " INT64_FORMAT " is more than once in the tree", node)));
			break;
		case PLAN_ORPHAN:
			errsave(escontext,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("the parent of node " INT64_FORMAT " is not in the tree", node),
					 errhint("The parent of a root is NULL.")));
			break;
		case PLAN_CYCLE:
			errsave(escontext,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("node " INT64_FORMAT " of the tree is its own ancestor", node)));
			break;
		default:
			errsave(escontext,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("node " INT64_FORMAT " lies too deep in the tree", node),
					 errdetail("A tree has at most %d levels.", TREE_MAX_DEPTH)));
			break;
	}
}

/* The tree of the nodes, or NULL after a soft error.  The state stays as it is. */
static PlanTree *
tree_from_state(const TreeState *state, struct Node *escontext)
{
	PlanTree   *tree = palloc0(tree_size(state->nodes));
	void	   *scratch = MemoryContextAllocHuge(CurrentMemoryContext,
												 tree_scratch_size(state->nodes) + 1);
	int64_t		failed_node;
	PlanError	error;

	SET_VARSIZE(tree, tree_size(state->nodes));
	tree->format = TREE_VERSION;
	tree->nodes = state->nodes;
	tree->weighted = state->weighted;
	memcpy(tree->node, state->node, state->nodes * sizeof(TreeNode));
	error = tree_build(tree->node, tree->nodes, scratch, check_for_interrupts, &failed_node);
	pfree(scratch);
	if (error == PLAN_OK)
		return tree;
	report_tree_error(error, failed_node, escontext);
	return NULL;
}

/* A node as text: "id", "id < parent", either with "* weight" behind it. */
static PlanError
read_node(const char **cursor, TreeState *state)
{
	int64_t		id,
				parent = 0;
	double		weight = 1.0;
	bool		is_root,
				weighted;
	PlanError	error;

	text_skip_spaces(cursor);
	if ((error = text_read_int64(cursor, &id)) != PLAN_OK)
		return error;
	text_skip_spaces(cursor);
	is_root = !text_skip_word(cursor, "<");
	text_skip_spaces(cursor);
	if (!is_root && (error = text_read_int64(cursor, &parent)) != PLAN_OK)
		return error;
	text_skip_spaces(cursor);
	weighted = text_skip_word(cursor, "*");
	text_skip_spaces(cursor);
	if (weighted && (error = text_read_double(cursor, &weight)) != PLAN_OK)
		return error;
	text_skip_spaces(cursor);
	/* All nodes have a weight, or none. */
	if (weight < 0.0 || (state->nodes > 0 && weighted != state->weighted))
		return PLAN_SYNTAX;
	state->weighted = weighted;
	add_node(state, id, is_root, parent, weight);
	return PLAN_OK;
}

/* Nodes between semicolons, or the word for none. */
static PlanError
read_nodes(const char *cursor, TreeState *state)
{
	PlanError	error;

	text_skip_spaces(&cursor);
	if (text_skip_word(&cursor, "empty"))
	{
		text_skip_spaces(&cursor);
		return *cursor == '\0' ? PLAN_OK : PLAN_SYNTAX;
	}
	do
	{
		CHECK_FOR_INTERRUPTS();
		if ((error = read_node(&cursor, state)) != PLAN_OK)
			return error;
	} while (text_skip_word(&cursor, ";"));
	return *cursor == '\0' ? PLAN_OK : PLAN_SYNTAX;
}

PG_FUNCTION_INFO_V1(plan_tree_in);
Datum
plan_tree_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	TreeState	state;
	PlanTree   *tree;
	PlanError	error;

	init_state(&state, false);
	error = read_nodes(text, &state);
	if (error != PLAN_OK)
	{
		report_text_error(error, "plan_tree", text, fcinfo->context);
		PG_RETURN_NULL();
	}
	tree = tree_from_state(&state, fcinfo->context);
	if (tree == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(tree);
}

PG_FUNCTION_INFO_V1(plan_tree_out);
Datum
plan_tree_out(PG_FUNCTION_ARGS)
{
	const PlanTree *tree = PG_GETARG_PLAN_TREE_P(0);
	StringInfoData buf;
	char		weight[TEXT_DOUBLE_SIZE];

	initStringInfo(&buf);
	for (int32 i = 0; i < tree->nodes; i++)
	{
		const TreeNode *node = &tree->node[i];

		CHECK_FOR_INTERRUPTS();
		appendStringInfo(&buf, "%s" INT64_FORMAT, i > 0 ? "; " : "", node->id);
		if (node->parent_place >= 0)
			appendStringInfo(&buf, " < " INT64_FORMAT, node->parent);
		if (tree->weighted)
		{
			text_write_double(weight, node->weight);
			appendStringInfo(&buf, " * %s", weight);
		}
	}
	if (tree->nodes == 0)
		appendStringInfoString(&buf, "empty");
	PG_RETURN_CSTRING(buf.data);
}

/* On the wire: whether it is weighted, the number of nodes, and of each what was given. */
#define NODE_WIRE_SIZE (1 + sizeof(int64) + sizeof(int64) + sizeof(float8))

PG_FUNCTION_INFO_V1(plan_tree_recv);
Datum
plan_tree_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	TreeState	state;
	int			weighted;
	uint32		nodes;

	check_binary_version(buf, TREE_VERSION, "plan_tree");
	weighted = pq_getmsgbyte(buf);
	nodes = pq_getmsgint(buf, 4);
	if (weighted > (nodes > 0) || nodes > (buf->len - buf->cursor) / NODE_WIRE_SIZE)
		report_binary_error("plan_tree");
	init_state(&state, weighted);
	for (uint32 i = 0; i < nodes; i++)
	{
		int			is_root = pq_getmsgbyte(buf);
		int64		id = pq_getmsgint64(buf);
		int64		parent = pq_getmsgint64(buf);
		double		weight = pq_getmsgfloat8(buf);

		CHECK_FOR_INTERRUPTS();
		if (is_root > 1 || (is_root && parent != 0) || !(weight >= 0.0) || isinf(weight) ||
			(!weighted && weight != 1.0))
			report_binary_error("plan_tree");
		add_node(&state, id, is_root, parent, weight);
	}
	PG_RETURN_POINTER(tree_from_state(&state, NULL));
}

PG_FUNCTION_INFO_V1(plan_tree_send);
Datum
plan_tree_send(PG_FUNCTION_ARGS)
{
	const PlanTree *tree = PG_GETARG_PLAN_TREE_P(0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, TREE_VERSION);
	pq_sendbyte(&buf, tree->weighted);
	pq_sendint32(&buf, tree->nodes);
	for (int32 i = 0; i < tree->nodes; i++)
	{
		CHECK_FOR_INTERRUPTS();
		pq_sendbyte(&buf, tree->node[i].parent_place < 0);
		pq_sendint64(&buf, tree->node[i].id);
		pq_sendint64(&buf, tree->node[i].parent);
		pq_sendfloat8(&buf, tree->node[i].weight);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* Equal trees are equal bytes: nodes have an order of their own. */
static int
compare_nodes(const PlanTree *a, const PlanTree *b)
{
	for (int32 i = 0; i < a->nodes && i < b->nodes; i++)
	{
		const TreeNode *x = &a->node[i];
		const TreeNode *y = &b->node[i];

		CHECK_FOR_INTERRUPTS();
		if (x->id != y->id)
			return x->id < y->id ? -1 : 1;
		if (x->parent_place != y->parent_place)
			return x->parent_place < y->parent_place ? -1 : 1;
		if (x->weight != y->weight)
			return x->weight < y->weight ? -1 : 1;
	}
	if (a->nodes != b->nodes)
		return a->nodes < b->nodes ? -1 : 1;
	return a->weighted - b->weighted;
}

static int
compare_trees(FunctionCallInfo fcinfo)
{
	const PlanTree *a = PG_GETARG_PLAN_TREE_P(0);
	const PlanTree *b = PG_GETARG_PLAN_TREE_P(1);
	int			order = compare_nodes(a, b);

	free_argument_copy(fcinfo, 0, a);
	free_argument_copy(fcinfo, 1, b);
	return order;
}

static uint64
hash_tree(FunctionCallInfo fcinfo, uint64 seed)
{
	const PlanTree *tree = PG_GETARG_PLAN_TREE_P(0);
	uint64		hash = hash_bytes_extended((const unsigned char *) &tree->nodes,
										   VARSIZE(tree) - offsetof(PlanTree, nodes), seed);

	free_argument_copy(fcinfo, 0, tree);
	return hash;
}

PLAN_COMPARISONS(plan_tree, compare_trees)
PLAN_HASHES(plan_tree, hash_tree)

/*
 * The aggregate.
 */

/* The state to add to, in the memory of the aggregate: the caller switches there. */
static TreeState *
tree_state(FunctionCallInfo fcinfo, bool weighted)
{
	TreeState  *state;

	if (!PG_ARGISNULL(0))
		return (TreeState *) PG_GETARG_POINTER(0);
	state = palloc(sizeof(TreeState));
	init_state(state, weighted);
	return state;
}

/* (state, id, parent [, weight]) */
PG_FUNCTION_INFO_V1(plan_tree_add);
Datum
plan_tree_add(PG_FUNCTION_ARGS)
{
	bool		weighted = PG_NARGS() > 3;
	double		weight = 1.0;
	MemoryContext old;
	TreeState  *state;

	if (PG_ARGISNULL(1))
		report_null_error("node");
	if (weighted)
		weight = PG_ARGISNULL(3) ? 0.0 : PG_GETARG_FLOAT8(3);
	if (isnan(weight) || isinf(weight))
		report_figure_error("weight", weight);
	if (weight < 0.0)
		report_weight_error(weight);
	old = MemoryContextSwitchTo(aggregate_context(fcinfo));
	state = tree_state(fcinfo, weighted);
	add_node(state, PG_GETARG_INT64(1), PG_ARGISNULL(2), PG_ARGISNULL(2) ? 0 : PG_GETARG_INT64(2),
			 weight);
	MemoryContextSwitchTo(old);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_tree_final);
Datum
plan_tree_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(tree_from_state((TreeState *) PG_GETARG_POINTER(0), NULL));
}

PG_FUNCTION_INFO_V1(plan_tree_serialize);
Datum
plan_tree_serialize(PG_FUNCTION_ARGS)
{
	const TreeState *state = (const TreeState *) PG_GETARG_POINTER(0);
	size_t		size = state->nodes * sizeof(TreeNode);
	bytea	   *bytes = palloc(VARHDRSZ + 1 + size);

	SET_VARSIZE(bytes, VARHDRSZ + 1 + size);
	*VARDATA(bytes) = state->weighted;
	memcpy(VARDATA(bytes) + 1, state->node, size);
	PG_RETURN_BYTEA_P(bytes);
}

PG_FUNCTION_INFO_V1(plan_tree_deserialize);
Datum
plan_tree_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	TreeState  *state = palloc(sizeof(TreeState));
	size_t		size = VARSIZE_ANY_EXHDR(bytes) - 1;

	state->weighted = *VARDATA_ANY(bytes);
	state->nodes = state->capacity = size / sizeof(TreeNode);
	state->node = palloc(size);
	memcpy(state->node, VARDATA_ANY(bytes) + 1, size);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_tree_combine);
Datum
plan_tree_combine(PG_FUNCTION_ARGS)
{
	const TreeState *other;
	TreeState  *state;
	MemoryContext old;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		return PG_GETARG_DATUM(0);
	}
	other = (const TreeState *) PG_GETARG_POINTER(1);
	old = MemoryContextSwitchTo(aggregate_context(fcinfo));
	state = tree_state(fcinfo, other->weighted);
	for (int32 i = 0; i < other->nodes; i++)
	{
		const TreeNode *node = &other->node[i];

		CHECK_FOR_INTERRUPTS();
		add_node(state, node->id, node->parent_place < 0, node->parent, node->weight);
	}
	MemoryContextSwitchTo(old);
	PG_RETURN_POINTER(state);
}

/* The tree as rows, in preorder. */
PG_FUNCTION_INFO_V1(plan_tree_rows);
Datum
plan_tree_rows(PG_FUNCTION_ARGS)
{
	const PlanTree *tree = PG_GETARG_PLAN_TREE_P(0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;

	InitMaterializedSRF(fcinfo, 0);
	for (int32 i = 0; i < tree->nodes; i++)
	{
		const TreeNode *node = &tree->node[i];
		Datum		values[4] = {Int64GetDatum(node->id), Int64GetDatum(node->parent),
		Int32GetDatum(node->level), Float8GetDatum(node->weight)};
		bool		nulls[4] = {false, node->parent_place < 0, false, !tree->weighted};

		CHECK_FOR_INTERRUPTS();
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	PG_RETURN_NULL();
}

/* The object of a node. */
static void
add_node_json(JsonWriter *writer, const TreeNode *node, bool weighted)
{
	json_add_integer(writer, "node", node->id);
	if (node->parent_place >= 0)
		json_add_integer(writer, "parent", node->parent);
	else
		json_add_null(writer, "parent");
	json_add_integer(writer, "level", node->level);
	json_add_optional(writer, "weight", weighted, node->weight);
}

/* No node takes fewer bytes than a root of this number. */
static Size
least_node_json(bool weighted)
{
	TreeNode	least = {.parent_place = -1};
	JsonWriter	writer = {NULL};

	json_begin_object(&writer);
	add_node_json(&writer, &least, weighted);
	json_end_object(&writer);
	return json_size(&writer);
}

/* The nodes in preorder. */
PG_FUNCTION_INFO_V1(plan_tree_to_jsonb);
Datum
plan_tree_to_jsonb(PG_FUNCTION_ARGS)
{
	const PlanTree *tree = PG_GETARG_PLAN_TREE_P(0);
	JsonArray	array;

	json_begin_array(&array, "plan_tree", tree->nodes, least_node_json(tree->weighted));
	for (int32 i = 0; i < tree->nodes; i++)
	{
		JsonWriter	writer;

		json_begin_element(&array, &writer);
		add_node_json(&writer, &tree->node[i], tree->weighted);
		json_end_element(&array, &writer);
	}
	PG_RETURN_DATUM(json_end_array(&array));
}
