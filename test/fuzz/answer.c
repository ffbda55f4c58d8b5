/*
 * Reports of a period: those that answer it do not overlap, and no other choice of them covers more
 * days, or as many with fewer reports.  The order in which they come says nothing.  A single place
 * below answers as it does itself, reports that were missing hold to what was said without them,
 * and what is superseded after a merger counts like what was never reported.
 */
#include "core/answer_places.h"

#include <math.h>
#include <string.h>

#include "core/period.h"
#include "fuzz.h"

#define MAX_INPUT_SIZE 51

#define MAX_REPORTS 10
#define DAYS 24

/* Years that end within the days. */
static const CalendarRule years = {.day = 12};

/* The best choice of reports from a day on, by trying all: its days, and how few reports. */
static void
best_choice(const Report *reports, uint32_t count, int32_t from, int64_t *days, int32_t *figures)
{
	*days = 0;
	*figures = 0;
	for (uint32_t i = 0; i < count; i++)
	{
		int64_t		rest;
		int32_t		more;

		if (reports[i].first < from)
			continue;
		best_choice(reports, count, reports[i].last + 1, &rest, &more);
		rest += (int64_t) reports[i].last - reports[i].first + 1;
		more++;
		if (rest > *days || (rest == *days && more < *figures))
		{
			*days = rest;
			*figures = more;
		}
	}
}

/* Whether a report is within the period, has a value, and is not revised. */
static bool
counts(const Report *reports, uint32_t count, uint32_t n)
{
	if (isnan(reports[n].value) || reports[n].first < 0 || reports[n].last >= DAYS ||
		reports[n].first > reports[n].last)
		return false;
	for (uint32_t i = 0; i < count; i++)
		if (reports[i].first == reports[n].first && reports[i].last == reports[n].last &&
			reports[i].known_on > reports[n].known_on)
			return false;
	return true;
}

static void
check_choice(const Answer *answer, const Report *reports, uint32_t count)
{
	Report		known[MAX_REPORTS];
	uint32_t	kept = 0;
	int64_t		days;
	int32_t		figures;

	for (uint32_t i = 0; i < count; i++)
		if (counts(reports, count, i))
			known[kept++] = reports[i];
	best_choice(known, kept, 0, &days, &figures);
	CHECK((answer->source == ANSWERED_BY_NONE) == (kept == 0));
	if (answer->source == ANSWERED_BY_SAME_PERIOD || kept == 0)
		return;
	CHECK(answer->figures == figures);
	CHECK(fabs(answer->coverage * (answer->last + 1) - (double) days) < 1e-9);
}

/* The same reports answer for a place that begins within the period, of which less is missing. */
static void
check_beginning(PeriodValueKind kind, const Report *reports, uint32_t count, const Answer *whole)
{
	Report		copy[MAX_REPORTS];
	AnswerStep	steps[MAX_REPORTS];
	Answer		answer;

	for (int32_t from = -DAYS; from < DAYS; from += DAYS / 4)
	{
		memcpy(copy, reports, count * sizeof(Report));
		CHECK(answer_period_of_place(kind, &years, 0, DAYS - 1, from, copy, steps, count,
									 &answer) == PLAN_OK);
		if (from <= 0 || (period_value_has_day(kind) && kind != VALUE_CUMULATIVE))
			CHECK(memcmp(&answer, whole, sizeof(Answer)) == 0);
		CHECK((answer.source == ANSWERED_BY_NONE) == (whole->source == ANSWERED_BY_NONE));
		/*
		 * An extreme of bounds can be another where nothing is missing, and a report of just the
		 * year that is left answers before one of its end that became known later.
		 */
		CHECK(answer.value == whole->value || kind == VALUE_PEAK || kind == VALUE_LEAST ||
			  (kind == VALUE_CUMULATIVE && answer.figures == 1 && answer.last == DAYS - 1));
		CHECK(answer.figures == whole->figures && answer.last == whole->last &&
			  answer.coverage >= whole->coverage - 1e-9 && answer.coverage <= 1);
		/* The only year that is left answers by its report, which may begin within it. */
		CHECK(answer.first == whole->first ||
			  (kind == VALUE_CUMULATIVE && answer.figures == 1 && answer.first > whole->first));
	}
}

