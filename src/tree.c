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
#include "utils/tuplestore.h"

#include "aggstate.h"
#include "core/text.h"
#include "key_json.h"
#include "tree.h"

#define MAX_NODES ((MaxAllocSize - sizeof(PlanTree)) / sizeof(TreeNode))

static size_t
tree_size(int64 nodes)
{
	return sizeof(PlanTree) + nodes * sizeof(TreeNode);
}

/* The ids of a tree, whose dictionary has one for each node. */
KeyDictionary
tree_keys(const PlanTree *tree)
{
	KeyDictionary keys = {.kind = (KeyKind) (tree->format >> 8), .type = "plan_tree"};

	if (keys.kind > KEYS_NUMBER)
	{
		keys.count = tree->nodes;
		keys.whole = (const char *) tree + tree_size(tree->nodes);
	}
	return keys;
}

/* Whether the size is what the number of nodes says, and the dictionary, if any, is sound. */
static bool
has_sound_size(const PlanTree *tree)
{
	KeyDictionary keys = tree_keys(tree);

	if (keys.kind <= KEYS_NUMBER)
		return VARSIZE(tree) == tree_size(tree->nodes);
	return VARSIZE(tree) >= tree_size(tree->nodes) &&
		key_dictionary_is_valid(&keys, VARSIZE(tree) - tree_size(tree->nodes));
}

const PlanTree *
plan_tree_from_datum(Datum datum)
{
	const PlanTree *tree = (const PlanTree *) detoast_huge(datum);
	bool		is_short = VARSIZE(tree) < sizeof(PlanTree);

	if (is_short || (tree->format & 0xff) != TREE_VERSION)
		report_format_version("plan_tree", is_short ? 0 : (int) (tree->format & 0xff));
	if (tree->nodes < 0 || tree->format >> 8 > KEYS_LAST ||
		(tree->format >> 8 == KEYS_NONE) != (tree->nodes == 0) || !has_sound_size(tree))
		report_binary_error("plan_tree");
	return tree;
}

void
init_tree_state(TreeState *state, bool weighted, KeyKind kind)
{
	state->nodes = 0;
	state->capacity = 16;
	state->weighted = weighted;
	state->node = palloc(state->capacity * sizeof(TreeNode));
	init_keys(&state->keys, CurrentMemoryContext, kind);
}

pg_noreturn static void
report_too_many_nodes(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("plan_tree has too many nodes"),
			 errdetail("A tree holds at most %zu nodes, fewer where they are texts or uuids.",
					   (size_t) MAX_NODES)));
}

void
add_tree_node(TreeState *state, int64 id, bool is_root, int64 parent, double weight)
{
	TreeNode   *node;

	if (state->nodes >= MAX_NODES)
		report_too_many_nodes();
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
report_tree_error(PlanError error, const char *node, const char *parent, struct Node *escontext)
{
	switch (error)
	{
		case PLAN_DUPLICATE:
			errsave(escontext,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("node %s is more than once in the tree", node)));
			break;
		case PLAN_ORPHAN:
			errsave(escontext,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("node %s has parent %s, which is not in the tree", node, parent),
					 errhint("The parent of a root is NULL.")));
			break;
		case PLAN_CYCLE:
			errsave(escontext,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("node %s of the tree is its own ancestor", node)));
			break;
		default:
			errsave(escontext,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("node %s lies too deep in the tree", node),
					 errdetail("A tree has at most %d levels.", TREE_MAX_DEPTH)));
			break;
	}
}

/* Ids and parents by their places in the order of keys. */
static void
put_places(PlanTree *tree, const uint32 *order, uint32 count)
{
	uint32	   *places = places_of_keys(order, count);

	for (int32 i = 0; i < tree->nodes; i++)
	{
		TreeNode   *node = &tree->node[i];

		node->id = places[node->id];
		if (node->parent_place >= 0)
			node->parent = places[node->parent];
	}
	pfree(places);
}

static char *
shown_node(const TreeState *state, const uint32 *order, int64 id)
{
	Key			key = numbered_key(&state->keys, order != NULL ? order[id] : id);

	return shown_key(keys_kind(&state->keys), &key);
}

static int64
parent_of(const PlanTree *tree, int64 id)
{
	for (int32 i = 0; i < tree->nodes; i++)
		if (tree->node[i].id == id)
			return tree->node[i].parent;
	return id;
}

/*
 * The tree of the nodes, or NULL after a soft error.  The state stays as it is.  In a tree that
 * is sound every key is that of a node.
 */
