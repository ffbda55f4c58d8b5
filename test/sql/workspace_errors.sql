-- What makes no sense is refused, and the error says what and why.
\set SHOW_CONTEXT never
SET DateStyle = ISO;
CALL plan_create_workspace('province', sample => true);
SET search_path = province, public;
-- What to do about it is said with the error.
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', 'soon', '>= 8');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2025', '>> 8');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2025', '<= 8');
INSERT INTO target (indicator, place, period, goal) VALUES ('GDP', 'TN', '2025', '>= 8');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', '2023', '>= 9', '2022-12-31');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'BK', '2026', '>= 8');
-- Of several rows that are wrong, the first by name.
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2025', '<= 8'), ('EXPORT', 'TN', '2026', '<= 7'), ('EXPORT', 'TN', '2025', '<= 6');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'BK', '2028', '>= 8'), ('GRDP', 'BK', '2026', '>= 8'), ('GRDP', 'BK', '2027', '>= 8');
UPDATE indicator SET direction = 'lower' WHERE code = 'GRDP';
INSERT INTO node (code, name, period) VALUES ('X', 'X', 'some day');
UPDATE node SET parent = 'CN' WHERE code = 'NQ';
UPDATE setting SET calendar = 'moon';
\set VERBOSITY terse
-- Targets.
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '', '>= 8');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '202', '>= 8');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '1022', '>= 8');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '3022', '>= 8');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2022-Q5', '>= 8');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2025..2021', '>= 8');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2025', 'high');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2025', '>= NaN');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2025', '6.6..6.8');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'XX', '2025', '>= 8');
INSERT INTO target (indicator, place, basis, period, goal) VALUES ('GRDP', 'TN', 'x', '2025', '>= 8');
INSERT INTO target (indicator, place, period, goal) VALUES (NULL, 'TN', '2025', '>= 8');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', '2025', '>= 8', 'infinity');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', 'năm 2023', '>= 9', '2022-12-31');
INSERT INTO target (indicator, place, period, goal, document) VALUES ('GRDP', 'TN', '2025', '>= 8', -1);
UPDATE target SET goal = '<= 8' WHERE indicator = 'GRDP' AND period = '2023';
UPDATE target SET period = '1996', place = 'BK' WHERE indicator = 'GRDP' AND period = '2023';
-- A place that ends within a period has its target, and goal NULL withdraws one.
INSERT INTO target (indicator, place, period, goal) VALUES ('BUDGET', 'BK', '2025', '>= 800'), ('GRDP', 'TN', '2030', NULL);
-- The direction of an indicator changes with its goals, or not at all.
BEGIN;
SET CONSTRAINTS ALL DEFERRED;
UPDATE indicator SET direction = 'lower' WHERE code = 'GRDP';
UPDATE target SET goal = '<= 8' WHERE indicator = 'GRDP' AND goal IS NOT NULL;
COMMIT;
BEGIN;
SET CONSTRAINTS ALL DEFERRED;
UPDATE indicator SET direction = 'higher' WHERE code = 'GRDP';
COMMIT;
SELECT plan_close_period('province', '2021-2025', early => true) > 0 AS closed;
UPDATE indicator SET direction = 'higher' WHERE code = 'GRDP';
-- Closed targets keep their goals, and follow codes.
UPDATE indicator SET code = 'GRDP-2' WHERE code = 'GRDP';
UPDATE indicator SET code = 'GRDP' WHERE code = 'GRDP-2';
SELECT plan_reopen_period('province', '2021-2025') > 0 AS open;
UPDATE indicator SET direction = 'lower' WHERE code = 'GRDP';
SELECT plan_reopen_period('province', '2021-2025') > 0 AS open;
BEGIN;
SET CONSTRAINTS ALL DEFERRED;
UPDATE indicator SET direction = 'higher' WHERE code = 'GRDP';
UPDATE target SET goal = '>= 8' WHERE indicator = 'GRDP' AND goal IS NOT NULL;
COMMIT;
-- So do the days of a place with its targets and figures.
UPDATE place SET valid_from = '2030-01-01' WHERE code = 'TN';
UPDATE place SET valid_until = '2021-12-31' WHERE code = 'TN';
UPDATE place SET valid_until = '2024-12-31' WHERE code = 'BK';
UPDATE place SET valid_from = '2021-01-01' WHERE code = 'BK';
UPDATE place SET valid_from = NULL, valid_until = NULL WHERE code = 'BK';
UPDATE place SET valid_from = '1997-01-01', valid_until = '2025-06-30' WHERE code = 'BK';
BEGIN;
DELETE FROM target;
DELETE FROM actual;
UPDATE place SET valid_until = '2021-12-31' WHERE code = 'TN';
ROLLBACK;
-- A transaction that does not see the rows of others changes neither.
BEGIN ISOLATION LEVEL REPEATABLE READ;
UPDATE indicator SET direction = 'lower' WHERE code = 'EXPORT';
ROLLBACK;
BEGIN ISOLATION LEVEL SERIALIZABLE;
UPDATE place SET valid_until = '2024-12-31' WHERE code = 'PY';
ROLLBACK;
-- Figures.
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'TN', '2022-13', 8);
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'TN', '2023-H1', 'NaN');
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'TN', '2023-H1', 'Infinity');
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'TN', '2023-H1', 1e30);
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'TN', '2023-H1', -1e30);
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2030', '>= 1e30');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2030', '>= -1e30');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2030', '>= 6..1e308');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2030', '>= 6 from -1e308');
UPDATE node SET weight = 1e30;
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'TN', '2023-H1', 1e-30);
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'TN', '2023-H1', -5e-324);
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2030', '>= 1e-300');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2030', '>= -1e-30..0');
INSERT INTO target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2030', '>= 6 from 5e-324');
UPDATE node SET weight = 1e-30;
UPDATE indicator SET scale = 1e-30;
INSERT INTO exchange_rate VALUES ('USD', 'EUR', '2023-01-01', 1e-300);
INSERT INTO standing (ranking, place, period, rank, score) SELECT code, 'TN', '2023', 1, 1e-300 FROM ranking;
UPDATE place_change SET share = 1e-9;
INSERT INTO place_change (place, became, changed_on, share) VALUES ('TN', 'BK', '2023-01-01', 1e-300);
-- The least and the largest that are taken are numbers in every view.
BEGIN;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'TN', period, value, '2023-06-08' FROM indicator, (VALUES ('2017', 1.1e-30), ('2018', 9e29), ('2019', -1.1e-30), ('2020', 0)) AS v (period, value);
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, 'TN', period, CASE i.direction WHEN 'higher' THEN '>= ' WHEN 'lower' THEN '<= ' ELSE '' END || v.goal, '2016-12-31' FROM indicator AS i, (VALUES ('2017', '9e29..9.1e29'), ('2018', '1.1e-30..1.2e-30'), ('2019', '1.1e-30..9e29'), ('2020', '-1.1e-30..1.1e-30')) AS v (period, goal);
UPDATE indicator SET scale = 1.1e-30;
UPDATE exchange_rate SET rate = 1.1e-30;
DO $$
DECLARE
	v text;
