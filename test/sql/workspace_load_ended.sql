-- Places of the same name, of which one has ended: the one that was there in the period of a figure.

SET datestyle = 'ISO, YMD';
SET client_min_messages = warning;
CALL plan_create_workspace('province', sample => true);
RESET client_min_messages;
INSERT INTO province.place (code, parent, kind, name, name_en, valid_from, valid_until) VALUES
	('H01', 'TN', 'district', 'Huyện Lục Nam', 'Luc Nam District', NULL, '2025-06-30'), ('X05', 'H01', 'commune', 'Xã Tân Tiến', NULL, NULL, '2025-06-30'),
	('N02', 'TN', 'commune', 'Xã Tân Tiến', NULL, '2025-07-01', NULL), ('N03', 'TN', 'commune', 'Xã Lục Nam', 'Luc Nam Commune', '2025-07-01', NULL),
	('P1', 'TN', 'ward', 'Phường Tân Lập', NULL, NULL, NULL), ('X1', 'TN', 'commune', 'Xã Tân Lập', NULL, NULL, NULL),
	('A1', 'TN', 'commune', 'Xã An Lạc', NULL, NULL, '2019-12-31'), ('A2', 'TN', 'commune', 'Xã An Lạc', NULL, '2022-01-01', '2025-06-30'), ('A3', 'TN', 'commune', 'Xã An Lạc', NULL, '2025-07-01', NULL),
	('W1', 'TN', 'district', 'Yên Sơn', NULL, NULL, '2025-06-30'), ('W2', 'TN', 'commune', 'Yên Sơn', NULL, '2025-07-01', NULL), ('W3', 'TN', 'commune', 'Yên Sơn', NULL, '2025-07-01', NULL);
CREATE TEMP VIEW taken AS SELECT indicator, place, period, value FROM province.actual WHERE known_on = '2025-12-31';

-- One period for all rows, before, after and over the day; by name, without its kind, abbreviated, without marks, and by code.
CREATE TEMP TABLE long ("Chỉ tiêu" text, "Địa phương" text, "Giá trị" text);
INSERT INTO long VALUES ('BUDGET', 'Xã Tân Tiến', '1'), ('EXPORT', 'tan tien', '2'), ('IPV', 'X. Tân Tiến', '3'), ('GRDP', '1. Tân Tiến', '4'), ('BUDGET', 'Lục Nam', '5'), ('EXPORT', 'Xã Lục Nam', '6'), ('BUDGET', 'An Lạc', '7'), ('EXPORT', 'X05', '8');
SELECT * FROM plan_load_actuals('province', 'long', period => 'Quý III/2025', known_on => '2025-12-31');
SELECT * FROM taken ORDER BY value;
DELETE FROM province.actual WHERE known_on = '2025-12-31';
SELECT * FROM plan_load_actuals('province', 'long', period => '2024', known_on => '2025-12-31');
SELECT * FROM taken ORDER BY value;
DELETE FROM province.actual WHERE known_on = '2025-12-31';
SELECT * FROM plan_load_actuals('province', 'long', period => '2025', known_on => '2025-12-31');
SELECT * FROM taken ORDER BY value;
DELETE FROM province.actual WHERE known_on = '2025-12-31';
-- None was there, and a period that cannot be read says nothing of the place.
SELECT * FROM plan_load_actuals('province', 'long', period => '2020', known_on => '2025-12-31', check_only => true);

-- The period of each row in columns; the same name twice is no duplicate where it means two places.
CREATE TEMP TABLE by_row ("Chỉ tiêu" text, "Địa phương" text, "Kỳ" text, "Giá trị" text);
INSERT INTO by_row VALUES ('BUDGET', 'Tân Tiến', '2024', '1'), ('BUDGET', 'Xã Tân Tiến', 'Q4/2025', '2'), ('BUDGET', 'Tân Tiến', 'Q1/2025', '3'), ('BUDGET', 'Tân Tiến', '06/2025', '4'), ('BUDGET', 'Tân Tiến', '07/2025', '5'),
	('BUDGET', 'Tân Tiến', 'T13/2025', '6'), ('BUDGET', 'Tân Lập', '2024', '7'), ('BUDGET', 'An Lạc', '2020-2021', '8'), ('BUDGET', 'An Lạc', '2019-2021', '9'), ('BUDGET', 'An Lạc', '2019-2022', '10'), ('BUDGET', 'Tân Tiến', 'Q4/2025', '11'), ('BUDGET', 'N02', '2024', '12');
