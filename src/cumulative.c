/*
 * cumulative.c
 *		plan_cumulative: to date within a year or another part of the calendar.
 *
 * A window function, since what is drawn as a line must end with the last figure: only who can
 * look ahead knows whether a missing figure is a gap or the future.  It looks ahead from missing
 * figures alone, so that other rows need not be kept.  Like rank(), it goes by the peers of a row,
 * and by no frame: rows of one day, where the window is ordered by the day, have one result.
 */
#include "postgres.h"

#include <math.h>

#include "miscadmin.h"
#include "utils/memutils.h"
#include "windowapi.h"

#include "calendar.h"
#include "core/cumulative.h"
#include "period.h"

/* Arguments; the last two have defaults. */
#define AT 0
#define VALUE 1
#define GRAIN 2
#define CALENDAR 3

/* The part of the calendar in which to add up. */
typedef struct Part
{
	bool		exists;			/* false where an argument is NULL */
	Grain		grain;
	CalendarRule rule;
} Part;

/* What is known of a partition so far. */
typedef struct CumulativeScan
{
	MemoryContext ahead;		/* for one row that is read ahead; NULL before the first */
	bool		is_begun;
	bool		has_one_part;	/* the same for all rows */
	bool		has_ended;		/* no figure follows */
	Part		part;
	int64		next;			/* the first row that is not added yet */
	int64		figure_at;		/* the last row known to have a figure, or -1 */
	bool		has_day;		/* some row had one */
	bool		are_peers;		/* the rows of this day */
	int32		day;			/* of the last that had one */
	int64		day_end;		/* the row behind those of this day */
	bool		is_null;		/* the result of the rows added last */
	double		result;
	Cumulative	state;
} CumulativeScan;

/* A window, its current row, and the scan of its partition. */
typedef struct Reader
{
	FunctionCallInfo fcinfo;
	WindowObject window;
	int64		current;
	CumulativeScan *scan;
} Reader;

static Datum
argument_of_row(const Reader *reader, int64 row, int n, bool *is_null, bool *is_out)
{
	*is_out = false;
	if (row == reader->current)
		return WinGetFuncArgCurrent(reader->window, n, is_null);
	if (row - reader->current > PG_INT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("more than %d rows of one day or without a value", PG_INT32_MAX)));
	return WinGetFuncArgInPartition(reader->window, n, (int) (row - reader->current),
									WINDOW_SEEK_CURRENT, false, is_null, is_out);
}

static Part
part_of_row(const Reader *reader, int64 row)
{
	Part		part = {true, GRAIN_YEAR, standard_rule};
	bool		is_null,
				is_out;
	Datum		datum = argument_of_row(reader, row, GRAIN, &is_null, &is_out);

	if (is_null)
		part.exists = false;
	else
		part.grain = grain_from_text_datum(datum);
	datum = argument_of_row(reader, row, CALENDAR, &is_null, &is_out);
	if (is_null)
		part.exists = false;
	else
		part.rule = *calendar_rule_from_datum(datum);
	return part;
}

static Part
part_argument(const Reader *reader, int64 row)
{
	return reader->scan->has_one_part ? reader->scan->part : part_of_row(reader, row);
}

static double
value_of_row(const Reader *reader, int64 row, bool *is_out)
{
	bool		is_null;
	Datum		value = argument_of_row(reader, row, VALUE, &is_null, is_out);

	return is_null || *is_out ? NAN : DatumGetFloat8(value);
}

pg_noreturn static void
report_figure(PlanError error, const Cumulative *state, Period period, double value)
{
	char		text[PERIOD_TEXT_SIZE],
				other_text[PERIOD_TEXT_SIZE];

	if (isinf(value))
		report_figure_error("value", value);
	if (error != PLAN_MIXED_PERIODS)
		report_overflow("plan_cumulative");
	period_write(text, state->period);
	period_write(other_text, period);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("values to date of %s and of %s cannot be added up", text, other_text),
			 errhint("Use PARTITION BY for what has another grain or calendar.")));
}

pg_noreturn static void
report_order(int32 day, int32 after)
{
	char		text[PERIOD_TEXT_SIZE],
				after_text[PERIOD_TEXT_SIZE];

	period_write(text, (Period) {day, day + 1});
	period_write(after_text, (Period) {after, after + 1});
	ereport(ERROR,
			(errcode(ERRCODE_WINDOWING_ERROR),
			 errmsg("the window is not ordered by the date: %s follows %s", text, after_text),
			 errhint("Use ORDER BY for the date, and PARTITION BY for what else tells the rows "
					 "apart.")));
}

/* Add a figure, which is NaN where there is none, of a row and its day; false for none. */
static bool
add_figure(const Reader *reader, int64 row, int32 day, double value)
{
	CumulativeScan *scan = reader->scan;
	Period		period = scan->state.period;
	Part		part = part_argument(reader, row);
	PlanError	error;

	if (!part.exists)
		return false;
	if (!(scan->has_one_part && period_has_day(period, day)) &&
		period_of_day(day, part.grain, &part.rule, &period) != PLAN_OK)
		report_no_such_period();
	error = cumulative_add(&scan->state, period, value);
	if (error != PLAN_OK)
		report_figure(error, &scan->state, period, value);
	return !isnan(value);
}

static bool
has_figure(const Reader *reader, int64 row, bool *is_out)
{
	bool		is_null,
				is_same_out;

	if (isnan(value_of_row(reader, row, is_out)))
		return false;
	argument_of_row(reader, row, AT, &is_null, &is_same_out);
	return !is_null && part_argument(reader, row).exists;
}

