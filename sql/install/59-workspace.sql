-- workspace: tables and views for a plan, in a schema of the user's own

CREATE FUNCTION plan_known_on()
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT STABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_known_on() IS
'the day as of which workspaces are read: the setting tnplan.known_on, or the current date if it is not set';

CREATE PROCEDURE plan_create_workspace(schema text, sample boolean DEFAULT false)
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE plan_create_workspace(text, boolean) IS
'makes the tables and views of a workspace in a schema, owned by the caller; sample: with a plan to look at; can be repeated';

CREATE PROCEDURE plan_drop_workspace(schema text, force boolean DEFAULT false)
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE plan_drop_workspace(text, boolean) IS
'drops a workspace with its schema and all that is in it; an error if its tables have rows, unless forced';
