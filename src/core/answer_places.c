/*
 * answer_places.c
 *		The figure of a place from those of the places below it.
 */
#include "core/answer_places.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Whether the value is that of one day, and not that of all days until one. */
static bool
is_of_one_day(PeriodValueKind kind)
{
	return kind == VALUE_STOCK || kind == VALUE_FIRST;
}

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

/* How many of the days that are due both places are there, or one of them given twice. */
static int64_t
days_of_both(const PlaceReports *below, const AnswerPlace *a, const AnswerPlace *b)
{
	int64_t		from = later(below->from, later(a->from, b->from)),
				until = earlier(below->until, earlier(a->until, b->until));

	return later(until - from + 1, 0);
}

static bool
is_due(const PlaceReports *below, const AnswerPlace *place)
{
	return days_of_both(below, place, place) > 0;
}

static int
compare_first(const void *left, const void *right)
{
	const Report *a = left;
	const Report *b = right;

	return (a->first > b->first) - (a->first < b->first);
}

/*
 * Tells the places above one that it is there; they are told in order of the first days.  What is
 * there no longer than its parent says nothing new to those above that.
 */
static void
tell_above(PlaceReports *below, uint32_t i)
{
	const AnswerPlace *place = &below->places[i];
	uint32_t	steps = 0;

	if (!is_due(below, place))
		return;
	for (int32_t above = place->parent; above >= 0; above = below->places[above].parent)
	{
		AnswerPlace *parent = &below->places[above];

		check_at_times(++steps, below->check);
		parent->has_below = true;
		parent->is_lowest |= place->from > parent->next &&
			parent->next <= earlier(parent->until, below->until);
		parent->next = later(parent->next, (int64_t) place->until + 1);
		if (days_of_both(below, place, parent) == days_of_both(below, place, place))
			break;
	}
}

/* Tells the places above one that ended before it, or before the last day that it has reported. */
static void
tell_ended(PlaceReports *below, const AnswerPlace *place)
{
	uint32_t	count = answer_reports_by_then(below, place),
				steps = 0;
	int64_t		last = place->until;

	if (count > 0)
		last = later(last, below->reports[place->first_report + count - 1].last);
	for (int32_t above = place->parent; above >= 0; above = below->places[above].parent)
	{
		AnswerPlace *parent = &below->places[above];

		check_at_times(++steps, below->check);
		parent->goes_on |= place->from <= parent->until && last > parent->until;
	}
}

/* Finds the places that have nothing below them on a day that is due; there is room for each. */
static void
find_lowest(PlaceReports *below, Report *room)
{
	uint32_t	begin_later = 0;

	for (uint32_t i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];

		place->next = later(place->from, below->from);
		place->is_lowest = place->has_below = place->goes_on = false;
	}
	for (uint32_t i = 0; i < below->count; i++)
	{
		check_at_times(i, below->check);
		if (below->places[i].from <= below->from)
			tell_above(below, i);
		else
			room[begin_later++] = (Report) {.first = below->places[i].from,.place = (int32_t) i};
	}
	qsort(room, begin_later, sizeof(Report), compare_first);
	for (uint32_t i = 0; i < begin_later; i++)
		tell_above(below, (uint32_t) room[i].place);
	for (uint32_t i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];

		place->is_lowest |= place->next <= earlier(place->until, below->until);
		place->is_lowest &= is_due(below, place);
		if (below->kind == VALUE_CUMULATIVE)
			tell_ended(below, place);
	}
}

/* Finds the first day of the reports of each place. */
static void
find_openings(PlaceReports *below)
{
	for (uint32_t i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];
		const Report *reports = below->reports + place->first_report;

		check_at_times(i, below->check);
		place->opening = below->last;
		for (uint32_t n = 0; n < place->reports; n++)
			place->opening = (int32_t) earlier(place->opening, reports[n].first);
	}
}

/* Takes all known reports, and leaves those out that count as withdrawn on the day that decides. */
static void
take_reports_of_day(PlaceReports *below)
{
	for (uint32_t i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];

		check_at_times(i, below->check);
		place->reports = place->known;
		memcpy(below->reports + place->first_report, below->kept + place->first_report,
			   place->known * sizeof(Report));
	}
	answer_leave_superseded(below);
	find_openings(below);
}

/*
 * From which day on reports of a place may end.  Where the place ended in the year of figures to
 * date, before the period, all that it had is in those that end with it or later.
 */
