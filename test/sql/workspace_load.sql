SET datestyle = 'ISO, YMD';
-- A file as people keep it: copied into a table of texts, then loaded.
CALL plan_create_workspace('province', sample => true);
CREATE TEMP TABLE staging ("Chỉ tiêu" text, "Kỳ" text, "Thực hiện" text, "Ngày công bố" text, "Loại số liệu" text, "Nguồn" text);
COPY staging FROM stdin (FORMAT csv);
Thu ngân sách nhà nước,9 tháng năm 2023,"13.210 tỷ đồng",30/9/2023,ước thực hiện,Cục Thống kê
Giá trị xuất khẩu,9 tháng năm 2023,"19,8 tỷ USD",30/9/2023,,Cục Thống kê
Giá trị sản xuất công nghiệp,9 tháng năm 2023,trên 650,30/9/2023,sơ bộ,
Vốn đầu tư trong nước,tháng 9/2023,"162,7 nghìn tỷ đồng",30/9/2023,chính thức,
Thu ngân sách nhà nuoc,Quý V/2023,4.000,30/9/2023,,
Thu ngân sach,Quý I/2023,4.000,30/9/2023,,
Tốc độ tăng GRDP,Quý I/2023,chưa có,30/9/2023,,
\.
SELECT * FROM plan_load_actuals('province', 'staging', place => 'Thái Nguyên', check_only => true);
SELECT * FROM plan_load_actuals('province', 'staging', place => 'Thái Nguyên', strict => true);
SELECT * FROM plan_load_actuals('province', 'staging', place => 'Thái Nguyên');
SELECT indicator, place, period, value, bound, vintage, known_on, source FROM province.actual WHERE known_on = '2023-09-30' ORDER BY id;
-- Loaded again, nothing changes.
SELECT * FROM plan_load_actuals('province', 'staging', place => 'TN') WHERE row_number IS NULL;

-- Periods across, and a unit beside.
CREATE TEMP TABLE wide ("STT" text, "CHI TIEU" text, "ĐVT" text, "2022" text, "Quý I/2023" text, "9 tháng năm 2023" text, ghi_chu text);
INSERT INTO wide VALUES ('1', 'IPV', 'nghìn tỷ đồng', '932,5', '180', NULL, NULL), ('2', 'BUDGET', 'triệu đồng', '19.000.000', '-', '13.500.000', 'quy đổi'),
	('3', 'EXPORT', 'tỷ USD', '32', 'x', '20', NULL), ('4', 'FDI_COUNT', 'dự án', '180', '', '', NULL), ('', 'Xã hội', '', '', NULL, '…', NULL), ('5', 'GRDP', '%', '8,59', NULL, NULL, NULL);
SELECT * FROM plan_load_actuals('province', 'wide', place => 'TN', known_on => '2023-10-01', source => 'Báo cáo');
SELECT indicator, period, value, source, note FROM province.actual WHERE known_on = '2023-10-01' ORDER BY id;

-- A table of a report has what is planned beside what was reached.
CREATE TEMP TABLE report ("TT" text, "Chỉ tiêu" text, "Đơn vị tính" text, "TH năm 2021" text, "KH năm 2022" text, "Ước TH 6 tháng đầu năm 2022" text, "2023 target" text, "So sánh (%)" text);
INSERT INTO report VALUES ('1', 'Thu ngân sách nhà nước', 'Tỷ đồng', '17.100', '18.000', '9.600', '20.000', '53,3'), ('2', 'Thu nhập bình quân đầu người', 'Triệu đồng/người', '74', '80', '', '90', NULL);
SELECT * FROM plan_load_actuals('province', 'report', place => 'TN', known_on => '2022-07-31', ignore => '{So sánh (%)}');
SELECT * FROM plan_load_targets('province', 'report', place => 'TN', known_on => '2022-07-31', ignore => '{So sánh (%)}');
SELECT indicator, period, value::text, vintage FROM province.actual WHERE known_on = '2022-07-31' UNION ALL SELECT indicator, period, goal, basis FROM province.target WHERE known_on = '2022-07-31' ORDER BY 1, 2, 3;
ALTER TABLE report ADD COLUMN "2024" text;
SELECT * FROM plan_load_targets('province', 'report', place => 'TN', known_on => '2022-07-31', ignore => '{So sánh (%)}');
SELECT * FROM plan_load_actuals('province', 'report', place => 'TN');
DROP TABLE report;

