/*
 * sample.c
 *		Samples as the internal state of aggregates.
 */
#include "postgres.h"

#include "port/pg_bitutils.h"

#include "memory.h"
#include "sample.h"

/* Of the first piece, with its header. */
#define FIRST_PIECE_SIZE 256

StaticAssertDecl(sizeof(SampleState) <= 256, "the state of few values is small");
StaticAssertDecl(RECENT_NUMBERS % 2 == 0 &&
				 (FIRST_PIECE_SIZE - offsetof(SamplePiece, number)) / sizeof(double) % 2 == 0,
				 "a value and its weight stand together");

SampleState *
new_sample_state(MemoryContext context, uint32 width)
{
	SampleState *state = MemoryContextAlloc(context, sizeof(SampleState));

	memset(state, 0, offsetof(SampleState, number));
	state->width = width;
	return state;
}

static uint64
numbers_of(const SampleState *state, const SamplePiece *piece)
{
	return piece->size - (piece == state->last ? state->room : 0);
}

static void
check_count(uint64 count)
{
	if (count > SAMPLE_MAX_COUNT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many values to keep"),
				 errdetail("At most %d values can be kept.", SAMPLE_MAX_COUNT)));
}

static void
add_piece(SampleState *state)
{
	uint64		kept_size = (uint64) state->kept * state->width * sizeof(double);
	size_t		size = Max(FIRST_PIECE_SIZE, pg_nextpower2_64(kept_size / 4 + 1));
	SamplePiece *piece = allocate_huge_in(GetMemoryChunkContext(state), size);

	piece->previous = state->last;
	piece->size = (size - offsetof(SamplePiece, number)) / sizeof(double);
	state->last = piece;
	state->next = piece->number;
	state->room = piece->size;
}

/* Put numbers into the pieces. */
void
keep_numbers(SampleState *state, const void *from, uint64 count)
{
	check_count(state->kept + count / state->width);
	state->kept += count / state->width;
	while (count > 0)
	{
		uint64		taken;

		if (state->room == 0)
			add_piece(state);
		taken = Min(count, state->room);
		memcpy(state->next, from, taken * sizeof(double));
		from = (const char *) from + taken * sizeof(double);
		state->next += taken;
		state->room -= taken;
		count -= taken;
	}
}

void
keep_recent(SampleState *state)
{
	keep_numbers(state, state->number, state->recent);
	state->recent = 0;
}

void
append_sample(SampleState *state, const SampleState *other)
{
	for (const SamplePiece *piece = other->last; piece != NULL; piece = piece->previous)
		keep_numbers(state, piece->number, numbers_of(other, piece));
	keep_numbers(state, other->number, other->recent);
}

/* Copies all numbers; the target may be unaligned. */
void
copy_sample(const SampleState *state, void *to)
{
	memcpy(to, state->number, state->recent * sizeof(double));
	to = (char *) to + state->recent * sizeof(double);
	for (const SamplePiece *piece = state->last; piece != NULL; piece = piece->previous)
	{
		CHECK_FOR_INTERRUPTS();
		memcpy(to, piece->number, numbers_of(state, piece) * sizeof(double));
		to = (char *) to + numbers_of(state, piece) * sizeof(double);
	}
}

static void
release_pieces(SampleState *state)
{
	while (state->last != NULL)
	{
		SamplePiece *previous = state->last->previous;

		pfree(state->last);
		state->last = previous;
	}
	state->kept = state->recent = state->room = 0;
}

/* All numbers anew, in the order that copy_sample() has. */
static void
replace_sample(SampleState *state, const double *from)
{
	memcpy(state->number, from, state->recent * sizeof(double));
	from += state->recent;
	for (SamplePiece *piece = state->last; piece != NULL; piece = piece->previous)
	{
		memcpy(piece->number, from, numbers_of(state, piece) * sizeof(double));
		from += numbers_of(state, piece);
	}
}

/* From this size on pieces go before the memory is taken that sorting needs. */
#define SIZE_TO_GATHER (1024 * 1024)

static bool
is_in_one_piece(const SampleState *state)
{
	return state->last == NULL || (state->recent == 0 && state->last->previous == NULL);
}

/* All numbers in one piece, which becomes that of the state. */
static void
gather_numbers(SampleState *state)
{
	uint64		count = sample_state_count(state);
	size_t		size = sample_state_size(state);
	SamplePiece *piece = allocate_huge_in(GetMemoryChunkContext(state),
										  offsetof(SamplePiece, number) + size);

	piece->previous = NULL;
	piece->size = size / sizeof(double);
	copy_sample(state, piece->number);
	release_pieces(state);
	state->last = piece;
	state->kept = count;
}

static void
sort_numbers(Sample *sample)
{
	size_t		scratch_size = sample_scratch_size(sample);
	void	   *scratch = NULL;

	if (sample_is_sorted(sample))
		return;
	if (scratch_size > 0)
		scratch = allocate_huge(scratch_size);
	sample_sort(sample, scratch);
	if (scratch != NULL)
		pfree(scratch);
}

