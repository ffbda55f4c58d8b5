/*
 * answer_places.c
 *		The figure of a place from those of the places below it.
 */
#include "core/answer_places.h"

#include <string.h>

/* Finds the lowest places, and those whose figures count until a day. */
static PlanError
answer_each(PlaceReports *below, int32_t until)
{
	int32_t		last = until < below->last ? until : below->last;

	for (uint32_t i = 0; i < below->count; i++)
		below->places[i].is_lowest = true;
	for (uint32_t i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];
		PlanError	error;

		check_at_times(i, below->check);
		place->taken = -1;
		if (place->parent >= 0)
		{
			place->taken = below->places[place->parent].taken;
			below->places[place->parent].is_lowest = false;
		}
		memset(&place->answer, 0, sizeof(Answer));
		if (place->taken >= 0 || place->reports == 0)
			continue;
		memcpy(below->room, &below->reports[place->first_report],
			   place->reports * sizeof(Report));
		error = answer_period(below->kind, below->years, below->first, last, below->room,
							  below->steps, place->reports, &place->answer);
		if (error != PLAN_OK)
			return error;
		if (place->answer.source != ANSWERED_BY_NONE)
			place->taken = (int32_t) i;
	}
	return PLAN_OK;
}

/* Whether the figure of a place itself is one of those that count. */
static bool
has_figure(const PlaceReports *below, uint32_t i)
{
	return below->places[i].taken == (int32_t) i;
}

/* The last day that a figure covers, and the last that all of them do; false without any. */
static bool
last_days(const PlaceReports *below, int32_t *furthest, int32_t *common)
{
	bool		is_found = false;

	for (uint32_t i = 0; i < below->count; i++)
	{
		int32_t		last = below->places[i].answer.last;

		if (!has_figure(below, i))
			continue;
		if (!is_found || last > *furthest)
			*furthest = last;
		if (!is_found || last < *common)
			*common = last;
		is_found = true;
	}
	return is_found;
}

static int32_t
first_day(const PlaceReports *below)
{
	int32_t		first = below->last;

	for (uint32_t i = 0; i < below->count; i++)
		if (has_figure(below, i) && below->places[i].answer.first < first)
			first = below->places[i].answer.first;
	return first;
}

/* The days of which a figure is due: the one that decides, or all until the last. */
static void
due_days(const PlaceReports *below, int32_t furthest, int32_t *from, int32_t *until)
{
	*from = below->kind == VALUE_FIRST ? first_day(below) :
		period_value_has_day(below->kind) ? furthest : below->first;
	*until = below->kind == VALUE_FIRST ? *from : furthest;
}

static bool
is_due(const AnswerPlace *place, int32_t from, int32_t until)
{
	return place->from <= until && place->until >= from;
}

/* Whether a figure is of the day that decides, where one does. */
static bool
is_of_day(const PlaceReports *below, const Answer *answer, int32_t from)
{
	return below->kind == VALUE_FIRST ? answer->first == from :
		!period_value_has_day(below->kind) || answer->last == from;
}

/* Whether all lowest places have a figure, and of the day that decides. */
static bool
covers_all(const PlaceReports *below, int32_t furthest)
{
	int32_t		from,
				until;

	due_days(below, furthest, &from, &until);
	for (uint32_t i = 0; i < below->count; i++)
	{
		const AnswerPlace *place = &below->places[i];

		if (place->is_lowest && is_due(place, from, until) &&
			(place->taken < 0 ||
			 !is_of_day(below, &below->places[place->taken].answer, from)))
			return false;
	}
	return true;
}

/* Of what one day decides, the last day that all have reported, if there is one. */
static PlanError
choose_day(PlaceReports *below, int32_t *furthest)
{
	int32_t		common = 0;
	PlanError	error = answer_each(below, below->last);

	if (error != PLAN_OK || !last_days(below, furthest, &common) ||
		common == *furthest || below->kind == VALUE_FIRST || !period_value_has_day(below->kind))
		return error;
	error = answer_each(below, common);
	if (error != PLAN_OK || covers_all(below, common))
	{
		*furthest = common;
		return error;
	}
	return answer_each(below, below->last);
}

