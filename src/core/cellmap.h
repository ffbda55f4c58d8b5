/*
 * cellmap.h
 *		A map from (node, month) to cells, such as scorecards or trends.
 *
 * PostgreSQL's own grouping costs more than the arithmetic of a scorecard; a map inside one
 * aggregate costs little.  How rows get into cells is the business of cellbatch.h.
 *
 * Where keys lie close together, as numbered nodes in the months of some years do, cells are found
 * in a grid of nodes by months, without hashing, and in their order.  Where they do not, they are
 * found in slots by hash.  A map has the one or the other, and changes from one to the other as
 * it grows.
 */
#ifndef TNPLAN_CORE_CELLMAP_H
#define TNPLAN_CORE_CELLMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/error.h"
#include "core/keyhash.h"
#include "core/pairsort.h"

/* Room for what any cell holds. */
#define CELL_MAX_WHOLE 320

/*
 * What cells hold.  A cell takes two cache lines: a packed part and, at its end, a pointer:
 * NULL, or an overflow, which holds what the packed part cannot, and to which that adds.  A cell
 * of zero bytes is empty.
 */
typedef struct CellType
{
	size_t		packed_size;
	size_t		whole_size;
	bool		(*pack) (void *packed, const void *whole);
	/* Adds packed parts; false, with nothing changed, where the sum does not fit.  May be NULL. */
	bool		(*merge) (void *packed, const void *other);
	PlanError	(*add_packed) (void *whole, const void *packed);
	PlanError	(*add) (void *whole, const void *other);
	PlanError	(*subtract) (void *whole, const void *other);
	int			(*compare) (const void *whole, const void *other);
} CellType;

#define CELL_SIZE 128

typedef struct CellSlot
{
	int64_t		node;
	int32_t		month;			/* since January 2000 */
	uint32_t	cell;			/* its number from 1; 0 in an empty slot */
} CellSlot;

/*
 * Where memory comes from: it never fails, and what it gives begins at a cache line.  A check
 * that leaves while slots are copied leaves the map of no use.
 */
typedef struct CellMemory
{
	void	   *(*allocate) (void *context, size_t size);
	void		(*release) (void *context, void *pointer);
	void	   *context;
	InterruptCheck check;
} CellMemory;

/* Cells stand in chunks that never move: eight, and then as many as there are already. */
#define CELL_FIRST_CHUNK_BITS 3
#define CELL_MAX_CHUNKS 28

/* A rectangle of nodes by months, which number cells from 1; 0 where there is none. */
typedef struct CellGrid
{
	uint32_t   *cell;
	uint64_t	nodes;			/* 0 without a grid */
	int64_t		first_node;
	int32_t		first_month;
	uint32_t	month_bits;		/* there are 2^month_bits of them */
} CellGrid;

/* The keys of all cells lie between these. */
typedef struct CellSpan
{
	int64_t		least_node;
	int64_t		greatest_node;
	int32_t		least_month;
	int32_t		greatest_month;
} CellSpan;

typedef struct CellMap
{
	CellGrid	grid;
	const CellType *type;
	CellMemory	memory;
	HashKey		key;
	CellSlot   *slots;			/* NULL where there is a grid */
	uint32_t	slot_bits;		/* there are 2^slot_bits of them */
	uint32_t	cells;
	uint32_t	max_cells;
	CellSpan	span;
	char	   *chunks[CELL_MAX_CHUNKS];
} CellMap;

/* How two cells become one: CellType's add or subtract. */
typedef PlanError (*CellOperation) (void *whole, const void *other);

extern void cellmap_init(CellMap *map, const CellType *type, CellMemory memory, const HashKey *key,
						 uint32_t max_cells);
extern void *cellmap_find_cell(CellMap *map, int64_t node, int32_t month);
extern PlanError cellmap_unpack(const CellMap *map, const void *cell, void *whole);
extern void cellmap_pack(CellMap *map, void *cell, const void *whole);
extern void *cellmap_overflow(CellMap *map, void *cell);
extern PlanError cellmap_merge(CellMap *map, int64_t node, int32_t month, const void *whole,
							   CellOperation operation);
