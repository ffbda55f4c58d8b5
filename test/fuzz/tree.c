/*
 * Trees: what comes out is what went in, in preorder with its levels; what is refused
 * deserves it, by a reference that walks up from each node.
 */
#include "core/tree.h"

#include "fuzz.h"

#define MAX_INPUT_SIZE 400

#define MAX_NODES 1500
#define IDS 2048

/* Numbers in the order of their ids, from one end of the range to the other. */
static int64_t
id_of(int number)
{
	return (int64_t) (number - IDS / 2) * INT64_C(9007199254740991);
}

static int
number_of(int64_t id)
{
	return (int) (id / INT64_C(9007199254740991)) + IDS / 2;
}

typedef struct Reference
{
	int			count;
	TreeNode	node[MAX_NODES];
	int			place[IDS];		/* of a number among the nodes, from 1; 0 where it is none */
	int			level[MAX_NODES];	/* -1 where no root is above */
	bool		has_duplicate;
	bool		has_orphan;
	bool		has_cycle;
	bool		is_deep;
} Reference;

static void
add_node(Reference *reference, int number, bool is_root, int parent)
{
	TreeNode   *node = &reference->node[reference->count++];

	memset(node, 0, sizeof(*node));
	node->id = id_of(number);
	node->parent = is_root ? 0 : id_of(parent);
	node->parent_place = is_root ? -1 : 0;
	node->weight = reference->count;
}

/* Of so many nodes one each, mostly below one of those before. */
static void
add_different_nodes(Reference *reference, const uint8_t *data, size_t size)
{
	int			total = (int) (size - 2) / 2;

	for (int i = 0; i < total; i++)
	{
		const uint8_t *bytes = data + 2 + 2 * i;
		int			parent = bytes[1] < 252 && i > 0 ? bytes[0] % i : bytes[0] % total;

		add_node(reference, (i * 77 + data[1]) % IDS, i == 0 || bytes[1] % 16 == 0,
				 (parent * 77 + data[1]) % IDS);
	}
}

/* Any nodes at all, or long chains, which short inputs could not have. */
static void
read_nodes(Reference *reference, const uint8_t *data, size_t size)
{
	bool		chains = data[0] % 64 == 63;
	int			length = chains ? 900 + data[1] : 0;

	reference->count = 0;
	if (data[0] % 2 == 0)
	{
		add_different_nodes(reference, data, size);
		return;
	}
	for (size_t i = 2; !chains && i + 2 < size && reference->count < MAX_NODES; i += 3)
		add_node(reference, data[i] + (data[i + 2] & 1) * 256, (data[i + 2] >> 1) % 16 == 0,
				 data[i + 1] + (data[i + 2] >> 7) * 256);
	for (int i = 0; chains && i < length && size > 2; i++)
	{
		int			back = data[2 + (size_t) i % (size - 2)];
		int			parent = back < 250 ? i - 1 : i - 1 - back % 8;

		add_node(reference, (i * 77 + data[1]) % IDS, parent < 0,
				 ((parent < 0 ? 0 : parent) * 77 + data[1]) % IDS);
	}
}

static const TreeNode *
parent_of(const Reference *reference, const TreeNode *node)
{
	int			place = reference->place[number_of(node->parent)];

	return place > 0 ? &reference->node[place - 1] : NULL;
}

/* Levels of a node and of those above it: up to where one is known, and down again. */
static void
find_levels(Reference *reference, int i)
{
	int			path[MAX_NODES];
	int			length = 0;
	int			level = 0;

	while (reference->level[i] == 0)
	{
		path[length++] = i;
		reference->level[i] = -1;	/* unless it turns out otherwise */
		if (reference->node[i].parent_place < 0)
			break;
		i = (int) (parent_of(reference, &reference->node[i]) - reference->node);
	}
	/* Where it ended: at a root, or at a node whose level was known or is being looked for. */
	if (length == 0 || reference->node[path[length - 1]].parent_place >= 0)
		level = reference->level[i];
	while (level >= 0 && length > 0)
		reference->level[path[--length]] = ++level;
}

static void
judge_nodes(Reference *reference)
{
	reference->has_duplicate = reference->has_orphan = reference->has_cycle = reference->is_deep =
		false;
	memset(reference->place, 0, sizeof(reference->place));
	memset(reference->level, 0, sizeof(reference->level));
	for (int i = 0; i < reference->count; i++)
	{
		int		   *place = &reference->place[number_of(reference->node[i].id)];

		reference->has_duplicate |= *place > 0;
		*place = i + 1;
	}
	for (int i = 0; i < reference->count; i++)
		reference->has_orphan |= reference->node[i].parent_place >= 0 &&
			parent_of(reference, &reference->node[i]) == NULL;
	if (reference->has_duplicate || reference->has_orphan)
		return;
	for (int i = 0; i < reference->count; i++)
	{
		find_levels(reference, i);
		reference->has_cycle |= reference->level[i] < 0;
		reference->is_deep |= reference->level[i] > TREE_MAX_DEPTH;
	}
}

