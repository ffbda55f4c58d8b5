/*
 * ordered.c
 *		Values that come and go, kept in order, with or without weights.
 */
#include "core/ordered.h"

#include <assert.h>
#include <math.h>

static_assert(ORDERED_BLOCK_NUMBERS % 4 == 0, "half a block holds values with their weights");

/* Blocks that are filled at once have room for more. */
#define FILLED_NUMBERS 40

#define FIRST_BLOCKS 4

/* Exponents of numbers whose sum over a block has room in 127 bits. */
#define MAX_SPAN 66

/* Of sums that measures multiply. */
#define VALUE_LIMBS 4

/* Without values there are sums, of zero and of no unit yet. */
static void
begin_anew(Ordered *ordered)
{
	ordered->unit = 0;
	ordered->has_sums = ordered->width == 1;
	ordered->sum = ordered->differences = (FixedSum) {{0, 0, 0}};
}

void
ordered_init(Ordered *ordered, uint32_t width, OrderedMemory memory)
{
	memset(ordered, 0, sizeof(*ordered));
	ordered->memory = memory;
	ordered->width = width;
	begin_anew(ordered);
}

/*
 * Numbers as terms of the sums.
 */

static inline bool
has_term(const Ordered *ordered, double x)
{
	int			exponent = exact_exponent(x);

	return x == 0.0 || (ordered->unit > 0 && exponent >= ordered->unit &&
						exponent - ordered->unit <= MAX_SPAN);
}

/* Of a number that has one. */
static inline FixedTerm
term_of(const Ordered *ordered, double x)
{
	FloatParts	parts = split_double(x);
	FixedWide	sign = (FixedWide) (FixedTerm) (int64_t) parts.sign;
	FixedWide	magnitude = parts.mantissa;

	if (magnitude == 0)
		return 0;
	magnitude <<= parts.exponent - ordered->unit;
	return (FixedTerm) ((magnitude ^ sign) - sign);
}

static inline FixedTerm
sum_of_block(const OrderedBlock *block)
{
	return (FixedTerm) ((FixedWide) block->sum[1] << 64 | block->sum[0]);
}

static inline void
set_sum_of_block(OrderedBlock *block, FixedTerm sum)
{
	block->sum[0] = (uint64_t) sum;
	block->sum[1] = (uint64_t) ((FixedWide) sum >> 64);
}

static FixedTerm
sum_of_values(const Ordered *ordered, const double *value, uint32_t count)
{
	FixedTerm	sum = 0;

	for (uint32_t i = 0; i < count; i++)
		sum += term_of(ordered, value[i]);
	return sum;
}

/* Of the first of them, from the nearer end. */
static FixedTerm
sum_within_block(const Ordered *ordered, const OrderedBlock *block, uint32_t count)
{
	if (count <= block->count / 2)
		return sum_of_values(ordered, block->number, count);
	return sum_of_block(block) -
		sum_of_values(ordered, block->number + count, block->count - count);
}

/* Add a term so many times: the sum has room. */
static void
add_multiple(FixedSum *sum, FixedTerm term, int64_t factor)
{
	bool		negative = (term < 0) != (factor < 0);
	FixedWide	magnitude = term < 0 ? 0 - (FixedWide) term : (FixedWide) term;
	uint64_t	times = factor < 0 ? 0 - (uint64_t) factor : (uint64_t) factor;
	FixedWide	low = (FixedWide) (uint64_t) magnitude * times;
	FixedWide	high = (FixedWide) (uint64_t) (magnitude >> 64) * times + (uint64_t) (low >> 64);
	FixedSum	product = {{(uint64_t) low, (uint64_t) high, (uint64_t) (high >> 64)}};

	if (negative)
		(void) fixedsum_subtract(sum, &product);
	else
		(void) fixedsum_add(sum, &product);
}

/*
 * What stands before a block.
 */

static OrderedPart
parts_before(const Ordered *ordered, uint32_t block)
{
	OrderedPart before = {{{0, 0, 0}}, 0};

	for (; block > 0; block &= block - 1)
	{
		const OrderedPart *part = &ordered->part[block - 1];

		before.count += part->count;
		(void) fixedsum_add(&before.sum, &part->sum);
	}
	return before;
}

