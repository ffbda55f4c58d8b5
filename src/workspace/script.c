/*
 * script.c
 *		The statements that make a workspace, from sql/workspace/, and what they make.
 */
#include "workspace/workspace.h"

#include "lib/stringinfo.h"

const char *const workspace_statements[] = {
#include "workspace/create.inc"
	NULL
};

const char *const sample_statements[] = {
#include "workspace/sample.inc"
	NULL
};

/*
 * Tables that hold what someone entered, in an order in which they can be dropped.
 */
const char *const workspace_relations[] = {
	"closed_verdict", "closing", "change_log", "official_verdict", "actual", "target",
	"standing", "ranking", "milestone", "document_count", "document", "exchange_rate",
	"indicator", "place_change", "place", "node", "theme",
	NULL
};

/* What a statement makes, if it begins with these words. */
static const struct
{
	const char *words;
	bool		is_table;
	bool		is_view;
}			makers[] = {
	{"CREATE TABLE IF NOT EXISTS workspace.", true, false},
	{"CREATE OR REPLACE VIEW workspace.", false, true},
	{"CREATE OR REPLACE FUNCTION workspace.", false, false},
};

/* Whether a statement makes an object, and which. */
bool
read_object(const char *statement, WorkspaceObject *object)
{
	for (int i = 0; i < lengthof(makers); i++)
	{
		size_t		length = strlen(makers[i].words);

		if (strncmp(statement, makers[i].words, length) != 0)
			continue;
		object->name = pnstrdup(statement + length, strcspn(statement + length, " (\n"));
		object->is_table = makers[i].is_table;
		object->is_view = makers[i].is_view;
		return true;
	}
	return false;
}

/* All tables, views and functions that the statements of a workspace make. */
const WorkspaceObject *
workspace_objects(void)
{
	WorkspaceObject *objects = palloc0(sizeof(WorkspaceObject) * lengthof(workspace_statements));
	WorkspaceObject *object = objects;

	for (const char *const *statement = workspace_statements; *statement != NULL; statement++)
		if (read_object(*statement, object))
			object++;
	object->name = NULL;
	return objects;
}

/* The names of all objects of a workspace, as an array of SQL. */
char *
names_of_objects(void)
{
	StringInfoData names;

	initStringInfo(&names);
	for (const WorkspaceObject *object = workspace_objects(); object->name != NULL; object++)
		appendStringInfo(&names, "%s%s", names.len > 0 ? "," : "{", object->name);
	appendStringInfoChar(&names, '}');
	return names.data;
}
