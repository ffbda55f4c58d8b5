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

#include "argument.h"
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

/*
 * _plan_answer(kind, first_day, last_day, known_by, first_days, last_days, known_on, values,
 * bounds, vintages): the figure of a period from what was reported of it and of its parts until a
 * day, each with its days; of reports of one period the one known last counts, and a NULL withdraws
 * it.  NULL without any.  22003 beyond what sums hold, 2202E for arrays of different lengths, 22023
 * for another kind, bound or vintage.
 */
PG_FUNCTION_INFO_V1(plan_answer);
Datum
plan_answer(PG_FUNCTION_ARGS)
{
	PeriodValueKind kind = (PeriodValueKind) word_from_datum(PG_GETARG_DATUM(0), &value_kind_words);
	uint32		count;
	Report	   *reports = read_reports(fcinfo, PG_GETARG_DATEADT(3), 4, NULL, &count);
	AnswerStep *steps = palloc(sizeof(AnswerStep) * (count + 1));
	Answer		answer;

	if (answer_period(kind, PG_GETARG_DATEADT(1), PG_GETARG_DATEADT(2), reports, steps, count,
					  &answer) != PLAN_OK)
		report_figure_range();
	if (answer.source == ANSWERED_BY_NONE)
		PG_RETURN_NULL();
	return answer_datum(fcinfo, &answer, NULL);
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
	PlaceNumber *found = bsearch(&key, numbers, count, sizeof(PlaceNumber), compare_numbers);

	return found == NULL ? -1 : found->position;
}

/* Arguments of the tree: numbers of places, of what they are part of, and their days. */
enum
{
	TREE_PLACES = 5,
	TREE_PARENTS,
	TREE_FROM,
	TREE_UNTIL,
	REPORT_PLACES,
	PLACE_REPORTS
};

/* A parent that is not among the places is the one that is answered for. */
static void
read_tree(FunctionCallInfo fcinfo, PlaceReports *below, PlaceNumber **numbers)
{
	static const char *const names[] = {"places", "parents", "valid_from", "valid_until"};
	ReportArray array[4];

	for (int n = 0; n < 4; n++)
	{
		read_array(PG_GETARG_DATUM(TREE_PLACES + n), names[n], n < 2 ? INT4OID : DATEOID, false,
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

/* Puts the reports of each place together; those of other places are left out. */
static void
order_reports(PlaceReports *below, const PlaceNumber *numbers, Report *reports, uint32 count)
{
	Report	   *ordered = palloc(sizeof(Report) * (count + 1));
	uint32		next = 0;

	for (uint32 i = 0; i < count; i++)
	{
		reports[i].place = position_of(Int32GetDatum(reports[i].place), numbers, below->count);
		if (reports[i].place >= 0)
			below->places[reports[i].place].reports++;
	}
	for (uint32 i = 0; i < below->count; i++)
	{
		below->places[i].first_report = next;
		next += below->places[i].reports;
		below->places[i].reports = 0;
	}
	for (uint32 i = 0; i < count; i++)
		if (reports[i].place >= 0)
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
 * _plan_answer_places(kind, across, first_day, last_day, known_by, places, parents, valid_from,
 * valid_until, report_places, first_days, last_days, known_on, values, bounds, vintages): the
 * figure of a period of a place that has none of its own, from what was reported of the places
 * below it until a day, by the rule across; behind it how many of the lowest places are there and
 * how many of these the figure covers.  Places are told by numbers, parents before their children.
 * NULL without any figure, or where several places have none together.  Errors of _plan_answer(),
 * and 22023 for another rule, or a place before its parent.
 */
PG_FUNCTION_INFO_V1(plan_answer_places);
Datum
plan_answer_places(PG_FUNCTION_ARGS)
{
	PlaceReports below = {
		.kind = (PeriodValueKind) word_from_datum(PG_GETARG_DATUM(0), &value_kind_words),
		.across = (AcrossRule) word_from_datum(PG_GETARG_DATUM(1), &across_rule_words),
		.first = PG_GETARG_DATEADT(2),
		.last = PG_GETARG_DATEADT(3),
		.check = check_interrupts
	};
	ReportArray report_places;
	PlaceNumber *numbers;
	Report	   *reports;
	uint32		count;
	Answer		answer;
	PlacesCovered covered;

	read_tree(fcinfo, &below, &numbers);
	read_array(PG_GETARG_DATUM(REPORT_PLACES), "report_places", INT4OID, false, &report_places);
	reports = read_reports(fcinfo, PG_GETARG_DATEADT(4), PLACE_REPORTS, &report_places, &count);
	order_reports(&below, numbers, reports, count);
	below.room = palloc(sizeof(Report) * ((Size) count + below.count + 1));
	below.steps = palloc(sizeof(AnswerStep) * (count + 1));
	if (answer_places(&below, &answer, &covered) != PLAN_OK)
		report_figure_range();
	if (answer.source == ANSWERED_BY_NONE)
		PG_RETURN_NULL();
	return answer_datum(fcinfo, &answer, &covered);
}
