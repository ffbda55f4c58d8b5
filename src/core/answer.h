/*
 * answer.h
 *		The figure of a period from what was reported of it: of the period itself, or of its parts.
 *
 * The figure of the very same period answers, if there is one.  Otherwise the kind decides: a stock
 * is the report that reaches furthest and a first value the one that begins first.  A cumulative
 * figure is one to date, counted anew each year, whatever part of the year it has the name of: the
 * one that reaches furthest, and over several years the sum of what each of them has.  Of other
 * kinds those reports count that do not overlap and together cover most of the days, of equals the
 * fewest.
 */
#ifndef TNPLAN_CORE_ANSWER_H
#define TNPLAN_CORE_ANSWER_H

#include "core/bounded.h"
#include "core/calendar.h"
#include "core/period_value.h"

/* How well a figure is known, in the order from the least. */
typedef enum FigureVintage
{
	VINTAGE_ESTIMATE,
	VINTAGE_PRELIMINARY,
	VINTAGE_OFFICIAL
} FigureVintage;

/* What is known of an answer. */
typedef enum AnswerBound
{
	ANSWER_EXACT,
	ANSWER_ABOUT,
	ANSWER_ABOVE,
	ANSWER_AT_LEAST,
	ANSWER_BELOW,
	ANSWER_AT_MOST,
	ANSWER_UNKNOWN				/* it may be more or less */
} AnswerBound;

/* What is missing beside the reports that count. */
typedef enum AnswerGap
{
	NO_GAP,
	GAP_FROM_ZERO,
	GAP_OF_ANY					/* it may be below zero */
} AnswerGap;

typedef enum AnswerSource
{
	ANSWERED_BY_NONE,
	ANSWERED_BY_SAME_PERIOD,
	ANSWERED_TO_DATE,			/* by one report since the period began */
	ANSWERED_BY_PARTS,
	ANSWERED_BY_PLACES			/* by figures of the places below */
} AnswerSource;

/* A figure as it was reported; of those of one period the one that was known last counts. */
typedef struct Report
{
	int32_t		first;
	int32_t		last;
	int32_t		known_on;
	AnswerBound bound;
	FigureVintage vintage;
	double		value;			/* NaN where it was withdrawn */
	int32_t		place;			/* of which of several places, or -1 of another */
} Report;

typedef struct Answer
{
	AnswerSource source;
	AnswerBound bound;
	FigureVintage vintage;
	int32_t		first;
	int32_t		last;
	int32_t		known_on;
	int32_t		figures;
	double		value;
	double		coverage;		/* of the days until the last */
	bool		is_complete;
} Answer;

/* How the best choice among reports goes on from each of them. */
typedef struct AnswerStep
{
	int64_t		days;
	int32_t		figures;
	int32_t		before;			/* how many reports, in order, it chooses from before */
	bool		is_taken;
} AnswerStep;

extern int32_t answer_begin(PeriodValueKind kind, const CalendarRule *years, const Report *report);
extern uint32_t answer_known_reports(PeriodValueKind kind, const CalendarRule *years,
									 int32_t first, int32_t last, Report *reports,
									 uint32_t count);
extern uint32_t answer_ending_before(const Report *reports, uint32_t count, int32_t day);
extern int32_t answer_first_day(PeriodValueKind kind, const CalendarRule *years, int32_t first,
								int32_t from, int32_t opening);
extern bool answer_has_losses(const Report *reports, uint32_t count);
extern PlanError answer_period(PeriodValueKind kind, const CalendarRule *years, int32_t first,
							   int32_t last, Report *reports, AnswerStep *steps, uint32_t count,
							   Answer *answer);
extern PlanError answer_period_of_place(PeriodValueKind kind, const CalendarRule *years,
										int32_t first, int32_t last, int32_t from,
										Report *reports, AnswerStep *steps, uint32_t count,
										Answer *answer);
extern PlanError answer_together(PeriodValueKind kind, const Report *reports, uint32_t count,
								 AnswerGap gap, Answer *answer);
extern AnswerBound answer_about(AnswerBound bound);
extern AnswerBound answer_bound_with_gap(PeriodValueKind kind, const Report *report,
										 AnswerGap gap);
extern AnswerBound answer_bound_with_shared(AnswerBound bound);

#endif							/* TNPLAN_CORE_ANSWER_H */
