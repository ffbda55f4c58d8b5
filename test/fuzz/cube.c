/*
 * Cubes: a map filled row by row, directly and in batches, or in two halves that are then
 * merged, holds in each cell what a plain array of scorecards does, whether its keys lie close
 * together, as in a grid, far apart, or at the ends of their ranges; its slots sort.
 */
#include "core/cube.h"

#include "fuzz.h"

#define MAX_INPUT_SIZE 400

#define NODES 32
#define MONTHS 64
#define MAX_ROWS 1300
#define MAX_ALLOCATIONS 4096

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

typedef struct Row
{
	int			node;			/* below NODES */
	int			month;			/* below MONTHS */
	JudgedRow	row;
} Row;

static const double figures[16] = {
	0.0, 1.0, -1.0, 10.58, 1e-6, 123456.789, 4e18, -4e18, 1e-30, 5e-324, 7e30, -7e30, 0.1, 63.0,
		NAN, 1.0
};

/* A row from four bytes, or now and then with a figure of any bits. */
static Row
make_row(const uint8_t *data, size_t size, int i)
{
	size_t		from = (size_t) i * 4 + (size_t) i / size;
	uint8_t		byte[4];
	Row			row;

	for (size_t k = 0; k < 4; k++)
		byte[k] = data[(from + k) % size];
	row.node = (byte[0] + i) % NODES;
	row.month = (byte[1] + i / NODES) % MONTHS;
	row.row.actual = figures[byte[2] % 16];
	row.row.target = figures[byte[2] / 16];
	row.row.weight = fabs(figures[byte[3] % 14]);
	row.row.verdict = (Verdict) (byte[3] / 16 % NUM_VERDICTS);
	row.row.score = byte[3] < 32 ? NAN : figures[byte[3] % 16];
	if (byte[3] == 0xff && from % size + sizeof(double) < size)
	{
		double		any;

		memcpy(&any, data + from % size, sizeof(any));
		*(byte[2] % 2 ? &row.row.weight : &row.row.actual) = any;
	}
	/* A row that was judged has finite figures beside its actual. */
	if (isinf(row.row.score))
		row.row.score = 1.0;
	return row;
}

/* How keys lie. */
static enum
{
	FAR_APART,
	CLOSE,
	LAST,
	FIRST						/* but for the last one */
}			layout;

static int64_t
node_id(int node)
{
	switch (layout)
	{
		case FAR_APART:
			return (int64_t) (node - NODES / 2) * INT64_C(0x0303030303030301);
		case CLOSE:
			return node - NODES / 2;
		case LAST:
			return INT64_MAX - (NODES - 1 - node);
		default:
			return node == NODES - 1 ? INT64_MAX : INT64_MIN + node;
	}
}

static int32_t
month_number(int month)
{
	switch (layout)
	{
		case FAR_APART:
			return (month - MONTHS / 2) * 65537;
		case CLOSE:
			return month - MONTHS / 2;
		case LAST:
			return INT32_MAX - (MONTHS - 1 - month);
		default:
			return month == MONTHS - 1 ? INT32_MAX : INT32_MIN + month;
	}
}

typedef struct Reference
{
	int			cells;
	bool		used[NODES][MONTHS];
	Scorecard	card[NODES][MONTHS];
} Reference;

static void
never(void)
{
}

static void
check_map(const CellMap *map, const Reference *reference)
{
	CellSlot   *slots = cellmap_sorted_slots(map, NULL);
	bool	   *taken = calloc(map->cells + 1, 1);
	uint32_t	place = 0;

	CHECK(map->cells == (uint32_t) reference->cells);
	for (int node = 0; node < NODES; node++)
		for (int month = 0; month < MONTHS; month++)
		{
			Scorecard	card;

			if (!reference->used[node][month])
				continue;
			CHECK(slots[place].node == node_id(node) && slots[place].month == month_number(month));
			CHECK(slots[place].cell >= 1 && slots[place].cell <= map->cells &&
				  !taken[slots[place].cell]);
			taken[slots[place].cell] = true;
			CHECK(cellmap_unpack(map, cellmap_numbered(map, slots[place].cell - 1),
								 &card) == PLAN_OK);
			CHECK(memcmp(&card, &reference->card[node][month], sizeof(card)) == 0);
			place++;
		}
	CHECK(place == map->cells);
	map->memory.release(map->memory.context, slots);
	free(taken);
}

/* Add what one map holds to another, or take it from that. */
static PlanError
merge_maps(CellMap *map, const CellMap *other, CellOperation operation)
{
	CellSlot   *slots = cellmap_sorted_slots(other, NULL);
	PlanError	error = PLAN_OK;

	for (uint32_t i = 0; error == PLAN_OK && i < other->cells; i++)
	{
		void	   *cell = cellmap_numbered(other, slots[i].cell - 1);
		Scorecard	card;

		if (*cell_overflow(cell) == NULL && operation == cube_cell_type.add)
		{
			error = cellmap_merge_packed(map, slots[i].node, slots[i].month, cell);
			continue;
		}
		error = cellmap_unpack(other, cell, &card);
		if (error == PLAN_OK)
			error = cellmap_merge(map, slots[i].node, slots[i].month, &card, operation);
	}
	other->memory.release(other->memory.context, slots);
	return error;
}

