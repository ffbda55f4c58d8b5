/*
 * load_duplicates.c
 *		Figures that the staging table has more than once.
 */
#include "workspace/load.h"

#include "common/hashfn.h"
#include "miscadmin.h"

typedef struct FigureEntry
{
	int64		figure;			/* its place in the loader */
	uint32		hash;
	char		status;
} FigureEntry;

static uint32
hash_figure(const Loader *loader, int64 i)
{
	const Figure *figure = &loader->figure[i];
	uint32		hash = murmurhash32((uint32) figure->indicator);
	Period		period;

	/* A milestone is known by its code, whenever and wherever it is due. */
	if (loader->kind == LOAD_MILESTONES)
		return hash_combine(hash, murmurhash32((uint32) figure->known_on));
	period = loader->period[figure->period].period;
	hash = hash_combine(hash, murmurhash32((uint32) figure->place));
	hash = hash_combine(hash, murmurhash32((uint32) figure->basis));
	hash = hash_combine(hash, murmurhash32((uint32) period.first));
	hash = hash_combine(hash, murmurhash32((uint32) period.end));
	return hash_combine(hash, murmurhash32((uint32) figure->known_on));
}

static bool
is_same_figure(const Loader *loader, int64 i, int64 k)
{
	const Figure *a = &loader->figure[i];
	const Figure *b = &loader->figure[k];
	Period		first;
	Period		second;

	if (a->indicator != b->indicator || a->known_on != b->known_on)
		return false;
	if (loader->kind == LOAD_MILESTONES)
		return true;
	first = loader->period[a->period].period;
	second = loader->period[b->period].period;
	return a->place == b->place && a->basis == b->basis && first.first == second.first &&
		first.end == second.end;
}

#define SH_PREFIX figures
#define SH_ELEMENT_TYPE FigureEntry
#define SH_KEY_TYPE int64
#define SH_KEY figure
#define SH_HASH_KEY(tb, key) hash_figure((const Loader *) (tb)->private_data, key)
#define SH_EQUAL(tb, a, b) is_same_figure((const Loader *) (tb)->private_data, a, b)
#define SH_STORE_HASH
#define SH_GET_HASH(tb, a) (a)->hash
#define SH_SCOPE static inline
#define SH_DEFINE
#define SH_DECLARE
#include "lib/simplehash.h"

static void
add_conflict(Loader *loader, Figure *figure, const Figure *other)
{
	const char *what = loader->kind == LOAD_MILESTONES ? "milestone" : "figure";
	const char *reason;

	if (figure->state == FIGURE_WRONG)
		return;
	figure->state = FIGURE_WRONG;
	if (is_same_value(loader, figure, other))
		reason = psprintf("row %lld has the same %s", (long long) other->row, what);
	else
		reason = psprintf("row %lld has another value of the same %s: %s", (long long) other->row,
						  what, other_text(loader, figure, other));
	add_reason(loader, figure->row, figure->column, figure_text(loader, figure), reason);
}

/*
 * Find figures that come again.  Of equal ones the first counts; of others nobody knows which one
 * is right, and none does.
 */
void
find_duplicates(Loader *loader)
{
	figures_hash *hash =
		figures_create(loader->context, (uint32) Min(loader->figures, 1 << 20), loader);
	MemoryContext before = MemoryContextSwitchTo(loader->row_context);

	for (int64 i = 0; i < loader->figures; i++)
	{
		bool		found;
		FigureEntry *entry = figures_insert(hash, i, &found);
		Figure	   *first = &loader->figure[entry->figure];

		if (i % 4096 == 0)
			CHECK_FOR_INTERRUPTS();
		if (!found)
			continue;
		add_conflict(loader, &loader->figure[i], first);
		if (!is_same_value(loader, first, &loader->figure[i]))
			add_conflict(loader, first, &loader->figure[i]);
		MemoryContextReset(loader->row_context);
	}
	MemoryContextSwitchTo(before);
	figures_destroy(hash);
}
