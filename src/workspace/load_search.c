/*
 * load_search.c
 *		Finding the figures that a workspace does not take.
 *
 * Figures are written in the order of the file, and taken back in the end: in groups, which get
 * smaller where they fail and larger where they do not, so that about every third one fails.  In a
 * group that fails, the figure that was read last is tried alone, after those before it; where it
 * is not to blame, as with triggers that run at the end of a statement, halves are tried.
 */
#include "workspace/load.h"

#include "miscadmin.h"
#include "utils/memutils.h"

/* So many figures are tried at once at most. */
#define MAX_GROUP 1024

typedef struct Search
{
	Loader	   *loader;
	const FigureList *list;
	bool		for_rights;
	FigureStatement statement;
	int64		next;			/* the figures before it are done with */
	int64		suspect;		/* of those that failed, the figure that was read last, or none */
	bool		trusts_suspects;
} Search;

#define NO_SUSPECT (-1)

/*
 * Whether policies let the caller change a figure, as those say that lock it for that: a trigger
 * may have left it out.
 */
static bool
may_change(const Loader *loader, const Figure *figure)
{
	return !has_policies(loader, FIGURE_CHANGES) ||
		run_workspace_statement(&loader->workspace,
								psprintf("SELECT FROM workspace.%s WHERE id = %lld FOR UPDATE",
										 name_of_table(loader), (long long) figure->stored)) > 0;
}

/* Whether it is the caller's lack of rights for which a figure is not taken. */
static bool
is_of_others(const Loader *loader, const Figure *figure, const ErrorData *error)
{
	return error != NULL ? error->sqlerrcode == ERRCODE_INSUFFICIENT_PRIVILEGE :
		figure->state == FIGURE_CHANGES && !may_change(loader, figure);
}

void
refuse_others_figure(Loader *loader, Figure *figure)
{
	const char *role = GetUserNameFromId(GetUserId(), false);

	refuse_figure(loader, figure,
				  figure->place == NOT_FOUND ?
				  psprintf("role \"%s\" may not write %s of no place", role,
						   noun_of_figures(loader)) :
				  psprintf("role \"%s\" may not write %s of place \"%s\"", role,
						   noun_of_figures(loader), loader->places.code[figure->place]));
}

/* Refuse a figure that is not taken; for rights only if the caller has none. */
static void
refuse_untaken(const Search *search, int64 i, const ErrorData *error)
{
	Loader	   *loader = search->loader;
	Figure	   *figure = &loader->figure[i];

	if (figure->state == FIGURE_WRONG)
		return;
	if (is_of_others(loader, figure, error))
		refuse_others_figure(loader, figure);
	else if (!search->for_rights)
		refuse_figure(loader, figure, error != NULL ? error->message :
					  psprintf("table \"%s\" leaves it out", name_of_table(loader)));
}

/* The figure that was read last, unless these are all or none. */
static int64
find_suspect(const Search *search, int64 count)
{
	int64		rows_read = search->statement.rows_read;

	return search->trusts_suspects && rows_read > 0 && rows_read < count ?
		search->next + rows_read - 1 : NO_SUSPECT;
}

/*
 * Refuse the figures of a group that were left out, where the statement has said which ones it has
 * taken.  These are not kept: they are written again with all others.
 */
static void
refuse_left_out(Search *search, const FigureList *list)
{
	for (int64 i = 0; i < list->count; i++)
	{
		Figure	   *figure = &search->loader->figure[list->figure[i]];

		if (!figure->is_taken)
			refuse_untaken(search, list->figure[i], NULL);
		figure->is_taken = false;
	}
}

/*
 * Try the next figures, whose writing stays for those that follow.  One that is not taken alone is
 * refused.
 */
static bool
try_next(Search *search, int64 count)
{
	FigureList	list = {search->list->figure + search->next, count, search->list->state};
	const FigureList *lists = &list;
	MemoryContext context = AllocSetContextCreate(search->loader->context, "plan load trial",
												  ALLOCSET_SMALL_SIZES);
	MemoryContext before = MemoryContextSwitchTo(context);
	ErrorData  *error;
	bool		is_taken;

	CHECK_FOR_INTERRUPTS();
	is_taken = try_lists(search->loader, &lists, &search->statement, 1, true, &error);
	if (!is_taken && error == NULL && search->statement.returns)
	{
		refuse_left_out(search, &list);
		is_taken = true;
	}
	search->suspect = is_taken ? NO_SUSPECT : find_suspect(search, count);
	if (!is_taken && count == 1)
		refuse_untaken(search, list.figure[0], error);
	if (is_taken || count == 1)
		search->next += count;
	MemoryContextSwitchTo(before);
	MemoryContextDelete(context);
	return is_taken;
}

/* Find the first figure to blame of a group that failed. */
static void
search_group(Search *search, int64 end)
{
	int64		suspect = search->suspect;

	if (suspect != NO_SUSPECT)
	{
		if (suspect > search->next && !try_next(search, suspect - search->next))
			end = suspect;
		else if (!try_next(search, 1))
			return;
		else
			search->trusts_suspects = false;
	}
	while (end - search->next > 1)
	{
		int64		half = (end - search->next) / 2;
		int64		middle = search->next + half;

		if (!try_next(search, half))
			end = middle;
	}
	if (end > search->next)
		(void) try_next(search, 1);
}

/* Try all figures at once. */
static bool
are_all_taken(const Loader *loader, const FigureList *list)
{
	FigureStatement statement;
	ErrorData  *error;
	bool		is_taken;

	prepare_writing(loader, list->state, list->count, false, &statement);
	is_taken = try_lists(loader, &list, &statement, 1, true, &error);
	end_writing(&statement);
	return is_taken;
}

static void
search_list(Loader *loader, const FigureList *list, bool for_rights)
{
	Search		search = {loader, list, for_rights, .trusts_suspects = true};
	int64		group = MAX_GROUP;

	/* What is not for rights was tried before. */
	if (for_rights && are_all_taken(loader, list))
		return;
	/* Groups are small: a plan for all would read the table as a whole for each. */
	prepare_writing(loader, list->state, 1, true, &search.statement);
	while (search.next < list->count)
	{
		int64		count = Min(group, list->count - search.next);

		if (try_next(&search, count))
			group = Min(2 * group, MAX_GROUP);
		else
		{
			if (count > 1)
				search_group(&search, search.next + count);
			group = Max(Min(count / 4, MAX_GROUP), 1);
		}
	}
	end_writing(&search.statement);
}

/*
 * Find the figures that are not taken, and say so; those that the caller may not write alone, where
 * what else is wrong with them is no matter.
 */
void
refuse_untaken_figures(Loader *loader, const FigureList *const *lists, int count, bool for_rights)
{
	ErrorData  *volatile error = NULL;
	Trial		trial;

	begin_trial(&trial);
	PG_TRY();
	{
		for (int i = 0; i < count; i++)
			if (lists[i]->count > 0)
				search_list(loader, lists[i], for_rights);
	}
	PG_CATCH();
	{
		MemoryContextSwitchTo(trial.context);
		error = CopyErrorData();
		FlushErrorState();
	}
	PG_END_TRY();
	end_trial(&trial, false);
	if (error != NULL)
		ReThrowError(error);
}