static double *
copy_ordered(const Ordered *ordered)
{
	double	   *copy = allocate_huge((size_t) ordered->count * ordered->width * sizeof(double));

	ordered_copy(ordered, copy);
	return copy;
}

/*
 * All values, sorted.  The state keeps that order too, which does not change what it means, and
 * spares other final functions the work.
 */
Sample
sorted_sample(SampleState *state)
{
	Sample		sample = {state->width, 0, check_for_interrupts, NULL};

	check_count(sample_state_count(state));
	sample.count = sample_state_count(state);
	if (state->ordered != NULL)
	{
		sample.element = copy_ordered(state->ordered);
		return sample;
	}
	if (!is_in_one_piece(state) && sample_state_size(state) >= SIZE_TO_GATHER)
		gather_numbers(state);
	if (is_in_one_piece(state))
	{
		sample.element = state->last == NULL ? state->number : state->last->number;
		sort_numbers(&sample);
		return sample;
	}
	sample.element = allocate_huge(sample_state_size(state));
	copy_sample(state, sample.element);
	sort_numbers(&sample);
	replace_sample(state, sample.element);
	return sample;
}

/*
 * Values in order.
 */

static void *
allocate_for_order(void *context, size_t size)
{
	return MemoryContextAllocHuge(context, size);
}

static void
keep_in_order(SampleState *state)
{
	MemoryContext context = GetMemoryChunkContext(state);
	Sample		sample = sorted_sample(state);
	Ordered    *ordered = MemoryContextAlloc(context, sizeof(Ordered));

	ordered_init(ordered, state->width,
				 (OrderedMemory) {allocate_for_order, pfree, context, check_for_interrupts});
	ordered_fill(ordered, sample.element, sample.count);
	release_pieces(state);
	state->ordered = ordered;
}

void
insert_in_order(SampleState *state, double value, double second)
{
	check_count((uint64) state->ordered->count + 1);
	ordered_insert(state->ordered, value, second);
}

/* The inverse of adding it. */
void
remove_from_sample(SampleState *state, double value, double second)
{
	if (state->ordered == NULL)
		keep_in_order(state);
	if (!ordered_remove(state->ordered, value, second))
		elog(ERROR, "value to remove is not in the frame");
}

PG_FUNCTION_INFO_V1(plan_sample_combine);
Datum
plan_sample_combine(PG_FUNCTION_ARGS)
{
	const SampleState *other;
	SampleState *state;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	other = (const SampleState *) PG_GETARG_POINTER(1);
	state = sample_argument(fcinfo, other->width);
	append_sample(state, other);
	PG_RETURN_POINTER(state);
}

/* The width, then all numbers. */
PG_FUNCTION_INFO_V1(plan_sample_serialize);
Datum
plan_sample_serialize(PG_FUNCTION_ARGS)
{
	const SampleState *state = (const SampleState *) PG_GETARG_POINTER(0);
	bytea	   *bytes =
		new_partial_state(sizeof(state->width) + sample_state_size(state), "values");

	memcpy(VARDATA(bytes), &state->width, sizeof(state->width));
	copy_sample(state, VARDATA(bytes) + sizeof(state->width));
	PG_RETURN_BYTEA_P(bytes);
}

PG_FUNCTION_INFO_V1(plan_sample_deserialize);
Datum
plan_sample_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	const char *from = VARDATA_ANY(bytes);
	SampleState *state;
	uint8		width;

	memcpy(&width, from, sizeof(width));
	state = new_sample_state(CurrentMemoryContext, width);
	keep_numbers(state, from + sizeof(width),
				 (VARSIZE_ANY_EXHDR(bytes) - sizeof(width)) / sizeof(double));
	PG_RETURN_POINTER(state);
}

/*
 * The body of a final function.  In a window, whose frame goes on after the first figure, values
 * are kept in order from the second on.
 */
Datum
measure_datum(FunctionCallInfo fcinfo, SampleMeasure measure, SortedMeasure of_sorted)
{
	SampleState *state = (SampleState *) PG_GETARG_POINTER(0);
	SortedValues sorted;
	Sample		sample;
	double		figure = 0.0;
	PlanError	error;

	if (sample_state_count(state) == 0)
		PG_RETURN_NULL();
	if (state->was_read && state->ordered == NULL && is_in_window(fcinfo))
		keep_in_order(state);
	state->was_read = true;
	if (state->ordered != NULL && ordered_find_sums(state->ordered))
	{
		sorted = ordered_values(state->ordered);
		error = of_sorted(&sorted, &figure);
	}
	else
	{
		sample = sorted_sample(state);
		error = measure(&sample, &figure);
	}
	return figure_datum(fcinfo, error, figure, "result");
}
