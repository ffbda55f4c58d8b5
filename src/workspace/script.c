/*
 * script.c
 *		The statements that make a workspace, from sql/workspace/, and what they make.
 */
#include "workspace/workspace.h"

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
