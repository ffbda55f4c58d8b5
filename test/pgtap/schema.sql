-- Installed by someone who is no superuser, into a schema that no path leads to, and
-- used with an empty search_path; moved elsewhere afterwards.
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
BEGIN;
DROP EXTENSION IF EXISTS tnplan CASCADE;
CREATE ROLE planner NOLOGIN;
SELECT format('GRANT CREATE ON DATABASE %I TO planner', current_database()) \gexec
SET ROLE planner;
CREATE SCHEMA "Plan Office";
CREATE EXTENSION tnplan SCHEMA "Plan Office";
RESET ROLE;

SELECT plan(17);

SELECT is((SELECT extowner::regrole::text FROM pg_extension WHERE extname = 'tnplan'), 'planner', 'its owner is no superuser');

SET ROLE planner;
CREATE TABLE "Plan Office".facts AS
SELECT i::float8 AS actual, '>= 60'::"Plan Office".plan_goal AS goal, (i % 4)::numeric AS weight FROM generate_series(1, 100) AS i;
CREATE VIEW "Plan Office".card AS
SELECT "Plan Office".plan_scorecard_agg(actual, goal, weight::float8) AS card FROM "Plan Office".facts;
CREATE MATERIALIZED VIEW "Plan Office".kept AS SELECT s.* FROM "Plan Office".card, "Plan Office".plan_summary(card) AS s;
CREATE INDEX ON "Plan Office".facts ("Plan Office".plan_score(actual, goal));
RESET ROLE;

-- pgTAP itself needs a search_path: figures are taken without one, and looked at later.
SET search_path = '';
CREATE TABLE "Plan Office".taken AS
SELECT (SELECT planned FROM "Plan Office".kept) AS planned,
	"Plan Office".plan_status(50, '>= 100 from 0', 0.5)::text AS status,
	"Plan Office".plan_count('met=3 at_risk=2'::"Plan Office".plan_scorecard, 'met') AS met,
	(SELECT "Plan Office".plan_sum(actual) FROM "Plan Office".facts) AS sum,
	(SELECT "Plan Office".plan_score("Plan Office".plan_scorecard_agg(actual, 60, 1, weight::float8)) FROM "Plan Office".facts) AS score,
	(SELECT card::jsonb -> 'exceeded' FROM "Plan Office".card) AS exceeded,
	(SELECT card OPERATOR("Plan Office".=) card FROM "Plan Office".card) AS equal,
	(SELECT count(*) FROM "Plan Office".facts WHERE date '2022-01-01' + actual::int OPERATOR("Plan Office".<@) '2022-02') AS days,
	(SELECT "Plan Office".plan_count(r.scorecard) FROM (SELECT "Plan Office".plan_cube_agg(2, date '2022-01-01' + actual::int, actual, goal, weight::float8) AS cube FROM "Plan Office".facts) AS c,
		"Plan Office".plan_cube_rows(cube, '{quarter}', '2022', '1; 2 < 1') AS r WHERE node = 1 ORDER BY period LIMIT 1) AS first_quarter,
	'1 2022-01: met=1'::"Plan Office".plan_cube::jsonb -> 0 ->> 'month' AS month, '1; 2 < 1'::"Plan Office".plan_tree::jsonb -> 1 ->> 'parent' AS parent;
REFRESH MATERIALIZED VIEW "Plan Office".kept;
RESET search_path;

SELECT is(planned, 100::bigint, 'summary works with an empty search_path') FROM "Plan Office".taken;
SELECT is(status, 'on_track', 'status works with an empty search_path') FROM "Plan Office".taken;
SELECT is(met, 3::bigint, 'an enum argument finds its label') FROM "Plan Office".taken;
SELECT is(sum, 5050::float8, 'sum') FROM "Plan Office".taken;
SELECT is(t.score, k.score, 'one-step aggregate') FROM "Plan Office".taken AS t, "Plan Office".kept AS k;
SELECT is(exceeded, '40'::jsonb, 'cast to jsonb') FROM "Plan Office".taken;
SELECT ok(equal, 'operators') FROM "Plan Office".taken;
SELECT is(days, 28::bigint, 'a date in a period') FROM "Plan Office".taken;

SELECT is(first_quarter, 89::bigint, 'a cube up its tree') FROM "Plan Office".taken;
SELECT is(month || parent, '2022-011', 'cubes and trees as JSON') FROM "Plan Office".taken;

CREATE SCHEMA elsewhere;
ALTER EXTENSION tnplan SET SCHEMA elsewhere;
SELECT is((SELECT planned FROM elsewhere.plan_summary((SELECT card FROM "Plan Office".card))), 100::bigint, 'summary works after the move');
SELECT is(elsewhere.plan_status(1, '>= 2'::elsewhere.plan_goal)::text, 'off_track', 'status works after the move');
SELECT is(elsewhere.plan_ancestors('2022-09', '2022')::text, '{2022-09,2022-Q3,2022-H2,2022}', 'ancestors find their type after the move');
SELECT is('1 2022-01: met=1'::elsewhere.plan_cube::jsonb ->> 0 LIKE '%2022-01%', true, 'a cube as JSON after the move');
SELECT is('2022: 7'::elsewhere.plan_ranking::jsonb -> 0 ->> 'rank', '1', 'a ranking as JSON after the move');
SELECT throws_ok($$ SELECT elsewhere.plan_goal(1, 'sideways') $$, '22P02', 'unrecognized direction: "sideways"', 'errors come as before');

SELECT * FROM finish();
ROLLBACK;
