/*
 * period.h
 *		The timestamps that a period is made of.
 */
#ifndef TNPLAN_PERIOD_H
#define TNPLAN_PERIOD_H

#include "datatype/timestamp.h"

#include "core/period.h"

/* From the first one to the one after the last. */
typedef struct TimestampSpan
{
	Timestamp	first;
	Timestamp	end;
} TimestampSpan;

extern TimestampSpan timestamps_of_period(Period period);
extern TimestampSpan timestamptzs_of_period(Period period);

#endif							/* TNPLAN_PERIOD_H */
