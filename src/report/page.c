/*
 * page.c
 *		What reports share: reading results, and the page as a text.
 */
#include "report/report.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/memutils.h"

#include "period.h"

/* Rows of a query that changes nothing. */
ReportResult
report_query(const char *query, int arguments, Oid *types, Datum *values, const char *nulls)
{
	ReportResult result;

	if (SPI_execute_with_args(query, arguments, types, values, nulls, true, 0) != SPI_OK_SELECT)
		elog(ERROR, "query of a report returned no rows");
	result.table = SPI_tuptable;
	result.rows = SPI_processed;
	return result;
}

/* In UTF-8, as the kernels read it; NULL for NULL. */
const char *
result_text(const ReportResult *result, uint64 row, int column)
{
	char	   *text = SPI_getvalue(result->table->vals[row], result->table->tupdesc, column);

	return text == NULL ? NULL : text_as_utf8(text);
}

/* What is never NULL where all is as it should be. */
const char *
result_needed_text(const ReportResult *result, uint64 row, int column)
{
	const char *text = result_text(result, row, column);

	return text == NULL ? "" : text;
}

/* A value of this type.  Views that someone else has put into a schema may have any other. */
Datum
result_datum(const ReportResult *result, uint64 row, int column, Oid type, bool *is_null)
{
	Oid			found = SPI_gettypeid(result->table->tupdesc, column);

	if (found != type)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("report has to read type %s, but found type %s", format_type_be(type),
						format_type_be(found)),
				 errhint("CALL plan_create_workspace() makes the views of a workspace as they "
						 "should be.")));
	return SPI_getbinval(result->table->vals[row], result->table->tupdesc, column, is_null);
}

/* Of a column of type float8; NaN for NULL and what is infinite. */
double
result_number(const ReportResult *result, uint64 row, int column)
{
	bool		is_null;
	Datum		value = result_datum(result, row, column, FLOAT8OID, &is_null);

	return is_null || !isfinite(DatumGetFloat8(value)) ? NAN : DatumGetFloat8(value);
}

/* Of a column of type integer. */
int
result_integer(const ReportResult *result, uint64 row, int column, int missing)
{
	bool		is_null;
	Datum		value = result_datum(result, row, column, INT4OID, &is_null);

	return is_null ? missing : DatumGetInt32(value);
}

/* NULL is false. */
bool
result_boolean(const ReportResult *result, uint64 row, int column)
{
	bool		is_null;
	Datum		value = result_datum(result, row, column, BOOLOID, &is_null);

	return !is_null && DatumGetBool(value);
}

/* A word of plan_status or of a workspace. */
int
report_status_of(const char *status)
{
	static const char *const words[NUM_REPORT_STATUSES] = {
		"exceeded", "met", "on_track", "at_risk", "off_track", "regressing", "no_data", "undecided",
		"not_started"
	};

	for (int i = 0; status != NULL && i < NUM_REPORT_STATUSES; i++)
		if (strcmp(words[i], status) == 0)
			return i;
	return REPORT_UNDECIDED;
}

static void *
grow_page(void *memory, size_t size)
{
	if (size > MaxAllocSize)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("report is too large")));
	CHECK_FOR_INTERRUPTS();
	return memory == NULL ? palloc(size) : repalloc(memory, size);
}

/* The page as a text of the server, in the given context. */
Datum
report_datum(const Report *report, MemoryContext context)
{
	Svg			page = {.grow = grow_page,.ascii = GetDatabaseEncoding() != PG_UTF8};
	MemoryContext before = MemoryContextSwitchTo(context);
	Datum		result;

	report_write(&page, report);
	result = PointerGetDatum(cstring_to_text_with_len(page.data, (int) page.length));
	pfree(page.data);
	MemoryContextSwitchTo(before);
	return result;
}

/* A date in ISO, whatever the session writes. */
const char *
report_iso_date(Datum day)
{
	DateADT		date = DatumGetDateADT(day);
	struct pg_tm tm;
	char		text[MAXDATELEN + 1];

	if (DATE_NOT_FINITE(date))
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW),
				 errmsg("day of a report must be finite")));
	memset(&tm, 0, sizeof(tm));
	j2date(date + POSTGRES_EPOCH_JDATE, &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
	EncodeDateOnly(&tm, USE_ISO_DATES, text);
	return pstrdup(text);
}
