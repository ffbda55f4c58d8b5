/*
 * measure.h
 *		plan_measure: what its type and the aggregates share.
 */
#ifndef TNPLAN_MEASURE_H
#define TNPLAN_MEASURE_H

#include "core/measure.h"
#include "type.h"

StaticAssertDecl(sizeof(PlanMeasure) == 16, "INTERNALLENGTH of plan_measure");

#define PG_GETARG_PLAN_MEASURE_P(n) plan_measure_from_datum(PG_GETARG_DATUM(n))

static inline const PlanMeasure *
plan_measure_from_datum(Datum datum)
{
	const PlanMeasure *measure = (const PlanMeasure *) DatumGetPointer(datum);

	if (unlikely(measure->version != MEASURE_VERSION || measure->measure >= NUM_MEASURES))
		report_format_version("plan_measure", measure->version);
	return measure;
}

/* measure.c */
extern Datum plan_measure_datum(const PlanMeasure *measure);
extern const char *shown_measure(Measure measure, double parameter);
extern double checked_measure_parameter(Measure measure, double parameter);

#endif							/* TNPLAN_MEASURE_H */
