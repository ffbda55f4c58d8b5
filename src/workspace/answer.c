/*
 * answer.c
 *		The figure that answers a target.
 */
#include "workspace/workspace.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/tuplestore.h"

#include "argument.h"
#include "calendar.h"
#include "core/answer_places.h"
#include "word.h"

static const Word bounds[] = {
	{"=", ANSWER_EXACT},
	{"~", ANSWER_ABOUT},
	{">", ANSWER_ABOVE},
	{">=", ANSWER_AT_LEAST},
	{"<", ANSWER_BELOW},
	{"<=", ANSWER_AT_MOST},
};

static const WordTable bound_words = WORD_TABLE("bound", bounds,
												"Valid values are =, ~, >, >=, < and <=.");

static const Word vintages[] = {
	{"estimate", VINTAGE_ESTIMATE},
	{"preliminary", VINTAGE_PRELIMINARY},
	{"official", VINTAGE_OFFICIAL},
};

static const WordTable vintage_words =
	WORD_TABLE("vintage", vintages, "Valid values are estimate, preliminary and official.");

/* The arrays, which have an element for each report, in the order of the arguments. */
#define NUM_ARRAYS 6
#define VALUES 3

static const struct
{
	const char *name;
	Oid			type;
}			array_arguments[NUM_ARRAYS] =
{
	{"first_days", DATEOID}, {"last_days", DATEOID}, {"known_on", DATEOID},
	{"values", FLOAT8OID}, {"bounds", TEXTOID}, {"vintages", TEXTOID}
};

typedef struct ReportArray
{
	Datum	   *elements;
	bool	   *nulls;
	int			length;
} ReportArray;

static void
read_array(Datum datum, const char *name, Oid type, bool can_be_null, ReportArray *result)
{
	ArrayType  *array = DatumGetArrayTypeP(datum);
	int			size = type == TEXTOID ? -1 : type == FLOAT8OID ? sizeof(float8) : sizeof(int32);

	if (ARR_NDIM(array) > 1)
		report_dimension_error(name);
	deconstruct_array(array, type, size, size > 0 && (type != FLOAT8OID || FLOAT8PASSBYVAL),
					  type == FLOAT8OID ? TYPALIGN_DOUBLE : TYPALIGN_INT,
					  &result->elements, &result->nulls, &result->length);
	for (int i = 0; i < result->length; i++)
		if (result->nulls[i] && !can_be_null)
			report_null_element_error(name);
}

static void
check_length(const ReportArray *array, const char *name, const ReportArray *first,
			 const char *first_name)
{
	if (array->length != first->length)
		ereport(ERROR,
				(errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
				 errmsg("%s has %d elements, but %s has %d", first_name, first->length, name,
						array->length)));
}

static bool
has_null(FunctionCallInfo fcinfo, int first, int count)
{
	for (int n = 0; n < count; n++)
		if (PG_ARGISNULL(first + n))
			return true;
	return false;
}

/* The reports known by a day, from the arrays that begin at an argument; and whose they are. */
static Report *
read_reports(FunctionCallInfo fcinfo, DateADT known_by, int first_array,
			 const ReportArray *places, uint32 *count)
{
	ReportArray array[NUM_ARRAYS];
	Report	   *reports;

	for (int n = 0; n < NUM_ARRAYS; n++)
	{
		read_array(PG_GETARG_DATUM(first_array + n), array_arguments[n].name,
				   array_arguments[n].type, n == VALUES, &array[n]);
		check_length(&array[n], array_arguments[n].name, &array[0], array_arguments[0].name);
	}
	if (places != NULL)
		check_length(places, "report_places", &array[0], array_arguments[0].name);
	*count = 0;
	reports = palloc(sizeof(Report) * (array[0].length + 1));
	for (int i = 0; i < array[0].length; i++)
	{
		Report	   *report = &reports[*count];

		CHECK_FOR_INTERRUPTS();
		if (DatumGetDateADT(array[2].elements[i]) > known_by)
			continue;
		(*count)++;
		report->first = DatumGetDateADT(array[0].elements[i]);
		report->last = DatumGetDateADT(array[1].elements[i]);
		report->known_on = DatumGetDateADT(array[2].elements[i]);
		report->value = array[3].nulls[i] ? NAN : DatumGetFloat8(array[3].elements[i]);
		if (isinf(report->value))
			report_figure_error("value", report->value);
		report->bound = word_from_datum(array[4].elements[i], &bound_words);
		report->vintage = word_from_datum(array[5].elements[i], &vintage_words);
		report->place = places == NULL ? 0 : DatumGetInt32(places->elements[i]);
	}
	return reports;
}