-- Targets: numbers take the direction of their indicator, and words say their own.
CREATE TEMP TABLE plan (indicator text, "Năm" int, "Kế hoạch" text, "Thực hiện" text, basis text);
INSERT INTO plan VALUES ('GRDP', 2025, '8', '', NULL), ('EXPORT', 2025, 'trên 40 tỷ USD', '1', ''), ('BUDGET', 2025, '20.500', '', 'Kế hoạch trung ương giao'),
	('GRDP_HEAD', 2025, '130-135', NULL, NULL), ('INCOME', 2026, '>= 110 from 75.5', NULL, NULL),
	('IPV', 2025, 'dưới 1.000', NULL, NULL), ('FARM', 2025, '<= 5', NULL, NULL), ('RETAIL', 2025, '>= 5.000..6.000', NULL, NULL), ('DDI', 2025, '5 triệu người', NULL, NULL), ('FDI', 2025, '11', NULL, 'ward');
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2024-12-31', note => 'Kế hoạch năm 2025');
SELECT indicator, basis, period, goal, target, reason FROM province.target WHERE known_on = '2024-12-31' ORDER BY id;

-- Every reason.
CREATE TEMP TABLE wrong (id int, indicator text, place text, period text, value text, unit text, bound text, vintage text, known_on text);
INSERT INTO wrong (indicator, place, period, value, unit, bound, vintage, known_on) VALUES
	('EXPORTS', 'TN', '2023', '1', NULL, NULL, NULL, NULL),
	('EXPORTZ', 'TN', '2023', '1', NULL, NULL, NULL, NULL),
	('Nothing like it', 'TN', '2023', '1', NULL, NULL, NULL, NULL),
	(NULL, 'TN', '2023', '1', NULL, NULL, NULL, NULL),
	('GRDP', NULL, '2023', '1', NULL, NULL, NULL, NULL),
	('GRDP', 'Thai Nguyn', '2023', '1', NULL, NULL, NULL, NULL),
	('GRDP', 'TN', NULL, '1', NULL, NULL, NULL, NULL),
	('GRDP', 'TN', 'quý III/22', '1', NULL, NULL, NULL, NULL),
	('GRDP', 'TN', 'ngày 31/4/2023', '1', NULL, NULL, NULL, NULL),
	('GRDP', 'TN', '2023', 'NaN', NULL, NULL, NULL, NULL),
	('GRDP', 'TN', '2023', 'Infinity', NULL, NULL, NULL, NULL),
	('GRDP', 'TN', '2023', '6,6-6,8', NULL, NULL, NULL, NULL),
	('GRDP', 'TN', '2023', '7-6', NULL, NULL, NULL, NULL),
	('GRDP', 'TN', '2023', '8 điểm %', NULL, NULL, NULL, NULL),
	('GRDP', 'TN', '2023', '8', 'tỷ đồng', NULL, NULL, NULL),
	('GRDP', 'TN', '2023', '8', '5 %', NULL, NULL, NULL),
	('GRDP', 'TN', '2023', 'trên 8', NULL, '<', NULL, NULL),
	('GRDP', 'TN', '2023', '8', NULL, 'nearby', NULL, NULL),
	('GRDP', 'TN', '2023', '8', NULL, NULL, 'rumour', NULL),
	('GRDP', 'TN', '2023', '8', NULL, NULL, NULL, 'hôm qua'),
	('GRDP', 'TN', '2023', '8', NULL, NULL, NULL, '31/12/2999'),
	('GRDP', 'TN', '2023', '8', NULL, NULL, NULL, '31/4/2023'),
	('GRDP', 'TN', '2024', '8', NULL, NULL, NULL, '31/12/2023'),
	('GRDP', 'BK', '1996', '8', NULL, NULL, NULL, NULL),
	('GRDP', 'BK', '2025-Q3', '8', NULL, NULL, NULL, NULL),
	('FARM', 'TN', '2021', '8', NULL, NULL, NULL, NULL),
	('FARM', 'TN', 'năm 2021', '8', NULL, NULL, NULL, NULL),
	('RETAIL', 'TN', '2021', '8', NULL, NULL, NULL, NULL),
	('RETAIL', 'TN', '2021', '9', NULL, NULL, NULL, NULL),
	('RETAIL', 'TN', '2021', '8', NULL, NULL, 'ước', NULL),
	('BUDGET', 'TN', '2024', '19.680', NULL, NULL, NULL, '31/12/2024'),
	('BUDGET', 'TN', '2023', '1e400', NULL, NULL, NULL, NULL),
	('Q', 'nowhere', 'never', '?', NULL, '?', '?', '?');
