-- Periods under headings that say how long they are, days of indicators that count at one end of a period, and
-- numbers behind the names of columns.

CALL plan_create_workspace('province', sample => true);
CREATE TEMP TABLE staging (n int, "Chỉ tiêu" text, period text, value text);
CREATE TEMP VIEW sorted AS SELECT "Chỉ tiêu", period, value FROM staging ORDER BY n;
-- What cells are read as, or the reason why they are nothing.
CREATE FUNCTION pg_temp.loaded(heading text, cells text[], year text DEFAULT NULL, indicator text DEFAULT 'BUDGET', load text DEFAULT 'actuals')
RETURNS TABLE (cell text, read_as text) LANGUAGE plpgsql AS $$
BEGIN
	TRUNCATE staging;
	INSERT INTO staging SELECT s.n, indicator, s.cell, s.n FROM unnest(cells) WITH ORDINALITY AS s (cell, n);
	EXECUTE format('CREATE TEMP VIEW headed AS SELECT "Chỉ tiêu", period AS %I, value FROM sorted', heading);
	IF year IS NOT NULL THEN
		EXECUTE format('CREATE OR REPLACE TEMP VIEW headed AS SELECT "Chỉ tiêu", period AS %I, value, %L::text AS "Năm" FROM sorted', heading, year);
	END IF;
	EXECUTE format('CREATE TEMP TABLE wrong AS SELECT * FROM plan_load_%s(%L, %L, place => %L, known_on => %L)', load, 'province', 'pg_temp.headed', 'TN', '2027-06-30'::date - 365);
	RETURN QUERY SELECT s.cell, coalesce(w.reason, a.period, t.period)
		FROM unnest(cells) WITH ORDINALITY AS s (cell, n) LEFT JOIN wrong AS w ON w.row_number = s.n
		LEFT JOIN province.actual AS a ON a.known_on = '2026-06-30' AND a.value = s.n
		LEFT JOIN province.target AS t ON t.known_on = '2026-06-30' AND t.goal::plan_goal::text = '>= ' || s.n ORDER BY s.n;
	DROP TABLE wrong;
	DROP VIEW headed;
	DELETE FROM province.actual AS a WHERE a.known_on = '2026-06-30';
	DELETE FROM province.target AS t WHERE t.known_on = '2026-06-30';
END $$;

