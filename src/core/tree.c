/*
 * tree.c
 *		A forest of numbered nodes, from a list of who is whose parent.
 */
#include "core/tree.h"

#include <string.h>

/* Nodes that are looked at between two checks for interrupts. */
#define NODES_BETWEEN_CHECKS 65536

/* A key whose order as an unsigned number is that of the id. */
static inline uint64_t
key_of_id(int64_t id)
{
	return (uint64_t) id ^ UINT64_C(0x8000000000000000);
}

static inline void
check_now_and_then(int32_t i, InterruptCheck check)
{
	if (i % NODES_BETWEEN_CHECKS == 0)
		check();
}

/* The places of nodes by id, in one half of the array, which has room for twice as many. */
static const KeyedValue *
sort_by_id(const TreeNode *nodes, int32_t count, KeyedValue *pairs, InterruptCheck check)
{
	for (int32_t i = 0; i < count; i++)
	{
		check_now_and_then(i, check);
		pairs[i] = (KeyedValue) {key_of_id(nodes[i].id), (uint64_t) i};
	}
	return pairsort(pairs, pairs + count, (uint32_t) count, check);
}

/* Put nodes in the order of their ids; PLAN_DUPLICATE where one is twice among them. */
static PlanError
order_by_id(const TreeNode *nodes, int32_t count, TreeNode *ordered, KeyedValue *pairs,
			InterruptCheck check, int64_t *failed_node)
{
	const KeyedValue *sorted = sort_by_id(nodes, count, pairs, check);

	for (int32_t i = 0; i < count; i++)
	{
		check_now_and_then(i, check);
		ordered[i] = nodes[sorted[i].value];
		*failed_node = ordered[i].id;
		if (i > 0 && sorted[i].key == sorted[i - 1].key)
			return PLAN_DUPLICATE;
	}
	return PLAN_OK;
}

/*
 * Find everyone's parent among nodes in the order of their ids: parents in their order meet
 * them in one pass.  Of those without one, the failed node is the first.
 */
static PlanError
link_parents(TreeNode *nodes, int32_t count, KeyedValue *pairs, InterruptCheck check,
			 int64_t *failed_node)
{
	const KeyedValue *sorted;
	int32_t		children = 0;
	int32_t		place = 0;
	int32_t		orphan = count;

	for (int32_t i = 0; i < count; i++)
	{
		check_now_and_then(i, check);
		if (nodes[i].parent_place >= 0)
			pairs[children++] = (KeyedValue) {key_of_id(nodes[i].parent), (uint64_t) i};
	}
	sorted = pairsort(pairs, pairs + count, (uint32_t) children, check);
	for (int32_t i = 0; i < children; i++)
	{
		int32_t		child = (int32_t) sorted[i].value;

		check_now_and_then(i, check);
		while (place < count && key_of_id(nodes[place].id) < sorted[i].key)
			place++;
		nodes[child].parent_place = place;
		if ((place == count || key_of_id(nodes[place].id) != sorted[i].key) && child < orphan)
			orphan = child;
	}
	if (orphan == count)
		return PLAN_OK;
	*failed_node = nodes[orphan].id;
	return PLAN_ORPHAN;
}

/* Some node of a cycle: whoever has not been reached from a root leads to one. */
static int64_t
find_cycle(const TreeNode *nodes, int32_t count, InterruptCheck check)
{
	int32_t		place = 0;

	while (nodes[place].level != 0)
		place++;
	for (int32_t i = 0; i < count; i++)
	{
		check_now_and_then(i, check);
		place = nodes[place].parent_place;
	}
	return nodes[place].id;
}

/* Chains of children; returns the first root, or -1. */
static int32_t
link_children(const TreeNode *nodes, int32_t count, int32_t *first_child, int32_t *next_sibling,
			  InterruptCheck check)
{
	int32_t		first_root = -1;

	for (int32_t i = 0; i < count; i++)
		first_child[i] = -1;
	for (int32_t i = count - 1; i >= 0; i--)
	{
		int32_t    *first = nodes[i].parent_place < 0 ? &first_root :
			&first_child[nodes[i].parent_place];

		check_now_and_then(i, check);
		next_sibling[i] = *first;
		*first = i;
	}
	return first_root;
}

/*
 * Bring nodes into preorder, siblings by id.  A node given to it has parent_place -1 when
 * it is a root, and 0 otherwise; its level is 0.  On failure the failed node is the node, or
 * some node of the cycle, and the nodes are in no order.
 */
PlanError
tree_build(TreeNode *nodes, int32_t count, void *scratch, InterruptCheck check,
		   int64_t *failed_node)
{
	TreeNode   *by_id = scratch;
	KeyedValue *pairs = (KeyedValue *) (by_id + count);
	int32_t    *first_child = (int32_t *) pairs;	/* once the pairs are done with */
	int32_t    *next_sibling = first_child + count;
	int32_t    *new_place = next_sibling + count;
	int32_t		place;
	int32_t		reached = 0;
	PlanError	error = order_by_id(nodes, count, by_id, pairs, check, failed_node);

	if (error == PLAN_OK)
		error = link_parents(by_id, count, pairs, check, failed_node);
	if (error != PLAN_OK)
		return error;

	/* Down to the children, else on to the next sibling, of an ancestor if need be. */
	for (place = link_children(by_id, count, first_child, next_sibling, check); place >= 0;)
	{
		int32_t		parent = by_id[place].parent_place;

		check_now_and_then(reached, check);
		by_id[place].level = parent < 0 ? 1 : by_id[parent].level + 1;
		*failed_node = by_id[place].id;
		if (by_id[place].level > TREE_MAX_DEPTH)
			return PLAN_TOO_DEEP;
		new_place[place] = reached;
		nodes[reached] = by_id[place];
		nodes[reached].parent_place = parent < 0 ? -1 : new_place[parent];
		reached++;
		if (first_child[place] >= 0)
		{
			place = first_child[place];
			continue;
		}
		while (place >= 0 && next_sibling[place] < 0)
			place = by_id[place].parent_place;
		if (place >= 0)
			place = next_sibling[place];
	}
	if (reached == count)
		return PLAN_OK;
	*failed_node = find_cycle(by_id, count, check);
	return PLAN_CYCLE;
}

/* Where each node of a tree stands, by id.  The array has room for twice as many. */
const KeyedValue *
tree_places_by_id(const TreeNode *nodes, int32_t count, KeyedValue *places, InterruptCheck check)
{
	return sort_by_id(nodes, count, places, check);
}
