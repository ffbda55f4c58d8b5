-- What one role makes, another is not tricked into running: whatever of mallory's runs with the rights of
-- another role advances a sequence, which no ROLLBACK takes back.
SET client_min_messages = warning;
\set SHOW_CONTEXT never
CREATE ROLE tnplan_mallory;
SELECT format('GRANT CREATE ON DATABASE %I TO tnplan_mallory', current_database()) \gexec
SET SESSION AUTHORIZATION tnplan_mallory;
CREATE SCHEMA mallory;
CREATE SCHEMA trap;
CREATE SEQUENCE mallory.captured;
CREATE FUNCTION mallory.capture() RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN
	IF CURRENT_USER <> 'tnplan_mallory' THEN
		PERFORM pg_catalog.nextval('mallory.captured');
	END IF;
	RETURN true;
END
$$;
CREATE FUNCTION mallory.capture_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM mallory.capture(); RETURN NULL; END $$;
GRANT USAGE ON SCHEMA mallory TO PUBLIC;

-- A schema that looks like a workspace, or becomes one: tables with triggers and defaults, views,
-- functions that are replaced but stay mallory's.
CREATE TABLE trap.setting (id int PRIMARY KEY DEFAULT 1, title text NOT NULL DEFAULT '', term text NOT NULL, calendar text NOT NULL DEFAULT 'standard', language text NOT NULL DEFAULT 'vi', version text,
	trap boolean DEFAULT mallory.capture());
CREATE TRIGGER trap AFTER INSERT OR UPDATE ON trap.setting FOR EACH STATEMENT EXECUTE FUNCTION mallory.capture_row();
RESET SESSION AUTHORIZATION;
CALL plan_create_workspace('trap', sample => true);
SELECT is_called FROM mallory.captured;

-- Its owner is who makes it, whoever calls.
SET SESSION AUTHORIZATION tnplan_mallory;
DROP TABLE trap.setting;
CREATE FUNCTION trap.refuse_cycle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM mallory.capture(); RETURN NULL; END $$;
RESET SESSION AUTHORIZATION;
CALL plan_create_workspace('trap');
SELECT is_called, (SELECT array_agg(DISTINCT relowner::regrole) FROM pg_class WHERE relnamespace = 'trap'::regnamespace) AS owners FROM mallory.captured;
-- A schema of one's own where mallory may create.
CREATE SCHEMA shared;
GRANT ALL ON SCHEMA shared TO tnplan_mallory;
SET SESSION AUTHORIZATION tnplan_mallory;
CREATE FUNCTION shared.refuse_cycle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM mallory.capture(); RETURN NULL; END $$;
RESET SESSION AUTHORIZATION;
CALL plan_create_workspace('shared', sample => true);
SELECT is_called FROM mallory.captured;
DROP SCHEMA shared CASCADE;

-- What only looks like a workspace is none: neither its triggers nor its views are run.
SET SESSION AUTHORIZATION tnplan_mallory;
CREATE SCHEMA fake;
CREATE TABLE fake.closing (period text, first_day date, last_day date, closed_on date, closed_at timestamptz, closed_by text, note text);
CREATE TABLE fake.target ();
CREATE TABLE fake.known_target ();
CREATE VIEW fake.node AS SELECT WHERE mallory.capture();
CREATE TABLE fake.actual ();
CREATE POLICY trap ON fake.actual USING (mallory.capture());
ALTER TABLE fake.actual ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE TABLE fake.setting AS SELECT 1 AS id, 'year from January' AS calendar;
ALTER TABLE fake.setting ADD CONSTRAINT "version is that of tnplan" CHECK (id = 1);
CREATE TRIGGER trap AFTER UPDATE ON fake.setting FOR EACH STATEMENT EXECUTE FUNCTION mallory.capture_row();
INSERT INTO fake.closing (first_day, last_day) VALUES ('2021-01-01', '2021-12-31');
CREATE TRIGGER trap AFTER INSERT ON fake.closing FOR EACH STATEMENT EXECUTE FUNCTION mallory.capture_row();
RESET SESSION AUTHORIZATION;
\set VERBOSITY terse
SELECT plan_close_period('fake', '2021');
SELECT plan_close_period('fake', '2022');
\set VERBOSITY default
CALL plan_drop_workspace('fake');
SELECT is_called FROM mallory.captured;