UPDATE province.indicator SET scale = 1 WHERE code = 'DDI';
INSERT INTO wrong (indicator, place, period, value) VALUES ('DDI', 'TN', '2023', '160 nghìn tỷ đồng');
INSERT INTO province.indicator (code, node, name) VALUES ('R1', 'MT', 'Tỷ lệ đô thị hóa'), ('R2', 'MT', 'Tỷ lệ đô thị hoá'), ('r1', 'MT', 'Other');
INSERT INTO wrong (indicator, place, period, value) VALUES ('ty le do thi hoa', 'TN', '2023', '40'), ('Tỷ lệ đô thị hóa', 'TN', '2023', '40'), ('r1', 'TN', '2023', '3');
SELECT * FROM plan_load_actuals('province', 'wrong', known_on => '2025-12-31', ignore => '{id}');
UPDATE province.indicator SET scale = 1e12 WHERE code = 'DDI';
-- Of a number that is there, the last one stays unless it is to be replaced.
SELECT * FROM plan_load_actuals('province', 'wrong', known_on => '2025-12-31', ignore => '{id}', replace => true) WHERE row_number IS NULL OR row_number = 31;
SELECT value, bound, vintage, note FROM province.actual WHERE indicator = 'BUDGET' AND period = '2024';

-- Targets of a closed period cannot change; one that is the same is no change.
INSERT INTO province.closing (period, first_day, last_day, closed_on) VALUES ('2022', '2022-01-01', '2022-12-31', '2023-01-15');
TRUNCATE plan;
INSERT INTO plan VALUES ('GRDP', 2022, '8'), ('IPV', 2022, '900');
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2021-12-31', replace => true);
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2021-12-30');
-- A yearly file that states its goals again is loaded: what is the same then is the same.
TRUNCATE plan;
INSERT INTO plan VALUES ('GRDP', 2022, '>=8'), ('EXPORT', 2022, '31.93'), ('GRDP', 2024, '8.5');
BEGIN;
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2022-12-01');
SELECT indicator, period, known_on, goal FROM province.target WHERE known_on = '2022-12-01';
ROLLBACK;
UPDATE plan SET "Kế hoạch" = '9' WHERE indicator = 'GRDP' AND "Năm" = 2022;
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2022-12-01');
DELETE FROM province.closing;

-- Numbers that views and reports could not add up.
TRUNCATE plan;
INSERT INTO plan VALUES ('GRDP', 2024, '1' || repeat('0', 30)), ('GRDP', 2025, '>= 8 from -1e30'), ('EXPORT', 2024, '>= 9e29');
BEGIN;
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2023-12-31', decimal_mark => '.');
UPDATE plan SET "Thực hiện" = CASE "Năm" WHEN 2024 THEN '9' || repeat('9', 29) ELSE '-1' || repeat('0', 30) END;
SELECT * FROM plan_load_actuals('province', 'plan', place => 'TN', known_on => '2025-12-31', decimal_mark => '.');
UPDATE plan SET "Thực hiện" = CASE "Năm" WHEN 2024 THEN '-0.' || repeat('0', 29) || '1' ELSE '-0,0' END, "Kế hoạch" = CASE indicator WHEN 'EXPORT' THEN '>= 0.' || repeat('0', 29) || '1' WHEN 'GRDP' THEN '>= 0..8 from 1e-30' END;
SELECT * FROM plan_load_actuals('province', 'plan', place => 'TN', known_on => '2025-12-30', decimal_mark => '.');
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2023-12-30', decimal_mark => '.');
ROLLBACK;

