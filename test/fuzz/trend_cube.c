/*
 * Cubes of trends: a map filled row by row, directly and in batches, or in two halves that
 * are then merged, holds of each node what a plain array of trends does.
 */
#include "core/trend_cube.h"

#include "fuzz.h"

#define MAX_INPUT_SIZE 400

#define NODES 2048
#define MAX_ALLOCATIONS 8192

/* Memory of a map, all of which is released at the end. */
typedef struct Heap
{
	int			count;
	void	   *pointer[MAX_ALLOCATIONS];
} Heap;

static void *
allocate(void *context, size_t size)
{
	Heap	   *heap = context;
	void	   *pointer = NULL;

	CHECK(heap->count < MAX_ALLOCATIONS && posix_memalign(&pointer, 64, size) == 0);
	memset(pointer, 0xa5, size);
	return heap->pointer[heap->count++] = pointer;
}

static void
release(void *context, void *pointer)
{
	Heap	   *heap = context;
	int			i = heap->count - 1;

	while (i >= 0 && heap->pointer[i] != pointer)
		i--;
	CHECK(i >= 0);
	free(pointer);
	heap->pointer[i] = heap->pointer[--heap->count];
}

static void
release_all(Heap *heap)
{
	while (heap->count > 0)
		free(heap->pointer[--heap->count]);
}

static const double figures[8] = {0.0, 1.0, -10.58, 1e-6, 123456.789, -4e15, 7e-25, 5e-324};
static const double weights[4] = {1.0, 1.0, 0.3, 0.0};

static Trend trends[NODES];
static bool is_used[NODES];
static uint32_t num_used;

static PlanError
add_row(TrendCubeMap *cube, int64_t node, int32_t day, double value, double weight)
{
	TrendCubeRow row = {value, weight, day};

	num_used += !is_used[node + 5];
	is_used[node + 5] = true;
	return trend_cube_add(cube, node, 0, &row);
}

/* Add what the bytes say, first to enough other nodes that rows are kept back. */
static void
add_rows(TrendCubeMap *cube, const uint8_t *data, size_t size, bool many)
{
	if (many)
		for (int node = 0; node < NODES; node++)
		{
			CHECK(add_row(cube, node - 5, node, 0.5, 1.0) == PLAN_OK);
			CHECK(trend_add_row(&trends[node], 1, node, 0.5, 1.0) == PLAN_OK);
		}
	for (; size >= 4; data += 4, size -= 4)
	{
		int			node = (data[0] | data[1] << 8) % NODES;
		double		value = figures[data[2] % 8];
		double		weight = weights[data[3] % 4];
		int32_t		day = (data[3] - 128) * (data[2] & 8 ? 1 : 9999);

		CHECK(add_row(cube, node - 5, day, value, weight) == PLAN_OK);
		CHECK(trend_add_row(&trends[node], 1, day, value, weight) == PLAN_OK);
	}
	CHECK(trend_cube_flush(cube) == PLAN_OK);
}

static void
never(void)
{
}

static void
check_map(const TrendCubeMap *cube)
{
	CellSlot   *slots = cellmap_sorted_slots(&cube->cells, NULL);

	for (uint32_t i = 0; i < cube->cells.cells; i++)
	{
		Trend		trend;

		CHECK(i == 0 || slots[i - 1].node < slots[i].node);
		CHECK(cellmap_unpack(&cube->cells, cellmap_numbered(&cube->cells, slots[i].cell - 1),
							 &trend) == PLAN_OK);
		CHECK(trend_compare(&trend, &trends[slots[i].node + 5]) == 0);
		memset(&trends[slots[i].node + 5], 0, sizeof(Trend));
		CHECK(is_used[slots[i].node + 5]);
		is_used[slots[i].node + 5] = false;
	}
	cube->cells.memory.release(cube->cells.memory.context, slots);
	/* What is left over is missing from the map. */
	CHECK(cube->cells.cells == num_used);
	num_used = 0;
}

static void
merge(TrendCubeMap *cube, const TrendCubeMap *other)
{
	CellSlot   *slots = cellmap_sorted_slots(&other->cells, NULL);

	for (uint32_t i = 0; i < other->cells.cells; i++)
	{
		Trend		trend;

		CHECK(cellmap_unpack(&other->cells, cellmap_numbered(&other->cells, slots[i].cell - 1),
							 &trend) == PLAN_OK);
		CHECK(cellmap_merge(&cube->cells, slots[i].node, 0, &trend,
							trend_cube_cell_type.add) == PLAN_OK);
	}
	other->cells.memory.release(other->cells.memory.context, slots);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static Heap heap;
	CellMemory	memory = {allocate, release, &heap, never};
	TrendCubeMap cube,
				other;
	HashKey		key = {size * 2 + 1, UINT64_MAX};
	HashKey		other_key = {size, UINT64_C(0x9e3779b97f4a7c15)};
	/* Rarely, since it takes as long as a hundred others. */
	bool		many = is_one_of(64, data, size);

	trend_cube_init(&cube, &trend_cube_cell_type, memory, &key, NODES);
	trend_cube_init(&other, &trend_cube_cell_type, memory, &other_key, NODES);
	add_rows(&cube, data, size / 2, many);
	add_rows(&other, data + size / 2, size - size / 2, false);
	merge(&cube, &other);
	check_map(&cube);
	release_all(&heap);
	return 0;
}