-- Nobody goes on as a role whose rights he has not, even in a schema of his own.
CREATE ROLE tnplan_lender SUPERUSER;
SET SESSION AUTHORIZATION tnplan_lender;
CREATE SCHEMA lent;
CALL plan_create_workspace('lent');
ALTER SCHEMA lent OWNER TO tnplan_mallory;
SET SESSION AUTHORIZATION tnplan_mallory;
CALL plan_create_workspace('lent');
RESET SESSION AUTHORIZATION;
DROP SCHEMA lent CASCADE;
DROP ROLE tnplan_lender;

-- Reports read what a workspace has, of the types that it has.
SET SESSION AUTHORIZATION tnplan_mallory;
CALL plan_create_workspace('lookalike', sample => true);
DROP VIEW lookalike.performance CASCADE;
CREATE VIEW lookalike.performance AS SELECT 4096 AS indicator, 'P' AS place, 'n' AS place_name, 'local' AS basis, '2023' AS period, 'u' AS unit, '=' AS bound, 'official' AS vintage, date '2023-12-31' AS figure_last_day, date '2023-01-01' AS first_day, date '2023-12-31' AS last_day,
	'>= 3' AS goal, 3.0::float8 AS actual, 1.0::float8 AS expected, 1.0::float8 AS achievement, 'met' AS status, 1.0::float8 AS score, 1.0::float8 AS weight, false AS is_closed, 2023 AS year, 'flow' AS kind, 'n' AS node;
ALTER TABLE lookalike.indicator RENAME TO indicators;
CREATE VIEW lookalike.indicator AS SELECT 4096 AS code, node, name, name_en, unit, unit_en, kind, direction, sort_order FROM lookalike.indicators LIMIT 1;
\set VERBOSITY sqlstate
SELECT plan_report('lookalike') IS NOT NULL AS page;
\set VERBOSITY default
DROP VIEW lookalike.indicator, lookalike.performance;
CREATE VIEW lookalike.performance AS SELECT t.indicator, t.place, NULL::text AS place_name, t.basis, NULL::text AS period, NULL::text AS unit, NULL::text AS bound, NULL::text AS vintage, NULL::date AS figure_last_day, t.first_day, t.last_day,
	NULL::text AS goal, NULL::float8 AS actual, NULL::float8 AS expected, NULL::float8 AS achievement, NULL::text AS status, NULL::float8 AS score, NULL::float8 AS weight, false AS is_closed, t.year, NULL::text AS kind, (SELECT min(code) FROM lookalike.node) AS node FROM lookalike.known_target AS t;
CREATE VIEW lookalike.indicator AS SELECT code, (SELECT min(code) FROM lookalike.node) AS node, NULL::text AS name, NULL::text AS name_en, NULL::text AS unit, NULL::text AS unit_en, NULL::text AS kind, NULL::text AS direction, 1 AS sort_order FROM lookalike.indicators;
ALTER TABLE lookalike.status_label RENAME TO status_labels;
CREATE VIEW lookalike.status_label AS SELECT NULL::text AS status, NULL::text AS label_en, NULL::text AS label_vi;
DROP VIEW lookalike.standing_change CASCADE;
CREATE VIEW lookalike.standing_change AS SELECT code AS ranking, NULL::text AS place, NULL::text AS place_name, NULL::text AS period, NULL::int AS rank, NULL::int AS total, date '2023-01-01' AS last_day FROM lookalike.ranking;
CREATE VIEW lookalike.verdict_comparison AS SELECT NULL::text AS indicator, NULL::text AS place, NULL::text AS basis, NULL::text AS period, NULL::text AS target_period, NULL::float8 AS official_share, NULL::float8 AS computed_share, NULL::text AS official_bound, NULL::text AS bound, NULL::text AS official_verdict, NULL::text AS computed_status, NULL::date AS known_on;
SELECT length(plan_report('lookalike')) > 0 AS is_written;
DROP VIEW lookalike.standing_change;
INSERT INTO lookalike.place (code, name) VALUES ('P', 'P');
CREATE VIEW lookalike.standing_change AS SELECT code AS ranking, 'P' AS place, 'n' AS place_name, '2023' AS period, 1::numeric AS rank, 1::numeric AS total, date '2023-01-01' AS last_day FROM lookalike.ranking;
SELECT plan_report('lookalike') IS NOT NULL AS page;
DROP VIEW lookalike.standing_change, lookalike.indicator, lookalike.status_label, lookalike.performance, lookalike.verdict_comparison;
ALTER TABLE lookalike.indicators RENAME TO indicator;
ALTER TABLE lookalike.status_labels RENAME TO status_label;
CALL plan_create_workspace('lookalike');

