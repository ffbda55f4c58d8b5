-- live: rollups that triggers keep up to date

CREATE FUNCTION _plan_rollup_changed()
	RETURNS trigger
	AS 'MODULE_PATHNAME', 'plan_rollup_changed' LANGUAGE C;
COMMENT ON FUNCTION _plan_rollup_changed() IS
'trigger function: changes a rollup as its source has changed';

CREATE FUNCTION plan_create_rollup(rollup text, source regclass, by text[], period text, measures json, grain text DEFAULT NULL, calendar plan_calendar DEFAULT 'standard', mode text DEFAULT 'upsert')
	RETURNS regclass
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION plan_create_rollup(text, regclass, text[], text, json, text, plan_calendar, text) IS
'makes a table of states by key and period that triggers on the source keep up to date; mode: upsert, or append for many writers';

CREATE FUNCTION plan_drop_rollup(rollup regclass)
	RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT;
COMMENT ON FUNCTION plan_drop_rollup(regclass) IS
'drops a rollup with its triggers and views';

CREATE FUNCTION plan_refresh_rollup(rollup regclass)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT;
COMMENT ON FUNCTION plan_refresh_rollup(regclass) IS
'computes a rollup anew; returns the number of its groups';

CREATE FUNCTION plan_compact_rollup(rollup regclass)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT;
COMMENT ON FUNCTION plan_compact_rollup(regclass) IS
'folds what writers have appended into one row a group; returns the number of rows taken away, 0 in mode upsert';

CREATE FUNCTION plan_check_rollup(rollup regclass, OUT "group" text, OUT measure text, OUT stored text, OUT recomputed text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT ROWS 10;
COMMENT ON FUNCTION plan_check_rollup(regclass) IS
'rows: what differs between a rollup and its source; none if it is right';

CREATE FUNCTION plan_rollups(OUT rollup regclass, OUT source regclass, OUT mode text, OUT groups bigint, OUT deltas bigint, OUT bytes bigint, OUT untracked regclass[])
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT ROWS 10;
COMMENT ON FUNCTION plan_rollups() IS
'rows: the rollups of the database; estimated groups (NULL before ANALYZE) and deltas, size, and tables through which rows of the source are written unseen';
