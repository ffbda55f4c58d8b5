/*
 * cells.c
 *		Cubes: values by node and month, or by node alone, in one value.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "miscadmin.h"

#include "aggstate.h"
#include "cells.h"

void
report_too_many_cells(const CellsType *type)
{
	if (type->by_month)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("%s has too many cells", type->name),
				 errdetail("A cube holds one cell for each node and month, at most %u of them.",
						   cells_max(type)),
				 errhint("Make several cubes, each of fewer nodes or months.")));
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("%s has too many nodes", type->name),
			 errdetail("A cube holds one cell for each node, at most %u of them.", cells_max(type)),
			 errhint("Make several cubes, each of fewer nodes.")));
}

static size_t
cells_size(const CellsType *type, int64 cells, int64 overflows)
{
	return sizeof(PlanCells) + cells * stored_cell_size(type) + overflows * type->cell->whole_size;
}

/*
 * See that the head of a value of some size is sound, as far as that tells, and return where the
 * cells and what overflows end: there the number of texts or uuids stands, if there are any.
 */
size_t
check_cells_head(const CellsType *type, const PlanCells *head, size_t size)
{
	bool		is_short = size < sizeof(PlanCells);
	KeyKind		kind;
	size_t		end;

	if (is_short || (head->format & 0xff) != CELLS_VERSION)
		report_format_version(type->name, is_short ? 0 : (int) (head->format & 0xff));
	kind = cells_kind(head);
	if (head->cells < 0 || head->overflows < 0 ||
		(kind > KEYS_LAST && !(type->has_entities && key_kind_is_pair(kind))) ||
		!calendar_rule_is_valid(&head->rule) ||
		(!type->has_calendar && memcmp(&head->rule, &standard_rule, sizeof(CalendarRule)) != 0))
		report_binary_error(type->name);
	end = cells_size(type, head->cells, head->overflows);
	if ((kind == KEYS_NONE) != (head->cells == 0) ||
		(kind <= KEYS_NUMBER ? size != end : size < end + sizeof(int64)))
		report_binary_error(type->name);
	return end;
}

/* See that each cell could have been written, in its order and of a month that exists. */
static void
check_each_cell(const CellsType *type, const PlanCells *cells)
{
	const StoredCell *last = NULL;
	int32		first_month = PG_INT32_MAX;
	int32		last_month = PG_INT32_MIN;

	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);

		CHECK_FOR_INTERRUPTS();
		if (cell->overflow != 0 || !type->is_valid(cell + 1) ||
			(last != NULL &&
			 compare_cell_keys(last->node, last->month, cell->node, cell->month) >= 0))
			report_binary_error(type->name);
		first_month = Min(first_month, cell->month);
		last_month = Max(last_month, cell->month);
		last = cell;
	}
	if (last != NULL && (!is_month_in_calendar(&cells->rule, first_month) ||
						 !is_month_in_calendar(&cells->rule, last_month)))
		report_binary_error(type->name);
}

static void
check_cells(const CellsType *type, const PlanCells *cells)
{
	size_t		end = check_cells_head(type, cells, VARSIZE(cells));
	KeyDictionary keys;

	if (type->is_valid != NULL)
		check_each_cell(type, cells);
	if (cells_kind(cells) <= KEYS_NUMBER)
		return;
	keys = cells_keys(type, cells);
	if (!key_dictionary_is_valid(&keys, VARSIZE(cells) - end - sizeof(int64)))
		report_binary_error(type->name);
	for (int64 i = 0; keys_are_pairs(keys.kind) && i < keys.count; i++)
	{
		Key			key = stored_key(&keys, i);

		CHECK_FOR_INTERRUPTS();
		key_pair(keys.kind, &key, type->name);
	}
}

/* The nodes of a cube that has been checked. */
KeyDictionary
cells_keys(const CellsType *type, const PlanCells *cells)
{
	KeyDictionary keys = {.kind = cells_kind(cells), .type = type->name};

	if (keys.kind > KEYS_NUMBER)
	{
		const char *from = (const char *) cells + cells_size(type, cells->cells, cells->overflows);

		keys.count = *(const int64 *) from;
		keys.whole = from + sizeof(int64);
	}
	return keys;
}

