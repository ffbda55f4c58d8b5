/*
 * Earned value: text reads back unchanged, adding and subtracting undo each other; the
 * schedule lies on the plan, and no figure is computed from what is not known.
 */
#include "core/earned.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 288

static void
check_state(const Earned *earned)
{
	char		text[EARNED_TEXT_SIZE];
	Earned		again;
	double		totals[EARNED_SUMS];
	bool		overdrawn = earned->count < 0;

	CHECK(earned_write(text, earned) < EARNED_TEXT_SIZE);
	CHECK(earned_read(text, &again) == PLAN_OK);
	CHECK(memcmp(earned, &again, sizeof(again)) == 0 && earned_compare(earned, &again) == 0);
	for (int i = 0; i < EARNED_SUMS; i++)
		overdrawn |= earned->missing[i] < 0 || earned->missing[i] > earned->count ||
			(earned->missing[i] == earned->count && fixedsum_sign(&earned->sum[i]) != 0);
	earned_totals(earned, totals);
	for (int i = 0; i < EARNED_SUMS; i++)
		CHECK(isnan(totals[i]) == (overdrawn || earned->missing[i] != 0));
}

/* Values that never fall, of which the bytes are the steps. */
static void
check_schedule(const uint8_t *data, size_t size)
{
	double		planned[64];
	double		figures[NUM_EARNED_FIGURES];
	double		estimates[NUM_TIME_ESTIMATES];
	int			periods = size > 66 ? 64 : (int) size - 2;
	EarnedInput input = {NAN, data[0] * 10.0, data[1], NAN, planned, periods, 3.0, NAN};
	double		sum = 0.0,
				es;

	for (int i = 0; i < periods; i++)
		planned[i] = sum += data[i + 2] / 7;
	CHECK(earned_plan_find_fault(planned, periods) == -1);
	es = earned_schedule(planned, periods, input.ev);
	CHECK(periods == 0 ? isnan(es) : es >= 0.0 && es <= periods);
	if (periods > 0 && input.ev < sum)
	{
		int			whole = (int) es;
		double		before = whole > 0 ? planned[whole - 1] : 0.0;

		CHECK(before <= input.ev && input.ev < planned[whole]);
		CHECK(fabs(before + (es - whole) * (planned[whole] - before) - input.ev) < 1e-9);
	}
	else if (es > 0.0)
		CHECK(planned[(int) es - 1] == sum && (es == 1.0 || planned[(int) es - 2] < sum));
	earned_figures(&input, figures);
	CHECK(isnan(figures[FIGURE_SV]) && isnan(figures[FIGURE_EAC]) && isnan(figures[FIGURE_TCPI]));
	CHECK(figures[FIGURE_CV] == input.ev - input.ac);
	earned_time_estimates(&input, estimates);
	CHECK(isnan(estimates[ESTIMATE_TV]) && isnan(estimates[ESTIMATE_EAC_T_PV]));
	CHECK(isnan(es) ? isnan(estimates[ESTIMATE_EAC_T_ES])
		  : estimates[ESTIMATE_PLANNED_DURATION] >= es && estimates[ESTIMATE_EAC_T_ES] >= 3.0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = copy_as_text(data, size);
	Earned		states[2];
	Earned		sum,
				other;

	if (earned_read(text, &states[0]) == PLAN_OK)
		check_state(&states[0]);
	free(text);
	if (size >= 2)
		check_schedule(data, size);
	if (size >= sizeof(states))
	{
		memcpy(states, data, sizeof(states));
		for (int i = 0; i < 2; i++)
		{
			states[i].version = EARNED_VERSION;
			memset(states[i].reserved, 0, sizeof(states[i].reserved));
			check_state(&states[i]);
		}
		sum = states[0];
		other = states[1];
		if (earned_add(&sum, &states[1]) == PLAN_OK)
		{
			CHECK(earned_add(&other, &states[0]) == PLAN_OK &&
				  memcmp(&sum, &other, sizeof(sum)) == 0);
			CHECK(earned_subtract(&sum, &states[1]) == PLAN_OK &&
				  earned_compare(&sum, &states[0]) == 0);
		}
	}
	return 0;
}
