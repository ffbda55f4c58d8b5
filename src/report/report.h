/*
 * report.h
 *		Making pages of reports from what queries return.
 */
#ifndef TNPLAN_REPORT_H
#define TNPLAN_REPORT_H

#include "postgres.h"

#include "fmgr.h"
#include "executor/spi.h"

#include "compat.h"
#include "core/report.h"

/* A result of SPI, read row by row. */
typedef struct ReportResult
{
	SPITupleTable *table;
	uint64		rows;
} ReportResult;

extern ReportResult report_query(const char *query, int arguments, Oid *types, Datum *values,
								 const char *nulls);
extern const char *result_text(const ReportResult *result, uint64 row, int column);
extern const char *result_needed_text(const ReportResult *result, uint64 row, int column);
extern Datum result_datum(const ReportResult *result, uint64 row, int column, Oid type,
						  bool *is_null);
extern double result_number(const ReportResult *result, uint64 row, int column);
extern int	result_integer(const ReportResult *result, uint64 row, int column, int missing);
extern bool result_boolean(const ReportResult *result, uint64 row, int column);
extern Datum report_datum(const Report *report, MemoryContext context);
extern int	report_status_of(const char *status);
extern const char *report_iso_date(Datum day);

#endif							/* TNPLAN_REPORT_H */
