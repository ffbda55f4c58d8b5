/*
 * sliced.c
 *		Reading a stored value in parts.
 */
#include "postgres.h"

#include "access/detoast.h"
#include "access/heaptoast.h"

#include "memory.h"
#include "sliced.h"
#include "type.h"

/*
 * What is peeked at is fetched with what stands around it.  These bytes, which are whole chunks of
 * the table that the value is stored in, cost about as much to fetch as one of them.
 */
#define WINDOW_SIZE (2 * TOAST_MAX_CHUNK_SIZE)

StaticAssertDecl(WINDOW_SIZE % sizeof(int64) == 0, "windows begin where their bytes are aligned");

/* A value that is not larger takes no longer to fetch whole. */
#define MIN_SIZE (2 * WINDOW_SIZE)

/* Begin to read a value in parts; false where it must be read whole. */
bool
begin_slices(SlicedValue *value, Datum datum, const char *type)
{
	memset(value, 0, sizeof(*value));
	value->datum = datum;
	value->type = type;
	if (!can_be_sliced(datum))
		return false;
	value->size = toast_raw_datum_size(datum);
	return value->size > MIN_SIZE;
}

/* Read the parts of a value that has been fetched whole. */
void
set_whole(SlicedValue *value, const void *whole)
{
	value->whole = whole;
	value->size = VARSIZE(whole);
}

/* A value may say that it has more than it has. */
static void
check_part(const SlicedValue *value, size_t offset, size_t size)
{
	if (offset < VARHDRSZ || size > value->size || offset > value->size - size)
		report_binary_error(value->type);
}

/*
 * Fetch some bytes of a value.  What a slice holds stands behind a header of VARHDRSZ bytes, as in
 * the value: it is aligned as it is there if the slice begins at a multiple of 8 bytes.
 */
static SlicedWindow
fetch(const SlicedValue *value, size_t offset, size_t size)
{
	size_t		before = (offset - VARHDRSZ) % sizeof(int64);
	size_t		begin = offset - before;
	struct varlena *slice = PG_DETOAST_DATUM_SLICE(value->datum, begin - VARHDRSZ, size + before);

	if (VARSIZE(slice) - VARHDRSZ < size + before)
		report_binary_error(value->type);
	return (SlicedWindow) {begin, size + before, slice, VARDATA(slice)};
}

/* Some bytes of the value, from an offset that counts its header too; they are kept. */
const void *
sliced_part(SlicedValue *value, size_t offset, size_t size)
{
	SlicedWindow part;

	check_part(value, offset, size);
	if (value->whole != NULL)
		return (const char *) value->whole + offset;
	part = fetch(value, offset, size);
	return part.bytes + (offset - part.begin);
}

/* Fetch the bytes around some in the place of what has been unused for longest. */
static const SlicedWindow *
move_window(SlicedValue *value, size_t offset, size_t size)
{
	SlicedWindow *window = &value->window[value->unused];
	size_t		begin = (offset - VARHDRSZ) / WINDOW_SIZE * WINDOW_SIZE + VARHDRSZ;
	size_t		windows = (offset + size - begin + WINDOW_SIZE - 1) / WINDOW_SIZE;

	if (window->size > 0)
		pfree(window->slice);
	*window = fetch(value, begin, Min(windows * WINDOW_SIZE, value->size - begin));
	return window;
}

static bool
has_bytes(const SlicedWindow *window, size_t offset, size_t size)
{
	return offset >= window->begin && offset + size <= window->begin + window->size;
}

/* The same for a few bytes, which the call after the next may take away. */
const void *
sliced_peek(SlicedValue *value, size_t offset, size_t size)
{
	const SlicedWindow *window = &value->window[0];

	check_part(value, offset, size);
	if (value->whole != NULL)
		return (const char *) value->whole + offset;
	if (!has_bytes(window, offset, size) && !has_bytes(++window, offset, size))
		window = move_window(value, offset, size);
	value->unused = window == &value->window[0] ? 1 : 0;
	return window->bytes + (offset - window->begin);
}
