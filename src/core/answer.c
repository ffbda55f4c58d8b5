/*
 * answer.c
 *		The figure of a period from what was reported of it.
 */
#include "core/answer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/period.h"

/* 2^-12, from which on values are exact in a sum, and the power of two that brings 1e-30 there. */
#define SMALL_FIGURE 0x1p-12
#define SMALL_FIGURE_SCALE 88

static int64_t
days_of(const Report *report)
{
	return (int64_t) report->last - report->first + 1;
}

/* By the last day, then the first, then by when they became known, the last of them first. */
static int
compare_reports(const void *left, const void *right)
{
	const Report *a = left;
	const Report *b = right;

	if (a->last != b->last)
		return a->last < b->last ? -1 : 1;
	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return (a->known_on < b->known_on) - (a->known_on > b->known_on);
}

/*
 * Sorts the reports within the period by their last days, and leaves of each period the one known
 * last, if it was not withdrawn; returns how many they are.
 */
static uint32_t
keep_known(int32_t first, int32_t last, Report *reports, uint32_t count)
{
	uint32_t	within = 0,
				kept = 0;
	bool		is_new = true;

	for (uint32_t i = 0; i < count; i++)
		if (reports[i].first >= first && reports[i].last <= last &&
			reports[i].first <= reports[i].last)
			reports[within++] = reports[i];
	/* Where there are none the array may be NULL, which qsort() must not be given. */
	if (within > 1)
		qsort(reports, within, sizeof(Report), compare_reports);
	for (uint32_t i = 0; i < within; i++)
	{
		Report		report = reports[i];

		is_new = i == 0 || report.first != first || report.last != last;
		first = report.first;
		last = report.last;
		if (is_new && !isnan(report.value))
			reports[kept++] = report;
	}
	return kept;
}

/* Of two reports that begin or end on the day that decides: the one known last, or the longer. */
static const Report *
newer(const Report *a, const Report *b)
{
	if (a->known_on != b->known_on)
		return a->known_on > b->known_on ? a : b;
	return days_of(a) > days_of(b) ? a : b;
}

static const Report *
deciding_report(PeriodValueKind kind, const Report *reports, uint32_t count)
{
	const Report *found = &reports[0];

	for (uint32_t i = 1; i < count; i++)
	{
		int64_t		order = kind == VALUE_FIRST ? (int64_t) found->first - reports[i].first :
			(int64_t) reports[i].last - found->last;

		if (order > 0)
			found = &reports[i];
		else if (order == 0)
			found = newer(found, &reports[i]);
	}
	return found;
}

