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

/* Rows that are NULL in other columns than so many forms of them are formed one by one. */
#define MAX_ROW_FORMS 8

/* A tuple to write rows into. */
typedef struct RowTemplate
{
	TupleTableSlot *slot;		/* has the tuple; NULL before the first row */
	char	   *place[MAX_ROW_COLUMNS]; /* of each column in it; NULL where that is null */
} RowTemplate;

/* Rows by value that are NULL in the same columns. */
typedef struct RowForm
{
	uint32		nulls;			/* a bit for each column */
	RowTemplate template;
} RowForm;

typedef struct RowSink
{
	Tuplestorestate *store;
	TupleDesc	desc;
	bool		by_value;		/* all columns are */
	int			forms;
	RowForm		form[MAX_ROW_FORMS];
} RowSink;

static inline void
begin_rows(FunctionCallInfo fcinfo, RowSink *sink)
{
	ReturnSetInfo *rsinfo;

	InitMaterializedSRF(fcinfo, 0);
	rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	sink->store = rsinfo->setResult;
	sink->desc = rsinfo->setDesc;
	sink->forms = 0;
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
	Size		size = SizeofMinimalTupleHeader + 1;
	MemoryContext context = rsinfo->econtext->ecxt_per_query_memory;

	for (int i = 0; i < sink->desc->natts; i++)
		size += column_size(TupleDescAttr(sink->desc, i));
	/* Each is aligned, behind a head of the memory context; a growing array points at them. */
	size = MAXALIGN(size) + 5 * sizeof(void *);
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

/* Write a row whose columns are all by value over that of a template, which has the same nulls. */
static inline void
write_over_template(const RowTemplate *template, TupleDesc desc, const Datum *values,
					const bool *nulls)
{
	for (int i = 0; i < desc->natts; i++)
		if (!nulls[i])
			store_att_byval(template->place[i], values[i], TupleDescAttr(desc, i)->attlen);
}

static inline uint32
null_columns(const bool *nulls, int columns)
{
	uint32		bits = 0;

	for (int i = 0; i < columns; i++)
		bits |= (uint32) nulls[i] << i;
	return bits;
}

/* The form that a row by value has, or the room for one, or NULL. */
static inline RowForm *
form_of_row(RowSink *sink, uint32 nulls)
{
	for (int i = 0; i < sink->forms; i++)
		if (sink->form[i].nulls == nulls)
			return &sink->form[i];
	return sink->forms < MAX_ROW_FORMS ? &sink->form[sink->forms] : NULL;
}

static inline void
return_row(RowSink *sink, Datum *values, bool *nulls)
{
	uint32		bits = null_columns(nulls, sink->desc->natts);
	RowForm    *form = sink->by_value ? form_of_row(sink, bits) : NULL;

	if (form == NULL)
	{
		tuplestore_putvalues(sink->store, sink->desc, values, nulls);
		return;
	}
	if (form == &sink->form[sink->forms])
	{
		form->nulls = bits;
		form->template.slot = NULL;
		form_template(&form->template, sink->desc, values, nulls);
		sink->forms++;
	}
	else
		write_over_template(&form->template, sink->desc, values, nulls);
	tuplestore_puttupleslot(sink->store, form->template.slot);
}

#endif							/* TNPLAN_ROWS_H */
