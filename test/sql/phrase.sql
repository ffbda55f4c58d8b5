-- Figures, periods, goals and standings as people write them.

SET datestyle = ISO;

-- The reader's view: a table of a plan, as it was published.
CREATE TABLE published (id integer PRIMARY KEY, target text, actual text);
INSERT INTO published VALUES
	(1, '6,6-6,8 %', '7,02 %'),
	(2, 'trên 3.600 văn bản', '3.812'),
	(3, '162,7 nghìn tỷ đồng', 'ước đạt 158 nghìn tỷ đồng'),
	(4, '10,58 tỷ USD', 'trên 9 tỷ USD'),
	(5, 'giảm ít nhất 1 điểm %', 'giảm 1,2 điểm %'),
	(6, 'từ 95% trở lên', '96.5%'),
	(7, 'at most 4 %', 'about 3.1 percent'),
	(8, '$5.2bn', 'USD 5.4 billion');
SELECT id, t.value, t.upper, t.bound, t.unit, a.bound, a.value AS actual, a.unit
FROM published, plan_parse_amount(target) AS t, plan_parse_amount(actual) AS a ORDER BY id;
SELECT id, plan_parse_goal(target, 'higher') AS goal, plan_status((plan_parse_amount(actual)).value, plan_parse_goal(target, 'higher')) AS status
FROM published WHERE id NOT IN (5, 7) ORDER BY id;
SELECT plan_parse_goal('giảm ít nhất 1 điểm %') AS goal, plan_status(-1.2, plan_parse_goal('giảm ít nhất 1 điểm %')) AS status;
SELECT phrase, plan_parse_period(phrase) AS period
FROM unnest(ARRAY['Quý III/2022', '6 tháng đầu năm 2023', '9 tháng năm 2022', 'tháng 6/2023', 'giai đoạn 2021 - 2025', 'third quarter of 2022', 'first six months of 2023']) AS phrase;
SELECT plan_parse_date('ngày 31/12/2020'), plan_parse_date('8 June 2023'), plan_parse_standing('xếp thứ 8/63 tỉnh, thành phố'), plan_parse_standing('8th of 63');

-- Spans, of days and of months.
SELECT phrase, plan_parse_period(phrase) AS period
FROM unnest('{01/07/2022-30/06/2023,01/07/2022 – 30/06/2023,từ 1/7/2022 đến 30/6/2023,từ ngày 01/07/2022 đến ngày 30/06/2023,01.07.2022 - 30.06.2023,01-07-2022 - 30-06-2023,2022-07-01 đến 2023-06-30,2022-07-01 - 2023-06-30,
	1 July 2022 to 30 June 2023,from 1 July 2022 until 30 June 2023,tháng 7/2022 - tháng 6/2023,từ tháng 7 năm 2022 đến tháng 6 năm 2023,7/2022-6/2023,July 2022 - June 2023,15/07/2022-14/08/2022,01/01/2023-31/12/2023,01/03/2023-01/03/2023,tháng 7/2022 - 15/8/2022}'::text[]) WITH ORDINALITY AS p (phrase, n) ORDER BY n;
SELECT phrase FROM unnest('{30/06/2023-01/07/2022,01/07/2022-31/06/2023,01/07/2022-,-01/07/2022,01/07/2022-30/06,01/07/22-30/06/23,01/07/2022-30/06/2023-01/07/2024,từ 01/07/2022}'::text[]) AS phrase WHERE plan_try_parse_period(phrase) IS NOT NULL;
SELECT plan_parse_period('01/07/2022 - 31/06/2023');
SELECT plan_parse_period('30/06/2023 - 01/07/2022');
-- Fiscal years are those of a calendar, and without one an error.
SELECT phrase, plan_parse_period(phrase, 'year from July') AS july, plan_parse_period(phrase, 'standard') AS standard, plan_try_parse_period(phrase) AS without
FROM unnest('{FY2023,fy 2023,FY2023-Q1,FY2021-FY2023,năm tài chính 2023,Năm tài chính 2023,nam tai chinh 2023,năm ngân sách 2023,fiscal year 2023,the financial year 2023,quý I năm tài chính 2023,quý IV/năm tài chính 2023,
	first quarter of fiscal year 2023,nửa đầu năm tài chính 2023,H2 FY2023,năm tài chính 2021 - 2023,năm tài chính 2021 đến năm tài chính 2023,2023,quý I/2023,01/07/2022-30/06/2023}'::text[]) WITH ORDINALITY AS p (phrase, n) ORDER BY n;
