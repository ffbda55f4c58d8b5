-- Headings of columns: what they say of a period and of its figures.

CALL plan_create_workspace('province', sample => true);

-- Periods alone are of figures beside one of targets, and of targets where none says that it has some.
CREATE TEMP TABLE report ("Chỉ tiêu" text, "Năm 2021" text, "2022 (tỷ đồng)" text, "KH 2025" text);
INSERT INTO report VALUES ('BUDGET', '17.950', '19.100', '20.500');
SELECT * FROM plan_load_targets('province', 'report', place => 'TN', known_on => '2024-12-31');
SELECT * FROM plan_load_actuals('province', 'report', place => 'TN', known_on => '2024-12-31');
SELECT period, goal FROM province.target WHERE known_on = '2024-12-31';
SELECT period, value FROM province.actual WHERE known_on = '2024-12-31' AND period < '2024' ORDER BY period;
-- What is left to figures needs no year, and no column of its own beside it.
ALTER TABLE report RENAME COLUMN "Năm 2021" TO "Quý I";
SELECT * FROM plan_load_targets('province', 'report', place => 'TN', known_on => '2024-12-31');
ALTER TABLE report RENAME COLUMN "KH 2025" TO "TH 2023";
SELECT * FROM plan_load_targets('province', 'report', place => 'TN', known_on => '2024-12-31', ignore => '{Quý I}', check_only => true, decimal_mark => ',');
ALTER TABLE report RENAME COLUMN "TH 2023" TO "2023";
SELECT * FROM plan_load_targets('province', 'report', place => 'TN', known_on => '2024-12-31', ignore => '{Quý I}', check_only => true, decimal_mark => ',');
DROP TABLE report;

-- What each of two functions makes of a heading.
CREATE FUNCTION pg_temp.loaded(heading text) RETURNS TABLE (figures text, targets text) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('CREATE TEMP TABLE headed (indicator text, %I text)', heading);
	INSERT INTO headed VALUES ('BUDGET', '1');
	BEGIN
		PERFORM plan_load_actuals('province', 'pg_temp.headed', place => 'TN', known_on => '2024-12-29');
		SELECT concat_ws(' ', a.period, a.vintage, nullif(a.value, 1)) INTO figures FROM province.actual AS a WHERE a.known_on = '2024-12-29';
		DELETE FROM province.actual AS a WHERE a.known_on = '2024-12-29';
	EXCEPTION WHEN undefined_column THEN
		figures := CASE WHEN sqlerrm LIKE '%no column of values' THEN '' ELSE 'unknown' END;
	END;
	BEGIN
		PERFORM plan_load_targets('province', 'pg_temp.headed', place => 'TN', known_on => '2024-12-29');
		SELECT concat_ws(' ', t.period, nullif(t.goal, '>= 1')) INTO targets FROM province.target AS t WHERE t.known_on = '2024-12-29';
		DELETE FROM province.target AS t WHERE t.known_on = '2024-12-29';
	EXCEPTION WHEN undefined_column THEN
		targets := CASE WHEN sqlerrm LIKE '%no column of targets' THEN '' ELSE 'unknown' END;
	END;
	DROP TABLE headed;
	RETURN NEXT;
END $$;
-- Signs around words do not count; those within a period are its own, and an underscore is a space or the sign that is meant.
SELECT h AS heading, l.* FROM unnest('{th_2023,TH-2023,TH – 2023,TH: 2023,KH.2024,ke_hoach_2024,Kế hoạch (2024),"Kế hoạch, năm 2024",2023_TH,2023 - thực hiện,uoc_th_2023,ket_qua_2023,nam_2023,q1_2023,quy_1_2023,q1_2023_actual,thang_11_2023,th_9_thang_2023,actual_2023,target_2024_q1,TH.Q1/2023,TH_01/2023,2023_11,th_2023_11,2023_q1,2021_2023,kh_2021_2023,kh_2024_dieu_chinh,th_2023_so_bo}'::text[]) AS h, pg_temp.loaded(h) AS l;
-- What is no heading, or says two things.
SELECT h AS heading, l.* FROM unnest('{th,_,th_,TH/KH 2023,TH 2023/KH 2023,KH-TH 2023,TH 2023/2024,TH 2023 (2/3),So sánh TH 2023 - TH 2024,th_2023_kh,2023_1_2_3}'::text[]) AS h, pg_temp.loaded(h) AS l;
-- Abbreviations of what was estimated or revised, and how often, before or behind the period.
SELECT h AS heading, l.* FROM unnest('{ƯTH 2023,Ư.TH 2023,uth_2023,2023 (ƯTH),"TH 2023 (ước, tỷ đồng)",KH 2024 ĐC,KH 2024 (ĐC),KH 2024 (đ/c lần 2),KH ĐC 2024,KHĐC 2024,2024 KH ĐC,kh_dc_2024,KH điều chỉnh lần 2 năm 2024,Kế hoạch điều chỉnh lần 1 Q2/2024,Kế hoạch (điều chỉnh) 2024,Mục tiêu sau điều chỉnh 2024,TH điều chỉnh 2023,Revised target 2024,Target (revised) Q1 2024}'::text[]) AS h, pg_temp.loaded(h) AS l;
SELECT h AS heading, l.* FROM unnest('{ĐC 2024,2024 ĐC,2024 (ĐC),KH ĐC,KH ĐC lần 2024,KH ĐC lần 2,ƯTH,ƯKH 2024}'::text[]) AS h, pg_temp.loaded(h) AS l;
-- Units of a column in parentheses, with words that say that they are units or without.
SELECT h AS heading, l.* FROM unnest('{TH 2023 (triệu đồng),TH 2023 (ĐVT: triệu đồng),2023 (Đơn vị tính: Triệu đồng),KH 2024 (đơn vị: triệu đồng),Actual 2023 (unit: million VND),ƯTH 2023 (triệu đồng),KH 2024 ĐC (triệu đồng),KH 2024 (ĐC) (triệu đồng),KH 2024 (triệu đồng) (ĐC),th_2023 (triệu đồng),TH 2023 (ghi chú: triệu đồng),TH 2023 (ĐVT:)}'::text[]) AS h, pg_temp.loaded(h) AS l;
-- In brackets, and without any where it is money with a word of scale; other words may be something else.
SELECT h AS heading, l.* FROM unnest('{TH 2023 [triệu đồng],2023 [ước],2023 [TH] [triệu đồng],KH 2024 [ĐC] (triệu đồng),2023 [ĐVT: triệu đồng],[2023],2023 [],2023 [triệu đồng),TH 2023 triệu đồng,KH 2024 triệu đồng,Ước TH 6 tháng 2023 triệu đồng,2023 million VND,Thực hiện 2023 (ước) triệu đồng}'::text[]) AS h, pg_temp.loaded(h) AS l;
SELECT h AS heading, l.* FROM unnest('{TH 2023 %,TH 2023 tỷ lệ,2023 tỷ,2023 nghìn người,2023 đồng,TH 2023 so với KH 2024 triệu đồng,2023 triệu đồng ước,triệu đồng,GRDP triệu đồng,TH 2023 1000 đồng,Ghi chú triệu đồng}'::text[]) AS h, pg_temp.loaded(h) AS l;
CREATE TEMP TABLE cells (indicator text, "2023" text);
INSERT INTO cells VALUES ('Thu ngân sách nhà nước [triệu đồng]', '5 [ước]');
SELECT * FROM plan_load_actuals('province', 'cells', place => 'TN', known_on => '2024-12-29');
SELECT period, value, vintage FROM province.actual WHERE known_on = '2024-12-29';

