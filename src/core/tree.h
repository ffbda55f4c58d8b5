/*
 * tree.h
 *		A forest of numbered nodes, from a list of who is whose parent.
 */
#ifndef TNPLAN_CORE_TREE_H
#define TNPLAN_CORE_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"
#include "core/pairsort.h"

#define TREE_MAX_DEPTH 1000

typedef struct TreeNode
{
	int64_t		id;
	int64_t		parent;			/* 0 in a root */
	double		weight;			/* among its siblings */
	int32_t		parent_place;	/* in preorder; -1 in a root */
	int32_t		level;			/* 1 in a root */
} TreeNode;

/* Room that building a tree of so many nodes needs beside it. */
static inline size_t
tree_scratch_size(int32_t count)
{
	return (size_t) count * (sizeof(TreeNode) + 2 * sizeof(KeyedValue));
}

extern PlanError tree_build(TreeNode *nodes, int32_t count, void *scratch, InterruptCheck check,
							int64_t *failed_node);
extern const KeyedValue *tree_places_by_id(const TreeNode *nodes, int32_t count,
										   KeyedValue *places, InterruptCheck check);

/* The id that a place is sorted by. */
static inline int64_t
tree_place_id(const KeyedValue *place)
{
	return (int64_t) (place->key ^ UINT64_C(0x8000000000000000));
}

#endif							/* TNPLAN_CORE_TREE_H */