static void
check_answer(PeriodValueKind kind, const Report *reports, uint32_t count)
{
	Report		copy[MAX_REPORTS];
	AnswerStep	steps[MAX_REPORTS];
	Answer		answer,
				reversed;

	memcpy(copy, reports, count * sizeof(Report));
	if (answer_period(kind, &years, 0, DAYS - 1, copy, steps, count, &answer) != PLAN_OK)
		return;
	for (uint32_t i = 0; i < count; i++)
		copy[i] = reports[count - 1 - i];
	CHECK(answer_period(kind, &years, 0, DAYS - 1, copy, steps, count, &reversed) == PLAN_OK);
	CHECK(memcmp(&answer, &reversed, sizeof(Answer)) == 0);
	CHECK(answer.source == ANSWERED_BY_NONE ||
		  ((kind == VALUE_CUMULATIVE || answer.first >= 0) && answer.first <= answer.last &&
		   answer.last < DAYS &&
		   answer.figures > 0 && answer.coverage > 0 && answer.coverage <= 1 &&
		   isfinite(answer.value)));
	CHECK(!answer.is_complete || answer.coverage == 1);
	if (!period_value_has_day(kind))
		check_choice(&answer, reports, count);
	check_beginning(kind, reports, count, &answer);
}

static void
no_check(void)
{
}

/* Each report is of a place; the tree and the days of places come from the input too. */
static void
check_places(PeriodValueKind kind, AcrossRule across, const Report *reports, uint32_t count)
{
	AnswerPlace places[MAX_REPORTS] = {{0}};
	Report		copy[MAX_REPORTS],
				room[2 * MAX_REPORTS];
	AnswerStep	steps[MAX_REPORTS];
	PlaceReports below = {.kind = kind,.across = across,.years = &years,.last = DAYS - 1,
		.places = places,.count = count,.reports = copy,.room = room,.steps = steps,
		.check = no_check};
	Answer		answer;
	PlacesCovered covered;

	for (uint32_t i = 0; i < count; i++)
	{
		int32_t		days = reports[i].known_on;

		copy[i] = reports[i];
		places[i] = (AnswerPlace) {.parent = days % ((int32_t) i + 1) - 1,.from = days % 5 == 0 ?
		days % DAYS : INT32_MIN,.until = days % 7 == 0 ? days % DAYS : INT32_MAX,
			.first_report = i,.reports = 1};
	}
	if (answer_places(&below, &answer, &covered) != PLAN_OK)
		return;
	CHECK(covered.covered >= 0 && covered.covered <= covered.places &&
		  covered.places <= (int32_t) count);
	CHECK(!answer.is_complete || (answer.coverage >= 1 && covered.covered == covered.places));
	CHECK(answer.source == ANSWERED_BY_NONE ||
		  ((kind == VALUE_CUMULATIVE || answer.first >= 0) && answer.first <= answer.last &&
		   answer.last < DAYS &&
		   answer.figures > 0 && answer.coverage >= 0 && answer.coverage <= 1 &&
		   isfinite(answer.value)));
}

/* A place above a single one says of it what this one says itself. */
static void
check_single_place(PeriodValueKind kind, AcrossRule across, const Report *reports, uint32_t count)
{
	AnswerPlace place = {.parent = -1,.from = INT32_MIN,.until = INT32_MAX,.reports = count};
	Report		copy[MAX_REPORTS],
				room[2 * MAX_REPORTS];
	AnswerStep	steps[MAX_REPORTS];
	PlaceReports below = {.kind = kind,.across = across,.years = &years,.last = DAYS - 1,
		.places = &place,.count = 1,.reports = copy,.room = room,.steps = steps,
		.check = no_check};
	Answer		answer,
				alone;
	PlacesCovered covered;

	memcpy(copy, reports, count * sizeof(Report));
	memcpy(room, reports, count * sizeof(Report));
	if (across == ACROSS_NONE ||
		answer_period(kind, &years, 0, DAYS - 1, room, steps, count, &alone) != PLAN_OK)
		return;
	CHECK(answer_places(&below, &answer, &covered) == PLAN_OK);
	/* The first value is that of the first day, and without one there is none. */
	if (kind == VALUE_FIRST && answer.source == ANSWERED_BY_NONE)
		return;
	CHECK((answer.source == ANSWERED_BY_NONE) == (alone.source == ANSWERED_BY_NONE));
	CHECK(answer.value == alone.value && answer.bound == alone.bound &&
		  answer.last == alone.last && answer.figures == alone.figures &&
		  answer.is_complete == alone.is_complete);
	CHECK(fabs(answer.coverage - alone.coverage) < 1e-9);
}

