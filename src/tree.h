/*
 * tree.h
 *		plan_tree as it is stored.
 */
#ifndef TNPLAN_TREE_H
#define TNPLAN_TREE_H

#include "core/tree.h"
#include "key_dictionary.h"
#include "type.h"

#define TREE_VERSION 1

/*
 * plan_tree: nodes in preorder, siblings by id; behind them, where ids are texts or uuids, the
 * dictionary of these, in which each id is a place.
 */
typedef struct PlanTree
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* TREE_VERSION, and in the second byte the KeyKind of the ids */
	int32		nodes;
	int32		weighted;		/* 1 or 0 */
	TreeNode	node[FLEXIBLE_ARRAY_MEMBER];
} PlanTree;

/* Nodes as they come, not in order yet; ids and parents are numbers of keys. */
typedef struct TreeState
{
	int32		nodes;
	int32		capacity;
	bool		weighted;
	TreeNode   *node;
	KeyTable	keys;
} TreeState;

#define PG_GETARG_PLAN_TREE_P(n) plan_tree_from_datum(PG_GETARG_DATUM(n))

extern const PlanTree *plan_tree_from_datum(Datum datum);
extern KeyDictionary tree_keys(const PlanTree *tree);
extern void init_tree_state(TreeState *state, bool weighted, KeyKind kind);
extern void add_tree_node(TreeState *state, int64 id, bool is_root, int64 parent, double weight);
extern PlanTree *tree_from_state(const TreeState *state, struct Node *escontext);

/* Whether the node at a place has no children. */
static inline bool
is_leaf(const PlanTree *tree, int32 place)
{
	return place == tree->nodes - 1 || tree->node[place + 1].parent_place != place;
}

#endif							/* TNPLAN_TREE_H */