/* The share of the days of a figure that are not missing, until the last one that is due. */
static double
share_of_days(const PlaceReports *below, const AnswerPlace *place, int32_t furthest)
{
	int64_t		from = place->from > below->first ? place->from : below->first,
				until = place->until < furthest ? place->until : furthest,
				passed = (int64_t) place->answer.last - below->first + 1;
	double		share;

	/* Of several years, those of which all is known. */
	if (below->kind == VALUE_CUMULATIVE)
		return place->answer.coverage;
	if (period_value_has_day(below->kind) || until < from)
		return 1.0;
	share = place->answer.coverage * (double) passed / (double) (until - from + 1);
	return share < 1.0 ? share : 1.0;
}

static PlanError
put_places_together(PlaceReports *below, uint32_t count, bool has_gap, bool is_unknown,
					Answer *answer)
{
	static const PeriodValueKind kinds[] = {
		[ACROSS_SUM] = VALUE_FLOW, [ACROSS_MEAN] = VALUE_AVERAGE,
		[ACROSS_MAX] = VALUE_PEAK, [ACROSS_MIN] = VALUE_LEAST
	};
	PlanError	error = answer_together(kinds[below->across], below->room, count, has_gap,
										answer);

	if (is_unknown || answer->bound == ANSWER_UNKNOWN)
		answer->bound = ANSWER_UNKNOWN;
	else if (has_gap && below->across == ACROSS_MEAN)
		answer->bound = ANSWER_ABOUT;
	return error;
}

/* The figure of a place as one of those that are put together, all of them of the same length. */
static void
add_figure(PlaceReports *below, uint32_t n, const Answer *answer, Answer *whole)
{
	below->room[n] = (Report) {0, 364, answer->known_on, answer->bound, answer->vintage,
							   answer->value, 0};
	if (n == 0 || answer->vintage < whole->vintage)
		whole->vintage = answer->vintage;
	if (n == 0 || answer->first < whole->first)
		whole->first = answer->first;
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
	int32_t		furthest = 0,
				from,
				until;
	uint32_t	n = 0;
	FixedSum	share = {{0}};
	bool		has_gap = false,
				is_unknown = false;
	PlanError	error = choose_day(below, &furthest);

	memset(answer, 0, sizeof(*answer));
	memset(covered, 0, sizeof(*covered));
	if (error != PLAN_OK || below->across == ACROSS_NONE)
		return error;
	due_days(below, furthest, &from, &until);
	for (uint32_t i = 0; i < below->count; i++)
	{
		const AnswerPlace *place = &below->places[i];
		const Answer *figure = place->taken < 0 ? NULL : &below->places[place->taken].answer;

		if (figure != NULL && !is_of_day(below, figure, from))
			figure = NULL;
		if (figure != NULL && has_figure(below, i))
		{
			add_figure(below, n++, figure, answer);
			is_unknown |= figure->bound == ANSWER_UNKNOWN;
			has_gap |= share_of_days(below, place, furthest) < 1.0;
		}
		if (!place->is_lowest || !is_due(place, from, until))
			continue;
		covered->places++;
		if (figure == NULL)
			continue;
		covered->covered++;
		if (!fixedsum_add_any_double(&share, share_of_days(below, &below->places[place->taken],
														   furthest)))
			return PLAN_OUT_OF_RANGE;
	}
	if (n == 0)
		return PLAN_OK;
	has_gap |= covered->covered < covered->places;
	answer->coverage = covered->places == 0 ? 1.0 :
		fixedsum_any_to_double(&share) / covered->places;
	answer->last = furthest;
	answer->is_complete = !has_gap && answer->coverage >= 1.0 &&
		(below->kind == VALUE_FIRST ? answer->first == below->first : furthest == below->last);
	answer->source = ANSWERED_BY_PLACES;
	return put_places_together(below, n, has_gap, is_unknown, answer);
}