#define NUM_PLACES 4
#define NUM_QUARTERS 4

/* The quarters of each place come together. */
static Report
report_of_quarter(uint32_t i, double value)
{
	int32_t		days = DAYS / NUM_QUARTERS,
				first = (int32_t) (i % NUM_QUARTERS) * days;

	return (Report) {first, first + days - 1, 0, ANSWER_EXACT, VINTAGE_OFFICIAL, value,
		(int32_t) (i / NUM_QUARTERS)};
}

/* What several places say together, of reports by quarters that are in order of the places. */
static Answer
answer_quarters(PeriodValueKind kind, AcrossRule across, int32_t last, Report *reports,
				uint32_t count)
{
	AnswerPlace places[NUM_PLACES];
	Report		room[NUM_PLACES * NUM_QUARTERS + NUM_PLACES];
	AnswerStep	steps[NUM_PLACES * NUM_QUARTERS];
	PlaceReports below = {.kind = kind,.across = across,.years = &years,.last = last,
		.places = places,.count = NUM_PLACES,.reports = reports,.room = room,.steps = steps,
		.check = no_check};
	Answer		answer;
	PlacesCovered covered;

	for (uint32_t i = 0, next = 0; i < NUM_PLACES; i++)
	{
		places[i] = (AnswerPlace) {.parent = -1,.from = INT32_MIN,.until = INT32_MAX,
			.first_report = next};
		while (next < count && reports[next].place == (int32_t) i && ++places[i].reports)
			next++;
	}
	CHECK(answer_places(&below, &answer, &covered) == PLAN_OK);
	return answer;
}

/*
 * Values of some quarters of some places, beside those of all until the same day: these are from 0
 * on or, where one that is known is below zero, any.
 */
static void
check_missing(PeriodValueKind kind, AcrossRule across, const uint8_t *data, size_t size,
			  double lowest)
{
	Report		some[NUM_PLACES * NUM_QUARTERS];
	uint32_t	some_count = 0;
	bool		has_losses = false;
	Answer		answer;

	if (size < NUM_PLACES * NUM_QUARTERS || across == ACROSS_NONE ||
		kind == VALUE_FIRST || kind == VALUE_CUMULATIVE)
		return;
	for (uint32_t i = 0; i < NUM_PLACES * NUM_QUARTERS; i++)
		if (data[i] % 4 != 0)
		{
			some[some_count++] = report_of_quarter(i, data[i] / 4 + lowest);
			has_losses |= data[i] / 4 + lowest < 0;
		}
	answer = answer_quarters(kind, across, DAYS - 1, some, some_count);
	if (answer.source == ANSWERED_BY_NONE)
		return;
	for (double missing = has_losses ? -1000 : 0; missing <= 1000; missing += 500)
	{
		Report		all[NUM_PLACES * NUM_QUARTERS];
		uint32_t	count = 0;
		Answer		whole;

		for (uint32_t i = 0; i < NUM_PLACES * NUM_QUARTERS; i++)
		{
			Report		report = report_of_quarter(i, data[i] % 4 != 0 ?
												   data[i] / 4 + lowest : missing);

			if (report.last <= answer.last)
				all[count++] = report;
		}
		whole = answer_quarters(kind, across, answer.last, all, count);
		CHECK(whole.bound == ANSWER_EXACT && whole.coverage == 1);
		CHECK(answer.bound != ANSWER_ABOVE && answer.bound != ANSWER_BELOW);
		CHECK(answer.bound != ANSWER_EXACT || whole.value == answer.value);
		CHECK(answer.bound != ANSWER_AT_LEAST || whole.value >= answer.value);
		CHECK(answer.bound != ANSWER_AT_MOST || whole.value <= answer.value);
	}
}

