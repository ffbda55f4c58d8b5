/*
 * answer_superseded.c
 *		The reports of places that ended which count twice beside what these became.
 */
#include "core/answer_places.h"

#include <math.h>

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

/* What the reports of a place that end no earlier than one tell of: from which day on. */
static Report *
begins_of(const PlaceReports *below, const AnswerPlace *place)
{
	const AnswerPlace *last = &below->places[below->count - 1];

	return below->kept + last->first_report + last->known + place->first_report;
}

static void
note_begins(PlaceReports *below, AnswerPlace *place)
{
	const Report *reports = below->reports + place->first_report;
	Report	   *begins = begins_of(below, place);
	int64_t		begin = INT32_MAX;

	if (place->has_begins)
		return;
	place->has_begins = true;
	for (uint32_t n = place->reports; n > 0; n--)
	{
		check_at_times(n, below->check);
		begin = earlier(begin, answer_begin(below->kind, below->years, &reports[n - 1]));
		begins[n - 1].first = (int32_t) begin;
	}
}

/*
 * How many of the reports of a place may have others withdrawn.  Of figures to date those until the
 * day that decides, of which it has to have one, unless it ended before.
 */
static uint32_t
superseding_reports(const PlaceReports *below, const AnswerPlace *place)
{
	uint32_t	count;

	if (below->kind != VALUE_CUMULATIVE)
		return place->reports;
	count = answer_reports_by_then(below, place);
	if (count > 0 && place->until >= below->until &&
		below->reports[place->first_report + count - 1].last < below->until)
		return 0;
	return count;
}

/*
 * Takes the values of those reports of a place that another one may have: what it, or one below it,
 * became, or a place above that.  Those of a place that goes on have more, and count as bounds.
 */
static void
supersede_reports(PlaceReports *below, const AnswerPlace *place, const PlaceWay *way,
				  AnswerPlace *other)
{
	const AnswerPlace *ended = &below->places[way->place];
	bool		goes_on = place->until >= below->last;
	int64_t		until = goes_on ? ended->until : place->until;
	Report	   *reports = below->reports + place->first_report;
	const Report *later_reports = below->reports + other->first_report;
	const Report *begins = begins_of(below, other);
	uint32_t	count = superseding_reports(below, other);

	if (count > 0)
		note_begins(below, other);
	for (uint32_t n = 0; n < place->reports && count > 0; n++)
	{
		int64_t		begin = answer_begin(below->kind, below->years, &reports[n]),
					behind = later(later(until, reports[n].last) + 1, way->changed_on);
		uint32_t	next;

		check_at_times(n, below->check);
		if (way->from <= begin || behind > below->last || ended->from > reports[n].last ||
			(goes_on && ended->until < begin))
			continue;
		next = answer_ending_before(later_reports, other->reports, (int32_t) behind);
		/* Of days before the end and behind it; a figure to date is of all of its year. */
		if (below->kind != VALUE_CUMULATIVE)
			begin = earlier(begin, until);
		if (next >= count || begins[next].first > begin)
			continue;
		if (goes_on)
			reports[n].bound = answer_bound_with_shared(&reports[n]);
		else
			reports[n].value = NAN;
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

/* The same of what a place became, and of what was above that but not above the place itself. */
static void
supersede_by_became(PlaceReports *below, const AnswerPlace *place, const PlaceWay *way)
{
	AnswerPlace *became = &below->places[way->became],
			   *other = became;
	const AnswerPlace *common = common_above(below, place, became);
	uint32_t	steps = 0;

	supersede_reports(below, place, way, became);
	while (other != common && other->parent >= 0)
	{
		check_at_times(++steps, below->check);
		other = &below->places[other->parent];
		if (other != common && other->from <= became->until && became->from <= other->until)
			supersede_reports(below, place, way, other);
	}
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
	const AnswerPlace *place = &below->places[way->place];
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