PlanTree *
tree_from_state(const TreeState *state, struct Node *escontext)
{
	bool		numbered = keys_are_numbered(&state->keys);
	uint32	   *order = numbered ? order_keys(&state->keys) : NULL;
	size_t		size = tree_size(state->nodes) + (numbered ? key_dictionary_size(&state->keys) : 0);
	void	   *scratch = allocate_huge(tree_scratch_size(state->nodes) + 1);
	PlanTree   *tree;
	int64_t		failed_node;
	PlanError	error;

	if (!AllocSizeIsValid(size))
		report_too_many_nodes();
	tree = allocate_huge_zero(CurrentMemoryContext, size);
	SET_VARSIZE(tree, size);
	tree->format = TREE_VERSION |
		(uint32) (state->nodes > 0 ? keys_kind(&state->keys) : KEYS_NONE) << 8;
	tree->nodes = state->nodes;
	tree->weighted = state->weighted;
	copy_huge(tree->node, state->node, state->nodes * sizeof(TreeNode));
	if (numbered)
		put_places(tree, order, state->keys.count);
	error = tree_build(tree->node, tree->nodes, scratch, check_for_interrupts, &failed_node);
	pfree(scratch);
	if (error == PLAN_OK)
	{
		if (numbered && state->nodes > 0)
			write_key_dictionary(&state->keys, order, (char *) tree + tree_size(tree->nodes));
		return tree;
	}
	report_tree_error(error, shown_node(state, order, failed_node),
					  shown_node(state, order, parent_of(tree, failed_node)), escontext);
	return NULL;
}