-- Two years in a row are those in which one fiscal year lies, if it lies in two.
SELECT phrase, plan_parse_period(phrase, 'year from April') AS april, plan_parse_period(phrase, 'year from April; named by start') AS by_start, plan_parse_period(phrase, 'standard') AS standard
FROM unnest('{năm tài chính 2026-2027,fiscal year 2026 to 2027,năm tài chính 2026 - năm tài chính 2027,FY2026-FY2027,fiscal year 2025-2027}'::text[]) WITH ORDINALITY AS p (phrase, n) ORDER BY n;
-- Months of the year, years of two digits and of two calendar years, parts behind the year, and spans.
SELECT phrase, plan_parse_period(phrase, 'year from April') AS april, plan_parse_period(phrase, 'standard') AS standard, plan_try_parse_period(phrase) AS without
FROM unnest('{6 tháng đầu năm tài chính 2027,9 tháng đầu năm tài chính 2027,9 thang nam tai chinh 2027,3 tháng cuối năm tài chính 2027,12 tháng năm tài chính 2027,lũy kế 5 tháng năm tài chính 2027,first 6 months of fiscal year 2027,9M FY2027,9M FY27,
	tháng thứ 1 năm tài chính 2027,tháng thứ 12 năm tài chính 2027,month 1 of FY2027,FY27,FY 27-Q1,FY27 Q1,FY2027Q1,FY27-H2,fy2027-m03,FY2026..FY2027,FY2026 .. FY2027,FY26..FY27,FY2026-Q2..FY2026-Q3,FY2026 to FY2027}'::text[]) WITH ORDINALITY AS p (phrase, n) ORDER BY n;
SELECT phrase, plan_parse_period(phrase, 'year from April') AS april, plan_parse_period(phrase, 'year from April; named by start') AS by_start, plan_try_parse_period(phrase, 'standard') AS standard
FROM unnest('{FY2026/27,FY2026-27,FY26/27,FY26-27,FY2026/2027,năm tài chính 2026/2027,năm tài chính 2026/27,FY1999/00,Q1 FY2026/27,FY2026/27-Q1,quý I năm tài chính 2026/2027}'::text[]) WITH ORDINALITY AS p (phrase, n) ORDER BY n;
-- Two calendar years in a row behind a slash are a fiscal year where years are split, but for what could be a month; other words for such years.
SELECT phrase, plan_try_parse_period(phrase, 'year from April') AS april, plan_try_parse_period(phrase, 'year from April; named by start') AS by_start, plan_try_parse_period(phrase, 'standard') AS standard, plan_try_parse_period(phrase) AS without
FROM unnest('{2026/27,2026/2027,năm 2026/27,1999/00,2012/13,2011/2012,Q1 2026/27,quý I năm 2026/27,6 tháng đầu năm 2026/27,9M 2026/27,2026/27-Q1,2026/27 - 2028/29,tháng thứ 1 năm 2026/27,
	2011/12,2000/01,2026/28,2026/26,2026-27,26/27,T4/2026/27,Q1/26/27,2026/27/28,
	NTC 2027,NTC2027,ntc 2026-2027,Quý I NTC 2027,9 tháng đầu NTC 2027,NTC 27,năm TC 2027,nam tc 2027,niên độ 2027,niên độ tài chính 2026-2027,cả năm tài chính 2027,fiscal 2027,budget year 2027,fiscal}'::text[]) WITH ORDINALITY AS p (phrase, n) ORDER BY n;