/* How many of the reports, which are in order, end before a day. */
uint32_t
answer_ending_before(const Report *reports, uint32_t count, int32_t day)
{
	uint32_t	low = 0,
				high = count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (reports[middle].last < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Moves the reports that count to the front, in order; returns how many they are.  Step i is the
 * best choice among the first i + 1 reports; of equal choices the one that takes the last of them.
 */
static uint32_t
choose_reports(Report *reports, AnswerStep *steps, uint32_t count)
{
	uint32_t	chosen = count;

	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t	before = answer_ending_before(reports, i, reports[i].first);
		AnswerStep	step = {days_of(&reports[i]), 1, (int32_t) before, true};

		if (before > 0)
		{
			step.days += steps[before - 1].days;
			step.figures += steps[before - 1].figures;
		}
		if (i > 0 && (steps[i - 1].days > step.days ||
					  (steps[i - 1].days == step.days && steps[i - 1].figures < step.figures)))
		{
			step = steps[i - 1];
			step.is_taken = false;
		}
		steps[i] = step;
	}
	for (uint32_t i = count; i > 0;)
	{
		if (steps[i - 1].is_taken)
		{
			reports[--chosen] = reports[i - 1];
			i = (uint32_t) steps[i - 1].before;
		}
		else
			i--;
	}
	memmove(reports, reports + chosen, (count - chosen) * sizeof(Report));
	return count - chosen;
}

/* Months of a part, to the nearest; 0 of less than half a month. */
static int64_t
months_of(const Report *report)
{
	return (days_of(report) + 15) * 12 / 365;
}

/*
 * By which power of two reports are multiplied to be summed: sums have multiples of 2^-64, which is
 * little beside the largest of the reports unless that is below 2^-12.  Of these small ones, sums
 * have multiples of 2^-152, which is all of what is from 1e-30 up.  Views of workspaces do the
 * same.
 */
static int
scale_of(const Report *reports, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (fabs(reports[i].value) >= SMALL_FIGURE)
			return 0;
	return SMALL_FIGURE_SCALE;
}

/* A mean counts each part as often as it has months or, where one has none, days. */
static PlanError
mean_of(const Report *reports, uint32_t count, double *value)
{
	FixedSum	sum = {{0}},
				weight = {{0}};
	int			scale = scale_of(reports, count);
	bool		by_days = false,
				is_even = true;

	for (uint32_t i = 0; i < count; i++)
	{
		by_days |= months_of(&reports[i]) == 0;
		is_even &= months_of(&reports[i]) == months_of(&reports[0]);
	}
	for (uint32_t i = 0; i < count; i++)
	{
		double		times = (double) (by_days ? days_of(&reports[i]) :
									  is_even ? 1 : months_of(&reports[i]));

		if (!fixedsum_add_any_product(&sum, times, ldexp(reports[i].value, scale)) ||
			!fixedsum_add_any_double(&weight, times))
			return PLAN_OUT_OF_RANGE;
	}
	*value = ldexp(fixedsum_any_ratio(&sum, &weight), -scale);
	return PLAN_OK;
}

static PlanError
sum_of(const Report *reports, uint32_t count, double *value)
{
	FixedSum	sum = {{0}};
	int			scale = scale_of(reports, count);

	for (uint32_t i = 0; i < count; i++)
		if (!fixedsum_add_any_double(&sum, ldexp(reports[i].value, scale)))
			return PLAN_OUT_OF_RANGE;
	*value = ldexp(fixedsum_any_to_double(&sum), -scale);
	return PLAN_OK;
}

/* Whether the figure may be more, or less, than it says. */
static bool
goes_up(AnswerBound bound)
{
	return bound == ANSWER_ABOVE || bound == ANSWER_AT_LEAST || bound == ANSWER_UNKNOWN;
}

static bool
goes_down(AnswerBound bound)
{
	return bound == ANSWER_BELOW || bound == ANSWER_AT_MOST || bound == ANSWER_UNKNOWN;
}

static bool
is_open_bound(AnswerBound bound)
{
	return bound == ANSWER_ABOVE || bound == ANSWER_BELOW;
}

/* Of what adds up: more or less than the sum if one of its parts is; a gap is another part. */
static AnswerBound
bound_of_sum(const Report *reports, uint32_t count, AnswerBound gap)
{
	AnswerBound bound = gap;

	for (uint32_t i = 0; i < count; i++)
	{
		AnswerBound part = reports[i].bound;

		if (bound == ANSWER_UNKNOWN || (goes_up(bound) && goes_down(part)) ||
			(goes_down(bound) && goes_up(part)))
			return ANSWER_UNKNOWN;
		/* Of one direction the open bound; and any bound says more than "about" and "exactly". */
		if (bound == ANSWER_EXACT || (bound == ANSWER_ABOUT && part != ANSWER_EXACT) ||
			is_open_bound(part))
			bound = part;
	}
	return bound;
}

/* Whether the highest value, or with sign -1 the lowest, may be less far out than it says. */
static bool
may_be_less_far(const Report *report, int sign)
{
	return sign > 0 ? goes_down(report->bound) : goes_up(report->bound);
}

/* Of two equal values: "about" rather than "exactly", and these rather than a bound. */
static bool
claims_less(const Report *report, const Report *other, int sign)
{
	if (may_be_less_far(report, sign) != may_be_less_far(other, sign))
		return may_be_less_far(other, sign);
	return report->bound > other->bound;
}

static double
furthest_value(const Report *reports, uint32_t count, int sign)
{
	double		value = reports[0].value;

	for (uint32_t i = 1; i < count; i++)
		if (sign * reports[i].value > sign * value)
			value = reports[i].value;
	return value;
}

/*
 * The highest of the values, or with sign -1 the lowest.  Where one of them may be further out,
 * those count that say from where on; where one may be less far out, it counts with its bound.
 * The order in which they come says nothing: of equal ones the one counts that claims least.
 */
static AnswerBound
extreme_of(const Report *reports, uint32_t count, int sign, bool has_gap, double *value)
{
	bool		is_open = has_gap;
	const Report *found = NULL;

	for (uint32_t i = 0; i < count; i++)
		is_open |= sign > 0 ? goes_up(reports[i].bound) : goes_down(reports[i].bound);
	for (uint32_t i = 0; i < count; i++)
	{
		const Report *report = &reports[i];

		if (is_open && may_be_less_far(report, sign))
			continue;
		if (found == NULL || sign * report->value > sign * found->value ||
			(report->value == found->value &&
			 (is_open ? is_open_bound(report->bound) : claims_less(report, found, sign))))
			found = report;
	}
	if (found == NULL)
	{
		*value = furthest_value(reports, count, sign);
		return ANSWER_UNKNOWN;
	}
	*value = found->value;
	if (!is_open)
		return found->bound;
	if (is_open_bound(found->bound))
		return found->bound;
	return sign > 0 ? ANSWER_AT_LEAST : ANSWER_AT_MOST;
}

/* Whether one of the reports is below zero. */
bool
answer_has_losses(const Report *reports, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (reports[i].value < 0)
			return true;
	return false;
}

/* What the missing parts of a sum may add. */
static AnswerBound
bound_of_gap(AnswerGap gap)
{
	static const AnswerBound bounds[] = {
		[NO_GAP] = ANSWER_EXACT, [GAP_FROM_ZERO] = ANSWER_AT_LEAST, [GAP_OF_ANY] = ANSWER_UNKNOWN
	};

	return bounds[gap];
}

/* Of what may be off to either side: about, and nothing where it is a bound already. */
AnswerBound
answer_about(AnswerBound bound)
{
	return bound == ANSWER_EXACT || bound == ANSWER_ABOUT ? ANSWER_ABOUT : ANSWER_UNKNOWN;
}

/*
 * The value and the bound of what the reports are together: the sum of a flow, the mean of an
 * average, the highest of a peak or the lowest of a least value.
 */
PlanError
answer_together(PeriodValueKind kind, const Report *reports, uint32_t count, AnswerGap gap,
				Answer *answer)
{
	if (kind == VALUE_PEAK || kind == VALUE_LEAST)
	{
		answer->bound = extreme_of(reports, count, kind == VALUE_PEAK ? 1 : -1, gap != NO_GAP,
								   &answer->value);
		return PLAN_OK;
	}
	if (kind == VALUE_FLOW)
	{
		answer->bound = bound_of_sum(reports, count, bound_of_gap(gap));
		return sum_of(reports, count, &answer->value);
	}
	answer->bound = bound_of_sum(reports, count, ANSWER_EXACT);
	if (gap != NO_GAP)
		answer->bound = answer_about(answer->bound);
	return mean_of(reports, count, &answer->value);
}

/* The bound of a figure beside which some of the days are missing. */
AnswerBound
answer_bound_with_gap(PeriodValueKind kind, const Report *report, AnswerGap gap)
{
	double		value;

	if (kind == VALUE_PEAK || kind == VALUE_LEAST)
		return extreme_of(report, 1, kind == VALUE_PEAK ? 1 : -1, true, &value);
	if (kind == VALUE_AVERAGE)
		return answer_about(report->bound);
	return bound_of_sum(report, 1, bound_of_gap(gap));
}

/* The bound of a figure of which a part, none of it below zero, may be counted elsewhere, too. */
AnswerBound
answer_bound_with_shared(AnswerBound bound)
{
	Report		report = {.bound = bound};

	return bound_of_sum(&report, 1, ANSWER_AT_MOST);
}

/* A report that answers alone. */
static void
answer_by_report(const Report *report, Answer *answer)
{
	answer->bound = report->bound;
	answer->value = report->value;
	answer->vintage = report->vintage;
	answer->first = report->first;
	answer->last = report->last;
	answer->known_on = report->known_on;
	answer->figures = 1;
	answer->coverage = 1.0;
}

static PlanError
answer_by_parts(PeriodValueKind kind, int32_t first, const Report *reports, uint32_t count,
				AnswerGap gap, Answer *answer)
{
	int64_t		covered = 0,
				passed = (int64_t) reports[count - 1].last - first + 1;

	answer_by_report(&reports[count - 1], answer);
	answer->first = reports[0].first;
	answer->figures = (int32_t) count;
	for (uint32_t i = 0; i < count; i++)
	{
		covered += days_of(&reports[i]);
		if (reports[i].vintage < answer->vintage)
			answer->vintage = reports[i].vintage;
		if (reports[i].known_on > answer->known_on)
			answer->known_on = reports[i].known_on;
	}
	answer->coverage = (double) covered / (double) passed;
	return answer_together(kind, reports, count, covered < passed ? gap : NO_GAP, answer);
}

static const Report *
report_of_period(int32_t first, int32_t last, const Report *reports, uint32_t count)
{
	for (uint32_t i = count; i > 0 && reports[i - 1].last == last; i--)
		if (reports[i - 1].first == first)
			return &reports[i - 1];
	return NULL;
}

/*
 * Figures to date.
 */

/* The year of a day; the day alone where the calendar has none. */
static Period
year_of(const CalendarRule *years, int32_t day)
{
	Period		year;

	if (period_of_day(day, GRAIN_YEAR, years, &year) != PLAN_OK)
		year = (Period) {day, day};
	return year;
}

/* From which day on a report is: a figure to date from the first of its year, whatever its name. */
int32_t
answer_begin(PeriodValueKind kind, const CalendarRule *years, const Report *report)
{
	int32_t		begin = kind == VALUE_CUMULATIVE ? year_of(years, report->last).first :
		report->first;

	return begin < report->first ? begin : report->first;
}

/*
 * Sorts the reports that may answer a period by their last days, and leaves of each of their
 * periods the one known last, if it was not withdrawn; returns how many they are.  Of figures to
 * date they end in the period, and begin no earlier than the year in which they end.
 */
uint32_t
answer_known_reports(PeriodValueKind kind, const CalendarRule *years, int32_t first, int32_t last,
					 Report *reports, uint32_t count)
{
	uint32_t	kept = 0;

	if (kind != VALUE_CUMULATIVE)
		return keep_known(first, last, reports, count);
	count = keep_known(year_of(years, first).first, last, reports, count);
	for (uint32_t i = 0; i < count; i++)
	{
		bool		is_same = reports[i].first == first && reports[i].last == last;

		if (is_same || (reports[i].last >= first &&
						reports[i].first >= year_of(years, reports[i].last).first))
			reports[kept++] = reports[i];
	}
	return kept;
}

/*
 * Leaves of each year, in order, the report that counts: the one that reaches furthest into the
 * period, whatever it is called.  One that begins before the year of its last day is none to date.
 */
static uint32_t
keep_last_of_years(const CalendarRule *years, int32_t first, Report *reports, uint32_t count)
{
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		Report		report = reports[i];
		int32_t		begin = year_of(years, report.last).first;

		if (report.last < first || report.first < begin)
			continue;
		if (kept > 0 && reports[kept - 1].last >= begin)
		{
			const Report *other = &reports[kept - 1];

			reports[kept - 1] = report.last > other->last ? report : *newer(other, &report);
		}
		else
			reports[kept++] = report;
	}
	return kept;
}

