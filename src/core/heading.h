/*
 * heading.h
 *		What the columns of a table of figures are, by the words at their head.
 */
#ifndef TNPLAN_CORE_HEADING_H
#define TNPLAN_CORE_HEADING_H

#include <stdbool.h>

typedef enum Heading
{
	HEADING_UNKNOWN,
	HEADING_LINE,				/* the number of a line, which says nothing */
	HEADING_INDICATOR,
	HEADING_PLACE,
	HEADING_PERIOD,
	HEADING_YEAR,
	HEADING_FISCAL_YEAR,
	HEADING_QUARTER,			/* with or without its year */
	HEADING_MONTH,
	HEADING_VALUE,				/* what was reached */
	HEADING_TARGET,				/* what is planned */
	HEADING_BASELINE,
	HEADING_BOUND,
	HEADING_UNIT,
	HEADING_UNIT_OR_PLACE,		/* of measure, or who reports */
	HEADING_INDICATOR_OR_NAME,	/* of a figure, or of a milestone */
	HEADING_VINTAGE,
	HEADING_BASIS,
	HEADING_KNOWN_ON,
	HEADING_SOURCE,
	HEADING_NOTE,
	HEADING_REASON,
	HEADING_RANKING,			/* what places are ranked by */
	HEADING_RANK,
	HEADING_TOTAL,				/* of the places that were ranked */
	HEADING_SCORE,				/* behind the rank */
	HEADING_CODE,				/* of a milestone */
	HEADING_NAME,
	HEADING_NODE,				/* of the plan, at which it is */
	HEADING_DUE,
	HEADING_REACHED				/* the day on which it was */
} Heading;

#define NUM_HEADINGS (HEADING_REACHED + 1)

/* How sure a figure is. */
typedef enum Vintage
{
	VINTAGE_ESTIMATE,
	VINTAGE_PRELIMINARY,
	VINTAGE_OFFICIAL,
	NO_VINTAGE
} Vintage;

/* What is longer is no heading. */
#define HEADING_MAX_LENGTH 255

/* What the figures of a column are. */
typedef struct ColumnKind
{
	Heading		heading;		/* HEADING_VALUE, HEADING_TARGET or HEADING_RANK */
	Vintage		vintage;
	bool		is_vintage;		/* nothing else was said */
} ColumnKind;

/* A heading of what and when: "Kế hoạch năm 2023". */
typedef struct PeriodHeading
{
	ColumnKind	kind;
	char		period[HEADING_MAX_LENGTH + 1];
} PeriodHeading;

extern Heading heading_find(const char *text);
extern bool heading_find_kind(const char *text, ColumnKind *kind);
extern bool heading_is_revision(const char *text);
extern bool heading_find_period(const char *text, PeriodHeading *result);
extern bool heading_is_whole_year(const char *text);
extern bool vintage_find(const char *text, Vintage *vintage);

#endif							/* TNPLAN_CORE_HEADING_H */
