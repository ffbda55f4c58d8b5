/*
 * Cubes of figures: a map filled value by value, directly and in batches, or in two halves that
 * are then merged, holds of each node and month what a plain array of figures does.
 */
#include "core/figure_cube.h"

#include "fuzz.h"

#define MAX_INPUT_SIZE 400

#define NODES 2048
#define MONTHS 4
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

/* Of each node and month: nodes differ in kind. */
static Figure figures[NODES][MONTHS];
static uint32_t num_figures;

static FigureKind
kind_of_node(int node)
{
	FigureKind	kind =
		{(uint8_t) (1 + node % (VALUE_FIRST + 1)), (uint8_t) (ACROSS_SUM + node % 5)};

	return kind;
}

static void
add_value(FigureCubeMap *cube, int node, int month, int32_t day, double number)
{
	DatedValue	value = {number, day, kind_of_node(node)};

	num_figures += figures[node][month].kind.kind == 0;
	CHECK(figure_cube_add(cube, node - 5, month, &value) == PLAN_OK);
	CHECK(figure_add_any(&figures[node][month], &value) == PLAN_OK);
}

/* Add what the bytes say, first to enough other nodes that rows are kept back. */
static void
add_values(FigureCubeMap *cube, const uint8_t *data, size_t size, bool many)
{
	if (many)
		for (int node = 0; node < NODES; node++)
			add_value(cube, node, 0, node, 0.5);
	for (; size >= 4; data += 4, size -= 4)
	{
		int			month = data[2] % MONTHS;

		add_value(cube, (data[0] | data[1] << 8) % NODES, month, month * 31 + data[2] / MONTHS % 31,
				  data[3] == 0 ? NAN : data[3] == 1 ? -0.0 : data[3] == 2 ? 5e-324 : data[3] / 7.0);
	}
	CHECK(figure_cube_flush(cube) == PLAN_OK);
}

static void
never(void)
{
}

static void
check_map(const FigureCubeMap *cube)
{
	CellSlot   *slots = cellmap_sorted_slots(&cube->cells, NULL);

	for (uint32_t i = 0; i < cube->cells.cells; i++)
	{
		Figure		figure;
		Figure	   *plain = &figures[slots[i].node + 5][slots[i].month];

		memset(&figure, 0, sizeof(figure));
		CHECK(i == 0 || slots[i - 1].node < slots[i].node ||
			  (slots[i - 1].node == slots[i].node && slots[i - 1].month < slots[i].month));
		CHECK(cellmap_unpack(&cube->cells, cellmap_numbered(&cube->cells, slots[i].cell - 1),
							 &figure) == PLAN_OK);
		CHECK(figure_is_valid(&figure));
		CHECK(memcmp(&figure, plain, sizeof(figure)) == 0);
		memset(plain, 0, sizeof(*plain));
	}
	cube->cells.memory.release(cube->cells.memory.context, slots);
	/* What is left over is missing from the map. */
	CHECK(cube->cells.cells == num_figures);
	num_figures = 0;
}

static void
merge(FigureCubeMap *cube, const FigureCubeMap *other)
{
	CellSlot   *slots = cellmap_sorted_slots(&other->cells, NULL);

	for (uint32_t i = 0; i < other->cells.cells; i++)
	{
		Figure		figure;

		memset(&figure, 0, sizeof(figure));
		CHECK(cellmap_unpack(&other->cells, cellmap_numbered(&other->cells, slots[i].cell - 1),
							 &figure) == PLAN_OK);
		CHECK((i % 2 == 0 ?
			   cellmap_merge(&cube->cells, slots[i].node, slots[i].month, &figure,
							 figure_cell_type.add)
			   : cellmap_merge_packed(&cube->cells, slots[i].node, slots[i].month,
									  &figure)) == PLAN_OK);
	}
	other->cells.memory.release(other->cells.memory.context, slots);
}

/* A value of another kind is refused, and leaves the cell as it was. */
static void
check_refused(FigureCubeMap *cube, const uint8_t *data)
{
	int			node = (data[0] | data[1] << 8) % NODES;
	int			month = data[2] % MONTHS;
	DatedValue	value = {1.0, 0, kind_of_node(node + 1)};

	CHECK(figure_cube_add(cube, node - 5, month, &value) == PLAN_MIXED_KINDS ||
		  figure_cube_flush(cube) == PLAN_MIXED_KINDS);
	CHECK(cube->failed_node == node - 5 && cube->failed_month == month);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static Heap heap;
	CellMemory	memory = {allocate, release, &heap, never};
	FigureCubeMap cube,
				other;
	HashKey		key = {size * 2 + 1, UINT64_MAX};
	HashKey		other_key = {size, UINT64_C(0x9e3779b97f4a7c15)};
	/* Rarely, since it takes as long as a hundred others. */
	bool		many = is_one_of(64, data, size);

	figure_cube_init(&cube, &figure_cell_type, memory, &key, NODES * MONTHS);
	figure_cube_init(&other, &figure_cell_type, memory, &other_key, NODES * MONTHS);
	add_values(&cube, data, size / 2, many);
	add_values(&other, data + size / 2, size - size / 2, false);
	merge(&cube, &other);
	if (size >= 8)
		check_refused(&cube, data);
	check_map(&cube);
	release_all(&heap);
	return 0;
}