static Datum
word_datum(const WordTable *table, int value)
{
	return CStringGetTextDatum(word_name(table, value));
}

static Datum
source_datum(AnswerSource source)
{
	return CStringGetTextDatum(source == ANSWERED_BY_SAME_PERIOD ? "same period" :
							   source == ANSWERED_TO_DATE ? "to date" :
							   source == ANSWERED_BY_PLACES ? "places" : "parts");
}

/* The row of an answer, and behind it how many places it covers, where it is one of places. */
static Datum
answer_datum(FunctionCallInfo fcinfo, const Answer *answer, const PlacesCovered *covered)
{
	TupleDesc	desc;
	Datum		values[12] = {0};
	bool		nulls[12] = {false};

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	desc = BlessTupleDesc(desc);
	Assert(desc->natts == (covered == NULL ? 10 : 12));
	nulls[1] = answer->bound == ANSWER_UNKNOWN;
	values[0] = Float8GetDatum(answer->value + 0.0);
	if (!nulls[1])
		values[1] = word_datum(&bound_words, answer->bound);
	values[2] = word_datum(&vintage_words, answer->vintage);
	values[3] = source_datum(answer->source);
	values[4] = DateADTGetDatum(answer->first);
	values[5] = DateADTGetDatum(answer->last);
	values[6] = Int32GetDatum(answer->figures);
	values[7] = Float8GetDatum(answer->coverage);
	values[8] = BoolGetDatum(answer->is_complete);
	values[9] = DateADTGetDatum(answer->known_on);
	if (covered != NULL)
	{
		values[10] = Int32GetDatum(covered->places);
		values[11] = Int32GetDatum(covered->covered);
	}
	return HeapTupleGetDatum(heap_form_tuple(desc, values, nulls));
}

static void
report_figure_range(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("figure out of range")));
}

static Datum
answer_from(FunctionCallInfo fcinfo, DateADT there_from)
{
	PeriodValueKind kind = (PeriodValueKind) word_from_datum(PG_GETARG_DATUM(0), &value_kind_words);
	uint32		count;
	Report	   *reports = read_reports(fcinfo, PG_GETARG_DATEADT(3), 4, NULL, &count);
	AnswerStep *steps = palloc(sizeof(AnswerStep) * (count + 1));
	Answer		answer;

	if (answer_period_of_place(kind, calendar_rule_argument(fcinfo, 10), PG_GETARG_DATEADT(1),
							   PG_GETARG_DATEADT(2), there_from, reports, steps, count,
							   &answer) != PLAN_OK)
		report_figure_range();
	if (answer.source == ANSWERED_BY_NONE)
		PG_RETURN_NULL();
	return answer_datum(fcinfo, &answer, NULL);
}

/*
 * _plan_answer(kind, first_day, last_day, known_by, first_days, last_days, known_on, values,
 * bounds, vintages, calendar): the figure of a period from what was reported of it and of its parts
 * until a day, each with its days; of reports of one period the one known last counts, and a NULL
 * withdraws it.  Figures to date count from the beginning of the year of the calendar.  NULL
 * without any.  22003 beyond what sums hold, 2202E for arrays of different lengths, 22023 for
 * another kind, bound or vintage.
 */
PG_FUNCTION_INFO_V1(plan_answer);
Datum
plan_answer(PG_FUNCTION_ARGS)
{
	return answer_from(fcinfo, DATEVAL_NOBEGIN);
}

/*
 * _plan_answer(..., calendar, there_from): the same of a place that is there from a day on, before
 * which nothing is missing.
 */
PG_FUNCTION_INFO_V1(plan_answer_of_place);
Datum
plan_answer_of_place(PG_FUNCTION_ARGS)
{
	return answer_from(fcinfo, PG_GETARG_DATEADT(11));
}

/*
 * Figures of places below.
 */

/* A place by its number; of the tree in order of the numbers. */
typedef struct PlaceNumber
{
	int32		number;
	int32		position;
} PlaceNumber;

static int
compare_numbers(const void *left, const void *right)
{
	const PlaceNumber *a = left;
	const PlaceNumber *b = right;

	return (a->number > b->number) - (a->number < b->number);
}

