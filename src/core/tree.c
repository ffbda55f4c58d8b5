/*
 * tree.c
 *		A forest of numbered nodes, from a list of who is whose parent.
 */
#include "tree.h"

#include <stdlib.h>
#include <string.h>

static int
compare_ids(const void *a, const void *b)
{
	int64_t		x = ((const TreeNode *) a)->id;
	int64_t		y = ((const TreeNode *) b)->id;

	return (x > y) - (x < y);
}

/* The place of an id among nodes sorted by it, or -1. */
static int32_t
place_of_id(const TreeNode *nodes, int32_t count, int64_t id)
{
	TreeNode	key = {.id = id};
	const TreeNode *found = bsearch(&key, nodes, (size_t) count, sizeof(TreeNode), compare_ids);

	return found != NULL ? (int32_t) (found - nodes) : -1;
}

/* Whether a node is twice among nodes sorted by id. */
static bool
find_duplicate(const TreeNode *nodes, int32_t count, int64_t *culprit)
{
	for (int32_t i = 1; i < count; i++)
	{
		*culprit = nodes[i].id;
		if (nodes[i].id == nodes[i - 1].id)
			return true;
	}
	return false;
}

/* Find everyone's parent among nodes sorted by id. */
static PlanError
link_parents(TreeNode *nodes, int32_t count, int64_t *culprit)
{
	for (int32_t i = 0; i < count; i++)
	{
		*culprit = nodes[i].id;
		if (nodes[i].parent_place < 0)
			continue;
		nodes[i].parent_place = place_of_id(nodes, count, nodes[i].parent);
		if (nodes[i].parent_place < 0)
			return PLAN_ORPHAN;
	}
	return PLAN_OK;
}

/* Some node of a cycle: whoever has not been reached from a root leads to one. */
static int64_t
find_cycle(const TreeNode *nodes, int32_t count)
{
	int32_t		place = 0;

	while (nodes[place].level != 0)
		place++;
	for (int32_t i = 0; i < count; i++)
		place = nodes[place].parent_place;
	return nodes[place].id;
}

/*
 * Bring nodes into preorder, siblings by id.  A node given to it has parent_place -1 when
 * it is a root, and 0 otherwise; its level is 0.  On failure the culprit is the node, or
 * some node of the cycle.
 */
PlanError
tree_build(TreeNode *nodes, int32_t count, void *scratch, int64_t *culprit)
{
	TreeNode   *ordered = scratch;
	int32_t    *first_child = (int32_t *) (ordered + count);
	int32_t    *next_sibling = first_child + count;
	int32_t    *new_place = next_sibling + count;
	int32_t		first_root = -1;
	int32_t		place;
	int32_t		reached = 0;
	PlanError	error;

	qsort(nodes, (size_t) count, sizeof(TreeNode), compare_ids);
	/* Of nodes that are there twice, the order of sorting is not given: they go first. */
	if (find_duplicate(nodes, count, culprit))
		return PLAN_DUPLICATE;
	if ((error = link_parents(nodes, count, culprit)) != PLAN_OK)
		return error;

	for (int32_t i = 0; i < count; i++)
		first_child[i] = -1;
	for (int32_t i = count - 1; i >= 0; i--)
	{
		int32_t    *first = nodes[i].parent_place < 0 ? &first_root : &first_child[nodes[i].parent_place];

		next_sibling[i] = *first;
		*first = i;
	}

	/* Down to the children, else on to the next sibling, of an ancestor if need be. */
	for (place = first_root; place >= 0;)
	{
		int32_t		parent = nodes[place].parent_place;

		nodes[place].level = parent < 0 ? 1 : nodes[parent].level + 1;
		*culprit = nodes[place].id;
		if (nodes[place].level > TREE_MAX_DEPTH)
			return PLAN_TOO_DEEP;
		new_place[place] = reached;
		ordered[reached] = nodes[place];
		ordered[reached].parent_place = parent < 0 ? -1 : new_place[parent];
		reached++;
		if (first_child[place] >= 0)
		{
			place = first_child[place];
			continue;
		}
		while (place >= 0 && next_sibling[place] < 0)
			place = nodes[place].parent_place;
		if (place >= 0)
			place = next_sibling[place];
	}
	if (reached < count)
	{
		*culprit = find_cycle(nodes, count);
		return PLAN_CYCLE;
	}
	memcpy(nodes, ordered, (size_t) count * sizeof(TreeNode));
	return PLAN_OK;
}

static int
compare_places(const void *a, const void *b)
{
	int64_t		x = ((const TreePlace *) a)->id;
	int64_t		y = ((const TreePlace *) b)->id;

	return (x > y) - (x < y);
}

/* Where each node of a tree stands, by id. */
void
tree_places_by_id(const TreeNode *nodes, int32_t count, TreePlace *places)
{
	for (int32_t i = 0; i < count; i++)
	{
		places[i].id = nodes[i].id;
		places[i].place = i;
	}
	qsort(places, (size_t) count, sizeof(TreePlace), compare_places);
}
