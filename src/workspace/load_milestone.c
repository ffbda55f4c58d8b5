/*
 * load_milestone.c
 *		Milestones of a file: what it says of them, and what it leaves as it was.
 *
 * A milestone is known by its code.  What a file has no column for stays as it was known last.
 */
#include "workspace/load.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "core/phrase.h"
#include "period.h"
#include "type.h"

void
begin_milestones(Loader *loader)
{
	create_names(&loader->milestones, "milestone", 0, loader->context);
}

/* Whether a text in place of the day when a milestone was reached says that it was not. */
bool
is_not_reached(const char *text)
{
	static const char *const phrases[] = {
		"chưa", "chưa đạt", "chưa thực hiện", "chưa triển khai", "đang thực hiện",
		"đang triển khai", "in progress", "ongoing", "not started",
	};
	Phrase		phrase;

	if (phrase_read(&phrase, readable_text(text)) != PLAN_OK)
		return false;
	for (int i = 0; i < lengthof(phrases); i++)
		if (phrase_match(&phrase, 0, phrases[i]) == phrase.tokens)
			return true;
	return false;
}

/* The number of a milestone by its code, which may be new. */
int32
number_of_milestone(Loader *loader, const char *code)
{
	NameTable  *names = &loader->milestones;
	bool		found;
	MemoEntry  *entry = memo_entry(names->keys, code, strlen(code), loader->context, &found);

	if (found)
		return entry->number;
	if (names->count == loader->milestone_room)
	{
		loader->milestone_room = Max(2 * loader->milestone_room, 256);
		names->code = repalloc_huge(names->code, loader->milestone_room * sizeof(char *));
	}
	names->code[names->count] = MemoryContextStrdup(loader->context, code);
	return entry->number = names->count++;
}

static const char *
period_text(const Loader *loader, int32 period)
{
	return period == NOT_FOUND ? "?" : TextDatumGetCString(loader->period[period].text);
}

/* "Approve the plan (MT, TN), due 2023-Q2, reached 2023-06-15", of what is known of it. */
const char *
milestone_text(const Loader *loader, const Figure *figure)
{
	StringInfoData text;

	initStringInfo(&text);
	appendStringInfoString(&text, figure->source == NULL ?
						   loader->milestones.code[figure->indicator] :
						   text_to_cstring(figure->source));
	if (figure->basis != NOT_FOUND)
		appendStringInfo(&text, " (%s%s%s)", loader->nodes.code[figure->basis],
						 figure->place == NOT_FOUND ? "" : ", ",
						 figure->place == NOT_FOUND ? "" : loader->places.code[figure->place]);
	if (figure->period != NOT_FOUND)
		appendStringInfo(&text, ", due %s", period_text(loader, figure->period));
	if (figure->reached != NOT_FOUND)
		appendStringInfo(&text, ", reached %s", period_text(loader, figure->reached));
	return text.data;
}

static bool
is_same_text(const text *a, const text *b)
{
	return a == NULL || b == NULL ? a == b :
		VARSIZE_ANY_EXHDR(a) == VARSIZE_ANY_EXHDR(b) &&
		memcmp(VARDATA_ANY(a), VARDATA_ANY(b), VARSIZE_ANY_EXHDR(a)) == 0;
}

/* Periods have the same number if they are written in the same way. */
static bool
is_same_period(const Loader *loader, int32 a, int32 b)
{
	return a == NOT_FOUND || b == NOT_FOUND ? a == b :
		loader->period[a].period.first == loader->period[b].period.first &&
		loader->period[a].period.end == loader->period[b].period.end;
}

bool
is_same_milestone(const Loader *loader, const Figure *a, const Figure *b)
{
	return a->basis == b->basis && a->place == b->place && is_same_text(a->source, b->source) &&
		is_same_period(loader, a->period, b->period) &&
		is_same_period(loader, a->reached, b->reached);
}

/* What a text of a row of the workspace names, or NOT_FOUND. */
static int32
stored_name(NameTable *names, const char *text)
{
	const char *reason;

	return text == NULL ? NOT_FOUND : find_name(names, text, strlen(text), &reason);
}

