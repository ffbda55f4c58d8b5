/*
 * tree.h
 *		plan_tree as it is stored.
 */
#ifndef TNPLAN_TREE_H
#define TNPLAN_TREE_H

#include "core/tree.h"
#include "type.h"

#define TREE_VERSION 1

/* plan_tree: nodes in preorder, siblings by id. */
typedef struct PlanTree
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* TREE_VERSION */
	int32		nodes;
	int32		weighted;		/* 1 or 0 */
	TreeNode	node[FLEXIBLE_ARRAY_MEMBER];
} PlanTree;

#define PG_GETARG_PLAN_TREE_P(n) plan_tree_from_datum(PG_GETARG_DATUM(n))

extern const PlanTree *plan_tree_from_datum(Datum datum);

#endif							/* TNPLAN_TREE_H */
