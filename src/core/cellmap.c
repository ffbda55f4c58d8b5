/*
 * cellmap.c
 *		A map from (node, month) to cells, such as scorecards or trends.
 */
#include "core/cellmap.h"

#define FIRST_SLOT_BITS 4

static CellSlot *
new_slots(CellMap *map, uint32_t bits)
{
	size_t		size = sizeof(CellSlot) << bits;
	CellSlot   *slots = map->memory.allocate(map->memory.context, size);

	memset(slots, 0, size);
	return slots;
}

void
cellmap_init(CellMap *map, const CellType *type, CellMemory memory, const HashKey *key,
			 uint32_t max_cells)
{
	memset(map, 0, sizeof(*map));
	map->type = type;
	map->memory = memory;
	map->key = *key;
	map->max_cells = max_cells;
	map->slot_bits = FIRST_SLOT_BITS;
	map->slots = new_slots(map, FIRST_SLOT_BITS);
}

static void
grow_slots(CellMap *map)
{
	CellSlot   *old = map->slots;
	size_t		count = (size_t) 1 << map->slot_bits;

	map->slots = new_slots(map, map->slot_bits + 1);
	map->slot_bits++;
	for (size_t i = 0; i < count; i++)
	{
		const CellSlot *slot = &old[i];

		check_at_times((uint32_t) i, map->memory.check);
		if (slot->cell != 0)
			*cellmap_find_slot(map, cellmap_hash(map, slot->node, slot->month), slot->node, slot->month) = *slot;
	}
	map->memory.release(map->memory.context, old);
}

/* An empty cell, with its number. */
static void *
next_cell(CellMap *map)
{
	uint32_t	number = map->cells;
	uint32_t	in_first = number >> CELL_FIRST_CHUNK_BITS;
	void	   *cell;

	/* The first cell of a chunk: as many follow as stand before it. */
	if (number == 0 || (in_first != 0 && number == in_first << CELL_FIRST_CHUNK_BITS &&
						(in_first & (in_first - 1)) == 0))
	{
		int			chunk = in_first == 0 ? 0 : 32 - __builtin_clz(in_first);
		size_t		cells = in_first == 0 ? (size_t) 1 << CELL_FIRST_CHUNK_BITS : number;

		map->chunks[chunk] = map->memory.allocate(map->memory.context, cells * CELL_SIZE);
	}
	map->cells++;
	cell = cellmap_numbered(map, number);
	memset(cell, 0, CELL_SIZE);
	return cell;
}

/* Give a key that has none a cell, and its slot, which is empty. */
void *
cellmap_new_cell(CellMap *map, CellSlot *slot, uint64_t hash, int64_t node, int32_t month)
{
	void	   *cell;

	if (map->cells >= map->max_cells)
		return NULL;
	/* Beyond half full, probing grows long. */
	if ((uint64_t) (map->cells + 1) * 2 > (uint64_t) 1 << map->slot_bits)
	{
		grow_slots(map);
		slot = cellmap_find_slot(map, hash, node, month);
	}
	cell = next_cell(map);
	slot->node = node;
	slot->month = month;
	slot->cell = map->cells;
	return cell;
}

/* All that a cell holds. */
PlanError
cellmap_unpack(const CellMap *map, const void *cell, void *whole)
{
	const void *overflow = *cell_overflow((void *) cell);

	if (overflow != NULL)
		memcpy(whole, overflow, map->type->whole_size);
	else
		memset(whole, 0, map->type->whole_size);
	return map->type->add_packed(whole, cell);
}

/* The overflow of a cell, which is made if there is none. */
void *
cellmap_overflow(CellMap *map, void *cell)
{
	void	  **overflow = cell_overflow(cell);

	if (*overflow == NULL)
	{
		*overflow = map->memory.allocate(map->memory.context, map->type->whole_size);
		memset(*overflow, 0, map->type->whole_size);
	}
	return *overflow;
}

/* Set what a cell holds. */
void
cellmap_pack(CellMap *map, void *cell, const void *whole)
{
	const CellType *type = map->type;

	if (type->pack(cell, whole))
	{
		if (*cell_overflow(cell) != NULL)
			memset(*cell_overflow(cell), 0, type->whole_size);
		return;
	}
	memcpy(cellmap_overflow(map, cell), whole, type->whole_size);
	memset(cell, 0, type->packed_size);
}

PlanError
cellmap_merge(CellMap *map, int64_t node, int32_t month, const void *whole, CellOperation operation)
{
	void	   *cell = cellmap_cell(map, cellmap_hash(map, node, month), node, month);
	_Alignas(16) char sum[CELL_MAX_WHOLE];
	PlanError	error;

	if (cell == NULL)
		return PLAN_TOO_LARGE;
	error = cellmap_unpack(map, cell, sum);
	if (error == PLAN_OK)
		error = operation(sum, whole);
	if (error == PLAN_OK)
		cellmap_pack(map, cell, sum);
	return error;
}

/* Add what is packed; into a cell that is empty it is copied. */
PlanError
cellmap_merge_packed(CellMap *map, int64_t node, int32_t month, const void *packed)
{
	void	   *cell = cellmap_cell(map, cellmap_hash(map, node, month), node, month);
	_Alignas(16) char sum[CELL_MAX_WHOLE];
	PlanError	error;

	if (cell == NULL)
		return PLAN_TOO_LARGE;
	if (cell_bytes_are_zero(cell, CELL_SIZE))
	{
		memcpy(cell, packed, map->type->packed_size);
		return PLAN_OK;
	}
	error = cellmap_unpack(map, cell, sum);
	if (error == PLAN_OK)
		error = map->type->add_packed(sum, packed);
	if (error == PLAN_OK)
		cellmap_pack(map, cell, sum);
	return error;
}

/* One byte of a key whose order as an unsigned number is that of (node, month). */
static inline unsigned
key_byte(const CellSlot *slot, int byte)
{
	if (byte < 4)
		return (((uint32_t) slot->month ^ UINT32_C(0x80000000)) >> (8 * byte)) & 0xff;
	return (((uint64_t) slot->node ^ UINT64_C(0x8000000000000000)) >> (8 * (byte - 4))) & 0xff;
}

#define KEY_BYTES 12

/*
 * One pass of a radix sort; false when the byte is the same everywhere.  The passes of
 * pairsort.c have keys of 8 bytes: two of those would move more.
 */
static bool
sort_by_byte(const CellSlot *from, CellSlot *to, uint32_t count, int byte)
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

/*
 * The slots in use by node and month, in memory that is the caller's to release.  Where there are
 * places, nodes are numbers from 0, and in the slots that are returned each is its place.
 */
CellSlot *
cellmap_sorted_slots(const CellMap *map, const uint32_t *places)
{
	size_t		size = (size_t) (map->cells > 0 ? map->cells : 1) * sizeof(CellSlot);
	CellSlot   *sorted = map->memory.allocate(map->memory.context, size);
	CellSlot   *other = map->memory.allocate(map->memory.context, size);
	size_t		count = (size_t) 1 << map->slot_bits;
	uint32_t	used = 0;

	for (size_t i = 0; i < count; i++)
		if (map->slots[i].cell != 0)
			sorted[used++] = map->slots[i];
	for (uint32_t i = 0; places != NULL && i < used; i++)
		sorted[i].node = places[sorted[i].node];
	for (int byte = 0; used > 0 && byte < KEY_BYTES; byte++)
	{
		CellSlot   *swap = sorted;

		map->memory.check();
		if (!sort_by_byte(sorted, other, used, byte))
			continue;
		sorted = other;
		other = swap;
	}
	map->memory.release(map->memory.context, other);
	return sorted;
}
