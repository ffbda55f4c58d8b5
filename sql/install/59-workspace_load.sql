-- workspace_load: figures and targets from files

CREATE FUNCTION plan_load_actuals(workspace text, staging regclass, place text DEFAULT NULL, period text DEFAULT NULL, known_on date DEFAULT NULL, vintage text DEFAULT NULL, source text DEFAULT NULL, decimal_mark text DEFAULT NULL, ignore text[] DEFAULT NULL, replace boolean DEFAULT false, strict boolean DEFAULT false, check_only boolean DEFAULT false)
	RETURNS TABLE (row_number bigint, column_name text, value text, reason text)
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE ROWS 10;
COMMENT ON FUNCTION plan_load_actuals(text, regclass, text, text, date, text, text, text, text[], boolean, boolean, boolean) IS
'loads a table of texts, as files have them, into the figures of a workspace; returns how many were loaded (row_number is NULL), then each wrong cell with its reason';

CREATE FUNCTION plan_load_targets(workspace text, staging regclass, place text DEFAULT NULL, period text DEFAULT NULL, known_on date DEFAULT NULL, basis text DEFAULT 'local', note text DEFAULT NULL, decimal_mark text DEFAULT NULL, ignore text[] DEFAULT NULL, replace boolean DEFAULT false, strict boolean DEFAULT false, check_only boolean DEFAULT false)
	RETURNS TABLE (row_number bigint, column_name text, value text, reason text)
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE ROWS 10;
COMMENT ON FUNCTION plan_load_targets(text, regclass, text, text, date, text, text, text, text[], boolean, boolean, boolean) IS
'loads a table of texts, as files have them, into the targets of a workspace; returns how many were loaded (row_number is NULL), then each wrong cell with its reason';

CREATE FUNCTION plan_load_standings(workspace text, staging regclass, place text DEFAULT NULL, period text DEFAULT NULL, known_on date DEFAULT NULL, ranking text DEFAULT NULL, source text DEFAULT NULL, decimal_mark text DEFAULT NULL, ignore text[] DEFAULT NULL, replace boolean DEFAULT false, strict boolean DEFAULT false, check_only boolean DEFAULT false)
	RETURNS TABLE (row_number bigint, column_name text, value text, reason text)
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE ROWS 10;
COMMENT ON FUNCTION plan_load_standings(text, regclass, text, text, date, text, text, text, text[], boolean, boolean, boolean) IS
'loads a table of texts, as files have them, into the standings of a workspace, such as 8/63; returns how many were loaded (row_number is NULL), then each wrong cell with its reason';

CREATE FUNCTION plan_load_milestones(workspace text, staging regclass, place text DEFAULT NULL, due text DEFAULT NULL, known_on date DEFAULT NULL, node text DEFAULT NULL, note text DEFAULT NULL, ignore text[] DEFAULT NULL, replace boolean DEFAULT false, strict boolean DEFAULT false, check_only boolean DEFAULT false)
	RETURNS TABLE (row_number bigint, column_name text, value text, reason text)
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE ROWS 10;
COMMENT ON FUNCTION plan_load_milestones(text, regclass, text, text, date, text, text, text[], boolean, boolean, boolean) IS
'loads a table of texts, as files have them, into the milestones of a workspace; returns how many were loaded (row_number is NULL), then each wrong cell with its reason';