-- Under a heading of quarters a number is that of a quarter, with and without the year in a column of its own.
SELECT * FROM pg_temp.loaded('Quý', '{1/2025,2/2025,III/2025,IV-2025,Q1/2024,quý 2/2024,3-2024,Quý IV năm 2024,2023-Q1,2023 Q2,1/2026}');
SELECT * FROM pg_temp.loaded('Quý', '{1/2025,2/2025,III/2025,IV-2025,1/2024}', '2025');
SELECT * FROM pg_temp.loaded('Quarter', '{1/2025,2/2025,III/2025,4-2025}', '2025.0');
-- What is shorter is refused, and so is a month with two digits; what is longer says so itself.
SELECT * FROM pg_temp.loaded('Quý', '{03/2025,12/2025,5/2025,T4/2025,tháng 6/2025,2025-07,2025-8,September 2025,1.2025,2025-W05,tháng 1 - tháng 2/2025,15/02/2025,01/04/2025,V/2025}');
SELECT * FROM pg_temp.loaded('Quý', '{T4,tháng 5,03,03/2025,12/2025,T6/2025,2025-07,H1,9 tháng,cả năm,5,1/4}', '2025');
SELECT * FROM pg_temp.loaded('Quý', '{2025,cả năm 2024,H1/2025,6 tháng đầu năm 2024,9 tháng năm 2025,2021-2023}');
-- The same of months and years.
SELECT * FROM pg_temp.loaded('Tháng', '{1/2025,02/2025,T3/2025,2025-04,Q1/2025,quý II/2025,2025,cả năm 2024,9 tháng năm 2025,2025-W05,5-10/6/2025,I/2025,01/07/2025}');
SELECT * FROM pg_temp.loaded('Tháng', '{1,Q1,9 tháng,cả năm,W05,Q2/2025}', '2025');
SELECT * FROM pg_temp.loaded('Năm', '{2025,Năm 2024,2023.0,2021-2023,Q2/2025,quý 3/2025,5/2025,T6/2025,2025-07,H1/2025,9 tháng năm 2025,2025-W05,01/01/2022,15/01/2022}');
SELECT * FROM pg_temp.loaded('Kỳ', '{2025,Q2/2025,5/2025,1/2025,2025-W05}');
UPDATE province.setting SET calendar = 'year from February';
SELECT * FROM pg_temp.loaded('Năm tài chính', '{2025,FY2024,FY2025-Q1,2025-05}');
SELECT * FROM pg_temp.loaded('Quý', '{1/2025,FY2025-Q1,FY2025-Q4,FY2024-M02,FY2024}');
-- Beside fiscal years the first quarter is another one than that of the calendar.
CREATE TEMP TABLE fiscal ("Năm tài chính" text, "Quý" text, indicator text, value text);
INSERT INTO fiscal VALUES ('2025', '1/2025', 'BUDGET', '1'), ('2025', 'II/2025', 'BUDGET', '2'), ('2025', '2', 'BUDGET', '3'), ('2025', 'T3', 'BUDGET', '4'), ('2025', 'FY2025-Q1', 'BUDGET', '5');
SELECT * FROM plan_load_actuals('province', 'fiscal', place => 'TN', known_on => '2026-06-30');
SELECT period, value FROM province.actual WHERE known_on = '2026-06-30' ORDER BY value;
DELETE FROM province.actual WHERE known_on = '2026-06-30';
UPDATE province.setting SET calendar = '4-4-5 weeks to the last Saturday of January';
SELECT * FROM pg_temp.loaded('Quý', '{FY2025-Q1,FY2025-Q4,FY2024-M02}');
SELECT * FROM pg_temp.loaded('Năm tài chính', '{2024,FY2025}');
UPDATE province.setting SET calendar = DEFAULT;
-- A row whose year is none, and standings.
CREATE TEMP TABLE apart ("Năm" text, "Tháng" text, ranking text, indicator text, rank text, value text);
INSERT INTO apart VALUES ('Q2/2025', '5/2025', 'DTI', 'BUDGET', '5/63', '1'), ('Q2/2025', NULL, 'DTI', 'BUDGET', '5/63', '2');
SELECT * FROM plan_load_actuals('province', 'apart', place => 'TN', known_on => '2026-06-30', ignore => '{ranking,rank}');
ALTER TABLE apart RENAME COLUMN "Tháng" TO "Quý";
UPDATE apart SET "Năm" = NULL, "Quý" = CASE WHEN value = '1' THEN '1/2025' ELSE 'T5/2025' END;
SELECT * FROM plan_load_standings('province', 'apart', place => 'TN', known_on => '2026-06-30', ignore => '{indicator,value}', check_only => true);

