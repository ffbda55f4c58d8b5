/*
 * sliced.h
 *		Reading a stored value in parts.
 *
 * A value that is stored out of line and uncompressed need not be fetched whole for the sake of
 * some of its bytes.  Any other is read whole, by the same calls:
 *
 *		if (!begin_slices(&value, datum, "plan_ranking"))
 *			set_whole(&value, ... the detoasted value, checked);
 *		cells = sliced_part(&value, offset, size);
 */
#ifndef TNPLAN_SLICED_H
#define TNPLAN_SLICED_H

#include "fmgr.h"

/* Bytes that have been fetched, in memory that is aligned as they are in the value. */
typedef struct SlicedWindow
{
	size_t		begin;			/* in the value, whose header counts */
	size_t		size;			/* 0 where there are none */
	struct varlena *slice;
	const char *bytes;
} SlicedWindow;

typedef struct SlicedValue
{
	Datum		datum;
	const char *type;			/* for error messages */
	size_t		size;			/* of the whole value, with its header */
	const void *whole;			/* or NULL, where it is read by slices */
	SlicedWindow window[2];		/* since keys are sought in two places by turns */
	int			unused;			/* for longer than the other */
} SlicedValue;

extern bool begin_slices(SlicedValue *value, Datum datum, const char *type);
extern void set_whole(SlicedValue *value, const void *whole);
extern const void *sliced_part(SlicedValue *value, size_t offset, size_t size);
extern const void *sliced_peek(SlicedValue *value, size_t offset, size_t size);

#endif							/* TNPLAN_SLICED_H */
