/*
 * status.c
 *		Between verdicts and the labels of the SQL enum plan_status.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_enum.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "tnplan.h"

static Oid
find_label(Oid type, Verdict verdict)
{
	Oid			label = GetSysCacheOid2(ENUMTYPOIDNAME, Anum_pg_enum_oid,
										ObjectIdGetDatum(type),
										CStringGetDatum(scorecard_verdict_names[verdict]));

	if (!OidIsValid(label))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("type %s has no label \"%s\"", format_type_be(type),
						scorecard_verdict_names[verdict])));
	return label;
}

/*
 * The label of a verdict, for a function that returns plan_status.  The labels
 * are looked up once a call site.
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

/* The verdict that a label of plan_status names. */
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
