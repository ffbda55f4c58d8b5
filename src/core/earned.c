/*
 * earned.c
 *		Earned value and earned schedule, after PMI's Practice Standard for Earned Value
 *		Management (2nd edition) and Lipke and Henderson's earned schedule.
 */
#include "core/earned.h"

#include <math.h>
#include <stdio.h>

#include "core/longsum.h"
#include "core/text.h"

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

/* Whether more was subtracted than was there. */
static bool
is_overdrawn(const Earned *earned)
{
	for (int i = 0; i < EARNED_SUMS; i++)
		if (earned->missing[i] < 0 || earned->missing[i] > earned->count ||
			(earned->missing[i] == earned->count && fixedsum_sign(&earned->sum[i]) != 0))
			return true;
	return earned->count < 0;
}

/*
 * The sums over all tasks, which are not known where any of them lacks the figure, nor where
 * more tasks were subtracted than there were.
 */
void
earned_totals(const Earned *earned, double totals[EARNED_SUMS])
{
	bool		overdrawn = is_overdrawn(earned);

	for (int i = 0; i < EARNED_SUMS; i++)
		totals[i] = overdrawn || earned->missing[i] != 0 ? NAN :
			fixedsum_to_double(&earned->sum[i]);
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
		PlanError	error;

		if (!text_skip_name(&text, part_names[i]))
			continue;
		error = read_part(&text, earned, i);
		if (error != PLAN_OK)
			return error;
		if (!text_skip_separator(&text))
			return PLAN_SYNTAX;
	}
	return *text == '\0' ? PLAN_OK : PLAN_SYNTAX;
}

/* Zero fields are omitted. */
static size_t
write_count(char *out, const char *name, int64_t count)
{
	char	   *p = out;

	if (count == 0)
		return 0;
	p += text_write_name(p, name);
	p += text_write_int64(p, count);
	*p++ = ' ';
	return (size_t) (p - out);
}

static size_t
write_sum(char *out, const char *name, const FixedSum *sum)
{
	char	   *p = out;

	if (fixedsum_sign(sum) == 0)
		return 0;
	p += text_write_name(p, name);
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
	/* Values below the total are at or below the number before it. */
	return all > 0.0 ? periods_up_to(planned, periods, nextafter(all, 0.0)) + 1 : 0;
}

/*
 * Figures are computed in numbers of two float8, from the decimals that the input stands for,
 * and rounded once: so they come out as decimal arithmetic has them.
 */

static inline LongSum
ratio(LongSum numerator, LongSum denominator)
{
	LongSum		result;

	/* NaN for what has no ratio. */
	if (denominator.sum == 0.0)
		return (LongSum) {NAN, 0.0};
	result = longsum_ratio(&numerator, &denominator);
	return isnan(result.sum) ? (LongSum) {numerator.sum / denominator.sum, 0.0} : result;
}

static inline LongSum
difference(LongSum a, LongSum b)
{
	return longsum_difference(a, b);
}

static inline LongSum
sum(LongSum a, LongSum b)
{
	return longsum_difference(a, (LongSum) {-b.sum, -b.rest});
}

static inline LongSum
whole_number(double x)
{
	return (LongSum) {x, 0.0};
}

/*
 * When what has been earned should have been earned, in periods from the start: the number
 * of periods whose plan is earned, and the share that is earned of what the next one adds.
 * So where the plan is flat nobody falls behind, but all that is planned is due when it
 * first is.
 */
static LongSum
long_schedule(const double *planned, int periods, double ev)
{
	int			whole;
	LongSum		before;

	if (periods == 0 || isnan(ev))
		return whole_number(NAN);
	if (ev < 0.0)
		return whole_number(0.0);
	if (ev >= planned[periods - 1])
		return whole_number(planned_duration(planned, periods));
	whole = periods_up_to(planned, periods, ev);
	before = longsum_of_decimal(whole > 0 ? planned[whole - 1] : 0.0);
	return sum(whole_number(whole),
			   ratio(difference(longsum_of_decimal(ev), before),
					 difference(longsum_of_decimal(planned[whole]), before)));
}

double
earned_schedule(const double *planned, int periods, double ev)
{
	LongSum		es = long_schedule(planned, periods, ev);

	return longsum_value(&es);
}

/* The input as decimals, and what the plan says. */
typedef struct LongInput
{
	LongSum		pv;
	LongSum		ev;
	LongSum		ac;
	LongSum		bac;
	LongSum		estimate;		/* NaN for none */
	LongSum		passed;
	LongSum		duration;
	LongSum		es;
} LongInput;

static LongInput
long_input(const EarnedInput *input)
{
	return (LongInput) {
		.pv = longsum_of_decimal(input->pv),
			.ev = longsum_of_decimal(input->ev),
			.ac = longsum_of_decimal(input->ac),
			.bac = longsum_of_decimal(input->bac),
			.estimate = longsum_of_decimal(input->estimate),
			.passed = longsum_of_decimal(input->passed),
			.duration = whole_number(planned_duration(input->planned, input->periods)),
			.es = long_schedule(input->planned, input->periods, input->ev)
	};
}