const PlanCells *
cells_from_datum(const CellsType *type, Datum datum)
{
	const PlanCells *cells = (const PlanCells *) detoast_huge(datum);

	check_cells(type, cells);
	return cells;
}

static char *
overflow_of_cell(const CellsType *type, const PlanCells *cells, int32 overflow)
{
	return (char *) cells_cell(type, cells, cells->cells) +
		(size_t) (overflow - 1) * type->cell->whole_size;
}

/* What a cell holds. */
void
cells_value(const CellsType *type, const PlanCells *cells, const StoredCell *cell, void *whole)
{
	if (cell->overflow > 0 && cell->overflow <= cells->overflows)
		memcpy(whole, overflow_of_cell(type, cells, cell->overflow), type->cell->whole_size);
	else
		memset(whole, 0, type->cell->whole_size);
	if (type->cell->add_packed(whole, cell + 1) != PLAN_OK)
		report_overflow(type->name);
}

/* A buffer of so many bytes, and their end; of no more than one value may hold. */
static void
allocate_buffer(StringInfo buf, size_t size)
{
	size = Min(size + 1, MaxAllocSize);
	buf->data = allocate_huge(size);
	buf->maxlen = size;
	resetStringInfo(buf);
}

/* Room for so many more bytes and no others, since they are the last. */
static void
complete_buffer(StringInfo buf, size_t size)
{
	size_t		whole = buf->len + size + 1;

	if (whole <= (size_t) buf->maxlen)
		return;
	buf->data = reallocate_huge(buf->data, buf->len, whole);
	buf->maxlen = whole;
}

/* Begin a cube of so many cells and such a dictionary, or of more or less. */
void
begin_cells(CellsBuilder *builder, const CellsType *type, KeyKind kind, const CalendarRule *rule,
			int64 cells, size_t keys_size)
{
	builder->type = type;
	builder->cells = 0;
	builder->rule = *rule;
	builder->is_soft = builder->has_unlike = false;
	init_keys(&builder->keys, CurrentMemoryContext, kind);
	if (cells > cells_max(type))
		report_too_many_cells(type);
	allocate_buffer(&builder->value, cells_size(type, cells, 0) + sizeof(int64) + keys_size);
	builder->value.len = sizeof(PlanCells);
	initStringInfo(&builder->overflows);
}

/* The place of a key that is not less than those before. */
static int64
next_place(CellsBuilder *builder, const Key *key)
{
	int64		last = (int64) builder->keys.count - 1;

	if (last >= 0)
	{
		Key			last_key = numbered_key(&builder->keys, last);

		if (compare_keys(keys_kind(&builder->keys), &last_key, key) == 0)
			return last;
	}
	return number_of_key(&builder->keys, key);
}

/* The next cell, whose packed part is still to be set. */
static StoredCell *
next_cell(CellsBuilder *builder, const Key *key, int32 month)
{
	size_t		size = stored_cell_size(builder->type);
	StoredCell *cell;

	if (builder->cells >= cells_max(builder->type))
		report_too_many_cells(builder->type);
	if (unlikely(builder->value.len + size >= (size_t) builder->value.maxlen))
		enlargeStringInfo(&builder->value, size);
	cell = (StoredCell *) (builder->value.data + builder->value.len);
	builder->value.len += size;
	builder->cells++;
	cell->node = keys_are_numbered(&builder->keys) ? next_place(builder, key) : key->number;
	cell->month = month;
	cell->overflow = 0;
	return cell;
}

/* Whether keys are of one node, whatever their entities. */
bool
are_keys_of_one_node(KeyKind kind, const Key *key, const Key *other)
{
	KeyPair		pair;

	if (!keys_are_pairs(kind))
		return compare_keys(kind, key, other) == 0;
	return split_key_pair(kind, key, &pair) &&
		key_starts_with(other, key->bytes, pair.node_length);
}

/* The node of a key as error messages repeat it. */
char *
shown_node(KeyKind kind, const Key *key)
{
	if (keys_are_pairs(kind))
	{
		KeyPair		pair = key_pair(kind, key, "pair of keys");

		return shown_key(kind_of_nodes(kind), &pair.node);
	}
	return shown_key(kind, key);
}

