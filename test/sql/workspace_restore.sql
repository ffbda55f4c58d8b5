-- What was written while the extension was not there may be wrong: making the workspace again says which row is.
\set SHOW_CONTEXT never
\set ON_ERROR_ROLLBACK on
\set name '"it''s \\ ""workspace.x"'
\set restore 'CALL plan_create_workspace(:''name'');'
BEGIN;
SET LOCAL DateStyle = ISO;
SET LOCAL client_min_messages = warning;
CALL plan_create_workspace(:'name', sample => true);
SET CONSTRAINTS ALL IMMEDIATE;
DROP EXTENSION tnplan CASCADE;
CREATE EXTENSION tnplan SCHEMA public;
SET LOCAL search_path = :name, public;
-- Figures: one known before its period, texts that are no period, one of another age, and two of the same time.
INSERT INTO actual (id, indicator, place, period, value, known_on) OVERRIDING SYSTEM VALUE
	VALUES (1001, 'GRDP', 'TN', '2031', 5, '2030-12-31'), (1002, 'GRDP', 'TN', 'some "day"', 5, '2031-12-31'), (1003, 'GRDP', 'TN', '1022', 5, '2031-12-31'),
		(1004, 'GRDP', 'TN', '2031', 5, '2031-12-31'), (1005, 'GRDP', 'TN', 'năm 2031', 6, '2031-12-31');
:restore
UPDATE actual SET known_on = '2031-12-30' WHERE id = 1001;
:restore
DELETE FROM actual WHERE id = 1002;
:restore
DELETE FROM actual WHERE id = 1003;
:restore
DELETE FROM actual WHERE id = 1005;
-- Targets.
INSERT INTO target (id, indicator, place, period, goal, known_on) OVERRIDING SYSTEM VALUE
	VALUES (1001, 'GRDP', 'TN', '2031', 'high', '2024-12-31'), (1002, 'GRDP', 'TN', '2032', '>= 1e40', '2024-12-31'), (1003, 'GRDP', 'TN', '2301', '>= 1', '2024-12-31');
:restore
DELETE FROM target WHERE id = 1001;
:restore
DELETE FROM target WHERE id = 1002;
:restore
DELETE FROM target WHERE id = 1003;
-- Tables with other keys.
INSERT INTO document_count (kind, period, count, known_on) VALUES ('decree', '2031', 1, '2022-01-01');
:restore
DELETE FROM document_count WHERE kind = 'decree';
INSERT INTO milestone (id, code, node, name, due, reached, known_on) OVERRIDING SYSTEM VALUE SELECT 1001, 'M', min(code), 'm', '2031', 'soon', '2024-12-31' FROM node;
:restore
UPDATE milestone SET reached = '1822' WHERE id = 1001;
:restore
DELETE FROM milestone WHERE id = 1001;
INSERT INTO official_verdict (id, indicator, place, period, target_period, share, known_on) OVERRIDING SYSTEM VALUE VALUES (1001, 'GRDP', 'TN', '2031', 'a term', 1, '2031-12-31');
:restore
DELETE FROM official_verdict WHERE id = 1001;
UPDATE setting SET term = 'soon';
:restore
UPDATE setting SET term = '2021-2025', calendar = 'moon';
:restore
UPDATE setting SET calendar = 'standard';
UPDATE node SET period = 'some day' WHERE id = 1;
:restore
-- Where a relation of somebody has the name by which the row is looked for, the error alone says what is wrong.
CREATE TABLE "rows read" ();
:restore
DROP TABLE "rows read";
UPDATE node SET period = NULL WHERE id = 1;
-- What has the name of a column that comes back is not taken for it, also where it follows from others, or has its type: the first is named.
ALTER TABLE actual ADD COLUMN last_day date DEFAULT '2031-12-31';
ALTER TABLE target ADD COLUMN year int GENERATED ALWAYS AS (id::int) STORED;
ALTER TABLE milestone ADD COLUMN due_on text;
:restore
ALTER TABLE target RENAME COLUMN year TO year_of_plan;
:restore
ALTER TABLE actual DROP COLUMN last_day;
:restore
ALTER TABLE milestone DROP COLUMN due_on;
-- Mended, it comes back.
SELECT count(*) FROM information_schema.columns WHERE table_name = 'actual' AND column_name IN ('first_day', 'last_day');
:restore
SELECT id, value, first_day, last_day FROM actual WHERE id > 1000 ORDER BY id;
ROLLBACK;
