-- A year is closed: what becomes known later changes what would be computed, but not the verdict.
CALL plan_create_workspace('province', sample => true);
SET search_path = province, public;
SET tnplan.known_on = '2022-12-31';
SELECT plan_close_period('province', '2022', note => 'Hội nghị tổng kết năm 2022') AS verdicts;
RESET tnplan.known_on;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('GRDP', 'TN', '2022', 7.9, '2023-03-31'), ('EXPORT', 'TN', '2022', 31, '2023-03-31');
SELECT p.indicator, p.goal, p.actual, p.status, p.is_closed, c.actual AS now, c.status AS "status now"
FROM performance AS p JOIN computed_performance AS c USING (indicator, place, basis, first_day, last_day) WHERE p.period = '2022' ORDER BY indicator;
SELECT node, indicators, met, exceeded, round(100 * score) AS "score %" FROM scorecard WHERE period = '2022' ORDER BY node;
SELECT period, first_day, last_day, closed_on, note, closed_by = CURRENT_USER AS by_me FROM closing;
-- As known before the closing nothing is closed.
SET tnplan.known_on = '2022-12-30';
SELECT count(*), bool_or(is_closed) AS closed FROM performance WHERE period = '2022';
SELECT indicator, status FROM performance WHERE period = '2022' ORDER BY indicator;
RESET tnplan.known_on;

-- Its targets cannot change in any way.
\set SHOW_CONTEXT never
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2022', '>= 7');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', '2023', '>= 8', '2023-02-01'), ('FARM', 'TN', '2022-Q3', '>= 7', '2021-01-01');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', '2022', '>= 7', '2021-12-31') ON CONFLICT (year, indicator, place, basis, first_day, last_day, known_on) DO UPDATE SET goal = excluded.goal;
UPDATE target SET goal = '>= 7' WHERE period = '2022' AND indicator = 'GRDP';
UPDATE target SET indicator = 'FARM' WHERE period = '2022' AND indicator = 'GRDP';
UPDATE target SET period = '2021' WHERE period = '2022' AND indicator = 'GRDP';
UPDATE target SET period = '2022' WHERE period = '2023' AND indicator = 'FARM';
UPDATE target SET id = DEFAULT WHERE period = '2022';
UPDATE target SET known_on = '2020-01-01' WHERE period = '2022' AND indicator = 'GRDP';
DELETE FROM target WHERE indicator = 'GRDP';
DELETE FROM indicator WHERE code = 'GRDP';
TRUNCATE target;
COPY target (indicator, place, period, goal) FROM stdin;
EXPORT	TN	6 tháng đầu năm 2022	>= 15
\.
MERGE INTO target AS t USING (SELECT 'GRDP' AS indicator) AS s ON t.indicator = s.indicator AND t.period = '2022' WHEN MATCHED THEN DELETE;
-- A goal that is stated again, as it was before, is no change; nor is one that was withdrawn.
BEGIN;
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', '2022', '>= 8', '2022-06-30'), ('GRDP', 'TN', '2022', '>= 8', '2023-01-31'), ('GRDP', 'TN', '2023', '>= 9', '2023-01-31');
SELECT period, known_on, goal FROM known_target WHERE indicator = 'GRDP' AND period IN ('2022', '2023') ORDER BY period;
SELECT actual, status, is_closed, target_known_on FROM performance WHERE indicator = 'GRDP' AND period = '2022';
ROLLBACK;
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', '2022', '>= 9', '2022-06-30'), ('GRDP', 'TN', '2022', '>= 9', '2022-07-31');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', '2022', '>= 8', '2021-06-30');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', '2022', NULL, '2022-06-30');
INSERT INTO target (indicator, place, basis, period, goal, known_on) VALUES ('GRDP', 'TN', 'central', '2022', NULL, '2021-03-01');
-- What is the same, or of another period, can.
UPDATE target SET goal = goal WHERE period = '2022';
UPDATE target SET goal = '>= 8.1' WHERE period = '2023' AND indicator = 'GRDP';
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', '2021-07..2022-06', '>= 8', '2021-01-01');
DELETE FROM target WHERE period = '2021-07..2022-06';
-- Codes can, and verdicts go with them.
UPDATE indicator SET code = 'GROWTH' WHERE code = 'GRDP';
UPDATE place SET code = 'TNG' WHERE code = 'TN';
UPDATE basis SET code = 'province' WHERE code = 'local';
UPDATE node SET code = 'G' WHERE code = 'TC';
SELECT node, indicator, place, basis, period, status, is_closed FROM performance WHERE period = '2022' ORDER BY indicator;
UPDATE indicator SET code = 'GRDP' WHERE code = 'GROWTH';
UPDATE place SET code = 'TN' WHERE code = 'TNG';
UPDATE basis SET code = 'local' WHERE code = 'province';
UPDATE node SET code = 'TC' WHERE code = 'G';