static void
add_to_parts(Ordered *ordered, uint32_t block, int32_t count, FixedTerm term)
{
	for (block++; block <= ordered->blocks; block += block & -block)
	{
		OrderedPart *part = &ordered->part[block - 1];

		part->count += count;
		(void) fixedsum_add_term(&part->sum, term);
	}
}

/* After blocks have come or gone, which happens once in a block's values. */
static void
find_parts(Ordered *ordered)
{
	for (uint32_t i = 0; i < ordered->blocks; i++)
	{
		ordered->part[i] = (OrderedPart) {{{0, 0, 0}}, ordered->block[i]->count};
		(void) fixedsum_add_term(&ordered->part[i].sum, sum_of_block(ordered->block[i]));
	}
	for (uint32_t i = 1; i <= ordered->blocks; i++)
	{
		uint32_t	next = i + (i & -i);

		if (next > ordered->blocks)
			continue;
		ordered->part[next - 1].count += ordered->part[i - 1].count;
		(void) fixedsum_add(&ordered->part[next - 1].sum, &ordered->part[i - 1].sum);
	}
}

/* The block in which the value of that rank stands, and what stands before it. */
static uint32_t
block_of_rank(const Ordered *ordered, uint32_t rank, OrderedPart *before)
{
	uint32_t	block = 0;
	uint32_t	step = (uint32_t) 1 << 31 >> __builtin_clz(ordered->blocks);

	*before = (OrderedPart) {{{0, 0, 0}}, 0};
	for (; step > 0; step >>= 1)
	{
		const OrderedPart *part = &ordered->part[block + step - 1];

		if (block + step > ordered->blocks || before->count + part->count > rank)
			continue;
		block += step;
		before->count += part->count;
		(void) fixedsum_add(&before->sum, &part->sum);
	}
	return block;
}

/*
 * Units.
 */

typedef struct ExponentRange
{
	int			least;
	int			greatest;
} ExponentRange;

static void
include_exponent(ExponentRange *range, double x)
{
	int			exponent = exact_exponent(x);

	if (x == 0.0)
		return;
	if (range->least == 0 || exponent < range->least)
		range->least = exponent;
	if (exponent > range->greatest)
		range->greatest = exponent;
}

/* All sums anew, of numbers that have terms. */
static void
sum_anew(Ordered *ordered)
{
	int64_t		rank = 1 - (int64_t) ordered->count;

	ordered->sum = ordered->differences = (FixedSum) {{0, 0, 0}};
	for (uint32_t i = 0; i < ordered->blocks; i++)
	{
		OrderedBlock *block = ordered->block[i];

		ordered->memory.check();
		set_sum_of_block(block, sum_of_values(ordered, block->number, block->count));
		(void) fixedsum_add_term(&ordered->sum, sum_of_block(block));
		for (uint32_t j = 0; j < block->count; j++, rank += 2)
			add_multiple(&ordered->differences, term_of(ordered, block->number[j]), rank);
	}
	find_parts(ordered);
}

/*
 * Choose a unit with room to both sides for all values and one to come; without one that has,
 * there are no sums.
 */
static void
choose_unit(Ordered *ordered, double coming)
{
	ExponentRange range = {0, 0};
	int			room;

	include_exponent(&range, coming);
	for (uint32_t i = 0; i < ordered->blocks; i++)
	{
		ordered->memory.check();
		for (uint32_t j = 0; j < ordered->block[i]->count; j++)
			include_exponent(&range, ordered->block[i]->number[j]);
	}
	room = MAX_SPAN - (range.greatest - range.least);
	ordered->has_sums = room >= 0;
	if (room < 0)
		return;
	ordered->unit = range.least > room / 2 ? range.least - room / 2 : 1;
	sum_anew(ordered);
}

/* Whether there are sums now. */
bool
ordered_find_sums(Ordered *ordered)
{
	if (ordered->width == 1 && !ordered->has_sums)
		choose_unit(ordered, 0.0);
	return ordered->has_sums;
}

/*
 * Blocks.
 */

static void
reserve_blocks(Ordered *ordered)
{
	uint32_t	max_blocks = ordered->max_blocks == 0 ? FIRST_BLOCKS : ordered->max_blocks * 2;
	OrderedMemory *memory = &ordered->memory;
	OrderedBlock **block;

	if (ordered->blocks < ordered->max_blocks)
		return;
	block = memory->allocate(memory->context, max_blocks * sizeof(OrderedBlock *));
	if (ordered->max_blocks > 0)
	{
		memcpy(block, ordered->block, ordered->blocks * sizeof(OrderedBlock *));
		memory->release(ordered->block);
		memory->release(ordered->part);
	}
	ordered->block = block;
	ordered->part = memory->allocate(memory->context, max_blocks * sizeof(OrderedPart));
	ordered->max_blocks = max_blocks;
}