-- The forms of published reports.
CREATE TEMP TABLE forms (chi_tieu text, ky text, gia_tri text);
INSERT INTO forms VALUES ('GRDP', '6 tháng đầu năm 2021', '7,08%'), ('EXPORT', '6 tháng đầu năm 2021', 'ước đạt 17,2 tỷ USD'), ('BUDGET', 'nửa đầu năm 2021', 'trên 9.500 tỷ đồng'),
	('IPV', '9 tháng năm 2021', 'hơn 673 nghìn tỷ đồng'), ('BUDGET', '9 tháng năm 2021', '13,4 nghìn tỷ đồng'), ('RETAIL', 'H1 2021', '33.468,5'), ('GRDP_HEAD', '2021', '119,2 triệu đồng/người/năm'),
	('FDI', 'tháng 9/2021', 'khoảng 10,3 tỷ USD'), ('FDI', 'Q2 2021', '$10.58bn'), ('DDI', '2021-06', '162.700 tỷ đồng'), ('POVERTY_FALL', 'năm 2021', 'giảm 1,5 điểm %'), ('FDI_COUNT', '30/6/2021', '172 projects'),
	-- Decomposed.
	(U&'Gia\0301 tri\0323 xua\0302\0301t kha\0302\0309u', U&'Quy\0301 IV/2021', U&'8,5 ty\0309 USD');
SELECT * FROM plan_load_actuals('province', 'forms', place => U&'Tha\0301i Nguye\0302n', known_on => '2022-01-31', decimal_mark => ',');
SELECT indicator, period, value, bound FROM province.actual WHERE known_on = '2022-01-31' ORDER BY id;

-- Numbers of numeric columns are what they are, and the mark of others can be the dot.
CREATE TEMP TABLE numbers (indicator varchar(20), place name, period int, actual numeric, known_on date);
INSERT INTO numbers VALUES ('GRDP', 'TN', 2015, 1.299, '2016-01-01'), ('GRDP', 'TN', 2014, 'NaN', '2015-01-01'), ('GRDP', 'TN', 2013, 1e20, '2014-01-01'), ('GRDP', 'TN', 2012, NULL, '2013-01-01');
SET datestyle = 'SQL, MDY';
SELECT * FROM plan_load_actuals('province', 'numbers');
SET datestyle = 'ISO, YMD';
SELECT period, value FROM province.actual WHERE period < '2016' ORDER BY period;
TRUNCATE forms;
INSERT INTO forms VALUES ('GRDP', '2011', '1.299'), ('GRDP', '2010', '1,299');
SELECT * FROM plan_load_actuals('province', 'forms', place => 'TN', known_on => '2016-01-01', decimal_mark => '.');
SELECT period, value FROM province.actual WHERE known_on = '2016-01-01' AND period < '2012' ORDER BY period;

-- Columns.
CREATE TEMP TABLE one (indicator text, "so ""lạ""" text, value text);
SELECT * FROM plan_load_actuals('province', 'one', place => 'TN', period => '2020');
SELECT * FROM plan_load_actuals('province', 'one', place => 'TN', period => '2020', ignore => '{"so \"lạ\""}');
SELECT * FROM plan_load_actuals('province', 'one', place => 'TN', period => '2020', ignore => '{*}');
SELECT * FROM plan_load_actuals('province', 'one', place => 'TN', ignore => '{*}');
SELECT * FROM plan_load_actuals('province', 'one', period => '2020', ignore => '{*}');
SELECT * FROM plan_load_actuals('province', 'one', place => 'TN', period => '2020', ignore => '{*,value}');
SELECT * FROM plan_load_actuals('province', 'one', place => 'TN', period => '2020', ignore => '{*,indicator}');
ALTER TABLE one ADD COLUMN "Thực hiện" text;
SELECT * FROM plan_load_actuals('province', 'one', place => 'TN', period => '2020', ignore => '{*}');
ALTER TABLE one DROP COLUMN "Thực hiện", ADD COLUMN "2021" text;
SELECT * FROM plan_load_actuals('province', 'one', place => 'TN', period => '2020', ignore => '{*}');
-- Options.
SELECT * FROM plan_load_actuals('province', 'one', place => 'Atlantis');
SELECT * FROM plan_load_actuals('province', 'one', place => 'TN', period => 'soon');
SELECT * FROM plan_load_actuals('province', 'one', vintage => 'old');
SELECT * FROM plan_load_targets('province', 'one', basis => 'own');
SELECT * FROM plan_load_actuals('province', 'one', known_on => '2999-01-01');
SELECT * FROM plan_load_actuals('province', 'one', known_on => '-infinity');
SELECT * FROM plan_load_actuals('province', 'one', decimal_mark => ';');
SELECT * FROM plan_load_actuals('province', 'one', strict => NULL);
SELECT * FROM plan_load_actuals(NULL, 'one');
SELECT * FROM plan_load_actuals('pg_catalog', 'one');
SELECT * FROM plan_load_actuals('province', 'province.setting_pkey');
SELECT * FROM plan_load_actuals('province', 'province.setting', place => 'TN');
SELECT * FROM plan_load_actuals('province', 4000000000);

