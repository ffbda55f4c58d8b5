/*
 * pieces.h
 *		Stored states that grow, merged by an aggregate whose state is of their own type.
 *
 * Merging two large values for each row would be quadratic.  So plan_rollup gathers values in
 * pieces: its state is a value of the type whose format word has a flag, and which holds whole
 * values one after another.  Now and then they are merged into one.  Such a state may be stored
 * or shipped like any other value: readers merge the pieces first, and no text and no binary form
 * has them.
 *
 * A type that takes part is a varlena whose second word is its format, at double alignment.
 */
#ifndef TNPLAN_PIECES_H
#define TNPLAN_PIECES_H

#include "fmgr.h"

#include "compat.h"

/* In the format word of a value in pieces. */
#define FORMAT_IN_PIECES UINT32_C(0x80000000)

typedef struct PieceType
{
	const char *name;			/* of the type */
	uint32		version;		/* the low byte of the format word */
	/* Raise an error unless a value that is not in pieces is sound. */
	void		(*check) (const struct varlena *value);
	/* The merger of so many sound values, which is allocated. */
	struct varlena *(*merge) (const struct varlena *const *values, uint64 count);
} PieceType;

extern const struct varlena *whole_from_datum(const PieceType *type, Datum datum);
extern Datum merge_in_pieces(FunctionCallInfo fcinfo, const PieceType *type);

#endif							/* TNPLAN_PIECES_H */
