-- A role without rights: whatever reads or changes tables refuses it, on each thing of another role, and
-- all other functions leave nothing behind and tell nothing.
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
BEGIN;
CREATE EXTENSION IF NOT EXISTS tnplan;
\i test/lib/calls.sql
CREATE ROLE nobody;
CREATE ROLE somebody;
CREATE SCHEMA rights;
GRANT ALL ON SCHEMA rights TO somebody;
GRANT CREATE ON DATABASE :DBNAME TO somebody;
SET LOCAL ROLE somebody;
CREATE TABLE rights.facts (key int, at date, actual float8);
SELECT plan_create_rollup('rights.sums', 'rights.facts', '{key}', 'at', '{"s": "plan_fixedsum_agg(actual)"}', 'year');
SELECT plan_create_rollup('rights.appended', 'rights.facts', '{key}', 'at', '{"s": "plan_fixedsum_agg(actual)"}', 'year', mode => 'append');
CALL plan_create_workspace('rights_plan', sample => true);
RESET ROLE;
-- As far as one gets without a right on the tables themselves.
GRANT USAGE ON SCHEMA rights, rights_plan, calls TO nobody;
GRANT SELECT ON calls.typed, calls.samples TO nobody;

CREATE TABLE rights.attempts (name text, statement text);
INSERT INTO rights.attempts VALUES
	('plan_create_rollup', $$SELECT plan_create_rollup('rights.more', 'rights.facts', '{key}', 'at', '{"n": "count(*)"}', 'year')$$),
	('plan_create_rollup', $$SELECT plan_create_rollup('pg_temp.more', 'rights.facts', '{key}', 'at', '{"n": "count(*)"}', 'year')$$),
	('plan_check_rollup', $$SELECT plan_check_rollup('rights.sums')$$),
	('plan_refresh_rollup', $$SELECT plan_refresh_rollup('rights.sums')$$),
	('plan_compact_rollup', $$SELECT plan_compact_rollup('rights.appended')$$),
	('plan_drop_rollup', $$SELECT plan_drop_rollup('rights.sums')$$),
	('plan_create_workspace', $$CALL plan_create_workspace('rights_more')$$),
	('plan_create_workspace', $$CALL plan_create_workspace('rights_plan')$$),
	('plan_create_workspace', $$CALL plan_create_workspace('pg_catalog')$$),
	('plan_drop_workspace', $$CALL plan_drop_workspace('rights_plan')$$),
	('plan_drop_workspace', $$CALL plan_drop_workspace('rights_plan', force => true)$$),
	('plan_close_period', $$SELECT plan_close_period('rights_plan', '2022')$$),
	('plan_reopen_period', $$SELECT plan_reopen_period('rights_plan', '2022')$$),
	('plan_grant_workspace', $$CALL plan_grant_workspace('rights_plan', 'nobody', 'planner')$$),
	('plan_revoke_workspace', $$CALL plan_revoke_workspace('rights_plan', 'nobody')$$),
	('plan_report', $$SELECT plan_report('rights_plan')$$),
	('plan_report_query', $$SELECT plan_report_query('SELECT ''n'' AS name, actual, ''>= 1'' AS goal FROM rights.facts')$$),
	('plan_load_actuals', $$SELECT plan_load_actuals('rights_plan', 'rights.facts')$$),
	('plan_load_actuals', $$SELECT plan_load_actuals('rights_plan', 'calls.samples')$$),
	('plan_load_milestones', $$SELECT plan_load_milestones('rights_plan', 'rights.facts')$$),
	('plan_load_standings', $$SELECT plan_load_standings('rights_plan', 'rights.facts')$$),
	('plan_load_targets', $$SELECT plan_load_targets('rights_plan', 'rights.facts')$$),
	('plan_load_targets', $$SELECT plan_load_targets('rights_plan', 'calls.samples')$$);

CREATE FUNCTION rights.state_of(statement text, role text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('role', role, true);
	EXECUTE statement;
	RESET ROLE;
	RETURN '00000';
EXCEPTION WHEN OTHERS THEN
	RESET ROLE;
	RETURN SQLSTATE;
END
$$;
CREATE TABLE rights.outcomes AS SELECT name, statement, rights.state_of(statement, 'nobody') AS state FROM rights.attempts;

-- Every other function, with arguments of its types.
CREATE VIEW rights.functions AS
SELECT p.* FROM pg_proc AS p JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
JOIN pg_extension AS e ON d.refobjid = e.oid AND e.extname = 'tnplan';
CREATE VIEW rights.all_there_is AS
SELECT (SELECT count(*) FROM pg_class) AS relations, (SELECT count(*) FROM pg_proc) AS functions, (SELECT count(*) FROM pg_depend) AS dependencies, (SELECT count(*) FROM pg_authid) AS roles,
	(SELECT count(*) FROM pg_namespace) AS schemas, (SELECT count(*) FROM pg_settings WHERE source = 'session') AS settings;
CREATE TABLE rights.calls AS
SELECT p.oid::regprocedure::text AS signature, calls.call_of(p, seed) AS call, NULL::text AS state
FROM rights.functions AS f JOIN pg_proc AS p ON p.oid = f.oid, generate_series(1, 4) AS seed
WHERE f.provolatile <> 'v' AND NOT f.proargtypes::oid[] && ARRAY['internal', 'cstring', 'oid']::regtype[]::oid[] AND f.prorettype NOT IN ('internal'::regtype, 'cstring'::regtype);
SELECT * FROM rights.all_there_is \gset before_
UPDATE rights.calls SET state = rights.state_of(call, 'nobody');
SELECT * FROM rights.all_there_is \gset after_

SELECT plan(5);
SELECT set_eq($$ SELECT DISTINCT name COLLATE "C" FROM rights.attempts $$,
	$$ SELECT proname::text COLLATE "C" FROM rights.functions WHERE provolatile = 'v' AND proname ~ '^plan_' AND proname <> 'plan_rollups' $$,
	'all that reads or changes tables is tried');
SELECT is_empty($$ SELECT * FROM rights.outcomes WHERE state <> '42501' $$, 'and refuses who has no right');
SELECT cmp_ok((SELECT count(*)::int FROM rights.calls WHERE state = '00000'), '>', 1000, 'other functions are called');
SELECT is_empty($$ SELECT DISTINCT signature, call, state FROM rights.calls WHERE state ~ '^(XX|P0|25)' OR state = '42501' $$, 'with results, or errors of their own');
SELECT is(ROW(:after_relations, :after_functions, :after_dependencies, :after_roles, :after_schemas, :after_settings),
	ROW(:before_relations, :before_functions, :before_dependencies, :before_roles, :before_schemas, :before_settings), 'and leave nothing behind');

SELECT * FROM finish();
ROLLBACK;