-- Other relations, names and types.
CREATE SCHEMA "load ""it""";
CREATE DOMAIN "load ""it""".figure AS text CHECK (VALUE <> '');
CREATE TYPE "load ""it""".which AS ENUM ('GRDP', 'EXPORT');
CREATE TABLE "load ""it"""."my table" (indicator "load ""it""".which, "kỳ" text, "Value" "load ""it""".figure, note json) PARTITION BY LIST ("kỳ");
CREATE TABLE "load ""it""".p1 PARTITION OF "load ""it"""."my table" FOR VALUES IN ('2001');
CREATE TABLE "load ""it""".p2 PARTITION OF "load ""it"""."my table" DEFAULT;
INSERT INTO "load ""it"""."my table" VALUES ('GRDP', '2002', '3', '{"a": 1}'), ('GRDP', '2001', '4', NULL), ('EXPORT', '2001', 'four', NULL);
CREATE VIEW "load ""it""".seen AS SELECT indicator, "kỳ" AS period, "Value" FROM "load ""it"""."my table" ORDER BY "kỳ" DESC;
SELECT * FROM plan_load_actuals('province', '"load ""it"""."my table"', place => 'TN', known_on => '2003-01-01');
SELECT * FROM plan_load_actuals('province', '"load ""it""".seen', place => 'TN', known_on => '2003-01-01');
SELECT indicator, period, value, note FROM province.actual WHERE known_on = '2003-01-01' ORDER BY id;
-- As many columns as there can be.
DO $$ BEGIN EXECUTE (SELECT format('CREATE TABLE "load ""it""".many (indicator text, place text, %s)', string_agg(format('"%s-%s" text', 1890 + m / 12, lpad((m % 12 + 1)::text, 2, '0')), ', ')) FROM generate_series(0, 1597) AS m); END $$;
INSERT INTO "load ""it""".many (indicator, place, "1890-01", "1999-12", "2023-02") VALUES ('EXPORT', 'TN', '1', '2', '3'), ('EXPORT', 'PY', '4', NULL, 'x');
SELECT * FROM plan_load_actuals('province', '"load ""it""".many', known_on => '2023-03-01');
SELECT place, period, value FROM province.actual WHERE known_on = '2023-03-01' ORDER BY id;