-- Only what a foreign key does for a new code is taken for it: nothing that is said beside it, whichever row comes first.
UPDATE node SET code = CASE code WHEN 'KT' THEN 'KT2' ELSE code END, parent = CASE code WHEN 'TC' THEN 'NQ' ELSE parent END WHERE code IN ('KT', 'TC');
WITH renamed AS (UPDATE node SET code = 'KT2' WHERE code = 'KT') UPDATE node SET parent = 'NQ' WHERE code = 'TC';
WITH moved AS (UPDATE node SET parent = 'NQ' WHERE code = 'TC' RETURNING code) UPDATE node SET code = 'KT2' WHERE code = 'KT' AND EXISTS (SELECT FROM moved);
WITH renamed AS (UPDATE place SET code = 'TN2' WHERE code = 'TN') UPDATE target SET place = 'BK' WHERE period = '2022' AND indicator = 'GRDP';
WITH renamed AS (UPDATE indicator SET code = 'GROWTH' WHERE code = 'GRDP') UPDATE target SET indicator = 'FARM' WHERE period = '2022' AND indicator = 'GRDP';
WITH renamed AS (UPDATE basis SET code = 'own' WHERE code = 'local') UPDATE target SET basis = 'central' WHERE period = '2022' AND indicator = 'GRDP';
-- Nor what comes after it, under the code that has become free.
BEGIN;
UPDATE node SET code = 'KT2' WHERE code = 'KT';
INSERT INTO node (code, parent, name) VALUES ('KT', 'NQ', 'Another');
INSERT INTO node (code, parent, name) VALUES ('SUB', 'KT', 'Below another');
INSERT INTO indicator (code, node, name) VALUES ('SUB', 'SUB', 'Below another');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('SUB', 'TN', '2021', '>= 7', '2020-12-31');
SELECT plan_close_period('province', '2021', '2021-12-31') AS verdicts;
SAVEPOINT s;
UPDATE node SET parent = 'KT2' WHERE code = 'SUB';
ROLLBACK TO s;
UPDATE indicator SET code = 'SUB2' WHERE code = 'SUB';
UPDATE node SET parent = 'KT2' WHERE code = 'SUB';
ROLLBACK;
-- Nor codes that another row had in the transaction, in one query or several: which row they were of then, nothing says.
INSERT INTO node (code, parent, name) VALUES ('NEW', 'NQ', 'Another');
INSERT INTO place (code, name) VALUES ('NEW', 'Another');
INSERT INTO indicator (code, node, name) VALUES ('NEW', 'TC', 'Another');
WITH r1 AS (UPDATE indicator SET code = 'NEW2' WHERE code = 'NEW' RETURNING 1), r2 AS (UPDATE indicator SET code = 'NEW' WHERE code = 'GRDP' AND (SELECT count(*) FROM r1) > 0 RETURNING 1)
UPDATE target SET indicator = 'NEW' WHERE indicator = 'GRDP' AND (SELECT count(*) FROM r2) > 0;
\set VERBOSITY terse
WITH r1 AS (UPDATE place SET code = 'NEW2' WHERE code = 'NEW' RETURNING 1), r2 AS (UPDATE place SET code = 'NEW' WHERE code = 'TN' AND (SELECT count(*) FROM r1) > 0 RETURNING 1)
UPDATE target SET place = 'NEW' WHERE place = 'TN' AND (SELECT count(*) FROM r2) > 0;
WITH r1 AS (UPDATE basis SET code = 'set' WHERE code = 'central' RETURNING 1), r2 AS (UPDATE basis SET code = 'central' WHERE code = 'local' AND (SELECT count(*) FROM r1) > 0 RETURNING 1)
UPDATE target SET basis = 'central' WHERE basis = 'local' AND (SELECT count(*) FROM r2) > 0;
WITH r1 AS (UPDATE node SET code = 'NEW2' WHERE code = 'NEW' RETURNING 1), r2 AS (UPDATE node SET code = 'NEW' WHERE code = 'KT' AND (SELECT count(*) FROM r1) > 0 RETURNING 1)
UPDATE node SET parent = 'NEW' WHERE code = 'TC' AND (SELECT count(*) FROM r2) > 0;
BEGIN;
UPDATE indicator SET code = 'EXPORT2' WHERE code = 'EXPORT';
UPDATE indicator SET code = 'EXPORT' WHERE code = 'GRDP';
ROLLBACK;
-- Functions of a query that rename while it moves rows, and want their notes to go, are no way round.
CREATE FUNCTION pg_temp.run(VARIADIC statements text[]) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
	statement text;
