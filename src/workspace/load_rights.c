/*
 * load_rights.c
 *		Figures that the policies of row-level security do not let the caller write.
 *
 * A policy is evaluated by PostgreSQL alone: figures are written, and taken back.  Those in which a
 * policy sees the same are tried once.
 */
#include "workspace/load.h"

#include "access/table.h"
#include "miscadmin.h"
#include "nodes/nodeFuncs.h"
#include "rewrite/rowsecurity.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"

/* What a policy can see of a figure. */
enum
{
	SEES_INDICATOR = 1,
	SEES_PLACE = 2,
	SEES_BASIS = 4,
	SEES_PERIOD = 8,
	SEES_DAY = 16,				/* when it was known */
	SEES_MORE = 32				/* what no two figures have in common */
};

typedef struct Sight
{
	Oid			table;
	FigureState state;
	bool		is_milestone;
	int			depth;			/* of subqueries */
	int			sees;
} Sight;

/*
 * Of a figure that changes a policy sees what is stored, too: who recorded it, and its period in
 * the words of the one who did; of a milestone all but its code.
 */
static int
sight_of_column(const char *name, const Sight *sight)
{
	static const struct
	{
		const char *name;
		int			sees;
	}			known[] = {
		{"indicator", SEES_INDICATOR}, {"ranking", SEES_INDICATOR}, {"place", SEES_PLACE},
		{"basis", SEES_BASIS}, {"period", SEES_PERIOD}, {"first_day", SEES_PERIOD},
		{"last_day", SEES_PERIOD}, {"period_name", SEES_PERIOD}, {"year", SEES_PERIOD},
		{"known_on", SEES_DAY}, {"recorded_by", 0}, {"code", SEES_INDICATOR},
		{"node", SEES_BASIS}, {"due", SEES_PERIOD}, {"due_on", SEES_PERIOD},
	};

	if (sight->state == FIGURE_CHANGES &&
		(strcmp(name, "recorded_by") == 0 || strcmp(name, "period") == 0 ||
		 (sight->is_milestone && strcmp(name, "code") != 0)))
		return SEES_MORE;
	for (int i = 0; i < lengthof(known); i++)
		if (strcmp(known[i].name, name) == 0)
			return known[i].sees;
	return SEES_MORE;
}

/* Look for columns of the table, whose number in a policy is 1, and for rows as a whole. */
static bool
see(Node *node, void *context)
{
	Sight	   *sight = context;

	if (node == NULL)
		return false;
	if (IsA(node, Var))
	{
		const Var  *var = (const Var *) node;

		if (var->varno == 1 && (int) var->varlevelsup == sight->depth)
			sight->sees |= var->varattno <= 0 ? SEES_MORE :
				sight_of_column(get_attname(sight->table, var->varattno, false), sight);
		return false;
	}
	if (IsA(node, Query))
	{
		bool		result;

		sight->depth++;
		result = query_tree_walker((Query *) node, see, context, 0);
		sight->depth--;
		return result;
	}
	return expression_tree_walker(node, see, context);
}

/* What all policies of the table see of figures of a state, whoever they are for. */
static int
sight_of_policies(const Loader *loader, FigureState state)
{
	Oid			table = table_of_figures(loader);
	Relation	relation = table_open(table, AccessShareLock);
	Sight		sight = {
		.table = table, .state = state, .is_milestone = loader->kind == LOAD_MILESTONES
	};
	ListCell   *cell;

	if (relation->rd_rsdesc != NULL)
		foreach(cell, relation->rd_rsdesc->policies)
		{
			const RowSecurityPolicy *policy = lfirst(cell);

			(void) see((Node *) policy->qual, &sight);
			(void) see((Node *) policy->with_check_qual, &sight);
		}
	table_close(relation, AccessShareLock);
	return sight.sees;
}

/* What policies that see so much see of figures, compared. */
typedef struct Comparison
{
	const Loader *loader;
	int			sees;
} Comparison;

