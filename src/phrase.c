/*
 * phrase.c
 *		Figures, periods, goals and standings as people write them, in Vietnamese and English.
 *
 * Each function has a twin plan_try_..., which returns NULL where the text cannot be read.
 */
#include "postgres.h"

#include <math.h>

#include "access/htup_details.h"
#include "common/string.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/float.h"

#include "argument.h"
#include "calendar.h"
#include "core/amount.h"
#include "core/amount_text.h"
#include "core/grouped.h"
#include "core/period_phrase.h"
#include "core/standing_phrase.h"
#include "goal.h"
#include "period.h"
#include "word.h"

/* Errors are thrown, or make the result NULL. */
typedef enum OnError
{
	THROW_ERROR,
	RETURN_NULL
} OnError;

/* What a function reads, for its messages. */
typedef struct Subject
{
	const char *what;
	const char *hint;
} Subject;

static const Subject an_amount = {
	"an amount", "Amounts are written as in 10,58 ty USD, tren 3.600, 6,6-6,8 % or at least 5 bn."
};
static const Subject a_goal = {
	"a goal", "Goals are written as in tren 3.600, it nhat 8 %, 6,6-6,8 %, at least 5 bn or <= 4."
};
static const Subject a_standing = {
	"a standing", "Standings are written as in 8/63, thu 8 tren 63 or 8th of 63."
};
static const Subject a_period = {
	"a period",
	"Periods are written as in quy III/2022, 6 thang dau nam 2023, giai doan 2021-2025, Q3 2022, "
	"2022-09, 2021-07..2022-06 or 01/07/2021 - 30/06/2022."
};
static const Subject a_date = {
	"a date",
	"Dates are written as in ngay 31/12/2020, 8 thang 6 nam 2023, 8 June 2023 or 2023-06-08."
};

static char *
text_argument(FunctionCallInfo fcinfo, int n)
{
	return TextDatumGetCString(PG_GETARG_DATUM(n));
}

static void
report_unreadable(PlanError error, const Subject *subject, const char *text)
{
	const char *shown = shown_text(text, strlen(text));

	if (error == PLAN_OUT_OF_RANGE)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s is out of range: \"%s\"", subject->what, shown)));
	if (error == PLAN_BAD_DATE)
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW),
				 errmsg("date/time field value out of range: \"%s\"", shown),
				 subject == &a_period
				 ? errhint("A year has quarters Q1 to Q4, halves H1 and H2, months 1 to 12 and "
						   "weeks 1 to 52 or 53, and no month more than its days.") : 0));
	if (error == PLAN_REVERSED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("lower end is above the upper end: \"%s\"", shown)));
	if (error == PLAN_BAD_PARAMETER)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("goal says another direction than the one given: \"%s\"", shown)));
	if (error == PLAN_NO_CALENDAR)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("could not read a period without its calendar: \"%s\"", shown),
				 errhint("Write its months, such as 2022-07..2023-06 for FY2023 of years from "
						 "July; plan_parse_period(period, calendar) makes them of its name.")));
	if (error == PLAN_AMBIGUOUS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("period can be read in two ways: \"%s\"", shown),
				 errhint("Write FY2027-M01 or thang thu 1 nam tai chinh 2027 for the first month "
						 "of the fiscal year, and T1/2027 for January.")));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("could not read %s: \"%s\"", subject->what, shown),
			 error == PLAN_NO_DIRECTION
			 ? errdetail("A single number does not say its direction.") : 0,
			 errhint("%s", error == PLAN_NO_DIRECTION
					 ? "Give the direction as the second argument." : subject->hint)));
}

/* Returns true for success. */
static bool
check_read(PlanError error, OnError on_error, const Subject *subject, const char *text)
{
	if (error != PLAN_OK && on_error == THROW_ERROR)
		report_unreadable(error, subject, text);
	return error == PLAN_OK;
}

static const Word decimal_mark_words[] = {{",", ','}, {".", '.'}};

static const WordTable decimal_marks = WORD_TABLE("decimal mark", decimal_mark_words,
												  "Use a comma or a dot.");

/*
 * Amounts.
 */

static bool
read_amount(FunctionCallInfo fcinfo, int mark, OnError on_error, const Subject *subject,
			Amount *amount)
{
	char		decimal_mark = (char) word_argument(fcinfo, mark, &decimal_marks);
	char	   *text = text_argument(fcinfo, 0);

	return check_read(amount_read(readable_text(text), decimal_mark, amount), on_error, subject,
					  text);
}