/* See that the last cell goes with the one before, if that is of the same node. */
static void
check_alike(CellsBuilder *builder)
{
	const CellsType *type = builder->type;
	KeyKind		kind = keys_kind(&builder->keys);
	const char *end = builder->value.data + builder->value.len;
	const StoredCell *last = (const StoredCell *) (end - stored_cell_size(type));
	const StoredCell *before = (const StoredCell *) ((const char *) last - stored_cell_size(type));
	Key			key,
				other;

	if (builder->cells < 2 || likely(type->are_alike(before + 1, last + 1)))
		return;
	key = numbered_key(&builder->keys, before->node);
	other = numbered_key(&builder->keys, last->node);
	if (!are_keys_of_one_node(kind, &key, &other))
		return;
	builder->has_unlike = true;
	if (!builder->is_soft)
		type->report_unlike(shown_node(kind, &key), before + 1, last + 1);
}

void
append_packed_cell(CellsBuilder *builder, const Key *key, int32 month, const void *packed)
{
	memcpy(next_cell(builder, key, month) + 1, packed, builder->type->cell->packed_size);
	if (builder->type->are_alike != NULL)
		check_alike(builder);
}

/* Empty cells are left out. */
void
append_cell(CellsBuilder *builder, const Key *key, int32 month, const void *whole)
{
	const CellType *type = builder->type->cell;
	StoredCell *cell;

	if (cell_bytes_are_zero(whole, type->whole_size))
		return;
	cell = next_cell(builder, key, month);
	if (!type->pack(cell + 1, whole))
	{
		memset(cell + 1, 0, type->packed_size);
		appendBinaryStringInfo(&builder->overflows, whole, type->whole_size);
		cell->overflow = builder->overflows.len / type->whole_size;
	}
	if (builder->type->are_alike != NULL)
		check_alike(builder);
}

/* The kind of pairs without any entity does not say what those are. */
static KeyKind
least_kind(const CellsBuilder *builder)
{
	KeyKind		kind = keys_kind(&builder->keys);
	KeyPair		pair;

	for (uint32 i = 0; keys_are_pairs(kind) && i < builder->keys.count; i++)
	{
		Key			key = numbered_key(&builder->keys, i);

		if (split_key_pair(kind, &key, &pair) && pair.has_entity)
			return kind;
	}
	return keys_are_pairs(kind) ? kind_of_pairs(kind_of_nodes(kind), KEYS_NONE) : kind;
}

/* Keys have been numbered in their order. */
static void
write_keys(const CellsBuilder *builder, char *to)
{
	uint32	   *order = allocate_huge((Size) builder->keys.count * sizeof(uint32));

	for (uint32 i = 0; i < builder->keys.count; i++)
		order[i] = i;
	*(int64 *) to = builder->keys.count;
	write_key_dictionary(&builder->keys, order, to + sizeof(int64));
	pfree(order);
}

/* The cube of the cells that have been appended. */
PlanCells *
end_cells(CellsBuilder *builder)
{
	bool		has_keys = keys_are_numbered(&builder->keys) && builder->cells > 0;
	size_t		keys_size = has_keys ? sizeof(int64) + key_dictionary_size(&builder->keys) : 0;
	size_t		size = (size_t) builder->value.len + builder->overflows.len + keys_size;
	PlanCells  *cells;

	if (!AllocSizeIsValid(size + 1))
		report_too_many_cells(builder->type);
	complete_buffer(&builder->value, builder->overflows.len + keys_size);
	appendBinaryStringInfo(&builder->value, builder->overflows.data, builder->overflows.len);
	if (has_keys)
		write_keys(builder, builder->value.data + builder->value.len);
	cells = (PlanCells *) builder->value.data;
	SET_VARSIZE(cells, size);
	cells->format = CELLS_VERSION;
	cells->rule = standard_rule;
	if (builder->cells > 0)
	{
		cells->format |= (uint32) least_kind(builder) << 8;
		cells->rule = builder->rule;
	}
	cells->cells = builder->cells;
	cells->overflows = builder->overflows.len / builder->type->cell->whole_size;
	pfree(builder->overflows.data);
	return cells;
}