BEGIN
	FOREACH statement IN ARRAY statements LOOP
		EXECUTE statement;
	END LOOP;
	RETURN 1;
END
$$;
WITH moved AS (UPDATE target SET indicator = 'NEW' WHERE period = '2022' AND indicator = 'GRDP' RETURNING 1)
SELECT pg_temp.run('UPDATE indicator SET code = ''NEW2'' WHERE code = ''NEW''', 'SET CONSTRAINTS ALL IMMEDIATE', 'UPDATE indicator SET code = ''NEW'' WHERE code = ''GRDP''') FROM moved;
WITH moved AS (UPDATE target SET indicator = 'NEW' WHERE period = '2022' AND indicator = 'GRDP' RETURNING 1)
SELECT pg_temp.run('UPDATE indicator SET code = ''GROWTH'' WHERE code = ''GRDP''', 'UPDATE indicator SET code = ''GRDP'' WHERE code = ''NEW''', 'UPDATE indicator SET code = ''NEW'' WHERE code = ''GRDP''') FROM moved;
WITH r1 AS (UPDATE indicator SET code = 'GROWTH' WHERE code = 'GRDP' RETURNING 1), r2 AS (UPDATE indicator SET code = 'GRDP' WHERE code = 'NEW' AND (SELECT count(*) FROM r1) > 0 RETURNING 1)
SELECT pg_temp.run('UPDATE indicator SET code = ''NEW2'' WHERE code = ''GRDP''') FROM r2;
\set VERBOSITY default
-- A row does not take the place of another.
WITH gone AS (DELETE FROM node WHERE code = 'TC' RETURNING code, name) INSERT INTO node (code, parent, name) SELECT code, 'NQ', name FROM gone;
WITH gone AS (DELETE FROM indicator WHERE code = 'GRDP' RETURNING code) UPDATE indicator AS i SET code = gone.code FROM gone WHERE i.code = 'NEW';
WITH gone AS (DELETE FROM indicator WHERE code = 'GRDP' RETURNING code) UPDATE indicator AS i SET code = gone.code FROM gone WHERE i.code = 'NEW' RETURNING pg_temp.run('UPDATE indicator SET code = ''NEW2'' WHERE code = ''GRDP''');
DELETE FROM indicator WHERE code = 'NEW';
DELETE FROM place WHERE code = 'NEW';
DELETE FROM node WHERE code = 'NEW';
-- In a chain, round about, back, after what was taken back, and with constraints at once, codes go where they should.
BEGIN;
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE indicator SET code = code || '2';
SAVEPOINT s;
UPDATE indicator SET code = 'GROWTH' WHERE code = 'GRDP2';
ROLLBACK TO s;
UPDATE indicator SET code = 'GROWTH' WHERE code = 'GRDP2';
UPDATE indicator SET code = 'GRDP2' WHERE code = 'GROWTH';
UPDATE node SET code = 'x' || code;
UPDATE place SET code = 'TNG' WHERE code = 'TN';
WITH b AS (UPDATE basis SET code = 'own' WHERE code = 'local'), p AS (UPDATE place SET code = 'TN' WHERE code = 'TNG'), n AS (UPDATE node SET code = 'KT' WHERE code = 'xKT')
UPDATE indicator SET code = 'EXPORTS' WHERE code = 'GRDP2';
SELECT node, indicator, place, basis, is_closed, status FROM performance WHERE period = '2022' ORDER BY indicator;
SELECT table_name, old_row ->> 'code' AS old, new_row ->> 'code' AS new, count(*) FROM change_log WHERE changed_at = now() AND table_name <> 'node' GROUP BY 1, 2, 3 HAVING old_row ->> 'code' ~ '^(GR|EX|TN|local)' OR old_row ->> 'code' IS NULL ORDER BY 1, 2, 3;
UPDATE indicator SET code = 'EXPORTED' WHERE code = 'EXPORTS';
CALL plan_create_workspace('province');
UPDATE indicator SET code = 'GRDP' WHERE code = 'EXPORTED';
CALL plan_drop_workspace('province', force => true);
ROLLBACK;
-- A trigger of one's own that renames, and moves what has nothing to do with it.
CREATE FUNCTION follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE TG_ARGV[0]; RETURN NULL; END $$;
BEGIN;
CREATE TRIGGER follow AFTER UPDATE ON place FOR EACH ROW EXECUTE FUNCTION follow('UPDATE indicator SET code = ''GROWTH'' WHERE code = ''GRDP''');
UPDATE place SET code = 'TNG' WHERE code = 'TN';
SELECT indicator, place, is_closed FROM performance WHERE period = '2022' ORDER BY indicator;
ROLLBACK;
BEGIN;
CREATE TRIGGER follow AFTER UPDATE ON place FOR EACH ROW EXECUTE FUNCTION follow('UPDATE target SET place = ''BK'' WHERE period = ''2022''');
UPDATE place SET code = 'TNG' WHERE code = 'TN';
ROLLBACK;
DROP FUNCTION follow();