/* A figure to date, or of several years the sum of their last ones. */
static PlanError
answer_to_date(const CalendarRule *years, int32_t first, int32_t last, Report *reports,
			   uint32_t count, AnswerGap gap, Answer *answer)
{
	int32_t		begin = year_of(years, first).first;
	bool		is_one_year = begin == year_of(years, last).first;

	count = keep_last_of_years(years, first, reports, count);
	if (count == 0)
		return PLAN_OK;
	if (is_one_year)
	{
		answer_by_report(&reports[0], answer);
		answer->source = ANSWERED_TO_DATE;
		return PLAN_OK;
	}
	for (uint32_t i = 0; i < count; i++)
		reports[i].first = year_of(years, reports[i].last).first;
	return answer_by_parts(VALUE_FLOW, begin, reports, count, gap, answer);
}

/*
 * What the reports say of a period; there is room for a step for each.  They are put into another
 * order.  Figures to date count from the beginning of the year of the calendar.  What is missing
 * may be below zero where a report is, also one that does not count.  PLAN_OUT_OF_RANGE where
 * reports add up to more than sums hold.
 */
PlanError
answer_period(PeriodValueKind kind, const CalendarRule *years, int32_t first, int32_t last,
			  Report *reports, AnswerStep *steps, uint32_t count, Answer *answer)
{
	const Report *report;
	AnswerGap	gap;
	PlanError	error = PLAN_OK;

	memset(answer, 0, sizeof(*answer));
	count = answer_known_reports(kind, years, first, last, reports, count);
	if (count == 0)
		return PLAN_OK;
	gap = answer_has_losses(reports, count) ? GAP_OF_ANY : GAP_FROM_ZERO;
	report = report_of_period(first, last, reports, count);
	if (report == NULL && period_value_has_day(kind) && kind != VALUE_CUMULATIVE)
		report = deciding_report(kind, reports, count);
	if (report != NULL)
		answer_by_report(report, answer);
	else if (kind == VALUE_CUMULATIVE)
		error = answer_to_date(years, first, last, reports, count, gap, answer);
	else
		error = answer_by_parts(kind, first, reports, choose_reports(reports, steps, count),
								gap, answer);
	answer->is_complete = answer->coverage >= 1.0 &&
		(kind == VALUE_FIRST ? answer->first == first : answer->last == last);
	if (answer->figures == 0 || answer->source == ANSWERED_TO_DATE)
		return error;
	answer->source = answer->first != first || answer->figures > 1 ? ANSWERED_BY_PARTS :
		answer->last == last ? ANSWERED_BY_SAME_PERIOD : ANSWERED_TO_DATE;
	return error;
}