-- A day under a heading that does not say how long periods are: of a stock, and of figures to date, only the last day of a
-- period can be meant, of a first value only the first, and of what is of all days either.
UPDATE province.indicator SET kind = k.kind, frequency = k.frequency FROM (VALUES ('BUDGET', 'flow', 'year'), ('FDI', 'stock', 'year'), ('EXPORT', 'cumulative', 'month'), ('IPV', 'first', 'quarter'), ('GRDP', 'average', 'year'), ('RETAIL', 'peak', 'year'), ('FARM', 'least', 'year')) AS k (code, kind, frequency) WHERE indicator.code = k.code;
SELECT i AS indicator, l.* FROM unnest('{BUDGET,GRDP,RETAIL,FARM,FDI}'::text[]) AS i, pg_temp.loaded('Kỳ', '{01/01/2025,31/12/2024,01/04/2025,2023}', NULL, i) AS l;
SELECT i AS indicator, l.* FROM unnest('{EXPORT,IPV}'::text[]) AS i, pg_temp.loaded('Thời gian', '{01/03/2024,31/03/2024,01/01/2025,30/06/2025,01/10/2025,2025-10-31 00:00:00,15/10/2025}', NULL, i) AS l;
SELECT * FROM pg_temp.loaded('Kỳ', '{01/01/2025,31/12/2025}', NULL, 'FDI', 'targets');
-- A heading says how long periods are.
SELECT * FROM pg_temp.loaded('Năm', '{2025-01-01,31/12/2024}', NULL, 'FDI');
SELECT * FROM pg_temp.loaded('Tháng', '{2025-01-01,31/01/2024}', NULL, 'EXPORT');
-- In the name of a column, and as the period of all rows.
CREATE TEMP TABLE wide (indicator text, "01/01/2025" text, "KH 31/12/2025" text);
INSERT INTO wide VALUES ('FDI', '1', '2'), ('BUDGET', '3', '4');
SELECT * FROM plan_load_actuals('province', 'wide', place => 'TN', known_on => '2026-06-30', check_only => true);
SELECT * FROM plan_load_targets('province', 'wide', place => 'TN', known_on => '2026-06-30', check_only => true);
ALTER TABLE wide RENAME COLUMN "01/01/2025" TO value;
SELECT * FROM plan_load_actuals('province', 'wide', place => 'TN', period => '01/01/2025', known_on => '2026-06-30', check_only => true, ignore => '{KH 31/12/2025}');
-- By the calendar of the workspace, and at its first and last days.
UPDATE province.setting SET calendar = 'year from July';
SELECT * FROM pg_temp.loaded('Kỳ', '{01/07/2024,30/06/2025,31/12/2024}', NULL, 'FDI');
SELECT * FROM pg_temp.loaded('Kỳ', '{01/07/2024,30/06/2025}', NULL, 'IPV');
UPDATE province.setting SET calendar = DEFAULT;
SELECT * FROM pg_temp.loaded('Kỳ', '{1900-01-01,2199-12-31}', NULL, 'FDI');
SELECT * FROM pg_temp.loaded('Kỳ', '{1900-01-01,2199-12-31}', NULL, 'IPV', 'targets');

-- Importers put a number behind the second column of a name: that is no month, which has two digits behind an underscore.
CREATE FUNCTION pg_temp.period_of(heading text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
	EXECUTE format('CREATE TEMP TABLE headed (indicator text, %I text)', heading);
	INSERT INTO headed VALUES ('BUDGET', '1');
	PERFORM plan_load_actuals('province', 'pg_temp.headed', place => 'TN', period => CASE WHEN heading ~ '\d{4}' THEN NULL ELSE '2025' END, known_on => '2026-06-30');
	SELECT a.period INTO result FROM province.actual AS a WHERE a.known_on = '2026-06-30';
	DELETE FROM province.actual AS a WHERE a.known_on = '2026-06-30';
	DROP TABLE headed;
	RETURN result;
EXCEPTION WHEN undefined_column THEN
	RETURN 'unknown';
END $$;
SELECT h AS heading, pg_temp.period_of(h) FROM unnest('{2025_2,TH 2025_1,th_2025_3,2025_2 (tỷ đồng),2025_1_th,Năm 2025_2,T1_2,Q1_2,quy_1_2,Q1_2025_2,2025_q1_2,2025_02_1,9_thang_2025_1,2025-2_1,2025_0,2025.1,TH 2025.1,20252,2025 (2)}'::text[]) AS h;
SELECT h AS heading, pg_temp.period_of(h) FROM unnest('{2025_02,2025_11,th_2025_11,2025_11_th,T_1,thang_1,quy_1,quy_1_2025,1_2025,T1_2025,T1_12,2025_q1,2025_H1,2021_2025,9_thang_2025,cả_năm,2025-2,TH_2025_lan_2,TH_2025_dc_lan_2}'::text[]) AS h;
CREATE TEMP TABLE twice (indicator text, "2025" text, "2025_2" text);
INSERT INTO twice VALUES ('BUDGET', '1', '2');
SELECT * FROM plan_load_actuals('province', 'twice', place => 'TN', known_on => '2026-06-30');

DROP FUNCTION pg_temp.loaded;
DROP FUNCTION pg_temp.period_of;
DROP VIEW sorted;
DROP TABLE staging, fiscal, apart, wide, twice;
SET client_min_messages = warning;
CALL plan_drop_workspace('province', force => true);
RESET client_min_messages;
