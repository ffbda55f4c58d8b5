/*
 * tree.h
 *		A forest of numbered nodes, from a list of who is whose parent.
 */
#ifndef TNPLAN_CORE_TREE_H
#define TNPLAN_CORE_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "error.h"

#define TREE_MAX_DEPTH 1000

typedef struct TreeNode
{
	int64_t		id;
	int64_t		parent;			/* 0 in a root */
	double		weight;			/* among its siblings */
	int32_t		parent_place;	/* in preorder; -1 in a root */
	int32_t		level;			/* 1 in a root */
} TreeNode;

typedef struct TreePlace
{
	int64_t		id;
	int32_t		place;
} TreePlace;

/* Room that building a tree of so many nodes needs beside it. */
static inline size_t
tree_scratch_size(int32_t count)
{
	return (size_t) count * (sizeof(TreeNode) + 3 * sizeof(int32_t));
}

extern PlanError tree_build(TreeNode *nodes, int32_t count, void *scratch, int64_t *culprit);
extern void tree_places_by_id(const TreeNode *nodes, int32_t count, TreePlace *places);

#endif							/* TNPLAN_CORE_TREE_H */