/* Whether the calendar has all days of a month. */
bool
is_month_in_calendar(const CalendarRule *rule, int32 month)
{
	return month >= CELLS_FIRST_MONTH - 12 && month <= CELLS_LAST_MONTH + 12 &&
		calendar_month_start(rule, month) >= GREGORIAN_FIRST_DAY &&
		calendar_month_start(rule, month + 1) <= GREGORIAN_END_DAY;
}

int
compare_cell_keys(int64 node, int32 month, int64 other_node, int32 other_month)
{
	if (node != other_node)
		return node < other_node ? -1 : 1;
	return (month > other_month) - (month < other_month);
}

static int
compare_nodes(const KeyDictionary *a_keys, int64 node, const KeyDictionary *b_keys, int64 other)
{
	Key			key,
				other_key;

	if (a_keys->kind == KEYS_NUMBER)
		return (node > other) - (node < other);
	key = key_of_place(a_keys, node);
	other_key = key_of_place(b_keys, other);
	return compare_keys(a_keys->kind, &key, &other_key);
}

/* By the kind of the nodes, the calendar, the first cell that differs, then the number of cells. */
static int
compare_all(const CellsType *type, const PlanCells *a, const PlanCells *b)
{
	KeyDictionary a_keys = cells_keys(type, a);
	KeyDictionary b_keys = cells_keys(type, b);
	int			rules = memcmp(&a->rule, &b->rule, sizeof(CalendarRule));

	if (a_keys.kind != b_keys.kind)
		return a_keys.kind < b_keys.kind ? -1 : 1;
	if (rules != 0)
		return rules;
	for (int32 i = 0; i < a->cells && i < b->cells; i++)
	{
		const StoredCell *x = cells_cell(type, a, i);
		const StoredCell *y = cells_cell(type, b, i);
		int			order = compare_nodes(&a_keys, x->node, &b_keys, y->node);
		CellValue	value,
					other;

		CHECK_FOR_INTERRUPTS();
		if (order == 0)
			order = (x->month > y->month) - (x->month < y->month);
		if (order == 0)
		{
			cells_value(type, a, x, &value);
			cells_value(type, b, y, &other);
			order = type->cell->compare(&value, &other);
		}
		if (order != 0)
			return order;
	}
	return (a->cells > b->cells) - (a->cells < b->cells);
}

int
compare_cells(FunctionCallInfo fcinfo, const CellsType *type)
{
	const PlanCells *a = PG_GETARG_PLAN_CELLS_P(0, type);
	const PlanCells *b = PG_GETARG_PLAN_CELLS_P(1, type);
	int			order = compare_all(type, a, b);

	free_argument_copy(fcinfo, 0, a);
	free_argument_copy(fcinfo, 1, b);
	return order;
}

uint64
hash_cells(FunctionCallInfo fcinfo, uint64 seed, const CellsType *type)
{
	const PlanCells *cells = PG_GETARG_PLAN_CELLS_P(0, type);
	KeyDictionary keys = cells_keys(type, cells);
	uint64		hash = hash_bytes_uint32_extended(cells->cells, seed);

	for (int64 i = 0; i < keys.count; i++)
	{
		Key			key = stored_key(&keys, i);

		CHECK_FOR_INTERRUPTS();
		hash = hash_combine64(hash, hash_bytes_extended((const unsigned char *) key.bytes,
														key.length, seed));
	}
	for (int32 i = 0; i < cells->cells; i++)
	{
		const StoredCell *cell = cells_cell(type, cells, i);
		int64		key[2] = {cell->node, cell->month};
		CellValue	value;

		CHECK_FOR_INTERRUPTS();
		cells_value(type, cells, cell, &value);
		hash = hash_combine64(hash, hash_bytes_extended((unsigned char *) key, sizeof(key), seed));
		hash = hash_combine64(hash, hash_bytes_extended((unsigned char *) &value,
														type->cell->whole_size, seed));
	}
	free_argument_copy(fcinfo, 0, cells);
	return hash;
}
