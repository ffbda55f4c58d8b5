/*
 * live.h
 *		Live rollups: tables of states by group and period that triggers keep up to date.
 *
 * A rollup is these objects, all owned by the role that creates it, so that nothing has to be
 * remembered elsewhere:
 *
 *		NAME				the table: keys, period, fact_rows, and a state for each measure; a
 *							constraint names the view
 *		NAME_deltas			in mode append, a child of the table by inheritance, without an
 *							index: what writers have changed since the last compaction.  Who
 *							reads the table reads both
 *		NAME_recomputed		the view that defines it: the same columns of a query over the source
 *		NAME_figures		a view of the table with plain columns
 *		triggers			on the source
 *
 * A trigger names table, view and deltas in its WHEN clause, as constants of type regclass.
 * PostgreSQL knows these and what the view is made of: they follow renames, are dumped, and keep a
 * column from being dropped or altered.
 *
 * What changes a rollup runs with the rights of its owner, as materialized views are refreshed, and
 * under a search_path of pg_catalog alone, unless nothing runs that could look at it.
 */
#ifndef TNPLAN_LIVE_H
#define TNPLAN_LIVE_H

#include "postgres.h"

#include "commands/trigger.h"
#include "executor/spi.h"
#include "nodes/parsenodes.h"
#include "utils/tuplestore.h"

#include "compat.h"

/* What writers do: add to the rows of groups, or append rows that are merged later. */
typedef enum LiveMode
{
	MODE_UPSERT,
	MODE_APPEND
} LiveMode;

/* A column of the view, and the column of the table in the same place. */
typedef struct LiveColumn
{
	char	   *plain_name;		/* of the table */
	char	   *name;			/* the same, quoted */
	char	   *type;			/* with its schema */
	char	   *equals;			/* of keys: the operator, qualified */
	bool		not_null;		/* of keys */
	bool		is_state;		/* of measures: a state of the extension, not a count */
	bool		can_subtract;
} LiveColumn;

typedef struct LiveRollup
{
	Oid			table;
	Oid			view;
	Oid			deltas;			/* or InvalidOid, in mode upsert */
	Oid			source;
	Oid			owner;
	char	   *table_name;		/* qualified and quoted, as those below */
	char	   *view_name;
	char	   *deltas_name;	/* or NULL */
	char	   *source_name;
	char	   *schema;			/* of the extension, quoted */
	int			keys;			/* the first columns, of which the last is the period */
	int			columns;
	LiveColumn *column;
	bool		can_subtract;	/* all of them can */
} LiveRollup;

/* What stands behind the keys. */
#define FACT_ROWS "fact_rows"

/*
 * The rows that a statement has changed: the names of transition tables and what they hold, or
 * NULL.
 */
typedef struct LiveRows
{
	const char *new_table;
	const char *old_table;
	Tuplestorestate *new_rows;
	Tuplestorestate *old_rows;
} LiveRows;

/* What is set up to append rows. */
typedef struct LiveAppend LiveAppend;

/* The rights and settings of the caller, while those of an owner are in use. */
typedef struct LiveIdentity
{
	Oid			user;
	int			context;
	int			guc_level;
} LiveIdentity;

/* definition.c */
extern Oid	type_named(Oid schema, const char *name);
extern bool has_empty_state(Oid schema, Oid type);
extern List *live_targets(const Query *query);
extern char *qualified_name(Oid relation);
extern Oid	relation_owner(Oid relation);
extern Oid	live_schema(Oid function);
extern void check_live_query(const Query *query, Oid source, int keys, Oid schema);
extern Query *live_query(Oid view);
pg_noreturn extern void report_not_a_rollup(Oid table);
extern Oid	view_of_rollup(Oid table);
extern Oid	deltas_of_rollup(Oid table);
extern Oid	source_of_view(Oid view);
extern LiveRollup *live_rollup(Oid table, Oid view, Oid schema);
extern LiveRollup *live_rollup_argument(FunctionCallInfo fcinfo, int n);
extern bool live_tables_of_condition(const char *condition, Oid *table, Oid *view);
extern List *dependents_of_table(Oid table, Oid catalog);
extern List *live_triggers(Oid table, Oid *view, List **on);
extern int	use_built_in_names(void);
extern LiveIdentity become_owner_in_c(Oid owner);
extern LiveIdentity become_owner(Oid owner);
extern void become_caller(LiveIdentity identity);

/* create.c */
extern const char *live_mode_name(LiveMode mode);
extern void run_statement(const char *statement);
extern void check_isolation(void);
extern void create_live_triggers(const LiveRollup *rollup, Oid table);

/* renew.c */
extern void check_owner_of(Oid relation);

/* source.c */
extern List *tables_of_source(Oid source, LOCKMODE lock);
extern bool is_being_written(Oid source);
extern void check_rest_of_source(Oid source, Oid truncated);
extern List *parents_of_source(const List *tables);
extern char persistence_of_source(const List *tables);
extern bool is_of_source(Oid source, Oid table);
extern void check_built_in_names(Oid view);

/* trigger.c */
pg_noreturn extern void report_out_of_step(const LiveRollup *rollup);

/* append.c */
extern bool append_rows(LiveAppend **kept, MemoryContext context, const LiveRollup *rollup,
						const LiveRows *rows, Relation source);
extern bool calls_only_c(const LiveAppend *append);

/* statements.c */
extern char *changes_statement(const LiveRollup *rollup, const char *new_table,
							   const char *old_table);
extern char *merge_statement(const LiveRollup *rollup, const char *new_table, const char *old_table,
							 bool returning);
extern char *lock_statement(const LiveRollup *rollup, const char *new_table, const char *old_table);
extern char *recompute_statement(const LiveRollup *rollup);
extern char *replace_statement(const LiveRollup *rollup);
extern char *fill_statement(const LiveRollup *rollup);
extern char *compact_statement(const LiveRollup *rollup);
extern char *unfold_statement(const LiveRollup *rollup);
extern char *check_statement(const LiveRollup *rollup);
extern char *figures_statement(const LiveRollup *rollup, const char *name, bool with_ancestors,
							   const char *calendar);

#endif							/* TNPLAN_LIVE_H */
