/*
 * answer_superseded.c
 *		The reports of places that ended which count twice beside what these became.
 */
#include "core/answer_places.h"

#include <math.h>
#include <stdlib.h>

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static int64_t
earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* How many of the reports of a place end by the last day that is due. */
uint32_t
answer_reports_by_then(const PlaceReports *below, const AnswerPlace *place)
{
	if (below->until >= below->last)
		return place->reports;
	return answer_ending_before(below->reports + place->first_report, place->reports,
								below->until + 1);
}

/* Whether reports may count as withdrawn. */
bool
answer_has_superseded(const PlaceReports *below)
{
	return below->way_count > 0 && below->kind != VALUE_STOCK && below->kind != VALUE_FIRST &&
		(below->across == ACROSS_SUM || below->across == ACROSS_MEAN);
}

/* What those of some reports of a place that end no earlier than one tell of: from which day on. */
static Report *
begins_of(const PlaceReports *below, const AnswerPlace *place)
{
	const AnswerPlace *last = &below->places[below->count - 1];

	return below->kept + last->first_report + last->known + place->first_report;
}

/* Notes what so many of the reports of a place tell of, once. */
static void
note_reports(PlaceReports *below, AnswerPlace *place, uint32_t count)
{
	const Report *reports = below->reports + place->first_report;
	Report	   *begins = begins_of(below, place);
	int64_t		begin = INT32_MAX;

	if (place->noted == count)
		return;
	place->noted = count;
	for (uint32_t n = count; n > 0; n--)
	{
		check_at_times(n, below->check);
		begin = earlier(begin, answer_begin(below->kind, below->years, &reports[n - 1]));
		begins[n - 1].first = (int32_t) begin;
	}
}

/* Of how many reports of a place one may count: of figures to date those until the last day due. */
static uint32_t
counting_reports(const PlaceReports *below, const AnswerPlace *place)
{
	return below->kind == VALUE_CUMULATIVE ? answer_reports_by_then(below, place) :
		place->reports;
}

/* Finds the places whose reports do not count: one above has some, goes on, and stands for them. */
static void
find_stood_for(PlaceReports *below)
{
	for (uint32_t i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];
		const AnswerPlace *parent = place->parent < 0 ? NULL : &below->places[place->parent];
		int32_t		above = -1;
		uint32_t	steps = i;

		if (parent != NULL)
			above = parent->until >= below->last && counting_reports(below, parent) > 0 ?
				place->parent : parent->standing;
		place->standing = above;
		while (above >= 0 && (below->places[above].from > place->until ||
							  place->from > below->places[above].until))
		{
			check_at_times(steps++, below->check);
			above = below->places[above].standing;
		}
		place->is_stood_for = above >= 0;
	}
}

/*
 * How many of the reports of a place may have others withdrawn.  Of figures to date those until the
 * day that decides, of which it has to have one, unless it ended before.
 */
static uint32_t
superseding_reports(const PlaceReports *below, const AnswerPlace *place)
{
	uint32_t	count = place->is_stood_for ? 0 : counting_reports(below, place);

	if (below->kind == VALUE_CUMULATIVE && count > 0 && place->until >= below->until &&
		below->reports[place->first_report + count - 1].last < below->until)
		return 0;
	return count;
}

/* Reports that may have others withdrawn, by their last days. */
typedef struct Others
{
	const Report *reports;
	const Report *begins;		/* from which day on those from each of them on tell */
	uint32_t	count;
} Others;

static Others
others_of(PlaceReports *below, AnswerPlace *place)
{
	uint32_t	count = superseding_reports(below, place);

	if (count > 0)
		note_reports(below, place, count);
	return (Others) {below->reports + place->first_report, begins_of(below, place), count};
}

/*
 * Whether one of others goes on behind a report and behind a day, and has all days of that report
 * until then or, at least, some of them.
 */
static bool
have_days_of(const PlaceReports *below, const Others *others, const Report *report, int64_t until,
			 const PlaceWay *way, bool all)
{
	int64_t		begin = answer_begin(below->kind, below->years, report),
				behind = later(later(until, report->last) + 1, way->changed_on);
	uint32_t	next;

	if (way->from <= begin || behind > below->last)
		return false;
	next = answer_ending_before(others->reports, others->count, (int32_t) behind);
	if (!all)
		begin = earlier(report->last, until);
	/* Of days before the end and behind it; a figure to date is of all of its year. */
	else if (below->kind != VALUE_CUMULATIVE)
		begin = earlier(begin, until);
	return next < others->count && others->begins[next].first <= begin;
}

/* The bound of a report of which a part may be counted elsewhere, too. */
static AnswerBound
bound_with_shared(const PlaceReports *below, const Report *report)
{
	if (below->kind == VALUE_AVERAGE)
		return answer_about(report->bound);
	if (below->has_losses || below->kind == VALUE_PEAK || below->kind == VALUE_LEAST)
		return ANSWER_UNKNOWN;
	return answer_bound_with_shared(report->bound);
}

/*
 * Takes the values of those reports of a place that another one may have: what it, or one below it,
 * became, or a place above or below that.  Where it was there longer than what became the other, or
 * gave away a part, or the other begins later than a report, this has more, and counts as a bound.
 */
static void
supersede_reports(PlaceReports *below, AnswerPlace *place, const PlaceWay *way, Others others)
{
	const AnswerPlace *ended = &below->places[way->place];
	Report	   *reports = below->reports + place->first_report;
	int64_t		until = earlier(ended->until, (int64_t) way->from - 1);

	for (uint32_t n = 0; others.count > 0 && n < place->reports; n++)
	{
		Report	   *report = &reports[n];

		check_at_times(n, below->check);
		if (ended->from > report->last)
			continue;
		if (place->until < below->last &&
			have_days_of(below, &others, report, place->until, way, true))
			report->value = NAN;
		else if (answer_begin(below->kind, below->years, report) <= until &&
				 have_days_of(below, &others, report, until, way, false))
			report->bound = bound_with_shared(below, report);
	}
}