/*
 * Mergers: each report is of the place that its vintage has for a number.
 */

/* From which day on reports of a place end: of one that ended in the year before, that day. */
static int32_t
first_end(PeriodValueKind kind, const AnswerPlace *place)
{
	return kind == VALUE_CUMULATIVE && place->until < 0 ? place->until : 0;
}

/* Whether a report is among those that may answer; a figure to date begins in its year. */
static bool
is_known(PeriodValueKind kind, const AnswerPlace *places, const Report *reports, uint32_t count,
		 uint32_t n)
{
	const Report *report = &reports[n];
	int32_t		from = first_end(kind, &places[report->vintage]);
	Period		year;

	if (isnan(report->value) || report->first > report->last || report->last < from ||
		report->last >= DAYS)
		return false;
	for (uint32_t i = 0; i < count; i++)
		if (reports[i].vintage == report->vintage && reports[i].first == report->first &&
			reports[i].last == report->last && reports[i].known_on > report->known_on)
			return false;
	CHECK(period_of_day(report->last, GRAIN_YEAR, &years, &year) == PLAN_OK);
	if (kind != VALUE_CUMULATIVE || (report->first == from && report->last == DAYS - 1))
		return report->first >= from;
	return report->first >= year.first;
}

/* Of which day on a report tells. */
static int32_t
begin_of(PeriodValueKind kind, const Report *report)
{
	Period		year;

	CHECK(period_of_day(report->last, GRAIN_YEAR, &years, &year) == PLAN_OK);
	return kind == VALUE_CUMULATIVE && year.first < report->first ? year.first : report->first;
}

/* Whether a place is another one, or above it. */
static bool
stands_above(const AnswerPlace *places, int32_t above, int32_t place)
{
	return place >= 0 && (place == above || stands_above(places, above, places[place].parent));
}

/*
 * Whether a place is what another one became, stands above that, but not above a third, or is below
 * it, where the third is not.
 */
static bool
stands_for_became(const AnswerPlace *places, int32_t place, int32_t became, int32_t third)
{
	return place == became ||
		(((stands_above(places, place, became) && !stands_above(places, place, third)) ||
		  (stands_above(places, became, place) && !stands_above(places, became, third))) &&
		 places[place].from <= places[became].until && places[became].from <= places[place].until);
}

/* What another report takes from one of days that it has as well. */
typedef enum Taken
{
	TAKES_NOTHING,
	TAKES_PART,
	TAKES_ALL
} Taken;

/* Whether a report goes on behind another one and behind a day, and begins until another day. */
static bool
has_days_of(PeriodValueKind kind, const PlaceWay *way, const Report *other, const Report *report,
			int32_t until, int32_t day)
{
	return way->from > begin_of(kind, report) && begin_of(kind, other) <= day &&
		other->last > report->last && other->last > until && other->last >= way->changed_on;
}

/*
 * What a report takes from another one whose place, or one below that, became its own, or one below
 * that or above it.
 */
static Taken
takes(PeriodValueKind kind, const PlaceWay *way, const AnswerPlace *places, const Report *other,
	  const Report *report)
{
	int32_t		place = (int32_t) report->vintage,
				until = places[place].until,
				begin = begin_of(kind, report);
	const AnswerPlace *ended = &places[way->place];
	bool		was_below = stands_above(places, place, way->became) &&
		places[way->became].from <= until;
	int32_t		gone = ended->until < way->from ? ended->until : way->from - 1;

	if ((place != way->place &&
		 (!stands_above(places, place, way->place) || was_below || ended->from > until)) ||
		ended->from > report->last ||
		!stands_for_became(places, (int32_t) other->vintage, way->became, place))
		return TAKES_NOTHING;
	if (until < DAYS - 1 && has_days_of(kind, way, other, report, until, begin) &&
		(kind == VALUE_CUMULATIVE || other->first <= until))
		return TAKES_ALL;
	return begin <= gone && has_days_of(kind, way, other, report, gone,
										report->last < gone ? report->last : gone) ?
		TAKES_PART : TAKES_NOTHING;
}

