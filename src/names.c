/*
 * names.c
 *		Texts as bytes, and which of them are the same.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/lsyscache.h"

#include "aggstate.h"
#include "core/pairsort.h"
#include "hashkey.h"
#include "names.h"
#include "type.h"

/* Names are the same when their bytes are: a collation that says otherwise is refused. */
void
check_names_collation(FunctionCallInfo fcinfo, const char *what)
{
	Oid			collation = PG_GET_COLLATION();

	if (OidIsValid(collation) && !get_collation_isdeterministic(collation))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("nondeterministic collations are not supported for %s", what),
				 errhint("Add COLLATE \"C\" to compare them byte by byte.")));
}

/*
 * Put the texts of an array behind the names there are; the first call has none, and NULL.
 * What they are is for error messages.
 */
PlanName *
append_names(PlanName *names, uint32 *count, ArrayType *array, const char *what)
{
	Datum	   *elements;
	bool	   *nulls;
	int			length;
	size_t		size;

	if (ARR_NDIM(array) > 1)
		report_dimension_error(what);
	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &elements, &nulls, &length);
	size = ((size_t) *count + length + 1) * sizeof(PlanName);
	names = names == NULL ? allocate_huge(size)
		: reallocate_huge(names, (size_t) *count * sizeof(PlanName), size);
	for (int i = 0; i < length; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (nulls[i])
			report_null_element_error(what);
		names[*count].bytes = VARDATA_ANY(DatumGetPointer(elements[i]));
		names[*count].length = VARSIZE_ANY_EXHDR(DatumGetPointer(elements[i]));
		(*count)++;
	}
	return names;
}

static inline bool
is_same_name(const PlanName *a, const PlanName *b)
{
	return a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
}

/* For each name the first one that is the same: itself, unless it came before. */
uint32 *
first_of_same_name(const PlanName *names, uint32 count)
{
	KeyedValue *hashes = allocate_huge((size_t) count * 2 * sizeof(KeyedValue));
	uint32	   *first = allocate_huge((size_t) count * sizeof(uint32));
	const KeyedValue *sorted;
	uint32		run = 0;

	for (uint32 i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		hashes[i] = (KeyedValue) {hash_keyed_bytes(names[i].bytes, names[i].length), i};
	}
	sorted = pairsort(hashes, hashes + count, count, check_for_interrupts);
	for (uint32 i = 0; i < count; i++)
	{
		uint32		other;

		CHECK_FOR_INTERRUPTS();
		if (sorted[i].key != sorted[run].key)
			run = i;
		/* Unlike names seldom have one hash. */
		for (other = run; other < i; other++)
			if (is_same_name(&names[sorted[other].value], &names[sorted[i].value]))
				break;
		first[sorted[i].value] = sorted[other].value;
	}
	pfree(hashes);
	return first;
}