-- Parts of years with their number before their letter, and with a dash before the year.
SELECT phrase, plan_try_parse_period(phrase, 'year from April') AS april, plan_try_parse_period(phrase) AS without
FROM unnest('{1H FY2027,2H-FY27,1h fy27,Q1-FY27,H2-FY2027,9M-FY2027,T1-FY2027,6T FY2027,6T/2026,6t 2026,6T2026,12T/2026,6T đầu năm 2026,1H/2026,2H 2026,1H2026,2H-2026,
	6 T/2026,13T/2026,0T/2026,3H 2026,1 H 2026,T6T/2026,H1H 2026,1HH 2026,6T/26,Q1--FY27,-FY27,1H FY2027-Q1}'::text[]) WITH ORDINALITY AS p (phrase, n) ORDER BY n;
SELECT phrase FROM unnest('{FY2026/28,FY2026-29,FY2026/26,FY026,FY2027-13,FY2027-X1,FY2027-Q,Q1 FY2027-Q1,13M FY2027,T FY2027,tháng 0 năm tài chính 2027,FY2026..,FY2026..2027-03,FY2026...FY2027,FY2026..FY2027..FY2028,..FY2027,FY2027-W01,năm tài chính 27}'::text[]) AS phrase WHERE plan_try_parse_period(phrase, 'year from April') IS NOT NULL;
-- "tháng 1" is January too: it is read where both are the same month.
SELECT phrase, plan_try_parse_period(phrase, 'year from April') AS april, plan_try_parse_period(phrase, 'standard') AS standard, plan_try_parse_period(phrase) AS without
FROM unnest('{tháng 1 năm tài chính 2027,tháng 01 năm tài chính 2027,T1/FY2027,T4 FY2026/27,tháng thứ 1 năm tài chính 2027,January of FY2027}'::text[]) WITH ORDINALITY AS p (phrase, n) ORDER BY n;
SELECT plan_parse_period('tháng 1 năm tài chính 2027', 'year from April');
SELECT plan_parse_period('tháng 13 năm tài chính 2027', 'year from April');
SELECT plan_parse_period('FY2027-Q9', 'year from April');
SELECT plan_parse_period('FY2027..FY2026', 'year from April');
SELECT plan_fiscal_period('FY2026..FY2027', 'year from April');
SELECT plan_parse_period('FY2023');
SELECT plan_parse_period('quý I năm tài chính 2023');
SELECT plan_parse_period('năm tài chính 23', 'year from July');
SELECT plan_parse_period('quý V năm tài chính 2023', 'year from July');
SELECT plan_parse_period('FY2023-Q5', 'year from July');
SELECT plan_parse_period('năm tài chính 2023 - 2021', 'year from July');
SELECT plan_parse_period(NULL, 'year from July') IS NULL AS none, plan_parse_period('2023', NULL) AS period;

-- One mark with three digits behind it is decimal where it is the mark asked for.
SELECT phrase, (plan_parse_amount(phrase)).value AS comma, (plan_parse_amount(phrase, '.')).value AS dot
FROM unnest(ARRAY['1.299', '1,299', '1.29', '1,29', '1.299,5', '1,299.5', '1.299.000', '0.125']) AS phrase;

-- What cannot be read says so, or is NULL.
SELECT plan_parse_amount('Xuất siêu');
SELECT plan_parse_amount('1,5,3');
SELECT plan_parse_amount('từ 5 đến 3');
SELECT plan_parse_amount('5', ';');
SELECT plan_parse_amount(repeat('9', 5000));
SELECT plan_parse_goal('6,8');
SELECT plan_parse_goal('trên 90', 'lower');
SELECT plan_parse_goal('vài trăm', 'higher');
SELECT plan_parse_period('quý V/2022');
SELECT plan_parse_period('ngày 31/4/2023');
SELECT plan_parse_date('29/2/2023');
SELECT plan_parse_date('hôm nay');
SELECT plan_parse_standing('64/63');
SELECT plan_parse_standing('đứng đầu');
SELECT plan_try_parse_amount('Xuất siêu') IS NULL, plan_try_parse_goal('6,8') IS NULL, plan_try_parse_goal('trên 90', 'lower') IS NULL,
	plan_try_parse_period('quý V/2022') IS NULL, plan_try_parse_date('29/2/2023') IS NULL, plan_try_parse_standing('64/63') IS NULL;
