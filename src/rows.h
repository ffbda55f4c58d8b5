/*
 * rows.h
 *		Returning many rows from a function.
 *
 * Rows that have nulls in the same columns, and values of the same sizes in the others, differ in
 * nothing but their values: they are written into one tuple, which is put away again and again.
 * That takes half the time of forming each.
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

/* A tuple to write rows into. */
typedef struct RowTemplate
{
	TupleTableSlot *slot;		/* has the tuple; NULL before the first row */
	char	   *place[MAX_ROW_COLUMNS]; /* of each column in it; NULL where that is null */
} RowTemplate;

typedef struct RowSink
{
	Tuplestorestate *store;
	TupleDesc	desc;
	bool		by_value;		/* all columns are */
	RowTemplate template;		/* of rows without nulls, where they are */
} RowSink;

static inline void
begin_rows(FunctionCallInfo fcinfo, RowSink *sink)
{
	ReturnSetInfo *rsinfo;

	InitMaterializedSRF(fcinfo, 0);
	rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	sink->store = rsinfo->setResult;
	sink->desc = rsinfo->setDesc;
	sink->template.slot = NULL;
	sink->by_value = sink->desc->natts <= MAX_ROW_COLUMNS;
	for (int i = 0; i < sink->desc->natts; i++)
		sink->by_value = sink->by_value && TupleDescAttr(sink->desc, i)->attbyval;
}

/* About how many bytes values of a column take; those in plain storage are states. */
static inline Size
column_size(Form_pg_attribute column)
{
	if (column->attlen > 0)
		return column->attlen;
	return column->attstorage == TYPSTORAGE_PLAIN ? 128 : 32;
}

/*
 * Say how many rows will come, before the first: if they are many, they get memory that suits.
 * PostgreSQL 17 and later have such memory of their own.  The caller leaves fn_extra alone.
 */
static inline void
expect_rows(FunctionCallInfo fcinfo, RowSink *sink, uint64 rows)
{
#if PG_VERSION_NUM < 170000
	FmgrInfo   *flinfo = fcinfo->flinfo;
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Size		size = SizeofMinimalTupleHeader + 3 * sizeof(void *);
	MemoryContext context = rsinfo->econtext->ecxt_per_query_memory;

	for (int i = 0; i < sink->desc->natts; i++)
		size += column_size(TupleDescAttr(sink->desc, i));
	/* The rows of the call before, as of another row of a lateral join, are gone. */
	if (flinfo->fn_extra != NULL)
		MemoryContextDelete(flinfo->fn_extra);
	flinfo->fn_extra = NULL;
	if (rows < MANY_ROWS)
		return;
	tuplestore_end(sink->store);
	context = new_row_context(context, Min(rows * size, work_mem * (Size) 1024));
	flinfo->fn_extra = context;
	context = MemoryContextSwitchTo(context);
	sink->store = tuplestore_begin_heap((rsinfo->allowedModes & SFRM_Materialize_Random) != 0,
										false, work_mem);
	MemoryContextSwitchTo(context);
	rsinfo->setResult = sink->store;
#endif
}

/*
 * Form the tuple that others will be written over, in the place of one of another form.  It lives
 * in the current memory context.
 */
static inline void
form_template(RowTemplate *template, TupleDesc desc, Datum *values, bool *nulls)
{
	MinimalTuple tuple = heap_form_minimal_tuple(desc, values, nulls
#if PG_VERSION_NUM >= 180000
												 ,0
#endif
		);
	char	   *begin = (char *) tuple - MINIMAL_TUPLE_OFFSET + tuple->t_hoff;
	size_t		offset = 0;

	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute column = TupleDescAttr(desc, i);

		template->place[i] = NULL;
		if (nulls[i])
			continue;
		offset = att_align_pointer(offset, column->attalign, column->attlen, begin + offset);
		template->place[i] = begin + offset;
		offset = att_addlength_pointer(offset, column->attlen, begin + offset);
	}
	if (template->slot == NULL)
		template->slot = MakeSingleTupleTableSlot(desc, &TTSOpsMinimalTuple);
	ExecStoreMinimalTuple(tuple, template->slot, true);
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
	if (sink->template.slot == NULL)
		form_template(&sink->template, sink->desc, values, nulls);
	else
		for (int i = 0; i < sink->desc->natts; i++)
			store_att_byval(sink->template.place[i], values[i],
							TupleDescAttr(sink->desc, i)->attlen);
	tuplestore_puttupleslot(sink->store, sink->template.slot);
}

#endif							/* TNPLAN_ROWS_H */
