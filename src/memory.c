/*
 * memory.c
 *		Memory of many megabytes.
 */
#include "postgres.h"

#ifndef WIN32
#include <sys/mman.h>
#endif

#include "access/detoast.h"
#include "access/table.h"
#include "access/tableam.h"
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

/* What is copied or cleared before a query is let be cancelled: a few milliseconds. */
#define STEP ((Size) 8 * 1024 * 1024)

/* memcpy() of many megabytes, which takes as long as they are first touched. */
void
copy_huge(void *to, const void *from, Size size)
{
	for (Size at = 0; at < size; at += STEP)
	{
		CHECK_FOR_INTERRUPTS();
		memcpy((char *) to + at, (const char *) from + at, Min(STEP, size - at));
	}
}

void
clear_huge(void *memory, Size size)
{
	for (Size at = 0; at < size; at += STEP)
	{
		CHECK_FOR_INTERRUPTS();
		memset((char *) memory + at, 0, Min(STEP, size - at));
	}
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
	void	   *memory = allocate_huge_in(context, size);

	clear_huge(memory, size);
	return memory;
}

/*
 * Larger memory, with the bytes of the old that are used.  The system may not be able to move
 * memory that was asked for in huge pages, and would then touch the new in small ones.
 */
void *
reallocate_huge(void *memory, Size used, Size size)
{
	void	   *larger;

	if (size < MIN_TO_ADVISE)
		return repalloc(memory, size);
	larger = allocate_huge_in(GetMemoryChunkContext(memory), size);
	copy_huge(larger, memory, used);
	pfree(memory);
	return larger;
}

/*
 * A context for rows that are expected to take so many bytes together: they stand closely in
 * blocks, the first of which has room for all of them.
 */
MemoryContext
new_row_context(MemoryContext parent, Size expected)
{
	Size		first = Min(MAXALIGN(expected), MAXALIGN_DOWN(MaxAllocSize));
	MemoryContext context;

	if (first < MIN_TO_ADVISE)
		return GenerationContextCreate(parent, "tnplan rows", ALLOCSET_DEFAULT_SIZES);
	/* The first block must not be larger than blocks may become. */
	context = GenerationContextCreate(parent, "tnplan rows", first, ALLOCSET_DEFAULT_INITSIZE,
									  Max(first, ALLOCSET_DEFAULT_MAXSIZE));
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

/* Read the first bytes of a value that can be sliced, which has as many, to where they belong. */
static struct varlena *
fetch_in_place(Datum datum, Size size)
{
	struct varatt_external pointer;
	struct varlena *value = allocate_huge(size);
	Relation	toast;

	VARATT_EXTERNAL_GET_POINTER(pointer, (struct varlena *) DatumGetPointer(datum));
	toast = table_open(pointer.va_toastrelid, AccessShareLock);
	SET_VARSIZE(value, size);
	for (Size at = 0; at < size - VARHDRSZ; at += SLICE)
	{
		/* What is read goes behind the header of a value, which is not touched. */
		struct varlena *slice = (struct varlena *) ((char *) value + at);

		CHECK_FOR_INTERRUPTS();
		table_relation_fetch_toast_slice(toast, pointer.va_valueid,
										 VARATT_EXTERNAL_GET_EXTSIZE(pointer), at,
										 Min(SLICE, size - VARHDRSZ - at), slice);
	}
	table_close(toast, AccessShareLock);
	return value;
}

/*
 * A detoasted value, as PG_DETOAST_DATUM() has it.  One that is large, and was not compressed,
 * is read into memory in huge pages.
 */
struct varlena *
detoast_huge(Datum datum)
{
	Size		size;

	if (!can_be_sliced(datum) || (size = toast_raw_datum_size(datum)) < MIN_TO_ADVISE)
		return PG_DETOAST_DATUM(datum);
	return fetch_in_place(datum, size);
}

/* Its first bytes alone, header and all; more of them where it cannot be sliced. */
struct varlena *
detoast_huge_up_to(Datum datum, Size size)
{
	if (!can_be_sliced(datum))
		return PG_DETOAST_DATUM(datum);
	return fetch_in_place(datum, Min(size, toast_raw_datum_size(datum)));
}
