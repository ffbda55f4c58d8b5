/*
 * workspace.h
 *		Workspaces: schemas of tables and views for a plan, owned by the role that makes them.
 *
 * The statements that make one stand in sql/workspace/, where "workspace." and "tnplan." are the
 * schemas of the workspace and of the extension.  They run as the caller, under a search_path of
 * pg_catalog alone.
 */
#ifndef TNPLAN_WORKSPACE_H
#define TNPLAN_WORKSPACE_H

#include "postgres.h"

#include "nodes/parsenodes.h"
#include "nodes/pg_list.h"
#include "utils/resowner.h"

#include "compat.h"
#include "core/calendar.h"
#include "core/period.h"

/* The years that periods of a workspace lie in. */
#define FIRST_YEAR 1800
#define LAST_YEAR 2199

/* Numbers of a workspace are 0 or between these, whatever their sign. */
#define NUMBER_LEAST 1e-30
#define NUMBER_LIMIT 1e30

/* A workspace while its statements run. */
typedef struct Workspace
{
	char	   *name;			/* of its schema, not quoted */
	char	   *schema;			/* quoted */
	char	   *extension;		/* the schema of the extension, quoted */
	int			guc_level;
	Oid			user;			/* who runs it, and how, before it goes on as the owner */
	int			security;
	List	   *grants;			/* of views that are made again: statement, view, column or NULL */
	List	   *writes;			/* whose new columns are whose: privilege, table, role */
	List	   *new_views;		/* that were not there before */
} Workspace;

/* What is taken back if it fails. */
typedef struct Trial
{
	MemoryContext context;
	ResourceOwner resources;
} Trial;

/* A table, a view or another object that belongs to every workspace. */
typedef struct WorkspaceObject
{
	const char *name;			/* NULL behind the last one */
	bool		is_table;
	bool		is_view;
} WorkspaceObject;

/* script.c */
extern const char *const workspace_statements[];
extern const char *const sample_statements[];
extern const char *const workspace_relations[];
extern bool read_object(const char *statement, WorkspaceObject *object);
extern const WorkspaceObject *workspace_objects(void);
extern char *names_of_objects(void);

/* encoding.c */
extern bool can_convert_script(const char *const *statements);
extern const char *converted_statement(const char *statement, bool can_convert);

/* renew.c */
extern void check_version(const Workspace *workspace);
extern char *installed_version(void);
extern void say_versions(void *installed);
extern void create_view(Workspace *workspace, const char *view, const char *statement);
extern void restore_privileges(const Workspace *workspace);

/* restore.c */
extern void read_in_order(void);
extern void check_derived_columns(const Workspace *workspace);
extern void run_on_rows(const Workspace *workspace, const char *statement);
extern void check_restored_rows(const Workspace *workspace);

/* grant.c */
extern void note_rights(Workspace *workspace);
extern void renew_rights(const Workspace *workspace);
extern bool reads_all_places(Oid table);

/* known.c */
extern PGDLLEXPORT Datum plan_known_on(PG_FUNCTION_ARGS);

/* workspace.c */
extern char *identifier_argument(FunctionCallInfo fcinfo, int n, const char *what);
extern void begin_workspace(Workspace *workspace, FunctionCallInfo fcinfo, int n);
extern void find_workspace(Workspace *workspace, FunctionCallInfo fcinfo, int n);
extern Oid	workspace_schema(const Workspace *workspace);
extern Oid	workspace_table(const Workspace *workspace, const char *table);
extern Oid	workspace_owner(const Workspace *workspace);
extern void check_workspace_privilege(const Workspace *workspace, const char *table,
									  AclMode privilege);
extern void lock_workspace(const Workspace *workspace);
extern List *relations_of_workspace(const Workspace *workspace);
extern void lock_relations(const List *relations);
extern bool is_workspace(Oid schema);
extern void check_is_workspace(const Workspace *workspace);
extern void act_as(Workspace *workspace, Oid owner);
extern void refuse_policies(void);
extern void act_as_owner(Workspace *workspace);
extern void leave_superuser(Workspace *workspace);
extern void act_as_caller(const Workspace *workspace);
extern void end_workspace(Workspace *workspace);
extern char *workspace_statement(const Workspace *workspace, const char *statement);
extern bool in_years_of_workspace(Period period);
extern CalendarRule workspace_rule(const Workspace *workspace);
extern uint64 run_plain_statement(const char *statement);
extern uint64 run_workspace_statement(const Workspace *workspace, const char *statement);
extern uint64 run_on_committed(const char *statement, int arguments, Oid *types, Datum *values,
							   const char *nulls);
extern void begin_trial(Trial *trial);
extern void end_trial(const Trial *trial, bool keep);
extern ErrorData *try_workspace_statement(const Workspace *workspace, const char *statement);

#endif							/* TNPLAN_WORKSPACE_H */