-- The tree above closed verdicts stays as it was, whatever else becomes of the plan.
CREATE TEMP TABLE closed_cards AS SELECT * FROM scorecard WHERE period = '2022';
CREATE FUNCTION pg_temp.changed_cards() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM (TABLE closed_cards EXCEPT SELECT * FROM scorecard WHERE period = '2022' UNION ALL (SELECT * FROM scorecard WHERE period = '2022' EXCEPT TABLE closed_cards)) AS d $$;
UPDATE node SET weight = 3 WHERE code = 'TC';
UPDATE node SET parent = 'NQ' WHERE code = 'CN';
UPDATE node SET parent = NULL WHERE code = 'KT';
UPDATE node SET code = 'TC2', parent = 'NQ' WHERE code = 'TC';
UPDATE node SET weight = weight, parent = parent, name_en = name_en, sort_order = 99 WHERE code = 'TC';
UPDATE node SET code = 'ECONOMY' WHERE code = 'KT';
UPDATE node SET code = 'KT' WHERE code = 'ECONOMY';
INSERT INTO node (code, parent, name, weight) VALUES ('NEW', 'KT', 'New', 5);
UPDATE node SET parent = 'NEW', weight = 2 WHERE code = 'NN';
UPDATE indicator SET node = 'NEW' WHERE code IN ('GRDP', 'EXPORT');
UPDATE indicator SET weight = 7 WHERE code = 'IPV';
DELETE FROM node WHERE code = 'CN';
SELECT pg_temp.changed_cards();
SELECT node, indicators FROM scorecard WHERE period = '2023' ORDER BY node;
UPDATE indicator SET node = 'TC', weight = 1 WHERE code = 'GRDP';
UPDATE indicator SET node = 'DT' WHERE code = 'EXPORT';
UPDATE indicator SET weight = 1 WHERE code = 'IPV';
UPDATE node SET parent = 'KT', weight = 1 WHERE code = 'NN';
DELETE FROM node WHERE code = 'NEW';
-- Closings that overlap: a verdict belongs to the first.
SELECT plan_close_period('province', '2022');
SELECT plan_close_period('province', '2022-Q1');
SELECT plan_close_period('province', '2021-2025', '2022-12-30', early => true);
SELECT plan_close_period('province', '2021-2025', '2023-12-31', early => true) AS verdicts;
SELECT k.period, k.closed_on, v.period, count(*) FROM closing AS k JOIN closed_verdict AS v ON v.closing = k.id GROUP BY k.id, v.period ORDER BY k.id, v.period;
SELECT count(*), count(DISTINCT (indicator, place, basis, first_day, last_day)) FROM performance;
SELECT plan_reopen_period('province', '2022');
SELECT plan_reopen_period('province', '2024');
SELECT plan_reopen_period('province', '2030');
SELECT plan_reopen_period('province', '2021-2025') AS verdicts;
SELECT plan_reopen_period('province', '2022') AS verdicts;
SELECT count(*) FROM closed_verdict;
SELECT indicator, status, is_closed FROM performance WHERE period = '2022' ORDER BY indicator;
UPDATE target SET goal = '>= 7' WHERE period = '2022' AND indicator = 'GRDP';
-- A period without targets keeps out those to come.
SELECT plan_close_period('province', '2010') AS verdicts;
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2010', '>= 7');
SELECT plan_reopen_period('province', '2010') AS verdicts;

