/*
 * answer.c
 *		The figure that answers a target.
 */
#include "workspace/workspace.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"

#include "argument.h"
#include "core/answer.h"
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

/* The arrays, which have an element for each report. */
enum
{
	KNOWN_BY = 3,
	FIRST_DAYS,
	LAST_DAYS,
	KNOWN_ON,
	VALUES,
	BOUNDS,
	VINTAGES,
	NUM_ARGUMENTS
};

#define NUM_ARRAYS (NUM_ARGUMENTS - FIRST_DAYS)

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
read_array(FunctionCallInfo fcinfo, int n, ReportArray *result)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(n);
	const char *name = array_arguments[n - FIRST_DAYS].name;
	Oid			type = array_arguments[n - FIRST_DAYS].type;
	int			size = type == DATEOID ? sizeof(DateADT) : type == FLOAT8OID ? sizeof(float8) : -1;

	if (ARR_NDIM(array) > 1)
		report_dimension_error(name);
	deconstruct_array(array, type, size, size > 0 && (type != FLOAT8OID || FLOAT8PASSBYVAL),
					  type == FLOAT8OID ? TYPALIGN_DOUBLE : TYPALIGN_INT,
					  &result->elements, &result->nulls, &result->length);
	for (int i = 0; i < result->length; i++)
		if (result->nulls[i] && n != VALUES)
			report_null_element_error(name);
}

static Report *
read_reports(FunctionCallInfo fcinfo, uint32 *count)
{
	ReportArray array[NUM_ARRAYS];
	DateADT		known_by = PG_GETARG_DATEADT(KNOWN_BY);
	Report	   *reports;

	for (int n = 0; n < NUM_ARRAYS; n++)
	{
		read_array(fcinfo, FIRST_DAYS + n, &array[n]);
		if (array[n].length != array[0].length)
			ereport(ERROR,
					(errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
					 errmsg("%s has %d elements, but %s has %d", array_arguments[0].name,
							array[0].length, array_arguments[n].name, array[n].length)));
	}
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
							   source == ANSWERED_TO_DATE ? "to date" : "parts");
}

static Datum
answer_datum(FunctionCallInfo fcinfo, const Answer *answer)
{
	TupleDesc	desc;
	Datum		values[10] = {0};
	bool		nulls[10] = {false};

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	desc = BlessTupleDesc(desc);
	Assert(desc->natts == lengthof(values));
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
	return HeapTupleGetDatum(heap_form_tuple(desc, values, nulls));
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
	Report	   *reports = read_reports(fcinfo, &count);
	AnswerStep *steps = palloc(sizeof(AnswerStep) * (count + 1));
	Answer		answer;

	if (answer_period(kind, PG_GETARG_DATEADT(1), PG_GETARG_DATEADT(2), reports, steps, count,
					  &answer) != PLAN_OK)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("figure out of range")));
	if (answer.source == ANSWERED_BY_NONE)
		PG_RETURN_NULL();
	return answer_datum(fcinfo, &answer);
}
