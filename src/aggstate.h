/*
 * aggstate.h
 *		The state of an aggregate: where it lives, and when it may be changed in place.
 */
#ifndef TNPLAN_AGGSTATE_H
#define TNPLAN_AGGSTATE_H

#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/nodes.h"
#include "utils/memutils.h"

#include "compat.h"
#include "memory.h"

/*
 * States of a fixed size are changed in place.  A new one is allocated in the current memory
 * context: the executor copies it into that of the aggregate.
 */

/* AggCheckCallContext() would say the same, at the price of a call a row. */
static inline bool
is_in_aggregate(FunctionCallInfo fcinfo)
{
	return fcinfo->context != NULL &&
		(IsA(fcinfo->context, AggState) || IsA(fcinfo->context, WindowAggState));
}

static inline bool
is_in_window(FunctionCallInfo fcinfo)
{
	return fcinfo->context != NULL && IsA(fcinfo->context, WindowAggState);
}

/* The state itself in an aggregate; for other callers, whose value it is, a copy. */
static inline void *
state_to_change(FunctionCallInfo fcinfo, void *state, size_t size)
{
	if (likely(is_in_aggregate(fcinfo)))
		return state;
	return memcpy(palloc(size), state, size);
}

/* What a transition returns when a row adds nothing. */
static inline Datum
unchanged_state(FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	return PG_GETARG_DATUM(0);
}

/*
 * With many groups a state is cold when its next row comes: ask for all the cache lines
 * that a row changes at once, before the first is waited for.
 */
static pg_attribute_always_inline void
prefetch_state(const void *state, size_t size)
{
	for (size_t i = 0; i < size; i += 64)
		__builtin_prefetch((const char *) state + i, 1);
	__builtin_prefetch((const char *) state + size - 1, 1);
}

/*
 * States that grow with the rows, beyond 1 GB if need be, are internal.
 */

static inline MemoryContext
aggregate_context(FunctionCallInfo fcinfo)
{
	MemoryContext context;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "aggregate function called in non-aggregate context");
	return context;
}

/* The array with room for so many elements; it may have moved. */
static inline void *
reserve_elements(MemoryContext context, void *array, uint64 *capacity, uint64 needed, size_t size)
{
	uint64		used = *capacity;

	if (likely(needed <= used))
		return array;
	*capacity = Max(needed, used == 0 ? 4 : used * 2);
	if (array == NULL)
		return allocate_huge_in(context, *capacity * size);
	return reallocate_huge(array, used * size, *capacity * size);
}

/*
 * For maps that want memory that begins at a cache line, or a huge page where it has any: where it
 * really began stands before.
 */
static inline void *
allocate_aligned(void *context, size_t size)
{
	size_t		boundary = size < HUGE_PAGE ? PG_CACHE_LINE_SIZE : HUGE_PAGE;
	char	   *memory = allocate_huge_in(context, size + sizeof(void *) + boundary);
	void	  **aligned = (void **) TYPEALIGN(boundary, memory + sizeof(void *));

	aligned[-1] = memory;
	return aligned;
}

static inline void
release_aligned(void *context, void *pointer)
{
	pfree(((void **) pointer)[-1]);
}

/* For kernels, which call it between the passes of long loops. */
static inline void
check_for_interrupts(void)
{
	CHECK_FOR_INTERRUPTS();
}

/* An empty bytea with room for a partial state, which a worker sends in one piece. */
static inline bytea *
new_partial_state(uint64 size, const char *rows)
{
	bytea	   *bytes;

	if (!AllocSizeIsValid(VARHDRSZ + size))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many %s for a parallel plan", rows),
				 errdetail("What a worker sends must be less than 1 GB."),
				 errhint("Set max_parallel_workers_per_gather to 0.")));
	bytes = palloc(VARHDRSZ + size);
	SET_VARSIZE(bytes, VARHDRSZ + size);
	return bytes;
}

#endif							/* TNPLAN_AGGSTATE_H */