/*
 * From where on a place has something to report of a period: where its days decide and it was not
 * there from the first on, from the day on which it was, or from that of its first report.  Figures
 * to date are of whole years: those before the year of that day are not due.
 */
int32_t
answer_first_day(PeriodValueKind kind, const CalendarRule *years, int32_t first, int32_t from,
				 int32_t opening)
{
	int32_t		begin = from < opening ? from : opening;

	if (from <= first || (period_value_has_day(kind) && kind != VALUE_CUMULATIVE))
		return first;
	if (kind == VALUE_CUMULATIVE)
		begin = year_of(years, begin).first;
	return begin > first ? begin : first;
}

/* The same of a place that is there from a day on: the days before are no gap. */
PlanError
answer_period_of_place(PeriodValueKind kind, const CalendarRule *years, int32_t first,
					   int32_t last, int32_t from, Report *reports, AnswerStep *steps,
					   uint32_t count, Answer *answer)
{
	int32_t		opening = last;
	int32_t		begin;
	PlanError	error;

	count = answer_known_reports(kind, years, first, last, reports, count);
	for (uint32_t i = 0; i < count; i++)
		if (reports[i].first < opening)
			opening = reports[i].first;
	begin = answer_first_day(kind, years, first, from, opening);
	error = answer_period(kind, years, begin, last, reports, steps, count, answer);
	if (begin > first && answer->source == ANSWERED_BY_SAME_PERIOD)
		answer->source = ANSWERED_BY_PARTS;
	return error;
}