SELECT * FROM plan_load_actuals('province', 'by_row', known_on => '2025-12-31');
SELECT * FROM taken ORDER BY value;
DELETE FROM province.actual WHERE known_on = '2025-12-31';
CREATE TEMP TABLE by_month ("Chỉ tiêu" text, "Địa phương" text, "Năm" text, "Tháng" text, "Giá trị" text);
INSERT INTO by_month VALUES ('BUDGET', 'Lục Nam', '2025', '6', '1'), ('BUDGET', 'Lục Nam', '2025', '7', '2'), ('BUDGET', 'Lục Nam', '2025', 'cả năm', '3');
SELECT * FROM plan_load_actuals('province', 'by_month', known_on => '2025-12-31');
SELECT * FROM taken ORDER BY value;
DELETE FROM province.actual WHERE known_on = '2025-12-31';

-- Each figure of a row has the place of its own period; what is wrong with a name is said once.
CREATE TEMP TABLE wide ("Chỉ tiêu" text, "Địa phương" text, "2024" text, "Q2/2025" text, "Q3/2025" text, "2025" text, "9 tháng 2025" text);
INSERT INTO wide VALUES ('BUDGET', 'Tân Tiến', '1', '2', '3', NULL, NULL), ('EXPORT', 'Lục Nam', '4', '5', '6', '-', '...'), ('IPV', 'Tân Tiến', '7', '8', '9', '10', '11'), ('GRDP', 'Tân Lập', '12', '13', '14', '15', '16'), ('IPV', 'Yên Sơn', '17', '18', '19', NULL, NULL);
SELECT * FROM plan_load_actuals('province', 'wide', known_on => '2025-12-31', check_only => true);
SELECT * FROM plan_load_actuals('province', 'wide', known_on => '2025-12-31');
SELECT * FROM taken ORDER BY value;
-- Again: all are there.
SELECT * FROM plan_load_actuals('province', 'wide', known_on => '2025-12-31');
DELETE FROM province.actual WHERE known_on = '2025-12-31';
-- Parts of the year of the row.
CREATE TEMP TABLE quarters ("Chỉ tiêu" text, "Địa phương" text, "Năm" text, "Quý II" text, "Quý III" text);
INSERT INTO quarters VALUES ('BUDGET', 'Tân Tiến', '2025', '1', '2'), ('EXPORT', 'An Lạc', '2021', '3', NULL), ('IPV', 'Tân Tiến', 'năm nay', '4', '5');
SELECT * FROM plan_load_actuals('province', 'quarters', known_on => '2025-12-31');
SELECT * FROM taken ORDER BY value;
DELETE FROM province.actual WHERE known_on = '2025-12-31';

-- The place of all rows, refused at once where no period tells which one is meant.
CREATE TEMP TABLE of_one ("Chỉ tiêu" text, "2024" text, "Q3/2025" text, "2025" text);
INSERT INTO of_one VALUES ('BUDGET', '1', '2', NULL), ('EXPORT', '3', NULL, '4'), ('IPV', NULL, NULL, NULL);
SELECT * FROM plan_load_actuals('province', 'of_one', place => 'Xã Tân Tiến', known_on => '2025-12-31');
SELECT * FROM taken ORDER BY value;
DELETE FROM province.actual WHERE known_on = '2025-12-31';
SELECT * FROM plan_load_actuals('province', 'of_one', place => 'Tân Lập', known_on => '2025-12-31');
SELECT * FROM plan_load_actuals('province', 'of_one', place => 'An Lạc', period => '2020', known_on => '2025-12-31', check_only => true);
-- A row that names its place is of that one.
CREATE TEMP TABLE mixed ("Chỉ tiêu" text, "Địa phương" text, "Giá trị" text);
INSERT INTO mixed VALUES ('BUDGET', NULL, '1'), ('BUDGET', 'TN', '2'), ('BUDGET', 'Lục Nam', '3');
SELECT * FROM plan_load_actuals('province', 'mixed', place => 'Tân Tiến', period => 'Q3/2025', known_on => '2025-12-31');
SELECT * FROM taken ORDER BY value;
DELETE FROM province.actual WHERE known_on = '2025-12-31';
-- A day that stands for the period of the frequency of its indicator.
UPDATE province.indicator SET frequency = 'quarter' WHERE code = 'BUDGET';
CREATE TEMP TABLE by_day ("Chỉ tiêu" text, "Địa phương" text, "Kỳ" text, "Giá trị" text);
INSERT INTO by_day VALUES ('BUDGET', 'Tân Tiến', '30/06/2025', '1'), ('BUDGET', 'Tân Tiến', '30/09/2025', '2');
SELECT * FROM plan_load_actuals('province', 'by_day', known_on => '2025-12-31', check_only => true);