/* A new block at that place, whose count is for the caller to set. */
static OrderedBlock *
new_block(Ordered *ordered, uint32_t at)
{
	OrderedBlock *block;

	reserve_blocks(ordered);
	block = ordered->memory.allocate(ordered->memory.context, sizeof(OrderedBlock));
	memmove(ordered->block + at + 1, ordered->block + at,
			(ordered->blocks - at) * sizeof(OrderedBlock *));
	ordered->block[at] = block;
	ordered->blocks++;
	block->count = 0;
	set_sum_of_block(block, 0);
	return block;
}

/* Move the upper half of a full block to a new one behind it. */
static void
split_block(Ordered *ordered, uint32_t at)
{
	OrderedBlock *upper = new_block(ordered, at + 1);
	OrderedBlock *lower = ordered->block[at];
	uint32_t	kept = lower->count / 2;

	upper->count = lower->count - kept;
	lower->count = kept;
	memcpy(upper->number, lower->number + kept * ordered->width,
		   upper->count * ordered->width * sizeof(double));
	if (ordered->has_sums)
	{
		FixedTerm	all = sum_of_block(lower);

		set_sum_of_block(lower, sum_of_values(ordered, lower->number, kept));
		set_sum_of_block(upper, all - sum_of_block(lower));
	}
	find_parts(ordered);
}

static void
drop_block(Ordered *ordered, uint32_t at)
{
	ordered->memory.release(ordered->block[at]);
	ordered->blocks--;
	memmove(ordered->block + at, ordered->block + at + 1,
			(ordered->blocks - at) * sizeof(OrderedBlock *));
	find_parts(ordered);
}

/* Whether an element that is in place stands behind one that is looked for. */
static inline bool
stands_behind(const double *element, uint32_t width, double value, double weight)
{
	return element[0] > value || (width == 2 && element[0] == value && element[1] > weight);
}

/* The last block that does not begin behind the value, or the first. */
static uint32_t
find_block(const Ordered *ordered, double value, double weight)
{
	uint32_t	low = 1;
	uint32_t	high = ordered->blocks;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (stands_behind(ordered->block[middle]->number, ordered->width, value, weight))
			high = middle;
		else
			low = middle + 1;
	}
	return low - 1;
}

