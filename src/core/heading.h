/*
 * heading.h
 *		What the columns of a table of figures are, by the words at their head.
 */
#ifndef TNPLAN_CORE_HEADING_H
#define TNPLAN_CORE_HEADING_H

typedef enum Heading
{
	HEADING_UNKNOWN,
	HEADING_LINE,				/* the number of a line, which says nothing */
	HEADING_INDICATOR,
	HEADING_PLACE,
	HEADING_PERIOD,
	HEADING_VALUE,				/* what was reached */
	HEADING_TARGET,				/* what is planned */
	HEADING_BOUND,
	HEADING_UNIT,
	HEADING_VINTAGE,
	HEADING_BASIS,
	HEADING_KNOWN_ON,
	HEADING_SOURCE,
	HEADING_NOTE,
	HEADING_REASON
} Heading;

#define NUM_HEADINGS (HEADING_REASON + 1)

extern Heading heading_find(const char *text);

#endif							/* TNPLAN_CORE_HEADING_H */
