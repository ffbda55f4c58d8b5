/*
 * cellbatch.h
 *		A template of maps that take rows into the cells of cellmap.h.
 *
 * While its cells fit the processor's caches a row goes straight to its cell.  Beyond that rows
 * wait in a batch, for which keys and cells are prefetched, so that the waits for memory overlap.
 *
 * Include it, like PostgreSQL's lib/simplehash.h, once the following macros are defined; it
 * undefines them.
 *
 *		CELLBATCH_PREFIX	of the names of functions: cube makes cube_add() and so on
 *		CELLBATCH_MAP		name of the type of the map
 *		CELLBATCH_ROW		type of a row, which is copied into the batch
 *		CELLBATCH_ADD		inline function (CellMap *, void *cell, const CELLBATCH_ROW *),
 *							which returns a PlanError
 *		CELLBATCH_DECLARE	to declare the type and what is called for every row
 *		CELLBATCH_DEFINE	to define the other functions
 */
#include "core/cellmap.h"

#define CELLBATCH_PASTE_(a, b) a##_##b
#define CELLBATCH_PASTE(a, b) CELLBATCH_PASTE_(a, b)
#define CELLBATCH_NAME(name) CELLBATCH_PASTE(CELLBATCH_PREFIX, name)

#define CELLBATCH_WAITING CELLBATCH_NAME(waiting_row)
#define CELLBATCH_INIT CELLBATCH_NAME(init)
#define CELLBATCH_ADD_ROW CELLBATCH_NAME(add)
#define CELLBATCH_ADD_DIRECTLY CELLBATCH_NAME(add_directly)
#define CELLBATCH_BEGIN CELLBATCH_NAME(begin_batch)
#define CELLBATCH_FLUSH CELLBATCH_NAME(flush)

#ifndef CELLBATCH_SIZE
#define CELLBATCH_SIZE 64

/* How far ahead of its use a cell is prefetched. */
#define CELL_PREFETCH_DISTANCE 12

/* Cells up to which rows do not wait. */
#define CELLS_IN_CACHE 1024
#endif

#ifdef CELLBATCH_DECLARE

/* A row that waits for its cell. */
typedef struct CELLBATCH_WAITING
{
	CELLBATCH_ROW row;
	void	   *cell;			/* once it has been found */
	int64_t		node;
	int32_t		month;
} CELLBATCH_WAITING;

typedef struct CELLBATCH_MAP
{
	CellMap		cells;
	uint32_t	waiting;		/* rows in the batch */
	CELLBATCH_WAITING *batch;	/* NULL while cells are few */
	CELLBATCH_ROW failed_row;	/* after an error, with its key */
	int64_t		failed_node;
	int32_t		failed_month;
} CELLBATCH_MAP;

extern void CELLBATCH_INIT(CELLBATCH_MAP *map, const CellType *type, CellMemory memory,
						   const HashKey *key, uint32_t max_cells);
extern void CELLBATCH_BEGIN(CELLBATCH_MAP *map);
extern PlanError CELLBATCH_FLUSH(CELLBATCH_MAP *map);

/* Add a row while cells are few; once there are more, rows wait. */
static inline __attribute__((always_inline)) PlanError
CELLBATCH_ADD_DIRECTLY(CELLBATCH_MAP *map, int64_t node, int32_t month, const CELLBATCH_ROW *row)
{
	void	   *cell = cellmap_cell(&map->cells, node, month);
	PlanError	error = __builtin_expect(cell != NULL, 1)
		? CELLBATCH_ADD(&map->cells, cell, row) : PLAN_TOO_LARGE;

	if (__builtin_expect(error != PLAN_OK, 0))
	{
		map->failed_row = *row;
		map->failed_node = node;
		map->failed_month = month;
	}
	else if (__builtin_expect(map->cells.cells > CELLS_IN_CACHE, 0))
		CELLBATCH_BEGIN(map);
	return error;
}

/*
 * Add a row.  A row that cannot be added may be found only when a later one is: it is left in
 * "failed_row".
 */
static inline __attribute__((always_inline)) PlanError
CELLBATCH_ADD_ROW(CELLBATCH_MAP *map, int64_t node, int32_t month, const CELLBATCH_ROW *row)
{
	CELLBATCH_WAITING *waiting;

	if (map->batch == NULL)
		return CELLBATCH_ADD_DIRECTLY(map, node, month, row);
	waiting = &map->batch[map->waiting++];
	waiting->row = *row;
	waiting->node = node;
	waiting->month = month;
	cellmap_prefetch(&map->cells, node, month);
	return map->waiting == CELLBATCH_SIZE ? CELLBATCH_FLUSH(map) : PLAN_OK;
}

#endif							/* CELLBATCH_DECLARE */

#ifdef CELLBATCH_DEFINE

void
CELLBATCH_INIT(CELLBATCH_MAP *map, const CellType *type, CellMemory memory, const HashKey *key,
			   uint32_t max_cells)
{
	memset(map, 0, sizeof(*map));
	cellmap_init(&map->cells, type, memory, key, max_cells);
}

/* From now on rows wait. */
void
CELLBATCH_BEGIN(CELLBATCH_MAP *map)
{
	const CellMemory *memory = &map->cells.memory;

	map->batch = memory->allocate(memory->context, CELLBATCH_SIZE * sizeof(CELLBATCH_WAITING));
}

/* Add the rows that wait. */
PlanError
CELLBATCH_FLUSH(CELLBATCH_MAP *map)
{
	uint32_t	rows = map->waiting;

	map->waiting = 0;
	for (uint32_t i = 0; i < rows + CELL_PREFETCH_DISTANCE; i++)
	{
		if (i < rows)
		{
			CELLBATCH_WAITING *next = &map->batch[i];

			next->cell = cellmap_cell(&map->cells, next->node, next->month);
			if (next->cell == NULL)
				return PLAN_TOO_LARGE;
			cell_prefetch(next->cell);
		}
		if (i >= CELL_PREFETCH_DISTANCE)
		{
			const CELLBATCH_WAITING *waiting = &map->batch[i - CELL_PREFETCH_DISTANCE];
			PlanError	error = CELLBATCH_ADD(&map->cells, waiting->cell, &waiting->row);

			if (error != PLAN_OK)
			{
				map->failed_row = waiting->row;
				map->failed_node = waiting->node;
				map->failed_month = waiting->month;
				return error;
			}
		}
	}
	return PLAN_OK;
}

#endif							/* CELLBATCH_DEFINE */

#undef CELLBATCH_PREFIX
#undef CELLBATCH_MAP
#undef CELLBATCH_ROW
#undef CELLBATCH_ADD
#undef CELLBATCH_DECLARE
#undef CELLBATCH_DEFINE
#undef CELLBATCH_PASTE_
#undef CELLBATCH_PASTE
#undef CELLBATCH_NAME
#undef CELLBATCH_WAITING
#undef CELLBATCH_INIT
#undef CELLBATCH_ADD_ROW
#undef CELLBATCH_ADD_DIRECTLY
#undef CELLBATCH_BEGIN
#undef CELLBATCH_FLUSH
