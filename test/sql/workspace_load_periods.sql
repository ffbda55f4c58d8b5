-- Files that say the year and its part apart.

SET datestyle = 'ISO, YMD';
CALL plan_create_workspace('province', sample => true);
CREATE FUNCTION pg_temp.loaded() RETURNS TABLE (period text, value float8) LANGUAGE SQL AS
	$$ SELECT period, value FROM province.actual WHERE known_on = '2024-12-30' AND indicator = 'BUDGET' ORDER BY id $$;

-- Two columns: whatever is written of the month.
CREATE TEMP TABLE months ("Năm" int, "Tháng" text, "Chỉ tiêu" text, "Địa bàn" text, "Giá trị" text);
INSERT INTO months VALUES (2020, '1', 'BUDGET', 'TN', '1'), (2020, '02', 'BUDGET', 'TN', '2'), (2020, 'T3', 'BUDGET', 'TN', '3'), (2020, 'Tháng 4', 'BUDGET', 'TN', '4'),
	(2020, 'thang 11', 'BUDGET', 'TN', '11'), (2020, '9 tháng', 'BUDGET', 'TN', '9'), (2020, '12/2020', 'BUDGET', 'TN', '12'), (2020, 'cả năm', 'BUDGET', 'TN', '20'), (2020, '6 tháng đầu năm', 'BUDGET', 'TN', '6');
SELECT * FROM plan_load_actuals('province', 'months', known_on => '2024-12-30', decimal_mark => ',');
SELECT * FROM pg_temp.loaded();
TRUNCATE months;
INSERT INTO months VALUES (2020, '13', 'BUDGET', 'TN', '1'), (2020, NULL, 'BUDGET', 'TN', '1'), (NULL, '5', 'BUDGET', 'TN', '1'), (2020, 'Năm', 'BUDGET', 'TN', '1'), (2020, '5/2021', 'BUDGET', 'TN', '1'), (2020, '2020', 'BUDGET', 'TN', '1'),
	(20, '5', 'BUDGET', 'TN', '1'), (NULL, '5/2020', 'BUDGET', 'TN', '5'), (NULL, NULL, 'BUDGET', 'TN', '5');
SELECT * FROM plan_load_actuals('province', 'months', known_on => '2024-12-30');
DELETE FROM province.actual WHERE known_on = '2024-12-30';
-- Halves among months, and months and quarters in words.
TRUNCATE months;
INSERT INTO months VALUES (2020, 'H1', 'BUDGET', 'TN', '1'), (2020, 'h2', 'BUDGET', 'TN', '2'), (2021, '1H', 'BUDGET', 'TN', '3'), (2020, 'H3', 'BUDGET', 'TN', '4'), (2020, 'Th4', 'BUDGET', 'TN', '5'),
	(2020, 'Ba', 'BUDGET', 'TN', '6'), (2020, 'mười hai', 'BUDGET', 'TN', '7'), (2020, 'Ｈ10', 'BUDGET', 'TN', '8'), (2020, '１１', 'BUDGET', 'TN', '9');
SELECT * FROM plan_load_actuals('province', 'months', known_on => '2024-12-30');
SELECT * FROM pg_temp.loaded();
DELETE FROM province.actual WHERE known_on = '2024-12-30';
-- Years and quarters, in both languages, and the months in them.
CREATE TEMP TABLE quarters ("Year" text, "Quarter" text, indicator text, place text, value text);
INSERT INTO quarters VALUES ('2021', '1', 'BUDGET', 'TN', '1'), ('2021', 'Q2', 'BUDGET', 'TN', '2'), ('Năm 2021', 'III', 'BUDGET', 'TN', '3'), ('2021', 'Quý IV', 'BUDGET', 'TN', '4'), ('2021', '5', 'BUDGET', 'TN', '5'), ('2022', 'third quarter', 'BUDGET', 'TN', '6'),
	('2020', 'H1', 'BUDGET', 'TN', '7'), ('2020', 'Hai', 'BUDGET', 'TN', '8');
