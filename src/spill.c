/*
 * spill.c
 *		A stack of records of one size; those beyond work_mem are on disk.
 */
#include "postgres.h"

#include "commands/tablespace.h"
#include "miscadmin.h"
#include "utils/memdebug.h"
#include "utils/memutils.h"

#include "memory.h"
#include "spill.h"

#define FIRST_CAPACITY 64

void
spill_begin(SpillStack *stack, Size record)
{
	memset(stack, 0, sizeof(*stack));
	stack->record = record;
	stack->most = Max((int64) work_mem * 1024 / (int64) record, FIRST_CAPACITY);
	stack->capacity = FIRST_CAPACITY;
	stack->records = palloc(stack->capacity * record);
}

/* Where a block begins in the file, in pages: each begins with one. */
static int64
first_page(const SpillStack *stack, int64 block)
{
	return block * ((stack->most * (int64) stack->record + BLCKSZ - 1) / BLCKSZ);
}

static void
seek_block(SpillStack *stack, int64 block)
{
	if (BufFileSeekBlock(stack->file, first_page(stack, block)) != 0)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not seek in temporary file: %m")));
}

static void
write_block(SpillStack *stack)
{
	if (stack->file == NULL)
	{
		PrepareTempTablespaces();
		stack->file = BufFileCreateTemp(false);
	}
	seek_block(stack, stack->blocks++);
	/* Records are filled as far as they are used; nobody reads the rest. */
	VALGRIND_MAKE_MEM_DEFINED(stack->records, stack->count * stack->record);
	BufFileWrite(stack->file, stack->records, stack->count * stack->record);
	stack->count = 0;
}

/* Memory is full: it grows, or what is in it goes to disk. */
void
spill_make_room(SpillStack *stack)
{
	CHECK_FOR_INTERRUPTS();
	if (stack->capacity == stack->most)
		write_block(stack);
	else
	{
		stack->capacity = Min(stack->capacity * 2, stack->most);
		stack->records = reallocate_huge(stack->records, stack->count * stack->record,
										 stack->capacity * stack->record);
	}
}

/* Bring the last block back into memory; false where there is none. */
bool
spill_read_block(SpillStack *stack)
{
	Size		size = stack->most * stack->record;

	CHECK_FOR_INTERRUPTS();
	if (stack->blocks == 0)
		return false;
	seek_block(stack, --stack->blocks);
	if (BufFileRead(stack->file, stack->records, size) != size)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not read from temporary file: %m")));
	stack->count = stack->most;
	return true;
}

void
spill_end(SpillStack *stack)
{
	if (stack->file != NULL)
		BufFileClose(stack->file);
	pfree(stack->records);
}
