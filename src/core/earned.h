/*
 * earned.h
 *		Earned value and earned schedule.
 */
#ifndef TNPLAN_CORE_EARNED_H
#define TNPLAN_CORE_EARNED_H

#include "core/fixedsum.h"

#define EARNED_VERSION 1

/* What is summed up over tasks. */
enum
{
	EARNED_PLANNED,				/* PV */
	EARNED_EARNED,				/* EV */
	EARNED_COST,				/* AC */
	EARNED_BUDGET,				/* BAC */
	EARNED_SUMS
};

/* Stored as it is, so that fields keep this order. */
typedef struct Earned
{
	uint8_t		version;
	uint8_t		reserved[7];	/* always zero */
	int64_t		count;			/* tasks */
	int64_t		missing[EARNED_SUMS];	/* tasks that lack the figure */
	FixedSum	sum[EARNED_SUMS];
} Earned;

/* Room for any state as text. */
#define EARNED_TEXT_SIZE (40 + EARNED_SUMS * (FIXEDSUM_TEXT_SIZE + 8 + 32))

extern const char *const earned_sum_names[EARNED_SUMS];

extern void earned_init(Earned *earned);
extern PlanError earned_add(Earned *earned, const Earned *other);
extern PlanError earned_subtract(Earned *earned, const Earned *other);
extern int	earned_compare(const Earned *a, const Earned *b);
extern void earned_totals(const Earned *earned, double totals[EARNED_SUMS]);
extern PlanError earned_read(const char *text, Earned *earned);
extern size_t earned_write(char *out, const Earned *earned);

/* What is known of a plan; NaN stands for what is not. */
typedef struct EarnedInput
{
	double		pv;
	double		ev;
	double		ac;
	double		bac;
	const double *planned;		/* cumulative PV by period */
	int			periods;
	double		passed;			/* periods */
	double		estimate;		/* EAC of one's own */
} EarnedInput;

/* The figures, in the order of the columns. */
typedef enum EarnedFigure
{
	FIGURE_PV,
	FIGURE_EV,
	FIGURE_AC,
	FIGURE_BAC,
	FIGURE_SV,
	FIGURE_CV,
	FIGURE_SPI,
	FIGURE_CPI,
	FIGURE_SCI,
	FIGURE_COMPLETE,
	FIGURE_EAC,
	FIGURE_EAC_ATYPICAL,
	FIGURE_EAC_COMBINED,
	FIGURE_ETC,
	FIGURE_VAC,
	FIGURE_TCPI,
	FIGURE_TCPI_EAC,
	FIGURE_ES,
	FIGURE_SV_T,
	FIGURE_SPI_T,
	FIGURE_IEAC_T,
	FIGURE_TSPI,
	NUM_EARNED_FIGURES
} EarnedFigure;

/* The estimates of time at completion, in the order of the columns. */
typedef enum TimeEstimate
{
	ESTIMATE_PLANNED_DURATION,
	ESTIMATE_TV,
	ESTIMATE_EAC_T_PV,
	ESTIMATE_EAC_T_PV_SPI,
	ESTIMATE_EAC_T_PV_SCI,
	ESTIMATE_ED,
	ESTIMATE_EAC_T_ED,
	ESTIMATE_EAC_T_ED_SPI,
	ESTIMATE_EAC_T_ED_SCI,
	ESTIMATE_ES,
	ESTIMATE_EAC_T_ES,
	ESTIMATE_EAC_T_ES_SPI_T,
	ESTIMATE_EAC_T_ES_SCI_T,
	NUM_TIME_ESTIMATES
} TimeEstimate;

extern int	earned_plan_find_fault(const double *planned, int periods);
extern double earned_schedule(const double *planned, int periods, double ev);
extern void earned_figures(const EarnedInput *input, double figures[NUM_EARNED_FIGURES]);
extern void earned_time_estimates(const EarnedInput *input, double estimates[NUM_TIME_ESTIMATES]);

#endif							/* TNPLAN_CORE_EARNED_H */
