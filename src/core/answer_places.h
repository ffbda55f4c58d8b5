/*
 * answer_places.h
 *		The figure of a period of a place that has reported none, from those of the places below it.
 *
 * The nearest figures count: a place with one stands for all below it.  What places make together
 * is said by the rule of the indicator.  Where one day decides it is the last that all have
 * reported, or without such a day the furthest, on which the others are missing.
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
	bool		is_lowest;
	int32_t		taken;			/* which place, itself or above it, has the figure; or -1 */
	Answer		answer;
} AnswerPlace;

typedef struct PlaceReports
{
	PeriodValueKind kind;
	AcrossRule across;
	const CalendarRule *years;
	int32_t		first;
	int32_t		last;
	AnswerPlace *places;
	uint32_t	count;
	const Report *reports;
	Report	   *room;			/* for as many as reports and as many as places, with their steps */
	AnswerStep *steps;
	InterruptCheck check;
} PlaceReports;

/* How many of the lowest places the figure covers. */
typedef struct PlacesCovered
{
	int32_t		places;
	int32_t		covered;
} PlacesCovered;

extern PlanError answer_places(PlaceReports *below, Answer *answer, PlacesCovered *covered);

#endif							/* TNPLAN_CORE_ANSWER_PLACES_H */
