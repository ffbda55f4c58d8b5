/*
 * cellmap.c
 *		A map from (node, month) to cells, such as scorecards or trends.
 */
#include "core/cellmap.h"

#define FIRST_SLOT_BITS 4

/*
 * A grid is made of slots where it has at most so many places for each cell: it takes no more
 * memory than slots do.  One that grows, with room to spare, may have twice as many.
 */
#define MAX_PLACES_PER_CELL 16

/*
 * Slots.
 */

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
	map->span = (CellSpan) {INT64_MAX, INT64_MIN, INT32_MAX, INT32_MIN};
}

/* The slot that has the key, or the empty one where it belongs. */
static inline CellSlot *
find_slot(const CellMap *map, int64_t node, int32_t month)
{
	CellSlot   *slot = cellmap_home_slot(map, node, month);

	while (slot->cell != 0 && (slot->node != node || slot->month != month))
		if (++slot == map->slots + ((size_t) 1 << map->slot_bits))
			slot = map->slots;
	return slot;
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
			*find_slot(map, slot->node, slot->month) = *slot;
	}
	map->memory.release(map->memory.context, old);
}

/*
 * Grids.
 */

static void
widen_span(CellSpan *span, int64_t node, int32_t month)
{
	span->least_node = node < span->least_node ? node : span->least_node;
	span->greatest_node = node > span->greatest_node ? node : span->greatest_node;
	span->least_month = month < span->least_month ? month : span->least_month;
	span->greatest_month = month > span->greatest_month ? month : span->greatest_month;
}

/* Nodes that have room for others on both sides, as far as there are numbers. */
static void
spread_nodes(CellGrid *grid, const CellSpan *span)
{
	uint64_t	room = grid->nodes / 2;
	uint64_t	below = (uint64_t) span->least_node - (uint64_t) INT64_MIN;
	uint64_t	above = (uint64_t) INT64_MAX - (uint64_t) span->greatest_node;

	below = below < room ? below : room;
	above = above < room ? above : room;
	grid->first_node = (int64_t) ((uint64_t) span->least_node - below);
	grid->nodes += below + above;
}

/* Months have the room that a power of two leaves, as far as there are numbers. */
static void
spread_months(CellGrid *grid, const CellSpan *span, uint64_t months)
{
	int64_t		count = 1;
	int64_t		first;

	for (grid->month_bits = 0; (uint64_t) count < months; count *= 2)
		grid->month_bits++;
	first = span->least_month - (count - (int64_t) months) / 2;
	if (first + count - 1 > INT32_MAX)
		first = INT32_MAX - count + 1;
	grid->first_month = (int32_t) (first < INT32_MIN ? INT32_MIN : first);
}

/* The grid of a span of keys, to be allocated; false where it has too many places for its cells. */
static bool
plan_grid(CellGrid *grid, const CellSpan *span, uint32_t cells, bool grows)
{
	uint64_t	months = (uint64_t) ((int64_t) span->greatest_month - span->least_month) + 1;
	uint64_t	places = (uint64_t) cells * MAX_PLACES_PER_CELL * (grows ? 2 : 1);

	grid->nodes = (uint64_t) span->greatest_node - (uint64_t) span->least_node;
	if (grid->nodes >= places || months > places)
		return false;
	grid->nodes++;
	grid->first_node = span->least_node;
	if (grows)
		spread_nodes(grid, span);
	spread_months(grid, span, months);
	return grid->nodes <= places >> grid->month_bits;
}

static void
allocate_grid(CellMap *map, CellGrid *grid)
{
	size_t		size = (grid->nodes << grid->month_bits) * sizeof(uint32_t);

	grid->cell = map->memory.allocate(map->memory.context, size);
	memset(grid->cell, 0, size);
}

/* A grid in place of the slots; false where it would be too large. */
static bool
change_to_grid(CellMap *map)
{
	size_t		count = (size_t) 1 << map->slot_bits;
	CellGrid	grid;

	if (!plan_grid(&grid, &map->span, map->cells + 1, false))
		return false;
	allocate_grid(map, &grid);
	for (size_t i = 0; i < count; i++)
	{
		const CellSlot *slot = &map->slots[i];

		check_at_times((uint32_t) i, map->memory.check);
		if (slot->cell != 0)
			*cellgrid_place(&grid, slot->node, slot->month) = slot->cell;
	}
	map->memory.release(map->memory.context, map->slots);
	map->slots = NULL;
	map->grid = grid;
	return true;
}

typedef void (*CellVisitor) (void *context, const CellSlot *slot);

/* Visit the cells of a grid in the order of their keys. */
static void
for_each_in_grid(const CellMap *map, CellVisitor visit, void *context)
{
	const CellGrid *grid = &map->grid;
	uint32_t	months = (uint32_t) 1 << grid->month_bits;
	const uint32_t *place = grid->cell;

	for (uint64_t row = 0; row < grid->nodes; row++)
		for (uint32_t column = 0; column < months; column++, place++)
		{
			CellSlot	slot = {.cell = *place};

			check_at_times((uint32_t) (place - grid->cell), map->memory.check);
			if (slot.cell == 0)
				continue;
			slot.node = (int64_t) ((uint64_t) grid->first_node + row);
			slot.month = (int32_t) ((uint32_t) grid->first_month + column);
			visit(context, &slot);
		}
}