/* Take from one map all that the other holds, which is the same. */
static void
check_nothing_left(CellMap *map, const CellMap *other)
{
	CHECK(merge_maps(map, other, cube_cell_type.subtract) == PLAN_OK);
	for (uint32_t i = 0; i < map->cells; i++)
	{
		Scorecard	card;

		CHECK(cellmap_unpack(map, cellmap_numbered(map, i), &card) == PLAN_OK);
		CHECK(cell_bytes_are_zero(&card, sizeof(card)));
	}
}

static PlanError
add_row(CubeMap *map, const Row *row)
{
	return cube_add(map, node_id(row->node), month_number(row->month), &row->row);
}

/* Rows up to the first that is wrong by itself, which is left in "bad". */
static bool
fill_reference(Reference *reference, const Row *rows, int count, const Row **bad)
{
	*bad = NULL;
	reference->cells = 0;
	memset(reference->used, 0, sizeof(reference->used));
	for (int i = 0; i < count; i++)
	{
		const Row  *row = &rows[i];
		Scorecard	alone;

		memset(&alone, 0, sizeof(alone));
		if (scorecard_any_row(&alone, 1, &row->row) != PLAN_OK)
		{
			*bad = row;
			return true;
		}
		if (!reference->used[row->node][row->month])
		{
			memset(&reference->card[row->node][row->month], 0, sizeof(Scorecard));
			reference->used[row->node][row->month] = true;
			reference->cells++;
		}
		/* Sums that overflow together may do so later in a map, or not at all. */
		if (scorecard_any_row(&reference->card[row->node][row->month], 1, &row->row) != PLAN_OK)
			return false;
	}
	return true;
}

static void
check_rows(const Row *rows, int count, uint32_t max_cells)
{
	/* What a map holds does not depend on its key. */
	static const HashKey keys[3] = {
		{UINT64_C(0x9e3779b97f4a7c15), UINT64_C(0xc2b2ae3d27d4eb4f)}, {1, UINT64_C(1) << 32},
		{UINT64_C(0xf1357aea2e62a9c5), UINT64_MAX}
	};
	static Reference reference;
	static Heap heaps[3];
	CubeMap		maps[3];
	const Row  *bad;
	PlanError	error = PLAN_OK;

	if (!fill_reference(&reference, rows, count, &bad))
		return;
	for (int i = 0; i < 3; i++)
		cube_init(&maps[i], &cube_cell_type, (CellMemory) {allocate, release, &heaps[i], never},
				  &keys[i], i == 0 ? max_cells : UINT32_MAX);
	for (int i = 0; error == PLAN_OK && i < count; i++)
		error = add_row(&maps[0], &rows[i]);
	if (error == PLAN_OK)
		error = cube_flush(&maps[0]);
	CHECK((error == PLAN_OK) == (bad == NULL && (uint32_t) reference.cells <= max_cells));
	if (bad != NULL && error != PLAN_TOO_LARGE)
		CHECK(memcmp(&maps[0].failed_row, &bad->row, offsetof(JudgedRow, verdict)) == 0);
	CHECK(error != PLAN_TOO_LARGE || maps[0].cells.cells == max_cells);
	if (error == PLAN_OK)
	{
		CHECK((maps[0].batch != NULL) == (maps[0].cells.cells > CELLS_IN_CACHE));
		check_map(&maps[0].cells, &reference);
		for (int i = 0; i < count; i++)
			CHECK(add_row(&maps[1 + i % 3 / 2], &rows[i]) == PLAN_OK);
		CHECK(cube_flush(&maps[1]) == PLAN_OK && cube_flush(&maps[2]) == PLAN_OK);
		if (merge_maps(&maps[1].cells, &maps[2].cells, cube_cell_type.add) == PLAN_OK)
		{
			check_map(&maps[1].cells, &reference);
			check_nothing_left(&maps[1].cells, &maps[0].cells);
		}
	}
	for (int i = 0; i < 3; i++)
		release_all(&heaps[i]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static Row	rows[MAX_ROWS];
	/* Rarely, since it takes as long as twenty others. */
	bool		many = is_one_of(64, data, size);
	int			count;

	if (size < 3)
		return 0;
	count = many ? 1040 + data[1] : data[1] / 2;
	layout = data[0] / 64;
	memset(rows, 0, (size_t) count * sizeof(Row));
	for (int i = 0; i < count; i++)
		rows[i] = make_row(data + 2, size - 2, i);
	/* Each of the first has a cell of its own, so that the others wait in batches. */
	for (int i = 0; many && i <= CELLS_IN_CACHE; i++)
	{
		rows[i].node = i % NODES;
		rows[i].month = i / NODES;
	}
	/* Sometimes a row is wrong, and is told from all others. */
	if (count > 0 && data[size - 1] % 8 == 0)
	{
		int			i = (data[size - 1] * 97 + data[1]) % count;

		rows[i].row.weight = -1.0 - i;
	}
	/* Sometimes there may be fewer cells than rows. */
	check_rows(rows, count, data[0] % 5 == 0 ? (uint32_t) (count * (data[1] % 8) / 8) : UINT32_MAX);
	return 0;
}
