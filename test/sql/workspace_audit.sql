-- Who changed what, when and why.
\set SHOW_CONTEXT never
CREATE ROLE regress_tn_owner;
CREATE ROLE regress_tn_planner;
CREATE ROLE regress_tn_attacker;
SELECT format('GRANT CREATE ON DATABASE %I TO regress_tn_owner, regress_tn_attacker', current_database()) \gexec
SET ROLE regress_tn_owner;
CALL plan_create_workspace('province', sample => true);
SET search_path = province, public;
CALL plan_grant_workspace('province', 'regress_tn_planner', 'planner');
SET ROLE regress_tn_planner;
-- A row says who entered it, whatever the one who enters it says.
INSERT INTO actual (indicator, place, period, value, recorded_by, recorded_at) VALUES ('GRDP', 'TN', '2024-Q1', 7, 'somebody else', '2000-01-01');
INSERT INTO target (indicator, place, period, goal, recorded_by, recorded_at) VALUES ('GRDP', 'TN', '2024', '>= 7', 'somebody else', '2000-01-01');
UPDATE actual SET recorded_by = 'somebody else', recorded_at = '2000-01-01' WHERE period = '2024-Q1';
SELECT period, recorded_by, recorded_at > '2020-01-01' AS now FROM actual WHERE period = '2024-Q1';
SELECT period, recorded_by, recorded_at > '2020-01-01' AS now FROM target WHERE period = '2024';
-- The owner loads what is old.
SET ROLE regress_tn_owner;
INSERT INTO actual (indicator, place, period, value, recorded_by, recorded_at) VALUES ('GRDP', 'TN', '2010', 7, 'registrar', '2011-01-01') RETURNING recorded_by, recorded_at::date;
SET ROLE regress_tn_planner;
-- Changes and deletions are written down, with the reason that is set or that the change states.
BEGIN;
SET LOCAL tnplan.reason = 'Nhập sai';
UPDATE actual SET value = 7.5 WHERE period = '2024-Q1';
COMMIT;
UPDATE target SET goal = '>= 7.2', reason = 'Nghị quyết mới' WHERE period = '2024' AND basis = 'local';
UPDATE target SET goal = '>= 7.3' WHERE period = '2024' AND basis = 'local' AND indicator = 'GRDP';
UPDATE target SET goal = goal;
DELETE FROM target WHERE period = '2024' AND indicator = 'GRDP';
MERGE INTO actual AS a USING (VALUES ('2024-Q1')) AS v (period) ON a.period = v.period WHEN MATCHED THEN UPDATE SET note = 'Số chính thức';
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'TN', '2024-Q1', 7.6) ON CONFLICT (year, indicator, place, first_day, last_day, known_on) DO UPDATE SET value = excluded.value;
UPDATE indicator SET weight = 2 WHERE code = 'GRDP';
SELECT plan_close_period('province', '2022', '2022-12-31', 'Hết năm');
SELECT plan_reopen_period('province', '2022');
SELECT id, changed_by, logged_in_as = SESSION_USER AS "logged in", table_name, action, reason, old_row ->> 'goal' AS old_goal, new_row ->> 'goal' AS new_goal, old_row ->> 'value' AS old_value, new_row ->> 'value' AS new_value FROM change_log ORDER BY id;
SELECT count(*) FROM change_log WHERE changed_at > now() - interval '1 hour' AND (table_name = 'closing' OR row_id IS NOT NULL);
SET ROLE regress_tn_owner;
TRUNCATE milestone;
SELECT table_name, action, row_id FROM change_log ORDER BY id DESC LIMIT 1;
-- A code that changes is one row, whatever names it; two that change in one statement are two.
CREATE TEMP TABLE seen AS SELECT max(id) AS id FROM change_log;
UPDATE indicator SET code = 'GROWTH' WHERE code = 'GRDP';
UPDATE place SET code = 'TNG' WHERE code = 'TN';
UPDATE node SET code = 'x' || code WHERE code IN ('NQ', 'KT');
UPDATE basis SET code = 'own', name = 'Own' WHERE code = 'local';
UPDATE ranking SET code = 'D' WHERE code = 'DTI';
SELECT table_name, action, old_row ->> 'code' AS old, new_row ->> 'code' AS new, count(*) FROM change_log WHERE id > (SELECT id FROM seen) GROUP BY 1, 2, 3, 4 ORDER BY 1, 3;
-- Rows that somebody gives another code, and rows that change in something else too, are written down.
INSERT INTO target (indicator, place, basis, period, goal) VALUES ('GROWTH', 'TNG', 'own', '2024', '>= 7');
UPDATE target SET indicator = 'EXPORT' WHERE indicator = 'GROWTH' AND period = '2024';
UPDATE place SET parent = 'TNG', name = 'Bắc Kạn' WHERE code = 'BK';
UPDATE indicator SET node = 'xKT' WHERE code = 'GROWTH';
SELECT table_name, old_row ->> 'indicator' AS old_indicator, new_row ->> 'indicator' AS indicator, old_row ->> 'parent' AS old_parent, new_row ->> 'parent' AS parent, old_row ->> 'node' AS old_node, new_row ->> 'node' AS node
FROM change_log WHERE id > (SELECT id + 6 FROM seen) ORDER BY id;
DROP TABLE seen;
UPDATE place SET code = 'TN' WHERE code = 'TNG';
UPDATE indicator SET code = 'GRDP' WHERE code = 'GROWTH';
-- What a statement moves beside a new code, and what moves to it later, is written down.
SELECT coalesce(max(id), 0) AS seen FROM change_log \gset
BEGIN;
WITH renamed AS (UPDATE place SET code = 'BKN' WHERE code = 'BK') UPDATE actual SET place = 'PY' WHERE id = (SELECT min(id) FROM actual);
INSERT INTO place (code, name) VALUES ('BK', 'Another');
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'BK', '2020', 7);
UPDATE actual SET place = 'BKN' WHERE place = 'BK';
SELECT table_name, action, old_row ->> 'code' AS old_code, new_row ->> 'code' AS code, old_row ->> 'place' AS old_place, new_row ->> 'place' AS place FROM change_log WHERE id > :seen ORDER BY id;
ROLLBACK;
BEGIN;
WITH r1 AS (UPDATE place SET code = 'BKN' WHERE code = 'BK' RETURNING 1), r2 AS (UPDATE place SET code = 'BK' WHERE code = 'TN' AND (SELECT count(*) FROM r1) > 0 RETURNING 1)
UPDATE actual SET place = 'BK' WHERE id = (SELECT min(id) FROM actual WHERE place = 'TN') AND (SELECT count(*) FROM r2) > 0;
UPDATE place SET code = 'TN' WHERE code = 'BK';
UPDATE place SET code = 'BK' WHERE code = 'BKN';
SELECT place FROM actual WHERE id = (SELECT min(id) FROM actual);
SELECT old_row ->> 'place' AS old_place, new_row ->> 'place' AS place, row_id = (SELECT min(id) FROM actual) AS moved, count(*) FROM change_log WHERE id > :seen AND table_name = 'actual' GROUP BY 1, 2, 3 HAVING row_id = (SELECT min(id) FROM actual) ORDER BY min(id);
ROLLBACK;
-- A row with the id of another one is another one.
BEGIN;
INSERT INTO indicator (code, node, name) SELECT 'Q', node, 'One' FROM indicator LIMIT 1;
INSERT INTO target (indicator, place, basis, period, goal) SELECT 'Q', 'TN', basis, '2024', '>= 7' FROM target LIMIT 1;
WITH gone AS (DELETE FROM indicator WHERE code = 'Q' RETURNING id, node), made AS (INSERT INTO indicator (id, code, node, name) OVERRIDING SYSTEM VALUE SELECT id, 'Q2', node, 'Another' FROM gone RETURNING 1)
UPDATE target SET indicator = 'Q2' WHERE indicator = 'Q' AND (SELECT count(*) FROM made) > 0;
SELECT table_name, action, old_row ->> 'indicator' AS old, new_row ->> 'indicator' AS new FROM change_log WHERE id > :seen ORDER BY id;
ROLLBACK;
-- Whatever the session says of how values are written, they are compared and stored to the last digit.
BEGIN;
ALTER TABLE actual ADD took interval, ADD price money, ADD proof bytea;
SELECT min(id) AS row_id FROM actual \gset
UPDATE actual SET value = 7000, took = '1 day', price = 1, proof = 'a' WHERE id = :row_id;
SELECT coalesce(max(id), 0) AS seen FROM change_log \gset
SET LOCAL ROLE regress_tn_planner;
SET LOCAL extra_float_digits = -15;
SET LOCAL DateStyle = 'SQL, DMY';
SET LOCAL IntervalStyle = 'sql_standard';
SET LOCAL TimeZone = 'Pacific/Apia';
SET LOCAL bytea_output = 'escape';
UPDATE actual SET value = 7400 WHERE id = :row_id;
UPDATE actual SET value = 9999 WHERE id = :row_id;
UPDATE actual SET value = 9999.000000000002 WHERE id = :row_id;
RESET ROLE;
SELECT old_row -> 'value' AS old, new_row -> 'value' AS new, new_row -> 'took' AS took, new_row -> 'proof' AS proof, new_row ->> 'recorded_at' ~ '[+]00:00$' AS utc FROM change_log WHERE id > :seen ORDER BY id;
ROLLBACK;
-- Closings and their verdicts, as they are changed by hand.
SELECT plan_close_period('province', '2022', '2022-12-31') AS verdicts;
SELECT coalesce(max(id), 0) AS seen FROM change_log \gset
UPDATE closed_verdict SET status = 'met' WHERE indicator = 'GRDP';
UPDATE closing SET note = 'Nothing';
INSERT INTO closed_verdict SELECT (jsonb_populate_record(v, '{"last_day": "2022-12-30"}')).* FROM closed_verdict AS v WHERE indicator = 'GRDP';
DELETE FROM closed_verdict WHERE last_day = '2022-12-30';
UPDATE place SET code = 'TN2' WHERE code = 'TN';
UPDATE place SET code = 'TN' WHERE code = 'TN2';
SELECT plan_reopen_period('province', '2022') AS verdicts;
SELECT plan_close_period('province', '2022', '2022-12-31') AS verdicts;
DELETE FROM closing;
TRUNCATE closed_verdict;
TRUNCATE closing, closed_verdict;
SELECT table_name, action, row_id IS NULL AS "all", old_row ->> 'status' AS old, new_row ->> 'status' AS new, coalesce(new_row, old_row) ->> 'note' AS note, coalesce(new_row, old_row) ->> 'code' AS code FROM change_log WHERE id > :seen ORDER BY id;
-- Who has logged in acts as somebody else.
RESET ROLE;
DELETE FROM standing WHERE rank = 44;
SELECT changed_by = SESSION_USER AS me, table_name FROM change_log ORDER BY id DESC LIMIT 1;
-- Nobody else writes to the log, nor attaches its functions to tables of their own.
SET ROLE regress_tn_attacker;
CREATE SCHEMA attack;
CREATE TABLE attack.target (id bigint, reason text);
CREATE TABLE attack.change_log (LIKE province.change_log);
SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'province'::regnamespace AND prosecdef AND has_function_privilege('regress_tn_attacker', oid, 'EXECUTE');
CREATE TRIGGER t AFTER DELETE ON attack.target REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();
RESET ROLE;
GRANT USAGE ON SCHEMA province TO regress_tn_attacker;
SET ROLE regress_tn_attacker;
CREATE TRIGGER t AFTER DELETE ON attack.target REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();
CREATE TRIGGER t AFTER DELETE ON attack.target REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_closed();
CREATE TRIGGER t BEFORE DELETE ON attack.target FOR EACH STATEMENT EXECUTE FUNCTION province.wait_for_closing();
SELECT province.log_change();
RESET ROLE;
REVOKE USAGE ON SCHEMA province FROM regress_tn_attacker;
-- Names that the functions use cannot be shadowed.
SET ROLE regress_tn_planner;
CREATE TEMP TABLE change_log (LIKE province.change_log);
CREATE TEMP TABLE setting (id int);
CREATE TEMP TABLE closing (LIKE province.closing);
CREATE TEMP TABLE old_rows (id int);
CREATE FUNCTION pg_temp.to_jsonb(anyelement) RETURNS jsonb LANGUAGE sql AS $$ SELECT '{"forged": true}'::jsonb $$;
SET search_path = pg_temp, province, public;
UPDATE province.actual SET value = 7.7 WHERE period = '2024-Q1';
SELECT count(*) FROM pg_temp.change_log;
SELECT new_row ->> 'value' AS value FROM province.change_log ORDER BY id DESC LIMIT 1;
DROP TABLE change_log, setting, closing, old_rows;
DROP FUNCTION pg_temp.to_jsonb(anyelement);
-- A schema that is renamed keeps its log; a table that is taken out of it is not written to.
RESET ROLE;
ALTER SCHEMA province RENAME TO region;
SET search_path = region, public;
UPDATE actual SET value = 7.8 WHERE period = '2024-Q1';
SELECT new_row ->> 'value' AS value FROM change_log ORDER BY id DESC LIMIT 1;
BEGIN;
CREATE SCHEMA elsewhere;
ALTER TABLE actual SET SCHEMA elsewhere;
\set VERBOSITY terse
UPDATE elsewhere.actual SET value = 7.9 WHERE period = '2024-Q1';
ROLLBACK;
RESET search_path;
CALL plan_drop_workspace('region', force => true);
DROP SCHEMA attack CASCADE;
DROP OWNED BY regress_tn_owner, regress_tn_attacker;
DROP ROLE regress_tn_owner, regress_tn_planner, regress_tn_attacker;
