/*
 * cube.h
 *		A map from (node, month) to scorecards, built row by row.
 *
 * PostgreSQL's own grouping costs more than the arithmetic of a scorecard; a map inside
 * one aggregate costs little.  While its cells fit the processor's caches a row goes
 * straight to its cell.  Beyond that rows are kept back in a batch, whose slots and cells
 * are asked for ahead, so that the waits for memory overlap.
 */
#ifndef TNPLAN_CORE_CUBE_H
#define TNPLAN_CORE_CUBE_H

#include "core/keyhash.h"
#include "core/pairsort.h"
#include "core/scorecard.h"
#include "core/trend.h"

/*
 * A scorecard, or in a cube of trends a trend, in two cache lines; what does not fit the
 * packed part stands elsewhere.
 */
typedef struct CubeCell
{
	union
	{
		PackedScorecard packed;
		PackedTrend trend;
	};
	union
	{
		Scorecard  *rest;		/* NULL, or what the packed part adds to */
		Trend	   *trend_rest;
	};
} CubeCell;

typedef struct CubeSlot
{
	int64_t		node;
	int32_t		month;			/* since January 2000 */
	uint32_t	cell;			/* its number from 1; 0 in an empty slot */
} CubeSlot;

/* A row that waits for its cell, in one cache line. */
typedef struct CubeRow
{
	JudgedRow	row;
	union
	{
		uint64_t	hash;
		CubeCell   *cell;		/* once it has been found */
	};
	int64_t		node;
	int32_t		month;
} CubeRow;

/*
 * Where memory comes from: it never fails, and what it gives begins at a cache line.  A check
 * that leaves while slots are copied leaves the map of no use.
 */
typedef struct CubeMemory
{
	void	   *(*allocate) (void *context, size_t size);
	void		(*release) (void *context, void *pointer);
	void	   *context;
	InterruptCheck check;
} CubeMemory;

#define CUBE_BATCH_SIZE 64

/* How far ahead of its use a cell is asked for. */
#define CUBE_PREFETCH_DISTANCE 12

/* Cells up to which rows are not batched. */
#define CUBE_CACHED_CELLS 1024

/* Cells stand in chunks that never move: eight, and then as many as there are already. */
#define CUBE_FIRST_CHUNK_BITS 3
#define CUBE_MAX_CHUNKS 28

typedef struct CubeMap
{
	CubeMemory	memory;
	HashKey		key;
	CubeSlot   *slots;
	uint32_t	slot_bits;		/* there are 2^slot_bits of them */
	uint32_t	cells;
	uint32_t	max_cells;
	uint32_t	waiting;		/* rows in the batch */
	CubeRow    *batch;			/* NULL while cells are few */
	JudgedRow	culprit;		/* after an error */
	CubeCell   *chunks[CUBE_MAX_CHUNKS];
} CubeMap;

extern void cube_init(CubeMap *map, CubeMemory memory, const HashKey *key, uint32_t max_cells);
extern CubeCell *cube_new_cell(CubeMap *map, CubeSlot *slot, uint64_t hash, int64_t node,
							   int32_t month);
extern PlanError cube_add_directly(CubeMap *map, int64_t node, int32_t month, const JudgedRow *row);
extern PlanError cube_flush(CubeMap *map);
extern PlanError cube_merge(CubeMap *map, int64_t node, int32_t month, const Scorecard *card);
extern PlanError cube_cell_unpack(const CubeCell *cell, Scorecard *card);
extern CubeSlot *cube_sorted_slots(const CubeMap *map, InterruptCheck check);

extern PlanError cube_cell_add_slowly(CubeMap *map, CubeCell *cell, const JudgedRow *row, int steps);

/* The hash picks a slot by its upper bits. */
static inline uint64_t
cube_hash(const CubeMap *map, int64_t node, int32_t month)
{
	return hash_numbers(&map->key, (uint64_t) node, (uint32_t) month);
}

static inline CubeSlot *
cube_home_slot(const CubeMap *map, uint64_t hash)
{
	return &map->slots[hash >> (64 - map->slot_bits)];
}

/* The slot that has the key, or the empty one where it belongs. */
static inline CubeSlot *
cube_find_slot(const CubeMap *map, uint64_t hash, int64_t node, int32_t month)
{
	CubeSlot   *slot = cube_home_slot(map, hash);

	while (slot->cell != 0 && (slot->node != node || slot->month != month))
		if (++slot == map->slots + ((size_t) 1 << map->slot_bits))
			slot = map->slots;
	return slot;
}

/* Ask for both lines of a cell. */
static inline void
cube_prefetch_cell(const CubeCell *cell)
{
	__builtin_prefetch(cell, 1);
	__builtin_prefetch((const char *) cell + 64, 1);
}

/* A cell by its number, from 0. */
static inline CubeCell *
cube_numbered_cell(const CubeMap *map, uint32_t number)
{
	uint32_t	in_first = number >> CUBE_FIRST_CHUNK_BITS;
	int			chunk;

	if (in_first == 0)
		return &map->chunks[0][number];
	chunk = 32 - __builtin_clz(in_first);
	return &map->chunks[chunk][number - ((uint32_t) 1 << (CUBE_FIRST_CHUNK_BITS + chunk - 1))];
}

/* The cell of a key, a new one if need be; NULL where there are too many. */
static inline CubeCell *
cube_cell(CubeMap *map, uint64_t hash, int64_t node, int32_t month)
{
	CubeSlot   *slot = cube_find_slot(map, hash, node, month);

	return __builtin_expect(slot->cell != 0, 1) ? cube_numbered_cell(map, slot->cell - 1)
		: cube_new_cell(map, slot, hash, node, month);
}

static inline PlanError
cube_cell_add(CubeMap *map, CubeCell *cell, const JudgedRow *row)
{
	int			steps = 0;

	if (__builtin_expect(!isnan(row->actual) && !isnan(row->score), 1))
	{
		steps = packed_judged_row(&cell->packed, 1, row);
		if (__builtin_expect(steps == JUDGED_ROW_STEPS, 1))
			return PLAN_OK;
	}
	return cube_cell_add_slowly(map, cell, row, steps);
}

/*
 * Add a row.  A row that cannot be added may be found only when a later one is: it is
 * left in "culprit".
 */
static inline __attribute__((always_inline)) PlanError
cube_add(CubeMap *map, int64_t node, int32_t month, const JudgedRow *row)
{
	CubeRow    *kept;

	if (map->batch == NULL)
		return cube_add_directly(map, node, month, row);
	/* Keep the row back, and ask for its slot. */
	kept = &map->batch[map->waiting++];
	kept->row = *row;
	kept->hash = cube_hash(map, node, month);
	kept->node = node;
	kept->month = month;
	__builtin_prefetch(cube_home_slot(map, kept->hash));
	return map->waiting == CUBE_BATCH_SIZE ? cube_flush(map) : PLAN_OK;
}

#endif							/* TNPLAN_CORE_CUBE_H */
