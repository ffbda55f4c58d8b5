/*
 * spill.h
 *		A stack of records of one size; those beyond work_mem are on disk.
 *
 * Rows that are made in the opposite order of that in which they are returned go through
 * it.  The records that came first are written in blocks, and read back in them.
 */
#ifndef TNPLAN_SPILL_H
#define TNPLAN_SPILL_H

#include "storage/buffile.h"

typedef struct SpillStack
{
	Size		record;			/* size of each */
	int64		count;			/* of those in memory */
	int64		capacity;		/* room that there is for them */
	int64		most;			/* which may grow up to this; a block on disk has as many */
	char	   *records;
	BufFile    *file;			/* NULL while none are on disk */
	int64		blocks;			/* on disk */
} SpillStack;

extern void spill_begin(SpillStack *stack, Size record);
extern void spill_make_room(SpillStack *stack);
extern bool spill_read_block(SpillStack *stack);
extern void spill_end(SpillStack *stack);

/* Room for a further record; it stays where it is until the next one. */
static inline void *
spill_push(SpillStack *stack)
{
	if (unlikely(stack->count == stack->capacity))
		spill_make_room(stack);
	return stack->records + stack->count++ * stack->record;
}

/* The last record, which is then gone; NULL where there is none. */
static inline const void *
spill_pop(SpillStack *stack)
{
	if (unlikely(stack->count == 0) && !spill_read_block(stack))
		return NULL;
	return stack->records + --stack->count * stack->record;
}

#endif							/* TNPLAN_SPILL_H */
