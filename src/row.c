/*
 * row.c
 *		What is wrong with a row of figures.
 */
#include "postgres.h"

#include <math.h>

#include "row.h"

/* A row could not be counted: say which of its figures is to blame. */
void
report_row_error(PlanError error, const JudgedRow *row, const char *type)
{
	if (error == PLAN_BAD_WEIGHT)
		report_weight_error(row->weight);
	if (!isfinite(row->weight))
		report_figure_error("weight", row->weight);
	if (isinf(row->actual))
		report_figure_error("actual", row->actual);
	if (isinf(row->target))
		report_figure_error("target", row->target);
	if (isinf(row->score))
		report_figure_error("score", row->score);
	report_overflow(type);
}