static int32_t
first_end(const PlaceReports *below, const AnswerPlace *place)
{
	return (int32_t) (place->until < below->begin ? below->first :
					  earlier(place->until, below->first));
}

/* Leaves the reports that count, and puts the days that may decide in order; returns how many. */
static uint32_t
known_days(PlaceReports *below)
{
	uint32_t	days = 0;
	bool		is_superseding = answer_has_superseded(below);

	below->has_losses = false;
	for (uint32_t i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];

		check_at_times(i, below->check);
		place->answer.figures = 0;
		place->noted = 0;
		place->reports = answer_known_reports(below->kind, below->years, first_end(below, place),
											  below->last,
											  below->reports + place->first_report,
											  place->reports);
		place->known = place->reports;
		below->has_losses |= answer_has_losses(below->reports + place->first_report,
											   place->known);
	}
	if (is_superseding && below->kind != VALUE_CUMULATIVE)
		answer_leave_superseded(below);
	find_openings(below);
	for (uint32_t i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];
		const Report *reports = below->reports + place->first_report;

		for (uint32_t n = 0; n < place->reports; n++)
			if (reports[n].last >= below->first)
				below->room[days++].first = below->kind == VALUE_FIRST ? reports[n].first :
					reports[n].last;
		if (is_superseding && below->kind == VALUE_CUMULATIVE)
			memcpy(below->kept + place->first_report, reports, place->reports * sizeof(Report));
	}
	qsort(below->room, days, sizeof(Report), compare_first);
	return days;
}

/*
 * Whether a place ended before the day that decides of figures to date: what it has not reported by
 * then may never come, and does not keep the others waiting.
 */
static bool
has_ended(const PlaceReports *below, const AnswerPlace *place)
{
	return below->kind == VALUE_CUMULATIVE && place->until < below->until;
}

/* How many of some reports are of years of which all is known. */
static uint32_t
reports_of_years(const PlaceReports *below, const Report *reports, uint32_t count)
{
	int32_t		next_day = reports[count - 1].last + 1;
	Report		next = {.first = next_day,.last = next_day};

	if (answer_begin(below->kind, below->years, &next) == next_day)
		return count;
	return answer_ending_before(reports, count, answer_begin(below->kind, below->years,
															 &reports[count - 1]));
}

/*
 * How many of the reports of a place end until the last day that is due; of first values all.
 * Where one that ended lacks its end, what it had of that year is no bound: a figure to date may go
 * back.
 */
static uint32_t
reports_until(const PlaceReports *below, const AnswerPlace *place)
{
	const Report *reports = below->reports + place->first_report;
	uint32_t	count = place->reports;

	if (below->kind != VALUE_FIRST && below->until < below->last)
		count = answer_ending_before(reports, count, below->until + 1);
	if (count > 0 && has_ended(below, place) && reports[count - 1].last < place->until)
		count = reports_of_years(below, reports, count);
	return count;
}

/* The last of them, or NULL. */
static const Report *
last_report(const PlaceReports *below, const AnswerPlace *place)
{
	uint32_t	count = reports_until(below, place);

	return count == 0 ? NULL : &below->reports[place->first_report + count - 1];
}

static bool
has_report(const PlaceReports *below, const AnswerPlace *place)
{
	return below->kind == VALUE_FIRST ? place->reports > 0 : last_report(below, place) != NULL;
}

/*
 * Whether a place that has a report has that of the day that decides, where one does.  One that
 * ended has its last report, or those of the years before.
 */
static bool
is_of_day(const PlaceReports *below, const AnswerPlace *place)
{
	if (below->kind == VALUE_FIRST)
		return place->opening == below->from;
	if (below->kind == VALUE_STOCK)
		return last_report(below, place)->last == below->until;
	return below->kind != VALUE_CUMULATIVE || has_ended(below, place) ||
		last_report(below, place)->last >= below->until;
}

/* Whether the figure of a place itself is one of those that count. */
static bool
has_figure(const PlaceReports *below, uint32_t i)
{
	return below->places[i].taken == (int32_t) i;
}

/*
 * Whether a place ended before the day that decides of figures to date, and those below it were
 * there on all of its days and go on, or their reports do: these have what its last one has.
 */
static bool
is_in_those_below(const PlaceReports *below, const AnswerPlace *place)
{
	Report		day = {.first = below->until,.last = below->until};

	return below->kind == VALUE_CUMULATIVE && !place->is_lowest && place->goes_on &&
		place->until < below->until && last_report(below, place)->last < below->until &&
		below->reports[place->first_report].last >=
		answer_begin(below->kind, below->years, &day);
}

