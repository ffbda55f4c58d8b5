/*
 * memory.c
 *		Memory of many megabytes.
 */
#include "postgres.h"

#include <sys/mman.h>

#include "access/detoast.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "compat.h"
#include "memory.h"

/* Memory of this size has at least one huge page in it, wherever it begins. */
#define MIN_TO_ADVISE (2 * HUGE_PAGE)

/* Ask for huge pages within memory that is not touched yet.  The system is free to refuse. */
void
advise_huge_pages(void *memory, Size size)
{
#ifdef MADV_HUGEPAGE
	char	   *first = (char *) TYPEALIGN(HUGE_PAGE, memory);
	char	   *end = (char *) TYPEALIGN_DOWN(HUGE_PAGE, (char *) memory + size);

	if (size >= MIN_TO_ADVISE)
		(void) madvise(first, end - first, MADV_HUGEPAGE);
#endif
}

/* Memory of any size, also beyond 1 GB. */
void *
allocate_huge_in(MemoryContext context, Size size)
{
	void	   *memory = MemoryContextAllocHuge(context, size);

	advise_huge_pages(memory, size);
	return memory;
}

void *
allocate_huge_zero(MemoryContext context, Size size)
{
	return memset(allocate_huge_in(context, size), 0, size);
}

/* The same memory with another size; it may have moved. */
void *
reallocate_huge(void *memory, Size size)
{
	memory = repalloc_huge(memory, size);
	advise_huge_pages(memory, size);
	return memory;
}

/*
 * A context for rows that are expected to take so many bytes together: they stand closely in
 * blocks, the first of which has room for all of them.
 */
MemoryContext
new_row_context(MemoryContext parent, Size expected)
{
	Size		first = Min(MAXALIGN(expected), MaxAllocSize);
	MemoryContext context;

	if (first < MIN_TO_ADVISE)
		return GenerationContextCreate(parent, "tnplan rows", ALLOCSET_DEFAULT_SIZES);
	context = GenerationContextCreate(parent, "tnplan rows", first, ALLOCSET_DEFAULT_INITSIZE,
									  ALLOCSET_DEFAULT_MAXSIZE);
	/* The first block begins with the context itself. */
	advise_huge_pages(context, first);
	return context;
}

/*
 * Detoasting.
 */

/* How much is read at once. */
#define SLICE ((Size) 1024 * 1024)

/* Whether a part of a value can be read without the rest: it is out of line, and not compressed. */
bool
can_be_sliced(Datum datum)
{
	struct varlena *value = (struct varlena *) DatumGetPointer(datum);
	struct varatt_external pointer;

	if (!VARATT_IS_EXTERNAL_ONDISK(value))
		return false;
	VARATT_EXTERNAL_GET_POINTER(pointer, value);
	return !VARATT_EXTERNAL_IS_COMPRESSED(pointer);
}

/*
 * A detoasted value, as PG_DETOAST_DATUM() has it.  One that is large, and was not compressed,
 * is read in slices, so that the memory that it takes can be asked for in huge pages.
 */
struct varlena *
detoast_huge(Datum datum)
{
	Size		size;
	struct varlena *value;

	if (!can_be_sliced(datum) || (size = toast_raw_datum_size(datum)) < MIN_TO_ADVISE)
		return PG_DETOAST_DATUM(datum);
	value = allocate_huge(size);
	SET_VARSIZE(value, size);
	for (Size at = 0; at < size - VARHDRSZ; at += SLICE)
	{
		struct varlena *slice = PG_DETOAST_DATUM_SLICE(datum, at, SLICE);
		Size		length = VARSIZE_ANY_EXHDR(slice);

		CHECK_FOR_INTERRUPTS();
		if (length != Min(SLICE, size - VARHDRSZ - at))
			ereport(ERROR,
					(errcode(ERRCODE_DATA_CORRUPTED),
					 errmsg("toasted value ends too early")));
		memcpy(VARDATA(value) + at, VARDATA_ANY(slice), length);
		pfree(slice);
	}
	return value;
}
