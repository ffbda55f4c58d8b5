/*
 * earned.c
 *		Earned value and earned schedule, after PMI's Practice Standard for Earned Value
 *		Management (2nd edition) and Lipke and Henderson's earned schedule.
 */
#include "earned.h"

#include <math.h>
#include <stdio.h>

#include "text.h"

const char *const earned_sum_names[EARNED_SUMS] = {"pv", "ev", "ac", "bac"};

/* How a state of no tasks is written. */
#define EMPTY_TEXT "empty"

/* What the text form names, in this order: the tasks, the sums, the tasks that lack a figure. */
#define NUM_PARTS (1 + 2 * EARNED_SUMS)

static const char *const part_names[NUM_PARTS] = {
	"n", "pv", "ev", "ac", "bac", "no_pv", "no_ev", "no_ac", "no_bac"
};

void
earned_init(Earned *earned)
{
	memset(earned, 0, sizeof(*earned));
	earned->version = EARNED_VERSION;
}

PlanError
earned_add(Earned *earned, const Earned *other)
{
	if (__builtin_add_overflow(earned->count, other->count, &earned->count))
		return PLAN_OUT_OF_RANGE;
	for (int i = 0; i < EARNED_SUMS; i++)
		if (__builtin_add_overflow(earned->missing[i], other->missing[i], &earned->missing[i]) ||
			!fixedsum_add(&earned->sum[i], &other->sum[i]))
			return PLAN_OUT_OF_RANGE;
	return PLAN_OK;
}

PlanError
earned_subtract(Earned *earned, const Earned *other)
{
	if (__builtin_sub_overflow(earned->count, other->count, &earned->count))
		return PLAN_OUT_OF_RANGE;
	for (int i = 0; i < EARNED_SUMS; i++)
		if (__builtin_sub_overflow(earned->missing[i], other->missing[i], &earned->missing[i]) ||
			!fixedsum_subtract(&earned->sum[i], &other->sum[i]))
			return PLAN_OUT_OF_RANGE;
	return PLAN_OK;
}

int
earned_compare(const Earned *a, const Earned *b)
{
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	for (int i = 0; i < EARNED_SUMS; i++)
	{
		int			order = fixedsum_compare(&a->sum[i], &b->sum[i]);

		if (order != 0)
			return order;
	}
	for (int i = 0; i < EARNED_SUMS; i++)
		if (a->missing[i] != b->missing[i])
			return a->missing[i] < b->missing[i] ? -1 : 1;
	return 0;
}

/* A sum over all tasks, which is not known where any of them lacks the figure. */
double
earned_total(const Earned *earned, int which)
{
	return earned->missing[which] == 0 ? fixedsum_to_double(&earned->sum[which]) : NAN;
}

static PlanError
read_part(const char **cursor, Earned *earned, int part)
{
	if (part == 0)
		return text_read_int64(cursor, &earned->count);
	if (part <= EARNED_SUMS)
		return fixedsum_read(cursor, &earned->sum[part - 1]);
	return text_read_int64(cursor, &earned->missing[part - 1 - EARNED_SUMS]);
}

/*
 * Read "n=count pv=sum ev=sum ac=sum bac=sum no_pv=count no_ev=count no_ac=count no_bac=count",
 * zeros left out, or "empty".
 */
PlanError
earned_read(const char *text, Earned *earned)
{
	earned_init(earned);
	text_skip_spaces(&text);
	if (text_skip_word(&text, EMPTY_TEXT))
	{
		text_skip_spaces(&text);
		return *text == '\0' ? PLAN_OK : PLAN_SYNTAX;
	}
	if (*text == '\0')
		return PLAN_SYNTAX;
	for (int i = 0; i < NUM_PARTS; i++)
	{
		const char *end;
		PlanError	error;

		if (!text_skip_name(&text, part_names[i]))
			continue;
		error = read_part(&text, earned, i);
		if (error != PLAN_OK)
			return error;
		end = text;
		text_skip_spaces(&text);
		if (text == end && *text != '\0')
			return PLAN_SYNTAX;
	}
	return *text == '\0' ? PLAN_OK : PLAN_SYNTAX;
}

/* What is zero is left out. */
static size_t
write_count(char *out, const char *name, int64_t count)
{
	return count != 0 ? (size_t) sprintf(out, "%s=%lld ", name, (long long) count) : 0;
}

static size_t
write_sum(char *out, const char *name, const FixedSum *sum)
{
	char	   *p = out;

	if (fixedsum_sign(sum) == 0)
		return 0;
	p += sprintf(p, "%s=", name);
	p += fixedsum_write(p, sum);
	*p++ = ' ';
	return (size_t) (p - out);
}

size_t
earned_write(char *out, const Earned *earned)
{
	char	   *p = out;

	p += write_count(p, part_names[0], earned->count);
	for (int i = 0; i < EARNED_SUMS; i++)
		p += write_sum(p, part_names[1 + i], &earned->sum[i]);
	for (int i = 0; i < EARNED_SUMS; i++)
		p += write_count(p, part_names[1 + EARNED_SUMS + i], earned->missing[i]);
	if (p == out)
		p += sprintf(p, "%s ", EMPTY_TEXT);
	*--p = '\0';
	return (size_t) (p - out);
}

/* The first planned value that is not finite, lies below 0 or falls; -1 for none. */
int
earned_plan_find_fault(const double *planned, int periods)
{
	double		before = 0.0;

	for (int i = 0; i < periods; i++)
	{
		if (!(planned[i] >= before) || isinf(planned[i]))
			return i;
		before = planned[i];
	}
	return -1;
}