/*
 * Finds which places have figures that count.  One that is not there on the days that are due has
 * none where one day decides, none if something below it is there, and none beside one above it.
 */
static void
take_places(PlaceReports *below)
{
	for (uint32_t i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];
		bool		is_there = is_due(below, place);
		uint32_t	steps = i;

		place->nearest = place->parent < 0 ? -1 : below->places[place->parent].nearest;
		place->taken = place->nearest;
		while (place->taken >= 0 && is_there &&
			   days_of_both(below, place, &below->places[place->taken]) == 0)
		{
			int32_t		parent = below->places[place->taken].parent;

			check_at_times(steps++, below->check);
			place->taken = parent < 0 ? -1 : below->places[parent].nearest;
		}
		check_at_times(i, below->check);
		if (place->taken < 0 && has_report(below, place) &&
			(is_there ? !is_in_those_below(below, place) :
			 !(is_of_one_day(below->kind) || place->has_below)))
			place->taken = place->nearest = (int32_t) i;
	}
}

static int32_t
first_day_of(const PlaceReports *below, const AnswerPlace *place)
{
	return answer_first_day(below->kind, below->years, first_end(below, place), place->from,
							place->opening);
}

/* Of how much of the days until the end of a place its last figure to date is. */
static double
share_until_end(const PlaceReports *below, const AnswerPlace *place)
{
	int64_t		first = later(below->begin, place->from),
				days = (int64_t) place->until - first + 1,
				known = (int64_t) last_report(below, place)->last - first + 1;

	return known >= days || days <= 0 ? 1.0 : (double) later(known, 0) / (double) days;
}

/* The share of the days of a place on which another that stands for it has figures. */
static double
share_of_days(const PlaceReports *below, const AnswerPlace *place)
{
	const AnswerPlace *taken = &below->places[place->taken];
	int64_t		days = days_of_both(below, place, place),
				taken_days = days_of_both(below, taken, taken),
				passed = (int64_t) taken->answer.last - first_day_of(below, taken) + 1;
	double		share = 1.0;

	/* Of several years of figures to date, those of which all is known. */
	if (below->kind == VALUE_CUMULATIVE && taken->answer.figures > 0)
		share = taken->answer.coverage;
	if (has_ended(below, taken))
		share *= share_until_end(below, taken);
	/* The days that have figures are a whole number. */
	if (!period_value_has_day(below->kind) && taken_days > 0)
		share = (floor(taken->answer.coverage * (double) passed + 0.5) -
				 (double) taken->beyond) / (double) taken_days;
	if (days > 0)
		share = (share < 1.0 ? share : 1.0) * (double) days_of_both(below, place, taken) /
			(double) days;
	return share < 1.0 ? share : 1.0;
}

/*
 * Whether all lowest places that are there on the day that decides have a figure of it, of all
 * their days.
 */
static bool
covers_all(const PlaceReports *below)
{
	for (uint32_t i = 0; i < below->count; i++)
	{
		const AnswerPlace *place = &below->places[i];

		if (place->is_lowest && !has_ended(below, place) &&
			(place->taken < 0 || !is_of_day(below, &below->places[place->taken]) ||
			 share_of_days(below, place) < 1.0))
			return false;
	}
	return true;
}

/* Takes a day as the one that decides; false if no figure that counts is of it. */
static bool
try_day(PlaceReports *below, int32_t day, Report *room)
{
	below->from = is_of_one_day(below->kind) ? day : below->begin;
	below->until = day;
	if (answer_has_superseded(below) && below->kind == VALUE_CUMULATIVE)
		take_reports_of_day(below);
	find_lowest(below, room);
	take_places(below);
	for (uint32_t i = 0; i < below->count; i++)
		if (has_figure(below, i) &&
			(below->kind == VALUE_FIRST ? is_of_day(below, &below->places[i]) :
			 last_report(below, &below->places[i])->last == day))
			return true;
	return false;
}

/*
 * Chooses the day that decides, of those that are in order in the room: of first values the first,
 * of others the last that all have reported or, without such a day, the last.  False without any.
 */