-- A heading of days is to say which ones they are.
ALTER TABLE cells ADD COLUMN "Ngày" text;
SELECT * FROM plan_load_actuals('province', 'cells', place => 'TN', known_on => '2024-12-29');
SELECT * FROM plan_load_milestones('province', 'cells', ignore => '{indicator,2023}');
ALTER TABLE cells RENAME COLUMN "Ngày" TO "Date";
SELECT * FROM plan_load_targets('province', 'cells', place => 'TN', known_on => '2024-12-29');
ALTER TABLE cells RENAME COLUMN "Date" TO "Ngày nào";
SELECT * FROM plan_load_targets('province', 'cells', place => 'TN', known_on => '2024-12-29');

-- Contents are indicators, or names of milestones; vintages in a column as in headings.
CREATE TEMP TABLE contents ("TT" text, "Nội dung" text, "Kỳ" text, "Thực hiện" text, "Loại số liệu" text);
INSERT INTO contents VALUES (1, 'Tốc độ tăng GRDP', '2021', '7', 'Ước TH'), (2, 'BUDGET', '2021', '8', 'ƯTH'), (3, 'EXPORT', '2021', '9', 'uoc th'), (4, 'IPV', '2021', '10', 'KH'), (5, 'IPV', '2021', '11', 'TH'), (6, 'IPV', '2022', '12', 't.h'), (7, 'IPV', '2023', '13', 'TH KH');
SELECT * FROM plan_load_actuals('province', 'contents', place => 'TN', known_on => '2024-12-29');
SELECT indicator, value, vintage FROM province.actual WHERE known_on = '2024-12-29' AND value BETWEEN 7 AND 13 ORDER BY value;
SELECT * FROM plan_load_targets('province', 'contents', place => 'TN', known_on => '2024-12-29', check_only => true);
ALTER TABLE contents ADD COLUMN "Chỉ tiêu" text;
SELECT * FROM plan_load_actuals('province', 'contents', place => 'TN', known_on => '2024-12-29');

-- Abbreviations of millions of money.
DELETE FROM province.actual WHERE known_on = '2024-12-29';
SELECT h AS heading, l.* FROM unnest('{TH 2023 (Tr.đ),2023 (tr. đồng),TH 2023 Tr.đ,TH 2023 (Trđ),2023 (ĐVT: TRĐ),TH 2023 trđ,TH 2023 trd}'::text[]) AS h, pg_temp.loaded(h) AS l;
ALTER TABLE contents DROP COLUMN "Chỉ tiêu", ADD COLUMN "ĐVT" text;
UPDATE contents SET "Nội dung" = 'BUDGET', "Kỳ" = 2014 + "TT"::int, "Loại số liệu" = NULL, "ĐVT" = ('{Tr.đ,Triệu đồng,tr. đồng,Tr.USD,tr.}'::text[])["TT"::int];
SELECT * FROM plan_load_actuals('province', 'contents', place => 'TN', known_on => '2024-12-29', check_only => true);
UPDATE contents SET "ĐVT" = ('{trđ,TRĐ,Trđ,trđ/người,nghìn trđ,trđ đồng,trd}'::text[])["TT"::int];
SELECT * FROM plan_load_actuals('province', 'contents', place => 'TN', known_on => '2024-12-29');
SELECT period, value FROM province.actual WHERE indicator = 'BUDGET' AND known_on = '2024-12-29' ORDER BY period;

DROP TABLE cells, contents;
DROP FUNCTION pg_temp.loaded;
SET client_min_messages = warning;
CALL plan_drop_workspace('province', force => true);
RESET client_min_messages;