-- Periods are written as people write them, those of fiscal years by the calendar of the workspace.
CREATE FUNCTION pg_temp.closed(written text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	name text;
BEGIN
	PERFORM plan_close_period('province', written, early => true);
	SELECT period INTO STRICT name FROM closing;
	PERFORM plan_reopen_period('province', written);
	RETURN name;
END
$$;
SELECT written, pg_temp.closed(written) AS standard FROM unnest('{Quý IV/2023,FY2023,năm tài chính 2023,01/07/2022-30/06/2023,6 tháng đầu năm 2023,2021-2025}'::text[]) AS written;
BEGIN;
UPDATE setting SET calendar = 'year from July', term = 'FY2022-FY2024';
SELECT term, first_day, last_day FROM setting;
SELECT written, pg_temp.closed(written) AS from_july FROM unnest('{Quý IV/2023,FY2023,FY2023-Q1,năm tài chính 2023,01/07/2022-30/06/2023}'::text[]) AS written;
-- Closings and what is said of them have the names of that calendar.
SELECT plan_close_period('province', '01/07/2022-30/06/2023');
DO $$ BEGIN PERFORM plan_close_period('province', '2022-Q3'); EXCEPTION WHEN object_not_in_prerequisite_state THEN RAISE WARNING '%', SQLERRM; END $$;
DO $$ BEGIN PERFORM plan_reopen_period('province', '2022-10..2023-03'); EXCEPTION WHEN object_not_in_prerequisite_state THEN RAISE WARNING '%', SQLERRM; END $$;
DO $$ BEGIN INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2022-09', '>= 7'); EXCEPTION WHEN object_not_in_prerequisite_state THEN RAISE WARNING '%', SQLERRM; END $$;
UPDATE setting SET term = 'năm tài chính 2022 - 2024' RETURNING first_day, last_day;
UPDATE setting SET term = '01/07/2021 - 30/06/2024' RETURNING first_day, last_day;
ROLLBACK;
-- Tables are for all calendars, and their rows have the months.
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', 'FY2023', '>= 7');
INSERT INTO node (code, name, period) VALUES ('X', 'X', 'năm tài chính 2023');
BEGIN;
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '01/07/2022-30/06/2023', '>= 7') RETURNING period_name, first_day, last_day;
ROLLBACK;
-- A period that is not over on the day is closed when somebody says so; its last day is over.
SELECT plan_close_period('province', '2023', '2023-12-30');
SELECT plan_close_period('province', '2023', '2022-12-31', 'Before it begins');
SET tnplan.known_on = '2023-12-30';
SELECT plan_close_period('province', '2023');
SELECT plan_close_period('province', '2023', early => true) > 0 AS closed;
SELECT plan_close_period('province', '2023', early => true);
RESET tnplan.known_on;
SELECT plan_reopen_period('province', '2023') > 0 AS open;
SELECT plan_close_period('province', '2023', '2023-12-31') > 0 AS closed;
SELECT plan_reopen_period('province', '2023') > 0 AS open;
SELECT plan_close_period('province', '2023', early => NULL);
-- Targets of a closed period keep their direction when that of their indicator changes, and are reopened with it.
BEGIN;
INSERT INTO indicator (code, node, name) SELECT 'TURNED', code, 'Turned' FROM node ORDER BY code LIMIT 1;
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('TURNED', 'TN', '2019-Q1', '>= 8', '2019-01-01');
SELECT plan_close_period('province', '2019-Q1', '2020-01-31') AS verdicts;
UPDATE indicator SET direction = 'lower' WHERE code = 'TURNED';
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('TURNED', 'TN', '2019', '<= 8', '2019-01-01');
SELECT plan_close_period('province', '2019', '2020-01-31') AS verdicts;
SELECT plan_reopen_period('province', '2019') AS verdicts;
SAVEPOINT closed;
SELECT plan_reopen_period('province', '2019-Q1') AS verdicts;
ROLLBACK TO closed;
DELETE FROM target WHERE indicator = 'TURNED' AND period = '2019';
UPDATE indicator SET direction = 'higher' WHERE code = 'TURNED';
SELECT plan_reopen_period('province', '2019-Q1') AS verdicts;
ROLLBACK;
-- Periods lie in the years of targets.
SELECT plan_close_period('province', '1799');
SELECT plan_close_period('province', '1799-12..1800-01');
SELECT plan_close_period('province', '2199-07..2200-06', early => true);
SELECT plan_reopen_period('province', '2200');
SELECT plan_close_period('province', '1800') AS verdicts;
DO $$
DECLARE
	hint text;
