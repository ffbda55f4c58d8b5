/*
 * cells.h
 *		Cubes: values by node and month, or by node alone, in one value.
 *
 * plan_cube, plan_trend_cube and plan_figure_cube are such.  Nodes are keys of any kind; texts and
 * uuids stand in a dictionary behind the cells, and a cell has the place of its node there.  Where
 * a cube knows entities of nodes, pairs of the two are what is called nodes here.  A
 * CellsType describes a cube; all that does not depend on what its cells hold stands here, and
 * PLAN_CELLS() makes its SQL functions.
 */
#ifndef TNPLAN_CELLS_H
#define TNPLAN_CELLS_H

#include "utils/memutils.h"

#include "core/cellmap.h"
#include "json.h"
#include "key_dictionary.h"
#include "key_pair.h"
#include "period.h"
#include "sliced.h"
#include "type.h"

#define CELLS_VERSION 1

typedef struct CellsState CellsState;
typedef struct CellsType CellsType;

/*
 * The cells of a cube by node and month, none of them empty; behind them what overflows; behind
 * that, where nodes are no numbers, how many there are as an int64, and their dictionary.
 */
typedef struct PlanCells
{
	uint32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		format;			/* CELLS_VERSION, and in the second byte the KeyKind of the nodes */
	int32		cells;
	int32		overflows;
	CalendarRule rule;			/* of months; the standard one where there are no cells */
} PlanCells;

/* What a stored cell begins with, before its packed part. */
typedef struct StoredCell
{
	int64		node;			/* a number, or the place of a key */
	int32		month;			/* under the rule; 0 where there are none */
	int32		overflow;		/* 0, or which overflow the packed part adds to, from 1 */
} StoredCell;

/* A cube that is being made, its cells in order. */
typedef struct CellsBuilder
{
	const CellsType *type;
	int32		cells;
	CalendarRule rule;
	bool		is_soft;		/* nodes of two kinds are told, rather than an error */
	bool		has_unlike;		/* where there are some */
	KeyTable	keys;			/* of the nodes so far, in their order */
	StringInfoData value;		/* the cube so far */
	StringInfoData overflows;	/* what is to stand behind its cells */
} CellsBuilder;

/* A cube of which only some cells are read: see sliced.h. */
typedef struct SlicedCells
{
	const CellsType *type;
	SlicedValue value;
	PlanCells	head;
	KeyDictionary keys;
} SlicedCells;

/* Room for what any cell holds. */
typedef union CellValue
{
	char		bytes[CELL_MAX_WHOLE];
	int64		force_alignment;
} CellValue;


struct CellsType
{
	const char *name;
	const CellType *cell;
	bool		by_month;
	bool		has_calendar;	/* months are those of any calendar */
	bool		has_entities;	/* nodes may be pairs of node and entity */
	size_t		text_size;		/* room for what a cell holds as text */
	size_t		wire_size;		/* of what a cell holds on the wire */
	PlanError	(*read) (const char *text, void *whole);
	size_t		(*write) (char *out, const void *whole);
	void		(*receive) (StringInfo buf, void *whole);
	void		(*send) (StringInfo buf, const void *whole);
	void		(*add_json) (JsonWriter *writer, const void *whole);
	/* Whether packed cells can be what they say; they are of days of any month.  May be NULL. */
	bool		(*is_valid) (const void *packed);
	/* Whether days that a cell knows are those of its month.  May be NULL. */
	bool		(*is_of_days) (const void *whole, int32 first, int32 end);
	/* Whether packed cells may be of one node, and the error if they are not.  May be NULL. */
	bool		(*are_alike) (const void *packed, const void *other);
	void		(*report_unlike) (const char *node, const void *packed, const void *other);
	/* The aggregate's state, which begins with a CellsState. */
	CellsState *(*new_state) (MemoryContext context);
	void		(*flush) (CellsState *state);
};

/* The state of an aggregate: a map, or, from a worker, a cube. */
struct CellsState
{
	CellMap    *map;
	CalendarRule rule;
	KeyTable	keys;			/* of the nodes, which have its numbers */
	const PlanCells *received;
};

/* Months that lie wholly within the calendar. */
#define CELLS_FIRST_MONTH (gregorian_month(GREGORIAN_FIRST_DAY) + 1)
#define CELLS_LAST_MONTH (gregorian_month(GREGORIAN_END_DAY) - 1)

static inline Period
month_period(int32 month)
{
	Period		period = {(int32) gregorian_month_start(month),
	(int32) gregorian_month_start(month + 1)};

	return period;
}

static inline size_t
stored_cell_size(const CellsType *type)
{
	return sizeof(StoredCell) + type->cell->packed_size;
}

/* More cells than this are more than one value may hold. */
static inline uint32
cells_max(const CellsType *type)
{
	return (MaxAllocSize - sizeof(PlanCells)) / stored_cell_size(type);
}

/* A cell by its number, from 0. */
static inline StoredCell *
cells_cell(const CellsType *type, const PlanCells *cells, int64 i)
{
	return (StoredCell *) ((char *) (cells + 1) + i * stored_cell_size(type));
}

#define PG_GETARG_PLAN_CELLS_P(n, type) cells_from_datum(type, PG_GETARG_DATUM(n))

/* cells.c */
pg_noreturn extern void report_too_many_cells(const CellsType *type);
extern const PlanCells *cells_from_datum(const CellsType *type, Datum datum);
extern size_t check_cells_head(const CellsType *type, const PlanCells *head, size_t size);
extern void cells_value(const CellsType *type, const PlanCells *cells, const StoredCell *cell,
						void *whole);