-- Units behind headings and names, in parentheses.
CREATE TEMP TABLE heads ("Chỉ tiêu" text, "Năm" text, "Thực hiện (triệu đồng)" text);
INSERT INTO heads VALUES ('Thu ngân sách nhà nước', '2001', '12.000.000'), ('BUDGET', '2002', '13 tỷ đồng'), ('GRDP', '2001', '8'), ('BUDGET (nội địa)', '2001', '5'), ('BUDGET (tỷ USD)', '2001', '5'), ('Giá trị sản xuất công nghiệp (tỷ đồng)', '2001', '99.000');
SELECT * FROM plan_load_actuals('province', 'heads', place => 'TN', known_on => '2003-02-02');
SELECT indicator, period, value FROM province.actual WHERE known_on = '2003-02-02' ORDER BY id;
CREATE TEMP TABLE years ("Chỉ tiêu" text, "2001 (tỷ đồng)" text, "TH 2002 (Triệu đồng)" text, "6 tháng đầu năm 2002 (ước)" text, "2000" text);
INSERT INTO years VALUES ('Thu ngân sách nhà nước (tỷ đồng)', '12', '13', '7', '11'), ('IPV', '14', '15.000', '16', '17'), ('IPV_RATE', NULL, NULL, '5', NULL), ('EXPORT (tỷ USD)', NULL, NULL, '5', '4 triệu USD'), ('Tốc độ tăng GRDP', '1', NULL, NULL, NULL);
SELECT * FROM plan_load_actuals('province', 'years', place => 'PY', known_on => '2003-02-02', replace => true);
SELECT indicator, period, value, vintage FROM province.actual WHERE known_on = '2003-02-02' AND place = 'PY' ORDER BY id;
CREATE TEMP TABLE heads_2 ("Chỉ tiêu (tên)" text, "2001" text);
SELECT * FROM plan_load_actuals('province', 'heads_2', place => 'TN', known_on => '2003-02-02');
CREATE TEMP TABLE heads_3 ("Chỉ tiêu" text, "()" text, "2001 ()" text, "(2001)" text, "2002 (tỷ đồng" text, "So sánh (%)" text);
SELECT * FROM plan_load_actuals('province', 'heads_3', place => 'TN', known_on => '2003-02-02');
INSERT INTO heads_3 VALUES ('BUDGET', '1', '2', '3', '4', '5'), ('BUDGET (', '1', '2', '3', '4', '5'), ('()', '1', '2', '3', '4', '5'), ('BUDGET ()', '1', '2', '3', '4', '5');
SELECT * FROM plan_load_actuals('province', 'heads_3', place => 'TN', known_on => '2003-02-02', ignore => '{*}');
DROP TABLE heads, heads_2, heads_3, years;
DELETE FROM province.actual WHERE known_on = '2003-02-02';

-- The rights are those of the caller.
CREATE ROLE plan_loader;
SET ROLE plan_loader;
SELECT * FROM plan_load_actuals('province', 'pg_temp.forms', place => 'TN');
RESET ROLE;
GRANT USAGE ON SCHEMA province, "load ""it""" TO plan_loader;
GRANT SELECT ON ALL TABLES IN SCHEMA province TO plan_loader;
SET ROLE plan_loader;
SELECT * FROM plan_load_actuals('province', '"load ""it""".p1', place => 'TN');
RESET ROLE;
GRANT SELECT ON "load ""it""".p1, "load ""it""".p2 TO plan_loader;
ALTER TABLE "load ""it""".p2 ENABLE ROW LEVEL SECURITY;
SET ROLE plan_loader;
SELECT * FROM plan_load_actuals('province', '"load ""it""".p2', place => 'TN');
SELECT * FROM plan_load_actuals('province', '"load ""it""".p1', place => 'TN', check_only => true);
SELECT * FROM plan_load_actuals('province', '"load ""it""".p1', place => 'TN');
RESET ROLE;
DROP OWNED BY plan_loader;
-- A reporter of a place loads its figures, and no others.
CALL plan_grant_workspace('province', 'plan_loader', 'reporter', places => '{PY}');
TRUNCATE forms;
INSERT INTO forms VALUES ('BUDGET', '2009', '12'), ('FARM', '2009', '3');
GRANT SELECT, UPDATE ON forms TO plan_loader;
SET ROLE plan_loader;
SELECT * FROM plan_load_actuals('province', 'forms', place => 'PY', known_on => '2010-01-31');
SELECT * FROM plan_load_actuals('province', 'forms', place => 'PY', known_on => '2010-01-31');
SELECT * FROM plan_load_actuals('province', 'forms', place => 'TN', known_on => '2010-01-31');
CREATE TEMP TABLE mixed (indicator text, place text, "2008" text, "2009" text);
INSERT INTO mixed VALUES ('BUDGET', 'PY', '1', '12'), ('BUDGET', 'TN', '2', '3'), ('FARM', 'TN', NULL, '5'), ('FARM', 'PY', 'x', '4'), ('FARM', 'PY', '7', NULL);
SELECT * FROM plan_load_actuals('province', 'mixed', known_on => '2010-01-31', check_only => true);
SELECT * FROM plan_load_actuals('province', 'mixed', known_on => '2010-01-31', strict => true);
SELECT * FROM plan_load_actuals('province', 'mixed', known_on => '2010-01-31');
SELECT indicator, place, period, value FROM province.actual ORDER BY indicator, place, period;
DELETE FROM province.actual WHERE period = '2008';
DROP TABLE mixed;
SELECT * FROM plan_load_targets('province', 'forms', place => 'PY', known_on => '2010-01-31');
UPDATE forms SET gia_tri = '13' WHERE chi_tieu = 'BUDGET';
SELECT * FROM plan_load_actuals('province', 'forms', place => 'PY', known_on => '2010-01-31', replace => true);
SELECT indicator, place, value FROM province.actual ORDER BY indicator, place;
RESET ROLE;
CALL plan_revoke_workspace('province', 'plan_loader');
DROP OWNED BY plan_loader;
DROP ROLE plan_loader;
SET client_min_messages = warning;
DROP SCHEMA "load ""it""" CASCADE;
RESET client_min_messages;