static int32
stored_period(Loader *loader, const char *text)
{
	const char *reason;

	return text == NULL ? NOT_FOUND : read_period(loader, text, strlen(text), &reason);
}

/* A milestone as the workspace has it. */
void
take_stored_milestone(Loader *loader, HeapTuple tuple, TupleDesc desc, Figure *stored)
{
	const char *name = SPI_getvalue(tuple, desc, 6);
	MemoryContext before = MemoryContextSwitchTo(loader->context);

	stored->source = name == NULL ? NULL : cstring_to_text(name);
	MemoryContextSwitchTo(before);
	stored->basis = stored_name(&loader->nodes, SPI_getvalue(tuple, desc, 3));
	stored->place = stored_name(&loader->places, SPI_getvalue(tuple, desc, 5));
	stored->period = stored_period(loader, SPI_getvalue(tuple, desc, 7));
	stored->reached = stored_period(loader, SPI_getvalue(tuple, desc, 8));
}

/* Whether a column of the file says this of milestones, or an option. */
static bool
says_of_milestones(const Loader *loader, Heading heading)
{
	return loader->column_of[heading] != NOT_FOUND ||
		(heading == HEADING_NODE && loader->default_node != NOT_FOUND) ||
		(heading == HEADING_PLACE &&
		 (loader->default_place != NOT_FOUND || loader->default_shared_place != NULL)) ||
		(heading == HEADING_DUE && loader->default_period != NOT_FOUND) ||
		(heading == HEADING_NOTE && loader->options.source != NULL);
}

/* Take over what the file says nothing of. */
void
complete_milestone(const Loader *loader, Figure *figure, const Figure *stored)
{
	if (!says_of_milestones(loader, HEADING_NODE))
		figure->basis = stored->basis;
	if (!says_of_milestones(loader, HEADING_PLACE))
		figure->place = stored->place;
	if (!says_of_milestones(loader, HEADING_NAME))
		figure->source = stored->source;
	if (!says_of_milestones(loader, HEADING_DUE))
		figure->period = stored->period;
	if (!says_of_milestones(loader, HEADING_REACHED))
		figure->reached = stored->reached;
}

/*
 * What changes of milestones that are there, and to what: all that the file says.  What it does not
 * say is left to those who change it in the meantime.
 */
void
changes_of_milestones(const Loader *loader, StringInfo columns, StringInfo values)
{
	static const struct
	{
		Heading		heading;
		const char *column;
		const char *value;
	}			parts[] = {
		{HEADING_NODE, "node", "f.node"}, {HEADING_PLACE, "place", "f.place"},
		{HEADING_NAME, "name", "f.name"}, {HEADING_DUE, "due", "f.period"},
		{HEADING_REACHED, "reached", "f.reached"},
		{HEADING_NOTE, "reason", "coalesce(f.note, m.reason)"},
	};

	for (int i = 0; i < lengthof(parts); i++)
		if (says_of_milestones(loader, parts[i].heading))
		{
			appendStringInfo(columns, "%s%s", columns->len > 0 ? ", " : "", parts[i].column);
			appendStringInfo(values, "%s%s", values->len > 0 ? ", " : "", parts[i].value);
		}
	/* A file of codes alone changes nothing. */
	if (columns->len == 0)
	{
		appendStringInfoString(columns, "reason");
		appendStringInfoString(values, "m.reason");
	}
}

/* A new milestone needs what one that is there could have said. */
void
refuse_incomplete_milestones(Loader *loader)
{
	for (int64 i = 0; i < loader->figures; i++)
	{
		Figure	   *figure = &loader->figure[i];
		const char *missing = figure->basis == NOT_FOUND ? "node" :
			figure->source == NULL ? "name" : figure->period == NOT_FOUND ? "due day" : NULL;

		if (missing == NULL || (figure->state != FIGURE_NEW && figure->state != FIGURE_CHANGES) ||
			row_is_wrong(loader, figure->row))
			continue;
		CHECK_FOR_INTERRUPTS();
		refuse_figure(loader, figure,
					  psprintf("milestone \"%s\" is new, and its %s is not given",
							   loader->milestones.code[figure->indicator], missing));
	}
}
