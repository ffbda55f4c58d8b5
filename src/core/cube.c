/*
 * cube.c
 *		A map from (node, month) to scorecards, built row by row.
 */
#include "core/cube.h"

#define FIRST_SLOT_BITS 4

#define SLOTS_BETWEEN_CHECKS 65536

_Static_assert(sizeof(CubeCell) == 128, "a cell is two cache lines");

static CubeSlot *
new_slots(CubeMap *map, uint32_t bits)
{
	size_t		size = sizeof(CubeSlot) << bits;
	CubeSlot   *slots = map->memory.allocate(map->memory.context, size);

	memset(slots, 0, size);
	return slots;
}

void
cube_init(CubeMap *map, CubeMemory memory, const HashKey *key, uint32_t max_cells)
{
	memset(map, 0, sizeof(*map));
	map->memory = memory;
	map->key = *key;
	map->max_cells = max_cells;
	map->slot_bits = FIRST_SLOT_BITS;
	map->slots = new_slots(map, FIRST_SLOT_BITS);
}

static void
grow_slots(CubeMap *map)
{
	CubeSlot   *old = map->slots;
	size_t		count = (size_t) 1 << map->slot_bits;

	map->slots = new_slots(map, map->slot_bits + 1);
	map->slot_bits++;
	for (size_t i = 0; i < count; i++)
	{
		const CubeSlot *slot = &old[i];

		if (i % SLOTS_BETWEEN_CHECKS == 0)
			map->memory.check();
		if (slot->cell != 0)
			*cube_find_slot(map, cube_hash(map, slot->node, slot->month), slot->node, slot->month) = *slot;
	}
	map->memory.release(map->memory.context, old);
}

/* A cell that holds nothing yet, with its number. */
static CubeCell *
next_cell(CubeMap *map)
{
	uint32_t	number = map->cells;
	uint32_t	in_first = number >> CUBE_FIRST_CHUNK_BITS;
	CubeCell   *cell;

	/* The first cell of a chunk: as many follow as stand before it. */
	if (number == 0 || (in_first != 0 && number == in_first << CUBE_FIRST_CHUNK_BITS &&
						(in_first & (in_first - 1)) == 0))
	{
		int			chunk = in_first == 0 ? 0 : 32 - __builtin_clz(in_first);
		size_t		cells = in_first == 0 ? (size_t) 1 << CUBE_FIRST_CHUNK_BITS : number;

		map->chunks[chunk] = map->memory.allocate(map->memory.context, cells * sizeof(CubeCell));
	}
	map->cells++;
	cell = cube_numbered_cell(map, number);
	memset(cell, 0, sizeof(*cell));
	return cell;
}

/* Give a key that has none a cell, and its slot, which is empty. */
CubeCell *
cube_new_cell(CubeMap *map, CubeSlot *slot, uint64_t hash, int64_t node, int32_t month)
{
	CubeCell   *cell;

	if (map->cells >= map->max_cells)
		return NULL;
	/* Beyond half full, probing grows long. */
	if ((uint64_t) (map->cells + 1) * 2 > (uint64_t) 1 << map->slot_bits)
	{
		grow_slots(map);
		slot = cube_find_slot(map, hash, node, month);
	}
	cell = next_cell(map);
	slot->node = node;
	slot->month = month;
	slot->cell = map->cells;
	return cell;
}

/* All that a cell holds. */
PlanError
cube_cell_unpack(const CubeCell *cell, Scorecard *card)
{
	if (cell->rest != NULL)
		*card = *cell->rest;
	else
		memset(card, 0, sizeof(*card));
	return scorecard_unpack(card, &cell->packed);
}

static void
pack_cell(CubeMap *map, CubeCell *cell, const Scorecard *card)
{
	if (scorecard_pack(&cell->packed, card))
	{
		if (cell->rest != NULL)
			memset(cell->rest, 0, sizeof(Scorecard));
		return;
	}
	if (cell->rest == NULL)
		cell->rest = map->memory.allocate(map->memory.context, sizeof(Scorecard));
	*cell->rest = *card;
	memset(&cell->packed, 0, sizeof(cell->packed));
}

/*
 * A row that is out of the ordinary, of which the packed part took some steps.  It goes into
 * the rest where there is one.
 */
PlanError
cube_cell_add_slowly(CubeMap *map, CubeCell *cell, const JudgedRow *row, int steps)
{
	Scorecard	card;
	PlanError	error;

	if (isnan(row->actual) && isnan(row->score) && row->verdict == VERDICT_NO_DATA &&
		packed_missing_row(&cell->packed, 1, row->target, row->weight))
		return PLAN_OK;
	packed_undo_judged_row(&cell->packed, 1, row, steps);
	if (cell->rest != NULL)
		return packed_untargeted_row(&cell->packed, cell->rest, 1, row) ? PLAN_OK
			: scorecard_any_row(cell->rest, 1, row);
	error = cube_cell_unpack(cell, &card);
	if (error == PLAN_OK)
		error = scorecard_any_row(&card, 1, row);
	if (error == PLAN_OK)
		pack_cell(map, cell, &card);
	return error;
}