extern KeyDictionary cells_keys(const CellsType *type, const PlanCells *cells);
extern void begin_cells(CellsBuilder *builder, const CellsType *type, KeyKind kind,
						const CalendarRule *rule, int64 cells, size_t keys_size);
extern void append_packed_cell(CellsBuilder *builder, const Key *key, int32 month,
							   const void *packed);
extern void append_cell(CellsBuilder *builder, const Key *key, int32 month, const void *whole);
extern PlanCells *end_cells(CellsBuilder *builder);
extern int	compare_cell_keys(int64 node, int32 month, int64 other_node, int32 other_month);
extern bool is_month_in_calendar(const CalendarRule *rule, int32 month);
extern bool are_keys_of_one_node(KeyKind kind, const Key *key, const Key *other);
extern char *shown_node(KeyKind kind, const Key *key);
extern int	compare_cells(FunctionCallInfo fcinfo, const CellsType *type);
extern uint64 hash_cells(FunctionCallInfo fcinfo, uint64 seed, const CellsType *type);

/* cells_part.c */
extern void months_of_period(const CalendarRule *rule, Period period, int32 *first, int32 *end);
extern void open_cells(SlicedCells *cells, const CellsType *type, Datum datum);
extern bool find_node_argument(FunctionCallInfo fcinfo, int n, SlicedCells *cells, int64 *node);
extern int32 first_cell_from(SlicedCells *cells, int64 node, int32 month);
extern const StoredCell *peek_at_cell(SlicedCells *cells, int32 i);
extern void add_peeked_cell(SlicedCells *cells, const StoredCell *cell, void *sum);
extern Datum count_cells(FunctionCallInfo fcinfo, const CellsType *type);

/* cells_io.c */
extern Datum cells_in(FunctionCallInfo fcinfo, const CellsType *type);
extern Datum cells_out(FunctionCallInfo fcinfo, const CellsType *type);
extern Datum cells_recv(FunctionCallInfo fcinfo, const CellsType *type);
extern Datum cells_send(FunctionCallInfo fcinfo, const CellsType *type);
extern Datum cells_to_jsonb(FunctionCallInfo fcinfo, const CellsType *type);

/* cells_merge.c */
extern CellMemory cells_memory(MemoryContext context);
extern Datum cells_merge(FunctionCallInfo fcinfo, const CellsType *type);
extern Datum cells_whole(FunctionCallInfo fcinfo, const CellsType *type);
extern Datum cells_subtract(FunctionCallInfo fcinfo, const CellsType *type);
extern CellsState *first_cells_state(FunctionCallInfo fcinfo, const CellsType *type, int node);
extern Datum cells_final(FunctionCallInfo fcinfo, const CellsType *type);
extern Datum cells_deserialize(FunctionCallInfo fcinfo, const CellsType *type);
extern Datum cells_combine(FunctionCallInfo fcinfo, const CellsType *type);

/* The kind of the nodes, none if there are no cells. */
static inline KeyKind
cells_kind(const PlanCells *cells)
{
	return (KeyKind) (cells->format >> 8);
}

/*
 * The state of an aggregate, a new one for the first row: its nodes are of the type of that
 * argument, or of any if it is negative.
 */
static inline CellsState *
cells_state_argument(FunctionCallInfo fcinfo, const CellsType *type, int node)
{
	return likely(!PG_ARGISNULL(0)) ? (CellsState *) PG_GETARG_POINTER(0)
		: first_cells_state(fcinfo, type, node);
}

#define PLAN_CELLS_FUNCTION(name, call) \
PG_FUNCTION_INFO_V1(name); \
Datum \
name(PG_FUNCTION_ARGS) \
{ \
	return call; \
}

/* The SQL functions of a cube: serialized it is itself, as bytes. */
#define PLAN_CELLS(name, type) \
static int \
name##_compare(FunctionCallInfo fcinfo) \
{ \
	return compare_cells(fcinfo, type); \
} \
static uint64 \
name##_hash_value(FunctionCallInfo fcinfo, uint64 seed) \
{ \
	return hash_cells(fcinfo, seed, type); \
} \
PLAN_COMPARISONS(name, name##_compare) \
PLAN_HASHES(name, name##_hash_value) \
PLAN_CELLS_FUNCTION(name##_in, cells_in(fcinfo, type)) \
PLAN_CELLS_FUNCTION(name##_out, cells_out(fcinfo, type)) \
PLAN_CELLS_FUNCTION(name##_recv, cells_recv(fcinfo, type)) \
PLAN_CELLS_FUNCTION(name##_send, cells_send(fcinfo, type)) \
PLAN_CELLS_FUNCTION(name##_to_jsonb, cells_to_jsonb(fcinfo, type)) \
PLAN_CELLS_FUNCTION(name##_cells, count_cells(fcinfo, type)) \
PLAN_CELLS_FUNCTION(name##_merge, cells_merge(fcinfo, type)) \
PLAN_CELLS_FUNCTION(name##_whole, cells_whole(fcinfo, type)) \
PLAN_CELLS_FUNCTION(name##_final, cells_final(fcinfo, type)) \
PLAN_CELLS_FUNCTION(name##_serialize, cells_final(fcinfo, type)) \
PLAN_CELLS_FUNCTION(name##_deserialize, cells_deserialize(fcinfo, type)) \
PLAN_CELLS_FUNCTION(name##_combine, cells_combine(fcinfo, type))

/* Of one from which another can be taken. */
#define PLAN_CELLS_SUBTRACT(name, type) \
PLAN_CELLS_FUNCTION(name##_subtract, cells_subtract(fcinfo, type))

#endif							/* TNPLAN_CELLS_H */