/*
 * Whether a known report may have others withdrawn: of figures to date one until the day that
 * decides, of which its place has one, unless that ended before.
 */
static bool
is_of_day(PeriodValueKind kind, const AnswerPlace *places, const Report *reports, uint32_t count,
		  uint32_t m, int32_t day)
{
	int32_t		place = (int32_t) reports[m].vintage;
	bool		has_day = kind != VALUE_CUMULATIVE || places[place].until < day;

	for (uint32_t n = 0; n < count; n++)
	{
		int32_t		above = (int32_t) reports[n].vintage;

		if (!is_known(kind, places, reports, count, n))
			continue;
		has_day |= above == place && reports[n].last == day;
		/* A place above that goes on stands for it. */
		if (above != place && stands_above(places, above, place) &&
			places[above].until >= DAYS - 1 && places[above].from <= places[place].until &&
			places[place].from <= places[above].until &&
			(kind != VALUE_CUMULATIVE || reports[n].last <= day))
			return false;
	}
	return has_day && (kind != VALUE_CUMULATIVE || reports[m].last <= day);
}

/* The bound of a report of which a part may be counted elsewhere. */
static AnswerBound
bound_of_part(PeriodValueKind kind, bool has_losses, AnswerBound bound)
{
	if (kind == VALUE_AVERAGE)
		return answer_about(bound);
	return has_losses || kind == VALUE_PEAK || kind == VALUE_LEAST ? ANSWER_UNKNOWN :
		answer_bound_with_shared(bound);
}

/* What places say of those of the reports that are given, each with its own together. */
static PlanError
answer_with_ways(PlaceReports *below, const AnswerPlace *places, const Report *reports,
				 uint32_t count, const bool *is_given, Answer *answer, PlacesCovered *covered)
{
	AnswerPlace of_reports[NUM_PLACES];
	Report		copy[MAX_REPORTS],
				kept[3 * MAX_REPORTS],
				room[MAX_REPORTS + NUM_PLACES];
	AnswerStep	steps[MAX_REPORTS];
	uint32_t	next = 0;

	memcpy(of_reports, places, sizeof(of_reports));
	for (uint32_t i = 0; i < NUM_PLACES; i++)
	{
		of_reports[i].first_report = next;
		for (uint32_t n = 0; n < count; n++)
			if (is_given[n] && reports[n].vintage == (FigureVintage) i)
				copy[next++] = reports[n];
		of_reports[i].reports = next - of_reports[i].first_report;
	}
	below->places = of_reports;
	below->count = NUM_PLACES;
	below->reports = copy;
	below->kept = kept;
	below->room = room;
	below->steps = steps;
	return answer_places(below, answer, covered);
}