SELECT * FROM plan_load_actuals('province', 'quarters', known_on => '2024-12-30');
SELECT * FROM pg_temp.loaded();
DELETE FROM province.actual WHERE known_on = '2024-12-30';
ALTER TABLE quarters ADD COLUMN "Month" text;
TRUNCATE quarters;
INSERT INTO quarters VALUES ('2021', 'Q1', 'BUDGET', 'TN', '1', NULL), ('2021', 'Q2', 'BUDGET', 'TN', '2', '5'), ('2021', NULL, 'BUDGET', 'TN', '3', 'July'), ('2021', 'Q4', 'BUDGET', 'TN', '4', '5');
SELECT * FROM plan_load_actuals('province', 'quarters', known_on => '2024-12-30');
SELECT * FROM pg_temp.loaded();
DELETE FROM province.actual WHERE known_on = '2024-12-30';
-- A period beside its year.
CREATE TEMP TABLE periods ("Năm" text, "Kỳ" text, indicator text, value text);
INSERT INTO periods VALUES ('2021', 'Quý I', 'BUDGET', '1'), ('2021', 'Quý II/2021', 'BUDGET', '2'), ('2021', 'Năm', 'BUDGET', '3'), ('2021', 'Quý III/2022', 'BUDGET', '4'), ('2022', '2022', 'BUDGET', '5');
SELECT * FROM plan_load_actuals('province', 'periods', place => 'TN', known_on => '2024-12-30');
SELECT * FROM pg_temp.loaded();
DELETE FROM province.actual WHERE known_on = '2024-12-30';
-- The year of all rows.
ALTER TABLE periods DROP COLUMN "Năm";
SELECT * FROM plan_load_actuals('province', 'periods', place => 'TN', known_on => '2024-12-30', period => '2023');
SELECT * FROM pg_temp.loaded();
DELETE FROM province.actual WHERE known_on = '2024-12-30';
-- Fiscal years.
UPDATE province.setting SET calendar = 'year from April';
CREATE TEMP TABLE fiscal ("Năm tài chính" text, "Quý" text, indicator text, value text);
INSERT INTO fiscal VALUES ('2023', '3', 'BUDGET', '1'), ('2022/23', 'Quý IV', 'BUDGET', '2'), ('FY2024', 'cả năm', 'BUDGET', '3');
SELECT * FROM plan_load_actuals('province', 'fiscal', place => 'TN', known_on => '2024-12-30');
SELECT * FROM pg_temp.loaded();
ALTER TABLE fiscal RENAME COLUMN "Quý" TO "Month";
SELECT * FROM plan_load_actuals('province', 'fiscal', place => 'TN', known_on => '2024-12-30');
ALTER TABLE fiscal DROP COLUMN "Month";
SELECT * FROM plan_load_actuals('province', 'fiscal', place => 'TN', known_on => '2024-12-30', check_only => true);
DELETE FROM province.actual WHERE known_on = '2024-12-30';
UPDATE province.setting SET calendar = DEFAULT;

-- Columns that are parts of a year, which an option or a column says.
CREATE TEMP TABLE parts (indicator text, "T1" text, "Tháng 2" text, "Th3 (ước)" text, "Q2" text, "TH 9 tháng" text, "Cả năm" text, "KH năm" text);
INSERT INTO parts VALUES ('BUDGET', '1', '2', '3', '4', '5', '6', '7');
SELECT * FROM plan_load_actuals('province', 'parts', place => 'TN', known_on => '2024-12-30', period => '2019');
SELECT period, value, vintage FROM province.actual WHERE known_on = '2024-12-30';
SELECT * FROM plan_load_targets('province', 'parts', place => 'TN', known_on => '2024-12-30', period => '2019', ignore => '{T1,Tháng 2,Th3 (ước),Q2,TH 9 tháng,Cả năm}');
SELECT period, goal FROM province.target WHERE known_on = '2024-12-30';
SELECT * FROM plan_load_actuals('province', 'parts', place => 'TN', known_on => '2024-12-30');
SELECT * FROM plan_load_actuals('province', 'parts', place => 'TN', known_on => '2024-12-30', period => '2019-2020');
SELECT * FROM plan_load_actuals('province', 'parts', place => 'TN', known_on => '2024-12-30', ignore => '{*}');
DELETE FROM province.actual WHERE known_on = '2024-12-30';
ALTER TABLE parts ADD COLUMN "Năm" text;
UPDATE parts SET "Năm" = '2018';
INSERT INTO parts VALUES ('BUDGET', '8', '9', NULL, NULL, NULL, NULL, NULL, NULL), ('BUDGET', '8', '9', NULL, NULL, NULL, NULL, NULL, 'x');
SELECT * FROM plan_load_actuals('province', 'parts', place => 'TN', known_on => '2024-12-30');
SELECT period, value, vintage FROM province.actual WHERE known_on = '2024-12-30';
ALTER TABLE parts ADD COLUMN "2020" text;
SELECT * FROM plan_load_actuals('province', 'parts', place => 'TN', known_on => '2024-12-30');
ALTER TABLE parts DROP COLUMN "2020", ADD COLUMN "Tháng" text;
SELECT * FROM plan_load_actuals('province', 'parts', place => 'TN', known_on => '2024-12-30');

