/*
 * ordered.h
 *		Values that come and go, kept in order, with or without weights.
 *
 * They stand sorted in small blocks, of which one alone changes with a value.  Of values without
 * weights exact sums are kept besides, of all and of each block, so that what a measure asks
 * for costs the logarithm of their number.
 */
#ifndef TNPLAN_CORE_ORDERED_H
#define TNPLAN_CORE_ORDERED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/disparity.h"
#include "core/fixedsum.h"

/* With its header and that of an allocator a block takes 512 bytes. */
#define ORDERED_BLOCK_NUMBERS 60

typedef struct OrderedBlock
{
	uint32_t	count;			/* values */
	uint64_t	sum[2];			/* of them, as a FixedTerm */
	double		number[ORDERED_BLOCK_NUMBERS];
} OrderedBlock;

/* What is said of the blocks before one is summed up from a few of these (P. M. Fenwick, 1994). */
typedef struct OrderedPart
{
	FixedSum	sum;
	uint32_t	count;
} OrderedPart;

/* Where memory comes from: it never fails.  A check may leave for good. */
typedef struct OrderedMemory
{
	void	   *(*allocate) (void *context, size_t size);
	void		(*release) (void *pointer);
	void	   *context;
	InterruptCheck check;
} OrderedMemory;

/*
 * Sums count units, of which the last bit of numbers with that exponent is one.  Where numbers are
 * too unlike for sums of one unit there are none, until they are asked for again.
 */
typedef struct Ordered
{
	OrderedMemory memory;
	uint32_t	width;			/* 1: values; 2: values, each with its weight */
	uint32_t	count;
	uint32_t	blocks;			/* none is empty */
	uint32_t	max_blocks;
	OrderedBlock **block;
	OrderedPart *part;
	int			unit;			/* 0 before the first number that is not zero */
	bool		has_sums;
	FixedSum	sum;
	FixedSum	differences;	/* of any two values */
} Ordered;

extern void ordered_init(Ordered *ordered, uint32_t width, OrderedMemory memory);
extern void ordered_fill(Ordered *ordered, const double *sorted, uint32_t count);
extern void ordered_insert(Ordered *ordered, double value, double weight);
extern bool ordered_remove(Ordered *ordered, double value, double weight);
extern void ordered_copy(const Ordered *ordered, double *to);
extern bool ordered_find_sums(Ordered *ordered);
extern SortedValues ordered_values(const Ordered *ordered);

#endif							/* TNPLAN_CORE_ORDERED_H */