/* Rows that are read ahead leave nothing behind, however many they are. */
static MemoryContext
begin_ahead(CumulativeScan *scan)
{
	if (scan->ahead == NULL)
		scan->ahead = AllocSetContextCreate(GetMemoryChunkContext(scan), "plan_cumulative",
											ALLOCSET_SMALL_SIZES);
	return MemoryContextSwitchTo(scan->ahead);
}

static void
end_row_ahead(CumulativeScan *scan)
{
	MemoryContextReset(scan->ahead);
	CHECK_FOR_INTERRUPTS();
}

/* Whether a figure follows the rows that are added.  Rows are searched once. */
static bool
figure_follows(const Reader *reader)
{
	CumulativeScan *scan = reader->scan;
	MemoryContext old;
	bool		is_out = false;
	bool		found = false;

	if (scan->has_ended || scan->figure_at >= scan->next)
		return !scan->has_ended;
	old = begin_ahead(scan);
	for (int64 row = scan->next; !found && !is_out; row++)
	{
		found = has_figure(reader, row, &is_out);
		if (found)
			scan->figure_at = row;
		end_row_ahead(scan);
	}
	MemoryContextSwitchTo(old);
	scan->has_ended = !found;
	return found;
}

/*
 * Find the rows of one day, the current one and those behind it.  If the last is a peer of the
 * first, all are: so the window is asked for the peers of few rows, which is dear.
 */
static void
find_day(const Reader *reader, int32 day)
{
	CumulativeScan *scan = reader->scan;
	int64		row = reader->current + 1;
	MemoryContext old = begin_ahead(scan);

	for (;; row++)
	{
		bool		is_null,
					is_out;
		Datum		at = argument_of_row(reader, row, AT, &is_null, &is_out);

		if (is_null || is_out || DatumGetDateADT(at) != day)
			break;
		end_row_ahead(scan);
	}
	MemoryContextSwitchTo(old);
	scan->day_end = row;
	scan->are_peers = row - 1 == reader->current ||
		WinRowsArePeers(reader->window, reader->current, row - 1);
}

/* The row behind the peers of the current one. */
static int64
end_of_peers(const Reader *reader)
{
	CumulativeScan *scan = reader->scan;
	int64		row = reader->current + 1;

	if (scan->are_peers)
		return scan->day_end;
	while (row < scan->day_end && WinRowsArePeers(reader->window, row - 1, row))
		row++;
	return row;
}

/* Add the peers of the current row; false where they have no figure. */
static bool
add_peers(const Reader *reader, int32 day)
{
	CumulativeScan *scan = reader->scan;
	int64		end = end_of_peers(reader);
	bool		found = false;
	MemoryContext old;

	if (scan->next == end)
		return false;
	old = begin_ahead(scan);
	while (scan->next < end)
	{
		bool		is_out;
		double		value = value_of_row(reader, scan->next, &is_out);

		if (add_figure(reader, scan->next++, day, value))
			found = true;
		end_row_ahead(scan);
	}
	MemoryContextSwitchTo(old);
	return found;
}

/* The current row, which is not added yet, and its peers; false where they have no figure. */
static bool
add_rows(const Reader *reader)
{
	CumulativeScan *scan = reader->scan;
	bool		is_null,
				is_out;
	Datum		at = argument_of_row(reader, reader->current, AT, &is_null, &is_out);
	double		value = value_of_row(reader, reader->current, &is_out);
	int32		day;
	bool		found;

	scan->next = reader->current + 1;
	if (is_null)
		return false;
	day = day_checked(DatumGetDateADT(at));
	if (scan->has_day && day < scan->day)
		report_order(day, scan->day);
	scan->has_day = true;
	scan->day = day;
	found = add_figure(reader, reader->current, day, value);
	if (reader->current >= scan->day_end)
		find_day(reader, day);
	return add_peers(reader, day) || found;
}

static void
begin_partition(const Reader *reader)
{
	CumulativeScan *scan = reader->scan;

	scan->is_begun = true;
	scan->figure_at = -1;
	scan->has_one_part = get_fn_expr_arg_stable(reader->fcinfo->flinfo, GRAIN) &&
		get_fn_expr_arg_stable(reader->fcinfo->flinfo, CALENDAR);
	if (scan->has_one_part)
		scan->part = part_of_row(reader, reader->current);
}

/*
 * plan_cumulative(at, value [, grain [, calendar]]) returns float8: the sum of the values within
 * the year, half, quarter, month or week of the row up to its day, OVER (ORDER BY at).  A row
 * without a value goes on with the sum so far; NULL before the first value of its period, and
 * behind the last one of the partition.  42P20 if dates go back; 22023 if periods overlap; 22003
 * for infinity and overflow.
 */
PG_FUNCTION_INFO_V1(plan_cumulative);
Datum
plan_cumulative(PG_FUNCTION_ARGS)
{
	WindowObject window = PG_WINDOW_OBJECT();
	Reader		reader = {fcinfo, window, WinGetCurrentPosition(window),
	WinGetPartitionLocalMemory(window, sizeof(CumulativeScan))};
	CumulativeScan *scan = reader.scan;

	if (!scan->is_begun)
		begin_partition(&reader);
	/* To say so of each row would cost more than to keep a few. */
	if (reader.current % 64 == 0)
		WinSetMarkPosition(window, reader.current);
	if (reader.current >= scan->next)
	{
		bool		found = add_rows(&reader);

		scan->is_null = !(found || figure_follows(&reader)) || scan->state.count == 0;
		if (!scan->is_null)
			scan->result = fixedsum_to_double(&scan->state.sum);
	}
	if (scan->is_null)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(scan->result);
}