/* The nearest place that is, or is above, each of two, or NULL; parents come before children. */
static const AnswerPlace *
common_above(const PlaceReports *below, const AnswerPlace *a, const AnswerPlace *b)
{
	uint32_t	steps = 0;

	while (a != b)
	{
		const AnswerPlace **lower = a > b ? &a : &b;

		check_at_times(++steps, below->check);
		if ((*lower)->parent < 0)
			return NULL;
		*lower = &below->places[(*lower)->parent];
	}
	return a;
}

/* Lists the places right below each. */
static void
link_children(PlaceReports *below)
{
	for (uint32_t i = 0; i < below->count; i++)
		below->places[i].child = -1;
	for (uint32_t i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];

		if (place->parent < 0)
			continue;
		place->sibling = below->places[place->parent].child;
		below->places[place->parent].child = (int32_t) i;
	}
}

/* The place behind one of those below another in the order of a walk, or -1. */
static int32_t
next_below(const PlaceReports *below, int32_t i, int32_t top)
{
	if (below->places[i].child >= 0)
		return below->places[i].child;
	while (i != top && below->places[i].sibling < 0)
		i = below->places[i].parent;
	return i == top ? -1 : below->places[i].sibling;
}

static int
compare_last(const void *left, const void *right)
{
	const Report *a = left;
	const Report *b = right;

	return (a->last > b->last) - (a->last < b->last);
}

/*
 * The reports of the places below one, gathered once for all ways to it that follow each other.
 */
static Others
others_below(PlaceReports *below, int32_t top)
{
	const AnswerPlace *became = &below->places[top];
	const AnswerPlace *last = &below->places[below->count - 1];
	Report	   *gathered = below->kept + 2 * (last->first_report + last->known);
	uint32_t	count = 0;

	if (below->gathered == top)
		return (Others) {gathered, gathered, below->gathered_reports};
	for (int32_t i = next_below(below, top, top); i >= 0; i = next_below(below, i, top))
	{
		const AnswerPlace *place = &below->places[i];
		uint32_t	reports = place->from <= became->until && became->from <= place->until ?
			superseding_reports(below, place) : 0;

		check_at_times(i, below->check);
		for (uint32_t n = 0; n < reports; n++)
		{
			const Report *report = &below->reports[place->first_report + n];

			gathered[count].last = report->last;
			gathered[count++].first = answer_begin(below->kind, below->years, report);
		}
	}
	if (count > 1)
		qsort(gathered, count, sizeof(Report), compare_last);
	for (uint32_t n = count; n > 1; n--)
		gathered[n - 2].first = (int32_t) earlier(gathered[n - 2].first, gathered[n - 1].first);
	below->gathered = top;
	below->gathered_reports = count;
	return (Others) {gathered, gathered, count};
}

/*
 * The same of what a place became, of what was above that but not above the place itself, and of
 * what is below it.
 */
static void
supersede_by_became(PlaceReports *below, AnswerPlace *place, const PlaceWay *way)
{
	AnswerPlace *became = &below->places[way->became],
			   *other = became;
	const AnswerPlace *common;
	uint32_t	steps = 0;

	if (place->reports == 0)
		return;
	common = common_above(below, place, became);
	supersede_reports(below, place, way, others_of(below, became));
	while (other != common && other->parent >= 0)
	{
		check_at_times(++steps, below->check);
		other = &below->places[other->parent];
		if (other != common && other->from <= became->until && became->from <= other->until)
			supersede_reports(below, place, way, others_of(below, other));
	}
	if (common != became)
		supersede_reports(below, place, way, others_below(below, way->became));
}

/* Whether what a place became was below another one already, on days on which that was there. */
static bool
became_below(const PlaceReports *below, const PlaceWay *way, const AnswerPlace *above)
{
	const AnswerPlace *became = &below->places[way->became];

	return became->from <= above->until && common_above(below, became, above) == above;
}

/* The same of the places above: what they reported has what it had. */
static void
supersede_above(PlaceReports *below, const PlaceWay *way)
{
	AnswerPlace *place = &below->places[way->place];
	int32_t		from = place->from;

	while (place->parent >= 0)
	{
		place = &below->places[place->parent];
		if (place->reports > 0 && from <= place->until && !became_below(below, way, place))
			supersede_by_became(below, place, way);
	}
}

/* Leaves the reports of a place that have their values. */
static void
keep_values(PlaceReports *below, AnswerPlace *place)
{
	Report	   *reports = below->reports + place->first_report;
	uint32_t	kept = 0;

	for (uint32_t n = 0; n < place->reports; n++)
	{
		check_at_times(n, below->check);
		if (!isnan(reports[n].value))
			reports[kept++] = reports[n];
	}
	place->reports = kept;
}

/*
 * Takes out the reports of places that ended which count twice beside what others report that these
 * places became.  A report supersedes others whether or not it is superseded itself.
 */
void
answer_leave_superseded(PlaceReports *below)
{
	find_stood_for(below);
	link_children(below);
	below->gathered = -1;
	for (uint32_t i = 0; i < below->way_count; i++)
	{
		const PlaceWay *way = &below->ways[i];

		check_at_times(i, below->check);
		supersede_by_became(below, &below->places[way->place], way);
		supersede_above(below, way);
	}
	for (uint32_t i = 0; below->way_count > 0 && i < below->count; i++)
		keep_values(below, &below->places[i]);
}
