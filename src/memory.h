/*
 * memory.h
 *		Memory of many megabytes.
 *
 * The first touch of a page is dear, above all on virtual machines.  Where the system has huge
 * pages for those who ask, one touch serves 512 of the usual ones.
 */
#ifndef TNPLAN_MEMORY_H
#define TNPLAN_MEMORY_H

/* The usual size of a huge page; where it is another one, the system rounds. */
#define HUGE_PAGE ((Size) 2 * 1024 * 1024)

extern void advise_huge_pages(void *memory, Size size);
extern void copy_huge(void *to, const void *from, Size size);
extern void clear_huge(void *memory, Size size);
extern void *allocate_huge_in(MemoryContext context, Size size);
extern void *allocate_huge_zero(MemoryContext context, Size size);
extern void *reallocate_huge(void *memory, Size used, Size size);
extern MemoryContext new_row_context(MemoryContext parent, Size expected);
extern bool can_be_sliced(Datum datum);
extern struct varlena *detoast_huge(Datum datum);
extern struct varlena *detoast_huge_up_to(Datum datum, Size size);

static inline void *
allocate_huge(Size size)
{
	return allocate_huge_in(CurrentMemoryContext, size);
}

#endif							/* TNPLAN_MEMORY_H */