/* How many values of a block stand at the value or before it. */
static uint32_t
find_place(const OrderedBlock *block, uint32_t width, double value, double weight)
{
	uint32_t	low = 0;
	uint32_t	high = block->count;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (stands_behind(block->number + middle * width, width, value, weight))
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/*
 * What changes when a value comes to that place, or goes from it.  Its differences to the others
 * are x (those below it - those above it) + their sum - twice the sum of those below.
 */
static void
change_sums(Ordered *ordered, uint32_t at, uint32_t place, uint32_t others, double value, int sign)
{
	const OrderedBlock *block = ordered->block[at];
	OrderedPart before = parts_before(ordered, at);
	FixedTerm	term = term_of(ordered, value);
	FixedSum	change = ordered->sum;
	int64_t		below = (int64_t) before.count + place;

	(void) fixedsum_add_term(&before.sum, sum_within_block(ordered, block, place));
	if (sign < 0)
		(void) fixedsum_add_term(&change, -term);
	(void) fixedsum_subtract(&change, &before.sum);
	(void) fixedsum_subtract(&change, &before.sum);
	add_multiple(&change, term, 2 * below - others);
	if (sign < 0)
	{
		(void) fixedsum_subtract(&ordered->differences, &change);
		term = -term;
	}
	else
		(void) fixedsum_add(&ordered->differences, &change);
	(void) fixedsum_add_term(&ordered->sum, term);
	set_sum_of_block(ordered->block[at], sum_of_block(block) + term);
	add_to_parts(ordered, at, sign, term);
}

void
ordered_insert(Ordered *ordered, double value, double weight)
{
	uint32_t	width = ordered->width;
	OrderedBlock *block;
	double	   *element;
	uint32_t	at,
				place;

	if (ordered->has_sums && !has_term(ordered, value))
		choose_unit(ordered, value);
	if (ordered->blocks == 0)
	{
		new_block(ordered, 0);
		find_parts(ordered);
	}
	at = find_block(ordered, value, weight);
	if ((ordered->block[at]->count + 1) * width > ORDERED_BLOCK_NUMBERS)
	{
		split_block(ordered, at);
		at = find_block(ordered, value, weight);
	}
	block = ordered->block[at];
	place = find_place(block, width, value, weight);
	if (ordered->has_sums)
		change_sums(ordered, at, place, ordered->count, value, 1);
	element = block->number + place * width;
	memmove(element + width, element, (block->count - place) * width * sizeof(double));
	element[0] = value;
	if (width == 2)
		element[1] = weight;
	block->count++;
	ordered->count++;
}

/* False where there is no such value. */
bool
ordered_remove(Ordered *ordered, double value, double weight)
{
	uint32_t	width = ordered->width;
	OrderedBlock *block;
	double	   *element;
	uint32_t	at,
				place;

	if (ordered->blocks == 0)
		return false;
	at = find_block(ordered, value, weight);
	block = ordered->block[at];
	place = find_place(block, width, value, weight);
	element = block->number + place * width - width;
	if (place == 0 || element[0] != value || (width == 2 && element[1] != weight))
		return false;
	place--;
	if (ordered->has_sums)
		change_sums(ordered, at, place, ordered->count - 1, value, -1);
	memmove(element, element + width, (block->count - place - 1) * width * sizeof(double));
	ordered->count--;
	if (--block->count == 0)
		drop_block(ordered, at);
	if (ordered->count == 0)
		begin_anew(ordered);
	return true;
}

/* Into one that is empty. */
void
ordered_fill(Ordered *ordered, const double *sorted, uint32_t count)
{
	uint32_t	values = FILLED_NUMBERS / ordered->width;

	for (uint32_t begin = 0; begin < count; begin += values)
	{
		OrderedBlock *block = new_block(ordered, ordered->blocks);

		ordered->memory.check();
		block->count = count - begin < values ? count - begin : values;
		memcpy(block->number, sorted + (size_t) begin * ordered->width,
			   block->count * ordered->width * sizeof(double));
	}
	ordered->count = count;
	if (ordered->width == 1 && count > 0)
		choose_unit(ordered, 0.0);
}

void
ordered_copy(const Ordered *ordered, double *to)
{
	for (uint32_t i = 0; i < ordered->blocks; i++)
	{
		const OrderedBlock *block = ordered->block[i];

		ordered->memory.check();
		memcpy(to, block->number, block->count * ordered->width * sizeof(double));
		to += block->count * ordered->width;
	}
}

/*
 * As sorted values, for measures.
 */

static void
exact_from_fixed(ExactSum *sum, const FixedSum *fixed)
{
	sum->limbs = VALUE_LIMBS;
	memcpy(sum->limb, fixed->limb, sizeof(fixed->limb));
	sum->limb[3] = (int64_t) fixed->limb[2] < 0 ? UINT64_MAX : 0;
}

static double
value_of_rank(const SortedValues *sorted, uint32_t i)
{
	const Ordered *ordered = sorted->values;
	OrderedPart before;
	uint32_t	at = block_of_rank(ordered, i, &before);

	return ordered->block[at]->number[i - before.count];
}

static void
sum_of_first_ranks(const SortedValues *sorted, uint32_t count, ExactSum *sum)
{
	const Ordered *ordered = sorted->values;
	OrderedPart before;
	uint32_t	at;

	if (count == ordered->count)
	{
		exact_from_fixed(sum, &ordered->sum);
		return;
	}
	at = block_of_rank(ordered, count, &before);
	(void) fixedsum_add_term(&before.sum, sum_within_block(ordered, ordered->block[at],
														   count - before.count));
	exact_from_fixed(sum, &before.sum);
}

static void
totals_of_ordered(const SortedValues *sorted, ExactSum *sum, ExactSum *differences)
{
	const Ordered *ordered = sorted->values;

	exact_from_fixed(sum, &ordered->sum);
	exact_from_fixed(differences, &ordered->differences);
}

/* Of one that has sums and is not empty. */
SortedValues
ordered_values(const Ordered *ordered)
{
	return (SortedValues) {ordered, ordered->count, {ordered->unit, VALUE_LIMBS},
		value_of_rank, sum_of_first_ranks, totals_of_ordered};
}