static bool
choose_day(PlaceReports *below, uint32_t days)
{
	const Report *room = below->room;
	bool		is_found = false;
	int32_t		furthest = 0;

	for (uint32_t i = 0; i < days; i++)
	{
		uint32_t	n = below->kind == VALUE_FIRST ? i : days - 1 - i;

		if ((i > 0 && room[n].first == room[below->kind == VALUE_FIRST ? n - 1 : n + 1].first) ||
			!try_day(below, room[n].first, below->room + days))
			continue;
		if (below->kind == VALUE_FIRST || covers_all(below))
			return true;
		if (!is_found)
			furthest = room[n].first;
		is_found = true;
	}
	return is_found && try_day(below, furthest, below->room + days);
}

/* Of how many days that a report is of its place was not there. */
static int64_t
days_beyond(const AnswerPlace *place, int32_t first, int32_t last)
{
	int64_t		inside = earlier(last, place->until) - later(first, place->from) + 1;

	return (int64_t) last - first + 1 - later(inside, 0);
}

/* Answers each of the places whose figures count, of the whole period as it would itself. */
static PlanError
answer_each(PlaceReports *below)
{
	for (uint32_t i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];
		uint32_t	count = reports_until(below, place);
		PlanError	error;

		check_at_times(i, below->check);
		if (!has_figure(below, i))
			continue;
		memcpy(below->room, &below->reports[place->first_report],
			   count * sizeof(Report));
		error = answer_period(below->kind, below->years, first_day_of(below, place), below->last,
							  below->room, below->steps, count, &place->answer);
		if (error != PLAN_OK)
			return error;
		/* The reports that answer together are in front. */
		place->beyond = place->answer.figures > 1 ? 0 :
			days_beyond(place, place->answer.first, place->answer.last);
		for (int32_t n = 0; n < place->answer.figures && place->answer.figures > 1; n++)
			place->beyond += days_beyond(place, below->room[n].first, below->room[n].last);
	}
	return PLAN_OK;
}

/* Finds the figures that count, and the days of which they are due; false without any. */
static PlanError
find_figures(PlaceReports *below, bool *is_found)
{
	Report		opening = {.first = below->first,.last = below->first};
	uint32_t	days;
	PlanError	error;

	below->begin = answer_begin(below->kind, below->years, &opening);
	days = known_days(below);
	*is_found = days > 0;
	if (days == 0)
		return PLAN_OK;
	if (period_value_has_day(below->kind))
	{
		*is_found = choose_day(below, days);
		return *is_found ? answer_each(below) : PLAN_OK;
	}
	below->from = below->first;
	below->until = below->last;
	find_lowest(below, below->room);
	take_places(below);
	error = answer_each(below);
	below->until = below->first;
	for (uint32_t i = 0; i < below->count; i++)
		if (has_figure(below, i))
			below->until = (int32_t) later(below->until, below->places[i].answer.last);
	find_lowest(below, below->room);
	return error;
}

/* What is missing where something is: where one report is below zero, that may be, too. */
static AnswerGap
gap_of(const PlaceReports *below, bool has_gap)
{
	return !has_gap ? NO_GAP : below->has_losses ? GAP_OF_ANY : GAP_FROM_ZERO;
}

/*
 * Places without a figure are a gap.  Averages of which days are missing are rough: what they make
 * is no bound.
 */
static PlanError
put_places_together(PlaceReports *below, uint32_t count, bool has_gap, bool is_rough,
					Answer *answer)
{
	static const PeriodValueKind kinds[] = {
		[ACROSS_SUM] = VALUE_FLOW, [ACROSS_MEAN] = VALUE_AVERAGE,
		[ACROSS_MAX] = VALUE_PEAK, [ACROSS_MIN] = VALUE_LEAST
	};
	PlanError	error = answer_together(kinds[below->across], below->room, count,
										gap_of(below, has_gap), answer);

	if (is_rough)
		answer->bound = answer_about(answer->bound);
	return error;
}

/* From when until when places with figures are there, of the days that are due. */
typedef struct Lives
{
	int64_t		first_from;
	int64_t		last_from;
	int64_t		first_until;
	int64_t		last_until;
} Lives;

static void
add_life(const PlaceReports *below, const AnswerPlace *place, Lives *lives)
{
	int64_t		from = later(place->from, below->from),
				until = earlier(place->until, below->until);

	if (from > until)
		return;
	lives->first_from = earlier(lives->first_from, from);
	lives->last_from = later(lives->last_from, from);
	lives->first_until = earlier(lives->first_until, until);
	lives->last_until = later(lives->last_until, until);
}

/*
 * The bound of what places are together that come and go.  Averages do not add up where they are of
 * different days.  Where one place ended before another began nobody knows whether they are one:
 * amounts add up all the same, of which the highest is no less, and the highest of peaks and the
 * lowest of least values are found.
 */