static void
put_into_grid(void *context, const CellSlot *slot)
{
	*cellgrid_place(context, slot->node, slot->month) = slot->cell;
}

static void
put_into_slots(void *context, const CellSlot *slot)
{
	*find_slot(context, slot->node, slot->month) = *slot;
}

/* A larger grid; false where it would be too large. */
static bool
grow_grid(CellMap *map)
{
	CellGrid	grid;

	if (!plan_grid(&grid, &map->span, map->cells + 1, true))
		return false;
	allocate_grid(map, &grid);
	for_each_in_grid(map, put_into_grid, &grid);
	map->memory.release(map->memory.context, map->grid.cell);
	map->grid = grid;
	return true;
}

/* Slots in place of the grid, with room for one cell more. */
static void
change_to_slots(CellMap *map)
{
	map->slot_bits = FIRST_SLOT_BITS;
	while ((uint64_t) (map->cells + 1) * 2 > (uint64_t) 1 << map->slot_bits)
		map->slot_bits++;
	map->slots = new_slots(map, map->slot_bits);
	for_each_in_grid(map, put_into_slots, map);
	map->memory.release(map->memory.context, map->grid.cell);
	memset(&map->grid, 0, sizeof(map->grid));
}

/*
 * Cells.
 */

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

/* See that there is room for a key that has no cell. */
static void
make_room(CellMap *map, int64_t node, int32_t month)
{
	widen_span(&map->span, node, month);
	if (map->slots == NULL)
	{
		if (cellgrid_place(&map->grid, node, month) == NULL && !grow_grid(map))
			change_to_slots(map);
	}
	/* Beyond half full, probing grows long. */
	else if ((uint64_t) (map->cells + 1) * 2 > (uint64_t) 1 << map->slot_bits &&
			 !change_to_grid(map))
		grow_slots(map);
}

/* The cell of a key that the grid does not tell: one of the slots, or a new one. */
void *
cellmap_find_cell(CellMap *map, int64_t node, int32_t month)
{
	void	   *cell;

	if (map->slots != NULL)
	{
		const CellSlot *slot = find_slot(map, node, month);

		if (slot->cell != 0)
			return cellmap_numbered(map, slot->cell - 1);
	}
	if (map->cells >= map->max_cells)
		return NULL;
	make_room(map, node, month);
	cell = next_cell(map);
	if (map->slots != NULL)
		*find_slot(map, node, month) = (CellSlot) {node, month, map->cells};
	else
		*cellgrid_place(&map->grid, node, month) = map->cells;
	return cell;
}

/*
 * What cells hold.
 */

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
	void	   *cell = cellmap_cell(map, node, month);
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

/* Add what is packed to a packed part, or copy it there; false where it is to be unpacked. */
static bool
merge_packed_part(const CellType *type, void *cell, const void *packed)
{
	if (type->merge != NULL)
		return type->merge(cell, packed);
	if (!cell_bytes_are_zero(cell, CELL_SIZE))
		return false;
	memcpy(cell, packed, type->packed_size);
	return true;
}

/* Add what is packed. */
PlanError
cellmap_merge_packed(CellMap *map, int64_t node, int32_t month, const void *packed)
{
	void	   *cell = cellmap_cell(map, node, month);
	_Alignas(16) char sum[CELL_MAX_WHOLE];
	PlanError	error;

	if (cell == NULL)
		return PLAN_TOO_LARGE;
	if (merge_packed_part(map->type, cell, packed))
		return PLAN_OK;
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

static void
list_slot(void *context, const CellSlot *slot)
{
	CellSlot  **next = context;

	*(*next)++ = *slot;
}

/* All cells with their keys; in a grid they stand in order. */
static void
list_slots(const CellMap *map, CellSlot *slots)
{
	size_t		count = (size_t) 1 << map->slot_bits;

	if (map->slots == NULL)
		for_each_in_grid(map, list_slot, &slots);
	else
		for (size_t i = 0; i < count; i++)
			if (map->slots[i].cell != 0)
				*slots++ = map->slots[i];
}

static CellSlot *
sort_slots(const CellMap *map, CellSlot *slots, size_t size)
{
	CellSlot   *other = map->memory.allocate(map->memory.context, size);

	for (int byte = 0; map->cells > 0 && byte < KEY_BYTES; byte++)
	{
		CellSlot   *swap = slots;

		map->memory.check();
		if (!sort_by_byte(slots, other, map->cells, byte))
			continue;
		slots = other;
		other = swap;
	}
	map->memory.release(map->memory.context, other);
	return slots;
}

/*
 * The slots in use by node and month, in memory that is the caller's to release.  Where there are
 * places, nodes are numbers from 0, and in the slots that are returned each is its place.
 */
CellSlot *
cellmap_sorted_slots(const CellMap *map, const uint32_t *places)
{
	size_t		size = (size_t) (map->cells > 0 ? map->cells : 1) * sizeof(CellSlot);
	CellSlot   *slots = map->memory.allocate(map->memory.context, size);

	list_slots(map, slots);
	if (places == NULL && map->slots == NULL)
		return slots;
	for (uint32_t i = 0; places != NULL && i < map->cells; i++)
		slots[i].node = places[slots[i].node];
	return sort_slots(map, slots, size);
}