BEGIN
	PERFORM plan_close_period('province', '2199');
EXCEPTION WHEN object_not_in_prerequisite_state THEN
	GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
	RAISE NOTICE 'hint: %', hint;
END
$$;
SELECT plan_close_period('province', '2199', early => true) AS verdicts;
SELECT plan_reopen_period('province', '1800') AS verdicts, plan_reopen_period('province', '2199') AS verdicts;
-- Days and names that make no sense.
SELECT plan_close_period('province', '2022', 'infinity');
SELECT plan_close_period('province', '2022', '-infinity');
SELECT plan_close_period('province', '2022', date '3000-01-01');
SELECT plan_close_period('province', '2022', '2022-02-30');
SELECT plan_close_period('province', 'the year');
SELECT plan_close_period('province', NULL);
SELECT plan_close_period(NULL, '2022');
SELECT plan_close_period('nowhere', '2022');
SELECT plan_close_period('public', '2022');
SELECT plan_reopen_period(NULL, '2022');
SELECT plan_reopen_period('province', NULL);
SET tnplan.known_on = '3000-01-01';
SELECT plan_close_period('province', '2022');
SET tnplan.known_on = 'soon';
SELECT plan_close_period('province', '2022');
RESET tnplan.known_on;
-- The setting of the session stays, also after an error.
SET tnplan.known_on = '2023-06-08';
SELECT plan_close_period('province', '2022', '2022-12-31') AS verdicts;
DO $$ BEGIN PERFORM plan_close_period('province', '2022', '2022-12-31'); EXCEPTION WHEN object_not_in_prerequisite_state THEN NULL; END $$;
SHOW tnplan.known_on;
SHOW search_path;
SELECT CURRENT_USER = SESSION_USER AS same;
RESET tnplan.known_on;
-- Closings and notes are not made by hand, but by the owner.
BEGIN;
DELETE FROM setting;
SELECT plan_reopen_period('province', '2022');
ROLLBACK;
BEGIN;
DELETE FROM closing;
SELECT count(*) FROM closed_verdict;
ROLLBACK;
CREATE ROLE regress_tn_forger;
GRANT USAGE ON SCHEMA province TO regress_tn_forger;
GRANT ALL ON ALL TABLES IN SCHEMA province TO regress_tn_forger;
SET ROLE regress_tn_forger;
INSERT INTO renamed (table_name, code, row_id) VALUES ('indicator', 'GRDP', 1);
DELETE FROM renamed;
TRUNCATE renamed;
UPDATE tree SET name = 'x';
DELETE FROM closing;
RESET ROLE;
CALL plan_create_workspace('province');
SELECT relname, has_table_privilege('regress_tn_forger', oid, 'SELECT, INSERT, UPDATE, DELETE') AS has FROM pg_class WHERE oid IN ('renamed'::regclass, 'tree'::regclass, 'target'::regclass) ORDER BY 1;
DROP OWNED BY regress_tn_forger;
DROP ROLE regress_tn_forger;
-- Who changes figures reads no notes, which others may be writing; and no note keeps the schema.
BEGIN ISOLATION LEVEL SERIALIZABLE;
UPDATE actual SET value = value + 1;
SELECT count(*) FROM pg_locks WHERE mode = 'SIReadLock' AND pid = pg_backend_pid() AND relation = 'renamed'::regclass;
ROLLBACK;
BEGIN;
SET LOCAL client_min_messages = warning;
UPDATE place SET code = 'BK2' WHERE code = 'BK';
DROP SCHEMA province CASCADE;
ROLLBACK;
RESET search_path;
CALL plan_drop_workspace('province', force => true);