/* A unit, in the encoding of the database, which its text came in. */
static Datum
unit_datum(const char *unit)
{
	return CStringGetTextDatum(pg_any_to_server(unit, strlen(unit),
												GetDatabaseEncoding() == PG_SQL_ASCII ?
												PG_SQL_ASCII : PG_UTF8));
}

static Datum
parse_amount(FunctionCallInfo fcinfo, OnError on_error)
{
	TupleDesc	desc;
	Amount		amount;
	Datum		values[4];
	bool		nulls[4] = {false};

	if (!read_amount(fcinfo, 1, on_error, &an_amount, &amount))
		PG_RETURN_NULL();
	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	values[0] = Float8GetDatum(amount.value);
	values[1] = Float8GetDatum(amount.upper);
	nulls[1] = !amount.is_band;
	values[2] = CStringGetTextDatum(amount_bound_sign(amount.bound));
	values[3] = unit_datum(amount.unit);
	nulls[3] = amount.unit[0] == '\0';
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}

/*
 * plan_parse_amount(amount text, decimal_mark text DEFAULT ',') returns value, upper, bound, unit:
 * a number with its word of scale multiplied out, the upper end of a band or NULL, one of = ~ > >=
 * < <=, and the unit, NULL without one.  A mark with three digits behind it is decimal if it is the
 * decimal mark.  22P02 for what cannot be read, 22023 for a band whose lower end is above the
 * upper.  NULL for NULL.
 */
PG_FUNCTION_INFO_V1(plan_parse_amount);
Datum
plan_parse_amount(PG_FUNCTION_ARGS)
{
	return parse_amount(fcinfo, THROW_ERROR);
}

PG_FUNCTION_INFO_V1(plan_try_parse_amount);
Datum
plan_try_parse_amount(PG_FUNCTION_ARGS)
{
	return parse_amount(fcinfo, RETURN_NULL);
}

/*
 * Goals.
 */

static Datum
parse_goal(FunctionCallInfo fcinfo, OnError on_error)
{
	Goal	   *goal = palloc(sizeof(Goal));
	GoalDirection direction = GOAL_HIGHER;
	bool		has_direction;
	Amount		amount;
	PlanError	error;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	has_direction = read_direction_argument(fcinfo, 1, &direction);
	if (!read_amount(fcinfo, 2, on_error, &a_goal, &amount))
		PG_RETURN_NULL();
	error = amount_goal(&amount, has_direction, direction, goal);
	if (!check_read(error, on_error, &a_goal, text_argument(fcinfo, 0)))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(goal);
}

/*
 * plan_parse_goal(goal text, direction plan_direction DEFAULT NULL, decimal_mark text DEFAULT ',')
 * returns plan_goal, in the unit that the number is written in, words of scale multiplied out. 
 * Words as "trên" and "at most" say the direction, and goals do not tell "more than" from "at
 * least"; a number without them takes the direction given, and a band without one is to be within. 
 * 22P02 for what cannot be read, 22023 where the text says another direction than the one given. 
 * NULL for NULL text.
 */
PG_FUNCTION_INFO_V1(plan_parse_goal);
Datum
plan_parse_goal(PG_FUNCTION_ARGS)
{
	return parse_goal(fcinfo, THROW_ERROR);
}

PG_FUNCTION_INFO_V1(plan_try_parse_goal);
Datum
plan_try_parse_goal(PG_FUNCTION_ARGS)
{
	return parse_goal(fcinfo, RETURN_NULL);
}

/*
 * Standings, periods and dates.
 */

static Datum
parse_standing(FunctionCallInfo fcinfo, OnError on_error)
{
	char	   *text = text_argument(fcinfo, 0);
	Standing	standing;

	if (!check_read(standing_phrase_read(readable_text(text), &standing), on_error, &a_standing,
					text))
		PG_RETURN_NULL();
	PG_RETURN_INT64(standing_pack(standing));
}

/*
 * plan_parse_standing(standing text) returns plan_standing: a rank, and of how many where that is
 * written. 22P02 for what cannot be read, 22003 for a rank beyond its field.  NULL for NULL.
 */
PG_FUNCTION_INFO_V1(plan_parse_standing);
Datum
plan_parse_standing(PG_FUNCTION_ARGS)
{
	return parse_standing(fcinfo, THROW_ERROR);
}