-- What only looks like a workspace is read with care.
CREATE SCHEMA lookalike;
CREATE TABLE lookalike.closing (period int, first_day text, last_day timestamp);
CREATE TABLE lookalike.setting (id int CONSTRAINT "version is that of tnplan" CHECK (id = 1), language int);
INSERT INTO lookalike.setting VALUES (1, NULL);
CREATE TABLE lookalike.known_target ();
CREATE TABLE lookalike.basis (code text, name text, name_en text);
CREATE TABLE lookalike.place (code text, name text, name_en int, valid_from timestamp, valid_until text, kind int);
CREATE TABLE lookalike.indicator (code text, name text, name_en text, unit text, unit_en text, currency text, scale text, direction text, kind int, frequency int);
CREATE TABLE lookalike.target (id int, year int, indicator text, place text, basis text, first_day date, last_day date, known_on date, goal int, reason int);
INSERT INTO lookalike.closing VALUES (1, NULL, NULL);
INSERT INTO lookalike.basis VALUES (1, NULL), (NULL, NULL);
INSERT INTO lookalike.place VALUES ('TN', NULL, NULL, NULL, NULL), (NULL, 'TN', 4, NULL, NULL);
INSERT INTO lookalike.indicator VALUES ('BUDGET', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('FARM', 'Farm', NULL, 'x', NULL, 'y', '-1', 'up', 7), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO lookalike.target VALUES (1, 2009, 'BUDGET', 'TN', '1', '2009-01-01', '2009-12-31', '2010-01-31', 5);
TRUNCATE forms;
INSERT INTO forms VALUES ('BUDGET', '2009', '12 tỷ đồng'), ('FARM', '2009', '3 tỷ'), ('BUDGET', '2009', '12');
SELECT * FROM plan_load_targets('lookalike', 'forms', place => 'TN', known_on => '2010-01-31', basis => '1', check_only => true);
SET client_min_messages = warning;
DROP SCHEMA lookalike CASCADE;
RESET client_min_messages;

-- Many rows, against plain SQL.
INSERT INTO province.place (code, name) SELECT 'X' || x, 'Xã ' || x FROM generate_series(1, 50) AS x;
INSERT INTO province.indicator (code, node, name, unit, scale, currency) SELECT 'I' || i, 'NQ', 'Chỉ tiêu số ' || i, 'billion VND', 1e9, 'VND' FROM generate_series(1, 20) AS i;
CREATE TEMP TABLE facts AS
SELECT i, x, (DATE '2015-01-01' + m * INTERVAL '1 month')::date AS month, (i * 7919 + x * 104729 + m * 1299709) % 1000003 AS n
FROM generate_series(1, 20) AS i, generate_series(1, 50) AS x, generate_series(0, 99) AS m;
CREATE TEMP TABLE big AS
SELECT row_number() OVER () AS line, 'chỉ TIÊU số ' || i AS indicator, 'Xa ' || x AS place,
	CASE n % 3 WHEN 0 THEN to_char(month, '"tháng "MM/YYYY') WHEN 1 THEN to_char(month, 'YYYY-MM') ELSE to_char(month, 'FMMonth YYYY') END AS period,
	CASE WHEN n % 1000 = 0 THEN 'about a lot' WHEN n % 100 = 0 THEN '...' WHEN n % 4 = 0 THEN n::text WHEN n % 4 = 1 THEN n || ',25 tỷ đồng' WHEN n % 4 = 2 THEN 'trên ' || n || ' triệu đồng' ELSE '-' || n || ',5' END AS value
FROM facts;
SELECT count(*) FILTER (WHERE row_number IS NOT NULL) AS wrong, max(value) FILTER (WHERE row_number IS NULL) AS loaded,
	array_agg(row_number ORDER BY row_number) FILTER (WHERE row_number IS NOT NULL) = (SELECT array_agg(line ORDER BY line) FROM big WHERE value = 'about a lot') AS are_those
FROM plan_load_actuals('province', 'big', known_on => '2024-01-01', ignore => '{line}');
WITH loaded AS (
	SELECT indicator, place, period, value::numeric, bound FROM province.actual WHERE known_on = '2024-01-01' AND indicator ~ '^I[0-9]'
), expected AS (
	SELECT 'I' || i AS indicator, 'X' || x AS place, to_char(month, 'YYYY-MM') AS period,
		CASE n % 4 WHEN 0 THEN n WHEN 1 THEN n + 0.25 WHEN 2 THEN n / 1000.0 ELSE -n - 0.5 END AS value, CASE WHEN n % 4 = 2 THEN '>' ELSE '=' END AS bound
	FROM facts WHERE n % 100 <> 0
)
SELECT (SELECT count(*) FROM loaded) AS loaded, (SELECT count(*) FROM expected) AS expected,
	(SELECT count(*) FROM loaded NATURAL JOIN expected) AS equal;
SELECT * FROM plan_load_actuals('province', 'big', known_on => '2024-01-01', ignore => '{line}') WHERE row_number IS NULL;
DROP TABLE staging, wide, plan, wrong, forms, numbers, one, facts, big;
-- Reasons that do not fit into memory leave no file behind.
SET work_mem = '64kB';
CREATE TEMPORARY TABLE wrong AS SELECT 'nothing ' || i AS indicator, 'P' AS place, '2023' AS period, '1' AS value FROM generate_series(1, 5000) AS i;
SELECT count(*) > 5000 AS has_reasons FROM plan_load_actuals('province', 'wrong');
RESET work_mem;
DROP TABLE wrong;
-- Fiscal years are those of the calendar of the workspace.
UPDATE province.setting SET calendar = 'year from July';
CREATE TABLE fiscal ("Indicator" text, "Actual FY2023" text, "KH FY2024" text, "FY2024-Q2" text);
INSERT INTO fiscal VALUES ('EXPORT', '30', '36', '9');
SELECT * FROM plan_load_actuals('province', 'fiscal', 'TN', known_on => '2024-01-02');
SELECT period, value FROM province.actual WHERE known_on = '2024-01-02' ORDER BY first_day;
CREATE TABLE fiscal_rows (indicator text, period text, target text);
INSERT INTO fiscal_rows VALUES ('EXPORT', 'FY2024', '36'), ('EXPORT', ' fy2024-q3 ', '9'), ('EXPORT', 'FY2024-Q5', '9'), ('EXPORT', 'FY', '9'), ('EXPORT', 'FY2024-W03', '9'), ('EXPORT', NULL, '40');
SELECT * FROM plan_load_targets('province', 'fiscal_rows', 'TN', period => 'FY2025', known_on => '2024-01-02');
SELECT period, goal FROM province.target WHERE known_on = '2024-01-02' ORDER BY first_day, last_day;
DROP TABLE fiscal, fiscal_rows;
CALL plan_drop_workspace('province', force => true);
RESET datestyle;

-- Periods that no table takes are reasons too.
CALL plan_create_workspace('far', sample => true);
CREATE TEMP TABLE far_away (indicator text, period text, value text);
INSERT INTO far_away VALUES ('IPV', '1799', '3'), ('IPV', '2200', '3'), ('IPV', '1799-12..1800-03', '3'), ('IPV', '2024-Q1', '3');
SELECT * FROM plan_load_actuals('far', 'far_away', place => 'TN', known_on => '2024-04-30');
DROP TABLE far_away;
CALL plan_drop_workspace('far', force => true);
