/*
 * load_place.c
 *		The places of figures, by names that several places have.
 *
 * Communes that began with a reform have the names of others that ended with it.  Of the places of
 * a name a figure is of the one that was there on a day of its period, by the rule of the tables.
 */
#include "workspace/load.h"

#include "utils/builtins.h"

#include "core/period.h"
#include "period.h"
#include "type.h"

/* Several places of a name were there. */
#define SEVERAL (-2)

static bool
is_there(const PlaceTime *time, Period period)
{
	return period.first <= time->until && period.end > time->from;
}

/* Whether periods could tell the places of a name apart. */
static bool
have_other_days(const Loader *loader, const SharedName *shared)
{
	const PlaceTime *first = &loader->place_time[shared->thing[0]];

	for (int i = 1; i < shared->count; i++)
	{
		const PlaceTime *time = &loader->place_time[shared->thing[i]];

		if (time->from != first->from || time->until != first->until)
			return true;
	}
	return false;
}

/* The places that the option names, where the period of a figure may say which one; else NULL. */
const SharedName *
shared_place_option(Loader *loader)
{
	const char *text = loader->options.place;
	const char *reason;
	const SharedName *shared;

	if (text == NULL || find_name(&loader->places, text, strlen(text), &reason) != NOT_FOUND)
		return NULL;
	shared = shared_name(&loader->places, text, strlen(text));
	return shared != NULL && have_other_days(loader, shared) ? shared : NULL;
}

/* Say once why a name is no place. */
static void
refuse_place(StagingRow *row, const char *reason)
{
	Loader	   *loader = row->loader;
	const char *cell = heading_text(row, HEADING_PLACE);

	if (row->is_place_refused)
		return;
	row->is_place_refused = true;
	if (cell != NULL && loader->could_be_units)
		reason = psprintf("%s; name a column of units \"%s\", and one of places \"%s\"", reason,
						  words_of_reason("Đơn vị tính"), words_of_reason("Địa phương"));
	refuse_cell(row, loader->column_of[HEADING_PLACE], cell, reason);
}

/*
 * The place of a row; NOT_FOUND, and the places that the name could be, where the period of each
 * figure says which one it is.
 */
int32
find_place(StagingRow *row, bool is_needed)
{
	Loader	   *loader = row->loader;
	const char *text = heading_text(row, HEADING_PLACE);
	const char *reason = "place is not given";
	int32		place = loader->default_place;

	row->place_text = text == NULL ? loader->options.place : text;
	if (text == NULL)
		row->shared_place = loader->default_shared_place;
	else
		place = find_name(&loader->places, text, strlen(text), &reason);
	if (text != NULL && place == NOT_FOUND)
		row->shared_place = shared_name(&loader->places, text, strlen(text));
	if (place == NOT_FOUND && row->shared_place == NULL && (is_needed || text != NULL))
		refuse_place(row, reason);
	return place;
}

/* Two places that a name could be. */
static const char *
two_places(const Loader *loader, int32 a, int32 b, const char *word)
{
	return psprintf("%s %s %s", loader->places.code[a], word, loader->places.code[b]);
}

/* The same, which were both there, with the period where another one could tell them apart. */
static const char *
two_places_there(const Loader *loader, const SharedName *shared, int32 a, int32 b, Period period)
{
	const char *places = two_places(loader, a, b, "or");
	char		written[PERIOD_TEXT_SIZE];

	if (!have_other_days(loader, shared))
		return places;
	(void) period_write(written, period);
	return psprintf("%s, which were both there in period %s", places, written);
}

/* Find which of the places of a name were there: one, none, or several with two of them. */
static void
find_in_period(Loader *loader, const SharedName *shared, Period period, MemoEntry *result)
{
	for (int i = 0; i < shared->count; i++)
	{
		int32		place = shared->thing[i];

		if (!is_there(&loader->place_time[place], period))
			continue;
		if (result->number != NOT_FOUND)
		{
			result->reason =
				MemoryContextStrdup(loader->context,
									two_places_there(loader, shared, result->number, place,
													 period));
			result->number = SEVERAL;
			return;
		}
		result->number = place;
	}
}

/* The same, which most figures of a name and a period ask for again. */
static const MemoEntry *
places_in_period(Loader *loader, const SharedName *shared, Period period)
{
	int32		key[] = {shared->number, period.first, period.end};
	bool		found;
	MemoEntry  *entry = memo_entry(loader->shared_places, (const char *) key, sizeof(key),
								   loader->context, &found);

	if (!found)
		find_in_period(loader, shared, period, entry);
	return entry;
}

static void
refuse_several(StagingRow *row, const char *places)
{
	refuse_place(row, psprintf("place \"%s\" could be %s",
							   shown_text(row->place_text, strlen(row->place_text)), places));
}

/*
 * The place of a figure with such a cell in a row whose name several places have; NOT_FOUND where
 * none was there in its period, or several were, and where the period is not known.
 */
int32
place_of_period(StagingRow *row, int column, const char *cell, int32 period)
{
	Loader	   *loader = row->loader;
	const SharedName *shared = row->shared_place;
	const MemoEntry *entry;

	if (period == NOT_FOUND)
		return NOT_FOUND;
	entry = places_in_period(loader, shared, loader->period[period].period);
	if (entry->number >= 0)
		return entry->number;
	if (entry->number == SEVERAL)
		refuse_several(row, entry->reason);
	else
		refuse_cell(row, column, cell,
					psprintf("no place \"%s\" was there in period %s; %s were at other times",
							 shown_text(row->place_text, strlen(row->place_text)),
							 TextDatumGetCString(loader->period[period].text),
							 two_places(loader, shared->thing[0], shared->thing[1], "and")));
	return NOT_FOUND;
}

/*
 * The place of a milestone: of several that the name could be, the one that is there on the day
 * that it is due.  It needs no place that is there: without one the name is still of several.
 */
int32
place_of_milestone(StagingRow *row)
{
	Loader	   *loader = row->loader;
	const SharedName *shared = row->shared_place;
	int32		due = row->common.period;
	const MemoEntry *entry = NULL;

	if (shared == NULL)
		return row->common.place;
	if (due != NOT_FOUND)
	{
		Period		day = loader->period[due].period;

		day.first = day.end - 1;
		entry = places_in_period(loader, shared, day);
		if (entry->number >= 0)
			return entry->number;
	}
	/* What is wrong with the day is said already. */
	if (due != NOT_FOUND || loader->column_of[HEADING_DUE] == NOT_FOUND)
		refuse_several(row, entry != NULL && entry->number == SEVERAL ? entry->reason :
					   two_places(loader, shared->thing[0], shared->thing[1], "or"));
	return NOT_FOUND;
}