static void
check_error(const Reference *reference, PlanError error, int64_t culprit)
{
	const TreeNode *node = &reference->node[reference->place[number_of(culprit)] - 1];
	const TreeNode *above = node;
	int			times = 0;

	CHECK(reference->place[number_of(culprit)] > 0);
	switch (error)
	{
		case PLAN_DUPLICATE:
			for (int i = 0; i < reference->count; i++)
				times += reference->node[i].id == culprit;
			CHECK(reference->has_duplicate && times > 1);
			break;
		case PLAN_ORPHAN:
			CHECK(!reference->has_duplicate && reference->has_orphan);
			CHECK(node->parent_place >= 0 && parent_of(reference, node) == NULL);
			break;
		case PLAN_TOO_DEEP:
			CHECK(reference->is_deep &&
				  reference->level[node - reference->node] == TREE_MAX_DEPTH + 1);
			break;
		default:
			CHECK(error == PLAN_CYCLE && reference->has_cycle && !reference->is_deep);
			do
				above = parent_of(reference, above);
			while (above != node && ++times < reference->count);
			CHECK(above == node);
			break;
	}
}

static void
check_tree(const Reference *reference, const TreeNode *nodes, const KeyedValue *places)
{
	bool		seen[IDS] = {false};

	CHECK(!reference->has_duplicate && !reference->has_orphan && !reference->has_cycle &&
		  !reference->is_deep);
	for (int i = 0; i < reference->count; i++)
	{
		const TreeNode *node = &nodes[i];
		const TreeNode *given = &reference->node[reference->place[number_of(node->id)] - 1];
		int			before = i - 1;

		CHECK(reference->place[number_of(node->id)] > 0 && !seen[number_of(node->id)]);
		seen[number_of(node->id)] = true;
		CHECK(node->id == given->id && node->parent == given->parent &&
			  node->weight == given->weight);
		CHECK(node->level == reference->level[given - reference->node]);
		CHECK(node->parent_place < i && (node->parent_place < 0) == (given->parent_place < 0));
		CHECK(node->parent_place < 0 || nodes[node->parent_place].id == node->parent);
		/* Preorder: from the one before, the way up leads to the parent, past a smaller sibling. */
		while (before >= 0 && nodes[before].level >= node->level)
		{
			if (nodes[before].level == node->level)
				CHECK(nodes[before].id < node->id);
			before = nodes[before].parent_place;
		}
		CHECK(before == node->parent_place);
	}
	for (int i = 0; i < reference->count; i++)
	{
		CHECK(nodes[places[i].value].id == tree_place_id(&places[i]));
		CHECK(i == 0 || tree_place_id(&places[i - 1]) < tree_place_id(&places[i]));
	}
}

static void
never(void)
{
}

static int	checks;

static void
count_check(void)
{
	checks++;
}

/* Building a large tree can be cancelled in each of its passes, time and again. */
#define LARGE_TREE 400000

static void
check_interrupts(void)
{
	TreeNode   *nodes = calloc(LARGE_TREE, sizeof(TreeNode));
	void	   *scratch = malloc(tree_scratch_size(LARGE_TREE));
	int64_t		culprit;

	for (int i = 0; i < LARGE_TREE; i++)
		nodes[i] = (TreeNode) {.id = LARGE_TREE - i, .parent = (LARGE_TREE - i) / 7, .weight = 1.0,
			.parent_place = LARGE_TREE - i < 7 ? -1 : 0};
	checks = 0;
	CHECK(tree_build(nodes, LARGE_TREE, scratch, count_check, &culprit) == PLAN_OK);
	CHECK(checks >= 6 * (LARGE_TREE / 65536));
	free(nodes);
	free(scratch);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static Reference reference;
	TreeNode   *nodes;
	KeyedValue *places;
	void	   *scratch;
	int64_t		culprit = -1;
	PlanError	error;

	if (checks == 0)
		check_interrupts();
	if (size < 3)
		return 0;
	read_nodes(&reference, data, size);
	judge_nodes(&reference);
	/* Of the exact sizes, so that whoever reaches beyond is caught. */
	nodes = malloc((size_t) reference.count * sizeof(TreeNode) + 1);
	places = malloc((size_t) reference.count * 2 * sizeof(KeyedValue) + 1);
	scratch = malloc(tree_scratch_size(reference.count) + 1);
	memcpy(nodes, reference.node, (size_t) reference.count * sizeof(TreeNode));
	error = tree_build(nodes, reference.count, scratch, never, &culprit);
	if (error == PLAN_OK)
	{
		check_tree(&reference, nodes, tree_places_by_id(nodes, reference.count, places, never));
	}
	else
		check_error(&reference, error, culprit);
	free(nodes);
	free(places);
	free(scratch);
	return 0;
}