/* The position of a place, or -1. */
static int32
position_of(Datum number, const PlaceNumber *numbers, uint32 count)
{
	PlaceNumber key = {DatumGetInt32(number), 0};
	const PlaceNumber *found = bsearch(&key, numbers, count, sizeof(PlaceNumber), compare_numbers);

	return found == NULL ? -1 : found->position;
}

/* Arguments of places: their numbers, those of what they are part of, their days; and reports. */
enum
{
	TREE_PLACES,
	TREE_PARENTS,
	TREE_FROM,
	TREE_UNTIL,
	REPORT_PLACES,
	PLACE_REPORTS,
	NUM_PLACE_ARGUMENTS = PLACE_REPORTS + NUM_ARRAYS
};

/* Arguments of ways, behind all others: which place became which one, by changes of which days. */
#define NUM_WAY_ARGUMENTS 4

/* A parent that is not among the places is the one that is answered for. */
static void
read_tree(FunctionCallInfo fcinfo, int first_argument, PlaceReports *below, PlaceNumber **numbers)
{
	static const char *const names[] = {"places", "parents", "valid_from", "valid_until"};
	ReportArray array[4];

	for (int n = 0; n < 4; n++)
	{
		read_array(PG_GETARG_DATUM(first_argument + n), names[n], n < 2 ? INT4OID : DATEOID, false,
				   &array[n]);
		check_length(&array[n], names[n], &array[0], names[0]);
	}
	below->count = array[0].length;
	below->places = palloc0(sizeof(AnswerPlace) * (below->count + 1));
	*numbers = palloc(sizeof(PlaceNumber) * (below->count + 1));
	for (uint32 i = 0; i < below->count; i++)
		(*numbers)[i] = (PlaceNumber) {DatumGetInt32(array[0].elements[i]), (int32) i};
	qsort(*numbers, below->count, sizeof(PlaceNumber), compare_numbers);
	for (uint32 i = 0; i < below->count; i++)
	{
		AnswerPlace *place = &below->places[i];

		CHECK_FOR_INTERRUPTS();
		place->parent = position_of(array[1].elements[i], *numbers, below->count);
		place->from = DatumGetDateADT(array[2].elements[i]);
		place->until = DatumGetDateADT(array[3].elements[i]);
		if (place->parent >= (int32) i)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("place %d comes before its parent %d",
							DatumGetInt32(array[0].elements[i]),
							DatumGetInt32(array[1].elements[i]))));
	}
}

static int
compare_ways(const void *left, const void *right)
{
	const PlaceWay *a = left;
	const PlaceWay *b = right;

	return (a->became > b->became) - (a->became < b->became);
}

/* The ways between places below, in order of what they lead to: of the others none has reports. */
static void
read_ways(FunctionCallInfo fcinfo, int first_argument, PlaceReports *below,
		  const PlaceNumber *numbers)
{
	static const char *const names[NUM_WAY_ARGUMENTS] =
	{"ended", "became", "became_from", "became_on"};
	ReportArray array[NUM_WAY_ARGUMENTS];
	PlaceWay   *ways;

	for (int n = 0; n < NUM_WAY_ARGUMENTS; n++)
	{
		read_array(PG_GETARG_DATUM(first_argument + n), names[n], n < 2 ? INT4OID : DATEOID, false,
				   &array[n]);
		check_length(&array[n], names[n], &array[0], names[0]);
	}
	ways = palloc(sizeof(PlaceWay) * (array[0].length + 1));
	for (int i = 0; i < array[0].length; i++)
	{
		PlaceWay   *way = &ways[below->way_count];

		CHECK_FOR_INTERRUPTS();
		way->place = position_of(array[0].elements[i], numbers, below->count);
		way->became = position_of(array[1].elements[i], numbers, below->count);
		way->from = DatumGetDateADT(array[2].elements[i]);
		way->changed_on = DatumGetDateADT(array[3].elements[i]);
		below->way_count += way->place >= 0 && way->became >= 0;
	}
	qsort(ways, below->way_count, sizeof(PlaceWay), compare_ways);
	below->ways = ways;
}

/* Reports tell their places by positions from here on; -1 of other places. */
static void
find_places(const PlaceReports *below, const PlaceNumber *numbers, Report *reports, uint32 count)
{
	for (uint32 i = 0; i < count; i++)
		reports[i].place = position_of(Int32GetDatum(reports[i].place), numbers, below->count);
}