-- Days under months, quarters and years, and numbers as spreadsheets write them.
DELETE FROM province.actual WHERE known_on = '2024-12-30';
CREATE TEMP TABLE dates (indicator text, "Năm" text, "Quý" text, "Tháng" date, value text);
INSERT INTO dates VALUES ('BUDGET', NULL, NULL, '2016-11-01', '1'), ('BUDGET', '2016', NULL, '2016-12-01', '2'), ('BUDGET', '2017.0', NULL, '2017-01-31', '3'), ('BUDGET', '2017', 'Q1', '2017-02-28', '4'),
	('BUDGET', '2016', NULL, '2017-03-01', '5'), ('BUDGET', '2017', NULL, '2017-03-15', '6'), ('BUDGET', '2017', 'Q1', '2017-04-01', '7');
SELECT * FROM plan_load_actuals('province', 'dates', place => 'TN', known_on => '2024-12-30');
SELECT * FROM pg_temp.loaded();
DELETE FROM province.actual WHERE known_on = '2024-12-30';
TRUNCATE dates;
ALTER TABLE dates ALTER COLUMN "Tháng" TYPE timestamp;
INSERT INTO dates VALUES ('BUDGET', '2016', NULL, '2016-11-01', '1'), ('BUDGET', '2016', NULL, '2016-12-01 08:00', '2');
SELECT * FROM plan_load_actuals('province', 'dates', place => 'TN', known_on => '2024-12-30');
SELECT * FROM pg_temp.loaded();
DELETE FROM province.actual WHERE known_on = '2024-12-30';
TRUNCATE dates;
ALTER TABLE dates ALTER COLUMN "Tháng" TYPE text;
-- The day stands before the month: 11/01 is the eleventh of January.
INSERT INTO dates VALUES ('BUDGET', NULL, NULL, '01/11/2016', '1'), ('BUDGET', NULL, NULL, '31/12/2016', '2'), ('BUDGET', NULL, NULL, '11/01/2017', '3'), ('BUDGET', NULL, NULL, '2017-02-01 00:00:00', '4'), ('BUDGET', NULL, NULL, '2017-03-01 00:00:00+07', '5'), ('BUDGET', NULL, NULL, '2017-04-01T00:00:00', '6'),
	('BUDGET', '2018.0', NULL, '11.0', '7'), ('BUDGET', '2018,00', NULL, '12,0', '8'), ('BUDGET', '2018.0', '3.0', NULL, '9'), ('BUDGET', '2018.0', '2018-10-01', NULL, '10'), ('BUDGET', '2018', '2018-02-01', NULL, '11'), ('BUDGET', '2018.5', NULL, '1', '12'), ('BUDGET', '2018', NULL, '1.5', '13'),
	('BUDGET', '2019-01-01', NULL, '4', '14'), ('BUDGET', '2019-12-31 00:00:00', 'Q3', NULL, '15'), ('BUDGET', '2019-04-01', NULL, '4', '16'), ('BUDGET', '2019', NULL, '13.0', '17'), ('BUDGET', '2.019', NULL, '5', '18');
SELECT * FROM plan_load_actuals('province', 'dates', place => 'TN', known_on => '2024-12-30', decimal_mark => ',');
SELECT * FROM pg_temp.loaded();
DELETE FROM province.actual WHERE known_on = '2024-12-30';
ALTER TABLE dates DROP COLUMN "Tháng", DROP COLUMN "Quý";
TRUNCATE dates;
INSERT INTO dates VALUES ('BUDGET', '2016.0', '1'), ('BUDGET', '2017-01-01', '2'), ('BUDGET', '2018-04-01', '3'), ('BUDGET', ' 2019.00 ', '4');
SELECT * FROM plan_load_actuals('province', 'dates', place => 'TN', known_on => '2024-12-30');
SELECT * FROM pg_temp.loaded();
DELETE FROM province.actual WHERE known_on = '2024-12-30';
-- A day under a heading of periods, by the frequency of its indicator.
ALTER TABLE dates RENAME COLUMN "Năm" TO "Kỳ";
ALTER TABLE dates ADD COLUMN "Ngày công bố" text;
UPDATE dates SET "Ngày công bố" = '2024-12-30 00:00:00' WHERE value = '2';
UPDATE dates SET "Kỳ" = '2018-04-01 00:00:00' WHERE value = '3';
SELECT * FROM plan_load_actuals('province', 'dates', place => 'TN', known_on => '2024-12-30');
SELECT * FROM pg_temp.loaded();
DELETE FROM province.actual WHERE known_on = '2024-12-30';
-- Fiscal years.
UPDATE province.setting SET calendar = 'year from April';
ALTER TABLE dates RENAME COLUMN "Kỳ" TO "Năm tài chính";
UPDATE dates SET "Ngày công bố" = NULL;
SELECT * FROM plan_load_actuals('province', 'dates', place => 'TN', known_on => '2024-12-30');
SELECT * FROM pg_temp.loaded();
DELETE FROM province.actual WHERE known_on = '2024-12-30';
UPDATE province.setting SET calendar = DEFAULT;