PG_FUNCTION_INFO_V1(plan_try_parse_standing);
Datum
plan_try_parse_standing(PG_FUNCTION_ARGS)
{
	return parse_standing(fcinfo, RETURN_NULL);
}

static Datum
parse_period(FunctionCallInfo fcinfo, OnError on_error)
{
	const CalendarRule *rule = NULL;
	char	   *text;
	Period		period;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	text = text_argument(fcinfo, 0);
	if (!PG_ARGISNULL(1))
		rule = calendar_rule_argument(fcinfo, 1);
	if (!check_read(period_phrase_read(readable_text(text), rule, &period), on_error, &a_period,
					text))
		PG_RETURN_NULL();
	PG_RETURN_PLAN_PERIOD(period);
}

/* Whether a text is of a fiscal year. */
bool
period_needs_calendar(const char *text)
{
	Period		period;

	return period_phrase_read(readable_text(text), NULL, &period) == PLAN_NO_CALENDAR;
}

Period
period_of_phrase(const char *text, const CalendarRule *rule)
{
	Period		period;

	(void) check_read(period_phrase_read(readable_text(text), rule, &period), THROW_ERROR,
					  &a_period, text);
	return period;
}

/*
 * plan_parse_period(period text [, calendar]) returns plan_period; fiscal years and parts of them
 * are those of the calendar, everything else is of the standard one.  22P02 for what cannot be
 * read, as fiscal years without a calendar, 22008 for a day that does not exist.  NULL for NULL
 * text.
 */
PG_FUNCTION_INFO_V1(plan_parse_period);
Datum
plan_parse_period(PG_FUNCTION_ARGS)
{
	return parse_period(fcinfo, THROW_ERROR);
}

PG_FUNCTION_INFO_V1(plan_try_parse_period);
Datum
plan_try_parse_period(PG_FUNCTION_ARGS)
{
	return parse_period(fcinfo, RETURN_NULL);
}

static Datum
parse_date(FunctionCallInfo fcinfo, OnError on_error)
{
	char	   *text = text_argument(fcinfo, 0);
	int32		day;

	if (!check_read(date_phrase_read(readable_text(text), &day), on_error, &a_date, text))
		PG_RETURN_NULL();
	PG_RETURN_DATEADT(day);
}

/*
 * plan_parse_date(date text) returns date; of three numbers the day stands before the month.  22P02
 * for what cannot be read, 22008 for a day that does not exist.  NULL for NULL.
 */
PG_FUNCTION_INFO_V1(plan_parse_date);
Datum
plan_parse_date(PG_FUNCTION_ARGS)
{
	return parse_date(fcinfo, THROW_ERROR);
}

PG_FUNCTION_INFO_V1(plan_try_parse_date);
Datum
plan_try_parse_date(PG_FUNCTION_ARGS)
{
	return parse_date(fcinfo, RETURN_NULL);
}

/*
 * Writing.
 */

/*
 * plan_format_amount(value float8, unit text DEFAULT NULL, language text DEFAULT 'vi', digits
 * integer DEFAULT 2) returns text: the number with a word of scale from a million on, rounded in
 * decimals, halves away from zero, to so many digits behind the decimal mark, and the unit.
 * 22003 for infinities and NaN.  NULL for a NULL value.
 */
PG_FUNCTION_INFO_V1(plan_format_amount);
Datum
plan_format_amount(PG_FUNCTION_ARGS)
{
	StringInfoData buf;
	char		amount[AMOUNT_TEXT_SIZE];
	Language	language;
	double		value;
	int32		digits;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(2) || PG_ARGISNULL(3))
		PG_RETURN_NULL();
	value = finite_argument(fcinfo, 0, "value");
	language = word_argument(fcinfo, 2, &language_words);
	digits = PG_GETARG_INT32(3);
	if (digits < 0 || digits > GROUPED_MAX_DIGITS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("number of digits must be between 0 and %d, not %d", GROUPED_MAX_DIGITS,
						digits)));
	initStringInfo(&buf);
	(void) amount_write(amount, value, digits, language, GetDatabaseEncoding() != PG_UTF8);
	appendStringInfoString(&buf, amount);
	if (!PG_ARGISNULL(1))
	{
		char	   *unit = text_argument(fcinfo, 1);

		appendStringInfo(&buf, "%s%s", strcmp(unit, "%") == 0 || unit[0] == '\0' ? "" : " ", unit);
	}
	PG_RETURN_TEXT_P(cstring_to_text_with_len(buf.data, buf.len));
}