/* Copies those reports that were known by a day, and puts the ones of each place together. */
static void
order_reports(PlaceReports *below, Report *ordered, const Report *reports, uint32 count,
			  DateADT known_by)
{
	uint32		next = 0;

	for (uint32 i = 0; i < below->count; i++)
		below->places[i].reports = 0;
	for (uint32 i = 0; i < count; i++)
		if (reports[i].place >= 0 && reports[i].known_on <= known_by)
			below->places[reports[i].place].reports++;
	for (uint32 i = 0; i < below->count; i++)
	{
		below->places[i].first_report = next;
		next += below->places[i].reports;
		below->places[i].reports = 0;
	}
	for (uint32 i = 0; i < count; i++)
		if (reports[i].place >= 0 && reports[i].known_on <= known_by)
		{
			AnswerPlace *place = &below->places[reports[i].place];

			ordered[place->first_report + place->reports++] = reports[i];
		}
	below->reports = ordered;
}

static void
check_interrupts(void)
{
	CHECK_FOR_INTERRUPTS();
}

/*
 * Reads the tree, with the ways where they are arguments, and the reports of its places until a
 * day, with room for all that is done.
 */
static Report *
read_places(FunctionCallInfo fcinfo, int first_argument, int ways, DateADT known_by,
			PlaceReports *below, uint32 *count)
{
	ReportArray report_places;
	PlaceNumber *numbers;
	Report	   *reports;

	below->check = check_interrupts;
	read_tree(fcinfo, first_argument + TREE_PLACES, below, &numbers);
	if (ways < PG_NARGS() && !has_null(fcinfo, ways, NUM_WAY_ARGUMENTS))
		read_ways(fcinfo, ways, below, numbers);
	read_array(PG_GETARG_DATUM(first_argument + REPORT_PLACES), "report_places", INT4OID, false,
			   &report_places);
	reports = read_reports(fcinfo, known_by, first_argument + PLACE_REPORTS, &report_places,
						   count);
	find_places(below, numbers, reports, *count);
	below->kept = palloc(sizeof(Report) * (3 * (Size) *count + 1));
	below->room = palloc(sizeof(Report) * ((Size) *count + below->count + 1));
	below->steps = palloc(sizeof(AnswerStep) * (*count + 1));
	return reports;
}

/* The arguments of _plan_answer_places() begin with a kind, a rule and three days. */
#define FIRST_PLACE_ARGUMENT 5
#define PLACES_CALENDAR (FIRST_PLACE_ARGUMENT + NUM_PLACE_ARGUMENTS)

static Datum
answer_of_places(FunctionCallInfo fcinfo)
{
	PlaceReports below = {
		.kind = (PeriodValueKind) word_from_datum(PG_GETARG_DATUM(0), &value_kind_words),
		.across = (AcrossRule) word_from_datum(PG_GETARG_DATUM(1), &across_rule_words),
		.first = PG_GETARG_DATEADT(2),
		.last = PG_GETARG_DATEADT(3),
		.years = calendar_rule_argument(fcinfo, PLACES_CALENDAR)
	};
	DateADT		known_by = PG_GETARG_DATEADT(4);
	uint32		count;
	Report	   *reports = read_places(fcinfo, FIRST_PLACE_ARGUMENT, PLACES_CALENDAR + 1, known_by,
									  &below, &count);
	Answer		answer;
	PlacesCovered covered;

	order_reports(&below, palloc(sizeof(Report) * (count + 1)), reports, count, known_by);
	if (answer_places(&below, &answer, &covered) != PLAN_OK)
		report_figure_range();
	if (answer.source == ANSWERED_BY_NONE)
		PG_RETURN_NULL();
	return answer_datum(fcinfo, &answer, &covered);
}

/*
 * _plan_answer_places(kind, across, first_day, last_day, known_by, places, parents, valid_from,
 * valid_until, report_places, first_days, last_days, known_on, values, bounds, vintages, calendar):
 * the figure of a period of a place that has none of its own, from what was reported of the places
 * below it until a day, by the rule across; behind it how many of the lowest places are there and
 * how many of these the figure covers.  Places are told by numbers, parents before their children.
 * NULL without any figure, or where several places have none together.  Errors of _plan_answer(),
 * and 22023 for another rule, or a place before its parent.
 */
PG_FUNCTION_INFO_V1(plan_answer_places);
Datum
plan_answer_places(PG_FUNCTION_ARGS)
{
	return answer_of_places(fcinfo);
}