-- The kind of a place that its name does not say.
CREATE TEMP TABLE kinds ("Chỉ tiêu" text, "Địa phương" text, "2024" text, "Q3/2025" text);
INSERT INTO kinds VALUES ('BUDGET', 'Huyện Yên Sơn', '1', NULL), ('EXPORT', 'Huyện Yên Sơn', NULL, '2'), ('BUDGET', 'Xã Yên Sơn', NULL, '3'), ('IPV', 'Phường Yên Sơn', '4', NULL), ('EXPORT', 'H. Yên Sơn', '5', NULL);
SELECT * FROM plan_load_actuals('province', 'kinds', known_on => '2025-12-31', check_only => true);

-- Targets, of more than one column and with a basis.
CREATE TEMP TABLE plan ("Chỉ tiêu" text, "Địa phương" text, "KH 2024" text, "KH 2026" text, "KH 2021-2030" text);
INSERT INTO plan VALUES ('BUDGET', 'Tân Tiến', '10', '20', NULL), ('EXPORT', 'Tân Tiến', NULL, NULL, '30');
SELECT * FROM plan_load_targets('province', 'plan', known_on => '2025-12-31');
SELECT indicator, place, period, goal FROM province.target WHERE known_on = '2025-12-31' ORDER BY period;

-- Standings of the places of their period.
INSERT INTO province.ranking (code, name) VALUES ('DDCI', 'Chỉ số DDCI');
CREATE TEMP TABLE ranks ("Địa phương" text, "Năm" text, "Hạng" text);
INSERT INTO ranks VALUES ('Lục Nam', '2024', '3'), ('Lục Nam', '2025', '4'), ('An Lạc', '2020', '5'), ('Tân Tiến', '2024', '6/12');
SELECT * FROM plan_load_standings('province', 'ranks', ranking => 'DDCI', known_on => '2025-12-31');
SELECT place, period, rank FROM province.standing WHERE known_on = '2025-12-31' ORDER BY rank;

-- Milestones by the day they are due; where no place was there then, the name is of several.
CREATE TEMP TABLE steps ("Mã" text, "Chương trình" text, "Địa phương" text, "Tên" text, "Thời hạn" text);
INSERT INTO steps VALUES ('M1', 'MT', 'Tân Tiến', 'Một', '31/12/2024'), ('M2', 'MT', 'Tân Tiến', 'Hai', '31/12/2026'), ('M3', 'MT', 'Tân Tiến', 'Ba', '2025'), ('M4', 'MT', 'An Lạc', 'Bốn', '2020'), ('M5', 'MT', 'Tân Tiến', 'Năm', 'sớm'), ('M6', 'MT', 'Tân Lập', 'Sáu', '2024');
SELECT * FROM plan_load_milestones('province', 'steps', known_on => '2025-12-31');
SELECT code, place, due FROM province.milestone WHERE known_on = '2025-12-31' ORDER BY code;
UPDATE steps SET "Địa phương" = NULL;
SELECT * FROM plan_load_milestones('province', 'steps', place => 'Tân Tiến', known_on => '2025-12-30');
SELECT code, place, due FROM province.milestone WHERE known_on = '2025-12-30' ORDER BY code;
-- A file that does not say when they are due.
ALTER TABLE steps DROP COLUMN "Thời hạn";
DELETE FROM steps WHERE "Mã" > 'M2';
SELECT * FROM plan_load_milestones('province', 'steps', place => 'Tân Tiến', known_on => '2025-12-31');
SELECT * FROM plan_load_milestones('province', 'steps', place => 'Tân Tiến', due => '2026', known_on => '2025-12-31', check_only => true, replace => true);

-- A reporter of one of two places of a name.
CREATE ROLE regress_ended_reporter;
CALL plan_grant_workspace('province', 'regress_ended_reporter', 'reporter', places => '{N02}');
GRANT SELECT ON wide TO regress_ended_reporter;
DELETE FROM wide WHERE "Địa phương" <> 'Tân Tiến' OR "Chỉ tiêu" <> 'BUDGET';
SET ROLE regress_ended_reporter;
SELECT * FROM plan_load_actuals('province', 'wide', known_on => '2025-12-31', check_only => true);
SELECT * FROM plan_load_actuals('province', 'wide', known_on => '2025-12-31');
RESET ROLE;
UPDATE wide SET "2024" = NULL, "Q2/2025" = NULL;
SET ROLE regress_ended_reporter;
SELECT * FROM plan_load_actuals('province', 'wide', known_on => '2025-12-31');
SELECT indicator, place, period, value FROM province.actual WHERE known_on = '2025-12-31';
RESET ROLE;

REVOKE ALL ON wide FROM regress_ended_reporter;
DROP VIEW taken;
DROP TABLE long, by_row, by_month, wide, quarters, of_one, mixed, by_day, kinds, plan, ranks, steps;
SET client_min_messages = warning;
CALL plan_drop_workspace('province', force => true);
DROP ROLE regress_ended_reporter;
RESET client_min_messages;