extern PlanError cellmap_merge_packed(CellMap *map, int64_t node, int32_t month,
									  const void *packed);
extern CellSlot *cellmap_sorted_slots(const CellMap *map, const uint32_t *places);

/* Where a cell keeps its overflow. */
static inline void **
cell_overflow(void *cell)
{
	return (void **) ((char *) cell + CELL_SIZE) - 1;
}

/* Whether a cell, or what it holds, is empty: by words, since packed parts often begin with 0. */
static inline bool
cell_bytes_are_zero(const void *bytes, size_t size)
{
	const char *byte = bytes;

	for (; size >= sizeof(uint64_t); byte += sizeof(uint64_t), size -= sizeof(uint64_t))
	{
		uint64_t	word;

		memcpy(&word, byte, sizeof(word));
		if (word != 0)
			return false;
	}
	while (size > 0)
		if (byte[--size] != 0)
			return false;
	return true;
}

/* The hash picks a slot by its upper bits. */
static inline CellSlot *
cellmap_home_slot(const CellMap *map, int64_t node, int32_t month)
{
	uint64_t	hash = hash_numbers(&map->key, (uint64_t) node, (uint32_t) month);

	return &map->slots[hash >> (64 - map->slot_bits)];
}

/* Where the grid has the key, or NULL. */
static inline uint32_t *
cellgrid_place(const CellGrid *grid, int64_t node, int32_t month)
{
	uint64_t	row = (uint64_t) node - (uint64_t) grid->first_node;
	uint64_t	column = (uint32_t) month - (uint32_t) grid->first_month;

	if (__builtin_expect(row >= grid->nodes || column >> grid->month_bits != 0, 0))
		return NULL;
	return &grid->cell[row << grid->month_bits | column];
}

/* Ask for what tells the cell of a key.  GCC drops calls of functions that only prefetch. */
static inline __attribute__((always_inline)) void
cellmap_prefetch(const CellMap *map, int64_t node, int32_t month)
{
	if (map->slots != NULL)
		__builtin_prefetch(cellmap_home_slot(map, node, month));
	else
	{
		const uint32_t *place = cellgrid_place(&map->grid, node, month);

		if (place != NULL)
			__builtin_prefetch(place);
	}
}

/* Ask for both lines of a cell. */
static inline __attribute__((always_inline)) void
cell_prefetch(const void *cell)
{
	__builtin_prefetch(cell, 1);
	__builtin_prefetch((const char *) cell + 64, 1);
}

/* A cell by its number, from 0. */
static inline void *
cellmap_numbered(const CellMap *map, uint32_t number)
{
	uint32_t	in_first = number >> CELL_FIRST_CHUNK_BITS;
	int			chunk;

	if (in_first == 0)
		return map->chunks[0] + (size_t) number * CELL_SIZE;
	chunk = 32 - __builtin_clz(in_first);
	number -= (uint32_t) 1 << (CELL_FIRST_CHUNK_BITS + chunk - 1);
	return map->chunks[chunk] + (size_t) number * CELL_SIZE;
}

/* Ask for the cell of a key where a grid tells which. */
static inline __attribute__((always_inline)) void
cellmap_prefetch_cell(const CellMap *map, int64_t node, int32_t month)
{
	const uint32_t *place = cellgrid_place(&map->grid, node, month);

	if (place != NULL && *place != 0)
		cell_prefetch(cellmap_numbered(map, *place - 1));
}

/* The cell of a key, a new one if need be; NULL where there are too many. */
static inline void *
cellmap_cell(CellMap *map, int64_t node, int32_t month)
{
	const uint32_t *place = cellgrid_place(&map->grid, node, month);

	return __builtin_expect(place != NULL && *place != 0, 1) ? cellmap_numbered(map, *place - 1)
		: cellmap_find_cell(map, node, month);
}

#endif							/* TNPLAN_CORE_CELLMAP_H */
