/*
 * measure.c
 *		plan_measure: a mean or a measure of disparity, with its parameter.
 *
 * Fixed length, by reference.  A literal is read once, when the query is parsed.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "utils/builtins.h"
#include "utils/float.h"

#include "measure.h"
#include "wire.h"

/* The names of all measures, with those of their parameters. */
static const char *
names_of_measures(void)
{
	StringInfoData names;

	initStringInfo(&names);
	for (int i = 0; i < NUM_MEASURE_ENTRIES; i++)
	{
		const char *parameter = measure_entries[i].parameter_name;

		appendStringInfo(&names, "%s%s", i == 0 ? "" : i < NUM_MEASURE_ENTRIES - 1 ? ", " : " and ",
						 measure_entries[i].name);
		if (parameter != NULL)
			appendStringInfo(&names, " <%s>", parameter);
	}
	return names.data;
}

/* The measure is known, if there is an entry. */
static int
detail_of_syntax(const MeasureEntry *entry)
{
	if (entry == NULL)
		return 0;
	if (entry->kind == PARAMETER_NONE)
		return errdetail("Measure \"%s\" takes no parameter.", entry->name);
	return errdetail("Measure \"%s\" needs one number, %s.", entry->name,
					 entry->parameter_name);
}

static const char *
hint_of_parameter(Measure measure)
{
	switch (measure)
	{
		case MEASURE_POWER_MEAN:
			return "Power is 1 for the arithmetic, 0 for the geometric and -1 for the harmonic "
				   "mean.";
		case MEASURE_ENTROPY:
			return "Alpha is 0 for Theil's L and 1 for Theil's T.";
		case MEASURE_ATKINSON:
			return "Epsilon is how much inequality is disliked, such as 0.5 or 1.";
		default:
			return "Years are the time between the two values.";
	}
}

static void
report_parameter_error(Measure measure, double parameter, struct Node *escontext)
{
	errsave(escontext,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s is out of range: %s", measure_parameter(measure),
					float8out_internal(parameter)),
			 errhint("%s", hint_of_parameter(measure))));
}

double
checked_measure_parameter(Measure measure, double parameter)
{
	if (unlikely(!measure_takes(measure, parameter)))
		report_parameter_error(measure, parameter, NULL);
	return parameter + 0.0;
}

static void
report_syntax_error(const char *text, const MeasureEntry *entry, struct Node *escontext)
{
	errsave(escontext,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type plan_measure: \"%s\"",
					shown_text(text, strlen(text))),
			 detail_of_syntax(entry),
			 errhint("Measures are %s. Measures that keep all values, such as gini, have no such "
					 "state.",
					 names_of_measures())));
}

/* NULL after a soft error. */
static PlanMeasure *
measure_from_text(const char *text, struct Node *escontext)
{
	PlanMeasure *measure = palloc(sizeof(PlanMeasure));
	const MeasureEntry *entry;
	PlanError	error = measure_read(text, measure, &entry);

	if (error == PLAN_OK)
		return measure;
	if (error == PLAN_BAD_PARAMETER)
		report_parameter_error(measure->measure, measure->parameter, escontext);
	else if (error == PLAN_SYNTAX)
		report_syntax_error(text, entry, escontext);
	else
		report_text_error(error, "plan_measure", text, escontext);
	return NULL;
}

Datum
plan_measure_datum(const PlanMeasure *measure)
{
	PlanMeasure *result = palloc(sizeof(PlanMeasure));

	*result = *measure;
	return PointerGetDatum(result);
}

/* As messages name it. */
const char *
shown_measure(Measure measure, double parameter)
{
	PlanMeasure shown = measure_make(measure, parameter);
	char	   *text = palloc(MEASURE_TEXT_SIZE);

	measure_write(text, &shown);
	return text;
}

PG_FUNCTION_INFO_V1(plan_measure_in);
Datum
plan_measure_in(PG_FUNCTION_ARGS)
{
	PlanMeasure *measure = measure_from_text(PG_GETARG_CSTRING(0), fcinfo->context);

	if (measure == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(measure);
}

PG_FUNCTION_INFO_V1(plan_measure_from_text);
Datum
plan_measure_from_text(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(measure_from_text(text_to_cstring(PG_GETARG_TEXT_PP(0)), NULL));
}

PG_FUNCTION_INFO_V1(plan_measure_out);
Datum
plan_measure_out(PG_FUNCTION_ARGS)
{
	char	   *text = palloc(MEASURE_TEXT_SIZE);

	measure_write(text, PG_GETARG_PLAN_MEASURE_P(0));
	PG_RETURN_CSTRING(text);
}

#define MEASURE_WIRE_SIZE (WIRE_VERSION_SIZE + 1 + sizeof(float8))

PG_FUNCTION_INFO_V1(plan_measure_recv);
Datum
plan_measure_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	PlanMeasure *measure = palloc0(sizeof(PlanMeasure));

	check_binary_message(buf, MEASURE_VERSION, MEASURE_WIRE_SIZE, "plan_measure");
	measure->version = MEASURE_VERSION;
	measure->measure = pq_getmsgbyte(buf);
	measure->parameter = pq_getmsgfloat8(buf);
	if (!measure_is_valid(measure))
		report_binary_error("plan_measure");
	PG_RETURN_POINTER(measure);
}

PG_FUNCTION_INFO_V1(plan_measure_send);
Datum
plan_measure_send(PG_FUNCTION_ARGS)
{
	const PlanMeasure *measure = PG_GETARG_PLAN_MEASURE_P(0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, measure->version);
	pq_sendbyte(&buf, measure->measure);
	pq_sendfloat8(&buf, measure->parameter);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static int
compare_measures(FunctionCallInfo fcinfo)
{
	return measure_compare(PG_GETARG_PLAN_MEASURE_P(0), PG_GETARG_PLAN_MEASURE_P(1));
}

static uint64
hash_measure(FunctionCallInfo fcinfo, uint64 seed)
{
	return hash_bytes_extended((const unsigned char *) PG_GETARG_PLAN_MEASURE_P(0),
							   sizeof(PlanMeasure), seed);
}

PLAN_COMPARISONS(plan_measure, compare_measures)
PLAN_HASHES(plan_measure, hash_measure)