static int
compare_sights(const void *a, const void *b, void *context)
{
	const Comparison *c = context;
	const Figure *x = &c->loader->figure[*(const int64 *) a];
	const Figure *y = &c->loader->figure[*(const int64 *) b];

	if ((c->sees & SEES_INDICATOR) != 0 && x->indicator != y->indicator)
		return x->indicator < y->indicator ? -1 : 1;
	if ((c->sees & SEES_PLACE) != 0 && x->place != y->place)
		return x->place < y->place ? -1 : 1;
	if ((c->sees & SEES_BASIS) != 0 && x->basis != y->basis)
		return x->basis < y->basis ? -1 : 1;
	if ((c->sees & SEES_PERIOD) != 0 && x->period != y->period)
		return x->period < y->period ? -1 : 1;
	if ((c->sees & SEES_DAY) != 0 && x->known_on != y->known_on)
		return x->known_on < y->known_on ? -1 : 1;
	return 0;
}

/* The same, of equals in the order of the file. */
static int
compare_for_order(const void *a, const void *b, void *context)
{
	int64		x = *(const int64 *) a;
	int64		y = *(const int64 *) b;
	int			result = compare_sights(a, b, context);

	return result != 0 ? result : x < y ? -1 : x > y;
}

/* One figure of each group of equal ones, which stand together. */
static FigureList
first_of_groups(const Loader *loader, const FigureList *sorted, Comparison *comparison)
{
	FigureList	first = {MemoryContextAllocHuge(loader->context,
												(sorted->count + 1) * sizeof(int64)),
	0, sorted->state};

	for (int64 i = 0; i < sorted->count; i++)
		if (i == 0 || compare_sights(&sorted->figure[i - 1], &sorted->figure[i], comparison) != 0)
			first.figure[first.count++] = sorted->figure[i];
	return first;
}

/* Figures in which policies see the same as in one that was refused are refused as well. */
static void
refuse_groups(Loader *loader, const FigureList *sorted, Comparison *comparison)
{
	MemoryContext before = MemoryContextSwitchTo(loader->row_context);
	bool		is_refused = false;

	for (int64 i = 0; i < sorted->count; i++)
	{
		Figure	   *figure = &loader->figure[sorted->figure[i]];

		if (i == 0 || compare_sights(&sorted->figure[i - 1], &sorted->figure[i], comparison) != 0)
			is_refused = figure->state == FIGURE_WRONG;
		else if (is_refused && !row_is_wrong(loader, figure->row))
			refuse_others_figure(loader, figure);
		CHECK_FOR_INTERRUPTS();
		MemoryContextReset(loader->row_context);
	}
	MemoryContextSwitchTo(before);
}

static void
refuse_of_state(Loader *loader, FigureState state, int sees)
{
	Comparison	comparison = {loader, sees};
	FigureList	list = figures_of_state(loader, state);
	FigureList	first;
	const FigureList *tried = &list;

	if ((sees & SEES_MORE) != 0 || list.count == 0)
		refuse_untaken_figures(loader, &tried, 1, true);
	else
	{
		qsort_arg(list.figure, (size_t) list.count, sizeof(int64), compare_for_order,
				  &comparison);
		first = first_of_groups(loader, &list, &comparison);
		tried = &first;
		refuse_untaken_figures(loader, &tried, 1, true);
		refuse_groups(loader, &list, &comparison);
		free_list(&first);
	}
	free_list(&list);
}

/*
 * Where policies hold for the caller, the rows of others are wrong, and no others.  Who has no
 * right on the table at all is told by the statement that writes.
 */
void
refuse_figures_of_others(Loader *loader)
{
	static const FigureState states[] = {FIGURE_NEW, FIGURE_CHANGES};

	for (int i = 0; i < lengthof(states); i++)
		if (has_policies(loader, states[i]))
			refuse_of_state(loader, states[i],
							sight_of_policies(loader, states[i]));
}