-- A target that became known after the day of the closing would be in no verdict, and could not change: no period is closed over it.
CALL plan_create_workspace('late', sample => true);
INSERT INTO late.target (indicator, place, period, goal, known_on) VALUES ('EXPORT', 'TN', '2022-Q4', '>= 8', '2023-02-15'), ('BUDGET', 'PY', '2022', '>= 900', '2023-03-01'),
	('GRDP', 'TN', '2022', '>= 8.2', '2023-04-01'), ('BUDGET', 'PY', '2022-Q1', NULL, '2023-04-01');
SELECT plan_close_period('late', '2022', '2023-01-31');
SELECT plan_close_period('late', '2022', '2023-02-15');
DELETE FROM late.target WHERE place = 'PY' AND period = '2022';
SELECT plan_close_period('late', '2022', '2023-02-14');
-- As is one that was withdrawn on that day, and stated again.
INSERT INTO late.target (indicator, place, period, goal, known_on) VALUES ('EXPORT', 'TN', '2022-Q4', NULL, '2023-01-31'), ('EXPORT', 'TN', '2022-Q4', '>= 7', '2022-01-31');
SELECT plan_close_period('late', '2022', '2023-02-14');
-- What was revised after the day is judged as it was.
SELECT plan_close_period('late', '2022', '2023-02-15') AS verdicts;
SELECT indicator, goal FROM late.closed_verdict WHERE indicator IN ('GRDP', 'EXPORT') ORDER BY indicator, goal;
-- A part that is closed already has its verdicts.
INSERT INTO late.target (indicator, place, period, goal, known_on) VALUES ('EXPORT', 'TN', '2021-Q4', '>= 8', '2021-01-01'), ('EXPORT', 'TN', '2021', '>= 28', '2022-03-01');
SELECT plan_close_period('late', '2021-Q4', '2022-01-01') AS verdicts;
SELECT plan_close_period('late', '2021', '2022-02-28');
SELECT plan_close_period('late', '2021', '2022-03-01') AS verdicts;
CALL plan_drop_workspace('late', force => true);

-- Places move and end whatever is closed: verdicts and scorecards stay, and the whole plan is counted by the places of today.
CALL plan_create_workspace('moved');
SET search_path = moved, public;
UPDATE setting SET term = '2021-2025';
INSERT INTO node (code, name) VALUES ('N', 'node');
INSERT INTO place (code, name) VALUES ('P', 'province'), ('Q', 'province');
INSERT INTO indicator (code, node, name) VALUES ('I', 'N', 'indicator');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT 'I', code, '2021-2025', '>= 10', '2021-01-01' FROM place;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('I', 'P', '2021-2025', 2, '2023-01-01'), ('I', 'Q', '2021-2025', 9, '2023-01-01');
SELECT plan_close_period('moved', '2021-2025', '2024-01-31', early => true) AS verdicts;
CREATE TEMP TABLE verdicts_before AS TABLE performance;
CREATE TEMP TABLE scorecards_before AS TABLE scorecard;
SELECT targets, score FROM overall_score;
UPDATE place SET parent = 'P' WHERE code = 'Q';
SELECT targets, score FROM overall_score;
UPDATE place SET parent = NULL, valid_until = '2023-06-30' WHERE code = 'Q';
SELECT targets, score FROM overall_score;
SELECT indicator, place, status, score FROM (TABLE performance EXCEPT TABLE verdicts_before UNION ALL (TABLE verdicts_before EXCEPT TABLE performance)) AS p;
(SELECT place, period, score FROM scorecard EXCEPT SELECT place, period, score FROM scorecards_before) UNION ALL (SELECT place, period, score FROM scorecards_before EXCEPT SELECT place, period, score FROM scorecard);
RESET search_path;
CALL plan_drop_workspace('moved', force => true);