static void
set_figure(double *figure, LongSum value)
{
	*figure = longsum_value(&value);
}

/* The columns of cost and schedule. */
static void
value_figures(const LongInput *in, double figures[NUM_EARNED_FIGURES])
{
	LongSum		work_left = difference(in->bac, in->ev);
	LongSum		spi = ratio(in->ev, in->pv);
	LongSum		cpi = ratio(in->ev, in->ac);
	LongSum		sci = longsum_product(spi, cpi);
	LongSum		eac = ratio(in->bac, cpi);
	LongSum		estimate = isnan(in->estimate.sum) ? eac : in->estimate;

	set_figure(&figures[FIGURE_SV], difference(in->ev, in->pv));
	set_figure(&figures[FIGURE_CV], difference(in->ev, in->ac));
	set_figure(&figures[FIGURE_SPI], spi);
	set_figure(&figures[FIGURE_CPI], cpi);
	set_figure(&figures[FIGURE_SCI], sci);
	set_figure(&figures[FIGURE_COMPLETE], ratio(in->ev, in->bac));
	set_figure(&figures[FIGURE_EAC], eac);
	set_figure(&figures[FIGURE_EAC_ATYPICAL], sum(in->ac, work_left));
	set_figure(&figures[FIGURE_EAC_COMBINED], sum(in->ac, ratio(work_left, sci)));
	set_figure(&figures[FIGURE_ETC], difference(estimate, in->ac));
	set_figure(&figures[FIGURE_VAC], difference(in->bac, estimate));
	set_figure(&figures[FIGURE_TCPI], ratio(work_left, difference(in->bac, in->ac)));
	set_figure(&figures[FIGURE_TCPI_EAC], ratio(work_left, difference(estimate, in->ac)));
}

void
earned_figures(const EarnedInput *input, double figures[NUM_EARNED_FIGURES])
{
	LongInput	in = long_input(input);
	LongSum		spi_t = ratio(in.es, in.passed);

	figures[FIGURE_PV] = input->pv;
	figures[FIGURE_EV] = input->ev;
	figures[FIGURE_AC] = input->ac;
	figures[FIGURE_BAC] = input->bac;
	value_figures(&in, figures);
	set_figure(&figures[FIGURE_ES], in.es);
	set_figure(&figures[FIGURE_SV_T], difference(in.es, in.passed));
	set_figure(&figures[FIGURE_SPI_T], spi_t);
	set_figure(&figures[FIGURE_IEAC_T], ratio(in.duration, spi_t));
	set_figure(&figures[FIGURE_TSPI], ratio(difference(in.duration, in.es),
											difference(in.duration, in.passed)));
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
	LongInput	in = long_input(input);
	LongSum		spi = ratio(in.ev, in.pv);
	LongSum		cpi = ratio(in.ev, in.ac);
	LongSum		sci = longsum_product(spi, cpi);
	LongSum		variance = ratio(difference(in.ev, in.pv), ratio(in.bac, in.duration));
	LongSum		ed = longsum_product(in.passed, spi);
	LongSum		left_by_ed = difference(in.duration, ed);
	LongSum		left_by_es = difference(in.duration, in.es);
	LongSum		spi_t = ratio(in.es, in.passed);
	LongSum		sci_t = longsum_product(spi_t, cpi);

	set_figure(&estimates[ESTIMATE_PLANNED_DURATION], in.duration);
	set_figure(&estimates[ESTIMATE_TV], variance);
	set_figure(&estimates[ESTIMATE_EAC_T_PV], difference(in.duration, variance));
	set_figure(&estimates[ESTIMATE_EAC_T_PV_SPI], ratio(in.duration, spi));
	set_figure(&estimates[ESTIMATE_EAC_T_PV_SCI], ratio(in.duration, sci));
	set_figure(&estimates[ESTIMATE_ED], ed);
	set_figure(&estimates[ESTIMATE_EAC_T_ED], sum(in.passed, left_by_ed));
	set_figure(&estimates[ESTIMATE_EAC_T_ED_SPI], sum(in.passed, ratio(left_by_ed, spi)));
	set_figure(&estimates[ESTIMATE_EAC_T_ED_SCI], sum(in.passed, ratio(left_by_ed, sci)));
	set_figure(&estimates[ESTIMATE_ES], in.es);
	set_figure(&estimates[ESTIMATE_EAC_T_ES], sum(in.passed, left_by_es));
	set_figure(&estimates[ESTIMATE_EAC_T_ES_SPI_T], sum(in.passed, ratio(left_by_es, spi_t)));
	set_figure(&estimates[ESTIMATE_EAC_T_ES_SCI_T], sum(in.passed, ratio(left_by_es, sci_t)));
}