/*
 * _plan_answer_places(..., calendar, ended, became, became_from, became_on): the same of places
 * that became others.  By each way of changes the place ended became the place became, and
 * became_from and became_on are the days of the first and the last change of the way; those of
 * other places say nothing.  Errors of the function without ways.
 */
PG_FUNCTION_INFO_V1(plan_answer_changed_places);
Datum
plan_answer_changed_places(PG_FUNCTION_ARGS)
{
	return answer_of_places(fcinfo);
}

/*
 * Answers of many days.
 */

/* Arguments of _plan_answer_history(). */
enum
{
	HISTORY_KIND,
	HISTORY_ACROSS,
	HISTORY_FIRST,
	HISTORY_LAST,
	HISTORY_FROM,
	HISTORY_BEFORE,
	OWN_REPORTS,
	PLACES_BELOW = OWN_REPORTS + NUM_ARRAYS,
	HISTORY_CALENDAR = PLACES_BELOW + NUM_PLACE_ARGUMENTS,
	HISTORY_WAYS,
	HISTORY_THERE_FROM = HISTORY_WAYS + NUM_WAY_ARGUMENTS
};

/* Reports of a place and of those below it, each read once; NULL without any. */
typedef struct AnswerHistory
{
	PlaceReports below;
	Report	   *own;
	Report	   *of_places;
	Report	   *room;			/* for the own ones of a day, with their steps */
	Report	   *ordered;		/* for those of places */
	AnswerStep *steps;
	uint32		own_count;
	uint32		places_count;
	DateADT		there_from;
} AnswerHistory;

static void
read_history(FunctionCallInfo fcinfo, AnswerHistory *history)
{
	history->below = (PlaceReports) {
		.kind = (PeriodValueKind) word_from_datum(PG_GETARG_DATUM(HISTORY_KIND),
												  &value_kind_words),
		.across = (AcrossRule) word_from_datum(PG_GETARG_DATUM(HISTORY_ACROSS),
											   &across_rule_words),
		.first = PG_GETARG_DATEADT(HISTORY_FIRST),
		.last = PG_GETARG_DATEADT(HISTORY_LAST),
		.years = calendar_rule_argument(fcinfo, HISTORY_CALENDAR)
	};
	history->there_from = DATEVAL_NOBEGIN;
	if (HISTORY_THERE_FROM < PG_NARGS() && !PG_ARGISNULL(HISTORY_THERE_FROM))
		history->there_from = PG_GETARG_DATEADT(HISTORY_THERE_FROM);
	if (!has_null(fcinfo, OWN_REPORTS, NUM_ARRAYS))
	{
		history->own = read_reports(fcinfo, DATEVAL_NOEND, OWN_REPORTS, NULL,
									&history->own_count);
		history->room = palloc(sizeof(Report) * (history->own_count + 1));
		history->steps = palloc(sizeof(AnswerStep) * (history->own_count + 1));
	}
	if (!has_null(fcinfo, PLACES_BELOW, NUM_PLACE_ARGUMENTS))
	{
		history->of_places = read_places(fcinfo, PLACES_BELOW, HISTORY_WAYS,
										 DATEVAL_NOEND, &history->below,
										 &history->places_count);
		history->ordered = palloc(sizeof(Report) * (history->places_count + 1));
	}
}

static int
compare_days(const void *left, const void *right)
{
	DateADT		a = *(const DateADT *) left;
	DateADT		b = *(const DateADT *) right;

	return (a > b) - (a < b);
}

static uint32
add_days(DateADT *days, uint32 count, const Report *reports, uint32 report_count, int64 from,
		 int64 before)
{
	for (uint32 i = 0; i < report_count; i++)
		if (reports[i].known_on > from && reports[i].known_on < before)
			days[count++] = reports[i].known_on;
	return count;
}

/* In order the day from which on answers are asked for, and those that brought a report. */
static DateADT *
days_of_history(FunctionCallInfo fcinfo, const AnswerHistory *history, uint32 *count)
{
	DateADT		from = PG_GETARG_DATEADT(HISTORY_FROM);
	int64		before = PG_ARGISNULL(HISTORY_BEFORE) ? PG_INT64_MAX :
		PG_GETARG_DATEADT(HISTORY_BEFORE);
	DateADT    *days = palloc(sizeof(DateADT) *
							  ((Size) history->own_count + history->places_count + 1));
	int64		since = PG_INT64_MAX;
	uint32		kept = 0;

	*count = 0;
	if (from >= before)
		return days;
	/* Reports of places that ended before the period answer nothing without one that ends in it. */
	for (uint32 i = 0; i < history->places_count; i++)
		if (history->of_places[i].last >= history->below.first)
			since = Min(since, (int64) history->of_places[i].known_on - 1);
	days[(*count)++] = from;
	*count = add_days(days, *count, history->own, history->own_count, from, before);
	*count = add_days(days, *count, history->of_places, history->places_count,
					  Max((int64) from, since), before);
	qsort(days, *count, sizeof(DateADT), compare_days);
	for (uint32 i = 0; i < *count; i++)
		if (i == 0 || days[i] != days[kept - 1])
			days[kept++] = days[i];
	*count = kept;
	return days;
}