PlanError
cube_merge(CubeMap *map, int64_t node, int32_t month, const Scorecard *card)
{
	CubeCell   *cell = cube_cell(map, cube_hash(map, node, month), node, month);
	Scorecard	sum;
	PlanError	error;

	if (cell == NULL)
		return PLAN_TOO_LARGE;
	error = cube_cell_unpack(cell, &sum);
	if (error == PLAN_OK)
		error = scorecard_add(&sum, card);
	if (error == PLAN_OK)
		pack_cell(map, cell, &sum);
	return error;
}

/* Add a row while cells are few; once there are more, rows are kept back. */
PlanError
cube_add_directly(CubeMap *map, int64_t node, int32_t month, const JudgedRow *row)
{
	CubeCell   *cell = cube_cell(map, cube_hash(map, node, month), node, month);
	PlanError	error = cell != NULL ? cube_cell_add(map, cell, row) : PLAN_TOO_LARGE;

	if (error != PLAN_OK)
		map->culprit = *row;
	else if (map->cells > CUBE_CACHED_CELLS)
		map->batch = map->memory.allocate(map->memory.context, CUBE_BATCH_SIZE * sizeof(CubeRow));
	return error;
}

/* Find the cell of a row that has been kept back, and ask for it. */
static bool
find_kept_cell(CubeMap *map, CubeRow *kept)
{
	kept->cell = cube_cell(map, kept->hash, kept->node, kept->month);
	if (kept->cell == NULL)
		return false;
	cube_prefetch_cell(kept->cell);
	return true;
}

/* Add the rows that have been kept back. */
PlanError
cube_flush(CubeMap *map)
{
	uint32_t	rows = map->waiting;

	map->waiting = 0;
	for (uint32_t i = 0; i < rows + CUBE_PREFETCH_DISTANCE; i++)
	{
		if (i < rows && !find_kept_cell(map, &map->batch[i]))
			return PLAN_TOO_LARGE;
		if (i >= CUBE_PREFETCH_DISTANCE)
		{
			const CubeRow *kept = &map->batch[i - CUBE_PREFETCH_DISTANCE];
			PlanError	error = cube_cell_add(map, kept->cell, &kept->row);

			if (error != PLAN_OK)
			{
				map->culprit = kept->row;
				return error;
			}
		}
	}
	return PLAN_OK;
}

/* One byte of a key whose order as an unsigned number is that of (node, month). */
static inline unsigned
key_byte(const CubeSlot *slot, int byte)
{
	if (byte < 4)
		return (((uint32_t) slot->month ^ UINT32_C(0x80000000)) >> (8 * byte)) & 0xff;
	return (((uint64_t) slot->node ^ UINT64_C(0x8000000000000000)) >> (8 * (byte - 4))) & 0xff;
}

#define KEY_BYTES 12

/* One pass of a radix sort; false when the byte is the same everywhere. */
static bool
sort_by_byte(const CubeSlot *from, CubeSlot *to, uint32_t count, int byte)
{
	uint32_t	start[256] = {0};
	uint32_t	sum = 0;

	for (uint32_t i = 0; i < count; i++)
		start[key_byte(&from[i], byte)]++;
	if (start[key_byte(&from[0], byte)] == count)
		return false;
	for (int i = 0; i < 256; i++)
	{
		uint32_t	here = start[i];

		start[i] = sum;
		sum += here;
	}
	for (uint32_t i = 0; i < count; i++)
		to[start[key_byte(&from[i], byte)]++] = from[i];
	return true;
}

/* The slots in use by node and month, in memory that is the caller's to release. */
CubeSlot *
cube_sorted_slots(const CubeMap *map, InterruptCheck check)
{
	size_t		size = (size_t) (map->cells > 0 ? map->cells : 1) * sizeof(CubeSlot);
	CubeSlot   *sorted = map->memory.allocate(map->memory.context, size);
	CubeSlot   *other = map->memory.allocate(map->memory.context, size);
	size_t		count = (size_t) 1 << map->slot_bits;
	uint32_t	used = 0;

	for (size_t i = 0; i < count; i++)
		if (map->slots[i].cell != 0)
			sorted[used++] = map->slots[i];
	for (int byte = 0; used > 0 && byte < KEY_BYTES; byte++)
	{
		CubeSlot   *swap = sorted;

		check();
		if (!sort_by_byte(sorted, other, used, byte))
			continue;
		sorted = other;
		other = swap;
	}
	map->memory.release(map->memory.context, other);
	return sorted;
}