BEGIN
	FOR v IN SELECT c.relname FROM pg_class AS c WHERE relnamespace = 'province'::regnamespace AND relkind = 'v' ORDER BY relname LOOP
		EXECUTE format('SELECT count(v::text) FROM province.%I AS v', v);
	END LOOP;
END
$$;
SELECT max(change_percent) AS growth FROM growth WHERE indicator = 'GRDP';
SELECT min(abs(amount_in_currency)) > 0 AS amounts FROM actual_in_currency WHERE value <> 0;
SELECT max(achievement) > 1e58 AS achieved FROM performance WHERE year < 2020;
SELECT plan_close_period('province', '2018') > 0 AS closed;
ROLLBACK;
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'TN', '2023-H1', '8,5');
INSERT INTO actual (indicator, place, period, value, bound) VALUES ('GRDP', 'TN', '2023-H1', 8, '!');
INSERT INTO actual (indicator, place, period, value, vintage) VALUES ('GRDP', 'TN', '2023-H1', 8, 'guess');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('GRDP', 'TN', '2023-H1', 8, '-infinity');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('GRDP', 'TN', '2023-H1', 8, '2023-06-08');
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'BK', '2025-Q3', 8);
INSERT INTO actual (indicator, place, period, value) VALUES ('GRDP', 'BK', '1996', 8);
-- What was reached is not known before its period begins; that of the rest of it is an estimate, and a target is known before.
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('GRDP', 'TN', '2026', 7, '2025-12-31');
INSERT INTO actual (indicator, place, period, value, vintage, known_on) VALUES ('GRDP', 'TN', '2026', 7, 'estimate', '2025-12-31');
BEGIN;
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', '2026', '>= 8', '2025-12-31');
INSERT INTO actual (indicator, place, period, value, vintage, known_on) VALUES ('GRDP', 'TN', '2026', 7, 'estimate', '2026-01-01');
UPDATE actual SET known_on = '2025-12-31' WHERE period = '2026';
ROLLBACK;
-- The plan.
INSERT INTO node (code, name, weight) VALUES ('X', 'X', -1);
INSERT INTO node (code, name, weight) VALUES ('X', 'X', 'NaN');
INSERT INTO node (code, name) VALUES ('', 'X');
INSERT INTO node (code, name) VALUES (' X', 'X');
INSERT INTO node (code, name, parent) VALUES ('X', 'X', 'X');
INSERT INTO node (code, name, parent) VALUES ('X', 'X', 'nothing');
DELETE FROM node WHERE code = 'CN';
INSERT INTO indicator (code, node, name, weight) VALUES ('X', 'CN', 'X', 'Infinity');
INSERT INTO indicator (code, node, name, scale) VALUES ('X', 'CN', 'X', 0);
INSERT INTO indicator (code, node, name, direction) VALUES ('X', 'CN', 'X', 'up');
INSERT INTO indicator (code, node, name, kind) VALUES ('X', 'CN', 'X', 'sum');
INSERT INTO indicator (code, node, name, across) VALUES ('X', 'CN', 'X', 'total');
INSERT INTO indicator (code, node, name, frequency) VALUES ('X', 'CN', 'X', 'day');
INSERT INTO indicator (code, node, name, decimals) VALUES ('X', 'CN', 'X', -1);
INSERT INTO indicator (code, node, name, currency) VALUES ('X', 'CN', 'X', 'dong');
INSERT INTO place (code, name, valid_from, valid_until) VALUES ('X', 'X', '2020-01-01', '2019-12-31');
INSERT INTO place (code, name, valid_from) VALUES ('X', 'X', '-infinity');
INSERT INTO place_change (place, became, changed_on) VALUES ('TN', 'TN', '2025-07-01');
INSERT INTO place_change (place, became, changed_on, share) VALUES ('TN', 'BK', '2025-07-01', 1.5);
INSERT INTO place_change (place, became, changed_on, share) VALUES ('TN', 'BK', 'infinity', 0.5);
INSERT INTO milestone (code, node, name, due) VALUES ('X', 'CN', 'X', 'when ready');
INSERT INTO milestone (code, node, name, due, reached) VALUES ('X', 'CN', 'X', '2025', '1022');
INSERT INTO milestone (code, node, name, due) VALUES ('PY_CITY', 'DTH', 'X', '2025'), ('PY_CITY', 'DTH', 'X', '2025');
INSERT INTO standing (ranking, place, period, rank, total) VALUES ('DTI', 'TN', '2023', 64, 63);
INSERT INTO standing (ranking, place, period, rank) VALUES ('DTI', 'TN', '2023', 0);
INSERT INTO standing (ranking, place, period, rank, score) VALUES ('DTI', 'TN', '2023', 1, 'NaN');
INSERT INTO standing (ranking, place, period, rank) VALUES ('XXX', 'TN', '2023', 1);
INSERT INTO official_verdict (indicator, place, period, target_period, share) VALUES ('GRDP', 'TN', '2023', '2023', 'NaN');
INSERT INTO official_verdict (indicator, place, period, target_period) VALUES ('GRDP', 'TN', '2023', 'always');
INSERT INTO exchange_rate VALUES ('USD', 'USD', '2023-01-01', 1);
INSERT INTO exchange_rate VALUES ('USD', 'vnd', '2023-01-01', 1);
INSERT INTO exchange_rate VALUES ('USD', 'VND', '2023-01-01', 0);
INSERT INTO document_count (kind, period, count) VALUES ('notice', '2023', -1);
INSERT INTO document (kind, title, issued_on) VALUES ('notice', 'X', 'infinity');
INSERT INTO official_verdict (indicator, place, period, target_period, known_on) VALUES ('GRDP', 'TN', '2023', '2025', '2022-12-31');
INSERT INTO standing (ranking, place, period, rank, known_on) VALUES ('DTI', 'TN', '2023', 1, '2022-12-31');
INSERT INTO document_count (kind, period, count, known_on) VALUES ('notice', '2023', 1, '2022-12-31');
INSERT INTO theme VALUES (23, 'X');
UPDATE setting SET term = 'long';
UPDATE setting SET language = 'fr';
INSERT INTO setting (id, term) VALUES (2, '2021-2025');
INSERT INTO closing (period, first_day, last_day, closed_on) VALUES ('2022', '2022-01-01', '2022-12-31', 'infinity');
INSERT INTO target (indicator, place, period, goal, recorded_at) VALUES ('GRDP', 'TN', '2025', '>= 8', 'infinity');
INSERT INTO exchange_rate VALUES ('USD', 'VND', '-infinity', 1);
-- No day or time that somebody enters is infinite.
SELECT c.relname, a.attname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
WHERE c.relnamespace = 'province'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND a.attgenerated = '' AND a.atttypid IN ('date'::regtype, 'timestamp'::regtype, 'timestamptz'::regtype)
	AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = c.oid AND pg_get_constraintdef(k.oid) LIKE '%isfinite(' || a.attname || ')%');
-- It is as it was.
SELECT (SELECT count(*) FROM target) AS targets, (SELECT count(*) FROM actual) AS actuals, (SELECT count(*) FROM node) AS nodes, (SELECT count(*) FROM indicator) AS indicators;
RESET search_path;
-- Nothing goes with it that is not of the workspace.
CREATE TABLE theme_of_others (extra int) INHERITS (province.theme);
CALL plan_drop_workspace('province', force => true);
DROP TABLE theme_of_others;
CREATE TABLE note_of_others (theme province.theme);
CALL plan_drop_workspace('province', force => true);
DROP TABLE note_of_others;
CALL plan_drop_workspace('province', force => true);
