/*
 * rows.h
 *		Returning many rows from a function.
 *
 * Rows whose columns are all by value and not null differ in nothing but their values:
 * they are written into one tuple, which is put away again and again.  That takes half
 * the time of forming each.
 */
#ifndef TNPLAN_ROWS_H
#define TNPLAN_ROWS_H

#include "access/htup_details.h"
#include "access/tupmacs.h"
#include "executor/tuptable.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/tuplestore.h"

#include "memory.h"

#define MAX_ROW_COLUMNS 10

/* Fewer rows than this are as well in the memory that PostgreSQL gives them. */
#define MANY_ROWS 65536

typedef struct RowSink
{
	Tuplestorestate *store;
	TupleDesc	desc;
	bool		by_value;		/* all columns are */
	TupleTableSlot *slot;		/* has the tuple, once there is one */
	char	   *place[MAX_ROW_COLUMNS]; /* of each column in it */
} RowSink;

static inline void
begin_rows(FunctionCallInfo fcinfo, RowSink *sink)
{
	ReturnSetInfo *rsinfo;

	InitMaterializedSRF(fcinfo, 0);
	rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	sink->store = rsinfo->setResult;
	sink->desc = rsinfo->setDesc;
	sink->slot = NULL;
	sink->by_value = sink->desc->natts <= MAX_ROW_COLUMNS;
	for (int i = 0; i < sink->desc->natts; i++)
		sink->by_value = sink->by_value && TupleDescAttr(sink->desc, i)->attbyval;
}

/*
 * Say how many rows will come, before the first: if they are many, they get memory that suits.
 * PostgreSQL 17 and later have such memory of their own.
 */
static inline void
expect_rows(FunctionCallInfo fcinfo, RowSink *sink, uint64 rows)
{
#if PG_VERSION_NUM < 170000
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Size		size = SizeofMinimalTupleHeader + 3 * sizeof(void *);
	MemoryContext context = rsinfo->econtext->ecxt_per_query_memory;

	for (int i = 0; i < sink->desc->natts; i++)
		size += TupleDescAttr(sink->desc, i)->attlen > 0 ? TupleDescAttr(sink->desc, i)->attlen : 32;
	if (rows < MANY_ROWS)
		return;
	tuplestore_end(sink->store);
	context = new_row_context(context, Min(rows * size, work_mem * (Size) 1024));
	context = MemoryContextSwitchTo(context);
	sink->store = tuplestore_begin_heap((rsinfo->allowedModes & SFRM_Materialize_Random) != 0,
										false, work_mem);
	MemoryContextSwitchTo(context);
	rsinfo->setResult = sink->store;
#endif
}

/* The tuple that others will be written over. */
static inline void
form_first_tuple(RowSink *sink, Datum *values, bool *nulls)
{
	MinimalTuple tuple = heap_form_minimal_tuple(sink->desc, values, nulls
#if PG_VERSION_NUM >= 180000
												 ,0
#endif
		);
	char	   *place = (char *) tuple - MINIMAL_TUPLE_OFFSET + tuple->t_hoff;
	size_t		offset = 0;

	for (int i = 0; i < sink->desc->natts; i++)
	{
		Form_pg_attribute column = TupleDescAttr(sink->desc, i);

		offset = att_align_nominal(offset, column->attalign);
		sink->place[i] = place + offset;
		offset += column->attlen;
	}
	sink->slot = MakeSingleTupleTableSlot(sink->desc, &TTSOpsMinimalTuple);
	ExecStoreMinimalTuple(tuple, sink->slot, false);
}

static inline bool
has_nulls(const bool *nulls, int columns)
{
	for (int i = 0; i < columns; i++)
		if (nulls[i])
			return true;
	return false;
}

static inline void
return_row(RowSink *sink, Datum *values, bool *nulls)
{
	if (!sink->by_value || has_nulls(nulls, sink->desc->natts))
	{
		tuplestore_putvalues(sink->store, sink->desc, values, nulls);
		return;
	}
	if (sink->slot == NULL)
		form_first_tuple(sink, values, nulls);
	else
		for (int i = 0; i < sink->desc->natts; i++)
			store_att_byval(sink->place[i], values[i], TupleDescAttr(sink->desc, i)->attlen);
	tuplestore_puttupleslot(sink->store, sink->slot);
}

#endif							/* TNPLAN_ROWS_H */