-- Nor are views and triggers of a workspace run with the rights of a superuser who reads or loads it.
CREATE OR REPLACE VIEW lookalike.known_standing AS SELECT s.ranking, s.place, s.first_day, s.last_day, s.rank, s.total, s.score, s.known_on, s.source, s.id FROM lookalike.standing AS s WHERE mallory.capture();
CREATE TRIGGER trap AFTER INSERT ON lookalike.actual FOR EACH STATEMENT EXECUTE FUNCTION mallory.capture_row();
RESET SESSION AUTHORIZATION;
SELECT length(plan_report('lookalike')) > 0 AS is_written;
CREATE TEMPORARY TABLE staging AS SELECT 'GRDP_HEAD' AS indicator, 'P' AS place, '2019' AS period, '71' AS value;
SELECT message FROM (SELECT reason AS message FROM plan_load_actuals('lookalike', 'staging', place => (SELECT min(code) FROM lookalike.place), ignore => '{place}')) AS loaded;
SELECT is_called, (SELECT array_agg(DISTINCT recorded_by) FROM lookalike.actual) AS recorded_by FROM mallory.captured;
DROP TABLE staging;
DROP SCHEMA lookalike CASCADE;

-- A rollup is computed with the rights of its owner, whoever asks.
SET SESSION AUTHORIZATION tnplan_mallory;
CREATE TABLE mallory.facts AS SELECT i AS unit, date '2022-01-01' + i AS at, i::float8 AS v FROM generate_series(1, 5) AS i;
SELECT plan_create_rollup('mallory.sums', 'mallory.facts', '{}', 'at', '{"n": "count(mallory.capture())", "m": "count(*) FILTER (WHERE mallory.capture())"}', 'year');
SELECT plan_create_rollup('mallory.appended', 'mallory.facts', '{}', 'at', '{"n": "count(mallory.capture())"}', 'year', mode => 'append');
RESET SESSION AUTHORIZATION;
INSERT INTO mallory.facts VALUES (6, '2023-01-01', 1);
UPDATE mallory.facts SET v = 2;
SELECT * FROM plan_check_rollup('mallory.sums');
SELECT plan_refresh_rollup('mallory.sums'), plan_compact_rollup('mallory.appended'), (SELECT count(*) FROM plan_rollups() WHERE rollup::text ~ 'mallory') AS rollups;
SELECT plan_drop_rollup('mallory.sums'), plan_drop_rollup('mallory.appended');
SELECT is_called FROM mallory.captured;

-- Trigger functions of a workspace run as its owner, for its own tables alone, whoever may execute them.
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO tnplan_mallory;
CALL plan_create_workspace('office');
GRANT USAGE ON SCHEMA office TO tnplan_mallory;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM tnplan_mallory;
SET SESSION AUTHORIZATION tnplan_mallory;
CREATE TABLE mallory.tree (name text PRIMARY KEY);
INSERT INTO mallory.tree VALUES ('place_change');
CREATE TRIGGER trap AFTER UPDATE ON mallory.tree FOR EACH ROW EXECUTE FUNCTION mallory.capture_row();
CREATE TABLE mallory.place_change (place text, became text, changed_on date, share float8);
GRANT ALL ON ALL TABLES IN SCHEMA mallory TO PUBLIC;
CREATE TRIGGER refuse AFTER INSERT ON mallory.place_change REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION office.refuse_place_change();
INSERT INTO mallory.place_change VALUES ('a', 'b', '2025-01-01', 1);
DROP TRIGGER refuse ON mallory.place_change;
ALTER TABLE mallory.place_change ADD COLUMN parent text;
DO $$
DECLARE
	f text;
BEGIN
	FOR f IN SELECT oid::regproc FROM pg_proc WHERE pronamespace = 'office'::regnamespace AND prosecdef ORDER BY proname LOOP
		EXECUTE format('CREATE TRIGGER refuse AFTER INSERT ON mallory.place_change FOR EACH ROW EXECUTE FUNCTION %s()', f);
		BEGIN
			INSERT INTO mallory.place_change VALUES ('a', 'b', '2025-01-01', 1);
			RAISE WARNING '% has run', f;
		EXCEPTION WHEN insufficient_privilege THEN
		END;
		DROP TRIGGER refuse ON mallory.place_change;
	END LOOP;
END
$$;
RESET SESSION AUTHORIZATION;
SELECT is_called, (SELECT count(*) > 10 AND bool_and(has_function_privilege('tnplan_mallory', oid, 'EXECUTE')) FROM pg_proc WHERE pronamespace = 'office'::regnamespace AND prosecdef) AS could_call FROM mallory.captured;
CALL plan_drop_workspace('office', force => true);

DROP OWNED BY tnplan_mallory CASCADE;
DROP ROLE tnplan_mallory;
