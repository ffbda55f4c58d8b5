/*
 * answer_places.h
 *		The figure of a period of a place that has reported none, from those of the places below it.
 *
 * The nearest figures count: a place with one stands for those below it that are there on a day on
 * which it is there itself.  What places make together is said by the rule of the indicator.  Where
 * one day decides it is the last that all have reported, or without such a day the furthest, on
 * which the others are missing; the figure of a place that is not there on it counts for none.  A
 * figure is due of the lowest places: of each that, on one of the days that are due, is there and
 * has nothing below it that is.  Of figures to date these are the days from the first of the year
 * on: a place that ended in it before the period counts with its last figure, or is missing.  A
 * place that ended before the day that decides of these is not waited for: what it lacks is a gap.
 * Where places below it go on behind its end, their figures to date have what its last one had.
 *
 * What a place reports that another one became may have the figure which that one reported until it
 * ended.  Where places are added up, or their mean is taken, that figure counts as withdrawn beside
 * a report of all of its days and more, until behind its end: nobody can know.  The same holds for
 * a place above that ended: its figure has that of the one below it that became another.  That of a
 * place that goes on, or ended later, has more, and is a bound; so is a figure of which the report
 * has some days alone.  A place above what another one became, but not above that one itself, may
 * have its figure, too, and so may one below.  A place for which one above stands has no others
 * withdrawn, and figures to date do so on the day that decides alone.
 */
#ifndef TNPLAN_CORE_ANSWER_PLACES_H
#define TNPLAN_CORE_ANSWER_PLACES_H

#include "core/answer.h"
#include "core/figure.h"
#include "core/interrupt.h"

/* A place below; those that are parents come before their children. */
typedef struct AnswerPlace
{
	int32_t		parent;			/* which of the places, or -1 of those right below */
	int32_t		from;			/* the days on which it is there */
	int32_t		until;
	uint32_t	first_report;	/* its reports lie together */
	uint32_t	reports;

	/* What is found. */
	uint32_t	known;			/* its reports, with those that count as withdrawn on a day */
	int32_t		opening;		/* the day on which the first of its reports begins */
	int64_t		next;			/* the first day that is due and has nothing below it, as yet */
	bool		is_lowest;
	bool		has_below;		/* something below it is there on a day that is due */
	int32_t		child;			/* the last of the places right below it, or -1 */
	int32_t		sibling;		/* and the one before it below the same, or -1 */
	int32_t		standing;		/* the nearest above that goes on and has reports, or -1 */
	bool		is_stood_for;	/* by one of these: its own reports do not count */
	uint32_t	noted;			/* of how many of its reports was noted what they tell of */
	bool		goes_on;		/* something that was there below it goes on behind its end */
	int32_t		nearest;		/* which place, itself or above it, has a figure; or -1 */
	int32_t		taken;			/* which of those above, or itself, stands for it; or -1 */
	Answer		answer;
	int64_t		beyond;			/* days of these reports on which the place was not there */
} AnswerPlace;

/* By one change, or several that follow each other, a place became another one. */
typedef struct PlaceWay
{
	int32_t		place;			/* which of the places */
	int32_t		became;			/* and which of them */
	int32_t		from;			/* the day of the first change */
	int32_t		changed_on;		/* and that of the last */
} PlaceWay;

typedef struct PlaceReports
{
	PeriodValueKind kind;
	AcrossRule across;
	const CalendarRule *years;
	int32_t		first;
	int32_t		last;
	AnswerPlace *places;
	uint32_t	count;
	const PlaceWay *ways;
	uint32_t	way_count;
	Report	   *reports;		/* those that do not count are taken out */
	Report	   *kept;			/* room for three times as many */
	Report	   *room;			/* for as many as reports and as many as places, with their steps */
	AnswerStep *steps;
	InterruptCheck check;

	/* What is found: the first day that figures tell of, and the days of which they are due. */
	int32_t		begin;
	int32_t		from;
	int32_t		until;
	int32_t		gathered;		/* of the places below which one reports were gathered, or -1 */
	uint32_t	gathered_reports;
	bool		has_losses;		/* a report is below zero, also one that does not count */
} PlaceReports;

/* How many of the lowest places the figure covers. */
typedef struct PlacesCovered
{
	int32_t		places;
	int32_t		covered;
} PlacesCovered;

extern uint32_t answer_reports_by_then(const PlaceReports *below, const AnswerPlace *place);
extern bool answer_has_superseded(const PlaceReports *below);
extern void answer_leave_superseded(PlaceReports *below);
extern PlanError answer_places(PlaceReports *below, Answer *answer, PlacesCovered *covered);

#endif							/* TNPLAN_CORE_ANSWER_PLACES_H */