/* A node as text: "id", "id < parent", either with "* weight" behind it. */
static PlanError
read_node(const char **cursor, TreeState *state)
{
	int64		id,
				parent = 0;
	double		weight = 1.0;
	bool		is_root,
				weighted;
	PlanError	error;

	text_skip_spaces(cursor);
	if ((error = read_key(cursor, &state->keys, &id)) != PLAN_OK)
		return error;
	text_skip_spaces(cursor);
	is_root = !text_skip_word(cursor, "<");
	text_skip_spaces(cursor);
	if (!is_root && (error = read_key(cursor, &state->keys, &parent)) != PLAN_OK)
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
	add_tree_node(state, id, is_root, parent, weight);
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

	init_tree_state(&state, false, KEYS_NONE);
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

static void
append_node(StringInfo buf, const KeyDictionary *keys, int64 id)
{
	Key			key = key_of_place(keys, id);

	append_key(buf, keys->kind, &key);
}

PG_FUNCTION_INFO_V1(plan_tree_out);
Datum
plan_tree_out(PG_FUNCTION_ARGS)
{
	const PlanTree *tree = PG_GETARG_PLAN_TREE_P(0);
	KeyDictionary keys = tree_keys(tree);
	StringInfoData buf;
	char		weight[TEXT_DOUBLE_SIZE];

	initStringInfo(&buf);
	for (int32 i = 0; i < tree->nodes; i++)
	{
		const TreeNode *node = &tree->node[i];

		CHECK_FOR_INTERRUPTS();
		if (i > 0)
			appendStringInfoString(&buf, "; ");
		append_node(&buf, &keys, node->id);
		if (node->parent_place >= 0)
		{
			appendStringInfoString(&buf, " < ");
			append_node(&buf, &keys, node->parent);
		}
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

/*
 * On the wire: the kind of the ids, whether the tree is weighted, the number of nodes, and of each
 * whether it is a root, its id, its parent unless it is a root, and its weight.
 */

/* At least a text that is empty. */
#define MIN_NODE_WIRE_SIZE (1 + sizeof(int32) + sizeof(float8))

static int64
receive_node(StringInfo buf, TreeState *state)
{
	Key			key = receive_key(buf, keys_kind(&state->keys), "plan_tree");

	return number_of_key(&state->keys, &key);
}

PG_FUNCTION_INFO_V1(plan_tree_recv);
Datum
plan_tree_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	TreeState	state;
	int			kind,
				weighted;
	uint32		nodes;

	check_binary_version(buf, TREE_VERSION, "plan_tree");
	kind = pq_getmsgbyte(buf);
	weighted = pq_getmsgbyte(buf);
	nodes = pq_getmsgint(buf, 4);
	if (kind > KEYS_LAST || (kind == KEYS_NONE) != (nodes == 0) || weighted > (nodes > 0) ||
		nodes > (buf->len - buf->cursor) / MIN_NODE_WIRE_SIZE)
		report_binary_error("plan_tree");
	init_tree_state(&state, weighted, kind);
	for (uint32 i = 0; i < nodes; i++)
	{
		int			is_root = pq_getmsgbyte(buf);
		int64		id = receive_node(buf, &state);
		int64		parent = is_root ? 0 : receive_node(buf, &state);
		double		weight = pq_getmsgfloat8(buf);

		CHECK_FOR_INTERRUPTS();
		if (is_root > 1 || !(weight >= 0.0) || isinf(weight) || (!weighted && weight != 1.0))
			report_binary_error("plan_tree");
		add_tree_node(&state, id, is_root, parent, weight);
	}
	PG_RETURN_POINTER(tree_from_state(&state, NULL));
}

static void
send_node(StringInfo buf, const KeyDictionary *keys, int64 id)
{
	Key			key = key_of_place(keys, id);

	send_key(buf, keys->kind, &key);
}

PG_FUNCTION_INFO_V1(plan_tree_send);
Datum
plan_tree_send(PG_FUNCTION_ARGS)
{
	const PlanTree *tree = PG_GETARG_PLAN_TREE_P(0);
	KeyDictionary keys = tree_keys(tree);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, TREE_VERSION);
	pq_sendbyte(&buf, keys.kind);
	pq_sendbyte(&buf, tree->weighted);
	pq_sendint32(&buf, tree->nodes);
	for (int32 i = 0; i < tree->nodes; i++)
	{
		const TreeNode *node = &tree->node[i];

		CHECK_FOR_INTERRUPTS();
		pq_sendbyte(&buf, node->parent_place < 0);
		send_node(&buf, &keys, node->id);
		if (node->parent_place >= 0)
			send_node(&buf, &keys, node->parent);
		pq_sendfloat8(&buf, node->weight);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* Equal trees are equal bytes: nodes have an order of their own. */
static int
compare_nodes(const PlanTree *a, const PlanTree *b)
{
	KeyDictionary a_keys = tree_keys(a);
	KeyDictionary b_keys = tree_keys(b);

	if (a_keys.kind != b_keys.kind)
		return a_keys.kind < b_keys.kind ? -1 : 1;
	for (int32 i = 0; i < a->nodes && i < b->nodes; i++)
	{
		const TreeNode *x = &a->node[i];
		const TreeNode *y = &b->node[i];

		Key			key = key_of_place(&a_keys, x->id);
		Key			other = key_of_place(&b_keys, y->id);
		int			order =
			compare_keys(a_keys.kind == KEYS_NONE ? KEYS_NUMBER : a_keys.kind, &key, &other);

		CHECK_FOR_INTERRUPTS();
		if (order != 0)
			return order;
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
 * Reading.
 */

/* (tree [, key]): the tree as rows, in preorder. */
PG_FUNCTION_INFO_V1(plan_tree_rows);
Datum
plan_tree_rows(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const PlanTree *tree;
	KeyDictionary keys;
	KeyType		type;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	tree = PG_GETARG_PLAN_TREE_P(0);
	keys = tree_keys(tree);
	type = returned_key_type(fcinfo, 1, rsinfo->setDesc);
	check_key_type(keys.kind, &type, "nodes", "plan_tree", NULL);
	for (int32 i = 0; i < tree->nodes; i++)
	{
		const TreeNode *node = &tree->node[i];
		bool		is_root = node->parent_place < 0;
		Key			id = key_of_place(&keys, node->id);
		Key			parent = is_root ? id : key_of_place(&keys, node->parent);
		Datum		values[4] =
			{key_datum(keys.kind, &id, &type), key_datum(keys.kind, &parent, &type),
		Int32GetDatum(node->level), Float8GetDatum(node->weight)};
		bool		nulls[4] = {false, is_root, false, !tree->weighted};

		CHECK_FOR_INTERRUPTS();
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		for (int k = 0; k < 2 && keys.kind > KEYS_NUMBER; k++)
			pfree(DatumGetPointer(values[k]));
	}
	PG_RETURN_NULL();
}

/* The object of a node; that of a root has no parent. */
static void
add_node_json(JsonWriter *writer, KeyKind kind, const Key *id, const Key *parent,
			  const TreeNode *node, bool weighted)
{
	json_add_key(writer, "node", kind, id);
	if (parent != NULL)
		json_add_key(writer, "parent", kind, parent);
	else
		json_add_null(writer, "parent");
	json_add_integer(writer, "level", node->level);
	if (weighted)
		json_add_figure(writer, "weight", node->weight);
	else
		json_add_null(writer, "weight");
}

/* No node takes fewer bytes than a root of this key. */
static Size
least_node_json(KeyKind kind, bool weighted)
{
	TreeNode	least = {.parent_place = -1};
	char		no_bytes[UUID_LEN] = {0};
	Key			key = {0, no_bytes, 0};
	JsonWriter	writer;

	json_begin_object(&writer);
	add_node_json(&writer, kind, &key, NULL, &least, weighted);
	return json_size(&writer);
}

/* The nodes in preorder. */
PG_FUNCTION_INFO_V1(plan_tree_to_jsonb);
Datum
plan_tree_to_jsonb(PG_FUNCTION_ARGS)
{
	const PlanTree *tree = PG_GETARG_PLAN_TREE_P(0);
	KeyDictionary keys = tree_keys(tree);
	JsonArray	array;

	json_begin_array(&array, "plan_tree", tree->nodes, least_node_json(keys.kind, tree->weighted));
	for (int32 i = 0; i < tree->nodes; i++)
	{
		const TreeNode *node = &tree->node[i];
		bool		is_root = node->parent_place < 0;
		Key			id = key_of_place(&keys, node->id);
		Key			parent = is_root ? id : key_of_place(&keys, node->parent);
		JsonWriter	writer;

		json_begin_element(&array, &writer);
		add_node_json(&writer, keys.kind, &id, is_root ? NULL : &parent, node, tree->weighted);
		json_end_element(&array, &writer);
	}
	PG_RETURN_DATUM(json_end_array(&array));
}