SELECT plan_try_parse_amount('5', ';');
SELECT plan_parse_amount(NULL) IS NULL, plan_parse_amount('5', NULL) IS NULL, plan_parse_goal(NULL) IS NULL, plan_parse_goal('5', 'higher', NULL) IS NULL,
	plan_parse_goal('trên 5', NULL), plan_parse_period(NULL) IS NULL, plan_parse_date(NULL) IS NULL, plan_parse_standing(NULL) IS NULL;

-- Written forms, with the readings that people give them: only what differs is shown.
CREATE TABLE phrases (function text, phrase text, argument text, expected text);
\copy phrases FROM 'test/data/phrases.csv' (FORMAT csv, HEADER, ENCODING 'UTF8')
SELECT count(DISTINCT function) AS functions, count(*) >= 600 AS forms, count(*) FILTER (WHERE expected ~ '^\d\d[0-9A-Z]\d\d$') >= 150 AS errors, count(*) = count(DISTINCT (function, phrase, argument)) AS differ FROM phrases;

-- A reading as the file has it, or the SQLSTATE.  "prefix" is plan_parse_ or plan_try_parse_.
CREATE FUNCTION reading(prefix text, function text, phrase text, argument text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	result text;
	state text;
BEGIN
	EXECUTE format(CASE function
		WHEN 'amount' THEN 'SELECT bound || '' '' || value || coalesce(''..'' || upper, '''') || coalesce('' '' || unit, '''') FROM %samount(%L, %L)'
		WHEN 'goal' THEN 'SELECT %sgoal(%L, %L)::text'
		ELSE 'SELECT %s' || function || '(%L)::text' END, prefix, phrase, coalesce(argument, CASE function WHEN 'amount' THEN ',' END))
		INTO result;
	RETURN result;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE;
	RETURN state;
END
$$;
SELECT * FROM (SELECT *, reading('plan_parse_', function, phrase, argument) AS reading FROM phrases) AS r
WHERE reading IS DISTINCT FROM expected ORDER BY function, phrase COLLATE "C";
-- Their twins give NULL in the place of errors.
SELECT * FROM (SELECT *, reading('plan_try_parse_', function, phrase, argument) AS reading FROM phrases) AS r
WHERE reading IS DISTINCT FROM CASE WHEN expected !~ '^\d\d[0-9A-Z]\d\d$' THEN expected END ORDER BY function, phrase COLLATE "C";
-- Decomposed letters are the same letters; the unit is written as it was.
SELECT * FROM (SELECT *, reading('plan_parse_', function, normalize(phrase, NFD), argument) AS reading FROM phrases) AS r
WHERE normalize(reading, NFC) IS DISTINCT FROM normalize(expected, NFC) ORDER BY function, phrase COLLATE "C";
-- Letter case says nothing, but in a unit; some locales make other letters of the micro sign and of i.
WITH shouted AS (SELECT *, reading('plan_parse_', function, translate(upper(phrase), U&'\039C\0130', 'µI'), argument) AS reading FROM phrases)
SELECT * FROM shouted
WHERE translate(upper(reading), U&'\039C\0130', 'µI') IS DISTINCT FROM translate(upper(expected), U&'\039C\0130', 'µI') ORDER BY function, phrase COLLATE "C";
-- Nor do spaces around a phrase, whatever the space.
SELECT * FROM phrases, unnest(ARRAY[' ', E'\t', E'\n', U&'\00A0', U&'\3000', U&'\200B', U&'\FEFF']) AS space
WHERE reading('plan_parse_', function, space || phrase || space, argument) IS DISTINCT FROM expected ORDER BY function, phrase COLLATE "C", space COLLATE "C";

-- Without diacritics most forms read the same.  These do not: their words could be others.
CREATE FUNCTION without_marks(t text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN translate(regexp_replace(normalize(t, NFD), U&'[\0300-\036F]', '', 'g'), U&'\0111\0110', 'dD');
SELECT function, without_marks(phrase) AS phrase, expected, reading('plan_parse_', function, without_marks(phrase), argument) AS reading FROM phrases
WHERE reading('plan_parse_', function, without_marks(phrase), argument) IS DISTINCT FROM without_marks(expected) ORDER BY function, phrase COLLATE "C";

-- What nobody means.
SELECT name, function, reading('plan_parse_', function, phrase, NULL) AS reading
FROM (VALUES ('long', repeat('a', 10000)), ('digits', repeat('9', 5000)), ('60 digits', repeat('9', 60)), ('61 digits', repeat('9', 61)), ('zeros', '0,' || repeat('0', 58) || '1'),
	('spaces', repeat(' ', 2000)), ('signs', repeat('-', 1000)), ('tokens', '5 ' || repeat('a ', 250)), ('marks', '5' || repeat(U&'\0301', 100)),
	('marks first', U&'\0301' || '5'), ('words', repeat('trên ', 100) || '5'), ('unit', '5 ' || repeat('a', 1000)),
	('override', U&'\202E12'), ('isolate', U&'\2067' || '12'), ('control', E'5\x01'), ('control first', E'\x02' || '5'), ('lines', E'5\n300'), ('tab', E'5\t300')) AS v (name, phrase),
	unnest(ARRAY['amount', 'goal', 'period', 'date', 'standing']) AS function
WHERE reading('plan_parse_', function, phrase, NULL) !~ '^22P02$' AND length(phrase) < 1000
ORDER BY name, function;
SELECT length((plan_parse_amount('5 ' || repeat('a', 1000))).unit) AS unit, (plan_parse_amount('5' || repeat(U&'\200B', 100) || 'km')).unit AS invisible;

-- Writing.
SELECT value, plan_format_amount(value) AS vi, plan_format_amount(value, 'USD', 'en') AS en, plan_format_amount(value, '%', digits => 0) AS whole
FROM unnest('{0, 0.005, -0.001, 0.5, 1.005, -5, 999.995, 1234.5, 999994, 999996, 999999.996, 1e6, 1005000, 999994999, 999996000, 10.58e9, -162.7e12, 9.99999e11, 1e18}'::float8[]) AS value;
SELECT length(plan_format_amount(1e300)) AS longest;
SELECT plan_format_amount(NULL) IS NULL AS no_value, plan_format_amount(5, NULL, NULL) IS NULL AS no_language, plan_format_amount(5, digits => NULL) IS NULL AS no_digits, plan_format_amount(5, '') AS no_unit;
SELECT plan_format_amount('NaN');
SELECT plan_format_amount('-Infinity');
SELECT plan_format_amount(5, digits => 11);
SELECT plan_format_amount(5, language => 'fr');
-- What is written reads back as the same amount, up to the digits that are left out.
SELECT count(*) AS values, count(*) FILTER (WHERE abs(a.value - v.value) > 1e-10 * abs(v.value) OR a.unit IS DISTINCT FROM 'USD') AS others
FROM (SELECT sin(n) * 10 ^ (n % 17 + 1) AS value FROM generate_series(1, 2000) AS n) AS v,
	(VALUES ('vi', ','), ('en', '.')) AS l (language, mark), plan_parse_amount(plan_format_amount(value, 'USD', language, 10), mark) AS a
WHERE abs(v.value) >= 1;

DROP TABLE published, phrases;
DROP FUNCTION reading, without_marks;