static AnswerBound
bound_of_lives(const PlaceReports *below, const Lives *lives, AnswerBound bound)
{
	bool		follow = lives->last_from > lives->first_until,
				is_amount = below->kind == VALUE_FLOW || below->kind == VALUE_CUMULATIVE;

	if (below->kind == VALUE_AVERAGE && below->across == ACROSS_SUM)
		return lives->first_from < lives->last_from || lives->first_until < lives->last_until ?
			ANSWER_UNKNOWN : bound;
	if (!follow || (is_amount && below->across == ACROSS_SUM) ||
		(below->kind == VALUE_PEAK && below->across == ACROSS_MAX) ||
		(below->kind == VALUE_LEAST && below->across == ACROSS_MIN))
		return bound;
	if (!is_amount || below->across != ACROSS_MAX || below->has_losses)
		return ANSWER_UNKNOWN;
	if (bound == ANSWER_EXACT || bound == ANSWER_ABOUT)
		return ANSWER_AT_LEAST;
	return bound == ANSWER_AT_LEAST || bound == ANSWER_ABOVE ? bound : ANSWER_UNKNOWN;
}

/* The figure of a place as one of those that are put together, all of them of the same length. */
static void
add_figure(PlaceReports *below, uint32_t n, const Answer *answer, bool has_gap, Answer *whole)
{
	below->room[n] = (Report) {0, 364, answer->known_on, answer->bound, answer->vintage,
							   answer->value, 0};
	if (has_gap)
		below->room[n].bound = answer_bound_with_gap(below->kind, &below->room[n],
													 gap_of(below, true));
	if (n == 0 || answer->vintage < whole->vintage)
		whole->vintage = answer->vintage;
	if (n == 0 || answer->first < whole->first)
		whole->first = answer->first;
	if (n == 0 || answer->last > whole->last)
		whole->last = answer->last;
	if (n == 0 || answer->known_on > whole->known_on)
		whole->known_on = answer->known_on;
	whole->figures += answer->figures;
}

/*
 * What the reports of the places below say of a period; ANSWERED_BY_NONE without any.
 * PLAN_OUT_OF_RANGE where they add up to more than sums hold.
 */
PlanError
answer_places(PlaceReports *below, Answer *answer, PlacesCovered *covered)
{
	uint32_t	n = 0;
	FixedSum	sum = {{0}};
	Lives		lives = {INT64_MAX, INT64_MIN, INT64_MAX, INT64_MIN};
	bool		lacks_days = false,
				lacks_places = false,
				is_rough = false,
				is_found;
	PlanError	error = find_figures(below, &is_found);

	memset(answer, 0, sizeof(*answer));
	memset(covered, 0, sizeof(*covered));
	if (error != PLAN_OK || below->across == ACROSS_NONE || !is_found)
		return error;
	for (uint32_t i = 0; i < below->count; i++)
	{
		const AnswerPlace *place = &below->places[i];
		bool		is_covered = place->taken >= 0 &&
			is_of_day(below, &below->places[place->taken]),
					is_figure = is_covered && has_figure(below, i);
		double		share = is_covered ? share_of_days(below, place) : 0.0;

		if (!place->is_lowest && !is_figure)
			continue;
		lacks_days |= share < 1.0;
		if (is_figure)
		{
			add_figure(below, n++, &place->answer, share < 1.0, answer);
			add_life(below, place, &lives);
			is_rough |= below->kind == VALUE_AVERAGE && share < 1.0;
		}
		if (!place->is_lowest)
			continue;
		covered->places++;
		covered->covered += is_covered;
		lacks_places |= !is_covered || days_of_both(below, place, place) >
			days_of_both(below, place, &below->places[place->taken]);
		if (is_covered && !fixedsum_add_any_double(&sum, share))
			return PLAN_OUT_OF_RANGE;
	}
	if (n == 0)
		return PLAN_OK;
	answer->coverage = covered->places == 0 ? 1.0 :
		fixedsum_any_to_double(&sum) / covered->places;
	answer->is_complete = !lacks_days && answer->coverage >= 1.0 &&
		(below->kind == VALUE_FIRST ? answer->first == below->first :
		 answer->last == below->last);
	answer->source = ANSWERED_BY_PLACES;
	error = put_places_together(below, n, lacks_places, is_rough, answer);
	answer->bound = bound_of_lives(below, &lives, answer->bound);
	return error;
}