-- A day of which no heading says the grain begins or ends a period of the frequency of its indicator.
UPDATE province.indicator SET frequency = 'month' WHERE code = 'FARM';
CREATE TEMP TABLE days (n int, "Chỉ tiêu" text, "Thời gian" text, value text);
INSERT INTO days VALUES (1, 'FARM', '31/03/2024', '1'), (2, 'FARM', '01/02/2024', '2'), (3, 'FARM', '15/03/2024', '3'), (4, 'BUDGET', '31/03/2024', '4'), (5, 'BUDGET', '2023-10-01', '5'), (6, 'BUDGET', '30/11/2023', '6'),
	(7, 'GRDP', '30/06/2024', '7'), (8, 'GRDP', '31/03/2024', '8'), (9, 'INCOME', '2023-12-31 00:00:00', '9'), (10, 'INCOME', '01/01/2022', '10'), (11, 'INCOME', '30/06/2023', '11'), (12, 'INCOME', '31/02/2023', '12'),
	(13, 'INCOME', '01/01/2021 - 31/12/2021', '13'), (14, 'FARM', '6/2023', '14'), (15, 'nothing', '30/06/2023', '15'), (16, 'FARM', '29/02/2024', '16');
CREATE TEMP VIEW sorted_days AS SELECT "Chỉ tiêu", "Thời gian", value FROM days ORDER BY n;
SELECT * FROM plan_load_actuals('province', 'sorted_days', place => 'TN', known_on => '2024-12-30');
SELECT indicator, period, value FROM province.actual WHERE known_on = '2024-12-30' ORDER BY value;
SELECT * FROM plan_load_targets('province', 'sorted_days', place => 'TN', known_on => '2024-12-30');
SELECT indicator, period, goal FROM province.target WHERE known_on = '2024-12-30' ORDER BY id;
DELETE FROM province.actual WHERE known_on = '2024-12-30';
DELETE FROM province.target WHERE known_on = '2024-12-30';
-- In a column named by a day, and as the period of all rows; what is said is said of a row that is right.
CREATE TEMP TABLE wide_days ("Chỉ tiêu" text, "31/12/2023" text, "TH 30/06/2024" text);
INSERT INTO wide_days VALUES ('BUDGET', 'x', '1'), ('INCOME', '2', NULL), ('INCOME', NULL, '3'), ('FARM', '4', '5');
SELECT * FROM plan_load_actuals('province', 'wide_days', place => 'TN', known_on => '2024-12-30');
SELECT indicator, period, value FROM province.actual WHERE known_on = '2024-12-30' ORDER BY value;
DELETE FROM province.actual WHERE known_on = '2024-12-30';
DROP VIEW sorted_days;
ALTER TABLE days DROP COLUMN "Thời gian";
DELETE FROM days WHERE n NOT IN (1, 4, 7, 9);
SELECT * FROM plan_load_actuals('province', 'days', place => 'TN', period => '31/03/2024', known_on => '2024-12-30', ignore => '{n}', check_only => true);
-- Years by the calendar of the workspace; a frequency that a house has added, and standings, whose rankings have none.
UPDATE province.setting SET calendar = 'year from July';
ALTER TABLE province.indicator DROP CONSTRAINT "frequency is month, quarter, half or year";
UPDATE province.indicator SET frequency = 'day' WHERE code = 'FARM';
ALTER TABLE days ADD COLUMN period text;
UPDATE days SET period = CASE n WHEN 1 THEN '15/03/2024' WHEN 4 THEN '30/09/2024' WHEN 7 THEN '31/12/2023' ELSE '30/06/2023' END;
INSERT INTO days VALUES (17, 'INCOME', '17', '31/12/2023');
SELECT * FROM plan_load_actuals('province', 'days', place => 'TN', known_on => '2024-12-30', ignore => '{n}');
SELECT indicator, period, value FROM province.actual WHERE known_on = '2024-12-30' ORDER BY value;
UPDATE province.indicator SET frequency = 'year' WHERE code = 'FARM';
CREATE TEMP TABLE rank_days (ranking text, period text, rank text);
INSERT INTO rank_days VALUES ('DTI', '31/03/2024', '5/63');
SELECT * FROM plan_load_standings('province', 'rank_days', place => 'TN', known_on => '2024-12-30', check_only => true);

DROP FUNCTION pg_temp.loaded;
DROP TABLE months, quarters, periods, fiscal, parts, dates, days, wide_days, rank_days;
SET client_min_messages = warning;
CALL plan_drop_workspace('province', force => true);
RESET client_min_messages;
RESET datestyle;
