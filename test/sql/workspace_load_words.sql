-- How files say what their columns, numbers, units and targets are.

SET datestyle = 'ISO, YMD';
CALL plan_create_workspace('province', sample => true);

-- What parentheses behind a period say: what the figures are, their vintage, their unit.
CREATE TEMP TABLE heads ("Chỉ tiêu" text, "2011 (thực hiện)" text, "2012 (ước thực hiện)" text, "2013 (ước)" text, "2014 (uoc TH)" text, "2015 (Actual)" text, "2016 (est.)" text, "2017 (sơ bộ, %)" text, "TH 2018 (%)" text, "2019 (thực hiện) (%)" text,
	"2020 (kế hoạch)" text, "2021 (ke hoach)" text, "2022 (KH)" text, "2023 (plan)" text, "2024 (Target)" text, "2025 (mục tiêu, %)" text);
INSERT INTO heads VALUES ('GRDP', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15');
SELECT * FROM plan_load_actuals('province', 'heads', place => 'TN', known_on => '2025-06-30');
SELECT * FROM plan_load_targets('province', 'heads', place => 'TN', known_on => '2025-06-30');
SELECT period, value::text, vintage FROM province.actual WHERE known_on = '2025-06-30' UNION ALL SELECT period, goal, basis FROM province.target WHERE known_on = '2025-06-30' ORDER BY 1;
CREATE TEMP TABLE long_heads ("KPI name" text, "Năm" text, "Giá trị (ước)" text);
INSERT INTO long_heads VALUES ('GRDP', '2010', '4');
SELECT * FROM plan_load_actuals('province', 'long_heads', place => 'TN', known_on => '2025-06-30');
SELECT value, vintage FROM province.actual WHERE known_on = '2025-06-30' AND period = '2010';
-- Parentheses that say another thing than the heading.
CREATE TEMP TABLE other_heads ("Chỉ tiêu" text, "KH 2023 (thực hiện)" text);
SELECT * FROM plan_load_actuals('province', 'other_heads', place => 'TN');
ALTER TABLE other_heads DROP COLUMN "KH 2023 (thực hiện)", ADD COLUMN "2023 (hạng)" text;
SELECT * FROM plan_load_actuals('province', 'other_heads', place => 'TN');
ALTER TABLE other_heads DROP COLUMN "2023 (hạng)", ADD COLUMN "2023 (%) (tỷ đồng)" text;
SELECT * FROM plan_load_actuals('province', 'other_heads', place => 'TN');
-- Words behind a period, in parentheses or not, that say how sure its figures are, or that they were revised.
CREATE FUNCTION pg_temp.read_heading(heading text) RETURNS TABLE (actual text, target text) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('CREATE TEMP TABLE headed ("Chỉ tiêu" text, %I text)', heading);
	INSERT INTO headed VALUES ('GRDP', '7');
	BEGIN
		PERFORM plan_load_actuals('province', 'pg_temp.headed', place => 'TN', period => '2011', known_on => '2011-12-31');
		SELECT format('%s %s', a.period, a.vintage) INTO actual FROM province.actual AS a WHERE known_on = '2011-12-31';
	EXCEPTION WHEN undefined_column THEN NULL;
	END;
	BEGIN
		PERFORM plan_load_targets('province', 'pg_temp.headed', place => 'TN', period => '2011', known_on => '2010-12-31');
		SELECT t.period INTO target FROM province.target AS t WHERE known_on = '2010-12-31';
	EXCEPTION WHEN undefined_column THEN NULL;
	END;
	DELETE FROM province.actual WHERE known_on = '2011-12-31';
	DELETE FROM province.target WHERE known_on = '2010-12-31';
	DROP TABLE headed;
	RETURN NEXT;
END $$;
SELECT heading, r.* FROM unnest('{KH 2011 (điều chỉnh),Kế hoạch năm 2011 (sau điều chỉnh),KH 2011 (đã điều chỉnh),"KH 2011 (điều chỉnh, %)","KH 2011 (%, điều chỉnh)",KH 2011 (điều chỉnh) (%),KH 2011 (%) (điều chỉnh),2011 (KH) (điều chỉnh),2011 (KH điều chỉnh),
	KH 2011 (điều chỉnh lần 2),KH 2011 điều chỉnh lần 1,Target 2011 (revised),Revised target 2011,Kế hoạch (điều chỉnh),KH 2011 (chính thức),KH 2011 (sơ bộ),KH 2011 chính thức,
	Thực hiện 2011 (ước),TH 2011 (sơ bộ),TH 2011 (chính thức),TH 2011 (thực hiện),TH năm 2011 (số liệu ước),TH 2011 (số sơ bộ),2011 (số liệu chính thức),TH 2011 ước,TH 2011 sơ bộ,TH 2011 (điều chỉnh),Actual 2011 (revised),Actual 2011 revised,Actual 2011 preliminary,"TH 2011 (ước, điều chỉnh)","TH 2011 (ước, %)",Thực hiện (ước),Thực hiện (điều chỉnh),
	2011 (điều chỉnh),2011 điều chỉnh,KH 2011 (ước),KH 2011 (thực hiện),TH 2011 (KH),KH 2011 (lần 2),KH 2011 (dự kiến),TH 2011 (điều chỉnh KH),Chỉ tiêu (điều chỉnh),KH 2011 (),KH 2011 thực hiện,KH 2011 ước,Target 2011 actual,2011 KH chính thức,Kế hoạch năm 2011 kết quả,TH 2011 sơ bộ điều chỉnh,TH 2011 điều chỉnh sơ bộ,2011 TH ước}'::text[]) WITH ORDINALITY AS h (heading, n), pg_temp.read_heading(heading) AS r ORDER BY n;
DROP FUNCTION pg_temp.read_heading;
-- Of ranks, how many were ranked.
CREATE TEMP TABLE ranks ("Index name" text, "Rank 2010 (of 118)" text, "2011 (hạng)" text, "Hạng 2012 (trên 63 tỉnh)" text, "2013" text, total text);
INSERT INTO ranks VALUES ('DTI', '11', '12', '13', '14/63', NULL), ('SIPAS', '5/63', '6', '7/63', NULL, NULL), ('PAR', NULL, NULL, '8', NULL, '64'), ('DTI', '119', NULL, NULL, NULL, NULL);
SELECT * FROM plan_load_standings('province', 'ranks', place => 'TN', known_on => '2025-06-30', ignore => '{2013}');
SELECT ranking, period, rank, total FROM province.standing WHERE known_on = '2025-06-30' ORDER BY ranking, period;

-- Which mark is decimal: a number that can be read in one way alone says it for those of its file that could be read in two.
CREATE TEMP TABLE numbers (id int GENERATED ALWAYS AS IDENTITY, indicator text, period text, value text);
CREATE FUNCTION pg_temp.load(options text DEFAULT '') RETURNS TABLE (row_number bigint, value text, reason text) LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM province.actual WHERE known_on = '2010-01-01';
	RETURN QUERY EXECUTE 'SELECT row_number, value, reason FROM plan_load_actuals(''province'', ''pg_temp.numbers'', place => ''TN'', known_on => ''2010-01-01'', ignore => ''{id}''' || options || ')';
	RETURN QUERY SELECT a.id - min(a.id) OVER () + 1, a.value::text, a.bound FROM province.actual AS a WHERE known_on = '2010-01-01' ORDER BY a.id;
END $$;
-- An English file.
INSERT INTO numbers (indicator, period, value) VALUES ('BUDGET', '2001', '15,250'), ('BUDGET', '2002', '1,500.5'), ('BUDGET', '2003', 'over 16,000');
SELECT * FROM pg_temp.load();
SELECT * FROM pg_temp.load(', decimal_mark => '',''');
UPDATE numbers SET value = '96.5' WHERE id = 2;
SELECT * FROM pg_temp.load();
UPDATE numbers SET value = '1,500,000' WHERE id = 2;
SELECT * FROM pg_temp.load();
-- A Vietnamese one.
UPDATE numbers SET value = translate(value, ',', '.');
UPDATE numbers SET value = '1.500,5' WHERE id = 2;
SELECT * FROM pg_temp.load();
UPDATE numbers SET value = '96,5' WHERE id = 2;
SELECT * FROM pg_temp.load();
UPDATE numbers SET value = '1 500,250' WHERE id = 2;
SELECT * FROM pg_temp.load();
-- Nothing says it but the language of the workspace.
UPDATE numbers SET value = '4' WHERE id = 2;
SELECT * FROM pg_temp.load();
SELECT * FROM pg_temp.load(', decimal_mark => ''.''');
UPDATE province.setting SET language = 'en';
SELECT * FROM pg_temp.load();
UPDATE numbers SET value = translate(value, '.', ',');
SELECT * FROM pg_temp.load();
UPDATE numbers SET value = '96,5' WHERE id = 2;
SELECT * FROM pg_temp.load();
UPDATE numbers SET value = '1.5' WHERE id = 2;
SELECT * FROM pg_temp.load();
UPDATE numbers SET value = translate(value, ',', '.');
UPDATE province.setting SET language = 'vi';
-- Numbers contradict each other: those that could be read in two ways are wrong.
UPDATE numbers SET value = '1.5' WHERE id = 2;
INSERT INTO numbers (indicator, period, value) VALUES ('BUDGET', '2004', '1,5');
SELECT * FROM pg_temp.load();
SELECT * FROM pg_temp.load(', decimal_mark => '',''');
-- What cannot be read says nothing, and numeric columns neither.
UPDATE numbers SET value = '1.5.7' WHERE id = 2;
SELECT * FROM pg_temp.load();
ALTER TABLE numbers ALTER COLUMN value TYPE numeric USING 1.125;
SELECT * FROM pg_temp.load(', check_only => true');
-- Goals and scores.
CREATE TEMP TABLE goals (indicator text, "2001" text, "2002" text);
INSERT INTO goals VALUES ('BUDGET', '15,250', 'at least 1,500.5'), ('IPV', '>= 6,250', '7,000 or more');
SELECT * FROM plan_load_targets('province', 'goals', place => 'TN', known_on => '2000-01-01');
SELECT indicator, period, goal FROM province.target WHERE known_on = '2000-01-01' ORDER BY indicator, period;
CREATE TEMP TABLE scores (ranking text, rank text, score text);
INSERT INTO scores VALUES ('DTI', '1', '0,625'), ('PAR', '2', '81.375'), ('SIPAS', '3', '80.5');
SELECT * FROM plan_load_standings('province', 'scores', place => 'TN', period => '2001', known_on => '2002-01-01');

-- Units that mean the same, in two languages, in the singular and the plural; one that is wrong is told where it stands.
UPDATE province.indicator SET unit = 'dự án', unit_en = 'projects' WHERE code = 'FDI_COUNT';
INSERT INTO province.indicator (code, node, name, unit) VALUES ('SCHEMES', 'MT', 'Schemes', 'schemes');
CREATE TEMP TABLE units (indicator text, "ĐVT" text, "2001 (billion VND)" text, "2002 (projects)" text, "2003" text);
INSERT INTO units VALUES ('BUDGET', 'tỷ đồng', '15', NULL, NULL), ('BUDGET', 'nghìn tỷ đồng', NULL, NULL, '16'), ('FDI_COUNT', 'dự án', NULL, '17', NULL), ('FDI_COUNT', 'project', NULL, NULL, '19'), ('SCHEMES', 'scheme', NULL, NULL, '5'),
	('IPV', 'billion dong', '20.000', NULL, NULL), ('GRDP_HEAD', 'VND million/person', '1', NULL, NULL), ('BUDGET', 'triệu đồng', '21', NULL, NULL), ('GRDP', 'km', NULL, NULL, '22'), ('GRDP', 'km', '23', '24', '25');
SELECT * FROM plan_load_actuals('province', 'units', place => 'TN', known_on => '2004-01-01');
SELECT indicator, period, value FROM province.actual WHERE known_on = '2004-01-01' ORDER BY id;
-- A cell says no other unit or scale than its row or column does.
CREATE TEMP TABLE cells (indicator text, "ĐVT" text, "2010" text, "2011 (triệu đồng)" text);
INSERT INTO cells VALUES ('FDI_COUNT', 'nghìn dự án', '5 triệu dự án', NULL), ('FDI_COUNT', 'nghìn dự án', '5 dự án', NULL), ('FDI_COUNT', 'nghìn dự án', '5 nghìn projects', NULL), ('FDI_COUNT', 'projects', '6 nghìn', NULL),
	('BUDGET', NULL, NULL, '5 tỷ đồng'), ('BUDGET', NULL, NULL, '5 triệu'), ('BUDGET', NULL, NULL, '5.000 triệu VND'), ('BUDGET', 'km', '5 tỷ đồng', NULL), ('BUDGET', 'đồng', '7 tỷ đồng', NULL), ('BUDGET', 'billion VND', '8 tỷ đồng', NULL), ('BUDGET', 'tỷ USD', '8 tỷ đồng', NULL);
SELECT * FROM plan_load_actuals('province', 'cells', place => 'TN', known_on => '2012-01-01', check_only => true, decimal_mark => ',');
-- Units that begin with a number.
INSERT INTO province.indicator (code, node, name, unit, scale) VALUES ('RICE', 'NN', 'Rice', 'nghìn tấn', 1000), ('TEA', 'NN', 'Tea', '1000 tấn', 1), ('COFFEE', 'NN', 'Coffee', 'tấn', 1);
TRUNCATE cells;
INSERT INTO cells VALUES ('RICE', '1000 tấn', '5', NULL), ('RICE', '1.000 tấn', '5', NULL), ('RICE', '100 tấn', '50', NULL), ('RICE', '1,000 tấn', '5 nghìn tấn', NULL), ('RICE', '1 000 tấn', '5', NULL), ('RICE', '10 nghìn tấn', '0,5', NULL), ('RICE', '1000 tấn', '8 triệu tấn', NULL), ('COFFEE', '1000 tấn', '9', NULL), ('TEA', '1000 tấn', '10', NULL), ('TEA', 'nghìn tấn', '11', NULL),
	('RICE', '2000 tấn', '12', NULL), ('RICE', '1 tấn', '13', NULL), ('RICE', '1000', '14', NULL), ('RICE', '1000-2000 tấn', '15', NULL), ('RICE', 'trên 1000 tấn', '16', NULL), ('RICE', '-1000 tấn', '17', NULL), ('BUDGET', '1.000.000 đồng', '18.000', NULL), ('RICE', '10,000 tấn', '0,5', NULL), ('RICE', '10.000 tấn', '0,5', NULL), ('RICE', '100,000 tấn', '0,05', NULL), ('RICE', '100.000 tấn', '0,05', NULL);
SELECT * FROM plan_load_actuals('province', 'cells', place => 'TN', known_on => '2012-01-05', decimal_mark => ',', ignore => '{2011 (triệu đồng)}');
SELECT indicator, value FROM province.actual WHERE known_on = '2012-01-05' ORDER BY id;
-- Places are departments too.
CREATE TEMP TABLE departments ("KPI" text, "Department" text, "Unit" text, "1H FY2010" text, "Q1-FY10" text, "6T/2011" text);
INSERT INTO departments VALUES ('BUDGET', 'TN', 'tỷ đồng', '5', '6', '7');
SELECT * FROM plan_load_actuals('province', 'departments', known_on => '2012-01-02');
SELECT place, period, value FROM province.actual WHERE known_on = '2012-01-02' ORDER BY first_day, last_day;
CREATE TEMP TABLE offices ("Chỉ tiêu" text, "Sở, ngành" text, "Đơn vị tính" text, "2010" text);
INSERT INTO offices VALUES ('BUDGET', 'TN', 'tỷ đồng', '5');
SELECT * FROM plan_load_actuals('province', 'offices', known_on => '2012-01-03', check_only => true);
-- Marks: what a cell that is refused says counts for no other, and nothing is said of one.
CREATE TEMP TABLE marks (indicator text, value text);
INSERT INTO marks VALUES ('BUDGET', '15.250'), ('FDI_COUNT', '12.5 người x');
SELECT * FROM plan_load_actuals('province', 'marks', place => 'TN', period => '2010', known_on => '2012-01-04', check_only => true);
TRUNCATE marks;
INSERT INTO marks VALUES ('BUDGET', '15,250 - 96.5');
SELECT * FROM plan_load_actuals('province', 'marks', place => 'TN', period => '2010', known_on => '2012-01-04', check_only => true);
SELECT * FROM plan_load_targets('province', 'marks', place => 'TN', period => '2010', known_on => '2012-01-04', check_only => true);
INSERT INTO marks VALUES ('IPV', '1,500 - 2,500'), ('nothing', '1,5');
SELECT * FROM plan_load_targets('province', 'marks', place => 'TN', period => '2010', known_on => '2012-01-04', check_only => true);
TRUNCATE marks;
INSERT INTO marks VALUES ('IPV', '1,250 - 15');
SELECT * FROM plan_load_targets('province', 'marks', place => 'TN', period => '2010', known_on => '2012-01-04', check_only => true);
DROP TABLE cells, departments, offices, marks;

-- Baselines: of their own column, of the goal, or those that are there.
CREATE TEMP TABLE plan (indicator text, period text, target text);
INSERT INTO plan VALUES ('INCOME', '2001', '>= 110 from 75.5'), ('BUDGET', '2001', '20,5'), ('IPV', '2001', '30');
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2000-06-30');
UPDATE plan SET target = '110' WHERE indicator = 'INCOME';
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2000-06-30');
UPDATE plan SET target = '120' WHERE indicator = 'INCOME';
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2000-06-30', replace => true);
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2000-12-31');
ALTER TABLE plan ADD COLUMN "Giá trị gốc" text;
UPDATE plan SET "Giá trị gốc" = CASE indicator WHEN 'BUDGET' THEN '12 nghìn tỷ đồng' WHEN 'IPV' THEN 'x' END;
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2001-01-31');
UPDATE plan SET target = '>= 30 from 5', "Giá trị gốc" = '6' WHERE indicator = 'IPV';
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2001-01-31');
SELECT indicator, known_on, goal FROM province.target WHERE period = '2001' AND known_on < '2002-01-01' AND known_on > '2000-01-01' ORDER BY indicator, known_on;
-- A cell without a figure has one of the signs for that, and no other.
CREATE TEMP TABLE signs (indicator text, period text, value text);
INSERT INTO signs SELECT 'IPV', (1980 + i)::text, sign FROM unnest('{½,٥,①,Ⅳ,✓,2½,*,✗,-,- -,--,–,—,−,..,...,…,:,n/a,N/A,chua co}'::text[]) WITH ORDINALITY AS s (sign, i);
SELECT * FROM plan_load_actuals('province', 'signs', place => 'TN', known_on => '2000-02-29');
-- Whatever the order of a file, figures are written in one order, so that two loads do not deadlock.
TRUNCATE signs;
INSERT INTO signs VALUES ('IPV', '1981', '3'), ('FARM', '1982', '2'), ('IPV', '1980', '1'), ('FARM', '1980', '4'), ('EXPORT', '1983', '5');
SELECT * FROM plan_load_actuals('province', 'signs', place => 'TN', known_on => '2000-02-29');
SELECT indicator, period, value FROM province.actual WHERE known_on = '2000-02-29' ORDER BY id;
DROP TABLE signs;
-- Places by abbreviated kinds; the nearest name may begin with its kind.
INSERT INTO province.place (code, parent, kind, name) VALUES ('TL', 'TN', 'ward', 'Phường Tân Lập'), ('BH', 'TN', 'commune', 'Xã Bình Hòa'), ('HS', 'TN', 'town', 'Thị trấn Hùng Sơn');
CREATE TEMP TABLE kinds (indicator text, place text, period text, value text);
INSERT INTO kinds SELECT 'IPV', place, '2000', '1' FROM unnest('{P. Tân Lập,p.Tan Lap,X.Bình Hoà,TT. Hùng Sơn,Tân Lập,Q. Tân Lập,P. Tân Long,P.,%}'::text[]) AS place;
SELECT * FROM plan_load_actuals('province', 'kinds', known_on => '2001-01-31', check_only => true);
DROP TABLE kinds;
DELETE FROM province.place WHERE code IN ('TL', 'BH', 'HS');
-- A day is no goal; a period that cannot be says what can.
TRUNCATE plan;
UPDATE province.setting SET calendar = 'year from April';
INSERT INTO plan VALUES ('INCOME', '2001', '<= 2026-09-30'), ('INCOME', '2002', '30/9/2026'), ('INCOME', 'FY2027-Q9', '3'), ('INCOME', '2001-Q5', '3'), ('INCOME', '31/4/2001', '3'),
	('INCOME', 'FY2003/04', '3'), ('INCOME', '9M FY2004', '4'), ('INCOME', 'T4/2005', '5'), ('INCOME', 'Apr-06', '6');
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2000-01-31');
SELECT period, goal FROM province.target WHERE known_on = '2000-01-31' ORDER BY id;
UPDATE province.setting SET term = 'FY2026..FY2027';
SELECT first_day, last_day FROM province.setting;
INSERT INTO province.target (indicator, place, period, goal) VALUES ('INCOME', 'TN', 'FY2027-Q1', '>= 3');

-- Headings of places, and targets that were revised.
CREATE TEMP TABLE heading ("Chỉ tiêu" text, heading text, "2001" text, "KH 2024 điều chỉnh" text);
INSERT INTO heading VALUES ('BUDGET', 'TN', '1', '2');
CREATE FUNCTION pg_temp.load_headed(heading text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	result text;
BEGIN
	EXECUTE format('ALTER TABLE heading RENAME COLUMN heading TO %I', heading);
	SELECT reason INTO result FROM plan_load_actuals('province', 'pg_temp.heading', check_only => true);
	EXECUTE format('ALTER TABLE heading RENAME COLUMN %I TO heading', heading);
	RETURN result;
END $$;
SELECT h, pg_temp.load_headed(h) FROM unnest('{Phường,phuong,Phường/xã,Tên phường,Xã/phường/thị trấn,"Xã, phường, đặc khu",Đơn vị hành chính,Quận/huyện,Huyện,Tỉnh,Ward,City,Region,Site,Branch,District,Province,Store}'::text[]) AS h;
SELECT reason FROM plan_load_targets('province', 'heading', place => 'TN', known_on => '2023-12-01', ignore => '{heading,2001}');
SELECT period, goal FROM province.target WHERE known_on = '2023-12-01';
DROP TABLE heading;
-- The first row says what was left out, and how many rows had no figures.
CREATE TEMP TABLE sparse ("Chỉ tiêu" text, "Người lập" text, "So sánh" text, value text);
INSERT INTO sparse VALUES ('BUDGET', NULL, '3', '4'), ('I. Kinh tế', NULL, NULL, NULL), ('IPV', NULL, NULL, 'chưa báo cáo'), ('EXPORT', NULL, NULL, 'Không có'), ('FDI', NULL, NULL, 'x');
SELECT * FROM plan_load_actuals('province', 'sparse', place => 'TN', period => '2001', known_on => '2010-01-01', ignore => '{*}', check_only => true);
SELECT reason FROM plan_load_actuals('province', 'sparse', place => 'TN', period => '2001', known_on => '2010-01-01', ignore => '{*,Người lập}', check_only => true) LIMIT 1;
DO $$ BEGIN FOR i IN 1 .. 10 LOOP EXECUTE format('ALTER TABLE sparse ADD COLUMN %I text', 'x y' || i); END LOOP; END $$;
SELECT reason FROM plan_load_actuals('province', 'sparse', place => 'TN', period => '2001', known_on => '2010-01-01', ignore => '{*}', check_only => true) LIMIT 1;
-- Months with other signs, and estimates that the cell says.
CREATE TEMP TABLE cell (indicator text, period text, value text);
INSERT INTO cell VALUES ('BUDGET', '11-2002', '1.300 (ước)'), ('BUDGET', '11.2003', '5'), ('BUDGET', '13.2003', '5'), ('BUDGET', '1.2004', '7,5 tỷ đồng (sơ bộ)'), ('BUDGET', '2005', '5 (x)');
SELECT * FROM plan_load_actuals('province', 'cell', place => 'TN', known_on => '2006-01-01', decimal_mark => ',');
SELECT period, value, vintage FROM province.actual WHERE known_on = '2006-01-01' ORDER BY id;
DROP TABLE sparse, cell;
DROP FUNCTION pg_temp.load_headed;

-- "Đơn vị" is a unit of measure, or who reports: what stands in the column says which.
CREATE TEMP TABLE either ("Chỉ tiêu" text, "Đơn vị" text, "2001" text);
INSERT INTO either VALUES ('I. Kinh tế', NULL, NULL), ('GRDP', '%', '7,5'), ('BUDGET', ' Tỷ đồng ', '15.000'), ('BUDGET_RATE', NULL, '6'), ('FDI_COUNT', 'dự án', '170'), ('INCOME', 'km', '8'), ('RICE', '1000 tấn', '9');
SELECT * FROM plan_load_actuals('province', 'either', place => 'TN', known_on => '2002-02-01');
SELECT indicator, value FROM province.actual WHERE known_on = '2002-02-01' ORDER BY id;
SELECT reason FROM plan_load_targets('province', 'either', place => 'TN', known_on => '2002-02-01', check_only => true);
SELECT * FROM plan_load_actuals('province', 'either', known_on => '2002-02-01');
-- Beside a column of places, and one of units.
ALTER TABLE either ADD COLUMN "Địa phương" text;
UPDATE either SET "Địa phương" = 'Thái Nguyên';
SELECT * FROM plan_load_actuals('province', 'either', known_on => '2002-02-02', check_only => true);
UPDATE either SET "Đơn vị" = 'TN';
SELECT * FROM plan_load_actuals('province', 'either', known_on => '2002-02-02', check_only => true);
ALTER TABLE either RENAME COLUMN "Địa phương" TO "ĐVT";
UPDATE either SET "ĐVT" = '%';
SELECT * FROM plan_load_actuals('province', 'either', known_on => '2002-02-02', check_only => true);
ALTER TABLE either DROP COLUMN "ĐVT";
SELECT * FROM plan_load_actuals('province', 'either', known_on => '2002-02-02', check_only => true);
-- Both in one column, neither, and nothing.
UPDATE either SET "Đơn vị" = '%' WHERE "Chỉ tiêu" = 'GRDP';
SELECT * FROM plan_load_actuals('province', 'either', known_on => '2002-02-02', check_only => true);
UPDATE either SET "Đơn vị" = 'cái' WHERE "Chỉ tiêu" IS NOT NULL;
SELECT * FROM plan_load_actuals('province', 'either', known_on => '2002-02-02', check_only => true);
UPDATE either SET "Đơn vị" = '(' WHERE "Chỉ tiêu" = 'GRDP';
SELECT * FROM plan_load_actuals('province', 'either', known_on => '2002-02-02', check_only => true);
UPDATE either SET "Đơn vị" = NULL;
SELECT * FROM plan_load_actuals('province', 'either', place => 'TN', known_on => '2002-02-02', check_only => true);
-- A place that has the name of a unit, one of several with a name, and misspelled ones.
INSERT INTO province.place (code, parent, kind, name) VALUES ('TAN', 'TN', 'ward', 'Phường Tân Lập'), ('TL', 'TN', 'commune', 'Xã Tân Lập');
UPDATE either SET "Đơn vị" = CASE "Chỉ tiêu" WHEN 'GRDP' THEN '%' WHEN 'BUDGET' THEN 'tấn' END;
SELECT * FROM plan_load_actuals('province', 'either', place => 'TN', known_on => '2002-02-02', check_only => true);
UPDATE either SET "Đơn vị" = CASE "Chỉ tiêu" WHEN 'GRDP' THEN 'Tân Lập' WHEN 'BUDGET' THEN 'Thai Nguyn' END;
SELECT * FROM plan_load_actuals('province', 'either', place => 'TN', known_on => '2002-02-02', check_only => true);
DELETE FROM province.place WHERE code IN ('TAN', 'TL');
-- Other types than text, standings and milestones.
ALTER TABLE either ALTER COLUMN "Đơn vị" TYPE json USING '"%"'::json;
SELECT * FROM plan_load_actuals('province', 'either', place => 'TN', known_on => '2002-02-02', check_only => true);
CREATE TEMP TABLE other ("Đơn vị" text, ranking text, rank text, code text, name text, due text);
INSERT INTO other VALUES ('%', 'DTI', '5', 'X', 'x', '2001'), ('TN', 'DTI', '6', 'Y', 'y', '2001');
SELECT * FROM plan_load_standings('province', 'other', period => '2001', ignore => '{code,name,due}', check_only => true);
SELECT * FROM plan_load_milestones('province', 'other', node => 'MT', ignore => '{ranking,rank}', check_only => true);
DROP TABLE either, other;

DROP TABLE heads, long_heads, other_heads, ranks, numbers, goals, scores, units, plan;
DROP FUNCTION pg_temp.load;
SET client_min_messages = warning;
CALL plan_drop_workspace('province', force => true);
RESET client_min_messages;
RESET datestyle;