/* The own answer of a day or, without one, that of the places below. */
static void
answer_of_day(AnswerHistory *history, DateADT day, Answer *answer)
{
	PlaceReports *below = &history->below;
	PlacesCovered covered;
	uint32		count = 0;

	for (uint32 i = 0; i < history->own_count; i++)
		if (history->own[i].known_on <= day)
			history->room[count++] = history->own[i];
	if (answer_period_of_place(below->kind, below->years, below->first, below->last,
							   history->there_from, history->room, history->steps, count,
							   answer) != PLAN_OK)
		report_figure_range();
	if (answer->source != ANSWERED_BY_NONE || history->of_places == NULL)
		return;
	order_reports(below, history->ordered, history->of_places, history->places_count, day);
	if (answer_places(below, answer, &covered) != PLAN_OK)
		report_figure_range();
}

static void
put_answer(ReturnSetInfo *rows, DateADT day, const Answer *answer)
{
	Datum		values[7] = {DateADTGetDatum(day)};
	bool		nulls[7] = {false, true, true, true, true, true, true};

	if (answer->source != ANSWERED_BY_NONE)
	{
		memset(nulls, false, sizeof(nulls));
		nulls[2] = answer->bound == ANSWER_UNKNOWN;
		values[1] = Float8GetDatum(answer->value + 0.0);
		if (!nulls[2])
			values[2] = word_datum(&bound_words, answer->bound);
		values[3] = word_datum(&vintage_words, answer->vintage);
		values[4] = source_datum(answer->source);
		values[5] = DateADTGetDatum(answer->last);
		values[6] = Float8GetDatum(answer->coverage);
	}
	tuplestore_putvalues(rows->setResult, rows->setDesc, values, nulls);
}

static void
put_history(FunctionCallInfo fcinfo)
{
	AnswerHistory history = {0};
	DateADT    *days;
	uint32		count;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (has_null(fcinfo, HISTORY_KIND, HISTORY_BEFORE) || PG_ARGISNULL(HISTORY_CALENDAR))
		return;
	read_history(fcinfo, &history);
	days = days_of_history(fcinfo, &history, &count);
	for (uint32 i = 0; i < count; i++)
	{
		Answer		answer;

		CHECK_FOR_INTERRUPTS();
		answer_of_day(&history, days[i], &answer);
		put_answer((ReturnSetInfo *) fcinfo->resultinfo, days[i], &answer);
	}
}

/*
 * _plan_answer_history(kind, across, first_day, last_day, known_from, known_before, first_days,
 * last_days, known_on, values, bounds, vintages, places, parents, valid_from, valid_until,
 * report_places, place_first_days, place_last_days, place_known_on, place_values, place_bounds,
 * place_vintages, calendar): the figure of a period on the day known_from and on each day behind
 * it, before known_before where that is given, on which a report became known: what _plan_answer()
 * says of the first reports or, without it, _plan_answer_places() of the others.  No rows where the
 * calendar or one of the first five is NULL; reports of which an array is NULL are none.  Errors of
 * these functions.
 */
PG_FUNCTION_INFO_V1(plan_answer_history);
Datum
plan_answer_history(PG_FUNCTION_ARGS)
{
	put_history(fcinfo);
	PG_RETURN_NULL();
}

/*
 * _plan_answer_history(..., calendar, ended, became, became_from, became_on, there_from): the same
 * of places that became others, as _plan_answer_places() has it, and of a place that is there from
 * a day on, as _plan_answer() has it.  Ways of which an array is NULL are none; nor is such a day.
 */
PG_FUNCTION_INFO_V1(plan_answer_changed_history);
Datum
plan_answer_changed_history(PG_FUNCTION_ARGS)
{
	put_history(fcinfo);
	PG_RETURN_NULL();
}
