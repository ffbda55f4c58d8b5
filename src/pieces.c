/*
 * pieces.c
 *		Stored states that grow, merged by an aggregate whose state is of their own type.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "aggstate.h"
#include "pieces.h"
#include "type.h"

/*
 * A value in pieces: whole values one after another, each at maximal alignment, and behind them
 * room for more, which the size of the value includes: the executor copies a state by that.
 */
typedef struct Pieces
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* version and FORMAT_IN_PIECES */
	uint64		used;			/* bytes of the pieces */
	char		piece[FLEXIBLE_ARRAY_MEMBER];
} Pieces;

#define MAX_USED (MaxAllocSize - sizeof(Pieces))

/* Pieces are not merged before they take so many bytes. */
#define MIN_BYTES_TO_MERGE 524288

/* Nor before they take so many times what the last merger took. */
#define GROWTH_TO_MERGE 4

static uint32
format_of(const struct varlena *value)
{
	uint32		format;

	if (VARSIZE(value) < VARHDRSZ + sizeof(format))
		return 0;
	memcpy(&format, VARDATA(value), sizeof(format));
	return format;
}

static bool
is_in_pieces(const struct varlena *value)
{
	return (format_of(value) & FORMAT_IN_PIECES) != 0;
}

/* The bytes that a value takes as a piece. */
static uint64
size_as_piece(const struct varlena *value)
{
	return MAXALIGN(VARSIZE(value));
}

/* The piece at an offset, which is checked to be a sound value. */
static const struct varlena *
checked_piece(const PieceType *type, const Pieces *pieces, uint64 at)
{
	const struct varlena *piece = (const struct varlena *) (pieces->piece + at);

	if (pieces->used - at < VARHDRSZ + sizeof(uint32) || !VARATT_IS_4B_U(piece) ||
		VARSIZE(piece) < VARHDRSZ + sizeof(uint32) || size_as_piece(piece) > pieces->used - at ||
		is_in_pieces(piece))
		report_binary_error(type->name);
	type->check(piece);
	return piece;
}

static void
check_pieces(const PieceType *type, const Pieces *pieces)
{
	if (pieces->format != (type->version | FORMAT_IN_PIECES))
		report_format_version(type->name, pieces->format & 0xff);
	if (VARSIZE(pieces) < sizeof(Pieces) || pieces->used == 0 ||
		pieces->used > VARSIZE(pieces) - sizeof(Pieces) || pieces->used != MAXALIGN(pieces->used))
		report_binary_error(type->name);
}

/* The values that make up a value, which are checked; NULL only counts them. */
static uint64
values_of(const PieceType *type, const struct varlena *value, const struct varlena **values)
{
	const Pieces *pieces = (const Pieces *) value;
	uint64		count = 0;

	if (!is_in_pieces(value))
	{
		type->check(value);
		if (values != NULL)
			values[0] = value;
		return 1;
	}
	check_pieces(type, pieces);
	for (uint64 at = 0; at < pieces->used;)
	{
		const struct varlena *piece = checked_piece(type, pieces, at);

		CHECK_FOR_INTERRUPTS();
		if (values != NULL)
			values[count] = piece;
		count++;
		at += size_as_piece(piece);
	}
	return count;
}

/* The merger of a value, and of another if there is one. */
static struct varlena *
merge_values(const PieceType *type, const struct varlena *value, const struct varlena *other)
{
	uint64		count = values_of(type, value, NULL);
	uint64		others = other != NULL ? values_of(type, other, NULL) : 0;
	const struct varlena **values = allocate_huge((count + others) * sizeof(struct varlena *));
	struct varlena *merged;

	values_of(type, value, values);
	if (other != NULL)
		values_of(type, other, values + count);
	merged = type->merge(values, count + others);
	pfree(values);
	return merged;
}

/* A value that is detoasted, sound, and not in pieces. */
const struct varlena *
whole_from_datum(const PieceType *type, Datum datum)
{
	struct varlena *value = detoast_huge(datum);
	struct varlena *merged;

	if (likely(!is_in_pieces(value)))
	{
		type->check(value);
		return value;
	}
	merged = merge_values(type, value, NULL);
	if (value != (struct varlena *) DatumGetPointer(datum))
		pfree(value);
	return merged;
}

/* Bytes of the pieces of a value, and where the first begins. */
static uint64
pieces_of(const struct varlena *value, const char **first)
{
	if (is_in_pieces(value))
	{
		*first = ((const Pieces *) value)->piece;
		return ((const Pieces *) value)->used;
	}
	*first = (const char *) value;
	return size_as_piece(value);
}

/* Put the pieces of a value behind those that there are; there is room, which is zero. */
static void
append_pieces(Pieces *pieces, const struct varlena *value)
{
	const char *first;
	uint64		size = pieces_of(value, &first);
	uint64		given = is_in_pieces(value) ? size : VARSIZE(value);

	copy_huge(pieces->piece + pieces->used, first, given);
	pieces->used += size;
}

/* The pieces of a value, with room for as many again and for others of some bytes. */
static Pieces *
new_pieces(const PieceType *type, const struct varlena *value, uint64 more)
{
	const char *first;
	uint64		used = pieces_of(value, &first);
	Size		size = sizeof(Pieces) + Min(2 * used + more, MAX_USED);
	Pieces	   *pieces = allocate_huge_zero(CurrentMemoryContext, size);

	SET_VARSIZE(pieces, size);
	pieces->format = type->version | FORMAT_IN_PIECES;
	pieces->used = 0;
	append_pieces(pieces, value);
	return pieces;
}

/*
 * Whether pieces should be merged: they have grown to several times what the last merger took,
 * which is the first of them; or there would be no room for more.
 */
static bool
should_merge(uint64 used, uint64 more, const char *first)
{
	uint64		least = Max(GROWTH_TO_MERGE * size_as_piece((const struct varlena *) first),
							  MIN_BYTES_TO_MERGE);

	return used + more > Min(least, MAX_USED);
}

/*
 * (state, value): the transition and combine function of plan_rollup, and the operator +.  An
 * aggregate's state is changed in place; a new one is not made in its memory, since the executor
 * copies it there.
 */
Datum
merge_in_pieces(FunctionCallInfo fcinfo, const PieceType *type)
{
	struct varlena *state = PG_DETOAST_DATUM(PG_GETARG_DATUM(0));
	struct varlena *value = PG_DETOAST_DATUM(PG_GETARG_DATUM(1));
	Pieces	   *pieces = (Pieces *) state;
	const char *first;
	uint64		used,
				more;

	/* Values of many megabytes are fetched and copied; each is a step. */
	CHECK_FOR_INTERRUPTS();
	if (!is_in_aggregate(fcinfo))
		PG_RETURN_POINTER(merge_values(type, state, value));
	if (is_in_pieces(state))
		check_pieces(type, pieces);
	more = pieces_of(value, &first);
	used = pieces_of(state, &first);
	values_of(type, value, NULL);
	if (should_merge(used, more, first))
		PG_RETURN_POINTER(merge_values(type, state, value));
	if (!is_in_pieces(state) || sizeof(Pieces) + used + more > VARSIZE(pieces))
		pieces = new_pieces(type, state, more);
	append_pieces(pieces, value);
	CHECK_FOR_INTERRUPTS();
	PG_RETURN_POINTER(pieces);
}