static void
check_ways(PeriodValueKind kind, AcrossRule across, const Report *all, uint32_t count,
		   const uint8_t *data, size_t size)
{
	Report		reports[MAX_REPORTS];
	AnswerPlace places[NUM_PLACES];
	PlaceWay	ways[4];
	PlaceReports below = {.kind = kind,.across = across,.years = &years,.last = DAYS - 1,
		.ways = ways,.check = no_check};
	Report		counted[MAX_REPORTS];
	bool		is_given[MAX_REPORTS],
				has_losses = false,
				keeps_losses = false,
				counts_twice = kind != VALUE_STOCK && kind != VALUE_FIRST &&
		(across == ACROSS_SUM || across == ACROSS_MEAN);
	Answer		answer,
				other;
	PlacesCovered covered,
				other_covered;
	PlanError	error;

	if (size < NUM_PLACES)
		return;
	for (int32_t i = 0; i < NUM_PLACES; i++)
		places[i] = (AnswerPlace) {.parent = i - 1 - data[i] / DAYS % 2 * i,
			.from = data[i] / (2 * DAYS) % 3 == 0 ? data[i] % (DAYS + 1) : INT32_MIN,
			.until = data[i] % 4 == 0 ? INT32_MAX : data[i] % (DAYS + 3) - 3};
	for (size_t i = NUM_PLACES; i + 3 <= size && below.way_count < 4; i += 3)
		ways[below.way_count++] = (PlaceWay) {data[i] % NUM_PLACES,
			data[i] / NUM_PLACES % NUM_PLACES, data[i + 1] % 30, data[i + 2] % 30};
	for (uint32_t n = 0; n < count; n++)
	{
		is_given[n] = true;
		reports[n] = all[n];
		reports[n].vintage = (FigureVintage) ((int32_t) all[n].vintage + all[n].known_on % 2);
	}
	error = answer_with_ways(&below, places, reports, count, is_given, &answer, &covered);
	if (kind == VALUE_CUMULATIVE && (error != PLAN_OK || answer.source == ANSWERED_BY_NONE))
		return;
	for (uint32_t n = 0; n < count; n++)
		has_losses |= reports[n].value < 0 && is_known(kind, places, reports, count, n);
	for (uint32_t n = 0; n < count; n++)
	{
		counted[n] = reports[n];
		is_given[n] = is_known(kind, places, reports, count, n);
		for (uint32_t w = 0; counts_twice && w < below.way_count; w++)
			for (uint32_t m = 0; m < count; m++)
			{
				Taken		taken;

				if (!is_given[n] || !is_known(kind, places, reports, count, m) ||
					!is_of_day(kind, places, reports, count, m, answer.last))
					continue;
				taken = takes(kind, &ways[w], places, &reports[m], &reports[n]);
				if (taken == TAKES_PART)
					counted[n].bound = bound_of_part(kind, has_losses, counted[n].bound);
				else if (taken == TAKES_ALL)
					is_given[n] = false;
			}
		keeps_losses |= is_given[n] && reports[n].value < 0;
	}
	below.way_count = 0;
	CHECK(answer_with_ways(&below, places, counted, count, is_given, &other,
						   &other_covered) == error);
	if (error != PLAN_OK)
		return;
	/* What counts as withdrawn on one day only can make another one decide. */
	if (kind == VALUE_CUMULATIVE && answer.last != other.last)
		return;
	/* What is withdrawn still tells that what is missing may be below zero. */
	if (has_losses && !keeps_losses)
	{
		CHECK(answer.bound == other.bound || answer.bound == ANSWER_UNKNOWN);
		CHECK(answer.bound != ANSWER_AT_LEAST || kind != VALUE_FLOW || across != ACROSS_SUM ||
			  other.coverage == 1);
		other.bound = answer.bound;
	}
	CHECK(memcmp(&answer, &other, sizeof(Answer)) == 0);
	CHECK(memcmp(&covered, &other_covered, sizeof(PlacesCovered)) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Report		reports[MAX_REPORTS];
	uint32_t	count = 0;
	PeriodValueKind kind;
	AcrossRule	across;

	if (size < 1)
		return 0;
	for (size_t i = 1; i + 5 <= size && count < MAX_REPORTS; i += 5)
	{
		Report		report = {data[i] % 28 - 2, data[i + 1] % 28, data[i + 2],
			(AnswerBound) (data[i + 3] % ANSWER_UNKNOWN), (FigureVintage) (data[i + 3] % 3),
		data[i + 4] - 40, 0};
		bool		is_new = true;

		/* Of one period and day there is one report. */
		for (uint32_t j = 0; j < count; j++)
			is_new &= reports[j].first != report.first || reports[j].last != report.last ||
				reports[j].known_on != report.known_on;
		if (data[i + 4] == 0)
			report.value = NAN;
		if (is_new)
			reports[count++] = report;
	}
	kind = (PeriodValueKind) (data[0] % NUM_VALUE_KINDS);
	across = (AcrossRule) (ACROSS_SUM + data[0] / NUM_VALUE_KINDS % 5);
	check_answer(kind, reports, count);
	check_places(kind, across, reports, count);
	check_single_place(kind, across, reports, count);
	check_missing(kind, across, data + 1, size - 1, 0);
	check_missing(kind, across, data + 1, size - 1, -8);
	check_ways(kind, across, reports, count, data + 1, size - 1);
	return 0;
}
