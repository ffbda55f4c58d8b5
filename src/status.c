/*
 * status.c
 *		Conversion between verdicts and labels of the enum plan_status.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_enum.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/float.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "argument.h"
#include "core/scorecard.h"
#include "status.h"
#include "type.h"

/* The label of a verdict, or InvalidOid. */
Oid
status_label(Oid type, Verdict verdict)
{
	return GetSysCacheOid2(ENUMTYPOIDNAME, Anum_pg_enum_oid, ObjectIdGetDatum(type),
						   CStringGetDatum(scorecard_verdict_names[verdict]));
}

static Oid
find_label(Oid type, Verdict verdict)
{
	Oid			label = status_label(type, verdict);

	if (!OidIsValid(label))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("type %s has no label \"%s\"", format_type_be(type),
						scorecard_verdict_names[verdict])));
	return label;
}

/*
 * The label of a verdict, for a function that returns plan_status.  The labels
 * are looked up once per call site.
 */
Datum
status_datum(FunctionCallInfo fcinfo, Verdict verdict)
{
	FmgrInfo   *flinfo = fcinfo->flinfo;
	Oid		   *labels = flinfo->fn_extra;

	if (labels == NULL)
	{
		Oid			type = get_func_rettype(flinfo->fn_oid);

		labels = MemoryContextAlloc(flinfo->fn_mcxt, NUM_STATUSES * sizeof(Oid));
		for (int i = 0; i < NUM_STATUSES; i++)
			labels[i] = find_label(type, i);
		flinfo->fn_extra = labels;
	}
	return ObjectIdGetDatum(labels[verdict]);
}

/* The verdict of a label. */
Verdict
status_verdict(Oid label)
{
	HeapTuple	tuple = SearchSysCache1(ENUMOID, ObjectIdGetDatum(label));
	int			verdict = NUM_STATUSES;

	if (HeapTupleIsValid(tuple))
	{
		const char *name = NameStr(((Form_pg_enum) GETSTRUCT(tuple))->enumlabel);

		for (verdict = 0; verdict < NUM_STATUSES; verdict++)
			if (strcmp(name, scorecard_verdict_names[verdict]) == 0)
				break;
		ReleaseSysCache(tuple);
	}
	if (verdict == NUM_STATUSES)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("enum label %u is not a plan_status", label)));
	return verdict;
}

/* Labels that a call site has seen. */
typedef struct SeenLabels
{
	int			count;
	Oid			label[NUM_STATUSES];
	Verdict		verdict[NUM_STATUSES];
} SeenLabels;

/* The verdict of an argument; each label is looked up once per call site. */
Verdict
status_argument(FunctionCallInfo fcinfo, int n)
{
	SeenLabels *seen = fcinfo->flinfo->fn_extra;
	Oid			label = PG_GETARG_OID(n);
	Verdict		verdict;

	if (seen == NULL)
		seen = fcinfo->flinfo->fn_extra = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt,
																 sizeof(SeenLabels));
	for (int i = 0; i < seen->count; i++)
		if (seen->label[i] == label)
			return seen->verdict[i];
	verdict = status_verdict(label);
	if (seen->count < NUM_STATUSES)
	{
		seen->label[seen->count] = label;
		seen->verdict[seen->count++] = verdict;
	}
	return verdict;
}

/*
 * Cuts {on_track, at_risk [, off_track]}, which must descend; the usual ones where they are
 * left out or NULL.
 */
PaceCuts
cuts_argument(FunctionCallInfo fcinfo, int n)
{
	PaceCuts	cuts = default_cuts;
	ArrayType  *array;
	int			count;
	const double *values;

	if (!has_argument(fcinfo, n))
		return cuts;
	array = PG_GETARG_ARRAYTYPE_P(n);
	count = ARR_NDIM(array) == 1 ? ARR_DIMS(array)[0] : 0;
	if (count < 2 || count > 3 || ARR_HASNULL(array) || ARR_ELEMTYPE(array) != FLOAT8OID)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cuts must be an array of two or three numbers"),
				 errhint("Cuts are the lowest paces of on_track, at_risk and, optionally, "
						 "off_track.")));
	values = (const double *) ARR_DATA_PTR(array);
	cuts.on_track = values[0];
	cuts.at_risk = values[1];
	if (count == 3)
		cuts.off_track = values[2];
	/* Worded so that NaN fails too. */
	if (!(cuts.on_track >= cuts.at_risk && cuts.at_risk >= cuts.off_track))
	{
		if (count == 2)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("cuts must descend: %s, %s", float8out_internal(cuts.on_track),
							float8out_internal(cuts.at_risk)),
					 errdetail("Without a third cut, that of off_track is %s.",
							   float8out_internal(cuts.off_track))));
		report_cuts_error(cuts.on_track, cuts.at_risk, cuts.off_track);
	}
	return cuts;
}

PG_FUNCTION_INFO_V1(plan_status_to_text);
Datum
plan_status_to_text(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(scorecard_verdict_names[status_argument(fcinfo, 0)]));
}

/* An enum sorts as PostgreSQL sorts it, whatever the type of the operator. */
#define STATUS_FUNCTION(suffix) \
PG_FUNCTION_INFO_V1(plan_status_##suffix); \
Datum \
plan_status_##suffix(PG_FUNCTION_ARGS) \
{ \
	return enum_##suffix(fcinfo); \
}

STATUS_FUNCTION(lt)
STATUS_FUNCTION(le)
STATUS_FUNCTION(eq)
STATUS_FUNCTION(ne)
STATUS_FUNCTION(ge)
STATUS_FUNCTION(gt)
STATUS_FUNCTION(cmp)
STATUS_FUNCTION(smaller)
STATUS_FUNCTION(larger)

PG_FUNCTION_INFO_V1(plan_status_hash);
Datum
plan_status_hash(PG_FUNCTION_ARGS)
{
	return hashenum(fcinfo);
}

PG_FUNCTION_INFO_V1(plan_status_hash_extended);
Datum
plan_status_hash_extended(PG_FUNCTION_ARGS)
{
	return hashenumextended(fcinfo);
}

static Datum
status_text(Oid label)
{
	return CStringGetTextDatum(scorecard_verdict_names[status_verdict(label)]);
}

/* Operators of exactly these types: || has many for text and another type. */
PG_FUNCTION_INFO_V1(plan_status_textcat);
Datum
plan_status_textcat(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall2(textcat, status_text(PG_GETARG_OID(0)), PG_GETARG_DATUM(1));
}

PG_FUNCTION_INFO_V1(plan_textcat_status);
Datum
plan_textcat_status(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall2(textcat, PG_GETARG_DATUM(0), status_text(PG_GETARG_OID(1)));
}