/* How many periods end with no more than so much planned. */
static int
periods_up_to(const double *planned, int periods, double value)
{
	int			low = 0,
				high = periods;

	while (low < high)
	{
		int			middle = low + (high - low) / 2;

		if (planned[middle] <= value)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * The first period by whose end all is planned, from 1; 0 where that is nothing, NaN where
 * there are no periods.
 */
static double
planned_duration(const double *planned, int periods)
{
	double		all;

	if (periods == 0)
		return NAN;
	all = planned[periods - 1];
	/* What is less than all lies at or below the next number under it. */
	return all > 0.0 ? periods_up_to(planned, periods, nextafter(all, 0.0)) + 1 : 0;
}

/*
 * When what has been earned should have been earned, in periods from the start: the number
 * of periods whose plan is earned, and the share that is earned of what the next one adds.
 * So where the plan is flat nobody falls behind, but all that is planned is due when it
 * first is.
 */
double
earned_schedule(const double *planned, int periods, double ev)
{
	int			whole;
	double		before;

	if (periods == 0 || isnan(ev))
		return NAN;
	if (ev < 0.0)
		return 0.0;
	if (ev >= planned[periods - 1])
		return planned_duration(planned, periods);
	whole = periods_up_to(planned, periods, ev);
	before = whole > 0 ? planned[whole - 1] : 0.0;
	return whole + (ev - before) / (planned[whole] - before);
}

/* NaN for what has no ratio. */
static double
ratio(double numerator, double denominator)
{
	return denominator == 0.0 ? NAN : numerator / denominator;
}

void
earned_figures(const EarnedInput *input, double figures[NUM_EARNED_FIGURES])
{
	double		work_left = input->bac - input->ev;
	double		spi = ratio(input->ev, input->pv);
	double		cpi = ratio(input->ev, input->ac);
	double		eac = ratio(input->bac, cpi);
	double		estimate = isnan(input->estimate) ? eac : input->estimate;
	double		duration = planned_duration(input->planned, input->periods);
	double		es = earned_schedule(input->planned, input->periods, input->ev);

	figures[FIGURE_PV] = input->pv;
	figures[FIGURE_EV] = input->ev;
	figures[FIGURE_AC] = input->ac;
	figures[FIGURE_BAC] = input->bac;
	figures[FIGURE_SV] = input->ev - input->pv;
	figures[FIGURE_CV] = input->ev - input->ac;
	figures[FIGURE_SPI] = spi;
	figures[FIGURE_CPI] = cpi;
	figures[FIGURE_SCI] = spi * cpi;
	figures[FIGURE_COMPLETE] = ratio(input->ev, input->bac);
	figures[FIGURE_EAC] = eac;
	figures[FIGURE_EAC_ATYPICAL] = input->ac + work_left;
	figures[FIGURE_EAC_COMBINED] = input->ac + ratio(work_left, spi * cpi);
	figures[FIGURE_ETC] = estimate - input->ac;
	figures[FIGURE_VAC] = input->bac - estimate;
	figures[FIGURE_TCPI] = ratio(work_left, input->bac - input->ac);
	figures[FIGURE_TCPI_EAC] = ratio(work_left, estimate - input->ac);
	figures[FIGURE_ES] = es;
	figures[FIGURE_SV_T] = es - input->passed;
	figures[FIGURE_SPI_T] = ratio(es, input->passed);
	figures[FIGURE_IEAC_T] = ratio(duration, figures[FIGURE_SPI_T]);
	figures[FIGURE_TSPI] = ratio(duration - es, duration - input->passed);
}

/*
 * When it will be complete, in periods from the start, by three methods: the planned value
 * method takes the variance at the rate of the plan, earned duration the time that has passed
 * as far as it has earned, earned schedule the plan itself.  Each goes on from here as planned,
 * as the schedule has been kept so far, or as schedule and cost have.
 */
void
earned_time_estimates(const EarnedInput *input, double estimates[NUM_TIME_ESTIMATES])
{
	double		passed = input->passed;
	double		spi = ratio(input->ev, input->pv);
	double		cpi = ratio(input->ev, input->ac);
	double		duration = planned_duration(input->planned, input->periods);
	double		variance = ratio(input->ev - input->pv, ratio(input->bac, duration));
	double		ed = passed * spi;
	double		es = earned_schedule(input->planned, input->periods, input->ev);
	double		spi_t = ratio(es, passed);

	estimates[ESTIMATE_PLANNED_DURATION] = duration;
	estimates[ESTIMATE_TV] = variance;
	estimates[ESTIMATE_EAC_T_PV] = duration - variance;
	estimates[ESTIMATE_EAC_T_PV_SPI] = ratio(duration, spi);
	estimates[ESTIMATE_EAC_T_PV_SCI] = ratio(duration, spi * cpi);
	estimates[ESTIMATE_ED] = ed;
	estimates[ESTIMATE_EAC_T_ED] = passed + (duration - ed);
	estimates[ESTIMATE_EAC_T_ED_SPI] = passed + ratio(duration - ed, spi);
	estimates[ESTIMATE_EAC_T_ED_SCI] = passed + ratio(duration - ed, spi * cpi);
	estimates[ESTIMATE_ES] = es;
	estimates[ESTIMATE_EAC_T_ES] = passed + (duration - es);
	estimates[ESTIMATE_EAC_T_ES_SPI_T] = passed + ratio(duration - es, spi_t);
	estimates[ESTIMATE_EAC_T_ES_SCI_T] = passed + ratio(duration - es, spi_t * cpi);
}
